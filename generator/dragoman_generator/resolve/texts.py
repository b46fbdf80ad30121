"""Payloads of busy channels whose decimals stay text until an event is made of them, which saves making those nobody reads."""

from __future__ import annotations

from dataclasses import replace

from dragoman_generator.ir.types import Shape, WireType
from dragoman_generator.language.state import Consecutive, Memory
from dragoman_generator.language.wire import Channel, Connection
from dragoman_generator.resolve.reading import held_as_text, only_finite

BUSY = frozenset({"OrderStatusReport", "FillReport"})
"""Events of an account that somebody waits for."""
_CODECS = frozenset({"json", "json_lines"})
_SUFFIX = "Text"


def is_busy(spec: Channel, connection: Connection) -> bool:
    """Whether a channel's messages are read that way; machines that lay records over each other see them as they are."""
    machine = isinstance(spec.state, Memory | Consecutive) or not spec.state
    return connection.codec in _CODECS and connection.transport != "file" and machine and _tells(spec.emit)


def _tells(emit: object) -> bool:
    if isinstance(emit, list):
        return any(_tells(each) for each in emit)
    return isinstance(emit, dict) and any(name in BUSY or _tells(words) for name, words in emit.items())


def with_texts(kind: WireType, shapes: dict[str, Shape]) -> WireType:
    """The payload with its records' decimals as text, by shapes of their own; itself where there are none."""
    made: dict[str, str] = {}
    return _type(kind, shapes, made)


def _type(kind: WireType, shapes: dict[str, Shape], made: dict[str, str]) -> WireType:
    if kind.kind == "record":
        return replace(kind, ref=_shape(kind.ref, shapes, made))
    if kind.kind == "dec" and not held_as_text(kind) and not only_finite(kind):
        return replace(kind, as_text=True)
    if kind.item is not None and kind.kind in {"list", "many"}:
        return replace(kind, item=_type(kind.item, shapes, made)) if kind.item.kind == "record" else kind
    return kind


def _shape(name: str, shapes: dict[str, Shape], made: dict[str, str]) -> str:
    """The name of the shape that stands for another one."""
    if name in made:
        return made[name]
    made[name] = name  # a shape that holds itself stays as it is
    shape = shapes.get(name)
    if shape is None or shape.kind != "record" or shape.is_vendors or shape.extra == "capture":
        return name
    fields = tuple(replace(item, type=_type(item.type, shapes, made)) for item in shape.fields)
    if fields == shape.fields:
        return name
    twin = replace(
        shape, name=name + _SUFFIX, fields=fields, title=f"{name}, its decimals still text", doc=""
    )
    known = shapes.get(twin.name)
    if known is not None and known != twin:
        return name
    shapes[twin.name] = twin
    made[name] = twin.name
    return twin.name
