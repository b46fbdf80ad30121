"""What a function works out more than once gets a name: decimals, meanings and times are made once a message."""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dragoman_generator.emit.made import Made, children, made_of

_KINDS = (ast.Call, ast.Subscript, ast.BinOp, ast.IfExp, ast.Compare, ast.BoolOp)
_LONG, _OFTEN = 40, 4
_ATTRIBUTE = re.compile(r"\b[a-z]\w*\.([a-z]\w*)\b(?!\()")
_NO_FIELDS = frozenset({"codes", "ids", "product"})
_ASKED = re.compile(r"scope\.(\w+)\(")
_CALLED = re.compile(rb"[\w\])]")
_SOME = (" > 0", " != 0")
_RECORD = re.compile(r"\.record$|^merge\.record\(")
_INCREASE = re.compile(r"\(?subtract\(.* if before is not None else None\)?")
_MILLISECONDS = re.compile(r"_ms$")

Part = tuple[str, ast.expr, bool]
"""(source, expression, whether its statement is sure to work it out)."""


@dataclass
class Seen:
    """One expression: where it stands in a block, and the statement that works it out whatever the message holds."""

    node: ast.expr
    places: list[tuple[int, ast.expr]] = field(default_factory=list)
    """(which statement of the block, the expression there)."""
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
        changed = _once(function.body, _Reading(function, _Text(text)), names)
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
        assigned: list[ast.Assign] = []
        has_records = False
        left: list[ast.AST] = [function]
        while left:
            node = left.pop()
            if isinstance(node, ast.Name):
                self.taken.add(node.id)
                continue
            if isinstance(node, ast.arg):
                self.taken.add(node.arg)
            elif isinstance(node, ast.For) and isinstance(node.target, ast.Name):
                self.rows.add(node.target.id)
            elif isinstance(node, ast.Assign):
                assigned.append(node)
            elif isinstance(node, ast.Attribute):
                has_records = has_records or node.attr == "record"
            left += children(node)
        for each in assigned if has_records else ():
            if _RECORD.search(ast.unparse(each.value)):
                self.rows |= {target.id for target in each.targets if isinstance(target, ast.Name)}

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
        if _is_truth(node):
            base = f"{'has' if text.endswith(_SOME) else 'is'}_{base.removeprefix('is_')}"
        name, number = base, 1
        while name in self.taken or keyword.iskeyword(name) or hasattr(builtins, name):
            name = f"{base}_{number}" if number > 1 else f"{base}_"
            number += 1
        self.taken.add(name)
        return name


def _is_truth(node: ast.expr) -> bool:
    """Whether it is true or false, and no value that stands in for another one: `a or b`."""
    if isinstance(node, ast.BoolOp):
        return isinstance(node.op, ast.And) or _is_truth(node.values[-1])
    return isinstance(node, ast.Compare) or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not))


class _Reading:
    """What the statements of one function work out, each statement looked at once."""

    def __init__(self, function: ast.FunctionDef, text: _Text) -> None:
        self.text = text
        self.parts: dict[ast.stmt, list[Part]] = {}
        """Statement -> its expressions that may get a name, then those of the blocks inside, which are not sure."""
        self.bound: dict[ast.stmt, list[str]] = {}
        """Statement -> the names that it gives values to, in loops and generators too."""
        self._made: dict[str, Made] = {}
        for each in function.body:
            self._read(each)

    def _read(self, statement: ast.stmt) -> None:
        inner = [each for block in _blocks(statement) for each in block]
        for each in inner:
            self._read(each)
        parts: list[Part] = [
            (self.text.of(node), node, sure)
            for node, sure in _expressions(statement)
            if isinstance(node, _KINDS) and node.end_lineno == node.lineno
        ]
        parts += [(source, node, False) for each in inner for source, node, _ in self.parts[each]]
        self.parts[statement] = parts
        self.bound[statement] = [*_bound(statement), *(name for each in inner for name in self.bound[each])]

    def made_of(self, source: str, node: ast.expr) -> Made:
        found = self._made.get(source)
        if found is None:
            found = self._made[source] = made_of(node)
        return found


def _once(block: list[ast.stmt], reading: _Reading, names: Names) -> list[str] | None:
    """The lines with what the first block that can be mended needs; None where nothing is worth it."""
    if (chosen := _chosen(block, reading, names)) and (
        found := _replaced(chosen, block, reading.text, names)
    ):
        return found
    for statement in block:
        for inner in _blocks(statement):
            mended = _once(inner, reading, names)
            if mended is not None:
                return mended
    return None


