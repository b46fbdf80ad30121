"""Turns that hurt who did not think of them: ids that two instruments share, orders that were given up, ends that nobody told."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from dragoman.errors import TransportError
from dragoman.execution.ledger import Ledger
from dragoman.execution.tracked import TrackedOrder
from dragoman.model import (
    Accepted,
    CancelOrder,
    InstrumentId,
    LimitOrder,
    OrderAccepted,
    OrderCanceled,
    OrderFilled,
    OrderRejected,
    OrderSide,
    OrderStatus,
    Rejected,
    Unknown,
)
from dragoman.net.wire import Request, Response

from tests.runtime.execution.desk_of_tests import SECOND, SPOT, Desk, limit, rest, run
from tests.runtime.execution.test_ledger import NOW, ORDER, fill, report, sent

OTHER = InstrumentId("CCCBBB.VENUE")


def elsewhere(event: Any, **more: Any) -> Any:
    """The same of an order that another instrument has under the same number."""
    return msgspec.structs.replace(event, **{"instrument_id": OTHER, "client_order_id": "theirs", **more})


def test_orders_of_two_instruments_may_have_one_number() -> None:
    ledger = Ledger()
    order: TrackedOrder = sent(ledger)
    ledger.on_submitted(order, Accepted(venue_order_id="V"), NOW)
    strange, trade = elsewhere(report(OrderStatus.CANCELED, 3, 9)), elsewhere(fill("T-1", 3))
    assert ledger.on_report(strange, NOW) == [strange] and ledger.on_fill(trade, NOW) == [trade]
    assert order.status is OrderStatus.ACCEPTED and not order.filled_qty and not order.missing
    assert ledger.find(None, "V", OTHER) is None
    assert ledger.find(None, "V", order.instrument_id) == ledger.find(venue_order_id="V") == order
    # Nor are a stranger's fills those of the order that is taken in, or of the one that waits for its number.
    other = LimitOrder(instrument_id=OTHER, order_side=OrderSide.BUY, quantity=Decimal(10), price=Decimal(5))
    ledger.submit(other, "D", NOW)
    nameless = elsewhere(fill("T-2", 2, venue_order_id="W"), client_order_id=None)
    assert ledger.on_fill(nameless, NOW) == [], "it may be of the order whose answer is under way"
    second = ledger.find("D")
    assert second is not None
    ledger.bind(order, "W", NOW)
    assert not order.filled_qty
    told = ledger.on_submitted(second, Accepted(venue_order_id="W"), NOW)
    assert [type(each) for each in told] == [OrderAccepted, OrderFilled] and second.filled_qty == 2


def test_the_answer_to_a_submission_names_the_first_id_however_late_it_is_read() -> None:
    ledger = Ledger()
    order = sent(ledger)
    first = report(OrderStatus.ACCEPTED, 0, 3)
    # Both were taken in the same moment, and the answer to the change came first.
    ledger.on_report(report(OrderStatus.ACCEPTED, 0, 3, venue_order_id="W"), NOW)
    ledger.began_as(first)
    assert ledger.on_report(first, NOW) == [] and order.venue_order_id == "W"
    assert ledger.on_report(report(OrderStatus.CANCELED, 0, 3), NOW) == [] and not order.is_closed
    ledger.on_fill(fill("T", 10, 4, venue_order_id="W"), NOW)
    assert order.status is OrderStatus.FILLED


@pytest.mark.parametrize("backwards", [False, True])
def test_an_order_that_took_anothers_place_may_end_in_the_same_moment(backwards: bool) -> None:
    ledger = Ledger()
    order = sent(ledger)
    ledger.change(order)
    ledger.on_changed(order, Unknown(why="lost"), NOW)
    first = report(OrderStatus.CANCELED, 0, 3, ts_accepted=2)
    second = report(OrderStatus.FILLED, 10, 3, ts_accepted=3, venue_order_id="W")
    for each in (second, first) if backwards else (first, second):
        ledger.on_report(each, NOW, reconciled=True)
    assert (order.venue_order_id, order.missing, order.is_closed) == ("W", 10, False)
    ledger.on_fill(fill("T", 10, 3, venue_order_id="W"), NOW, reconciled=True)
    assert order.status is OrderStatus.FILLED


def test_an_order_that_was_given_up_and_lives_is_told_as_a_strangers_and_can_be_taken_in() -> None:
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_submitted(order, Unknown(why="time-out"), NOW)
    assert ledger.on_not_found(order, "unknown", NOW, enough=2) == []
    (refused,) = ledger.on_not_found(order, "unknown", NOW, enough=2)
    assert isinstance(refused, OrderRejected) and refused.reconciliation
    ended = report(OrderStatus.REJECTED)
    assert ledger.on_report(ended, NOW) == [] and ledger.find("C") is order, "that is what was told"
    alive = report(OrderStatus.ACCEPTED)
    assert ledger.on_report(alive, NOW) == [alive] and ledger.find("C") is None
    assert ledger.on_fill(fill("T-1", 4), NOW) == [fill("T-1", 4)]
    adopted = ledger.adopt(ORDER, report(OrderStatus.PARTIALLY_FILLED, 4))
    assert adopted.filled_qty == 4 and not adopted.missing
    (filled,) = ledger.on_fill(fill("T-2", 6, 2), NOW)
    assert isinstance(filled, OrderFilled) and adopted.status is OrderStatus.FILLED


def test_a_change_that_could_not_be_sent_lets_the_end_happen_that_was_held_back_for_it() -> None:
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_submitted(order, Accepted(venue_order_id="V"), NOW)
    ledger.change(order)
    assert ledger.on_report(report(OrderStatus.CANCELED), NOW) == []
    assert [type(each) for each in ledger.on_unsent(order, NOW)] == [OrderCanceled]


def test_a_cancel_that_could_not_be_sent_leaves_a_change_under_way_alone() -> None:
    async def play() -> None:
        desk = Desk()
        async with desk.adapter as venue:
            await venue.submit_order(limit("C-1"))
            order = venue.order("C-1")
            assert order is not None
            order.changes = 1
            desk.mishaps.append(TransportError("trading_case", "drop", "no way there"))
            with pytest.raises(TransportError):
                await venue.cancel_order(instrument_id=SPOT, client_order_id="C-1")
            assert order.changes == 1

    run(play())


@pytest.mark.parametrize("how", ["cancel", "modify"])
def test_an_order_that_the_venue_has_no_more_is_asked_for_when_it_refuses_to_touch_it(how: str) -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        venue = desk.adapter
        await venue.submit_order(limit("C-1"))
        desk.fill("V-1", "2", "T-1")
        desk.orders["V-1"] |= {"state": "gone", "ts": desk.now_ms()}
        if how == "cancel":
            found = await venue.cancel_order(instrument_id=SPOT, client_order_id="C-1")
        else:
            desk.orders["V-1"] |= {"tag": None, "orderId": "V-0"}
            found = await venue.modify_order(instrument_id=SPOT, client_order_id="C-1", price="11")
            desk.orders["V-1"] |= {"tag": "C-1", "orderId": "V-1"}
        assert isinstance(found, Rejected)
        await desk.clock.advance(5 * SECOND)
        await rest()
        assert desk.kinds()[-2:] == ["OrderFilled", "OrderCanceled"] and desk.told[-1].reconciliation
        asked = len(desk.http.requests)
        await desk.clock.advance(600 * SECOND)
        await rest()
        assert len(desk.http.requests) == asked, "what is known is asked no more"
        await desk.leave()
        await venue.close()

    run(play())


def test_orders_are_asked_for_when_nobody_knows_whether_all_were_taken_back() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        for number in range(2):
            await desk.adapter.submit_order(limit(f"C-{number}"))
        desk.mishaps.append("lost")
        assert isinstance(await desk.adapter.cancel_all_orders(SPOT), Unknown)
        await desk.clock.advance(5 * SECOND)
        await rest()
        assert desk.kinds()[-2:] == ["OrderCanceled", "OrderCanceled"]
        assert not any(order.is_in_question for order in desk.adapter.orders)
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_a_cancel_is_named_by_either_id_of_its_own_instrument() -> None:
    async def play() -> None:
        desk = Desk()
        async with desk.adapter as venue:
            await venue.submit_order(limit("C-1"))
            stray = CancelOrder(instrument_id=InstrumentId("CCCBBB-SPOT.TRADING"), venue_order_id="V-1")
            await venue.cancel_order(stray)
            order = venue.order("C-1")
            assert order is not None and not order.is_uncertain, "that was another one's"

    run(play())


def test_an_order_that_the_venue_knows_no_more_is_ended_by_what_was_told_of_it() -> None:
    """Never told of it is refused as one that was never taken; told of it is canceled; what lives after all is a stranger's."""
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_submitted(order, Accepted(venue_order_id="V"), NOW)
    assert ledger.on_not_found(order, "unknown", NOW, enough=2) == [] and order.is_in_question
    (refused,) = ledger.on_not_found(order, "unknown", NOW, enough=2)
    assert isinstance(refused, OrderRejected) and order.status is OrderStatus.REJECTED
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_report(report(OrderStatus.ACCEPTED), NOW)
    ledger.on_fill(fill("T-1", 4), NOW)
    (ended,) = ledger.on_not_found(order, "unknown", NOW, enough=1)
    assert isinstance(ended, OrderCanceled) and ended.reconciliation and ended.reason == "unknown"
    assert ledger.on_not_found(order, "unknown", NOW, enough=1) == [], "it ends once"
    assert ledger.on_fill(fill("T-1", 4), NOW) == [], "what was counted is no news"
    (late,) = ledger.on_fill(fill("T-2", 2, 2), NOW)
    assert isinstance(late, OrderFilled) and order.filled_qty == 6
    alive = report(OrderStatus.PARTIALLY_FILLED, 6, 3)
    assert ledger.on_report(alive, NOW) == [alive] and ledger.find("C") is None


