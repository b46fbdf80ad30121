"""Every field of a payload with its place on the wire and in the spec."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import UNSET

from dragoman_generator.ir.types import Field, Shape, WireType
from dragoman_generator.ir.venue import Channel, Operation, Venue
from dragoman_generator.yaml.marks import Path


@dataclass(frozen=True, slots=True)
class Leaf:
    """One field: how the wire, a path of the spec and generated code reach it."""

    wire: str
    names: tuple[str, ...]
    attributes: tuple[str, ...]
    field: Field
    shape: Shape
    spec: Path


def leaves(venue: Venue, source: Channel | Operation) -> Iterator[Leaf]:
    """The fields of a source's payload, outer ones first; what holds itself is opened once."""
    kind = source.payload
    if kind is None:
        return
    wire = "$"
    while kind.item is not None:
        wire, kind = f"{wire}[]", kind.item
    shape = venue.shapes.get(kind.ref)
    if shape is not None:
        yield from _of(venue, shape, wire, (), (), _root(venue, source, shape), ())


def _root(venue: Venue, source: Channel | Operation, shape: Shape) -> Path:
    if shape.name in venue.merged.shapes:
        return _named(shape)
    if isinstance(source, Operation):
        return ("operations", source.name, "response")
    return ("channels", source.name, "payload" if source.spec.seq is UNSET else "seq")


def _named(shape: Shape) -> Path:
    return ("shapes", shape.name, "row" if shape.kind == "row" else "fields")


def _of(
    venue: Venue,
    shape: Shape,
    wire: str,
    names: tuple[str, ...],
    attributes: tuple[str, ...],
    spec: Path,
    inside: tuple[str, ...],
) -> Iterator[Leaf]:
    opened: list[tuple[Leaf, Shape, str]] = []
    for index, item in enumerate(shape.fields):
        if item.skipped:
            continue
        row = shape.kind == "row"
        leaf = Leaf(
            f"{wire}[{index}]" if row else f"{wire}.{item.wire}",
            (*names, item.name),
            (*attributes, item.wire if shape.is_vendors else item.name),
            item,
            shape,
            (*spec, index, item.wire) if row else (*spec, item.wire),
        )
        yield leaf
        held, ending = _held(item.type)
        inner = venue.shapes.get(held.ref)
        if inner is not None and inner.name not in inside and inner is not shape:
            opened.append((leaf, inner, ending))
    for leaf, inner, ending in opened:
        deeper = _named(inner) if inner.name in venue.merged.shapes else (*leaf.spec, "fields")
        yield from _of(
            venue, inner, leaf.wire + ending, leaf.names, leaf.attributes, deeper, (*inside, shape.name)
        )


def _held(kind: WireType) -> tuple[WireType, str]:
    ending = "[]" if kind.kind == "levels" else ""
    while kind.item is not None:
        ending += "[]" if kind.kind in {"list", "many"} else ".*"
        kind = kind.item
    return kind, ending
