"""What the patterns of the language stand for, in the words of its own vocabulary."""

from __future__ import annotations

import functools
import typing

import msgspec

from dragoman_generator.language import words


def form_of(pattern: str) -> str | None:
    """The vocabulary's description of `pattern`, without its full stop; None for a pattern it does not name."""
    return _forms().get(pattern)


@functools.cache
def _forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for alias in vars(words).values():
        for meta in (
            getattr(alias, "__metadata__", ()) if typing.get_origin(alias) is typing.Annotated else ()
        ):
            if isinstance(meta, msgspec.Meta) and meta.description:
                pattern = (meta.extra_json_schema or {}).get("pattern")
                text = meta.description.rstrip(".")
                if pattern is not None:
                    forms[pattern] = text[:1].lower() + text[1:]
    return forms
