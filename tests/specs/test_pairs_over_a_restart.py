"""A pair that is one order of OKX's, known again by an adapter that never sent it: each half by what its report says."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.faults import LoopClock, MemoryVenue, VirtualLoop, run_virtually
from dragoman.model import (
    Accepted,
    ContingencyType,
    InstrumentId,
    MarketIfTouchedOrder,
    MarketOrder,
    OrderFilled,
    OrderSide,
    OrderStatus,
    StopMarketOrder,
)
from dragoman.simulate.venue import SimulatedVenue

from tests.faults.world import SECOND, START_NS, keys


@pytest.mark.parametrize(("fires", "ends"), [("L", "P"), ("P", "L")])
def test_both_halves_go_on_as_orders_of_ours(fires: str, ends: str) -> None:
    loop = VirtualLoop()
    run_virtually(_restarted(fires, ends, loop), loop)
    assert not loop.failures


async def _restarted(fires: str, ends: str, loop: VirtualLoop) -> None:
    core = SimulatedVenue("okx", seed=7, now_ns=START_NS, products=["swap"], partial=True)
    clock = LoopClock(loop, START_NS)
    memory = MemoryVenue(core, clock, ["swap"])
    identity, line = next(iter(core.markets["swap"].lines.items()))

    async def wait(seconds: int) -> None:
        for _ in range(5 * seconds):
            memory.publish()
            await clock.sleep(SECOND // 5)

    async def opened() -> Any:
        adapter = dragoman.load("okx").adapter(
            urls=memory.urls, http=memory.http, connector=memory, clock=clock, credentials=keys(core), seed=1
        )
        await adapter.load_instruments("swap")
        return adapter

    first = await opened()
    size = 20 * first.instruments[identity].size_increment
    terms: dict[str, Any] = {"instrument_id": InstrumentId(identity), "quantity": size}
    price = line.price(line.best[0])
    far, near = price * 3, price + 4 * first.instruments[identity].price_increment
    pair: dict[str, Any] = {"order_side": OrderSide.SELL, "contingency_type": ContingencyType.OCO, **terms}
    below = price - 4 * first.instruments[identity].price_increment
    profit = MarketIfTouchedOrder(
        trigger_price=near if fires == "P" else far, client_order_id="P", linked_order_ids=("L",), **pair
    )
    loss = StopMarketOrder(
        trigger_price=below if fires == "L" else line.price(line.best[0] // 3),
        client_order_id="L",
        linked_order_ids=("P",),
        **pair,
    )
    await first.submit_order(MarketOrder(order_side=OrderSide.BUY, client_order_id="E", **terms))
    outcomes = await first.submit_order_list([profit, loss])
    assert all(isinstance(each, Accepted) for each in outcomes), outcomes
    await first.close()

    sent = {"P": profit, "L": loss}
    second = await opened()
    told: list[Any] = []

    async def listen() -> None:
        async for event in second.subscribe_account("swap"):
            told.append(event)

    task = asyncio.create_task(listen())
    await wait(2)
    mass = await second.mass_status(since=START_NS - SECOND, instrument_ids=[identity])
    waiting = {
        report.client_order_id or f"beside {report.linked_order_ids[0]}": report
        for report in mass.order_reports.values()
        if report.contingency_type is ContingencyType.OCO
    }
    assert waiting.keys() == {"P", "beside P"}
    for name, found in (("P", "P"), ("L", "beside P")):
        second.adopt_order(sent[name], waiting[found])
    assert {str(order.client_order_id): order.status for order in second.orders} == {
        "P": OrderStatus.ACCEPTED,
        "L": OrderStatus.ACCEPTED,
    }
    for _ in range(3_000):
        if second.order(fires).is_closed and second.order(ends).is_closed:
            break
        await wait(1)
    await wait(2)
    assert second.order(fires).status is OrderStatus.FILLED
    assert second.order(ends).status is OrderStatus.CANCELED
    filled = [each for each in told if isinstance(each, OrderFilled)]
    assert {each.client_order_id for each in filled} == {fires}
    assert sum((each.last_qty for each in filled), Decimal(0)) == size
    task.cancel()
    await second.close()
