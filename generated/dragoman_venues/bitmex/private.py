"""private of the venue bitmex. Generated from specs/bitmex/private.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.machines import Merge
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
from dragoman.translate.facts import Event
from dragoman.translate.functions import absolute, add, multiply, parse_iso, subtract
from dragoman.translate.reads import ISO_MOMENTS, finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Raw, Struct, field

from dragoman_venues.bitmex.account import MarginRow, PositionRow, WalletRow
from dragoman_venues.bitmex.market_data import SIDE_MEANS, Action
from dragoman_venues.bitmex.orders import (
    CONTINGENCY_MEANS,
    LIFE_MEANS,
    LIQUIDITY_IND_MEANS,
    ORD_STATUS_MEANS,
    ORD_TYPE_MEANS,
    ExecutionRow,
    OrderRow,
)

ACCOUNT_TYPE_MARGIN = AccountType.MARGIN
CONTINGENCY_TYPE_NO_CONTINGENCY = ContingencyType.NO_CONTINGENCY
DECIMAL_0 = Decimal("0")
DECIMAL_1 = Decimal("1")
LIQUIDITY_SIDE_NO_LIQUIDITY_SIDE = LiquiditySide.NO_LIQUIDITY_SIDE
ORDER_SIDE_NO_ORDER_SIDE = OrderSide.NO_ORDER_SIDE
ORDER_STATUS_ACCEPTED = OrderStatus.ACCEPTED
ORDER_STATUS_CANCELED = OrderStatus.CANCELED
ORDER_STATUS_FILLED = OrderStatus.FILLED
ORDER_STATUS_PARTIALLY_FILLED = OrderStatus.PARTIALLY_FILLED
ORDER_STATUS_REJECTED = OrderStatus.REJECTED
ORDER_TYPE_LIMIT = OrderType.LIMIT
ORDER_TYPE_LIMIT_IF_TOUCHED = OrderType.LIMIT_IF_TOUCHED
ORDER_TYPE_MARKET = OrderType.MARKET
ORDER_TYPE_MARKET_IF_TOUCHED = OrderType.MARKET_IF_TOUCHED
ORDER_TYPE_MARKET_TO_LIMIT = OrderType.MARKET_TO_LIMIT
ORDER_TYPE_STOP_LIMIT = OrderType.STOP_LIMIT
ORDER_TYPE_STOP_MARKET = OrderType.STOP_MARKET
ORDER_TYPE_TRAILING_STOP_LIMIT = OrderType.TRAILING_STOP_LIMIT
ORDER_TYPE_TRAILING_STOP_MARKET = OrderType.TRAILING_STOP_MARKET
POSITION_SIDE_FLAT = PositionSide.FLAT
POSITION_SIDE_LONG = PositionSide.LONG
POSITION_SIDE_SHORT = PositionSide.SHORT
TIME_IN_FORCE_GTC = TimeInForce.GTC
TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET = TrailingOffsetType.NO_TRAILING_OFFSET
TRAILING_OFFSET_TYPE_PRICE = TrailingOffsetType.PRICE
TRIGGER_TYPE_DEFAULT = TriggerType.DEFAULT
TRIGGER_TYPE_INDEX_PRICE = TriggerType.INDEX_PRICE
TRIGGER_TYPE_LAST_PRICE = TriggerType.LAST_PRICE
TRIGGER_TYPE_MARK_PRICE = TriggerType.MARK_PRICE


def counts_ones(symbol: str) -> bool:
    """Whether a size in units of this symbol is one in its currency, where no instrument says otherwise."""
    return "_" not in symbol


class PrivateWelcome(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: welcome."""

    info: str
    version: str


