"""Fixed binary records, told apart by a tag and skipped by a length."""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Callable, Sequence
from decimal import Context, Decimal
from typing import Any, Generic, Literal, TypeVar

from msgspec import Struct

from dragoman.codecs.errors import FramingError, RecordError, Truncated

T = TypeVar("T")
Kind = Literal["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "char", "cstr", "bytes", "pad"]

CODES = {
    "u8": "B",
    "u16": "H",
    "u32": "I",
    "u64": "Q",
    "i8": "b",
    "i16": "h",
    "i32": "i",
    "i64": "q",
    "char": "c",
}
_WIDE = Context(prec=40)
_MOST_ERRORS = 1000


class BinaryField(Struct, frozen=True):
    """One field: `size` bytes for cstr, bytes and pad; `scale` 9 reads an integer as that many billionths, exactly.

    `none_is` is the integer that means "no value". `pad` is passed over and has no value. `one_of` lists the only values.
    """

    name: str
    kind: Kind
    size: int = 0
    scale: int | None = None
    none_is: int | None = None
    one_of: tuple[str | int, ...] = ()


class Layout(Struct, Generic[T], frozen=True):
    """A record's fields from its first byte on, tag and length included; `build` takes their values in this order."""

    name: str
    tag: int
    size: int
    fields: tuple[BinaryField, ...]
    build: Callable[..., T]


def _cstr(raw: bytes) -> str:
    return raw.partition(b"\0")[0].decode("utf-8")


def _char(raw: bytes) -> str:
    return raw.decode("ascii")


def _fixed(scale: int, none_is: int | None) -> Callable[[int], Decimal | None]:
    def read(value: int) -> Decimal | None:
        return None if value == none_is else _WIDE.scaleb(Decimal(value), -scale)

    return read


def _unless(none_is: int) -> Callable[[int], int | None]:
    def read(value: int) -> int | None:
        return None if value == none_is else value

    return read


def _checked(field: BinaryField, read: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    known = frozenset(field.one_of)

    def check(value: Any) -> Any:
        found = value if read is None else read(value)
        if found not in known:
            raise ValueError(f"{field.name} is {found!r}, none of {', '.join(map(repr, field.one_of))}")
        return found

    return check


def _reader(field: BinaryField) -> Callable[[Any], Any] | None:
    read = _plain_reader(field)
    return _checked(field, read) if field.one_of else read


def _plain_reader(field: BinaryField) -> Callable[[Any], Any] | None:
    if field.kind == "cstr":
        return _cstr
    if field.kind == "char":
        return _char
    if field.scale is not None:
        return _fixed(field.scale, field.none_is)
    return None if field.none_is is None else _unless(field.none_is)


class _Reader(Generic[T]):
    __slots__ = ("build", "name", "readers", "size", "unpack_from")

    def __init__(self, layout: Layout[T], endian: str) -> None:
        codes = "".join(
            CODES.get(field.kind) or f"{field.size}{'x' if field.kind == 'pad' else 's'}"
            for field in layout.fields
        )
        packed = struct.Struct(endian + codes)
        if packed.size != layout.size:
            raise ValueError(f"{layout.name}: its fields take {packed.size} bytes, not {layout.size}")
        self.name = layout.name
        self.size = layout.size
        self.build = layout.build
        self.unpack_from = packed.unpack_from
        values = [field for field in layout.fields if field.kind != "pad"]
        self.readers = [
            (index, read) for index, field in enumerate(values) if (read := _reader(field)) is not None
        ]

    def read(self, data: bytes | bytearray, offset: int) -> T:
        values = list(self.unpack_from(data, offset))
        for index, read in self.readers:
            values[index] = read(values[index])
        return self.build(*values)


class BinaryRecords(Generic[T]):
    """Feed bytes, take records. An unknown tag is passed over by its length and counted, a bad record set aside.

    The tag is the byte at `tag_at`, the length the byte at `length_at` in units of `length_unit` bytes and counts the
    whole record. A record longer than its layout is of a newer writer: what the layout doesn't know is ignored.
    Raises ValueError where a layout's fields don't add up to its size, FramingError where a length can't be.
    """

    def __init__(
        self,
        layouts: Sequence[Layout[Any]],
        *,
        endian: Literal["little", "big"] = "little",
        tag_at: int = 1,
        length_at: int = 0,
        length_unit: int = 1,
    ) -> None:
        mark = "<" if endian == "little" else ">"
        self._readers: dict[int, _Reader[Any]] = {layout.tag: _Reader(layout, mark) for layout in layouts}
        if len(self._readers) != len(layouts):
            raise ValueError("two layouts have the same tag")
        self.unknown = 0
        self.bad = 0
        self.errors: deque[RecordError] = deque(maxlen=_MOST_ERRORS)
        self._tag_at = tag_at
        self._length_at = length_at
        self._unit = length_unit
        self._header = max(tag_at, length_at) + 1
        self._tail = b""
        self._offset = 0
        self._failure: FramingError | None = None

    def feed(self, data: bytes) -> list[T]:
        """The records that `data` completes, in their order."""
        if self._failure is not None:
            raise self._failure
        if self._tail:
            data = self._tail + data
        records: list[T] = []
        start, end = 0, len(data)
        while end - start >= self._header:
            size = data[start + self._length_at] * self._unit
            if size < self._header:
                why = f"a record of {size} bytes at {self._offset + start} is shorter than its header"
                self._failure = FramingError("binary", why, data[start : start + 32])
                if not records:
                    raise self._failure
                return records
            if end - start < size:
                break
            self._read(data, start, size, records)
            start += size
        self._tail = data[start:]
        self._offset += start
        return records

    def close(self) -> None:
        """The input ended; raises Truncated inside a record, or the fault that is still to be told."""
        if self._failure is not None:
            raise self._failure
        left, self._tail = len(self._tail), b""
        if left:
            raise Truncated("binary", left)

    def _read(self, data: bytes, start: int, size: int, records: list[T]) -> None:
        reader = self._readers.get(data[start + self._tag_at])
        if reader is None:
            self.unknown += 1
            return
        try:
            if size < reader.size:
                raise ValueError(f"{reader.name} has {reader.size} bytes, this one {size}")
            records.append(reader.read(data, start))
        except ValueError as error:
            self.bad += 1
            why = f"{reader.name}: {error}"
            self.errors.append(RecordError("binary", self._offset + start, why, data[start : start + size]))
