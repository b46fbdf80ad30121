"""The parser's complaints in the house's words, the same for its C and its Python form."""

from __future__ import annotations

import re

from yaml.error import MarkedYAMLError

from dragoman_generator.diagnostics import Diagnostic, Mark, shown

_QUOTE = "quote the text if it belongs to it"

# (pattern of the parser's problem, sentence, hint); the first that matches is taken.
_SENTENCES: tuple[tuple[str, str, str | None], ...] = (
    (r"mapping values are not allowed", "a ': ' stands where no key can be", _QUOTE),
    (r"cannot start any token", "a value cannot start with {character}", "quote the text"),
    (r"expected ',' or '\]'", "expected ',' or ']'", None),
    (r"expected ',' or '\}'", "expected ',' or '}}'", None),
    (r"could not find expected ':'", "a key without ':' stands before this", None),
    (
        r"expected key|expected <block end>|expected '-' indicator",
        "this is no entry of the mapping or list around it",
        "check indentation and quotes",
    ),
    (r"unexpected end of stream", "the quoted text does not end", None),
    (r"unknown escape", "unknown escape in double-quoted text", r"write a backslash as \\"),
    (r"comment or line break|chomping or indentation", "a block text's first line holds only its mark", None),
    (r"document start", "text stands after the end of the document", "one file holds one document"),
    (r"undefined tag handle", "a tag stands here", "remove it: the language decides every type"),
    (r"tab character", "a tab stands here", "indent with spaces"),
)


def syntax_diagnostic(error: MarkedYAMLError, text: str, file: str) -> Diagnostic:
    """Where and why `text` stops being YAML; names the place of the enclosing construct where that is elsewhere."""
    problem, place = error.problem or "", error.problem_mark
    mark = Mark(file, place.line + 1, place.column + 1) if place else Mark(file, 1, 1)
    sentence, hint = _in_house_words(problem, _character_at(text, mark))
    context = error.context_mark
    if context and place and (context.line, context.column) != (place.line, place.column):
        sentence += f", in what starts at {context.line + 1}:{context.column + 1}"
    return Diagnostic(mark, sentence, hint)


def _in_house_words(problem: str, character: str) -> tuple[str, str | None]:
    for pattern, sentence, hint in _SENTENCES:
        if re.search(pattern, problem):
            return sentence.format(character=shown(character)), hint
    return f"not YAML: {problem}", None


def _character_at(text: str, mark: Mark) -> str:
    lines = re.split("\r\n|\r|\n", text)
    return lines[mark.line - 1][mark.column - 1 : mark.column] if mark.line <= len(lines) else ""
