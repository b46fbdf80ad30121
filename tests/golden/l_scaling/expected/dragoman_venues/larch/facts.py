"""What can be sent to the venue larch: addresses, operations, channels, limits, errors. Generated from specs/larch; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.limits import Bucket
from dragoman.net.facts import ErrorTable
from dragoman.requests.facts import Environment, Interface, Operation, Rules, Slot, Stream

INTERFACE = Interface(
    venue="larch",
    name="LARCH",
    products={"swap": ("CryptoPerpetual",)},
    environments={
        "mainnet": Environment(
            {"rest": "https://api.larch.example"}, {"stream": {"": "wss://stream.larch.example/ws"}}
        ),
    },
    credentials={},
    auth={},
    buckets=(Bucket(name="calls", limit=600, window_ns=60_000_000_000, kind="fixed"),),
    errors=ErrorTable(),
    operations={
        "get_instruments": Operation(
            name="get_instruments",
            title="Instruments with the units that they count in",
            paths={"": ("GET", "/instruments")},
            servers={"": "rest"},
            weights={"": (("calls", 1),)},
            gives=("CryptoPerpetual",),
            doc="https://docs.larch.example/rest#instruments",
        ),
    },
    channels={},
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
    },
    catalogs={"swap": ("get_instruments", {})},
    clocks={},
    refusals=(),
)
