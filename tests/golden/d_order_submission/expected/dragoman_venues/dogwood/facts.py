"""What can be sent to the venue dogwood: addresses, operations, channels, limits, errors. Generated from specs/dogwood; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dragoman.auth import Hmac
from dragoman.errors import Denied
from dragoman.limits import Bucket
from dragoman.net.facts import ErrorRule, ErrorTable
from dragoman.net.policy import at_path
from dragoman.requests.facts import Command, Environment, Interface, Leg, Operation, OutcomeFacts, Param

from dragoman_venues.dogwood.orders import Answer


def _failed(body: Any) -> bool:
    """Whether an answer with a good status tells an error."""
    return next((got for got in (at_path(body, ("code",)),) if got is not None), 0) != 0


def _submit_order_choose(
    *, type: str, tif: str, post_only: bool, reduce_only: bool, side: str, product: str
) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if type == "LIMIT" and tif == "GTC" and not post_only:
        return {"kind": "limit", "life": "day"}
    if type == "LIMIT" and tif == "GTC" and post_only:
        return {"kind": "limit", "life": "maker"}
    if type == "LIMIT" and tif == "IOC" and not post_only:
        return {"kind": "limit", "life": "now"}
    if type == "LIMIT" and tif == "FOK" and not post_only:
        return {"kind": "limit", "life": "all"}
    if type == "LIMIT" and tif in ("IOC", "FOK") and post_only:
        raise Denied("dogwood", "submit_order", "an order that only rests can't be taken at once")
    if type == "MARKET" and tif in ("GTC", "IOC"):
        return {"kind": "market"}
    if type == "STOP_MARKET" and tif == "GTC":
        return {"kind": "stop"}
    if type in ("MARKET", "STOP_MARKET") and tif == "FOK":
        raise Denied("dogwood", "submit_order", "the exchange has no such order")
    if type == "STOP_MARKET" and tif == "IOC":
        raise Denied("dogwood", "submit_order", "the exchange has no such order")
    if tif in ("GTD", "DAY", "AT_THE_OPEN", "AT_THE_CLOSE"):
        raise Denied("dogwood", "submit_order", "the exchange has no such order")
    if type in (
        "STOP_LIMIT",
        "MARKET_TO_LIMIT",
        "MARKET_IF_TOUCHED",
        "LIMIT_IF_TOUCHED",
        "TRAILING_STOP_MARKET",
        "TRAILING_STOP_LIMIT",
    ):
        raise Denied("dogwood", "submit_order", "the exchange has no such order")
    raise Denied("dogwood", "submit_order", "no row of the table takes this")


def _submit_order_also(
    *, type: str, tif: str, post_only: bool, reduce_only: bool, side: str, product: str
) -> dict[str, object]:
    """Wire fields that further inputs decide; one that nothing fits is left out."""
    found: dict[str, object] = {}
    if type == "STOP_MARKET" and side == "BUY":
        found["above"] = True
    if type == "STOP_MARKET" and side == "SELL":
        found["above"] = False
    if reduce_only and product == "swap":
        found["close"] = True
    if reduce_only and product == "spot":
        raise Denied("dogwood", "submit_order", "the venue has no close for product spot")
    return found


def _submit_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What submit_order says beside what its table decides."""
    found: dict[str, object] = {
        "market": t["product"],
        "symbol": t["raw"],
        "way": t["side"].lower(),
        "size": t["quantity"],
        "trip": t["trigger_price"],
        "tag": t["client_order_id"],
    }
    if t["type"] == "LIMIT":
        found["limit"] = t["price"]
    return found


_SUBMIT_ORDER_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "type": lambda t: t["type"],
    "tif": lambda t: t["tif"],
    "post_only": lambda t: t["post_only"],
    "reduce_only": lambda t: t["reduce_only"],
    "side": lambda t: t["side"],
    "product": lambda t: t["product"],
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
    "post_only": (False, True),
    "reduce_only": (False, True),
    "side": ("BUY", "SELL"),
    "product": ("spot", "swap"),
}


def _submit_oco_choose(*, post_only: bool) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    rows: dict[tuple[object, ...], dict[str, object] | str] = {(True,): "a pair can take", (False,): {}}
    found = rows[(post_only,)]
    if isinstance(found, str):
        raise Denied("dogwood", "submit_oco", found)
    return found


_SUBMIT_OCO_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {"post_only": lambda t: t["post_only"]}
_SUBMIT_OCO_DOMAINS: dict[str, tuple[object, ...]] = {"post_only": (False, True)}


