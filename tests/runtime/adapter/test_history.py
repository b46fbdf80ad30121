"""Instruments and history over HTTP: parameters from normalized requests, pages read to their end."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any

import pytest
from dragoman.errors import RateLimited, VenueError
from dragoman.model import Bar
from dragoman.net.wire import Request, Response

from tests.runtime.adapter.scene import PERP, Scene, ok

MINUTE_MS = 60_000
START_MS = 1_700_000_040_000


def kline(index: int) -> list[Any]:
    opened = START_MS + index * MINUTE_MS
    prices = ["1.0", "2.0", "0.5", "1.5"]
    return [opened, *prices, "10", opened + MINUTE_MS - 1, "15", 3, "5", "7", "0"]


def klines(request: Request) -> Response:
    query = dict(request.query)
    limit = int(query.get("limit", "500"))
    first = max(0, -(-(int(query.get("startTime", "0")) - START_MS) // MINUTE_MS))
    return ok([kline(index) for index in range(first, min(first + limit, 3200))])


def test_bars_of_a_long_range_are_read_page_by_page() -> None:
    async def play() -> None:
        scene = Scene(klines)
        seen: list[int] = []
        async with scene.adapter:
            bars = await scene.adapter.request_bars(
                f"{PERP}-1-MINUTE-LAST-EXTERNAL",
                start=START_MS * 1_000_000,
                end=(START_MS + 3100 * MINUTE_MS) * 1_000_000,
                progress=lambda count, where: seen.append(count),
            )
        assert len(bars) == 3100 and isinstance(bars[0], Bar)
        assert [bar.ts_event for bar in bars] == sorted({bar.ts_event for bar in bars})
        assert len(scene.http.requests) > 1 and seen == sorted(seen)
        assert bars[0].high == Decimal("2.0")

    asyncio.run(play())


def test_a_short_request_is_one_call() -> None:
    async def play() -> None:
        scene = Scene(klines)
        async with scene.adapter:
            bars = await scene.adapter.request_bars(f"{PERP}-1-MINUTE-LAST-EXTERNAL", limit=5)
        assert len(bars) == 5
        assert dict(scene.http.requests[0].query) == {"symbol": "BTCUSDT", "interval": "1m", "limit": "5"}

    asyncio.run(play())


def test_errors_of_the_venue_are_typed() -> None:
    def refuse(request: Request) -> Response:
        return Response(status=400, body=b'{"code":-1121,"msg":"Invalid symbol."}')

    def banned(request: Request) -> Response:
        return Response(status=418, headers={"retry-after": "120"}, body=b'{"code":-1003,"msg":"banned"}')

    async def play() -> None:
        async with Scene(refuse).adapter as venue:
            with pytest.raises(VenueError) as caught:
                await venue.request_trades(PERP)
            assert caught.value.code == "-1121"
        async with Scene(banned).adapter as venue:
            with pytest.raises(RateLimited) as stopped:
                await venue.request_trades(PERP)
            assert stopped.value.retry_after == 120

    asyncio.run(play())
