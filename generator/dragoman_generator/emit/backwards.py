"""What an `emit` block says when it is read from the event to the payload."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec import UNSET

from dragoman_generator.emit.located import locate
from dragoman_generator.expr.nodes import (
    Binary,
    Call,
    Conditional,
    Expr,
    ListLiteral,
    Literal,
)
from dragoman_generator.expr.parser import parse
from dragoman_generator.ir.types import Shape, WireType
from dragoman_generator.ir.venue import Channel, Operation, Venue
from dragoman_generator.language.state import BookSync, Consecutive, Lookup, Merge, PollDiff

_WORDS = frozenset({"when", "remove", "needs", "fire", "if_equal", "product", "price_type", "usual"})
_PASSED_ON = frozenset(
    {"normalize", "text", "dec", "int", "upper", "lower", "trim", "currency", "abs", "round_to", "max", "min"}
)
"""Functions whose value, given back as the first argument, gives the value: what is upper case stays so."""
_UNDONE = frozenset({"money", "before", "after", "negate", "div", "from_s", "from_ms", "from_us", "from_ns"})
_COMPARING = frozenset({"==", "!=", "in", "not in"})
_PARTS = frozenset({"starts_with", "ends_with", "contains"})
_CODECS = frozenset({"json", "json_lines"})
_WHOLE = (BookSync, Consecutive, Lookup, Merge, PollDiff)
"""Machines that a message which says everything needs no earlier one for."""

Read = tuple[str, tuple[str, ...]]
"""(path, functions between the path's value and the event's, the outermost first)."""


class NotInvertible(Exception):
    """The sentence says why events of this source can't be turned into payloads."""


@dataclass(frozen=True)
class MadeFacts:
    """One event of a source."""

    type: str
    reads: Mapping[str, Read]
    consts: Mapping[str, Any]
    usual: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class SourceFacts:
    """One channel or operation."""

    made: tuple[MadeFacts, ...]
    rows: str
    tries: Mapping[str, tuple[Any, ...]]


@dataclass
class Frames:
    """Records that a mapping sees, the innermost first, and the fields that only decide."""

    frames: list[tuple[str, Shape]]
    tries: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    record: tuple[str, Shape] | None = None
    """The record that a machine merges, whose fields are seen by their names alone."""

    def find(self, tree: Expr, shapes: Mapping[str, Shape]) -> tuple[str, WireType] | None:
        """As `locate`."""
        found = locate(tree, self.frames, shapes)
        if found is None and self.record is not None:
            place, shape = self.record
            inside = locate(tree, [("", shape)], shapes)
            found = None if inside is None else (f"{place}.{inside[0]}", inside[1])
        return found


