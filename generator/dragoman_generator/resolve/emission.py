"""`emit` blocks to events: every field found in the model, every value compiled and typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import msgspec
from dragoman.model import EVENT_TYPES, INSTRUMENT_TYPES

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.functions import FOLDS, FUNCTIONS
from dragoman_generator.expr.scope import Scope
from dragoman_generator.expr.types import (
    BOOL,
    DEC,
    INT,
    TEXT,
    TIME,
    List,
    MapOf,
    Opt,
    Record,
    Type,
    assignable,
    strip_opt,
)
from dragoman_generator.ir.types import Shape, WireType
from dragoman_generator.ir.venue import Code, DataType, EachOut, EventOut, Out, Product
from dragoman_generator.language.emit import Emit, Scale, Table, Value
from dragoman_generator.language.words import Tree
from dragoman_generator.resolve.decisions import decision
from dragoman_generator.resolve.expressions import Expressions, opened
from dragoman_generator.resolve.fanouts import LEVEL, both
from dragoman_generator.resolve.machines.merges import needed, put_new
from dragoman_generator.resolve.machines.site import FanOut, Site
from dragoman_generator.resolve.model import Target, is_instrument, targets
from dragoman_generator.resolve.names import is_variable, literal
from dragoman_generator.resolve.reading import MAPPING, READS_MODULE, model_enum
from dragoman_generator.resolve.scaling import factor_of, scaled, times
from dragoman_generator.yaml.marks import Path

WORDS = frozenset(
    {
        "when",
        "ensure",
        "instrument",
        "interval",
        "price_type",
        "remove",
        "needs",
        "fire",
        "if_equal",
        "product",
    }
)
_BOOKS = frozenset({"OrderBookDeltas", "OrderBookDepth10"})


@dataclass(frozen=True)
class Place:
    """Where an emit block stands: its scope and what decides identities."""

    scope: Scope
    path: Path
    shape: Shape | None
    """The innermost record whose `sym` field names the instrument where nothing is said."""
    message: str
    """Name of the variable of `shape`."""
    outer: tuple[tuple[Shape, str], ...] = ()
    symbol_slot: str = ""
    """`topic` slot or request parameter that names the instrument otherwise."""
    slot_of: str = ""
    """`topic` or `request`."""
    wire_path: str = "$"
    machine: str = ""
    products: tuple[str, ...] = ()
    site: Site | None = None
    """Where the state machine takes part."""
    guards: Mapping[str, Code] = field(default_factory=dict)
    """event type -> what must hold beside its own `when`."""
    puts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """event type -> lines that take `{event}` instead of putting it out."""
    identity: Code | None = None
    """The instrument of the event at hand."""
    defaults: Mapping[str, Code] = field(default_factory=dict)
    """Fields of the events of `puts` that the machine knows where the spec says nothing."""

    def joined(self, added: FanOut) -> Place:
        """The place with what a machine adds to it."""
        scope = replace(
            self.scope,
            names={**self.scope.names, **added.names},
            functions={**self.scope.functions, **added.functions},
            open=(*added.opens, *self.scope.open),
        )
        return replace(
            self,
            scope=scope,
            guards={**self.guards, **added.guards},
            puts={**self.puts, **added.puts},
            defaults={**self.defaults, **added.defaults},
        )


@dataclass
class Emission:
    """Resolves the emit blocks of one venue."""

    expressions: Expressions
    products: Mapping[str, Product]
    data_types: Mapping[str, DataType]
    shapes: dict[str, Shape]
    tables: Mapping[str, Table] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    has_currencies: bool = False
    partial: dict[str, Path] = field(default_factory=dict)
    """Shapes of records that a machine merges -> the machine's place."""

    def reshape(self, shape: Shape) -> None:
        """Put a shape in the place of the one of its name."""
        self.shapes[shape.name] = shape

    def block(self, emit: Emit, place: Place) -> tuple[Out, ...]:
        """All events of one emit block, in order."""
        found: list[Out] = []
        entries = emit if isinstance(emit, list) else [emit]
        for index, entry in enumerate(entries):
            base = (*place.path, index) if isinstance(emit, list) else place.path
            for name, words in entry.items():
                here = replace(place, path=(*base, name))
                if not isinstance(words, dict):
                    self.tell(here.path, f"{name} needs a mapping of its fields")
                elif name == "each":
                    found.extend(self.each(words, here))
                else:
                    found.extend(self.event(name, words, here))
        return tuple(found)

    # -- fan-out -----------------------------------------------------------------------------------------------------

    def each(self, words: Tree, place: Place) -> Iterable[Out]:
        """`each: {in, as, when, emit}`."""
        unknown = set(words) - {"in", "as", "when", "emit"}
        for word in sorted(unknown):
            self.tell(
                (*place.path, word),
                f"unknown word {word!r} in 'each'",
                did_you_mean(word, ["in", "as", "when", "emit"]),
                key=True,
            )
        if "in" not in words or "emit" not in words:
            self.tell(place.path, "'each' needs 'in' and 'emit'")
            return
        source = self.value(words["in"], place, "in", None)
        name = str(words.get("as", "row"))
        if source is None:
            return
        if isinstance(source.type, Opt) and isinstance(source.type.inner, Record):
            rows_type = List(source.type.inner)
            source = Code(f"as_rows({source.text})", rows_type, source.imports | {(READS_MODULE, "as_rows")})
        listed = strip_opt(source.type)
        if isinstance(listed, MapOf):
            listed = List(listed.entry)
            items = (
                f"({source.text} or {{}}).items()"
                if isinstance(source.type, Opt)
                else f"{source.text}.items()"
            )
            source = Code(items, listed, source.imports)
        if not isinstance(listed, List):
            self.tell((*place.path, "in"), f"'in' needs a list, and this is {source.type}")
            return
        if not is_variable(name) or name in place.scope.names or name in FUNCTIONS or name in FOLDS:
            self.tell((*place.path, "as"), f"{name!r} can't name the rows here")
            return
        row = strip_opt(listed.inner)
        variable = name if name != "scope" else "row_"
        if isinstance(source.type, Opt):
            source = Code(f"{source.text} or ()", listed, source.imports)
        inner = place
        if isinstance(row, Record):
            scope = opened(place.scope, name, row, variable)
            outer = ((place.shape, place.message), *place.outer) if place.shape else place.outer
            inner = replace(
                place, scope=scope, shape=self.shapes.get(row.name), message=variable, outer=outer
            )
        else:
            self.tell((*place.path, "in"), "'in' needs a list of records")
            return
        wire = self.wire_path(words["in"], place)
        added = place.site.enter(words["in"], source, row, inner, self) if place.site else None
        if added is not None:
            source = added.source
            inner = inner.joined(added)
        when = self.guard(words, inner)
        body = self.block(words["emit"], replace(inner, path=(*place.path, "emit"), wire_path=wire))
        if added is None:
            yield EachOut(source, variable, wire, when, body)
        else:
            lines = added.before, added.head, added.after
            yield EachOut(source, variable, wire, when, body, True, *lines, added.imports)

    def wire_path(self, text: object, place: Place) -> str:
        """The list's place on the wire, where `in` is a plain path."""
        at, shape = "$", next(
            (s for s, m in ((place.shape, place.message), *place.outer) if m == "message"), None
        )
        if place.wire_path != "$" or not isinstance(text, str):
            return place.wire_path
        for part in text.split("."):
            found = shape.field(part) if shape else None
            if found is None:
                return at if part == "rows" else "$"
            at = f"{at}.{found.wire}"
            shape = self.shapes.get(found.type.ref) if found.type.kind == "record" else None
        return at

    # -- events ------------------------------------------------------------------------------------------------------

    def event(self, name: str, words: Tree, place: Place) -> Iterable[Out]:
        """One event type with its fields."""
        if name in self.data_types:
            yield from self.data_event(self.data_types[name], words, place)
            return
        if name not in EVENT_TYPES and name not in INSTRUMENT_TYPES:
            known = [*EVENT_TYPES, *INSTRUMENT_TYPES, *self.data_types, "each"]
            self.tell(place.path, f"unknown event type {name!r}", did_you_mean(name, known), key=True)
            return
        self.used.add(name)
        wanted = {target.name: target for target in targets(name)}
        self.check_words(name, words, {*wanted, *WORDS}, place)
        place, ready = needed(words, place, self)
        instrument = self.instrument(name, words, place)
        place = replace(place, identity=instrument)
        given: dict[str, Code] = {}
        for key, said in words.items():
            if key in WORDS or key not in wanted:
                continue
            code = self.field(wanted[key], said, place, key)
            if code is not None:
                given[key] = code
        if name in place.puts:
            given.update({key: code for key, code in place.defaults.items() if key not in given})
        self.identity(name, given, instrument, words, place)
        missing = [
            t.name for t in wanted.values() if t.required and t.name not in given and t.name not in words
        ]
        if missing and (instrument is not None or name == "StreamGap"):
            self.tell(place.path, f"{name} needs {', '.join(repr(m) for m in missing)}")
        args = tuple((target.name, given[target.name]) for target in wanted.values() if target.name in given)
        yield EventOut(
            name,
            (),
            args,
            both(both(place.guards.get(name), ready), self.guard(words, place)),
            instrument,
            place.machine,
            self.rest(words, place),
            self.ensured(words, place),
            place.puts.get(name) or put_new(words, place, name, self),
        )

    def data_event(self, kind: DataType, words: Tree, place: Place) -> Iterable[Out]:
        """An event of the venue's own type."""
        self.used.add(kind.name)
        wanted = {
            f.name: Target(f.name, self.data_field_type(f.type), not f.type.optional, "None", "")
            for f in kind.fields
        }
        times = {"ts_event": Target("ts_event", TIME, False, "", "")}
        self.check_words(kind.name, words, {*wanted, *times, *WORDS}, place)
        place, ready = needed(words, place, self)
        instrument = self.instrument(kind.name, words, place) if kind.about == "instrument" else None
        given: dict[str, Code] = {}
        for key, target in {**wanted, **times}.items():
            if key in words:
                code = self.field(target, words[key], place, key)
                if code is not None:
                    given[key] = code
            elif target.required and key != "ts_event":
                self.tell(place.path, f"{kind.name} needs {key!r}")
        given.setdefault("ts_event", Code("ts_init", TIME))
        given["ts_init"] = Code("ts_init", TIME)
        if instrument is not None:
            given = {"instrument_id": instrument, **given}
        yield EventOut(
            kind.name,
            (),
            tuple(given.items()),
            both(ready, self.guard(words, place)),
            instrument,
            place.machine,
            self.rest(words, place),
            self.ensured(words, place),
            put_new(words, place, kind.name, self),
        )

    def data_field_type(self, kind: WireType) -> Type:
        return self.expressions.reading.expression_type(kind)

    def check_words(self, name: str, words: Tree, known: set[str], place: Place) -> None:
        for key in words:
            if key not in known:
                self.tell(
                    (*place.path, key),
                    f"{name} has no field {key!r}",
                    did_you_mean(str(key), known),
                    key=True,
                )

    def rest(self, words: Tree, place: Place) -> dict[str, object]:
        return {key: words[key] for key in ("needs", "fire", "if_equal") if key in words}

    def guard(self, words: Tree, place: Place, word: str = "when") -> Code | None:
        if word not in words:
            return None
        return self.value(words[word], place, word, BOOL)

    def ensured(self, words: Tree, place: Place) -> tuple[Code, str] | None:
        code = self.guard(words, place, "ensure")
        return None if code is None else (code, str(words["ensure"]).removeprefix("=").strip())

    # -- values ------------------------------------------------------------------------------------------------------

    def field(self, target: Target, said: Any, place: Place, key: str) -> Code | None:
        """One field's value, of the field's type."""
        if target.type is None:
            return self.levels(said, place, key)
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
            return Code(f"str({code.text})", TEXT, code.imports)
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
        codes = {name: self.value(item, inner, name, None) for name, item in said.items()}
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
            text = f"(None if {code.text} is None else {target.wrap}({text}))"
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
            return Code(f"({found.text} if {guard.text} else None)", inner, found.imports | guard.imports)
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

    def levels(self, said: Any, place: Place, key: str) -> Code | None:
        """Book sides, and whatever else is handed on as it was decoded."""
        if isinstance(said, dict) and "rows_of" in said:
            return self.level_rows(said, place, key)
        code = self.value(said, place, key, None)
        if code is None:
            return None
        listed = strip_opt(code.type)
        if isinstance(listed, List) and isinstance(strip_opt(listed.inner), Record):
            record = strip_opt(listed.inner)
            assert isinstance(record, Record)
            shape = self.shapes.get(record.name)
            text = f"({code.text} or [])" if isinstance(code.type, Opt) else code.text
            if shape is not None and shape.is_level:
                return Code(text, listed, code.imports)
            if {"price", "size"} <= set(record.fields):
                parts = [
                    record.reads.get(n, "{}").replace("{}", f"level.{record.attribute(n)}")
                    for n in ("price", "size")
                ]
                rows = f"[({parts[0]}, {parts[1]}) for level in {text}]"
                return Code(rows, listed, code.imports | self.expressions.reading.imports(rows))
            self.tell(
                (*place.path, key),
                f"levels need 'price' and 'size', and {record} has {', '.join(record.fields)}",
            )
            return None
        return code

    def level_rows(self, said: Tree, place: Place, key: str) -> Code | None:
        """`{rows_of: list, price: field, size: field}` as levels, or `{rows_of, price, count}` as one number a level."""
        path = (*place.path, key)
        code = self.expressions.value(str(said["rows_of"]), place.scope, (*path, "rows_of"))
        listed = code.type if code is not None else None
        if code is None or not isinstance(listed, List) or not isinstance(listed.inner, Record):
            if code is not None:
                self.tell(
                    (*path, "rows_of"), f"levels are made of a list of records, and this is {code.type}"
                )
            return None
        record = listed.inner
        wanted = [word for word in ("price", "size", "count") if word in said]
        if wanted not in (["price", "size"], ["price", "count"]):
            self.tell(path, "levels need 'price' and 'size', or 'price' and 'count'")
            return None
        scope = opened(place.scope, "level", record, "level")
        parts = [self.expressions.value(str(said[word]), scope, (*path, word)) for word in wanted]
        if parts[0] is None or parts[1] is None:
            return None
        price, other = parts[0], parts[1]
        there = (
            self.expressions.value(f"= {said['price']} != null", scope, path)
            if isinstance(price.type, Opt)
            else None
        )
        keep = f" if {there.text}" if there is not None else ""
        if there is not None:
            bare = self.expressions.value(f"= {said['price']} ?? 0", scope, path)
            price = bare if bare is not None else price
        factors = ""
        if "scale" in said:
            factor = factor_of(said["scale"], place, (*path, "scale"), self)
            if factor is None:
                return None
            scale = msgspec.convert(said["scale"], str | Scale)
            other = times(other, Code("factor", DEC, factor.imports), scale)
            factors = f"for factor in ({factor.text},) "
        row = f"({price.text}, {other.text})" if wanted[1] == "size" else other.text
        needed = code.imports | price.imports | other.imports
        return Code(f"[{row} {factors}for level in {code.text}{keep}]", List(LEVEL), needed)

    # -- identity ----------------------------------------------------------------------------------------------------

    def instrument(self, name: str, words: Tree, place: Place) -> Code | None:
        """The code of the instrument's id."""
        lookup = "scope.ids.define({})" if is_instrument(name) else "scope.ids[{}]"
        said = words.get("instrument")
        if isinstance(said, dict):
            return self.keyed(said, place, lookup)
        if isinstance(said, str):
            code = self.expressions.value(said, place.scope, (*place.path, "instrument"))
            return None if code is None else self.by_symbol(code, lookup, place)
        for shape, variable in ((place.shape, place.message), *place.outer):
            symbols = [f for f in shape.fields if f.type.kind == "sym"] if shape else []
            if len(symbols) == 1:
                return Code(lookup.format(f"{variable}.{symbols[0].name}"), TEXT)
            if len(symbols) > 1:
                self.tell(
                    place.path,
                    f"{name}: several fields could name the instrument",
                    "write 'instrument: " + symbols[0].name + "'",
                )
                return None
        if place.symbol_slot:
            return Code(f"scope.{place.slot_of}_id({literal(place.symbol_slot)})", TEXT)
        self.tell(place.path, f"{name}: nothing here says which instrument this is", "add 'instrument:'")
        return None

    def by_symbol(self, code: Code, lookup: str, place: Place) -> Code | None:
        if strip_opt(code.type) != TEXT:
            self.tell((*place.path, "instrument"), f"an instrument is named by text, and this is {code.type}")
            return None
        if code.text.startswith("scope.told("):
            return Code(code.text.replace("scope.told(", "scope.request_id("), TEXT, code.imports)
        if isinstance(code.type, Opt):
            self.tell((*place.path, "instrument"), "the symbol may be absent here", "give a default with ??")
            return None
        return Code(lookup.format(code.text), TEXT, code.imports)

    def keyed(self, said: Tree, place: Place, lookup: str) -> Code | None:
        """`{key: [paths]}` or `{symbol: path, venue: path}`."""
        if "key" in said:
            parts = said["key"] if isinstance(said["key"], list) else [said["key"]]
        else:
            parts = [said[word] for word in ("symbol", "venue") if word in said]
        codes = [
            self.expressions.value(str(part), place.scope, (*place.path, "instrument")) for part in parts
        ]
        if any(code is None for code in codes):
            return None
        found = [code for code in codes if code is not None]
        inside = ", ".join(code.text for code in found)
        key = inside if len(found) == 1 else f"({inside})"
        needed = frozenset(item for code in found for item in code.imports)
        return Code(lookup.format(key), TEXT, needed)

    def identity(
        self, name: str, given: dict[str, Code], instrument: Code | None, words: Tree, place: Place
    ) -> None:
        """Fields that reserved words and the runtime fill."""
        wanted = {target.name for target in targets(name)}
        if "bar_type" in wanted and "bar_type" not in given:
            interval = (
                self.value(words["interval"], place, "interval", None)
                if "interval" in words
                else Code("None", Opt(TEXT))
            )
            if instrument is not None and interval is not None:
                arguments = [instrument.text, interval.text]
                if "price_type" in words and (
                    price := self.value(
                        words["price_type"], place, "price_type", None, model_enum("PriceType")
                    )
                ):
                    arguments.append(literal(price.text.partition(".")[2]))
                given["bar_type"] = Code(
                    f"scope.bar_type({', '.join(arguments)})", TEXT, instrument.imports | interval.imports
                )
        if "instrument_id" in wanted and instrument is not None:
            given["instrument_id"] = instrument
        if "ts_event" in wanted:
            given.setdefault("ts_event", Code("ts_init", TIME))
        if "ts_init" in wanted:
            given.setdefault("ts_init", Code("ts_init", TIME))
        if name in _BOOKS or name == "OrderBookDelta":
            given.setdefault("flags", Code("0", INT))
            given.setdefault("sequence", Code("0", INT))
        if name == "OrderBookDeltas":
            given.setdefault("is_snapshot", Code("False", BOOL))
        if name == "OrderBookDelta":
            given.setdefault("order_id", Code("0", INT))
        if name == "OrderBookDepth10":
            given.setdefault("bid_counts", Code("()", List(INT)))
            given.setdefault("ask_counts", Code("()", List(INT)))
        if is_instrument(name) and instrument is not None and "raw_symbol" not in given:
            key = instrument.text.removeprefix("scope.ids.define(").removesuffix(")")
            given["raw_symbol"] = Code(f"scope.raw_symbol({key})", TEXT)
        products = [self.products[p] for p in place.products or self.products if p in self.products]
        if (
            is_instrument(name)
            and instrument is not None
            and products
            and all(len(p.keys) > 1 for p in products)
        ):
            key = instrument.text.removeprefix("scope.ids.define(").removesuffix(")")
            given["keys"] = Code(f"scope.keys({key})", TEXT)

    def tell(self, path: Path, message: str, hint: str | None = None, key: bool = False) -> None:
        self.expressions.places.add(path, message, hint, key)
