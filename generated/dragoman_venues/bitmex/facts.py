"""What can be sent to the venue bitmex: addresses, operations, channels, limits, errors. Generated from specs/bitmex; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dragoman.auth import Hmac
from dragoman.errors import Denied
from dragoman.limits import Bucket
from dragoman.model import OrderSide, OrderStatus
from dragoman.net.facts import ErrorRule, ErrorTable
from dragoman.requests.facts import (
    Channel,
    ClockFacts,
    Command,
    Environment,
    Interface,
    Operation,
    OutcomeFacts,
    Page,
    Param,
    Refusal,
    Rules,
    Slot,
    Stream,
)
from dragoman.requests.units import divided, said
from dragoman.translate.functions import minus, parse_iso
from dragoman.translate.reads import as_list

from dragoman_venues.bitmex.account import MarginRow
from dragoman_venues.bitmex.market_data import GetServerTimeResponse
from dragoman_venues.bitmex.orders import ORD_STATUS_MEANS, OrderRow


def _submit_order_choose(
    *,
    type: str,
    tif: str,
    post_only: bool,
    reduce_only: bool,
    quote_quantity: bool,
    trigger: str,
    offset_type: str,
    contingency: str,
    product: str,
    has_price: bool,
    has_trigger_price: bool,
    has_activation_price: bool,
    has_order_list_id: bool,
) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if type == "MARKET" and tif in ("GTC", "IOC", "DAY") and not post_only:
        return {"timeInForce": "ImmediateOrCancel"}
    if type == "MARKET" and tif == "FOK" and not post_only:
        return {"timeInForce": "FillOrKill"}
    if (
        type in ("STOP_MARKET", "MARKET_IF_TOUCHED", "TRAILING_STOP_MARKET")
        and tif == "GTC"
        and not post_only
    ):
        return {"timeInForce": "GoodTillCancel"}
    if (
        type in ("STOP_MARKET", "MARKET_IF_TOUCHED", "TRAILING_STOP_MARKET")
        and tif == "DAY"
        and not post_only
    ):
        return {"timeInForce": "Day"}
    if (
        type in ("STOP_MARKET", "MARKET_IF_TOUCHED", "TRAILING_STOP_MARKET")
        and tif == "IOC"
        and not post_only
    ):
        return {"timeInForce": "ImmediateOrCancel"}
    if (
        type in ("STOP_MARKET", "MARKET_IF_TOUCHED", "TRAILING_STOP_MARKET")
        and tif == "FOK"
        and not post_only
    ):
        return {"timeInForce": "FillOrKill"}
    if type in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED", "TRAILING_STOP_LIMIT") and tif == "GTC":
        return {"timeInForce": "GoodTillCancel"}
    if type in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED", "TRAILING_STOP_LIMIT") and tif == "DAY":
        return {"timeInForce": "Day"}
    if (
        type in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED", "TRAILING_STOP_LIMIT")
        and tif == "IOC"
        and not post_only
    ):
        return {"timeInForce": "ImmediateOrCancel"}
    if (
        type in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED", "TRAILING_STOP_LIMIT")
        and tif == "FOK"
        and not post_only
    ):
        return {"timeInForce": "FillOrKill"}
    if (
        type in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED", "TRAILING_STOP_LIMIT")
        and tif in ("IOC", "FOK")
        and post_only
    ):
        raise Denied("bitmex", "submit_order", "an order that only rests can't be filled at once")
    if type in ("MARKET", "STOP_MARKET", "MARKET_IF_TOUCHED", "TRAILING_STOP_MARKET") and post_only:
        raise Denied("bitmex", "submit_order", "an order without a limit price takes what the book offers")
    if type == "MARKET_TO_LIMIT":
        raise Denied(
            "bitmex", "submit_order", "the venue no longer takes market orders whose rest stays as a limit"
        )
    if (
        type in ("MARKET", "STOP_MARKET", "MARKET_IF_TOUCHED", "TRAILING_STOP_MARKET")
        and tif in ("GTD", "AT_THE_OPEN", "AT_THE_CLOSE")
        and not post_only
    ):
        raise Denied("bitmex", "submit_order", "the venue has no such time in force")
    if type in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED", "TRAILING_STOP_LIMIT") and tif in (
        "GTD",
        "AT_THE_OPEN",
        "AT_THE_CLOSE",
    ):
        raise Denied("bitmex", "submit_order", "the venue has no such time in force")
    raise Denied("bitmex", "submit_order", "no row of the table takes this")


def _submit_order_also(
    *,
    type: str,
    tif: str,
    post_only: bool,
    reduce_only: bool,
    quote_quantity: bool,
    trigger: str,
    offset_type: str,
    contingency: str,
    product: str,
    has_price: bool,
    has_trigger_price: bool,
    has_activation_price: bool,
    has_order_list_id: bool,
) -> dict[str, object]:
    """Wire fields that further inputs decide; one that nothing fits is left out."""
    found: dict[str, object] = {}
    if type == "MARKET":
        found["ordType"] = "Market"
    if type == "LIMIT":
        found["ordType"] = "Limit"
    if type == "STOP_MARKET":
        found["ordType"] = "Stop"
    if type == "STOP_LIMIT":
        found["ordType"] = "StopLimit"
    if type == "MARKET_IF_TOUCHED":
        found["ordType"] = "MarketIfTouched"
    if type == "LIMIT_IF_TOUCHED":
        found["ordType"] = "LimitIfTouched"
    if type == "TRAILING_STOP_MARKET":
        found["ordType"] = "Stop"
    if type == "TRAILING_STOP_LIMIT":
        found["ordType"] = "StopLimit"
    if type in ("TRAILING_STOP_MARKET", "TRAILING_STOP_LIMIT") and offset_type == "PRICE":
        found["pegPriceType"] = "TrailingStopPeg"
    if type in ("TRAILING_STOP_MARKET", "TRAILING_STOP_LIMIT") and offset_type in (
        "NO_TRAILING_OFFSET",
        "BASIS_POINTS",
        "TICKS",
        "PRICE_TIER",
    ):
        raise Denied("bitmex", "submit_order", "a stop trails by an offset in price")
    if type in ("TRAILING_STOP_MARKET", "TRAILING_STOP_LIMIT") and has_activation_price:
        raise Denied("bitmex", "submit_order", "a stop trails from the moment when it comes")
    if (
        type in ("TRAILING_STOP_MARKET", "TRAILING_STOP_LIMIT")
        and not has_activation_price
        and has_trigger_price
    ):
        raise Denied("bitmex", "submit_order", "a trailing stop's first trigger is its offset from the price")
    if type == "TRAILING_STOP_LIMIT" and not has_price:
        raise Denied("bitmex", "submit_order", "the limit price of a trailing stop is said, and stays")
    if type in ("STOP_MARKET", "STOP_LIMIT") and trigger in (
        "NO_TRIGGER",
        "BID_ASK",
        "DOUBLE_LAST",
        "DOUBLE_BID_ASK",
        "LAST_OR_BID_ASK",
        "MID_POINT",
    ):
        raise Denied("bitmex", "submit_order", "a stop is triggered by the last, the mark or the index price")
    if type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED") and trigger in (
        "NO_TRIGGER",
        "BID_ASK",
        "DOUBLE_LAST",
        "DOUBLE_BID_ASK",
        "LAST_OR_BID_ASK",
        "MID_POINT",
    ):
        raise Denied("bitmex", "submit_order", "an order is touched by the last, the mark or the index price")
    if type in ("TRAILING_STOP_MARKET", "TRAILING_STOP_LIMIT") and trigger in (
        "NO_TRIGGER",
        "BID_ASK",
        "DOUBLE_LAST",
        "DOUBLE_BID_ASK",
        "LAST_OR_BID_ASK",
        "MID_POINT",
    ):
        raise Denied("bitmex", "submit_order", "a stop trails the last, the mark or the index price")
    if product == "spot" and reduce_only:
        raise Denied("bitmex", "submit_order", "a pair has no position that could be reduced")
    if quote_quantity:
        raise Denied("bitmex", "submit_order", "quantities are in contracts or the base currency")
    if contingency == "OCO":
        found["contingencyType"] = "OneCancelsTheOther"
    if contingency == "OTO":
        found["contingencyType"] = "OneTriggersTheOther"
    if contingency == "OUO":
        raise Denied(
            "bitmex", "submit_order", "the venue has no orders any more that change the quantity of others"
        )
    if not has_order_list_id and contingency in ("OCO", "OTO", "OUO"):
        raise Denied("bitmex", "submit_order", "orders are linked by the id of their list")
    return found


def _submit_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What submit_order says beside what its table decides."""
    found: dict[str, object] = {
        "symbol": t["raw"],
        "side": t["side"].title(),
        "orderQty": divided(
            t["quantity"], t, "size_increment", lambda symbol: "_" not in symbol and "USDT" not in symbol
        ),
        "displayQty": divided(
            t["display_qty"], t, "size_increment", lambda symbol: "_" not in symbol and "USDT" not in symbol
        ),
        "price": t["price"],
        "stopPx": t["trigger_price"],
        "pegOffsetValue": (
            None
            if t["trailing_offset"] is None
            else minus(t["trailing_offset"]) if t["side"] == OrderSide.SELL else t["trailing_offset"]
        ),
        "clOrdID": t["client_order_id"],
    }
    if t["contingency"] in ("OCO", "OTO"):
        found["clOrdLinkID"] = t["order_list_id"]
    flags = (
        ("ParticipateDoNotInitiate", t["post_only"]),
        ("ReduceOnly", t["reduce_only"]),
        ("LastPrice", t["trigger"] == "LAST_PRICE"),
        ("MarkPrice", t["trigger"] == "MARK_PRICE"),
        ("IndexPrice", t["trigger"] == "INDEX_PRICE"),
    )
    found["execInst"] = ",".join(flag for flag, holds in flags if holds) or None
    return found


