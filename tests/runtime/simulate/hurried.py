"""A clock on which time passes faster, so that waits of the runtime cost a test nothing to speak of."""

from __future__ import annotations

import asyncio
import time

_SECOND = 1_000_000_000


class HurriedClock:
    """Time passes so many times as fast as it does."""

    def __init__(self, times: int = 100, start_ns: int = 1_790_000_000 * _SECOND) -> None:
        self._times = times
        self._start_ns = start_ns
        self._began_ns = time.monotonic_ns()

    def now_ns(self) -> int:
        return self._start_ns + self.monotonic_ns()

    def monotonic_ns(self) -> int:
        return (time.monotonic_ns() - self._began_ns) * self._times

    async def sleep(self, duration_ns: int) -> None:
        await asyncio.sleep(max(duration_ns, 0) / _SECOND / self._times)
