"""`emit` blocks to events: every field found in the model, every value compiled and typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import InitVar, dataclass, field, replace

from dragoman.model import EVENT_TYPES, INSTRUMENT_TYPES

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.functions import FOLDS, FUNCTIONS
from dragoman_generator.expr.types import (
    BOOL,
    TIME,
    List,
    MapOf,
    Opt,
    Record,
    Type,
    strip_opt,
)
from dragoman_generator.ir.types import Shape, WireType
from dragoman_generator.ir.venue import Code, DataType, EachOut, EventOut, Out, Product
from dragoman_generator.language.emit import Emit, Scale, Table
from dragoman_generator.language.words import Tree
from dragoman_generator.resolve.expressions import Expressions, opened
from dragoman_generator.resolve.fanouts import both
from dragoman_generator.resolve.identities import Identities
from dragoman_generator.resolve.levels import level_form
from dragoman_generator.resolve.machines.merges import needed, put_new
from dragoman_generator.resolve.model import LEVEL_FORM, Target, targets
from dragoman_generator.resolve.names import is_variable
from dragoman_generator.resolve.place import Place
from dragoman_generator.resolve.reading import READS_MODULE
from dragoman_generator.resolve.values import Values
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
        "usual",
        "like",
        "same",
        "without",
    }
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
    partial: dict[str, Path] = field(default_factory=dict)
    """Shapes of records that a machine merges -> the machine's place."""
    has_currencies: InitVar[bool] = False
    units: Mapping[str, Scale] = field(default_factory=dict)

    def __post_init__(self, has_currencies: bool) -> None:
        self.values = Values(
            self.expressions, self.products, self.shapes, self.tables, has_currencies, self.units
        )
        self.identities = Identities(self.values)

    def reshape(self, shape: Shape) -> None:
        """Put a shape in the place of the one of its name."""
        self.shapes[shape.name] = shape

    def block(self, emit: Emit, place: Place) -> tuple[Out, ...]:
        """All events of one emit block, in order."""
        found: list[Out] = []
        entries = emit if isinstance(emit, list) else [emit]
        for index, entry in enumerate(entries):
            base = (*place.path, index) if isinstance(emit, list) else place.path
            if not isinstance(entry, dict) or (isinstance(emit, list) and not entry):
                self.tell(base, "an entry of 'emit' is a mapping of events to their fields")
                continue
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
        if not words["emit"]:
            self.tell(
                (*place.path, "emit"), "nothing is emitted for a row", "write what, or leave 'each' out"
            )
            return
        source = self.values.value(words["in"], place, "in", None)
        name = str(words.get("as", "row"))
        if source is None:
            return
        alone = strip_opt(source.type)
        single = isinstance(alone, Record)
        always = isinstance(source.type, Record)
        if isinstance(alone, Record):
            rows_type = List(alone)
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
        within = wire if single else f"{wire}[]"
        if always:  # a record that has to be there is no row that could be set aside
            wire = "$"
        added = place.site.enter(words["in"], source, row, inner, self) if place.site else None
        if added is not None:
            source = added.source
            inner = inner.joined(added)
        when = self.guard(words, inner)
        inner = self.shown(words, inner)
        body = self.block(words["emit"], replace(inner, path=(*place.path, "emit"), wire_path=within))
        if added is None:
            yield EachOut(source, variable, wire, when, body)
        else:
            lines = added.before, added.head, added.after
            yield EachOut(source, variable, wire, when, body, *lines, added.imports, added.keys)

    def wire_path(self, text: object, place: Place) -> str:
        """The list's place on the wire, where `in` is a plain path; `[]` stands for the index of a row around it."""
        at, shape, around = place.wire_path, place.shape, place.wire_path.removesuffix("[]")
        if not isinstance(text, str):
            return around
        for part in text.split("."):
            found = shape.field(part) if shape else None
            if found is None:
                return at if part == "rows" else around
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
        wanted = {target.name: target for target in targets(name) if target.name != LEVEL_FORM}
        self.check_words(name, words, {*wanted, *WORDS}, place)
        whole, ready = needed(words, place, self)
        place = self.shown(words, whole)
        about_one = not wanted.keys().isdisjoint({"instrument_id", "bar_type"}) and name != "StreamGap"
        instrument = self.identities.instrument(name, words, place) if about_one else None
        place = replace(place, identity=instrument)
        given: dict[str, Code] = {}
        for key, said in words.items():
            if key not in wanted:  # a reserved word that this event has a field of is that field
                continue
            code = self.values.field(wanted[key], said, place, key)
            if code is not None:
                given[key] = code
        if name in place.puts:
            given.update({key: code for key, code in place.defaults.items() if key not in given})
        self.identities.identity(name, given, instrument, words, place)
        self.usual(words, place)
        missing = [
            t.name for t in wanted.values() if t.required and t.name not in given and t.name not in words
        ]
        if missing and (instrument is not None or not about_one):
            self.tell(place.path, f"{name} needs {', '.join(repr(m) for m in missing)}")
        if (form := level_form(self.values, given)) is not None:
            given[LEVEL_FORM] = form
        args = tuple((target.name, given[target.name]) for target in targets(name) if target.name in given)
        yield EventOut(
            name,
            (),
            args,
            both(both(place.guards.get(name), ready), self.guard(words, whole)),
            instrument,
            place.machine,
            self.rest(words, place),
            self.ensured(words, place),
            place.puts.get(name) or put_new(words, place, name, self),
            place.firsts.get(name, ()),
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
        whole, ready = needed(words, place, self)
        place = self.shown(words, whole)
        instrument = (
            self.identities.instrument(kind.name, words, place) if kind.about == "instrument" else None
        )
        place = replace(place, identity=instrument)
        given: dict[str, Code] = {}
        for key, target in {**wanted, **times}.items():
            if key in words:
                code = self.values.field(target, words[key], place, key)
                if code is not None:
                    given[key] = code
            elif target.required and key != "ts_event":
                self.tell(place.path, f"{kind.name} needs {key!r}")
        self.usual(words, place)
        given.setdefault("ts_event", Code("ts_init", TIME))
        given["ts_init"] = Code("ts_init", TIME)
        if instrument is not None:
            given = {"instrument_id": instrument, **given}
        yield EventOut(
            kind.name,
            (),
            tuple(given.items()),
            both(ready, self.guard(words, whole)),
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

    def usual(self, words: Tree, place: Place) -> None:
        """What no event keeps: fields of the payload that it does have, and what the venue sends there."""
        said = words.get("usual", {})
        if not isinstance(said, dict):
            self.tell((*place.path, "usual"), "'usual' is a mapping of payload fields to what stands in them")
            return
        for path in said:
            self.expressions.value(str(path), place.scope, (*place.path, "usual", path), None)

    def shown(self, words: Tree, place: Place) -> Place:
        """The place inside of a `when`, which shows what is there."""
        said = words.get("when")
        if not isinstance(said, str):
            return place
        facts = self.expressions.shown(said.removeprefix("=").strip(), place.scope)
        return replace(place, scope=replace(place.scope, facts=place.scope.facts | facts))

    def rest(self, words: Tree, place: Place) -> dict[str, object]:
        return {key: words[key] for key in ("needs", "fire", "if_equal") if key in words}

    def guard(self, words: Tree, place: Place, word: str = "when") -> Code | None:
        if word not in words:
            return None
        return self.values.value(words[word], place, word, BOOL)

    def ensured(self, words: Tree, place: Place) -> tuple[Code, str] | None:
        code = self.guard(words, place, "ensure")
        return None if code is None else (code, str(words["ensure"]).removeprefix("=").strip())

    def tell(self, path: Path, message: str, hint: str | None = None, key: bool = False) -> None:
        self.expressions.places.add(path, message, hint, key)
