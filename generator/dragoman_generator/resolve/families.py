"""Words that many operations or channels have in common: each of a family has them where it says nothing itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.language.family import Family
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.wire import Channel, Operation
from dragoman_generator.resolve.likeness import GROWING, MERGED, merged
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

T = TypeVar("T", Channel, Operation)
_fields = cache(msgspec.structs.fields)
"""Asking for them anew resolves every annotation."""


def joined(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with the words of every family in its members; a family that nothing joins, or that nobody has, is told."""
    joiner = _Joiner(spec.families, places)
    operations = {name: joiner.member("operations", name, item) for name, item in spec.operations.items()}
    channels = {name: joiner.member("channels", name, item) for name, item in spec.channels.items()}
    for name in spec.families:
        if name not in joiner.used:
            places.add(("families", name), f"nothing is of the family {name!r}", "remove it", key=True)
    return msgspec.structs.replace(spec, operations=operations, channels=channels)


@dataclass
class _Joiner:
    families: Mapping[str, Family]
    places: Places
    used: set[str] = field(default_factory=set)

    def member(self, section: str, name: str, item: T) -> T:
        """One operation or channel with what its family says, and the family of that."""
        for family, words in self.line(section, name, item):
            item = self.taken(section, name, item, family, words)
        return item

    def line(self, section: str, name: str, item: Operation | Channel) -> Iterator[tuple[str, Family]]:
        """The family of a member, the family of that one, and so on."""
        called = item.family
        path: Path = (section, name, "family")
        seen: list[str] = []
        while called is not UNSET:
            family = self.families.get(called)
            if family is None:
                self.places.add(path, f"unknown family {called!r}", did_you_mean(called, self.families))
                return
            self.used.add(called)
            if called in seen:
                self.places.add(path, f"family {called!r} is of itself")
                return
            seen.append(called)
            yield called, family
            path = ("families", called, "family")
            called = family.family

    def taken(self, section: str, name: str, item: T, called: str, family: Family) -> T:
        words = {each.name: each for each in _fields(type(item))}
        taken: dict[str, Any] = {}
        for each in _fields(Family):
            value, word = getattr(family, each.name), each.encode_name
            if value is UNSET or each.name == "family":
                continue
            if each.name == "products" and isinstance(getattr(item, "http", None), dict):
                continue  # its paths say them
            if each.name not in words:
                kind = "a channel" if section == "channels" else "an operation"
                self.places.add(
                    ("families", called, word), f"{kind} has no {word!r}, and {name!r} is one", key=True
                )
                continue
            said = getattr(item, each.name)
            if each.name in GROWING and isinstance(value, dict) and isinstance(said, dict):
                taken[each.name] = {**{key: value[key] for key in value if key not in said}, **said}
                for key in value:
                    if key not in said:
                        at = ("families", called, word, key)
                        self.places.moved[section, name, word, key] = self.places.written(at)
            elif word in MERGED and isinstance(said, msgspec.Struct):
                family_word = ("families", called, word)
                taken[each.name] = merged(said, (section, name, word), value, family_word, self.places)
            elif said is UNSET or said == words[each.name].default or said == {} or said == []:
                taken[each.name] = value
                self.places.moved[section, name, word] = ("families", called, word)
        return msgspec.structs.replace(item, **taken)
