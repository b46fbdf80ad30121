"""How a wire value is read: its type in expressions, its annotation and its conversion in generated code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from dragoman.model import ENUM_TYPES

from dragoman_generator.expr.types import (
    BOOL,
    DEC,
    INT,
    TEXT,
    TIME,
    Enum,
    List,
    MapOf,
    Opt,
    Record,
    Scalar,
    Type,
)
from dragoman_generator.ir.types import INTEGER_KINDS, UNITS, EnumType, Field, Part, Parts, Shape, WireType
from dragoman_generator.resolve.names import literal, snake

RAW = Scalar("raw")
MAPPING = Scalar("map")
_KINDS: dict[str, Type] = {
    "dec": DEC, "dec_num": DEC, "fx": DEC, "int": INT, "int_text": INT, "bool": BOOL, "flag": BOOL, "text": TEXT, "sym": TEXT,
    "char": TEXT, "cstr": TEXT, "ts": TIME, "ts_text": TIME, "any": RAW, "pad": RAW, "map": MAPPING, **dict.fromkeys(INTEGER_KINDS, INT),
}  # fmt: skip
_ANNOTATIONS = {
    "dec": "Decimal", "dec_num": "Decimal", "fx": "int", "int": "int", "int_text": "int | str", "bool": "bool", "flag": "str", "text": "str",
    "sym": "str", "char": "str", "cstr": "str", "ts_text": "str", "any": "Raw", "pad": "bytes", **dict.fromkeys(INTEGER_KINDS, "int"),
}  # fmt: skip
FUNCTIONS_MODULE = "dragoman.translate.functions"
READS_MODULE = "dragoman.translate.reads"
READS = (
    "fixed",
    "finite",
    "as_list",
    "as_rows",
    "positive",
    "not_negative",
    "at_least",
    "above",
    "between",
    "integer",
    "number",
    "is_absent",
)


class Reading:
    """Types of one venue as the expression language and the generated code see them."""

    def __init__(self, shapes: Mapping[str, Shape], enums: Mapping[str, EnumType]) -> None:
        self.shapes = shapes
        self.enums = enums
        self._records: dict[str, Record] = {}

    def expression_type(self, kind: WireType) -> Type:
        """The type that an expression sees."""
        found = self._inner_type(kind)
        return Opt(found) if kind.optional else found

    def _inner_type(self, kind: WireType) -> Type:
        if kind.kind == "enum":
            enum = self.enums[kind.ref]
            return model_enum(enum.model) if enum.model else (INT if _plain_integers(enum) else TEXT)
        if kind.kind in {"record", "level"}:
            return self.record(kind.ref)
        if kind.kind == "levels":
            return List(self.record(kind.ref))
        if kind.kind in {"list", "many"}:
            assert kind.item is not None
            return List(self.expression_type(kind.item))
        if kind.kind == "map":
            assert kind.item is not None
            return MapOf(self.expression_type(kind.item))
        return _KINDS[kind.kind]

    def record(self, name: str) -> Record:
        """A shape as a record; a shape that holds itself ends in the raw type."""
        if name not in self._records:
            self._records[name] = Record(name, {})
            shape = self.shapes[name]
            if shape.is_level and not shape.is_vendors:
                self._records[name] = self._level_record(shape)
                return self._records[name]
            visible = [
                f for f in shape.fields if not f.skipped and not (f.wire == shape.tag_key and f.has_const)
            ]
            flags = [(f, place, bit) for f in visible for place, bit in enumerate(f.bits) if bit != "_"]
            self._records[name] = Record(
                name,
                {f.name: self.expression_type(f.type) for f in visible}
                | {bit: Opt(BOOL) if f.type.optional else BOOL for f, _, bit in flags},
                {f.name: f.wire if shape.is_vendors else f.name for f in visible}
                | {bit: f.name for f, _, bit in flags},
                reads={f.name: read for f in visible if (read := self.read(f.type)) != "{}"}
                | {bit: f"bool({{}} >> {place} & 1)" if place else "bool({} & 1)" for _, place, bit in flags},
                present={f.name: there for f in visible if (there := _present(f.type))},
            )
            self._records[name] = with_parts(self._records[name], visible, self.enums)
        return self._records[name]

    def annotation(self, kind: WireType) -> str:
        """The annotation in a generated Struct."""
        inner = self._annotation(kind)
        if inner == "Raw" and kind.kind == "dec_num":
            return inner  # null is one of the values that stand for none
        sentinel = kind.empty_is_none or bool(kind.none_is)
        return f"{inner} | None" if kind.optional and (kind.may_be_absent or not sentinel) else inner

    def _annotation(self, kind: WireType) -> str:
        if held_as_text(kind):
            return {"dec_num": "Raw", "int_text": "int | str"}.get(kind.kind, "str")
        if only_finite(kind):
            return "AnyDecimal"
        if kind.kind == "ts":
            return "str" if kind.arg in {"iso", "date"} else "int"
        if kind.kind == "enum":
            enum = self.enums[kind.ref]
            if enum.policy == "closed":
                return kind.ref
            return "int" if enum.of_integers else "str"
        if kind.kind == "level":
            return self.level(self.shapes[kind.ref])
        if kind.kind == "record":
            return "Any" if self.shapes[kind.ref].is_vendors else kind.ref
        if kind.kind == "levels":
            return f"list[{self.level(self.shapes[kind.ref])}]"
        if kind.kind == "list":
            assert kind.item is not None
            return f"list[{self.annotation(kind.item)}]"
        if kind.kind == "many":
            assert kind.item is not None
            return f"{self.annotation(kind.item)} | list[{self.annotation(kind.item)}]"
        if kind.kind == "map":
            assert kind.item is not None
            return f"dict[str, {self.annotation(kind.item)}]"
        return _ANNOTATIONS[kind.kind]

    def level(self, shape: Shape) -> str:
        """A book level as it is decoded: text stays text until somebody reads the level."""
        if shape.is_vendors:
            return "Any"
        kinds = [item.type for item in shape.fields]
        if len(kinds) > 2 and all(kind.kind == "dec" and not kind.optional for kind in kinds):
            return "list[str]"
        parts = ["str" if kind.is_level_text else self.annotation(kind) for kind in kinds]
        return f"tuple[{', '.join(parts)}]"

    def _level_record(self, shape: Shape) -> Record:
        """A level as expressions see it: positions of a tuple, whose decimals are made when they are read."""
        fields = [(index, item) for index, item in enumerate(shape.fields) if not item.skipped]
        reads = {
            f.name: _bounded("DECIMALS[{}]", f.type) if f.type.is_level_text else self.read(f.type)
            for _, f in fields
        }
        return Record(
            shape.name,
            {f.name: self.expression_type(f.type) for _, f in fields},
            {f.name: index for index, f in fields},
            reads={name: read for name, read in reads.items() if read != "{}"},
        )

    def read(self, kind: WireType) -> str:
        """Python around a stored value that is there, `{}` where it is read as it is stored."""
        if only_finite(kind) and not kind.bounds:
            return "{}"  # whether it is there asks the same
        return self._read(kind.required(), as_text=held_as_text(kind))

    def _read(self, kind: WireType, as_text: bool = False) -> str:
        if kind.kind in {"dec", "dec_num"}:
            stored = {"dec": "DECIMALS[{}]", "dec_num": "number({})"}[kind.kind] if as_text else "{}"
            return _bounded(stored, kind)
        if kind.kind == "int_text" or (kind.kind == "int" and as_text):
            return "integer({})"
        if kind.kind == "ts" and kind.arg in {"iso", "date"}:
            return "parse_iso({})" if kind.arg == "iso" else "date_ns({})"
        if kind.is_time:
            stored = "integer({})" if kind.kind == "ts_text" or as_text else "{}"
            return stored if UNITS[kind.arg] == 1 else f"{stored} * {UNITS[kind.arg]:_}"
        if kind.kind == "fx":
            return f"fixed({{}}, {kind.arg.removeprefix('1e-')})"
        if kind.kind == "flag":
            return f"({{}} == {literal(kind.arg.split('/')[0])})"
        if kind.kind == "enum":
            return self._read_enum(self.enums[kind.ref])
        if kind.kind == "many":
            return "as_list({})"
        if kind.kind == "text" and kind.arg:
            return f"scope.codes[{literal(kind.arg)}]({{}})"
        return "{}"

    def _read_enum(self, enum: EnumType) -> str:
        if not enum.is_mapped:
            return "{}"
        table = enum_table(enum.name)
        if enum.policy == "closed":
            return f"{table}[{{}}]"
        return f"{table}.read({{}}, scope)"

    def imports(self, text: str) -> frozenset[tuple[str, str]]:
        """What the reads inside a piece of code import."""
        words = set(re.findall(r"[A-Za-z_]\w*", text))
        called = set(re.findall(r"\b([a-z_]+)\(", text))
        found = {(FUNCTIONS_MODULE, name) for name in ("parse_iso", "date_ns") if name in words}
        found |= {(READS_MODULE, name) for name in READS if name in words & called}
        if "AnyDecimal" in words:
            found.add(("dragoman.translate.numbers", "AnyDecimal"))
        found |= {("dragoman.model.decimals", name) for name in ("DECIMALS",) if name in words}
        if "Decimal" in words:
            found.add(("decimal", "Decimal"))
        if "Any" in words:
            found.add(("typing", "Any"))
        found |= {("dragoman.model", name) for name in ENUM_TYPES if name in words}
        return frozenset(found)


def with_parts(record: Record, visible: list[Field], enums: Mapping[str, EnumType]) -> Record:
    """The record with the parts of its texts; they are read when somebody asks for them."""
    parted = [(item, item.parts) for item in visible if item.parts is not None]
    if not parted:
        return record
    kinds: dict[str, Type] = {}
    for item, parts in parted:
        inner = Record(parts.record, {part.name: _part_type(part, enums) for part in parts.parts})
        kinds[parts.name] = Opt(inner) if item.type.optional else inner
    return Record(
        record.name,
        {**record.fields, **kinds},
        {**record.attributes, **{parts.name: item.name for item, parts in parted}},
        reads={**record.reads, **{parts.name: f"{parts_reader(parts)}({{}})" for _, parts in parted}},
        present={
            **record.present,
            **{parts.name: there for item, parts in parted if (there := _present(item.type))},
        },
    )


def parts_reader(parts: Parts) -> str:
    """The name of the generated function that reads the parts of a text."""
    return f"read_{snake(parts.record)}"


def _part_type(part: Part, enums: Mapping[str, EnumType]) -> Type:
    if part.kind in enums:
        model = enums[part.kind].model
        return model_enum(model) if model else TEXT
    return {"dec": DEC, "int": INT, "date": TIME, "flag": BOOL}.get(part.kind, TEXT)


NOT_FINITE = frozenset({"NaN", "Infinity", "-Infinity"})


def _bounded(stored: str, kind: WireType) -> str:
    """The read of a decimal, and the check of what it may be."""
    if not kind.bounds:
        return "finite({})" if stored == "{}" else stored
    low, _, high = kind.bounds.partition("..")
    if high:
        return f"between({stored}, {literal(Decimal(low))}, {literal(Decimal(high))})"
    edge = Decimal(low.lstrip(">="))
    if edge == 0:
        return f"{'not_negative' if '=' in low else 'positive'}({stored})"
    return f"{'at_least' if '=' in low else 'above'}({stored}, {literal(edge)})"


def only_finite(kind: WireType) -> bool:
    """A decimal whose only stand-ins for absence are those that a decimal can hold itself."""
    return (
        kind.kind in {"dec", "dec_num"}
        and not kind.empty_is_none
        and bool(kind.none_is)
        and all(value in NOT_FINITE for value in kind.none_is)
    )


def held_as_text(kind: WireType) -> bool:
    """Whether the record keeps the text on the wire, since texts stand for an absent value."""
    if only_finite(kind):
        return False
    return kind.as_text or kind.empty_is_none or any(isinstance(value, str) for value in kind.none_is)


def _present(kind: WireType) -> str:
    """How generated code tells that an optional value is there, "" where None is the only sign of absence."""
    if kind.empty_is_none and not kind.none_is:
        # A key that may be missing is None then, and only the text's truth tells that from a number; "0" is true.
        if kind.kind == "dec_num":
            return 'not is_absent({}, "")'
        if kind.kind == "int_text":
            return '{} is not None and {} != ""' if kind.may_be_absent else '{} != ""'
        return "{}"
    if only_finite(kind):
        return "{} is not None and {}.is_finite()" if kind.may_be_absent else "{}.is_finite()"
    if kind.none_is:
        values = tuple(kind.none_is) + (("",) if kind.empty_is_none else ())
        if kind.kind == "dec_num":
            return f"not is_absent({{}}, {', '.join(literal(value) for value in values)})"
        absent = literal(values)
        test = f"{{}} not in {absent}"
        return f"{{}} is not None and {test}" if kind.may_be_absent else test
    return ""


def enum_table(name: str) -> str:
    """The name of the generated table of an enum's meanings."""
    return f"{snake(name).upper()}_MEANS"


def model_enum(name: str) -> Enum:
    """An enum of the model as the expression language knows it."""
    return Enum(name, tuple(ENUM_TYPES[name].__members__), name)


def _plain_integers(enum: EnumType) -> bool:
    return all(isinstance(meaning, int) for _, meaning in enum.values)
