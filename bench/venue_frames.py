"""Frames of the four venues with accounts, of our own making: their layouts with made-up numbers, no two frames alike."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

COUNT = 500
START_MS = 1_760_000_000_000
Fields = dict[str, Any]


@dataclass(frozen=True)
class Stream:
    """Frames of one channel; `most_us` is for one message, `most_of_floor` as a multiple of decoding alone."""

    name: str
    venue: str
    product: str
    channel: str
    frames: list[bytes]
    most_us: float | None = None
    most_of_floor: float | None = None
    floor: Any = None
    """What the frames are decoded to where that is the measure; what the specification makes of them otherwise."""
    reads_levels: bool = False


def frames(make: Callable[[random.Random, int], Any]) -> list[bytes]:
    random_ = random.Random(7)
    return [json.dumps(make(random_, index), separators=(",", ":")).encode() for index in range(COUNT)]


def a_price(random_: random.Random) -> str:
    """One of 1,400: so that of a book's levels 92 in 100 have a price that came before, as in the recorded streams of Binance."""
    return f"{random_.randint(604_300, 605_700) / 10:.1f}"


def a_size(random_: random.Random) -> str:
    return f"{random_.randint(1, 9_000) / 1000:.3f}"


def some_levels(random_: random.Random, *more: str) -> list[list[str]]:
    return [[a_price(random_), a_size(random_), *more] for _ in range(10)]


def binance_futures_order(random_: random.Random, index: int, *, filled: bool = False) -> Fields:
    price, size, at = a_price(random_), a_size(random_), START_MS + index
    last = size if filled else "0"
    order: Fields = {
        "s": "BTCUSDT",
        "c": f"bench-{index}",
        "S": "BUY",
        "o": "LIMIT",
        "f": "GTC",
        "q": size,
        "p": price,
    }
    order |= {"ap": price if filled else "0", "sp": "0", "x": "TRADE" if filled else "NEW"}
    order |= {"X": "FILLED" if filled else "NEW", "i": 7_000_000 + index, "l": last, "z": last, "T": at}
    order |= {
        "L": price if filled else "0",
        "N": "USDT",
        "n": "0.0123",
        "t": index if filled else 0,
        "b": "0",
    }
    order |= {
        "a": "0",
        "m": False,
        "R": False,
        "wt": "CONTRACT_PRICE",
        "ot": "LIMIT",
        "ps": "BOTH",
        "cp": False,
    }
    order |= {"rp": "0", "pP": False, "si": 0, "ss": 0, "V": "NONE", "pm": "NONE", "gtd": 0}
    return {"e": "ORDER_TRADE_UPDATE", "T": at, "E": at, "o": order}


def binance_futures_fill(random_: random.Random, index: int) -> Fields:
    return binance_futures_order(random_, index, filled=True)


def binance_spot_order(random_: random.Random, index: int, *, filled: bool = False) -> Fields:
    price, size, at = a_price(random_), a_size(random_), START_MS + index
    last = size if filled else "0.000"
    order: Fields = {
        "e": "executionReport",
        "E": at,
        "s": "BTCUSDT",
        "c": f"bench-{index}",
        "S": "BUY",
        "o": "LIMIT",
    }
    order |= {"f": "GTC", "q": size, "p": price, "P": "0.0", "F": "0.0", "g": -1, "C": "", "r": "NONE"}
    order |= {"x": "TRADE" if filled else "NEW", "X": "FILLED" if filled else "NEW", "i": 7_000_000 + index}
    order |= {"l": last, "z": last, "L": price if filled else "0.0", "n": "0", "N": None, "T": at, "t": index}
    order |= {
        "w": True,
        "m": False,
        "O": at,
        "Z": price if filled else "0.0",
        "Y": "0.0",
        "Q": "0.0",
        "V": "NONE",
    }
    return {"subscriptionId": 0, "event": order}


def binance_spot_fill(random_: random.Random, index: int) -> Fields:
    return binance_spot_order(random_, index, filled=True)