_SUBMIT_ORDER_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "type": lambda t: t["type"],
    "tif": lambda t: t["tif"],
    "post_only": lambda t: t["post_only"],
    "reduce_only": lambda t: t["reduce_only"],
    "quote_quantity": lambda t: t["quote_quantity"],
    "trigger": lambda t: t["trigger"],
    "offset_type": lambda t: t["offset_type"],
    "contingency": lambda t: t["contingency"],
    "product": lambda t: t["product"],
    "has_price": lambda t: t["price"] is not None,
    "has_trigger_price": lambda t: t["trigger_price"] is not None,
    "has_activation_price": lambda t: t["activation_price"] is not None,
    "has_order_list_id": lambda t: t["order_list_id"] is not None,
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
    "product": ("spot", "perpetual", "future", "futures_spread", "index"),
    "has_price": (False, True),
    "has_trigger_price": (False, True),
    "has_activation_price": (False, True),
    "has_order_list_id": (False, True),
}


def _modify_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What modify_order says beside what its table decides."""
    found: dict[str, object] = {
        "orderID": t["venue_order_id"],
        "origClOrdID": t["client_order_id"] if t["venue_order_id"] is None else None,
        "orderQty": divided(
            t["quantity"], t, "size_increment", lambda symbol: "_" not in symbol and "USDT" not in symbol
        ),
        "price": t["price"],
        "stopPx": t["trigger_price"],
    }
    return found


def _cancel_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What cancel_order says beside what its table decides."""
    found: dict[str, object] = {
        "orderID": None if t["venue_order_id"] is None else [t["venue_order_id"]],
        "clOrdID": (
            None
            if t["venue_order_id"] is not None or t["client_order_id"] is None
            else [t["client_order_id"]]
        ),
    }
    return found


def _cancel_all_orders_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What cancel_all_orders says beside what its table decides."""
    found: dict[str, object] = {
        "symbol": t["raw"],
        "filter": said(
            {"side": "Buy" if t["side"] == OrderSide.BUY else "Sell" if t["side"] == OrderSide.SELL else None}
        ),
    }
    return found


def _query_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What query_order says beside what its table decides."""
    found: dict[str, object] = {
        "symbol": t["raw"],
        "filter": said({"orderID": t["venue_order_id"], "clOrdID": t["client_order_id"]}),
    }
    return found


