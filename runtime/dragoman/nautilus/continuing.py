"""Orders of an earlier run, or of others, that a client goes on with: what the adapter has to know of them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from dragoman import model
from dragoman.nautilus.convert.numbers import decimal_from
from dragoman.nautilus.convert.orders import ORDER_KINDS, order_from
from dragoman.nautilus.convert.words import ORDER_STATUS, ORDER_TYPE

_UNSAID: Mapping[str, Any] = {
    "trigger_type": model.TriggerType.DEFAULT,
    "trailing_offset_type": model.TrailingOffsetType.PRICE,
}
_NONE = (model.TriggerType.NO_TRIGGER, model.TrailingOffsetType.NO_TRAILING_OFFSET)


def order_of(report: model.OrderStatusReport) -> model.Order:
    """The order that a report is of; raises InvalidOrder or TypeError where the venue tells too little of it."""
    kind = ORDER_KINDS[report.order_type]
    said: dict[str, Any] = {}
    for name in kind.__struct_fields__:
        value = getattr(report, name, None)
        if value is None or value in _NONE:
            value = _UNSAID.get(name)
        if value is not None:
            said[name] = value
    if report.time_in_force is not model.TimeInForce.GTD:
        said.pop("expire_time", None)
    elif report.expire_time is None:
        said["time_in_force"] = model.TimeInForce.GTC
    if report.trailing_offset is None and "trailing_offset" in kind.__struct_fields__:
        # The venue keeps it to itself; a change of the order says it again only where it changes.
        said["trailing_offset"] = Decimal(0)
    return kind(**said)


def standing(order: Any, name: str) -> tuple[model.Order, model.OrderStatusReport]:
    """An order of the node's own memory, and how it stands there; it has a `venue_order_id`."""
    ours = order_from(order, name)
    report = model.OrderStatusReport(
        instrument_id=ours.instrument_id,
        venue_order_id=order.venue_order_id.value,
        client_order_id=order.client_order_id.value,
        order_side=ours.order_side,
        order_type=ORDER_TYPE.back(order.order_type),
        time_in_force=ours.time_in_force,
        order_status=ORDER_STATUS.back(order.status),
        quantity=ours.quantity,
        filled_qty=decimal_from(order.filled_qty),
        price=getattr(ours, "price", None),
        trigger_price=getattr(ours, "trigger_price", None),
        avg_px=None,
        ts_accepted=order.ts_accepted,
        ts_last=order.ts_last,
        ts_init=order.ts_last,
    )
    return ours, report
