"""What an account's stream tells, handed to a node's engine: orders that it knows as events, those of others as reports."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Protocol, TypeAlias

import msgspec
from msgspec import Struct
from nautilus_trader.model.enums import OrderType

from dragoman import model
from dragoman.errors import DragomanError
from dragoman.execution.tracked import TrackedOrder
from dragoman.nautilus.balances import Balances
from dragoman.nautilus.convert import accounts, order_events, reports
from dragoman.nautilus.convert.custom import wrapped
from dragoman.nautilus.convert.numbers import Scale
from dragoman.nautilus.convert.words import TRIGGERED
from dragoman.nautilus.errors import NotInNautilus

_MOST_REMEMBERED = 10_000
_NOTHING = Decimal(0)
Order: TypeAlias = tuple[model.InstrumentId, model.VenueOrderId]


class Node(Protocol):
    """What a client can do with what it hears.

    tracked: an order as the adapter knows it; go_on_with: lets the adapter know one of the node's, False where it can't; take_again: gives
    the adapter what it could make nothing of.
    """

    account_id: Any
    with_position: bool

    def order(self, client_order_id: str | None, venue_order_id: str | None) -> Any: ...
    def tracked(self, client_order_id: str) -> TrackedOrder | None: ...
    def scale(self, name: str) -> Scale: ...
    def currency_of(self, name: str) -> str: ...
    def send_event(self, event: Any) -> None: ...
    def send_report(self, report: Any) -> None: ...
    def send_account(self, state: Any) -> None: ...
    def publish(self, data: Any) -> None: ...
    def ask_about(self, fill: model.FillReport) -> None: ...
    def ask_id(self, client_order_id: str) -> None: ...
    def go_on_with(self, order: Any) -> bool: ...
    def take_again(self, report: model.OrderStatusReport | model.FillReport) -> None: ...


class Incoming:
    """One account's stream; what can't be said in NautilusTrader's words is told to `on_error`, and the rest goes on."""

    def __init__(
        self, node: Node, balances: Balances, log: Any, on_error: Callable[[DragomanError], None]
    ) -> None:
        self._node = node
        self._balances = balances
        self._log = log
        self._on_error = on_error
        self._denied: OrderedDict[str, None] = OrderedDict()
        self._submitted: OrderedDict[str, None] = OrderedDict()
        self._past: dict[Order, Decimal] = {}
        self._past_fills: set[tuple[model.InstrumentId, model.VenueOrderId, model.TradeId]] = set()
        self._waiting: OrderedDict[str, list[model.FillReport]] = OrderedDict()
        """Venue's id -> fills of an order of which nothing else has been told yet."""
        self._nameless: OrderedDict[str, model.OrderAccepted] = OrderedDict()
        """Orders that the venue took without saying under which id."""
        self._ids: OrderedDict[str, str] = OrderedDict()
        """Order -> the venue's id that the node was told last, or its own where the venue has it as part of another one."""

    def passed(self, reports: Iterable[model.OrderStatusReport], fills: Iterable[model.FillReport]) -> None:
        """What positions count already: of orders that the node has not it is no news, should it be told again."""
        sums: dict[Order, Decimal] = {}
        for fill in fills:
            sums[_order_of(fill)] = sums.get(_order_of(fill), _NOTHING) + fill.last_qty
            self._past_fills.add((*_order_of(fill), fill.trade_id))
        for report in reports:
            sums[_order_of(report)] = max(sums.get(_order_of(report), _NOTHING), report.filled_qty)
        self._past.update(sums)

    def denied(self, client_order_id: str) -> None:
        """The node was told that nothing of this order was sent; what its stream says of a submission comes too late."""
        _remember(self._denied, client_order_id, None)

    def is_submitted(self, client_order_id: str) -> bool:
        """Whether the node was told that this order is on its way, be it still in its queue."""
        return client_order_id in self._submitted

    def take(self, event: Any) -> None:
        """One event of the account's stream."""
        try:
            if isinstance(event, model.OrderEvent):
                self._event(event)
            elif isinstance(event, model.OrderStatusReport):
                self._report(event)
            elif isinstance(event, model.FillReport):
                self._fill(event)
            elif isinstance(event, model.AccountState):
                self.account(event)
            elif isinstance(event, model.StreamGap):
                self._log.warning(
                    f"hole in {event.stream}: {event.reason}; what happened in it is being asked for"
                )
                self._node.publish(wrapped(event))
            elif isinstance(event, Struct) and not isinstance(event, model.PositionStatusReport):
                # Positions of a node follow from its fills; one that is told between two fills would be set right twice.
                self._node.publish(wrapped(event))
        except DragomanError as error:
            self._on_error(error)
        except (ValueError, OverflowError) as error:
            # What the library's own constructors refuse, such as an id of blanks.
            self._on_error(NotInNautilus(type(event).__name__, f"{event}"[:200], str(error)))
        except Exception as error:
            # A fault of the program costs this event, loudly, and not those that follow.
            self._log.exception(f"{type(event).__name__} could not be told", error)

    def account(self, *states: model.AccountState) -> None:
        """Tell the account as these states leave it."""
        whole = self._balances.take(*states)
        self._node.send_account(accounts.account_state_to(whole, self._node.account_id))

    # -- orders that the node knows ------------------------------------------------------------------------------------

    def _event(self, event: model.OrderEvent) -> None:
        if isinstance(event, model.OrderDenied) or event.client_order_id in self._denied:
            return  # told by the command itself, which knows why
        order = self._node.order(event.client_order_id, event.venue_order_id)
        if order is None:
            self._log.debug(
                f"{type(event).__name__} of {event.client_order_id}, which the node does not know"
            )
            return
        if isinstance(event, model.OrderSubmitted):
            _remember(self._submitted, event.client_order_id, None)
        elif isinstance(event, model.OrderFilled) and self._is_applied(order, event):
            return
        event = self._identified(event)
        if not isinstance(event, model.OrderAccepted):
            self.identified(event.client_order_id)
        elif event.venue_order_id is None and self._is_unborn(event.client_order_id):
            event = msgspec.structs.replace(event, venue_order_id=model.VenueOrderId(event.client_order_id))
        elif event.venue_order_id is None:
            _remember(self._nameless, event.client_order_id, event)
            self._node.ask_id(event.client_order_id)
            return
        event = self._renamed(event, order)
        if isinstance(event, model.OrderTriggered) and order.order_type not in TRIGGERED:
            return
        if isinstance(event, model.OrderUpdated):
            event = self._whole(event)
        elif isinstance(event, model.OrderFilled) and not event.currency:
            # The adapter was not told of the instrument; the node was.
            event = msgspec.structs.replace(event, currency=self._node.currency_of(event.instrument_id))
        scale = self._node.scale(event.instrument_id)
        said = order_events.event_to(
            event, order, scale, self._node.account_id, with_position=self._node.with_position
        )
        self._node.send_event(said)

    def identified(self, client_order_id: str) -> None:
        """Tell that an order was accepted, once the venue's id is known without which a node can't be told."""
        accepted = self._nameless.pop(client_order_id, None)
        if accepted is not None:
            named = self._identified(accepted)
            if named.venue_order_id is not None:
                self.take(named)

    def _is_unborn(self, client_order_id: str) -> bool:
        known = self._node.tracked(client_order_id)
        return known is not None and known.is_unborn

    def _identified(self, event: model.OrderEvent) -> model.OrderEvent:
        """The event with the venue's id of the order as it is by now, where the venue has told one."""
        known = self._node.tracked(event.client_order_id)
        if known is None or known.venue_order_id in (None, event.venue_order_id):
            return event
        return msgspec.structs.replace(event, venue_order_id=known.venue_order_id)

    def _renamed(self, event: model.OrderEvent, order: Any) -> model.OrderEvent:
        """The event, after a change that tells the venue's new id of the order: a node takes another id with that alone, and for a market order never."""
        own, new = event.client_order_id, event.venue_order_id
        if new is None:
            return event
        known = None if order.venue_order_id is None else order.venue_order_id.value
        old = self._ids.get(own, known)
        if old is not None and order.order_type == OrderType.MARKET:
            return msgspec.structs.replace(event, venue_order_id=model.VenueOrderId(old))
        _remember(self._ids, own, new)
        if old not in (None, new) and not isinstance(event, model.OrderUpdated):
            names = ("instrument_id", "client_order_id", "venue_order_id", "ts_event", "ts_init")
            self._event(model.OrderUpdated(**{name: getattr(event, name) for name in names}))
        return event

    def _is_applied(self, order: Any, event: model.OrderFilled) -> bool:
        return any(each.value == event.trade_id for each in order.trade_ids)

    def _whole(self, event: model.OrderUpdated) -> model.OrderUpdated:
        """An update with every term that the venue has told; the node's order may be behind by what is still in its queue."""
        known = self._node.tracked(event.client_order_id)
        if known is None:
            return event
        terms = {name: getattr(known, name) for name in ("quantity", "price", "trigger_price")}
        missing = {name: value for name, value in terms.items() if getattr(event, name) is None}
        return msgspec.structs.replace(event, **missing)

    # -- orders of others ----------------------------------------------------------------------------------------------

    def _report(self, report: model.OrderStatusReport) -> None:
        """An order that the adapter did not send: the node gets to know it, and from then on it is told as one of its own."""
        order = self._node.order(report.client_order_id, report.venue_order_id)
        if order is None:
            if not report.is_open and report.filled_qty <= self._past.get(_order_of(report), _NOTHING):
                return  # gone before anybody heard of it
            self._send(_begun(report))
            order = self._node.order(report.client_order_id, report.venue_order_id)
            if order is None:
                return  # the node is configured to leave it out
        if not self._node.go_on_with(order):
            self._send(report)
            return
        self._node.take_again(report)
        for fill in self._waiting.pop(report.venue_order_id, ()):
            self._node.take_again(fill)

    def _fill(self, fill: model.FillReport) -> None:
        order = self._node.order(fill.client_order_id, fill.venue_order_id)
        if order is not None and self._node.go_on_with(order):
            self._node.take_again(fill)
        elif order is None and (*_order_of(fill), fill.trade_id) not in self._past_fills:
            waiting = self._waiting.setdefault(fill.venue_order_id, [])
            waiting.append(fill)
            _remember(self._waiting, fill.venue_order_id, waiting)
            self._node.ask_about(fill)

    def _send(self, report: model.OrderStatusReport) -> None:
        scale = self._node.scale(report.instrument_id)
        said = reports.order_report_to(
            report, scale, self._node.account_id, with_position=self._node.with_position
        )
        self._node.send_report(said)


def _order_of(report: model.OrderStatusReport | model.FillReport) -> Order:
    return report.instrument_id, report.venue_order_id


def _begun(report: model.OrderStatusReport) -> model.OrderStatusReport:
    """The order before anything of it was filled, since a node makes up a fill for what a report counts."""
    return msgspec.structs.replace(
        report, order_status=model.OrderStatus.ACCEPTED, filled_qty=_NOTHING, avg_px=None
    )


def _remember(known: OrderedDict[str, Any], key: str, value: Any) -> None:
    known[key] = value
    known.move_to_end(key)
    if len(known) > _MOST_REMEMBERED:
        known.popitem(last=False)
