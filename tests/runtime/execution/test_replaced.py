"""Orders that a change replaces by others: one order of ours, whatever is told of each of them, and when."""

from __future__ import annotations

from decimal import Decimal

import pytest
from dragoman.execution.ledger import Ledger
from dragoman.execution.tracked import TrackedOrder
from dragoman.model import Accepted, OrderFilled, OrderStatus

from tests.runtime.execution.test_ledger import NOW, fill, names, report, sent


def changed() -> tuple[Ledger, TrackedOrder]:
    """An order over 10 that was taken as V, and whose change was answered without naming an id."""
    ledger = Ledger()
    order: TrackedOrder = sent(ledger)
    ledger.on_submitted(order, Accepted(), NOW)
    ledger.on_report(report(OrderStatus.ACCEPTED, ts_accepted=NOW + 1), NOW)
    ledger.change(order)
    ledger.on_changed(order, Accepted(), NOW)
    return ledger, order


def test_an_order_that_fills_in_the_moment_in_which_it_replaces_another_is_the_present_one() -> None:
    ledger, order = changed()
    whole = report(OrderStatus.FILLED, 10, venue_order_id="W", ts_accepted=NOW + 1)
    assert ledger.on_report(whole, NOW) == []
    assert order.venue_order_id == "W"
    # What the stream tells of the one before comes late.
    assert ledger.on_report(report(OrderStatus.CANCELED, ts_accepted=NOW + 1), NOW) == []
    assert names(ledger.on_fill(fill("T", 10, venue_order_id="W"), NOW)) == ["OrderFilled"]
    assert (order.status, order.filled_qty, order.quantity) == (OrderStatus.FILLED, Decimal(10), Decimal(10))


def test_the_answer_to_a_change_tells_the_present_id_though_that_one_ended_at_once() -> None:
    ledger, order = changed()
    end = report(OrderStatus.EXPIRED, venue_order_id="W", ts_accepted=NOW + 1)
    assert ledger.became(end, NOW) == []
    assert names(ledger.on_report(end, NOW)) == ["OrderExpired"]
    assert order.venue_order_id == "W"
    assert ledger.became(report(OrderStatus.ACCEPTED), NOW) == []
    assert order.venue_order_id == "W"


@pytest.mark.parametrize("is_held", [False, True], ids=["after the new id", "before the new id"])
def test_a_fill_that_only_the_end_of_the_order_before_tells_is_waited_for(is_held: bool) -> None:
    ledger, order = changed()
    end = report(OrderStatus.CANCELED, 4, 2)
    new = report(OrderStatus.ACCEPTED, ts=3, venue_order_id="W", quantity=Decimal(6), ts_accepted=NOW + 2)
    if is_held:
        ledger.change(order)
    for each in (end, new) if is_held else (new, end):
        ledger.on_report(each, NOW)
    assert (order.missing, order.quantity) == (Decimal(4), Decimal(10)) or is_held
    assert (ledger.questions() == [order]) is not is_held
    if is_held:
        ledger.on_changed(order, Accepted(venue_order_id="W"), NOW)
    gone = report(OrderStatus.CANCELED, ts=4, venue_order_id="W", quantity=Decimal(6), ts_accepted=NOW + 2)
    assert ledger.on_report(gone, NOW) == []
    assert names(ledger.on_fill(fill("T", 4), NOW)) == ["OrderFilled", "OrderCanceled"]
    assert (order.filled_qty, order.missing, order.quantity) == (Decimal(4), Decimal(0), Decimal(10))


def test_what_no_fill_shows_of_the_order_before_is_inferred_at_its_mean() -> None:
    ledger, order = changed()
    new = report(OrderStatus.ACCEPTED, ts=3, venue_order_id="W", quantity=Decimal(6), ts_accepted=NOW + 2)
    ledger.on_report(new, NOW)
    ledger.on_report(report(OrderStatus.CANCELED, 4, 2, avg_px=3), NOW)
    whole = report(OrderStatus.FILLED, 6, 4, venue_order_id="W", quantity=Decimal(6), avg_px=7)
    assert ledger.on_report(whole, NOW) == []
    found = ledger.settle(order, NOW)
    assert [(each.last_qty, each.last_px) for each in found if isinstance(each, OrderFilled)] == [
        (Decimal(4), Decimal(3)),
        (6, 7),
    ]
    assert len({each.trade_id for each in found}) == 2
    # Each fill that comes after all is one of those.
    assert ledger.on_fill(fill("T", 4, px=3), NOW) == []
    assert ledger.on_fill(fill("U", 6, venue_order_id="W", px=7), NOW) == []
    assert (order.status, order.filled_qty) == (OrderStatus.FILLED, Decimal(10))


def test_an_order_that_goes_on_as_the_one_it_set_off_counts_the_fills_of_both_once() -> None:
    ledger, order = changed()
    placed = report(OrderStatus.ACCEPTED, ts=3, venue_order_id="W", ts_accepted=NOW + 2)
    ledger.on_report(placed, NOW)
    ledger.on_report(report(OrderStatus.FILLED, 10, 2), NOW)
    assert (order.venue_order_id, order.missing) == ("W", Decimal(0))
    assert names(ledger.on_fill(fill("T", 10, venue_order_id="W"), NOW)) == ["OrderFilled"]
    assert (order.status, order.filled_qty) == (OrderStatus.FILLED, Decimal(10))


def test_what_an_order_was_before_a_change_is_no_present_id_though_nobody_told_of_it_yet() -> None:
    ledger = Ledger()
    order: TrackedOrder = sent(ledger)
    ledger.change(order)
    ledger.on_changed(order, Accepted(), NOW)
    new = report(OrderStatus.ACCEPTED, ts=1, venue_order_id="W", ts_accepted=NOW + 1)
    gone = report(OrderStatus.CANCELED, ts=1, ts_accepted=NOW + 1)
    ledger.became(new, NOW)
    assert names(ledger.on_report(new, NOW)) == ["OrderAccepted"]
    ledger.began_as(gone)
    assert ledger.on_report(gone, NOW) == []
    assert (order.venue_order_id, order.status) == ("W", OrderStatus.ACCEPTED)
