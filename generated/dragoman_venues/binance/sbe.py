"""sbe of the venue binance. Generated from specs/binance/sbe.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import (
    AccountBalance,
    AccountState,
    AccountType,
    AggressorSide,
    FillReport,
    LiquiditySide,
    Money,
    OrderBookDeltas,
    OrderBookDepth10,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    QuoteTick,
    TimeInForce,
    TradeTick,
    TrailingOffsetType,
    TriggerType,
)
from dragoman.translate.facts import Event
from dragoman.translate.functions import add, div
from dragoman.translate.reads import OpenEnum, finite, not_negative, positive
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Raw, Struct, field

from dragoman_venues.binance.private import BinanceBalanceUpdate

SbeState = Literal[0, 1, 2, 3, 4, 5, 6, 9, 11]
SBE_STATE_MEANS: dict[int, OrderStatus] = {
    0: OrderStatus.ACCEPTED,
    1: OrderStatus.PARTIALLY_FILLED,
    2: OrderStatus.FILLED,
    3: OrderStatus.CANCELED,
    4: OrderStatus.CANCELED,
    5: OrderStatus.REJECTED,
    6: OrderStatus.EXPIRED,
    9: OrderStatus.EXPIRED,
    11: OrderStatus.ACCEPTED,
}
SBE_TYPE_MEANS: OpenEnum[str] = OpenEnum(
    "SbeType",
    {
        0: "MARKET",
        1: "LIMIT",
        2: "STOP_LOSS",
        3: "STOP_LOSS_LIMIT",
        4: "TAKE_PROFIT",
        5: "TAKE_PROFIT_LIMIT",
        6: "LIMIT_MAKER",
    },
    "other",
)
SbeSide = Literal[0, 1]
SBE_SIDE_MEANS: dict[int, OrderSide] = {0: OrderSide.BUY, 1: OrderSide.SELL}
SBE_LIFE_MEANS: OpenEnum[str] = OpenEnum("SbeLife", {0: "GTC", 1: "IOC", 2: "FOK"}, "other")
SBE_EXECUTION_MEANS: OpenEnum[str] = OpenEnum(
    "SbeExecution",
    {0: "NEW", 1: "CANCELED", 2: "REPLACED", 3: "REJECTED", 4: "TRADE", 5: "EXPIRED", 8: "TRADE_PREVENTION"},
    "other",
)
SBE_EXPIRY_MEANS: OpenEnum[str] = OpenEnum(
    "SbeExpiry",
    {
        1: "REJECTED",
        2: "EXCHANGE_CANCELED",
        3: "OCO_TRIGGER",
        4: "OTO_PHASE_ONE_EXPIRED",
        5: "UNFILLED_IOC_QUANTITY_EXPIRED",
        6: "UNFILLED_FOK_ORDER_EXPIRED",
        7: "INSUFFICIENT_LIQUIDITY",
        8: "EXECUTION_RULE_PRICE_RANGE_EXCEEDED",
    },
    "UNKNOWN",
)

ACCOUNT_TYPE_CASH = AccountType.CASH
AGGRESSOR_SIDE_BUYER = AggressorSide.BUYER
AGGRESSOR_SIDE_SELLER = AggressorSide.SELLER
DECIMAL_0 = Decimal("0")
DECIMAL_1 = Decimal("1")
LIQUIDITY_SIDE_MAKER = LiquiditySide.MAKER
LIQUIDITY_SIDE_TAKER = LiquiditySide.TAKER
ORDER_STATUS_FILLED = OrderStatus.FILLED
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


class SbeLevel(Struct, frozen=True, gc=False):
    """A level of a book. https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#partial-book-depth-streams"""

    price: Decimal
    size: Decimal


class SbeBudget(Struct, frozen=True, gc=False):
    """How much of a limit is used up."""

    budget: int
    interval: int
    intervals: int
    limit: int
    used: int


