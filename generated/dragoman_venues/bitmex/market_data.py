"""market_data of the venue bitmex. Generated from specs/bitmex/market_data.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.machines import Merge
from dragoman.model import (
    AggressorSide,
    BookAction,
    FundingRateUpdate,
    InstrumentClose,
    InstrumentCloseType,
    InstrumentId,
    OrderBookDelta,
    OrderBookDeltas,
    OrderBookDepth10,
    OrderSide,
    QuoteTick,
    TradeTick,
)
from dragoman.translate.facts import Event
from dragoman.translate.functions import big_endian, fnv1a64, iso, multiply, parse_iso
from dragoman.translate.lookups import Lookups
from dragoman.translate.reads import OpenEnum, as_list, finite, not_negative
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Action = Literal["partial", "insert", "update", "delete"]
Side = Literal["Buy", "Sell", ""]
SIDE_MEANS: dict[str, OrderSide] = {"Buy": OrderSide.BUY, "Sell": OrderSide.SELL, "": OrderSide.NO_ORDER_SIDE}
TAKER_MEANS: OpenEnum[AggressorSide] = OpenEnum(
    "Taker",
    {"Buy": AggressorSide.BUYER, "Sell": AggressorSide.SELLER, "": AggressorSide.NO_AGGRESSOR},
    AggressorSide.NO_AGGRESSOR,
)

AGGRESSOR_SIDE_NO_AGGRESSOR = AggressorSide.NO_AGGRESSOR
BOOK_ACTION_ADD = BookAction.ADD
BOOK_ACTION_DELETE = BookAction.DELETE
BOOK_ACTION_UPDATE = BookAction.UPDATE
DECIMAL_0 = Decimal("0")
INSTRUMENT_CLOSE_TYPE_CONTRACT_EXPIRED = InstrumentCloseType.CONTRACT_EXPIRED
ORDER_SIDE_BUY = OrderSide.BUY
ORDER_SIDE_SELL = OrderSide.SELL


def counts_ones(symbol: str) -> bool:
    """Whether a size in units of this symbol is one in its currency, where no instrument says otherwise."""
    return "_" not in symbol


class TradeRow(Struct, frozen=True, kw_only=True, gc=False):
    """One trade. https://www.bitmex.com/api/explorer/#!/Trade/Trade_get"""

    time: str = field(name="timestamp")
    symbol: str
    side: str | None = None
    size: Decimal
    price: Decimal
    match_id: str | None = field(name="trdMatchID", default=None)
    trade_type: str | None = field(name="trdType", default=None)


class BookRow(Struct, frozen=True, kw_only=True, gc=False):
    """One level of a book. https://www.bitmex.com/api/explorer/#!/OrderBook/OrderBook_getL2"""

    symbol: str
    id: int
    side: Side
    size: Decimal
    price: Decimal
    time: str | None = field(name="timestamp", default=None)


class LevelChange(Struct, frozen=True, kw_only=True, gc=False):
    """A change of one level. https://www.bitmex.com/app/wsAPI"""

    symbol: str
    id: int
    side: Side | None = None
    size: Decimal | None = None
    price: Decimal | None = None
    time: str | None = field(name="timestamp", default=None)


class Level(Struct, frozen=True, array_like=True, gc=False):
    """Part of TenLevelsRow. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    price: Decimal
    size: Decimal


class QuoteRow(Struct, frozen=True, kw_only=True, gc=False):
    """Best bid and offer. https://www.bitmex.com/app/wsAPI"""

    time: str = field(name="timestamp")
    symbol: str
    bid_price: Decimal | None = field(name="bidPrice", default=None)
    bid_size: Decimal | None = field(name="bidSize", default=None)
    ask_price: Decimal | None = field(name="askPrice", default=None)
    ask_size: Decimal | None = field(name="askSize", default=None)


class FundingRow(Struct, frozen=True, kw_only=True, gc=False):
    """Funding that was paid. https://www.bitmex.com/api/explorer/#!/Funding/Funding_get"""

    time: str = field(name="timestamp")
    symbol: str
    interval: str | None = field(name="fundingInterval", default=None)
    rate: Decimal = field(name="fundingRate")
    daily_rate: Decimal | None = field(name="fundingRateDaily", default=None)


class SettlementRow(Struct, frozen=True, kw_only=True, gc=False):
    """What a contract was settled at. https://www.bitmex.com/api/explorer/#!/Settlement/Settlement_get"""

    time: str = field(name="timestamp")
    symbol: str
    kind: str | None = field(name="settlementType", default=None)
    settled_price: Decimal | None = field(name="settledPrice", default=None)


