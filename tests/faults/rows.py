"""Rows of schedules: which seeds of which venues, products and ways are played together, by as many processes as there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from tests.faults.images import play
from tests.faults.trading import trade
from tests.faults.venues import WIRES, Over

LONGEST = 100
WRONG_CLOCK = "a wrong clock"
SLOW_READER = "a slow reader"


@dataclass(frozen=True, slots=True)
class Row:
    """Seeds of one product: of its market data, or of a trader whose orders go one of the ways.

    What a simulated venue has found out once about its messages serves every seed of a row.
    """

    venue: str
    product: str
    seeds: tuple[tuple[int, Over | None], ...]

    @property
    def name(self) -> str:
        return f"{self.venue} {self.product} {self.what} {self.seeds[0][0]}"

    @property
    def what(self) -> str:
        return "market data" if self.seeds[0][1] is None else "trading"


@dataclass(slots=True)
class Played:
    """What became of a row: what did not hold, with the commands that replay it, and in how many schedules each kind of fault struck."""

    wrong: list[str] = field(default_factory=list)
    struck: Counter[str] = field(default_factory=Counter)


def rows(venue: str, count: int, first: int = 0) -> Iterator[Row]:
    """So many schedules of a venue: half of them market data, half trading by all of its ways."""
    wire = WIRES[venue]
    half = count // 2 if wire.over else 0
    yield from data_rows(venue, count - half, first)
    share, more = divmod(half, max(1, len(wire.over)))
    counts = {over: share + (place < more) for place, over in enumerate(wire.over)}
    yield from trading_rows(venue, counts, first)


def data_rows(venue: str, count: int, first: int = 0) -> Iterator[Row]:
    """Market data from a seed on; seeds take turns with the products."""
    products = WIRES[venue].products
    for place, product in enumerate(products):
        seeds = [(seed, None) for seed in range(first, first + count) if seed % len(products) == place]
        yield from _cut(venue, product, seeds)


def trading_rows(venue: str, counts: dict[Over, int], first: int = 0) -> Iterator[Row]:
    """Traders from a seed on, so many by each way."""
    products = WIRES[venue].traded
    for place, product in enumerate(products):
        seeds = [
            (seed, over)
            for over, count in counts.items()
            for seed in range(first, first + count)
            if seed % len(products) == place
        ]
        yield from _cut(venue, product, seeds)


def _cut(venue: str, product: str, seeds: Sequence[tuple[int, Over | None]]) -> Iterator[Row]:
    for start in range(0, len(seeds), LONGEST):
        yield Row(venue, product, tuple(seeds[start : start + LONGEST]))


def played(row: Row) -> Played:
    """The schedules of a row, one after the other."""
    found = Played()
    for seed, over in row.seeds:
        outcome = play(seed, row.venue) if over is None else trade(seed, row.venue, over)
        if outcome.faults:
            found.wrong.append(str(outcome))
        kinds = {kind for _, kind in outcome.struck}
        if outcome.schedule.skew_ns:
            kinds.add(WRONG_CLOCK)
        if outcome.schedule.pause_ns:
            kinds.add(f"{SLOW_READER}, {outcome.schedule.on_full}")
        found.struck.update(kinds)
    return found


def all_played(many: Iterable[Row], workers: int) -> Iterator[tuple[Row, Played]]:
    """Every row with what became of it, in their order."""
    wanted = list(many)
    if workers == 1:
        yield from ((row, played(row)) for row in wanted)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from zip(wanted, pool.map(played, wanted), strict=True)
