"""Conditions turned round, the way that linters ask for."""

from __future__ import annotations

import ast

_OPPOSITE: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.In: "not in",
    ast.NotIn: "in",
}


def negated(text: str) -> str:
    """Python source that holds where `text` does not; orderings keep their `not`, since of NaN neither holds."""
    body = ast.parse(text.strip(), mode="eval").body
    source = text.strip()
    if isinstance(body, ast.UnaryOp) and isinstance(body.op, ast.Not):
        return ast.get_source_segment(source, body.operand) or f"not ({source})"
    if isinstance(body, ast.Compare) and len(body.ops) == 1 and type(body.ops[0]) in _OPPOSITE:
        left = ast.get_source_segment(source, body.left)
        right = ast.get_source_segment(source, body.comparators[0])
        if left is not None and right is not None:
            # Segments leave out brackets around an operand, which only those that bind loosely have.
            loose = (ast.IfExp, ast.BoolOp, ast.Compare, ast.UnaryOp)
            first = f"({left})" if isinstance(body.left, loose) else left
            second = f"({right})" if isinstance(body.comparators[0], loose) else right
            return f"{first} {_OPPOSITE[type(body.ops[0])]} {second}"
    return f"not ({source})"
