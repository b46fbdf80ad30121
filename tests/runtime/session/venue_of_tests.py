"""A made-up venue with a protocol of words, and a driver that moves its session through time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from dragoman.model.identifiers import InstrumentId
from dragoman.net.wire import Frame, Opcode
from dragoman.session.facts import Backoff, SessionFacts, Subscription
from dragoman.session.machine import Session, State
from dragoman.session.messages import (
    Ack,
    Action,
    AuthOk,
    AuthRefused,
    Challenge,
    Control,
    Data,
    Expired,
    GoAway,
    Notice,
    Ping,
    Pong,
    Refused,
    Send,
    Unsubscribed,
)

MS = 1_000_000
SECOND = 1_000_000_000
START = 1_700_000_000 * SECOND

A = TypeVar("A")


def sub(topic: str, *, stale_after_ns: int | None = None, quiet: bool = False) -> Subscription:
    identity = InstrumentId(f"{topic.upper()}.TEST")
    return Subscription(topic=topic, instrument_id=identity, stale_after_ns=stale_after_ns, quiet=quiet)


def _topics(batch: Sequence[Subscription]) -> str:
    return ",".join(each.topic for each in batch)


def classify(frame: Frame) -> Control | Data:
    """`word rest` is the whole protocol; bytes that are no UTF-8 raise, as generated code does."""
    word, _, rest = frame.data.decode().partition(" ")
    first, _, more = rest.partition(" ")
    match word:
        case "ack":
            return Ack(request_id=int(first))
        case "acktopic":
            return Ack(topics=(first,))
        case "left":
            return Unsubscribed(request_id=int(first))
        case "lefttopic":
            return Unsubscribed(topics=(first,))
        case "refuse":
            return Refused(request_id=int(first), code="400", reason=more)
        case "revoke":
            return Refused(topics=(first,), code="410", reason=more)
        case "no":
            return Refused(code="402", reason=rest)
        case "busy":
            return Refused(request_id=int(first), retry=True)
        case "welcome":
            return AuthOk()
        case "nokey":
            return AuthRefused(code="401", reason=rest)
        case "challenge":
            return Challenge(rest)
        case "ping":
            return Ping(f"pong {rest}")
        case "pong":
            return Pong()
        case "goaway":
            return GoAway(rest)
        case "expired":
            return Expired(rest)
        case "notice":
            return Notice(rest)
        case "data":
            return Data(first)
        case _:
            return Data()


def facts(**changes: Any) -> SessionFacts:
    plain: dict[str, Any] = {
        "venue": "test",
        "name": "ws:public",
        "url": lambda subs: "/".join(["wss://venue.test", *(each.topic for each in subs)]),
        "classify": classify,
        "subscribe": lambda subs, request_id: [f"sub {request_id} {_topics(subs)}"],
        "unsubscribe": lambda subs, request_id: [f"unsub {request_id} {_topics(subs)}"],
        "backoff": Backoff(first_ns=SECOND, max_ns=8 * SECOND, settled_ns=30 * SECOND),
    }
    return SessionFacts(**{**plain, **changes})


class Driver:
    """Feeds a session and keeps all that it asks for."""

    def __init__(
        self, declared: SessionFacts, subscriptions: Iterable[Subscription] = (), seed: int = 7
    ) -> None:
        self.session = Session(declared, subscriptions, seed=seed)
        self.now = START
        self.actions: list[Action] = []

    def do(self, actions: list[Action]) -> None:
        self.actions += actions

    def start(self) -> None:
        self.do(self.session.start(self.now))

    def connected(self) -> None:
        self.do(self.session.on_connected(self.now))

    def live(self) -> None:
        """Connect and have the first request acknowledged."""
        self.start()
        self.connected()
        self.frame("ack 1")

    def disconnected(self, reason: str) -> None:
        self.do(self.session.on_disconnected(reason, self.now))

    def frame(self, data: str | bytes) -> None:
        raw = data.encode() if isinstance(data, str) else data
        self.do(self.session.on_frame(Frame(Opcode.TEXT, raw, self.now), self.now))

    def pass_time(self, duration_ns: int) -> None:
        """Move on, ticking at each deadline on the way as the shell does."""
        end = self.now + duration_ns
        for _ in range(1000):
            due = self.session.deadline_ns(self.now)
            if due is None or due > end:
                break
            self.now = max(due, self.now)
            self.do(self.session.on_tick(self.now))
        else:
            raise AssertionError(f"the session keeps asking for ticks at {due}")
        self.now = end

    def forget(self) -> None:
        self.actions.clear()

    def all_of(self, kind: type[A]) -> list[A]:
        return [action for action in self.actions if isinstance(action, kind)]

    def state(self) -> State:
        return self.session.state

    def sent(self) -> list[str | bytes]:
        return [action.payload for action in self.all_of(Send)]
