"""What can be sent to the venue sedge: addresses, operations, channels, limits, errors. Generated from specs/sedge; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dragoman.auth import ApiKey
from dragoman.errors import Denied
from dragoman.limits import Bucket
from dragoman.net.facts import ErrorRule, ErrorTable
from dragoman.net.policy import at_path
from dragoman.requests.facts import (
    Command,
    Environment,
    Interface,
    Operation,
    OutcomeFacts,
    Param,
    Rules,
    Stream,
)

from dragoman_venues.sedge import hooks
from dragoman_venues.sedge.market import Answer


def _failed(body: Any) -> bool:
    """Whether an answer with a good status tells an error."""
    return next((got for got in (at_path(body, ("code",)),) if got is not None), 0) != 0


def _submit_order_choose(*, type: str, tif: str) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if type == "LIMIT" and tif == "GTC":
        return {}
    if tif in ("IOC", "FOK", "GTD", "DAY", "AT_THE_OPEN", "AT_THE_CLOSE"):
        raise Denied("sedge", "submit_order", "the exchange has no such order")
    if (
        type
        in (
            "MARKET",
            "STOP_MARKET",
            "STOP_LIMIT",
            "MARKET_TO_LIMIT",
            "MARKET_IF_TOUCHED",
            "LIMIT_IF_TOUCHED",
            "TRAILING_STOP_MARKET",
            "TRAILING_STOP_LIMIT",
        )
        and tif == "GTC"
    ):
        raise Denied("sedge", "submit_order", "the exchange has no such order")
    raise Denied("sedge", "submit_order", "no row of the table takes this")


def _submit_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What submit_order says beside what its table decides."""
    found: dict[str, object] = {
        "symbol": t["raw"],
        "way": t["side"].lower(),
        "qty": t["quantity"],
        "px": hooks.in_thirty_seconds(t["price"]),
    }
    return found


_SUBMIT_ORDER_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "type": lambda t: t["type"],
    "tif": lambda t: t["tif"],
}
_SUBMIT_ORDER_DOMAINS: dict[str, tuple[object, ...]] = {
    "type": (
        "MARKET",
        "LIMIT",
        "STOP_MARKET",
        "STOP_LIMIT",
        "MARKET_TO_LIMIT",
        "MARKET_IF_TOUCHED",
        "LIMIT_IF_TOUCHED",
        "TRAILING_STOP_MARKET",
        "TRAILING_STOP_LIMIT",
    ),
    "tif": ("GTC", "IOC", "FOK", "GTD", "DAY", "AT_THE_OPEN", "AT_THE_CLOSE"),
}


INTERFACE = Interface(
    venue="sedge",
    name="SEDGE",
    products={"bond": ("Cfd",)},
    environments={
        "mainnet": Environment(
            {"rest": "https://api.sedge.example"}, {"stream": {"": "wss://stream.sedge.example/ws"}}
        ),
    },
    credentials={"api_key": "SEDGE_KEY"},
    auth={
        "signed": ApiKey(headers={"S-KEY": lambda v: f"{v['api_key']}"}),
    },
    buckets=(Bucket(name="orders", limit=20, window_ns=1_000_000_000, kind="fixed", scope="account"),),
    errors=ErrorTable(
        code=("code",),
        message=("text",),
        codes={"31": ErrorRule("the balance is too low", "rejected")},
        failed=_failed,
    ),
    operations={
        "new_order": Operation(
            name="new_order",
            title="Send an order",
            paths={"": ("POST", "/orders")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="way", wire="way", told="way", required=True),
                Param(name="qty", wire="qty", told="qty", kind="dec", required=True),
                Param(name="px", wire="px", told="px"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("orders", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://docs.sedge.example/orders#new",
        ),
    },
    channels={},
    streams={
        "stream": Stream(
            name="stream",
            source="ws",
            transport="websocket",
            products=("bond",),
            rules=Rules(first_ns=1_000_000_000, max_ns=30_000_000_000, stale_after_ns=30_000_000_000),
        ),
    },
    catalogs={},
    clocks={},
    refusals=(),
    commands={
        "submit_order": Command(
            name="submit_order",
            operations={"": "new_order"},
            inputs=_SUBMIT_ORDER_INPUTS,
            domains=_SUBMIT_ORDER_DOMAINS,
            choose=_submit_order_choose,
            fields=_submit_order_fields,
            outcome=OutcomeFacts(
                payload=Answer,
                accepted=lambda message: message.code == 0,
                code=lambda message: message.code,
                reason=lambda message: message.told,
                ids={"venue_order_id": lambda message: message.order_id},
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            doc="https://docs.sedge.example/orders#new",
        ),
    },
)
