"""Statements as texts and brackets: what stands between commas, and what words and signs join."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

TOKEN = re.compile(
    r'''(?P<text>"""(?:[^\\]|\\.)*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')'''
    r"""|(?P<comment>\#[^\n]*)|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<comma>,)|(?P<end>\n)|[^"'\#()\[\]{},\n]+|.""",
    re.DOTALL,
)
_QUOTED = re.compile(r'''"(?:[^"\\']|\\")*\\"(?:[^"\\']|\\")*"''')
"""A text that needs no escapes between quotes of the other kind."""
_TEXT = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*\'""")
_LAMBDA = re.compile(r"\blambda\b[^:\"']*$")
"""The names of a function's arguments, which have commas of their own."""
_LOOP = re.compile(r"\bfor\b")
_IF, _ELSE = re.compile(r"(?:^| )(?=if )"), re.compile(r"(?:^| )(?=else )")
_FOR, _FOR_IF = re.compile(r"(?:^| )(?=for )"), re.compile(r"(?:^| )(?=(?:for|if) )")
_OPERATORS = [
    re.compile(rf"(?:^| )(?=(?:{words}) )")
    for words in (r"and|or", r"not in|in|is not|is|==|!=|<=|>=|<|>", r"\|", r"\+|-", r"\*|//|/|%|@")
]
"""Those that bind weakest first; black breaks before each that binds alike."""

Token: TypeAlias = tuple[str, str]
"""(kind, text); what stands between the others has no kind."""


class NotKnown(Exception):
    """A statement is none of those that are folded."""


@dataclass(slots=True)
class Bracket:
    """What stands in brackets, by its commas."""

    opens: str
    is_call: bool
    """Whether it stands right behind a name."""
    elements: list[Items] = field(default_factory=list)
    comments: dict[int, str] = field(default_factory=dict)
    """What is said behind an element."""
    closes: str = ""
    has_comma: bool = False
    """Whether a comma stands behind the last element."""
    flat: str = ""
    stays_open: bool = False
    """Whether a comma behind a last element keeps it on several lines, or one inside."""

    @property
    def has_last_comma(self) -> bool:
        """Whether its own last comma keeps it on several lines: that of `(x,)` and of `a[x,]` does not."""
        needed = self.opens == ("[" if self.is_call else "(")
        return self.has_comma and not (needed and len(self.elements) == 1)


Items: TypeAlias = "list[str | Bracket]"


def items_of(tokens: Sequence[Token]) -> Items:
    """The texts and brackets of a statement."""
    whole: Items = []
    items = whole
    held: list[tuple[Bracket, Items]] = []
    for kind, text in tokens:
        if kind == "open":
            before = items[-1] if items else ""
            is_call = isinstance(before, Bracket) or before[-1:].isalnum() or before[-1:] == "_"
            bracket = Bracket(text, is_call)
            items.append(bracket)
            held.append((bracket, items))
            items = []
        elif kind == "close":
            bracket, outer = held.pop()
            _end(bracket, items)
            _close(bracket, text)
            items = outer
        elif kind == "comma" and held:
            if items and _LAMBDA.search(last := flat(items[-1])):
                items[-1] = last + text
                continue
            if not _end(held[-1][0], items):
                raise NotKnown
            held[-1][0].has_comma = True
            items = []
        elif kind == "comment":
            if not held or not held[-1][0].has_comma or "".join(map(flat, items)).strip():
                raise NotKnown
            bracket = held[-1][0]
            bracket.comments[len(bracket.elements) - 1] = f"  {text.rstrip()}"
        elif kind == "end":
            if items and not (isinstance(items[-1], str) and not items[-1].strip()):
                items.append("\n")
        elif "\n" in text:
            raise NotKnown
        elif kind == "text" and _QUOTED.fullmatch(text) and not (items and flat(items[-1])[-1:].isalnum()):
            said = text[1:-1].replace('\\"', '"')
            items.append(f"'{said}'")
            items[:] = merged(items)
        elif items and isinstance(items[-1], str):
            items[-1] += text
        else:
            items.append(text)
    return whole


def _end(bracket: Bracket, items: Items) -> bool:
    """Adds an element, without the spaces around it; whether there is one."""
    while items and isinstance(items[0], str) and not items[0].strip():
        items.pop(0)
    while items and isinstance(items[-1], str) and not items[-1].strip():
        items.pop()
    if not items:
        return False
    if isinstance(first := items[0], str):
        items[0] = first.lstrip()
    if isinstance(last := items[-1], str):
        items[-1] = last.rstrip()
    if any(isinstance(each, str) and "\n" in each for each in items):
        raise NotKnown
    bracket.elements.append(items)
    bracket.has_comma = False
    return True


def _close(bracket: Bracket, closes: str) -> None:
    bracket.closes = closes
    inside = ", ".join("".join(map(flat, each)) for each in bracket.elements)
    inner = [each for items in bracket.elements for each in items if isinstance(each, Bracket)]
    bracket.stays_open = bracket.has_last_comma or any(each.stays_open for each in inner)
    if bracket.comments and not bracket.has_last_comma:
        raise NotKnown
    comma = "," if bracket.has_comma and not bracket.has_last_comma else ""
    bracket.flat = f"{bracket.opens}{inside}{comma}{closes}"


def flat(item: str | Bracket) -> str:
    return item if isinstance(item, str) else item.flat


# -- what is joined by words and signs --------------------------------------------------------------------------------


def choice(items: Items) -> list[Items]:
    """`a`, `if b`, `else c` of `a if b else c`; empty for anything else."""
    if (found := _cut(items, _IF)) is None or (rest := _cut(found[1], _ELSE)) is None:
        return []
    return [found[0], *rest]


def loops_of(items: Items) -> list[Items]:
    """The parts of `a for b in c if d`; empty for anything else."""
    if (found := _cut(items, _FOR)) is None:
        return []
    parts, rest = [found[0]], found[1]
    while (found := _cut(rest, _FOR_IF)) is not None:
        parts.append(found[0])
        rest = found[1]
    return [*parts, rest]


def joined(items: Items) -> list[Items]:
    """The parts of a value that its weakest operator joins, each with its operator; the whole where none does."""
    for operator in _OPERATORS:
        parts: list[Items] = []
        rest = items
        while (found := _cut(rest, operator)) is not None:
            parts.append(found[0])
            rest = found[1]
        if parts:
            return [*parts, rest]
    return [items]


def _cut(items: Items, pattern: re.Pattern[str]) -> tuple[Items, Items] | None:
    """What stands before and after the space that the pattern matches."""
    for number, each in enumerate(items):
        if not isinstance(each, str):
            continue
        for match in pattern.finditer(plain(each)):
            before = without_empty([*items[:number], each[: match.start()]])
            after = without_empty([each[match.end() :], *items[number + 1 :]])
            if before and after:
                return before, after
    return None


def plain(text: str) -> str:
    """Code of which texts are blanked out, each as long as it is."""
    return _TEXT.sub(lambda match: "_" * len(match[0]), text) if '"' in text or "'" in text else text


def has_loop(bracket: Bracket) -> bool:
    return any(
        isinstance(each, str) and _LOOP.search(plain(each)) for items in bracket.elements for each in items
    )


def without_empty(items: Items) -> Items:
    return [each for each in items if each != ""]


def merged(items: Items) -> Items:
    """The items with neighbouring texts as one."""
    found: Items = []
    for each in items:
        if isinstance(each, str) and found and isinstance(last := found[-1], str):
            found[-1] = last + each
        else:
            found.append(each)
    return found
