"""Every frame that an adapter got to read, and when: what it was told and what it had to find out by itself."""

from __future__ import annotations

import re
from typing import Any

from dragoman.net.backend import Clock, Connection, Connector
from dragoman.net.wire import Frame, Pairs


class Overheard:
    """A connector whose connections keep what they hand over, in `frames` as (elapsed nanoseconds, bytes)."""

    def __init__(self, inner: Connector, clock: Clock, frames: list[tuple[int, bytes]]) -> None:
        self._inner = inner
        self._clock = clock
        self._frames = frames

    async def connect(
        self, url: str, *, headers: Pairs = (), venue: str = "", stream: str = ""
    ) -> Connection:
        inner = await self._inner.connect(url, headers=headers, venue=venue, stream=stream)
        return _Tapped(inner, self._clock, self._frames)


class _Tapped:
    def __init__(self, inner: Connection, clock: Clock, frames: list[tuple[int, bytes]]) -> None:
        self._inner = inner
        self._clock = clock
        self._frames = frames

    async def send(self, data: str | bytes) -> None:
        await self._inner.send(data)

    async def receive(self) -> Frame | None:
        frame = await self._inner.receive()
        if frame is not None:
            self._frames.append((self._clock.monotonic_ns(), bytes(frame.data)))
        return frame

    async def close(self, code: int = 1000) -> None:
        await self._inner.close(code)


def named_in(frames: list[tuple[int, bytes]], identity: Any) -> list[tuple[int, bytes]]:
    """The frames in which an id of the venue stands."""
    whole = re.compile(rb"(?<![\w-])" + re.escape(str(identity).encode()) + rb"(?![\w-])")
    return [each for each in frames if whole.search(each[1])]
