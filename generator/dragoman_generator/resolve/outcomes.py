"""Outcomes of commands: how an answer is read, over the names of the operation's response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import UNSET

from dragoman_generator.expr.scope import Binding
from dragoman_generator.expr.types import BOOL, TIME, Type
from dragoman_generator.ir.commands import OutcomeOut
from dragoman_generator.ir.venue import Code, Operation
from dragoman_generator.language.wire import Outcome
from dragoman_generator.resolve.expressions import Expressions
from dragoman_generator.yaml.marks import Path


def resolve_outcome(
    said: Outcome,
    names: Mapping[str, str],
    operations: Mapping[str, Operation],
    expressions: Expressions,
    path: Path,
) -> OutcomeOut:
    """How the answer is read; its names are those of the operation's response."""
    payloads = {operations[name].payload for name in names.values() if name in operations}
    payload = next(iter(payloads)) if len(payloads) == 1 else None
    bound: dict[str, Binding] = {}
    opens: tuple[str, ...] = ()
    if payload is not None and payload.kind == "record":
        bound, opens = {"message": Binding(expressions.reading.record(payload.ref), "message")}, ("message",)
    scope = expressions.scope(bound, opens)

    def read(text: Any, place: Path, expected: Type | None = None) -> Code | None:
        return None if text is UNSET or text is None else expressions.value(text, scope, place, expected)

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
    )