class PrivateSubscribed(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: subscribed."""

    success: bool
    subscribe: str


class PrivateUnsubscribed(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: unsubscribed."""

    success: bool
    unsubscribe: str


class PrivateLetIn(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: let_in."""

    success: bool
    request: Raw


class PrivateShutOutRequest(Struct, frozen=True, kw_only=True, gc=False):
    """Part of PrivateShutOut."""

    op: str


class PrivateShutOut(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: shut_out."""

    error: str
    status: int
    request: PrivateShutOutRequest


class PrivateRefusedTopicsRequest(Struct, frozen=True, kw_only=True, gc=False):
    """Part of PrivateRefusedTopics."""

    args: list[str] | None = None


class PrivateRefusedTopics(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: refused_topics."""

    error: str
    status: int
    request: PrivateRefusedTopicsRequest


class PrivateRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of private: refused."""

    error: str
    status: int


class Orders(Struct, frozen=True, kw_only=True, tag_field="table", tag="order", gc=False):
    """A message of orders: Orders of the account. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    action: Action
    rows: list[OrderRow] = field(name="data")


class Executions(Struct, frozen=True, kw_only=True, tag_field="table", tag="execution", gc=False):
    """A message of executions: Executions of the account. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    action: Action
    rows: list[ExecutionRow] = field(name="data")


class Positions(Struct, frozen=True, kw_only=True, tag_field="table", tag="position", gc=False):
    """A message of positions: Positions of the account. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    action: Action
    rows: list[PositionRow] = field(name="data")


class Margins(Struct, frozen=True, kw_only=True, tag_field="table", tag="margin", gc=False):
    """A message of margins: Margins of the account. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    action: Action
    rows: list[MarginRow] = field(name="data")


class Wallets(Struct, frozen=True, kw_only=True, tag_field="table", tag="wallet", gc=False):
    """A message of wallets: Wallets of the account. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    action: Action
    rows: list[WalletRow] = field(name="data")


def emit_orders(scope: Scope, message: Orders, ts_init: int, out: list[Event]) -> None:
    """Orders of the account to OrderStatusReport."""
    merge: Merge[OrderRow] = scope.machines["orders"]
    for row in message.rows:
        try:
            key = row.order_id
            record = merge.record(key, row)
            if record is None:
                continue
            row_id = scope.ids[row.symbol]
            price = (
                ("StopLimit" if record.price is not None else "Stop")
                if record.stop_price is not None
                else "Limit" if record.price is not None else "Market"
            )
            peg_type = record.peg_type or ""
            instructions = record.instructions or ""
            if message.action != "delete" and (message.action != "update" or record.side is not None):
                order_type = (
                    (
                        ORD_TYPE_MEANS.means.get(record.order_type)
                        or ORD_TYPE_MEANS.read(record.order_type, scope)
                    )
                    if record.order_type is not None
                    else price
                )
                status = (
                    ORD_STATUS_MEANS[record.status] if record.status is not None else ORDER_STATUS_ACCEPTED
                )
                filled = finite(record.filled) if record.filled is not None else DECIMAL_0
                factor = scope.factor(row_id, "size_increment", counts_ones)
                if order_type == "Market":
                    order_type_ = ORDER_TYPE_MARKET
                elif order_type == "MarketWithLeftOverAsLimit":
                    order_type_ = ORDER_TYPE_MARKET_TO_LIMIT
                elif order_type in {"Limit", "other"} or (
                    order_type == "Pegged" and peg_type != "TrailingStopPeg"
                ):
                    order_type_ = ORDER_TYPE_LIMIT
                elif order_type == "Stop" and peg_type != "TrailingStopPeg":
                    order_type_ = ORDER_TYPE_STOP_MARKET
                elif order_type == "StopLimit" and peg_type != "TrailingStopPeg":
                    order_type_ = ORDER_TYPE_STOP_LIMIT
                elif order_type == "MarketIfTouched" and peg_type != "TrailingStopPeg":
                    order_type_ = ORDER_TYPE_MARKET_IF_TOUCHED
                elif order_type == "LimitIfTouched" and peg_type != "TrailingStopPeg":
                    order_type_ = ORDER_TYPE_LIMIT_IF_TOUCHED
                elif (order_type in {"Stop", "MarketIfTouched"} and peg_type == "TrailingStopPeg") or (
                    order_type == "Pegged"
                    and peg_type == "TrailingStopPeg"
                    and (finite(record.price) if record.price is not None else DECIMAL_0) == DECIMAL_0
                ):
                    order_type_ = ORDER_TYPE_TRAILING_STOP_MARKET
                elif (
                    order_type == "Pegged"
                    and peg_type == "TrailingStopPeg"
                    and (finite(record.price) if record.price is not None else DECIMAL_0) != DECIMAL_0
                ):
                    order_type_ = ORDER_TYPE_TRAILING_STOP_LIMIT
                else:
                    order_type_ = ORDER_TYPE_TRAILING_STOP_LIMIT
                out.append(
                    OrderStatusReport(
                        row_id,  # instrument_id
                        record.order_id,  # venue_order_id
                        (
                            SIDE_MEANS[record.side] if record.side is not None else ORDER_SIDE_NO_ORDER_SIDE
                        ),  # order_side
                        order_type_,
                        (
                            (LIFE_MEANS.means.get(record.life) or LIFE_MEANS.read(record.life, scope))
                            if record.life is not None
                            else TIME_IN_FORCE_GTC
                        ),  # time_in_force
                        (
                            ORDER_STATUS_REJECTED
                            if status is ORDER_STATUS_CANCELED
                            and filled == DECIMAL_0
                            and "ParticipateDoNotInitiate" in (record.note or "")
                            else (
                                status
                                if record.status is not None
                                else (
                                    (ORDER_STATUS_FILLED if filled > DECIMAL_0 else ORDER_STATUS_CANCELED)
                                    if (finite(record.leaves) if record.leaves is not None else DECIMAL_1)
                                    == DECIMAL_0
                                    else (
                                        ORDER_STATUS_CANCELED
                                        if record.leaves is None
                                        and not (record.working if record.working is not None else True)
                                        else (
                                            ORDER_STATUS_PARTIALLY_FILLED
                                            if filled > DECIMAL_0
                                            else ORDER_STATUS_ACCEPTED
                                        )
                                    )
                                )
                            )
                        ),  # order_status
                        multiply(
                            (
                                finite(record.quantity)
                                if record.quantity is not None
                                else add(
                                    filled, finite(record.leaves) if record.leaves is not None else DECIMAL_0
                                )
                            ),
                            factor,
                        ),  # quantity
                        (
                            ISO_MOMENTS[record.time]
                            if record.time is not None
                            else (
                                ISO_MOMENTS[record.transact_time]
                                if record.transact_time is not None
                                else ts_init
                            )
                        ),  # ts_last
                        ts_init,
                        (
                            ("BITMEX-" + str(record.account)) if record.account is not None else None
                        ),  # account_id
                        (record.client_id or None),  # client_order_id
                        multiply(filled, factor),  # filled_qty
                        (finite(record.price) if record.price is not None else None),  # price
                        (
                            (average if record.average is not None else None)
                            if (
                                (
                                    average := (
                                        finite(record.average) if record.average is not None else DECIMAL_0
                                    )
                                )
                                > DECIMAL_0
                            )
                            else None
                        ),  # avg_px
                        (
                            finite(record.stop_price) if record.stop_price is not None else None
                        ),  # trigger_price
                        (
                            (
                                TRIGGER_TYPE_MARK_PRICE
                                if "MarkPrice" in instructions
                                else (
                                    TRIGGER_TYPE_INDEX_PRICE
                                    if "IndexPrice" in instructions
                                    else (
                                        TRIGGER_TYPE_LAST_PRICE
                                        if "LastPrice" in instructions
                                        else TRIGGER_TYPE_DEFAULT
                                    )
                                )
                            )
                            if (record.stop_price is not None or peg_type == "TrailingStopPeg")
                            else None
                        ),  # trigger_type
                        ("ParticipateDoNotInitiate" in instructions),  # post_only
                        ("ReduceOnly" in instructions or "Close" in instructions),  # reduce_only
                        (
                            (
                                (record.reject_reason or (record.note or "")).rpartition("\n")[0]
                                if "\n" in (record.reject_reason or (record.note or ""))
                                else record.reject_reason or (record.note or "")
                            )
                            if (
                                (status is ORDER_STATUS_REJECTED or status is ORDER_STATUS_CANCELED)
                                and (record.reject_reason or record.note)
                            )
                            else None
                        ),  # cancel_reason
                        (
                            ISO_MOMENTS[record.transact_time]
                            if record.transact_time is not None
                            else ISO_MOMENTS[record.time] if record.time is not None else ts_init
                        ),  # ts_accepted
                        (
                            multiply(finite(record.display_qty), factor)
                            if record.display_qty is not None
                            else None
                        ),  # display_qty
                        None,  # expire_time
                        (
                            (
                                absolute(
                                    finite(record.peg_offset) if record.peg_offset is not None else DECIMAL_0
                                )
                            )
                            if (peg_type == "TrailingStopPeg" and record.peg_offset is not None)
                            else None
                        ),  # trailing_offset
                        (
                            TRAILING_OFFSET_TYPE_PRICE
                            if peg_type == "TrailingStopPeg"
                            else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                        ),  # trailing_offset_type
                        (
                            (scope.ids[record.symbol] + "-" + (record.strategy or "").upper())
                            if ((record.strategy or "OneWay") != "OneWay")
                            else None
                        ),  # venue_position_id
                        (record.link_id or None),  # order_list_id
                        (
                            (
                                CONTINGENCY_MEANS.means.get(record.contingency)
                                or CONTINGENCY_MEANS.read(record.contingency, scope)
                            )
                            if record.contingency is not None
                            else CONTINGENCY_TYPE_NO_CONTINGENCY
                        ),  # contingency_type
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_executions(scope: Scope, message: Executions, ts_init: int, out: list[Event]) -> None:
    """Executions of the account to FillReport."""
    for row in message.rows:
        try:
            if not (
                row.kind in {"Trade", "Liquidation", "Bankruptcy"}
                and (last_qty := finite(row.last_qty) if row.last_qty is not None else DECIMAL_0) > DECIMAL_0
                and row.last_price is not None
                and row.symbol is not None
            ):
                continue
            row_id = scope.ids[row.symbol]
            out.append(
                FillReport(
                    row_id,  # instrument_id
                    (row.order_id if row.order_id is not None else row.execution_id),  # venue_order_id
                    (row.match_id or row.execution_id),  # trade_id
                    (
                        SIDE_MEANS[row.side] if row.side is not None else ORDER_SIDE_NO_ORDER_SIDE
                    ),  # order_side
                    multiply(last_qty, scope.factor(row_id, "size_increment", counts_ones)),  # last_qty
                    finite(row.last_price),  # last_px
                    (
                        ISO_MOMENTS[row.transact_time]
                        if row.transact_time is not None
                        else ISO_MOMENTS[row.time] if row.time is not None else ts_init
                    ),  # ts_event
                    ts_init,
                    (("BITMEX-" + str(row.account)) if row.account is not None else None),  # account_id
                    (row.client_id or None),  # client_order_id
                    (
                        (
                            Money(
                                multiply(
                                    finite(row.fee),
                                    scope.unit(
                                        row.settlement_currency
                                        if row.settlement_currency is not None
                                        else "XBt"
                                    ),
                                ),
                                scope.currency(
                                    row.settlement_currency if row.settlement_currency is not None else "XBt"
                                ),
                            )
                        )
                        if row.fee is not None
                        else None
                    ),  # commission
                    (
                        (
                            LIQUIDITY_IND_MEANS.means.get(row.liquidity)
                            or LIQUIDITY_IND_MEANS.read(row.liquidity, scope)
                        )
                        if row.liquidity is not None
                        else LIQUIDITY_SIDE_NO_LIQUIDITY_SIDE
                    ),  # liquidity_side
                    (
                        (average if row.average is not None else None)
                        if (
                            (average := finite(row.average) if row.average is not None else DECIMAL_0)
                            > DECIMAL_0
                        )
                        else None
                    ),  # avg_px
                    (
                        (row_id + "-" + (row.strategy or "").upper())
                        if ((row.strategy or "OneWay") != "OneWay")
                        else None
                    ),  # venue_position_id
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_positions(scope: Scope, message: Positions, ts_init: int, out: list[Event]) -> None:
    """Positions of the account to PositionStatusReport."""
    merge: Merge[PositionRow] = scope.machines["positions"]
    for row in message.rows:
        try:
            key = row.symbol + ("" if (row.strategy or "OneWay") == "OneWay" else row.strategy or "")
            record = merge.record(key, row)
            if record is None:
                continue
            row_id = scope.ids[row.symbol]
            if message.action != "delete" and (message.action != "update" or record.quantity is not None):
                quantity = finite(record.quantity) if record.quantity is not None else DECIMAL_0
                out.append(
                    PositionStatusReport(
                        row_id,
                        (
                            POSITION_SIDE_LONG
                            if quantity > DECIMAL_0
                            else POSITION_SIDE_SHORT if quantity < DECIMAL_0 else POSITION_SIDE_FLAT
                        ),
                        multiply(absolute(quantity), scope.factor(row_id, "size_increment", counts_ones)),
                        parse_iso(record.time) if record.time is not None else ts_init,
                        ts_init,
                        (("BITMEX-" + str(record.account)) if record.account is not None else None),
                        (
                            (entry_price if record.entry_price is not None else None)
                            if (
                                (
                                    entry_price := (
                                        finite(record.entry_price)
                                        if record.entry_price is not None
                                        else DECIMAL_0
                                    )
                                )
                                > DECIMAL_0
                            )
                            else None
                        ),
                        (
                            (scope.ids[record.symbol] + "-" + (record.strategy or "").upper())
                            if ((record.strategy or "OneWay") != "OneWay")
                            else None
                        ),
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_margins(scope: Scope, message: Margins, ts_init: int, out: list[Event]) -> None:
    """Margins of the account to AccountState."""
    merge: Merge[MarginRow] = scope.machines["margins"]
    for row in message.rows:
        try:
            key = row.currency
            record = merge.record(key, row)
            if record is None:
                continue
            if message.action != "delete" and (
                message.action != "update" or record.wallet_balance is not None
            ):
                currency = scope.currency(record.currency)
                unit = scope.unit(record.currency)
                wallet_balance = (
                    finite(record.wallet_balance)
                    if record.wallet_balance is not None
                    else (
                        finite(record.margin_balance)
                        if record.margin_balance is not None
                        else finite(record.available) if record.available is not None else DECIMAL_0
                    )
                )
                withdrawable = min(
                    max(
                        (
                            finite(record.withdrawable)
                            if record.withdrawable is not None
                            else (
                                finite(record.available)
                                if record.available is not None
                                else subtract(
                                    (
                                        wallet_balance
                                        if record.wallet_balance is not None
                                        else (
                                            finite(record.margin_balance)
                                            if record.margin_balance is not None
                                            else DECIMAL_0
                                        )
                                    ),
                                    finite(record.initial) if record.initial is not None else DECIMAL_0,
                                )
                            )
                        ),
                        DECIMAL_0,
                    ),
                    wallet_balance,
                )
                initial = finite(record.initial) if record.initial is not None else DECIMAL_0
                out.append(
                    AccountState(
                        account_id=(
                            ("BITMEX-" + str(record.account)) if record.account is not None else None
                        ),
                        account_type=ACCOUNT_TYPE_MARGIN,
                        balances=(
                            AccountBalance(
                                currency=currency,
                                total=multiply(wallet_balance, unit),
                                locked=multiply(subtract(wallet_balance, withdrawable), unit),
                                free=multiply(withdrawable, unit),
                            ),
                        ),
                        margins=(
                            *(
                                (
                                    MarginBalance(
                                        currency=currency,
                                        initial=multiply(initial, unit),
                                        maintenance=multiply(
                                            (
                                                finite(record.maintenance)
                                                if record.maintenance is not None
                                                else DECIMAL_0
                                            ),
                                            unit,
                                        ),
                                    ),
                                )
                                if initial > DECIMAL_0
                                or (
                                    finite(record.maintenance)
                                    if record.maintenance is not None
                                    else DECIMAL_0
                                )
                                > DECIMAL_0
                                else ()
                            ),
                        ),
                        ts_event=parse_iso(record.time) if record.time is not None else ts_init,
                        ts_init=ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_wallets(scope: Scope, message: Wallets, ts_init: int, out: list[Event]) -> None:
    """Wallets of the account to no event."""
    merge: Merge[WalletRow] = scope.machines["wallets"]
    for row in message.rows:
        try:
            key = row.currency
            record = merge.record(key, row)
            if record is None:
                continue
            amount = multiply(
                finite(record.amount) if record.amount is not None else DECIMAL_0, scope.unit(record.currency)
            )
            out.append(
                AccountState(
                    account_id=(("BITMEX-" + str(record.account)) if record.account is not None else None),
                    account_type=ACCOUNT_TYPE_MARGIN,
                    balances=(
                        AccountBalance(
                            currency=scope.currency(record.currency),
                            total=amount,
                            locked=DECIMAL_0,
                            free=amount,
                        ),
                    ),
                    ts_event=parse_iso(record.time) if record.time is not None else ts_init,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
