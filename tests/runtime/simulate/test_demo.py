"""The demonstration runs through real sockets, and fails when something that must happen doesn't."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from dragoman.cli import program
from dragoman.errors import VenueNotFound
from dragoman.model import InstrumentId, OrderBookDeltas, StreamGap, TradeTick
from dragoman.simulate import demo
from dragoman.simulate.demo import Progress, demonstrate
from dragoman.simulate.demo_view import Lines, summarize, table
from dragoman.simulate.recording import RecordingUnusable
from dragoman.simulate.venue import SimulatedVenue
from msgspec.structs import replace
from rich.console import Console
from typer.testing import CliRunner

from tests.runtime.simulate.hurried import HurriedClock

RECORDED = Path(__file__).resolve().parents[4] / "shared" / "streams" / "binance-futures"


@pytest.fixture(autouse=True)
def unhurried_market(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many steps as a busy machine can follow on a hurried clock."""
    monkeypatch.setattr(demo, "_STEP_NS", 40_000_000)
    monkeypatch.setattr(demo, "_SETTLE_NS", 50_000_000_000)


def ran(**more: Any) -> Progress:
    """Twelve seconds of a clock that is ten times as fast."""
    return asyncio.run(demonstrate("binance", seconds=12, clock=HurriedClock(10), **more))


def test_a_simulated_market_is_followed_through_a_cut_and_a_hole() -> None:
    printed = Console(file=io.StringIO(), width=200)
    progress = ran(show=Lines(printed))
    assert progress.failures() == []
    assert progress.cut == 6  # three of market data, three of accounts
    assert set(progress.equal.values()) == {True}
    assert any(gap.reason == "an update is missing" for gap in progress.gaps.values())
    summarize(printed, progress)
    text = printed.file.getvalue()  # type: ignore[attr-defined]
    assert "gap: BTCUSDT.BINANCE" in text and "the book of BTCUSDT.BINANCE is built anew" in text
    assert "cut 6 connections" in text and "books equal to the venue's      6 of 6" in text
    assert table(progress).row_count == 6


def test_a_recording_is_followed_too() -> None:
    if not RECORDED.is_dir():
        pytest.skip("no recorded streams beside the project")
    progress = ran(recording=RECORDED)
    assert progress.failures() == []
    assert len(progress.watched) == 4


def test_a_hole_among_the_trades_leaves_the_book_as_it_is() -> None:
    name = InstrumentId("AB.MINI")
    progress = Progress("mini", "told here", 1, {name: demo.Watched(name)})

    async def told(*events: object) -> AsyncIterator[object]:
        for event in events:
            yield event

    def gap(stream: str) -> StreamGap:
        return StreamGap(stream=stream, reason="cut", from_ns=1, to_ns=2, instrument_id=name)

    async def follow() -> None:
        book = OrderBookDeltas(name, [], [], True, 7, 0, 3, 3)
        await demo._follow(told(gap("depth"), book), OrderBookDeltas, progress)
        await demo._follow(told(gap("trade")), TradeTick, progress)

    asyncio.run(follow())
    assert (progress.watched[name].holes, progress.watched[name].synced) == (2, True)
    assert progress.notes[1].startswith("the book of AB.MINI is built anew")
    asyncio.run(demo._follow(told(replace(gap("depth"), from_ns=5)), OrderBookDeltas, progress))
    assert not progress.watched[name].synced


def test_a_book_that_is_not_the_venue_s_fails_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SimulatedVenue, "levels", lambda self, identity: ([], []))
    monkeypatch.setattr(demo, "_SETTLE_NS", 1)
    assert "BTCUSDT.BINANCE: the book is not the venue's" in ran().failures()


def test_a_gap_that_is_not_told_fails_the_run() -> None:
    progress = Progress("binance", "nothing", 10, {"A.B": demo.Watched("A.B")}, told={"A.B": {"TradeTick"}})
    assert progress.failures() == [
        "no instrument was loaded",
        "A.B: TradeTick was sent and did not come",
        "A.B: the cut connection was not told as a StreamGap",
        "A.B: the book is not the venue's",
        "no connection was cut",
        "no book was built anew after a hole",
    ]


def test_an_error_fails_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = SimulatedVenue.advance
    monkeypatch.setattr(
        SimulatedVenue,
        "advance",
        lambda self, now_ns: [(link, frame[:-9]) for link, frame in whole(self, now_ns)],
    )
    monkeypatch.setattr(demo, "_SETTLE_NS", 1)
    found = ran().failures()
    assert found[0].startswith("error: DecodeError")


def test_the_command_exits_with_1_where_something_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SimulatedVenue, "levels", lambda self, identity: ([], []))
    monkeypatch.setattr(demo, "_SETTLE_NS", 1)
    monkeypatch.setattr(demo, "SystemClock", lambda: HurriedClock(10))
    result = CliRunner().invoke(program(), ["demo", "binance", "--seconds", "3", "--plain"])
    assert result.exit_code == 1
    assert "FAILED: BTCUSDT.BINANCE: the book is not the venue's" in result.output


def test_a_recording_that_is_none_and_a_venue_that_is_none_are_told(tmp_path: Path) -> None:
    missing = CliRunner().invoke(program(), ["demo", "binance", "--stream", str(tmp_path / "none")])
    assert isinstance(missing.exception, RecordingUnusable)
    unknown = CliRunner().invoke(program(), ["demo", "nowhere"])
    assert isinstance(unknown.exception, VenueNotFound)
