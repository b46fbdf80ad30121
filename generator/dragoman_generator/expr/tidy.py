"""Rewrites a checked tree into the form that linters ask of Python; the meaning stays."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from dragoman_generator.expr.typed import (
    Apply,
    Choice,
    Compare,
    Const,
    Listing,
    Logic,
    Member,
    Membership,
    Negative,
    Not,
    Typed,
    path_key,
)
from dragoman_generator.expr.types import BOOL, List

_MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_OPPOSITE = {"==": "!=", "!=": "=="}
_MOST_HEADS = 8


def tidy(node: Typed) -> Typed:
    """The tree with literals on the right, no comparison with true or false, and chains of `==` as one `in`."""
    changed: dict[str, Any] = {}
    for part in fields(node):
        value = getattr(node, part.name)
        if isinstance(value, Typed):
            changed[part.name] = tidy(value)
        elif isinstance(value, tuple) and value and all(isinstance(item, Typed) for item in value):
            changed[part.name] = tuple(tidy(item) for item in value)
    node = replace(node, **changed) if changed else node
    if isinstance(node, Not):
        return _negated(node)
    if isinstance(node, Negative) and isinstance(node.operand, Negative):
        return node.operand.operand
    if isinstance(node, Compare):
        return _compared(node)
    if isinstance(node, Choice):
        return _chosen(node)
    if isinstance(node, Logic) and node.operator == "or":
        return _joined_equalities(node) or _joined_heads(node) or node
    return node


def _negated(node: Not) -> Typed:
    operand = node.operand
    if isinstance(operand, Not):
        return operand.operand
    if isinstance(operand, Compare) and operand.operator in _OPPOSITE:
        return replace(operand, operator=_OPPOSITE[operand.operator])
    return node


def _compared(node: Compare) -> Typed:
    if _is_literal(node.left) and not _is_literal(node.right):
        node = replace(node, operator=_MIRRORED[node.operator], left=node.right, right=node.left)
    if isinstance(node.right, Const) and isinstance(node.right.value, bool):
        same = node.right.value is (node.operator == "==")
        return node.left if same else _negated(Not(BOOL, node.position, node.left))
    return node


def _chosen(node: Choice) -> Typed:
    then, otherwise = node.then, node.otherwise
    if node.type == BOOL and isinstance(then, Const) and isinstance(otherwise, Const):
        if then.value is True and otherwise.value is False:
            return node.condition
        if then.value is False and otherwise.value is True:
            return _negated(Not(BOOL, node.position, node.condition))
    return node


def _joined_equalities(node: Logic) -> Typed | None:
    left, right = _equality(node.left), _equality(node.right)
    if left is None or right is None or path_key(left[0]) != path_key(right[0]):
        return None
    items = Listing(List(left[0].type), node.position, (*left[1], *right[1]))
    return Membership(BOOL, node.position, left[0], items)


def _equality(node: Typed) -> tuple[Typed, tuple[Typed, ...]] | None:
    """The path and the literals that it is compared with, for `path == literal` and `path in [literals]`."""
    if isinstance(node, Compare) and node.operator == "==" and _is_literal(node.right):
        return (node.left, (node.right,)) if path_key(node.left) is not None else None
    if (
        isinstance(node, Membership)
        and isinstance(node.container, Listing)
        and path_key(node.item) is not None
    ):
        items = node.container.items
        return (node.item, items) if all(_is_literal(item) for item in items) else None
    return None


def _joined_heads(node: Logic) -> Typed | None:
    left, right = node.left, node.right
    if not isinstance(left, Apply) or not isinstance(right, Apply) or left.name != right.name:
        return None
    if left.name not in ("starts_with", "ends_with") or path_key(left.arguments[0]) is None:
        return None
    arguments = (*left.arguments, *right.arguments[1:])
    same = path_key(left.arguments[0]) == path_key(right.arguments[0])
    if not same or not all(_is_literal(head) for head in arguments[1:]) or len(arguments) > _MOST_HEADS:
        return None
    heads = ", ".join(f"{{{index}}}" for index in range(1, len(arguments)))
    method = left.name.replace("_", "")
    return replace(
        left, signature=replace(left.signature, code=f"{{0p}}.{method}(({heads}))"), arguments=arguments
    )


def _is_literal(node: Typed) -> bool:
    return isinstance(node, Const | Member)
