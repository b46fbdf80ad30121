"""Decision tables: patterns to cubes, and the faults of tables: holes, overlaps, what is said for nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from dragoman.model import ENUM_TYPES
from msgspec import UNSET

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.ir.types import EnumType
from dragoman_generator.language.emit import Table, table_rows
from dragoman_generator.resolve.cubes import Cube, Space, meet, overlaps, remaining
from dragoman_generator.resolve.places import Places
from dragoman_generator.yaml.marks import Path

_NEVER = {"OrderSide": {"NO_ORDER_SIDE"}, "TrailingOffsetType": set[str]()}
"""Members of the model that no command carries."""
_MOST_TOLD = 5


@dataclass(frozen=True)
class Tables:
    """Resolves the tables of one venue."""

    enums: Mapping[str, EnumType]
    products: Sequence[str]
    places: Places

    def space(self, inputs: Mapping[str, str], path: Path) -> Space:
        """The inputs with the values that each may have."""
        found: dict[str, tuple[object, ...]] = {}
        for name, kind in inputs.items():
            values = self.domain(kind)
            if values is None:
                known = ["bool", "Product", *self.enums, *ENUM_TYPES]
                self.places.add((*path, name), f"unknown kind of input {kind!r}", did_you_mean(kind, known))
                values = ()
            found[name] = values
        usable = {name: values for name, values in found.items() if values}
        return Space(tuple(usable), tuple(usable.values()))

    def domain(self, kind: str) -> tuple[object, ...] | None:
        """Every value of an input, None for an unknown kind."""
        if kind == "bool":
            return (False, True)
        if kind == "Product":
            return tuple(self.products)
        if kind in self.enums:
            return self.enums[kind].meanings
        if kind in ENUM_TYPES:
            never = _NEVER.get(kind, set())
            return tuple(member for member in ENUM_TYPES[kind].__members__ if member not in never)
        return None

    def choice(self, space: Space, said: Mapping[str, Any], path: Path) -> dict[str, tuple[object, ...]]:
        """Values, lists of values and patterns as the values that fit."""
        found: dict[str, tuple[object, ...]] = {}
        for name, wanted in said.items():
            if name not in space.inputs:
                self.places.add(
                    (*path, name), f"unknown input {name!r}", did_you_mean(name, space.inputs), key=True
                )
                continue
            values = space.values[space.inputs.index(name)]
            kept: dict[object, None] = {}
            for item in wanted if isinstance(wanted, list) else [wanted]:
                fitting = matching(values, item)
                if not fitting:
                    shown = str(item).lower() if isinstance(item, bool) else str(item)
                    hint = did_you_mean(shown, [str(value) for value in values])
                    self.places.add((*path, name), f"{name!r} is never {shown!r}", hint)
                kept |= dict.fromkeys(fitting)
            found[name] = tuple(value for value in values if value in kept)
        return found

    def check(
        self,
        space: Space,
        cubes: Sequence[Cube],
        row_paths: Sequence[Path],
        covers: Sequence[tuple[Cube, Path]],
        path: Path,
        within: Cube | None = None,
    ) -> None:
        """Tell holes and overlaps, each with a combination that shows it, and covers of what no combination is left for."""
        for earlier, later, common in _first(overlaps(cubes)):
            written = self.places.written(row_paths[earlier])[-1]
            other = f"row {written + 1}" if isinstance(written, int) else f"that of {written!r}"
            self.places.add(
                row_paths[later],
                f"this row and {other} both take {space.witness(common)}",
                "each combination belongs to one row",
            )
        left = remaining(within or space.whole, cubes)
        for cube, place in covers:
            if not any(meet(cube, part) for part in left):
                self.places.add(place, "nothing is left for this: rows take it all", "remove it")
        holes = [part for each in left for part in remaining(each, [cube for cube, _ in covers])]
        for part in holes[:_MOST_TOLD]:
            self.places.add(path, f"no row takes {space.witness(part)}", "map it, or deny it in writing")

    def inbound(self, name: str, table: Table) -> None:
        """A table of `tables:`; every fault is told."""
        path: Path = ("tables", name)
        space = self.space(table.inputs, (*path, "inputs"))
        gives = self.domain(table.gives)
        cubes, places = [], []
        for index, row in enumerate(table_rows(table)):
            place = (*path, "rows", index)
            cubes.append(space.cube(self.choice(space, row.when, (*place, "when"))))
            places.append(place)
            if row.set is UNSET or isinstance(row.set, dict):
                self.places.add(place, "a row of a table sets one value", "write 'set: VALUE'")
            elif gives is not None and row.set not in gives:
                told = did_you_mean(str(row.set), [str(value) for value in gives])
                self.places.add((*place, "set"), f"{table.gives} has no value {row.set!r}", told)
        if space.inputs and isinstance(table.rows, list):
            self.check(space, cubes, places, [], path)


def matching(values: Sequence[object], wanted: object) -> list[object]:
    """The values that a value or pattern stands for: `STOP_*`, `*`, true."""
    if isinstance(wanted, bool):
        return [value for value in values if value is wanted]
    text = str(wanted)
    if text in ("true", "false") and any(isinstance(value, bool) for value in values):
        return [value for value in values if value is (text == "true")]
    if "*" in text:
        return [value for value in values if isinstance(value, str) and fnmatchcase(value, text)]
    return [value for value in values if not isinstance(value, bool) and str(value) == text]


def _first(found: Any) -> list[tuple[int, int, Cube]]:
    return [item for item, _ in zip(found, range(_MOST_TOLD), strict=False)]
