"""Payload trees by type: what is said is written in its wire form, what is not gets a filler of its type."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import count
from typing import Any, TypeAlias

from msgspec import Raw, Struct, inspect, structs

from dragoman.model.book import JsonLevels, level_rows
from dragoman.simulate.facts import Form
from dragoman.translate.functions import iso

Tree: TypeAlias = Any
"""What msgspec writes as JSON: objects by wire names, arrays, scalars, Raw."""
Step: TypeAlias = tuple[str, str, str]
"""(field, field of the row that is chosen, its tag); the last two are empty where nothing is chosen."""
Leaf: TypeAlias = "tuple[inspect.Type, Form | None]"
"""Type and form of a field that holds a value."""
ABSENT = object()
_MS = 1_000_000
_STEP = re.compile(r"(\w+)(?:\[(\w+)=(.*?)\])?(?:\.|\Z)")


@lru_cache(maxsize=4096)
def steps(path: str) -> tuple[Step, ...]:
    """`filters[kind=TICK].size` taken apart."""
    return tuple((name, key or "", tag or "") for name, key, tag in _STEP.findall(path) if name)


class Plan(dict[str, Any]):
    """What is said of a record: field -> wire value, Plan, or `Chosen` for the rows of a list."""

    def put(self, path: str, value: Any) -> Any:
        """Says a value; returns another one that was said of the same place before, else ABSENT."""
        plan: dict[Any, Any] = self
        *way, (last, _, _) = steps(path)
        for name, key, tag in way:
            inner = plan.setdefault(name, Chosen() if key else Plan())
            if isinstance(inner, list):
                return ABSENT  # the list was said as a whole
            plan = inner.setdefault((key, tag), Plan({key: tag})) if key else inner
        before = plan.get(last, ABSENT)
        plan[last] = value
        return ABSENT if before == value or isinstance(before, Chosen) else before

    def says(self, path: str) -> bool:
        """Whether something is said of a place."""
        at: Any = self
        for name, key, tag in steps(path):
            at = at.get(name, ABSENT) if isinstance(at, dict) else ABSENT
            at = at.get((key, tag), ABSENT) if key and isinstance(at, Chosen) else at
        return at is not ABSENT


class Chosen(dict[tuple[str, str], Plan]):
    """Rows of a list by the field and tag that they are chosen by."""


class Writer:
    """Makes trees of payload types; identifiers that nobody says count up."""

    def __init__(
        self,
        forms: Mapping[Any, Mapping[str, Form]],
        usual: Mapping[Any, Mapping[str, Any]] | None = None,
    ) -> None:
        self.forms = forms
        self.usual = usual or {}
        self._asked: Mapping[str, Any] = {}
        self.numbers = count(1)
        self._leaves: dict[tuple[Any, str], Leaf | None] = {}

    def tree(
        self,
        kind: Any,
        said: Plan | Sequence[Tree] | None,
        now_ns: int,
        asked: Mapping[str, Any] | None = None,
    ) -> Tree:
        """The payload of a type; `said` are rows where the type is a list of them, `asked` a call's parameters."""
        self._asked = asked or {}
        found = type_of(kind)
        if isinstance(found, inspect.RawType) and not said:
            return {}  # an answer that nobody reads
        return self._tree(found, {} if said is None else said, None, now_ns)

    def leaf(self, kind: Any, path: str) -> Leaf | None:
        """(type, form) of the field at a path; None where the type has no such field."""
        known = (kind, path)
        if known not in self._leaves:
            self._leaves[known] = self._leaf(kind, path)
        return self._leaves[known]

    def _leaf(self, kind: Any, path: str) -> Leaf | None:
        at, form = _plain(type_of(kind)), None
        for name, key, _ in steps(path):
            if not isinstance(at, inspect.StructType):
                return None
            item = next((item for item in at.fields if item.name == name), None)
            if item is None:
                return None
            form = self.forms.get(at.cls, {}).get(name)
            at = _plain(item.type)
            if key:
                at = _plain(at.item_type) if isinstance(at, inspect.ListType) else at
        return at, form

    def is_usual(self, kind: Any, name: str) -> bool:
        """Whether a field of a record says something of its own where nothing is said."""
        known = self.usual.get(kind)
        return known is not None and any(
            each.name == name and each.encode_name in known for each in fields_of(kind)
        )

    def _tree(self, kind: inspect.Type, said: Any, form: Form | None, now_ns: int) -> Tree:
        if isinstance(kind, inspect.UnionType):
            kind = _of_union(kind, said)
        if isinstance(kind, inspect.StructType) and isinstance(said, dict):
            return self._record(kind, said, now_ns)
        if isinstance(kind, inspect.ListType) and isinstance(said, Chosen):
            return [self._tree(kind.item_type, row, None, now_ns) for row in said.values()]
        if said is ABSENT or said == {}:
            return self._filler(kind, form, now_ns)
        return said

    def _record(self, kind: inspect.StructType, said: Mapping[str, Any], now_ns: int) -> Tree:
        forms = self.forms.get(kind.cls, {})
        usual = self.usual.get(kind.cls, {})
        pairs: list[tuple[str, Tree]] = []
        if kind.tag_field is not None:
            pairs.append((kind.tag_field, kind.tag))
        for item in kind.fields:
            value = said.get(item.name, ABSENT)
            if value is ABSENT and item.encode_name in usual:
                if kind.array_like:  # a place is not left out
                    pairs.append((item.encode_name, self._untold(usual[item.encode_name], {}, now_ns)))
                continue
            if value is ABSENT and not item.required and not kind.array_like:
                continue
            if value is ABSENT and isinstance(item.type, inspect.StrType) and item.name not in forms:
                value = self._repeated(item.encode_name, "")  # what a call said is repeated
            if value is ABSENT and isinstance(_plain(item.type), inspect.IntType) and item.name not in forms:
                # Identifiers are told apart, everything else that nobody says is nought.
                asked = self._repeated(item.encode_name, None)
                said_so = re.fullmatch(r"\d{1,18}", str(asked)) is not None
                value = int(asked) if said_so else self._next() if item.name.endswith("id") else 0
            if value is ABSENT and _is_number_or_text(item.type) and item.name.endswith("id"):
                value = self._next_text()
            pairs.append((item.encode_name, self._tree(item.type, value, forms.get(item.name), now_ns)))
        if kind.array_like:
            return [value for _, value in pairs]
        record = dict(pairs)
        for wire, value in usual.items():
            if wire not in record and (told := self._untold(value, record, now_ns)) is not ABSENT:
                record[wire] = told
        return record

    def _untold(self, value: Any, record: Mapping[str, Tree], now_ns: int) -> Tree:
        """What stands in a field that no event tells: a constant, or what another field, the call or the time says; ABSENT where none does."""
        if isinstance(value, dict):
            inside = {name: self._untold(each, record, now_ns) for name, each in value.items()}
            return {name: each for name, each in inside.items() if each is not ABSENT}
        if isinstance(value, list):
            return [self._untold(each, record, now_ns) for each in value]
        if not isinstance(value, str) or not value.startswith("$"):
            return value
        if value.startswith("$now_"):
            return self._moment(value, now_ns)
        name, _, otherwise = value[1:].partition("|")
        return record[name] if name in record else self._repeated(name, otherwise or ABSENT)

    # What differs from one payload of a shape to the next although nothing is said of it.

    def _repeated(self, wire: str, otherwise: Any) -> Tree:
        """What the call said under that name."""
        return self._asked.get(wire, otherwise)

    def _next(self) -> Tree:
        return next(self.numbers)

    def _next_text(self) -> Tree:
        return str(next(self.numbers))

    def _now(self, form: Form, now_ns: int) -> Tree:
        return formed(now_ns, form)

    def _moment(self, word: str, now_ns: int) -> Tree:
        """`$now_ms`, `$now_ms_text` or another word for the present as ISO 8601."""
        return moment(word, now_ns)

    def _filler(self, kind: inspect.Type, form: Form | None, now_ns: int) -> Tree:
        """A value of the type that says nothing: now, the next number, nought, the first of an enum's values."""
        if isinstance(kind, inspect.UnionType):
            if kind.includes_none:
                return None
            kind = _plain(kind)
        if form is not None and form.kind in ("time", "time_text", "iso", "date"):
            return self._now(form, now_ns)
        if form is not None and form.kind in ("means", "one_of"):
            return next(iter(form.arg))
        if form is not None and form.kind in ("flag", "number", "scaled"):
            return form.arg[-1] if form.kind == "flag" else Raw(b"0")
        match kind:
            case inspect.LiteralType():
                return kind.values[0]
            case inspect.BoolType():
                return False
            case inspect.IntType():
                return self._next()
            case inspect.StrType():
                return ""
            case inspect.DecimalType():
                return "0"
            case inspect.ListType() | inspect.VarTupleType():
                return []
            case inspect.StructType():
                return self._record(kind, {}, now_ns)
            case inspect.DictType():
                return {}
        return None


