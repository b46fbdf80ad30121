"""The live gateway of binary records: its challenge is answered as it asks, and typed streams give its records."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from dragoman.errors import VenueError
from dragoman.requests.facts import Environment
from dragoman_venues.databento.client import Streams

from tests.specs.dbn_files import NOON, dbn, metadata, price

KEY = "db-0123456789abcdefghijklmnopqrst"
LIMIT_S = 30


class Gateway:
    """Speaks the gateway's protocol: a greeting, a challenge that only the key answers, lines, then records."""

    def __init__(self, *records: Any, challenge: str = "t7kNhwj4xqR0QYjzFKtBEG2ec2pXJ4FK") -> None:
        self.records = records
        self.challenge = challenge
        self.lines: list[dict[str, str]] = []
        self.let_in = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(f"lsg_version=0.6.1\ncram={self.challenge}\n".encode())
        while line := (await reader.readline()).decode().rstrip("\n"):
            said = dict(pair.split("=", 1) for pair in line.split("|"))
            self.lines.append(said)
            if "auth" in said:
                digest = hashlib.sha256(f"{self.challenge}|{KEY}".encode()).hexdigest()
                if said["auth"] != f"{digest}-{KEY[-5:]}":
                    writer.write(b"success=0|error=Authentication failed.\n")
                    break
                self.let_in += 1
                writer.write(b"success=1|session_id=1719\n")
            if "start_session" in said:
                data = metadata({}) + b"".join(map(bytes, self.records))
                for at in range(0, len(data), 53):
                    writer.write(data[at : at + 53])
                    await writer.drain()
        await writer.drain()
        writer.close()


def mapping(number: int, symbol: str) -> Any:
    return dbn.SymbolMappingMsg(
        publisher_id=1, instrument_id=number, ts_event=NOON, stype_in=dbn.SType.RAW_SYMBOL, stype_in_symbol=symbol,
        stype_out=dbn.SType.INSTRUMENT_ID, stype_out_symbol=str(number), start_ts=0, end_ts=0,
    )  # fmt: skip


def trade(number: int, sequence: int) -> Any:
    return dbn.TradeMsg(
        publisher_id=1, instrument_id=number, ts_event=NOON, price=price("10.5"), size=1, action=dbn.Action.TRADE,
        side=dbn.Side.BID, depth=0, ts_recv=NOON + sequence, sequence=sequence,
    )  # fmt: skip


def with_streams(gateway: Gateway, use: Callable[[Streams], Awaitable[None]], key: str = KEY) -> None:
    async def run() -> None:
        server = await asyncio.start_server(gateway.serve, "127.0.0.1", 0)
        async with server:
            url = f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}/{{dataset|lower|dashes}}"
            there = Environment(http={}, connections={"live": {"": url}})
            await use(Streams({"api_key": key}, environment=there))

    asyncio.run(asyncio.wait_for(run(), LIMIT_S))


def test_the_challenge_is_answered_with_the_key_and_records_come_with_their_symbols() -> None:
    gateway = Gateway(mapping(7, "ZZZ6"), trade(7, 1), mapping(8, "AAA6"), trade(8, 2))
    seen: list[tuple[str | None, int]] = []

    async def use(streams: Streams) -> None:
        records = streams.trades(dataset="GLBX.MDP3", symbols=["ZZZ6", "AAA6"])
        async for record in records:
            seen.append((streams.symbol(record), record.sequence))
            if len(seen) == 2:
                await records.aclose()
                return

    with_streams(gateway, use)
    assert seen == [("ZZZ6", 1), ("AAA6", 2)] and gateway.let_in == 1
    login, asked, start = gateway.lines
    assert (login["dataset"], login["encoding"], login["ts_out"]) == ("GLBX.MDP3", "dbn", "0")
    assert (asked["schema"], asked["stype_in"], asked["symbols"]) == ("trades", "raw_symbol", "ZZZ6,AAA6")
    assert start == {"start_session": "0"}


def test_another_key_is_not_let_in_and_is_not_told() -> None:
    gateway = Gateway()
    other = f"db-{'x' * 29}"

    async def use(streams: Streams) -> None:
        async for _ in streams.trades(dataset="GLBX.MDP3", symbols=["ZZZ6"]):
            raise AssertionError("nobody may get in")

    with pytest.raises(Exception, match=r"(?i)authentication") as caught:
        with_streams(gateway, use, other)
    assert gateway.let_in == 0 and other not in str(caught.value) and other not in str(gateway.lines)


def test_an_error_record_of_the_gateway_is_raised() -> None:
    gateway = Gateway(dbn.ErrorMsg(ts_event=NOON, err="no such schema"))

    async def use(streams: Streams) -> None:
        async for _ in streams.mbp_1(dataset="GLBX.MDP3", symbols=["ZZZ6"]):
            raise AssertionError("there are no records")

    with pytest.raises(VenueError, match="no such schema"):
        with_streams(gateway, use)
