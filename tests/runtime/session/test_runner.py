"""The shell of a session over mock connections and a clock moved by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from dragoman.errors import AuthError, ConnectionLost, SlowConsumer, StreamError, SubscriptionRefused
from dragoman.model.market import StreamGap
from dragoman.net.mock import MockConnection, MockConnector, VirtualClock, settle
from dragoman.net.wire import Frame
from dragoman.session.machine import Session
from dragoman.session.runner import SessionRunner
from dragoman.stats import Stats

from tests.runtime.session.venue_of_tests import SECOND, facts, sub


def answering(connection: MockConnection, sent: bytes) -> None:
    """The venue's side: every subscription is acknowledged, except for topics called `bad`."""
    word, _, rest = sent.decode().partition(" ")
    if word == "sub":
        request_id, _, topics = rest.partition(" ")
        connection.feed(f"refuse {request_id} no such topic" if topics == "bad" else f"ack {request_id}")


def run(test: Callable[[], Awaitable[None]]) -> None:
    """Run `test` and see that it leaves no task behind."""

    async def checked() -> None:
        await test()
        await settle()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert not left, left

    asyncio.run(checked())


def make(
    connector: MockConnector, topics: str = "", *, declared: Any = None, **options: Any
) -> SessionRunner:
    session = Session(declared or facts(), [sub(topic) for topic in topics.split()], seed=3)
    return SessionRunner(session, connector, clock=connector.clock, **options)


def texts(items: list[object]) -> list[str]:
    return [item.data.decode() if isinstance(item, Frame) else type(item).__name__ for item in items]


async def take(runner: SessionRunner, count: int) -> list[object]:
    return [await asyncio.wait_for(runner.receive(), 2) for _ in range(count)]


def test_frames_come_out_in_order_after_subscribing() -> None:
    async def test() -> None:
        connector = MockConnector(on_send=answering)
        async with make(connector) as runner:
            await runner.subscribe([sub("a")])
            connector.last.feed("data a 1")
            connector.last.feed("data a 2")
            assert texts(await take(runner, 2)) == ["data a 1", "data a 2"]
        assert connector.last.sent == [b"sub 1 a"]
        assert connector.last.close_code == 1000

    run(test)


def test_a_dropped_line_is_reconnected_with_its_gap_between_the_frames() -> None:
    async def test() -> None:
        clock, stats = VirtualClock(), Stats()
        connector = MockConnector(clock, on_send=answering)
        async with make(connector, "a", stats=stats) as runner:
            await settle()
            connector.last.feed("data a 1")
            connector.last.drop("reset by peer")
            await clock.advance(2 * SECOND)
            assert len(connector.connections) == 2
            connector.last.feed("data a 2")
            first, gap, second = await take(runner, 3)
            assert texts([first, second]) == ["data a 1", "data a 2"]
            assert isinstance(gap, StreamGap) and "reset by peer" in gap.reason
            assert isinstance(first, Frame) and isinstance(second, Frame)
            assert (gap.from_ns, gap.to_ns) == (first.ts_ns, second.ts_ns)
        assert (stats.reconnects, stats.gaps, stats.bytes_received) == (1, 1, 2 * len("ack 1data a 1"))

    run(test)


def test_failed_attempts_to_connect_are_repeated_with_backoff() -> None:
    async def test() -> None:
        clock = VirtualClock()
        refused = [ConnectionLost("test", "ws", "refused") for _ in range(3)]
        connector = MockConnector(clock, failures=refused)
        async with make(connector):
            await clock.advance(0)
            assert connector.connections == []
            await clock.advance(1 * SECOND + 2 * SECOND + 4 * SECOND)
            assert len(connector.connections) == 1

    run(test)


