"""What can be sent to the venue elm: addresses, operations, channels, limits, errors. Generated from specs/elm; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.net.facts import ErrorTable
from dragoman.net.framing import Lines
from dragoman.requests.facts import Channel, Environment, Interface, Param, Rules, Slot, Stream

INTERFACE = Interface(
    venue="elm",
    name="ELM",
    products={"outcome": ("BettingInstrument",)},
    environments={
        "mainnet": Environment({}, {"stream": {"": "tls://stream.elm.example:443"}}),
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
            title="Books and trades of markets",
            products=("outcome",),
            params=(
                Param(
                    name="market", wire="market", told="market", kind="list", required=True, fills="market"
                ),
            ),
            topic=lambda v: "books",
            gives=("OrderBookDeltas", "TradeTick"),
            doc="https://docs.elm.example/stream#book",
        ),
    },
    streams={
        "stream": Stream(
            name="stream",
            source="stream",
            transport="tls",
            products=("outcome",),
            framing=Lines(ending=b"\r\n", max_bytes=67_108_864),
            frame={
                "op": "watch",
                "id": Slot("id"),
                "markets": Slot("market"),
                "first": Slot("first"),
                "last": Slot("last"),
            },
            batch=100,
            ack="id",
            ack_timeout_ns=10_000_000_000,
            resume=True,
            whole=True,
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=15_000_000_000),
        ),
        "recording": Stream(
            name="recording",
            source="recording",
            transport="file",
            products=("outcome",),
            framing=Lines(ending=b"\n", max_bytes=67_108_864),
            channels_of="stream",
        ),
    },
    catalogs={},
    clocks={},
    refusals=(),
)
