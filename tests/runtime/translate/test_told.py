"""What a caller tells of a call is exact or refused, for translations and for requests alike."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from dragoman.translate.told import Told


def told(value: Any) -> Told:
    return Told({"x": value}, "spot")


@pytest.mark.parametrize("value", ["1.50", Decimal("1.50")])
def test_decimals_are_exact(value: Any) -> None:
    assert told(value).told_dec("x") == Decimal("1.50") and told(None).told_dec("x") is None


@pytest.mark.parametrize("value", ["NaN", "Infinity", " 1", "1_0", "one", Decimal("NaN"), ""])
def test_what_is_no_finite_number_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"x|text|number"):
        told(value).told_dec("x")


def test_floats_are_refused_as_decimals_and_as_integers() -> None:
    for read in (told(1.5).told_dec, told(1.0).told_int):
        with pytest.raises(TypeError, match="not as a float"):
            read("x")


def test_integers_and_answers_come_as_text_too() -> None:
    assert told("7").told_int("x") == 7 and told("TRUE").told_bool("x") and not told("no").told_bool("x")


def test_lists_have_entries_and_other_values_none() -> None:
    assert told([1, 2]).told_list("x") == [1, 2] and told("1,2").told_list("x") is None
