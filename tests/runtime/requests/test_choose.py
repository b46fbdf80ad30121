"""What gives a type, or what there is instead, the likeliest first."""

from __future__ import annotations

import dragoman
import pytest
from dragoman.errors import NotSupported
from dragoman.requests.choose import Want, channels_for, operation_for

INTERFACE = dragoman.load("okx").module.Requests.interface


def test_bars_of_a_price_that_nothing_gives_name_the_prices_that_there_are() -> None:
    with pytest.raises(NotSupported, match="subscribe_bars of MID prices for swap; supported: LAST, MARK"):
        channels_for(INTERFACE, "Bar", "swap", "MID")
    with pytest.raises(NotSupported, match="request_bars of MID prices for swap"):
        operation_for(INTERFACE, "Bar", "swap", Want(price="MID"))


def test_what_there_is_instead_names_the_types_of_every_venue_before_the_venues_own() -> None:
    with pytest.raises(NotSupported) as caught:
        channels_for(INTERFACE, "InstrumentClose", "swap")
    offers = caught.value.supported
    assert offers.index("subscribe_trades") < offers.index("subscribe_OkxLiquidation")
    assert "subscribe_trades" in str(caught.value)
