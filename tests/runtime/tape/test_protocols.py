"""Tapes of connections that are no public WebSocket: lines with a log-in, and lines that turn into binary records."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dragoman.model import OrderBookDeltas, StreamGap, TradeTick
from dragoman.net.mock import MockConnection, MockConnector, VirtualClock, settle
from dragoman.tape import Tape
from dragoman.tape.index import canonical, write_index
from dragoman.tape.lines import Asked, Sent
from dragoman.tape.record import recorded_adapter

from tests.specs.dbn_files import NOON, dbn, metadata, price

Talk = Callable[[MockConnection, bytes], None]


class Greeting(MockConnector):
    """Says something on every new connection."""

    def __init__(self, clock: VirtualClock, greeting: str, on_send: Talk) -> None:
        super().__init__(clock, on_send=on_send)
        self.greeting = greeting

    async def connect(self, *arguments: Any, **more: Any) -> MockConnection:
        connection = await super().connect(*arguments, **more)
        connection.feed(self.greeting)
        return connection


def recorded(
    path: Path, venue: str, connector: Greeting, kind: type, identity: str, count: int, **options: Any
) -> list[Any]:
    """The first `count` live events, recorded; time passes so that cut connections come back."""
    params = options.pop("params", {})

    async def run() -> list[Any]:
        asked = [Asked(type=kind.__name__, instruments=(identity,), params=params)]
        adapter = recorded_adapter(
            path, venue, clock=connector.clock, connector=connector, asked=asked, seed=1, **options
        )
        events: list[Any] = []

        async def listen() -> None:
            async for event in adapter.subscribe(kind, identity, **params):
                events.append(event)
                if len(events) == count:
                    return

        async with adapter:
            task = asyncio.create_task(listen())
            for _ in range(60):
                await connector.clock.advance(100_000_000)
                await settle()
            await task
        adapter.recorder.close()
        return events

    found = asyncio.run(run())
    write_index(path)
    return found


def played(path: Path, kind: type, identity: str, **params: Any) -> tuple[list[Any], list[Any]]:
    async def run() -> tuple[list[Any], list[Any]]:
        async with Tape.open(path).adapter() as venue:
            events = [event async for event in venue.subscribe(kind, identity, **params)]
            return events, [*venue.player.problems, *venue.player.unplayed()]

    return asyncio.run(run())


def test_an_exchange_stream_with_a_log_in_plays_with_other_credentials(tmp_path: Path) -> None:
    path = tmp_path / "run.tape.jsonl"
    subscriptions = 0

    def talk(connection: MockConnection, sent: bytes) -> None:
        nonlocal subscriptions
        asked = json.loads(sent)
        connection.feed(
            json.dumps(
                {"op": "status", "id": asked["id"], "statusCode": "SUCCESS", "connectionClosed": False}
            )
        )
        if asked["op"] != "marketSubscription":
            return
        subscriptions += 1
        market = {
            "id": "1.5",
            "img": subscriptions == 1,
            "rc": [{"id": 1, "atb": [[2.5, 10 * subscriptions]]}],
        }
        at = 1_760_000_000_000 + subscriptions
        connection.feed(
            json.dumps({"op": "mcm", "initialClk": "I", "clk": f"c{subscriptions}", "pt": at, "mc": [market]})
        )
        if subscriptions == 1:
            connection.drop("gone")

    connector = Greeting(VirtualClock(), json.dumps({"op": "connection", "connectionId": "1-1"}), talk)
    credentials = {"app_key": "PLANTED-app-key", "session_token": "PLANTED-session"}
    live = recorded(path, "betfair", connector, OrderBookDeltas, "1.5-1.BETFAIR", 3, credentials=credentials)
    assert [isinstance(event, StreamGap) for event in live] == [False, True, False]
    assert "PLANTED" not in path.read_text()
    events, wrong = played(path, OrderBookDeltas, "1.5-1.BETFAIR")
    assert not wrong
    books = [canonical(event) for event in live if not isinstance(event, StreamGap)]
    assert [canonical(event) for event in events if not isinstance(event, StreamGap)] == books
    assert [
        canonical(event) for event in Tape.open(path).events() if isinstance(event, OrderBookDeltas)
    ] == books


def test_a_gateway_that_turns_to_binary_records_plays(tmp_path: Path) -> None:
    path = tmp_path / "run.tape.jsonl.zst"

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

    def talk(connection: MockConnection, sent: bytes) -> None:
        if sent.startswith(b"auth="):
            connection.feed("success=1|session_id=7\n")
        if sent.startswith(b"start_session"):
            connection.feed(metadata({}) + bytes(mapping))
            connection.feed(b"".join(record(number) for number in (1, 2)))

    connector = Greeting(VirtualClock(), "lsg_version=0.6.1\n", talk)
    connector.greeting = "cram=lsg_challenge\n"
    credentials = {"api_key": "db-0123456789abcdefghijklmnopqrst"}
    live = recorded(
        path,
        "databento",
        connector,
        TradeTick,
        "ZZZ6.GLBX",
        2,
        credentials=credentials,
        params={"dataset": "GLBX.MDP3"},
    )
    assert [event.trade_id for event in live] == ["1", "2"]
    events, wrong = played(path, TradeTick, "ZZZ6.GLBX", dataset="GLBX.MDP3")
    assert (events, wrong) == (live, [])
    tape = Tape.open(path)
    assert [event for event in tape.events() if isinstance(event, TradeTick)] == live
    sent = [line.data for _, line in tape.entries() if isinstance(line, Sent)]
    assert sent[0].startswith(b"auth=***|")
