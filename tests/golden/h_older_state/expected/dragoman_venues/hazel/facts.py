"""What can be sent to the venue hazel: addresses, operations, channels, limits, errors. Generated from specs/hazel; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.limits import Bucket
from dragoman.net.facts import ErrorTable
from dragoman.requests.facts import Environment, Interface, Operation, Param, Rules, Slot, Stream

INTERFACE = Interface(
    venue="hazel",
    name="HAZEL",
    products={"spot": ("CurrencyPair",)},
    environments={
        "mainnet": Environment(
            {"rest": "https://api.hazel.example"}, {"stream": {"": "wss://stream.hazel.example/ws"}}
        ),
    },
    credentials={},
    auth={},
    buckets=(Bucket(name="calls", limit=600, window_ns=60_000_000_000, kind="fixed"),),
    errors=ErrorTable(),
    operations={
        "list_markets": Operation(
            name="list_markets",
            title="Markets and their states",
            paths={"": ("GET", "/markets")},
            servers={"": "rest"},
            params=(Param(name="group", wire="group", told="group"),),
            weights={"": (("calls", 1),)},
            gives=("InstrumentStatus",),
            every_ns=10_000_000_000,
            doc="https://docs.hazel.example/rest#markets",
        ),
    },
    channels={},
    streams={
        "stream": Stream(
            name="stream",
            source="ws",
            transport="websocket",
            products=("spot",),
            frame={"op": "subscribe", "args": Slot("topics")},
            ack_timeout_ns=10_000_000_000,
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=30_000_000_000),
        ),
    },
    catalogs={},
    clocks={},
    refusals=(),
)
