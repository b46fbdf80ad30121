"""Fan-outs said in one key: `each rows as row: ENTRIES` is `each: {in: rows, as: row, emit: ENTRIES}`."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from msgspec import UNSET

from dragoman_generator.language.root import SpecFile
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

_SAID = re.compile(r"each ([A-Za-z_][\w.]*) as ([a-z_]\w*)")
_INNER = ("each", "where")
"""Entries that hold further ones under their `emit`."""


def spoken(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with every fan-out as a mapping of its words."""
    changed: dict[str, Any] = {
        section: {
            name: (
                msgspec.structs.replace(item, emit=_emit(item.emit, (section, name, "emit"), places))
                if item.emit is not UNSET
                else item
            )
            for name, item in getattr(spec, section).items()
        }
        for section in ("operations", "channels")
    }
    emits = {name: _emit(entries, ("emits", name), places) for name, entries in spec.emits.items()}
    return msgspec.structs.replace(spec, **changed, emits=emits)


def _emit(emit: Any, path: Path, places: Places) -> Any:
    if isinstance(emit, list):
        return [_emit(entry, (*path, index), places) for index, entry in enumerate(emit)]
    if not isinstance(emit, dict):
        return emit
    found: dict[str, Any] = {}
    for key, words in emit.items():
        said = _SAID.fullmatch(key)
        if said is not None:
            here = (*path, "each")
            places.moved[here] = places.moved[*here, "emit"] = (*path, key)
            found["each"] = {
                "in": said[1],
                "as": said[2],
                "emit": _emit(words, (*here, "emit"), places),
            }
        elif key in _INNER and isinstance(words, dict) and "emit" in words:
            found[key] = {**words, "emit": _emit(words["emit"], (*path, key, "emit"), places)}
        elif isinstance(words, dict):
            found[key] = words
        else:
            said_as = "a list" if isinstance(words, list) else "text"
            places.add((*path, key), f"expected a mapping, found {said_as}")
    return found
