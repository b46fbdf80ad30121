"""What can be sent to the venue alder: addresses, operations, channels, limits, errors. Generated from specs/alder; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.limits import Bucket
from dragoman.net.facts import ErrorTable
from dragoman.requests.facts import Channel, Environment, Interface, Operation, Param, Rules, Slot, Stream

INTERFACE = Interface(
    venue="alder",
    name="ALDER",
    products={"spot": ("CurrencyPair",)},
    environments={
        "mainnet": Environment(
            {"rest": "https://api.alder.example"}, {"stream": {"": "wss://stream.alder.example/ws"}}
        ),
    },
    credentials={},
    auth={},
    buckets=(Bucket(name="calls", limit=600, window_ns=60_000_000_000, kind="fixed"),),
    errors=ErrorTable(),
    operations={
        "get_book": Operation(
            name="get_book",
            title="The whole book",
            paths={"": ("GET", "/book")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="depth", wire="depth", told="depth", kind="int", default=500),
            ),
            weights={"": (("calls", 5),)},
            gives=("OrderBookDeltas",),
            doc="https://docs.alder.example/rest#book",
        ),
    },
    channels={
        "book": Channel(
            name="book",
            connection="stream",
            title="Changes of the book",
            products=("spot",),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="speed",
                    wire="speed",
                    told="speed",
                    default="fast",
                    allowed=("fast", "slow"),
                    only={"slow": ("spot",)},
                ),
            ),
            topic=lambda v: f"{v['symbol'].lower()}.book.{v['speed']}",
            gives=("OrderBookDeltas",),
            stale_after_ns=10_000_000_000,
            doc="https://docs.alder.example/stream#book",
        ),
    },
    streams={
        "stream": Stream(
            name="stream",
            source="ws",
            transport="websocket",
            products=("spot",),
            frame={"do": "follow", "at": Slot("topics")},
            ack_timeout_ns=10_000_000_000,
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=30_000_000_000),
        ),
    },
    catalogs={},
    clocks={},
    refusals=(),
)
