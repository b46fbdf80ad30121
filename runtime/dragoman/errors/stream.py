"""Errors of a connection or of what it carried; the session recovers, state may be stale meanwhile."""

from __future__ import annotations

from typing import Any

from dragoman.errors.base import DragomanError


class StreamError(DragomanError):
    """A stream failed; `stream` names the connection."""

    venue: str
    stream: str
    why: str

    def __init__(self, venue: str, stream: str, why: str, **facts: Any) -> None:
        super().__init__(f"{venue} {stream}: {why}", venue=venue, stream=stream, why=why, **facts)


class ConnectionLost(StreamError):
    """The connection is gone; `code` is the close code where the protocol has one."""

    code: int | None

    def __init__(self, venue: str, stream: str, why: str, code: int | None = None) -> None:
        super().__init__(venue, stream, f"connection lost: {why}", code=code)


class FrameTooLarge(StreamError):
    """A frame exceeds the bound that keeps memory finite; raise the bound only if the venue documents larger frames."""

    size: int
    limit: int

    def __init__(self, venue: str, stream: str, size: int, limit: int) -> None:
        super().__init__(
            venue, stream, f"a frame of {size} bytes exceeds the limit of {limit}", size=size, limit=limit
        )


class SubscriptionRefused(StreamError):
    """The venue refused a subscription or log-in on the stream, with its own code and words."""

    topic: str
    code: str | None
    meaning: str | None

    def __init__(
        self, venue: str, stream: str, topic: str, code: str | int | None = None, meaning: str | None = None
    ) -> None:
        said = " ".join(str(part) for part in (code, meaning) if part is not None) or "no reason given"
        super().__init__(
            venue,
            stream,
            f"subscription to {topic} refused: {said}",
            topic=topic,
            code=None if code is None else str(code),
            meaning=meaning,
        )


class SlowConsumer(StreamError):
    """The reader fell behind by more than the queue holds; `dropped` events are lost and reported as a gap."""

    dropped: int

    def __init__(self, venue: str, stream: str, dropped: int) -> None:
        super().__init__(
            venue, stream, f"the consumer is too slow: {dropped} events dropped", dropped=dropped
        )
