"""Short ways of the venue okx: busy messages straight from bytes to events. Generated from specs/okx; edit that and run `make generate`."""

from __future__ import annotations

from typing import Any

from dragoman.model import OrderBookDeltas, OrderBookDepth10, TradeTick
from dragoman.model.book import JsonLevels, LevelForm
from dragoman.model.decimals import DECIMALS, NOT_NEGATIVE, POSITIVE
from dragoman.translate.facts import Event, Light, Ways
from dragoman.translate.frames import variant
from dragoman.translate.reads import integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Raw

from dragoman_venues.okx.market_data import (
    SIDE_MEANS,
    AllTrades,
    BookImageRow,
    BookRow,
    Books,
    Books5,
    Books50L2,
    BooksL2,
    TradeRow,
    Trades,
)
from dragoman_venues.okx.spreads import PublicSpreadTradeRow, SpreadBookRow, SpreadBooks5, SpreadTrades

LEVELS_OF_3 = LevelForm(positive=False, items=3)
LEVELS_OF_4_ABOVE_ZERO = LevelForm(positive=True, items=4)

TradeRowText = variant(TradeRow, price=str, size=str)
TradesText = variant(Trades, TradeRowText)
AllTradesText = variant(AllTrades, TradeRowText)
BookRowText = variant(BookRow, asks=Raw, bids=Raw)
BooksText = variant(Books, BookRowText)
BooksL2Text = variant(BooksL2, BookRowText)
Books50L2Text = variant(Books50L2, BookRowText)
BookImageRowText = variant(BookImageRow, asks=Raw, bids=Raw)
Books5Text = variant(Books5, BookImageRowText)
SpreadBookRowText = variant(SpreadBookRow, asks=Raw, bids=Raw)
SpreadBooks5Text = variant(SpreadBooks5, SpreadBookRowText)
PublicSpreadTradeRowText = variant(PublicSpreadTradeRow, price=str, size=str)
SpreadTradesText = variant(SpreadTrades, PublicSpreadTradeRowText)


