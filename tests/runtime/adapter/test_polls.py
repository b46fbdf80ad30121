"""Types that only a polled listing gives: called at its interval, told as what differs, stopped with the last reader."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from dragoman.errors import NotSupported, VenueError
from dragoman.model import InstrumentStatus, MarketStatusAction, QuoteTick, StreamGap
from dragoman.net.mock import MockConnector, MockHttp, VirtualClock
from dragoman.net.wire import Request, Response
from dragoman.requests.capabilities import capabilities

from tests.golden.golden_case import load
from tests.runtime.adapter.scene import SECOND, Listener, rest, run

FIR, OAK = "FIRUSD.HAZEL", "OAKUSD.HAZEL"


class Board:
    """An adapter of the venue of golden case (h), whose markets the test opens and shuts."""

    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.markets = {"FIRUSD": "OPEN", "OAKUSD": "OPEN"}
        self.fails: Response | None = None
        self.http = MockHttp(otherwise=self.answer)
        self.errors: list[Exception] = []
        self.adapter: Any = load("h_older_state").adapter(
            http=self.http,
            connector=MockConnector(self.clock),
            clock=self.clock,
            on_error=self.errors.append,
            seed=1,
        )

    def answer(self, request: Request) -> Response:
        if self.fails is not None:
            return self.fails
        rows = [{"symbol": symbol, "status": status} for symbol, status in self.markets.items()]
        return Response(status=200, body=json.dumps({"markets": rows}).encode())

    async def later(self, seconds: int) -> None:
        await rest()
        await self.clock.advance(seconds * SECOND)
        await rest()


def play(scene: Callable[[Board], Awaitable[None]]) -> None:
    async def played() -> None:
        board = Board()
        before = asyncio.all_tasks()
        async with board.adapter:
            await scene(board)
        await rest()
        assert asyncio.all_tasks() == before

    run(played())


def told(listener: Listener) -> list[str]:
    return [
        "gap" if isinstance(event, StreamGap) else MarketStatusAction(event.action).name
        for event in listener.events
    ]


def test_a_listing_is_called_at_its_interval_and_told_as_what_differs() -> None:
    async def scene(board: Board) -> None:
        fir = Listener(board, InstrumentStatus, FIR)
        await rest()
        assert told(fir) == ["TRADING"]
        await board.later(25)
        assert told(fir) == ["TRADING"] and len(board.http.requests) == 3
        board.markets["FIRUSD"] = "SHUT"
        board.markets["OAKUSD"] = "SHUT"
        await board.later(10)
        del board.markets["FIRUSD"]
        await board.later(10)
        assert told(fir) == ["TRADING", "CLOSE", "NOT_AVAILABLE_FOR_TRADING"]
        await fir.stop()
        calls = len(board.http.requests)
        await board.later(60)
        assert len(board.http.requests) == calls

    play(scene)


def test_one_poll_serves_all_who_want_it_and_who_comes_late_knows_how_things_stand() -> None:
    async def scene(board: Board) -> None:
        fir = Listener(board, InstrumentStatus, FIR)
        await board.later(15)
        board.markets["OAKUSD"] = "SHUT"
        await board.later(10)
        both = Listener(board, InstrumentStatus, FIR, OAK)
        await rest()
        assert sorted(told(both)) == ["CLOSE", "TRADING"] and len(board.http.requests) == 3
        await fir.stop()
        board.markets["FIRUSD"] = "SHUT"
        await board.later(10)
        assert told(both)[2:] == ["CLOSE"] and told(fir) == ["TRADING"]
        await both.stop()
        again = Listener(board, InstrumentStatus, FIR)
        await rest()
        assert told(again) == ["CLOSE"]
        await again.stop()

    play(scene)


def test_other_parameters_are_another_poll() -> None:
    async def scene(board: Board) -> None:
        one = Listener(board, InstrumentStatus, FIR, group="a")
        other = Listener(board, InstrumentStatus, FIR, group="b")
        await rest()
        assert [each.query_text for each in board.http.requests] == ["group=a", "group=b"]
        assert told(one) == told(other) == ["TRADING"]
        await one.stop()
        await board.later(10)
        assert board.http.requests[-1].query_text == "group=b"
        await other.stop()

    play(scene)


def test_calls_that_fail_are_a_hole_that_is_told_when_they_succeed_again() -> None:
    async def scene(board: Board) -> None:
        fir = Listener(board, InstrumentStatus, FIR)
        await rest()
        board.fails = Response(status=400, body=b'{"code": 7}')
        await board.later(21)
        assert len(board.errors) == 2 and told(fir) == ["TRADING"]
        board.fails = None
        board.markets["FIRUSD"] = "SHUT"
        await board.later(10)
        assert told(fir) == ["TRADING", "gap", "CLOSE"]
        gap = fir.events[1]
        assert gap.stream == "poll:list_markets" and gap.to_ns - gap.from_ns == 30 * SECOND
        assert board.adapter.stats.gaps == 1
        await fir.stop()

    play(scene)


def test_a_first_call_that_fails_is_told_to_who_asked() -> None:
    async def scene(board: Board) -> None:
        board.fails = Response(status=400, body=b'{"code": 7}')
        fir = Listener(board, InstrumentStatus, FIR)
        await rest()
        assert isinstance(fir.error, VenueError)
        with pytest.raises(NotSupported) as caught:
            await anext(board.adapter.subscribe(QuoteTick, FIR))
        assert "subscribe_instrument_status" in caught.value.supported

    play(scene)


def test_polls_are_charged_to_the_rate_budget_and_shown_as_what_the_venue_can_do() -> None:
    async def scene(board: Board) -> None:
        fir = Listener(board, InstrumentStatus, FIR)
        await board.later(25)
        assert board.adapter.client.budget.used("calls", board.clock.now_ns()) == 3
        able = {each.action: each.via for each in capabilities(board.adapter.interface)}
        assert able["subscribe_instrument_status"] == ("list_markets",)
        await fir.stop()

    play(scene)


def test_who_still_listens_when_all_is_closed_gets_the_end() -> None:
    async def scene(board: Board) -> None:
        fir = Listener(board, InstrumentStatus, FIR)
        await rest()
        await board.adapter.finish()
        await rest()
        assert fir.task.done() and fir.error is None

    play(scene)
