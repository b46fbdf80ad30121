"""What a specification declares about a streaming connection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from dragoman.model.identifiers import InstrumentId
from dragoman.net.backend import NS_PER_SECOND
from dragoman.net.wire import Frame
from dragoman.session.messages import Control, Data, LogLine

Payload = str | bytes


class Subscription(msgspec.Struct, frozen=True, kw_only=True):
    """One thing asked of a stream; `topic` is its identity and what data frames are matched by.

    A connection that carries one stream without a name has one subscription, with the empty topic.

    `args` are what the frame builder needs beyond the topic. A `quiet` stream may rightly say nothing for hours (an
    account's orders): its holes are reported as closed by the acknowledgement instead of by the next frame.
    """

    topic: str
    instrument_id: InstrumentId | None = None
    args: tuple[tuple[str, str], ...] = ()
    stale_after_ns: int | None = None
    quiet: bool = False
    channel: str = ""
    """The channel of the specification that it is of."""


class AckFacts(msgspec.Struct, frozen=True, kw_only=True):
    """How a venue confirms a subscription: by the request's id, by naming the topic, by its first data, or not at all.

    `tells_left`: answers to unsubscribing are told apart from confirmations by what they say.
    """

    by: Literal["request_id", "topic", "data", "none"] = "request_id"
    timeout_ns: int = 10 * NS_PER_SECOND
    attempts: int = 3
    tells_left: bool = False


class SendLimit(msgspec.Struct, frozen=True, kw_only=True):
    """At most `messages` frames may be sent in any `window_ns`, heartbeats included where it is of all frames."""

    messages: int
    window_ns: int = NS_PER_SECOND


class Heartbeat(msgspec.Struct, frozen=True, kw_only=True):
    """A message of ours every `every_ns`; without a pong within `pong_within_ns` (None: none comes) the line is dead."""

    every_ns: int
    payload: Callable[[int], Payload]
    pong_within_ns: int | None = None
    any_frame_is_pong: bool = False


class Backoff(msgspec.Struct, frozen=True, kw_only=True):
    """Delays between attempts double from `first_ns` to `max_ns`; a line that lived `settled_ns` starts anew."""

    first_ns: int = NS_PER_SECOND // 2
    max_ns: int = 30 * NS_PER_SECOND
    settled_ns: int = 30 * NS_PER_SECOND


class SessionFacts(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of connection of a venue, as its specification describes it; generated code makes these.

    `subscribe` and `unsubscribe` turn a batch and a request id into the frames to send; without `subscribe` the topics are part
    of the address, and a change of topics takes a new connection. `classify` says what a frame is for.
    """

    venue: str
    name: str
    url: Callable[[Sequence[Subscription]], str]
    classify: Callable[[Frame], Control | Data]
    subscribe: Callable[[Sequence[Subscription], int], Sequence[Payload]] | None = None
    unsubscribe: Callable[[Sequence[Subscription], int], Sequence[Payload]] | None = None
    authenticate: Callable[[int], Sequence[Payload]] | None = None  # told the time in UNIX ns
    answer: Callable[[str, int], Sequence[Payload]] | None = (
        None  # to a challenge, told it and the time in UNIX ns
    )
    auth_timeout_ns: int = 10 * NS_PER_SECOND
    batch_size: int = 50
    whole: bool = False  # every request names all topics, because it replaces the one before
    max_subscriptions: int | None = None
    max_connections: int | None = None  # for whoever opens sessions of this kind
    fits: Callable[[Sequence[Subscription]], bool] | None = None  # whether a frame may name so many
    ack: AckFacts = AckFacts()
    send_limit: SendLimit | None = None
    ask_limit: SendLimit | None = None  # of frames that subscribe, unsubscribe or log in, on each connection
    heartbeat: Heartbeat | None = None
    stale_after_ns: int | None = None
    backoff: Backoff = Backoff()
    max_age_ns: int | None = None
    renew_margin_ns: int = 60 * NS_PER_SECOND
    names_topics: bool = True  # data frames say their topics; else whoever reads them has to notice silence
    by_token: bool = False  # it is opened or logged into with a token that a call gave, and that may end

    def line(self, event: str, *, warn: bool = False, **fields: object) -> LogLine:
        """A line for the log that says which connection it is about."""
        return LogLine(event, {"venue": self.venue, "stream": self.name, **fields}, warn)
