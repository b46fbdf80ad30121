"""Reports of a product that trades what another one lists, and so has no ids of its own."""

from __future__ import annotations

import asyncio
from typing import Any

import dragoman
import pytest
from dragoman.net.mock import MockHttp, VirtualClock
from dragoman.net.wire import Request, Response

START_NS = 1_700_000_000_000_000_000


@pytest.mark.parametrize(
    ("product", "asked", "left"),
    [("margin", "/sapi/v1/margin/", "/api/v3/"), ("spot", "/api/v3/", "/sapi/v1/margin/")],
)
def test_closed_orders_and_fills_are_asked_for_where_the_product_has_them(
    product: str, asked: str, left: str
) -> None:
    paths: list[str] = []

    def answer(request: Request) -> Response:
        paths.append(request.path)
        return Response(status=200, body=b'{"serverTime":1700000000000}' if "time" in request.path else b"[]")

    async def play() -> Any:
        keys = {"api_key": "k", "api_secret": "s"}
        http = MockHttp([], otherwise=answer)
        venue = dragoman.load("binance").adapter(http=http, clock=VirtualClock(START_NS), credentials=keys)
        async with venue:
            return await venue.mass_status(
                since=START_NS - 1, instrument_ids=["BTCUSDT.BINANCE"], products=[product]
            )

    asyncio.run(play())
    assert {f"{asked}allOrders", f"{asked}myTrades"} <= set(paths)
    assert not {f"{left}allOrders", f"{left}myTrades"} & set(paths)
