"""Payloads without keys: text rows, fixed records and columns get their layouts, sizes added up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from msgspec import UNSET

from dragoman_generator.ir.layouts import (
    POSITIONAL_CODECS,
    ColumnsLayout,
    FixedField,
    FixedLayout,
    Layout,
    TextField,
    TextLayout,
)
from dragoman_generator.ir.types import INTEGER_KINDS, EnumType, Field, Shape, WireType
from dragoman_generator.language.payload import Shape as ShapeSpec
from dragoman_generator.language.payload import by_key
from dragoman_generator.language.wire import Channel, Connection
from dragoman_generator.resolve.messages import MessageLayouts
from dragoman_generator.resolve.names import camel, snake
from dragoman_generator.resolve.places import Places
from dragoman_generator.resolve.shapes import ShapeResolver
from dragoman_generator.yaml.marks import Path

_TEXT = frozenset({"text", "sym", "char", "flag", "ts_text"})
_INTEGERS = INTEGER_KINDS | {"int", "int_text", "fx"}
_CELLS = _TEXT | _INTEGERS | {"dec", "dec_num", "bool", "ts", "enum"}


@dataclass
class LayoutResolver:
    """Makes the layouts of one venue's channels; what can't stand in them is told."""

    shapes: ShapeResolver
    enums: Mapping[str, EnumType]
    places: Places
    specs: Mapping[str, ShapeSpec]

    def layout(
        self, name: str, spec: Channel, connection: Connection, shape: Shape | None
    ) -> tuple[Shape | None, Layout | None]:
        """The channel's shape as its codec decodes it, and its layout where the codec has one."""
        path: Path = ("channels", name)
        codec = connection.codec
        if codec not in POSITIONAL_CODECS:
            for word in ("seq", "size"):
                if getattr(spec, word) is not UNSET:
                    self.tell((*path, word), f"codec {codec!r} has keys, and no use for {word!r}")
            return shape, None
        if (spec.seq is not UNSET) != (codec == "text_rows"):
            self.tell(path, "text rows, and only they, have a 'seq': their fields in order")
            return shape, None
        if shape is None:
            return None, None
        if codec == "text_rows":
            if spec.tag is UNSET:
                self.tell(path, f"channel {name!r} needs a 'tag': the first field of its rows")
            return self.row(shape, (*path, "seq"))
        if shape.kind != "record":
            self.tell((*path, "payload"), f"a payload of codec {codec!r} is a mapping of its fields")
            return shape, None
        own = replace(shape, name=camel(name))
        self.shapes.shapes[own.name] = own
        if codec == "sbe":
            return MessageLayouts(self.shapes, self.enums, self.places, self.specs).layout(
                name, spec, connection, own
            )
        if codec == "csv":
            return own, self.columns(own, connection, path)
        whole = with_header(
            connection, self.shapes, own, ("connections", spec.connection, "header", "fields")
        )
        return self.record(name, spec, connection, whole, path)

    def row(self, shape: Shape, path: Path) -> tuple[Shape, TextLayout]:
        """A channel's text row: its shape without skipped positions, and its layout."""
        fields = tuple(self.text_field(item, (*path, index)) for index, item in enumerate(shape.fields))
        kept = tuple(_since(item) for item in shape.fields if not item.skipped)
        found = replace(shape, kind="positional", fields=kept)
        self.shapes.shapes[shape.name] = found
        return found, TextLayout(shape.name, tuple(f for f in fields if f is not None), shape.name)

    def text_field(self, item: Field, path: Path) -> TextField | None:
        """One position, None with its fault told."""
        kind = item.type
        if item.skipped:
            return TextField(item.wire, "skip", item.since)
        if kind.kind in {"list", "levels"}:
            group = self.group(kind, path)
            return None if group is None else TextField(item.name, "group", item.since, group=group)
        found = self.text_kind(kind)
        if found is None:
            self.tell(path, f"{item.wire!r} is of type {kind.kind!r}, which has no form in a text row")
            return None
        one_of = self.values(item)
        optional = kind.optional and not (kind.empty_is_none or kind.none_is)
        return TextField(item.name, found, item.since, optional, one_of)

    def text_kind(self, kind: WireType) -> str | None:
        if kind.empty_is_none or any(isinstance(value, str) for value in kind.none_is):
            return "text" if kind.kind in _CELLS else None
        if kind.kind in {"dec", "dec_num"}:
            return "decimal"
        if kind.kind == "bool":
            return "flag"
        if kind.kind == "enum":
            return "integer" if self.enums[kind.ref].of_integers else "text"
        if kind.kind == "ts":
            return "text" if kind.arg in {"iso", "date"} else "integer"
        if kind.kind in _INTEGERS:
            return "integer"
        return "text" if kind.kind in _TEXT else None

    def group(self, kind: WireType, path: Path) -> TextLayout | None:
        """A count and that many rows."""
        ref = kind.ref if kind.kind == "levels" else kind.item.ref if kind.item is not None else ""
        shape = self.shapes.shapes.get(ref)
        if shape is None or shape.kind != "row":
            self.tell(path, "a list in a text row is of a shape with 'row'")
            return None
        if any(item.since for item in shape.fields):
            self.tell(path, f"positions of {ref!r} can't depend on a version, since its rows are repeated")
        fields = [self.text_field(item, path) for item in shape.fields]
        if kind.kind == "levels":
            # Levels are tuples, with decimals as text and every position in its place.
            fields = [
                (
                    replace(found, kind="text")
                    if found is not None and (item.skipped or item.type.is_level_text)
                    else found
                )
                for item, found in zip(shape.fields, fields, strict=True)
            ]
        name, made = (snake(ref), "") if kind.kind == "levels" else (ref, ref)
        return TextLayout(name, tuple(f for f in fields if f is not None), made)

    # -- fixed records -----------------------------------------------------------------------------------------------

    def record(
        self, name: str, spec: Channel, connection: Connection, shape: Shape, path: Path
    ) -> tuple[Shape, FixedLayout | None]:
        """A channel's fixed record: header and payload in one, its size held against what is said."""
        said = dict(_widths(connection, spec, self.specs))
        fields = [
            (item, self.fixed_field(item, said.get(item.wire, ""), (*path, "payload", item.wire)))
            for item in shape.fields
        ]
        kept = tuple(item for item in shape.fields if item.type.kind != "pad")
        found = replace(shape, kind="positional", fields=kept)
        self.shapes.shapes[shape.name] = found
        tag = spec.tag
        if not isinstance(tag, int) or not 0 <= tag <= 255:
            self.tell(
                (*path, "tag") if tag is not UNSET else path,
                f"channel {name!r} needs a 'tag' from 0 to 255: the number of its record",
            )
            return found, None
        if spec.size is UNSET:
            self.tell(path, f"channel {name!r} needs a 'size': the bytes of its record")
            return found, None
        if any(layout is None for _, layout in fields):
            return found, None
        layout = tuple(layout for _, layout in fields if layout is not None)
        whole = sum(item.bytes for item in layout)
        if whole != spec.size:
            self.tell((*path, "size"), f"the fields of channel {name!r} take {whole} bytes, not {spec.size}")
        return found, FixedLayout(shape.name, tag, spec.size, layout, shape.name)

    def fixed_field(self, item: Field, width: str, path: Path) -> FixedField | None:
        """One field, None with its fault told."""
        kind = item.type
        if kind.optional and not kind.none_is and not kind.empty_is_none:
            self.tell(
                path, f"{item.wire!r} may be absent, and a fixed record has all its fields", "say 'none_is'"
            )
            return None
        if kind.kind in {"cstr", "pad", "text", "sym"}:
            if not item.size:
                self.tell(path, f"{item.wire!r} needs a 'size': its bytes in the record")
                return None
            return FixedField(item.name, "pad" if kind.kind == "pad" else "cstr", item.size)
        found = width or self.fixed_kind(kind)
        if not found:
            self.tell(
                path,
                f"{item.wire!r} is of type {kind.kind!r}, which has no form of its own in a fixed record",
                "say 'width', such as u32",
            )
            return None
        return FixedField(item.name, found, 0, self.values(item))

    def fixed_kind(self, kind: WireType) -> str:
        if kind.kind in INTEGER_KINDS or kind.kind == "char":
            return kind.kind
        if kind.kind == "fx":
            return "i64"
        if kind.kind == "ts" and kind.arg not in {"iso", "date"}:
            return "u64"
        if kind.kind == "enum":
            values = [wire for wire, _ in self.enums[kind.ref].values]
            if all(isinstance(wire, str) and len(wire) == 1 for wire in values):
                return "char"
            return "u8" if self.enums[kind.ref].of_integers else ""
        return "char" if kind.kind == "flag" and len(kind.arg) == 3 else ""

    # -- columns -----------------------------------------------------------------------------------------------------

    def columns(self, shape: Shape, connection: Connection, path: Path) -> ColumnsLayout:
        """The columns of a file of comma-separated rows."""
        for item in shape.fields:
            if item.type.kind not in _CELLS:
                self.tell(
                    (*path, "payload", item.wire),
                    f"{item.wire!r} is of type {item.type.kind!r}, which has no form in a cell",
                )
        if connection.columns:
            for item in shape.fields:
                if item.wire not in connection.columns and not item.type.may_be_absent:
                    self.tell((*path, "payload", item.wire), f"the file has no column {item.wire!r}")
        required = tuple(item.wire for item in shape.fields if not item.type.may_be_absent)
        empty = tuple(
            item.wire
            for item in shape.fields
            if item.type.optional and not (item.type.empty_is_none or item.type.none_is)
        )
        return ColumnsLayout(required, empty)

    # -- shared ------------------------------------------------------------------------------------------------------

    def values(self, item: Field) -> tuple[str | int, ...]:
        """The only values of a constant or a closed enum, which no decoder would hold positions to."""
        if item.has_const and isinstance(item.const, str | int):
            return (item.const,)
        if item.type.kind == "enum" and self.enums[item.type.ref].policy == "closed":
            return tuple(wire for wire, _ in self.enums[item.type.ref].values)
        return ()

    def tell(self, path: Path, message: str, hint: str | None = None) -> None:
        self.places.add(path, message, hint)


