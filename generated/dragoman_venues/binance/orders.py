"""orders of the venue binance. Generated from specs/binance/orders.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import (
    FillReport,
    InstrumentId,
    LiquiditySide,
    Money,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    TimeInForce,
    TrailingOffsetType,
    TriggerType,
)
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import div, multiply
from dragoman.translate.reads import OpenEnum, as_list, as_rows, finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Raw, Struct, field

from dragoman_venues.binance.derivatives import SIDE_MEANS, Side

OrderState = Literal[
    "NEW",
    "PENDING_NEW",
    "PARTIALLY_FILLED",
    "FILLED",
    "NEW_ADL",
    "NEW_INSURANCE",
    "CANCELED",
    "PENDING_CANCEL",
    "REJECTED",
    "EXPIRED",
    "EXPIRED_IN_MATCH",
]
ORDER_STATE_MEANS: dict[str, OrderStatus] = {
    "NEW": OrderStatus.ACCEPTED,
    "PENDING_NEW": OrderStatus.ACCEPTED,
    "PARTIALLY_FILLED": OrderStatus.PARTIALLY_FILLED,
    "FILLED": OrderStatus.FILLED,
    "NEW_ADL": OrderStatus.FILLED,
    "NEW_INSURANCE": OrderStatus.FILLED,
    "CANCELED": OrderStatus.CANCELED,
    "PENDING_CANCEL": OrderStatus.PENDING_CANCEL,
    "REJECTED": OrderStatus.REJECTED,
    "EXPIRED": OrderStatus.EXPIRED,
    "EXPIRED_IN_MATCH": OrderStatus.EXPIRED,
}
LIFE_MEANS: OpenEnum[str] = OpenEnum(
    "Life",
    {
        "GTC": "GTC",
        "IOC": "IOC",
        "FOK": "FOK",
        "GTX": "GTX",
        "GTD": "GTD",
        "RPI": "RPI",
        "GTE_GTC": "GTE_GTC",
    },
    "other",
)
SPOT_TYPE_MEANS: OpenEnum[str] = OpenEnum(
    "SpotType",
    {
        "LIMIT": "LIMIT",
        "LIMIT_MAKER": "LIMIT_MAKER",
        "MARKET": "MARKET",
        "STOP_LOSS": "STOP_LOSS",
        "STOP_LOSS_LIMIT": "STOP_LOSS_LIMIT",
        "TAKE_PROFIT": "TAKE_PROFIT",
        "TAKE_PROFIT_LIMIT": "TAKE_PROFIT_LIMIT",
    },
    "other",
)
FUTURES_TYPE_MEANS: OpenEnum[OrderType] = OpenEnum(
    "FuturesType",
    {
        "LIMIT": OrderType.LIMIT,
        "MARKET": OrderType.MARKET,
        "STOP": OrderType.STOP_LIMIT,
        "STOP_MARKET": OrderType.STOP_MARKET,
        "TAKE_PROFIT": OrderType.LIMIT_IF_TOUCHED,
        "TAKE_PROFIT_MARKET": OrderType.MARKET_IF_TOUCHED,
        "TRAILING_STOP_MARKET": OrderType.TRAILING_STOP_MARKET,
        "LIQUIDATION": OrderType.MARKET,
        "ADL": OrderType.MARKET,
    },
    OrderType.MARKET,
)
WORKING_MEANS: OpenEnum[TriggerType] = OpenEnum(
    "Working",
    {"CONTRACT_PRICE": TriggerType.LAST_PRICE, "MARK_PRICE": TriggerType.MARK_PRICE},
    TriggerType.DEFAULT,
)
PositionKind = Literal["BOTH", "LONG", "SHORT"]
EXECUTION_MEANS: OpenEnum[str] = OpenEnum(
    "Execution",
    {
        "NEW": "NEW",
        "CANCELED": "CANCELED",
        "REPLACED": "REPLACED",
        "REJECTED": "REJECTED",
        "TRADE": "TRADE",
        "EXPIRED": "EXPIRED",
        "TRADE_PREVENTION": "TRADE_PREVENTION",
        "CALCULATED": "CALCULATED",
        "AMENDMENT": "AMENDMENT",
    },
    "other",
)
FUTURES_EXPIRY_MEANS: OpenEnum[str] = OpenEnum(
    "FuturesExpiry",
    {
        "0": "NONE",
        "1": "SELF_TRADE",
        "2": "IOC_REST",
        "3": "IOC_SELF_TRADE",
        "4": "REDUCE_ONLY_KNOCKED_OUT",
        "5": "LIQUIDATION",
        "6": "GTE_UNSATISFIED",
        "7": "SYMBOL_DELISTED",
        "8": "STOP_TRIGGERED",
        "9": "MARKET_REST",
        "10": "FOK_UNFILLED",
        "11": "WOULD_TAKE",
    },
    "OTHER",
)
AlgoState = Literal["NEW", "TRIGGERING", "TRIGGERED", "FINISHED", "CANCELED", "EXPIRED", "REJECTED"]

DECIMAL_0 = Decimal("0")
LIQUIDITY_SIDE_MAKER = LiquiditySide.MAKER
LIQUIDITY_SIDE_TAKER = LiquiditySide.TAKER
ORDER_SIDE_BUY = OrderSide.BUY
ORDER_SIDE_SELL = OrderSide.SELL
ORDER_STATUS_ACCEPTED = OrderStatus.ACCEPTED
ORDER_STATUS_CANCELED = OrderStatus.CANCELED
ORDER_STATUS_EXPIRED = OrderStatus.EXPIRED
ORDER_STATUS_FILLED = OrderStatus.FILLED
ORDER_STATUS_REJECTED = OrderStatus.REJECTED
ORDER_TYPE_LIMIT = OrderType.LIMIT
ORDER_TYPE_LIMIT_IF_TOUCHED = OrderType.LIMIT_IF_TOUCHED
ORDER_TYPE_MARKET = OrderType.MARKET
ORDER_TYPE_MARKET_IF_TOUCHED = OrderType.MARKET_IF_TOUCHED
ORDER_TYPE_STOP_LIMIT = OrderType.STOP_LIMIT
ORDER_TYPE_STOP_MARKET = OrderType.STOP_MARKET
ORDER_TYPE_TRAILING_STOP_LIMIT = OrderType.TRAILING_STOP_LIMIT
ORDER_TYPE_TRAILING_STOP_MARKET = OrderType.TRAILING_STOP_MARKET
TIME_IN_FORCE_FOK = TimeInForce.FOK
TIME_IN_FORCE_GTC = TimeInForce.GTC
TIME_IN_FORCE_GTD = TimeInForce.GTD
TIME_IN_FORCE_IOC = TimeInForce.IOC
TRAILING_OFFSET_TYPE_BASIS_POINTS = TrailingOffsetType.BASIS_POINTS
TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET = TrailingOffsetType.NO_TRAILING_OFFSET
TRIGGER_TYPE_LAST_PRICE = TriggerType.LAST_PRICE


class SpotFill(Struct, frozen=True, kw_only=True, gc=False):
    """A fill in the answer to a new order. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-trade"""

    price: Decimal
    qty: Decimal
    commission: Decimal
    commission_asset: str = field(name="commissionAsset")
    trade_id: int | None = field(name="tradeId", default=None)
    alloc_id: int | None = field(name="allocId", default=None)


class SpotOrder(Struct, frozen=True, kw_only=True, gc=False):
    """A spot or margin order, as answers to every order call hold it. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-order-user_data"""

    symbol: str
    order_id: int | str = field(name="orderId")
    order_list_id: int | None = field(name="orderListId", default=None)
    client_order_id: str = field(name="clientOrderId")
    original_client_order_id: str | None = field(name="origClientOrderId", default=None)
    price: Decimal
    original_qty: Decimal | None = field(name="origQty", default=None)
    executed_qty: Decimal = field(name="executedQty")
    cumulative_quote_qty: Decimal | None = field(name="cummulativeQuoteQty", default=None)
    status: OrderState
    life: str = field(name="timeInForce")
    type: str
    side: Side
    stop_price: Decimal | None = field(name="stopPrice", default=None)
    iceberg_qty: Decimal | None = field(name="icebergQty", default=None)
    trailing_delta: int | None = field(name="trailingDelta", default=None)
    time_ms: int | None = field(name="time", default=None)
    transact_time_ms: int | None = field(name="transactTime", default=None)
    update_time_ms: int | None = field(name="updateTime", default=None)
    pegged_price: Decimal | None = field(name="peggedPrice", default=None)
    expiry_reason: str | None = field(name="expiryReason", default=None)
    fills: list[SpotFill] | None = None


class SentOrder(Struct, frozen=True, kw_only=True, gc=False):
    """A spot or margin order as the answer to its submission tells it; an ACK tells none of its terms. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-trade"""

    symbol: str
    order_id: int | str = field(name="orderId")
    order_list_id: int | None = field(name="orderListId", default=None)
    client_order_id: str = field(name="clientOrderId")
    original_client_order_id: str | None = field(name="origClientOrderId", default=None)
    price: Decimal | None = None
    original_qty: Decimal | None = field(name="origQty", default=None)
    executed_qty: Decimal | None = field(name="executedQty", default=None)
    cumulative_quote_qty: Decimal | None = field(name="cummulativeQuoteQty", default=None)
    status: OrderState | None = None
    life: str | None = field(name="timeInForce", default=None)
    type: str | None = None
    side: Side | None = None
    stop_price: Decimal | None = field(name="stopPrice", default=None)
    iceberg_qty: Decimal | None = field(name="icebergQty", default=None)
    trailing_delta: int | None = field(name="trailingDelta", default=None)
    time_ms: int | None = field(name="time", default=None)
    transact_time_ms: int | None = field(name="transactTime", default=None)
    update_time_ms: int | None = field(name="updateTime", default=None)
    pegged_price: Decimal | None = field(name="peggedPrice", default=None)
    expiry_reason: str | None = field(name="expiryReason", default=None)
    fills: list[SpotFill] | None = None


class ReplacedOrder(Struct, frozen=True, kw_only=True, gc=False):
    """What became of an order and of the one in its place. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-an-existing-order-and-send-a-new-order-trade"""

    cancel_result: str = field(name="cancelResult")
    new_order_result: str = field(name="newOrderResult")
    canceled: SpotOrder | None = field(name="cancelResponse", default=None)
    new_order: SentOrder | None = field(name="newOrderResponse", default=None)


class CanceledOrder(Struct, frozen=True, kw_only=True, gc=False):
    """A spot or margin order that was cancelled with others, or a list of them. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-all-open-orders-on-a-symbol-trade"""

    symbol: str
    order_id: int | str | None = field(name="orderId", default=None)
    order_list_id: int | None = field(name="orderListId", default=None)
    client_order_id: str | None = field(name="clientOrderId", default=None)
    original_client_order_id: str | None = field(name="origClientOrderId", default=None)
    price: Decimal | None = None
    original_qty: Decimal | None = field(name="origQty", default=None)
    executed_qty: Decimal | None = field(name="executedQty", default=None)
    cumulative_quote_qty: Decimal | None = field(name="cummulativeQuoteQty", default=None)
    status: OrderState | None = None
    life: str | None = field(name="timeInForce", default=None)
    type: str | None = None
    side: Side | None = None
    stop_price: Decimal | None = field(name="stopPrice", default=None)
    iceberg_qty: Decimal | None = field(name="icebergQty", default=None)
    trailing_delta: int | None = field(name="trailingDelta", default=None)
    time_ms: int | None = field(name="time", default=None)
    transact_time_ms: int | None = field(name="transactTime", default=None)
    update_time_ms: int | None = field(name="updateTime", default=None)
    pegged_price: Decimal | None = field(name="peggedPrice", default=None)
    expiry_reason: str | None = field(name="expiryReason", default=None)
    order_reports: list[SentOrder] | None = field(name="orderReports", default=None)


class FuturesOrder(Struct, frozen=True, kw_only=True, gc=False):
    """A futures order, as answers to every order call hold it. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#query-order"""

    symbol: str
    order_id: int = field(name="orderId")
    client_order_id: str | None = field(name="clientOrderId", default=None)
    price: Decimal
    average_price: Decimal | None = field(name="avgPrice", default=None)
    original_qty: Decimal = field(name="origQty")
    executed_qty: Decimal = field(name="executedQty")
    status: OrderState
    life: str = field(name="timeInForce")
    type: str
    side: Side
    position_kind: PositionKind | None = field(name="positionSide", default=None)
    reduce_only: bool | None = field(name="reduceOnly", default=None)
    stop_price: Decimal | None = field(name="stopPrice", default=None)
    working: str | None = field(name="workingType", default=None)
    callback_rate: Decimal | None = field(name="priceRate", default=None)
    good_till_ms: int | None = field(name="goodTillDate", default=None)
    time_ms: int | None = field(name="time", default=None)
    update_time_ms: int | None = field(name="updateTime", default=None)


