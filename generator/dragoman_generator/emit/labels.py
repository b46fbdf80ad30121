"""Long calls whose arguments stand by position say what each of them is, one a line."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from dragoman.model import EVENT_TYPES

from dragoman_generator.resolve.model import positional, targets

MOST_UNLABELLED = 9
"""A reader keeps so many arguments apart by what they are."""
_MADE = re.compile(rf"\b(?:{'|'.join(sorted(EVENT_TYPES))})\(")


def labelled(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines of a function's body, each long call with a comment behind every argument."""
    return tuple(_labelled(line) if _MADE.search(line) else line for line in lines)


def _labelled(line: str) -> str:
    text = line.strip()
    try:
        tree = ast.parse(text)
    except SyntaxError:  # a statement whose block follows
        return line
    made = next((node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_long(node)), None)
    if made is None:
        return line
    data = text.encode()
    assert isinstance(made.func, ast.Name)
    name = made.func.id
    # The parser's places leave out the brackets around an argument.
    arguments = "".join(
        _argument(data[each.col_offset : each.end_col_offset].decode(), each, target.name)
        for each, target in zip(made.args, targets(name), strict=False)
    ) + "".join(f"{data[each.col_offset : each.end_col_offset].decode()},\n" for each in made.keywords)
    head, tail = data[: made.col_offset].decode(), data[made.end_col_offset :].decode()
    indent = line[: len(line) - len(line.lstrip())]
    return f"{indent}{head}{name}(\n{arguments}){tail}"


def _argument(text: str, node: ast.expr, name: str) -> str:
    """One argument; what breaks into several lines stands in brackets, with the comment behind them."""
    if isinstance(node, ast.IfExp | ast.BoolOp | ast.Compare | ast.BinOp):
        text = f"({text})"
    says = isinstance(node, ast.Name | ast.Attribute) and re.fullmatch(rf"(.*\.)?{name}_?", text)
    return f"{text},\n" if says else f"{text},  # {name}\n"


def _is_long(node: ast.Call) -> bool:
    return (
        isinstance(node.func, ast.Name)
        and node.func.id in EVENT_TYPES
        and positional(node.func.id)
        and len(node.args) > MOST_UNLABELLED
    )
