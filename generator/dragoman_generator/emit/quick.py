"""Expressions of emit functions in the form that costs least: values named in place, decimals compared with decimals."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from dragoman_generator.emit.cuts import Cut, cut, own_parts, source_of, statement_of
from dragoman_generator.emit.in_place import named_in_place, of_none
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
_CALLED = re.compile(rb"[\w\])]")
"""What stands before the brackets of a call."""
_ATOMS = (ast.Attribute, ast.Call, ast.Constant, ast.Name, ast.Subscript)
_ASKING = (
    *(ast.Attribute, ast.BoolOp, ast.Compare, ast.Constant, ast.Name, ast.Tuple, ast.UnaryOp),
    *(ast.boolop, ast.cmpop, ast.expr_context, ast.unaryop),
)


def quickened(lines: Iterable[str], constants: dict[str, str]) -> tuple[str, ...]:
    """The lines of a function's body; the decimals that they need as constants are put into `constants`."""
    text = list(lines)
    taken = set(re.findall(r"(?<![.\w])[a-z_]\w*", "\n".join(text)))
    found = [named_in_place(line, taken) if "next(" in line else line for line in text]
    found = [of_none(line) if " or ()" in line else line for line in found]
    found = [_RULE.sub(lambda match: _rule(match[1], constants), line) for line in found]
    found = [_BEGINS.sub(lambda match: _to(match[1], constants), line) for line in found]
    decimals: set[str] = set()
    return tuple([_compared(line, decimals, constants) for line in found])


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
    text = tuple(_or(_asked_once(_asked_plainly(line))) for line in lines)
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
    parsed = statement_of(line) if "bool(" in line else None
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
                cuts.append((node.col_offset, node.end_col_offset, source_of(value, data)))
    return pad + cut(data, cuts) if cuts else line


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


def _asked_once(line: str) -> str:
    """The line with conditions that are not asked again where they decided: `(x if a else y) if a else z` is `x if a else z`."""
    while line.count(" if ") > 1 and (parsed := statement_of(line)) is not None:
        statement, data, pad = parsed
        found = next(
            (each for node in own_parts(statement) if (each := _again(node, data)) is not None), None
        )
        if found is None:
            return line
        line = pad + cut(data, [found])
    return line


def _again(node: ast.AST, data: bytes) -> Cut | None:
    """What takes the place of a choice inside of one that the same condition decides."""
    if not isinstance(node, ast.IfExp) or not only_asks(node.test):
        return None
    test = source_of(node.test, data)
    for way, name in ((node.body, "body"), (node.orelse, "orelse")):
        for inner in own_parts(way):
            if isinstance(inner, ast.IfExp) and source_of(inner.test, data) == test:
                chosen: ast.expr = getattr(inner, name)
                start, end, told = inner.col_offset, inner.end_col_offset, source_of(chosen, data)
                assert end is not None
                held = data[start - 1 : start] + data[end : end + 1] == b"()"
                if held and isinstance(chosen, _ATOMS) and not _CALLED.match(data[: start - 1][-1:]):
                    start, end = start - 1, end + 1
                elif not held and isinstance(chosen, ast.IfExp):
                    told = f"({told})"
                return start, end, told
    return None


def only_asks(test: ast.expr) -> bool:
    """Whether a condition asks fields of records and nothing else, so that it holds again whenever it is asked."""
    return all(isinstance(each, _ASKING) for each in ast.walk(test))


def _or(line: str) -> str:
    """The line with `x or y` for `x if x else y`, which reads a field once."""
    while " if " in line and (parsed := statement_of(line)) is not None:
        statement, data, pad = parsed
        found = next((cuts for node in ast.walk(statement) if (cuts := _either(node, data))), None)
        if found is None:
            return line
        line = pad + cut(data, found)
    return line


def _either(node: ast.AST, data: bytes) -> list[Cut]:
    if not isinstance(node, ast.IfExp) or not isinstance(node.test, ast.Attribute):
        return []
    told, other, asked = source_of(node.body, data), node.orelse, node.test.end_col_offset
    assert asked is not None and other.end_col_offset is not None
    if told != source_of(node.test, data) or not data[asked:].startswith(_ELSE):
        return []
    cuts = [(node.col_offset, asked + len(_ELSE), f"{told} or ")]
    if isinstance(other, ast.IfExp) and data[other.col_offset - 1 : other.col_offset] != b"(":
        cuts = [(*cuts[0][:2], f"{told} or ("), (other.end_col_offset, other.end_col_offset, ")")]
    return cuts


# -- decimals compared with decimals, members of enums with themselves -----------------------------------------------


def _compared(line: str, decimals: set[str], constants: dict[str, str]) -> str:
    """The line with constants for the integers that decimals are compared with: two decimals compare in half the time.

    A member of one of the model's enums is one object, which a table of meanings gives: to ask for it costs less than to compare.
    """
    parsed = statement_of(line)
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
    return pad + cut(data, cuts) if cuts else line


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
        asked = " or ".join(f"{node.left.id} is {source_of(each, data)}" for each in other.elts)
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
