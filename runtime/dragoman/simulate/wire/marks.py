"""Templates read backwards: what stood in the slots of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from dragoman.requests.facts import Slot

Text = Callable[[Mapping[str, str]], str]
_MARK = re.compile("\x01(\\w+)\x02")


class Marks(dict[str, str]):
    """Every slot filled with a mark of its name."""

    def __missing__(self, name: str) -> str:
        return f"\x01{name}\x02"


@lru_cache(maxsize=512)
def pattern_of(template: Text) -> tuple[re.Pattern[str], tuple[str, ...]] | None:
    """(expression with a group for each slot, their names); None for a template that does more than put texts together."""
    try:
        made = template(Marks())
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return None
    parts = _MARK.split(made)
    names = tuple(parts[1::2])
    text = "".join(re.escape(part) if index % 2 == 0 else "(.*)" for index, part in enumerate(parts))
    return re.compile(text, re.DOTALL), names


def slots_of(template: Text, given: str) -> dict[str, str] | None:
    """Slot -> text where a template may have made what was given, else None."""
    found = pattern_of(template)
    match = found[0].fullmatch(given) if found is not None else None
    if found is None or match is None:
        return None
    return dict(zip(found[1], match.groups(), strict=True))


def slots_in(tree: Any, message: Any) -> dict[str, str] | None:
    """Slots of a frame, those of its templates among them; None for a message of another form."""
    if isinstance(tree, Slot):
        return {tree.name: str(message)}
    if callable(tree):
        return slots_of(tree, str(message))
    found: dict[str, str] = {}
    if isinstance(tree, Mapping):
        if not isinstance(message, Mapping):
            return None
        pairs = [
            (part, message.get(key))
            for key, part in tree.items()
            if key in message or not isinstance(part, Slot)
        ]
    elif isinstance(tree, list | tuple):
        if not isinstance(message, list) or len(message) != len(tree):
            return None
        pairs = list(zip(tree, message, strict=True))
    else:
        return found if tree == message else None
    for part, value in pairs:
        inner = None if value is None else slots_in(part, value)
        if inner is None:
            return None
        found |= inner
    return found
