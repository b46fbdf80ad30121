"""The best ten levels of a book, made of its changes where a venue sends changes alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman import model
from dragoman.adapter.adapter import Adapter
from dragoman.books import OrderBook
from dragoman.errors import DragomanError, NotSupported
from dragoman.model.book import F_LAST
from dragoman.requests.streaming import subscribing

_LEVELS = 10


def tells_depths(adapter: Adapter, name: str) -> bool:
    """Whether the venue has a stream of the best levels of an instrument."""
    try:
        subscribing(adapter.requests, {"type": model.OrderBookDepth10, "instrument_id": name})
    except NotSupported:
        return False
    except DragomanError:
        pass  # it has one, and wants to be told more
    return True


def depth_maker(book: OrderBook) -> Callable[[Any], model.OrderBookDepth10 | None]:
    """Gives for a change what the best levels are after it, None where it left them as they were; `book` is an adapter's."""
    before: Any = None

    def made(event: model.OrderBookDeltas) -> model.OrderBookDepth10 | None:
        nonlocal before
        sides = book.bids(_LEVELS), book.asks(_LEVELS)
        if sides == before and not event.is_snapshot:
            return None
        before = sides
        return model.OrderBookDepth10(
            event.instrument_id, *sides, (), (), F_LAST, event.sequence, event.ts_event, event.ts_init
        )

    return made
