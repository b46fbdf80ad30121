"""Isolation of rows: a message with a bad row, however deep in it, is decoded again, row by row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import msgspec
from msgspec import NODEFAULT, UNSET, Raw, Struct, UnsetType
from msgspec.structs import FieldInfo, fields

from dragoman.model.decimals import DECIMALS
from dragoman.translate.numbers import check_numbers, may_be_odd

_AT = re.compile(r" - at `(\$[^`]*)`")
_FAULTS = (msgspec.DecodeError, ValueError, RecursionError)
_lenient: dict[tuple[Any, tuple[str, ...]], Any] = {}
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}

BadRow = Callable[[str, bytes, Exception], None]
"""(path of the row, its bytes, why)."""
Above = tuple[tuple[Any, bytes], ...]
"""(type, bytes) of the rows around a row, the outermost first; the row itself is the last."""
StandIn = Callable[[str, Above], Any]
"""(path with `[]` for rows, the bad row and those around it) -> what stands for it, None for nothing."""


class RowTree:
    """Wire paths of rows as a tree: what stands under each key, and whether it is a row or list of rows itself."""

    __slots__ = ("is_rows", "keys", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.is_rows = False
        self.keys: dict[str, RowTree] = {}

    def under(self, key: str) -> RowTree:
        found = self.keys.get(key)
        if found is None:
            found = self.keys[key] = RowTree(f"{self.path}.{key}")
        return found


_trees: dict[tuple[str, ...], RowTree] = {}


def row_tree(rows: tuple[str, ...]) -> RowTree:
    """The tree of `$.data` and `$.data[].parts`, made once."""
    root = _trees.get(rows)
    if root is None:
        root = _trees[rows] = RowTree("$")
        for path in rows:
            at = root
            for key in path.replace("[]", "").split(".")[1:]:
                at = at.under(key)
            at.is_rows = True
            at.path = path
    return root


def decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """The decoder of a type, made once."""
    found = _decoders.get(kind)
    if found is None:
        found = _decoders[kind] = msgspec.json.Decoder(kind)
    return found


@cache
def number_decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    """As `decoder`, of a type with fields of any type, in which a number with a point or an exponent is remembered as its decimal."""
    return msgspec.json.Decoder(kind, float_hook=DECIMALS.__getitem__)


def decode_strict(kind: Any, raw: bytes | Raw) -> Any:
    """A payload as its type; raises ValueError for a number in text that no venue means, as the decoder itself does not."""
    value = decoder(kind).decode(raw)
    data = bytes(raw)
    if may_be_odd(data):
        check_numbers(kind, data)
    return value


def error_path(error: Exception) -> str:
    """Where in the message a validation error stands, `$` where it doesn't say."""
    match = _AT.search(str(error))
    return match[1] if match else "$"


def error_text(error: Exception) -> str:
    """The validation error's sentence without its place."""
    return _AT.sub("", str(error))


def decode_rows(
    kind: Any,
    payload: bytes,
    rows: Iterable[str],
    error: Exception,
    bad: BadRow,
    stand_in: StandIn | None = None,
) -> Any:
    """The message without its bad rows; the first error is raised again where it is not about a row.

    rows: wire paths of what is isolated: lists (`$.data`, lists in their rows `$.data[].parts`), records that may be
    absent; `$` where the payload itself is the list.
    """
    tree = row_tree(tuple(rows))
    if not tree.is_rows and not tree.keys:
        raise error
    return _Rows(bad, stand_in).value(kind, payload, tree, "$", error)


