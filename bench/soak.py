"""`make soak`: ten million recorded messages through one translator a venue, in memory that stops growing."""

import argparse
import resource
import sys
import time
from pathlib import Path

import dragoman

from bench.frames import Case, cases
from bench.ours import TS_INIT, bring_up, stamped_feed

MESSAGES = 10_000_000
REPORT_EVERY = 1_000_000
MOST_GROWTH_MB = 16.0
STREAMED = ("trade", "aggTrade", "bookTicker", "depth", "kline", "mcm")


def resident_mb() -> float:
    """What the process holds now (Linux); its highest so far elsewhere."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


class Player:
    """Plays a case's frames round and round through one translator; each round brings the case's state up anew."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.translator = dragoman.load(case.venue).translator(instruments=None, account_id=None)
        self.feed = stamped_feed(self.translator, case)

    def once(self) -> tuple[int, int]:
        """(messages, events) of one round."""
        bring_up(self.translator, self.case)
        events = 0
        feed = self.feed
        for index, frame in enumerate(self.case.frames):
            events += len(feed(frame, TS_INIT + index))
        return len(self.case.frames), events


def soak(total: int, most_growth_mb: float) -> float:
    """Growth in MB from the first report to the last; exits with status 1 where it passes the bound."""
    players = [Player(case) for case in cases() if case.name in STREAMED]
    messages = events = 0
    every = min(REPORT_EVERY, total)
    next_report, settled, start = every, 0.0, time.perf_counter()
    while messages < total:
        for player in players:
            played, out = player.once()
            messages += played
            events += out
        if messages >= next_report:
            next_report += every
            now = resident_mb()
            settled = settled or now
            rate = messages / (time.perf_counter() - start)
            print(
                f"{messages:>11,} messages  {events:>12,} events  {rate:>9,.0f}/s  RSS {now:7.1f} MB",
                flush=True,
            )
            if now - settled > most_growth_mb:
                sys.exit(
                    f"memory grew by {now - settled:.1f} MB since the first report: more than {most_growth_mb:g} MB"
                )
    return resident_mb() - settled


def main() -> None:
    parser = argparse.ArgumentParser(prog="make soak ARGS=...", description=__doc__)
    parser.add_argument("--messages", type=int, default=MESSAGES)
    parser.add_argument("--most-growth-mb", type=float, default=MOST_GROWTH_MB)
    options = parser.parse_args()
    print(f"dragoman {dragoman.__version__}: {options.messages:,} messages")
    growth = soak(options.messages, options.most_growth_mb)
    print(
        f"memory grew by {growth:.1f} MB between the first report and the last (bound {options.most_growth_mb:g} MB)"
    )


if __name__ == "__main__":
    main()
