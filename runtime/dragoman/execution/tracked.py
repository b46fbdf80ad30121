"""An order of ours as far as the venue has told: its ids, its terms, what of it is filled, and what is still open about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from dragoman.model import (
    ORDER_TYPES,
    AccountId,
    ClientOrderId,
    FillReport,
    InstrumentId,
    Order,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    Outcome,
    PositionId,
    Unknown,
    VenueOrderId,
)

ZERO = Decimal(0)
RANK = {
    OrderStatus.INITIALIZED: 0,
    OrderStatus.SUBMITTED: 0,
    OrderStatus.ACCEPTED: 1,
    OrderStatus.PENDING_UPDATE: 1,
    OrderStatus.PENDING_CANCEL: 1,
    OrderStatus.TRIGGERED: 2,
    OrderStatus.PARTIALLY_FILLED: 3,
    OrderStatus.REJECTED: 4,
    OrderStatus.DENIED: 4,
    OrderStatus.CANCELED: 4,
    OrderStatus.EXPIRED: 4,
    OrderStatus.FILLED: 5,
}
"""A status is only ever followed by one of a higher rank."""
ENDS = (OrderStatus.CANCELED, OrderStatus.EXPIRED, OrderStatus.FILLED)
_TRIGGERED, _CLOSED = RANK[OrderStatus.TRIGGERED], RANK[OrderStatus.CANCELED]
PLACED_AS = {
    OrderType.STOP_MARKET: OrderType.MARKET,
    OrderType.MARKET_IF_TOUCHED: OrderType.MARKET,
    OrderType.TRAILING_STOP_MARKET: OrderType.MARKET,
    OrderType.STOP_LIMIT: OrderType.LIMIT,
    OrderType.LIMIT_IF_TOUCHED: OrderType.LIMIT,
}
"""What an order that waits for a price is once it has come."""


class Former(Struct):
    """What of an order is filled under an id that it had before: what fills show, and what the end of that one told."""

    shown: Decimal = ZERO
    told: Decimal = ZERO
    mean: Decimal | None = None


class TrackedOrder(Struct, kw_only=True):
    """One order; the ledger changes it, everybody else reads it.

    `quantity` is None for an order in the quote currency until the venue tells its size; `filled_qty` is the sum of the fills told.
    """

    client_order_id: ClientOrderId
    instrument_id: InstrumentId
    order: Order | None
    side: OrderSide
    type: OrderType
    quantity: Decimal | None
    price: Decimal | None = None
    trigger_price: Decimal | None = None
    product: str = ""
    """The product that it was sent for, where that is told by more than the instrument's id."""
    is_nameless: bool = False
    """Whether nothing that was sent said our id of it, so that the venue does not know it."""
    hangs: bool = False
    """Whether it was sent in one call with the order that sets it off, and becomes one by itself after that."""
    venue_order_id: VenueOrderId | None = None
    account_id: AccountId | None = None
    position_id: PositionId | None = None
    """The venue's id of the position that it is for, as its reports or fills say."""
    status: OrderStatus = OrderStatus.SUBMITTED
    filled_qty: Decimal = ZERO
    submitted_ns: int = 0
    ts_last: int = 0
    """Venue time of the newest report."""
    is_open_question: bool = True
    """Whether nobody knows yet that the venue has it, or has refused it."""
    is_under_way: bool = True
    """Whether its submission was sent and may still be answered."""
    changes: int = 0
    """Changes that were sent and not answered."""
    is_uncertain: bool = False
    """Whether the outcome of a change or a cancel is unknown, so that a query has to tell."""
    unknown_ns: int = 0
    """Our clock when the outcome of its last command was lost; for a while after that the venue may still act on it."""
    may_be_replaced: bool = False
    """Whether a change with an unknown outcome may have put another order in its place."""
    former: dict[VenueOrderId, Former] = field(default_factory=dict)
    """By the ids under which the venue had it before it was replaced."""
    filled_before: Decimal = ZERO
    """What is filled under former ids, as far as is told: the venue counts anew under a new one."""
    told_filled: Decimal = ZERO
    """The most that the venue told to be filled in all, whether or not each fill has come."""
    told_mean: Decimal | None = None
    """The mean price of what is told to be filled under its id."""
    worth: Decimal | None = ZERO
    """Size times price of the fills counted under its id; None where the price of some is not known."""
    inferred: Decimal = ZERO
    """What was counted as filled without a fill of the venue; fills that come later are taken from it."""
    counted: Decimal = ZERO
    """What the report that it was adopted with counts as filled, and whose fills have not come."""
    counted_ns: int = 0
    """Venue time of that report; fills until then are among what it counts."""
    closing: OrderStatusReport | None = None
    """The report that ends it, held back until the fills before it are here."""
    not_found: int = 0
    """How often in a row the venue said that there is no such order."""
    under: ClientOrderId | None = None
    """The id of the order with which it is one order of the venue's, which has both under that one's id."""
    is_unsorted: bool = False
    """Whether the venue told what is either of it or of the order with which it is one."""
    is_written_off: bool = False
    """Whether it was ended since the venue said so; should it show up after all, it is a stranger."""

    @property
    def is_closed(self) -> bool:
        return RANK[self.status] >= _CLOSED

    @property
    def is_in_question(self) -> bool:
        """Whether the venue has to be asked about it: an answer that may still come is waited for."""
        if self.changes or (self.is_under_way and self.is_open_question):
            return False
        if self.is_closed:
            return self.missing > ZERO
        uncertain = self.is_open_question or self.is_uncertain or self.is_unsorted or self.not_found > 0
        return uncertain or self.closing is not None or self.missing > ZERO

    @property
    def is_unborn(self) -> bool:
        """Whether the venue has taken it and told no id of it yet: as part of another order, or as one that it has no name for."""
        is_told_later = self.hangs or self.is_nameless
        return is_told_later and self.venue_order_id is None and self.status is OrderStatus.ACCEPTED

    @property
    def missing(self) -> Decimal:
        """What the venue told to be filled, and no fill has shown."""
        return max(self.told_filled - self.filled_qty, ZERO)

    @property
    def price_of_missing(self) -> Decimal | None:
        """The price that makes the mean of all fills the one that the venue told; that mean where it can't be worked out."""
        if self.told_mean is None or self.worth is None or not self.missing:
            return self.told_mean
        worth = self.told_mean * (self.told_filled - self.filled_before) - self.worth
        return worth / self.missing if worth > ZERO else self.told_mean

    def replaced(self) -> None:
        """Another order takes its place: what follows is told and counted anew, under the new one's id."""
        assert self.venue_order_id is not None
        before = sum((each.shown for each in self.former.values()), ZERO)
        self.former[self.venue_order_id] = Former(shown=self.filled_qty - before)
        end, self.closing = self.closing, None
        self.filled_before = self.told_filled = self.filled_qty
        self.told_mean, self.worth, self.ts_last = None, ZERO, 0
        if end is not None:
            self.ended_before(end)

    def ended_before(self, end: OrderStatusReport) -> None:
        """The report of one in whose place it came; one that was set off and goes on as this one counts the same fills."""
        former = self.former[end.venue_order_id]
        if end.order_status in (OrderStatus.CANCELED, OrderStatus.EXPIRED) and end.filled_qty > former.told:
            former.told, former.mean = end.filled_qty, end.avg_px
            self._sum_up()

    def count_before(self, quantity: Decimal, venue_order_id: VenueOrderId) -> None:
        """A fill under a former id."""
        self.former[venue_order_id].shown += quantity
        self.filled_qty += quantity
        self._sum_up()

    def _sum_up(self) -> None:
        """What turns out to be filled under former ids was part of the order from the start."""
        more = sum((max(each.shown, each.told) for each in self.former.values()), -self.filled_before)
        self.filled_before += more
        self.told_filled += more
        if self.quantity is not None:
            self.quantity += more

    def infer(self) -> Iterator[tuple[Decimal, Decimal]]:
        """(quantity, price) of what is told to be filled and no fill has shown, which is counted now; nothing is told any more of what has no price."""
        for former in self.former.values():
            if former.told > former.shown and former.mean is not None:
                lacking = former.told - former.shown
                former.shown = former.told
                self.filled_qty += lacking
                self.inferred += lacking
                yield lacking, former.mean
            former.told = former.shown
        self._sum_up()
        if (lacking := self.missing) and (price := self.price_of_missing) is not None:
            self.count(lacking, price)
            self.inferred += lacking
            yield lacking, price
        self.told_filled = self.filled_qty

    def leaves_open(self, outcome: Outcome, now_ns: int) -> bool:
        """Whether the outcome of a command about it says nothing; from now on there is a question."""
        if isinstance(outcome, Unknown):
            self.unknown_ns = now_ns
            return True
        return False

    def count(self, quantity: Decimal, price: Decimal) -> None:
        """A fill under its id."""
        self.filled_qty += quantity
        if self.worth is not None:
            self.worth += quantity * price

    @property
    def was_told(self) -> bool:
        """Whether the venue has told of it by itself, beyond an answer to its submission."""
        return bool(self.ts_last or self.filled_qty or self.former)

    @property
    def is_disproved(self) -> bool:
        """Whether a fill of it would be one of an order that was ended as one that the venue never took."""
        return self.is_written_off and self.status is OrderStatus.REJECTED

    def is_alive_in(self, report: OrderStatusReport) -> bool:
        """Whether a report shows that it was ended though it lives."""
        return (self.is_written_off and report.is_open) or (self.is_disproved and report.filled_qty > ZERO)

    def moment_of(self, report: OrderStatusReport) -> int:
        """When a report was true; an order ends before the moment in which another one takes its place, which may be its own end's too."""
        gave_way = report.order_status in (OrderStatus.CANCELED, OrderStatus.EXPIRED)
        return report.ts_last - (gave_way and not self._gives_way_to(report))

    def _gives_way_to(self, report: OrderStatusReport) -> bool:
        """Whether the end that is held back is that of an order in whose place the reported one came."""
        end = self.closing
        if end is None or end.order_status is OrderStatus.FILLED:
            return False
        if report.ts_accepted and end.ts_accepted and report.ts_accepted != end.ts_accepted:
            return report.ts_accepted > end.ts_accepted
        return report.filled_qty > end.filled_qty

    def belongs(self, told: OrderStatusReport | FillReport) -> None:
        """Note the account and the position of a report or fill; the first to say one is right."""
        self.account_id = self.account_id or told.account_id
        self.position_id = self.position_id or told.venue_position_id

    def take_terms(self, report: OrderStatusReport) -> dict[str, Decimal]:
        """Note the terms of a report; those that were known otherwise."""
        changed: dict[str, Decimal] = {}
        for name in ("quantity", "price", "trigger_price"):
            value, known = getattr(report, name), getattr(self, name)
            if name == "quantity":
                value += self.filled_before
            if value and value != known:
                setattr(self, name, value)
                if known is not None or (name == "quantity" and self.order is not None):
                    changed[name] = value
        return changed

    @property
    def is_placed(self) -> bool:
        """Whether it waited for a price and goes on as a plain order, which the venue has under another id."""
        return self.type in PLACED_AS and bool(self.former) and RANK[self.status] >= _TRIGGERED

    @property
    def goes_by_number(self) -> bool:
        """Whether the venue is told its own id alone, since it does not know ours, or knows it as that of what was set off."""
        return self.is_nameless or self.is_placed

    @property
    def as_it_stands(self) -> Order | None:
        """The order as what it is now, with the terms and ids that the venue knows, for one that wants them again with a change."""
        if self.order is None:
            return None
        terms: dict[str, Any] = {
            name: value
            for name, value in (
                ("quantity", self.quantity),
                ("price", self.price),
                ("trigger_price", self.trigger_price),
            )
            if value is not None and name in self.order.__struct_fields__
        }
        if self.goes_by_number and self.venue_order_id is not None:
            terms["client_order_id"] = None
        order = replace(self.order, **terms)
        if not self.is_placed:
            return order
        kind = ORDER_TYPES[PLACED_AS[self.type]]
        known = [name for name in kind.__struct_fields__ if name in order.__struct_fields__]
        return kind(**{name: getattr(order, name) for name in known})


