"""Which mappings take integers for keys: JSON has only text ones, so msgspec's schema does not say."""

from __future__ import annotations

from typing import Any, TypeAlias

import msgspec
from msgspec import inspect

Schema: TypeAlias = dict[str, Any]

INTEGER_KEY = "^-?[0-9]+$"


def say_key_types(
    root: type[msgspec.Struct], components: dict[str, Schema]
) -> dict[str, type[msgspec.Struct]]:
    """Adds `propertyNames` to every mapping in `components`; returns the Struct that each component was made of.

    `dict[str, T]` says `type: string`, `dict[int, T]` a pattern of digits, `dict[int | str, T]` nothing.
    """
    found: dict[str, type[msgspec.Struct]] = {}
    _say(inspect.type_info(root), {}, components, found)
    return found


def _say(
    type_: inspect.Type, schema: Schema, components: dict[str, Schema], found: dict[str, type[msgspec.Struct]]
) -> None:
    if isinstance(type_, inspect.Metadata):
        _say(type_.type, schema, components, found)
    elif isinstance(type_, inspect.StructType):
        _say_struct(type_, components, found)
    elif isinstance(type_, inspect.UnionType):
        for member in type_.types:
            _say(member, _branch(schema, member), components, found)
    elif isinstance(type_, inspect.DictType):
        schema["propertyNames"] = {**_key_schema(type_.key_type), **schema.get("propertyNames", {})}
        if not schema["propertyNames"]:
            del schema["propertyNames"]
        _say(type_.value_type, schema.get("additionalProperties", {}), components, found)
    elif isinstance(type_, inspect.ListType):
        _say(type_.item_type, schema.get("items", {}), components, found)


def _say_struct(
    type_: inspect.StructType, components: dict[str, Schema], found: dict[str, type[msgspec.Struct]]
) -> None:
    name = type_.cls.__name__
    if name in found:
        return
    found[name] = type_.cls
    for field in type_.fields:
        _say(field.type, components[name]["properties"][field.encode_name], components, found)


def _branch(union: Schema, member: inspect.Type) -> Schema:
    """The branch of `anyOf` that a mapping or list of a union was turned into; there is at most one of each."""
    bare = member.type if isinstance(member, inspect.Metadata) else member
    kind = {inspect.DictType: "object", inspect.ListType: "array"}.get(type(bare))
    if kind is None or union.get("type") == kind:
        return union
    return next((branch for branch in union.get("anyOf", []) if branch.get("type") == kind), {})


def _key_schema(key: inspect.Type) -> Schema:
    bare = key.type if isinstance(key, inspect.Metadata) else key
    if isinstance(bare, inspect.StrType):
        return {"type": "string"}
    return {"pattern": INTEGER_KEY} if isinstance(bare, inspect.IntType) else {}
