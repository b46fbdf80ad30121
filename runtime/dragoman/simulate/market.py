"""A market of seeded random walks: books, trades and rates that hang together, as events of the model.

No clock and no sockets: the caller says what time it is, and the same seed and times give the same events.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from decimal import Decimal
from random import Random
from typing import Any

from dragoman.model import (
    AggressorSide,
    FundingRateUpdate,
    IndexPriceUpdate,
    InstrumentId,
    MarkPriceUpdate,
    OrderBookDeltas,
    QuoteTick,
    TradeId,
    TradeTick,
)

MS = 1_000_000
FUNDING_NS = 8 * 3_600_000_000_000
_LEVELS = 40
_FEWEST = 30
_WIDEST = 4
_KEPT_TRADES = 5_000
_PAST_STEPS = 1_500
_PAST_NS = 20_000_000_000

Side = dict[int, int]
"""Ticks -> lots."""


class Line:
    """The market of one instrument; prices are whole ticks and sizes whole lots inside."""

    def __init__(self, instrument: Any, seed: str, now_ns: int) -> None:
        self.instrument = instrument
        self.instrument_id: InstrumentId = instrument.instrument_id
        self.random = Random(seed)
        self.trades: deque[TradeTick] = deque(maxlen=_KEPT_TRADES)
        self.sequence = self.random.randrange(1_000_000, 9_000_000)
        self.previous_sequence = self.sequence
        self.leaps = True
        """Whether numbers of updates may be left out, as most venues do."""
        self._trade_number = self.random.randrange(100_000, 900_000)
        middle = self.random.randrange(200_000, 900_000)
        self.bids: Side = {middle - depth: self._lots() for depth in range(1, _LEVELS + 1)}
        self.asks: Side = {middle + depth: self._lots() for depth in range(1, _LEVELS + 1)}
        for past in range(_PAST_STEPS, 0, -1):
            self.step(now_ns - past * _PAST_NS)

    # -- reading -------------------------------------------------------------------------------------------------------

    @property
    def best(self) -> tuple[int, int]:
        """(bid, ask) in ticks."""
        return max(self.bids), min(self.asks)

    def price(self, ticks: int) -> Decimal:
        found: Decimal = self.instrument.price_increment * ticks
        return found

    def size(self, lots: int) -> Decimal:
        found: Decimal = self.instrument.size_increment * lots
        return found

    def quote(self, now_ns: int) -> QuoteTick:
        bid, ask = self.best
        return QuoteTick(
            self.instrument_id,
            self.price(bid),
            self.price(ask),
            self.size(self.bids[bid]),
            self.size(self.asks[ask]),
            now_ns,
            now_ns,
        )

    def image(self, now_ns: int, depth: int | None = None) -> OrderBookDeltas:
        """The whole book, or its `depth` best levels a side, best first."""
        bids = sorted(self.bids.items(), reverse=True)[:depth]
        asks = sorted(self.asks.items())[:depth]
        return OrderBookDeltas(
            self.instrument_id, self._rows(bids), self._rows(asks), True, self.sequence, 0, now_ns, now_ns
        )

    def rates(self, now_ns: int) -> list[Any]:
        """Mark, index and funding of a derivative, nothing for the rest; a dated contract has no funding."""
        if not hasattr(self.instrument, "settlement_currency"):
            return []
        identity = self.instrument_id
        bid, ask = self.best
        found: list[Any] = [
            MarkPriceUpdate(identity, self.price((bid + ask) // 2), now_ns, now_ns),
            IndexPriceUpdate(identity, self.price(bid), now_ns, now_ns),
        ]
        if not hasattr(self.instrument, "expiration_ns"):
            rate = Decimal(100 + (bid + ask) % 7).scaleb(-6)
            following = (now_ns // FUNDING_NS + 1) * FUNDING_NS
            found.append(FundingRateUpdate(identity, rate, now_ns, now_ns, next_funding_ns=following))
        return found

    # -- moving --------------------------------------------------------------------------------------------------------

    def step(self, now_ns: int) -> list[Any]:
        """One thing happens: a trade, or a level changes; a quote follows where the best prices or sizes changed."""
        before = self._top()
        bids: Side = {}
        asks: Side = {}
        events: list[Any] = []
        if self.random.random() < 0.35:
            events.append(self._trade(bids, asks, now_ns))
        else:
            self._change(bids, asks)
        self._refill(bids, asks)
        self.previous_sequence = self.sequence
        self.sequence += self.random.randrange(1, 6) if self.leaps else 1
        events.append(
            OrderBookDeltas(
                self.instrument_id,
                self._rows(bids.items()),
                self._rows(asks.items()),
                False,
                self.sequence,
                0,
                now_ns,
                now_ns,
            )
        )
        if self._top() != before:
            events.append(self.quote(now_ns))
        return events

    def _trade(self, bids: Side, asks: Side, now_ns: int) -> TradeTick:
        """Somebody takes what lies at the best price, or a part of it."""
        buys = self.random.random() < 0.5
        side, changed = (self.asks, asks) if buys else (self.bids, bids)
        ticks = min(side) if buys else max(side)
        lots = min(side[ticks], self._lots())
        self._set(side, changed, ticks, side[ticks] - lots)
        self._trade_number += 1
        trade = TradeTick(
            self.instrument_id,
            self.price(ticks),
            self.size(lots),
            AggressorSide.BUYER if buys else AggressorSide.SELLER,
            TradeId(str(self._trade_number)),
            now_ns,
            now_ns,
        )
        self.trades.append(trade)
        return trade

    def _change(self, bids: Side, asks: Side) -> None:
        """Somebody puts an order in or takes one out, near the best price more often than far from it."""
        buys = self.random.random() < 0.5
        side, changed = (self.bids, bids) if buys else (self.asks, asks)
        bid, ask = self.best
        away = min(int(self.random.expovariate(0.25)), _LEVELS)
        if ask - bid > 1 and away == 0:
            ticks = bid + 1 if buys else ask - 1
        else:
            ticks = bid - away if buys else ask + away
        leaves = ticks in side and len(side) > _FEWEST and self.random.random() < 0.3
        self._set(side, changed, ticks, 0 if leaves else self._lots())

    def _refill(self, bids: Side, asks: Side) -> None:
        """A wide spread gets an order inside, a side that got thin a level behind its last one."""
        bid, ask = self.best
        if ask - bid > _WIDEST and self.random.random() < 0.5:
            self._set(self.bids, bids, bid + 2, self._lots())
        elif ask - bid > _WIDEST:
            self._set(self.asks, asks, ask - 2, self._lots())
        if len(self.bids) < _FEWEST:
            self._set(self.bids, bids, min(self.bids) - 1, self._lots())
        if len(self.asks) < _FEWEST:
            self._set(self.asks, asks, max(self.asks) + 1, self._lots())

    @staticmethod
    def _set(side: Side, changed: Side, ticks: int, lots: int) -> None:
        changed[ticks] = lots
        if lots:
            side[ticks] = lots
        else:
            side.pop(ticks, None)

    def _top(self) -> tuple[int, int, int, int]:
        bid, ask = self.best
        return bid, self.bids[bid], ask, self.asks[ask]

    def _lots(self) -> int:
        return self.random.randrange(1, 5_000)

    def _rows(self, levels: Iterable[tuple[int, int]]) -> list[tuple[str, str]]:
        return [(f"{self.price(ticks):f}", f"{self.size(lots):f}") for ticks, lots in levels]


class Market:
    """Lines of several instruments; which one moves next is drawn too."""

    def __init__(self, instruments: Iterable[Any], seed: int, now_ns: int) -> None:
        now_ns -= now_ns % MS
        self.random = Random(f"{seed}")
        self.lines = {
            each.instrument_id: Line(each, f"{seed}:{each.instrument_id}", now_ns) for each in instruments
        }
        self._order = list(self.lines)

    def step(self, now_ns: int) -> list[Any]:
        """Events of one instrument at this moment, to the millisecond."""
        line = self.lines[self._order[self.random.randrange(len(self._order))]]
        return line.step(now_ns - now_ns % MS)