def tracked(
    order: Order,
    client_order_id: ClientOrderId,
    now_ns: int,
    under: ClientOrderId | None = None,
    hangs: bool = False,
) -> TrackedOrder:
    """An order that is about to be sent, under its own id or that of the order with which it is one."""
    return TrackedOrder(
        client_order_id=client_order_id,
        instrument_id=order.instrument_id,
        order=order,
        side=order.order_side,
        type=order.order_type,
        quantity=None if order.quote_quantity else order.quantity,
        price=getattr(order, "price", None),
        trigger_price=getattr(order, "trigger_price", None),
        submitted_ns=now_ns,
        under=under,
        hangs=hangs,
    )


def adopted(
    order: Order, client_order_id: ClientOrderId, report: OrderStatusReport, shown: Iterable[FillReport]
) -> TrackedOrder:
    """An order of an earlier run as a report has it, of which fills are shown."""
    filled = sum((fill.last_qty for fill in shown), ZERO)
    found = tracked(order, client_order_id, report.ts_accepted or report.ts_last)
    found.is_open_question = found.is_under_way = False
    found.quantity, found.status = report.quantity, report.order_status
    found.price, found.trigger_price = report.price, report.trigger_price
    found.account_id, found.told_mean = report.account_id, report.avg_px
    found.position_id = report.venue_position_id
    found.ts_last, found.venue_order_id = report.ts_last, report.venue_order_id
    found.filled_qty = found.told_filled = max(report.filled_qty, filled)
    mean = report.avg_px
    found.worth = mean * report.filled_qty if mean is not None else None if found.filled_qty else ZERO
    # Venues that tell only when an order began have an old time in a new report; a fill left out wrongly is asked for.
    found.counted = max(report.filled_qty - filled, ZERO)
    found.counted_ns = max(report.ts_last, report.ts_init)
    if report.client_order_id is None and order.parent_order_id is None:
        found.under = next(iter(report.linked_order_ids), None)
    found.is_nameless = report.client_order_id is None and found.under is None
    return found
