"""What is remembered is the same in both dicts, no more than its bound, and made anew where it was forgotten."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from dragoman.model.decimals import MOST_CHARACTERS, POSITIVE, NotNegative, Positive
from dragoman.remembered import Remembered
from dragoman.translate.reads import finite
from dragoman.translate.scaled import Scaled


class Squares(Remembered[int, int]):
    most = 3

    def __missing__(self, number: int) -> int:
        if number < 0:
            raise ValueError(number)
        return self.keep(number, number * number)


def test_both_dicts_hold_the_same_and_the_plain_one_is_never_another() -> None:
    squares = Squares()
    known = squares.known
    assert squares[3] == 9 and known == squares == {3: 9}
    squares[4] = 17
    assert known[4] == squares[4] == 17, "what was put in is not made"
    squares[5], squares[6]
    assert known == squares == {6: 36} and squares.known is known
    with pytest.raises(ValueError, match="-1"):
        squares[-1]
    squares.clear()
    assert known == squares == {} and squares[4] == 16


@pytest.mark.parametrize("made", [Positive(), NotNegative(), Scaled(Decimal("0.1"))])
def test_what_is_made_of_a_stream_of_numbers_stays_within_the_bound(
    made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(made), "most", 5)
    for number in range(1, 40):
        key = str(number) if not isinstance(made, Scaled) else number
        assert made[key] == made.known[key] and len(made) == len(made.known) <= 5


def test_no_price_is_remembered_that_is_none_or_endless() -> None:
    for text in ("0", "-1", "NaN", "Infinity", "1_0", " 1", "1e9999", "\u0661"):
        with pytest.raises((ArithmeticError, ValueError)):
            POSITIVE[text]
        assert text not in POSITIVE and text not in POSITIVE.known
    long = "1" * (MOST_CHARACTERS + 1)
    assert POSITIVE[long] == Decimal(long) and long not in POSITIVE.known


def test_whole_numbers_are_the_decimals_that_they_spell() -> None:
    for number in (0, 1, -7, 100, 10**30, 10**60):
        assert repr(finite(number)) == repr(Decimal(number)) == repr(finite(Decimal(number)))
    with pytest.raises(ValueError, match="no number of a market"):
        finite(10**1000)
