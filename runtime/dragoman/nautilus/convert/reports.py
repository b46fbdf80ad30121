"""Reports of orders, fills and positions both ways."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from nautilus_trader.core.datetime import dt_to_unix_nanos, unix_nanos_to_dt
from nautilus_trader.core.uuid import UUID4
from nautilus_trader.execution import reports as theirs
from nautilus_trader.model.enums import OrderStatus, PositionSide, TrailingOffsetType, TriggerType
from nautilus_trader.model.identifiers import ClientOrderId, OrderListId, PositionId, TradeId, VenueOrderId

from dragoman import model
from dragoman.nautilus.convert.numbers import Scale, decimal_from, money_from, money_of
from dragoman.nautilus.convert.words import (
    CONTINGENCY_TYPE,
    LIQUIDITY_SIDE,
    ORDER_SIDE,
    ORDER_STATUS,
    ORDER_TYPE,
    POSITION_SIDE,
    TIME_IN_FORCE,
    TRAILING_OFFSET_TYPE,
    TRIGGER_TYPE,
    TRIGGERED,
)
from dragoman.nautilus.errors import NotInNautilus

_NOTHING = Decimal(0)
_SIDES = ("LONG", "SHORT")


def order_report_to(
    report: model.OrderStatusReport, scale: Scale, account_id: Any, *, with_position: bool = True
) -> Any:
    """An order as the venue has it; raises NotInNautilus where the venue doesn't tell its quantity yet.

    with_position: whether the venue's position id is told; a netting account has none.
    """
    quantity = max(report.quantity, report.filled_qty)
    if not quantity:
        raise NotInNautilus("the quantity of order", report.venue_order_id, "an order of nothing")
    trigger_type = TriggerType.NO_TRIGGER
    if report.trigger_type is not None:
        trigger_type = TRIGGER_TYPE[report.trigger_type]
    if trigger_type == TriggerType.NO_TRIGGER and report.trigger_price:
        trigger_type = TriggerType.DEFAULT
    order_type, status = ORDER_TYPE[report.order_type], ORDER_STATUS[report.order_status]
    if status == OrderStatus.TRIGGERED and order_type not in TRIGGERED:
        status = OrderStatus.ACCEPTED
    offset_type = TRAILING_OFFSET_TYPE[report.trailing_offset_type]
    has_offset = report.trailing_offset is not None or report.limit_offset is not None
    if offset_type == TrailingOffsetType.NO_TRAILING_OFFSET and has_offset:
        offset_type = TrailingOffsetType.PRICE
    return theirs.OrderStatusReport(
        account_id=account_id,
        instrument_id=scale.id,
        venue_order_id=VenueOrderId(report.venue_order_id),
        client_order_id=_named(ClientOrderId, report.client_order_id),
        order_list_id=_named(OrderListId, report.order_list_id),
        venue_position_id=_named(PositionId, report.venue_position_id if with_position else None),
        linked_order_ids=[ClientOrderId(each) for each in report.linked_order_ids] or None,
        parent_order_id=_named(ClientOrderId, report.parent_order_id),
        contingency_type=CONTINGENCY_TYPE[report.contingency_type],
        order_side=ORDER_SIDE[report.order_side],
        order_type=order_type,
        time_in_force=TIME_IN_FORCE[report.time_in_force],
        order_status=status,
        quantity=scale.quantity(quantity),
        filled_qty=scale.quantity(report.filled_qty),
        display_qty=_maybe(scale.quantity, report.display_qty),
        price=_maybe(scale.price, report.price),
        trigger_price=_maybe(scale.price, report.trigger_price),
        trigger_type=trigger_type,
        limit_offset=report.limit_offset,
        trailing_offset=report.trailing_offset,
        trailing_offset_type=offset_type,
        avg_px=report.avg_px,
        post_only=report.post_only,
        reduce_only=report.reduce_only,
        cancel_reason=report.cancel_reason,
        expire_time=_maybe(unix_nanos_to_dt, report.expire_time),
        ts_accepted=report.ts_accepted,
        ts_triggered=report.ts_triggered if order_type in TRIGGERED else None,
        ts_last=report.ts_last,
        ts_init=report.ts_init,
        report_id=UUID4(),
    )


def order_report_from(report: Any, name: str) -> model.OrderStatusReport:
    """NautilusTrader's report as ours; `name` is our id of its instrument."""
    trigger_type = TRIGGER_TYPE.back(report.trigger_type)
    return model.OrderStatusReport(
        account_id=report.account_id.value,
        instrument_id=model.InstrumentId(name),
        venue_order_id=report.venue_order_id.value,
        client_order_id=_text(report.client_order_id),
        order_list_id=_text(report.order_list_id),
        venue_position_id=_text(report.venue_position_id),
        linked_order_ids=tuple(each.value for each in report.linked_order_ids or ()),
        parent_order_id=_text(report.parent_order_id),
        contingency_type=CONTINGENCY_TYPE.back(report.contingency_type),
        order_side=ORDER_SIDE.back(report.order_side),
        order_type=ORDER_TYPE.back(report.order_type),
        time_in_force=TIME_IN_FORCE.back(report.time_in_force),
        order_status=ORDER_STATUS.back(report.order_status),
        quantity=decimal_from(report.quantity),
        filled_qty=decimal_from(report.filled_qty),
        display_qty=_maybe(decimal_from, report.display_qty),
        price=_maybe(decimal_from, report.price),
        trigger_price=_maybe(decimal_from, report.trigger_price),
        trigger_type=None if trigger_type is model.TriggerType.NO_TRIGGER else trigger_type,
        limit_offset=report.limit_offset,
        trailing_offset=report.trailing_offset,
        trailing_offset_type=TRAILING_OFFSET_TYPE.back(report.trailing_offset_type),
        avg_px=report.avg_px,
        post_only=report.post_only,
        reduce_only=report.reduce_only,
        cancel_reason=report.cancel_reason,
        expire_time=_maybe(dt_to_unix_nanos, report.expire_time),
        ts_accepted=report.ts_accepted,
        ts_triggered=report.ts_triggered or None,
        ts_last=report.ts_last,
        ts_init=report.ts_init,
    )


