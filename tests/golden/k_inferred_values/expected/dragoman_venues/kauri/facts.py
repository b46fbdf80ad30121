"""What can be sent to the venue kauri: addresses, operations, channels, limits, errors. Generated from specs/kauri; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.net.facts import ErrorTable
from dragoman.requests.facts import Environment, Interface, Rules, Slot, Stream

INTERFACE = Interface(
    venue="kauri",
    name="KAURI",
    products={"swap": ("CryptoPerpetual",)},
    environments={
        "mainnet": Environment(
            {"rest": "https://api.kauri.example"}, {"stream": {"": "wss://stream.kauri.example/ws"}}
        ),
    },
    credentials={},
    auth={},
    buckets=(),
    errors=ErrorTable(),
    operations={},
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
    catalogs={},
    clocks={},
    refusals=(),
)
