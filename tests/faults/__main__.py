"""`python -m tests.faults SEED` replays one schedule; `--schedules N` runs a row of them, `--frames N` edits so many frames."""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from random import Random

import msgspec

from bench.soak import resident_mb
from tests.faults.mutations import check, check_session, drawn, edited, report
from tests.faults.run import Outcome, day, play
from tests.faults.trading import Traded, trade
from tests.faults.venues import WIRES, Over
from tests.faults.world import SECOND

CHUNK = 10
FRAMES_CHUNK = 25_000
MOST_GROWTH_MB = 128.0


def show(outcome: Outcome) -> None:
    """All about one run."""
    schedule = outcome.schedule
    print(f"seed {outcome.seed}: product {outcome.product}")
    print(
        f"  clock ahead by {schedule.skew_ns / SECOND:+.3f} s; a reader takes {schedule.pause_ns / SECOND:.3f} s an event,"
        f" queue of {schedule.queue_size}, {schedule.on_full} when full"
    )
    for fault in schedule.faults:
        print(f"  scheduled  {msgspec.structs.asdict(fault)}")
    for elapsed_ns, kind in outcome.struck:
        print(f"  {elapsed_ns / SECOND:>10.3f} s  {kind}")
    print(
        f"  {outcome.elapsed_ns / SECOND:.0f} s of virtual time, {outcome.events} events, {outcome.gaps} gaps"
    )
    print(f"  {outcome.digest}")


def show_trading(outcome: Traded) -> None:
    """All about one run of a trader."""
    schedule = outcome.schedule
    print(f"  clock ahead by {schedule.skew_ns / SECOND:+.3f} s; {dict(outcome.counts)}")
    for fault in schedule.faults:
        print(f"  scheduled  {msgspec.structs.asdict(fault)}")
    for elapsed_ns, kind in outcome.struck:
        print(f"  {elapsed_ns / SECOND:>10.3f} s  {kind}")
    print(f"  {outcome.elapsed_ns / SECOND:.0f} s of virtual time\n  {outcome.digest}")


def trading_row(first: int, count: int, venue: str, over: Over) -> list[str]:
    """What did not hold of traders in a row of seeds."""
    seeds = range(first, first + count)
    return [str(outcome) for seed in seeds if (outcome := trade(seed, venue, over)).faults]


def row(first: int, count: int) -> list[str]:
    """What did not hold in a row of seeds."""
    return [str(outcome) for seed in range(first, first + count) if (outcome := play(seed)).faults]


def frames(seed: int, count: int) -> tuple[list[str], float]:
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


def many_schedules(first: int, count: int, workers: int, venue: str = "", over: Over | None = None) -> bool:
    """Whether every one of a row of schedules holds; those that don't are told with the command that replays them.

    over: how orders go, for schedules of traders; else they are of market data.
    """
    began, failed, done = time.perf_counter(), 0, 0
    starts = range(first, first + count, CHUNK)
    sizes = [min(CHUNK, first + count - start) for start in starts]
    with ProcessPoolExecutor(workers) as pool:
        many = len(sizes)
        rows = (
            pool.map(row, starts, sizes)
            if over is None
            else pool.map(trading_row, starts, sizes, [venue] * many, [over] * many)
        )
        for size, wrong in zip(sizes, rows, strict=True):
            done += size
            failed += len(wrong)
            for text in wrong:
                print(text, flush=True)
            if done % 1000 == 0 or done == count:
                spent = time.perf_counter() - began
                print(f"{done:>9,} schedules in {spent:.0f} s, {failed} failed", flush=True)
    return not failed


def many_frames(first: int, count: int, workers: int) -> bool:
    """Whether so many edited frames are all taken well, in memory that does not grow without end."""
    began, failed, done, growth = time.perf_counter(), 0, 0, 0.0
    sizes = [min(FRAMES_CHUNK, count - start) for start in range(0, count, FRAMES_CHUNK)]
    with ProcessPoolExecutor(workers) as pool:
        for size, (bad, grown) in zip(
            sizes, pool.map(frames, range(first, first + len(sizes)), sizes), strict=True
        ):
            done += size
            failed += len(bad)
            growth = max(growth, grown)
            for text in bad:
                print(text, flush=True)
            if done % (8 * FRAMES_CHUNK) == 0 or done == count:
                spent = time.perf_counter() - began
                print(
                    f"{done:>9,} frames in {spent:.0f} s, {failed} failed, memory grew by {growth:.1f} MB",
                    flush=True,
                )
    if growth > MOST_GROWTH_MB:
        print(f"memory grew by more than {MOST_GROWTH_MB:g} MB in {FRAMES_CHUNK:,} frames")
    return not failed and growth <= MOST_GROWTH_MB


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("seed", type=int, nargs="?", default=0)
    parser.add_argument("--schedules", type=int, default=0)
    parser.add_argument("--frames", type=int, default=0)
    parser.add_argument("--day", action="store_true", help="no faults, but a whole day and its renewal")
    parser.add_argument("--venue", default="binance", choices=WIRES)
    parser.add_argument("--over", choices=["http", "ws"], help="schedules of a trader whose orders go so")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    if options.day:
        outcome = day(options.seed)
        show(outcome)
        sys.exit("; ".join(outcome.faults) or 0)
    if options.over and not options.schedules:
        traded = trade(options.seed, options.venue, options.over)
        show_trading(traded)
        print(traded)
        sys.exit(1 if traded.faults else 0)
    if not options.schedules and not options.frames:
        outcome = play(options.seed)
        show(outcome)
        print(outcome)
        sys.exit(1 if outcome.faults else 0)
    held = not options.schedules or many_schedules(
        options.seed, options.schedules, options.workers, options.venue, options.over
    )
    taken = not options.frames or many_frames(options.seed, options.frames, options.workers)
    sys.exit(0 if held and taken else 1)


if __name__ == "__main__":
    main()
