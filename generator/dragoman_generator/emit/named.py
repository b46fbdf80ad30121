"""Short ways of connections where a topic inside of a message tells what it is: trades and quotes that no machine sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from msgspec import UNSET

from dragoman_generator.emit.body import INDENT
from dragoman_generator.emit.feeds import ShortText, before, channels_beside, is_read_whole, short_text
from dragoman_generator.emit.guess import Name, name_path, names, telling_place, tests, without_topic
from dragoman_generator.emit.light import BUSY, Light
from dragoman_generator.emit.numbers import decoder_of, with_numbers
from dragoman_generator.emit.once import named_once
from dragoman_generator.emit.reported import channels_of_source, reported
from dragoman_generator.emit.structs import refs
from dragoman_generator.emit.times import iso_times, spelled_times
from dragoman_generator.ir.types import Shape
from dragoman_generator.ir.venue import Connection, Venue
from dragoman_generator.resolve.names import comment
from dragoman_generator.resolve.reading import Reading

_SCOPE = re.compile(r"\bscope\.(\w+)")
_SCALES = re.compile(r"scope\.scales\([^()]*(?:\([^()]*\)[^()]*)*\)")
_CHAIN = r"(?:\w+\.)+\w+"
_OF_ROW = re.compile(r"\b(scales(?:_\d+)?)\[row_id\]")
_ASKED = frozenset({"ids", "product", "scales", "factor", "told_int"})
"""What the code may ask of a scope that knows its product and its connection's parameters alone."""


def named_feed(
    connection: Connection, product: str, venue: Venue, busy: dict[str, Light], package: str
) -> tuple[ShortText, dict[str, Light]] | None:
    """The short way of one product where a name inside the message tells what it is: trades, quotes, orders and fills."""
    path = name_path(connection)
    if not path or not is_read_whole(connection):
        return None
    channels = channels_of_source(connection, product, venue)
    known = names(connection, channels)
    beside = [each.name for each in channels_beside(connection, product, venue)]
    alone = [
        busy[name]
        for name in beside
        if name in known and name in busy and _is_alone(busy[name], known[name], path, venue)
    ]
    chosen: list[Light] = []
    for found in sorted(alone, key=lambda found: BUSY[found.event]):
        # What several do alike is done here for the first of them, which is the one that most ask for.
        if found.lines not in [each.lines for each in chosen]:
            chosen.append(found)
    chosen = [_told(found, known[found.channel.name], path, venue) for found in chosen]
    chosen += reported(channels, known, venue, package)
    if not chosen:
        return None
    lines, scales = _scales(tuple(_feed(chosen, known, path, venue)))
    first = (
        *before([found.channel.name for found in chosen if not known[found.channel.name].whole], lines),
        *(f"    {_decode(found)} = {decoder_of(found)}.decode" for found in chosen),
        *(line for found in chosen for line in found.first),
        *scales,
        *([f"{INDENT}clock = LastSecond()"] if any("clock.ns" in line for line in lines) else ()),
    )
    return short_text(connection, product, "", first, lines), {found.channel.name: found for found in chosen}


def _told(found: Light, name: Name, path: str, venue: Venue) -> Light:
    """The light channel as a feed of its connection has it, which knows what the message is."""
    if name.whole:
        found = without_topic(found, path, venue)
    found = replace(found, lines=tuple("\n".join(found.lines).replace("scope.ids[", "ids[").split("\n")))
    found = spelled_times(found, venue)
    text = "\n".join(found.lines)
    for chain in found.spelled:
        # What JSON takes for an integer is spelled as Python spells it, but for -0.
        text = text.replace(f"str(integer({chain}))", f'{chain} if spelled({chain}) else "0"')
        text = text.replace(f"integer({chain})", f"spelled({chain})")
    found = with_numbers(replace(found, lines=tuple(text.split("\n"))))
    return iso_times(replace(found, lines=named_once(found.lines)), venue)


def _scales(lines: tuple[str, ...]) -> tuple[tuple[str, ...], list[str]]:
    """The lines with what scales sizes looked for once, and what looks for it."""
    text = "\n".join(lines)
    names: dict[str, str] = {}
    for number, each in enumerate(dict.fromkeys(_SCALES.findall(text))):
        names[each] = f"scales_{number + 1}" if number else "scales"
        text = text.replace(each, names[each])
    lines = tuple(_sizes(text.split("\n")))
    first = [f"{INDENT}{name} = {each}" for each, name in names.items()]
    known = [name for name in names.values() if any(f"known_{name}[" in line for line in lines)]
    return lines, first + [f"{INDENT}known_{name} = {name}.known" for name in known]


