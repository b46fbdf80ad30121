"""A clock for a venue and its client that can be made to run faster, so that a card which waits for minutes takes a second."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager

_LOOK_S = 0.01


class PacedClock:
    """As fast as the machine's clock but for the blocks of `faster` and for what it skips; ahead of it after them."""

    def __init__(self) -> None:
        self._rate = 1
        self._real_ns = time.monotonic_ns()
        self._own_ns = 0
        self._began_ns = time.time_ns()

    def monotonic_ns(self) -> int:
        return self._own_ns + self._rate * (time.monotonic_ns() - self._real_ns)

    def now_ns(self) -> int:
        return self._began_ns + self.monotonic_ns()

    async def sleep(self, duration_ns: int) -> None:
        until = self.monotonic_ns() + max(duration_ns, 0)
        while (left := until - self.monotonic_ns()) > 0:
            # Looked at again and again, since the pace may change meanwhile.
            await asyncio.sleep(min(left / self._rate / 1_000_000_000, _LOOK_S))
        await asyncio.sleep(0)

    @contextmanager
    def faster(self, rate: int) -> Iterator[None]:
        """So many times as fast inside the block."""
        self._set(rate)
        try:
            yield
        finally:
            self._set(1)

    def skip(self, duration_ns: int) -> None:
        """So much later at once; for moments at which nobody waits."""
        self._own_ns += duration_ns

    def _set(self, rate: int) -> None:
        self._own_ns = self.monotonic_ns()
        self._real_ns = time.monotonic_ns()
        self._rate = rate
