"""What an event's constructor takes: field names, order and types, read from the model's classes."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum as PythonEnum
from functools import cache

from dragoman.model import EVENT_TYPES, INSTRUMENT_TYPES, AccountBalance, MarginBalance, Money
from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from dragoman_generator.expr.types import BOOL, DEC, INT, TEXT, TIME, Opt, Type
from dragoman_generator.resolve.expressions import MONEY
from dragoman_generator.resolve.reading import MAPPING, model_enum

_RECORDS: Mapping[str, type[Struct]] = {"AccountBalance": AccountBalance, "MarginBalance": MarginBalance}
LEVEL_FORM = "level_form"
"""The field that no spec says, since what the levels are decoded to tells it."""
_TIMES = ("_ns", "_time", "_date")


@dataclass(frozen=True, slots=True)
class Target:
    """One field of an event: its expression type, whether it must be given, how code wraps the value."""

    name: str
    type: Type | None
    """None for fields that reserved words fill."""
    required: bool
    default: str
    wrap: str
    """A NewType's name, or empty."""
    number_too: bool = False
    """The field takes a number as it is, or text."""
    record: str = ""
    """The model's class of the records that the field is a tuple of."""


@cache
def targets(type_name: str) -> tuple[Target, ...]:
    """The constructor of a model type, in order."""
    kind = EVENT_TYPES.get(type_name) or INSTRUMENT_TYPES[type_name]
    hints = typing.get_type_hints(kind)
    return tuple(_target(item, hints[item.name]) for item in fields(kind))


def record_fields(name: str) -> dict[str, Target]:
    """The fields of a record that stands inside events, such as a balance."""
    kind = _RECORDS[name]
    hints = typing.get_type_hints(kind)
    return {item.name: _target(item, hints[item.name]) for item in fields(kind)}


def known(type_name: str) -> bool:
    """Whether the model has an event or an instrument of this name."""
    return type_name in EVENT_TYPES or type_name in INSTRUMENT_TYPES


def is_instrument(type_name: str) -> bool:
    return type_name in INSTRUMENT_TYPES


def positional(type_name: str) -> bool:
    """Whether the type is made positionally."""
    kind = EVENT_TYPES.get(type_name) or INSTRUMENT_TYPES.get(type_name)
    return kind is not None and "kw_only" not in str(kind.__struct_config__) and _takes_positions(kind)


def _takes_positions(kind: type) -> bool:
    import inspect

    return all(
        p.kind is not inspect.Parameter.KEYWORD_ONLY for p in inspect.signature(kind).parameters.values()
    )


def _target(item: FieldInfo, hint: object) -> Target:
    required = item.default is NODEFAULT and item.default_factory is NODEFAULT
    kind, wrap = _type(item.name, hint)
    number_too = {int, str} <= set(typing.get_args(hint))
    default = "" if required else _default(item)
    inner = typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else None
    record = next((name for name, known in _RECORDS.items() if known is inner), "")
    return Target(item.name, kind, required, default, wrap, number_too, record)


def _default(item: FieldInfo) -> str:
    if item.default is NODEFAULT:
        return "..."
    value = item.default
    if isinstance(value, PythonEnum):
        return f"{type(value).__name__}.{value.name}"
    return f'Decimal("{value}")' if isinstance(value, Decimal) else repr(value)


def _type(name: str, hint: object) -> tuple[Type | None, str]:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        inner = [part for part in typing.get_args(hint) if part is not type(None)]
        if {int, str} == set(inner):
            return TEXT, ""
        found, wrap = _type(name, inner[0])
        return (Opt(found) if found is not None and type(None) in typing.get_args(hint) else found), wrap
    if isinstance(hint, typing.NewType):
        return TEXT, hint.__name__
    plain: Mapping[object, Type] = {Decimal: DEC, bool: BOOL, str: TEXT, Money: MONEY}
    if hint in plain:
        return plain[hint], ""
    if origin is Mapping:
        return MAPPING, ""
    if hint is int:
        return (TIME if name.startswith("ts_") or name.endswith(_TIMES) else INT), ""
    if isinstance(hint, type) and issubclass(hint, PythonEnum):
        return model_enum(hint.__name__), ""
    return None, ""
