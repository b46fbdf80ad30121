"""Long decisions between constants as branches: a reader sees one after the other, and a formatter makes no stairs of them."""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Iterable

from dragoman_generator.resolve.model import known, targets

LEAST_CONDITIONS = 3
_CONSTANT = re.compile(r"[A-Z][A-Z0-9_]*")
Choice = tuple[ast.expr | None, ast.expr]
"""(condition, what is decided then: a constant, or another decision)."""
_LOCAL = re.compile(r"(?<![.\w])[a-z_]\w*\b(?!=[^=])")
"""What may be a local name; attributes and the names of arguments are none."""


def branched(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines of a function's body, where a statement decides between constants by more than a few conditions."""
    text = list(lines)
    taken = set(_LOCAL.findall("\n".join(text)))
    found: list[str] = []
    for line in text:
        found += _branched(line, taken) if line.count(" if ") >= LEAST_CONDITIONS else [line]
    return tuple(found)


def _branched(line: str, taken: set[str]) -> list[str]:
    bare = line.lstrip()
    pad = line[: len(line) - len(bare)]
    try:
        (statement,) = ast.parse(bare).body
    except SyntaxError:  # a statement whose block follows
        return [line]
    data = bare.encode()
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        chain = _chain(statement.value)
        return _told(statement.targets[0].id, chain, data, pad) if chain else [line]
    before: list[str] = []
    cuts: list[tuple[int, int, str]] = []
    for made in ast.walk(statement):
        if not isinstance(made, ast.Call) or not isinstance(made.func, ast.Name) or not known(made.func.id):
            continue
        fields = [target.name for target in targets(made.func.id)]
        given = [
            *zip(fields, made.args, strict=False),
            *((each.arg or "", each.value) for each in made.keywords),
        ]
        for name, value in given:
            if chain := _chain(value):
                variable = _free(name, taken)
                before += _told(variable, chain, data, pad)
                assert value.end_col_offset is not None
                cuts.append((value.col_offset, value.end_col_offset, variable))
    for start, end, variable in sorted(cuts, reverse=True):
        if data[start - 1 : start] + data[end : end + 1] == b"()" and data[start - 2 : start - 1] in b"(, =":
            start, end = start - 1, end + 1
        data = data[:start] + variable.encode() + data[end:]
    return [*before, pad + data.decode()]


def _chain(node: ast.expr) -> list[Choice]:
    """The choices of a long decision, the last without a condition; empty for anything else."""
    conditions = sum(isinstance(each, ast.IfExp) for each in ast.walk(node))
    return _choices(node) if conditions >= LEAST_CONDITIONS and _decides(node) else []


def _decides(node: ast.expr) -> bool:
    """Whether an expression is a constant, or a decision between nothing but constants."""
    if isinstance(node, ast.IfExp):
        return _decides(node.body) and _decides(node.orelse)
    return isinstance(node, ast.Name) and _CONSTANT.fullmatch(node.id) is not None


def _choices(node: ast.expr) -> list[Choice]:
    found: list[Choice] = []
    while isinstance(node, ast.IfExp):
        found.append((node.test, node.body))
        node = node.orelse
    return [*found, (None, node)]


def _told(name: str, chain: list[Choice], data: bytes, pad: str) -> list[str]:
    told: list[tuple[list[ast.expr], ast.expr]] = []
    for test, value in chain:
        tests = [] if test is None else [test]
        if (
            tests and told and _source(told[-1][1], data) == _source(value, data)
        ):  # neighbours that decide alike
            told[-1][0].extend(tests)
        else:
            told.append((tests, value))
    lines: list[str] = []
    for number, (tests, value) in enumerate(told):
        alone = len(tests) == 1
        whole = _source(tests[0], data) if alone else " or ".join(_bracketed(test, data) for test in tests)
        lines.append(f"{pad}{'elif' if number else 'if'} {whole}:" if tests else f"{pad}else:")
        if isinstance(value, ast.IfExp):
            lines += _told(name, _choices(value), data, f"{pad}    ")
        else:
            lines.append(f"{pad}    {name} = {_source(value, data)}")
    return lines


def _bracketed(node: ast.expr, data: bytes) -> str:
    source = _source(node, data)
    return f"({source})" if isinstance(node, ast.BoolOp | ast.IfExp) else source


def _source(node: ast.expr, data: bytes) -> str:
    return data[node.col_offset : node.end_col_offset].decode()


def _free(name: str, taken: set[str]) -> str:
    found = name
    while found in taken or keyword.iskeyword(found) or hasattr(builtins, found):
        found += "_"
    taken.add(found)
    return found
