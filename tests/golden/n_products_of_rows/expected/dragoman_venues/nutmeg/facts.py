"""What can be sent to the venue nutmeg: addresses, operations, channels, limits, errors. Generated from specs/nutmeg; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.auth import Hmac
from dragoman.limits import Bucket
from dragoman.net.facts import ErrorTable
from dragoman.requests.facts import Channel, Environment, Interface, Operation, Param, Rules, Slot, Stream
from dragoman.translate.told import Told


def _get_mean_weight(scope: Told) -> int:
    """What a call of get_mean costs, or of others that cost alike."""
    return 1 if scope.told("symbol") is not None else 5


INTERFACE = Interface(
    venue="nutmeg",
    name="NUTMEG",
    products={"spot": ("CurrencyPair",), "swap": ("CryptoPerpetual",)},
    environments={
        "mainnet": Environment(
            {"rest": "https://api.nutmeg.example"},
            {
                "stream": {
                    "spot": "wss://stream.nutmeg.example/spot",
                    "swap": "wss://stream.nutmeg.example/swap",
                },
                "own": {"": "wss://stream.nutmeg.example/own"},
            },
        ),
    },
    credentials={"api_key": "NUTMEG_KEY", "api_secret": "NUTMEG_SECRET"},
    auth={
        "signed": Hmac(
            payload=lambda v: f"{v['timestamp_ms']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            secret_encoding="text",
            sort=False,
            headers={"N-SIGN": lambda v: f"{v['signature']}"},
        ),
    },
    buckets=(Bucket(name="calls", limit=100, window_ns=60_000_000_000, kind="fixed"),),
    errors=ErrorTable(),
    operations={
        "get_last": Operation(
            name="get_last",
            title="Last price, where each product has it",
            paths={"spot": ("GET", "/spot/last"), "swap": ("GET", "/swap/v2/last")},
            servers={"spot": "rest", "swap": "rest"},
            params=(Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),),
            weights={"spot": (("calls", 2),), "swap": (("calls", 2),)},
            doc="https://docs.nutmeg.example/rest#last",
        ),
        "get_mean": Operation(
            name="get_mean",
            title="Mean price of a day, which counts more for a swap",
            paths={"spot": ("GET", "/spot/mean"), "swap": ("GET", "/swap/v1/mean")},
            servers={"spot": "rest", "swap": "rest"},
            params=(Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),),
            weights={"spot": (("calls", _get_mean_weight),), "swap": (("calls", _get_mean_weight),)},
            doc="https://docs.nutmeg.example/rest#mean",
        ),
    },
    channels={
        "marks": Channel(
            name="marks",
            connection="stream",
            title="Marks of one product, known by its socket",
            products=("spot", "swap"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"marks.{v['symbol']}",
            gives=("MarkPriceUpdate",),
            doc="https://docs.nutmeg.example/stream#marks",
        ),
        "fills": Channel(
            name="fills",
            connection="own",
            title="Fills of every product, each row says of which",
            products=("spot", "swap"),
            topic=lambda v: "fills",
            gives=("FillReport",),
            doc="https://docs.nutmeg.example/own#fills",
        ),
        "wallet": Channel(
            name="wallet",
            connection="own",
            title="Balances, of no product",
            products=("spot", "swap"),
            topic=lambda v: "wallet",
            gives=("AccountState",),
            doc="https://docs.nutmeg.example/own#wallet",
        ),
    },
    streams={
        "stream": Stream(
            name="stream",
            source="ws",
            transport="websocket",
            products=("spot", "swap"),
            frame={"op": "subscribe", "args": Slot("topics")},
            unsubscribe={"op": "end", "args": Slot("topics")},
            ack="topic",
            ack_timeout_ns=10_000_000_000,
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=30_000_000_000),
        ),
        "own": Stream(
            name="own",
            source="ws",
            transport="websocket",
            products=("spot", "swap"),
            frame={"op": "subscribe", "args": Slot("topics"), "id": Slot("id_text")},
            ack="id",
            ack_timeout_ns=10_000_000_000,
            login="signed",
            login_frame={
                "op": "auth",
                "args": [
                    lambda v: f"{v['api_key']}",
                    lambda v: f"{v['timestamp_ms']}",
                    lambda v: f"{v['signature']}",
                ],
            },
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=30_000_000_000),
        ),
    },
    catalogs={},
    clocks={},
    refusals=(),
)
