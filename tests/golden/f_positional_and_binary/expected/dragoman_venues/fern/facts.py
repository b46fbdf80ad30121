"""What can be sent to the venue fern: addresses, operations, channels, limits, errors. Generated from specs/fern; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.auth import ApiKey
from dragoman.net.facts import ErrorTable
from dragoman.net.framing import LengthPrefixed
from dragoman.requests.facts import Environment, Interface, Rules, Stream

INTERFACE = Interface(
    venue="fern",
    name="FERN",
    products={"shares": ("Equity",)},
    environments={
        "mainnet": Environment(
            {},
            {
                "gateway": {"": "tcp://gateway.fern.example:4001"},
                "feed": {"": "tcp://feed.fern.example:5001"},
                "templates": {"": "wss://live.fern.example"},
                "texts": {"": "wss://live.fern.example"},
            },
        ),
    },
    credentials={"api_key": "FERN_KEY"},
    auth={
        "shown": ApiKey(headers={"X-Key": lambda v: f"{v['api_key']}"}),
    },
    buckets=(),
    errors=ErrorTable(),
    operations={},
    channels={},
    streams={
        "feed": Stream(
            name="feed",
            source="feed",
            transport="tcp",
            products=("shares",),
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=60_000_000_000),
        ),
        "archive": Stream(
            name="archive", source="archive", transport="file", products=("shares",), channels_of="feed"
        ),
        "trade_files": Stream(
            name="trade_files", source="csv:trades", transport="file", products=("shares",)
        ),
        "quote_files": Stream(
            name="quote_files", source="csv:quotes", transport="file", products=("shares",), separator=";"
        ),
        "gateway": Stream(
            name="gateway",
            source="gateway",
            transport="tcp",
            products=("shares",),
            framing=LengthPrefixed(prefix="u32be", max_bytes=67_108_864),
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=60_000_000_000),
        ),
        "templates": Stream(
            name="templates",
            source="live",
            transport="websocket",
            products=("shares",),
            login="shown",
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=60_000_000_000),
        ),
        "texts": Stream(
            name="texts",
            source="live",
            transport="websocket",
            products=("shares",),
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=60_000_000_000),
        ),
    },
    catalogs={},
    clocks={},
    refusals=(),
)
