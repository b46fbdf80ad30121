"""A venue without sockets: scripted answers, scripted connections and a clock that is moved by hand."""

from __future__ import annotations

import asyncio
import heapq
from collections import deque
from collections.abc import Callable, Iterable

from dragoman.errors import ConnectionLost
from dragoman.net.wire import Frame, Opcode, Pairs, Request, Response

Answer = Response | Exception | Callable[[Request], Response]

# Rounds of the event loop that suffice for a woken task to run through a handful of queues.
_SETTLING_ROUNDS = 25


async def settle() -> None:
    """Let every task that can go on do so, until the loop has had time to come to rest."""
    for _ in range(_SETTLING_ROUNDS):
        await asyncio.sleep(0)


class VirtualClock:
    """Time that passes only in `advance`; with `auto` each sleep jumps straight to its end.

    `slept_ns` lists every sleep asked for, in order.
    """

    def __init__(self, start_ns: int = 1_700_000_000_000_000_000, *, auto: bool = False) -> None:
        self._start_ns = start_ns
        self._now_ns = start_ns
        self._auto = auto
        self._sleepers: list[tuple[int, int, asyncio.Future[None]]] = []
        self.slept_ns: list[int] = []

    def now_ns(self) -> int:
        return self._now_ns

    def monotonic_ns(self) -> int:
        return self._now_ns - self._start_ns

    async def sleep(self, duration_ns: int) -> None:
        self.slept_ns.append(duration_ns)
        if self._auto:
            self._now_ns += max(duration_ns, 0)
            await asyncio.sleep(0)
            return
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        due_ns = self._now_ns + max(duration_ns, 0)
        heapq.heappush(self._sleepers, (due_ns, len(self.slept_ns), woken))
        await woken

    async def advance(self, duration_ns: int) -> None:
        """Move on by `duration_ns`, waking sleepers one by one in the order in which they are due."""
        target_ns = self._now_ns + duration_ns
        await settle()
        while self._sleepers and self._sleepers[0][0] <= target_ns:
            due_ns, _, woken = heapq.heappop(self._sleepers)
            if woken.done():  # its task was cancelled
                continue
            self._now_ns = max(due_ns, self._now_ns)
            woken.set_result(None)
            await settle()
        self._now_ns = target_ns
        await settle()


class MockHttp:
    """Answers requests from a script in order, then from `otherwise`; `requests` keeps what was sent."""

    def __init__(self, script: Iterable[Answer] = (), *, otherwise: Answer | None = None) -> None:
        self._script = deque(script)
        self._otherwise = otherwise
        self.requests: list[Request] = []
        self.closed = False

    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        self.requests.append(request)
        answer = self._script.popleft() if self._script else self._otherwise
        if answer is None:
            raise AssertionError(
                f"the script has no answer left for request {len(self.requests)}: {request!r}"
            )
        await asyncio.sleep(0)
        if isinstance(answer, Exception):
            raise answer
        return answer(request) if callable(answer) else answer

    async def close(self) -> None:
        self.closed = True


class MockConnection:
    """A connection whose other side is the test: it feeds frames, drops the line and reads what was `sent`."""

    def __init__(
        self, url: str, clock: VirtualClock, on_send: Callable[[MockConnection, bytes], None] | None
    ) -> None:
        self.url = url
        self.sent: list[bytes] = []
        self.close_code: int | None = None
        self._clock = clock
        self._on_send = on_send
        self._incoming: asyncio.Queue[Frame | Exception | None] = asyncio.Queue()
        self._ended: Exception | None = None

    def feed(self, data: str | bytes) -> None:
        """Let a frame arrive now: text for str, binary for bytes."""
        opcode = Opcode.TEXT if isinstance(data, str) else Opcode.BINARY
        raw = data.encode() if isinstance(data, str) else data
        self._incoming.put_nowait(Frame(opcode, raw, self._clock.now_ns()))

    def drop(self, why: str = "dropped by the test", code: int = 1006) -> None:
        """Break the connection after the frames already fed."""
        self._ended = ConnectionLost("", self.url, why, code)
        self._incoming.put_nowait(self._ended)

    def end(self) -> None:
        """Close in good order from the other side."""
        self._ended = ConnectionLost("", self.url, "closed by the other side", 1000)
        self._incoming.put_nowait(None)

    async def send(self, data: str | bytes) -> None:
        if self._ended is not None:
            raise self._ended
        raw = data.encode() if isinstance(data, str) else data
        self.sent.append(raw)
        if self._on_send is not None:
            self._on_send(self, raw)

    async def receive(self) -> Frame | None:
        item = await self._incoming.get()
        if isinstance(item, Exception):
            raise item
        return item

    async def close(self, code: int = 1000) -> None:
        if self.close_code is None:
            self.close_code = code
            self._ended = ConnectionLost("", self.url, "closed on this side", code)
            self._incoming.put_nowait(None)


class MockConnector:
    """Opens mock connections; the first attempts fail with `failures`, and `on_send` answers what a session sends."""

    def __init__(
        self,
        clock: VirtualClock | None = None,
        *,
        failures: Iterable[Exception] = (),
        on_send: Callable[[MockConnection, bytes], None] | None = None,
    ) -> None:
        self.clock = clock or VirtualClock()
        self.failures = deque(failures)
        self.connections: list[MockConnection] = []
        self._on_send = on_send

    @property
    def last(self) -> MockConnection:
        return self.connections[-1]

    async def connect(
        self, url: str, *, headers: Pairs = (), venue: str = "", stream: str = ""
    ) -> MockConnection:
        await asyncio.sleep(0)
        if self.failures:
            raise self.failures.popleft()
        connection = MockConnection(url, self.clock, self._on_send)
        self.connections.append(connection)
        return connection
