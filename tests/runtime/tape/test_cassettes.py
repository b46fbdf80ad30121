"""Cassettes of vcrpy under the real HTTP backend, and as the HTTP part of a tape."""

from __future__ import annotations

import asyncio
import gzip
import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import vcr
import yaml
from dragoman.net.http import HttpxBackend
from dragoman.net.wire import Request, Response
from dragoman.tape import Tape, TapeMiss, TapeUnusable, cassette
from dragoman.tape.cassettes import CassetteReader

from tests.runtime.tape.live import a_book, record

SECOND = 1_000_000_000


class Echo(BaseHTTPRequestHandler):
    """Answers every call with its own address, compressed, and counts."""

    calls = 0

    def do_GET(self) -> None:
        type(self).calls += 1
        body = gzip.compress(f'{{"you":"{self.path}","apiKey":"PLANTED-answer"}}'.encode())
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        """Tests print nothing."""


@pytest.fixture
def url() -> Iterator[str]:
    Echo.calls = 0
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def ask(url: str, **pairs: str) -> Response:
    async def run() -> Response:
        backend = HttpxBackend()
        request = Request(
            method="GET",
            url=f"{url}/a",
            query=tuple(pairs.items()),
            headers=(("X-MBX-APIKEY", "PLANTED-key"),),
        )
        try:
            return await backend.send(request, timeout_ns=5 * SECOND)
        finally:
            await backend.close()

    return asyncio.run(run())


def test_http_is_recorded_once_and_played_without_the_venue(
    tmp_path: Path, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    file = tmp_path / "calls.yaml"
    with cassette(file, "binance", mode="once"):
        live = ask(url, symbol="BTCUSDT", timestamp="1", signature="PLANTED-one")
    assert b"PLANTED-answer" in live.body and Echo.calls == 1
    text = file.read_text()
    assert "PLANTED" not in text and "symbol=BTCUSDT" in text and '"you"' in text
    with cassette(file, "binance") as played:
        replayed = ask(url, symbol="BTCUSDT", timestamp="2", signature="PLANTED-two")
    assert (Echo.calls, played.play_count) == (1, 1)
    assert "symbol=BTCUSDT" in caplog.text and "PLANTED" not in caplog.text
    assert b'"apiKey":"***"' in replayed.body and "content-encoding" not in replayed.headers


def test_a_miss_lists_the_nearest_recordings_and_the_failed_matcher(tmp_path: Path, url: str) -> None:
    file = tmp_path / "calls.yaml"
    with cassette(file, "binance", mode="once"):
        ask(url, symbol="BTCUSDT")
    with pytest.raises(TapeMiss) as missed, cassette(file, "binance"):
        ask(url, symbol="ETHUSDT", signature="PLANTED-x")
    assert missed.value.nearest[0].failed == (("query", "symbol: 'ETHUSDT', recorded 'BTCUSDT'"),)
    assert "PLANTED" not in str(missed.value) and Echo.calls == 1


def test_rewrite_records_anew(tmp_path: Path, url: str) -> None:
    file = tmp_path / "calls.yaml"
    for symbol in ("BTCUSDT", "ETHUSDT"):
        with cassette(file, "binance", mode="rewrite"):
            ask(url, symbol=symbol)
    assert "BTCUSDT" not in file.read_text() and Echo.calls == 2


def test_the_http_part_of_a_tape_is_a_cassette_that_vcrpy_plays(tmp_path: Path) -> None:
    import httpx
    from dragoman.model import OrderBookDeltas

    record(tmp_path / "run.tape.jsonl", a_book, OrderBookDeltas)
    file = tmp_path / "run.tape.http.yaml"
    (interaction,) = yaml.safe_load(file.read_text())["interactions"]
    assert interaction["request"]["uri"].startswith("https://fapi.binance.com/fapi/v1/depth?symbol=BTCUSDT")
    assert "content-encoding" not in interaction["response"]["headers"]
    with vcr.use_cassette(str(file), record_mode="none"):
        assert httpx.get(interaction["request"]["uri"]).json()["lastUpdateId"] == 100


def test_beside_a_compressed_tape_the_cassette_is_compressed_too(tmp_path: Path) -> None:
    from dragoman.model import OrderBookDeltas

    record(tmp_path / "a.jsonl", a_book, OrderBookDeltas)
    live = record(tmp_path / "b.jsonl.zst", a_book, OrderBookDeltas)
    plain, packed = tmp_path / "a.http.yaml", tmp_path / "b.http.yaml.zst"
    assert packed.read_bytes()[:4] == b"\x28\xb5\x2f\xfd" and not (tmp_path / "b.http.yaml").exists()
    known, found = CassetteReader(plain), CassetteReader(packed)
    assert [each.uri for each in found.requests] == [each.uri for each in known.requests]
    assert found.responses == known.responses
    assert live == list(Tape.open(tmp_path / "b.jsonl.zst").events())
    # What a crash leaves of the last interaction costs that one alone; tapes of before have plain ones.
    packed.write_bytes(packed.read_bytes()[:-3])
    assert not CassetteReader(packed).requests
    packed.unlink()
    (tmp_path / "b.http.yaml").write_bytes(plain.read_bytes())
    assert len(CassetteReader(packed)) == 1


def test_a_cassette_whose_last_interaction_was_cut_off_gives_the_others(tmp_path: Path, url: str) -> None:
    file = tmp_path / "calls.yaml"
    with cassette(file, "binance", mode="once"):
        ask(url, symbol="BTCUSDT")
        ask(url, symbol="ETHUSDT")
    text = file.read_text()
    file.write_text(text[: text.rindex("uri:") - 3])
    found = CassetteReader(file)
    assert len(found) == 1 and found.torn


def test_a_cassette_with_objects_in_it_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "calls.yaml"
    file.write_text("version: 1\ninteractions:\n- !!python/object/apply:os.system ['true']\n")
    with pytest.raises(TapeUnusable, match="no cassette"):
        CassetteReader(file)
