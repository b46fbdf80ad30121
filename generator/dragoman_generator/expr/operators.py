"""Which operator takes which types, and the few conversions that a literal may make."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dragoman_generator.expr.typed import Choice, Const, Listing, Typed
from dragoman_generator.expr.types import (
    BOOL,
    BYTES,
    DEC,
    DURATION,
    INT,
    NULL,
    TEXT,
    TIME,
    UNKNOWN,
    Enum,
    List,
    Opt,
    Scalar,
    Type,
    assignable,
    strip_opt,
    unify,
)


def _rules() -> dict[tuple[str, str, str], Type]:
    rules: dict[tuple[str, str, str], Type] = {}
    for operator in ("+", "-", "*", "//", "%"):
        for kind in (INT, DEC):
            rules[operator, kind.name, kind.name] = kind
    for operator in ("+", "-"):
        rules[operator, "duration", "duration"] = DURATION
        rules[operator, "time", "duration"] = TIME
    rules["+", "duration", "time"] = TIME
    rules["-", "time", "time"] = DURATION
    rules["*", "duration", "int"] = DURATION
    rules["*", "int", "duration"] = DURATION
    rules["//", "duration", "int"] = DURATION
    for kind in (TIME, DURATION):
        rules["//", kind.name, "duration"] = INT
        rules["%", kind.name, "duration"] = DURATION
    rules["+", "text", "text"] = TEXT
    rules["+", "bytes", "bytes"] = BYTES
    return rules


_RULES = _rules()
_ORDERED = (INT, DEC, TEXT, TIME, DURATION)
_EQUATABLE = (*_ORDERED, BOOL, BYTES)


def arithmetic(operator: str, left: Type, right: Type) -> Type | None:
    """The type of `left operator right`, or None where the language has no such operation."""
    if not isinstance(left, Scalar) or not isinstance(right, Scalar):
        return None
    return _RULES.get((operator, left.name, right.name))


def comparable(operator: str, type_: Type) -> bool:
    """Whether two values of this type can be compared so."""
    if operator in ("==", "!="):
        return type_ in _EQUATABLE or isinstance(type_, Enum)
    return type_ in _ORDERED


def opt_of(type_: Type) -> Type:
    """The type of a value of this type that may be absent; an opt stays as it is."""
    return type_ if isinstance(type_, Opt) or type_ == UNKNOWN else Opt(type_)


def coerce(node: Typed, target: Type) -> Typed | None:
    """The node as a value of the target type: itself, or an integer literal as a decimal, or None."""
    if node.type == NULL and isinstance(target, Opt):
        return replace(node, type=target)
    if assignable(node.type, target):
        return node
    inner = strip_opt(target)
    if isinstance(node, Const) and node.type == INT and inner == DEC and isinstance(node.value, int):
        return Const(DEC, node.position, Decimal(node.value))
    if isinstance(node, Choice):
        then, otherwise = coerce(node.then, target), coerce(node.otherwise, target)
        if then is not None and otherwise is not None:
            return Choice(target, node.position, node.condition, then, otherwise)
    if isinstance(node, Listing) and isinstance(inner, List):
        items = [coerce(item, inner.inner) for item in node.items]
        if all(item is not None for item in items):
            return Listing(inner, node.position, tuple(item for item in items if item is not None))
    return None


def harmonize(left: Typed, right: Typed) -> tuple[Typed, Typed, Type] | None:
    """Both nodes as values of one type, and that type; None when there is none."""
    common = unify(left.type, right.type)
    if common is None:
        if (converted := coerce(left, right.type)) is not None:
            left = converted
        elif (converted := coerce(right, left.type)) is not None:
            right = converted
        common = unify(left.type, right.type)
    return None if common is None else (left, right, common)
