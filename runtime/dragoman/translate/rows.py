"""Isolation of rows: a message whose list holds a bad row is decoded again, row by row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
from msgspec import NODEFAULT, Raw, Struct
from msgspec.structs import FieldInfo, fields

_AT = re.compile(r" - at `(\$[^`]*)`")
_lenient: dict[tuple[Any, str], Any] = {}
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}

BadRow = Callable[[str, bytes, Exception], None]
"""(path of the row, its bytes, why)."""


def decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """The decoder of a type, made once."""
    found = _decoders.get(kind)
    if found is None:
        found = _decoders[kind] = msgspec.json.Decoder(kind)
    return found


def error_path(error: Exception) -> str:
    """Where in the message a validation error stands, `$` where it doesn't say."""
    match = _AT.search(str(error))
    return match[1] if match else "$"


def error_text(error: Exception) -> str:
    """The validation error's sentence without its place."""
    return _AT.sub("", str(error))


def decode_rows(kind: Any, payload: bytes, rows: Iterable[str], error: Exception, bad: BadRow) -> Any:
    """The message without its bad rows; the first error is raised again where it is not about a row.

    rows: wire paths of the lists that may be isolated, `$` or `$.data`.
    """
    failed = error_path(error)
    path = next((path for path in rows if failed.startswith(f"{path}[")), None)
    if path is None:
        raise error
    if path == "$":
        return _decode_list(_list_item(kind), payload, path, bad)
    keys = path.removeprefix("$.").split(".")
    return _decode_struct(kind, payload, keys, path, bad)


def _decode_list(item: Any, payload: bytes | Raw, path: str, bad: BadRow) -> list[Any]:
    found = []
    row_decoder = decoder(item)
    for index, raw in enumerate(decoder(list[Raw]).decode(payload)):
        try:
            found.append(row_decoder.decode(raw))
        except (msgspec.DecodeError, ValueError, RecursionError) as error:
            bad(f"{path}[{index}]{error_path(error).removeprefix('$')}", bytes(raw), error)
    return found


def _decode_struct(kind: Any, payload: bytes | Raw, keys: list[str], path: str, bad: BadRow) -> Any:
    key, rest = keys[0], keys[1:]
    info = next(item for item in fields(kind) if item.encode_name == key)
    whole = decoder(_with_raw(kind, info)).decode(payload)
    raw = getattr(whole, info.name)
    hint = get_type_hints(kind)[info.name]
    value = (
        _decode_struct(_struct_of(hint), raw, rest, path, bad)
        if rest
        else _decode_list(_list_item(hint), raw, path, bad)
    )
    values = {item.name: getattr(whole, item.name) for item in fields(kind)}
    return kind(**{**values, info.name: value})


def _with_raw(kind: Any, info: FieldInfo) -> Any:
    found = _lenient.get((kind, info.name))
    if found is None:
        config = kind.__struct_config__
        hints = get_type_hints(kind)
        parts = [_field(item, Raw if item.name == info.name else hints[item.name]) for item in fields(kind)]
        found = _lenient[kind, info.name] = msgspec.defstruct(
            f"{kind.__name__}Rows",
            parts,
            tag_field=config.tag_field,
            tag=config.tag,
            array_like=config.array_like,
            kw_only=not config.array_like,
        )
    return found


def _field(item: FieldInfo, hint: Any) -> tuple[str, Any, Any]:
    if item.default is not NODEFAULT:
        return item.name, hint, msgspec.field(name=item.encode_name, default=item.default)
    if item.default_factory is not NODEFAULT:
        return item.name, hint, msgspec.field(name=item.encode_name, default_factory=item.default_factory)
    return item.name, hint, msgspec.field(name=item.encode_name)


def _list_item(hint: Any) -> Any:
    """The row type of `list[Row]` or of `Row | list[Row]`."""
    for candidate in (hint, *get_args(hint)):
        if get_origin(candidate) is list:
            return get_args(candidate)[0]
    raise TypeError(f"{hint} is no list of rows")


def _struct_of(hint: Any) -> Any:
    for candidate in (hint, *get_args(hint)):
        if isinstance(candidate, type) and issubclass(candidate, Struct):
            return candidate
    raise TypeError(f"{hint} is no record")
