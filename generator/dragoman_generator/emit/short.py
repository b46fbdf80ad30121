"""The short ways of a venue: busy messages of one product straight from their bytes to their events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from msgspec import UNSET

from dragoman_generator.emit.body import INDENT, body
from dragoman_generator.emit.modules import constants_of, hoisted, import_lines, local_imports
from dragoman_generator.emit.structs import StructText, payload_struct
from dragoman_generator.ir.types import Field, Shape, WireType
from dragoman_generator.ir.venue import Channel, Connection, EventOut, Imports, Venue
from dragoman_generator.language.state import Consecutive
from dragoman_generator.resolve.names import literal, snake
from dragoman_generator.resolve.reading import READS_MODULE, Reading

BUSY = {"TradeTick": 0, "QuoteTick": 1, "OrderBookDeltas": 2}
"""The events that are worth a short way, the most frequent first."""
_SCOPE = re.compile(r"\bscope\.(\w+)")
_APART = frozenset({"ids", "machines", "synced"})
"""What the code may ask of a scope that knows neither topic nor call."""
_DEFAULTED = re.compile(r'\((message\.\w+) if \1 is not None else ("[\w ]*")\) (==|!=) ("[\w ]*")')
_TAKEN = frozenset(
    {
        "told",
        "whole",
        "decode",
        "feed",
        "frame",
        "ids",
        "kind",
        "message",
        "other",
        "out",
        "payload",
        "rest",
        "synced",
        "scope",
    }
)
_ALWAYS = frozenset({
    ("collections.abc", "Callable"), ("dragoman.translate.facts", "Event"), ("dragoman.translate.facts", "Feed"),
    ("dragoman.translate.facts", "Short"), ("dragoman.translate.feeds", "FAULTS"), ("dragoman.translate.feeds", "JsonFeed"),
    ("dragoman.translate.feeds", "Settled"),
    ("dragoman.translate.scope", "Scope"), ("typing", "Any"),
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
class Busy:
    """One busy channel: its event, the Struct that it is decoded to, the lines that end with the event."""

    channel: Channel
    event: str
    payload: str
    kind: str
    struct: StructText | None
    lines: tuple[str, ...]
    imports: Imports


def short_context(venue: Venue, package: str) -> dict[str, Any] | None:
    """What the module's template prints; None where nothing of the venue takes a short way."""
    reading = Reading(venue.shapes, venue.enums)
    busy = {
        name: found for name, channel in venue.channels.items() if (found := _busy(channel, venue, reading))
    }
    shorts: dict[tuple[str, ...], ShortText] = {}
    for connection in venue.connections.values():
        for product in connection.spec.products or tuple(venue.products):
            made = _short(connection, product, venue, busy)
            if made is not None:
                same = shorts.get(made.lines, replace(made, keys=()))
                shorts[made.lines] = replace(same, keys=(*same.keys, *made.keys))
    if not shorts:
        return None
    names: dict[str, str] = {}
    texts = [replace(text, lines=hoisted(text.lines, names)) for text in shorts.values()]
    used = [each for each in busy.values() if any(each.kind in _words(text.kinds) for text in texts)]
    structs = [each.struct for each in used if each.struct is not None]
    source = "\n".join([
        *constants_of(names), *(line for struct in structs for line in struct.fields), *(line for text in texts for line in (text.kinds, *text.lines)),
    ])  # fmt: skip
    needed = {*_ALWAYS, *local_imports(venue, "", package, source), *reading.imports(source)}
    for each in used:
        needed |= each.imports | (each.struct.imports if each.struct else frozenset())
    # What a remembered text was checked by is not called any more.
    needed = {pair for pair in needed if pair[0] != READS_MODULE or pair[1] in _words(source)}
    memos = {"DECIMALS", "NOT_NEGATIVE", "POSITIVE"} & _words(source)
    needed |= {("dragoman.model.decimals", name) for name in memos}
    return {
        "venue": venue,
        "imports": import_lines(needed),
        "constants": constants_of(names),
        "structs": structs,
        "shorts": texts,
    }


def _words(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z_]\w*", text))


def _shape(channel: Channel, venue: Venue) -> Shape | None:
    """The shape of a message that is one record."""
    payload = channel.payload
    return venue.shapes.get(payload.ref) if payload is not None and payload.kind == "record" else None


def _busy(channel: Channel, venue: Venue, reading: Reading) -> Busy | None:
    """The channel's short way, where its one event is a busy one made of nothing but the message."""
    shape = _shape(channel, venue)
    if (
        shape is None
        or not shape.tag_key
        or captured(channel.payload, venue)
        or len(channel.out) != 1
        or channel.gather is not None
        or channel.head
    ):
        return None
    event = channel.out[0]
    if not isinstance(event, EventOut) or event.type_name not in BUSY:
        return None
    if isinstance(channel.state, Consecutive):
        event = replace(event, put=())  # where ids are counted, the message takes the usual way
    # A price that must be positive is told so once, when it is remembered.
    ensured = (
        re.fullmatch(r"finite\(message\.(\w+)\) > 0", event.ensure[0].text)
        if event.ensure is not None
        else None
    )
    positive = ensured[1] if ensured is not None and _is_text(shape.field(ensured[1])) else ""
    lines, imports = body((replace(event, ensure=None) if positive else event,))
    text = "\n".join(lines)
    if not set(_SCOPE.findall(text)) <= _APART:
        return None
    held = {
        f.name: replace(f, type=replace(f.type, kind="text"))
        for f in shape.fields
        if _is_text(f) and re.search(rf"\bmessage\.{f.name}\b", text)
    }
    kind, struct = shape.name, None
    if held:
        kind = f"{shape.name}Text"
        fields = tuple(held.get(f.name, f) for f in shape.fields)
        doc = f"{shape.name}, the decimals that its event is made of still text."
        struct = replace(payload_struct(replace(shape, name=kind, fields=fields), reading), doc=doc)
    made = tuple(_returning(_as_text(text, held, positive).split("\n")))
    return Busy(channel, event.type_name, shape.name, kind, struct, made, imports)


