"""Short ways of the venue bybit: busy messages straight from bytes to events. Generated from specs/bybit; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dragoman.machines import ABSENT
from dragoman.machines.kept import kept_as
from dragoman.model import (
    FundingRateUpdate,
    IndexPriceUpdate,
    MarkPriceUpdate,
    OrderBookDeltas,
    QuoteTick,
    TradeTick,
)
from dragoman.model.book import LevelForm
from dragoman.model.decimals import DECIMALS, NOT_NEGATIVE, POSITIVE
from dragoman.translate.facts import Event, Feed, Light, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.frames import variant
from dragoman.translate.functions import known, pow10, round_to, whole
from dragoman.translate.reads import integer
from dragoman.translate.rows import decoder
from dragoman.translate.scope import Scope
from msgspec import Raw

from dragoman_venues.bybit.books import Book, OptionOrderbook, Orderbook
from dragoman_venues.bybit.private import ExecutionText, Order, emit_execution, emit_order
from dragoman_venues.bybit.tickers import Ticker, TickerRecord
from dragoman_venues.bybit.trades import BybitBlockTrade, OlderTrade, OptionTrade, PublicTrade, StreamTrade
from dragoman_venues.bybit.venue import SIDE_MEANS

DECIMAL_0 = Decimal("0")
LEVELS_OF_2_ABOVE_ZERO = LevelForm(positive=True, items=2)
TO_16 = slice(16)
TO_20 = slice(20)

StreamTradeText = variant(StreamTrade, size=str, price=str)
PublicTradeText = variant(PublicTrade, StreamTradeText)
OptionTradeText = variant(OptionTrade, StreamTradeText)
BookText = variant(Book, bids=Raw, asks=Raw)
OrderbookText = variant(Orderbook, BookText)
OptionOrderbookText = variant(OptionOrderbook, BookText)
OlderTradeText = variant(OlderTrade, StreamTradeText)


def stream_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    public_trade_topics = other.topics_of("public_trade")
    decode_public_trade = decoder(PublicTradeText).decode
    decode_order = decoder(Order).decode
    decode_execution = decoder(ExecutionText).decode

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
            if payload[15] == 34 and payload[TO_16] == b'{"topic":"order"':
                message = decode_order(payload)
                out = []
                emit_order(scope, message, ts_init, out)
                return out
            if payload[14] == 117 and payload[TO_20] == b'{"topic":"execution"':
                message = decode_execution(payload)
                out = []
                emit_execution(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def stream_linear(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    public_trade_topics = other.topics_of("public_trade")
    ticker_topics = other.topics_of("ticker")
    decode_public_trade = decoder(PublicTradeText).decode
    decode_ticker = decoder(Ticker).decode
    decode_order = decoder(Order).decode
    decode_execution = decoder(ExecutionText).decode
    ticker = scope.machines["ticker"]
    TickerRecordKept = kept_as(TickerRecord, last_quote_tick="QuoteTick")
    ticker_held = ticker.kept.held

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            byte = payload[11]
            # publicTrade.
            if byte == 117:
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
            # tickers.
            if byte == 105:
                message = decode_ticker(payload)
                if message.topic in ticker_topics:
                    out = []
                    row = message.data
                    key = row.symbol
                    record = ticker_held[key]
                    if type(record) is not TickerRecordKept:
                        record = ticker.opened(key, TickerRecordKept)
                    if message.type == "snapshot":
                        return rest(payload, ts_init)
                    record.was_used = True
                    if row.funding_hours:
                        record.funding_hours = row.funding_hours
                    new_quote_tick = None
                    if (
                        row.bid_price is not None
                        or row.bid_size is not None
                        or row.ask_price is not None
                        or row.ask_size is not None
                    ):
                        if row.bid_price:
                            record.bid_price = row.bid_price
                        if row.bid_size:
                            record.bid_size = row.bid_size
                        if row.ask_price:
                            record.ask_price = row.ask_price
                        if row.ask_size:
                            record.ask_size = row.ask_size
                        if record.bid_price and record.bid_size and record.ask_price and record.ask_size:
                            instrument_id = ids[row.symbol]
                            bid_price = NOT_NEGATIVE[record.bid_price]
                            ask_price = NOT_NEGATIVE[record.ask_price]
                            bid_size = NOT_NEGATIVE[record.bid_size]
                            ask_size = NOT_NEGATIVE[record.ask_size]
                            last = record.last_quote_tick
                            if (
                                last is None
                                or last.bid_price != bid_price
                                or last.ask_price != ask_price
                                or last.bid_size != bid_size
                                or last.ask_size != ask_size
                                or last.instrument_id != instrument_id
                            ):
                                new_quote_tick = QuoteTick(
                                    instrument_id,
                                    bid_price,
                                    ask_price,
                                    bid_size,
                                    ask_size,
                                    message.time_ms * 1_000_000,
                                    ts_init,
                                )
                                out.append(new_quote_tick)
                    if row.mark_price is not None:
                        if row.mark_price:
                            record.mark_price = row.mark_price
                        if record.mark_price:
                            out.append(
                                MarkPriceUpdate(
                                    ids[row.symbol],
                                    (
                                        round_to(
                                            DECIMALS[record.mark_price],
                                            pow10(-known(scope.told_int("price_precision"))),
                                        )
                                        if scope.told_int("price_precision") is not None
                                        else DECIMALS[record.mark_price]
                                    ),
                                    message.time_ms * 1_000_000,
                                    ts_init,
                                )
                            )
                    if row.index_price is not None:
                        if row.index_price:
                            record.index_price = row.index_price
                        if record.index_price:
                            out.append(
                                IndexPriceUpdate(
                                    ids[row.symbol],
                                    (
                                        round_to(
                                            DECIMALS[record.index_price],
                                            pow10(-known(scope.told_int("price_precision"))),
                                        )
                                        if scope.told_int("price_precision") is not None
                                        else DECIMALS[record.index_price]
                                    ),
                                    message.time_ms * 1_000_000,
                                    ts_init,
                                )
                            )
                    if row.funding_rate is not ABSENT or row.next_funding_ms is not None:
                        if row.funding_rate is not ABSENT:
                            record.funding_rate = row.funding_rate or None
                        if row.next_funding_ms:
                            record.next_funding_ms = row.next_funding_ms
                        if record.funding_rate and record.next_funding_ms:
                            out.append(
                                FundingRateUpdate(
                                    ids[row.symbol],
                                    DECIMALS[record.funding_rate],
                                    message.time_ms * 1_000_000,
                                    ts_init,
                                    (
                                        (
                                            60
                                            * whole(
                                                DECIMALS[record.funding_hours]
                                                if record.funding_hours
                                                else DECIMAL_0
                                            )
                                        )
                                        if bool(record.funding_hours)
                                        else None
                                    ),
                                    integer(record.next_funding_ms) * 1_000_000,
                                )
                            )
                    if new_quote_tick is not None:
                        record.last_quote_tick = new_quote_tick
                    return out
            if payload[15] == 34 and payload[TO_16] == b'{"topic":"order"':
                message = decode_order(payload)
                out = []
                emit_order(scope, message, ts_init, out)
                return out
            if payload[14] == 117 and payload[TO_20] == b'{"topic":"execution"':
                message = decode_execution(payload)
                out = []
                emit_execution(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def options_option(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of options. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    option_trade_topics = other.topics_of("option_trade")
    decode_option_trade = decoder(OptionTradeText).decode
    decode_order = decoder(Order).decode
    decode_execution = decoder(ExecutionText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            # publicTrade.
            if payload[15] == 99:
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
            if payload[15] == 34 and payload[TO_16] == b'{"topic":"order"':
                message = decode_order(payload)
                out = []
                emit_order(scope, message, ts_init, out)
                return out
            if payload[14] == 117 and payload[TO_20] == b'{"topic":"execution"':
                message = decode_execution(payload)
                out = []
                emit_execution(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def private_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of private. Whatever else comes goes to `rest`."""
    decode_order = decoder(Order).decode
    decode_execution = decoder(ExecutionText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            if payload[15] == 34 and payload[TO_16] == b'{"topic":"order"':
                message = decode_order(payload)
                out: list[Event] = []
                emit_order(scope, message, ts_init, out)
                return out
            if payload[14] == 117 and payload[TO_20] == b'{"topic":"execution"':
                message = decode_execution(payload)
                out = []
                emit_execution(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def emit_orderbook_into(scope: Scope, message: Any, ts_init: int, out: list[Event], machine: str) -> None:
    """What orderbook, option_orderbook have in common."""
    bids, asks, level_form = scope.sides(LEVELS_OF_2_ABOVE_ZERO, message.data.bids, message.data.asks)
    book = OrderBookDeltas(
        scope.ids[message.data.symbol],  # instrument_id
        bids,
        asks,
        (message.type == "snapshot"),  # is_snapshot
        (message.data.sequence if message.data.sequence is not None else message.data.update_id),  # sequence
        0,  # flags
        (message.time_ms * 1_000_000),  # ts_event
        ts_init,
        None,  # rows
        level_form,
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
        ("stream", "linear"): Short({}, stream_linear),
        ("stream", "inverse"): Short({}, stream_linear),
        ("options", "option"): Short({}, options_option),
        ("private", "spot"): Short({}, private_spot),
        ("private", "linear"): Short({}, private_spot),
        ("private", "inverse"): Short({}, private_spot),
        ("private", "option"): Short({}, private_spot),
    },
    lights={
        "orderbook": Light(OrderbookText, emit_orderbook),
        "option_orderbook": Light(OptionOrderbookText, emit_option_orderbook),
        "older_trade": Light(OlderTradeText, emit_older_trade),
    },
)
