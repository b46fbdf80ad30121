"""Sockets of a simulated venue: an HTTP server for each of its servers, a WebSocket server for each product, on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from itertools import repeat
from types import TracebackType
from typing import Any, Protocol, Self

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from dragoman.net.backend import Clock
from dragoman.net.clock import SystemClock
from dragoman.requests.facts import Interface
from dragoman.simulate.answers import Answer
from dragoman.simulate.http_server import serve_http
from dragoman.simulate.links import Link

_HOST = "127.0.0.1"


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

    def connect(self, connection: str, product: str, path: str) -> Link: ...

    def disconnect(self, link: Link) -> None: ...

    def receive(self, link: Link, data: str | bytes, now_ns: int) -> list[bytes]: ...

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
        self._http: list[asyncio.Server] = []
        self._streams: list[Server] = []
        self._sockets: dict[Link, ServerConnection] = {}
        self._sending = asyncio.Lock()
        self._telling: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        interface = self.core.interface
        # All servers, so that an adapter that is pointed here asks nothing of the venue itself.
        names = {name for operation in interface.operations.values() for name in operation.servers.values()}
        for name in sorted(names):
            server = await serve_http(self._responder(name), _HOST, next(self._ports))
            self._http.append(server)
            self.urls["http"][name] = f"http://{_HOST}:{server.sockets[0].getsockname()[1]}"
        for stream in interface.streams.values():
            if stream.transport != "websocket":
                continue
            if stream.frame is None and stream.at_connect is None and not stream.login:
                continue
            addresses = self.urls["connections"].setdefault(stream.name, {})
            for product in stream.products or ("",):
                if product and product not in self.products:
                    continue
                listening = await serve(
                    self._handler(stream.name, product), _HOST, next(self._ports), max_queue=None
                )
                self._streams.append(listening)
                port = next(iter(listening.sockets)).getsockname()[1]
                token = "/{session_token}" if stream.login and stream.login_frame is None else ""
                addresses[product] = f"ws://{_HOST}:{port}/{stream.name}{token}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._telling:
            task.cancel()
        for listening in self._streams:
            listening.close()
            await listening.wait_closed()
        for server in self._http:
            server.close()

    # -- driving -------------------------------------------------------------------------------------------------------

    async def publish(self, steps: int = 1) -> None:
        """Lets the market move and tells the subscribers."""
        for _ in range(steps):
            async with self._sending:
                await self.send(self.core.advance(self.clock.now_ns()))

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
                await socket.send(frame, text=True)
            except ConnectionClosed:
                continue
            self.messages += 1

    def force_disconnect(self) -> int:
        """Cuts every stream without a word; returns how many there were."""
        cut = list(self._sockets.items())
        for link, socket in cut:
            self._sockets.pop(link, None)
            self.core.disconnect(link)
            socket.transport.abort()
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

    def _responder(self, server: str) -> Any:
        def respond(method: str, target: str, body: bytes, headers: Mapping[str, str]) -> Answer:
            answer = self.core.respond(server, method, target, body, self.clock.now_ns(), headers)
            self._tell()
            return answer

        return respond

    def _handler(self, connection: str, product: str) -> Any:
        async def handle(socket: ServerConnection) -> None:
            request = socket.request
            link = self.core.connect(connection, product, "" if request is None else request.path)
            self._sockets[link] = socket
            try:
                async for data in socket:
                    replies = self.core.receive(link, data, self.clock.now_ns())
                    for reply in replies:
                        await socket.send(reply, text=True)
            except ConnectionClosed:
                return
            finally:
                self._sockets.pop(link, None)
                self.core.disconnect(link)

        return handle
