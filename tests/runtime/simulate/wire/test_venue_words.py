"""What simulated venues say of orders and accounts, key by key, as the venues themselves do."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import dragoman
import msgspec
from dragoman.model import (
    CancelAllOrders,
    CancelOrder,
    LimitOrder,
    MarketOrder,
    OrderSide,
    QueryOrder,
    StopMarketOrder,
    TimeInForce,
    TrailingOffsetType,
    TrailingStopMarketOrder,
    TriggerType,
)
from dragoman.simulate.exchange.positions import Alone

from tests.runtime.simulate.wire.desk import NOW, Client, said
from tests.runtime.simulate.wire.owner import Owner

D, SECOND = Decimal, 1_000_000_000


def bybit() -> Owner:
    owner = Owner("bybit", "linear")
    owner.listens({"op": "subscribe", "args": ["order"], "req_id": "1"})
    return owner


def okx() -> Owner:
    owner = Owner("okx", "swap")
    for channel in ("orders", "orders-algo", "positions"):
        owner.listens({"op": "subscribe", "args": [{"channel": channel, "instType": "ANY"}]})
    return owner


def bitmex() -> Owner:
    owner = Owner("bitmex", "perpetual")
    owner.listens({"op": "subscribe", "args": ["order"]})
    return owner


def test_the_state_of_an_order_tells_whether_it_waits_for_a_price() -> None:
    owner, names = bybit(), ("orderStatus", "stopOrderType", "cancelType", "rejectReason", "leavesQty")
    owner.sends(client_order_id="a")
    owner.sends(StopMarketOrder, client_order_id="s")
    owner.cancels("a")
    owner.sends(away=1, post_only=True, client_order_id="p")
    size = f"{owner.line.size(400):f}"
    assert owner.rows("order", *names) == [
        ("New", "", "UNKNOWN", "EC_NoError", size),
        ("Untriggered", "Stop", "UNKNOWN", "EC_NoError", size),
        ("Cancelled", "", "CancelByUser", "EC_PerCancelRequest", "0"),
        ("New", "", "UNKNOWN", "EC_NoError", size),
        ("Cancelled", "", "UNKNOWN", "EC_PostOnlyWillTakeLiquidity", "0"),  # as the venue tells it
    ]


def test_the_execution_type_is_what_happened_and_only_conditional_orders_are_algo_orders() -> None:
    owner = Owner("binance", "usdm", "user_futures")
    owner.sends(client_order_id="a")
    owner.cancels("a")
    owner.sends(MarketOrder, client_order_id="m")
    owner.sends(away=-10, time_in_force=TimeInForce.IOC, client_order_id="i")
    owner.sends(StopMarketOrder, client_order_id="s")
    heard = owner.heard()
    plain = [m["o"] for _, m in heard if m["e"] == "ORDER_TRADE_UPDATE"]
    assert [(o["c"], o["x"], o["X"]) for o in plain] == [
        ("a", "NEW", "NEW"),
        ("a", "CANCELED", "CANCELED"),
        ("m", "NEW", "NEW"),
        ("m", "TRADE", "FILLED"),
        ("i", "NEW", "NEW"),
        ("i", "EXPIRED", "EXPIRED"),
    ]
    assert [bool(o["t"]) for o in plain] == [o["x"] == "TRADE" for o in plain]
    (algo,) = (m["o"] for _, m in heard if m["e"] == "ALGO_UPDATE")
    told = {name: algo[name] for name in ("caid", "o", "q", "X", "ai", "tp", "rm")}
    assert told == {
        "caid": "s",
        "o": "STOP_MARKET",
        "q": "0.400",
        "X": "NEW",
        "ai": "",
        "rm": "",
        "tp": algo["tp"],
    }
    assert {m["a"]["m"] for _, m in heard if m["e"] == "ACCOUNT_UPDATE"} == {"ORDER"}
    open_plain = said(owner.ask("get_futures_open_orders", product="usdm", symbol=owner.symbol))
    open_algo = said(owner.ask("get_open_algo_orders", product="usdm", symbol=owner.symbol))
    assert (open_plain, [each["clientAlgoId"] for each in open_algo]) == ([], ["s"])


def test_a_cancel_of_spot_is_named_apart_from_its_order_and_a_replacement_is_another_order() -> None:
    owner = Owner("binance", "spot", "user_spot")
    first = owner.sends(client_order_id="a")
    answer = said(
        owner.ask(
            "replace_order",
            product="spot",
            symbol=owner.symbol,
            side="BUY",
            type="LIMIT",
            time_in_force="GTC",
            quantity=owner.line.size(200),
            price=owner.line.price(owner.line.best[0] - 250),
            cancel_orig_client_order_id="a",
            new_client_order_id="b",
        )
    )
    new = answer["newOrderResponse"]
    assert (new["clientOrderId"], new["orderId"] != first["orderId"]) == ("b", True)
    rows = owner.rows("executionReport", "x", "X", "c", "C", "i", "r")
    old, made = int(first["orderId"]), int(new["orderId"])
    assert rows == [
        ("NEW", "NEW", "a", "", old, "NONE"),
        ("CANCELED", "CANCELED", str(old), "a", old, "NONE"),
        ("NEW", "NEW", "b", "", made, "NONE"),
    ]
    for wanted, size, code in (("nobody", 200, -2022), ("b", 20_000_000, -2021)):
        refused = owner.ask(
            "replace_order",
            product="spot",
            symbol=owner.symbol,
            side="BUY",
            type="LIMIT",
            time_in_force="GTC",
            quantity=owner.line.size(size),
            price=owner.line.price(owner.line.best[0] - 250),
            cancel_orig_client_order_id=wanted,
            new_client_order_id="c",
        )
        assert (refused.status, said(refused)["code"]) == (400, code)
    assert not owner.core.trading.account("simulated", "spot").open
    terms: dict[str, Any] = {
        "side": "BUY",
        "type": "LIMIT",
        "time_in_force": "GTC",
        "quantity": owner.line.size(200),
    }
    terms |= {"symbol": owner.symbol, "price": owner.line.price(owner.line.best[0] - 250)}
    placed = said(owner.ask("place_order", product="spot", **terms))
    owner.heard()
    order = CancelOrder(instrument_id=owner.line.instrument_id, venue_order_id=str(placed["orderId"]))
    assert said(owner.ask("cancel_order", order=order))["status"] == "CANCELED"
    assert owner.rows("executionReport", "x", "c", "C") == [("CANCELED", "", "")]


def test_algo_orders_fees_and_reasons_are_told_in_their_own_fields() -> None:
    owner = okx()
    owner.sends(StopMarketOrder, client_order_id="s")
    owner.sends(MarketOrder, client_order_id="m")
    owner.sends(client_order_id="c")
    owner.cancels("c")
    owner.sends(away=1, post_only=True, client_order_id="p")
    heard = owner.heard()
    algo = [m["data"][0] for _, m in heard if m["arg"]["channel"] == "orders-algo"]
    assert [(row["algoClOrdId"], row["ordType"], row["state"], row["ordId"]) for row in algo] == [
        ("s", "trigger", "live", "")
    ]
    plain = [m["data"][0] for _, m in heard if m["arg"]["channel"] == "orders"]
    names = ("clOrdId", "ordType", "state", "cancelSource")
    assert [tuple(row[name] for name in names) for row in plain] == [
        ("m", "market", "live", ""),
        ("m", "market", "filled", ""),
        ("c", "limit", "live", ""),
        ("c", "limit", "canceled", "1"),
        ("p", "post_only", "live", ""),
        ("p", "post_only", "canceled", "31"),
    ]
    filled = plain[1]
    assert (filled["fillPx"], filled["fillFeeCcy"]) == (filled["avgPx"], "USDT")
    assert D(filled["fillFee"]) < 0
    (fill,) = said(owner.ask("get_fills", product="swap"))["data"]
    assert (fill["fee"], fill["feeCcy"]) == (filled["fillFee"], "USDT")


def test_tables_begin_with_what_there_is_and_tell_changes_of_it() -> None:
    owner = bitmex()
    owner.sends(client_order_id="a")
    owner.sends(client_order_id="b")
    owner.cancels("b")
    text = "Canceled: Canceled via API.\nSubmitted via API."
    names = ("action", "clOrdID", "ordStatus", "leavesQty", "workingIndicator")
    assert owner.rows("order", *names) == [
        ("insert", "a", "New", 400, True),
        ("insert", "b", "New", 400, True),
        ("update", "b", "Canceled", 0, False),
    ]
    again = owner.logged_on("private")
    *_, orders, positions = owner.listens({"op": "subscribe", "args": ["order", "position"]}, again)
    assert (orders["action"], [row["clOrdID"] for row in orders["data"]]) == ("partial", ["a"])
    assert (positions["table"], positions["action"], positions["data"]) == ("position", "partial", [])
    wanted = QueryOrder(instrument_id=owner.line.instrument_id, client_order_id="b")
    (row,) = said(owner.ask("query_order", order=wanted))
    assert row["text"] == text


def test_what_is_said_to_be_off_is_taken_and_an_isolated_position_stands_alone() -> None:
    owner = okx()
    line = owner.line
    order = {"instId": owner.symbol, "side": "buy", "ordType": "market", "sz": line.size(300)}
    for mode in ("isolated", "cross"):
        answer = said(owner.ask("place_order", product="swap", tdMode=mode, reduceOnly=False, **order))
        assert answer["data"][0]["sCode"] == "0"
    rows = said(owner.ask("get_positions", product="swap"))["data"]
    assert [(row["mgnMode"], row["pos"]) for row in rows] == [("isolated", "0.300"), ("cross", "0.300")]
    account = owner.core.trading.account("simulated", "swap")
    alone = next(p for p in account.positions.values() if p.leg is Alone.NET)
    order["side"] = "sell"
    said(owner.ask("place_order", product="swap", tdMode="isolated", reduceOnly=True, **order))
    assert (alone.lots, alone.margin) == (0, 0)
    futures = Owner("binance", "usdm", "user_futures")
    order = {"symbol": futures.symbol, "side": "BUY", "type": "LIMIT", "time_in_force": "GTC"}
    order |= {"quantity": futures.line.size(300), "price": futures.line.price(futures.line.best[0] - 100)}
    taken = futures.ask("place_futures_order", product="usdm", reduce_only=False, **order)
    refused = futures.ask("place_futures_order", product="usdm", reduce_only=True, **order)
    assert (taken.status, said(refused)["code"]) == (200, -2022)


def test_an_order_borrows_where_it_says_so_and_the_next_one_pays_back() -> None:
    owner = Client(dragoman.load("binance"), products=["spot", "margin"], balances={"USDT": D(1000)})
    line = next(iter(owner.core.markets["margin"].lines.values()))

    def sends(side: str, effect: str) -> Any:
        return said(
            owner.ask(
                "place_order",
                product="margin",
                symbol=line.instrument.raw_symbol,
                side=side,
                type="MARKET",
                quantity=line.size(390 if side == "SELL" else 400),
                side_effect_type=effect,
            )
        )

    def owed(asset: str) -> tuple[Decimal, Decimal]:
        rows = said(owner.ask("get_margin_account", product="margin"))["userAssets"]
        row = next(each for each in rows if each["asset"] == asset)
        assert D(row["netAsset"]) == D(row["free"]) + D(row["locked"]) - D(row["borrowed"])
        return D(row["borrowed"]), D(row["free"])

    assert sends("BUY", "NO_SIDE_EFFECT")["code"] == -2010
    spent = D(sends("BUY", "MARGIN_BUY")["cummulativeQuoteQty"])
    assert owed("USDT") == (spent - 1000, D(0))
    sends("SELL", "AUTO_REPAY")
    debt, free = owed("USDT")
    assert (debt, free > 0) == (D(0), True)
    assert sends("BUY", "NO_SIDE_EFFECT")["code"] == -2010
    for _ in range(4):
        last = sends("BUY", "AUTO_BORROW_REPAY")
    assert last["code"] == -2010  # nobody is lent more than twice what he has


def test_a_quiet_book_repeats_its_number() -> None:
    owner = Client(dragoman.load("okx"), products=["swap"], partial=True)
    line = next(iter(owner.core.markets["swap"].lines.values()))
    link = owner.core.connect("stream", "swap", "/ws/v5/public", NOW)
    asked = {"op": "subscribe", "args": [{"channel": "books", "instId": line.instrument.raw_symbol}]}
    image = msgspec.json.decode(owner.core.receive(link, msgspec.json.encode(asked), NOW)[-1])
    number = image["data"][0]["seqId"]
    telling = owner.core.telling
    found = [len(telling._repeated(NOW + after * SECOND)) for after in (59, 61, 100, 121)]
    assert found == [0, 1, 0, 1]
    ((_, frame),) = telling._repeated(NOW + 190 * SECOND)
    (row,) = msgspec.json.decode(frame)["data"]
    assert (row["asks"], row["bids"], row["prevSeqId"], row["seqId"]) == ([], [], number, number)


def test_trailing_orders_are_read_by_what_they_trail_by() -> None:
    client = Client(dragoman.load("okx"), products=["swap"], partial=True)
    line = next(iter(client.core.markets["swap"].lines.values()))
    order = TrailingStopMarketOrder(
        instrument_id=line.instrument_id,
        order_side=OrderSide.BUY,
        quantity=line.size(400),
        trailing_offset=D(100),
        trailing_offset_type=TrailingOffsetType.BASIS_POINTS,
        client_order_id="t",
    )
    assert said(client.ask("submit_order", order=order))["code"] == "0"
    made = client.core.trading.account("simulated", "swap").by_client_id["t"].order
    assert isinstance(made, TrailingStopMarketOrder)
    assert (made.trailing_offset, made.trailing_offset_type) == (D(100), TrailingOffsetType.BASIS_POINTS)


def test_what_is_attached_at_the_market_is_read_without_the_word_that_is_usual() -> None:
    client = Client(dragoman.load("okx"), products=["swap"], partial=True)
    entry = {"instId": "BTC-USDT-SWAP", "tdMode": "cross", "side": "buy", "ordType": "limit", "sz": "2"}
    profit = {"attachAlgoClOrdId": "p", "tpTriggerPx": "3000", "tpOrdPx": "-1", "sz": "2"}
    loss = {"attachAlgoClOrdId": "l", "slTriggerPx": "900", "slOrdPx": "-1"}
    sent: dict[str, Any] = {**entry, "px": "1000", "clOrdId": "e", "attachAlgoOrds": [profit, loss]}
    assert said(client.ask("place_order", product="swap", **sent))["code"] == "0"
    known = client.core.trading.account("simulated", "swap").by_client_id
    assert [type(known[name].order).__name__ for name in ("e", "p", "l")] == [
        "LimitOrder",
        "MarketIfTouchedOrder",
        "StopMarketOrder",
    ]
    assert {known[name].order.quantity for name in ("p", "l")} == {known["e"].order.quantity}


def test_a_stop_keeps_its_instructions_and_one_side_is_withdrawn_alone() -> None:
    client = Client(dragoman.load("bitmex"), products=["perpetual"], partial=True)
    line = next(iter(client.core.markets["perpetual"].lines.values()))
    bid = line.price(line.best[0]) // 2
    terms: dict[str, Any] = {"instrument_id": line.instrument_id, "quantity": D(100)}
    buy = LimitOrder(order_side=OrderSide.BUY, price=bid, client_order_id="b", **terms)
    stop = StopMarketOrder(
        order_side=OrderSide.SELL,
        trigger_price=bid,
        trigger_type=TriggerType.MARK_PRICE,
        reduce_only=True,
        client_order_id="s",
        **terms,
    )
    assert said(client.ask("submit_order", order=buy))["execInst"] == ""
    assert said(client.ask("submit_order", order=stop))["execInst"] == "ReduceOnly,MarkPrice"
    known = client.core.trading.account("simulated", "perpetual").by_client_id
    made = known["s"].order
    assert isinstance(made, StopMarketOrder)
    assert made.reduce_only and made.trigger_type is TriggerType.MARK_PRICE
    for side, left in ((OrderSide.BUY, {"s"}), (OrderSide.SELL, set())):
        client.ask(
            "cancel_all_orders",
            command=CancelAllOrders(instrument_id=line.instrument_id, order_side=side),
        )
        assert {name for name, each in known.items() if each.is_open} == left
