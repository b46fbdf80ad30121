"""Ranges and limits of history: nothing outside, nothing twice, nothing lost where rows share the moment at which a page ends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

import dragoman
import pytest
from dragoman.errors import InvalidParameter
from dragoman.model import FundingRateUpdate, InstrumentStatus
from dragoman.net.mock import MockHttp, VirtualClock
from dragoman.net.wire import Request, Response
from dragoman.translate.functions import iso

from tests.runtime.adapter.scene import PERP, Scene, ok

MS = 1_000_000
START_MS = 1_700_000_040_000
MINUTE_MS = 60_000
BARS = f"{PERP}-1-MINUTE-LAST-EXTERNAL"


def adapter_of(venue: str, answer: Callable[[Request], Response]) -> tuple[Any, MockHttp]:
    http, clock = MockHttp([], otherwise=answer), VirtualClock((START_MS + 60_000) * MS)
    keys = {"api_key": "k", "api_secret": "s"}
    return dragoman.load(venue).adapter(http=http, clock=clock, credentials=keys), http


def kline(index: int) -> list[Any]:
    opened = START_MS + index * MINUTE_MS
    return [opened, "1", "2", "0.5", "1.5", "10", opened + MINUTE_MS - 1, "15", 3, "5", "7", "0"]


def klines(request: Request) -> Response:
    query = dict(request.query)
    first = max(0, -(-(int(query.get("startTime", "0")) - START_MS) // MINUTE_MS))
    return ok([kline(each) for each in range(first, min(first + int(query.get("limit", "500")), 3200))])


def fill(number: int, each_ms: int) -> dict[str, Any]:
    """Seven fills have one time."""
    row = {"symbol": "BTCUSDT", "id": number, "orderId": 5, "side": "BUY", "price": "10", "qty": "1"}
    more = {
        "commission": "0",
        "commissionAsset": "USDT",
        "quoteQty": "10",
        "realizedPnl": "0",
        "maker": False,
    }
    return {**row, **more, "positionSide": "BOTH", "buyer": True, "time": START_MS + number // 7 * each_ms}


@pytest.mark.parametrize(("count", "each_ms", "lost"), [(3500, 10, 0), (2500, 0, 1500)])
def test_fills_that_share_the_moment_at_which_a_page_ends_come_once(
    count: int, each_ms: int, lost: int, caplog: pytest.LogCaptureFixture
) -> None:
    """Where a page can't hold all of one moment, what the venue can't be asked for is warned of."""
    rows = [fill(number, each_ms) for number in range(count)]

    def fills(request: Request) -> Response:
        if request.path != "/fapi/v1/userTrades":
            return ok({"serverTime": START_MS})
        query = dict(request.query)
        first, last = int(query["startTime"]), int(query["endTime"])
        return ok([row for row in rows if first <= row["time"] <= last][: int(query["limit"])])

    async def play() -> list[str]:
        venue, _ = adapter_of("binance", fills)
        async with venue:
            found = await venue.fill_reports(PERP, since=(START_MS - 1) * MS, product="usdm")
        return [each.trade_id for each in found]

    with caplog.at_level(logging.WARNING, logger="dragoman.history"):
        found = asyncio.run(play())
    assert len(set(found)) == len(found) == count - lost
    assert bool(lost) is ("more rows of one moment" in caplog.text)


def test_trades_of_a_venue_whose_pages_overlap_come_once_and_in_order() -> None:
    def row(number: int) -> dict[str, Any]:
        time = iso((START_MS + number // 7 * 10) * MS, 3)
        named = {"timestamp": time, "symbol": "XBTUSD", "trdMatchID": f"{number:08d}"}
        return {**named, "side": "Buy", "size": 100, "price": 50000.5, "trdType": "Regular"}

    rows = [row(number) for number in range(3500)]

    def trades(request: Request) -> Response:
        query = dict(request.query)
        kept = [each for each in rows if each["timestamp"] >= query["startTime"]]
        return ok(kept[: int(query["count"])])

    async def play() -> list[str]:
        venue, _ = adapter_of("bitmex", trades)
        async with venue:
            asked = {"start": START_MS * MS, "end": (START_MS + 10_000) * MS}
            return [each.trade_id for each in await venue.request_trades("XBTUSD.BITMEX", **asked)]

    assert asyncio.run(play()) == [each["trdMatchID"] for each in rows]


def test_the_venues_own_size_of_a_page_is_kept_over_a_range() -> None:
    sizes: list[str] = []

    def trades(request: Request) -> Response:
        sizes.append(dict(request.query)["count"])
        return ok([])

    async def play() -> None:
        venue, _ = adapter_of("bitmex", trades)
        async with venue:
            for more in ({"count": 5}, {"limit": 5}, {}):
                await venue.request_trades("XBTUSD.BITMEX", start=START_MS * MS, **more)

    asyncio.run(play())
    assert sizes == ["5", "5", "1000"]


@pytest.mark.parametrize("limit", [7, 2000])
def test_a_limit_is_one_of_events_and_begins_at_the_start_of_a_range(limit: int) -> None:
    async def play() -> None:
        scene = Scene(klines)
        async with scene.adapter:
            asked = {"start": START_MS * MS, "end": (START_MS + 3100 * MINUTE_MS) * MS, "limit": limit}
            bars = await scene.adapter.request_bars(BARS, **asked)
        assert [each.ts_event for each in bars] == [kline(each)[6] * MS for each in range(limit)]
        assert len(scene.http.requests) == (1 if limit < 1500 else 2), "no more pages than that takes"

    asyncio.run(play())


def test_a_limit_beyond_an_answer_that_nothing_goes_on_from_is_warned_of(
    caplog: pytest.LogCaptureFixture,
) -> None:
    adapter, http = adapter_of("binance", klines)
    with caplog.at_level(logging.WARNING):
        asyncio.run(adapter.request_bars(BARS, limit=1500))
        assert not caplog.messages
        found = asyncio.run(adapter.request_bars(BARS, limit=1501))
    assert len(found) == 1500 and len(http.requests) == 2
    assert "most=1500 limit=1501" in caplog.text


def test_a_limit_without_a_start_keeps_the_newest_and_goes_over_pages_that_go_back() -> None:
    def rates(request: Request) -> Response:
        query = dict(request.query)
        newest = min(int(query.get("endTime", START_MS)), START_MS)
        times = range(newest - newest % 28_800_000, 0, -28_800_000)
        kept = list(times)[: int(query["limit"])]
        named = [
            {"symbol": "BTCUSDT", "fundingRate": "0.1", "fundingRateTimestamp": str(each)} for each in kept
        ]
        return ok({"retCode": 0, "retMsg": "OK", "result": {"category": "linear", "list": named}, "time": 1})

    async def play() -> None:
        venue, http = adapter_of("bybit", rates)
        async with venue:
            asked = {"end": START_MS * MS, "limit": 450}
            found = await venue.request(FundingRateUpdate, "BTCUSDT-LINEAR.BYBIT", **asked)
        assert len(found) == 450 and len(http.requests) == 3
        assert found[-1].ts_event == START_MS // 28_800_000 * 28_800_000 * MS
        assert [each.ts_event for each in found] == sorted({each.ts_event for each in found})

    asyncio.run(play())


@pytest.mark.parametrize(("more", "why"), [({"end": 1}, "before the start"), ({"limit": 0}, "at least 1")])
def test_a_range_that_can_hold_nothing_is_refused_before_it_is_asked_for(
    more: dict[str, int], why: str
) -> None:
    async def play() -> None:
        scene = Scene(klines)
        async with scene.adapter:
            with pytest.raises(InvalidParameter, match=why):
                await scene.adapter.request_bars(BARS, **{"start": START_MS * MS, **more})
        assert not scene.http.requests

    asyncio.run(play())


def test_a_venue_that_takes_no_range_is_cut_to_it_and_says_when_it_does_not_reach_back(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def trade(number: int) -> dict[str, Any]:
        named = {"execId": f"t-{number}", "symbol": "BTCUSDT", "time": str(START_MS + number)}
        return {**named, "price": "10", "size": "1", "side": "Buy", "isBlockTrade": False}

    def trades(request: Request) -> Response:
        rows = [trade(number) for number in range(9, -1, -1)]
        return ok({"retCode": 0, "retMsg": "OK", "result": {"category": "linear", "list": rows}, "time": 1})

    async def play(first: int, last: int) -> list[str]:
        venue, _ = adapter_of("bybit", trades)
        async with venue:
            asked = {"start": (START_MS + first) * MS, "end": (START_MS + last) * MS}
            return [each.trade_id for each in await venue.request_trades("BTCUSDT-LINEAR.BYBIT", **asked)]

    with caplog.at_level(logging.WARNING, logger="dragoman.history"):
        assert asyncio.run(play(3, 5)) == ["t-3", "t-4", "t-5"] and not caplog.text
        assert asyncio.run(play(-50, 1)) == ["t-0", "t-1"]
    assert "no more than the latest" in caplog.text and "get_recent_trades" in caplog.text


def test_an_answer_that_tells_of_all_instruments_brings_those_that_are_asked_for() -> None:
    def states(request: Request) -> Response:
        row = {"status": "Trading", "contractType": "LinearPerpetual"}
        rows = [{**row, "symbol": name} for name in ("BTCUSDT", "ETHUSDT")]
        told = {"category": "linear", "list": rows, "nextPageCursor": ""}
        return ok({"retCode": 0, "retMsg": "OK", "result": told, "time": 1})

    async def play() -> list[Any]:
        venue, _ = adapter_of("bybit", states)
        async with venue:
            found: list[Any] = await venue.request(InstrumentStatus, "BTCUSDT-LINEAR.BYBIT")
        return found

    (found,) = asyncio.run(play())
    assert found.instrument_id == "BTCUSDT-LINEAR.BYBIT"


def test_the_last_page_is_told_as_progress_where_its_rows_go_beyond_the_range() -> None:
    def aggregates(request: Request) -> Response:
        row = {"p": "1", "q": "1", "f": 1, "l": 1, "m": False}
        return ok([{**row, "a": each, "T": START_MS + each * MINUTE_MS} for each in range(10)])

    async def play() -> None:
        scene, seen = Scene(aggregates), []
        async with scene.adapter:
            asked = {"start": START_MS * MS, "end": (START_MS + 5 * MINUTE_MS) * MS}
            told = await scene.adapter.request_trades(PERP, **asked, progress=lambda *each: seen.append(each))
        assert len(told) == 6 and seen == [(6, None)]

    asyncio.run(play())
