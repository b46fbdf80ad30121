"""Templates: `{symbol|lower}@depth@{speed}` as parts, as an f-string and as a pattern."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dragoman_generator.resolve.names import is_safe_identifier

FILTERS = {"lower": ".lower()", "upper": ".upper()", "dashes": ".replace('.', '-')"}
"""filter -> what it is in Python."""
_LAST = re.compile(r"last_([1-9]\d?)\Z")
SLOT = re.compile(r"\{([^{}]*)\}")


class TemplateError(Exception):
    """A template that cannot be read."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value, with the filters that it passes through."""

    name: str
    filters: tuple[str, ...] = ()


Part = str | Slot


def parse_template(text: str) -> tuple[Part, ...]:
    """Literal texts and slots, in order; braces are only for slots."""
    parts: list[Part] = []
    at = 0
    for match in SLOT.finditer(text):
        parts.append(text[at : match.start()])
        name, *filters = (piece.strip() for piece in match[1].split("|"))
        if not is_safe_identifier(name):
            raise TemplateError(f"{{{match[1]}}} is no slot: a slot is a name, with filters after '|'")
        for item in filters:
            if filter_code(item) is None:
                raise TemplateError(
                    f"unknown filter {item!r} in {{{match[1]}}}; there are {', '.join(sorted(FILTERS))}, last_N"
                )
        parts.append(Slot(name, tuple(filters)))
        at = match.end()
    parts.append(text[at:])
    for part in parts:
        if isinstance(part, str) and ("{" in part or "}" in part):
            raise TemplateError(f"{text!r} has a brace that belongs to no slot")
    return tuple(part for part in parts if part != "")


def filter_code(name: str) -> str | None:
    """What a filter appends to a value's Python expression; None for an unknown one. `last_5` keeps five characters."""
    last = _LAST.match(name)
    return f"[-{last[1]}:]" if last else FILTERS.get(name)


def slots(parts: tuple[Part, ...]) -> tuple[Slot, ...]:
    return tuple(part for part in parts if isinstance(part, Slot))


def f_string(parts: tuple[Part, ...], code: Callable[[str], str]) -> str:
    """Python source of the text with its slots filled; `code` gives a slot's expression."""
    inside = "".join(
        (
            _escape(part)
            if isinstance(part, str)
            else "{" + code(part.name) + "".join(filter_code(f) or "" for f in part.filters) + "}"
        )
        for part in parts
    )
    return f'f"{inside}"' if slots(parts) else f'"{inside}"'


def pattern(parts: tuple[Part, ...], groups: Mapping[str, str]) -> str:
    """A regular expression that reads the slots back; `groups` gives the pattern of a slot where it is known."""
    seen: set[str] = set()
    found = []
    for part in parts:
        if isinstance(part, str):
            found.append(re.escape(part))
        elif part.name in seen:
            found.append(f"(?P={part.name})")
        else:
            seen.add(part.name)
            inside = groups.get(part.name, ".+?")
            if "lower" in part.filters:
                inside = inside.lower() if part.name in groups else inside
            found.append(f"(?P<{part.name}>{inside})")
    return "".join(found)


def _escape(text: str) -> str:
    return (
        text.encode("unicode_escape")
        .decode("ascii")
        .replace('"', '\\"')
        .replace("{", "{{")
        .replace("}", "}}")
    )
