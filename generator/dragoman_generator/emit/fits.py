"""What reports of orders, fills, positions and accounts depend on in a payload, so that one can be fitted to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman_generator.emit.backwards import nodes
from dragoman_generator.emit.located import locate
from dragoman_generator.emit.said import said_in
from dragoman_generator.expr.errors import ExprError
from dragoman_generator.expr.nodes import Expr, Literal, Name
from dragoman_generator.expr.parser import parse
from dragoman_generator.ir.types import Shape, WireType
from dragoman_generator.ir.venue import Channel, Code, Operation, Reply, Venue
from dragoman_generator.resolve.names import literal

REPORTS = frozenset({"OrderStatusReport", "FillReport", "PositionStatusReport", "AccountState"})
EVENTS = frozenset({"OrderAccepted", "OrderTriggered"})
"""Events of an order that a private channel may tell in place of a report."""
_PARTED = frozenset({"balances", "margins"})
_CODECS = frozenset({"json", "json_lines"})
_WORDS = frozenset({"const", "table", "scale", "usual"})
_READ = re.compile(r"(?:message|entry\[\d\])((?:\.\w+(?:\[\d\](?=\.))?)+)")
_PLACE = re.compile(r"\[\d\]")
_WRITTEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(?<![\w."])(-?\d+)(?![\w."])')
_PLAIN = "="

Paths = dict[str, None]


@dataclass
class EmittedFacts:
    """One report: `at` is the list that it is read from, `data[].`; `needs` are the fields that each of its fields looks at."""

    type: str
    at: str
    needs: dict[str, tuple[str, ...]]


@dataclass
class FitFacts:
    """One source: its reports, the fields that decide whether there are any, and literals that fields are compared with."""

    made: list[EmittedFacts] = field(default_factory=list)
    decides: Paths = field(default_factory=dict)
    tries: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    said: dict[str, Any] = field(default_factory=dict)
    """What simulated venues say, whatever else would mean the same."""
    orders: str = ""
    """`plain` or `conditional` where it tells no others."""


@dataclass(frozen=True)
class _Frame:
    """A record that a mapping sees by its own name, with what stands before its fields' paths."""

    variable: str
    shape: Shape
    prefix: str


