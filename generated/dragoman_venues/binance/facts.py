"""What can be sent to the venue binance: addresses, operations, channels, limits, errors. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from dragoman.auth import ApiKey, ByKey, SessionToken
from dragoman.errors import Denied
from dragoman.limits import Bucket
from dragoman.net.facts import ErrorRule, ErrorTable
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
from dragoman.translate.functions import multiply, subtract
from dragoman.translate.reads import as_list, integer
from dragoman.translate.told import Told

from dragoman_venues.binance.orders import BatchRow, ListedReport
from dragoman_venues.binance.venue import GetServerTimeResponse


def _get_klines_weight(scope: Told) -> int:
    """What a call of get_klines costs, or of others that cost alike."""
    return (
        1
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) < 100
        else (
            2
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) < 500
            else (
                5
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 1000
                else 10
            )
        )
    )


def _get_depth_weight(scope: Told) -> int:
    """What a call of get_depth costs, or of others that cost alike."""
    return (
        5
        if next((got for got in (scope.told_int("limit"),) if got is not None), 100) <= 100
        else (
            25
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 100) <= 500
            else (
                50
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 100) <= 1000
                else 250
            )
        )
    )


def _get_depth_usdm_weight(scope: Told) -> int:
    """What a call of get_depth costs, or of others that cost alike."""
    return (
        2
        if next((got for got in (scope.told_int("limit"),) if got is not None), 500) <= 50
        else (
            5
            if next((got_2 for got_2 in (scope.told_int("limit"),) if got_2 is not None), 500) <= 100
            else (
                10
                if next((got_3 for got_3 in (scope.told_int("limit"),) if got_3 is not None), 500) <= 500
                else 20
            )
        )
    )


def _get_book_ticker_weight(scope: Told) -> int:
    """What a call of get_book_ticker costs, or of others that cost alike."""
    return 2 if scope.told("symbol") is not None else 4


def _get_book_ticker_usdm_weight(scope: Told) -> int:
    """What a call of get_book_ticker costs, or of others that cost alike."""
    return 2 if scope.told("symbol") is not None else 5


def _get_premium_index_weight(scope: Told) -> int:
    """What a call of get_premium_index costs, or of others that cost alike."""
    return 1 if scope.told("symbol") is not None else 10


def _place_order_weight(scope: Told) -> int:
    """What a call of place_order costs, or of others that cost alike."""
    return (
        1500
        if next((got for got in (scope.told("side_effect_type"),) if got is not None), "")
        in ("MARGIN_BUY", "AUTO_BORROW_REPAY")
        else 6
    )


def _get_open_orders_weight(scope: Told) -> int:
    """What a call of get_open_orders costs, or of others that cost alike."""
    return 6 if scope.told("symbol") is not None else 80


def _get_my_trades_weight(scope: Told) -> int:
    """What a call of get_my_trades costs, or of others that cost alike."""
    return 5 if scope.told_int("order_id") is not None else 20


def _get_force_orders_weight(scope: Told) -> int:
    """What a call of get_force_orders costs, or of others that cost alike."""
    return 20 if scope.told("symbol") is not None else 50


def _get_futures_open_orders_weight(scope: Told) -> int:
    """What a call of get_futures_open_orders costs, or of others that cost alike."""
    return 1 if scope.told("symbol") is not None else 40


def _get_ticker_24hr_weight(scope: Told) -> int:
    """What a call of get_ticker_24hr costs, or of others that cost alike."""
    return 2 if scope.told("symbol") is not None else 80


def _get_ticker_price_weight(scope: Told) -> int:
    """What a call of get_ticker_price costs, or of others that cost alike."""
    return 1 if scope.told("symbol") is not None else 2


def _submit_order_choose(
    *,
    type: str,
    tif: str,
    post_only: bool,
    product: str,
    side: str,
    reduce_only: bool,
    quote_quantity: bool,
    trigger: str,
    offset_type: str,
    contingency: str,
    has_display_qty: bool,
) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if type == "MARKET" and tif in ("GTC", "IOC") and not post_only:
        return {"type": "MARKET"}
    if type == "LIMIT" and tif == "GTC" and not post_only:
        return {"type": "LIMIT", "timeInForce": "GTC"}
    if type == "LIMIT" and tif == "IOC" and not post_only:
        return {"type": "LIMIT", "timeInForce": "IOC"}
    if type == "LIMIT" and tif == "FOK" and not post_only:
        return {"type": "LIMIT", "timeInForce": "FOK"}
    if type == "LIMIT" and tif == "GTC" and post_only and product in ("spot", "margin"):
        return {"type": "LIMIT_MAKER"}
    if type == "LIMIT" and tif == "GTC" and post_only and product in ("usdm", "coinm"):
        return {"type": "LIMIT", "timeInForce": "GTX"}
    if type == "LIMIT" and tif == "GTD" and not post_only and product in ("usdm", "coinm"):
        return {"type": "LIMIT", "timeInForce": "GTD"}
    if type == "STOP_MARKET" and tif == "GTC" and not post_only and product in ("spot", "margin"):
        return {"type": "STOP_LOSS"}
    if type == "MARKET_IF_TOUCHED" and tif == "GTC" and not post_only and product in ("spot", "margin"):
        return {"type": "TAKE_PROFIT"}
    if type == "STOP_LIMIT" and tif == "GTC" and not post_only and product in ("spot", "margin"):
        return {"type": "STOP_LOSS_LIMIT", "timeInForce": "GTC"}
    if type == "STOP_LIMIT" and tif == "IOC" and not post_only and product in ("spot", "margin"):
        return {"type": "STOP_LOSS_LIMIT", "timeInForce": "IOC"}
    if type == "STOP_LIMIT" and tif == "FOK" and not post_only and product in ("spot", "margin"):
        return {"type": "STOP_LOSS_LIMIT", "timeInForce": "FOK"}
    if type == "LIMIT_IF_TOUCHED" and tif == "GTC" and not post_only and product in ("spot", "margin"):
        return {"type": "TAKE_PROFIT_LIMIT", "timeInForce": "GTC"}
    if type == "LIMIT_IF_TOUCHED" and tif == "IOC" and not post_only and product in ("spot", "margin"):
        return {"type": "TAKE_PROFIT_LIMIT", "timeInForce": "IOC"}
    if type == "LIMIT_IF_TOUCHED" and tif == "FOK" and not post_only and product in ("spot", "margin"):
        return {"type": "TAKE_PROFIT_LIMIT", "timeInForce": "FOK"}
    if type == "TRAILING_STOP_MARKET" and tif == "GTC" and not post_only and product in ("spot", "margin"):
        return {"type": "STOP_LOSS"}
    if type == "STOP_MARKET" and tif == "GTC" and not post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "STOP_MARKET"}
    if type == "MARKET_IF_TOUCHED" and tif == "GTC" and not post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "TAKE_PROFIT_MARKET"}
    if type == "STOP_LIMIT" and tif == "GTC" and not post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "STOP", "timeInForce": "GTC"}
    if type == "STOP_LIMIT" and tif == "IOC" and not post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "STOP", "timeInForce": "IOC"}
    if type == "STOP_LIMIT" and tif == "FOK" and not post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "STOP", "timeInForce": "FOK"}
    if type == "STOP_LIMIT" and tif == "GTD" and not post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "STOP", "timeInForce": "GTD"}
    if type == "STOP_LIMIT" and tif == "GTC" and post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "STOP", "timeInForce": "GTX"}
    if type == "LIMIT_IF_TOUCHED" and tif == "GTC" and not post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "TAKE_PROFIT", "timeInForce": "GTC"}
    if type == "LIMIT_IF_TOUCHED" and tif == "IOC" and not post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "TAKE_PROFIT", "timeInForce": "IOC"}
    if type == "LIMIT_IF_TOUCHED" and tif == "FOK" and not post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "TAKE_PROFIT", "timeInForce": "FOK"}
    if type == "LIMIT_IF_TOUCHED" and tif == "GTD" and not post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "TAKE_PROFIT", "timeInForce": "GTD"}
    if type == "LIMIT_IF_TOUCHED" and tif == "GTC" and post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "TAKE_PROFIT", "timeInForce": "GTX"}
    if type == "TRAILING_STOP_MARKET" and tif == "GTC" and not post_only and product in ("usdm", "coinm"):
        return {"": "place_algo_order", "type": "TRAILING_STOP_MARKET"}
    if (
        type in ("LIMIT", "STOP_LIMIT", "MARKET_TO_LIMIT", "LIMIT_IF_TOUCHED", "TRAILING_STOP_LIMIT")
        and tif in ("IOC", "FOK")
        and post_only
    ):
        raise Denied("binance", "submit_order", "an order that only rests can't be filled at once")
    if type in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED") and tif == "GTD" and product in ("spot", "margin"):
        raise Denied("binance", "submit_order", "spot and margin orders have no date on which they end")
    if (
        type in ("STOP_LIMIT", "LIMIT_IF_TOUCHED")
        and tif == "GTC"
        and post_only
        and product in ("spot", "margin")
    ):
        raise Denied("binance", "submit_order", "conditional orders of spot and margin can not be post-only")
    if type in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED") and tif in ("DAY", "AT_THE_OPEN", "AT_THE_CLOSE"):
        raise Denied("binance", "submit_order", "Binance has no such order")
    if (
        type in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED")
        and tif == "GTD"
        and post_only
        and product in ("usdm", "coinm")
    ):
        raise Denied("binance", "submit_order", "Binance has no such order")
    if type in ("MARKET", "STOP_MARKET", "MARKET_IF_TOUCHED", "TRAILING_STOP_MARKET") and tif in (
        "FOK",
        "GTD",
        "DAY",
        "AT_THE_OPEN",
        "AT_THE_CLOSE",
    ):
        raise Denied("binance", "submit_order", "Binance has no such order")
    if type in ("STOP_MARKET", "MARKET_IF_TOUCHED", "TRAILING_STOP_MARKET") and tif == "IOC":
        raise Denied("binance", "submit_order", "Binance has no such order")
    if (
        type in ("MARKET", "STOP_MARKET", "MARKET_IF_TOUCHED", "TRAILING_STOP_MARKET")
        and tif in ("GTC", "IOC")
        and post_only
    ):
        raise Denied("binance", "submit_order", "Binance has no such order")
    if type in ("MARKET_TO_LIMIT", "TRAILING_STOP_LIMIT") and tif in (
        "GTC",
        "GTD",
        "DAY",
        "AT_THE_OPEN",
        "AT_THE_CLOSE",
    ):
        raise Denied("binance", "submit_order", "Binance has no such order")
    if type in ("MARKET_TO_LIMIT", "TRAILING_STOP_LIMIT") and tif in ("IOC", "FOK") and not post_only:
        raise Denied("binance", "submit_order", "Binance has no such order")
    raise Denied("binance", "submit_order", "no row of the table takes this")


def _submit_order_also(
    *,
    type: str,
    tif: str,
    post_only: bool,
    product: str,
    side: str,
    reduce_only: bool,
    quote_quantity: bool,
    trigger: str,
    offset_type: str,
    contingency: str,
    has_display_qty: bool,
) -> dict[str, object]:
    """Wire fields that further inputs decide; one that nothing fits is left out."""
    found: dict[str, object] = {}
    if reduce_only and product in ("usdm", "coinm"):
        found["reduceOnly"] = True
    if reduce_only and product in ("spot", "margin"):
        raise Denied("binance", "submit_order", "spot and margin have no position that could be reduced")
    if quote_quantity and product in ("usdm", "coinm"):
        raise Denied("binance", "submit_order", "futures count in contracts or the base currency")
    if (
        quote_quantity
        and product in ("spot", "margin")
        and type
        in (
            "LIMIT",
            "STOP_MARKET",
            "STOP_LIMIT",
            "MARKET_TO_LIMIT",
            "MARKET_IF_TOUCHED",
            "LIMIT_IF_TOUCHED",
            "TRAILING_STOP_MARKET",
            "TRAILING_STOP_LIMIT",
        )
    ):
        raise Denied("binance", "submit_order", "only market orders count in the quote currency")
    if has_display_qty and product in ("usdm", "coinm"):
        raise Denied("binance", "submit_order", "futures show all of a quantity")
    if (
        has_display_qty
        and product in ("spot", "margin")
        and tif in ("IOC", "FOK", "GTD", "DAY", "AT_THE_OPEN", "AT_THE_CLOSE")
    ):
        raise Denied("binance", "submit_order", "an iceberg stands until it is cancelled")
    if (
        type
        in (
            "STOP_MARKET",
            "STOP_LIMIT",
            "MARKET_TO_LIMIT",
            "MARKET_IF_TOUCHED",
            "LIMIT_IF_TOUCHED",
            "TRAILING_STOP_MARKET",
            "TRAILING_STOP_LIMIT",
        )
        and product == "spot"
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
        raise Denied("binance", "submit_order", "spot orders are triggered by the last price")
    if (
        type
        in (
            "STOP_MARKET",
            "STOP_LIMIT",
            "MARKET_TO_LIMIT",
            "MARKET_IF_TOUCHED",
            "LIMIT_IF_TOUCHED",
            "TRAILING_STOP_MARKET",
            "TRAILING_STOP_LIMIT",
        )
        and product == "margin"
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
        raise Denied("binance", "submit_order", "margin orders are triggered by the last price")
    if (
        type
        in (
            "STOP_MARKET",
            "STOP_LIMIT",
            "MARKET_TO_LIMIT",
            "MARKET_IF_TOUCHED",
            "LIMIT_IF_TOUCHED",
            "TRAILING_STOP_MARKET",
            "TRAILING_STOP_LIMIT",
        )
        and product in ("usdm", "coinm")
        and trigger == "LAST_PRICE"
    ):
        found["workingType"] = "CONTRACT_PRICE"
    if (
        type
        in (
            "STOP_MARKET",
            "STOP_LIMIT",
            "MARKET_TO_LIMIT",
            "MARKET_IF_TOUCHED",
            "LIMIT_IF_TOUCHED",
            "TRAILING_STOP_MARKET",
            "TRAILING_STOP_LIMIT",
        )
        and product in ("usdm", "coinm")
        and trigger == "MARK_PRICE"
    ):
        found["workingType"] = "MARK_PRICE"
    if (
        type
        in (
            "STOP_MARKET",
            "STOP_LIMIT",
            "MARKET_TO_LIMIT",
            "MARKET_IF_TOUCHED",
            "LIMIT_IF_TOUCHED",
            "TRAILING_STOP_MARKET",
            "TRAILING_STOP_LIMIT",
        )
        and product in ("usdm", "coinm")
        and trigger
        in (
            "NO_TRIGGER",
            "INDEX_PRICE",
            "BID_ASK",
            "DOUBLE_LAST",
            "DOUBLE_BID_ASK",
            "LAST_OR_BID_ASK",
            "MID_POINT",
        )
    ):
        raise Denied("binance", "submit_order", "futures orders are triggered by the last or the mark price")
    if type == "TRAILING_STOP_MARKET" and offset_type in (
        "NO_TRAILING_OFFSET",
        "PRICE",
        "TICKS",
        "PRICE_TIER",
    ):
        raise Denied("binance", "submit_order", "Binance trails by a part of the price; say BASIS_POINTS")
    if contingency in ("OCO", "OTO", "OUO"):
        raise Denied(
            "binance",
            "submit_order",
            "linked orders go out as the pair or the bracket that they are, on spot and margin",
        )
    return found


def _submit_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What submit_order says beside what its table decides."""
    found: dict[str, object] = {
        "symbol": t["raw"],
        "side": t["side"],
        "stopPrice": next(
            got_2 if got_2 is not None else t["activation_price"] for got_2 in (t["trigger_price"],)
        ),
        "triggerPrice": t["trigger_price"],
        "activatePrice": t["activation_price"],
        "trailingDelta": t["trailing_offset"],
        "icebergQty": t["display_qty"],
        "goodTillDate": None if t["expire_time"] is None else t["expire_time"] // 1_000_000,
        "newClientOrderId": t["client_order_id"],
        "clientAlgoId": t["client_order_id"],
    }
    if not t["quote_quantity"]:
        found["quantity"] = t["quantity"]
    if t["quote_quantity"]:
        found["quoteOrderQty"] = t["quantity"]
    if t["type"] in ("LIMIT", "STOP_LIMIT", "LIMIT_IF_TOUCHED"):
        found["price"] = t["price"]
    if t["type"] == "TRAILING_STOP_MARKET":
        found["callbackRate"] = multiply(
            next((got for got in (t["trailing_offset"],) if got is not None), Decimal("0")), Decimal("0.01")
        )
    return found


_SUBMIT_ORDER_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "type": lambda t: t["type"],
    "tif": lambda t: t["tif"],
    "post_only": lambda t: t["post_only"],
    "product": lambda t: t["product"],
    "side": lambda t: t["side"],
    "reduce_only": lambda t: t["reduce_only"],
    "quote_quantity": lambda t: t["quote_quantity"],
    "trigger": lambda t: t["trigger"],
    "offset_type": lambda t: t["offset_type"],
    "contingency": lambda t: t["contingency"],
    "has_display_qty": lambda t: t["display_qty"] is not None,
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
    "product": ("spot", "margin", "usdm", "coinm"),
    "side": ("BUY", "SELL"),
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
    "has_display_qty": (False, True),
}


def _submit_oco_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What submit_oco says beside what its table decides."""
    found: dict[str, object] = {"listClientOrderId": t["order_list_id"]}
    return found


def _submit_oto_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What submit_oto says beside what its table decides."""
    found: dict[str, object] = {"listClientOrderId": t["order_list_id"]}
    return found


def _submit_bracket_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What submit_bracket says beside what its table decides."""
    found: dict[str, object] = {"listClientOrderId": t["order_list_id"]}
    return found


def _modify_order_choose(
    *, product: str, type: str, tif: str, post_only: bool, contingency: str, has_parent_order_id: bool
) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if product in ("usdm", "coinm") and type == "LIMIT":
        return {}
    if product == "spot" and type == "LIMIT" and tif == "GTC" and not post_only:
        return {"": "replace_order", "type": "LIMIT", "timeInForce": "GTC"}
    if product == "spot" and type == "LIMIT" and tif == "GTC" and post_only:
        return {"": "replace_order", "type": "LIMIT_MAKER"}
    if product == "margin":
        raise Denied("binance", "modify_order", "margin orders are not changed; cancel and send another")
    if product in ("usdm", "coinm") and type in (
        "MARKET",
        "STOP_MARKET",
        "STOP_LIMIT",
        "MARKET_TO_LIMIT",
        "MARKET_IF_TOUCHED",
        "LIMIT_IF_TOUCHED",
        "TRAILING_STOP_MARKET",
        "TRAILING_STOP_LIMIT",
    ):
        raise Denied("binance", "modify_order", "only limit orders that stand can be changed")
    if product == "spot" and type in (
        "MARKET",
        "STOP_MARKET",
        "STOP_LIMIT",
        "MARKET_TO_LIMIT",
        "MARKET_IF_TOUCHED",
        "LIMIT_IF_TOUCHED",
        "TRAILING_STOP_MARKET",
        "TRAILING_STOP_LIMIT",
    ):
        raise Denied("binance", "modify_order", "only limit orders that stand can be changed")
    if (
        product == "spot"
        and type == "LIMIT"
        and tif in ("IOC", "FOK", "GTD", "DAY", "AT_THE_OPEN", "AT_THE_CLOSE")
    ):
        raise Denied("binance", "modify_order", "only limit orders that stand can be changed")
    raise Denied("binance", "modify_order", "no row of the table takes this")


def _modify_order_also(
    *, product: str, type: str, tif: str, post_only: bool, contingency: str, has_parent_order_id: bool
) -> dict[str, object]:
    """Wire fields that further inputs decide; one that nothing fits is left out."""
    found: dict[str, object] = {}
    if product == "spot" and contingency == "NO_CONTINGENCY" and has_parent_order_id:
        raise Denied(
            "binance",
            "modify_order",
            "an order that is replaced leaves its list, and takes the others with it; take the list back and send another",
        )
    if product == "spot" and contingency in ("OCO", "OTO", "OUO"):
        raise Denied(
            "binance",
            "modify_order",
            "an order that is replaced leaves its list, and takes the others with it; take the list back and send another",
        )
    return found


def _modify_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What modify_order says beside what its table decides."""
    found: dict[str, object] = {
        "symbol": t["raw"],
        "side": t["side"],
        "orderId": t["venue_order_id"],
        "origClientOrderId": t["client_order_id"],
        "cancelOrderId": t["venue_order_id"],
        "cancelOrigClientOrderId": t["client_order_id"],
        "newClientOrderId": t["client_order_id"],
        "quantity": (
            subtract(
                t["quantity"],
                next(got_3 if got_3 is not None else Decimal(0) for got_3 in (t["filled_qty"],)),
            )
            if t["product"] == "spot" and t["quantity"] is not None
            else t["quantity"]
        ),
        "price": t["price"],
    }
    return found


_MODIFY_ORDER_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "product": lambda t: t["product"],
    "type": lambda t: t["type"],
    "tif": lambda t: t["tif"],
    "post_only": lambda t: t["post_only"],
    "contingency": lambda t: t["contingency"],
    "has_parent_order_id": lambda t: t["parent_order_id"] is not None,
}
_MODIFY_ORDER_DOMAINS: dict[str, tuple[object, ...]] = {
    "product": ("spot", "margin", "usdm", "coinm"),
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
    "contingency": ("NO_CONTINGENCY", "OCO", "OTO", "OUO"),
    "has_parent_order_id": (False, True),
}


def _cancel_order_choose(*, product: str, type: str) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if product in ("spot", "margin"):
        return {}
    if product in ("usdm", "coinm") and type in ("MARKET", "LIMIT", "MARKET_TO_LIMIT"):
        return {}
    if product in ("usdm", "coinm") and type in (
        "STOP_MARKET",
        "STOP_LIMIT",
        "MARKET_IF_TOUCHED",
        "LIMIT_IF_TOUCHED",
        "TRAILING_STOP_MARKET",
        "TRAILING_STOP_LIMIT",
    ):
        return {"": "cancel_algo_order"}
    raise Denied("binance", "cancel_order", "no row of the table takes this")


