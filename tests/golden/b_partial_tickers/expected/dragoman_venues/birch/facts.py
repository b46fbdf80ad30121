"""What can be sent to the venue birch: addresses, operations, channels, limits, errors. Generated from specs/birch; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.net.facts import ErrorTable
from dragoman.requests.facts import Channel, Environment, Interface, Param, Rules, Slot, Stream

INTERFACE = Interface(
    venue="birch",
    name="BIRCH",
    products={"swap": ("CryptoPerpetual",)},
    environments={
        "mainnet": Environment(
            {"rest": "https://api.birch.example"},
            {"stream": {"": "wss://stream.birch.example/ws"}, "table": {"": "wss://table.birch.example/ws"}},
        ),
    },
    credentials={},
    auth={},
    buckets=(),
    errors=ErrorTable(),
    operations={},
    channels={
        "ticker": Channel(
            name="ticker",
            connection="stream",
            title="What changed in a ticker",
            products=("swap",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"tickers.{v['symbol']}",
            gives=("QuoteTick", "MarkPriceUpdate", "FundingRateUpdate"),
            doc="https://docs.birch.example/stream#ticker",
        ),
        "brief": Channel(
            name="brief",
            connection="stream",
            title="The best of a book, of which a message says what is new",
            products=("swap",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"brief.{v['symbol']}",
            gives=("QuoteTick", "MarkPriceUpdate", "IndexPriceUpdate"),
            doc="https://docs.birch.example/stream#brief",
        ),
    },
    streams={
        "stream": Stream(
            name="stream",
            source="ws",
            transport="websocket",
            products=("swap",),
            frame={"op": "subscribe", "args": Slot("topics")},
            ack_timeout_ns=10_000_000_000,
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=30_000_000_000),
        ),
        "table": Stream(
            name="table",
            source="ws:table",
            transport="websocket",
            products=("swap",),
            frame={"op": "subscribe", "args": Slot("topics")},
            ack_timeout_ns=10_000_000_000,
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=30_000_000_000),
        ),
    },
    catalogs={},
    clocks={},
    refusals=(),
)
