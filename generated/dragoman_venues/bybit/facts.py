"""What can be sent to the venue bybit: addresses, operations, channels, limits, errors. Generated from specs/bybit; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dragoman.auth import Hmac
from dragoman.errors import Denied
from dragoman.limits import Bucket
from dragoman.net.facts import ErrorRule, ErrorTable
from dragoman.net.policy import at_path
from dragoman.requests.facts import (
    Asking,
    Channel,
    ClockFacts,
    Command,
    End,
    Environment,
    Interface,
    Leg,
    Operation,
    OutcomeFacts,
    Page,
    Param,
    Refusal,
    Rules,
    Slot,
    SocketCall,
    Stream,
)
from dragoman.translate.reads import integer
from dragoman.translate.told import Told

from dragoman_venues.bybit.account import GetWalletBalanceResponse
from dragoman_venues.bybit.orders import Answer, Answers, CancelledOrders, Orders
from dragoman_venues.bybit.venue import GetServerTimeResponse


def _failed(body: Any) -> bool:
    """Whether an answer with a good status tells an error."""
    return next((got for got in (at_path(body, ("retCode",)),) if got is not None), 0) != 0


def _cancel_all_orders_weight(scope: Told) -> int:
    """What a call of cancel_all_orders costs, or of others that cost alike."""
    return 10 if scope.product == "option" else 1


def _create_orders_weight(scope: Told) -> int:
    """What a call of create_orders costs, or of others that cost alike."""
    return 1 if scope.product == "option" else len(scope.told_list("request") or [])


def _submit_order_choose(
    *,
    type: str,
    tif: str,
    post_only: bool,
    reduce_only: bool,
    quote_quantity: bool,
    side: str,
    product: str,
    trigger: str,
    offset_type: str,
    contingency: str,
    has_display_qty: bool,
    has_trigger_price: bool,
) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if type == "MARKET" and tif in ("GTC", "IOC") and not post_only:
        return {"orderType": "Market"}
    if type == "LIMIT" and tif == "GTC" and not post_only:
        return {"orderType": "Limit", "timeInForce": "GTC"}
    if type == "LIMIT" and tif == "IOC" and not post_only:
        return {"orderType": "Limit", "timeInForce": "IOC"}
    if type == "LIMIT" and tif == "FOK" and not post_only:
        return {"orderType": "Limit", "timeInForce": "FOK"}
    if type == "LIMIT" and tif == "GTC" and post_only:
        return {"orderType": "Limit", "timeInForce": "PostOnly"}
    if (
        type in ("STOP_MARKET", "MARKET_IF_TOUCHED")
        and tif in ("GTC", "IOC")
        and not post_only
        and product in ("spot", "linear", "inverse")
    ):
        return {"orderType": "Market"}
    if (
        type in ("STOP_LIMIT", "LIMIT_IF_TOUCHED")
        and tif == "GTC"
        and not post_only
        and product in ("spot", "linear", "inverse")
    ):
        return {"orderType": "Limit", "timeInForce": "GTC"}
    if (
        type in ("STOP_LIMIT", "LIMIT_IF_TOUCHED")
        and tif == "IOC"
        and not post_only
        and product in ("spot", "linear", "inverse")
    ):
        return {"orderType": "Limit", "timeInForce": "IOC"}
    if (
        type in ("STOP_LIMIT", "LIMIT_IF_TOUCHED")
        and tif == "FOK"
        and not post_only
        and product in ("spot", "linear", "inverse")
    ):
        return {"orderType": "Limit", "timeInForce": "FOK"}
    if (
        type in ("STOP_LIMIT", "LIMIT_IF_TOUCHED")
        and tif == "GTC"
        and post_only
        and product in ("spot", "linear", "inverse")
    ):
        return {"orderType": "Limit", "timeInForce": "PostOnly"}
    if (
        type == "TRAILING_STOP_MARKET"
        and tif == "GTC"
        and not post_only
        and reduce_only
        and product in ("linear", "inverse")
    ):
        return {"": "set_trading_stop", "tpslMode": "Full"}
    if (
        type == "TRAILING_STOP_MARKET"
        and tif == "GTC"
        and not post_only
        and not reduce_only
        and product in ("linear", "inverse")
    ):
        raise Denied(
            "bybit", "submit_order", "a trailing stop hangs on the position and closes it; say reduce_only"
        )
    if type in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED") and tif in ("IOC", "FOK") and post_only:
        raise Denied("bybit", "submit_order", "an order that only rests can't be filled at once")
    if (
        type in ("STOP_MARKET", "STOP_LIMIT", "MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED", "TRAILING_STOP_MARKET")
        and tif == "GTC"
        and not post_only
        and product == "option"
    ):
        raise Denied("bybit", "submit_order", "options have no conditional orders")
    if type in ("MARKET", "STOP_MARKET", "MARKET_IF_TOUCHED") and tif in (
        "FOK",
        "GTD",
        "DAY",
        "AT_THE_OPEN",
        "AT_THE_CLOSE",
    ):
        raise Denied("bybit", "submit_order", "the venue has no such order")
    if type in ("MARKET", "STOP_MARKET", "MARKET_IF_TOUCHED") and tif in ("GTC", "IOC") and post_only:
        raise Denied("bybit", "submit_order", "the venue has no such order")
    if type in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED") and tif in (
        "GTD",
        "DAY",
        "AT_THE_OPEN",
        "AT_THE_CLOSE",
    ):
        raise Denied("bybit", "submit_order", "the venue has no such order")
    if (
        type in ("STOP_MARKET", "MARKET_IF_TOUCHED")
        and tif == "IOC"
        and not post_only
        and product == "option"
    ):
        raise Denied("bybit", "submit_order", "the venue has no such order")
    if type in ("STOP_LIMIT", "LIMIT_IF_TOUCHED") and tif == "GTC" and post_only and product == "option":
        raise Denied("bybit", "submit_order", "the venue has no such order")
    if (
        type in ("STOP_LIMIT", "LIMIT_IF_TOUCHED")
        and tif in ("IOC", "FOK")
        and not post_only
        and product == "option"
    ):
        raise Denied("bybit", "submit_order", "the venue has no such order")
    if type == "TRAILING_STOP_MARKET" and tif == "GTC" and not post_only and product == "spot":
        raise Denied("bybit", "submit_order", "the venue has no such order")
    if type == "TRAILING_STOP_MARKET" and tif == "GTC" and post_only:
        raise Denied("bybit", "submit_order", "the venue has no such order")
    if type == "TRAILING_STOP_MARKET" and tif in ("IOC", "FOK", "GTD", "DAY", "AT_THE_OPEN", "AT_THE_CLOSE"):
        raise Denied("bybit", "submit_order", "the venue has no such order")
    if type in ("MARKET_TO_LIMIT", "TRAILING_STOP_LIMIT"):
        raise Denied("bybit", "submit_order", "the venue has no such order")
    raise Denied("bybit", "submit_order", "no row of the table takes this")


def _submit_order_also(
    *,
    type: str,
    tif: str,
    post_only: bool,
    reduce_only: bool,
    quote_quantity: bool,
    side: str,
    product: str,
    trigger: str,
    offset_type: str,
    contingency: str,
    has_display_qty: bool,
    has_trigger_price: bool,
) -> dict[str, object]:
    """Wire fields that further inputs decide; one that nothing fits is left out."""
    found: dict[str, object] = {}
    if product in ("linear", "inverse", "option") and type in ("STOP_MARKET", "STOP_LIMIT") and side == "BUY":
        found["triggerDirection"] = 1
    if (
        product in ("linear", "inverse", "option")
        and type in ("STOP_MARKET", "STOP_LIMIT")
        and side == "SELL"
    ):
        found["triggerDirection"] = 2
    if (
        product in ("linear", "inverse", "option")
        and type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
        and side == "BUY"
    ):
        found["triggerDirection"] = 2
    if (
        product in ("linear", "inverse", "option")
        and type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
        and side == "SELL"
    ):
        found["triggerDirection"] = 1
    if product == "spot" and type in ("STOP_MARKET", "STOP_LIMIT", "MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED"):
        found["orderFilter"] = "StopOrder"
    if (
        product == "spot"
        and type in ("STOP_MARKET", "STOP_LIMIT", "MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
        and trigger
        in (
            "NO_TRIGGER",
            "MARK_PRICE",
            "INDEX_PRICE",
            "BID_ASK",
            "DOUBLE_LAST",
            "DOUBLE_BID_ASK",
            "LAST_OR_BID_ASK",
            "MID_POINT",
        )
    ):
        raise Denied("bybit", "submit_order", "spot orders are triggered by the last price")
    if (
        product in ("linear", "inverse", "option")
        and type in ("STOP_MARKET", "STOP_LIMIT")
        and trigger in ("DEFAULT", "LAST_PRICE")
    ):
        found["triggerBy"] = "LastPrice"
    if (
        product in ("linear", "inverse", "option")
        and type in ("STOP_MARKET", "STOP_LIMIT")
        and trigger == "MARK_PRICE"
    ):
        found["triggerBy"] = "MarkPrice"
    if (
        product in ("linear", "inverse", "option")
        and type in ("STOP_MARKET", "STOP_LIMIT")
        and trigger == "INDEX_PRICE"
    ):
        found["triggerBy"] = "IndexPrice"
    if (
        product in ("linear", "inverse", "option")
        and type in ("STOP_MARKET", "STOP_LIMIT")
        and trigger
        in ("NO_TRIGGER", "BID_ASK", "DOUBLE_LAST", "DOUBLE_BID_ASK", "LAST_OR_BID_ASK", "MID_POINT")
    ):
        raise Denied("bybit", "submit_order", "orders are triggered by the last, the mark or the index price")
    if (
        product in ("linear", "inverse", "option")
        and type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
        and trigger in ("DEFAULT", "LAST_PRICE")
    ):
        found["triggerBy"] = "LastPrice"
    if (
        product in ("linear", "inverse", "option")
        and type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
        and trigger == "MARK_PRICE"
    ):
        found["triggerBy"] = "MarkPrice"
    if (
        product in ("linear", "inverse", "option")
        and type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
        and trigger == "INDEX_PRICE"
    ):
        found["triggerBy"] = "IndexPrice"
    if (
        product in ("linear", "inverse", "option")
        and type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
        and trigger
        in ("NO_TRIGGER", "BID_ASK", "DOUBLE_LAST", "DOUBLE_BID_ASK", "LAST_OR_BID_ASK", "MID_POINT")
    ):
        raise Denied("bybit", "submit_order", "orders are triggered by the last, the mark or the index price")
    if (
        product in ("linear", "inverse", "option")
        and type == "TRAILING_STOP_MARKET"
        and trigger
        in (
            "NO_TRIGGER",
            "MARK_PRICE",
            "INDEX_PRICE",
            "BID_ASK",
            "DOUBLE_LAST",
            "DOUBLE_BID_ASK",
            "LAST_OR_BID_ASK",
            "MID_POINT",
        )
    ):
        raise Denied("bybit", "submit_order", "a stop trails the last price")
    if (
        product == "spot"
        and type in ("MARKET", "STOP_MARKET", "MARKET_TO_LIMIT", "MARKET_IF_TOUCHED", "TRAILING_STOP_MARKET")
        and quote_quantity
    ):
        found["marketUnit"] = "quoteCoin"
    if (
        product == "spot"
        and type in ("MARKET", "STOP_MARKET", "MARKET_TO_LIMIT", "MARKET_IF_TOUCHED", "TRAILING_STOP_MARKET")
        and not quote_quantity
    ):
        found["marketUnit"] = "baseCoin"
    if (
        product == "spot"
        and type in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED", "TRAILING_STOP_LIMIT")
        and quote_quantity
    ):
        raise Denied("bybit", "submit_order", "only market orders of spot count in the quote currency")
    if product in ("linear", "inverse", "option") and quote_quantity:
        raise Denied("bybit", "submit_order", "only market orders of spot count in the quote currency")
    if product == "spot" and reduce_only:
        raise Denied("bybit", "submit_order", "a pair has no position that could be reduced")
    if product in ("linear", "inverse", "option") and reduce_only:
        found["reduceOnly"] = True
    if type == "TRAILING_STOP_MARKET" and offset_type in (
        "NO_TRAILING_OFFSET",
        "BASIS_POINTS",
        "TICKS",
        "PRICE_TIER",
    ):
        raise Denied("bybit", "submit_order", "a stop trails by an offset in price")
    if type == "TRAILING_STOP_MARKET" and has_trigger_price:
        raise Denied(
            "bybit", "submit_order", "the first trigger of a trailing stop is its offset from the price"
        )
    if has_display_qty:
        raise Denied("bybit", "submit_order", "orders show all of their quantity")
    if contingency in ("OCO", "OTO", "OUO"):
        raise Denied(
            "bybit", "submit_order", "linked orders go out as the bracket that they are, on contracts"
        )
    return found


def _submit_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What submit_order says beside what its table decides."""
    found: dict[str, object] = {
        "symbol": t["raw"],
        "side": t["side"].title(),
        "qty": t["quantity"],
        "triggerPrice": t["trigger_price"],
        "orderLinkId": t["client_order_id"],
        "trailingStop": t["trailing_offset"],
        "activePrice": t["activation_price"],
    }
    if t["type"] in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED"):
        found["price"] = t["price"]
    return found


