"""Busy messages decoded to no more than their events need: decimals stay text that is looked up, sides of a book stay JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman_generator.emit.body import INDENT, body
from dragoman_generator.emit.sides import reads_levels, side_chains, sided
from dragoman_generator.emit.structs import refs
from dragoman_generator.ir.types import Field, Shape, WireType
from dragoman_generator.ir.venue import Channel, EachOut, EventOut, Imports, Out, Venue
from dragoman_generator.language.state import BookSync, Consecutive

BUSY = {"TradeTick": 0, "QuoteTick": 1, "OrderBookDeltas": 2, "OrderBookDepth10": 3}
"""The events that are worth a way of their own, the most frequent first."""
_DEFAULTED = re.compile(r'\(((\w+)\.[\w.]+) if \1 is not None else ("[\w ]*")\) (==|!=) ("[\w ]*")')
_ASKED = re.compile(r"^ *if .*:$", re.MULTILINE)
_REMEMBERED = {
    "": ("finite", "DECIMALS"),
    ">0": ("positive", "POSITIVE"),
    ">=0": ("not_negative", "NOT_NEGATIVE"),
}
"""Bounds -> what checks them, and what remembers the texts that were checked."""
_CHECKED = tuple(_REMEMBERED.values())
_OPEN = re.compile(r"\b([A-Z]\w*_MEANS)\.read\(([\w.]+), scope\)")
"""A value of an open enum; one that is not known costs the message its light way, so that it is counted."""


@dataclass(frozen=True)
class Variant:
    """A record whose Struct is another one's, but for the types of some fields."""

    name: str
    of: str
    inner: tuple[str, ...]
    """The variants of the records in it."""
    types: tuple[tuple[str, str], ...]
    """Field that is kept as it came -> its annotation; None for one that is passed over."""


@dataclass(frozen=True)
class Light:
    """One busy channel: what its messages are decoded to, and the lines that make events of it and nothing else."""

    channel: Channel
    event: str
    """The most frequent of its events."""
    payload: str
    kind: str
    variants: tuple[Variant, ...]
    lines: tuple[str, ...]
    imports: Imports
    spelled: tuple[str, ...] = ()
    """What it reads of its messages that is an integer in text."""
    sides: bool = False
    """Whether it holds sides of a book."""
    reads_levels: bool = False
    """Whether it is a way for those alone that read every level."""
    first: tuple[str, ...] = ()
    """What a feed finds once for it, where its records are merged; then it has no other light way."""


def light(channel: Channel, venue: Venue) -> Light | None:
    """The channel's light way; None where its events are rare, or need more than what the message holds."""
    payload = channel.payload
    shape = venue.shapes.get(payload.ref) if payload is not None and payload.kind == "record" else None
    events = [event.type_name for event in _events(channel.out) if event.type_name in BUSY]
    if shape is None or not events or captured(payload, venue):
        return None
    if (
        channel.gather is not None
        or channel.head
        or not isinstance(channel.state, BookSync | Consecutive | None)
    ):
        return None
    out = channel.out
    if isinstance(channel.state, Consecutive):
        # Where ids are counted, the message takes the usual way.
        out = tuple(replace(item, put=()) if isinstance(item, EventOut) else item for item in out)
    ensured: dict[str, str] = {}
    if all(isinstance(item, EventOut) for item in out):
        out, ensured = _bounds_of(out, shape)
    known = {"message": shape, **_rows(out, {"message": shape}, venue.shapes)}
    lines, imports = body(sided(out))
    if not _only_handed(lines, known, venue.shapes):
        lines, imports = body(out)
    # A message that a machine has seen part of is not looked at again, so that its rows stay apart.
    text = "\n".join(lines if isinstance(channel.state, BookSync) else _unisolated(lines))
    uses = _Uses(venue.shapes, text, known)
    if uses.is_handed_on():
        return None
    kept = uses.kept()
    variants = tuple(_variants(shape, kept, venue.shapes))
    text = _DEFAULTED.sub(_compared, uses.as_text(kept, ensured))
    text = _OPEN.sub(r"\1.means[\2]", text)
    for check, memo in (each for each in _REMEMBERED.values() if each[1] != "DECIMALS"):
        text = re.sub(rf"\b{check}\(DECIMALS\[([\w.]+)\]\)", rf"{memo}[\1]", text)
    text = _ASKED.sub(lambda match: re.sub(r"\bbool\(([\w.]+)\)", r"\1", match[0]), text)
    kind = f"{shape.name}Text" if variants else shape.name
    return Light(
        channel,
        min(events, key=BUSY.__getitem__),
        shape.name,
        kind,
        variants,
        tuple(text.split("\n")),
        imports,
        uses.spelled(kept),
        bool(side_chains(text)),
        reads_levels(text),
    )


