"""Order-book data. A book message keeps its levels as they were decoded; decimals are made when a level is read.

Making two decimals for every level costs several times the decoding of the whole frame, and most consumers read a few levels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import Any, ClassVar, TypeAlias, final

from msgspec import DecodeError, Raw, Struct
from msgspec.json import Decoder

from dragoman.errors import BookLevelError
from dragoman.model.decimals import DECIMALS, POSITIVE, exact
from dragoman.model.enums import BookAction, OrderSide, RecordFlag
from dragoman.model.identifiers import InstrumentId

Level: TypeAlias = Sequence[str | Decimal | int]
"""(price, size, ...) where both are decimal text, Decimal or int; what follows them is the venue's and is ignored."""
Levels: TypeAlias = list[tuple[Decimal, Decimal]]

# An enum's member is slow to look up on its class.
_BUY, _SELL, _NO_SIDE = OrderSide.BUY, OrderSide.SELL, OrderSide.NO_ORDER_SIDE
_ADD, _UPDATE, _DELETE, _CLEAR = BookAction.ADD, BookAction.UPDATE, BookAction.DELETE, BookAction.CLEAR
F_LAST = int(RecordFlag.F_LAST)
F_SNAPSHOT = int(RecordFlag.F_SNAPSHOT)
_FAULTS = (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError)


class LevelForm(Struct, frozen=True):
    """What a venue says of its levels: whether every price is above zero, and how many values a level has."""

    positive: bool = False
    items: int = 2


ANY_LEVELS = LevelForm()
READ_LEVELS = LevelForm()
"""The very form of sides that are decimals already, each of them looked at; reading hands them out as they are."""

_PLAIN = b'0123456789.,"[]'
"""What levels are written with that have neither sign, exponent, blank nor any word such as NaN."""
_AS_THEY_ARE = bytes(range(256))
_rows = Decoder(list[Any], float_hook=Decimal).decode


class _Longer(Struct, frozen=True, array_like=True, gc=False):
    """A level with more than price and size; what follows them is passed over."""

    price: Decimal
    size: Decimal


_pairs = Decoder(Levels).decode
_longer = Decoder(list[_Longer]).decode


@final
class JsonLevels(Struct, frozen=True, gc=False, eq=False):
    """The levels of one side that nobody has looked at yet: a sequence that is decoded whenever it is asked."""

    json: Raw

    def __len__(self) -> int:
        return len(level_rows(self))

    def __getitem__(self, index: int) -> Level:
        return level_rows(self)[index]

    def __iter__(self) -> Iterator[Level]:
        return iter(level_rows(self))

    def __eq__(self, other: object) -> bool:
        return (
            [*map(tuple, self)] == [*map(tuple, other)]
            if isinstance(other, JsonLevels | list | tuple)
            else False
        )

    def __repr__(self) -> str:
        return bytes(self.json).decode(errors="replace")


Side: TypeAlias = Sequence[Level] | JsonLevels
"""The levels of one side as they were decoded, or still JSON; `bid_levels`, `ask_levels` and `level_rows` read either at once."""


def level_rows(side: Side) -> Sequence[Level]:
    """The levels of a side, their numbers as the venue writes them; raises BookLevelError for JSON that is no list."""
    if type(side) is not JsonLevels:
        return side
    try:
        return _rows(side.json)
    except (DecodeError, UnicodeDecodeError) as error:
        raise BookLevelError(side="", index=0, level=bytes(side.json)[:200]) from error


def read_levels(levels: Side, side: OrderSide, form: LevelForm = ANY_LEVELS) -> Levels:
    """Exact decimals of a side; raises BookLevelError with the side and the index of the first bad level."""
    if type(levels) is JsonLevels:
        text = bytes(levels.json)
        if not text.translate(_AS_THEY_ARE, _PLAIN):
            try:
                decoded = (
                    _pairs(text)
                    if form.items == 2
                    else [(level.price, level.size) for level in _longer(text)]
                )
                if not form.positive:
                    return decoded
                for price, _ in decoded:
                    if not price:
                        break
                else:
                    return decoded
            except DecodeError:
                pass  # which level it is, the careful pass says
    rows = level_rows(levels)
    found: Levels = []
    add = found.append
    prices = POSITIVE if form.positive else DECIMALS
    try:
        # Text, as most venues send it. Prices repeat, sizes hardly do.
        for level in rows:
            said = level[1]
            size = exact(said)
            if size.is_signed() or not size.is_finite() or not said.isascii():  # type: ignore[union-attr]
                break
            add((prices[level[0]], size))  # type: ignore[index]
        else:
            return found
    except _FAULTS:
        pass  # numbers, or a bad level, which the careful pass names
    return [_read_level(level, side, index, form.positive) for index, level in enumerate(rows)]


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


