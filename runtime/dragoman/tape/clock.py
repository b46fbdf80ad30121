"""The clock of a replay: it stands still until the tape goes on."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable


class TapeClock:
    """UNIX time of the recording; `wake` lets the next sleeper go, `advance` moves on without waking anyone."""

    def __init__(self, start_ns: int, poke: Callable[[], None]) -> None:
        self._start_ns = start_ns
        self._now_ns = start_ns
        self._poke = poke
        self._sleepers: list[tuple[int, int, asyncio.Future[None]]] = []
        self._count = 0

    def now_ns(self) -> int:
        return self._now_ns

    def monotonic_ns(self) -> int:
        return self._now_ns - self._start_ns

    async def sleep(self, duration_ns: int) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._count += 1
        heapq.heappush(self._sleepers, (self._now_ns + max(duration_ns, 0), self._count, woken))
        self._poke()
        await woken

    @property
    def due_ns(self) -> int | None:
        """When the next sleeper is due, None where nobody sleeps."""
        while self._sleepers and self._sleepers[0][2].done():  # its task was cancelled
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] if self._sleepers else None

    def wake(self) -> None:
        """Go on to the next sleeper and let it run."""
        due_ns, _, woken = heapq.heappop(self._sleepers)
        self.advance(due_ns)
        woken.set_result(None)

    def advance(self, to_ns: int) -> None:
        """Go on to this moment; time never goes back."""
        self._now_ns = max(self._now_ns, to_ns)
