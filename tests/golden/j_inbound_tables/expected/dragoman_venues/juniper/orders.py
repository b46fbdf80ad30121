"""orders of the venue juniper. Generated from specs/juniper/orders.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import OrderSide, OrderStatus, OrderStatusReport, OrderType, TimeInForce
from dragoman.translate.facts import Event
from dragoman.translate.reads import finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Side = Literal["B", "S"]
SIDE_MEANS: dict[str, OrderSide] = {"B": OrderSide.BUY, "S": OrderSide.SELL}
Base = Literal["limit", "market"]
Stop = Literal["none", "stop", "take"]
Life = Literal["day", "now", "all", "maker"]
Phase = Literal["open", "done", "gone", "no"]

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


def emit_orders(scope: Scope, message: Orders, ts_init: int, out: list[Event]) -> None:
    """Orders to OrderStatusReport."""
    for row in message.rows:
        try:
            tag = row.tag.startswith("auto-")
            filled = finite(row.filled)
            out.append(
                OrderStatusReport(
                    account_id=scope.account_id,
                    instrument_id=scope.ids[row.symbol],
                    venue_order_id=row.order_id,
                    client_order_id=(row.tag if not tag else None),
                    order_side=SIDE_MEANS[row.side],
                    order_type=(
                        ORDER_TYPE_LIMIT
                        if row.base == "limit" and row.stop == "none"
                        else (
                            ORDER_TYPE_MARKET
                            if row.base == "market" and row.stop == "none"
                            else (
                                ORDER_TYPE_STOP_LIMIT
                                if row.base == "limit" and row.stop == "stop"
                                else (
                                    ORDER_TYPE_STOP_MARKET
                                    if row.base == "market" and row.stop == "stop"
                                    else (
                                        ORDER_TYPE_LIMIT_IF_TOUCHED
                                        if row.base == "limit" and row.stop == "take"
                                        else ORDER_TYPE_MARKET_IF_TOUCHED
                                    )
                                )
                            )
                        )
                    ),
                    time_in_force=(
                        TIME_IN_FORCE_GTC
                        if row.life in ("day", "maker")
                        else TIME_IN_FORCE_IOC if row.life == "now" else TIME_IN_FORCE_FOK
                    ),
                    order_status=(
                        ORDER_STATUS_ACCEPTED
                        if row.raw == "open" and not filled > 0 and not tag
                        else (
                            ORDER_STATUS_PARTIALLY_FILLED
                            if row.raw == "open" and filled > 0 and not tag
                            else (
                                ORDER_STATUS_FILLED
                                if row.raw == "done" and not tag
                                else (
                                    ORDER_STATUS_CANCELED
                                    if row.raw == "gone" and not tag
                                    else (
                                        ORDER_STATUS_REJECTED
                                        if row.raw == "no" and not filled > 0 and not tag
                                        else (
                                            ORDER_STATUS_CANCELED
                                            if row.raw == "no" and filled > 0 and not tag
                                            else ORDER_STATUS_FILLED
                                        )
                                    )
                                )
                            )
                        )
                    ),
                    quantity=finite(row.size),
                    filled_qty=filled,
                    post_only=row.life == "maker",
                    ts_last=row.time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.rows", row, error)
