"""Commands: tables to rows of cubes, fields to code, outcomes to readings; holes and overlaps told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.actions import COMMANDS
from msgspec import UNSET, UnsetType

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.types import TEXT
from dragoman_generator.ir.commands import Also, CommandOut, Reverse, Row, WireField
from dragoman_generator.ir.outgoing import OperationOut
from dragoman_generator.ir.venue import Code, Operation, Product
from dragoman_generator.language.asking import Outcome
from dragoman_generator.language.commands import Choose, Command, CommandField, by_input
from dragoman_generator.resolve.also import AlsoResolver
from dragoman_generator.resolve.cubes import Cube, Space
from dragoman_generator.resolve.expressions import Expressions
from dragoman_generator.resolve.legs import resolve_legs
from dragoman_generator.resolve.names import is_safe_identifier, literal
from dragoman_generator.resolve.outcomes import resolve_outcome
from dragoman_generator.resolve.scaling import one_when, scale_of
from dragoman_generator.resolve.tables import Tables
from dragoman_generator.resolve.terms import bindings, kind_of_input, term_code, terms
from dragoman_generator.resolve.values import Values
from dragoman_generator.yaml.marks import Path


@dataclass
class CommandResolver:
    """Resolves the commands of one venue, once operations are."""

    commands: Mapping[str, Command]
    operations: Mapping[str, Operation]
    outgoing: Mapping[str, OperationOut]
    products: Mapping[str, Product]
    tables: Tables
    expressions: Expressions
    values: Values

    def __post_init__(self) -> None:
        self.terms = terms({key for product in self.products.values() for key, _ in product.keys})

    def resolve(self) -> dict[str, CommandOut]:
        """Every command; what is wrong is told."""
        return {name: self.command(name, said) for name, said in self.commands.items()}

    def command(self, name: str, said: Command) -> CommandOut:
        path: Path = ("commands", name)
        if name not in COMMANDS:
            self.tell(path, f"unknown command {name!r}", did_you_mean(name, COMMANDS), key=True)
        operations = {"": said.operation} if isinstance(said.operation, str) else dict(said.operation)
        for product, operation in operations.items():
            place = (*path, "operation", product) if product else (*path, "operation")
            if operation not in self.operations:
                self.tell(place, f"unknown operation {operation!r}", did_you_mean(operation, self.operations))
        owner = self.owner(said, path)
        decided = self.commands[owner] if owner else said
        space = self.space(decided, ("commands", owner) if owner else path, owner or name)
        rows, mapped = self.choose(space, said.choose, path) if not owner else ((), [space.whole])
        also = tuple(
            Also(field, AlsoResolver(self.tables).also(space, mapped, item, (*path, "also", field)))
            for field, item in said.also.items()
        )
        fields = self.fields(space, said, path)
        chosen = {row.operation: row.operation for row in rows if row.operation}
        if owner and said.choose_as is not UNSET and _rows_choose(self.commands[owner]):
            self.tell(
                (*path, "choose_as"), f"rows of {owner!r} name operations, which are not those of {name!r}"
            )
        self.known_parameters({**operations, **chosen}, rows, also, fields, said, path)
        if said.idempotency is not UNSET and said.idempotency not in {field.name for field in fields}:
            self.tell(
                (*path, "idempotency"),
                f"{said.idempotency!r} is no field of the command",
                did_you_mean(said.idempotency, said.fields),
            )
        return CommandOut(
            name=name,
            operations=operations,
            inputs=tuple((name, by_input(decided).get(name, "")) for name in space.inputs),
            domains=dict(zip(space.inputs, space.values, strict=True)),
            rows=rows,
            also=also,
            fields=fields,
            reverse=_reverse(space, rows),
            outcome=resolve_outcome(
                *self.reading(said, operations, path),
                {**operations, **chosen},
                self.operations,
                self.expressions,
            ),
            idempotency="" if said.idempotency is UNSET else said.idempotency,
            assume=self.assumed(space, said, path),
            table_of=owner,
            each="" if said.each is UNSET else said.each,
            into="" if said.into is UNSET else said.into,
            most=0 if said.max is UNSET else said.max,
            doc="" if said.doc is UNSET else said.doc,
            legs=resolve_legs(name, self.commands, operations, self.outgoing, self.tell),
        )

    def reading(self, said: Command, operations: Mapping[str, str], path: Path) -> tuple[Outcome, Path]:
        """How the answer is read and where that stands: as the command says it, else as its operation does."""
        if said.outcome is not UNSET:
            return said.outcome, (*path, "outcome")
        for name in operations.values():
            found = self.operations[name].spec.outcome if name in self.operations else UNSET
            if found is not UNSET:
                return found, ("operations", name, "outcome")
        self.tell(path, "nothing says how the answer is read", "add 'outcome' here or to the operation")
        return Outcome(), path

    def owner(self, said: Command, path: Path) -> str:
        """The command whose table decides here, "" for the command's own."""
        if said.each is not UNSET:
            if said.into is UNSET and not said.legs:
                self.tell((*path, "each"), "'into' says which parameter takes the entries, and is missing")
            self.another(said.each, (*path, "each"))
            return ""
        if said.choose_as is UNSET:
            if said.inputs and said.choose is UNSET:
                self.tell(path, "inputs without a table decide nothing", "add 'choose:' or 'choose_as:'")
            return ""
        for word in ("inputs", "choose"):
            if getattr(said, word):
                self.tell(
                    (*path, word), f"the table is that of {said.choose_as!r}, so {word!r} stands there alone"
                )
        return said.choose_as if self.another(said.choose_as, (*path, "choose_as")) else ""

    def another(self, name: str, path: Path) -> bool:
        """Whether a command of that name is there and decides by itself."""
        found = self.commands.get(name)
        if found is None:
            self.tell(path, f"unknown command {name!r}", did_you_mean(name, self.commands))
        elif found.choose_as is not UNSET or found.each is not UNSET:
            self.tell(path, f"{name!r} has no table of its own")
        return found is not None and found.choose_as is UNSET and found.each is UNSET

    def assumed(self, space: Space, said: Command, path: Path) -> dict[str, object]:
        """What untold inputs are taken for: values of their tables."""
        for name, value in said.assume.items():
            if name not in space.inputs or name not in self.tables.choice(
                space, {name: value}, (*path, "assume")
            ):
                self.tell((*path, "assume", name), f"{name!r} is no input of the command", key=True)
        return dict(said.assume)

    # -- tables --------------------------------------------------------------------------------------------------------

    def space(self, said: Command, path: Path, command: str) -> Space:
        for name, kind in by_input(said).items():
            wanted = kind_of_input(name, self.terms)
            if wanted is None or not is_safe_identifier(name):
                self.tell(
                    (*path, "inputs", name),
                    f"a command has no input {name!r}",
                    did_you_mean(name, self.terms),
                    key=True,
                )
            elif kind != wanted:
                self.tell((*path, "inputs", name), f"input {name!r} is {wanted}, not {kind!r}")
        known = {
            name: kind for name, kind in by_input(said).items() if kind_of_input(name, self.terms) == kind
        }
        found = self.tables.space(known, (*path, "inputs"))
        if command != "cancel_all_orders" or "side" not in found.inputs:
            return found
        # Of both sides is what is meant where no side is told.
        at = found.inputs.index("side")
        sides = (*found.values[at], "NO_ORDER_SIDE")
        return Space(found.inputs, (*found.values[:at], sides, *found.values[at + 1 :]))

    def choose(
        self, space: Space, said: Choose | UnsetType, path: Path
    ) -> tuple[tuple[Row, ...], list[Cube]]:
        """The rows, and the combinations that are mapped rather than denied."""
        if isinstance(said, UnsetType):
            return (), [space.whole]
        here = (*path, "choose")
        rows: list[Row] = []
        cubes: list[Cube] = []
        places: list[Path] = []
        for index, row in enumerate(said.rows):
            place = (*here, "rows", index)
            choice = self.tables.choice(space, row.when, (*place, "when"))
            if (row.set is UNSET) == (row.deny is UNSET):
                self.tell(place, "a row either sets fields or denies", "write 'set: {...}' or 'deny: reason'")
                continue
            if row.set is not UNSET and not isinstance(row.set, dict):
                self.tell(
                    (*place, "set"), "a row of a command sets wire fields", "write 'set: {field: value}'"
                )
                continue
            values = {} if row.set is UNSET else dict(row.set)
            operation = "" if row.operation is UNSET else row.operation
            if operation and operation not in self.operations:
                self.tell(
                    (*place, "operation"),
                    f"unknown operation {operation!r}",
                    did_you_mean(operation, self.operations),
                )
            rows.append(Row(choice, values, "" if row.deny is UNSET else row.deny, operation))
            cubes.append(space.cube(choice))
            places.append(place)
        covers = []
        for index, item in enumerate(said.covers):
            place = (*here, "covers", index)
            choice = self.tables.choice(space, item, place)
            covers.append((space.cube(choice), place))
        self.tables.check(space, cubes, places, covers, here)
        denied = [cube for cube, _ in covers]
        mapped = [cube for cube, row in zip(cubes, rows, strict=True) if not row.deny]
        rows += [Row(space.chosen(cube), {}, said.reason) for cube in denied]
        return tuple(rows), mapped

    # -- fields --------------------------------------------------------------------------------------------------------

    def fields(self, space: Space, said: Command, path: Path) -> tuple[WireField, ...]:
        found = []
        for name, item in said.fields.items():
            place = (*path, "fields", name)
            field = CommandField(path=item) if isinstance(item, str) else item
            code = self.value(field, place)
            flags = tuple(
                (text, self.tables.choice(space, when, (*place, "flags", text)))
                for text, when in field.flags.items()
            )
            if code is not None:
                when = self.tables.choice(space, field.when, (*place, "when"))
                found.append(WireField(name, code, when, flags))
        return tuple(found)

    def value(self, field: CommandField, path: Path) -> Code | None:
        """`$term`, `= expression`, a constant, or an object of such; a term may be put into the wire's units."""
        if field.flags:
            return Code("None", TEXT)
        if field.entries:
            return self.entries(field, path)
        code = self.plain(field, path)
        if code is None or field.scale is UNSET:
            return code
        scale = scale_of(field.scale, (*path, "scale"), self.values)
        if scale is None or not isinstance(scale.instrument, str):
            self.tell((*path, "scale"), "a term is counted in a field of the instrument")
            return None
        one = one_when(scale, (*path, "scale"), self.values)
        name = "multiplied" if scale.divide else "divided"
        text = f"{name}({code.text}, t, {literal(scale.instrument)}{one})"
        return Code(text, code.type, code.imports | {("dragoman.requests.units", name)})

    def entries(self, field: CommandField, path: Path) -> Code | None:
        """An object of terms."""
        codes = {
            key: self.plain(CommandField(path=text), (*path, "entries", key))
            for key, text in field.entries.items()
        }
        parts = [f"{literal(key)}: {code.text}" for key, code in codes.items() if code is not None]
        needed = frozenset(item for code in codes.values() if code is not None for item in code.imports)
        return Code(f"said({{{', '.join(parts)}}})", TEXT, needed | {("dragoman.requests.units", "said")})

    def plain(self, field: CommandField, path: Path) -> Code | None:
        if field.const is not UNSET:
            return Code(literal(field.const), TEXT)
        if field.path is UNSET:
            self.tell(path, "say 'path' or 'const'")
            return None
        if field.path.startswith("= "):
            scope = self.expressions.scope(bindings(self.terms))
            return self.expressions.value(field.path, scope, path)
        if not field.path.startswith("$"):
            self.tell(
                path,
                f"{field.path!r} is neither a term nor an expression",
                "write '$price', '= ...' or '{const: ...}'",
            )
            return None
        found = term_code(field.path, self.terms)
        if isinstance(found, str):
            self.tell(path, found, did_you_mean(field.path.removeprefix("$").partition(".")[0], self.terms))
            return None
        return Code(*found)

    def known_parameters(
        self,
        operations: Mapping[str, str],
        rows: tuple[Row, ...],
        also: tuple[Also, ...],
        fields: tuple[WireField, ...],
        said: Command,
        path: Path,
    ) -> None:
        """Everything that is sent must be a parameter of every operation that it goes to.

        Where rows name operations, a field goes to those that have it, and must be a parameter of one of them.
        """
        sent: dict[str, Path] = {name: (*path, "choose") for row in rows for name in row.set}
        sent |= {item.field: (*path, "also", item.field) for item in also}
        sent |= {field.name: (*path, "fields", field.name) for field in fields}
        if said.into is not UNSET:
            sent |= dict.fromkeys([said.into] if isinstance(said.into, str) else said.into, (*path, "into"))
        names = {
            operation: {
                name for param in self.outgoing[operation].params for name in (param.wire, param.told)
            }
            for operation in dict.fromkeys(operations.values())
            if operation in self.outgoing
        }
        if any(row.operation for row in rows):
            names = {" or ".join(names): {name for known in names.values() for name in known}}
        for operation, known in names.items():
            for name, place in sent.items():
                if name not in known:
                    self.tell(
                        place, f"operation {operation!r} has no parameter {name!r}", did_you_mean(name, known)
                    )

    def tell(self, path: Path, message: str, hint: str | None = None, key: bool = False) -> None:
        self.expressions.places.add(path, message, hint, key)


def _rows_choose(command: Command) -> bool:
    """Whether the rows of a command's table name the operations that carry it."""
    return command.choose is not UNSET and any(row.operation is not UNSET for row in command.choose.rows)


def _reverse(space: Space, rows: tuple[Row, ...]) -> tuple[Reverse, ...]:
    """The wire values that one row alone sets, with the inputs that the row fixes."""
    found: list[Reverse] = []
    for row in rows:
        if row.deny or not row.set or sum(1 for other in rows if dict(other.set) == dict(row.set)) > 1:
            continue
        fixed = {name: values[0] for name, values in row.when.items() if len(values) == 1}
        if fixed:
            found.append(Reverse(dict(row.set), fixed))
    return tuple(found)
