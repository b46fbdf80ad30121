"""Mappings of rows that have rows of their own, read backwards: every field by its absolute path, `markets[].runners[].id`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman_generator.emit.backwards import Frames, Inverter, MadeFacts, NotInvertible, entries
from dragoman_generator.emit.located import locate
from dragoman_generator.expr.nodes import Expr
from dragoman_generator.expr.parser import parse
from dragoman_generator.ir.types import Shape, WireType
from dragoman_generator.ir.venue import Channel, Operation

ROW = "[]."


@dataclass(frozen=True)
class DeepFacts:
    """Events of one innermost list `at`; `tries` are the fields that only decide."""

    made: tuple[MadeFacts, ...]
    at: str
    tries: Mapping[str, tuple[Any, ...]]


@dataclass
class Deep(Frames):
    """Records that a mapping sees, each with what stands before its fields' paths."""

    prefixes: list[str] = field(default_factory=list)

    def find(self, tree: Expr, shapes: Mapping[str, Shape]) -> tuple[str, WireType] | None:
        """As `locate`, with the absolute path."""
        for frame, prefix in zip(self.frames, self.prefixes, strict=True):
            found = locate(tree, [frame], shapes)
            if found is not None:
                return f"{prefix}{found[0]}", found[1]
        return None

    def inside(self, name: str, shape: Shape, prefix: str) -> Deep:
        """The same with one more record in front; what decides is noted in one place."""
        return Deep([(name, shape), *self.frames], self.tries, None, [prefix, *self.prefixes])


class DeepReader:
    """Reads the fan-outs of one channel or operation; `kinds` are the events that are looked for."""

    def __init__(self, inverter: Inverter, kinds: Collection[str]) -> None:
        self.inverter = inverter
        self.kinds = kinds

    def facts(self, owner: Channel | Operation) -> DeepFacts:
        """Raises NotInvertible where there are no such events, or where they are in several lists."""
        assert owner.payload is not None
        seen = Deep([], {}, None, [])
        if owner.payload.kind not in ("list", "many") and owner.shape is not None:
            seen = seen.inside("message", owner.shape, "")
        found = list(self._events(owner.spec.emit, seen, owner.payload))
        places = {at for at, _ in found}
        if len(places) != 1:
            raise NotInvertible("its rows have rows of their own")
        made = tuple(each for _, each in found)
        read = {path for each in made for path, _ in each.reads.values()}
        tries = {path: values for path, values in seen.tries.items() if path not in read}
        return DeepFacts(made, places.pop(), tries)

    def _events(self, emit: Any, seen: Deep, payload: WireType) -> Iterator[tuple[str, MadeFacts]]:
        for name, words in entries(emit):
            if name == "each":
                inner = self._inner(words, seen, payload)
                if inner is not None:
                    yield from self._events(words["emit"], inner, payload)
            elif name in self.kinds:
                at = seen.prefixes[0] if seen.prefixes else ""
                self._tables(words, seen)
                yield at[: at.rindex(ROW) + len(ROW)] if ROW in at else "", self.inverter.made(
                    name, words, seen
                )

    def _inner(self, words: Mapping[str, Any], seen: Deep, payload: WireType) -> Deep | None:
        """The records of a fan-out; None for a list of anything else."""
        text = str(words["in"]).removeprefix("=").strip()
        shapes = self.inverter.venue.shapes
        name = str(words.get("as", "row"))
        found = seen.find(parse(text), shapes)
        path, kind = found if found is not None else ("", payload)
        if found is None and (text != "rows" or seen.frames):
            return None
        is_list = kind.kind in ("list", "many")
        item = kind.item if is_list else kind
        shape = shapes.get(item.ref) if item is not None else None
        return None if shape is None else seen.inside(name, shape, f"{path}{ROW if is_list else '.'}")

    def _tables(self, words: Mapping[str, Any], seen: Deep) -> None:
        """Words that a decision table is entered by."""
        for said in words.values():
            for path in said.get("by", {}).values() if isinstance(said, dict) and "table" in said else ():
                place = seen.find(parse(str(path).removeprefix("=").strip()), self.inverter.venue.shapes)
                if place is not None and place[1].kind == "enum":
                    self.inverter.note(place, None, seen)