def test_a_refused_topic_raises_with_the_venues_words() -> None:
    async def test() -> None:
        connector = MockConnector(on_send=answering)
        async with make(connector) as runner:
            with pytest.raises(SubscriptionRefused, match="no such topic") as caught:
                await runner.subscribe([sub("bad")])
            assert (caught.value.topic, caught.value.code) == ("bad", "400")

    run(test)


def test_staleness_is_noticed_by_the_clock_alone() -> None:
    async def test() -> None:
        clock = VirtualClock()
        connector = MockConnector(clock, on_send=answering)
        async with make(connector, "a", declared=facts(stale_after_ns=10 * SECOND)):
            await clock.advance(10 * SECOND)
            assert connector.connections[0].close_code == 1000
            await clock.advance(SECOND)
            assert len(connector.connections) == 2

    run(test)


def test_a_timer_that_becomes_due_earlier_wakes_the_ticker() -> None:
    async def test() -> None:
        clock = VirtualClock()
        connector = MockConnector(clock)  # never acknowledges
        async with make(connector) as runner:
            await settle()
            asking = asyncio.create_task(runner.subscribe([sub("a")]))
            await clock.advance(30 * SECOND)
            with pytest.raises(SubscriptionRefused, match="no acknowledgement after 3 attempts"):
                await asking
        assert connector.last.sent == [b"sub 1 a", b"sub 2 a", b"sub 3 a"]

    run(test)


def test_a_slow_consumer_makes_the_venue_wait() -> None:
    async def test() -> None:
        connector = MockConnector(on_send=answering)
        async with make(connector, "a", queue_size=2) as runner:
            await settle()
            for n in range(10):
                connector.last.feed(f"data a {n}")
            await settle()
            assert texts(await take(runner, 10)) == [f"data a {n}" for n in range(10)]

    run(test)


def test_a_slow_consumer_loses_frames_and_is_told_which() -> None:
    async def test() -> None:
        clock, stats = VirtualClock(), Stats()
        connector = MockConnector(clock, on_send=answering)
        async with make(connector, "a b", queue_size=2, on_full="drop_with_gap", stats=stats) as runner:
            await settle()
            for n in range(5):
                connector.last.feed(f"data a {n}")
                await clock.advance(SECOND)
            kept = await take(runner, 2)
            connector.last.feed("data a 5")
            gap, after = await take(runner, 2)
            assert texts([*kept, after]) == ["data a 0", "data a 1", "data a 5"]
            assert isinstance(gap, StreamGap) and "too slow" in gap.reason
            assert gap.instrument_id == sub("a").instrument_id
            assert isinstance(kept[1], Frame) and isinstance(after, Frame)
            assert (gap.from_ns, gap.to_ns) == (kept[1].ts_ns, after.ts_ns)
        assert (stats.dropped, stats.gaps) == (3, 1)

    run(test)


def test_a_slow_consumer_fails_where_that_is_wanted() -> None:
    async def test() -> None:
        connector = MockConnector(on_send=answering)
        async with make(connector, "a", queue_size=1, on_full="fail") as runner:
            await settle()
            for n in range(3):
                connector.last.feed(f"data a {n}")
            await settle()
            assert texts(await take(runner, 1)) == ["data a 0"]
            with pytest.raises(SlowConsumer):
                await take(runner, 1)
            assert connector.last.close_code == 1000

    run(test)


def test_a_refused_log_in_reaches_the_consumer() -> None:
    async def test() -> None:
        connector = MockConnector()
        declared = facts(authenticate=lambda now: ["login"])
        async with make(connector, declared=declared) as runner:
            await settle()
            connector.last.feed("nokey no such key")
            with pytest.raises(StreamError, match="log-in refused: 401 no such key"):
                await take(runner, 1)

    run(test)


def test_a_fault_in_a_callback_is_not_swallowed() -> None:
    async def test() -> None:
        def broken(frame: Frame) -> Any:
            raise RuntimeError("a bug")

        connector = MockConnector()
        async with make(connector, declared=facts(classify=broken)) as runner:
            await settle()
            connector.last.feed("anything")
            with pytest.raises(RuntimeError, match="a bug"):
                await take(runner, 1)

    run(test)


