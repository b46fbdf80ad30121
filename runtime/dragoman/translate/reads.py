"""Conversions that generated code calls when a wire value is read; all of them exact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec
from msgspec import Raw

from dragoman.model.decimals import DECIMALS, MOST_CHARACTERS, MOST_REMEMBERED
from dragoman.remembered import Remembered
from dragoman.translate.functions import EXACT, parse_int, parse_iso

if TYPE_CHECKING:
    from dragoman.translate.scope import Scope

T = TypeVar("T")
_LEAST, _MOST_NEGATIVE = Decimal("1E-999"), Decimal("-1E-999")
_LOWEST, _HIGHEST = Decimal("-1E+999"), Decimal("1E+999")
_TEXT = msgspec.json.Decoder(str)
_MOST_MOMENTS = 1 << 12


@lru_cache(maxsize=1 << 16)
def fixed(value: int, digits: int) -> Decimal:
    """A scaled integer as a decimal; the zeros that only the scale puts behind the point are left out.

    The same prices come again and again, so they are remembered.
    """
    whole, part = divmod(value, 10**digits)
    if not part:
        return Decimal(whole)
    while not value % 10:
        value //= 10
        digits -= 1
    return Decimal(value).scaleb(-digits, EXACT)


def finite(value: Decimal | int) -> Decimal:
    """Any number that is not beyond all sense; short ways hand whole ones over as integers."""
    if isinstance(value, int):
        try:
            return _KNOWN_WHOLES[value]
        except KeyError:
            return _WHOLES[value]
    if _LEAST < value < _HIGHEST or not value or _LOWEST < value < _MOST_NEGATIVE:
        return value
    raise ValueError(f"{str(value)[:40]} is no number of a market")


class _Wholes(Remembered[int, Decimal]):
    """Whole numbers as decimals: sizes are mostly round."""

    __slots__ = ()

    most = MOST_REMEMBERED

    def __missing__(self, number: int) -> Decimal:
        found = finite(Decimal(number))
        return self.keep(number, found) if found.adjusted() < MOST_CHARACTERS else found


_WHOLES = _Wholes()
_KNOWN_WHOLES = _WHOLES.known


def positive(value: Decimal) -> Decimal:
    """A number above zero; raises ValueError for another, as the others of these do."""
    if _LEAST < value < _HIGHEST:
        return value
    raise ValueError(f"{value} is not above 0")


def not_negative(value: Decimal) -> Decimal:
    """Zero or above."""
    if not value or _LEAST < value < _HIGHEST:
        return value
    raise ValueError(f"{value} is below 0")


def above(value: Decimal, low: Decimal) -> Decimal:
    """Above a bound."""
    if low < value < _HIGHEST:
        return value
    raise ValueError(f"{value} is not above {low}")


def at_least(value: Decimal, low: Decimal) -> Decimal:
    """A bound or above it."""
    if low <= value < _HIGHEST:
        return value
    raise ValueError(f"{value} is below {low}")


def between(value: Decimal, low: Decimal, high: Decimal) -> Decimal:
    """Not outside two bounds."""
    if low <= value <= high:
        return value
    raise ValueError(f"{value} is outside {low} to {high}")


def integer(value: int | str | None) -> int:
    """An integer that may be written in text, in ASCII digits and nothing else."""
    if type(value) is str:
        return int(value) if value.isdigit() and value.isascii() and len(value) < 20 else parse_int(value)
    if type(value) is int:
        return value
    raise TypeError(f"{value!r} is no integer")


class Moments(dict[T, int]):
    """A time as it came -> nanoseconds, remembered: the times of one order are often one, and come again with it."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[T], int]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, came: T) -> int:
        time = self._read(came)
        if isinstance(came, str) and len(came) > MOST_CHARACTERS:
            return time
        if len(self) >= _MOST_MOMENTS:
            self.clear()
        self[came] = time
        return time


def _of_milliseconds(value: int | str | None) -> int:
    return integer(value) * 1_000_000


MOMENTS = Moments(_of_milliseconds)
"""Of milliseconds in text."""
ISO_MOMENTS = Moments(parse_iso)
"""Of texts in ISO 8601."""


def number(value: Raw | None) -> Decimal:
    """A JSON number, exactly; a text that spells one is taken too."""
    if value is None:
        raise TypeError("there is no number")
    return DECIMALS[_TEXT.decode(value) if bytes(value)[:1] == b'"' else str(value, "ascii")]


def is_absent(value: Raw | None, *absent: object) -> bool:
    """Whether what stands for a number is none: nothing, null, or one of these texts."""
    if value is None or bytes(value) == b"null":
        return True
    found = bytes(value)
    return any(found == msgspec.json.encode(each) for each in absent)


def as_list(value: T | list[T]) -> list[T]:
    """One row, or many, as rows."""
    return value if isinstance(value, list) else [value]


def as_rows(value: T | None) -> tuple[T, ...]:
    """A record that may be absent as no row or one."""
    return () if value is None else (value,)


_MOST_MEMBERS = 1000


class OpenEnum(Generic[T]):
    """Meanings of an open enum: an unknown wire value is counted and becomes `unknown`, or stays as it is."""

    __slots__ = ("_known", "_members", "means", "name", "unknown")

    def __init__(self, name: str, means: Mapping[str | int, T], unknown: T | None = None) -> None:
        self.name = name
        self.means = means
        self.unknown = unknown
        self._known = means.get
        self._members: dict[int, tuple[object, T]] = {}

    def read(self, wire: str | int, scope: Scope) -> T:
        """The meaning of a wire value."""
        if type(wire) is not str and type(wire) is not int:
            return self._read_member(wire, scope)
        found = self._known(wire)
        if found is not None:
            return found
        scope.unknown_enum(self.name, wire)
        return self.unknown if self.unknown is not None else wire  # type: ignore[return-value]

    def _read_member(self, member: str | int, scope: Scope) -> T:
        """The meaning of a vendor's own enum member, which compares and hashes slowly; there are few, and each is one object."""
        known = self._members.get(id(member))
        if known is not None and known[0] is member:
            return known[1]
        found = self.means.get(member)
        if found is None:
            scope.unknown_enum(self.name, member)
            return self.unknown if self.unknown is not None else member  # type: ignore[return-value]
        if len(self._members) < _MOST_MEMBERS:
            self._members[id(member)] = (member, found)
        return found
