"""How a record is laid over the last one of its key, field by field, and what tells which records of a channel are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman_generator.emit.body import INDENT
from dragoman_generator.expr.types import List, Record, strip_opt
from dragoman_generator.ir.types import Field, Shape
from dragoman_generator.ir.venue import Channel, EachOut, Out, Venue
from dragoman_generator.language.state import Merge
from dragoman_generator.resolve.reading import Reading, held_as_text

_KEY = re.compile(r"key = (.+)")
_UPDATE = re.compile(r"merged = merge\.update\(key, ([\w.]+)(?:, (.+))?\)")


def laying(channel: Channel, state: Merge, venue: Venue) -> tuple[str, list[str]]:
    """The name of the function that lays the records of a channel over each other, and its lines."""
    key, subject, shape = _merged(channel, venue)
    assert shape is not None
    fields = [item for item in shape.fields if f"{subject}.{item.name}" != key]
    lines = [line for item in fields for line in lay(item, state, venue)] or ["pass"]
    name = f"_lay_{channel.name}"
    return name, [
        "",
        f"def {name}(record: Any, row: {shape.name}) -> None:",
        f'{INDENT}"""Put what a row says over what is kept."""',
        *(INDENT + line for line in lines),
        "",
    ]


def lay(item: Field, state: Merge, venue: Venue) -> Iterator[str]:
    """The lines that put what `row` says of a field over what is kept in `record`."""
    policy = state.empty.get(item.name, state.empty.get("default", "keep"))
    row, kept = f"row.{item.name}", f"record.{item.name}"
    empties = _may_be_empty(item, venue)
    if policy == "clear":
        value = f"{row} or None" if empties and not _is_list(item, venue) else row
        yield from (f"if {row} is not {absent(item)}:", f"{INDENT}{kept} = {value}")
    elif empties:
        yield from (f"if {row}:", f"{INDENT}{kept} = {row}")
    elif item.type == item.type.required():
        yield f"{kept} = {row}"
    else:
        yield from (f"if {row} is not None:", f"{INDENT}{kept} = {row}")


def absent(item: Field) -> str:
    """What a field is that a row did not bring; a null is brought where it clears its field."""
    return "ABSENT" if item.marks_absence else "None"


def is_there(item: Field, subject: str, venue: Venue) -> str:
    """The test that a field of a record is there, as conditions word it."""
    chain = f"{subject}.{item.name}"
    return chain if is_text(item, venue) else f"{chain} is not None"


def is_text(item: Field, venue: Venue) -> bool:
    """Whether a field is a text on the wire, which may be empty."""
    return _annotation(item, venue) == "str" or held_as_text(item.type)


def _may_be_empty(item: Field, venue: Venue) -> bool:
    """Whether a field that is false is empty: a text, a list, or an enum's word for nothing."""
    enum = venue.enums.get(item.type.ref) if item.type.kind == "enum" else None
    says_nothing = enum is not None and any(wire == "" for wire, _ in enum.values)
    return says_nothing or is_text(item, venue) or _is_list(item, venue)


def _is_list(item: Field, venue: Venue) -> bool:
    return _annotation(item, venue).startswith("list[")


def _annotation(item: Field, venue: Venue) -> str:
    return Reading(venue.shapes, venue.enums).annotation(item.type.required())


# -- what the machine was told ----------------------------------------------------------------------------------------


def _merged(channel: Channel, venue: Venue) -> tuple[str, str, Shape | None]:
    """(key, record, its shape) of what a channel merges."""
    if channel.head:
        key, subject, _ = told(channel.head)
        return key, subject, subject_shape(channel, subject, venue)
    for each in _each(channel.out):
        key, subject, _ = told(each.head)
        if key:
            return key, subject, venue.shapes.get(shape_of(each))
    return "", "", None


def _each(out: Iterable[Out]) -> Iterator[EachOut]:
    for item in out:
        if isinstance(item, EachOut):
            yield item
            yield from _each(item.body)


def told(head: tuple[str, ...]) -> tuple[str, str, str]:
    """(key, record, when the record is a full one) of the lines that merge; all empty where they are others."""
    text = "\n".join(head)
    key, update = _KEY.search(text), _UPDATE.search(text)
    return (key[1], update[1], update[2] or "") if key and update else ("", "", "")


def shape_of(each: EachOut) -> str:
    """The shape of the rows of a list."""
    listed = each.source.type
    row = strip_opt(listed.inner) if isinstance(listed, List) else None
    return row.name if isinstance(row, Record) else ""


def subject_shape(channel: Channel, subject: str, venue: Venue) -> Shape | None:
    """The shape of the message or of a record that always stands in it."""
    shape = channel.shape
    for name in subject.split(".")[1:]:
        item = shape.field(name) if shape is not None else None
        kind = item.type if item is not None else None
        shape = venue.shapes.get(kind.ref) if kind is not None and kind == kind.required() else None
    return shape
