"""Orders that hang on another one and have no id of their own at the venue."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dragoman.execution.ledger import Ledger
from dragoman.model import (
    Accepted,
    FillReport,
    InstrumentId,
    LimitOrder,
    OrderCanceled,
    OrderFilled,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    StopMarketOrder,
    TimeInForce,
)

ID = InstrumentId("AAABBB.VENUE")
NOW = 1_700_000_000_000_000_000


def bracket() -> Ledger:
    """The ledger of an entry E with a profit P and a loss L, all of them taken."""
    ledger = Ledger()
    terms: dict[str, Any] = {"instrument_id": ID, "quantity": Decimal(10)}
    exits: dict[str, Any] = {**terms, "order_side": OrderSide.SELL, "parent_order_id": "E"}
    entry = LimitOrder(order_side=OrderSide.BUY, price=Decimal(5), **terms)
    ledger.submit(entry, "E", NOW)
    ledger.submit(LimitOrder(price=Decimal(7), **exits), "P", NOW)
    ledger.submit(StopMarketOrder(trigger_price=Decimal(4), **exits), "L", NOW)
    for name, order in (("E", Accepted(venue_order_id="1")), ("P", Accepted()), ("L", Accepted())):
        found = ledger.find(name)
        assert found is not None
        ledger.on_submitted(found, order, NOW)
    return ledger


def told(kind: OrderType, status: OrderStatus, venue_order_id: str, **more: Any) -> OrderStatusReport:
    known: dict[str, Any] = {"parent_order_id": "E", "quantity": Decimal(10), **more}
    return OrderStatusReport(
        instrument_id=ID,
        venue_order_id=venue_order_id,
        order_side=OrderSide.SELL,
        order_type=kind,
        time_in_force=TimeInForce.GTC,
        order_status=status,
        ts_last=NOW + 1,
        ts_init=NOW + 1,
        **known,
    )


def test_reports_are_told_apart_by_what_they_hang_on_and_whether_they_stop_a_loss() -> None:
    ledger = bracket()
    ledger.on_report(told(OrderType.LIMIT_IF_TOUCHED, OrderStatus.ACCEPTED, "2"), NOW)
    ledger.on_report(told(OrderType.STOP_MARKET, OrderStatus.ACCEPTED, "3"), NOW)
    fill = FillReport(
        instrument_id=ID,
        venue_order_id="3",
        trade_id="T",
        order_side=OrderSide.SELL,
        last_qty=Decimal(10),
        last_px=Decimal(4),
        ts_event=NOW + 2,
        ts_init=NOW + 2,
    )
    (filled,) = ledger.on_fill(fill, NOW)
    assert isinstance(filled, OrderFilled) and filled.client_order_id == "L"
    (ended,) = ledger.on_report(told(OrderType.LIMIT_IF_TOUCHED, OrderStatus.CANCELED, "2"), NOW)
    assert isinstance(ended, OrderCanceled) and ended.client_order_id == "P"


def test_what_hung_on_an_entry_that_ended_unfilled_ends_with_it() -> None:
    ledger = bracket()
    gone = told(OrderType.LIMIT, OrderStatus.CANCELED, "1", client_order_id="E", parent_order_id=None)
    events = ledger.on_report(gone, NOW)
    assert [(type(each), each.client_order_id) for each in events] == [
        (OrderCanceled, "E"),
        (OrderCanceled, "P"),
        (OrderCanceled, "L"),
    ]


def test_orders_of_others_are_not_held_back_for_what_is_yet_to_be() -> None:
    ledger = bracket()
    foreign = told(OrderType.LIMIT, OrderStatus.ACCEPTED, "9", parent_order_id=None)
    assert ledger.on_report(foreign, NOW) == [foreign]
