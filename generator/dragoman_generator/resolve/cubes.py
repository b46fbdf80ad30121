"""Sets of combinations as cubes: one set of values for each input, so that tables are checked without listing combinations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Cube = tuple[int, ...]
"""For each input a bit mask over its values."""


@dataclass(frozen=True)
class Space:
    """All combinations of the inputs' values, in the order in which they are told."""

    inputs: tuple[str, ...]
    values: tuple[tuple[object, ...], ...]

    @property
    def whole(self) -> Cube:
        return tuple((1 << len(values)) - 1 for values in self.values)

    @property
    def size(self) -> int:
        """How many combinations there are."""
        found = 1
        for values in self.values:
            found *= len(values)
        return found

    def cube(self, chosen: Mapping[str, Iterable[object]]) -> Cube:
        """The combinations with these values of these inputs; an input left out may have any value."""
        return tuple(
            mask(values, chosen[name]) if name in chosen else (1 << len(values)) - 1
            for name, values in zip(self.inputs, self.values, strict=True)
        )

    def chosen(self, cube: Cube) -> dict[str, tuple[object, ...]]:
        """The values of the inputs that a cube narrows down."""
        return {
            name: tuple(value for index, value in enumerate(values) if bits >> index & 1)
            for name, values, bits in zip(self.inputs, self.values, cube, strict=True)
            if bits != (1 << len(values)) - 1
        }

    def witness(self, cube: Cube) -> str:
        """One combination of a cube, `{type: LIMIT, tif: GTD}`; inputs that don't matter are left out."""
        shown = ", ".join(f"{name}: {_shown(found[0])}" for name, found in self.chosen(cube).items())
        return f"{{{shown}}}" if shown else "{} (every combination)"

    def points(self, cube: Cube) -> Iterator[tuple[object, ...]]:
        """Every combination of a cube."""
        found: list[tuple[object, ...]] = [()]
        for values, bits in zip(self.values, cube, strict=True):
            kept = [value for index, value in enumerate(values) if bits >> index & 1]
            found = [(*point, value) for point in found for value in kept]
        yield from found


def mask(values: Sequence[object], wanted: Iterable[object]) -> int:
    """The bits of the wanted values; true and 1 are told apart."""
    keys = {(type(value) is bool, value) for value in wanted}
    return sum(1 << index for index, value in enumerate(values) if (type(value) is bool, value) in keys)


def meet(a: Cube, b: Cube) -> Cube | None:
    """What two cubes have in common, None where that is nothing."""
    found = tuple(x & y for x, y in zip(a, b, strict=True))
    return found if all(found) else None


def without(a: Cube, b: Cube) -> list[Cube]:
    """`a` less `b`, as cubes that don't overlap: at most one for each input."""
    common = meet(a, b)
    if common is None:
        return [a]
    found: list[Cube] = []
    for index, (mine, shared) in enumerate(zip(a, common, strict=True)):
        rest = mine & ~shared
        if rest:
            found.append((*common[:index], rest, *a[index + 1 :]))
    return found


def remaining(whole: Cube, taken: Iterable[Cube]) -> list[Cube]:
    """What of the whole no cube takes, as cubes that don't overlap."""
    left = [whole]
    for cube in taken:
        left = [part for each in left for part in without(each, cube)]
    return left


def overlaps(cubes: Sequence[Cube]) -> Iterator[tuple[int, int, Cube]]:
    """(earlier, later, what they share) for every pair of cubes that overlap."""
    for later, cube in enumerate(cubes):
        for earlier in range(later):
            common = meet(cubes[earlier], cube)
            if common is not None:
                yield earlier, later, common


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
