"""How much of one rate limit is spent when, for the three ways in which venues count.

Every meter answers `earliest(weight, at_ns)`: the first moment from `at_ns` on at which `weight` fits in without pushing out
what is already promised to requests that wait for their turn. `settle(now_ns)` forgets what no longer matters.
"""

from __future__ import annotations

from bisect import bisect_right, insort


class FixedWindows:
    """Windows that start at whole multiples of their length; a promise counts in the window in which it falls due."""

    __slots__ = ("_limit", "_used", "_window_ns")

    def __init__(self, limit: int, window_ns: int) -> None:
        self._limit = limit
        self._window_ns = window_ns
        self._used: dict[int, int] = {}

    def settle(self, now_ns: int) -> None:
        current = now_ns // self._window_ns
        if not self._used or (len(self._used) == 1 and current in self._used):
            return
        for window in [each for each in self._used if each < current]:
            del self._used[window]

    def earliest(self, weight: int, at_ns: int) -> int:
        window = at_ns // self._window_ns
        if self._used.get(window, 0) + weight <= self._limit:
            return at_ns
        while self._used.get(window, 0) + weight > self._limit:
            window += 1
        return max(at_ns, window * self._window_ns)

    def take(self, weight: int, at_ns: int) -> None:
        window = at_ns // self._window_ns
        self._used[window] = self._used.get(window, 0) + weight

    def used(self, now_ns: int) -> int:
        return self._used.get(now_ns // self._window_ns, 0)

    def observe(self, used: int, now_ns: int) -> None:
        # What we count and the venue does not yet is still on its way there, hence the greater of the two.
        self._used[now_ns // self._window_ns] = max(self.used(now_ns), used)


class SlidingWindow:
    """A log of `(when, weight)`: no stretch of the window's length may hold more than the limit."""

    __slots__ = ("_limit", "_log", "_total", "_window_ns")

    def __init__(self, limit: int, window_ns: int) -> None:
        self._limit = limit
        self._window_ns = window_ns
        self._log: list[tuple[int, int]] = []
        self._total = 0

    def settle(self, now_ns: int) -> None:
        past = bisect_right(self._log, (now_ns - self._window_ns, self._limit))
        self._total -= sum(weight for _, weight in self._log[:past])
        del self._log[:past]

    def earliest(self, weight: int, at_ns: int) -> int:
        if self._total + weight <= self._limit or self._fits(weight, at_ns):
            return at_ns
        # Room can only appear at the moment when a spent weight leaves the window.
        leaving = (when + self._window_ns for when, _ in self._log)
        return next(moment for moment in leaving if moment > at_ns and self._fits(weight, moment))

    def _fits(self, weight: int, at_ns: int) -> bool:
        around = [each for each in self._log if at_ns - self._window_ns < each[0] < at_ns + self._window_ns]
        ends = [at_ns, *(when for when, _ in around if when > at_ns)]
        return all(
            weight + sum(spent for when, spent in around if end - self._window_ns < when <= end)
            <= self._limit
            for end in ends
        )

    def take(self, weight: int, at_ns: int) -> None:
        insort(self._log, (at_ns, weight))
        self._total += weight

    def used(self, now_ns: int) -> int:
        return sum(weight for when, weight in self._log if now_ns - self._window_ns < when <= now_ns)

    def observe(self, used: int, now_ns: int) -> None:
        foreign = used - self.used(now_ns)
        if foreign > 0:
            self.take(foreign, now_ns)


class TokenBucket:
    """Tokens counted in units of 1/window_ns, so that an even refill is exact in integers."""

    __slots__ = ("_at_ns", "_full", "_level", "_limit", "_promised", "_window_ns")

    def __init__(self, limit: int, window_ns: int) -> None:
        self._limit = limit
        self._window_ns = window_ns
        self._full = limit * window_ns
        self._level = self._full
        self._at_ns = 0
        self._promised: list[tuple[int, int]] = []

    def _refilled(self, level: int, duration_ns: int) -> int:
        return min(level + max(duration_ns, 0) * self._limit, self._full)

    def settle(self, now_ns: int) -> None:
        while self._promised and self._promised[0][0] <= now_ns:
            when, units = self._promised.pop(0)
            self._level = self._refilled(self._level, when - self._at_ns) - units
            self._at_ns = max(when, self._at_ns)

    def earliest(self, weight: int, at_ns: int) -> int:
        units = weight * self._window_ns
        level, since = self._level, self._at_ns
        at_ns = max(at_ns, since)
        for index in range(len(self._promised) + 1):
            moment = max(at_ns, since)
            lacking = units - self._refilled(level, moment - since)
            moment += max(-(-lacking // self._limit), 0)
            rest = self._promised[index:]
            if not rest or (moment < rest[0][0] and self._bears(level, since, moment, units, rest)):
                return moment
            level = self._refilled(level, rest[0][0] - since) - rest[0][1]
            since = rest[0][0]
        raise AssertionError("the place behind every promise is always free")

    def _bears(self, level: int, since: int, moment: int, units: int, rest: list[tuple[int, int]]) -> bool:
        for when, spent in [(moment, units), *rest]:
            level = self._refilled(level, when - since) - spent
            since = when
            if level < 0:
                return False
        return True

    def take(self, weight: int, at_ns: int) -> None:
        insort(self._promised, (at_ns, weight * self._window_ns))

    def used(self, now_ns: int) -> int:
        self.settle(now_ns)
        return self._limit - self._refilled(self._level, now_ns - self._at_ns) // self._window_ns

    def observe(self, used: int, now_ns: int) -> None:
        if used > self.used(now_ns):
            self._level, self._at_ns = max(self._limit - used, 0) * self._window_ns, max(now_ns, self._at_ns)


Meter = FixedWindows | SlidingWindow | TokenBucket
METERS: dict[str, type[FixedWindows] | type[SlidingWindow] | type[TokenBucket]] = {
    "fixed": FixedWindows,
    "sliding": SlidingWindow,
    "tokens": TokenBucket,
}
