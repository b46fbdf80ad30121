"""A scripted venue that is recorded: a made-up clock, connections that acknowledge, HTTP that answers, no socket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from dragoman.model import OrderBookDeltas, TradeTick
from dragoman.net.mock import MockConnection, MockConnector, MockHttp, VirtualClock, settle
from dragoman.net.wire import Request, Response
from dragoman.tape.index import write_index
from dragoman.tape.lines import Asked
from dragoman.tape.record import recorded_adapter

BTC = "BTCUSDT-PERP.BINANCE"
SECOND = 1_000_000_000
SYMBOL: dict[str, Any] = {
    "symbol": "BTCUSDT", "pair": "BTCUSDT", "contractType": "PERPETUAL", "deliveryDate": 4133404800000,
    "onboardDate": 1569398400000, "status": "TRADING", "baseAsset": "BTC", "quoteAsset": "USDT", "marginAsset": "USDT",
    "pricePrecision": 2, "quantityPrecision": 3, "baseAssetPrecision": 8, "quotePrecision": 8, "underlyingType": "COIN",
    "orderTypes": ["LIMIT"], "timeInForce": ["GTC"], "maintMarginPercent": "2.5", "requiredMarginPercent": "5.0",
    "filters": [
        {"filterType": "PRICE_FILTER", "minPrice": "0.10", "maxPrice": "1000000", "tickSize": "0.10"},
        {"filterType": "LOT_SIZE", "minQty": "0.001", "maxQty": "1000", "stepSize": "0.001"},
    ],
}  # fmt: skip
CATALOG = {
    "timezone": "UTC",
    "serverTime": 1700000000000,
    "rateLimits": [],
    "assets": [],
    "symbols": [SYMBOL],
}


def acknowledge(connection: MockConnection, sent: bytes) -> None:
    connection.feed(json.dumps({"result": None, "id": json.loads(sent)["id"]}))


def answer(request: Request) -> Response:
    if request.path.endswith("depth"):
        body: Any = {"lastUpdateId": 100, "E": 1, "T": 2, "bids": [["10.0", "1"]], "asks": [["11.0", "1"]]}
    else:
        body = CATALOG
    return Response(
        status=200,
        headers={
            "content-type": "application/json",
            "content-encoding": "gzip",
            "set-cookie": "sid=abcdef123",
        },
        body=json.dumps(body).encode(),
    )


class Live:
    """One venue while it is recorded; `frame` and its kin let something arrive now."""

    def __init__(self, path: Path, **options: Any) -> None:
        self.clock = VirtualClock()
        self.connector = MockConnector(self.clock, on_send=options.pop("on_send", acknowledge))
        options.setdefault("http", MockHttp([], otherwise=answer))
        options.setdefault("credentials", {})
        self.adapter = recorded_adapter(
            path,
            "binance",
            clock=self.clock,
            connector=self.connector,
            asked=[Asked(type="TradeTick", instruments=(BTC,))],
            seed=7,
            **options,
        )

    def frame(self, stream: str, data: Any) -> None:
        self.connector.last.feed(json.dumps({"stream": stream, "data": data}, separators=(",", ":")))

    def trade(self, identity: int, price: str = "10.50") -> None:
        data = {"e": "aggTrade", "E": 1, "s": "BTCUSDT", "a": identity, "p": price, "q": "1", "f": 1, "l": 1}
        self.frame("btcusdt@aggTrade", {**data, "T": 1_700_000_000_123, "m": False})

    def diff(self, first: int, last: int, previous: int, bids: list[list[str]]) -> None:
        data = {"e": "depthUpdate", "E": 1, "T": 2, "s": "BTCUSDT", "U": first, "u": last, "pu": previous}
        self.frame("btcusdt@depth@100ms", {**data, "b": bids, "a": []})

    async def pass_time(self, duration_ns: int = SECOND // 10) -> None:
        await self.clock.advance(duration_ns)
        for _ in range(4):
            await settle()


Play = Callable[[Live], Awaitable[None]]


def record(path: Path, play: Play, kind: type = TradeTick, **options: Any) -> list[Any]:
    """Records what `play` lets happen to one subscription; returns the events that it gave live."""

    async def run() -> list[Any]:
        live = Live(path, **options)
        events: list[Any] = []

        async def listen() -> None:
            async for event in live.adapter.subscribe(kind, BTC):
                events.append(event)

        async with live.adapter:
            task = asyncio.create_task(listen())
            await live.pass_time()
            await play(live)
            await live.pass_time()
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        live.adapter.recorder.close()
        return events

    events = asyncio.run(run())
    write_index(path)
    return events


async def three_trades(live: Live) -> None:
    for identity in (1, 2, 3):
        live.trade(identity)
        await live.pass_time()


async def a_book(live: Live) -> None:
    live.diff(95, 101, 90, [["10.0", "2"]])
    await live.pass_time()
    live.diff(102, 103, 101, [["9.0", "5"]])
    await live.pass_time()


def trades(path: Path, **options: Any) -> list[Any]:
    """The trades that an adapter on the tape gives."""
    from dragoman.tape import Tape

    async def run() -> list[Any]:
        async with Tape.open(path).adapter(**options) as venue:
            return [event async for event in venue.subscribe(TradeTick, BTC)]

    return asyncio.run(run())


def deltas(path: Path, **options: Any) -> tuple[list[Any], Any]:
    """(book events, the local book) that an adapter on the tape gives."""
    from dragoman.tape import Tape

    async def run() -> tuple[list[Any], Any]:
        async with Tape.open(path).adapter(**options) as venue:
            events = [event async for event in venue.subscribe(OrderBookDeltas, BTC)]
            return events, venue.book(BTC)

    return asyncio.run(run())
