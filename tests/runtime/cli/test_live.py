"""stream and instruments against servers on loopback that speak as the venue does."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from dragoman.cli import main
from websockets.sync.server import Server, ServerConnection, serve

Run = Callable[..., tuple[int, str, str]]
SYMBOL: dict[str, Any] = {
    "symbol": "BTCUSDT",
    "status": "TRADING",
    "baseAsset": "BTC",
    "baseAssetPrecision": 8,
    "quoteAsset": "USDT",
    "quotePrecision": 8,
    "quoteAssetPrecision": 8,
    "orderTypes": ["LIMIT"],
    "filters": [
        {"filterType": "PRICE_FILTER", "minPrice": "0.01000000", "maxPrice": "1000000.00000000", "tickSize": "0.01000000"},
        {"filterType": "LOT_SIZE", "minQty": "0.00001000", "maxQty": "9000.00000000", "stepSize": "0.00001000"},
    ],
}  # fmt: skip


def trade(number: int) -> str:
    data = {"e": "trade", "E": 1700000000001, "s": "BTCUSDT", "t": number, "p": "27451.50", "q": "0.10", "T": 1700000000000, "m": False, "M": True}  # fmt: skip
    return json.dumps({"stream": "btcusdt@trade", "data": data})


def answer(connection: ServerConnection) -> None:
    """Confirms every subscription and sends three trades after it."""
    for frame in connection:
        asked = json.loads(frame)
        connection.send(json.dumps({"result": None, "id": asked["id"]}))
        if asked["method"] == "SUBSCRIBE":
            for number in (1, 2, 3):
                connection.send(trade(number))


class Catalog(BaseHTTPRequestHandler):
    """Answers every call with one symbol."""

    def do_GET(self) -> None:
        body = json.dumps(
            {"timezone": "UTC", "serverTime": 1700000000000, "rateLimits": [], "symbols": [SYMBOL]}
        )
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Tests print nothing."""


@pytest.fixture
def stream_url() -> Iterator[str]:
    with serve(answer, "127.0.0.1", 0) as server:
        yield from _served(server)


def _served(server: Server) -> Iterator[str]:
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"ws://127.0.0.1:{server.socket.getsockname()[1]}/stream"
    server.shutdown()
    thread.join()


@pytest.fixture
def http_url() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Catalog) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """(exit code, stdout, stderr) of one command."""

    def ran(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main(arguments)
        said = capsys.readouterr()
        return int(end.value.code or 0), said.out, said.err

    return ran


def test_stream_prints_events_until_its_limit(run: Run, stream_url: str) -> None:
    code, out, _ = run(
        "stream", "binance", "TradeTick", "BTCUSDT", "--url", stream_url, "--limit", "2", "--json"
    )
    events = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(event["instrument_id"], event["trade_id"], event["price"]) for event in events] == [
        ("BTCUSDT.BINANCE", "1", "27451.50"),
        ("BTCUSDT.BINANCE", "2", "27451.50"),
    ]


def test_stream_without_json_is_a_line_an_event(run: Run, stream_url: str) -> None:
    _, out, _ = run("stream", "binance", "TradeTick", "BTCUSDT.BINANCE", "--url", f"stream={stream_url}", "--limit", "1")  # fmt: skip
    assert out.startswith(
        "TradeTick instrument_id=BTCUSDT.BINANCE price=27451.50 size=0.10 aggressor_side=BUYER"
    )


def test_a_type_that_is_none_is_refused_with_those_that_are(run: Run) -> None:
    code, _, err = run("stream", "binance", "Trades", "BTCUSDT")
    assert (code, "TradeTick" in err) == (2, True)


def test_instruments_as_a_table_and_as_json(run: Run, http_url: str) -> None:
    code, out, _ = run("instruments", "binance", "spot", "--url", http_url)
    assert (code, out.splitlines()[-1]) == (0, "1 instruments")
    assert [line.split()[:3] for line in out.splitlines() if "BTCUSDT" in line] == [
        ["BTCUSDT.BINANCE", "CurrencyPair", "BTCUSDT"]
    ], "a row that is piped is one line"
    _, out, _ = run("instruments", "binance", "spot", "--url", http_url, "--json")
    assert json.loads(out)["price_increment"] == "0.01"
