"""Payloads of one shape as a function: what says something gets a place, everything else is settled once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct

from dragoman.simulate.facts import Form
from dragoman.simulate.payloads import ABSENT, Tree, Writer, formed, moment

Mould = Callable[[Sequence[Tree], int, Mapping[str, Any], "Iterator[int]"], Tree]
"""(values by their places, now, what the call said, numbers for identifiers) -> a new tree."""


class Hole(Struct, frozen=True):
    """The place of a value."""

    index: int


class Repeated(Struct, frozen=True):
    """What the call said under a name, else something else; ABSENT takes the field out."""

    wire: str
    otherwise: Any


class Next(Struct, frozen=True):
    """A number that nothing else has."""

    as_text: bool


class Now(Struct, frozen=True):
    """The present in the form of a field, or as a word wants it."""

    form: Form | None = None
    word: str = ""


class Tracer(Writer):
    """Writes trees that hold, in place of what is different each time, what it is."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(writer.forms, writer.usual)

    def _repeated(self, wire: str, otherwise: Any) -> Tree:
        return Repeated(wire, otherwise)

    def _next(self) -> Tree:
        return Next(False)

    def _next_text(self) -> Tree:
        return Next(True)

    def _now(self, form: Form, now_ns: int) -> Tree:
        return Now(form)

    def _moment(self, word: str, now_ns: int) -> Tree:
        return Now(None, word)


@lru_cache(maxsize=16)
def _moment(word: str, now_ns: int) -> Tree:
    return moment(word, now_ns)


def repeats(tree: Tree) -> bool:
    """Whether a traced tree holds anything that a call said."""
    if isinstance(tree, dict | list):
        return any(map(repeats, tree.values() if isinstance(tree, dict) else tree))
    return isinstance(tree, Repeated)


def mould_of(tree: Tree) -> Mould:
    """What makes trees of the shape of a traced one."""
    match tree:
        case Hole(index=index):
            return lambda values, now_ns, asked, numbers: values[index]
        case Repeated(wire=wire, otherwise=otherwise):
            return lambda values, now_ns, asked, numbers: asked.get(wire, otherwise)
        case Next(as_text=as_text):
            if as_text:
                return lambda values, now_ns, asked, numbers: str(next(numbers))
            return lambda values, now_ns, asked, numbers: next(numbers)
        case Now(form=None, word=word):
            return lambda values, now_ns, asked, numbers: _moment(word, now_ns)
        case Now(form=Form() as form):
            present = lru_cache(maxsize=1)(lambda now_ns: formed(now_ns, form))
            return lambda values, now_ns, asked, numbers: present(now_ns)
        case dict():
            return _record(tree)
        case list():
            parts = [mould_of(part) for part in tree]
            return lambda values, now_ns, asked, numbers: [
                part(values, now_ns, asked, numbers) for part in parts
            ]
    return lambda values, now_ns, asked, numbers: tree


def _record(tree: Mapping[str, Tree]) -> Mould:
    """Of a record: one copy of what is always the same, then the places."""
    fixed: dict[str, Tree] = {}
    holes: list[tuple[str, int]] = []
    made: list[tuple[str, Mould]] = []
    for name, part in tree.items():
        fixed[name] = None
        if isinstance(part, Hole):
            holes.append((name, part.index))
        elif isinstance(part, dict | list | Struct):
            made.append((name, mould_of(part)))
        else:
            fixed[name] = part

    def build(values: Sequence[Tree], now_ns: int, asked: Mapping[str, Any], numbers: Iterator[int]) -> Tree:
        record = fixed.copy()
        for name, index in holes:
            record[name] = values[index]
        for name, make in made:
            value = make(values, now_ns, asked, numbers)
            if value is ABSENT:
                del record[name]
            else:
                record[name] = value
        return record

    return build