def with_header(connection: Connection, shapes: ShapeResolver, shape: Shape, path: Path) -> Shape:
    """The record with the fields that every record of its connection begins with."""
    if connection.header is UNSET:
        return shape
    head = shapes.record(f"{shape.name}Header", connection.header.fields, path)
    del shapes.shapes[head.name]
    found = replace(shape, fields=(*head.fields, *shape.fields))
    shapes.distinct(list(found.fields), path)
    shapes.shapes[shape.name] = found
    return found


def _since(item: Field) -> Field:
    """What came with a version may be absent."""
    return replace(item, type=replace(item.type, optional=True, may_be_absent=True)) if item.since else item


def _widths(connection: Connection, spec: Channel, shapes: Mapping[str, ShapeSpec]) -> list[tuple[str, str]]:
    """Wire key -> the integer that carries it, where the spec says so."""
    said = {} if connection.header is UNSET else dict(connection.header.fields)
    if isinstance(spec.payload, dict):
        said |= spec.payload
    elif (
        isinstance(spec.payload, str) and spec.payload in shapes and shapes[spec.payload].fields is not UNSET
    ):
        said |= by_key(shapes[spec.payload].fields)
    return [
        (wire, item.width)
        for wire, item in said.items()
        if not isinstance(item, str) and item.width is not UNSET
    ]