class AlgoOrder(Struct, frozen=True, kw_only=True, gc=False):
    """A conditional futures order. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#query-algo-order"""

    symbol: str
    algo_id: int = field(name="algoId")
    client_order_id: str = field(name="clientAlgoId")
    type: str | None = None
    order_type: str | None = field(name="orderType", default=None)
    side: Side
    position_kind: PositionKind | None = field(name="positionSide", default=None)
    life: str | None = field(name="timeInForce", default=None)
    quantity: str | None = None
    price: str | None = None
    trigger_price: str | None = field(name="triggerPrice", default=None)
    activation_price: str | None = field(name="activatePrice", default=None)
    callback_rate: str | None = field(name="callbackRate", default=None)
    working: str | None = field(name="workingType", default=None)
    reduce_only: bool | None = field(name="reduceOnly", default=None)
    state: AlgoState = field(name="algoStatus")
    actual_order_id: str | None = field(name="actualOrderId", default=None)
    actual_price: str | None = field(name="actualPrice", default=None)
    actual_qty: str | None = field(name="actualQty", default=None)
    executed_qty: str | None = field(name="executedQty", default=None)
    good_till_ms: int | None = field(name="goodTillDate", default=None)
    create_time_ms: int | None = field(name="createTime", default=None)
    trigger_time_ms: int | None = field(name="triggerTime", default=None)
    update_time_ms: int | None = field(name="updateTime", default=None)


class BatchRow(Struct, frozen=True, kw_only=True, gc=False):
    """What became of one order of a batch, the order or why not. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#place-multiple-orders"""

    symbol: str | None = None
    order_id: int | None = field(name="orderId", default=None)
    client_order_id: str | None = field(name="clientOrderId", default=None)
    price: Decimal | None = None
    average_price: Decimal | None = field(name="avgPrice", default=None)
    original_qty: Decimal | None = field(name="origQty", default=None)
    executed_qty: Decimal | None = field(name="executedQty", default=None)
    status: OrderState | None = None
    life: str | None = field(name="timeInForce", default=None)
    type: str | None = None
    side: Side | None = None
    position_kind: PositionKind | None = field(name="positionSide", default=None)
    reduce_only: bool | None = field(name="reduceOnly", default=None)
    stop_price: Decimal | None = field(name="stopPrice", default=None)
    working: str | None = field(name="workingType", default=None)
    callback_rate: Decimal | None = field(name="priceRate", default=None)
    good_till_ms: int | None = field(name="goodTillDate", default=None)
    time_ms: int | None = field(name="time", default=None)
    update_time_ms: int | None = field(name="updateTime", default=None)
    code: int | None = None
    msg: str | None = None


class ListedReport(Struct, frozen=True, kw_only=True, gc=False):
    """A list of orders with their states. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---oco-trade"""

    order_list_id: int = field(name="orderListId")
    contingency: str = field(name="contingencyType")
    list_status: str = field(name="listStatusType")
    order_status: str = field(name="listOrderStatus")
    list_client_order_id: str = field(name="listClientOrderId")
    transaction_time_ms: int = field(name="transactionTime")
    symbol: str
    rows: list[SentOrder] | None = field(name="orderReports", default=None)


class OrderOfList(Struct, frozen=True, kw_only=True, gc=False):
    """An order of a list. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-order-list-user_data"""

    symbol: str
    order_id: int = field(name="orderId")
    client_order_id: str = field(name="clientOrderId")


class OrderList(Struct, frozen=True, kw_only=True, gc=False):
    """A list of orders as it stands. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-order-list-user_data"""

    symbol: str
    order_list_id: int = field(name="orderListId")
    contingency: str = field(name="contingencyType")
    list_status: str = field(name="listStatusType")
    order_status: str = field(name="listOrderStatus")
    list_client_order_id: str = field(name="listClientOrderId")
    transaction_time_ms: int = field(name="transactionTime")
    orders: list[OrderOfList]


class AlgoCanceled(Struct, frozen=True, kw_only=True, gc=False):
    """What tells that a conditional order was taken back. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-algo-order"""

    algo_id: int | None = field(name="algoId", default=None)
    client_algo_id: str | None = field(name="clientAlgoId", default=None)
    code: str | None = None
    msg: str | None = None


class Done(Struct, frozen=True, kw_only=True, gc=False):
    """What tells that a call was taken. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-all-algo-open-orders"""

    code: int | None = None
    msg: str | None = None


class GetMyTradesRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_my_trades: Spot or margin fills of this account, by symbol. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#account-trade-list-user_data"""

    symbol: str
    trade_id: int = field(name="id")
    order_id: int = field(name="orderId")
    price: Decimal
    qty: Decimal
    commission: Decimal
    commission_asset: str = field(name="commissionAsset")
    time_ms: int = field(name="time")
    is_buyer: bool = field(name="isBuyer")
    is_maker: bool = field(name="isMaker")


class GetMyAllocationsRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_my_allocations: Fills of spot orders that were filled from several books, by symbol. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-allocations-user_data"""

    symbol: str
    allocation_id: int = field(name="allocationId")
    order_id: int = field(name="orderId")
    price: Decimal
    qty: Decimal
    commission: Decimal
    commission_asset: str = field(name="commissionAsset")
    time_ms: int = field(name="time")
    is_buyer: bool = field(name="isBuyer")
    is_maker: bool = field(name="isMaker")


class GetUserTradesRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_user_trades: Futures fills of this account, by contract. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#account-trade-list"""

    symbol: str
    trade_id: int = field(name="id")
    order_id: int = field(name="orderId")
    side: Side
    price: Decimal
    qty: Decimal
    commission: str | None = None
    commission_asset: str | None = field(name="commissionAsset", default=None)
    position_kind: PositionKind | None = field(name="positionSide", default=None)
    time_ms: int = field(name="time")
    is_maker: bool = field(name="maker")


class AmendQuantityResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of amend_quantity: Lower the quantity of a spot order, which keeps its place in the queue. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#order-amend-keep-priority-trade"""

    transact_time_ms: int = field(name="transactTime")
    execution_id: int = field(name="executionId")
    amended_order: Raw = field(name="amendedOrder")


class BinanceOrderListReport(Struct, frozen=True, kw_only=True):
    """A list of orders as it stands. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-order-list-user_data"""

    instrument_id: InstrumentId
    order_list_id: int
    contingency: str
    list_status: str
    order_status: str
    list_client_order_id: str
    orders: list[OrderOfList]
    ts_event: int
    ts_init: int


