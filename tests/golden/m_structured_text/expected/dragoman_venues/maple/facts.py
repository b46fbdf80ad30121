"""What can be sent to the venue maple: addresses, operations, channels, limits, errors. Generated from specs/maple; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.limits import Bucket
from dragoman.net.facts import ErrorTable
from dragoman.requests.facts import Channel, Environment, Interface, Operation, Param, Rules, Slot, Stream

INTERFACE = Interface(
    venue="maple",
    name="MAPLE",
    products={"spot": ("CurrencyPair",), "option": ("CryptoOption",)},
    environments={
        "mainnet": Environment(
            {"rest": "https://api.maple.example"},
            {
                "stream": {"": "wss://stream.maple.example/ws"},
                "options": {"": "wss://stream.maple.example/options"},
            },
        ),
    },
    credentials={},
    auth={},
    buckets=(Bucket(name="calls", limit=600, window_ns=60_000_000_000, kind="fixed"),),
    errors=ErrorTable(),
    operations={
        "get_pairs": Operation(
            name="get_pairs",
            title="Pairs with their filters in a tagged list",
            paths={"": ("GET", "/pairs")},
            servers={"": "rest"},
            weights={"": (("calls", 1),)},
            gives=("CurrencyPair",),
            doc="https://docs.maple.example/rest#pairs",
        ),
        "get_options": Operation(
            name="get_options",
            title="Options, described by their symbols",
            paths={"": ("GET", "/options")},
            servers={"": "rest"},
            weights={"": (("calls", 1),)},
            gives=("CryptoOption",),
            doc="https://docs.maple.example/rest#options",
        ),
        "get_last": Operation(
            name="get_last",
            title="The last price, in a body that names no symbol",
            paths={"": ("GET", "/last")},
            servers={"": "rest"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            weights={"": (("calls", 1),)},
            gives=("TradeTick",),
            doc="https://docs.maple.example/rest#last",
        ),
        "get_assets": Operation(
            name="get_assets",
            title="Assets by their names",
            paths={"": ("GET", "/assets")},
            servers={"": "rest"},
            weights={"": (("calls", 1),)},
            gives=("AccountState", "PositionStatusReport"),
            doc="https://docs.maple.example/rest#assets",
        ),
    },
    channels={
        "candles": Channel(
            name="candles",
            connection="stream",
            title="Bars, whose interval is in the name of the channel",
            products=("spot", "option"),
            params=(
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    default="1m",
                    allowed=("1m", "1H", "1D"),
                    fills="interval",
                    means={"1m": "1-MINUTE", "1H": "1-HOUR", "1D": "1-DAY"},
                ),
            ),
            topic=lambda v: f"candle{v['interval']}",
            gives=("Bar",),
            doc="https://docs.maple.example/stream#candles",
        ),
    },
    streams={
        "stream": Stream(
            name="stream",
            source="ws",
            transport="websocket",
            products=("spot", "option"),
            frame={"op": "subscribe", "args": Slot("topics")},
            ack_timeout_ns=10_000_000_000,
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=30_000_000_000),
        ),
        "options": Stream(
            name="options",
            source="ws:options",
            transport="websocket",
            products=("option",),
            frame={"op": "subscribe", "args": Slot("topics")},
            ack_timeout_ns=10_000_000_000,
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=30_000_000_000),
        ),
    },
    catalogs={"spot": ("get_pairs", {}), "option": ("get_options", {})},
    clocks={},
    refusals=(),
)
