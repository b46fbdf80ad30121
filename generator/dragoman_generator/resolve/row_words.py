"""Tables of commands: inputs in a list have the kinds that they always have, and `set: {timeInForce: $tif}` is a row for each value of `tif` in `when`."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.expr.types import Type
from dragoman_generator.language.commands import Command
from dragoman_generator.language.emit import TableRow
from dragoman_generator.language.root import SpecFile
from dragoman_generator.resolve.places import Places
from dragoman_generator.resolve.terms import kind_of_input, terms
from dragoman_generator.yaml.marks import Path


def spread_rows(spec: SpecFile, places: Places) -> SpecFile:
    """The venue with the kinds of all inputs, and a row of its own for every value that a row sends as it is called."""
    keys = {key for product in spec.products.values() for key in product.keys}
    known = terms(keys | {"symbol"})
    commands = {}
    for name, item in spec.commands.items():
        path: Path = ("commands", name)
        commands[name] = _spread(_kinds(item, path, places, known), path, places)
    return msgspec.structs.replace(spec, commands=commands)


def _kinds(item: Command, path: Path, places: Places, known: dict[str, Type]) -> Command:
    """A command with the kind of each input that it lists; one that no command has is of none."""
    if isinstance(item.inputs, dict):
        return item
    for index, name in enumerate(item.inputs):
        places.moved[*path, "inputs", name] = places.written((*path, "inputs", index))
    kinds = {name: kind_of_input(name, known) or "" for name in item.inputs}
    return msgspec.structs.replace(item, inputs=kinds)


def _spread(item: Command, path: Path, places: Places) -> Command:
    if item.choose is UNSET or not any(_inputs(row) for row in item.choose.rows):
        return item
    rows: list[TableRow] = []
    spread: dict[Path, Path] = {}
    for index, row in enumerate(item.choose.rows):
        at = (*path, "choose", "rows", index)  # as the rows are written
        for each in _each(row, item, at, places):
            spread[*path, "choose", "rows", len(rows)] = places.written(at)
            rows.append(each)
    places.spread |= spread
    return msgspec.structs.replace(item, choose=msgspec.structs.replace(item.choose, rows=rows))


def _inputs(row: TableRow) -> dict[str, str]:
    """Field -> the input whose word it is."""
    if not isinstance(row.set, dict):
        return {}
    return {
        field: value[1:]
        for field, value in row.set.items()
        if isinstance(value, str) and value.startswith("$")
    }


def _each(row: TableRow, item: Command, at: Path, places: Places) -> list[TableRow]:
    """The rows that one stands for, in the order of the values in its `when`."""
    found = [row]
    for field, name in _inputs(row).items():
        values = row.when.get(name)
        if name not in item.inputs:
            hint = did_you_mean(name, item.inputs)
            places.add((*at, "set", field), f"the table has no input {name!r}", hint)
            return []
        if not isinstance(values, list) or any("*" in str(value) for value in values):
            places.add(
                (*at, "set", field),
                f"'${name}' is each value of {name!r}, and 'when' does not list them one by one",
            )
            return []
        found = [_with(each, field, name, value) for each in found for value in _of(each, name)]
    return found


def _of(row: TableRow, name: str) -> list[Any]:
    value = row.when[name]
    return value if isinstance(value, list) else [value]


def _with(row: TableRow, field: str, name: str, value: Any) -> TableRow:
    said = {**row.set, field: value} if isinstance(row.set, dict) else row.set
    return msgspec.structs.replace(row, when={**row.when, name: value}, set=said)
