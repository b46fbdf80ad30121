"""A simulated venue whose stream is lines over TCP: adapters, the demonstration, tapes and the fixture work on it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import dragoman
import pytest
from dragoman.cli import program
from dragoman.errors import AuthError, DragomanError
from dragoman.model import OrderBookDeltas, StreamGap, TradeTick
from dragoman.net.tcp import TcpConnector
from dragoman.simulate import demo
from dragoman.simulate.demo import demonstrate
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue
from dragoman.tape import Tape, recording
from typer.testing import CliRunner

from tests.runtime.simulate.hurried import HurriedClock

IDENTITY = "1.250000001-501.BETFAIR"
LIMIT_S = 40


def on_loopback(run: Any) -> Any:
    """Runs against a venue on sockets for a limited time; what the block returns."""

    async def ran() -> Any:
        clock = HurriedClock(10)
        core = SimulatedVenue("betfair", seed=4, now_ns=clock.now_ns())
        async with asyncio.timeout(LIMIT_S), LoopbackVenue(core, tuple(core.markets), clock=clock) as server:
            return await run(core, server, clock)

    return asyncio.run(ran())


def options(core: SimulatedVenue, server: LoopbackVenue, clock: HurriedClock) -> dict[str, Any]:
    credentials = core.trading.keyring.keys[0].credentials
    return {"urls": server.urls, "credentials": credentials, "clock": clock, "seed": 1}


async def settled(core: SimulatedVenue, venue: Any, identity: str) -> bool:
    """Whether the adapter's book becomes the venue's in a moment."""
    for _ in range(100):
        book = venue.book(identity)
        if (book.bids(), book.asks()) == core.levels(identity):
            return True
        await asyncio.sleep(0.01)
    return False


def test_an_adapter_follows_books_and_trades_through_a_cut() -> None:
    async def run(core: SimulatedVenue, server: LoopbackVenue, clock: HurriedClock) -> list[Any]:
        seen: list[Any] = []
        async with dragoman.load("betfair").adapter(**options(core, server, clock)) as venue:
            assert len(await venue.load_instruments()) == 6
            async with (
                venue.subscription(TradeTick, IDENTITY) as trades,
                venue.subscription(OrderBookDeltas, IDENTITY) as books,
            ):
                tasks = [asyncio.create_task(_follow(each, seen)) for each in (trades, books)]
                for cut in (False, True, False):
                    await server.publish(60)
                    assert await settled(core, venue, IDENTITY)
                    if cut:
                        assert server.force_disconnect() == 1
                        await server.publish(60)
                        while not venue.stats.reconnects:
                            await asyncio.sleep(0.01)
            await asyncio.gather(*tasks)
        return seen

    seen = on_loopback(run)
    gaps = [event for event in seen if isinstance(event, StreamGap)]
    assert len(gaps) == 2 and {type(event) for event in seen} == {TradeTick, OrderBookDeltas, StreamGap}
    assert sum(event.is_snapshot for event in seen if isinstance(event, OrderBookDeltas)) == 1


async def _follow(consumer: Any, seen: list[Any]) -> None:
    async for event in consumer:
        seen.append(event)


def test_a_book_that_is_asked_for_after_others_of_its_market_begins_with_an_image(
    simulated_venue: Any,
) -> None:
    async def run() -> None:
        async with (
            asyncio.timeout(LIMIT_S),
            simulated_venue("betfair", seed=2) as served,
            served.adapter() as venue,
            venue.subscription(TradeTick, IDENTITY),
        ):
            await served.step(40)
            for identity in (IDENTITY, "1.250000001-502.BETFAIR"):
                async with venue.subscription(OrderBookDeltas, identity) as books:
                    first = await anext(aiter(books))
                    assert first.is_snapshot and first.instrument_id == identity
                    await served.step(40)
                    assert await settled(served.core, venue, identity)

    asyncio.run(run())


@pytest.mark.parametrize(
    ("wrong", "said"), [({"password": "no"}, "sessionToken"), ({"app_key": "no"}, "INVALID_APP_KEY")]
)
def test_who_has_wrong_credentials_hears_the_venue_s_words(wrong: dict[str, str], said: str) -> None:
    async def run(core: SimulatedVenue, server: LoopbackVenue, clock: HurriedClock) -> str:
        given = options(core, server, clock)
        given["credentials"] = {**given["credentials"], **wrong}
        async with dragoman.load("betfair").adapter(**given) as venue:
            with pytest.raises(DragomanError) as caught:
                await venue.load_instruments()
        assert isinstance(caught.value, AuthError)
        return str(caught.value)

    assert said in on_loopback(run)


def test_a_client_that_is_refused_is_cut_once_it_was_told_why() -> None:
    async def run(core: SimulatedVenue, server: LoopbackVenue, clock: HurriedClock) -> list[bytes]:
        line = await TcpConnector().connect(server.urls["connections"]["stream"]["exchange"])
        await line.send('{"op":"marketSubscription","id":1}')
        found = []
        while (frame := await line.receive()) is not None:
            found.append(frame.data)
        await line.close()
        return found

    greeting, refusal = on_loopback(run)
    assert b'"op":"connection"' in greeting and b"NOT_AUTHORIZED" in refusal


def test_a_recorded_stream_plays_again_to_the_same_events(tmp_path: Path) -> None:
    async def run(core: SimulatedVenue, server: LoopbackVenue, clock: HurriedClock) -> list[Any]:
        seen: list[Any] = []
        given = options(core, server, clock)
        async with recording(tmp_path / "races.tape.jsonl", "betfair", **given) as venue:
            async with venue.subscription(OrderBookDeltas, IDENTITY) as books:
                task = asyncio.create_task(_follow(books, seen))
                await server.publish(80)
                assert await settled(core, venue, IDENTITY)
            await task
        return seen

    seen = on_loopback(run)
    text = (tmp_path / "races.tape.jsonl").read_text() + (tmp_path / "races.tape.http.yaml").read_text()
    assert "session0000" not in text and "simulated" not in text.replace("simulated_", "")
    played = [e for e in Tape.open(tmp_path / "races.tape.jsonl").events() if isinstance(e, OrderBookDeltas)]
    assert [e.bid_levels for e in seen] == [e.bid_levels for e in played if e.instrument_id == IDENTITY]


def test_the_demonstration_ends_with_equal_books(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "_STEP_NS", 40_000_000)
    progress = asyncio.run(demonstrate("betfair", seconds=8, clock=HurriedClock(10)))
    assert progress.failures() == []
    assert progress.cut == 1 and set(progress.equal.values()) == {True} and not progress.skipped


def test_the_command_says_where_it_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    async def at_once(server: LoopbackVenue, every_ns: int) -> None:
        await server.publish()

    monkeypatch.setattr(LoopbackVenue, "run", at_once)
    result = CliRunner().invoke(program(), ["simulate", "betfair"])
    assert result.exit_code == 0
    assert (
        "stream exchange tcp://127.0.0.1:" in result.output and "credential BETFAIR_APP_KEY=" in result.output
    )
    urls = json.loads(result.output.partition("\nurls ")[2])
    assert urls["connections"]["stream"]["exchange"] in result.output and urls["http"]
