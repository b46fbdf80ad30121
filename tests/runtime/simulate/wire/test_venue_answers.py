"""Answers of simulated venues as other people's clients read them, key by key."""

from __future__ import annotations

from typing import Any

import dragoman
import pytest
from dragoman.model import LimitOrder, MarketOrder, ModifyOrder, OrderSide, StopMarketOrder
from dragoman.simulate.exchange.triggers import Gauge

from tests.runtime.simulate.wire.desk import NOW, Client, said
from tests.runtime.simulate.wire.owner import Owner


def test_an_order_in_the_place_of_another_is_told_whole() -> None:
    client = Client(dragoman.load("binance"), products=["spot"])
    line = next(iter(client.core.markets["spot"].lines.values()))
    known: dict[str, Any] = {
        "instrument_id": line.instrument_id,
        "quantity": line.size(200),
        "client_order_id": "r1",
    }
    order = LimitOrder(order_side=OrderSide.BUY, price=line.price(line.best[0] - 200), **known)
    assert client.ask("submit_order", order=order).status == 200
    change = ModifyOrder(price=line.price(line.best[0] - 300), **known)
    body = said(client.ask("modify_order", order=change, original=order))
    assert (body["cancelResult"], body["newOrderResult"]) == ("SUCCESS", "SUCCESS")
    new = body["newOrderResponse"]
    assert (new["clientOrderId"], new["price"], new["status"]) == ("r1", f"{change.price:f}", "NEW")


@pytest.mark.parametrize(
    ("venue", "product", "listing", "parameter"),
    [
        ("binance", "usdm", "get_user_trades", "order_id"),
        ("bybit", "inverse", "get_order_history", "order_link_id"),
        ("okx", "swap", "get_fills", "ordId"),
    ],
)
def test_a_listing_tells_the_order_that_its_id_names(
    venue: str, product: str, listing: str, parameter: str
) -> None:
    client = Client(dragoman.load(venue), products=[product], partial=True)
    line = next(iter(client.core.markets[product].lines.values()))
    for name in ("a1", "a2", "a3"):
        order = MarketOrder(
            instrument_id=line.instrument_id,
            order_side=OrderSide.BUY,
            quantity=line.size(1),
            client_order_id=name,
        )
        assert client.ask("submit_order", order=order).status == 200
    account = client.core.trading.account("simulated", product)
    named = account.by_client_id["a2"]
    client.core.take()
    symbol = {"symbol": line.instrument.raw_symbol} if venue == "binance" else {}
    params = {parameter: "a2" if parameter == "order_link_id" else named.venue_order_id}
    told = client.told(listing, product=product, **symbol, **params)
    assert [report.venue_order_id for report in told] == [named.venue_order_id]


def test_an_account_does_not_trade_with_itself_where_its_order_says_so() -> None:
    client = Client(dragoman.load("binance"), products=["spot"])
    line = next(iter(client.core.markets["spot"].lines.values()))
    while line.best[1] - line.best[0] < 2:
        client.core.advance(NOW)
    inside = line.price(line.best[1] - 1)
    known: dict[str, Any] = {"instrument_id": line.instrument_id, "quantity": line.size(200), "price": inside}
    for name, side, mode, left in (
        ("a", OrderSide.BUY, None, True),
        ("b", OrderSide.SELL, "EXPIRE_TAKER", True),
        ("c", OrderSide.SELL, "EXPIRE_BOTH", False),
    ):
        params = {} if mode is None else {"selfTradePreventionMode": mode}
        order = LimitOrder(order_side=side, client_order_id=name, params=params, **known)
        assert client.ask("submit_order", order=order).status == 200
        account = client.core.trading.account("simulated", "spot")
        assert account.by_client_id["a"].is_open is left
        assert not account.by_client_id[name].filled


def test_lists_of_what_is_over_hold_nothing_else_and_go_on_before_the_last_id() -> None:
    owner = Owner("okx", "swap")
    for number in range(4):
        owner.sends(client_order_id=f"a{number}")
    for number in range(3):
        owner.cancels(f"a{number}")
    owner.sends(StopMarketOrder, client_order_id="s0")
    owner.sends(StopMarketOrder, client_order_id="s1")
    exchange = owner.core.markets["swap"].exchange
    exchange.set_price(owner.line.instrument_id, Gauge.LAST, owner.line.price(owner.line.best[1] + 600), NOW)

    def told(operation: str, **given: Any) -> list[Any]:
        rows = said(owner.ask(operation, product="swap", **given))["data"]
        return [(row["clOrdId"] or row["algoClOrdId"], row["instType"]) for row in rows]

    algo = {"ordType": "trigger"}
    assert sorted(told("get_algo_orders_history", state="effective", **algo)) == [
        ("s0", "SWAP"),
        ("s1", "SWAP"),
    ]
    assert (
        told("get_algo_orders_history", state="canceled", **algo)
        == told("get_open_algo_orders", **algo)
        == []
    )
    assert told("get_open_orders") == [("a3", "SWAP")]
    names = [name for name, _ in told("get_orders_history", instType="SWAP")]
    assert names[-3:] == ["a2", "a1", "a0"] and set(names[:-3]) == {"s0", "s1"}
    pages, after = [], None
    while page := said(
        owner.ask("get_orders_history", product="swap", instType="SWAP", limit=2, after=after)
    )["data"]:
        pages.append([row["clOrdId"] or row["algoClOrdId"] for row in page])
        after = int(page[-1]["ordId"])
    assert [name for each in pages for name in each] == names and len(pages) == 3


def test_lists_hold_to_the_range_and_the_number_that_are_asked_for() -> None:
    owner = Owner("binance", "spot", "user_spot")
    for number in range(5):
        owner.sends(client_order_id=f"a{number}")
    moment = NOW // 1_000_000

    def told(**given: Any) -> list[str]:
        rows = said(owner.ask("get_all_orders", product="spot", symbol=owner.symbol, **given))
        return [row["clientOrderId"] for row in rows]

    assert told() == [f"a{number}" for number in range(5)]
    assert told(limit=2) == ["a3", "a4"] and told(limit=2, start_time=moment) == ["a0", "a1"]
    assert told(start_time=moment + 1) == told(end_time=moment - 1) == []


def test_fills_go_on_before_the_id_of_the_last_one() -> None:
    owner = Owner("okx", "swap")
    for number in range(5):
        owner.sends(away=20, client_order_id=f"a{number}")

    def told(**given: Any) -> list[str]:
        answer = said(owner.ask("get_fills", product="swap", instType="SWAP", **given))
        return [row["billId"] for row in answer["data"]]

    every, pages = told(), [told(limit=2)]
    while page := told(limit=2, after=int(pages[-1][-1])):
        pages.append(page)
    assert [name for each in pages for name in each] == every and len(pages) == 3 and len(every) == 5
