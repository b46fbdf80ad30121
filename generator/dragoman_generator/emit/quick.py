"""Expressions of emit functions in the form that costs least: values named in place, decimals compared with decimals."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from dragoman_generator.resolve.texts import BUSY

_DECIMALS = frozenset({"DECIMALS", "POSITIVE", "NOT_NEGATIVE"})
_MAKERS = frozenset(
    {
        "above", "absolute", "add", "at_least", "between", "ceil_to", "div", "divide", "finite", "fixed", "floor_at", "floor_div", "floor_mod", "floor_to",
        "minus", "multiply", "normalize", "not_negative", "number", "positive", "pow10", "round_to", "subtract", "total",
    }
)  # fmt: skip
"""Functions that give a decimal."""
_CONSTANT = re.compile(r"DECIMAL_\w+")
_MEMBER = re.compile(r"[A-Z]\w*\.[A-Z][A-Z0-9_]*")
"""How a member of an enum is told, which is no call."""
_RULE = re.compile(r", (lambda symbol: (?:[^()]|\([^()]*\))+)(?=\))")
"""What tells which symbols are counted in ones."""
_BEGINS = re.compile(r"\bpayload\[:(\d+)\]")
"""What a frame begins with."""
_ELSE = b" else "
MADE_FOR_ORDERS = re.compile(rf"\b(?:{'|'.join(sorted(BUSY))})\(")
"""What makes events of an account that somebody waits for."""
_READ = re.compile(r"\b([A-Z]\w*_MEANS)\.read\(((?:\w+\.)+\w+), scope\)")
_CHOICE = re.compile(r'\bin \(((?:"[\w-]*", )+"[\w-]*")\)')
"""Some texts, one of which a value is."""
_OWN_FRAME = (ast.Lambda, ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)

Cut = tuple[int, int, str]
"""(first column in bytes, last, what stands there instead)."""


def quickened(lines: Iterable[str], constants: dict[str, str]) -> tuple[str, ...]:
    """The lines of a function's body; the decimals that they need as constants are put into `constants`."""
    text = list(lines)
    taken = set(re.findall(r"(?<![.\w])[a-z_]\w*", "\n".join(text)))
    found = [_named_in_place(line, taken) if "next(" in line else line for line in text]
    found = [_of_none(line) if " or ()" in line else line for line in found]
    found = [_RULE.sub(lambda match: _rule(match[1], constants), line) for line in found]
    found = [_BEGINS.sub(lambda match: _to(match[1], constants), line) for line in found]
    decimals: set[str] = set()
    return tuple([_compared(line, decimals, constants) for line in found])


def _parsed(line: str) -> tuple[ast.stmt, bytes, str] | None:
    """(statement, its source, its indent) of a line; None for one that is no statement, such as `else:`."""
    bare = line.lstrip()
    whole = f"{bare} pass" if bare.endswith(":") else bare
    try:
        (statement,) = ast.parse(whole).body
    except (SyntaxError, ValueError):
        return None
    return statement, bare.encode(), line[: len(line) - len(bare)]


def _cut(data: bytes, cuts: Iterable[Cut]) -> str:
    for start, end, text in sorted(cuts, reverse=True):
        data = data[:start] + text.encode() + data[end:]
    return data.decode()


def _source(node: ast.expr, data: bytes) -> str:
    return data[node.col_offset : node.end_col_offset].decode()


def _rule(source: str, constants: dict[str, str]) -> str:
    """The name of a function that is made once."""
    known = [name for name, text in constants.items() if text == source]
    names = [name for name, text in constants.items() if text.startswith("lambda ")]
    name = known[0] if known else f"counts_ones_{len(names) + 1}" if names else "counts_ones"
    constants[name] = source
    return f", {name}"


def _to(end: str, constants: dict[str, str]) -> str:
    """The first bytes of a frame by a slice that is made once, since making one costs as much as using it."""
    constants[f"TO_{end}"] = f"slice({end})"
    return f"payload[TO_{end}]"


# -- conditions ------------------------------------------------------------------------------------------------------


