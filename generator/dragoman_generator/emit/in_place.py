"""Values named where they stand, and rows that may be none, without a generator, which costs more than most of what is in it."""

from __future__ import annotations

import ast

from dragoman_generator.emit.cuts import Cut, cut, own_parts, source_of, statement_of


def named_in_place(line: str, taken: set[str]) -> str:
    """`next(X if got is not None else Y for got in (Z,))` and `next((X for got in (Z,) if got is not None), Y)` without the generator."""
    while (parsed := statement_of(line)) is not None:
        statement, data, pad = parsed
        found = next((cuts for node in own_parts(statement) if (cuts := _place(node, data, taken))), None)
        if found is None:
            return line
        line = pad + cut(data, found)
    return line


def _place(node: ast.AST, data: bytes, taken: set[str]) -> list[Cut]:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "next"):
        return []
    made, *otherwise = node.args
    if not isinstance(made, ast.GeneratorExp):
        return []
    (loop,) = made.generators
    one = isinstance(loop.iter, ast.Tuple) and len(loop.iter.elts) == 1
    if not one or not isinstance(loop.target, ast.Name) or not isinstance(loop.iter, ast.Tuple):
        return []
    if otherwise and len(loop.ifs) == 1:
        test, parts = loop.ifs[0], [made.elt, loop.ifs[0]]
    elif not otherwise and isinstance(made.elt, ast.IfExp):
        test, parts = made.elt.test, [made.elt]
    else:
        return []
    if not isinstance(test, ast.Compare) or not isinstance(test.left, ast.Name):
        return []
    if test.left.id != loop.target.id or node.end_col_offset is None:
        return []
    (value,) = loop.iter.elts
    name = value.id if isinstance(value, ast.Name) else _free(taken)  # what has a name is that
    first = None if isinstance(value, ast.Name) else test.left
    told = [_renamed(part, loop.target.id, name, first, source_of(value, data), data) for part in parts]
    if otherwise:
        told = [f"{told[0]} if {told[1]} else {source_of(otherwise[0], data)}"]
    return [(node.col_offset, node.end_col_offset, f"({told[0]})")]


def _renamed(part: ast.expr, old: str, name: str, first: ast.expr | None, value: str, data: bytes) -> str:
    """The source of an expression with another name for one of its values, which gets it where it is `first`."""
    cuts: list[Cut] = []
    for use in ast.walk(part):
        if isinstance(use, ast.Name) and use.id == old:
            assert use.end_col_offset is not None
            cuts.append(
                (use.col_offset, use.end_col_offset, f"({name} := {value})" if use is first else name)
            )
    start = part.col_offset
    return cut(data[: part.end_col_offset], cuts)[len(data[:start].decode()) :]


def _free(taken: set[str]) -> str:
    name, number = "got", 1
    while name in taken:
        number += 1
        name = f"got_{number}"
    taken.add(name)
    return name


def of_none(line: str) -> str:
    """The line without generators over what is mostly absent: making one costs more than an order's price."""
    parsed = statement_of(line)
    if parsed is None:
        return line
    statement, data, pad = parsed
    cuts: list[Cut] = []
    for node in ast.walk(statement):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "tuple"
            and len(node.args) == 1
            and isinstance(made := node.args[0], ast.GeneratorExp)
            and isinstance(rows := made.generators[0].iter, ast.BoolOp)
            and isinstance(rows.op, ast.Or)
            and isinstance(rows.values[0], ast.Attribute)
            and ast.unparse(rows.values[1]) == "()"
        ):
            assert node.end_col_offset is not None and rows.end_col_offset is not None
            told, start, end = source_of(rows.values[0], data), rows.col_offset, rows.end_col_offset
            if data[start - 1 : start] + data[end : end + 1] == b"()":
                start, end = start - 1, end + 1
            cuts += [
                (node.col_offset, node.col_offset, "("),
                (start, end, told),
                (node.end_col_offset, node.end_col_offset, f" if {told} else ())"),
            ]
    return pad + cut(data, cuts) if cuts else line
