"""Simulated venues whose market takes the same way in every run, so that what they send is built once and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dragoman.model import InstrumentId, OrderBookDeltas, TradeTick
from dragoman.simulate.line import Line, Saved
from dragoman.simulate.topics import Topic, Topics
from dragoman.simulate.venue import SimulatedVenue

SECOND = 1_000_000_000
START_NS = 1_790_000_000 * SECOND
PRODUCTS = {"binance": ("spot", "usdm", "coinm")}
MARKETS = 4
"""Markets of each product; a seed picks one."""
FOLLOWED = 2

Levels = tuple[dict[int, int], dict[int, int]]
"""(bids, asks), ticks -> lots."""


@dataclass(slots=True)
class World:
    """One venue with one product; `trades` and `books` are what truly happened in the present run."""

    core: SimulatedVenue
    product: str
    ids: tuple[str, ...]
    before: Sequence[Saved]
    seed: str
    trades: dict[str, dict[int, int]] = field(default_factory=dict)
    """Instrument -> trade id -> elapsed nanoseconds."""
    books: dict[tuple[str, int], Levels] = field(default_factory=dict)
    """(instrument, sequence) -> levels; the same in every run."""
    told: set[str] = field(default_factory=set)

    def restart(self) -> None:
        """The market as it was at the start, and nobody connected."""
        market = self.core.markets[self.product]
        market.restore(self.before, self.seed)
        self.core.desk.links.clear()
        self.trades = {identity: {} for identity in self.ids}
        self.note(0)

    def line(self, identity: str) -> Line:
        return self.core.markets[self.product].lines[InstrumentId(identity)]

    def note(self, elapsed_ns: int) -> None:
        """Write down what the last step of the market has done."""
        for identity in self.ids:
            line = self.line(identity)
            if (identity, line.sequence) not in self.books:
                self.books[identity, line.sequence] = (dict(line.bids), dict(line.asks))
            last = int(line.trades[-1].trade_id)
            if line.trades[-1].ts_event >= START_NS and last not in self.trades[identity]:
                self.trades[identity][last] = elapsed_ns

    def in_ticks(self, identity: str, bids: Sequence[Any], asks: Sequence[Any]) -> Levels:
        """Levels of a book in the market's whole ticks and lots."""
        instrument = self.line(identity).instrument
        tick, lot = instrument.price_increment, instrument.size_increment
        first, second = (
            {int(price / tick): int(size / lot) for price, size in side} for side in (bids, asks)
        )
        return first, second


class KeptTopics(Topics):
    """Builds the frames of a topic at a moment once."""

    kept: dict[tuple[str, int], list[bytes]]

    def frames(self, topic: Topic, events: Sequence[Any], now_ns: int, skipped: bool = False) -> list[bytes]:
        key = topic.name, now_ns
        if key not in self.kept:
            self.kept[key] = super().frames(topic, events, now_ns, skipped)
        return self.kept[key]


@cache
def world(venue: str, product: str, market: int) -> World:
    """The world of a venue's product with one of its markets."""
    core = SimulatedVenue(venue, seed=market, now_ns=START_NS, products=[product])
    topics = core.topics[product]
    topics.__class__ = KeptTopics
    vars(topics)["kept"] = {}
    lines = core.markets[product].lines
    before = core.markets[product].saved()
    return World(core, product, tuple(lines)[:FOLLOWED], before, f"{venue} {product} {market}")


KINDS: tuple[type, ...] = (TradeTick, OrderBookDeltas)
