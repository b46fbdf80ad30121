"""Sizes in units of an instrument: remembered, exact, and made anew once the catalog has changed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from dragoman.model import InstrumentId
from dragoman.translate.scaled import Factors, Scales

XBTUSD = InstrumentId("XBTUSD.VENUE")


def test_sizes_follow_the_catalog() -> None:
    known = {XBTUSD: Decimal("0.1")}
    factors = Factors()
    factors.scales["multiplier", None] = scales = Scales(known.__getitem__)
    assert str(scales[XBTUSD][300]) == "30.0"
    known[XBTUSD] = Decimal("0.25")
    assert str(scales[XBTUSD][300]) == "30.0"
    factors.clear()
    assert str(scales[XBTUSD][300]) == "75.00"


def test_no_size_is_below_zero() -> None:
    scales = Scales(lambda instrument_id: Decimal(1))
    for _ in range(2):
        with pytest.raises(ValueError, match="below 0"):
            scales[XBTUSD][-1]