def emit_place_order(
    scope: Scope, message: SentOrder | list[SentOrder], ts_init: int, out: list[Event]
) -> None:
    """A new spot or margin order to OrderStatusReport, FillReport."""
    for order in as_list(message):
        trailing_delta = order.trailing_delta if order.trailing_delta is not None else 0
        try:
            order_id_ = scope.ids[order.symbol]
            if order.status is not None:
                type_ = (
                    (SPOT_TYPE_MEANS.means.get(order.type) or SPOT_TYPE_MEANS.read(order.type, scope))
                    if order.type is not None
                    else "MARKET"
                )
                life = (
                    (LIFE_MEANS.means.get(order.life) or LIFE_MEANS.read(order.life, scope))
                    if order.life is not None
                    else "GTC"
                )
                executed_qty = finite(order.executed_qty) if order.executed_qty is not None else DECIMAL_0
                has_stop_price = (
                    stop_price := finite(order.stop_price) if order.stop_price is not None else DECIMAL_0
                ) > DECIMAL_0
                order_list_id = (
                    order.order_list_id
                    if order.order_list_id is not None and order.order_list_id not in (-1,)
                    else None
                )
                if type_ in {"LIMIT", "LIMIT_MAKER", "other"}:
                    order_type = ORDER_TYPE_LIMIT
                elif type_ == "MARKET":
                    order_type = ORDER_TYPE_MARKET
                elif type_ == "STOP_LOSS" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_STOP_MARKET
                elif type_ == "STOP_LOSS_LIMIT" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_STOP_LIMIT
                elif type_ == "TAKE_PROFIT" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_MARKET_IF_TOUCHED
                elif type_ == "TAKE_PROFIT_LIMIT" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_LIMIT_IF_TOUCHED
                elif type_ in {"STOP_LOSS", "TAKE_PROFIT"} and trailing_delta > 0:
                    order_type = ORDER_TYPE_TRAILING_STOP_MARKET
                else:
                    order_type = ORDER_TYPE_TRAILING_STOP_LIMIT
                if life in {"GTC", "GTX", "GTE_GTC", "other"}:
                    time_in_force = TIME_IN_FORCE_GTC
                elif life in {"IOC", "RPI"}:
                    time_in_force = TIME_IN_FORCE_IOC
                elif life == "FOK":
                    time_in_force = TIME_IN_FORCE_FOK
                else:
                    time_in_force = TIME_IN_FORCE_GTD
                out.append(
                    OrderStatusReport(
                        order_id_,  # instrument_id
                        str(integer(order.order_id)),  # venue_order_id
                        (SIDE_MEANS[order.side] if order.side is not None else ORDER_SIDE_BUY),  # order_side
                        order_type,
                        time_in_force,
                        ORDER_STATE_MEANS[order.status],  # order_status
                        (
                            finite(order.original_qty) if order.original_qty is not None else DECIMAL_0
                        ),  # quantity
                        (
                            order.update_time_ms * 1_000_000
                            if order.update_time_ms is not None
                            else (
                                order.transact_time_ms * 1_000_000
                                if order.transact_time_ms is not None
                                else order.time_ms * 1_000_000 if order.time_ms is not None else ts_init
                            )
                        ),  # ts_last
                        ts_init,
                        scope.account_id,
                        (
                            scope.codes["ClientId"](order.original_client_order_id)
                            if order.original_client_order_id
                            else (
                                scope.codes["ClientId"](order.client_order_id)
                                if order.client_order_id
                                else None
                            )
                        ),  # client_order_id
                        executed_qty,  # filled_qty
                        (
                            got
                            if (
                                got := (
                                    (price if order.price is not None else None)
                                    if (
                                        price := finite(order.price) if order.price is not None else DECIMAL_0
                                    )
                                    > DECIMAL_0
                                    else None
                                )
                            )
                            is not None
                            else finite(order.pegged_price) if order.pegged_price is not None else None
                        ),  # price
                        (
                            (div(cumulative_quote_qty, executed_qty, 16))
                            if (
                                executed_qty > DECIMAL_0
                                and (
                                    cumulative_quote_qty := (
                                        finite(order.cumulative_quote_qty)
                                        if order.cumulative_quote_qty is not None
                                        else DECIMAL_0
                                    )
                                )
                                > DECIMAL_0
                            )
                            else None
                        ),  # avg_px
                        (
                            (stop_price if order.stop_price is not None else None) if has_stop_price else None
                        ),  # trigger_price
                        (TRIGGER_TYPE_LAST_PRICE if has_stop_price else None),  # trigger_type
                        (type_ == "LIMIT_MAKER" or life == "GTX"),  # post_only
                        False,  # reduce_only
                        order.expiry_reason,  # cancel_reason
                        (
                            order.time_ms * 1_000_000
                            if order.time_ms is not None
                            else (
                                order.transact_time_ms * 1_000_000
                                if order.transact_time_ms is not None
                                else ts_init
                            )
                        ),  # ts_accepted
                        (
                            (iceberg_qty if order.iceberg_qty is not None else None)
                            if (
                                (
                                    iceberg_qty := (
                                        finite(order.iceberg_qty)
                                        if order.iceberg_qty is not None
                                        else DECIMAL_0
                                    )
                                )
                                > DECIMAL_0
                            )
                            else None
                        ),  # display_qty
                        None,  # expire_time
                        ((Decimal(trailing_delta)) if (trailing_delta > 0) else None),  # trailing_offset
                        (
                            TRAILING_OFFSET_TYPE_BASIS_POINTS
                            if trailing_delta > 0
                            else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                        ),  # trailing_offset_type
                        None,  # venue_position_id
                        (str(order_list_id) if order_list_id is not None else None),  # order_list_id
                    )
                )
            for fill in order.fills or ():
                try:
                    if fill.trade_id is None:
                        continue
                    out.append(
                        FillReport(
                            order_id_,  # instrument_id
                            str(integer(order.order_id)),  # venue_order_id
                            (
                                "A" + str(fill.alloc_id if fill.alloc_id is not None else 0)
                                if fill.trade_id < 0
                                else str(fill.trade_id)
                            ),  # trade_id
                            (
                                SIDE_MEANS[order.side] if order.side is not None else ORDER_SIDE_BUY
                            ),  # order_side
                            finite(fill.qty),  # last_qty
                            finite(fill.price),  # last_px
                            (
                                order.transact_time_ms * 1_000_000
                                if order.transact_time_ms is not None
                                else ts_init
                            ),  # ts_event
                            ts_init,
                            scope.account_id,
                            (
                                scope.codes["ClientId"](order.client_order_id)
                                if order.client_order_id
                                else None
                            ),  # client_order_id
                            Money(finite(fill.commission), fill.commission_asset),  # commission
                        )
                    )
                except ROW_ERRORS as error:
                    scope.bad_row("$[].fills", fill, error)
        except ROW_ERRORS as error:
            scope.bad_row("$", order, error)


