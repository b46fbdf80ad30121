"""private of the venue bybit. Generated from specs/bybit/private.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import (
    AccountBalance,
    AccountState,
    AccountType,
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
    TriggerType,
)
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import absolute, add, subtract
from dragoman.translate.reads import MOMENTS, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Raw, Struct, field

from dragoman_venues.bybit.account import POSITION_SIDE_WORD_MEANS, PositionRow, WalletRow
from dragoman_venues.bybit.orders import (
    BUY_SELL_MEANS,
    DIRECTION_MEANS,
    EXECUTION_KIND_MEANS,
    LIFE_MEANS,
    ORDER_KIND_MEANS,
    TRIGGER_BY_MEANS,
    ExecutionRow,
    ExecutionRowText,
    FastRow,
    FastRowText,
    OrderRow,
)

ACCOUNT_TYPE_MARGIN = AccountType.MARGIN
DECIMAL_0 = Decimal("0")
LIQUIDITY_SIDE_MAKER = LiquiditySide.MAKER
LIQUIDITY_SIDE_NO_LIQUIDITY_SIDE = LiquiditySide.NO_LIQUIDITY_SIDE
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
POSITION_SIDE_FLAT = PositionSide.FLAT
TIME_IN_FORCE_FOK = TimeInForce.FOK
TIME_IN_FORCE_GTC = TimeInForce.GTC
TIME_IN_FORCE_IOC = TimeInForce.IOC
TRIGGER_TYPE_DEFAULT = TriggerType.DEFAULT


class PrivatePong(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: pong."""

    op: str
    args: list[str]


