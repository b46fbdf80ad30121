"""What ends a log-in of Binance on a line that lives: the account's stream comes back, with a hole that is told."""

from __future__ import annotations

from typing import Any

import dragoman
import pytest
from dragoman.faults import LoopClock, MemoryVenue, VirtualLoop, run_virtually
from dragoman.model import LimitOrder, OrderAccepted, OrderSide, StreamGap
from dragoman.simulate.venue import SimulatedVenue
from dragoman.simulate.wire.keys import Key

NOW = 1_790_000_000_000_000_000
SECOND = 1_000_000_000
SECRETS = {"api_key": "k", "api_secret": "s"}
KEY_ENDS = b'{"e":"listenKeyExpired","E":1790000060000,"listenKey":"ended"}'
LOGIN_ENDS = b'{"subscriptionId":0,"event":{"e":"eventStreamTerminated","E":1790000060000}}'


@pytest.mark.parametrize(
    ("product", "ending"),
    [("spot", LOGIN_ENDS), ("margin", LOGIN_ENDS), ("usdm", KEY_ENDS), ("coinm", KEY_ENDS)],
)
def test_an_account_s_stream_comes_back_after_its_log_in_has_ended(product: str, ending: bytes) -> None:
    loop = VirtualLoop()
    keys = [Key("o", SECRETS)]
    core = SimulatedVenue("binance", seed=1, now_ns=NOW, products=[product], keys=keys, partial=True)
    clock = LoopClock(loop, NOW)
    memory = MemoryVenue(core, clock, [product])
    errors: list[Exception] = []
    events: list[Any] = []

    async def played() -> None:
        venue = dragoman.load("binance").adapter(
            urls=memory.urls,
            http=memory.http,
            connector=memory,
            clock=clock,
            credentials=SECRETS,
            on_error=errors.append,
        )
        await venue.load_instruments(product)
        async with venue.account_subscription(product, into=events.append):
            await clock.sleep(60 * SECOND)
            for connection in list(memory.connections.values()):
                connection.arrive(ending)
            await clock.sleep(30 * SECOND)
            assert len(memory.connections) == 1 and any(isinstance(each, StreamGap) for each in events)
            identity, line = next(iter(core.markets[product].lines.items()))
            price = line.price(line.within(line.best[0] * 95 // 100))
            size = (line.instrument.min_quantity or line.instrument.size_increment) * 100
            order = LimitOrder(instrument_id=identity, order_side=OrderSide.BUY, quantity=size, price=price)
            outcome = await venue.submit_order(order, product=product)
            memory.tell(core.take())
            await clock.sleep(SECOND)
            told = [each for each in events if isinstance(each, OrderAccepted)]
            assert [each.client_order_id for each in told] == [outcome.client_order_id]
        await venue.close()

    run_virtually(played(), loop)
    assert not errors
