"""Short ways of the venue bybit: busy messages straight from bytes to events. Generated from specs/bybit; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.model import OrderBookDeltas, TradeTick
from dragoman.model.book import JsonLevels, LevelForm
from dragoman.model.decimals import NOT_NEGATIVE, POSITIVE
from dragoman.translate.facts import Event, Feed, Light, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.frames import variant
from dragoman.translate.rows import decoder
from dragoman.translate.scope import Scope
from msgspec import Raw

from dragoman_venues.bybit.books import Book, OptionOrderbook, Orderbook
from dragoman_venues.bybit.trades import BybitBlockTrade, OlderTrade, OptionTrade, PublicTrade, StreamTrade
from dragoman_venues.bybit.venue import SIDE_MEANS

LEVELS_OF_2_ABOVE_ZERO = LevelForm(positive=True, items=2)

StreamTradeText = variant(StreamTrade, size=str, price=str)
PublicTradeText = variant(PublicTrade, StreamTradeText)
OptionTradeText = variant(OptionTrade, StreamTradeText)
BookText = variant(Book, bids=Raw, asks=Raw)
OrderbookText = variant(Orderbook, BookText)
OptionOrderbookText = variant(OptionOrderbook, BookText)
OlderTradeText = variant(OlderTrade, StreamTradeText)


def stream_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids
    public_trade_topics = other.topics_of("public_trade")
    decode_public_trade = decoder(PublicTradeText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            # publicTrade.
            if payload[15] == 99:
                message = decode_public_trade(payload)
                if message.topic in public_trade_topics:
                    out: list[Event] = []
                    for row in message.rows:
                        row_id = ids[row.symbol]
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
                    return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def options_option(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of options. Whatever else comes goes to `rest`."""
    ids = scope.ids
    option_trade_topics = other.topics_of("option_trade")
    decode_option_trade = decoder(OptionTradeText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            # publicTrade.
            if payload[17] == 114:
                message = decode_option_trade(payload)
                if message.topic in option_trade_topics:
                    out: list[Event] = []
                    for row in message.rows:
                        row_id = ids[row.symbol]
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
                    return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def emit_orderbook_into(scope: Scope, message: Any, ts_init: int, out: list[Event], machine: str) -> None:
    """What orderbook, option_orderbook have in common."""
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
        scope.machines[machine].on_snapshot(
            message.topic, message.data.update_id, book, ts_init, out, message=message
        )
    else:
        scope.machines[machine].on_message(message.topic, message, book, ts_init, out)


def emit_orderbook(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Orderbook to OrderBookDeltas."""
    emit_orderbook_into(scope, message, ts_init, out, "orderbook")


def emit_option_orderbook(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """OptionOrderbook to OrderBookDeltas."""
    emit_orderbook_into(scope, message, ts_init, out, "option_orderbook")


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


WAYS = Ways(
    shorts={
        ("stream", "spot"): Short({}, stream_spot),
        ("stream", "linear"): Short({}, stream_spot),
        ("stream", "inverse"): Short({}, stream_spot),
        ("options", "option"): Short({}, options_option),
    },
    lights={
        "orderbook": Light(OrderbookText, emit_orderbook),
        "option_orderbook": Light(OptionOrderbookText, emit_option_orderbook),
        "older_trade": Light(OlderTradeText, emit_older_trade),
    },
)
