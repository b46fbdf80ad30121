"""What simulated venues say in fields of payloads, said of shapes, channels and operations, as paths of one payload."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import UNSET

from dragoman_generator.ir.types import Field, Shape, WireType
from dragoman_generator.ir.venue import Channel, Operation, Venue

_ROWS = frozenset({"list", "many"})


def said_in(owner: Channel | Operation, venue: Venue) -> dict[str, Any]:
    """Path of a field, `data[].state` -> what the venue says there; of the source itself before that of shapes."""
    spec = venue.merged.simulated
    if spec is UNSET or owner.payload is None:
        return {}
    found: dict[str, Any] = {}
    for prefix, shape in _records(owner.payload, venue, "", ()):
        for name in (owner.name, shape.name) if not prefix.replace("[].", "") else (shape.name,):
            for wire, value in spec.said.get(name, {}).items():
                place = field_of(wire, shape, venue)
                if place is not None:
                    found.setdefault(f"{prefix}{place[0]}", value)
    return found


def field_of(wire: str, shape: Shape, venue: Venue) -> tuple[str, Field] | None:
    """(path by names, field) of wire keys with dots between them, rows of lists passed through."""
    way, at = "", shape
    *outer, last = wire.split(".")
    for key in outer:
        item = at.field_at(key)
        inner = None if item is None else _record(item.type, venue)
        if item is None or inner is None:
            return None
        way, at = f"{way}{item.name}{inner[0]}", inner[1]
    item = at.field_at(last)
    return None if item is None else (f"{way}{item.name}", item)


def _record(kind: WireType, venue: Venue) -> tuple[str, Shape] | None:
    """(what stands between it and its fields, record) of a record or of a list of records."""
    if kind.kind in _ROWS:
        shape = None if kind.item is None else venue.shapes.get(kind.item.ref)
        return None if shape is None else ("[].", shape)
    shape = venue.shapes.get(kind.ref) if kind.ref else None
    return None if shape is None else (".", shape)


def _records(
    kind: WireType, venue: Venue, prefix: str, above: tuple[str, ...]
) -> Iterator[tuple[str, Shape]]:
    """(prefix of its fields' paths, record) of a payload and of all that is in it."""
    found = _record(kind, venue)
    if found is None or found[1].name in above or found[1].is_level:
        return
    step, shape = found
    inside = f"{prefix}{step}" if prefix or step != "." else ""
    yield inside, shape
    for item in shape.fields:
        yield from _records(item.type, venue, f"{inside}{item.name}", (*above, shape.name))


def words_of(value: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    """(patterns, word) of everything that may be said; a table's inputs are its `by`."""
    if not isinstance(value, Mapping):
        yield (), value
        return
    for pattern, inner in value.items():
        if pattern != "by":
            yield from (((str(pattern), *patterns), word) for patterns, word in words_of(inner))
