"""What an expression is made of, found in one walk: whether it is worth a name, and of which names it is made."""

from __future__ import annotations

import ast
from dataclasses import dataclass

_PURE_METHODS = frozenset(
    {
        "any_present",
        "code",
        "currency",
        "endswith",
        "factor",
        "ids_of",
        "is_finite",
        "lower",
        "partition",
        "read",
        "rpartition",
        "startswith",
        "unit",
        "upper",
    }
)
"""Methods that give the same value whenever they are asked within one message."""
_WORTH = (ast.Call, ast.Subscript, ast.BinOp)
"""What costs enough to be kept; attributes and comparisons of texts do not."""
_OWN_FRAME = (ast.Lambda, ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)
_SAFE = (ast.Eq, ast.NotEq, ast.In, ast.NotIn, ast.Is, ast.IsNot)
_HARMLESS = (ast.Name, ast.Constant, ast.Tuple, ast.BoolOp, ast.UnaryOp, ast.IfExp)


@dataclass(frozen=True, slots=True)
class Made:
    """What one expression is made of; the same for the same source."""

    is_worth: bool
    """Whether it costs something, and gives the same value each time."""
    has_frame: bool
    """Whether a function or a comprehension stands in it."""
    names: frozenset[str]
    free: frozenset[str]
    """Its names but for those that its own functions and comprehensions give values to."""
    tested: frozenset[str] | None
    """The names whose fields it asks for, where it does nothing else and can't fail if they are records."""


def made_of(node: ast.expr) -> Made:
    """Looks at each part of an expression once."""
    costs = reads = named = frame = False
    pure = True
    plain = isinstance(node, ast.BoolOp | ast.IfExp)
    names: set[str] = set()
    inside: set[str] = set()
    bases: set[str] = set()
    left: list[ast.AST] = [node]
    while left:
        each = left.pop()
        if isinstance(each, ast.Name):
            names.add(each.id)
            if isinstance(each.ctx, ast.Store):
                inside.add(each.id)
            continue
        if isinstance(each, ast.Constant):
            continue
        if isinstance(each, ast.Attribute):
            reads = True
            if isinstance(each.value, ast.Name):
                bases.add(each.value.id)
            else:
                plain = False
        elif isinstance(each, ast.Compare):
            plain = plain and all(isinstance(right, ast.Tuple | ast.Constant) for right in each.comparators)
            plain = plain and all(isinstance(operator, _SAFE) for operator in each.ops)
        elif isinstance(each, ast.expr):
            plain = plain and isinstance(each, _HARMLESS)
            costs = costs or isinstance(each, _WORTH)
            frame = frame or isinstance(each, _OWN_FRAME)
            named = named or isinstance(each, ast.NamedExpr)
            if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute):
                pure = pure and (each.func.attr in _PURE_METHODS or _is_of_table(each.func))
        elif isinstance(each, ast.arg):
            inside.add(each.arg)
        left += children(each)
    return Made(
        is_worth=costs and reads and pure and not named,
        has_frame=frame,
        names=frozenset(names),
        free=frozenset(names - inside),
        tested=frozenset(bases) if plain else None,
    )


def _is_of_table(method: ast.Attribute) -> bool:
    """Whether it asks a table of wire values, which stays as it is."""
    return method.attr == "get" and isinstance(method.value, ast.Attribute) and method.value.attr == "means"


def children(node: ast.AST) -> list[ast.AST]:
    """The nodes right below one, in their order."""
    found: list[ast.AST] = []
    for name in node._fields:
        value = getattr(node, name, None)
        if isinstance(value, ast.AST):
            found.append(value)
        elif isinstance(value, list):
            found += [each for each in value if isinstance(each, ast.AST)]
    return found