INTERFACE = Interface(
    venue="bitmex",
    name="BITMEX",
    products={
        "spot": ("CurrencyPair",),
        "perpetual": ("CryptoPerpetual",),
        "future": ("CryptoFuture",),
        "futures_spread": ("CryptoFuturesSpread",),
        "index": ("IndexInstrument",),
    },
    environments={
        "mainnet": Environment(
            {"rest": "https://www.bitmex.com/api/v1"},
            {"stream": {"": "wss://ws.bitmex.com/realtime"}, "private": {"": "wss://ws.bitmex.com/realtime"}},
        ),
        "testnet": Environment(
            {"rest": "https://testnet.bitmex.com/api/v1"},
            {
                "stream": {"": "wss://ws.testnet.bitmex.com/realtime"},
                "private": {"": "wss://ws.testnet.bitmex.com/realtime"},
            },
        ),
    },
    credentials={"api_key": "BITMEX_API_KEY", "api_secret": "BITMEX_API_SECRET"},
    auth={
        "signed": Hmac(
            valid_for_ns=10_000_000_000,
            payload=lambda v: f"{v['method']}{v['target']}{v['expires_s']}{v['body']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            secret_encoding="text",
            sort=False,
            headers={
                "api-key": lambda v: f"{v['api_key']}",
                "api-expires": lambda v: f"{v['expires_s']}",
                "api-signature": lambda v: f"{v['signature']}",
            },
        ),
        "socket": Hmac(
            valid_for_ns=10_000_000_000,
            payload=lambda v: f"GET/realtime{v['expires_s']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            secret_encoding="text",
            sort=False,
        ),
    },
    buckets=(
        Bucket(
            name="requests",
            limit=30,
            window_ns=60_000_000_000,
            kind="tokens",
            remaining_header="x-ratelimit-remaining",
        ),
        Bucket(
            name="account",
            limit=120,
            window_ns=60_000_000_000,
            kind="tokens",
            scope="account",
            remaining_header="x-ratelimit-remaining",
        ),
        Bucket(
            name="burst",
            limit=10,
            window_ns=1_000_000_000,
            kind="tokens",
            scope="account",
            remaining_header="x-ratelimit-remaining-1s",
        ),
    ),
    errors=ErrorTable(
        code=("error", "name"),
        message=("error", "message"),
        codes={
            "RateLimitError": ErrorRule("too many requests", "rate_limit"),
            "ValidationError": ErrorRule("a parameter has a value that is not allowed", "rejected"),
            "NotFoundError": ErrorRule("there is no such thing", "not_found"),
        },
        statuses={
            400: ErrorRule("the venue does not take such a request", "rejected"),
            401: ErrorRule("the key, the signature or its end is wrong", "auth"),
            403: ErrorRule("the key lacks the permission", "auth"),
            404: ErrorRule("there is no such thing", "not_found"),
            429: ErrorRule("too many requests", "rate_limit"),
            500: ErrorRule("a fault of the venue", "unknown"),
            503: ErrorRule("the venue is overloaded", "maintenance"),
        },
        reasons={
            "request has expired": ErrorRule("the signature ended before it came", "clock"),
            "Invalid API Key": ErrorRule("the key does not exist", "auth"),
            "This key is disabled": ErrorRule("the key was switched off", "auth"),
            "Signature not valid": ErrorRule("the signature is wrong", "auth"),
            "Access Denied": ErrorRule("the key lacks the permission", "auth"),
            "Account is restricted": ErrorRule("the account may not do this", "auth"),
            "verify their identity": ErrorRule("the account's owner is not verified", "auth"),
            "Service unavailable": ErrorRule("the venue is not available", "maintenance"),
            "system is currently overloaded": ErrorRule(
                "the venue is overloaded and did not take the request", "not_taken"
            ),
            "Server Error": ErrorRule("a fault of the venue", "unknown"),
            "Rate limit exceeded": ErrorRule("too many requests", "rate_limit"),
            "Unable to cancel order due to existing state": ErrorRule(
                "the order is filled or canceled already", "not_found"
            ),
            "Invalid origClOrdID": ErrorRule("no such order", "not_found"),
            "AlreadyCanceled": ErrorRule("the order is canceled already", "not_found"),
            "orderID not found": ErrorRule("no such order", "not_found"),
            "orderQty is invalid": ErrorRule("the quantity is not taken", "rejected"),
            "Order quantity must be a multiple of lot size": ErrorRule(
                "the quantity is no multiple of the lot", "rejected"
            ),
            "tickSize": ErrorRule("the price is no multiple of the tick", "rejected"),
            "Invalid price": ErrorRule("the price is not taken", "rejected"),
            "Invalid stopPx": ErrorRule("the trigger price is not taken", "rejected"),
            "Invalid symbol": ErrorRule("there is no such instrument", "not_found"),
            "Unknown or expired symbol": ErrorRule("there is no such instrument", "not_found"),
            "insufficient Available Balance": ErrorRule("the balance is too low", "rejected"),
            "Duplicate clOrdID": ErrorRule("the client order id was used before", "rejected"),
            "Invalid ordStatus": ErrorRule("the order is filled or canceled already", "not_found"),
            "Invalid orderID": ErrorRule("no such order", "not_found"),
            "Account is suspended": ErrorRule("the account may place no orders", "auth"),
            "Invalid orderQty": ErrorRule("the quantity is no multiple of the lot", "rejected"),
            "Instrument expired": ErrorRule("the instrument is no longer traded", "rejected"),
            "not listed for trading": ErrorRule("the instrument is not traded yet", "rejected"),
        },
        post_only=("ParticipateDoNotInitiate",),
    ),
    operations={
        "get_positions": Operation(
            name="get_positions",
            title="Positions of the account",
            paths={"": ("GET", "/position")},
            servers={"": "rest"},
            params=(
                Param(name="filter", wire="filter", told="filter", kind="any"),
                Param(name="columns", wire="columns", told="columns", kind="list", join="json"),
                Param(name="count", wire="count", told="count", kind="int", least=1, most=500),
            ),
            auth="signed",
            private=True,
            weights={"": (("account", 1),)},
            gives=("PositionStatusReport",),
            doc="https://www.bitmex.com/api/explorer/#!/Position/Position_get",
        ),
        "get_margins": Operation(
            name="get_margins",
            title="Margins of the account",
            paths={"": ("GET", "/user/margin")},
            servers={"": "rest"},
            params=(Param(name="currency", wire="currency", told="currency", default="all"),),
            auth="signed",
            private=True,
            weights={"": (("account", 1),)},
            gives=("AccountState",),
            prefer=1,
            doc="https://www.bitmex.com/api/explorer/#!/User/User_getMargin",
        ),
        "get_wallets": Operation(
            name="get_wallets",
            title="Wallets of the account",
            paths={"": ("GET", "/user/wallet")},
            servers={"": "rest"},
            params=(Param(name="currency", wire="currency", told="currency", default="all"),),
            auth="signed",
            private=True,
            weights={"": (("account", 1),)},
            doc="https://www.bitmex.com/api/explorer/#!/User/User_getWallet",
        ),
        "get_leverage": Operation(
            name="get_leverage",
            title="Leverage and margin mode of the positions of the account",
            paths={"": ("GET", "/position")},
            servers={"": "rest"},
            params=(
                Param(name="filter", wire="filter", told="filter", kind="any"),
                Param(name="columns", wire="columns", told="columns", kind="list", join="json"),
                Param(name="count", wire="count", told="count", kind="int", least=1, most=500),
            ),
            auth="signed",
            private=True,
            weights={"": (("account", 1),)},
            gives=("BitmexLeverage",),
            doc="https://www.bitmex.com/api/explorer/#!/Position/Position_get",
        ),
        "set_leverage": Operation(
            name="set_leverage",
            title="Set the leverage of a position, which is isolated then; 0 puts it on cross margin",
            paths={"": ("POST", "/position/leverage")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="leverage", wire="leverage", told="leverage", kind="dec_num", required=True),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("account", 1), ("burst", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.bitmex.com/api/explorer/#!/Position/Position_updateLeverage",
        ),
        "set_position_mode": Operation(
            name="set_position_mode",
            title="Hold a long and a short position of a contract apart, or one alone again",
            paths={"": ("POST", "/user/positionMode")},
            servers={"": "rest"},
            params=(
                Param(name="positionMode", wire="positionMode", told="positionMode", allowed=("MultiWay",)),
                Param(name="targetAccountId", wire="targetAccountId", told="targetAccountId", kind="int"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("account", 1),)},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://github.com/BitMEX/bitmex-cli",
        ),
        "isolate_margin": Operation(
            name="isolate_margin",
            title="Put a position on isolated margin, or back on cross margin",
            paths={"": ("POST", "/position/isolate")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="enabled", wire="enabled", told="enabled", kind="bool"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("account", 1), ("burst", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.bitmex.com/api/explorer/#!/Position/Position_isolateMargin",
        ),
        "get_trade_bins": Operation(
            name="get_trade_bins",
            title="Bars of trades",
            paths={
                "spot": ("GET", "/trade/bucketed"),
                "perpetual": ("GET", "/trade/bucketed"),
                "future": ("GET", "/trade/bucketed"),
                "futures_spread": ("GET", "/trade/bucketed"),
            },
            servers={"spot": "rest", "perpetual": "rest", "future": "rest", "futures_spread": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="binSize",
                    wire="binSize",
                    told="binSize",
                    required=True,
                    allowed=("1m", "5m", "1h", "1d"),
                    fills="interval",
                    means={"1m": "1-MINUTE", "5m": "5-MINUTE", "1h": "1-HOUR", "1d": "1-DAY"},
                ),
                Param(name="partial", wire="partial", told="partial", kind="bool"),
                Param(name="start_time", wire="startTime", told="start_time", fills="start"),
                Param(name="end_time", wire="endTime", told="end_time", fills="end"),
                Param(
                    name="count", wire="count", told="count", kind="int", least=1, most=1000, fills="limit"
                ),
                Param(name="reverse", wire="reverse", told="reverse", kind="bool"),
            ),
            weights={
                "spot": (("requests", 1),),
                "perpetual": (("requests", 1),),
                "future": (("requests", 1),),
                "futures_spread": (("requests", 1),),
            },
            page=Page(
                kind="time",
                next=lambda message: (parse_iso(message.time)) // 1,
                rows=lambda message: as_list(message),
                start="start_time",
                end="end_time",
                limit="count",
                most=1000,
                step=1000000,
                time=lambda message: (parse_iso(message.time)) // 1,
            ),
            gives=("Bar",),
            doc="https://www.bitmex.com/api/explorer/#!/Trade/Trade_getBucketed",
        ),
        "get_active_instruments": Operation(
            name="get_active_instruments",
            title="Instruments that are traded",
            paths={"": ("GET", "/instrument/active")},
            servers={"": "rest"},
            weights={"": (("requests", 1),)},
            gives=("CurrencyPair", "CryptoPerpetual", "CryptoFuture", "CryptoFuturesSpread"),
            doc="https://www.bitmex.com/api/explorer/#!/Instrument/Instrument_getActive",
        ),
        "get_instruments": Operation(
            name="get_instruments",
            title="Instruments, those that are settled too",
            paths={"": ("GET", "/instrument")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="count", wire="count", told="count", kind="int", least=1, most=500, fills="limit"),
                Param(name="start", wire="start", told="start", kind="int", least=0),
            ),
            weights={"": (("requests", 1),)},
            gives=("CurrencyPair", "CryptoPerpetual", "CryptoFuture", "CryptoFuturesSpread"),
            prefer=-1,
            doc="https://www.bitmex.com/api/explorer/#!/Instrument/Instrument_get",
        ),
        "get_indices": Operation(
            name="get_indices",
            title="Indices with their values",
            paths={"index": ("GET", "/instrument/indices")},
            servers={"index": "rest"},
            weights={"index": (("requests", 1),)},
            gives=("IndexInstrument", "IndexPriceUpdate"),
            doc="https://www.bitmex.com/api/explorer/#!/Instrument/Instrument_getIndices",
        ),
        "get_server_time": Operation(
            name="get_server_time",
            title="Name, version and time of the interface",
            paths={"": ("GET", "/")},
            servers={"": "rest"},
            weights={"": (("requests", 1),)},
            doc="https://www.bitmex.com/api/v1",
        ),
        "get_trades": Operation(
            name="get_trades",
            title="Trades",
            paths={
                "spot": ("GET", "/trade"),
                "perpetual": ("GET", "/trade"),
                "future": ("GET", "/trade"),
                "futures_spread": ("GET", "/trade"),
            },
            servers={"spot": "rest", "perpetual": "rest", "future": "rest", "futures_spread": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="start_time", wire="startTime", told="start_time", fills="start"),
                Param(name="end_time", wire="endTime", told="end_time", fills="end"),
                Param(
                    name="count", wire="count", told="count", kind="int", least=1, most=1000, fills="limit"
                ),
                Param(name="start", wire="start", told="start", kind="int", least=0),
                Param(name="reverse", wire="reverse", told="reverse", kind="bool"),
            ),
            weights={
                "spot": (("requests", 1),),
                "perpetual": (("requests", 1),),
                "future": (("requests", 1),),
                "futures_spread": (("requests", 1),),
            },
            page=Page(
                kind="time",
                next=lambda message: (parse_iso(message.time)) // 1,
                rows=lambda message: as_list(message),
                start="start_time",
                end="end_time",
                limit="count",
                most=1000,
                step=-1,
                time=lambda message: (parse_iso(message.time)) // 1,
            ),
            gives=("TradeTick",),
            doc="https://www.bitmex.com/api/explorer/#!/Trade/Trade_get",
        ),
        "get_quotes": Operation(
            name="get_quotes",
            title="Best bids and offers of the past",
            paths={
                "spot": ("GET", "/quote"),
                "perpetual": ("GET", "/quote"),
                "future": ("GET", "/quote"),
                "futures_spread": ("GET", "/quote"),
            },
            servers={"spot": "rest", "perpetual": "rest", "future": "rest", "futures_spread": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="start_time", wire="startTime", told="start_time", fills="start"),
                Param(name="end_time", wire="endTime", told="end_time", fills="end"),
                Param(
                    name="count", wire="count", told="count", kind="int", least=1, most=1000, fills="limit"
                ),
                Param(name="start", wire="start", told="start", kind="int", least=0),
                Param(name="reverse", wire="reverse", told="reverse", kind="bool"),
            ),
            weights={
                "spot": (("requests", 1),),
                "perpetual": (("requests", 1),),
                "future": (("requests", 1),),
                "futures_spread": (("requests", 1),),
            },
            page=Page(
                kind="time",
                next=lambda message: (parse_iso(message.time)) // 1,
                rows=lambda message: as_list(message),
                start="start_time",
                end="end_time",
                limit="count",
                most=1000,
                step=-1,
                time=lambda message: (parse_iso(message.time)) // 1,
            ),
            gives=("QuoteTick",),
            doc="https://www.bitmex.com/api/explorer/#!/Quote/Quote_get",
        ),
        "get_order_book": Operation(
            name="get_order_book",
            title="Order book",
            paths={
                "spot": ("GET", "/orderBook/L2"),
                "perpetual": ("GET", "/orderBook/L2"),
                "future": ("GET", "/orderBook/L2"),
                "futures_spread": ("GET", "/orderBook/L2"),
            },
            servers={"spot": "rest", "perpetual": "rest", "future": "rest", "futures_spread": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="depth", wire="depth", told="depth", kind="int", least=0, fills="limit"),
            ),
            weights={
                "spot": (("requests", 1),),
                "perpetual": (("requests", 1),),
                "future": (("requests", 1),),
                "futures_spread": (("requests", 1),),
            },
            gives=("OrderBookDeltas",),
            doc="https://www.bitmex.com/api/explorer/#!/OrderBook/OrderBook_getL2",
        ),
        "get_funding": Operation(
            name="get_funding",
            title="Funding that was paid",
            paths={"perpetual": ("GET", "/funding")},
            servers={"perpetual": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="start_time", wire="startTime", told="start_time", fills="start"),
                Param(name="end_time", wire="endTime", told="end_time", fills="end"),
                Param(name="count", wire="count", told="count", kind="int", least=1, most=500, fills="limit"),
                Param(name="reverse", wire="reverse", told="reverse", kind="bool"),
            ),
            weights={"perpetual": (("requests", 1),)},
            page=Page(
                kind="time",
                next=lambda message: (parse_iso(message.time)) // 1,
                rows=lambda message: as_list(message),
                start="start_time",
                end="end_time",
                limit="count",
                most=500,
                step=1000000,
                time=lambda message: (parse_iso(message.time)) // 1,
            ),
            gives=("FundingRateUpdate",),
            doc="https://www.bitmex.com/api/explorer/#!/Funding/Funding_get",
        ),
        "get_orders": Operation(
            name="get_orders",
            title="Orders, those that are over too",
            paths={"": ("GET", "/order")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="filter", wire="filter", told="filter", kind="any"),
                Param(name="start_time", wire="startTime", told="start_time", fills="start"),
                Param(name="end_time", wire="endTime", told="end_time", fills="end"),
                Param(name="count", wire="count", told="count", kind="int", least=1, most=500, fills="limit"),
                Param(name="reverse", wire="reverse", told="reverse", kind="bool"),
            ),
            auth="signed",
            private=True,
            weights={"": (("account", 1),)},
            page=Page(
                kind="time",
                next=lambda message: (
                    parse_iso(message.time)
                    if message.time is not None
                    else parse_iso(message.transact_time) if message.transact_time is not None else 0
                )
                // 1,
                rows=lambda message: as_list(message),
                start="start_time",
                end="end_time",
                limit="count",
                most=500,
                step=-1,
                time=lambda message: (
                    parse_iso(message.time)
                    if message.time is not None
                    else parse_iso(message.transact_time) if message.transact_time is not None else 0
                )
                // 1,
            ),
            gives=("OrderStatusReport",),
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_getOrders",
        ),
        "get_open_orders": Operation(
            name="get_open_orders",
            title="Orders that are open",
            paths={"": ("GET", "/order")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="filter", wire="filter", told="filter", kind="any", default={"open": True}),
                Param(name="start_time", wire="startTime", told="start_time", fills="start"),
                Param(name="end_time", wire="endTime", told="end_time", fills="end"),
                Param(name="count", wire="count", told="count", kind="int", least=1, most=500, fills="limit"),
            ),
            auth="signed",
            private=True,
            weights={"": (("account", 1),)},
            page=Page(
                kind="time",
                next=lambda message: (
                    parse_iso(message.time)
                    if message.time is not None
                    else parse_iso(message.transact_time) if message.transact_time is not None else 0
                )
                // 1,
                rows=lambda message: as_list(message),
                start="start_time",
                end="end_time",
                limit="count",
                most=500,
                step=-1,
                time=lambda message: (
                    parse_iso(message.time)
                    if message.time is not None
                    else parse_iso(message.transact_time) if message.transact_time is not None else 0
                )
                // 1,
            ),
            gives=("OrderStatusReport",),
            open_only=True,
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_getOrders",
        ),
        "get_order": Operation(
            name="get_order",
            title="One order, by its id",
            paths={"": ("GET", "/order")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="filter", wire="filter", told="filter", kind="any", required=True),
            ),
            auth="signed",
            private=True,
            weights={"": (("account", 1),)},
            gives=("OrderStatusReport",),
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_getOrders",
        ),
        "get_fills": Operation(
            name="get_fills",
            title="Fills of the account",
            paths={"": ("GET", "/execution/tradeHistory")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="filter", wire="filter", told="filter", kind="any"),
                Param(name="start_time", wire="startTime", told="start_time", fills="start"),
                Param(name="end_time", wire="endTime", told="end_time", fills="end"),
                Param(name="count", wire="count", told="count", kind="int", least=1, most=500, fills="limit"),
                Param(name="start", wire="start", told="start", kind="int", least=0),
                Param(name="reverse", wire="reverse", told="reverse", kind="bool"),
            ),
            auth="signed",
            private=True,
            weights={"": (("account", 1),)},
            page=Page(
                kind="time",
                next=lambda message: (
                    parse_iso(message.time)
                    if message.time is not None
                    else parse_iso(message.transact_time) if message.transact_time is not None else 0
                )
                // 1,
                rows=lambda message: as_list(message),
                start="start_time",
                end="end_time",
                limit="count",
                most=500,
                step=-1,
                time=lambda message: (
                    parse_iso(message.time)
                    if message.time is not None
                    else parse_iso(message.transact_time) if message.transact_time is not None else 0
                )
                // 1,
            ),
            gives=("FillReport",),
            doc="https://www.bitmex.com/api/explorer/#!/Execution/Execution_getTradeHistory",
        ),
        "new_order": Operation(
            name="new_order",
            title="Send an order",
            paths={"": ("POST", "/order")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="side", wire="side", told="side", allowed=("Buy", "Sell")),
                Param(name="orderQty", wire="orderQty", told="orderQty", kind="dec_num"),
                Param(name="price", wire="price", told="price", kind="dec_num"),
                Param(name="displayQty", wire="displayQty", told="displayQty", kind="dec_num"),
                Param(name="stopPx", wire="stopPx", told="stopPx", kind="dec_num"),
                Param(name="clOrdID", wire="clOrdID", told="clOrdID"),
                Param(name="clOrdLinkID", wire="clOrdLinkID", told="clOrdLinkID"),
                Param(name="pegOffsetValue", wire="pegOffsetValue", told="pegOffsetValue", kind="dec_num"),
                Param(
                    name="pegPriceType",
                    wire="pegPriceType",
                    told="pegPriceType",
                    allowed=("LastPeg", "MidPricePeg", "MarketPeg", "PrimaryPeg", "TrailingStopPeg"),
                ),
                Param(
                    name="ordType",
                    wire="ordType",
                    told="ordType",
                    allowed=(
                        "Market",
                        "Limit",
                        "Stop",
                        "StopLimit",
                        "MarketIfTouched",
                        "LimitIfTouched",
                        "Pegged",
                    ),
                ),
                Param(
                    name="timeInForce",
                    wire="timeInForce",
                    told="timeInForce",
                    allowed=("Day", "GoodTillCancel", "ImmediateOrCancel", "FillOrKill"),
                ),
                Param(name="execInst", wire="execInst", told="execInst"),
                Param(
                    name="contingencyType",
                    wire="contingencyType",
                    told="contingencyType",
                    allowed=("OneCancelsTheOther", "OneTriggersTheOther"),
                ),
                Param(name="strategy", wire="strategy", told="strategy", allowed=("OneWay", "Long", "Short")),
                Param(name="expiryTime", wire="expiryTime", told="expiryTime"),
                Param(name="pool", wire="pool", told="pool"),
                Param(name="text", wire="text", told="text"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("account", 1), ("burst", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_new",
        ),
        "amend_order": Operation(
            name="amend_order",
            title="Change an order",
            paths={"": ("PUT", "/order")},
            servers={"": "rest"},
            params=(
                Param(name="orderID", wire="orderID", told="orderID"),
                Param(name="origClOrdID", wire="origClOrdID", told="origClOrdID"),
                Param(name="clOrdID", wire="clOrdID", told="clOrdID"),
                Param(name="orderQty", wire="orderQty", told="orderQty", kind="dec_num"),
                Param(name="leavesQty", wire="leavesQty", told="leavesQty", kind="dec_num"),
                Param(name="price", wire="price", told="price", kind="dec_num"),
                Param(name="stopPx", wire="stopPx", told="stopPx", kind="dec_num"),
                Param(name="pegOffsetValue", wire="pegOffsetValue", told="pegOffsetValue", kind="dec_num"),
                Param(name="text", wire="text", told="text"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("account", 1), ("burst", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_amend",
        ),
        "cancel_orders": Operation(
            name="cancel_orders",
            title="Withdraw orders by their ids",
            paths={"": ("DELETE", "/order")},
            servers={"": "rest"},
            params=(
                Param(name="orderID", wire="orderID", told="orderID", kind="list"),
                Param(name="clOrdID", wire="clOrdID", told="clOrdID", kind="list"),
                Param(name="text", wire="text", told="text"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("account", 1), ("burst", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_cancel",
        ),
        "cancel_all": Operation(
            name="cancel_all",
            title="Withdraw every order, of one instrument or of all",
            paths={"": ("DELETE", "/order/all")},
            servers={"": "rest"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="filter", wire="filter", told="filter", kind="any"),
                Param(name="text", wire="text", told="text"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("account", 1), ("burst", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_cancelAll",
        ),
        "cancel_all_after": Operation(
            name="cancel_all_after",
            title="Have all orders withdrawn unless this is called again in time",
            paths={"": ("POST", "/order/cancelAllAfter")},
            servers={"": "rest"},
            params=(
                Param(name="timeout", wire="timeout", told="timeout", kind="int", required=True, least=0),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("account", 1),)},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_cancelAllAfter",
        ),
    },
    channels={
        "trade_bin": Channel(
            name="trade_bin",
            connection="stream",
            title="Bars of trades, when they end",
            products=("spot", "perpetual", "future", "futures_spread"),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="bin_size",
                    wire="bin_size",
                    told="bin_size",
                    required=True,
                    allowed=("1m", "5m", "1h", "1d"),
                    fills="interval",
                    means={"1m": "1-MINUTE", "5m": "5-MINUTE", "1h": "1-HOUR", "1d": "1-DAY"},
                ),
            ),
            topic=lambda v: f"tradeBin{v['bin_size']}:{v['symbol']}",
            gives=("Bar",),
            stale_after_ns=90_000_000_000_000,
            doc="https://www.bitmex.com/app/wsAPI#Subscriptions",
        ),
        "instrument": Channel(
            name="instrument",
            connection="stream",
            title="Instruments and what changes in them",
            products=("spot", "perpetual", "future", "futures_spread", "index"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"instrument:{v['symbol']}",
            gives=(
                "MarkPriceUpdate",
                "IndexPriceUpdate",
                "InstrumentStatus",
                "CurrencyPair",
                "CryptoPerpetual",
                "CryptoFuture",
                "CryptoFuturesSpread",
            ),
            doc="https://www.bitmex.com/app/wsAPI",
        ),
        "trade": Channel(
            name="trade",
            connection="stream",
            title="Trades",
            products=("spot", "perpetual", "future", "futures_spread"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"trade:{v['symbol']}",
            gives=("TradeTick",),
            doc="https://www.bitmex.com/app/wsAPI#Subscriptions",
        ),
        "quote": Channel(
            name="quote",
            connection="stream",
            title="Best bid and offer",
            products=("spot", "perpetual", "future", "futures_spread"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"quote:{v['symbol']}",
            gives=("QuoteTick",),
            doc="https://www.bitmex.com/app/wsAPI#Subscriptions",
        ),
        "book": Channel(
            name="book",
            connection="stream",
            title="Changes of the whole order book, by level",
            products=("spot", "perpetual", "future", "futures_spread"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"orderBookL2:{v['symbol']}",
            gives=("OrderBookDeltas",),
            prefer=1,
            stale_after_ns=60_000_000_000,
            doc="https://www.bitmex.com/app/wsAPI#OrderBookL2",
        ),
        "ten_levels": Channel(
            name="ten_levels",
            connection="stream",
            title="The ten best levels at every change",
            products=("spot", "perpetual", "future", "futures_spread"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"orderBook10:{v['symbol']}",
            gives=("OrderBookDepth10",),
            doc="https://www.bitmex.com/app/wsAPI#Subscriptions",
        ),
        "book_25": Channel(
            name="book_25",
            connection="stream",
            title="Changes of the best 25 levels, published now and then",
            products=("spot", "perpetual", "future", "futures_spread"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"orderBookL2_25:{v['symbol']}",
            gives=("OrderBookDeltas",),
            stale_after_ns=60_000_000_000,
            doc="https://www.bitmex.com/app/wsAPI#OrderBookL2",
        ),
        "funding": Channel(
            name="funding",
            connection="stream",
            title="Funding when it is paid",
            products=("perpetual",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"funding:{v['symbol']}",
            gives=("FundingRateUpdate",),
            stale_after_ns=86_400_000_000_000,
            doc="https://www.bitmex.com/app/wsAPI#Subscriptions",
        ),
        "settlement": Channel(
            name="settlement",
            connection="stream",
            title="What contracts are settled at",
            products=("future", "futures_spread"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"settlement:{v['symbol']}",
            gives=("InstrumentClose",),
            stale_after_ns=86_400_000_000_000,
            doc="https://www.bitmex.com/app/wsAPI#Subscriptions",
        ),
        "liquidation": Channel(
            name="liquidation",
            connection="stream",
            title="Orders by which positions are liquidated",
            products=("perpetual", "future"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"liquidation:{v['symbol']}",
            gives=("BitmexLiquidation",),
            stale_after_ns=86_400_000_000_000,
            doc="https://www.bitmex.com/app/wsAPI#Subscriptions",
        ),
        "orders": Channel(
            name="orders",
            connection="private",
            title="Orders of the account",
            products=("spot", "perpetual", "future", "futures_spread", "index"),
            topic=lambda v: "order",
            gives=("OrderStatusReport",),
            doc="https://www.bitmex.com/app/wsAPI#Subscriptions",
        ),
        "executions": Channel(
            name="executions",
            connection="private",
            title="Executions of the account",
            products=("spot", "perpetual", "future", "futures_spread", "index"),
            topic=lambda v: "execution",
            gives=("FillReport",),
            doc="https://www.bitmex.com/app/wsAPI#Subscriptions",
        ),
        "positions": Channel(
            name="positions",
            connection="private",
            title="Positions of the account",
            products=("spot", "perpetual", "future", "futures_spread", "index"),
            topic=lambda v: "position",
            gives=("PositionStatusReport",),
            doc="https://www.bitmex.com/app/wsAPI#Subscriptions",
        ),
        "margins": Channel(
            name="margins",
            connection="private",
            title="Margins of the account",
            products=("spot", "perpetual", "future", "futures_spread", "index"),
            topic=lambda v: "margin",
            gives=("AccountState",),
            prefer=1,
            doc="https://www.bitmex.com/app/wsAPI#Subscriptions",
        ),
        "wallets": Channel(
            name="wallets",
            connection="private",
            title="Wallets of the account",
            products=("spot", "perpetual", "future", "futures_spread", "index"),
            topic=lambda v: "wallet",
            doc="https://www.bitmex.com/app/wsAPI#Subscriptions",
        ),
    },
    streams={
        "stream": Stream(
            name="stream",
            source="ws",
            transport="websocket",
            products=("spot", "perpetual", "future", "futures_spread", "index"),
            frame={"op": "subscribe", "args": Slot("topics")},
            unsubscribe={"op": "unsubscribe", "args": Slot("topics")},
            batch=20,
            ack="topic",
            ack_timeout_ns=10_000_000_000,
            rules=Rules(
                first_ns=1_000_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=60_000_000_000,
                topics_stale_after_ns=600_000_000_000,
                sends_per_second=5,
            ),
        ),
        "private": Stream(
            name="private",
            source="ws",
            transport="websocket",
            products=("spot", "perpetual", "future", "futures_spread", "index"),
            frame={"op": "subscribe", "args": Slot("topics")},
            unsubscribe={"op": "unsubscribe", "args": Slot("topics")},
            batch=20,
            ack="topic",
            ack_timeout_ns=10_000_000_000,
            login="socket",
            login_frame={
                "op": "authKeyExpires",
                "args": [lambda v: f"{v['api_key']}", Slot("expires_s"), lambda v: f"{v['signature']}"],
            },
            rules=Rules(
                first_ns=1_000_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=60_000_000_000,
                sends_per_second=5,
            ),
        ),
    },
    catalogs={
        "spot": ("get_active_instruments", {}),
        "perpetual": ("get_active_instruments", {}),
        "future": ("get_active_instruments", {}),
        "futures_spread": ("get_active_instruments", {}),
        "index": ("get_indices", {}),
    },
    clocks={
        "rest": ClockFacts(
            "get_server_time", lambda message: message.time_ms * 1_000_000, GetServerTimeResponse
        ),
    },
    refusals=(
        Refusal(
            "request_funding_rates",
            ("spot", "future", "futures_spread", "index"),
            "Only perpetual swaps have funding.",
            "perpetual",
        ),
        Refusal(
            "submit_order_list",
            (),
            "The venue takes one order a call.",
            "submit_order; an adapter sends the orders of a list one after another",
        ),
        Refusal("batch_modify_orders", (), "The venue takes one change a call.", "modify_order"),
    ),
    commands={
        "submit_order": Command(
            name="submit_order",
            operations={
                "spot": "new_order",
                "perpetual": "new_order",
                "future": "new_order",
                "futures_spread": "new_order",
            },
            inputs=_SUBMIT_ORDER_INPUTS,
            domains=_SUBMIT_ORDER_DOMAINS,
            choose=_submit_order_choose,
            also=_submit_order_also,
            fields=_submit_order_fields,
            outcome=OutcomeFacts(
                payload=OrderRow,
                accepted=lambda message: not (
                    (ORD_STATUS_MEANS[message.status] if message.status is not None else OrderStatus.ACCEPTED)
                    == OrderStatus.REJECTED
                    or (
                        (
                            ORD_STATUS_MEANS[message.status]
                            if message.status is not None
                            else OrderStatus.ACCEPTED
                        )
                        == OrderStatus.CANCELED
                        and "ParticipateDoNotInitiate" in (message.note if message.note else "")
                    )
                ),
                reason=lambda message: (
                    message.reject_reason if message.reject_reason else message.note if message.note else ""
                ).partition("\n")[0],
                ids={
                    "venue_order_id": lambda message: message.order_id,
                    "client_order_id": lambda message: message.client_id if message.client_id else None,
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_new",
        ),
        "modify_order": Command(
            name="modify_order",
            operations={
                "spot": "amend_order",
                "perpetual": "amend_order",
                "future": "amend_order",
                "futures_spread": "amend_order",
            },
            fields=_modify_order_fields,
            outcome=OutcomeFacts(
                payload=OrderRow,
                ids={
                    "venue_order_id": lambda message: message.order_id,
                    "client_order_id": lambda message: message.client_id if message.client_id else None,
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_amend",
        ),
        "cancel_order": Command(
            name="cancel_order",
            operations={
                "spot": "cancel_orders",
                "perpetual": "cancel_orders",
                "future": "cancel_orders",
                "futures_spread": "cancel_orders",
            },
            fields=_cancel_order_fields,
            outcome=OutcomeFacts(
                payload=OrderRow | list[OrderRow],
                rows=lambda message: list(zip(message, strict=True)),
                accepted=lambda message, entry: not (entry[0].fault),
                reason=lambda message, entry: entry[0].fault if entry[0].fault else "",
                ids={
                    "venue_order_id": lambda message, entry: entry[0].order_id,
                    "client_order_id": lambda message, entry: (
                        entry[0].client_id if entry[0].client_id else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_cancel",
        ),
        "batch_cancel_orders": Command(
            name="batch_cancel_orders",
            operations={
                "spot": "cancel_orders",
                "perpetual": "cancel_orders",
                "future": "cancel_orders",
                "futures_spread": "cancel_orders",
            },
            outcome=OutcomeFacts(
                payload=OrderRow | list[OrderRow],
                rows=lambda message: list(zip(message, strict=True)),
                accepted=lambda message, entry: not (entry[0].fault),
                reason=lambda message, entry: entry[0].fault if entry[0].fault else "",
                ids={
                    "venue_order_id": lambda message, entry: entry[0].order_id,
                    "client_order_id": lambda message, entry: (
                        entry[0].client_id if entry[0].client_id else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            each="cancel_order",
            into={"orderID": "orderID", "clOrdID": "clOrdID"},
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_cancel",
        ),
        "cancel_all_orders": Command(
            name="cancel_all_orders",
            operations={
                "spot": "cancel_all",
                "perpetual": "cancel_all",
                "future": "cancel_all",
                "futures_spread": "cancel_all",
            },
            fields=_cancel_all_orders_fields,
            outcome=OutcomeFacts(
                payload=OrderRow | list[OrderRow], unknown=frozenset({"disconnect", "http_5xx", "timeout"})
            ),
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_cancelAll",
        ),
        "query_order": Command(
            name="query_order",
            operations={
                "spot": "get_order",
                "perpetual": "get_order",
                "future": "get_order",
                "futures_spread": "get_order",
            },
            fields=_query_order_fields,
            outcome=OutcomeFacts(
                payload=OrderRow | list[OrderRow], unknown=frozenset({"disconnect", "http_5xx", "timeout"})
            ),
            doc="https://www.bitmex.com/api/explorer/#!/Order/Order_getOrders",
        ),
        "query_account": Command(
            name="query_account",
            operations={"": "get_margins"},
            outcome=OutcomeFacts(
                payload=MarginRow | list[MarginRow], unknown=frozenset({"disconnect", "http_5xx", "timeout"})
            ),
            doc="https://www.bitmex.com/api/explorer/#!/User/User_getMargin",
        ),
    },
)
