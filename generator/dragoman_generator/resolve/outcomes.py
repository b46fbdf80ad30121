"""Outcomes of commands: how an answer is read, over the names of the operation's response."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

from msgspec import UNSET, UnsetType

from dragoman_generator.expr.scope import Binding, Scope
from dragoman_generator.expr.types import BOOL, TEXT, TIME, List, Opt, Record, Type
from dragoman_generator.ir.commands import OutcomeOut
from dragoman_generator.ir.venue import Code, Operation
from dragoman_generator.language.asking import Entries, Outcome
from dragoman_generator.resolve.expressions import Expressions
from dragoman_generator.yaml.marks import Path


def resolve_outcome(
    said: Outcome,
    path: Path,
    names: Mapping[str, str],
    operations: Mapping[str, Operation],
    expressions: Expressions,
) -> OutcomeOut:
    """How the answer is read; its names are those of the operation's response."""
    payloads = {operations[name].payload for name in names.values() if name in operations}
    payload = next(iter(payloads)) if len(payloads) == 1 else None
    bound: dict[str, Binding] = {}
    opens: tuple[str, ...] = ()
    if payload is not None and payload.kind == "record":
        bound, opens = {"message": Binding(expressions.reading.record(payload.ref), "message")}, ("message",)
    elif payload is not None and payload.kind in ("list", "many"):
        bound = {"rows": Binding(expressions.reading.expression_type(payload), "message")}
    scope = expressions.scope(bound, opens)
    rows = None
    if not isinstance(said.entries, UnsetType):
        rows, entry = _entries(said.entries, scope, expressions, (*path, "entries"))
        open_entry = ("entry",) if "entry" in entry and isinstance(entry["entry"].type, Record) else ()
        scope = expressions.scope({**bound, **entry}, (*open_entry, *opens))

    def read(text: Any, place: Path, expected: Type | None = None) -> Code | None:
        code = None if text is UNSET or text is None else expressions.value(text, scope, place, expected)
        if code is not None and _asks_a_translator(code.text):
            sentence = "an outcome is read without a translator, which codes, open enums and units ask for"
            expressions.places.add(place, sentence, "give the field a plain type")
        return code

    ids: dict[str, Code] = {
        name: code
        for name, text in said.ids.items()
        if (code := read(text, (*path, "ids", name), TIME if name == "ts_event" else None)) is not None
    }
    return OutcomeOut(
        payload=payload,
        accepted=read(said.accepted, (*path, "accepted"), BOOL),
        code=read(said.rejected.get("code"), (*path, "rejected", "code")),
        reason=read(said.rejected.get("reason"), (*path, "rejected", "reason")),
        ids=ids,
        unknown=tuple(sorted(said.unknown)),
        rows=rows,
    )


def _asks_a_translator(text: str) -> bool:
    """Whether printed code names the scope of a translator."""
    return any(
        isinstance(node, ast.Name) and node.id == "scope" for node in ast.walk(ast.parse(text, mode="eval"))
    )


def _entries(
    said: Entries, scope: Scope, expressions: Expressions, path: Path
) -> tuple[Code | None, dict[str, Binding]]:
    """The rows as tuples, and what a reading sees of one of them."""
    lists: list[Code] = []
    names: dict[str, Binding] = {}
    for name, text in {"entry": said.in_, **said.beside}.items():
        place = (*path, "in") if name == "entry" else (*path, "beside", name)
        code = expressions.value(text, scope, place)
        if code is None:
            continue
        kind = code.type.inner if isinstance(code.type, Opt) else code.type
        if not isinstance(kind, List):
            expressions.places.add(place, f"entries are the rows of a list, and this is {code.type}")
            continue
        names[name] = Binding(kind.inner, f"entry[{len(lists)}]")
        lists.append(
            Code(f"({code.text} or ())" if isinstance(code.type, Opt) else code.text, code.type, code.imports)
        )
    if not lists:
        return None, {}
    needed = frozenset(each for code in lists for each in code.imports)
    return Code(f"list(zip({', '.join(code.text for code in lists)}, strict=True))", TEXT, needed), names
