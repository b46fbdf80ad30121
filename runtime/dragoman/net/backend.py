"""The seam between the runtime and the world: what a backend and a clock have to offer."""

from __future__ import annotations

from typing import Protocol

from dragoman.net.wire import Frame, Pairs, Request, Response

NS_PER_SECOND = 1_000_000_000


class Clock(Protocol):
    """Time as integers of nanoseconds; a virtual one makes every timer of the runtime testable."""

    def now_ns(self) -> int:
        """UNIX time."""
        ...

    def monotonic_ns(self) -> int:
        """A time that never goes back, for measuring durations."""
        ...

    async def sleep(self, duration_ns: int) -> None: ...


class HttpBackend(Protocol):
    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        """The response to `request`, whatever its status.

        Raises TransportError when nothing was sent, RequestTimeout or RequestCut when it may have been, and BadResponse
        for an answer beyond the size bound.
        """
        ...

    async def close(self) -> None: ...


class Connection(Protocol):
    """An open stream of frames in both directions."""

    async def send(self, data: str | bytes) -> None:
        """Send one frame; raises ConnectionLost once the connection is gone."""
        ...

    async def receive(self) -> Frame | None:
        """The next frame, or None when the other side ended the stream in good order; else ConnectionLost or FrameTooLarge."""
        ...

    async def close(self, code: int = 1000) -> None:
        """End the stream; a pending `receive` returns. Calling it again does nothing."""
        ...


class Connector(Protocol):
    async def connect(
        self, url: str, *, headers: Pairs = (), venue: str = "", stream: str = ""
    ) -> Connection:
        """An open connection to `url`, or ConnectionLost when it cannot be had in time; venue and stream label errors."""
        ...
