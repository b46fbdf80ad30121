"""Decision tables as expressions: one condition a row, so that they are checked and compiled like any other value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase

from dragoman.model import ENUM_TYPES
from msgspec import UNSET

from dragoman_generator.ir.types import EnumType
from dragoman_generator.language.emit import Table

_WORD = re.compile(r"[A-Za-z0-9_.+-]+\Z")


def decision(table: Table, by: Mapping[str, str], enums: Mapping[str, EnumType]) -> str:
    """The table as an expression over the paths of `by`; raises ValueError for what can't be one.

    A table is total, so what no row before it took is the last row's. No two of its rows take the same, so that those are asked
    first which ask for least.
    """
    choices: list[tuple[list[str], str]] = []
    for row in table.rows:
        if row.set is UNSET or isinstance(row.set, dict):
            raise ValueError("every row of an inbound table sets one value")
        for name in row.when:
            if name not in table.inputs or name not in by:
                raise ValueError(f"the table has no input {name!r}")
        conditions = [
            _condition(table.inputs[name], _path(by[name]), said, enums) for name, said in row.when.items()
        ]
        choices.append((conditions, _member(table.gives, row.set, enums)))
    if table.otherwise is not UNSET:
        choices.append(([], _member(table.gives, table.otherwise, enums)))
    if not choices:
        raise ValueError("the table has no rows")
    *rows, (_, text) = choices
    rows.sort(key=lambda row: len(row[0]))
    for conditions, value in reversed(rows):
        text = f"if {' and '.join(conditions) or 'true'} then {value} else {text}"
    return text


def _path(said: str) -> str:
    return f"({said.removeprefix('=').strip()})"


def _condition(kind: str, path: str, said: object, enums: Mapping[str, EnumType]) -> str:
    if kind == "bool":
        return path if said is True else f"not {path}"
    wanted = said if isinstance(said, list) else [said]
    values = [value for item in wanted for value in _expanded(kind, str(item), enums)]
    if len(values) == 1:
        return f"{path} == {_member(kind, values[0], enums)}"
    return f"{path} in [{', '.join(_member(kind, value, enums) for value in values)}]"


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
