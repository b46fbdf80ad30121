"""Several words said in one key: `each rows as row when is_new: ENTRIES` is `each: {in: rows, as: row, when: "= is_new", emit: ENTRIES}`, `price, size: dec` two fields, `"101, 102": sentence` two codes."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from msgspec import UNSET

from dragoman_generator.language.emit import Table, TableRow
from dragoman_generator.language.payload import DataField, DataType
from dragoman_generator.language.root import SpecFile
from dragoman_generator.language.venue import ErrorCodes, Errors
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

_SAID = re.compile(r"each ([A-Za-z_][\w.]*) as ([a-z_]\w*)(?: when (\S.*))?")
_NUMBER = re.compile(r"-?[0-9]{1,18}")
_INNER = ("each", "where")
"""Entries that hold further ones under their `emit`."""


def spoken(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with every fan-out as a mapping of its words, and every field of a data type by itself."""
    changed: dict[str, Any] = {
        section: {
            name: (
                msgspec.structs.replace(item, emit=_emit(item.emit, (section, name, "emit"), places))
                if item.emit is not UNSET
                else item
            )
            for name, item in getattr(spec, section).items()
        }
        for section in ("operations", "channels")
    }
    emits = {name: _emit(entries, ("emits", name), places) for name, entries in spec.emits.items()}
    kinds = {name: _fields(name, kind, places) for name, kind in spec.data_types.items()}
    tables = {name: _rows(name, table, places) for name, table in spec.tables.items()}
    errors = spec.errors if spec.errors is UNSET else _codes(spec.errors, places)
    return msgspec.structs.replace(
        spec, **changed, emits=emits, data_types=kinds, tables=tables, errors=errors
    )


def _rows(name: str, table: Table, places: Places) -> Table:
    """The table with a row for each value that it gives, where it says of one input what stands for them."""
    if isinstance(table.rows, list):
        return table
    at: Path = ("tables", name, "rows")
    if len(table.inputs) != 1:
        told = f"values stand for what of one input fits, and {name!r} has {len(table.inputs)}"
        places.add(at, told, "a list of rows says 'when' and 'set'")
        return table
    (asked,) = table.inputs
    rows = [TableRow(when={asked: wanted}, set=value) for value, wanted in table.rows.items()]
    for index, value in enumerate(table.rows):
        places.moved[*at, index] = (*at, value)
    return msgspec.structs.replace(table, rows=rows)


def _codes(errors: Errors, places: Places) -> Errors:
    """The errors with one entry for each code; codes that share one are numbers where others of the venue are."""
    said = {kind.name: getattr(errors.codes, kind.name) for kind in msgspec.structs.fields(ErrorCodes)}
    has_numbers = any(isinstance(code, int) for told in said.values() for code in told)
    found: dict[str, dict[int | str, str]] = {}
    for kind, told in said.items():
        found[kind] = {}
        for key, sentence in told.items():
            for each in _parted(key, has_numbers):
                at = ("errors", "codes", kind, each)
                if each in found[kind]:
                    places.add((*at[:3], key), f"code {each} is said twice", key=True)
                if each != key:
                    places.moved[at] = (*at[:3], key)
                found[kind][each] = sentence
    return msgspec.structs.replace(errors, codes=ErrorCodes(**found))


def _parted(key: int | str, has_numbers: bool) -> list[int | str]:
    """The codes of one key."""
    if isinstance(key, int) or ", " not in key:
        return [key]
    return [int(each) if has_numbers and _NUMBER.fullmatch(each) else each for each in key.split(", ")]


def _fields(name: str, kind: DataType, places: Places) -> DataType:
    """The type with one entry for each field."""
    found: dict[str, str | DataField] = {}
    for key, said in kind.fields.items():
        for each in key.split(", "):
            at = ("data_types", name, "fields", each)
            if each in found:
                places.add((*at[:3], key), f"field {each!r} is said twice", key=True)
            if each != key:
                places.moved[at] = (*at[:3], key)
            found[each] = said
    return msgspec.structs.replace(kind, fields=found)


def _emit(emit: Any, path: Path, places: Places) -> Any:
    if isinstance(emit, list):
        return [_emit(entry, (*path, index), places) for index, entry in enumerate(emit)]
    if not isinstance(emit, dict):
        return emit
    found: dict[str, Any] = {}
    for key, words in emit.items():
        said = _SAID.fullmatch(key)
        if said is not None:
            here = (*path, "each")
            places.moved[here] = places.moved[*here, "emit"] = (*path, key)
            condition = {"when": f"= {said[3]}"} if said[3] else {}
            inner = _emit(words, (*here, "emit"), places)
            found["each"] = {"in": said[1], "as": said[2], **condition, "emit": inner}
        elif key in _INNER and isinstance(words, dict) and "emit" in words:
            found[key] = {**words, "emit": _emit(words["emit"], (*path, key, "emit"), places)}
        else:
            found[key] = words
    return found
