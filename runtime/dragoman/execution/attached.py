"""Orders whose ids the venue does not know: its reports name what they hang on or are one with, or tell them by what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.execution.tracked import TrackedOrder
from dragoman.execution.waiting import Report
from dragoman.model import ClientOrderId, ContingencyType, FillReport, OrderStatusReport
from dragoman.requests.linked import LOSSES


class Attached:
    """Which orders of a ledger hang on which, which are one to the venue, and which stand alone without a name."""

    __slots__ = ("_children", "_nameless", "_orders", "_second")

    def __init__(self, orders: Mapping[ClientOrderId, TrackedOrder]) -> None:
        self._orders = orders
        self._children: dict[ClientOrderId, list[ClientOrderId]] = {}
        self._nameless: dict[ClientOrderId, TrackedOrder] = {}
        self._second: dict[ClientOrderId, ClientOrderId] = {}
        """The id under which the venue has two orders as one -> the other of them."""

    def add(self, order: TrackedOrder) -> None:
        """Remember on what an order hangs and with which it is one, if it does and is."""
        parent = None if order.order is None else order.order.parent_order_id
        if parent is not None:
            self._children.setdefault(parent, []).append(order.client_order_id)
        if order.under is not None:
            self._second[order.under] = order.client_order_id

    def expect(self, order: TrackedOrder) -> None:
        """From now on a report without a client's id may be the first one of that order, if the venue does not know ours."""
        if order.is_nameless and not order.hangs:
            self._nameless[order.client_order_id] = order

    def forget(self, client_order_id: ClientOrderId) -> None:
        """Nothing hangs on that order any more, and none is one with it."""
        self._children.pop(client_order_id, None)
        self._second.pop(client_order_id, None)

    def meant(self, report: OrderStatusReport) -> TrackedOrder | None:
        """The order that a report without a client's id is of: what is one with that to which it is linked, or hangs on its parent and stops a loss as it does, or does not.

        Without either it is one that the venue has no name for, and that is alike: of that instrument, side and type.
        """
        if report.client_order_id is not None:
            return None
        for name in report.linked_order_ids:
            if (found := self._orders.get(self._second.get(name, ""))) is not None:
                return found
        if report.parent_order_id is None:
            return self._alike(report) if self._nameless else None
        stops = report.order_type in LOSSES
        return next(
            (each for each in self._of(report.parent_order_id) if (each.type in LOSSES) is stops), None
        )

    def either(self, report: Report) -> list[TrackedOrder]:
        """The two orders of which a report may be, under whose id both are, where it does not say of which; one that tells how it is linked does."""
        if not self._second:
            return []
        name = report.client_order_id
        second = None if name is None else self._orders.get(self._second.get(name, ""))
        says = not isinstance(report, FillReport) and (
            report.contingency_type is not ContingencyType.NO_CONTINGENCY
        )
        if name is None or second is None or says:
            return []
        first = self._orders.get(name)
        return [second] if first is None else [first, second]

    def untold(self, order: TrackedOrder) -> list[TrackedOrder]:
        """What was sent in one call with an order, and of which nobody knows yet whether the venue took it."""
        return [each for each in self._of(order.client_order_id) if each.hangs and each.is_open_question]

    def unborn(self, order: TrackedOrder) -> list[TrackedOrder]:
        """What was to come to be once the order was filled; nothing where some of it was, or the venue has them already."""
        if order.filled_qty:
            return []
        return [
            each
            for each in self._of(order.client_order_id)
            if each.is_unborn or (each.hangs and each.is_open_question)
        ]

    def _alike(self, report: OrderStatusReport) -> TrackedOrder | None:
        for identity, order in list(self._nameless.items()):
            if order.is_closed or order.venue_order_id is not None:
                del self._nameless[identity]
                continue
            is_alike = (order.instrument_id, order.side, order.type) == (
                report.instrument_id,
                report.order_side,
                report.order_type,
            )
            if is_alike and (report.is_open or report.ts_last >= order.submitted_ns):
                return order
        return None

    def _of(self, parent: ClientOrderId) -> Iterator[TrackedOrder]:
        for identity in self._children.get(parent, ()):
            found = self._orders.get(identity)
            if found is not None:
                yield found
