"""Short ways of the venue okx: busy messages straight from bytes to events. Generated from specs/okx; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.model import OrderBookDeltas, OrderBookDepth10, QuoteTick, TradeTick
from dragoman.model.book import LevelForm
from dragoman.model.decimals import DECIMALS, NOT_NEGATIVE, POSITIVE
from dragoman.translate.facts import Event, Feed, Light, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed, Settled
from dragoman.translate.frames import MsText, spelled_ms, variant
from dragoman.translate.reads import integer
from dragoman.translate.rows import decoder
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
    OkxTicker,
    TickerRow,
    Tickers,
    TradeRow,
    Trades,
)
from dragoman_venues.okx.private import (
    FillsText,
    Orders,
    SpreadOrdersText,
    emit_fills,
    emit_orders,
    emit_spread_orders,
)
from dragoman_venues.okx.spreads import (
    SpreadBooks,
    SpreadBooks5,
    SpreadBooks5Row,
    SpreadBooksRow,
    SpreadTrades,
    SpreadTradesRow,
)

LEVELS_OF_3 = LevelForm(positive=False, items=3)
LEVELS_OF_4_ABOVE_ZERO = LevelForm(positive=True, items=4)
TO_25 = slice(25)
TO_26 = slice(26)
TO_27 = slice(27)
TO_31 = slice(31)
TO_38 = slice(38)

TradeRowFed = variant(TradeRow, price=str, size=str, time_ms=MsText)
TradesFed = variant(Trades, TradeRowFed, arg=None)
TickerRowFed = variant(TickerRow, time_ms=MsText)
TickersFed = variant(Tickers, TickerRowFed, arg=None)
SpreadTradesRowFed = variant(SpreadTradesRow, price=str, size=str, time_ms=MsText)
SpreadTradesFed = variant(SpreadTrades, SpreadTradesRowFed)
BookRowText = variant(BookRow, asks=Raw, bids=Raw)
BooksText = variant(Books, BookRowText)
BookImageRowText = variant(BookImageRow, asks=Raw, bids=Raw)
Books5Text = variant(Books5, BookImageRowText)
TradeRowText = variant(TradeRow, price=str, size=str)
AllTradesText = variant(AllTrades, TradeRowText)
BooksL2Text = variant(BooksL2, BookRowText)
Books50L2Text = variant(Books50L2, BookRowText)
SpreadBooks5RowText = variant(SpreadBooks5Row, asks=Raw, bids=Raw)
SpreadBooks5Text = variant(SpreadBooks5, SpreadBooks5RowText)
SpreadBooksRowText = variant(SpreadBooksRow, asks=Raw, bids=Raw)
SpreadBooksText = variant(SpreadBooks, SpreadBooksRowText)


def stream_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    decode_trades = decoder(TradesFed).decode
    decode_tickers = decoder(TickersFed).decode
    decode_orders = decoder(Orders).decode
    decode_fills = decoder(FillsText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            if payload[TO_26] == b'{"arg":{"channel":"trades"':
                message = decode_trades(payload)
                out: list[Event] = []
                for row in message.rows:
                    out.append(
                        TradeTick(
                            ids[row.symbol],
                            POSITIVE[row.price],
                            NOT_NEGATIVE[row.size],
                            SIDE_MEANS[row.side],
                            row.trade_id,
                            spelled_ms(row.time_ms) * 1_000_000,
                            ts_init,
                        )
                    )
                return out
            byte = payload[24]
            if byte == 114 and payload[TO_27] == b'{"arg":{"channel":"tickers"':
                message = decode_tickers(payload)
                out = []
                for row in message.rows:
                    row_id = ids[row.symbol]
                    if row.bid_price and row.bid_size and row.ask_price and row.ask_size:
                        out.append(
                            QuoteTick(
                                row_id,
                                NOT_NEGATIVE[row.bid_price],
                                NOT_NEGATIVE[row.ask_price],
                                NOT_NEGATIVE[row.bid_size],
                                NOT_NEGATIVE[row.ask_size],
                                spelled_ms(row.time_ms) * 1_000_000,
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
                            ts_event=spelled_ms(row.time_ms) * 1_000_000,
                            ts_init=ts_init,
                        )
                    )
                return out
            if byte == 115 and payload[TO_26] == b'{"arg":{"channel":"orders"':
                message = decode_orders(payload)
                out = []
                try:
                    emit_orders(scope, message, ts_init, out)
                except FAULTS as error:
                    raise Settled(error) from error
                return out
            if byte == 34 and payload[TO_25] == b'{"arg":{"channel":"fills"':
                message = decode_fills(payload)
                out = []
                emit_fills(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except Settled as settled:
            raise other.settled(settled, payload) from settled.error
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def stream_spread(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    decode_spread_trades = decoder(SpreadTradesFed).decode
    decode_spread_orders = decoder(SpreadOrdersText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            if payload[TO_38] == b'{"arg":{"channel":"sprd-public-trades"':
                message = decode_spread_trades(payload)
                out: list[Event] = []
                for row in message.rows:
                    out.append(
                        TradeTick(
                            ids[row.symbol],
                            DECIMALS[row.price],
                            DECIMALS[row.size],
                            SIDE_MEANS[row.side],
                            row.trade_id,
                            spelled_ms(row.time_ms) * 1_000_000,
                            ts_init,
                        )
                    )
                return out
            if payload[25] == 114 and payload[TO_31] == b'{"arg":{"channel":"sprd-orders"':
                message = decode_spread_orders(payload)
                out = []
                try:
                    emit_spread_orders(scope, message, ts_init, out)
                except FAULTS as error:
                    raise Settled(error) from error
                return out
            return rest(payload, ts_init)
        except Settled as settled:
            raise other.settled(settled, payload) from settled.error
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def private_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of private. Whatever else comes goes to `rest`."""
    decode_orders = decoder(Orders).decode
    decode_fills = decoder(FillsText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            if payload[19] == 111 and payload[TO_26] == b'{"arg":{"channel":"orders"':
                message = decode_orders(payload)
                out: list[Event] = []
                try:
                    emit_orders(scope, message, ts_init, out)
                except FAULTS as error:
                    raise Settled(error) from error
                return out
            if payload[22] == 108 and payload[TO_25] == b'{"arg":{"channel":"fills"':
                message = decode_fills(payload)
                out = []
                emit_fills(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except Settled as settled:
            raise other.settled(settled, payload) from settled.error
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def private_swap(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of private. Whatever else comes goes to `rest`."""
    decode_orders = decoder(Orders).decode
    decode_fills = decoder(FillsText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            if payload[23] == 114 and payload[TO_26] == b'{"arg":{"channel":"orders"':
                message = decode_orders(payload)
                out: list[Event] = []
                try:
                    emit_orders(scope, message, ts_init, out)
                except FAULTS as error:
                    raise Settled(error) from error
                return out
            if payload[22] == 108 and payload[TO_25] == b'{"arg":{"channel":"fills"':
                message = decode_fills(payload)
                out = []
                emit_fills(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except Settled as settled:
            raise other.settled(settled, payload) from settled.error
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def private_spread(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of private. Whatever else comes goes to `rest`."""
    decode_spread_orders = decoder(SpreadOrdersText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            if payload[25] == 114 and payload[TO_31] == b'{"arg":{"channel":"sprd-orders"':
                message = decode_spread_orders(payload)
                out: list[Event] = []
                try:
                    emit_spread_orders(scope, message, ts_init, out)
                except FAULTS as error:
                    raise Settled(error) from error
                return out
            return rest(payload, ts_init)
        except Settled as settled:
            raise other.settled(settled, payload) from settled.error
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def emit_books_into(scope: Scope, message: Any, ts_init: int, out: list[Event], machine: str) -> None:
    """What books, books_l2, books50_l2 have in common."""
    for row in message.rows:
        try:
            bids, asks, level_form = scope.sides(LEVELS_OF_4_ABOVE_ZERO, row.bids, row.asks)
            seq = row.seq if row.seq is not None else 0
            book = OrderBookDeltas(
                scope.ids[message.arg.symbol],  # instrument_id
                bids,
                asks,
                (message.action == "snapshot"),  # is_snapshot
                seq,  # sequence
                0,  # flags
                (integer(row.time_ms) * 1_000_000),  # ts_event
                ts_init,
                None,  # rows
                level_form,
            )
            if not scope.synced:
                out.append(book)
            elif message.action == "snapshot":
                scope.machines[machine].on_snapshot(message.arg.symbol, seq, book, ts_init, out, message=row)
            else:
                scope.machines[machine].on_message(message.arg.symbol, row, book, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_books(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Books to OrderBookDeltas."""
    emit_books_into(scope, message, ts_init, out, "books")


def emit_books5(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Books5 to OrderBookDeltas, OrderBookDepth10."""
    for row in message.rows:
        bids, asks, level_form = scope.sides(LEVELS_OF_4_ABOVE_ZERO, row.bids, row.asks)
        instrument_id = scope.ids[message.arg.symbol]
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
                level_form,
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
                level_form,
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
                row.trade_id,
                integer(row.time_ms) * 1_000_000,
                ts_init,
            )
        )


def emit_books_l2(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """BooksL2 to OrderBookDeltas."""
    emit_books_into(scope, message, ts_init, out, "books_l2")


def emit_books50_l2(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Books50L2 to OrderBookDeltas."""
    emit_books_into(scope, message, ts_init, out, "books50_l2")


def emit_spread_books5(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """SpreadBooks5 to OrderBookDeltas, OrderBookDepth10."""
    for row in message.rows:
        bids, asks, level_form = scope.sides(LEVELS_OF_3, row.bids, row.asks)
        instrument_id = scope.ids[message.arg.symbol]
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
                level_form,
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
                level_form,
            )
        )


def emit_spread_books(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """SpreadBooks to OrderBookDeltas."""
    for row in message.rows:
        try:
            bids, asks, level_form = scope.sides(LEVELS_OF_3, row.bids, row.asks)
            seq = row.seq if row.seq is not None else 0
            book = OrderBookDeltas(
                scope.ids[message.arg.symbol],  # instrument_id
                bids,
                asks,
                (message.action == "snapshot"),  # is_snapshot
                seq,  # sequence
                0,  # flags
                (integer(row.time_ms) * 1_000_000),  # ts_event
                ts_init,
                None,  # rows
                level_form,
            )
            if not scope.synced:
                out.append(book)
            elif message.action == "snapshot":
                scope.machines["spread_books"].on_snapshot(
                    message.arg.symbol, seq, book, ts_init, out, message=row
                )
            else:
                scope.machines["spread_books"].on_message(message.arg.symbol, row, book, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


WAYS = Ways(
    shorts={
        ("stream", "spot"): Short({}, stream_spot),
        ("stream", "margin"): Short({}, stream_spot),
        ("stream", "swap"): Short({}, stream_spot),
        ("stream", "futures"): Short({}, stream_spot),
        ("stream", "option"): Short({}, stream_spot),
        ("stream", "events"): Short({}, stream_spot),
        ("stream", "spread"): Short({}, stream_spread),
        ("private", "spot"): Short({}, private_spot),
        ("private", "margin"): Short({}, private_spot),
        ("private", "events"): Short({}, private_spot),
        ("private", "swap"): Short({}, private_swap),
        ("private", "futures"): Short({}, private_swap),
        ("private", "option"): Short({}, private_swap),
        ("private", "spread"): Short({}, private_spread),
        ("business", "spread"): Short({}, private_spread),
    },
    lights={
        "books": Light(BooksText, emit_books),
        "books5": Light(Books5Text, emit_books5),
        "all_trades": Light(AllTradesText, emit_all_trades),
        "books_l2": Light(BooksL2Text, emit_books_l2),
        "books50_l2": Light(Books50L2Text, emit_books50_l2),
        "spread_books5": Light(SpreadBooks5Text, emit_spread_books5),
        "spread_books": Light(SpreadBooksText, emit_spread_books),
    },
)
