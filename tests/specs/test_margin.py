"""Margin trades the pairs of spot from another account: an order stays with the product that it was sent for."""

from __future__ import annotations

import asyncio
import json
from decimal import Decimal
from typing import Any

import dragoman
from dragoman.model import Accepted, InstrumentId, LimitOrder, OrderSide
from dragoman.net.mock import MockConnector, MockHttp, VirtualClock
from dragoman.net.wire import Request, Response

SYMBOL = InstrumentId("SOLUSDT.BINANCE")
ROW = """
{"symbol":"SOLUSDT","orderId":7001,"clientOrderId":"m-1","origClientOrderId":"m-1","price":"140","origQty":"2","executedQty":"0",
 "cummulativeQuoteQty":"0","status":"NEW","timeInForce":"GTC","type":"LIMIT","side":"BUY","time":1760000000100,
 "updateTime":1760000000100,"transactTime":1760000000100,"isWorking":true}"""


def answer(request: Request) -> Response:
    path = request.path
    if path.endswith("/time"):
        return Response(status=200, body=b'{"serverTime":1760000000000}')
    row: dict[str, Any] = json.loads(ROW)
    if request.method == "DELETE":
        row["status"] = "CANCELED"
    return Response(status=200, body=json.dumps(row).encode())


def test_a_margin_order_is_asked_for_and_taken_back_as_such() -> None:
    async def main() -> None:
        clock = VirtualClock()
        http = MockHttp(otherwise=answer)
        keys = {"api_key": "k", "api_secret": "s"}
        more: dict[str, Any] = {"http": http, "connector": MockConnector(clock), "clock": clock}
        adapter = dragoman.load("binance").adapter(credentials=keys, **more)
        order = LimitOrder(
            instrument_id=SYMBOL,
            order_side=OrderSide.BUY,
            quantity=Decimal(2),
            price=Decimal(140),
            client_order_id="m-1",
        )
        assert isinstance(await adapter.submit_order(order, product="margin"), Accepted)
        assert await adapter.query_order(instrument_id=SYMBOL, client_order_id="m-1") is not None
        assert isinstance(await adapter.cancel_order(instrument_id=SYMBOL, client_order_id="m-1"), Accepted)
        sent = [f"{each.method} {each.path}" for each in http.requests if "order" in each.path]
        assert sent == [
            "POST /sapi/v1/margin/order",
            "GET /sapi/v1/margin/order",
            "DELETE /sapi/v1/margin/order",
        ]

    asyncio.run(main())
