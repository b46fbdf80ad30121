"""The short ways of a venue: busy messages of one product straight from their bytes to their events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from msgspec import UNSET

from dragoman_generator.emit.body import INDENT
from dragoman_generator.emit.light import BUSY, Light, Variant, light
from dragoman_generator.emit.modules import constants_of, hoisted, import_lines, local_imports, readable
from dragoman_generator.ir.types import Field, Shape
from dragoman_generator.ir.venue import Channel, Connection, EventOut, Venue
from dragoman_generator.language.state import Consecutive
from dragoman_generator.resolve.names import literal, snake
from dragoman_generator.resolve.reading import READS_MODULE, Reading

_SCOPE = re.compile(r"\bscope\.(\w+)")
_APART = frozenset({"ids", "machines", "synced"})
"""What the code may ask of a scope that knows neither topic nor call."""
_FEEDS = frozenset({
    ("collections.abc", "Callable"), ("dragoman.translate.facts", "Feed"), ("dragoman.translate.facts", "Short"),
    ("dragoman.translate.feeds", "FAULTS"), ("dragoman.translate.feeds", "JsonFeed"), ("dragoman.translate.feeds", "Settled"),
    ("typing", "Any"),
})  # fmt: skip
_SCOPES = "dragoman.translate.scope"
_EMITS = frozenset({
    ("dragoman.translate.facts", "Event"), ("dragoman.translate.facts", "Ways"), ("dragoman.translate.scope", "Scope"),
})  # fmt: skip


@dataclass(frozen=True)
class ShortText:
    """The feed of one connection for the products that have the same busy messages."""

    function: str
    kinds: str
    doc: str
    before: tuple[str, ...]
    lines: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True)
class LightText:
    """The emit function of one channel whose topic or tag is looked up."""

    channel: str
    kind: str
    doc: str
    lines: tuple[str, ...]


def short_context(venue: Venue, package: str) -> dict[str, Any] | None:
    """What the module's template prints; None where nothing of the venue takes a short way."""
    reading = Reading(venue.shapes, venue.enums)
    busy = _alike({name: light(channel, venue) for name, channel in venue.channels.items()})
    shorts, fed = _shorts(venue, busy)
    lights = [
        found
        for name, found in busy.items()
        if name not in fed and found.variants and _is_named(found.channel, venue)
    ]
    if not shorts and not lights:
        return None
    names: dict[str, str] = {}
    texts = [replace(text, lines=hoisted(text.lines, names)) for text in shorts]
    emits = [
        LightText(
            found.channel.name,
            found.kind,
            f"{found.payload} to {', '.join(found.channel.gives)}.",
            readable(hoisted(found.lines, names), names),
        )
        for found in lights
    ]
    used = [*(each for each in busy.values() if each.channel.name in fed), *lights]
    variants = list(dict.fromkeys(each for found in used for each in found.variants))
    source = "\n".join([
        *constants_of(names), *(word for each in variants for word in (each.of, *(kind for _, kind in each.types))), *(line for text in texts for line in (text.kinds, *text.lines)),
        *(line for text in emits for line in (text.kind, *text.lines)),
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
    needed = {
        pair for pair in needed if pair[0] not in {READS_MODULE, _SCOPES} or pair[1] in {*called, "Scope"}
    }
    memos = {"DECIMALS", "NOT_NEGATIVE", "POSITIVE"} & _words(source)
    needed |= {("dragoman.model.decimals", name) for name in memos}
    if "Raw" in _words(source):
        needed |= {("msgspec", "Raw"), ("dragoman.model.book", "JsonLevels")}
    return {
        "venue": venue,
        "imports": import_lines(needed),
        "constants": constants_of(names),
        "variants": variants,
        "shorts": texts,
        "lights": emits,
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


def _shorts(venue: Venue, busy: dict[str, Light]) -> tuple[list[ShortText], set[str]]:
    """The feeds, each for all products that have the same one, and the channels that they take."""
    shorts: dict[tuple[str, ...], ShortText] = {}
    fed: set[str] = set()
    tagged = {
        name: replace(found, lines=tuple(_apart(found)))
        for name, found in busy.items()
        if _is_tagged(found, venue)
    }
    for connection in venue.connections.values():
        for product in connection.spec.products or tuple(venue.products):
            made = _short(connection, product, venue, tagged)
            if made is not None:
                text, channels = made
                same = shorts.get(text.lines, replace(text, keys=()))
                shorts[text.lines] = replace(same, keys=(*same.keys, *text.keys))
                fed |= channels
    return list(shorts.values()), fed


def _is_tagged(found: Light, venue: Venue) -> bool:
    """Whether its one event is made without the channel's own scope, and its tag is told in decoding."""
    out = found.channel.out
    shape = _shape(found.channel, venue)
    one = len(out) == 1 and isinstance(out[0], EventOut) and out[0].type_name in BUSY
    return (
        one
        and shape is not None
        and shape.tag_key != ""
        and set(_SCOPE.findall("\n".join(found.lines))) <= _APART
    )


def _apart(found: Light) -> Iterator[str]:
    """Its lines inside a feed, which knows ids and whether books are synced from the start."""
    text = "\n".join(found.lines)
    return _returning(
        text.replace("scope.ids[", "ids[").replace("if scope.synced:", "if synced:").split("\n")
    )


def _is_named(channel: Channel, venue: Venue) -> bool:
    """Whether its messages are found by a topic or a tag that is looked up."""
    spec = venue.connections[channel.spec.connection].spec
    return spec.codec in {"json", "json_lines"} and spec.transport != "file"


def _words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z_]\w*", text))


def _shape(channel: Channel, venue: Venue) -> Shape | None:
    """The shape of a message that is one record."""
    payload = channel.payload
    return venue.shapes.get(payload.ref) if payload is not None and payload.kind == "record" else None


def _returning(lines: list[str]) -> Iterator[str]:
    """The lines with their events returned; what a machine puts out is returned after it."""
    after_else = ""
    last = ""
    for line in lines:
        if after_else and line.startswith(f"{after_else} "):
            line = line[len(INDENT) :]
        bare = line.lstrip()
        pad = last = line[: len(line) - len(bare)]
        if bare == "else:":  # what stands before it has returned
            after_else = pad
            continue
        if bare.startswith("out.append("):
            yield f"{pad}return [{bare.removeprefix('out.append(')[:-1]}]"
        elif re.search(r"\bout\b", bare):
            # A machine must not see a message twice, so that its fault is none that another way is tried for.
            yield from (f"{pad}out = []", f"{pad}try:", INDENT + line, f"{pad}except FAULTS as error:")
            yield from (f"{pad}{INDENT}raise Settled(error) from error", f"{pad}return out")
        else:
            yield line
    if last != INDENT:
        yield "    return []"


def _short(
    connection: Connection, product: str, venue: Venue, busy: dict[str, Light]
) -> tuple[ShortText, set[str]] | None:
    """The short way of one product and its channels, where tags tell its busy messages apart or the wrapper's topic does."""
    spec = connection.spec
    wrapper, topic = spec.route.wrapper, spec.route.topic
    wrapper_topic = "" if wrapper is UNSET or wrapper.topic is UNSET else wrapper.topic
    wrapped = wrapper_topic != ""
    by_tag = spec.route.tag is not UNSET and (wrapped or wrapper is topic is UNSET)
    if not by_tag or spec.codec not in {"json", "json_lines"} or spec.transport == "file":
        return None
    beside = [
        c
        for c in venue.channels.values()
        if c.spec.connection in (connection.name, spec.channels_of)
        and (not c.spec.products or product in c.spec.products)
    ]
    chosen: dict[str, tuple[Light, bool]] = {}
    for channel in beside:
        if channel.name not in busy or str(channel.spec.tag) in chosen:
            continue
        alike = any(_may_look_like(other, channel, venue) for other in beside if other is not channel)
        # A book that took one message for another would be wrong in silence, so that its topic is always looked at.
        keeps = channel.state is not None and not isinstance(channel.state, Consecutive)
        checked = wrapped and (alike or keeps)
        if checked or not alike:
            chosen[str(channel.spec.tag)] = (busy[channel.name], checked)
    if not chosen:
        return None
    ordered = sorted(chosen.values(), key=lambda pair: BUSY[pair[0].event])
    lines = tuple(_feed(ordered, wrapper_topic))
    text = ShortText(
        f"{snake(connection.name)}_{snake(product)}",
        "".join(f"{found.payload}: {found.kind}, " for found, _ in ordered),
        f"Busy messages of {connection.name}.",
        tuple(_before(ordered, lines)),
        lines,
        (f"({literal(connection.name)}, {literal(product)})",),
    )
    return text, {found.channel.name for found, _ in ordered}


def _may_look_like(other: Channel, channel: Channel, venue: Venue) -> bool:
    """Whether a message of the other may show the channel's tag and mean something else."""
    theirs, ours = _shape(other, venue), _shape(channel, venue)
    if theirs is None or ours is None:
        # Lists have no tag; one record or many of them may.
        return other.payload is not None and other.payload.kind == "many"
    apart = other.spec.has is not UNSET
    said = theirs.field_at(ours.tag_key)
    if other.spec.tag is not UNSET:
        apart = str(other.spec.tag) != str(channel.spec.tag)
    elif said is not None and said.type.kind == "enum" and venue.enums[said.type.ref].policy == "closed":
        apart = channel.spec.tag not in [wire for wire, _ in venue.enums[said.type.ref].values]
    same = (
        _fields(theirs) == _fields(ours)
        and theirs.extra == ours.extra
        and other.out == channel.out
        and other.state is channel.state is None
    )
    return not (apart or same)


def _fields(shape: Shape) -> tuple[Field, ...]:
    """The fields that are not the tag."""
    return tuple(field for field in shape.fields if field.wire != shape.tag_key)


def _before(chosen: list[tuple[Light, bool]], lines: tuple[str, ...]) -> Iterator[str]:
    text = "\n".join(lines)
    if "ids[" in text:
        yield "    ids = scope.ids"
    if "if synced" in text:
        yield "    synced = scope.synced"
    for found, checked in chosen:
        if checked:
            name = found.channel.name
            yield f"    {name}_topics = other.topics_of({literal(name)})"


def _feed(chosen: list[tuple[Light, bool]], topic: str) -> Iterator[str]:
    """The lines up to the end of `try`, at their depth."""
    pad = INDENT * 2
    if any("out = []" in line for found, _ in chosen for line in found.lines):
        yield f"{pad}out: list[Event]"
    yield f"{pad}try:"
    pad += INDENT
    if topic:
        # Of a payload without a tag the bytes up to the end of the topic tell what to decode the frame to.
        yield f"{pad}frame = other.told(payload) if other.tagless else decode(payload)"
        yield f"{pad}if frame is None:"
        yield f"{pad}    return rest(payload, ts_init)"
    yield f"{pad}message = {'frame.payload' if topic else 'decode(payload)'}"
    yield f"{pad}kind = type(message)"
    for found, checked in chosen:
        routed = f" and frame.topic in {found.channel.name}_topics" if checked else ""
        yield f"{pad}if kind is {found.kind}{routed}:"
        yield from (pad + line for line in found.lines)
    yield f"{pad}return {'other.routed(frame, payload, ts_init)' if topic else 'rest(payload, ts_init)'}"