def emit_cancel_order_by_id(
    scope: Scope, message: SpotOrder | list[SpotOrder], ts_init: int, out: list[Event]
) -> None:
    """Cancel a spot or margin order to OrderStatusReport."""
    for order in as_list(message):
        trailing_delta = order.trailing_delta if order.trailing_delta is not None else 0
        try:
            type_ = SPOT_TYPE_MEANS.means.get(order.type) or SPOT_TYPE_MEANS.read(order.type, scope)
            life = LIFE_MEANS.means.get(order.life) or LIFE_MEANS.read(order.life, scope)
            executed_qty = finite(order.executed_qty)
            price = finite(order.price)
            has_stop_price = (
                stop_price := finite(order.stop_price) if order.stop_price is not None else DECIMAL_0
            ) > DECIMAL_0
            order_list_id = (
                order.order_list_id
                if order.order_list_id is not None and order.order_list_id not in (-1,)
                else None
            )
            if type_ in {"LIMIT", "LIMIT_MAKER", "other"}:
                order_type = ORDER_TYPE_LIMIT
            elif type_ == "MARKET":
                order_type = ORDER_TYPE_MARKET
            elif type_ == "STOP_LOSS" and not trailing_delta > 0:
                order_type = ORDER_TYPE_STOP_MARKET
            elif type_ == "STOP_LOSS_LIMIT" and not trailing_delta > 0:
                order_type = ORDER_TYPE_STOP_LIMIT
            elif type_ == "TAKE_PROFIT" and not trailing_delta > 0:
                order_type = ORDER_TYPE_MARKET_IF_TOUCHED
            elif type_ == "TAKE_PROFIT_LIMIT" and not trailing_delta > 0:
                order_type = ORDER_TYPE_LIMIT_IF_TOUCHED
            elif type_ in {"STOP_LOSS", "TAKE_PROFIT"} and trailing_delta > 0:
                order_type = ORDER_TYPE_TRAILING_STOP_MARKET
            else:
                order_type = ORDER_TYPE_TRAILING_STOP_LIMIT
            if life in {"GTC", "GTX", "GTE_GTC", "other"}:
                time_in_force = TIME_IN_FORCE_GTC
            elif life in {"IOC", "RPI"}:
                time_in_force = TIME_IN_FORCE_IOC
            elif life == "FOK":
                time_in_force = TIME_IN_FORCE_FOK
            else:
                time_in_force = TIME_IN_FORCE_GTD
            out.append(
                OrderStatusReport(
                    scope.ids[order.symbol],  # instrument_id
                    str(integer(order.order_id)),  # venue_order_id
                    SIDE_MEANS[order.side],  # order_side
                    order_type,
                    time_in_force,
                    ORDER_STATE_MEANS[order.status],  # order_status
                    (finite(order.original_qty) if order.original_qty is not None else DECIMAL_0),  # quantity
                    (
                        order.update_time_ms * 1_000_000
                        if order.update_time_ms is not None
                        else (
                            order.transact_time_ms * 1_000_000
                            if order.transact_time_ms is not None
                            else order.time_ms * 1_000_000 if order.time_ms is not None else ts_init
                        )
                    ),  # ts_last
                    ts_init,
                    scope.account_id,
                    (
                        scope.codes["ClientId"](order.original_client_order_id)
                        if order.original_client_order_id
                        else scope.codes["ClientId"](order.client_order_id) if order.client_order_id else None
                    ),  # client_order_id
                    executed_qty,  # filled_qty
                    (
                        got
                        if (got := price if price > DECIMAL_0 else None) is not None
                        else finite(order.pegged_price) if order.pegged_price is not None else None
                    ),  # price
                    (
                        (div(cumulative_quote_qty, executed_qty, 16))
                        if (
                            executed_qty > DECIMAL_0
                            and (
                                cumulative_quote_qty := (
                                    finite(order.cumulative_quote_qty)
                                    if order.cumulative_quote_qty is not None
                                    else DECIMAL_0
                                )
                            )
                            > DECIMAL_0
                        )
                        else None
                    ),  # avg_px
                    (
                        (stop_price if order.stop_price is not None else None) if has_stop_price else None
                    ),  # trigger_price
                    (TRIGGER_TYPE_LAST_PRICE if has_stop_price else None),  # trigger_type
                    (type_ == "LIMIT_MAKER" or life == "GTX"),  # post_only
                    False,  # reduce_only
                    order.expiry_reason,  # cancel_reason
                    (
                        order.time_ms * 1_000_000
                        if order.time_ms is not None
                        else (
                            order.transact_time_ms * 1_000_000
                            if order.transact_time_ms is not None
                            else ts_init
                        )
                    ),  # ts_accepted
                    (
                        (iceberg_qty if order.iceberg_qty is not None else None)
                        if (
                            (
                                iceberg_qty := (
                                    finite(order.iceberg_qty) if order.iceberg_qty is not None else DECIMAL_0
                                )
                            )
                            > DECIMAL_0
                        )
                        else None
                    ),  # display_qty
                    None,  # expire_time
                    ((Decimal(trailing_delta)) if (trailing_delta > 0) else None),  # trailing_offset
                    (
                        TRAILING_OFFSET_TYPE_BASIS_POINTS
                        if trailing_delta > 0
                        else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                    ),  # trailing_offset_type
                    None,  # venue_position_id
                    (str(order_list_id) if order_list_id is not None else None),  # order_list_id
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", order, error)


def emit_cancel_all_spot_orders(
    scope: Scope, message: list[CanceledOrder], ts_init: int, out: list[Event]
) -> None:
    """Cancel the orders of a spot symbol, order lists too to OrderStatusReport."""
    for order in message:
        trailing_delta = order.trailing_delta if order.trailing_delta is not None else 0
        try:
            if order.order_id is None:
                continue
            if order.status is not None:
                type_ = (
                    (SPOT_TYPE_MEANS.means.get(order.type) or SPOT_TYPE_MEANS.read(order.type, scope))
                    if order.type is not None
                    else "MARKET"
                )
                life = (
                    (LIFE_MEANS.means.get(order.life) or LIFE_MEANS.read(order.life, scope))
                    if order.life is not None
                    else "GTC"
                )
                executed_qty = finite(order.executed_qty) if order.executed_qty is not None else DECIMAL_0
                has_stop_price = (
                    stop_price := finite(order.stop_price) if order.stop_price is not None else DECIMAL_0
                ) > DECIMAL_0
                order_list_id = (
                    order.order_list_id
                    if order.order_list_id is not None and order.order_list_id not in (-1,)
                    else None
                )
                if type_ in {"LIMIT", "LIMIT_MAKER", "other"}:
                    order_type = ORDER_TYPE_LIMIT
                elif type_ == "MARKET":
                    order_type = ORDER_TYPE_MARKET
                elif type_ == "STOP_LOSS" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_STOP_MARKET
                elif type_ == "STOP_LOSS_LIMIT" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_STOP_LIMIT
                elif type_ == "TAKE_PROFIT" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_MARKET_IF_TOUCHED
                elif type_ == "TAKE_PROFIT_LIMIT" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_LIMIT_IF_TOUCHED
                elif type_ in {"STOP_LOSS", "TAKE_PROFIT"} and trailing_delta > 0:
                    order_type = ORDER_TYPE_TRAILING_STOP_MARKET
                else:
                    order_type = ORDER_TYPE_TRAILING_STOP_LIMIT
                if life in {"GTC", "GTX", "GTE_GTC", "other"}:
                    time_in_force = TIME_IN_FORCE_GTC
                elif life in {"IOC", "RPI"}:
                    time_in_force = TIME_IN_FORCE_IOC
                elif life == "FOK":
                    time_in_force = TIME_IN_FORCE_FOK
                else:
                    time_in_force = TIME_IN_FORCE_GTD
                out.append(
                    OrderStatusReport(
                        scope.ids[order.symbol],  # instrument_id
                        str(integer(order.order_id)),  # venue_order_id
                        (SIDE_MEANS[order.side] if order.side is not None else ORDER_SIDE_BUY),  # order_side
                        order_type,
                        time_in_force,
                        ORDER_STATE_MEANS[order.status],  # order_status
                        (
                            finite(order.original_qty) if order.original_qty is not None else DECIMAL_0
                        ),  # quantity
                        (
                            order.update_time_ms * 1_000_000
                            if order.update_time_ms is not None
                            else (
                                order.transact_time_ms * 1_000_000
                                if order.transact_time_ms is not None
                                else order.time_ms * 1_000_000 if order.time_ms is not None else ts_init
                            )
                        ),  # ts_last
                        ts_init,
                        scope.account_id,
                        (
                            scope.codes["ClientId"](order.original_client_order_id)
                            if order.original_client_order_id
                            else (
                                scope.codes["ClientId"](order.client_order_id)
                                if order.client_order_id
                                else None
                            )
                        ),  # client_order_id
                        executed_qty,  # filled_qty
                        (
                            got
                            if (
                                got := (
                                    (price if order.price is not None else None)
                                    if (
                                        price := finite(order.price) if order.price is not None else DECIMAL_0
                                    )
                                    > DECIMAL_0
                                    else None
                                )
                            )
                            is not None
                            else finite(order.pegged_price) if order.pegged_price is not None else None
                        ),  # price
                        (
                            (div(cumulative_quote_qty, executed_qty, 16))
                            if (
                                executed_qty > DECIMAL_0
                                and (
                                    cumulative_quote_qty := (
                                        finite(order.cumulative_quote_qty)
                                        if order.cumulative_quote_qty is not None
                                        else DECIMAL_0
                                    )
                                )
                                > DECIMAL_0
                            )
                            else None
                        ),  # avg_px
                        (
                            (stop_price if order.stop_price is not None else None) if has_stop_price else None
                        ),  # trigger_price
                        (TRIGGER_TYPE_LAST_PRICE if has_stop_price else None),  # trigger_type
                        (type_ == "LIMIT_MAKER" or life == "GTX"),  # post_only
                        False,  # reduce_only
                        order.expiry_reason,  # cancel_reason
                        (
                            order.time_ms * 1_000_000
                            if order.time_ms is not None
                            else (
                                order.transact_time_ms * 1_000_000
                                if order.transact_time_ms is not None
                                else ts_init
                            )
                        ),  # ts_accepted
                        (
                            (iceberg_qty if order.iceberg_qty is not None else None)
                            if (
                                (
                                    iceberg_qty := (
                                        finite(order.iceberg_qty)
                                        if order.iceberg_qty is not None
                                        else DECIMAL_0
                                    )
                                )
                                > DECIMAL_0
                            )
                            else None
                        ),  # display_qty
                        None,  # expire_time
                        ((Decimal(trailing_delta)) if (trailing_delta > 0) else None),  # trailing_offset
                        (
                            TRAILING_OFFSET_TYPE_BASIS_POINTS
                            if trailing_delta > 0
                            else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                        ),  # trailing_offset_type
                        None,  # venue_position_id
                        (str(order_list_id) if order_list_id is not None else None),  # order_list_id
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$", order, error)
    for row in message:
        try:
            for report in row.order_reports or ():
                trailing_delta_ = report.trailing_delta if report.trailing_delta is not None else 0
                try:
                    if report.status is not None:
                        type_2 = (
                            (
                                SPOT_TYPE_MEANS.means.get(report.type)
                                or SPOT_TYPE_MEANS.read(report.type, scope)
                            )
                            if report.type is not None
                            else "MARKET"
                        )
                        life_ = (
                            (LIFE_MEANS.means.get(report.life) or LIFE_MEANS.read(report.life, scope))
                            if report.life is not None
                            else "GTC"
                        )
                        executed_qty_ = (
                            finite(report.executed_qty) if report.executed_qty is not None else DECIMAL_0
                        )
                        has_stop_price_ = (
                            stop_price_ := (
                                finite(report.stop_price) if report.stop_price is not None else DECIMAL_0
                            )
                        ) > DECIMAL_0
                        order_list_id_ = (
                            report.order_list_id
                            if report.order_list_id is not None and report.order_list_id not in (-1,)
                            else None
                        )
                        if type_2 in {"LIMIT", "LIMIT_MAKER", "other"}:
                            order_type_ = ORDER_TYPE_LIMIT
                        elif type_2 == "MARKET":
                            order_type_ = ORDER_TYPE_MARKET
                        elif type_2 == "STOP_LOSS" and not trailing_delta_ > 0:
                            order_type_ = ORDER_TYPE_STOP_MARKET
                        elif type_2 == "STOP_LOSS_LIMIT" and not trailing_delta_ > 0:
                            order_type_ = ORDER_TYPE_STOP_LIMIT
                        elif type_2 == "TAKE_PROFIT" and not trailing_delta_ > 0:
                            order_type_ = ORDER_TYPE_MARKET_IF_TOUCHED
                        elif type_2 == "TAKE_PROFIT_LIMIT" and not trailing_delta_ > 0:
                            order_type_ = ORDER_TYPE_LIMIT_IF_TOUCHED
                        elif type_2 in {"STOP_LOSS", "TAKE_PROFIT"} and trailing_delta_ > 0:
                            order_type_ = ORDER_TYPE_TRAILING_STOP_MARKET
                        else:
                            order_type_ = ORDER_TYPE_TRAILING_STOP_LIMIT
                        if life_ in {"GTC", "GTX", "GTE_GTC", "other"}:
                            time_in_force_ = TIME_IN_FORCE_GTC
                        elif life_ in {"IOC", "RPI"}:
                            time_in_force_ = TIME_IN_FORCE_IOC
                        elif life_ == "FOK":
                            time_in_force_ = TIME_IN_FORCE_FOK
                        else:
                            time_in_force_ = TIME_IN_FORCE_GTD
                        out.append(
                            OrderStatusReport(
                                scope.ids[report.symbol],  # instrument_id
                                str(integer(report.order_id)),  # venue_order_id
                                (
                                    SIDE_MEANS[report.side] if report.side is not None else ORDER_SIDE_BUY
                                ),  # order_side
                                order_type_,
                                time_in_force_,
                                ORDER_STATE_MEANS[report.status],  # order_status
                                (
                                    finite(report.original_qty)
                                    if report.original_qty is not None
                                    else DECIMAL_0
                                ),  # quantity
                                (
                                    report.update_time_ms * 1_000_000
                                    if report.update_time_ms is not None
                                    else (
                                        report.transact_time_ms * 1_000_000
                                        if report.transact_time_ms is not None
                                        else (
                                            report.time_ms * 1_000_000
                                            if report.time_ms is not None
                                            else ts_init
                                        )
                                    )
                                ),  # ts_last
                                ts_init,
                                scope.account_id,
                                (
                                    scope.codes["ClientId"](report.original_client_order_id)
                                    if report.original_client_order_id
                                    else (
                                        scope.codes["ClientId"](report.client_order_id)
                                        if report.client_order_id
                                        else None
                                    )
                                ),  # client_order_id
                                executed_qty_,  # filled_qty
                                (
                                    got_3
                                    if (
                                        got_3 := (
                                            (price_ if report.price is not None else None)
                                            if (
                                                price_ := (
                                                    finite(report.price)
                                                    if report.price is not None
                                                    else DECIMAL_0
                                                )
                                            )
                                            > DECIMAL_0
                                            else None
                                        )
                                    )
                                    is not None
                                    else (
                                        finite(report.pegged_price)
                                        if report.pegged_price is not None
                                        else None
                                    )
                                ),  # price
                                (
                                    (div(cumulative_quote_qty_, executed_qty_, 16))
                                    if (
                                        executed_qty_ > DECIMAL_0
                                        and (
                                            cumulative_quote_qty_ := (
                                                finite(report.cumulative_quote_qty)
                                                if report.cumulative_quote_qty is not None
                                                else DECIMAL_0
                                            )
                                        )
                                        > DECIMAL_0
                                    )
                                    else None
                                ),  # avg_px
                                (
                                    (stop_price_ if report.stop_price is not None else None)
                                    if has_stop_price_
                                    else None
                                ),  # trigger_price
                                (TRIGGER_TYPE_LAST_PRICE if has_stop_price_ else None),  # trigger_type
                                (type_2 == "LIMIT_MAKER" or life_ == "GTX"),  # post_only
                                False,  # reduce_only
                                report.expiry_reason,  # cancel_reason
                                (
                                    report.time_ms * 1_000_000
                                    if report.time_ms is not None
                                    else (
                                        report.transact_time_ms * 1_000_000
                                        if report.transact_time_ms is not None
                                        else ts_init
                                    )
                                ),  # ts_accepted
                                (
                                    (iceberg_qty_ if report.iceberg_qty is not None else None)
                                    if (
                                        (
                                            iceberg_qty_ := (
                                                finite(report.iceberg_qty)
                                                if report.iceberg_qty is not None
                                                else DECIMAL_0
                                            )
                                        )
                                        > DECIMAL_0
                                    )
                                    else None
                                ),  # display_qty
                                None,  # expire_time
                                (
                                    (Decimal(trailing_delta_)) if (trailing_delta_ > 0) else None
                                ),  # trailing_offset
                                (
                                    TRAILING_OFFSET_TYPE_BASIS_POINTS
                                    if trailing_delta_ > 0
                                    else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                                ),  # trailing_offset_type
                                None,  # venue_position_id
                                (
                                    str(order_list_id_) if order_list_id_ is not None else None
                                ),  # order_list_id
                            )
                        )
                except ROW_ERRORS as error:
                    scope.bad_row("$", report, error)
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_replace_order(scope: Scope, message: ReplacedOrder, ts_init: int, out: list[Event]) -> None:
    """Cancel a spot order and send another in its place to OrderStatusReport, FillReport."""
    for order in as_rows(message.new_order):
        trailing_delta = order.trailing_delta if order.trailing_delta is not None else 0
        try:
            order_id_ = scope.ids[order.symbol]
            if order.status is not None:
                type_ = (
                    (SPOT_TYPE_MEANS.means.get(order.type) or SPOT_TYPE_MEANS.read(order.type, scope))
                    if order.type is not None
                    else "MARKET"
                )
                life = (
                    (LIFE_MEANS.means.get(order.life) or LIFE_MEANS.read(order.life, scope))
                    if order.life is not None
                    else "GTC"
                )
                executed_qty = finite(order.executed_qty) if order.executed_qty is not None else DECIMAL_0
                has_stop_price = (
                    stop_price := finite(order.stop_price) if order.stop_price is not None else DECIMAL_0
                ) > DECIMAL_0
                order_list_id = (
                    order.order_list_id
                    if order.order_list_id is not None and order.order_list_id not in (-1,)
                    else None
                )
                if type_ in {"LIMIT", "LIMIT_MAKER", "other"}:
                    order_type = ORDER_TYPE_LIMIT
                elif type_ == "MARKET":
                    order_type = ORDER_TYPE_MARKET
                elif type_ == "STOP_LOSS" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_STOP_MARKET
                elif type_ == "STOP_LOSS_LIMIT" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_STOP_LIMIT
                elif type_ == "TAKE_PROFIT" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_MARKET_IF_TOUCHED
                elif type_ == "TAKE_PROFIT_LIMIT" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_LIMIT_IF_TOUCHED
                elif type_ in {"STOP_LOSS", "TAKE_PROFIT"} and trailing_delta > 0:
                    order_type = ORDER_TYPE_TRAILING_STOP_MARKET
                else:
                    order_type = ORDER_TYPE_TRAILING_STOP_LIMIT
                if life in {"GTC", "GTX", "GTE_GTC", "other"}:
                    time_in_force = TIME_IN_FORCE_GTC
                elif life in {"IOC", "RPI"}:
                    time_in_force = TIME_IN_FORCE_IOC
                elif life == "FOK":
                    time_in_force = TIME_IN_FORCE_FOK
                else:
                    time_in_force = TIME_IN_FORCE_GTD
                out.append(
                    OrderStatusReport(
                        order_id_,  # instrument_id
                        str(integer(order.order_id)),  # venue_order_id
                        (SIDE_MEANS[order.side] if order.side is not None else ORDER_SIDE_BUY),  # order_side
                        order_type,
                        time_in_force,
                        ORDER_STATE_MEANS[order.status],  # order_status
                        (
                            finite(order.original_qty) if order.original_qty is not None else DECIMAL_0
                        ),  # quantity
                        (
                            order.update_time_ms * 1_000_000
                            if order.update_time_ms is not None
                            else (
                                order.transact_time_ms * 1_000_000
                                if order.transact_time_ms is not None
                                else order.time_ms * 1_000_000 if order.time_ms is not None else ts_init
                            )
                        ),  # ts_last
                        ts_init,
                        scope.account_id,
                        (
                            scope.codes["ClientId"](order.original_client_order_id)
                            if order.original_client_order_id
                            else (
                                scope.codes["ClientId"](order.client_order_id)
                                if order.client_order_id
                                else None
                            )
                        ),  # client_order_id
                        executed_qty,  # filled_qty
                        (
                            got
                            if (
                                got := (
                                    (price_ if order.price is not None else None)
                                    if (
                                        price_ := (
                                            finite(order.price) if order.price is not None else DECIMAL_0
                                        )
                                    )
                                    > DECIMAL_0
                                    else None
                                )
                            )
                            is not None
                            else finite(order.pegged_price) if order.pegged_price is not None else None
                        ),  # price
                        (
                            (div(cumulative_quote_qty, executed_qty, 16))
                            if (
                                executed_qty > DECIMAL_0
                                and (
                                    cumulative_quote_qty := (
                                        finite(order.cumulative_quote_qty)
                                        if order.cumulative_quote_qty is not None
                                        else DECIMAL_0
                                    )
                                )
                                > DECIMAL_0
                            )
                            else None
                        ),  # avg_px
                        (
                            (stop_price if order.stop_price is not None else None) if has_stop_price else None
                        ),  # trigger_price
                        (TRIGGER_TYPE_LAST_PRICE if has_stop_price else None),  # trigger_type
                        (type_ == "LIMIT_MAKER" or life == "GTX"),  # post_only
                        False,  # reduce_only
                        order.expiry_reason,  # cancel_reason
                        (
                            order.time_ms * 1_000_000
                            if order.time_ms is not None
                            else (
                                order.transact_time_ms * 1_000_000
                                if order.transact_time_ms is not None
                                else ts_init
                            )
                        ),  # ts_accepted
                        (
                            (iceberg_qty if order.iceberg_qty is not None else None)
                            if (
                                (
                                    iceberg_qty := (
                                        finite(order.iceberg_qty)
                                        if order.iceberg_qty is not None
                                        else DECIMAL_0
                                    )
                                )
                                > DECIMAL_0
                            )
                            else None
                        ),  # display_qty
                        None,  # expire_time
                        ((Decimal(trailing_delta)) if (trailing_delta > 0) else None),  # trailing_offset
                        (
                            TRAILING_OFFSET_TYPE_BASIS_POINTS
                            if trailing_delta > 0
                            else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                        ),  # trailing_offset_type
                        None,  # venue_position_id
                        (str(order_list_id) if order_list_id is not None else None),  # order_list_id
                    )
                )
            for fill in order.fills or ():
                try:
                    if fill.trade_id is None:
                        continue
                    out.append(
                        FillReport(
                            order_id_,  # instrument_id
                            str(integer(order.order_id)),  # venue_order_id
                            (
                                "A" + str(fill.alloc_id if fill.alloc_id is not None else 0)
                                if fill.trade_id < 0
                                else str(fill.trade_id)
                            ),  # trade_id
                            (
                                SIDE_MEANS[order.side] if order.side is not None else ORDER_SIDE_BUY
                            ),  # order_side
                            finite(fill.qty),  # last_qty
                            finite(fill.price),  # last_px
                            (
                                order.transact_time_ms * 1_000_000
                                if order.transact_time_ms is not None
                                else ts_init
                            ),  # ts_event
                            ts_init,
                            scope.account_id,
                            (
                                scope.codes["ClientId"](order.client_order_id)
                                if order.client_order_id
                                else None
                            ),  # client_order_id
                            Money(finite(fill.commission), fill.commission_asset),  # commission
                        )
                    )
                except ROW_ERRORS as error:
                    scope.bad_row("$.newOrderResponse.fills", fill, error)
        except ROW_ERRORS as error:
            scope.bad_row("$.newOrderResponse", order, error)
    for gone in as_rows(message.canceled):
        trailing_delta_ = gone.trailing_delta if gone.trailing_delta is not None else 0
        try:
            if not (message.new_order is not None and message.new_order.status is not None):
                continue
            type_2 = SPOT_TYPE_MEANS.means.get(gone.type) or SPOT_TYPE_MEANS.read(gone.type, scope)
            life_ = LIFE_MEANS.means.get(gone.life) or LIFE_MEANS.read(gone.life, scope)
            executed_qty_ = finite(gone.executed_qty)
            price = finite(gone.price)
            has_stop_price_ = (
                stop_price_ := finite(gone.stop_price) if gone.stop_price is not None else DECIMAL_0
            ) > DECIMAL_0
            order_list_id_ = (
                gone.order_list_id
                if gone.order_list_id is not None and gone.order_list_id not in (-1,)
                else None
            )
            if type_2 in {"LIMIT", "LIMIT_MAKER", "other"}:
                order_type_ = ORDER_TYPE_LIMIT
            elif type_2 == "MARKET":
                order_type_ = ORDER_TYPE_MARKET
            elif type_2 == "STOP_LOSS" and not trailing_delta_ > 0:
                order_type_ = ORDER_TYPE_STOP_MARKET
            elif type_2 == "STOP_LOSS_LIMIT" and not trailing_delta_ > 0:
                order_type_ = ORDER_TYPE_STOP_LIMIT
            elif type_2 == "TAKE_PROFIT" and not trailing_delta_ > 0:
                order_type_ = ORDER_TYPE_MARKET_IF_TOUCHED
            elif type_2 == "TAKE_PROFIT_LIMIT" and not trailing_delta_ > 0:
                order_type_ = ORDER_TYPE_LIMIT_IF_TOUCHED
            elif type_2 in {"STOP_LOSS", "TAKE_PROFIT"} and trailing_delta_ > 0:
                order_type_ = ORDER_TYPE_TRAILING_STOP_MARKET
            else:
                order_type_ = ORDER_TYPE_TRAILING_STOP_LIMIT
            if life_ in {"GTC", "GTX", "GTE_GTC", "other"}:
                time_in_force_ = TIME_IN_FORCE_GTC
            elif life_ in {"IOC", "RPI"}:
                time_in_force_ = TIME_IN_FORCE_IOC
            elif life_ == "FOK":
                time_in_force_ = TIME_IN_FORCE_FOK
            else:
                time_in_force_ = TIME_IN_FORCE_GTD
            out.append(
                OrderStatusReport(
                    scope.ids[gone.symbol],  # instrument_id
                    str(integer(gone.order_id)),  # venue_order_id
                    SIDE_MEANS[gone.side],  # order_side
                    order_type_,
                    time_in_force_,
                    ORDER_STATE_MEANS[gone.status],  # order_status
                    (finite(gone.original_qty) if gone.original_qty is not None else DECIMAL_0),  # quantity
                    (
                        gone.update_time_ms * 1_000_000
                        if gone.update_time_ms is not None
                        else (
                            gone.transact_time_ms * 1_000_000
                            if gone.transact_time_ms is not None
                            else gone.time_ms * 1_000_000 if gone.time_ms is not None else ts_init
                        )
                    ),  # ts_last
                    ts_init,
                    scope.account_id,
                    (
                        scope.codes["ClientId"](gone.original_client_order_id)
                        if gone.original_client_order_id
                        else scope.codes["ClientId"](gone.client_order_id) if gone.client_order_id else None
                    ),  # client_order_id
                    executed_qty_,  # filled_qty
                    (
                        got_3
                        if (got_3 := price if price > DECIMAL_0 else None) is not None
                        else finite(gone.pegged_price) if gone.pegged_price is not None else None
                    ),  # price
                    (
                        (div(cumulative_quote_qty_, executed_qty_, 16))
                        if (
                            executed_qty_ > DECIMAL_0
                            and (
                                cumulative_quote_qty_ := (
                                    finite(gone.cumulative_quote_qty)
                                    if gone.cumulative_quote_qty is not None
                                    else DECIMAL_0
                                )
                            )
                            > DECIMAL_0
                        )
                        else None
                    ),  # avg_px
                    (
                        (stop_price_ if gone.stop_price is not None else None) if has_stop_price_ else None
                    ),  # trigger_price
                    (TRIGGER_TYPE_LAST_PRICE if has_stop_price_ else None),  # trigger_type
                    (type_2 == "LIMIT_MAKER" or life_ == "GTX"),  # post_only
                    False,  # reduce_only
                    gone.expiry_reason,  # cancel_reason
                    (
                        gone.time_ms * 1_000_000
                        if gone.time_ms is not None
                        else (
                            gone.transact_time_ms * 1_000_000
                            if gone.transact_time_ms is not None
                            else ts_init
                        )
                    ),  # ts_accepted
                    (
                        (iceberg_qty_ if gone.iceberg_qty is not None else None)
                        if (
                            (
                                iceberg_qty_ := (
                                    finite(gone.iceberg_qty) if gone.iceberg_qty is not None else DECIMAL_0
                                )
                            )
                            > DECIMAL_0
                        )
                        else None
                    ),  # display_qty
                    None,  # expire_time
                    ((Decimal(trailing_delta_)) if (trailing_delta_ > 0) else None),  # trailing_offset
                    (
                        TRAILING_OFFSET_TYPE_BASIS_POINTS
                        if trailing_delta_ > 0
                        else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                    ),  # trailing_offset_type
                    None,  # venue_position_id
                    (str(order_list_id_) if order_list_id_ is not None else None),  # order_list_id
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.cancelResponse", gone, error)


def emit_amend_quantity(scope: Scope, message: AmendQuantityResponse, ts_init: int, out: list[Event]) -> None:
    """Lower the quantity of a spot order, which keeps its place in the queue to no event."""


def emit_get_my_trades(
    scope: Scope, message: GetMyTradesRow | list[GetMyTradesRow], ts_init: int, out: list[Event]
) -> None:
    """Spot or margin fills of this account, by symbol to FillReport."""
    for row in as_list(message):
        try:
            out.append(
                FillReport(
                    scope.ids[row.symbol],  # instrument_id
                    str(row.order_id),  # venue_order_id
                    str(row.trade_id),  # trade_id
                    (ORDER_SIDE_BUY if row.is_buyer else ORDER_SIDE_SELL),  # order_side
                    finite(row.qty),  # last_qty
                    finite(row.price),  # last_px
                    (row.time_ms * 1_000_000),  # ts_event
                    ts_init,
                    scope.account_id,
                    None,  # client_order_id
                    Money(finite(row.commission), row.commission_asset),  # commission
                    (LIQUIDITY_SIDE_MAKER if row.is_maker else LIQUIDITY_SIDE_TAKER),  # liquidity_side
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_my_allocations(
    scope: Scope, message: list[GetMyAllocationsRow], ts_init: int, out: list[Event]
) -> None:
    """Fills of spot orders that were filled from several books, by symbol to FillReport."""
    for row in message:
        try:
            out.append(
                FillReport(
                    scope.ids[row.symbol],  # instrument_id
                    str(row.order_id),  # venue_order_id
                    ("A" + str(row.allocation_id)),  # trade_id
                    (ORDER_SIDE_BUY if row.is_buyer else ORDER_SIDE_SELL),  # order_side
                    finite(row.qty),  # last_qty
                    finite(row.price),  # last_px
                    (row.time_ms * 1_000_000),  # ts_event
                    ts_init,
                    scope.account_id,
                    None,  # client_order_id
                    Money(finite(row.commission), row.commission_asset),  # commission
                    (LIQUIDITY_SIDE_MAKER if row.is_maker else LIQUIDITY_SIDE_TAKER),  # liquidity_side
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_user_trades(
    scope: Scope, message: GetUserTradesRow | list[GetUserTradesRow], ts_init: int, out: list[Event]
) -> None:
    """Futures fills of this account, by contract to FillReport."""
    for row in as_list(message):
        try:
            row_id = scope.ids[row.symbol]
            out.append(
                FillReport(
                    row_id,  # instrument_id
                    str(row.order_id),  # venue_order_id
                    str(row.trade_id),  # trade_id
                    SIDE_MEANS[row.side],  # order_side
                    finite(row.qty),  # last_qty
                    finite(row.price),  # last_px
                    (row.time_ms * 1_000_000),  # ts_event
                    ts_init,
                    scope.account_id,
                    None,  # client_order_id
                    (
                        (
                            Money(
                                DECIMALS[row.commission] if row.commission else DECIMAL_0,
                                (
                                    (got_2 if (got_2 := scope.told("bnfcr_currency")) is not None else "USDT")
                                    if (row.commission_asset if row.commission_asset is not None else "")
                                    == "BNFCR"
                                    else row.commission_asset if row.commission_asset is not None else ""
                                ),
                            )
                        )
                        if row.commission and row.commission_asset is not None
                        else None
                    ),  # commission
                    (LIQUIDITY_SIDE_MAKER if row.is_maker else LIQUIDITY_SIDE_TAKER),  # liquidity_side
                    None,  # avg_px
                    (
                        row_id + "-" + (row.position_kind if row.position_kind is not None else "BOTH")
                    ),  # venue_position_id
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_place_futures_order(
    scope: Scope, message: FuturesOrder | list[FuturesOrder], ts_init: int, out: list[Event]
) -> None:
    """A new limit or market order of futures to OrderStatusReport."""
    for row in as_list(message):
        try:
            row_id = scope.ids[row.symbol]
            life = LIFE_MEANS.means.get(row.life) or LIFE_MEANS.read(row.life, scope)
            executed_qty = finite(row.executed_qty)
            price = finite(row.price)
            has_stop_price = (
                stop_price := finite(row.stop_price) if row.stop_price is not None else DECIMAL_0
            ) > DECIMAL_0
            callback_rate = finite(row.callback_rate) if row.callback_rate is not None else DECIMAL_0
            has_callback_rate = callback_rate > DECIMAL_0
            if life in {"GTC", "GTX", "GTE_GTC", "other"}:
                time_in_force = TIME_IN_FORCE_GTC
            elif life in {"IOC", "RPI"}:
                time_in_force = TIME_IN_FORCE_IOC
            elif life == "FOK":
                time_in_force = TIME_IN_FORCE_FOK
            else:
                time_in_force = TIME_IN_FORCE_GTD
            out.append(
                OrderStatusReport(
                    row_id,  # instrument_id
                    str(row.order_id),  # venue_order_id
                    SIDE_MEANS[row.side],  # order_side
                    (
                        FUTURES_TYPE_MEANS.means.get(row.type) or FUTURES_TYPE_MEANS.read(row.type, scope)
                    ),  # order_type
                    time_in_force,
                    ORDER_STATE_MEANS[row.status],  # order_status
                    finite(row.original_qty),  # quantity
                    (
                        row.update_time_ms * 1_000_000
                        if row.update_time_ms is not None
                        else row.time_ms * 1_000_000 if row.time_ms is not None else ts_init
                    ),  # ts_last
                    ts_init,
                    scope.account_id,
                    (
                        scope.codes["ClientId"](row.client_order_id) if row.client_order_id else None
                    ),  # client_order_id
                    executed_qty,  # filled_qty
                    (price if price > DECIMAL_0 else None),  # price
                    (
                        (average_price if row.average_price is not None else None)
                        if (
                            executed_qty > DECIMAL_0
                            and (
                                average_price := (
                                    finite(row.average_price) if row.average_price is not None else DECIMAL_0
                                )
                            )
                            > DECIMAL_0
                        )
                        else None
                    ),  # avg_px
                    (
                        (stop_price if row.stop_price is not None else None) if has_stop_price else None
                    ),  # trigger_price
                    (
                        (
                            (WORKING_MEANS.means.get(row.working) or WORKING_MEANS.read(row.working, scope))
                            if row.working is not None
                            else None
                        )
                        if has_stop_price
                        else None
                    ),  # trigger_type
                    (life == "GTX"),  # post_only
                    (row.reduce_only if row.reduce_only is not None else False),  # reduce_only
                    None,  # cancel_reason
                    (
                        row.time_ms * 1_000_000
                        if row.time_ms is not None
                        else row.update_time_ms * 1_000_000 if row.update_time_ms is not None else ts_init
                    ),  # ts_accepted
                    None,  # display_qty
                    (
                        (row.good_till_ms * 1_000_000 if row.good_till_ms is not None else None)
                        if life == "GTD"
                        else None
                    ),  # expire_time
                    ((multiply(callback_rate, 100)) if has_callback_rate else None),  # trailing_offset
                    (
                        TRAILING_OFFSET_TYPE_BASIS_POINTS
                        if has_callback_rate
                        else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                    ),  # trailing_offset_type
                    (
                        row_id + "-" + (row.position_kind if row.position_kind is not None else "BOTH")
                    ),  # venue_position_id
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_algo_order(
    scope: Scope, message: AlgoOrder | list[AlgoOrder], ts_init: int, out: list[Event]
) -> None:
    """One conditional order of futures to OrderStatusReport."""
    for order in as_list(message):
        try:
            order_id = scope.ids[order.symbol]
            life = (
                (LIFE_MEANS.means.get(order.life) or LIFE_MEANS.read(order.life, scope))
                if order.life is not None
                else "GTC"
            )
            actual_order_id = bool(order.actual_order_id)
            callback_rate = DECIMALS[order.callback_rate] if order.callback_rate else DECIMAL_0
            has_callback_rate = callback_rate > DECIMAL_0
            if life in {"GTC", "GTX", "GTE_GTC", "other"}:
                time_in_force = TIME_IN_FORCE_GTC
            elif life in {"IOC", "RPI"}:
                time_in_force = TIME_IN_FORCE_IOC
            elif life == "FOK":
                time_in_force = TIME_IN_FORCE_FOK
            else:
                time_in_force = TIME_IN_FORCE_GTD
            if order.state in {"NEW", "TRIGGERING", "TRIGGERED"}:
                order_status = ORDER_STATUS_ACCEPTED
            elif order.state == "CANCELED":
                order_status = ORDER_STATUS_CANCELED
            elif order.state == "EXPIRED":
                order_status = ORDER_STATUS_EXPIRED
            elif order.state == "FINISHED":
                if (
                    actual_order_id
                    and (
                        DECIMALS[order.actual_qty]
                        if order.actual_qty
                        else DECIMALS[order.executed_qty] if order.executed_qty else DECIMAL_0
                    )
                    > DECIMAL_0
                ):
                    order_status = ORDER_STATUS_FILLED
                else:
                    order_status = ORDER_STATUS_CANCELED
            else:
                order_status = ORDER_STATUS_REJECTED
            out.append(
                OrderStatusReport(
                    order_id,  # instrument_id
                    (order.actual_order_id or str(order.algo_id)),  # venue_order_id
                    SIDE_MEANS[order.side],  # order_side
                    (
                        (
                            FUTURES_TYPE_MEANS.means.get(order.order_type)
                            or FUTURES_TYPE_MEANS.read(order.order_type, scope)
                        )
                        if order.order_type is not None
                        else (
                            (
                                FUTURES_TYPE_MEANS.means.get(order.type)
                                or FUTURES_TYPE_MEANS.read(order.type, scope)
                            )
                            if order.type is not None
                            else ORDER_TYPE_STOP_MARKET
                        )
                    ),  # order_type
                    time_in_force,
                    order_status,
                    (DECIMALS[order.quantity] if order.quantity else DECIMAL_0),  # quantity
                    (
                        order.update_time_ms * 1_000_000
                        if order.update_time_ms is not None
                        else order.create_time_ms * 1_000_000 if order.create_time_ms is not None else ts_init
                    ),  # ts_last
                    ts_init,
                    scope.account_id,
                    (
                        scope.codes["ClientId"](order.client_order_id) if order.client_order_id else None
                    ),  # client_order_id
                    (
                        (
                            DECIMALS[order.actual_qty]
                            if order.actual_qty
                            else DECIMALS[order.executed_qty] if order.executed_qty else DECIMAL_0
                        )
                        if actual_order_id
                        else DECIMAL_0
                    ),  # filled_qty
                    (
                        (price if order.price else None)
                        if ((price := DECIMALS[order.price] if order.price else DECIMAL_0) > DECIMAL_0)
                        else None
                    ),  # price
                    (
                        (actual_price if order.actual_price else None)
                        if (
                            actual_order_id
                            and (DECIMALS[order.actual_qty] if order.actual_qty else DECIMAL_0) > DECIMAL_0
                            and (
                                actual_price := (
                                    DECIMALS[order.actual_price] if order.actual_price else DECIMAL_0
                                )
                            )
                            > DECIMAL_0
                        )
                        else None
                    ),  # avg_px
                    (
                        got
                        if (
                            got := (
                                (trigger_price if order.trigger_price else None)
                                if (
                                    trigger_price := (
                                        DECIMALS[order.trigger_price] if order.trigger_price else DECIMAL_0
                                    )
                                )
                                > DECIMAL_0
                                else None
                            )
                        )
                        is not None
                        else (
                            (activation_price if order.activation_price else None)
                            if (
                                activation_price := (
                                    DECIMALS[order.activation_price] if order.activation_price else DECIMAL_0
                                )
                            )
                            > DECIMAL_0
                            else None
                        )
                    ),  # trigger_price
                    (
                        (WORKING_MEANS.means.get(order.working) or WORKING_MEANS.read(order.working, scope))
                        if order.working is not None
                        else None
                    ),  # trigger_type
                    (life == "GTX"),  # post_only
                    (order.reduce_only if order.reduce_only is not None else False),  # reduce_only
                    None,  # cancel_reason
                    (
                        order.create_time_ms * 1_000_000
                        if order.create_time_ms is not None
                        else order.update_time_ms * 1_000_000 if order.update_time_ms is not None else ts_init
                    ),  # ts_accepted
                    None,  # display_qty
                    (
                        (order.good_till_ms * 1_000_000 if order.good_till_ms is not None else None)
                        if (life == "GTD")
                        else None
                    ),  # expire_time
                    ((multiply(callback_rate, 100)) if has_callback_rate else None),  # trailing_offset
                    (
                        TRAILING_OFFSET_TYPE_BASIS_POINTS
                        if has_callback_rate
                        else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                    ),  # trailing_offset_type
                    (
                        order_id + "-" + (order.position_kind if order.position_kind is not None else "BOTH")
                    ),  # venue_position_id
                    ts_triggered=(
                        (order.trigger_time_ms * 1_000_000 if order.trigger_time_ms is not None else None)
                        if order.state in {"TRIGGERED", "FINISHED"}
                        else None
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", order, error)


def emit_cancel_algo_order(scope: Scope, message: AlgoCanceled, ts_init: int, out: list[Event]) -> None:
    """Cancel a conditional order of futures to no event."""


def emit_cancel_all_algo_orders(scope: Scope, message: Done, ts_init: int, out: list[Event]) -> None:
    """Cancel the conditional orders of a contract to no event."""


def emit_place_oco(scope: Scope, message: ListedReport, ts_init: int, out: list[Event]) -> None:
    """A pair of spot orders of which one cancels the other to OrderStatusReport, FillReport."""
    for order in message.rows or ():
        trailing_delta = order.trailing_delta if order.trailing_delta is not None else 0
        try:
            order_id_ = scope.ids[order.symbol]
            if order.status is not None:
                type_ = (
                    (SPOT_TYPE_MEANS.means.get(order.type) or SPOT_TYPE_MEANS.read(order.type, scope))
                    if order.type is not None
                    else "MARKET"
                )
                life = (
                    (LIFE_MEANS.means.get(order.life) or LIFE_MEANS.read(order.life, scope))
                    if order.life is not None
                    else "GTC"
                )
                executed_qty = finite(order.executed_qty) if order.executed_qty is not None else DECIMAL_0
                has_stop_price = (
                    stop_price := finite(order.stop_price) if order.stop_price is not None else DECIMAL_0
                ) > DECIMAL_0
                order_list_id = (
                    order.order_list_id
                    if order.order_list_id is not None and order.order_list_id not in (-1,)
                    else None
                )
                if type_ in {"LIMIT", "LIMIT_MAKER", "other"}:
                    order_type = ORDER_TYPE_LIMIT
                elif type_ == "MARKET":
                    order_type = ORDER_TYPE_MARKET
                elif type_ == "STOP_LOSS" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_STOP_MARKET
                elif type_ == "STOP_LOSS_LIMIT" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_STOP_LIMIT
                elif type_ == "TAKE_PROFIT" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_MARKET_IF_TOUCHED
                elif type_ == "TAKE_PROFIT_LIMIT" and not trailing_delta > 0:
                    order_type = ORDER_TYPE_LIMIT_IF_TOUCHED
                elif type_ in {"STOP_LOSS", "TAKE_PROFIT"} and trailing_delta > 0:
                    order_type = ORDER_TYPE_TRAILING_STOP_MARKET
                else:
                    order_type = ORDER_TYPE_TRAILING_STOP_LIMIT
                if life in {"GTC", "GTX", "GTE_GTC", "other"}:
                    time_in_force = TIME_IN_FORCE_GTC
                elif life in {"IOC", "RPI"}:
                    time_in_force = TIME_IN_FORCE_IOC
                elif life == "FOK":
                    time_in_force = TIME_IN_FORCE_FOK
                else:
                    time_in_force = TIME_IN_FORCE_GTD
                out.append(
                    OrderStatusReport(
                        order_id_,  # instrument_id
                        str(integer(order.order_id)),  # venue_order_id
                        (SIDE_MEANS[order.side] if order.side is not None else ORDER_SIDE_BUY),  # order_side
                        order_type,
                        time_in_force,
                        ORDER_STATE_MEANS[order.status],  # order_status
                        (
                            finite(order.original_qty) if order.original_qty is not None else DECIMAL_0
                        ),  # quantity
                        (
                            order.update_time_ms * 1_000_000
                            if order.update_time_ms is not None
                            else (
                                order.transact_time_ms * 1_000_000
                                if order.transact_time_ms is not None
                                else order.time_ms * 1_000_000 if order.time_ms is not None else ts_init
                            )
                        ),  # ts_last
                        ts_init,
                        scope.account_id,
                        (
                            scope.codes["ClientId"](order.original_client_order_id)
                            if order.original_client_order_id
                            else (
                                scope.codes["ClientId"](order.client_order_id)
                                if order.client_order_id
                                else None
                            )
                        ),  # client_order_id
                        executed_qty,  # filled_qty
                        (
                            got
                            if (
                                got := (
                                    (price if order.price is not None else None)
                                    if (
                                        price := finite(order.price) if order.price is not None else DECIMAL_0
                                    )
                                    > DECIMAL_0
                                    else None
                                )
                            )
                            is not None
                            else finite(order.pegged_price) if order.pegged_price is not None else None
                        ),  # price
                        (
                            (div(cumulative_quote_qty, executed_qty, 16))
                            if (
                                executed_qty > DECIMAL_0
                                and (
                                    cumulative_quote_qty := (
                                        finite(order.cumulative_quote_qty)
                                        if order.cumulative_quote_qty is not None
                                        else DECIMAL_0
                                    )
                                )
                                > DECIMAL_0
                            )
                            else None
                        ),  # avg_px
                        (
                            (stop_price if order.stop_price is not None else None) if has_stop_price else None
                        ),  # trigger_price
                        (TRIGGER_TYPE_LAST_PRICE if has_stop_price else None),  # trigger_type
                        (type_ == "LIMIT_MAKER" or life == "GTX"),  # post_only
                        False,  # reduce_only
                        order.expiry_reason,  # cancel_reason
                        (
                            order.time_ms * 1_000_000
                            if order.time_ms is not None
                            else (
                                order.transact_time_ms * 1_000_000
                                if order.transact_time_ms is not None
                                else ts_init
                            )
                        ),  # ts_accepted
                        (
                            (iceberg_qty if order.iceberg_qty is not None else None)
                            if (
                                (
                                    iceberg_qty := (
                                        finite(order.iceberg_qty)
                                        if order.iceberg_qty is not None
                                        else DECIMAL_0
                                    )
                                )
                                > DECIMAL_0
                            )
                            else None
                        ),  # display_qty
                        None,  # expire_time
                        ((Decimal(trailing_delta)) if (trailing_delta > 0) else None),  # trailing_offset
                        (
                            TRAILING_OFFSET_TYPE_BASIS_POINTS
                            if trailing_delta > 0
                            else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                        ),  # trailing_offset_type
                        None,  # venue_position_id
                        (str(order_list_id) if order_list_id is not None else None),  # order_list_id
                    )
                )
            for fill in order.fills or ():
                try:
                    if fill.trade_id is None:
                        continue
                    out.append(
                        FillReport(
                            order_id_,  # instrument_id
                            str(integer(order.order_id)),  # venue_order_id
                            (
                                "A" + str(fill.alloc_id if fill.alloc_id is not None else 0)
                                if fill.trade_id < 0
                                else str(fill.trade_id)
                            ),  # trade_id
                            (
                                SIDE_MEANS[order.side] if order.side is not None else ORDER_SIDE_BUY
                            ),  # order_side
                            finite(fill.qty),  # last_qty
                            finite(fill.price),  # last_px
                            (
                                order.transact_time_ms * 1_000_000
                                if order.transact_time_ms is not None
                                else ts_init
                            ),  # ts_event
                            ts_init,
                            scope.account_id,
                            (
                                scope.codes["ClientId"](order.client_order_id)
                                if order.client_order_id
                                else None
                            ),  # client_order_id
                            Money(finite(fill.commission), fill.commission_asset),  # commission
                        )
                    )
                except ROW_ERRORS as error:
                    scope.bad_row("$.orderReports[].fills", fill, error)
        except ROW_ERRORS as error:
            scope.bad_row("$.orderReports", order, error)


def emit_get_order_list(
    scope: Scope, message: OrderList | list[OrderList], ts_init: int, out: list[Event]
) -> None:
    """One list of spot or margin orders to BinanceOrderListReport."""
    for row in as_list(message):
        try:
            out.append(
                BinanceOrderListReport(
                    instrument_id=scope.ids[row.symbol],
                    order_list_id=row.order_list_id,
                    contingency=row.contingency,
                    list_status=row.list_status,
                    order_status=row.order_status,
                    list_client_order_id=row.list_client_order_id,
                    orders=row.orders,
                    ts_event=row.transaction_time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_place_futures_orders(scope: Scope, message: list[BatchRow], ts_init: int, out: list[Event]) -> None:
    """Up to five limit or market orders of futures to OrderStatusReport."""
    for order in message:
        try:
            if not (order.code is None and order.status is not None and order.symbol is not None):
                continue
            order_id_ = scope.ids[order.symbol]
            life = (
                (LIFE_MEANS.means.get(order.life) or LIFE_MEANS.read(order.life, scope))
                if order.life is not None
                else "GTC"
            )
            executed_qty = finite(order.executed_qty) if order.executed_qty is not None else DECIMAL_0
            has_stop_price = (
                stop_price := finite(order.stop_price) if order.stop_price is not None else DECIMAL_0
            ) > DECIMAL_0
            callback_rate = finite(order.callback_rate) if order.callback_rate is not None else DECIMAL_0
            has_callback_rate = callback_rate > DECIMAL_0
            if life in {"GTC", "GTX", "GTE_GTC", "other"}:
                time_in_force = TIME_IN_FORCE_GTC
            elif life in {"IOC", "RPI"}:
                time_in_force = TIME_IN_FORCE_IOC
            elif life == "FOK":
                time_in_force = TIME_IN_FORCE_FOK
            else:
                time_in_force = TIME_IN_FORCE_GTD
            out.append(
                OrderStatusReport(
                    order_id_,  # instrument_id
                    str(order.order_id if order.order_id is not None else 0),  # venue_order_id
                    (SIDE_MEANS[order.side] if order.side is not None else ORDER_SIDE_BUY),  # order_side
                    (
                        (
                            FUTURES_TYPE_MEANS.means.get(order.type)
                            or FUTURES_TYPE_MEANS.read(order.type, scope)
                        )
                        if order.type is not None
                        else ORDER_TYPE_MARKET
                    ),  # order_type
                    time_in_force,
                    ORDER_STATE_MEANS[order.status],  # order_status
                    (finite(order.original_qty) if order.original_qty is not None else DECIMAL_0),  # quantity
                    (
                        order.update_time_ms * 1_000_000
                        if order.update_time_ms is not None
                        else order.time_ms * 1_000_000 if order.time_ms is not None else ts_init
                    ),  # ts_last
                    ts_init,
                    scope.account_id,
                    order.client_order_id,
                    executed_qty,  # filled_qty
                    (
                        (price if order.price is not None else None)
                        if (
                            (price := finite(order.price) if order.price is not None else DECIMAL_0)
                            > DECIMAL_0
                        )
                        else None
                    ),  # price
                    (
                        (average_price if order.average_price is not None else None)
                        if (
                            executed_qty > DECIMAL_0
                            and (
                                average_price := (
                                    finite(order.average_price)
                                    if order.average_price is not None
                                    else DECIMAL_0
                                )
                            )
                            > DECIMAL_0
                        )
                        else None
                    ),  # avg_px
                    (
                        (stop_price if order.stop_price is not None else None) if has_stop_price else None
                    ),  # trigger_price
                    (
                        (
                            (
                                WORKING_MEANS.means.get(order.working)
                                or WORKING_MEANS.read(order.working, scope)
                            )
                            if order.working is not None
                            else None
                        )
                        if has_stop_price
                        else None
                    ),  # trigger_type
                    (life == "GTX"),  # post_only
                    (order.reduce_only if order.reduce_only is not None else False),  # reduce_only
                    None,  # cancel_reason
                    (
                        order.time_ms * 1_000_000
                        if order.time_ms is not None
                        else order.update_time_ms * 1_000_000 if order.update_time_ms is not None else ts_init
                    ),  # ts_accepted
                    None,  # display_qty
                    (
                        (order.good_till_ms * 1_000_000 if order.good_till_ms is not None else None)
                        if (life == "GTD")
                        else None
                    ),  # expire_time
                    ((multiply(callback_rate, 100)) if has_callback_rate else None),  # trailing_offset
                    (
                        TRAILING_OFFSET_TYPE_BASIS_POINTS
                        if has_callback_rate
                        else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                    ),  # trailing_offset_type
                    (
                        order_id_ + "-" + (order.position_kind if order.position_kind is not None else "BOTH")
                    ),  # venue_position_id
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", order, error)


emit_place_sor_order = emit_place_order
emit_get_order = emit_cancel_order_by_id
emit_get_open_orders = emit_cancel_order_by_id
emit_get_all_orders = emit_cancel_order_by_id
emit_modify_futures_order = emit_place_futures_order
emit_cancel_futures_order = emit_place_futures_order
emit_get_futures_order = emit_place_futures_order
emit_get_force_orders = emit_place_futures_order
emit_get_futures_open_orders = emit_place_futures_order
emit_get_futures_all_orders = emit_place_futures_order
emit_get_futures_open_order = emit_place_futures_order
emit_get_open_algo_orders = emit_get_algo_order
emit_get_all_algo_orders = emit_get_algo_order
emit_place_algo_order = emit_get_algo_order
emit_cancel_all_futures_orders = emit_cancel_all_algo_orders
emit_place_margin_oco = emit_place_oco
emit_place_oto = emit_place_oco
emit_place_otoco = emit_place_oco
emit_cancel_order_list = emit_place_oco
emit_place_opo = emit_place_oco
emit_place_opoco = emit_place_oco
emit_get_all_order_lists = emit_get_order_list
emit_get_open_order_lists = emit_get_order_list
emit_cancel_futures_orders = emit_place_futures_orders
emit_modify_futures_orders = emit_place_futures_orders
