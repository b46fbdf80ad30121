"""Fields that several payloads hold: a key alone in a list of fields stands for the field of that key in `fields`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.language.payload import FieldLike, Fields, FieldSpec
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.wire import Connection
from dragoman_generator.resolve.lists import opened
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

T = TypeVar("T", bound=msgspec.Struct)
_PAYLOADS = {
    "shapes": ("fields",),
    "families": ("response", "payload"),
    "operations": ("response",),
    "channels": ("payload",),
}
"""Section -> the words of its entries that hold fields."""


def listed(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with the fields of every list by their keys; one that nothing holds, or that nothing is, is told."""
    opener = _Opener(places)
    for said in spec.fields:
        for key in said.split(", "):
            if key in opener.shared:
                places.add(("fields", said), f"field {key!r} is said twice", key=True)
            opener.shared[key] = (said, spec.fields[said])
    changed: dict[str, Any] = {
        section: {name: opener.owner((section, name), item, words) for name, item in entries.items()}
        for section, words in _PAYLOADS.items()
        for entries in (getattr(spec, section),)
    }
    changed["connections"] = {
        name: opener.connection(("connections", name), item) for name, item in spec.connections.items()
    }
    if spec.venue is not UNSET:
        changed["venue"] = opener.owner(("venue",), spec.venue, ("envelope",))
    for key, (said, _) in opener.shared.items():
        if key not in opener.used:
            places.add(("fields", said), f"no list of fields holds {key!r}", "remove it", key=True)
    return msgspec.structs.replace(spec, **changed)


@dataclass
class _Opener:
    places: Places
    shared: dict[str, tuple[str, FieldLike]] = field(default_factory=dict)
    """Wire key -> (the key that it is written under, with others where several are alike; its type)."""
    used: set[str] = field(default_factory=set)

    def owner(self, path: Path, item: T, words: tuple[str, ...]) -> T:
        """A member of a section with what its words hold opened."""
        held = {
            word: self.fields(said, (*path, word), ())
            for word in words
            if isinstance(said := getattr(item, word), dict | list)
        }
        return msgspec.structs.replace(item, **held)

    def connection(self, path: Path, item: Connection) -> Connection:
        replies = {
            name: self.owner((*path, "replies", name), reply, ("fields",))
            for name, reply in item.replies.items()
        }
        return self.owner(path, msgspec.structs.replace(item, replies=replies), ("envelope",))

    def fields(self, said: Fields, path: Path, within: tuple[str, ...]) -> dict[str, FieldLike]:
        """Wire key -> type, in the order in which they are written."""
        if isinstance(said, dict):
            return {key: self.inside(item, (*path, key), within) for key, item in said.items()}
        return opened(said, path, self.places, "field", lambda entry, at: self.entry(entry, at, within))

    def entry(
        self, entry: str | Mapping[str, FieldLike], at: Path, within: tuple[str, ...]
    ) -> list[tuple[str, FieldLike, Path]]:
        """(wire key, type, where it is written) of one entry of a list."""
        if not isinstance(entry, str):
            return [(key, self.inside(item, (*at, key), within), (*at, key)) for key, item in entry.items()]
        self.used.add(entry)
        if entry not in self.shared:
            hint = did_you_mean(entry, self.shared)
            self.places.add(at, f"unknown field {entry!r}", hint or "a key alone is one of `fields`")
            return []
        if entry in within:
            self.places.add(at, f"field {entry!r} holds itself")
            return []
        said, item = self.shared[entry]
        written: Path = ("fields", said)
        return [(entry, self.inside(item, written, (*within, entry)), written)]

    def inside(self, item: FieldLike, path: Path, within: tuple[str, ...]) -> FieldLike:
        """A field with the record that it may hold opened."""
        if not isinstance(item, FieldSpec) or item.fields is UNSET:
            return item
        return msgspec.structs.replace(item, fields=self.fields(item.fields, (*path, "fields"), within))
