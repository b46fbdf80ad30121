"""How long one message takes; no dependency, since the peers' interpreter imports it too."""

import time
from collections.abc import Callable, Sequence
from statistics import median

LEAST_MESSAGES = 1000
PASSES = 3

Feed = Callable[[bytes], object]


def longer(frames: Sequence[bytes]) -> list[bytes]:
    """The same frames over and over until there are enough of them to time."""
    return list(frames) * -(-LEAST_MESSAGES // len(frames))


def ns_per_message(
    make_feed: Callable[[], Feed], frames: Sequence[bytes], per_frame: int, seconds: float
) -> float:
    """Median over passes; every pass begins with a fresh feed, so that what is kept from message to message starts anew.

    `per_frame` is how many messages one frame carries.
    """
    results: list[float] = []
    until = time.perf_counter() + seconds
    while len(results) < PASSES or time.perf_counter() < until:
        feed = make_feed()
        start = time.perf_counter_ns()
        for frame in frames:
            feed(frame)
        results.append((time.perf_counter_ns() - start) / (len(frames) * per_frame))
    return median(results)