def asked_plainly(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines with conditions that ask for a value itself, not whether `bool` finds it true, and ask for it once."""
    text = tuple(_or(_asked_plainly(line)) for line in lines)
    if not any(MADE_FOR_ORDERS.search(line) for line in text):
        return text
    # Of an open enum's words nearly all are known, and finding one costs half of a call.
    return tuple(_READ.sub(r"(\1.means.get(\2) or \1.read(\2, scope))", line) for line in text)


def looked_up(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines with texts looked up among others, which takes less than to compare with two of them."""
    text = tuple(lines)
    if not any(MADE_FOR_ORDERS.search(line) for line in text):
        return text
    return tuple(
        _CHOICE.sub(lambda match: f"in {{{', '.join(dict.fromkeys(match[1].split(', ')))}}}", line)
        for line in text
    )


def _asked_plainly(line: str) -> str:
    parsed = _parsed(line) if "bool(" in line else None
    if parsed is None:
        return line
    statement, data, pad = parsed
    cuts: list[Cut] = []
    for node in _tested(statement):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "bool":
            (value,) = node.args
            assert node.end_col_offset is not None and node.func.end_col_offset is not None
            if isinstance(value, ast.IfExp | ast.BoolOp):  # its brackets stay
                cuts.append((node.col_offset, node.func.end_col_offset, ""))
            else:
                cuts.append((node.col_offset, node.end_col_offset, _source(value, data)))
    return pad + _cut(data, cuts) if cuts else line


def _tested(statement: ast.stmt) -> Iterator[ast.expr]:
    """The expressions of which it only matters whether they are true."""
    for node in ast.walk(statement):
        if isinstance(node, ast.If | ast.IfExp):
            yield from _parts_tested(node.test)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield from _parts_tested(node.operand)
        elif isinstance(node, ast.comprehension):
            for each in node.ifs:
                yield from _parts_tested(each)


def _parts_tested(test: ast.expr) -> Iterator[ast.expr]:
    if isinstance(test, ast.BoolOp):
        for each in test.values:
            yield from _parts_tested(each)
    elif not (isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)):  # which is met by itself
        yield test


def _or(line: str) -> str:
    """The line with `x or y` for `x if x else y`, which reads a field once."""
    while " if " in line and (parsed := _parsed(line)) is not None:
        statement, data, pad = parsed
        found = next((cuts for node in ast.walk(statement) if (cuts := _either(node, data))), None)
        if found is None:
            return line
        line = pad + _cut(data, found)
    return line


def _either(node: ast.AST, data: bytes) -> list[Cut]:
    if not isinstance(node, ast.IfExp) or not isinstance(node.test, ast.Attribute):
        return []
    told, other, asked = _source(node.body, data), node.orelse, node.test.end_col_offset
    assert asked is not None and other.end_col_offset is not None
    if told != _source(node.test, data) or not data[asked:].startswith(_ELSE):
        return []
    cuts = [(node.col_offset, asked + len(_ELSE), f"{told} or ")]
    if isinstance(other, ast.IfExp) and data[other.col_offset - 1 : other.col_offset] != b"(":
        cuts = [(*cuts[0][:2], f"{told} or ("), (other.end_col_offset, other.end_col_offset, ")")]
    return cuts


# -- values named in place -------------------------------------------------------------------------------------------


def _named_in_place(line: str, taken: set[str]) -> str:
    """`next(X if got is not None else Y for got in (Z,))` without the generator, which costs more than most of what is in it."""
    while (parsed := _parsed(line)) is not None:
        statement, data, pad = parsed
        found = next((cuts for node in _own(statement) if (cuts := _place(node, data, taken))), None)
        if found is None:
            return line
        line = pad + _cut(data, found)
    return line


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """A statement's parts that see its names, the innermost first."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, _OWN_FRAME):
            yield from _own(child)
    yield node


def _place(node: ast.AST, data: bytes, taken: set[str]) -> list[Cut]:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "next"):
        return []
    made = node.args[0]
    if len(node.args) > 1 or not isinstance(made, ast.GeneratorExp) or not isinstance(made.elt, ast.IfExp):
        return []
    (loop,) = made.generators
    test = made.elt.test
    if (
        not isinstance(loop.target, ast.Name)
        or not (isinstance(loop.iter, ast.Tuple) and len(loop.iter.elts) == 1)
        or not (
            isinstance(test, ast.Compare)
            and isinstance(test.left, ast.Name)
            and test.left.id == loop.target.id
        )
    ):
        return []
    (value,) = loop.iter.elts
    has_name = isinstance(value, ast.Name)  # then it is that
    old, name = loop.target.id, value.id if isinstance(value, ast.Name) else _free(taken)
    assert node.end_col_offset is not None
    uses = [each for each in ast.walk(made.elt) if isinstance(each, ast.Name) and each.id == old]
    cuts: list[Cut] = []
    for use in uses:
        assert use.end_col_offset is not None
        text = name if has_name or use is not test.left else f"({name} := {_source(value, data)})"
        cuts.append((use.col_offset, use.end_col_offset, text))
    inner = data[: made.elt.end_col_offset]
    start = made.elt.col_offset
    told = _cut(inner, cuts)[len(data[:start].decode()) :]
    return [(node.col_offset, node.end_col_offset, f"({told})")]


def _free(taken: set[str]) -> str:
    name, number = "got", 1
    while name in taken:
        number += 1
        name = f"got_{number}"
    taken.add(name)
    return name


# -- rows that may be none -------------------------------------------------------------------------------------------


def _of_none(line: str) -> str:
    """The line without generators over what is mostly absent: making one costs more than an order's price."""
    parsed = _parsed(line)
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
            source, start, end = _source(rows.values[0], data), rows.col_offset, rows.end_col_offset
            if data[start - 1 : start] + data[end : end + 1] == b"()":
                start, end = start - 1, end + 1
            cuts += [
                (node.col_offset, node.col_offset, "("),
                (start, end, source),
                (node.end_col_offset, node.end_col_offset, f" if {source} else ())"),
            ]
    return pad + _cut(data, cuts) if cuts else line


