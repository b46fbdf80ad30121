"""Sides of books as messages bring them: kept as JSON until somebody reads them, or every level read while a frame is decoded.

Making two decimals costs several times the rest of a level. Who reads few levels leaves them JSON; who reads all of them has
them made by the one decoding that the frame takes anyway. That decoding takes more for a number than a venue may mean (NaN,
exponents, blanks, underscores, digits of other scripts), so that the bytes of the levels are looked at: what is not plain at the
first glance goes the careful way, which says what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_origin

from msgspec import Raw, Struct
from msgspec.structs import fields

from dragoman.model.book import READ_LEVELS, JsonLevels, LevelForm, Levels, Side
from dragoman.model.decimals import MOST_CHARACTERS, MOST_REMEMBERED, POSITIVE
from dragoman.translate.frames import variant
from dragoman.translate.rows import number_decoder

Sides = tuple[Side, Side, LevelForm]

_E, _BIG_E, _N, _BIG_N, _MINUS, _UNDERSCORE, _BLANK, _BACKSLASH = b"eEnN-_ \\"
"""One of these, or a byte beyond ASCII, is in whatever is taken for a number and not written in digits and a point alone."""


_PRICES: dict[str, Decimal] = {}
"""Text -> price above zero; they come again and again. A plain dict is looked up in faster than one that says what is missing."""


class LongerLevel(Struct, frozen=True, array_like=True, gc=False):
    """A level with more than price and size; what follows them is passed over."""

    price: Decimal
    size: Decimal


def on_demand(form: LevelForm, bids: Any, asks: Any, payload: bytes = b"") -> Sides:
    """Both sides as they came."""
    return JsonLevels(bids), JsonLevels(asks), form


def every_level(form: LevelForm, bids: Any, asks: Any, payload: bytes = b"") -> Sides:
    """Both sides of a message that was decoded with its levels; raises ValueError where one may hold what is no plain number.

    payload: the frame, where only its decoding is done yet; `plain_decoder` has done the rest.
    """
    if type(bids) is Raw:  # levels of a layout that `with_prices_of_text` has no type for
        return on_demand(form, bids, asks)
    if not payload:
        return bids, asks, READ_LEVELS
    if _may_be_odd(payload.partition(b"[")[2]):
        raise ValueError("a level may be no plain number")
    prices = _PRICES
    buying: Levels = []
    for price, size in bids:
        try:
            buying.append((prices[price], size))
        except KeyError:
            buying.append((_learned(price), size))
    selling: Levels = []
    for price, size in asks:
        try:
            selling.append((prices[price], size))
        except KeyError:
            selling.append((_learned(price), size))
    return buying, selling, READ_LEVELS


def _learned(text: str) -> Decimal:
    """The decimal of a price that is not remembered; raises ArithmeticError or ValueError for what is none above zero."""
    number = POSITIVE[text]
    if len(text) <= MOST_CHARACTERS:
        if len(_PRICES) >= MOST_REMEMBERED:
            _PRICES.clear()
        _PRICES[text] = number
    return number


def scaled_sides(form: LevelForm, bids: list[Any], asks: list[Any], sizes: Mapping[int, Decimal]) -> Sides:
    """As `every_level`, of levels in JSON numbers, whose sizes are whole and count by what `sizes` makes of them."""
    return _scaled(bids, sizes, form), _scaled(asks, sizes, form), READ_LEVELS


def _scaled(side: Iterable[tuple[Any, int]], sizes: Mapping[int, Decimal], form: LevelForm) -> Levels:
    positive = form.positive
    read: Levels = []
    for price, size in side:
        if positive and not price:
            raise ValueError("a price is zero")
        read.append((price if type(price) is Decimal else _whole(price), sizes[size]))
    return read


def _whole(price: object) -> Decimal:
    """A price that JSON writes without a point; raises TypeError for what is none."""
    if type(price) is not int:
        raise TypeError(f"{price!r} is no number")
    return Decimal(price)


def plain_decoder(kind: Any) -> Callable[[bytes], Any]:
    """Decodes messages to the variant of `kind` that `with_levels` makes, with levels of text as pairs of decimals.

    What it decodes raises ValueError or ArithmeticError where a level may hold what is no plain number, or a price is not above
    zero: before a state machine has seen any of the message, so that the careful way may look at it.
    """
    decode = number_decoder(with_levels(kind)).decode
    *lists, last = _way(kind)
    depth = 1 + len(lists)
    rows_of = [attrgetter(name) for name in lists]
    holder = _holder(kind)
    sides_of_row = attrgetter(*(f"{last}.{name}".lstrip(".") for name in sides_of(holder)))
    read = _reads(holder)

    def decoded(payload: bytes) -> Any:
        # What stands before so many opening brackets, or behind so many closing ones, is in no level.
        if _may_be_odd(payload.split(b"[", depth)[-1].rsplit(b"]", depth)[0]):
            raise ValueError("a level may be no plain number")
        message = decode(payload)
        rows = [message]
        for of in rows_of:
            rows = [each for row in rows for each in of(row)]
        for row in rows:
            for side in sides_of_row(row):
                read(side)
        return message

    return decoded


def _may_be_odd(text: bytes) -> bool:
    """Whether what is decoded as a number may be written in more than digits and a point; each byte is found at the speed of memory."""
    return (
        _E in text
        or _N in text
        or _MINUS in text
        or _BLANK in text
        or _BIG_E in text
        or _BIG_N in text
        or _UNDERSCORE in text
        or _BACKSLASH in text
        or not text.isascii()
    )


def _read_pairs(side: list[Any]) -> None:
    for level in side:
        if not level[0]:
            raise ValueError("a price is zero")


def _read_longer(side: list[Any]) -> None:
    for at, level in enumerate(side):
        if not level.price:
            raise ValueError("a price is zero")
        side[at] = level.price, level.size


def _read_later(side: list[Any]) -> None:
    """Numbers are read by who knows what scales them."""


# -- what messages are decoded to ------------------------------------------------------------------------------------


@cache
def with_levels(kind: Any) -> Any:
    """The variant of a payload whose sides are decoded with it instead of staying JSON."""
    read = dict.fromkeys(sides_of(kind), _LEVELS[_reads(kind)]) if sides_of(kind) else {}
    return variant(kind.variant_of, *map(with_levels, kind.inner), **{**kind.types, **read})


@cache
def with_prices_of_text(kind: Any) -> Any:
    """As `with_levels`, of a payload that holds its sides itself, for `every_level`, which looks prices up."""
    sides = dict.fromkeys(sides_of(kind), list[tuple[str, Decimal]])
    return variant(kind.variant_of, *kind.inner, **{**kind.types, **sides})


@cache
def has_levels(kind: Any) -> bool:
    """Whether a payload's sides stay JSON, in itself or in a record of it."""
    return hasattr(kind, "variant_of") and bool(sides_of(kind) or any(map(has_levels, kind.inner)))


