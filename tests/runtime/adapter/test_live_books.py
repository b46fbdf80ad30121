"""Live books: a snapshot and what followed, begun anew at a hole, never silently wrong."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import InstrumentId, MarkPriceUpdate, OrderBookDeltas, StreamGap, TradeTick
from dragoman.net.wire import Response

from tests.runtime.adapter.scene import PERP, SECOND, Listener, Scene, rest, run, synced


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
            assert scene.adapter.book(PERP).is_current
            scene.diff(203, 206, 202, [["9.0", "3"]])
            await rest()
            assert not scene.adapter.book(PERP).is_current, "it is what it was before the hole"
            await scene.clock.advance(40 * SECOND)
            await rest()
            assert scene.adapter.book(PERP).is_current
            assert any(isinstance(event, StreamGap) for event in books.events)
            assert len(scene.http.requests) == 2
            last = [event for event in books.events if isinstance(event, OrderBookDeltas)]
            assert last[-2].is_snapshot and last[-2].sequence == 205
            assert scene.adapter.book(PERP).best_bid() == (Decimal("10.0"), Decimal(1))
            await books.stop()

    run(play())


def test_a_change_that_is_no_level_is_a_gap_and_a_new_snapshot() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            books = await synced(scene)
            scene.snapshot_id = 207
            scene.diff(102, 206, 101, [["9.0", "many"]])
            await rest()
            scene.diff(207, 207, 206, [["9.0", "4"]])
            await rest()
            await scene.clock.advance(40 * SECOND)
            await rest()
            scene.diff(208, 208, 207, [["9.5", "4"]])
            await rest()
            kinds = [
                "gap" if isinstance(event, StreamGap) else "image" if event.is_snapshot else "update"
                for event in books.events
            ]
            assert kinds[:4] == ["image", "update", "gap", "image"] and books.error is None
            assert [type(error).__name__ for error in scene.errors] == ["BookLevelError"]
            assert scene.adapter.book(PERP).bids() == [
                (Decimal("10.0"), Decimal(1)),
                (Decimal("9.5"), Decimal(4)),
                (Decimal("9.0"), Decimal(4)),
            ]
            await books.stop()

    run(play())


def test_a_change_that_a_consumer_cannot_read_is_a_gap_too_where_no_book_is_kept() -> None:
    async def play() -> None:
        scene, told = Scene(keeps_books=False), list[str]()

        def take(event: OrderBookDeltas | StreamGap) -> None:
            if isinstance(event, StreamGap):
                told.append("gap")
            else:
                assert isinstance(event.bid_levels, list)
                told.append("image" if event.is_snapshot else "update")

        async with scene.adapter:
            books = Listener(scene, OrderBookDeltas, PERP, into=take)
            await rest()
            scene.diff(99, 101, 98, [["10.0", "5"]])
            await rest()
            scene.snapshot_id = 207
            scene.diff(102, 206, 101, [["9.0", "many"]])
            scene.diff(207, 207, 206, [["9.0", "4"]])
            await rest()
            await scene.clock.advance(40 * SECOND)
            await rest()
            assert told[:4] == ["image", "update", "gap", "image"] and books.error is None
            assert [type(error).__name__ for error in scene.errors] == ["BookLevelError"]
            assert not scene.adapter.books
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


def test_what_a_snapshot_released_before_a_break_is_void_after_it() -> None:
    async def play() -> None:
        scene = Scene(queue_size=1)
        scene.snapshot_answers = [Response(status=503, body=b"")]
        async with scene.adapter, scene.adapter.subscription(OrderBookDeltas, PERP) as consumer:
            await rest()
            for last in range(101, 105):
                scene.diff(last, last, last - 1, [["10.0", str(last)]])
            await rest()
            await scene.clock.advance(2 * SECOND)
            await rest()
            scene.connector.last.drop()
            await rest()
            scene.snapshot_id = 300
            found = consumer.__aiter__()
            told = [await anext(found) for _ in range(2)]
            await scene.clock.advance(5 * SECOND)
            await rest()
            scene.diff(299, 301, 298, [["8.0", "1"]])
            await rest()
            await scene.clock.advance(40 * SECOND)
            await rest()
            told += [await anext(found) for _ in range(3)]
            said = [event.sequence if isinstance(event, OrderBookDeltas) else "gap" for event in told]
            assert said == [100, 101, "gap", 300, 301]

    run(play())


def test_another_line_of_the_product_takes_nothing_of_the_book() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            marks = Listener(scene, MarkPriceUpdate, PERP)
            await rest()
            books = await synced(scene)
            assert len({connection.url for connection in scene.connector.connections}) == 2
            await scene.clock.advance(70 * SECOND)
            await rest()
            assert any(isinstance(event, StreamGap) for event in books.events)
            assert not marks.events
            await books.stop()
            await marks.stop()

    run(play())
