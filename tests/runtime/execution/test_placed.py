"""Orders that wait for a price: once it has come they are plain ones, whatever id the venue has them under then."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.execution.ledger import Ledger
from dragoman.faults import LoopClock, MemoryVenue, VirtualLoop, run_virtually
from dragoman.model import (
    Accepted,
    InstrumentId,
    LimitOrder,
    OrderSide,
    OrderStatus,
    OrderType,
    StopLimitOrder,
)
from dragoman.simulate.venue import SimulatedVenue

from tests.faults.world import SECOND, START_NS, keys
from tests.runtime.execution.test_ledger import ID, NOW, report

STOP = StopLimitOrder(
    instrument_id=ID,
    order_side=OrderSide.BUY,
    quantity=Decimal(10),
    price=Decimal(5),
    trigger_price=Decimal(6),
)
PRODUCTS = [
    ("okx", "spot"),
    ("okx", "swap"),
    ("binance", "usdm"),
    ("binance", "coinm"),
    ("bybit", "linear"),
    ("bitmex", "perpetual"),
]


def test_an_order_that_was_set_off_under_another_id_is_a_plain_one_and_goes_by_that_id() -> None:
    ledger = Ledger()
    ledger.submit(STOP, "C", NOW)
    order = ledger.find("C")
    assert order is not None
    waiting: dict[str, Any] = {"trigger_price": Decimal(6)}
    ledger.on_submitted(order, Accepted(venue_order_id="V"), NOW)
    ledger.on_report(report(OrderStatus.TRIGGERED, ts=2, **waiting), NOW)
    before = order.as_it_stands
    assert isinstance(before, StopLimitOrder) and not order.goes_by_number
    ledger.on_report(report(OrderStatus.ACCEPTED, ts=3, venue_order_id="W", price=Decimal(4)), NOW)
    after = order.as_it_stands
    assert isinstance(after, LimitOrder) and order.goes_by_number
    assert (after.price, after.quantity, after.client_order_id) == (Decimal(4), Decimal(10), None)


def test_an_order_that_another_one_replaced_waits_on() -> None:
    ledger = Ledger()
    ledger.submit(STOP, "C", NOW)
    order = ledger.find("C")
    assert order is not None
    ledger.on_submitted(order, Accepted(venue_order_id="V"), NOW)
    ledger.change(order)
    ledger.on_changed(order, Accepted(venue_order_id="W"), NOW)
    assert isinstance(order.as_it_stands, StopLimitOrder) and not order.goes_by_number


@pytest.mark.parametrize(("venue", "product"), PRODUCTS)
def test_what_rests_after_its_trigger_is_asked_for_changed_and_canceled(venue: str, product: str) -> None:
    loop = VirtualLoop()
    run_virtually(_rests(venue, product, loop), loop)
    assert not loop.failures


async def _rests(venue: str, product: str, loop: VirtualLoop) -> None:
    core = SimulatedVenue(venue, seed=7, now_ns=START_NS, products=[product], partial=True)
    clock = LoopClock(loop, START_NS)
    memory = MemoryVenue(core, clock, [product])

    async def wait(seconds: int) -> None:
        for _ in range(5 * seconds):
            memory.publish()
            await clock.sleep(SECOND // 5)

    adapter = dragoman.load(venue).adapter(
        urls=memory.urls, http=memory.http, connector=memory, clock=clock, credentials=keys(core), seed=1
    )
    await adapter.load_instruments(product)
    identity, line = next(iter(core.markets[product].lines.items()))
    instrument = adapter.instruments[identity]
    step = instrument.price_increment
    order = StopLimitOrder(
        instrument_id=InstrumentId(identity),
        order_side=OrderSide.BUY,
        quantity=max(instrument.min_quantity or instrument.size_increment, instrument.size_increment) * 20,
        trigger_price=line.price(line.best[1]) + 3 * step,
        price=line.price(line.within(int(line.best[0] * 0.97))),
        client_order_id="T1",
    )
    named = {"instrument_id": order.instrument_id, "client_order_id": "T1", "product": product}
    async with adapter.account_subscription(product):
        assert isinstance(await adapter.submit_order(order, product=product), Accepted)
        (truth,) = {id(each): each for each in _orders(core, product)}.values()
        for _ in range(3_000):
            if truth.triggered_ns:
                break
            await wait(1)
        assert truth.triggered_ns and truth.is_open
        await wait(2)
        found = await adapter.query_order(**named)
        assert found is not None and found.is_open
        changed = await adapter.modify_order(**named, price=order.price - step)
        assert isinstance(changed, Accepted), changed
        assert truth.grid.price(truth.limit) == order.price - step
        gone = await adapter.cancel_order(**named)
        assert isinstance(gone, Accepted), gone
        await wait(2)
        assert truth.status is OrderStatus.CANCELED
        assert adapter.order("T1").status is OrderStatus.CANCELED
        assert adapter.order("T1").type is OrderType.STOP_LIMIT
    await adapter.close()


def _orders(core: SimulatedVenue, product: str) -> list[Any]:
    accounts = core.markets[product].exchange.accounts.values()
    return [order for account in accounts if not account.boundless for order in account.orders.values()]
