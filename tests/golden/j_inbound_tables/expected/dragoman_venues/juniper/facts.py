"""What can be sent to the venue juniper: addresses, operations, channels, limits, errors. Generated from specs/juniper; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.net.facts import ErrorTable
from dragoman.requests.facts import Environment, Interface, Rules, Stream

INTERFACE = Interface(
    venue="juniper",
    name="JUNIPER",
    products={"swap": ("CryptoPerpetual",)},
    environments={
        "mainnet": Environment({}, {"stream": {"": "wss://stream.juniper.example/ws"}}),
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
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=30_000_000_000),
        ),
    },
    catalogs={},
    clocks={},
    refusals=(),
)
