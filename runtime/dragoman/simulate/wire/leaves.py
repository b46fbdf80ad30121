"""Payload trees by absolute paths: `data[].qty` is a field of the rows of a list, one list inside another where need be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

from msgspec import inspect
from msgspec.structs import fields

from dragoman.model import Money
from dragoman.simulate.facts import Form
from dragoman.simulate.payloads import ABSENT, Leaf, Plan, Tree, Writer, type_of, written

ROW = "[]."
_ANY_TEXT = "Other"
"""For a text that only has to be there."""
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

    def leaf(self, path: str) -> Leaf | None:
        """(type, form) of a field, None where the payload has none of that path."""
        if path not in self._known:
            self._known[path] = self._leaf(path)
        return self._known[path]

    def _leaf(self, path: str) -> Leaf | None:
        kind = self.row(prefix_of(path))
        return None if kind is None else self.writer.leaf(kind, path.removeprefix(prefix_of(path)))

    def is_required(self, path: str) -> bool:
        """Whether what holds the field always has it."""
        before, _, name = path.removeprefix(prefix_of(path)).rpartition(".")
        kind = _row(self.payload, f"{prefix_of(path)}{before}{ROW}" if before else prefix_of(path))
        return (
            any(each.name == name and each.required for each in fields(kind)) if kind is not None else False
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
        plans: dict[str, list[Plan]] = {}
        for prefix, rows in said:
            plans[prefix] = [self._plan(prefix, row) for row in rows]
        for prefix in sorted(plans, key=lambda each: -each.count(ROW)):
            if not prefix:
                continue
            trees = [self.writer.tree(self.row(prefix), plan, now_ns, asked) for plan in plans[prefix]]
            outer = prefix_of(prefix.removesuffix(ROW))
            name = prefix.removesuffix(ROW).removeprefix(outer)
            if not name:
                return trees
            around = plans.setdefault(outer, [Plan()])
            around[-1].put(name, trees)
        message = plans.get("", [Plan()])
        return self.writer.tree(self.payload, message[0], now_ns, asked)

    def _plan(self, prefix: str, row: Said) -> Plan:
        plan = Plan()
        for path, value in row.items():
            if value is not ABSENT and path.startswith(prefix) and ROW not in path[len(prefix) :]:
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


# -- wire values of a field --------------------------------------------------------------------------------------------

_FAULTS = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError)


def wired(value: Any, leaf: Leaf) -> Any:
    """A value in the wire form of a field; ABSENT where the field can't hold it."""
    kind, form = leaf
    if _is_number(kind, form) and not isinstance(value, Decimal | int):
        return ABSENT
    try:
        found = written(value, kind, form)
    except _FAULTS:
        return ABSENT
    if form is not None and form.kind in ("means", "one_of") and found not in form.arg:
        return ABSENT
    if (
        isinstance(kind, inspect.StrType)
        and form is None
        and (not isinstance(found, str) or isinstance(value, Enum))
    ):
        return ABSENT  # a word of the model is nobody's text
    if isinstance(kind, inspect.BoolType) and not isinstance(found, bool):
        return ABSENT
    if isinstance(kind, inspect.IntType) and not isinstance(found, int):
        return ABSENT
    return found


def forms_of(value: Any, leaf: Leaf) -> Iterator[tuple[str, Any]]:
    """(how, wire value): a value of an event as a field may hold it."""
    kind, form = leaf
    if isinstance(value, Money):
        yield from forms_of(value.amount, leaf)
        if isinstance(kind, inspect.StrType) and not _is_number(kind, form):
            yield "currency", value.currency
        return
    for how, made in variants(value):
        found = wired(made, leaf)
        if found is not ABSENT:
            yield how, found


def variants(value: Any) -> Iterator[tuple[str, Any]]:
    """A value, and what mappings make of it: its opposite, its hundredth, its hundredfold."""
    yield "as is", value
    if isinstance(value, Decimal):
        yield "opposite", -value
        yield "hundredth", value / 100
        yield "hundredfold", value * 100


def usual_values(leaf: Leaf, tries: Iterable[Any]) -> list[Any]:
    """Values that a field may have when nothing says one: what it is compared with, every word of an enum, both truths."""
    kind, form = leaf
    found: list[Any] = list(tries)
    if form is not None and form.kind in ("means", "one_of", "flag"):
        found += list(form.arg)
    elif isinstance(kind, inspect.BoolType):
        found += [True, False]
    elif isinstance(kind, inspect.LiteralType):
        found += list(kind.values)
    elif form is not None and form.kind in ("number", "scaled"):
        found += [0]
    elif isinstance(kind, inspect.DecimalType):
        found += ["0"]
    elif isinstance(kind, inspect.IntType) and form is None:
        found += [0]
    elif isinstance(kind, inspect.StrType) and form is None:
        found += ["", _ANY_TEXT]
    return list(dict.fromkeys(each for each in found if each is not ABSENT))


def is_numeric(leaf: Leaf) -> bool:
    """Whether the field holds a number that can be solved for."""
    kind, form = leaf
    if _is_number(kind, form) or isinstance(kind, inspect.IntType):
        return True
    return isinstance(kind, inspect.StrType) and form is None  # a number whose empty text is none


def _is_number(kind: inspect.Type, form: Form | None) -> bool:
    return isinstance(kind, inspect.DecimalType) or (form is not None and form.kind in ("number", "scaled"))
