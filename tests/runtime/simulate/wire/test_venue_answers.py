"""Answers of simulated venues as other people's clients read them, key by key."""

from __future__ import annotations

import dragoman
from dragoman.model import LimitOrder, ModifyOrder, OrderSide

from tests.runtime.simulate.wire.desk import Client, said


def test_an_order_in_the_place_of_another_is_told_whole() -> None:
    client = Client(dragoman.load("binance"), products=["spot"])
    line = next(iter(client.core.markets["spot"].lines.values()))
    known = {"instrument_id": line.instrument_id, "quantity": line.size(200), "client_order_id": "r1"}
    order = LimitOrder(order_side=OrderSide.BUY, price=line.price(line.best[0] - 200), **known)
    assert client.ask("submit_order", order=order).status == 200
    change = ModifyOrder(price=line.price(line.best[0] - 300), **known)
    body = said(client.ask("modify_order", order=change, original=order))
    assert (body["cancelResult"], body["newOrderResult"]) == ("SUCCESS", "SUCCESS")
    new = body["newOrderResponse"]
    assert (new["clientOrderId"], new["price"], new["status"]) == ("r1", f"{change.price:f}", "NEW")
