"""Short ways of connections where a topic inside of a message tells what it is: trades and quotes that no machine sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from msgspec import UNSET

from dragoman_generator.emit.body import INDENT
from dragoman_generator.emit.feeds import ShortText, before, channels_beside, is_read_whole, short_text
from dragoman_generator.emit.guess import beginning, is_constant, tests, without_topic
from dragoman_generator.emit.light import BUSY, Light
from dragoman_generator.emit.once import named_once
from dragoman_generator.emit.structs import refs
from dragoman_generator.ir.types import Shape
from dragoman_generator.ir.venue import Channel, Connection, Venue
from dragoman_generator.resolve.reading import Reading

_SCOPE = re.compile(r"\bscope\.")


def told(found: Light, venue: Venue) -> Light:
    """The light channel as a feed of its connection has it, which knows what the message is."""
    spec = venue.connections[found.channel.spec.connection].spec
    if found.channel.topic is None or spec.route.topic is UNSET:
        return found
    if is_constant(found.channel):
        found = without_topic(found, str(spec.route.topic), venue)
    text = "\n".join(found.lines).replace("scope.ids[", "ids[")
    for chain in found.spelled:
        # What JSON takes for an integer is spelled as Python spells it, but for -0.
        text = text.replace(f"str(integer({chain}))", f'{chain} if whole({chain}) else "0"')
        text = text.replace(f"integer({chain})", f"whole({chain})")
    return replace(found, lines=tuple(named_once(text.split("\n"))))


def named_feed(
    connection: Connection, product: str, venue: Venue, busy: dict[str, Light]
) -> tuple[ShortText, dict[str, Light]] | None:
    """The short way of one product where a topic inside the message tells what it is: trades and quotes that no machine sees."""
    route = connection.spec.route
    if route.topic is UNSET or route.wrapper is not UNSET or not is_read_whole(connection):
        return None
    path = str(route.topic)
    beside = [c for c in channels_beside(connection, product, venue) if c.topic is not None]
    alone = [busy[c.name] for c in beside if c.name in busy and _is_alone(busy[c.name], venue)]
    chosen: list[Light] = []
    for found in sorted(alone, key=lambda found: BUSY[found.event]):
        # What several do alike is done here for the first of them, which is the one that most ask for.
        if found.lines not in [each.lines for each in chosen]:
            chosen.append(found)
    if not chosen:
        return None
    opening = "".join(f'{{"{key}":' for key in path.split(".")) + '"'
    lines = tuple(_feed(chosen, beside, opening, venue))
    first = (
        *before([found.channel.name for found in chosen if not is_constant(found.channel)], lines),
        *(f"    {_decode(found)} = decoder({found.kind}).decode" for found in chosen),
    )
    return short_text(connection, product, "", first, lines), {found.channel.name: found for found in chosen}


def _path(found: Light, venue: Venue) -> str:
    """Where the message holds its topic, "" where it is no text that is always there."""
    route = venue.connections[found.channel.spec.connection].spec.route
    shape: Shape | None = venue.shapes[found.payload]
    names = []
    for key in str(route.topic).split("."):
        item = shape.field_at(key) if shape is not None else None
        if item is None or item.type != item.type.required():
            return ""
        names.append(item.name)
        shape = venue.shapes.get(item.type.ref)
    return ".".join(names)


def _is_alone(found: Light, venue: Venue) -> bool:
    """Whether its events are made of the message and of ids alone, and each of its numbers is looked at when it is read."""
    asks = _SCOPE.search("\n".join(found.lines)) is not None
    has_topic = is_constant(found.channel) or _path(found, venue) != ""
    text = found.event != "OrderBookDeltas" and not _holds_decimals(found, venue)
    return text and has_topic and found.channel.state is None and not asks


def _holds_decimals(found: Light, venue: Venue) -> bool:
    """Whether decoding itself makes decimals, whose spelling would have to be looked at."""
    variants = {each.of: dict(each.types) for each in found.variants}

    def holds(name: str, above: frozenset[str]) -> bool:
        kept = variants.get(name, {})
        for item in venue.shapes[name].fields:
            if item.name in kept:
                continue
            if "Decimal" in Reading(venue.shapes, venue.enums).annotation(item.type):
                return True
            if any(
                ref in venue.shapes and ref not in above and holds(ref, above | {ref})
                for ref in refs(item.type)
            ):
                return True
        return False

    return holds(found.payload, frozenset({found.payload}))


def _decode(found: Light) -> str:
    return f"decode_{found.channel.name}"


def _feed(chosen: list[Light], beside: list[Channel], opening: str, venue: Venue) -> Iterator[str]:
    """The lines up to the end of `try`: what a frame begins with is compared with a whole topic, or tells what it most likely is."""
    pad = INDENT * 2
    yield f"{pad}try:"
    pad += INDENT
    others = {c.name: beginning(c) for c in beside}
    for found in chosen:
        own, inner = others[found.channel.name], pad + INDENT
        constant = is_constant(found.channel)
        if constant:
            head = opening.encode() + own
            asked = f"payload[:{len(head)}] == {head!r}"
        else:
            yield f"{pad}# {own.decode()}"
            each = tests(own, others.values(), len(opening))
            asked = " and ".join(f"payload[{at}] == {byte}" for at, byte in each)
        if any("whole(" in line for line in found.lines):  # it would take blanks around a number
            asked += " and BLANK not in payload and BACKSLASH not in payload"
        yield f"{pad}if {asked}:"
        yield f"{inner}message = {_decode(found)}(payload)"
        if not constant:
            yield f"{inner}if message.{_path(found, venue)} in {found.channel.name}_topics:"
            inner += INDENT
        yield f"{inner}out{': list[Event]' if found is chosen[0] else ''} = []"
        yield from (inner[len(INDENT) :] + line for line in found.lines)
        yield f"{inner}return out"
    yield f"{pad}return rest(payload, ts_init)"