def bybit_order(random_: random.Random, index: int) -> Fields:
    price, size, at = a_price(random_), a_size(random_), START_MS + index
    order: Fields = {"category": "linear", "symbol": "BTCUSDT", "orderId": f"5a7b-{index}", "side": "Buy"}
    order |= {"orderType": "Limit", "cancelType": "UNKNOWN", "price": price, "qty": size, "orderIv": ""}
    order |= {
        "timeInForce": "GTC",
        "orderStatus": "New",
        "orderLinkId": f"bench-{index}",
        "reduceOnly": False,
    }
    order |= {"leavesQty": size, "leavesValue": "1", "cumExecQty": "0", "cumExecValue": "0", "avgPrice": ""}
    order |= {"blockTradeId": "", "positionIdx": 0, "cumExecFee": "0", "createdTime": str(at)}
    order |= {"updatedTime": str(at), "rejectReason": "EC_NoError", "triggerPrice": "", "takeProfit": ""}
    order |= {"stopLoss": "", "closeOnTrigger": False, "placeType": "", "smpType": "None", "smpGroup": 0}
    order |= {"feeCurrency": "", "triggerBy": "", "stopOrderType": "", "triggerDirection": 0, "tpslMode": ""}
    return {"topic": "order", "id": f"f-{index}", "creationTime": at, "data": [order]}


def okx_order(random_: random.Random, index: int, *, filled: bool = False) -> Fields:
    price, size, at = a_price(random_), a_size(random_), str(START_MS + index)
    order: Fields = {
        "accFillSz": size if filled else "0",
        "algoClOrdId": "",
        "algoId": "",
        "avgPx": price if filled else "",
    }
    order |= {"cTime": at, "cancelSource": "", "cancelSourceReason": "", "category": "normal", "ccy": ""}
    order |= {
        "clOrdId": f"bench{index}",
        "execType": "T" if filled else "",
        "fee": "-0.0123" if filled else "0",
    }
    order |= {
        "feeCcy": "USDT",
        "fillFee": "-0.0123" if filled else "0",
        "fillFeeCcy": "USDT" if filled else "",
    }
    order |= {
        "fillPx": price if filled else "",
        "fillSz": size if filled else "0",
        "fillTime": at if filled else "",
    }
    order |= {
        "instId": "BTC-USDT-SWAP",
        "instType": "SWAP",
        "lever": "3",
        "ordId": str(6_000_000_000 + index),
    }
    order |= {
        "ordType": "limit",
        "pnl": "0",
        "posSide": "net",
        "px": price,
        "reduceOnly": "false",
        "side": "buy",
    }
    order |= {
        "slTriggerPx": "",
        "source": "",
        "state": "filled" if filled else "live",
        "stpMode": "cancel_maker",
    }
    order |= {"sz": size, "tag": "", "tdMode": "cross", "tgtCcy": "", "tpTriggerPx": "", "uTime": at}
    order |= {"tradeId": str(index) if filled else ""}
    return {"arg": {"channel": "orders", "instType": "SWAP", "uid": "1"}, "data": [order]}


def okx_fill(random_: random.Random, index: int) -> Fields:
    return okx_order(random_, index, filled=True)


def bitmex_order(random_: random.Random, index: int) -> Fields:
    at = f"2025-10-09T08:{index // 60 % 60:02d}:{index % 60:02d}.{index:03d}Z"
    size = 100 * random_.randint(1, 90)
    order: Fields = {"orderID": f"0e8d-{index}", "clOrdID": f"bench-{index}", "clOrdLinkID": None}
    order |= {"account": 1234, "symbol": "XBTUSD", "side": "Buy", "orderQty": size, "leavesQty": size}
    order |= {"price": random_.randint(120_000, 122_000) / 2, "displayQty": None, "stopPx": None}
    order |= {"pegOffsetValue": None, "pegPriceType": None, "currency": "USD", "settlCurrency": "XBt"}
    order |= {"ordType": "Limit", "timeInForce": "GoodTillCancel", "execInst": None, "contingencyType": None}
    order |= {"ordStatus": "New", "triggered": None, "workingIndicator": True, "ordRejReason": None}
    order |= {"cumQty": 0, "avgPx": None, "text": "Submitted via API.", "transactTime": at, "timestamp": at}
    return {"table": "order", "action": "insert", "data": [order]}


def streams() -> Iterator[Stream]:
    """Messages of accounts."""
    for name, venue, product, channel, make in (
        ("binance, futures order", "binance", "usdm", "order_update", binance_futures_order),
        ("binance, futures fill", "binance", "usdm", "order_update", binance_futures_fill),
        ("binance, spot order", "binance", "spot", "execution_report", binance_spot_order),
        ("binance, spot fill", "binance", "spot", "execution_report", binance_spot_fill),
        ("bybit, order", "bybit", "linear", "order", bybit_order),
        ("okx, order", "okx", "swap", "orders", okx_order),
        ("okx, order and its fill", "okx", "swap", "orders", okx_fill),
        ("bitmex, order", "bitmex", "perpetual", "orders", bitmex_order),
    ):
        yield Stream(name, venue, product, channel, frames(make), most_us=5.0)