_SUBMIT_ORDER_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "type": lambda t: t["type"],
    "tif": lambda t: t["tif"],
    "post_only": lambda t: t["post_only"],
    "reduce_only": lambda t: t["reduce_only"],
    "quote_quantity": lambda t: t["quote_quantity"],
    "side": lambda t: t["side"],
    "product": lambda t: t["product"],
    "trigger": lambda t: t["trigger"],
    "offset_type": lambda t: t["offset_type"],
    "contingency": lambda t: t["contingency"],
    "has_display_qty": lambda t: t["display_qty"] is not None,
    "has_trigger_price": lambda t: t["trigger_price"] is not None,
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
    "quote_quantity": (False, True),
    "side": ("BUY", "SELL"),
    "product": ("spot", "linear", "inverse", "option"),
    "trigger": (
        "NO_TRIGGER",
        "DEFAULT",
        "LAST_PRICE",
        "MARK_PRICE",
        "INDEX_PRICE",
        "BID_ASK",
        "DOUBLE_LAST",
        "DOUBLE_BID_ASK",
        "LAST_OR_BID_ASK",
        "MID_POINT",
    ),
    "offset_type": ("NO_TRAILING_OFFSET", "PRICE", "BASIS_POINTS", "TICKS", "PRICE_TIER"),
    "contingency": ("NO_CONTINGENCY", "OCO", "OTO", "OUO"),
    "has_display_qty": (False, True),
    "has_trigger_price": (False, True),
}


def _submit_oto_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What submit_oto says beside what its table decides."""
    found: dict[str, object] = {"tpslMode": "Partial"}
    return found


def _submit_bracket_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What submit_bracket says beside what its table decides."""
    found: dict[str, object] = {"tpslMode": "Partial"}
    return found


def _modify_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What modify_order says beside what its table decides."""
    found: dict[str, object] = {
        "symbol": t["raw"],
        "orderId": t["venue_order_id"],
        "orderLinkId": t["client_order_id"],
        "qty": t["quantity"],
        "price": t["price"],
        "triggerPrice": t["trigger_price"],
    }
    return found


def _cancel_order_choose(*, type: str, product: str) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    return {}


def _cancel_order_also(*, type: str, product: str) -> dict[str, object]:
    """Wire fields that further inputs decide; one that nothing fits is left out."""
    found: dict[str, object] = {}
    if product == "spot" and type in ("STOP_MARKET", "STOP_LIMIT", "MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED"):
        found["orderFilter"] = "StopOrder"
    return found


def _cancel_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What cancel_order says beside what its table decides."""
    found: dict[str, object] = {
        "symbol": t["raw"],
        "orderId": t["venue_order_id"],
        "orderLinkId": t["client_order_id"],
    }
    return found


_CANCEL_ORDER_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "type": lambda t: t["type"],
    "product": lambda t: t["product"],
}
_CANCEL_ORDER_DOMAINS: dict[str, tuple[object, ...]] = {
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
    "product": ("spot", "linear", "inverse", "option"),
}


def _cancel_all_orders_choose(*, side: str) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    return {}


def _cancel_all_orders_also(*, side: str) -> dict[str, object]:
    """Wire fields that further inputs decide; one that nothing fits is left out."""
    found: dict[str, object] = {}
    if side in ("BUY", "SELL"):
        raise Denied(
            "bybit", "cancel_all_orders", "the venue cancels the orders of both sides; cancel them one by one"
        )
    return found


def _cancel_all_orders_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What cancel_all_orders says beside what its table decides."""
    found: dict[str, object] = {"symbol": t["raw"]}
    return found


_CANCEL_ALL_ORDERS_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {"side": lambda t: t["side"]}
_CANCEL_ALL_ORDERS_DOMAINS: dict[str, tuple[object, ...]] = {"side": ("BUY", "SELL", "NO_ORDER_SIDE")}


def _query_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What query_order says beside what its table decides."""
    found: dict[str, object] = {
        "symbol": t["raw"],
        "orderId": t["venue_order_id"],
        "orderLinkId": t["client_order_id"],
    }
    return found


