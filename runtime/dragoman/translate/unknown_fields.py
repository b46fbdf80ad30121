"""Fields that the venue sends and its specification does not know: ignored, and counted by name where they are looked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import fields

from dragoman.stats import Stats

# A venue adds a field to all its messages alike, so few of them show it, and looking costs a second decoding.
_LOOK_EVERY = 1000
_ROWS = 20


class UnknownFields:
    """Looks at the first payload of every type, and at every thousandth after it."""

    __slots__ = ("_seen", "_stats")

    def __init__(self, stats: Stats) -> None:
        self._stats = stats
        self._seen: Counter[Any] = Counter()

    def look(self, kind: Any, payload: Any) -> None:
        """Count the unknown fields of `payload`, JSON that was decoded as `kind`, as `Type.field`."""
        seen = self._seen[kind]
        self._seen[kind] = seen + 1
        if seen % _LOOK_EVERY == 0:
            try:
                value = msgspec.json.decode(payload)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                return  # the fault is in a field that nobody reads
            for name in dict.fromkeys(unknown_fields(kind, value)):
                self._stats.count("unknown_fields", name)


def unknown_fields(kind: Any, value: Any) -> Iterator[str]:
    """`Type.field` for every key of decoded JSON that the Structs of `kind` do not name; of lists, the first rows."""
    if isinstance(value, list):
        yield from _of_list(kind, value)
    elif isinstance(value, dict) and (record := _record(kind, value)) is not None:
        known, tag = _known(record), record.__struct_config__.tag_field
        for key, inner in value.items():
            if key in known:
                yield from unknown_fields(known[key], inner)
            elif key != tag:
                yield f"{record.__name__}.{key}"
    elif isinstance(value, dict):
        values = next((get_args(each)[1] for each in _choices(kind) if get_origin(each) is dict), None)
        for inner in list(value.values())[:_ROWS] if values is not None else ():
            yield from unknown_fields(values, inner)


def _of_list(kind: Any, value: list[Any]) -> Iterator[str]:
    for choice in _choices(kind):
        if get_origin(choice) is list:
            for row in value[:_ROWS]:
                yield from unknown_fields(get_args(choice)[0], row)
            return
        if _is_struct(choice) and choice.__struct_config__.array_like:
            for hint, inner in zip(_known(choice).values(), value, strict=False):
                yield from unknown_fields(hint, inner)
            return


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
