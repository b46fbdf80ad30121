"""What was told of each order, in the order in which it was told: a beginning, at most one end, and nothing of it after the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from dragoman.model import (
    OrderAccepted,
    OrderCanceled,
    OrderCancelRejected,
    OrderDenied,
    OrderExpired,
    OrderFilled,
    OrderModifyRejected,
    OrderRejected,
    OrderSubmitted,
)
from dragoman.model.order_events import OrderEvent

_ENDS = (OrderRejected, OrderDenied, OrderCanceled, OrderExpired)
_ANSWERS = (OrderModifyRejected, OrderCancelRejected)
"""Answers to commands, which may come to an order that is over."""


def untrue(told: Iterable[Any], quantities: dict[str, Decimal]) -> Iterator[str]:
    """Where the events of an order contradict each other; `quantities` are what the orders were sent with."""
    stories: dict[str, list[OrderEvent]] = defaultdict(list)
    for event in told:
        if isinstance(event, OrderEvent) and not isinstance(event, _ANSWERS):
            stories[str(event.client_order_id)].append(event)
    for identity, story in stories.items():
        names = [type(event).__name__ for event in story]
        ended = next((place for place, event in enumerate(story) if isinstance(event, _ENDS)), None)
        if ended is not None and ended < len(story) - 1:
            yield f"{identity} had ended, and more was told: {names}"
        for kind in (OrderSubmitted, OrderAccepted):
            places = [place for place, event in enumerate(story) if isinstance(event, kind)]
            if len(places) > 1 or (kind is OrderSubmitted and places not in ([], [0])):
                yield f"{identity} began twice, or too late: {names}"
        filled = sum((event.last_qty for event in story if isinstance(event, OrderFilled)), Decimal(0))
        if identity in quantities and filled > quantities[identity]:
            yield f"{identity} was told to be filled with {filled} of {quantities[identity]}"
