"""Bounds of connections: what a simulated venue refuses, closes and says, by its specification."""

from __future__ import annotations

import asyncio
import json

import pytest
from dragoman.simulate.links import Link
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue
from dragoman.simulate.wire.quotas import OpeningRefused
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

SECOND = 1_000_000_000
NOW = 1_790_000_000 * SECOND
DAY = 86_400 * SECOND


@pytest.fixture(scope="module")
def binance() -> SimulatedVenue:
    return SimulatedVenue("binance", now_ns=NOW, products=["spot"])


@pytest.fixture(scope="module")
def okx() -> SimulatedVenue:
    return SimulatedVenue("okx", now_ns=NOW, products=["spot"], partial=True)


def ask(venue: SimulatedVenue, link: Link, topics: list[str], now_ns: int = NOW) -> list[bytes]:
    return venue.receive(link, json.dumps({"method": "SUBSCRIBE", "params": topics, "id": 1}), now_ns)


def test_topics_beyond_the_bound_are_refused_in_the_venue_s_error_form(binance: SimulatedVenue) -> None:
    link = binance.connect("stream", "spot", "/stream", NOW)
    known = [
        f"btcusdt@{kind}"
        for kind in ("trade", "aggTrade", "bookTicker", "depth@100ms", "kline_1m", "kline_5m")
    ]
    rules = binance.interface.streams["stream"].rules
    assert rules is not None and rules.max_subscriptions == 200
    link.topics |= dict.fromkeys(f"filler{number}" for number in range(195))
    (answer,) = ask(binance, link, known)
    assert "error" in json.loads(answer) and not link.closing
    assert ask(binance, link, known[:5]) == [b'{"result":null,"id":1}']


def test_frames_beyond_those_of_a_second_end_the_connection_with_the_venue_s_code(
    binance: SimulatedVenue,
) -> None:
    link = binance.connect("stream", "spot", "/stream", NOW)
    for _ in range(5):
        assert ask(binance, link, ["btcusdt@trade"])
    assert ask(binance, link, ["btcusdt@trade"], NOW + SECOND) and not link.closing
    for _ in range(5):
        ask(binance, link, ["btcusdt@trade"], NOW + SECOND)
    assert (link.closing, link.close_code, link.close_text) == (True, 1008, "Too many requests")
    assert ask(binance, link, ["btcusdt@trade"], NOW + 5 * SECOND) == []


def test_subscriptions_of_an_hour_are_counted_on_each_connection_and_heartbeats_are_none(
    okx: SimulatedVenue,
) -> None:
    okx.quotas.restart()
    link, other = (okx.connect("stream", "spot", "/public", NOW) for _ in range(2))
    wanted = {"op": "subscribe", "args": [{"channel": "trades", "instId": next(iter(instruments(okx)))}]}
    for _ in range(480):
        okx.receive(link, "ping", NOW)
        assert json.loads(okx.receive(link, json.dumps(wanted), NOW)[0])["event"] == "subscribe"
    (refused,) = okx.receive(link, json.dumps(wanted), NOW)
    assert json.loads(refused)["code"] == "60014"
    assert json.loads(okx.receive(other, json.dumps(wanted), NOW)[0])["event"] == "subscribe"
    later = NOW + 3_600 * SECOND
    assert json.loads(okx.receive(link, json.dumps(wanted), later)[0])["event"] == "subscribe"


def test_a_connection_ends_at_its_declared_age_by_the_virtual_clock(binance: SimulatedVenue) -> None:
    link = binance.connect("stream", "spot", "/stream", NOW)
    binance.advance(NOW + DAY - SECOND)
    assert not link.closing
    binance.advance(NOW + DAY)
    assert (link.closing, link.close_code) == (True, 1001)


def test_a_venue_ends_silent_connections_and_those_with_too_many_topics_by_its_own_codes(
    okx: SimulatedVenue,
) -> None:
    okx.quotas.restart()
    quiet, alive, greedy = (okx.connect("stream", "spot", "/public", NOW) for _ in range(3))
    okx.receive(alive, "ping", NOW + 20 * SECOND)
    okx.advance(NOW + 30 * SECOND)
    assert (quiet.close_code, quiet.close_text) == (4004, "No data received in 30s.")
    assert not alive.closing
    greedy.closing = False
    greedy.topics |= dict.fromkeys(f"filler{number}" for number in range(200))
    wanted = {"op": "subscribe", "args": [{"channel": "trades", "instId": next(iter(instruments(okx)))}]}
    assert okx.receive(greedy, json.dumps(wanted), NOW + 31 * SECOND) == []
    assert (greedy.closing, greedy.close_code) == (True, 4008)
    with pytest.raises(OpeningRefused, match="too many connections"):
        for _ in range(4):
            okx.connect("stream", "spot", "/public", NOW + 60 * SECOND)
    okx.connect("stream", "spot", "/public", NOW + 61 * SECOND)


def instruments(venue: SimulatedVenue) -> list[str]:
    return [line.instrument.raw_symbol for line in venue.markets["spot"].lines.values()]


def test_clients_see_refused_openings_and_close_codes_on_the_wire(okx: SimulatedVenue) -> None:
    async def run() -> None:
        for link in list(okx.desk.links):
            okx.disconnect(link)
        async with LoopbackVenue(okx, ["spot"]) as venue:
            url = next(iter(venue.urls["connections"]["stream"].values()))
            async with connect(url) as first, connect(url), connect(url):
                with pytest.raises(InvalidStatus) as refused:
                    await connect(url)
                assert refused.value.response.status_code == 429
                (link,) = list(okx.desk.links)[:1]
                link.heard_ns -= 31 * SECOND
                await venue.publish()
                with pytest.raises(ConnectionClosed):
                    await first.recv()
                assert (first.close_code, first.close_reason) == (4004, "No data received in 30s.")

    asyncio.run(run())
