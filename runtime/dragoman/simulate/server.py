"""Servers of a simulated venue: on loopback one for each of its hosts, where the path tells what a client wants."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import repeat
from types import TracebackType
from typing import Any, Protocol, Self

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.http11 import Request, Response

from dragoman.net.backend import Clock
from dragoman.net.clock import SystemClock
from dragoman.requests.facts import Interface
from dragoman.simulate.answers import Answer
from dragoman.simulate.errors import NotSimulated
from dragoman.simulate.http_server import serve_http
from dragoman.simulate.links import Link
from dragoman.simulate.places import Places, Way, chosen
from dragoman.simulate.sockets import ByteStream, Gone, Socket, WebSocket
from dragoman.simulate.wire.quotas import OpeningRefused

_HOST = "127.0.0.1"
_NO_SUCH_PATH = 404
_SWITCHING = 101
_SECOND_NS = 1_000_000_000


class Core(Protocol):
    """What the sockets are the shell of."""

    interface: Interface

    def respond(
        self,
        server: str,
        method: str,
        target: str,
        body: bytes,
        now_ns: int,
        headers: Mapping[str, str] | None = None,
    ) -> Answer: ...

    def take(self) -> list[tuple[Link, bytes]]: ...

    def connect(self, connection: str, product: str, path: str, now_ns: int | None = None) -> Link: ...

    def disconnect(self, link: Link) -> None: ...

    def receive(self, link: Link, data: str | bytes, now_ns: int) -> list[bytes]: ...

    def takes(self, link: Link, data: str | bytes, now_ns: int) -> bool: ...

    def advance(self, now_ns: int) -> list[tuple[Link, bytes]]: ...


class LoopbackVenue:
    """Serves a core while the block is open; `urls` is what an adapter takes as its `urls`.

    Its servers listen on `port` and those after it, in the order of their names; on any that is free where it is 0.

    The market stands still until `publish` or `run` is called.
    """

    def __init__(
        self, core: Core, products: Iterable[str], *, clock: Clock | None = None, port: int = 0
    ) -> None:
        self._ports = iter(range(port, 65_536)) if port else repeat(0)
        self.core = core
        self.products = tuple(products)
        self.clock: Clock = clock or SystemClock()
        self.messages = 0
        """Frames sent."""
        self.urls: dict[str, Any] = {"http": {}, "connections": {}}
        self.hosts: dict[str, str] = {}
        """Real host, `https://api.example.com` -> the address that stands for it here; its paths are the venue's own."""
        self.places = Places(core.interface)
        self._http: list[asyncio.Server] = []
        self._streams: list[Server | asyncio.Server] = []
        self._sockets: dict[Link, Socket] = {}
        self._conversing: set[asyncio.Task[None]] = set()
        self._sending = asyncio.Lock()
        self._telling: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        interface = self.core.interface
        # All servers, so that an adapter that is pointed here asks nothing of the venue itself.
        names = {name for operation in interface.operations.values() for name in operation.servers.values()}
        for host, servers in self.places.servers(names).items():
            server = await serve_http(self._responder(servers), _HOST, next(self._ports))
            self._http.append(server)
            local = f"http://{_HOST}:{server.sockets[0].getsockname()[1]}"
            self.hosts[host] = local
            self.urls["http"] |= {name: local + self.places.base(name) for name in servers}
        for host, ways in self.places.connections(self.products).items():
            listening = await self._listen(host, ways)
            self._streams.append(listening)
            scheme = "ws" if ways[0].is_websocket else "tcp"
            local = f"{scheme}://{_HOST}:{next(iter(listening.sockets)).getsockname()[1]}"
            self.hosts[host] = local
            for way in ways:
                self.urls["connections"].setdefault(way.connection, {})[way.product] = local + (
                    way.own if way.is_websocket else ""
                )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._telling | self._conversing:
            task.cancel()
        for listening in self._streams:
            listening.close()
            await listening.wait_closed()
        await asyncio.gather(*self._conversing, return_exceptions=True)
        for server in self._http:
            server.close()

    # -- driving -------------------------------------------------------------------------------------------------------

    async def publish(self, steps: int = 1) -> None:
        """Lets the market move and tells the subscribers."""
        for _ in range(steps):
            async with self._sending:
                await self.send(self.core.advance(self.clock.now_ns()))
                await self._end()

    async def run(self, every_ns: int) -> None:
        """Publishes forever, one step each `every_ns`, catching up where sending took longer."""
        due = self.clock.monotonic_ns()
        while True:
            due += every_ns
            await self.publish()
            await self.clock.sleep(max(0, due - self.clock.monotonic_ns()))

    async def send(self, frames: Iterable[tuple[Link, bytes]]) -> None:
        """Sends frames; those of a connection that is gone are lost, as they would be."""
        for link, frame in frames:
            socket = self._sockets.get(link)
            if socket is None:
                continue
            try:
                await socket.send(frame)
            except Gone:
                continue
            self.messages += 1

    async def _end(self) -> None:
        """Ends the connections that the venue is done with."""
        for link, socket in list(self._sockets.items()):
            if link.closing:
                self._sockets.pop(link, None)
                await socket.close(link.close_code, link.close_text)

    def force_disconnect(self) -> int:
        """Cuts every stream without a word; returns how many there were."""
        cut = list(self._sockets.items())
        for link, socket in cut:
            self._sockets.pop(link, None)
            self.core.disconnect(link)
            socket.abort()
        return len(cut)

    @property
    def connections(self) -> int:
        """Streams that are open."""
        return len(self._sockets)

    def _tell(self) -> None:
        """What a request has set off goes out, after what goes out at present."""
        task = asyncio.get_running_loop().create_task(self._told())
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def _told(self) -> None:
        async with self._sending:
            await self.send(self.core.take())

    # -- inside --------------------------------------------------------------------------------------------------------

    def _responder(self, servers: Sequence[str]) -> Any:
        def respond(method: str, target: str, body: bytes, headers: Mapping[str, str]) -> Answer:
            now_ns = self.clock.now_ns()
            answer = self.core.respond(servers[0], method, target, body, now_ns, headers)
            for name in servers[1:] if answer.status == _NO_SUCH_PATH else ():
                other = self.core.respond(name, method, target, body, now_ns, headers)
                if other.status != _NO_SUCH_PATH:
                    answer = other
                    break
            self._tell()
            return answer

        return respond

    async def _listen(self, host: str, ways: Sequence[Way]) -> Server | asyncio.Server:
        """A server for all connections of a host, by what carries them there."""
        port = next(self._ports)
        if ways[0].is_websocket:

            opened: dict[ServerConnection, list[Link]] = {}

            def opening(
                connection: ServerConnection, request: Request, response: Response
            ) -> Response | None:
                if response.status_code != _SWITCHING:
                    return None
                try:
                    opened[connection] = self._opened(host, ways, request.path)
                except OpeningRefused as refused:
                    return connection.respond(refused.status, refused.text)
                return None

            async def talk(connection: ServerConnection) -> None:
                await self._converse(WebSocket(connection), opened.pop(connection))

            every, within = self._pings(ways)
            return await serve(
                talk,
                _HOST,
                port,
                max_queue=None,
                process_response=opening,
                ping_interval=every,
                ping_timeout=within,
            )

        async def stream(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            self._conversing.add(task)
            task.add_done_callback(self._conversing.discard)
            with suppress(asyncio.CancelledError):  # which the streams of asyncio would report as a fault
                socket = ByteStream(reader, writer, ways[0].framing)
                try:
                    links = self._opened(host, ways, "")
                except OpeningRefused:
                    await socket.close()
                    return
                await self._converse(socket, links)

        return await asyncio.start_server(stream, _HOST, port)

    def _opened(self, host: str, ways: Sequence[Way], path: str) -> list[Link]:
        """The connections that a client has at an address; raises OpeningRefused."""
        links: list[Link] = []
        try:
            for way in chosen(ways, path, host):
                with suppress(NotSimulated):
                    links.append(self.core.connect(way.connection, way.product, path, self.clock.now_ns()))
        except OpeningRefused:
            for link in links:
                self.core.disconnect(link)
            raise
        return links

    def _pings(self, ways: Sequence[Way]) -> tuple[float | None, float | None]:
        """(seconds from ping to ping, seconds to answer) of a host, None where it does not ping."""
        rules = [self.core.interface.streams[way.connection].rules for way in ways]
        said = [
            (r.ping_every_ns, r.ping_within_ns or r.ping_every_ns) for r in rules if r and r.ping_every_ns
        ]
        if not said:
            return None, None
        every, within = min(said)
        return every / _SECOND_NS, within / _SECOND_NS

    async def _converse(self, socket: Socket, links: Sequence[Link]) -> None:
        """One client, until either side ends it."""
        self._sockets.update(dict.fromkeys(links, socket))
        try:
            for link in links:
                for frame in link.greeting:
                    await socket.send(frame)
            async for data in socket.frames():
                for reply in self._received(links, data):
                    await socket.send(reply)
                self._tell()
                if any(link.closing for link in links):
                    break
        except Gone:
            return
        finally:
            for link in links:
                self._sockets.pop(link, None)
                self.core.disconnect(link)
            last = next((link for link in links if link.closing), None)
            await (socket.close() if last is None else socket.close(last.close_code, last.close_text))

    def _received(self, links: Sequence[Link], data: str | bytes) -> list[bytes]:
        """What goes back for a frame: of the connections that share an address the first that knows what to do with it answers."""
        for link in links:
            link.heard_ns = self.clock.now_ns()
        fitting = [
            link for link in links if len(links) == 1 or self.core.takes(link, data, self.clock.now_ns())
        ]
        for link in fitting[:1] or links[:1]:
            return self.core.receive(link, data, self.clock.now_ns())
        return []
