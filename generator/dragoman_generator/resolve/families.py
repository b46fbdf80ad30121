"""Words that many operations have in common: each operation of a family has them where it says nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.wire import Family, Operation
from dragoman_generator.resolve.places import Places


def joined(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with the words of every family in its operations; a family that nothing joins, or that nobody has, is told."""
    used = {item.family for item in spec.operations.values()} - {UNSET}
    if not spec.families and not used:
        return spec
    operations = {name: _member(name, item, spec.families, places) for name, item in spec.operations.items()}
    for name in spec.families:
        if name not in used:
            places.add(("families", name), f"no operation is of the family {name!r}", "remove it", key=True)
    return msgspec.structs.replace(spec, operations=operations)


def _member(name: str, item: Operation, families: Mapping[str, Family], places: Places) -> Operation:
    if item.family is UNSET:
        return item
    family = families.get(item.family)
    if family is None:
        hint = did_you_mean(item.family, families)
        places.add(("operations", name, "family"), f"unknown family {item.family!r}", hint)
        return item
    usual = {each.name: each.default for each in msgspec.structs.fields(Operation)}
    taken: dict[str, Any] = {}
    for each in msgspec.structs.fields(Family):
        value = getattr(family, each.name)
        if value is UNSET:
            continue
        said = getattr(item, each.name)
        if each.name == "params":
            taken["params"] = {**{key: value[key] for key in value if key not in said}, **said}
            for key in value:
                if key not in said:
                    places.moved["operations", name, "params", key] = ("families", item.family, "params", key)
        elif said == usual[each.name] or said == {}:
            taken[each.name] = value
            places.moved["operations", name, each.encode_name] = ("families", item.family, each.encode_name)
    return msgspec.structs.replace(item, **taken)
