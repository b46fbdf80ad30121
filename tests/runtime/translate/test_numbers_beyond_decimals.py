"""Numbers that no decimal holds stop no message where they stand in a field that is none."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from dragoman.translate.numbers import check_numbers

BEYOND = b"1e99999999999999999999"


class Row(msgspec.Struct):
    price: Decimal
    kind: object = None


def test_a_field_that_is_no_decimal_may_hold_one() -> None:
    check_numbers(Row, b'{"price":"1.5","kind":' + BEYOND + b"}")


def test_an_absurd_exponent_in_a_decimal_is_still_told() -> None:
    with pytest.raises(ValueError, match="no plain number"):
        check_numbers(Row, b'{"price":1e5000,"kind":' + BEYOND + b"}")
