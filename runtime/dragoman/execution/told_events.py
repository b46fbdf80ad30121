"""Order events that a venue tells as such, where its messages are of what happened and not of how an order stands."""

from __future__ import annotations

from typing import Any

from dragoman.execution.ledger import Ledger
from dragoman.execution.tracked import TrackedOrder
from dragoman.model import (
    FillReport,
    OrderAccepted,
    OrderCanceled,
    OrderExpired,
    OrderFilled,
    OrderRejected,
    OrderStatus,
    OrderTriggered,
    OrderUpdated,
)
from dragoman.model.order_events import OrderEvent

_ENDS: dict[type[OrderEvent], OrderStatus] = {
    OrderRejected: OrderStatus.REJECTED,
    OrderCanceled: OrderStatus.CANCELED,
    OrderExpired: OrderStatus.EXPIRED,
}
_STEPS: dict[type[OrderEvent], OrderStatus] = {
    OrderAccepted: OrderStatus.ACCEPTED,
    OrderTriggered: OrderStatus.TRIGGERED,
}


def take_event(ledger: Ledger, event: OrderEvent, now: int) -> list[Any]:
    """The events that one told event means: none where it was known, or the order is further already."""
    order = ledger.find(event.client_order_id, event.venue_order_id, event.instrument_id)
    if isinstance(event, OrderFilled):
        return ledger.on_fill(_fill(event), now)
    if order is None:
        return [event]
    order.is_open_question, order.not_found = False, 0
    out = ledger.bind(order, event.venue_order_id, now)
    kind = type(event)
    if kind in _STEPS:
        return [*out, event] if ledger.advance(order, _STEPS[kind]) else out
    if kind in _ENDS:
        if order.is_closed:
            return out
        ledger.end(order, _ENDS[kind])
        return [*out, event]
    if isinstance(event, OrderUpdated):
        return [*out, event] if _takes(order, event) else out
    return [*out, event]


def _takes(order: TrackedOrder, event: OrderUpdated) -> bool:
    """Whether the event changes a term of an order that is still open."""
    if order.is_closed:
        return False
    changed = False
    for name in ("quantity", "price", "trigger_price"):
        value = getattr(event, name)
        if value is not None and value != getattr(order, name):
            setattr(order, name, value)
            changed = True
    return changed


def _fill(event: OrderFilled) -> FillReport:
    return FillReport(
        account_id=event.account_id,
        instrument_id=event.instrument_id,
        venue_order_id=event.venue_order_id or "",
        client_order_id=event.client_order_id,
        venue_position_id=event.position_id,
        trade_id=event.trade_id,
        order_side=event.order_side,
        last_qty=event.last_qty,
        last_px=event.last_px,
        commission=event.commission,
        liquidity_side=event.liquidity_side,
        ts_event=event.ts_event,
        ts_init=event.ts_init,
    )
