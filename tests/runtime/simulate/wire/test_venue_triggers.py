"""What venues say of an order whose price is reached: some go on with it, others place another order."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from dragoman.model import CancelOrder, OrderSide, StopLimitOrder
from dragoman.simulate.exchange.triggers import Gauge

from tests.runtime.simulate.wire.desk import NOW, said
from tests.runtime.simulate.wire.owner import Owner

_HEARD: dict[str, tuple[str, str, list[Any]]] = {
    "binance": ("usdm", "user_futures", []),
    "okx": ("swap", "private", ["orders", "orders-algo"]),
    "bybit": ("linear", "private", ["order"]),
    "bitmex": ("perpetual", "private", ["order", "execution"]),
}
_TOLD = {
    # The order that was placed has an id of its own, and is what the conditional one was without its trigger.
    "binance": [
        ("ALGO_UPDATE", "STOP", "NEW", "first", ""),
        ("ORDER_TRADE_UPDATE", "LIMIT", "NEW", "other", None),
        ("ALGO_UPDATE", "STOP", "TRIGGERED", "first", "other"),
        ("ORDER_TRADE_UPDATE", "LIMIT", "CANCELED", "other", None),
        ("ALGO_UPDATE", "STOP", "FINISHED", "first", "other"),
    ],
    "okx": [
        ("orders-algo", "trigger", "live", "first", ""),
        ("orders", "limit", "live", "other", None),
        ("orders-algo", "trigger", "effective", "first", "other"),
        ("orders", "limit", "canceled", "other", None),
    ],
    "bybit": [
        ("order", "Limit", "Untriggered", "first", None),
        ("order", "Limit", "Triggered", "first", None),
        ("order", "Limit", "New", "first", None),
        ("order", "Limit", "Cancelled", "first", None),
    ],
    "bitmex": [
        ("order", "StopLimit", "New", "first", ""),
        ("execution", "StopLimit", "New", "first", "New"),
        ("order", "StopLimit", "New", "first", "StopOrderTriggered"),
        ("execution", "StopLimit", "New", "first", "TriggeredOrActivatedBySystem"),
        ("order", "StopLimit", "Canceled", "first", "StopOrderTriggered"),
        ("execution", "StopLimit", "Canceled", "first", "Canceled"),
    ],
}
_KEYS = {
    "ALGO_UPDATE": ("o", "X", "aid", "ai"),
    "ORDER_TRADE_UPDATE": ("o", "X", "i", None),
    "orders-algo": ("ordType", "state", "algoId", "ordId"),
    "orders": ("ordType", "state", "ordId", None),
    "bybit": ("orderType", "orderStatus", "orderId", None),
    "order": ("ordType", "ordStatus", "orderID", "triggered"),
    "execution": ("ordType", "ordStatus", "orderID", "execType"),
}


@pytest.mark.parametrize("venue", _HEARD)
def test_an_order_whose_price_is_reached_is_told_as_the_venue_does(venue: str) -> None:
    product, connection, topics = _HEARD[venue]
    owner = Owner(venue, product, connection)
    for topic in topics:
        args = [topic] if venue != "okx" else [{"channel": topic, "instType": "ANY"}]
        owner.listens({"op": "subscribe", "args": args, "req_id": "1"})
    line, near = owner.line, owner.line.best[1]
    known: dict[str, Any] = {"instrument_id": line.instrument_id, "client_order_id": "s"}
    terms: dict[str, Any] = {"price": line.price(near - 100), "trigger_price": line.price(near + 500)}
    owner.sends(StopLimitOrder, **terms, client_order_id="s")
    exchange = owner.core.markets[product].exchange
    exchange.set_price(line.instrument_id, Gauge.LAST, line.price(near + 600), NOW)
    order = owner.core.trading.account("simulated", product).by_client_id["s"]
    names = {order.first_id: "first", order.venue_order_id: "first" if order.placed is None else "other"}
    if venue in ("binance", "okx"):
        # What was placed is no conditional order any more, and can only be taken back as what it is.
        waiting = StopLimitOrder(order_side=OrderSide.BUY, quantity=line.size(400), **terms, **known)
        assert "s" not in str(
            said(owner.ask("cancel_order", order=CancelOrder(**known), original=waiting))["code"]
        )
        assert order.is_open
    owner.cancels("s")
    assert not order.is_open
    found, fills = [], []
    for _, message in owner.heard():
        payload = msgspec.json.encode(message)
        events = owner.translator.translate("ws", payload, product=product, ts_init=NOW)
        fills += [event for event in events if type(event).__name__ == "FillReport"]
        body = message.get("o", message)
        what = message.get("e") or message.get("topic") or message.get("table") or message["arg"]["channel"]
        for row in body.get("data", [body]):
            if what in _KEYS:
                kind, state, number, other = _KEYS["bybit" if venue == "bybit" else what]
                last = None if other is None else row[other]
                found.append(
                    (what, row[kind], row[state], names[str(row[number])], names.get(str(last), last))
                )
    assert found == _TOLD[venue]
    assert not owner.core.private.untold
    assert not fills