class Inverter:
    """Reads the mappings of one venue backwards."""

    def __init__(self, venue: Venue) -> None:
        self.venue = venue

    def source(self, owner: Channel | Operation) -> SourceFacts:
        """Raises NotInvertible with the reason in words."""
        assert owner.payload is not None
        if isinstance(owner, Channel):
            codec = self.venue.connections[owner.spec.connection].spec.codec
            if codec not in _CODECS:
                raise NotInvertible(f"its codec is {codec}")
            if owner.state is not None and not isinstance(owner.state, _WHOLE):
                raise NotInvertible(
                    f"its machine, {type(owner.state).__struct_config__.tag}, goes by earlier messages"
                )
        pairs = entries(owner.spec.emit)
        frames = [("message", owner.shape)] if owner.shape is not None and not _is_rows(owner.payload) else []
        rows = ""
        by_level = self._by_level(pairs, owner.payload, frames)
        if by_level is not None:
            return by_level
        fans = [words for name, words in pairs if name == "each" and self._record(words, frames) is None]
        if fans:
            if len(pairs) > 1:
                raise NotInvertible("its events come of the message and of its rows")
            rows, frames, pairs = self._rows(fans[0], owner.payload, frames)
        seen = Frames(frames)
        if fans and "when" in fans[0]:
            self.decides(str(fans[0]["when"]), seen)
        state = owner.state if isinstance(owner, Channel) else None
        if isinstance(state, Merge) and isinstance(state.record, str):
            merged = locate(parse(state.record), frames, self.venue.shapes)
            shape = self.venue.shapes.get(merged[1].ref) if merged is not None else None
            if merged is not None and shape is not None and merged[1].kind == "record":
                seen.record = merged[0], shape
        if isinstance(state, BookSync) and state.snapshot.when is not UNSET:
            self.decides(state.snapshot.when, seen)
        made = tuple(event for name, words in pairs for event in self._events(name, words, seen))
        read = {
            path for event in made for name, (path, _) in event.reads.items() if not name.startswith("info.")
        }
        return SourceFacts(made, rows, {path: v for path, v in seen.tries.items() if path not in read})

    def _events(self, name: str, words: dict[str, Any], seen: Frames) -> Iterator[MadeFacts]:
        """One event, or those of a record in the message, whose fields are read by their whole path."""
        found = self._record(words, seen.frames) if name == "each" else None
        if found is None:
            yield self.made(name, words, seen)
            return
        place, shape = found
        inner = Frames([(str(words.get("as", "row")), shape), *seen.frames])
        if "when" in words:
            self.decides(str(words["when"]), inner)
        for kind, said in entries(words["emit"]):
            for event in self._events(kind, said, inner):
                reads = {key: (_outward(path, place), via) for key, (path, via) in event.reads.items()}
                yield MadeFacts(event.type, reads, event.consts, event.usual)
        seen.tries |= {_outward(path, place): values for path, values in inner.tries.items()}

    def _record(self, words: Any, frames: list[tuple[str, Shape]]) -> tuple[str, Shape] | None:
        """(path, shape) of the one record that an `each` is over, None where it is over a list."""
        if not isinstance(words, dict) or not isinstance(words.get("in"), str):
            return None
        found = locate(parse(words["in"].removeprefix("=").strip()), frames, self.venue.shapes)
        shape = (
            self.venue.shapes.get(found[1].ref) if found is not None and found[1].kind == "record" else None
        )
        return None if found is None or shape is None else (found[0], shape)

    def _rows(
        self, words: dict[str, Any], payload: WireType, frames: list[tuple[str, Shape]]
    ) -> tuple[str, list[tuple[str, Shape]], list[tuple[str, Any]]]:
        """(path of the list, records seen from a row, events of a row)."""
        place, kind = "$", payload.item
        found = locate(parse(str(words["in"]).removeprefix("=").strip()), frames, self.venue.shapes)
        if found is not None and found[1].kind in {"list", "many"}:
            place, kind = found[0], found[1].item
        elif words["in"] != "rows" or frames:
            raise NotInvertible("its rows are no list of the message")
        shape = self.venue.shapes.get(kind.ref) if kind is not None else None
        if shape is None:
            raise NotInvertible("its rows are no records")
        pairs = entries(words["emit"])
        if any(name == "each" for name, _ in pairs):
            raise NotInvertible("its rows have rows of their own")
        return place, [(str(words.get("as", "row")), shape), *frames], pairs

    def _by_level(
        self, pairs: list[tuple[str, Any]], payload: WireType, frames: list[tuple[str, Shape]]
    ) -> SourceFacts | None:
        """A book whose levels of both sides are rows of one list, as an event a level; None for any other source."""
        sides = [pairs[0][1].get(side) for side in ("bids", "asks")] if len(pairs) == 1 else []
        lists = {side.get("rows_of") for side in sides if isinstance(side, dict) and "when" in side}
        if len(sides) != 2 or len(lists) != 1 or None in lists:
            return None
        bids, asks = sides
        place, inner, _ = self._rows({"in": bids["rows_of"], "emit": {}}, payload, frames)
        seen = Frames(inner)
        for side in (bids, asks):
            self.decides(str(side["when"]), seen)
        reads = {name: self._read(bids[name], seen) for name in ("price", "size")}
        found = {name: read for name, read in reads.items() if read is not None}
        made = MadeFacts("OrderBookDelta", found | self._instrument(None, seen), {})
        return SourceFacts((made,), place, seen.tries)

    def made(self, name: str, words: dict[str, Any], seen: Frames) -> MadeFacts:
        """One event, with the fields that its own are read from."""
        reads: dict[str, Read] = {}
        consts: dict[str, Any] = {}
        for word in ("when", "product"):
            if (word == "when" and word in words) or str(words.get(word, "")).startswith("="):
                self.decides(str(words[word]), seen)
        for key, said in words.items():
            if key == "price_type" and isinstance(said, dict) and "const" in said:
                consts[key] = said["const"]
            if key in _WORDS or key == "instrument":
                continue
            if key == "info" and isinstance(said, dict):
                beyond = {f"info.{name}": self._read(path, seen) for name, path in said.items()}
                reads |= {name: read for name, read in beyond.items() if read is not None}
            elif isinstance(said, bool | int):
                consts[key] = said
            elif isinstance(said, dict) and "const" in said:
                if isinstance(said["const"], str | int):
                    consts[key] = said["const"]
            elif (read := self._read(said, seen)) is not None:
                reads[key] = read
        reads |= self._instrument(words.get("instrument"), seen)
        return MadeFacts(name, reads, consts, words.get("usual", {}))

    def _instrument(self, said: Any, seen: Frames) -> dict[str, Read]:
        """Where the wire key stands; a key of several parts is read part by part."""
        if isinstance(said, dict):
            parts = said.get("key", [said[word] for word in ("symbol", "venue") if word in said])
            parts = parts if isinstance(parts, list) else [parts]
            names = ["instrument"] if len(parts) == 1 else [f"instrument.{i}" for i in range(len(parts))]
            found = {name: self._read(part, seen) for name, part in zip(names, parts, strict=True)}
            return {name: read for name, read in found.items() if read is not None}
        if isinstance(said, str):
            read = self._read(said, seen)
            return {} if read is None else {"instrument": read}
        for variable, shape in seen.frames:
            symbols = [item.name for item in shape.fields if item.type.kind == "sym"]
            if len(symbols) == 1:
                outer = variable == "message" and len(seen.frames) > 1
                return {"instrument": (f"message.{symbols[0]}" if outer else symbols[0], ())}
        return {}

    # -- values --------------------------------------------------------------------------------------------------------

    def _read(self, said: Any, seen: Frames) -> Read | None:
        """The payload field that a mapped value comes from, None where no single one tells it."""
        if isinstance(said, dict):
            if "when" in said:
                self.decides(str(said["when"]), seen)
            if "rows_of" in said and "value" in said:
                return None
            if "table" in said:
                for path in said.get("by", {}).values():
                    self.decides(f"= {str(path).removeprefix('=')}", seen)
                return None
            whole = said.get("rows_of") if "when" not in said else None
            listed = said.get("first_of") or [said.get("path", whole)]
            return self._read(listed[0], seen) if isinstance(listed[0], str) else None
        if not isinstance(said, str):
            return None
        tree = parse(said.removeprefix("=").strip())
        found = self._value(tree, (), seen)
        self._candidates(tree, seen, bare=found is None)
        return found

    def _value(self, tree: Expr, via: tuple[str, ...], seen: Frames) -> Read | None:
        found = seen.find(tree, self.venue.shapes)
        if found is not None:
            return found[0], via
        if isinstance(tree, Binary) and tree.operator == "??":
            return self._value(tree.left, via, seen) or self._value(tree.right, via, seen)
        if isinstance(tree, Conditional):
            return self._value(tree.then, via, seen) or self._value(tree.otherwise, via, seen)
        if isinstance(tree, Binary) and tree.operator == "+":
            for side, other, word in ((tree.left, tree.right, "suffix"), (tree.right, tree.left, "prefix")):
                if isinstance(other, Literal) and isinstance(other.value, str):
                    return self._value(side, (*via, f"{word}:{other.value}"), seen)
            return self._value(tree.left, via, seen)
        if isinstance(tree, Call) and tree.name in _PASSED_ON:
            return self._value(tree.arguments[0], via, seen)
        if isinstance(tree, Call) and tree.name in _UNDONE:
            added = tree.name
            if tree.name in ("before", "after", "div"):
                separator = tree.arguments[1]
                if not isinstance(separator, Literal):
                    return None
                added = f"{tree.name}:{separator.value}"
            return self._value(tree.arguments[0], (*via, added), seen)
        return None

    # -- what only decides ---------------------------------------------------------------------------------------------

    def decides(self, said: str, seen: Frames) -> None:
        """Notes the fields that a condition looks at."""
        self._candidates(parse(said.removeprefix("=").strip()), seen, bare=True)

    def _candidates(self, tree: Expr, seen: Frames, *, bare: bool) -> None:
        """Notes every field that a condition of the tree tests, with values on both sides of the test."""
        for node in nodes(tree):
            if isinstance(node, Binary) and node.operator in _COMPARING:
                sides = (node.left, node.right)
                for side, other in (sides, sides[::-1]):
                    found = seen.find(_tested(side), self.venue.shapes)
                    if found is not None:
                        self.note(found, other, seen)
            elif isinstance(node, Call) and node.name in _PARTS and len(node.arguments) == 2:
                found = seen.find(_tested(node.arguments[0]), self.venue.shapes)
                if found is not None:
                    self.note(found, node.arguments[1], seen)
            elif bare or isinstance(node, Conditional):
                tested = node.condition if isinstance(node, Conditional) else node
                found = seen.find(tested, self.venue.shapes)
                if found is not None and found[1].kind in {"bool", "flag"}:
                    self.note(found, None, seen)

    def note(self, found: tuple[str, WireType], other: Expr | None, seen: Frames) -> None:
        """A field that something is compared with: values that may make the difference."""
        path, kind = found
        values: list[Any] = list(seen.tries.get(path, ()))
        if kind.kind == "bool":
            values += [True, False]
        elif kind.kind == "flag":
            values += kind.arg.split("/")
        elif kind.kind == "enum":
            values += [wire for wire, _ in self.venue.enums[kind.ref].values]
        elif isinstance(other, Literal) and isinstance(other.value, str | int):
            values += [None] if kind.optional else []
            values += [other.value, "" if isinstance(other.value, str) else 0]
        elif isinstance(other, ListLiteral):
            values += [
                each.value
                for each in other.items
                if isinstance(each, Literal) and isinstance(each.value, str | int)
            ]
        if values:
            seen.tries[path] = tuple(dict.fromkeys(values))


def _tested(tree: Expr) -> Expr:
    """The field inside a test: what a function is applied to, what a default stands in for."""
    while True:
        if isinstance(tree, Binary) and tree.operator == "??":
            tree = tree.left
        elif isinstance(tree, Call) and tree.arguments:
            tree = tree.arguments[0]
        else:
            return tree


def nodes(tree: Expr) -> Iterator[Expr]:
    """The tree's nodes, itself first."""
    yield tree
    for item in dataclasses.fields(tree):
        value = getattr(tree, item.name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Expr):
                yield from nodes(each)


def _is_rows(payload: WireType) -> bool:
    return payload.kind in {"list", "many"}


def entries(emit: Any) -> list[tuple[str, Any]]:
    """The entries of an emit block."""
    return [pair for entry in (emit if isinstance(emit, list) else [emit]) for pair in entry.items()]


def _outward(path: str, place: str) -> str:
    """A path that is seen from a record of the message, seen from the message."""
    return path.removeprefix("message.") if path.startswith("message.") else f"{place}.{path}"
