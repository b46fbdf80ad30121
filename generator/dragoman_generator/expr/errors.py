"""What can be wrong with an expression: a place, a sentence, a hint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


class ExprError(Exception):
    """One fault of an expression; `position` is the 0-based offset into its text."""

    def __init__(self, position: int, message: str, hint: str = "") -> None:
        self.position = position
        self.message = message
        self.hint = hint
        super().__init__(f"{message} ({hint})" if hint else message)


class ExprSyntaxError(ExprError):
    """The text is not an expression; parsing stops at the first of these."""


class ExprTypeError(ExprError):
    """The expression is well formed but means nothing in its scope."""


class ExprErrors(Exception):
    """Every type error of one expression, in the order of their positions."""

    def __init__(self, errors: Sequence[ExprTypeError]) -> None:
        self.errors: tuple[ExprTypeError, ...] = tuple(sorted(errors, key=lambda error: error.position))
        super().__init__("; ".join(str(error) for error in self.errors))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the closest known word, or lists the known words when they are few."""
    choices = sorted(known)
    close = get_close_matches(word, choices, n=1, cutoff=0.6)
    if not close:
        folded = {choice.lower(): choice for choice in choices}
        close = [folded[word.lower()]] if word.lower() in folded else []
    if close:
        return f"did you mean '{close[0]}'?"
    if 0 < len(choices) <= 8:
        return f"known: {', '.join(choices)}"
    return ""
