"""`python -m tests.faults SEED` replays one schedule, `--schedules N` runs many: what holds and what does not."""

from __future__ import annotations

import argparse
import sys
import time

import msgspec

from tests.faults.run import Outcome, play
from tests.faults.world import SECOND


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


def many(first: int, count: int) -> list[Outcome]:
    """Run a row of seeds; returns the outcomes that do not hold."""
    began, failed = time.perf_counter(), []
    for done, seed in enumerate(range(first, first + count), 1):
        outcome = play(seed)
        if outcome.faults:
            failed.append(outcome)
            print(outcome, flush=True)
        if done % 500 == 0 or done == count:
            spent = time.perf_counter() - began
            print(f"{done:>7,} schedules in {spent:.0f} s, {len(failed)} failed", flush=True)
    return failed


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("seed", type=int, nargs="?", default=0)
    parser.add_argument("--schedules", type=int, default=1)
    options = parser.parse_args()
    if options.schedules > 1:
        sys.exit(1 if many(options.seed, options.schedules) else 0)
    outcome = play(options.seed)
    show(outcome)
    print(outcome)
    sys.exit(1 if outcome.faults else 0)


if __name__ == "__main__":
    main()
