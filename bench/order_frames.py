"""Messages about orders of the four venues with accounts, of our own making."""

from collections.abc import Iterator
from random import Random

from bench.venue_frames import START_MS, Fields, Stream, a_price, a_size, frames

LIVE = 200
"""Orders that are open at once."""


def binance_futures_order(random: Random, index: int, *, filled: bool = False) -> Fields:
    price, size, at = a_price(random), a_size(random), START_MS + index
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


def binance_futures_fill(random: Random, index: int) -> Fields:
    return binance_futures_order(random, index, filled=True)


def binance_spot_order(random: Random, index: int, *, filled: bool = False) -> Fields:
    price, size, at = a_price(random), a_size(random), START_MS + index
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


def binance_spot_fill(random: Random, index: int) -> Fields:
    return binance_spot_order(random, index, filled=True)


def bybit_order(random: Random, index: int) -> Fields:
    price, size, at = a_price(random), a_size(random), START_MS + index
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


def okx_order(random: Random, index: int, *, filled: bool = False) -> Fields:
    price, size, at = a_price(random), a_size(random), str(START_MS + index)
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


def okx_fill(random: Random, index: int) -> Fields:
    return okx_order(random, index, filled=True)


def bitmex_time(index: int) -> str:
    return f"2025-10-09T08:{index // 60 % 60:02d}:{index % 60:02d}.{index:03d}Z"


def bitmex_order(random: Random, index: int) -> Fields:
    at = bitmex_time(index)
    size = 100 * random.randint(1, 90)
    order: Fields = {"orderID": f"0e8d-{index}", "clOrdID": f"bench-{index}", "clOrdLinkID": None}
    order |= {"account": 1234, "symbol": "XBTUSD", "side": "Buy", "orderQty": size, "leavesQty": size}
    order |= {"price": random.randint(120_000, 122_000) / 2, "displayQty": None, "stopPx": None}
    order |= {"pegOffsetValue": None, "pegPriceType": None, "currency": "USD", "settlCurrency": "XBt"}
    order |= {"ordType": "Limit", "timeInForce": "GoodTillCancel", "execInst": None, "contingencyType": None}
    order |= {"ordStatus": "New", "triggered": None, "workingIndicator": True, "ordRejReason": None}
    order |= {"cumQty": 0, "avgPx": None, "text": "Submitted via API.", "transactTime": at, "timestamp": at}
    return {"table": "order", "action": "insert", "data": [order]}


def binance_algo_order(random: Random, index: int) -> Fields:
    """One of a conditional order's steps."""
    at = START_MS + index
    state = ("NEW", "TRIGGERED", "FINISHED", "CANCELED")[index % 4]
    order: Fields = {"caid": f"bench-{index}", "aid": 9_000_000 + index, "at": "CONDITIONAL", "o": "STOP"}
    order |= {"s": "BTCUSDT", "S": "SELL", "ps": "BOTH", "f": "GTC", "q": a_size(random), "X": state}
    order |= {"ai": "", "ap": "0.00", "aq": "0.00", "act": "0", "tp": a_price(random), "p": a_price(random)}
    order |= {"V": "EXPIRE_MAKER", "wt": "MARK_PRICE", "pm": "NONE", "cp": False, "pP": False, "R": True}
    order |= {"tt": at if state in ("TRIGGERED", "FINISHED") else 0, "gtd": 0, "rm": ""}
    return {"e": "ALGO_UPDATE", "T": at, "E": at, "o": order}


def binance_trade_lite(random: Random, index: int) -> Fields:
    at = START_MS + index
    fill: Fields = {"e": "TRADE_LITE", "E": at, "T": at, "s": "BTCUSDT", "q": a_size(random)}
    fill |= {"p": a_price(random), "m": False, "c": f"bench-{index}", "S": "BUY", "L": a_price(random)}
    return fill | {"l": a_size(random), "t": index, "i": 7_000_000 + index}