class _Rows:
    """One message that is decoded again; `bad` and `stand_in` as in `decode_rows`."""

    def __init__(self, bad: BadRow, stand_in: StandIn | None) -> None:
        self.bad = bad
        self.stand_in = stand_in
        self.above: Above = ()

    def value(self, hint: Any, raw: bytes | Raw, tree: RowTree, at: str, error: Exception | None) -> Any:
        """What stands at `at`; raises the first error where it is about none of the rows."""
        if tree.is_rows and (item := _list_item(hint)) is not None:
            return self.rows(item, raw, tree, at, error)
        if error is None:
            try:
                return decode_strict(hint, raw)
            except _FAULTS as found:
                error = found
        kind = _struct_of(hint)
        if kind is None or not tree.keys or bytes(raw) == b"null":
            raise error
        return self.record(kind, raw, tree, at, error)

    def rows(self, item: Any, raw: bytes | Raw, tree: RowTree, at: str, error: Exception | None) -> list[Any]:
        try:
            each = decoder(list[Raw]).decode(raw)
        except _FAULTS as found:  # no list: perhaps one row where there may be many
            raise error or found from None
        good = []
        for index, row in enumerate(each):
            place = f"{at}[{index}]"
            try:
                try:
                    good.append(decode_strict(item, row))
                except _FAULTS as found:
                    if not tree.keys:
                        raise
                    good.append(self.inside(item, row, tree, place, found))
            except _FAULTS as found:
                self.bad(place + error_path(found).removeprefix("$"), bytes(row), found)
                if self.stand_in is not None:
                    other = self.stand_in(f"{tree.path}[]", (*self.above, (item, bytes(row))))
                    if other is not None:
                        good.append(other)
        return good

    def inside(self, item: Any, row: Raw, tree: RowTree, at: str, error: Exception) -> Any:
        """A row whose fault may be in a row of its own."""
        above, self.above = self.above, (*self.above, (item, bytes(row)))
        try:
            return self.value(item, row, _inside(tree), at, error)
        finally:
            self.above = above

    def record(self, kind: Any, raw: bytes | Raw, tree: RowTree, at: str, error: Exception) -> Any:
        held = {
            item.name: tree.keys[item.encode_name] for item in fields(kind) if item.encode_name in tree.keys
        }
        try:
            whole = decode_strict(_with_raw(kind, tuple(held)), raw)
        except _FAULTS:
            raise error from None
        hints = get_type_hints(kind, include_extras=True)
        values = {item.name: getattr(whole, item.name) for item in fields(kind)}
        for item in fields(kind):
            inner = held.get(item.name)
            if inner is None:
                continue
            part, place = values[item.name], f"{at}.{item.encode_name}"
            if part is UNSET:
                values[item.name] = _default(item)
                continue
            hint = hints[item.name]
            values[item.name] = self.part(hint, part, inner, place, item)
        return kind(**values)

    def part(self, hint: Any, raw: Raw, tree: RowTree, at: str, item: FieldInfo) -> Any:
        """One field of a record; a record that may be absent is a row of its own."""
        try:
            return decode_strict(hint, raw)
        except _FAULTS as error:
            try:
                return self.value(hint, raw, tree, at, error)
            except _FAULTS as found:
                # The keys of a tree's rows are never in a record that may be absent, so none is lost with it.
                optional = tree.is_rows and _list_item(hint) is None and item.default is None
                if not optional:
                    raise
                self.bad(at + error_path(found).removeprefix("$"), bytes(raw), found)
                return None


def _inside(tree: RowTree) -> RowTree:
    """The tree of one row of a list."""
    row = RowTree(f"{tree.path}[]")
    row.keys = tree.keys
    return row


def _default(item: FieldInfo) -> Any:
    return item.default if item.default_factory is NODEFAULT else item.default_factory()


def keys_of(kind: Any, raw: bytes | Raw, names: tuple[str, ...]) -> tuple[Any, ...] | None:
    """Only these fields of a row that is bad in others; None where they can't be read either."""
    key = (kind, ("", *names))
    found = _lenient.get(key)
    if found is None:
        hints = get_type_hints(kind, include_extras=True)
        parts = [_field(item, hints[item.name]) for item in fields(kind) if item.name in names]
        found = _lenient[key] = msgspec.defstruct(f"{kind.__name__}Keys", parts, kw_only=True)
    try:
        read = decode_strict(found, raw)
    except _FAULTS:
        return None
    return tuple([getattr(read, name) for name in names])


def row_of_keys(kind: Any, values: Mapping[str, Any]) -> Any | None:
    """A row that says nothing but its key; None for a type with other fields that have to be there."""
    try:
        return kind(**values)
    except TypeError:
        return None


def _with_raw(kind: Any, raws: tuple[str, ...]) -> Any:
    """The type with some fields as raw bytes, UNSET where they are absent."""
    found = _lenient.get((kind, raws))
    if found is None:
        config = kind.__struct_config__
        hints = get_type_hints(kind, include_extras=True)
        parts = [
            _raw_field(item) if item.name in raws else _field(item, hints[item.name]) for item in fields(kind)
        ]
        found = _lenient[kind, raws] = msgspec.defstruct(
            f"{kind.__name__}Rows",
            parts,
            tag_field=config.tag_field,
            tag=config.tag,
            array_like=config.array_like,
            forbid_unknown_fields=config.forbid_unknown_fields,
            kw_only=not config.array_like,
        )
    return found


def _raw_field(item: FieldInfo) -> tuple[str, Any, Any]:
    if item.required:
        return item.name, Raw, msgspec.field(name=item.encode_name)
    return item.name, Raw | UnsetType, msgspec.field(name=item.encode_name, default=UNSET)


def _field(item: FieldInfo, hint: Any) -> tuple[str, Any, Any]:
    if item.default is not NODEFAULT:
        return item.name, hint, msgspec.field(name=item.encode_name, default=item.default)
    if item.default_factory is not NODEFAULT:
        return item.name, hint, msgspec.field(name=item.encode_name, default_factory=item.default_factory)
    return item.name, hint, msgspec.field(name=item.encode_name)


def _list_item(hint: Any) -> Any:
    """The row type of `list[Row]`, `list[Row] | None` or `Row | list[Row]`, None for what is no list."""
    for candidate in (hint, *get_args(hint)):
        if get_origin(candidate) is list:
            return get_args(candidate)[0]
    return None


def _struct_of(hint: Any) -> Any:
    for candidate in (hint, *get_args(hint)):
        if isinstance(candidate, type) and issubclass(candidate, Struct):
            return candidate
    return None
