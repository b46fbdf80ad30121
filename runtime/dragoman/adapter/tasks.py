"""Background work of one connection."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from dragoman.net.backend import Clock

T = TypeVar("T")


class Turns:
    """Deliveries by several tasks, one after the other, as they were begun."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self.waiting = 0
        """Deliveries that are under way or wait for their turn."""

    async def take(self, send: Callable[[T], Awaitable[None]], told: T) -> None:
        """Deliver something once it is its turn."""
        self.waiting += 1
        try:
            async with self._lock:
                await send(told)
        finally:
            self.waiting -= 1


class Tasks:
    """Work that goes on until it is done or abandoned; a fault of the program in it is told to `on_fault`, never lost."""

    def __init__(self, clock: Clock, on_fault: Callable[[Exception], None]) -> None:
        self._clock = clock
        self._on_fault = on_fault
        self._running: set[asyncio.Task[None]] = set()

    def spawn(self, *several: Awaitable[None]) -> None:
        """Begin it now."""
        for work in several:
            task = asyncio.get_running_loop().create_task(self._guarded(work))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    def at(self, moment_ns: int, action: Callable[[], None]) -> None:
        """Do something at a moment, UNIX ns; soon where that is past."""

        async def waited() -> None:
            await self.until(moment_ns)
            action()

        self.spawn(waited())

    async def until(self, moment_ns: int) -> None:
        """Wait for a moment, UNIX ns."""
        wait = moment_ns - self._clock.now_ns()
        if wait > 0:
            await self._clock.sleep(wait)

    def abandon(self) -> None:
        """Ask all of it to end."""
        for task in self._running:
            task.cancel()

    async def close(self) -> None:
        """End all of it, and wait until it has."""
        self.abandon()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _guarded(self, work: Awaitable[None]) -> None:
        try:
            await work
        except Exception as error:
            self._on_fault(error)
