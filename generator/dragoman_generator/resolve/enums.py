"""Enums of the spec: wire values, meanings, policy."""

from __future__ import annotations

from dragoman.model import ENUM_TYPES
from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.ir.types import EnumType
from dragoman_generator.language.payload import EnumSpec
from dragoman_generator.resolve.places import Places


def resolve_enum(name: str, spec: EnumSpec, places: Places) -> EnumType:
    """One enum; what is wrong with it is told."""
    path = ("enums", name)
    model = "" if spec.as_ is UNSET else spec.as_
    unknown = "" if spec.unknown is UNSET else spec.unknown
    pairs = (
        list(spec.values.items())
        if isinstance(spec.values, dict)
        else [(value, value) for value in spec.values]
    )
    if model and model not in ENUM_TYPES:
        places.add((*path, "as"), f"the model has no enum {model!r}", did_you_mean(model, ENUM_TYPES))
        model = ""
    if len({type(wire) for wire, _ in pairs}) > 1:
        places.add((*path, "values"), f"enum {name!r} mixes numbers and text")
    if len({wire for wire, _ in pairs}) != len(pairs):
        places.add((*path, "values"), f"enum {name!r} lists a value twice")
    if model:
        members = ENUM_TYPES[model].__members__
        for wire, meaning in pairs:
            if meaning not in members:
                places.add(
                    (*path, "values", wire),
                    f"{model} has no member {meaning!r}",
                    did_you_mean(str(meaning), members),
                )
        if unknown and unknown not in members:
            places.add(
                (*path, "unknown"), f"{model} has no member {unknown!r}", did_you_mean(unknown, members)
            )
        if spec.is_open and not unknown:
            places.add(
                path,
                f"open enum {name!r} maps to {model}, so it says what an unknown value becomes",
                "add 'unknown: MEMBER'",
            )
    if not spec.is_open and unknown:
        places.add((*path, "unknown"), f"closed enum {name!r} has no unknown values")
    doc = "" if spec.doc is UNSET else spec.doc
    policy = "open" if spec.is_open else "closed"
    return EnumType(
        name, tuple((wire, meaning) for wire, meaning in pairs), model, policy, unknown, spec.title, doc
    )
