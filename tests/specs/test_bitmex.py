"""Rules of BitMEX that a single payload does not show: units, ids over several messages, holes, products by their symbols."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import dragoman
import pytest
from dragoman.books import OrderBook
from dragoman.errors import InvalidOrder
from dragoman.model import (
    Accepted,
    FillReport,
    InstrumentId,
    OrderStatusReport,
    Rejected,
    StreamGap,
    TradeTick,
    Unknown,
)
from dragoman.requests.outcome import outcome, outcomes

PAIR = {
    "symbol": "SOL_USDT",
    "state": "Open",
    "typ": "IFXXXP",
    "underlying": "SOL",
    "quoteCurrency": "USDT",
    "lotSize": 1000,
    "tickSize": 0.05,
    "underlyingToPositionMultiplier": 10000,
    "timestamp": "2026-02-03T04:05:06.007Z",
}


def table(name: str, action: str, *rows: dict[str, Any]) -> bytes:
    return json.dumps({"table": name, "action": action, "data": rows}).encode()


def level(number: int, **more: Any) -> dict[str, Any]:
    return {"symbol": "SOLUSDT", "id": number, "timestamp": "2026-02-03T04:05:06.007Z", **more}


def test_sizes_of_a_pair_come_out_in_its_base_currency() -> None:
    venue = dragoman.load("bitmex")
    listed = venue.translator().translate(
        "get_active_instruments", json.dumps([PAIR]).encode(), product="spot", ts_init=1
    )
    row = {"symbol": "SOL_USDT", "side": "Buy", "size": 25000, "price": 143.2, "trdMatchID": "a"}
    frame = table("trade", "insert", {**row, "timestamp": "2026-02-03T04:05:06.007Z"})
    translator = venue.translator(instruments=listed)
    events = translator.translate("ws", frame, product="spot", ts_init=1)
    assert [(type(event), event.size) for event in events] == [(TradeTick, Decimal("2.5"))]


def test_trades_without_an_id_are_told_apart_and_known_again() -> None:
    def ids(*sizes: int) -> list[str]:
        row = {"symbol": "XBTUSD", "side": "Buy", "price": 90000.5, "timestamp": "2026-02-03T04:05:06.007Z"}
        frame = table("trade", "insert", *({**row, "size": size} for size in sizes))
        translator = dragoman.load("bitmex").translator()
        events = translator.translate("ws", frame, product="perpetual", ts_init=1)
        return [event.trade_id for event in events]

    first, second = ids(100, 200)
    assert len(first) == 16
    assert first != second
    assert ids(100) == [first]


def test_an_image_of_the_book_takes_the_place_of_all_that_was_before() -> None:
    translator = dragoman.load("bitmex").translator()
    book = OrderBook(InstrumentId("SOLUSDT.BITMEX"))
    frames = [
        table("orderBookL2", "partial", level(1, side="Buy", size=10, price=143.1)),
        table("orderBookL2", "insert", level(2, side="Sell", size=20, price=143.3)),
        table("orderBookL2", "partial", level(3, side="Buy", size=30, price=143.2)),
        table("orderBookL2", "update", level(3, side="Buy", size=35)),
    ]
    for frame in frames:
        for event in translator.translate("ws", frame, product="perpetual", ts_init=1):
            book.apply(event)
    assert book.best_bid() == (Decimal("143.2"), Decimal(35))
    assert book.best_ask() is None


def test_a_change_of_a_level_that_nobody_knows_is_a_hole() -> None:
    translator = dragoman.load("bitmex").translator()
    image = table("orderBookL2", "partial", level(1, side="Buy", size=10, price=143.1))
    translator.translate("ws", image, product="perpetual", ts_init=1)
    change = table("orderBookL2", "update", level(9, side="Buy", size=35))
    events = translator.translate("ws", change, product="perpetual", ts_init=2)
    assert [type(event) for event in events] == [StreamGap]


@pytest.mark.parametrize(
    ("symbol", "product"),
    [
        ("XBT_USDT", "spot"),
        ("XBTUSD", "perpetual"),
        ("100BONKUSDT", "perpetual"),
        ("XBTH27", "future"),
        ("ETHUSDTM27", "future"),
        ("P_FTXZ26", "future"),
        ("XBTM27-XBTU27", "futures_spread"),
        (".BXBT", "index"),
        (".BXBT_NEXT", "index"),
    ],
)
def test_a_symbol_belongs_to_one_product(symbol: str, product: str) -> None:
    translator = dragoman.load("bitmex").translator()
    assert translator.symbology.resolve(InstrumentId(f"{symbol}.BITMEX")) == (product, symbol)


LINEAR = {
    "symbol": "SOLUSDT",
    "state": "Open",
    "typ": "FFWCSX",
    "underlying": "SOL",
    "quoteCurrency": "USDT",
    "settlCurrency": "USDt",
    "lotSize": 1000,
    "maxOrderQty": 10000000,
    "tickSize": 0.05,
    "multiplier": 100,
    "underlyingToPositionMultiplier": 10000,
    "isInverse": False,
    "timestamp": "2026-02-03T04:05:06.007Z",
}
INVERSE = {
    **LINEAR,
    "symbol": "XBTUSD",
    "underlying": "XBT",
    "quoteCurrency": "USD",
    "settlCurrency": "XBt",
    "lotSize": 100,
    "tickSize": 0.5,
    "multiplier": -100000000,
    "underlyingToPositionMultiplier": None,
    "isInverse": True,
}
ORDER = {
    "orderID": "o-1",
    "clOrdID": "own-1",
    "account": 4711,
    "side": "Buy",
    "ordType": "Limit",
    "ordStatus": "New",
    "orderQty": 25000,
    "leavesQty": 25000,
    "cumQty": 0,
    "price": 143.2,
    "timestamp": "2026-02-03T04:05:06.007Z",
}


def listed() -> list[Any]:
    """A pair, a linear and an inverse swap, as the venue lists them."""
    translator = dragoman.load("bitmex").translator()
    payload = json.dumps([PAIR, LINEAR, INVERSE]).encode()
    return [
        event
        for product in ("spot", "perpetual")
        for event in translator.translate("get_active_instruments", payload, product=product, ts_init=1)
    ]


def test_contracts_of_pairs_and_linear_swaps_are_parts_of_the_base_currency() -> None:
    pair, linear, inverse = listed()
    assert (pair.size_increment, linear.size_increment, inverse.size_increment) == (
        Decimal("0.0001"),
        Decimal("0.0001"),
        Decimal(1),
    )
    assert (linear.lot_size, linear.max_quantity, inverse.lot_size) == (Decimal("0.1"), 1000, 100)


def test_orders_of_all_products_come_in_one_answer_each_in_its_own_units() -> None:
    translator = dragoman.load("bitmex").translator(instruments=listed())
    rows = [{**ORDER, "symbol": symbol} for symbol in ("SOL_USDT", "SOLUSDT", "XBTUSD", "NOBODYS")]
    reports = translator.translate("get_orders", json.dumps(rows).encode(), ts_init=1)
    assert [(each.instrument_id, each.quantity) for each in reports] == [
        ("SOL_USDT.BITMEX", Decimal("2.5")),
        ("SOLUSDT.BITMEX", Decimal("2.5")),
        ("XBTUSD.BITMEX", Decimal(25000)),
    ]
    assert translator.stats.as_dict()["bad_rows"] == 1


def test_the_account_s_socket_tells_of_all_products() -> None:
    translator = dragoman.load("bitmex").translator(instruments=listed())
    fill = {
        "execID": "e",
        "orderID": "o-1",
        "account": 4711,
        "symbol": "SOLUSDT",
        "side": "Buy",
        "lastQty": 1000,
        "lastPx": 143.2,
        "execType": "Trade",
        "settlCurrency": "USDt",
        "execComm": 10740,
        "trdMatchID": "m",
        "timestamp": "2026-02-03T04:05:06.007Z",
    }
    events = translator.translate("ws", table("execution", "insert", fill), ts_init=1)
    events += translator.translate("ws", table("order", "insert", {**ORDER, "symbol": "SOL_USDT"}), ts_init=1)
    assert [type(event) for event in events] == [FillReport, OrderStatusReport]
    assert (events[0].last_qty, events[0].commission.amount) == (Decimal("0.1"), Decimal("0.010740"))
    assert events[1].quantity == Decimal("2.5")


@pytest.mark.parametrize(
    ("symbol", "quantity", "wire"),
    [("SOL_USDT", "2.5", 25000), ("SOLUSDT", "0.3", 3000), ("XBTUSD", "300", 300)],
)
def test_quantities_are_sent_in_contracts(symbol: str, quantity: str, wire: int) -> None:
    requests = dragoman.load("bitmex").requests({"api_key": "k", "api_secret": "s"}, instruments=listed())
    order = {"instrument_id": f"{symbol}.BITMEX", "order_type": "LIMIT", "price": "143", "order_side": "BUY"}
    body = json.loads(requests.build("submit_order", quantity=quantity, **order).body)
    assert body["orderQty"] == wire
    with pytest.raises(InvalidOrder, match="multiple"):
        requests.build("submit_order", quantity="300.00005", **order)


def told(command: str, status: int, body: Any) -> Any:
    interface = dragoman.load("bitmex").requests({}).interface
    return outcome(interface.commands[command], interface.errors, status, json.dumps(body).encode(), "own-1")


def test_what_became_of_an_order() -> None:
    order = {**ORDER, "symbol": "XBTUSD"}
    assert told("submit_order", 200, order) == Accepted(venue_order_id="o-1", client_order_id="own-1")
    refused = told("submit_order", 200, {**order, "ordStatus": "Rejected", "ordRejReason": "Too many stops"})
    assert isinstance(refused, Rejected)
    assert refused.reason == "Too many stops"
    note = "Canceled: Order had execInst of ParticipateDoNotInitiate\nSubmitted via API."
    refused = told("submit_order", 200, {**order, "ordStatus": "Canceled", "text": note})
    assert isinstance(refused, Rejected)
    assert refused.reason == "Canceled: Order had execInst of ParticipateDoNotInitiate"
    error = {"error": {"message": "Account has insufficient Available Balance", "name": "ValidationError"}}
    refused = told("submit_order", 400, error)
    assert isinstance(refused, Rejected)
    assert "insufficient" in refused.reason
    restarting = {"error": {"message": "Restarting", "name": "HTTPError"}}
    assert isinstance(told("submit_order", 503, restarting), Unknown)


def test_an_order_that_did_not_reach_the_engine_is_refused() -> None:
    shed = {"error": {"message": "The system is currently overloaded. Try again later.", "name": "HTTPError"}}
    limited = {"error": {"message": "Rate limit exceeded, retry in 1 seconds.", "name": "RateLimitError"}}
    assert isinstance(told("submit_order", 503, shed), Rejected)
    assert isinstance(told("submit_order", 429, limited), Rejected)


def test_cancellations_are_told_one_by_one() -> None:
    interface = dragoman.load("bitmex").requests({}).interface
    rows = [
        {**ORDER, "symbol": "XBTUSD", "ordStatus": "Canceled"},
        {
            **ORDER,
            "symbol": "XBTUSD",
            "clOrdID": "own-2",
            "error": "Unable to cancel order due to existing state: Filled",
        },
    ]
    found = outcomes(
        interface.commands["batch_cancel_orders"],
        interface.errors,
        200,
        json.dumps(rows).encode(),
        ["own-1", "own-2"],
    )
    assert [type(each) for each in found] == [Accepted, Rejected]
