"""An order as the adapter has it beside the same order as the venue has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.execution.tracked import TrackedOrder
from dragoman.model import OrderStatus
from dragoman.simulate.exchange.working import Working

OPEN = (OrderStatus.ACCEPTED, OrderStatus.TRIGGERED, OrderStatus.PARTIALLY_FILLED)
NEVER = (OrderStatus.REJECTED, OrderStatus.DENIED)


def differences(
    identity: str, ours: TrackedOrder | None, theirs: Working | None, outcome: Any
) -> Iterator[str]:
    """Why the two are not the same order in the same state."""
    if ours is None:
        if theirs is not None:
            yield f"{identity} is forgotten, and the venue has it: {outcome}"
        return
    if ours.is_open_question or (ours.is_uncertain and not ours.is_closed):
        yield f"{identity} is still in question: {outcome}"
    if theirs is None:
        if ours.status not in NEVER:
            yield f"{identity} is {ours.status}, and the venue has none: {outcome}"
        return
    # A venue that puts another order in the place of a changed one counts the fills of each by itself.
    filled = theirs.grid.lot * theirs.filled + ours.filled_before
    status = theirs.status
    if theirs.is_open and theirs.filled:
        status = OrderStatus.PARTIALLY_FILLED
    if ours.filled_qty != filled or not _same(ours.status, status):
        yield f"{identity} is {ours.status} {ours.filled_qty}, and the venue says {status} {filled}: {outcome}"
    elif theirs.is_open:
        price = None if theirs.limit is None else theirs.grid.tick * theirs.limit
        if ours.price != price or ours.quantity != theirs.grid.lot * theirs.quantity + ours.filled_before:
            yield f"{identity} is {ours.quantity} at {ours.price}, and the venue has {theirs.quantity} lots at {price}"


def wrongly_refused(told: Iterable[str], theirs: Mapping[str, Working]) -> list[str]:
    """Orders that were told to be rejected and that the venue has."""
    return [f"{each} was told rejected, and the venue has it" for each in sorted(told) if each in theirs]


def _same(ours: OrderStatus, theirs: OrderStatus) -> bool:
    return ours is theirs or (
        ours in OPEN and theirs in OPEN and OrderStatus.PARTIALLY_FILLED not in (ours, theirs)
    )
