"""The fixed fields of a block: where they stand in each version, and how they are read."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from decimal import Context, Decimal
from functools import lru_cache
from typing import Any, Literal, NoReturn

from dragoman.codecs.binary import CODES
from dragoman.codecs.errors import MessageError
from dragoman.codecs.sbe_layout import BlockField

_EXACT = Context(prec=40)
_MOST_EXPONENT = 64
Read = Callable[[Any], Any]
Endian = Literal["little", "big"]


@lru_cache(maxsize=1 << 16)
def scaled(mantissa: int, exponent: int) -> Decimal:
    """mantissa * 10**exponent, exactly; zeros that only the scale puts behind the point are left out."""
    if not mantissa:
        return Decimal(0)
    while exponent < 0 and not mantissa % 10:
        mantissa //= 10
        exponent += 1
    return Decimal(mantissa * 10**exponent) if exponent >= 0 else Decimal(mantissa).scaleb(exponent, _EXACT)


class Cursor:
    """Where reading stands in one message of one acting version."""

    __slots__ = ("at", "data", "endian", "name", "version")

    def __init__(self, data: bytes, name: str, version: int, at: int, endian: Endian) -> None:
        self.data = data
        self.endian = endian
        self.name = name
        self.version = version
        self.at = at

    def take(self, size: int, path: str) -> int:
        """The place of the next `size` bytes, which are passed."""
        start = self.at
        left = len(self.data) - start
        if left < size:
            self.fail(path, f"{size} bytes are needed and {left} are left")
        self.at = start + size
        return start

    def fail(self, path: str, why: str, at: int | None = None) -> NoReturn:
        raise MessageError(self.name, path, self.at if at is None else at, why, self.data)


class Plan:
    """The fields of a block that one version has."""

    def __init__(self, fields: Sequence[BlockField], mark: str) -> None:
        codes = [
            CODES.get(field.kind) or f"{field.size}{'x' if field.kind == 'pad' else 's'}" for field in fields
        ]
        packed = struct.Struct(mark + "".join(codes))
        starts = [struct.calcsize(mark + "".join(codes[:index])) for index in range(len(codes))]
        self.size = packed.size
        self.unpack_from = packed.unpack_from
        self.known = [field for field in fields if field.kind != "pad"]
        self.starts = [start for start, field in zip(starts, fields, strict=True) if field.kind != "pad"]
        self.places = {field.name: index for index, field in enumerate(self.known)}
        readers = ((index, field, _reader(field)) for index, field in enumerate(self.known))
        self.readers = [(index, field.name, read) for index, field, read in readers if read is not None]
        self.decimals = [
            (index, field.nulls, field.exponent, self.places.get(str(field.exponent)))
            for index, field in enumerate(self.known)
            if field.exponent is not None
        ]
        self.is_plain = not self.readers and not self.decimals

    def absent(self, fields: Sequence[BlockField]) -> int:
        """How many values this version lacks."""
        return sum(field.kind != "pad" for field in fields) - len(self.known)

    def value(self, values: Sequence[Any], name: str) -> Any:
        place = self.places.get(name)
        return None if place is None else values[place]

    def read(self, cursor: Cursor, start: int, around: Mapping[str, Any], path: str) -> list[Any]:
        values = list(self.unpack_from(cursor.data, start))
        for index, name, read in self.readers:
            try:
                values[index] = read(values[index])
            except ValueError as error:
                cursor.fail(f"{path}{name}", str(error), start + self.starts[index])
        for index, nulls, exponent, place in self.decimals:
            mantissa = values[index]
            if mantissa in nulls:
                values[index] = None
                continue
            power: int | None = values[place] if place is not None else None
            if place is None:
                power = around.get(exponent) if isinstance(exponent, str) else exponent
            if power is None or not -_MOST_EXPONENT <= power <= _MOST_EXPONENT:
                why = f"its exponent, {exponent}, is {power}: no power of ten of a market"
                cursor.fail(f"{path}{self.known[index].name}", why, start + self.starts[index])
            values[index] = scaled(mantissa, power)
        return values


def _reader(field: BlockField) -> Read | None:
    """What makes a value of what the bytes hold; None where that is the value, or a mantissa."""
    if field.exponent is not None:
        return None
    steps: list[Read] = []
    if field.kind == "cstr":
        steps.append(lambda raw: raw.partition(b"\0")[0].decode("utf-8"))
    elif field.kind == "char":
        steps.append(lambda raw: raw.decode("ascii"))
    if field.one_of:
        steps.append(_one_of(field))
    if field.truth:
        steps.append(bool)
    if not steps and not field.nulls:
        return None
    nulls = frozenset([chr(each) for each in field.nulls] if field.kind == "char" else field.nulls)

    def read(value: Any) -> Any:
        found = value.decode("ascii") if nulls and field.kind == "char" else value
        if found in nulls:
            return None
        for step in steps:
            value = step(value)
        return value

    return read


def _one_of(field: BlockField) -> Read:
    known = frozenset(field.one_of)

    def check(value: Any) -> Any:
        if value not in known:
            raise ValueError(f"{value!r} is none of {', '.join(map(repr, field.one_of))}")
        return value

    return check
