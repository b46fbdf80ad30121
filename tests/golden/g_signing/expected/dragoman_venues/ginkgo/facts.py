"""What can be sent to the venue ginkgo: addresses, operations, channels, limits, errors. Generated from specs/ginkgo; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.auth import ApiKey, Basic, Ed25519, Hmac
from dragoman.limits import Bucket
from dragoman.net.facts import ErrorTable
from dragoman.requests.facts import Environment, Interface, Operation, Param

INTERFACE = Interface(
    venue="ginkgo",
    name="GINKGO",
    products={"spot": ("CurrencyPair",)},
    environments={
        "mainnet": Environment({"rest": "https://api.ginkgo.example"}, {}),
    },
    credentials={
        "api_key": "GINKGO_KEY",
        "api_secret": "GINKGO_SECRET",
        "seed": "GINKGO_SEED",
        "user": "GINKGO_USER",
    },
    auth={
        "key": ApiKey(headers={"G-KEY": lambda v: f"{v['api_key']}"}),
        "query": Hmac(
            payload=lambda v: f"{v['query']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            secret_encoding="text",
            sort=False,
            signature=lambda v: f"{v['query']}&sign={v['signature']}",
            headers={"G-KEY": lambda v: f"{v['api_key']}"},
            params={"at": lambda v: f"{v['timestamp_ms']}"},
        ),
        "header": Hmac(
            payload=lambda v: f"{v['timestamp_iso']}{v['method']}{v['target']}{v['body']}",
            digest="sha512",
            encoding="base64",
            secret="api_secret",
            secret_encoding="base64",
            sort=False,
            headers={
                "G-KEY": lambda v: f"{v['api_key']}",
                "G-TIME": lambda v: f"{v['timestamp_iso']}",
                "G-SIGN": lambda v: f"{v['signature']}",
            },
        ),
        "curve": Ed25519(
            payload=lambda v: f"{v['timestamp_s']}{v['method']}{v['path']}{v['body']}",
            encoding="base64",
            secret="seed",
            headers={
                "G-KEY": lambda v: f"{v['api_key']}",
                "G-TIME": lambda v: f"{v['timestamp_s']}",
                "G-SIGN": lambda v: f"{v['signature']}",
            },
        ),
        "plain": Basic(user=lambda v: f"{v['user']}", password=lambda v: f"{v['api_secret']}"),
    },
    buckets=(Bucket(name="calls", limit=20, window_ns=1_000_000_000, kind="fixed", scope="account"),),
    errors=ErrorTable(),
    operations={
        "with_key": Operation(
            name="with_key",
            title="A key alone",
            paths={"": ("GET", "/key")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="depth", wire="depth", told="depth", kind="int"),
            ),
            auth="key",
            private=True,
            weights={"": (("calls", 1),)},
            doc="https://docs.ginkgo.example/auth#key",
        ),
        "with_query": Operation(
            name="with_query",
            title="Signed query",
            paths={"": ("GET", "/query")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="note", wire="note", told="note"),
            ),
            auth="query",
            private=True,
            weights={"": (("calls", 1),)},
            doc="https://docs.ginkgo.example/auth#query",
        ),
        "with_header": Operation(
            name="with_header",
            title="Signed header over a body",
            paths={"": ("POST", "/header")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="size", wire="size", told="size", kind="dec"),
                Param(name="live", wire="live", told="live", kind="bool"),
            ),
            auth="header",
            send="json",
            private=True,
            weights={"": (("calls", 1),)},
            doc="https://docs.ginkgo.example/auth#header",
        ),
        "with_curve": Operation(
            name="with_curve",
            title="Signed by a key pair",
            paths={"": ("POST", "/curve")},
            servers={"": "rest"},
            params=(Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),),
            auth="curve",
            send="json",
            private=True,
            weights={"": (("calls", 1),)},
            doc="https://docs.ginkgo.example/auth#curve",
        ),
        "with_name": Operation(
            name="with_name",
            title="Name and password",
            paths={"": ("GET", "/name")},
            servers={"": "rest"},
            auth="plain",
            private=True,
            weights={"": (("calls", 1),)},
            doc="https://docs.ginkgo.example/auth#plain",
        ),
    },
    channels={},
    streams={},
    catalogs={},
    clocks={},
    refusals=(),
)
