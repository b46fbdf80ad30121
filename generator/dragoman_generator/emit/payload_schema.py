"""Shapes that only calls answer with or send, as one JSON Schema document of the venue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman_generator.emit.structs import refs
from dragoman_generator.ir.types import INTEGER_KINDS, EnumType, Field, Shape, WireType
from dragoman_generator.ir.venue import Venue
from dragoman_generator.resolve.reading import held_as_text, only_finite

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_INTEGER: Schema = {"type": "integer"}
_DECIMAL: Schema = {"type": "string", "format": "decimal"}
_NUMBER: Schema = {"type": "number", "format": "decimal"}
_WHATEVER: Schema = {"customTypePath": "msgspec.Raw"}
"""JSON Schema has no word for a value that is kept as it was written."""
_EITHER: Schema = {"type": ["integer", "string"]}
_WORDS: Mapping[str, Schema] = {
    "dec": _DECIMAL,
    "dec_num": _NUMBER,
    "fx": _INTEGER,
    "int": _INTEGER,
    "int_text": _EITHER,
    "bool": {"type": "boolean"},
    "any": _WHATEVER,
    "pad": {"type": "string", "format": "binary"},
    **dict.fromkeys(INTEGER_KINDS, _INTEGER),
}
"""Kind of a value -> how JSON Schema says it; every other plain kind is a text."""


def payload_shapes(venue: Venue) -> dict[str, Shape]:
    """Records that no stream knows, in the spec's order; messages told apart by a tag are a stream's too."""
    streamed = _reached(venue, _stream_roots(venue))
    return {
        name: shape
        for name, shape in venue.shapes.items()
        if name not in streamed
        and shape.kind == "record"
        and not (shape.is_vendors or shape.is_level or shape.tag_key)
        and not any(item.marks_absence for item in shape.fields)
    }


def payload_schema(venue: Venue, package: str) -> Schema:
    """The document: a definition a shape, properties by the keys on the wire in the spec's order."""
    words = _Words(venue, package, payload_shapes(venue))
    definitions = {name: words.record(shape) for name, shape in words.records.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {**definitions, **words.levels},
    }


class _Words:
    """How each type of one venue is said; levels that come up become definitions of their own."""

    def __init__(self, venue: Venue, package: str, records: Mapping[str, Shape]) -> None:
        self.venue = venue
        self.package = package
        self.records = records
        self.levels: dict[str, Schema] = {}

    def record(self, shape: Shape) -> Schema:
        return {
            "type": "object",
            "properties": {item.wire: self._property(item) for item in shape.fields},
            "required": [item.wire for item in shape.fields if not item.type.may_be_absent],
        }

    def _property(self, item: Field) -> Schema:
        if item.has_const and isinstance(item.const, str | int):
            return _nullable({"const": item.const}, item.type)
        return self.value(item.type)

    def value(self, kind: WireType) -> Schema:
        """Any value, with null among what it may be where null is kept apart from a stand-in for it."""
        return _nullable(self._there(kind), kind)

    def _there(self, kind: WireType) -> Schema:
        if held_as_text(kind):
            return {"dec_num": {}, "int_text": _EITHER}.get(kind.kind, _TEXT)
        if only_finite(kind):
            return {"customTypePath": "dragoman.translate.numbers.AnyDecimal"}
        if kind.kind == "ts":
            return _TEXT if kind.arg in {"iso", "date"} else _INTEGER
        if kind.kind == "enum":
            return self._enum(self.venue.enums[kind.ref])
        if kind.kind == "record":
            return self._of_shape(kind.ref)
        if kind.kind == "level":
            return self._level(kind.ref)
        if kind.kind == "levels":
            return _array(self._level(kind.ref))
        if kind.item is not None:
            item = self.value(kind.item)
            if kind.kind == "map":
                return {"type": "object", "additionalProperties": item}
            return {"anyOf": [item, _array(item)]} if kind.kind == "many" else _array(item)
        return _WORDS.get(kind.kind, _TEXT)

    def _enum(self, enum: EnumType) -> Schema:
        if enum.policy == "closed":
            return {"customTypePath": f"{self.package}.{self.venue.enum_stems[enum.name]}.{enum.name}"}
        return _INTEGER if enum.of_integers else _TEXT

    def _of_shape(self, name: str) -> Schema:
        """Another definition of the document, or a class that is made elsewhere."""
        if name in self.records:
            return {"$ref": f"#/$defs/{name}"}
        if self.venue.shapes[name].is_vendors:
            return {}
        return {"customTypePath": f"{self.package}.{self.venue.shape_stems[name]}.{name}"}

    def _level(self, name: str) -> Schema:
        """A level of a book, whose decimals stay texts until they are read."""
        kinds = [item.type for item in self.venue.shapes[name].fields]
        if len(kinds) > 2 and all(kind.kind == "dec" and not kind.optional for kind in kinds):
            return _array(_TEXT)
        places = [_TEXT if kind.is_level_text else self.value(kind) for kind in kinds]
        length = len(places)
        self.levels[name] = {
            "type": "array",
            "prefixItems": places,
            "items": False,
            "minItems": length,
            "maxItems": length,
        }
        return {"$ref": f"#/$defs/{name}"}


def _nullable(schema: Schema, kind: WireType) -> Schema:
    stands_in = kind.empty_is_none or bool(kind.none_is)
    return {**schema, "nullable": True} if kind.optional and (kind.may_be_absent or not stands_in) else schema


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _stream_roots(venue: Venue) -> Iterator[str]:
    for channel in venue.channels.values():
        if channel.shape is not None:
            yield channel.shape.name
        yield from (*refs(channel.payload), *refs(channel.text))
    for connection in venue.connections.values():
        yield from (reply.shape.name for reply in connection.replies)


def _reached(venue: Venue, roots: Iterable[str]) -> set[str]:
    """The shapes, and those that their fields hold."""
    found: set[str] = set()
    waiting = [name for name in roots if name in venue.shapes]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            for item in venue.shapes[name].fields:
                waiting += [ref for ref in refs(item.type) if ref in venue.shapes]
    return found
