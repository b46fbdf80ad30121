"""Which values of a venue's enums a protocol case shows: in payloads, in topics, and in what goes out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from msgspec import UNSET

from dragoman_generator.ir.layouts import MessageLayout
from dragoman_generator.ir.types import Shape, WireType
from dragoman_generator.ir.venue import Channel, Connection, Venue
from dragoman_generator.report.messages import (
    TEXT_CODECS,
    Case,
    at,
    bare,
    carried,
    connections_of,
    is_of,
    messages,
    operations_of,
    payloads,
)

Seen = set[tuple[str, str]]
"""(enum, value as text)."""


def values(venue: Venue) -> list[tuple[str, str]]:
    """Every value of every enum."""
    return [(name, str(wire)) for name, enum in venue.enums.items() for wire, _ in enum.values]


def covered_values(venue: Venue, found: Iterable[Case], folder: Path) -> Seen:
    """The values that cases show where the spec reads or sends them; of binary records those whose meaning is expected."""
    walk = _Walk(venue)
    sent = _sent(venue)
    for case in found:
        source = str(case.get("source"))
        for operation in operations_of(venue, source):
            for said in messages(case, folder):
                inner = at(said, operation.spec.unwrap) if operation.spec.unwrap is not UNSET else None
                walk.read(operation.payload, operation.shape, said if inner is None else inner)
        for connection in connections_of(venue, source):
            _heard(venue, walk, connection, case, folder)
        for name, value in (*_told(case.get("request")), *_told(case.get("expect"))):
            for enum in sent.get(name, ()):
                walk.note(enum, value)
    return walk.seen


def _heard(venue: Venue, walk: _Walk, connection: Connection, case: Case, folder: Path) -> None:
    channels = [c for c in venue.channels.values() if c.spec.connection in carried(connection)]
    if connection.spec.codec not in TEXT_CODECS:
        _expected(walk, channels, case)
        for raw in payloads(case, folder):
            for channel in channels:
                _numbers(walk, channel, raw)
        return
    for said in messages(case, folder):
        message, topic = bare(said, connection)
        for reply in connection.replies:
            if isinstance(message, dict) and set(reply.has) <= message.keys():
                walk.read(None, reply.shape, message)
        for channel in channels:
            if is_of(said, connection, channel):
                for each in message if isinstance(message, list) and channel.shape else [message]:
                    walk.read(channel.payload, channel.shape, each)
                _slots(venue, walk, channel, topic)


def _numbers(walk: _Walk, channel: Channel, raw: bytes) -> None:
    """The enums of a template's root block, whose fields lie one behind the other after the header."""
    layout = channel.layout
    if not isinstance(layout, MessageLayout) or int.from_bytes(raw[2:4], "little") != layout.tag:
        return
    place, end = 8, 8 + int.from_bytes(raw[:2], "little")
    for item in layout.block.fields:
        field = None if channel.shape is None else channel.shape.field(item.name)
        if field is not None and field.type.kind == "enum" and place + item.bytes <= end:
            walk.note(field.type.ref, int.from_bytes(raw[place : place + item.bytes], "little"))
        place += item.bytes


def _expected(walk: _Walk, channels: Iterable[Channel], case: Case) -> None:
    """Other records are not taken apart here: their enums count by what they mean in the events that come out."""
    enums = {ref for channel in channels for ref in walk.refs(channel.shape)}
    for _, told in _told(case.get("expect")):
        for name in enums:
            for wire, meaning in walk.venue.enums[name].values:
                if str(meaning) == str(told):
                    walk.seen.add((name, str(wire)))


def _slots(venue: Venue, walk: _Walk, channel: Channel, topic: str | None) -> None:
    """Values in the topic of a message."""
    match = re.fullmatch(channel.topic.pattern, topic) if channel.topic is not None and topic else None
    told = venue.outgoing.channels[channel.name] if venue.outgoing is not None else None
    for param in told.params if told is not None and match is not None else ():
        slot = match.groupdict().get(param.told) if match is not None else None
        if param.type.kind == "enum" and slot is not None:
            walk.note(param.type.ref, slot)


def _sent(venue: Venue) -> Mapping[str, set[str]]:
    """name of a parameter, as it is told or sent -> the enums that it takes."""
    found: dict[str, set[str]] = {}
    outgoing = venue.outgoing
    taken = [] if outgoing is None else [each.params for each in outgoing.operations.values()]
    taken += [] if outgoing is None else [each.params for each in outgoing.channels.values()]
    for param in (param for params in taken for param in params):
        if param.type.kind == "enum":
            for name in (param.name, param.wire, param.told):
                found.setdefault(name, set()).add(param.type.ref)
    return found


def _told(said: Any) -> Iterator[tuple[str, Any]]:
    """Every (key, value) of what a case calls or expects; queries and bodies are taken apart."""
    if isinstance(said, list):
        for each in said:
            yield from _told(each)
    elif isinstance(said, dict):
        for key, value in said.items():
            if isinstance(value, dict | list):
                yield from _told(value)
            elif key in {"query", "body"} and isinstance(value, str):
                yield from _taken_apart(value)
            yield str(key), value


def _taken_apart(text: str) -> Iterator[tuple[str, Any]]:
    try:
        yield from _told(json.loads(text))
    except ValueError:
        for name, value in parse_qsl(text):
            yield name, value
            if value[:1] in "[{":
                yield from _taken_apart(value)


class _Walk:
    """Reads JSON as the spec's types do, and notes the enum values that it meets."""

    def __init__(self, venue: Venue) -> None:
        self.venue = venue
        self.seen: Seen = set()

    def note(self, enum: str, value: Any) -> None:
        """A value of an enum, said as the wire does or by what it means."""
        for wire, meaning in self.venue.enums[enum].values:
            if str(value) in {str(wire), str(meaning)}:
                self.seen.add((enum, str(wire)))

    def read(self, kind: WireType | None, shape: Shape | None, value: Any) -> None:
        if kind is None and shape is not None:
            self.shape(shape, value)
        elif kind is not None:
            self.value(kind, value)

    def shape(self, shape: Shape, value: Any) -> None:
        if isinstance(value, dict):
            for field in shape.fields:
                if field.wire in value:
                    self.value(field.type, value[field.wire])
        elif isinstance(value, list) and shape.kind == "row":
            for field, item in zip(shape.fields, value, strict=False):
                self.value(field.type, item)

    def value(self, kind: WireType, value: Any) -> None:
        if kind.kind == "enum":
            self.note(kind.ref, value)
        elif kind.kind == "record":
            self.shape(self.venue.shapes[kind.ref], value)
        elif kind.item is not None:
            rows = value.values() if isinstance(value, dict) and kind.kind == "map" else value
            for item in rows if isinstance(value, list) or kind.kind == "map" else [value]:
                self.value(kind.item, item)

    def refs(self, shape: Shape | None) -> set[str]:
        """The enums that a shape and what it holds speak of."""
        found: set[str] = set()
        for field in () if shape is None else shape.fields:
            kind = field.type
            while kind.item is not None:
                kind = kind.item
            if kind.kind == "enum":
                found.add(kind.ref)
            elif kind.kind == "record":
                found |= self.refs(self.venue.shapes[kind.ref])
        return found
