"""Payload mappings to shapes: fields typed and named, inline records lifted to shapes of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from msgspec import UNSET, UnsetType

from dragoman_generator.diagnostics import did_you_mean, shown
from dragoman_generator.ir.types import Field, Parts, Shape, WireType
from dragoman_generator.language.payload import EnumSpec, FieldLike, FieldSpec, RowItem, by_key
from dragoman_generator.language.payload import Shape as ShapeSpec
from dragoman_generator.resolve.names import RESERVED, SHADOWING, camel, is_safe_identifier, snake
from dragoman_generator.resolve.parts import PartsError, parse_parts
from dragoman_generator.resolve.places import Places
from dragoman_generator.resolve.wiretext import WireTypeError, parse_wire_type, split_name
from dragoman_generator.yaml.marks import Path

_NO_KEY = re.compile(r'["\\\x00-\x1f]')
"""What the decoder takes in no key."""


class ShapeResolver:
    """Resolves the shapes of one venue; inline records get names made from where they stand."""

    def __init__(
        self,
        specs: Mapping[str, ShapeSpec],
        enums: Mapping[str, EnumSpec],
        places: Places,
        codes: Iterable[str] = (),
        *,
        camel: bool = False,
    ) -> None:
        self.camel = camel
        self.places = places
        self.enums = enums
        self.levels = {name: _is_level(spec) for name, spec in specs.items()}
        self.known: dict[str, bool] = dict(self.levels)
        self.codes = frozenset(codes)
        self.shapes: dict[str, Shape] = {}

    def named(self, name: str, spec: ShapeSpec, path: Path) -> Shape | None:
        """One shape of `shapes:`."""
        if (spec.fields is UNSET) == (spec.row is UNSET):
            self.places.add(path, f"shape {name!r} needs either 'fields' or 'row'")
            self.shapes[name] = Shape(name, "record", ())
            return None
        if spec.fields is not UNSET:
            shape = self.record(name, by_key(spec.fields), (*path, "fields"))
        else:
            assert spec.row is not UNSET
            shape = self.row(name, spec.row, (*path, "row"))
        self.shapes[name] = replace(
            shape,
            extra=spec.extra,
            doc="" if spec.doc is UNSET else spec.doc,
            title=spec.title,
            is_level=self.levels[name],
            usual=() if spec.usual is UNSET else tuple(spec.usual.items()),
        )
        return self.shapes[name]

    def record(
        self,
        name: str,
        fields: Mapping[str, FieldLike],
        path: Path,
        usual: Mapping[str, Any] | UnsetType = UNSET,
    ) -> Shape:
        """An object's shape from its mapping; registered under `name`."""
        found = [self.field(name, wire, spec, (*path, wire)) for wire, spec in fields.items()]
        known = self.distinct([f for f in found if f is not None], path)
        shape = Shape(name, "record", known, usual=() if usual is UNSET else tuple(usual.items()))
        self.shapes[name] = shape
        return shape

    def row(self, name: str, items: list[RowItem], path: Path) -> Shape:
        """A positional array's shape; `_` skips a position."""
        fields: list[Field] = []
        for index, item in enumerate(items):
            extras = {key: value for key, value in item.items() if key in {"since", "when"}}
            pairs = [(key, value) for key, value in item.items() if key not in extras]
            if len(pairs) != 1:
                self.places.add(
                    (*path, index), "a position is one `name: type`, with `since` beside it where it has one"
                )
                continue
            wire, spec = pairs[0]
            found = self.field(name, wire, spec, (*path, index, wire), positional=True)
            if found is not None:
                since = extras.get("since", found.since)
                fields.append(
                    replace(found, name=found.name if wire != "_" else f"skipped_{index}", skipped=wire == "_", since=since)  # type: ignore[arg-type]
                )
        shape = Shape(name, "row", self.distinct(fields, path))
        self.shapes[name] = shape
        return shape

    def field(
        self, owner: str, wire: str, spec: FieldLike, path: Path, positional: bool = False
    ) -> Field | None:
        """One field, or None with its fault told."""
        said = FieldSpec(type=spec) if isinstance(spec, str) else spec
        if _NO_KEY.search(wire):
            self.places.add(
                path, f"wire key {shown(wire)} holds a quote, a backslash or a control character", key=True
            )
            return None
        try:
            text, name = split_name(said.type) if said.type is not UNSET else ("", None)
            wire_type = self.type_of(owner, wire, said, text, path)
        except WireTypeError as error:
            self.places.add(path, str(error), error.hint)
            return None
        if said.as_ is not UNSET:
            name = said.as_
        unnamed = snake(wire) if self.camel and not wire.islower() else wire
        name = name or unnamed
        if said.const is not UNSET and not is_safe_identifier(name):
            name = f"const_{len(path)}"
        if wire == "_" and positional:
            name = "skipped"
        elif (
            not is_safe_identifier(name)
            or name in RESERVED | SHADOWING
            or name in self.known
            or name in self.enums
        ):
            self.places.add(
                path,
                f"wire key {wire!r} is no usable name",
                f"give it one: `{text or 'type'} as some_name`",
                key=True,
            )
            return None
        if wire_type.kind == "ts" and wire_type.arg == "ms" and not name.endswith("_ms") and wire != "_":
            name = f"{name}_ms" if said.as_ is UNSET and name == unnamed else name
            if not name.endswith("_ms"):
                self.places.add(
                    path,
                    f"{name!r} holds milliseconds, so its name ends in '_ms'",
                    f"did you mean '{name}_ms'?",
                )
        code = wire_type.arg if wire_type.kind == "text" else ""
        if code and code not in self.codes:
            self.places.add(path, f"unknown code {code!r} of a text", did_you_mean(code, self.codes))
        return Field(
            wire=wire,
            name=name,
            type=wire_type,
            has_const=said.const is not UNSET,
            const=None if said.const is UNSET else said.const,
            since=0 if said.since is UNSET else said.since,
            size=0 if said.size is UNSET else said.size,
            bits=() if said.bits is UNSET else tuple(said.bits),
            doc=said.doc,
            parts=self.parts_of(owner, name, wire_type, said, path),
        )

    def parts_of(self, owner: str, name: str, kind: WireType, said: FieldSpec, path: Path) -> Parts | None:
        """The parts that a text field is parsed into."""
        if said.parse is UNSET:
            if said.parts is not UNSET:
                self.places.add((*path, "parts"), "'parts' names what 'parse' reads, and there is none")
            return None
        if kind.kind not in {"text", "sym"}:
            self.places.add((*path, "parse"), "only a text has parts", "write it as `text` or `sym`")
            return None
        title = said.parts if said.parts is not UNSET else f"{name}_parts"
        try:
            return parse_parts(title, f"{owner}{camel(title)}", said.parse, self.enums)
        except PartsError as error:
            self.places.add((*path, "parse"), str(error), error.hint)
            return None

    def type_of(self, owner: str, wire: str, said: FieldSpec, text: str, path: Path) -> WireType:
        """The wire type of one field, whether written as text, constant or inline record."""
        if said.fields is not UNSET:
            name = self.inline_name(owner, said.as_ if said.as_ is not UNSET else wire)
            self.record(name, by_key(said.fields), (*path, "fields"), said.usual)
            found = WireType("record", ref=name)
            if text in {"maybe", "opt", "list"}:
                found = (
                    WireType("list", item=found)
                    if text == "list"
                    else replace(found, optional=True, may_be_absent=text == "maybe")
                )
        elif said.const is not UNSET and not text:
            found = WireType({bool: "bool", int: "int"}.get(type(said.const), "text"))
        elif said.bits is not UNSET and not text:
            found = WireType("int")
        else:
            found = parse_wire_type(text, self.known, self.enums)
        if said.empty is not UNSET:
            found = replace(found, optional=True, empty_is_none=True)
        if said.none_is is not UNSET:
            found = replace(found, optional=True, none_is=tuple(said.none_is))
        return found

    def inline_name(self, owner: str, wire: str) -> str:
        name = f"{owner}{camel(wire) if is_safe_identifier(wire) else 'Part'}"
        while name in self.shapes or name in self.known:
            name += "Part"
        return name

    def distinct(self, fields: list[Field], path: Path) -> tuple[Field, ...]:
        seen: dict[str, str] = {}
        for item in fields:
            for bit in item.bits:
                if bit != "_" and (
                    not is_safe_identifier(bit) or bit in RESERVED or any(f.name == bit for f in fields)
                ):
                    self.places.add((*path, item.wire), f"a bit of {item.wire!r} can't be called {bit!r}")
            if item.name in seen and not item.skipped:
                self.places.add(
                    (*path, item.wire),
                    f"two fields are called {item.name!r}: {seen[item.name]!r} and {item.wire!r}",
                )
            seen[item.name] = item.wire
        return tuple(fields)

    def make_vendors(self, kind: WireType) -> None:
        """These records, and those inside them, are made by the vendor's own decoder."""
        inner: WireType | None = kind
        while inner is not None:
            shape = self.shapes.get(inner.ref)
            if shape is not None and not shape.is_vendors:
                self.shapes[shape.name] = replace(shape, is_vendors=True)
                for item in shape.fields:
                    self.make_vendors(item.type)
            inner = inner.item

    def reference(self, text: str, path: Path) -> WireType | None:
        """A response or payload that is written as a type."""
        try:
            return parse_wire_type(text, self.known, self.enums)
        except WireTypeError as error:
            self.places.add(path, str(error), error.hint or did_you_mean(text, self.known))
            return None


def _is_level(spec: ShapeSpec) -> bool:
    if spec.row is UNSET or len(spec.row) < 2:
        return False
    names = [next(iter(item), "") for item in spec.row[:2]]
    types = [str(next(iter(item.values()), "")) for item in spec.row[:2]]
    return names == ["price", "size"] and all(re.fullmatch(r"dec(_num)?(\([^)]*\))?", kind) for kind in types)
