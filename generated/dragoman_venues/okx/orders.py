"""orders of the venue okx. Generated from specs/okx/orders.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import (
    ContingencyType,
    FillReport,
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
from dragoman.translate.functions import div, floor_at, multiply, subtract
from dragoman.translate.reads import MOMENTS, OpenEnum, as_list, finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

OrderSideWord = Literal["buy", "sell"]
ORDER_SIDE_WORD_MEANS: dict[str, OrderSide] = {"buy": OrderSide.BUY, "sell": OrderSide.SELL}
ORDER_KIND_MEANS: OpenEnum[str] = OpenEnum(
    "OrderKind",
    {
        "market": "market",
        "limit": "limit",
        "post_only": "post_only",
        "fok": "fok",
        "ioc": "ioc",
        "optimal_limit_ioc": "optimal_limit_ioc",
        "op_fok": "op_fok",
        "mmp": "mmp",
        "mmp_and_post_only": "mmp_and_post_only",
        "elp": "elp",
        "rpi": "rpi",
        "conditional": "conditional",
        "oco": "oco",
        "trigger": "trigger",
        "move_order_stop": "move_order_stop",
        "chase": "chase",
        "iceberg": "iceberg",
        "smart_iceberg": "smart_iceberg",
        "twap": "twap",
    },
    "other",
)
OrderState = Literal["live", "partially_filled", "filled", "canceled", "mmp_canceled"]
ORDER_STATE_MEANS: dict[str, OrderStatus] = {
    "live": OrderStatus.ACCEPTED,
    "partially_filled": OrderStatus.PARTIALLY_FILLED,
    "filled": OrderStatus.FILLED,
    "canceled": OrderStatus.CANCELED,
    "mmp_canceled": OrderStatus.CANCELED,
}
AlgoState = Literal[
    "live",
    "pause",
    "effective",
    "order_placed",
    "partially_effective",
    "partially_failed",
    "partially_filled",
    "filled",
    "canceled",
    "order_failed",
]
ALGO_STATE_MEANS: dict[str, OrderStatus] = {
    "live": OrderStatus.ACCEPTED,
    "pause": OrderStatus.ACCEPTED,
    "effective": OrderStatus.TRIGGERED,
    "order_placed": OrderStatus.TRIGGERED,
    "partially_effective": OrderStatus.TRIGGERED,
    "partially_failed": OrderStatus.REJECTED,
    "partially_filled": OrderStatus.PARTIALLY_FILLED,
    "filled": OrderStatus.FILLED,
    "canceled": OrderStatus.CANCELED,
    "order_failed": OrderStatus.REJECTED,
}
EXEC_TYPE_MEANS: OpenEnum[LiquiditySide] = OpenEnum(
    "ExecType", {"T": LiquiditySide.TAKER, "M": LiquiditySide.MAKER}, LiquiditySide.NO_LIQUIDITY_SIDE
)
TRIGGER_PRICE_TYPE_MEANS: OpenEnum[TriggerType] = OpenEnum(
    "TriggerPriceType",
    {"last": TriggerType.LAST_PRICE, "mark": TriggerType.MARK_PRICE, "index": TriggerType.INDEX_PRICE},
    TriggerType.DEFAULT,
)
SpreadTradeState = Literal["filled", "rejected"]

CONTINGENCY_TYPE_NO_CONTINGENCY = ContingencyType.NO_CONTINGENCY
CONTINGENCY_TYPE_OCO = ContingencyType.OCO
DECIMAL_0 = Decimal("0")
DECIMAL_1 = Decimal("1")
DECIMAL_1E_MINUS_8 = Decimal("1E-8")
DECIMAL_5E_MINUS_9 = Decimal("5E-9")
LIQUIDITY_SIDE_NO_LIQUIDITY_SIDE = LiquiditySide.NO_LIQUIDITY_SIDE
ORDER_SIDE_BUY = OrderSide.BUY
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
ORDER_TYPE_TRAILING_STOP_MARKET = OrderType.TRAILING_STOP_MARKET
TIME_IN_FORCE_FOK = TimeInForce.FOK
TIME_IN_FORCE_GTC = TimeInForce.GTC
TIME_IN_FORCE_IOC = TimeInForce.IOC
TRAILING_OFFSET_TYPE_BASIS_POINTS = TrailingOffsetType.BASIS_POINTS
TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET = TrailingOffsetType.NO_TRAILING_OFFSET
TRAILING_OFFSET_TYPE_PRICE = TrailingOffsetType.PRICE
TRIGGER_TYPE_DEFAULT = TriggerType.DEFAULT


class AttachedRow(Struct, frozen=True, kw_only=True, gc=False):
    """A stop loss or take profit that waits for its order to be filled. https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-details"""

    attached_id: str | None = field(name="attachAlgoClOrdId", default=None)


class OrderRow(Struct, frozen=True, kw_only=True, gc=False):
    """One order. https://www.okx.com/docs-v5/en/#order-book-trading-trade-ws-order-channel"""

    filled: str | None = field(name="accFillSz", default=None)
    algo_client_id: str | None = field(name="algoClOrdId", default=None)
    attached: list[AttachedRow] | None = field(name="attachAlgoOrds", default=None)
    average_price: str = field(name="avgPx")
    created_ms: str = field(name="cTime")
    cancel_source: str | None = field(name="cancelSource", default=None)
    cancel_reason: str | None = field(name="cancelSourceReason", default=None)
    client_id: str | None = field(name="clOrdId", default=None)
    liquidity: str | None = field(name="execType", default=None)
    fee: str | None = None
    fee_currency: str | None = field(name="feeCcy", default=None)
    fill_fee: str | None = field(name="fillFee", default=None)
    fill_fee_currency: str | None = field(name="fillFeeCcy", default=None)
    fill_price: str | None = field(name="fillPx", default=None)
    fill_size: str | None = field(name="fillSz", default=None)
    fill_time_ms: str | None = field(name="fillTime", default=None)
    symbol: str = field(name="instId")
    inst_type: str = field(name="instType")
    order_id: str = field(name="ordId")
    kind: str = field(name="ordType")
    position_side: str | None = field(name="posSide", default=None)
    price: str = field(name="px")
    px_usd: str | None = field(name="pxUsd", default=None)
    px_vol: str | None = field(name="pxVol", default=None)
    reduce_only: str | None = field(name="reduceOnly", default=None)
    side: OrderSideWord
    state: OrderState
    size: str = field(name="sz")
    size_currency: str | None = field(name="tgtCcy", default=None)
    trade_id: str | None = field(name="tradeId", default=None)
    updated_ms: str = field(name="uTime")


class AlgoRow(Struct, frozen=True, kw_only=True, gc=False):
    """One algo order. https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-ws-algo-orders-channel"""

    symbol: str = field(name="instId")
    algo_id: str = field(name="algoId")
    algo_client_id: str | None = field(name="algoClOrdId", default=None)
    order_id: str | None = field(name="ordId", default=None)
    client_id: str | None = field(name="clOrdId", default=None)
    side: OrderSideWord
    position_side: str | None = field(name="posSide", default=None)
    kind: str = field(name="ordType")
    state: AlgoState
    size: str | None = field(name="sz", default=None)
    filled: str | None = field(name="actualSz", default=None)
    actual_side: str | None = field(name="actualSide", default=None)
    trigger_price: str | None = field(name="triggerPx", default=None)
    trigger_type: str | None = field(name="triggerPxType", default=None)
    price: str | None = field(name="ordPx", default=None)
    loss_trigger: str | None = field(name="slTriggerPx", default=None)
    loss_type: str | None = field(name="slTriggerPxType", default=None)
    loss_price: str | None = field(name="slOrdPx", default=None)
    profit_trigger: str | None = field(name="tpTriggerPx", default=None)
    profit_type: str | None = field(name="tpTriggerPxType", default=None)
    profit_price: str | None = field(name="tpOrdPx", default=None)
    callback_ratio: str | None = field(name="callbackRatio", default=None)
    callback_spread: str | None = field(name="callbackSpread", default=None)
    moving_trigger: str | None = field(name="moveTriggerPx", default=None)
    reduce_only: str | None = field(name="reduceOnly", default=None)
    triggered_ms: str | None = field(name="triggerTime", default=None)
    created_ms: str = field(name="cTime")
    updated_ms: str | None = field(name="uTime", default=None)


class SpreadOrderRow(Struct, frozen=True, kw_only=True, gc=False):
    """One order of a spread. https://www.okx.com/docs-v5/en/#spread-trading-websocket-private-channel-order-channel"""

    symbol: str = field(name="sprdId")
    order_id: str = field(name="ordId")
    client_id: str | None = field(name="clOrdId", default=None)
    side: OrderSideWord
    kind: str = field(name="ordType")
    state: OrderState
    size: Decimal = field(name="sz")
    price: str | None = field(name="px", default=None)
    average_price: str | None = field(name="avgPx", default=None)
    filled: str | None = field(name="accFillSz", default=None)
    fill_size: str | None = field(name="fillSz", default=None)
    fill_price: str | None = field(name="fillPx", default=None)
    trade_id: str | None = field(name="tradeId", default=None)
    cancel_source: str | None = field(name="cancelSource", default=None)
    created_ms: str = field(name="cTime")
    updated_ms: str = field(name="uTime")


class FillRow(Struct, frozen=True, kw_only=True, gc=False):
    """One fill. https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-transaction-details-last-3-days"""

    symbol: str = field(name="instId")
    trade_id: str = field(name="tradeId")
    order_id: str = field(name="ordId")
    client_id: str | None = field(name="clOrdId", default=None)
    bill_id: int | str = field(name="billId")
    side: OrderSideWord
    position_side: str | None = field(name="posSide", default=None)
    price: Decimal = field(name="fillPx")
    size: Decimal = field(name="fillSz")
    liquidity: str | None = field(name="execType", default=None)
    fee: str | None = None
    fee_currency: str | None = field(name="feeCcy", default=None)
    fill_time_ms: str | None = field(name="fillTime", default=None)
    time_ms: str = field(name="ts")


class Done(Struct, frozen=True, kw_only=True, gc=False):
    """What became of one order of a command. https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-place-order"""

    order_id: str | None = field(name="ordId", default=None)
    algo_id: str | None = field(name="algoId", default=None)
    client_id: str | None = field(name="clOrdId", default=None)
    algo_client_id: str | None = field(name="algoClOrdId", default=None)
    row_code: str | None = field(name="sCode", default=None)
    row_message: str | None = field(name="sMsg", default=None)


