"""What goes out in several calls: parts of a batch, each for itself, and linked orders, all of them or none."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from dragoman.errors import DragomanError
from dragoman.model import Accepted, ContingencyType, Order, Outcome, Rejected

WHY = "an order before it in its list was not taken"
Part = tuple[list[int], Callable[[], Awaitable[list[Outcome]]]]
"""Places of entries, and what sends them."""


async def send_in_parts(parts: Sequence[Part]) -> list[Outcome]:
    """The outcomes by place; a part that could not be sent is refused by itself, and raises where no part went out."""
    found: dict[int, Outcome] = {}
    unsent: list[DragomanError] = []
    for places, send in parts:
        try:
            outcomes = await send()
        except DragomanError as error:
            unsent.append(error)
            outcomes = [Rejected(reason=str(error))] * len(places)
        found |= zip(places, outcomes, strict=True)
    if unsent and len(unsent) == len(parts):
        raise unsent[0]
    return [found[place] for place in range(len(found))]


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