def has_pairs(kind: Any) -> bool:
    """Whether a payload itself holds sides, their levels in text and with nothing but price and size."""
    return has_levels(kind) and bool(sides_of(kind)) and _reads(kind) is _read_pairs


def sides_of(kind: Any) -> list[str]:
    """The fields of a variant that are sides of a book."""
    hints = {item.name: item.type for item in fields(kind.variant_of)}
    return [name for name, hint in kind.types.items() if hint is Raw and get_origin(hints[name]) is list]


_LEVELS: dict[Callable[[list[Any]], None], Any] = {
    _read_pairs: list[tuple[Decimal, Decimal]],
    _read_longer: list[LongerLevel],
    _read_later: list[tuple[Any, int]],
}
"""What reads a side -> what it is decoded to; prices in JSON numbers are remembered while they are, sizes in such are whole."""


def _reads(kind: Any) -> Callable[[list[Any]], None]:
    """What reads the sides of a record."""
    name = sides_of(kind)[0]
    (level,) = next(get_args(item.type) for item in fields(kind.variant_of) if item.name == name)
    parts = get_args(level)
    if parts[0] is Decimal:
        return _read_later
    return _read_pairs if len(parts) == 2 else _read_longer


def _holder(kind: Any) -> Any:
    """The record in a payload that holds the sides."""
    return kind if sides_of(kind) else _holder(next(filter(has_levels, kind.inner)))


def _way(kind: Any) -> list[str]:
    """The fields on the way to the sides, a part for every list on it and one for what is left."""
    if sides_of(kind):
        return [""]
    inner = next(filter(has_levels, kind.inner))
    name, is_list = next(
        (item.name, get_origin(item.type) is list)
        for item in fields(kind)
        if inner in (item.type, *get_args(item.type))
    )
    first, *more = _way(inner)
    return [name, first, *more] if is_list else [f"{name}.{first}".rstrip("."), *more]
