"""What goes out in several calls: parts of a batch, each for itself, and linked orders, all of them or none."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from dragoman.errors import DragomanError
from dragoman.execution.tracked import TrackedOrder
from dragoman.log import Log
from dragoman.model import Accepted, ContingencyType, Order, Outcome, Rejected
from dragoman.net.backend import NS_PER_SECOND, Clock

log = Log("dragoman.execution")

WHY = "an order before it in its list was not taken"
OVER = "an order before it in its list is over"
_PAUSES_S = (1, 2, 4, 8, 16)
"""Between tries to take an order back; together longer than a command may wait on its way."""
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
    drop: Callable[[int, str], Outcome],
    is_over: Callable[[int], bool],
) -> list[Outcome]:
    """The outcomes by place; behind one that is not taken, or is over before all are sent, nothing is sent, and the others are taken back."""
    found: dict[int, Outcome] = {}
    for index, place in enumerate(places):
        if any(map(is_over, found)):
            found[place] = drop(place, OVER)
            continue
        try:
            found[place] = await send(place)
        except DragomanError as error:
            if not index:
                for other in places[1:]:
                    drop(other, WHY)
                raise
            found[place] = Rejected(reason=str(error))
        if isinstance(found[place], Accepted):
            continue
        for other in places[index + 1 :]:
            found[other] = drop(other, WHY)
        # An order of which nobody knows whether it was taken is taken back too.
        for other in places[: index + (not isinstance(found[place], Rejected))]:
            await withdraw(other)
        break
    over = [place for place in found if is_over(place)]
    for place in found if over else ():
        if place not in over and not isinstance(found[place], Rejected):
            # The venue may not have known of it when the other one ended.
            await withdraw(place)
    return [found[place] for place in range(len(places))]


def ends_others(order: TrackedOrder | None) -> bool:
    """Whether the rest of a list has nothing left to do: one of a pair did something, or what sets off others ended unfilled."""
    if order is None or order.order is None:
        return False
    if order.order.contingency_type is ContingencyType.OTO:
        return order.is_closed and not order.filled_qty
    return order.is_closed or order.filled_qty > 0


async def take_back(order: TrackedOrder, cancel: Callable[[], Awaitable[Outcome]], clock: Clock) -> None:
    """Cancel an order that may still be on its way to the venue: again and again, until that has taken the wish or the order is over."""
    for pause_s in _PAUSES_S:
        if order.is_closed:
            return
        try:
            if isinstance(await cancel(), Accepted):
                return
        except DragomanError as error:
            log.warning("not taken back yet", order=order.client_order_id, error=str(error))
        await clock.sleep(pause_s * NS_PER_SECOND)
    if not order.is_closed:
        log.error("a part of a list is left", order=order.client_order_id)
