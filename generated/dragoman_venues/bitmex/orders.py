"""orders of the venue bitmex. Generated from specs/bitmex/orders.yaml; edit that and run `make generate`."""

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
from dragoman.translate.facts import Event
from dragoman.translate.functions import absolute, add, multiply
from dragoman.translate.reads import ISO_MOMENTS, OpenEnum, as_list, finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

from dragoman_venues.bitmex.market_data import SIDE_MEANS, Side

ORD_TYPE_MEANS: OpenEnum[str] = OpenEnum(
    "OrdType",
    {
        "Market": "Market",
        "Limit": "Limit",
        "Stop": "Stop",
        "StopLimit": "StopLimit",
        "MarketIfTouched": "MarketIfTouched",
        "LimitIfTouched": "LimitIfTouched",
        "Pegged": "Pegged",
        "MarketWithLeftOverAsLimit": "MarketWithLeftOverAsLimit",
    },
    "other",
)
OrdStatus = Literal[
    "New",
    "PendingNew",
    "PartiallyFilled",
    "Filled",
    "Canceled",
    "Rejected",
    "Expired",
    "PendingCancel",
    "PendingReplace",
]
ORD_STATUS_MEANS: dict[str, OrderStatus] = {
    "New": OrderStatus.ACCEPTED,
    "PendingNew": OrderStatus.SUBMITTED,
    "PartiallyFilled": OrderStatus.PARTIALLY_FILLED,
    "Filled": OrderStatus.FILLED,
    "Canceled": OrderStatus.CANCELED,
    "Rejected": OrderStatus.REJECTED,
    "Expired": OrderStatus.EXPIRED,
    "PendingCancel": OrderStatus.PENDING_CANCEL,
    "PendingReplace": OrderStatus.PENDING_UPDATE,
}
LIFE_MEANS: OpenEnum[TimeInForce] = OpenEnum(
    "Life",
    {
        "Day": TimeInForce.DAY,
        "GoodTillCancel": TimeInForce.GTC,
        "ImmediateOrCancel": TimeInForce.IOC,
        "FillOrKill": TimeInForce.FOK,
        "AtTheOpening": TimeInForce.AT_THE_OPEN,
        "AtTheClose": TimeInForce.AT_THE_CLOSE,
        "GoodTillDate": TimeInForce.GTD,
        "GoodTillCrossing": TimeInForce.GTC,
        "GoodThroughCrossing": TimeInForce.GTC,
        "AtCrossing": TimeInForce.GTC,
        "": TimeInForce.GTC,
    },
    TimeInForce.GTC,
)
CONTINGENCY_MEANS: OpenEnum[ContingencyType] = OpenEnum(
    "Contingency",
    {
        "OneCancelsTheOther": ContingencyType.OCO,
        "OneTriggersTheOther": ContingencyType.OTO,
        "OneUpdatesTheOtherAbsolute": ContingencyType.OUO,
        "OneUpdatesTheOtherProportional": ContingencyType.OUO,
        "": ContingencyType.NO_CONTINGENCY,
    },
    ContingencyType.NO_CONTINGENCY,
)
LIQUIDITY_IND_MEANS: OpenEnum[LiquiditySide] = OpenEnum(
    "LiquidityInd",
    {
        "AddedLiquidity": LiquiditySide.MAKER,
        "Added": LiquiditySide.MAKER,
        "RemovedLiquidity": LiquiditySide.TAKER,
        "Removed": LiquiditySide.TAKER,
        "": LiquiditySide.NO_LIQUIDITY_SIDE,
    },
    LiquiditySide.NO_LIQUIDITY_SIDE,
)

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


