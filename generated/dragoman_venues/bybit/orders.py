"""orders of the venue bybit. Generated from specs/bybit/orders.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import (
    FillReport,
    LiquiditySide,
    Money,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    TimeInForce,
    TriggerType,
)
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.reads import MOMENTS, OpenEnum, finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Category = Literal["spot", "linear", "inverse", "option"]
BuySell = Literal["Buy", "Sell"]
BUY_SELL_MEANS: dict[str, OrderSide] = {"Buy": OrderSide.BUY, "Sell": OrderSide.SELL}
ORDER_KIND_MEANS: OpenEnum[str] = OpenEnum(
    "OrderKind", {"Market": "Market", "Limit": "Limit", "UNKNOWN": "Limit"}, "Limit"
)
Direction = Literal[0, 1, 2]
DIRECTION_MEANS: dict[int, str] = {0: "nowhere", 1: "up", 2: "down"}
OrderState = Literal[
    "Created",
    "New",
    "Untriggered",
    "PartiallyFilled",
    "Filled",
    "Cancelled",
    "PartiallyFilledCanceled",
    "Deactivated",
    "Triggered",
    "Rejected",
]
LIFE_MEANS: OpenEnum[str] = OpenEnum(
    "Life",
    {"GTC": "GTC", "IOC": "IOC", "FOK": "FOK", "PostOnly": "PostOnly", "RPI": "RPI", "": "untold"},
    "untold",
)
TRIGGER_BY_MEANS: OpenEnum[TriggerType] = OpenEnum(
    "TriggerBy",
    {
        "LastPrice": TriggerType.LAST_PRICE,
        "MarkPrice": TriggerType.MARK_PRICE,
        "IndexPrice": TriggerType.INDEX_PRICE,
        "UNKNOWN": TriggerType.DEFAULT,
    },
    TriggerType.DEFAULT,
)
EXECUTION_KIND_MEANS: OpenEnum[str] = OpenEnum(
    "ExecutionKind",
    {
        "Trade": "Trade",
        "AdlTrade": "AdlTrade",
        "Funding": "Funding",
        "BustTrade": "BustTrade",
        "Delivery": "Delivery",
        "Settle": "Settle",
        "BlockTrade": "BlockTrade",
        "MovePosition": "MovePosition",
        "FutureSpread": "FutureSpread",
        "SessionSettlePnL": "SessionSettlePnL",
        "CorporateAction": "CorporateAction",
        "UNKNOWN": "UNKNOWN",
    },
    "other",
)

DECIMAL_0 = Decimal("0")
LIQUIDITY_SIDE_MAKER = LiquiditySide.MAKER
LIQUIDITY_SIDE_TAKER = LiquiditySide.TAKER
ORDER_SIDE_BUY = OrderSide.BUY
ORDER_STATUS_ACCEPTED = OrderStatus.ACCEPTED
ORDER_STATUS_CANCELED = OrderStatus.CANCELED
ORDER_STATUS_FILLED = OrderStatus.FILLED
ORDER_STATUS_PARTIALLY_FILLED = OrderStatus.PARTIALLY_FILLED
ORDER_STATUS_REJECTED = OrderStatus.REJECTED
ORDER_STATUS_TRIGGERED = OrderStatus.TRIGGERED
ORDER_TYPE_LIMIT = OrderType.LIMIT
ORDER_TYPE_LIMIT_IF_TOUCHED = OrderType.LIMIT_IF_TOUCHED
ORDER_TYPE_MARKET = OrderType.MARKET
ORDER_TYPE_MARKET_IF_TOUCHED = OrderType.MARKET_IF_TOUCHED
ORDER_TYPE_STOP_LIMIT = OrderType.STOP_LIMIT
ORDER_TYPE_STOP_MARKET = OrderType.STOP_MARKET
ORDER_TYPE_TRAILING_STOP_MARKET = OrderType.TRAILING_STOP_MARKET
TIME_IN_FORCE_FOK = TimeInForce.FOK
TIME_IN_FORCE_GTC = TimeInForce.GTC
TIME_IN_FORCE_IOC = TimeInForce.IOC
TRIGGER_TYPE_DEFAULT = TriggerType.DEFAULT


class OrderRow(Struct, frozen=True, kw_only=True, gc=False):
    """One order, on request or live. https://bybit-exchange.github.io/docs/v5/order/open-order"""

    category: Category | None = None
    symbol: str
    order_id: str = field(name="orderId")
    side: BuySell
    kind: str = field(name="orderType")
    cancel_kind: str | None = field(name="cancelType", default=None)
    price: str | None = None
    quantity: str = field(name="qty")
    life: str = field(name="timeInForce")
    state: OrderState = field(name="orderStatus")
    client_id: str | None = field(name="orderLinkId", default=None)
    parent_id: str | None = field(name="parentOrderLinkId", default=None)
    reduce_only: bool | None = field(name="reduceOnly", default=None)
    filled: str | None = field(name="cumExecQty", default=None)
    average: str | None = field(name="avgPrice", default=None)
    position_index: int | None = field(name="positionIdx", default=None)
    created_ms: str = field(name="createdTime")
    updated_ms: str | None = field(name="updatedTime", default=None)
    reject_reason: str | None = field(name="rejectReason", default=None)
    trigger_price: str | None = field(name="triggerPrice", default=None)
    trigger_by: str | None = field(name="triggerBy", default=None)
    stop_kind: str | None = field(name="stopOrderType", default=None)
    direction: Direction | None = field(name="triggerDirection", default=None)
    market_unit: str | None = field(name="marketUnit", default=None)


