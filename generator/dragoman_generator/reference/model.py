"""Events, instruments and enums of the model, as a spec names them."""

from __future__ import annotations

import inspect
import types
import typing
from enum import Enum
from typing import Any

import msgspec
from dragoman.model import ENUM_TYPES, EVENT_TYPES, INSTRUMENT_TYPES
from msgspec import NODEFAULT

from dragoman_generator.emit.markdown import Section, code, codes, text


def model() -> list[Section]:
    intro = "`ts_init` is always added; `ts_event` left out is the time of receipt. Prices and sizes are exact decimals, times UNIX nanoseconds."
    events = [kind for name, kind in EVENT_TYPES.items() if name not in INSTRUMENT_TYPES]
    return [
        Section("Events of the model", (intro,)),
        *(_struct(kind) for kind in events),
        Section(
            "Instruments of the model",
            (
                "What a listing of instruments emits; `instrument_id`, `raw_symbol` and `keys` come from the product.",
            ),
        ),
        *(_struct(kind) for kind in INSTRUMENT_TYPES.values()),
        Section("Enums of the model", (), ("enum", "members"), [_enum(kind) for kind in ENUM_TYPES.values()]),
    ]


def _struct(kind: type[msgspec.Struct]) -> Section:
    hints = typing.get_type_hints(kind)
    rows = [
        (code(item.name), code(_type(hints[item.name])), _default(item))
        for item in msgspec.structs.fields(kind)
    ]
    doc = inspect.cleandoc(kind.__doc__ or "") if "__doc__" in vars(kind) else ""
    return Section(kind.__name__, (text(doc),) if doc else (), ("field", "type", "left out"), rows, level=3)


def _enum(kind: type[Enum]) -> tuple[str, str]:
    return code(kind.__name__), codes(kind.__members__)


def _type(hint: Any) -> str:
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return " | ".join(_type(part) for part in parts)
    if hint is type(None):
        return "None"
    if origin is not None:
        inside = ", ".join("..." if part is Ellipsis else _type(part) for part in parts)
        return f"{getattr(origin, '__name__', origin)}[{inside}]"
    return str(getattr(hint, "__name__", hint))


def _default(item: msgspec.structs.FieldInfo) -> str:
    if item.default is NODEFAULT and item.default_factory is NODEFAULT:
        return "required"
    if item.default_factory is not NODEFAULT:
        return "empty"
    value = item.default
    return code(value.name if isinstance(value, Enum) else value if value != "" else "''")
