"""Who leaves a stream and comes back is told nothing of what was still under way to whom it was before."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from functools import partial
from typing import Any

import dragoman
import pytest
from dragoman.adapter.consumers import Direct, Router
from dragoman.model import OrderBookDeltas, StreamGap, TradeTick
from dragoman.net.mock import MockConnection, MockConnector, MockHttp, VirtualClock

from tests.runtime.adapter.scene import PERP, SECOND, Listener, Scene, rest, run, synced

SPOT = "SOL-USDT.OKX"
ARG = {"channel": "books", "instId": "SOL-USDT"}


class Slow:
    """A venue that names topics inside its frames, and that answers when the test says so."""

    def __init__(self) -> None:
        self.connector = MockConnector(clock := VirtualClock())
        self.adapter = dragoman.load("okx").adapter(
            http=MockHttp([]), connector=self.connector, clock=clock, credentials={}, seed=1
        )

    def say(self, said: Any) -> None:
        self.connector.last.feed(json.dumps(said, separators=(",", ":")))

    def book(self, action: str, number: int, before: int) -> None:
        row = {
            "asks": [["101", "1", "0", "1"]],
            "bids": [["99", str(number), "0", "1"]],
            "ts": "1760000000123",
        }
        self.say({"arg": ARG, "action": action, "data": [{**row, "seqId": number, "prevSeqId": before}]})

    def asked(self) -> list[str]:
        return [json.loads(each)["op"] for each in self.connector.last.sent if each != b"ping"]


class Late(Scene):
    """A venue that answers when the test says so, once it `waits`."""

    waits = False

    def __init__(self, **more: Any) -> None:
        self.held: list[Callable[[], None]] = []
        super().__init__(**more)

    def acknowledge(self, connection: MockConnection, sent: bytes) -> None:
        self.held.append(partial(super().acknowledge, connection, sent))
        if not self.waits:
            self.held.pop()()


def test_a_book_begins_with_its_own_image_and_not_with_that_of_who_left() -> None:
    async def play() -> None:
        scene = Slow()
        async with scene.adapter:
            first = Listener(scene, OrderBookDeltas, SPOT)
            await rest()
            scene.say({"event": "subscribe", "arg": ARG})
            scene.book("snapshot", 1, -1)
            await rest()
            assert len(first.events) == 1
            await first.stop()
            second = Listener(scene, OrderBookDeltas, SPOT)
            await rest()
            assert scene.asked() == ["subscribe", "unsubscribe"]
            scene.book("update", 2, 1)
            scene.book("snapshot", 3, -1)
            scene.book("update", 4, 3)
            await rest()
            scene.say({"event": "unsubscribe", "arg": ARG})
            await rest()
            assert scene.asked() == ["subscribe", "unsubscribe", "subscribe"]
            scene.say({"event": "subscribe", "arg": ARG})
            scene.book("snapshot", 7, -1)
            scene.book("update", 8, 7)
            await rest()
            assert [(each.is_snapshot, each.sequence) for each in second.events] == [(True, 7), (False, 8)]
            assert not scene.adapter.stats.gaps
            await second.stop()

    run(play())


def test_a_book_whose_snapshot_is_called_for_begins_once_the_former_one_is_over() -> None:
    async def play() -> None:
        scene = Late()
        async with scene.adapter:
            first = await synced(scene)
            calls = len(scene.http.requests)
            scene.waits = True
            await first.stop()
            second = Listener(scene, OrderBookDeltas, PERP)
            await rest()
            scene.diff(102, 103, 101, [["10.0", "6"]])
            await scene.clock.advance(SECOND)
            await rest()
            assert len(scene.http.requests) == calls and len(scene.held) == 1
            scene.held.pop()()
            await rest()
            assert len(scene.held) == 1
            scene.held.pop()()
            scene.snapshot_id = 200
            scene.diff(199, 201, 198, [["10.0", "7"]])
            for _ in range(2):
                await scene.clock.advance(SECOND)
                await rest()
            assert len(scene.http.requests) == calls + 1
            assert [each.is_snapshot for each in second.events] == [True, False]
            await second.stop()

    run(play())


@pytest.mark.parametrize("is_busy", [False, True])
def test_what_who_left_had_not_read_yet_begins_no_book(is_busy: bool) -> None:
    async def play() -> None:
        scene = Late(queue_size=2)
        async with scene.adapter:
            async with scene.adapter.subscription(OrderBookDeltas, PERP) as unread:
                for last in range(101, 105):
                    scene.diff(last, last, last - 1, [["10.0", str(last)]])
                    await rest()
                    await scene.clock.advance(SECOND)
                    await rest()
                assert unread.was_read and unread.is_full
                scene.waits, scene.snapshot_id = True, 103
            (line,) = scene.adapter._lines.values()
            gate = asyncio.Event()
            # Somebody else's delivery takes its time: what the snapshot released has to wait for its turn.
            busy = asyncio.create_task(line._turns.take(asyncio.Event.wait, gate)) if is_busy else None
            second = Listener(scene, OrderBookDeltas, PERP)
            await rest()
            await scene.clock.advance(SECOND)
            for _ in range(2):
                scene.held.pop()()
                await rest()
            gate.set()
            await rest()
            assert second.events == [] and (busy is None or busy.done())
            scene.snapshot_id = 105
            scene.diff(105, 106, 104, [["10.0", "7"]])
            for _ in range(2):
                await rest()
                await scene.clock.advance(SECOND)
            await rest()
            assert [each.is_snapshot for each in second.events] == [True, False]
            await second.stop()

    run(play())


@pytest.mark.parametrize("times", [1, 2])
def test_nobody_new_has_what_comes_of_a_topic_until_every_giving_up_of_it_is_over(times: int) -> None:
    seen: list[Any] = []
    router, stays = Router("line"), [("b", TradeTick)]
    for _ in range(times):
        router.hold("a")
    gone, new, other = (Direct("venue", [(TradeTick, "X"), (TradeTick, "Y")], seen.append) for _ in "123")
    router.add(other, "b", "trade", [(TradeTick, "Y")])
    for reader in (gone, new):
        router.add(reader, "a", "trade", [(TradeTick, "X")])
    router.remove(gone)

    class Told:
        instrument_id = "X"

    asked = router._by_key
    assert (TradeTick, "X") not in asked and asked[TradeTick, "Y"] == [other] and stays
    for left in range(times, 0, -1):
        assert (TradeTick, "X") not in asked
        assert router.release("a") is (left == 1)
    assert asked[TradeTick, "X"] == [new] and not router.holds("a")
    # A hole of the topic is told to who waits for it as well.
    router.send_at_once(StreamGap(stream="line:a", reason="", from_ns=1, to_ns=2))
    assert len(seen) == 1
