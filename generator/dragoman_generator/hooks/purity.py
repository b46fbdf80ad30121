"""What a hook keeps from doing: it has no state, no clock, no randomness, no I/O and no float.

A guard against carelessness, not a sandbox: hooks are Python that a person installs, as the rest of the package is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

MODULES = frozenset(
    {
        "__future__",
        "base64",
        "binascii",
        "bisect",
        "collections.abc",
        "decimal",
        "dragoman.model",
        "fractions",
        "hashlib",
        "hmac",
        "itertools",
        "re",
        "string",
        "struct",
        "types",
        "typing",
        "unicodedata",
        "zlib",
    }
)
"""What a hook may import."""
_CONTEXTS = frozenset({"getcontext", "localcontext", "setcontext"})
_FORBIDDEN = _CONTEXTS | frozenset(
    {
        "breakpoint",
        "compile",
        "delattr",
        "eval",
        "exec",
        "exit",
        "float",
        "getattr",
        "globals",
        "hash",
        "id",
        "input",
    }
    | {"locals", "open", "print", "quit", "setattr", "vars"}
)
_CHANGING = frozenset(
    {
        "add",
        "append",
        "clear",
        "discard",
        "extend",
        "insert",
        "pop",
        "popitem",
        "remove",
        "reverse",
        "setdefault",
        "sort",
    }
    | {"update"}
)
_STATE = (ast.Global, ast.Nonlocal)
_OTHER = (ast.AsyncFunctionDef, ast.Await, ast.ClassDef, ast.With, ast.Yield, ast.YieldFrom)

Impurity = tuple[ast.stmt | ast.expr, str, str | None]
"""Where, what is wrong, what helps."""


def impurities(tree: ast.Module) -> Iterator[Impurity]:
    """Everything of a module that a hook keeps from, in the order of the text."""
    constants = {name for node in tree.body for name in _assigned(node)}
    for node in tree.body:
        if not _may_stand(node):
            yield node, "at the top stand imports, functions and constants with capital names alone", None
    for inner in ast.walk(tree):
        yield from _of_node(inner, constants)


def _of_node(node: ast.AST, constants: set[str]) -> Iterator[Impurity]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield from _module(node, alias.name)
    elif isinstance(node, ast.ImportFrom):
        yield from _module(node, "." * node.level + (node.module or ""))
        for alias in node.names:
            if alias.name in _FORBIDDEN or alias.name == "*":
                yield node, f"a hook does not use {alias.name!r}", None
    elif isinstance(node, _STATE):
        yield node, "a hook keeps nothing between its calls", None
    elif isinstance(node, _OTHER):
        yield node, "a hook is a plain function: no class, no 'with', no 'yield', nothing asynchronous", None
    elif isinstance(node, ast.Name) and (node.id in _FORBIDDEN or node.id.startswith("__")):
        yield node, f"a hook does not use {node.id!r}", _HINTS.get(node.id)
    elif isinstance(node, ast.Attribute) and (node.attr.startswith("_") or node.attr in _CONTEXTS):
        yield node, f"a hook does not use {node.attr!r}", None
    elif isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
        yield node, f"{node.value!r} is a float", "numbers are exact: Decimal, written as text"
    elif (changed := _changed(node)) is not None and _root(changed) in constants:
        yield changed, "a hook keeps nothing between its calls", None


def _changed(node: ast.AST) -> ast.expr | None:
    """What a node changes in place, if it does."""
    if isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
        return node
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CHANGING:
        return node.func
    return None


_HINTS = {"float": "numbers are exact: Decimal", "hash": "hashes of text differ from run to run"}


def _module(node: ast.stmt, name: str) -> Iterator[Impurity]:
    if name not in MODULES:
        yield node, f"a hook does not import {name!r}", f"it may import {', '.join(sorted(MODULES - {'__future__'}))}"


def _may_stand(node: ast.stmt) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom | ast.FunctionDef):
        return True
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    names = _assigned(node)
    return bool(names) and all(name.isupper() for name in names)


def _assigned(node: ast.stmt) -> list[str]:
    """The names that a statement at the top gives values to; none where it gives any to something else."""
    targets = (
        node.targets
        if isinstance(node, ast.Assign)
        else [node.target] if isinstance(node, ast.AnnAssign) else []
    )
    return (
        [target.id for target in targets if isinstance(target, ast.Name)]
        if all(isinstance(target, ast.Name) for target in targets)
        else []
    )


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
