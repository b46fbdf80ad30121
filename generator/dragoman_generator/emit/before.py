"""What is worked out on every way to a place gets its name where it is first: a condition asks, and what depends on it reads the name."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeGuard

from dragoman_generator.emit.made import Made, made_of
from dragoman_generator.emit.once import Names
from dragoman_generator.emit.quick import only_asks

_CHOICES = 2
"""A text that is compared with so many others costs more than a name."""
_OWN_FRAME = (ast.Lambda, ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)
_KEPT = (ast.Call, ast.Subscript, ast.IfExp, ast.BinOp, ast.BoolOp, ast.Compare)
_LEAVES = (ast.Continue, ast.Return, ast.Raise)


@dataclass
class First:
    """The place where an expression is worked out, and those that come after it whatever the message holds."""

    node: ast.expr
    name: str = ""
    """The name that it has there already."""
    again: list[ast.expr] = field(default_factory=list)


Known = dict[str, First]
"""Source of an expression -> where it was worked out; of a condition and what is worked out where it holds -> the choice between that
and something else, which is the same where the condition holds again."""


def named_before(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines of a function's body, each expression with a name where it is first that is sure to have been worked out before."""
    text = list(lines)
    if len(text) < 2:
        return tuple(text)
    function = ast.parse("def body():\n" + "\n".join(text)).body[0]
    assert isinstance(function, ast.FunctionDef)
    names = Names({"scope", "message", "ts_init", "out"})
    names.take(function)
    data = [line.encode() for line in text]
    walk = _Walk(function, data)
    walk.block(function.body, {})
    return tuple(_printed(walk.found, names, data))


class _Walk:
    """Goes through a function in the order in which it works its values out."""

    def __init__(self, function: ast.FunctionDef, data: list[bytes]) -> None:
        self.data = data
        self.found: list[First] = []
        self.made: dict[str, Made] = {}
        self.chosen: dict[str, dict[str, str]] = {}
        """Condition -> what is worked out where it holds -> by what `Known` holds the two."""
        stored = [
            each.id
            for each in ast.walk(function)
            if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
        ]
        # What is given a value in more places than one is not the same everywhere.
        self.changing = {name for name, count in Counter(stored).items() if count > 1} | {"out"}

    def block(self, statements: list[ast.stmt], known: Known) -> Known:
        """What is known after the statements."""
        for each in statements:
            known = self.statement(each, known)
        return known

    def statement(self, each: ast.stmt, known: Known) -> Known:
        if isinstance(each, ast.If):
            yes, no = self.test(each.test, known)
            self.block(each.body, dict(yes))
            after_no = self.block(each.orelse, dict(no))
            if isinstance(each.body[-1], _LEAVES):
                return after_no
            return _common([yes, no])
        if isinstance(each, ast.For):
            known = self.value(each.iter, known)
            self.block(each.body, dict(known))
            return known
        if isinstance(each, ast.Try):
            for inner in (each.body, *(handler.body for handler in each.handlers)):
                self.block(inner, dict(known))
            return known
        if isinstance(each, ast.Assign | ast.AnnAssign) and each.value is not None:
            known = self.value(each.value, known)
            self.has_name(each.value, each.targets[0] if isinstance(each, ast.Assign) else each.target, known)
        elif isinstance(each, ast.Expr):
            known = self.value(each.value, known)
        return known

    def has_name(self, value: ast.expr, target: ast.expr, known: Known) -> None:
        """What is worked out for a name is read by that name."""
        first = known.get(self.source(value))
        if (
            first is not None
            and first.node is value
            and isinstance(target, ast.Name)
            and target.id not in self.changing
        ):
            first.name = target.id

    def test(self, node: ast.expr, known: Known) -> tuple[Known, Known]:
        """What is known where a condition holds, and where it does not."""
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yes, no = self.test(node.operand, known)
            return no, yes
        if not isinstance(node, ast.BoolOp):
            after = self.value(node, known)
            return self.where(node, after), after
        goes_on, others = known, []
        for each in node.values:
            yes, no = self.test(each, goes_on)
            goes_on, left = (yes, no) if isinstance(node.op, ast.And) else (no, yes)
            others.append(left)
        # Any of the parts may have decided.
        decided = _common(others)
        yes, no = (goes_on, decided) if isinstance(node.op, ast.And) else (decided, goes_on)
        return self.where(node, yes), no

    def where(self, test: ast.expr, known: Known) -> Known:
        """What is known where a condition holds: of choices that it decided before, what was chosen."""
        chosen = self.chosen.get(self.source(test), {})
        shown = {what: known[choice] for what, choice in chosen.items() if choice in known}
        return {**shown, **known} if shown else known

    def value(self, node: ast.expr, known: Known) -> Known:
        """What is known once a value is worked out."""
        source = self.kept(node)
        if source in known:
            known[source].again.append(node)
            return known
        known = self.parts(node, known)
        if source:
            first = First(node)
            self.found.append(first)
            known = {**known, source: first}
            if _is_of_one_type(node) and only_asks(node.test) and (body := self.kept(node.body)):
                test = self.source(node.test)
                choice = self.chosen.setdefault(test, {}).setdefault(body, f"{body} if {test}")
                known[choice] = first
        return known

    def parts(self, node: ast.expr, known: Known) -> Known:
        if isinstance(node, ast.IfExp):
            yes, no = self.test(node.test, known)
            self.value(node.body, yes)
            self.value(node.orelse, no)
            return _common([yes, no])
        if isinstance(node, ast.BoolOp):
            yes, no = self.test(node, known)
            return _common([yes, no])
        if isinstance(node, ast.UnaryOp):
            return self.value(node.operand, known)
        if isinstance(node, _OWN_FRAME):
            return known
        if isinstance(node, ast.NamedExpr):
            known = self.value(node.value, known)
            self.has_name(node.value, node.target, known)
            return known
        for each in _operands(node):
            known = self.value(each, known)
        return known

    def source(self, node: ast.expr) -> str:
        return self.data[node.lineno - 2][node.col_offset : node.end_col_offset].decode()

    def kept(self, node: ast.expr) -> str:
        """The source of a value that is the same wherever it is worked out, and costs more than its name; empty for others."""
        if node.lineno != node.end_lineno or not isinstance(node, _KEPT):
            return ""
        source = self.source(node)
        made = self.made.get(source)
        if made is None:
            made = self.made[source] = made_of(node)
        if made.has_frame or not made.names.isdisjoint(self.changing):
            return ""
        if isinstance(node, ast.Compare):
            choice = node.comparators[0]
            kept = (
                isinstance(node.ops[0], ast.In | ast.NotIn)
                and isinstance(node.left, ast.Attribute)
                and isinstance(choice, ast.Tuple)
                and len(choice.elts) >= _CHOICES
            )
        else:
            kept = made.is_worth
        return source if kept else ""


