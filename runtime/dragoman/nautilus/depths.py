"""The best ten levels of a book, made of its changes where a venue sends changes alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman import model
from dragoman.books import OrderBook
from dragoman.model.book import F_LAST

_LEVELS = 10


def depth_maker(name: str) -> Callable[[Any], model.OrderBookDepth10 | None]:
    """Gives for a change of an instrument's book what the best levels are after it, None where it left them as they were.

    What it is given begins with a whole book. Raises BookLevelError and BookError for a change that the book can't take.
    """
    book = OrderBook(model.InstrumentId(name))
    before: Any = None

    def made(event: model.OrderBookDeltas) -> model.OrderBookDepth10 | None:
        nonlocal before
        book.apply(event)
        sides = book.bids(_LEVELS), book.asks(_LEVELS)
        if sides == before and not event.is_snapshot:
            return None
        before = sides
        return model.OrderBookDepth10(
            event.instrument_id, *sides, (), (), F_LAST, event.sequence, event.ts_event, event.ts_init
        )

    return made
