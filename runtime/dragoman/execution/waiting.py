"""Reports that don't say of which order they are: of one whose answer is still under way, or of one of two that are one to the venue."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.execution.tracked import TrackedOrder
from dragoman.model import ClientOrderId, FillReport, InstrumentId, OrderStatusReport, VenueOrderId

_MOST_HELD = 1_000
Report = OrderStatusReport | FillReport


class Waiting:
    """The orders that the venue has not named yet, and the reports that may be of one of them."""

    __slots__ = ("_either", "_held", "_unanswered")

    def __init__(self) -> None:
        self._unanswered: dict[ClientOrderId, TrackedOrder] = {}
        self._held: list[Report] = []
        self._either: dict[tuple[InstrumentId, VenueOrderId], Sequence[TrackedOrder]] = {}
        """Orders of the venue that came of one of several orders of ours."""

    def expect(self, order: TrackedOrder) -> None:
        """An order goes out; until the venue's id of it is known, reports of its instrument may be its own."""
        self._unanswered[order.client_order_id] = order

    def hold(self, report: Report, either: Sequence[TrackedOrder] = ()) -> bool:
        """Whether a report has to wait, since it may be of an order whose id the venue has not told yet, or of one of several."""
        if len(self._held) >= _MOST_HELD or (either and all(each.is_closed for each in either)):
            return False
        if not either and (report.client_order_id is not None or not self._awaits(report)):
            return False
        for each in either:
            each.is_unsorted = True
            self._either[report.instrument_id, report.venue_order_id] = either
        self._held.append(report)
        return True

    def take(self, instrument_id: InstrumentId, venue_order_id: VenueOrderId) -> list[Report]:
        """What waited for an order whose id is known now."""
        named = (instrument_id, venue_order_id)
        for each in self._either.pop(named, ()):
            each.is_unsorted = False
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
        """Whether it is not known yet of which of two orders it is, or an order of that instrument has no id of the venue."""
        named = (report.instrument_id, report.venue_order_id)
        if named in self._either:
            if not all(each.is_closed for each in self._either[named]):
                return True
            for each in self._either.pop(named):
                each.is_unsorted = False
        if report.client_order_id is not None:
            return False
        for identity, order in list(self._unanswered.items()):
            if order.is_closed or order.is_unborn or order.is_nameless or order.venue_order_id is not None:
                del self._unanswered[identity]
            elif order.instrument_id == report.instrument_id:
                return True
        return False
