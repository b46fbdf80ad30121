"""The checked tree: every node has a type, every name is resolved, every implicit conversion is done."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from dragoman_generator.expr.types import Enum, Record, Type

if TYPE_CHECKING:
    from dragoman_generator.expr.scope import FunctionBinding
    from dragoman_generator.expr.signatures import Signature


@dataclass(frozen=True)
class Typed:
    type: Type
    position: int


@dataclass(frozen=True)
class Const(Typed):
    value: int | Decimal | str | bool | None


@dataclass(frozen=True)
class Member(Typed):
    """A member of an enum, by name."""

    enum: Enum
    member: str


@dataclass(frozen=True)
class Var(Typed):
    """A name of the scope; `code` is what the scope says it compiles to."""

    name: str
    code: str


@dataclass(frozen=True)
class Element(Typed):
    """The element of the list function at this nesting depth (1 is the outermost)."""

    depth: int


@dataclass(frozen=True)
class Field(Typed):
    """A field of a record; `lifted` when the record may be absent, and the field with it."""

    base: Typed
    name: str
    record: Record
    lifted: bool


@dataclass(frozen=True)
class Present(Typed):
    """A path of an opt type that a condition around it has shown to be present."""

    path: Typed


@dataclass(frozen=True)
class IsAbsent(Typed):
    operand: Typed


@dataclass(frozen=True)
class Not(Typed):
    operand: Typed


@dataclass(frozen=True)
class Negative(Typed):
    operand: Typed


@dataclass(frozen=True)
class Logic(Typed):
    """`operator` is and, or."""

    operator: str
    left: Typed
    right: Typed


@dataclass(frozen=True)
class Compare(Typed):
    """`operator` is one of == != < <= > >= ; both sides have one type."""

    operator: str
    left: Typed
    right: Typed


@dataclass(frozen=True)
class Membership(Typed):
    item: Typed
    container: Typed


@dataclass(frozen=True)
class Arithmetic(Typed):
    operator: str
    left: Typed
    right: Typed


@dataclass(frozen=True)
class Default(Typed):
    """`value ?? fallback`."""

    value: Typed
    fallback: Typed


@dataclass(frozen=True)
class Choice(Typed):
    condition: Typed
    then: Typed
    otherwise: Typed


@dataclass(frozen=True)
class Listing(Typed):
    items: tuple[Typed, ...]


@dataclass(frozen=True)
class At(Typed):
    """`base[index]`; absent when the list is too short."""

    base: Typed
    index: int


@dataclass(frozen=True)
class Fold(Typed):
    """any, all, first or sum over a list; `body` sees the element at `depth`."""

    function: str
    base: Typed
    body: Typed
    depth: int


@dataclass(frozen=True)
class Apply(Typed):
    """A call of the function table, by the signature that fitted."""

    name: str
    signature: Signature
    arguments: tuple[Typed, ...]


@dataclass(frozen=True)
class Provided(Typed):
    """A call of a function that the scope brings."""

    name: str
    function: FunctionBinding
    arguments: tuple[Typed, ...]


PathKey = tuple[str, ...]


def path_key(node: Typed) -> PathKey | None:
    """What names a path for narrowing: `a.b` is ("a", "b"); None when the node is no path."""
    if isinstance(node, Var):
        return (node.name,)
    if isinstance(node, Element):
        return (f"it {node.depth}",)
    if isinstance(node, Present):
        return path_key(node.path)
    if isinstance(node, Field):
        base = path_key(node.base)
        return None if base is None else (*base, node.name)
    return None


def children(node: Typed) -> tuple[Typed, ...]:
    """The direct parts of a node, left to right."""
    found: list[Typed] = []
    for value in vars(node).values():
        if isinstance(value, Typed):
            found.append(value)
        elif isinstance(value, tuple):
            found.extend(item for item in value if isinstance(item, Typed))
    return tuple(found)