class ExecutionRow(Struct, frozen=True, kw_only=True, gc=False):
    """One execution, on request or live. https://bybit-exchange.github.io/docs/v5/order/execution"""

    category: Category | None = None
    symbol: str
    order_id: str = field(name="orderId")
    client_id: str | None = field(name="orderLinkId", default=None)
    side: BuySell
    execution_id: str = field(name="execId")
    price: Decimal = field(name="execPrice")
    size: Decimal = field(name="execQty")
    kind: str = field(name="execType")
    fee: str | None = field(name="execFee", default=None)
    spread_fee: str | None = field(name="execFeeV2", default=None)
    fee_currency: str | None = field(name="feeCurrency", default=None)
    is_maker: bool = field(name="isMaker")
    time_ms: str = field(name="execTime")


class FastRow(Struct, frozen=True, kw_only=True, gc=False):
    """One execution of the fast stream. https://bybit-exchange.github.io/docs/v5/websocket/private/fast-execution"""

    category: Category
    symbol: str
    order_id: str = field(name="orderId")
    client_id: str | None = field(name="orderLinkId", default=None)
    side: BuySell
    execution_id: str = field(name="execId")
    price: Decimal = field(name="execPrice")
    size: Decimal = field(name="execQty")
    is_maker: bool | None = field(name="isMaker", default=None)
    time_ms: str = field(name="execTime")


class OrdersResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Orders."""

    rows: list[OrderRow] = field(name="list")
    next_page_cursor: str | None = field(name="nextPageCursor", default=None)


class Orders(Struct, frozen=True, kw_only=True, gc=False):
    """A page of orders. https://bybit-exchange.github.io/docs/v5/order/open-order"""

    code: int = field(name="retCode")
    told: str = field(name="retMsg")
    result: OrdersResult


class Named(Struct, frozen=True, kw_only=True, gc=False):
    """The ids of an order that a command is about. https://bybit-exchange.github.io/docs/v5/order/create-order"""

    order_id: str | None = field(name="orderId", default=None)
    client_id: str | None = field(name="orderLinkId", default=None)


class Answer(Struct, frozen=True, kw_only=True, gc=False):
    """What becomes of a command for one order. https://bybit-exchange.github.io/docs/v5/order/create-order"""

    code: int = field(name="retCode")
    told: str = field(name="retMsg")
    result: Named | None = None


class CancelledOrdersResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of CancelledOrders."""

    rows: list[Named] | None = field(name="list", default=None)


class CancelledOrders(Struct, frozen=True, kw_only=True, gc=False):
    """The orders that were cancelled. https://bybit-exchange.github.io/docs/v5/order/cancel-all"""

    code: int = field(name="retCode")
    told: str = field(name="retMsg")
    result: CancelledOrdersResult


