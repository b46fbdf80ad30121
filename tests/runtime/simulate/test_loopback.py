"""The simulated venue through real sockets on loopback."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import dragoman
import httpx
import pytest
from dragoman.model import OrderBookDeltas, QuoteTick, StreamGap, TradeTick
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosedError

from tests.runtime.simulate.hurried import HurriedClock

IDS = ("BTCUSDT-PERP.BINANCE", "ETHUSDC-PERP.BINANCE")
Test = Callable[[SimulatedVenue, LoopbackVenue], Awaitable[None]]


def served(test: Test, product: str = "usdm", seed: int = 1) -> None:
    """Runs a test against one product on loopback; the market moves only where the test says so."""

    async def main() -> None:
        clock = HurriedClock()
        core = SimulatedVenue("binance", seed=seed, now_ns=clock.now_ns(), products=[product])
        async with LoopbackVenue(core, core.markets, clock=clock) as venue:
            await asyncio.wait_for(test(core, venue), 30)

    asyncio.run(main())


async def until(condition: Callable[[], bool]) -> None:
    """Lets the other tasks run until something holds."""
    while not condition():
        await asyncio.sleep(0)


def test_calls_are_answered_over_one_kept_connection() -> None:
    async def test(core: SimulatedVenue, venue: LoopbackVenue) -> None:
        async with httpx.AsyncClient(base_url=venue.urls["http"]["usdm"]) as client:
            for path in ("/fapi/v1/ping", "/fapi/v1/exchangeInfo", "/fapi/v1/depth?symbol=BTCUSDT&limit=5"):
                assert (await client.get(path)).status_code == 200
            missing = await client.post("/fapi/v1/nothing", content=b"{}")
            assert missing.status_code == 404
            assert missing.json()["msg"]

    served(test)


def test_a_stream_confirms_sends_and_refuses() -> None:
    async def test(core: SimulatedVenue, venue: LoopbackVenue) -> None:
        async with connect(venue.urls["connections"]["stream"]["usdm"]) as socket:
            await socket.send(json.dumps({"method": "SUBSCRIBE", "params": ["btcusdt@bookTicker"], "id": 1}))
            assert json.loads(await socket.recv()) == {"result": None, "id": 1}
            await socket.send(json.dumps({"method": "SUBSCRIBE", "params": ["nothing"], "id": 2}))
            assert json.loads(await socket.recv())["error"]["code"]
            while not venue.messages:
                await venue.publish()
            frame = json.loads(await socket.recv())
            assert frame["stream"] == "btcusdt@bookTicker"
            assert frame["data"]["s"] == "BTCUSDT"

    served(test)


def test_an_address_of_bare_messages_leaves_the_envelope_out() -> None:
    async def test(core: SimulatedVenue, venue: LoopbackVenue) -> None:
        address = venue.urls["connections"]["stream"]["usdm"].replace("/stream", "/market/ws/1")
        async with connect(address) as socket:
            await socket.send(json.dumps({"method": "SUBSCRIBE", "params": ["btcusdt@bookTicker"], "id": 1}))
            assert json.loads(await socket.recv()) == {"result": None, "id": 1}
            while not venue.messages:
                await venue.publish()
            assert json.loads(await socket.recv())["e"] == "bookTicker"

    served(test)


def test_what_no_event_keeps_is_what_the_venue_usually_sends() -> None:
    async def test(core: SimulatedVenue, venue: LoopbackVenue) -> None:
        async with httpx.AsyncClient(base_url=venue.urls["http"]["usdm"]) as client:
            listed = (await client.get("/fapi/v1/exchangeInfo")).json()["symbols"]
        kinds = {each["symbol"]: each["contractType"] for each in listed}
        assert kinds["BTCUSDT"] == "PERPETUAL"
        assert {kind for symbol, kind in kinds.items() if "_" in symbol} == {"CURRENT_QUARTER"}

    served(test)


def test_an_error_frame_can_be_sent_to_everybody() -> None:
    async def test(core: SimulatedVenue, venue: LoopbackVenue) -> None:
        async with connect(venue.urls["connections"]["stream"]["usdm"]) as socket:
            await until(lambda: venue.connections == 1)
            await venue.send(core.error_frames("too much"))
            assert json.loads(await socket.recv())["error"]["msg"] == "too much"

    served(test)


def test_a_forced_disconnect_is_a_line_that_breaks_without_a_word() -> None:
    async def test(core: SimulatedVenue, venue: LoopbackVenue) -> None:
        async with connect(venue.urls["connections"]["stream"]["usdm"]) as socket:
            await until(lambda: venue.connections == 1)
            assert venue.force_disconnect() == 1
            with pytest.raises(ConnectionClosedError):
                await socket.recv()
        assert venue.connections == 0
        await venue.publish(5)

    served(test)


async def moved(venue: LoopbackVenue, equal: Callable[[], bool]) -> None:
    """The market moves until the other side has caught up with it."""
    for _ in range(2_000):
        await venue.publish()
        for _ in range(4):
            await asyncio.sleep(0.0005)
            if equal():
                return
    raise AssertionError("the adapter never caught up")


@pytest.mark.parametrize("product", ["spot", "usdm", "coinm"])
def test_the_adapter_s_books_equal_the_venue_s_after_a_gap_and_a_cut(product: str) -> None:
    async def test(core: SimulatedVenue, venue: LoopbackVenue) -> None:
        ids = list(core.markets[product].lines)[:2]
        gaps: list[StreamGap] = []
        seen: set[str] = set()
        errors: list[Exception] = []

        async def follow(consumer: Any) -> None:
            async for event in consumer:
                seen.add(type(event).__name__)
                if isinstance(event, StreamGap):
                    gaps.append(event)

        async with dragoman.load("binance").adapter(
            urls=venue.urls, seed=1, on_error=errors.append
        ) as adapter:
            assert len(await adapter.load_instruments(product)) == len(core.markets[product].lines)
            assert len(await adapter.request_trades(ids[0], limit=20)) == 20
            assert len(await adapter.request_bars(f"{ids[0]}-1-MINUTE-LAST-EXTERNAL", limit=10)) == 10

            def equal() -> bool:
                books = [(adapter.book(each).bids(), adapter.book(each).asks()) for each in ids]
                return books == [core.levels(each) for each in ids]

            async with (
                adapter.subscription(TradeTick, *ids) as trades,
                adapter.subscription(QuoteTick, *ids) as quotes,
                adapter.subscription(OrderBookDeltas, *ids) as books,
            ):
                tasks = [asyncio.create_task(follow(each)) for each in (trades, quotes, books)]
                await moved(venue, lambda: equal() and {"TradeTick", "QuoteTick"} <= seen)
                core.skip_next(ids[0])
                await moved(venue, lambda: bool(gaps) and equal())
                assert {gap.instrument_id for gap in gaps} == {ids[0]}
                assert venue.force_disconnect() >= 1
                await until(lambda: venue.connections >= 1)
                await moved(venue, lambda: {gap.instrument_id for gap in gaps} == set(ids) and equal())
            await asyncio.gather(*tasks)
        assert not errors

    served(test, product)