def _chosen(block: list[ast.stmt], reading: _Reading, names: Names) -> list[tuple[str, Seen]]:
    """Expressions that are worth a name, none of them part of another."""
    bound = Counter(name for each in block for name in reading.bound[each])
    settled = _settled(block, bound)
    seen: dict[str, Seen] = {}
    for index, statement in enumerate(block):
        for source, node, sure in reading.parts[statement]:
            entry = seen.get(source)
            if entry is None:
                entry = seen[source] = Seen(node)
            if sure and entry.sure is None:
                entry.sure = index
            entry.places.append((index, node))
    found: list[tuple[str, Seen]] = []
    for source, entry in sorted(seen.items(), key=lambda pair: -len(pair[0])):
        if len(entry.places) < 2:
            continue
        made = reading.made_of(source, entry.node)
        is_total = made.tested is not None and made.tested <= names.rows
        if entry.sure is None and is_total and len(source) > _LONG and len(entry.places) >= _OFTEN:
            entry.sure = entry.places[0][0]
        begins = entry.sure
        if (
            begins is None
            or not (is_total or made.is_worth)
            or any(name in bound and settled.get(name, begins) >= begins for name in made.free)
        ):
            continue
        if (told := _told(entry.node)) and any(
            _needed(told, source, statement, reading.text) for statement in block
        ):
            continue
        entry.places = [place for place in entry.places if place[0] >= begins]
        if len(entry.places) < 2:
            continue
        if any(source in other or other in source for other, _ in found):
            continue
        found.append((source, entry))
    return found


def _replaced(chosen: list[tuple[str, Seen]], block: list[ast.stmt], text: _Text, names: Names) -> list[str]:
    lines = list(text.lines)
    before: dict[int, list[str]] = {}
    cuts: list[tuple[int, int, int, bytes]] = []
    """(line, first column, last, what stands there instead), columns in bytes as the parser counts."""
    for source, entry in sorted(chosen, key=lambda pair: _first(pair[1])):
        assert entry.sure is not None
        name = names.made(source, entry.node)
        first = block[entry.sure]
        before.setdefault(first.lineno, []).append(f"{' ' * first.col_offset}{name} = {source}")
        for _, node in entry.places:
            assert node.end_col_offset is not None
            cuts.append((node.lineno, node.col_offset, node.end_col_offset, name.encode()))
    for line, start, end, name_ in sorted(cuts, reverse=True):
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


def _first(entry: Seen) -> tuple[int, int]:
    """(line, column) of the first of its places."""
    return min((node.lineno, node.col_offset) for _, node in entry.places)


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


def _settled(block: list[ast.stmt], bound: Mapping[str, int]) -> dict[str, int]:
    """Names that one statement of the block gives their only value to, and which statement that is."""
    assigned = [(each.targets[0], index) for index, each in enumerate(block) if isinstance(each, ast.Assign)]
    return {
        target.id: index
        for target, index in assigned
        if isinstance(target, ast.Name) and bound[target.id] == 1
    }


def _bound(statement: ast.stmt) -> Iterator[str]:
    """Names that a statement itself gives values to; those of the blocks inside are theirs."""
    left = children(statement)
    while left:
        node = left.pop()
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Store):
                yield node.id
            continue
        if isinstance(node, ast.stmt):
            continue
        if isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name
        left += children(node)


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        if inner := getattr(statement, name, None):
            yield inner
    for handler in getattr(statement, "handlers", ()):
        yield handler.body


def _expressions(statement: ast.stmt) -> list[tuple[ast.expr, bool]]:
    """(expression, whether the statement is sure to work it out), without what stands in blocks inside."""
    found: list[tuple[ast.expr, bool]] = []
    for name, value in ast.iter_fields(statement):
        if isinstance(value, ast.expr) and name not in ("target", "annotation"):
            _parts(value, True, found)
    return found


def _parts(node: ast.expr, sure: bool, found: list[tuple[ast.expr, bool]]) -> None:
    """Adds an expression and its parts; those behind a condition are not sure."""
    found.append((node, sure))
    if isinstance(node, ast.Name | ast.Constant):
        return
    if isinstance(node, ast.IfExp):
        _parts(node.test, sure, found)
        _parts(node.body, False, found)
        _parts(node.orelse, False, found)
    elif isinstance(node, ast.BoolOp):
        for number, each in enumerate(node.values):
            _parts(each, sure and not number, found)
    elif isinstance(node, ast.Compare):
        _parts(node.left, sure, found)
        for number, each in enumerate(node.comparators):
            _parts(each, sure and not number, found)
    elif isinstance(node, ast.Lambda | ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp):
        first = len(found)
        if not isinstance(node, ast.Lambda):
            _parts(node.generators[0].iter, sure, found)
        known = {node, *(each for each, _ in found[first:])}
        found += [
            (each, False) for each in ast.walk(node) if isinstance(each, ast.expr) and each not in known
        ]
    else:
        for child in children(node):
            if isinstance(child, ast.keyword):
                _parts(child.value, sure, found)
            elif isinstance(child, ast.expr):
                _parts(child, sure, found)
