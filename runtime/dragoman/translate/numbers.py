"""Numbers in text that a decoder would take and that no venue means: infinities, other digits, blanks, absurd exponents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct
from msgspec.structs import fields

MOST_EXPONENT = 999
_PLAIN = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?0*[0-9]{1,3})?")
_NOT_FINITE = frozenset({"NaN", "Infinity", "-Infinity"})
NUMBERS = frozenset((int, Decimal))
"""Types of what a decoder finds in the place of a JSON number that it keeps exact."""
AnyDecimal = Annotated[Decimal, "or NaN or Infinity"]
"""A decimal whose venue writes NaN or Infinity where it has no value; whoever reads it asks whether it is finite."""


def _classes() -> bytes:
    """A byte -> what it may be part of: 1 of texts in no ASCII, 0 of a number, the letters of words for no number."""
    table = bytearray(range(256))
    for byte in (*b"\\", *range(128, 256)):
        table[byte] = 1
    for byte in b"0123456789.+-":
        table[byte] = ord("0")
    for letters, one in ((b"nNiI", "N"), (b"aAfF", "A"), (b"E", "e")):
        for byte in letters:
            table[byte] = ord(one)
    return bytes(table)


_CLASSES = _classes()


def _exact(text: str) -> Decimal | str:
    """A number with all its digits; its text where no decimal holds it, as only a field that is no decimal may say."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


_decode = msgspec.json.Decoder(float_hook=_exact).decode


def may_be_odd(payload: bytes) -> bool:
    """Whether there may be such a number in JSON; it costs less than a look at any of them, and seldom says yes."""
    seen = payload.translate(_CLASSES)
    return (
        b"\x01" in seen
        or b"0_" in seen
        or b'"_' in seen
        or b"NAN" in seen
        or b"NNA" in seen
        or b"0e0000" in seen
        or (b" " in seen and (b'" 0' in seen or b'0 "' in seen or b'" _' in seen))
    )


_BEFORE = frozenset(b'0123456789.+-" ')
"""What stands before an underscore that is in a number."""
_UNDERSCORE, _BLANK, _BACKSLASH = b"_ \\"
_beside_quote = re.compile(rb' (?:(?<=" )|(?="))').search
"""A blank at the begin or the end of a text; the search jumps from blank to blank."""


def may_be_spelled_oddly(payload: bytes) -> bool:
    """As `may_be_odd` at a tenth of its cost, of what shows in the spelling alone; whoever reads a value asks whether it is finite."""
    # One byte is looked for faster than a text of one.
    if _BACKSLASH in payload or not payload.isascii():
        return may_be_odd(payload)
    return (_UNDERSCORE in payload and _underscored(payload)) or (
        _BLANK in payload and _beside_quote(payload) is not None
    )


def _underscored(payload: bytes) -> bool:
    parts = payload.split(b"_")
    del parts[-1]
    return not _BEFORE.isdisjoint([part[-1] for part in parts if part])


def check_numbers(kind: Any, payload: bytes) -> None:
    """Raises ValueError with the place of the first odd number of a payload that was decoded as `kind`."""
    if not holds_decimals(kind):
        return
    for place, value in _odd(kind, _decode(payload), "$"):
        raise ValueError(f"{str(value)[:60]!r} is no plain number - at `{place}`")


def check_texts(kind: Any, cells: Mapping[str, str | None]) -> None:
    """Raises ValueError for an odd number among the cells of a row that is to be converted to `kind`."""
    for name, hint in _known(kind):
        cell = cells.get(name)
        if cell is not None and {Decimal, int} & {*_choices(hint)} and not is_plain(cell):
            raise ValueError(f"{cell[:60]!r} in {name} is no plain number")


def is_plain(text: str) -> bool:
    """Whether a text spells a finite number in ASCII digits and no more."""
    return _PLAIN.fullmatch(text) is not None


def _odd(kind: Any, value: Any, at: str) -> Iterator[tuple[str, Any]]:
    """(place, value) of the odd numbers among decoded JSON."""
    if value is None or not holds_decimals(kind):
        return
    choices = _choices(kind)
    if isinstance(value, str | Decimal):
        if Decimal not in choices and AnyDecimal not in choices:
            return
        if _is_odd(value) and not (value in _NOT_FINITE and AnyDecimal in choices):
            yield at, value
    elif isinstance(value, list):
        for index, (hint, inner) in enumerate(_items(kind, value)):
            yield from _odd(hint, inner, f"{at}[{index}]")
    elif isinstance(value, dict):
        for key, hint in _members(kind, value):
            if key in value:
                yield from _odd(hint, value[key], f"{at}.{key}")


def _is_odd(value: str | Decimal) -> bool:
    if isinstance(value, Decimal):
        return abs(value.adjusted()) > MOST_EXPONENT
    return not is_plain(value) and _is_decimal(value)


def _is_decimal(text: str) -> bool:
    try:
        Decimal(text)
    except InvalidOperation:
        return False
    return True


def _items(kind: Any, value: list[Any]) -> Iterator[tuple[Any, Any]]:
    for choice in _choices(kind):
        origin = get_origin(choice)
        if origin is list:
            yield from ((get_args(choice)[0], inner) for inner in value)
            return
        if origin is tuple:
            yield from zip(get_args(choice), value, strict=False)
            return
        if _is_struct(choice) and choice.__struct_config__.array_like:
            yield from zip((hint for _, hint in _known(choice)), value, strict=False)
            return


def _members(kind: Any, value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for choice in _choices(kind):
        if get_origin(choice) is dict:
            yield from ((key, get_args(choice)[1]) for key in value)
            return
        if _is_struct(choice):
            config = choice.__struct_config__
            if config.tag_field is None or value.get(config.tag_field) == config.tag:
                yield from _known(choice)
                return


@cache
def holds_decimals(kind: Any) -> bool:
    """Whether a type has decimals anywhere in it."""
    return _holds(kind, frozenset())


def _holds(kind: Any, above: frozenset[Any]) -> bool:
    for choice in _choices(kind):
        if choice is Decimal or choice == AnyDecimal:
            return True
        if _is_struct(choice):
            if choice not in above and any(_holds(hint, above | {choice}) for _, hint in _known(choice)):
                return True
        elif get_origin(choice) is not None and any(_holds(each, above) for each in get_args(choice)):
            return True
    return False


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


@cache
def _choices(kind: Any) -> tuple[Any, ...]:
    """The members of a union; a type that is none stands for itself."""
    return (kind,) if get_origin(kind) in (None, list, dict, tuple, Annotated, Literal) else get_args(kind)


@cache
def _known(kind: type[Struct]) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind, include_extras=True)
    return tuple((item.encode_name, hints[item.name]) for item in fields(kind))
