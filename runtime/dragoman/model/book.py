"""Order-book data. A book message keeps its levels as they were decoded; decimals are made when a level is read.

Making two decimals for every level costs several times the decoding of the whole frame, and most consumers read a few levels.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar, TypeAlias

from msgspec import Struct

from dragoman.errors import BookLevelError
from dragoman.model.decimals import DECIMALS, POSITIVE, exact
from dragoman.model.enums import BookAction, OrderSide, RecordFlag
from dragoman.model.identifiers import InstrumentId

Level: TypeAlias = Sequence[str | Decimal | int]
"""(price, size, ...) where both are decimal text, Decimal or int; what follows them is the venue's and is ignored."""

# An enum's member is slow to look up on its class.
_BUY, _SELL, _NO_SIDE = OrderSide.BUY, OrderSide.SELL, OrderSide.NO_ORDER_SIDE
_ADD, _UPDATE, _DELETE, _CLEAR = BookAction.ADD, BookAction.UPDATE, BookAction.DELETE, BookAction.CLEAR
F_LAST = int(RecordFlag.F_LAST)
F_SNAPSHOT = int(RecordFlag.F_SNAPSHOT)
_FAULTS = (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError)


class PositiveLevels(list[Level]):
    """Levels of a venue whose prices are above zero, which is asked when they are read."""

    __slots__ = ()


def read_levels(levels: Sequence[Level], side: OrderSide) -> list[tuple[Decimal, Decimal]]:
    """Exact decimals of a side; raises BookLevelError with the side and the index of the first bad level."""
    found: list[tuple[Decimal, Decimal]] = []
    add = found.append
    positive = type(levels) is PositiveLevels
    prices = POSITIVE if positive else DECIMALS
    try:
        # Text, as most venues send it. Prices repeat, sizes hardly do.
        for level in levels:
            text = level[1]
            size = exact(text)
            if size.is_signed() or not size.is_finite() or not text.isascii():  # type: ignore[union-attr]
                break
            add((prices[level[0]], size))  # type: ignore[index]
        else:
            return found
    except _FAULTS:
        pass  # numbers, or a bad level, which the careful pass names
    return [_read_level(level, side, index, positive) for index, level in enumerate(levels)]


def _read_level(level: Level, side: OrderSide, index: int, positive: bool) -> tuple[Decimal, Decimal]:
    try:
        price, size = _number(level[0]), _number(level[1])
        if size < 0 or (positive and price <= 0):
            raise ValueError(level)
        return price, size
    except _FAULTS as error:
        raise BookLevelError(side=side.name, index=index, level=level) from error


def _number(value: str | Decimal | int) -> Decimal:
    if type(value) is Decimal:
        number = value
    elif type(value) is int or (isinstance(value, str) and value.isascii()):
        number = exact(value)
    else:
        raise TypeError(value)  # a float would be silently inexact
    if number.is_finite():
        return number
    raise ValueError(value)


class OrderBookDelta(Struct, frozen=True, gc=False):
    """One change of a book; `order_id` is 0 where the venue speaks of prices, not orders.

    CLEAR rows carry neither price nor size; a DELETE by order id may carry none either.
    """

    instrument_id: InstrumentId
    action: BookAction
    side: OrderSide
    price: Decimal | None
    size: Decimal | None
    order_id: int | str
    flags: int
    sequence: int
    ts_event: int
    ts_init: int


class OrderBookDeltas(Struct, frozen=True, gc=False):
    """The book changes of one message, or a whole book where `is_snapshot`.

    Size zero removes a level. `rows` is for venues whose changes are explicit (by order id, or with their own actions);
    `bids` and `asks` are empty then. `flags` hold for every row; F_SNAPSHOT and F_LAST are put where they belong by `deltas`.
    """

    to_dict_also: ClassVar[tuple[str, ...]] = ("levels",)

    instrument_id: InstrumentId
    bids: Sequence[Level]
    asks: Sequence[Level]
    is_snapshot: bool
    sequence: int
    flags: int
    ts_event: int
    ts_init: int
    rows: tuple[OrderBookDelta, ...] | None = None

    @property
    def bid_levels(self) -> list[tuple[Decimal, Decimal]]:
        """(price, size) of every bid in the message's order; raises BookLevelError."""
        return read_levels(self.bids, _BUY)

    @property
    def ask_levels(self) -> list[tuple[Decimal, Decimal]]:
        """(price, size) of every ask in the message's order; raises BookLevelError."""
        return read_levels(self.asks, _SELL)

    @property
    def levels(self) -> int:
        """How many levels or explicit rows the message carries, a leading CLEAR not counted."""
        return len(self.bids) + len(self.asks) if self.rows is None else len(self.rows)

    @property
    def deltas(self) -> list[OrderBookDelta]:
        """The rows that applying the message means, a leading CLEAR for a snapshot; raises BookLevelError."""
        if self.rows is not None:
            return list(self.rows)
        flags = self.flags & ~F_LAST
        present = _UPDATE
        rows: list[OrderBookDelta] = []
        if self.is_snapshot:
            flags |= F_SNAPSHOT
            present = _ADD
            rows.append(self._row(_CLEAR, _NO_SIDE, None, None, flags))
        for side, levels in ((_BUY, self.bid_levels), (_SELL, self.ask_levels)):
            for price, size in levels:
                if size:
                    rows.append(self._row(present, side, price, size, flags))
                elif not self.is_snapshot:
                    rows.append(self._row(_DELETE, side, price, size, flags))
        if rows:
            last = rows[-1]
            rows[-1] = self._row(last.action, last.side, last.price, last.size, flags | F_LAST)
        return rows

    def _row(
        self, action: BookAction, side: OrderSide, price: Decimal | None, size: Decimal | None, flags: int
    ) -> OrderBookDelta:
        return OrderBookDelta(
            self.instrument_id,
            action,
            side,
            price,
            size,
            0,
            flags,
            self.sequence,
            self.ts_event,
            self.ts_init,
        )


class OrderBookDepth10(Struct, frozen=True, gc=False):
    """The ten best levels a side, best first, or fewer where the venue has fewer.

    Counts are orders a level, empty where the venue doesn't say.
    """

    to_dict_also: ClassVar[tuple[str, ...]] = ("padded_levels",)

    instrument_id: InstrumentId
    bids: Sequence[Level]
    asks: Sequence[Level]
    bid_counts: Sequence[int]
    ask_counts: Sequence[int]
    flags: int
    sequence: int
    ts_event: int
    ts_init: int

    @property
    def bid_levels(self) -> list[tuple[Decimal, Decimal]]:
        """(price, size), best first; raises BookLevelError."""
        return read_levels(self.bids, _BUY)

    @property
    def ask_levels(self) -> list[tuple[Decimal, Decimal]]:
        """(price, size), best first; raises BookLevelError."""
        return read_levels(self.asks, _SELL)

    @property
    def padded_levels(self) -> int:
        """How many of the ten levels the shorter side lacks."""
        return max(0, 10 - min(len(self.bids), len(self.asks)))