def bybit_stop_order(random: Random, index: int) -> Fields:
    """A stop that waits, was triggered or was withdrawn, as the linked orders of a position are told."""
    message = bybit_order(random, index)
    order: Fields = message["data"][0]
    order |= {"orderStatus": ("Untriggered", "Triggered", "Deactivated")[index % 3], "orderType": "Market"}
    order |= {"price": "", "stopOrderType": "Stop", "triggerPrice": a_price(random), "triggerBy": "LastPrice"}
    order |= {"triggerDirection": 2, "reduceOnly": True, "timeInForce": "IOC", "tpslMode": "Full"}
    return message


def bybit_execution(random: Random, index: int) -> Fields:
    price, size, at = a_price(random), a_size(random), START_MS + index
    fill: Fields = {"category": "linear", "symbol": "BTCUSDT", "closedSize": "", "execFee": "0.0123"}
    fill |= {"execId": f"7e2a-{index}", "execPrice": price, "execQty": size, "execType": "Trade"}
    fill |= {"execValue": "8.43", "feeRate": "0.00055", "tradeIv": "", "markIv": "", "blockTradeId": ""}
    fill |= {"markPrice": price, "indexPrice": "", "underlyingPrice": "", "leavesQty": "0"}
    fill |= {"orderId": f"5a7b-{index}", "orderLinkId": f"bench-{index}", "orderPrice": price}
    fill |= {"orderQty": size, "orderType": "Limit", "stopOrderType": "UNKNOWN", "side": "Buy"}
    fill |= {"execTime": str(at), "isLeverage": "0", "isMaker": False, "seq": 4_688_002_127 + index}
    return {"topic": "execution", "id": f"e-{index}", "creationTime": at, "data": [fill]}


def okx_algo_order(random: Random, index: int) -> Fields:
    """A trigger order, or a stop loss and a take profit in one."""
    price, size, at = a_price(random), a_size(random), str(START_MS + index)
    oco = index % 2 == 1
    order: Fields = {"actualPx": "", "actualSide": "", "actualSz": "0", "algoClOrdId": f"bench{index}"}
    order |= {"algoId": str(6_000_000_000 + index), "amendPxOnTriggerType": "0", "attachAlgoOrds": []}
    order |= {"cTime": at, "uTime": at, "ccy": "", "clOrdId": "", "closeFraction": "", "failCode": ""}
    order |= {"instId": "BTC-USDT-SWAP", "instType": "SWAP", "last": price, "lever": "3", "linkedOrd": {}}
    order |= {
        "notionalUsd": "",
        "ordId": "",
        "ordIdList": [],
        "ordPx": "" if oco else price,
        "posSide": "net",
    }
    order |= {"ordType": "oco" if oco else "trigger", "quickMgnType": "", "reduceOnly": "false"}
    order |= {"side": "buy", "state": ("live", "effective", "canceled")[index % 3], "sz": size, "tag": ""}
    order |= {"slOrdPx": "-1" if oco else "", "slTriggerPx": price if oco else "", "slTriggerPxType": "last"}
    order |= {"tpOrdPx": "-1" if oco else "", "tpTriggerPx": price if oco else "", "tpTriggerPxType": "last"}
    order |= {"tdMode": "cross", "tgtCcy": "", "triggerPx": "" if oco else a_price(random)}
    order |= {"triggerPxType": "" if oco else "last", "triggerTime": "", "tradeQuoteCcy": "USDT"}
    return {"arg": {"channel": "orders-algo", "instType": "SWAP", "uid": "1"}, "data": [order]}


def okx_fills_only(random: Random, index: int) -> Fields:
    at = str(START_MS + index)
    fill: Fields = {"instId": "BTC-USDT-SWAP", "fillSz": a_size(random), "fillPx": a_price(random)}
    fill |= {"side": "buy", "ts": at, "ordId": str(6_000_000_000 + index), "clOrdId": f"bench{index}"}
    fill |= {"tradeId": str(index), "execType": "T", "count": "1"}
    return {"arg": {"channel": "fills", "uid": "1"}, "data": [fill]}