def emit_trades(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Trades to TradeTick."""
    for row in message.rows:
        out.append(
            TradeTick(
                scope.ids[row.symbol],
                POSITIVE[row.price],
                NOT_NEGATIVE[row.size],
                SIDE_MEANS[row.side],
                str(integer(row.trade_id)),
                integer(row.time_ms) * 1_000_000,
                ts_init,
            )
        )


def emit_all_trades(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """AllTrades to TradeTick."""
    for row in message.rows:
        out.append(
            TradeTick(
                scope.ids[row.symbol],
                POSITIVE[row.price],
                NOT_NEGATIVE[row.size],
                SIDE_MEANS[row.side],
                str(integer(row.trade_id)),
                integer(row.time_ms) * 1_000_000,
                ts_init,
            )
        )


def emit_books(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Books to OrderBookDeltas."""
    for row in message.rows:
        try:
            book = OrderBookDeltas(
                scope.ids[message.arg.symbol],  # instrument_id
                JsonLevels(row.bids),  # bids
                JsonLevels(row.asks),  # asks
                (message.action == "snapshot"),  # is_snapshot
                row.seq,  # sequence
                0,  # flags
                (integer(row.time_ms) * 1_000_000),  # ts_event
                ts_init,
                None,  # rows
                LEVELS_OF_4_ABOVE_ZERO,  # level_form
            )
            if not scope.synced:
                out.append(book)
            elif message.action == "snapshot":
                scope.machines["books"].on_snapshot(
                    message.arg.symbol, row.seq, book, ts_init, out, message=row
                )
            else:
                scope.machines["books"].on_message(message.arg.symbol, row, book, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_books_l2(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """BooksL2 to OrderBookDeltas."""
    for row in message.rows:
        try:
            book = OrderBookDeltas(
                scope.ids[message.arg.symbol],  # instrument_id
                JsonLevels(row.bids),  # bids
                JsonLevels(row.asks),  # asks
                (message.action == "snapshot"),  # is_snapshot
                row.seq,  # sequence
                0,  # flags
                (integer(row.time_ms) * 1_000_000),  # ts_event
                ts_init,
                None,  # rows
                LEVELS_OF_4_ABOVE_ZERO,  # level_form
            )
            if not scope.synced:
                out.append(book)
            elif message.action == "snapshot":
                scope.machines["books_l2"].on_snapshot(
                    message.arg.symbol, row.seq, book, ts_init, out, message=row
                )
            else:
                scope.machines["books_l2"].on_message(message.arg.symbol, row, book, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_books50_l2(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Books50L2 to OrderBookDeltas."""
    for row in message.rows:
        try:
            book = OrderBookDeltas(
                scope.ids[message.arg.symbol],  # instrument_id
                JsonLevels(row.bids),  # bids
                JsonLevels(row.asks),  # asks
                (message.action == "snapshot"),  # is_snapshot
                row.seq,  # sequence
                0,  # flags
                (integer(row.time_ms) * 1_000_000),  # ts_event
                ts_init,
                None,  # rows
                LEVELS_OF_4_ABOVE_ZERO,  # level_form
            )
            if not scope.synced:
                out.append(book)
            elif message.action == "snapshot":
                scope.machines["books50_l2"].on_snapshot(
                    message.arg.symbol, row.seq, book, ts_init, out, message=row
                )
            else:
                scope.machines["books50_l2"].on_message(message.arg.symbol, row, book, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_books5(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Books5 to OrderBookDeltas, OrderBookDepth10."""
    for row in message.rows:
        instrument_id = scope.ids[message.arg.symbol]
        bids = JsonLevels(row.bids)
        asks = JsonLevels(row.asks)
        seq = row.seq if row.seq is not None else 0
        time_ns = integer(row.time_ms) * 1_000_000
        out.append(
            OrderBookDeltas(
                instrument_id,
                bids,
                asks,
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
                bids,
                asks,
                (),  # bid_counts
                (),  # ask_counts
                0,  # flags
                seq,  # sequence
                time_ns,  # ts_event
                ts_init,
                LEVELS_OF_4_ABOVE_ZERO,  # level_form
            )
        )


def emit_spread_books5(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """SpreadBooks5 to OrderBookDeltas, OrderBookDepth10."""
    for row in message.rows:
        instrument_id = scope.ids[message.arg.symbol]
        bids = JsonLevels(row.bids)
        asks = JsonLevels(row.asks)
        seq = row.seq if row.seq is not None else 0
        time_ns = integer(row.time_ms) * 1_000_000
        out.append(
            OrderBookDeltas(
                instrument_id,
                bids,
                asks,
                True,  # is_snapshot
                seq,  # sequence
                0,  # flags
                time_ns,  # ts_event
                ts_init,
                None,  # rows
                LEVELS_OF_3,  # level_form
            )
        )
        out.append(
            OrderBookDepth10(
                instrument_id,
                bids,
                asks,
                (),  # bid_counts
                (),  # ask_counts
                0,  # flags
                seq,  # sequence
                time_ns,  # ts_event
                ts_init,
                LEVELS_OF_3,  # level_form
            )
        )


def emit_spread_trades(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """SpreadTrades to TradeTick."""
    for row in message.rows:
        out.append(
            TradeTick(
                scope.ids[row.symbol],
                DECIMALS[row.price],
                DECIMALS[row.size],
                SIDE_MEANS[row.side],
                str(integer(row.trade_id)),
                integer(row.time_ms) * 1_000_000,
                ts_init,
            )
        )


WAYS = Ways(
    shorts={},
    lights={
        "trades": Light(TradesText, emit_trades),
        "all_trades": Light(AllTradesText, emit_all_trades),
        "books": Light(BooksText, emit_books),
        "books_l2": Light(BooksL2Text, emit_books_l2),
        "books50_l2": Light(Books50L2Text, emit_books50_l2),
        "books5": Light(Books5Text, emit_books5),
        "spread_books5": Light(SpreadBooks5Text, emit_spread_books5),
        "spread_trades": Light(SpreadTradesText, emit_spread_trades),
    },
)
