"""Texts that stand for others: each code becomes a function of what the wire holds."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import UNSET

from dragoman_generator.expr.negation import negated
from dragoman_generator.expr.scope import Binding
from dragoman_generator.expr.types import BOOL, TEXT
from dragoman_generator.ir.venue import TextCode
from dragoman_generator.language.payload import TextCode as TextCodeSpec
from dragoman_generator.resolve.expressions import Expressions
from dragoman_generator.resolve.names import is_safe_identifier
from dragoman_generator.yaml.marks import Path


def resolve_codes(specs: Mapping[str, TextCodeSpec], expressions: Expressions) -> dict[str, TextCode]:
    """Every code whose expressions hold; what is wrong is told."""
    found = {name: _code(name, spec, expressions) for name, spec in specs.items()}
    return {name: code for name, code in found.items() if code is not None}


def _code(name: str, spec: TextCodeSpec, expressions: Expressions) -> TextCode | None:
    path: Path = ("codes", name)
    names = {"value": Binding(TEXT, "value")}
    lines: list[str] = []
    needed: set[tuple[str, str]] = set()
    if spec.when is not UNSET:
        when = expressions.value(spec.when, expressions.scope(names), (*path, "when"), BOOL)
        if when is None:
            return None
        lines += [f"if {negated(when.text)}:", "    return value"]
        needed |= when.imports
    for word, text in spec.let.items():
        if word in names or not is_safe_identifier(word):
            expressions.places.add((*path, "let", word), f"{word!r} is the name of something else here")
            continue
        made = expressions.value(text, expressions.scope(names), (*path, "let", word))
        if made is None:
            return None
        names[word] = Binding(made.type, word)
        lines.append(f"{word} = {made.text}")
        needed |= made.imports
    found = expressions.value(spec.text, expressions.scope(names), (*path, "text"), TEXT)
    if found is None:
        return None
    return TextCode(name, spec.title, (*lines, f"return {found.text}"), frozenset(needed | found.imports))
