"""What can be sent to the venue okx: addresses, operations, channels, limits, errors. Generated from specs/okx; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from dragoman.auth import Hmac
from dragoman.errors import Denied
from dragoman.limits import Bucket
from dragoman.model import ContingencyType, OrderType
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
from dragoman.translate.functions import multiply, parse_int
from dragoman.translate.reads import as_list, integer
from dragoman.translate.told import Told

from dragoman_venues.okx.account import AccountRow
from dragoman_venues.okx.orders import DoneAnswer, ResultAnswer
from dragoman_venues.okx.venue import GetServerTimeResponse


def _failed(body: Any) -> bool:
    """Whether an answer with a good status tells an error."""
    return next((got for got in (at_path(body, ("code",)),) if got is not None), "0") not in ("0", "1", "2")


def _place_orders_weight(scope: Told) -> int:
    """What a call of place_orders costs, or of others that cost alike."""
    return len(scope.told_list("orders") or [])


def _submit_order_choose(
    *,
    type: str,
    tif: str,
    post_only: bool,
    product: str,
    has_display_qty: bool,
    side: str,
    reduce_only: bool,
    quote_quantity: bool,
    trigger: str,
    offset_type: str,
    contingency: str,
) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if type == "MARKET" and tif == "GTC" and product in ("spot", "margin", "swap", "futures"):
        return {"ordType": "market"}
    if type == "MARKET" and tif == "IOC" and product in ("swap", "futures"):
        return {"ordType": "optimal_limit_ioc"}
    if type == "MARKET" and tif == "IOC" and product in ("spot", "margin"):
        return {"ordType": "market"}
    if type == "MARKET" and tif == "GTC" and product == "spread":
        return {"": "place_spread_order", "ordType": "market"}
    if type == "MARKET" and tif in ("GTC", "IOC") and product in ("option", "events"):
        raise Denied("okx", "submit_order", "OKX takes no market orders of options and event contracts")
    if type == "MARKET" and tif == "IOC" and product == "spread":
        raise Denied("okx", "submit_order", "a market order of a spread has no time in force")
    if (
        type == "LIMIT"
        and tif == "GTC"
        and not post_only
        and product in ("spot", "margin", "swap", "futures", "option", "events")
    ):
        return {"ordType": "limit"}
    if (
        type == "LIMIT"
        and tif == "GTC"
        and post_only
        and product in ("spot", "margin", "swap", "futures", "option", "events")
    ):
        return {"ordType": "post_only"}
    if (
        type == "LIMIT"
        and tif == "IOC"
        and not post_only
        and product in ("spot", "margin", "swap", "futures", "option", "events")
    ):
        return {"ordType": "ioc"}
    if (
        type == "LIMIT"
        and tif == "FOK"
        and not post_only
        and product in ("spot", "margin", "swap", "futures", "events")
    ):
        return {"ordType": "fok"}
    if type == "LIMIT" and tif == "FOK" and not post_only and product == "option":
        return {"ordType": "op_fok"}
    if type == "LIMIT" and tif == "GTC" and not post_only and product == "spread":
        return {"": "place_spread_order", "ordType": "limit"}
    if type == "LIMIT" and tif == "GTC" and post_only and product == "spread":
        return {"": "place_spread_order", "ordType": "post_only"}
    if type == "LIMIT" and tif == "IOC" and not post_only and product == "spread":
        return {"": "place_spread_order", "ordType": "ioc"}
    if type == "LIMIT" and tif == "FOK" and not post_only and product == "spread":
        raise Denied("okx", "submit_order", "OKX fills or kills no orders of spreads")
    if type == "LIMIT" and tif in ("IOC", "FOK") and post_only:
        raise Denied("okx", "submit_order", "an order that only rests contradicts IOC and FOK")
    if type == "STOP_MARKET" and tif == "GTC" and product in ("spot", "swap", "futures"):
        return {"": "place_algo_order", "ordType": "trigger", "orderPx": "-1"}
    if type == "STOP_LIMIT" and tif == "GTC" and not post_only and product in ("spot", "swap", "futures"):
        return {"": "place_algo_order", "ordType": "trigger"}
    if type == "STOP_MARKET" and tif == "GTC" and product == "margin":
        return {"": "place_algo_order", "ordType": "conditional", "slOrdPx": "-1"}
    if type == "STOP_LIMIT" and tif == "GTC" and not post_only and product == "margin":
        return {"": "place_algo_order", "ordType": "conditional"}
    if type == "MARKET_IF_TOUCHED" and tif == "GTC" and product in ("spot", "margin", "swap", "futures"):
        return {"": "place_algo_order", "ordType": "conditional", "tpOrdPx": "-1"}
    if (
        type == "LIMIT_IF_TOUCHED"
        and tif == "GTC"
        and not post_only
        and product in ("spot", "margin", "swap", "futures")
    ):
        return {"": "place_algo_order", "ordType": "conditional"}
    if type == "TRAILING_STOP_MARKET" and tif == "GTC" and product in ("spot", "margin", "swap", "futures"):
        return {"": "place_algo_order", "ordType": "move_order_stop"}
    if (
        type in ("STOP_LIMIT", "LIMIT_IF_TOUCHED")
        and tif == "GTC"
        and post_only
        and product in ("spot", "margin", "swap", "futures")
    ):
        raise Denied("okx", "submit_order", "an order that waits for a price can't be post-only")
    if (
        type in ("STOP_MARKET", "STOP_LIMIT", "MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED", "TRAILING_STOP_MARKET")
        and tif in ("IOC", "FOK")
        and product in ("spot", "margin", "swap", "futures")
    ):
        raise Denied(
            "okx",
            "submit_order",
            "an order that waits for a price stays until it is taken back; only GTC says so",
        )
    if (
        type in ("STOP_MARKET", "STOP_LIMIT", "MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED", "TRAILING_STOP_MARKET")
        and tif in ("GTC", "IOC", "FOK")
        and product in ("option", "events", "spread")
    ):
        raise Denied(
            "okx", "submit_order", "OKX takes no orders of options, events and spreads that wait for a price"
        )
    if type == "MARKET_TO_LIMIT" and tif in ("GTC", "IOC", "FOK"):
        raise Denied(
            "okx",
            "submit_order",
            "of no order of OKX what the market did not fill stays at a price; ioc, which others call so, wants a price and withdraws the rest",
        )
    if type == "TRAILING_STOP_LIMIT" and tif in ("GTC", "IOC", "FOK"):
        raise Denied("okx", "submit_order", "OKX has no stop that trails with a limit")
    if type == "MARKET" and tif == "FOK":
        raise Denied("okx", "submit_order", "OKX fills or kills no market orders")
    if tif in ("GTD", "DAY", "AT_THE_OPEN", "AT_THE_CLOSE"):
        raise Denied("okx", "submit_order", "OKX knows GTC, IOC and FOK alone")
    raise Denied("okx", "submit_order", "no row of the table takes this")


def _submit_order_also(
    *,
    type: str,
    tif: str,
    post_only: bool,
    product: str,
    has_display_qty: bool,
    side: str,
    reduce_only: bool,
    quote_quantity: bool,
    trigger: str,
    offset_type: str,
    contingency: str,
) -> dict[str, object]:
    """Wire fields that further inputs decide; one that nothing fits is left out."""
    found: dict[str, object] = {}
    if product == "spot":
        found["tdMode"] = "cash"
    if product in ("margin", "swap", "futures", "option"):
        found["tdMode"] = "cross"
    if product == "events":
        found["tdMode"] = "isolated"
    if has_display_qty:
        raise Denied("okx", "submit_order", "OKX hides quantity only in its own iceberg orders")
    if product == "events" and not post_only:
        found["speedBump"] = "1"
    if reduce_only and product in ("margin", "swap", "futures"):
        found["reduceOnly"] = True
    if reduce_only and product in ("spot", "option", "events", "spread"):
        raise Denied("okx", "submit_order", "the venue has no reduceOnly for this product")
    if quote_quantity and product == "spot" and type == "MARKET":
        found["tgtCcy"] = "quote_ccy"
    if quote_quantity and product == "spot" and type == "MARKET_IF_TOUCHED" and side == "BUY":
        found["tgtCcy"] = "quote_ccy"
    if quote_quantity and product == "spot" and type == "MARKET_IF_TOUCHED" and side == "SELL":
        raise Denied("okx", "submit_order", "what sells is counted in the base currency")
    if (
        quote_quantity
        and product == "spot"
        and type
        in (
            "LIMIT",
            "STOP_MARKET",
            "STOP_LIMIT",
            "MARKET_TO_LIMIT",
            "LIMIT_IF_TOUCHED",
            "TRAILING_STOP_MARKET",
            "TRAILING_STOP_LIMIT",
        )
    ):
        raise Denied("okx", "submit_order", "only market orders are counted in the quote currency")
    if quote_quantity and product == "margin" and type == "MARKET" and side == "SELL":
        raise Denied("okx", "submit_order", "what sells is counted in the base currency")
    if (
        quote_quantity
        and product == "margin"
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
        raise Denied("okx", "submit_order", "only market orders are counted in the quote currency")
    if quote_quantity and product in ("swap", "futures", "option", "events", "spread"):
        raise Denied("okx", "submit_order", "contracts are not counted in the quote currency")
    if not quote_quantity and product == "spot" and type == "MARKET":
        found["tgtCcy"] = "base_ccy"
    if not quote_quantity and product == "spot" and type == "MARKET_IF_TOUCHED" and side == "BUY":
        found["tgtCcy"] = "base_ccy"
    if not quote_quantity and product == "margin" and type == "MARKET" and side == "BUY":
        raise Denied(
            "okx",
            "submit_order",
            "OKX counts a purchase at market on margin in the quote currency; say quote_quantity",
        )
    if type in ("STOP_MARKET", "STOP_LIMIT") and product == "spot" and trigger == "LAST_PRICE":
        found["triggerPxType"] = "last"
    if (
        type in ("STOP_MARKET", "STOP_LIMIT")
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
        raise Denied("okx", "submit_order", "the venue has no triggerPxType for this trigger")
    if (
        type in ("STOP_MARKET", "STOP_LIMIT")
        and product in ("swap", "futures", "option", "events", "spread")
        and trigger == "LAST_PRICE"
    ):
        found["triggerPxType"] = "last"
    if (
        type in ("STOP_MARKET", "STOP_LIMIT")
        and product in ("swap", "futures", "option", "events", "spread")
        and trigger == "MARK_PRICE"
    ):
        found["triggerPxType"] = "mark"
    if (
        type in ("STOP_MARKET", "STOP_LIMIT")
        and product in ("swap", "futures", "option", "events", "spread")
        and trigger == "INDEX_PRICE"
    ):
        found["triggerPxType"] = "index"
    if (
        type in ("STOP_MARKET", "STOP_LIMIT")
        and product in ("swap", "futures", "option", "events", "spread")
        and trigger
        in ("NO_TRIGGER", "BID_ASK", "DOUBLE_LAST", "DOUBLE_BID_ASK", "LAST_OR_BID_ASK", "MID_POINT")
    ):
        raise Denied("okx", "submit_order", "the venue has no triggerPxType for this trigger")
    if type == "TRAILING_STOP_MARKET" and trigger in (
        "NO_TRIGGER",
        "MARK_PRICE",
        "INDEX_PRICE",
        "BID_ASK",
        "DOUBLE_LAST",
        "DOUBLE_BID_ASK",
        "LAST_OR_BID_ASK",
        "MID_POINT",
    ):
        raise Denied("okx", "submit_order", "the venue has no triggerPxType for this trigger")
    if type in ("STOP_MARKET", "STOP_LIMIT") and product == "margin" and trigger == "LAST_PRICE":
        found["slTriggerPxType"] = "last"
    if (
        type in ("STOP_MARKET", "STOP_LIMIT")
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
        raise Denied("okx", "submit_order", "the venue has no slTriggerPxType for this trigger")
    if type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED") and product == "spot" and trigger == "LAST_PRICE":
        found["tpTriggerPxType"] = "last"
    if (
        type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
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
        raise Denied("okx", "submit_order", "the venue has no tpTriggerPxType for this trigger")
    if type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED") and product == "margin" and trigger == "LAST_PRICE":
        found["tpTriggerPxType"] = "last"
    if (
        type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
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
        raise Denied("okx", "submit_order", "the venue has no tpTriggerPxType for this trigger")
    if (
        type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
        and product in ("swap", "futures", "option", "events", "spread")
        and trigger == "LAST_PRICE"
    ):
        found["tpTriggerPxType"] = "last"
    if (
        type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
        and product in ("swap", "futures", "option", "events", "spread")
        and trigger == "MARK_PRICE"
    ):
        found["tpTriggerPxType"] = "mark"
    if (
        type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
        and product in ("swap", "futures", "option", "events", "spread")
        and trigger == "INDEX_PRICE"
    ):
        found["tpTriggerPxType"] = "index"
    if (
        type in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED")
        and product in ("swap", "futures", "option", "events", "spread")
        and trigger
        in ("NO_TRIGGER", "BID_ASK", "DOUBLE_LAST", "DOUBLE_BID_ASK", "LAST_OR_BID_ASK", "MID_POINT")
    ):
        raise Denied("okx", "submit_order", "the venue has no tpTriggerPxType for this trigger")
    if type == "TRAILING_STOP_MARKET" and offset_type in ("NO_TRAILING_OFFSET", "TICKS", "PRICE_TIER"):
        raise Denied("okx", "submit_order", "the venue has no callbackSpread for this offset_type")
    if contingency in ("OCO", "OTO", "OUO"):
        raise Denied("okx", "submit_order", "linked orders go out as the pair or the bracket that they are")
    return found


def _submit_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What submit_order says beside what its table decides."""
    found: dict[str, object] = {
        "instId": t["raw"],
        "instIdCode": getattr(t.get("instrument"), "info", {}).get("inst_id_code"),
        "sprdId": t["raw"],
        "side": t["side"].lower(),
        "sz": t["quantity"],
        "px": t["price"],
        "clOrdId": t["client_order_id"],
        "algoClOrdId": t["client_order_id"],
    }
    if t["type"] in ("STOP_MARKET", "STOP_LIMIT") and t["product"] in ("spot", "swap", "futures"):
        found["triggerPx"] = t["trigger_price"]
    if t["type"] == "STOP_LIMIT" and t["product"] in ("spot", "swap", "futures"):
        found["orderPx"] = t["price"]
    if t["type"] in ("STOP_MARKET", "STOP_LIMIT") and t["product"] == "margin":
        found["slTriggerPx"] = t["trigger_price"]
    if t["type"] == "STOP_LIMIT" and t["product"] == "margin":
        found["slOrdPx"] = t["price"]
    if t["type"] in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED"):
        found["tpTriggerPx"] = t["trigger_price"]
    if t["type"] == "LIMIT_IF_TOUCHED":
        found["tpOrdPx"] = t["price"]
    if t["type"] == "TRAILING_STOP_MARKET" and t["offset_type"] == "BASIS_POINTS":
        found["callbackRatio"] = multiply(
            next((got for got in (t["trailing_offset"],) if got is not None), Decimal("0")), Decimal("0.0001")
        )
    if t["type"] == "TRAILING_STOP_MARKET" and t["offset_type"] == "PRICE":
        found["callbackSpread"] = t["trailing_offset"]
    if t["type"] == "TRAILING_STOP_MARKET":
        found["activePx"] = t["activation_price"]
    return found


_SUBMIT_ORDER_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "type": lambda t: t["type"],
    "tif": lambda t: t["tif"],
    "post_only": lambda t: t["post_only"],
    "product": lambda t: t["product"],
    "has_display_qty": lambda t: t["display_qty"] is not None,
    "side": lambda t: t["side"],
    "reduce_only": lambda t: t["reduce_only"],
    "quote_quantity": lambda t: t["quote_quantity"],
    "trigger": lambda t: t["trigger"],
    "offset_type": lambda t: t["offset_type"],
    "contingency": lambda t: t["contingency"],
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
    "product": ("spot", "margin", "swap", "futures", "option", "events", "spread"),
    "has_display_qty": (False, True),
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
}


def _submit_oco_choose(*, type: str, product: str, side: str) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if type == "LIMIT":
        raise Denied(
            "okx",
            "submit_oco",
            "a take profit of a pair waits for its price; one that rests becomes an order of which OKX does not say under which id it goes",
        )
    if type in ("STOP_MARKET", "MARKET_IF_TOUCHED") and product in ("spot", "margin") and side == "BUY":
        raise Denied(
            "okx", "submit_oco", "a market order of a pair that buys with money counts in the quote currency"
        )
    if type in ("STOP_MARKET", "MARKET_IF_TOUCHED") and product in ("spot", "margin") and side == "SELL":
        return {}
    if type in ("STOP_MARKET", "MARKET_IF_TOUCHED") and product in ("swap", "futures"):
        return {}
    if type in ("STOP_LIMIT", "LIMIT_IF_TOUCHED") and product in ("spot", "margin", "swap", "futures"):
        return {}
    if type in ("MARKET", "MARKET_TO_LIMIT", "TRAILING_STOP_MARKET", "TRAILING_STOP_LIMIT"):
        raise Denied(
            "okx", "submit_oco", "a pair of OKX takes a profit and stops a loss at prices of their own"
        )
    if type in ("STOP_MARKET", "STOP_LIMIT", "MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED") and product in (
        "option",
        "events",
        "spread",
    ):
        raise Denied(
            "okx", "submit_oco", "a pair of OKX takes a profit and stops a loss at prices of their own"
        )
    raise Denied("okx", "submit_oco", "no row of the table takes this")


_SUBMIT_OCO_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "type": lambda t: t["type"],
    "product": lambda t: t["product"],
    "side": lambda t: t["side"],
}
_SUBMIT_OCO_DOMAINS: dict[str, tuple[object, ...]] = {
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
    "product": ("spot", "margin", "swap", "futures", "option", "events", "spread"),
    "side": ("BUY", "SELL"),
}


def _modify_order_choose(
    *, type: str, product: str, has_trigger_price: bool, contingency: str
) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if (
        type in ("MARKET", "LIMIT")
        and product in ("spot", "margin", "swap", "futures", "option", "events")
        and not has_trigger_price
    ):
        return {}
    if type in ("MARKET", "LIMIT") and product == "spread" and not has_trigger_price:
        return {"": "amend_spread_order"}
    if type in ("STOP_MARKET", "STOP_LIMIT", "MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED") and product in (
        "spot",
        "margin",
        "swap",
        "futures",
    ):
        return {"": "amend_algo_order"}
    if type == "LIMIT" and product in ("spot", "margin", "swap", "futures") and has_trigger_price:
        return {"": "amend_algo_order"}
    if type == "LIMIT" and product in ("option", "events", "spread") and has_trigger_price:
        raise Denied("okx", "modify_order", "OKX changes no such order; take it back and send another")
    if type == "MARKET" and has_trigger_price:
        raise Denied("okx", "modify_order", "OKX changes no such order; take it back and send another")
    if type in ("STOP_MARKET", "STOP_LIMIT", "MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED") and product in (
        "option",
        "events",
        "spread",
    ):
        raise Denied("okx", "modify_order", "OKX changes no such order; take it back and send another")
    if type in ("MARKET_TO_LIMIT", "TRAILING_STOP_MARKET", "TRAILING_STOP_LIMIT"):
        raise Denied("okx", "modify_order", "OKX changes no such order; take it back and send another")
    raise Denied("okx", "modify_order", "no row of the table takes this")


def _modify_order_also(
    *, type: str, product: str, has_trigger_price: bool, contingency: str
) -> dict[str, object]:
    """Wire fields that further inputs decide; one that nothing fits is left out."""
    found: dict[str, object] = {}
    if product == "events":
        found["speedBump"] = "1"
    return found


