"""What happens to an order, both ways. An event of NautilusTrader's also says whose order it is, and is complete where ours tells what changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nautilus_trader.core.uuid import UUID4
from nautilus_trader.model.events import order as theirs
from nautilus_trader.model.identifiers import PositionId, TradeId, VenueOrderId

from dragoman import model
from dragoman.nautilus.convert.numbers import Scale, currency_of, decimal_from, money_from
from dragoman.nautilus.convert.reports import commission_of
from dragoman.nautilus.convert.words import LIQUIDITY_SIDE, ORDER_SIDE, ORDER_TYPE
from dragoman.nautilus.errors import NotOfDragoman

_SAME: dict[type[model.OrderEvent], Any] = {
    model.OrderAccepted: theirs.OrderAccepted,
    model.OrderCanceled: theirs.OrderCanceled,
    model.OrderTriggered: theirs.OrderTriggered,
    model.OrderExpired: theirs.OrderExpired,
}
"""Events that say no more than which order, and when."""
_REFUSED: dict[type[model.OrderEvent], Any] = {
    model.OrderModifyRejected: theirs.OrderModifyRejected,
    model.OrderCancelRejected: theirs.OrderCancelRejected,
}


def event_to(
    event: model.OrderEvent,
    order: Any,
    scale: Scale,
    account_id: Any,
    *,
    with_position: bool = True,
) -> Any:
    """Our event as NautilusTrader's, about its `order`: the ids are that order's, what an update leaves out is as it was."""
    said: dict[str, Any] = {
        "trader_id": order.trader_id,
        "strategy_id": order.strategy_id,
        "instrument_id": order.instrument_id,
        "client_order_id": order.client_order_id,
        "event_id": UUID4(),
        "ts_init": event.ts_init,
    }
    if isinstance(event, model.OrderDenied):
        return theirs.OrderDenied(**said, reason=event.reason)
    said |= {"account_id": account_id, "ts_event": event.ts_event}
    if isinstance(event, model.OrderSubmitted):
        return theirs.OrderSubmitted(**said)
    said["reconciliation"] = event.reconciliation
    if isinstance(event, model.OrderRejected):
        reason = _reason(event.reason, event.code)
        return theirs.OrderRejected(**said, reason=reason, due_post_only=event.due_post_only)
    known = order.venue_order_id
    said["venue_order_id"] = known if event.venue_order_id is None else VenueOrderId(event.venue_order_id)
    if isinstance(event, model.OrderModifyRejected | model.OrderCancelRejected):
        return _REFUSED[type(event)](**said, reason=_reason(event.reason, event.code))
    if isinstance(event, model.OrderUpdated):
        return theirs.OrderUpdated(**said, **_terms(event, order, scale))
    if isinstance(event, model.OrderFilled):
        return theirs.OrderFilled(**said, **_filled(event, scale, with_position))
    return _SAME[type(event)](**said)


def _terms(event: model.OrderUpdated, order: Any, scale: Scale) -> dict[str, Any]:
    """All terms of an order after a change."""
    terms = {
        "quantity": order.quantity if event.quantity is None else scale.quantity(event.quantity),
    }
    for name in ("price", "trigger_price"):
        told = getattr(event, name)
        terms[name] = getattr(order, name, None) if told is None else scale.price(told)
    return terms


def _filled(event: model.OrderFilled, scale: Scale, with_position: bool) -> dict[str, Any]:
    position = event.position_id if with_position else None
    return {
        "trade_id": TradeId(event.trade_id),
        "position_id": None if position is None else PositionId(position),
        "order_side": ORDER_SIDE[event.order_side],
        "order_type": ORDER_TYPE[event.order_type],
        "last_qty": scale.quantity(event.last_qty),
        "last_px": scale.price(event.last_px),
        "currency": currency_of(event.currency),
        "commission": commission_of(event.commission, event.currency),
        "liquidity_side": LIQUIDITY_SIDE[event.liquidity_side],
    }


_BACK: dict[Any, Callable[[Any, dict[str, Any]], model.OrderEvent]] = {
    theirs.OrderDenied: lambda event, said: model.OrderDenied(**said, reason=event.reason),
    theirs.OrderSubmitted: lambda event, said: model.OrderSubmitted(**said),
    theirs.OrderAccepted: lambda event, said: model.OrderAccepted(**said),
    theirs.OrderCanceled: lambda event, said: model.OrderCanceled(**said),
    theirs.OrderTriggered: lambda event, said: model.OrderTriggered(**said),
    theirs.OrderExpired: lambda event, said: model.OrderExpired(**said),
    theirs.OrderRejected: lambda event, said: model.OrderRejected(
        **said, reason=event.reason, due_post_only=event.due_post_only
    ),
    theirs.OrderModifyRejected: lambda event, said: model.OrderModifyRejected(**said, reason=event.reason),
    theirs.OrderCancelRejected: lambda event, said: model.OrderCancelRejected(**said, reason=event.reason),
    theirs.OrderUpdated: lambda event, said: model.OrderUpdated(
        **said,
        quantity=decimal_from(event.quantity),
        price=None if event.price is None else decimal_from(event.price),
        trigger_price=None if event.trigger_price is None else decimal_from(event.trigger_price),
    ),
    theirs.OrderFilled: lambda event, said: model.OrderFilled(
        **said,
        trade_id=event.trade_id.value,
        order_side=ORDER_SIDE.back(event.order_side),
        order_type=ORDER_TYPE.back(event.order_type),
        last_qty=decimal_from(event.last_qty),
        last_px=decimal_from(event.last_px),
        currency=event.currency.code,
        commission=money_from(event.commission),
        liquidity_side=LIQUIDITY_SIDE.back(event.liquidity_side),
        position_id=None if event.position_id is None else event.position_id.value,
    ),
}


def event_from(event: Any, name: str) -> model.OrderEvent:
    """NautilusTrader's event as ours; a code that a refusal's reason begins with stays in the reason."""
    made = _BACK.get(type(event))
    if made is None:
        raise NotOfDragoman(type(event).__name__, (kind.__name__ for kind in _BACK))
    account, venue = getattr(event, "account_id", None), getattr(event, "venue_order_id", None)
    said = {
        "instrument_id": model.InstrumentId(name),
        "client_order_id": event.client_order_id.value,
        "venue_order_id": None if venue is None else venue.value,
        "account_id": None if account is None else account.value,
        "ts_event": event.ts_event,
        "ts_init": event.ts_init,
        "reconciliation": event.reconciliation,
    }
    return made(event, said)


def _reason(reason: str, code: str | None) -> str:
    """A refusal in the venue's words, its code before them; NautilusTrader has one field for both, and takes no empty one."""
    told = reason or "no reason given"
    return told if code is None or code in told else f"{code} {told}"
