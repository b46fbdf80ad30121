"""A simulated venue without sockets: an adapter's connector and HTTP backend that lead straight into its core."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlsplit

from dragoman.errors import ConnectionLost
from dragoman.net.backend import Clock, Connection
from dragoman.net.wire import Frame, Opcode, Pairs, Request, Response
from dragoman.requests.facts import Stream
from dragoman.simulate.links import Link
from dragoman.simulate.server import Core
from dragoman.simulate.wire.quotas import OpeningRefused

_MOST_WAITING = 2048


class MemoryConnection:
    """One client's connection; a client that lets too many frames wait is cut, as venues do."""

    def __init__(self, venue: MemoryVenue, link: Link) -> None:
        self.link = link
        self._venue = venue
        self._waiting: deque[Frame] = deque()
        self._arrived = asyncio.Event()
        self._closed = False
        self._cut = False
        self._ended = False
        self.is_forgotten = False
        """Whether the venue tells it nothing that it does not ask for."""

    def arrive(self, data: bytes) -> None:
        """Let a frame of the venue arrive now."""
        if len(self._waiting) >= _MOST_WAITING:
            self._cut = True
            self._venue.leave(self)
        else:
            self._waiting.append(Frame(Opcode.TEXT, data, self._venue.clock.now_ns()))
        self._arrived.set()

    async def send(self, data: str | bytes) -> None:
        if self._closed or self._cut or self._ended:
            raise self._lost()
        for reply in self._venue.core.receive(self.link, data, self._venue.clock.now_ns()):
            self.arrive(reply)
        if self.link.closing:
            self.end()

    def end(self) -> None:
        """The venue ends the connection in good order, once what has arrived is read."""
        self._ended = True
        self._venue.leave(self)
        self._arrived.set()

    async def receive(self) -> Frame | None:
        while not self._waiting:
            if self._closed or self._ended:
                return None
            if self._cut:
                raise self._lost()
            self._arrived.clear()
            await self._arrived.wait()
        return self._waiting.popleft()

    async def close(self, code: int = 1000) -> None:
        if not self._closed:
            self._closed = True
            self._venue.leave(self)
            self._arrived.set()

    def _lost(self) -> ConnectionLost:
        return ConnectionLost("", self.link.connection, "the client reads too slowly", 1008)


class MemoryHttp:
    """Answers from the core, at once."""

    def __init__(self, core: Core, clock: Clock) -> None:
        self._core = core
        self._clock = clock

    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        url = urlsplit(request.target)
        target = f"{url.path}?{url.query}" if url.query else url.path
        headers = {name.lower(): value for name, value in request.headers}
        answer = self._core.respond(
            url.netloc, request.method, target, request.body, self._clock.now_ns(), headers
        )
        told = {name.lower(): value for name, value in answer.headers}
        return Response(status=answer.status, headers=told, body=answer.body)

    async def close(self) -> None:
        """Nothing is held open."""


def _token(stream: Stream) -> str:
    """Where the token stands in the address of a connection that is not logged on to by a frame."""
    return "/{session_token}" if stream.login and stream.login_frame is None else ""


class MemoryVenue:
    """A core at the time of a clock; `urls` is what an adapter takes as its `urls`, this object as its `connector`."""

    def __init__(self, core: Core, clock: Clock, products: Iterable[str]) -> None:
        self.core = core
        self.clock = clock
        self.http = MemoryHttp(core, clock)
        self.connections: dict[Link, MemoryConnection] = {}
        served = tuple(products)
        interface = core.interface
        servers = {name for each in interface.operations.values() for name in each.servers.values()}
        self.urls: dict[str, Any] = {
            "http": {name: f"memory://{name}" for name in sorted(servers)},
            "connections": {
                stream.name: {each: f"memory://{stream.name}/{each}{_token(stream)}" for each in served}
                for stream in interface.streams.values()
            },
        }

    async def connect(
        self, url: str, *, headers: Pairs = (), venue: str = "", stream: str = ""
    ) -> MemoryConnection:
        address = urlsplit(url)
        product = address.path.strip("/").partition("/")[0]
        try:
            link = self.core.connect(address.netloc, product, address.path, self.clock.now_ns())
        except OpeningRefused as refused:
            raise ConnectionLost(venue, stream, f"HTTP {refused.status}: {refused.text}") from None
        connection = self.connections[link] = MemoryConnection(self, link)
        for frame in link.greeting:
            connection.arrive(frame)
        return connection

    def leave(self, connection: MemoryConnection) -> None:
        """The connection is over on the venue's side."""
        self.connections.pop(connection.link, None)
        self.core.disconnect(connection.link)

    def publish(self) -> int:
        """Let the market move once and tell the subscribers; returns how many frames went out."""
        return self.tell(self.core.advance(self.clock.now_ns()))

    def tell(self, frames: Sequence[tuple[Link, bytes]]) -> int:
        """Let frames arrive; those of a connection that is gone are lost."""
        for link, frame in frames:
            connection = self.connections.get(link)
            if connection is not None and not connection.is_forgotten:
                connection.arrive(frame)
        for link, connection in list(self.connections.items()):
            if link.closing:
                connection.end()
        return len(frames)

    def forget_topic(self, connection: Connection, choice: int) -> None:
        """End one subscription of a connection without telling the client.

        Where nothing is subscribed to by name, the connection is told nothing any more.
        """
        if not isinstance(connection, MemoryConnection):
            return
        topics = list(connection.link.topics)
        if topics:
            del connection.link.topics[topics[choice % len(topics)]]
        elif not self.core.interface.streams[connection.link.connection].frame:
            connection.is_forgotten = True
