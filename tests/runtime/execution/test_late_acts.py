"""Commands that wait on their way: a venue that says it knows no such order may still come to know it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from dragoman.errors import RequestCut
from dragoman.model import OrderRejected, OrderStatus, Unknown

from tests.runtime.execution.desk_of_tests import SECOND, SPOT, Desk, limit, rest, run


async def cut(desk: Desk, command: Any) -> dict[str, Any]:
    """A command that breaks on its way; what the venue has not read yet."""
    desk.mishaps.append(RequestCut("trading_case", "command", "cut by the test"))
    assert isinstance(await command, Unknown)
    body = next(each.body for each in reversed(desk.http.requests) if each.method != "GET")
    said: dict[str, Any] = json.loads(body)
    return said


async def pass_time(desk: Desk, seconds: int) -> None:
    for _ in range(seconds):
        await desk.clock.advance(SECOND)
        await rest()


@pytest.mark.parametrize(("said", "waits"), [({}, 13), ({"settles_after_ns": 60 * SECOND}, 58)])
def test_an_order_that_shows_up_after_it_was_asked_for_was_never_told_to_be_rejected(
    said: dict[str, Any], waits: int
) -> None:
    async def play() -> None:
        desk = Desk(**said)
        await desk.listen()
        order = await cut(desk, desk.adapter.submit_order(limit("C-1")))
        await pass_time(desk, waits)
        assert [each.path for each in desk.http.requests].count("/order") > 2, "it was asked for"
        assert desk.adapter.order("C-1").is_open_question and desk.kinds() == ["OrderSubmitted"]
        desk.place(order)
        desk.tell("fills", desk.fill("V-1", "2", "T-1"))
        await pass_time(desk, 120)
        assert desk.kinds() == ["OrderSubmitted", "OrderAccepted", "OrderFilled"]
        assert desk.adapter.order("C-1").filled_qty == 2 and not desk.adapter.order("C-1").is_in_question
        await desk.leave()
        await desk.adapter.close()

    run(play())


@pytest.mark.parametrize(("said", "after"), [({}, 15), ({"settles_after_ns": 2 * SECOND}, 5)])
def test_an_order_that_never_shows_up_is_rejected_once_it_can_be_no_more_on_its_way(
    said: dict[str, Any], after: int
) -> None:
    async def play() -> None:
        desk = Desk(**said)
        await desk.listen()
        await cut(desk, desk.adapter.submit_order(limit("C-1")))
        await pass_time(desk, after - 1)
        assert desk.adapter.order("C-1").status is OrderStatus.SUBMITTED
        await pass_time(desk, 5)
        (ended,) = [each for each in desk.told if isinstance(each, OrderRejected)]
        assert ended.reconciliation and not desk.adapter.order("C-1").is_in_question
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_a_change_that_takes_effect_after_the_order_was_asked_for_is_told_when_it_does() -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        await desk.adapter.submit_order(limit("C-1"))
        change = desk.adapter.modify_order(instrument_id=SPOT, client_order_id="C-1", price=Decimal(12))
        said = await cut(desk, change)
        await pass_time(desk, 10)
        assert desk.adapter.order("C-1").is_uncertain, "that it stands as it was says nothing yet"
        desk.change(said)
        await pass_time(desk, 10)
        assert desk.kinds()[-1] == "OrderUpdated" and desk.adapter.order("C-1").price == 12
        assert not desk.adapter.order("C-1").is_in_question
        await desk.leave()
        await desk.adapter.close()

    run(play())


def test_what_is_new_is_asked_for_soon_however_long_others_have_been_asked_for() -> None:
    async def play() -> None:
        desk = Desk(settles_after_ns=600 * SECOND)
        await desk.listen()
        await cut(desk, desk.adapter.submit_order(limit("C-1")))
        await pass_time(desk, 200)
        desk.mishaps.append("lost")
        assert isinstance(await desk.adapter.submit_order(limit("C-2")), Unknown)
        await pass_time(desk, 3)
        assert desk.adapter.order("C-2").status is OrderStatus.ACCEPTED
        await desk.leave()
        await desk.adapter.close()

    run(play())


@pytest.mark.parametrize("told_first", [False, True])
def test_a_cancel_that_nobody_answered_leaves_nothing_open_once_the_order_is_told_to_be_gone(
    told_first: bool,
) -> None:
    async def play() -> None:
        desk = Desk()
        await desk.listen()
        await desk.adapter.submit_order(limit("C-1"))

        def tell() -> None:
            desk.drop({"tag": "C-1"})
            desk.tell("orders", desk.orders["V-1"])

        if told_first:
            tell()
            await rest()
        desk.mishaps.append(RequestCut("trading_case", "drop", "cut by the test"))
        order = desk.adapter.order("C-1")
        await desk.adapter.cancel_order(instrument_id=SPOT, client_order_id="C-1")
        assert order.is_uncertain is not told_first
        if not told_first:
            tell()
            await rest()
        assert order.status is OrderStatus.CANCELED and not order.is_uncertain
        await desk.leave()
        await desk.adapter.close()

    run(play())
