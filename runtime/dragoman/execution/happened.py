"""Order events made of tracked orders and what was told of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from dragoman.execution.tracked import TrackedOrder
from dragoman.model import (
    FillReport,
    LiquiditySide,
    OrderAccepted,
    OrderCanceled,
    OrderCancelRejected,
    OrderDenied,
    OrderExpired,
    OrderFilled,
    OrderModifyRejected,
    OrderRejected,
    OrderStatusReport,
    OrderSubmitted,
    OrderTriggered,
    OrderUpdated,
    Outcome,
    Rejected,
)


def _of(order: TrackedOrder, ts_event: int, now: int, reconciled: bool = False) -> dict[str, Any]:
    """What every event of an order says."""
    return {
        "instrument_id": order.instrument_id,
        "client_order_id": order.client_order_id,
        "venue_order_id": order.venue_order_id,
        "account_id": order.account_id,
        "ts_event": ts_event,
        "ts_init": now,
        "reconciliation": reconciled,
    }


def submitted(order: TrackedOrder, now: int) -> OrderSubmitted:
    return OrderSubmitted(**_of(order, now, now))


def denied(order: TrackedOrder, reason: str, now: int) -> OrderDenied:
    return OrderDenied(**_of(order, now, now), reason=reason)


def accepted(order: TrackedOrder, ts_event: int, now: int, reconciled: bool) -> OrderAccepted:
    return OrderAccepted(**_of(order, ts_event, now, reconciled))


def rejected(
    order: TrackedOrder,
    outcome: Outcome,
    now: int,
    is_post_only: Callable[[str | None, str], bool],
    ts_event: int | None = None,
    reconciled: bool = False,
) -> OrderRejected:
    reason, code, moment = _said(outcome, now)
    return OrderRejected(
        **_of(order, ts_event or moment, now, reconciled),
        reason=reason,
        code=code,
        due_post_only=is_post_only(code, reason),
    )


def modify_rejected(order: TrackedOrder, outcome: Outcome, now: int) -> OrderModifyRejected:
    reason, code, moment = _said(outcome, now)
    return OrderModifyRejected(**_of(order, moment, now), reason=reason, code=code)


def cancel_rejected(order: TrackedOrder, outcome: Outcome, now: int) -> OrderCancelRejected:
    reason, code, moment = _said(outcome, now)
    return OrderCancelRejected(**_of(order, moment, now), reason=reason, code=code)


def updated(
    order: TrackedOrder, changed: Mapping[str, Any], report: OrderStatusReport, now: int, reconciled: bool
) -> OrderUpdated:
    return OrderUpdated(**_of(order, report.ts_last, now, reconciled), **changed)


def triggered(order: TrackedOrder, report: OrderStatusReport, now: int, reconciled: bool) -> OrderTriggered:
    return OrderTriggered(**_of(order, report.ts_triggered or report.ts_last, now, reconciled))


def canceled(order: TrackedOrder, report: OrderStatusReport, now: int, reconciled: bool) -> OrderCanceled:
    return OrderCanceled(**_of(order, report.ts_last, now, reconciled), reason=report.cancel_reason)


def gone(order: TrackedOrder, reason: str, now: int, was_there: bool) -> OrderCanceled | OrderRejected:
    """The end of an order that the venue does not know any more, or never took; when it was, nobody tells."""
    kind = OrderCanceled if was_there else OrderRejected
    return kind(**_of(order, now, now, True), reason=reason)


def expired(order: TrackedOrder, report: OrderStatusReport, now: int, reconciled: bool) -> OrderExpired:
    return OrderExpired(**_of(order, report.ts_last, now, reconciled))


def filled(order: TrackedOrder, fill: FillReport, currency: str, now: int, reconciled: bool) -> OrderFilled:
    return OrderFilled(
        **_of(order, fill.ts_event, now, reconciled)
        | {"venue_order_id": fill.venue_order_id, "account_id": fill.account_id or order.account_id},
        trade_id=fill.trade_id,
        order_side=fill.order_side,
        order_type=order.type,
        last_qty=fill.last_qty,
        last_px=fill.last_px,
        currency=currency,
        commission=fill.commission,
        liquidity_side=fill.liquidity_side,
        position_id=fill.venue_position_id or order.position_id,
    )


def inferred(order: TrackedOrder, quantity: Decimal, price: Decimal, currency: str, now: int) -> OrderFilled:
    """A fill that the venue counts and does not show, at the price that its mean leaves for it; its trade id says so."""
    return OrderFilled(
        **_of(order, order.ts_last or now, now, True),
        trade_id=f"inferred-{order.venue_order_id}-{order.filled_qty:f}",
        order_side=order.side,
        order_type=order.type,
        last_qty=quantity,
        last_px=price,
        currency=currency,
        liquidity_side=LiquiditySide.NO_LIQUIDITY_SIDE,
        position_id=order.position_id,
    )


def _said(outcome: Outcome, now: int) -> tuple[str, str | None, int]:
    """(reason, code, moment) of a refusal."""
    if isinstance(outcome, Rejected):
        return outcome.reason, outcome.code, outcome.ts_event or now
    return "", None, now
