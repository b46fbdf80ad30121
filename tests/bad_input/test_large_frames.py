"""Frames of fifty megabytes and more over real sockets: told, bounded, and the stream goes on with its hole told."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import Any

import dragoman
import pytest
from dragoman.errors import DecodeError, DragomanError
from dragoman.model import OrderBookDeltas, StreamGap, TradeTick
from dragoman_venues.betfair.adapter import Adapter as LineAdapter
from dragoman_venues.binance.adapter import Adapter as WebAdapter
from websockets.asyncio.server import ServerConnection, serve

FIFTY_MB = b"0" * 50_000_000
BEYOND = b"0" * (64 * 1024 * 1024 + 1)
LIMIT_S = 60


def trade(number: int) -> str:
    return json.dumps(
        {
            "stream": "solusdt@trade",
            "data": {
                "e": "trade", "E": number, "s": "SOLUSDT", "t": number, "p": "143.2", "q": "1", "T": number, "m": True,
            },
        }
    )  # fmt: skip


def test_a_web_socket_survives_a_large_frame_and_is_opened_anew_after_one_beyond_its_bound() -> None:
    connections = 0
    errors: list[DragomanError] = []
    events: list[Any] = []

    async def venue(connection: ServerConnection) -> None:
        nonlocal connections
        connections += 1
        asked = json.loads(await connection.recv())
        await connection.send(json.dumps({"result": None, "id": asked["id"]}))
        await connection.send(trade(10 * connections))
        if connections == 1:
            await connection.send(FIFTY_MB.decode())
            await connection.send(trade(11))
            await connection.send(BEYOND.decode())
        await connection.wait_closed()

    async def run() -> None:
        async with serve(venue, "127.0.0.1", 0, compression=None) as server:
            url = f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"
            urls = {"connections": {"stream": {"spot": url}}}
            async with WebAdapter(urls=urls, seed=1, on_error=errors.append) as adapter:
                async for event in adapter.subscribe(TradeTick, "SOLUSDT.BINANCE"):
                    events.append(event)
                    if len(events) == 5:
                        return

    asyncio.run(asyncio.wait_for(run(), LIMIT_S))
    assert [type(event) for event in events] == [TradeTick, StreamGap, TradeTick, StreamGap, TradeTick]
    assert [event.trade_id for event in events if isinstance(event, TradeTick)] == ["10", "11", "20"]
    assert "could not be read" in events[1].reason and "67108864" in events[3].reason
    assert [type(error) for error in errors] == [DecodeError] and len(str(errors[0])) < 1000


def test_a_line_beyond_its_bound_is_cut_off_and_the_market_comes_back_with_its_image() -> None:
    connections = 0
    events: list[Any] = []

    async def exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1

        def send(message: dict[str, Any]) -> None:
            writer.write(json.dumps(message).encode() + b"\r\n")

        send({"op": "connection", "connectionId": "1-1"})
        with suppress(ConnectionError):
            while line := await reader.readline():
                asked = json.loads(line)
                send({"op": "status", "id": asked["id"], "statusCode": "SUCCESS", "connectionClosed": False})
                if asked["op"] == "marketSubscription":
                    market = {"id": "1.5", "img": True, "rc": [{"id": 1, "atb": [[2.5, connections]]}]}
                    send({"op": "mcm", "clk": "c", "pt": 1_760_000_000_000 + connections, "mc": [market]})
                    if connections == 1:
                        writer.write(BEYOND)
                await writer.drain()
        writer.close()

    async def run() -> None:
        server = await asyncio.start_server(exchange, "127.0.0.1", 0)
        async with server:
            urls = {"connections": {"stream": f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}"}}
            credentials = {"app_key": "key", "session_token": "token"}
            async with LineAdapter(credentials=credentials, urls=urls, seed=1) as adapter:
                async for event in adapter.subscribe(OrderBookDeltas, "1.5-1.BETFAIR"):
                    events.append(event)
                    if len(events) == 3:
                        return

    asyncio.run(asyncio.wait_for(run(), LIMIT_S))
    first, gap, second = events
    assert isinstance(gap, StreamGap) and "bytes" in gap.reason
    assert first.is_snapshot and second.is_snapshot


@pytest.mark.parametrize(
    ("venue", "source", "told"),
    [
        ("binance", "ws", {"product": "spot"}),
        ("binance", "get_trades", {"product": "spot", "request": {"symbol": "SOLUSDT"}}),
        ("betfair", "stream", {}),
    ],
)
@pytest.mark.parametrize("frame", [FIFTY_MB, b'{"e":"' + FIFTY_MB], ids=["zeros", "endless text"])
def test_an_error_shows_only_the_beginning_of_what_is_large(
    venue: str, source: str, told: dict[str, Any], frame: bytes
) -> None:
    translator = dragoman.load(venue).translator()
    with pytest.raises(DecodeError) as caught:
        translator.translate(source, frame, **told)
    assert len(str(caught.value)) < 1000
