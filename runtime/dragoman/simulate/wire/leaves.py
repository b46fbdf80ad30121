"""Payload trees by absolute paths: `data[].qty` is a field of the rows of a list, one list inside another where need be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import Any

from msgspec import inspect

from dragoman.simulate.moulds import Hole, Mould, Tracer, mould_of
from dragoman.simulate.payloads import ABSENT, Leaf, Plan, Tree, Writer, fields_of, type_of
from dragoman.simulate.wire.pens import Pen, pen

ROW = "[]."
_MOST_MOULDS = 512
Said = Mapping[str, Any]
"""Path -> wire value; ABSENT leaves the field out."""


def prefix_of(path: str) -> str:
    """The list that a field stands in: `data[].` of `data[].qty`, "" for a field of the message."""
    return path[: path.rindex(ROW) + len(ROW)] if ROW in path else ""


class Leaves:
    """The fields of one payload type."""

    def __init__(self, writer: Writer, payload: Any) -> None:
        self.writer = writer
        self.payload = payload
        self._known: dict[str, Leaf | None] = {}
        self._moulds: dict[Any, Mould] = {}
        self._pens: dict[tuple[str, str], Pen] = {}

    def leaf(self, path: str) -> Leaf | None:
        """(type, form) of a field, None where the payload has none of that path."""
        if path not in self._known:
            self._known[path] = self._leaf(path)
        return self._known[path]

    def _leaf(self, path: str) -> Leaf | None:
        kind = self.row(prefix_of(path))
        # A list of rows itself holds no value.
        return (
            None
            if kind is None or path.endswith(ROW)
            else self.writer.leaf(kind, path.removeprefix(prefix_of(path)))
        )

    def pen(self, path: str, how: str) -> Pen:
        """What writes values into a field that the payload has."""
        found = self._pens.get((path, how))
        if found is None:
            leaf = self.leaf(path)
            assert leaf is not None
            found = self._pens[path, how] = pen(leaf, how)
        return found

    def is_required(self, path: str) -> bool:
        """Whether what holds the field always has it."""
        before, _, name = path.removeprefix(prefix_of(path)).rpartition(".")
        kind = _row(self.payload, f"{prefix_of(path)}{before}{ROW}" if before else prefix_of(path))
        return (
            any(each.name == name and each.required for each in fields_of(kind))
            if kind is not None
            else False
        )

    def is_usual(self, path: str) -> bool:
        """Whether the venue has something to say there where no report tells it."""
        kind = self.row(prefix_of(path))
        name = path.removeprefix(prefix_of(path))
        return kind is not None and self.writer.is_usual(kind, name)

    def row(self, prefix: str) -> Any:
        """The type of a list's rows; of the payload itself for ""."""
        return _row(self.payload, prefix)

    def tree(
        self,
        said: Sequence[tuple[str, Sequence[Said]]],
        now_ns: int,
        asked: Mapping[str, Any] | None = None,
    ) -> Tree:
        """A payload of one or more rows: (list, what each of its rows says), the message ("") first, inner lists last.

        Inner rows belong to the last row of the list around them, so a payload of several rows is made of trees of one.
        """
        values: list[Any] = []
        shape: list[tuple[str, tuple[tuple[str, ...], ...]]] = []
        for prefix, rows in said:
            names = []
            for row in rows:
                if ABSENT in row.values():
                    row = {path: value for path, value in row.items() if value is not ABSENT}
                names.append(tuple(row))
                values += row.values()
            shape.append((prefix, tuple(names)))
        key = tuple(shape)
        known = self._moulds.get(key)
        if known is None:
            if len(self._moulds) >= _MOST_MOULDS:
                self._moulds.clear()
            known = self._moulds[key] = self.mould(shape)
        return known(values, now_ns, asked or {}, self.writer.numbers)

    def mould(self, shape: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> Mould:
        """What makes payloads whose rows say these paths, one value after the other."""
        places = count()
        traced = [
            (prefix, [{path: Hole(next(places)) for path in row} for row in rows]) for prefix, rows in shape
        ]
        return mould_of(self.traced(traced))

    def traced(self, shape: Sequence[tuple[str, Sequence[Said]]]) -> Tree:
        """A payload whose rows say constants and places of values."""
        tracer = Tracer(self.writer)
        plans = {prefix: [self._plan(prefix, row) for row in rows] for prefix, rows in shape}
        for prefix in sorted(plans, key=lambda each: -each.count(ROW)):
            if not prefix:
                continue
            trees = [tracer.tree(self.row(prefix), plan, 0) for plan in plans[prefix]]
            outer = prefix_of(prefix.removesuffix(ROW))
            name = prefix.removesuffix(ROW).removeprefix(outer)
            if not name:
                return trees
            around = plans.setdefault(outer, [Plan()])
            around[-1].put(name, trees)
        return tracer.tree(self.payload, plans.get("", [Plan()])[0], 0)

    def _plan(self, prefix: str, row: Said) -> Plan:
        plan = Plan()
        for path, value in row.items():
            if path.startswith(prefix) and ROW not in path[len(prefix) :]:
                plan.put(path.removeprefix(prefix), value)
        return plan


@lru_cache(maxsize=1024)
def _row(payload: Any, prefix: str) -> Any:
    at = _without_none(type_of(payload))
    for part in prefix.split(ROW)[:-1]:
        for name in part.split(".") if part else ():
            if not isinstance(at, inspect.StructType):
                return None
            item = next((item for item in at.fields if item.name == name), None)
            if item is None:
                return None
            at = _without_none(item.type)
        if isinstance(at, inspect.ListType):
            at = _without_none(at.item_type)
    return at.cls if isinstance(at, inspect.StructType) else None


def _without_none(kind: inspect.Type) -> inspect.Type:
    if not isinstance(kind, inspect.UnionType):
        return kind
    kinds = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
    lists = [each for each in kinds if isinstance(each, inspect.ListType)]
    return lists[0] if lists else kinds[0]
