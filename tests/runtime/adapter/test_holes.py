"""Where holes begin, and who is told of them."""

from __future__ import annotations

from typing import Any

import pytest
from dragoman.adapter.consumers import Direct, Router
from dragoman.adapter.holes import UNREAD, Latest
from dragoman.books import OrderBook
from dragoman.model import InstrumentId, OrderBookDeltas, StreamGap, TradeTick
from dragoman.session.inbox import Break, Inbox
from dragoman.stats import Stats

from tests.runtime.adapter import scene as scenes
from tests.runtime.adapter.scene import SECOND, Listener, Scene, rest, run, synced

PERP = InstrumentId(scenes.PERP)


class Told:
    """An event that happened at a moment."""

    def __init__(self, ts_event: int) -> None:
        self.ts_event = ts_event


def hole(from_ns: int, topic: str = ":a") -> StreamGap:
    return StreamGap(stream=f"line{topic}", reason="", from_ns=from_ns, to_ns=from_ns + 5)


def latest(ahead_ns: int = 0) -> Latest:
    return Latest("line", 100, lambda: ahead_ns)


@pytest.mark.parametrize(
    ("happened", "ahead_ns", "begins"),
    [(900, 0, 400), (300, 0, 300), (330, 30, 300), (270, -30, 300), (50, 0, 100), (0, 0, 400)],
)
def test_a_hole_begins_when_what_was_told_last_happened(happened: int, ahead_ns: int, begins: int) -> None:
    known = latest(ahead_ns)
    known.turn("a")
    known.told = [Told(happened - 1), Told(happened), hole(350)]
    told = known.topic_of(hole(400))
    assert told == "a" and known.widened(hole(400), told).from_ns == begins


def test_a_hole_of_one_topic_is_not_that_of_another() -> None:
    known = latest()
    for topic, happened in (("a", 300), ("b", 200)):
        known.turn(topic)
        known.told = [Told(happened)]
    known.turn(None)
    assert known.widened(hole(400), "a").from_ns == 300
    assert known.widened(hole(400, ":b"), "b").from_ns == 200
    assert known.widened(hole(400, ":c"), "c").from_ns == 400
    known.forget(["a"])
    assert known.widened(hole(400), "a").from_ns == 400


def test_what_was_told_before_a_break_says_where_it_began_however_often_it_breaks_again() -> None:
    known = latest()
    known.turn(None)
    known.told = [Told(300)]
    for ended_ns in (400, 500, 600):
        known.broke(ended_ns)
    known.turn(None)
    known.told = [Told(650)]
    assert known.widened(hole(400), known.topic_of(hole(400))).from_ns == 300
    # What the next connection tells late is older than it: what was before it has its own hole.
    assert known.widened(hole(700), "a").from_ns == 650
    known.turn(None)
    known.told = [Told(20)]
    assert known.widened(hole(700), known.topic_of(hole(700))).from_ns == 600


def test_what_could_not_be_read_may_have_been_about_anything_since_what_was_understood() -> None:
    known = latest()
    assert known.unread(150).from_ns == 100, "nothing was understood since the beginning"
    known.turn("a")
    known.told = [Told(130)]
    known.turn("b")
    gap = known.unread(150)
    assert (gap.stream, gap.reason, gap.from_ns, gap.to_ns) == ("line", UNREAD, 130, 150)


def test_what_is_read_late_before_a_break_is_in_the_hole() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            trades = Listener(scene, TradeTick, PERP)
            await rest()
            await scene.clock.advance(200 * SECOND)
            happened_ns = scene.clock.now_ns() - 100 * SECOND
            data = {"e": "aggTrade", "E": 1, "s": "BTCUSDT", "a": 1, "p": "1", "q": "1", "f": 1, "l": 1}
            scene.frame("btcusdt@aggTrade", {**data, "T": happened_ns // 1_000_000, "m": False})
            await rest()
            scene.connector.last.drop()
            await rest()
            await scene.clock.advance(5 * SECOND)
            await rest()
            scene.trade(identity=9)
            await rest()
            (gap,) = (event for event in trades.events if isinstance(event, StreamGap))
            assert gap.from_ns == happened_ns and gap.to_ns == scene.clock.now_ns()
            await trades.stop()

    run(play())


@pytest.mark.parametrize(
    ("stream", "told"),
    [
        ("trade", ["trades"]),
        ("depth:parent", ["books"]),
        ("line:btc@trade", ["trades"]),
        ("line:nobody@asked", ["books", "trades"]),
        ("line", ["books", "trades"]),
        ("unasked", ["books", "trades"]),
    ],
)
def test_who_follows_a_book_is_not_told_that_trades_are_missing(stream: str, told: list[str]) -> None:
    async def play() -> None:
        router, heard = Router("line"), []
        books = Direct("", [(OrderBookDeltas, PERP)], lambda gap: heard.append("books"))
        trades = Direct("", [(TradeTick, PERP)], lambda gap: heard.append("trades"))
        router.add(books, "btc@depth", "depth")
        router.add(trades, "btc@trade", "trade")
        await router.send_gap(StreamGap(stream=stream, reason="", from_ns=1, to_ns=2, instrument_id=PERP))
        assert heard == told
        router.remove(trades)
        router.remove(books)
        router.send_at_once(StreamGap(stream=stream, reason="", from_ns=1, to_ns=2))
        assert heard == told

    run(play())


def test_a_book_is_not_current_from_a_break_until_it_is_begun_anew() -> None:
    async def play() -> None:
        scene = Scene()
        async with scene.adapter:
            books = await synced(scene)
            book: OrderBook = scene.adapter.book(PERP)
            states: list[Any] = [book.is_current]
            scene.connector.last.drop()
            await rest()
            states.append(book.is_current)
            await scene.clock.advance(5 * SECOND)
            await rest()
            scene.snapshot_id = 300
            scene.diff(299, 301, 298, [["8.0", "1"]])
            await rest()
            await scene.clock.advance(40 * SECOND)
            await rest()
            assert [*states, book.is_current] == [True, False, True]
            await books.stop()

    run(play())


def test_a_hole_that_waits_to_be_read_is_told_before_its_book_is_begun_anew() -> None:
    inbox = Inbox("venue", "line", 9, "block", lambda topic: None, Stats())
    inbox.put_gap(hole(1))
    inbox.put_gap(hole(2, ":b"))
    inbox.put_break(5)
    inbox.put_gap(hole(7, ":c"))
    assert inbox.pull_gap("line:b") == hole(2, ":b") and len(inbox) == 3
    assert isinstance(inbox.pull_gap("line:c"), Break), "it is one of the next connection"
    assert inbox.pull_gap("line:a") == hole(1) and len(inbox) == 2
