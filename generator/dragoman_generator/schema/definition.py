"""The language's Structs as a JSON Schema of draft 2020-12."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from dragoman_generator.language import LANGUAGE_VERSION, SpecFile
from dragoman_generator.schema import gathered, headed, paged
from dragoman_generator.schema.attribute_docs import attribute_docs
from dragoman_generator.schema.dispatch import by_kind, children
from dragoman_generator.schema.keys import say_key_types

Schema: TypeAlias = dict[str, Any]

_REFERENCE = "#/$defs/"
# `$` must mean the very end for editors and for us: no lookbehind and no `\Z`, which ECMAScript lacks.
_DECIMAL_TEXT = "^[-+]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]{1,2})?$"


@functools.cache
def json_schema() -> Schema:
    """The schema of one spec file whose members stand by themselves: every section may be left out but `spec`. Shared: do not change it."""
    return schema_of(SpecFile, f"urn:dragoman:spec:{LANGUAGE_VERSION}")


def schema_of(root: type[msgspec.Struct], identity: str) -> Schema:
    """The schema of any Struct of the language's style, `identity` being its `$id`."""
    (top,), components = msgspec.json.schema_components([root], ref_template=_REFERENCE + "{name}")
    types = say_key_types(root, components)
    for name, type_ in types.items():
        _describe(components[name], type_)
    definitions = {name: _adjusted(schema, components) for name, schema in sorted(components.items())}
    whole = definitions.pop(top["$ref"].removeprefix(_REFERENCE))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": identity,
        **whole,
        "$defs": definitions,
    }


def file_schema() -> Schema:
    """The schema of a file as it is written: members under their families, calls and topics in front of names, pages in titles."""
    return paged.allowed(gathered.allowed(headed.allowed(json_schema())))


def schema_text() -> str:
    """`file_schema()` as indented JSON with a final newline."""
    return json.dumps(file_schema(), indent=1, ensure_ascii=False) + "\n"


def write_schema(path: Path) -> None:
    """Writes `schema_text()` as UTF-8, making folders as needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(schema_text(), encoding="utf-8")


def _describe(schema: Schema, type_: type[msgspec.Struct]) -> None:
    """Makes the text under an attribute its description: it says more than that of the kind of its value."""
    properties = schema.get("properties", {})
    for name, text in attribute_docs(type_).items():
        if name in properties:
            properties[name] = {**properties[name], "description": text}


def _adjusted(schema: Any, components: dict[str, Schema]) -> Any:
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "decimal":
        kept = {key: value for key, value in schema.items() if key not in ("type", "format")}
        return {**kept, "type": ["number", "string"], "pattern": _DECIMAL_TEXT}
    adjusted = children(schema, lambda child: _adjusted(child, components))
    return by_kind(adjusted, components) if "anyOf" in adjusted else adjusted