class LiquidationRow(Struct, frozen=True, kw_only=True, gc=False):
    """An order by which a position is liquidated; changes of it hold only what is new. https://www.bitmex.com/api/explorer/#!/Liquidation/Liquidation_get"""

    order_id: str = field(name="orderID")
    symbol: str
    side: Side | None = None
    price: Decimal | None = None
    leaves: Decimal | None = field(name="leavesQty", default=None)


class TenLevelsRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of ten_levels: The ten best levels at every change. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    symbol: str
    time: str = field(name="timestamp")
    bids: list[tuple[Decimal, Decimal]]
    asks: list[tuple[Decimal, Decimal]]


class GetServerTimeResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_server_time: Name, version and time of the interface. https://www.bitmex.com/api/v1"""

    name: str
    version: str
    time_ms: int = field(name="timestamp")


class Trade(Struct, frozen=True, kw_only=True, tag_field="table", tag="trade", gc=False):
    """A message of trade: Trades. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    action: Action
    rows: list[TradeRow] = field(name="data")


class Quote(Struct, frozen=True, kw_only=True, tag_field="table", tag="quote", gc=False):
    """A message of quote: Best bid and offer. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    action: Action
    rows: list[QuoteRow] = field(name="data")


class Book(Struct, frozen=True, kw_only=True, tag_field="table", tag="orderBookL2", gc=False):
    """A message of book: Changes of the whole order book, by level. https://www.bitmex.com/app/wsAPI#OrderBookL2"""

    action: Action
    rows: list[LevelChange] = field(name="data")


class TenLevels(Struct, frozen=True, kw_only=True, tag_field="table", tag="orderBook10", gc=False):
    """A message of ten_levels: The ten best levels at every change. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    action: Action
    rows: list[TenLevelsRow] = field(name="data")


class Book25(Struct, frozen=True, kw_only=True, tag_field="table", tag="orderBookL2_25", gc=False):
    """A message of book_25: Changes of the best 25 levels, published now and then. https://www.bitmex.com/app/wsAPI#OrderBookL2"""

    action: Action
    rows: list[LevelChange] = field(name="data")


class Funding(Struct, frozen=True, kw_only=True, tag_field="table", tag="funding", gc=False):
    """A message of funding: Funding when it is paid. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    action: Action
    rows: list[FundingRow] = field(name="data")


class Settlement(Struct, frozen=True, kw_only=True, tag_field="table", tag="settlement", gc=False):
    """A message of settlement: What contracts are settled at. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    action: Action
    rows: list[SettlementRow] = field(name="data")


class Liquidation(Struct, frozen=True, kw_only=True, tag_field="table", tag="liquidation", gc=False):
    """A message of liquidation: Orders by which positions are liquidated. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    action: Action
    rows: list[LiquidationRow] = field(name="data")


class BitmexLiquidation(Struct, frozen=True, kw_only=True):
    """An order of the venue by which a position is liquidated, and what of it is left. https://www.bitmex.com/app/wsAPI#Subscriptions"""

    instrument_id: InstrumentId
    order_id: str
    order_side: OrderSide
    price: Decimal | None
    leaves_qty: Decimal
    ts_event: int
    ts_init: int


def emit_get_server_time(
    scope: Scope, message: GetServerTimeResponse, ts_init: int, out: list[Event]
) -> None:
    """Name, version and time of the interface to no event."""


def emit_get_trades_row(scope: Scope, row: TradeRow, ts_init: int, out: list[Event]) -> None:
    """One row of get_trades, trade."""
    row_id = scope.ids[row.symbol]
    price = finite(row.price)
    if not (price > DECIMAL_0 or "-" in row.symbol):
        raise ValueError("price > 0 or contains(symbol, '-') does not hold")
    size = not_negative(row.size)
    side = TAKER_MEANS.read(row.side, scope) if row.side is not None else AGGRESSOR_SIDE_NO_AGGRESSOR
    time = parse_iso(row.time)
    out.append(
        TradeTick(
            row_id,
            price,
            multiply(size, scope.factor(row_id, "size_increment", counts_ones)),
            side,
            (
                row.match_id
                if row.match_id is not None
                else big_endian(
                    fnv1a64(
                        "|".join(
                            [row.symbol, iso(time, 9), format(price, "zf"), format(size, "zf"), side.name]
                        )
                    ),
                    9,
                ).hex()[2:]
            ),
            time,
            ts_init,
        )
    )


