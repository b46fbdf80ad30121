"""Reads one spec file; every fault of the text is a diagnostic, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from yaml.error import MarkedYAMLError

from dragoman_generator.diagnostics import Diagnostic, Diagnostics, Mark
from dragoman_generator.yaml.compose import Composer, CompositionStopped
from dragoman_generator.yaml.marks import Marks
from dragoman_generator.yaml.parser import event_source
from dragoman_generator.yaml.syntax import syntax_diagnostic
from dragoman_generator.yaml.text import MAX_BYTES, decode_text


@dataclass(frozen=True, slots=True)
class Document:
    """A spec file as plain dict, list, str, int, bool, Decimal and None, with the places of all of it."""

    data: object
    marks: Marks

    @property
    def file(self) -> str:
        return self.marks.file


def load_file(path: Path, shown_as: str | None = None) -> tuple[Document | None, list[Diagnostic]]:
    """As `load_bytes`, of a file; `shown_as` is its name in diagnostics, else the path as given."""
    file = shown_as or path.as_posix()
    try:
        with path.open("rb") as source:
            return load_bytes(source.read(MAX_BYTES + 1), file)
    except OSError as error:
        return None, [Diagnostic(Mark(file, 1, 1), f"the file cannot be read: {error.strerror or error}")]


def load_bytes(raw: bytes, file: str) -> tuple[Document | None, list[Diagnostic]]:
    """The document and what is wrong with it, by place.

    A document comes with diagnostics where the text can be read on past them (a duplicate key, an anchor), so that
    validation can add its own; None where it cannot.
    """
    text, broken = decode_text(raw, file)
    if text is None:
        return None, broken
    found = Diagnostics()
    composed = None
    try:
        composed = Composer(event_source(text), file, found).document()
        if composed is None or (composed[0] is None and not found):
            found.add(Mark(file, 1, 1), "the file is empty")
            composed = None
    except CompositionStopped:
        composed = None
    except MarkedYAMLError as error:
        found.extend([syntax_diagnostic(error, text, file)])
    return Document(composed[0], Marks(file, composed[1])) if composed else None, list(found)
