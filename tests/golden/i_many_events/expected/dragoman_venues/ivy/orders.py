"""orders of the venue ivy. Generated from specs/ivy/orders.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import (
    FillReport,
    FundingRateUpdate,
    IndexPriceUpdate,
    MarkPriceUpdate,
    Money,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    TimeInForce,
)
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.reads import finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Side = Literal["b", "s"]
SIDE_MEANS: dict[str, OrderSide] = {"b": OrderSide.BUY, "s": OrderSide.SELL}
State = Literal["new", "part", "done", "gone"]
STATE_MEANS: dict[str, OrderStatus] = {
    "new": OrderStatus.ACCEPTED,
    "part": OrderStatus.PARTIALLY_FILLED,
    "done": OrderStatus.FILLED,
    "gone": OrderStatus.CANCELED,
}

DECIMAL_0 = Decimal("0")
ORDER_TYPE_LIMIT = OrderType.LIMIT
ORDER_TYPE_MARKET = OrderType.MARKET
TIME_IN_FORCE_GTC = TimeInForce.GTC
TIME_IN_FORCE_IOC = TimeInForce.IOC


class Fill(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Full."""

    trade_id: int = field(name="id")
    price: Decimal = field(name="px")
    size: Decimal = field(name="qty")
    fee: Decimal
    fee_currency: str = field(name="feeCoin")


class OrderRow(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Orders, Full."""

    symbol: str = field(name="sym")
    order_id: int = field(name="oid")
    client_id: str = field(name="cid")
    side: Side
    state: State
    quantity: Decimal = field(name="qty")
    filled: Decimal
    price: Decimal = field(name="px")
    fill_id: int | str = field(name="fillId")
    fill_price: str = field(name="fillPx")
    fill_size: str = field(name="fillSz")
    time_ms: int = field(name="at")


class Prices(Struct, frozen=True, kw_only=True, tag_field="kind", tag="prices", gc=False):
    """A message of prices: Mark, index and funding in one message. https://docs.ivy.example/stream#prices"""

    symbol: str = field(name="s")
    mark: Decimal = field(name="m")
    index: str = field(name="i")
    rate: Decimal | None = field(name="r", default=None)
    next_ms: int | None = field(name="n", default=None)
    time_ms: int = field(name="E")


class Orders(Struct, frozen=True, kw_only=True, tag_field="kind", tag="orders", gc=False):
    """A message of orders: Orders, and a fill where a row tells of one. https://docs.ivy.example/stream#orders"""

    rows: list[OrderRow]


class Full(Struct, frozen=True, kw_only=True, tag_field="kind", tag="full", gc=False):
    """A message of full: An order with all of its fills. https://docs.ivy.example/stream#full"""

    order: OrderRow
    fills: list[Fill] | None = None


def emit_prices(scope: Scope, message: Prices, ts_init: int, out: list[Event]) -> None:
    """Mark, index and funding in one message to MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate."""
    instrument_id = scope.ids[message.symbol]
    time_ns = message.time_ms * 1_000_000
    out.append(MarkPriceUpdate(instrument_id, finite(message.mark), time_ns, ts_init))
    if bool(message.index):
        out.append(
            IndexPriceUpdate(
                instrument_id, DECIMALS[message.index] if message.index else DECIMAL_0, time_ns, ts_init
            )
        )
    if message.rate is not None and message.next_ms is not None:
        out.append(
            FundingRateUpdate(
                instrument_id,
                finite(message.rate) if message.rate is not None else DECIMAL_0,
                time_ns,
                ts_init,
                next_funding_ns=message.next_ms * 1_000_000 if message.next_ms is not None else None,
            )
        )


def emit_orders(scope: Scope, message: Orders, ts_init: int, out: list[Event]) -> None:
    """Orders, and a fill where a row tells of one to FillReport, OrderStatusReport."""
    for order in message.rows:
        try:
            order_id_ = scope.ids[order.symbol]
            if bool(order.fill_id not in ("0",)):
                out.append(
                    FillReport(
                        account_id=scope.account_id,
                        instrument_id=order_id_,
                        venue_order_id=str(order.order_id),
                        client_order_id=order.client_id if order.client_id else None,
                        venue_position_id=order_id_ + "-NET",
                        trade_id=str(integer(order.fill_id) if order.fill_id not in ("0",) else 0),
                        order_side=SIDE_MEANS[order.side],
                        last_qty=DECIMALS[order.fill_size] if order.fill_size else DECIMAL_0,
                        last_px=DECIMALS[order.fill_price] if order.fill_price else DECIMAL_0,
                        ts_event=order.time_ms * 1_000_000,
                        ts_init=ts_init,
                    )
                )
            out.append(
                OrderStatusReport(
                    account_id=scope.account_id,
                    instrument_id=order_id_,
                    venue_order_id=str(order.order_id),
                    client_order_id=order.client_id if order.client_id else None,
                    order_side=SIDE_MEANS[order.side],
                    order_type=ORDER_TYPE_LIMIT,
                    time_in_force=TIME_IN_FORCE_GTC,
                    order_status=STATE_MEANS[order.state],
                    quantity=finite(order.quantity),
                    filled_qty=finite(order.filled),
                    price=finite(order.price),
                    ts_last=order.time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.rows", order, error)


def emit_full(scope: Scope, message: Full, ts_init: int, out: list[Event]) -> None:
    """An order with all of its fills to OrderStatusReport, FillReport."""
    instrument_id = scope.ids[message.order.symbol]
    order = str(message.order.order_id)
    order_ = SIDE_MEANS[message.order.side]
    order_2 = message.order.time_ms * 1_000_000
    out.append(
        OrderStatusReport(
            account_id=scope.account_id,
            instrument_id=instrument_id,
            venue_order_id=order,
            order_side=order_,
            order_type=ORDER_TYPE_MARKET,
            time_in_force=TIME_IN_FORCE_IOC,
            order_status=STATE_MEANS[message.order.state],
            quantity=finite(message.order.quantity),
            filled_qty=finite(message.order.filled),
            ts_last=order_2,
            ts_init=ts_init,
        )
    )
    for fill in message.fills or ():
        try:
            size = finite(fill.size)
            if not (size > 0):
                continue
            out.append(
                FillReport(
                    account_id=scope.account_id,
                    instrument_id=instrument_id,
                    venue_order_id=order,
                    trade_id=str(fill.trade_id),
                    order_side=order_,
                    last_qty=size,
                    last_px=finite(fill.price),
                    commission=Money(finite(fill.fee), fill.fee_currency),
                    ts_event=order_2,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.fills", fill, error)
