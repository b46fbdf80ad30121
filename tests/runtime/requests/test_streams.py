"""Typed streams over mock connections: one subscription, its payloads, its holes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from decimal import Decimal
from typing import Any

import pytest
from dragoman.errors import NotSupported, ProductRequired
from dragoman.model import StreamGap
from dragoman.net.mock import MockConnection, MockConnector, settle

from tests.runtime.requests.interface_of_tests import Streams, Trade


def run(test: Callable[[], Awaitable[None]]) -> None:
    async def awaited() -> None:
        await test()

    asyncio.run(awaited())


def confirming(connection: MockConnection, sent: bytes) -> None:
    connection.feed(json.dumps({"result": None, "id": json.loads(sent)["id"]}))


def wrapped(topic: str, **payload: Any) -> str:
    return json.dumps({"stream": topic, "data": payload})


def opened(gaps: list[StreamGap] | None = None) -> tuple[Streams, MockConnector]:
    connector = MockConnector(on_send=confirming)
    on_gap = None if gaps is None else gaps.append
    return Streams(connector=connector, clock=connector.clock, on_gap=on_gap), connector


async def begun(pages: AsyncGenerator[Any, None], connector: MockConnector) -> asyncio.Task[Any]:
    """The first payload, asked for; the connection stands when this returns."""
    first = asyncio.ensure_future(anext(pages))
    while not connector.connections or not connector.last.sent:
        await settle()
    return first


def test_a_stream_gives_the_payloads_of_its_channel_alone() -> None:
    async def test() -> None:
        streams, connector = opened()
        pages = streams.open("trade", Trade, "spot", {"symbol": "AAA"})
        first = await begun(pages, connector)
        assert connector.last.url == "wss://spot.test/ws"
        assert json.loads(connector.last.sent[0])["args"] == ["aaa@trade"]
        connector.last.feed(wrapped("aaa@other", e="trade", id=9, price="1"))
        connector.last.feed(json.dumps({"e": "other", "id": 8}))
        connector.last.feed(wrapped("aaa@trade", e="trade", id=1, price="1.50"))
        connector.last.feed(json.dumps({"e": "trade", "id": 2, "price": "2"}))
        assert await first == Trade(id=1, price=Decimal("1.50"))
        assert (await anext(pages)).id == 2
        await pages.aclose()
        assert connector.last.close_code == 1000

    run(test)


def test_a_bad_payload_is_counted_and_the_next_comes_out() -> None:
    async def test() -> None:
        streams, connector = opened()
        pages = streams.open("trade", Trade, "spot", {"symbol": "AAA"})
        first = await begun(pages, connector)
        connector.last.feed(wrapped("aaa@trade", e="trade", id="x", price="1"))
        connector.last.feed("{")
        connector.last.feed(wrapped("aaa@trade", e="trade", id=3, price="1"))
        assert (await first).id == 3
        assert streams.stats.bad_rows == 2
        await pages.aclose()

    run(test)


def test_a_hole_is_told_apart_from_the_payloads() -> None:
    async def test() -> None:
        gaps: list[StreamGap] = []
        streams, connector = opened(gaps)
        pages = streams.open("trade", Trade, "spot", {"symbol": "AAA"})
        first = await begun(pages, connector)
        connector.last.feed(wrapped("aaa@trade", e="trade", id=1, price="1"))
        await first
        second = asyncio.ensure_future(anext(pages))
        connector.last.drop()
        await settle()
        while len(connector.connections) < 2 or not connector.last.sent:
            await connector.clock.advance(1_000_000_000)
        connector.last.feed(wrapped("aaa@trade", e="trade", id=5, price="1"))
        assert (await second).id == 5
        assert len(gaps) == 1
        await pages.aclose()

    run(test)


def test_what_cannot_be_streamed_is_refused_before_a_connection_is_made() -> None:
    async def test() -> None:
        streams, connector = opened()
        with pytest.raises(ProductRequired):
            await anext(streams.open("trade", Trade, None, {"symbol": "AAA"}))
        with pytest.raises(NotSupported):
            await anext(streams.open("kline", Trade, "perp", {"symbol": "AAA", "interval": "1m"}))
        assert not connector.connections

    run(test)
