"""Sides of books as messages bring them: kept as JSON until somebody reads them, or every level read while a frame is decoded.

Making two decimals costs several times the rest of a level. Who reads few levels leaves them JSON; who reads all of them has
them made by the one decoding that the frame takes anyway. That decoding takes more for a number than a venue may mean (NaN,
exponents, blanks, underscores, digits of other scripts), so that the bytes of the levels are looked at: what is not plain at the
first glance goes the careful way, which says what it is.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin

from msgspec import Raw, Struct
from msgspec.json import Decoder
from msgspec.structs import fields

from dragoman.model.book import READ_LEVELS, JsonLevels, LevelForm, Levels, Side
from dragoman.model.decimals import POSITIVE
from dragoman.translate.frames import variant
from dragoman.translate.scaled import Scaled

Sides = tuple[Side, Side, LevelForm]

ODD = bytes(char > 127 or char in b"eEnN-_ \\" for char in range(256))
"""What bytes translate to: 1 for those, one of which is in whatever is taken for a number and not written in digits and a point alone."""


class LongerLevel(Struct, frozen=True, array_like=True, gc=False):
    """A level with more than price and size; what follows them is passed over."""

    price: str
    size: Decimal


def on_demand(form: LevelForm, bids: Any, asks: Any) -> Sides:
    """Both sides as they came."""
    return JsonLevels(bids), JsonLevels(asks), form


def every_level(form: LevelForm, bids: Any, asks: Any) -> Sides:
    """Both sides of a message that `plain_decoder` decoded; where a price is none above zero, it is reading them that raises."""
    if type(bids) is Raw:  # levels of a layout that is read on demand alone
        return on_demand(form, bids, asks)
    read = _read_longer if form.items > 2 else _read_pairs
    try:
        return read(bids), read(asks), READ_LEVELS
    except (ArithmeticError, ValueError):
        return _as_pairs(bids), _as_pairs(asks), form


def _read_pairs(side: list[tuple[str, Decimal]]) -> Levels:
    prices = POSITIVE.known
    read: Levels = []
    for price, size in side:
        try:
            read.append((prices[price], size))
        except KeyError:
            read.append((POSITIVE[price], size))
    return read


def _read_longer(side: list[LongerLevel]) -> Levels:
    prices = POSITIVE.known
    read: Levels = []
    for level in side:
        try:
            read.append((prices[level.price], level.size))
        except KeyError:
            read.append((POSITIVE[level.price], level.size))
    return read


def _as_pairs(side: list[Any]) -> list[tuple[str, Decimal]]:
    """Levels that are read when somebody asks for them."""
    return [(each.price, each.size) if isinstance(each, LongerLevel) else each for each in side]


def scaled_sides(form: LevelForm, bids: list[Any], asks: list[Any], sizes: Scaled) -> Sides:
    """As `every_level`, of levels in JSON numbers, whose sizes are whole and count by what `sizes` makes of them."""
    return _scaled(bids, sizes, form), _scaled(asks, sizes, form), READ_LEVELS


def _scaled(side: list[tuple[Any, int]], sizes: Scaled, form: LevelForm) -> Levels:
    known = sizes.known
    read: Levels = []
    for said, size in side:
        price = said if type(said) is Decimal else _whole(said, form)
        try:
            read.append((price, known[size]))
        except KeyError:
            read.append((price, sizes[size]))
    return read


def _whole(price: object, form: LevelForm) -> Decimal:
    """A price that JSON writes without a point; raises TypeError or ValueError for what is none."""
    if type(price) is not int:
        raise TypeError(f"{price!r} is no number")
    if form.positive and not price:
        raise ValueError("a price is zero")
    return Decimal(price)


def plain_decoder(kind: Any) -> Callable[[bytes], Any]:
    """Decodes messages to the variant of `kind` that `with_levels` makes; raises ValueError where a level may hold what is no plain number.

    A JSON number with a point is a price then, remembered, and one of zero raises as well: whether it may be, the careful way knows.
    """
    decode = Decoder(with_levels(kind), float_hook=POSITIVE.__getitem__).decode
    depth = 1 + _lists(kind)

    def decoded(payload: bytes) -> Any:
        # What stands before so many opening brackets, or behind so many closing ones, is in no level.
        if 1 in payload.split(b"[", depth)[-1].rsplit(b"]", depth)[0].translate(ODD):
            raise ValueError("a level may be no plain number")
        return decode(payload)

    return decoded


# -- what messages are decoded to ------------------------------------------------------------------------------------


@cache
def with_levels(kind: Any) -> Any:
    """The variant of a payload whose sides are decoded with it instead of staying JSON."""
    read = dict.fromkeys(sides_of(kind), _LEVELS[_layout(kind)]) if sides_of(kind) else {}
    return variant(kind.variant_of, *map(with_levels, kind.inner), **{**kind.types, **read})


@cache
def has_levels(kind: Any) -> bool:
    """Whether a payload's sides stay JSON, in itself or in a record of it."""
    return hasattr(kind, "variant_of") and bool(sides_of(kind) or any(map(has_levels, kind.inner)))


def has_pairs(kind: Any) -> bool:
    """Whether a payload itself holds sides, their levels in text and with nothing but price and size."""
    return has_levels(kind) and bool(sides_of(kind)) and _layout(kind) == "pairs"


def sides_of(kind: Any) -> list[str]:
    """The fields of a variant that are sides of a book."""
    hints = {item.name: item.type for item in fields(kind.variant_of)}
    return [name for name, hint in kind.types.items() if hint is Raw and get_origin(hints[name]) is list]


_LEVELS = {
    "pairs": list[tuple[str, Decimal]],
    "longer": list[LongerLevel],
    "numbers": list[tuple[Any, int]],
}
"""Layout of levels -> what a side is decoded to; prices of text are looked up, those in JSON numbers remembered while they are decoded."""


def _layout(kind: Any) -> str:
    """How the levels of a record that holds sides are laid out."""
    name = sides_of(kind)[0]
    (level,) = next(get_args(item.type) for item in fields(kind.variant_of) if item.name == name)
    parts = get_args(level)
    if parts[0] is Decimal:
        return "numbers"
    return "pairs" if len(parts) == 2 else "longer"


def _lists(kind: Any) -> int:
    """How many lists a payload's levels are in, the side itself not counted."""
    if sides_of(kind):
        return 0
    inner = next(filter(has_levels, kind.inner))
    holding = next(item.type for item in fields(kind) if inner in (item.type, *get_args(item.type)))
    return (get_origin(holding) is list) + _lists(inner)