def _only_handed(lines: list[str], known: Mapping[str, Shape], shapes: Mapping[str, Shape]) -> bool:
    """Whether the sides of a book are handed on, and nothing else of their message asks what is in them."""
    text = "\n".join(lines)
    for chain in side_chains(text):
        last = _last(chain, known, shapes)
        if (
            last is None
            or not _is_side(last, shapes)
            or len(re.findall(rf"\b{re.escape(chain)}\b", text)) > 1
        ):
            return False
    return True


def _events(out: Iterable[Out]) -> Iterator[EventOut]:
    for item in out:
        if isinstance(item, EachOut):
            yield from _events(item.body)
        else:
            yield item


def _bounds_of(out: tuple[Out, ...], shape: Shape) -> tuple[tuple[Out, ...], dict[str, str]]:
    """The events without the condition that a price is positive, which is asked once, when its text is remembered."""
    ensured: dict[str, str] = {}
    left: list[Out] = []
    for item in out:
        assert isinstance(item, EventOut)
        asked = (
            re.fullmatch(r"finite\((message\.(\w+))\) > 0", item.ensure[0].text)
            if item.ensure is not None
            else None
        )
        if asked is not None and _is_text(shape.field(asked[2])):
            ensured[asked[1]] = "POSITIVE"
            item = replace(item, ensure=None)
        left.append(item)
    return tuple(left), ensured


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


def _unisolated(lines: Iterable[str]) -> Iterator[str]:
    """The lines with rows that are not kept apart: a fault costs the message its light way, and nothing else."""
    inside: list[str] = []
    skips = False
    for line in lines:
        pad = line[: len(line) - len(line.lstrip())]
        if skips:
            skips = False
        elif line.lstrip() == "try:":
            inside.append(pad)
        elif inside and pad == inside[-1] and line.lstrip().startswith("except ROW_ERRORS"):
            inside.pop()
            skips = True
        else:
            yield line[len(INDENT) * len(inside) :]


def _rows(out: Iterable[Out], known: Mapping[str, Shape], shapes: Mapping[str, Shape]) -> dict[str, Shape]:
    """Variable of a loop -> the shape of its rows, as far as a list of a known record is gone through."""
    found: dict[str, Shape] = {}
    for item in out:
        if isinstance(item, EachOut):
            last = _last(item.source.text, {**known, **found}, shapes)
            inner = last.type.item if last is not None and last.type.kind == "list" else None
            if inner is not None and inner.kind == "record" and inner.ref in shapes:
                found[item.variable] = shapes[inner.ref]
            found |= _rows(item.body, {**known, **found}, shapes)
    return found


def _last(chain: str, known: Mapping[str, Shape], shapes: Mapping[str, Shape]) -> Field | None:
    """The last field of `message.data.price`; None for anything else."""
    way = list(_walk(chain, known, shapes))
    return way[-1][1] if way and len(way) == chain.count(".") else None


def _walk(
    chain: str, known: Mapping[str, Shape], shapes: Mapping[str, Shape]
) -> Iterator[tuple[Shape, Field]]:
    """The fields along `message.data.price` with their shapes, as far as they are plain records."""
    head, *names = chain.split(".")
    shape = known.get(head)
    for name in names:
        item = shape.field(name) if shape is not None else None
        if shape is None or item is None:
            return
        yield shape, item
        shape = shapes.get(item.type.ref) if item.type.kind == "record" and not item.type.optional else None


def _is_text(field: Field | None) -> bool:
    """Whether it is a decimal that is always there, as text."""
    return field is not None and field.type.kind == "dec" and field.type == field.type.required()


def _is_number(field: Field) -> bool:
    """Whether it is a JSON number that is always there."""
    return field.type.kind == "dec_num" and field.type == field.type.required()


def _is_integer(field: Field) -> bool:
    """Whether it is an integer that is always there, as text or not."""
    return field.type.kind == "int_text" and field.type == field.type.required()


def _is_side(field: Field, shapes: Mapping[str, Shape]) -> bool:
    """Whether it is a list of book levels that is always there."""
    kind = field.type
    inner = kind if kind.kind == "levels" else kind.item
    shape = shapes.get(inner.ref) if inner is not None else None
    return (
        kind == kind.required() and kind.kind in {"list", "levels"} and shape is not None and shape.is_level
    )


