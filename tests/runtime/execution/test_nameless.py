"""Orders of which neither the request nor its answer says an id: they are known by what they are once the venue tells of them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from dragoman.model import (
    Accepted,
    OrderCanceled,
    OrderFilled,
    OrderRejected,
    OrderStatus,
    OrderStatusReport,
    OrderUpdated,
    Unknown,
)

from tests.runtime.execution.desk_of_tests import LINEAR, SECOND, Desk, limit, rest, run, touch


async def pass_time(desk: Desk, seconds: int) -> None:
    for _ in range(seconds):
        await desk.clock.advance(SECOND)
        await rest()


async def stranger(desk: Desk, **more: Any) -> str:
    """An order that another client of the account sent, without an id; how the venue calls it."""
    row = {"market": "linear", "symbol": "AAABBB", "way": "sell", "kind": "touch", "size": "5", "trip": "10"}
    desk.place({**row, **more})
    return list(desk.orders)[-1]


def test_what_the_venue_tells_of_it_first_names_it_and_it_is_found_and_canceled_by_our_id() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        outcome = await desk.adapter.submit_order(touch("C-1"))
        assert outcome == Accepted(client_order_id="C-1") and desk.adapter.order("C-1").venue_order_id is None
        desk.tell_order("V-1")
        await rest()
        assert isinstance(desk.told[-1], OrderUpdated) and desk.told[-1].venue_order_id == "V-1"
        found = await desk.adapter.query_order(instrument_id=LINEAR, client_order_id="C-1")
        assert found is not None and found.venue_order_id == "V-1"
        gone = await desk.adapter.cancel_order(instrument_id=LINEAR, client_order_id="C-1")
        assert isinstance(gone, Accepted) and gone.client_order_id == "C-1"
        said = json.loads(desk.http.requests[-1].body)
        assert said["orderId"] == "V-1" and "tag" not in said, "the venue does not know our id"
        desk.tell_order("V-1")
        await rest()
        assert isinstance(desk.told[-1], OrderCanceled) and desk.told[-1].client_order_id == "C-1"
        await desk.leave()
        await desk.adapter.close()

    run(play())


@pytest.mark.parametrize("more", [{"way": "buy"}, {"kind": "stop"}, {"market": "spot"}])
def test_orders_of_others_that_are_not_alike_are_told_at_once_while_it_has_no_name(
    more: dict[str, str],
) -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        await desk.adapter.submit_order(touch("C-1"))
        desk.tell_order(await stranger(desk, **more))
        desk.tell("fills", desk.fill("V-2", "5", "T-1"))
        await rest()
        assert desk.kinds() == ["OrderSubmitted", "OrderAccepted", "OrderStatusReport", "FillReport"]
        assert desk.adapter.order("C-1").venue_order_id is None
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_a_second_one_that_is_alike_is_another_order() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        await desk.adapter.submit_order(touch("C-1"))
        desk.tell_order("V-1")
        desk.tell_order(await stranger(desk))
        await rest()
        assert isinstance(desk.told[-1], OrderStatusReport) and desk.told[-1].venue_order_id == "V-2"
        desk.tell("fills", desk.fill("V-1", "5", "T-1"))
        await rest()
        assert isinstance(desk.told[-1], OrderFilled) and desk.told[-1].client_order_id == "C-1"
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_one_that_ended_before_it_was_sent_is_another_order() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        name = await stranger(desk)
        desk.drop({"orderId": name})
        await pass_time(desk, 1)
        await desk.adapter.submit_order(touch("C-1"))
        desk.tell_order(name)
        await rest()
        assert isinstance(desk.told[-1], OrderStatusReport)
        assert desk.adapter.order("C-1").status is OrderStatus.ACCEPTED
        await desk.leave()
        await desk.adapter.close()

    run(play())


@pytest.mark.parametrize("is_taken", [True, False])
def test_a_lost_answer_is_made_good_by_the_lists_and_by_them_alone(is_taken: bool) -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        desk.mishaps.append("lost")
        assert isinstance(await desk.adapter.submit_order(touch("C-1")), Unknown)
        if not is_taken:
            desk.orders.clear()
        await pass_time(desk, 30)
        assert all(each.path != "/order" for each in desk.http.requests[1:]), "no id to ask for it by"
        order = desk.adapter.order("C-1")
        if is_taken:
            assert order.status is OrderStatus.ACCEPTED and order.venue_order_id == "V-1"
            assert not order.is_in_question
        else:
            assert isinstance(desk.told[-1], OrderRejected)
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_after_a_restart_it_goes_on_by_the_id_of_the_venue() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        desk.tell_order(await stranger(desk))
        await rest()
        desk.adapter.adopt_order(touch("C-1"), desk.told[-1])
        assert await desk.adapter.query_order(instrument_id=LINEAR, client_order_id="C-1") is not None
        await desk.adapter.cancel_order(instrument_id=LINEAR, client_order_id="C-1")
        (said,) = [json.loads(each.body) for each in desk.http.requests if each.path == "/drop"]
        assert said["orderId"] == "V-1" and "tag" not in said
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_an_order_whose_id_was_sent_waits_for_no_report_that_does_not_say_it() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        await desk.adapter.submit_order(limit("C-1", instrument_id=LINEAR))
        desk.tell_order(await stranger(desk, way="buy", kind="limit"))
        await rest()
        assert isinstance(desk.told[-1], OrderStatusReport)
        await desk.leave()
        await desk.adapter.close()

    run(play())
