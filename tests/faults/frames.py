"""Rows of edited frames: how many are taken badly, and how far the memory grows."""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from random import Random

from bench.soak import resident_mb
from tests.faults.mutations import check, check_session, drawn, edited, report

CHUNK = 25_000
MOST_GROWTH_MB = 128.0


def taken(seed: int, count: int) -> tuple[list[str], float]:
    """What was taken badly of so many edited frames, and by how many MB the memory grew meanwhile."""
    random, bad, settled = Random(seed), [], 0.0
    for turn in range(count):
        sample, edits = drawn(random)
        why = check(sample, edits, turn % 2 == 0) or check_session(
            sample.venue, edited(sample.payload, edits)
        )
        if why:
            bad.append(f"{report(sample, edits, why)}\n  seed {seed}, frame {turn}")
        if turn == count // 5:
            settled = resident_mb()
    return bad, resident_mb() - settled


def many_taken(first: int, count: int, workers: int) -> bool:
    """Whether so many edited frames are all taken well, in memory that does not grow without end; told as it goes."""
    began, failed, done, growth = time.perf_counter(), 0, 0, 0.0
    sizes = [min(CHUNK, count - start) for start in range(0, count, CHUNK)]
    with ProcessPoolExecutor(workers) as pool:
        for size, (bad, grown) in zip(
            sizes, pool.map(taken, range(first, first + len(sizes)), sizes), strict=True
        ):
            done += size
            failed += len(bad)
            growth = max(growth, grown)
            for text in bad:
                print(text, flush=True)
            if done % (8 * CHUNK) == 0 or done == count:
                spent = time.perf_counter() - began
                print(
                    f"{done:>9,} frames in {spent:.0f} s, {failed} failed, memory grew by {growth:.1f} MB",
                    flush=True,
                )
    if growth > MOST_GROWTH_MB:
        print(f"memory grew by more than {MOST_GROWTH_MB:g} MB in {CHUNK:,} frames")
    return not failed and growth <= MOST_GROWTH_MB
