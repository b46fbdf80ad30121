"""Decision tables as expressions: one condition a row, so that they are checked and compiled like any other value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase

from dragoman.model import ENUM_TYPES
from msgspec import UNSET

from dragoman_generator.ir.types import EnumType
from dragoman_generator.language.emit import Table, table_rows

"""What an input may be that is true or false."""
_WORD = re.compile(r"[A-Za-z0-9_.+-]+\Z")


@dataclass(frozen=True)
class _Row:
    """What is left to ask for one row: input -> (the values that it takes, the condition); and what it gives."""

    asked: dict[str, tuple[frozenset[str], str]]
    value: str


def decision(table: Table, by: Mapping[str, str], enums: Mapping[str, EnumType]) -> str:
    """The table as an expression over the paths of `by`; raises ValueError for what can't be one.

    No two rows of a table take the same, so that those are asked first which ask for least. A table is total: what no row before
    it took is the last row's.
    """
    rows: list[_Row] = []
    for row in table_rows(table):
        if row.set is UNSET or isinstance(row.set, dict):
            raise ValueError("every row of an inbound table sets one value")
        for name in row.when:
            if name not in table.inputs or name not in by:
                raise ValueError(f"the table has no input {name!r}")
        asked = {
            name: _condition(table.inputs[name], _path(by[name]), said, enums)
            for name, said in row.when.items()
        }
        rows.append(_Row(asked, _member(table.gives, row.set, enums)))
    if not rows:
        raise ValueError("the table has no rows")
    return _decided(rows)


def _decided(rows: list[_Row]) -> str:
    """The rows as one expression; rows that ask for the same are asked for it once."""
    if not rows[0].asked:
        return rows[0].value
    choices = _groups(rows)
    if choices is None:
        *first, last = rows
        choices = [
            (" and ".join(text for _, text in row.asked.values()), row.value)
            for row in [*sorted(first, key=lambda row: len(row.asked)), last]
        ]
    *choices, (_, text) = choices
    for condition, value in reversed(choices):
        value = f"({value})" if value.startswith("if ") else value
        text = f"if {condition or 'true'} then {value} else {text}"
    return text


def _groups(rows: list[_Row]) -> list[tuple[str, str]] | None:
    """(condition, what is decided then) of an input that tells all rows apart, the last for whatever is left; None where none does."""
    for name in rows[0].asked:
        groups: dict[tuple[frozenset[str], str], list[_Row]] = {}
        for row in rows:
            if name in row.asked:
                left = {other: asked for other, asked in row.asked.items() if other != name}
                groups.setdefault(row.asked[name], []).append(replace(row, asked=left))
        values = [each for taken, _ in groups for each in taken]
        if sum(map(len, groups.values())) < len(rows) or len(values) > len(set(values)):
            continue
        if len(rows) == 1 or len(groups) == len(rows):
            continue
        *before, last = groups.items()
        ordered = [*sorted(before, key=lambda group: len(group[1])), last]
        return [(condition, _decided(inner)) for (_, condition), inner in ordered]
    return None


def _path(said: str) -> str:
    return f"({said.removeprefix('=').strip()})"


def _condition(
    kind: str, path: str, said: object, enums: Mapping[str, EnumType]
) -> tuple[frozenset[str], str]:
    """The values that a row takes of an input, and the condition that asks for them."""
    if kind == "bool":
        return frozenset({str(said is True)}), path if said is True else f"not {path}"
    wanted = said if isinstance(said, list) else [said]
    values = [value for item in wanted for value in _expanded(kind, str(item), enums)]
    if len(values) == 1:
        text = f"{path} == {_member(kind, values[0], enums)}"
    else:
        text = f"{path} in [{', '.join(_member(kind, value, enums) for value in values)}]"
    return frozenset(values), text


def _expanded(kind: str, pattern: str, enums: Mapping[str, EnumType]) -> list[str]:
    if kind not in enums and kind not in ENUM_TYPES:
        raise ValueError(f"there is no enum {kind!r}")
    known = list(enums[kind].meanings) if kind in enums else list(ENUM_TYPES[kind].__members__)
    found = [value for value in known if fnmatchcase(value, pattern)]
    if not found:
        raise ValueError(f"{kind} has no value {pattern!r}")
    return found


def _member(kind: str, value: object, enums: Mapping[str, EnumType]) -> str:
    text = str(value)
    if not _WORD.match(text):
        raise ValueError(f"{text!r} is no value of a table")
    if kind in ENUM_TYPES:
        return f"{kind}.{text}"
    if kind in enums and enums[kind].model:
        return f"{enums[kind].model}.{text}"
    return f"'{text}'"