@lru_cache(maxsize=1024)
def fields_of(kind: Any) -> tuple[structs.FieldInfo, ...]:
    """The fields of a Struct, whose annotations are evaluated once."""
    return structs.fields(kind)


@lru_cache(maxsize=1024)
def type_of(kind: Any) -> inspect.Type:
    return inspect.type_info(kind)


def _plain(kind: inspect.Type) -> inspect.Type:
    """A type without None; of several the text, since text keeps every digit."""
    if not isinstance(kind, inspect.UnionType):
        return kind
    kinds = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
    return next((each for each in kinds if isinstance(each, inspect.StrType)), kinds[0])


def _is_number_or_text(kind: inspect.Type) -> bool:
    """Whether a field holds an integer, or its digits as text."""
    if not isinstance(kind, inspect.UnionType) or kind.includes_none:
        return False
    return {type(each) for each in kind.types} == {inspect.IntType, inspect.StrType}


def _of_union(kind: inspect.UnionType, said: Any) -> inspect.Type:
    """The member that what is said belongs to; nothing said keeps the union, whose filler may be None."""
    if said is ABSENT:
        return kind
    wanted: Any = inspect.ListType if isinstance(said, list) else inspect.StructType
    return next((each for each in kind.types if isinstance(each, wanted)), _plain(kind))


