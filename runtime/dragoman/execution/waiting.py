"""Reports without a client's id that may be of an order whose answer is still under way: they wait until it is known."""

from __future__ import annotations

from dragoman.execution.tracked import TrackedOrder
from dragoman.model import ClientOrderId, FillReport, InstrumentId, OrderStatusReport, VenueOrderId

_MOST_HELD = 1_000
Report = OrderStatusReport | FillReport


class Waiting:
    """The orders that the venue has not named yet, and the reports that may be of one of them."""

    __slots__ = ("_held", "_unanswered")

    def __init__(self) -> None:
        self._unanswered: dict[ClientOrderId, TrackedOrder] = {}
        self._held: list[Report] = []

    def expect(self, order: TrackedOrder) -> None:
        """An order goes out; until the venue's id of it is known, reports of its instrument may be its own."""
        self._unanswered[order.client_order_id] = order

    def hold(self, report: Report) -> bool:
        """Whether a report has to wait, since it may be of an order whose id the venue has not told yet."""
        if report.client_order_id is not None or len(self._held) >= _MOST_HELD or not self._awaits(report):
            return False
        self._held.append(report)
        return True

    def take(self, instrument_id: InstrumentId, venue_order_id: VenueOrderId) -> list[Report]:
        """What waited for an order whose id is known now."""
        named = (instrument_id, venue_order_id)
        found = [each for each in self._held if (each.instrument_id, each.venue_order_id) == named]
        self._held = [each for each in self._held if (each.instrument_id, each.venue_order_id) != named]
        return found

    def free(self) -> list[Report]:
        """Reports that can't be of an order of ours any more."""
        if not self._held:
            return []
        found = [each for each in self._held if not self._awaits(each)]
        self._held = [each for each in self._held if self._awaits(each)]
        return found

    def _awaits(self, report: Report) -> bool:
        """Whether an order of that instrument has no id of the venue yet."""
        for identity, order in list(self._unanswered.items()):
            if order.is_closed or order.is_unborn or order.is_nameless or order.venue_order_id is not None:
                del self._unanswered[identity]
            elif order.instrument_id == report.instrument_id:
                return True
        return False
