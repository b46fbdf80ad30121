"""Commands and their decision tables (case d)."""

from typing import Any, Literal

from msgspec import UNSET, UnsetType, field

from dragoman_generator.language.emit import TableRow
from dragoman_generator.language.wire import Outcome
from dragoman_generator.language.words import Doc, Ident, Scalar, Why, Words


class Choose(Words, frozen=True, kw_only=True):
    """One total table: every combination of the inputs is mapped or denied in writing."""

    hit: Literal["unique"] = "unique"
    rows: list[TableRow]
    covers: list[dict[str, Any]] = field(default_factory=list)
    """Combinations that are denied without a row of their own."""
    reason: str = "not supported"


class CommandField(Words, frozen=True, kw_only=True):
    """A wire field of the command."""

    path: str | UnsetType = UNSET
    const: Scalar | UnsetType = UNSET
    when: dict[str, Any] = field(default_factory=dict)


class Command(Words, frozen=True, kw_only=True):
    """A normalized command: inputs, table, wire fields, outcome."""

    operation: Ident | dict[str, Ident]
    inputs: dict[str, str]
    choose: Choose
    also: dict[str, dict[str, Any]] = field(default_factory=dict)
    """wire field -> `{by: [inputs], when: {...}, pattern: value | deny | {pattern: value}}`."""
    fields: dict[str, str | CommandField]
    outcome: Outcome
    idempotency: str | UnsetType = UNSET
    doc: Doc
    why: Why = ""
