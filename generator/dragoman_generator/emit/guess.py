"""Which bytes of a frame tell one channel's messages from the others', so that it is decoded at once as what it is or most likely is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from msgspec import UNSET

from dragoman_generator.emit.light import Light, Variant
from dragoman_generator.ir.venue import Channel, Connection, Venue

Test = tuple[int, int]
"""(place in the frame, byte that stands there)."""


@dataclass(frozen=True)
class Name:
    """What every topic of a channel begins with; the whole of it and the quote behind it where all its messages have one."""

    begins: bytes
    whole: bool


def name_path(connection: Connection) -> str:
    """Where messages hold what tells their channel, "" where it is in an envelope."""
    route = connection.spec.route
    if route.wrapper is not UNSET:
        return ""
    return (
        str(route.tag if route.topic is UNSET else route.topic)
        if UNSET is not route.tag or UNSET is not route.topic
        else ""
    )


def names(connection: Connection, channels: Iterable[Channel]) -> dict[str, Name]:
    """Channel -> its name, of those that have one of their own."""
    if connection.spec.route.topic is UNSET:
        tags = {c.name: str(c.spec.tag) for c in channels if c.spec.tag is not UNSET}
        found = {name: Name(f'{tag}"'.encode(), True) for name, tag in tags.items()}
    else:
        topics = {c.name: str(c.spec.topic).partition("{") for c in channels if c.topic is not None}
        found = {
            name: Name(literal.encode() if slot else f'{literal}"'.encode(), not slot)
            for name, (literal, slot, _) in topics.items()
        }
    said = [each.begins for each in found.values()]
    return {name: each for name, each in found.items() if not each.whole or said.count(each.begins) == 1}


def tests(own: bytes, others: Iterable[bytes], start: int) -> tuple[Test, ...]:
    """The fewest bytes that rule out as many others as can be ruled out; `start` is where topics begin in a frame."""
    left = set(others) - {own}
    found: list[Test] = []
    while left:
        ruled_out = [
            {other for other in left if len(other) > place and other[place] != byte}
            for place, byte in enumerate(own)
        ]
        best = max(range(len(own)), key=lambda place: (len(ruled_out[place]), place))
        if not ruled_out[best]:
            break
        found.append((start + best, own[best]))
        left -= ruled_out[best]
    return tuple(found) or ((start, own[0]),)


def telling_place(own: Sequence[bytes], others: Sequence[bytes]) -> int | None:
    """Where every name has a byte of its own, of such places one with the fewest others to rule out besides, first for the first names."""
    places = [
        place
        for place in range(min(map(len, own), default=0))
        if len({name[place] for name in own}) == len(own)
    ]

    def alike(place: int) -> list[int]:
        return [
            sum(len(other) > place and other[place] == name[place] for other in others if other not in own)
            for name in own
        ]

    return min(places, key=alike) if len(own) > 1 and places else None


def without_topic(found: Light, path: str, venue: Venue) -> Light:
    """The light channel without what holds nothing but its topic, where the bytes before it have told that already."""
    shape = venue.shapes[found.payload]
    first, *rest = path.split(".")
    item = shape.field_at(first)
    if item is None or f".{item.name}" in "\n".join(found.lines):
        return found
    inside = item
    for key in rest:
        record = venue.shapes.get(inside.type.ref)
        held = record.field_at(key) if record is not None and len(record.fields) == 1 else None
        if held is None:
            return found
        inside = held
    if inside.type.kind not in {"text", "sym"}:
        return found
    *inner, last = found.variants or (Variant(f"{shape.name}Text", shape.name, (), ()),)
    if last.of != shape.name:
        inner, last = [*found.variants], Variant(f"{shape.name}Text", shape.name, (), ())
    changed = replace(last, types=(*last.types, (item.name, "None")))
    return replace(found, kind=changed.name, variants=(*inner, changed))
