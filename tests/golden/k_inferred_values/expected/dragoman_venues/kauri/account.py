"""account of the venue kauri. Generated from specs/kauri/account.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.machines import ABSENT, Merge
from dragoman.model import (
    AccountBalance,
    AccountState,
    AccountType,
    FillReport,
    FundingRateUpdate,
    IndexPriceUpdate,
    MarkPriceUpdate,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    QuoteTick,
    TimeInForce,
)
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import add, subtract
from dragoman.translate.reads import ISO_MOMENTS, between, finite, integer, is_absent, number, positive
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Raw, Struct, field

Side = Literal["Buy", "Sell"]
SIDE_MEANS: dict[str, OrderSide] = {"Buy": OrderSide.BUY, "Sell": OrderSide.SELL}
State = Literal["New", "Filled", "Canceled"]
STATE_MEANS: dict[str, OrderStatus] = {
    "New": OrderStatus.ACCEPTED,
    "Filled": OrderStatus.FILLED,
    "Canceled": OrderStatus.CANCELED,
}
Type = Literal["Limit", "Market"]
TYPE_MEANS: dict[str, OrderType] = {"Limit": OrderType.LIMIT, "Market": OrderType.MARKET}

ACCOUNT_TYPE_MARGIN = AccountType.MARGIN
DECIMAL_0 = Decimal("0")
DECIMAL_1 = Decimal("1")
DECIMAL_1000 = Decimal("1000")
ORDER_STATUS_ACCEPTED = OrderStatus.ACCEPTED
ORDER_STATUS_PARTIALLY_FILLED = OrderStatus.PARTIALLY_FILLED
TIME_IN_FORCE_GTC = TimeInForce.GTC


class Wallet(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Wallets. https://docs.kauri.example/stream#wallets"""

    coin: str
    wallet: str | None = None
    margin: str | None = None
    available: Decimal | None = None


class Wallets(Struct, frozen=True, kw_only=True, tag_field="kind", tag="wallets", gc=False):
    """A message of wallets: Balances, by whatever the account type says. https://docs.kauri.example/stream#wallets"""

    time_ms: int = field(name="at")
    rows: list[Wallet]


