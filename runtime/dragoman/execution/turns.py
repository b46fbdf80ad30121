"""Linked orders of a venue that is told of each by itself: one after another, and all of them or none."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from dragoman.errors import DragomanError
from dragoman.model import Accepted, ContingencyType, Order, Outcome, Rejected

WHY = "an order before it in its list was not taken"


def in_turn(orders: Sequence[Order]) -> list[int]:
    """The places of orders in the order in which they go out: what sets off others goes first."""
    return sorted(
        range(len(orders)), key=lambda place: orders[place].contingency_type is not ContingencyType.OTO
    )


async def send_in_turn(
    places: Sequence[int],
    send: Callable[[int], Awaitable[Outcome]],
    withdraw: Callable[[int], Awaitable[object]],
    drop: Callable[[int], Outcome],
) -> list[Outcome]:
    """The outcomes by place; behind one that is not taken nothing is sent, and what went before it is taken back."""
    found: dict[int, Outcome] = {}

    async def give_up(index: int, sent: int) -> None:
        for other in places[index + 1 :]:
            found[other] = drop(other)
        for other in places[:sent]:
            await withdraw(other)

    for index, place in enumerate(places):
        try:
            found[place] = await send(place)
        except DragomanError:
            await give_up(index, index)
            raise
        if not isinstance(found[place], Accepted):
            # An order of which nobody knows whether it was taken is taken back too.
            await give_up(index, index + (not isinstance(found[place], Rejected)))
            break
    return [found[place] for place in range(len(places))]
