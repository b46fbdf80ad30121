"""An order is changed: its place in the queue is kept only where its price stays and it does not grow."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from dragoman.simulate.exchange.entry import (
    check_means,
    check_session,
    check_size,
    price_in_ticks,
    size_in_lots,
)
from dragoman.simulate.exchange.floor import Floor
from dragoman.simulate.exchange.matching import rest, work
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.exchange.triggers import is_due
from dragoman.simulate.exchange.working import Working


def amend(
    floor: Floor, order: Working, quantity: Decimal | None, price: Decimal | None, trigger: Decimal | None
) -> None:
    """None leaves a term as it is; raises Refused, and nothing is changed."""
    grid = order.grid
    listing = floor.listings[grid.instrument_id]
    check_session(listing, order.tif)
    if (price is not None and order.limit is None) or (trigger is not None and order.trigger is None):
        raise Refused(Reason.NOT_SUPPORTED, f"a {order.type} order has no such price")
    limit = order.limit if price is None else price_in_ticks(grid, price)
    waits_for = order.trigger if trigger is None else price_in_ticks(grid, trigger)
    total = order.quantity if quantity is None else size_in_lots(grid, quantity)
    leaves = total - order.filled
    if leaves <= 0:
        raise Refused(Reason.SIZE_RANGE, "the quantity is filled already")
    if (limit, waits_for, leaves) == (order.limit, order.trigger, order.leaves):
        raise Refused(Reason.UNCHANGED, "nothing would change")
    if waits_for != order.trigger and not order.waiting and not order.held:
        raise Refused(Reason.NOT_SUPPORTED, "the order has triggered already")
    check_size(grid, total, None if order.reduce_only else limit)
    _check(floor, order, leaves, limit, waits_for)
    if order.waiting:
        listing.waiting.remove(order)
        order.limit, order.trigger, order.leaves = limit, waits_for, leaves
        listing.waiting.add(order, listing.prices)
        floor.tell(order, "updated")
        return
    if not order.resting:
        order.limit, order.trigger, order.leaves = limit, waits_for, leaves
        floor.tell(order, "updated")
        return
    side = listing.book.side(order.sign)
    if limit == order.limit and leaves < order.leaves:
        side.resize(order, leaves)
        _free(floor, order)
        floor.tell(order, "updated")
        return
    side.remove(order)
    order.limit, order.leaves = limit, leaves
    check_means(floor, listing, order)
    floor.tell(order, "updated")
    if listing.book.crosses(order.sign, limit):
        work(floor, order)
    else:
        rest(floor, order)


def _check(floor: Floor, order: Working, leaves: int, limit: int | None, trigger: int | None) -> None:
    """Whether the order may become that; raises Refused."""
    listing = floor.listings[order.grid.instrument_id]
    wanted = replace(order, leaves=leaves, limit=limit, trigger=trigger, children=[])
    if order.waiting:
        if is_due(wanted, listing.prices) and floor.rules.due_trigger == "refuse":
            raise Refused(Reason.WOULD_TRIGGER, "the order would trigger at once")
    elif order.resting:
        if order.post_only and listing.book.crosses(order.sign, limit):
            raise Refused(Reason.WOULD_TAKE, "the order would take liquidity")
        check_means(floor, listing, wanted)


def _free(floor: Floor, order: Working) -> None:
    """Gives back what a smaller order needs no more."""
    if order.account.boundless or order.limit is None:
        return
    order.opening = min(order.opening, order.leaves)
    currency, amount = order.account.needed(order, order.leaves, order.limit, floor.leverage(order))
    order.account.hold(order, currency, amount)
