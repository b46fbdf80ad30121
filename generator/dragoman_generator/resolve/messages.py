"""Layouts of messages with templates: a block of fixed fields, groups of blocks, texts behind their lengths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.ir.layouts import BlockField, BlockLayout, DataField, GroupLayout, MessageLayout
from dragoman_generator.ir.types import INTEGER_KINDS, EnumType, Field, Shape, WireType
from dragoman_generator.language.payload import Dimensions, FieldLike, FieldSpec, by_key
from dragoman_generator.language.payload import Shape as ShapeSpec
from dragoman_generator.language.wire import Channel, Connection, Reply
from dragoman_generator.resolve.places import Places
from dragoman_generator.resolve.shapes import ShapeResolver
from dragoman_generator.yaml.marks import Path

_TEXT = frozenset({"text", "sym", "cstr"})
_ORDER = ("a field of the block", "a group", "a text")


@dataclass
class MessageLayouts:
    """Makes the layouts of one connection's messages; what can't stand in them is told."""

    shapes: ShapeResolver
    enums: Mapping[str, EnumType]
    places: Places
    specs: Mapping[str, ShapeSpec]

    def layout(
        self, name: str, spec: Channel, connection: Connection, shape: Shape
    ) -> tuple[Shape, MessageLayout | None]:
        """The channel's shape as it is decoded, and its layout."""
        path: Path = ("channels", name)
        said, where = self.said(spec.payload, (*path, "payload"))
        return self.message(name, spec, connection, shape, said, path, where)

    def message(
        self,
        name: str,
        spec: Channel | Reply,
        connection: Connection,
        shape: Shape,
        said: Mapping[str, FieldLike],
        path: Path,
        where: Path,
    ) -> tuple[Shape, MessageLayout | None]:
        """The shape and the layout of a channel's messages or of a reply; `said` are its fields, which stand at `where`."""
        title = "reply" if isinstance(spec, Reply) else "channel"
        if not isinstance(spec.tag, int) or not 0 <= spec.tag <= 65535:
            self.tell(
                (*path, "tag") if spec.tag is not UNSET else path,
                f"{title} {name!r} needs a 'tag' from 0 to 65535: the number of its template",
            )
            return shape, None
        if spec.size is UNSET:
            self.tell(path, f"{title} {name!r} needs a 'size': the bytes of its root block")
            return shape, None
        if connection.schema is UNSET:
            return shape, None
        self.dimensions = connection.schema.dimensions
        block = self.block(shape, said, where, spec.size, (*path, "size"), ())
        found = self.shapes.shapes[shape.name]
        if block is None:
            return found, None
        return found, MessageLayout(name, spec.tag, connection.schema.id, connection.schema.version, block)

    def said(self, payload: object, path: Path) -> tuple[Mapping[str, FieldLike], Path]:
        """What the spec says of a record's fields, inline or as a named shape, and where."""
        if isinstance(payload, dict):
            return payload, path
        shape = self.specs.get(payload) if isinstance(payload, str) else None
        fields = UNSET if shape is None else shape.fields
        return ({}, path) if fields is UNSET else (by_key(fields), ("shapes", str(payload), "fields"))

    def block(
        self,
        shape: Shape,
        said: Mapping[str, FieldLike],
        path: Path,
        size: int,
        size_path: Path,
        around: tuple[Field, ...],
    ) -> BlockLayout | None:
        """One block with its groups and texts; `around` are the fields of the blocks that it stands in."""
        fields: list[BlockField] = []
        groups: list[GroupLayout] = []
        data: list[DataField] = []
        kept: list[Field] = []
        whole = True
        reached = since = 0
        for item in shape.fields:
            spec = said.get(item.wire, "")
            found = self.part(
                item,
                spec if isinstance(spec, FieldSpec) else FieldSpec(),
                (*path, item.wire),
                shape.fields,
                around,
            )
            if found is None:
                whole = False
                continue
            place = 0 if isinstance(found, BlockField) else 1 if isinstance(found, GroupLayout) else 2
            if place < reached:
                self.tell(
                    (*path, item.wire),
                    f"{item.wire!r} is {_ORDER[place]} and stands behind {_ORDER[reached]}",
                    "fields come first, then groups, then texts",
                )
            since = 0 if place > reached else since
            if found.since < since:
                self.tell(
                    (*path, item.wire),
                    f"{item.wire!r} is older than the one before it, and versions add at the end",
                )
            reached, since = max(place, reached), max(since, found.since)
            if isinstance(found, BlockField):
                fields.append(found)
            elif isinstance(found, GroupLayout):
                groups.append(found)
            else:
                data.append(found)
            if item.type.kind != "pad":
                kept.append(_decoded(item))
        self.shapes.shapes[shape.name] = replace(shape, kind="positional", fields=tuple(kept))
        taken = sum(found.bytes for found in fields)
        if whole and taken != size:
            self.tell(size_path, f"the fields of the block take {taken} bytes, not {size}")
        return BlockLayout(size, tuple(fields), tuple(groups), tuple(data), shape.name) if whole else None

    def part(
        self, item: Field, spec: FieldSpec, path: Path, own: Sequence[Field], around: tuple[Field, ...]
    ) -> BlockField | GroupLayout | DataField | None:
        """What stands for one field of the shape, None with its fault told."""
        kind = item.type
        if kind.kind in {"list", "levels"}:
            return self.group(item, spec, path, (*around, *own))
        if kind.kind in _TEXT | {"pad"} and not item.size:
            if spec.length is UNSET:
                self.tell(
                    path,
                    f"{item.wire!r} needs a 'size', its bytes, or a 'length', what stands before it",
                    "say 'length: u8'",
                )
                return None
            return DataField(item.name, spec.length, item.since, kind.optional, kind.kind != "pad")
        if kind.kind in _TEXT | {"pad"}:
            return BlockField(item.name, "pad" if kind.kind == "pad" else "cstr", item.size, item.since)
        width = "" if spec.width is UNSET else spec.width
        found = width or self.usual(kind)
        if not found:
            self.tell(
                path,
                f"{item.wire!r} is of type {kind.kind!r}, which has no form of its own in a block",
                "say 'width', such as u32",
            )
            return None
        exponent = None if spec.exponent is UNSET else spec.exponent
        if (kind.kind in {"dec", "dec_num"}) != (exponent is not None):
            self.tell(
                path, f"{item.wire!r} is of type {kind.kind!r}; decimals, and they alone, have an 'exponent'"
            )
            return None
        if isinstance(exponent, int) and abs(exponent) > 64:
            self.tell((*path, "exponent"), f"10 to the power of {exponent} is no scale of a market")
            return None
        if isinstance(exponent, str) and not self.lends(exponent, path, (*around, *own)):
            return None
        nulls = self.nulls(item, found) if kind.optional else ()
        return BlockField(
            item.name, found, 0, item.since, nulls, exponent, kind.kind == "bool", self.values(item)
        )

    def group(
        self, item: Field, spec: FieldSpec, path: Path, around: tuple[Field, ...]
    ) -> GroupLayout | None:
        """A group of blocks, whose rows are records."""
        ref = item.type.item.ref if item.type.item is not None else ""
        shape = self.shapes.shapes.get(ref)
        if shape is None or item.type.kind == "levels" or shape.kind == "row":
            self.tell(path, "the rows of a group are records", "write list<Shape> of a shape with 'fields'")
            return None
        if not item.size:
            self.tell(path, f"group {item.wire!r} needs a 'size': the bytes of its rows' block")
            return None
        inline = spec.fields is not UNSET
        said, where = self.said(by_key(spec.fields) if inline else ref, (*path, "fields"))
        if shape.kind == "positional":  # several groups share it, and its fields lack what none of them keeps
            shape = replace(self.shapes.record(shape.name, said, where), title=shape.title, doc=shape.doc)
        block = self.block(shape, said, where, item.size, (*path, "size"), around)
        sizes: Dimensions = self.dimensions if spec.dimensions is UNSET else spec.dimensions
        if block is None:
            return None
        return GroupLayout(item.name, block, sizes.length, sizes.count, sizes.between, item.since)

    def lends(self, exponent: str, path: Path, fields: Sequence[Field]) -> bool:
        """Whether a field can be a power of ten."""
        found = next((item for item in reversed(fields) if item.name == exponent), None)
        if found is None or found.type.kind not in INTEGER_KINDS | {"int"}:
            why = f"{exponent!r} is no integer field of this block or of one around it"
            self.tell((*path, "exponent"), why, did_you_mean(exponent, [item.name for item in fields]))
        return found is not None

    def usual(self, kind: WireType) -> str:
        """What carries a value of a type where nothing is said."""
        if kind.kind in INTEGER_KINDS or kind.kind == "char":
            return kind.kind
        if kind.kind in {"dec", "dec_num", "fx"} or (kind.kind == "ts" and kind.arg not in {"iso", "date"}):
            return "i64"
        if kind.kind == "bool":
            return "u8"
        if kind.kind == "enum":
            values = [wire for wire, _ in self.enums[kind.ref].values]
            if all(isinstance(wire, str) and len(wire) == 1 for wire in values):
                return "char"
            return "u8" if self.enums[kind.ref].of_integers else ""
        return "char" if kind.kind == "flag" and len(kind.arg) == 3 else ""

    def nulls(self, item: Field, kind: str) -> tuple[int, ...]:
        """The integers that mean none: those that are said, else the one that the type has for it."""
        if item.type.none_is:
            return tuple(value for value in item.type.none_is if isinstance(value, int))
        if kind == "char":
            return (0,)
        bits = int(kind[1:])
        return ((1 << bits) - 1,) if kind[0] == "u" else (-(1 << bits - 1),)

    def values(self, item: Field) -> tuple[str | int, ...]:
        """The only values that the bytes may hold."""
        if item.has_const and isinstance(item.const, str | int):
            return (item.const,)
        if item.type.kind == "bool":
            return (0, 1)
        if item.type.kind == "enum" and self.enums[item.type.ref].policy == "closed":
            return tuple(wire for wire, _ in self.enums[item.type.ref].values)
        return ()

    def tell(self, path: Path, message: str, hint: str | None = None) -> None:
        self.places.add(path, message, hint)


def _decoded(item: Field) -> Field:
    """The field as the decoder hands it over: what means none is none there already."""
    optional = item.type.optional or bool(item.since)
    kind = replace(item.type, optional=optional, may_be_absent=False, empty_is_none=False, none_is=())
    return replace(item, type=kind)
