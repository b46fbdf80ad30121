"""Unions as `if`/`then` on what tells their branches apart, so that an error blames the branch that was meant."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

Schema: TypeAlias = dict[str, Any]

_MAPS_OF_SCHEMAS = ("properties", "$defs")
_LISTS_OF_SCHEMAS = ("anyOf", "allOf", "prefixItems")
_SCHEMAS = ("additionalProperties", "items", "propertyNames", "if", "then")


def children(schema: Schema, change: Callable[[Any], Any]) -> Schema:
    """A copy of `schema` with every schema directly inside it changed."""
    changed = dict(schema)
    for key, value in schema.items():
        if key in _MAPS_OF_SCHEMAS:
            changed[key] = {name: change(child) for name, child in value.items()}
        elif key in _LISTS_OF_SCHEMAS:
            changed[key] = [change(child) for child in value]
        elif key in _SCHEMAS:
            changed[key] = change(value)
    return changed


def by_kind(union: Schema, components: dict[str, Schema]) -> Schema:
    """`anyOf` of at most one branch a JSON kind (and any number of tagged ones) as a choice by kind, then by tag.

    A union that already carries a discriminator gives the choice by tag alone.
    """
    about = {key: value for key, value in union.items() if key not in ("anyOf", "discriminator")}
    if "discriminator" in union:
        return {**about, **_by_tag(union["discriminator"])}
    branches: dict[str, Schema] = {}
    for branch in _flat(union["anyOf"]):
        kinds = _kinds(branch, components)
        if not kinds:  # a branch for anything
            return about
        for kind in kinds:
            branches[kind] = _narrowed(branch, kind)
    kinds_allowed = list(branches)
    choices = [
        {"if": {"type": kind}, "then": branch}
        for kind, branch in branches.items()
        if branch.keys() != {"type"}
    ]
    if len(kinds_allowed) == 1:
        return {**next(iter(branches.values())), **about}
    return {**about, "type": kinds_allowed, **({"allOf": choices} if choices else {})}


def kind_of(value: object) -> str:
    """The JSON kind of a plain value of a document."""
    kinds: dict[type, str] = {
        type(None): "null",
        bool: "boolean",
        int: "integer",
        Decimal: "number",
        float: "number",
        str: "string",
        list: "array",
        dict: "object",
    }
    return kinds[type(value)]


def _by_tag(discriminator: Schema) -> Schema:
    tag, targets = discriminator["propertyName"], discriminator["mapping"]
    choices = [
        {"if": {"properties": {tag: {"const": value}}, "required": [tag]}, "then": {"$ref": target}}
        for value, target in targets.items()
    ]
    return {
        "type": "object",
        "required": [tag],
        "properties": {tag: {"enum": list(targets)}},
        "allOf": choices,
    }


def _flat(branches: list[Schema]) -> list[Schema]:
    flat: list[Schema] = []
    for branch in branches:
        flat.extend(_flat(branch["anyOf"]) if "anyOf" in branch else [branch])
    return flat


def _kinds(branch: Schema, components: dict[str, Schema]) -> list[str]:
    if "$ref" in branch:
        return _kinds(components[branch["$ref"].rpartition("/")[2]], components)
    if "enum" in branch:
        return list(dict.fromkeys(kind_of(value) for value in branch["enum"]))
    kinds = branch.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def _narrowed(branch: Schema, kind: str) -> Schema:
    """The part of a branch that concerns one kind."""
    if "enum" in branch:
        return {**branch, "enum": [value for value in branch["enum"] if kind_of(value) == kind]}
    if isinstance(branch.get("type"), list):
        rest = {key: value for key, value in branch.items() if key != "allOf"}
        return {**rest, "type": kind} if kind == "string" or "pattern" not in rest else {"type": kind}
    return branch