def _sizes(lines: list[str]) -> Iterator[str]:
    """The lines with what scales the sizes of one instrument looked up once, where several of its sizes are read.

    They are looked for in plain dicts, which are asked in half the time: what those lack is made, and is there from then on.
    """
    for number, line in enumerate(lines):
        yield line
        bare = line.lstrip()
        if not bare.startswith("row_id = ids["):
            continue
        pad = line[: len(line) - len(bare)]
        for end in range(number + 1, len(lines) + 1):
            if end == len(lines) or not lines[end].startswith(pad):
                break
        block = "\n".join(lines[number + 1 : end])
        for scales in dict.fromkeys(_OF_ROW.findall(block)):
            read = dict.fromkeys(re.findall(rf"\b{scales}\[row_id\]\[({_CHAIN})\]", block))
            names = {chain: chain.rpartition(".")[2] for chain in read}
            whole = "\n".join(lines)
            if len(set(names.values())) < 2 or any(_is_name(name, whole) for name in names.values()):
                continue
            sizes = scales.replace("scales", "sizes")
            for chain, name in names.items():
                block = block.replace(f"{scales}[row_id][{chain}]", name)
            given, told = ", ".join(names.values()), ", ".join(f"{sizes}[{chain}]" for chain in names)
            yield f"{pad}try:"
            yield f"{pad}{INDENT}{sizes} = known_{scales}[row_id].known"
            yield f"{pad}{INDENT}{given} = {told}"
            yield f"{pad}except KeyError:"
            yield f"{pad}{INDENT}{sizes} = {scales}[row_id]"
            yield f"{pad}{INDENT}{given} = {told}"
        lines[number + 1 : end] = block.split("\n")


def _is_name(name: str, text: str) -> bool:
    """Whether something there has the name already, that is no field and no argument."""
    return re.search(rf"(?<![.\w]){name}\b(?!=[^=])", text) is not None


def _path(found: Light, path: str, venue: Venue) -> str:
    """Where the message holds its name, "" where it is no text that is always there."""
    shape: Shape | None = venue.shapes[found.payload]
    way = []
    for key in path.split("."):
        item = shape.field_at(key) if shape is not None else None
        if item is None or item.type != item.type.required():
            return ""
        way.append(item.name)
        shape = venue.shapes.get(item.type.ref)
    return ".".join(way)


def _is_alone(found: Light, name: Name, path: str, venue: Venue) -> bool:
    """Whether its events are made of the message and of ids alone, and each of its numbers is looked at when it is read."""
    stateless = found.channel.state is None or found.first != ()
    asks = set(_SCOPE.findall("\n".join(found.lines))) <= _ASKED
    has_name = name.whole or _path(found, path, venue) != ""
    plain = not found.sides and not _holds_decimals(found, venue)
    return plain and has_name and asks and stateless and found.channel.spec.has is UNSET


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


def _feed(chosen: list[Light], known: dict[str, Name], path: str, venue: Venue) -> Iterator[str]:
    """The lines up to the end of `try`: what a frame begins with is compared with a whole name, or tells what it most likely is."""
    opening = ("".join(f'{{"{key}":' for key in path.split(".")) + '"').encode()
    others = [name.begins for name in known.values()]
    pad = INDENT * 2
    yield f"{pad}try:"
    pad += INDENT
    guessed = [found for found in chosen if not _is_compared(found, known, venue)]
    place = telling_place([known[found.channel.name].begins for found in guessed], others)
    if place is not None:
        yield f"{pad}byte = payload[{len(opening) + place}]"
    # Of whole names the first is compared at once; a byte tells which of the others it may be.
    later = [found for found in chosen[1:] if found not in guessed]
    turn = (
        telling_place([known[found.channel.name].begins for found in later], others) if not guessed else None
    )
    for found in chosen:
        own, inner = known[found.channel.name], pad + INDENT
        if turn is not None and found is later[0]:
            yield f"{pad}byte = payload[{len(opening) + turn}]"
        if found in guessed:
            yield f"{pad}# {comment(own.begins.decode().removesuffix(chr(34)))}"
            asked = " and ".join(_guess(own.begins, others, len(opening), place))
        else:
            head = opening + own.begins
            asked = f"payload[:{len(head)}] == {head!r}"
            if turn is not None and found in later:
                asked = f"byte == {own.begins[turn]} and {asked}"
            elif found.event not in BUSY:  # for all that comes after it a byte is compared sooner
                (at, byte), *_ = tests(own.begins, others, len(opening))
                asked = f"payload[{at}] == {byte} and {asked}"
        if any("spelled(" in line for line in found.lines):  # it would take blanks around a number
            asked += " and BLANK not in payload and BACKSLASH not in payload"
        yield f"{pad}if {asked}:"
        yield f"{inner}message = {_decode(found)}(payload)"
        if not own.whole:
            yield f"{inner}if message.{_path(found, path, venue)} in {found.channel.name}_topics:"
            inner += INDENT
        yield f"{inner}out{': list[Event]' if found is chosen[0] else ''} = []"
        yield from (inner[len(INDENT) :] + line for line in found.lines)
        yield f"{inner}return out"
    yield f"{pad}return rest(payload, ts_init)"


def _is_compared(found: Light, known: dict[str, Name], venue: Venue) -> bool:
    """Whether the whole of its name is compared, since decoding does not look at all of it."""
    return known[found.channel.name].whole and not venue.shapes[found.payload].tag_key


def _guess(own: bytes, others: list[bytes], start: int, place: int | None) -> Iterator[str]:
    """What tells a name from the others, of which one byte is known where there is a place for it."""
    if place is not None:
        yield f"byte == {own[place]}"
        others = [other for other in others if len(other) > place and other[place] == own[place]]
        if set(others) <= {own}:
            return
    # Most others fail where the fewest do: the byte that was looked for last is the one that is seldom the same.
    yield from (f"payload[{at}] == {byte}" for at, byte in reversed(tests(own, others, start)))
