"""Readers: slow ones, and what closing leaves of them."""

from __future__ import annotations

import asyncio

from dragoman.model import QuoteTick, StreamGap, TradeTick
from dragoman.net.mock import MockConnection

from tests.runtime.adapter.scene import PERP, SECOND, Listener, Scene, rest, run, synced


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
            scene.trade(identity=6)
            await rest()
            gap, trade = await anext(found), await anext(found)
            assert isinstance(gap, StreamGap) and trade.trade_id == "6"

    run(play())


def test_what_a_slow_consumer_missed_is_told_though_nothing_follows() -> None:
    async def play() -> None:
        scene = Scene(queue_size=2, on_full="drop_with_gap")
        async with scene.adapter, scene.adapter.subscription(TradeTick, PERP) as consumer:
            for identity in range(6):
                scene.trade(identity=identity)
            await rest()
            found = consumer.__aiter__()
            async with asyncio.timeout(1):
                told = [await anext(found) for _ in range(3)]
            assert [getattr(event, "trade_id", None) for event in told] == ["0", "1", None]
            assert isinstance(told[2], StreamGap) and told[2].stream == "consumer"

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


def test_a_queue_of_one_does_not_keep_instruments_from_being_confirmed() -> None:
    async def play() -> None:
        scene = Scene(queue_size=1)
        asked: list[MockConnection] = []

        def later(connection: MockConnection, sent: bytes) -> None:
            for identity in range(8):
                scene.trade(identity=identity)
            asked.append(connection)
            scene.acknowledge(connection, sent)

        scene.connector._on_send = later
        async with scene.adapter:
            trades = Listener(scene, TradeTick, PERP, "ETHUSDT-PERP.BINANCE")
            await rest()
            assert len(asked) == 1 and len(trades.events) == 8
            await trades.stop()

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


def test_a_hole_of_a_topic_is_told_to_who_asked_for_that_topic() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            quotes, books = Listener(scene, QuoteTick, PERP), await synced(scene)
            await rest()
            scene.connector.last.drop()
            await rest()
            await scene.clock.advance(5 * SECOND)
            await rest()
            scene.diff(120, 121, 119, [["10.0", "4"]])
            await rest()
            told = [event.stream for event in books.events if isinstance(event, StreamGap)]
            assert told == ["stream:usdm:btcusdt@depth@100ms"]
            assert not quotes.events
            await quotes.stop()
            await books.stop()

    run(play())