def emit_get_trades(scope: Scope, message: TradeRow | list[TradeRow], ts_init: int, out: list[Event]) -> None:
    """Trades to TradeTick."""
    for row in as_list(message):
        try:
            emit_get_trades_row(scope, row, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_quotes(scope: Scope, message: QuoteRow | list[QuoteRow], ts_init: int, out: list[Event]) -> None:
    """Best bids and offers of the past to QuoteTick."""
    for row in as_list(message):
        try:
            if not (
                row.bid_price is not None
                and row.bid_size is not None
                and row.ask_price is not None
                and row.ask_size is not None
            ):
                continue
            row_id = scope.ids[row.symbol]
            factor = scope.factor(row_id, "size_increment", counts_ones)
            out.append(
                QuoteTick(
                    row_id,
                    finite(row.bid_price),
                    finite(row.ask_price),
                    multiply(not_negative(row.bid_size), factor),
                    multiply(not_negative(row.ask_size), factor),
                    parse_iso(row.time),
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_order_book(scope: Scope, message: list[BookRow], ts_init: int, out: list[Event]) -> None:
    """Order book to OrderBookDeltas."""
    if not (all(finite(item.price) > DECIMAL_0 or "-" in item.symbol for item in message)):
        raise ValueError("all(rows, price > 0 or contains(symbol, '-')) does not hold")
    out.append(
        OrderBookDeltas(
            scope.request_id("symbol"),
            [
                (finite(level.price), multiply(not_negative(level.size), factor))
                for factor in (scope.factor(scope.request_id("symbol"), "size_increment", counts_ones),)
                for level in message
                if SIDE_MEANS[level.side] is ORDER_SIDE_BUY
            ],
            [
                (finite(level.price), multiply(not_negative(level.size), factor))
                for factor in (scope.factor(scope.request_id("symbol"), "size_increment", counts_ones),)
                for level in message
                if SIDE_MEANS[level.side] is ORDER_SIDE_SELL
            ],
            True,
            0,
            0,
            ts_init,
            ts_init,
        )
    )


def emit_get_funding(
    scope: Scope, message: FundingRow | list[FundingRow], ts_init: int, out: list[Event]
) -> None:
    """Funding that was paid to FundingRateUpdate."""
    for row in as_list(message):
        try:
            time = parse_iso(row.time)
            out.append(
                FundingRateUpdate(
                    scope.ids[row.symbol],
                    finite(row.rate),
                    time,
                    ts_init,
                    (
                        ((parse_iso(row.interval) - parse_iso("2000-01-01T00:00:00Z")) // 1_000_000_000 // 60)
                        if row.interval is not None
                        else None
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_trade(scope: Scope, message: Trade, ts_init: int, out: list[Event]) -> None:
    """Trades to TradeTick."""
    for row in message.rows:
        try:
            emit_get_trades_row(scope, row, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_quote(scope: Scope, message: Quote, ts_init: int, out: list[Event]) -> None:
    """Best bid and offer to QuoteTick."""
    merge: Merge[QuoteRow] = scope.machines["quote"]
    for row in message.rows:
        try:
            key = row.symbol
            merged = merge.update(key, row)
            if merged is None:
                continue
            record = merged.record
            row_id = scope.ids[row.symbol]
            if (
                record.bid_price is not None
                and record.bid_size is not None
                and record.ask_price is not None
                and record.ask_size is not None
                and merged.any_present(("bid_price", "bid_size", "ask_price", "ask_size"))
            ):
                factor = scope.factor(row_id, "size_increment", counts_ones)
                out.append(
                    QuoteTick(
                        row_id,
                        finite(record.bid_price),
                        finite(record.ask_price),
                        multiply(not_negative(record.bid_size), factor),
                        multiply(not_negative(record.ask_size), factor),
                        parse_iso(record.time),
                        ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_book_into(
    scope: Scope, message: Book | Book25, ts_init: int, out: list[Event], machine: str
) -> None:
    """What book, book_25 have in common."""
    lookup: Lookups = scope.machines[machine]
    lookup.begin(message.action == "partial")
    for row in message.rows:
        try:
            instrument_id = scope.ids[row.symbol]
            kept = lookup.fill(
                instrument_id,
                row.id,
                (row.price, row.side),
                stores=message.action != "delete" and row.price is not None and row.side is not None,
                drops=message.action == "delete",
                now_ns=ts_init,
                out=out,
            )
            if kept is None:
                continue
            row_id = instrument_id
            if not (finite(kept[0]) > DECIMAL_0 or "-" in row.symbol):
                raise ValueError("price > 0 or contains(symbol, '-') does not hold")
            lookup.add(
                OrderBookDelta(
                    row_id,  # instrument_id
                    (
                        BOOK_ACTION_DELETE
                        if message.action == "delete"
                        else BOOK_ACTION_UPDATE if message.action == "update" else BOOK_ACTION_ADD
                    ),  # action
                    SIDE_MEANS[kept[1]],  # side
                    finite(kept[0]),  # price
                    multiply(
                        not_negative(row.size) if row.size is not None else DECIMAL_0,
                        scope.factor(row_id, "size_increment", counts_ones),
                    ),  # size
                    row.id,  # order_id
                    0,  # flags
                    0,  # sequence
                    (parse_iso(row.time) if row.time is not None else ts_init),  # ts_event
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
    lookup.end(out)


def emit_book(scope: Scope, message: Book, ts_init: int, out: list[Event]) -> None:
    """Changes of the whole order book, by level to OrderBookDeltas."""
    emit_book_into(scope, message, ts_init, out, "book")


def emit_ten_levels(scope: Scope, message: TenLevels, ts_init: int, out: list[Event]) -> None:
    """The ten best levels at every change to OrderBookDepth10."""
    for row in message.rows:
        try:
            row_id = scope.ids[row.symbol]
            if not (
                "-" in row.symbol
                or (
                    all(finite(item[0]) > DECIMAL_0 for item in row.bids)
                    and all(finite(item_2[0]) > DECIMAL_0 for item_2 in row.asks)
                )
            ):
                raise ValueError(
                    "contains(symbol, '-') or (all(bids, price > 0) and all(asks, price > 0)) does not hold"
                )
            factor_ = scope.factor(row_id, "size_increment", counts_ones)
            out.append(
                OrderBookDepth10(
                    row_id,
                    [
                        (finite(level[0]), multiply(not_negative(level[1]), factor))
                        for factor in (factor_,)
                        for level in row.bids
                    ],
                    [
                        (finite(level[0]), multiply(not_negative(level[1]), factor))
                        for factor in (factor_,)
                        for level in row.asks
                    ],
                    (),
                    (),
                    0,
                    0,
                    parse_iso(row.time),
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_book_25(scope: Scope, message: Book25, ts_init: int, out: list[Event]) -> None:
    """Changes of the best 25 levels, published now and then to OrderBookDeltas."""
    emit_book_into(scope, message, ts_init, out, "book_25")


def emit_funding(scope: Scope, message: Funding, ts_init: int, out: list[Event]) -> None:
    """Funding when it is paid to FundingRateUpdate."""
    for row in message.rows:
        try:
            time = parse_iso(row.time)
            out.append(
                FundingRateUpdate(
                    scope.ids[row.symbol],
                    finite(row.rate),
                    time,
                    ts_init,
                    (
                        ((parse_iso(row.interval) - parse_iso("2000-01-01T00:00:00Z")) // 1_000_000_000 // 60)
                        if row.interval is not None
                        else None
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_settlement(scope: Scope, message: Settlement, ts_init: int, out: list[Event]) -> None:
    """What contracts are settled at to InstrumentClose."""
    for row in message.rows:
        try:
            if row.settled_price is not None:
                out.append(
                    InstrumentClose(
                        scope.ids[row.symbol],
                        finite(row.settled_price),
                        INSTRUMENT_CLOSE_TYPE_CONTRACT_EXPIRED,
                        parse_iso(row.time),
                        ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_liquidation(scope: Scope, message: Liquidation, ts_init: int, out: list[Event]) -> None:
    """Orders by which positions are liquidated to BitmexLiquidation."""
    merge: Merge[LiquidationRow] = scope.machines["liquidation"]
    for row in message.rows:
        try:
            key = row.order_id
            record = merge.record(key, row)
            if record is None:
                continue
            row_id = scope.ids[row.symbol]
            if record.side is not None and message.action != "delete":
                out.append(
                    BitmexLiquidation(
                        instrument_id=row_id,
                        order_id=record.order_id,
                        order_side=SIDE_MEANS[record.side],
                        price=finite(record.price) if record.price is not None else None,
                        leaves_qty=multiply(
                            finite(record.leaves) if record.leaves is not None else DECIMAL_0,
                            scope.factor(row_id, "size_increment", counts_ones),
                        ),
                        ts_event=ts_init,
                        ts_init=ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
