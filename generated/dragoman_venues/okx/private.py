"""private of the venue okx. Generated from specs/okx/private.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import (
    AccountBalance,
    AccountState,
    AccountType,
    ContingencyType,
    FillReport,
    LiquiditySide,
    MarginBalance,
    Money,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    PositionSide,
    PositionStatusReport,
    TimeInForce,
    TrailingOffsetType,
    TriggerType,
)
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import absolute, add, div, floor_at, floor_to, multiply, subtract
from dragoman.translate.memories import Memory
from dragoman.translate.reads import MOMENTS, finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

from dragoman_venues.okx.account import AccountRow, PositionRow
from dragoman_venues.okx.orders import (
    ALGO_STATE_MEANS,
    EXEC_TYPE_MEANS,
    ORDER_KIND_MEANS,
    ORDER_SIDE_WORD_MEANS,
    ORDER_STATE_MEANS,
    TRIGGER_PRICE_TYPE_MEANS,
    AlgoRow,
    OrderRow,
    OrderSideWord,
    SpreadOrderRow,
    SpreadOrderRowText,
)

ACCOUNT_TYPE_MARGIN = AccountType.MARGIN
CONTINGENCY_TYPE_NO_CONTINGENCY = ContingencyType.NO_CONTINGENCY
CONTINGENCY_TYPE_OCO = ContingencyType.OCO
DECIMAL_0 = Decimal("0")
DECIMAL_0_005 = Decimal("0.005")
DECIMAL_0_01 = Decimal("0.01")
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
POSITION_SIDE_FLAT = PositionSide.FLAT
POSITION_SIDE_LONG = PositionSide.LONG
POSITION_SIDE_SHORT = PositionSide.SHORT
TIME_IN_FORCE_FOK = TimeInForce.FOK
TIME_IN_FORCE_GTC = TimeInForce.GTC
TIME_IN_FORCE_IOC = TimeInForce.IOC
TRAILING_OFFSET_TYPE_BASIS_POINTS = TrailingOffsetType.BASIS_POINTS
TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET = TrailingOffsetType.NO_TRAILING_OFFSET
TRAILING_OFFSET_TYPE_PRICE = TrailingOffsetType.PRICE
TRIGGER_TYPE_DEFAULT = TriggerType.DEFAULT


class PrivateNotice(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: notice."""

    event: str
    conn_id: str = field(name="connId")
    code: str
    msg: str


class PrivateAcknowledgedArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of PrivateAcknowledged."""

    channel: str
    inst_id: str | None = field(name="instId", default=None)
    inst_family: str | None = field(name="instFamily", default=None)
    inst_type: str | None = field(name="instType", default=None)
    spread: str | None = field(name="sprdId", default=None)


class PrivateAcknowledged(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: acknowledged."""

    event: str
    arg: PrivateAcknowledgedArg


class PrivateUnsubscribedArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of PrivateUnsubscribed."""

    channel: str
    inst_id: str | None = field(name="instId", default=None)
    inst_family: str | None = field(name="instFamily", default=None)
    inst_type: str | None = field(name="instType", default=None)
    spread: str | None = field(name="sprdId", default=None)


class PrivateUnsubscribed(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: unsubscribed."""

    event: str
    arg: PrivateUnsubscribedArg


class PrivateRefusedTopicArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of PrivateRefusedTopic."""

    channel: str
    inst_id: str | None = field(name="instId", default=None)
    inst_family: str | None = field(name="instFamily", default=None)
    inst_type: str | None = field(name="instType", default=None)
    spread: str | None = field(name="sprdId", default=None)


class PrivateRefusedTopic(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: refused_topic."""

    event: str
    arg: PrivateRefusedTopicArg
    code: str
    msg: str


class PrivateRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: refused."""

    event: str
    code: str
    msg: str


class PrivateConnections(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: connections."""

    event: str
    conn_count: str = field(name="connCount")


