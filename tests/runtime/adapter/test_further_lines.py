"""Subscriptions beyond what one connection carries: further connections, each with a life of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from dragoman.errors import SubscriptionRefused
from dragoman.model import OrderBookDeltas, QuoteTick, StreamGap, TradeTick
from dragoman.net.mock import MockConnection

from tests.runtime.adapter.scene import SECOND, Listener, Scene, rest, run


def perp(symbol: str) -> str:
    return f"{symbol.upper()}USDT-PERP.BINANCE"


def limited(monkeypatch: pytest.MonkeyPatch, rules: Mapping[str, Any], **stream: Any) -> Scene:
    """A scene whose venue bounds connections as `rules` say."""
    scene = Scene()
    known = scene.adapter.interface.streams["stream"]
    bounded = replace(known, rules=replace(known.rules, **rules), **stream)
    monkeypatch.setitem(scene.adapter.interface.streams, "stream", bounded)
    return scene


def topics(connection: MockConnection, method: str = "SUBSCRIBE") -> list[str]:
    said = [json.loads(sent) for sent in connection.sent]
    return [topic for each in said if each["method"] == method for topic in each["params"]]


def trade(connection: MockConnection, symbol: str, identity: int = 1) -> None:
    data = {"e": "aggTrade", "E": 1, "s": f"{symbol.upper()}USDT", "a": identity, "p": "1", "q": "1", "f": 1}
    data |= {"l": 1, "T": 1_700_000_000_123, "m": False}
    connection.feed(json.dumps({"stream": f"{symbol}usdt@aggTrade", "data": data}, separators=(",", ":")))


def test_what_one_connection_may_not_carry_goes_to_further_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    async def play() -> None:
        scene = limited(monkeypatch, {"max_subscriptions": 2})
        async with scene.adapter:
            names = ["a", "b", "c", "d", "e"]
            trades = Listener(scene, TradeTick, *map(perp, names))
            await rest()
            asked = [topics(each) for each in scene.connector.connections]
            assert [len(each) for each in asked] == [2, 2, 1]
            assert [topic for each in asked for topic in each] == [f"{name}usdt@aggTrade" for name in names]
            for name in names:
                trade(scene.connector.connections[names.index(name) // 2], name)
            await rest()
            assert sorted(event.instrument_id for event in trades.events) == sorted(map(perp, names))
            shown = [(each.name, each.subscriptions, each.frames) for each in scene.adapter.connections]
            assert shown == [("stream:usdm", 2, 3), ("stream#2:usdm", 2, 3), ("stream#3:usdm", 1, 2)]
            assert scene.adapter.stats.frames == 8
            await trades.stop()

    run(play())


def test_a_further_connection_comes_back_with_its_own_topics_and_its_own_holes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def play() -> None:
        scene = limited(monkeypatch, {"max_subscriptions": 1})
        async with scene.adapter:
            trades = Listener(scene, TradeTick, perp("a"), perp("b"))
            await rest()
            first, second = scene.connector.connections
            trade(first, "a")
            trade(second, "b")
            await rest()
            second.drop()
            await rest()
            await scene.clock.advance(5 * SECOND)
            await rest()
            third = scene.connector.last
            assert len(scene.connector.connections) == 3 and topics(third) == ["busdt@aggTrade"]
            trade(third, "b", 2)
            await rest()
            (gap,) = (event for event in trades.events if isinstance(event, StreamGap))
            assert (gap.instrument_id, gap.stream) == (perp("b"), "stream#2:usdm:busdt@aggTrade")
            assert [each.reconnects for each in scene.adapter.connections] == [0, 1]
            assert [each.gaps for each in scene.adapter.connections] == [0, 1]
            await trades.stop()

    run(play())


def test_topics_that_are_given_up_make_room_and_an_empty_further_connection_closes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def play() -> None:
        scene = limited(monkeypatch, {"max_subscriptions": 1})
        async with scene.adapter:
            a, b = Listener(scene, TradeTick, perp("a")), Listener(scene, TradeTick, perp("b"))
            await rest()
            first, second = scene.connector.connections
            await b.stop()
            await rest()
            assert second.close_code is not None
            assert [each.number for each in scene.adapter.connections] == [1]
            await a.stop()
            await rest()
            assert topics(first, "UNSUBSCRIBE") == ["ausdt@aggTrade"] and first.close_code is None
            c = Listener(scene, TradeTick, perp("c"))
            await rest()
            assert len(scene.connector.connections) == 2 and topics(first)[-1] == "cusdt@aggTrade"
            await c.stop()

    run(play())


def test_only_the_venues_most_connections_refuse_a_subscription(monkeypatch: pytest.MonkeyPatch) -> None:
    async def play() -> None:
        scene = limited(monkeypatch, {"max_subscriptions": 1, "max_connections": 2})
        async with scene.adapter:
            held = Listener(scene, TradeTick, perp("a"), perp("b"))
            await rest()
            more = Listener(scene, TradeTick, perp("c"))
            again = Listener(scene, TradeTick, perp("b"))
            await rest()
            assert isinstance(more.error, SubscriptionRefused) and "all 2 connections" in str(more.error)
            assert held.error is None and again.error is None
            assert len(scene.connector.connections) == 2
            await held.stop()
            await again.stop()

    run(play())


def test_topics_of_one_instrument_share_a_connection_that_has_room(monkeypatch: pytest.MonkeyPatch) -> None:
    async def play() -> None:
        scene = limited(monkeypatch, {"max_subscriptions": 2})
        async with scene.adapter:
            quotes = Listener(scene, QuoteTick, perp("a"), perp("b"), perp("c"))
            await rest()
            books = Listener(scene, OrderBookDeltas, perp("c"))
            await rest()
            assert [len(topics(each)) for each in scene.connector.connections] == [2, 2]
            assert all("cusdt" in each for each in topics(scene.connector.connections[1]))
            await quotes.stop()
            await rest()
            data = {"e": "depthUpdate", "E": 1, "T": 2, "s": "CUSDT", "U": 99, "u": 101, "pu": 98}
            frame = {"stream": "cusdt@depth@100ms", "data": {**data, "b": [["10.0", "5"]], "a": []}}
            scene.connector.connections[1].feed(json.dumps(frame, separators=(",", ":")))
            await rest()
            await scene.clock.advance(SECOND)
            await rest()
            # The quotes of the instrument are given up, and its book is followed as before.
            assert [type(event).__name__ for event in books.events] == ["OrderBookDeltas", "OrderBookDeltas"]
            await books.stop()

    run(play())


def test_a_frame_names_no_more_topics_than_its_length_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    async def play() -> None:
        scene = limited(monkeypatch, {}, max_bytes=100)
        async with scene.adapter:
            trades = Listener(scene, TradeTick, *map(perp, "abcdefgh"))
            await rest()
            await scene.clock.advance(5 * SECOND)
            await rest()
            (connection,) = scene.connector.connections
            assert len(topics(connection)) == 8
            assert len(connection.sent) == 4 and max(map(len, connection.sent)) <= 100
            await trades.stop()
            await rest()
            await scene.clock.advance(5 * SECOND)
            assert len(topics(connection, "UNSUBSCRIBE")) == 8 and max(map(len, connection.sent)) <= 100

    run(play())
