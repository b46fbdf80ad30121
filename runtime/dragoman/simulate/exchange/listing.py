"""One instrument on the exchange: its book, its prices, who waits for them, and what the public is told."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from decimal import Decimal
from random import Random
from typing import Any

from dragoman.model import AggressorSide, InstrumentId, OrderBookDeltas, QuoteTick, TradeId, TradeTick
from dragoman.simulate.exchange.amounts import grid_of
from dragoman.simulate.exchange.book import Book
from dragoman.simulate.exchange.happened import Public
from dragoman.simulate.exchange.triggers import Gauge, Prices, Waiting
from dragoman.simulate.exchange.working import Working

_KEPT_TRADES = 5_000
_Top = tuple[int | None, int, int | None, int]


class Listing:
    """`sequence` is the number of the last change of the book; `random` draws the gaps between numbers where `leaps`."""

    def __init__(self, instrument: Any, random: Random | None = None, ladder: Sequence[Decimal] = ()) -> None:
        self.instrument = instrument
        self.instrument_id: InstrumentId = instrument.instrument_id
        self.grid = grid_of(instrument, ladder)
        self.book = Book()
        self.waiting = Waiting()
        self.prices: Prices = {}
        self.trading = True
        self.queued: list[Working] = []
        """Orders for the open or the close of a session."""
        self.random = random or Random(str(self.instrument_id))
        self.leaps = False
        self.sequence = self.random.randrange(1_000_000, 9_000_000)
        self.previous_sequence = self.sequence
        self.trades: deque[TradeTick] = deque(maxlen=_KEPT_TRADES)
        self.trade_number = self.random.randrange(100_000, 900_000)
        self._new_trades: list[TradeTick] = []
        self._moved: dict[Gauge, int] = {}
        self._told: _Top = (None, 0, None, 0)

    # -- what happens --------------------------------------------------------------------------------------------------

    def traded(self, ticks: int, lots: int, sign: int, now_ns: int) -> TradeId:
        """A trade whose taker had that sign; returns its number."""
        self.trade_number += 1
        number = TradeId(self.grid.spelled(self.trade_number))
        trade = TradeTick(
            self.instrument_id,
            self.grid.price(ticks),
            self.grid.lot * lots,
            AggressorSide.BUYER if sign > 0 else AggressorSide.SELLER,
            number,
            now_ns,
            now_ns,
        )
        self.trades.append(trade)
        self._new_trades.append(trade)
        self.priced(Gauge.LAST, ticks)
        return number

    def priced(self, gauge: Gauge, ticks: int) -> None:
        """A price that triggers may look at."""
        self.prices[gauge] = ticks
        self._moved[gauge] = ticks

    @property
    def is_stirred(self) -> bool:
        """Whether a price or the book has changed since triggers were looked at."""
        book = self.book
        return bool(book.bids.stirred or book.asks.stirred or self._moved)

    def fired(self) -> list[Working]:
        """Takes out the orders whose triggers were reached since this was asked last."""
        bids, asks = self.book.bids, self.book.asks
        bids.stirred = asks.stirred = False
        bid, ask = bids.shown, asks.shown
        middle = None if bid is None or ask is None else (bid + ask) // 2
        for gauge, ticks in ((Gauge.BID, bid), (Gauge.ASK, ask), (Gauge.MID, middle)):
            if ticks is not None and self.prices.get(gauge) != ticks:
                self.priced(gauge, ticks)
        moved, self._moved = self._moved, {}
        if not self.waiting:
            return []
        return [order for gauge, ticks in moved.items() for order in self.waiting.fired(gauge, ticks)]

    # -- what is told --------------------------------------------------------------------------------------------------

    def news(self, now_ns: int) -> list[Public]:
        """Trades, the changes of the book as one message, and a quote where the best prices or sizes changed."""
        found: list[Public] = []
        if self._new_trades:
            found += self._new_trades
            self._new_trades.clear()
        bids, asks = self.book.bids.changed, self.book.asks.changed
        if bids or asks:
            self._counted()
            found.append(self._deltas(bids.items(), asks.items(), False, now_ns))
            bids.clear()
            asks.clear()
            top = self.top()
            if top != self._told:
                self._told = top
                if top[0] is not None and top[2] is not None:
                    found.append(self.quote(now_ns))
        return found

    def hush(self) -> None:
        """As `news`, told to nobody."""
        self._new_trades.clear()
        bids, asks = self.book.bids.changed, self.book.asks.changed
        if bids or asks:
            self._counted()
            bids.clear()
            asks.clear()
            self._told = self.top()

    def _counted(self) -> None:
        """The book has changed once more."""
        self.previous_sequence = self.sequence
        self.sequence += self.random.randrange(1, 6) if self.leaps else 1

    def top(self) -> _Top:
        """Best bid and ask, each with the lots shown there."""
        bid, ask = self.book.bids.shown, self.book.asks.shown
        return (
            bid,
            0 if bid is None else self.book.bids.sizes[bid],
            ask,
            0 if ask is None else self.book.asks.sizes[ask],
        )

    def quote(self, now_ns: int) -> QuoteTick:
        """The best of both sides; nought where a side is empty."""
        bid, bid_lots, ask, ask_lots = self.top()
        grid = self.grid
        return QuoteTick(
            self.instrument_id,
            grid.price(bid or 0),
            grid.price(ask or 0),
            grid.size(bid_lots),
            grid.size(ask_lots),
            now_ns,
            now_ns,
        )

    def image(self, now_ns: int, depth: int | None = None) -> OrderBookDeltas:
        """The whole book, or its `depth` best levels a side, best first."""
        return self._deltas(self.book.bids.levels(depth), self.book.asks.levels(depth), True, now_ns)

    def _deltas(
        self, bids: Iterable[tuple[int, int]], asks: Iterable[tuple[int, int]], whole: bool, now_ns: int
    ) -> OrderBookDeltas:
        return OrderBookDeltas(
            self.instrument_id, self._rows(bids), self._rows(asks), whole, self.sequence, 0, now_ns, now_ns
        )

    def _rows(self, levels: Iterable[tuple[int, int]]) -> list[tuple[str, str]]:
        price, lot = self.grid.price, self.grid.lot
        return [(f"{price(ticks):f}", f"{lot * lots:f}" if lots else "0") for ticks, lots in levels]
