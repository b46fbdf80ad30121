"""Emit functions of reports in the form that somebody who waits for them wants: times remembered, records merged without a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman_generator.emit.quick import MADE_FOR_ORDERS
from dragoman_generator.ir.venue import Imports
from dragoman_generator.resolve.reading import FUNCTIONS_MODULE, READS_MODULE

_MOMENTS = {
    re.compile(r"\binteger\(((?:\w+\.)+\w+)\) \* 1_000_000\b"): "MOMENTS",
    re.compile(r"\bparse_iso\(((?:\w+\.)+\w+)\)"): "ISO_MOMENTS",
}
"""How a time is read -> what remembers it."""
REPLACED = frozenset({
    (READS_MODULE, "integer"), (FUNCTIONS_MODULE, "floor_to"), (FUNCTIONS_MODULE, "parse_iso"), (FUNCTIONS_MODULE, "subtract"),
    ("dragoman.translate.memories", "increase"),
})  # fmt: skip
"""What a module may need no more."""
_FLOORED = re.compile(r"\bfloor_to\(")
_DIGIT = re.compile(r', Decimal\((?:"1E-\d+"|"0\.0*1"|"?1"?)\)$')
"""A power of ten as the last argument."""
_MERGED = re.compile(r"\bmerged\b")
_RECORD = ("merged = merge.update(", "if merged is None:", "record = merged.record")


def hastened(lines: Iterable[str]) -> tuple[tuple[str, ...], Imports]:
    """The lines of a function's body, and what they import beyond what they did."""
    text = "\n".join(_without_merged(list(lines)))
    if not MADE_FOR_ORDERS.search(text):
        return tuple(text.split("\n")), frozenset()
    needed = set()
    text, cut = _cut_at_digits(text)
    if cut:
        needed.add((FUNCTIONS_MODULE, "floor_at"))
    for asked, memory in _MOMENTS.items():
        # One order tells several times, which are often the same, and tells them again with its next change.
        if len(asked.findall(text)) > 1:
            text = asked.sub(rf"{memory}[\1]", text)
            needed.add((READS_MODULE, memory))
    return tuple(text.split("\n")), frozenset(needed)


def _cut_at_digits(text: str) -> tuple[str, bool]:
    """The text with numbers cut at a digit that stands in the specification, and whether there are any; nothing has to be asked of it then."""
    found = False
    for match in reversed([*_FLOORED.finditer(text)]):
        start = end = match.end()
        depth = 1
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        if _DIGIT.search(text[start : end - 1]):
            text, found = f"{text[: match.start()]}floor_at({text[start:]}", True
    return text, found


def _without_merged(lines: list[str]) -> list[str]:
    """The lines with the merged record alone, where nothing is asked of how it came to be."""
    if sum(bool(_MERGED.search(line)) for line in lines) != len(_RECORD):
        return lines
    found: list[str] = []
    for line in lines:
        bare = line.lstrip()
        if bare.startswith(_RECORD[0]):
            line = line.replace("merged = merge.update(", "record = merge.record(")
        elif bare == _RECORD[1]:
            line = line.replace("merged", "record")
        elif bare == _RECORD[2]:
            continue
        found.append(line)
    return found