class PrivateLoggedIn(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: logged_in."""

    event: str
    code: str


class BusinessNotice(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of business: notice."""

    event: str
    conn_id: str = field(name="connId")
    code: str
    msg: str


class BusinessAcknowledgedArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of BusinessAcknowledged."""

    channel: str
    inst_id: str | None = field(name="instId", default=None)
    inst_family: str | None = field(name="instFamily", default=None)
    inst_type: str | None = field(name="instType", default=None)
    spread: str | None = field(name="sprdId", default=None)


class BusinessAcknowledged(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of business: acknowledged."""

    event: str
    arg: BusinessAcknowledgedArg


class BusinessUnsubscribedArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of BusinessUnsubscribed."""

    channel: str
    inst_id: str | None = field(name="instId", default=None)
    inst_family: str | None = field(name="instFamily", default=None)
    inst_type: str | None = field(name="instType", default=None)
    spread: str | None = field(name="sprdId", default=None)


class BusinessUnsubscribed(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of business: unsubscribed."""

    event: str
    arg: BusinessUnsubscribedArg


class BusinessRefusedTopicArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of BusinessRefusedTopic."""

    channel: str
    inst_id: str | None = field(name="instId", default=None)
    inst_family: str | None = field(name="instFamily", default=None)
    inst_type: str | None = field(name="instType", default=None)
    spread: str | None = field(name="sprdId", default=None)


class BusinessRefusedTopic(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of business: refused_topic."""

    event: str
    arg: BusinessRefusedTopicArg
    code: str
    msg: str


class BusinessRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of business: refused."""

    event: str
    code: str
    msg: str


class BusinessConnections(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of business: connections."""

    event: str
    conn_count: str = field(name="connCount")


class BusinessLoggedIn(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of business: logged_in."""

    event: str
    code: str


class OrdersArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Orders."""

    channel: str


class Orders(Struct, frozen=True, kw_only=True, gc=False):
    """A message of orders: Plain orders and their fills. https://www.okx.com/docs-v5/en/#order-book-trading-trade-ws-order-channel"""

    arg: OrdersArg
    rows: list[OrderRow] = field(name="data")


class FillsArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Fills, FillsText."""

    channel: str


class FillsRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Fills."""

    symbol: str = field(name="instId")
    trade_id: str = field(name="tradeId")
    order_id: str = field(name="ordId")
    client_id: str | None = field(name="clOrdId", default=None)
    side: OrderSideWord
    price: Decimal = field(name="fillPx")
    size: Decimal = field(name="fillSz")
    liquidity: str | None = field(name="execType", default=None)
    time_ms: str = field(name="ts")


class Fills(Struct, frozen=True, kw_only=True, gc=False):
    """A message of fills: Fills, sooner than orders tell them; for VIP accounts. https://www.okx.com/docs-v5/en/#order-book-trading-trade-ws-fills-channel"""

    arg: FillsArg
    rows: list[FillsRows] = field(name="data")


class FillsRowsText(Struct, frozen=True, kw_only=True, gc=False):
    """FillsRows, its decimals still text."""

    symbol: str = field(name="instId")
    trade_id: str = field(name="tradeId")
    order_id: str = field(name="ordId")
    client_id: str | None = field(name="clOrdId", default=None)
    side: OrderSideWord
    price: str = field(name="fillPx")
    size: str = field(name="fillSz")
    liquidity: str | None = field(name="execType", default=None)
    time_ms: str = field(name="ts")


class FillsText(Struct, frozen=True, kw_only=True, gc=False):
    """Fills, its decimals still text."""

    arg: FillsArg
    rows: list[FillsRowsText] = field(name="data")


class AlgoOrdersArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of AlgoOrders."""

    channel: str


class AlgoOrders(Struct, frozen=True, kw_only=True, gc=False):
    """A message of algo_orders: Triggered, paired and trailing orders. https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-ws-algo-orders-channel"""

    arg: AlgoOrdersArg
    rows: list[AlgoRow] = field(name="data")


class AdvancedAlgoOrdersArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of AdvancedAlgoOrders."""

    channel: str


class AdvancedAlgoOrders(Struct, frozen=True, kw_only=True, gc=False):
    """A message of advanced_algo_orders: Iceberg, TWAP, chasing and trailing orders. https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-ws-advance-algo-orders-channel"""

    arg: AdvancedAlgoOrdersArg
    rows: list[AlgoRow] = field(name="data")


class SpreadOrdersArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of SpreadOrders, SpreadOrdersText."""

    channel: str


class SpreadOrders(Struct, frozen=True, kw_only=True, gc=False):
    """A message of spread_orders: Orders of spreads and their fills. https://www.okx.com/docs-v5/en/#spread-trading-websocket-private-channel-order-channel"""

    arg: SpreadOrdersArg
    rows: list[SpreadOrderRow] = field(name="data")


class SpreadOrdersText(Struct, frozen=True, kw_only=True, gc=False):
    """SpreadOrders, its decimals still text."""

    arg: SpreadOrdersArg
    rows: list[SpreadOrderRowText] = field(name="data")


class PositionsArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Positions."""

    channel: str


class Positions(Struct, frozen=True, kw_only=True, gc=False):
    """A message of positions: Positions. https://www.okx.com/docs-v5/en/#trading-account-websocket-positions-channel"""

    arg: PositionsArg
    rows: list[PositionRow] = field(name="data")


class AccountArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Account."""

    channel: str


class Account(Struct, frozen=True, kw_only=True, gc=False):
    """A message of account: Balances and margins of the account. https://www.okx.com/docs-v5/en/#trading-account-websocket-account-channel"""

    arg: AccountArg
    rows: list[AccountRow] = field(name="data")


class BalanceAndPositionArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of BalanceAndPosition."""

    channel: str


class BalanceAndPositionRowsBalances(Struct, frozen=True, kw_only=True, gc=False):
    """Part of BalanceAndPositionRows."""

    currency: str = field(name="ccy")
    cash: Decimal = field(name="cashBal")
    time_ms: str = field(name="uTime")


class BalanceAndPositionRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of BalanceAndPosition."""

    pushed_ms: str = field(name="pTime")
    balances: list[BalanceAndPositionRowsBalances] = field(name="balData")
    positions: list[PositionRow] = field(name="posData")


class BalanceAndPosition(Struct, frozen=True, kw_only=True, gc=False):
    """A message of balance_and_position: Positions, and cash of the currencies that changed with them. https://www.okx.com/docs-v5/en/#trading-account-websocket-balance-and-position-channel"""

    arg: BalanceAndPositionArg
    rows: list[BalanceAndPositionRows] = field(name="data")


class OkxCash(Struct, frozen=True, kw_only=True):
    """The cash of one currency, of which nothing says how much is free. https://www.okx.com/docs-v5/en/#trading-account-websocket-balance-and-position-channel"""

    currency: str
    cash: Decimal
    ts_event: int
    ts_init: int


class OrdersBefore(Struct, frozen=True, gc=False):
    """What is kept of orders, for the next message of the same key."""

    filled: str | None
    fee: str | None
    fee_currency: str | None


class SpreadOrdersBefore(Struct, frozen=True, gc=False):
    """What is kept of spread_orders, for the next message of the same key."""

    filled: str | None


def emit_orders(scope: Scope, message: Orders, ts_init: int, out: list[Event]) -> None:
    """Plain orders and their fills to OrderStatusReport, FillReport."""
    memory: Memory[OrdersBefore] = scope.machines["orders"]
    for row in message.rows:
        cancel_source = row.cancel_source or ""
        position_side = row.position_side if row.position_side is not None else ""
        try:
            before = memory.swap(row.order_id, OrdersBefore(row.filled, row.fee, row.fee_currency))
            row_id = scope.ids[row.symbol]
            side = ORDER_SIDE_WORD_MEANS[row.side]
            kind = ORDER_KIND_MEANS.means.get(row.kind) or ORDER_KIND_MEANS.read(row.kind, scope)
            is_kind = kind == "market"
            state = ORDER_STATE_MEANS[row.state]
            is_state = state is ORDER_STATUS_CANCELED
            updated_ns = MOMENTS[row.updated_ms] if row.updated_ms else MOMENTS[row.created_ms]
            algo_client_id = row.algo_client_id or (row.client_id or None)
            average_price = DECIMALS[row.average_price] if row.average_price else None
            symbol = (
                (row.symbol + ".OKX-" + position_side.upper())
                if (position_side in {"long", "short"})
                else None
            )
            filled = DECIMALS[row.filled] if row.filled else DECIMAL_0
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
                    row_id,  # instrument_id
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
                                            (average_price_ if row.average_price else DECIMAL_0)
                                            if not (row.price not in {"0", "-1", "-2", ""})
                                            else DECIMALS[row.price]
                                        ),
                                        (
                                            got_3
                                            if (got_3 := scope.told_int("size_precision")) is not None
                                            else 8
                                        ),
                                    ),
                                    filled,
                                )
                                if (
                                    average_price_ := (
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
                    updated_ns,  # ts_last
                    ts_init,
                    scope.account_id,
                    algo_client_id,  # client_order_id
                    filled,  # filled_qty
                    (
                        DECIMALS[row.price] if (is_price := row.price not in {"0", "-1", "-2", ""}) else None
                    ),  # price
                    average_price,  # avg_px
                    None,  # trigger_price
                    None,  # trigger_type
                    (kind in {"post_only", "mmp_and_post_only"} or cancel_source == "31"),  # post_only
                    ((row.reduce_only if row.reduce_only is not None else "") == "true"),  # reduce_only
                    (
                        (row.cancel_reason or "cancel_source=" + cancel_source)
                        if row.cancel_reason or row.cancel_source
                        else None
                    ),  # cancel_reason
                    MOMENTS[row.created_ms],  # ts_accepted
                    venue_position_id=symbol,
                    linked_order_ids=(
                        tuple(told for each in row.attached if (told := each.attached_id or None) is not None)
                        if row.attached
                        else ()
                    ),
                )
            )
            filled_increase = (
                subtract(filled, (DECIMALS[before.filled] if before.filled else DECIMAL_0))
                if before is not None
                else None
            )
            if (
                filled_increase
                if filled_increase is not None
                else DECIMALS[row.fill_size] if row.fill_size else filled
            ) > DECIMAL_0 and (
                (row.trade_id is not None and row.trade_id not in {"0", ""})
                or (DECIMALS[row.fill_size] if row.fill_size else DECIMAL_0) > DECIMAL_0
            ):
                fill_size = DECIMALS[row.fill_size] if row.fill_size else DECIMAL_0
                out.append(
                    FillReport(
                        row_id,  # instrument_id
                        row.order_id,  # venue_order_id
                        (
                            row.trade_id
                            if row.trade_id is not None and row.trade_id not in {"0", ""}
                            else row.order_id + "-" + format(filled, "zf")
                        ),  # trade_id
                        side,  # order_side
                        (
                            fill_size
                            if fill_size > DECIMAL_0
                            else (filled_increase if filled_increase is not None else filled)
                        ),  # last_qty
                        (
                            DECIMALS[row.fill_price]
                            if row.fill_price
                            else (
                                DECIMALS[row.average_price]
                                if row.average_price
                                else DECIMALS[row.price] if is_price else DECIMAL_0
                            )
                        ),  # last_px
                        (
                            MOMENTS[row.fill_time_ms]
                            if row.fill_time_ms is not None and row.fill_time_ms not in {"0", ""}
                            else updated_ns
                        ),  # ts_event
                        ts_init,
                        scope.account_id,
                        algo_client_id,  # client_order_id
                        Money(
                            floor_at(
                                subtract(
                                    DECIMAL_5E_MINUS_9,
                                    (
                                        DECIMALS[row.fill_fee]
                                        if row.fill_fee
                                        else (
                                            got_4
                                            if (
                                                got_4 := (
                                                    (DECIMALS[row.fee] if row.fee else None)
                                                    if (
                                                        before is None
                                                        or (row.fee_currency or "")
                                                        != (before.fee_currency or "")
                                                    )
                                                    else (
                                                        subtract(
                                                            DECIMALS[row.fee] if row.fee else DECIMAL_0,
                                                            (
                                                                DECIMALS[before.fee]
                                                                if before.fee
                                                                else DECIMAL_0
                                                            ),
                                                        )
                                                        if before is not None
                                                        else None
                                                    )
                                                )
                                            )
                                            is not None
                                            else DECIMALS[row.fee] if row.fee else DECIMAL_0
                                        )
                                    ),
                                ),
                                DECIMAL_1E_MINUS_8,
                            ),
                            row.fill_fee_currency or (row.fee_currency or "USDT"),
                        ),  # commission
                        (
                            (
                                EXEC_TYPE_MEANS.means.get(row.liquidity)
                                or EXEC_TYPE_MEANS.read(row.liquidity, scope)
                            )
                            if row.liquidity
                            else LIQUIDITY_SIDE_NO_LIQUIDITY_SIDE
                        ),  # liquidity_side
                        average_price,  # avg_px
                        symbol,  # venue_position_id
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_fills(scope: Scope, message: FillsText, ts_init: int, out: list[Event]) -> None:
    """Fills, sooner than orders tell them; for VIP accounts to FillReport."""
    for row in message.rows:
        try:
            out.append(
                FillReport(
                    scope.ids[row.symbol],  # instrument_id
                    row.order_id,  # venue_order_id
                    row.trade_id,
                    ORDER_SIDE_WORD_MEANS[row.side],  # order_side
                    DECIMALS[row.size],  # last_qty
                    DECIMALS[row.price],  # last_px
                    (integer(row.time_ms) * 1_000_000),  # ts_event
                    ts_init,
                    scope.account_id,
                    (row.client_id or None),  # client_order_id
                    None,  # commission
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


def emit_algo_orders(scope: Scope, message: AlgoOrders, ts_init: int, out: list[Event]) -> None:
    """Triggered, paired and trailing orders to OrderStatusReport."""
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


def emit_advanced_algo_orders(
    scope: Scope, message: AdvancedAlgoOrders, ts_init: int, out: list[Event]
) -> None:
    """Iceberg, TWAP, chasing and trailing orders to OrderStatusReport."""
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


def emit_spread_orders(scope: Scope, message: SpreadOrdersText, ts_init: int, out: list[Event]) -> None:
    """Orders of spreads and their fills to OrderStatusReport, FillReport."""
    memory: Memory[SpreadOrdersBefore] = scope.machines["spread_orders"]
    for row in message.rows:
        try:
            before = memory.swap(row.order_id, SpreadOrdersBefore(row.filled))
            row_id = scope.ids[row.symbol]
            side = ORDER_SIDE_WORD_MEANS[row.side]
            kind = ORDER_KIND_MEANS.means.get(row.kind) or ORDER_KIND_MEANS.read(row.kind, scope)
            updated_ns = MOMENTS[row.updated_ms] if row.updated_ms else MOMENTS[row.created_ms]
            client_id = row.client_id or None
            average_price = DECIMALS[row.average_price] if row.average_price else None
            filled = DECIMALS[row.filled] if row.filled else DECIMAL_0
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
                    row_id,  # instrument_id
                    row.order_id,  # venue_order_id
                    side,  # order_side
                    order_type,
                    (
                        TIME_IN_FORCE_FOK
                        if kind in {"fok", "op_fok"}
                        else TIME_IN_FORCE_IOC if kind in {"ioc", "optimal_limit_ioc"} else TIME_IN_FORCE_GTC
                    ),  # time_in_force
                    ORDER_STATE_MEANS[row.state],  # order_status
                    DECIMALS[row.size],  # quantity
                    updated_ns,  # ts_last
                    ts_init,
                    scope.account_id,
                    client_id,  # client_order_id
                    filled,  # filled_qty
                    (DECIMALS[row.price] if row.price else None),  # price
                    average_price,  # avg_px
                    None,  # trigger_price
                    None,  # trigger_type
                    (kind == "post_only"),  # post_only
                    False,  # reduce_only
                    (row.cancel_source or None),  # cancel_reason
                    MOMENTS[row.created_ms],  # ts_accepted
                )
            )
            filled_increase = (
                subtract(filled, (DECIMALS[before.filled] if before.filled else DECIMAL_0))
                if before is not None
                else None
            )
            if (
                filled_increase
                if filled_increase is not None
                else DECIMALS[row.fill_size] if row.fill_size else filled
            ) > DECIMAL_0 and (
                row.trade_id or (DECIMALS[row.fill_size] if row.fill_size else DECIMAL_0) > DECIMAL_0
            ):
                fill_size = DECIMALS[row.fill_size] if row.fill_size else DECIMAL_0
                out.append(
                    FillReport(
                        row_id,  # instrument_id
                        row.order_id,  # venue_order_id
                        (row.trade_id or row.order_id + "-" + format(filled, "zf")),  # trade_id
                        side,  # order_side
                        (
                            fill_size
                            if fill_size > DECIMAL_0
                            else (filled_increase if filled_increase is not None else filled)
                        ),  # last_qty
                        (
                            DECIMALS[row.fill_price]
                            if row.fill_price
                            else (
                                DECIMALS[row.average_price]
                                if row.average_price
                                else DECIMALS[row.price] if row.price else DECIMAL_0
                            )
                        ),  # last_px
                        updated_ns,  # ts_event
                        ts_init,
                        scope.account_id,
                        client_id,  # client_order_id
                        avg_px=average_price,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_positions(scope: Scope, message: Positions, ts_init: int, out: list[Event]) -> None:
    """Positions to PositionStatusReport."""
    for row in message.rows:
        size_currency = row.size_currency if row.size_currency is not None else ""
        try:
            size = DECIMALS[row.size] if row.size else DECIMAL_0
            side = row.side or "net"
            if size == DECIMAL_0 or (row.inst_type == "MARGIN" and size_currency == ""):
                position_side = POSITION_SIDE_FLAT
            elif row.inst_type == "MARGIN":
                if size_currency == row.symbol.partition("-")[0]:
                    position_side = POSITION_SIDE_LONG
                else:
                    position_side = POSITION_SIDE_SHORT
            elif side == "long":
                position_side = POSITION_SIDE_LONG
            elif side == "short":
                position_side = POSITION_SIDE_SHORT
            elif size > DECIMAL_0:
                position_side = POSITION_SIDE_LONG
            else:
                position_side = POSITION_SIDE_SHORT
            out.append(
                PositionStatusReport(
                    scope.ids[row.symbol],
                    position_side,
                    (
                        div(
                            absolute(size),
                            (
                                average_price
                                if row.average_price
                                else DECIMALS[row.mark_price] if row.mark_price else DECIMAL_1
                            ),
                            (got_2 if (got_2 := scope.told_int("size_precision")) is not None else 8),
                        )
                        if row.inst_type == "MARGIN"
                        and size_currency == row.symbol.partition("-")[2]
                        and (
                            average_price := (
                                DECIMALS[row.average_price]
                                if row.average_price
                                else DECIMALS[row.mark_price] if row.mark_price else DECIMAL_0
                            )
                        )
                        > DECIMAL_0
                        else (
                            DECIMAL_0 if row.inst_type == "MARGIN" and size_currency == "" else absolute(size)
                        )
                    ),
                    integer(row.time_ms) * 1_000_000 if row.time_ms else ts_init,
                    ts_init,
                    scope.account_id,
                    DECIMALS[row.average_price] if row.average_price else None,
                    (
                        ((row.position_id or "") + "-" + ("LONG" if side == "long" else "SHORT"))
                        if (side != "net" and row.position_id)
                        else None
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_account(scope: Scope, message: Account, ts_init: int, out: list[Event]) -> None:
    """Balances and margins of the account to AccountState."""
    for row in message.rows:
        try:
            details = len(row.details)
            if details > 0:
                out.append(
                    AccountState(
                        account_id=scope.account_id,
                        account_type=ACCOUNT_TYPE_MARGIN,
                        balances=tuple(
                            AccountBalance(
                                currency=each.currency,
                                total=floor_to(
                                    add(DECIMALS[each.cash] if each.cash else DECIMAL_0, DECIMAL_5E_MINUS_9),
                                    DECIMAL_1E_MINUS_8,
                                ),
                                locked=subtract(
                                    floor_to(
                                        add(
                                            DECIMALS[each.cash] if each.cash else DECIMAL_0,
                                            DECIMAL_5E_MINUS_9,
                                        ),
                                        DECIMAL_1E_MINUS_8,
                                    ),
                                    floor_to(
                                        add(
                                            (
                                                (
                                                    DECIMALS[each.available]
                                                    if each.available
                                                    else subtract(
                                                        DECIMALS[each.cash] if each.cash else DECIMAL_0,
                                                        DECIMALS[each.frozen] if each.frozen else DECIMAL_0,
                                                    )
                                                )
                                                if (DECIMALS[each.cash] if each.cash else DECIMAL_0)
                                                < DECIMAL_0
                                                else max(
                                                    DECIMAL_0,
                                                    min(
                                                        (
                                                            DECIMALS[each.available]
                                                            if each.available
                                                            else subtract(
                                                                (
                                                                    DECIMALS[each.cash]
                                                                    if each.cash
                                                                    else DECIMAL_0
                                                                ),
                                                                (
                                                                    DECIMALS[each.frozen]
                                                                    if each.frozen
                                                                    else DECIMAL_0
                                                                ),
                                                            )
                                                        ),
                                                        DECIMALS[each.cash] if each.cash else DECIMAL_0,
                                                    ),
                                                )
                                            ),
                                            DECIMAL_5E_MINUS_9,
                                        ),
                                        DECIMAL_1E_MINUS_8,
                                    ),
                                ),
                                free=floor_to(
                                    add(
                                        (
                                            (
                                                DECIMALS[each.available]
                                                if each.available
                                                else subtract(
                                                    DECIMALS[each.cash] if each.cash else DECIMAL_0,
                                                    DECIMALS[each.frozen] if each.frozen else DECIMAL_0,
                                                )
                                            )
                                            if (DECIMALS[each.cash] if each.cash else DECIMAL_0) < DECIMAL_0
                                            else max(
                                                DECIMAL_0,
                                                min(
                                                    (
                                                        DECIMALS[each.available]
                                                        if each.available
                                                        else subtract(
                                                            DECIMALS[each.cash] if each.cash else DECIMAL_0,
                                                            (
                                                                DECIMALS[each.frozen]
                                                                if each.frozen
                                                                else DECIMAL_0
                                                            ),
                                                        )
                                                    ),
                                                    DECIMALS[each.cash] if each.cash else DECIMAL_0,
                                                ),
                                            )
                                        ),
                                        DECIMAL_5E_MINUS_9,
                                    ),
                                    DECIMAL_1E_MINUS_8,
                                ),
                            )
                            for each in row.details
                            if each.currency != ""
                        ),
                        margins=tuple(
                            MarginBalance(
                                currency="USD",
                                initial=floor_to(
                                    add(
                                        DECIMALS[each.initial_margin] if each.initial_margin else DECIMAL_0,
                                        DECIMAL_0_005,
                                    ),
                                    DECIMAL_0_01,
                                ),
                                maintenance=floor_to(
                                    add(
                                        (
                                            DECIMALS[each.maintenance_margin]
                                            if each.maintenance_margin
                                            else DECIMAL_0
                                        ),
                                        DECIMAL_0_005,
                                    ),
                                    DECIMAL_0_01,
                                ),
                            )
                            for each in message.rows
                            if (DECIMALS[each.initial_margin] if each.initial_margin else DECIMAL_0)
                            != DECIMAL_0
                            or (DECIMALS[each.maintenance_margin] if each.maintenance_margin else DECIMAL_0)
                            != DECIMAL_0
                        ),
                        ts_event=integer(row.time_ms) * 1_000_000,
                        ts_init=ts_init,
                    )
                )
            if details == 0:
                out.append(
                    AccountState(
                        account_id=scope.account_id,
                        account_type=ACCOUNT_TYPE_MARGIN,
                        balances=tuple(
                            AccountBalance(currency="USD", total=DECIMAL_0, locked=DECIMAL_0, free=DECIMAL_0)
                            for each in message.rows
                        ),
                        ts_event=integer(row.time_ms) * 1_000_000,
                        ts_init=ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_balance_and_position(
    scope: Scope, message: BalanceAndPosition, ts_init: int, out: list[Event]
) -> None:
    """Positions, and cash of the currencies that changed with them to OkxCash, PositionStatusReport."""
    for row in message.rows:
        try:
            for balance in row.balances:
                try:
                    out.append(
                        OkxCash(
                            currency=balance.currency,
                            cash=finite(balance.cash),
                            ts_event=integer(balance.time_ms) * 1_000_000,
                            ts_init=ts_init,
                        )
                    )
                except ROW_ERRORS as error:
                    scope.bad_row("$.data[].balData", balance, error)
            for position in row.positions:
                size_currency = position.size_currency if position.size_currency is not None else ""
                side = position.side or "net"
                try:
                    size = DECIMALS[position.size] if position.size else DECIMAL_0
                    if size == DECIMAL_0 or (position.inst_type == "MARGIN" and size_currency == ""):
                        position_side = POSITION_SIDE_FLAT
                    elif position.inst_type == "MARGIN":
                        if size_currency == position.symbol.partition("-")[0]:
                            position_side = POSITION_SIDE_LONG
                        else:
                            position_side = POSITION_SIDE_SHORT
                    elif side == "long":
                        position_side = POSITION_SIDE_LONG
                    elif side == "short":
                        position_side = POSITION_SIDE_SHORT
                    elif size > DECIMAL_0:
                        position_side = POSITION_SIDE_LONG
                    else:
                        position_side = POSITION_SIDE_SHORT
                    out.append(
                        PositionStatusReport(
                            scope.ids[position.symbol],
                            position_side,
                            (
                                div(
                                    absolute(size),
                                    (
                                        average_price
                                        if position.average_price
                                        else (
                                            DECIMALS[position.mark_price]
                                            if position.mark_price
                                            else DECIMAL_1
                                        )
                                    ),
                                    (got_2 if (got_2 := scope.told_int("size_precision")) is not None else 8),
                                )
                                if position.inst_type == "MARGIN"
                                and size_currency == position.symbol.partition("-")[2]
                                and (
                                    average_price := (
                                        DECIMALS[position.average_price]
                                        if position.average_price
                                        else (
                                            DECIMALS[position.mark_price]
                                            if position.mark_price
                                            else DECIMAL_0
                                        )
                                    )
                                )
                                > DECIMAL_0
                                else (
                                    DECIMAL_0
                                    if position.inst_type == "MARGIN" and size_currency == ""
                                    else absolute(size)
                                )
                            ),
                            integer(position.time_ms) * 1_000_000 if position.time_ms else ts_init,
                            ts_init,
                            scope.account_id,
                            DECIMALS[position.average_price] if position.average_price else None,
                            (
                                ((position.position_id or "") + "-" + ("LONG" if side == "long" else "SHORT"))
                                if (side != "net" and position.position_id)
                                else None
                            ),
                        )
                    )
                except ROW_ERRORS as error:
                    scope.bad_row("$.data[].posData", position, error)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
