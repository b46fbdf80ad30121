"""Validation of a document against the schema, every fault in one run."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError

from dragoman_generator.diagnostics import Diagnostic
from dragoman_generator.schema.definition import json_schema
from dragoman_generator.schema.sentences import diagnostics_of, told
from dragoman_generator.yaml import Document

Schema: TypeAlias = dict[str, Any]


def validate(document: Document, schema: Schema | None = None) -> list[Diagnostic]:
    """What is wrong by the schema (the language's own by default), sorted by place.

    A file of another language version gets that one diagnostic: nothing else could be said of it.
    """
    validator = _language_validator() if schema is None else validator_of(schema)
    if (other := _other_version(document, validator.schema)) is not None:
        return [other]
    found: dict[Diagnostic, None] = {}
    for error in validator.iter_errors(document.data):
        found.update(dict.fromkeys(diagnostics_of(error, document.marks)))
    return sorted(found)


def validator_of(schema: Schema) -> Any:
    """A draft 2020-12 validator that knows integer keys and reads patterns as editors do."""
    return _Validator(schema)


@functools.cache
def _language_validator() -> Any:
    return validator_of(json_schema())


def _other_version(document: Document, schema: Schema) -> Diagnostic | None:
    allowed = schema.get("properties", {}).get("spec", {}).get("enum")
    version = document.data.get("spec") if isinstance(document.data, dict) else None
    if allowed is None or type(version) is not int or version in allowed:
        return None
    read = ", ".join(map(str, allowed))
    return Diagnostic(
        document.marks.at(("spec",)),
        f"this file is of language version {told(version)}, not {read}",
        "see `dragoman migrate`",
    )


def _if(validator: Any, condition: Schema, instance: Any, schema: Schema) -> Iterator[ValidationError]:
    """`if`/`then`, answered without a validator of its own for the two conditions that dispatch is made of."""
    if condition.keys() == {"type"}:
        holds = validator.is_type(instance, condition["type"])
    elif condition.keys() == {"properties", "required"} and isinstance(instance, dict):
        ((tag, wanted),) = condition["properties"].items()
        value = instance.get(tag)
        holds = type(value) is type(wanted["const"]) and value == wanted["const"]
    else:
        holds = validator.evolve(schema=condition).is_valid(instance)
    if holds and "then" in schema:
        yield from validator.descend(instance, schema["then"], schema_path="then")


def _enum(validator: Any, choices: list[Any], instance: Any, schema: Schema) -> Iterator[ValidationError]:
    """A choice is met by its own kind alone: neither 1.0 nor true is 1."""
    if not any(type(choice) is type(instance) and choice == instance for choice in choices):
        yield ValidationError(f"{instance!r} is not one of {choices!r}")


def _pattern(validator: Any, pattern: str, instance: Any, schema: Schema) -> Iterator[ValidationError]:
    """As in ECMAScript, `$` is the very end (not also before a last newline) and `\\d` is ASCII."""
    text = str(instance) if type(instance) is int and "type" not in schema else instance
    if isinstance(text, str) and not _compiled(pattern).search(text):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"(?<!\\)\$$", r"\\Z", pattern), re.ASCII)


def _items(validator: Any, items: Any, instance: Any, schema: Schema) -> Iterator[ValidationError]:
    """Surplus entries of a tuple are `maxItems`'s to tell."""
    if items is not False and isinstance(instance, list):
        for index in range(len(schema.get("prefixItems", ())), len(instance)):
            yield from validator.descend(instance[index], items, path=index)


_extend: Any = validators.extend  # which jsonschema leaves without types
_Validator = _extend(Draft202012Validator, {"if": _if, "enum": _enum, "pattern": _pattern, "items": _items})
