"""Short ways of the venue okx: busy messages straight from bytes to events. Generated from specs/okx; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.model import OrderBookDeltas, OrderBookDepth10, TradeTick
from dragoman.model.book import LevelForm
from dragoman.model.decimals import DECIMALS, NOT_NEGATIVE, POSITIVE
from dragoman.translate.facts import Event, Light, Ways
from dragoman.translate.reads import integer, positive
from dragoman.translate.scope import Scope
from msgspec import Raw, Struct, field

from dragoman_venues.okx.market_data import (
    SIDE_MEANS,
    AllTradesArg,
    BookMessage,
    Books5Arg,
    Books50L2Arg,
    BooksArg,
    BooksL2Arg,
    Side,
    TradesArg,
)
from dragoman_venues.okx.spreads import SpreadBooks5Arg, SpreadTradesArg

LEVELS_OF_3 = LevelForm(positive=False, items=3)
LEVELS_OF_4_ABOVE_ZERO = LevelForm(positive=True, items=4)


class TradeRowText(Struct, frozen=True, kw_only=True, gc=False):
    """TradeRow, what its events are made of still as it came."""

    symbol: str = field(name="instId")
    trade_id: int | str = field(name="tradeId")
    price: str = field(name="px")
    size: str = field(name="sz")
    side: Side
    time_ms: str = field(name="ts")


class TradesText(Struct, frozen=True, kw_only=True, gc=False):
    """Trades, what its events are made of still as it came."""

    arg: TradesArg
    rows: list[TradeRowText] = field(name="data")


class AllTradesText(Struct, frozen=True, kw_only=True, gc=False):
    """AllTrades, what its events are made of still as it came."""

    arg: AllTradesArg
    rows: list[TradeRowText] = field(name="data")


class BookRowText(Struct, frozen=True, kw_only=True, gc=False):
    """BookRow, what its events are made of still as it came."""

    asks: Raw
    bids: Raw
    time_ms: str = field(name="ts")
    previous_seq: int = field(name="prevSeqId")
    seq: int = field(name="seqId")
    checksum: int | None = None


class BooksText(Struct, frozen=True, kw_only=True, gc=False):
    """Books, what its events are made of still as it came."""

    arg: BooksArg
    action: BookMessage
    rows: list[BookRowText] = field(name="data")


class BooksL2Text(Struct, frozen=True, kw_only=True, gc=False):
    """BooksL2, what its events are made of still as it came."""

    arg: BooksL2Arg
    action: BookMessage
    rows: list[BookRowText] = field(name="data")


class Books50L2Text(Struct, frozen=True, kw_only=True, gc=False):
    """Books50L2, what its events are made of still as it came."""

    arg: Books50L2Arg
    action: BookMessage
    rows: list[BookRowText] = field(name="data")


class BookImageRowText(Struct, frozen=True, kw_only=True, gc=False):
    """BookImageRow, what its events are made of still as it came."""

    asks: Raw
    bids: Raw
    time_ms: str = field(name="ts")
    seq: int | None = field(name="seqId", default=None)


class Books5Text(Struct, frozen=True, kw_only=True, gc=False):
    """Books5, what its events are made of still as it came."""

    arg: Books5Arg
    rows: list[BookImageRowText] = field(name="data")


class SpreadBookRowText(Struct, frozen=True, kw_only=True, gc=False):
    """SpreadBookRow, what its events are made of still as it came."""

    asks: Raw
    bids: Raw
    time_ms: str = field(name="ts")
    seq: int | None = field(name="seqId", default=None)


class SpreadBooks5Text(Struct, frozen=True, kw_only=True, gc=False):
    """SpreadBooks5, what its events are made of still as it came."""

    arg: SpreadBooks5Arg
    rows: list[SpreadBookRowText] = field(name="data")


class PublicSpreadTradeRowText(Struct, frozen=True, kw_only=True, gc=False):
    """PublicSpreadTradeRow, what its events are made of still as it came."""

    symbol: str = field(name="sprdId")
    trade_id: int | str = field(name="tradeId")
    price: str = field(name="px")
    size: str = field(name="sz")
    side: Side
    time_ms: str = field(name="ts")


class SpreadTradesText(Struct, frozen=True, kw_only=True, gc=False):
    """SpreadTrades, what its events are made of still as it came."""

    arg: SpreadTradesArg
    rows: list[PublicSpreadTradeRowText] = field(name="data")


def emit_trades(scope: Scope, message: TradesText, ts_init: int, out: list[Event]) -> None:
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


def emit_all_trades(scope: Scope, message: AllTradesText, ts_init: int, out: list[Event]) -> None:
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


def emit_books(scope: Scope, message: BooksText, ts_init: int, out: list[Event]) -> None:
    """Books to OrderBookDeltas."""
    for row in message.rows:
        book = OrderBookDeltas(
            scope.ids[message.arg.symbol],  # instrument_id
            row.bids,
            row.asks,
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
            scope.machines["books"].on_snapshot(message.arg.symbol, row.seq, book, ts_init, out, message=row)
        else:
            scope.machines["books"].on_message(message.arg.symbol, row, book, ts_init, out)


def emit_books_l2(scope: Scope, message: BooksL2Text, ts_init: int, out: list[Event]) -> None:
    """BooksL2 to OrderBookDeltas."""
    for row in message.rows:
        book = OrderBookDeltas(
            scope.ids[message.arg.symbol],  # instrument_id
            row.bids,
            row.asks,
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


def emit_books50_l2(scope: Scope, message: Books50L2Text, ts_init: int, out: list[Event]) -> None:
    """Books50L2 to OrderBookDeltas."""
    for row in message.rows:
        book = OrderBookDeltas(
            scope.ids[message.arg.symbol],  # instrument_id
            row.bids,
            row.asks,
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


def emit_books5(scope: Scope, message: Books5Text, ts_init: int, out: list[Event]) -> None:
    """Books5 to OrderBookDeltas, OrderBookDepth10."""
    for row in message.rows:
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


def emit_spread_books5(scope: Scope, message: SpreadBooks5Text, ts_init: int, out: list[Event]) -> None:
    """SpreadBooks5 to OrderBookDeltas, OrderBookDepth10."""
    for row in message.rows:
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
                LEVELS_OF_3,  # level_form
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
                LEVELS_OF_3,  # level_form
            )
        )


def emit_spread_trades(scope: Scope, message: SpreadTradesText, ts_init: int, out: list[Event]) -> None:
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