class _Sides:
    """What two events with levels have in common, however far these are decoded."""

    __slots__ = ()

    bids: Any
    asks: Any
    level_form: Any

    def both_sides(self) -> tuple[Levels, Levels]:
        """The (price, size) of all bids and of all asks, for who reads every level of a message; raises BookLevelError."""
        form = self.level_form
        if form is READ_LEVELS:
            return self.bids, self.asks
        return read_levels(self.bids, _BUY, form), read_levels(self.asks, _SELL, form)

    @property
    def bid_levels(self) -> Levels:
        """(price, size) of every bid in the message's order; raises BookLevelError."""
        form = self.level_form
        return self.bids if form is READ_LEVELS else read_levels(self.bids, _BUY, form)

    @property
    def ask_levels(self) -> Levels:
        """(price, size) of every ask in the message's order; raises BookLevelError."""
        form = self.level_form
        return self.asks if form is READ_LEVELS else read_levels(self.asks, _SELL, form)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return False
        mine, others = _plainly(self), _plainly(other)
        if mine == others:
            return True
        if (mine.get("level_form") is READ_LEVELS) is (others.get("level_form") is READ_LEVELS):
            return False
        return _digits(mine) == _digits(others)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in _plainly(self).items())
        return f"{type(self).__name__}({said})"


def _plainly(event: Any) -> dict[str, Any]:
    """The fields of an event, its levels as the venue wrote them, without what follows the values that they have by its word."""
    found = {name: getattr(event, name) for name in event.__struct_fields__}
    items = found["level_form"].items
    for name in ("bids", "asks"):
        with suppress(BookLevelError, TypeError):  # what is no list of levels stays what it is
            found[name] = [tuple(level)[:items] for level in level_rows(found[name])]
    return found


def _digits(fields: dict[str, Any]) -> dict[str, Any]:
    """The same with no more of a level than the digits of its price and size, which levels that were read still have."""
    sides = {
        name: [tuple(map(str, level[:2])) for level in fields[name]]
        for name in ("bids", "asks")
        if isinstance(fields[name], list)
    }
    return {**fields, **sides, "level_form": None}


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


class OrderBookDeltas(_Sides, Struct, frozen=True, gc=False, eq=False):
    """The book changes of one message, or a whole book where `is_snapshot`.

    Size zero removes a level. `rows` is for venues whose changes are explicit (by order id, or with their own actions);
    `bids` and `asks` are empty then. `flags` hold for every row; F_SNAPSHOT and F_LAST are put where they belong by `deltas`.
    """

    to_dict_also: ClassVar[tuple[str, ...]] = ("levels",)

    instrument_id: InstrumentId
    bids: Side
    asks: Side
    is_snapshot: bool
    sequence: int
    flags: int
    ts_event: int
    ts_init: int
    rows: tuple[OrderBookDelta, ...] | None = None
    level_form: LevelForm = ANY_LEVELS

    @property
    def levels(self) -> int:
        """How many levels or explicit rows the message carries, a leading CLEAR not counted."""
        return (
            len(level_rows(self.bids)) + len(level_rows(self.asks)) if self.rows is None else len(self.rows)
        )

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
        bids, asks = self.both_sides()
        for side, levels in ((_BUY, bids), (_SELL, asks)):
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


class OrderBookDepth10(_Sides, Struct, frozen=True, gc=False, eq=False):
    """The ten best levels a side, best first, or fewer where the venue has fewer.

    Counts are orders a level, empty where the venue doesn't say.
    """

    to_dict_also: ClassVar[tuple[str, ...]] = ("padded_levels",)

    instrument_id: InstrumentId
    bids: Side
    asks: Side
    bid_counts: Sequence[int]
    ask_counts: Sequence[int]
    flags: int
    sequence: int
    ts_event: int
    ts_init: int
    level_form: LevelForm = ANY_LEVELS

    @property
    def padded_levels(self) -> int:
        """How many of the ten levels the shorter side lacks."""
        return max(0, 10 - min(len(level_rows(self.bids)), len(level_rows(self.asks))))
