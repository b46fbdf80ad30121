"""Wire types: absence said where it can be, times with their unit, positions that can be counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec import UNSET

from dragoman_generator.ir.types import INTEGER_KINDS
from dragoman_generator.ir.venue import Venue
from dragoman_generator.language.payload import FieldLike, FieldSpec, by_key
from dragoman_generator.lint.enums import fits
from dragoman_generator.lint.findings import Finding
from dragoman_generator.yaml.marks import Path

_INTEGERS = INTEGER_KINDS | {"int", "int_text"}
_NO_TEXT = frozenset({"bool", "int", "any", "list", "map", "many", "pad", *INTEGER_KINDS})
_TIME = re.compile(r"(?:.*_)?(?:time|timestamp|datetime|ts|tms)(?:_(?:s|ms|us|ns))?\Z")


@dataclass(frozen=True)
class Said:
    """One field as it was written, with its place."""

    path: Path
    wire: str
    spec: FieldSpec
    text: str
    """The wire type, without its name."""
    name: str

    @property
    def kind(self) -> str:
        """The innermost word: `dec` of `maybe<opt<dec>>`."""
        return re.split(r"[<>()\s]", re.sub(r"^(?:(?:maybe|opt)\s*<\s*)+", "", self.text), maxsplit=1)[0]

    @property
    def may_be_absent(self) -> bool:
        return self.text.startswith("maybe")


def said_fields(venue: Venue) -> Iterator[Said]:
    """Every field of every payload of the spec."""
    for row in said_rows(venue):
        yield from (item for item in row if item.wire != "_")
    spec = venue.merged
    for name, shape in spec.shapes.items():
        if shape.fields is not UNSET:
            yield from _fields(by_key(shape.fields), ("shapes", name, "fields"))
    for name, operation in spec.operations.items():
        if isinstance(operation.response, dict):
            yield from _fields(operation.response, ("operations", name, "response"))
    for name, channel in spec.channels.items():
        if isinstance(channel.payload, dict):
            yield from _fields(channel.payload, ("channels", name, "payload"))
    for name, connection in spec.connections.items():
        for key, reply in connection.replies.items():
            yield from _fields(by_key(reply.fields), ("connections", name, "replies", key, "fields"))


def said_rows(venue: Venue) -> Iterator[list[Said]]:
    """Every positional row."""
    for name, shape in venue.merged.shapes.items():
        if shape.row is not UNSET:
            yield _row(shape.row, ("shapes", name, "row"))
    for name, channel in venue.merged.channels.items():
        if channel.seq is not UNSET:
            yield _row(channel.seq, ("channels", name, "seq"))


def _row(items: Sequence[Mapping[str, FieldLike]], path: Path) -> list[Said]:
    found = []
    for index, item in enumerate(items):
        pairs = [(key, value) for key, value in item.items() if key not in {"since", "when"}]
        if len(pairs) == 1:
            found.append(_said(pairs[0][0], pairs[0][1], (*path, index, pairs[0][0]), item.get("since")))
    return found


def _fields(fields: Mapping[str, FieldLike], path: Path) -> Iterator[Said]:
    for wire, spec in fields.items():
        found = _said(wire, spec, (*path, wire))
        yield found
        if found.spec.fields is not UNSET:
            yield from _fields(by_key(found.spec.fields), (*path, wire, "fields"))


def _said(wire: str, spec: FieldLike, path: Path, since: object = None) -> Said:
    found = FieldSpec(type=spec) if isinstance(spec, str) else spec
    if isinstance(since, int):
        found = FieldSpec(
            type=found.type, since=since, none_is=found.none_is, empty=found.empty, bits=found.bits
        )
    text, _, name = ("" if found.type is UNSET else found.type).partition(" as ")
    return Said(
        path, wire, found, text.strip(), name.strip() or (found.as_ if found.as_ is not UNSET else wire)
    )


def absence(venue: Venue) -> Iterator[Finding]:
    """`maybe` and `opt` stand once, around what can be absent or null."""
    for item in said_fields(venue):
        text = item.text.replace(" ", "")
        if re.search(r"maybe<maybe<|opt<opt<|opt<maybe<", text):
            yield Finding(
                item.path,
                f"{item.text!r} says absence twice",
                "write maybe<opt<...>> for absent or null, else one of them",
            )
        elif re.search(r"(?:list|map|many)<maybe<", text):
            yield Finding(
                item.path, f"{item.text!r}: an item of a list can be null, not absent", "write opt<...>"
            )
        elif re.search(r"opt<any>", text):
            yield Finding(item.path, "'any' may be null by itself", "write any")
        if item.spec.const is not UNSET and (item.text.startswith(("maybe", "opt"))):
            yield Finding(
                item.path,
                f"a constant that may be absent tells nothing of {item.wire!r}",
                "leave out 'const' or 'maybe'",
            )


def stand_ins(venue: Venue) -> Iterator[Finding]:
    """Values that stand for absence are such as the wire type can hold; constants are plain."""
    for item in said_fields(venue):
        spec = item.spec
        if spec.empty is not UNSET and item.kind in _NO_TEXT:
            yield Finding((*item.path, "empty"), f"a value of type {item.kind!r} is never the empty text")
        for index, value in enumerate(spec.none_is if spec.none_is is not UNSET else ()):
            whole = isinstance(value, int) and not isinstance(value, bool)
            if item.kind in INTEGER_KINDS and not whole:
                yield Finding(
                    (*item.path, "none_is", index), f"{value!r} is no integer, and the field is one"
                )
            if item.kind in INTEGER_KINDS and whole and not _within(item.kind, value):
                yield Finding((*item.path, "none_is", index), f"{value} does not fit into {item.kind}")
        if isinstance(spec.const, int) and not fits(spec.const):
            yield Finding(
                (*item.path, "const"), f"{spec.const} is beyond what a decoder tells apart", "64 bits, signed"
            )
        if spec.const is not UNSET and not isinstance(spec.const, str | int):
            yield Finding((*item.path, "const"), "a constant is text, an integer, true or false")


def _within(kind: str, value: int) -> bool:
    bits = int(kind[1:])
    return 0 <= value < 1 << bits if kind.startswith("u") else -(1 << bits - 1) <= value < 1 << bits - 1


def times(venue: Venue) -> Iterator[Finding]:
    """An integer that is named like a time has a unit."""
    for item in said_fields(venue):
        if item.kind in _INTEGERS and _TIME.match(item.name.lower()):
            yield Finding(
                item.path,
                f"{item.name!r} is named like a time and has no unit",
                "write ts(s), ts(ms), ts(us) or ts(ns)",
            )


def flags(venue: Venue) -> Iterator[Finding]:
    """`bits` name the flags of an integer, each once."""
    for item in said_fields(venue):
        bits = item.spec.bits
        if bits is UNSET:
            continue
        names = [name for name in bits if name != "_"]
        if len(set(names)) != len(names):
            yield Finding((*item.path, "bits"), "two bits have one name")
        width = int(item.kind[1:]) if item.kind in INTEGER_KINDS else 64
        if item.text and item.kind not in _INTEGERS:
            yield Finding((*item.path, "bits"), f"bits are of an integer, and this is {item.kind}")
        elif len(bits) > width:
            yield Finding((*item.path, "bits"), f"{len(bits)} names, and the integer has {width} bits")


def rows(venue: Venue) -> Iterator[Finding]:
    """A position that may be absent has none behind it that must be there; versions only rise."""
    for row in said_rows(venue):
        absent = ""
        for item in row:
            if absent and not item.may_be_absent and item.spec.since is UNSET:
                yield Finding(
                    item.path,
                    f"{item.wire!r} stands behind {absent!r}, which may be absent",
                    "a row can only lack its end",
                )
            absent = item.wire if item.may_be_absent else absent
            since = 0 if item.spec.since is UNSET else item.spec.since
            if since < 0:
                yield Finding(item.path, f"there is no version {since}")


def sizes(venue: Venue) -> Iterator[Finding]:
    """Bytes are counted where text or filling is of fixed size, and of rows of groups; words of messages fit their types."""
    words = {"exponent": {"dec", "dec_num"}, "length": {"cstr", "pad", "sym", "text"}, "dimensions": {"list"}}
    for item in said_fields(venue):
        for word, kinds in words.items():
            if getattr(item.spec, word) is not UNSET and item.kind not in kinds:
                yield Finding((*item.path, word), f"{item.kind!r} has no use for {word!r}")
        fixed = item.kind in {"cstr", "pad", "sym", "text", "list"}
        if item.spec.size is not UNSET and not fixed:
            yield Finding(
                (*item.path, "size"),
                f"{item.kind!r} has no size to be said",
                "only text, filling and groups have",
            )
        elif item.spec.size is not UNSET and item.spec.size < 1:
            yield Finding((*item.path, "size"), f"a field can't have {item.spec.size} bytes")
