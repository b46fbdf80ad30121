"""A tape gives the events of the recording again: through the pure way, through an unchanged adapter, at any speed."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest
from dragoman.errors import TransportError
from dragoman.model import OrderBookDeltas, QuoteTick, StreamGap, TradeTick
from dragoman.net.mock import MockHttp
from dragoman.tape import Tape, TapeMiss
from dragoman.tape.index import Summary
from dragoman.tape.player import Player
from dragoman_venues.binance.client import Streams

from tests.runtime.tape.live import BTC, Live, a_book, deltas, record, three_trades, trades


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run.tape.jsonl"


def test_an_adapter_on_a_tape_gives_what_the_live_one_gave(path: Path) -> None:
    live = record(path, three_trades)
    assert [event.trade_id for event in live] == ["1", "2", "3"]
    assert trades(path) == live
    assert list(Tape.open(path).events()) == live


@pytest.mark.parametrize("name", ["run.tape.jsonl", "run.tape.jsonl.zst"])
def test_every_pass_over_a_tape_has_the_same_hash(tmp_path: Path, name: str) -> None:
    record(tmp_path / name, three_trades)
    hashes = set()
    for _ in range(2):
        summary = Summary()
        for (number, _), events in Tape.open(tmp_path / name).steps():
            summary.add(number, events)
        hashes.add(summary.sha256)
    assert len(hashes) == 1


def test_speed_changes_nothing_but_the_time_that_it_takes(path: Path) -> None:
    record(path, a_book, OrderBookDeltas)
    assert deltas(path, speed=1000)[0] == deltas(path)[0]


def test_a_book_is_joined_to_its_recorded_snapshot(path: Path) -> None:
    live = record(path, a_book, OrderBookDeltas)
    events, book = deltas(path)
    assert events == live == list(Tape.open(path).events())
    assert events[0].is_snapshot
    assert [str(size) for _, size in book.bids()] == ["2", "5"]


def test_a_cut_is_a_gap_on_the_tape_too(path: Path) -> None:
    async def cut(live: Live) -> None:
        live.trade(1)
        await live.pass_time()
        live.connector.last.drop("gone")
        await live.pass_time(5_000_000_000)
        live.trade(2)
        await live.pass_time()

    live = record(path, cut)
    kinds = [type(event) for event in live]
    assert kinds == [TradeTick, StreamGap, TradeTick]
    replayed = trades(path)
    assert [type(event) for event in replayed] == kinds
    assert replayed[1].reason == live[1].reason
    assert [type(event) for event in Tape.open(path).events()] == kinds
    assert trades(path) == replayed


def test_two_instruments_may_be_asked_for_one_after_the_other(path: Path) -> None:
    record(path, three_trades)

    async def run() -> list[str]:
        async with Tape.open(path).adapter() as venue:
            found = []
            async with (
                venue.subscription(TradeTick, BTC) as first,
                venue.subscription(TradeTick, BTC) as second,
            ):
                async for event in first:
                    found.append(event.trade_id)
                found += [event.trade_id async for event in second]
            return found

    assert asyncio.run(run()) == ["1", "2", "3", "1", "2", "3"]


def test_a_request_that_was_not_recorded_names_the_nearest_and_what_differs(path: Path) -> None:
    record(path, a_book, OrderBookDeltas)

    async def run() -> None:
        async with Tape.open(path).adapter() as venue:
            await venue.call("get_depth", "usdm", symbol="ETHUSDT", limit=1000)

    with pytest.raises(TapeMiss) as missed:
        asyncio.run(run())
    (nearest,) = missed.value.nearest
    assert nearest.matched == ("method", "host", "path", "body")
    assert nearest.failed == (("query", "symbol: 'ETHUSDT', recorded 'BTCUSDT'"),)
    assert "query differs" in str(missed.value)


def test_a_request_is_answered_once(path: Path) -> None:
    record(path, a_book, OrderBookDeltas)

    async def run() -> None:
        async with Tape.open(path).adapter() as venue:
            for _ in range(2):
                await venue.call("get_depth", "usdm", symbol="BTCUSDT", limit=1000)

    with pytest.raises(TapeMiss, match="played already"):
        asyncio.run(run())


def test_another_subscription_than_the_recorded_one_is_a_miss(path: Path) -> None:
    record(path, three_trades)

    async def run() -> tuple[list[Exception], list[str]]:
        async with Tape.open(path).adapter() as venue:
            with pytest.raises(TapeMiss):
                async with venue.subscription(TradeTick, "ETHUSDT-PERP.BINANCE"):
                    pass
            return venue.player.problems, venue.player.unplayed()

    problems, unplayed = asyncio.run(run())
    assert len(problems) == 1 and isinstance(problems[0], TapeMiss)
    assert "ethusdt@aggTrade" in str(problems[0]) and "btcusdt@aggTrade" in str(problems[0])
    assert len(unplayed) == 1 and "3 frames were not played" in unplayed[0]


def test_a_connection_that_was_not_recorded_is_a_miss(path: Path) -> None:
    record(path, three_trades)

    async def run() -> list[Exception]:
        async with Tape.open(path).adapter() as venue:
            with pytest.raises(TapeMiss):
                async with venue.subscription(QuoteTick, "BTCUSDT.BINANCE"):
                    pass
            return list(venue.player.problems)

    assert "a connection stream:spot" in str(asyncio.run(run())[0])


def test_a_tape_waits_for_what_the_adapter_did_and_says_so_when_it_never_comes(path: Path) -> None:
    async def twice(live: Live) -> None:
        async with live.adapter.subscription(TradeTick, "ETHUSDT-PERP.BINANCE"):
            await three_trades(live)

    async def play(live: Live) -> None:
        task = asyncio.create_task(twice(live))
        await live.pass_time()
        await task

    record(path, play)

    async def run() -> list[Exception]:
        async with Tape.open(path).adapter(patience_s=0) as venue:
            with pytest.raises(Exception, match="goes on only after the frame"):
                async for _ in venue.subscribe(TradeTick, BTC):
                    pass
            return list(venue.player.problems)

    assert "ethusdt@aggTrade" in str(asyncio.run(run())[0])


def test_a_failed_call_fails_again(path: Path) -> None:
    async def run(adapter: Any) -> None:
        async with adapter as venue:
            with pytest.raises(TransportError, match="no route"):
                await venue.call("get_depth", "usdm", symbol="BTCUSDT")

    async def recorded() -> None:
        failing = MockHttp([], otherwise=TransportError("binance", "get_depth", "no route"))
        live = Live(path, http=failing)
        task = asyncio.create_task(run(live.adapter))
        for _ in range(40):
            await live.pass_time(10_000_000_000)
        await task
        live.adapter.recorder.close()

    asyncio.run(recorded())
    asyncio.run(run(Tape.open(path).adapter()))


def test_what_is_left_early_stays_unplayed(path: Path) -> None:
    record(path, three_trades)

    async def run() -> list[str]:
        adapter = Tape.open(path).adapter()
        async with adapter as venue, venue.subscription(TradeTick, BTC):
            pass
        return list(adapter.player.unplayed())

    (left,) = asyncio.run(run())
    assert left.startswith("stream:usdm: 3 frames were not played, the first in line 5: ")


def test_the_backends_of_a_player_serve_typed_streams_too(path: Path) -> None:
    record(path, three_trades)

    async def run() -> list[int]:
        player = Player(Tape.open(path))
        streams = Streams(connector=player.connector, clock=player.clock)
        async with aclosing(streams.agg_trade(product="usdm", symbol="BTCUSDT")) as payloads:
            found = [(await anext(payloads)).aggregate_id for _ in range(3)]
        await player.stop()
        return found

    assert asyncio.run(run()) == [1, 2, 3]