class Quote(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quote", gc=False):
    """A message of quote: A quote whose time may be said in several places. https://docs.kauri.example/stream#quote"""

    symbol: str = field(name="s")
    bid: Decimal = field(name="b")
    ask: Decimal = field(name="a")
    matched_time: int | None = field(name="matched", default=None)
    sent_ms: int | None = field(name="sent", default=None)


class Marks(Struct, frozen=True, kw_only=True, tag_field="kind", tag="marks", gc=False):
    """A message of marks: Numbers whose place a text may hold, and integers in text that may be missing. https://docs.kauri.example/stream#marks"""

    symbol: str = field(name="s")
    mark: Raw
    index_price: Raw = field(name="index", default=Raw(b"null"))
    bid: Raw
    seen_s: int | str | None = field(name="seen", default=None)
    rate: Decimal | None = None


class OrdersRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Orders."""

    order_id: str = field(name="orderID")
    symbol: str
    side: Side | None = None
    order_type: Type | None = field(name="ordType", default=None)
    state: State | None = field(name="ordStatus", default=None)
    quantity: Decimal | None = field(name="orderQty", default=None)
    filled: Decimal | None = field(name="cumQty", default=None)
    price: Decimal | None = ABSENT
    time: str = field(name="timestamp")


class Orders(Struct, frozen=True, kw_only=True, tag_field="kind", tag="orders", gc=False):
    """A message of orders: Order rows that say only what changed. https://docs.kauri.example/stream#orders"""

    rows: list[OrdersRows]


def emit_wallets(scope: Scope, message: Wallets, ts_init: int, out: list[Event]) -> None:
    """Balances, by whatever the account type says to AccountState."""
    out.append(
        AccountState(
            account_id=scope.account_id,
            account_type=ACCOUNT_TYPE_MARGIN,
            balances=tuple(
                AccountBalance(
                    currency=each.coin,
                    total=(
                        DECIMALS[each.wallet]
                        if each.wallet
                        else (
                            DECIMALS[each.margin]
                            if each.margin
                            else finite(each.available) if each.available is not None else DECIMAL_0
                        )
                    ),
                    locked=max(
                        subtract(
                            (
                                DECIMALS[each.wallet]
                                if each.wallet
                                else (
                                    DECIMALS[each.margin]
                                    if each.margin
                                    else finite(each.available) if each.available is not None else DECIMAL_0
                                )
                            ),
                            (
                                finite(each.available)
                                if each.available is not None
                                else DECIMALS[each.wallet] if each.wallet else DECIMAL_0
                            ),
                        ),
                        DECIMAL_0,
                    ),
                    free=min(
                        (
                            finite(each.available)
                            if each.available is not None
                            else DECIMALS[each.wallet] if each.wallet else DECIMAL_0
                        ),
                        (
                            DECIMALS[each.wallet]
                            if each.wallet
                            else (
                                DECIMALS[each.margin]
                                if each.margin
                                else finite(each.available) if each.available is not None else DECIMAL_0
                            )
                        ),
                    ),
                )
                for each in message.rows
                if (
                    DECIMALS[each.wallet]
                    if each.wallet
                    else (
                        DECIMALS[each.margin]
                        if each.margin
                        else finite(each.available) if each.available is not None else None
                    )
                )
                is not None
            ),
            ts_event=message.time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_quote(scope: Scope, message: Quote, ts_init: int, out: list[Event]) -> None:
    """A quote whose time may be said in several places to QuoteTick."""
    out.append(
        QuoteTick(
            scope.ids[message.symbol],
            finite(message.bid),
            finite(message.ask),
            DECIMAL_1,
            DECIMAL_1,
            (
                message.matched_time * 1_000
                if message.matched_time is not None
                else message.sent_ms * 1_000_000 if message.sent_ms is not None else ts_init
            ),
            ts_init,
        )
    )


def emit_marks(scope: Scope, message: Marks, ts_init: int, out: list[Event]) -> None:
    """Numbers whose place a text may hold, and integers in text that may be missing to MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate."""
    if not is_absent(message.mark, "-", ""):
        out.append(
            MarkPriceUpdate(
                scope.ids[message.symbol],
                positive(number(message.mark)),
                (integer(message.seen_s) if message.seen_s is not None and message.seen_s != "" else 0)
                * 1_000_000_000,
                ts_init,
            )
        )
    if not is_absent(message.index_price, ""):
        out.append(
            IndexPriceUpdate(
                scope.ids[message.symbol],
                add(
                    number(message.index_price),
                    (
                        between(number(message.bid), DECIMAL_1, DECIMAL_1000)
                        if not is_absent(message.bid, "")
                        else DECIMAL_0
                    ),
                ),
                ts_init,
                ts_init,
            )
        )
    if message.rate is not None:
        out.append(FundingRateUpdate(scope.ids[message.symbol], finite(message.rate), ts_init, ts_init))


def emit_orders(scope: Scope, message: Orders, ts_init: int, out: list[Event]) -> None:
    """Order rows that say only what changed to FillReport, OrderStatusReport."""
    merge: Merge[OrdersRows] = scope.machines["orders"]
    for row in message.rows:
        try:
            key = row.order_id
            merged = merge.update(key, row)
            if merged is None:
                continue
            record = merged.record
            row_id = scope.ids[row.symbol]
            if (
                record.side is not None
                and record.filled is not None
                and record.price is not None
                and (
                    (filled_2 := finite(record.filled))
                    > (
                        previous := (
                            finite(merged.previous.filled)
                            if merged.previous is not None and merged.previous.filled is not None
                            else DECIMAL_0
                        )
                    )
                )
            ):
                filled = filled_2
                out.append(
                    FillReport(
                        row_id,
                        record.order_id,
                        record.order_id + "-" + format(filled, "zf"),
                        SIDE_MEANS[record.side],
                        subtract(filled, previous),
                        finite(record.price),
                        ISO_MOMENTS[record.time],
                        ts_init,
                        scope.account_id,
                    )
                )
            if record.side is not None and record.order_type is not None and record.quantity is not None:
                filled_ = finite(record.filled) if record.filled is not None else DECIMAL_0
                quantity = finite(record.quantity)
                merge.put_new(
                    key,
                    "OrderStatusReport",
                    OrderStatusReport(
                        row_id,  # instrument_id
                        record.order_id,  # venue_order_id
                        SIDE_MEANS[record.side],  # order_side
                        TYPE_MEANS[record.order_type],  # order_type
                        TIME_IN_FORCE_GTC,  # time_in_force
                        (
                            ORDER_STATUS_PARTIALLY_FILLED
                            if filled_ > DECIMAL_0
                            and filled_ < quantity
                            and (
                                STATE_MEANS[record.state]
                                if record.state is not None
                                else ORDER_STATUS_ACCEPTED
                            )
                            is ORDER_STATUS_ACCEPTED
                            else (
                                STATE_MEANS[record.state]
                                if record.state is not None
                                else ORDER_STATUS_ACCEPTED
                            )
                        ),  # order_status
                        quantity,
                        ISO_MOMENTS[record.time],  # ts_last
                        ts_init,
                        scope.account_id,
                        None,  # client_order_id
                        filled_,  # filled_qty
                        (finite(record.price) if record.price is not None else None),  # price
                    ),
                    out,
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.rows", row, error)
