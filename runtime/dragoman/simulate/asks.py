"""What clients ask of a connection itself: which topics it has, whether its messages come with their topic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from dragoman.simulate.links import Link


def answered(link: Link, wrapper: str, asks: Iterable[tuple[Any, Any]], message: Any) -> bytes | None:
    """What goes back for a frame that asks, None for any other; `wrapper` is the key that messages stand under beside their topic."""
    for ask, answer in asks:
        said = _said(ask, message)
        if said is None or not isinstance(said.get("$wrapped", True), bool):
            continue
        if "$wrapped" in said:
            link.bare = "" if said["$wrapped"] else wrapper
        known = {**said, "$topics": list(link.topics), "$wrapped": not link.bare}
        return msgspec.json.encode(_filled(answer, known))
    return None


def _said(form: Any, message: Any) -> dict[str, Any] | None:
    """Slot -> what a message says there, None where it has another form."""
    if isinstance(form, str) and form.startswith("$"):
        return {form: message}
    if isinstance(form, Mapping) and isinstance(message, dict) and form.keys() == message.keys():
        pairs = [(form[key], message[key]) for key in form]
    elif isinstance(form, list) and isinstance(message, list) and len(form) == len(message):
        pairs = list(zip(form, message, strict=True))
    else:
        return {} if form == message else None
    found: dict[str, Any] = {}
    for part, value in pairs:
        inner = _said(part, value)
        if inner is None:
            return None
        found |= inner
    return found


def _filled(form: Any, known: Mapping[str, Any]) -> Any:
    if isinstance(form, Mapping):
        return {key: _filled(part, known) for key, part in form.items()}
    if isinstance(form, list):
        return [_filled(part, known) for part in form]
    return known.get(form, form) if isinstance(form, str) else form
