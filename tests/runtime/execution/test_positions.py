"""The position that a fill is of, where the venue's fills do not say it and its orders do."""

from __future__ import annotations

from decimal import Decimal

from dragoman.execution.ledger import Ledger
from dragoman.model import OrderFilled, OrderStatus, PositionId

from tests.runtime.execution.test_ledger import NOW, ORDER, fill, report, sent

LONG, SHORT = PositionId("AAABBB.VENUE-LONG"), PositionId("AAABBB.VENUE-SHORT")


def filled(events: list[object]) -> list[tuple[str, str | None]]:
    return [(each.trade_id, each.position_id) for each in events if isinstance(each, OrderFilled)]


def test_a_fill_that_names_no_position_is_of_that_of_its_order() -> None:
    ledger = Ledger()
    sent(ledger)
    ledger.on_report(report(OrderStatus.ACCEPTED, venue_position_id=LONG), NOW)
    assert filled(ledger.on_fill(fill("1"), NOW)) == [("1", LONG)]
    # A later report that says nothing of it takes nothing back.
    ledger.on_report(report(OrderStatus.PARTIALLY_FILLED, 1, ts=2), NOW)
    assert filled(ledger.on_fill(fill("2", ts=3), NOW)) == [("2", LONG)]


def test_what_a_fill_says_itself_goes_before() -> None:
    ledger = Ledger()
    sent(ledger)
    ledger.on_report(report(OrderStatus.ACCEPTED, venue_position_id=LONG), NOW)
    assert filled(ledger.on_fill(fill("1", venue_position_id=SHORT), NOW)) == [("1", SHORT)]


def test_where_neither_says_it_there_is_none() -> None:
    ledger = Ledger()
    sent(ledger)
    ledger.on_report(report(OrderStatus.ACCEPTED), NOW)
    assert filled(ledger.on_fill(fill("1"), NOW)) == [("1", None)]


def test_a_fill_that_is_inferred_is_of_the_position_of_its_order() -> None:
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_report(report(OrderStatus.PARTIALLY_FILLED, 4, venue_position_id=LONG), NOW)
    (one,) = [each for each in ledger.settle(order, NOW) if isinstance(each, OrderFilled)]
    assert (one.last_qty, one.position_id) == (Decimal(4), LONG)


def test_an_order_of_an_earlier_run_keeps_its_position() -> None:
    ledger = Ledger()
    ledger.adopt(ORDER, report(OrderStatus.ACCEPTED, venue_position_id=SHORT))
    assert filled(ledger.on_fill(fill("1", ts=2), NOW)) == [("1", SHORT)]
