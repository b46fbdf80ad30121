"""Calls that set the margin mode and the leverage of positions."""

from __future__ import annotations

from typing import Any

import pytest
from dragoman.model import LimitOrder, MarketOrder, OrderSide
from dragoman.simulate.exchange.positions import ALONE, BOTH, Position

from tests.runtime.simulate.wire.desk import said
from tests.runtime.simulate.wire.owner import Owner


def _position(owner: Owner) -> Position:
    account = owner.core.trading.account("simulated", owner.product)
    (found,) = account.positions.values()
    return found


def _leg(position: Position) -> str:
    return position.leg.value


def test_a_contract_is_isolated_by_a_call_as_long_as_nothing_of_it_is_open() -> None:
    owner = Owner("binance", "usdm", "user_futures")
    named: dict[str, Any] = {"product": "usdm", "symbol": owner.symbol}
    assert said(owner.ask("set_margin_mode", margin_mode="ISOLATED", **named))["code"] == 200
    again = said(owner.ask("set_margin_mode", margin_mode="ISOLATED", **named))
    assert again == {"code": -4046, "msg": "No need to change margin type."}
    assert said(owner.ask("set_leverage", leverage=8, **named)) == {"symbol": owner.symbol, "leverage": 8}
    owner.sends(MarketOrder)
    position = _position(owner)
    assert _leg(position) == ALONE[BOTH].value and position.margin == -(-abs(position.cost) // 8)
    ((told,),) = [row["a"]["P"] for _, row in owner.heard() if "P" in row.get("a", {})]
    assert told["mt"] == "isolated"
    assert said(owner.ask("set_margin_mode", margin_mode="CROSSED", **named))["code"] == -4048


def test_a_position_goes_over_to_another_margin_mode_where_the_venue_lets_it() -> None:
    owner = Owner("bitmex", "perpetual")
    named: dict[str, Any] = {"product": "perpetual", "symbol": owner.symbol}
    assert said(owner.ask("set_leverage", leverage="4", **named))["crossMargin"] is False
    owner.sends(MarketOrder)
    owner.sends(LimitOrder)
    position = _position(owner)
    assert _leg(position) == ALONE[BOTH].value and position.margin == -(-abs(position.cost) // 4)
    row = said(owner.ask("set_leverage", leverage="0", **named))
    assert row["crossMargin"] is True and row["currentQty"]
    assert _position(owner) is position and _leg(position) == BOTH.value
    account = owner.core.trading.account("simulated", "perpetual")
    assert {each.leg for each in account.open.values()} == {BOTH}
    owner.ask("isolate_margin", **named)
    assert _leg(position) == ALONE[BOTH].value
    owner.ask("isolate_margin", enabled=False, **named)
    assert _leg(position) == BOTH.value


def test_an_account_is_isolated_as_a_whole() -> None:
    owner = Owner("bybit", "linear")
    account = owner.core.trading.account("simulated", "linear")
    owner.ask("set_margin_mode", mode="ISOLATED_MARGIN")
    owner.ask("set_leverage", product="linear", symbol=owner.symbol, buy_leverage="3", sell_leverage="3")
    assert account.alone == set(owner.core.markets["linear"].lines)
    owner.sends(MarketOrder)
    position = _position(owner)
    assert _leg(position) == ALONE[BOTH].value and position.margin == -(-abs(position.cost) // 3)


@pytest.mark.parametrize(
    ("venue", "product", "mode", "leg"),
    [
        ("binance", "usdm", {"hedge_mode": True}, ("positionSide", "LONG", "SHORT")),
        ("bybit", "linear", {"mode": 3, "symbol": "BTCUSDT"}, ("positionIdx", 1, 2)),
        ("okx", "swap", {"posMode": "long_short_mode"}, ("posSide", "long", "short")),
        ("bitmex", "perpetual", {"positionMode": "MultiWay"}, ("strategy", "Long", "Short")),
    ],
)
def test_positions_stand_side_by_side_once_a_call_has_said_so(
    venue: str, product: str, mode: dict[str, Any], leg: tuple[str, Any, Any]
) -> None:
    owner = Owner(venue, product, "user_futures" if venue == "binance" else "private")
    account = owner.core.trading.account("simulated", product)
    owner.ask("set_position_mode", product=product, **mode)
    assert account.hedging
    name, long, short = leg
    owner.sends(MarketOrder, params={name: long})
    owner.sends(MarketOrder, order_side=OrderSide.SELL, params={name: short})
    held = {str(leg): position.lots for (_, leg), position in account.positions.items()}
    assert sorted(held) == ["LONG", "SHORT"] and held["LONG"] > 0 > held["SHORT"]
    # Neither is changed for the other while something is open.
    back: dict[str, dict[str, Any]] = {
        "binance": {"hedge_mode": False},
        "bybit": {"mode": 0},
        "okx": {"posMode": "net_mode"},
    }
    owner.ask("set_position_mode", product=product, **{**mode, **back.get(venue, {"positionMode": None})})
    assert account.hedging
    wanted: dict[str, Any] = {"category": product, "settle_coin": "USDT"} if venue == "bybit" else {}
    answer = said(owner.ask("get_positions", product=product, **wanted))
    rows = {"bybit": lambda: answer["result"]["list"], "okx": lambda: answer["data"]}.get(
        venue, lambda: answer
    )()
    key = {"binance": "positionSide", "bybit": "positionIdx", "okx": "posSide", "bitmex": "strategy"}[venue]
    assert [row[key] for row in rows] == [long, short]


@pytest.mark.parametrize(
    ("venue", "product", "mode", "leg", "lists"),
    [
        (
            "binance",
            "usdm",
            {"hedge_mode": True},
            ("positionSide", "LONG", "SHORT"),
            ("get_user_trades", "get_futures_all_orders"),
        ),
        (
            "bybit",
            "linear",
            {"mode": 3, "symbol": "BTCUSDT"},
            ("positionIdx", 1, 2),
            ("get_order_history",),
        ),
        (
            "okx",
            "swap",
            {"posMode": "long_short_mode"},
            ("posSide", "long", "short"),
            ("get_fills", "get_orders_history"),
        ),
        (
            "bitmex",
            "perpetual",
            {"positionMode": "MultiWay"},
            ("strategy", "Long", "Short"),
            ("get_orders", "get_fills"),
        ),
    ],
)
def test_orders_and_fills_name_the_position_that_was_asked_for(
    venue: str, product: str, mode: dict[str, Any], leg: tuple[str, Any, Any], lists: tuple[str, ...]
) -> None:
    owner = Owner(venue, product, "user_futures" if venue == "binance" else "private")
    owner.ask("set_position_mode", product=product, **mode)
    name, long, short = leg
    wanted = [(OrderSide.BUY, long), (OrderSide.SELL, short), (OrderSide.SELL, long), (OrderSide.BUY, short)]
    for side, each in wanted:
        owner.sends(MarketOrder, order_side=side, params={name: each})
    said_of_all: dict[str, dict[str, Any]] = {
        "binance": {"symbol": owner.symbol},
        "bybit": {"category": product},
        "okx": {"instType": "SWAP"},
    }
    for each in lists:
        answer = said(owner.ask(each, product=product, **said_of_all.get(venue, {})))
        rows = answer if isinstance(answer, list) else answer.get("data") or answer["result"]["list"]
        told = {(OrderSide(row["side"].upper()), row[name]) for row in rows}
        assert told == set(wanted), each


def test_what_is_set_is_told_to_who_asks_for_it() -> None:
    owner = Owner("binance", "usdm", "user_futures")
    named: dict[str, Any] = {"product": "usdm", "symbol": owner.symbol}
    assert said(owner.ask("get_position_mode", product="usdm")) == {"dualSidePosition": False}
    owner.ask("set_position_mode", product="usdm", hedge_mode=True)
    assert said(owner.ask("get_position_mode", product="usdm")) == {"dualSidePosition": True}
    owner.ask("set_leverage", leverage=8, **named)
    owner.ask("set_margin_mode", margin_mode="ISOLATED", **named)
    (row,) = said(owner.ask("get_symbol_config", **named))
    assert (row["symbol"], row["leverage"], row["marginType"]) == (owner.symbol, 8, "ISOLATED")


def test_leverage_is_told_by_side_where_positions_stand_side_by_side() -> None:
    owner = Owner("okx", "swap")
    asked = {"instId": owner.symbol, "mgnMode": "isolated"}
    owner.ask("set_leverage", lever="6", **asked)
    (row,) = said(owner.ask("get_leverage", **asked))["data"]
    assert (row["instId"], row["lever"], row["mgnMode"], row["posSide"]) == (
        owner.symbol,
        "6",
        "isolated",
        "net",
    )
    assert said(owner.ask("get_account_config"))["data"][0]["posMode"] == "net_mode"
    owner.ask("set_position_mode", posMode="long_short_mode")
    assert said(owner.ask("get_account_config"))["data"][0]["posMode"] == "long_short_mode"
    rows = said(owner.ask("get_leverage", **asked))["data"]
    assert [row["posSide"] for row in rows] == ["long", "short"]


def test_the_margin_mode_of_an_account_is_told() -> None:
    owner = Owner("bybit", "linear")
    assert said(owner.ask("get_account_info"))["result"]["marginMode"] == "REGULAR_MARGIN"
    owner.ask("set_margin_mode", mode="ISOLATED_MARGIN")
    assert said(owner.ask("get_account_info"))["result"]["marginMode"] == "ISOLATED_MARGIN"
