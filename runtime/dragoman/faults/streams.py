"""Connections that break, stall, repeat, swap, lose and garble what crosses them, as a schedule says."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from dragoman.errors import ConnectionLost, StreamError
from dragoman.faults.schedule import INBOUND, OUTBOUND, TIMED, Fault, Weather
from dragoman.net.backend import Clock, Connection, Connector
from dragoman.net.wire import Frame, Opcode, Pairs
from dragoman.simulate.wire.keys import held_ns

_MOST_WAITING = 16
_GARBAGE = (
    b"",
    b"\x00\xff\xfe",
    b"{",
    b"[[[[",
    b"<html>502</html>",
    b'{"unheard":"of"}',
    b"null",
    b"\xf0\x28\x8c",
)

MayDrop = Callable[[bytes], bool]
"""Whether a frame may vanish without a trace: only what the venue numbers can be missed."""
MaySwap = Callable[[bytes], bool]
"""Whether a frame may come after the next one: of what has no numbers nobody could tell."""
MayHold = Callable[[str | bytes], bool]
"""Whether a frame that is sent may be acted on late: commands, where nothing else is of interest."""
Forget = Callable[[Connection, int], None]
"""Let the venue end one of the subscriptions of a connection, whichever the number chooses, without a word."""


class FaultyConnection:
    """A connection with weather; frames are stamped by the clock at the moment at which they are let through."""

    def __init__(
        self,
        inner: Connection,
        weather: Weather,
        clock: Clock,
        label: tuple[str, str],
        may_drop: MayDrop,
        may_swap: MaySwap,
        may_hold: MayHold,
        forget: Forget | None,
        held: set[asyncio.Task[object]],
    ) -> None:
        self._inner = inner
        self._may_hold = may_hold
        self._held_back = held
        self._is_held = False
        self._weather = weather
        self._clock = clock
        self._label = label
        self._may_drop = may_drop
        self._may_swap = may_swap
        self._forget = forget
        self._ready: deque[Frame] = deque()
        self._held: Frame | None = None
        self._moved = asyncio.Event()
        self._ended = False
        self._error: StreamError | None = None
        self._silent = False
        self._deaf = False
        self._tasks = [asyncio.create_task(self._pump()), asyncio.create_task(self._strike_in_time())]

    async def send(self, data: str | bytes) -> None:
        if self._ended:
            raise self._lost("it is gone")
        now_ns = self._clock.monotonic_ns()
        fault = self._weather.strike(("cut_acted_late",), now_ns) if self._may_hold(data) else None
        fault = fault or self._weather.strike(OUTBOUND, now_ns)
        if fault is not None and fault.kind == "cut_before_command":
            self._end(self._lost("cut before a command got through"))
            raise self._lost("cut before a command got through")
        if self._silent:
            return
        if fault is not None and fault.kind == "cut_acted_late":
            self._hold(fault, data)
            return
        if fault is not None:
            self._deaf = True
        await self._inner.send(data)
        if fault is not None:
            self._end(self._lost("cut between a command and its answer"))

    async def receive(self) -> Frame | None:
        while not self._ready:
            if self._ended:
                if self._error is not None:
                    raise self._error
                return None
            self._moved.clear()
            await self._moved.wait()
        frame = self._ready.popleft()
        self._moved.set()
        return Frame(frame.opcode, frame.data, self._clock.now_ns())

    async def close(self, code: int = 1000) -> None:
        self._end(None)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if not self._is_held:
            with suppress(StreamError):
                await self._inner.close(code)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _hold(self, fault: Fault, data: str | bytes) -> None:
        """Let the client's end break; the venue's stays until it has acted."""

        async def act() -> None:
            await self._clock.sleep(fault.lasts_ns)
            held_ns.set(fault.lasts_ns)
            with suppress(StreamError):
                await self._inner.send(data)
            await self._inner.close()

        self._is_held = True
        task: asyncio.Task[object] = asyncio.create_task(act())
        self._held_back.add(task)
        task.add_done_callback(self._held_back.discard)
        self._end(self._lost("cut between a command and what it does"))

    async def _pump(self) -> None:
        """Take frames from the venue as fast as the other side reads them."""
        try:
            while not self._ended:
                frame = await self._inner.receive()
                if frame is None:
                    break
                delay = self._weather.lasting(("delay",), self._clock.monotonic_ns())
                if delay is not None:
                    await self._clock.sleep(self._weather.random.randrange(1, delay.lasts_ns + 1))
                if not (self._silent or self._deaf or self._ended):
                    self._pass(frame)
                while len(self._ready) >= _MOST_WAITING and not self._ended:
                    self._moved.clear()
                    await self._moved.wait()
        except StreamError as error:
            self._end(error)
            return
        if not self._silent:
            self._end(None)

    def _pass(self, frame: Frame) -> None:
        fault = self._weather.strike(INBOUND, self._clock.monotonic_ns())
        match None if fault is None else fault.kind:
            case "cut_in_frame":
                self._end(self._lost("cut in the middle of a frame"))
                return
            case "duplicate":
                self._put(frame, frame)
            case "reorder" if self._held is None and self._may_swap(frame.data):
                self._held = frame
                return
            case "drop" if self._may_drop(frame.data):
                return
            case "truncate":
                cut = self._weather.random.randrange(1, max(2, len(frame.data)))
                self._put(Frame(frame.opcode, frame.data[:cut]))
            case "garbage":
                self._put(Frame(Opcode.TEXT, self._weather.random.choice(_GARBAGE)), frame)
            case _:
                if fault is not None:
                    self._weather.spare()
                self._put(frame)
        if self._held is not None:
            held, self._held = self._held, None
            self._put(held)

    def _put(self, *frames: Frame) -> None:
        self._ready.extend(frames)
        self._moved.set()

    async def _strike_in_time(self) -> None:
        weather = self._weather
        while (due_ns := weather.next_ns(TIMED)) is not None and not self._ended:
            wait_ns = due_ns - self._clock.monotonic_ns()
            if wait_ns > 0:
                await self._clock.sleep(wait_ns)
            fault = weather.strike(TIMED, self._clock.monotonic_ns())
            if fault is not None:
                self._befall(fault)

    def _befall(self, fault: Fault) -> None:
        match fault.kind:
            case "cut":
                self._end(self._lost("cut while idle"))
            case "refuse":
                self._end(self._lost("cut by a venue that goes away"))
            case "expire":
                self._end(None)
            case "silence":
                self._silent = True
            case "forget_topic" if self._forget is not None:
                self._forget(self._inner, self._weather.random.randrange(1 << 16))
            case _:
                self._weather.spare()

    def _end(self, error: StreamError | None) -> None:
        """Nothing comes after what is here already; a frame that waited for its swap is still let through."""
        if self._ended:
            return
        if self._held is not None:
            held, self._held = self._held, None
            self._put(held)
        self._ended, self._error = True, error
        self._moved.set()

    def _lost(self, why: str) -> ConnectionLost:
        return ConnectionLost(*self._label, why, 1006)


class FaultyConnector:
    """Opens connections with weather over those of another connector."""

    def __init__(
        self,
        inner: Connector,
        weather: Weather,
        clock: Clock,
        *,
        may_drop: MayDrop = lambda data: True,
        may_swap: MaySwap = lambda data: True,
        may_hold: MayHold = lambda data: True,
        forget: Forget | None = None,
    ) -> None:
        self._inner = inner
        self._weather = weather
        self._clock = clock
        self._may_drop = may_drop
        self._may_swap = may_swap
        self._may_hold = may_hold
        self._forget = forget
        self.opened = 0
        self.held: set[asyncio.Task[object]] = set()
        """What the venue has and is still to act on, though the connection it came by is gone."""

    async def connect(
        self, url: str, *, headers: Pairs = (), venue: str = "", stream: str = ""
    ) -> FaultyConnection:
        if self._weather.lasting(("refuse",), self._clock.monotonic_ns()) is not None:
            raise ConnectionLost(venue, stream, "connection refused")
        inner = await self._inner.connect(url, headers=headers, venue=venue, stream=stream)
        self.opened += 1
        label = (venue, stream)
        return FaultyConnection(
            inner,
            self._weather,
            self._clock,
            label,
            self._may_drop,
            self._may_swap,
            self._may_hold,
            self._forget,
            self.held,
        )