def _cancel_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What cancel_order says beside what its table decides."""
    found: dict[str, object] = {"symbol": t["raw"], "order": t["venue_order_id"], "tag": t["client_order_id"]}
    return found


INTERFACE = Interface(
    venue="dogwood",
    name="DOGWOOD",
    products={"spot": ("CurrencyPair",), "swap": ("CryptoPerpetual",)},
    environments={
        "mainnet": Environment({"rest": "https://api.dogwood.example"}, {}),
    },
    credentials={"api_key": "DOGWOOD_KEY", "api_secret": "DOGWOOD_SECRET"},
    auth={
        "signed": Hmac(
            payload=lambda v: f"{v['timestamp_ms']}{v['method']}{v['path']}{v['body']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            secret_encoding="text",
            sort=False,
            headers={
                "D-KEY": lambda v: f"{v['api_key']}",
                "D-TIME": lambda v: f"{v['timestamp_ms']}",
                "D-SIGN": lambda v: f"{v['signature']}",
            },
        ),
    },
    buckets=(Bucket(name="orders", limit=20, window_ns=1_000_000_000, kind="fixed", scope="account"),),
    errors=ErrorTable(
        code=("code",),
        message=("text",),
        codes={"31": ErrorRule("the balance is too low", "rejected")},
        failed=_failed,
        retry_at=("until",),
    ),
    operations={
        "new_order": Operation(
            name="new_order",
            title="Send an order",
            paths={"": ("POST", "/orders")},
            servers={"": "rest"},
            params=(
                Param(name="market", wire="market", told="market", required=True, allowed=("spot", "swap")),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="way", wire="way", told="way", required=True, allowed=("buy", "sell")),
                Param(
                    name="kind", wire="kind", told="kind", required=True, allowed=("limit", "market", "stop")
                ),
                Param(name="life", wire="life", told="life", allowed=("day", "now", "all", "maker")),
                Param(name="size", wire="size", told="size", kind="dec", required=True),
                Param(name="limit", wire="limit", told="limit", kind="dec"),
                Param(name="trip", wire="trip", told="trip", kind="dec"),
                Param(name="above", wire="above", told="above", kind="bool"),
                Param(name="close", wire="close", told="close", kind="bool"),
                Param(name="tag", wire="tag", told="tag"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("orders", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://docs.dogwood.example/orders#new",
        ),
        "new_pair": Operation(
            name="new_pair",
            title="Send two orders of which one cancels the other, as one",
            paths={"": ("POST", "/orders/pair")},
            servers={"": "rest"},
            params=(
                Param(name="market", wire="market", told="market", required=True, allowed=("spot", "swap")),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="way", wire="way", told="way", required=True, allowed=("buy", "sell")),
                Param(
                    name="kind", wire="kind", told="kind", required=True, allowed=("limit", "market", "stop")
                ),
                Param(name="life", wire="life", told="life", allowed=("day", "now", "all", "maker")),
                Param(name="size", wire="size", told="size", kind="dec", required=True),
                Param(name="limit", wire="limit", told="limit", kind="dec"),
                Param(name="trip", wire="trip", told="trip", kind="dec"),
                Param(name="above", wire="above", told="above", kind="bool"),
                Param(name="close", wire="close", told="close", kind="bool"),
                Param(name="tag", wire="tag", told="tag"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("orders", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://docs.dogwood.example/orders#pair",
        ),
        "drop_order": Operation(
            name="drop_order",
            title="Withdraw an order",
            paths={"": ("POST", "/orders/drop")},
            servers={"": "rest"},
            params=(
                Param(name="market", wire="market", told="market", fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order", wire="order", told="order"),
                Param(name="tag", wire="tag", told="tag"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("orders", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://docs.dogwood.example/orders#drop",
        ),
    },
    channels={},
    streams={},
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
            also=_submit_order_also,
            fields=_submit_order_fields,
            outcome=OutcomeFacts(
                payload=Answer,
                accepted=lambda message: message.code == 0,
                code=lambda message: message.code,
                reason=lambda message: message.told,
                ids={"venue_order_id": lambda message: message.order_id},
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            reverse=(
                ({"kind": "limit", "life": "day"}, {"type": "LIMIT", "tif": "GTC", "post_only": False}),
                ({"kind": "limit", "life": "maker"}, {"type": "LIMIT", "tif": "GTC", "post_only": True}),
                ({"kind": "limit", "life": "now"}, {"type": "LIMIT", "tif": "IOC", "post_only": False}),
                ({"kind": "limit", "life": "all"}, {"type": "LIMIT", "tif": "FOK", "post_only": False}),
                ({"kind": "market"}, {"type": "MARKET"}),
                ({"kind": "stop"}, {"type": "STOP_MARKET", "tif": "GTC"}),
            ),
            idempotency="tag",
            doc="https://docs.dogwood.example/orders#new",
        ),
        "submit_oco": Command(
            name="submit_oco",
            operations={"": "new_pair"},
            inputs=_SUBMIT_OCO_INPUTS,
            domains=_SUBMIT_OCO_DOMAINS,
            choose=_submit_oco_choose,
            outcome=OutcomeFacts(
                payload=Answer,
                accepted=lambda message: message.code == 0,
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            each="submit_order",
            doc="https://docs.dogwood.example/orders#pair",
            legs={
                "profit": Leg(),
                "loss": Leg(
                    fields={"trip": "trip", "above": "above"},
                    words={"kind": {"stop": "stop"}},
                    drop=("market", "symbol", "way", "size", "kind", "tag"),
                    under="profit",
                ),
            },
        ),
        "cancel_order": Command(
            name="cancel_order",
            operations={"": "drop_order"},
            fields=_cancel_order_fields,
            outcome=OutcomeFacts(
                payload=Answer,
                accepted=lambda message: message.code == 0,
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            doc="https://docs.dogwood.example/orders#drop",
        ),
    },
)
