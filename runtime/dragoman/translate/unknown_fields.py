"""Fields that the venue sends and its specification does not know: ignored and counted by name, or captured with their values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import fields

from dragoman.log import SECRETS
from dragoman.stats import Stats

# A venue adds a field to all its messages alike, so few of them show it, and looking costs a second decoding.
_LOOK_EVERY = 1000
_ROWS = 20
_LONGEST = 200
"""Characters of a captured value that are kept."""
_EXACT: msgspec.json.Decoder[Any] = msgspec.json.Decoder(float_hook=Decimal)
_AS_IT_CAME = msgspec.json.Encoder(decimal_format="number")


class UnknownFields:
    """Looks at the first payload of every type and at every thousandth after it; where shapes are `captured`, at every one."""

    __slots__ = ("_captured", "_captures", "_seen", "_stats")

    def __init__(self, stats: Stats, captured: frozenset[Any] = frozenset()) -> None:
        self._seen: Counter[Any] = Counter()
        self._stats = stats
        self._captured = captured
        self._captures: dict[Any, bool] = {}

    def captures(self, kind: Any) -> bool:
        """Whether payloads of a type hold records whose unknown fields are captured."""
        found = self._captures.get(kind)
        if found is None:
            found = self._captures[kind] = bool(self._captured) and not self._captured.isdisjoint(
                records(kind)
            )
        return found

    def look(self, kind: Any, payload: Any) -> None:
        """Count the unknown fields of `payload`, JSON that was decoded as `kind`, as `Type.field`; keep the values of captured ones."""
        seen = self._seen[kind]
        self._seen[kind] = seen + 1
        captures = self.captures(kind)
        if seen % _LOOK_EVERY != 0 and not captures:
            return
        try:
            value = _EXACT.decode(payload)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ArithmeticError):
            return  # the fault is in a field that nobody reads, or a number there is beyond any decimal
        told: set[str] = set()
        for record, key, inner in beyond(kind, value, None if captures else _ROWS):
            name = f"{record.__name__}.{key}"
            if name not in told and (record in self._captured or seen % _LOOK_EVERY == 0):
                self._stats.count("unknown_fields", name)
                told.add(name)
            if record in self._captured:
                text = SECRETS.redact(_AS_IT_CAME.encode({key: inner}).decode())
                self._stats.capture(name, text[len(f'{{"{key}":') : -1][:_LONGEST])


def unknown_fields(kind: Any, value: Any) -> Iterator[str]:
    """`Type.field` for every key of decoded JSON that the Structs of `kind` do not name; of lists, the first rows."""
    for record, key, _ in beyond(kind, value, _ROWS):
        yield f"{record.__name__}.{key}"


def beyond(kind: Any, value: Any, rows: int | None) -> Iterator[tuple[Any, str, Any]]:
    """(Struct, key, value) of every key that the Structs of `kind` do not name; of lists, the first `rows`, or all."""
    if isinstance(value, list):
        yield from _of_list(kind, value, rows)
    elif isinstance(value, dict) and (record := _record(kind, value)) is not None:
        known, tag = _known(record), record.__struct_config__.tag_field
        for key, inner in value.items():
            if key in known:
                yield from beyond(known[key], inner, rows)
            elif key != tag:
                yield record, key, inner
    elif isinstance(value, dict):
        values = next((get_args(each)[1] for each in _choices(kind) if get_origin(each) is dict), None)
        for inner in list(value.values())[:rows] if values is not None else ():
            yield from beyond(values, inner, rows)


def _of_list(kind: Any, value: list[Any], rows: int | None) -> Iterator[tuple[Any, str, Any]]:
    for choice in _choices(kind):
        if get_origin(choice) is list:
            for row in value[:rows]:
                yield from beyond(get_args(choice)[0], row, rows)
            return
        if _is_struct(choice) and choice.__struct_config__.array_like:
            for hint, inner in zip(_known(choice).values(), value, strict=False):
                yield from beyond(hint, inner, rows)
            return


def records(kind: Any, found: set[Any] | None = None) -> set[Any]:
    """Every Struct that values of a type may be made of."""
    found = set() if found is None else found
    for choice in _choices(kind):
        if get_origin(choice) is not None:
            for inner in get_args(choice):
                records(inner, found)
        elif _is_struct(choice) and choice not in found:
            found.add(choice)
            for inner in _known(choice).values():
                records(inner, found)
    return found


def _record(kind: Any, value: dict[str, Any]) -> Any:
    """The Struct that `value` was decoded as, None where it was something else."""
    for choice in _choices(kind):
        if _is_struct(choice) and not choice.__struct_config__.array_like:
            config = choice.__struct_config__
            if config.tag_field is None or value.get(config.tag_field) == config.tag:
                return choice
    return None


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Struct)


def _choices(kind: Any) -> tuple[Any, ...]:
    """The members of a union; a type that is none stands for itself."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    return (kind,) if get_origin(kind) in (None, list, dict) else get_args(kind)


@cache
def _known(kind: type[Struct]) -> dict[str, Any]:
    return {item.encode_name: item.type for item in fields(kind)}
