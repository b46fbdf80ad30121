"""Past trades of OKX over any range of time: the first page begins at the range's end, the others go on by numbers."""

from __future__ import annotations

import asyncio
import json

import dragoman
from dragoman.net.mock import MockConnector, MockHttp, VirtualClock
from dragoman.net.wire import Request, Response

FIRST_MS = 1_760_000_000_000
TRADES = [
    {
        "instId": "SOL-USDT",
        "side": "buy",
        "sz": "1",
        "px": "143.2",
        "tradeId": str(number),
        "ts": str(FIRST_MS + number // 7),
    }
    for number in range(1, 1500)
]
"""Seven of each millisecond, so that pages end among trades of one time."""


def answer(request: Request) -> Response:
    """Newest first; `after` is a number or, with type 2, a time."""
    asked = dict(request.query)
    if request.path.endswith("/time"):
        return Response(status=200, body=b'{"code":"0","msg":"","data":[{"ts":"1700000000000"}]}')
    assert request.path == "/api/v5/market/history-trades" and not {"since", "until", "before"} & asked.keys()
    key = "ts" if asked.get("type") == "2" else "tradeId"
    before = int(asked.get("after", 10**18))
    rows = [row for row in reversed(TRADES) if int(row[key]) < before][: int(asked.get("limit", "100"))]
    return Response(status=200, body=json.dumps({"code": "0", "msg": "", "data": rows}).encode())


def test_a_range_of_past_trades_is_read_to_its_begin_without_a_gap_at_equal_times() -> None:
    async def play() -> None:
        clock = VirtualClock(auto=True)
        http = MockHttp(otherwise=answer)
        async with dragoman.load("okx").adapter(
            http=http, connector=MockConnector(clock), clock=clock, seed=1
        ) as okx:
            first, last = FIRST_MS + 20, FIRST_MS + 120
            found = await okx.request_trades("SOL-USDT.OKX", start=first * 1_000_000, end=last * 1_000_000)
            wanted = [row["tradeId"] for row in TRADES if first <= int(row["ts"]) <= last]
            assert sorted((each.trade_id for each in found), key=int) == wanted
            sent = [dict(each.query) for each in http.requests if "history" in each.path]
            assert sent[0] == {"instId": "SOL-USDT", "type": "2", "after": str(last + 1), "limit": "100"}
            assert all(each.keys() == {"instId", "after", "limit"} for each in sent[1:]) and len(sent) > 5
            whole = [row async for row in okx.client.iter_get_history_trades(inst_id="SOL-USDT")]
            assert [row.trade_id for row in whole] == [row["tradeId"] for row in reversed(TRADES)]
            page = await okx.client.get_history_trades(inst_id="SOL-USDT", until_ms=FIRST_MS + 1)
            assert [row.trade_id for row in page.rows] == ["6", "5", "4", "3", "2", "1"]

    asyncio.run(play())
