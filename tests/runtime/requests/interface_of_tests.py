"""A venue's interface as generated code writes it, small and with one of everything."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dragoman.auth import ApiKey, Cram, Hmac, SessionToken
from dragoman.limits import Bucket
from dragoman.model import InstrumentId
from dragoman.net.facts import ErrorRule, ErrorTable
from dragoman.requests.builder import Requests as BaseRequests
from dragoman.requests.client import BaseClient
from dragoman.requests.facts import (
    Channel,
    ClockFacts,
    Environment,
    Interface,
    Operation,
    Page,
    Param,
    Refusal,
    Rules,
    Slot,
    Stream,
)
from dragoman.requests.streams import BaseStreams
from dragoman.translate.facts import Channel as ChannelTables
from dragoman.translate.facts import Connection, Product, Reply, Tables
from msgspec import Struct

MS = 1_000_000


class Bar(Struct, array_like=True, frozen=True):
    time_ms: int
    close: Decimal


class Trade(Struct, frozen=True, kw_only=True, tag_field="e", tag="trade"):
    id: int
    price: Decimal


class Time(Struct, frozen=True):
    server_ms: int


class Listing(Struct, frozen=True):
    rows: list[Trade]
    cursor: str | None = None


class Ack(Struct, frozen=True):
    id: int


class Refused(Struct, frozen=True, kw_only=True):
    id: int | None = None
    error: str


SYMBOL = Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol")
INTERVAL = Param(
    name="interval",
    wire="interval",
    told="interval",
    required=True,
    allowed=("1m", "1h"),
    fills="interval",
    means={"1m": "1-MINUTE", "1h": "1-HOUR"},
)
START = Param(name="start_ms", wire="from", told="start", kind="time", unit_ns=MS, fills="start")
END = Param(name="end_ms", wire="to", told="end", kind="time", unit_ns=MS, fills="end")
LIMIT = Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit")

OPERATIONS = {
    "get_time": Operation(
        name="get_time",
        title="Time",
        paths={"": ("GET", "/time")},
        servers={"": "main"},
        weights={"": (("weight", 1),)},
    ),
    "get_bars": Operation(
        name="get_bars",
        title="Bars",
        paths={"spot": ("GET", "/spot/bars"), "perp": ("GET", "/perp/bars")},
        servers={"spot": "main", "perp": "perp"},
        params=(SYMBOL, INTERVAL, START, END, LIMIT),
        weights={
            "spot": (("weight", 2),),
            "perp": (("weight", lambda scope: 1 if (scope.told_int("limit") or 0) < 100 else 5),),
        },
        page=Page(
            kind="time",
            next=lambda message: message.time_ms,
            rows=lambda message: message,
            start="start_ms",
            end="end_ms",
            limit="limit",
            most=3,
            time=lambda message: message.time_ms,
        ),
        gives=("Bar",),
    ),
    "get_bars_back": Operation(
        name="get_bars_back",
        title="Bars, the last first",
        paths={"": ("GET", "/back")},
        servers={"": "main"},
        params=(START, END, LIMIT),
        page=Page(
            kind="time",
            next=lambda message: message.time_ms,
            rows=lambda message: message,
            start="start_ms",
            end="end_ms",
            limit="limit",
            most=3,
            backward=True,
            time=lambda message: message.time_ms,
        ),
    ),
    "get_bars_of_a_minute": Operation(
        name="get_bars_of_a_minute",
        title="Bars, of a range that may not be long",
        paths={"": ("GET", "/short")},
        servers={"": "main"},
        params=(START, END, LIMIT),
        page=Page(
            kind="time",
            next=lambda message: message.time_ms,
            rows=lambda message: message,
            start="start_ms",
            end="end_ms",
            limit="limit",
            most=3,
            time=lambda message: message.time_ms,
            span=60,
        ),
    ),
    "get_trades": Operation(
        name="get_trades",
        title="Trades",
        paths={"": ("GET", "/trades/{symbol}")},
        servers={"": "main"},
        params=(SYMBOL, Param(name="from_id", wire="fromId", told="from_id", kind="int"), LIMIT),
        page=Page(
            kind="id",
            next=lambda message: message.id,
            rows=lambda message: message,
            from_="from_id",
            limit="limit",
            most=2,
        ),
        gives=("TradeTick",),
        prefer=1,
    ),
    "get_mark_bars": Operation(
        name="get_mark_bars",
        title="Bars of the mark price",
        paths={"perp": ("GET", "/perp/mark")},
        servers={"perp": "perp"},
        params=(SYMBOL, INTERVAL),
        gives=("Bar",),
        prices=("MARK",),
    ),
    "list_trades": Operation(
        name="list_trades",
        title="Own trades",
        paths={"": ("GET", "/mine")},
        servers={"": "main"},
        params=(Param(name="after", wire="after", told="after"),),
        auth="signed",
        private=True,
        page=Page(
            kind="cursor",
            next=lambda message: message.cursor,
            rows=lambda message: message.rows,
            from_="after",
        ),
        gives=("TradeTick",),
    ),
    "send": Operation(
        name="send",
        title="Send something",
        paths={"": ("POST", "/send")},
        servers={"": "main"},
        params=(
            Param(name="size", wire="size", told="size", kind="dec", required=True),
            Param(name="exact", wire="exact", told="exact", kind="dec_num"),
            Param(name="flag", wire="flag", told="flag", kind="bool"),
            Param(name="names", wire="names", told="names", kind="list"),
            Param(name="tag", wire="X-Tag", told="tag", place="header"),
            Param(name="page", wire="page", told="page", kind="int", place="query"),
            Param(name="only_perp", wire="onlyPerp", told="only_perp", products=("perp",)),
            Param(name="extra", wire="extra", told="extra", kind="any"),
        ),
        auth="signed",
        send="json",
        kind="command",
    ),
    "log_in": Operation(
        name="log_in",
        title="Log in",
        paths={"": ("POST", "/login")},
        servers={"": "main"},
        params=(Param(name="user", wire="user", told="user", required=True),),
        send="form",
    ),
    "call": Operation(
        name="call",
        title="A remote procedure",
        paths={"": ("POST", "/rpc")},
        servers={"": "main"},
        params=(Param(name="market", wire="market", told="market"),),
        auth="session",
        send="json_rpc",
        body={"method": "v1/list", "params": Slot("params")},
    ),
}
CHANNELS = {
    "trade": Channel(
        name="trade",
        connection="stream",
        title="Trades",
        products=("spot", "perp"),
        params=(SYMBOL,),
        topic=lambda v: f"{v['symbol'].lower()}@trade",
        address={"tier": "public"},
        gives=("TradeTick",),
    ),
    "kline": Channel(
        name="kline",
        connection="stream",
        title="Bars",
        products=("spot",),
        params=(SYMBOL, INTERVAL),
        topic=lambda v: f"{v['symbol'].lower()}@kline_{v['interval']}",
        address={"tier": "market"},
        gives=("Bar",),
    ),
    "best_trade": Channel(
        name="best_trade",
        connection="stream",
        title="Trades, faster",
        products=("perp",),
        params=(SYMBOL,),
        topic=lambda v: f"{v['symbol'].lower()}@fast",
        address={"tier": "public"},
        gives=("TradeTick",),
        prefer=2,
    ),
    "lines": Channel(
        name="lines",
        connection="gateway",
        title="Records",
        products=("spot",),
        params=(Param(name="symbols", wire="symbols", told="symbols", kind="list", required=True),),
        topic=lambda v: "trades",
    ),
}
STREAMS = {
    "stream": Stream(
        name="stream",
        source="ws",
        transport="websocket",
        products=("spot", "perp"),
        frame={"op": "SUB", "args": Slot("topics"), "id": Slot("id"), "resume": Slot("clk")},
        unsubscribe={"op": "UNSUB", "args": Slot("topics"), "id": Slot("id")},
        batch=2,
        ack="id",
        resume=True,
        rules=Rules(first_ns=1_000, max_ns=2_000, max_subscriptions=100, sends_per_second=5),
    ),
    "gateway": Stream(
        name="gateway",
        source="gate",
        transport="tcp",
        products=("spot",),
        control="pairs",
        separator="|",
        frame={"schema": Slot("topic"), "symbols": Slot("symbols"), "start": Slot("start")},
        begin={"start_session": 0},
        login="challenge",
        login_frame={
            "auth": lambda v: f"{v['response']}",
            "dataset": lambda v: f"{v['dataset']}",
            "ts_out": 0,
        },
        rules=Rules(first_ns=1_000, max_ns=2_000),
    ),
}
INTERFACE = Interface(
    venue="tests",
    name="TESTS",
    products={"spot": ("CurrencyPair",), "perp": ("CryptoPerpetual",)},
    environments={
        "mainnet": Environment(
            {"main": "https://api.test/base/", "perp": "https://perp.test"},
            {
                "stream": {"spot": "wss://spot.test/ws", "perp": "wss://perp.test/{tier}/ws"},
                "gateway": {"": "tcp://{dataset|lower|dashes}.gate.test:13000"},
            },
        )
    },
    credentials={"api_key": "TESTS_KEY", "api_secret": "TESTS_SECRET", "session_token": "the token of log_in"},
    auth={
        "signed": Hmac(
            digest="sha256",
            encoding="hex",
            payload=lambda v: f"{v['timestamp_ms']}{v['method']}{v['path']}{v['query']}{v['body']}",
            headers={"X-KEY": lambda v: v["api_key"], "X-SIGN": lambda v: v["signature"], "X-TIME": lambda v: v["timestamp_ms"]},
        ),
        "key": ApiKey(headers={"X-KEY": lambda v: v["api_key"]}),
        "session": SessionToken(login="log_in", token="token", headers={"X-TOKEN": lambda v: v["session_token"]}),
        "challenge": Cram(payload=lambda v: v["challenge"], response=lambda v: f"{v['digest'][:4]}-{v['api_key']}"),
    },
    buckets=(Bucket(name="weight", limit=100, window_ns=60_000_000_000),),
    errors=ErrorTable(codes={"-1021": ErrorRule("the clock is off", "clock")}),
    operations=OPERATIONS,
    channels=CHANNELS,
    streams=STREAMS,
    clocks={"main": ClockFacts("get_time", lambda message: message.server_ms * MS, Time)},
    refusals=(Refusal("request_quotes", (), "no history of quotes is kept", "subscribe_quotes"), Refusal("request_trades", ("perp",), "not for perp", "")),
)  # fmt: skip

PRODUCTS = {
    "spot": Product(
        "spot",
        ("symbol",),
        ("CurrencyPair",),
        lambda key: InstrumentId(f"{key}.TESTS"),
        lambda text: text.removesuffix(".TESTS") if "-" not in text else None,
        lambda key: key,
    ),
    "perp": Product(
        "perp",
        ("symbol",),
        ("CryptoPerpetual",),
        lambda key: InstrumentId(f"{key}-PERP.TESTS"),
        lambda text: text.removesuffix("-PERP.TESTS") if text.endswith("-PERP.TESTS") else None,
        lambda key: key,
    ),
}


def _read(message: Any) -> tuple[Any, str, str]:
    return message.id, "", getattr(message, "error", "")


def _emit(*told: Any) -> None:
    """Nothing is emitted here."""


TABLES = Tables(
    venue="TESTS",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("spot", "perp"),
            wrapper_topic="stream",
            wrapper_payload="data",
            tag_key="e",
            channels=(ChannelTables(name="trade", payload=Trade, emit=_emit, tag="trade"),),
            replies=(
                Reply("ack", ("result", "id"), Ack, "ack", _read),
                Reply("refused", ("error",), Refused, "error", _read),
            ),
        ),
    ),
)
KEYS = {"api_key": "the-key", "api_secret": "the-secret"}
NOW_NS = 1_700_000_000_123_456_789


class Requests(BaseRequests):
    interface = INTERFACE
    products = PRODUCTS


class Client(BaseClient):
    builder = Requests


class Streams(BaseStreams):
    """Its streams."""

    builder = Requests
    tables = TABLES


def builder(**more: Any) -> Requests:
    """A builder with keys and a clock that stands still."""
    return Requests(KEYS, None, lambda: NOW_NS, lambda: "nonce", **more)