def _is_of_one_type(node: ast.expr) -> TypeGuard[ast.IfExp]:
    """Whether a choice gives what it gives where it holds otherwise too, and never nothing."""
    if not isinstance(node, ast.IfExp):
        return False
    made, other = node.body, node.orelse
    while isinstance(other, ast.IfExp):
        if not _is_alike(made, other.body):
            return False
        other = other.orelse
    return _is_alike(made, other) or (isinstance(other, ast.Name) and other.id.isupper())


def _is_alike(one: ast.expr, other: ast.expr) -> bool:
    """Whether two values come from one function or one memory."""
    if isinstance(one, ast.Call) and isinstance(other, ast.Call):
        return ast.dump(one.func) == ast.dump(other.func)
    if isinstance(one, ast.Subscript) and isinstance(other, ast.Subscript):
        return ast.dump(one.value) == ast.dump(other.value)
    return False


def _common(ways: list[Known]) -> Known:
    """What is known on all of several ways to a place."""
    one, *more = ways
    return {
        source: first for source, first in one.items() if all(other.get(source) is first for other in more)
    }


def _operands(node: ast.expr) -> Iterator[ast.expr]:
    """The parts of an expression that it is sure to work out, in their order."""
    if isinstance(node, ast.Compare):
        yield from (node.left, node.comparators[0])
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            yield child
        elif isinstance(child, ast.keyword):
            yield child.value


def _printed(found: list[First], names: Names, data: list[bytes]) -> Iterator[str]:
    """The lines with the names put in."""
    cuts: dict[int, list[tuple[int, int, int, int, str]]] = {}
    """Line -> (first column, last, which goes first there, ...) of what is put in or replaced."""
    for first in sorted(found, key=lambda each: (each.node.lineno, each.node.col_offset)):
        if not first.again:
            continue
        node = first.node
        assert node.end_col_offset is not None
        start, end = node.col_offset, node.end_col_offset
        name = first.name or names.made(data[node.lineno - 2][start:end].decode(), node)
        if not first.name:
            within = _is_bracketed(data[node.lineno - 2], start, end)
            opens, closes = (f"{name} := ", "") if within else (f"({name} := ", ")")
            cuts.setdefault(node.lineno, []).append((start, start, 1, -end, opens))
            cuts.setdefault(node.lineno, []).append((end, end, 0, -start, closes))
        for each in first.again:
            assert each.end_col_offset is not None
            start, end = each.col_offset, each.end_col_offset
            if _is_bracketed(data[each.lineno - 2], start, end):
                start, end = start - 1, end + 1
            cuts.setdefault(each.lineno, []).append((start, end, 2, 0, name))
    for number, line in enumerate(data, start=2):
        for start, end, _, _, text in sorted(cuts.get(number, ()), reverse=True):
            line = line[:start] + text.encode() + line[end:]
        yield line.decode()


def _is_bracketed(line: bytes, start: int, end: int) -> bool:
    """Whether brackets stand around it that are no call's."""
    around = line[start - 1 : start] + line[end : end + 1]
    return around == b"()" and line[start - 2 : start - 1] in (b" ", b"(", b"[", b"=", b"")
