"""The short ways of a venue: busy messages of one product straight from their bytes to their events."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dragoman_generator.emit.alike import FunctionText, once
from dragoman_generator.emit.feeds import ShortText
from dragoman_generator.emit.laid import laid
from dragoman_generator.emit.light import Light, Variant, light
from dragoman_generator.emit.modules import constants_of, hoisted, import_lines, local_imports, readable
from dragoman_generator.emit.named import named_feed
from dragoman_generator.emit.quick import quickened
from dragoman_generator.emit.sides import READS
from dragoman_generator.emit.tagged import apart, is_tagged, tagged_feed
from dragoman_generator.ir.venue import Channel, Venue
from dragoman_generator.resolve.reading import FUNCTIONS_MODULE, READS_MODULE, Reading

_SCOPE = re.compile(r"\bscope\.(\w+)")
_APART = frozenset({"ids", "machines", "synced"})
"""What the code may ask of a scope that knows neither topic nor call."""
_FEEDS = frozenset({
    ("collections.abc", "Callable"), ("dragoman.translate.facts", "Feed"), ("dragoman.translate.facts", "Short"),
    ("dragoman.translate.feeds", "FAULTS"), ("dragoman.translate.feeds", "JsonFeed"), ("typing", "Any"),
})  # fmt: skip
_CALLED = frozenset({READS_MODULE, FUNCTIONS_MODULE, "dragoman.translate.scope"})
"""Modules of functions, some of which the lines do without here."""
_EMITS = frozenset({
    ("dragoman.translate.facts", "Event"), ("dragoman.translate.facts", "Ways"), ("dragoman.translate.scope", "Scope"),
})  # fmt: skip


def short_context(venue: Venue, package: str) -> dict[str, Any] | None:
    """What the module's template prints; None where nothing of the venue takes a short way."""
    reading = Reading(venue.shapes, venue.enums)
    busy = _alike(
        {name: laid(channel, venue) or light(channel, venue) for name, channel in venue.channels.items()}
    )
    shorts, fed = _shorts(venue, busy, package)
    lights = [
        found
        for name, found in busy.items()
        if name not in fed and found.variants and not found.first and _is_named(found.channel, venue)
    ]
    if not shorts and not lights:
        return None
    names: dict[str, str] = {}
    texts = [
        replace(
            text, before=quickened(text.before, names), lines=quickened(hoisted(text.lines, names), names)
        )
        for text in shorts
    ]
    emits = [
        FunctionText(
            f"emit_{found.channel.name}",
            "Any",
            f"{found.payload} to {', '.join(found.channel.gives)}.",
            readable(hoisted(found.lines, names), names),
        )
        for found in lights
    ]
    functions, aliases = once(emits, {})
    used = [*fed.values(), *lights]
    variants = list(dict.fromkeys(each for found in used for each in found.variants))
    source = "\n".join([
        *constants_of(names), *(word for each in variants for word in (each.of, *(kind for _, kind in each.types))), *(line for text in texts for line in (text.kinds, *text.before, *text.lines)),
        *(found.kind for found in lights), *(line for text in functions for line in text.lines),
    ])  # fmt: skip
    needed = {*_EMITS, *local_imports(venue, "", package, source), *reading.imports(source)}
    needed |= _FEEDS if texts else frozenset()
    if lights:
        needed |= {("dragoman.translate.facts", "Light"), ("typing", "Any")}
    if variants:
        needed.add(("dragoman.translate.frames", "variant"))
    for each in used:
        needed |= each.imports
    # What a remembered text was checked by is not called any more.
    called = _words(source.removeprefix("\n".join(constants_of(names))))
    needed = {pair for pair in needed if pair[0] not in _CALLED or pair[1] in {*called, "Scope"}}
    memos = {"DECIMALS", "NOT_NEGATIVE", "POSITIVE"} & _words(source)
    needed |= {("dragoman.model.decimals", name) for name in memos}
    needed |= {("dragoman.translate.rows", name) for name in ("decoder", "number_decoder") if name in called}
    if "spelled" in called:
        needed |= {("dragoman.translate.frames", name) for name in ("BACKSLASH", "BLANK", "spelled")}
    if "READ_LEVELS" in called:
        needed |= READS
    if any(text.settles for text in texts):
        needed.add(("dragoman.translate.feeds", "Settled"))
    if "Raw" in _words(source):
        needed.add(("msgspec", "Raw"))
    return {
        "venue": venue,
        "imports": import_lines(needed),
        "constants": constants_of(names),
        "variants": variants,
        "shorts": texts,
        "functions": functions,
        "aliases": aliases,
        "lights": lights,
    }


def _alike(found: Mapping[str, Light | None]) -> dict[str, Light]:
    """The light channels; one that keeps other fields of a record as they came than those before it takes the usual way."""
    known: dict[str, Variant] = {}
    busy: dict[str, Light] = {}
    for name, each in found.items():
        if each is not None and all(known.get(new.name, new) == new for new in each.variants):
            known |= {new.name: new for new in each.variants}
            busy[name] = each
    return busy


def _shorts(venue: Venue, busy: dict[str, Light], package: str) -> tuple[list[ShortText], dict[str, Light]]:
    """The feeds, each for all products that have the same one, and the channels as they take them."""
    shorts: dict[tuple[str, ...], ShortText] = {}
    fed: dict[str, Light] = {}
    tagged = {
        name: replace(found, lines=tuple(apart(found)))
        for name, found in busy.items()
        if not found.first and is_tagged(found, venue)
    }
    for connection in venue.connections.values():
        for product in connection.spec.products or tuple(venue.products):
            made = tagged_feed(connection, product, venue, tagged) or named_feed(
                connection, product, venue, busy, package
            )
            if made is not None:
                text, channels = made
                same = shorts.get(text.lines, replace(text, keys=()))
                shorts[text.lines] = replace(same, keys=(*same.keys, *text.keys))
                fed |= channels
    return list(shorts.values()), fed


def _is_named(channel: Channel, venue: Venue) -> bool:
    """Whether its messages are found by a topic or a tag that is looked up."""
    spec = venue.connections[channel.spec.connection].spec
    return spec.codec in {"json", "json_lines"} and spec.transport != "file"


def _words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z_]\w*", text))
