"""A book whose change was lost is asked for anew on a live connection, and comes back with its image."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import Any

from dragoman.errors import DragomanError, RowError
from dragoman.model import OrderBookDeltas, StreamGap
from dragoman_venues.betfair.adapter import Adapter

LIMIT_S = 60


def test_a_bad_runner_is_told_as_a_gap_and_its_market_is_subscribed_to_from_the_start() -> None:
    asked: list[dict[str, Any]] = []
    events: list[Any] = []
    errors: list[DragomanError] = []

    async def exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        def send(message: dict[str, Any]) -> None:
            writer.write(json.dumps(message).encode() + b"\r\n")

        def change(clock: str, image: bool, *runners: Any) -> None:
            market = {"id": "1.5", "rc": list(runners), **({"img": True} if image else {})}
            send({"op": "mcm", "initialClk": "I", "clk": clock, "pt": 1_760_000_000_000, "mc": [market]})

        send({"op": "connection", "connectionId": "1-1"})
        with suppress(ConnectionError):
            while line := await reader.readline():
                message = json.loads(line)
                send({"op": "status", "id": message["id"], "statusCode": "SUCCESS"})
                if message["op"] == "marketSubscription":
                    asked.append(message)
                    size = len(asked)
                    change(f"a{size}", True, {"id": 1, "atb": [[2.5, size]]}, {"id": 2, "atb": [[3.5, size]]})
                    if size == 1:
                        change("b", False, {"id": 1, "atb": [["?", 5]]}, {"id": 2, "atb": [[3.5, 9]]})
                await writer.drain()
        writer.close()

    async def run() -> None:
        server = await asyncio.start_server(exchange, "127.0.0.1", 0)
        async with server:
            urls = {"connections": {"stream": f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}"}}
            credentials = {"app_key": "key", "session_token": "token"}
            async with Adapter(credentials=credentials, urls=urls, seed=1, on_error=errors.append) as adapter:
                async for event in adapter.subscribe(OrderBookDeltas, "1.5-1.BETFAIR"):
                    events.append(event)
                    if len(events) == 3:
                        return

    asyncio.run(asyncio.wait_for(run(), LIMIT_S))
    first, gap, second = events
    assert isinstance(gap, StreamGap) and gap.instrument_id == "1.5-1.BETFAIR"
    assert (first.is_snapshot, second.is_snapshot) == (True, True)
    assert [str(book.bid_levels[0][1]) for book in (first, second)] == ["1", "2"]
    assert len(asked) == 2 and "clk" not in asked[1] and "initialClk" not in asked[1]
    assert [type(error) for error in errors] == [RowError]
