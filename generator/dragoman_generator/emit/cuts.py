"""Statements of generated code, cut by the parser's places."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

OWN_FRAME = (ast.Lambda, ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)
Cut = tuple[int, int, str]
"""(first column in bytes, last, what stands there instead)."""


def statement_of(line: str) -> tuple[ast.stmt, bytes, str] | None:
    """(statement, its source, its indent) of a line; None for one that is no statement, such as `else:`."""
    bare = line.lstrip()
    whole = f"{bare} pass" if bare.endswith(":") else bare
    try:
        (statement,) = ast.parse(whole).body
    except (SyntaxError, ValueError):
        return None
    return statement, bare.encode(), line[: len(line) - len(bare)]


def cut(data: bytes, cuts: Iterable[Cut]) -> str:
    for start, end, text in sorted(cuts, reverse=True):
        data = data[:start] + text.encode() + data[end:]
    return data.decode()


def source_of(node: ast.expr, data: bytes) -> str:
    return data[node.col_offset : node.end_col_offset].decode()


def own_parts(node: ast.AST) -> Iterator[ast.AST]:
    """A statement's parts that see its names, the innermost first."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, OWN_FRAME):
            yield from own_parts(child)
    yield node
