"""Members of a section that are like another one: they have its words where they say none themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.language.commands import Command
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.wire import Channel, Connection, Operation
from dragoman_generator.resolve.places import Places

T = TypeVar("T", Channel, Command, Connection, Operation)
W = TypeVar("W", bound=msgspec.Struct)
Part = tuple[str, str, str]
"""Section, entry and word."""

GROWING = frozenset({"context", "legs", "params", "payload", "replies", "response"})
"""Words whose entries are those of the other one, then its own."""
MERGED = frozenset({"outcome", "session"})
"""Words that are said in parts: those of the other one, but for the parts that it says itself."""
_PLACED = frozenset({"replies"})
"""Of these, an entry of its own stands where the other one has it: the first reply that fits counts."""
_OWN = frozenset({"title", "doc", "why", "http", "topic", "tag", "operation", "family", "like"})
"""Words that each says for itself alone."""


def liked(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with what every member takes from the one that it is like; one that is not there is told."""
    return msgspec.structs.replace(
        spec,
        operations=_section("operations", spec.operations, places),
        channels=_section("channels", spec.channels, places),
        commands=_section("commands", spec.commands, places),
        connections=_section("connections", spec.connections, places),
    )


def merged(said: W, path: Part, value: W, other: Part, places: Places) -> W:
    """What is said in parts, with those parts of another one that it does not say."""
    parts: dict[str, Any] = {}
    for each in msgspec.structs.fields(type(value)):
        part = each.encode_name
        if places.says(*other, part) and not places.says(*path, part):
            parts[each.name] = getattr(value, each.name)
            places.moved[*path, part] = places.written((*other, part))
    return msgspec.structs.replace(said, **parts)


def _section(section: str, members: Mapping[str, T], places: Places) -> dict[str, T]:
    found: dict[str, T] = {}

    def member(name: str, seen: tuple[str, ...]) -> T:
        if name in found:
            return found[name]
        item = members[name]
        other = item.like
        if other is not UNSET and (other not in members or other in seen):
            if other in members:
                places.add((section, name, "like"), f"{name!r} is like itself")
            else:
                hint = did_you_mean(other, members)
                places.add((section, name, "like"), f"nothing of {section!r} is {other!r}", hint)
        elif other is not UNSET:
            item = _taken(section, name, item, other, member(other, (*seen, other)), places)
        found[name] = item
        return item

    return {name: member(name, (name,)) for name in members}


def _taken(section: str, name: str, item: T, other: str, like: T, places: Places) -> T:
    taken: dict[str, Any] = {}
    for each in msgspec.structs.fields(type(item)):
        word = each.encode_name
        value, said = getattr(like, each.name), getattr(item, each.name)
        if (
            word in _OWN
            or value is UNSET
            or (word == "products" and isinstance(getattr(item, "http", None), dict))
        ):
            continue
        if word in GROWING and isinstance(value, dict) and isinstance(said, dict):
            model = value if word in _PLACED else {key: value[key] for key in value if key not in said}
            taken[each.name] = {**model, **said}
            for key in value:
                if key not in said:
                    places.moved[section, name, word, key] = places.written((section, other, word, key))
        elif word in MERGED and isinstance(said, msgspec.Struct):
            taken[each.name] = merged(said, (section, name, word), value, (section, other, word), places)
        elif not places.says(section, name, word):
            taken[each.name] = value
            places.moved[section, name, word] = places.written((section, other, word))
    return msgspec.structs.replace(item, **taken)
