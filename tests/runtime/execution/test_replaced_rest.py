"""Changes by cancelling and sending anew: of an order that is partly filled another one takes what is left, not the whole again."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs

import dragoman
import pytest
from dragoman.errors import InvalidOrder
from dragoman.faults import LoopClock, MemoryVenue, VirtualLoop, run_virtually
from dragoman.model import Accepted, LimitOrder, OrderSide, OrderStatus
from dragoman.net.wire import Request, Response
from dragoman.simulate.venue import SimulatedVenue
from dragoman.simulate.wire.keys import Key

START_NS = 1_790_000_000_000_000_000
REST = Decimal("0.04")


class Sent:
    """Keeps what goes to the venue."""

    def __init__(self, venue: MemoryVenue) -> None:
        self.venue = venue
        self.requests: list[Request] = []
        self.only = b""
        """What stands in the frames that come before the answer; the others are lost."""

    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        self.requests.append(request)
        answer = await self.venue.http.send(request, timeout_ns=timeout_ns)
        self.venue.tell([each for each in self.venue.core.take() if self.only in each[1]])
        await self.venue.clock.sleep(1_000_000)
        return answer

    async def close(self) -> None:
        """Nothing is held open."""


def play(part: Callable[[Any, str, Sent, Any], Awaitable[None]]) -> None:
    """An order on spot of which all but `REST` is filled."""
    loop = VirtualLoop()

    async def played() -> None:
        keys = {"api_key": "k", "api_secret": "s"}
        clock = LoopClock(loop, START_NS)
        core = SimulatedVenue(
            "binance", seed=7, now_ns=START_NS, products=["spot"], keys=[Key("k", keys)], partial=True
        )
        memory = MemoryVenue(core, clock, ["spot"])
        sent = Sent(memory)
        venue = dragoman.load("binance").adapter(
            urls=memory.urls, http=sent, connector=memory, clock=clock, credentials=keys, seed=1
        )
        async with venue, venue.account_subscription("spot"):
            await venue.load_instruments("spot")
            identity, line = next(iter(core.markets["spot"].lines.items()))
            ask = line.best[1]
            order = LimitOrder(
                instrument_id=identity,
                order_side=OrderSide.BUY,
                quantity=line.size(line.asks[ask]) + REST,
                price=line.price(ask),
                client_order_id="C1",
            )
            assert isinstance(await venue.submit_order(order, product="spot"), Accepted)
            await clock.sleep(1_000_000_000)
            assert venue.order("C1").status is OrderStatus.PARTIALLY_FILLED
            await part(venue, identity, sent, line.price(ask - 50))

    run_virtually(played(), loop)
    assert not loop.failures


def test_the_order_that_takes_its_place_is_one_of_what_is_left() -> None:
    async def part(venue: Any, identity: str, sent: Sent, price: Decimal) -> None:
        known = venue.order("C1")
        whole, filled = known.quantity, known.filled_qty
        for wanted, left in ((None, REST), (whole + REST, 2 * REST)):
            outcome = await venue.modify_order(
                instrument_id=identity, client_order_id="C1", price=price, quantity=wanted
            )
            assert isinstance(outcome, Accepted)
            assert Decimal(parse_qs(sent.requests[-1].target)["quantity"][0]) == left
        (open_now,) = await venue.order_status_reports(open_only=True, product="spot")
        assert open_now.quantity == 2 * REST
        assert (known.quantity, known.filled_qty) == (whole + REST, filled)

    play(part)


def test_the_end_of_the_one_before_is_no_end_though_the_stream_tells_it_first() -> None:
    async def part(venue: Any, identity: str, sent: Sent, price: Decimal) -> None:
        before, sent.only = venue.order("C1").venue_order_id, b"CANCELED"
        outcome = await venue.modify_order(instrument_id=identity, client_order_id="C1", price=price)
        order = venue.order("C1")
        assert isinstance(outcome, Accepted) and order.venue_order_id != before
        assert order.status is OrderStatus.PARTIALLY_FILLED and not order.is_closed

    play(part)


@pytest.mark.parametrize("share", [Decimal(1), Decimal("0.5")])
def test_a_quantity_that_is_filled_already_is_refused_before_the_order_is_taken_off(share: Decimal) -> None:
    async def part(venue: Any, identity: str, sent: Sent, price: Decimal) -> None:
        filled = venue.order("C1").filled_qty
        wanted, before = (filled * share).quantize(Decimal("0.001")), len(sent.requests)
        with pytest.raises(InvalidOrder, match="another order takes the rest"):
            await venue.modify_order(instrument_id=identity, client_order_id="C1", quantity=wanted)
        assert len(sent.requests) == before and venue.order("C1").changes == 0

    play(part)
