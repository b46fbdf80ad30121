"""Payload shapes as Structs, enums as aliases and tables of meanings."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman_generator.expr.types import Enum
from dragoman_generator.ir.types import EnumType, Field, Shape, WireType
from dragoman_generator.ir.venue import DataType, Imports, Venue
from dragoman_generator.resolve.names import comment, docstring, literal
from dragoman_generator.resolve.reading import Reading, enum_table


@dataclass(frozen=True)
class StructText:
    """One class: its declaration line, docstring and field lines."""

    name: str
    options: str
    doc: str
    fields: tuple[str, ...]
    imports: Imports
    source: str = ""
    """The whole class where another tool has printed it."""


_OPTIONS = {
    "record": ("frozen", "kw_only"),
    "row": ("frozen", "array_like"),
    "positional": ("frozen",),
}
"""Kind of a shape -> what its class is told; positional ones are made from values in order."""


def payload_struct(shape: Shape, reading: Reading) -> StructText:
    """A shape as a frozen Struct; wire names stand in it once."""
    lines = tuple(_field(item, reading, shape.kind) for item in shape.fields)
    return StructText(shape.name, written_options(shape), shape_doc(shape), lines, imports_of(lines))


def struct_options(shape: Shape) -> dict[str, str]:
    """What the class of a shape is told; decoding makes no cycles, so that none is anything for the garbage collector."""
    options = dict.fromkeys(_OPTIONS[shape.kind], "True")
    if shape.extra == "forbid":
        options["forbid_unknown_fields"] = "True"
    if shape.tag_key:
        options |= {"tag_field": literal(shape.tag_key), "tag": literal(shape.tag_value)}
    options["gc"] = "False"
    return options


def written_options(shape: Shape) -> str:
    return ", ".join(f"{name}={value}" for name, value in struct_options(shape).items())


def shape_doc(shape: Shape) -> str:
    """The inside of the docstring of a shape's class."""
    return docstring(f"{shape.title or shape.name}." + (f" {shape.doc}" if shape.doc else ""))


def data_struct(kind: DataType, reading: Reading) -> StructText:
    """A venue data type as a frozen Struct."""
    lines = ["instrument_id: InstrumentId"] if kind.about == "instrument" else []
    for item in kind.fields:
        found = str(_data_annotation(item, reading))
        lines.append(
            f"{item.name}: {found}"
            + (" | None" if item.type.optional else "")
            + (f"  # {comment(item.doc)}" if item.doc else "")
        )
    lines += ["ts_event: int", "ts_init: int"]
    doc = docstring(kind.title.rstrip(".") + "." + (f" {kind.doc}" if kind.doc else ""))
    needed = set(imports_of(tuple(lines)))
    if kind.about == "instrument":
        needed.add(("dragoman.model", "InstrumentId"))
    return StructText(kind.name, "frozen=True, kw_only=True", doc, tuple(lines), frozenset(needed))


def enum_lines(enum: EnumType) -> tuple[list[str], Imports]:
    """The alias of a closed enum's wire values, and the table of meanings where they mean something else."""
    lines: list[str] = []
    needed: set[tuple[str, str]] = set()
    if enum.policy == "closed":
        needed.add(("typing", "Literal"))
        lines.append(f"{enum.name} = Literal[{', '.join(literal(wire) for wire, _ in enum.values)}]")
    if enum.is_mapped:
        table = enum_table(enum.name)
        kind = enum.model or "str"
        if enum.model:
            needed.add(("dragoman.model", enum.model))
        rows = ", ".join(
            f"{literal(wire)}: {f'{enum.model}.{meaning}' if enum.model else literal(meaning)}"
            for wire, meaning in enum.values
        )
        wire_kind = "int" if enum.of_integers else "str"
        if enum.policy == "closed":
            lines.append(f"{table}: dict[{wire_kind}, {kind}] = {{{rows}}}")
        else:
            needed.add(("dragoman.translate.reads", "OpenEnum"))
            unknown = (
                f", {enum.model}.{enum.unknown}"
                if enum.model
                else f", {literal(enum.unknown)}" if enum.unknown else ""
            )
            lines.append(f"{table}: OpenEnum[{kind}] = OpenEnum({literal(enum.name)}, {{{rows}}}{unknown})")
    return lines, frozenset(needed)


def shapes_of(venue: Venue, stem: str) -> list[Shape]:
    """The shapes of one module, used ones before their users."""
    mine = {
        name
        for name, owner in venue.shape_stems.items()
        if owner == stem and not venue.shapes[name].is_vendors
    }
    done: list[Shape] = []
    seen: set[str] = set()

    def visit(name: str) -> None:
        if name in seen or name not in mine:
            return
        seen.add(name)
        for item in venue.shapes[name].fields:
            for ref in refs(item.type):
                visit(ref)
        done.append(venue.shapes[name])

    for name in venue.shapes:
        visit(name)
    return done


def refs(kind: WireType | None) -> list[str]:
    """Names of the shapes and enums that a type mentions."""
    found: list[str] = []
    while kind is not None:
        found.append(kind.ref)
        kind = kind.item
    return [name for name in found if name]


def _field(item: Field, reading: Reading, kind: str) -> str:
    annotation = reading.annotation(item.type)
    if item.has_const:
        annotation = f"Literal[{literal(item.const)}]"
    default = "ABSENT" if item.marks_absence else "None" if item.type.may_be_absent else ""
    if default and annotation == "Raw":
        default = 'Raw(b"null")'
    if kind == "positional":
        return f"{item.name}: {annotation}"
    if item.wire != item.name and kind == "record":
        arguments = f"name={literal(item.wire)}" + (f", default={default}" if default else "")
        return f"{item.name}: {annotation} = field({arguments})"
    return f"{item.name}: {annotation}" + (f" = {default}" if default else "")


_DATA = {"dec": "Decimal", "int": "int", "bool": "bool", "text": "str", "time": "int", "raw": "Raw"}


def _data_annotation(item: Field, reading: Reading) -> str:
    """What a data type holds: values as expressions see them, records as they were decoded."""
    kind = item.type.required()
    found = reading.expression_type(kind)
    return _DATA.get(str(found)) or (str(found) if isinstance(found, Enum) else reading.annotation(kind))


def imports_of(lines: tuple[str, ...]) -> Imports:
    """What the field lines of a class import, `Struct` among it."""
    text = "\n".join(lines)
    needed: set[tuple[str, str]] = {("msgspec", "Struct")}
    if "Decimal" in text:
        needed.add(("decimal", "Decimal"))
    if "Literal[" in text:
        needed.add(("typing", "Literal"))
    if "= field(" in text:
        needed.add(("msgspec", "field"))
    if "Raw" in text:
        needed.add(("msgspec", "Raw"))
    if "ABSENT" in text:
        needed.add(("dragoman.machines", "ABSENT"))
    return frozenset(needed)
