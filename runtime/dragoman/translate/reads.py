"""Conversions that generated code calls when a wire value is read; all of them exact."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from dragoman.translate.functions import EXACT

if TYPE_CHECKING:
    from dragoman.translate.scope import Scope

T = TypeVar("T")


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


def as_list(value: T | list[T]) -> list[T]:
    """One row, or many, as rows."""
    return value if isinstance(value, list) else [value]


def as_rows(value: T | None) -> tuple[T, ...]:
    """A record that may be absent as no row or one."""
    return () if value is None else (value,)


_MOST_MEMBERS = 1000


class OpenEnum(Generic[T]):
    """Meanings of an open enum: an unknown wire value is counted and becomes `unknown`, or stays as it is."""

    __slots__ = ("_members", "means", "name", "unknown")

    def __init__(self, name: str, means: Mapping[str | int, T], unknown: T | None = None) -> None:
        self.name = name
        self.means = means
        self.unknown = unknown
        self._members: dict[int, tuple[object, T]] = {}

    def read(self, wire: str | int, scope: Scope) -> T:
        """The meaning of a wire value."""
        if type(wire) is not str and type(wire) is not int:
            return self._read_member(wire, scope)
        found = self.means.get(wire)
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
