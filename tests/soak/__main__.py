"""`make soak`: recorded messages, coverage-guided fuzzing, a day of every venue, schedules of faults and edited frames, with one outcome."""

from __future__ import annotations

import argparse
import os
import sys
import time

from tests.soak.parts import Part, run, summary


def parts(options: argparse.Namespace) -> list[Part]:
    """What is to be run, in the order in which it begins."""
    python, cores = sys.executable, str(options.workers)
    seed = [str(options.seed)]
    return [
        Part("messages", [python, "-m", "bench.soak", "--messages", str(options.messages)]),
        Part(
            "fuzzing",
            ["make", "--no-print-directory", "fuzz", f"ARGS=--seconds {options.fuzz_seconds}"],
            hint="make fuzz ARGS=FILE, for each FILE in .fuzz/findings",
        ),
        Part("days", [python, "-m", "tests.faults", *seed, "--day"]),
        Part(
            "schedules",
            [python, "-m", "tests.faults", *seed, "--schedules", str(options.schedules), "--workers", cores],
            cores=options.workers,
        ),
        Part(
            "frames",
            [python, "-m", "tests.faults", *seed, "--frames", str(options.frames), "--workers", cores],
            cores=options.workers,
        ),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="make soak ARGS=...", description=__doc__)
    parser.add_argument(
        "--seed", type=int, default=0, help="the first seed of schedules and of edited frames"
    )
    parser.add_argument("--schedules", type=int, default=10_000)
    parser.add_argument("--frames", type=int, default=1_000_000)
    parser.add_argument("--messages", type=int, default=10_000_000)
    parser.add_argument("--fuzz-seconds", type=int, default=300)
    parser.add_argument("--only", default="", help="names of parts, with commas between")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    chosen = [each for each in parts(options) if not options.only or each.name in options.only.split(",")]
    if not chosen:
        parser.error(f"--only names none of {', '.join(each.name for each in parts(options))}")
    began = time.perf_counter()
    is_well = run(chosen, options.workers, lambda line: print(line, flush=True))
    print(f"\n{summary(chosen)}\n{time.perf_counter() - began:.0f} s in all")
    sys.exit(0 if is_well else 1)


if __name__ == "__main__":
    main()
