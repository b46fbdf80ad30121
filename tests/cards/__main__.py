"""`python -m tests.cards` plays every card for every venue and prints venue x card; `--venue V --card C` narrows it."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

from tests.cards.catalog import cards
from tests.cards.registry import Verdict
from tests.cards.scene import play

VENUES = ("binance", "bybit", "okx", "bitmex")
_SIGNS = {"pass": "pass", "fail": "FAIL", "not applicable": "n/a"}


def verdicts(venue: str, only: tuple[str, ...] = (), in_node: bool = False) -> dict[str, Verdict]:
    """What each card says of a venue, on an adapter of its own or in a node of NautilusTrader."""
    if in_node:
        from tests.cards.node.playing import play_in_node as playing
    else:
        playing = play
    return {each.name: playing(each, venue) for each in cards() if not only or each.name.startswith(only)}


def printed(found: dict[str, dict[str, Verdict]], *, reasons: bool) -> None:
    """The table, and why what did not pass did not."""
    venues = list(found)
    print(f"{'card':<6}" + "".join(f"{venue:<10}" for venue in venues) + "proves")
    for each in cards():
        row = [found[venue].get(each.name) for venue in venues]
        if any(row):
            signs = "".join(f"{_SIGNS[verdict.kind] if verdict else '':<10}" for verdict in row)
            print(f"{each.name:<6}{signs}{each.proves}")
    for venue, of_venue in found.items():
        told = Counter(verdict.kind for verdict in of_venue.values())
        print(f"\n{venue}: {told['pass']} pass, {told['fail']} fail, {told['not applicable']} not applicable")
        for name, verdict in of_venue.items():
            if verdict.kind == "fail" or (reasons and verdict.kind == "not applicable"):
                place = f" ({verdict.product})" if verdict.product else ""
                print(f"  {name} {_SIGNS[verdict.kind]}{place}: {verdict.why}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.cards", description=__doc__)
    parser.add_argument("--venue", action="append", choices=VENUES)
    parser.add_argument("--card", action="append", default=[], help="a card, or how its name begins")
    parser.add_argument("--nautilus", action="store_true", help="in a real node, through sockets")
    options = parser.parse_args()
    venues = options.venue or VENUES
    began = time.perf_counter()
    with ProcessPoolExecutor(2) as pool:
        rows = pool.map(verdicts, venues, repeat(tuple(options.card)), repeat(options.nautilus))
        found = dict(zip(venues, rows, strict=True))
    printed(found, reasons=True)
    print(f"\n{time.perf_counter() - began:.0f} s")
    return int(any(each.kind == "fail" for of_venue in found.values() for each in of_venue.values()))


if __name__ == "__main__":
    sys.exit(main())