# -- decimals compared with decimals, members of enums with themselves -----------------------------------------------


def _compared(line: str, decimals: set[str], constants: dict[str, str]) -> str:
    """The line with constants for the integers that decimals are compared with: two decimals compare in half the time.

    A member of one of the model's enums is one object, which a table of meanings gives: to ask for it costs less than to compare.
    """
    parsed = _parsed(line)
    if parsed is None:
        return line
    statement, data, pad = parsed
    if isinstance(statement, ast.Assign) and isinstance(target := statement.targets[0], ast.Name):
        (decimals.add if _is_decimal(statement.value, decimals) else decimals.discard)(target.id)
    cuts: list[Cut] = []
    for node in ast.walk(statement):
        if not isinstance(node, ast.Compare) or len(node.ops) > 1:
            continue
        other = node.comparators[0]
        if _is_member(other, constants):
            cuts += _asked_for(node, data)
        elif not _is_decimal(node.left, decimals):
            continue
        elif (
            isinstance(other, ast.Constant) and type(other.value) is int and other.end_col_offset is not None
        ):
            name = f"DECIMAL_{other.value}"
            constants[name] = f'Decimal("{other.value}")'
            cuts.append((other.col_offset, other.end_col_offset, name))
    return pad + _cut(data, cuts) if cuts else line


def _is_member(node: ast.expr, constants: dict[str, str]) -> bool:
    """Whether it is a constant that holds a member of an enum, or some of them."""
    if isinstance(node, ast.Tuple):
        return bool(node.elts) and all(_is_member(each, constants) for each in node.elts)
    return isinstance(node, ast.Name) and _MEMBER.fullmatch(constants.get(node.id, "")) is not None


def _asked_for(node: ast.Compare, data: bytes) -> list[Cut]:
    """What makes a comparison with members one that asks whether the value is one of them."""
    operator, other = node.ops[0], node.comparators[0]
    start, end = node.left.end_col_offset, other.end_col_offset
    assert start is not None and end is not None
    if isinstance(operator, ast.Eq | ast.NotEq):
        was, word = ("==", "is") if isinstance(operator, ast.Eq) else ("!=", "is not")
        return [(start, other.col_offset, data[start : other.col_offset].decode().replace(was, word))]
    if isinstance(node.left, ast.Name) and isinstance(operator, ast.In) and isinstance(other, ast.Tuple):
        asked = " or ".join(f"{node.left.id} is {_source(each, data)}" for each in other.elts)
        return [(node.col_offset, end, f"({asked})")]
    return []


def _is_decimal(node: ast.expr, decimals: set[str]) -> bool:
    """Whether an expression is sure to give a decimal."""
    if isinstance(node, ast.Name):
        return node.id in decimals or _CONSTANT.fullmatch(node.id) is not None
    if isinstance(node, ast.Subscript):
        return isinstance(node.value, ast.Name) and node.value.id in _DECIMALS
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in _MAKERS
    return (
        isinstance(node, ast.IfExp)
        and (_is_decimal(node.body, decimals) or _asks_for_decimal(node.test, node.body))
        and (_is_decimal(node.orelse, decimals) or _is_none(node.orelse))
    )


def _is_none(node: ast.expr) -> bool:
    """Whether it is None, which no condition compares."""
    return isinstance(node, ast.Constant) and node.value is None


def _asks_for_decimal(test: ast.expr, value: ast.expr) -> bool:
    """Whether a test asks just that of a value."""
    return ast.unparse(test) == f"type({ast.unparse(value)}) is Decimal"
