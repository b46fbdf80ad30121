"""Simple Binary Encoding: a header names the template and the lengths say what a newer writer added.

Decimals are made of a mantissa and a power of ten, exactly. https://www.fixtrading.org/standards/sbe-online/
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Any

from dragoman.codecs.binary import CODES
from dragoman.codecs.errors import MessageError
from dragoman.codecs.sbe_fields import Cursor, Endian, Plan
from dragoman.codecs.sbe_layout import Block, DataField, Group, MessageLayout

_HEADER = 8
_WIDTHS = {"u8": 1, "u16": 2, "u32": 4}


class SbeMessages:
    """Reads whole messages. Texts and groups of a message may have any length that its bytes can hold.

    Raises ValueError where the fields of a layout don't take the bytes that it says, or two layouts have one number.
    """

    def __init__(self, layouts: Sequence[MessageLayout], *, endian: Endian = "little") -> None:
        mark = "<" if endian == "little" else ">"
        self._endian = endian
        self._head = struct.Struct(f"{mark}4H")
        self._messages = {
            (each.schema, each.tag): (each, _BlockReader(each.block, each.name, mark)) for each in layouts
        }
        self._schemas = sorted({each.schema for each in layouts})
        if len(self._messages) != len(layouts):
            raise ValueError("two layouts have the same schema and template")

    def knows(self, data: bytes) -> bool:
        """Whether a layout has the template that the header names."""
        if len(data) < _HEADER:
            return False
        _, tag, schema, _ = self._head.unpack_from(data)
        return (schema, tag) in self._messages

    def read(self, data: bytes) -> tuple[int, Any]:
        """(number of the template, the message), None for a message whose template no layout has; raises MessageError."""
        if len(data) < _HEADER:
            raise MessageError(
                "message", "header", 0, f"{_HEADER} bytes are needed and {len(data)} are there", data
            )
        length, tag, schema, version = self._head.unpack_from(data)
        found = self._messages.get((schema, tag))
        if found is None:
            if schema not in self._schemas:
                known = ", ".join(map(str, self._schemas)) or "none"
                raise MessageError(
                    "message", "schemaId", 4, f"it is of schema {schema}, and known is {known}", data
                )
            return tag, None
        layout, reader = found
        cursor = Cursor(data, layout.name, version, _HEADER, self._endian)
        message = reader.read(cursor, length, {}, "")
        left = len(data) - cursor.at
        if left and version <= layout.version:
            cursor.fail("end", f"{left} bytes are left over")
        return tag, message


class _BlockReader:
    """Reads one block with its groups and texts; plans are made once for each version that is met."""

    def __init__(self, block: Block, name: str, mark: str) -> None:
        self.build = block.build
        self.fields = block.fields
        self.data = block.data
        self.mark = mark
        self.groups = [_GroupReader(group, f"{name}.{group.name}", mark) for group in block.groups]
        inner = {name for group in block.groups for name in exponents_of(group.block)}
        self.lends = [name for name in inner if any(name == field.name for field in block.fields)]
        self.plans: dict[int, Plan] = {}
        size = Plan(block.fields, mark).size
        if size != block.size:
            raise ValueError(f"{name}: its fields take {size} bytes, not {block.size}")
        self.last = max([0, *(field.since for field in block.fields)])
        self.is_flat = not block.groups and not block.data

    def plan(self, version: int) -> Plan:
        version = min(version, self.last)  # newer fields are passed over by the block's length
        found = self.plans.get(version)
        if found is None:
            there = [field for field in self.fields if field.since <= version]
            found = self.plans[version] = Plan(there, self.mark)
        return found

    def least(self, version: int) -> int:
        """Bytes that groups and texts take at the least."""
        texts = sum(_WIDTHS[item.length] for item in self.data if item.since <= version)
        return texts + sum(group.head.size for group in self.groups if group.since <= version)

    def read(self, cursor: Cursor, length: int, around: Mapping[str, Any], path: str) -> Any:
        """One block of `length` bytes and what follows it; `around` holds the exponents of the blocks around."""
        plan = self.plan(cursor.version)
        if length < plan.size:
            why = f"its block has {length} bytes, and {plan.size} are needed"
            cursor.fail(path.rstrip(".") or "blockLength", why)
        start = cursor.take(length, path.rstrip(".") or "block")
        values = plan.read(cursor, start, around, path)
        if self.lends:
            around = {**around, **{name: plan.value(values, name) for name in self.lends}}
        made: list[Any] = [None] * plan.absent(self.fields)
        for group in self.groups:
            made.append(group.read(cursor, around, f"{path}{group.name}"))
        for item in self.data:
            text = _text(cursor, item, f"{path}{item.name}")
            if item.kept:
                made.append(text)
        return self.build(*values, *made)

    def flat(self, cursor: Cursor, starts: range, around: Mapping[str, Any]) -> list[Any]:
        """Blocks that nothing follows, at these places."""
        plan, build, data = self.plan(cursor.version), self.build, cursor.data
        missing = [None] * plan.absent(self.fields)
        cursor.at = starts.stop
        if plan.is_plain and not missing:
            return [build(*plan.unpack_from(data, start)) for start in starts]
        return [build(*plan.read(cursor, start, around, ""), *missing) for start in starts]


class _GroupReader:
    def __init__(self, group: Group, name: str, mark: str) -> None:
        self.name = group.name
        self.since = group.since
        self.head = struct.Struct(f"{mark}{CODES[group.length]}{group.between}x{CODES[group.count]}")
        self.rows = _BlockReader(group.block, name, mark)

    def read(self, cursor: Cursor, around: Mapping[str, Any], path: str) -> list[Any] | None:
        """The rows; a number of them that the bytes can't hold is refused before any is made."""
        if self.since > cursor.version:
            return None
        length, count = self.head.unpack_from(cursor.data, cursor.take(self.head.size, path))
        least = length + self.rows.least(cursor.version)
        left = len(cursor.data) - cursor.at
        if count and (not least or count * least > left):
            cursor.fail(path, f"{count} rows of {least} bytes or more are said and {left} bytes are left")
        rows = self.rows
        start = cursor.at
        if count and rows.is_flat and length >= rows.plan(cursor.version).size:
            try:
                return rows.flat(cursor, range(start, start + count * length, length), around)
            except MessageError:
                cursor.at = start  # the careful way says which row it is
        return [rows.read(cursor, length, around, f"{path}[{index}].") for index in range(count)]


def exponents_of(block: Block) -> set[str]:
    """Fields that decimals of a block, or of groups inside it, take their exponents from."""
    found = {field.exponent for field in block.fields if isinstance(field.exponent, str)}
    return found.union(*(exponents_of(group.block) for group in block.groups))


def _text(cursor: Cursor, item: DataField, path: str) -> str | None:
    if item.since > cursor.version:
        return None
    width = _WIDTHS[item.length]
    start = cursor.take(width, path)
    size = int.from_bytes(cursor.data[start : start + width], cursor.endian)
    start = cursor.take(size, path)
    if not item.kept or (item.optional and not size):
        return None
    try:
        return cursor.data[start : start + size].decode("utf-8")
    except UnicodeDecodeError as error:
        cursor.fail(path, f"no UTF-8 ({error.reason})", start + error.start)