class Fitting:
    """Reads the mappings of one venue for what they look at."""

    def __init__(self, venue: Venue) -> None:
        self.venue = venue

    def source(self, owner: Channel | Operation) -> FitFacts | None:
        """None for a source without reports, or whose payload is no JSON."""
        commanded = isinstance(owner, Operation) and owner.spec.class_ == "command"
        if owner.payload is None or not (commanded or (REPORTS | EVENTS).intersection(owner.gives)):
            return None
        if isinstance(owner, Channel) and self._codec(owner) not in _CODECS:
            return None
        facts = FitFacts()
        payload = owner.payload
        frames: list[_Frame] = []
        if payload.kind in ("list", "many"):
            rows = self._shape(payload.item)
        elif owner.shape is not None:
            rows = None
            frames = [_Frame("message", owner.shape, "")]
        else:
            return None
        lets = {name: str(text) for name, text in getattr(owner.spec, "let", {}).items()}
        self._entries(owner.spec.emit, frames, rows, lets, (), facts)
        if simulated := self.venue.merged.simulated:
            facts.said = said_in(owner, self.venue)
            facts.orders = simulated.orders.get(owner.name, "")
        return facts if facts.made else None

    def _codec(self, channel: Channel) -> str:
        return self.venue.connections[channel.spec.connection].spec.codec

    # -- walking -------------------------------------------------------------------------------------------------------

    def _entries(
        self,
        emit: Any,
        frames: list[_Frame],
        rows: Shape | None,
        lets: Mapping[str, str],
        conditions: tuple[str, ...],
        facts: FitFacts,
    ) -> None:
        for entry in emit if isinstance(emit, list) else [emit]:
            for name, words in entry.items():
                said = (*conditions, str(words["when"])) if "when" in words else conditions
                if name == "where":
                    self._entries(words["emit"], frames, rows, lets, said, facts)
                elif name == "each":
                    inner = self._inner(words, frames, rows)
                    if inner is not None:
                        self._entries(words["emit"], [inner, *frames], None, lets, said, facts)
                elif name in REPORTS or name in EVENTS:
                    self._report(name, words, frames, rows, lets, said, facts)

    def _inner(self, words: Mapping[str, Any], frames: list[_Frame], rows: Shape | None) -> _Frame | None:
        """The row of a fan-out; None for one of another kind than a list of records."""
        name = str(words.get("as", "row"))
        text = str(words["in"]).removeprefix(_PLAIN).strip()
        if text == "rows" and rows is not None:
            return _Frame(name, rows, "[].")
        found = self._located(parse(text), frames)
        if found is None:
            return None
        path, kind = found
        if kind.kind in ("list", "many"):
            shape = self._shape(kind.item)
            return None if shape is None else _Frame(name, shape, f"{path}[].")
        shape = self._shape(kind)
        return None if shape is None else _Frame(name, shape, f"{path}.")

    def _report(
        self,
        name: str,
        words: Mapping[str, Any],
        frames: list[_Frame],
        rows: Shape | None,
        lets: Mapping[str, str],
        conditions: tuple[str, ...],
        facts: FitFacts,
    ) -> None:
        at = frames[0].prefix if frames else ""
        made = EmittedFacts(name, at if at.endswith("[].") else _list_of(at), {})
        for condition in conditions:
            facts.decides.update(self._paths(condition, frames, lets, facts))
        for word in ("ensure", "product"):
            if str(words.get(word, "")).startswith(_PLAIN):
                facts.decides.update(self._paths(str(words[word]), frames, lets, facts))
        for key, said in words.items():
            if key in ("when", "ensure", "product", "usual", "info"):
                continue
            if isinstance(said, dict) and "rows_of" in said:
                self._listed(made, key, said, frames, rows, lets, facts)
                continue
            if key in _PARTED and isinstance(said, list) and len(said) == 1:
                made.needs[key] = (made.at,)
                for part, value in said[0].items():
                    if paths := self._paths(value, frames, lets, facts):
                        made.needs[f"{key}.{part}"] = tuple(paths)
                continue
            found = self._paths(said, frames, lets, facts)
            if found:
                made.needs["instrument_id" if key == "instrument" else key] = tuple(found)
        if "instrument" not in words and (symbol := self._symbol(frames)):
            made.needs["instrument_id"] = (symbol,)
        facts.made.append(made)

    def _listed(
        self,
        made: EmittedFacts,
        key: str,
        said: Mapping[str, Any],
        frames: list[_Frame],
        rows: Shape | None,
        lets: Mapping[str, str],
        facts: FitFacts,
    ) -> None:
        """Balances or margins of a list: their parts by `balances.free`, the list itself by `balances`."""
        text = str(said["rows_of"]).removeprefix(_PLAIN).strip()
        place, shape = ("[].", rows) if text == "rows" and not frames else ("", None)
        found = self._located(parse(text), frames)
        if found is not None:
            place, shape = f"{found[0]}[].", self._shape(found[1].item)
        if shape is None:
            return
        made.needs[key] = (place,)
        inner = [_Frame("each", shape, place), *frames]
        for part, value in said.items():
            if part != "rows_of" and (paths := self._paths(value, inner, lets, facts)):
                made.needs[f"{key}.{part}"] = tuple(paths)

    def _symbol(self, frames: list[_Frame]) -> str:
        for frame in frames:
            names = [item.name for item in frame.shape.fields if item.type.kind == "sym"]
            if len(names) == 1:
                return f"{frame.prefix}{names[0]}"
        return ""

    # -- values --------------------------------------------------------------------------------------------------------

    def _paths(self, said: Any, frames: list[_Frame], lets: Mapping[str, str], facts: FitFacts) -> Paths:
        """Every field that a mapped value looks at, in the order that it is written."""
        found: Paths = {}
        if isinstance(said, dict):
            for key, value in said.items():
                if key not in _WORDS:
                    found.update(self._paths(value, frames, lets, facts))
        elif isinstance(said, list):
            for value in said:
                found.update(self._paths(value, frames, lets, facts))
        elif isinstance(said, str):
            try:
                tree = parse(said.removeprefix(_PLAIN).strip())
            except ExprError:
                return found
            self._note(tree, frames, facts)
            covered: set[int] = set()
            for node in nodes(tree):
                if id(node) in covered:
                    continue
                place = self._located(node, frames)
                if place is not None:
                    found[place[0]] = None
                    covered.update(id(part) for part in nodes(node))
                elif isinstance(node, Name) and node.name in lets:
                    rest = {name: text for name, text in lets.items() if name != node.name}
                    found.update(self._paths(lets[node.name], frames, rest, facts))
        return found

    def _note(self, tree: Expr, frames: list[_Frame], facts: FitFacts) -> None:
        """Literals beside the fields of one expression: values that may make a difference."""
        values = [
            node.value
            for node in nodes(tree)
            if isinstance(node, Literal)
            and isinstance(node.value, str | int)
            and not isinstance(node.value, bool)
        ]
        for node in nodes(tree):
            place = self._located(node, frames)
            if place is not None and place[1].kind in ("text", "sym", "int", "int_text"):
                known = facts.tries.get(place[0], ())
                kind = int if place[1].kind == "int" else str
                added = tuple(value for value in values if isinstance(value, kind))
                facts.tries[place[0]] = tuple(dict.fromkeys((*known, *added)))

    def _located(self, node: Expr, frames: list[_Frame]) -> tuple[str, WireType] | None:
        """(absolute path, type) of a field."""
        for index, frame in enumerate(frames):
            seen = [(frame.variable, frame.shape)]
            found = locate(node, seen, self.venue.shapes)
            if found is not None:
                return f"{frames[index].prefix}{found[0]}", found[1]
        return None

    def _shape(self, kind: WireType | None) -> Shape | None:
        return self.venue.shapes.get(kind.ref) if kind is not None and kind.ref else None