INTERFACE = Interface(
    venue="bybit",
    name="BYBIT",
    products={
        "spot": ("CurrencyPair",),
        "linear": ("CryptoPerpetual", "CryptoFuture"),
        "inverse": ("CryptoPerpetual", "CryptoFuture"),
        "option": ("CryptoOption",),
    },
    environments={
        "mainnet": Environment(
            {"rest": "https://api.bybit.com"},
            {
                "stream": {
                    "spot": "wss://stream.bybit.com/v5/public/spot",
                    "linear": "wss://stream.bybit.com/v5/public/linear",
                    "inverse": "wss://stream.bybit.com/v5/public/inverse",
                },
                "options": {"": "wss://stream.bybit.com/v5/public/option"},
                "private": {"": "wss://stream.bybit.com/v5/private"},
                "trade": {"": "wss://stream.bybit.com/v5/trade"},
            },
        ),
        "testnet": Environment(
            {"rest": "https://api-testnet.bybit.com"},
            {
                "stream": {
                    "spot": "wss://stream-testnet.bybit.com/v5/public/spot",
                    "linear": "wss://stream-testnet.bybit.com/v5/public/linear",
                    "inverse": "wss://stream-testnet.bybit.com/v5/public/inverse",
                },
                "options": {"": "wss://stream-testnet.bybit.com/v5/public/option"},
                "private": {"": "wss://stream-testnet.bybit.com/v5/private"},
                "trade": {"": "wss://stream-testnet.bybit.com/v5/trade"},
            },
        ),
        "demo": Environment(
            {"rest": "https://api-demo.bybit.com"},
            {
                "stream": {
                    "spot": "wss://stream.bybit.com/v5/public/spot",
                    "linear": "wss://stream.bybit.com/v5/public/linear",
                    "inverse": "wss://stream.bybit.com/v5/public/inverse",
                },
                "options": {"": "wss://stream.bybit.com/v5/public/option"},
                "private": {"": "wss://stream-demo.bybit.com/v5/private"},
            },
        ),
    },
    credentials={"api_key": "BYBIT_API_KEY", "api_secret": "BYBIT_API_SECRET"},
    auth={
        "signed": Hmac(
            payload=lambda v: f"{v['timestamp_ms']}{v['api_key']}5000{v['query']}{v['body']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            secret_encoding="text",
            sort=False,
            headers={
                "X-BAPI-API-KEY": lambda v: f"{v['api_key']}",
                "X-BAPI-TIMESTAMP": lambda v: f"{v['timestamp_ms']}",
                "X-BAPI-RECV-WINDOW": lambda v: "5000",
                "X-BAPI-SIGN": lambda v: f"{v['signature']}",
            },
        ),
        "login": Hmac(
            valid_for_ns=10_000_000_000,
            payload=lambda v: f"GET/realtime{v['expires_ms']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            secret_encoding="text",
            sort=False,
            signature=lambda v: f"{v['signature']}",
        ),
    },
    buckets=(
        Bucket(name="address", limit=600, window_ns=5_000_000_000, kind="fixed"),
        Bucket(
            name="orders", limit=10, window_ns=1_000_000_000, kind="fixed", scope="endpoint", by_product=True
        ),
        Bucket(
            name="batches", limit=10, window_ns=1_000_000_000, kind="fixed", scope="endpoint", by_product=True
        ),
        Bucket(
            name="sweeps", limit=10, window_ns=1_000_000_000, kind="fixed", scope="endpoint", by_product=True
        ),
        Bucket(name="reads", limit=50, window_ns=1_000_000_000, kind="fixed", scope="endpoint"),
        Bucket(name="fees", limit=5, window_ns=1_000_000_000, kind="fixed", scope="endpoint"),
        Bucket(name="users", limit=10, window_ns=1_000_000_000, kind="fixed", scope="endpoint"),
        Bucket(name="loans", limit=1, window_ns=1_000_000_000, kind="fixed", scope="endpoint"),
    ),
    errors=ErrorTable(
        code=("retCode",),
        message=("retMsg",),
        codes={
            "-1": ErrorRule("the request came too late", "clock"),
            "429": ErrorRule("the trading service is overloaded", "rate_limit"),
            "-2015": ErrorRule("the API key has expired", "auth"),
            "10000": ErrorRule("the server timed out", "unknown"),
            "10001": ErrorRule("a parameter is wrong", "rejected"),
            "10002": ErrorRule("the timestamp of the request is outside of its window", "clock"),
            "10003": ErrorRule(
                "the API key is not valid; on the socket for orders, too many sessions", "auth"
            ),
            "10004": ErrorRule("the signature is wrong", "auth"),
            "10005": ErrorRule("the API key lacks a permission", "auth"),
            "10006": ErrorRule("too many requests", "rate_limit"),
            "10007": ErrorRule("the user could not be authenticated", "auth"),
            "10008": ErrorRule("the account is shut out, or in another mode", "auth"),
            "10009": ErrorRule("the region does not allow this", "auth"),
            "10010": ErrorRule("the address is not one that the API key is bound to", "auth"),
            "10014": ErrorRule("the request was sent twice", "rejected"),
            "10016": ErrorRule("internal error of the venue", "unknown"),
            "10017": ErrorRule("unknown path or method", "not_found"),
            "10018": ErrorRule("too many requests from this address", "rate_limit"),
            "10019": ErrorRule("the service is restarting", "unknown"),
            "10024": ErrorRule("the service is not offered under the rules for this account", "auth"),
            "10027": ErrorRule("the account may not trade", "auth"),
            "10028": ErrorRule("this is for unified accounts", "auth"),
            "10029": ErrorRule("the symbol is not among those that the API key may trade", "auth"),
            "10403": ErrorRule("too many requests from this address", "rate_limit"),
            "10404": ErrorRule("unknown path or wrong category", "not_found"),
            "10429": ErrorRule("the system protects itself from too many requests", "rate_limit"),
            "20001": ErrorRule("the socket is logged in already", "rejected"),
            "20003": ErrorRule("too many requests in this session", "rate_limit"),
            "20006": ErrorRule("the id of the request was used before", "unknown"),
            "30035": ErrorRule("cancels of options came too fast", "rate_limit"),
            "30133": ErrorRule("institutional loans forbid the symbol", "auth"),
            "30134": ErrorRule("institutional loans forbid the symbol", "auth"),
            "30135": ErrorRule("the leverage is above what institutional loans allow", "rejected"),
            "30136": ErrorRule("the leverage is above what institutional loans allow", "rejected"),
            "30208": ErrorRule("the price is above the highest for buying", "rejected"),
            "30209": ErrorRule("the price is below the lowest for selling", "rejected"),
            "30228": ErrorRule("the symbol is being delisted and takes no new positions", "rejected"),
            "30256": ErrorRule("the margin is above what the loan allows", "rejected"),
            "33004": ErrorRule("the API key has expired", "auth"),
            "34040": ErrorRule("nothing would change", "rejected"),
            "40004": ErrorRule("the order changed while it was being replaced", "rejected"),
            "100028": ErrorRule("this is not for unified accounts", "auth"),
            "110001": ErrorRule("no such order", "not_found"),
            "110003": ErrorRule("the price is beyond the allowed range", "rejected"),
            "110004": ErrorRule("the balance is too low", "rejected"),
            "110005": ErrorRule("the state of the position forbids it", "rejected"),
            "110006": ErrorRule("the assets do not cover the margin", "rejected"),
            "110007": ErrorRule("the available balance is too low", "rejected"),
            "110008": ErrorRule("the order is filled or cancelled already", "not_found"),
            "110009": ErrorRule("too many conditional orders", "rejected"),
            "110010": ErrorRule("the order is cancelled already", "not_found"),
            "110011": ErrorRule("the change would set off a liquidation", "rejected"),
            "110012": ErrorRule("the available balance is too low", "rejected"),
            "110013": ErrorRule("the risk limit forbids that leverage", "rejected"),
            "110014": ErrorRule("the available balance is too low for more margin", "rejected"),
            "110015": ErrorRule("the position has cross margin", "rejected"),
            "110016": ErrorRule("the quantity is above the risk limit", "rejected"),
            "110017": ErrorRule(
                "nothing would be left of the quantity, or a reduce-only order was rejected", "rejected"
            ),
            "110018": ErrorRule("the id of the user is wrong", "rejected"),
            "110019": ErrorRule("the id of the order is wrong", "rejected"),
            "110020": ErrorRule("too many open orders", "rejected"),
            "110021": ErrorRule("the open interest allows no larger position", "rejected"),
            "110022": ErrorRule("the quantity can't be raised", "rejected"),
            "110023": ErrorRule("the contract takes orders that reduce a position alone", "rejected"),
            "110024": ErrorRule("the position mode can't change while a position is held", "rejected"),
            "110025": ErrorRule("the position mode is that already", "rejected"),
            "110026": ErrorRule("the margin mode is that already", "rejected"),
            "110027": ErrorRule("the margin is that already", "rejected"),
            "110028": ErrorRule("the position mode can't change while orders stand", "rejected"),
            "110029": ErrorRule("the symbol has no hedge mode", "rejected"),
            "110030": ErrorRule("the id of the order was used before", "rejected"),
            "110031": ErrorRule("no such risk limit", "not_found"),
            "110032": ErrorRule("the order is wrong", "rejected"),
            "110033": ErrorRule("margin can't be set without a position", "rejected"),
            "110034": ErrorRule("there is no position", "rejected"),
            "110035": ErrorRule("orders were not cancelled before the liquidation", "rejected"),
            "110036": ErrorRule("the leverage can't change under cross margin", "rejected"),
            "110037": ErrorRule("the user has no settings of the symbol", "not_found"),
            "110038": ErrorRule("the leverage can't change under portfolio margin", "rejected"),
            "110039": ErrorRule("the maintenance margin is too high", "rejected"),
            "110040": ErrorRule("the order would set off a liquidation", "rejected"),
            "110041": ErrorRule("a liquidation can't be skipped with positions or orders", "rejected"),
            "110042": ErrorRule("before the delivery positions can only be reduced", "rejected"),
            "110043": ErrorRule("the leverage is that already", "rejected"),
            "110044": ErrorRule("the available margin is too low", "rejected"),
            "110045": ErrorRule("the wallet balance is too low", "rejected"),
            "110046": ErrorRule("the change would set off a liquidation", "rejected"),
            "110047": ErrorRule("the margin is too low for that risk limit", "rejected"),
            "110048": ErrorRule("the position is larger than that risk limit", "rejected"),
            "110049": ErrorRule("only digits are allowed", "rejected"),
            "110050": ErrorRule("unknown coin", "rejected"),
            "110051": ErrorRule("the balance does not cover the lowest price", "rejected"),
            "110052": ErrorRule("the available balance is too low for that price", "rejected"),
            "110053": ErrorRule("the balance does not cover the price and its bound", "rejected"),
            "110054": ErrorRule("the mode can't change while a take profit stands", "rejected"),
            "110055": ErrorRule("the mode can't change while a stop loss stands", "rejected"),
            "110056": ErrorRule("the mode can't change while a trailing stop stands", "rejected"),
            "110057": ErrorRule("an order of this kind takes no take profit and stop loss", "rejected"),
            "110058": ErrorRule(
                "too little of the position is left for take profit and stop loss", "rejected"
            ),
            "110059": ErrorRule("take profit and stop loss can't change once a part is filled", "rejected"),
            "110060": ErrorRule(
                "take profit and stop loss of the whole position can't change so", "rejected"
            ),
            "110061": ErrorRule("too many take profits and stop losses", "rejected"),
            "110062": ErrorRule("there are no settings of market maker protection", "not_found"),
            "110063": ErrorRule("the symbol is being settled", "maintenance"),
            "110064": ErrorRule("the new quantity is not above what is filled", "rejected"),
            "110065": ErrorRule("market maker protection is not enabled", "auth"),
            "110066": ErrorRule("trading is not allowed at the moment", "maintenance"),
            "110067": ErrorRule("not for unified accounts", "auth"),
            "110068": ErrorRule("trading with leverage is not allowed", "auth"),
            "110069": ErrorRule("institutional borrowers may not trade this", "auth"),
            "110070": ErrorRule("leveraged tokens can't be traded", "rejected"),
            "110071": ErrorRule("accounts are not upgraded at the moment", "maintenance"),
            "110072": ErrorRule("the client order id was used before", "rejected"),
            "110073": ErrorRule("the margin mode could not be set", "rejected"),
            "110074": ErrorRule("the contract is not live", "rejected"),
            "110075": ErrorRule("the risk limit is that already", "rejected"),
            "110076": ErrorRule("only isolated positions add margin by themselves", "rejected"),
            "110077": ErrorRule("portfolio margin does not allow this", "rejected"),
            "110078": ErrorRule("more margin than may be taken", "rejected"),
            "110079": ErrorRule("the order is being worked on", "maintenance"),
            "110080": ErrorRule("assets of the loan are being liquidated", "rejected"),
            "110082": ErrorRule("nothing restricts the position", "rejected"),
            "110083": ErrorRule("restrictions are lifted for both sides at once", "rejected"),
            "110085": ErrorRule("the risk limit has changed; choose another", "rejected"),
            "110086": ErrorRule("the leverage is above what the risk limit allows", "rejected"),
            "110087": ErrorRule("the leverage is above what the loan allows", "rejected"),
            "110088": ErrorRule("the account has to be upgraded", "auth"),
            "110089": ErrorRule("above the highest risk limit", "rejected"),
            "110090": ErrorRule("the position would be too large at this leverage", "rejected"),
            "110092": ErrorRule("the trigger is not above the price", "rejected"),
            "110093": ErrorRule("the trigger is not below the price", "rejected"),
            "110094": ErrorRule("the value of the order is too low", "rejected"),
            "110095": ErrorRule("nothing can be done during the auction", "maintenance"),
            "110096": ErrorRule("portfolio margin has no pre-market trading", "rejected"),
            "110097": ErrorRule("pre-market trading wants a unified account", "auth"),
            "110098": ErrorRule("the auction takes GTC orders alone", "rejected"),
            "110099": ErrorRule("the auction takes no take profit and stop loss", "rejected"),
            "110100": ErrorRule("demo accounts have no pre-market trading", "auth"),
            "110101": ErrorRule("the coin that it settles in has to be collateral", "rejected"),
            "110102": ErrorRule("the account may not trade inverse contracts", "auth"),
            "110103": ErrorRule("only post-only orders are taken at this stage", "rejected"),
            "110104": ErrorRule("the loan is too large for new inverse positions", "rejected"),
            "110105": ErrorRule("the loan is too large for inverse contracts", "rejected"),
            "110106": ErrorRule("the loan forbids this inverse contract", "auth"),
            "110107": ErrorRule("the leverage is above what the loan allows", "rejected"),
            "110108": ErrorRule("the tolerance is 1 to 10000 ticks", "rejected"),
            "110109": ErrorRule("the tolerance is 0.01 to 10 percent", "rejected"),
            "110110": ErrorRule("isolated margin has no spreads", "rejected"),
            "110111": ErrorRule("spreads want a newer unified account", "auth"),
            "110112": ErrorRule("copy traders have no spreads", "auth"),
            "110113": ErrorRule("hedge mode has no spreads", "rejected"),
            "110114": ErrorRule("an order for a spread is under way", "rejected"),
            "110115": ErrorRule("a leg of a spread is cancelled with the spread", "rejected"),
            "110116": ErrorRule("the price of a leg is beyond its bound", "rejected"),
            "110117": ErrorRule("a leg of a spread is changed with the spread", "rejected"),
            "110118": ErrorRule("there is too little liquidity for a market order", "rejected"),
            "110119": ErrorRule("RPI orders are for approved market makers", "auth"),
            "110120": ErrorRule("the price is too low", "rejected"),
            "110121": ErrorRule("the price is too high", "rejected"),
            "110123": ErrorRule("the terms of trading are not agreed to", "auth"),
            "110124": ErrorRule("trading is paused for the account, in a cooling-off period", "auth"),
            "110125": ErrorRule("the terms of this contract are not agreed to", "auth"),
            "110131": ErrorRule("the margin is above what the loan allows", "rejected"),
            "110132": ErrorRule("the region does not allow this product", "auth"),
            "110135": ErrorRule("event contracts do not go with portfolio margin", "rejected"),
            "110136": ErrorRule("event contracts are for chosen accounts", "auth"),
            "110137": ErrorRule("the event contract is about to settle", "rejected"),
            "170001": ErrorRule("internal error of the venue", "unknown"),
            "170005": ErrorRule("too many new orders", "rate_limit"),
            "170007": ErrorRule("the server behind did not answer in time", "unknown"),
            "170010": ErrorRule("too much of the leveraged token", "rejected"),
            "170011": ErrorRule("too much of the innovation token", "rejected"),
            "170019": ErrorRule("too much of the token", "rejected"),
            "170031": ErrorRule("the feature is suspended", "maintenance"),
            "170032": ErrorRule("network error of the venue", "unknown"),
            "170033": ErrorRule("the margin balance is too low", "rejected"),
            "170034": ErrorRule("too much would be owed", "rejected"),
            "170035": ErrorRule("the order is being worked on", "unknown"),
            "170036": ErrorRule("margin trading is not enabled", "auth"),
            "170037": ErrorRule("the coin has no margin trading", "rejected"),
            "170105": ErrorRule("a parameter is empty", "rejected"),
            "170115": ErrorRule("no such time in force", "rejected"),
            "170116": ErrorRule("no such kind of order", "rejected"),
            "170117": ErrorRule("no such side", "rejected"),
            "170121": ErrorRule("no such symbol", "rejected"),
            "170124": ErrorRule("the order is too large", "rejected"),
            "170130": ErrorRule("a parameter is wrong", "rejected"),
            "170131": ErrorRule("the balance is too low", "rejected"),
            "170132": ErrorRule("the price is too high", "rejected"),
            "170133": ErrorRule("the price is too low", "rejected"),
            "170134": ErrorRule("the price has too many digits", "rejected"),
            "170136": ErrorRule("the quantity is too small", "rejected"),
            "170137": ErrorRule("the quantity has too many digits", "rejected"),
            "170139": ErrorRule("the order is filled already", "not_found"),
            "170140": ErrorRule("the value of the order is too low", "rejected"),
            "170141": ErrorRule("the client order id was used before", "rejected"),
            "170142": ErrorRule("the order is cancelled already", "not_found"),
            "170143": ErrorRule("the order is not on the book", "not_found"),
            "170144": ErrorRule("the order is locked", "rejected"),
            "170145": ErrorRule("orders of this kind can't be cancelled", "rejected"),
            "170146": ErrorRule("the creation of the order took too long", "unknown"),
            "170147": ErrorRule("the cancellation of the order took too long", "unknown"),
            "170148": ErrorRule("the amount of the market order has too many digits", "rejected"),
            "170149": ErrorRule("the order could not be created", "rejected"),
            "170150": ErrorRule("the order could not be cancelled", "rejected"),
            "170151": ErrorRule("the pair is not open yet", "maintenance"),
            "170157": ErrorRule("the pair can't be traded over the interface", "auth"),
            "170159": ErrorRule("a new pair takes no market orders yet", "rejected"),
            "170190": ErrorRule("the order is cancelled already", "not_found"),
            "170191": ErrorRule("the order can't be cancelled at the moment", "maintenance"),
            "170192": ErrorRule("the price is too high", "rejected"),
            "170193": ErrorRule("the buying price is too high", "rejected"),
            "170194": ErrorRule("the selling price is too low", "rejected"),
            "170195": ErrorRule("the buying price is too far from the token's value", "rejected"),
            "170196": ErrorRule("the selling price is too far from the token's value", "rejected"),
            "170197": ErrorRule("so large a purchase would move the price", "rejected"),
            "170198": ErrorRule("so large a sale would move the price", "rejected"),
            "170199": ErrorRule(
                "so large a purchase would move the price from the token's value", "rejected"
            ),
            "170200": ErrorRule("so large a sale would move the price from the token's value", "rejected"),
            "170201": ErrorRule("no such order filter", "rejected"),
            "170202": ErrorRule("the price of take profit or stop loss is missing", "rejected"),
            "170203": ErrorRule("the trigger is too high", "rejected"),
            "170204": ErrorRule("the trigger is too low", "rejected"),
            "170206": ErrorRule("a new pair takes no conditional limit orders yet", "rejected"),
            "170207": ErrorRule("the venue has too little to lend", "rejected"),
            "170209": ErrorRule("the region does not allow this pair", "auth"),
            "170210": ErrorRule("the new order was rejected", "rejected"),
            "170212": ErrorRule("the order is being cancelled", "rejected"),
            "170213": ErrorRule("no such order", "not_found"),
            "170215": ErrorRule("the loan is too large for buying", "rejected"),
            "170216": ErrorRule("the leverage is above what the loan allows", "rejected"),
            "170217": ErrorRule("only post-only orders are taken for the pair", "rejected"),
            "170218": ErrorRule("a post-only order would have taken liquidity", "rejected"),
            "170219": ErrorRule("the account may not use this", "auth"),
            "170220": ErrorRule("the loan is too large for spot trading", "rejected"),
            "170221": ErrorRule("no such coin", "not_found"),
            "170222": ErrorRule("too many requests", "rate_limit"),
            "170223": ErrorRule("the account with the loan is being liquidated", "rejected"),
            "170224": ErrorRule("the account may not trade innovation tokens", "auth"),
            "170226": ErrorRule("the margin account is being liquidated", "rejected"),
            "170227": ErrorRule("the feature is not supported", "rejected"),
            "170228": ErrorRule("the amount is above what may be bought", "rejected"),
            "170229": ErrorRule("the quantity is above what may be sold", "rejected"),
            "170230": ErrorRule("margin trading of the loan is switched off", "auth"),
            "170234": ErrorRule("internal error of the venue", "unknown"),
            "170241": ErrorRule("the risks of the project are not agreed to", "auth"),
            "170310": ErrorRule("the change of the order took too long", "unknown"),
            "170311": ErrorRule("the order could not be changed", "rejected"),
            "170312": ErrorRule("orders of this kind can't be changed", "rejected"),
            "170313": ErrorRule("the new quantity is below what is filled", "rejected"),
            "170341": ErrorRule("the quantity is too large", "rejected"),
            "170344": ErrorRule("the pair has no margin trading", "rejected"),
            "170346": ErrorRule("the coin that it settles in is no collateral", "rejected"),
            "170348": ErrorRule("the account trades at another address", "auth"),
            "170355": ErrorRule("RPI orders are for approved market makers", "auth"),
            "170358": ErrorRule("this site has no leveraged tokens", "auth"),
            "170359": ErrorRule("this site has no leveraged tokens", "auth"),
            "170360": ErrorRule("collateral of the spread is switched off", "rejected"),
            "170371": ErrorRule("the price is too low", "rejected"),
            "170372": ErrorRule("the price is too high", "rejected"),
            "170381": ErrorRule("the quantity is too large", "rejected"),
            "170382": ErrorRule("the quantity is too large", "rejected"),
            "170709": ErrorRule("the loan forbids this pair", "auth"),
            "170810": ErrorRule("too many open orders", "rejected"),
            "176002": ErrorRule("the account could not be looked up; the quiz may be missing", "auth"),
            "176003": ErrorRule("loans could not be looked up", "unknown"),
            "176004": ErrorRule("the start is after the end", "rejected"),
            "176005": ErrorRule("borrowing failed", "rejected"),
            "176006": ErrorRule("repaying failed", "rejected"),
            "176007": ErrorRule("no such user", "not_found"),
            "176008": ErrorRule("margin trading is not enabled", "auth"),
            "176009": ErrorRule("margin trading is not enabled", "auth"),
            "176010": ErrorRule("no such coin to borrow", "not_found"),
            "176011": ErrorRule("the coin has no margin trading", "rejected"),
            "176012": ErrorRule("no such pair", "not_found"),
            "176013": ErrorRule("the pair has no margin trading", "rejected"),
            "176014": ErrorRule("repayments were sent twice", "rejected"),
            "176015": ErrorRule("the available balance is too low", "rejected"),
            "176016": ErrorRule("nothing is owed", "rejected"),
            "176017": ErrorRule("more is to be repaid than is owed", "rejected"),
            "176018": ErrorRule("a settlement is under way", "maintenance"),
            "176019": ErrorRule("a liquidation is under way", "rejected"),
            "176020": ErrorRule("repayments could not be found", "not_found"),
            "176021": ErrorRule("loans were sent twice", "rejected"),
            "176022": ErrorRule("the coin can't be borrowed yet", "rejected"),
            "176023": ErrorRule("the pair can't be borrowed yet", "rejected"),
            "176024": ErrorRule("the state of the user is wrong", "auth"),
            "176025": ErrorRule("the amount to borrow is below the least", "rejected"),
            "176026": ErrorRule("the amount to borrow is above the most", "rejected"),
            "176027": ErrorRule("the amount to borrow is above the most of a user", "rejected"),
            "176028": ErrorRule("the amount to borrow is above what the venue lends", "rejected"),
            "176029": ErrorRule("the amount to borrow is above what the user may owe", "rejected"),
            "176030": ErrorRule("loans of the user could not be looked up", "unknown"),
            "176031": ErrorRule("the amount to borrow has too many digits", "rejected"),
            "176034": ErrorRule("the leverage is out of range", "rejected"),
            "176035": ErrorRule("leverage can't be switched during a liquidation", "rejected"),
            "176036": ErrorRule("leverage can't be switched during a liquidation", "rejected"),
            "176037": ErrorRule("this is for unified accounts", "auth"),
            "176038": ErrorRule("leverage of spot is switched off", "rejected"),
            "176039": ErrorRule("a loan is under way", "rejected"),
            "176040": ErrorRule("leverage can't be switched while leveraged orders stand", "rejected"),
            "176132": ErrorRule("the amount to repay has too many digits", "rejected"),
            "176133": ErrorRule("the amount might set off a liquidation", "rejected"),
            "176134": ErrorRule("the account is being upgraded", "maintenance"),
            "176135": ErrorRule("collateral could not be looked up", "unknown"),
            "176136": ErrorRule("loans could not be looked up", "unknown"),
            "176137": ErrorRule("the state of the user could not be changed", "rejected"),
            "176138": ErrorRule("debts have to be repaid first", "rejected"),
            "176139": ErrorRule("the account has another kind of loan", "auth"),
            "176201": ErrorRule("the account has a loan that forbids this", "auth"),
            "181017": ErrorRule("the state to look for has to be a final one", "rejected"),
            "182011": ErrorRule("the venue takes no more collateral of the coin", "rejected"),
            "182021": ErrorRule("isolated margin has no margin trading on spot", "rejected"),
            "182100": ErrorRule("positions are being closed by force", "rejected"),
            "182101": ErrorRule("the collateral is too low to repay", "rejected"),
            "182102": ErrorRule("nothing is owed of the coin", "rejected"),
            "182103": ErrorRule("not for institutional borrowers", "auth"),
            "182104": ErrorRule("the margin rates are too high", "rejected"),
            "182105": ErrorRule("the account is being upgraded", "maintenance"),
            "182106": ErrorRule("a liquidation is under way", "rejected"),
            "182107": ErrorRule("the maintenance margin is too high", "rejected"),
            "182108": ErrorRule("the margin would be too low", "rejected"),
            "182110": ErrorRule("switching failed", "rejected"),
            "182111": ErrorRule("one of the coins is no collateral", "rejected"),
            "182112": ErrorRule("a coin is listed twice", "rejected"),
            "500000": ErrorRule("internal error of the venue", "unknown"),
            "500010": ErrorRule("the account below does not belong to this one", "auth"),
            "500011": ErrorRule("the account is no unified account", "auth"),
            "3100181": ErrorRule("the user is missing", "rejected"),
            "3100197": ErrorRule("the account is being upgraded", "maintenance"),
            "3100326": ErrorRule("the base coin is missing", "rejected"),
            "3200316": ErrorRule("the loan is too large for options", "rejected"),
            "3200317": ErrorRule("the loan is too large for new options", "rejected"),
            "3200320": ErrorRule("assets of the loan are being liquidated", "rejected"),
            "3200403": ErrorRule("isolated margin takes no such order", "rejected"),
            "3200419": ErrorRule("pre-market positions forbid portfolio margin", "rejected"),
            "3200425": ErrorRule("event contracts forbid portfolio margin", "rejected"),
            "3200641": ErrorRule("collateral of the coin has to be switched off first", "rejected"),
            "3400045": ErrorRule("the margin mode could not be set", "rejected"),
            "3400052": ErrorRule("orders for USDC contracts stand", "rejected"),
            "3400053": ErrorRule("orders for options stand", "rejected"),
            "3400054": ErrorRule("orders for USDT contracts stand", "rejected"),
            "3400071": ErrorRule("the net value of the account is too low", "rejected"),
            "3400139": ErrorRule("positions and orders are above the risk limit", "rejected"),
            "3400208": ErrorRule("positions in hedge mode or with isolated margin are held", "rejected"),
            "3400209": ErrorRule(
                "accounts with such positions are not upgraded around the full hour", "maintenance"
            ),
            "3400210": ErrorRule("the risk of the account is too high", "rejected"),
            "3400211": ErrorRule("the risk of the account would be too high", "rejected"),
            "3400212": ErrorRule(
                "accounts with such positions are not upgraded around the full hour", "maintenance"
            ),
            "3400213": ErrorRule("the risk of the account is too high", "rejected"),
            "3400214": ErrorRule("internal error of the venue", "unknown"),
            "3401010": ErrorRule("copy traders have no portfolio margin", "auth"),
        },
        statuses={
            403: ErrorRule("banned", "banned"),
            400: ErrorRule("the request is malformed, such as a method in small letters", "rejected"),
            401: ErrorRule("the key or its parameters are missing or wrong", "auth"),
            404: ErrorRule("unknown path, or a category that the account does not have", "not_found"),
            429: ErrorRule("the system protects itself from too many requests", "rate_limit"),
        },
        reasons={"Too many sessions": ErrorRule("too many sessions of this account", "rate_limit")},
        post_only=("170218", "PostOnlyWillTakeLiquidity"),
        fine={"retCode": 0, "retMsg": "OK"},
        failed=_failed,
    ),
    operations={
        "get_server_time": Operation(
            name="get_server_time",
            title="Server time",
            paths={"": ("GET", "/v5/market/time")},
            servers={"": "rest"},
            weights={"": (("address", 1),)},
            doc="https://bybit-exchange.github.io/docs/v5/market/time",
        ),
        "get_wallet_balance": Operation(
            name="get_wallet_balance",
            title="Balances of the account",
            paths={"": ("GET", "/v5/account/wallet-balance")},
            servers={"": "rest"},
            params=(
                Param(
                    name="account_type",
                    wire="accountType",
                    told="account_type",
                    default="UNIFIED",
                    allowed=("UNIFIED", "CONTRACT", "SPOT"),
                ),
                Param(name="coin", wire="coin", told="coin", kind="list"),
            ),
            auth="signed",
            private=True,
            weights={"": (("address", 1), ("reads", 1))},
            gives=("AccountState",),
            doc="https://bybit-exchange.github.io/docs/v5/account/wallet-balance",
        ),
        "get_positions": Operation(
            name="get_positions",
            title="Positions",
            paths={
                "linear": ("GET", "/v5/position/list"),
                "inverse": ("GET", "/v5/position/list"),
                "option": ("GET", "/v5/position/list"),
            },
            servers={"linear": "rest", "inverse": "rest", "option": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="base_coin", wire="baseCoin", told="base_coin", products=("option",)),
                Param(name="settle_coin", wire="settleCoin", told="settle_coin", products=("linear",)),
                Param(
                    name="limit",
                    wire="limit",
                    told="limit",
                    kind="int",
                    default=200,
                    least=1,
                    most=200,
                    fills="limit",
                ),
                Param(name="cursor", wire="cursor", told="cursor"),
            ),
            auth="signed",
            private=True,
            weights={
                "linear": (("address", 1), ("reads", 1)),
                "inverse": (("address", 1), ("reads", 1)),
                "option": (("address", 1), ("reads", 1)),
            },
            page=Page(
                kind="cursor",
                next=lambda message: message.result.next_page_cursor,
                rows=lambda message: message.result.rows,
                from_="cursor",
                limit="limit",
                most=200,
            ),
            gives=("PositionStatusReport",),
            sweep={"settle_coin": ("USDT", "USDC")},
            doc="https://bybit-exchange.github.io/docs/v5/position",
        ),
        "get_fee_rates": Operation(
            name="get_fee_rates",
            title="Fees of the account",
            paths={"": ("GET", "/v5/account/fee-rate")},
            servers={"": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(
                    name="symbol",
                    wire="symbol",
                    told="symbol",
                    products=("spot", "linear", "inverse"),
                    fills="symbol",
                ),
                Param(name="base_coin", wire="baseCoin", told="base_coin", products=("option",)),
            ),
            auth="signed",
            private=True,
            weights={"": (("address", 1), ("fees", 1))},
            gives=("BybitFeeRate",),
            doc="https://bybit-exchange.github.io/docs/v5/account/fee-rate",
        ),
        "get_account_info": Operation(
            name="get_account_info",
            title="Margin mode and state of the account",
            paths={"": ("GET", "/v5/account/info")},
            servers={"": "rest"},
            auth="signed",
            private=True,
            weights={"": (("address", 1), ("reads", 1))},
            gives=("BybitAccountMode",),
            doc="https://bybit-exchange.github.io/docs/v5/account/account-info",
        ),
        "get_api_key": Operation(
            name="get_api_key",
            title="The key itself, its permissions and addresses",
            paths={"": ("GET", "/v5/user/query-api")},
            servers={"": "rest"},
            auth="signed",
            private=True,
            weights={"": (("address", 1), ("users", 1))},
            doc="https://bybit-exchange.github.io/docs/v5/user/apikey-info",
        ),
        "get_sub_members": Operation(
            name="get_sub_members",
            title="The accounts below this one",
            paths={"": ("GET", "/v5/user/query-sub-members")},
            servers={"": "rest"},
            auth="signed",
            private=True,
            weights={"": (("address", 1), ("users", 1))},
            doc="https://bybit-exchange.github.io/docs/v5/user/subuid-list",
        ),
        "get_leverage": Operation(
            name="get_leverage",
            title="Leverage of symbols, one row for each side in hedge mode",
            paths={"linear": ("GET", "/v5/position/list"), "inverse": ("GET", "/v5/position/list")},
            servers={"linear": "rest", "inverse": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="base_coin", wire="baseCoin", told="base_coin", products=("option",)),
                Param(name="settle_coin", wire="settleCoin", told="settle_coin", products=("linear",)),
                Param(
                    name="limit",
                    wire="limit",
                    told="limit",
                    kind="int",
                    default=200,
                    least=1,
                    most=200,
                    fills="limit",
                ),
                Param(name="cursor", wire="cursor", told="cursor"),
            ),
            auth="signed",
            private=True,
            weights={"linear": (("address", 1), ("reads", 1)), "inverse": (("address", 1), ("reads", 1))},
            page=Page(
                kind="cursor",
                next=lambda message: message.result.next_page_cursor,
                rows=lambda message: message.result.rows,
                from_="cursor",
                limit="limit",
                most=200,
            ),
            gives=("BybitLeverage",),
            sweep={"settle_coin": ("USDT", "USDC")},
            doc="https://bybit-exchange.github.io/docs/v5/position",
        ),
        "set_leverage": Operation(
            name="set_leverage",
            title="Set the leverage of a symbol",
            paths={
                "linear": ("POST", "/v5/position/set-leverage"),
                "inverse": ("POST", "/v5/position/set-leverage"),
            },
            servers={"linear": "rest", "inverse": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="buy_leverage", wire="buyLeverage", told="buy_leverage", kind="dec", required=True
                ),
                Param(
                    name="sell_leverage", wire="sellLeverage", told="sell_leverage", kind="dec", required=True
                ),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"linear": (("address", 1), ("orders", 1)), "inverse": (("address", 1), ("orders", 1))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://bybit-exchange.github.io/docs/v5/position/leverage",
        ),
        "set_margin_mode": Operation(
            name="set_margin_mode",
            title="Set the margin mode of the account",
            paths={"": ("POST", "/v5/account/set-margin-mode")},
            servers={"": "rest"},
            params=(
                Param(
                    name="mode",
                    wire="setMarginMode",
                    told="mode",
                    required=True,
                    allowed=("ISOLATED_MARGIN", "REGULAR_MARGIN", "PORTFOLIO_MARGIN"),
                ),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("address", 1), ("fees", 1))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://bybit-exchange.github.io/docs/v5/account/set-margin-mode",
        ),
        "set_position_mode": Operation(
            name="set_position_mode",
            title="One position a symbol, or one for each side",
            paths={"linear": ("POST", "/v5/position/switch-mode")},
            servers={"linear": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="coin", wire="coin", told="coin"),
                Param(name="mode", wire="mode", told="mode", kind="int", required=True, allowed=(0, 3)),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"linear": (("address", 1), ("orders", 1))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://bybit-exchange.github.io/docs/v5/position/position-mode",
        ),
        "set_trading_stop": Operation(
            name="set_trading_stop",
            title="Take profit, stop loss and trailing stop of a position",
            paths={
                "linear": ("POST", "/v5/position/trading-stop"),
                "inverse": ("POST", "/v5/position/trading-stop"),
                "option": ("POST", "/v5/position/trading-stop"),
            },
            servers={"linear": "rest", "inverse": "rest", "option": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="tpsl_mode",
                    wire="tpslMode",
                    told="tpsl_mode",
                    default="Full",
                    allowed=("Full", "Partial"),
                ),
                Param(
                    name="position_idx",
                    wire="positionIdx",
                    told="position_idx",
                    kind="int",
                    default=0,
                    allowed=(0, 1, 2),
                ),
                Param(name="take_profit", wire="takeProfit", told="take_profit", kind="dec"),
                Param(name="stop_loss", wire="stopLoss", told="stop_loss", kind="dec"),
                Param(name="trailing_stop", wire="trailingStop", told="trailing_stop", kind="dec"),
                Param(name="active_price", wire="activePrice", told="active_price", kind="dec"),
                Param(
                    name="tp_trigger_by",
                    wire="tpTriggerBy",
                    told="tp_trigger_by",
                    usual="LastPrice",
                    allowed=("LastPrice", "IndexPrice", "MarkPrice"),
                ),
                Param(
                    name="sl_trigger_by",
                    wire="slTriggerBy",
                    told="sl_trigger_by",
                    usual="LastPrice",
                    allowed=("LastPrice", "IndexPrice", "MarkPrice"),
                ),
                Param(name="tp_size", wire="tpSize", told="tp_size", kind="dec"),
                Param(name="sl_size", wire="slSize", told="sl_size", kind="dec"),
                Param(name="tp_limit_price", wire="tpLimitPrice", told="tp_limit_price", kind="dec"),
                Param(name="sl_limit_price", wire="slLimitPrice", told="sl_limit_price", kind="dec"),
                Param(
                    name="tp_order_type",
                    wire="tpOrderType",
                    told="tp_order_type",
                    usual="Market",
                    allowed=("Market", "Limit"),
                ),
                Param(
                    name="sl_order_type",
                    wire="slOrderType",
                    told="sl_order_type",
                    usual="Market",
                    allowed=("Market", "Limit"),
                ),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={
                "linear": (("address", 1), ("orders", 1)),
                "inverse": (("address", 1), ("orders", 1)),
                "option": (("address", 1), ("orders", 1)),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://bybit-exchange.github.io/docs/v5/position/trading-stop",
        ),
        "borrow": Operation(
            name="borrow",
            title="Borrow a coin",
            paths={"": ("POST", "/v5/account/borrow")},
            servers={"": "rest"},
            params=(
                Param(name="coin", wire="coin", told="coin", required=True),
                Param(name="amount", wire="amount", told="amount", kind="dec", required=True),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("address", 1), ("loans", 1))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://bybit-exchange.github.io/docs/v5/account/borrow",
        ),
        "repay": Operation(
            name="repay",
            title="Repay a coin from what is held of it",
            paths={"": ("POST", "/v5/account/no-convert-repay")},
            servers={"": "rest"},
            params=(
                Param(name="coin", wire="coin", told="coin", required=True),
                Param(name="amount", wire="amount", told="amount", kind="dec"),
                Param(
                    name="repayment_type",
                    wire="repaymentType",
                    told="repayment_type",
                    allowed=("ALL", "FIXED", "FLEXIBLE"),
                ),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("address", 1), ("loans", 1))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://bybit-exchange.github.io/docs/v5/account/no-convert-repay",
        ),
        "get_orderbook": Operation(
            name="get_orderbook",
            title="Order book",
            paths={
                "spot": ("GET", "/v5/market/orderbook"),
                "linear": ("GET", "/v5/market/orderbook"),
                "inverse": ("GET", "/v5/market/orderbook"),
                "option": ("GET", "/v5/market/orderbook"),
            },
            servers={"spot": "rest", "linear": "rest", "inverse": "rest", "option": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={
                "spot": (("address", 1),),
                "linear": (("address", 1),),
                "inverse": (("address", 1),),
                "option": (("address", 1),),
            },
            gives=("OrderBookDeltas",),
            doc="https://bybit-exchange.github.io/docs/v5/market/orderbook",
        ),
        "get_spot_instruments": Operation(
            name="get_spot_instruments",
            title="Spot pairs and their trading rules",
            paths={"spot": ("GET", "/v5/market/instruments-info")},
            servers={"spot": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
            ),
            weights={"spot": (("address", 1),)},
            gives=("CurrencyPair",),
            doc="https://bybit-exchange.github.io/docs/v5/market/instrument",
        ),
        "get_contracts": Operation(
            name="get_contracts",
            title="Linear and inverse contracts and their trading rules",
            paths={
                "linear": ("GET", "/v5/market/instruments-info"),
                "inverse": ("GET", "/v5/market/instruments-info"),
            },
            servers={"linear": "rest", "inverse": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="base_coin", wire="baseCoin", told="base_coin"),
                Param(
                    name="status",
                    wire="status",
                    told="status",
                    allowed=("PreLaunch", "Trading", "Delivering", "Closed"),
                ),
                Param(
                    name="limit",
                    wire="limit",
                    told="limit",
                    kind="int",
                    default=1000,
                    least=1,
                    most=1000,
                    fills="limit",
                ),
                Param(name="cursor", wire="cursor", told="cursor"),
            ),
            weights={"linear": (("address", 1),), "inverse": (("address", 1),)},
            page=Page(
                kind="cursor",
                next=lambda message: message.result.next_page_cursor,
                rows=lambda message: message.result.rows,
                from_="cursor",
                limit="limit",
                most=1000,
            ),
            gives=("CryptoPerpetual", "CryptoFuture"),
            doc="https://bybit-exchange.github.io/docs/v5/market/instrument",
        ),
        "get_options": Operation(
            name="get_options",
            title="Options and their trading rules",
            paths={"option": ("GET", "/v5/market/instruments-info")},
            servers={"option": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="base_coin", wire="baseCoin", told="base_coin"),
                Param(
                    name="limit",
                    wire="limit",
                    told="limit",
                    kind="int",
                    default=1000,
                    least=1,
                    most=1000,
                    fills="limit",
                ),
                Param(name="cursor", wire="cursor", told="cursor"),
            ),
            weights={"option": (("address", 1),)},
            page=Page(
                kind="cursor",
                next=lambda message: message.result.next_page_cursor,
                rows=lambda message: message.result.rows,
                from_="cursor",
                limit="limit",
                most=1000,
            ),
            gives=("CryptoOption",),
            doc="https://bybit-exchange.github.io/docs/v5/market/instrument",
        ),
        "get_states": Operation(
            name="get_states",
            title="States of pairs and contracts",
            paths={
                "spot": ("GET", "/v5/market/instruments-info"),
                "linear": ("GET", "/v5/market/instruments-info"),
                "inverse": ("GET", "/v5/market/instruments-info"),
            },
            servers={"spot": "rest", "linear": "rest", "inverse": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="limit", wire="limit", told="limit", kind="int", default=1000, least=1, most=1000),
            ),
            weights={"spot": (("address", 1),), "linear": (("address", 1),), "inverse": (("address", 1),)},
            gives=("InstrumentStatus",),
            every_ns=60_000_000_000,
            doc="https://bybit-exchange.github.io/docs/v5/market/instrument",
        ),
        "get_option_states": Operation(
            name="get_option_states",
            title="States of options, of one or of all of a coin",
            paths={"option": ("GET", "/v5/market/instruments-info")},
            servers={"option": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="limit", wire="limit", told="limit", kind="int", default=1000, least=1, most=1000),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="base_coin", wire="baseCoin", told="base_coin"),
            ),
            weights={"option": (("address", 1),)},
            gives=("InstrumentStatus",),
            every_ns=60_000_000_000,
            doc="https://bybit-exchange.github.io/docs/v5/market/instrument",
        ),
        "get_open_orders": Operation(
            name="get_open_orders",
            title="Open orders, and the latest closed ones",
            paths={"": ("GET", "/v5/order/realtime")},
            servers={"": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="base_coin", wire="baseCoin", told="base_coin"),
                Param(
                    name="settle_coin", wire="settleCoin", told="settle_coin", products=("linear", "option")
                ),
                Param(name="order_id", wire="orderId", told="order_id"),
                Param(name="order_link_id", wire="orderLinkId", told="order_link_id"),
                Param(name="open_only", wire="openOnly", told="open_only", kind="int", allowed=(0, 1)),
                Param(
                    name="order_filter",
                    wire="orderFilter",
                    told="order_filter",
                    allowed=("Order", "StopOrder", "tpslOrder", "OcoOrder", "BidirectionalTpslOrder"),
                ),
                Param(
                    name="limit",
                    wire="limit",
                    told="limit",
                    kind="int",
                    default=50,
                    least=1,
                    most=50,
                    fills="limit",
                ),
                Param(name="cursor", wire="cursor", told="cursor"),
            ),
            auth="signed",
            private=True,
            weights={"": (("address", 1), ("reads", 1))},
            page=Page(
                kind="cursor",
                next=lambda message: message.result.next_page_cursor,
                rows=lambda message: message.result.rows,
                from_="cursor",
                limit="limit",
                most=50,
            ),
            gives=("OrderStatusReport",),
            prefer=1,
            open_only=True,
            sweep={"settle_coin": ("USDT", "USDC")},
            doc="https://bybit-exchange.github.io/docs/v5/order/open-order",
        ),
        "get_order_history": Operation(
            name="get_order_history",
            title="Closed orders of the last two years, seven days at a time",
            paths={"": ("GET", "/v5/order/history")},
            servers={"": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="base_coin", wire="baseCoin", told="base_coin"),
                Param(
                    name="settle_coin",
                    wire="settleCoin",
                    told="settle_coin",
                    products=("linear", "inverse", "option"),
                ),
                Param(name="order_id", wire="orderId", told="order_id"),
                Param(name="order_link_id", wire="orderLinkId", told="order_link_id"),
                Param(
                    name="order_filter",
                    wire="orderFilter",
                    told="order_filter",
                    allowed=("Order", "StopOrder", "tpslOrder", "OcoOrder", "BidirectionalTpslOrder"),
                ),
                Param(
                    name="order_status",
                    wire="orderStatus",
                    told="order_status",
                    allowed=(
                        "Created",
                        "New",
                        "Untriggered",
                        "PartiallyFilled",
                        "Filled",
                        "Cancelled",
                        "PartiallyFilledCanceled",
                        "Deactivated",
                        "Triggered",
                        "Rejected",
                    ),
                ),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="limit",
                    wire="limit",
                    told="limit",
                    kind="int",
                    default=50,
                    least=1,
                    most=50,
                    fills="limit",
                ),
                Param(name="cursor", wire="cursor", told="cursor"),
            ),
            auth="signed",
            private=True,
            weights={"": (("address", 1), ("reads", 1))},
            page=Page(
                kind="cursor",
                next=lambda message: message.result.next_page_cursor,
                rows=lambda message: message.result.rows,
                start="start_time_ms",
                end="end_time_ms",
                from_="cursor",
                limit="limit",
                most=50,
                span=604_800_000,
            ),
            gives=("OrderStatusReport",),
            doc="https://bybit-exchange.github.io/docs/v5/order/order-list",
        ),
        "get_executions": Operation(
            name="get_executions",
            title="Executions, seven days at a time",
            paths={"": ("GET", "/v5/execution/list")},
            servers={"": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id"),
                Param(name="order_link_id", wire="orderLinkId", told="order_link_id"),
                Param(name="base_coin", wire="baseCoin", told="base_coin", products=("option",)),
                Param(name="exec_type", wire="execType", told="exec_type"),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="limit",
                    wire="limit",
                    told="limit",
                    kind="int",
                    default=100,
                    least=1,
                    most=100,
                    fills="limit",
                ),
                Param(name="cursor", wire="cursor", told="cursor"),
            ),
            auth="signed",
            private=True,
            weights={"": (("address", 1), ("reads", 1))},
            page=Page(
                kind="cursor",
                next=lambda message: message.result.next_page_cursor,
                rows=lambda message: message.result.rows,
                start="start_time_ms",
                end="end_time_ms",
                from_="cursor",
                limit="limit",
                most=100,
                span=604_800_000,
            ),
            gives=("FillReport",),
            sweep={"base_coin": ("BTC", "ETH", "SOL")},
            doc="https://bybit-exchange.github.io/docs/v5/order/execution",
        ),
        "create_order": Operation(
            name="create_order",
            title="Create an order",
            paths={"": ("POST", "/v5/order/create")},
            servers={"": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="is_leverage",
                    wire="isLeverage",
                    told="is_leverage",
                    kind="int",
                    allowed=(0, 1),
                    products=("spot",),
                ),
                Param(name="side", wire="side", told="side", required=True, allowed=("Buy", "Sell")),
                Param(
                    name="order_type",
                    wire="orderType",
                    told="order_type",
                    required=True,
                    allowed=("Market", "Limit"),
                ),
                Param(name="qty", wire="qty", told="qty", kind="dec", required=True),
                Param(
                    name="market_unit",
                    wire="marketUnit",
                    told="market_unit",
                    allowed=("baseCoin", "quoteCoin"),
                    products=("spot",),
                ),
                Param(name="rpi_taker_access", wire="rpiTakerAccess", told="rpi_taker_access", kind="bool"),
                Param(
                    name="slippage_tolerance_type",
                    wire="slippageToleranceType",
                    told="slippage_tolerance_type",
                    allowed=("TickSize", "Percent"),
                ),
                Param(
                    name="slippage_tolerance", wire="slippageTolerance", told="slippage_tolerance", kind="dec"
                ),
                Param(name="price", wire="price", told="price", kind="dec"),
                Param(
                    name="trigger_direction",
                    wire="triggerDirection",
                    told="trigger_direction",
                    kind="int",
                    allowed=(1, 2),
                    products=("linear", "inverse"),
                ),
                Param(
                    name="order_filter",
                    wire="orderFilter",
                    told="order_filter",
                    usual="Order",
                    allowed=("Order", "tpslOrder", "StopOrder"),
                    products=("spot",),
                ),
                Param(name="trigger_price", wire="triggerPrice", told="trigger_price", kind="dec"),
                Param(
                    name="trigger_by",
                    wire="triggerBy",
                    told="trigger_by",
                    allowed=("LastPrice", "IndexPrice", "MarkPrice"),
                    products=("linear", "inverse"),
                ),
                Param(name="order_iv", wire="orderIv", told="order_iv", kind="dec", products=("option",)),
                Param(
                    name="time_in_force",
                    wire="timeInForce",
                    told="time_in_force",
                    usual="IOC",
                    allowed=("GTC", "IOC", "FOK", "PostOnly", "RPI"),
                ),
                Param(
                    name="position_idx",
                    wire="positionIdx",
                    told="position_idx",
                    kind="int",
                    allowed=(0, 1, 2),
                ),
                Param(name="order_link_id", wire="orderLinkId", told="order_link_id"),
                Param(name="take_profit", wire="takeProfit", told="take_profit", kind="dec"),
                Param(name="stop_loss", wire="stopLoss", told="stop_loss", kind="dec"),
                Param(
                    name="tp_trigger_by",
                    wire="tpTriggerBy",
                    told="tp_trigger_by",
                    usual="LastPrice",
                    allowed=("LastPrice", "IndexPrice", "MarkPrice"),
                ),
                Param(
                    name="sl_trigger_by",
                    wire="slTriggerBy",
                    told="sl_trigger_by",
                    usual="LastPrice",
                    allowed=("LastPrice", "IndexPrice", "MarkPrice"),
                ),
                Param(
                    name="reduce_only",
                    wire="reduceOnly",
                    told="reduce_only",
                    kind="bool",
                    products=("linear", "inverse", "option"),
                ),
                Param(
                    name="close_on_trigger",
                    wire="closeOnTrigger",
                    told="close_on_trigger",
                    kind="bool",
                    products=("linear", "inverse"),
                ),
                Param(
                    name="smp_type",
                    wire="smpType",
                    told="smp_type",
                    allowed=("None", "CancelMaker", "CancelTaker", "CancelBoth"),
                ),
                Param(name="mmp", wire="mmp", told="mmp", kind="bool", products=("option",)),
                Param(
                    name="tpsl_mode",
                    wire="tpslMode",
                    told="tpsl_mode",
                    allowed=("Full", "Partial"),
                    products=("linear", "inverse"),
                ),
                Param(name="tp_limit_price", wire="tpLimitPrice", told="tp_limit_price", kind="dec"),
                Param(name="sl_limit_price", wire="slLimitPrice", told="sl_limit_price", kind="dec"),
                Param(
                    name="tp_order_type",
                    wire="tpOrderType",
                    told="tp_order_type",
                    usual="Market",
                    allowed=("Market", "Limit"),
                ),
                Param(
                    name="sl_order_type",
                    wire="slOrderType",
                    told="sl_order_type",
                    usual="Market",
                    allowed=("Market", "Limit"),
                ),
                Param(
                    name="bbo_side_type",
                    wire="bboSideType",
                    told="bbo_side_type",
                    allowed=("Queue", "Counterparty"),
                    products=("linear", "inverse"),
                    instead_of=("price",),
                ),
                Param(
                    name="bbo_level",
                    wire="bboLevel",
                    told="bbo_level",
                    allowed=("1", "2", "3", "4", "5"),
                    products=("linear", "inverse"),
                ),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("address", 1), ("orders", 1))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "trade"}, call="order.create"),
            doc="https://bybit-exchange.github.io/docs/v5/order/create-order",
        ),
        "amend_order": Operation(
            name="amend_order",
            title="Amend an open order",
            paths={"": ("POST", "/v5/order/amend")},
            servers={"": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id"),
                Param(name="order_link_id", wire="orderLinkId", told="order_link_id"),
                Param(name="order_iv", wire="orderIv", told="order_iv", kind="dec", products=("option",)),
                Param(name="trigger_price", wire="triggerPrice", told="trigger_price", kind="dec"),
                Param(name="qty", wire="qty", told="qty", kind="dec"),
                Param(name="price", wire="price", told="price", kind="dec"),
                Param(
                    name="tpsl_mode",
                    wire="tpslMode",
                    told="tpsl_mode",
                    allowed=("Full", "Partial"),
                    products=("linear", "inverse"),
                ),
                Param(name="take_profit", wire="takeProfit", told="take_profit", kind="dec"),
                Param(name="stop_loss", wire="stopLoss", told="stop_loss", kind="dec"),
                Param(
                    name="tp_trigger_by",
                    wire="tpTriggerBy",
                    told="tp_trigger_by",
                    usual="LastPrice",
                    allowed=("LastPrice", "IndexPrice", "MarkPrice"),
                ),
                Param(
                    name="sl_trigger_by",
                    wire="slTriggerBy",
                    told="sl_trigger_by",
                    usual="LastPrice",
                    allowed=("LastPrice", "IndexPrice", "MarkPrice"),
                ),
                Param(
                    name="trigger_by",
                    wire="triggerBy",
                    told="trigger_by",
                    allowed=("LastPrice", "IndexPrice", "MarkPrice"),
                ),
                Param(name="tp_limit_price", wire="tpLimitPrice", told="tp_limit_price", kind="dec"),
                Param(name="sl_limit_price", wire="slLimitPrice", told="sl_limit_price", kind="dec"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("address", 1), ("orders", 1))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "trade"}, call="order.amend"),
            doc="https://bybit-exchange.github.io/docs/v5/order/amend-order",
        ),
        "cancel_order": Operation(
            name="cancel_order",
            title="Cancel an order",
            paths={"": ("POST", "/v5/order/cancel")},
            servers={"": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id"),
                Param(name="order_link_id", wire="orderLinkId", told="order_link_id"),
                Param(
                    name="order_filter",
                    wire="orderFilter",
                    told="order_filter",
                    usual="Order",
                    allowed=("Order", "tpslOrder", "StopOrder"),
                    products=("spot",),
                ),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("address", 1), ("orders", 1))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "trade"}, call="order.cancel"),
            doc="https://bybit-exchange.github.io/docs/v5/order/cancel-order",
        ),
        "cancel_all_orders": Operation(
            name="cancel_all_orders",
            title="Cancel all orders of a symbol, a coin or a product",
            paths={"": ("POST", "/v5/order/cancel-all")},
            servers={"": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="base_coin", wire="baseCoin", told="base_coin"),
                Param(
                    name="settle_coin",
                    wire="settleCoin",
                    told="settle_coin",
                    products=("linear", "inverse", "option"),
                ),
                Param(
                    name="order_filter",
                    wire="orderFilter",
                    told="order_filter",
                    allowed=(
                        "Order",
                        "tpslOrder",
                        "StopOrder",
                        "OcoOrder",
                        "BidirectionalTpslOrder",
                        "OpenOrder",
                    ),
                ),
                Param(
                    name="stop_order_type",
                    wire="stopOrderType",
                    told="stop_order_type",
                    allowed=("Stop",),
                    products=("linear", "inverse"),
                ),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("address", 1), ("sweeps", _cancel_all_orders_weight))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://bybit-exchange.github.io/docs/v5/order/cancel-all",
        ),
        "create_orders": Operation(
            name="create_orders",
            title="Create several orders at once",
            paths={"": ("POST", "/v5/order/create-batch")},
            servers={"": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="request", wire="request", told="request", kind="list", required=True),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("address", 1), ("batches", _create_orders_weight))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "trade"}, call="order.create-batch"),
            doc="https://bybit-exchange.github.io/docs/v5/order/batch-place",
        ),
        "amend_orders": Operation(
            name="amend_orders",
            title="Amend several orders at once",
            paths={"": ("POST", "/v5/order/amend-batch")},
            servers={"": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="request", wire="request", told="request", kind="list", required=True),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("address", 1), ("batches", _create_orders_weight))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "trade"}, call="order.amend-batch"),
            doc="https://bybit-exchange.github.io/docs/v5/order/batch-amend",
        ),
        "cancel_orders": Operation(
            name="cancel_orders",
            title="Cancel several orders at once",
            paths={"": ("POST", "/v5/order/cancel-batch")},
            servers={"": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="request", wire="request", told="request", kind="list", required=True),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("address", 1), ("batches", _create_orders_weight))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "trade"}, call="order.cancel-batch"),
            doc="https://bybit-exchange.github.io/docs/v5/order/batch-cancel",
        ),
        "get_tickers": Operation(
            name="get_tickers",
            title="Tickers of pairs and contracts",
            paths={
                "spot": ("GET", "/v5/market/tickers"),
                "linear": ("GET", "/v5/market/tickers"),
                "inverse": ("GET", "/v5/market/tickers"),
            },
            servers={"spot": "rest", "linear": "rest", "inverse": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
            ),
            weights={"spot": (("address", 1),), "linear": (("address", 1),), "inverse": (("address", 1),)},
            gives=("QuoteTick", "MarkPriceUpdate", "IndexPriceUpdate", "FundingRateUpdate"),
            doc="https://bybit-exchange.github.io/docs/v5/market/tickers",
        ),
        "get_option_tickers": Operation(
            name="get_option_tickers",
            title="Tickers of options",
            paths={"option": ("GET", "/v5/market/tickers")},
            servers={"option": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="base_coin", wire="baseCoin", told="base_coin"),
            ),
            weights={"option": (("address", 1),)},
            gives=("QuoteTick", "MarkPriceUpdate", "IndexPriceUpdate", "OptionGreeks"),
            doc="https://bybit-exchange.github.io/docs/v5/market/tickers",
        ),
        "get_funding_history": Operation(
            name="get_funding_history",
            title="Settled funding rates",
            paths={
                "linear": ("GET", "/v5/market/funding/history"),
                "inverse": ("GET", "/v5/market/funding/history"),
            },
            servers={"linear": "rest", "inverse": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="start_time_ms",
                    wire="startTime",
                    told="start_time",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="end_time_ms",
                    wire="endTime",
                    told="end_time",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=200, fills="limit"),
            ),
            weights={"linear": (("address", 1),), "inverse": (("address", 1),)},
            page=Page(
                kind="time",
                next=lambda message: (integer(message.time_ms) * 1_000_000) // 1_000_000,
                rows=lambda message: message.result.rows,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=200,
                backward=True,
                time=lambda message: (integer(message.time_ms) * 1_000_000) // 1_000_000,
            ),
            gives=("FundingRateUpdate",),
            prefer=1,
            doc="https://bybit-exchange.github.io/docs/v5/market/history-fund-rate",
        ),
        "get_recent_trades": Operation(
            name="get_recent_trades",
            title="Recent trades",
            paths={
                "spot": ("GET", "/v5/market/recent-trade"),
                "linear": ("GET", "/v5/market/recent-trade"),
                "inverse": ("GET", "/v5/market/recent-trade"),
                "option": ("GET", "/v5/market/recent-trade"),
            },
            servers={"spot": "rest", "linear": "rest", "inverse": "rest", "option": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="base_coin", wire="baseCoin", told="base_coin", products=("option",)),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={
                "spot": (("address", 1),),
                "linear": (("address", 1),),
                "inverse": (("address", 1),),
                "option": (("address", 1),),
            },
            gives=("TradeTick", "BybitBlockTrade"),
            doc="https://bybit-exchange.github.io/docs/v5/market/recent-trade",
        ),
        "get_klines": Operation(
            name="get_klines",
            title="Bars",
            paths={
                "spot": ("GET", "/v5/market/kline"),
                "linear": ("GET", "/v5/market/kline"),
                "inverse": ("GET", "/v5/market/kline"),
            },
            servers={"spot": "rest", "linear": "rest", "inverse": "rest"},
            params=(
                Param(name="category", wire="category", told="category", required=True, fills="product"),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=("1", "3", "5", "15", "30", "60", "120", "240", "360", "720", "D", "W", "M"),
                    fills="interval",
                    means={
                        "1": "1-MINUTE",
                        "3": "3-MINUTE",
                        "5": "5-MINUTE",
                        "15": "15-MINUTE",
                        "30": "30-MINUTE",
                        "60": "1-HOUR",
                        "120": "2-HOUR",
                        "240": "4-HOUR",
                        "360": "6-HOUR",
                        "720": "12-HOUR",
                        "D": "1-DAY",
                        "W": "1-WEEK",
                        "M": "1-MONTH",
                    },
                ),
                Param(
                    name="start_ms", wire="start", told="start", kind="time", fills="start", unit_ns=1_000_000
                ),
                Param(name="end_ms", wire="end", told="end", kind="time", fills="end", unit_ns=1_000_000),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={"spot": (("address", 1),), "linear": (("address", 1),), "inverse": (("address", 1),)},
            page=Page(
                kind="time",
                next=lambda message: (integer(message.start_ms) * 1_000_000) // 1_000_000,
                rows=lambda message: message.result.rows,
                start="start_ms",
                end="end_ms",
                limit="limit",
                most=1000,
                backward=True,
                time=lambda message: (integer(message.start_ms) * 1_000_000) // 1_000_000,
            ),
            gives=("Bar",),
            doc="https://bybit-exchange.github.io/docs/v5/market/kline",
        ),
    },
    channels={
        "orderbook": Channel(
            name="orderbook",
            connection="stream",
            title="Order book",
            products=("spot", "linear", "inverse"),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="depth",
                    wire="depth",
                    told="depth",
                    kind="int",
                    default=50,
                    allowed=(50, 200, 500, 1000),
                ),
            ),
            topic=lambda v: f"orderbook.{v['depth']}.{v['symbol']}",
            gives=("OrderBookDeltas",),
            prefer=2,
            stale_after_ns=60_000_000_000,
            doc="https://bybit-exchange.github.io/docs/v5/websocket/public/orderbook",
        ),
        "best_level": Channel(
            name="best_level",
            connection="stream",
            title="The best bid and offer",
            products=("spot", "linear", "inverse"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"orderbook.1.{v['symbol']}",
            gives=("QuoteTick",),
            doc="https://bybit-exchange.github.io/docs/v5/websocket/public/orderbook",
        ),
        "option_orderbook": Channel(
            name="option_orderbook",
            connection="options",
            title="Order book of an option",
            products=("option",),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="depth", wire="depth", told="depth", kind="int", default=25, allowed=(25, 100)),
            ),
            topic=lambda v: f"orderbook.{v['depth']}.{v['symbol']}",
            gives=("OrderBookDeltas",),
            prefer=2,
            stale_after_ns=60_000_000_000,
            doc="https://bybit-exchange.github.io/docs/v5/websocket/public/orderbook",
        ),
        "wallet": Channel(
            name="wallet",
            connection="private",
            title="Balances of the account",
            products=("spot", "linear", "inverse", "option"),
            topic=lambda v: "wallet",
            gives=("AccountState",),
            doc="https://bybit-exchange.github.io/docs/v5/websocket/private/wallet",
        ),
        "order": Channel(
            name="order",
            connection="private",
            title="Orders",
            products=("spot", "linear", "inverse", "option"),
            topic=lambda v: "order",
            gives=("OrderStatusReport",),
            doc="https://bybit-exchange.github.io/docs/v5/websocket/private/order",
        ),
        "execution": Channel(
            name="execution",
            connection="private",
            title="Executions",
            products=("spot", "linear", "inverse", "option"),
            topic=lambda v: "execution",
            gives=("FillReport",),
            prefer=1,
            doc="https://bybit-exchange.github.io/docs/v5/websocket/private/execution",
        ),
        "fast_execution": Channel(
            name="fast_execution",
            connection="private",
            title="Executions sooner, without their fee",
            products=("spot", "linear", "inverse", "option"),
            topic=lambda v: "execution.fast",
            gives=("FillReport",),
            prefer=-1,
            doc="https://bybit-exchange.github.io/docs/v5/websocket/private/fast-execution",
        ),
        "position": Channel(
            name="position",
            connection="private",
            title="Positions",
            products=("linear", "inverse", "option"),
            topic=lambda v: "position",
            gives=("PositionStatusReport",),
            doc="https://bybit-exchange.github.io/docs/v5/websocket/private/position",
        ),
        "ticker": Channel(
            name="ticker",
            connection="stream",
            title="Ticker of a contract",
            products=("linear", "inverse"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"tickers.{v['symbol']}",
            gives=("QuoteTick", "MarkPriceUpdate", "IndexPriceUpdate", "FundingRateUpdate"),
            prefer=1,
            doc="https://bybit-exchange.github.io/docs/v5/websocket/public/ticker",
        ),
        "option_ticker": Channel(
            name="option_ticker",
            connection="options",
            title="Ticker and greeks of an option",
            products=("option",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"tickers.{v['symbol']}",
            gives=("QuoteTick", "MarkPriceUpdate", "IndexPriceUpdate", "OptionGreeks"),
            doc="https://bybit-exchange.github.io/docs/v5/websocket/public/ticker",
        ),
        "public_trade": Channel(
            name="public_trade",
            connection="stream",
            title="Trades",
            products=("spot", "linear", "inverse"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"publicTrade.{v['symbol']}",
            gives=("TradeTick", "BybitBlockTrade"),
            prefer=1,
            doc="https://bybit-exchange.github.io/docs/v5/websocket/public/trade",
        ),
        "older_trade": Channel(
            name="older_trade",
            connection="stream",
            title="Trades under another form of the topic",
            products=("spot", "linear", "inverse"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"trade.{v['symbol']}",
            gives=("TradeTick",),
            doc="https://bybit-exchange.github.io/docs/v5/websocket/public/trade",
        ),
        "all_liquidation": Channel(
            name="all_liquidation",
            connection="stream",
            title="Liquidations",
            products=("linear", "inverse"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"allLiquidation.{v['symbol']}",
            gives=("BybitLiquidation",),
            stale_after_ns=43_200_000_000_000,
            doc="https://bybit-exchange.github.io/docs/v5/websocket/public/all-liquidation",
        ),
        "kline": Channel(
            name="kline",
            connection="stream",
            title="Bars",
            products=("spot", "linear", "inverse"),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=("1", "3", "5", "15", "30", "60", "120", "240", "360", "720", "D", "W", "M"),
                    fills="interval",
                    means={
                        "1": "1-MINUTE",
                        "3": "3-MINUTE",
                        "5": "5-MINUTE",
                        "15": "15-MINUTE",
                        "30": "30-MINUTE",
                        "60": "1-HOUR",
                        "120": "2-HOUR",
                        "240": "4-HOUR",
                        "360": "6-HOUR",
                        "720": "12-HOUR",
                        "D": "1-DAY",
                        "W": "1-WEEK",
                        "M": "1-MONTH",
                    },
                ),
            ),
            topic=lambda v: f"kline.{v['interval']}.{v['symbol']}",
            gives=("Bar",),
            doc="https://bybit-exchange.github.io/docs/v5/websocket/public/kline",
        ),
        "option_trade": Channel(
            name="option_trade",
            connection="options",
            title="Trades of every option of a base coin",
            products=("option",),
            params=(Param(name="base_coin", wire="base_coin", told="base_coin", required=True),),
            topic=lambda v: f"publicTrade.{v['base_coin']}",
            gives=("TradeTick", "BybitBlockTrade"),
            doc="https://bybit-exchange.github.io/docs/v5/websocket/public/trade",
        ),
    },
    streams={
        "stream": Stream(
            name="stream",
            source="ws",
            transport="websocket",
            products=("spot", "linear", "inverse"),
            frame={"op": "subscribe", "args": Slot("topics"), "req_id": Slot("id_text")},
            unsubscribe={"op": "unsubscribe", "args": Slot("topics"), "req_id": Slot("id_text")},
            batch=10,
            ack="id",
            ack_timeout_ns=10_000_000_000,
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=60_000_000_000,
                topics_stale_after_ns=600_000_000_000,
                max_subscriptions=500,
                opens=500,
                opens_per_ns=300_000_000_000,
                ends={"connections": End(status=403, text="access too frequent")},
                beat='{"op":"ping"}',
                beat_every_ns=20_000_000_000,
            ),
        ),
        "options": Stream(
            name="options",
            source="ws",
            transport="websocket",
            products=("option",),
            frame={"op": "subscribe", "args": Slot("topics")},
            unsubscribe={"op": "unsubscribe", "args": Slot("topics")},
            ack="topic",
            ack_timeout_ns=10_000_000_000,
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=60_000_000_000,
                topics_stale_after_ns=600_000_000_000,
                max_subscriptions=2000,
                beat='{"op":"ping"}',
                beat_every_ns=20_000_000_000,
            ),
        ),
        "private": Stream(
            name="private",
            source="ws",
            transport="websocket",
            products=("spot", "linear", "inverse", "option"),
            frame={"op": "subscribe", "args": Slot("topics"), "req_id": Slot("id_text")},
            unsubscribe={"op": "unsubscribe", "args": Slot("topics"), "req_id": Slot("id_text")},
            batch=10,
            ack="id",
            ack_timeout_ns=10_000_000_000,
            login="login",
            login_frame={
                "op": "auth",
                "args": [lambda v: f"{v['api_key']}", Slot("expires_ms"), lambda v: f"{v['signature']}"],
            },
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=60_000_000_000,
                max_subscriptions=500,
                opens=500,
                opens_per_ns=300_000_000_000,
                ends={"connections": End(status=403, text="access too frequent")},
                beat='{"op":"ping"}',
                beat_every_ns=20_000_000_000,
            ),
        ),
        "trade": Stream(
            name="trade",
            source="ws:trade",
            transport="websocket",
            products=("spot", "linear", "inverse", "option"),
            login="login",
            login_frame={
                "op": "auth",
                "args": [lambda v: f"{v['api_key']}", Slot("expires_ms"), lambda v: f"{v['signature']}"],
            },
            requests=Asking(
                frame={
                    "reqId": Slot("id_text"),
                    "header": {
                        "X-BAPI-TIMESTAMP": lambda v: f"{v['timestamp_ms']}",
                        "X-BAPI-RECV-WINDOW": "5000",
                    },
                    "op": Slot("call"),
                    "args": [Slot("params")],
                },
                has=("reqId", "retCode"),
                id="reqId",
                rename={"data": "result"},
                timeout_ns=10_000_000_000,
            ),
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=30_000_000_000,
                beat='{"op":"ping"}',
                beat_every_ns=5_000_000_000,
            ),
        ),
    },
    catalogs={
        "spot": ("get_spot_instruments", {}),
        "linear": ("get_contracts", {}),
        "inverse": ("get_contracts", {}),
        "option": ("get_options", {}),
    },
    clocks={
        "rest": ClockFacts(
            "get_server_time", lambda message: message.time_ms * 1_000_000, GetServerTimeResponse
        ),
    },
    refusals=(
        Refusal(
            "request_funding_rates",
            ("spot", "option"),
            "Spot and options have no funding.",
            "linear and inverse",
        ),
        Refusal("request_mark_prices", ("spot",), "Spot has no mark price.", "linear, inverse and option"),
        Refusal("request_index_prices", ("spot",), "Spot has no index price.", "linear, inverse and option"),
        Refusal(
            "submit_oco",
            (),
            "The interface has no pairs of which one cancels the other.",
            "submit_bracket and submit_oto of contracts",
        ),
        Refusal(
            "submit_bracket",
            ("spot",),
            "Of what hangs on a spot order the venue makes one order that names neither the other nor its two legs, and is smaller by the fee (parentOrderLinkId is of futures and options alone).",
            "linear and inverse; params takeProfit and stopLoss of a limit order",
        ),
        Refusal(
            "submit_oto",
            ("spot",),
            "Of what hangs on a spot order the venue makes an order that does not name it, and is smaller by the fee (parentOrderLinkId is of futures and options alone).",
            "linear and inverse; params takeProfit and stopLoss of a limit order",
        ),
        Refusal(
            "submit_bracket",
            ("option",),
            "What hangs on an order of an option closes the whole position at the market, not as much as the order.",
            "linear and inverse; params takeProfit and stopLoss",
        ),
        Refusal(
            "submit_oto",
            ("option",),
            "What hangs on an order of an option closes the whole position at the market, not as much as the order.",
            "linear and inverse; params takeProfit and stopLoss",
        ),
        Refusal("request_bars", ("option",), "Bybit keeps no bars of options.", "spot, linear and inverse"),
        Refusal(
            "subscribe_bars",
            ("option",),
            "Bybit has no stream of bars of options.",
            "spot, linear and inverse",
        ),
    ),
    commands={
        "submit_order": Command(
            name="submit_order",
            operations={"": "create_order"},
            inputs=_SUBMIT_ORDER_INPUTS,
            domains=_SUBMIT_ORDER_DOMAINS,
            choose=_submit_order_choose,
            chosen=True,
            also=_submit_order_also,
            fields=_submit_order_fields,
            outcome=OutcomeFacts(
                payload=Answer,
                accepted=lambda message: message.code == 0,
                code=lambda message: message.code,
                reason=lambda message: message.told,
                ids={
                    "venue_order_id": lambda message: (
                        message.result.order_id if message.result is not None else None
                    ),
                    "client_order_id": lambda message: (
                        message.result.client_id if message.result is not None else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            reverse=(
                (
                    {"tpslMode": "Full"},
                    {"type": "TRAILING_STOP_MARKET", "tif": "GTC", "post_only": False, "reduce_only": True},
                ),
            ),
            doc="https://bybit-exchange.github.io/docs/v5/order/create-order",
        ),
        "submit_order_list": Command(
            name="submit_order_list",
            operations={"": "create_orders"},
            outcome=OutcomeFacts(
                payload=Answers,
                rows=lambda message: list(
                    zip((message.result.rows or ()), (message.more.verdicts or ()), strict=True)
                ),
                accepted=lambda message, entry: entry[1].code == 0,
                code=lambda message, entry: entry[1].code,
                reason=lambda message, entry: entry[1].told,
                ids={
                    "venue_order_id": lambda message, entry: entry[0].order_id,
                    "client_order_id": lambda message, entry: entry[0].client_id,
                },
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            each="submit_order",
            into="request",
            most=10,
            doc="https://bybit-exchange.github.io/docs/v5/order/batch-place",
        ),
        "submit_oto": Command(
            name="submit_oto",
            operations={"linear": "create_order", "inverse": "create_order"},
            fields=_submit_oto_fields,
            outcome=OutcomeFacts(
                payload=Answer,
                accepted=lambda message: message.code == 0,
                code=lambda message: message.code,
                reason=lambda message: message.told,
                ids={
                    "venue_order_id": lambda message: (
                        message.result.order_id if message.result is not None else None
                    ),
                    "client_order_id": lambda message: (
                        message.result.client_id if message.result is not None else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            each="submit_order",
            doc="https://bybit-exchange.github.io/docs/v5/order/create-order",
            legs={
                "entry": Leg(),
                "profit": Leg(
                    fields={
                        "orderType": "tpOrderType",
                        "triggerPrice": "takeProfit",
                        "triggerBy": "tpTriggerBy",
                        "price": "tpLimitPrice",
                    },
                    words={"timeInForce": {"GTC": "GTC"}},
                    drop=(
                        "symbol",
                        "side",
                        "qty",
                        "reduceOnly",
                        "triggerDirection",
                        "timeInForce",
                        "orderLinkId",
                    ),
                    waits=True,
                    attached=True,
                ),
                "loss": Leg(
                    fields={
                        "orderType": "slOrderType",
                        "triggerPrice": "stopLoss",
                        "triggerBy": "slTriggerBy",
                        "price": "slLimitPrice",
                    },
                    words={"timeInForce": {"GTC": "GTC"}},
                    drop=(
                        "symbol",
                        "side",
                        "qty",
                        "reduceOnly",
                        "triggerDirection",
                        "timeInForce",
                        "orderLinkId",
                    ),
                    attached=True,
                ),
            },
        ),
        "submit_bracket": Command(
            name="submit_bracket",
            operations={"linear": "create_order", "inverse": "create_order"},
            fields=_submit_bracket_fields,
            outcome=OutcomeFacts(
                payload=Answer,
                accepted=lambda message: message.code == 0,
                code=lambda message: message.code,
                reason=lambda message: message.told,
                ids={
                    "venue_order_id": lambda message: (
                        message.result.order_id if message.result is not None else None
                    ),
                    "client_order_id": lambda message: (
                        message.result.client_id if message.result is not None else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            each="submit_order",
            doc="https://bybit-exchange.github.io/docs/v5/order/create-order",
            legs={
                "entry": Leg(),
                "profit": Leg(
                    fields={
                        "orderType": "tpOrderType",
                        "triggerPrice": "takeProfit",
                        "triggerBy": "tpTriggerBy",
                        "price": "tpLimitPrice",
                    },
                    words={"timeInForce": {"GTC": "GTC"}},
                    drop=(
                        "symbol",
                        "side",
                        "qty",
                        "reduceOnly",
                        "triggerDirection",
                        "timeInForce",
                        "orderLinkId",
                    ),
                    waits=True,
                    attached=True,
                ),
                "loss": Leg(
                    fields={
                        "orderType": "slOrderType",
                        "triggerPrice": "stopLoss",
                        "triggerBy": "slTriggerBy",
                        "price": "slLimitPrice",
                    },
                    words={"timeInForce": {"GTC": "GTC"}},
                    drop=(
                        "symbol",
                        "side",
                        "qty",
                        "reduceOnly",
                        "triggerDirection",
                        "timeInForce",
                        "orderLinkId",
                    ),
                    attached=True,
                ),
            },
        ),
        "modify_order": Command(
            name="modify_order",
            operations={"": "amend_order"},
            fields=_modify_order_fields,
            outcome=OutcomeFacts(
                payload=Answer,
                accepted=lambda message: message.code == 0,
                code=lambda message: message.code,
                reason=lambda message: message.told,
                ids={
                    "venue_order_id": lambda message: (
                        message.result.order_id if message.result is not None else None
                    ),
                    "client_order_id": lambda message: (
                        message.result.client_id if message.result is not None else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            doc="https://bybit-exchange.github.io/docs/v5/order/amend-order",
        ),
        "batch_modify_orders": Command(
            name="batch_modify_orders",
            operations={"": "amend_orders"},
            outcome=OutcomeFacts(
                payload=Answers,
                rows=lambda message: list(
                    zip((message.result.rows or ()), (message.more.verdicts or ()), strict=True)
                ),
                accepted=lambda message, entry: entry[1].code == 0,
                code=lambda message, entry: entry[1].code,
                reason=lambda message, entry: entry[1].told,
                ids={
                    "venue_order_id": lambda message, entry: entry[0].order_id,
                    "client_order_id": lambda message, entry: entry[0].client_id,
                },
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            each="modify_order",
            into="request",
            most=10,
            doc="https://bybit-exchange.github.io/docs/v5/order/batch-amend",
        ),
        "cancel_order": Command(
            name="cancel_order",
            operations={"": "cancel_order"},
            inputs=_CANCEL_ORDER_INPUTS,
            domains=_CANCEL_ORDER_DOMAINS,
            choose=_cancel_order_choose,
            also=_cancel_order_also,
            fields=_cancel_order_fields,
            outcome=OutcomeFacts(
                payload=Answer,
                accepted=lambda message: message.code == 0,
                code=lambda message: message.code,
                reason=lambda message: message.told,
                ids={
                    "venue_order_id": lambda message: (
                        message.result.order_id if message.result is not None else None
                    ),
                    "client_order_id": lambda message: (
                        message.result.client_id if message.result is not None else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            assume={"type": "LIMIT"},
            doc="https://bybit-exchange.github.io/docs/v5/order/cancel-order",
        ),
        "batch_cancel_orders": Command(
            name="batch_cancel_orders",
            operations={"": "cancel_orders"},
            outcome=OutcomeFacts(
                payload=Answers,
                rows=lambda message: list(
                    zip((message.result.rows or ()), (message.more.verdicts or ()), strict=True)
                ),
                accepted=lambda message, entry: entry[1].code == 0,
                code=lambda message, entry: entry[1].code,
                reason=lambda message, entry: entry[1].told,
                ids={
                    "venue_order_id": lambda message, entry: entry[0].order_id,
                    "client_order_id": lambda message, entry: entry[0].client_id,
                },
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            each="cancel_order",
            into="request",
            most=10,
            doc="https://bybit-exchange.github.io/docs/v5/order/batch-cancel",
        ),
        "cancel_all_orders": Command(
            name="cancel_all_orders",
            operations={"": "cancel_all_orders"},
            inputs=_CANCEL_ALL_ORDERS_INPUTS,
            domains=_CANCEL_ALL_ORDERS_DOMAINS,
            choose=_cancel_all_orders_choose,
            also=_cancel_all_orders_also,
            fields=_cancel_all_orders_fields,
            outcome=OutcomeFacts(
                payload=CancelledOrders,
                accepted=lambda message: message.code == 0,
                code=lambda message: message.code,
                reason=lambda message: message.told,
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            doc="https://bybit-exchange.github.io/docs/v5/order/cancel-all",
        ),
        "query_order": Command(
            name="query_order",
            operations={"": "get_open_orders"},
            fields=_query_order_fields,
            outcome=OutcomeFacts(
                payload=Orders,
                accepted=lambda message: message.code == 0,
                code=lambda message: message.code,
                reason=lambda message: message.told,
            ),
            doc="https://bybit-exchange.github.io/docs/v5/order/open-order",
        ),
        "query_account": Command(
            name="query_account",
            operations={"": "get_wallet_balance"},
            outcome=OutcomeFacts(
                payload=GetWalletBalanceResponse, unknown=frozenset({"disconnect", "http_5xx", "timeout"})
            ),
            doc="https://bybit-exchange.github.io/docs/v5/account/wallet-balance",
        ),
    },
)
