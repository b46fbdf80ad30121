"""The function that a table is compiled to decides as the table does, combination by combination."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from dragoman.errors import Denied
from dragoman_generator.emit.commands import command_source
from dragoman_generator.emit.facts_text import FactsText
from dragoman_generator.ir.commands import CommandOut, OutcomeOut, Row
from dragoman_generator.resolve.cubes import Cube, Space, remaining
from hypothesis import given
from hypothesis import strategies as st

SPACE = Space(
    ("type", "tif", "post_only"), (("LIMIT", "MARKET", "STOP"), ("GTC", "IOC", "GTD"), (False, True))
)
CUBES: st.SearchStrategy[Any] = st.tuples(
    *(st.integers(1, (1 << len(values)) - 1) for values in SPACE.values)
)


def table(cubes: list[Cube]) -> tuple[Row, ...]:
    """Rows that don't overlap, every third of them denied, and a denial of what is left."""
    rows: list[Row] = []
    taken: list[Cube] = []
    for cube in cubes:
        for part in remaining(cube, taken):
            number = len(rows)
            denied = "" if number % 3 else f"reason {number}"
            rows.append(Row(SPACE.chosen(part), {} if denied else {"row": number}, denied))
            taken.append(part)
    rows += [Row(SPACE.chosen(part), {}, "left over") for part in remaining(SPACE.whole, taken)]
    return tuple(rows)


def compiled(rows: tuple[Row, ...]) -> tuple[Any, list[str]]:
    """The function of a table, and its source."""
    command = CommandOut(
        name="submit_order",
        operations={"": "place"},
        inputs=(("type", "OrderType"), ("tif", "TimeInForce"), ("post_only", "bool")),
        domains=dict(zip(SPACE.inputs, SPACE.values, strict=True)),
        rows=rows,
        also=(),
        fields=(),
        reverse=(),
        outcome=OutcomeOut(None, None, None, None, {}, ()),
    )
    text = FactsText()
    venue: Any = SimpleNamespace(id="tables", shapes={}, enums={})
    command_source(command, venue, text, "dragoman_venues.tables")
    source = [line for line in text.functions if not line.startswith("_")]
    names: dict[str, Any] = {"Denied": Denied}
    exec("\n".join(source), names)
    return names["_submit_order_choose"], source


def agrees(rows: tuple[Row, ...]) -> None:
    choose, _ = compiled(rows)
    for values in product(*SPACE.values):
        inputs = dict(zip(SPACE.inputs, values, strict=True))
        row = next(r for r in rows if all(inputs[name] in fitting for name, fitting in r.when.items()))
        if row.deny:
            with pytest.raises(Denied, match=row.deny):
                choose(**inputs)
        else:
            assert choose(**inputs) == row.set


@given(st.lists(CUBES, max_size=6))
def test_the_compiled_function_takes_the_row_that_the_table_takes(cubes: list[Cube]) -> None:
    agrees(table(cubes))


def test_a_small_table_of_points_is_looked_up() -> None:
    rows = tuple(
        Row({"type": (kind,), "post_only": (flag,)}, {"kind": f"{kind}{flag}"})
        for kind, flag in product(("LIMIT", "MARKET", "STOP"), (False, True))
    )
    _, source = compiled(rows)
    assert not any(" if " in line and " == " in line for line in source)
    agrees(rows)


def test_a_table_of_ranges_is_a_chain_of_conditions() -> None:
    _, source = compiled(
        table([SPACE.cube({"type": ["LIMIT"]}), SPACE.cube({"tif": ["GTC"], "post_only": [True]})])
    )
    assert any('type == "LIMIT"' in line for line in source)
