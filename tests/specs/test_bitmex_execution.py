"""An account of BitMEX behind a live adapter: one socket for all products, orders through their lives, what it is asked for."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.errors import ConnectionLost, RateLimited
from dragoman.model import (
    Accepted,
    ClientOrderId,
    InstrumentId,
    LimitOrder,
    OrderFilled,
    OrderRejected,
    OrderSide,
    PositionSide,
    Rejected,
)
from dragoman.net.mock import MockConnection, MockConnector, MockHttp, VirtualClock, settle
from dragoman.net.wire import Request, Response

from tests.specs.test_bitmex import INVERSE, LINEAR, ORDER, PAIR

KEYS = {"api_key": "finch", "api_secret": "nightingale"}
ROW = {**ORDER, "symbol": "SOLUSDT", "price": 143, "orderQty": 3000, "leavesQty": 3000}
FILL = {
    "execID": "e-1",
    "orderID": "o-1",
    "clOrdID": "own-1",
    "account": 4711,
    "symbol": "SOLUSDT",
    "side": "Buy",
    "lastQty": 1000,
    "lastPx": 143,
    "execType": "Trade",
    "settlCurrency": "USDt",
    "execComm": 10725,
    "trdMatchID": "m-1",
    "timestamp": "2026-02-03T04:05:07.007Z",
}
POSITION = {"account": 4711, "symbol": "XBTUSD", "currentQty": -700, "timestamp": "2026-02-03T04:05:07.007Z"}
MARGIN = {
    "account": 4711,
    "currency": "XBt",
    "walletBalance": 100000000,
    "timestamp": "2026-02-03T04:05:07.007Z",
}


class Desk:
    """The venue's answers by `METHOD /path`, and its sockets."""

    def __init__(self, is_open: bool = True) -> None:
        self.clock = VirtualClock()
        self.answers: dict[str, tuple[int, Any]] = {
            "GET /instrument/active": (200, [PAIR, LINEAR, INVERSE]),
            "POST /order": (200, ROW),
        }
        self.sent: list[Request] = []
        self.told: list[Any] = []
        self.errors: list[Exception] = []
        self.is_open = is_open
        self.connector = MockConnector(self.clock, on_send=self.on_frame)
        self.adapter = dragoman.load("bitmex").adapter(
            credentials=KEYS,
            http=MockHttp(otherwise=self.answer),
            connector=self.connector,
            clock=self.clock,
            on_error=self.errors.append,
            seed=1,
        )

    def answer(self, request: Request) -> Response:
        self.sent.append(request)
        status, body = self.answers.get(f"{request.method} {request.path}", (200, []))
        return Response(status=status, body=json.dumps(body).encode())

    def on_frame(self, connection: MockConnection, sent: bytes) -> None:
        said = json.loads(sent)
        if said["op"] == "authKeyExpires" and self.is_open:
            connection.feed(json.dumps({"success": True, "request": said}))
        elif said["op"] == "authKeyExpires":
            shut = {"status": 401, "error": "Signature not valid.", "meta": {}, "request": said}
            connection.feed(json.dumps(shut))
        else:
            for topic in said["args"]:
                connection.feed(json.dumps({"success": True, "subscribe": topic, "request": said}))

    async def tell(self, name: str, action: str, *rows: dict[str, Any]) -> None:
        self.connector.last.feed(json.dumps({"table": name, "action": action, "data": rows}))
        await rest()

    async def listen(self) -> asyncio.Task[None]:
        async def collect() -> None:
            async for event in self.adapter.subscribe_account():
                self.told.append(event)

        await self.adapter.load_instruments()
        task = asyncio.create_task(collect())
        await rest()
        return task

    def kinds(self) -> list[str]:
        return [type(each).__name__ for each in self.told]


async def rest() -> None:
    for _ in range(6):
        await settle()


def run(play: Coroutine[Any, Any, None]) -> None:
    asyncio.run(play)


@pytest.mark.parametrize(
    ("status", "name", "text"),
    [
        (429, "RateLimitError", "Rate limit exceeded, retry in 1 seconds."),
        (503, "HTTPError", "The system is currently overloaded. Please try again later."),
    ],
)
def test_what_did_not_reach_the_engine_is_denied_and_may_be_sent_again(
    status: int, name: str, text: str
) -> None:
    async def play() -> None:
        desk = Desk()
        task = await desk.listen()
        desk.answers["POST /order"] = (status, {"error": {"message": text, "name": name}})
        with pytest.raises(RateLimited, match=text):
            await desk.adapter.submit_order(limit())
        await rest()
        assert desk.kinds() == ["OrderSubmitted", "OrderDenied"]
        task.cancel()
        await desk.adapter.close()

    run(play())


