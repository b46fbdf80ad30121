"""Rules of values as generated code reads them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from dragoman.translate.numbers import may_be_spelled_oddly
from dragoman.translate.reads import ISO_MOMENTS, MOMENTS, as_list, as_rows, fixed
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


def test_times_are_remembered_as_strictly_as_they_are_read() -> None:
    assert MOMENTS["1700000000001"] == MOMENTS["1700000000001"] == 1_700_000_000_001_000_000
    assert ISO_MOMENTS["2025-10-09T08:00:00.001Z"] == ISO_MOMENTS["2025-10-09T08:00:00.001000Z"]
    long = f"2025-10-09T08:00:00.{'1' * 100}Z"
    assert ISO_MOMENTS[long] % 10**9 == 111_111_111 and long not in ISO_MOMENTS, "long texts cost memory"
    for bad in ("", "1_0", " 10", "1e3", "١٢"):
        with pytest.raises(ValueError):
            MOMENTS[bad]
    with pytest.raises(TypeError):
        MOMENTS[None]
    with pytest.raises(ValueError):
        ISO_MOMENTS["yesterday"]


@pytest.mark.parametrize(
    "payload", [b'{"a":" 1"}', b'{"a":"1 "}', b'{"a b c d e f g h i j k l m n o p q r s t u v":"1 "}']
)
def test_blanks_beside_quotes_are_seen_and_those_between_words_are_not(payload: bytes) -> None:
    assert may_be_spelled_oddly(payload)
    assert not may_be_spelled_oddly(payload.replace(b'" ', b'"').replace(b' "', b'"'))
