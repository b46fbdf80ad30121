"""Times that a short way reads in place: what decoding has looked at of their texts has not to be looked at again."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman_generator.emit.light import Light, Variant
from dragoman_generator.emit.structs import refs
from dragoman_generator.ir.types import Field
from dragoman_generator.ir.venue import Venue
from dragoman_generator.resolve.reading import FUNCTIONS_MODULE

_CHAIN = r"((?:\w+\.)+\w+)"
_ISO = re.compile(rf"\bparse_iso\({_CHAIN}\)")
_MILLISECONDS = re.compile(rf"\binteger\({_CHAIN}\) \* 1_000_000\b")
_FRAMES = "dragoman.translate.frames"


def iso_times(found: Light, venue: Venue) -> Light:
    """The light channel with times in ISO 8601 found by what follows their second, which is mostly that of the time before."""
    read = r"(clock[\1.removeprefix(clock.text)] + clock.ns)"
    needed = {(FUNCTIONS_MODULE, "IsoText"), (FUNCTIONS_MODULE, "LastSecond")}
    return _timed(found, venue, _ISO, "IsoText", read, needed)


def spelled_times(found: Light, venue: Venue) -> Light:
    """The light channel with milliseconds in text spelled out, which are as many digits for centuries."""
    read = r"spelled_ms(\1) * 1_000_000"
    return _timed(found, venue, _MILLISECONDS, "MsText", read, {(_FRAMES, "MsText"), (_FRAMES, "spelled_ms")})


def _timed(
    found: Light, venue: Venue, asked: re.Pattern[str], kind: str, read: str, needed: set[tuple[str, str]]
) -> Light:
    """The light channel with the times that one pattern reads as texts of a kind, and read another way."""
    text = "\n".join(found.lines)
    changed = found
    for chain in dict.fromkeys(asked.findall(text)):
        made = _with_type(changed, venue, chain.rpartition(".")[2], kind)
        if made is not None:
            changed = made
            text = re.sub(asked.pattern.replace(_CHAIN, f"({re.escape(chain)})"), read, text)
    if changed is found:
        return found
    return replace(changed, lines=tuple(text.split("\n")), imports=found.imports | needed)


def _with_type(found: Light, venue: Venue, name: str, kind: str) -> Light | None:
    """The light channel with another type of a field; None where more than one of its records has such a field, or it may be absent.

    What has this type is a feed's own: other ways keep the variants that they share.
    """
    root = venue.shapes[found.payload]
    inside = dict.fromkeys(ref for item in root.fields for ref in refs(item.type) if ref in venue.shapes)
    holders = [ref for ref in (root.name, *inside) if _is_time(venue.shapes[ref].field(name), kind)]
    if len(holders) != 1 or any(
        venue.shapes[each.of].field(name) for each in found.variants if each.of not in (root.name, *inside)
    ):
        return None
    (holder,) = holders
    known = {each.of: each for each in found.variants}
    old = known.get(holder, Variant(f"{holder}Text", holder, (), ()))
    made = replace(old, name=f"{holder}Fed", types=(*old.types, (name, kind)))
    if holder == root.name:
        return replace(found, kind=made.name, variants=(*_without(found, holder), made))
    outer = known.get(root.name, Variant(f"{root.name}Text", root.name, (), ()))
    inner = tuple(dict.fromkeys((*(each for each in outer.inner if each != old.name), made.name)))
    whole = replace(outer, name=f"{root.name}Fed", inner=inner)
    return replace(found, kind=whole.name, variants=(*_without(found, holder, root.name), made, whole))


def _without(found: Light, *shapes: str) -> tuple[Variant, ...]:
    return tuple(each for each in found.variants if each.of not in shapes)


def _is_time(item: Field | None, kind: str) -> bool:
    """Whether it is a time of that kind that is always there."""
    wanted = {"IsoText": ("ts", "iso"), "MsText": ("ts_text", "ms")}[kind]
    return (
        item is not None and item.type == item.type.required() and (item.type.kind, item.type.arg) == wanted
    )
