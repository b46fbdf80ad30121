"""Cubes answer as if every combination had been listed."""

from __future__ import annotations

from itertools import product
from typing import Any

from dragoman_generator.resolve.cubes import Cube, Space, meet, overlaps, remaining, without
from hypothesis import given
from hypothesis import strategies as st

SPACE = Space(
    ("type", "tif", "post_only"), (("LIMIT", "MARKET", "STOP"), ("GTC", "IOC", "GTD", "DAY"), (False, True))
)
EVERYTHING = set(product(*SPACE.values))


def masks(size: int) -> st.SearchStrategy[int]:
    return st.integers(1, (1 << size) - 1)


CUBES: st.SearchStrategy[Any] = st.tuples(*(masks(len(values)) for values in SPACE.values))


def points(cube: Cube) -> set[tuple[object, ...]]:
    return set(SPACE.points(cube))


@given(CUBES, CUBES)
def test_what_two_cubes_share_is_what_their_combinations_share(a: Cube, b: Cube) -> None:
    common = meet(a, b)
    assert (set() if common is None else points(common)) == points(a) & points(b)


@given(CUBES, CUBES)
def test_a_difference_is_told_in_parts_that_do_not_overlap(a: Cube, b: Cube) -> None:
    parts = without(a, b)
    assert set().union(*map(points, parts)) == points(a) - points(b)
    assert sum(len(points(part)) for part in parts) == len(points(a) - points(b))


@given(st.lists(CUBES, max_size=8))
def test_holes_are_the_combinations_that_no_row_takes(rows: list[Cube]) -> None:
    holes = remaining(SPACE.whole, rows)
    assert set().union(*map(points, holes)) == EVERYTHING - set().union(*map(points, rows))
    assert all(meet(a, b) is None for index, a in enumerate(holes) for b in holes[:index])


@given(st.lists(CUBES, max_size=8))
def test_overlaps_are_the_pairs_of_rows_with_a_common_combination(rows: list[Cube]) -> None:
    found = {(earlier, later) for earlier, later, _ in overlaps(rows)}
    wanted = {(i, j) for j in range(len(rows)) for i in range(j) if points(rows[i]) & points(rows[j])}
    assert found == wanted
    assert all(points(common) == points(rows[i]) & points(rows[j]) for i, j, common in overlaps(rows))


@given(CUBES)
def test_a_cube_is_made_again_of_the_values_that_it_narrows_down(cube: Cube) -> None:
    assert SPACE.cube(SPACE.chosen(cube)) == cube


def test_a_witness_names_the_inputs_that_matter() -> None:
    cube = SPACE.cube({"type": ["LIMIT"], "tif": ["GTD", "DAY"], "post_only": [True]})
    assert SPACE.witness(cube) == "{type: LIMIT, tif: GTD, post_only: true}"
    assert SPACE.witness(SPACE.whole) == "{} (every combination)"


def test_millions_of_combinations_cost_a_handful_of_cubes() -> None:
    inputs = tuple(f"i{number}" for number in range(12))
    space = Space(inputs, tuple(tuple(range(10)) for _ in inputs))
    rows = [space.cube({name: [0]}) for name in inputs]
    (hole,) = remaining(space.whole, rows)
    assert space.size == 10**12
    assert hole == space.cube({name: range(1, 10) for name in inputs})
