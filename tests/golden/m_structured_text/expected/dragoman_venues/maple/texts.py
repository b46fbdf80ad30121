"""texts of the venue maple. Generated from specs/maple/texts.yaml; edit that and run `make generate`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from dragoman.model import (
    AccountBalance,
    AccountState,
    AccountType,
    AggressorSide,
    Bar,
    CryptoOption,
    CurrencyPair,
    OptionKind,
    OrderBookDeltas,
    OrderBookDepth10,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    PositionSide,
    PositionStatusReport,
    QuoteTick,
    TimeInForce,
    TradeTick,
)
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import add, decimals, parse_iso
from dragoman.translate.reads import as_list, finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from dragoman.translate.texts import day_ns, no_such_form
from msgspec import Struct, field

Right = Literal["P", "C"]
RIGHT_MEANS: dict[str, OptionKind] = {"P": OptionKind.PUT, "C": OptionKind.CALL}
Interval = Literal["1m", "1H", "1D"]
INTERVAL_MEANS: dict[str, str] = {"1m": "1-MINUTE", "1H": "1-HOUR", "1D": "1-DAY"}


class GetOptionsResponseRowsMade(NamedTuple):
    """The parts of a text written as {base}-{expiry:date(DDMMMYY)}-{strike:dec}-{right:Right}."""

    base: str
    expiry: int
    strike: Decimal
    right: OptionKind


_GET_OPTIONS_RESPONSE_ROWS_MADE = re.compile(
    "(?P<base>.+?)\\-(?P<expiry>\\d{2}[A-Za-z]{3}\\d{2})\\-(?P<strike>[+-]?\\d+(?:\\.\\d+)?)\\-(?P<right>P|C)",
    re.ASCII,
)


@lru_cache(maxsize=65_536)
def read_get_options_response_rows_made(text: str) -> GetOptionsResponseRowsMade:
    """The parts of a text; raises ValueError where it is written in another way."""
    found = _GET_OPTIONS_RESPONSE_ROWS_MADE.fullmatch(text)
    if found is None:
        raise no_such_form(text, "{base}-{expiry:date(DDMMMYY)}-{strike:dec}-{right:Right}")
    return GetOptionsResponseRowsMade(
        found["base"],
        day_ns(found["expiry"], "DDMMMYY"),
        Decimal(found["strike"]),
        RIGHT_MEANS[found["right"]],
    )


ACCOUNT_TYPE_CASH = AccountType.CASH
AGGRESSOR_SIDE_NO_AGGRESSOR = AggressorSide.NO_AGGRESSOR
DECIMAL_0_1 = Decimal("0.1")
DECIMAL_1 = Decimal("1")
ORDER_SIDE_BUY = OrderSide.BUY
ORDER_SIDE_SELL = OrderSide.SELL
ORDER_STATUS_ACCEPTED = OrderStatus.ACCEPTED
ORDER_TYPE_LIMIT = OrderType.LIMIT
POSITION_SIDE_LONG = PositionSide.LONG
TIME_IN_FORCE_GTC = TimeInForce.GTC


class FilterRow(Struct, frozen=True, kw_only=True, gc=False):
    """Part of PairRow. https://docs.maple.example/rest#pairs"""

    kind: str = field(name="filterType")
    tick: Decimal | None = None
    step: Decimal | None = None


class Candle(Struct, frozen=True, array_like=True, gc=False):
    """Part of Candles. https://docs.maple.example/stream#candles"""

    open_ms: str
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    volume: Decimal
    is_closed: str


class PairRow(Struct, frozen=True, kw_only=True, gc=False):
    """Part of the answer of get_pairs. https://docs.maple.example/rest#pairs"""

    symbol: str
    base: str
    quote: str
    flags: str
    filters: list[FilterRow]


class Quote(Struct, frozen=True, kw_only=True, gc=False):
    """Part of WholeBookData. https://docs.maple.example/options#book"""

    side: str
    price: Decimal
    size: Decimal


