"""Order-book data. A book message keeps its levels as they were decoded; decimals are made when a level is read.

Making two decimals for every level costs several times the decoding of the whole frame, and most consumers read a few levels.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import MAX_PREC, Context, Decimal, InvalidOperation, Overflow, Subnormal
from typing import Any, ClassVar, TypeAlias

from msgspec import Struct

from dragoman.errors import BookLevelError
from dragoman.model.enums import BookAction, OrderSide, RecordFlag
from dragoman.model.identifiers import InstrumentId

Level: TypeAlias = Sequence[str | Decimal | int]
"""(price, size, ...) where both are decimal text, Decimal or int; what follows them is the venue's and is ignored."""

F_LAST = int(RecordFlag.F_LAST)
F_SNAPSHOT = int(RecordFlag.F_SNAPSHOT)
# Faster than Decimal(text) and stricter: no blanks, no underscores. Its precision never rounds, and its exponents keep a
# hostile "1e999999999" from becoming a gigabyte when printed.
_exact = Context(
    prec=MAX_PREC, Emax=999, Emin=-999, traps=[InvalidOperation, Overflow, Subnormal]
).create_decimal
_FAULTS = (ArithmeticError, IndexError, KeyError, TypeError, ValueError)


def read_levels(levels: Sequence[Level], side: OrderSide) -> list[tuple[Decimal, Decimal]]:
    """Exact decimals of a side; raises BookLevelError with the side and the index of the first bad level."""
    if not levels:
        return []
    try:
        # Pairs of text, as most venues send them, without a Python loop.
        columns: Any = zip(*levels, strict=True)
        prices, sizes = columns
        text = "".join(prices + sizes)
        # NaN and Infinity would pass as decimals; all their spellings have an n.
        if "n" not in text and "N" not in text:
            return list(zip(map(_exact, prices), map(_exact, sizes), strict=True))
    except _FAULTS:
        pass  # another shape, or a bad level, which the careful pass names
    return [_read_level(level, side, index) for index, level in enumerate(levels)]


def _read_level(level: Level, side: OrderSide, index: int) -> tuple[Decimal, Decimal]:
    try:
        return _number(level[0]), _number(level[1])
    except _FAULTS as error:
        raise BookLevelError(side=side.name, index=index, level=level) from error


def _number(value: str | Decimal | int) -> Decimal:
    if type(value) is Decimal:
        number = value
    elif isinstance(value, str) or type(value) is int:
        number = _exact(value)
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
        return read_levels(self.bids, OrderSide.BUY)

    @property
    def ask_levels(self) -> list[tuple[Decimal, Decimal]]:
        """(price, size) of every ask in the message's order; raises BookLevelError."""
        return read_levels(self.asks, OrderSide.SELL)

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
        present = BookAction.UPDATE
        rows: list[OrderBookDelta] = []
        if self.is_snapshot:
            flags |= F_SNAPSHOT
            present = BookAction.ADD
            rows.append(self._row(BookAction.CLEAR, OrderSide.NO_ORDER_SIDE, None, None, flags))
        for side, levels in ((OrderSide.BUY, self.bid_levels), (OrderSide.SELL, self.ask_levels)):
            for price, size in levels:
                if size:
                    rows.append(self._row(present, side, price, size, flags))
                elif not self.is_snapshot:
                    rows.append(self._row(BookAction.DELETE, side, price, size, flags))
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
        return read_levels(self.bids, OrderSide.BUY)

    @property
    def ask_levels(self) -> list[tuple[Decimal, Decimal]]:
        """(price, size), best first; raises BookLevelError."""
        return read_levels(self.asks, OrderSide.SELL)

    @property
    def padded_levels(self) -> int:
        """How many of the ten levels the shorter side lacks."""
        return max(0, 10 - min(len(self.bids), len(self.asks)))
