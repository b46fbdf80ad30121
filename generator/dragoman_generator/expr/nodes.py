"""The syntax tree, as written: names are not yet resolved and nothing has a type."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Expr:
    position: int


@dataclass(frozen=True)
class Literal(Expr):
    """`kind` is int, dec, text, bool, null or duration (nanoseconds)."""

    kind: str
    value: int | Decimal | str | bool | None


@dataclass(frozen=True)
class Name(Expr):
    name: str


@dataclass(frozen=True)
class Access(Expr):
    """`base.name`; the position is that of the name."""

    base: Expr
    name: str


@dataclass(frozen=True)
class Index(Expr):
    base: Expr
    index: int


@dataclass(frozen=True)
class Select(Expr):
    """`base[field=tag]`: the first element whose field equals the tag; a bare word as tag is text or an enum member."""

    base: Expr
    field: str
    tag: Literal | Name


@dataclass(frozen=True)
class Call(Expr):
    name: str
    arguments: tuple[Expr, ...]


@dataclass(frozen=True)
class Unary(Expr):
    operator: str
    operand: Expr


@dataclass(frozen=True)
class Binary(Expr):
    """The position is that of the operator."""

    operator: str
    left: Expr
    right: Expr


@dataclass(frozen=True)
class Conditional(Expr):
    condition: Expr
    then: Expr
    otherwise: Expr


@dataclass(frozen=True)
class ListLiteral(Expr):
    items: tuple[Expr, ...]
