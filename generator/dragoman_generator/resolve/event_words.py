"""Words of an event that stand for others: a name of `let` for its expression, and what the event `needs` for a condition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from dragoman_generator.expr.errors import ExprSyntaxError
from dragoman_generator.expr.functions import FUNCTIONS
from dragoman_generator.expr.lexer import KEYWORDS, Token, tokenize
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.state import Merge
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

_NO_VALUES = frozenset({"const", "table", "price", "size", "count", "scale"})
"""Words of a value said at length whose text is no path and no expression."""


def written_out(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with every name of a `let` replaced by what it stands for; one that nothing uses is told.

    What an event of no merged record needs is part of its `when`.
    """
    changed = {
        section: {
            name: msgspec.structs.replace(
                item,
                emit=_Opener(places, isinstance(item.state, Merge)).block(item.emit, (section, name, "emit")),
            )
            for name, item in getattr(spec, section).items()
        }
        for section in ("operations", "channels")
    }
    return msgspec.structs.replace(spec, **changed)


@dataclass(frozen=True)
class _Opener:
    places: Places
    is_merged: bool
    """A machine tells what a record lacks, and fires by it."""

    def block(self, emit: Any, path: Path) -> Any:
        if isinstance(emit, list):
            return [self.block(entry, (*path, index)) for index, entry in enumerate(emit)]
        if not isinstance(emit, dict):
            return emit
        return {name: self.event(name, words, (*path, name)) for name, words in emit.items()}

    def event(self, name: str, words: Any, path: Path) -> Any:
        if not isinstance(words, dict):
            return words
        if name == "each":
            return {**words, "emit": self.block(words["emit"], (*path, "emit"))} if "emit" in words else words
        words = self.named(words, path) if "let" in words else words
        return self.needing(words, path) if "needs" in words and not self.is_merged else words

    def needing(self, words: dict[str, Any], path: Path) -> dict[str, Any]:
        """The words with `needs` as part of the condition."""
        said, at = words["needs"], (*path, "needs")
        kept = {key: value for key, value in words.items() if key != "needs"}
        if not isinstance(said, list) or not said or not all(isinstance(each, str) for each in said):
            self.places.add(at, "'needs' is a list of fields")
            return kept
        tests = [f"{each} != null" for each in said]
        if isinstance(when := words.get("when"), str):
            tests.append(f"({when.removeprefix('=').strip()})")
        else:
            self.places.moved[*path, "when"] = self.places.written(at)
        return {**kept, "when": f"= {' and '.join(tests)}"}

    def named(self, words: dict[str, Any], path: Path) -> dict[str, Any]:
        """The words with what the names of their `let` stand for."""
        kept = {key: value for key, value in words.items() if key != "let"}
        said, at = words["let"], (*path, "let")
        if not isinstance(said, dict) or not all(isinstance(text, str) for text in said.values()):
            self.places.add(at, "'let' is a mapping of names to paths or expressions")
            return kept
        writer = _Writer()
        for word, text in said.items():
            if not word.isidentifier() or word in KEYWORDS or word in FUNCTIONS:
                self.places.add((*at, word), f"{word!r} can't name a value", key=True)
            writer.meant[word] = writer.text(text)
        kept = {key: value if key == "usual" else writer.value(value) for key, value in kept.items()}
        for word in said:
            if word not in writer.used:
                self.places.add((*at, word), f"nothing uses {word!r}", "remove it", key=True)
        return kept


class _Writer:
    """Replaces names; each sees those before it, and a name within its own text is the payload's."""

    def __init__(self) -> None:
        self.meant: dict[str, str] = {}
        self.used: set[str] = set()

    def value(self, said: Any) -> Any:
        if isinstance(said, str):
            return self.text(said)
        if isinstance(said, list):
            return [self.value(each) for each in said]
        if isinstance(said, Mapping):
            return {key: each if key in _NO_VALUES else self.value(each) for key, each in said.items()}
        return said

    def text(self, said: str) -> str:
        """A path or an expression with what its names stand for."""
        if not said.startswith("="):
            return self.named(said) if said in self.meant else said
        source = said.removeprefix("=").strip()
        try:
            tokens = tokenize(source)
        except ExprSyntaxError:
            return said  # which is told where it is compiled
        parts: list[str] = []
        done = 0
        for before, token, after in zip([None, *tokens], tokens, tokens[1:], strict=False):
            if token.kind == "name" and token.text in self.meant and _is_value(before, after):
                parts += [source[done : token.position], self.inner(token.text)]
                done = token.position + len(token.text)
        return f"= {''.join(parts)}{source[done:]}" if parts else said

    def named(self, word: str) -> str:
        self.used.add(word)
        return self.meant[word]

    def inner(self, word: str) -> str:
        text = self.named(word)
        return f"({text.removeprefix('=').strip()})" if text.startswith("=") else text


def _is_value(before: Token | None, after: Token) -> bool:
    """Whether a name between two tokens is one of its own: no part of a path, no function and no word of a selection."""
    return (before is None or before.text not in {".", "[", "="}) and after.text != "("