def _cancel_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What cancel_order says beside what its table decides."""
    found: dict[str, object] = {
        "symbol": t["raw"],
        "orderId": t["venue_order_id"],
        "origClientOrderId": t["client_order_id"],
        "algoId": t["venue_order_id"],
        "clientAlgoId": t["client_order_id"],
    }
    return found


_CANCEL_ORDER_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "product": lambda t: t["product"],
    "type": lambda t: t["type"],
}
_CANCEL_ORDER_DOMAINS: dict[str, tuple[object, ...]] = {
    "product": ("spot", "margin", "usdm", "coinm"),
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
}


def _cancel_all_orders_choose(*, side: str) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    return {}


def _cancel_all_orders_also(*, side: str) -> dict[str, object]:
    """Wire fields that further inputs decide; one that nothing fits is left out."""
    found: dict[str, object] = {}
    if side in ("BUY", "SELL"):
        raise Denied(
            "binance", "cancel_all_orders", "Binance cancels the orders of both sides; cancel them one by one"
        )
    return found


def _cancel_all_orders_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What cancel_all_orders says beside what its table decides."""
    found: dict[str, object] = {"symbol": t["raw"]}
    return found


_CANCEL_ALL_ORDERS_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {"side": lambda t: t["side"]}
_CANCEL_ALL_ORDERS_DOMAINS: dict[str, tuple[object, ...]] = {"side": ("BUY", "SELL", "NO_ORDER_SIDE")}


def _query_order_choose(*, product: str, type: str) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if product in ("spot", "margin"):
        return {}
    if product in ("usdm", "coinm") and type in ("MARKET", "LIMIT", "MARKET_TO_LIMIT"):
        return {}
    if product in ("usdm", "coinm") and type in (
        "STOP_MARKET",
        "STOP_LIMIT",
        "MARKET_IF_TOUCHED",
        "LIMIT_IF_TOUCHED",
        "TRAILING_STOP_MARKET",
        "TRAILING_STOP_LIMIT",
    ):
        return {"": "get_algo_order"}
    raise Denied("binance", "query_order", "no row of the table takes this")


