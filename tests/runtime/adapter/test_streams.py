"""Live streams: who asked gets the events, holes are told, books heal by themselves."""

from __future__ import annotations

import asyncio
import json
from decimal import Decimal

import pytest
from dragoman.errors import NotSupported, SubscriptionRefused, UnknownAction, UnknownInstrument
from dragoman.model import FundingRateUpdate, InstrumentId, OrderBookDeltas, StreamGap, TradeTick
from dragoman.net.mock import MockConnection
from dragoman.net.wire import Response

from tests.runtime.adapter.scene import PERP, SECOND, Listener, Scene, rest


def run(work: object) -> None:
    asyncio.run(work)  # type: ignore[arg-type]


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


async def synced(scene: Scene) -> Listener:
    """A book subscription with its snapshot joined."""
    books = Listener(scene, OrderBookDeltas, PERP)
    await rest()
    scene.diff(99, 101, 98, [["10.0", "5"]])
    await rest()
    await scene.clock.advance(SECOND)
    await rest()
    return books


def test_a_book_is_its_snapshot_and_what_followed() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            books = await synced(scene)
            assert dict(scene.http.requests[0].query) == {"symbol": "BTCUSDT", "limit": "1000"}
            scene.diff(102, 105, 101, [["9.5", "2"], ["10.0", "0"]])
            await rest()
            book = scene.adapter.book(PERP)
            assert book.best_bid() == (Decimal("9.5"), Decimal(2))
            assert [event.is_snapshot for event in books.events] == [True, False, False]
            await books.stop()

    run(play())


def test_a_missing_update_is_a_gap_and_a_new_snapshot() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            books = await synced(scene)
            scene.snapshot_id = 205
            scene.diff(203, 206, 202, [["9.0", "3"]])
            await rest()
            await scene.clock.advance(40 * SECOND)
            await rest()
            assert any(isinstance(event, StreamGap) for event in books.events)
            assert len(scene.http.requests) == 2
            last = [event for event in books.events if isinstance(event, OrderBookDeltas)]
            assert last[-2].is_snapshot and last[-2].sequence == 205
            assert scene.adapter.book(PERP).best_bid() == (Decimal("10.0"), Decimal(1))
            await books.stop()

    run(play())


def test_a_reconnect_starts_the_book_anew() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            books = await synced(scene)
            scene.connector.last.drop()
            await rest()
            await scene.clock.advance(5 * SECOND)
            await rest()
            scene.snapshot_id = 300
            scene.diff(299, 301, 298, [["8.0", "1"]])
            await rest()
            await scene.clock.advance(40 * SECOND)
            await rest()
            kinds = [
                "gap" if isinstance(event, StreamGap) else "image" if event.is_snapshot else "update"
                for event in books.events
            ]
            assert kinds == ["image", "update", "gap", "image", "update"]
            await books.stop()

    run(play())


def test_a_hole_of_another_topic_leaves_the_book_alone() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            trades = Listener(scene, TradeTick, PERP)
            await rest()
            books = await synced(scene)
            asked = len(scene.http.requests)
            line = next(
                line
                for line in scene.adapter._lines.values()
                if line.runner.session.subscription("btcusdt@aggTrade")
            )
            gap = StreamGap(
                stream="stream:usdm:btcusdt@aggTrade",
                reason="test",
                from_ns=1,
                to_ns=2,
                instrument_id=InstrumentId(PERP),
            )
            await line._hole(gap)
            await rest()
            assert gap in trades.events and len(scene.http.requests) == asked
            for task in (trades, books):
                await task.stop()

    run(play())


