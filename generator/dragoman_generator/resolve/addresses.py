"""Addresses of documentation: `NAME:rest` is the base of that name in `docs`, and the rest behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.words import Doc
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path


def addressed(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with whole addresses; a base that nothing rests on, or that nobody has, is told."""
    writer = _Writer(spec.docs, places)
    whole: SpecFile = writer.whole(spec, ())
    for name in spec.docs:
        if name not in writer.used:
            places.add(("docs", name), f"no address begins with {name!r}", "remove it", key=True)
    return whole


@cache
def _holds_address(kind: type[msgspec.Struct]) -> bool:
    """Whether `doc` of a Struct is an address; parameters and fields have a text of that name."""
    hint = get_type_hints(kind, include_extras=True).get("doc")
    return hint == Doc or Doc in get_args(hint)


@dataclass
class _Writer:
    bases: Mapping[str, str]
    places: Places
    used: set[str] = field(default_factory=set)

    def whole(self, value: Any, path: Path) -> Any:
        """A part of the specification with whole addresses in it; what holds none is the same object."""
        if isinstance(value, msgspec.Struct):
            changed: dict[str, Any] = {}
            for name, word in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True):
                said = getattr(value, name)
                at = (*path, word)
                if name == "doc" and isinstance(said, str) and _holds_address(type(value)):
                    found: Any = self.address(said, at)
                else:
                    found = self.whole(said, at)
                if found is not said:
                    changed[name] = found
            return msgspec.structs.replace(value, **changed) if changed else value
        if isinstance(value, dict):
            parts = {key: self.whole(each, (*path, key)) for key, each in value.items()}
            return parts if any(parts[key] is not value[key] for key in value) else value
        if isinstance(value, list):
            items = [self.whole(each, (*path, index)) for index, each in enumerate(value)]
            return items if any(one is not other for one, other in zip(items, value, strict=True)) else value
        return value

    def address(self, said: str, path: Path) -> str:
        name, colon, rest = said.partition(":")
        if not colon or name in ("http", "https"):
            return said
        if name not in self.bases:
            self.places.add(path, f"unknown base {name!r} of an address", did_you_mean(name, self.bases))
            return said
        self.used.add(name)
        return self.bases[name] + rest
