"""An event loop whose time passes only while every task waits: hours of timers run in no time, and a hang is seen."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

from dragoman.net.backend import NS_PER_SECOND

T = TypeVar("T")

# Turns of the loop in which no time passes; no work that ends takes as many.
_MOST_TURNS = 200_000


class Hang(Exception):
    """Nothing can happen any more, or the same is done over and over without time passing."""


class _Jumping(selectors.DefaultSelector):
    """Where a real selector would wait, this one moves the loop's time to the next timer."""

    loop: VirtualLoop

    def select(self, timeout: Any = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        loop = self.loop
        if ready or (timeout is not None and timeout <= 0):
            loop.turns += 1
            if loop.turns > _MOST_TURNS:
                raise Hang(f"{_MOST_TURNS} turns of the loop at {loop.elapsed_ns} ns, and no end")
            return ready
        if timeout is None:
            raise Hang(f"every task waits at {loop.elapsed_ns} ns, and no timer runs: {loop.waiting()}")
        loop.turns = 0
        loop.elapsed_ns += max(1, round(timeout * NS_PER_SECOND))
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """For work in memory alone: a socket that is still to become ready would be passed over.

    `failures` keeps what reached the loop's exception handler, `forgotten()` errors of tasks that nobody asked for.
    """

    def __init__(self) -> None:
        self.elapsed_ns = 0
        self.turns = 0
        selector = _Jumping()
        selector.loop = self
        super().__init__(selector)
        self.failures: list[dict[str, Any]] = []
        self._failed: list[asyncio.Task[Any]] = []
        self.set_exception_handler(lambda loop, context: self.failures.append(context))
        self.set_task_factory(self._make)

    def time(self) -> float:
        """Seconds since the loop was made."""
        return self.elapsed_ns / NS_PER_SECOND

    def forgotten(self) -> list[BaseException]:
        """Errors that tasks ended with and nobody retrieved."""
        left = [task for task in self._failed if getattr(task, "_log_traceback", False)]
        return [error for task in left if (error := task.exception()) is not None]

    def waiting(self) -> str:
        """The names of the tasks that are not done."""
        return ", ".join(sorted(repr(task.get_coro()) for task in asyncio.all_tasks(self)))

    def _make(self, loop: asyncio.AbstractEventLoop, work: Any, **more: Any) -> asyncio.Task[Any]:
        task: asyncio.Task[Any] = asyncio.Task(work, loop=loop, **more)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        # Asking the task for its error would count as retrieving it.
        if getattr(task, "_log_traceback", False):
            self._failed.append(task)


class LoopClock:
    """The time of a virtual loop, from `start_ns`; `skew_ns` is how far this clock is ahead of the true one."""

    def __init__(self, loop: VirtualLoop, start_ns: int, skew_ns: int = 0) -> None:
        self._loop = loop
        self.start_ns = start_ns
        self.skew_ns = skew_ns

    def now_ns(self) -> int:
        return self.start_ns + self.skew_ns + self._loop.elapsed_ns

    def monotonic_ns(self) -> int:
        return self._loop.elapsed_ns

    async def sleep(self, duration_ns: int) -> None:
        await asyncio.sleep(max(duration_ns, 0) / NS_PER_SECOND)


def run_virtually(work: Coroutine[Any, Any, T], loop: VirtualLoop | None = None) -> T:
    """What `work` returns, run to its end in virtual time; raises Hang where it has none."""
    loop = loop or VirtualLoop()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.turns = 0
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        try:
            if left:
                loop.run_until_complete(asyncio.wait(left))
        finally:
            loop.close()
