"""Pieces of Python text that know how tightly they bind, and the literals in them."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

# How tightly Python's expressions bind, loosest first.
CHOICE, OR, AND, NOT, COMPARE, ADD, MULTIPLY, UNARY, POSTFIX, ATOM = range(10)

_SLOT = re.compile(r"\{(\d)([pmco]?)\}")
_NEEDED = {"": CHOICE, "p": POSTFIX, "m": MULTIPLY, "c": ADD, "o": OR}
_NODES: tuple[tuple[type[ast.expr], int], ...] = (
    (ast.IfExp, CHOICE),
    (ast.Compare, COMPARE),
    (ast.UnaryOp, UNARY),
    (ast.Attribute, POSTFIX),
    (ast.Subscript, POSTFIX),
    (ast.Call, POSTFIX),
    (ast.Name, ATOM),
    (ast.List, ATOM),
)


@dataclass(frozen=True)
class Code:
    """A Python expression and how tightly it binds."""

    text: str
    binds: int = POSTFIX

    def at(self, binds: int) -> str:
        """The text for a place that needs something binding at least so tightly."""
        return self.text if self.binds >= binds else f"({self.text})"

    @property
    def is_path(self) -> bool:
        """Whether the text is a dotted name, so that reading it twice costs little and changes nothing."""
        return re.fullmatch(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*|\[-?\d+\])*", self.text, re.ASCII) is not None


@lru_cache(maxsize=20_000)
def of_python(text: str) -> Code:
    """Code that another room wrote; its own parse tells how tightly it binds."""
    body = ast.parse(text, mode="eval").body
    if isinstance(body, ast.BoolOp):
        return Code(text, AND if isinstance(body.op, ast.And) else OR)
    if isinstance(body, ast.UnaryOp) and isinstance(body.op, ast.Not):
        return Code(text, NOT)
    if isinstance(body, ast.BinOp):
        if isinstance(body.op, ast.Add | ast.Sub):
            return Code(text, ADD)
        tight = isinstance(body.op, ast.Mult | ast.FloorDiv | ast.Mod)
        return Code(text, MULTIPLY if tight else CHOICE)
    if isinstance(body, ast.Constant):
        return Code(text, ATOM if isinstance(body.value, str | bytes | bool | None) else UNARY)
    return next((Code(text, binds) for kind, binds in _NODES if isinstance(body, kind)), Code(text, CHOICE))


def fill(template: str, arguments: Sequence[Code]) -> Code:
    """A template of the function table with its arguments put in."""
    if template == "{0}":
        return arguments[0]
    plain = _SLOT.sub("x", template)
    text = _SLOT.sub(lambda slot: arguments[int(slot[1])].at(_NEEDED[slot[2]]), template)
    return Code(text, of_python(plain).binds)


def quote(value: str | bytes) -> str:
    """A Python text or bytes literal, ASCII only, in the quotes that black prefers."""
    literal = ascii(value)
    prefix, literal = ("b", literal[1:]) if isinstance(value, bytes) else ("", literal)
    if literal[0] == "'" and '"' not in literal:
        literal = f'"{literal[1:-1]}"'
    return prefix + literal


def integer(value: int) -> Code:
    """An integer literal, grouped from five digits on."""
    return Code(f"{value:_}" if abs(value) >= 10_000 else str(value), UNARY)


def decimal(value: Decimal) -> Code:
    """A Decimal made from its exact text."""
    return Code(f'Decimal("{value}")')
