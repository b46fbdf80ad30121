"""Orders that hang on another one and have no id of their own at the venue: its reports name what they hang on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.execution.tracked import TrackedOrder
from dragoman.model import ClientOrderId, OrderStatusReport
from dragoman.requests.linked import LOSSES


class Attached:
    """Which orders of a ledger hang on which."""

    __slots__ = ("_children", "_orders")

    def __init__(self, orders: Mapping[ClientOrderId, TrackedOrder]) -> None:
        self._orders = orders
        self._children: dict[ClientOrderId, list[ClientOrderId]] = {}

    def add(self, order: TrackedOrder) -> None:
        """Remember on what an order hangs, if it does."""
        parent = None if order.order is None else order.order.parent_order_id
        if parent is not None:
            self._children.setdefault(parent, []).append(order.client_order_id)

    def forget(self, client_order_id: ClientOrderId) -> None:
        """Nothing hangs on that order any more."""
        self._children.pop(client_order_id, None)

    def meant(self, report: OrderStatusReport) -> TrackedOrder | None:
        """The order that a report without a client's id is of: what hangs on its parent and stops a loss as it does, or does not."""
        if report.client_order_id is not None or report.parent_order_id is None:
            return None
        stops = report.order_type in LOSSES
        return next(
            (each for each in self._of(report.parent_order_id) if (each.type in LOSSES) is stops), None
        )

    def unborn(self, order: TrackedOrder) -> list[TrackedOrder]:
        """What was to come to be once the order was filled; nothing where some of it was, or the venue has them already."""
        if order.filled_qty:
            return []
        return [each for each in self._of(order.client_order_id) if each.is_unborn]

    def _of(self, parent: ClientOrderId) -> Iterator[TrackedOrder]:
        for identity in self._children.get(parent, ()):
            found = self._orders.get(identity)
            if found is not None:
                yield found
