"""The two stream proofs over real sockets on loopback: log-in, subscription, events, a cut in the middle, and on again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from dragoman.model import OrderBookDeltas, StreamGap, TradeTick
from dragoman_venues.betfair.adapter import Adapter as Exchange
from dragoman_venues.databento.adapter import Adapter as Vendor

from tests.specs.dbn_files import NOON, dbn, metadata, price

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
LIMIT_S = 20


async def on_loopback(serve: Serve, run: Callable[[int], Awaitable[None]]) -> None:
    """Runs against a server on a free port, for a limited time, and leaves no socket behind."""
    open_ones: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        open_ones.add(task)
        try:
            await serve(reader, writer)
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with asyncio.timeout(LIMIT_S):
        await run(server.sockets[0].getsockname()[1])
    server.close()
    for task in open_ones:
        task.cancel()
    await asyncio.gather(*open_ones, return_exceptions=True)


def test_an_exchange_stream_goes_on_with_its_tokens_after_a_cut() -> None:
    said: list[dict[str, Any]] = []
    events: list[Any] = []
    subscriptions = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal subscriptions

        def send(message: dict[str, Any]) -> None:
            writer.write(json.dumps(message).encode() + b"\r\n")

        send({"op": "connection", "connectionId": "1-1"})
        while line := await reader.readline():
            said.append(asked := json.loads(line))
            send({"op": "status", "id": asked["id"], "statusCode": "SUCCESS", "connectionClosed": False})
            if asked["op"] != "marketSubscription":
                continue
            subscriptions += 1
            runner = {"id": 1, "atb": [[2.5, 10 * subscriptions]]}
            market = {"id": "1.5", "img": subscriptions == 1, "rc": [runner]}
            at = 1_760_000_000_000 + subscriptions
            send({"op": "mcm", "initialClk": "I", "clk": f"c{subscriptions}", "pt": at, "mc": [market]})
            await writer.drain()
            if subscriptions == 1:
                await asyncio.sleep(0.1)
                break

    async def run(port: int) -> None:
        urls = {"connections": {"stream": f"tcp://127.0.0.1:{port}"}}
        credentials = {"app_key": "key", "session_token": "token"}
        async with Exchange(credentials=credentials, urls=urls, seed=1) as venue:
            async for event in venue.subscribe(OrderBookDeltas, "1.5-1.BETFAIR"):
                events.append(event)
                if len(events) == 3:
                    return

    asyncio.run(on_loopback(serve, run))
    first, gap, second = events
    assert first.is_snapshot and isinstance(gap, StreamGap) and not second.is_snapshot
    assert [message["op"] for message in said] == ["authentication", "marketSubscription"] * 2
    assert said[0]["appKey"] == "key" and said[1]["marketFilter"] == {"marketIds": ["1.5"]}
    assert "clk" not in said[1]
    assert (said[3]["initialClk"], said[3]["clk"]) == ("I", "c1")


def test_a_gateway_session_turns_from_lines_to_records_and_does_so_again_after_a_cut() -> None:
    said: list[str] = []
    events: list[Any] = []
    sessions = 0

    def record(sequence: int) -> bytes:
        made = dbn.TradeMsg(
            publisher_id=1, instrument_id=7, ts_event=NOON, price=price("10.5"), size=1, action=dbn.Action.TRADE,
            side=dbn.Side.BID, depth=0, ts_recv=NOON + sequence, sequence=sequence,
        )  # fmt: skip
        return bytes(made)

    mapping = dbn.SymbolMappingMsg(
        publisher_id=1, instrument_id=7, ts_event=NOON, stype_in=dbn.SType.RAW_SYMBOL, stype_in_symbol="ZZZ6",
        stype_out=dbn.SType.INSTRUMENT_ID, stype_out_symbol="7", start_ts=0, end_ts=0,
    )  # fmt: skip

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sessions
        sessions += 1
        writer.write(b"lsg_version=0.6.1\ncram=lsg_challenge\n")
        while line := (await reader.readline()).decode():
            said.append(line)
            if line.startswith("auth="):
                writer.write(b"success=1|session_id=7\n")
            if line.startswith("start_session"):
                data = metadata({}) + bytes(mapping) + b"".join(record(10 * sessions + n) for n in range(2))
                for at in range(0, len(data), 61):
                    writer.write(data[at : at + 61])
                    await writer.drain()
                await asyncio.sleep(0.1)
                break

    async def run(port: int) -> None:
        urls = {"connections": {"live": f"tcp://127.0.0.1:{port}/{{dataset|lower|dashes}}"}}
        credentials = {"api_key": "db-0123456789abcdefghijklmnopqrst"}
        async with Vendor(credentials=credentials, urls=urls, seed=1) as venue:
            async for event in venue.subscribe(TradeTick, "ZZZ6.GLBX", dataset="GLBX.MDP3"):
                events.append(event)
                if len(events) == 5:
                    return

    asyncio.run(on_loopback(serve, run))
    assert [getattr(event, "trade_id", "gap") for event in events] == ["10", "11", "gap", "20", "21"]
    login, subscription, start = said[:3]
    assert login.startswith("auth=") and login.split("|")[0].endswith("-pqrst")
    assert "|dataset=GLBX.MDP3|encoding=dbn|" in login
    assert subscription == "schema=trades|stype_in=raw_symbol|symbols=ZZZ6|id=1|is_last=1\n"
    assert start == "start_session=0\n" and said[5] == start
