"""A recording played on loopback's core: its bytes in their order, and snapshots that fit what was played."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import dragoman
import pytest
from dragoman.books import OrderBook
from dragoman.model import InstrumentId, OrderBookDeltas
from dragoman.simulate.recording import Recording, RecordingUnusable
from dragoman.simulate.replayed import ReplayedVenue
from dragoman.simulate.venue import SimulatedVenue

MS = 1_000_000
NOW = 1_790_000_000_000 * MS
TOPICS = ("btcusdt@depth@100ms", "btcusdt@aggTrade", "btcusdt@bookTicker")
HOST = "https://fapi.binance.com"
IDENTITY = InstrumentId("BTCUSDT-PERP.BINANCE")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A second and a half of a simulated market, recorded; its snapshot was taken a little after the start."""
    venue = SimulatedVenue("binance", now_ns=NOW, products=["usdm"])
    link = venue.connect("stream", "usdm", "/stream")
    venue.receive(link, json.dumps({"method": "SUBSCRIBE", "params": TOPICS, "id": 1}), NOW)
    lines: list[dict[str, Any]] = []

    def answer(path: str, now_ns: int) -> None:
        raw = venue.respond("usdm", "GET", path, b"", now_ns).body.decode()
        lines.append({"ts_ns": now_ns, "dir": "http", "url": HOST + path, "raw": raw})

    answer("/fapi/v1/exchangeInfo", NOW)
    for step in range(150):
        now_ns = NOW + step * 10 * MS
        if step == 30:
            answer("/fapi/v1/depth?symbol=BTCUSDT&limit=1000", now_ns)
        lines += [{"ts_ns": now_ns, "dir": "in", "raw": frame.decode()} for _, frame in venue.advance(now_ns)]
    (tmp_path / "all.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return tmp_path


def subscribed(venue: ReplayedVenue) -> Any:
    link = venue.connect("stream", "usdm", "/stream")
    (reply,) = venue.receive(link, json.dumps({"method": "SUBSCRIBE", "params": TOPICS, "id": 1}), NOW)
    assert json.loads(reply) == {"result": None, "id": 1}
    return link


def test_the_recorded_bytes_come_in_order_to_whoever_is_subscribed(folder: Path) -> None:
    venue = ReplayedVenue("binance", folder)
    assert venue.product == "usdm"
    assert venue.instruments == [IDENTITY]
    assert venue.advance(NOW) == []
    subscribed(venue)
    frames = [frame.decode() for step in range(200) for _, frame in venue.advance(NOW + step * 10 * MS)]
    assert frames == [entry.raw for entry in Recording(folder).frames]
    assert venue.finished


def test_time_can_pass_faster(folder: Path) -> None:
    venue = ReplayedVenue("binance", folder, speed=10)
    subscribed(venue)
    venue.advance(NOW)
    venue.advance(NOW + 150 * MS)
    assert venue.finished


def test_answers_come_from_the_recording_and_what_it_lacks_is_an_error(folder: Path) -> None:
    venue = ReplayedVenue("binance", folder)
    listing = venue.respond("usdm", "GET", "/fapi/v1/exchangeInfo", b"", NOW)
    assert listing.body.decode() == Recording(folder).answers[0].raw
    book = venue.respond("usdm", "GET", "/fapi/v1/depth?symbol=BTCUSDT&limit=5", b"", NOW)
    assert book.body.decode() == Recording(folder).answers[1].raw
    assert venue.respond("usdm", "GET", "/fapi/v1/trades?symbol=BTCUSDT", b"", NOW).status == 400


@pytest.mark.parametrize("asked_at", [0, 20, 60, 149])
def test_whenever_a_snapshot_is_asked_for_the_book_ends_as_the_recording_s(
    folder: Path, asked_at: int
) -> None:
    venue = ReplayedVenue("binance", folder)
    subscribed(venue)
    translator = dragoman.load("binance").translator(synced=True)
    feed = translator.stream("ws", product="usdm")
    machine = translator.scope("usdm").machines["depth"]
    machine.subscribe("BTCUSDT", NOW)
    book = OrderBook(IDENTITY)
    for step in range(200):
        now_ns = NOW + step * 10 * MS
        out = [event for _, frame in venue.advance(now_ns) for event in feed(frame, now_ns)]
        if step >= asked_at and machine.effects:
            effect = machine.effects.popleft()
            body = venue.respond("usdm", "GET", "/fapi/v1/depth?symbol=BTCUSDT&limit=1000", b"", now_ns).body
            request = {"symbol": "BTCUSDT", "generation": effect.generation}
            out += translator.translate("get_depth", body, product="usdm", request=request, ts_init=now_ns)
        for event in out:
            if isinstance(event, OrderBookDeltas):
                book.apply(event)
    assert (book.bids(), book.asks()) == venue.levels(IDENTITY)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "no such folder"),
        ("", "no answers or no frames"),
        ("{", "all.jsonl:1"),
        ('{"dir": "in"}', "all.jsonl:1"),
    ],
)
def test_a_folder_that_holds_no_recording_is_refused(tmp_path: Path, content: str | None, words: str) -> None:
    folder = tmp_path / "recording"
    if content is not None:
        folder.mkdir()
        (folder / "all.jsonl").write_text(content)
    with pytest.raises(RecordingUnusable, match=words):
        Recording(folder)


def test_traffic_of_somebody_else_is_refused(folder: Path) -> None:
    file = folder / "all.jsonl"
    file.write_text(file.read_text().replace(HOST, "https://elsewhere.example"))
    with pytest.raises(RecordingUnusable, match="elsewhere"):
        ReplayedVenue("binance", folder)