class OrderRow(Struct, frozen=True, kw_only=True, gc=False):
    """One order; changes of it in the stream hold only what is new. https://www.bitmex.com/api/explorer/#!/Order/Order_getOrders"""

    order_id: str = field(name="orderID")
    client_id: str | None = field(name="clOrdID", default=None)
    link_id: str | None = field(name="clOrdLinkID", default=None)
    account: int | None = None
    symbol: str
    strategy: str | None = None
    side: Side | None = None
    quantity: Decimal | None = field(name="orderQty", default=None)
    price: Decimal | None = None
    display_qty: Decimal | None = field(name="displayQty", default=None)
    stop_price: Decimal | None = field(name="stopPx", default=None)
    peg_offset: Decimal | None = field(name="pegOffsetValue", default=None)
    peg_type: str | None = field(name="pegPriceType", default=None)
    order_type: str | None = field(name="ordType", default=None)
    life: str | None = field(name="timeInForce", default=None)
    instructions: str | None = field(name="execInst", default=None)
    contingency: str | None = field(name="contingencyType", default=None)
    status: OrdStatus | None = field(name="ordStatus", default=None)
    triggered: str | None = None
    working: bool | None = field(name="workingIndicator", default=None)
    reject_reason: str | None = field(name="ordRejReason", default=None)
    leaves: Decimal | None = field(name="leavesQty", default=None)
    filled: Decimal | None = field(name="cumQty", default=None)
    average: Decimal | None = field(name="avgPx", default=None)
    note: str | None = field(name="text", default=None)
    fault: str | None = field(name="error", default=None)
    transact_time: str | None = field(name="transactTime", default=None)
    time: str | None = field(name="timestamp", default=None)


class ExecutionRow(Struct, frozen=True, kw_only=True, gc=False):
    """Something that happened to an order, or to a position without one. https://www.bitmex.com/api/explorer/#!/Execution/Execution_get"""

    execution_id: str = field(name="execID")
    order_id: str | None = field(name="orderID", default=None)
    client_id: str | None = field(name="clOrdID", default=None)
    account: int | None = None
    symbol: str | None = None
    strategy: str | None = None
    side: Side | None = None
    last_qty: Decimal | None = field(name="lastQty", default=None)
    last_price: Decimal | None = field(name="lastPx", default=None)
    liquidity: str | None = field(name="lastLiquidityInd", default=None)
    settlement_currency: str | None = field(name="settlCurrency", default=None)
    kind: str = field(name="execType")
    status: str | None = field(name="ordStatus", default=None)
    order_type: str | None = field(name="ordType", default=None)
    note: str | None = field(name="text", default=None)
    average: Decimal | None = field(name="avgPx", default=None)
    fee: Decimal | None = field(name="execComm", default=None)
    match_id: str | None = field(name="trdMatchID", default=None)
    transact_time: str | None = field(name="transactTime", default=None)
    time: str | None = field(name="timestamp", default=None)


class CancelAllAfterResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of cancel_all_after: Have all orders withdrawn unless this is called again in time. https://www.bitmex.com/api/explorer/#!/Order/Order_cancelAllAfter"""

    now: str
    cancel_time: str | None = field(name="cancelTime", default=None)