class DoneAnswer(Struct, frozen=True, kw_only=True, gc=False):
    """The answer to a command. https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-place-order"""

    code: str
    msg: str
    rows: list[Done] = field(name="data")


class ResultAnswerRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of ResultAnswer."""

    result: bool


class ResultAnswer(Struct, frozen=True, kw_only=True, gc=False):
    """The answer to a command about several orders at once. https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-mass-cancel-order"""

    code: str
    msg: str
    rows: list[ResultAnswerRows] = field(name="data")


class GetSpreadTradesRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_spread_trades: Fills of orders of spreads of the last seven days. https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-trades-last-7-days"""

    symbol: str = field(name="sprdId")
    trade_id: str = field(name="tradeId")
    order_id: str = field(name="ordId")
    client_id: str | None = field(name="clOrdId", default=None)
    state: SpreadTradeState | None = None
    side: OrderSideWord
    price: Decimal = field(name="fillPx")
    size: Decimal = field(name="fillSz")
    liquidity: str | None = field(name="execType", default=None)
    fee: str | None = None
    fee_currency: str | None = field(name="feeCcy", default=None)
    time_ms: str = field(name="ts")


class GetOrderResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_order: One order. https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-details"""

    code: str
    msg: str
    rows: list[OrderRow] = field(name="data")


class GetOpenOrdersResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_open_orders: Orders that are open. https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-list"""

    code: str
    msg: str
    rows: list[OrderRow] = field(name="data")


class GetOrdersHistoryResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_orders_history: Orders of the last seven days that are done. https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-history-last-7-days"""

    code: str
    msg: str
    rows: list[OrderRow] = field(name="data")


class GetAlgoOrderResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_algo_order: One algo order. https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-get-algo-order-details"""

    code: str
    msg: str
    rows: list[AlgoRow] = field(name="data")


class GetOpenAlgoOrdersResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_open_algo_orders: Algo orders that are open. https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-get-algo-order-list"""

    code: str
    msg: str
    rows: list[AlgoRow] = field(name="data")


class GetAlgoOrdersHistoryResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_algo_orders_history: Algo orders of the last three months that are done. https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-get-algo-order-history"""

    code: str
    msg: str
    rows: list[AlgoRow] = field(name="data")


class GetSpreadOrderResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_spread_order: One order of a spread. https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-order-details"""

    code: str
    msg: str
    rows: list[SpreadOrderRow] = field(name="data")


class GetOpenSpreadOrdersResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_open_spread_orders: Orders of spreads that are open. https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-active-orders"""

    code: str
    msg: str
    rows: list[SpreadOrderRow] = field(name="data")


class GetSpreadOrdersHistoryResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_spread_orders_history: Orders of spreads of the last 21 days that are done. https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-orders-last-21-days"""

    code: str
    msg: str
    rows: list[SpreadOrderRow] = field(name="data")


class GetSpreadTradesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_spread_trades: Fills of orders of spreads of the last seven days. https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-trades-last-7-days"""

    code: str
    msg: str
    rows: list[GetSpreadTradesRow] = field(name="data")


class GetOrdersArchiveResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_orders_archive: Orders of the last three months that are done. https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-history-last-3-months"""

    code: str
    msg: str
    rows: list[OrderRow] = field(name="data")


class SpreadOrderRowText(Struct, frozen=True, kw_only=True, gc=False):
    """SpreadOrderRow, its decimals still text."""

    symbol: str = field(name="sprdId")
    order_id: str = field(name="ordId")
    client_id: str | None = field(name="clOrdId", default=None)
    side: OrderSideWord
    kind: str = field(name="ordType")
    state: OrderState
    size: str = field(name="sz")
    price: str | None = field(name="px", default=None)
    average_price: str | None = field(name="avgPx", default=None)
    filled: str | None = field(name="accFillSz", default=None)
    fill_size: str | None = field(name="fillSz", default=None)
    fill_price: str | None = field(name="fillPx", default=None)
    trade_id: str | None = field(name="tradeId", default=None)
    cancel_source: str | None = field(name="cancelSource", default=None)
    created_ms: str = field(name="cTime")
    updated_ms: str = field(name="uTime")


def emit_get_order(scope: Scope, message: GetOrderResponse, ts_init: int, out: list[Event]) -> None:
    """One order to OrderStatusReport."""
    for row in message.rows:
        cancel_source = row.cancel_source or ""
        try:
            side = ORDER_SIDE_WORD_MEANS[row.side]
            kind = ORDER_KIND_MEANS.means.get(row.kind) or ORDER_KIND_MEANS.read(row.kind, scope)
            is_kind = kind == "market"
            state = ORDER_STATE_MEANS[row.state]
            is_state = state is ORDER_STATUS_CANCELED
            filled = DECIMALS[row.filled] if row.filled else DECIMAL_0
            created_ns = MOMENTS[row.created_ms]
            position_side = row.position_side if row.position_side is not None else ""
            if is_kind:
                order_type = ORDER_TYPE_MARKET
            elif kind in {
                "limit",
                "post_only",
                "op_fok",
                "mmp",
                "mmp_and_post_only",
                "elp",
                "rpi",
                "chase",
                "iceberg",
                "smart_iceberg",
                "twap",
            }:
                order_type = ORDER_TYPE_LIMIT
            elif kind in {"optimal_limit_ioc", "ioc", "fok", "other"}:
                if not (row.price not in {"0", "-1", "-2", ""} or row.px_usd or row.px_vol):
                    order_type = ORDER_TYPE_MARKET
                else:
                    order_type = ORDER_TYPE_LIMIT
            elif kind in {"conditional", "oco", "trigger"}:
                if not (row.price not in {"0", "-1", "-2", ""} or row.px_usd or row.px_vol):
                    order_type = ORDER_TYPE_STOP_MARKET
                else:
                    order_type = ORDER_TYPE_STOP_LIMIT
            else:
                order_type = ORDER_TYPE_TRAILING_STOP_MARKET
            out.append(
                OrderStatusReport(
                    scope.ids[row.symbol],  # instrument_id
                    row.order_id,  # venue_order_id
                    side,  # order_side
                    order_type,
                    (
                        TIME_IN_FORCE_FOK
                        if kind in {"fok", "op_fok"}
                        else TIME_IN_FORCE_IOC if kind in {"ioc", "optimal_limit_ioc"} else TIME_IN_FORCE_GTC
                    ),  # time_in_force
                    (
                        ORDER_STATUS_REJECTED
                        if is_state and cancel_source == "31" and filled == DECIMAL_0
                        else (
                            ORDER_STATUS_EXPIRED
                            if is_state
                            and (
                                cancel_source in {"5", "time_expired", "gtd_expired"}
                                or "expir" in (cancel_reason := (row.cancel_reason or "").lower())
                                or "gtd" in cancel_reason
                                or "timeout" in cancel_reason
                            )
                            else state
                        )
                    ),  # order_status
                    (
                        (DECIMALS[row.size] if row.size else DECIMAL_0)
                        if not (
                            (row.size_currency or "") == "quote_ccy"
                            or (
                                not (row.size_currency)
                                and (
                                    is_kind and side is ORDER_SIDE_BUY and row.inst_type in {"SPOT", "MARGIN"}
                                )
                            )
                        )
                        else (
                            filled
                            if state is ORDER_STATUS_FILLED
                            else (
                                max(
                                    div(
                                        DECIMALS[row.size] if row.size else DECIMAL_0,
                                        (
                                            (average_price if row.average_price else DECIMAL_0)
                                            if not (row.price not in {"0", "-1", "-2", ""})
                                            else DECIMALS[row.price]
                                        ),
                                        (
                                            got_2
                                            if (got_2 := scope.told_int("size_precision")) is not None
                                            else 8
                                        ),
                                    ),
                                    filled,
                                )
                                if (
                                    average_price := (
                                        DECIMALS[row.average_price]
                                        if row.average_price
                                        else (
                                            DECIMALS[row.price]
                                            if row.price not in {"0", "-1", "-2", ""}
                                            else DECIMAL_0
                                        )
                                    )
                                )
                                > DECIMAL_0
                                else DECIMALS[row.size] if row.size else DECIMAL_0
                            )
                        )
                    ),  # quantity
                    (MOMENTS[row.updated_ms] if row.updated_ms else created_ns),  # ts_last
                    ts_init,
                    scope.account_id,
                    (row.algo_client_id or (row.client_id or None)),  # client_order_id
                    filled,  # filled_qty
                    (DECIMALS[row.price] if row.price not in {"0", "-1", "-2", ""} else None),  # price
                    (DECIMALS[row.average_price] if row.average_price else None),  # avg_px
                    None,  # trigger_price
                    None,  # trigger_type
                    (kind in {"post_only", "mmp_and_post_only"} or cancel_source == "31"),  # post_only
                    ((row.reduce_only if row.reduce_only is not None else "") == "true"),  # reduce_only
                    (
                        (row.cancel_reason or "cancel_source=" + cancel_source)
                        if row.cancel_reason or row.cancel_source
                        else None
                    ),  # cancel_reason
                    created_ns,  # ts_accepted
                    venue_position_id=(
                        (row.symbol + ".OKX-" + position_side.upper())
                        if (position_side in {"long", "short"})
                        else None
                    ),
                    linked_order_ids=(
                        tuple(told for each in row.attached if (told := each.attached_id or None) is not None)
                        if row.attached
                        else ()
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_open_orders(
    scope: Scope, message: GetOpenOrdersResponse, ts_init: int, out: list[Event]
) -> None:
    """Orders that are open to OrderStatusReport."""
    for row in message.rows:
        cancel_source = row.cancel_source or ""
        try:
            side = ORDER_SIDE_WORD_MEANS[row.side]
            kind = ORDER_KIND_MEANS.means.get(row.kind) or ORDER_KIND_MEANS.read(row.kind, scope)
            is_kind = kind == "market"
            state = ORDER_STATE_MEANS[row.state]
            is_state = state is ORDER_STATUS_CANCELED
            filled = DECIMALS[row.filled] if row.filled else DECIMAL_0
            created_ns = MOMENTS[row.created_ms]
            position_side = row.position_side if row.position_side is not None else ""
            if is_kind:
                order_type = ORDER_TYPE_MARKET
            elif kind in {
                "limit",
                "post_only",
                "op_fok",
                "mmp",
                "mmp_and_post_only",
                "elp",
                "rpi",
                "chase",
                "iceberg",
                "smart_iceberg",
                "twap",
            }:
                order_type = ORDER_TYPE_LIMIT
            elif kind in {"optimal_limit_ioc", "ioc", "fok", "other"}:
                if not (row.price not in {"0", "-1", "-2", ""} or row.px_usd or row.px_vol):
                    order_type = ORDER_TYPE_MARKET
                else:
                    order_type = ORDER_TYPE_LIMIT
            elif kind in {"conditional", "oco", "trigger"}:
                if not (row.price not in {"0", "-1", "-2", ""} or row.px_usd or row.px_vol):
                    order_type = ORDER_TYPE_STOP_MARKET
                else:
                    order_type = ORDER_TYPE_STOP_LIMIT
            else:
                order_type = ORDER_TYPE_TRAILING_STOP_MARKET
            out.append(
                OrderStatusReport(
                    scope.ids[row.symbol],  # instrument_id
                    row.order_id,  # venue_order_id
                    side,  # order_side
                    order_type,
                    (
                        TIME_IN_FORCE_FOK
                        if kind in {"fok", "op_fok"}
                        else TIME_IN_FORCE_IOC if kind in {"ioc", "optimal_limit_ioc"} else TIME_IN_FORCE_GTC
                    ),  # time_in_force
                    (
                        ORDER_STATUS_REJECTED
                        if is_state and cancel_source == "31" and filled == DECIMAL_0
                        else (
                            ORDER_STATUS_EXPIRED
                            if is_state
                            and (
                                cancel_source in {"5", "time_expired", "gtd_expired"}
                                or "expir" in (cancel_reason := (row.cancel_reason or "").lower())
                                or "gtd" in cancel_reason
                                or "timeout" in cancel_reason
                            )
                            else state
                        )
                    ),  # order_status
                    (
                        (DECIMALS[row.size] if row.size else DECIMAL_0)
                        if not (
                            (row.size_currency or "") == "quote_ccy"
                            or (
                                not (row.size_currency)
                                and (
                                    is_kind and side is ORDER_SIDE_BUY and row.inst_type in {"SPOT", "MARGIN"}
                                )
                            )
                        )
                        else (
                            filled
                            if state is ORDER_STATUS_FILLED
                            else (
                                max(
                                    div(
                                        DECIMALS[row.size] if row.size else DECIMAL_0,
                                        (
                                            (average_price if row.average_price else DECIMAL_0)
                                            if not (row.price not in {"0", "-1", "-2", ""})
                                            else DECIMALS[row.price]
                                        ),
                                        (
                                            got_2
                                            if (got_2 := scope.told_int("size_precision")) is not None
                                            else 8
                                        ),
                                    ),
                                    filled,
                                )
                                if (
                                    average_price := (
                                        DECIMALS[row.average_price]
                                        if row.average_price
                                        else (
                                            DECIMALS[row.price]
                                            if row.price not in {"0", "-1", "-2", ""}
                                            else DECIMAL_0
                                        )
                                    )
                                )
                                > DECIMAL_0
                                else DECIMALS[row.size] if row.size else DECIMAL_0
                            )
                        )
                    ),  # quantity
                    (MOMENTS[row.updated_ms] if row.updated_ms else created_ns),  # ts_last
                    ts_init,
                    scope.account_id,
                    (row.algo_client_id or (row.client_id or None)),  # client_order_id
                    filled,  # filled_qty
                    (DECIMALS[row.price] if row.price not in {"0", "-1", "-2", ""} else None),  # price
                    (DECIMALS[row.average_price] if row.average_price else None),  # avg_px
                    None,  # trigger_price
                    None,  # trigger_type
                    (kind in {"post_only", "mmp_and_post_only"} or cancel_source == "31"),  # post_only
                    ((row.reduce_only if row.reduce_only is not None else "") == "true"),  # reduce_only
                    (
                        (row.cancel_reason or "cancel_source=" + cancel_source)
                        if row.cancel_reason or row.cancel_source
                        else None
                    ),  # cancel_reason
                    created_ns,  # ts_accepted
                    venue_position_id=(
                        (row.symbol + ".OKX-" + position_side.upper())
                        if (position_side in {"long", "short"})
                        else None
                    ),
                    linked_order_ids=(
                        tuple(told for each in row.attached if (told := each.attached_id or None) is not None)
                        if row.attached
                        else ()
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_orders_history(
    scope: Scope, message: GetOrdersHistoryResponse, ts_init: int, out: list[Event]
) -> None:
    """Orders of the last seven days that are done to OrderStatusReport."""
    for row in message.rows:
        cancel_source = row.cancel_source or ""
        try:
            side = ORDER_SIDE_WORD_MEANS[row.side]
            kind = ORDER_KIND_MEANS.means.get(row.kind) or ORDER_KIND_MEANS.read(row.kind, scope)
            is_kind = kind == "market"
            state = ORDER_STATE_MEANS[row.state]
            is_state = state is ORDER_STATUS_CANCELED
            filled = DECIMALS[row.filled] if row.filled else DECIMAL_0
            created_ns = MOMENTS[row.created_ms]
            position_side = row.position_side if row.position_side is not None else ""
            if is_kind:
                order_type = ORDER_TYPE_MARKET
            elif kind in {
                "limit",
                "post_only",
                "op_fok",
                "mmp",
                "mmp_and_post_only",
                "elp",
                "rpi",
                "chase",
                "iceberg",
                "smart_iceberg",
                "twap",
            }:
                order_type = ORDER_TYPE_LIMIT
            elif kind in {"optimal_limit_ioc", "ioc", "fok", "other"}:
                if not (row.price not in {"0", "-1", "-2", ""} or row.px_usd or row.px_vol):
                    order_type = ORDER_TYPE_MARKET
                else:
                    order_type = ORDER_TYPE_LIMIT
            elif kind in {"conditional", "oco", "trigger"}:
                if not (row.price not in {"0", "-1", "-2", ""} or row.px_usd or row.px_vol):
                    order_type = ORDER_TYPE_STOP_MARKET
                else:
                    order_type = ORDER_TYPE_STOP_LIMIT
            else:
                order_type = ORDER_TYPE_TRAILING_STOP_MARKET
            out.append(
                OrderStatusReport(
                    scope.ids[row.symbol],  # instrument_id
                    row.order_id,  # venue_order_id
                    side,  # order_side
                    order_type,
                    (
                        TIME_IN_FORCE_FOK
                        if kind in {"fok", "op_fok"}
                        else TIME_IN_FORCE_IOC if kind in {"ioc", "optimal_limit_ioc"} else TIME_IN_FORCE_GTC
                    ),  # time_in_force
                    (
                        ORDER_STATUS_REJECTED
                        if is_state and cancel_source == "31" and filled == DECIMAL_0
                        else (
                            ORDER_STATUS_EXPIRED
                            if is_state
                            and (
                                cancel_source in {"5", "time_expired", "gtd_expired"}
                                or "expir" in (cancel_reason := (row.cancel_reason or "").lower())
                                or "gtd" in cancel_reason
                                or "timeout" in cancel_reason
                            )
                            else state
                        )
                    ),  # order_status
                    (
                        (DECIMALS[row.size] if row.size else DECIMAL_0)
                        if not (
                            (row.size_currency or "") == "quote_ccy"
                            or (
                                not (row.size_currency)
                                and (
                                    is_kind and side is ORDER_SIDE_BUY and row.inst_type in {"SPOT", "MARGIN"}
                                )
                            )
                        )
                        else (
                            filled
                            if state is ORDER_STATUS_FILLED
                            else (
                                max(
                                    div(
                                        DECIMALS[row.size] if row.size else DECIMAL_0,
                                        (
                                            (average_price if row.average_price else DECIMAL_0)
                                            if not (row.price not in {"0", "-1", "-2", ""})
                                            else DECIMALS[row.price]
                                        ),
                                        (
                                            got_2
                                            if (got_2 := scope.told_int("size_precision")) is not None
                                            else 8
                                        ),
                                    ),
                                    filled,
                                )
                                if (
                                    average_price := (
                                        DECIMALS[row.average_price]
                                        if row.average_price
                                        else (
                                            DECIMALS[row.price]
                                            if row.price not in {"0", "-1", "-2", ""}
                                            else DECIMAL_0
                                        )
                                    )
                                )
                                > DECIMAL_0
                                else DECIMALS[row.size] if row.size else DECIMAL_0
                            )
                        )
                    ),  # quantity
                    (MOMENTS[row.updated_ms] if row.updated_ms else created_ns),  # ts_last
                    ts_init,
                    scope.account_id,
                    (row.algo_client_id or (row.client_id or None)),  # client_order_id
                    filled,  # filled_qty
                    (DECIMALS[row.price] if row.price not in {"0", "-1", "-2", ""} else None),  # price
                    (DECIMALS[row.average_price] if row.average_price else None),  # avg_px
                    None,  # trigger_price
                    None,  # trigger_type
                    (kind in {"post_only", "mmp_and_post_only"} or cancel_source == "31"),  # post_only
                    ((row.reduce_only if row.reduce_only is not None else "") == "true"),  # reduce_only
                    (
                        (row.cancel_reason or "cancel_source=" + cancel_source)
                        if row.cancel_reason or row.cancel_source
                        else None
                    ),  # cancel_reason
                    created_ns,  # ts_accepted
                    venue_position_id=(
                        (row.symbol + ".OKX-" + position_side.upper())
                        if (position_side in {"long", "short"})
                        else None
                    ),
                    linked_order_ids=(
                        tuple(told for each in row.attached if (told := each.attached_id or None) is not None)
                        if row.attached
                        else ()
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_algo_order(scope: Scope, message: GetAlgoOrderResponse, ts_init: int, out: list[Event]) -> None:
    """One algo order to OrderStatusReport."""
    for row in message.rows:
        actual_side = row.actual_side or ""
        position_side = row.position_side if row.position_side is not None else ""
        try:
            row_id = scope.ids[row.symbol]
            kind_ = ORDER_KIND_MEANS.means.get(row.kind) or ORDER_KIND_MEANS.read(row.kind, scope)
            is_kind_ = kind_ == "oco"
            is_kind = (
                is_kind_
                and bool(row.profit_trigger is not None and row.profit_trigger not in {"0", ""})
                and actual_side == "sl"
            )
            side = ORDER_SIDE_WORD_MEANS[row.side]
            kind = (
                "trigger"
                if kind_ == "other"
                and (
                    DECIMALS[row.trigger_price]
                    if row.trigger_price is not None and row.trigger_price not in {"0", ""}
                    else (
                        DECIMALS[row.profit_trigger]
                        if row.profit_trigger is not None and row.profit_trigger not in {"0", ""}
                        else (
                            DECIMALS[row.loss_trigger]
                            if row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                            else None
                        )
                    )
                )
                is not None
                else kind_
            )
            size = DECIMALS[row.size] if row.size else DECIMAL_0
            updated_ns = MOMENTS[row.updated_ms] if row.updated_ms else MOMENTS[row.created_ms]
            trigger_price = bool(row.trigger_price is not None and row.trigger_price not in {"0", ""})
            reduce_only = row.reduce_only if row.reduce_only is not None else ""
            symbol = (
                (row.symbol + ".OKX-" + position_side.upper())
                if (position_side in {"long", "short"})
                else None
            )
            triggered_ns = (
                MOMENTS[row.triggered_ms]
                if row.triggered_ms is not None and row.triggered_ms not in {"0", ""}
                else None
            )
            created_ns = MOMENTS[row.created_ms]
            if kind == "move_order_stop":
                order_type = ORDER_TYPE_TRAILING_STOP_MARKET
            elif kind in {
                "chase",
                "iceberg",
                "smart_iceberg",
                "twap",
                "limit",
                "post_only",
                "fok",
                "ioc",
                "op_fok",
                "mmp",
                "mmp_and_post_only",
                "elp",
                "rpi",
                "other",
            }:
                order_type = ORDER_TYPE_LIMIT
            elif kind in {"trigger", "conditional", "oco"}:
                if not (
                    (
                        trigger_price_ := (
                            DECIMALS[row.trigger_price]
                            if row.trigger_price is not None and row.trigger_price not in {"0", ""}
                            else DECIMAL_0
                        )
                    )
                    == DECIMAL_0
                    and (
                        (
                            profit_trigger := (
                                DECIMALS[row.profit_trigger]
                                if row.profit_trigger is not None and row.profit_trigger not in {"0", ""}
                                else DECIMAL_0
                            )
                        )
                        > DECIMAL_0
                        and (is_kind_ or actual_side != "sl")
                    )
                ):
                    if (
                        not (
                            (
                                DECIMALS[row.price]
                                if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                                else DECIMAL_0
                            )
                            if trigger_price_ > DECIMAL_0
                            else (
                                (
                                    DECIMALS[row.profit_price]
                                    if row.profit_price is not None
                                    and row.profit_price not in {"0", "-1", "-2", ""}
                                    else DECIMAL_0
                                )
                                if (
                                    DECIMALS[row.profit_trigger]
                                    if row.profit_trigger is not None and row.profit_trigger not in {"0", ""}
                                    else DECIMAL_0
                                )
                                > DECIMAL_0
                                and (is_kind_ or actual_side != "sl")
                                else (
                                    (
                                        DECIMALS[row.loss_price]
                                        if row.loss_price is not None
                                        and row.loss_price not in {"0", "-1", "-2", ""}
                                        else DECIMAL_0
                                    )
                                    if (
                                        DECIMALS[row.loss_trigger]
                                        if row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                                        else DECIMAL_0
                                    )
                                    > DECIMAL_0
                                    else (
                                        DECIMALS[row.price]
                                        if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                                        else DECIMAL_0
                                    )
                                )
                            )
                        )
                        > DECIMAL_0
                    ):
                        order_type = ORDER_TYPE_STOP_MARKET
                    else:
                        order_type = ORDER_TYPE_STOP_LIMIT
                elif (
                    not (
                        (
                            DECIMALS[row.price]
                            if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                            else DECIMAL_0
                        )
                        if trigger_price_ > DECIMAL_0
                        else (
                            (
                                DECIMALS[row.profit_price]
                                if row.profit_price is not None
                                and row.profit_price not in {"0", "-1", "-2", ""}
                                else DECIMAL_0
                            )
                            if profit_trigger > DECIMAL_0 and (is_kind_ or actual_side != "sl")
                            else (
                                (
                                    DECIMALS[row.loss_price]
                                    if row.loss_price is not None
                                    and row.loss_price not in {"0", "-1", "-2", ""}
                                    else DECIMAL_0
                                )
                                if (
                                    DECIMALS[row.loss_trigger]
                                    if row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                                    else DECIMAL_0
                                )
                                > DECIMAL_0
                                else (
                                    DECIMALS[row.price]
                                    if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                                    else DECIMAL_0
                                )
                            )
                        )
                    )
                    > DECIMAL_0
                ):
                    order_type = ORDER_TYPE_MARKET_IF_TOUCHED
                else:
                    order_type = ORDER_TYPE_LIMIT_IF_TOUCHED
            else:
                order_type = ORDER_TYPE_MARKET
            out.append(
                OrderStatusReport(
                    row_id,  # instrument_id
                    (row.algo_id if is_kind else row.order_id or row.algo_id),  # venue_order_id
                    side,  # order_side
                    order_type,
                    TIME_IN_FORCE_GTC,  # time_in_force
                    (
                        ORDER_STATUS_CANCELED
                        if is_kind_
                        and (row.profit_trigger is not None and row.profit_trigger not in {"0", ""})
                        and actual_side == "sl"
                        and ALGO_STATE_MEANS[row.state] is not ORDER_STATUS_ACCEPTED
                        else ALGO_STATE_MEANS[row.state]
                    ),  # order_status
                    size,  # quantity
                    updated_ns,  # ts_last
                    ts_init,
                    scope.account_id,
                    (row.client_id or (row.algo_client_id or None)),  # client_order_id
                    (
                        DECIMAL_0 if is_kind else DECIMALS[row.filled] if row.filled else DECIMAL_0
                    ),  # filled_qty
                    (
                        (
                            DECIMALS[row.price]
                            if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                            else None
                        )
                        if trigger_price
                        else (
                            (
                                DECIMALS[row.profit_price]
                                if row.profit_price is not None
                                and row.profit_price not in {"0", "-1", "-2", ""}
                                else None
                            )
                            if (row.profit_trigger is not None and row.profit_trigger not in {"0", ""})
                            and (is_kind_ or actual_side != "sl")
                            else (
                                (
                                    DECIMALS[row.loss_price]
                                    if row.loss_price is not None
                                    and row.loss_price not in {"0", "-1", "-2", ""}
                                    else None
                                )
                                if (row.loss_trigger is not None and row.loss_trigger not in {"0", ""})
                                else (
                                    DECIMALS[row.price]
                                    if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                                    else None
                                )
                            )
                        )
                    ),  # price
                    None,  # avg_px
                    (
                        DECIMALS[row.trigger_price]
                        if row.trigger_price is not None and row.trigger_price not in {"0", ""}
                        else (
                            got_3
                            if (
                                got_3 := (
                                    (
                                        DECIMALS[row.profit_trigger]
                                        if row.profit_trigger is not None
                                        and row.profit_trigger not in {"0", ""}
                                        else (
                                            DECIMALS[row.loss_trigger]
                                            if row.loss_trigger is not None
                                            and row.loss_trigger not in {"0", ""}
                                            else None
                                        )
                                    )
                                    if is_kind_ or actual_side != "sl"
                                    else (
                                        DECIMALS[row.loss_trigger]
                                        if row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                                        else None
                                    )
                                )
                            )
                            is not None
                            else DECIMALS[row.moving_trigger] if row.moving_trigger else None
                        )
                    ),  # trigger_price
                    (
                        got_4
                        if (
                            got_4 := (
                                (
                                    (
                                        TRIGGER_PRICE_TYPE_MEANS.means.get(row.trigger_type)
                                        or TRIGGER_PRICE_TYPE_MEANS.read(row.trigger_type, scope)
                                    )
                                    if row.trigger_type
                                    else None
                                )
                                if trigger_price
                                else (
                                    (
                                        (
                                            TRIGGER_PRICE_TYPE_MEANS.means.get(row.profit_type)
                                            or TRIGGER_PRICE_TYPE_MEANS.read(row.profit_type, scope)
                                        )
                                        if row.profit_type
                                        else None
                                    )
                                    if (
                                        row.profit_trigger is not None and row.profit_trigger not in {"0", ""}
                                    )
                                    and (is_kind_ or actual_side != "sl")
                                    else (
                                        (
                                            (
                                                TRIGGER_PRICE_TYPE_MEANS.means.get(row.loss_type)
                                                or TRIGGER_PRICE_TYPE_MEANS.read(row.loss_type, scope)
                                            )
                                            if row.loss_type
                                            else None
                                        )
                                        if (
                                            row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                                        )
                                        else (
                                            (
                                                TRIGGER_PRICE_TYPE_MEANS.means.get(row.trigger_type)
                                                or TRIGGER_PRICE_TYPE_MEANS.read(row.trigger_type, scope)
                                            )
                                            if row.trigger_type
                                            else None
                                        )
                                    )
                                )
                            )
                        )
                        is not None
                        else TRIGGER_TYPE_DEFAULT
                    ),  # trigger_type
                    False,  # post_only
                    (reduce_only == "true"),  # reduce_only
                    None,  # cancel_reason
                    created_ns,  # ts_accepted
                    None,  # display_qty
                    None,  # expire_time
                    (
                        (DECIMALS[row.callback_spread] if row.callback_spread else None)
                        if not (row.callback_ratio)
                        else multiply(DECIMALS[row.callback_ratio], 10_000)
                    ),  # trailing_offset
                    (
                        TRAILING_OFFSET_TYPE_BASIS_POINTS
                        if row.callback_ratio
                        else (
                            TRAILING_OFFSET_TYPE_PRICE
                            if row.callback_spread
                            else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                        )
                    ),  # trailing_offset_type
                    symbol,  # venue_position_id
                    None,  # order_list_id
                    (
                        CONTINGENCY_TYPE_OCO if is_kind_ else CONTINGENCY_TYPE_NO_CONTINGENCY
                    ),  # contingency_type
                    None,  # limit_offset
                    triggered_ns,  # ts_triggered
                )
            )
            if (
                is_kind_
                and (row.profit_trigger is not None and row.profit_trigger not in {"0", ""})
                and (row.loss_trigger is not None and row.loss_trigger not in {"0", ""})
            ):
                out.append(
                    OrderStatusReport(
                        row_id,  # instrument_id
                        (
                            row.order_id if actual_side == "sl" and row.order_id else row.algo_id + "-sl"
                        ),  # venue_order_id
                        side,  # order_side
                        (
                            ORDER_TYPE_STOP_MARKET
                            if not (
                                row.loss_price is not None and row.loss_price not in {"0", "-1", "-2", ""}
                            )
                            else ORDER_TYPE_STOP_LIMIT
                        ),  # order_type
                        TIME_IN_FORCE_GTC,  # time_in_force
                        (
                            ORDER_STATUS_CANCELED
                            if actual_side == "tp"
                            and ALGO_STATE_MEANS[row.state] is not ORDER_STATUS_ACCEPTED
                            else ALGO_STATE_MEANS[row.state]
                        ),  # order_status
                        size,  # quantity
                        updated_ns,  # ts_last
                        ts_init,
                        scope.account_id,
                        None,  # client_order_id
                        (
                            (DECIMALS[row.filled] if row.filled else DECIMAL_0)
                            if actual_side == "sl"
                            else DECIMAL_0
                        ),  # filled_qty
                        (
                            DECIMALS[row.loss_price]
                            if row.loss_price is not None and row.loss_price not in {"0", "-1", "-2", ""}
                            else None
                        ),  # price
                        None,  # avg_px
                        DECIMALS[row.loss_trigger],  # trigger_price
                        (
                            (
                                TRIGGER_PRICE_TYPE_MEANS.means.get(row.loss_type)
                                or TRIGGER_PRICE_TYPE_MEANS.read(row.loss_type, scope)
                            )
                            if row.loss_type
                            else TRIGGER_TYPE_DEFAULT
                        ),  # trigger_type
                        False,  # post_only
                        (reduce_only == "true"),  # reduce_only
                        None,  # cancel_reason
                        created_ns,  # ts_accepted
                        None,  # display_qty
                        None,  # expire_time
                        None,  # trailing_offset
                        TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET,  # trailing_offset_type
                        symbol,  # venue_position_id
                        None,  # order_list_id
                        CONTINGENCY_TYPE_OCO,  # contingency_type
                        None,  # limit_offset
                        triggered_ns,  # ts_triggered
                        (() if (told := row.algo_client_id or None) is None else (told,)),  # linked_order_ids
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_open_algo_orders(
    scope: Scope, message: GetOpenAlgoOrdersResponse, ts_init: int, out: list[Event]
) -> None:
    """Algo orders that are open to OrderStatusReport."""
    for row in message.rows:
        actual_side = row.actual_side or ""
        position_side = row.position_side if row.position_side is not None else ""
        try:
            row_id = scope.ids[row.symbol]
            kind_ = ORDER_KIND_MEANS.means.get(row.kind) or ORDER_KIND_MEANS.read(row.kind, scope)
            is_kind_ = kind_ == "oco"
            is_kind = (
                is_kind_
                and bool(row.profit_trigger is not None and row.profit_trigger not in {"0", ""})
                and actual_side == "sl"
            )
            side = ORDER_SIDE_WORD_MEANS[row.side]
            kind = (
                "trigger"
                if kind_ == "other"
                and (
                    DECIMALS[row.trigger_price]
                    if row.trigger_price is not None and row.trigger_price not in {"0", ""}
                    else (
                        DECIMALS[row.profit_trigger]
                        if row.profit_trigger is not None and row.profit_trigger not in {"0", ""}
                        else (
                            DECIMALS[row.loss_trigger]
                            if row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                            else None
                        )
                    )
                )
                is not None
                else kind_
            )
            size = DECIMALS[row.size] if row.size else DECIMAL_0
            updated_ns = MOMENTS[row.updated_ms] if row.updated_ms else MOMENTS[row.created_ms]
            trigger_price = bool(row.trigger_price is not None and row.trigger_price not in {"0", ""})
            reduce_only = row.reduce_only if row.reduce_only is not None else ""
            symbol = (
                (row.symbol + ".OKX-" + position_side.upper())
                if (position_side in {"long", "short"})
                else None
            )
            triggered_ns = (
                MOMENTS[row.triggered_ms]
                if row.triggered_ms is not None and row.triggered_ms not in {"0", ""}
                else None
            )
            created_ns = MOMENTS[row.created_ms]
            if kind == "move_order_stop":
                order_type = ORDER_TYPE_TRAILING_STOP_MARKET
            elif kind in {
                "chase",
                "iceberg",
                "smart_iceberg",
                "twap",
                "limit",
                "post_only",
                "fok",
                "ioc",
                "op_fok",
                "mmp",
                "mmp_and_post_only",
                "elp",
                "rpi",
                "other",
            }:
                order_type = ORDER_TYPE_LIMIT
            elif kind in {"trigger", "conditional", "oco"}:
                if not (
                    (
                        trigger_price_ := (
                            DECIMALS[row.trigger_price]
                            if row.trigger_price is not None and row.trigger_price not in {"0", ""}
                            else DECIMAL_0
                        )
                    )
                    == DECIMAL_0
                    and (
                        (
                            profit_trigger := (
                                DECIMALS[row.profit_trigger]
                                if row.profit_trigger is not None and row.profit_trigger not in {"0", ""}
                                else DECIMAL_0
                            )
                        )
                        > DECIMAL_0
                        and (is_kind_ or actual_side != "sl")
                    )
                ):
                    if (
                        not (
                            (
                                DECIMALS[row.price]
                                if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                                else DECIMAL_0
                            )
                            if trigger_price_ > DECIMAL_0
                            else (
                                (
                                    DECIMALS[row.profit_price]
                                    if row.profit_price is not None
                                    and row.profit_price not in {"0", "-1", "-2", ""}
                                    else DECIMAL_0
                                )
                                if (
                                    DECIMALS[row.profit_trigger]
                                    if row.profit_trigger is not None and row.profit_trigger not in {"0", ""}
                                    else DECIMAL_0
                                )
                                > DECIMAL_0
                                and (is_kind_ or actual_side != "sl")
                                else (
                                    (
                                        DECIMALS[row.loss_price]
                                        if row.loss_price is not None
                                        and row.loss_price not in {"0", "-1", "-2", ""}
                                        else DECIMAL_0
                                    )
                                    if (
                                        DECIMALS[row.loss_trigger]
                                        if row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                                        else DECIMAL_0
                                    )
                                    > DECIMAL_0
                                    else (
                                        DECIMALS[row.price]
                                        if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                                        else DECIMAL_0
                                    )
                                )
                            )
                        )
                        > DECIMAL_0
                    ):
                        order_type = ORDER_TYPE_STOP_MARKET
                    else:
                        order_type = ORDER_TYPE_STOP_LIMIT
                elif (
                    not (
                        (
                            DECIMALS[row.price]
                            if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                            else DECIMAL_0
                        )
                        if trigger_price_ > DECIMAL_0
                        else (
                            (
                                DECIMALS[row.profit_price]
                                if row.profit_price is not None
                                and row.profit_price not in {"0", "-1", "-2", ""}
                                else DECIMAL_0
                            )
                            if profit_trigger > DECIMAL_0 and (is_kind_ or actual_side != "sl")
                            else (
                                (
                                    DECIMALS[row.loss_price]
                                    if row.loss_price is not None
                                    and row.loss_price not in {"0", "-1", "-2", ""}
                                    else DECIMAL_0
                                )
                                if (
                                    DECIMALS[row.loss_trigger]
                                    if row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                                    else DECIMAL_0
                                )
                                > DECIMAL_0
                                else (
                                    DECIMALS[row.price]
                                    if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                                    else DECIMAL_0
                                )
                            )
                        )
                    )
                    > DECIMAL_0
                ):
                    order_type = ORDER_TYPE_MARKET_IF_TOUCHED
                else:
                    order_type = ORDER_TYPE_LIMIT_IF_TOUCHED
            else:
                order_type = ORDER_TYPE_MARKET
            out.append(
                OrderStatusReport(
                    row_id,  # instrument_id
                    (row.algo_id if is_kind else row.order_id or row.algo_id),  # venue_order_id
                    side,  # order_side
                    order_type,
                    TIME_IN_FORCE_GTC,  # time_in_force
                    (
                        ORDER_STATUS_CANCELED
                        if is_kind_
                        and (row.profit_trigger is not None and row.profit_trigger not in {"0", ""})
                        and actual_side == "sl"
                        and ALGO_STATE_MEANS[row.state] is not ORDER_STATUS_ACCEPTED
                        else ALGO_STATE_MEANS[row.state]
                    ),  # order_status
                    size,  # quantity
                    updated_ns,  # ts_last
                    ts_init,
                    scope.account_id,
                    (row.client_id or (row.algo_client_id or None)),  # client_order_id
                    (
                        DECIMAL_0 if is_kind else DECIMALS[row.filled] if row.filled else DECIMAL_0
                    ),  # filled_qty
                    (
                        (
                            DECIMALS[row.price]
                            if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                            else None
                        )
                        if trigger_price
                        else (
                            (
                                DECIMALS[row.profit_price]
                                if row.profit_price is not None
                                and row.profit_price not in {"0", "-1", "-2", ""}
                                else None
                            )
                            if (row.profit_trigger is not None and row.profit_trigger not in {"0", ""})
                            and (is_kind_ or actual_side != "sl")
                            else (
                                (
                                    DECIMALS[row.loss_price]
                                    if row.loss_price is not None
                                    and row.loss_price not in {"0", "-1", "-2", ""}
                                    else None
                                )
                                if (row.loss_trigger is not None and row.loss_trigger not in {"0", ""})
                                else (
                                    DECIMALS[row.price]
                                    if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                                    else None
                                )
                            )
                        )
                    ),  # price
                    None,  # avg_px
                    (
                        DECIMALS[row.trigger_price]
                        if row.trigger_price is not None and row.trigger_price not in {"0", ""}
                        else (
                            got_3
                            if (
                                got_3 := (
                                    (
                                        DECIMALS[row.profit_trigger]
                                        if row.profit_trigger is not None
                                        and row.profit_trigger not in {"0", ""}
                                        else (
                                            DECIMALS[row.loss_trigger]
                                            if row.loss_trigger is not None
                                            and row.loss_trigger not in {"0", ""}
                                            else None
                                        )
                                    )
                                    if is_kind_ or actual_side != "sl"
                                    else (
                                        DECIMALS[row.loss_trigger]
                                        if row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                                        else None
                                    )
                                )
                            )
                            is not None
                            else DECIMALS[row.moving_trigger] if row.moving_trigger else None
                        )
                    ),  # trigger_price
                    (
                        got_4
                        if (
                            got_4 := (
                                (
                                    (
                                        TRIGGER_PRICE_TYPE_MEANS.means.get(row.trigger_type)
                                        or TRIGGER_PRICE_TYPE_MEANS.read(row.trigger_type, scope)
                                    )
                                    if row.trigger_type
                                    else None
                                )
                                if trigger_price
                                else (
                                    (
                                        (
                                            TRIGGER_PRICE_TYPE_MEANS.means.get(row.profit_type)
                                            or TRIGGER_PRICE_TYPE_MEANS.read(row.profit_type, scope)
                                        )
                                        if row.profit_type
                                        else None
                                    )
                                    if (
                                        row.profit_trigger is not None and row.profit_trigger not in {"0", ""}
                                    )
                                    and (is_kind_ or actual_side != "sl")
                                    else (
                                        (
                                            (
                                                TRIGGER_PRICE_TYPE_MEANS.means.get(row.loss_type)
                                                or TRIGGER_PRICE_TYPE_MEANS.read(row.loss_type, scope)
                                            )
                                            if row.loss_type
                                            else None
                                        )
                                        if (
                                            row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                                        )
                                        else (
                                            (
                                                TRIGGER_PRICE_TYPE_MEANS.means.get(row.trigger_type)
                                                or TRIGGER_PRICE_TYPE_MEANS.read(row.trigger_type, scope)
                                            )
                                            if row.trigger_type
                                            else None
                                        )
                                    )
                                )
                            )
                        )
                        is not None
                        else TRIGGER_TYPE_DEFAULT
                    ),  # trigger_type
                    False,  # post_only
                    (reduce_only == "true"),  # reduce_only
                    None,  # cancel_reason
                    created_ns,  # ts_accepted
                    None,  # display_qty
                    None,  # expire_time
                    (
                        (DECIMALS[row.callback_spread] if row.callback_spread else None)
                        if not (row.callback_ratio)
                        else multiply(DECIMALS[row.callback_ratio], 10_000)
                    ),  # trailing_offset
                    (
                        TRAILING_OFFSET_TYPE_BASIS_POINTS
                        if row.callback_ratio
                        else (
                            TRAILING_OFFSET_TYPE_PRICE
                            if row.callback_spread
                            else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                        )
                    ),  # trailing_offset_type
                    symbol,  # venue_position_id
                    None,  # order_list_id
                    (
                        CONTINGENCY_TYPE_OCO if is_kind_ else CONTINGENCY_TYPE_NO_CONTINGENCY
                    ),  # contingency_type
                    None,  # limit_offset
                    triggered_ns,  # ts_triggered
                )
            )
            if (
                is_kind_
                and (row.profit_trigger is not None and row.profit_trigger not in {"0", ""})
                and (row.loss_trigger is not None and row.loss_trigger not in {"0", ""})
            ):
                out.append(
                    OrderStatusReport(
                        row_id,  # instrument_id
                        (
                            row.order_id if actual_side == "sl" and row.order_id else row.algo_id + "-sl"
                        ),  # venue_order_id
                        side,  # order_side
                        (
                            ORDER_TYPE_STOP_MARKET
                            if not (
                                row.loss_price is not None and row.loss_price not in {"0", "-1", "-2", ""}
                            )
                            else ORDER_TYPE_STOP_LIMIT
                        ),  # order_type
                        TIME_IN_FORCE_GTC,  # time_in_force
                        (
                            ORDER_STATUS_CANCELED
                            if actual_side == "tp"
                            and ALGO_STATE_MEANS[row.state] is not ORDER_STATUS_ACCEPTED
                            else ALGO_STATE_MEANS[row.state]
                        ),  # order_status
                        size,  # quantity
                        updated_ns,  # ts_last
                        ts_init,
                        scope.account_id,
                        None,  # client_order_id
                        (
                            (DECIMALS[row.filled] if row.filled else DECIMAL_0)
                            if actual_side == "sl"
                            else DECIMAL_0
                        ),  # filled_qty
                        (
                            DECIMALS[row.loss_price]
                            if row.loss_price is not None and row.loss_price not in {"0", "-1", "-2", ""}
                            else None
                        ),  # price
                        None,  # avg_px
                        DECIMALS[row.loss_trigger],  # trigger_price
                        (
                            (
                                TRIGGER_PRICE_TYPE_MEANS.means.get(row.loss_type)
                                or TRIGGER_PRICE_TYPE_MEANS.read(row.loss_type, scope)
                            )
                            if row.loss_type
                            else TRIGGER_TYPE_DEFAULT
                        ),  # trigger_type
                        False,  # post_only
                        (reduce_only == "true"),  # reduce_only
                        None,  # cancel_reason
                        created_ns,  # ts_accepted
                        None,  # display_qty
                        None,  # expire_time
                        None,  # trailing_offset
                        TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET,  # trailing_offset_type
                        symbol,  # venue_position_id
                        None,  # order_list_id
                        CONTINGENCY_TYPE_OCO,  # contingency_type
                        None,  # limit_offset
                        triggered_ns,  # ts_triggered
                        (() if (told := row.algo_client_id or None) is None else (told,)),  # linked_order_ids
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_algo_orders_history(
    scope: Scope, message: GetAlgoOrdersHistoryResponse, ts_init: int, out: list[Event]
) -> None:
    """Algo orders of the last three months that are done to OrderStatusReport."""
    for row in message.rows:
        actual_side = row.actual_side or ""
        position_side = row.position_side if row.position_side is not None else ""
        try:
            row_id = scope.ids[row.symbol]
            kind_ = ORDER_KIND_MEANS.means.get(row.kind) or ORDER_KIND_MEANS.read(row.kind, scope)
            is_kind_ = kind_ == "oco"
            is_kind = (
                is_kind_
                and bool(row.profit_trigger is not None and row.profit_trigger not in {"0", ""})
                and actual_side == "sl"
            )
            side = ORDER_SIDE_WORD_MEANS[row.side]
            kind = (
                "trigger"
                if kind_ == "other"
                and (
                    DECIMALS[row.trigger_price]
                    if row.trigger_price is not None and row.trigger_price not in {"0", ""}
                    else (
                        DECIMALS[row.profit_trigger]
                        if row.profit_trigger is not None and row.profit_trigger not in {"0", ""}
                        else (
                            DECIMALS[row.loss_trigger]
                            if row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                            else None
                        )
                    )
                )
                is not None
                else kind_
            )
            size = DECIMALS[row.size] if row.size else DECIMAL_0
            updated_ns = MOMENTS[row.updated_ms] if row.updated_ms else MOMENTS[row.created_ms]
            trigger_price = bool(row.trigger_price is not None and row.trigger_price not in {"0", ""})
            reduce_only = row.reduce_only if row.reduce_only is not None else ""
            symbol = (
                (row.symbol + ".OKX-" + position_side.upper())
                if (position_side in {"long", "short"})
                else None
            )
            triggered_ns = (
                MOMENTS[row.triggered_ms]
                if row.triggered_ms is not None and row.triggered_ms not in {"0", ""}
                else None
            )
            created_ns = MOMENTS[row.created_ms]
            if kind == "move_order_stop":
                order_type = ORDER_TYPE_TRAILING_STOP_MARKET
            elif kind in {
                "chase",
                "iceberg",
                "smart_iceberg",
                "twap",
                "limit",
                "post_only",
                "fok",
                "ioc",
                "op_fok",
                "mmp",
                "mmp_and_post_only",
                "elp",
                "rpi",
                "other",
            }:
                order_type = ORDER_TYPE_LIMIT
            elif kind in {"trigger", "conditional", "oco"}:
                if not (
                    (
                        trigger_price_ := (
                            DECIMALS[row.trigger_price]
                            if row.trigger_price is not None and row.trigger_price not in {"0", ""}
                            else DECIMAL_0
                        )
                    )
                    == DECIMAL_0
                    and (
                        (
                            profit_trigger := (
                                DECIMALS[row.profit_trigger]
                                if row.profit_trigger is not None and row.profit_trigger not in {"0", ""}
                                else DECIMAL_0
                            )
                        )
                        > DECIMAL_0
                        and (is_kind_ or actual_side != "sl")
                    )
                ):
                    if (
                        not (
                            (
                                DECIMALS[row.price]
                                if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                                else DECIMAL_0
                            )
                            if trigger_price_ > DECIMAL_0
                            else (
                                (
                                    DECIMALS[row.profit_price]
                                    if row.profit_price is not None
                                    and row.profit_price not in {"0", "-1", "-2", ""}
                                    else DECIMAL_0
                                )
                                if (
                                    DECIMALS[row.profit_trigger]
                                    if row.profit_trigger is not None and row.profit_trigger not in {"0", ""}
                                    else DECIMAL_0
                                )
                                > DECIMAL_0
                                and (is_kind_ or actual_side != "sl")
                                else (
                                    (
                                        DECIMALS[row.loss_price]
                                        if row.loss_price is not None
                                        and row.loss_price not in {"0", "-1", "-2", ""}
                                        else DECIMAL_0
                                    )
                                    if (
                                        DECIMALS[row.loss_trigger]
                                        if row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                                        else DECIMAL_0
                                    )
                                    > DECIMAL_0
                                    else (
                                        DECIMALS[row.price]
                                        if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                                        else DECIMAL_0
                                    )
                                )
                            )
                        )
                        > DECIMAL_0
                    ):
                        order_type = ORDER_TYPE_STOP_MARKET
                    else:
                        order_type = ORDER_TYPE_STOP_LIMIT
                elif (
                    not (
                        (
                            DECIMALS[row.price]
                            if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                            else DECIMAL_0
                        )
                        if trigger_price_ > DECIMAL_0
                        else (
                            (
                                DECIMALS[row.profit_price]
                                if row.profit_price is not None
                                and row.profit_price not in {"0", "-1", "-2", ""}
                                else DECIMAL_0
                            )
                            if profit_trigger > DECIMAL_0 and (is_kind_ or actual_side != "sl")
                            else (
                                (
                                    DECIMALS[row.loss_price]
                                    if row.loss_price is not None
                                    and row.loss_price not in {"0", "-1", "-2", ""}
                                    else DECIMAL_0
                                )
                                if (
                                    DECIMALS[row.loss_trigger]
                                    if row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                                    else DECIMAL_0
                                )
                                > DECIMAL_0
                                else (
                                    DECIMALS[row.price]
                                    if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                                    else DECIMAL_0
                                )
                            )
                        )
                    )
                    > DECIMAL_0
                ):
                    order_type = ORDER_TYPE_MARKET_IF_TOUCHED
                else:
                    order_type = ORDER_TYPE_LIMIT_IF_TOUCHED
            else:
                order_type = ORDER_TYPE_MARKET
            out.append(
                OrderStatusReport(
                    row_id,  # instrument_id
                    (row.algo_id if is_kind else row.order_id or row.algo_id),  # venue_order_id
                    side,  # order_side
                    order_type,
                    TIME_IN_FORCE_GTC,  # time_in_force
                    (
                        ORDER_STATUS_CANCELED
                        if is_kind_
                        and (row.profit_trigger is not None and row.profit_trigger not in {"0", ""})
                        and actual_side == "sl"
                        and ALGO_STATE_MEANS[row.state] is not ORDER_STATUS_ACCEPTED
                        else ALGO_STATE_MEANS[row.state]
                    ),  # order_status
                    size,  # quantity
                    updated_ns,  # ts_last
                    ts_init,
                    scope.account_id,
                    (row.client_id or (row.algo_client_id or None)),  # client_order_id
                    (
                        DECIMAL_0 if is_kind else DECIMALS[row.filled] if row.filled else DECIMAL_0
                    ),  # filled_qty
                    (
                        (
                            DECIMALS[row.price]
                            if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                            else None
                        )
                        if trigger_price
                        else (
                            (
                                DECIMALS[row.profit_price]
                                if row.profit_price is not None
                                and row.profit_price not in {"0", "-1", "-2", ""}
                                else None
                            )
                            if (row.profit_trigger is not None and row.profit_trigger not in {"0", ""})
                            and (is_kind_ or actual_side != "sl")
                            else (
                                (
                                    DECIMALS[row.loss_price]
                                    if row.loss_price is not None
                                    and row.loss_price not in {"0", "-1", "-2", ""}
                                    else None
                                )
                                if (row.loss_trigger is not None and row.loss_trigger not in {"0", ""})
                                else (
                                    DECIMALS[row.price]
                                    if row.price is not None and row.price not in {"0", "-1", "-2", ""}
                                    else None
                                )
                            )
                        )
                    ),  # price
                    None,  # avg_px
                    (
                        DECIMALS[row.trigger_price]
                        if row.trigger_price is not None and row.trigger_price not in {"0", ""}
                        else (
                            got_3
                            if (
                                got_3 := (
                                    (
                                        DECIMALS[row.profit_trigger]
                                        if row.profit_trigger is not None
                                        and row.profit_trigger not in {"0", ""}
                                        else (
                                            DECIMALS[row.loss_trigger]
                                            if row.loss_trigger is not None
                                            and row.loss_trigger not in {"0", ""}
                                            else None
                                        )
                                    )
                                    if is_kind_ or actual_side != "sl"
                                    else (
                                        DECIMALS[row.loss_trigger]
                                        if row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                                        else None
                                    )
                                )
                            )
                            is not None
                            else DECIMALS[row.moving_trigger] if row.moving_trigger else None
                        )
                    ),  # trigger_price
                    (
                        got_4
                        if (
                            got_4 := (
                                (
                                    (
                                        TRIGGER_PRICE_TYPE_MEANS.means.get(row.trigger_type)
                                        or TRIGGER_PRICE_TYPE_MEANS.read(row.trigger_type, scope)
                                    )
                                    if row.trigger_type
                                    else None
                                )
                                if trigger_price
                                else (
                                    (
                                        (
                                            TRIGGER_PRICE_TYPE_MEANS.means.get(row.profit_type)
                                            or TRIGGER_PRICE_TYPE_MEANS.read(row.profit_type, scope)
                                        )
                                        if row.profit_type
                                        else None
                                    )
                                    if (
                                        row.profit_trigger is not None and row.profit_trigger not in {"0", ""}
                                    )
                                    and (is_kind_ or actual_side != "sl")
                                    else (
                                        (
                                            (
                                                TRIGGER_PRICE_TYPE_MEANS.means.get(row.loss_type)
                                                or TRIGGER_PRICE_TYPE_MEANS.read(row.loss_type, scope)
                                            )
                                            if row.loss_type
                                            else None
                                        )
                                        if (
                                            row.loss_trigger is not None and row.loss_trigger not in {"0", ""}
                                        )
                                        else (
                                            (
                                                TRIGGER_PRICE_TYPE_MEANS.means.get(row.trigger_type)
                                                or TRIGGER_PRICE_TYPE_MEANS.read(row.trigger_type, scope)
                                            )
                                            if row.trigger_type
                                            else None
                                        )
                                    )
                                )
                            )
                        )
                        is not None
                        else TRIGGER_TYPE_DEFAULT
                    ),  # trigger_type
                    False,  # post_only
                    (reduce_only == "true"),  # reduce_only
                    None,  # cancel_reason
                    created_ns,  # ts_accepted
                    None,  # display_qty
                    None,  # expire_time
                    (
                        (DECIMALS[row.callback_spread] if row.callback_spread else None)
                        if not (row.callback_ratio)
                        else multiply(DECIMALS[row.callback_ratio], 10_000)
                    ),  # trailing_offset
                    (
                        TRAILING_OFFSET_TYPE_BASIS_POINTS
                        if row.callback_ratio
                        else (
                            TRAILING_OFFSET_TYPE_PRICE
                            if row.callback_spread
                            else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                        )
                    ),  # trailing_offset_type
                    symbol,  # venue_position_id
                    None,  # order_list_id
                    (
                        CONTINGENCY_TYPE_OCO if is_kind_ else CONTINGENCY_TYPE_NO_CONTINGENCY
                    ),  # contingency_type
                    None,  # limit_offset
                    triggered_ns,  # ts_triggered
                )
            )
            if (
                is_kind_
                and (row.profit_trigger is not None and row.profit_trigger not in {"0", ""})
                and (row.loss_trigger is not None and row.loss_trigger not in {"0", ""})
            ):
                out.append(
                    OrderStatusReport(
                        row_id,  # instrument_id
                        (
                            row.order_id if actual_side == "sl" and row.order_id else row.algo_id + "-sl"
                        ),  # venue_order_id
                        side,  # order_side
                        (
                            ORDER_TYPE_STOP_MARKET
                            if not (
                                row.loss_price is not None and row.loss_price not in {"0", "-1", "-2", ""}
                            )
                            else ORDER_TYPE_STOP_LIMIT
                        ),  # order_type
                        TIME_IN_FORCE_GTC,  # time_in_force
                        (
                            ORDER_STATUS_CANCELED
                            if actual_side == "tp"
                            and ALGO_STATE_MEANS[row.state] is not ORDER_STATUS_ACCEPTED
                            else ALGO_STATE_MEANS[row.state]
                        ),  # order_status
                        size,  # quantity
                        updated_ns,  # ts_last
                        ts_init,
                        scope.account_id,
                        None,  # client_order_id
                        (
                            (DECIMALS[row.filled] if row.filled else DECIMAL_0)
                            if actual_side == "sl"
                            else DECIMAL_0
                        ),  # filled_qty
                        (
                            DECIMALS[row.loss_price]
                            if row.loss_price is not None and row.loss_price not in {"0", "-1", "-2", ""}
                            else None
                        ),  # price
                        None,  # avg_px
                        DECIMALS[row.loss_trigger],  # trigger_price
                        (
                            (
                                TRIGGER_PRICE_TYPE_MEANS.means.get(row.loss_type)
                                or TRIGGER_PRICE_TYPE_MEANS.read(row.loss_type, scope)
                            )
                            if row.loss_type
                            else TRIGGER_TYPE_DEFAULT
                        ),  # trigger_type
                        False,  # post_only
                        (reduce_only == "true"),  # reduce_only
                        None,  # cancel_reason
                        created_ns,  # ts_accepted
                        None,  # display_qty
                        None,  # expire_time
                        None,  # trailing_offset
                        TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET,  # trailing_offset_type
                        symbol,  # venue_position_id
                        None,  # order_list_id
                        CONTINGENCY_TYPE_OCO,  # contingency_type
                        None,  # limit_offset
                        triggered_ns,  # ts_triggered
                        (() if (told := row.algo_client_id or None) is None else (told,)),  # linked_order_ids
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_fills(scope: Scope, message: FillRow | list[FillRow], ts_init: int, out: list[Event]) -> None:
    """Fills of the last three days to FillReport."""
    for row in as_list(message):
        try:
            position_side = row.position_side if row.position_side is not None else ""
            out.append(
                FillReport(
                    scope.ids[row.symbol],  # instrument_id
                    row.order_id,  # venue_order_id
                    row.trade_id,
                    ORDER_SIDE_WORD_MEANS[row.side],  # order_side
                    finite(row.size),  # last_qty
                    finite(row.price),  # last_px
                    (MOMENTS[row.fill_time_ms] if row.fill_time_ms else MOMENTS[row.time_ms]),  # ts_event
                    ts_init,
                    scope.account_id,
                    (row.client_id or None),  # client_order_id
                    (
                        (
                            Money(
                                floor_at(
                                    subtract(DECIMAL_5E_MINUS_9, DECIMALS[row.fee] if row.fee else DECIMAL_0),
                                    DECIMAL_1E_MINUS_8,
                                ),
                                row.fee_currency or "USDT",
                            )
                        )
                        if (row.fee_currency or (DECIMALS[row.fee] if row.fee else DECIMAL_0) == DECIMAL_0)
                        else None
                    ),  # commission
                    (
                        (
                            EXEC_TYPE_MEANS.means.get(row.liquidity)
                            or EXEC_TYPE_MEANS.read(row.liquidity, scope)
                        )
                        if row.liquidity
                        else LIQUIDITY_SIDE_NO_LIQUIDITY_SIDE
                    ),  # liquidity_side
                    None,  # avg_px
                    (
                        (row.symbol + ".OKX-" + position_side.upper())
                        if (position_side in {"long", "short"})
                        else None
                    ),  # venue_position_id
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_spread_order_row(scope: Scope, row: SpreadOrderRow, ts_init: int, out: list[Event]) -> None:
    """One row of get_spread_order, get_open_spread_orders, get_spread_orders_history."""
    kind = ORDER_KIND_MEANS.means.get(row.kind) or ORDER_KIND_MEANS.read(row.kind, scope)
    created_ns = MOMENTS[row.created_ms]
    if kind == "market":
        order_type = ORDER_TYPE_MARKET
    elif kind in {
        "limit",
        "post_only",
        "op_fok",
        "mmp",
        "mmp_and_post_only",
        "elp",
        "rpi",
        "chase",
        "iceberg",
        "smart_iceberg",
        "twap",
    }:
        order_type = ORDER_TYPE_LIMIT
    elif kind in {"optimal_limit_ioc", "ioc", "fok", "other"}:
        if not (row.price):
            order_type = ORDER_TYPE_MARKET
        else:
            order_type = ORDER_TYPE_LIMIT
    elif kind in {"conditional", "oco", "trigger"}:
        if not (row.price):
            order_type = ORDER_TYPE_STOP_MARKET
        else:
            order_type = ORDER_TYPE_STOP_LIMIT
    else:
        order_type = ORDER_TYPE_TRAILING_STOP_MARKET
    out.append(
        OrderStatusReport(
            scope.ids[row.symbol],  # instrument_id
            row.order_id,  # venue_order_id
            ORDER_SIDE_WORD_MEANS[row.side],  # order_side
            order_type,
            (
                TIME_IN_FORCE_FOK
                if kind in {"fok", "op_fok"}
                else TIME_IN_FORCE_IOC if kind in {"ioc", "optimal_limit_ioc"} else TIME_IN_FORCE_GTC
            ),  # time_in_force
            ORDER_STATE_MEANS[row.state],  # order_status
            finite(row.size),  # quantity
            (MOMENTS[row.updated_ms] if row.updated_ms else created_ns),  # ts_last
            ts_init,
            scope.account_id,
            (row.client_id or None),  # client_order_id
            (DECIMALS[row.filled] if row.filled else DECIMAL_0),  # filled_qty
            (DECIMALS[row.price] if row.price else None),  # price
            (DECIMALS[row.average_price] if row.average_price else None),  # avg_px
            None,  # trigger_price
            None,  # trigger_type
            (kind == "post_only"),  # post_only
            False,  # reduce_only
            (row.cancel_source or None),  # cancel_reason
            created_ns,  # ts_accepted
        )
    )


def emit_get_spread_order(
    scope: Scope, message: GetSpreadOrderResponse, ts_init: int, out: list[Event]
) -> None:
    """One order of a spread to OrderStatusReport."""
    for row in message.rows:
        try:
            emit_get_spread_order_row(scope, row, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_open_spread_orders(
    scope: Scope, message: GetOpenSpreadOrdersResponse, ts_init: int, out: list[Event]
) -> None:
    """Orders of spreads that are open to OrderStatusReport."""
    for row in message.rows:
        try:
            emit_get_spread_order_row(scope, row, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_spread_orders_history(
    scope: Scope, message: GetSpreadOrdersHistoryResponse, ts_init: int, out: list[Event]
) -> None:
    """Orders of spreads of the last 21 days that are done to OrderStatusReport."""
    for row in message.rows:
        try:
            emit_get_spread_order_row(scope, row, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_spread_trades(
    scope: Scope, message: GetSpreadTradesResponse, ts_init: int, out: list[Event]
) -> None:
    """Fills of orders of spreads of the last seven days to FillReport."""
    for row in message.rows:
        try:
            if (row.state if row.state is not None else "filled") != "filled":
                continue
            out.append(
                FillReport(
                    scope.ids[row.symbol],  # instrument_id
                    row.order_id,  # venue_order_id
                    row.trade_id,
                    ORDER_SIDE_WORD_MEANS[row.side],  # order_side
                    finite(row.size),  # last_qty
                    finite(row.price),  # last_px
                    (integer(row.time_ms) * 1_000_000),  # ts_event
                    ts_init,
                    scope.account_id,
                    (row.client_id or None),  # client_order_id
                    (
                        (
                            Money(
                                floor_at(
                                    subtract(DECIMAL_5E_MINUS_9, fee if row.fee else DECIMAL_0),
                                    DECIMAL_1E_MINUS_8,
                                ),
                                row.fee_currency or "USDT",
                            )
                        )
                        if (
                            (fee := DECIMALS[row.fee] if row.fee else DECIMAL_1) == DECIMAL_0
                            or (row.fee and row.fee_currency)
                        )
                        else None
                    ),  # commission
                    (
                        (
                            EXEC_TYPE_MEANS.means.get(row.liquidity)
                            or EXEC_TYPE_MEANS.read(row.liquidity, scope)
                        )
                        if row.liquidity
                        else LIQUIDITY_SIDE_NO_LIQUIDITY_SIDE
                    ),  # liquidity_side
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_orders_archive(
    scope: Scope, message: GetOrdersArchiveResponse, ts_init: int, out: list[Event]
) -> None:
    """Orders of the last three months that are done to OrderStatusReport."""
    for row in message.rows:
        cancel_source = row.cancel_source or ""
        try:
            side = ORDER_SIDE_WORD_MEANS[row.side]
            kind = ORDER_KIND_MEANS.means.get(row.kind) or ORDER_KIND_MEANS.read(row.kind, scope)
            is_kind = kind == "market"
            state = ORDER_STATE_MEANS[row.state]
            is_state = state is ORDER_STATUS_CANCELED
            filled = DECIMALS[row.filled] if row.filled else DECIMAL_0
            created_ns = MOMENTS[row.created_ms]
            position_side = row.position_side if row.position_side is not None else ""
            if is_kind:
                order_type = ORDER_TYPE_MARKET
            elif kind in {
                "limit",
                "post_only",
                "op_fok",
                "mmp",
                "mmp_and_post_only",
                "elp",
                "rpi",
                "chase",
                "iceberg",
                "smart_iceberg",
                "twap",
            }:
                order_type = ORDER_TYPE_LIMIT
            elif kind in {"optimal_limit_ioc", "ioc", "fok", "other"}:
                if not (row.price not in {"0", "-1", "-2", ""} or row.px_usd or row.px_vol):
                    order_type = ORDER_TYPE_MARKET
                else:
                    order_type = ORDER_TYPE_LIMIT
            elif kind in {"conditional", "oco", "trigger"}:
                if not (row.price not in {"0", "-1", "-2", ""} or row.px_usd or row.px_vol):
                    order_type = ORDER_TYPE_STOP_MARKET
                else:
                    order_type = ORDER_TYPE_STOP_LIMIT
            else:
                order_type = ORDER_TYPE_TRAILING_STOP_MARKET
            out.append(
                OrderStatusReport(
                    scope.ids[row.symbol],  # instrument_id
                    row.order_id,  # venue_order_id
                    side,  # order_side
                    order_type,
                    (
                        TIME_IN_FORCE_FOK
                        if kind in {"fok", "op_fok"}
                        else TIME_IN_FORCE_IOC if kind in {"ioc", "optimal_limit_ioc"} else TIME_IN_FORCE_GTC
                    ),  # time_in_force
                    (
                        ORDER_STATUS_REJECTED
                        if is_state and cancel_source == "31" and filled == DECIMAL_0
                        else (
                            ORDER_STATUS_EXPIRED
                            if is_state
                            and (
                                cancel_source in {"5", "time_expired", "gtd_expired"}
                                or "expir" in (cancel_reason := (row.cancel_reason or "").lower())
                                or "gtd" in cancel_reason
                                or "timeout" in cancel_reason
                            )
                            else state
                        )
                    ),  # order_status
                    (
                        (DECIMALS[row.size] if row.size else DECIMAL_0)
                        if not (
                            (row.size_currency or "") == "quote_ccy"
                            or (
                                not (row.size_currency)
                                and (
                                    is_kind and side is ORDER_SIDE_BUY and row.inst_type in {"SPOT", "MARGIN"}
                                )
                            )
                        )
                        else (
                            filled
                            if state is ORDER_STATUS_FILLED
                            else (
                                max(
                                    div(
                                        DECIMALS[row.size] if row.size else DECIMAL_0,
                                        (
                                            (average_price if row.average_price else DECIMAL_0)
                                            if not (row.price not in {"0", "-1", "-2", ""})
                                            else DECIMALS[row.price]
                                        ),
                                        (
                                            got_2
                                            if (got_2 := scope.told_int("size_precision")) is not None
                                            else 8
                                        ),
                                    ),
                                    filled,
                                )
                                if (
                                    average_price := (
                                        DECIMALS[row.average_price]
                                        if row.average_price
                                        else (
                                            DECIMALS[row.price]
                                            if row.price not in {"0", "-1", "-2", ""}
                                            else DECIMAL_0
                                        )
                                    )
                                )
                                > DECIMAL_0
                                else DECIMALS[row.size] if row.size else DECIMAL_0
                            )
                        )
                    ),  # quantity
                    (MOMENTS[row.updated_ms] if row.updated_ms else created_ns),  # ts_last
                    ts_init,
                    scope.account_id,
                    (row.algo_client_id or (row.client_id or None)),  # client_order_id
                    filled,  # filled_qty
                    (DECIMALS[row.price] if row.price not in {"0", "-1", "-2", ""} else None),  # price
                    (DECIMALS[row.average_price] if row.average_price else None),  # avg_px
                    None,  # trigger_price
                    None,  # trigger_type
                    (kind in {"post_only", "mmp_and_post_only"} or cancel_source == "31"),  # post_only
                    ((row.reduce_only if row.reduce_only is not None else "") == "true"),  # reduce_only
                    (
                        (row.cancel_reason or "cancel_source=" + cancel_source)
                        if row.cancel_reason or row.cancel_source
                        else None
                    ),  # cancel_reason
                    created_ns,  # ts_accepted
                    venue_position_id=(
                        (row.symbol + ".OKX-" + position_side.upper())
                        if (position_side in {"long", "short"})
                        else None
                    ),
                    linked_order_ids=(
                        tuple(told for each in row.attached if (told := each.attached_id or None) is not None)
                        if row.attached
                        else ()
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


emit_get_fills_history = emit_get_fills
