"""JSON numbers of orders and fills as their decoder finds them soonest: whole ones as integers, others as remembered decimals.

A field of a decimal takes a text as well, and more of them than a venue may mean, so that the bytes of each message would have to
be looked at. A field of any type keeps a text as one, and a message that has one there takes the usual way.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman_generator.emit.body import INDENT
from dragoman_generator.emit.light import Variant
from dragoman_generator.ir.types import EnumType, Field, Shape
from dragoman_generator.ir.venue import Imports, Venue
from dragoman_generator.resolve.reading import Reading, enum_table

_CHAIN = re.compile(r"\b[a-z]\w*\.([a-z]\w*)\b")


@dataclass(frozen=True)
class PlainNumbers:
    """What a message is decoded to, and the lines of a feed that ask whether its numbers are numbers."""

    variants: tuple[Variant, ...]
    lines: tuple[str, ...]
    imports: Imports


def with_plain_numbers(shape: Shape, lines: Iterable[str], venue: Venue) -> PlainNumbers | None:
    """A message of rows; None where its rows have no such numbers, or decimals that are told in text."""
    lists = [item for item in shape.fields if item.type.kind == "list" and item.type.item is not None]
    others = [item for item in shape.fields if item not in lists and item.type.kind not in {"text", "enum"}]
    if len(lists) != 1 or others or lists[0].type.optional or lists[0].type.item is None:
        return None
    row = venue.shapes.get(lists[0].type.item.ref)
    if row is None or row.kind != "record":
        return None
    reading = Reading(venue.shapes, venue.enums)
    numbers = [item for item in row.fields if "Decimal" in reading.annotation(item.type)]
    if not numbers or any(
        item.type.kind != "dec_num" or reading.read(item.type) != "finite({})" for item in numbers
    ):
        return None
    scaled = set(_scaled(lines))
    types = [(item.name, _kind(item, scaled)) for item in numbers]
    words = [(item, enum) for item in row.fields if (enum := _words(item, venue)) is not None]
    types += [(item.name, f"one_of({enum_table(enum.name)}){_or_none(item)}") for item, enum in words]
    inner = Variant(f"{row.name}Fed", row.name, (), tuple(types))
    whole = Variant(f"{shape.name}Fed", shape.name, (inner.name,), ())
    asked = [item for item, (_, kind) in zip(numbers, types, strict=False) if kind == "Any"]
    needed = {("typing", "Any")}
    if asked:
        needed.add(("dragoman.translate.numbers", "NUMBERS"))
    if words:
        needed.add(("dragoman.translate.frames", "one_of"))
    return PlainNumbers((inner, whole), tuple(_asked(lists[0], asked)), frozenset(needed))


def _asked(rows: Field, numbers: list[Field]) -> Iterator[str]:
    """The lines that leave a message with another value than a number to the usual way."""
    if not numbers:
        return
    odd = " or ".join(
        (
            f"(row.{item.name} is not None and type(row.{item.name}) not in NUMBERS)"
            if item.type.optional
            else f"type(row.{item.name}) not in NUMBERS"
        )
        for item in numbers
    )
    yield f"{INDENT}for row in message.{rows.name}:"
    yield f"{INDENT * 2}if {odd}:"
    yield f"{INDENT * 3}return rest(payload, ts_init)"


def _scaled(lines: Iterable[str]) -> Iterator[str]:
    """The fields that a factor of their instrument scales, which are counted in wholes."""
    for line in lines:
        if "scope.factor(" not in line or "multiply(" not in line:
            continue
        bare = line.strip()
        try:
            tree = ast.parse(f"{bare} pass" if bare.endswith(":") else bare)
        except SyntaxError:  # a line that begins no statement
            continue
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "multiply"
                and ast.unparse(node.args[1]).startswith("scope.factor(")
            ):
                yield from _CHAIN.findall(ast.unparse(node.args[0]))


def _kind(item: Field, scaled: set[str]) -> str:
    return f"int{_or_none(item)}" if item.name in scaled else "Any"


def _or_none(item: Field) -> str:
    return " | None" if item.type.optional else ""


def _words(item: Field, venue: Venue) -> EnumType | None:
    """The open enum of texts that a field is of: a word that it knows is one object, another one takes the usual way."""
    enum = venue.enums.get(item.type.ref) if item.type.kind == "enum" else None
    plain = enum is not None and enum.policy == "open" and enum.is_mapped and not enum.of_integers
    return enum if plain and not item.type.none_is and not item.type.empty_is_none else None