class _Uses:
    """What the lines of a message read of it."""

    def __init__(self, shapes: Mapping[str, Shape], text: str, known: Mapping[str, Shape]) -> None:
        self.shapes, self.text, self.known = shapes, text, known
        self.chains = re.compile(rf"\b(?:{'|'.join(known)})(?:\.[A-Za-z_]\w*)+\b(?!\()")

    def is_handed_on(self) -> bool:
        """Whether a record as a whole goes anywhere but to the machine of its channel and to what sets bad rows aside."""
        apart = ("scope.machines[", "scope.bad_row(")
        lines = [line for line in self.text.split("\n") if not any(each in line for each in apart)]
        return re.search(rf"(?<!for )\b(?:{'|'.join(self.known)})\b(?![.\w])", "\n".join(lines)) is not None

    def kept(self) -> dict[tuple[str, str], str]:
        """(shape, field) -> what it is decoded to: decimals to text, sides that are handed on to JSON."""
        handed = side_chains(self.text)
        found: dict[tuple[str, str], str] = {}
        for chain in self.chains.findall(self.text):
            way = list(_walk(chain, self.known, self.shapes))
            if not way:
                continue
            shape, item = way[-1]
            place = shape.name, item.name
            whole = len(way) == chain.count(".")
            if whole and _is_number(item) and self.only_checked(chain):
                found[place] = "int" if _scaling(chain) in self.text else "Raw"
            elif whole and (_is_text(item) or (_is_integer(item) and f"integer({chain})" in self.text)):
                found[place] = "str"
            elif chain in handed and _is_side(item, self.shapes):
                found[place] = "Raw"
        return found

    def only_checked(self, chain: str) -> bool:
        """Whether a number is never read but by what checks it."""
        checked = sum(
            len(re.findall(rf"\b{check}\({re.escape(chain)}\)", self.text)) for check, _ in _CHECKED
        )
        return checked == len(re.findall(rf"\b{re.escape(chain)}\b(?![.\w])", self.text))

    def spelled(self, kept: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
        """The chains whose integers are sure to be texts."""
        found = []
        for chain in dict.fromkeys(self.chains.findall(self.text)):
            way = list(_walk(chain, self.known, self.shapes))
            if len(way) != chain.count(".") or not way:
                continue
            shape, item = way[-1]
            if item.type.kind == "ts_text" or (_is_integer(item) and (shape.name, item.name) in kept):
                found.append(chain)
        return tuple(found)

    def as_text(self, kept: Mapping[tuple[str, str], str], ensured: Mapping[str, str]) -> str:
        """The lines with decimals looked up by their text."""
        text = self.text
        for chain in sorted(set(self.chains.findall(text)), key=len, reverse=True):
            way = list(_walk(chain, self.known, self.shapes))
            if not way or len(way) != chain.count("."):
                continue
            shape, item = way[-1]
            how = kept.get((shape.name, item.name))
            if how is not None and _is_number(item):
                text = _numbers_read(text, chain, how)
                continue
            if how != "str" or not _is_text(item):
                continue
            check, memo = _REMEMBERED.get(item.type.bounds, ("", "DECIMALS"))
            memo = ensured.get(chain, memo)
            if check:
                text = text.replace(f"{check}({chain})", chain)
            made = f"{memo}[{chain}]"
            text = re.sub(rf"\b{re.escape(chain)}\b(?![.\w])", made, text)
            # Two decimals compare faster than a decimal and an integer.
            text = re.sub(rf"({re.escape(made)}) ([<>=!]=?) (\d+)\b", r'\1 \2 Decimal("\3")', text)
        return text


def _scaling(chain: str) -> str:
    """How a number is read that an instrument's factor scales."""
    return f"multiply(not_negative({chain}), scope.factor("


def _numbers_read(text: str, chain: str, how: str) -> str:
    """The lines with a JSON number looked up: by its text, or where it is whole and scaled by itself."""
    scaling = _scaling(chain)
    while how == "int" and (start := text.find(scaling)) >= 0:
        inside = start + len(scaling)
        end = inside
        depth = 2
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        instrument, factor = text[inside : end - 2].split(", ", 1)
        text = f"{text[:start]}scope.scales({factor})[{instrument}][{chain}]{text[end:]}"
    spelled = f"str({chain})" if how == "int" else f'str({chain}, "ascii")'
    for check, memo in _CHECKED:
        text = text.replace(f"{check}({chain})", f"{memo}[{spelled}]")
    return text


def _compared(match: re.Match[str]) -> str:
    """A comparison whose default decides as None itself would; most often it is None, which a text is slow to be compared with."""
    value, _, default, operator, wanted = match.groups()
    if default == wanted:
        return match[0]
    return f"({value} is None or {value} != {wanted})" if operator == "!=" else f"{value} == {wanted}"


def _variants(
    shape: Shape, kept: Mapping[tuple[str, str], str], shapes: Mapping[str, Shape]
) -> list[Variant]:
    """What becomes of the shape and of those inside it, the inner ones first, where any of their fields is kept as it came."""
    made: dict[str, Variant | None] = {}
    ordered: list[Variant] = []

    def visit(of: Shape) -> str:
        if of.name not in made:
            made[of.name] = None  # a shape that holds itself stays what it is there
            types = tuple(
                (item.name, kept[of.name, item.name]) for item in of.fields if (of.name, item.name) in kept
            )
            inside = dict.fromkeys(
                ref
                for item in of.fields
                for ref in refs(item.type)
                if ref in shapes and not shapes[ref].is_vendors
            )
            inner = tuple(name for ref in inside if (name := visit(shapes[ref])))
            if types or inner:
                made[of.name] = found = Variant(f"{of.name}Text", of.name, inner, types)
                ordered.append(found)
        changed = made[of.name]
        return "" if changed is None else changed.name

    visit(shape)
    return ordered
