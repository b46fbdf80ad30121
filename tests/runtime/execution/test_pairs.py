"""Two orders that are one to the venue, under the id of one of them: nothing is told of the wrong one, and nothing is lost."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dragoman.execution.ledger import Ledger
from dragoman.execution.reports import joined
from dragoman.execution.tracked import TrackedOrder
from dragoman.model import (
    Accepted,
    ContingencyType,
    FillReport,
    InstrumentId,
    MarketIfTouchedOrder,
    OrderCanceled,
    OrderFilled,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderTriggered,
    OrderType,
    OrderUpdated,
    StopMarketOrder,
    TimeInForce,
)

ID = InstrumentId("AAABBB.VENUE")
NOW = 1_700_000_000_000_000_000
TERMS: dict[str, Any] = {"instrument_id": ID, "order_side": OrderSide.SELL, "quantity": Decimal(10)}
OCO = ContingencyType.OCO
PROFIT = MarketIfTouchedOrder(trigger_price=Decimal(7), contingency_type=OCO, **TERMS)
LOSS = StopMarketOrder(trigger_price=Decimal(4), contingency_type=OCO, **TERMS)


def pair() -> tuple[Ledger, TrackedOrder, TrackedOrder]:
    """The ledger of a profit P and a loss L that go under the id of P, both taken and told."""
    ledger = Ledger()
    ledger.submit(PROFIT, "P", NOW)
    ledger.submit(LOSS, "L", NOW, under="P")
    first, second = ledger.find("P"), ledger.find("L")
    assert first is not None and second is not None
    ledger.on_submitted(first, Accepted(venue_order_id="1"), NOW)
    ledger.on_submitted(second, Accepted(), NOW)
    ledger.on_report(profit(OrderStatus.ACCEPTED), NOW)
    ledger.on_report(loss(OrderStatus.ACCEPTED), NOW)
    return ledger, first, second


def told(kind: OrderType, status: OrderStatus, number: str, **more: Any) -> OrderStatusReport:
    known: dict[str, Any] = {"quantity": Decimal(10), "contingency_type": OCO, "ts_last": NOW + 1, **more}
    return OrderStatusReport(
        instrument_id=ID,
        venue_order_id=number,
        order_side=OrderSide.SELL,
        order_type=kind,
        time_in_force=TimeInForce.GTC,
        order_status=status,
        ts_init=NOW + 1,
        **known,
    )


def profit(status: OrderStatus, number: str = "1", **more: Any) -> OrderStatusReport:
    more = {"trigger_price": Decimal(7), **more}
    return told(OrderType.MARKET_IF_TOUCHED, status, number, client_order_id="P", **more)


def loss(status: OrderStatus, number: str = "1-sl", **more: Any) -> OrderStatusReport:
    more = {"trigger_price": Decimal(4), **more}
    return told(OrderType.STOP_MARKET, status, number, linked_order_ids=("P",), **more)


def of_either(status: OrderStatus, filled: int) -> OrderStatusReport:
    """What came of one of the two, under the id of both."""
    more = {"client_order_id": "P", "contingency_type": ContingencyType.NO_CONTINGENCY}
    return told(OrderType.MARKET, status, "9", filled_qty=Decimal(filled), ts_last=NOW + 3, **more)


def fill(name: str | None = "P") -> FillReport:
    return FillReport(
        instrument_id=ID,
        venue_order_id="9",
        client_order_id=name,
        trade_id="T",
        order_side=OrderSide.SELL,
        last_qty=Decimal(10),
        last_px=Decimal(4),
        ts_event=NOW + 3,
        ts_init=NOW + 3,
    )


def test_reports_that_tell_how_they_are_linked_are_each_of_its_order() -> None:
    _, first, second = pair()
    assert (first.venue_order_id, second.venue_order_id) == ("1", "1-sl")


def test_what_came_of_either_waits_until_it_is_known_of_which_and_is_told_once() -> None:
    ledger, first, second = pair()
    assert ledger.on_report(of_either(OrderStatus.FILLED, 10), NOW) == []
    assert ledger.on_fill(fill(), NOW) == []
    assert first.is_in_question and second.is_in_question
    events = ledger.on_report(profit(OrderStatus.CANCELED), NOW)
    assert [(type(each), each.client_order_id) for each in events] == [(OrderCanceled, "P")]
    events = ledger.on_report(loss(OrderStatus.TRIGGERED, "9"), NOW)
    assert [(type(each), each.client_order_id) for each in events if type(each) is not OrderUpdated] == [
        (OrderFilled, "L")
    ]
    assert (first.status, second.status) == (OrderStatus.CANCELED, OrderStatus.FILLED)
    assert (first.filled_qty, second.filled_qty) == (Decimal(0), Decimal(10))
    assert not first.is_in_question and not second.is_in_question
    assert ledger.on_fill(fill(), NOW) == []


def test_what_is_told_after_it_is_known_of_which_goes_to_that_one_at_once() -> None:
    ledger, first, _ = pair()
    ledger.on_report(profit(OrderStatus.CANCELED), NOW)
    (fired,) = ledger.on_report(loss(OrderStatus.TRIGGERED, "9"), NOW)
    assert isinstance(fired, OrderTriggered) and fired.client_order_id == "L"
    (filled,) = ledger.on_fill(fill(), NOW)
    assert isinstance(filled, OrderFilled) and filled.client_order_id == "L"
    assert first.filled_qty == 0


def test_the_profit_that_fires_is_no_less_exact() -> None:
    ledger, first, second = pair()
    ledger.on_fill(fill(), NOW)
    events = ledger.on_report(profit(OrderStatus.TRIGGERED, "9"), NOW)
    events += ledger.on_report(loss(OrderStatus.CANCELED), NOW)
    assert [(type(each), each.client_order_id) for each in events] == [
        (OrderFilled, "P"),
        (OrderCanceled, "L"),
    ]
    assert (first.filled_qty, second.filled_qty) == (Decimal(10), Decimal(0))


def test_a_change_that_is_answered_with_the_id_of_both_leaves_the_second_its_own() -> None:
    ledger, first, second = pair()
    ledger.change(second)
    ledger.on_changed(second, Accepted(venue_order_id="1"), NOW)
    assert ledger.find(None, "1", ID) is first and second.venue_order_id == "1-sl"
    (changed,) = ledger.on_report(loss(OrderStatus.ACCEPTED, trigger_price=Decimal(3), ts_last=NOW + 2), NOW)
    assert isinstance(changed, OrderUpdated) and changed.client_order_id == "L"


def test_a_pair_of_an_earlier_run_goes_on_as_one() -> None:
    ledger = Ledger()
    ledger.adopt(PROFIT, profit(OrderStatus.ACCEPTED))
    second = ledger.adopt(
        StopMarketOrder(trigger_price=Decimal(4), client_order_id="L", contingency_type=OCO, **TERMS),
        loss(OrderStatus.ACCEPTED),
    )
    assert second.under == "P"
    assert ledger.on_fill(fill(), NOW) == []
    (filled,) = [
        each
        for each in ledger.on_report(loss(OrderStatus.TRIGGERED, "9"), NOW)
        if isinstance(each, OrderFilled)
    ]
    assert filled.client_order_id == "L"


def test_what_is_of_neither_any_more_comes_out_as_it_is() -> None:
    ledger, _, _ = pair()
    ledger.on_report(profit(OrderStatus.CANCELED), NOW)
    ledger.on_report(loss(OrderStatus.CANCELED), NOW)
    assert ledger.on_fill(fill(), NOW) == [fill()]


def test_orders_that_go_by_their_own_ids_wait_for_nothing() -> None:
    ledger = Ledger()
    ledger.submit(PROFIT, "P", NOW)
    events = ledger.on_fill(fill(), NOW)
    assert [type(each) for each in events][-1] is OrderFilled


def test_two_reports_of_one_order_keep_how_it_is_linked() -> None:
    early = loss(OrderStatus.TRIGGERED, "9")
    late = of_either(OrderStatus.FILLED, 10)
    for found in (joined(early, late), joined(late, early)):
        assert (found.order_status, found.filled_qty) == (OrderStatus.FILLED, Decimal(10))
        assert (found.client_order_id, found.linked_order_ids) == (None, ("P",))
        assert found.contingency_type is OCO
