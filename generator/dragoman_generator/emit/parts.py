"""Readers of texts with structure: a named tuple, a pattern and a function each."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman_generator.ir.types import EnumType, Part, Parts, Shape
from dragoman_generator.ir.venue import Imports
from dragoman_generator.resolve.names import docstring, literal
from dragoman_generator.resolve.reading import enum_table, parts_reader

_TEXTS = "dragoman.translate.texts"
_ANNOTATIONS = {"text": "str", "dec": "Decimal", "int": "int", "date": "int", "flag": "bool"}


def parts_lines(shapes: list[Shape], enums: Mapping[str, EnumType]) -> tuple[list[str], Imports]:
    """The readers of every field of these shapes whose text has parts."""
    lines: list[str] = []
    needed: set[tuple[str, str]] = set()
    for shape in shapes:
        for item in shape.fields:
            if item.parts is not None:
                lines += _reader(item.parts, enums)
                needed |= _imports(item.parts, enums)
    return lines, frozenset(needed)


def _reader(parts: Parts, enums: Mapping[str, EnumType]) -> list[str]:
    function = parts_reader(parts)
    pattern = f"_{function.removeprefix('read_').upper()}"
    values = ", ".join(_value(part, enums) for part in parts.parts)
    return [
        "",
        f"class {parts.record}(NamedTuple):",
        f'    """The parts of a text written as {docstring(parts.template)}."""',
        "",
        *(f"    {part.name}: {_annotation(part, enums)}" for part in parts.parts),
        "",
        "",
        f"{pattern} = re.compile({literal(parts.pattern)}, re.ASCII)",
        "",
        "",
        "@lru_cache(maxsize=65_536)",
        f"def {function}(text: str) -> {parts.record}:",
        '    """The parts of a text; raises ValueError where it is written in another way."""',
        f"    found = {pattern}.fullmatch(text)",
        "    if found is None:",
        f"        raise no_such_form(text, {literal(parts.template)})",
        f"    return {parts.record}({values})",
        "",
    ]


def _annotation(part: Part, enums: Mapping[str, EnumType]) -> str:
    if part.kind in enums:
        return enums[part.kind].model or "str"
    return _ANNOTATIONS[part.kind]


def _value(part: Part, enums: Mapping[str, EnumType]) -> str:
    read = f"found[{literal(part.name)}]"
    if part.kind in enums:
        enum = enums[part.kind]
        return f"{enum_table(enum.name)}[{read}]" if enum.is_mapped else read
    if part.kind == "date":
        return f"day_ns({read}, {literal(part.argument)})"
    if part.kind == "flag":
        return f"{read} == {literal(part.argument.split('/')[0])}"
    return {"dec": f"Decimal({read})", "int": f"int({read})"}.get(part.kind, read)


def _imports(parts: Parts, enums: Mapping[str, EnumType]) -> set[tuple[str, str]]:
    needed = {("typing", "NamedTuple"), ("functools", "lru_cache"), ("re", ""), (_TEXTS, "no_such_form")}
    kinds = {part.kind for part in parts.parts}
    if "date" in kinds:
        needed.add((_TEXTS, "day_ns"))
    if "dec" in kinds:
        needed.add(("decimal", "Decimal"))
    needed |= {("dragoman.model", enums[kind].model) for kind in kinds if kind in enums and enums[kind].model}
    return needed
