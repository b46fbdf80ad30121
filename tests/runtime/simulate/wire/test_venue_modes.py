"""Calls that set the margin mode and the leverage of positions."""

from __future__ import annotations

from typing import Any

from dragoman.model import LimitOrder, MarketOrder
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