def _modify_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What modify_order says beside what its table decides."""
    found: dict[str, object] = {
        "instId": t["raw"],
        "instIdCode": getattr(t.get("instrument"), "info", {}).get("inst_id_code"),
        "ordId": t["venue_order_id"],
        "clOrdId": t["client_order_id"],
        "algoId": None if t["venue_order_id"] is None else t["venue_order_id"].partition("-")[0],
        "algoClOrdId": t["client_order_id"],
        "newSz": t["quantity"],
        "newPx": t["price"],
        "newSlTriggerPx": (
            t["trigger_price"]
            if t["type"] in (OrderType.LIMIT, OrderType.STOP_MARKET, OrderType.STOP_LIMIT)
            and (t["product"] == "margin" or t["contingency"] == ContingencyType.OCO)
            else None
        ),
        "newSlOrdPx": (
            t["price"]
            if t["type"] in (OrderType.LIMIT, OrderType.STOP_LIMIT)
            and (t["product"] == "margin" or t["contingency"] == ContingencyType.OCO)
            else None
        ),
    }
    if (
        t["type"] in ("LIMIT", "STOP_MARKET", "STOP_LIMIT")
        and t["product"] in ("spot", "swap", "futures")
        and t["contingency"] == "NO_CONTINGENCY"
    ):
        found["newTriggerPx"] = t["trigger_price"]
    if (
        t["type"] in ("LIMIT", "STOP_LIMIT")
        and t["product"] in ("spot", "swap", "futures")
        and t["contingency"] == "NO_CONTINGENCY"
    ):
        found["newOrdPx"] = t["price"]
    if t["type"] in ("MARKET_IF_TOUCHED", "LIMIT_IF_TOUCHED"):
        found["newTpTriggerPx"] = t["trigger_price"]
    if t["type"] == "LIMIT_IF_TOUCHED":
        found["newTpOrdPx"] = t["price"]
    return found


_MODIFY_ORDER_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "type": lambda t: t["type"],
    "product": lambda t: t["product"],
    "has_trigger_price": lambda t: t["trigger_price"] is not None,
    "contingency": lambda t: t["contingency"],
}
_MODIFY_ORDER_DOMAINS: dict[str, tuple[object, ...]] = {
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
    "product": ("spot", "margin", "swap", "futures", "option", "events", "spread"),
    "has_trigger_price": (False, True),
    "contingency": ("NO_CONTINGENCY", "OCO", "OTO", "OUO"),
}


def _cancel_order_choose(*, type: str, product: str) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if type in ("MARKET", "LIMIT", "MARKET_TO_LIMIT") and product in (
        "spot",
        "margin",
        "swap",
        "futures",
        "option",
        "events",
    ):
        return {}
    if product == "spread":
        return {"": "cancel_spread_order"}
    if type in (
        "STOP_MARKET",
        "STOP_LIMIT",
        "MARKET_IF_TOUCHED",
        "LIMIT_IF_TOUCHED",
        "TRAILING_STOP_MARKET",
        "TRAILING_STOP_LIMIT",
    ) and product in ("spot", "margin", "swap", "futures", "option", "events"):
        return {"": "cancel_algo_order"}
    raise Denied("okx", "cancel_order", "no row of the table takes this")


def _cancel_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What cancel_order says beside what its table decides."""
    found: dict[str, object] = {
        "instId": t["raw"],
        "instIdCode": getattr(t.get("instrument"), "info", {}).get("inst_id_code"),
        "ordId": t["venue_order_id"],
        "clOrdId": t["client_order_id"],
        "algoId": None if t["venue_order_id"] is None else t["venue_order_id"].partition("-")[0],
        "algoClOrdId": t["client_order_id"],
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
    "product": ("spot", "margin", "swap", "futures", "option", "events", "spread"),
}


