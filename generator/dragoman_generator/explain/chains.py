"""Which payload fields a piece of compiled code reads."""

from __future__ import annotations

import ast
from collections.abc import Mapping

Chain = tuple[str, ...]
"""Attributes from the message inwards; rows of a list stand at the place of their list."""


def chains(code: str, variables: Mapping[str, Chain]) -> set[Chain]:
    """Every chain of attributes that the code reads from one of the variables, longest ones only."""
    tree = ast.parse(code.strip(), mode="eval")
    known = dict(variables)
    for node in ast.walk(tree):
        if isinstance(node, ast.comprehension) and isinstance(node.target, ast.Name):
            for chain in _read(node.iter, known):
                known.setdefault(node.target.id, chain)
    return _read(tree, known)


def _read(tree: ast.AST, known: Mapping[str, Chain]) -> set[Chain]:
    found: set[Chain] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        chain = _chain(node, known)
        if chain is not None:
            found.add(chain)
        else:
            waiting.extend(ast.iter_child_nodes(node))
    return found


def _chain(node: ast.AST, known: Mapping[str, Chain]) -> Chain | None:
    attributes: list[str] = []
    while isinstance(node, ast.Attribute | ast.Subscript):
        if isinstance(node, ast.Attribute):
            attributes.append(node.attr)
        elif not isinstance(node.slice, ast.Constant):
            return None
        node = node.value
    if not isinstance(node, ast.Name) or node.id not in known:
        return None
    return (*known[node.id], *reversed(attributes))
