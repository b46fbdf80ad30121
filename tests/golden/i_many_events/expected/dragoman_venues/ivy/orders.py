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
    """Part of Full. https://docs.ivy.example/stream#full"""

    trade_id: int = field(name="id")
    price: Decimal = field(name="px")
    size: Decimal = field(name="qty")
    fee: Decimal
    fee_currency: str = field(name="feeCoin")


class OrderRow(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Orders, Full. https://docs.ivy.example/stream#orders"""

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


class OrderRowText(Struct, frozen=True, kw_only=True, gc=False):
    """OrderRow, its decimals still text."""

    symbol: str = field(name="sym")
    order_id: int = field(name="oid")
    client_id: str = field(name="cid")
    side: Side
    state: State
    quantity: str = field(name="qty")
    filled: str
    price: str = field(name="px")
    fill_id: int | str = field(name="fillId")
    fill_price: str = field(name="fillPx")
    fill_size: str = field(name="fillSz")
    time_ms: int = field(name="at")


class OrdersText(Struct, frozen=True, kw_only=True, tag_field="kind", tag="orders", gc=False):
    """Orders, its decimals still text."""

    rows: list[OrderRowText]


class Full(Struct, frozen=True, kw_only=True, tag_field="kind", tag="full", gc=False):
    """A message of full: An order with all of its fills. https://docs.ivy.example/stream#full"""

    order: OrderRow
    fills: list[Fill] | None = None


class FillText(Struct, frozen=True, kw_only=True, gc=False):
    """Fill, its decimals still text."""

    trade_id: int = field(name="id")
    price: str = field(name="px")
    size: str = field(name="qty")
    fee: str
    fee_currency: str = field(name="feeCoin")


class FullText(Struct, frozen=True, kw_only=True, tag_field="kind", tag="full", gc=False):
    """Full, its decimals still text."""

    order: OrderRowText
    fills: list[FillText] | None = None


def emit_prices(scope: Scope, message: Prices, ts_init: int, out: list[Event]) -> None:
    """Mark, index and funding in one message to MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate."""
    instrument_id = scope.ids[message.symbol]
    time_ns = message.time_ms * 1_000_000
    out.append(MarkPriceUpdate(instrument_id, finite(message.mark), time_ns, ts_init))
    if message.index:
        out.append(IndexPriceUpdate(instrument_id, DECIMALS[message.index], time_ns, ts_init))
    if message.rate is not None and message.next_ms is not None:
        out.append(
            FundingRateUpdate(
                instrument_id, finite(message.rate), time_ns, ts_init, None, message.next_ms * 1_000_000
            )
        )


def emit_orders(scope: Scope, message: OrdersText, ts_init: int, out: list[Event]) -> None:
    """Orders, and a fill where a row tells of one to FillReport, OrderStatusReport."""
    for order in message.rows:
        try:
            order_id_ = scope.ids[order.symbol]
            if order.fill_id not in ("0",):
                out.append(
                    FillReport(
                        order_id_,  # instrument_id
                        str(order.order_id),  # venue_order_id
                        str(integer(order.fill_id)),  # trade_id
                        SIDE_MEANS[order.side],  # order_side
                        (DECIMALS[order.fill_size] if order.fill_size else DECIMAL_0),  # last_qty
                        (DECIMALS[order.fill_price] if order.fill_price else DECIMAL_0),  # last_px
                        (order.time_ms * 1_000_000),  # ts_event
                        ts_init,
                        scope.account_id,
                        (order.client_id or None),  # client_order_id
                        venue_position_id=order_id_ + "-NET",
                    )
                )
            out.append(
                OrderStatusReport(
                    order_id_,  # instrument_id
                    str(order.order_id),  # venue_order_id
                    SIDE_MEANS[order.side],  # order_side
                    ORDER_TYPE_LIMIT,  # order_type
                    TIME_IN_FORCE_GTC,  # time_in_force
                    STATE_MEANS[order.state],  # order_status
                    DECIMALS[order.quantity],  # quantity
                    (order.time_ms * 1_000_000),  # ts_last
                    ts_init,
                    scope.account_id,
                    (order.client_id or None),  # client_order_id
                    DECIMALS[order.filled],  # filled_qty
                    DECIMALS[order.price],  # price
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.rows", order, error)


def emit_full(scope: Scope, message: FullText, ts_init: int, out: list[Event]) -> None:
    """An order with all of its fills to OrderStatusReport, FillReport."""
    instrument_id = scope.ids[message.order.symbol]
    order = str(message.order.order_id)
    order_ = SIDE_MEANS[message.order.side]
    order_2 = message.order.time_ms * 1_000_000
    out.append(
        OrderStatusReport(
            instrument_id,
            order,  # venue_order_id
            order_,  # order_side
            ORDER_TYPE_MARKET,  # order_type
            TIME_IN_FORCE_IOC,  # time_in_force
            STATE_MEANS[message.order.state],  # order_status
            DECIMALS[message.order.quantity],  # quantity
            order_2,  # ts_last
            ts_init,
            scope.account_id,
            None,  # client_order_id
            DECIMALS[message.order.filled],  # filled_qty
        )
    )
    for fill in message.fills or ():
        try:
            size = DECIMALS[fill.size]
            if not (size > DECIMAL_0):
                continue
            out.append(
                FillReport(
                    instrument_id,
                    order,  # venue_order_id
                    str(fill.trade_id),  # trade_id
                    order_,  # order_side
                    size,  # last_qty
                    DECIMALS[fill.price],  # last_px
                    order_2,  # ts_event
                    ts_init,
                    scope.account_id,
                    None,  # client_order_id
                    Money(DECIMALS[fill.fee], fill.fee_currency),  # commission
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.fills", fill, error)
