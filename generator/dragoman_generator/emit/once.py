"""What a function works out more than once gets a name: decimals, meanings and times are made once a message."""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_PURE_METHODS = frozenset(
    {
        "any_present",
        "code",
        "currency",
        "endswith",
        "factor",
        "ids_of",
        "is_finite",
        "lower",
        "partition",
        "read",
        "rpartition",
        "startswith",
        "unit",
        "upper",
    }
)
"""Methods that give the same value whenever they are asked within one message."""
_WORTH = (ast.Call, ast.Subscript, ast.BinOp)
"""What costs enough to be kept; attributes and comparisons of texts do not."""
_KINDS = (ast.Call, ast.Subscript, ast.BinOp, ast.IfExp, ast.Compare, ast.BoolOp)
_SAFE = (ast.Eq, ast.NotEq, ast.In, ast.NotIn, ast.Is, ast.IsNot)
_HARMLESS = (ast.Name, ast.Constant, ast.Tuple, ast.BoolOp, ast.UnaryOp, ast.IfExp)
_LONG, _OFTEN = 40, 4
_ATTRIBUTE = re.compile(r"\b[a-z]\w*\.([a-z]\w*)\b(?!\()")
_NO_FIELDS = frozenset({"codes", "ids", "product"})
_ASKED = re.compile(r"scope\.(\w+)\(")
_CALLED = re.compile(rb"[\w\])]")
_SOME = (" > 0", " != 0")
_RECORD = re.compile(r"\.record$|^merge\.record\(")
_INCREASE = re.compile(r"\(?subtract\(.* if before is not None else None\)?")
_MILLISECONDS = re.compile(r"_ms$")

Place = tuple[int, int]
"""(line, column in bytes), as the parser counts."""


@dataclass
class Seen:
    """One expression: where it stands in a block, and the statement that works it out whatever the message holds."""

    node: ast.expr
    spans: list[tuple[int, Place, Place]] = field(default_factory=list)
    sure: int | None = None


