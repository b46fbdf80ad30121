"""Growing, jittered delays, the same for the same seed so that a replay takes the same decisions."""

from __future__ import annotations

from random import Random

_MOST_DOUBLINGS = 62


class Backoff:
    """Delays in nanoseconds: none at first, then from `first_ns` doubling up to `max_ns`, each between half and whole."""

    __slots__ = ("_random", "first_ns", "max_ns")

    def __init__(self, first_ns: int, max_ns: int, seed: int = 0) -> None:
        if not 0 < first_ns <= max_ns:
            raise ValueError(
                f"a backoff needs 0 < first <= max, got first={first_ns} and max={max_ns} nanoseconds"
            )
        self.first_ns = first_ns
        self.max_ns = max_ns
        self._random = Random(seed)

    def delay_ns(self, attempt: int) -> int:
        """How long to wait before attempt number `attempt`; attempt 0 goes at once."""
        if attempt <= 0:
            return 0
        whole = min(self.max_ns, self.first_ns << min(attempt - 1, _MOST_DOUBLINGS))
        return whole - self._random.randrange(whole // 2 + 1)
