"""A local order book that is fed with book events and read at any time, exact to the last digit."""

from __future__ import annotations

import zlib
from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from decimal import Context, Decimal, Inexact
from itertools import zip_longest
from typing import Literal

from msgspec import Struct

from dragoman.errors import BookError, ChecksumMismatch
from dragoman.model import (
    BookAction,
    BookType,
    InstrumentId,
    Level,
    OrderBookDelta,
    OrderBookDeltas,
    OrderBookDepth10,
    OrderSide,
)
from dragoman.model.book import JsonLevels

PriceSize = tuple[Decimal, Decimal]

# The default context rounds sums to 28 digits; here a result that would have to be rounded is an error instead.
_EXACT = Context(prec=400, traps=[Inexact])
_ZERO = Decimal(0)
# A member of an enum is slow to look up on its class.
_BUY, _SELL = OrderSide.BUY, OrderSide.SELL


class ChecksumScheme(Struct, frozen=True, kw_only=True):
    """How a venue sums up its book: `digest` over the texts of the `depth` best levels, joined by `separator`.

    `order`: "interleaved" takes bid 1, ask 1, bid 2, ...; the others take one side after the other. `text`: "wire" is the
    text as received, "digits" has neither point nor leading zeros. `signed` reads the 32 bits as a signed number.
    """

    depth: int = 25
    separator: str = ":"
    order: Literal["interleaved", "bids_asks", "asks_bids"] = "interleaved"
    text: Literal["wire", "digits"] = "wire"
    signed: bool = False
    digest: Callable[[bytes], int] = zlib.crc32


class _Side:
    """One side by price, its prices always sorted upwards; `orders` is used by books of single orders alone."""

    __slots__ = ("levels", "orders", "prices", "side")

    def __init__(self, side: OrderSide) -> None:
        self.side = side
        self.levels: dict[Decimal, tuple[Decimal, Level]] = {}
        self.prices: list[Decimal] = []
        self.orders: dict[Decimal, dict[int | str, Decimal]] = {}

    def clear(self) -> None:
        self.levels.clear()
        self.prices.clear()
        self.orders.clear()

    def put(self, price: Decimal, size: Decimal, row: Level) -> None:
        if price not in self.levels:
            insort(self.prices, price)
        self.levels[price] = (size, row)

    def drop(self, price: Decimal) -> None:
        if self.levels.pop(price, None) is not None:
            del self.prices[bisect_left(self.prices, price)]

    def replace(self, pairs: Sequence[PriceSize], rows: Sequence[Level]) -> None:
        self.clear()
        self.levels = {price: (size, row) for (price, size), row in zip(pairs, rows, strict=True) if size}
        self.prices = sorted(self.levels)

    def best_first(self, depth: int | None) -> list[Decimal]:
        prices = self.prices
        count = len(prices) if depth is None else min(depth, len(prices))
        return prices[: -count - 1 : -1] if self.side is OrderSide.BUY else prices[:count]