class Asset(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetAssetsResponse. https://docs.maple.example/rest#assets"""

    free: Decimal
    held: Decimal


class GetOptionsResponseRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetOptionsResponse."""

    symbol: str


class GetOptionsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_options: Options, described by their symbols. https://docs.maple.example/rest#options"""

    rows: list[GetOptionsResponseRows] = field(name="list")


class GetLastResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_last: The last price, in a body that names no symbol. https://docs.maple.example/rest#last"""

    price: Decimal
    size: Decimal
    time_ms: int = field(name="at")


class GetAssetsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_assets: Assets by their names. https://docs.maple.example/rest#assets"""

    assets: dict[str, Asset]


class CandlesArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Candles."""

    channel: str
    symbol: str = field(name="instId")


class Candles(Struct, frozen=True, kw_only=True, gc=False):
    """A message of candles: Bars, whose interval is in the name of the channel. https://docs.maple.example/stream#candles"""

    arg: CandlesArg
    rows: list[Candle] = field(name="data")


class OrdersMeta(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Orders, OrdersText."""

    kind: str


class OrdersData(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Orders."""

    symbol: str
    order_id: str = field(name="id")
    side: str
    instructions: str
    quantity: Decimal = field(name="qty")
    time: str = field(name="at")


class Orders(Struct, frozen=True, kw_only=True, gc=False):
    """A message of orders: Orders with instructions joined by commas. https://docs.maple.example/options#orders"""

    meta: OrdersMeta
    data: OrdersData


class OrdersDataText(Struct, frozen=True, kw_only=True, gc=False):
    """OrdersData, its decimals still text."""

    symbol: str
    order_id: str = field(name="id")
    side: str
    instructions: str
    quantity: str = field(name="qty")
    time: str = field(name="at")


class OrdersText(Struct, frozen=True, kw_only=True, gc=False):
    """Orders, its decimals still text."""

    meta: OrdersMeta
    data: OrdersDataText


class WholeBookMeta(Struct, frozen=True, kw_only=True, gc=False):
    """Part of WholeBook."""

    kind: str


class WholeBookData(Struct, frozen=True, kw_only=True, gc=False):
    """Part of WholeBook."""

    symbol: str
    levels: list[Quote] | None = None
    best: list[list[Quote]]


class WholeBook(Struct, frozen=True, kw_only=True, gc=False):
    """A message of whole_book: A book in one list, told by two keys. https://docs.maple.example/options#book"""

    meta: WholeBookMeta
    state: Literal["whole"]
    data: WholeBookData


class BestMeta(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Best."""

    kind: str


class BestData(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Best."""

    symbol: str
    bid: Decimal
    ask: Decimal


class Best(Struct, frozen=True, kw_only=True, gc=False):
    """A message of best: The best of a book, told by two keys. https://docs.maple.example/options#best"""

    meta: BestMeta
    state: Literal["best"]
    data: BestData


def emit_get_pairs(scope: Scope, message: PairRow | list[PairRow], ts_init: int, out: list[Event]) -> None:
    """Pairs with their filters in a tagged list to CurrencyPair."""
    for row in as_list(message):
        try:
            row_key = row.symbol
            tick = next(
                (
                    finite(item.tick) if item.tick is not None else DECIMAL_1
                    for item in row.filters
                    if item.kind == "PRICE"
                ),
                DECIMAL_1,
            )
            step = next(
                (
                    finite(item.step) if item.step is not None else DECIMAL_1
                    for item in row.filters
                    if item.kind == "LOT"
                ),
                DECIMAL_1,
            )
            out.append(
                CurrencyPair(
                    instrument_id=scope.ids.define(row_key),
                    raw_symbol=scope.raw_symbol(row_key),
                    price_precision=decimals(tick),
                    price_increment=tick,
                    size_precision=decimals(step),
                    size_increment=step,
                    is_active="TRADE" in row.flags.split(","),
                    ts_event=ts_init,
                    ts_init=ts_init,
                    quote_currency=row.quote,
                    base_currency=row.base,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_options(scope: Scope, message: GetOptionsResponse, ts_init: int, out: list[Event]) -> None:
    """Options, described by their symbols to CryptoOption."""
    for row in message.rows:
        try:
            row_key = row.symbol
            out.append(
                CryptoOption(
                    instrument_id=scope.ids.define(row_key),
                    raw_symbol=scope.raw_symbol(row_key),
                    price_precision=1,
                    price_increment=DECIMAL_0_1,
                    ts_event=ts_init,
                    ts_init=ts_init,
                    quote_currency="USD",
                    settlement_currency="USD",
                    underlying=read_get_options_response_rows_made(row_key).base,
                    option_kind=read_get_options_response_rows_made(row_key).right,
                    strike_price=read_get_options_response_rows_made(row_key).strike,
                    expiration_ns=read_get_options_response_rows_made(row_key).expiry
                    + 28_800 * 1_000_000_000,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.list", row, error)


def emit_get_last(scope: Scope, message: GetLastResponse, ts_init: int, out: list[Event]) -> None:
    """The last price, in a body that names no symbol to TradeTick."""
    out.append(
        TradeTick(
            scope.request_id("symbol"),
            finite(message.price),
            finite(message.size),
            AGGRESSOR_SIDE_NO_AGGRESSOR,
            "",
            message.time_ms * 1_000_000,
            ts_init,
        )
    )


def emit_get_assets(scope: Scope, message: GetAssetsResponse, ts_init: int, out: list[Event]) -> None:
    """Assets by their names to AccountState, PositionStatusReport."""
    out.append(
        AccountState(
            account_id=scope.account_id,
            account_type=ACCOUNT_TYPE_CASH,
            balances=tuple(
                AccountBalance(
                    currency=each[0],
                    total=add(finite(each[1].free), finite(each[1].held)),
                    locked=finite(each[1].held),
                    free=finite(each[1].free),
                )
                for each in message.assets.items()
            ),
            ts_event=ts_init,
            ts_init=ts_init,
        )
    )
    for asset in message.assets.items():
        try:
            if asset[0] == "USD":
                continue
            out.append(
                PositionStatusReport(
                    scope.ids[asset[0] + "USD"],
                    POSITION_SIDE_LONG,
                    finite(asset[1].free),
                    ts_init,
                    ts_init,
                    scope.account_id,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.assets", asset, error)


def emit_candles(scope: Scope, message: Candles, ts_init: int, out: list[Event]) -> None:
    """Bars, whose interval is in the name of the channel to Bar."""
    for row in message.rows:
        try:
            if row.is_closed != "1":
                continue
            out.append(
                Bar(
                    scope.bar_type(scope.ids[message.arg.symbol], INTERVAL_MEANS[scope.topic["interval"]]),
                    finite(row.open),
                    finite(row.high),
                    finite(row.low),
                    finite(row.close),
                    finite(row.volume),
                    integer(row.open_ms) * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_orders(scope: Scope, message: OrdersText, ts_init: int, out: list[Event]) -> None:
    """Orders with instructions joined by commas to OrderStatusReport."""
    out.append(
        OrderStatusReport(
            scope.ids[message.data.symbol],  # instrument_id
            message.data.order_id,  # venue_order_id
            (ORDER_SIDE_BUY if message.data.side == "b" else ORDER_SIDE_SELL),  # order_side
            ORDER_TYPE_LIMIT,  # order_type
            TIME_IN_FORCE_GTC,  # time_in_force
            ORDER_STATUS_ACCEPTED,  # order_status
            DECIMALS[message.data.quantity],  # quantity
            parse_iso(message.data.time),  # ts_last
            ts_init,
            scope.account_id,
            post_only="PostOnly" in (message.data.instructions or "").split(","),
            reduce_only="ReduceOnly" in (message.data.instructions or "").split(","),
        )
    )


def emit_whole_book(scope: Scope, message: WholeBook, ts_init: int, out: list[Event]) -> None:
    """A book in one list, told by two keys to OrderBookDeltas, OrderBookDepth10."""
    instrument_id = scope.ids[message.data.symbol]
    out.append(
        OrderBookDeltas(
            instrument_id,
            [
                (finite(level.price), finite(level.size))
                for level in (message.data.levels or ())
                if level.side == "bid"
            ],
            [
                (finite(level.price), finite(level.size))
                for level in (message.data.levels or ())
                if level.side == "ask"
            ],
            True,
            0,
            0,
            ts_init,
            ts_init,
        )
    )
    out.append(
        OrderBookDepth10(
            instrument_id,
            [
                (finite(level.price), finite(level.size))
                for level in (message.data.best[0] if message.data.best else None or ())
            ],
            [
                (finite(level.price), finite(level.size))
                for level in (message.data.best[1] if len(message.data.best) >= 2 else None or ())
            ],
            (),
            (),
            0,
            0,
            ts_init,
            ts_init,
        )
    )


def emit_best(scope: Scope, message: Best, ts_init: int, out: list[Event]) -> None:
    """The best of a book, told by two keys to QuoteTick."""
    out.append(
        QuoteTick(
            scope.ids[message.data.symbol],
            finite(message.data.bid),
            finite(message.data.ask),
            DECIMAL_1,
            DECIMAL_1,
            ts_init,
            ts_init,
        )
    )
