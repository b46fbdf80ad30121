"""Messages whose numbers came as no text, told as if they had: the same records, each decimal as the text that spells it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from msgspec import Struct


def told_in_text(kind: Any, value: Any) -> Any:
    """A decoded value as the type that keeps its decimals as text; all else stays as it is."""
    if type(value) is Decimal:
        return str(value) if str in _choices(kind) else value
    if isinstance(value, list):
        item = next((get_args(each)[0] for each in _choices(kind) if get_origin(each) is list), None)
        return value if item is None else [told_in_text(item, each) for each in value]
    if isinstance(value, Struct):
        named = next(
            (each for each in _choices(kind) if isinstance(each, type) and issubclass(each, Struct)), None
        )
        if named is None or named is type(value):
            return value
        hints = _hints(named)
        return named(
            **{name: told_in_text(hints[name], getattr(value, name)) for name in named.__struct_fields__}
        )
    return value


def _choices(kind: Any) -> tuple[Any, ...]:
    """The members of a union; a type that is none stands for itself."""
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


@cache
def _hints(kind: type[Struct]) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)