def limit() -> LimitOrder:
    return LimitOrder(
        instrument_id=InstrumentId("SOLUSDT.BITMEX"),
        order_side=OrderSide.BUY,
        quantity=Decimal("0.3"),
        price=Decimal(143),
        client_order_id=ClientOrderId("own-1"),
    )


def test_an_order_lives_on_the_one_socket_of_the_account() -> None:
    async def play() -> None:
        desk = Desk()
        task = await desk.listen()
        (socket,) = desk.connector.connections
        assert json.loads(socket.sent[-1]) == {
            "op": "subscribe",
            "args": ["order", "execution", "position", "margin"],
        }
        told = await desk.adapter.submit_order(limit())
        assert told == Accepted(client_order_id=ClientOrderId("own-1"), venue_order_id=told.venue_order_id)
        await desk.tell("order", "insert", ROW)
        await desk.tell("execution", "insert", FILL)
        change = {
            "orderID": "o-1",
            "symbol": "SOLUSDT",
            "account": 4711,
            "timestamp": "2026-02-03T04:05:08.007Z",
        }
        await desk.tell(
            "order", "update", {**change, "ordStatus": "PartiallyFilled", "cumQty": 1000, "leavesQty": 2000}
        )
        await desk.tell("order", "update", {**change, "ordStatus": "Canceled", "leavesQty": 0})
        assert desk.kinds() == ["OrderSubmitted", "OrderAccepted", "OrderFilled", "OrderCanceled"]
        fill = next(each for each in desk.told if isinstance(each, OrderFilled))
        assert (fill.last_qty, fill.account_id) == (Decimal("0.1"), "BITMEX-4711")
        assert fill.commission is not None
        assert (fill.commission.amount, fill.commission.currency) == (Decimal("0.010725"), "USDT")
        task.cancel()
        await desk.adapter.close()

    run(play())


def test_a_refusal_is_a_rejection() -> None:
    async def play() -> None:
        desk = Desk()
        task = await desk.listen()
        error = {
            "error": {"message": "Account has insufficient Available Balance", "name": "ValidationError"}
        }
        desk.answers["POST /order"] = (400, error)
        assert isinstance(await desk.adapter.submit_order(limit()), Rejected)
        await rest()
        (refused,) = [each for each in desk.told if isinstance(each, OrderRejected)]
        assert "insufficient" in refused.reason
        task.cancel()
        await desk.adapter.close()

    run(play())


def test_an_order_that_would_have_taken_was_refused_for_that() -> None:
    async def play() -> None:
        desk = Desk()
        task = await desk.listen()
        await desk.adapter.submit_order(limit())
        why = "Canceled: Order had execInst of ParticipateDoNotInitiate\nSubmitted via API."
        await desk.tell("order", "insert", {**ROW, "ordStatus": "Canceled", "leavesQty": 0, "text": why})
        (refused,) = [each for each in desk.told if isinstance(each, OrderRejected)]
        assert refused.due_post_only
        assert refused.reason == "Canceled: Order had execInst of ParticipateDoNotInitiate"
        task.cancel()
        await desk.adapter.close()

    run(play())


def test_the_account_is_asked_once_for_all_products() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.adapter.load_instruments()
        desk.answers |= {
            "GET /order": (200, [ROW, {**ROW, "orderID": "o-2", "symbol": "XBTUSD"}]),
            "GET /execution/tradeHistory": (200, [FILL]),
            "GET /position": (200, [POSITION]),
            "GET /user/margin": (200, [MARGIN]),
        }
        status = await desk.adapter.mass_status()
        assert not status.failed
        quantities = {report.instrument_id: report.quantity for report in status.order_reports.values()}
        assert quantities == {"SOLUSDT.BITMEX": Decimal("0.3"), "XBTUSD.BITMEX": Decimal(3000)}
        ((fill,),) = status.fill_reports.values()
        assert fill.trade_id == "m-1"
        ((position,),) = status.position_reports.values()
        assert (position.position_side, position.quantity) == (PositionSide.SHORT, Decimal(700))
        assert [state.free for state in status.account_states] == [{"XBT": Decimal(1)}]
        asked = [request.path for request in desk.sent if request.header("api-key")]
        assert sorted(set(asked)) == ["/execution/tradeHistory", "/order", "/position", "/user/margin"]
        await desk.adapter.close()

    run(play())


def test_a_key_that_is_refused_ends_the_subscription() -> None:
    async def play() -> None:
        desk = Desk(is_open=False)
        task = await desk.listen()
        await rest()
        assert task.done()
        assert isinstance(task.exception(), ConnectionLost)
        assert len(desk.connector.connections) == 1, "the same key would be refused again"
        await desk.adapter.close()

    run(play())
