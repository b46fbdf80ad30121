"""Orders of ours and what the venue tells of them, in whatever order it comes: each change once, each fill once, nothing backwards."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from dragoman.execution import happened
from dragoman.execution.attached import Attached
from dragoman.execution.fills import FillStore
from dragoman.execution.strangers import Strangers
from dragoman.execution.tracked import ENDS, RANK, ZERO, Former, TrackedOrder, adopted, tracked
from dragoman.execution.waiting import Report, Waiting
from dragoman.log import Log
from dragoman.model import (
    Accepted,
    ClientOrderId,
    FillReport,
    InstrumentId,
    Order,
    OrderStatus,
    OrderStatusReport,
    Outcome,
    Rejected,
    VenueOrderId,
)

log = Log("dragoman.execution")

_MOST_CLOSED = 10_000


class Ledger:
    """Turns outcomes and reports into order events; what concerns no order of ours comes out as it went in.

    No sockets and no clock: every `now` is UNIX nanoseconds. `reconciled` marks what was asked for rather than told. The last
    `most_closed` orders that ended are kept, since fills and reports come late. `currency_of` tells the currency of an
    instrument's prices, `is_post_only` of a refusal's code and reason whether the order would have taken where it was only to rest.
    """

    def __init__(
        self,
        fills: FillStore | None = None,
        *,
        currency_of: Callable[[str], str] = lambda instrument_id: "",
        is_post_only: Callable[[str | None, str], bool] = lambda code, reason: False,
        most_closed: int = _MOST_CLOSED,
    ) -> None:
        self.fills = fills if fills is not None else FillStore()
        self._orders: OrderedDict[ClientOrderId, TrackedOrder] = OrderedDict()
        self._by_venue: dict[tuple[InstrumentId, VenueOrderId], TrackedOrder] = {}
        """Some venues number the orders of each instrument by themselves."""
        self._attached = Attached(self._orders)
        self._closed: OrderedDict[ClientOrderId, None] = OrderedDict()
        self._waiting = Waiting()
        self._strangers = Strangers()
        self._most_closed = most_closed
        self._currency_of = currency_of
        self._is_post_only = is_post_only

    # -- what is known -------------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self._orders)

    def __iter__(self) -> Iterator[TrackedOrder]:
        return iter(list(self._orders.values()))

    def find(
        self,
        client_order_id: str | None = None,
        venue_order_id: str | None = None,
        instrument_id: str | None = None,
    ) -> TrackedOrder | None:
        """The order of a client's id or of a venue's, also of one under which the venue had it before; without an instrument the first that fits."""
        found = self._orders.get(client_order_id) if client_order_id is not None else None
        if found is not None or venue_order_id is None:
            return found
        if instrument_id is not None:
            return self._by_venue.get((InstrumentId(instrument_id), venue_order_id))
        return next((each for (_, name), each in self._by_venue.items() if name == venue_order_id), None)

    def questions(self) -> list[TrackedOrder]:
        """Orders about which the venue has to be asked: whether it took them, what a change came to, which fills lack."""
        return [each for each in self._orders.values() if each.is_in_question]

    # -- what we do ----------------------------------------------------------------------------------------------------

    def submit(
        self,
        order: Order,
        client_order_id: ClientOrderId,
        now: int,
        under: ClientOrderId | None = None,
        hangs: bool = False,
    ) -> list[Any]:
        """An order goes out, `under` the id of another one where both are one to the venue, `hangs` in the same call as its parent; until its answer nobody knows whether that has it."""
        found = self._orders[client_order_id] = tracked(order, client_order_id, now, under, hangs)
        self._waiting.expect(found)
        self._attached.add(found)
        return [happened.submitted(found, now)]

    def deny(self, client_order_id: ClientOrderId, reason: str, now: int) -> list[Any]:
        """An order that was refused here, or could not be sent: the venue never saw it."""
        found = self._orders.get(client_order_id)
        if found is None or found.status is not OrderStatus.SUBMITTED:
            return []
        self.end(found, OrderStatus.DENIED)
        found.is_under_way = False
        return [happened.denied(found, reason, now), *self._let_go(now)]

    def adopt(
        self, order: Order, report: OrderStatusReport, fills: Iterable[FillReport] = ()
    ) -> TrackedOrder:
        """Take in an order of an earlier run as a report has it; what it says is filled counts as told, and so do `fills`."""
        identity = report.client_order_id or order.client_order_id or report.venue_order_id
        shown = dict(self._strangers.take(order.instrument_id, report.venue_order_id))
        shown |= {fill.trade_id: fill for fill in fills}
        for fill in shown.values():
            self.fills.add(fill)
        found = self._orders[identity] = adopted(order, identity, report, shown.values())
        if found.filled_qty > report.filled_qty:
            self._filled(found)
        self._by_venue[order.instrument_id, report.venue_order_id] = found
        self._attached.add(found)
        if found.is_closed:
            self._closed[identity] = None
        return found

    def change(self, order: TrackedOrder) -> None:
        """A change goes out; an end that is told meanwhile may be that of the order which it replaces."""
        order.changes += 1

    def on_unsent(self, order: TrackedOrder, now: int) -> list[Any]:
        """A change could not be sent: an end that was held back for it happens."""
        order.changes = max(order.changes - 1, 0)
        return self._close_if_due(order, now, False)

    # -- what came of it -----------------------------------------------------------------------------------------------

    def on_submitted(self, order: TrackedOrder, outcome: Outcome, now: int) -> list[Any]:
        """The answer to a submission; one that leaves it open keeps the order in flight."""
        order.is_under_way = False
        self._attached.expect(order)
        if order.leaves_open(outcome, now):
            return self._let_go(now)
        order.is_open_question, order.not_found = False, 0
        if isinstance(outcome, Accepted):
            out = self.bind(order, outcome.venue_order_id, now)
            return [*self._accept(order, outcome.ts_event or now, now, False), *out, *self._let_go(now)]
        assert isinstance(outcome, Rejected)
        if order.status is not OrderStatus.SUBMITTED:
            # The venue has it: a refusal can only be that of a repetition.
            log.warning("refused after it was taken", order=order.client_order_id, reason=outcome.reason)
            return []
        self.end(order, OrderStatus.REJECTED)
        return [happened.rejected(order, outcome, now, self._is_post_only), *self._let_go(now)]

    def began_as(self, report: OrderStatusReport) -> None:
        """What the answer to a submission tells is the first id; a change that was answered before it has put another in its place."""
        if (order := self._found(report)) is not None:
            self._is_former(order, report.venue_order_id, -1)

    def became(self, report: OrderStatusReport, now: int) -> list[Any]:
        """What the answer to a change tells is the present id, unless the order had it before, whenever that one began and ended."""
        order = self._found(report)
        return [] if order is None or order.under else self.bind(order, report.venue_order_id, now)

    def on_changed(self, order: TrackedOrder, outcome: Outcome, now: int) -> list[Any]:
        """The answer to a change; with another id of the venue the order was replaced by a new one, but for one that goes under another's."""
        order.changes = max(order.changes - 1, 0)
        if order.leaves_open(outcome, now):
            order.is_uncertain = order.may_be_replaced = not order.is_closed
            return []
        out: list[Any] = []
        if isinstance(outcome, Accepted):
            out += self.bind(order, None if order.under else outcome.venue_order_id, now)
        else:
            out.append(happened.modify_rejected(order, outcome, now))
        return [*out, *self._close_if_due(order, now, False)]

    def on_canceled(self, order: TrackedOrder, outcome: Outcome, now: int) -> list[Any]:
        """The answer to a cancel; that it was taken does not say yet that the order is gone."""
        order.is_uncertain |= order.leaves_open(outcome, now) and not order.is_closed
        return [happened.cancel_rejected(order, outcome, now)] if isinstance(outcome, Rejected) else []

    def on_not_found(self, order: TrackedOrder, reason: str, now: int, *, enough: int | None) -> list[Any]:
        """The venue says that there is no such order; said often enough (None: too early), it never took one that it told nothing of, and ended any other."""
        order.not_found += 1
        if enough is None or order.not_found < enough or order.is_closed:
            return []
        if order.hangs and order.venue_order_id is None:
            # It is no order of the venue's yet, and becomes one, or never, with that on which it hangs.
            order.is_uncertain, order.not_found = False, 0
            return []
        log.warning("given up", order=order.client_order_id, status=order.status, reason=reason)
        out = self.settle(order, now)
        if not order.is_closed:
            order.is_written_off = True
            for each in (order, *self._attached.unborn(order)):
                is_known = each.was_told or each.is_unborn
                self.end(each, OrderStatus.CANCELED if is_known else OrderStatus.REJECTED)
                out.append(happened.gone(each, reason, now, is_known))
        return [*out, *self._let_go(now)]

    # -- what the venue tells ------------------------------------------------------------------------------------------

    def on_report(self, report: OrderStatusReport, now: int, *, reconciled: bool = False) -> list[Any]:
        """An order as the venue has it; the events that this means, or the report where the order is not ours."""
        order = self._found(report) or self._attached.meant(report)
        if order is not None and order.is_alive_in(report):
            self._disown(order)
            order = None
        if order is None:
            return [] if self._waiting.hold(report, self._attached.either(report)) else [report]
        if self._is_former(order, report.venue_order_id, order.moment_of(report)):
            order.ended_before(report)
            return []
        order.is_open_question, order.not_found = False, 0
        order.belongs(report)
        was_unborn, out = order.is_unborn, self.bind(order, report.venue_order_id, now)
        if was_unborn > order.is_unborn:  # born: its id is news
            out.append(happened.updated(order, {}, report, now, reconciled))
        told = order.filled_before + report.filled_qty
        is_stale = report.ts_last < order.ts_last or told < order.told_filled
        order.ts_last = max(order.ts_last, report.ts_last)
        if told >= order.told_filled and report.avg_px is not None:
            order.told_mean = report.avg_px
        order.told_filled = max(order.told_filled, told)
        if report.order_status is OrderStatus.REJECTED and not told:
            return [*out, *self._refused(order, report, now, reconciled), *self._let_go(now)]
        out += self._accept(order, report.ts_accepted or report.ts_last, now, reconciled)
        if not is_stale and not order.is_closed and (changed := order.take_terms(report)):
            out.append(happened.updated(order, changed, report, now, reconciled))
        if report.order_status is OrderStatus.TRIGGERED and self.advance(order, OrderStatus.TRIGGERED):
            out.append(happened.triggered(order, report, now, reconciled))
        if report.order_status in (*ENDS, OrderStatus.REJECTED) and not order.is_closed:
            order.closing = report
        return [*out, *self._close_if_due(order, now, reconciled), *self._let_go(now)]

    def on_fill(self, fill: FillReport, now: int, *, reconciled: bool = False) -> list[Any]:
        """One fill; an OrderFilled the first time it is told, the report itself where the order is not ours."""
        order = self._found(fill)
        if order is not None and order.is_disproved:
            self._disown(order)
            order = None
        if (order is None and self._waiting.hold(fill, self._attached.either(fill))) or not self.fills.add(
            fill
        ):
            return []
        if order is None:
            self._strangers.add(fill)
            return [fill]
        order.is_open_question, order.not_found = False, 0
        order.belongs(fill)
        is_former = self._is_former(order, fill.venue_order_id, fill.ts_event)
        out = [] if is_former else self.bind(order, fill.venue_order_id, now)
        out += self._accept(order, fill.ts_event, now, reconciled)
        if order.counted >= fill.last_qty and fill.ts_event <= order.counted_ns:
            # The report with which the order was adopted has it in its sum.
            order.counted -= fill.last_qty
        elif order.inferred >= fill.last_qty and order.filled_qty + fill.last_qty > order.told_filled:
            # It was counted already when the venue told the sum alone.
            order.inferred -= fill.last_qty
        else:
            if is_former:
                order.count_before(fill.last_qty, fill.venue_order_id)
            else:
                order.count(fill.last_qty, fill.last_px)
            order.told_filled = max(order.told_filled, order.filled_qty)
            self._filled(order)
            out.append(happened.filled(order, fill, self._currency_of(order.instrument_id), now, reconciled))
        return [*out, *self._close_if_due(order, now, reconciled), *self._let_go(now)]

    def settle(self, order: TrackedOrder, now: int) -> list[Any]:
        """All that the venue can tell of an order has been asked for: what still lacks is inferred, what was held back happens."""
        order.is_uncertain = order.may_be_replaced = False
        order.changes = 0
        out: list[Any] = []
        for lacking, price in order.infer() if order.missing else ():
            self._filled(order)
            out.append(happened.inferred(order, lacking, price, self._currency_of(order.instrument_id), now))
        return [*out, *self._close_if_due(order, now, True)]

    # -- inside --------------------------------------------------------------------------------------------------------

    def bind(self, order: TrackedOrder, venue_order_id: VenueOrderId | None, now: int) -> list[Any]:
        """Note the venue's id; another one than before means that the venue replaced the order. What waited for it comes out."""
        if venue_order_id in (None, order.venue_order_id) or venue_order_id in order.former:
            return []
        if order.venue_order_id is not None:
            order.replaced()
        order.venue_order_id = venue_order_id
        self._by_venue[order.instrument_id, venue_order_id] = order
        for fill in self._strangers.take(order.instrument_id, venue_order_id).values():
            # It was told as it is, when nobody knew yet whose it was.
            order.count(fill.last_qty, fill.last_px)
            order.told_filled = max(order.told_filled, order.filled_qty)
            self._filled(order)
        return self._told(self._waiting.take(order.instrument_id, venue_order_id), now)

    def _found(self, report: Report) -> TrackedOrder | None:
        if self._attached.either(report):
            return self._by_venue.get((report.instrument_id, report.venue_order_id))
        return self.find(report.client_order_id, report.venue_order_id, report.instrument_id)

    def _is_former(self, order: TrackedOrder, venue_order_id: VenueOrderId, moment_ns: int) -> bool:
        """Whether the venue had the order under that id before; what is older than all of the present one is of such an id too."""
        if order.venue_order_id not in (None, venue_order_id) and moment_ns < order.ts_last:
            order.former.setdefault(venue_order_id, Former())
            self._by_venue[order.instrument_id, venue_order_id] = order
        return venue_order_id in order.former

    def _disown(self, order: TrackedOrder) -> None:
        """An order that the venue had said it does not know lives after all; its end was told, so that it comes as a stranger's."""
        log.warning("an order that was given up is alive", order=order.client_order_id)
        self._orders.pop(order.client_order_id, None)
        self._closed.pop(order.client_order_id, None)

    def _told(self, reports: Iterable[Report], now: int) -> list[Any]:
        out: list[Any] = []
        for each in reports:
            out += self.on_fill(each, now) if isinstance(each, FillReport) else self.on_report(each, now)
        return out

    def _let_go(self, now: int) -> list[Any]:
        """Reports that can't be of an order of ours any more."""
        return self._told(self._waiting.free(), now)

    def _accept(self, order: TrackedOrder, ts_event: int, now: int, reconciled: bool) -> list[Any]:
        if not self.advance(order, OrderStatus.ACCEPTED):
            return []
        out = [happened.accepted(order, ts_event, now, reconciled)]
        for each in self._attached.untold(order):
            # The venue took them in one.
            each.is_open_question, each.not_found = False, 0
            out += self._accept(each, ts_event, now, reconciled)
        return out

    def advance(self, order: TrackedOrder, status: OrderStatus) -> bool:
        """Take a status that is further than the present one; False for one that is not."""
        if RANK[status] <= RANK[order.status]:
            return False
        order.status = status
        return True

    def _refused(
        self, order: TrackedOrder, report: OrderStatusReport, now: int, reconciled: bool
    ) -> list[Any]:
        if order.is_closed or order.filled_qty:
            return []
        self.end(order, OrderStatus.REJECTED)
        refused = Rejected(reason=report.cancel_reason or "the venue rejected it")
        told = happened.rejected(order, refused, now, self._is_post_only, report.ts_last, reconciled)
        return [told, *self._drop(order, report, now, reconciled)]

    def _filled(self, order: TrackedOrder) -> None:
        if order.quantity is not None and order.filled_qty >= order.quantity:
            order.closing = None
            self.end(order, OrderStatus.FILLED)
        else:
            self.advance(order, OrderStatus.PARTIALLY_FILLED)

    def _close_if_due(self, order: TrackedOrder, now: int, reconciled: bool) -> list[Any]:
        """The end of an order, once the fills before it are here and no change is under way that may have replaced it."""
        report = order.closing
        if report is None or order.is_closed or order.missing:
            return []
        is_full = report.order_status is OrderStatus.FILLED
        if not is_full and (order.changes or order.may_be_replaced):
            return []
        order.closing = None
        if is_full:
            if order.filled_qty > ZERO:
                self.end(order, OrderStatus.FILLED)
            return []
        is_expired = report.order_status is OrderStatus.EXPIRED
        self.end(order, OrderStatus.EXPIRED if is_expired else OrderStatus.CANCELED)
        ended = happened.expired if is_expired else happened.canceled
        return [ended(order, report, now, reconciled), *self._drop(order, report, now, reconciled)]

    def _drop(self, order: TrackedOrder, report: OrderStatusReport, now: int, reconciled: bool) -> list[Any]:
        """What hung on an order that ended unfilled will never be."""
        for each in (unborn := self._attached.unborn(order)):
            self.end(each, OrderStatus.CANCELED)
        return [happened.canceled(each, report, now, reconciled) for each in unborn]

    def end(self, order: TrackedOrder, status: OrderStatus) -> None:
        """Take the last status of an order; the oldest ones that ended are forgotten."""
        self.advance(order, status)
        order.is_open_question = order.is_uncertain = order.may_be_replaced = False
        self._closed[order.client_order_id] = None
        while len(self._closed) > self._most_closed:
            identity, _ = self._closed.popitem(last=False)
            gone = self._orders.pop(identity, None)
            self._attached.forget(identity)
            for each in () if gone is None else (gone.venue_order_id, *gone.former):
                if each is not None and gone is not None:
                    self._by_venue.pop((gone.instrument_id, each), None)
