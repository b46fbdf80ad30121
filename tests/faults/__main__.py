"""`python -m tests.faults SEED` replays one schedule; `--schedules N` runs N, of a venue or of all, `--frames N` edits so many frames."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import zip_longest

import msgspec

from tests.faults.days import days
from tests.faults.frames import many_taken
from tests.faults.images import play
from tests.faults.rows import Row, all_played, data_rows, rows, trading_rows
from tests.faults.run import Outcome
from tests.faults.trading import Traded, trade
from tests.faults.venues import WIRES
from tests.faults.world import SECOND


def show(outcome: Outcome) -> None:
    """All about one run."""
    schedule = outcome.schedule
    print(f"seed {outcome.seed}: {outcome.venue} {outcome.product}")
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


def many_schedules(wanted: Iterable[Row], workers: int) -> bool:
    """Whether every one of these schedules holds; those that don't are told with the command that replays them."""
    began, failed, done = time.perf_counter(), 0, 0
    struck: dict[str, Counter[str]] = defaultdict(Counter)
    for row, found in all_played(wanted, workers):
        done += len(row.seeds)
        failed += len(found.wrong)
        struck[f"{row.venue} {row.what}"] += found.struck
        for text in found.wrong:
            print(text, flush=True)
        spent = time.perf_counter() - began
        print(f"{done:>9,} schedules in {spent:.0f} s, {failed} failed ({row.name})", flush=True)
    print("schedules in which each kind of fault struck:")
    for where, kinds in sorted(struck.items()):
        print(f"  {where}: {', '.join(f'{kind} {times}' for kind, times in sorted(kinds.items()))}")
    print(f"{done:,} schedules in {time.perf_counter() - began:.0f} s, {failed} failed")
    return not failed


def many_days(seed: int, venue: str | None) -> bool:
    """Whether a whole day of every venue holds, or of one."""
    began, failed, done = time.perf_counter(), 0, 0
    for outcome in days(seed, iter([venue]) if venue else None):
        done += 1
        failed += bool(outcome.faults)
        what = "market data" if isinstance(outcome, Outcome) else f"orders over {outcome.over}"
        print(
            f"{outcome.venue} {outcome.product}, {what}: {'; '.join(outcome.faults) or 'holds'}", flush=True
        )
        if outcome.faults:
            print(f"  replay: python -m tests.faults {seed} --day --venue {outcome.venue}", flush=True)
    print(f"{done} days in {time.perf_counter() - began:.0f} s, {failed} failed")
    return not failed


def wanted(options: argparse.Namespace) -> Iterable[Row]:
    """The rows that the options name: of a way of a venue, of a venue, or of all venues."""
    if options.venue and options.over == "none":
        return data_rows(options.venue, options.schedules, options.seed)
    if options.venue and options.over:
        return trading_rows(options.venue, {options.over: options.schedules}, options.seed)
    venues = [options.venue] if options.venue else list(WIRES)
    by_venue = [rows(venue, options.schedules // len(venues), options.seed) for venue in venues]
    # In turns, so that a run which is broken off has seen something of each.
    return [row for turn in zip_longest(*by_venue) for row in turn if row is not None]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("seed", type=int, nargs="?", default=0)
    parser.add_argument(
        "--schedules", type=int, default=0, help="divided among the venues where none is named"
    )
    parser.add_argument("--frames", type=int, default=0)
    parser.add_argument("--day", action="store_true", help="a whole day, with its renewals")
    parser.add_argument("--venue", choices=WIRES)
    parser.add_argument(
        "--over", choices=["http", "ws", "none"], help="a trader whose orders go so; none: market data"
    )
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    venue = options.venue or next(iter(WIRES))
    if options.day:
        sys.exit(0 if many_days(options.seed, options.venue) else 1)
    if options.schedules or options.frames:
        held = not options.schedules or many_schedules(wanted(options), options.workers)
        well = not options.frames or many_taken(options.seed, options.frames, options.workers)
        sys.exit(0 if held and well else 1)
    if options.over and options.over != "none":
        traded = trade(options.seed, venue, options.over)
        show_trading(traded)
        print(traded)
        sys.exit(1 if traded.faults else 0)
    outcome = play(options.seed, venue)
    show(outcome)
    print(outcome)
    sys.exit(1 if outcome.faults else 0)


if __name__ == "__main__":
    main()
