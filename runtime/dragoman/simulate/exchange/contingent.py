"""Orders that hang together: one cancels the other, one reduces the other, one sets off the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from dragoman.model import ContingencyType, OrderStatus
from dragoman.simulate.exchange.floor import Floor
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.exchange.working import Working

_PEERS = frozenset({ContingencyType.OCO, ContingencyType.OUO})
WHY = "contingent"
"""The reason of an order that another one took off the market."""
Cancel = Callable[[Floor, Working, str], bool]


def peers(order: Working) -> Iterator[Working]:
    """The open orders that this one stands in for."""
    if order.order.contingency_type in _PEERS:
        for identity in order.links:
            other = order.account.by_client_id.get(identity)
            if other is not None and other.is_open and other is not order:
                yield other


def enlist(order: Working) -> None:
    """Links an order to those that came before it under the id of the same list, where it says no more of them itself."""
    own = order.order
    if own.order_list_id is None or own.contingency_type is ContingencyType.NO_CONTINGENCY or order.links:
        return
    for other in [each for each in order.account.orders.values() if _is_listed(each, order)]:
        name = str(other.order.client_order_id)
        if other.order.contingency_type is ContingencyType.OTO:
            if own.contingency_type is not ContingencyType.OTO and own.parent_order_id is None:
                order.order = msgspec.structs.replace(order.order, parent_order_id=name)
        elif other.is_open and own.contingency_type in _PEERS:
            order.links += (name,)
            other.links += (str(own.client_order_id),)


def _is_listed(other: Working, order: Working) -> bool:
    """Whether two orders are of one list, and can be linked by their ids."""
    names = other.order.client_order_id, order.order.client_order_id
    return other.order.order_list_id == order.order.order_list_id and None not in names


def adopt(order: Working) -> None:
    """A child waits for its parent; raises Refused where that is unknown or gone unfilled."""
    name = order.order.parent_order_id
    if name is None:
        return
    parent = order.account.by_client_id.get(name)
    if parent is None or (not parent.is_open and not parent.filled):
        raise Refused(Reason.NOT_FOUND, f"the parent order {name} is not there")
    if parent.is_open:
        order.held = True
        parent.children.append(order)


def drop_peers(floor: Floor, order: Working) -> None:
    """Takes off the orders that this one stands in for; it stays itself."""
    for other in list(peers(order)):
        floor.withdraw(other, WHY)


def after_fill(floor: Floor, order: Working) -> None:
    """Others are gone or smaller once this one traded; children begin when it is filled whole."""
    kind = order.order.contingency_type
    if kind is ContingencyType.NO_CONTINGENCY and not order.children:
        return
    if kind is ContingencyType.OCO or order.leaves <= 0:
        drop_peers(floor, order)
    for other in list(peers(order)):
        if other.leaves > order.leaves:
            _shrink(floor, other, order.leaves)
    if order.status is OrderStatus.FILLED:
        _release(floor, order)


def after_close(floor: Floor, order: Working, cancel: Cancel) -> None:
    """Others go with an order that is gone, but for the children of what it traded."""
    drop_peers(floor, order)
    if order.filled:
        for child in order.children:
            if child.is_open and child.leaves > order.filled:
                child.leaves = order.filled
        _release(floor, order)
        return
    for child in order.children:
        cancel(floor, child, WHY)


def _release(floor: Floor, order: Working) -> None:
    for child in order.children:
        if child.is_open and child.held:
            untold, child.held = child.is_untold, False
            if untold:
                floor.tell(child, "accepted")
            floor.ready.append(child)
    order.children = []


def _shrink(floor: Floor, order: Working, lots: int) -> None:
    """Another order of the group loses what this one traded."""
    if order.resting:
        listing = floor.listings[order.grid.instrument_id]
        listing.book.side(order.sign).resize(order, lots)
        if order.limit is not None and order.lock:
            order.opening = min(order.opening, lots)
            currency, amount = order.account.needed(order, lots, order.limit, floor.leverage(order))
            order.account.hold(order, currency, amount)
    else:
        order.leaves = lots
    floor.tell(order, "updated")
