"""What frames mean to a session, and what a session asks its shell to do."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dragoman.model.market import StreamGap
from dragoman.net.wire import Frame

# -- what a frame is, as generated code classifies it ------------------------------------------------------------------


class Data(msgspec.Struct, frozen=True):
    """Something for the translator; without a `topic` it counts as a sign of life of every subscription."""

    topic: str | None = None


class Ack(msgspec.Struct, frozen=True, kw_only=True):
    """The venue confirms a request, by its id or by naming the topics."""

    request_id: int | None = None
    topics: tuple[str, ...] = ()


class Unsubscribed(msgspec.Struct, frozen=True, kw_only=True):
    """The venue has ended subscriptions as it was asked to, by the id of the request or by naming the topics."""

    request_id: int | None = None
    topics: tuple[str, ...] = ()


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """The venue refuses a request; `retry` when it says that later may do (too many requests)."""

    request_id: int | None = None
    topics: tuple[str, ...] = ()
    code: str | None = None
    reason: str = ""
    retry: bool = False


class Answer(msgspec.Struct, frozen=True):
    """The answer to a request that went out by `Session.request`."""

    request_id: int


class Challenge(msgspec.Struct, frozen=True):
    """The venue sends something that the log-in has to answer."""

    text: str


class AuthOk(msgspec.Struct, frozen=True):
    """The log-in was accepted."""


class AuthRefused(msgspec.Struct, frozen=True, kw_only=True):
    """The log-in was refused; unless the venue invites a `retry`, the same credentials will not do better."""

    code: str | None = None
    reason: str = ""
    retry: bool = False


class Expired(msgspec.Struct, frozen=True):
    """The venue says that the token that the connection was opened with is void."""

    reason: str = ""


class Ping(msgspec.Struct, frozen=True):
    """The venue asks for a sign of life: `reply` is what to send."""

    reply: str | bytes


class Pong(msgspec.Struct, frozen=True):
    """The answer to a heartbeat of ours."""


class GoAway(msgspec.Struct, frozen=True):
    """The venue announces that it will cut this connection; connect anew, now."""

    reason: str = ""


class Notice(msgspec.Struct, frozen=True):
    """Words of the venue that concern no subscription: for the log, or for nobody where `text` is empty."""

    text: str = ""


Control = (
    Ack
    | Unsubscribed
    | Refused
    | Answer
    | Challenge
    | AuthOk
    | AuthRefused
    | Expired
    | Ping
    | Pong
    | GoAway
    | Notice
)


# -- what the shell is to do -------------------------------------------------------------------------------------------


class Connect(msgspec.Struct, frozen=True):
    """Open a connection, then report on_connected or on_disconnected."""

    url: str


class Send(msgspec.Struct, frozen=True):
    payload: str | bytes


class Close(msgspec.Struct, frozen=True):
    """Close the connection, then report on_disconnected."""

    code: int
    reason: str


class Deliver(msgspec.Struct, frozen=True):
    """Hand a data frame to the consumer."""

    frame: Frame
    topic: str | None = None


class EmitGap(msgspec.Struct, frozen=True):
    """Tell the consumer of a hole, before the first frame after it."""

    gap: StreamGap


class Acked(msgspec.Struct, frozen=True):
    """A subscription is confirmed (again)."""

    topic: str


class Left(msgspec.Struct, frozen=True):
    """What comes of a topic from here on is of no subscription that was given up before; one for each that was."""

    topic: str


class Answered(msgspec.Struct, frozen=True):
    """A request has its answer."""

    request_id: int
    frame: Frame


class SubscriptionFailed(msgspec.Struct, frozen=True):
    """A subscription is given up and will not be tried again."""

    topic: str
    code: str | None
    reason: str


class GiveUpToken(msgspec.Struct, frozen=True):
    """The token that the connection was opened with is void: the next connection needs another one."""


class Finished(msgspec.Struct, frozen=True):
    """The session is over: closed as asked when `reason` is None, else given up for good."""

    reason: str | None = None


class LogLine(msgspec.Struct, frozen=True):
    """Something for the log; `warning` for what a user should know."""

    event: str
    fields: Mapping[str, object]
    warning: bool = False


Action = (
    Connect
    | Send
    | Close
    | Deliver
    | EmitGap
    | Acked
    | Left
    | Answered
    | SubscriptionFailed
    | GiveUpToken
    | Finished
    | LogLine
)