def _list_of(prefix: str) -> str:
    """The list that a record in a row belongs to."""
    return prefix[: prefix.rindex("[].") + 3] if "[]." in prefix else ""


# -- as text -----------------------------------------------------------------------------------------------------------


def fit_text(payload: str, facts: FitFacts) -> str:
    """The arguments of a Fit."""
    made = ", ".join(
        f"Fitted({literal(each.type)}, {literal(each.at)}, {literal(each.needs)})" for each in facts.made
    )
    arguments = [payload, f"({made},)"]
    if facts.decides:
        arguments.append(f"decides={literal(tuple(facts.decides))}")
    tries = {path: values for path, values in facts.tries.items() if values}
    if tries:
        arguments.append(f"tries={literal(tries)}")
    if facts.said:
        arguments.append(f"said={literal(facts.said)}")
    if facts.orders:
        arguments.append(f"orders={literal(facts.orders)}")
    return ", ".join(arguments)


def answer_text(payload: str, readings: Mapping[str, Code | None], rows: Code | None) -> str:
    """The arguments of an Answered: the paths of what an answer tells, and literals that it is compared with."""
    paths = {name: _reads(code) for name, code in readings.items() if code is not None}
    texts = [code.text for code in readings.values() if code is not None]
    arguments = [payload, literal({name: found for name, found in paths.items() if found})]
    if rows is not None:
        arguments.append(f"rows={literal(_reads(rows))}")
    if values := _literals(texts):
        arguments.append(f"tries={literal(values)}")
    return ", ".join(arguments)


def reply_text(reply: Reply) -> str:
    """The arguments of an Answered for a control message."""
    readings = {"id": reply.id, "code": reply.code, "message": reply.message, "when": reply.unless}
    return answer_text(reply.shape.name, readings, None)


def _reads(code: Code) -> tuple[str, ...]:
    """Fields; one of a row of a list that is named by its place stands under the list."""
    return tuple(dict.fromkeys(_PLACE.sub("[]", found[1:]) for found in _READ.findall(code.text)))


def _literals(texts: list[str]) -> tuple[str | int, ...]:
    def values() -> Iterator[str | int]:
        for text in texts:
            for quoted, number in _WRITTEN.findall(text):
                yield int(number) if number else quoted

    return tuple(dict.fromkeys(values()))
