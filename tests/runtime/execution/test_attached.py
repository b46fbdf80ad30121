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
    OrderAccepted,
    OrderCanceled,
    OrderFilled,
    OrderRejected,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    Outcome,
    StopMarketOrder,
    TimeInForce,
    Unknown,
)

ID = InstrumentId("AAABBB.VENUE")
NOW = 1_700_000_000_000_000_000


def bracket(*answers: Outcome) -> Ledger:
    """The ledger of an entry E with a profit P and a loss L, all of them taken unless answered otherwise."""
    ledger = Ledger()
    terms: dict[str, Any] = {"instrument_id": ID, "quantity": Decimal(10)}
    exits: dict[str, Any] = {**terms, "order_side": OrderSide.SELL, "parent_order_id": "E"}
    entry = LimitOrder(order_side=OrderSide.BUY, price=Decimal(5), **terms)
    ledger.submit(entry, "E", NOW)
    ledger.submit(LimitOrder(price=Decimal(7), **exits), "P", NOW, hangs=True)
    ledger.submit(StopMarketOrder(trigger_price=Decimal(4), **exits), "L", NOW, hangs=True)
    taken = (Accepted(venue_order_id="1"), Accepted(), Accepted())
    for name, outcome in zip("EPL", answers or taken, strict=True):
        found = ledger.find(name)
        assert found is not None
        ledger.on_submitted(found, outcome, NOW)
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


LOST = Unknown(why="no answer")


def kinds(events: list[Any]) -> list[tuple[type, str]]:
    return [(type(each), each.client_order_id) for each in events]


def test_what_was_sent_in_one_call_is_taken_as_soon_as_its_entry_shows_up() -> None:
    ledger = bracket(LOST, LOST, LOST)
    loss = ledger.find("L")
    assert loss is not None
    for _ in range(5):
        # The venue has no order yet of what hangs on another, and says so however long that one is there.
        assert ledger.on_not_found(loss, "no such order", NOW, enough=2) == []
    there = told(OrderType.LIMIT, OrderStatus.ACCEPTED, "1", client_order_id="E", parent_order_id=None)
    assert kinds(ledger.on_report(there, NOW)) == [(OrderAccepted, each) for each in "EPL"]
    assert ledger.questions() == []


def test_what_was_sent_in_one_call_with_an_entry_that_was_never_taken_was_not_either() -> None:
    ledger = bracket(LOST, LOST, LOST)
    entry = ledger.find("E")
    assert entry is not None and ledger.on_not_found(entry, "no such order", NOW, enough=2) == []
    events = ledger.on_not_found(entry, "no such order", NOW, enough=2)
    assert kinds(events) == [(OrderRejected, each) for each in "EPL"]
    assert not any(each.is_open_question for each in ledger)


def test_a_refused_change_of_what_is_no_order_yet_leaves_no_question() -> None:
    ledger = bracket()
    loss = ledger.find("L")
    assert loss is not None
    loss.is_uncertain = True
    for _ in range(2):
        assert loss in ledger.questions()
        ledger.on_not_found(loss, "no such order", NOW, enough=2)
    assert ledger.questions() == [] and loss.is_unborn


def test_an_answer_that_is_lost_after_the_entry_has_shown_up_leaves_no_question() -> None:
    ledger = bracket(LOST, LOST, LOST)
    for name in "PL":
        found = ledger.find(name)
        assert found is not None
        found.is_under_way = True
    gone = told(OrderType.LIMIT, OrderStatus.CANCELED, "1", client_order_id="E", parent_order_id=None)
    events = ledger.on_report(gone, NOW)
    assert kinds(events)[3:] == [(OrderCanceled, each) for each in "EPL"]
    for name in "PL":
        found = ledger.find(name)
        assert found is not None and ledger.on_submitted(found, LOST, NOW) == []
    assert ledger.questions() == []