@pytest.mark.parametrize("told", [True, False])
def test_an_order_that_is_on_no_list_and_that_the_venue_denies_does_not_stay_open(told: bool) -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        for number in (1, 2):
            await desk.adapter.submit_order(limit(f"C-{number}"))
            if told:
                desk.tell_order(f"V-{number}")
        await rest()
        del desk.orders["V-1"]
        await desk.clock.advance(10 * SECOND)
        desk.private.drop()
        await desk.clock.advance(60 * SECOND)
        await rest()
        assert desk.adapter.order("C-1").status is (OrderStatus.CANCELED if told else OrderStatus.REJECTED)
        assert desk.adapter.order("C-2").status is OrderStatus.ACCEPTED
        (end,) = [each for each in desk.told if isinstance(each, (OrderCanceled, OrderRejected))]
        assert end.client_order_id == "C-1" and end.reconciliation and "does not know" in str(end.reason)
        asked = [each.path for each in desk.http.requests].count("/order")
        await desk.clock.advance(600 * SECOND)
        await rest()
        assert [each.path for each in desk.http.requests].count(
            "/order"
        ) == asked, "what is known is asked no more"
        await desk.leave()
        await desk.adapter.close()

    run(play())


@pytest.mark.parametrize(("told", "denials"), [(True, 3), (False, 1)])
def test_that_the_venue_has_no_such_order_is_not_believed_at_once(told: bool, denials: int) -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        await desk.adapter.submit_order(limit("C-1"))
        if told:
            desk.tell_order("V-1")
        await desk.clock.advance(10 * SECOND)
        mislaid = desk.orders.pop("V-1")
        desk.private.drop()
        for _ in range(120):
            if [each.path for each in desk.http.requests].count("/order") - 1 >= denials:
                desk.orders["V-1"] = mislaid  # a server that lags behind has caught up
            await desk.clock.advance(SECOND)
            await rest()
        assert "V-1" in desk.orders and desk.adapter.order("C-1").status is OrderStatus.ACCEPTED
        assert not [each for each in desk.told if isinstance(each, (OrderCanceled, OrderRejected))]
        assert not desk.adapter.order("C-1").is_in_question
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_nothing_is_given_up_while_the_history_can_not_be_had() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        await desk.adapter.submit_order(limit("C-1"))
        del desk.orders["V-1"]
        desk.without = "GET /history"
        assert isinstance(
            await desk.adapter.cancel_order(instrument_id=SPOT, client_order_id="C-1"), Rejected
        )
        await desk.clock.advance(300 * SECOND)
        await rest()
        assert desk.adapter.order("C-1").status is OrderStatus.ACCEPTED and desk.errors
        desk.without = ""
        await desk.clock.advance(300 * SECOND)
        await rest()
        assert desk.adapter.order("C-1").status is OrderStatus.REJECTED
        await desk.leave()
        await desk.adapter.close()

    run(play())


