"""Holes of single topics: what other topics of the connection have told stays known, and a silent topic is asked for anew."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from dragoman.model import QuoteTick, StreamGap, TradeTick
from dragoman.net.mock import MockConnection, MockConnector, VirtualClock, settle
from dragoman_venues.bitmex.adapter import Adapter as Tabled
from dragoman_venues.bybit.adapter import Adapter as Topical

SECOND = 1_000_000_000


async def rest() -> None:
    for _ in range(8):
        await settle()


def test_what_came_before_the_hole_of_another_topic_is_still_known() -> None:
    """After a break the image of one ticker comes before that of another, whose hole must not make it void."""

    def image(symbol: str, bid: str) -> str:
        told = {"symbol": symbol, "bid1Price": bid, "bid1Size": "1", "ask1Price": "9", "ask1Size": "1"}
        return json.dumps({"topic": f"tickers.{symbol}", "type": "snapshot", "cs": 1, "ts": 1, "data": told})

    def change(symbol: str, bid: str) -> str:
        told = {"symbol": symbol, "bid1Price": bid}
        return json.dumps({"topic": f"tickers.{symbol}", "type": "delta", "cs": 2, "ts": 2, "data": told})

    def on_send(connection: MockConnection, sent: bytes) -> None:
        said = json.loads(sent)
        if said["op"] == "subscribe":
            connection.feed(json.dumps({"success": True, "req_id": said["req_id"], "op": "subscribe"}))

    async def play() -> None:
        clock = VirtualClock()
        connector = MockConnector(clock, on_send=on_send)
        names = ["AAAUSDT-LINEAR.BYBIT", "BBBUSDT-LINEAR.BYBIT"]
        events: list[Any] = []
        async with Topical(credentials={}, connector=connector, clock=clock, seed=1) as venue:

            async def read() -> None:
                async for event in venue.subscribe(QuoteTick, *names, channel="ticker"):
                    events.append(event)

            reader = asyncio.create_task(read())
            await rest()
            for text in (image("AAAUSDT", "1"), image("BBBUSDT", "2")):
                connector.connections[-1].feed(text)
            await rest()
            connector.connections[-1].drop("cut")
            await clock.advance(5 * SECOND)
            await rest()
            for text in (image("AAAUSDT", "3"), image("BBBUSDT", "4"), change("AAAUSDT", "5")):
                connector.connections[-1].feed(text)
                await rest()
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)
        quotes = [
            (event.instrument_id[:3], str(event.bid_price)) for event in events if type(event) is QuoteTick
        ]
        assert quotes == [("AAA", "1"), ("BBB", "2"), ("AAA", "3"), ("BBB", "4"), ("AAA", "5")]

    asyncio.run(play())


@pytest.mark.parametrize("quiet", [True, False])
def test_a_silent_topic_is_asked_for_anew_though_others_of_its_connection_speak(quiet: bool) -> None:
    subscribed: list[str] = []

    def on_send(connection: MockConnection, sent: bytes) -> None:
        said = json.loads(sent)
        for topic in said["args"]:
            if said["op"] == "subscribe":
                subscribed.append(topic)
            connection.feed(json.dumps({"success": True, said["op"]: topic, "request": said}))

    def trade(symbol: str, number: int) -> str:
        row = {
            "timestamp": "2026-01-01T00:00:00.000Z",
            "symbol": symbol,
            "side": "Buy",
            "size": 100,
            "price": 1,
        }
        row |= {"trdMatchID": f"{number:08}-0000-4000-8000-000000000000", "tickDirection": "PlusTick"}
        return json.dumps({"table": "trade", "action": "insert", "data": [row]})

    async def play() -> None:
        clock = VirtualClock()
        connector = MockConnector(clock, on_send=on_send)
        events: list[Any] = []
        async with Tabled(credentials={}, connector=connector, clock=clock, seed=1) as venue:

            async def read() -> None:
                async for event in venue.subscribe(TradeTick, "XBTUSD.BITMEX", "ETHUSD.BITMEX"):
                    events.append(event)

            reader = asyncio.create_task(read())
            await rest()
            for second in range(0, 700, 20):
                connector.connections[-1].feed(trade("XBTUSD", second))
                if not quiet:
                    connector.connections[-1].feed(trade("ETHUSD", 1000 + second))
                await rest()
                await clock.advance(20 * SECOND)
                await rest()
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)
        gaps = [event.stream.partition(":")[2] for event in events if isinstance(event, StreamGap)]
        again = ["trade:ETHUSD"] if quiet else []
        assert subscribed == ["trade:XBTUSD", "trade:ETHUSD", *again]
        assert [gap.endswith("trade:ETHUSD") for gap in gaps] == [True] * len(again)

    asyncio.run(play())
