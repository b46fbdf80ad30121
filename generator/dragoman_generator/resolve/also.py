"""Wire fields that inputs decide beside a command's table: nested patterns to rows, gaps told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman_generator.diagnostics import did_you_mean
from dragoman_generator.ir.commands import Row
from dragoman_generator.resolve.cubes import Cube, Space, meet, remaining
from dragoman_generator.resolve.tables import Tables, matching
from dragoman_generator.yaml.marks import Path


@dataclass(frozen=True)
class AlsoResolver:
    """Resolves the `also` blocks of one venue's commands."""

    tables: Tables

    def also(self, space: Space, mapped: list[Cube], said: Mapping[str, Any], path: Path) -> tuple[Row, ...]:
        """The rows of one further field: patterns over its inputs, nested in their order."""
        by = said.get("by", [])
        by = [by] if isinstance(by, str) else list(by)
        for name in by:
            if name not in space.inputs:
                self.tell((*path, "by"), f"unknown input {name!r}", did_you_mean(str(name), space.inputs))
                return ()
        when = said.get("when", {})
        if not isinstance(when, dict) or not by:
            self.tell(path, "'by' names the inputs that decide, 'when' is a mapping of inputs")
            return ()
        within = self.tables.choice(space, when, (*path, "when"))
        patterns = {key: value for key, value in said.items() if key not in {"by", "when"}}
        rows: list[Row] = []
        self.nested(space, by, patterns, within, rows, path)
        cubes = [space.cube(row.when) for row in rows]
        for cube in mapped:
            for part in _within(cube, space.cube(within)):
                for hole in remaining(part, cubes)[:1]:
                    self.tell(
                        path,
                        f"nothing is said for {space.witness(hole)}",
                        "map it, or write 'omit' or 'deny'",
                    )
                    return tuple(rows)
        return tuple(rows)

    def nested(
        self,
        space: Space,
        by: list[str],
        patterns: Mapping[Any, Any],
        within: dict[str, tuple[object, ...]],
        rows: list[Row],
        path: Path,
    ) -> None:
        """Patterns of the first input, those of the next inside."""
        name = by[0]
        values = within.get(name) or space.values[space.inputs.index(name)]
        taken: set[object] = set()
        for pattern, value in patterns.items():
            fitting = tuple(item for item in matching(values, pattern) if item not in taken)
            if not fitting:
                known = [str(item) for item in values]
                why = (
                    "is taken by the patterns before"
                    if matching(values, pattern)
                    else f"is no value of {name!r} here"
                )
                self.tell((*path, pattern), f"{pattern!r} {why}", did_you_mean(str(pattern), known), key=True)
                continue
            taken |= set(fitting)
            choice = {**within, name: fitting}
            if isinstance(value, dict):
                if len(by) == 1:
                    self.tell((*path, pattern), f"patterns nest deeper than 'by' has inputs ({len(by)})")
                    continue
                self.nested(space, by[1:], value, choice, rows, (*path, pattern))
            elif value == "deny":
                rows.append(
                    Row(
                        choice,
                        {},
                        f"the venue has no {path[3]} for {f'this {name}' if '*' in str(pattern) else f'{name} {pattern}'}",
                    )
                )
            elif isinstance(value, str) and value.startswith("deny: "):
                rows.append(Row(choice, {}, value.removeprefix("deny: ")))
            elif value == "omit":
                rows.append(Row(choice, {}))
            else:
                rows.append(Row(choice, {str(path[3]): value}))

    def tell(self, path: Path, message: str, hint: str | None = None, key: bool = False) -> None:
        self.tables.places.add(path, message, hint, key)


def _within(cube: Cube, bounds: Cube) -> list[Cube]:
    """The part of a cube inside bounds, as a list of none or one."""
    common = meet(cube, bounds)
    return [] if common is None else [common]
