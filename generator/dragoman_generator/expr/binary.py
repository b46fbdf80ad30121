"""Checks one operator between two checked sides; comparing, computing, looking for, and giving a default."""

from __future__ import annotations

from dragoman_generator.expr.errors import ExprTypeError, did_you_mean
from dragoman_generator.expr.operators import arithmetic, coerce, comparable, harmonize
from dragoman_generator.expr.typed import (
    Arithmetic,
    Compare,
    Const,
    Default,
    IsAbsent,
    Listing,
    Membership,
    Not,
    Typed,
)
from dragoman_generator.expr.types import BOOL, DEC, NULL, TEXT, Enum, List, Opt, Type, strip_opt

ABSENT_HINT = "give a default with ??, or test it with != null first"


def check_binary(operator: str, position: int, left: Typed, right: Typed) -> Typed:
    """The typed operation, for every operator but `and` and `or`. Raises ExprTypeError where the sides don't fit."""
    if operator == "??":
        return _default(position, left, right)
    if operator in ("in", "not in"):
        return _membership(operator, position, left, right)
    if operator in ("+", "-", "*", "/", "//", "%"):
        return _arithmetic(operator, position, left, right)
    return _compare(operator, position, left, right)


def _compare(operator: str, position: int, left: Typed, right: Typed) -> Typed:
    if NULL in (left.type, right.type):
        return _null_test(operator, position, right if left.type == NULL else left)
    if absent := [side for side in (left, right) if isinstance(side.type, Opt)]:
        raise ExprTypeError(
            absent[0].position, f"'{operator}' compares a value that may be absent", ABSENT_HINT
        )
    joined = harmonize(left, right)
    if joined is None:
        hint = pair_hint(left, right)
        raise ExprTypeError(position, f"'{operator}' can't compare {left.type} with {right.type}", hint)
    left, right, kind = joined
    if not comparable(operator, kind):
        hint = "enums have no order; use == or in" if isinstance(kind, Enum) else ""
        raise ExprTypeError(position, f"'{operator}' doesn't compare {kind}", hint)
    return Compare(BOOL, position, operator, left, right)


def pair_hint(left: Typed, right: Typed) -> str:
    """How to make two values of different types alike; empty when there is no such way."""
    for enum, text in ((left.type, right), (right.type, left)):
        if isinstance(enum, Enum) and isinstance(text, Const) and isinstance(text.value, str):
            if text.value in enum.members:
                return f"write {enum}.{text.value}"
            return did_you_mean(text.value, enum.members)
    kinds = {str(_single(left.type)), str(_single(right.type))}
    if kinds == {"int", "dec"}:
        return "convert the int with dec()"
    if "text" in kinds and kinds & {"int", "dec"}:
        return f"convert the text with {(kinds - {'text'}).pop()}()"
    if "int" in kinds and kinds & {"time", "duration"}:
        return "convert with from_ms(), to_ms() and their like, or write a duration such as 5s"
    return ""


def _null_test(operator: str, position: int, operand: Typed) -> Typed:
    if operator not in ("==", "!="):
        raise ExprTypeError(position, f"'{operator}' can't compare with null", "use == null or != null")
    if not isinstance(operand.type, Opt):
        message = "null is never absent" if operand.type == NULL else "this is never absent"
        raise ExprTypeError(
            operand.position, f"{message}, so it can't be compared with null", "drop the test"
        )
    absent = IsAbsent(BOOL, position, operand)
    return absent if operator == "==" else Not(BOOL, position, absent)


def _membership(operator: str, position: int, item: Typed, container: Typed) -> Typed:
    fitted: Typed | None = item
    if isinstance(item.type, Opt) or isinstance(container.type, Opt):
        absent = item if isinstance(item.type, Opt) else container
        raise ExprTypeError(absent.position, "'in' uses a value that may be absent", ABSENT_HINT)
    if isinstance(container.type, List):
        if isinstance(container, Listing) and not container.items:
            raise ExprTypeError(container.position, "nothing is in an empty list")
        if isinstance(container, Listing):
            container = coerce(container, List(item.type)) or container
        fitted = coerce(item, container.type.inner) if isinstance(container.type, List) else None
        if fitted is None or not comparable("==", fitted.type):
            message = f"'in' can't look for {item.type} in {container.type}"
            first = container.items[0] if isinstance(container, Listing) else container
            raise ExprTypeError(position, message, pair_hint(item, first))
    elif (item.type, container.type) != (TEXT, TEXT):
        raise ExprTypeError(position, f"'in' can't look for {item.type} in {container.type}")
    assert fitted is not None
    found = Membership(BOOL, position, fitted, container)
    return Not(BOOL, position, found) if operator == "not in" else found


def _arithmetic(operator: str, position: int, left: Typed, right: Typed) -> Typed:
    if operator == "/":
        hint = "say how many digits to keep: div(a, b, digits), or use // for whole numbers"
        raise ExprTypeError(position, "'/' would round without saying how", hint)
    if absent := [side for side in (left, right) if isinstance(side.type, Opt)]:
        raise ExprTypeError(absent[0].position, f"'{operator}' uses a value that may be absent", ABSENT_HINT)
    kind = arithmetic(operator, left.type, right.type)
    if kind is None and DEC in (left.type, right.type):
        left, right = coerce(left, DEC) or left, coerce(right, DEC) or right
        kind = arithmetic(operator, left.type, right.type)
    if kind is None:
        hint = pair_hint(left, right)
        raise ExprTypeError(position, f"'{operator}' doesn't take {left.type} and {right.type}", hint)
    if operator in ("//", "%") and isinstance(right, Const) and right.value == 0:
        raise ExprTypeError(right.position, "division by zero")
    return Arithmetic(kind, position, operator, left, right)


def _default(position: int, left: Typed, right: Typed) -> Typed:
    if not isinstance(left.type, Opt):
        raise ExprTypeError(left.position, "the left side of '??' is never absent", "drop the default")
    inner = left.type.inner
    fitted = coerce(right, inner) or coerce(right, left.type)
    if fitted is None:
        message = f"the default for {inner} is {right.type}"
        raise ExprTypeError(right.position, message, pair_hint(left, right))
    kind = left.type if isinstance(fitted.type, Opt) else inner
    return Default(kind, position, left, fitted)


def _single(kind: Type) -> Type:
    """The type that a hint speaks of: that of a present value, or of an element."""
    inner = strip_opt(kind)
    return inner.inner if isinstance(inner, List) else inner
