"""Live streams: who asked gets the events, holes are told, books heal by themselves."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from dragoman.errors import NotSupported, SubscriptionRefused, UnknownAction, UnknownInstrument
from dragoman.model import FundingRateUpdate, StreamGap, TradeTick
from dragoman.net.mock import MockConnection

from tests.runtime.adapter.scene import PERP, SECOND, Listener, Scene, rest, run


def test_a_subscription_asks_for_its_topic_and_yields_its_events() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            trades = Listener(scene, TradeTick, PERP)
            await rest()
            assert json.loads(scene.connector.last.sent[0])["params"] == ["btcusdt@aggTrade"]
            scene.trade("10.25", 7)
            await rest()
            (event,) = trades.events
            assert (event.instrument_id, event.price, event.trade_id) == (PERP, Decimal("10.25"), "7")
            assert event.ts_event == 1_700_000_000_123_000_000
            await trades.stop()

    run(play())


def test_two_subscribers_share_a_topic_and_the_last_to_leave_gives_it_up() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            first, second = Listener(scene, TradeTick, PERP), Listener(scene, TradeTick, PERP)
            await rest()
            scene.trade()
            await rest()
            assert len(first.events) == len(second.events) == 1
            await first.stop()
            await rest()
            methods = [json.loads(sent)["method"] for sent in scene.connector.last.sent]
            assert methods.count("SUBSCRIBE") == 1 and "UNSUBSCRIBE" not in methods
            await second.stop()
            await rest()
            assert json.loads(scene.connector.last.sent[-1])["method"] == "UNSUBSCRIBE"

    run(play())


def test_a_cut_connection_comes_back_and_the_hole_is_told() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            trades = Listener(scene, TradeTick, PERP)
            await rest()
            scene.trade(identity=1)
            await rest()
            scene.connector.last.drop()
            await rest()
            await scene.clock.advance(5 * SECOND)
            await rest()
            assert len(scene.connector.connections) == 2
            scene.trade(identity=2)
            await rest()
            kinds = [type(event).__name__ for event in trades.events]
            assert kinds == ["TradeTick", "StreamGap", "TradeTick"]
            gap = trades.events[1]
            assert isinstance(gap, StreamGap) and gap.instrument_id == PERP
            assert gap.from_ns < gap.to_ns
            assert scene.adapter.stats.reconnects == 1
            await trades.stop()

    run(play())


def test_a_bad_frame_is_told_and_the_stream_goes_on() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            trades = Listener(scene, TradeTick, PERP)
            await rest()
            scene.connector.last.feed('{"stream":"btcusdt@aggTrade","data":{"e":"aggTrade"')
            scene.trade()
            await rest()
            assert len(scene.errors) == 1
            gap, trade = trades.events
            assert (
                isinstance(gap, StreamGap) and "could not be read" in gap.reason and gap.instrument_id is None
            )
            assert isinstance(trade, TradeTick)
            await trades.stop()

    run(play())


def test_a_refused_subscription_reaches_who_asked() -> None:
    async def play() -> None:
        scene = Scene()

        def refuse(connection: MockConnection, sent: bytes) -> None:
            said = {"error": {"code": 2, "msg": "Invalid request"}, "id": json.loads(sent)["id"]}
            connection.feed(json.dumps(said))

        scene.connector._on_send = refuse
        async with scene.adapter:
            trades = Listener(scene, TradeTick, PERP)
            await rest()
            await scene.clock.advance(60 * SECOND)
            await rest()
            assert isinstance(trades.error, SubscriptionRefused)

    run(play())


def test_what_the_venue_lacks_is_refused_before_anything_is_sent(caplog: pytest.LogCaptureFixture) -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            with pytest.raises(NotSupported, match="Spot has no funding"):
                await scene.adapter.request(FundingRateUpdate, "BTCUSDT.BINANCE")
            with pytest.raises(UnknownInstrument):
                await scene.adapter.request_trades("BTC-USD.ELSEWHERE")
            with pytest.raises(NotSupported) as caught:
                await anext(scene.adapter.subscribe(FundingRateUpdate, "BTCUSDT.BINANCE"))
            assert "subscribe_trades" in caught.value.supported
            assert "subscribe_mark_prices" not in caught.value.supported
            with pytest.raises(UnknownAction, match="no action 'get_tim'"):
                await scene.adapter.call("get_tim")
            assert not scene.http.requests and not scene.connector.connections

    run(play())
    warned = [line.getMessage() for line in caplog.records if line.name == "dragoman.refused"]
    assert len(warned) == 2 and all(line.startswith("refused venue=binance action=") for line in warned)
    assert "action=request_funding_rates" in warned[0] and "action=subscribe_funding_rates" in warned[1]


def test_a_trade_that_the_venue_tells_twice_is_delivered_once() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            trades = Listener(scene, TradeTick, PERP)
            await rest()
            for identity, price in ((1, "10.5"), (1, "10.5"), (2, "10.5"), (1, "10.5"), (2, "10.6")):
                scene.trade(price, identity)
            await rest()
            assert [(event.trade_id, str(event.price)) for event in trades.events] == [
                ("1", "10.5"),
                ("2", "10.5"),
                ("2", "10.6"),
            ]
            assert scene.adapter.stats.repeats == 2
            await trades.stop()

    run(play())


def test_a_subscription_that_is_refused_after_a_reconnect_ends_with_the_venues_words() -> None:
    async def play() -> None:
        scene = Scene()

        def refuse(connection: MockConnection, sent: bytes) -> None:
            said = {"error": {"code": 2, "msg": "delisted"}, "id": json.loads(sent)["id"]}
            connection.feed(json.dumps(said))

        async with scene.adapter:
            trades = Listener(scene, TradeTick, PERP)
            await rest()
            scene.trade()
            await rest()
            scene.connector._on_send = refuse
            scene.connector.last.drop()
            await rest()
            await scene.clock.advance(60 * SECOND)
            await rest()
            assert isinstance(trades.error, SubscriptionRefused) and trades.error.meaning == "delisted"

    run(play())


def test_trades_whose_ids_are_missing_are_a_hole_and_a_reconnect_counts_anew() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            trades = Listener(scene, TradeTick, PERP)
            await rest()
            for identity in (10, 11, 14):
                scene.trade(identity=identity)
            await rest()
            assert [type(event).__name__ for event in trades.events][2:] == ["StreamGap", "TradeTick"]
            hole = trades.events[2]
            assert hole.reason == "2 ids are missing between 11 and 14" and hole.instrument_id == PERP
            assert (scene.adapter.stats.gaps, scene.adapter.stats.resyncs) == (1, 0)
            scene.connector.last.drop()
            await rest()
            await scene.clock.advance(5 * SECOND)
            await rest()
            scene.trade(identity=90)
            await rest()
            gaps = [event.reason for event in trades.events if isinstance(event, StreamGap)]
            assert len(gaps) == 2 and "dropped by the test" in gaps[1]
            await trades.stop()

    run(play())
