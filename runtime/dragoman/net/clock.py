"""The clock of this machine, and how far a venue's clock is off."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

import msgspec

from dragoman.net.backend import NS_PER_SECOND, Clock


class SystemClock:
    """The clock of this machine and the event loop's timer."""

    def now_ns(self) -> int:
        return time.time_ns()

    def monotonic_ns(self) -> int:
        return time.monotonic_ns()

    async def sleep(self, duration_ns: int) -> None:
        await asyncio.sleep(max(duration_ns, 0) / NS_PER_SECOND)


class ClockSample(msgspec.Struct, frozen=True):
    """One measurement: `offset_ns` to add to local time, known to within half of `round_trip_ns`."""

    offset_ns: int
    round_trip_ns: int
    at_ns: int


class ClockOffset:
    """Venue time minus local time, from the quickest of the last `keep` round trips."""

    __slots__ = ("_best", "_samples")

    def __init__(self, keep: int = 8) -> None:
        self._samples: deque[ClockSample] = deque(maxlen=keep)
        self._best: ClockSample | None = None

    def sample(self, sent_ns: int, server_ns: int, received_ns: int) -> ClockSample:
        """Take in one exchange: local times before and after it, and the venue's time in between."""
        if received_ns < sent_ns:
            raise ValueError(f"a reply at {received_ns} cannot precede its request at {sent_ns}")
        measured = ClockSample(server_ns - (sent_ns + received_ns) // 2, received_ns - sent_ns, received_ns)
        self._samples.append(measured)
        # The quickest trip bounds the error best; the bounded window lets a drifting clock be followed.
        self._best = min(self._samples, key=lambda each: each.round_trip_ns)
        return measured

    @property
    def offset_ns(self) -> int:
        return 0 if self._best is None else self._best.offset_ns

    @property
    def error_ns(self) -> int | None:
        """How far `offset_ns` can be off, or None before the first measurement."""
        return None if self._best is None else self._best.round_trip_ns // 2

    def apply(self, now_ns: int) -> int:
        """The venue's time at local time `now_ns`."""
        return now_ns + self.offset_ns

    def age_ns(self, now_ns: int) -> int | None:
        """Time since the last measurement, or None when there was none."""
        return now_ns - self._samples[-1].at_ns if self._samples else None

    def forget(self) -> None:
        """Drop all measurements, as after the venue refused a timestamp."""
        self._samples.clear()
        self._best = None


async def measure(
    offset: ClockOffset, clock: Clock, ask: Callable[[], Awaitable[int]], *, times: int = 5
) -> None:
    """Sample the venue's clock `times` times; `ask` is a call that returns the venue's time in UNIX ns."""
    for _ in range(times):
        sent_ns, started_ns = clock.now_ns(), clock.monotonic_ns()
        server_ns = await ask()
        # A step of the system's clock in the meantime must not pass for a delay of the network.
        offset.sample(sent_ns, server_ns, sent_ns + clock.monotonic_ns() - started_ns)
