"""Ranges of history that meet: what is told by its own time is in exactly one of them, whatever each venue counts by."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import dragoman
import pytest
from dragoman.model import Bar, FundingRateUpdate, TradeTick
from dragoman.net.mock import MockConnector, MockHttp, VirtualClock
from dragoman.net.wire import Request, Response
from dragoman.translate.functions import iso, parse_iso
from msgspec.structs import replace

MS = 1_000_000
BEGIN_MS = 1_760_000_040_000
MINUTE_MS = 60_000
SPAN_MS = 2_300 * MINUTE_MS
"""More than one answer of any of these lists holds."""
CUTS_MS = (0, 1, 30_000, 59_999, 60_000, 60_001, 420_000, 75_034_567, SPAN_MS)
"""Where ranges meet, after the begin: inside of bars, where they open, where they close."""
Row = tuple[int, Any]
"""(the moment that the venue's bounds are about, in milliseconds, the row as the venue tells it)"""


@dataclass(frozen=True)
class Listing:
    """How a venue tells a list: the names of its bounds, whether they are in the range, which end it begins at."""

    path: str
    rows: list[Row]
    start: str
    end: str
    limit: str
    most: int
    wrap: Callable[[list[Any]], Any]
    newest_first: bool = False
    is_closed: bool = True
    number: str = ""
    """The parameter that goes on from the number of a row, where one does."""
    by_time: Mapping[str, str] | None = None
    """What a call says for its bounds to be times, where they are numbers otherwise."""

    def answer(self, request: Request) -> Response:
        query = dict(request.query)
        if not request.path.endswith(self.path):
            return _json({"time": 1, "serverTime": BEGIN_MS, "timestamp": BEGIN_MS, "code": "0", "data": []})
        low, high = (_ms(query.get(name)) for name in (self.start, self.end))
        numbered = query.get(self.number) if self.number else None
        if self.by_time is not None and not self.by_time.items() <= query.items():
            numbered, low, high = query.get(self.end), None, None
        aside = 0 if self.is_closed else 1
        kept = [
            (number, row)
            for number, (moment, row) in enumerate(self.rows)
            if (low is None or moment >= low + aside) and (high is None or moment <= high - aside)
        ]
        if numbered is not None:
            at = int(numbered)
            kept = [each for each in kept if (each[0] < at if self.newest_first else each[0] >= at)]
        count = min(int(query.get(self.limit, self.most)), self.most)
        from_begin = not self.newest_first and (low is not None or numbered is not None)
        kept = kept[:count] if from_begin else kept[-count:]
        rows = [row for _, row in kept]
        return _json(self.wrap(rows[::-1] if self.newest_first else rows))


def _ms(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdecimal() else -(-parse_iso(text) // MS)


def _json(body: Any) -> Response:
    return Response(status=200, body=json.dumps(body).encode())


def _okx(rows: list[Any]) -> Any:
    return {"code": "0", "msg": "", "data": rows}


def _bybit(rows: list[Any]) -> Any:
    told = {"category": "linear", "symbol": "BTCUSDT", "list": rows, "nextPageCursor": ""}
    return {"retCode": 0, "retMsg": "OK", "result": told, "time": 1}


def _minutes() -> Iterable[int]:
    return range(BEGIN_MS - 3 * MINUTE_MS, BEGIN_MS + SPAN_MS + 3 * MINUTE_MS, MINUTE_MS)


def _moments() -> list[int]:
    """Every minute, and two of each moment where ranges meet."""
    dense = [BEGIN_MS + cut + aside for cut in CUTS_MS for aside in (-1, 0, 1)]
    return sorted([*_minutes(), *dense])


BARS = {
    "binance": (
        "BTCUSDT.BINANCE",
        Listing("/klines", [(at, [at, "1", "2", "1", "1", "5", at + 59_999, "5", 1, "1", "1", "0"]) for at in _minutes()],
                "startTime", "endTime", "limit", 1000, list),
    ),
    "bybit": (
        "BTCUSDT-LINEAR.BYBIT",
        Listing("/kline", [(at, [str(at), "1", "2", "1", "1", "5", "5"]) for at in _minutes()],
                "start", "end", "limit", 1000, _bybit, newest_first=True),
    ),
    "okx": (
        "BTC-USDT-SWAP.OKX",
        Listing("/history-candles", [(at, [str(at), "1", "2", "1", "1", "5", "5", "5", "1"]) for at in _minutes()],
                "before", "after", "limit", 100, _okx, newest_first=True, is_closed=False),
    ),
    "bitmex": (
        "XBTUSD.BITMEX",
        Listing("/trade/bucketed", [(at, {"timestamp": iso(at * MS, 3), "symbol": "XBTUSD", "open": 1, "high": 2, "low": 1, "close": 1, "volume": 5}) for at in _minutes()],
                "startTime", "endTime", "count", 1000, list),
    ),
}  # fmt: skip
TRADES = {
    "binance": (
        "BTCUSDT.BINANCE",
        Listing("/aggTrades", [(at, {"a": number, "p": "1", "q": "1", "f": number, "l": number, "T": at, "m": True, "M": True}) for number, at in enumerate(_moments())],
                "startTime", "endTime", "limit", 1000, list, number="fromId"),
    ),
    "okx": (
        "BTC-USDT-SWAP.OKX",
        Listing("/history-trades", [(at, {"instId": "BTC-USDT-SWAP", "side": "buy", "sz": "1", "px": "1", "tradeId": str(number), "ts": str(at)}) for number, at in enumerate(_moments())],
                "before", "after", "limit", 100, _okx, newest_first=True, is_closed=False, by_time={"type": "2"}),
    ),
    "bitmex": (
        "XBTUSD.BITMEX",
        Listing("/trade", [(at, {"timestamp": iso(at * MS, 3), "symbol": "XBTUSD", "side": "Buy", "size": 1, "price": 1, "trdMatchID": f"t-{number}", "trdType": "Regular"}) for number, at in enumerate(_moments())],
                "startTime", "endTime", "count", 1000, list),
    ),
}  # fmt: skip
FUNDING = {
    "binance": (
        "BTCUSDT-PERP.BINANCE",
        Listing("/fundingRate", [(at, {"symbol": "BTCUSDT", "fundingTime": at, "fundingRate": "0.1", "markPrice": "1"}) for at in _minutes()],
                "startTime", "endTime", "limit", 1000, list),
    ),
    "bybit": (
        "BTCUSDT-LINEAR.BYBIT",
        Listing("/history", [(at, {"symbol": "BTCUSDT", "fundingRate": "0.1", "fundingRateTimestamp": str(at)}) for at in _minutes()],
                "startTime", "endTime", "limit", 200, _bybit, newest_first=True),
    ),
    "okx": (
        "BTC-USDT-SWAP.OKX",
        Listing("/funding-rate-history", [(at, {"instId": "BTC-USDT-SWAP", "fundingRate": "0.1", "fundingTime": str(at)}) for at in _minutes()],
                "before", "after", "limit", 400, _okx, newest_first=True, is_closed=False),
    ),
    "bitmex": (
        "XBTUSD.BITMEX",
        Listing("/funding", [(at, {"timestamp": iso(at * MS, 3), "symbol": "XBTUSD", "fundingInterval": "2000-01-01T08:00:00.000Z", "fundingRate": 0.1, "fundingRateDaily": 0.3}) for at in _minutes()],
                "startTime", "endTime", "count", 500, list),
    ),
}  # fmt: skip
CASES = [
    pytest.param(kind, venue, *said, id=f"{kind.__name__} {venue}")
    for kind, venues in ((Bar, BARS), (TradeTick, TRADES), (FundingRateUpdate, FUNDING))
    for venue, said in venues.items()
]


@pytest.mark.parametrize(("kind", "venue", "identity", "listing"), CASES)
def test_ranges_that_meet_bring_everything_once(
    kind: type, venue: str, identity: str, listing: Listing
) -> None:
    async def play() -> None:
        clock = VirtualClock(auto=True)
        http = MockHttp(otherwise=listing.answer)
        more = {"bar_type": f"{identity}-1-MINUTE-LAST-EXTERNAL"} if kind is Bar else {}
        async with dragoman.load(venue).adapter(
            http=http, connector=MockConnector(clock), clock=clock, seed=1
        ) as adapter:

            async def asked(start: int, end: int) -> list[Any]:
                found: list[Any] = await adapter.request(kind, identity, start=start, end=end, **more)
                assert all(start <= each.ts_event <= end for each in found)
                return [replace(each, ts_init=0) for each in found]

            whole = await asked(BEGIN_MS * MS, (BEGIN_MS + SPAN_MS) * MS)
            parts = [await asked(BEGIN_MS * MS, BEGIN_MS * MS)]
            for low, high in pairwise(CUTS_MS):
                parts.append(await asked((BEGIN_MS + low) * MS + 1, (BEGIN_MS + high) * MS))
            assert [event for part in parts for event in part] == whole
            first, last = BEGIN_MS * MS, (BEGIN_MS + SPAN_MS) * MS
            everything = await asked(first - 10**12, last + 10**12)
            assert whole == [each for each in everything if first <= each.ts_event <= last]
            assert len(everything) == len(listing.rows)

    asyncio.run(play())


DAY_MS = 86_400_000
WEEKS = [BEGIN_MS + days * DAY_MS + aside for days in (0, 7, 14, 20) for aside in (-1, 0, 1)]
"""Where ranges of seven days meet that begin where the first is asked for, and a moment on both sides."""
FILLS = {
    "binance": (
        "usdm",
        "BTCUSDT-PERP.BINANCE",
        Listing("/userTrades", [(at, {"symbol": "BTCUSDT", "id": number, "orderId": 5, "side": "BUY", "price": "10", "qty": "1", "commission": "0", "commissionAsset": "USDT", "quoteQty": "10", "realizedPnl": "0", "maker": False, "positionSide": "BOTH", "buyer": True, "time": at}) for number, at in enumerate(WEEKS)],
                "startTime", "endTime", "limit", 1000, list),
    ),
    "bybit": (
        "linear",
        "BTCUSDT-LINEAR.BYBIT",
        Listing("/execution/list", [(at, {"symbol": "BTCUSDT", "orderId": "o-1", "orderLinkId": "", "side": "Buy", "execId": str(number), "execPrice": "10", "execQty": "1", "execType": "Trade", "execFee": "0", "feeCurrency": "", "isMaker": True, "execTime": str(at)}) for number, at in enumerate(WEEKS)],
                "startTime", "endTime", "limit", 100, _bybit, newest_first=True),
    ),
}  # fmt: skip


@pytest.mark.parametrize("venue", FILLS)
def test_fills_where_slices_of_time_meet_come_once(venue: str) -> None:
    product, identity, listing = FILLS[venue]

    async def play() -> None:
        clock = VirtualClock((BEGIN_MS + 21 * DAY_MS) * MS, auto=True)
        keys = {"api_key": "k", "api_secret": "s"}
        http = MockHttp(otherwise=listing.answer)
        async with dragoman.load(venue).adapter(
            http=http, connector=MockConnector(clock), clock=clock, credentials=keys, seed=1
        ) as adapter:
            found = await adapter.fill_reports(identity, since=BEGIN_MS * MS, product=product)
        assert [int(each.trade_id) for each in found] == list(range(1, len(WEEKS)))
        assert sum(listing.path in each.path for each in http.requests) >= 3

    asyncio.run(play())
