"""Spot in binary, live: a key shown when the connection opens, control messages in JSON or by template, books kept in step."""

from __future__ import annotations

import asyncio
import json
import struct
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.errors import InvalidParameter
from dragoman.model import OrderBookDeltas, OrderStatusReport, StreamGap, TradeTick
from dragoman.net.mock import MockConnection, MockConnector, MockHttp, VirtualClock
from dragoman.net.wire import Pairs, Request, Response
from dragoman_venues.binance import client

from tests.runtime.adapter.scene import SECOND, Listener, rest, run

SOL = "SOLUSDT.BINANCE"
AT_US = 1_760_000_000_123_456


def text(said: str) -> bytes:
    return bytes([len(said)]) + said.encode()


def message(template: int, block: bytes, rest_of_it: bytes, schema: int = 1, version: int = 0) -> bytes:
    return struct.pack("<4H", len(block), template, schema, version) + block + rest_of_it


def trade(number: int, mantissa: int = 14320) -> bytes:
    row = struct.pack("<qqqB", number, mantissa, 1500, 0)
    return message(
        10000,
        struct.pack("<qqbb", AT_US, AT_US, -2, -3),
        struct.pack("<HI", 25, 1) + row + text("SOLUSDT"),
    )


def diff(first: int, last: int, *bids: tuple[int, int]) -> bytes:
    rows = b"".join(struct.pack("<qq", *each) for each in bids)
    groups = struct.pack("<HH", 16, len(bids)) + rows + struct.pack("<HH", 16, 0)
    return message(10003, struct.pack("<qqqbb", AT_US, first, last, -2, 0), groups + text("SOLUSDT"))


def answer(status: int) -> bytes:
    return message(
        50,
        struct.pack("<BH", 0, status),
        struct.pack("<HH", 19, 0) + text("1") + struct.pack("<I", 0),
        schema=3,
        version=5,
    )


class Connector(MockConnector):
    """Keeps the headers that connections open with."""

    headers: Pairs = ()

    async def connect(
        self, url: str, *, headers: Pairs = (), venue: str = "", stream: str = ""
    ) -> MockConnection:
        self.headers = headers
        return await super().connect(url, headers=headers, venue=venue, stream=stream)


class Scene:
    """An adapter whose sockets speak binary."""

    def __init__(self, status: int = 200) -> None:
        self.status = status
        self.said: list[dict[str, Any]] = []
        self.clock = VirtualClock()
        self.connector = Connector(self.clock, on_send=self.acknowledge)
        self.errors: list[Exception] = []
        self.http = MockHttp([], otherwise=self.answer)
        self.adapter = dragoman.load("binance").adapter(
            http=self.http,
            connector=self.connector,
            clock=self.clock,
            on_error=self.errors.append,
            credentials={"api_key": "shown-key", "api_secret": "secret"},
            seed=1,
        )

    def acknowledge(self, connection: MockConnection, sent: bytes) -> None:
        asked = json.loads(sent)
        self.said.append(asked)
        if asked["method"].startswith("userDataStream"):
            connection.feed(answer(self.status))
        else:
            connection.feed(json.dumps({"result": None, "id": asked["id"]}))

    def answer(self, request: Request) -> Response:
        if request.path == "/api/v3/time":
            return Response(status=200, body=b'{"serverTime":1760000000000}')
        body = {"lastUpdateId": 100, "bids": [["143.10", "1"]], "asks": [["143.30", "2"]]}
        return Response(status=200, body=json.dumps(body).encode())


def test_trades_come_in_binary_over_a_connection_that_opened_with_the_key() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            trades = Listener(scene, TradeTick, SOL, channel="sbe_trade")
            await rest()
            assert scene.said == [{"method": "SUBSCRIBE", "params": ["solusdt@trade"], "id": 1}]
            assert scene.connector.last.url == "wss://stream-sbe.binance.com:9443/ws"
            assert dict(scene.connector.headers) == {"X-MBX-APIKEY": "shown-key"}
            scene.connector.last.feed(trade(7))
            scene.connector.last.feed(trade(8)[:-3])
            scene.connector.last.feed(trade(9, 14321))
            await rest()
            first, gap, second = trades.events  # what was lost is told in its place
            assert isinstance(gap, StreamGap)
            assert [(each.trade_id, each.price) for each in (first, second)] == [
                ("7", Decimal("143.2")),
                ("9", Decimal("143.21")),
            ]
            assert len(scene.errors) == 1 and "bytes are needed" in str(scene.errors[0])
            await trades.stop()

    run(play())


def test_a_book_in_binary_is_the_snapshot_and_what_followed() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            books = Listener(scene, OrderBookDeltas, SOL, channel="sbe_depth")
            await rest()
            scene.connector.last.feed(diff(99, 101, (14310, 5)))
            await rest()
            await scene.clock.advance(SECOND)
            await rest()
            scene.connector.last.feed(diff(102, 103, (14310, 0), (14312, 3)))
            await rest()
            assert [event.is_snapshot for event in books.events] == [True, False, False]
            assert scene.adapter.book(SOL).best_bid() == (Decimal("143.12"), Decimal(3))
            scene.connector.last.feed(diff(109, 110))
            await rest()
            assert any(isinstance(event, StreamGap) for event in books.events)
            await books.stop()

    run(play())


def test_the_typed_stream_of_a_template_gives_its_messages() -> None:
    async def play() -> None:
        scene = Scene()
        streams = client.Streams(
            {"api_key": "shown-key", "api_secret": "secret"},
            connector=scene.connector,
            clock=scene.clock,
            http=scene.http,
        )
        messages = streams.sbe_trade(symbol="SOLUSDT")
        first = asyncio.ensure_future(anext(messages))
        while not scene.said:
            await rest()
        assert dict(scene.connector.headers) == {"X-MBX-APIKEY": "shown-key"}
        for frame in (trade(8)[:-3], diff(99, 101, (14310, 5)), trade(9, 14321)):
            scene.connector.last.feed(frame)
        (row,) = (await first).trades
        assert (row.id, row.price) == (9, Decimal("143.21")) and streams.stats.bad_rows == 1
        await messages.aclose()

    run(play())


@pytest.mark.parametrize("status", [200, 401])
def test_the_stream_of_an_account_is_let_in_by_a_template(status: int) -> None:
    async def play() -> None:
        scene = Scene(status)
        async with scene.adapter:
            orders = Listener(scene, OrderStatusReport, SOL, channel="sbe_execution_report")
            await rest()
            assert "responseFormat=sbe" in scene.connector.last.url
            assert scene.said[0]["params"]["apiKey"] == "shown-key"
            assert (orders.error is None) == (status == 200)
            await orders.stop()

    run(play())


def test_a_channel_gives_what_it_gives() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            with pytest.raises(InvalidParameter, match="'sbe_trade' gives TradeTick, and no OrderBookDeltas"):
                async for _ in scene.adapter.subscribe(OrderBookDeltas, SOL, channel="sbe_trade"):
                    pass

    asyncio.run(play())
