"""Orders that contradict themselves are never made."""

from decimal import Decimal
from typing import Any

import dragoman.model as m
import pytest
from dragoman.errors import InvalidOrder

BASE: dict[str, Any] = {
    "instrument_id": m.InstrumentId("A.B"),
    "order_side": m.OrderSide.BUY,
    "quantity": Decimal("0.5"),
}
PRICE, TRIGGER = Decimal("100.10"), Decimal("99.90")
NEEDS: dict[m.OrderType, dict[str, Any]] = {
    m.OrderType.MARKET: {},
    m.OrderType.MARKET_TO_LIMIT: {},
    m.OrderType.LIMIT: {"price": PRICE},
    m.OrderType.STOP_MARKET: {"trigger_price": TRIGGER},
    m.OrderType.STOP_LIMIT: {"trigger_price": TRIGGER, "price": PRICE},
    m.OrderType.MARKET_IF_TOUCHED: {"trigger_price": TRIGGER},
    m.OrderType.LIMIT_IF_TOUCHED: {"trigger_price": TRIGGER, "price": PRICE},
    m.OrderType.TRAILING_STOP_MARKET: {"trailing_offset": Decimal(5)},
    m.OrderType.TRAILING_STOP_LIMIT: {"trailing_offset": Decimal(5), "limit_offset": Decimal(1)},
}


@pytest.mark.parametrize("order_type", m.OrderType)
def test_every_order_type_has_a_class_that_asks_for_what_it_needs(order_type: m.OrderType) -> None:
    kind = m.ORDER_TYPES[order_type]
    order = kind(**BASE, **NEEDS[order_type])
    assert order.order_type is order_type
    assert m.to_dict(order)["order_type"] == order_type.name
    for name in NEEDS[order_type]:
        with pytest.raises(TypeError):
            kind(**BASE, **{key: value for key, value in NEEDS[order_type].items() if key != name})


@pytest.mark.parametrize(
    ("kind", "terms", "field"),
    [
        (m.MarketOrder, {"quantity": Decimal(0)}, "quantity"),
        (m.MarketOrder, {"quantity": Decimal(-1)}, "quantity"),
        (m.MarketOrder, {"quantity": Decimal("NaN")}, "quantity"),
        (m.MarketOrder, {"quantity": 0.5}, "quantity"),
        (m.MarketOrder, {"quantity": "0.5"}, "quantity"),
        (m.MarketOrder, {"order_side": m.OrderSide.NO_ORDER_SIDE}, "order_side"),
        (m.MarketOrder, {"time_in_force": m.TimeInForce.GTD}, "expire_time"),
        (m.MarketOrder, {"expire_time": 1}, "expire_time"),
        (m.LimitOrder, {"price": 100.1}, "price"),
        (m.LimitOrder, {"price": PRICE, "post_only": True, "time_in_force": m.TimeInForce.IOC}, "post_only"),
        (m.LimitOrder, {"price": PRICE, "post_only": True, "time_in_force": m.TimeInForce.FOK}, "post_only"),
        (m.LimitOrder, {"price": PRICE, "display_qty": Decimal(1)}, "display_qty"),
        (
            m.StopMarketOrder,
            {"trigger_price": TRIGGER, "trigger_type": m.TriggerType.NO_TRIGGER},
            "trigger_type",
        ),
        (
            m.TrailingStopMarketOrder,
            {"trailing_offset": Decimal(1), "trailing_offset_type": m.TrailingOffsetType.NO_TRAILING_OFFSET},
            "trailing_offset_type",
        ),
    ],
)
def test_a_contradiction_is_refused_by_name(kind: type[m.Order], terms: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidOrder) as caught:
        kind(**{**BASE, **terms})
    assert caught.value.field == field


def test_a_negative_price_is_an_order_of_a_spread() -> None:
    assert m.LimitOrder(**BASE, price=Decimal("-0.25")).price < 0


@pytest.mark.parametrize("kind", [m.CancelOrder, m.QueryOrder, m.ModifyOrder])
def test_a_command_names_its_order(kind: type[Any]) -> None:
    with pytest.raises(InvalidOrder, match="which order is meant"):
        kind(instrument_id=BASE["instrument_id"])


def test_a_change_changes_something_exactly() -> None:
    named: dict[str, Any] = {"instrument_id": BASE["instrument_id"], "client_order_id": "O-1"}
    with pytest.raises(InvalidOrder, match="nothing would change"):
        m.ModifyOrder(**named)
    with pytest.raises(InvalidOrder, match="finite Decimal"):
        m.ModifyOrder(**{**named, "price": 1.5})
    assert m.ModifyOrder(**named, price=PRICE).price == PRICE


def test_outcomes_are_told_apart_by_type() -> None:
    outcomes: list[m.Outcome] = [m.Accepted(), m.Rejected(reason="no", code="-1"), m.Unknown(why="timeout")]
    assert [type(one).__name__ for one in outcomes] == ["Accepted", "Rejected", "Unknown"]