def test_the_address_is_prepared_for_each_connection() -> None:
    async def test() -> None:
        clock = VirtualClock()
        connector = MockConnector(clock)
        keys = iter(["k1", "k2"])

        async def prepare(url: str) -> str:
            return f"{url}/{next(keys)}"

        async with make(connector, prepare=prepare) as runner:
            await settle()
            runner.reconnect("the token is another one now")
            await clock.advance(SECOND)
            assert [each.url for each in connector.connections] == [
                "wss://venue.test/k1",
                "wss://venue.test/k2",
            ]

    run(test)


def test_who_is_refused_before_the_first_connection_is_told_at_once() -> None:
    async def test() -> None:
        async def prepare(url: str) -> str:
            raise AuthError("test", "log_in", status=401)

        connector = MockConnector(VirtualClock())
        async with make(connector, prepare=prepare) as runner:
            with pytest.raises(AuthError):
                await runner.subscribe([sub("a")])
            assert not connector.connections

    run(test)


def test_closing_ends_the_iteration_and_refuses_new_topics() -> None:
    async def test() -> None:
        connector = MockConnector(on_send=answering)
        runner = make(connector, "a")
        runner.start()
        await settle()
        connector.last.feed("data a 1")

        async def consume() -> list[object]:
            return [item async for item in runner]

        consumer = asyncio.create_task(consume())
        await settle()
        await runner.close()
        assert texts(await consumer) == ["data a 1"]
        with pytest.raises(ConnectionLost, match="closed"):
            await runner.subscribe([sub("b")])
        await runner.close()

    run(test)


def test_closing_while_connecting_or_waiting_leaves_nothing_behind() -> None:
    async def test() -> None:
        failing = MockConnector(failures=[ConnectionLost("test", "ws", "refused")] * 3)
        async with make(failing) as runner:
            asking = asyncio.create_task(runner.subscribe([sub("a")]))
            await settle()
        with pytest.raises(ConnectionLost, match="ended"):
            await asking

    run(test)


def test_cancelling_the_consumer_leaves_nothing_behind() -> None:
    async def test() -> None:
        connector = MockConnector(on_send=answering)

        async def consume() -> None:
            async with make(connector, "a") as runner:
                async for _ in runner:
                    await asyncio.sleep(0)

        consumer = asyncio.create_task(consume())
        await settle()
        consumer.cancel()
        with pytest.raises(asyncio.CancelledError):
            await consumer
        assert connector.last.close_code == 1000

    run(test)


def test_what_came_of_a_topic_before_it_was_left_is_read_before_that_is_told() -> None:
    async def test() -> None:
        connector, seen = MockConnector(on_send=answering), []
        async with make(connector) as runner:
            runner.on_left = lambda topic: seen.append(f"left {topic}")
            await runner.subscribe([sub("a"), sub("b")])
            connector.last.feed("data a")
            await settle()
            runner.unsubscribe(["a"])
            connector.last.feed("ack 2")
            connector.last.feed("data b")
            await settle()
            for _ in "12":
                seen += texts(await take(runner, 1))
        assert seen == ["data a", "left a", "data b"]

    run(test)


def test_a_farewell_that_hangs_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, asked = MockConnection.close, []

    async def hang(self: MockConnection, code: int = 1000) -> None:
        asked.append(code)
        if len(asked) == 1:
            await asyncio.Event().wait()
        await whole(self, code)

    async def test() -> None:
        monkeypatch.setattr("dragoman.session.runner._CLOSING_GRACE_NS", SECOND // 100)
        monkeypatch.setattr(MockConnection, "close", hang)
        connector = MockConnector(on_send=answering)
        async with make(connector, "a"):
            await settle()
        assert len(asked) == 2 and connector.last.close_code == 1000

    run(test)
