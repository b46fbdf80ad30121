"""orders of the venue juniper. Generated from specs/juniper/orders.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import OrderSide, OrderStatus, OrderStatusReport, OrderType, TimeInForce
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Side = Literal["B", "S"]
SIDE_MEANS: dict[str, OrderSide] = {"B": OrderSide.BUY, "S": OrderSide.SELL}
Base = Literal["limit", "market"]
Stop = Literal["none", "stop", "take"]
Life = Literal["day", "now", "all", "maker"]
Phase = Literal["open", "done", "gone", "no"]

DECIMAL_0 = Decimal("0")
ORDER_STATUS_ACCEPTED = OrderStatus.ACCEPTED
ORDER_STATUS_CANCELED = OrderStatus.CANCELED
ORDER_STATUS_FILLED = OrderStatus.FILLED
ORDER_STATUS_PARTIALLY_FILLED = OrderStatus.PARTIALLY_FILLED
ORDER_STATUS_REJECTED = OrderStatus.REJECTED
ORDER_TYPE_LIMIT = OrderType.LIMIT
ORDER_TYPE_LIMIT_IF_TOUCHED = OrderType.LIMIT_IF_TOUCHED
ORDER_TYPE_MARKET = OrderType.MARKET
ORDER_TYPE_MARKET_IF_TOUCHED = OrderType.MARKET_IF_TOUCHED
ORDER_TYPE_STOP_LIMIT = OrderType.STOP_LIMIT
ORDER_TYPE_STOP_MARKET = OrderType.STOP_MARKET
TIME_IN_FORCE_FOK = TimeInForce.FOK
TIME_IN_FORCE_GTC = TimeInForce.GTC
TIME_IN_FORCE_IOC = TimeInForce.IOC


class OrdersRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Orders."""

    symbol: str = field(name="s")
    order_id: str = field(name="id")
    tag: str
    side: Side
    base: Base
    stop: Stop
    life: Life
    raw: Phase
    size: Decimal
    filled: Decimal = field(name="done")
    time_ms: int = field(name="at")


class Orders(Struct, frozen=True, kw_only=True, tag_field="kind", tag="orders", gc=False):
    """A message of orders: Orders. https://docs.juniper.example/stream#orders"""

    rows: list[OrdersRows]


class OrdersRowsText(Struct, frozen=True, kw_only=True, gc=False):
    """OrdersRows, its decimals still text."""

    symbol: str = field(name="s")
    order_id: str = field(name="id")
    tag: str
    side: Side
    base: Base
    stop: Stop
    life: Life
    raw: Phase
    size: str
    filled: str = field(name="done")
    time_ms: int = field(name="at")


class OrdersText(Struct, frozen=True, kw_only=True, tag_field="kind", tag="orders", gc=False):
    """Orders, its decimals still text."""

    rows: list[OrdersRowsText]


def emit_orders(scope: Scope, message: OrdersText, ts_init: int, out: list[Event]) -> None:
    """Orders to OrderStatusReport."""
    for row in message.rows:
        try:
            filled = DECIMALS[row.filled]
            tag = row.tag.startswith("auto-")
            if row.base == "limit":
                if row.stop == "none":
                    order_type = ORDER_TYPE_LIMIT
                elif row.stop == "stop":
                    order_type = ORDER_TYPE_STOP_LIMIT
                else:
                    order_type = ORDER_TYPE_LIMIT_IF_TOUCHED
            elif row.stop == "none":
                order_type = ORDER_TYPE_MARKET
            elif row.stop == "stop":
                order_type = ORDER_TYPE_STOP_MARKET
            else:
                order_type = ORDER_TYPE_MARKET_IF_TOUCHED
            if not tag:
                if row.raw == "done":
                    order_status = ORDER_STATUS_FILLED
                elif row.raw == "gone":
                    order_status = ORDER_STATUS_CANCELED
                elif row.raw == "open":
                    if not filled > DECIMAL_0:
                        order_status = ORDER_STATUS_ACCEPTED
                    else:
                        order_status = ORDER_STATUS_PARTIALLY_FILLED
                elif not filled > DECIMAL_0:
                    order_status = ORDER_STATUS_REJECTED
                else:
                    order_status = ORDER_STATUS_CANCELED
            else:
                order_status = ORDER_STATUS_FILLED
            out.append(
                OrderStatusReport(
                    scope.ids[row.symbol],  # instrument_id
                    row.order_id,  # venue_order_id
                    SIDE_MEANS[row.side],  # order_side
                    order_type,
                    (
                        TIME_IN_FORCE_GTC
                        if row.life in {"day", "maker"}
                        else TIME_IN_FORCE_IOC if row.life == "now" else TIME_IN_FORCE_FOK
                    ),  # time_in_force
                    order_status,
                    DECIMALS[row.size],  # quantity
                    (row.time_ms * 1_000_000),  # ts_last
                    ts_init,
                    scope.account_id,
                    (row.tag if not tag else None),  # client_order_id
                    filled,  # filled_qty
                    post_only=row.life == "maker",
                    linked_order_ids=(row.tag,),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.rows", row, error)
