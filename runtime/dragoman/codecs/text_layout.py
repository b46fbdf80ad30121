"""Layouts of positional text rows: which field comes after which, from which version on, and what it reads as."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from msgspec import Struct

from dragoman.codecs.errors import FieldError
from dragoman.codecs.text_rows import TextRow

TextKind = Literal["decimal", "flag", "group", "integer", "skip", "text"]


class TextField(Struct, frozen=True):
    """One position. `optional`: the empty text is None. `one_of`: the only values that it may have.

    A `group` is a count, followed by that many rows of its own layout.
    """

    name: str
    kind: TextKind
    since: int = 0
    optional: bool = False
    one_of: tuple[str | int, ...] = ()
    group: TextLayout | None = None


class TextLayout(Struct, frozen=True):
    """A row's positions in order; `build` takes their values, None makes a tuple of them."""

    name: str
    fields: tuple[TextField, ...]
    build: Callable[..., Any] | None = None

    def read(self, row: TextRow, version: int | None) -> Any:
        """The record of a row; its own `version` field goes before the one that is handed in.

        Positions that a newer writer adds at the end are ignored. Raises FieldError.
        """
        values: list[Any] = []
        for field in self.fields:
            if field.since and version is None:
                raise FieldError(
                    row.record, field.name, 0, "no version is known, and the field depends on it"
                )
            if field.since and version is not None and not row.since(version, field.since):
                values.append(None)
                continue
            if field.kind == "skip":
                row.skip(field.name)
                continue
            value = _value(field, row, version)
            if field.name == "version" and isinstance(value, int):
                version = value
            values.append(value)
        return tuple(values) if self.build is None else self.build(*values)


def _value(field: TextField, row: TextRow, version: int | None) -> Any:
    name = field.name
    if field.group is not None:
        return [field.group.read(row, version) for _ in range(row.count(name))]
    if field.kind == "integer":
        value: Any = row.maybe_integer(name) if field.optional else row.integer(name)
    elif field.kind == "decimal":
        value = row.maybe_decimal(name) if field.optional else row.decimal(name)
    elif field.kind == "flag":
        value = row.flag(name)
    else:
        value = row.text(name)
        if field.optional and value == "":
            return None
    if field.one_of and value is not None and value not in field.one_of:
        raise FieldError(
            row.record, name, row.at - 1, f"none of {', '.join(map(str, field.one_of))}", str(value)
        )
    return value
