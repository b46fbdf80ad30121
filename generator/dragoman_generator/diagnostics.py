"""A diagnostic is a place and a sentence; all of a run are collected before anything is raised."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_SHOWN_LENGTH = 60
_LONGEST = 400


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a spec: line and column count from 1, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong, printed as `file:line:column: sentence (hint)`."""

    mark: Mark
    message: str
    hint: str | None = None

    def __str__(self) -> str:
        told = f" ({_cut(self.hint)})" if self.hint else ""
        return f"{self.mark}: {_cut(self.message)}{told}"

    def __lt__(self, other: Diagnostic) -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[Mark, str, str]:
        return self.mark, self.message, self.hint or ""


class SpecErrors(Exception):
    """Specs that cannot be used; `diagnostics` holds every reason found, sorted by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(diagnostics))
        super().__init__("\n".join(str(diagnostic) for diagnostic in self.diagnostics))


@dataclass(slots=True)
class Diagnostics:
    """What a run has found so far; iterates in order of place, each finding once."""

    _found: list[Diagnostic] = field(default_factory=list)

    def add(self, mark: Mark, message: str, hint: str | None = None) -> None:
        self._found.append(Diagnostic(mark, message, hint))

    def extend(self, more: Iterable[Diagnostic]) -> None:
        self._found.extend(more)

    def raise_if_any(self) -> None:
        """Raises `SpecErrors` with all of them; returns when there are none."""
        if self._found:
            raise SpecErrors(self)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(dict.fromkeys(self._found)))

    def __len__(self) -> int:
        return len(dict.fromkeys(self._found))


def did_you_mean(name: str, choices: Iterable[str]) -> str | None:
    """A hint naming the choice most like `name`, or None when nothing is near."""
    known = sorted(set(choices) - {name})
    folded = {_fold(choice): choice for choice in reversed(known)}
    if (same := folded.get(_fold(name))) is not None:
        near = [same]
    else:
        near = [folded[match] for match in difflib.get_close_matches(_fold(name), sorted(folded), n=1)]
    return f"did you mean {near[0]!r}?" if near else None


def shown(text: str) -> str:
    """Untrusted text quoted on one line: control characters escaped, long text cut."""
    return repr(text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 3] + "...")


def _cut(sentence: str) -> str:
    """A sentence that quotes a spec at length loses its middle."""
    half = _LONGEST // 2
    return sentence if len(sentence) <= _LONGEST else f"{sentence[:half]} ... {sentence[-half:]}"


def _fold(name: str) -> str:
    return name.casefold().replace("-", "_")