def named_once(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines of a function's body, with a name for each expression that a block is sure to need and needs again.

    What only some messages need stays where it is: it might be a fault of the others.
    """
    text = list(lines)
    if sum(len(line) for line in text) < 200:
        return tuple(text)
    names = Names({"scope", "message", "ts_init", "out"})
    while True:
        tree = ast.parse("def body():\n" + "\n".join(text))
        function = tree.body[0]
        assert isinstance(function, ast.FunctionDef)
        names.take(function)
        changed = _once(function.body, _Text(text), names)
        if changed is None:
            return tuple(text)
        text = changed


class _Text:
    """The lines under `def body():`, cut by the parser's places."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = [line.encode() for line in lines]

    def of(self, node: ast.expr) -> str:
        assert node.end_lineno == node.lineno and node.end_col_offset is not None
        return self.lines[node.lineno - 2][node.col_offset : node.end_col_offset].decode()


class Names:
    """Local names, each taken once a function."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = taken
        self.rows = {"message"}
        """What is a record whatever the message holds."""

    def take(self, function: ast.FunctionDef) -> None:
        for node in ast.walk(function):
            if isinstance(node, ast.For) and isinstance(node.target, ast.Name):
                self.rows.add(node.target.id)
            elif isinstance(node, ast.Assign) and _RECORD.search(ast.unparse(node.value)):
                self.rows |= {each.id for each in node.targets if isinstance(each, ast.Name)}
            if isinstance(node, ast.Name):
                self.taken.add(node.id)
            elif isinstance(node, ast.arg):
                self.taken.add(node.arg)

    def made(self, text: str, node: ast.expr) -> str:
        """A name that says which field it comes from, and whether it only says something of it."""
        found = _ATTRIBUTE.findall(text)
        base = next((each for each in found if each not in _NO_FIELDS), "value")
        if (asked := _ASKED.match(text)) is not None:
            base = asked[1]
        if text.startswith("scope.ids["):
            base = "instrument_id"
        if " * 1_000_000" in text or text.startswith("MOMENTS["):
            base = _MILLISECONDS.sub("_ns", base)
        if text.startswith("increase(") or _INCREASE.fullmatch(text):
            base = f"{found[0] if found else base}_increase"
        if isinstance(node, ast.Compare | ast.BoolOp):
            base = f"{'has' if text.endswith(_SOME) else 'is'}_{base.removeprefix('is_')}"
        name, number = base, 1
        while name in self.taken or keyword.iskeyword(name) or hasattr(builtins, name):
            name = f"{base}_{number}" if number > 1 else f"{base}_"
            number += 1
        self.taken.add(name)
        return name


def _once(block: list[ast.stmt], text: _Text, names: Names) -> list[str] | None:
    """The lines with what the first block that can be mended needs; None where nothing is worth it."""
    if (chosen := _chosen(block, text, names)) and (found := _replaced(chosen, block, text, names)):
        return found
    for statement in block:
        for inner in _blocks(statement):
            mended = _once(inner, text, names)
            if mended is not None:
                return mended
    return None


def _chosen(block: list[ast.stmt], text: _Text, names: Names) -> list[tuple[str, Seen]]:
    """Expressions that are worth a name, none of them part of another."""
    bound = list(_bound(block))
    settled = _settled(block, bound)
    seen: dict[str, Seen] = {}
    for index, statement in enumerate(block):
        for node, sure in _expressions(statement, True):
            if not isinstance(node, _KINDS) or node.end_lineno != node.lineno:
                continue
            entry = seen.setdefault(text.of(node), Seen(node))
            if sure and entry.sure is None:
                entry.sure = index
            assert node.end_col_offset is not None
            entry.spans.append((index, (node.lineno, node.col_offset), (node.lineno, node.end_col_offset)))
    found: list[tuple[str, Seen]] = []
    for source, entry in sorted(seen.items(), key=lambda pair: -len(pair[0])):
        if (
            entry.sure is None
            and len(source) > _LONG
            and len(entry.spans) >= _OFTEN
            and _is_total(entry.node, names.rows)
        ):
            entry.sure = entry.spans[0][0]
        if (
            entry.sure is None
            or not (_is_total(entry.node, names.rows) or is_worth(entry.node))
            or _knows(entry.node, {name for name in bound if settled.get(name, entry.sure) >= entry.sure})
        ):
            continue
        if (told := _told(entry.node)) and any(_needed(told, source, statement, text) for statement in block):
            continue
        entry.spans = [span for span in entry.spans if span[0] >= entry.sure]
        if len(entry.spans) < 2:
            continue
        if any(source in other or other in source for other, _ in found):
            continue
        found.append((source, entry))
    return found


def _replaced(chosen: list[tuple[str, Seen]], block: list[ast.stmt], text: _Text, names: Names) -> list[str]:
    lines = list(text.lines)
    before: dict[int, list[str]] = {}
    cuts: list[tuple[Place, Place, bytes]] = []
    for source, entry in sorted(chosen, key=lambda pair: min(pair[1].spans)[1]):
        assert entry.sure is not None
        name = names.made(source, entry.node)
        first = block[entry.sure]
        before.setdefault(first.lineno, []).append(f"{' ' * first.col_offset}{name} = {source}")
        cuts += [(start, end, name.encode()) for _, start, end in entry.spans]
    for (line, start), (_, end), name_ in sorted(cuts, reverse=True):
        held = lines[line - 2]
        if held[start - 1 : start] + held[end : end + 1] == b"()" and not _CALLED.match(
            held[start - 2 : start - 1]
        ):
            start, end = start - 1, end + 1
        lines[line - 2] = held[:start] + name_ + held[end:]
    out: list[str] = []
    for number, held in enumerate(lines, start=2):
        out += before.get(number, ())
        out.append(held.decode())
    return out


def _told(node: ast.expr) -> set[str]:
    """The fields that a test shows to be there: what relies on it has to stand beside the test itself."""
    if isinstance(node, ast.BoolOp):
        return {field for each in node.values for field in _told(each)}
    if isinstance(node, ast.UnaryOp):
        return _told(node.operand)
    if isinstance(node, ast.Compare):
        return _told(node.left) if isinstance(node.comparators[0], ast.Constant | ast.Tuple) else set()
    return {ast.unparse(node)} if isinstance(node, ast.Attribute) else set()


def _needed(told: set[str], source: str, statement: ast.stmt, text: _Text) -> bool:
    """Whether a statement reads one of the fields elsewhere than in the test."""
    assert statement.end_lineno is not None
    rest = b"\n".join(text.lines[statement.lineno - 2 : statement.end_lineno - 1]).replace(
        source.encode(), b""
    )
    return any(re.search(rf"\b{re.escape(field)}\b".encode(), rest) for field in told)


def is_worth(node: ast.expr) -> bool:
    """Whether a value costs something, and is the same each time."""
    parts = list(ast.walk(node))
    called = [each.func for each in parts if isinstance(each, ast.Call)]
    return (
        any(isinstance(each, _WORTH) for each in parts)
        and any(isinstance(each, ast.Attribute) for each in parts)
        and not any(isinstance(each, ast.NamedExpr) for each in parts)
        and all(each.attr in _PURE_METHODS for each in called if isinstance(each, ast.Attribute))
    )


def _is_total(node: ast.expr, rows: set[str]) -> bool:
    """Whether it is a long test of a record's own fields, which can't fail and may be made in vain."""
    if not isinstance(node, ast.BoolOp | ast.IfExp):
        return False
    for each in ast.walk(node):
        if isinstance(each, ast.Attribute):
            good = isinstance(each.value, ast.Name) and each.value.id in rows
        elif isinstance(each, ast.Compare):
            good = all(isinstance(right, ast.Tuple | ast.Constant) for right in each.comparators)
            good = good and all(isinstance(operator, _SAFE) for operator in each.ops)
        else:
            good = not isinstance(each, ast.expr) or isinstance(each, _HARMLESS)
        if not good:
            return False
    return True


def _knows(node: ast.expr, bound: set[str]) -> bool:
    """Whether it is made of names that only stand inside the block."""
    inside = {each.arg for each in ast.walk(node) if isinstance(each, ast.arg)}
    names = [each for each in ast.walk(node) if isinstance(each, ast.Name)]
    inside |= {each.id for each in names if isinstance(each.ctx, ast.Store)}
    return any(each.id in bound and each.id not in inside for each in names)


def _settled(block: list[ast.stmt], bound: list[str]) -> dict[str, int]:
    """Names that one statement of the block gives their only value to, and which statement that is."""
    assigned = [(each.targets[0], index) for index, each in enumerate(block) if isinstance(each, ast.Assign)]
    return {
        target.id: index
        for target, index in assigned
        if isinstance(target, ast.Name) and bound.count(target.id) == 1
    }


def _bound(block: list[ast.stmt]) -> Iterator[str]:
    """Names that a block itself gives values to, in loops and generators too."""
    for statement in block:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id
            elif isinstance(node, ast.arg):
                yield node.arg
            elif isinstance(node, ast.ExceptHandler) and node.name:
                yield node.name


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        if inner := getattr(statement, name, None):
            yield inner
    for handler in getattr(statement, "handlers", ()):
        yield handler.body


def _expressions(statement: ast.stmt, sure: bool) -> Iterator[tuple[ast.expr, bool]]:
    """(expression, whether the statement is sure to work it out), with what stands in blocks inside."""
    for name, value in ast.iter_fields(statement):
        if name in ("targets", "target", "annotation"):
            continue
        if isinstance(value, ast.expr):
            yield from _parts(value, sure)
    for inner in _blocks(statement):
        for each in inner:
            yield from _expressions(each, False)


def _parts(node: ast.expr, sure: bool) -> Iterator[tuple[ast.expr, bool]]:
    """An expression and its parts; those behind a condition are not sure."""
    yield node, sure
    if isinstance(node, ast.IfExp):
        yield from _parts(node.test, sure)
        yield from _parts(node.body, False)
        yield from _parts(node.orelse, False)
    elif isinstance(node, ast.BoolOp):
        yield from _parts(node.values[0], sure)
        for each in node.values[1:]:
            yield from _parts(each, False)
    elif isinstance(node, ast.Compare):
        yield from _parts(node.left, sure)
        yield from _parts(node.comparators[0], sure)
        for each in node.comparators[1:]:
            yield from _parts(each, False)
    elif isinstance(node, ast.Lambda | ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp):
        first = [] if isinstance(node, ast.Lambda) else list(_parts(node.generators[0].iter, sure))
        yield from first
        known = {id(node), *(id(each) for each, _ in first)}
        yield from (
            (each, False) for each in ast.walk(node) if isinstance(each, ast.expr) and id(each) not in known
        )
    else:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from _parts(child, sure)
            elif isinstance(child, ast.keyword):
                yield from _parts(child.value, sure)