def _cancel_all_orders_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What cancel_all_orders says beside what its table decides."""
    found: dict[str, object] = {"sprdId": t["raw"]}
    return found


def _query_order_choose(*, type: str, product: str) -> dict[str, object]:
    """The wire fields of a combination that the venue takes; raises Denied for others."""
    if type in ("MARKET", "LIMIT", "MARKET_TO_LIMIT") and product in (
        "spot",
        "margin",
        "swap",
        "futures",
        "option",
        "events",
    ):
        return {}
    if product == "spread":
        return {"": "get_spread_order"}
    if type in (
        "STOP_MARKET",
        "STOP_LIMIT",
        "MARKET_IF_TOUCHED",
        "LIMIT_IF_TOUCHED",
        "TRAILING_STOP_MARKET",
        "TRAILING_STOP_LIMIT",
    ) and product in ("spot", "margin", "swap", "futures", "option", "events"):
        return {"": "get_algo_order"}
    raise Denied("okx", "query_order", "no row of the table takes this")


def _query_order_fields(t: Mapping[str, Any]) -> dict[str, object]:
    """What query_order says beside what its table decides."""
    found: dict[str, object] = {
        "instId": t["raw"],
        "ordId": t["venue_order_id"],
        "clOrdId": t["client_order_id"],
        "algoId": None if t["venue_order_id"] is None else t["venue_order_id"].partition("-")[0],
        "algoClOrdId": t["client_order_id"],
    }
    return found


_QUERY_ORDER_INPUTS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "type": lambda t: t["type"],
    "product": lambda t: t["product"],
}
_QUERY_ORDER_DOMAINS: dict[str, tuple[object, ...]] = {
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
    "product": ("spot", "margin", "swap", "futures", "option", "events", "spread"),
}


INTERFACE = Interface(
    venue="okx",
    name="OKX",
    products={
        "spot": ("CurrencyPair",),
        "margin": ("CurrencyPair",),
        "swap": ("CryptoPerpetual",),
        "futures": ("CryptoFuture",),
        "option": ("CryptoOption",),
        "events": ("BinaryOption",),
        "spread": ("CryptoFuturesSpread", "CryptoOptionSpread"),
    },
    environments={
        "mainnet": Environment(
            {"rest": "https://www.okx.com"},
            {
                "stream": {"": "wss://ws.okx.com:8443/ws/v5/{tier}"},
                "private": {"": "wss://ws.okx.com:8443/ws/v5/{tier}"},
                "business": {"": "wss://ws.okx.com:8443/ws/v5/{tier}"},
            },
        ),
        "demo": Environment(
            {"rest": "https://www.okx.com"},
            {
                "stream": {"": "wss://wspap.okx.com:8443/ws/v5/{tier}"},
                "private": {"": "wss://wspap.okx.com:8443/ws/v5/{tier}"},
                "business": {"": "wss://wspap.okx.com:8443/ws/v5/{tier}"},
            },
            headers={"x-simulated-trading": "1"},
        ),
        "eea": Environment(
            {"rest": "https://eea.okx.com"},
            {
                "stream": {"": "wss://wseea.okx.com:8443/ws/v5/{tier}"},
                "private": {"": "wss://wseea.okx.com:8443/ws/v5/{tier}"},
                "business": {"": "wss://wseea.okx.com:8443/ws/v5/{tier}"},
            },
        ),
        "eea_demo": Environment(
            {"rest": "https://eea.okx.com"},
            {
                "stream": {"": "wss://wseeapap.okx.com:8443/ws/v5/{tier}"},
                "private": {"": "wss://wseeapap.okx.com:8443/ws/v5/{tier}"},
                "business": {"": "wss://wseeapap.okx.com:8443/ws/v5/{tier}"},
            },
            headers={"x-simulated-trading": "1"},
        ),
        "us": Environment(
            {"rest": "https://us.okx.com"},
            {
                "stream": {"": "wss://wsus.okx.com:8443/ws/v5/{tier}"},
                "private": {"": "wss://wsus.okx.com:8443/ws/v5/{tier}"},
                "business": {"": "wss://wsus.okx.com:8443/ws/v5/{tier}"},
            },
        ),
        "us_demo": Environment(
            {"rest": "https://us.okx.com"},
            {
                "stream": {"": "wss://wsuspap.okx.com:8443/ws/v5/{tier}"},
                "private": {"": "wss://wsuspap.okx.com:8443/ws/v5/{tier}"},
                "business": {"": "wss://wsuspap.okx.com:8443/ws/v5/{tier}"},
            },
            headers={"x-simulated-trading": "1"},
        ),
    },
    credentials={
        "api_key": "OKX_API_KEY",
        "api_secret": "OKX_API_SECRET",
        "passphrase": "OKX_API_PASSPHRASE",
    },
    auth={
        "signed": Hmac(
            payload=lambda v: f"{v['timestamp_iso']}{v['method']}{v['target']}{v['body']}",
            digest="sha256",
            encoding="base64",
            secret="api_secret",
            secret_encoding="text",
            sort=False,
            headers={
                "OK-ACCESS-KEY": lambda v: f"{v['api_key']}",
                "OK-ACCESS-SIGN": lambda v: f"{v['signature']}",
                "OK-ACCESS-TIMESTAMP": lambda v: f"{v['timestamp_iso']}",
                "OK-ACCESS-PASSPHRASE": lambda v: f"{v['passphrase']}",
            },
        ),
        "socket": Hmac(
            payload=lambda v: f"{v['timestamp_s']}GET/users/self/verify",
            digest="sha256",
            encoding="base64",
            secret="api_secret",
            secret_encoding="text",
            sort=False,
        ),
    },
    buckets=(
        Bucket(name="all_calls", limit=250, window_ns=1_000_000_000, kind="fixed"),
        Bucket(name="event_contracts", limit=5, window_ns=1_000_000_000, kind="fixed", scope="endpoint"),
        Bucket(name="batch", limit=300, window_ns=2_000_000_000, kind="fixed", scope="endpoint"),
        Bucket(name="order_requests", limit=1000, window_ns=2_000_000_000, kind="fixed", scope="account"),
        Bucket(name="algo", limit=10, window_ns=1_000_000_000, kind="fixed", scope="endpoint"),
        Bucket(name="spread_commands", limit=10, window_ns=1_000_000_000, kind="fixed", scope="endpoint"),
        Bucket(name="algo_orders", limit=10, window_ns=1_000_000_000, kind="fixed", scope="endpoint"),
        Bucket(name="spread_orders", limit=10, window_ns=1_000_000_000, kind="fixed", scope="endpoint"),
        Bucket(name="account", limit=5, window_ns=1_000_000_000, kind="fixed", scope="endpoint"),
        Bucket(name="leverage", limit=10, window_ns=1_000_000_000, kind="fixed", scope="endpoint"),
        Bucket(name="settings", limit=5, window_ns=2_000_000_000, kind="fixed", scope="endpoint"),
        Bucket(name="time", limit=5, window_ns=1_000_000_000, kind="fixed"),
        Bucket(name="candles", limit=20, window_ns=1_000_000_000, kind="fixed"),
        Bucket(name="history_candles", limit=10, window_ns=1_000_000_000, kind="fixed"),
        Bucket(
            name="place",
            limit=60,
            window_ns=2_000_000_000,
            kind="fixed",
            scope="account",
            each="instId",
            part="[^-]+-[^-]+(?=-[0-9]+-[0-9.]+-[CP]$)",
        ),
        Bucket(
            name="amend",
            limit=60,
            window_ns=2_000_000_000,
            kind="fixed",
            scope="account",
            each="instId",
            part="[^-]+-[^-]+(?=-[0-9]+-[0-9.]+-[CP]$)",
        ),
        Bucket(
            name="cancel",
            limit=60,
            window_ns=2_000_000_000,
            kind="fixed",
            scope="account",
            each="instId",
            part="[^-]+-[^-]+(?=-[0-9]+-[0-9.]+-[CP]$)",
        ),
        Bucket(name="mass_cancel", limit=5, window_ns=2_000_000_000, kind="fixed", scope="account"),
        Bucket(name="spread_mass_cancel", limit=5, window_ns=1_000_000_000, kind="fixed", scope="account"),
        Bucket(name="instruments", limit=10, window_ns=1_000_000_000, kind="fixed"),
        Bucket(name="trades", limit=50, window_ns=1_000_000_000, kind="fixed"),
        Bucket(name="history_trades", limit=10, window_ns=1_000_000_000, kind="fixed"),
        Bucket(name="books", limit=20, window_ns=1_000_000_000, kind="fixed"),
        Bucket(name="order_details", limit=30, window_ns=1_000_000_000, kind="fixed", scope="account"),
        Bucket(name="open_orders", limit=30, window_ns=1_000_000_000, kind="fixed", scope="account"),
        Bucket(name="orders_history", limit=20, window_ns=1_000_000_000, kind="fixed", scope="account"),
        Bucket(name="fills", limit=30, window_ns=1_000_000_000, kind="fixed", scope="account"),
        Bucket(name="fills_history", limit=5, window_ns=1_000_000_000, kind="fixed", scope="account"),
        Bucket(name="spread_open_orders", limit=5, window_ns=1_000_000_000, kind="fixed", scope="account"),
        Bucket(name="orders_archive", limit=10, window_ns=1_000_000_000, kind="fixed", scope="account"),
        Bucket(name="mark_price", limit=5, window_ns=1_000_000_000, kind="fixed"),
        Bucket(name="index_tickers", limit=10, window_ns=1_000_000_000, kind="fixed"),
        Bucket(name="funding_history", limit=5, window_ns=1_000_000_000, kind="fixed"),
        Bucket(name="option_summary", limit=10, window_ns=1_000_000_000, kind="fixed"),
        Bucket(name="position_tiers", limit=5, window_ns=1_000_000_000, kind="fixed"),
        Bucket(name="spreads", limit=10, window_ns=1_000_000_000, kind="fixed"),
    ),
    errors=ErrorTable(
        code=("code",),
        message=("msg",),
        codes={
            "1": ErrorRule("the operation failed", "rejected"),
            "2": ErrorRule("some operations of the batch failed", "rejected"),
            "50000": ErrorRule("the body of a POST request is empty", "rejected"),
            "50001": ErrorRule("the service is temporarily unavailable", "maintenance"),
            "50002": ErrorRule("malformed JSON", "rejected"),
            "50004": ErrorRule(
                "the venue itself timed out, and does not say what became of the request", "unknown"
            ),
            "50005": ErrorRule("the interface is offline or unavailable", "maintenance"),
            "50006": ErrorRule("the content type is not JSON", "rejected"),
            "50007": ErrorRule("the user is blocked", "auth"),
            "50008": ErrorRule("the user does not exist", "auth"),
            "50009": ErrorRule("the account is frozen after a liquidation", "auth"),
            "50010": ErrorRule("the user's id is empty", "rejected"),
            "50011": ErrorRule("too many requests", "rate_limit"),
            "50012": ErrorRule("the state of the account does not allow it", "auth"),
            "50013": ErrorRule("the venue is busy", "maintenance"),
            "50014": ErrorRule("a required parameter is empty", "rejected"),
            "50015": ErrorRule("one of two parameters is wanted", "rejected"),
            "50016": ErrorRule("two parameters do not fit together", "rejected"),
            "50017": ErrorRule("the position is frozen while it is deleveraged", "rejected"),
            "50018": ErrorRule("the currency is frozen while it is deleveraged", "rejected"),
            "50019": ErrorRule("the account is frozen while it is deleveraged", "rejected"),
            "50020": ErrorRule("the position is frozen while it is liquidated", "rejected"),
            "50021": ErrorRule("the currency is frozen while it is liquidated", "rejected"),
            "50022": ErrorRule("the account is frozen while it is liquidated", "rejected"),
            "50023": ErrorRule("the funding fee is being settled", "rejected"),
            "50024": ErrorRule("two parameters exclude each other", "rejected"),
            "50025": ErrorRule("a parameter has too many values", "rejected"),
            "50026": ErrorRule("a fault of the venue", "unknown"),
            "50027": ErrorRule("the account may not trade", "auth"),
            "50028": ErrorRule("the account may not place orders", "auth"),
            "50029": ErrorRule("the venue's control of risks holds the account back", "auth"),
            "50030": ErrorRule("the account may not use this call", "auth"),
            "50032": ErrorRule("the account may not trade this currency", "auth"),
            "50033": ErrorRule("the account may not trade this instrument", "auth"),
            "50035": ErrorRule("the call wants a key that is bound to addresses", "auth"),
            "50036": ErrorRule("the deadline of the request lies in the past", "rejected"),
            "50037": ErrorRule("the deadline of the order has passed", "rejected"),
            "50038": ErrorRule("demo trading does not have it", "auth"),
            "50039": ErrorRule("pages by time go backward alone", "rejected"),
            "50040": ErrorRule("the operation was repeated too often", "rate_limit"),
            "50041": ErrorRule("the user is not on the list of those who may", "auth"),
            "50042": ErrorRule("the request was sent before", "rejected"),
            "50044": ErrorRule("one kind of broker is wanted", "rejected"),
            "50046": ErrorRule("the feature is temporarily unavailable", "maintenance"),
            "50047": ErrorRule("the instrument was settled, and its bars are elsewhere", "rejected"),
            "50051": ErrorRule("the country does not allow it", "auth"),
            "50052": ErrorRule("local law does not allow the currency", "auth"),
            "50053": ErrorRule("only demo trading has it", "auth"),
            "50059": ErrorRule("the regulator wants further steps of the user", "auth"),
            "50060": ErrorRule("the user's identity is not confirmed", "auth"),
            "50061": ErrorRule("too many requests of this sub-account", "rate_limit"),
            "50062": ErrorRule("the feature is unavailable", "maintenance"),
            "50064": ErrorRule("borrowing is unavailable", "maintenance"),
            "50067": ErrorRule("the interface does not trade across sites", "auth"),
            "50069": ErrorRule("the margin ratio of the risk unit is too low", "rejected"),
            "50071": ErrorRule("it exists already", "rejected"),
            "50072": ErrorRule("this account mode has no isolated margin", "auth"),
            "50075": ErrorRule("the sub-account may not trade the currency", "auth"),
            "50076": ErrorRule("the range has too many days", "rejected"),
            "50077": ErrorRule("the range has too many months", "rejected"),
            "50100": ErrorRule("the API is frozen", "auth"),
            "50101": ErrorRule("the key is not of this environment", "auth"),
            "50102": ErrorRule("the timestamp has expired", "clock"),
            "50103": ErrorRule("the key is missing", "auth"),
            "50104": ErrorRule("the passphrase is missing", "auth"),
            "50105": ErrorRule("the passphrase is wrong", "auth"),
            "50106": ErrorRule("the signature is missing", "auth"),
            "50107": ErrorRule("the timestamp is missing", "auth"),
            "50108": ErrorRule("the exchange does not exist", "auth"),
            "50109": ErrorRule("the domain of the exchange does not exist", "auth"),
            "50110": ErrorRule("the key is not for this address", "auth"),
            "50111": ErrorRule("the key is wrong", "auth"),
            "50112": ErrorRule("the timestamp is wrong", "clock"),
            "50113": ErrorRule("the signature is wrong", "auth"),
            "50114": ErrorRule("the authorization is wrong", "auth"),
            "50115": ErrorRule("the method of the request is wrong", "rejected"),
            "50118": ErrorRule("the broker's address is not on the key's list", "auth"),
            "50119": ErrorRule("the key does not exist", "auth"),
            "50120": ErrorRule("the key lacks this permission", "auth"),
            "50121": ErrorRule("the address may not use the services", "auth"),
            "50122": ErrorRule("the order's amount is too small", "rejected"),
            "51000": ErrorRule("a parameter is wrong", "rejected"),
            "51001": ErrorRule("the instrument does not exist", "not_found"),
            "51002": ErrorRule("instrument and underlying do not fit together", "rejected"),
            "51003": ErrorRule("neither the order's id nor the client's is told", "rejected"),
            "51004": ErrorRule("the order exceeds the position that the leverage allows", "rejected"),
            "51005": ErrorRule("the order exceeds the largest size", "rejected"),
            "51006": ErrorRule("the price is beyond the price limits", "rejected"),
            "51007": ErrorRule("the order is smaller than one contract", "rejected"),
            "51008": ErrorRule("the balance is too low", "rejected"),
            "51009": ErrorRule("orders of the account are blocked", "auth"),
            "51010": ErrorRule("the account's mode does not allow it", "auth"),
            "51011": ErrorRule("the order's id is taken", "rejected"),
            "51012": ErrorRule("the currency does not exist", "not_found"),
            "51014": ErrorRule("the index does not exist", "not_found"),
            "51015": ErrorRule("instrument and instrument type do not fit together", "rejected"),
            "51016": ErrorRule("the client order id is taken", "rejected"),
            "51017": ErrorRule("the loan exceeds what may be borrowed", "rejected"),
            "51018": ErrorRule("the account may not be short of options", "rejected"),
            "51019": ErrorRule(
                "the post-only order would have taken liquidity, or options would be held long on cross margin",
                "rejected",
            ),
            "51020": ErrorRule("the order is smaller than the least size", "rejected"),
            "51021": ErrorRule("the instrument is not listed yet", "rejected"),
            "51022": ErrorRule("the instrument is suspended", "rejected"),
            "51023": ErrorRule("the position does not exist", "not_found"),
            "51024": ErrorRule("the account is blocked, or may only reduce positions", "auth"),
            "51025": ErrorRule("there are too many orders", "rejected"),
            "51026": ErrorRule("instrument type and underlying do not fit together", "rejected"),
            "51027": ErrorRule("the contract has expired", "rejected"),
            "51028": ErrorRule("the contract is being delivered", "rejected"),
            "51029": ErrorRule("the contract is being settled", "rejected"),
            "51030": ErrorRule("the funding fee is being settled", "rejected"),
            "51031": ErrorRule("the price is beyond the bounds of closing prices", "rejected"),
            "51032": ErrorRule("all positions are being closed at the market", "rejected"),
            "51033": ErrorRule("the orders of this pair have reached their largest amount", "rejected"),
            "51034": ErrorRule("the market maker's protection was set off", "rejected"),
            "51035": ErrorRule("the account may not quote as a market maker", "auth"),
            "51036": ErrorRule("market makers' orders are for options on portfolio margin", "auth"),
            "51037": ErrorRule("the account may only reduce its risk by IOC orders", "auth"),
            "51038": ErrorRule("an IOC order of the risk unit is there already", "rejected"),
            "51039": ErrorRule("this leverage can't be changed on portfolio margin", "rejected"),
            "51041": ErrorRule("portfolio margin nets positions", "auth"),
            "51042": ErrorRule("market makers' orders are on cross margin alone", "auth"),
            "51043": ErrorRule("the isolated position does not exist", "not_found"),
            "51044": ErrorRule("this order takes no stop loss or take profit", "rejected"),
            "51046": ErrorRule("the take profit is on the wrong side of the price", "rejected"),
            "51047": ErrorRule("the stop loss is on the wrong side of the price", "rejected"),
            "51048": ErrorRule("the take profit is on the wrong side of the price", "rejected"),
            "51049": ErrorRule("the stop loss is on the wrong side of the price", "rejected"),
            "51050": ErrorRule("the take profit is on the wrong side of the best offer", "rejected"),
            "51051": ErrorRule("the stop loss is on the wrong side of the best offer", "rejected"),
            "51052": ErrorRule("the take profit is on the wrong side of the best bid", "rejected"),
            "51053": ErrorRule("the stop loss is on the wrong side of the best bid", "rejected"),
            "51054": ErrorRule("the request timed out", "unknown"),
            "51055": ErrorRule("portfolio margin has no such bot", "auth"),
            "51056": ErrorRule("the action is not allowed", "rejected"),
            "51057": ErrorRule("the account's mode has no such algo order", "auth"),
            "51058": ErrorRule("there is no position for the algo order", "rejected"),
            "51059": ErrorRule("the state of the algo order does not allow it", "rejected"),
            "51063": ErrorRule("the order does not exist", "not_found"),
            "51065": ErrorRule("the algo client order id is taken", "rejected"),
            "51066": ErrorRule("options have no market orders", "rejected"),
            "51068": ErrorRule("the id of an attached order is taken", "rejected"),
            "51069": ErrorRule("the options do not exist", "not_found"),
            "51070": ErrorRule("the account may not change to this mode", "auth"),
            "51072": ErrorRule("a lead trader's spot purchases want tdMode spot_isolated", "auth"),
            "51073": ErrorRule("a lead trader closes by a call of its own", "auth"),
            "51074": ErrorRule("tdMode spot_isolated is for lead traders", "auth"),
            "51075": ErrorRule("only the price of such an order can be changed", "rejected"),
            "51076": ErrorRule(
                "each part of a split take profit has either a take profit or a stop loss", "rejected"
            ),
            "51077": ErrorRule("spot and margin take no split take profit", "rejected"),
            "51078": ErrorRule("a lead trader can not split the take profit", "auth"),
            "51079": ErrorRule("the take profit has too many parts", "rejected"),
            "51080": ErrorRule("the parts of a take profit want one kind of trigger", "rejected"),
            "51081": ErrorRule("the parts of a take profit want different triggers", "rejected"),
            "51082": ErrorRule("the parts of a take profit take the market", "rejected"),
            "51083": ErrorRule("the parts of a take profit have to add up to the order", "rejected"),
            "51084": ErrorRule("the order has too many stop losses", "rejected"),
            "51085": ErrorRule("a stop loss at the opening price wants two take profits", "rejected"),
            "51086": ErrorRule("the order has too many attached orders", "rejected"),
            "51087": ErrorRule("the listing was called off", "rejected"),
            "51088": ErrorRule("one order that closes the whole position is there already", "rejected"),
            "51089": ErrorRule("a part of the take profit has no size", "rejected"),
            "51090": ErrorRule("this stop loss can't be resized", "rejected"),
            "51091": ErrorRule("the parts of a take profit are of one kind", "rejected"),
            "51092": ErrorRule("the parts of a take profit want different prices", "rejected"),
            "51093": ErrorRule("a take profit that rests wants a price", "rejected"),
            "51094": ErrorRule("a take profit of this product can't rest in the book", "rejected"),
            "51095": ErrorRule("a take profit that rests wants a stop loss beside it", "rejected"),
            "51096": ErrorRule("a take profit that rests has to end with the position", "rejected"),
            "51098": ErrorRule(
                "a stop loss that is bound to a resting take profit takes no other", "rejected"
            ),
            "51099": ErrorRule("a lead trader has no take profit that rests", "auth"),
            "51100": ErrorRule("an order that only reduces takes no stop loss or take profit", "rejected"),
            "51101": ErrorRule("the order exceeds the largest number of contracts", "rejected"),
            "51102": ErrorRule("there are too many orders of the instrument", "rejected"),
            "51103": ErrorRule("there are too many orders of the family", "rejected"),
            "51104": ErrorRule("the orders of the family hold too many contracts", "rejected"),
            "51105": ErrorRule(
                "position and orders of the instrument in this direction are too large", "rejected"
            ),
            "51106": ErrorRule(
                "position and orders of the family in this direction are too large", "rejected"
            ),
            "51107": ErrorRule("position and orders of the family are too large", "rejected"),
            "51108": ErrorRule("the position is too large to be closed at the market", "rejected"),
            "51109": ErrorRule("nobody offers", "rejected"),
            "51110": ErrorRule("only limit orders are taken once the auction has begun", "rejected"),
            "51111": ErrorRule("the batch has too many orders", "rejected"),
            "51112": ErrorRule("more would be closed than the position holds", "rejected"),
            "51113": ErrorRule("too many closings at the market", "rate_limit"),
            "51115": ErrorRule("orders that close the position stand against it", "rejected"),
            "51116": ErrorRule("the price or trigger price is too far off", "rejected"),
            "51117": ErrorRule("there are too many orders that close the position", "rejected"),
            "51119": ErrorRule("the margin is too low", "rejected"),
            "51120": ErrorRule("the order's amount is too small", "rejected"),
            "51121": ErrorRule("the quantity is no multiple of the lot", "rejected"),
            "51122": ErrorRule("the price is below the least price", "rejected"),
            "51123": ErrorRule("the instrument has no price step yet", "rejected"),
            "51124": ErrorRule("only limit orders are taken in the auction", "rejected"),
            "51125": ErrorRule("orders that reduce and turn the position stand against it", "rejected"),
            "51126": ErrorRule("orders that only reduce stand against it", "rejected"),
            "51127": ErrorRule("the balance is zero", "rejected"),
            "51128": ErrorRule("the account's mode has no cross margin here", "auth"),
            "51129": ErrorRule("position and order have reached the limit of the position", "rejected"),
            "51130": ErrorRule("the margin currency is wrong", "rejected"),
            "51131": ErrorRule("the balance is too low", "rejected"),
            "51132": ErrorRule("the position is smaller than the least amount", "rejected"),
            "51133": ErrorRule("spot orders of this account mode do not reduce", "rejected"),
            "51134": ErrorRule("the position can't be closed with what is held and ordered", "rejected"),
            "51135": ErrorRule("the closing price is above the highest bid", "rejected"),
            "51136": ErrorRule("the closing price is below the lowest offer", "rejected"),
            "51137": ErrorRule("the price is above the highest bid", "rejected"),
            "51138": ErrorRule("the price is below the lowest offer", "rejected"),
            "51139": ErrorRule("spot orders of this account mode do not reduce", "rejected"),
            "51140": ErrorRule("too few offers stand in the book", "rejected"),
            "51142": ErrorRule("nobody quotes a price that fits", "rejected"),
            "51143": ErrorRule("the amount to convert is too small", "rejected"),
            "51144": ErrorRule("the order goes by another call", "rejected"),
            "51147": ErrorRule("the account holds too little to trade options", "auth"),
            "51148": ErrorRule("the order could turn the position that another one reduces", "rejected"),
            "51149": ErrorRule(
                "the order timed out, and the venue does not say what became of it", "unknown"
            ),
            "51150": ErrorRule("quantity or price has too many digits", "rejected"),
            "51152": ErrorRule("automatic and manual borrowing do not mix", "rejected"),
            "51153": ErrorRule("more would be borrowed than may be", "rejected"),
            "51154": ErrorRule("more would be paid back than is held", "rejected"),
            "51155": ErrorRule("local rules do not allow the instrument", "auth"),
            "51156": ErrorRule("a lead trader can not close by this call", "auth"),
            "51159": ErrorRule("a lead trader's order has to go the way of the position", "auth"),
            "51162": ErrorRule("open orders stand against it", "rejected"),
            "51163": ErrorRule("open positions stand against it", "rejected"),
            "51164": ErrorRule("a lead trader can not change to portfolio margin", "auth"),
            "51165": ErrorRule("there are too many orders that only reduce", "rejected"),
            "51166": ErrorRule("the instrument has no lead trading", "rejected"),
            "51167": ErrorRule("a block trade stands against the order", "rejected"),
            "51168": ErrorRule("orders that only reduce stand against it", "rejected"),
            "51169": ErrorRule("there is no position to reduce", "rejected"),
            "51170": ErrorRule("the order would add to the position", "rejected"),
            "51171": ErrorRule("the changed order could turn the position that it reduces", "rejected"),
            "51173": ErrorRule("there is nothing to pay back", "rejected"),
            "51174": ErrorRule("there are too many orders", "rejected"),
            "51175": ErrorRule("one of several parameters is wanted", "rejected"),
            "51176": ErrorRule("several parameters exclude each other", "rejected"),
            "51177": ErrorRule("the order's price is of another kind", "rejected"),
            "51178": ErrorRule("an attached order has neither a stop loss nor a take profit", "rejected"),
            "51179": ErrorRule("the account's mode does not price options so", "auth"),
            "51180": ErrorRule("a parameter is out of its range", "rejected"),
            "51181": ErrorRule("such a price wants a limit order", "rejected"),
            "51182": ErrorRule("there are too many options orders priced so", "rejected"),
            "51185": ErrorRule("the order's value is above the largest", "rejected"),
            "51186": ErrorRule("the leverage is above what the platform allows", "rejected"),
            "51187": ErrorRule("order, position and orders are above what the leverage allows", "rejected"),
            "51192": ErrorRule("the volatility makes a price below the lowest offer", "rejected"),
            "51193": ErrorRule("the volatility makes a price above the highest bid", "rejected"),
            "51194": ErrorRule("the price in USD is below the lowest offer", "rejected"),
            "51195": ErrorRule("the price in USD is above the highest bid", "rejected"),
            "51196": ErrorRule("only limit orders are taken before the quotes begin", "rejected"),
            "51197": ErrorRule("limit orders are taken once the quotes have begun", "rejected"),
            "51201": ErrorRule("the market order's value is above the largest", "rejected"),
            "51202": ErrorRule("the market order is above the largest", "rejected"),
            "51203": ErrorRule("the order is above the largest", "rejected"),
            "51204": ErrorRule("a limit order wants a price", "rejected"),
            "51205": ErrorRule("the order can't reduce only", "rejected"),
            "51206": ErrorRule("orders that only reduce stand against it", "rejected"),
            "51207": ErrorRule("the position is too large to be closed at the market", "rejected"),
            "51209": ErrorRule("the account may only reduce its delta", "auth"),
            "51210": ErrorRule("the account may have one order of an underlying", "auth"),
            "51211": ErrorRule("the account may only reduce its delta", "auth"),
            "51212": ErrorRule("the account may send no batches", "auth"),
            "51213": ErrorRule("the account may have one order of an underlying", "auth"),
            "51214": ErrorRule("the account may only reduce its delta", "auth"),
            "51250": ErrorRule("the algo order's price is out of its range", "rejected"),
            "51251": ErrorRule("the iceberg order is of the wrong kind", "rejected"),
            "51252": ErrorRule("the algo order's size is out of its range", "rejected"),
            "51253": ErrorRule("the iceberg order's part is out of its range", "rejected"),
            "51254": ErrorRule("the iceberg order's part is wrong", "rejected"),
            "51255": ErrorRule("the iceberg order's part is above the largest", "rejected"),
            "51256": ErrorRule("the iceberg order's depth is wrong", "rejected"),
            "51257": ErrorRule("the callback ratio is out of its range", "rejected"),
            "51258": ErrorRule(
                "the trailing order's activation is on the wrong side of the price", "rejected"
            ),
            "51259": ErrorRule(
                "the trailing order's activation is on the wrong side of the price", "rejected"
            ),
            "51260": ErrorRule("there are too many trailing orders", "rejected"),
            "51261": ErrorRule("there are too many stop orders", "rejected"),
            "51262": ErrorRule("there are too many iceberg orders", "rejected"),
            "51263": ErrorRule("there are too many TWAP orders", "rejected"),
            "51264": ErrorRule("the TWAP order's part is out of its range", "rejected"),
            "51265": ErrorRule("the order's largest part is wrong", "rejected"),
            "51267": ErrorRule("the sweep ratio is wrong", "rejected"),
            "51268": ErrorRule("the sweep range is wrong", "rejected"),
            "51269": ErrorRule("the interval is out of its range", "rejected"),
            "51270": ErrorRule("the depth is out of its range", "rejected"),
            "51271": ErrorRule("the sweep ratio is out of its range", "rejected"),
            "51272": ErrorRule("the sweep range is out of its range", "rejected"),
            "51273": ErrorRule("the total has to be above zero", "rejected"),
            "51274": ErrorRule("the total has to be above the largest part", "rejected"),
            "51275": ErrorRule("the stop order is above the largest", "rejected"),
            "51276": ErrorRule("a stop order that takes the market has no price", "rejected"),
            "51277": ErrorRule("the take profit is on the wrong side of the last price", "rejected"),
            "51278": ErrorRule("the stop loss is on the wrong side of the last price", "rejected"),
            "51279": ErrorRule("the take profit is on the wrong side of the last price", "rejected"),
            "51280": ErrorRule("the stop loss is on the wrong side of the last price", "rejected"),
            "51281": ErrorRule("trigger orders take no tgtCcy", "rejected"),
            "51282": ErrorRule("the ratio by which the offer is beaten is out of its range", "rejected"),
            "51283": ErrorRule("the interval is out of its range", "rejected"),
            "51284": ErrorRule("the part is out of its range", "rejected"),
            "51285": ErrorRule("the total is out of its range", "rejected"),
            "51286": ErrorRule("the order's amount is too small", "rejected"),
            "51287": ErrorRule("algo orders do not take this instrument", "rejected"),
            "51288": ErrorRule("the algo order is being ended", "rejected"),
            "51289": ErrorRule("the algo order does not exist", "not_found"),
            "51290": ErrorRule("algo orders are being upgraded", "maintenance"),
            "51291": ErrorRule("the algo order does not exist or has ended", "not_found"),
            "51292": ErrorRule("the kind of algo order does not exist", "not_found"),
            "51293": ErrorRule("the algo order does not exist", "not_found"),
            "51294": ErrorRule("the algo order can not be placed at present", "maintenance"),
            "51295": ErrorRule("portfolio margin has no such algo order", "auth"),
            "51298": ErrorRule("trigger orders are not for net positions", "rejected"),
            "51299": ErrorRule("there are too many orders of this kind", "rejected"),
            "51300": ErrorRule("the take profit is on the wrong side of the mark price", "rejected"),
            "51302": ErrorRule("the stop loss is on the wrong side of the mark price", "rejected"),
            "51303": ErrorRule("the take profit is on the wrong side of the mark price", "rejected"),
            "51304": ErrorRule("the stop loss is on the wrong side of the mark price", "rejected"),
            "51305": ErrorRule("the take profit is on the wrong side of the index price", "rejected"),
            "51306": ErrorRule("the stop loss is on the wrong side of the index price", "rejected"),
            "51307": ErrorRule("the take profit is on the wrong side of the index price", "rejected"),
            "51308": ErrorRule("the stop loss is on the wrong side of the index price", "rejected"),
            "51309": ErrorRule("no algo orders are taken in the auction", "rejected"),
            "51310": ErrorRule("this isolated margin has no such algo order", "auth"),
            "51311": ErrorRule("the callback ratio is out of its range", "rejected"),
            "51312": ErrorRule("the trailing order's size is out of its range", "rejected"),
            "51313": ErrorRule("this isolated margin has no such algo order", "auth"),
            "51317": ErrorRule("trigger orders are not for margin", "rejected"),
            "51323": ErrorRule("stop orders of the position stand against it", "rejected"),
            "51324": ErrorRule("the order has to close what can be closed", "rejected"),
            "51325": ErrorRule("a lead trader's stop orders take the market", "auth"),
            "51326": ErrorRule("a lead trader's stop orders take the market", "auth"),
            "51327": ErrorRule("closeFraction is for futures and swaps", "rejected"),
            "51328": ErrorRule("closeFraction wants an order that only reduces", "rejected"),
            "51329": ErrorRule("closeFraction wants net positions", "rejected"),
            "51330": ErrorRule("closeFraction wants a stop order that takes the market", "rejected"),
            "51331": ErrorRule("closeFraction wants an order that closes", "rejected"),
            "51332": ErrorRule("closeFraction is not for portfolio margin", "auth"),
            "51333": ErrorRule(
                "an order that closes or reduces takes no stop loss or take profit", "rejected"
            ),
            "51341": ErrorRule("the position can't be closed", "rejected"),
            "51342": ErrorRule("an order that closes the position is there already", "rejected"),
            "51400": ErrorRule("the order is filled, canceled, or does not exist", "not_found"),
            "51401": ErrorRule("the order is canceled already", "not_found"),
            "51402": ErrorRule("the order is filled already", "not_found"),
            "51403": ErrorRule("orders of this type can't be taken back", "rejected"),
            "51404": ErrorRule("nothing is taken back in the auction's second phase", "rejected"),
            "51405": ErrorRule("there are no open orders", "not_found"),
            "51406": ErrorRule("too many orders are taken back at once", "rejected"),
            "51407": ErrorRule("neither the order's id nor the client's is told", "rejected"),
            "51408": ErrorRule("instrument and order do not fit together", "rejected"),
            "51409": ErrorRule("the instrument is not told", "rejected"),
            "51410": ErrorRule("the order is being canceled", "rejected"),
            "51411": ErrorRule("the account may not take back orders in masses", "auth"),
            "51412": ErrorRule("the order was set off already", "rejected"),
            "51413": ErrorRule("orders of this type are not taken back by this call", "rejected"),
            "51415": ErrorRule("orders of spot are triggered by the last price alone", "rejected"),
            "51416": ErrorRule("the order was set off already", "rejected"),
            "51500": ErrorRule("no new price, quantity, stop loss or take profit is told", "rejected"),
            "51501": ErrorRule("too many orders are changed at once", "rejected"),
            "51503": ErrorRule("the order to change is filled, canceled, or does not exist", "not_found"),
            "51505": ErrorRule("the instrument is not in an auction", "rejected"),
            "51506": ErrorRule("the order to change is of a kind that can't be changed", "rejected"),
            "51507": ErrorRule("only market orders are taken in the first minutes of a listing", "rejected"),
            "51508": ErrorRule("nothing is changed in the auction", "rejected"),
            "51509": ErrorRule("the order to change was canceled", "not_found"),
            "51510": ErrorRule("the order to change is filled", "not_found"),
            "51511": ErrorRule("the post-only order would take liquidity at the new price", "rejected"),
            "51512": ErrorRule("the batch changes an order twice", "rejected"),
            "51513": ErrorRule("too many changes of the order are under way", "rejected"),
            "51514": ErrorRule("the price is too long", "rejected"),
            "51521": ErrorRule("there is no position to reduce", "rejected"),
            "51522": ErrorRule("the order would add to the position", "rejected"),
            "51523": ErrorRule(
                "the price of an order that closes the whole position can't be changed", "rejected"
            ),
            "51524": ErrorRule(
                "the size of an order that closes the whole position can't be changed", "rejected"
            ),
            "51525": ErrorRule("orders that borrow by themselves can't be changed", "rejected"),
            "51526": ErrorRule("stop loss and take profit can't be added or taken away", "rejected"),
            "51527": ErrorRule("the stop order does not exist", "not_found"),
            "51528": ErrorRule("the kind of the trigger price can't be changed", "rejected"),
            "51529": ErrorRule("stop orders of this product can't be changed", "rejected"),
            "51530": ErrorRule("stop loss and take profit can't be added or taken away", "rejected"),
            "51531": ErrorRule("stop loss or take profit has to stay", "rejected"),
            "51532": ErrorRule("the stop loss or take profit was set off in part", "rejected"),
            "51536": ErrorRule("an options order priced so can't be resized", "rejected"),
            "51537": ErrorRule("only options have a price in USD or as volatility", "rejected"),
            "51538": ErrorRule("attached orders are changed by attachAlgoOrds", "rejected"),
            "51539": ErrorRule("two changes of a split take profit name one part", "rejected"),
            "51543": ErrorRule(
                "of a stop loss or take profit of spot only prices can be changed", "rejected"
            ),
            "51600": ErrorRule("the state does not exist", "not_found"),
            "51601": ErrorRule("state and order id exclude each other", "rejected"),
            "51602": ErrorRule("state or order id is wanted", "rejected"),
            "51603": ErrorRule("the order does not exist", "not_found"),
            "52000": ErrorRule("there is no market data", "not_found"),
            "54000": ErrorRule("margin trading is not possible", "auth"),
            "54001": ErrorRule("only multi-currency margin borrows by itself", "auth"),
            "54004": ErrorRule("another order of the batch failed", "rejected"),
            "54005": ErrorRule("futures before their listing trade on isolated margin", "rejected"),
            "54006": ErrorRule("the position limit before the listing is reached", "rejected"),
            "54007": ErrorRule("the instrument is not supported", "rejected"),
            "54008": ErrorRule("mass cancellation has locked the orders", "rejected"),
            "54009": ErrorRule("a parameter is out of its range", "rejected"),
            "54011": ErrorRule("positions can only be reduced before the delivery", "rejected"),
            "54012": ErrorRule("the book is too thin", "rejected"),
            "54018": ErrorRule("the limit of purchases in the auction is reached", "rejected"),
            "54019": ErrorRule("the limit of purchases after the auction is reached", "rejected"),
            "54024": ErrorRule("the currency has to be collateral first", "auth"),
            "54025": ErrorRule("the currency has to be collateral first", "auth"),
            "54026": ErrorRule("two currencies have to be collateral first", "auth"),
            "54027": ErrorRule("the currency has to be collateral first", "auth"),
            "54028": ErrorRule("the currency has to be collateral first", "auth"),
            "54030": ErrorRule("positions and orders of this direction are too large", "rejected"),
            "54031": ErrorRule("the platform's open interest has reached its limit", "rejected"),
            "54035": ErrorRule("the platform's collateral of the currency has reached its limit", "rejected"),
            "54036": ErrorRule(
                "fill or kill does not go with self-trade prevention of both sides", "rejected"
            ),
            "54039": ErrorRule("ELP orders can't reduce only", "rejected"),
            "54040": ErrorRule("ELP orders take no stop loss or take profit", "rejected"),
            "54041": ErrorRule("the instrument has no ELP orders", "rejected"),
            "54042": ErrorRule("the account may send no ELP orders", "auth"),
            "54043": ErrorRule("there are too many ELP orders", "rejected"),
            "54044": ErrorRule("the instrument has no ELP orders", "rejected"),
            "54045": ErrorRule("only IOC orders take ELP orders", "rejected"),
            "54046": ErrorRule("the account may not take ELP orders", "auth"),
            "54047": ErrorRule("the order is in its speed bump and can't be changed", "rejected"),
            "54048": ErrorRule("the order is in its speed bump and can't be taken back", "rejected"),
            "54049": ErrorRule("the venue is too busy for ELP orders", "maintenance"),
            "54070": ErrorRule("the function is not supported", "auth"),
            "54071": ErrorRule("the order can't be changed any more", "rejected"),
            "54072": ErrorRule("the contract can only be looked at", "rejected"),
            "54073": ErrorRule("the settlement currency is in danger", "rejected"),
            "54075": ErrorRule("the account's mode has no such contracts", "auth"),
            "54078": ErrorRule("the ratio of take profit or stop loss is on the wrong side", "rejected"),
            "54079": ErrorRule("the account's mode does not allow it", "auth"),
            "54084": ErrorRule("the market order would slip further than it may", "rejected"),
            "54085": ErrorRule("the slippage is out of its range", "rejected"),
            "54092": ErrorRule("a disclaimer has to be accepted on the website", "auth"),
            "59000": ErrorRule("open orders or positions stand against the setting", "rejected"),
            "59001": ErrorRule("loans stand against the setting", "rejected"),
            "59002": ErrorRule(
                "orders, positions or bots of the sub-account stand against the setting", "rejected"
            ),
            "59004": ErrorRule("ids of several instrument types do not mix", "rejected"),
            "59101": ErrorRule("isolated orders stand against the leverage", "rejected"),
            "59102": ErrorRule("the leverage is too high", "rejected"),
            "59103": ErrorRule("the margin is too low for the leverage", "rejected"),
            "59104": ErrorRule("the loan is above what the leverage allows", "rejected"),
            "59105": ErrorRule("the leverage is too low", "rejected"),
            "59106": ErrorRule("the margin is above what the step of sizes allows", "rejected"),
            "59107": ErrorRule("cross orders stand against the leverage", "rejected"),
            "59108": ErrorRule("the margin is too low for the leverage", "rejected"),
            "59109": ErrorRule("the equity would be too low", "rejected"),
            "59110": ErrorRule("the instrument takes no tgtCcy", "rejected"),
            "59111": ErrorRule("portfolio margin tells no leverage", "auth"),
            "59112": ErrorRule("open orders stand against the leverage", "rejected"),
            "59113": ErrorRule("the country does not allow margin trading", "auth"),
            "59114": ErrorRule("the region does not allow margin trading", "auth"),
            "59125": ErrorRule("the currency does not support it", "rejected"),
            "59132": ErrorRule("open orders stand against the account's mode", "rejected"),
            "59133": ErrorRule("the assets are too few for the account's mode", "rejected"),
            "59134": ErrorRule("positions stand against the account's mode", "rejected"),
            "59668": ErrorRule("isolated algo orders stand against the leverage", "rejected"),
            "59669": ErrorRule("cross algo orders stand against the leverage", "rejected"),
            "59670": ErrorRule("too many open orders stand against the leverage", "rejected"),
            "60001": ErrorRule("the log-in's key is wrong", "auth"),
            "60004": ErrorRule("the timestamp of the log-in is wrong", "clock"),
            "60005": ErrorRule("the log-in's key is wrong", "auth"),
            "60006": ErrorRule("the timestamp of the log-in has expired", "clock"),
            "60007": ErrorRule("the signature of the log-in is wrong", "auth"),
            "60008": ErrorRule("this address does not have the channel", "rejected"),
            "60009": ErrorRule("the log-in failed", "auth"),
            "60011": ErrorRule("the log-in is missing", "auth"),
            "60012": ErrorRule("the request is malformed", "rejected"),
            "60013": ErrorRule("the arguments are wrong", "rejected"),
            "60014": ErrorRule("too many requests on this connection", "rate_limit"),
            "60018": ErrorRule("the channel or the instrument does not exist", "not_found"),
            "60019": ErrorRule("the operation does not exist", "rejected"),
            "60023": ErrorRule("too many log-ins", "rate_limit"),
            "60024": ErrorRule("the passphrase is wrong", "auth"),
            "60026": ErrorRule("key and token can't log in together", "auth"),
            "60027": ErrorRule("a required parameter is empty", "rejected"),
            "60028": ErrorRule("this address does not have the operation", "rejected"),
            "60031": ErrorRule("the connection is logged in already", "auth"),
            "60032": ErrorRule("the key does not exist", "auth"),
            "60033": ErrorRule("a parameter is wrong", "rejected"),
            "63999": ErrorRule("the log-in failed within the venue", "maintenance"),
            "64000": ErrorRule("the parameter uly was replaced by instFamily", "rejected"),
            "64001": ErrorRule("the channel is on the business address", "rejected"),
            "64002": ErrorRule("the channel is not on the business address", "rejected"),
            "64003": ErrorRule("the fee tier does not have the channel", "auth"),
            "64004": ErrorRule("another book of the instrument stands against it", "rejected"),
            "64007": ErrorRule("the operation failed within the venue", "unknown"),
            "64008": ErrorRule("the connection will soon be closed for an upgrade", "maintenance"),
        },
        post_only=("51019", "51511", "post-only order", "cancel_source=31"),
        fine={"code": "0", "msg": ""},
        failed=_failed,
    ),
    operations={
        "get_server_time": Operation(
            name="get_server_time",
            title="Server time",
            paths={"": ("GET", "/api/v5/public/time")},
            servers={"": "rest"},
            weights={"": (("all_calls", 1), ("time", 1))},
            doc="https://www.okx.com/docs-v5/en/#public-data-rest-api-get-system-time",
        ),
        "get_balance": Operation(
            name="get_balance",
            title="Balances and margins of the account",
            paths={"": ("GET", "/api/v5/account/balance")},
            servers={"": "rest"},
            params=(Param(name="ccy", wire="ccy", told="ccy", kind="list"),),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("account", 1))},
            unwrap="data",
            gives=("AccountState",),
            doc="https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-balance",
        ),
        "get_positions": Operation(
            name="get_positions",
            title="Positions",
            paths={"": ("GET", "/api/v5/account/positions")},
            servers={"": "rest"},
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    allowed=("MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                ),
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(name="posId", wire="posId", told="posId"),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("account", 1))},
            gives=("PositionStatusReport",),
            doc="https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-positions",
        ),
        "get_positions_history": Operation(
            name="get_positions_history",
            title="Positions of the last three months that are closed",
            paths={"": ("GET", "/api/v5/account/positions-history")},
            servers={"": "rest"},
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    allowed=("MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                ),
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(name="mgnMode", wire="mgnMode", told="mgnMode", allowed=("cross", "isolated")),
                Param(name="posId", wire="posId", told="posId"),
                Param(
                    name="after_ms",
                    wire="after",
                    told="after",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                    exclusive=True,
                ),
                Param(
                    name="before_ms",
                    wire="before",
                    told="before",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                    exclusive=True,
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("account", 1))},
            page=Page(
                kind="time",
                next=lambda message: (integer(message.time_ms) * 1_000_000) // 1_000_000,
                rows=lambda message: message.rows,
                start="before_ms",
                end="after_ms",
                limit="limit",
                most=100,
                step=-1,
                backward=True,
                time=lambda message: (integer(message.time_ms) * 1_000_000) // 1_000_000,
            ),
            gives=("OkxClosedPosition",),
            doc="https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-positions-history",
        ),
        "get_fee_rates": Operation(
            name="get_fee_rates",
            title="Fees of the account",
            paths={"": ("GET", "/api/v5/account/trade-fee")},
            servers={"": "rest"},
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    required=True,
                    allowed=("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                    fills="product",
                ),
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(name="instFamily", wire="instFamily", told="instFamily"),
                Param(name="groupId", wire="groupId", told="groupId"),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("settings", 1))},
            gives=("OkxFees",),
            doc="https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-fee-rates",
        ),
        "get_account_config": Operation(
            name="get_account_config",
            title="Mode of the account and of its positions",
            paths={"": ("GET", "/api/v5/account/config")},
            servers={"": "rest"},
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("settings", 1))},
            gives=("OkxAccountConfig",),
            doc="https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-account-configuration",
        ),
        "get_leverage": Operation(
            name="get_leverage",
            title="Leverage of an instrument",
            paths={"": ("GET", "/api/v5/account/leverage-info")},
            servers={"": "rest"},
            params=(
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(name="ccy", wire="ccy", told="ccy"),
                Param(
                    name="mgnMode",
                    wire="mgnMode",
                    told="mgnMode",
                    required=True,
                    allowed=("cross", "isolated"),
                ),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("leverage", 1))},
            gives=("OkxLeverage",),
            doc="https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-leverage",
        ),
        "set_position_mode": Operation(
            name="set_position_mode",
            title="Let long and short positions stand beside each other, or net them",
            paths={"": ("POST", "/api/v5/account/set-position-mode")},
            servers={"": "rest"},
            params=(
                Param(
                    name="posMode",
                    wire="posMode",
                    told="posMode",
                    required=True,
                    allowed=("long_short_mode", "net_mode"),
                ),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("all_calls", 1), ("settings", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.okx.com/docs-v5/en/#trading-account-rest-api-set-position-mode",
        ),
        "set_leverage": Operation(
            name="set_leverage",
            title="Choose the leverage of an instrument or of a currency",
            paths={"": ("POST", "/api/v5/account/set-leverage")},
            servers={"": "rest"},
            params=(
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(name="ccy", wire="ccy", told="ccy"),
                Param(name="lever", wire="lever", told="lever", kind="dec", required=True),
                Param(
                    name="mgnMode",
                    wire="mgnMode",
                    told="mgnMode",
                    required=True,
                    allowed=("cross", "isolated"),
                ),
                Param(name="posSide", wire="posSide", told="posSide", allowed=("net", "long", "short")),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("all_calls", 1), ("leverage", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.okx.com/docs-v5/en/#trading-account-rest-api-set-leverage",
        ),
        "get_candles": Operation(
            name="get_candles",
            title="The newest bars",
            paths={"": ("GET", "/api/v5/market/candles")},
            servers={"": "rest"},
            params=(
                Param(name="inst_id", wire="instId", told="inst_id", required=True, fills="symbol"),
                Param(
                    name="bar",
                    wire="bar",
                    told="bar",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1H",
                        "2H",
                        "4H",
                        "6H",
                        "12H",
                        "1D",
                        "2D",
                        "3D",
                        "5D",
                        "1W",
                        "1M",
                        "3M",
                        "6M",
                        "1Y",
                        "6Hutc",
                        "12Hutc",
                        "1Dutc",
                        "2Dutc",
                        "3Dutc",
                        "5Dutc",
                        "1Wutc",
                        "1Mutc",
                        "3Mutc",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1H": "1-HOUR",
                        "2H": "2-HOUR",
                        "4H": "4-HOUR",
                        "6H": "6-HOUR",
                        "12H": "12-HOUR",
                        "1D": "1-DAY",
                        "2D": "2-DAY",
                        "3D": "3-DAY",
                        "5D": "5-DAY",
                        "1W": "1-WEEK",
                        "1M": "1-MONTH",
                        "3M": "3-MONTH",
                        "6M": "6-MONTH",
                        "1Y": "1-YEAR",
                        "6Hutc": "6-HOUR",
                        "12Hutc": "12-HOUR",
                        "1Dutc": "1-DAY",
                        "2Dutc": "2-DAY",
                        "3Dutc": "3-DAY",
                        "5Dutc": "5-DAY",
                        "1Wutc": "1-WEEK",
                        "1Mutc": "1-MONTH",
                        "3Mutc": "3-MONTH",
                    },
                ),
                Param(
                    name="after_ms",
                    wire="after",
                    told="after",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                    exclusive=True,
                ),
                Param(
                    name="before_ms",
                    wire="before",
                    told="before",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                    exclusive=True,
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=300, fills="limit"),
            ),
            weights={"": (("all_calls", 1), ("candles", 1))},
            page=Page(
                kind="time",
                next=lambda message: (integer(message.open_time_ms) * 1_000_000) // 1_000_000,
                rows=lambda message: message.rows,
                start="before_ms",
                end="after_ms",
                limit="limit",
                most=300,
                step=0,
                backward=True,
                time=lambda message: (integer(message.open_time_ms) * 1_000_000) // 1_000_000,
            ),
            gives=("Bar",),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-candlesticks",
        ),
        "get_history_candles": Operation(
            name="get_history_candles",
            title="Bars of recent years",
            paths={"": ("GET", "/api/v5/market/history-candles")},
            servers={"": "rest"},
            params=(
                Param(name="inst_id", wire="instId", told="inst_id", required=True, fills="symbol"),
                Param(
                    name="bar",
                    wire="bar",
                    told="bar",
                    required=True,
                    allowed=(
                        "1s",
                        "1m",
                        "3m",
                        "5m",
                        "15m",
                        "30m",
                        "1H",
                        "2H",
                        "4H",
                        "6H",
                        "12H",
                        "1D",
                        "2D",
                        "3D",
                        "5D",
                        "1W",
                        "1M",
                        "3M",
                        "6M",
                        "1Y",
                        "6Hutc",
                        "12Hutc",
                        "1Dutc",
                        "2Dutc",
                        "3Dutc",
                        "5Dutc",
                        "1Wutc",
                        "1Mutc",
                        "3Mutc",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1H": "1-HOUR",
                        "2H": "2-HOUR",
                        "4H": "4-HOUR",
                        "6H": "6-HOUR",
                        "12H": "12-HOUR",
                        "1D": "1-DAY",
                        "2D": "2-DAY",
                        "3D": "3-DAY",
                        "5D": "5-DAY",
                        "1W": "1-WEEK",
                        "1M": "1-MONTH",
                        "3M": "3-MONTH",
                        "6M": "6-MONTH",
                        "1Y": "1-YEAR",
                        "6Hutc": "6-HOUR",
                        "12Hutc": "12-HOUR",
                        "1Dutc": "1-DAY",
                        "2Dutc": "2-DAY",
                        "3Dutc": "3-DAY",
                        "5Dutc": "5-DAY",
                        "1Wutc": "1-WEEK",
                        "1Mutc": "1-MONTH",
                        "3Mutc": "3-MONTH",
                    },
                ),
                Param(
                    name="after_ms",
                    wire="after",
                    told="after",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                    exclusive=True,
                ),
                Param(
                    name="before_ms",
                    wire="before",
                    told="before",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                    exclusive=True,
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            weights={"": (("all_calls", 1), ("history_candles", 1))},
            page=Page(
                kind="time",
                next=lambda message: (integer(message.open_time_ms) * 1_000_000) // 1_000_000,
                rows=lambda message: message.rows,
                start="before_ms",
                end="after_ms",
                limit="limit",
                most=100,
                step=0,
                backward=True,
                time=lambda message: (integer(message.open_time_ms) * 1_000_000) // 1_000_000,
            ),
            gives=("Bar",),
            prefer=1,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-candlesticks-history",
        ),
        "place_order": Operation(
            name="place_order",
            title="Send an order",
            paths={"": ("POST", "/api/v5/trade/order")},
            servers={"": "rest"},
            params=(
                Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),
                Param(name="instIdCode", wire="instIdCode", told="instIdCode", kind="int"),
                Param(
                    name="tdMode",
                    wire="tdMode",
                    told="tdMode",
                    required=True,
                    allowed=("cash", "cross", "isolated", "spot_isolated"),
                ),
                Param(name="side", wire="side", told="side", required=True, allowed=("buy", "sell")),
                Param(
                    name="ordType",
                    wire="ordType",
                    told="ordType",
                    required=True,
                    allowed=(
                        "market",
                        "limit",
                        "post_only",
                        "fok",
                        "ioc",
                        "optimal_limit_ioc",
                        "op_fok",
                        "mmp",
                        "mmp_and_post_only",
                        "elp",
                    ),
                ),
                Param(name="sz", wire="sz", told="sz", kind="dec", required=True),
                Param(name="px", wire="px", told="px", kind="dec"),
                Param(name="pxUsd", wire="pxUsd", told="pxUsd", kind="dec", instead_of=("px",)),
                Param(name="pxVol", wire="pxVol", told="pxVol", kind="dec", instead_of=("px",)),
                Param(name="clOrdId", wire="clOrdId", told="clOrdId"),
                Param(name="posSide", wire="posSide", told="posSide", allowed=("net", "long", "short")),
                Param(name="reduceOnly", wire="reduceOnly", told="reduceOnly", kind="bool"),
                Param(
                    name="tgtCcy",
                    wire="tgtCcy",
                    told="tgtCcy",
                    usual="base_ccy",
                    allowed=("base_ccy", "quote_ccy"),
                ),
                Param(name="ccy", wire="ccy", told="ccy"),
                Param(name="banAmend", wire="banAmend", told="banAmend", kind="bool"),
                Param(name="pxAmendType", wire="pxAmendType", told="pxAmendType"),
                Param(name="tradeQuoteCcy", wire="tradeQuoteCcy", told="tradeQuoteCcy"),
                Param(
                    name="stpMode",
                    wire="stpMode",
                    told="stpMode",
                    allowed=("cancel_maker", "cancel_taker", "cancel_both"),
                ),
                Param(name="tag", wire="tag", told="tag"),
                Param(name="attachAlgoOrds", wire="attachAlgoOrds", told="attachAlgoOrds", kind="any"),
                Param(
                    name="outcome",
                    wire="outcome",
                    told="outcome",
                    required=True,
                    allowed=("yes", "no"),
                    products=("events",),
                ),
                Param(
                    name="speedBump", wire="speedBump", told="speedBump", allowed=("1",), products=("events",)
                ),
                Param(
                    name="slippagePct",
                    wire="slippagePct",
                    told="slippagePct",
                    kind="dec",
                    products=("spot", "margin"),
                ),
                Param(name="isElpTakerAccess", wire="isElpTakerAccess", told="isElpTakerAccess", kind="bool"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("place", 1), ("order_requests", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "private"}, call="order", only=("instIdCode",)),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-place-order",
        ),
        "amend_order": Operation(
            name="amend_order",
            title="Change an order",
            paths={"": ("POST", "/api/v5/trade/amend-order")},
            servers={"": "rest"},
            params=(
                Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),
                Param(name="instIdCode", wire="instIdCode", told="instIdCode", kind="int"),
                Param(name="ordId", wire="ordId", told="ordId"),
                Param(name="clOrdId", wire="clOrdId", told="clOrdId"),
                Param(name="newSz", wire="newSz", told="newSz", kind="dec"),
                Param(name="newPx", wire="newPx", told="newPx", kind="dec"),
                Param(name="newPxUsd", wire="newPxUsd", told="newPxUsd", kind="dec"),
                Param(name="newPxVol", wire="newPxVol", told="newPxVol", kind="dec"),
                Param(name="cxlOnFail", wire="cxlOnFail", told="cxlOnFail", kind="bool"),
                Param(name="reqId", wire="reqId", told="reqId"),
                Param(name="pxAmendType", wire="pxAmendType", told="pxAmendType"),
                Param(
                    name="speedBump", wire="speedBump", told="speedBump", allowed=("1",), products=("events",)
                ),
                Param(name="attachAlgoOrds", wire="attachAlgoOrds", told="attachAlgoOrds", kind="any"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("amend", 1), ("order_requests", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "private"}, call="amend-order", only=("instIdCode",)),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-amend-order",
        ),
        "cancel_single_order": Operation(
            name="cancel_single_order",
            title="Take back an order",
            paths={"": ("POST", "/api/v5/trade/cancel-order")},
            servers={"": "rest"},
            params=(
                Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),
                Param(name="instIdCode", wire="instIdCode", told="instIdCode", kind="int"),
                Param(name="ordId", wire="ordId", told="ordId"),
                Param(name="clOrdId", wire="clOrdId", told="clOrdId"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("cancel", 1),)},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "private"}, call="cancel-order", only=("instIdCode",)),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-cancel-order",
        ),
        "place_algo_order": Operation(
            name="place_algo_order",
            title="Send an order that waits for a price, trails it, or is one of a pair",
            paths={"": ("POST", "/api/v5/trade/order-algo")},
            servers={"": "rest"},
            params=(
                Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),
                Param(
                    name="tdMode",
                    wire="tdMode",
                    told="tdMode",
                    required=True,
                    allowed=("cash", "cross", "isolated", "spot_isolated"),
                ),
                Param(name="side", wire="side", told="side", required=True, allowed=("buy", "sell")),
                Param(
                    name="ordType",
                    wire="ordType",
                    told="ordType",
                    required=True,
                    allowed=(
                        "conditional",
                        "oco",
                        "trigger",
                        "move_order_stop",
                        "chase",
                        "twap",
                        "smart_iceberg",
                    ),
                ),
                Param(name="sz", wire="sz", told="sz", kind="dec"),
                Param(name="algoClOrdId", wire="algoClOrdId", told="algoClOrdId"),
                Param(name="posSide", wire="posSide", told="posSide", allowed=("net", "long", "short")),
                Param(name="reduceOnly", wire="reduceOnly", told="reduceOnly", kind="bool"),
                Param(
                    name="closeFraction",
                    wire="closeFraction",
                    told="closeFraction",
                    allowed=("1",),
                    instead_of=("sz",),
                ),
                Param(name="cxlOnClosePos", wire="cxlOnClosePos", told="cxlOnClosePos", kind="bool"),
                Param(
                    name="tgtCcy",
                    wire="tgtCcy",
                    told="tgtCcy",
                    usual="base_ccy",
                    allowed=("base_ccy", "quote_ccy"),
                ),
                Param(name="ccy", wire="ccy", told="ccy"),
                Param(name="tag", wire="tag", told="tag"),
                Param(name="triggerPx", wire="triggerPx", told="triggerPx", kind="dec"),
                Param(
                    name="triggerPxType",
                    wire="triggerPxType",
                    told="triggerPxType",
                    allowed=("last", "mark", "index"),
                ),
                Param(name="orderPx", wire="orderPx", told="orderPx", kind="dec"),
                Param(name="tpTriggerPx", wire="tpTriggerPx", told="tpTriggerPx", kind="dec"),
                Param(
                    name="tpTriggerPxType",
                    wire="tpTriggerPxType",
                    told="tpTriggerPxType",
                    allowed=("last", "mark", "index"),
                ),
                Param(name="tpOrdPx", wire="tpOrdPx", told="tpOrdPx", kind="dec"),
                Param(name="slTriggerPx", wire="slTriggerPx", told="slTriggerPx", kind="dec"),
                Param(
                    name="slTriggerPxType",
                    wire="slTriggerPxType",
                    told="slTriggerPxType",
                    allowed=("last", "mark", "index"),
                ),
                Param(name="slOrdPx", wire="slOrdPx", told="slOrdPx", kind="dec"),
                Param(name="callbackRatio", wire="callbackRatio", told="callbackRatio", kind="dec"),
                Param(name="callbackSpread", wire="callbackSpread", told="callbackSpread", kind="dec"),
                Param(name="activePx", wire="activePx", told="activePx", kind="dec"),
                Param(name="attachAlgoOrds", wire="attachAlgoOrds", told="attachAlgoOrds", kind="any"),
                Param(name="tradeQuoteCcy", wire="tradeQuoteCcy", told="tradeQuoteCcy"),
                Param(name="tpOrdKind", wire="tpOrdKind", told="tpOrdKind", allowed=("condition", "limit")),
                Param(
                    name="advanceOrdType",
                    wire="advanceOrdType",
                    told="advanceOrdType",
                    allowed=("fok", "ioc"),
                ),
                Param(name="chaseType", wire="chaseType", told="chaseType", allowed=("distance", "ratio")),
                Param(name="chaseVal", wire="chaseVal", told="chaseVal", kind="dec"),
                Param(
                    name="maxChaseType",
                    wire="maxChaseType",
                    told="maxChaseType",
                    allowed=("distance", "ratio"),
                ),
                Param(name="maxChaseVal", wire="maxChaseVal", told="maxChaseVal", kind="dec"),
                Param(name="pxVar", wire="pxVar", told="pxVar", kind="dec"),
                Param(name="pxSpread", wire="pxSpread", told="pxSpread", kind="dec"),
                Param(name="szLimit", wire="szLimit", told="szLimit", kind="dec"),
                Param(name="pxLimit", wire="pxLimit", told="pxLimit", kind="dec"),
                Param(name="timeInterval", wire="timeInterval", told="timeInterval", kind="int"),
                Param(name="lmtOrderNumber", wire="lmtOrderNumber", told="lmtOrderNumber", kind="int"),
                Param(name="aggressiveness", wire="aggressiveness", told="aggressiveness"),
                Param(name="triggerParams", wire="triggerParams", told="triggerParams", kind="any"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("all_calls", 1), ("algo", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-post-place-algo-order",
        ),
        "amend_algo_order": Operation(
            name="amend_algo_order",
            title="Change an order that waits for a price",
            paths={"": ("POST", "/api/v5/trade/amend-algos")},
            servers={"": "rest"},
            params=(
                Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),
                Param(name="algoId", wire="algoId", told="algoId"),
                Param(name="algoClOrdId", wire="algoClOrdId", told="algoClOrdId"),
                Param(name="newSz", wire="newSz", told="newSz", kind="dec"),
                Param(name="newTriggerPx", wire="newTriggerPx", told="newTriggerPx", kind="dec"),
                Param(
                    name="newTriggerPxType",
                    wire="newTriggerPxType",
                    told="newTriggerPxType",
                    allowed=("last", "mark", "index"),
                ),
                Param(name="newOrdPx", wire="newOrdPx", told="newOrdPx", kind="dec"),
                Param(name="newTpTriggerPx", wire="newTpTriggerPx", told="newTpTriggerPx", kind="dec"),
                Param(
                    name="newTpTriggerPxType",
                    wire="newTpTriggerPxType",
                    told="newTpTriggerPxType",
                    allowed=("last", "mark", "index"),
                ),
                Param(name="newTpOrdPx", wire="newTpOrdPx", told="newTpOrdPx", kind="dec"),
                Param(name="newSlTriggerPx", wire="newSlTriggerPx", told="newSlTriggerPx", kind="dec"),
                Param(
                    name="newSlTriggerPxType",
                    wire="newSlTriggerPxType",
                    told="newSlTriggerPxType",
                    allowed=("last", "mark", "index"),
                ),
                Param(name="newSlOrdPx", wire="newSlOrdPx", told="newSlOrdPx", kind="dec"),
                Param(name="attachAlgoOrds", wire="attachAlgoOrds", told="attachAlgoOrds", kind="any"),
                Param(name="cxlOnFail", wire="cxlOnFail", told="cxlOnFail", kind="bool"),
                Param(name="reqId", wire="reqId", told="reqId"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"": (("all_calls", 1), ("algo", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-post-amend-algo-order",
        ),
        "cancel_algo_order": Operation(
            name="cancel_algo_order",
            title="Take back an algo order",
            paths={"": ("POST", "/api/v5/trade/cancel-algos")},
            servers={"": "rest"},
            params=(
                Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),
                Param(name="algoId", wire="algoId", told="algoId"),
                Param(name="algoClOrdId", wire="algoClOrdId", told="algoClOrdId"),
            ),
            auth="signed",
            send="json",
            body=[Slot("params")],
            kind="command",
            private=True,
            weights={"": (("all_calls", 1), ("algo", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-post-cancel-algo-order",
        ),
        "place_spread_order": Operation(
            name="place_spread_order",
            title="Send an order of a spread",
            paths={"spread": ("POST", "/api/v5/sprd/order")},
            servers={"spread": "rest"},
            params=(
                Param(name="sprdId", wire="sprdId", told="sprdId", required=True, fills="symbol"),
                Param(name="side", wire="side", told="side", required=True, allowed=("buy", "sell")),
                Param(
                    name="ordType",
                    wire="ordType",
                    told="ordType",
                    required=True,
                    allowed=("market", "limit", "post_only", "ioc"),
                ),
                Param(name="sz", wire="sz", told="sz", kind="dec", required=True),
                Param(name="px", wire="px", told="px", kind="dec"),
                Param(name="clOrdId", wire="clOrdId", told="clOrdId"),
                Param(name="tag", wire="tag", told="tag"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"spread": (("all_calls", 1), ("spread_commands", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "business"}, call="sprd-order"),
            doc="https://www.okx.com/docs-v5/en/#spread-trading-rest-api-place-order",
        ),
        "amend_spread_order": Operation(
            name="amend_spread_order",
            title="Change an order of a spread",
            paths={"spread": ("POST", "/api/v5/sprd/amend-order")},
            servers={"spread": "rest"},
            params=(
                Param(name="ordId", wire="ordId", told="ordId"),
                Param(name="clOrdId", wire="clOrdId", told="clOrdId"),
                Param(name="newSz", wire="newSz", told="newSz", kind="dec"),
                Param(name="newPx", wire="newPx", told="newPx", kind="dec"),
                Param(name="reqId", wire="reqId", told="reqId"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"spread": (("all_calls", 1), ("spread_commands", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "business"}, call="sprd-amend-order"),
            doc="https://www.okx.com/docs-v5/en/#spread-trading-rest-api-amend-order",
        ),
        "cancel_spread_order": Operation(
            name="cancel_spread_order",
            title="Take back an order of a spread",
            paths={"spread": ("POST", "/api/v5/sprd/cancel-order")},
            servers={"spread": "rest"},
            params=(
                Param(name="ordId", wire="ordId", told="ordId"),
                Param(name="clOrdId", wire="clOrdId", told="clOrdId"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"spread": (("all_calls", 1), ("spread_commands", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "business"}, call="sprd-cancel-order"),
            doc="https://www.okx.com/docs-v5/en/#spread-trading-rest-api-cancel-order",
        ),
        "place_orders": Operation(
            name="place_orders",
            title="Send up to twenty orders",
            paths={"": ("POST", "/api/v5/trade/batch-orders")},
            servers={"": "rest"},
            params=(Param(name="orders", wire="orders", told="orders", kind="list", required=True),),
            auth="signed",
            send="json",
            body=Slot("orders"),
            kind="command",
            private=True,
            weights={"": (("batch", _place_orders_weight), ("order_requests", _place_orders_weight))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            socket=SocketCall(
                connections={"": "private"},
                call="batch-orders",
                frame={"id": Slot("id_text"), "op": Slot("call"), "args": Slot("orders")},
                only=("instIdCode",),
            ),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-place-multiple-orders",
        ),
        "amend_orders": Operation(
            name="amend_orders",
            title="Change up to twenty orders",
            paths={"": ("POST", "/api/v5/trade/amend-batch-orders")},
            servers={"": "rest"},
            params=(Param(name="orders", wire="orders", told="orders", kind="list", required=True),),
            auth="signed",
            send="json",
            body=Slot("orders"),
            kind="command",
            private=True,
            weights={"": (("batch", _place_orders_weight), ("order_requests", _place_orders_weight))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            socket=SocketCall(
                connections={"": "private"},
                call="batch-amend-orders",
                frame={"id": Slot("id_text"), "op": Slot("call"), "args": Slot("orders")},
                only=("instIdCode",),
            ),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-amend-multiple-orders",
        ),
        "cancel_orders": Operation(
            name="cancel_orders",
            title="Take back up to twenty orders",
            paths={"": ("POST", "/api/v5/trade/cancel-batch-orders")},
            servers={"": "rest"},
            params=(Param(name="orders", wire="orders", told="orders", kind="list", required=True),),
            auth="signed",
            send="json",
            body=Slot("orders"),
            kind="command",
            private=True,
            weights={"": (("batch", _place_orders_weight),)},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            socket=SocketCall(
                connections={"": "private"},
                call="batch-cancel-orders",
                frame={"id": Slot("id_text"), "op": Slot("call"), "args": Slot("orders")},
                only=("instIdCode",),
            ),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-cancel-multiple-orders",
        ),
        "mass_cancel": Operation(
            name="mass_cancel",
            title="Take back the market maker's orders of a family of options",
            paths={"option": ("POST", "/api/v5/trade/mass-cancel")},
            servers={"option": "rest"},
            params=(
                Param(
                    name="instType", wire="instType", told="instType", default="OPTION", allowed=("OPTION",)
                ),
                Param(name="instFamily", wire="instFamily", told="instFamily", required=True),
                Param(name="lockInterval", wire="lockInterval", told="lockInterval", kind="int"),
            ),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"option": (("all_calls", 1), ("mass_cancel", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "private"}, call="mass-cancel"),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-mass-cancel-order",
        ),
        "cancel_spread_orders": Operation(
            name="cancel_spread_orders",
            title="Take back all orders of a spread",
            paths={"spread": ("POST", "/api/v5/sprd/mass-cancel")},
            servers={"spread": "rest"},
            params=(Param(name="sprdId", wire="sprdId", told="sprdId", fills="symbol"),),
            auth="signed",
            send="json",
            kind="command",
            private=True,
            weights={"spread": (("all_calls", 1), ("spread_mass_cancel", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            socket=SocketCall(connections={"": "business"}, call="sprd-mass-cancel"),
            doc="https://www.okx.com/docs-v5/en/#spread-trading-rest-api-cancel-all-orders",
        ),
        "cancel_advanced_algo_order": Operation(
            name="cancel_advanced_algo_order",
            title="Take back an iceberg, TWAP or trailing order, by the older address",
            paths={"": ("POST", "/api/v5/trade/cancel-advance-algos")},
            servers={"": "rest"},
            params=(
                Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),
                Param(name="algoId", wire="algoId", told="algoId"),
                Param(name="algoClOrdId", wire="algoClOrdId", told="algoClOrdId"),
            ),
            auth="signed",
            send="json",
            body=[Slot("params")],
            kind="command",
            private=True,
            weights={"": (("all_calls", 1), ("algo", 1))},
            unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-post-cancel-algo-order",
        ),
        "get_event_series": Operation(
            name="get_event_series",
            title="Series of events",
            paths={"": ("GET", "/api/v5/public/event-contract/series")},
            servers={"": "rest"},
            params=(Param(name="seriesId", wire="seriesId", told="seriesId"),),
            weights={"": (("all_calls", 1), ("event_contracts", 1))},
            gives=("OkxEventSeries",),
            doc="https://www.okx.com/docs-v5/en/#public-data-rest-api-get-series",
        ),
        "get_events": Operation(
            name="get_events",
            title="Events of a series",
            paths={"": ("GET", "/api/v5/public/event-contract/events")},
            servers={"": "rest"},
            params=(
                Param(name="seriesId", wire="seriesId", told="seriesId", required=True),
                Param(name="eventId", wire="eventId", told="eventId"),
                Param(
                    name="eventState",
                    wire="state",
                    told="eventState",
                    allowed=("preopen", "live", "settling", "expired"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100),
                Param(name="before", wire="before", told="before", kind="int"),
                Param(name="after", wire="after", told="after", kind="int"),
            ),
            weights={"": (("all_calls", 1), ("event_contracts", 1))},
            gives=("OkxEvent",),
            doc="https://www.okx.com/docs-v5/en/#public-data-rest-api-get-events",
        ),
        "get_event_markets": Operation(
            name="get_event_markets",
            title="Markets of the events of a series",
            paths={"": ("GET", "/api/v5/public/event-contract/markets")},
            servers={"": "rest"},
            params=(
                Param(name="seriesId", wire="seriesId", told="seriesId", required=True),
                Param(name="eventId", wire="eventId", told="eventId"),
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(
                    name="eventState",
                    wire="state",
                    told="eventState",
                    allowed=("preopen", "live", "settling", "expired"),
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100),
                Param(name="before", wire="before", told="before", kind="int"),
                Param(name="after", wire="after", told="after", kind="int"),
            ),
            weights={"": (("all_calls", 1), ("event_contracts", 1))},
            gives=("OkxEventMarket",),
            doc="https://www.okx.com/docs-v5/en/#public-data-rest-api-get-markets",
        ),
        "get_instruments": Operation(
            name="get_instruments",
            title="Instruments of one kind",
            paths={"": ("GET", "/api/v5/public/instruments")},
            servers={"": "rest"},
            params=(
                Param(
                    name="inst_type",
                    wire="instType",
                    told="inst_type",
                    required=True,
                    allowed=("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                ),
                Param(name="series_id", wire="seriesId", told="series_id"),
                Param(name="inst_family", wire="instFamily", told="inst_family"),
                Param(name="inst_id", wire="instId", told="inst_id", fills="symbol"),
            ),
            weights={"": (("all_calls", 1), ("instruments", 1))},
            gives=("CurrencyPair", "CryptoPerpetual", "CryptoFuture", "CryptoOption", "BinaryOption"),
            doc="https://www.okx.com/docs-v5/en/#public-data-rest-api-get-instruments",
        ),
        "get_trades": Operation(
            name="get_trades",
            title="The newest trades",
            paths={"": ("GET", "/api/v5/market/trades")},
            servers={"": "rest"},
            params=(
                Param(name="inst_id", wire="instId", told="inst_id", required=True, fills="symbol"),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=500, fills="limit"),
            ),
            weights={"": (("all_calls", 1), ("trades", 1))},
            gives=("TradeTick",),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-trades",
        ),
        "get_history_trades": Operation(
            name="get_history_trades",
            title="Trades of the last three months",
            paths={"": ("GET", "/api/v5/market/history-trades")},
            servers={"": "rest"},
            params=(
                Param(name="inst_id", wire="instId", told="inst_id", required=True, fills="symbol"),
                Param(name="type", wire="type", told="type", allowed=("1", "2")),
                Param(name="after", wire="after", told="after", kind="int"),
                Param(
                    name="until_ms",
                    wire="after",
                    told="until",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                    exclusive=True,
                ),
                Param(
                    name="since_ms",
                    wire="since",
                    told="since",
                    kind="time",
                    place="nowhere",
                    fills="start",
                    unit_ns=1_000_000,
                ),
                Param(name="before", wire="before", told="before", kind="int"),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            weights={"": (("all_calls", 1), ("history_trades", 1))},
            page=Page(
                kind="id",
                next=lambda message: parse_int(message.trade_id),
                rows=lambda message: message.rows,
                start="since_ms",
                end="until_ms",
                from_="after",
                limit="limit",
                most=100,
                step=0,
                backward=True,
                time=lambda message: (integer(message.time_ms) * 1_000_000) // 1_000_000,
                begin={"type": "2"},
            ),
            gives=("TradeTick",),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-trades-history",
        ),
        "get_books": Operation(
            name="get_books",
            title="Order book",
            paths={"": ("GET", "/api/v5/market/books")},
            servers={"": "rest"},
            params=(
                Param(name="inst_id", wire="instId", told="inst_id", required=True, fills="symbol"),
                Param(name="sz", wire="sz", told="sz", kind="int", least=1, most=400, fills="limit"),
            ),
            weights={"": (("all_calls", 1), ("books", 1))},
            gives=("OrderBookDeltas",),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-order-book",
        ),
        "get_order": Operation(
            name="get_order",
            title="One order",
            paths={"": ("GET", "/api/v5/trade/order")},
            servers={"": "rest"},
            params=(
                Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),
                Param(name="ordId", wire="ordId", told="ordId"),
                Param(name="clOrdId", wire="clOrdId", told="clOrdId"),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("order_details", 1))},
            gives=("OrderStatusReport",),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-details",
        ),
        "get_open_orders": Operation(
            name="get_open_orders",
            title="Orders that are open",
            paths={"": ("GET", "/api/v5/trade/orders-pending")},
            servers={"": "rest"},
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    allowed=("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                    fills="product",
                ),
                Param(name="instFamily", wire="instFamily", told="instFamily"),
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(name="ordType", wire="ordType", told="ordType"),
                Param(name="state", wire="state", told="state"),
                Param(name="after", wire="after", told="after", kind="int"),
                Param(name="before", wire="before", told="before", kind="int"),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("open_orders", 1))},
            page=Page(
                kind="cursor",
                next=lambda message: message.rows[-1].order_id if message.rows else None,
                rows=lambda message: message.rows,
                from_="after",
                limit="limit",
                most=100,
            ),
            gives=("OrderStatusReport",),
            prefer=1,
            open_only=True,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-list",
        ),
        "get_orders_history": Operation(
            name="get_orders_history",
            title="Orders of the last seven days that are done",
            paths={"": ("GET", "/api/v5/trade/orders-history")},
            servers={"": "rest"},
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    required=True,
                    allowed=("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                    fills="product",
                ),
                Param(name="instFamily", wire="instFamily", told="instFamily"),
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(name="ordId", wire="ordId", told="ordId"),
                Param(name="ordType", wire="ordType", told="ordType"),
                Param(name="state", wire="state", told="state"),
                Param(name="category", wire="category", told="category"),
                Param(name="after", wire="after", told="after", kind="int"),
                Param(name="before", wire="before", told="before", kind="int"),
                Param(
                    name="begin_ms", wire="begin", told="begin", kind="time", fills="start", unit_ns=1_000_000
                ),
                Param(name="end_ms", wire="end", told="end", kind="time", fills="end", unit_ns=1_000_000),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("orders_history", 1))},
            page=Page(
                kind="cursor",
                next=lambda message: message.rows[-1].order_id if message.rows else None,
                rows=lambda message: message.rows,
                start="begin_ms",
                end="end_ms",
                from_="after",
                limit="limit",
                most=100,
            ),
            gives=("OrderStatusReport",),
            sweep={"instType": ("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS")},
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-history-last-7-days",
        ),
        "get_algo_order": Operation(
            name="get_algo_order",
            title="One algo order",
            paths={"": ("GET", "/api/v5/trade/order-algo")},
            servers={"": "rest"},
            params=(
                Param(name="algoId", wire="algoId", told="algoId"),
                Param(name="algoClOrdId", wire="algoClOrdId", told="algoClOrdId"),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("algo_orders", 1))},
            gives=("OrderStatusReport",),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-get-algo-order-details",
        ),
        "get_open_algo_orders": Operation(
            name="get_open_algo_orders",
            title="Algo orders that are open",
            paths={"": ("GET", "/api/v5/trade/orders-algo-pending")},
            servers={"": "rest"},
            params=(
                Param(name="ordType", wire="ordType", told="ordType", required=True),
                Param(name="algoId", wire="algoId", told="algoId"),
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    allowed=("SPOT", "MARGIN", "SWAP", "FUTURES"),
                    fills="product",
                ),
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(name="after", wire="after", told="after", kind="int"),
                Param(name="before", wire="before", told="before", kind="int"),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("algo_orders", 1))},
            page=Page(
                kind="cursor",
                next=lambda message: message.rows[-1].algo_id if message.rows else None,
                rows=lambda message: message.rows,
                from_="after",
                limit="limit",
                most=100,
            ),
            gives=("OrderStatusReport",),
            open_only=True,
            sweep={
                "ordType": (
                    "conditional,oco",
                    "trigger",
                    "move_order_stop",
                    "chase",
                    "iceberg",
                    "smart_iceberg",
                    "twap",
                )
            },
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-get-algo-order-list",
        ),
        "get_algo_orders_history": Operation(
            name="get_algo_orders_history",
            title="Algo orders of the last three months that are done",
            paths={"": ("GET", "/api/v5/trade/orders-algo-history")},
            servers={"": "rest"},
            params=(
                Param(name="ordType", wire="ordType", told="ordType", required=True),
                Param(
                    name="state",
                    wire="state",
                    told="state",
                    allowed=("effective", "canceled", "order_failed"),
                ),
                Param(name="algoId", wire="algoId", told="algoId"),
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    allowed=("SPOT", "MARGIN", "SWAP", "FUTURES"),
                    fills="product",
                ),
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(name="after", wire="after", told="after", kind="int"),
                Param(name="before", wire="before", told="before", kind="int"),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("algo_orders", 1))},
            page=Page(
                kind="cursor",
                next=lambda message: message.rows[-1].algo_id if message.rows else None,
                rows=lambda message: message.rows,
                from_="after",
                limit="limit",
                most=100,
            ),
            gives=("OrderStatusReport",),
            sweep={
                "ordType": (
                    "conditional,oco",
                    "trigger",
                    "move_order_stop",
                    "chase",
                    "iceberg",
                    "smart_iceberg",
                    "twap",
                ),
                "state": ("effective", "canceled", "order_failed"),
            },
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-get-algo-order-history",
        ),
        "get_fills": Operation(
            name="get_fills",
            title="Fills of the last three days",
            paths={"": ("GET", "/api/v5/trade/fills")},
            servers={"": "rest"},
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    allowed=("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                    fills="product",
                ),
                Param(name="instFamily", wire="instFamily", told="instFamily"),
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(name="ordId", wire="ordId", told="ordId"),
                Param(name="subType", wire="subType", told="subType"),
                Param(name="after", wire="after", told="after", kind="int"),
                Param(name="before", wire="before", told="before", kind="int"),
                Param(
                    name="begin_ms", wire="begin", told="begin", kind="time", fills="start", unit_ns=1_000_000
                ),
                Param(name="end_ms", wire="end", told="end", kind="time", fills="end", unit_ns=1_000_000),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("fills", 1))},
            unwrap="data",
            page=Page(
                kind="id",
                next=lambda message: integer(message.bill_id),
                rows=lambda message: as_list(message),
                start="begin_ms",
                end="end_ms",
                from_="after",
                limit="limit",
                most=100,
                step=0,
                backward=True,
                time=lambda message: (integer(message.time_ms) * 1_000_000) // 1_000_000,
            ),
            gives=("FillReport",),
            prefer=1,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-transaction-details-last-3-days",
        ),
        "get_fills_history": Operation(
            name="get_fills_history",
            title="Fills of the last three months",
            paths={"": ("GET", "/api/v5/trade/fills-history")},
            servers={"": "rest"},
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    required=True,
                    allowed=("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                    fills="product",
                ),
                Param(name="instFamily", wire="instFamily", told="instFamily"),
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(name="ordId", wire="ordId", told="ordId"),
                Param(name="subType", wire="subType", told="subType"),
                Param(name="after", wire="after", told="after", kind="int"),
                Param(name="before", wire="before", told="before", kind="int"),
                Param(
                    name="begin_ms", wire="begin", told="begin", kind="time", fills="start", unit_ns=1_000_000
                ),
                Param(name="end_ms", wire="end", told="end", kind="time", fills="end", unit_ns=1_000_000),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("fills_history", 1))},
            unwrap="data",
            page=Page(
                kind="id",
                next=lambda message: integer(message.bill_id),
                rows=lambda message: as_list(message),
                start="begin_ms",
                end="end_ms",
                from_="after",
                limit="limit",
                most=100,
                step=0,
                backward=True,
                time=lambda message: (integer(message.time_ms) * 1_000_000) // 1_000_000,
            ),
            gives=("FillReport",),
            sweep={"instType": ("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS")},
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-transaction-details-last-3-months",
        ),
        "get_spread_order": Operation(
            name="get_spread_order",
            title="One order of a spread",
            paths={"spread": ("GET", "/api/v5/sprd/order")},
            servers={"spread": "rest"},
            params=(
                Param(name="ordId", wire="ordId", told="ordId"),
                Param(name="clOrdId", wire="clOrdId", told="clOrdId"),
            ),
            auth="signed",
            private=True,
            weights={"spread": (("all_calls", 1), ("spread_orders", 1))},
            gives=("OrderStatusReport",),
            doc="https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-order-details",
        ),
        "get_open_spread_orders": Operation(
            name="get_open_spread_orders",
            title="Orders of spreads that are open",
            paths={"spread": ("GET", "/api/v5/sprd/orders-pending")},
            servers={"spread": "rest"},
            params=(
                Param(name="sprdId", wire="sprdId", told="sprdId", fills="symbol"),
                Param(name="ordType", wire="ordType", told="ordType"),
                Param(name="state", wire="state", told="state"),
                Param(name="beginId", wire="beginId", told="beginId", kind="int"),
                Param(name="endId", wire="endId", told="endId", kind="int"),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            auth="signed",
            private=True,
            weights={"spread": (("all_calls", 1), ("spread_open_orders", 1))},
            page=Page(
                kind="cursor",
                next=lambda message: message.rows[-1].order_id if message.rows else None,
                rows=lambda message: message.rows,
                from_="endId",
                limit="limit",
                most=100,
            ),
            gives=("OrderStatusReport",),
            prefer=2,
            open_only=True,
            doc="https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-active-orders",
        ),
        "get_spread_orders_history": Operation(
            name="get_spread_orders_history",
            title="Orders of spreads of the last 21 days that are done",
            paths={"spread": ("GET", "/api/v5/sprd/orders-history")},
            servers={"spread": "rest"},
            params=(
                Param(name="sprdId", wire="sprdId", told="sprdId", fills="symbol"),
                Param(name="ordType", wire="ordType", told="ordType"),
                Param(name="state", wire="state", told="state"),
                Param(name="beginId", wire="beginId", told="beginId", kind="int"),
                Param(name="endId", wire="endId", told="endId", kind="int"),
                Param(
                    name="begin_ms", wire="begin", told="begin", kind="time", fills="start", unit_ns=1_000_000
                ),
                Param(name="end_ms", wire="end", told="end", kind="time", fills="end", unit_ns=1_000_000),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            auth="signed",
            private=True,
            weights={"spread": (("all_calls", 1), ("spread_orders", 1))},
            page=Page(
                kind="cursor",
                next=lambda message: message.rows[-1].order_id if message.rows else None,
                rows=lambda message: message.rows,
                start="begin_ms",
                end="end_ms",
                from_="endId",
                limit="limit",
                most=100,
            ),
            gives=("OrderStatusReport",),
            prefer=1,
            doc="https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-orders-last-21-days",
        ),
        "get_spread_trades": Operation(
            name="get_spread_trades",
            title="Fills of orders of spreads of the last seven days",
            paths={"spread": ("GET", "/api/v5/sprd/trades")},
            servers={"spread": "rest"},
            params=(
                Param(name="sprdId", wire="sprdId", told="sprdId", fills="symbol"),
                Param(name="tradeId", wire="tradeId", told="tradeId"),
                Param(name="ordId", wire="ordId", told="ordId"),
                Param(name="beginId", wire="beginId", told="beginId", kind="int"),
                Param(name="endId", wire="endId", told="endId", kind="int"),
                Param(
                    name="begin_ms", wire="begin", told="begin", kind="time", fills="start", unit_ns=1_000_000
                ),
                Param(name="end_ms", wire="end", told="end", kind="time", fills="end", unit_ns=1_000_000),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            auth="signed",
            private=True,
            weights={"spread": (("all_calls", 1), ("spread_orders", 1))},
            page=Page(
                kind="cursor",
                next=lambda message: message.rows[-1].trade_id if message.rows else None,
                rows=lambda message: message.rows,
                start="begin_ms",
                end="end_ms",
                from_="endId",
                limit="limit",
                most=100,
            ),
            gives=("FillReport",),
            prefer=2,
            doc="https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-trades-last-7-days",
        ),
        "get_orders_archive": Operation(
            name="get_orders_archive",
            title="Orders of the last three months that are done",
            paths={"": ("GET", "/api/v5/trade/orders-history-archive")},
            servers={"": "rest"},
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    required=True,
                    allowed=("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                    fills="product",
                ),
                Param(name="instFamily", wire="instFamily", told="instFamily"),
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
                Param(name="ordId", wire="ordId", told="ordId"),
                Param(name="ordType", wire="ordType", told="ordType"),
                Param(name="state", wire="state", told="state"),
                Param(name="category", wire="category", told="category"),
                Param(name="after", wire="after", told="after", kind="int"),
                Param(name="before", wire="before", told="before", kind="int"),
                Param(
                    name="begin_ms", wire="begin", told="begin", kind="time", fills="start", unit_ns=1_000_000
                ),
                Param(name="end_ms", wire="end", told="end", kind="time", fills="end", unit_ns=1_000_000),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=100, fills="limit"),
            ),
            auth="signed",
            private=True,
            weights={"": (("all_calls", 1), ("orders_archive", 1))},
            page=Page(
                kind="cursor",
                next=lambda message: message.rows[-1].order_id if message.rows else None,
                rows=lambda message: message.rows,
                start="begin_ms",
                end="end_ms",
                from_="after",
                limit="limit",
                most=100,
            ),
            gives=("OrderStatusReport",),
            prefer=-1,
            sweep={"instType": ("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS")},
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-history-last-3-months",
        ),
        "get_mark_price": Operation(
            name="get_mark_price",
            title="Mark prices of one kind of instruments",
            paths={"": ("GET", "/api/v5/public/mark-price")},
            servers={"": "rest"},
            params=(
                Param(
                    name="inst_type",
                    wire="instType",
                    told="inst_type",
                    required=True,
                    allowed=("MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                    fills="product",
                ),
                Param(name="inst_family", wire="instFamily", told="inst_family"),
                Param(name="inst_id", wire="instId", told="inst_id", fills="symbol"),
            ),
            weights={"": (("all_calls", 1), ("mark_price", 1))},
            gives=("MarkPriceUpdate",),
            doc="https://www.okx.com/docs-v5/en/#public-data-rest-api-get-mark-price",
        ),
        "get_index_tickers": Operation(
            name="get_index_tickers",
            title="Index prices",
            paths={"": ("GET", "/api/v5/market/index-tickers")},
            servers={"": "rest"},
            params=(
                Param(name="inst_id", wire="instId", told="inst_id", fills="symbol"),
                Param(name="quote_ccy", wire="quoteCcy", told="quote_ccy"),
            ),
            weights={"": (("all_calls", 1), ("index_tickers", 1))},
            gives=("IndexPriceUpdate",),
            doc="https://www.okx.com/docs-v5/en/#public-data-rest-api-get-index-tickers",
        ),
        "get_funding_rate_history": Operation(
            name="get_funding_rate_history",
            title="Funding rates that were settled",
            paths={"": ("GET", "/api/v5/public/funding-rate-history")},
            servers={"": "rest"},
            params=(
                Param(name="inst_id", wire="instId", told="inst_id", required=True, fills="symbol"),
                Param(
                    name="after_ms",
                    wire="after",
                    told="after",
                    kind="time",
                    fills="end",
                    unit_ns=1_000_000,
                    exclusive=True,
                ),
                Param(
                    name="before_ms",
                    wire="before",
                    told="before",
                    kind="time",
                    fills="start",
                    unit_ns=1_000_000,
                    exclusive=True,
                ),
                Param(name="limit", wire="limit", told="limit", kind="int", least=1, most=400, fills="limit"),
            ),
            weights={"": (("all_calls", 1), ("funding_history", 1))},
            page=Page(
                kind="time",
                next=lambda message: (integer(message.funding_time_ms) * 1_000_000) // 1_000_000,
                rows=lambda message: message.rows,
                start="before_ms",
                end="after_ms",
                limit="limit",
                most=400,
                step=0,
                backward=True,
                time=lambda message: (integer(message.funding_time_ms) * 1_000_000) // 1_000_000,
            ),
            gives=("FundingRateUpdate",),
            doc="https://www.okx.com/docs-v5/en/#public-data-rest-api-get-funding-rate-history",
        ),
        "get_option_summary": Operation(
            name="get_option_summary",
            title="Greeks and forward prices of a family of options",
            paths={"option": ("GET", "/api/v5/public/opt-summary")},
            servers={"option": "rest"},
            params=(
                Param(name="inst_family", wire="instFamily", told="inst_family", required=True),
                Param(name="exp_time", wire="expTime", told="exp_time"),
            ),
            weights={"option": (("all_calls", 1), ("option_summary", 1))},
            gives=("OptionGreeks", "OkxForwardPrice"),
            doc="https://www.okx.com/docs-v5/en/#public-data-rest-api-get-option-market-data",
        ),
        "get_position_tiers": Operation(
            name="get_position_tiers",
            title="Sizes that a leverage allows",
            paths={"": ("GET", "/api/v5/public/position-tiers")},
            servers={"": "rest"},
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    required=True,
                    allowed=("MARGIN", "SWAP", "FUTURES", "OPTION"),
                    fills="product",
                ),
                Param(
                    name="tdMode", wire="tdMode", told="tdMode", required=True, allowed=("cross", "isolated")
                ),
                Param(name="instFamily", wire="instFamily", told="instFamily"),
                Param(name="instId", wire="instId", told="instId"),
                Param(name="ccy", wire="ccy", told="ccy"),
                Param(name="tier", wire="tier", told="tier"),
            ),
            weights={"": (("all_calls", 1), ("position_tiers", 1))},
            gives=("OkxPositionTier",),
            doc="https://www.okx.com/docs-v5/en/#public-data-rest-api-get-position-tiers",
        ),
        "get_spreads": Operation(
            name="get_spreads",
            title="Spreads",
            paths={"spread": ("GET", "/api/v5/sprd/spreads")},
            servers={"spread": "rest"},
            params=(
                Param(name="baseCcy", wire="baseCcy", told="baseCcy"),
                Param(name="instId", wire="instId", told="instId"),
                Param(name="sprdId", wire="sprdId", told="sprdId", fills="symbol"),
                Param(name="state", wire="state", told="state", allowed=("live", "suspend", "expired")),
            ),
            weights={"spread": (("all_calls", 1), ("spreads", 1))},
            gives=("CryptoFuturesSpread", "CryptoOptionSpread"),
            doc="https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-spreads-public",
        ),
    },
    channels={
        "candles": Channel(
            name="candles",
            connection="stream",
            title="Bars",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(
                Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),
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
                        "1H",
                        "2H",
                        "4H",
                        "6H",
                        "12H",
                        "1D",
                        "2D",
                        "3D",
                        "5D",
                        "1W",
                        "1M",
                        "3M",
                        "6M",
                        "1Y",
                        "6Hutc",
                        "12Hutc",
                        "1Dutc",
                        "2Dutc",
                        "3Dutc",
                        "5Dutc",
                        "1Wutc",
                        "1Mutc",
                        "3Mutc",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1H": "1-HOUR",
                        "2H": "2-HOUR",
                        "4H": "4-HOUR",
                        "6H": "6-HOUR",
                        "12H": "12-HOUR",
                        "1D": "1-DAY",
                        "2D": "2-DAY",
                        "3D": "3-DAY",
                        "5D": "5-DAY",
                        "1W": "1-WEEK",
                        "1M": "1-MONTH",
                        "3M": "3-MONTH",
                        "6M": "6-MONTH",
                        "1Y": "1-YEAR",
                        "6Hutc": "6-HOUR",
                        "12Hutc": "12-HOUR",
                        "1Dutc": "1-DAY",
                        "2Dutc": "2-DAY",
                        "3Dutc": "3-DAY",
                        "5Dutc": "5-DAY",
                        "1Wutc": "1-WEEK",
                        "1Mutc": "1-MONTH",
                        "3Mutc": "3-MONTH",
                    },
                ),
            ),
            topic=lambda v: f"candle{v['interval']}",
            address={"tier": "business"},
            gives=("Bar",),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-candlesticks-channel",
        ),
        "mark_price_candles": Channel(
            name="mark_price_candles",
            connection="stream",
            title="Bars of the mark price",
            products=("swap", "futures", "option"),
            params=(
                Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),
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
                        "1H",
                        "2H",
                        "4H",
                        "6H",
                        "12H",
                        "1D",
                        "2D",
                        "3D",
                        "5D",
                        "1W",
                        "1M",
                        "3M",
                        "6M",
                        "1Y",
                        "6Hutc",
                        "12Hutc",
                        "1Dutc",
                        "2Dutc",
                        "3Dutc",
                        "5Dutc",
                        "1Wutc",
                        "1Mutc",
                        "3Mutc",
                    ),
                    fills="interval",
                    means={
                        "1s": "1-SECOND",
                        "1m": "1-MINUTE",
                        "3m": "3-MINUTE",
                        "5m": "5-MINUTE",
                        "15m": "15-MINUTE",
                        "30m": "30-MINUTE",
                        "1H": "1-HOUR",
                        "2H": "2-HOUR",
                        "4H": "4-HOUR",
                        "6H": "6-HOUR",
                        "12H": "12-HOUR",
                        "1D": "1-DAY",
                        "2D": "2-DAY",
                        "3D": "3-DAY",
                        "5D": "5-DAY",
                        "1W": "1-WEEK",
                        "1M": "1-MONTH",
                        "3M": "3-MONTH",
                        "6M": "6-MONTH",
                        "1Y": "1-YEAR",
                        "6Hutc": "6-HOUR",
                        "12Hutc": "12-HOUR",
                        "1Dutc": "1-DAY",
                        "2Dutc": "2-DAY",
                        "3Dutc": "3-DAY",
                        "5Dutc": "5-DAY",
                        "1Wutc": "1-WEEK",
                        "1Mutc": "1-MONTH",
                        "3Mutc": "3-MONTH",
                    },
                ),
            ),
            topic=lambda v: f"mark-price-candle{v['interval']}",
            address={"tier": "business"},
            gives=("Bar",),
            prices=("MARK",),
            doc="https://www.okx.com/docs-v5/en/#public-data-websocket-mark-price-candlesticks-channel",
        ),
        "event_markets": Channel(
            name="event_markets",
            connection="stream",
            title="Markets of events whose state or strike changed",
            products=("events",),
            params=(
                Param(
                    name="instType", wire="instType", told="instType", default="EVENTS", allowed=("EVENTS",)
                ),
            ),
            topic=lambda v: "event-contract-markets",
            address={"tier": "public"},
            gives=("OkxEventMarket",),
            stale_after_ns=86_400_000_000_000,
            doc="https://www.okx.com/docs-v5/en/#public-data-websocket-event-contract-markets-channel",
        ),
        "instruments": Channel(
            name="instruments",
            connection="stream",
            title="Instruments of one kind that were listed or changed",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    required=True,
                    allowed=("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                    fills="product",
                ),
            ),
            topic=lambda v: "instruments",
            address={"tier": "public"},
            gives=(
                "CurrencyPair",
                "CryptoPerpetual",
                "CryptoFuture",
                "CryptoOption",
                "BinaryOption",
                "InstrumentStatus",
            ),
            stale_after_ns=86_400_000_000_000,
            doc="https://www.okx.com/docs-v5/en/#public-data-websocket-instruments-channel",
        ),
        "trades": Channel(
            name="trades",
            connection="stream",
            title="Trades, joined where one taker order met several at a price",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "trades",
            address={"tier": "public"},
            gives=("TradeTick",),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-trades-channel",
        ),
        "books": Channel(
            name="books",
            connection="stream",
            title="The book of 400 levels, one image and then its changes",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "books",
            address={"tier": "public"},
            gives=("OrderBookDeltas",),
            prefer=1,
            stale_after_ns=90_000_000_000,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel",
        ),
        "books5": Channel(
            name="books5",
            connection="stream",
            title="The best five levels, whole every time",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "books5",
            address={"tier": "public"},
            gives=("OrderBookDeltas", "OrderBookDepth10"),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel",
        ),
        "bbo": Channel(
            name="bbo",
            connection="stream",
            title="The best bid and offer, every ten milliseconds where it changed",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "bbo-tbt",
            address={"tier": "public"},
            gives=("QuoteTick",),
            prefer=1,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel",
        ),
        "tickers": Channel(
            name="tickers",
            connection="stream",
            title="The newest trade, the best bid and offer, and the last 24 hours",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "tickers",
            address={"tier": "public"},
            gives=("QuoteTick", "OkxTicker"),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-tickers-channel",
        ),
        "all_trades": Channel(
            name="all_trades",
            connection="stream",
            title="Trades, one by one",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "trades-all",
            address={"tier": "business"},
            gives=("TradeTick",),
            prefer=-1,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-all-trades-channel",
        ),
        "books_l2": Channel(
            name="books_l2",
            connection="private",
            title="The book of 400 levels, every ten milliseconds",
            products=("spot", "margin", "swap", "futures", "option"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "books-l2-tbt",
            address={"tier": "public"},
            gives=("OrderBookDeltas",),
            prefer=-1,
            stale_after_ns=90_000_000_000,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel",
        ),
        "books50_l2": Channel(
            name="books50_l2",
            connection="private",
            title="The book of 50 levels, every ten milliseconds",
            products=("spot", "margin", "swap", "futures", "option"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "books50-l2-tbt",
            address={"tier": "public"},
            gives=("OrderBookDeltas",),
            prefer=-1,
            stale_after_ns=90_000_000_000,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel",
        ),
        "liquidations": Channel(
            name="liquidations",
            connection="stream",
            title="Liquidations, at most one a second of a contract",
            products=("margin", "swap", "futures", "option"),
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    required=True,
                    allowed=("MARGIN", "SWAP", "FUTURES", "OPTION"),
                    fills="product",
                ),
            ),
            topic=lambda v: "liquidation-orders",
            address={"tier": "public"},
            gives=("OkxLiquidation",),
            stale_after_ns=86_400_000_000_000,
            doc="https://www.okx.com/docs-v5/en/#public-data-websocket-liquidation-orders-channel",
        ),
        "mark_price": Channel(
            name="mark_price",
            connection="stream",
            title="Mark price",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "mark-price",
            address={"tier": "public"},
            gives=("MarkPriceUpdate",),
            doc="https://www.okx.com/docs-v5/en/#public-data-websocket-mark-price-channel",
        ),
        "index_tickers": Channel(
            name="index_tickers",
            connection="stream",
            title="Index price",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "index-tickers",
            address={"tier": "public"},
            gives=("IndexPriceUpdate",),
            doc="https://www.okx.com/docs-v5/en/#public-data-websocket-index-tickers-channel",
        ),
        "funding_rate": Channel(
            name="funding_rate",
            connection="stream",
            title="Funding rate",
            products=("swap", "futures"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "funding-rate",
            address={"tier": "public"},
            gives=("FundingRateUpdate",),
            doc="https://www.okx.com/docs-v5/en/#public-data-websocket-funding-rate-channel",
        ),
        "option_summary": Channel(
            name="option_summary",
            connection="stream",
            title="Greeks of a family of options",
            products=("option",),
            params=(Param(name="instFamily", wire="instFamily", told="instFamily", required=True),),
            topic=lambda v: "opt-summary",
            address={"tier": "public"},
            gives=("OptionGreeks", "OkxForwardPrice"),
            doc="https://www.okx.com/docs-v5/en/#public-data-websocket-option-summary-channel",
        ),
        "price_limit": Channel(
            name="price_limit",
            connection="stream",
            title="Between which prices orders are taken",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "price-limit",
            address={"tier": "public"},
            gives=("OkxPriceLimit",),
            doc="https://www.okx.com/docs-v5/en/#public-data-websocket-price-limit-channel",
        ),
        "estimated_price": Channel(
            name="estimated_price",
            connection="stream",
            title="The price that contracts would be delivered or settled at",
            products=("swap", "futures", "option"),
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    required=True,
                    allowed=("SWAP", "FUTURES", "OPTION"),
                    fills="product",
                ),
                Param(name="instFamily", wire="instFamily", told="instFamily"),
                Param(name="instId", wire="instId", told="instId", fills="symbol"),
            ),
            topic=lambda v: "estimated-price",
            address={"tier": "public"},
            gives=("OkxEstimatedPrice",),
            stale_after_ns=86_400_000_000_000,
            doc="https://www.okx.com/docs-v5/en/#public-data-websocket-estimated-delivery-exercise-settlement-price-channel",
        ),
        "open_interest": Channel(
            name="open_interest",
            connection="stream",
            title="Open interest",
            products=("swap", "futures", "option"),
            params=(Param(name="instId", wire="instId", told="instId", required=True, fills="symbol"),),
            topic=lambda v: "open-interest",
            address={"tier": "public"},
            gives=("OkxOpenInterest",),
            doc="https://www.okx.com/docs-v5/en/#public-data-websocket-open-interest-channel",
        ),
        "status": Channel(
            name="status",
            connection="stream",
            title="Maintenance of the venue",
            products=("spot", "margin", "swap", "futures", "option", "events", "spread"),
            topic=lambda v: "status",
            address={"tier": "public"},
            gives=("OkxStatus",),
            stale_after_ns=86_400_000_000_000,
            doc="https://www.okx.com/docs-v5/en/#status-ws-status-channel",
        ),
        "orders": Channel(
            name="orders",
            connection="private",
            title="Plain orders and their fills",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    default="ANY",
                    allowed=("ANY", "SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                ),
            ),
            topic=lambda v: "orders",
            address={"tier": "private"},
            gives=("OrderStatusReport", "FillReport"),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-ws-order-channel",
        ),
        "fills": Channel(
            name="fills",
            connection="private",
            title="Fills, sooner than orders tell them; for VIP accounts",
            products=("spot", "margin", "swap", "futures", "option", "events"),
            params=(Param(name="instId", wire="instId", told="instId", fills="symbol"),),
            topic=lambda v: "fills",
            address={"tier": "private"},
            gives=("FillReport",),
            prefer=-1,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-ws-fills-channel",
        ),
        "algo_orders": Channel(
            name="algo_orders",
            connection="private",
            title="Triggered, paired and trailing orders",
            products=("spot", "margin", "swap", "futures"),
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    default="ANY",
                    allowed=("ANY", "SPOT", "MARGIN", "SWAP", "FUTURES"),
                ),
            ),
            topic=lambda v: "orders-algo",
            address={"tier": "business"},
            gives=("OrderStatusReport",),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-ws-algo-orders-channel",
        ),
        "advanced_algo_orders": Channel(
            name="advanced_algo_orders",
            connection="private",
            title="Iceberg, TWAP, chasing and trailing orders",
            products=("spot", "margin", "swap", "futures"),
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    default="ANY",
                    allowed=("ANY", "SPOT", "MARGIN", "SWAP", "FUTURES"),
                ),
            ),
            topic=lambda v: "algo-advance",
            address={"tier": "business"},
            gives=("OrderStatusReport",),
            prefer=-1,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-ws-advance-algo-orders-channel",
        ),
        "spread_orders": Channel(
            name="spread_orders",
            connection="private",
            title="Orders of spreads and their fills",
            products=("spread",),
            params=(Param(name="sprdId", wire="sprdId", told="sprdId", fills="symbol"),),
            topic=lambda v: "sprd-orders",
            address={"tier": "business"},
            gives=("OrderStatusReport", "FillReport"),
            doc="https://www.okx.com/docs-v5/en/#spread-trading-websocket-private-channel-order-channel",
        ),
        "positions": Channel(
            name="positions",
            connection="private",
            title="Positions",
            products=("margin", "swap", "futures", "option", "events"),
            params=(
                Param(
                    name="instType",
                    wire="instType",
                    told="instType",
                    default="ANY",
                    allowed=("ANY", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"),
                ),
            ),
            topic=lambda v: "positions",
            address={"tier": "private"},
            gives=("PositionStatusReport",),
            doc="https://www.okx.com/docs-v5/en/#trading-account-websocket-positions-channel",
        ),
        "account": Channel(
            name="account",
            connection="private",
            title="Balances and margins of the account",
            products=("spot", "margin", "swap", "futures", "option", "events", "spread"),
            topic=lambda v: "account",
            address={"tier": "private"},
            gives=("AccountState",),
            doc="https://www.okx.com/docs-v5/en/#trading-account-websocket-account-channel",
        ),
        "balance_and_position": Channel(
            name="balance_and_position",
            connection="private",
            title="Positions, and cash of the currencies that changed with them",
            products=("spot", "margin", "swap", "futures", "option", "events", "spread"),
            topic=lambda v: "balance_and_position",
            address={"tier": "private"},
            gives=("OkxCash", "PositionStatusReport"),
            prefer=-1,
            doc="https://www.okx.com/docs-v5/en/#trading-account-websocket-balance-and-position-channel",
        ),
        "spread_quotes": Channel(
            name="spread_quotes",
            connection="stream",
            title="The best bid and offer of a spread",
            products=("spread",),
            params=(Param(name="sprdId", wire="sprdId", told="sprdId", required=True, fills="symbol"),),
            topic=lambda v: "sprd-bbo-tbt",
            address={"tier": "business"},
            gives=("QuoteTick",),
            doc="https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel",
        ),
        "spread_books5": Channel(
            name="spread_books5",
            connection="stream",
            title="The best five levels of a spread, whole every time",
            products=("spread",),
            params=(Param(name="sprdId", wire="sprdId", told="sprdId", required=True, fills="symbol"),),
            topic=lambda v: "sprd-books5",
            address={"tier": "business"},
            gives=("OrderBookDeltas", "OrderBookDepth10"),
            doc="https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel",
        ),
        "spread_books": Channel(
            name="spread_books",
            connection="stream",
            title="The book of 400 levels of a spread, one image and then its changes",
            products=("spread",),
            params=(Param(name="sprdId", wire="sprdId", told="sprdId", required=True, fills="symbol"),),
            topic=lambda v: "sprd-books-l2-tbt",
            address={"tier": "business"},
            gives=("OrderBookDeltas",),
            prefer=1,
            stale_after_ns=90_000_000_000,
            doc="https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel",
        ),
        "spread_trades": Channel(
            name="spread_trades",
            connection="stream",
            title="Trades of a spread",
            products=("spread",),
            params=(Param(name="sprdId", wire="sprdId", told="sprdId", required=True, fills="symbol"),),
            topic=lambda v: "sprd-public-trades",
            address={"tier": "business"},
            gives=("TradeTick",),
            doc="https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-public-trades-channel",
        ),
    },
    streams={
        "stream": Stream(
            name="stream",
            source="ws",
            transport="websocket",
            products=("spot", "margin", "swap", "futures", "option", "events", "spread"),
            frame={
                "op": "subscribe",
                "args": [
                    {
                        "channel": Slot("topic"),
                        "instId": Slot("instId"),
                        "instFamily": Slot("instFamily"),
                        "instType": Slot("instType"),
                        "sprdId": Slot("sprdId"),
                    }
                ],
            },
            unsubscribe={
                "op": "unsubscribe",
                "args": [
                    {
                        "channel": Slot("topic"),
                        "instId": Slot("instId"),
                        "instFamily": Slot("instFamily"),
                        "instType": Slot("instType"),
                        "sprdId": Slot("sprdId"),
                    }
                ],
            },
            ack="topic",
            ack_timeout_ns=10_000_000_000,
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=60_000_000_000,
                topics_stale_after_ns=1_800_000_000_000,
                max_subscriptions=200,
                idle_ns=30_000_000_000,
                asks=480,
                asks_per_ns=3_600_000_000_000,
                opens=3,
                opens_per_ns=1_000_000_000,
                ends={
                    "subscriptions": End(
                        close=4008, text="The number of subscribed channels exceeds the maximum limit."
                    ),
                    "asks": End(code="60014", text="Requests too frequent"),
                    "idle": End(close=4004, text="No data received in 30s."),
                },
                beat="ping",
                beat_every_ns=20_000_000_000,
                pong_within_ns=10_000_000_000,
                any_frame_answers=True,
            ),
        ),
        "private": Stream(
            name="private",
            source="ws",
            transport="websocket",
            products=("spot", "margin", "swap", "futures", "option", "events", "spread"),
            frame={
                "op": "subscribe",
                "args": [
                    {
                        "channel": Slot("topic"),
                        "instId": Slot("instId"),
                        "instFamily": Slot("instFamily"),
                        "instType": Slot("instType"),
                        "sprdId": Slot("sprdId"),
                    }
                ],
            },
            unsubscribe={
                "op": "unsubscribe",
                "args": [
                    {
                        "channel": Slot("topic"),
                        "instId": Slot("instId"),
                        "instFamily": Slot("instFamily"),
                        "instType": Slot("instType"),
                        "sprdId": Slot("sprdId"),
                    }
                ],
            },
            ack="topic",
            ack_timeout_ns=10_000_000_000,
            login="socket",
            login_frame={
                "op": "login",
                "args": [
                    {
                        "apiKey": lambda v: f"{v['api_key']}",
                        "passphrase": lambda v: f"{v['passphrase']}",
                        "timestamp": lambda v: f"{v['timestamp_s']}",
                        "sign": lambda v: f"{v['signature']}",
                    }
                ],
            },
            requests=Asking(
                frame={"id": Slot("id_text"), "op": Slot("call"), "args": [Slot("params")]},
                has=("id", "op", "code", "data"),
                id="id",
                timeout_ns=10_000_000_000,
                address={"tier": "private"},
            ),
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=60_000_000_000,
                max_subscriptions=200,
                idle_ns=30_000_000_000,
                asks=480,
                asks_per_ns=3_600_000_000_000,
                opens=3,
                opens_per_ns=1_000_000_000,
                ends={
                    "subscriptions": End(
                        close=4008, text="The number of subscribed channels exceeds the maximum limit."
                    ),
                    "asks": End(code="60014", text="Requests too frequent"),
                    "idle": End(close=4004, text="No data received in 30s."),
                },
                beat="ping",
                beat_every_ns=20_000_000_000,
                pong_within_ns=10_000_000_000,
                any_frame_answers=True,
            ),
        ),
        "business": Stream(
            name="business",
            source="ws",
            transport="websocket",
            products=("spread",),
            frame={
                "op": "subscribe",
                "args": [
                    {
                        "channel": Slot("topic"),
                        "instId": Slot("instId"),
                        "instFamily": Slot("instFamily"),
                        "instType": Slot("instType"),
                        "sprdId": Slot("sprdId"),
                    }
                ],
            },
            unsubscribe={
                "op": "unsubscribe",
                "args": [
                    {
                        "channel": Slot("topic"),
                        "instId": Slot("instId"),
                        "instFamily": Slot("instFamily"),
                        "instType": Slot("instType"),
                        "sprdId": Slot("sprdId"),
                    }
                ],
            },
            ack="topic",
            ack_timeout_ns=10_000_000_000,
            login="socket",
            login_frame={
                "op": "login",
                "args": [
                    {
                        "apiKey": lambda v: f"{v['api_key']}",
                        "passphrase": lambda v: f"{v['passphrase']}",
                        "timestamp": lambda v: f"{v['timestamp_s']}",
                        "sign": lambda v: f"{v['signature']}",
                    }
                ],
            },
            requests=Asking(
                frame={"id": Slot("id_text"), "op": Slot("call"), "args": [Slot("params")]},
                has=("id", "op", "code", "data"),
                id="id",
                timeout_ns=10_000_000_000,
                address={"tier": "business"},
            ),
            rules=Rules(
                first_ns=500_000_000,
                max_ns=30_000_000_000,
                stale_after_ns=60_000_000_000,
                max_subscriptions=200,
                idle_ns=30_000_000_000,
                asks=480,
                asks_per_ns=3_600_000_000_000,
                opens=3,
                opens_per_ns=1_000_000_000,
                ends={
                    "subscriptions": End(
                        close=4008, text="The number of subscribed channels exceeds the maximum limit."
                    ),
                    "asks": End(code="60014", text="Requests too frequent"),
                    "idle": End(close=4004, text="No data received in 30s."),
                },
                beat="ping",
                beat_every_ns=20_000_000_000,
                pong_within_ns=10_000_000_000,
                any_frame_answers=True,
            ),
        ),
    },
    catalogs={
        "spot": ("get_instruments", {"inst_type": "SPOT"}),
        "margin": ("get_instruments", {"inst_type": "MARGIN"}),
        "swap": ("get_instruments", {"inst_type": "SWAP"}),
        "futures": ("get_instruments", {"inst_type": "FUTURES"}),
        "option": ("get_instruments", {"inst_type": "OPTION", "inst_family": "BTC-USD"}),
        "events": ("get_instruments", {"inst_type": "EVENTS", "series_id": "BTC-ABOVE-DAILY"}),
        "spread": ("get_spreads", {}),
    },
    clocks={
        "rest": ClockFacts(
            "get_server_time",
            lambda message: integer(message.rows[0].time_ms) * 1_000_000 if message.rows else None,
            GetServerTimeResponse,
        ),
    },
    refusals=(
        Refusal(
            "request_funding_rates",
            ("spot", "margin", "option", "events", "spread"),
            "Only perpetual swaps and futures like them have funding.",
            "swap, futures",
        ),
        Refusal(
            "cancel_all_orders",
            ("spot", "margin", "swap", "futures", "option", "events"),
            "OKX has no call that takes back all orders of an instrument.",
            "batch_cancel_orders of up to twenty",
        ),
        Refusal(
            "request_mark_prices",
            ("spot", "spread"),
            "Pairs have a mark price on margin alone.",
            "margin, swap, futures, option",
        ),
        Refusal(
            "request_trades",
            ("spread",),
            "History of spreads is not in this spec.",
            "trades of spreads by subscription",
        ),
        Refusal(
            "request_bars",
            ("spread",),
            "History of spreads is not in this spec.",
            "trades of spreads by subscription",
        ),
        Refusal(
            "request_book_deltas",
            ("spread",),
            "Books of spreads come by subscription.",
            "books of spreads by subscription",
        ),
        Refusal(
            "subscribe_index_prices",
            ("margin", "swap", "futures", "option", "events"),
            "An index has the name of a spot pair.",
            "indices of pairs",
        ),
        Refusal("request_index_prices", ("spread",), "Spreads have no index.", "indices of pairs"),
    ),
    commands={
        "submit_order": Command(
            name="submit_order",
            operations={"": "place_order"},
            inputs=_SUBMIT_ORDER_INPUTS,
            domains=_SUBMIT_ORDER_DOMAINS,
            choose=_submit_order_choose,
            chosen=True,
            also=_submit_order_also,
            fields=_submit_order_fields,
            outcome=OutcomeFacts(
                payload=DoneAnswer,
                accepted=lambda message: (
                    message.rows[0].row_code
                    if message.rows and message.rows[0].row_code is not None
                    else message.code
                )
                == "0",
                code=lambda message: (
                    message.rows[0].row_code
                    if message.rows and message.rows[0].row_code is not None
                    else message.code
                ),
                reason=lambda message: (
                    message.rows[0].row_message
                    if message.rows and message.rows[0].row_message is not None
                    else message.msg
                ),
                ids={
                    "venue_order_id": lambda message: (
                        message.rows[0].order_id
                        if message.rows and message.rows[0].order_id is not None
                        else message.rows[0].algo_id if message.rows else None
                    ),
                    "client_order_id": lambda message: (
                        message.rows[0].client_id
                        if message.rows and message.rows[0].client_id
                        else message.rows[0].algo_client_id if message.rows else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            reverse=(
                ({"ordType": "optimal_limit_ioc"}, {"type": "MARKET", "tif": "IOC"}),
                ({"ordType": "fok"}, {"type": "LIMIT", "tif": "FOK", "post_only": False}),
                (
                    {"ordType": "op_fok"},
                    {"type": "LIMIT", "tif": "FOK", "post_only": False, "product": "option"},
                ),
                ({"ordType": "trigger", "orderPx": "-1"}, {"type": "STOP_MARKET", "tif": "GTC"}),
                ({"ordType": "trigger"}, {"type": "STOP_LIMIT", "tif": "GTC", "post_only": False}),
                (
                    {"ordType": "conditional", "slOrdPx": "-1"},
                    {"type": "STOP_MARKET", "tif": "GTC", "product": "margin"},
                ),
                ({"ordType": "conditional", "tpOrdPx": "-1"}, {"type": "MARKET_IF_TOUCHED", "tif": "GTC"}),
                ({"ordType": "move_order_stop"}, {"type": "TRAILING_STOP_MARKET", "tif": "GTC"}),
            ),
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-place-order",
        ),
        "submit_order_list": Command(
            name="submit_order_list",
            operations={
                "spot": "place_orders",
                "margin": "place_orders",
                "swap": "place_orders",
                "futures": "place_orders",
                "option": "place_orders",
                "events": "place_orders",
            },
            outcome=OutcomeFacts(
                payload=DoneAnswer,
                rows=lambda message: list(zip(message.rows, strict=True)),
                accepted=lambda message, entry: (entry[0].row_code if entry[0].row_code is not None else "0")
                == "0",
                code=lambda message, entry: (
                    entry[0].row_code if entry[0].row_code is not None else message.code
                ),
                reason=lambda message, entry: (
                    entry[0].row_message if entry[0].row_message is not None else message.msg
                ),
                ids={
                    "venue_order_id": lambda message, entry: entry[0].order_id,
                    "client_order_id": lambda message, entry: (
                        entry[0].client_id if entry[0].client_id else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            each="submit_order",
            into="orders",
            most=20,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-place-multiple-orders",
        ),
        "submit_oco": Command(
            name="submit_oco",
            operations={
                "spot": "place_algo_order",
                "margin": "place_algo_order",
                "swap": "place_algo_order",
                "futures": "place_algo_order",
            },
            inputs=_SUBMIT_OCO_INPUTS,
            domains=_SUBMIT_OCO_DOMAINS,
            choose=_submit_oco_choose,
            outcome=OutcomeFacts(
                payload=DoneAnswer,
                accepted=lambda message: (
                    message.rows[0].row_code
                    if message.rows and message.rows[0].row_code is not None
                    else message.code
                )
                == "0",
                code=lambda message: (
                    message.rows[0].row_code
                    if message.rows and message.rows[0].row_code is not None
                    else message.code
                ),
                reason=lambda message: (
                    message.rows[0].row_message
                    if message.rows and message.rows[0].row_message is not None
                    else message.msg
                ),
                ids={
                    "venue_order_id": lambda message: (
                        message.rows[0].order_id
                        if message.rows and message.rows[0].order_id is not None
                        else message.rows[0].algo_id if message.rows else None
                    ),
                    "client_order_id": lambda message: (
                        message.rows[0].client_id
                        if message.rows and message.rows[0].client_id
                        else message.rows[0].algo_client_id if message.rows else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            each="submit_order",
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-post-place-algo-order",
            legs={
                "profit": Leg(words={"ordType": {"conditional": "oco"}}),
                "loss": Leg(
                    fields={
                        "orderPx": "slOrdPx",
                        "triggerPx": "slTriggerPx",
                        "triggerPxType": "slTriggerPxType",
                        "slOrdPx": "slOrdPx",
                        "slTriggerPx": "slTriggerPx",
                        "slTriggerPxType": "slTriggerPxType",
                    },
                    words={"ordType": {"trigger": "oco", "conditional": "oco"}},
                    drop=("instId", "tdMode", "side", "sz", "reduceOnly", "tgtCcy", "ordType", "algoClOrdId"),
                    under="profit",
                ),
            },
        ),
        "submit_bracket": Command(
            name="submit_bracket",
            operations={
                "spot": "place_order",
                "margin": "place_order",
                "swap": "place_order",
                "futures": "place_order",
            },
            outcome=OutcomeFacts(
                payload=DoneAnswer,
                accepted=lambda message: (
                    message.rows[0].row_code
                    if message.rows and message.rows[0].row_code is not None
                    else message.code
                )
                == "0",
                code=lambda message: (
                    message.rows[0].row_code
                    if message.rows and message.rows[0].row_code is not None
                    else message.code
                ),
                reason=lambda message: (
                    message.rows[0].row_message
                    if message.rows and message.rows[0].row_message is not None
                    else message.msg
                ),
                ids={
                    "venue_order_id": lambda message: (
                        message.rows[0].order_id
                        if message.rows and message.rows[0].order_id is not None
                        else message.rows[0].algo_id if message.rows else None
                    ),
                    "client_order_id": lambda message: (
                        message.rows[0].client_id
                        if message.rows and message.rows[0].client_id
                        else message.rows[0].algo_client_id if message.rows else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            each="submit_order",
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-place-order",
            legs={
                "entry": Leg(),
                "profit": Leg(
                    fields={
                        "clOrdId": "attachAlgoClOrdId",
                        "algoClOrdId": "attachAlgoClOrdId",
                        "ordType": "tpOrdKind",
                        "px": "tpOrdPx",
                        "tpOrdPx": "tpOrdPx",
                        "tpTriggerPx": "tpTriggerPx",
                        "tpTriggerPxType": "tpTriggerPxType",
                        "sz": "sz",
                    },
                    words={"ordType": {"conditional": "condition", "limit": "limit"}},
                    drop=("instId", "instIdCode", "tdMode", "side", "reduceOnly", "tgtCcy"),
                    into="attachAlgoOrds",
                ),
                "loss": Leg(
                    fields={
                        "algoClOrdId": "attachAlgoClOrdId",
                        "orderPx": "slOrdPx",
                        "triggerPx": "slTriggerPx",
                        "triggerPxType": "slTriggerPxType",
                        "slOrdPx": "slOrdPx",
                        "slTriggerPx": "slTriggerPx",
                        "slTriggerPxType": "slTriggerPxType",
                    },
                    drop=("instId", "instIdCode", "tdMode", "side", "sz", "reduceOnly", "tgtCcy", "ordType"),
                    into="attachAlgoOrds",
                ),
            },
        ),
        "submit_oto": Command(
            name="submit_oto",
            operations={
                "spot": "place_order",
                "margin": "place_order",
                "swap": "place_order",
                "futures": "place_order",
            },
            outcome=OutcomeFacts(
                payload=DoneAnswer,
                accepted=lambda message: (
                    message.rows[0].row_code
                    if message.rows and message.rows[0].row_code is not None
                    else message.code
                )
                == "0",
                code=lambda message: (
                    message.rows[0].row_code
                    if message.rows and message.rows[0].row_code is not None
                    else message.code
                ),
                reason=lambda message: (
                    message.rows[0].row_message
                    if message.rows and message.rows[0].row_message is not None
                    else message.msg
                ),
                ids={
                    "venue_order_id": lambda message: (
                        message.rows[0].order_id
                        if message.rows and message.rows[0].order_id is not None
                        else message.rows[0].algo_id if message.rows else None
                    ),
                    "client_order_id": lambda message: (
                        message.rows[0].client_id
                        if message.rows and message.rows[0].client_id
                        else message.rows[0].algo_client_id if message.rows else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            each="submit_order",
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-place-order",
            legs={
                "entry": Leg(),
                "loss": Leg(
                    fields={
                        "algoClOrdId": "attachAlgoClOrdId",
                        "orderPx": "slOrdPx",
                        "triggerPx": "slTriggerPx",
                        "triggerPxType": "slTriggerPxType",
                        "slOrdPx": "slOrdPx",
                        "slTriggerPx": "slTriggerPx",
                        "slTriggerPxType": "slTriggerPxType",
                    },
                    drop=("instId", "instIdCode", "tdMode", "side", "sz", "reduceOnly", "tgtCcy", "ordType"),
                    into="attachAlgoOrds",
                ),
                "profit": Leg(
                    fields={
                        "clOrdId": "attachAlgoClOrdId",
                        "algoClOrdId": "attachAlgoClOrdId",
                        "ordType": "tpOrdKind",
                        "px": "tpOrdPx",
                        "tpOrdPx": "tpOrdPx",
                        "tpTriggerPx": "tpTriggerPx",
                        "tpTriggerPxType": "tpTriggerPxType",
                    },
                    words={"ordType": {"conditional": "condition", "limit": "limit"}},
                    drop=("instId", "instIdCode", "tdMode", "side", "sz", "reduceOnly", "tgtCcy"),
                    into="attachAlgoOrds",
                ),
            },
        ),
        "modify_order": Command(
            name="modify_order",
            operations={"": "amend_order"},
            inputs=_MODIFY_ORDER_INPUTS,
            domains=_MODIFY_ORDER_DOMAINS,
            choose=_modify_order_choose,
            chosen=True,
            also=_modify_order_also,
            fields=_modify_order_fields,
            outcome=OutcomeFacts(
                payload=DoneAnswer,
                accepted=lambda message: (
                    message.rows[0].row_code
                    if message.rows and message.rows[0].row_code is not None
                    else message.code
                )
                == "0",
                code=lambda message: (
                    message.rows[0].row_code
                    if message.rows and message.rows[0].row_code is not None
                    else message.code
                ),
                reason=lambda message: (
                    message.rows[0].row_message
                    if message.rows and message.rows[0].row_message is not None
                    else message.msg
                ),
                ids={
                    "venue_order_id": lambda message: (
                        message.rows[0].order_id
                        if message.rows and message.rows[0].order_id is not None
                        else message.rows[0].algo_id if message.rows else None
                    ),
                    "client_order_id": lambda message: (
                        message.rows[0].client_id
                        if message.rows and message.rows[0].client_id
                        else message.rows[0].algo_client_id if message.rows else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            assume={"type": "LIMIT"},
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-amend-order",
        ),
        "batch_modify_orders": Command(
            name="batch_modify_orders",
            operations={
                "spot": "amend_orders",
                "margin": "amend_orders",
                "swap": "amend_orders",
                "futures": "amend_orders",
                "option": "amend_orders",
                "events": "amend_orders",
            },
            outcome=OutcomeFacts(
                payload=DoneAnswer,
                rows=lambda message: list(zip(message.rows, strict=True)),
                accepted=lambda message, entry: (entry[0].row_code if entry[0].row_code is not None else "0")
                == "0",
                code=lambda message, entry: (
                    entry[0].row_code if entry[0].row_code is not None else message.code
                ),
                reason=lambda message, entry: (
                    entry[0].row_message if entry[0].row_message is not None else message.msg
                ),
                ids={
                    "venue_order_id": lambda message, entry: entry[0].order_id,
                    "client_order_id": lambda message, entry: (
                        entry[0].client_id if entry[0].client_id else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            each="modify_order",
            into="orders",
            most=20,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-amend-multiple-orders",
        ),
        "cancel_order": Command(
            name="cancel_order",
            operations={"": "cancel_single_order"},
            inputs=_CANCEL_ORDER_INPUTS,
            domains=_CANCEL_ORDER_DOMAINS,
            choose=_cancel_order_choose,
            chosen=True,
            fields=_cancel_order_fields,
            outcome=OutcomeFacts(
                payload=DoneAnswer,
                accepted=lambda message: (
                    message.rows[0].row_code
                    if message.rows and message.rows[0].row_code is not None
                    else message.code
                )
                == "0",
                code=lambda message: (
                    message.rows[0].row_code
                    if message.rows and message.rows[0].row_code is not None
                    else message.code
                ),
                reason=lambda message: (
                    message.rows[0].row_message
                    if message.rows and message.rows[0].row_message is not None
                    else message.msg
                ),
                ids={
                    "venue_order_id": lambda message: (
                        message.rows[0].order_id
                        if message.rows and message.rows[0].order_id is not None
                        else message.rows[0].algo_id if message.rows else None
                    ),
                    "client_order_id": lambda message: (
                        message.rows[0].client_id
                        if message.rows and message.rows[0].client_id
                        else message.rows[0].algo_client_id if message.rows else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            assume={"type": "LIMIT"},
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-cancel-order",
        ),
        "batch_cancel_orders": Command(
            name="batch_cancel_orders",
            operations={
                "spot": "cancel_orders",
                "margin": "cancel_orders",
                "swap": "cancel_orders",
                "futures": "cancel_orders",
                "option": "cancel_orders",
                "events": "cancel_orders",
            },
            outcome=OutcomeFacts(
                payload=DoneAnswer,
                rows=lambda message: list(zip(message.rows, strict=True)),
                accepted=lambda message, entry: (entry[0].row_code if entry[0].row_code is not None else "0")
                == "0",
                code=lambda message, entry: (
                    entry[0].row_code if entry[0].row_code is not None else message.code
                ),
                reason=lambda message, entry: (
                    entry[0].row_message if entry[0].row_message is not None else message.msg
                ),
                ids={
                    "venue_order_id": lambda message, entry: entry[0].order_id,
                    "client_order_id": lambda message, entry: (
                        entry[0].client_id if entry[0].client_id else None
                    ),
                },
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            each="cancel_order",
            into="orders",
            most=20,
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-cancel-multiple-orders",
        ),
        "cancel_all_orders": Command(
            name="cancel_all_orders",
            operations={"spread": "cancel_spread_orders"},
            fields=_cancel_all_orders_fields,
            outcome=OutcomeFacts(
                payload=ResultAnswer,
                accepted=lambda message: message.rows[0].result if message.rows else False,
                code=lambda message: message.code,
                reason=lambda message: message.msg,
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            doc="https://www.okx.com/docs-v5/en/#spread-trading-rest-api-cancel-all-orders",
        ),
        "query_order": Command(
            name="query_order",
            operations={"": "get_order"},
            inputs=_QUERY_ORDER_INPUTS,
            domains=_QUERY_ORDER_DOMAINS,
            choose=_query_order_choose,
            chosen=True,
            fields=_query_order_fields,
            outcome=OutcomeFacts(unknown=frozenset({"disconnect", "http_5xx", "timeout"})),
            assume={"type": "LIMIT"},
            doc="https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-details",
        ),
        "query_account": Command(
            name="query_account",
            operations={"": "get_balance"},
            outcome=OutcomeFacts(
                payload=AccountRow | list[AccountRow],
                unknown=frozenset({"disconnect", "http_5xx", "timeout"}),
            ),
            doc="https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-balance",
        ),
    },
)
