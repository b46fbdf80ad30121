"""Linked orders that go out one after another: all of them are taken, or none stays."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from functools import partial

import pytest
from dragoman.errors import DragomanError
from dragoman.execution.account import SETTLES_AFTER_NS
from dragoman.execution.tracked import tracked
from dragoman.execution.turns import OVER, WHY, ends_others, in_turn, send_in_parts, send_in_turn, take_back
from dragoman.faults import LoopClock, VirtualLoop, run_virtually
from dragoman.model import (
    Accepted,
    ClientOrderId,
    ContingencyType,
    InstrumentId,
    MarketOrder,
    OrderSide,
    OrderStatus,
    Outcome,
    Rejected,
    Unknown,
)
from dragoman.net.backend import NS_PER_SECOND

ENTRY = MarketOrder(
    instrument_id=InstrumentId("AB.VENUE"),
    order_side=OrderSide.BUY,
    quantity=Decimal(1),
    contingency_type=ContingencyType.OTO,
)
EXIT = MarketOrder(
    instrument_id=InstrumentId("AB.VENUE"),
    order_side=OrderSide.SELL,
    quantity=Decimal(1),
    contingency_type=ContingencyType.OCO,
)


def told(
    *answers: Outcome | DragomanError, over: int = -1, after: int = 0
) -> tuple[list[Outcome], list[str]]:
    """The outcomes of three orders that are answered in this way, `over` of them over once so many were sent, and what was done beside sending."""
    done: list[str] = []
    coming = iter(answers)

    async def send(place: int) -> Outcome:
        done.append(f"send {place}")
        answer = next(coming)
        if isinstance(answer, DragomanError):
            raise answer
        return answer

    async def withdraw(place: int) -> None:
        done.append(f"withdraw {place}")

    def drop(place: int, why: str) -> Outcome:
        done.append(f"drop {place}")
        return Rejected(reason=why, client_order_id=f"C-{place}")

    def is_over(place: int) -> bool:
        return place == over and len([each for each in done if each.startswith("send")]) >= after

    places = in_turn([EXIT, ENTRY, EXIT])
    return asyncio.run(send_in_turn(places, send, withdraw, drop, is_over)), done


def test_what_sets_off_the_others_goes_first() -> None:
    found, done = told(Accepted(), Accepted(), Accepted())
    assert found == [Accepted()] * 3 and done == ["send 1", "send 0", "send 2"]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((Rejected(reason="no"),), ["send 1", "drop 0", "drop 2"]),
        ((Unknown(why="?"),), ["send 1", "drop 0", "drop 2", "withdraw 1"]),
        ((Accepted(), Rejected(reason="no")), ["send 1", "send 0", "drop 2", "withdraw 1"]),
        (
            (Accepted(), Accepted(), Unknown(why="?")),
            ["send 1", "send 0", "send 2", "withdraw 1", "withdraw 0", "withdraw 2"],
        ),
        ((Accepted(), DragomanError("down")), ["send 1", "send 0", "drop 2", "withdraw 1"]),
    ],
)
def test_one_that_is_not_taken_takes_the_others_along(
    answers: tuple[Outcome | DragomanError, ...], expected: list[str]
) -> None:
    found, done = told(*answers)
    assert done == expected
    dropped = [f"C-{each.split()[1]}" for each in done if each.startswith("drop")]
    assert [each.client_order_id for each in found if each.client_order_id] in (dropped, [])
    assert all(
        each.reason == WHY
        for each in found
        if isinstance(each, Rejected) and each.reason not in ("no", "down")
    )


def test_one_that_is_over_before_all_are_sent_leaves_none_of_the_others() -> None:
    found, done = told(Accepted(), over=1, after=1)
    assert done == ["send 1", "drop 0", "drop 2"]
    assert found[0] == Rejected(reason=OVER, client_order_id="C-0")
    found, done = told(Accepted(), Accepted(), over=0, after=2)
    assert done == ["send 1", "send 0", "drop 2", "withdraw 1"] and isinstance(found[1], Accepted)
    # It ended while the last one was on its way, of which the venue knew nothing then.
    found, done = told(Accepted(), Accepted(), Accepted(), over=0, after=3)
    assert done == ["send 1", "send 0", "send 2", "withdraw 1", "withdraw 2"] and found == [Accepted()] * 3


def test_what_ends_the_rest_of_a_list() -> None:
    entry, half = tracked(ENTRY, ClientOrderId("E"), 0), tracked(EXIT, ClientOrderId("P"), 0)
    assert not any(map(ends_others, (entry, half, None)))
    for each in (entry, half):
        each.filled_qty = Decimal(1)
    assert not ends_others(entry) and ends_others(half)
    entry.status = OrderStatus.FILLED
    assert not ends_others(entry)
    entry.status, entry.filled_qty = OrderStatus.CANCELED, Decimal(0)
    assert ends_others(entry)


def test_an_error_is_raised_where_nothing_was_sent_at_all() -> None:
    with pytest.raises(DragomanError, match="down"):
        told(DragomanError("down"))

    async def send(error: bool) -> list[Outcome]:
        if error:
            raise DragomanError("down")
        return [Accepted(), Unknown(why="?")]

    good, bad = partial(send, False), partial(send, True)
    refused = Rejected(reason="down")
    assert asyncio.run(send_in_parts([([1, 0], good), ([2], bad)])) == [Unknown(why="?"), Accepted(), refused]
    with pytest.raises(DragomanError, match="down"):
        asyncio.run(send_in_parts([([2], bad), ([1, 0], bad)]))


def taken_back(*answers: Outcome | DragomanError, closes_after: int = 99) -> tuple[int, int]:
    """(how often an order was canceled, the seconds that it took) where cancels are answered in this way."""
    order = tracked(ENTRY, ClientOrderId("E"), 0)
    coming, loop = iter(answers), VirtualLoop()
    tries = 0

    async def cancel() -> Outcome:
        nonlocal tries
        tries += 1
        if tries == closes_after:
            order.status = OrderStatus.CANCELED
        answer = next(coming)
        if isinstance(answer, DragomanError):
            raise answer
        return answer

    run_virtually(take_back(order, cancel, LoopClock(loop, 0)), loop)
    return tries, loop.elapsed_ns // NS_PER_SECOND


def test_an_order_is_taken_back_until_the_venue_has_taken_the_wish() -> None:
    late = Rejected(reason="no such order")
    assert taken_back(Accepted()) == (1, 0)
    assert taken_back(DragomanError("limited"), Unknown(why="?"), late, Accepted()) == (4, 7)
    assert taken_back(late, late, closes_after=2) == (2, 3)
    tries, seconds = taken_back(*[late] * 9)
    assert tries == 5 and seconds * NS_PER_SECOND > SETTLES_AFTER_NS