class Verdict(Struct, frozen=True, kw_only=True, gc=False):
    """What becomes of one entry of a batch. https://bybit-exchange.github.io/docs/v5/order/batch-place"""

    code: int
    told: str = field(name="msg")


class AnswersResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Answers."""

    rows: list[Named] | None = field(name="list", default=None)


class AnswersMore(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Answers."""

    verdicts: list[Verdict] | None = field(name="list", default=None)


class Answers(Struct, frozen=True, kw_only=True, gc=False):
    """What becomes of every entry of a batch, in two lists of one order. https://bybit-exchange.github.io/docs/v5/order/batch-place"""

    code: int = field(name="retCode")
    told: str = field(name="retMsg")
    result: AnswersResult
    more: AnswersMore = field(name="retExtInfo")


class GetExecutionsResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetExecutionsResponse."""

    rows: list[ExecutionRow] = field(name="list")
    next_page_cursor: str | None = field(name="nextPageCursor", default=None)


class GetExecutionsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_executions: Executions, seven days at a time. https://bybit-exchange.github.io/docs/v5/order/execution"""

    result: GetExecutionsResponseResult


class ExecutionRowText(Struct, frozen=True, kw_only=True, gc=False):
    """ExecutionRow, its decimals still text."""

    category: Category | None = None
    symbol: str
    order_id: str = field(name="orderId")
    client_id: str | None = field(name="orderLinkId", default=None)
    side: BuySell
    execution_id: str = field(name="execId")
    price: str = field(name="execPrice")
    size: str = field(name="execQty")
    kind: str = field(name="execType")
    fee: str | None = field(name="execFee", default=None)
    spread_fee: str | None = field(name="execFeeV2", default=None)
    fee_currency: str | None = field(name="feeCurrency", default=None)
    is_maker: bool = field(name="isMaker")
    time_ms: str = field(name="execTime")


class FastRowText(Struct, frozen=True, kw_only=True, gc=False):
    """FastRow, its decimals still text."""

    category: Category
    symbol: str
    order_id: str = field(name="orderId")
    client_id: str | None = field(name="orderLinkId", default=None)
    side: BuySell
    execution_id: str = field(name="execId")
    price: str = field(name="execPrice")
    size: str = field(name="execQty")
    is_maker: bool | None = field(name="isMaker", default=None)
    time_ms: str = field(name="execTime")