def emit_get_orders(scope: Scope, message: OrderRow | list[OrderRow], ts_init: int, out: list[Event]) -> None:
    """Orders, those that are over too to OrderStatusReport."""
    for row in as_list(message):
        price = (
            ("StopLimit" if row.price is not None else "Stop")
            if row.stop_price is not None
            else "Limit" if row.price is not None else "Market"
        )
        instructions = row.instructions or ""
        try:
            row_id = scope.ids[row.symbol]
            order_type = (
                (ORD_TYPE_MEANS.means.get(row.order_type) or ORD_TYPE_MEANS.read(row.order_type, scope))
                if row.order_type is not None
                else price
            )
            peg_type = row.peg_type or ""
            status = ORD_STATUS_MEANS[row.status] if row.status is not None else ORDER_STATUS_ACCEPTED
            filled = finite(row.filled) if row.filled is not None else DECIMAL_0
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
                and (finite(row.price) if row.price is not None else DECIMAL_0) == DECIMAL_0
            ):
                order_type_ = ORDER_TYPE_TRAILING_STOP_MARKET
            elif (
                order_type == "Pegged"
                and peg_type == "TrailingStopPeg"
                and (finite(row.price) if row.price is not None else DECIMAL_0) != DECIMAL_0
            ):
                order_type_ = ORDER_TYPE_TRAILING_STOP_LIMIT
            else:
                order_type_ = ORDER_TYPE_TRAILING_STOP_LIMIT
            out.append(
                OrderStatusReport(
                    row_id,  # instrument_id
                    row.order_id,  # venue_order_id
                    (
                        SIDE_MEANS[row.side] if row.side is not None else ORDER_SIDE_NO_ORDER_SIDE
                    ),  # order_side
                    order_type_,
                    (
                        (LIFE_MEANS.means.get(row.life) or LIFE_MEANS.read(row.life, scope))
                        if row.life is not None
                        else TIME_IN_FORCE_GTC
                    ),  # time_in_force
                    (
                        ORDER_STATUS_REJECTED
                        if status is ORDER_STATUS_CANCELED
                        and filled == DECIMAL_0
                        and "ParticipateDoNotInitiate" in (row.note or "")
                        else (
                            status
                            if row.status is not None
                            else (
                                (ORDER_STATUS_FILLED if filled > DECIMAL_0 else ORDER_STATUS_CANCELED)
                                if (finite(row.leaves) if row.leaves is not None else DECIMAL_1) == DECIMAL_0
                                else (
                                    ORDER_STATUS_CANCELED
                                    if row.leaves is None
                                    and not (row.working if row.working is not None else True)
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
                            finite(row.quantity)
                            if row.quantity is not None
                            else add(filled, finite(row.leaves) if row.leaves is not None else DECIMAL_0)
                        ),
                        factor,
                    ),  # quantity
                    (
                        ISO_MOMENTS[row.time]
                        if row.time is not None
                        else ISO_MOMENTS[row.transact_time] if row.transact_time is not None else ts_init
                    ),  # ts_last
                    ts_init,
                    (("BITMEX-" + str(row.account)) if row.account is not None else None),  # account_id
                    (row.client_id or None),  # client_order_id
                    multiply(filled, factor),  # filled_qty
                    (finite(row.price) if row.price is not None else None),  # price
                    (
                        (average if row.average is not None else None)
                        if (
                            (average := finite(row.average) if row.average is not None else DECIMAL_0)
                            > DECIMAL_0
                        )
                        else None
                    ),  # avg_px
                    (finite(row.stop_price) if row.stop_price is not None else None),  # trigger_price
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
                        if (row.stop_price is not None or peg_type == "TrailingStopPeg")
                        else None
                    ),  # trigger_type
                    ("ParticipateDoNotInitiate" in instructions),  # post_only
                    ("ReduceOnly" in instructions or "Close" in instructions),  # reduce_only
                    (
                        (
                            (row.reject_reason or (row.note or "")).rpartition("\n")[0]
                            if "\n" in (row.reject_reason or (row.note or ""))
                            else row.reject_reason or (row.note or "")
                        )
                        if (
                            (status is ORDER_STATUS_REJECTED or status is ORDER_STATUS_CANCELED)
                            and (row.reject_reason or row.note)
                        )
                        else None
                    ),  # cancel_reason
                    (
                        ISO_MOMENTS[row.transact_time]
                        if row.transact_time is not None
                        else ISO_MOMENTS[row.time] if row.time is not None else ts_init
                    ),  # ts_accepted
                    (
                        multiply(finite(row.display_qty), factor) if row.display_qty is not None else None
                    ),  # display_qty
                    None,  # expire_time
                    (
                        (absolute(finite(row.peg_offset) if row.peg_offset is not None else DECIMAL_0))
                        if (peg_type == "TrailingStopPeg" and row.peg_offset is not None)
                        else None
                    ),  # trailing_offset
                    (
                        TRAILING_OFFSET_TYPE_PRICE
                        if peg_type == "TrailingStopPeg"
                        else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
                    ),  # trailing_offset_type
                    (
                        (row_id + "-" + (row.strategy or "").upper())
                        if ((row.strategy or "OneWay") != "OneWay")
                        else None
                    ),  # venue_position_id
                    (row.link_id or None),  # order_list_id
                    (
                        (
                            CONTINGENCY_MEANS.means.get(row.contingency)
                            or CONTINGENCY_MEANS.read(row.contingency, scope)
                        )
                        if row.contingency is not None
                        else CONTINGENCY_TYPE_NO_CONTINGENCY
                    ),  # contingency_type
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_fills(
    scope: Scope, message: ExecutionRow | list[ExecutionRow], ts_init: int, out: list[Event]
) -> None:
    """Fills of the account to FillReport."""
    for row in as_list(message):
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
            scope.bad_row("$", row, error)


def emit_new_order(scope: Scope, message: OrderRow, ts_init: int, out: list[Event]) -> None:
    """Send an order to no event."""
    order_type = (
        (ORD_TYPE_MEANS.means.get(message.order_type) or ORD_TYPE_MEANS.read(message.order_type, scope))
        if message.order_type is not None
        else (
            ("StopLimit" if message.price is not None else "Stop")
            if message.stop_price is not None
            else "Limit" if message.price is not None else "Market"
        )
    )
    peg_type = message.peg_type or ""
    status = ORD_STATUS_MEANS[message.status] if message.status is not None else ORDER_STATUS_ACCEPTED
    filled = finite(message.filled) if message.filled is not None else DECIMAL_0
    instrument_id = scope.ids[message.symbol]
    factor = scope.factor(instrument_id, "size_increment", counts_ones)
    instructions = message.instructions or ""
    if order_type == "Market":
        order_type_ = ORDER_TYPE_MARKET
    elif order_type == "MarketWithLeftOverAsLimit":
        order_type_ = ORDER_TYPE_MARKET_TO_LIMIT
    elif order_type in {"Limit", "other"} or (order_type == "Pegged" and peg_type != "TrailingStopPeg"):
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
        and (finite(message.price) if message.price is not None else DECIMAL_0) == DECIMAL_0
    ):
        order_type_ = ORDER_TYPE_TRAILING_STOP_MARKET
    elif (
        order_type == "Pegged"
        and peg_type == "TrailingStopPeg"
        and (finite(message.price) if message.price is not None else DECIMAL_0) != DECIMAL_0
    ):
        order_type_ = ORDER_TYPE_TRAILING_STOP_LIMIT
    else:
        order_type_ = ORDER_TYPE_TRAILING_STOP_LIMIT
    out.append(
        OrderStatusReport(
            instrument_id,
            message.order_id,  # venue_order_id
            (
                SIDE_MEANS[message.side] if message.side is not None else ORDER_SIDE_NO_ORDER_SIDE
            ),  # order_side
            order_type_,
            (
                (LIFE_MEANS.means.get(message.life) or LIFE_MEANS.read(message.life, scope))
                if message.life is not None
                else TIME_IN_FORCE_GTC
            ),  # time_in_force
            (
                ORDER_STATUS_REJECTED
                if status is ORDER_STATUS_CANCELED
                and filled == DECIMAL_0
                and "ParticipateDoNotInitiate" in (message.note or "")
                else (
                    status
                    if message.status is not None
                    else (
                        (ORDER_STATUS_FILLED if filled > DECIMAL_0 else ORDER_STATUS_CANCELED)
                        if (finite(message.leaves) if message.leaves is not None else DECIMAL_1) == DECIMAL_0
                        else (
                            ORDER_STATUS_CANCELED
                            if message.leaves is None
                            and not (message.working if message.working is not None else True)
                            else (
                                ORDER_STATUS_PARTIALLY_FILLED if filled > DECIMAL_0 else ORDER_STATUS_ACCEPTED
                            )
                        )
                    )
                )
            ),  # order_status
            multiply(
                (
                    finite(message.quantity)
                    if message.quantity is not None
                    else add(filled, finite(message.leaves) if message.leaves is not None else DECIMAL_0)
                ),
                factor,
            ),  # quantity
            (
                ISO_MOMENTS[message.time]
                if message.time is not None
                else ISO_MOMENTS[message.transact_time] if message.transact_time is not None else ts_init
            ),  # ts_last
            ts_init,
            (("BITMEX-" + str(message.account)) if message.account is not None else None),  # account_id
            (message.client_id or None),  # client_order_id
            multiply(filled, factor),  # filled_qty
            (finite(message.price) if message.price is not None else None),  # price
            (
                (average if message.average is not None else None)
                if (
                    (average := finite(message.average) if message.average is not None else DECIMAL_0)
                    > DECIMAL_0
                )
                else None
            ),  # avg_px
            (finite(message.stop_price) if message.stop_price is not None else None),  # trigger_price
            (
                (
                    TRIGGER_TYPE_MARK_PRICE
                    if "MarkPrice" in instructions
                    else (
                        TRIGGER_TYPE_INDEX_PRICE
                        if "IndexPrice" in instructions
                        else TRIGGER_TYPE_LAST_PRICE if "LastPrice" in instructions else TRIGGER_TYPE_DEFAULT
                    )
                )
                if (message.stop_price is not None or peg_type == "TrailingStopPeg")
                else None
            ),  # trigger_type
            ("ParticipateDoNotInitiate" in instructions),  # post_only
            ("ReduceOnly" in instructions or "Close" in instructions),  # reduce_only
            (
                (
                    (message.reject_reason or (message.note or "")).rpartition("\n")[0]
                    if "\n" in (message.reject_reason or (message.note or ""))
                    else message.reject_reason or (message.note or "")
                )
                if (
                    (status is ORDER_STATUS_REJECTED or status is ORDER_STATUS_CANCELED)
                    and (message.reject_reason or message.note)
                )
                else None
            ),  # cancel_reason
            (
                ISO_MOMENTS[message.transact_time]
                if message.transact_time is not None
                else ISO_MOMENTS[message.time] if message.time is not None else ts_init
            ),  # ts_accepted
            (
                multiply(finite(message.display_qty), factor) if message.display_qty is not None else None
            ),  # display_qty
            None,  # expire_time
            (
                (absolute(finite(message.peg_offset) if message.peg_offset is not None else DECIMAL_0))
                if (peg_type == "TrailingStopPeg" and message.peg_offset is not None)
                else None
            ),  # trailing_offset
            (
                TRAILING_OFFSET_TYPE_PRICE
                if peg_type == "TrailingStopPeg"
                else TRAILING_OFFSET_TYPE_NO_TRAILING_OFFSET
            ),  # trailing_offset_type
            (
                (instrument_id + "-" + (message.strategy or "").upper())
                if ((message.strategy or "OneWay") != "OneWay")
                else None
            ),  # venue_position_id
            (message.link_id or None),  # order_list_id
            (
                (
                    CONTINGENCY_MEANS.means.get(message.contingency)
                    or CONTINGENCY_MEANS.read(message.contingency, scope)
                )
                if message.contingency is not None
                else CONTINGENCY_TYPE_NO_CONTINGENCY
            ),  # contingency_type
        )
    )


def emit_cancel_all_after(
    scope: Scope, message: CancelAllAfterResponse, ts_init: int, out: list[Event]
) -> None:
    """Have all orders withdrawn unless this is called again in time to no event."""


emit_get_open_orders = emit_get_orders
emit_get_order = emit_get_orders
emit_amend_order = emit_new_order
emit_cancel_orders = emit_get_orders
emit_cancel_all = emit_get_orders
