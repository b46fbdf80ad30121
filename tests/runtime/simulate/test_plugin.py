"""`simulated_venue` serves a venue for a test of somebody else's repository."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]
TEST = """
import asyncio
from decimal import Decimal
from dragoman.model import Accepted, LimitOrder, OrderSide


def test_an_order_is_taken(simulated_venue):
    async def trade():
        async with simulated_venue("binance", products=["spot"], seed=3) as venue, venue.adapter() as adapter:
            await adapter.load_instruments("spot")
            identity = next(iter(adapter.instruments))
            bid, _ = venue.core.markets["spot"].lines[identity].best
            price = venue.core.markets["spot"].lines[identity].price(bid - 100)
            order = LimitOrder(
                instrument_id=identity, order_side=OrderSide.BUY, quantity=Decimal("0.5"), price=price, client_order_id="a"
            )
            assert isinstance(await adapter.submit_order(order), Accepted)
            await venue.step()

    asyncio.run(trade())
"""


def test_the_fixture_opens_a_venue_that_takes_orders(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(TEST)
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1)
