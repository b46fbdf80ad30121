"""The venue's end of a client's connection: WebSocket messages, or frames cut out of a byte stream."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Protocol

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from dragoman.net.framing import Framing, Lines, Oversize

_CHUNK = 65_536


class Gone(Exception):
    """The client is not there any more."""


class Socket(Protocol):
    """Frames both ways."""

    async def send(self, frame: bytes) -> None:
        """Raises Gone."""
        ...

    def frames(self) -> AsyncIterator[str | bytes]:
        """What the client sends, until it goes."""
        ...

    async def close(self, code: int = 1000, text: str = "") -> None:
        """End the connection in good order; WebSockets say why."""
        ...

    def abort(self) -> None:
        """Cut it without a word."""
        ...


class WebSocket:
    """A client of a WebSocket server."""

    def __init__(self, connection: ServerConnection) -> None:
        self._connection = connection

    async def send(self, frame: bytes) -> None:
        try:
            await self._connection.send(frame, text=True)
        except ConnectionClosed:
            raise Gone from None

    async def frames(self) -> AsyncIterator[str | bytes]:
        with suppress(ConnectionClosed):
            async for data in self._connection:
                yield data

    async def close(self, code: int = 1000, text: str = "") -> None:
        await self._connection.close(code, text)

    def abort(self) -> None:
        self._connection.transport.abort()


class ByteStream:
    """A client of a TCP server; a frame that is longer than the framing allows ends the connection."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, framing: Framing | None
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._framing = framing or Lines()

    async def send(self, frame: bytes) -> None:
        try:
            self._writer.write(self._framing.wrap(frame))
            await self._writer.drain()
        except (OSError, RuntimeError):
            raise Gone from None

    async def frames(self) -> AsyncIterator[str | bytes]:
        buffer = bytearray()
        with suppress(OSError, Oversize):
            while chunk := await self._reader.read(_CHUNK):
                buffer += chunk
                while (frame := self._framing.cut(buffer)) is not None:
                    yield frame

    async def close(self, code: int = 1000, text: str = "") -> None:
        self._writer.close()
        with suppress(OSError):
            await self._writer.wait_closed()

    def abort(self) -> None:
        self._writer.transport.abort()
