"""Which entries go out together: those of one product, no more at once than the venue takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from dragoman.requests.facts import Interface

T = TypeVar("T")

SINGLE = {
    "submit_order_list": "submit_order",
    "batch_modify_orders": "modify_order",
    "batch_cancel_orders": "cancel_order",
}
"""Batch -> the command of one entry."""


def batches(
    interface: Interface, action: str, entries: Sequence[T], product_of: Callable[[T], str]
) -> Iterator[tuple[str, bool, list[int]]]:
    """(product, whether the venue takes them as a batch, places of the entries); one by one where it has no such batch for the product."""
    command = interface.commands.get(action)
    by_product: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        by_product.setdefault(product_of(entry), []).append(place)
    for product, places in by_product.items():
        if command is None or (product not in command.operations and "" not in command.operations):
            yield from ((product, False, [place]) for place in places)
            continue
        most = command.most or len(places)
        for start in range(0, len(places), most):
            yield product, True, places[start : start + most]


def said_of(action: str, together: bool, entries: Sequence[Any], word: str) -> tuple[str, dict[str, Any]]:
    """(command, what it is told) of some entries; `word` is what one entry alone is told as."""
    if together:
        return action, {"orders": list(entries)}
    return SINGLE.get(action, action), {word: entries[0]}
