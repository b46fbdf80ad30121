"""The functions of a `hooks.py`: parsed, never imported; their signatures and what they keep from doing."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dragoman_generator.diagnostics import Diagnostics, Mark
from dragoman_generator.hooks.purity import impurities

MAX_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Functions:
    """The public functions of one file by name, and its text."""

    file: str
    text: str = ""
    by_name: Mapping[str, ast.FunctionDef] = field(default_factory=dict)

    def mark(self, node: ast.stmt | ast.expr | ast.arg) -> Mark:
        """Where a node stands."""
        return Mark(self.file, node.lineno, node.col_offset + 1)


def functions_of(file: str, source: bytes, found: Diagnostics) -> Functions:
    """What the source defines; faults of its text and of its purity are told."""
    try:
        text = source[: MAX_BYTES + 1].decode("utf-8")
        if len(source) > MAX_BYTES:
            raise ValueError(f"the file is longer than {MAX_BYTES} bytes")
        tree = ast.parse(text)
    except SyntaxError as error:
        found.add(Mark(file, error.lineno or 1, error.offset or 1), f"this is no Python: {error.msg}")
        return Functions(file)
    except (ValueError, RecursionError, MemoryError) as error:
        found.add(Mark(file, 1, 1), f"this is no Python: {error or 'nested too deeply'}")
        return Functions(file)
    functions = Functions(file, text, {node.name: node for node in _public(tree)})
    for node, message, hint in impurities(tree):
        found.add(functions.mark(node), message, hint)
    return functions


def _public(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node
