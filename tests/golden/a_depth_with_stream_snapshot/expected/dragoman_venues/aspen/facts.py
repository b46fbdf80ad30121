"""What can be sent to the venue aspen: addresses, operations, channels, limits, errors. Generated from specs/aspen; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.net.facts import ErrorTable
from dragoman.requests.facts import Channel, Environment, Interface, Param, Rules, Slot, Stream

INTERFACE = Interface(
    venue="aspen",
    name="ASPEN",
    products={"swap": ("CryptoPerpetual",)},
    environments={
        "mainnet": Environment(
            {"rest": "https://api.aspen.example"},
            {"stream": {"": "wss://stream.aspen.example/ws"}, "flat": {"": "wss://flat.aspen.example/ws"}},
        ),
    },
    credentials={},
    auth={},
    buckets=(),
    errors=ErrorTable(),
    operations={},
    channels={
        "books": Channel(
            name="books",
            connection="stream",
            title="The book by rows of one message",
            products=("swap",),
            topic=lambda v: "books",
            gives=("OrderBookDeltas",),
            doc="https://docs.aspen.example/stream#books",
        ),
        "flat_book": Channel(
            name="flat_book",
            connection="flat",
            title="The book, one change a message",
            products=("swap",),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="depth", wire="depth", told="depth", kind="int", default=50, allowed=(1, 50)),
            ),
            topic=lambda v: f"orderbook.{v['depth']}.{v['symbol']}",
            gives=("OrderBookDeltas",),
            doc="https://docs.aspen.example/flat#book",
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
        "flat": Stream(
            name="flat",
            source="ws:flat",
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
