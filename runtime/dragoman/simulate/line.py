"""One instrument's crowd: seeded dice that quote, cancel and trade on the exchange's own book."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from dragoman.model import (
    FundingRateUpdate,
    IndexPriceUpdate,
    InstrumentId,
    InstrumentStatus,
    LimitOrder,
    MarketStatusAction,
    MarkPriceUpdate,
    OptionGreeks,
    OrderBookDeltas,
    OrderBookDepth10,
    OrderSide,
    OrderStatus,
    OrderType,
    QuoteTick,
    TimeInForce,
    TradeTick,
)
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.exchange import Exchange
from dragoman.simulate.exchange.matching import work
from dragoman.simulate.exchange.triggers import Gauge
from dragoman.simulate.exchange.working import Working

FUNDING_NS = 8 * 3_600_000_000_000
_LEVELS = 40
_FEWEST = 30
_WIDEST = 4
Side = dict[int, int]
"""Ticks -> lots."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A line at one moment."""

    bids: Sequence[tuple[int, int]]
    asks: Sequence[tuple[int, int]]
    sequence: int
    previous_sequence: int
    trade_number: int
    trades: Sequence[TradeTick]


class Line:
    """The market of one instrument; prices are whole ticks and sizes whole lots inside."""

    def __init__(self, exchange: Exchange, instrument_id: InstrumentId, crowd: Account, seed: str) -> None:
        self.exchange = exchange
        self.listing = exchange.listings[instrument_id]
        self.listing.leaps = True
        self.grid = self.listing.grid
        self.instrument = self.listing.instrument
        self.instrument_id = instrument_id
        self.crowd = crowd
        self.random = Random(seed)
        self._mine: dict[int, dict[int, Working]] = {1: {}, -1: {}}
        one = self.grid.lot
        self._orders = {
            sign: LimitOrder(
                instrument_id=instrument_id, order_side=side, quantity=one, price=self.grid.price(1)
            )
            for sign, side in ((1, OrderSide.BUY), (-1, OrderSide.SELL))
        }
        highest = self.grid.highest
        middle = (
            self.random.randrange(200_000, 900_000)
            if highest is None
            else self.random.randrange(highest // 4, highest // 2)
        )
        self._last = middle
        for depth in range(1, _LEVELS + 1):
            self._quote(1, middle - depth, self._lots())
            self._quote(-1, middle + depth, self._lots())

    # -- reading -------------------------------------------------------------------------------------------------------

    @property
    def bids(self) -> Side:
        """What everybody sees of the buyers."""
        return self.listing.book.bids.sizes

    @property
    def asks(self) -> Side:
        """What everybody sees of the sellers."""
        return self.listing.book.asks.sizes

    @property
    def best(self) -> tuple[int, int]:
        """(bid, ask) in ticks; beside the last price where a side is empty."""
        book = self.listing.book
        bid, ask = book.bids.best, book.asks.best
        if bid is None:
            bid = max(1, (ask if ask is not None else self._last) - 1)
        return bid, bid + 1 if ask is None else ask

    @property
    def sequence(self) -> int:
        return self.listing.sequence

    @property
    def previous_sequence(self) -> int:
        return self.listing.previous_sequence

    @property
    def trades(self) -> deque[TradeTick]:
        return self.listing.trades

    @property
    def leaps(self) -> bool:
        """Whether numbers of updates may be left out, as most venues do."""
        return self.listing.leaps

    @leaps.setter
    def leaps(self, leaps: bool) -> None:
        self.listing.leaps = leaps

    def price(self, ticks: int) -> Decimal:
        return self.grid.price(ticks)

    def within(self, ticks: int) -> int:
        """The nearest price that an order may have."""
        return max(1, min(ticks, self.grid.highest or ticks))

    def size(self, lots: int) -> Decimal:
        return self.grid.size(lots)

    def quote(self, now_ns: int) -> QuoteTick:
        return self.listing.quote(now_ns)

    def image(self, now_ns: int, depth: int | None = None) -> OrderBookDeltas:
        """The whole book, or its `depth` best levels a side, best first."""
        return self.listing.image(now_ns, depth)

    def depth10(self, now_ns: int, depth: int = 10) -> OrderBookDepth10:
        """The best levels as one snapshot, ten a side at most."""
        image = self.image(now_ns, min(depth, 10))
        return OrderBookDepth10(
            self.instrument_id, image.bids, image.asks, (), (), 0, image.sequence, now_ns, now_ns
        )

    def status(self, now_ns: int) -> InstrumentStatus:
        """Whether there is trading."""
        trading = self.listing.trading
        action = MarketStatusAction.TRADING if trading else MarketStatusAction.CLOSE
        return InstrumentStatus(
            instrument_id=self.instrument_id,
            action=action,
            is_trading=trading,
            ts_event=now_ns,
            ts_init=now_ns,
        )

    def greeks(self, now_ns: int) -> list[OptionGreeks]:
        """Sensitivities of an option, nothing for the rest; they move with the price, and follow no model."""
        if not hasattr(self.instrument, "strike_price"):
            return []
        bid, ask = self.best
        share = Decimal(1 + (bid + ask) % 98).scaleb(-2)
        vol = Decimal("0.5") + share / 10
        return [
            OptionGreeks(
                instrument_id=self.instrument_id,
                delta=share,
                gamma=Decimal("0.0001"),
                vega=Decimal("12.5"),
                theta=-share * 10,
                rho=Decimal(0),
                mark_iv=vol,
                bid_iv=vol - Decimal("0.01"),
                ask_iv=vol + Decimal("0.01"),
                underlying_price=self.instrument.strike_price,
                open_interest=Decimal(100),
                ts_event=now_ns,
                ts_init=now_ns,
            )
        ]

    def rates(self, now_ns: int) -> list[Any]:
        """Mark and index price, and the funding of what neither ends nor is bought outright."""
        identity = self.instrument_id
        bid, ask = self.best
        found: list[Any] = [
            MarkPriceUpdate(identity, self.price((bid + ask) // 2), now_ns, now_ns),
            IndexPriceUpdate(identity, self.price(bid), now_ns, now_ns),
        ]
        derived = hasattr(self.instrument, "settlement_currency")
        if derived and not hasattr(self.instrument, "expiration_ns"):
            rate = Decimal(100 + (bid + ask) % 7).scaleb(-6)
            following = (now_ns // FUNDING_NS + 1) * FUNDING_NS
            found.append(FundingRateUpdate(identity, rate, now_ns, now_ns, next_funding_ns=following))
        return found

    # -- moving --------------------------------------------------------------------------------------------------------

    def move(self) -> None:
        """One thing happens: a trade, or a level changes; then mark and index follow, and what they set off."""
        if self.random.random() < 0.35:
            self._trade()
        else:
            self._change()
        self._refill()
        bid, ask = self.best
        self._last = bid
        if hasattr(self.instrument, "settlement_currency"):
            self.listing.priced(Gauge.MARK, (bid + ask) // 2)
            self.listing.priced(Gauge.INDEX, bid)
        self.exchange.settle()
        self.exchange.call_margin(self.listing)

    def _trade(self) -> None:
        """Somebody takes what lies at the best price, or a part of it; on a ladder more often in the direction of its middle."""
        highest = self.grid.highest
        up = 0.5 if highest is None else 0.9 - 0.8 * self.best[0] / highest
        sign = 1 if self.random.random() < up else -1
        side = self.listing.book.side(-sign)
        wanted = self._lots()
        if side.best is not None:
            lots = min(wanted, side.sizes.get(side.best, wanted))
            work(self.exchange.floor, self._order(sign, side.best, lots, TimeInForce.IOC))

    def _change(self) -> None:
        """Somebody puts an order in or takes one out, near the best price more often than far from it."""
        sign = 1 if self.random.random() < 0.5 else -1
        bid, ask = self.best
        away = min(int(self.random.expovariate(0.25)), _LEVELS)
        if ask - bid > 1 and away == 0:
            ticks = bid + 1 if sign > 0 else ask - 1
        else:
            ticks = bid - away if sign > 0 else ask + away
        side = self.listing.book.side(sign)
        leaves = ticks in side.sizes and len(side.sizes) > _FEWEST and self.random.random() < 0.3
        self._quote(sign, ticks, 0 if leaves else self._lots())

    def _refill(self) -> None:
        """A wide spread gets an order inside, a side that got thin a level behind its last one."""
        bid, ask = self.best
        if ask - bid > _WIDEST:
            if self.random.random() < 0.5:
                self._quote(1, bid + 2, self._lots())
            else:
                self._quote(-1, ask - 2, self._lots())
        for sign in (1, -1):
            side = self.listing.book.side(sign)
            if len(side.sizes) < _FEWEST:
                bid, ask = self.best
                last = side.last if side.last is not None else (bid if sign > 0 else ask)
                self._quote(sign, last - sign, self._lots())

    def _quote(self, sign: int, ticks: int, lots: int) -> None:
        """The crowd's order at a price is that large from now on."""
        mine = self._mine[sign]
        old = mine.pop(ticks, None)
        if old is not None and old.resting:
            self.listing.book.side(sign).remove(old)
            old.status = OrderStatus.CANCELED
        if lots and ticks == self.within(ticks):
            order = self._order(sign, ticks, lots, TimeInForce.GTC)
            work(self.exchange.floor, order)
            if order.resting:
                mine[ticks] = order

    def _order(self, sign: int, ticks: int, lots: int, tif: TimeInForce) -> Working:
        return Working(
            number=next(self.exchange.floor.numbers),
            account=self.crowd,
            grid=self.grid,
            order=self._orders[sign],
            sign=sign,
            type=OrderType.LIMIT,
            tif=tif,
            leaves=lots,
            limit=ticks,
        )

    def _lots(self) -> int:
        return self.random.randrange(1, 5_000)

    # -- again from the start ------------------------------------------------------------------------------------------

    def saved(self) -> Saved:
        """The line as it is, as long as the crowd alone has orders."""
        listing = self.listing
        return Saved(
            listing.book.bids.levels(),
            listing.book.asks.levels(),
            listing.sequence,
            listing.previous_sequence,
            listing.trade_number,
            list(listing.trades),
        )

    def restore(self, saved: Saved, seed: str) -> None:
        """The line as it was, with dice of another seed; orders of others are not looked after."""
        listing = self.listing
        self.random = Random(seed)
        listing.random = Random(f"{seed} numbers")
        for sign, mine in self._mine.items():
            for ticks in list(mine):
                self._quote(sign, ticks, 0)
        for sign, levels in ((1, saved.bids), (-1, saved.asks)):
            for ticks, lots in levels:
                self._quote(sign, ticks, lots)
        listing.news(self.exchange.floor.now_ns)
        listing.sequence, listing.previous_sequence = saved.sequence, saved.previous_sequence
        listing.trade_number = saved.trade_number
        listing.trades = deque(saved.trades, listing.trades.maxlen)
