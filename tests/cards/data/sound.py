"""What every event has to be: about the instrument that was asked for, with moments in nanoseconds and prices in order."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from tests.cards.registry import holds
from tests.cards.scene import Scene

LEAST_NS = 10**16
"""A moment below this was left in a coarser unit."""


def check_moments(*events: Any) -> None:
    """Moments are UNIX nanoseconds, and nothing arrives before it happened by more than a venue's clock may be ahead."""
    for event in events:
        for name in ("ts_event", "ts_init"):
            moment = getattr(event, name)
            holds(
                moment >= LEAST_NS, f"{name} of {type(event).__name__} is {moment}, which is no nanoseconds"
            )


def check_about(scene: Scene, events: Iterable[Any]) -> None:
    """Every event is of the scene's instrument."""
    for event in events:
        holds(event.instrument_id == scene.identity, f"{type(event).__name__} of {event.instrument_id} came")
        check_moments(event)


def check_levels(bids: Iterable[tuple[Decimal, Decimal]], asks: Iterable[tuple[Decimal, Decimal]]) -> None:
    """Both sides are there, best first, with sizes, and do not cross."""
    buying, selling = [list(side) for side in (bids, asks)]
    holds(buying and selling, "a side of the book is empty")
    prices = [price for price, _ in buying], [price for price, _ in selling]
    holds(prices[0] == sorted(prices[0], reverse=True), "bids do not descend")
    holds(prices[1] == sorted(prices[1]), "asks do not ascend")
    holds(prices[0][0] < prices[1][0], "the best bid is not below the best ask")
    holds(all(size > 0 for _, size in (*buying, *selling)), "a level has no size")
