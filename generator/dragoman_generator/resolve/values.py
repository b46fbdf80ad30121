"""Values of an event's fields: paths, expressions, constants, tables, each of the field's type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import msgspec

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.types import BOOL, DEC, INT, TEXT, TIME, MapOf, Opt, Type, assignable, strip_opt
from dragoman_generator.ir.types import Shape
from dragoman_generator.ir.venue import Code, Product
from dragoman_generator.language.emit import Scale, Table, Value
from dragoman_generator.language.words import Tree
from dragoman_generator.resolve.decisions import decision
from dragoman_generator.resolve.expressions import Expressions
from dragoman_generator.resolve.levels import levels, named_rows, records, texts
from dragoman_generator.resolve.model import Target
from dragoman_generator.resolve.names import literal
from dragoman_generator.resolve.place import Place
from dragoman_generator.resolve.reading import MAPPING
from dragoman_generator.resolve.scaling import scaled
from dragoman_generator.yaml.marks import Path


@dataclass
class Values:
    """Compiles the values of one venue's events."""

    expressions: Expressions
    products: Mapping[str, Product]
    shapes: Mapping[str, Shape]
    tables: Mapping[str, Table]
    has_currencies: bool = False
    units: Mapping[str, Scale] = field(default_factory=dict)

    def field(self, target: Target, said: Any, place: Place, key: str) -> Code | None:
        """One field's value, of the field's type."""
        if target.record:
            return records(self, said, place, key, target.record)
        if target.type is None and isinstance(said, dict) and "value" in said:
            return texts(self, said, place, key)
        if target.type is None:
            return levels(self, said, place, key)
        if target.type == MAPPING and isinstance(said, dict):
            return self.mapping(said, place, key)
        code = self.value(said, place, key, None, target.type)
        if code is None:
            return None
        if target.wrap:
            return self.wrapped(code, target)
        if assignable(code.type, target.type):
            return code
        if target.type == MAPPING and isinstance(code.type, MapOf):
            return code
        if target.number_too and code.type == INT:
            return code
        if strip_opt(target.type) == TEXT and strip_opt(code.type) == INT and target.name.endswith("_id"):
            if not isinstance(code.type, Opt):
                return Code(f"str({code.text})", TEXT, code.imports)
            if isinstance(target.type, Opt):
                given = f"({code.text})" if " " in code.text else code.text
                told = f"(str({code.text}) if {given} is not None else None)"
                return Code(told, Opt(TEXT), code.imports)
        if {str(strip_opt(code.type)), str(strip_opt(target.type))} == {"int", "time"} and not isinstance(
            code.type, Opt
        ):
            self.tell(
                (*place.path, key),
                f"{target.name!r} is {target.type}, and this is {code.type}",
                "give the wire field a unit, ts(ms)",
            )
            return None
        hint = (
            "give a default with ??"
            if isinstance(code.type, Opt) and assignable(code.type.inner, target.type)
            else None
        )
        self.tell((*place.path, key), f"{target.name!r} is {target.type}, and this is {code.type}", hint)
        return None

    def mapping(self, said: Tree, place: Place, key: str) -> Code | None:
        """Values by name: `info: {status: status, ...}`."""
        inner = replace(place, path=(*place.path, key))
        codes = {
            name: (
                named_rows(self, item, inner, name)
                if isinstance(item, dict) and "rows_of" in item
                else self.value(item, inner, name, None)
            )
            for name, item in said.items()
        }
        parts = {name: code for name, code in codes.items() if code is not None}
        needed = frozenset(item for code in parts.values() for item in code.imports)
        inside = ", ".join(f"{literal(name)}: {code.text}" for name, code in parts.items())
        return Code(f"{{{inside}}}", MAPPING, needed) if len(parts) == len(codes) else None

    def wrapped(self, code: Code, target: Target) -> Code | None:
        """An id: text as the venue sends it."""
        text = code.text if strip_opt(code.type) == TEXT else f"str({code.text})"
        if isinstance(code.type, Opt):
            if not isinstance(target.type, Opt):
                return Code(text, TEXT, code.imports)
            given = f"({code.text})" if " " in code.text else code.text
            text = f"(None if {given} is None else {target.wrap}({text}))"
        else:
            text = f"{target.wrap}({text})"
        return Code(text, TEXT, code.imports | {("dragoman.model", target.wrap)})

    def value(
        self, said: Any, place: Place, key: str, expected: Type | None, wanted: Type | None = None
    ) -> Code | None:
        """A path, an expression, or a value said at length."""
        path = (*place.path, key)
        if isinstance(said, bool | int | Decimal) or said is None:
            return self.constant(said, wanted, path)
        if isinstance(said, str):
            return self.expressions.value(said, place.scope, path, expected)
        if not isinstance(said, dict):
            self.tell(path, "a path, an expression or a mapping is needed here")
            return None
        try:
            value = msgspec.convert(said, Value)
        except msgspec.ValidationError as error:
            self.tell(path, str(error))
            return None
        found = self.said_at_length(value, place, path, wanted)
        if found is not None and value.when is not msgspec.UNSET:
            guard = self.expressions.value(value.when, place.scope, (*path, "when"), BOOL)
            if guard is None:
                return None
            inner = found.type if isinstance(found.type, Opt) else Opt(found.type)
            text = f"({_apart(found.text)} if {_apart(guard.text)} else None)"
            return Code(text, inner, found.imports | guard.imports)
        return found

    def said_at_length(self, value: Value, place: Place, path: Path, wanted: Type | None) -> Code | None:
        if value.const is not msgspec.UNSET:
            return self.constant(value.const, wanted, (*path, "const"))
        if value.path is not msgspec.UNSET and value.scale is not msgspec.UNSET:
            return scaled(value, place, path, self)
        if value.path is not msgspec.UNSET:
            return self.expressions.value(value.path, place.scope, (*path, "path"))
        if value.first_of is not msgspec.UNSET:
            text = "= " + " ?? ".join(f"({item.removeprefix('=').strip()})" for item in value.first_of)
            return self.expressions.value(text, place.scope, (*path, "first_of"))
        if value.table is not msgspec.UNSET:
            return self.decided(value, place, path)
        self.tell(path, "say one of 'path', 'const', 'first_of' or 'table'")
        return None

    def decided(self, value: Value, place: Place, path: Path) -> Code | None:
        """A value that a table decides, as a chain of conditions."""
        table = self.tables.get(str(value.table))
        if table is None:
            self.tell(
                (*path, "table"),
                f"unknown table {value.table!r}",
                did_you_mean(str(value.table), self.tables),
            )
            return None
        by = {} if value.by is msgspec.UNSET else value.by
        for name in table.inputs:
            if name not in by:
                self.tell((*path, "by"), f"nothing is said for the table's input {name!r}", "add it to 'by'")
                return None
        read = []
        for name, said in by.items():
            where = (*path, "by", name)
            if name not in table.inputs:
                self.tell(where, f"unknown input {name!r}", did_you_mean(name, table.inputs), key=True)
            read.append(self.expressions.value(said, place.scope, where))
        if any(code is None for code in read):
            return None
        try:
            text = decision(table, by, self.expressions.enums)
        except ValueError as error:
            self.tell((*path, "table"), str(error))
            return None
        return self.expressions.value(f"= {text}", place.scope, path)

    def constant(self, value: Any, wanted: Type | None, path: Path) -> Code | None:
        """A literal as the field's type."""
        if value is None:
            return Code("None", Opt(strip_opt(wanted) if wanted else TEXT))
        kind = strip_opt(wanted) if wanted else None
        if kind == DEC:
            try:
                return Code(f'Decimal("{Decimal(str(value))}")', DEC, frozenset({("decimal", "Decimal")}))
            except ArithmeticError:
                self.tell(path, f"{value!r} is no decimal")
                return None
        members = getattr(kind, "members", None)
        if members is not None and isinstance(value, str):
            if value not in members:
                self.tell(path, f"{kind} has no member {value!r}", did_you_mean(value, members))
                return None
            return Code(f"{kind}.{value}", kind or TEXT, frozenset({("dragoman.model", str(kind))}))
        found: Type = BOOL if isinstance(value, bool) else INT if isinstance(value, int) else TEXT
        if isinstance(value, Decimal):
            self.tell(path, "decimals stand only where the field is a decimal")
            return None
        return Code(literal(value), TIME if kind == TIME and isinstance(value, int) else found)

    def tell(self, path: Path, message: str, hint: str | None = None, key: bool = False) -> None:
        self.expressions.places.add(path, message, hint, key)


def _apart(text: str) -> str:
    """Code that stands inside of a condition: one that holds a condition itself is told apart by parentheses."""
    return f"({text})" if " if " in text else text
