"""Rules of values as generated code reads them."""

from __future__ import annotations

from decimal import Decimal

from dragoman.translate.reads import as_list, as_rows, fixed
from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(-(2**63), 2**63 - 1), st.integers(0, 18))
def test_a_scaled_integer_is_exact_and_shows_no_zeros_of_its_scale(value: int, digits: int) -> None:
    found = fixed(value, digits)
    assert found * 10**digits == value
    text = format(found, "f")
    assert "." not in text or not text.endswith("0")


def test_a_whole_scaled_integer_has_no_point() -> None:
    assert [str(fixed(value, 9)) for value in (5_000_000_000, 0, -12_500_000_000)] == ["5", "0", "-12.5"]


def test_one_row_and_many_are_rows() -> None:
    one: list[str] = as_list("a")
    rows = ["a", "b"]
    many: list[str] = as_list(rows)
    assert one == ["a"] and many == rows


def test_a_record_that_may_be_absent_is_no_row_or_one() -> None:
    assert as_rows(None) == () and as_rows(Decimal(1)) == (Decimal(1),)
