"""Market data of three venues, of our own making: the layouts that their documentation shows, each with a Struct that types all of it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from random import Random
from typing import Any

from msgspec import Struct

from bench.floor import DecimalLevel, TextLevel
from bench.venue_frames import START_MS, Fields, Stream, a_price, a_size, frames, some_levels

Level4 = tuple[str, str, str, str]
DecimalLevel4 = tuple[Decimal, Decimal, str, str]
MATCH = "20f43950-d8dd-5b31-9112-a178eb60{:04x}"


class BybitTrade(Struct, frozen=True, gc=False):
    T: int
    s: str
    S: str
    v: Decimal
    p: Decimal
    L: str
    i: str
    BT: bool
    seq: int


class BybitTrades(Struct, frozen=True, gc=False):
    topic: str
    type: str
    ts: int
    data: list[BybitTrade]


def bybit_trade(random: Random, index: int) -> Fields:
    at = START_MS + index
    trade: Fields = {"T": at, "s": "BTCUSDT", "S": "Buy", "v": a_size(random), "p": a_price(random)}
    trade |= {"L": "PlusTick", "i": MATCH.format(index), "BT": False, "seq": 1_783_284_617 + index}
    return {"topic": "publicTrade.BTCUSDT", "type": "snapshot", "ts": at, "data": [trade]}


class BybitTicker(Struct, frozen=True, gc=False):
    symbol: str
    tickDirection: str
    lastPrice: Decimal
    bid1Price: Decimal
    bid1Size: Decimal
    ask1Price: Decimal
    ask1Size: Decimal


class BybitTickers(Struct, frozen=True, gc=False):
    topic: str
    type: str
    data: BybitTicker
    cs: int
    ts: int


def bybit_ticker(random: Random, index: int) -> Fields:
    """What changed of it; what other tickers change with is left out."""
    ticker: Fields = {"symbol": "BTCUSDT", "tickDirection": "PlusTick", "lastPrice": a_price(random)}
    ticker |= {"bid1Price": a_price(random), "bid1Size": a_size(random)}
    ticker |= {"ask1Price": a_price(random), "ask1Size": a_size(random)}
    kind = "delta" if index else "snapshot"
    return {
        "topic": "tickers.BTCUSDT",
        "type": kind,
        "data": ticker,
        "cs": 24_987_956_059 + index,
        "ts": START_MS + index,
    }


class BybitBookText(Struct, frozen=True, gc=False):
    s: str
    b: list[TextLevel]
    a: list[TextLevel]
    u: int
    seq: int


class BybitBookDecimal(Struct, frozen=True, gc=False):
    s: str
    b: list[DecimalLevel]
    a: list[DecimalLevel]
    u: int
    seq: int


class BybitBooksText(Struct, frozen=True, gc=False):
    topic: str
    type: str
    ts: int
    data: BybitBookText
    cts: int


class BybitBooksDecimal(Struct, frozen=True, gc=False):
    topic: str
    type: str
    ts: int
    data: BybitBookDecimal
    cts: int


def bybit_book(random: Random, index: int) -> Fields:
    book: Fields = {
        "s": "BTCUSDT",
        "b": some_levels(random),
        "a": some_levels(random),
        "u": index + 2,
        "seq": index,
    }
    at = START_MS + index
    return {"topic": "orderbook.50.BTCUSDT", "type": "delta", "ts": at, "data": book, "cts": at}


class OkxArg(Struct, frozen=True, gc=False):
    channel: str
    instId: str


class OkxTrade(Struct, frozen=True, gc=False):
    instId: str
    tradeId: str
    px: Decimal
    sz: Decimal
    side: str
    ts: str
    count: str
    source: str
    seqId: int


class OkxTrades(Struct, frozen=True, gc=False):
    arg: OkxArg
    data: list[OkxTrade]


def okx_trade(random: Random, index: int) -> Fields:
    trade: Fields = {"instId": "BTC-USDT-SWAP", "tradeId": str(130_639_474 + index)}
    trade |= {"px": a_price(random), "sz": a_size(random), "side": "buy", "ts": str(START_MS + index)}
    trade |= {"count": "3", "source": "0", "seqId": 1_234 + index}
    return {"arg": {"channel": "trades", "instId": "BTC-USDT-SWAP"}, "data": [trade]}


class OkxTicker(Struct, frozen=True, gc=False):
    instType: str
    instId: str
    last: Decimal
    lastSz: Decimal
    askPx: Decimal
    askSz: Decimal
    bidPx: Decimal
    bidSz: Decimal
    open24h: Decimal
    high24h: Decimal
    low24h: Decimal
    volCcy24h: Decimal
    vol24h: Decimal
    sodUtc0: Decimal
    sodUtc8: Decimal
    ts: str


class OkxTickers(Struct, frozen=True, gc=False):
    arg: OkxArg
    data: list[OkxTicker]


def okx_ticker(random: Random, index: int) -> Fields:
    ticker: Fields = {"instType": "SWAP", "instId": "BTC-USDT-SWAP", "last": a_price(random)}
    ticker |= {
        "lastSz": a_size(random),
        "askPx": a_price(random),
        "askSz": a_size(random),
        "bidPx": a_price(random),
    }
    ticker |= {"bidSz": a_size(random), "open24h": "60100.5", "high24h": "61000", "low24h": "60000.1"}
    ticker |= {"volCcy24h": f"{2_222_000 + index}.5", "vol24h": f"{222_200 + index}.1"}
    ticker |= {"sodUtc0": "60222.2", "sodUtc8": "60333.3", "ts": str(START_MS + index)}
    return {"arg": {"channel": "tickers", "instId": "BTC-USDT-SWAP"}, "data": [ticker]}


class OkxBookText(Struct, frozen=True, gc=False):
    asks: list[Level4]
    bids: list[Level4]
    ts: str
    checksum: int
    seqId: int
    prevSeqId: int


class OkxBookDecimal(Struct, frozen=True, gc=False):
    asks: list[DecimalLevel4]
    bids: list[DecimalLevel4]
    ts: str
    checksum: int
    seqId: int
    prevSeqId: int


class OkxBooksText(Struct, frozen=True, gc=False):
    arg: OkxArg
    action: str
    data: list[OkxBookText]


class OkxBooksDecimal(Struct, frozen=True, gc=False):
    arg: OkxArg
    action: str
    data: list[OkxBookDecimal]


def okx_book(random: Random, index: int) -> Fields:
    book: Fields = {
        "asks": some_levels(random, "0", "1"),
        "bids": some_levels(random, "0", "1"),
        "checksum": 1,
    }
    book |= {"ts": str(START_MS + index), "seqId": index + 1, "prevSeqId": index}
    return {"arg": {"channel": "books", "instId": "BTC-USDT-SWAP"}, "action": "update", "data": [book]}


class BitmexTrade(Struct, frozen=True, gc=False):
    timestamp: datetime
    symbol: str
    side: str
    size: Decimal
    price: Decimal
    tickDirection: str
    trdMatchID: str
    grossValue: int
    homeNotional: Decimal
    foreignNotional: Decimal
    trdType: str


class BitmexTrades(Struct, frozen=True, gc=False):
    table: str
    action: str
    data: list[BitmexTrade]


def _moment(index: int) -> str:
    return f"2025-10-09T08:00:{index // 1000:02d}.{index % 1000:03d}Z"


def bitmex_trade(random: Random, index: int) -> Fields:
    trade: Fields = {"timestamp": _moment(index), "symbol": "XBTUSD", "side": "Sell"}
    trade |= {"size": 100 * random.randint(1, 90), "price": random.randint(120_000, 122_000) / 2}
    trade |= {"tickDirection": "ZeroMinusTick", "trdMatchID": MATCH.format(index), "grossValue": 101_450}
    trade |= {"homeNotional": 0.0010145, "foreignNotional": 100, "trdType": "Regular"}
    return {"table": "trade", "action": "insert", "data": [trade]}


class BitmexQuote(Struct, frozen=True, gc=False):
    timestamp: datetime
    symbol: str
    bidSize: Decimal
    bidPrice: Decimal
    askPrice: Decimal
    askSize: Decimal


class BitmexQuotes(Struct, frozen=True, gc=False):
    table: str
    action: str
    data: list[BitmexQuote]


def bitmex_quote(random: Random, index: int) -> Fields:
    quote: Fields = {"timestamp": _moment(index), "symbol": "XBTUSD"}
    quote |= {"bidSize": 100 * random.randint(1, 900), "bidPrice": random.randint(120_000, 122_000) / 2}
    quote |= {"askPrice": random.randint(120_000, 122_000) / 2, "askSize": 100 * random.randint(1, 900)}
    return {"table": "quote", "action": "insert", "data": [quote]}


class BitmexTen(Struct, frozen=True, gc=False):
    symbol: str
    bids: list[DecimalLevel]
    asks: list[DecimalLevel]
    timestamp: datetime


class BitmexTens(Struct, frozen=True, gc=False):
    table: str
    action: str
    data: list[BitmexTen]


def bitmex_ten(random: Random, index: int) -> Fields:
    sides = [
        [[random.randint(120_000, 122_000) / 2, 100 * random.randint(1, 900)] for _ in range(10)]
        for _ in range(2)
    ]
    ten = {"symbol": "XBTUSD", "bids": sides[0], "asks": sides[1], "timestamp": _moment(index)}
    return {"table": "orderBook10", "action": "update", "data": [ten]}


Make = Callable[[Random, int], Any]


def markets() -> Iterator[Stream]:
    """(name, venue, product, channel, frames, the Struct that is the floor, how many times it at most, whether levels are read)."""
    rows: tuple[tuple[str, str, str, str, Make, Any, float, bool], ...] = (
        ("bybit, trade", "bybit", "linear", "public_trade", bybit_trade, BybitTrades, 1.5, False),
        ("bybit, ticker", "bybit", "linear", "ticker", bybit_ticker, BybitTickers, 1.5, False),
        ("bybit, book", "bybit", "linear", "orderbook", bybit_book, BybitBooksText, 1.5, False),
        ("bybit, every level", "bybit", "linear", "orderbook", bybit_book, BybitBooksDecimal, 1.3, True),
        ("okx, trade", "okx", "swap", "trades", okx_trade, OkxTrades, 1.5, False),
        ("okx, ticker", "okx", "swap", "tickers", okx_ticker, OkxTickers, 1.5, False),
        ("okx, book", "okx", "swap", "books", okx_book, OkxBooksText, 1.5, False),
        ("okx, every level", "okx", "swap", "books", okx_book, OkxBooksDecimal, 1.3, True),
        ("bitmex, trade", "bitmex", "perpetual", "trade", bitmex_trade, BitmexTrades, 1.5, False),
        ("bitmex, quote", "bitmex", "perpetual", "quote", bitmex_quote, BitmexQuotes, 1.5, False),
        ("bitmex, ten levels", "bitmex", "perpetual", "ten_levels", bitmex_ten, BitmexTens, 1.3, True),
    )
    for name, venue, product, channel, make, floor, most, reads in rows:
        yield Stream(
            name,
            venue,
            product,
            channel,
            frames(make),
            most_of_floor=most,
            floor=floor,
            reads_levels=reads,
        )
