"""Linked orders that go out one after another: all of them are taken, or none stays."""

from __future__ import annotations

import asyncio
from decimal import Decimal

import pytest
from dragoman.errors import DragomanError
from dragoman.execution.turns import WHY, in_turn, send_in_turn
from dragoman.model import (
    Accepted,
    ContingencyType,
    InstrumentId,
    MarketOrder,
    OrderSide,
    Outcome,
    Rejected,
    Unknown,
)

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


def told(*answers: Outcome | DragomanError) -> tuple[list[Outcome], list[str]]:
    """The outcomes of three orders that are answered in this way, and what was done beside sending."""
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

    def drop(place: int) -> Outcome:
        done.append(f"drop {place}")
        return Rejected(reason=WHY, client_order_id=f"C-{place}")

    try:
        found = asyncio.run(send_in_turn(in_turn([EXIT, ENTRY, EXIT]), send, withdraw, drop))
    except DragomanError as error:
        found = [Rejected(reason=str(error))]
    return found, done


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