class OrderBook:
    """`book_type` L2_MBP holds sizes by price, L3_MBO single orders by id; one event is applied whole or not at all.

    `apply` raises BookLevelError for a level that is no price and size, and BookError for an event that can't be meant
    for this book. `update_count` counts events, `unknown_orders` deletions of orders that were never there.
    """

    def __init__(self, instrument_id: InstrumentId, book_type: BookType = BookType.L2_MBP) -> None:
        if book_type not in (BookType.L2_MBP, BookType.L3_MBO):
            raise ValueError(f"a book is L2_MBP or L3_MBO, not {book_type}")
        self.instrument_id = instrument_id
        self.book_type = book_type
        self.update_count = 0
        self.is_current = False
        """Whether an adapter that keeps it knows of no hole since its last event; what follows a hole begins it anew."""
        self.unknown_orders = 0
        self.sequence = 0
        self.ts_last = 0
        self._bids = _Side(OrderSide.BUY)
        self._asks = _Side(OrderSide.SELL)
        self._where: dict[int | str, tuple[_Side, Decimal]] = {}

    # -- writing -------------------------------------------------------------------------------------------------------

    def apply(self, event: OrderBookDeltas | OrderBookDelta | OrderBookDepth10) -> None:
        """Take one event in."""
        if event.instrument_id != self.instrument_id:
            raise self._error(f"an event of {event.instrument_id} was applied to it")
        if isinstance(event, OrderBookDelta):
            self._apply_rows((event,))
        elif isinstance(event, OrderBookDepth10):
            self._replace(event)
        elif event.rows is not None:
            if event.is_snapshot:
                self._check_rows(event.rows)
                self.clear()
            self._apply_rows(event.rows)
        elif event.is_snapshot:
            self._replace(event)
        else:
            self._apply_levels(event)
        self.update_count += 1
        self.sequence = event.sequence
        self.ts_last = event.ts_event

    def clear(self) -> None:
        """Empty both sides; counters and times stay."""
        self._bids.clear()
        self._asks.clear()
        self._where.clear()

    def _read(
        self, event: OrderBookDeltas | OrderBookDepth10
    ) -> tuple[tuple[_Side, list[PriceSize], Sequence[Level]], ...]:
        """Each side of the book with its levels as decimals and as they were decoded."""
        if self.book_type is not BookType.L2_MBP:
            raise self._error("levels by price say nothing of single orders")
        bids, asks = event.both_sides()
        # Decimals keep every digit, so that what is still JSON is not decoded to text as well.
        return (
            (self._bids, bids, bids if isinstance(event.bids, JsonLevels) else event.bids),
            (self._asks, asks, asks if isinstance(event.asks, JsonLevels) else event.asks),
        )

    def _replace(self, event: OrderBookDeltas | OrderBookDepth10) -> None:
        for side, pairs, rows in self._read(event):
            side.replace(pairs, rows)

    def _apply_levels(self, event: OrderBookDeltas) -> None:
        for side, pairs, rows in self._read(event):
            for (price, size), row in zip(pairs, rows, strict=True):
                if size:
                    side.put(price, size, row)
                else:
                    side.drop(price)

    def _check_rows(self, rows: Sequence[OrderBookDelta]) -> None:
        by_order = self.book_type is BookType.L3_MBO
        for row in rows:
            if row.action is BookAction.CLEAR:
                continue
            if row.size is not None and row.size < 0:
                raise self._error(f"a size of {row.size} at {row.price}")
            if by_order and row.action is BookAction.DELETE:
                continue
            if row.side is OrderSide.NO_ORDER_SIDE:
                raise self._error(f"a row to {row.action} names no side")
            if row.price is None or (row.size is None and row.action is not BookAction.DELETE):
                raise self._error(f"a row to {row.action} lacks its price or size")

    def _apply_rows(self, rows: Sequence[OrderBookDelta]) -> None:
        self._check_rows(rows)
        put = self._put_order if self.book_type is BookType.L3_MBO else self._put_level
        for row in rows:
            if row.action is BookAction.CLEAR:
                self._clear_rows(row.side)
            else:
                put(row)

    def _clear_rows(self, side: OrderSide) -> None:
        if side is OrderSide.NO_ORDER_SIDE:
            self.clear()
            return
        cleared = self._side(side)
        for orders in cleared.orders.values():
            for order_id in orders:
                del self._where[order_id]
        cleared.clear()

    def _put_level(self, row: OrderBookDelta) -> None:
        side = self._side(row.side)
        assert row.price is not None
        if row.action is BookAction.DELETE or not row.size:
            side.drop(row.price)
        else:
            side.put(row.price, row.size, (row.price, row.size))

    def _put_order(self, row: OrderBookDelta) -> None:
        known = self._where.get(row.order_id)
        if (
            known is not None
            and row.size
            and row.action is not BookAction.DELETE
            and self._shrink(known, row)
        ):
            return
        if known is not None:
            del self._where[row.order_id]
            self._take_out(*known, row.order_id)
        if row.action is BookAction.DELETE or not row.size:
            self.unknown_orders += known is None
            return
        assert row.price is not None
        side = self._side(row.side)
        side.orders.setdefault(row.price, {})[row.order_id] = row.size
        self._where[row.order_id] = (side, row.price)
        before = side.levels.get(row.price)
        total = row.size if before is None else _EXACT.add(before[0], row.size)
        side.put(row.price, total, (row.price, total))

    def _shrink(self, known: tuple[_Side, Decimal], row: OrderBookDelta) -> bool:
        """An order that only gets smaller keeps its place in the queue."""
        side, price = known
        size = side.orders[price][row.order_id]
        if row.price != price or self._side(row.side) is not side or row.size is None or row.size > size:
            return False
        side.orders[price][row.order_id] = row.size
        total = _EXACT.add(_EXACT.subtract(side.levels[price][0], size), row.size)
        side.put(price, total, (price, total))
        return True

    def _take_out(self, side: _Side, price: Decimal, order_id: int | str) -> None:
        orders = side.orders[price]
        size = orders.pop(order_id)
        if orders:
            total = _EXACT.subtract(side.levels[price][0], size)
            side.put(price, total, (price, total))
        else:
            del side.orders[price]
            side.drop(price)

    def _side(self, side: OrderSide) -> _Side:
        return self._bids if side is OrderSide.BUY else self._asks

    # -- reading -------------------------------------------------------------------------------------------------------

    def best_bid(self) -> PriceSize | None:
        """(price, size) of the highest bid; None where there is none."""
        return self._best(self._bids, -1)

    def best_ask(self) -> PriceSize | None:
        """(price, size) of the lowest ask; None where there is none."""
        return self._best(self._asks, 0)

    def bids(self, depth: int | None = None) -> list[PriceSize]:
        """(price, size), best first, at most `depth` of them."""
        return [(price, self._bids.levels[price][0]) for price in self._bids.best_first(depth)]

    def asks(self, depth: int | None = None) -> list[PriceSize]:
        """(price, size), best first, at most `depth` of them."""
        return [(price, self._asks.levels[price][0]) for price in self._asks.best_first(depth)]

    def orders(self, side: OrderSide, price: Decimal) -> list[tuple[int | str, Decimal]]:
        """(order id, size) at a price in the order of their arrival; empty for books by price."""
        return list(self._side(side).orders.get(price, {}).items())

    def spread(self) -> Decimal | None:
        """Best ask less best bid, negative where the book is crossed; None while a side is empty."""
        if not self._bids.prices or not self._asks.prices:
            return None
        return _EXACT.subtract(self._asks.prices[0], self._bids.prices[-1])

    def midpoint(self) -> Decimal | None:
        """Exact mean of best bid and ask; None while a side is empty."""
        if not self._bids.prices or not self._asks.prices:
            return None
        return _EXACT.divide(_EXACT.add(self._asks.prices[0], self._bids.prices[-1]), Decimal(2))

    @property
    def is_crossed(self) -> bool:
        """Whether the best bid is above the best ask, which no matching market shows for long."""
        spread = self.spread()
        return spread is not None and spread < _ZERO

    def checksum(self, scheme: ChecksumScheme) -> int:
        """The scheme's number for the book as it stands."""
        bids, asks = (
            [part for row in self._wire(side, scheme.depth) for part in row]
            for side in (self._bids, self._asks)
        )
        if scheme.order == "interleaved":
            pairs = zip_longest(
                zip(bids[::2], bids[1::2], strict=True), zip(asks[::2], asks[1::2], strict=True), fillvalue=()
            )
            parts = [part for pair in pairs for level in pair for part in level]
        else:
            parts = bids + asks if scheme.order == "bids_asks" else asks + bids
        if scheme.text == "digits":
            parts = [part.replace(".", "").lstrip("0") for part in parts]
        number = scheme.digest(scheme.separator.join(parts).encode())
        return number - (1 << 32) if scheme.signed and number >= 1 << 31 else number

    def verify(self, scheme: ChecksumScheme, expected: int) -> None:
        """Compare with the venue's own checksum; raises ChecksumMismatch."""
        got = self.checksum(scheme)
        if got != expected:
            raise ChecksumMismatch(self.instrument_id.venue, self.instrument_id, expected, got)

    def _wire(self, side: _Side, depth: int) -> list[tuple[str, str]]:
        rows = [side.levels[price][1] for price in side.best_first(depth)]
        return [(_text(row[0]), _text(row[1])) for row in rows]

    @staticmethod
    def _best(side: _Side, index: int) -> PriceSize | None:
        if not side.prices:
            return None
        price = side.prices[index]
        return price, side.levels[price][0]

    def _error(self, why: str) -> BookError:
        return BookError(self.instrument_id.venue, self.instrument_id, why)


def _text(value: str | Decimal | int) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
