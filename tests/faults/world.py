"""Simulated venues whose market takes the same way in every run, so that what they send is built once and kept."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import dragoman
from dragoman.faults import LoopClock, MemoryVenue, VirtualLoop, run_virtually
from dragoman.model import InstrumentId, OrderBookDeltas, TradeTick
from dragoman.simulate.line import Line, Saved
from dragoman.simulate.topics import Topic, Topics
from dragoman.simulate.venue import SimulatedVenue
from dragoman.simulate.wire.keys import usual_key

from tests.faults.venues import WIRES, Wire

SECOND = 1_000_000_000
START_NS = 1_790_000_000 * SECOND
MARKETS = 2
"""Markets of each product; a seed picks one."""
FOLLOWED = 2

Levels = tuple[dict[int, int], dict[int, int]]
"""(bids, asks), ticks -> lots."""


@dataclass(slots=True)
class World:
    """One venue with one product; `trades` and `books` are what truly happened in the present run."""

    core: SimulatedVenue
    wire: Wire
    product: str
    instruments: list[Any]
    """As an adapter reads them when nothing is wrong."""
    ids: tuple[str, ...]
    before: Mapping[str, Sequence[Saved]]
    seed: str
    numbers: dict[str, dict[str, int]] = field(default_factory=dict)
    """Instrument -> trade id -> which one it is; those of before the start are counted too."""
    trades: dict[str, dict[int, int]] = field(default_factory=dict)
    """Instrument -> number of a trade -> elapsed nanoseconds."""
    books: dict[tuple[str, int], Levels] = field(default_factory=dict)
    """(instrument, sequence) -> levels; the same in every run."""
    moments: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """Instrument -> (elapsed nanoseconds, sequence) of every change."""

    def restart(self) -> None:
        """The market as it was at the start, and nobody connected."""
        self.core.restart(self.before, self.seed)
        self.trades = {identity: {} for identity in self.ids}
        self.numbers = {
            identity: {trade.trade_id: number for number, trade in enumerate(self.line(identity).trades)}
            for identity in self.ids
        }
        self.moments = {identity: [] for identity in self.ids}
        self.note(0)

    def line(self, identity: str) -> Line:
        return self.core.markets[self.product].lines[InstrumentId(identity)]

    def note(self, elapsed_ns: int) -> None:
        """Write down what the last step of the market has done."""
        for identity in self.ids:
            line, moments = self.line(identity), self.moments[identity]
            if (identity, line.sequence) not in self.books:
                self.books[identity, line.sequence] = (dict(line.bids), dict(line.asks))
            if not moments or moments[-1][1] != line.sequence:
                moments.append((elapsed_ns, line.sequence))
            numbers, new = self.numbers[identity], []
            for trade in reversed(line.trades):
                if trade.trade_id in numbers:
                    break
                new.append(trade.trade_id)
            for trade_id in reversed(new):
                numbers[trade_id] = len(numbers)
                self.trades[identity][numbers[trade_id]] = elapsed_ns

    def at(self, identity: str, ts_ns: int) -> Levels:
        """The book as it was at a moment of the venue's clock."""
        moments = self.moments[identity]
        place = bisect_right(moments, ts_ns - START_NS, key=lambda each: each[0])
        return self.books[identity, moments[max(place - 1, 0)][1]]

    def between(self, identity: str, since_ns: int, until_ns: int) -> Iterator[Levels]:
        """Every book of a span of elapsed time."""
        yield self.at(identity, START_NS + since_ns)
        for elapsed_ns, sequence in self.moments[identity]:
            if since_ns <= elapsed_ns <= until_ns:
                yield self.books[identity, sequence]

    def in_ticks(self, identity: str, bids: Sequence[Any], asks: Sequence[Any]) -> Levels:
        """Levels of a book in the market's whole ticks and lots."""
        instrument = self.line(identity).instrument
        tick, lot = instrument.price_increment, instrument.size_increment
        first, second = (
            {int(price / tick): int(size / lot) for price, size in side} for side in (bids, asks)
        )
        return first, second


class KeptTopics(Topics):
    """Builds the frames of a topic at a moment once; those of books told by levels depend on who listened before."""

    kept: dict[tuple[str, int], list[bytes]]

    def frames(self, topic: Topic, events: Sequence[Any], now_ns: int, skipped: bool = False) -> list[bytes]:
        if topic.channel.name in self.leveled:
            return super().frames(topic, events, now_ns, skipped)
        key = topic.name, now_ns
        if key not in self.kept:
            self.kept[key] = super().frames(topic, events, now_ns, skipped)
        return self.kept[key]


@cache
def world(venue: str, product: str, market: int) -> World:
    """The world of a venue's product with one of its markets."""
    core = SimulatedVenue(venue, seed=market, now_ns=START_NS, products=[product], partial=True)
    topics, wire = core.topics[product], WIRES[venue]
    topics.__class__ = KeptTopics
    vars(topics)["kept"] = {}
    followed = tuple(core.markets[product].lines)[: 1 if product in wire.beside else FOLLOWED]
    before = core.saved()
    instruments = read_instruments(venue, product, core)
    return World(core, wire, product, instruments, followed, before, f"{venue} {market}")


def read_instruments(venue: str, product: str, core: SimulatedVenue) -> list[Any]:
    """The instruments of a simulated product, through an adapter and without a fault."""
    loop = VirtualLoop()
    clock = LoopClock(loop, START_NS)
    memory = MemoryVenue(core, clock, [product])

    async def read() -> list[Any]:
        adapter: Any = dragoman.load(venue).adapter(
            urls=memory.urls, http=memory.http, connector=memory, clock=clock, credentials=keys(core), seed=1
        )
        async with adapter:
            return list(await adapter.load_instruments(product))

    return run_virtually(read(), loop)


def teach(adapter: Any, instruments: Sequence[Any]) -> None:
    """Let an adapter know instruments without a call."""
    for instrument in instruments:
        for learner in (adapter._opener, adapter._reader, adapter.requests):
            learner.learn(instrument)


def keys(core: SimulatedVenue) -> dict[str, str]:
    """Credentials that the simulated venue takes."""
    return dict(usual_key(core.interface).credentials)


KINDS: tuple[type, ...] = (TradeTick, OrderBookDeltas)
