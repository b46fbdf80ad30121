"""What is measured: recorded frames where ../shared holds them, frames of our own making otherwise."""

import bz2
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qsl, urlsplit

import databento_dbn as dbn
import zstandard

from bench import synthetic
from bench.timing import longer

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FUTURES = SHARED / "streams" / "binance-futures"
MARKET = SHARED / "corpus" / "betfair" / "historic" / "1-166564490.bz2"
DBN_TRADES = SHARED / "corpus" / "databento" / "test_data" / "test_data.trades.dbn.zst"
DBN_RECORDS = 10_000


@dataclass(frozen=True)
class Call:
    """One call of a translator."""

    source: str
    payload: bytes
    request: dict[str, str] | None = None


@dataclass(frozen=True)
class Case:
    """Frames of one kind. `before` brings state up and is not timed; `per_frame` is the messages in a frame."""

    name: str
    venue: str
    source: str
    product: str | None
    frames: list[bytes]
    recorded: bool
    before: list[Call] = field(default_factory=list)
    per_frame: int = 1


def recorded_futures() -> list[dict[str, str]]:
    if not FUTURES.is_dir():
        return []
    names = ("ws-1.jsonl", "http-runtime.jsonl")
    rows = [json.loads(line) for name in names for line in (FUTURES / name).read_text().splitlines()]
    return [row for row in sorted(rows, key=lambda row: int(row["ts_ns"])) if row["dir"] in ("in", "http")]


def stream_case(name: str, channel: str, own: list[bytes], rows: list[dict[str, str]]) -> Case:
    frames = [row["raw"].encode() for row in rows if f'@{channel}","data"' in row["raw"]]
    return Case(name, "binance", "ws", "usdm", longer(frames or own), recorded=bool(frames))


def depth_case(rows: list[dict[str, str]]) -> Case:
    """Changes that follow the last snapshot, once in their order; what came before brings the books up."""
    snapshots = [index for index, row in enumerate(rows) if row["dir"] == "http"]
    if not snapshots:
        return Case("depth", "binance", "ws", "usdm", synthetic.depth(1000), recorded=False)
    before, frames = [], []
    for index, row in enumerate(rows):
        if row["dir"] == "http":
            url = urlsplit(row["url"])
            before.append(Call(f"GET {url.path}", row["raw"].encode(), dict(parse_qsl(url.query))))
        elif "@depth" in row["raw"][:60]:
            if index < snapshots[-1]:
                before.append(Call("ws", row["raw"].encode()))
            else:
                frames.append(row["raw"].encode())
    return Case("depth", "binance", "ws", "usdm", frames, recorded=True, before=before)


def kline_case(rows: list[dict[str, str]]) -> Case:
    """Every bar closed, since a translator and its peers ignore the open ones."""
    case = stream_case("kline", "kline_1m", synthetic.klines(500), rows)
    closed = [frame.replace(b'"x":false', b'"x":true') for frame in case.frames]
    return Case("kline", "binance", "ws", "usdm", closed, recorded=case.recorded)


def trade_case(rows: list[dict[str, str]]) -> Case:
    """The recording has aggregate trades only; a trade frame is the same but for its ids."""
    frames = []
    for row in rows:
        if '@aggTrade","data"' in row["raw"]:
            message = json.loads(row["raw"])
            data = message["data"]
            trade = {
                "e": "trade",
                "E": data["E"],
                "s": data["s"],
                "t": data["a"],
                "p": data["p"],
                "q": data["q"],
            }
            trade |= {"T": data["T"], "m": data["m"]}
            wrapped = {"stream": message["stream"].replace("aggTrade", "trade"), "data": trade}
            frames.append(json.dumps(wrapped, separators=(",", ":")).encode())
    own = synthetic.trades("trade", 500)
    return Case("trade", "binance", "ws", "usdm", longer(frames or own), recorded=bool(frames))


def market_case() -> Case:
    if MARKET.exists():
        frames = bz2.decompress(MARKET.read_bytes()).splitlines()
        return Case("mcm", "betfair", "stream", None, frames, recorded=True)
    return Case("mcm", "betfair", "stream", None, synthetic.market_changes(1000), recorded=False)


def dbn_case() -> Case:
    """One file of many trades: the recorded records over and over behind their own header, or made-up ones."""
    if DBN_TRADES.exists():
        raw = zstandard.ZstdDecompressor().decompressobj().decompress(DBN_TRADES.read_bytes())
    else:
        raw = own_dbn()
    header = 8 + int.from_bytes(raw[4:8], "little")
    record = raw[header : header + 4 * raw[header]]
    body = raw[:header] + record * DBN_RECORDS
    return Case(
        "dbn trades", "databento", "dbn", None, [body], recorded=DBN_TRADES.exists(), per_frame=DBN_RECORDS
    )


def own_dbn() -> bytes:
    interval = SimpleNamespace(start_date=date(2024, 1, 1), end_date=date(2025, 1, 1), symbol="42")
    metadata = dbn.Metadata(
        dataset="GLBX.MDP3",
        start=0,
        stype_in=dbn.SType("raw_symbol"),
        stype_out=dbn.SType("instrument_id"),
        schema=dbn.Schema("trades"),
        symbols=["ESM4"],
        mappings=[SimpleNamespace(raw_symbol="ESM4", intervals=[interval])],
    )
    at = 1_715_000_000_000_000_000
    trade = dbn.TradeMsg(1, 42, at, 4_500_250_000_000, 3, dbn.Action("T"), dbn.Side("B"), 0, at)
    return metadata.encode() + bytes(trade)


def cases() -> Iterator[Case]:
    rows = recorded_futures()
    yield trade_case(rows)
    yield stream_case("aggTrade", "aggTrade", synthetic.trades("aggTrade", 500), rows)
    yield stream_case("bookTicker", "bookTicker", synthetic.quotes(500), rows)
    yield depth_case(rows)
    yield kline_case(rows)
    yield market_case()
    yield dbn_case()