def test_a_snapshot_that_fails_is_asked_for_again() -> None:
    async def play() -> None:
        scene = Scene()
        scene.snapshot_answers = [Response(status=400, body=b'{"code":-1121,"msg":"Invalid symbol."}')]
        async with scene.adapter:
            books = Listener(scene, OrderBookDeltas, PERP)
            await rest()
            scene.diff(99, 101, 98, [])
            await rest()
            await scene.clock.advance(60 * SECOND)
            await rest()
            assert len(scene.errors) == 1
            assert [event.is_snapshot for event in books.events][:1] == [True]
            await books.stop()

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
            with pytest.raises(NotSupported, match="doesn't support submit_order"):
                await scene.adapter.client.command("submit_order")
            with pytest.raises(UnknownAction, match="no action 'get_tim'"):
                await scene.adapter.call("get_tim")
            assert not scene.http.requests and not scene.connector.connections

    run(play())
    warned = [line.getMessage() for line in caplog.records if line.name == "dragoman.refused"]
    assert len(warned) == 3 and all(line.startswith("refused venue=binance action=") for line in warned)
    assert "action=request_funding_rates" in warned[0] and "action=subscribe_funding_rates" in warned[1]


def test_a_slow_consumer_with_bounds_is_told_what_it_missed() -> None:
    async def play() -> None:
        scene = Scene(queue_size=2, on_full="drop_with_gap")
        async with scene.adapter, scene.adapter.subscription(TradeTick, PERP) as consumer:
            for identity in range(6):
                scene.trade(identity=identity)
            await rest()
            found = consumer.__aiter__()
            first = [await anext(found), await anext(found)]
            assert [event.trade_id for event in first] == ["0", "1"]
            scene.trade(identity=9)
            await rest()
            gap, trade = await anext(found), await anext(found)
            assert isinstance(gap, StreamGap) and trade.trade_id == "9"

    run(play())


def test_closing_leaves_no_task_behind() -> None:
    async def play() -> None:
        scene = Scene()
        before = asyncio.all_tasks()
        async with scene.adapter:
            books = await synced(scene)
            await books.stop()
        await rest()
        assert asyncio.all_tasks() == before

    run(play())


def test_closing_ends_a_consumer_that_had_no_room() -> None:
    async def play() -> None:
        scene = Scene(queue_size=1)
        async with scene.adapter.subscription(TradeTick, PERP) as consumer:
            for identity in range(4):
                scene.trade(identity=identity)
            await rest()
            await scene.adapter.close()
            found = [event.trade_id async for event in consumer]
        assert found == ["0"]
        assert asyncio.all_tasks() == {asyncio.current_task()}

    run(play())


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


def test_a_queue_of_one_does_not_keep_a_second_instrument_from_being_confirmed() -> None:
    async def play() -> None:
        scene = Scene(queue_size=1)
        asked: list[MockConnection] = []

        def later(connection: MockConnection, sent: bytes) -> None:
            for identity in range(4):
                scene.trade(identity=10 * len(asked) + identity)
            asked.append(connection)
            scene.acknowledge(connection, sent)

        scene.connector._on_send = later
        async with scene.adapter:
            trades = Listener(scene, TradeTick, PERP, "ETHUSDT-PERP.BINANCE")
            await rest()
            assert len(asked) == 2 and len(trades.events) == 8
            await trades.stop()

    run(play())


def test_a_slow_reader_of_a_book_gets_its_events_in_the_order_of_the_machine() -> None:
    async def play() -> None:
        scene = Scene(queue_size=1)
        async with scene.adapter, scene.adapter.subscription(OrderBookDeltas, PERP) as consumer:
            await rest()
            for last in range(101, 104):
                scene.diff(last, last, last - 1, [["10.0", str(last)]])
            await rest()
            scene.diff(104, 104, 103, [["10.0", "104"]])
            await rest()
            found = consumer.__aiter__()
            events = [await anext(found) for _ in range(5)]
            assert [event.sequence for event in events] == [100, 101, 102, 103, 104]
            assert scene.adapter.book(PERP).best_bid() == (Decimal("10.0"), Decimal(104))

    run(play())


def test_closing_ends_the_iteration_of_a_reader_that_has_no_room() -> None:
    async def play() -> None:
        scene = Scene(queue_size=1)
        async with scene.adapter.subscription(TradeTick, PERP) as consumer:
            for identity in range(4):
                scene.trade(identity=identity)
            await rest()
            await scene.adapter.close()
            async with asyncio.timeout(1):
                assert len([event async for event in consumer]) == 1

    run(play())