class PrivateAcknowledged(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: acknowledged."""

    success: bool
    op: str
    request_id: str | None = field(name="req_id", default=None)


class PrivateRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: refused."""

    success: bool
    op: str
    told: str | None = field(name="ret_msg", default=None)
    request_id: str | None = field(name="req_id", default=None)


class PrivateLetIn(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: let_in."""

    success: bool
    op: str
    reason: str | None = field(name="ret_msg", default=None)


class TradePong(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of trade: pong."""

    op: str
    code: int = field(name="retCode")
    data: Raw


class TradeLetIn(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of trade: let_in."""

    op: str
    code: int = field(name="retCode")
    reason: str | None = field(name="retMsg", default=None)


class Wallet(Struct, frozen=True, kw_only=True, gc=False):
    """A message of wallet: Balances of the account. https://bybit-exchange.github.io/docs/v5/websocket/private/wallet"""

    topic: str
    time_ms: int = field(name="creationTime")
    accounts: list[WalletRow] = field(name="data")


class Order(Struct, frozen=True, kw_only=True, gc=False):
    """A message of order: Orders. https://bybit-exchange.github.io/docs/v5/websocket/private/order"""

    topic: str
    sent_ms: int = field(name="creationTime")
    rows: list[OrderRow] = field(name="data")


class Execution(Struct, frozen=True, kw_only=True, gc=False):
    """A message of execution: Executions. https://bybit-exchange.github.io/docs/v5/websocket/private/execution"""

    topic: str
    sent_ms: int = field(name="creationTime")
    rows: list[ExecutionRow] = field(name="data")


class ExecutionText(Struct, frozen=True, kw_only=True, gc=False):
    """Execution, its decimals still text."""

    topic: str
    sent_ms: int = field(name="creationTime")
    rows: list[ExecutionRowText] = field(name="data")


class FastExecution(Struct, frozen=True, kw_only=True, gc=False):
    """A message of fast_execution: Executions sooner, without their fee. https://bybit-exchange.github.io/docs/v5/websocket/private/fast-execution"""

    topic: str
    sent_ms: int = field(name="creationTime")
    rows: list[FastRow] = field(name="data")


class FastExecutionText(Struct, frozen=True, kw_only=True, gc=False):
    """FastExecution, its decimals still text."""

    topic: str
    sent_ms: int = field(name="creationTime")
    rows: list[FastRowText] = field(name="data")


class Position(Struct, frozen=True, kw_only=True, gc=False):
    """A message of position: Positions. https://bybit-exchange.github.io/docs/v5/websocket/private/position"""

    topic: str
    sent_ms: int = field(name="creationTime")
    rows: list[PositionRow] = field(name="data")


def emit_wallet(scope: Scope, message: Wallet, ts_init: int, out: list[Event]) -> None:
    """Balances of the account to AccountState."""
    for row in message.accounts:
        try:
            out.append(
                AccountState(
                    account_id=scope.account_id,
                    account_type=ACCOUNT_TYPE_MARGIN,
                    balances=tuple(
                        AccountBalance(
                            currency=each.coin,
                            total=subtract(
                                DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                                DECIMALS[each.borrowed] if each.borrowed else DECIMAL_0,
                            ),
                            locked=max(
                                DECIMAL_0,
                                min(
                                    add(
                                        DECIMALS[each.orders_margin] if each.orders_margin else DECIMAL_0,
                                        (
                                            DECIMALS[each.positions_margin]
                                            if each.positions_margin
                                            else DECIMAL_0
                                        ),
                                    ),
                                    subtract(
                                        DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                                        DECIMALS[each.borrowed] if each.borrowed else DECIMAL_0,
                                    ),
                                ),
                            ),
                            free=subtract(
                                subtract(
                                    DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                                    DECIMALS[each.borrowed] if each.borrowed else DECIMAL_0,
                                ),
                                max(
                                    DECIMAL_0,
                                    min(
                                        add(
                                            DECIMALS[each.orders_margin] if each.orders_margin else DECIMAL_0,
                                            (
                                                DECIMALS[each.positions_margin]
                                                if each.positions_margin
                                                else DECIMAL_0
                                            ),
                                        ),
                                        subtract(
                                            DECIMALS[each.wallet] if each.wallet else DECIMAL_0,
                                            DECIMALS[each.borrowed] if each.borrowed else DECIMAL_0,
                                        ),
                                    ),
                                ),
                            ),
                        )
                        for each in row.coins
                    ),
                    margins=tuple(
                        MarginBalance(
                            currency=each.coin,
                            initial=add(
                                DECIMALS[each.orders_margin] if each.orders_margin else DECIMAL_0,
                                DECIMALS[each.positions_margin] if each.positions_margin else DECIMAL_0,
                            ),
                            maintenance=DECIMALS[each.maintenance] if each.maintenance else DECIMAL_0,
                        )
                        for each in row.coins
                        if add(
                            add(
                                DECIMALS[each.orders_margin] if each.orders_margin else DECIMAL_0,
                                DECIMALS[each.positions_margin] if each.positions_margin else DECIMAL_0,
                            ),
                            DECIMALS[each.maintenance] if each.maintenance else DECIMAL_0,
                        )
                        > DECIMAL_0
                    ),
                    ts_event=message.time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_order(scope: Scope, message: Order, ts_init: int, out: list[Event]) -> None:
    """Orders to OrderStatusReport."""
    for row in message.rows:
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
            scope.bad_row("$.data", row, error)


def emit_execution(scope: Scope, message: ExecutionText, ts_init: int, out: list[Event]) -> None:
    """Executions to FillReport."""
    for row in message.rows:
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
                        DECIMALS[row.size],  # last_qty
                        DECIMALS[row.price],  # last_px
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
            scope.bad_row("$.data", row, error)


def emit_fast_execution(scope: Scope, message: FastExecutionText, ts_init: int, out: list[Event]) -> None:
    """Executions sooner, without their fee to FillReport."""
    for row in message.rows:
        try:
            out.append(
                FillReport(
                    scope.ids_of(row.category)[row.symbol],  # instrument_id
                    row.order_id,  # venue_order_id
                    row.execution_id,  # trade_id
                    BUY_SELL_MEANS[row.side],  # order_side
                    DECIMALS[row.size],  # last_qty
                    DECIMALS[row.price],  # last_px
                    (integer(row.time_ms) * 1_000_000),  # ts_event
                    ts_init,
                    scope.account_id,
                    (row.client_id or None),  # client_order_id
                    (
                        (
                            Money(
                                DECIMAL_0,
                                (
                                    got
                                    if (got := scope.told("quote_currency")) is not None
                                    else (
                                        row.symbol.partition("USD")[0]
                                        if row.category == "inverse"
                                        else "USDT" if "USDT" in row.symbol else "USDC"
                                    )
                                ),
                            )
                        )
                        if scope.told("quote_currency") is not None or row.category != "spot"
                        else None
                    ),  # commission
                    (
                        LIQUIDITY_SIDE_NO_LIQUIDITY_SIDE
                        if row.is_maker is None
                        else LIQUIDITY_SIDE_MAKER if row.is_maker else LIQUIDITY_SIDE_TAKER
                    ),  # liquidity_side
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_position(scope: Scope, message: Position, ts_init: int, out: list[Event]) -> None:
    """Positions to PositionStatusReport."""
    for row in message.rows:
        try:
            size = DECIMALS[row.size] if row.size else DECIMAL_0
            position_index = row.position_index if row.position_index is not None else 0
            out.append(
                PositionStatusReport(
                    scope.ids_of(row.category if row.category is not None else scope.product)[row.symbol],
                    POSITION_SIDE_FLAT if size == DECIMAL_0 else POSITION_SIDE_WORD_MEANS[row.side],
                    absolute(size),
                    integer(row.updated_ms) * 1_000_000 if row.updated_ms else ts_init,
                    ts_init,
                    scope.account_id,
                    (
                        average
                        if (
                            size != DECIMAL_0
                            and (
                                average := (
                                    DECIMALS[row.average]
                                    if row.average
                                    else DECIMALS[row.entry] if row.entry else DECIMAL_0
                                )
                            )
                            != DECIMAL_0
                        )
                        else None
                    ),
                    (
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
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
