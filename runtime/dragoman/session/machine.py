"""The session as a state machine: told of time, connections and frames, it answers with what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from random import Random

import msgspec

from dragoman.model.market import StreamGap
from dragoman.net.wire import Frame
from dragoman.session.backoff import Delays
from dragoman.session.facts import Payload, SessionFacts, Subscription
from dragoman.session.messages import (
    Ack,
    Acked,
    Action,
    Answer,
    Answered,
    AuthOk,
    AuthRefused,
    Challenge,
    Close,
    Connect,
    Control,
    Data,
    Deliver,
    Expired,
    Finished,
    GiveUpToken,
    GoAway,
    Notice,
    Ping,
    Pong,
    Refused,
    Unsubscribed,
)
from dragoman.session.subscriptions import Subscriptions
from dragoman.session.vitals import Vitals

_UNATTRIBUTED = Data("")


class State(Enum):
    """Where a session is; `FINISHED` is the only state that it does not leave."""

    DISCONNECTED = "disconnected"
    CONNECTING = "connecting"
    AUTHENTICATING = "authenticating"
    SUBSCRIBING = "subscribing"
    LIVE = "live"
    CLOSING = "closing"
    FINISHED = "finished"


_OPEN = (State.AUTHENTICATING, State.SUBSCRIBING, State.LIVE)


class Session:
    """One connection of a venue with its subscriptions; every `now` is UNIX ns and never goes back.

    Each input returns the actions to perform, in order. `deadline_ns` says when `on_tick` has to be called at the latest.
    """

    def __init__(
        self, facts: SessionFacts, subscriptions: Iterable[Subscription] = (), *, seed: int | None = None
    ):
        self.facts = facts
        self.state = State.DISCONNECTED
        self._topics = Subscriptions(facts, subscriptions)
        self._vitals = Vitals(facts)
        self._delays = Delays(facts.backoff, Random(seed))
        self._classify = facts.classify
        self._url = ""
        self._retry_ns: int | None = None
        self._live_ns: int | None = None
        self._cut: str | None = None  # why we closed the line ourselves
        self._at_once = False  # a planned cut needs no delay
        self._token_tried = False  # a log-in was refused with a token that may have ended
        self._ending = False
        self._fatal: str | None = None

    # -- what the user wants -------------------------------------------------------------------------------------------

    def start(self, now: int) -> list[Action]:
        """Connect for the first time."""
        if self.state is not State.DISCONNECTED or self._retry_ns is not None:
            return []
        return self._connect(now)

    def subscribe(self, subscriptions: Sequence[Subscription], now: int) -> list[Action]:
        """Ask for more topics, now or as soon as the connection allows; topics already asked for are left alone."""
        added, failed = self._topics.add(subscriptions)
        return failed + self._topics_changed(added, now)

    def unsubscribe(self, topics: Sequence[str], now: int) -> list[Action]:
        """Give topics up; unknown ones are ignored."""
        changed, left = self._topics.remove(topics)
        return left + self._topics_changed(changed, now)

    def renew(self, topics: Sequence[str], now: int) -> list[Action]:
        """Subscribe to topics anew, because what they bring can't be gone on from; unknown ones are ignored."""
        return self._topics_changed(self._topics.renew(topics, now), now)

    def silence(self, heard_ns: Mapping[str, int], now: int) -> list[Action]:
        """Topics, and when each was heard last, are silent for longer than they may: ask for them anew, which is a hole that is reported."""
        if self.state is not State.LIVE:
            return []
        actions, complaint = self._topics.on_silence(heard_ns, now)
        return actions + (self._ask(now) if complaint is None else self._drop(complaint, at_once=False))

    def end_hole(self, topic: str, now: int) -> StreamGap | None:
        """Take the open hole of a topic, which ends now."""
        return self._topics.end_hole(topic, now)

    def reconnect(self, reason: str, now: int) -> list[Action]:
        """Take a new connection in the place of the present one, at once; one that is not open yet is left alone."""
        return self._drop(reason, at_once=True) if self.state in _OPEN else []

    def request(self, payload: Payload, now: int) -> list[Action] | None:
        """Send a request of the user's own, within the venue's send limit; None while nobody listens, and nothing is sent."""
        if self.state not in (State.SUBSCRIBING, State.LIVE):
            return None
        self._topics.queue([payload], asks=False)
        return self._topics.flush(now)

    def close(self, now: int) -> list[Action]:
        """End the session for good; holes still open are reported."""
        if self.state is State.FINISHED or self._ending:
            return []
        self._ending = True
        if self.state in (State.DISCONNECTED, State.CONNECTING):
            return self._finish(now)
        if self.state is State.CLOSING:
            return []
        return self._drop("closed by the user", at_once=False)

    # -- what happens --------------------------------------------------------------------------------------------------

    def on_connected(self, now: int) -> list[Action]:
        if self.state is not State.CONNECTING:
            return [Close(1000, "nobody waits for this connection")]
        self._vitals.opened(now)
        actions: list[Action] = [self.facts.line("connected", attempt=self._delays.attempt)]
        if self.facts.authenticate is None and self.facts.answer is None:
            return actions + self._enter(now)
        self.state = State.AUTHENTICATING
        self._topics.queue(self.facts.authenticate(now) if self.facts.authenticate is not None else ())
        self._vitals.auth_due_ns = now + self.facts.auth_timeout_ns
        return actions + self._topics.flush(now)

    def on_disconnected(self, reason: str, now: int) -> list[Action]:
        """The connection ended or could not be had; the way back begins unless the session was to end."""
        if self.state in (State.FINISHED, State.DISCONNECTED):
            return []
        why = self._cut or reason
        if self._settled(now):
            self._delays.restart()
        holes = self._topics.on_disconnected(None if self._ending else why)
        left = self._topics.end_leaving()
        at_once = self._at_once
        self._vitals.closed()
        self._live_ns = self._cut = None
        self._at_once = False
        if self._ending or self._fatal is not None:
            return left + self._finish(now)
        self.state = State.DISCONNECTED
        self._retry_ns = now if at_once else now + self._delays.next_ns()
        line = self.facts.line(
            "disconnected", warn=True, reason=why, holes=holes, again_in_ns=self._retry_ns - now
        )
        return [*left, line, *(self._connect(now) if at_once else ())]

    def on_frame(self, frame: Frame, now: int) -> list[Action]:
        said = self.hear(frame, now)
        return [Deliver(frame, said.topic)] if isinstance(said, Data) else said

    def hear(self, frame: Frame, now: int) -> Data | list[Action]:
        """As `on_frame`; for most frames nothing is to be done but to deliver them, and then their topic is all that is said."""
        self._vitals.heard(now)
        try:
            meaning = self._classify(frame)
        except (ValueError, RecursionError, msgspec.MsgspecError):
            # What cannot be read is not lost: the translator names, counts and reports it.
            meaning = _UNATTRIBUTED
        if type(meaning) is Data and self._topics.hears(meaning.topic, now, frame.ts_ns or now):
            return meaning
        if isinstance(meaning, Answer):
            return [Answered(meaning.request_id, frame)]
        if isinstance(meaning, Data):
            actions = self._topics.on_data(meaning, frame, now)
            # Most frames change nothing; a first one may be what confirms its topic.
            return actions + self._ask(now) if actions and isinstance(actions[0], Acked) else actions
        return self._on_control(meaning, now)

    def on_tick(self, now: int) -> list[Action]:
        """Do all that is due."""
        if self.state is State.DISCONNECTED and self._retry_ns is not None and self._retry_ns <= now:
            return self._connect(now)
        if self.state not in _OPEN:
            return []
        complaint = self._vitals.complaint(now)
        if complaint is not None:
            return self._drop(complaint.reason, at_once=complaint.planned)
        actions: list[Action] = []
        beat = self._vitals.beat(now)
        if beat is not None:
            self._topics.queue_urgent(beat)
        if self.state is State.AUTHENTICATING:
            return actions + self._topics.flush(now)
        actions += self._topics.on_unanswered(now)
        late, complaint_of_late = self._topics.on_unconfirmed(now, self._vitals.heard_ns)
        actions += late
        if complaint_of_late is not None:
            return actions + self._drop(complaint_of_late, at_once=False)
        silent, complaint_of_silence = self._topics.on_silent(now)
        actions += silent
        if complaint_of_silence is not None:
            return actions + self._drop(complaint_of_silence, at_once=False)
        return actions + self._ask(now)

    def deadline_ns(self, now: int) -> int | None:
        """When something will be due; None when only an event can bring the session further."""
        if self.state is State.DISCONNECTED:
            return self._retry_ns
        if self.state not in _OPEN:
            return None
        asking = self.state is not State.AUTHENTICATING
        dues = [self._vitals.deadline_ns(), self._topics.deadline_ns(now, asking=asking)]
        return min((due for due in dues if due is not None), default=None)

    # -- frames --------------------------------------------------------------------------------------------------------

    def _on_control(self, control: Control, now: int) -> list[Action]:
        match control:
            case Ping(reply=reply):
                self._topics.queue_urgent(reply)
                return self._topics.flush(now)
            case Pong():
                self._vitals.ponged()
            case Ack():
                return self._topics.on_ack(control, now) + self._ask(now)
            case Unsubscribed():
                return self._topics.on_unsubscribed(control) + self._ask(now)
            case Refused(request_id=None, topics=(), code=code, reason=reason) if (
                self.state is State.AUTHENTICATING
            ):
                return self._on_control(AuthRefused(code=code or None, reason=reason), now)
            case Refused():
                return self._topics.on_refused(control, now) + self._ask(now)
            case Challenge(text=text) if self.facts.answer is not None:
                self._topics.queue(self.facts.answer(text, now))
                return self._topics.flush(now)
            case AuthOk() if self.state is State.AUTHENTICATING:
                self._vitals.auth_due_ns = None
                self._token_tried = False
                return self._enter(now)
            case AuthRefused(code=code, reason=reason, retry=retry):
                why = f"log-in refused: {' '.join(part for part in (code, reason) if part)}"
                if self.facts.by_token and not self._token_tried:
                    self._token_tried = True
                    return [GiveUpToken(), *self._drop(why, at_once=False)]
                # A log-in that lapses on a live line may succeed again; one refused at the start will not.
                if self.state is State.AUTHENTICATING and not retry:
                    self._fatal = why
                return self._drop(why, at_once=False)
            case Expired(reason=reason):
                why = f"the venue says that the log-in has expired {reason}".rstrip()
                # Who logs in with a signature makes it anew for the next connection.
                given_up: list[Action] = [GiveUpToken()] if self.facts.by_token else []
                return given_up + self._drop(why, at_once=self._settled(now))
            case GoAway(reason=reason):
                # A venue that says so to every newcomer must not be hammered.
                return self._drop(f"the venue asks to connect anew: {reason}", at_once=self._settled(now))
            case Notice(text=text) if text:
                return [self.facts.line("notice", warn=True, text=text)]
        return []

    # -- topics --------------------------------------------------------------------------------------------------------

    def _enter(self, now: int) -> list[Action]:
        self.state = State.SUBSCRIBING
        self._live_ns = now
        if self.facts.subscribe is not None:
            return self._ask(now)
        return self._topics.confirm_all(now) + self._ask(now)

    def _topics_changed(self, changed: bool, now: int) -> list[Action]:
        if not changed or self.state not in (State.SUBSCRIBING, State.LIVE):
            return self._topics.flush(now) if self.state in _OPEN else []
        if self.facts.subscribe is None:
            if self.facts.url(self._topics.all()) != self._url:
                return self._drop("the topics in the address changed", at_once=True)
            # Everything comes unasked.
            return self._topics.end_leaving() + self._topics.confirm_all(now) + self._ask(now)
        return self._ask(now)

    def _ask(self, now: int) -> list[Action]:
        if self.state not in (State.SUBSCRIBING, State.LIVE):
            return []
        actions = self._topics.ask(now)
        if self._topics.settled and self.state is not State.LIVE:
            actions.append(self.facts.line("live", subscriptions=len(self._topics)))
        self.state = State.LIVE if self._topics.settled else State.SUBSCRIBING
        return actions

    @property
    def ending(self) -> bool:
        """Whether the session is on its way to its end, by the user's wish."""
        return self._ending

    @property
    def subscriptions(self) -> tuple[Subscription, ...]:
        """What is asked for, in the order in which it was."""
        return self._topics.all()

    def subscription(self, topic: str) -> Subscription | None:
        """What was asked for under `topic`, if it still is."""
        return self._topics.get(topic)

    # -- the line ------------------------------------------------------------------------------------------------------

    def _connect(self, now: int) -> list[Action]:
        self.state, self._retry_ns = State.CONNECTING, None
        self._url = self.facts.url(self._topics.all())
        return [Connect(self._url)]

    def _drop(self, reason: str, *, at_once: bool) -> list[Action]:
        if self.state is State.CLOSING:
            return []
        self.state, self._cut, self._at_once = State.CLOSING, reason, at_once
        return [self.facts.line("closing", reason=reason), Close(1000, reason)]

    def _settled(self, now: int) -> bool:
        return self._live_ns is not None and now - self._live_ns >= self.facts.backoff.settled_ns

    def _finish(self, now: int) -> list[Action]:
        self.state = State.FINISHED
        return [*self._topics.finish(now), Finished(self._fatal)]
