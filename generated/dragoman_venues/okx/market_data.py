"""market_data of the venue okx. Generated from specs/okx/market_data.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import (
    AggressorSide,
    InstrumentId,
    OrderBookDeltas,
    OrderBookDepth10,
    QuoteTick,
    TradeTick,
)
from dragoman.model.book import LevelForm
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.reads import integer, not_negative, positive
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Side = Literal["buy", "sell"]
SIDE_MEANS: dict[str, AggressorSide] = {"buy": AggressorSide.BUYER, "sell": AggressorSide.SELLER}
BookMessage = Literal["snapshot", "update"]

DECIMAL_0 = Decimal("0")
LEVELS_OF_4_ABOVE_ZERO = LevelForm(positive=True, items=4)


class Level(Struct, frozen=True, array_like=True, gc=False):
    """Part of BookRow, BookImageRow. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-order-book"""

    price: Decimal
    size: Decimal
    skipped_2: str
    orders: str


class Best(Struct, frozen=True, array_like=True, gc=False):
    """The best level of a side. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel"""

    px: Decimal
    sz: Decimal
    skipped_2: str
    orders: str


class TradeRow(Struct, frozen=True, kw_only=True, gc=False):
    """One trade. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-trades"""

    symbol: str = field(name="instId")
    trade_id: str = field(name="tradeId")
    price: Decimal = field(name="px")
    size: Decimal = field(name="sz")
    side: Side
    time_ms: str = field(name="ts")


class BookRow(Struct, frozen=True, kw_only=True, gc=False):
    """One book, or its changes. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel"""

    asks: list[tuple[str, str, str, str]]
    bids: list[tuple[str, str, str, str]]
    time_ms: str = field(name="ts")
    previous_seq: int | None = field(name="prevSeqId", default=None)
    seq: int | None = field(name="seqId", default=None)
    checksum: int | None = None


class BookImageRow(Struct, frozen=True, kw_only=True, gc=False):
    """One book as a call or a channel of images tells it. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-order-book"""

    asks: list[tuple[str, str, str, str]]
    bids: list[tuple[str, str, str, str]]
    time_ms: str = field(name="ts")
    seq: int | None = field(name="seqId", default=None)


class TickerRow(Struct, frozen=True, kw_only=True, gc=False):
    """The newest trade, the best bid and offer, and the last 24 hours. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-tickers-channel"""

    inst_type: str = field(name="instType")
    symbol: str = field(name="instId")
    last: str
    last_size: str = field(name="lastSz")
    ask_price: str = field(name="askPx")
    ask_size: str = field(name="askSz")
    bid_price: str = field(name="bidPx")
    bid_size: str = field(name="bidSz")
    open_24h: str = field(name="open24h")
    high_24h: str = field(name="high24h")
    low_24h: str = field(name="low24h")
    volume_24h: str = field(name="vol24h")
    volume_currency_24h: str = field(name="volCcy24h")
    time_ms: str = field(name="ts")


class BboRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of bbo: The best bid and offer, every ten milliseconds where it changed. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel"""

    asks: list[Best]
    bids: list[Best]
    time_ms: str = field(name="ts")
    seq: int | None = field(name="seqId", default=None)


class GetTradesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_trades: The newest trades. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-trades"""

    code: str
    msg: str
    rows: list[TradeRow] = field(name="data")


class GetHistoryTradesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_history_trades: Trades of the last three months. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-trades-history"""

    code: str
    msg: str
    rows: list[TradeRow] = field(name="data")


class GetBooksResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_books: Order book. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-order-book"""

    code: str
    msg: str
    rows: list[BookImageRow] = field(name="data")


class TradesArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Trades."""

    channel: str


class Trades(Struct, frozen=True, kw_only=True, gc=False):
    """A message of trades: Trades, joined where one taker order met several at a price. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-trades-channel"""

    arg: TradesArg
    rows: list[TradeRow] = field(name="data")


class BooksArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Books."""

    channel: str
    symbol: str = field(name="instId")


class Books(Struct, frozen=True, kw_only=True, gc=False):
    """A message of books: The book of 400 levels, one image and then its changes. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel"""

    arg: BooksArg
    rows: list[BookRow] = field(name="data")
    action: BookMessage


class Books5Arg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Books5."""

    channel: str
    symbol: str = field(name="instId")


class Books5(Struct, frozen=True, kw_only=True, gc=False):
    """A message of books5: The best five levels, whole every time. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel"""

    arg: Books5Arg
    rows: list[BookImageRow] = field(name="data")


class BboArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Bbo."""

    channel: str
    symbol: str = field(name="instId")


class Bbo(Struct, frozen=True, kw_only=True, gc=False):
    """A message of bbo: The best bid and offer, every ten milliseconds where it changed. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel"""

    arg: BboArg
    rows: list[BboRow] = field(name="data")


class TickersArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Tickers."""

    channel: str


class Tickers(Struct, frozen=True, kw_only=True, gc=False):
    """A message of tickers: The newest trade, the best bid and offer, and the last 24 hours. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-tickers-channel"""

    arg: TickersArg
    rows: list[TickerRow] = field(name="data")


class AllTradesArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of AllTrades."""

    channel: str


class AllTrades(Struct, frozen=True, kw_only=True, gc=False):
    """A message of all_trades: Trades, one by one. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-all-trades-channel"""

    arg: AllTradesArg
    rows: list[TradeRow] = field(name="data")


class BooksL2Arg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of BooksL2."""

    channel: str
    symbol: str = field(name="instId")


class BooksL2(Struct, frozen=True, kw_only=True, gc=False):
    """A message of books_l2: The book of 400 levels, every ten milliseconds. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel"""

    arg: BooksL2Arg
    rows: list[BookRow] = field(name="data")
    action: BookMessage


class Books50L2Arg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Books50L2."""

    channel: str
    symbol: str = field(name="instId")


class Books50L2(Struct, frozen=True, kw_only=True, gc=False):
    """A message of books50_l2: The book of 50 levels, every ten milliseconds. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel"""

    arg: Books50L2Arg
    rows: list[BookRow] = field(name="data")
    action: BookMessage


class OkxTicker(Struct, frozen=True, kw_only=True):
    """The newest trade and the last 24 hours. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-tickers-channel"""

    instrument_id: InstrumentId
    last: Decimal | None
    last_size: Decimal | None
    open_24h: Decimal | None
    high_24h: Decimal | None
    low_24h: Decimal | None
    volume_24h: Decimal | None  # base currency of spot, contracts of derivatives
    volume_currency_24h: Decimal | None  # quote currency of spot, base currency of derivatives
    ts_event: int
    ts_init: int


def emit_get_trades(scope: Scope, message: GetTradesResponse, ts_init: int, out: list[Event]) -> None:
    """The newest trades to TradeTick."""
    for row in message.rows:
        try:
            out.append(
                TradeTick(
                    scope.ids[row.symbol],
                    positive(row.price),
                    not_negative(row.size),
                    SIDE_MEANS[row.side],
                    row.trade_id,
                    integer(row.time_ms) * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_history_trades(
    scope: Scope, message: GetHistoryTradesResponse, ts_init: int, out: list[Event]
) -> None:
    """Trades of the last three months to TradeTick."""
    for row in message.rows:
        try:
            out.append(
                TradeTick(
                    scope.ids[row.symbol],
                    positive(row.price),
                    not_negative(row.size),
                    SIDE_MEANS[row.side],
                    row.trade_id,
                    integer(row.time_ms) * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_books(scope: Scope, message: GetBooksResponse, ts_init: int, out: list[Event]) -> None:
    """Order book to OrderBookDeltas."""
    for row in message.rows:
        try:
            out.append(
                OrderBookDeltas(
                    scope.request_id("inst_id"),  # instrument_id
                    row.bids,
                    row.asks,
                    True,  # is_snapshot
                    (row.seq if row.seq is not None else 0),  # sequence
                    0,  # flags
                    (integer(row.time_ms) * 1_000_000),  # ts_event
                    ts_init,
                    None,  # rows
                    LEVELS_OF_4_ABOVE_ZERO,  # level_form
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_trades(scope: Scope, message: Trades, ts_init: int, out: list[Event]) -> None:
    """Trades, joined where one taker order met several at a price to TradeTick."""
    for row in message.rows:
        try:
            out.append(
                TradeTick(
                    scope.ids[row.symbol],
                    positive(row.price),
                    not_negative(row.size),
                    SIDE_MEANS[row.side],
                    row.trade_id,
                    integer(row.time_ms) * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_books_into(
    scope: Scope, message: Books | BooksL2 | Books50L2, ts_init: int, out: list[Event], machine: str
) -> None:
    """What books, books_l2, books50_l2 have in common."""
    for row in message.rows:
        try:
            seq = row.seq if row.seq is not None else 0
            book = OrderBookDeltas(
                scope.ids[message.arg.symbol],  # instrument_id
                row.bids,
                row.asks,
                (message.action == "snapshot"),  # is_snapshot
                seq,  # sequence
                0,  # flags
                (integer(row.time_ms) * 1_000_000),  # ts_event
                ts_init,
                None,  # rows
                LEVELS_OF_4_ABOVE_ZERO,  # level_form
            )
            if not scope.synced:
                out.append(book)
            elif message.action == "snapshot":
                scope.machines[machine].on_snapshot(message.arg.symbol, seq, book, ts_init, out, message=row)
            else:
                scope.machines[machine].on_message(message.arg.symbol, row, book, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_books(scope: Scope, message: Books, ts_init: int, out: list[Event]) -> None:
    """The book of 400 levels, one image and then its changes to OrderBookDeltas."""
    emit_books_into(scope, message, ts_init, out, "books")


def emit_books5(scope: Scope, message: Books5, ts_init: int, out: list[Event]) -> None:
    """The best five levels, whole every time to OrderBookDeltas, OrderBookDepth10."""
    for row in message.rows:
        try:
            instrument_id = scope.ids[message.arg.symbol]
            seq = row.seq if row.seq is not None else 0
            time_ns = integer(row.time_ms) * 1_000_000
            out.append(
                OrderBookDeltas(
                    instrument_id,
                    row.bids,
                    row.asks,
                    True,  # is_snapshot
                    seq,  # sequence
                    0,  # flags
                    time_ns,  # ts_event
                    ts_init,
                    None,  # rows
                    LEVELS_OF_4_ABOVE_ZERO,  # level_form
                )
            )
            out.append(
                OrderBookDepth10(
                    instrument_id,
                    row.bids,
                    row.asks,
                    (),  # bid_counts
                    (),  # ask_counts
                    0,  # flags
                    seq,  # sequence
                    time_ns,  # ts_event
                    ts_init,
                    LEVELS_OF_4_ABOVE_ZERO,  # level_form
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_bbo(scope: Scope, message: Bbo, ts_init: int, out: list[Event]) -> None:
    """The best bid and offer, every ten milliseconds where it changed to QuoteTick."""
    for row in message.rows:
        try:
            if not (len(row.bids) > 0 and len(row.asks) > 0):
                continue
            out.append(
                QuoteTick(
                    scope.ids[message.arg.symbol],
                    positive(row.bids[0].px) if row.bids else DECIMAL_0,
                    positive(row.asks[0].px) if row.asks else DECIMAL_0,
                    not_negative(row.bids[0].sz) if row.bids else DECIMAL_0,
                    not_negative(row.asks[0].sz) if row.asks else DECIMAL_0,
                    integer(row.time_ms) * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_tickers(scope: Scope, message: Tickers, ts_init: int, out: list[Event]) -> None:
    """The newest trade, the best bid and offer, and the last 24 hours to QuoteTick, OkxTicker."""
    for row in message.rows:
        try:
            row_id = scope.ids[row.symbol]
            if row.bid_price and row.bid_size and row.ask_price and row.ask_size:
                out.append(
                    QuoteTick(
                        row_id,
                        not_negative(DECIMALS[row.bid_price]),
                        not_negative(DECIMALS[row.ask_price]),
                        not_negative(DECIMALS[row.bid_size]),
                        not_negative(DECIMALS[row.ask_size]),
                        integer(row.time_ms) * 1_000_000,
                        ts_init,
                    )
                )
            out.append(
                OkxTicker(
                    instrument_id=row_id,
                    last=DECIMALS[row.last] if row.last else None,
                    last_size=DECIMALS[row.last_size] if row.last_size else None,
                    open_24h=DECIMALS[row.open_24h] if row.open_24h else None,
                    high_24h=DECIMALS[row.high_24h] if row.high_24h else None,
                    low_24h=DECIMALS[row.low_24h] if row.low_24h else None,
                    volume_24h=DECIMALS[row.volume_24h] if row.volume_24h else None,
                    volume_currency_24h=(
                        DECIMALS[row.volume_currency_24h] if row.volume_currency_24h else None
                    ),
                    ts_event=integer(row.time_ms) * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_all_trades(scope: Scope, message: AllTrades, ts_init: int, out: list[Event]) -> None:
    """Trades, one by one to TradeTick."""
    for row in message.rows:
        try:
            out.append(
                TradeTick(
                    scope.ids[row.symbol],
                    positive(row.price),
                    not_negative(row.size),
                    SIDE_MEANS[row.side],
                    row.trade_id,
                    integer(row.time_ms) * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_books_l2(scope: Scope, message: BooksL2, ts_init: int, out: list[Event]) -> None:
    """The book of 400 levels, every ten milliseconds to OrderBookDeltas."""
    emit_books_into(scope, message, ts_init, out, "books_l2")


def emit_books50_l2(scope: Scope, message: Books50L2, ts_init: int, out: list[Event]) -> None:
    """The book of 50 levels, every ten milliseconds to OrderBookDeltas."""
    emit_books_into(scope, message, ts_init, out, "books50_l2")