def fill_report_to(
    fill: model.FillReport, scale: Scale, account_id: Any, currency: str, *, with_position: bool = True
) -> Any:
    """One fill; a commission that the venue doesn't tell is none of `currency`, which prices are in."""
    commission = fill.commission
    return theirs.FillReport(
        account_id=account_id,
        instrument_id=scale.id,
        venue_order_id=VenueOrderId(fill.venue_order_id),
        client_order_id=_named(ClientOrderId, fill.client_order_id),
        venue_position_id=_named(PositionId, fill.venue_position_id if with_position else None),
        trade_id=TradeId(fill.trade_id),
        order_side=ORDER_SIDE[fill.order_side],
        last_qty=scale.quantity(fill.last_qty),
        last_px=scale.price(fill.last_px),
        commission=commission_of(commission, currency),
        liquidity_side=LIQUIDITY_SIDE[fill.liquidity_side],
        ts_event=fill.ts_event,
        ts_init=fill.ts_init,
        report_id=UUID4(),
    )


def fill_report_from(fill: Any, name: str) -> model.FillReport:
    return model.FillReport(
        account_id=fill.account_id.value,
        instrument_id=model.InstrumentId(name),
        venue_order_id=fill.venue_order_id.value,
        client_order_id=_text(fill.client_order_id),
        venue_position_id=_text(fill.venue_position_id),
        trade_id=fill.trade_id.value,
        order_side=ORDER_SIDE.back(fill.order_side),
        last_qty=decimal_from(fill.last_qty),
        last_px=decimal_from(fill.last_px),
        commission=_maybe(money_from, fill.commission),
        liquidity_side=LIQUIDITY_SIDE.back(fill.liquidity_side),
        ts_event=fill.ts_event,
        ts_init=fill.ts_init,
    )


def position_report_to(
    report: model.PositionStatusReport, scale: Scale, account_id: Any, *, with_position: bool = True
) -> Any:
    """with_position: as for an order; of two side by side fills know the side alone, so that the number which a venue may add is left out."""
    side = POSITION_SIDE[report.position_side] if report.quantity else PositionSide.FLAT
    number, _, which = (report.venue_position_id or "").rpartition("-")
    position = f"{report.instrument_id}-{which}" if number and which in _SIDES else report.venue_position_id
    return theirs.PositionStatusReport(
        account_id=account_id,
        instrument_id=scale.id,
        position_side=side,
        quantity=scale.quantity(report.quantity),
        venue_position_id=_named(PositionId, position if with_position else None),
        avg_px_open=report.avg_px_open,
        ts_last=report.ts_last,
        ts_init=report.ts_init,
        report_id=UUID4(),
    )


def position_report_from(report: Any, name: str) -> model.PositionStatusReport:
    return model.PositionStatusReport(
        account_id=report.account_id.value,
        instrument_id=model.InstrumentId(name),
        position_side=POSITION_SIDE.back(report.position_side),
        quantity=decimal_from(report.quantity),
        venue_position_id=_text(report.venue_position_id),
        avg_px_open=report.avg_px_open,
        ts_last=report.ts_last,
        ts_init=report.ts_init,
    )


def commission_of(commission: model.Money | None, currency: str) -> Any:
    """Money for a commission, in `currency` where the venue names none; NautilusTrader has no way to leave either open."""
    if commission is None:
        return money_of(_NOTHING, currency)
    return money_of(commission.amount, commission.currency or currency)


def _maybe(convert: Callable[[Any], Any], value: Any) -> Any:
    return None if value is None else convert(value)


def _named(kind: Callable[[str], Any], text: str | None) -> Any:
    return None if text is None else kind(text)


def _text(identity: Any) -> str | None:
    return None if identity is None else str(identity.value)
