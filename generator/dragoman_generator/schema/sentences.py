"""What the validator found, said in the house's sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from jsonschema.exceptions import ValidationError

from dragoman_generator.diagnostics import Diagnostic, did_you_mean, shown
from dragoman_generator.schema.dispatch import kind_of
from dragoman_generator.schema.forms import form_of
from dragoman_generator.schema.keys import INTEGER_KEY
from dragoman_generator.yaml import Marks, Path

_KINDS = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
}
_BOUNDS = {
    "minimum": "{value} is less than {bound}",
    "maximum": "{value} is more than {bound}",
    "exclusiveMinimum": "{value} is not more than {bound}",
    "exclusiveMaximum": "{value} is not less than {bound}",
    "multipleOf": "{value} is no multiple of {bound}",
    "minLength": "{value} is shorter than {bound} characters",
    "maxLength": "{value} is longer than {bound} characters",
    "minItems": "the number of entries is {count}, less than {bound}",
    "maxItems": "the number of entries is {count}, more than {bound}",
    "minProperties": "the number of entries is {count}, less than {bound}",
    "maxProperties": "the number of entries is {count}, more than {bound}",
}
_YES_NO = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
_MAX_CHOICES = 12


def diagnostics_of(error: ValidationError, marks: Marks) -> Iterable[Diagnostic]:
    """The diagnostics that one validation error amounts to: one, or one an unknown key."""
    path: Path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        return _unknown_keys(error, path, marks)
    if "propertyNames" in error.schema_path:
        return [_bad_key(error, path, marks)]
    if marks.doubtful(path):
        return []
    if error.validator == "required":
        return [_missing_key(error, path, marks)]
    sentence, hint = _about_value(error)
    return [Diagnostic(marks.at(path), sentence, hint)]


def told(value: object) -> str:
    """A value of a document as a sentence names it."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (int, Decimal)) else _KINDS[kind_of(value)]


def _place_name(path: Path, error: ValidationError) -> str:
    """Where a mapping is, as ` in operation 'get_depth'`; empty for the whole file."""
    if not path:
        return ""
    step = path[-1]
    title = str(error.schema.get("title", "")) if isinstance(error.schema, dict) else ""
    if title and _is_named_entry(error):
        return f" in {_words(title)} {told(step)}"
    if isinstance(step, str):
        return f" in {shown(step)}"
    above = next((key for key in reversed(path) if isinstance(key, str)), None)
    return f" in entry {step + 1}" + (f" of {shown(above)}" if above else "")


def _about_value(error: ValidationError) -> tuple[str, str | None]:
    value: object = error.instance
    demand: Any = error.validator_value
    match error.validator:
        case "type":
            kinds = [demand] if isinstance(demand, str) else demand
            found = _KINDS[kind_of(value)] if isinstance(value, str | list | dict) else told(value)
            expected = _listed(_KINDS[kind] for kind in kinds)
            return f"expected {expected}, found {found}", _type_hint(value, kinds, error.schema)
        case "enum" | "const":
            return _not_a_choice(value, demand if error.validator == "enum" else [demand])
        case "pattern" if demand == INTEGER_KEY:
            return f"{told(value)} is not an integer", None
        case "pattern":
            form = form_of(demand)
            if form:
                return f"{told(value)} has not the form that is expected here", form
            return f"{told(value)} does not match {demand}", None
        case bound if bound in _BOUNDS:
            count = len(value) if isinstance(value, list | dict) else 0
            return _BOUNDS[str(bound)].format(value=told(value), bound=demand, count=count), None
    return f"{told(value)} does not fit here: {shown(error.message)}", None


def _type_hint(value: object, kinds: list[str], schema: Any) -> str | None:
    if isinstance(value, str):
        if "boolean" in kinds and value.lower() in _YES_NO:
            return f"did you mean {_YES_NO[value.lower()]}?"
        if "integer" in kinds and re.fullmatch("[-+]?[0-9]+", value):
            return "remove the quotes"
    if "string" in kinds:
        if "pattern" in schema and (form := form_of(schema["pattern"])):
            return form
        if isinstance(value, bool | int | Decimal):
            return "quote it"
        if isinstance(value, dict) and list(value.values()) == [None]:
            return "quote text that starts with '{'"
    if "array" in kinds and not isinstance(value, dict) and value is not None:
        return "put it in [ ]"
    return None


def _not_a_choice(value: object, choices: list[object]) -> tuple[str, str | None]:
    hint = None
    if isinstance(value, str):
        hint = did_you_mean(value, (choice for choice in choices if isinstance(choice, str)))
    elif isinstance(value, bool | int | Decimal) and str(value).lower() in choices:
        hint = "quote it"
    if len(choices) == 1:
        return f"expected {told(choices[0])}, found {told(value)}", hint
    if len(choices) > _MAX_CHOICES:
        return f"{told(value)} is none of the {len(choices)} values that are allowed here", hint
    return f"{told(value)} is not one of {_listed(map(told, choices))}", hint


def _unknown_keys(error: ValidationError, path: Path, marks: Marks) -> Iterable[Diagnostic]:
    schema: Any = error.schema
    present: Any = error.instance
    known = schema.get("properties", {})
    unused = [name for name in known if name not in present]
    for key in present:
        if key not in known:
            hint = did_you_mean(key, unused) if isinstance(key, str) else None
            yield Diagnostic(marks.at((*path, key), key=True), f"unknown key {told(key)}", hint)


def _missing_key(error: ValidationError, path: Path, marks: Marks) -> Diagnostic:
    demand: Any = error.validator_value
    missing = next(key for key in demand if error.message.startswith(repr(key)))
    named = bool(path) and isinstance(path[-1], str)
    where = _place_name(path, error)
    return Diagnostic(marks.at(path, key=named), f"missing required key {missing!r}{where}")


def _bad_key(error: ValidationError, path: Path, marks: Marks) -> Diagnostic:
    key: Any = error.instance
    mark = marks.at((*path, key), key=True)
    if error.validator == "type":
        return Diagnostic(mark, f"key {told(key)} is not text", "quote it")
    sentence, hint = _about_value(error)
    return Diagnostic(mark, f"key {sentence}", hint)


def _is_named_entry(error: ValidationError) -> bool:
    """Whether the innermost container was entered as an entry of an open mapping, not as a key of the language."""
    schema_path: Iterable[Any] = error.absolute_schema_path
    steps, named = iter(schema_path), False
    for step in steps:
        if step in ("properties", "prefixItems", "allOf", "$defs"):
            next(steps, None)
            named = named if step == "allOf" else False
        elif step in ("additionalProperties", "items"):
            named = step == "additionalProperties"
    return named


def _words(title: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", title.removesuffix("Spec")).lower()


def _listed(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