class SbeAcknowledged(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of sbe: acknowledged."""

    result: Raw
    id: int | None


class SbeRefusedError(Struct, frozen=True, kw_only=True, gc=False):
    """Part of SbeRefused."""

    code: int
    msg: str


class SbeRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of sbe: refused."""

    error: SbeRefusedError
    id: int | None = None


class SbeShutdown(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of sbe: shutdown."""

    e: str
    event_time_ms: int = field(name="E")


class UserSpotSbeSubscribed(Struct, frozen=True, gc=False):
    """A reply of user_spot_sbe: subscribed."""

    is_deprecated: bool
    status: int
    budgets: list[SbeBudget]
    request_id: str | None


class UserSpotSbeRefused(Struct, frozen=True, gc=False):
    """A reply of user_spot_sbe: refused."""

    is_deprecated: bool
    status: int
    budgets: list[SbeBudget]
    request_id: str | None


class UserSpotSbeEnded(Struct, frozen=True, gc=False):
    """A reply of user_spot_sbe: ended."""

    event_time: int
    subscription_id: int | None


class SbeTradeTrades(Struct, frozen=True, gc=False):
    """Part of SbeTrade."""

    id: int
    price: Decimal
    qty: Decimal
    is_buyer_maker: bool


class SbeTrade(Struct, frozen=True, gc=False):
    """A message of sbe_trade: Trades, in binary. https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#trades-streams"""

    event_time: int
    transact_time: int
    price_exponent: int
    qty_exponent: int
    trades: list[SbeTradeTrades]
    symbol: str


class SbeBestBidAsk(Struct, frozen=True, gc=False):
    """A message of sbe_best_bid_ask: Best bid and offer, in binary. https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#best-bidask-streams"""

    event_time: int
    update_id: int
    price_exponent: int
    qty_exponent: int
    bid_price: Decimal
    bid_qty: Decimal
    ask_price: Decimal
    ask_qty: Decimal
    symbol: str


class SbeDepth20(Struct, frozen=True, gc=False):
    """A message of sbe_depth20: The best 20 levels, in binary. https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#partial-book-depth-streams"""

    event_time: int
    update_id: int
    price_exponent: int
    qty_exponent: int
    bids: list[SbeLevel]
    asks: list[SbeLevel]
    symbol: str


class SbeDepth(Struct, frozen=True, gc=False):
    """A message of sbe_depth: Changes of the order book, in binary. https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#diff-depth-streams"""

    event_time: int
    first_update_id: int
    final_update_id: int
    price_exponent: int
    qty_exponent: int
    bids: list[SbeLevel]
    asks: list[SbeLevel]
    symbol: str


class SbeExecutionReport(Struct, frozen=True, gc=False):
    """A message of sbe_execution_report: Spot orders and their fills, in binary. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#order-update"""

    event_time: int
    transact_time: int
    price_exponent: int
    qty_exponent: int
    commission_exponent: int
    creation_time: int | None
    working_time: int | None
    order_id: int
    order_list_id: int | None
    original_qty: Decimal
    price: Decimal
    original_quote_qty: Decimal
    iceberg_qty: Decimal | None
    stop_price: Decimal | None
    type: int
    side: SbeSide
    life: int
    execution: int
    status: SbeState
    trade_id: int | None
    execution_id: int
    executed_qty: Decimal
    cumulative_quote_qty: Decimal | None
    last_qty: Decimal
    last_price: Decimal
    quote_qty: Decimal
    commission: Decimal | None
    is_working: bool
    is_maker: bool
    is_best_match: bool
    match_type: int
    prevention_mode: int
    capacity: int
    working_floor: int
    used_sor: bool
    allocation_id: int | None
    trailing_delta: int | None
    trailing_time: int | None
    trade_group_id: int | None
    prevented_qty: Decimal
    last_prevented_qty: Decimal | None
    prevented_match_id: int | None
    prevented_execution_qty: Decimal | None
    prevented_execution_price: Decimal | None
    prevented_execution_quote_qty: Decimal | None
    strategy_type: int | None
    strategy_id: int | None
    counter_order_id: int | None
    subscription_id: int | None
    peg_price_type: int | None
    peg_offset_type: int | None
    peg_offset_value: int | None
    pegged_price: Decimal | None
    expiry_reason: int | None
    symbol: str
    client_order_id: str | None
    original_client_order_id: str | None
    commission_asset: str | None
    reject_reason: str | None
    counter_symbol: str | None


class SbeAccountPositionBalances(Struct, frozen=True, gc=False):
    """Part of SbeAccountPosition."""

    exponent: int
    free: Decimal
    locked: Decimal
    asset: str


class SbeAccountPosition(Struct, frozen=True, gc=False):
    """A message of sbe_account_position: Spot balances that may have changed, in binary. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#account-update"""

    event_time: int
    update_time: int
    subscription_id: int | None
    balances: list[SbeAccountPositionBalances]


class SbeBalanceUpdate(Struct, frozen=True, gc=False):
    """A message of sbe_balance_update: Deposits, withdrawals and transfers, in binary. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#balance-update"""

    event_time: int
    clear_time: int | None
    qty_exponent: int
    delta: Decimal
    subscription_id: int | None
    asset: str


def emit_sbe_trade(scope: Scope, message: SbeTrade, ts_init: int, out: list[Event]) -> None:
    """Trades, in binary to TradeTick."""
    for row in message.trades:
        try:
            out.append(
                TradeTick(
                    scope.ids[message.symbol],
                    positive(row.price),
                    not_negative(row.qty),
                    AGGRESSOR_SIDE_SELLER if row.is_buyer_maker else AGGRESSOR_SIDE_BUYER,
                    str(row.id),
                    message.transact_time * 1_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.trades", row, error)


def emit_sbe_best_bid_ask(scope: Scope, message: SbeBestBidAsk, ts_init: int, out: list[Event]) -> None:
    """Best bid and offer, in binary to QuoteTick."""
    out.append(
        QuoteTick(
            scope.ids[message.symbol],
            not_negative(message.bid_price),
            not_negative(message.ask_price),
            not_negative(message.bid_qty),
            not_negative(message.ask_qty),
            message.event_time * 1_000,
            ts_init,
        )
    )


def emit_sbe_depth20(scope: Scope, message: SbeDepth20, ts_init: int, out: list[Event]) -> None:
    """The best 20 levels, in binary to OrderBookDeltas, OrderBookDepth10."""
    instrument_id = scope.ids[message.symbol]
    event_time = message.event_time * 1_000
    out.append(
        OrderBookDeltas(
            instrument_id,
            [(positive(level.price), not_negative(level.size)) for level in message.bids],
            [(positive(level.price), not_negative(level.size)) for level in message.asks],
            True,
            message.update_id,
            0,
            event_time,
            ts_init,
        )
    )
    out.append(
        OrderBookDepth10(
            instrument_id,
            [(positive(level.price), not_negative(level.size)) for level in message.bids],
            [(positive(level.price), not_negative(level.size)) for level in message.asks],
            (),
            (),
            0,
            message.update_id,
            event_time,
            ts_init,
        )
    )


def emit_sbe_depth(scope: Scope, message: SbeDepth, ts_init: int, out: list[Event]) -> None:
    """Changes of the order book, in binary to OrderBookDeltas."""
    book = OrderBookDeltas(
        scope.ids[message.symbol],
        [(positive(level.price), not_negative(level.size)) for level in message.bids],
        [(positive(level.price), not_negative(level.size)) for level in message.asks],
        False,
        message.final_update_id,
        0,
        message.event_time * 1_000,
        ts_init,
    )
    if scope.synced:
        scope.machines["sbe_depth"].on_message(message.symbol, message, book, ts_init, out)
    else:
        out.append(book)


def emit_sbe_execution_report(
    scope: Scope, message: SbeExecutionReport, ts_init: int, out: list[Event]
) -> None:
    """Spot orders and their fills, in binary to OrderStatusReport, FillReport."""
    instrument_id = scope.ids[message.symbol]
    order_id = str(message.order_id)
    side = SBE_SIDE_MEANS[message.side]
    type_ = SBE_TYPE_MEANS.means.get(message.type) or SBE_TYPE_MEANS.read(message.type, scope)
    trailing_delta = message.trailing_delta if message.trailing_delta is not None else 0
    life = SBE_LIFE_MEANS.means.get(message.life) or SBE_LIFE_MEANS.read(message.life, scope)
    status = SBE_STATE_MEANS[message.status]
    event_time = message.event_time * 1_000
    original_client_order_id = (
        scope.codes["ClientId"](message.original_client_order_id)
        if message.original_client_order_id is not None
        else scope.codes["ClientId"](message.client_order_id) if message.client_order_id is not None else None
    )
    executed_qty = finite(message.executed_qty)
    price = finite(message.price)
    has_stop_price = (
        stop_price := finite(message.stop_price) if message.stop_price is not None else DECIMAL_0
    ) > DECIMAL_0
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
            instrument_id,
            order_id,  # venue_order_id
            side,  # order_side
            order_type,
            time_in_force,
            status,  # order_status
            finite(message.original_qty),  # quantity
            event_time,  # ts_last
            ts_init,
            scope.account_id,
            original_client_order_id,  # client_order_id
            executed_qty,  # filled_qty
            (
                got
                if (got := price if price > DECIMAL_0 else None) is not None
                else finite(message.pegged_price) if message.pegged_price is not None else None
            ),  # price
            (
                (div(cumulative_quote_qty, executed_qty, 16))
                if (
                    executed_qty > DECIMAL_0
                    and (
                        cumulative_quote_qty := (
                            finite(message.cumulative_quote_qty)
                            if message.cumulative_quote_qty is not None
                            else DECIMAL_0
                        )
                    )
                    > DECIMAL_0
                )
                else None
            ),  # avg_px
            (
                (stop_price if message.stop_price is not None else None) if has_stop_price else None
            ),  # trigger_price
            (TRIGGER_TYPE_LAST_PRICE if has_stop_price else None),  # trigger_type
            (type_ == "LIMIT_MAKER" or life == "GTX"),  # post_only
            False,  # reduce_only
            (
                message.reject_reason
                if message.reject_reason is not None
                else (
                    (
                        SBE_EXPIRY_MEANS.means.get(message.expiry_reason)
                        or SBE_EXPIRY_MEANS.read(message.expiry_reason, scope)
                    )
                    if message.expiry_reason is not None
                    else None
                )
            ),  # cancel_reason
            (
                message.creation_time * 1_000 if message.creation_time is not None else event_time
            ),  # ts_accepted
            (
                (iceberg_qty if message.iceberg_qty is not None else None)
                if (
                    (
                        iceberg_qty := (
                            finite(message.iceberg_qty) if message.iceberg_qty is not None else DECIMAL_0
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
            (str(message.order_list_id) if message.order_list_id is not None else None),  # order_list_id
        )
    )
    if (
        (
            SBE_EXECUTION_MEANS.means.get(message.execution)
            or SBE_EXECUTION_MEANS.read(message.execution, scope)
        )
        == "TRADE"
        and (last_qty := finite(message.last_qty)) > DECIMAL_0
        and ((last_price := finite(message.last_price)) > DECIMAL_0 or status is ORDER_STATUS_FILLED)
    ):
        out.append(
            FillReport(
                instrument_id,
                order_id,  # venue_order_id
                (
                    str(message.trade_id)
                    if message.trade_id is not None
                    else "A" + str(message.allocation_id if message.allocation_id is not None else 0)
                ),  # trade_id
                side,  # order_side
                last_qty,
                last_price,  # last_px
                (message.transact_time * 1_000),  # ts_event
                ts_init,
                scope.account_id,
                original_client_order_id,  # client_order_id
                (
                    (
                        Money(
                            finite(message.commission) if message.commission is not None else DECIMAL_0,
                            message.commission_asset if message.commission_asset is not None else "USDT",
                        )
                    )
                    if (
                        message.commission_asset is not None
                        or (finite(message.commission) if message.commission is not None else DECIMAL_1)
                        == DECIMAL_0
                    )
                    else None
                ),  # commission
                (LIQUIDITY_SIDE_MAKER if message.is_maker else LIQUIDITY_SIDE_TAKER),  # liquidity_side
            )
        )


def emit_sbe_account_position(
    scope: Scope, message: SbeAccountPosition, ts_init: int, out: list[Event]
) -> None:
    """Spot balances that may have changed, in binary to AccountState."""
    out.append(
        AccountState(
            account_id=scope.account_id,
            account_type=ACCOUNT_TYPE_CASH,
            balances=tuple(
                AccountBalance(
                    currency=each.asset,
                    total=add(finite(each.free), finite(each.locked)),
                    locked=finite(each.locked),
                    free=finite(each.free),
                )
                for each in message.balances
            ),
            ts_event=message.event_time * 1_000,
            ts_init=ts_init,
        )
    )


def emit_sbe_balance_update(scope: Scope, message: SbeBalanceUpdate, ts_init: int, out: list[Event]) -> None:
    """Deposits, withdrawals and transfers, in binary to BinanceBalanceUpdate."""
    out.append(
        BinanceBalanceUpdate(
            asset=message.asset,
            delta=finite(message.delta),
            ts_event=(
                message.clear_time * 1_000 if message.clear_time is not None else message.event_time * 1_000
            ),
            ts_init=ts_init,
        )
    )
