"""How long one message takes; no dependency, since the peers' interpreter imports it too."""

import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

LEAST_MESSAGES = 1000
PASSES = 15
LEAST_PASSES = 3
WARM_UP = 10
"""One frame in so many is fed first and not timed: what a feed learns of its first messages is no cost of the others."""

Feed = Callable[..., Any]


def longer(frames: Sequence[bytes]) -> list[bytes]:
    """The same frames over and over until there are enough of them to time."""
    return list(frames) * -(-LEAST_MESSAGES // len(frames))


def pass_ns(feed: Feed, frames: Sequence[bytes], ts_init: int | None, *, reads_levels: bool = False) -> int:
    """Processor time of one pass over the frames, so that what else runs counts less; a feed that takes the time of receipt is given it.

    Where `reads_levels`, the feed's events are books, and every level of them is read.
    """
    start = time.process_time_ns()
    if ts_init is None:
        for frame in frames:
            feed(frame)
    elif reads_levels:
        for frame in frames:
            for event in feed(frame, ts_init):
                event.both_sides()
    else:
        for frame in frames:
            feed(frame, ts_init)
    return time.process_time_ns() - start


def ns_per_message(
    make_feed: Callable[[], Feed],
    frames: Sequence[bytes],
    per_frame: int,
    seconds: float,
    ts_init: int | None = None,
    *,
    reads_levels: bool = False,
) -> float:
    """Median over passes; every pass begins with a fresh feed, so that what is kept from message to message starts anew.

    All feeds are made before the first is timed: making one leaves heap and caches in a disorder that no stream of messages meets.
    `per_frame` is how many messages one frame carries.
    """
    feeds = [make_feed() for _ in range(PASSES)]
    results: list[float] = []
    until = time.perf_counter() + seconds
    for feed in feeds:
        if len(results) >= LEAST_PASSES and time.perf_counter() > until:
            break
        first = len(frames) // WARM_UP
        pass_ns(feed, frames[:first], ts_init, reads_levels=reads_levels)
        taken = pass_ns(feed, frames[first:], ts_init, reads_levels=reads_levels)
        results.append(taken / ((len(frames) - first) * per_frame))
    return median(results)
