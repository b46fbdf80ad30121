"""Every product of every venue is traded by its own adapter: orders that rest, change, fill and go, and what the account hears."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from dragoman.model import (
    Accepted,
    CancelOrder,
    LimitOrder,
    MarketOrder,
    ModifyOrder,
    OrderCanceled,
    OrderFilled,
    OrderSide,
    OrderStatus,
    QueryOrder,
)

PRODUCTS = [
    *(("bybit", product) for product in ("spot", "linear", "inverse")),
    *(("okx", product) for product in ("spot", "swap", "futures")),
    ("bitmex", "perpetual"),
]


@pytest.mark.parametrize(("venue", "product"), PRODUCTS)
def test_orders_live_and_die(simulated_venue: Any, venue: str, product: str) -> None:
    async def run() -> None:
        async with (
            simulated_venue(venue, products=[product], partial=True) as simulation,
            simulation.adapter() as adapter,
        ):
            await adapter.load_instruments(product)
            line = next(iter(simulation.core.markets[product].lines.values()))
            terms = {
                "instrument_id": line.instrument_id,
                "order_side": OrderSide.BUY,
                "quantity": line.size(2),
            }
            named = {"instrument_id": line.instrument_id, "client_order_id": "rests1"}
            async with adapter.account_subscription(product) as heard:
                resting = LimitOrder(price=line.price(line.best[0] - 200), client_order_id="rests1", **terms)
                taken = await adapter.submit_order(resting)
                assert isinstance(taken, Accepted) and taken.venue_order_id
                change = ModifyOrder(price=line.price(line.best[0] - 300), **named)
                assert isinstance(await adapter.modify_order(change), Accepted)
                report = await adapter.query_order(QueryOrder(**named))
                assert (report.order_status, report.price) == (OrderStatus.ACCEPTED, change.price)
                assert isinstance(
                    await adapter.submit_order(MarketOrder(client_order_id="takes1", **terms)), Accepted
                )
                assert isinstance(await adapter.cancel_order(CancelOrder(**named)), Accepted)
                kinds: set[type] = set()
                while not {OrderFilled, OrderCanceled} <= kinds:
                    kinds.add(type(await asyncio.wait_for(anext(aiter(heard)), 10)))
            assert await adapter.fill_reports(product=product)
            fills = adapter.client.interface.operations.get("get_fills")
            if fills is not None and fills.page is not None and fills.page.backward:
                await adapter.submit_order(MarketOrder(client_order_id="takes2", **terms))
                rows = json.loads(await adapter.client.send(fills, product, {}))["data"]
                owner = simulation.core.trading.keyring.keys[0].owner
                done = [fill.trade_id for fill in simulation.core.trading.fills(owner, product)]
                assert len(done) > 1 and [row["tradeId"] for row in rows] == done[::-1]
                # All that is known was on the first page, so whoever turns it comes to the end.
                after = {"after": int(rows[-1]["billId"])}
                assert json.loads(await adapter.client.send(fills, product, after))["data"] == []
            assert await adapter.account_states(product=product)

    asyncio.run(run())
