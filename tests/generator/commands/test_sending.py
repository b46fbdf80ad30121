"""Commands of a small venue sent over the mock backend: what comes back is accepted, rejected or unknown."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any

import pytest
from dragoman.errors import Denied, NotSupported, RequestTimeout
from dragoman.model import Accepted, InstrumentId, LimitOrder, OrderSide, Rejected, TimeInForce, Unknown
from dragoman.net.mock import Answer, MockHttp, VirtualClock
from dragoman.net.wire import Response

from tests.generator.commands.mini import load

KEYS = {"api_key": "the-key", "api_secret": "the-secret"}


def run(test: Callable[[], Awaitable[None]]) -> None:
    async def awaited() -> None:
        await test()

    asyncio.run(awaited())


def order(**changes: Any) -> LimitOrder:
    known = {"client_order_id": "C-1", "price": Decimal("10"), "quantity": Decimal("1"), **changes}
    return LimitOrder(instrument_id=InstrumentId("AAABBB-LINEAR.ORDERS"), order_side=OrderSide.BUY, **known)


def client(*script: Answer) -> tuple[Any, MockHttp]:
    backend = MockHttp(script)
    return load("orders").module.HttpClient(KEYS, backend=backend, clock=VirtualClock(auto=True)), backend


def ok(body: str) -> Response:
    return Response(status=200, body=body.encode())


TAKEN = ok('{"retCode":0,"retMsg":"OK","result":{"orderId":"V-1","orderLinkId":"C-1"}}')


def test_an_order_that_the_venue_takes_is_accepted() -> None:
    async def test() -> None:
        http, backend = client(TAKEN)
        found = await http.command("submit_order", order=order())
        assert isinstance(found, Accepted) and (found.venue_order_id, found.client_order_id) == ("V-1", "C-1")
        assert [request.path for request in backend.requests] == ["/v5/order/create"]

    run(test)


def test_an_order_that_the_venue_refuses_is_rejected_with_its_code() -> None:
    async def test() -> None:
        http, _ = client(ok('{"retCode":110007,"retMsg":"no money","result":{}}'))
        found = await http.command("submit_order", order=order())
        assert isinstance(found, Rejected) and found.code == "110007"

    run(test)


def test_a_repetition_that_the_venue_recognizes_is_sent_until_somebody_answers() -> None:
    async def test() -> None:
        http, backend = client(RequestTimeout("orders_case", "place_order", 10), TAKEN)
        assert isinstance(await http.command("submit_order", order=order()), Accepted)
        assert backend.requests[0].body == backend.requests[1].body
        assert backend.requests[0].header("X-SIGN") != backend.requests[1].header("X-SIGN")

    run(test)


def test_a_batch_that_times_out_is_left_open_and_not_sent_again() -> None:
    async def test() -> None:
        http, backend = client(RequestTimeout("orders_case", "place_batch", 10))
        assert isinstance(await http.command("submit_order_list", orders=[order()]), Unknown)
        assert len(backend.requests) == 1

    run(test)


def test_what_is_denied_is_never_sent() -> None:
    async def test() -> None:
        http, backend = client()
        with pytest.raises(Denied):
            await http.command("submit_order", order=order(time_in_force=TimeInForce.DAY))
        with pytest.raises(NotSupported):
            await http.command("cancel_all_orders", instrument_id="AAABBB-LINEAR.ORDERS")
        assert not backend.requests

    run(test)
