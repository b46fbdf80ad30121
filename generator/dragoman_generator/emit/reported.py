"""Messages about orders and fills, which somebody waits for: their channel is told by what they begin with, and nothing stands between."""

from __future__ import annotations

import re

from msgspec import UNSET

from dragoman_generator.emit.body import INDENT, body
from dragoman_generator.emit.feeds import channels_beside, is_read_whole
from dragoman_generator.emit.guess import Name, name_path
from dragoman_generator.emit.light import Light, captured
from dragoman_generator.emit.plain import with_plain_numbers
from dragoman_generator.emit.structs import refs
from dragoman_generator.ir.types import WireType
from dragoman_generator.ir.venue import Channel, Connection, Venue
from dragoman_generator.resolve.flat import flat
from dragoman_generator.resolve.reading import Reading
from dragoman_generator.resolve.texts import BUSY

MOST = 2
"""Of so many a test costs other messages less than what it saves these."""
_SCOPE = re.compile(r"\bscope\.(\w+)")
_NOT_ASKED = frozenset({"request", "request_id", "request_key", "symbol", "topic", "topic_id"})
"""What a scope does not know that is of one connection and no topic."""


def channels_of_source(connection: Connection, product: str, venue: Venue) -> list[Channel]:
    """The channels that come on a connection for a product, and those of others that are read as one with it."""
    path = name_path(connection)
    found: dict[str, Channel] = {}
    for other in (connection, *venue.connections.values()):
        spec = other.spec
        products = spec.products or tuple(venue.products)
        alike = spec.source == connection.spec.source and name_path(other) == path and is_read_whole(other)
        if other is connection or (alike and product in products):
            found |= {channel.name: channel for channel in channels_beside(other, product, venue)}
    return list(found.values())


def reported(channels: list[Channel], known: dict[str, Name], venue: Venue, package: str) -> list[Light]:
    """The channels of orders and fills whose messages begin with a name of their own, as they are read on a short way."""
    found: list[Light] = []
    for channel in channels:
        if len(found) == MOST:
            break
        payload = channel.text or channel.payload
        shape = venue.shapes.get(payload.ref) if payload is not None and payload.kind == "record" else None
        if shape is None or channel.name not in known or not known[channel.name].whole:
            continue
        lines, _ = body(channel.out, channel.head)
        asked = set(_SCOPE.findall("\n".join(lines)))
        if (
            not any(event.type_name in BUSY for event in flat(channel.out))
            or channel.spec.has is not UNSET
            or channel.gather is not None
            or asked & _NOT_ASKED
            or captured(payload, venue)
        ):
            continue
        needed = {(f"{package}.{channel.stem}", f"emit_{channel.name}")}
        counted = with_plain_numbers(shape, lines, venue)
        if counted is None:
            code = tuple(_lines(channel, payload, venue))
            if "may_be_spelled_oddly" in code[0]:
                needed.add(("dragoman.translate.numbers", "may_be_spelled_oddly"))
            found.append(
                Light(channel, "OrderStatusReport", shape.name, shape.name, (), code, frozenset(needed))
            )
        else:
            code = (*counted.lines, *_lines(channel, None, venue))
            needed |= counted.imports
            kind, variants = counted.variants[-1].name, counted.variants
            found.append(
                Light(channel, "OrderStatusReport", shape.name, kind, variants, code, frozenset(needed))
            )
    return found


def _lines(channel: Channel, payload: WireType | None, venue: Venue) -> list[str]:
    """The lines that make its events of a message; what a machine has seen no other way is tried for."""
    told = f"emit_{channel.name}(scope, message, ts_init, out)"
    lines = [f"{INDENT}{told}"]
    if channel.state is not None:
        lines = [
            f"{INDENT}try:",
            f"{INDENT * 2}{told}",
            f"{INDENT}except FAULTS as error:",
            f"{INDENT * 2}raise Settled(error) from error",
        ]
    if _holds_decimals(payload, venue, frozenset()):
        return [
            f"{INDENT}if may_be_spelled_oddly(payload):",
            f"{INDENT * 2}return rest(payload, ts_init)",
            *lines,
        ]
    return lines


def _holds_decimals(kind: WireType | None, venue: Venue, above: frozenset[str]) -> bool:
    """Whether decoding makes decimals of texts, whose spelling has to be looked at."""
    if kind is None:
        return False
    if "Decimal" in Reading(venue.shapes, venue.enums).annotation(kind):
        return True
    inside = [ref for ref in refs(kind) if ref in venue.shapes and ref not in above]
    return any(
        _holds_decimals(item.type, venue, above | {ref})
        for ref in inside
        for item in venue.shapes[ref].fields
    )
