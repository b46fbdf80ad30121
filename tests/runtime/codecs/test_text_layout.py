"""Layouts of text rows: versions, groups, closed sets of values."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from dragoman.codecs import FieldError, TextField, TextLayout, TextRow

LEVEL = TextLayout("level", (TextField("price", "text"), TextField("size", "text")))
LAYOUT = TextLayout(
    "Tick",
    (
        TextField("version", "integer"),
        TextField("_", "skip"),
        TextField("kind", "text", one_of=("BID", "ASK")),
        TextField("price", "decimal", optional=True),
        TextField("size", "decimal", since=2),
        TextField("is_open", "flag", since=3),
        TextField("levels", "group", since=4, group=LEVEL),
    ),
)


def read(*fields: str, version: int | None = None) -> Any:
    return LAYOUT.read(TextRow("Tick", fields), version)


def test_fields_come_with_their_versions() -> None:
    assert read("1", "x", "BID", "9.5") == (1, "BID", Decimal("9.5"), None, None, None)
    assert read("2", "x", "ASK", "", "3") == (2, "ASK", None, Decimal(3), None, None)
    assert read("3", "x", "ASK", "", "3", "1") == (3, "ASK", None, Decimal(3), True, None)


def test_a_group_is_a_count_and_so_many_rows() -> None:
    found = read("4", "x", "BID", "", "3", "0", "2", "9.5", "1", "9.4", "2")
    assert found[-1] == [("9.5", "1"), ("9.4", "2")]


def test_a_group_that_the_row_cannot_hold_is_refused_before_it_is_made() -> None:
    with pytest.raises(FieldError, match="levels"):
        read("4", "x", "BID", "", "3", "0", "1000000", "9.5")


def test_the_rows_own_version_goes_before_the_one_that_is_told() -> None:
    assert read("1", "x", "BID", "9.5", version=4)[3:] == (None, None, None)


def test_a_version_that_nobody_told_is_missed_where_it_matters() -> None:
    layout = TextLayout("Row", (TextField("a", "text"), TextField("b", "text", since=2)))
    assert layout.read(TextRow("Row", ["x", "y"]), 2) == ("x", "y")
    with pytest.raises(FieldError, match="no version is known"):
        layout.read(TextRow("Row", ["x", "y"]), None)


def test_a_value_outside_a_closed_set_names_the_set() -> None:
    with pytest.raises(FieldError, match="none of BID, ASK") as caught:
        read("1", "x", "MID", "9.5")
    assert (caught.value.field, caught.value.index) == ("kind", 2)


def test_what_a_newer_writer_adds_at_the_end_is_ignored() -> None:
    assert read("1", "x", "BID", "9.5", "later", "more") == (1, "BID", Decimal("9.5"), None, None, None)
