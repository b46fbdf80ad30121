"""Traffic that another program recorded becomes a tape that means the same."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import dragoman
import pytest
from dragoman.books import OrderBook
from dragoman.model import OrderBookDeltas, TradeTick
from dragoman.tape import Tape, TapeUnusable, import_folder
from dragoman.tape.index import canonical

from tests.conformance.recorded import messages
from tests.runtime.tape.live import CATALOG, trades


def row(at: int, kind: str, raw: Any, url: str = "") -> str:
    text = raw if isinstance(raw, str) else json.dumps(raw)
    return json.dumps({"ts": "1", "ts_ns": at, "dir": kind, "raw": text, "url": url}) + "\n"


def trade(number: int) -> dict[str, Any]:
    data = {
        "e": "aggTrade",
        "E": 1,
        "s": "BTCUSDT",
        "a": number,
        "p": "10.5",
        "q": "1",
        "f": 1,
        "l": 1,
        "T": 5,
        "m": True,
    }
    return {"stream": "btcusdt@aggTrade", "data": data}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "recorded"
    place.mkdir()
    url = "https://fapi.binance.com/fapi/v1/exchangeInfo?apiKey=PLANTED-import"
    (place / "http-setup.jsonl").write_text(row(1000, "http", CATALOG, url))
    first = (
        row(2000, "connect", "", "wss://host/stream")
        + row(2500, "out", {"id": 9})
        + row(3000, "in", trade(1))
    )
    (place / "ws-1.part1.jsonl").write_text(first)
    (place / "ws-1.part2.jsonl").write_text(row(4000, "in", trade(2)) + row(5000, "in", trade(3)))
    return place


def test_a_folder_becomes_a_tape_of_one_connection(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "run.tape.jsonl"
    summary = import_folder(folder, path, venue="binance", product="usdm")
    assert summary.types["TradeTick"] == 3
    kinds = [json.loads(line)["kind"] for line in path.read_text().splitlines()]
    assert kinds == ["tape", "http", "open", "out", "in", "in", "in", "end", "digests", "events"]
    assert Tape.open(path).header.imported
    assert "PLANTED" not in (tmp_path / "run.tape.http.yaml").read_text()
    assert [event.trade_id for event in trades(path)] == ["1", "2", "3"]


def test_a_folder_with_nothing_in_it_or_with_a_bad_line_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(TapeUnusable, match="it holds no recorded line"):
        import_folder(tmp_path, tmp_path / "a.jsonl", venue="binance", product="usdm")
    (folder / "ws-2.jsonl").write_text("{\n")
    with pytest.raises(TapeUnusable, match=r"ws-2\.jsonl:1: "):
        import_folder(folder, tmp_path / "a.jsonl", venue="binance", product="usdm")


@pytest.mark.parametrize(("recording", "product"), [("binance-futures", "usdm"), ("binance", "spot")])
def test_recorded_traffic_means_on_a_tape_what_it_means_directly(
    shared: Path, tmp_path: Path, recording: str, product: str
) -> None:
    folder = shared / "streams" / recording
    path = tmp_path / "run.tape.jsonl.zst"
    import_folder(folder, path, venue="binance", product=product)
    translator = dragoman.load("binance").translator(synced=True)
    direct = [
        event
        for message in messages(folder)
        for event in translator.translate(
            message.source, message.payload, product=product, request=message.request, ts_init=message.ts_init
        )
    ]
    played = list(Tape.open(path).events())
    assert len(direct) > 200
    assert [canonical(event) for event in played] == [canonical(event) for event in direct]
    assert _books(played) == _books(direct)


def test_an_adapter_on_recorded_traffic_keeps_the_same_book(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "run.tape.jsonl"
    import_folder(shared / "streams" / "binance-futures", path, venue="binance", product="usdm")
    books = _books(list(Tape.open(path).events()))
    identity = "SUSHIUSDT-PERP.BINANCE"

    async def run() -> tuple[list[Any], Any, list[Any]]:
        async with Tape.open(path).adapter() as venue:
            events = [event async for event in venue.subscribe(OrderBookDeltas, identity)]
            book = venue.book(identity)
            return events, (book.bids(10**6), book.asks(10**6)), venue.player.problems

    events, book, problems = asyncio.run(run())
    assert events[0].is_snapshot and not problems
    assert book == books[identity]


def test_trades_of_recorded_traffic_come_through_an_adapter(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "run.tape.jsonl"
    import_folder(shared / "streams" / "binance-futures", path, venue="binance", product="usdm")
    identity = "SUSHIUSDT-PERP.BINANCE"
    expected = [
        event
        for event in Tape.open(path).events()
        if isinstance(event, TradeTick) and event.instrument_id == identity
    ]

    async def run() -> list[Any]:
        async with Tape.open(path).adapter() as venue:
            return [event async for event in venue.subscribe(TradeTick, identity)]

    assert asyncio.run(run()) == expected and expected


def _books(events: list[Any]) -> dict[str, Any]:
    books: dict[str, OrderBook] = {}
    for event in events:
        if isinstance(event, OrderBookDeltas):
            books.setdefault(event.instrument_id, OrderBook(event.instrument_id)).apply(event)
    return {identity: (book.bids(10**6), book.asks(10**6)) for identity, book in books.items()}
