"""Short ways of the venue bybit: busy messages straight from bytes to events. Generated from specs/bybit; edit that and run `make generate`."""

from __future__ import annotations

from typing import Any

from dragoman.model import OrderBookDeltas, TradeTick
from dragoman.model.book import JsonLevels, LevelForm
from dragoman.model.decimals import NOT_NEGATIVE, POSITIVE
from dragoman.translate.facts import Event, Light, Ways
from dragoman.translate.frames import variant
from dragoman.translate.scope import Scope
from msgspec import Raw

from dragoman_venues.bybit.books import Book, OptionOrderbook, Orderbook
from dragoman_venues.bybit.trades import BybitBlockTrade, OlderTrade, OptionTrade, PublicTrade, StreamTrade
from dragoman_venues.bybit.venue import SIDE_MEANS

LEVELS_OF_2_ABOVE_ZERO = LevelForm(positive=True, items=2)

BookText = variant(Book, bids=Raw, asks=Raw)
OrderbookText = variant(Orderbook, BookText)
OptionOrderbookText = variant(OptionOrderbook, BookText)
StreamTradeText = variant(StreamTrade, size=str, price=str)
PublicTradeText = variant(PublicTrade, StreamTradeText)
OlderTradeText = variant(OlderTrade, StreamTradeText)
OptionTradeText = variant(OptionTrade, StreamTradeText)


def emit_orderbook(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Orderbook to OrderBookDeltas."""
    book = OrderBookDeltas(
        scope.ids[message.data.symbol],  # instrument_id
        JsonLevels(message.data.bids),  # bids
        JsonLevels(message.data.asks),  # asks
        (message.type == "snapshot"),  # is_snapshot
        message.data.sequence,
        0,  # flags
        (message.time_ms * 1_000_000),  # ts_event
        ts_init,
        None,  # rows
        LEVELS_OF_2_ABOVE_ZERO,  # level_form
    )
    if not scope.synced:
        out.append(book)
    elif message.type == "snapshot":
        scope.machines["orderbook"].on_snapshot(
            message.topic, message.data.update_id, book, ts_init, out, message=message
        )
    else:
        scope.machines["orderbook"].on_message(message.topic, message, book, ts_init, out)


def emit_option_orderbook(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """OptionOrderbook to OrderBookDeltas."""
    book = OrderBookDeltas(
        scope.ids[message.data.symbol],  # instrument_id
        JsonLevels(message.data.bids),  # bids
        JsonLevels(message.data.asks),  # asks
        (message.type == "snapshot"),  # is_snapshot
        message.data.sequence,
        0,  # flags
        (message.time_ms * 1_000_000),  # ts_event
        ts_init,
        None,  # rows
        LEVELS_OF_2_ABOVE_ZERO,  # level_form
    )
    if not scope.synced:
        out.append(book)
    elif message.type == "snapshot":
        scope.machines["option_orderbook"].on_snapshot(
            message.topic, message.data.update_id, book, ts_init, out, message=message
        )
    else:
        scope.machines["option_orderbook"].on_message(message.topic, message, book, ts_init, out)


def emit_public_trade(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """PublicTrade to TradeTick, BybitBlockTrade."""
    for row in message.rows:
        row_id = scope.ids[row.symbol]
        if not row.is_block_trade:
            out.append(
                TradeTick(
                    row_id,
                    POSITIVE[row.price],
                    NOT_NEGATIVE[row.size],
                    SIDE_MEANS[row.side],
                    row.trade_id,
                    row.time_ms * 1_000_000,
                    ts_init,
                )
            )
        if row.is_block_trade:
            out.append(
                BybitBlockTrade(
                    instrument_id=row_id,
                    trade_id=row.trade_id,
                    price=POSITIVE[row.price],
                    size=NOT_NEGATIVE[row.size],
                    side=SIDE_MEANS[row.side].name,
                    ts_event=row.time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )


def emit_older_trade(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """OlderTrade to TradeTick."""
    for row in message.rows:
        row_id = scope.ids[row.symbol]
        if not row.is_block_trade:
            out.append(
                TradeTick(
                    row_id,
                    POSITIVE[row.price],
                    NOT_NEGATIVE[row.size],
                    SIDE_MEANS[row.side],
                    row.trade_id,
                    row.time_ms * 1_000_000,
                    ts_init,
                )
            )
        if row.is_block_trade:
            out.append(
                BybitBlockTrade(
                    instrument_id=row_id,
                    trade_id=row.trade_id,
                    price=POSITIVE[row.price],
                    size=NOT_NEGATIVE[row.size],
                    side=SIDE_MEANS[row.side].name,
                    ts_event=row.time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )


def emit_option_trade(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """OptionTrade to TradeTick, BybitBlockTrade."""
    for row in message.rows:
        row_id = scope.ids[row.symbol]
        if not row.is_block_trade:
            out.append(
                TradeTick(
                    row_id,
                    POSITIVE[row.price],
                    NOT_NEGATIVE[row.size],
                    SIDE_MEANS[row.side],
                    row.trade_id,
                    row.time_ms * 1_000_000,
                    ts_init,
                )
            )
        if row.is_block_trade:
            out.append(
                BybitBlockTrade(
                    instrument_id=row_id,
                    trade_id=row.trade_id,
                    price=POSITIVE[row.price],
                    size=NOT_NEGATIVE[row.size],
                    side=SIDE_MEANS[row.side].name,
                    ts_event=row.time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )


WAYS = Ways(
    shorts={},
    lights={
        "orderbook": Light(OrderbookText, emit_orderbook),
        "option_orderbook": Light(OptionOrderbookText, emit_option_orderbook),
        "public_trade": Light(PublicTradeText, emit_public_trade),
        "older_trade": Light(OlderTradeText, emit_older_trade),
        "option_trade": Light(OptionTradeText, emit_option_trade),
    },
)