def _query_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What query_order says beside what its table decides."""
    found: dict[str, object] = {
        "symbol": t["raw"],
        "orderId": t["venue_order_id"],
        "origClientOrderId": t["client_order_id"],
        "algoId": t["venue_order_id"],
        "clientAlgoId": t["client_order_id"],
    }
    return found


_QUERY_ORDER_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "product": lambda t: t["product"],
    "type": lambda t: t["type"],
}
_QUERY_ORDER_DOMAINS: dict[str, tuple[object, ...]] = {
    "product": ("spot", "margin", "usdm", "coinm"),
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
}


INTERFACE = Interface(
    venue="binance",
    name="BINANCE",
    products={
        "spot": ("CurrencyPair",),
        "margin": ("CurrencyPair",),
        "usdm": ("CryptoPerpetual", "CryptoFuture"),
        "coinm": ("CryptoPerpetual", "CryptoFuture"),
    },
    environments={
        "mainnet": Environment(
            {
                "spot": "https://api.binance.com",
                "margin": "https://api.binance.com",
                "usdm": "https://fapi.binance.com",
                "coinm": "https://dapi.binance.com",
            },
            {
                "stream": {
                    "spot": "wss://stream.binance.com:9443/stream",
                    "usdm": "wss://fstream.binance.com/{tier}/stream",
                    "coinm": "wss://dstream.binance.com/stream",
                },
                "user_futures": {
                    "usdm": "wss://fstream.binance.com/private/ws?listenKey={session_token}",
                    "coinm": "wss://dstream.binance.com/ws/{session_token}",
                },
                "sbe": {"": "wss://stream-sbe.binance.com:9443/ws"},
                "user_spot": {"": "wss://ws-api.binance.com:443/ws-api/v3"},
                "user_spot_sbe": {
                    "": "wss://ws-api.binance.com:443/ws-api/v3?responseFormat=sbe&sbeSchemaId=3&sbeSchemaVersion=5"
                },
                "user_margin": {"": "wss://ws-api.binance.com:443/ws-api/v3"},
                "margin_risk": {"": "wss://margin-stream.binance.com/ws/{session_token}"},
                "orders": {
                    "spot": "wss://ws-api.binance.com:443/ws-api/v3",
                    "usdm": "wss://ws-fapi.binance.com/ws-fapi/v1",
                    "coinm": "wss://ws-dapi.binance.com/ws-dapi/v1",
                },
            },
        ),
        "testnet": Environment(
            {
                "spot": "https://testnet.binance.vision",
                "usdm": "https://demo-fapi.binance.com",
                "coinm": "https://testnet.binancefuture.com",
            },
            {
                "stream": {
                    "spot": "wss://stream.testnet.binance.vision/stream",
                    "usdm": "wss://fstream.binancefuture.com/{tier}/stream",
                    "coinm": "wss://dstream.binancefuture.com/stream",
                },
                "user_futures": {
                    "usdm": "wss://fstream.binancefuture.com/private/ws?listenKey={session_token}",
                    "coinm": "wss://dstream.binancefuture.com/ws/{session_token}",
                },
                "sbe": {"": "wss://stream-sbe.testnet.binance.vision:9443/ws"},
                "user_spot": {"": "wss://ws-api.testnet.binance.vision/ws-api/v3"},
                "user_spot_sbe": {
                    "": "wss://ws-api.testnet.binance.vision/ws-api/v3?responseFormat=sbe&sbeSchemaId=3&sbeSchemaVersion=5"
                },
                "orders": {
                    "spot": "wss://ws-api.testnet.binance.vision/ws-api/v3",
                    "usdm": "wss://testnet.binancefuture.com/ws-fapi/v1",
                    "coinm": "wss://testnet.binancefuture.com/ws-dapi/v1",
                },
            },
        ),
        "demo": Environment(
            {
                "spot": "https://demo-api.binance.com",
                "usdm": "https://demo-fapi.binance.com",
                "coinm": "https://demo-dapi.binance.com",
            },
            {
                "stream": {
                    "spot": "wss://demo-stream.binance.com/stream",
                    "usdm": "wss://demo-fstream.binance.com/{tier}/stream",
                    "coinm": "wss://demo-dstream.binance.com/stream",
                },
                "user_futures": {
                    "usdm": "wss://demo-fstream.binance.com/private/ws?listenKey={session_token}",
                    "coinm": "wss://demo-dstream.binance.com/ws/{session_token}",
                },
                "sbe": {"": "wss://demo-stream-sbe.binance.com:9443/ws"},
                "user_spot": {"": "wss://demo-ws-api.binance.com/ws-api/v3"},
                "user_spot_sbe": {
                    "": "wss://demo-ws-api.binance.com/ws-api/v3?responseFormat=sbe&sbeSchemaId=3&sbeSchemaVersion=5"
                },
                "orders": {"spot": "wss://demo-ws-api.binance.com/ws-api/v3"},
            },
        ),
        "us": Environment(
            {"spot": "https://api.binance.us"},
            {
                "stream": {"spot": "wss://stream.binance.us:9443/stream"},
                "user_spot": {"": "wss://ws-api.binance.us:443/ws-api/v3"},
                "orders": {"spot": "wss://ws-api.binance.us:443/ws-api/v3"},
            },
        ),
    },
    credentials={
        "api_key": "BINANCE_API_KEY",
        "api_secret": "BINANCE_API_SECRET",
        "session_token": "the token that create_listen_token gives",
    },
    auth={
        "key": ApiKey(headers={"X-MBX-APIKEY": lambda v: f"{v['api_key']}"}),
        "signed": ByKey(
            payload=lambda v: f"{v['query']}{v['body']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            sort=False,
            signature=lambda v: f"{v['query']}&signature={v['signature']}",
            headers={"X-MBX-APIKEY": lambda v: f"{v['api_key']}"},
            params={"recvWindow": lambda v: "5000", "timestamp": lambda v: f"{v['timestamp_ms']}"},
        ),
        "listen_key": SessionToken(
            login="create_listen_key",
            token="listenKey",
            keep_alive="keep_listen_key",
            renew_ns=1_800_000_000_000,
            lasts_ns=3_600_000_000_000,
        ),
        "risk_key": SessionToken(
            login="create_risk_key",
            token="listenKey",
            keep_alive="keep_risk_key",
            renew_ns=1_800_000_000_000,
            lasts_ns=3_600_000_000_000,
        ),
        "listen_token": SessionToken(
            login="create_listen_token",
            token="token",
            renew_ns=43_200_000_000_000,
            lasts_ns=86_400_000_000_000,
        ),
        "logon": ByKey(
            payload=lambda v: f"apiKey={v['api_key']}&timestamp={v['timestamp_ms']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            sort=False,
        ),
        "in_frame": ByKey(
            payload=lambda v: f"{v['query']}",
            digest="sha256",
            encoding="hex",
            secret="api_secret",
            sort=True,
            signature=lambda v: f"{v['query']}&signature={v['signature']}",
            params={"apiKey": lambda v: f"{v['api_key']}", "timestamp": lambda v: f"{v['timestamp_ms']}"},
        ),
    },
    buckets=(
        Bucket(
            name="spot_weight",
            limit=6000,
            window_ns=60_000_000_000,
            kind="fixed",
            used_header="X-MBX-USED-WEIGHT-1M",
        ),
        Bucket(
            name="spot_orders",
            limit=100,
            window_ns=10_000_000_000,
            kind="fixed",
            scope="account",
            used_header="X-MBX-ORDER-COUNT-10S",
        ),
        Bucket(
            name="spot_orders_day",
            limit=100000,
            window_ns=86_400_000_000_000,
            kind="fixed",
            scope="account",
            used_header="X-MBX-ORDER-COUNT-1D",
        ),
        Bucket(
            name="margin_weight",
            limit=12000,
            window_ns=60_000_000_000,
            kind="fixed",
            used_header="X-SAPI-USED-IP-WEIGHT-1M",
        ),
        Bucket(
            name="usdm_orders",
            limit=300,
            window_ns=10_000_000_000,
            kind="fixed",
            scope="account",
            used_header="X-MBX-ORDER-COUNT-10S",
        ),
        Bucket(
            name="usdm_orders_minute",
            limit=1200,
            window_ns=60_000_000_000,
            kind="fixed",
            scope="account",
            used_header="X-MBX-ORDER-COUNT-1M",
        ),
        Bucket(
            name="coinm_orders_minute",
            limit=1200,
            window_ns=60_000_000_000,
            kind="fixed",
            scope="account",
            used_header="X-MBX-ORDER-COUNT-1M",
        ),
        Bucket(
            name="usdm_weight",
            limit=2400,
            window_ns=60_000_000_000,
            kind="fixed",
            used_header="X-MBX-USED-WEIGHT-1M",
        ),
        Bucket(name="usdm_funding", limit=500, window_ns=300_000_000_000, kind="fixed"),
        Bucket(name="usdm_statistics", limit=1000, window_ns=300_000_000_000, kind="fixed"),
        Bucket(
            name="coinm_weight",
            limit=2400,
            window_ns=60_000_000_000,
            kind="fixed",
            used_header="X-MBX-USED-WEIGHT-1M",
        ),
        Bucket(
            name="account_weight",
            limit=12000,
            window_ns=60_000_000_000,
            kind="fixed",
            used_header="X-SAPI-USED-IP-WEIGHT-1M",
        ),
    ),
    errors=ErrorTable(
        code=("code",),
        message=("msg",),
        codes={
            "-1000": ErrorRule("an unknown error while the request was processed", "unknown"),
            "-1001": ErrorRule("internal error of the venue", "unknown"),
            "-1002": ErrorRule("not authorized for this request", "auth"),
            "-1003": ErrorRule("too many requests", "rate_limit"),
            "-1004": ErrorRule(
                "the server is busy; of futures: the address is on the list already", "maintenance"
            ),
            "-1005": ErrorRule("no such address on the list", "not_found"),
            "-1006": ErrorRule("unexpected answer from the message bus", "unknown"),
            "-1007": ErrorRule("the matching engine did not answer in time", "unknown"),
            "-1008": ErrorRule("the server is overloaded", "not_taken"),
            "-1010": ErrorRule("an error message came back from the engine", "unknown"),
            "-1011": ErrorRule("the address may not use this path", "auth"),
            "-1013": ErrorRule("the order breaks a filter of the symbol", "rejected"),
            "-1014": ErrorRule("unsupported combination of order parameters", "rejected"),
            "-1015": ErrorRule("too many new orders", "rate_limit"),
            "-1016": ErrorRule("the service is no longer available", "maintenance"),
            "-1020": ErrorRule("this operation is not supported", "rejected"),
            "-1021": ErrorRule("the timestamp is outside of recvWindow", "clock"),
            "-1022": ErrorRule("the signature is wrong", "auth"),
            "-1023": ErrorRule("the start time is after the end time", "rejected"),
            "-1034": ErrorRule("too many connections", "rate_limit"),
            "-1099": ErrorRule("not found or not authorized", "auth"),
            "-1100": ErrorRule("illegal characters in a parameter", "rejected"),
            "-1101": ErrorRule("too many parameters", "rejected"),
            "-1102": ErrorRule("a mandatory parameter is missing, empty or malformed", "rejected"),
            "-1103": ErrorRule("an unknown parameter was sent", "rejected"),
            "-1104": ErrorRule("not all parameters were read", "rejected"),
            "-1105": ErrorRule("a parameter is empty", "rejected"),
            "-1106": ErrorRule("a parameter was sent that is not required", "rejected"),
            "-1108": ErrorRule("a parameter overflows; of futures: unknown asset", "rejected"),
            "-1109": ErrorRule("the account is not valid", "auth"),
            "-1110": ErrorRule("unknown kind of symbol", "rejected"),
            "-1111": ErrorRule("a number has more digits than the symbol allows", "rejected"),
            "-1112": ErrorRule("the book of the symbol is empty", "not_found"),
            "-1113": ErrorRule("a withdrawal has to be negative", "rejected"),
            "-1114": ErrorRule("time in force is not required", "rejected"),
            "-1115": ErrorRule("unknown time in force", "rejected"),
            "-1116": ErrorRule("unknown order type", "rejected"),
            "-1117": ErrorRule("unknown side", "rejected"),
            "-1118": ErrorRule("the new client order id is empty", "rejected"),
            "-1119": ErrorRule("the original client order id is empty", "rejected"),
            "-1120": ErrorRule("unknown interval", "rejected"),
            "-1121": ErrorRule("unknown symbol", "not_found"),
            "-1122": ErrorRule("unknown symbol status", "rejected"),
            "-1125": ErrorRule("this listen key does not exist", "not_found"),
            "-1126": ErrorRule("the asset is not supported", "rejected"),
            "-1127": ErrorRule("the time range is too long", "rejected"),
            "-1128": ErrorRule("optional parameters that can't stand together", "rejected"),
            "-1130": ErrorRule("a parameter has a value that is not allowed", "rejected"),
            "-1131": ErrorRule("recvWindow must be below 60000", "rejected"),
            "-1134": ErrorRule("the type of a strategy is below 1000000", "rejected"),
            "-1135": ErrorRule("a parameter is no valid JSON", "rejected"),
            "-1136": ErrorRule("unknown form of the answer to a new order", "rejected"),
            "-1139": ErrorRule("unknown ticker type", "rejected"),
            "-1145": ErrorRule("unknown cancel restriction", "rejected"),
            "-1151": ErrorRule("a symbol is listed twice", "rejected"),
            "-1152": ErrorRule("the header of the binary form is wrong", "rejected"),
            "-1153": ErrorRule("the schema of the binary form is not supported", "rejected"),
            "-1155": ErrorRule("the binary form is switched off", "auth"),
            "-1158": ErrorRule("this order type can not be part of a pair", "rejected"),
            "-1160": ErrorRule("a part of a pair that shows less than it holds has to be GTC", "rejected"),
            "-1161": ErrorRule("the schema of the binary form is too old for the answer", "rejected"),
            "-1165": ErrorRule("the limit order of a pair that buys has to be the lower one", "rejected"),
            "-1166": ErrorRule("the limit order of a pair that sells has to be the upper one", "rejected"),
            "-1168": ErrorRule("one order of a pair has to be conditional", "rejected"),
            "-1181": ErrorRule("too many messages", "rate_limit"),
            "-1182": ErrorRule("parameters that can't stand together", "rejected"),
            "-1191": ErrorRule("too many subscriptions on the connection", "rejected"),
            "-1194": ErrorRule("unknown unit of time", "rejected"),
            "-1196": ErrorRule("the stop loss of a pair that buys has to be the upper one", "rejected"),
            "-1197": ErrorRule("the stop loss of a pair that sells has to be the lower one", "rejected"),
            "-1198": ErrorRule("the take profit of a pair that buys has to be the lower one", "rejected"),
            "-1199": ErrorRule("the take profit of a pair that sells has to be the upper one", "rejected"),
            "-1209": ErrorRule("the listen token is not valid", "auth"),
            "-1210": ErrorRule("unknown kind of pegged price", "rejected"),
            "-1211": ErrorRule("unknown kind of pegged offset", "rejected"),
            "-1220": ErrorRule("the symbol's status is not the one asked for", "not_found"),
            "-1221": ErrorRule("a field of the binary form is wrong or missing", "rejected"),
            "-1222": ErrorRule("the first order of such a list has to buy", "rejected"),
            "-1223": ErrorRule("the later orders of such a list have to sell", "rejected"),
            "-1224": ErrorRule("the first order of the list lacks a parameter", "rejected"),
            "-1225": ErrorRule("a later order of the list has a parameter too many", "rejected"),
            "-2010": ErrorRule("the new order was rejected", "rejected"),
            "-2011": ErrorRule("the cancel was rejected", "rejected"),
            "-2012": ErrorRule("the orders could not be cancelled together", "rejected"),
            "-2013": ErrorRule("no such order", "not_found"),
            "-2014": ErrorRule("the API key is malformed", "auth"),
            "-2015": ErrorRule("the API key, the address or the permissions are not accepted", "auth"),
            "-2016": ErrorRule("no trading window for the symbol", "not_found"),
            "-2017": ErrorRule("the API keys of this account are locked", "auth"),
            "-2018": ErrorRule("the balance is too low", "rejected"),
            "-2019": ErrorRule("the margin is too low", "rejected"),
            "-2020": ErrorRule("the order can't be filled", "rejected"),
            "-2021": ErrorRule(
                "the order would trigger at once; of a replacement on spot: one half of it failed", "rejected"
            ),
            "-2022": ErrorRule(
                "a reduce-only order was rejected; of a replacement on spot: both halves of it failed",
                "rejected",
            ),
            "-2023": ErrorRule("the account is being liquidated", "rejected"),
            "-2024": ErrorRule("the position is too small", "rejected"),
            "-2025": ErrorRule("too many open orders", "rejected"),
            "-2026": ErrorRule(
                "this order type doesn't support reduce-only; on spot: the order is archived", "rejected"
            ),
            "-2027": ErrorRule("the position would be too large at this leverage", "rejected"),
            "-2028": ErrorRule("the leverage is too low for the balance", "rejected"),
            "-2035": ErrorRule("the stream of the account is subscribed to already", "rejected"),
            "-2036": ErrorRule("the stream of the account is not subscribed to", "not_found"),
            "-2038": ErrorRule("the change of the order was rejected", "rejected"),
            "-2039": ErrorRule("the client order id is not that of the order id", "rejected"),
            "-2042": ErrorRule("no more subscriptions on this connection", "rejected"),
            "-2043": ErrorRule("the symbol has no reference price", "not_found"),
            "-3000": ErrorRule("internal error of the venue", "unknown"),
            "-3001": ErrorRule("this wants a second factor", "auth"),
            "-3002": ErrorRule("the venue has none of the asset", "not_found"),
            "-3003": ErrorRule("there is no margin account", "not_found"),
            "-3004": ErrorRule("trading is not allowed", "auth"),
            "-3005": ErrorRule("nothing may be transferred out", "auth"),
            "-3006": ErrorRule("the loan is larger than may be borrowed", "rejected"),
            "-3007": ErrorRule("another request is under way", "rejected"),
            "-3008": ErrorRule("borrowing is not allowed", "auth"),
            "-3009": ErrorRule("this asset can't be transferred into margin at the moment", "auth"),
            "-3010": ErrorRule("repaying is not allowed", "auth"),
            "-3011": ErrorRule("the date is not valid", "rejected"),
            "-3012": ErrorRule("this asset can't be borrowed", "auth"),
            "-3013": ErrorRule("the amount to borrow is below the least", "rejected"),
            "-3014": ErrorRule("the account may not borrow", "auth"),
            "-3015": ErrorRule("more is to be repaid than was borrowed", "rejected"),
            "-3016": ErrorRule("the amount to repay is below the least", "rejected"),
            "-3017": ErrorRule("this asset can't be transferred into margin at the moment", "auth"),
            "-3018": ErrorRule("the account may not transfer in", "auth"),
            "-3019": ErrorRule("the account may not transfer out", "auth"),
            "-3020": ErrorRule("the transfer is larger than may be moved", "rejected"),
            "-3021": ErrorRule("this pair can't be traded on margin", "auth"),
            "-3022": ErrorRule("the account may not trade", "auth"),
            "-3023": ErrorRule("the margin level is too low for this", "rejected"),
            "-3024": ErrorRule("the debt that is left would be too small", "rejected"),
            "-3025": ErrorRule("the date is not valid", "rejected"),
            "-3026": ErrorRule("a parameter is not valid", "rejected"),
            "-3027": ErrorRule("no such margin asset", "not_found"),
            "-3028": ErrorRule("no such margin pair", "not_found"),
            "-3029": ErrorRule("the transfer failed", "rejected"),
            "-3036": ErrorRule("the account may not repay", "auth"),
            "-3037": ErrorRule("profits are being cleared; wait a second", "maintenance"),
            "-3038": ErrorRule("this listen key does not exist", "not_found"),
            "-3041": ErrorRule("the balance is too low", "rejected"),
            "-3042": ErrorRule("there is no price index of the pair", "not_found"),
            "-3043": ErrorRule("nothing may be transferred in", "auth"),
            "-3044": ErrorRule("the venue is busy", "maintenance"),
            "-3045": ErrorRule("the venue has none of the asset to lend", "rejected"),
            "-3067": ErrorRule("the account may not trade on margin", "auth"),
            "-3999": ErrorRule("this is for invited users", "auth"),
            "-4000": ErrorRule("the state of the order is not valid", "rejected"),
            "-4001": ErrorRule("the price is below zero", "rejected"),
            "-4002": ErrorRule("the price is above the most", "rejected"),
            "-4003": ErrorRule("the quantity is not above zero", "rejected"),
            "-4004": ErrorRule("the quantity is below the least", "rejected"),
            "-4005": ErrorRule("the quantity is above the most", "rejected"),
            "-4006": ErrorRule("the trigger is below zero", "rejected"),
            "-4007": ErrorRule("the trigger is above the most", "rejected"),
            "-4013": ErrorRule("the price is below the least", "rejected"),
            "-4014": ErrorRule("the price is no multiple of the tick", "rejected"),
            "-4015": ErrorRule("the client order id is too long", "rejected"),
            "-4016": ErrorRule("the price is above what the market price allows", "rejected"),
            "-4020": ErrorRule("this strategy does not fit the order", "rejected"),
            "-4021": ErrorRule("no such depth of a book", "rejected"),
            "-4022": ErrorRule("the state of the market is not valid", "rejected"),
            "-4023": ErrorRule("the quantity is no multiple of the step", "rejected"),
            "-4024": ErrorRule("the price is below what the market price allows", "rejected"),
            "-4027": ErrorRule("the kind of account is not valid", "rejected"),
            "-4028": ErrorRule("the leverage is not valid", "rejected"),
            "-4029": ErrorRule("the price has more digits than the tick", "rejected"),
            "-4030": ErrorRule("the quantity has more digits than the step", "rejected"),
            "-4031": ErrorRule("no such price to trigger by", "rejected"),
            "-4032": ErrorRule("too many orders to cancel at once", "rejected"),
            "-4044": ErrorRule("the kind of balance is not valid", "rejected"),
            "-4045": ErrorRule("too many stop orders", "rejected"),
            "-4046": ErrorRule("the margin type is already so", "rejected"),
            "-4047": ErrorRule("the margin type can't change while orders stand", "rejected"),
            "-4048": ErrorRule("the margin type can't change while a position is held", "rejected"),
            "-4049": ErrorRule("only isolated positions take margin", "rejected"),
            "-4050": ErrorRule("the cross balance is too low", "rejected"),
            "-4051": ErrorRule("the isolated balance is too low", "rejected"),
            "-4052": ErrorRule("margin is added by itself as asked already", "rejected"),
            "-4053": ErrorRule("only isolated positions add margin by themselves", "rejected"),
            "-4054": ErrorRule("no position that could take margin", "rejected"),
            "-4055": ErrorRule("the amount is not above zero", "rejected"),
            "-4056": ErrorRule("the kind of API key is not valid", "auth"),
            "-4057": ErrorRule("the public key is not valid", "auth"),
            "-4059": ErrorRule("the position side is already so", "rejected"),
            "-4060": ErrorRule("the position side is not valid", "rejected"),
            "-4061": ErrorRule("the order's position side is not that of the account's mode", "rejected"),
            "-4062": ErrorRule("reduce-only is not possible here", "rejected"),
            "-4067": ErrorRule("the position side can't change while orders stand", "rejected"),
            "-4068": ErrorRule("the position side can't change while a position is held", "rejected"),
            "-4082": ErrorRule("too many orders at once, or none", "rejected"),
            "-4083": ErrorRule("the orders could not be placed together", "rejected"),
            "-4084": ErrorRule("this call is not offered yet", "rejected"),
            "-4086": ErrorRule("the threshold of the spread is not valid", "rejected"),
            "-4087": ErrorRule("the account may only reduce positions", "auth"),
            "-4088": ErrorRule("the account may place no orders", "auth"),
            "-4089": ErrorRule("the account may only open positions", "auth"),
            "-4090": ErrorRule("the account may place no orders", "auth"),
            "-4104": ErrorRule("unknown kind of contract", "rejected"),
            "-4108": ErrorRule("the symbol is being delivered or settled", "maintenance"),
            "-4109": ErrorRule("the account is inactive until something is transferred to it", "auth"),
            "-4110": ErrorRule("the transfer id is too long", "rejected"),
            "-4111": ErrorRule("the transfer id is taken", "rejected"),
            "-4112": ErrorRule("a reduce-only order can't close a position of the other side", "rejected"),
            "-4113": ErrorRule("the market order was refused", "rejected"),
            "-4114": ErrorRule("the id of the transfer is too long", "rejected"),
            "-4115": ErrorRule("the id of the transfer is taken", "rejected"),
            "-4116": ErrorRule("the client order id is taken", "rejected"),
            "-4117": ErrorRule("the conditional order is being triggered", "rejected"),
            "-4118": ErrorRule(
                "a reduce-only order fails beside the orders that stand: margin is too low", "rejected"
            ),
            "-4120": ErrorRule("this order type goes to the algo endpoint", "rejected"),
            "-4131": ErrorRule("the market order met no price within its bounds", "rejected"),
            "-4135": ErrorRule("the activation price is not valid", "rejected"),
            "-4137": ErrorRule("an order that closes the position has no quantity of its own", "rejected"),
            "-4138": ErrorRule("an order that closes the position has to be reduce-only", "rejected"),
            "-4139": ErrorRule("an order that can't be cancelled can't be a market order", "rejected"),
            "-4140": ErrorRule("the symbol takes no new positions", "rejected"),
            "-4141": ErrorRule("the symbol is closed", "not_found"),
            "-4142": ErrorRule("the take profit or stop would trigger at once", "rejected"),
            "-4144": ErrorRule("unknown pair", "not_found"),
            "-4150": ErrorRule("the leverage of an isolated position can not be lowered", "rejected"),
            "-4151": ErrorRule("the price is above what the trigger allows", "rejected"),
            "-4152": ErrorRule("the price is below what the trigger allows", "rejected"),
            "-4154": ErrorRule("the trigger is above what the price allows", "rejected"),
            "-4155": ErrorRule("the trigger is below what the price allows", "rejected"),
            "-4161": ErrorRule(
                "leverage of an isolated position can't be lowered while it is held", "rejected"
            ),
            "-4164": ErrorRule("the notional is below the least", "rejected"),
            "-4165": ErrorRule("the time range is not valid", "rejected"),
            "-4167": ErrorRule("multi-assets mode goes without isolated margin", "rejected"),
            "-4168": ErrorRule("isolated margin goes without multi-assets mode", "rejected"),
            "-4169": ErrorRule("the margin is too low for multi-assets mode", "rejected"),
            "-4170": ErrorRule("multi-assets mode can't change while orders stand", "rejected"),
            "-4171": ErrorRule("the assets mode is already so", "rejected"),
            "-4172": ErrorRule("multi-assets mode wants no negative balance", "rejected"),
            "-4178": ErrorRule("the order is smaller than the least value", "rejected"),
            "-4183": ErrorRule("the price is above what stop orders allow", "rejected"),
            "-4184": ErrorRule("the price is below what stop orders allow", "rejected"),
            "-4188": ErrorRule("the timestamp is outside of recvWindow at the matching engine", "clock"),
            "-4189": ErrorRule("the account may only reduce positions", "auth"),
            "-4192": ErrorRule("trading is paused for the account, in a cooling-off period", "auth"),
            "-4194": ErrorRule("the leverage wants a confirmed identity", "auth"),
            "-4195": ErrorRule("accounts younger than a month have less leverage", "auth"),
            "-4196": ErrorRule("only limit orders are taken", "rejected"),
            "-4197": ErrorRule("the symbol's settings don't allow this", "rejected"),
            "-4198": ErrorRule("the order was changed too often", "rejected"),
            "-4199": ErrorRule("this symbol's orders can not be changed", "rejected"),
            "-4200": ErrorRule("accounts as young as this one have less leverage", "auth"),
            "-4201": ErrorRule("the leverage wants a further confirmed identity", "auth"),
            "-4202": ErrorRule("this leverage wants a verified person", "auth"),
            "-4203": ErrorRule("this leverage wants an older account", "auth"),
            "-4205": ErrorRule("this leverage wants an older account", "auth"),
            "-4206": ErrorRule("leverage is limited in this region", "auth"),
            "-4208": ErrorRule("leverage of the symbol is limited for this account", "rejected"),
            "-4209": ErrorRule("leverage of the symbol is limited", "rejected"),
            "-4210": ErrorRule("the trigger is above what the market price allows", "rejected"),
            "-4211": ErrorRule("the trigger is below what the market price allows", "rejected"),
            "-4220": ErrorRule("the position mode of this account can not be changed", "rejected"),
            "-4400": ErrorRule(
                "the account may only reduce positions for now, by the quantitative rules", "auth"
            ),
            "-4401": ErrorRule("the account may only reduce positions, since they are large", "auth"),
            "-4402": ErrorRule("the region does not allow this", "auth"),
            "-4403": ErrorRule("the region does not allow this leverage", "auth"),
            "-4531": ErrorRule("the account's position mode is out of step", "rejected"),
            "-5021": ErrorRule("a fill-or-kill order could not be filled", "rejected"),
            "-5022": ErrorRule("a post-only order would take", "rejected"),
            "-5024": ErrorRule("the symbol is not trading, so that orders can't be changed", "rejected"),
            "-5025": ErrorRule("only limit orders can be changed", "rejected"),
            "-5026": ErrorRule("the order was changed too often", "rejected"),
            "-5027": ErrorRule("nothing in the order would change", "rejected"),
            "-5028": ErrorRule("the request came to the matching engine outside of its recvWindow", "clock"),
            "-5029": ErrorRule("the notional of the changed order is below the least", "rejected"),
            "-5037": ErrorRule("the price match is not valid", "rejected"),
            "-5038": ErrorRule("this order type has no price match", "rejected"),
            "-5039": ErrorRule("the mode of self-trade prevention is not valid", "rejected"),
            "-5040": ErrorRule("the good-till date is less than ten minutes away, or too far", "rejected"),
            "-5041": ErrorRule("no level of the book fits the price match", "rejected"),
            "-5043": ErrorRule("a change of the order is under way", "rejected"),
            "-11001": ErrorRule("the account has no isolated margin of the pair", "not_found"),
            "-21001": ErrorRule("the account is no portfolio-margin account", "auth"),
        },
        statuses={403: ErrorRule("banned", "banned"), 418: ErrorRule("banned", "banned")},
        reasons={
            "IP banned until": ErrorRule("the address is shut out for a while", "banned"),
            "Unknown order sent": ErrorRule("no such order", "not_found"),
            "Duplicate order sent": ErrorRule("the client order id is taken", "rejected"),
            "insufficient balance": ErrorRule("the balance is too low", "rejected"),
            "Market is closed": ErrorRule("the symbol is not trading", "maintenance"),
            "cancel-replace partially failed": ErrorRule("one half of the replacement failed", "unknown"),
            "has been archived": ErrorRule(
                "the order ended without a fill long ago and is archived", "not_found"
            ),
            "may not place or cancel orders": ErrorRule("the account may not trade", "auth"),
            "action is disabled on this account": ErrorRule("the account may not do this", "auth"),
            "not permitted for this account": ErrorRule("the account may not trade this symbol", "auth"),
            "restricted for this account": ErrorRule("the account may not trade this symbol", "auth"),
        },
        post_only=("-5022", "would immediately match", "WOULD_TAKE"),
        retry_at=("data", "retryAfter"),
    ),
    operations={
        "ping": Operation(
            name="ping",
            title="Test connectivity",
            paths={
                "spot": ("GET", "/api/v3/ping"),
                "usdm": ("GET", "/fapi/v1/ping"),
                "coinm": ("GET", "/dapi/v1/ping"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            weights={
                "spot": (("spot_weight", 1),),
                "usdm": (("usdm_weight", 1),),
                "coinm": (("coinm_weight", 1),),
            },
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#test-connectivity",
        ),
        "get_server_time": Operation(
            name="get_server_time",
            title="Server time",
            paths={
                "spot": ("GET", "/api/v3/time"),
                "margin": ("GET", "/api/v3/time"),
                "usdm": ("GET", "/fapi/v1/time"),
                "coinm": ("GET", "/dapi/v1/time"),
            },
            servers={"spot": "spot", "margin": "margin", "usdm": "usdm", "coinm": "coinm"},
            weights={
                "spot": (("spot_weight", 1),),
                "margin": (("margin_weight", 1),),
                "usdm": (("usdm_weight", 1),),
                "coinm": (("coinm_weight", 1),),
            },
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#check-server-time",
        ),
        "get_account": Operation(
            name="get_account",
            title="Balances of the spot account",
            paths={"spot": ("GET", "/api/v3/account")},
            servers={"spot": "spot"},
            params=(
                Param(
                    name="omit_zero_balances", wire="omitZeroBalances", told="omit_zero_balances", kind="bool"
                ),
            ),
            auth="signed",
            private=True,
            weights={"spot": (("spot_weight", 20),)},
            gives=("AccountState",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#account-information-user_data",
        ),
        "get_margin_account": Operation(
            name="get_margin_account",
            title="Balances and debts of the cross-margin account",
            paths={"margin": ("GET", "/sapi/v1/margin/account")},
            servers={"margin": "margin"},
            auth="signed",
            private=True,
            weights={"margin": (("margin_weight", 10),)},
            gives=("AccountState",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/account#query-cross-margin-account-details",
        ),
        "get_isolated_accounts": Operation(
            name="get_isolated_accounts",
            title="Balances and debts of the isolated-margin accounts, one a pair",
            paths={"margin": ("GET", "/sapi/v1/margin/isolated/account")},
            servers={"margin": "margin"},
            params=(Param(name="symbols", wire="symbols", told="symbols"),),
            auth="signed",
            private=True,
            weights={"margin": (("margin_weight", 10),)},
            gives=("BinanceIsolatedMargin",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/account#query-isolated-margin-account-info",
        ),
        "get_futures_account": Operation(
            name="get_futures_account",
            title="Balances and margins of a futures account",
            paths={"usdm": ("GET", "/fapi/v2/account"), "coinm": ("GET", "/dapi/v1/account")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 5),)},
            gives=("AccountState",),
            prefer=1,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#account-information-v2",
        ),
        "get_futures_balance": Operation(
            name="get_futures_balance",
            title="Balances of a futures account",
            paths={"usdm": ("GET", "/fapi/v2/balance"), "coinm": ("GET", "/dapi/v1/balance")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 1),)},
            gives=("AccountState",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#futures-account-balance-v2",
        ),
        "get_positions": Operation(
            name="get_positions",
            title="Futures positions",
            paths={"usdm": ("GET", "/fapi/v2/positionRisk"), "coinm": ("GET", "/dapi/v1/positionRisk")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", products=("usdm",), fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(name="margin_asset", wire="marginAsset", told="margin_asset", products=("coinm",)),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 1),)},
            gives=("PositionStatusReport",),
            prefer=1,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#position-information-v2",
        ),
        "get_open_positions": Operation(
            name="get_open_positions",
            title="Futures positions that are open or have orders",
            paths={"usdm": ("GET", "/fapi/v3/positionRisk")},
            servers={"usdm": "usdm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),)},
            gives=("PositionStatusReport",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#position-information-v3",
        ),
        "get_commission_rate": Operation(
            name="get_commission_rate",
            title="Maker and taker fee of this account for a contract",
            paths={"usdm": ("GET", "/fapi/v1/commissionRate"), "coinm": ("GET", "/dapi/v1/commissionRate")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 20),), "coinm": (("coinm_weight", 20),)},
            gives=("BinanceFeeRate",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#user-commission-rate",
        ),
        "get_symbol_config": Operation(
            name="get_symbol_config",
            title="Leverage and margin mode, by contract",
            paths={"usdm": ("GET", "/fapi/v1/symbolConfig")},
            servers={"usdm": "usdm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),)},
            gives=("BinanceLeverage",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#symbol-configuration",
        ),
        "get_leverage_brackets": Operation(
            name="get_leverage_brackets",
            title="Bounds of leverage by notional",
            paths={"usdm": ("GET", "/fapi/v1/leverageBracket"), "coinm": ("GET", "/dapi/v2/leverageBracket")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#notional-and-leverage-brackets",
        ),
        "get_position_mode": Operation(
            name="get_position_mode",
            title="Whether the account is in hedge mode",
            paths={
                "usdm": ("GET", "/fapi/v1/positionSide/dual"),
                "coinm": ("GET", "/dapi/v1/positionSide/dual"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 30),), "coinm": (("coinm_weight", 30),)},
            gives=("BinancePositionMode",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#get-current-position-mode",
        ),
        "get_income": Operation(
            name="get_income",
            title="Profits, fees, funding and transfers of a futures account",
            paths={"usdm": ("GET", "/fapi/v1/income"), "coinm": ("GET", "/dapi/v1/income")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="income_type", wire="incomeType", told="income_type"),
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
                Param(name="page", wire="page", told="page", kind="int"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 30),), "coinm": (("coinm_weight", 20),)},
            page=Page(
                kind="time",
                next=lambda message: message.time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                step=0,
                time=lambda message: message.time_ms,
            ),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#get-income-history",
        ),
        "get_leverage": Operation(
            name="get_leverage",
            title="Leverage and margin mode, by contract, as positions tell them",
            paths={"usdm": ("GET", "/fapi/v2/positionRisk"), "coinm": ("GET", "/dapi/v1/positionRisk")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", products=("usdm",), fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(name="margin_asset", wire="marginAsset", told="margin_asset", products=("coinm",)),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 1),)},
            gives=("BinanceLeverage",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#position-information-v2",
        ),
        "get_futures_account_in_use": Operation(
            name="get_futures_account_in_use",
            title="Balances and margins of a USD-M account, of assets in use alone",
            paths={"usdm": ("GET", "/fapi/v3/account")},
            servers={"usdm": "usdm"},
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),)},
            gives=("AccountState",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#account-information-v3",
        ),
        "get_futures_balance_in_use": Operation(
            name="get_futures_balance_in_use",
            title="Balances of a USD-M account, of assets in use alone",
            paths={"usdm": ("GET", "/fapi/v3/balance")},
            servers={"usdm": "usdm"},
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),)},
            gives=("AccountState",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#futures-account-balance-v3",
        ),
        "set_position_mode": Operation(
            name="set_position_mode",
            title="Change to hedge or one-way mode",
            paths={
                "usdm": ("POST", "/fapi/v1/positionSide/dual"),
                "coinm": ("POST", "/dapi/v1/positionSide/dual"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(
                    name="hedge_mode", wire="dualSidePosition", told="hedge_mode", kind="bool", required=True
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#change-position-mode",
        ),
        "set_leverage": Operation(
            name="set_leverage",
            title="Change the leverage of a contract",
            paths={"usdm": ("POST", "/fapi/v1/leverage"), "coinm": ("POST", "/dapi/v1/leverage")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="leverage",
                    wire="leverage",
                    told="leverage",
                    kind="int",
                    required=True,
                    least=1,
                    most=150,
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#change-initial-leverage",
        ),
        "set_margin_mode": Operation(
            name="set_margin_mode",
            title="Change the margin mode of a contract",
            paths={"usdm": ("POST", "/fapi/v1/marginType"), "coinm": ("POST", "/dapi/v1/marginType")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="margin_mode",
                    wire="marginType",
                    told="margin_mode",
                    required=True,
                    allowed=("CROSSED", "ISOLATED"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#change-margin-type",
        ),
        "change_position_margin": Operation(
            name="change_position_margin",
            title="Add or take margin of an isolated position",
            paths={"usdm": ("POST", "/fapi/v1/positionMargin"), "coinm": ("POST", "/dapi/v1/positionMargin")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="position_side",
                    wire="positionSide",
                    told="position_side",
                    allowed=("BOTH", "LONG", "SHORT"),
                ),
                Param(name="amount", wire="amount", told="amount", kind="dec", required=True),
                Param(name="kind", wire="type", told="kind", kind="int", required=True, allowed=(1, 2)),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#modify-isolated-position-margin",
        ),
        "borrow_or_repay": Operation(
            name="borrow_or_repay",
            title="Borrow an asset on margin, or pay it back",
            paths={"margin": ("POST", "/sapi/v1/margin/borrow-repay")},
            servers={"margin": "margin"},
            params=(
                Param(name="asset", wire="asset", told="asset", required=True),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    default="FALSE",
                    allowed=("TRUE", "FALSE"),
                ),
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="amount", wire="amount", told="amount", kind="dec", required=True),
                Param(name="kind", wire="type", told="kind", required=True, allowed=("BORROW", "REPAY")),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"margin": (("margin_weight", 1500),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/borrow-repay#margin-account-borrow-repay",
        ),
        "get_klines": Operation(
            name="get_klines",
            title="Bars",
            paths={
                "spot": ("GET", "/api/v3/klines"),
                "usdm": ("GET", "/fapi/v1/klines"),
                "coinm": ("GET", "/dapi/v1/klines"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                    only={"1s": ("spot", "margin")},
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
                Param(name="time_zone", wire="timeZone", told="time_zone", products=("spot",)),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1500, fills="limit"
                ),
            ),
            weights={
                "spot": (("spot_weight", 2),),
                "usdm": (("usdm_weight", _get_klines_weight),),
                "coinm": (("coinm_weight", _get_klines_weight),),
            },
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            gives=("Bar", "BinanceBar"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#klinecandlestick-data",
        ),
        "get_ui_klines": Operation(
            name="get_ui_klines",
            title="Bars for charts, adjusted by the venue for presentation",
            paths={"spot": ("GET", "/api/v3/uiKlines")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                    only={"1s": ("spot", "margin")},
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
                Param(name="time_zone", wire="timeZone", told="time_zone"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={"spot": (("spot_weight", 2),)},
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#uiklines",
        ),
        "get_index_price_klines": Operation(
            name="get_index_price_klines",
            title="Bars of the index price of a USD-M pair",
            paths={"usdm": ("GET", "/fapi/v1/indexPriceKlines")},
            servers={"usdm": "usdm"},
            params=(
                Param(name="pair", wire="pair", told="pair", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                    only={"1s": ("spot", "margin")},
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
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1500, fills="limit"
                ),
            ),
            weights={"usdm": (("usdm_weight", _get_klines_weight),)},
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            gives=("Bar",),
            prices=("INDEX",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#index-price-kline-candlestick-data",
        ),
        "get_coinm_index_price_klines": Operation(
            name="get_coinm_index_price_klines",
            title="Bars of the index price of a COIN-M pair",
            paths={"coinm": ("GET", "/dapi/v1/indexPriceKlines")},
            servers={"coinm": "coinm"},
            params=(
                Param(name="pair", wire="pair", told="pair", required=True),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                    only={"1s": ("spot", "margin")},
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
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1500, fills="limit"
                ),
            ),
            weights={"coinm": (("coinm_weight", _get_klines_weight),)},
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            gives=("Bar",),
            prices=("INDEX",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/rest-api/market-data#index-price-kline-candlestick-data",
        ),
        "get_mark_price_klines": Operation(
            name="get_mark_price_klines",
            title="Bars of the mark price",
            paths={"usdm": ("GET", "/fapi/v1/markPriceKlines"), "coinm": ("GET", "/dapi/v1/markPriceKlines")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                    only={"1s": ("spot", "margin")},
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
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1500, fills="limit"
                ),
            ),
            weights={
                "usdm": (("usdm_weight", _get_klines_weight),),
                "coinm": (("coinm_weight", _get_klines_weight),),
            },
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            gives=("Bar",),
            prices=("MARK",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#mark-price-kline-candlestick-data",
        ),
        "get_continuous_klines": Operation(
            name="get_continuous_klines",
            title="Bars of the current, next or perpetual contract of a pair",
            paths={
                "usdm": ("GET", "/fapi/v1/continuousKlines"),
                "coinm": ("GET", "/dapi/v1/continuousKlines"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="pair", wire="pair", told="pair", required=True),
                Param(
                    name="contract_type",
                    wire="contractType",
                    told="contract_type",
                    required=True,
                    allowed=("PERPETUAL", "CURRENT_QUARTER", "NEXT_QUARTER", "TRADIFI_PERPETUAL"),
                ),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                    only={"1s": ("spot", "margin")},
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
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1500, fills="limit"
                ),
            ),
            weights={
                "usdm": (("usdm_weight", _get_klines_weight),),
                "coinm": (("coinm_weight", _get_klines_weight),),
            },
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            gives=("BinanceContinuousBar",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#continuous-contract-kline-candlestick-data",
        ),
        "get_premium_index_klines": Operation(
            name="get_premium_index_klines",
            title="Bars of the premium index",
            paths={
                "usdm": ("GET", "/fapi/v1/premiumIndexKlines"),
                "coinm": ("GET", "/dapi/v1/premiumIndexKlines"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                    only={"1s": ("spot", "margin")},
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
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1500, fills="limit"
                ),
            ),
            weights={
                "usdm": (("usdm_weight", _get_klines_weight),),
                "coinm": (("coinm_weight", _get_klines_weight),),
            },
            page=Page(
                kind="time",
                next=lambda message: message.close_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.close_time_ms,
            ),
            gives=("BinanceFuturesPremiumIndexBar",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#premium-index-kline-data",
        ),
        "get_depth": Operation(
            name="get_depth",
            title="Order book",
            paths={
                "spot": ("GET", "/api/v3/depth"),
                "usdm": ("GET", "/fapi/v1/depth"),
                "coinm": ("GET", "/dapi/v1/depth"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=5000, fills="limit"
                ),
            ),
            weights={
                "spot": (("spot_weight", _get_depth_weight),),
                "usdm": (("usdm_weight", _get_depth_usdm_weight),),
                "coinm": (("coinm_weight", _get_depth_usdm_weight),),
            },
            gives=("OrderBookDeltas",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#order-book",
        ),
        "get_book_ticker": Operation(
            name="get_book_ticker",
            title="Best bid and offer",
            paths={
                "spot": ("GET", "/api/v3/ticker/bookTicker"),
                "usdm": ("GET", "/fapi/v1/ticker/bookTicker"),
                "coinm": ("GET", "/dapi/v1/ticker/bookTicker"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="symbols", wire="symbols", told="symbols", products=("spot",)),
                Param(
                    name="symbol_status",
                    wire="symbolStatus",
                    told="symbol_status",
                    allowed=("TRADING", "HALT", "BREAK"),
                    products=("spot",),
                ),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
            ),
            weights={
                "spot": (("spot_weight", _get_book_ticker_weight),),
                "usdm": (("usdm_weight", _get_book_ticker_usdm_weight),),
                "coinm": (("coinm_weight", _get_book_ticker_usdm_weight),),
            },
            gives=("QuoteTick",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#symbol-order-book-ticker",
        ),
        "get_rpi_depth": Operation(
            name="get_rpi_depth",
            title="Order book of a USD-M contract with the orders that are there for retail flow",
            paths={"usdm": ("GET", "/fapi/v1/rpiDepth")},
            servers={"usdm": "usdm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=5000, fills="limit"
                ),
            ),
            weights={"usdm": (("usdm_weight", 20),)},
            gives=("OrderBookDeltas",),
            prefer=-1,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#rpi-order-book",
        ),
        "get_premium_index": Operation(
            name="get_premium_index",
            title="Mark price, index price and funding",
            paths={"usdm": ("GET", "/fapi/v1/premiumIndex"), "coinm": ("GET", "/dapi/v1/premiumIndex")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
            ),
            weights={"usdm": (("usdm_weight", _get_premium_index_weight),), "coinm": (("coinm_weight", 10),)},
            gives=("MarkPriceUpdate", "IndexPriceUpdate", "FundingRateUpdate"),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#mark-price",
        ),
        "get_funding_rate": Operation(
            name="get_funding_rate",
            title="Funding that was paid",
            paths={"usdm": ("GET", "/fapi/v1/fundingRate"), "coinm": ("GET", "/dapi/v1/fundingRate")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
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
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={"usdm": (("usdm_funding", 1),), "coinm": (("coinm_weight", 1),)},
            page=Page(
                kind="time",
                next=lambda message: message.funding_time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                time=lambda message: message.funding_time_ms,
            ),
            gives=("FundingRateUpdate",),
            prefer=1,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#get-funding-rate-history",
        ),
        "get_funding_info": Operation(
            name="get_funding_info",
            title="Funding intervals and bounds that differ from the usual",
            paths={"usdm": ("GET", "/fapi/v1/fundingInfo"), "coinm": ("GET", "/dapi/v1/fundingInfo")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            weights={"usdm": (("usdm_funding", 1),), "coinm": (("coinm_weight", 1),)},
            gives=("BinanceFuturesFundingInfo",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#get-funding-rate-info",
        ),
        "get_open_interest": Operation(
            name="get_open_interest",
            title="Open interest now",
            paths={"usdm": ("GET", "/fapi/v1/openInterest"), "coinm": ("GET", "/dapi/v1/openInterest")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            gives=("BinanceFuturesOpenInterest",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#open-interest",
        ),
        "get_open_interest_hist": Operation(
            name="get_open_interest_hist",
            title="Open interest by period",
            paths={
                "usdm": ("GET", "/futures/data/openInterestHist"),
                "coinm": ("GET", "/futures/data/openInterestHist"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", products=("usdm",), fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(
                    name="contract_type",
                    wire="contractType",
                    told="contract_type",
                    allowed=("ALL", "CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL"),
                    products=("coinm",),
                ),
                Param(
                    name="period",
                    wire="period",
                    told="period",
                    required=True,
                    allowed=("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500, fills="limit"),
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
            ),
            weights={"usdm": (("usdm_statistics", 1),), "coinm": (("coinm_weight", 1),)},
            page=Page(
                kind="time",
                next=lambda message: (integer(message.moment) * 1_000_000) // 1_000_000,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=500,
                time=lambda message: (integer(message.moment) * 1_000_000) // 1_000_000,
            ),
            gives=("BinanceFuturesOpenInterestStatistics",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#open-interest-statistics",
        ),
        "get_top_long_short_account_ratio": Operation(
            name="get_top_long_short_account_ratio",
            title="Long and short accounts of top traders",
            paths={
                "usdm": ("GET", "/futures/data/topLongShortAccountRatio"),
                "coinm": ("GET", "/futures/data/topLongShortAccountRatio"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", products=("usdm",), fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(
                    name="contract_type",
                    wire="contractType",
                    told="contract_type",
                    allowed=("ALL", "CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL"),
                    products=("coinm",),
                ),
                Param(
                    name="period",
                    wire="period",
                    told="period",
                    required=True,
                    allowed=("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500),
                Param(
                    name="start_time_ms", wire="startTime", told="start_time", kind="time", unit_ns=1_000_000
                ),
                Param(name="end_time_ms", wire="endTime", told="end_time", kind="time", unit_ns=1_000_000),
            ),
            weights={"usdm": (("usdm_statistics", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#top-trader-long-short-ratio-accounts",
        ),
        "get_top_long_short_position_ratio": Operation(
            name="get_top_long_short_position_ratio",
            title="Long and short positions of top traders",
            paths={
                "usdm": ("GET", "/futures/data/topLongShortPositionRatio"),
                "coinm": ("GET", "/futures/data/topLongShortPositionRatio"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", products=("usdm",), fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(
                    name="contract_type",
                    wire="contractType",
                    told="contract_type",
                    allowed=("ALL", "CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL"),
                    products=("coinm",),
                ),
                Param(
                    name="period",
                    wire="period",
                    told="period",
                    required=True,
                    allowed=("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500),
                Param(
                    name="start_time_ms", wire="startTime", told="start_time", kind="time", unit_ns=1_000_000
                ),
                Param(name="end_time_ms", wire="endTime", told="end_time", kind="time", unit_ns=1_000_000),
            ),
            weights={"usdm": (("usdm_statistics", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#top-trader-long-short-ratio-positions",
        ),
        "get_global_long_short_account_ratio": Operation(
            name="get_global_long_short_account_ratio",
            title="Long and short accounts of all traders",
            paths={
                "usdm": ("GET", "/futures/data/globalLongShortAccountRatio"),
                "coinm": ("GET", "/futures/data/globalLongShortAccountRatio"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", products=("usdm",), fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(
                    name="contract_type",
                    wire="contractType",
                    told="contract_type",
                    allowed=("ALL", "CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL"),
                    products=("coinm",),
                ),
                Param(
                    name="period",
                    wire="period",
                    told="period",
                    required=True,
                    allowed=("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500),
                Param(
                    name="start_time_ms", wire="startTime", told="start_time", kind="time", unit_ns=1_000_000
                ),
                Param(name="end_time_ms", wire="endTime", told="end_time", kind="time", unit_ns=1_000_000),
            ),
            weights={"usdm": (("usdm_statistics", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#long-short-ratio",
        ),
        "get_taker_volume": Operation(
            name="get_taker_volume",
            title="What takers bought and sold, by period",
            paths={
                "usdm": ("GET", "/futures/data/takerlongshortRatio"),
                "coinm": ("GET", "/futures/data/takerBuySellVol"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", products=("usdm",), fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(
                    name="contract_type",
                    wire="contractType",
                    told="contract_type",
                    allowed=("ALL", "CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL"),
                    products=("coinm",),
                ),
                Param(
                    name="period",
                    wire="period",
                    told="period",
                    required=True,
                    allowed=("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500),
                Param(
                    name="start_time_ms", wire="startTime", told="start_time", kind="time", unit_ns=1_000_000
                ),
                Param(name="end_time_ms", wire="endTime", told="end_time", kind="time", unit_ns=1_000_000),
            ),
            weights={"usdm": (("usdm_statistics", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#taker-buy-sell-volume",
        ),
        "get_basis": Operation(
            name="get_basis",
            title="Difference between the futures and the index price",
            paths={"usdm": ("GET", "/futures/data/basis"), "coinm": ("GET", "/futures/data/basis")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="pair", wire="pair", told="pair", required=True),
                Param(
                    name="contract_type",
                    wire="contractType",
                    told="contract_type",
                    required=True,
                    allowed=("CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL"),
                ),
                Param(
                    name="period",
                    wire="period",
                    told="period",
                    required=True,
                    allowed=("5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500),
                Param(
                    name="start_time_ms", wire="startTime", told="start_time", kind="time", unit_ns=1_000_000
                ),
                Param(name="end_time_ms", wire="endTime", told="end_time", kind="time", unit_ns=1_000_000),
            ),
            weights={"usdm": (("usdm_statistics", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#basis",
        ),
        "get_spot_exchange_info": Operation(
            name="get_spot_exchange_info",
            title="Spot symbols and their trading rules",
            paths={"spot": ("GET", "/api/v3/exchangeInfo")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="symbols", wire="symbols", told="symbols"),
                Param(name="permissions", wire="permissions", told="permissions"),
                Param(
                    name="show_permission_sets",
                    wire="showPermissionSets",
                    told="show_permission_sets",
                    kind="bool",
                ),
                Param(
                    name="symbol_status",
                    wire="symbolStatus",
                    told="symbol_status",
                    allowed=("TRADING", "HALT", "BREAK"),
                ),
            ),
            weights={"spot": (("spot_weight", 20),)},
            gives=("CurrencyPair",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#exchange-information",
        ),
        "get_spot_states": Operation(
            name="get_spot_states",
            title="Spot symbols with their states",
            paths={"spot": ("GET", "/api/v3/exchangeInfo")},
            servers={"spot": "spot"},
            params=(
                Param(
                    name="show_permission_sets",
                    wire="showPermissionSets",
                    told="show_permission_sets",
                    kind="bool",
                    default=False,
                ),
            ),
            weights={"spot": (("spot_weight", 20),)},
            gives=("InstrumentStatus",),
            every_ns=60_000_000_000,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#exchange-information",
        ),
        "get_usdm_exchange_info": Operation(
            name="get_usdm_exchange_info",
            title="USD-M contracts and their trading rules",
            paths={"usdm": ("GET", "/fapi/v1/exchangeInfo")},
            servers={"usdm": "usdm"},
            weights={"usdm": (("usdm_weight", 1),)},
            gives=("CryptoPerpetual", "CryptoFuture"),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#exchange-information",
        ),
        "get_coinm_exchange_info": Operation(
            name="get_coinm_exchange_info",
            title="COIN-M contracts and their trading rules",
            paths={"coinm": ("GET", "/dapi/v1/exchangeInfo")},
            servers={"coinm": "coinm"},
            weights={"coinm": (("coinm_weight", 1),)},
            gives=("CryptoPerpetual", "CryptoFuture"),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/rest-api/market-data#exchange-information",
        ),
        "get_trade_fee": Operation(
            name="get_trade_fee",
            title="Maker and taker fees of this account, by spot symbol",
            paths={"spot": ("GET", "/sapi/v1/asset/tradeFee")},
            servers={"spot": "spot"},
            params=(Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),),
            auth="signed",
            private=True,
            weights={"spot": (("account_weight", 1),)},
            doc="https://developers.binance.com/docs/wallet/asset/trade-fee",
        ),
        "place_order": Operation(
            name="place_order",
            title="A new spot or margin order",
            paths={"spot": ("POST", "/api/v3/order"), "margin": ("POST", "/sapi/v1/margin/order")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="side", wire="side", told="side", required=True, allowed=("BUY", "SELL")),
                Param(
                    name="type",
                    wire="type",
                    told="type",
                    required=True,
                    allowed=(
                        "LIMIT",
                        "LIMIT_MAKER",
                        "MARKET",
                        "STOP_LOSS",
                        "STOP_LOSS_LIMIT",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_LIMIT",
                    ),
                ),
                Param(
                    name="time_in_force",
                    wire="timeInForce",
                    told="time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(name="quantity", wire="quantity", told="quantity", kind="dec"),
                Param(name="quote_order_qty", wire="quoteOrderQty", told="quote_order_qty", kind="dec"),
                Param(name="price", wire="price", told="price", kind="dec"),
                Param(name="stop_price", wire="stopPrice", told="stop_price", kind="dec"),
                Param(name="trailing_delta", wire="trailingDelta", told="trailing_delta", kind="dec"),
                Param(name="iceberg_qty", wire="icebergQty", told="iceberg_qty", kind="dec"),
                Param(name="new_client_order_id", wire="newClientOrderId", told="new_client_order_id"),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"),
                ),
                Param(
                    name="strategy_id", wire="strategyId", told="strategy_id", kind="int", products=("spot",)
                ),
                Param(
                    name="strategy_type",
                    wire="strategyType",
                    told="strategy_type",
                    kind="int",
                    least=1000000,
                    products=("spot",),
                ),
                Param(
                    name="peg_price_type",
                    wire="pegPriceType",
                    told="peg_price_type",
                    allowed=("PRIMARY_PEG", "MARKET_PEG"),
                    products=("spot",),
                ),
                Param(
                    name="peg_offset_value",
                    wire="pegOffsetValue",
                    told="peg_offset_value",
                    kind="int",
                    most=100,
                    products=("spot",),
                ),
                Param(
                    name="peg_offset_type",
                    wire="pegOffsetType",
                    told="peg_offset_type",
                    allowed=("PRICE_LEVEL",),
                    products=("spot",),
                ),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
                Param(
                    name="side_effect_type",
                    wire="sideEffectType",
                    told="side_effect_type",
                    allowed=("NO_SIDE_EFFECT", "MARGIN_BUY", "AUTO_REPAY", "AUTO_BORROW_REPAY"),
                    products=("margin",),
                ),
                Param(
                    name="auto_repay_at_cancel",
                    wire="autoRepayAtCancel",
                    told="auto_repay_at_cancel",
                    kind="bool",
                    products=("margin",),
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="FULL",
                    allowed=("ACK", "RESULT", "FULL"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={
                "spot": (("spot_weight", 1), ("spot_orders", 1), ("spot_orders_day", 1)),
                "margin": (("margin_weight", _place_order_weight),),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport", "FillReport"),
            socket=SocketCall(connections={"spot": "orders"}, call="order.place"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-trade",
        ),
        "cancel_order_by_id": Operation(
            name="cancel_order_by_id",
            title="Cancel a spot or margin order",
            paths={"spot": ("DELETE", "/api/v3/order"), "margin": ("DELETE", "/sapi/v1/margin/order")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
                Param(name="new_client_order_id", wire="newClientOrderId", told="new_client_order_id"),
                Param(
                    name="cancel_restrictions",
                    wire="cancelRestrictions",
                    told="cancel_restrictions",
                    allowed=("ONLY_NEW", "ONLY_PARTIALLY_FILLED"),
                    products=("spot",),
                ),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"spot": (("spot_weight", 1),), "margin": (("margin_weight", 10),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            socket=SocketCall(connections={"spot": "orders"}, call="order.cancel"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-order-trade",
        ),
        "cancel_all_spot_orders": Operation(
            name="cancel_all_spot_orders",
            title="Cancel the orders of a spot symbol, order lists too",
            paths={
                "spot": ("DELETE", "/api/v3/openOrders"),
                "margin": ("DELETE", "/sapi/v1/margin/openOrders"),
            },
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"spot": (("spot_weight", 1),), "margin": (("margin_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            socket=SocketCall(connections={"spot": "orders"}, call="openOrders.cancelAll"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-all-open-orders-on-a-symbol-trade",
        ),
        "replace_order": Operation(
            name="replace_order",
            title="Cancel a spot order and send another in its place",
            paths={"spot": ("POST", "/api/v3/order/cancelReplace")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="side", wire="side", told="side", required=True, allowed=("BUY", "SELL")),
                Param(name="type", wire="type", told="type", required=True, allowed=("LIMIT", "LIMIT_MAKER")),
                Param(
                    name="cancel_replace_mode",
                    wire="cancelReplaceMode",
                    told="cancel_replace_mode",
                    default="STOP_ON_FAILURE",
                    allowed=("STOP_ON_FAILURE", "ALLOW_FAILURE"),
                ),
                Param(name="cancel_order_id", wire="cancelOrderId", told="cancel_order_id", kind="int"),
                Param(
                    name="cancel_orig_client_order_id",
                    wire="cancelOrigClientOrderId",
                    told="cancel_orig_client_order_id",
                ),
                Param(
                    name="time_in_force",
                    wire="timeInForce",
                    told="time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(name="quantity", wire="quantity", told="quantity", kind="dec", required=True),
                Param(name="price", wire="price", told="price", kind="dec", required=True),
                Param(name="iceberg_qty", wire="icebergQty", told="iceberg_qty", kind="dec"),
                Param(name="new_client_order_id", wire="newClientOrderId", told="new_client_order_id"),
                Param(
                    name="cancel_restrictions",
                    wire="cancelRestrictions",
                    told="cancel_restrictions",
                    allowed=("ONLY_NEW", "ONLY_PARTIALLY_FILLED"),
                ),
                Param(
                    name="cancel_new_client_order_id",
                    wire="cancelNewClientOrderId",
                    told="cancel_new_client_order_id",
                ),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"),
                ),
                Param(
                    name="rate_exceeded",
                    wire="orderRateLimitExceededMode",
                    told="rate_exceeded",
                    allowed=("DO_NOTHING", "CANCEL_ONLY"),
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="FULL",
                    allowed=("ACK", "RESULT", "FULL"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"spot": (("spot_weight", 1), ("spot_orders", 1), ("spot_orders_day", 1))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport", "FillReport"),
            socket=SocketCall(connections={"": "orders"}, call="order.cancelReplace"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-an-existing-order-and-send-a-new-order-trade",
        ),
        "amend_quantity": Operation(
            name="amend_quantity",
            title="Lower the quantity of a spot order, which keeps its place in the queue",
            paths={"spot": ("PUT", "/api/v3/order/amend/keepPriority")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
                Param(name="new_client_order_id", wire="newClientOrderId", told="new_client_order_id"),
                Param(name="new_qty", wire="newQty", told="new_qty", kind="dec", required=True),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"spot": (("spot_weight", 4),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "orders"}, call="order.amend.keepPriority"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#order-amend-keep-priority-trade",
        ),
        "place_sor_order": Operation(
            name="place_sor_order",
            title="A spot order that is filled from several books",
            paths={"spot": ("POST", "/api/v3/sor/order")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="side", wire="side", told="side", required=True, allowed=("BUY", "SELL")),
                Param(name="type", wire="type", told="type", required=True, allowed=("LIMIT", "MARKET")),
                Param(
                    name="time_in_force",
                    wire="timeInForce",
                    told="time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(name="quantity", wire="quantity", told="quantity", kind="dec", required=True),
                Param(name="price", wire="price", told="price", kind="dec"),
                Param(name="iceberg_qty", wire="icebergQty", told="iceberg_qty", kind="dec"),
                Param(name="new_client_order_id", wire="newClientOrderId", told="new_client_order_id"),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"),
                ),
                Param(name="strategy_id", wire="strategyId", told="strategy_id", kind="int"),
                Param(
                    name="strategy_type", wire="strategyType", told="strategy_type", kind="int", least=1000000
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="FULL",
                    allowed=("ACK", "RESULT", "FULL"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"spot": (("spot_weight", 1), ("spot_orders", 1), ("spot_orders_day", 1))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport", "FillReport"),
            socket=SocketCall(connections={"": "orders"}, call="sor.order.place"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-using-sor-trade",
        ),
        "get_order": Operation(
            name="get_order",
            title="One spot or margin order",
            paths={"spot": ("GET", "/api/v3/order"), "margin": ("GET", "/sapi/v1/margin/order")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            private=True,
            weights={"spot": (("spot_weight", 4),), "margin": (("margin_weight", 10),)},
            gives=("OrderStatusReport",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-order-user_data",
        ),
        "get_open_orders": Operation(
            name="get_open_orders",
            title="Spot or margin orders that stand",
            paths={"spot": ("GET", "/api/v3/openOrders"), "margin": ("GET", "/sapi/v1/margin/openOrders")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            private=True,
            weights={"spot": (("spot_weight", _get_open_orders_weight),), "margin": (("margin_weight", 10),)},
            gives=("OrderStatusReport",),
            prefer=1,
            open_only=True,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#current-open-orders-user_data",
        ),
        "get_all_orders": Operation(
            name="get_all_orders",
            title="Spot or margin orders of the past, by symbol",
            paths={"spot": ("GET", "/api/v3/allOrders"), "margin": ("GET", "/sapi/v1/margin/allOrders")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
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
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            private=True,
            weights={"spot": (("spot_weight", 20),), "margin": (("margin_weight", 200),)},
            page=Page(
                kind="time",
                next=lambda message: message.time_ms,
                rows=lambda message: as_list(message),
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=500,
                step=0,
                time=lambda message: message.time_ms,
                span=86_400_000,
            ),
            gives=("OrderStatusReport",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#all-orders-user_data",
        ),
        "get_my_trades": Operation(
            name="get_my_trades",
            title="Spot or margin fills of this account, by symbol",
            paths={"spot": ("GET", "/api/v3/myTrades"), "margin": ("GET", "/sapi/v1/margin/myTrades")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
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
                Param(name="from_id", wire="fromId", told="from_id", kind="int"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            private=True,
            weights={"spot": (("spot_weight", _get_my_trades_weight),), "margin": (("margin_weight", 10),)},
            page=Page(
                kind="time",
                next=lambda message: message.time_ms,
                rows=lambda message: as_list(message),
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                step=0,
                time=lambda message: message.time_ms,
                span=86_400_000,
            ),
            gives=("FillReport",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#account-trade-list-user_data",
        ),
        "get_my_allocations": Operation(
            name="get_my_allocations",
            title="Fills of spot orders that were filled from several books, by symbol",
            paths={"spot": ("GET", "/api/v3/myAllocations")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
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
                    name="from_allocation_id", wire="fromAllocationId", told="from_allocation_id", kind="int"
                ),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            auth="signed",
            private=True,
            weights={"spot": (("spot_weight", 20),)},
            page=Page(
                kind="time",
                next=lambda message: message.time_ms,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                step=0,
                time=lambda message: message.time_ms,
                span=86_400_000,
            ),
            gives=("FillReport",),
            prefer=-1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-allocations-user_data",
        ),
        "get_user_trades": Operation(
            name="get_user_trades",
            title="Futures fills of this account, by contract",
            paths={"usdm": ("GET", "/fapi/v1/userTrades"), "coinm": ("GET", "/dapi/v1/userTrades")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
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
                Param(name="from_id", wire="fromId", told="from_id", kind="int"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 20),)},
            page=Page(
                kind="time",
                next=lambda message: message.time_ms,
                rows=lambda message: as_list(message),
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                step=0,
                time=lambda message: message.time_ms,
                span=604_800_000,
            ),
            gives=("FillReport",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#account-trade-list",
        ),
        "place_futures_order": Operation(
            name="place_futures_order",
            title="A new limit or market order of futures",
            paths={"usdm": ("POST", "/fapi/v1/order"), "coinm": ("POST", "/dapi/v1/order")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="side", wire="side", told="side", required=True, allowed=("BUY", "SELL")),
                Param(
                    name="position_side",
                    wire="positionSide",
                    told="position_side",
                    allowed=("BOTH", "LONG", "SHORT"),
                ),
                Param(name="type", wire="type", told="type", required=True, allowed=("LIMIT", "MARKET")),
                Param(
                    name="time_in_force",
                    wire="timeInForce",
                    told="time_in_force",
                    allowed=("GTC", "IOC", "FOK", "GTX", "GTD", "RPI"),
                ),
                Param(name="quantity", wire="quantity", told="quantity", kind="dec"),
                Param(name="reduce_only", wire="reduceOnly", told="reduce_only", kind="bool"),
                Param(name="price", wire="price", told="price", kind="dec"),
                Param(
                    name="price_match",
                    wire="priceMatch",
                    told="price_match",
                    usual="NONE",
                    allowed=(
                        "NONE",
                        "OPPONENT",
                        "OPPONENT_5",
                        "OPPONENT_10",
                        "OPPONENT_20",
                        "QUEUE",
                        "QUEUE_5",
                        "QUEUE_10",
                        "QUEUE_20",
                    ),
                    instead_of=("price",),
                ),
                Param(name="new_client_order_id", wire="newClientOrderId", told="new_client_order_id"),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH"),
                ),
                Param(
                    name="good_till_date_ms",
                    wire="goodTillDate",
                    told="good_till_date",
                    kind="time",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="RESULT",
                    allowed=("ACK", "RESULT"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={
                "usdm": (("usdm_orders", 1), ("usdm_orders_minute", 1)),
                "coinm": (("coinm_weight", 1), ("coinm_orders_minute", 1)),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            socket=SocketCall(connections={"": "orders"}, call="order.place"),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#new-order",
        ),
        "modify_futures_order": Operation(
            name="modify_futures_order",
            title="Change price and quantity of a futures limit order",
            paths={"usdm": ("PUT", "/fapi/v1/order"), "coinm": ("PUT", "/dapi/v1/order")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
                Param(name="side", wire="side", told="side", required=True, allowed=("BUY", "SELL")),
                Param(name="quantity", wire="quantity", told="quantity", kind="dec", required=True),
                Param(name="price", wire="price", told="price", kind="dec"),
                Param(
                    name="price_match",
                    wire="priceMatch",
                    told="price_match",
                    allowed=(
                        "OPPONENT",
                        "OPPONENT_5",
                        "OPPONENT_10",
                        "OPPONENT_20",
                        "QUEUE",
                        "QUEUE_5",
                        "QUEUE_10",
                        "QUEUE_20",
                    ),
                    instead_of=("price",),
                ),
                Param(name="modify_id", wire="modifyId", told="modify_id", kind="int", products=("usdm",)),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={
                "usdm": (("usdm_orders", 1), ("usdm_orders_minute", 1)),
                "coinm": (("coinm_weight", 1), ("coinm_orders_minute", 1)),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            socket=SocketCall(connections={"": "orders"}, call="order.modify"),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#modify-order",
        ),
        "cancel_futures_order": Operation(
            name="cancel_futures_order",
            title="Cancel a futures order",
            paths={"usdm": ("DELETE", "/fapi/v1/order"), "coinm": ("DELETE", "/dapi/v1/order")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            socket=SocketCall(connections={"": "orders"}, call="order.cancel"),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-order",
        ),
        "get_futures_order": Operation(
            name="get_futures_order",
            title="One futures order",
            paths={"usdm": ("GET", "/fapi/v1/order"), "coinm": ("GET", "/dapi/v1/order")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#query-order",
        ),
        "get_force_orders": Operation(
            name="get_force_orders",
            title="Futures orders of this account by which positions were closed by force",
            paths={"usdm": ("GET", "/fapi/v1/forceOrders"), "coinm": ("GET", "/dapi/v1/forceOrders")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(
                    name="auto_close_type",
                    wire="autoCloseType",
                    told="auto_close_type",
                    allowed=("LIQUIDATION", "ADL"),
                ),
                Param(
                    name="start_time_ms", wire="startTime", told="start_time", kind="time", unit_ns=1_000_000
                ),
                Param(name="end_time_ms", wire="endTime", told="end_time", kind="time", unit_ns=1_000_000),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100),
            ),
            auth="signed",
            private=True,
            weights={
                "usdm": (("usdm_weight", _get_force_orders_weight),),
                "coinm": (("coinm_weight", _get_force_orders_weight),),
            },
            gives=("OrderStatusReport",),
            prefer=-1,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#users-force-orders",
        ),
        "get_futures_open_orders": Operation(
            name="get_futures_open_orders",
            title="Futures orders that stand",
            paths={"usdm": ("GET", "/fapi/v1/openOrders"), "coinm": ("GET", "/dapi/v1/openOrders")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
            ),
            auth="signed",
            private=True,
            weights={
                "usdm": (("usdm_weight", _get_futures_open_orders_weight),),
                "coinm": (("coinm_weight", _get_futures_open_orders_weight),),
            },
            gives=("OrderStatusReport",),
            prefer=1,
            open_only=True,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#current-all-open-orders",
        ),
        "get_futures_all_orders": Operation(
            name="get_futures_all_orders",
            title="Futures orders of the past, by contract",
            paths={"usdm": ("GET", "/fapi/v1/allOrders"), "coinm": ("GET", "/dapi/v1/allOrders")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
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
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 20),)},
            page=Page(
                kind="time",
                next=lambda message: message.time_ms,
                rows=lambda message: as_list(message),
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=100,
                step=0,
                time=lambda message: message.time_ms,
                span=604_800_000,
            ),
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#all-orders",
        ),
        "get_futures_open_order": Operation(
            name="get_futures_open_order",
            title="One futures order that stands",
            paths={"usdm": ("GET", "/fapi/v1/openOrder"), "coinm": ("GET", "/dapi/v1/openOrder")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_id", wire="orderId", told="order_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#query-current-open-order",
        ),
        "get_algo_order": Operation(
            name="get_algo_order",
            title="One conditional order of futures",
            paths={"usdm": ("GET", "/fapi/v1/algoOrder"), "coinm": ("GET", "/dapi/v1/algoOrder")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="algo_id", wire="algoId", told="algo_id", kind="int"),
                Param(name="client_algo_id", wire="clientAlgoId", told="client_algo_id"),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#query-algo-order",
        ),
        "get_open_algo_orders": Operation(
            name="get_open_algo_orders",
            title="Conditional orders of futures that wait",
            paths={"usdm": ("GET", "/fapi/v1/openAlgoOrders"), "coinm": ("GET", "/dapi/v1/openAlgoOrders")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="algo_type", wire="algoType", told="algo_type", allowed=("CONDITIONAL",)),
                Param(name="algo_id", wire="algoId", told="algo_id", kind="int"),
            ),
            auth="signed",
            private=True,
            weights={
                "usdm": (("usdm_weight", _get_futures_open_orders_weight),),
                "coinm": (("coinm_weight", _get_futures_open_orders_weight),),
            },
            gives=("OrderStatusReport",),
            open_only=True,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#current-all-algo-open-orders",
        ),
        "get_all_algo_orders": Operation(
            name="get_all_algo_orders",
            title="Conditional orders of the past, by contract",
            paths={"usdm": ("GET", "/fapi/v1/allAlgoOrders"), "coinm": ("GET", "/dapi/v1/allAlgoOrders")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="algo_id", wire="algoId", told="algo_id", kind="int"),
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
                Param(name="page", wire="page", told="page", kind="int"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            auth="signed",
            private=True,
            weights={"usdm": (("usdm_weight", 5),), "coinm": (("coinm_weight", 5),)},
            page=Page(
                kind="time",
                next=lambda message: message.create_time_ms,
                rows=lambda message: as_list(message),
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                step=0,
                time=lambda message: message.create_time_ms,
                span=604_800_000,
            ),
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#query-all-algo-orders",
        ),
        "place_algo_order": Operation(
            name="place_algo_order",
            title="A new conditional order of futures",
            paths={"usdm": ("POST", "/fapi/v1/algoOrder"), "coinm": ("POST", "/dapi/v1/algoOrder")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(
                    name="algo_type",
                    wire="algoType",
                    told="algo_type",
                    default="CONDITIONAL",
                    allowed=("CONDITIONAL",),
                ),
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="side", wire="side", told="side", required=True, allowed=("BUY", "SELL")),
                Param(
                    name="position_side",
                    wire="positionSide",
                    told="position_side",
                    allowed=("BOTH", "LONG", "SHORT"),
                ),
                Param(
                    name="type",
                    wire="type",
                    told="type",
                    required=True,
                    allowed=(
                        "STOP",
                        "STOP_MARKET",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_MARKET",
                        "TRAILING_STOP_MARKET",
                    ),
                ),
                Param(
                    name="time_in_force",
                    wire="timeInForce",
                    told="time_in_force",
                    allowed=("GTC", "IOC", "FOK", "GTX", "GTD"),
                ),
                Param(name="quantity", wire="quantity", told="quantity", kind="dec"),
                Param(name="price", wire="price", told="price", kind="dec"),
                Param(name="trigger_price", wire="triggerPrice", told="trigger_price", kind="dec"),
                Param(
                    name="working_type",
                    wire="workingType",
                    told="working_type",
                    allowed=("MARK_PRICE", "CONTRACT_PRICE"),
                ),
                Param(
                    name="price_match",
                    wire="priceMatch",
                    told="price_match",
                    usual="NONE",
                    allowed=(
                        "NONE",
                        "OPPONENT",
                        "OPPONENT_5",
                        "OPPONENT_10",
                        "OPPONENT_20",
                        "QUEUE",
                        "QUEUE_5",
                        "QUEUE_10",
                        "QUEUE_20",
                    ),
                    instead_of=("price",),
                ),
                Param(
                    name="close_position",
                    wire="closePosition",
                    told="close_position",
                    kind="bool",
                    instead_of=("quantity", "reduce_only"),
                ),
                Param(name="price_protect", wire="priceProtect", told="price_protect", kind="bool"),
                Param(name="reduce_only", wire="reduceOnly", told="reduce_only", kind="bool"),
                Param(name="activate_price", wire="activatePrice", told="activate_price", kind="dec"),
                Param(name="callback_rate", wire="callbackRate", told="callback_rate", kind="dec"),
                Param(name="client_algo_id", wire="clientAlgoId", told="client_algo_id"),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH"),
                ),
                Param(
                    name="good_till_date_ms",
                    wire="goodTillDate",
                    told="good_till_date",
                    kind="time",
                    unit_ns=1_000_000,
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="RESULT",
                    allowed=("ACK", "RESULT"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={
                "usdm": (("usdm_orders", 1), ("usdm_orders_minute", 1)),
                "coinm": (("coinm_weight", 1), ("coinm_orders_minute", 1)),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            socket=SocketCall(connections={"usdm": "orders"}, call="algoOrder.place"),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#new-algo-order",
        ),
        "cancel_algo_order": Operation(
            name="cancel_algo_order",
            title="Cancel a conditional order of futures",
            paths={"usdm": ("DELETE", "/fapi/v1/algoOrder"), "coinm": ("DELETE", "/dapi/v1/algoOrder")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="algo_id", wire="algoId", told="algo_id", kind="int"),
                Param(name="client_algo_id", wire="clientAlgoId", told="client_algo_id"),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"usdm": "orders"}, call="algoOrder.cancel"),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-algo-order",
        ),
        "cancel_all_algo_orders": Operation(
            name="cancel_all_algo_orders",
            title="Cancel the conditional orders of a contract",
            paths={
                "usdm": ("DELETE", "/fapi/v1/algoOpenOrders"),
                "coinm": ("DELETE", "/dapi/v1/algoOpenOrders"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-all-algo-open-orders",
        ),
        "cancel_all_futures_orders": Operation(
            name="cancel_all_futures_orders",
            title="Cancel the plain orders of a contract",
            paths={
                "usdm": ("DELETE", "/fapi/v1/allOpenOrders"),
                "coinm": ("DELETE", "/dapi/v1/allOpenOrders"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-all-open-orders",
        ),
        "place_oco": Operation(
            name="place_oco",
            title="A pair of spot orders of which one cancels the other",
            paths={"spot": ("POST", "/api/v3/orderList/oco")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="list_client_order_id", wire="listClientOrderId", told="list_client_order_id"),
                Param(name="side", wire="side", told="side", required=True, allowed=("BUY", "SELL")),
                Param(name="quantity", wire="quantity", told="quantity", kind="dec", required=True),
                Param(
                    name="above_type",
                    wire="aboveType",
                    told="above_type",
                    required=True,
                    allowed=(
                        "STOP_LOSS_LIMIT",
                        "STOP_LOSS",
                        "LIMIT_MAKER",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_LIMIT",
                    ),
                ),
                Param(name="above_client_order_id", wire="aboveClientOrderId", told="above_client_order_id"),
                Param(name="above_price", wire="abovePrice", told="above_price", kind="dec"),
                Param(name="above_stop_price", wire="aboveStopPrice", told="above_stop_price", kind="dec"),
                Param(
                    name="above_trailing_delta",
                    wire="aboveTrailingDelta",
                    told="above_trailing_delta",
                    kind="int",
                ),
                Param(name="above_iceberg_qty", wire="aboveIcebergQty", told="above_iceberg_qty", kind="dec"),
                Param(
                    name="above_time_in_force",
                    wire="aboveTimeInForce",
                    told="above_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="below_type",
                    wire="belowType",
                    told="below_type",
                    required=True,
                    allowed=(
                        "STOP_LOSS_LIMIT",
                        "STOP_LOSS",
                        "LIMIT_MAKER",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_LIMIT",
                    ),
                ),
                Param(name="below_client_order_id", wire="belowClientOrderId", told="below_client_order_id"),
                Param(name="below_price", wire="belowPrice", told="below_price", kind="dec"),
                Param(name="below_stop_price", wire="belowStopPrice", told="below_stop_price", kind="dec"),
                Param(
                    name="below_trailing_delta",
                    wire="belowTrailingDelta",
                    told="below_trailing_delta",
                    kind="int",
                ),
                Param(name="below_iceberg_qty", wire="belowIcebergQty", told="below_iceberg_qty", kind="dec"),
                Param(
                    name="below_time_in_force",
                    wire="belowTimeInForce",
                    told="below_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"),
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="FULL",
                    allowed=("ACK", "RESULT", "FULL"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"spot": (("spot_weight", 1), ("spot_orders", 2), ("spot_orders_day", 2))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport", "FillReport"),
            socket=SocketCall(connections={"": "orders"}, call="orderList.place.oco"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---oco-trade",
        ),
        "place_margin_oco": Operation(
            name="place_margin_oco",
            title="A pair of margin orders of which one cancels the other",
            paths={"margin": ("POST", "/sapi/v1/margin/order/oco")},
            servers={"margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="list_client_order_id", wire="listClientOrderId", told="list_client_order_id"),
                Param(name="side", wire="side", told="side", required=True, allowed=("BUY", "SELL")),
                Param(name="quantity", wire="quantity", told="quantity", kind="dec", required=True),
                Param(name="limit_client_order_id", wire="limitClientOrderId", told="limit_client_order_id"),
                Param(name="limit_iceberg_qty", wire="limitIcebergQty", told="limit_iceberg_qty", kind="dec"),
                Param(name="price", wire="price", told="price", kind="dec", required=True),
                Param(name="stop_client_order_id", wire="stopClientOrderId", told="stop_client_order_id"),
                Param(name="stop_price", wire="stopPrice", told="stop_price", kind="dec", required=True),
                Param(name="stop_limit_price", wire="stopLimitPrice", told="stop_limit_price", kind="dec"),
                Param(name="stop_iceberg_qty", wire="stopIcebergQty", told="stop_iceberg_qty", kind="dec"),
                Param(
                    name="stop_limit_time_in_force",
                    wire="stopLimitTimeInForce",
                    told="stop_limit_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH"),
                ),
                Param(
                    name="auto_repay_at_cancel",
                    wire="autoRepayAtCancel",
                    told="auto_repay_at_cancel",
                    kind="bool",
                ),
                Param(
                    name="side_effect_type",
                    wire="sideEffectType",
                    told="side_effect_type",
                    allowed=("NO_SIDE_EFFECT", "MARGIN_BUY", "AUTO_REPAY", "AUTO_BORROW_REPAY"),
                    products=("margin",),
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="FULL",
                    allowed=("ACK", "RESULT", "FULL"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"margin": (("margin_weight", _place_order_weight),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport", "FillReport"),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/trade#margin-account-new-oco",
        ),
        "place_oto": Operation(
            name="place_oto",
            title="A spot order that sets off another one once it is filled",
            paths={
                "spot": ("POST", "/api/v3/orderList/oto"),
                "margin": ("POST", "/sapi/v1/margin/order/oto"),
            },
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="list_client_order_id", wire="listClientOrderId", told="list_client_order_id"),
                Param(
                    name="working_type",
                    wire="workingType",
                    told="working_type",
                    required=True,
                    allowed=("LIMIT", "LIMIT_MAKER"),
                ),
                Param(
                    name="working_side",
                    wire="workingSide",
                    told="working_side",
                    required=True,
                    allowed=("BUY", "SELL"),
                ),
                Param(
                    name="working_client_order_id",
                    wire="workingClientOrderId",
                    told="working_client_order_id",
                ),
                Param(
                    name="working_price", wire="workingPrice", told="working_price", kind="dec", required=True
                ),
                Param(
                    name="working_quantity",
                    wire="workingQuantity",
                    told="working_quantity",
                    kind="dec",
                    required=True,
                ),
                Param(
                    name="working_iceberg_qty",
                    wire="workingIcebergQty",
                    told="working_iceberg_qty",
                    kind="dec",
                ),
                Param(
                    name="working_time_in_force",
                    wire="workingTimeInForce",
                    told="working_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="pending_side",
                    wire="pendingSide",
                    told="pending_side",
                    required=True,
                    allowed=("BUY", "SELL"),
                ),
                Param(
                    name="pending_quantity",
                    wire="pendingQuantity",
                    told="pending_quantity",
                    kind="dec",
                    required=True,
                ),
                Param(
                    name="pending_type",
                    wire="pendingType",
                    told="pending_type",
                    required=True,
                    allowed=(
                        "LIMIT",
                        "MARKET",
                        "STOP_LOSS",
                        "STOP_LOSS_LIMIT",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_LIMIT",
                        "LIMIT_MAKER",
                    ),
                ),
                Param(
                    name="pending_client_order_id",
                    wire="pendingClientOrderId",
                    told="pending_client_order_id",
                ),
                Param(name="pending_price", wire="pendingPrice", told="pending_price", kind="dec"),
                Param(
                    name="pending_stop_price", wire="pendingStopPrice", told="pending_stop_price", kind="dec"
                ),
                Param(
                    name="pending_trailing_delta",
                    wire="pendingTrailingDelta",
                    told="pending_trailing_delta",
                    kind="int",
                ),
                Param(
                    name="pending_iceberg_qty",
                    wire="pendingIcebergQty",
                    told="pending_iceberg_qty",
                    kind="dec",
                ),
                Param(
                    name="pending_time_in_force",
                    wire="pendingTimeInForce",
                    told="pending_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
                Param(
                    name="side_effect_type",
                    wire="sideEffectType",
                    told="side_effect_type",
                    allowed=("NO_SIDE_EFFECT", "MARGIN_BUY", "AUTO_REPAY", "AUTO_BORROW_REPAY"),
                    products=("margin",),
                ),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"),
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="FULL",
                    allowed=("ACK", "RESULT", "FULL"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={
                "spot": (("spot_weight", 1), ("spot_orders", 2), ("spot_orders_day", 2)),
                "margin": (("margin_weight", _place_order_weight),),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport", "FillReport"),
            socket=SocketCall(connections={"spot": "orders"}, call="orderList.place.oto"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---oto-trade",
        ),
        "place_otoco": Operation(
            name="place_otoco",
            title="A spot order that sets off a pair of which one cancels the other",
            paths={
                "spot": ("POST", "/api/v3/orderList/otoco"),
                "margin": ("POST", "/sapi/v1/margin/order/otoco"),
            },
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="list_client_order_id", wire="listClientOrderId", told="list_client_order_id"),
                Param(
                    name="working_type",
                    wire="workingType",
                    told="working_type",
                    required=True,
                    allowed=("LIMIT", "LIMIT_MAKER"),
                ),
                Param(
                    name="working_side",
                    wire="workingSide",
                    told="working_side",
                    required=True,
                    allowed=("BUY", "SELL"),
                ),
                Param(
                    name="working_client_order_id",
                    wire="workingClientOrderId",
                    told="working_client_order_id",
                ),
                Param(
                    name="working_price", wire="workingPrice", told="working_price", kind="dec", required=True
                ),
                Param(
                    name="working_quantity",
                    wire="workingQuantity",
                    told="working_quantity",
                    kind="dec",
                    required=True,
                ),
                Param(
                    name="working_iceberg_qty",
                    wire="workingIcebergQty",
                    told="working_iceberg_qty",
                    kind="dec",
                ),
                Param(
                    name="working_time_in_force",
                    wire="workingTimeInForce",
                    told="working_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="pending_side",
                    wire="pendingSide",
                    told="pending_side",
                    required=True,
                    allowed=("BUY", "SELL"),
                ),
                Param(
                    name="pending_quantity",
                    wire="pendingQuantity",
                    told="pending_quantity",
                    kind="dec",
                    required=True,
                ),
                Param(
                    name="pending_above_type",
                    wire="pendingAboveType",
                    told="pending_above_type",
                    required=True,
                    allowed=(
                        "STOP_LOSS_LIMIT",
                        "STOP_LOSS",
                        "LIMIT_MAKER",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_LIMIT",
                    ),
                ),
                Param(
                    name="pending_above_client_order_id",
                    wire="pendingAboveClientOrderId",
                    told="pending_above_client_order_id",
                ),
                Param(
                    name="pending_above_price",
                    wire="pendingAbovePrice",
                    told="pending_above_price",
                    kind="dec",
                ),
                Param(
                    name="pending_above_stop_price",
                    wire="pendingAboveStopPrice",
                    told="pending_above_stop_price",
                    kind="dec",
                ),
                Param(
                    name="pending_above_trailing_delta",
                    wire="pendingAboveTrailingDelta",
                    told="pending_above_trailing_delta",
                    kind="int",
                ),
                Param(
                    name="pending_above_iceberg_qty",
                    wire="pendingAboveIcebergQty",
                    told="pending_above_iceberg_qty",
                    kind="dec",
                ),
                Param(
                    name="pending_above_time_in_force",
                    wire="pendingAboveTimeInForce",
                    told="pending_above_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="pending_below_type",
                    wire="pendingBelowType",
                    told="pending_below_type",
                    allowed=(
                        "STOP_LOSS_LIMIT",
                        "STOP_LOSS",
                        "LIMIT_MAKER",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_LIMIT",
                    ),
                ),
                Param(
                    name="pending_below_client_order_id",
                    wire="pendingBelowClientOrderId",
                    told="pending_below_client_order_id",
                ),
                Param(
                    name="pending_below_price",
                    wire="pendingBelowPrice",
                    told="pending_below_price",
                    kind="dec",
                ),
                Param(
                    name="pending_below_stop_price",
                    wire="pendingBelowStopPrice",
                    told="pending_below_stop_price",
                    kind="dec",
                ),
                Param(
                    name="pending_below_trailing_delta",
                    wire="pendingBelowTrailingDelta",
                    told="pending_below_trailing_delta",
                    kind="int",
                ),
                Param(
                    name="pending_below_iceberg_qty",
                    wire="pendingBelowIcebergQty",
                    told="pending_below_iceberg_qty",
                    kind="dec",
                ),
                Param(
                    name="pending_below_time_in_force",
                    wire="pendingBelowTimeInForce",
                    told="pending_below_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
                Param(
                    name="side_effect_type",
                    wire="sideEffectType",
                    told="side_effect_type",
                    allowed=("NO_SIDE_EFFECT", "MARGIN_BUY", "AUTO_REPAY", "AUTO_BORROW_REPAY"),
                    products=("margin",),
                ),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"),
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="FULL",
                    allowed=("ACK", "RESULT", "FULL"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={
                "spot": (("spot_weight", 1), ("spot_orders", 3), ("spot_orders_day", 3)),
                "margin": (("margin_weight", _place_order_weight),),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport", "FillReport"),
            socket=SocketCall(connections={"spot": "orders"}, call="orderList.place.otoco"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---otoco-trade",
        ),
        "cancel_order_list": Operation(
            name="cancel_order_list",
            title="Cancel all orders of a list",
            paths={
                "spot": ("DELETE", "/api/v3/orderList"),
                "margin": ("DELETE", "/sapi/v1/margin/orderList"),
            },
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="order_list_id", wire="orderListId", told="order_list_id", kind="int"),
                Param(name="list_client_order_id", wire="listClientOrderId", told="list_client_order_id"),
                Param(name="new_client_order_id", wire="newClientOrderId", told="new_client_order_id"),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"spot": (("spot_weight", 1),), "margin": (("margin_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport", "FillReport"),
            socket=SocketCall(connections={"spot": "orders"}, call="orderList.cancel"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-order-list-trade",
        ),
        "place_opo": Operation(
            name="place_opo",
            title="A spot order whose fill pays for another one",
            paths={"spot": ("POST", "/api/v3/orderList/opo")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="list_client_order_id", wire="listClientOrderId", told="list_client_order_id"),
                Param(
                    name="working_type",
                    wire="workingType",
                    told="working_type",
                    required=True,
                    allowed=("LIMIT", "LIMIT_MAKER"),
                ),
                Param(
                    name="working_side",
                    wire="workingSide",
                    told="working_side",
                    required=True,
                    allowed=("BUY", "SELL"),
                ),
                Param(
                    name="working_client_order_id",
                    wire="workingClientOrderId",
                    told="working_client_order_id",
                ),
                Param(
                    name="working_price", wire="workingPrice", told="working_price", kind="dec", required=True
                ),
                Param(
                    name="working_quantity",
                    wire="workingQuantity",
                    told="working_quantity",
                    kind="dec",
                    required=True,
                ),
                Param(
                    name="working_iceberg_qty",
                    wire="workingIcebergQty",
                    told="working_iceberg_qty",
                    kind="dec",
                ),
                Param(
                    name="working_time_in_force",
                    wire="workingTimeInForce",
                    told="working_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="pending_side",
                    wire="pendingSide",
                    told="pending_side",
                    required=True,
                    allowed=("BUY", "SELL"),
                ),
                Param(
                    name="pending_type",
                    wire="pendingType",
                    told="pending_type",
                    required=True,
                    allowed=(
                        "LIMIT",
                        "MARKET",
                        "STOP_LOSS",
                        "STOP_LOSS_LIMIT",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_LIMIT",
                        "LIMIT_MAKER",
                    ),
                ),
                Param(
                    name="pending_client_order_id",
                    wire="pendingClientOrderId",
                    told="pending_client_order_id",
                ),
                Param(name="pending_price", wire="pendingPrice", told="pending_price", kind="dec"),
                Param(
                    name="pending_stop_price", wire="pendingStopPrice", told="pending_stop_price", kind="dec"
                ),
                Param(
                    name="pending_trailing_delta",
                    wire="pendingTrailingDelta",
                    told="pending_trailing_delta",
                    kind="int",
                ),
                Param(
                    name="pending_iceberg_qty",
                    wire="pendingIcebergQty",
                    told="pending_iceberg_qty",
                    kind="dec",
                ),
                Param(
                    name="pending_time_in_force",
                    wire="pendingTimeInForce",
                    told="pending_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"),
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="FULL",
                    allowed=("ACK", "RESULT", "FULL"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"spot": (("spot_weight", 1), ("spot_orders", 2), ("spot_orders_day", 2))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport", "FillReport"),
            socket=SocketCall(connections={"": "orders"}, call="orderList.place.opo"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---opo-trade",
        ),
        "place_opoco": Operation(
            name="place_opoco",
            title="A spot order whose fill pays for a pair of which one cancels the other",
            paths={"spot": ("POST", "/api/v3/orderList/opoco")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="list_client_order_id", wire="listClientOrderId", told="list_client_order_id"),
                Param(
                    name="working_type",
                    wire="workingType",
                    told="working_type",
                    required=True,
                    allowed=("LIMIT", "LIMIT_MAKER"),
                ),
                Param(
                    name="working_side",
                    wire="workingSide",
                    told="working_side",
                    required=True,
                    allowed=("BUY", "SELL"),
                ),
                Param(
                    name="working_client_order_id",
                    wire="workingClientOrderId",
                    told="working_client_order_id",
                ),
                Param(
                    name="working_price", wire="workingPrice", told="working_price", kind="dec", required=True
                ),
                Param(
                    name="working_quantity",
                    wire="workingQuantity",
                    told="working_quantity",
                    kind="dec",
                    required=True,
                ),
                Param(
                    name="working_iceberg_qty",
                    wire="workingIcebergQty",
                    told="working_iceberg_qty",
                    kind="dec",
                ),
                Param(
                    name="working_time_in_force",
                    wire="workingTimeInForce",
                    told="working_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="pending_side",
                    wire="pendingSide",
                    told="pending_side",
                    required=True,
                    allowed=("BUY", "SELL"),
                ),
                Param(
                    name="pending_above_type",
                    wire="pendingAboveType",
                    told="pending_above_type",
                    required=True,
                    allowed=(
                        "STOP_LOSS_LIMIT",
                        "STOP_LOSS",
                        "LIMIT_MAKER",
                        "TAKE_PROFIT",
                        "TAKE_PROFIT_LIMIT",
                    ),
                ),
                Param(
                    name="pending_above_client_order_id",
                    wire="pendingAboveClientOrderId",
                    told="pending_above_client_order_id",
                ),
                Param(
                    name="pending_above_price",
                    wire="pendingAbovePrice",
                    told="pending_above_price",
                    kind="dec",
                ),
                Param(
                    name="pending_above_stop_price",
                    wire="pendingAboveStopPrice",
                    told="pending_above_stop_price",
                    kind="dec",
                ),
                Param(
                    name="pending_above_trailing_delta",
                    wire="pendingAboveTrailingDelta",
                    told="pending_above_trailing_delta",
                    kind="int",
                ),
                Param(
                    name="pending_above_iceberg_qty",
                    wire="pendingAboveIcebergQty",
                    told="pending_above_iceberg_qty",
                    kind="dec",
                ),
                Param(
                    name="pending_above_time_in_force",
                    wire="pendingAboveTimeInForce",
                    told="pending_above_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="pending_below_type",
                    wire="pendingBelowType",
                    told="pending_below_type",
                    allowed=("STOP_LOSS_LIMIT", "STOP_LOSS", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT"),
                ),
                Param(
                    name="pending_below_client_order_id",
                    wire="pendingBelowClientOrderId",
                    told="pending_below_client_order_id",
                ),
                Param(
                    name="pending_below_price",
                    wire="pendingBelowPrice",
                    told="pending_below_price",
                    kind="dec",
                ),
                Param(
                    name="pending_below_stop_price",
                    wire="pendingBelowStopPrice",
                    told="pending_below_stop_price",
                    kind="dec",
                ),
                Param(
                    name="pending_below_trailing_delta",
                    wire="pendingBelowTrailingDelta",
                    told="pending_below_trailing_delta",
                    kind="int",
                ),
                Param(
                    name="pending_below_iceberg_qty",
                    wire="pendingBelowIcebergQty",
                    told="pending_below_iceberg_qty",
                    kind="dec",
                ),
                Param(
                    name="pending_below_time_in_force",
                    wire="pendingBelowTimeInForce",
                    told="pending_below_time_in_force",
                    allowed=("GTC", "IOC", "FOK"),
                ),
                Param(
                    name="self_trade_prevention_mode",
                    wire="selfTradePreventionMode",
                    told="self_trade_prevention_mode",
                    allowed=("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"),
                ),
                Param(
                    name="new_order_resp_type",
                    wire="newOrderRespType",
                    told="new_order_resp_type",
                    default="FULL",
                    allowed=("ACK", "RESULT", "FULL"),
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"spot": (("spot_weight", 1), ("spot_orders", 3), ("spot_orders_day", 3))},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport", "FillReport"),
            socket=SocketCall(connections={"": "orders"}, call="orderList.place.opoco"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---opoco-trade",
        ),
        "get_order_list": Operation(
            name="get_order_list",
            title="One list of spot or margin orders",
            paths={"spot": ("GET", "/api/v3/orderList"), "margin": ("GET", "/sapi/v1/margin/orderList")},
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="order_list_id", wire="orderListId", told="order_list_id", kind="int"),
                Param(name="orig_client_order_id", wire="origClientOrderId", told="orig_client_order_id"),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
                Param(name="symbol", wire="symbol", told="symbol", products=("margin",), fills="symbol"),
            ),
            auth="signed",
            private=True,
            weights={"spot": (("spot_weight", 4),), "margin": (("margin_weight", 10),)},
            gives=("BinanceOrderListReport",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-order-list-user_data",
        ),
        "get_all_order_lists": Operation(
            name="get_all_order_lists",
            title="Lists of spot or margin orders, those that are over too",
            paths={
                "spot": ("GET", "/api/v3/allOrderList"),
                "margin": ("GET", "/sapi/v1/margin/allOrderList"),
            },
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(name="from_id", wire="fromId", told="from_id", kind="int"),
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
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
                Param(name="symbol", wire="symbol", told="symbol", products=("margin",), fills="symbol"),
            ),
            auth="signed",
            private=True,
            weights={"spot": (("spot_weight", 20),), "margin": (("margin_weight", 200),)},
            page=Page(
                kind="time",
                next=lambda message: message.transaction_time_ms,
                rows=lambda message: as_list(message),
                start="start_time_ms",
                end="end_time_ms",
                limit="limit",
                most=1000,
                step=0,
                time=lambda message: message.transaction_time_ms,
                span=86_400_000,
            ),
            gives=("BinanceOrderListReport",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-all-order-lists-user_data",
        ),
        "get_open_order_lists": Operation(
            name="get_open_order_lists",
            title="Lists of spot or margin orders that are open",
            paths={
                "spot": ("GET", "/api/v3/openOrderList"),
                "margin": ("GET", "/sapi/v1/margin/openOrderList"),
            },
            servers={"spot": "spot", "margin": "margin"},
            params=(
                Param(
                    name="is_isolated",
                    wire="isIsolated",
                    told="is_isolated",
                    allowed=("TRUE", "FALSE"),
                    products=("margin",),
                ),
                Param(name="symbol", wire="symbol", told="symbol", products=("margin",), fills="symbol"),
            ),
            auth="signed",
            private=True,
            weights={"spot": (("spot_weight", 6),), "margin": (("margin_weight", 10),)},
            gives=("BinanceOrderListReport",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-open-order-lists-user_data",
        ),
        "place_futures_orders": Operation(
            name="place_futures_orders",
            title="Up to five limit or market orders of futures",
            paths={"usdm": ("POST", "/fapi/v1/batchOrders"), "coinm": ("POST", "/dapi/v1/batchOrders")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(
                    name="batch_orders",
                    wire="batchOrders",
                    told="batch_orders",
                    kind="list",
                    required=True,
                    join="json",
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={
                "usdm": (("usdm_weight", 5), ("usdm_orders", 5), ("usdm_orders_minute", 1)),
                "coinm": (("coinm_weight", 5), ("coinm_orders_minute", 5)),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#place-multiple-orders",
        ),
        "cancel_futures_orders": Operation(
            name="cancel_futures_orders",
            title="Cancel up to ten futures orders of a contract",
            paths={"usdm": ("DELETE", "/fapi/v1/batchOrders"), "coinm": ("DELETE", "/dapi/v1/batchOrders")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="order_id_list", wire="orderIdList", told="order_id_list", kind="list", join="json"
                ),
                Param(
                    name="orig_client_order_id_list",
                    wire="origClientOrderIdList",
                    told="orig_client_order_id_list",
                    kind="list",
                    join="json",
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-multiple-orders",
        ),
        "modify_futures_orders": Operation(
            name="modify_futures_orders",
            title="Change up to five limit orders of futures",
            paths={"usdm": ("PUT", "/fapi/v1/batchOrders"), "coinm": ("PUT", "/dapi/v1/batchOrders")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(
                    name="batch_orders",
                    wire="batchOrders",
                    told="batch_orders",
                    kind="list",
                    required=True,
                    join="json",
                ),
            ),
            auth="signed",
            kind="command",
            private=True,
            weights={
                "usdm": (("usdm_weight", 5), ("usdm_orders", 5), ("usdm_orders_minute", 1)),
                "coinm": (("coinm_weight", 5), ("coinm_orders_minute", 5)),
            },
            unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            gives=("OrderStatusReport",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#modify-multiple-orders",
        ),
        "create_listen_key": Operation(
            name="create_listen_key",
            title="A key for the stream of a futures account",
            paths={"usdm": ("POST", "/fapi/v1/listenKey"), "coinm": ("POST", "/dapi/v1/listenKey")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            auth="key",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/user-data-streams#start-user-data-stream",
        ),
        "keep_listen_key": Operation(
            name="keep_listen_key",
            title="Keep the key of a stream alive for another hour",
            paths={"usdm": ("PUT", "/fapi/v1/listenKey"), "coinm": ("PUT", "/dapi/v1/listenKey")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            auth="key",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/user-data-streams#keepalive-user-data-stream",
        ),
        "close_listen_key": Operation(
            name="close_listen_key",
            title="Void the key of a stream",
            paths={"usdm": ("DELETE", "/fapi/v1/listenKey"), "coinm": ("DELETE", "/dapi/v1/listenKey")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            auth="key",
            private=True,
            weights={"usdm": (("usdm_weight", 1),), "coinm": (("coinm_weight", 1),)},
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/user-data-streams#close-user-data-stream",
        ),
        "create_risk_key": Operation(
            name="create_risk_key",
            title="A key for the stream that tells how near a margin account is to its liquidation",
            paths={"margin": ("POST", "/sapi/v1/margin/listen-key")},
            servers={"margin": "margin"},
            auth="key",
            private=True,
            weights={"margin": (("margin_weight", 1),)},
            doc="https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/user-data-stream#start-user-data-stream",
        ),
        "keep_risk_key": Operation(
            name="keep_risk_key",
            title="Keep that key alive for another hour",
            paths={"margin": ("PUT", "/sapi/v1/margin/listen-key")},
            servers={"margin": "margin"},
            params=(
                Param(
                    name="listen_key",
                    wire="listenKey",
                    told="listen_key",
                    required=True,
                    fills="session_token",
                ),
            ),
            auth="key",
            private=True,
            weights={"margin": (("margin_weight", 1),)},
            doc="https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/user-data-stream#keepalive-user-data-stream",
        ),
        "create_listen_token": Operation(
            name="create_listen_token",
            title="A token for the stream of a margin account",
            paths={"margin": ("POST", "/sapi/v1/userListenToken")},
            servers={"margin": "margin"},
            auth="signed",
            private=True,
            weights={"margin": (("margin_weight", 1),)},
            doc="https://developers.binance.com/docs/margin_trading/trade-data-stream",
        ),
        "get_ticker_24hr": Operation(
            name="get_ticker_24hr",
            title="Spot statistics of the last 24 hours",
            paths={"spot": ("GET", "/api/v3/ticker/24hr")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="symbols", wire="symbols", told="symbols"),
                Param(name="type", wire="type", told="type", allowed=("FULL", "MINI")),
                Param(
                    name="symbol_status",
                    wire="symbolStatus",
                    told="symbol_status",
                    allowed=("TRADING", "HALT", "BREAK"),
                    products=("spot",),
                ),
            ),
            weights={"spot": (("spot_weight", _get_ticker_24hr_weight),)},
            gives=("BinanceTicker",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#24hr-ticker-price-change-statistics",
        ),
        "get_avg_price": Operation(
            name="get_avg_price",
            title="Average price of the last minutes",
            paths={"spot": ("GET", "/api/v3/avgPrice")},
            servers={"spot": "spot"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            weights={"spot": (("spot_weight", 2),)},
            gives=("BinanceAveragePrice",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#current-average-price",
        ),
        "get_window_ticker": Operation(
            name="get_window_ticker",
            title="Spot statistics of a window",
            paths={"spot": ("GET", "/api/v3/ticker")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="symbols", wire="symbols", told="symbols"),
                Param(name="window_size", wire="windowSize", told="window_size"),
                Param(name="type", wire="type", told="type", allowed=("FULL", "MINI")),
                Param(
                    name="symbol_status",
                    wire="symbolStatus",
                    told="symbol_status",
                    allowed=("TRADING", "HALT", "BREAK"),
                    products=("spot",),
                ),
            ),
            weights={"spot": (("spot_weight", 4),)},
            gives=("BinanceWindowTicker",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#rolling-window-price-change-statistics",
        ),
        "get_trading_day_ticker": Operation(
            name="get_trading_day_ticker",
            title="Spot statistics of the trading day",
            paths={"spot": ("GET", "/api/v3/ticker/tradingDay")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="symbols", wire="symbols", told="symbols"),
                Param(name="time_zone", wire="timeZone", told="time_zone"),
                Param(name="type", wire="type", told="type", allowed=("FULL", "MINI")),
                Param(
                    name="symbol_status",
                    wire="symbolStatus",
                    told="symbol_status",
                    allowed=("TRADING", "HALT", "BREAK"),
                    products=("spot",),
                ),
            ),
            weights={"spot": (("spot_weight", 4),)},
            gives=("BinanceWindowTicker",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#trading-day-ticker",
        ),
        "get_reference_price": Operation(
            name="get_reference_price",
            title="Reference price",
            paths={"spot": ("GET", "/api/v3/referencePrice")},
            servers={"spot": "spot"},
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            weights={"spot": (("spot_weight", 2),)},
            gives=("BinanceReferencePrice",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-reference-price",
        ),
        "get_futures_ticker_24hr": Operation(
            name="get_futures_ticker_24hr",
            title="Futures statistics of the last 24 hours",
            paths={"usdm": ("GET", "/fapi/v1/ticker/24hr"), "coinm": ("GET", "/dapi/v1/ticker/24hr")},
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
            ),
            weights={
                "usdm": (("usdm_weight", _get_futures_open_orders_weight),),
                "coinm": (("coinm_weight", _get_futures_open_orders_weight),),
            },
            gives=("BinanceFuturesTicker",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#ticker24hr-price-change-statistics",
        ),
        "get_ticker_price": Operation(
            name="get_ticker_price",
            title="Last price",
            paths={
                "spot": ("GET", "/api/v3/ticker/price"),
                "usdm": ("GET", "/fapi/v1/ticker/price"),
                "coinm": ("GET", "/dapi/v1/ticker/price"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", fills="symbol"),
                Param(name="symbols", wire="symbols", told="symbols", products=("spot",)),
                Param(
                    name="symbol_status",
                    wire="symbolStatus",
                    told="symbol_status",
                    allowed=("TRADING", "HALT", "BREAK"),
                    products=("spot",),
                ),
                Param(name="pair", wire="pair", told="pair", products=("coinm",)),
            ),
            weights={
                "spot": (("spot_weight", _get_book_ticker_weight),),
                "usdm": (("usdm_weight", _get_ticker_price_weight),),
                "coinm": (("coinm_weight", _get_ticker_price_weight),),
            },
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#symbol-price-ticker",
        ),
        "get_trades": Operation(
            name="get_trades",
            title="Recent trades",
            paths={
                "spot": ("GET", "/api/v3/trades"),
                "usdm": ("GET", "/fapi/v1/trades"),
                "coinm": ("GET", "/dapi/v1/trades"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={
                "spot": (("spot_weight", 25),),
                "usdm": (("usdm_weight", 5),),
                "coinm": (("coinm_weight", 5),),
            },
            gives=("TradeTick",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#recent-trades-list",
        ),
        "get_agg_trades": Operation(
            name="get_agg_trades",
            title="Aggregate trades",
            paths={
                "spot": ("GET", "/api/v3/aggTrades"),
                "usdm": ("GET", "/fapi/v1/aggTrades"),
                "coinm": ("GET", "/dapi/v1/aggTrades"),
            },
            servers={"spot": "spot", "usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="from_id", wire="fromId", told="from_id", kind="int"),
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
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={
                "spot": (("spot_weight", 4),),
                "usdm": (("usdm_weight", 20),),
                "coinm": (("coinm_weight", 20),),
            },
            page=Page(
                kind="id",
                next=lambda message: message.aggregate_id,
                rows=lambda message: message,
                start="start_time_ms",
                end="end_time_ms",
                from_="from_id",
                limit="limit",
                most=1000,
                time=lambda message: message.trade_time_ms,
            ),
            gives=("TradeTick",),
            prefer=1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#compressedaggregate-trades-list",
        ),
        "get_futures_historical_trades": Operation(
            name="get_futures_historical_trades",
            title="Older futures trades",
            paths={
                "usdm": ("GET", "/fapi/v1/historicalTrades"),
                "coinm": ("GET", "/dapi/v1/historicalTrades"),
            },
            servers={"usdm": "usdm", "coinm": "coinm"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="from_id", wire="fromId", told="from_id", kind="int"),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500, fills="limit"),
            ),
            auth="key",
            weights={"usdm": (("usdm_weight", 200),), "coinm": (("coinm_weight", 200),)},
            page=Page(
                kind="id",
                next=lambda message: message.id,
                rows=lambda message: message,
                from_="from_id",
                limit="limit",
                most=500,
            ),
            gives=("TradeTick",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#old-trades-lookup",
        ),
        "get_historical_trades": Operation(
            name="get_historical_trades",
            title="Older spot trades",
            paths={"spot": ("GET", "/api/v3/historicalTrades")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="from_id", wire="fromId", told="from_id", kind="int"),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={"spot": (("spot_weight", 25),)},
            page=Page(
                kind="id",
                next=lambda message: message.id,
                rows=lambda message: message,
                from_="from_id",
                limit="limit",
                most=1000,
            ),
            gives=("TradeTick",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#old-trade-lookup",
        ),
        "get_historical_block_trades": Operation(
            name="get_historical_block_trades",
            title="Trades that were agreed outside of the book",
            paths={"spot": ("GET", "/api/v3/historicalBlockTrades")},
            servers={"spot": "spot"},
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="from_id", wire="fromId", told="from_id", kind="int", required=True),
                Param(
                    name="limit", wire="limit", told="limit", kind="int", least=1, most=1000, fills="limit"
                ),
            ),
            weights={"spot": (("spot_weight", 25),)},
            page=Page(
                kind="id",
                next=lambda message: message.id,
                rows=lambda message: message,
                from_="from_id",
                limit="limit",
                most=1000,
            ),
            gives=("BinanceBlockTrade",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#historical-block-trades",
        ),
    },
    channels={
        "server_shutdown": Channel(
            name="server_shutdown",
            connection="stream",
            title="The server is about to close the connection",
            products=("spot",),
            topic=lambda v: "!serverShutdown",
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#server-shutdown",
        ),
        "kline": Channel(
            name="kline",
            connection="stream",
            title="Bars",
            products=("spot", "usdm", "coinm"),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                    only={"1s": ("spot", "margin")},
                ),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@kline_{v['interval']}",
            address={"tier": "market"},
            gives=("Bar", "BinanceBar"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#klinecandlestick-streams-for-utc",
        ),
        "continuous_kline": Channel(
            name="continuous_kline",
            connection="stream",
            title="Bars of the current, next or perpetual contract of a pair",
            products=("usdm", "coinm"),
            params=(
                Param(name="pair", wire="pair", told="pair", required=True),
                Param(
                    name="contract_type",
                    wire="contract_type",
                    told="contract_type",
                    required=True,
                    allowed=("PERPETUAL", "CURRENT_QUARTER", "NEXT_QUARTER", "TRADIFI_PERPETUAL"),
                ),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                    only={"1s": ("spot", "margin")},
                ),
            ),
            topic=lambda v: f"{v['pair'].lower()}_{v['contract_type'].lower()}@continuousKline_{v['interval']}",
            address={"tier": "market"},
            gives=("BinanceContinuousBar",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#continuous-contract-kline-candlestick-streams",
        ),
        "mark_price_kline": Channel(
            name="mark_price_kline",
            connection="stream",
            title="Bars of the mark price",
            products=("coinm",),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                    only={"1s": ("spot", "margin")},
                ),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@markPriceKline_{v['interval']}",
            gives=("Bar",),
            prices=("MARK",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#mark-price-kline-candlestick-streams",
        ),
        "index_price_kline": Channel(
            name="index_price_kline",
            connection="stream",
            title="Bars of the index price of a pair",
            products=("coinm",),
            params=(
                Param(name="pair", wire="pair", told="pair", required=True),
                Param(
                    name="interval",
                    wire="interval",
                    told="interval",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1h",
                        "2h",
                        "4h",
                        "6h",
                        "8h",
                        "12h",
                        "1d",
                        "3d",
                        "1w",
                        "1M",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1h": "1-HOUR",
                        "2h": "2-HOUR",
                        "4h": "4-HOUR",
                        "6h": "6-HOUR",
                        "8h": "8-HOUR",
                        "12h": "12-HOUR",
                        "1d": "1-DAY",
                        "3d": "3-DAY",
                        "1w": "1-WEEK",
                        "1M": "1-MONTH",
                    },
                    only={"1s": ("spot", "margin")},
                ),
            ),
            topic=lambda v: f"{v['pair'].lower()}@indexPriceKline_{v['interval']}",
            gives=("Bar",),
            prices=("INDEX",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#index-kline-candlestick-streams",
        ),
        "depth": Channel(
            name="depth",
            connection="stream",
            title="Changes of the order book",
            products=("spot", "usdm", "coinm"),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="speed",
                    wire="speed",
                    told="speed",
                    default="@100ms",
                    allowed=("", "@0ms", "@100ms", "@250ms", "@500ms", "@1000ms"),
                ),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@depth{v['speed']}",
            address={"tier": "public"},
            gives=("OrderBookDeltas",),
            prefer=1,
            stale_after_ns=60_000_000_000,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#how-to-manage-a-local-order-book-correctly",
        ),
        "book_ticker": Channel(
            name="book_ticker",
            connection="stream",
            title="Best bid and offer",
            products=("spot", "usdm", "coinm"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@bookTicker",
            address={"tier": "public"},
            gives=("QuoteTick",),
            prefer=1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-book-ticker-streams",
        ),
        "partial_depth": Channel(
            name="partial_depth",
            connection="stream",
            title="The best 5, 10 or 20 spot levels",
            products=("spot",),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="levels", wire="levels", told="levels", kind="int", default=10, allowed=(5, 10, 20)
                ),
                Param(
                    name="speed",
                    wire="speed",
                    told="speed",
                    default="@100ms",
                    allowed=("", "@100ms", "@1000ms"),
                ),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@depth{v['levels']}{v['speed']}",
            gives=("OrderBookDeltas", "OrderBookDepth10"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#partial-book-depth-streams",
        ),
        "futures_partial_depth": Channel(
            name="futures_partial_depth",
            connection="stream",
            title="The best 5, 10 or 20 futures levels",
            products=("usdm", "coinm"),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(
                    name="levels", wire="levels", told="levels", kind="int", default=10, allowed=(5, 10, 20)
                ),
                Param(
                    name="speed",
                    wire="speed",
                    told="speed",
                    default="@100ms",
                    allowed=("", "@100ms", "@250ms", "@500ms"),
                ),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@depth{v['levels']}{v['speed']}",
            address={"tier": "public"},
            gives=("OrderBookDeltas", "OrderBookDepth10"),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/public#partial-book-depth-streams",
        ),
        "all_book_tickers": Channel(
            name="all_book_tickers",
            connection="stream",
            title="Best bid and offer of every contract",
            products=("usdm",),
            topic=lambda v: "!bookTicker",
            address={"tier": "public"},
            gives=("QuoteTick",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/public#all-book-tickers-stream",
        ),
        "coinm_all_book_tickers": Channel(
            name="coinm_all_book_tickers",
            connection="stream",
            title="Best bid and offer of every contract",
            products=("coinm",),
            topic=lambda v: "!bookTicker",
            gives=("QuoteTick",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#all-book-tickers-stream",
        ),
        "mark_price": Channel(
            name="mark_price",
            connection="stream",
            title="Mark price, index price and funding",
            products=("usdm", "coinm"),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="speed", wire="speed", told="speed", default="@1s", allowed=("", "@1s")),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@markPrice{v['speed']}",
            address={"tier": "market"},
            gives=(
                "MarkPriceUpdate",
                "IndexPriceUpdate",
                "FundingRateUpdate",
                "BinanceFuturesMarkPriceUpdate",
            ),
            prefer=1,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#mark-price-stream",
        ),
        "all_mark_prices": Channel(
            name="all_mark_prices",
            connection="stream",
            title="Mark price, index price and funding of every contract",
            products=("usdm", "coinm"),
            params=(Param(name="speed", wire="speed", told="speed", default="@1s", allowed=("", "@1s")),),
            topic=lambda v: f"!markPrice@arr{v['speed']}",
            address={"tier": "market"},
            gives=(
                "MarkPriceUpdate",
                "IndexPriceUpdate",
                "FundingRateUpdate",
                "BinanceFuturesMarkPriceUpdate",
            ),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#mark-price-stream-for-all-market",
        ),
        "force_order": Channel(
            name="force_order",
            connection="stream",
            title="Liquidations",
            products=("usdm", "coinm"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@forceOrder",
            address={"tier": "market"},
            gives=("BinanceFuturesLiquidation",),
            prefer=1,
            stale_after_ns=43_200_000_000_000,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#liquidation-order-streams",
        ),
        "all_force_orders": Channel(
            name="all_force_orders",
            connection="stream",
            title="Liquidations of every contract",
            products=("usdm", "coinm"),
            topic=lambda v: "!forceOrder@arr",
            address={"tier": "market"},
            gives=("BinanceFuturesLiquidation",),
            stale_after_ns=43_200_000_000_000,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#all-market-liquidation-order-streams",
        ),
        "index_price": Channel(
            name="index_price",
            connection="stream",
            title="Index price of a pair",
            products=("coinm",),
            params=(
                Param(name="pair", wire="pair", told="pair", required=True),
                Param(name="speed", wire="speed", told="speed", default="@1s", allowed=("", "@1s")),
            ),
            topic=lambda v: f"{v['pair'].lower()}@indexPrice{v['speed']}",
            gives=("IndexPriceUpdate",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#index-price-stream",
        ),
        "composite_index": Channel(
            name="composite_index",
            connection="stream",
            title="An index of several assets, and what it is made of",
            products=("usdm",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@compositeIndex",
            address={"tier": "market"},
            gives=("IndexPriceUpdate", "BinanceFuturesCompositeIndex"),
            prefer=-1,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#composite-index-symbol-information-streams",
        ),
        "asset_index": Channel(
            name="asset_index",
            connection="stream",
            title="What one margin asset is worth in USD",
            products=("usdm",),
            params=(Param(name="index", wire="index", told="index", required=True),),
            topic=lambda v: f"{v['index'].lower()}@assetIndex",
            address={"tier": "market"},
            gives=("BinanceFuturesAssetIndex",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#multi-assets-mode-asset-index",
        ),
        "all_asset_indices": Channel(
            name="all_asset_indices",
            connection="stream",
            title="What every margin asset is worth in USD",
            products=("usdm",),
            topic=lambda v: "!assetIndex@arr",
            address={"tier": "market"},
            gives=("BinanceFuturesAssetIndex",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#multi-assets-mode-asset-index",
        ),
        "contract_info": Channel(
            name="contract_info",
            connection="stream",
            title="Listings, settlements and leverage brackets of contracts",
            products=("usdm", "coinm"),
            topic=lambda v: "!contractInfo",
            address={"tier": "market"},
            gives=("InstrumentStatus", "BinanceFuturesContractInfo"),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#contract-info-stream",
        ),
        "order_update": Channel(
            name="order_update",
            connection="user_futures",
            title="Futures orders and their fills",
            products=("usdm", "coinm"),
            topic=lambda v: "ORDER_TRADE_UPDATE",
            gives=("OrderStatusReport", "FillReport"),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Order-Update",
        ),
        "algo_update": Channel(
            name="algo_update",
            connection="user_futures",
            title="Conditional futures orders",
            products=("usdm", "coinm"),
            topic=lambda v: "ALGO_UPDATE",
            gives=("OrderAccepted", "OrderTriggered", "OrderStatusReport"),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Algo-Order-Update",
        ),
        "trade_lite": Channel(
            name="trade_lite",
            connection="user_futures",
            title="Futures fills, earlier and without fees",
            products=("usdm",),
            topic=lambda v: "TRADE_LITE",
            gives=("FillReport",),
            prefer=-1,
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Trade-Lite",
        ),
        "account_update": Channel(
            name="account_update",
            connection="user_futures",
            title="Balances and positions of futures that changed",
            products=("usdm", "coinm"),
            topic=lambda v: "ACCOUNT_UPDATE",
            gives=("AccountState", "PositionStatusReport"),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Balance-and-Position-Update",
        ),
        "margin_call": Channel(
            name="margin_call",
            connection="user_futures",
            title="The margin of positions is too low",
            products=("usdm", "coinm"),
            topic=lambda v: "MARGIN_CALL",
            gives=("BinanceFuturesMarginCall",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Margin-Call",
        ),
        "account_config": Channel(
            name="account_config",
            connection="user_futures",
            title="Leverage of a contract was changed",
            products=("usdm", "coinm"),
            topic=lambda v: "ACCOUNT_CONFIG_UPDATE",
            gives=("BinanceFuturesAccountConfig",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Account-Configuration-Update-previous-Leverage-Update",
        ),
        "trigger_rejected": Channel(
            name="trigger_rejected",
            connection="user_futures",
            title="A conditional order was triggered and then refused",
            products=("usdm", "coinm"),
            topic=lambda v: "CONDITIONAL_ORDER_TRIGGER_REJECT",
            gives=("BinanceFuturesTriggerRejected",),
            doc="https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Conditional-Order-Trigger-Reject",
        ),
        "execution_report": Channel(
            name="execution_report",
            connection="user_spot",
            title="Spot and margin orders and their fills",
            products=("spot", "margin"),
            topic=lambda v: "executionReport",
            gives=("OrderStatusReport", "FillReport"),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#order-update",
        ),
        "account_position": Channel(
            name="account_position",
            connection="user_spot",
            title="Balances of spot and margin that may have changed",
            products=("spot", "margin"),
            topic=lambda v: "outboundAccountPosition",
            gives=("AccountState",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#account-update",
        ),
        "balance_update": Channel(
            name="balance_update",
            connection="user_spot",
            title="Deposits, withdrawals and transfers",
            products=("spot", "margin"),
            topic=lambda v: "balanceUpdate",
            gives=("BinanceBalanceUpdate",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#balance-update",
        ),
        "external_lock": Channel(
            name="external_lock",
            connection="user_spot",
            title="Part of a spot balance was locked or freed from outside, as collateral",
            products=("spot", "margin"),
            topic=lambda v: "externalLockUpdate",
            gives=("BinanceExternalLock",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#external-lock-update",
        ),
        "list_status": Channel(
            name="list_status",
            connection="user_spot",
            title="Lists of orders",
            products=("spot", "margin"),
            topic=lambda v: "listStatus",
            gives=("BinanceOrderList",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#order-update",
        ),
        "margin_level": Channel(
            name="margin_level",
            connection="margin_risk",
            title="How near a margin account is to its liquidation",
            products=("margin",),
            topic=lambda v: "MARGIN_LEVEL_STATUS_CHANGE",
            gives=("BinanceMarginLevel",),
            doc="https://developers.binance.com/docs/margin_trading/risk-data-stream/Event-Margin-Call",
        ),
        "liability": Channel(
            name="liability",
            connection="margin_risk",
            title="Debts of a margin account that grew or were paid back",
            products=("margin",),
            topic=lambda v: "USER_LIABILITY_CHANGE",
            gives=("BinanceMarginDebt",),
            doc="https://developers.binance.com/docs/margin_trading/risk-data-stream/Event-Liability-Update",
        ),
        "sbe_trade": Channel(
            name="sbe_trade",
            connection="sbe",
            title="Trades, in binary",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@trade",
            gives=("TradeTick",),
            prefer=-1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#trades-streams",
        ),
        "sbe_best_bid_ask": Channel(
            name="sbe_best_bid_ask",
            connection="sbe",
            title="Best bid and offer, in binary",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@bestBidAsk",
            gives=("QuoteTick",),
            prefer=-1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#best-bidask-streams",
        ),
        "sbe_depth20": Channel(
            name="sbe_depth20",
            connection="sbe",
            title="The best 20 levels, in binary",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@depth20",
            gives=("OrderBookDeltas", "OrderBookDepth10"),
            prefer=-1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#partial-book-depth-streams",
        ),
        "sbe_depth": Channel(
            name="sbe_depth",
            connection="sbe",
            title="Changes of the order book, in binary",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@depth",
            gives=("OrderBookDeltas",),
            prefer=-1,
            stale_after_ns=60_000_000_000,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#diff-depth-streams",
        ),
        "sbe_execution_report": Channel(
            name="sbe_execution_report",
            connection="user_spot_sbe",
            title="Spot orders and their fills, in binary",
            products=("spot",),
            topic=lambda v: "executionReport",
            gives=("OrderStatusReport", "FillReport"),
            prefer=-1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#order-update",
        ),
        "sbe_account_position": Channel(
            name="sbe_account_position",
            connection="user_spot_sbe",
            title="Spot balances that may have changed, in binary",
            products=("spot",),
            topic=lambda v: "outboundAccountPosition",
            gives=("AccountState",),
            prefer=-1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#account-update",
        ),
        "sbe_balance_update": Channel(
            name="sbe_balance_update",
            connection="user_spot_sbe",
            title="Deposits, withdrawals and transfers, in binary",
            products=("spot",),
            topic=lambda v: "balanceUpdate",
            gives=("BinanceBalanceUpdate",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#balance-update",
        ),
        "ticker": Channel(
            name="ticker",
            connection="stream",
            title="Spot statistics of the last 24 hours",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@ticker",
            gives=("BinanceTicker",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-ticker-streams",
        ),
        "avg_price": Channel(
            name="avg_price",
            connection="stream",
            title="Average price of the last minutes",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@avgPrice",
            gives=("BinanceAveragePrice",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#average-price",
        ),
        "window_ticker": Channel(
            name="window_ticker",
            connection="stream",
            title="Spot statistics of a window",
            products=("spot",),
            params=(
                Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),
                Param(name="window", wire="window", told="window", required=True, allowed=("1h", "4h", "1d")),
            ),
            topic=lambda v: f"{v['symbol'].lower()}@ticker_{v['window']}",
            gives=("BinanceWindowTicker",),
            prefer=1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-rolling-window-statistics-streams",
        ),
        "all_window_tickers": Channel(
            name="all_window_tickers",
            connection="stream",
            title="Spot statistics of a window of every symbol that changed",
            products=("spot",),
            params=(
                Param(name="window", wire="window", told="window", required=True, allowed=("1h", "4h", "1d")),
            ),
            topic=lambda v: f"!ticker_{v['window']}@arr",
            gives=("BinanceWindowTicker",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#all-market-rolling-window-statistics-streams",
        ),
        "reference_price": Channel(
            name="reference_price",
            connection="stream",
            title="Reference price",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@referencePrice",
            gives=("BinanceReferencePrice",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#reference-price-streams",
        ),
        "futures_ticker": Channel(
            name="futures_ticker",
            connection="stream",
            title="Futures statistics of the last 24 hours",
            products=("usdm", "coinm"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@ticker",
            address={"tier": "market"},
            gives=("BinanceFuturesTicker",),
            prefer=1,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#individual-symbol-ticker-streams",
        ),
        "all_tickers": Channel(
            name="all_tickers",
            connection="stream",
            title="Statistics of the last 24 hours of every contract that changed",
            products=("usdm", "coinm"),
            topic=lambda v: "!ticker@arr",
            address={"tier": "market"},
            gives=("BinanceFuturesTicker",),
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#all-market-tickers-streams",
        ),
        "mini_ticker": Channel(
            name="mini_ticker",
            connection="stream",
            title="Short statistics of the last 24 hours",
            products=("spot", "usdm", "coinm"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@miniTicker",
            address={"tier": "market"},
            gives=("BinanceMiniTicker",),
            prefer=1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-mini-ticker-stream",
        ),
        "all_mini_tickers": Channel(
            name="all_mini_tickers",
            connection="stream",
            title="Short statistics of the last 24 hours of every symbol that changed",
            products=("spot", "usdm", "coinm"),
            topic=lambda v: "!miniTicker@arr",
            address={"tier": "market"},
            gives=("BinanceMiniTicker",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#all-market-mini-tickers-stream",
        ),
        "trade": Channel(
            name="trade",
            connection="stream",
            title="Spot trades",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@trade",
            gives=("TradeTick",),
            prefer=2,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#trade-streams",
        ),
        "block_trade": Channel(
            name="block_trade",
            connection="stream",
            title="Trades that were agreed outside of the book",
            products=("spot",),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@blockTrade",
            gives=("BinanceBlockTrade",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#block-trade-streams",
        ),
        "futures_trade": Channel(
            name="futures_trade",
            connection="stream",
            title="Futures trades, not aggregated",
            products=("usdm", "coinm"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@trade",
            address={"tier": "public"},
            gives=("TradeTick",),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#trade-streams",
        ),
        "agg_trade": Channel(
            name="agg_trade",
            connection="stream",
            title="Aggregate trades",
            products=("spot", "usdm", "coinm"),
            params=(Param(name="symbol", wire="symbol", told="symbol", required=True, fills="symbol"),),
            topic=lambda v: f"{v['symbol'].lower()}@aggTrade",
            address={"tier": "market"},
            gives=("TradeTick",),
            prefer=1,
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#aggregate-trade-streams",
        ),
    },
    streams={
        "stream": Stream(
            name="stream",
            source="ws",
            transport="websocket",
            products=("spot", "usdm", "coinm"),
            frame={"method": "SUBSCRIBE", "params": Slot("topics"), "id": Slot("id")},
            unsubscribe={"method": "UNSUBSCRIBE", "params": Slot("topics"), "id": Slot("id")},
            batch=100,
            ack="id",
            ack_timeout_ns=10_000_000_000,
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=600_000_000_000,
                topics_stale_after_ns=600_000_000_000,
                max_age_ns=86_400_000_000_000,
                max_subscriptions=200,
                sends_per_second=5,
                opens=300,
                opens_per_ns=300_000_000_000,
                ping_every_ns=20_000_000_000,
                ping_within_ns=60_000_000_000,
                ends={"sends": End(close=1008, text="Too many requests")},
            ),
        ),
        "user_futures": Stream(
            name="user_futures",
            source="ws",
            transport="websocket",
            products=("usdm", "coinm"),
            login="listen_key",
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=600_000_000_000,
                max_age_ns=86_400_000_000_000,
            ),
        ),
        "margin_risk": Stream(
            name="margin_risk",
            source="ws",
            transport="websocket",
            products=("margin",),
            login="risk_key",
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=600_000_000_000,
                max_age_ns=86_400_000_000_000,
            ),
        ),
        "user_spot": Stream(
            name="user_spot",
            source="ws",
            transport="websocket",
            products=("spot",),
            ack_timeout_ns=10_000_000_000,
            login="logon",
            login_frame={
                "id": Slot("id"),
                "method": "userDataStream.subscribe.signature",
                "params": {
                    "apiKey": lambda v: f"{v['api_key']}",
                    "timestamp": Slot("timestamp_ms"),
                    "signature": lambda v: f"{v['signature']}",
                },
            },
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=300_000_000_000,
                max_age_ns=86_400_000_000_000,
            ),
        ),
        "user_margin": Stream(
            name="user_margin",
            source="ws",
            transport="websocket",
            products=("margin",),
            ack_timeout_ns=10_000_000_000,
            login="listen_token",
            login_frame={
                "id": Slot("id"),
                "method": "userDataStream.subscribe.listenToken",
                "params": {"listenToken": lambda v: f"{v['session_token']}"},
            },
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=300_000_000_000,
                max_age_ns=86_400_000_000_000,
            ),
            channels_of="user_spot",
        ),
        "orders": Stream(
            name="orders",
            source="ws:orders",
            transport="websocket",
            products=("spot", "usdm", "coinm"),
            requests=Asking(
                frame={"id": Slot("id"), "method": Slot("call"), "params": Slot("params")},
                has=("id", "status"),
                id="id",
                body=("result", "error"),
                status="status",
                timeout_ns=10_000_000_000,
                auth="in_frame",
            ),
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=600_000_000_000,
                max_age_ns=86_400_000_000_000,
            ),
        ),
        "sbe": Stream(
            name="sbe",
            source="sbe",
            transport="websocket",
            products=("spot",),
            frame={"method": "SUBSCRIBE", "params": Slot("topics"), "id": Slot("id")},
            unsubscribe={"method": "UNSUBSCRIBE", "params": Slot("topics"), "id": Slot("id")},
            batch=100,
            ack="id",
            ack_timeout_ns=10_000_000_000,
            login="key",
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=60_000_000_000,
                max_age_ns=86_400_000_000_000,
                max_subscriptions=1024,
                sends_per_second=5,
            ),
        ),
        "user_spot_sbe": Stream(
            name="user_spot_sbe",
            source="ws",
            transport="websocket",
            products=("spot",),
            ack_timeout_ns=10_000_000_000,
            login="logon",
            login_frame={
                "id": Slot("id"),
                "method": "userDataStream.subscribe.signature",
                "params": {
                    "apiKey": lambda v: f"{v['api_key']}",
                    "timestamp": Slot("timestamp_ms"),
                    "signature": lambda v: f"{v['signature']}",
                },
            },
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=300_000_000_000,
                max_age_ns=86_400_000_000_000,
            ),
        ),
    },
    catalogs={
        "spot": ("get_spot_exchange_info", {}),
        "margin": ("get_spot_exchange_info", {"permissions": "MARGIN"}),
        "usdm": ("get_usdm_exchange_info", {}),
        "coinm": ("get_coinm_exchange_info", {}),
    },
    clocks={
        "spot": ClockFacts(
            "get_server_time", lambda message: message.server_time_ms * 1_000_000, GetServerTimeResponse
        ),
        "margin": ClockFacts(
            "get_server_time", lambda message: message.server_time_ms * 1_000_000, GetServerTimeResponse
        ),
        "usdm": ClockFacts(
            "get_server_time", lambda message: message.server_time_ms * 1_000_000, GetServerTimeResponse
        ),
        "coinm": ClockFacts(
            "get_server_time", lambda message: message.server_time_ms * 1_000_000, GetServerTimeResponse
        ),
    },
    refusals=(
        Refusal("request_funding_rates", ("spot",), "Spot has no funding.", "usdm and coinm"),
        Refusal("request_mark_prices", ("spot",), "Spot has no mark price.", "usdm and coinm"),
        Refusal("request_index_prices", ("spot",), "Spot has no index price.", "usdm and coinm"),
        Refusal(
            "submit_order_list",
            ("spot", "margin"),
            "Spot and margin take no batches; a list there holds orders that are linked.",
            "submit_oco, submit_oto and submit_bracket; usdm and coinm, up to five plain orders",
        ),
        Refusal(
            "batch_cancel_orders",
            ("spot", "margin"),
            "Spot and margin cancel one order or all of a symbol.",
            "usdm and coinm",
        ),
        Refusal(
            "batch_modify_orders", ("spot", "margin"), "Spot and margin change no batches.", "usdm and coinm"
        ),
        Refusal(
            "modify_order",
            ("margin",),
            "Margin orders are not changed; cancel and send another.",
            "spot (by replacing), usdm and coinm",
        ),
    ),
    commands={
        "submit_order": Command(
            name="submit_order",
            operations={
                "spot": "place_order",
                "margin": "place_order",
                "usdm": "place_futures_order",
                "coinm": "place_futures_order",
            },
            inputs=_SUBMIT_ORDER_INPUTS,
            domains=_SUBMIT_ORDER_DOMAINS,
            choose=_submit_order_choose,
            chosen=True,
            also=_submit_order_also,
            fields=_submit_order_fields,
            outcome=OutcomeFacts(unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"})),
            reverse=(
                ({"type": "MARKET"}, {"type": "MARKET", "post_only": False}),
                (
                    {"type": "LIMIT", "timeInForce": "GTC"},
                    {"type": "LIMIT", "tif": "GTC", "post_only": False},
                ),
                (
                    {"type": "LIMIT", "timeInForce": "IOC"},
                    {"type": "LIMIT", "tif": "IOC", "post_only": False},
                ),
                (
                    {"type": "LIMIT", "timeInForce": "FOK"},
                    {"type": "LIMIT", "tif": "FOK", "post_only": False},
                ),
                ({"type": "LIMIT_MAKER"}, {"type": "LIMIT", "tif": "GTC", "post_only": True}),
                ({"type": "LIMIT", "timeInForce": "GTX"}, {"type": "LIMIT", "tif": "GTC", "post_only": True}),
                (
                    {"type": "LIMIT", "timeInForce": "GTD"},
                    {"type": "LIMIT", "tif": "GTD", "post_only": False},
                ),
                ({"type": "TAKE_PROFIT"}, {"type": "MARKET_IF_TOUCHED", "tif": "GTC", "post_only": False}),
                (
                    {"type": "STOP_LOSS_LIMIT", "timeInForce": "GTC"},
                    {"type": "STOP_LIMIT", "tif": "GTC", "post_only": False},
                ),
                (
                    {"type": "STOP_LOSS_LIMIT", "timeInForce": "IOC"},
                    {"type": "STOP_LIMIT", "tif": "IOC", "post_only": False},
                ),
                (
                    {"type": "STOP_LOSS_LIMIT", "timeInForce": "FOK"},
                    {"type": "STOP_LIMIT", "tif": "FOK", "post_only": False},
                ),
                (
                    {"type": "TAKE_PROFIT_LIMIT", "timeInForce": "GTC"},
                    {"type": "LIMIT_IF_TOUCHED", "tif": "GTC", "post_only": False},
                ),
                (
                    {"type": "TAKE_PROFIT_LIMIT", "timeInForce": "IOC"},
                    {"type": "LIMIT_IF_TOUCHED", "tif": "IOC", "post_only": False},
                ),
                (
                    {"type": "TAKE_PROFIT_LIMIT", "timeInForce": "FOK"},
                    {"type": "LIMIT_IF_TOUCHED", "tif": "FOK", "post_only": False},
                ),
                ({"type": "STOP_MARKET"}, {"type": "STOP_MARKET", "tif": "GTC", "post_only": False}),
                (
                    {"type": "TAKE_PROFIT_MARKET"},
                    {"type": "MARKET_IF_TOUCHED", "tif": "GTC", "post_only": False},
                ),
                (
                    {"type": "STOP", "timeInForce": "GTC"},
                    {"type": "STOP_LIMIT", "tif": "GTC", "post_only": False},
                ),
                (
                    {"type": "STOP", "timeInForce": "IOC"},
                    {"type": "STOP_LIMIT", "tif": "IOC", "post_only": False},
                ),
                (
                    {"type": "STOP", "timeInForce": "FOK"},
                    {"type": "STOP_LIMIT", "tif": "FOK", "post_only": False},
                ),
                (
                    {"type": "STOP", "timeInForce": "GTD"},
                    {"type": "STOP_LIMIT", "tif": "GTD", "post_only": False},
                ),
                (
                    {"type": "STOP", "timeInForce": "GTX"},
                    {"type": "STOP_LIMIT", "tif": "GTC", "post_only": True},
                ),
                (
                    {"type": "TAKE_PROFIT", "timeInForce": "GTC"},
                    {"type": "LIMIT_IF_TOUCHED", "tif": "GTC", "post_only": False},
                ),
                (
                    {"type": "TAKE_PROFIT", "timeInForce": "IOC"},
                    {"type": "LIMIT_IF_TOUCHED", "tif": "IOC", "post_only": False},
                ),
                (
                    {"type": "TAKE_PROFIT", "timeInForce": "FOK"},
                    {"type": "LIMIT_IF_TOUCHED", "tif": "FOK", "post_only": False},
                ),
                (
                    {"type": "TAKE_PROFIT", "timeInForce": "GTD"},
                    {"type": "LIMIT_IF_TOUCHED", "tif": "GTD", "post_only": False},
                ),
                (
                    {"type": "TAKE_PROFIT", "timeInForce": "GTX"},
                    {"type": "LIMIT_IF_TOUCHED", "tif": "GTC", "post_only": True},
                ),
                (
                    {"type": "TRAILING_STOP_MARKET"},
                    {"type": "TRAILING_STOP_MARKET", "tif": "GTC", "post_only": False},
                ),
            ),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-trade",
        ),
        "submit_order_list": Command(
            name="submit_order_list",
            operations={"usdm": "place_futures_orders", "coinm": "place_futures_orders"},
            outcome=OutcomeFacts(
                payload=list[BatchRow],
                rows=lambda message: list(zip(message, strict=True)),
                accepted=lambda message, entry: entry[0].code is None,
                code=lambda message, entry: entry[0].code,
                reason=lambda message, entry: entry[0].msg,
                ids={
                    "venue_order_id": lambda message, entry: entry[0].order_id,
                    "client_order_id": lambda message, entry: entry[0].client_order_id,
                },
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            each="submit_order",
            into="batchOrders",
            most=5,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#place-multiple-orders",
        ),
        "submit_oco": Command(
            name="submit_oco",
            operations={"spot": "place_oco", "margin": "place_margin_oco"},
            fields=_submit_oco_fields,
            outcome=OutcomeFacts(
                payload=ListedReport, unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"})
            ),
            each="submit_order",
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---oco-trade",
            legs={
                "upper": Leg(
                    fields={
                        "symbol": "symbol",
                        "side": "side",
                        "quantity": "quantity",
                        "type": "aboveType",
                        "timeInForce": "aboveTimeInForce",
                        "price": "abovePrice",
                        "stopPrice": "aboveStopPrice",
                        "icebergQty": "aboveIcebergQty",
                        "trailingDelta": "aboveTrailingDelta",
                        "newClientOrderId": "aboveClientOrderId",
                    },
                    rests=True,
                    products=("spot",),
                ),
                "lower": Leg(
                    fields={
                        "symbol": "symbol",
                        "side": "side",
                        "quantity": "quantity",
                        "type": "belowType",
                        "timeInForce": "belowTimeInForce",
                        "price": "belowPrice",
                        "stopPrice": "belowStopPrice",
                        "icebergQty": "belowIcebergQty",
                        "trailingDelta": "belowTrailingDelta",
                        "newClientOrderId": "belowClientOrderId",
                    },
                    rests=True,
                    products=("spot",),
                ),
                "profit": Leg(
                    fields={
                        "symbol": "symbol",
                        "side": "side",
                        "quantity": "quantity",
                        "price": "price",
                        "icebergQty": "limitIcebergQty",
                        "newClientOrderId": "limitClientOrderId",
                    },
                    words={"type": {"LIMIT_MAKER": "limit"}},
                    drop=("type",),
                    rests=True,
                    products=("margin",),
                ),
                "loss": Leg(
                    fields={
                        "symbol": "symbol",
                        "side": "side",
                        "quantity": "quantity",
                        "price": "stopLimitPrice",
                        "stopPrice": "stopPrice",
                        "timeInForce": "stopLimitTimeInForce",
                        "icebergQty": "stopIcebergQty",
                        "newClientOrderId": "stopClientOrderId",
                    },
                    words={"type": {"STOP_LOSS": "stop", "STOP_LOSS_LIMIT": "stop"}},
                    drop=("type",),
                    products=("margin",),
                ),
            },
        ),
        "submit_oto": Command(
            name="submit_oto",
            operations={"spot": "place_oto", "margin": "place_oto"},
            fields=_submit_oto_fields,
            outcome=OutcomeFacts(
                payload=ListedReport, unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"})
            ),
            each="submit_order",
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---oto-trade",
            legs={
                "entry": Leg(
                    fields={
                        "symbol": "symbol",
                        "side": "workingSide",
                        "quantity": "workingQuantity",
                        "type": "workingType",
                        "timeInForce": "workingTimeInForce",
                        "price": "workingPrice",
                        "icebergQty": "workingIcebergQty",
                        "newClientOrderId": "workingClientOrderId",
                    }
                ),
                "exit": Leg(
                    fields={
                        "symbol": "symbol",
                        "side": "pendingSide",
                        "quantity": "pendingQuantity",
                        "type": "pendingType",
                        "timeInForce": "pendingTimeInForce",
                        "price": "pendingPrice",
                        "stopPrice": "pendingStopPrice",
                        "icebergQty": "pendingIcebergQty",
                        "trailingDelta": "pendingTrailingDelta",
                        "newClientOrderId": "pendingClientOrderId",
                    }
                ),
            },
        ),
        "submit_bracket": Command(
            name="submit_bracket",
            operations={"spot": "place_otoco", "margin": "place_otoco"},
            fields=_submit_bracket_fields,
            outcome=OutcomeFacts(
                payload=ListedReport, unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"})
            ),
            each="submit_order",
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---otoco-trade",
            legs={
                "entry": Leg(
                    fields={
                        "symbol": "symbol",
                        "side": "workingSide",
                        "quantity": "workingQuantity",
                        "type": "workingType",
                        "timeInForce": "workingTimeInForce",
                        "price": "workingPrice",
                        "icebergQty": "workingIcebergQty",
                        "newClientOrderId": "workingClientOrderId",
                    }
                ),
                "upper": Leg(
                    fields={
                        "symbol": "symbol",
                        "side": "pendingSide",
                        "quantity": "pendingQuantity",
                        "type": "pendingAboveType",
                        "timeInForce": "pendingAboveTimeInForce",
                        "price": "pendingAbovePrice",
                        "stopPrice": "pendingAboveStopPrice",
                        "icebergQty": "pendingAboveIcebergQty",
                        "trailingDelta": "pendingAboveTrailingDelta",
                        "newClientOrderId": "pendingAboveClientOrderId",
                    },
                    rests=True,
                ),
                "lower": Leg(
                    fields={
                        "symbol": "symbol",
                        "side": "pendingSide",
                        "quantity": "pendingQuantity",
                        "type": "pendingBelowType",
                        "timeInForce": "pendingBelowTimeInForce",
                        "price": "pendingBelowPrice",
                        "stopPrice": "pendingBelowStopPrice",
                        "icebergQty": "pendingBelowIcebergQty",
                        "trailingDelta": "pendingBelowTrailingDelta",
                        "newClientOrderId": "pendingBelowClientOrderId",
                    },
                    rests=True,
                ),
            },
        ),
        "modify_order": Command(
            name="modify_order",
            operations={
                "spot": "replace_order",
                "usdm": "modify_futures_order",
                "coinm": "modify_futures_order",
            },
            inputs=_MODIFY_ORDER_INPUTS,
            domains=_MODIFY_ORDER_DOMAINS,
            choose=_modify_order_choose,
            chosen=True,
            also=_modify_order_also,
            fields=_modify_order_fields,
            outcome=OutcomeFacts(unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"})),
            reverse=(
                (
                    {"type": "LIMIT", "timeInForce": "GTC"},
                    {"product": "spot", "type": "LIMIT", "tif": "GTC", "post_only": False},
                ),
                (
                    {"type": "LIMIT_MAKER"},
                    {"product": "spot", "type": "LIMIT", "tif": "GTC", "post_only": True},
                ),
            ),
            assume={"type": "LIMIT"},
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-an-existing-order-and-send-a-new-order-trade",
        ),
        "batch_modify_orders": Command(
            name="batch_modify_orders",
            operations={"usdm": "modify_futures_orders", "coinm": "modify_futures_orders"},
            outcome=OutcomeFacts(
                payload=list[BatchRow],
                rows=lambda message: list(zip(message, strict=True)),
                accepted=lambda message, entry: entry[0].code is None,
                code=lambda message, entry: entry[0].code,
                reason=lambda message, entry: entry[0].msg,
                ids={
                    "venue_order_id": lambda message, entry: entry[0].order_id,
                    "client_order_id": lambda message, entry: entry[0].client_order_id,
                },
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            each="modify_order",
            into="batchOrders",
            most=5,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#modify-multiple-orders",
        ),
        "cancel_order": Command(
            name="cancel_order",
            operations={
                "spot": "cancel_order_by_id",
                "margin": "cancel_order_by_id",
                "usdm": "cancel_futures_order",
                "coinm": "cancel_futures_order",
            },
            inputs=_CANCEL_ORDER_INPUTS,
            domains=_CANCEL_ORDER_DOMAINS,
            choose=_cancel_order_choose,
            chosen=True,
            fields=_cancel_order_fields,
            outcome=OutcomeFacts(unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"})),
            assume={"type": "LIMIT"},
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-order-trade",
        ),
        "batch_cancel_orders": Command(
            name="batch_cancel_orders",
            operations={"usdm": "cancel_futures_orders", "coinm": "cancel_futures_orders"},
            outcome=OutcomeFacts(
                payload=list[BatchRow],
                rows=lambda message: list(zip(message, strict=True)),
                accepted=lambda message, entry: entry[0].code is None,
                code=lambda message, entry: entry[0].code,
                reason=lambda message, entry: entry[0].msg,
                ids={
                    "venue_order_id": lambda message, entry: entry[0].order_id,
                    "client_order_id": lambda message, entry: entry[0].client_order_id,
                },
                unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"}),
            ),
            each="cancel_order",
            into={"orderIdList": "orderId", "origClientOrderIdList": "origClientOrderId"},
            most=10,
            doc="https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-multiple-orders",
        ),
        "cancel_all_orders": Command(
            name="cancel_all_orders",
            operations={
                "spot": "cancel_all_spot_orders",
                "margin": "cancel_all_spot_orders",
                "usdm": "cancel_all_futures_orders",
                "coinm": "cancel_all_futures_orders",
            },
            inputs=_CANCEL_ALL_ORDERS_INPUTS,
            domains=_CANCEL_ALL_ORDERS_DOMAINS,
            choose=_cancel_all_orders_choose,
            also=_cancel_all_orders_also,
            fields=_cancel_all_orders_fields,
            outcome=OutcomeFacts(unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"})),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-all-open-orders-on-a-symbol-trade",
        ),
        "query_order": Command(
            name="query_order",
            operations={
                "spot": "get_order",
                "margin": "get_order",
                "usdm": "get_futures_order",
                "coinm": "get_futures_order",
            },
            inputs=_QUERY_ORDER_INPUTS,
            domains=_QUERY_ORDER_DOMAINS,
            choose=_query_order_choose,
            chosen=True,
            fields=_query_order_fields,
            outcome=OutcomeFacts(unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"})),
            assume={"type": "LIMIT"},
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-order-user_data",
        ),
        "query_account": Command(
            name="query_account",
            operations={
                "spot": "get_account",
                "margin": "get_margin_account",
                "usdm": "get_futures_account",
                "coinm": "get_futures_account",
            },
            outcome=OutcomeFacts(unknown=frozenset({"disconnect", "http_429", "http_5xx", "timeout"})),
            doc="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#account-information-user_data",
        ),
    },
)