def bitmex_order_changes(random: Random, index: int) -> Fields:
    """What is new of one of many live orders: a fill, another price, its end, its trigger; the image of all comes first."""
    if not index:
        orders = [bitmex_order(random, each)["data"][0] for each in range(LIVE)]
        return {"table": "order", "action": "partial", "data": orders}
    at, which = bitmex_time(index), index % LIVE
    change: Fields = {"orderID": f"0e8d-{which}"}
    filled, left = 100 * random.randint(1, 40), 100 * random.randint(1, 40)
    kind = random.randint(0, 3)
    if kind == 0:
        change |= {"ordStatus": "PartiallyFilled", "leavesQty": left, "cumQty": filled}
        change |= {"avgPx": random.randint(120_000, 122_000) / 2, "timestamp": at}
    elif kind == 1:
        change |= {"price": random.randint(120_000, 122_000) / 2, "orderQty": left, "leavesQty": left}
        change |= {"text": "Amended price: Amended via API.\nSubmitted via API.", "transactTime": at}
        change |= {"timestamp": at}
    elif kind == 2:
        change |= {"ordStatus": "Canceled", "workingIndicator": False, "leavesQty": 0}
        change |= {"text": "Canceled: Canceled via API.\nSubmitted via API.", "timestamp": at}
    else:
        change |= {"workingIndicator": True, "triggered": "StopOrderTriggered", "timestamp": at}
    change |= {"clOrdID": f"bench-{which}", "account": 1234, "symbol": "XBTUSD"}
    return {"table": "order", "action": "update", "data": [change]}


def bitmex_execution(random: Random, index: int) -> Fields:
    """A row of a fill, which holds all of its order too."""
    at, size = bitmex_time(index), 100 * random.randint(1, 90)
    order: Fields = bitmex_order(random, index)["data"][0]
    fill: Fields = {"execID": f"5b1c-{index}", **order, "lastQty": size, "lastPx": order["price"]}
    fill |= {"lastLiquidityInd": "RemovedLiquidity", "execType": "Trade", "ordStatus": "Filled"}
    fill |= {"leavesQty": 0, "cumQty": size, "avgPx": order["price"], "commission": 0.0005}
    fill |= {"tradePublishIndicator": "PublishTrade", "trdMatchID": f"91d0-{index}", "execCost": -164_000}
    fill |= {"execComm": 82, "homeNotional": 0.00164, "foreignNotional": -100, "transactTime": at}
    return {"table": "execution", "action": "insert", "data": [fill]}


def streams() -> Iterator[Stream]:
    """Messages of accounts."""
    for name, venue, product, channel, make in (
        ("binance, futures order", "binance", "usdm", "order_update", binance_futures_order),
        ("binance, futures fill", "binance", "usdm", "order_update", binance_futures_fill),
        ("binance, futures fill before its order", "binance", "usdm", "trade_lite", binance_trade_lite),
        ("binance, conditional order", "binance", "usdm", "algo_update", binance_algo_order),
        ("binance, spot order", "binance", "spot", "execution_report", binance_spot_order),
        ("binance, spot fill", "binance", "spot", "execution_report", binance_spot_fill),
        ("bybit, order", "bybit", "linear", "order", bybit_order),
        ("bybit, stop order", "bybit", "linear", "order", bybit_stop_order),
        ("bybit, fill", "bybit", "linear", "execution", bybit_execution),
        ("okx, order", "okx", "swap", "orders", okx_order),
        ("okx, order and its fill", "okx", "swap", "orders", okx_fill),
        ("okx, conditional order", "okx", "swap", "algo_orders", okx_algo_order),
        ("okx, fill", "okx", "swap", "fills", okx_fills_only),
        ("bitmex, order", "bitmex", "perpetual", "orders", bitmex_order),
        ("bitmex, change of an order", "bitmex", "perpetual", "orders", bitmex_order_changes),
        ("bitmex, fill", "bitmex", "perpetual", "executions", bitmex_execution),
    ):
        yield Stream(name, venue, product, channel, frames(make), most_us=5.0)
