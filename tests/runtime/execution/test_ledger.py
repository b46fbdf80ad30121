"""The ledger of orders: whatever the order and number of what is told, each fill counts once and nothing goes backwards."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from dragoman.execution.fills import FillStore
from dragoman.execution.ledger import Ledger
from dragoman.execution.tracked import RANK
from dragoman.model import (
    Accepted,
    FillReport,
    InstrumentId,
    LimitOrder,
    Money,
    OrderAccepted,
    OrderCanceled,
    OrderExpired,
    OrderFilled,
    OrderModifyRejected,
    OrderRejected,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderSubmitted,
    OrderTriggered,
    OrderType,
    OrderUpdated,
    Rejected,
    TimeInForce,
    Unknown,
)
from hypothesis import given, settings
from hypothesis import strategies as st

ID = InstrumentId("AAABBB.VENUE")
NOW = 1_700_000_000_000_000_000
ORDER = LimitOrder(instrument_id=ID, order_side=OrderSide.BUY, quantity=Decimal(10), price=Decimal(5))


def report(status: OrderStatus, filled: int = 0, ts: int = 1, **more: Any) -> OrderStatusReport:
    known: dict[str, Any] = {"venue_order_id": "V", "client_order_id": "C", "price": Decimal(5), **more}
    return OrderStatusReport(
        instrument_id=ID,
        order_side=OrderSide.BUY,
        order_type=OrderType.LIMIT,
        time_in_force=TimeInForce.GTC,
        order_status=status,
        quantity=known.pop("quantity", Decimal(10)),
        filled_qty=Decimal(filled),
        avg_px=Decimal(known.pop("avg_px", 5)) if filled else None,
        ts_last=NOW + ts,
        ts_init=NOW + ts,
        **known,
    )


def fill(trade: str, quantity: int = 1, ts: int = 1, **more: Any) -> FillReport:
    known: dict[str, Any] = {"venue_order_id": "V", "client_order_id": "C", **more}
    return FillReport(
        instrument_id=ID,
        trade_id=trade,
        order_side=OrderSide.BUY,
        last_qty=Decimal(quantity),
        last_px=Decimal(known.pop("px", 5)),
        commission=Money(Decimal("0.1"), "BBB"),
        ts_event=NOW + ts,
        ts_init=NOW + ts,
        **known,
    )


def sent(ledger: Ledger) -> Any:
    ledger.submit(ORDER, "C", NOW)
    order = ledger.find("C")
    assert order is not None
    return order


def names(events: list[Any]) -> list[str]:
    return [type(each).__name__ for each in events]


# -- rules one by one --------------------------------------------------------------------------------------------------


def test_the_answer_and_the_stream_accept_an_order_once() -> None:
    ledger = Ledger()
    order = sent(ledger)
    assert names(ledger.on_submitted(order, Accepted(venue_order_id="V"), NOW)) == ["OrderAccepted"]
    assert ledger.on_report(report(OrderStatus.ACCEPTED), NOW) == []
    assert order.status is OrderStatus.ACCEPTED


def test_a_refusal_after_the_stream_took_it_is_that_of_a_repetition() -> None:
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_report(report(OrderStatus.ACCEPTED), NOW)
    assert ledger.on_submitted(order, Rejected(reason="duplicate id"), NOW) == []
    assert order.status is OrderStatus.ACCEPTED


def test_unknown_is_no_refusal() -> None:
    ledger = Ledger()
    order = sent(ledger)
    assert ledger.on_submitted(order, Unknown(why="no answer"), NOW) == []
    assert ledger.questions() == [order]
    assert names(ledger.on_report(report(OrderStatus.ACCEPTED), NOW)) == ["OrderAccepted"]
    assert not ledger.questions()


def test_a_refusal_by_the_stream_ends_the_order() -> None:
    ledger = Ledger()
    order = sent(ledger)
    (event,) = ledger.on_report(report(OrderStatus.REJECTED, cancel_reason="would take"), NOW)
    assert isinstance(event, OrderRejected) and event.reason == "would take"
    assert ledger.on_report(report(OrderStatus.ACCEPTED), NOW) == [] and order.is_closed


def test_a_cancel_that_is_told_after_the_last_fill_changes_nothing() -> None:
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_fill(fill("T", 10), NOW)
    assert order.status is OrderStatus.FILLED
    assert ledger.on_report(report(OrderStatus.CANCELED, 10, 2), NOW) == []


def test_a_cancel_waits_for_the_fills_that_it_counts() -> None:
    ledger = Ledger()
    order = sent(ledger)
    assert names(ledger.on_report(report(OrderStatus.CANCELED, 3, 2), NOW)) == ["OrderAccepted"]
    assert order.missing == 3 and ledger.questions() == [order]
    assert names(ledger.on_fill(fill("T", 3), NOW)) == ["OrderFilled", "OrderCanceled"]


def test_a_fill_that_comes_after_the_end_is_told_all_the_same() -> None:
    ledger = Ledger()
    order = sent(ledger)
    assert names(ledger.on_report(report(OrderStatus.CANCELED, 0, 2), NOW)) == [
        "OrderAccepted",
        "OrderCanceled",
    ]
    assert names(ledger.on_fill(fill("T", 3), NOW)) == ["OrderFilled"]
    assert (order.status, order.filled_qty) == (OrderStatus.CANCELED, 3)


def test_an_older_report_takes_no_change_back() -> None:
    ledger = Ledger()
    sent(ledger)
    ledger.on_report(report(OrderStatus.ACCEPTED, ts=1), NOW)
    (event,) = ledger.on_report(report(OrderStatus.ACCEPTED, ts=5, price=Decimal(6)), NOW)
    assert isinstance(event, OrderUpdated) and (event.price, event.quantity) == (Decimal(6), None)
    assert ledger.on_report(report(OrderStatus.ACCEPTED, ts=1), NOW) == []


def test_a_replaced_order_goes_on_under_its_new_id() -> None:
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_submitted(order, Accepted(venue_order_id="V"), NOW)
    ledger.on_fill(fill("T", 4), NOW)
    ledger.change(order)
    # The end of the old one is told before the answer that names the new one.
    assert ledger.on_report(report(OrderStatus.CANCELED, 4, 3), NOW) == []
    assert ledger.on_changed(order, Accepted(venue_order_id="W"), NOW) == []
    assert ledger.on_report(report(OrderStatus.CANCELED, 4, 4), NOW) == []
    events = ledger.on_report(
        report(OrderStatus.ACCEPTED, 0, 5, venue_order_id="W", quantity=Decimal(6)), NOW
    )
    assert events == [] and order.quantity == 10
    assert names(ledger.on_fill(fill("U", 6, venue_order_id="W"), NOW)) == ["OrderFilled"]
    assert order.status is OrderStatus.FILLED


def test_a_refused_change_lets_the_end_happen() -> None:
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_submitted(order, Accepted(venue_order_id="V"), NOW)
    ledger.change(order)
    assert ledger.on_report(report(OrderStatus.CANCELED, 0, 3), NOW) == []
    events = ledger.on_changed(order, Rejected(reason="gone"), NOW)
    assert [type(each) for each in events] == [OrderModifyRejected, OrderCanceled]


def test_an_unknown_change_holds_the_end_back_and_an_unknown_cancel_does_not() -> None:
    changed, canceled = Ledger(), Ledger()
    for ledger in (changed, canceled):
        ledger.on_submitted(sent(ledger), Accepted(venue_order_id="V"), NOW)
    order, other = changed.find("C"), canceled.find("C")
    assert order is not None and other is not None
    changed.change(order)
    changed.on_changed(order, Unknown(why="cut"), NOW)
    canceled.on_canceled(other, Unknown(why="cut"), NOW)
    assert changed.on_report(report(OrderStatus.CANCELED, 0, 3), NOW) == []
    assert names(canceled.on_report(report(OrderStatus.CANCELED, 0, 3), NOW)) == ["OrderCanceled"]
    assert not canceled.questions() and changed.questions() == [order]
    # Asked, the venue knows of no other order in its place.
    assert names(changed.settle(order, NOW)) == ["OrderCanceled"]


def test_a_trigger_is_told_once_and_in_its_place() -> None:
    ledger = Ledger()
    sent(ledger)
    assert names(ledger.on_report(report(OrderStatus.TRIGGERED), NOW)) == ["OrderAccepted", "OrderTriggered"]
    assert ledger.on_report(report(OrderStatus.TRIGGERED), NOW) == []
    ledger.on_fill(fill("T", 1), NOW)
    assert ledger.on_report(report(OrderStatus.TRIGGERED), NOW) == []


def test_a_trade_with_oneself_is_a_fill_of_each_order() -> None:
    ledger = Ledger()
    sent(ledger)
    assert len(ledger.on_fill(fill("T"), NOW)) == 2
    other = fill("T", venue_order_id="W", client_order_id="D")
    assert ledger.on_fill(other, NOW) == [other]


def test_what_may_be_of_an_order_under_way_waits_for_its_answer() -> None:
    ledger = Ledger()
    order = sent(ledger)
    stray = fill("T", client_order_id=None)
    foreign = fill("S", client_order_id=None, venue_order_id="X")
    assert ledger.on_fill(stray, NOW) == [] and ledger.on_fill(foreign, NOW) == []
    events = ledger.on_submitted(order, Accepted(venue_order_id="V"), NOW)
    assert names(events) == ["OrderAccepted", "OrderFilled", "FillReport"]


def test_the_venues_word_that_there_is_no_order_counts_when_said_twice() -> None:
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_submitted(order, Unknown(why="no answer"), NOW)
    assert ledger.on_not_found(order, "unknown", NOW, enough=2) == []
    assert names(ledger.on_not_found(order, "unknown", NOW, enough=2)) == ["OrderRejected"]


def test_a_sum_without_fills_is_inferred_and_later_fills_are_taken_from_it() -> None:
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_report(report(OrderStatus.PARTIALLY_FILLED, 4), NOW)
    (event,) = ledger.settle(order, NOW)
    assert isinstance(event, OrderFilled) and event.last_qty == 4 and event.reconciliation
    assert ledger.on_fill(fill("T", 4), NOW) == [] and order.filled_qty == 4
    assert names(ledger.on_fill(fill("U", 6), NOW)) == ["OrderFilled"]


def test_what_is_inferred_has_the_price_that_the_mean_leaves_for_it() -> None:
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_fill(fill("T", 1, px="100"), NOW)
    ledger.on_report(report(OrderStatus.PARTIALLY_FILLED, 4, avg_px="103"), NOW)
    (event,) = ledger.settle(order, NOW)
    assert isinstance(event, OrderFilled) and event.last_qty == 3 and event.last_px == 104


def test_old_orders_are_forgotten_and_open_ones_are_not() -> None:
    ledger = Ledger(most_closed=2)
    ledger.submit(ORDER, "open", NOW)
    for number in range(5):
        ledger.submit(ORDER, f"C{number}", NOW)
        ledger.deny(f"C{number}", "no", NOW)
    assert [each.client_order_id for each in ledger] == ["open", "C3", "C4"]


def test_a_store_of_fills_is_bounded_and_comes_back_from_its_bytes() -> None:
    store = FillStore(bound=3)
    for number in range(5):
        assert store.add(fill(f"T{number}"))
    again = FillStore.from_bytes(store.to_bytes())
    assert len(again) == 3 and again.bound == 3
    assert fill("T4") in again and fill("T0") not in again
    assert not again.add(fill("T4"))


@pytest.mark.parametrize("kept", [b"", b"\x80", b"{}", b"\x83\xa7version\x09\xa5bound\x01\xa5fills\x90"])
def test_other_bytes_are_no_store_of_fills(kept: bytes) -> None:
    with pytest.raises(ValueError, match="fills"):
        FillStore.from_bytes(kept)


# -- any order, any number ---------------------------------------------------------------------------------------------

OPEN = (OrderStatus.ACCEPTED, OrderStatus.TRIGGERED, OrderStatus.PARTIALLY_FILLED)


@st.composite
def lives(draw: st.DrawFn) -> tuple[list[Any], int, OrderStatus | None]:
    """What a venue tells of one order in its own order: (messages, filled in all, how it ended)."""
    sizes = draw(st.lists(st.integers(1, 4), max_size=4))
    while sum(sizes) > 10:
        sizes.pop()
    told: list[Any] = [report(OrderStatus.ACCEPTED, 0, 1)]
    if draw(st.booleans()):
        told.append(report(OrderStatus.TRIGGERED, 0, 2))
    done = 0
    for place, size in enumerate(sizes):
        done += size
        told.append(fill(f"T{place}", size, 10 + place))
        state = OrderStatus.FILLED if done == 10 else OrderStatus.PARTIALLY_FILLED
        told.append(report(state, done, 10 + place))
    end = None
    if done == 10:
        end = OrderStatus.FILLED
    elif draw(st.booleans()):
        end = draw(st.sampled_from([OrderStatus.CANCELED, OrderStatus.EXPIRED]))
        told.append(report(end, done, 99))
    return told, done, end


@st.composite
def tellings(draw: st.DrawFn) -> tuple[list[Any], int, OrderStatus | None]:
    """A life told in any order, with anything told again any number of times, and the answer anywhere among it."""
    told, done, end = draw(lives())
    again = draw(st.lists(st.sampled_from(told), max_size=8))
    answer = draw(st.sampled_from([Accepted(venue_order_id="V"), Unknown(why="cut"), None]))
    everything = draw(st.permutations([*told, *again, *([answer] if answer is not None else [])]))
    return everything, done, end


@settings(max_examples=400, deadline=None)
@given(tellings())
def test_any_telling_counts_each_fill_once_and_never_goes_back(telling: tuple[list[Any], int, Any]) -> None:
    told, done, end = telling
    ledger = Ledger()
    order = sent(ledger)
    events: list[Any] = []
    ranks = [RANK[order.status]]
    for message in told:
        if isinstance(message, OrderStatusReport):
            events += ledger.on_report(message, NOW)
        elif isinstance(message, FillReport):
            events += ledger.on_fill(message, NOW)
        else:
            events += ledger.on_submitted(order, message, NOW)
        ranks.append(RANK[order.status])
    assert all(before <= after for before, after in pairwise(ranks))
    filled = [each for each in events if isinstance(each, OrderFilled)]
    assert len({each.trade_id for each in filled}) == len(filled)
    assert sum((each.last_qty for each in filled), Decimal(0)) == order.filled_qty == done
    assert sum(isinstance(each, OrderAccepted) for each in events) == 1
    assert sum(isinstance(each, OrderTriggered) for each in events) <= 1
    ends = [each for each in events if isinstance(each, OrderCanceled | OrderExpired)]
    assert len(ends) == (end in (OrderStatus.CANCELED, OrderStatus.EXPIRED))
    assert not any(isinstance(each, OrderRejected | OrderSubmitted) for each in events)
    assert order.status is (end or (OrderStatus.PARTIALLY_FILLED if done else order.status))
    assert end is not None or order.status in OPEN
    if ends:
        # What is filled before the end is told before it.
        assert isinstance(events[-1], OrderCanceled | OrderExpired)


@settings(max_examples=200, deadline=None)
@given(tellings(), st.integers(0, 20))
def test_a_restart_in_the_middle_tells_no_fill_twice(telling: tuple[list[Any], int, Any], cut: int) -> None:
    told, done, _ = telling
    fills = [each for each in told if isinstance(each, FillReport)]
    first = Ledger()
    sent(first)
    before = [event for each in fills[:cut] for event in first.on_fill(each, NOW)]
    second = Ledger(FillStore.from_bytes(first.fills.to_bytes()))
    after = [event for each in fills for event in second.on_fill(each, NOW)]
    filled = [each for each in before if isinstance(each, OrderFilled)] + after
    assert sum((each.last_qty for each in filled), Decimal(0)) == done


def test_fills_that_an_adopted_order_counts_already_are_told_by_no_stream_again() -> None:
    ledger = Ledger()
    order = ledger.adopt(ORDER, report(OrderStatus.PARTIALLY_FILLED, 5, ts=10), [fill("T-1", 3, ts=5)])
    again = [
        event for each in (fill("T-1", 3, ts=5), fill("T-2", 2, ts=9)) for event in ledger.on_fill(each, NOW)
    ]
    assert again == [] and order.filled_qty == 5
    (new,) = ledger.on_fill(fill("T-3", 1, ts=11), NOW)
    assert isinstance(new, OrderFilled) and order.filled_qty == 6


def test_a_fill_that_names_no_order_of_ours_waits_for_the_id_that_the_venue_has_not_told() -> None:
    ledger = Ledger()
    order = sent(ledger)
    assert ledger.on_fill(fill("T-1", 3, client_order_id=None), NOW) == []
    assert names(ledger.on_submitted(order, Accepted(client_order_id="C", venue_order_id=None), NOW)) == [
        "OrderAccepted"
    ]
    told = ledger.on_report(report(OrderStatus.PARTIALLY_FILLED, 3), NOW)
    assert "OrderFilled" in names(told) and order.filled_qty == 3 and not order.missing
    assert ledger.settle(order, NOW) == []


def test_fills_that_were_told_as_a_strangers_count_once_for_the_order_that_is_taken_in() -> None:
    ledger = Ledger()
    assert names(ledger.on_fill(fill("T-1", 3), NOW)) == ["FillReport"]
    order = ledger.adopt(ORDER, report(OrderStatus.ACCEPTED))
    assert order.filled_qty == 3 and order.status is OrderStatus.PARTIALLY_FILLED
    assert ledger.on_fill(fill("T-1", 3), NOW) == []
    assert "OrderFilled" not in names(ledger.on_report(report(OrderStatus.PARTIALLY_FILLED, 3), NOW))
    assert not order.missing and ledger.settle(order, NOW) == []