def captured(kind: WireType | None, venue: Venue, seen: frozenset[str] = frozenset()) -> bool:
    """Whether unknown fields somewhere in a payload are kept, for which every message is looked at with care."""
    if kind is None or kind.ref in seen:
        return False
    shape = venue.shapes.get(kind.ref)
    inside = () if shape is None else shape.fields
    deeper = seen | ({kind.ref} if kind.ref else frozenset())
    return (
        (shape is not None and shape.extra == "capture")
        or captured(kind.item, venue, seen)
        or any(captured(item.type, venue, deeper) for item in inside)
    )


def _is_text(field: Field | None) -> bool:
    """Whether it is a decimal that is always there, as text."""
    return field is not None and field.type.kind == "dec" and field.type == field.type.required()


_REMEMBERED = {
    "": ("finite", "DECIMALS"),
    ">0": ("positive", "POSITIVE"),
    ">=0": ("not_negative", "NOT_NEGATIVE"),
}
"""Bounds -> what checks them, and what remembers the texts that were checked."""


def _compared(match: re.Match[str]) -> str:
    """A comparison whose default decides as None itself would: neither is what it is compared with."""
    value, default, operator, wanted = match.groups()
    return match[0] if default == wanted else f"{value} {operator} {wanted}"


def _as_text(text: str, held: dict[str, Field], positive: str) -> str:
    """The lines with decimals made where they are used, or before where they are used twice."""
    first: list[str] = []
    text = _DEFAULTED.sub(_compared, text)
    text = text.replace("scope.ids[", "ids[").replace("if scope.synced:", "if synced:")
    for name in held:
        read = re.compile(rf"\bmessage\.{name}\b")
        memo = "POSITIVE" if name == positive else "DECIMALS"
        if (known := _REMEMBERED.get(held[name].type.bounds)) is not None:
            check = known[0]
            memo = memo if name == positive else known[1]
            text = text.replace(f"{check}(message.{name})", f"message.{name}")
        made = f"{memo}[message.{name}]"
        if len(read.findall(text)) > 1:
            variable = f"{name}_" if name in _TAKEN else name
            first.append(f"    {variable} = {made}")
            made = variable
        text = read.sub(made, text)
        # Two decimals compare faster than a decimal and an integer.
        text = re.sub(rf"({re.escape(made)}) ([<>=!]=?) (\d+)\b", r'\1 \2 Decimal("\3")', text)
    return "\n".join([*first, text])


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


def _short(connection: Connection, product: str, venue: Venue, busy: dict[str, Busy]) -> ShortText | None:
    """The short way of one product, where tags tell its busy messages apart or the wrapper's topic does."""
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
    chosen: dict[str, tuple[Busy, bool]] = {}
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
    return ShortText(
        f"{snake(connection.name)}_{snake(product)}",
        "".join(f"{found.payload}: {found.kind}, " for found, _ in ordered),
        f"Busy messages of {connection.name}.",
        tuple(_before(ordered, lines)),
        lines,
        (f"({literal(connection.name)}, {literal(product)})",),
    )


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


def _before(chosen: list[tuple[Busy, bool]], lines: tuple[str, ...]) -> Iterator[str]:
    text = "\n".join(lines)
    if "ids[" in text:
        yield "    ids = scope.ids"
    if "if synced" in text:
        yield "    synced = scope.synced"
    for found, checked in chosen:
        if checked:
            name = found.channel.name
            yield f"    {name}_topics = other.topics_of({literal(name)})"
    if "whole" in text:
        yield "    whole = other.whole"


def _feed(chosen: list[tuple[Busy, bool]], topic: str) -> Iterator[str]:
    """The lines up to the end of `try`, at their depth."""
    pad = "    " * 2
    if any("out = []" in line for found, _ in chosen for line in found.lines):
        yield f"{pad}out: list[Event]"
    yield f"{pad}try:"
    pad += "    "
    if topic:
        # Of a payload without a tag the bytes up to the end of the topic tell what to decode the frame to.
        first = len(f'{{"{topic}":"'.encode())
        yield f"{pad}if other.tagless:"
        yield f"{pad}    told = whole.get(payload[: payload.find(b'\"', {first})])"
        yield f"{pad}    if told is None:"
        yield f"{pad}        return rest(payload, ts_init)"
        yield f"{pad}    frame = told(payload)"
        yield f"{pad}else:"
        yield f"{pad}    frame = decode(payload)"
    yield f"{pad}message = {'frame.payload' if topic else 'decode(payload)'}"
    yield f"{pad}kind = type(message)"
    for found, checked in chosen:
        routed = f" and frame.topic in {found.channel.name}_topics" if checked else ""
        yield f"{pad}if kind is {found.kind}{routed}:"
        yield from (pad + line for line in found.lines)
    yield f"{pad}return {'other.routed(frame, payload, ts_init)' if topic else 'rest(payload, ts_init)'}"
