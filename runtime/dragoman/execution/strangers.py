"""Orders that were not ours when they were told: one that is taken in later counts each fill once, and none is told twice as it was."""

from __future__ import annotations

from collections import OrderedDict

from dragoman.execution.tracked import RANK
from dragoman.model import FillReport, InstrumentId, OrderStatusReport, TradeId, VenueOrderId

_MOST_ORDERS = 1_000


class Strangers:
    """The fills of the last `most` orders that nobody here sent."""

    __slots__ = ("_fills", "_most")

    def __init__(self, most: int = _MOST_ORDERS) -> None:
        self._most = most
        self._fills: OrderedDict[tuple[InstrumentId, VenueOrderId], dict[TradeId, FillReport]] = OrderedDict()

    def add(self, fill: FillReport) -> None:
        """Remember a fill that was told as it is."""
        order = (fill.instrument_id, fill.venue_order_id)
        self._fills.setdefault(order, {})[fill.trade_id] = fill
        self._fills.move_to_end(order)
        if len(self._fills) > self._most:
            self._fills.popitem(last=False)

    def take(self, instrument_id: InstrumentId, venue_order_id: VenueOrderId) -> dict[TradeId, FillReport]:
        """The fills that were told of an order, which is no stranger from now on."""
        return self._fills.pop((instrument_id, venue_order_id), {})


class Others:
    """How the last `most` orders that nobody here sent stood when they were told."""

    __slots__ = ("_known", "_most")

    def __init__(self, most: int = _MOST_ORDERS) -> None:
        self._most = most
        self._known: OrderedDict[tuple[InstrumentId, VenueOrderId], OrderStatusReport] = OrderedDict()

    def is_stale(self, report: OrderStatusReport) -> bool:
        """Whether a report is of an earlier state than was told: what was asked for may be answered after the stream went on."""
        known = self._known.get((report.instrument_id, report.venue_order_id))
        if known is None:
            return False
        goes_back = RANK[report.order_status] < RANK[known.order_status]
        return goes_back or report.filled_qty < known.filled_qty

    def is_news(self, report: OrderStatusReport) -> bool:
        """Whether an order stands otherwise than it was told last; it counts as told from now on."""
        order = (report.instrument_id, report.venue_order_id)
        known = self._known.get(order)
        if known is not None and _stands(known) == _stands(report):
            return False
        self._known[order] = report
        self._known.move_to_end(order)
        if len(self._known) > self._most:
            self._known.popitem(last=False)
        return True


def _stands(report: OrderStatusReport) -> tuple[object, ...]:
    return report.order_status, report.filled_qty, report.quantity, report.price, report.trigger_price
