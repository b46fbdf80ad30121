"""An order as the adapter has it beside the same order as the venue has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from typing import Any

from dragoman.errors import DragomanError
from dragoman.execution.tracked import TrackedOrder
from dragoman.model import ContingencyType, Order, OrderSide, OrderStatus, OrderType, Outcome
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.amounts import Grid
from dragoman.simulate.exchange.positions import is_margined
from dragoman.simulate.exchange.working import SECOND, Working

LOSSES = (OrderType.STOP_MARKET, OrderType.STOP_LIMIT)
"""What stops a loss; of what hangs on an order, the other one takes its profit."""
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
    if theirs.is_open and filled:
        status = OrderStatus.PARTIALLY_FILLED
    if ours.filled_qty != filled or not _same(ours.status, status):
        yield f"{identity} is {ours.status} {ours.filled_qty}, and the venue says {status} {filled}: {outcome}"
    elif theirs.is_open:
        price = None if theirs.limit is None else theirs.grid.tick * theirs.limit
        if ours.price != price or ours.quantity != theirs.grid.lot * theirs.quantity + ours.filled_before:
            yield f"{identity} is {ours.quantity} at {ours.price}, and the venue has {theirs.quantity} lots at {price}"


def working(account: Account, order: Order) -> Working | None:
    """The venue's order that one of ours is, which it may know as one with another, or as what hangs on another."""
    known = account.by_client_id
    found = known.get(str(order.client_order_id))
    for name in order.linked_order_ids if found is None else ():
        found = found or known.get(f"{SECOND}{name}")
    if found is not None or order.parent_order_id is None:
        return found
    stops = order.order_type in LOSSES
    hanging = (
        each for each in account.orders.values() if each.order.parent_order_id == order.parent_order_id
    )
    return next((each for each in hanging if (each.type in LOSSES) is stops), None)


def of_lists(
    sent: Mapping[str, Order], theirs: Mapping[str, Working], outcomes: Mapping[str, Any]
) -> Iterator[str]:
    """Where a list is on the market in part, where both orders of a pair did something, and what was sent though it was told not to be."""
    for name, outcome in outcomes.items():
        if isinstance(outcome, DragomanError) and name in theirs:
            yield f"{name} was told to be unsent, and the venue has it: {outcome!r}"
    for name, order in sent.items():
        group = [name, *order.linked_order_ids]
        if len(group) == 1 or not all(isinstance(outcomes.get(each), Outcome) for each in group):
            # What a death cut short is for its owner to put right.
            continue
        open_ones = [each for each in group if each in theirs and theirs[each].is_open]
        if open_ones and any(each not in theirs for each in group):
            yield f"of {group} the venue has {open_ones} alone: {outcomes[name]}"
        if order.contingency_type is not ContingencyType.OCO:
            continue
        for one, other in combinations([theirs[each] for each in group if each in theirs], 2):
            if one.filled and other.filled:
                yield f"both of {group} are filled"
            # One that was set off and rests takes the other's place already.
            stays = next((each for each in (one, other) if each.is_open), None)
            if one.is_open is not other.is_open and stays is not None and stays.triggered_ns is None:
                yield f"of {group} one is over and one is not"


def unbalanced(fills: Iterable[tuple[Any, ...]], account: Account, grid: Grid) -> Iterator[str]:
    """Where the position of an account is not what fills add up to."""
    if not is_margined(grid):
        return
    told = sum((size if side is OrderSide.BUY else -size for _, _, side, size, _ in fills), Decimal(0))
    legs = [each for (name, _), each in account.positions.items() if name == grid.instrument_id]
    held = sum((grid.lot * each.lots for each in legs), Decimal(0))
    if told != held:
        yield f"fills of {told} were told, and the position is {held}"


def is_taken(name: str, theirs: Mapping[str, Working]) -> bool:
    """Whether the venue has an order, and has not refused it itself."""
    return name in theirs and theirs[name].status not in NEVER


def wrongly_refused(told: Iterable[str], theirs: Mapping[str, Working]) -> list[str]:
    """Orders that were told to be rejected and that the venue has."""
    return [
        f"{each} was told rejected, and the venue has it" for each in sorted(told) if is_taken(each, theirs)
    ]


def _same(ours: OrderStatus, theirs: OrderStatus) -> bool:
    return ours is theirs or (
        ours in OPEN and theirs in OPEN and OrderStatus.PARTIALLY_FILLED not in (ours, theirs)
    )
