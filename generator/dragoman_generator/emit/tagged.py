"""Short ways of connections whose messages show a tag: one decoding tells what a frame is."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterator

from msgspec import UNSET

from dragoman_generator.emit.body import INDENT
from dragoman_generator.emit.feeds import ShortText, before, channels_beside, is_read_whole, short_text
from dragoman_generator.emit.light import BUSY, Light
from dragoman_generator.emit.sides import of_feed
from dragoman_generator.ir.types import Field, Shape
from dragoman_generator.ir.venue import Channel, Connection, EventOut, Venue
from dragoman_generator.language.state import Consecutive
from dragoman_generator.resolve.names import comment

_SCOPE = re.compile(r"\bscope\.(\w+)")
_APART = frozenset({"ids", "machines", "sides", "synced"})
"""What the code may ask of a scope that knows neither topic nor call."""
_TICK = re.compile(r"return \[(?:TradeTick|QuoteTick)\(")
_LOOKED_UP = re.compile(r"(?:(?<=\()|(?<=, ))(NOT_NEGATIVE|POSITIVE)\[((?:\w+\.)+\w+)\](?=[,)])")
"""(what remembers numbers, the text of one) of those that an event has whatever its message holds."""
_KNOWN = {"NOT_NEGATIVE": "amounts", "POSITIVE": "prices"}
_NAMES = frozenset({
    "amounts", "asks", "at", "bids", "book", "decode", "frame", "identity", "ids", "kind", "level_form", "message", "of_symbol", "other", "out",
    "payload", "prices", "rest", "scope", "synced", "tagless", "ts_init",
})  # fmt: skip
"""What feeds call what they have."""
_TAGLESS = (
    "    tagless = False",
    "",
    "    def without_tags() -> None:",
    "        nonlocal decode, tagless",
    "        decode = other.told",
    "        tagless = True",
    "",
    "    other.on_tagless = without_tags",
)
"""Of a payload without a tag the bytes up to the end of the topic tell what to decode the frame to."""


def is_tagged(found: Light, venue: Venue) -> bool:
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


def apart(found: Light) -> Iterator[str]:
    """Its lines inside a feed, which knows ids and whether books are synced from the start."""
    text = "\n".join(found.lines).replace("scope.ids[", "ids[").replace("if scope.synced:", "if synced:")
    for line in _returning(text.split("\n")):
        for each in _looked_for(line):
            yield from of_feed(each, found.channel.name)


def _looked_for(line: str) -> Iterator[str]:
    """The line of a trade or a quote, its numbers looked for in plain dicts: one that makes what it lacks takes twice the time."""
    bare = line.lstrip()
    pad = line[: len(line) - len(bare)]
    read = dict.fromkeys(_LOOKED_UP.findall(bare)) if _TICK.match(bare) else {}
    names = [chain.rpartition(".")[2] for _, chain in read]
    if not read or len(set(names)) < len(names) or any(not _is_free(name) for name in names):
        yield line
        return
    for (memo, chain), name in zip(read, names, strict=True):
        bare = bare.replace(f"{memo}[{chain}]", name)
    given = ", ".join(names)
    yield f"{pad}try:"
    yield f"{pad}{INDENT}{given} = {', '.join(f'{_KNOWN[memo]}[{chain}]' for memo, chain in read)}"
    yield f"{pad}except KeyError:"
    yield f"{pad}{INDENT}{given} = {', '.join(f'{memo}[{chain}]' for memo, chain in read)}"
    yield pad + bare


def _is_free(name: str) -> bool:
    """Whether a feed has no such name of its own."""
    own = name in _NAMES or name.endswith(("_is_read", "_kind", "_topics"))
    return not (own or keyword.iskeyword(name) or hasattr(builtins, name))


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


def tagged_feed(
    connection: Connection, product: str, venue: Venue, busy: dict[str, Light]
) -> tuple[ShortText, dict[str, Light]] | None:
    """The short way of one product and its channels, where tags tell its busy messages apart or the wrapper's topic does."""
    spec = connection.spec
    wrapper, topic = spec.route.wrapper, spec.route.topic
    wrapper_topic = "" if wrapper is UNSET or wrapper.topic is UNSET else wrapper.topic
    wrapped = wrapper_topic != ""
    by_tag = spec.route.tag is not UNSET and (wrapped or wrapper is topic is UNSET)
    if not by_tag or not is_read_whole(connection):
        return None
    beside = channels_beside(connection, product, venue)
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
    first = (
        *before([found.channel.name for found, checked in ordered if checked], lines),
        *(line for found, _ in ordered if found.sides for line in _sided(found)),
    )
    if wrapped:
        first += _TAGLESS
    kinds = "".join(f"{found.payload}: {found.kind}, " for found, _ in ordered)
    return short_text(connection, product, kinds, first, lines), {f.channel.name: f for f, _ in ordered}


def _about(found: Light) -> str:
    """How the instrument is looked up that the topic names as well, "" where it names none or the lines ask for others."""
    asked = set(re.findall(r"\bids\[message\.\w+\]", "\n".join(found.lines)))
    about = asked.pop() if len(asked) == 1 else ""
    field = about.removeprefix("ids[message.").removesuffix("]")
    return about if field and re.search(rf"{{{field}\b", str(found.channel.spec.topic)) else ""


def _sided(found: Light) -> Iterator[str]:
    """What a feed finds once for a channel that holds sides of a book."""
    name = found.channel.name
    yield f"    {name}_kind = other.kind_of({found.kind})"
    yield f"    {name}_is_read = {name}_kind is not {found.kind}"


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


def _feed(chosen: list[tuple[Light, bool]], topic: str) -> Iterator[str]:
    """The lines up to the end of `try`, at their depth."""
    pad = INDENT * 2
    if any("out = []" in line for found, _ in chosen for line in found.lines):
        yield f"{pad}out: list[Event]"
    if any(found.sides for found, _ in chosen):
        yield from (f"{pad}bids: Any", f"{pad}asks: Any")
    yield f"{pad}try:"
    pad += INDENT
    if topic:
        # What comes without the wrapper is none of these; an account's messages do, and somebody waits for them. Where none
        # has come, nothing is asked: the decoder refuses the first of them.
        behind = f"payload[{len(topic) + 2}] != 34"
        yield f"{pad}if tagless and {behind}:  # the quote behind {comment(topic)}"
        yield f"{pad}    return other.untold(payload, ts_init)"
        yield f"{pad}frame = decode(payload)"
    yield f"{pad}message = {'frame.payload' if topic else 'decode(payload)'}"
    yield f"{pad}kind = type(message)"
    for found, checked in chosen:
        name = found.channel.name
        kind = f"{name}_kind" if found.sides else found.kind
        about = _about(found) if checked else ""
        routed = f" and frame.topic in {name}_topics" if checked and not about else ""
        yield f"{pad}if kind is {kind}{routed}:"
        if about:
            symbol = about.removeprefix("ids[").removesuffix("]")
            yield f"{pad}{INDENT}try:"
            yield f"{pad}{INDENT * 2}of_symbol, identity = {name}_topics[frame.topic]"
            yield f"{pad}{INDENT}except KeyError:"
            yield f"{pad}{INDENT * 2}return other.routed(frame, payload, ts_init)"
            yield f"{pad}{INDENT}if of_symbol != {symbol}:"
            yield f"{pad}{INDENT * 2}_, identity = {name}_topics[frame.topic] = {symbol}, {about}"
        yield from (pad + (line.replace(about, "identity") if about else line) for line in found.lines)
    yield f"{pad}return {'other.routed(frame, payload, ts_init)' if topic else 'rest(payload, ts_init)'}"
