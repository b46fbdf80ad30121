"""Shapes that are like another one: its fields come first, but for those that are left out, and some may be missing."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.language.payload import FieldLike, Shape, by_key
from dragoman_generator.language.root import SpecFile
from dragoman_generator.resolve.places import Places


def shaped(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with all the fields of every shape; a shape or a field that is not there is told."""
    found: dict[str, Shape] = {}

    def shape(name: str, seen: tuple[str, ...]) -> Shape:
        if name in found:
            return found[name]
        item = spec.shapes[name]
        other = item.like
        if other is UNSET:
            for word, said in (("without", item.without), ("maybe", item.maybe)):
                if said:
                    places.add(
                        ("shapes", name, word), f"{word!r} is about the shape that this one is like", key=True
                    )
        elif other in seen:
            places.add(("shapes", name, "like"), f"{name!r} is like itself")
        elif other not in spec.shapes or spec.shapes[other].row is not UNSET:
            hint = did_you_mean(other, (each for each in spec.shapes if spec.shapes[each].row is UNSET))
            places.add(("shapes", name, "like"), f"no shape of fields is {other!r}", hint)
        else:
            item = _taken(name, item, other, shape(other, (*seen, other)), places)
        found[name] = item
        return item

    return msgspec.structs.replace(spec, shapes={name: shape(name, (name,)) for name in spec.shapes})


def _taken(name: str, item: Shape, other: str, like: Shape, places: Places) -> Shape:
    model, own = by_key(like.fields), by_key(item.fields)
    missing: Iterable[str] = model if item.maybe == "all" else item.maybe
    for word, keys in (("without", item.without), ("maybe", [] if item.maybe == "all" else item.maybe)):
        for index, key in enumerate(keys):
            if key not in model:
                hint = did_you_mean(key, model)
                places.add(("shapes", name, word, index), f"shape {other!r} has no field {key!r}", hint)
    fields: dict[str, FieldLike] = {}
    for key, said in model.items():
        if key in item.without:
            continue
        fields[key] = _may_miss(said) if key in missing else said
        if key not in own:
            places.moved["shapes", name, "fields", key] = places.written(("shapes", other, "fields", key))
    return msgspec.structs.replace(item, fields={**fields, **own})


def _may_miss(said: FieldLike) -> FieldLike:
    """A field that may be missing; an inline record says so in place of a type."""
    if isinstance(said, str):
        kind, word, name = said.partition(" as ")
        return said if kind.startswith("maybe<") else f"maybe<{kind}>{word}{name}"
    if said.fields is not UNSET:
        return msgspec.structs.replace(said, type="maybe")
    if said.type is UNSET:
        return said
    return msgspec.structs.replace(said, type=str(_may_miss(said.type)))