@pytest.mark.parametrize("many", [False, True], ids=["one", "several"])
def test_a_cancel_does_not_overtake_the_order_that_is_still_on_its_way(
    many: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play() -> None:
        desk = Desk()
        passing, sent, way_is_free = desk.http.send, list[str](), asyncio.Event()

        async def send(request: Request, *, timeout_ns: int) -> Response:
            sent.append(request.operation)
            if len(sent) == 1:
                await way_is_free.wait()
            return await passing(request, timeout_ns=timeout_ns)

        monkeypatch.setattr(desk.http, "send", send)
        async with desk.adapter as venue:
            submitted = asyncio.create_task(venue.submit_order(limit("C-1")))
            await rest()
            wish = CancelOrder(instrument_id=SPOT, client_order_id="C-1")
            canceling: Any = venue.batch_cancel_orders([wish]) if many else venue.cancel_order(wish)
            canceled = asyncio.create_task(canceling)
            await rest()
            assert len(sent) == 1 and not canceled.done()
            way_is_free.set()
            assert isinstance(await submitted, Accepted)
            outcome = await canceled
            assert isinstance(outcome[0] if many else outcome, Accepted)
            assert desk.orders["V-1"]["state"] == "gone"

    run(play())


def test_an_order_that_lacks_no_fill_is_settled_though_its_mean_was_told_of_more() -> None:
    ledger = Ledger()
    order = sent(ledger)
    ledger.on_submitted(order, Accepted(venue_order_id="V"), NOW)
    ledger.on_fill(fill("T-1", 3), NOW)
    order.told_mean = Decimal("99")  # a mean above the price of every fill that is known
    assert not order.missing and ledger.settle(order, NOW) == []
