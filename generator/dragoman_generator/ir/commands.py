"""Normalized commands, resolved: decisions as rows of cubes, fields compiled, outcomes compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman_generator.ir.types import WireType
from dragoman_generator.ir.venue import Code

Choice = Mapping[str, tuple[object, ...]]
"""input -> the values that fit; an input left out may have any."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a decision: where `when` fits, `set` holds, or `deny` says why not."""

    when: Choice
    set: Mapping[str, object]
    deny: str = ""
    operation: str = ""
    """The operation that carries what fits, where it is not the command's own."""


@dataclass(frozen=True, slots=True)
class Also:
    """One more wire field that inputs decide; no row fits where the field is left out."""

    field: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class WireField:
    """One wire field and how it is made of the command's terms; left out where `when` does not fit."""

    name: str
    value: Code
    when: Choice
    flags: tuple[tuple[str, Choice], ...] = ()
    """Texts that are joined where their inputs hold; `value` is nothing then."""


@dataclass(frozen=True, slots=True)
class Reverse:
    """Wire values that only one set of inputs leads to."""

    wire: Mapping[str, object]
    inputs: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class OutcomeOut:
    """How an answer is read: `message` is the decoded body."""

    payload: WireType | None
    accepted: Code | None
    code: Code | None
    reason: Code | None
    ids: Mapping[str, Code]
    unknown: tuple[str, ...]
    rows: Code | None = None
    """The rows of a batch's answer as tuples; the other readings take one as `entry`."""


@dataclass(frozen=True, slots=True)
class LegOut:
    """Where a list says the fields of one of its orders."""

    fields: Mapping[str, str]
    words: Mapping[str, Mapping[str, object]]
    drop: tuple[str, ...]
    into: str = ""
    rests: bool = False
    products: tuple[str, ...] = ()
    waits: bool = False
    attached: bool = False
    under: str = ""


@dataclass(frozen=True, slots=True)
class CommandOut:
    """One command of the venue."""

    name: str
    operations: Mapping[str, str]
    """product ("" for all) -> operation."""
    inputs: tuple[tuple[str, str], ...]
    """(input, enum of the model, `bool` or `product`)."""
    domains: Mapping[str, tuple[object, ...]]
    rows: tuple[Row, ...]
    also: tuple[Also, ...]
    fields: tuple[WireField, ...]
    reverse: tuple[Reverse, ...]
    outcome: OutcomeOut
    idempotency: str = ""
    assume: Mapping[str, object] = field(default_factory=dict)
    table_of: str = ""
    """The command whose table decides, where it is another's."""
    each: str = ""
    """The command that makes the entries of a batch."""
    into: str | Mapping[str, str] = ""
    most: int = 0
    doc: str = ""
    legs: Mapping[str, LegOut] = field(default_factory=dict)
    """Role -> an order of a linked list."""