def emit_get_open_orders(scope: Scope, message: Orders, ts_init: int, out: list[Event]) -> None:
    """Open orders, and the latest closed ones to OrderStatusReport."""
    for row in message.result.rows:
        try:
            side = BUY_SELL_MEANS[row.side]
            life = LIFE_MEANS.means.get(row.life) or LIFE_MEANS.read(row.life, scope)
            filled = DECIMALS[row.filled] if row.filled else DECIMAL_0
            created_ns = MOMENTS[row.created_ms]
            has_trigger_price = (
                trigger_price := DECIMALS[row.trigger_price] if row.trigger_price else DECIMAL_0
            ) != DECIMAL_0
            position_index = row.position_index if row.position_index is not None else 0
            if (
                row.stop_kind
                if row.stop_kind is not None and row.stop_kind not in {"", "UNKNOWN", "Unknown"}
                else ""
            ) != "TrailingStop":
                if (
                    ORDER_KIND_MEANS.means.get(row.kind) or ORDER_KIND_MEANS.read(row.kind, scope)
                ) == "Market":
                    if (
                        not (row.stop_kind is not None and row.stop_kind not in {"", "UNKNOWN", "Unknown"})
                        or (
                            direction := (
                                DIRECTION_MEANS[row.direction] if row.direction is not None else "nowhere"
                            )
                        )
                        == "nowhere"
                    ):
                        order_type = ORDER_TYPE_MARKET
                    elif direction == "up":
                        if side is ORDER_SIDE_BUY:
                            order_type = ORDER_TYPE_STOP_MARKET
                        else:
                            order_type = ORDER_TYPE_MARKET_IF_TOUCHED
                    elif side is ORDER_SIDE_BUY:
                        order_type = ORDER_TYPE_MARKET_IF_TOUCHED
                    else:
                        order_type = ORDER_TYPE_STOP_MARKET
                elif (
                    not (row.stop_kind is not None and row.stop_kind not in {"", "UNKNOWN", "Unknown"})
                    or (
                        direction_ := (
                            DIRECTION_MEANS[row.direction] if row.direction is not None else "nowhere"
                        )
                    )
                    == "nowhere"
                ):
                    order_type = ORDER_TYPE_LIMIT
                elif direction_ == "up":
                    if side is ORDER_SIDE_BUY:
                        order_type = ORDER_TYPE_STOP_LIMIT
                    else:
                        order_type = ORDER_TYPE_LIMIT_IF_TOUCHED
                elif side is ORDER_SIDE_BUY:
                    order_type = ORDER_TYPE_LIMIT_IF_TOUCHED
                else:
                    order_type = ORDER_TYPE_STOP_LIMIT
            else:
                order_type = ORDER_TYPE_TRAILING_STOP_MARKET
            if row.state in {"Created", "New", "Untriggered"}:
                order_status = ORDER_STATUS_ACCEPTED
            elif row.state == "PartiallyFilled":
                order_status = ORDER_STATUS_PARTIALLY_FILLED
            elif row.state == "Filled":
                order_status = ORDER_STATUS_FILLED
            elif row.state in {"PartiallyFilledCanceled", "Deactivated"}:
                order_status = ORDER_STATUS_CANCELED
            elif row.state == "Triggered":
                order_status = ORDER_STATUS_TRIGGERED
            elif row.state == "Cancelled":
                if (
                    row.reject_reason
                    if row.reject_reason is not None
                    and row.reject_reason not in {"", "EC_NoError", "UNKNOWN"}
                    else ""
                ) == "EC_PostOnlyWillTakeLiquidity":
                    if not filled > DECIMAL_0:
                        order_status = ORDER_STATUS_REJECTED
                    else:
                        order_status = ORDER_STATUS_CANCELED
                else:
                    order_status = ORDER_STATUS_CANCELED
            elif not filled > DECIMAL_0:
                order_status = ORDER_STATUS_REJECTED
            else:
                order_status = ORDER_STATUS_CANCELED
            out.append(
                OrderStatusReport(
                    scope.ids_of(row.category if row.category is not None else scope.product)[
                        row.symbol
                    ],  # instrument_id
                    row.order_id,  # venue_order_id
                    side,  # order_side
                    order_type,
                    (
                        TIME_IN_FORCE_GTC
                        if life in {"GTC", "PostOnly", "RPI", "untold"}
                        else TIME_IN_FORCE_IOC if life == "IOC" else TIME_IN_FORCE_FOK
                    ),  # time_in_force
                    order_status,
                    (
                        filled
                        if (row.market_unit if row.market_unit is not None else "") == "quoteCoin"
                        and filled > DECIMAL_0
                        else DECIMALS[row.quantity] if row.quantity else DECIMAL_0
                    ),  # quantity
                    (MOMENTS[row.updated_ms] if row.updated_ms else created_ns),  # ts_last
                    ts_init,
                    scope.account_id,
                    (row.client_id or None),  # client_order_id
                    filled,  # filled_qty
                    (
                        (price if row.price else None)
                        if ((price := DECIMALS[row.price] if row.price else DECIMAL_0) != DECIMAL_0)
                        else None
                    ),  # price
                    (
                        (average if row.average else None)
                        if ((average := DECIMALS[row.average] if row.average else DECIMAL_0) != DECIMAL_0)
                        else None
                    ),  # avg_px
                    (
                        (trigger_price if row.trigger_price else None) if has_trigger_price else None
                    ),  # trigger_price
                    (
                        (
                            (
                                TRIGGER_BY_MEANS.means.get(row.trigger_by)
                                or TRIGGER_BY_MEANS.read(row.trigger_by, scope)
                            )
                            if row.trigger_by
                            else TRIGGER_TYPE_DEFAULT
                        )
                        if has_trigger_price
                        else None
                    ),  # trigger_type
                    (life in {"PostOnly", "RPI"}),  # post_only
                    (row.reduce_only if row.reduce_only is not None else False),  # reduce_only
                    (
                        (
                            row.reject_reason
                            if row.reject_reason is not None
                            and row.reject_reason not in {"", "EC_NoError", "UNKNOWN"}
                            else (
                                row.cancel_kind
                                if row.cancel_kind is not None and row.cancel_kind not in {"", "UNKNOWN"}
                                else None
                            )
                        )
                        if row.state in {"Cancelled", "PartiallyFilledCanceled", "Deactivated", "Rejected"}
                        else None
                    ),  # cancel_reason
                    created_ns,  # ts_accepted
                    venue_position_id=(
                        (
                            row.symbol
                            + "-"
                            + (row.category if row.category is not None else scope.product).upper()
                            + ".BYBIT-"
                            + ("LONG" if position_index == 1 else "SHORT")
                        )
                        if (position_index != 0)
                        else None
                    ),
                    parent_order_id=row.parent_id or None,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_get_executions(scope: Scope, message: GetExecutionsResponse, ts_init: int, out: list[Event]) -> None:
    """Executions, seven days at a time to FillReport."""
    for row in message.result.rows:
        try:
            kind = EXECUTION_KIND_MEANS.means.get(row.kind) or EXECUTION_KIND_MEANS.read(row.kind, scope)
            if kind != "Funding" and kind != "SessionSettlePnL" and kind != "CorporateAction":
                side = BUY_SELL_MEANS[row.side]
                out.append(
                    FillReport(
                        scope.ids_of(row.category if row.category is not None else scope.product)[
                            row.symbol
                        ],  # instrument_id
                        row.order_id,  # venue_order_id
                        row.execution_id,  # trade_id
                        side,  # order_side
                        finite(row.size),  # last_qty
                        finite(row.price),  # last_px
                        (integer(row.time_ms) * 1_000_000),  # ts_event
                        ts_init,
                        scope.account_id,
                        (row.client_id or None),  # client_order_id
                        (
                            (
                                Money(
                                    DECIMALS[row.spread_fee] if row.spread_fee else DECIMALS[row.fee],
                                    row.fee_currency
                                    or (
                                        got
                                        if (got := scope.told("quote_currency")) is not None
                                        else (
                                            row.symbol.partition("USD")[0]
                                            if (row.category if row.category is not None else scope.product)
                                            == "inverse"
                                            else (
                                                ("USDT" if "USDT" in row.symbol else "USDC")
                                                if (
                                                    row.category
                                                    if row.category is not None
                                                    else scope.product
                                                )
                                                != "spot"
                                                else (
                                                    (
                                                        row.symbol[0:-4]
                                                        if row.symbol[-4:] in {"USDT", "USDC", "USDE", "USD1"}
                                                        else row.symbol[0:-3]
                                                    )
                                                    if (side is ORDER_SIDE_BUY)
                                                    == (
                                                        not row.is_maker
                                                        or (DECIMALS[row.fee] if row.fee else DECIMAL_0)
                                                        >= DECIMAL_0
                                                    )
                                                    else (
                                                        symbol
                                                        if (symbol := row.symbol[-4:])
                                                        in {"USDT", "USDC", "USDE", "USD1"}
                                                        else row.symbol[-3:]
                                                    )
                                                )
                                            )
                                        )
                                    ),
                                )
                            )
                            if row.fee
                            else None
                        ),  # commission
                        (LIQUIDITY_SIDE_MAKER if row.is_maker else LIQUIDITY_SIDE_TAKER),  # liquidity_side
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_create_order(scope: Scope, message: Answer, ts_init: int, out: list[Event]) -> None:
    """Create an order to no event."""


def emit_cancel_all_orders(scope: Scope, message: CancelledOrders, ts_init: int, out: list[Event]) -> None:
    """Cancel all orders of a symbol, a coin or a product to no event."""


def emit_create_orders(scope: Scope, message: Answers, ts_init: int, out: list[Event]) -> None:
    """Create several orders at once to no event."""


emit_get_order_history = emit_get_open_orders
emit_amend_order = emit_create_order
emit_cancel_order = emit_create_order
emit_amend_orders = emit_create_orders
emit_cancel_orders = emit_create_orders
