"""The root of the error tree, and how errors quote foreign text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

RAW_LIMIT = 400
"""Most characters of foreign text that an error carries."""


def excerpt(raw: object, limit: int = RAW_LIMIT) -> str:
    """Foreign bytes or text with secrets blanked out, cut to `limit` characters, on one line."""
    from dragoman.log import SECRETS  # errors load everywhere; the logging machinery only when one happens

    if isinstance(raw, str):
        raw = raw[: 4 * limit].encode("utf-8", "backslashreplace")
    elif not isinstance(raw, bytes | bytearray | memoryview):
        raw = repr(raw).encode("utf-8", "backslashreplace")
    return " ".join(SECRETS.redact_bytes(bytes(raw), most=limit).split())


def listed(names: Iterable[str], most: int = 12) -> str:
    """The first `most` names in order, and how many more there are."""
    return told(sorted(names), most)


def told(known: Sequence[str], most: int = 12) -> str:
    """The first `most` names as they come, and how many more there are."""
    more = f", ... ({len(known) - most} more)" if len(known) > most else ""
    return ", ".join(known[:most]) + more if known else "none"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, None where nothing is near."""
    import difflib  # needed only once something went wrong

    folded = {choice.casefold().replace("-", "_"): choice for choice in sorted(known, reverse=True)}
    near = difflib.get_close_matches(name.casefold().replace("-", "_"), sorted(folded), n=1)
    return folded[near[0]] if near else None


def _revive(kind: type[DragomanError], message: str, facts: dict[str, Any]) -> DragomanError:
    error = kind.__new__(kind, message)
    Exception.__init__(error, message)
    vars(error).update(facts)
    return error


class DragomanError(Exception):
    """The root; `str(error)` is one line: what, where, why, what to do."""

    def __init__(self, message: str, **facts: Any) -> None:
        super().__init__(" ".join(message.split()))
        vars(self).update(facts)

    @property
    def facts(self) -> dict[str, Any]:
        """Every machine-readable attribute by name."""
        return {name: value for name, value in vars(self).items() if not name.startswith("_")}

    def __reduce__(self) -> tuple[Any, ...]:
        # Exceptions pickle by calling their class with `args`, which are not our keyword arguments.
        return _revive, (type(self), str(self), dict(vars(self)))