_UNITS_NS = {"from_s": 1_000_000_000, "from_ms": 1_000_000, "from_us": 1_000, "from_ns": 1}


def undone(value: Any, via: Sequence[str]) -> Any:
    """The value before the functions `via` were applied, the outermost first."""
    for each in via:
        name, _, argument = each.partition(":")
        if value is None:
            return None
        if name == "money":
            value = value.amount
        elif name == "negate":
            value = -value
        elif name == "suffix":
            value = str(value).removesuffix(argument)
        elif name == "prefix":
            value = str(value).removeprefix(argument)
        elif name == "div":
            value = value * Decimal(argument)
        elif name == "before":
            value = f"{value}{argument}"
        elif name == "after":
            value = f"{argument}{value}"
        elif name in _UNITS_NS:
            value //= _UNITS_NS[name]
    return value


def digits(value: Decimal) -> str:
    """A number in full; nought without its decimals, as venues write what is gone."""
    return f"{value:f}" if value else "0"


def written(value: Any, kind: inspect.Type, form: Form | None) -> Tree:
    """An event's value as the wire has it; ABSENT for None. Raises ValueError, TypeError, LookupError, ArithmeticError."""
    if value is None:
        return ABSENT
    if form is not None:
        return formed(value, form)
    match kind:
        case inspect.DecimalType():
            return digits(Decimal(value))
        case inspect.IntType():
            return int(value)
        case inspect.StrType():
            if isinstance(value, bool):
                return "true" if value else "false"
            return digits(value) if isinstance(value, Decimal) else str(value)
        case inspect.ListType():
            rows = level_rows(value) if isinstance(value, JsonLevels) else value
            return [written(each, _plain(kind.item_type), None) for each in rows]
        case inspect.TupleType():
            # Columns that a level has beyond price and size say nothing here.
            columns = [*value, *[0] * (len(kind.item_types) - len(value))]
            pairs = zip(columns, kind.item_types, strict=False)
            return [written(each, _plain(item), None) for each, item in pairs]
        case inspect.StructType() if not isinstance(value, Struct):
            parts = [
                written(each, _plain(item.type), None) for each, item in zip(value, kind.fields, strict=False)
            ]
            names = [item.encode_name for item in kind.fields]
            return parts if kind.array_like else dict(zip(names, parts, strict=False))
    return value


def moment(word: str, now_ns: int) -> Tree:
    """The present as `$now_ms`, `$now_ms_text` or `$now_iso` want it."""
    if word == "$now_ms":
        return now_ns // _MS
    return str(now_ns // _MS) if word == "$now_ms_text" else iso(now_ns, 3)


def formed(value: Any, form: Form) -> Tree:
    """A value in the form of its field; raises ValueError, TypeError, LookupError, ArithmeticError."""
    match form.kind:
        case "time":
            return value // form.arg
        case "time_text":
            return str(value // form.arg)
        case "iso":
            return iso(value, 3 if value % _MS == 0 else 9)
        case "date":
            return iso(value)[:10]
        case "flag":
            return form.arg[0 if value else 1]
        case "scaled":
            return int(Decimal(value).scaleb(form.arg))
        case "number":
            return Raw(f"{Decimal(value):f}".encode())
        case "means":
            return next((wire for wire, meaning in form.arg.items() if meaning == value), value)
    return value
