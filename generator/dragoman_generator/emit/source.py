"""Small pieces of Python source: calls with named arguments, every text through `literal`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import UNSET

from dragoman_generator.resolve.names import literal


@dataclass(frozen=True)
class Source:
    """Python source that stands as it is; everything else given to `call` is printed as a literal."""

    text: str


def written(value: object) -> str:
    """A value as source: Source as it is, containers of it, plain values as literals."""
    if isinstance(value, Source):
        return value.text
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)}: {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple | list):
        inside = ", ".join(written(item) for item in value)
        if isinstance(value, list):
            return f"[{inside}]"
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    return literal(value)


def call(name: str, /, *positional: object, **named: object) -> Source:
    """A constructor call; named arguments that are empty, None, False or unset are left to their defaults."""
    arguments = [written(value) for value in positional]
    arguments += [f"{key}={written(value)}" for key, value in named.items() if not _empty(value)]
    return Source(f"{name}({', '.join(arguments)})")


def _empty(value: object) -> bool:
    return value is UNSET or value is None or value is False or value == "" or value == () or value == {}


def table(items: Mapping[str, Source]) -> list[str]:
    """Lines of a mapping, one entry each."""
    return [f"{literal(key)}: {item.text}," for key, item in items.items()]
