"""What a lint yields, and what several of them ask of a venue's spec."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

import msgspec

from dragoman_generator.ir.venue import Venue
from dragoman_generator.yaml.marks import Path

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PROSE = frozenset(
    {"doc", "why", "title", "summary", "reason", "meaning", "supported", "quirks", "capabilities"}
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, at a path of the merged venue; at its key if `key`."""

    path: Path
    message: str
    hint: str | None = None
    key: bool = False
    stem: str = ""
    """The file that is meant, where the fault is in no line of it."""


class Check(Protocol):
    """A pure function from a venue to what it gets wrong."""

    __name__: str
    __module__: str

    def __call__(self, venue: Venue) -> Iterator[Finding]: ...


@dataclass(frozen=True, slots=True)
class Lint:
    """One rule of meaning: what it is called, what it wants, how it looks."""

    name: str
    doc: str
    run: Check


def words_said(venue: Venue) -> Mapping[str, int]:
    """How often each word stands in the spec outside of prose, keys of mappings included."""
    counts: dict[str, int] = {}

    def take(text: str) -> None:
        for word in _WORD.findall(text):
            counts[word] = counts.get(word, 0) + 1

    def visit(value: object) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                # A field may be called `reason` too; what it holds is then a word, no sentence.
                if key not in _PROSE or isinstance(inner, dict | list) or " " not in str(inner):
                    take(str(key))
                    visit(inner)
        elif isinstance(value, list):
            for inner in value:
                visit(inner)
        elif isinstance(value, str):
            take(value)

    visit(msgspec.to_builtins(venue.merged))
    return counts
