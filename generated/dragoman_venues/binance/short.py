"""Short ways of the venue binance: busy messages straight from bytes to events. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.model import AggressorSide, OrderBookDeltas, OrderBookDepth10, QuoteTick, TradeTick
from dragoman.model.book import READ_LEVELS, JsonLevels, LevelForm
from dragoman.model.decimals import NOT_NEGATIVE, POSITIVE
from dragoman.translate.facts import Event, Feed, Light, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed, Settled
from dragoman.translate.frames import variant
from dragoman.translate.levels import ODD
from dragoman.translate.scope import Scope
from msgspec import Raw

from dragoman_venues.binance.books import (
    AllBookTickers,
    BookTicker,
    CoinmAllBookTickers,
    Depth,
    FuturesPartialDepth,
    PartialDepth,
)
from dragoman_venues.binance.trades import AggTrade, FuturesTrade, Trade

AGGRESSOR_SIDE_BUYER = AggressorSide.BUYER
AGGRESSOR_SIDE_SELLER = AggressorSide.SELLER
LEVELS_OF_2_ABOVE_ZERO = LevelForm(positive=True, items=2)

TradeText = variant(Trade, price=str, quantity=str)
AggTradeText = variant(AggTrade, price=str, quantity=str)
BookTickerText = variant(BookTicker, bid_price=str, bid_qty=str, ask_price=str, ask_qty=str)
DepthText = variant(Depth, bids=Raw, asks=Raw)
FuturesTradeText = variant(FuturesTrade, price=str, quantity=str)
PartialDepthText = variant(PartialDepth, bids=Raw, asks=Raw)
FuturesPartialDepthText = variant(FuturesPartialDepth, bids=Raw, asks=Raw)
AllBookTickersText = variant(AllBookTickers, bid_price=str, bid_qty=str, ask_price=str, ask_qty=str)
CoinmAllBookTickersText = variant(CoinmAllBookTickers, bid_price=str, bid_qty=str, ask_price=str, ask_qty=str)


def stream_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    prices = POSITIVE.known
    amounts = NOT_NEGATIVE.known
    synced = scope.synced
    depth_topics = other.topics_of("depth")
    depth_kind = other.kind_of(DepthText)
    depth_is_read = depth_kind is not DepthText
    tagless = False

    def without_tags() -> None:
        nonlocal decode, tagless
        decode = other.told
        tagless = True

    other.on_tagless = without_tags

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        out: list[Event]
        bids: Any
        asks: Any
        try:
            if tagless and payload[8] != 34:  # the quote behind stream
                return other.untold(payload, ts_init)
            frame = decode(payload)
            message = frame.payload
            kind = type(message)
            if kind is TradeText:
                try:
                    price, quantity = prices[message.price], amounts[message.quantity]
                except KeyError:
                    price, quantity = POSITIVE[message.price], NOT_NEGATIVE[message.quantity]
                return [
                    TradeTick(
                        ids[message.symbol],
                        price,
                        quantity,
                        AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
                        str(message.trade_id),
                        message.trade_time_ms * 1_000_000,
                        ts_init,
                    )
                ]
            if kind is AggTradeText:
                try:
                    price, quantity = prices[message.price], amounts[message.quantity]
                except KeyError:
                    price, quantity = POSITIVE[message.price], NOT_NEGATIVE[message.quantity]
                return [
                    TradeTick(
                        ids[message.symbol],
                        price,
                        quantity,
                        AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
                        str(message.aggregate_id),
                        message.trade_time_ms * 1_000_000,
                        ts_init,
                    )
                ]
            if kind is BookTickerText:
                try:
                    bid_price, ask_price, bid_qty, ask_qty = (
                        amounts[message.bid_price],
                        amounts[message.ask_price],
                        amounts[message.bid_qty],
                        amounts[message.ask_qty],
                    )
                except KeyError:
                    bid_price, ask_price, bid_qty, ask_qty = (
                        NOT_NEGATIVE[message.bid_price],
                        NOT_NEGATIVE[message.ask_price],
                        NOT_NEGATIVE[message.bid_qty],
                        NOT_NEGATIVE[message.ask_qty],
                    )
                return [
                    QuoteTick(
                        ids[message.symbol],
                        bid_price,
                        ask_price,
                        bid_qty,
                        ask_qty,
                        (
                            message.transaction_time_ms * 1_000_000
                            if message.transaction_time_ms is not None
                            else ts_init
                        ),
                        ts_init,
                    )
                ]
            if kind is depth_kind:
                try:
                    of_symbol, identity = depth_topics[frame.topic]
                except KeyError:
                    return other.routed(frame, payload, ts_init)
                if of_symbol != message.symbol:
                    _, identity = depth_topics[frame.topic] = message.symbol, ids[message.symbol]
                if depth_is_read:
                    if 1 in payload.partition(b"[")[2].translate(ODD):
                        return rest(payload, ts_init)
                    bids, asks, level_form = message.bids, message.asks, READ_LEVELS
                    at = -1
                    for price, size in bids:
                        at += 1
                        try:
                            bids[at] = prices[price], size
                        except KeyError:
                            bids[at] = POSITIVE[price], size
                    at = -1
                    for price, size in asks:
                        at += 1
                        try:
                            asks[at] = prices[price], size
                        except KeyError:
                            asks[at] = POSITIVE[price], size
                else:
                    bids, asks, level_form = (
                        JsonLevels(message.bids),
                        JsonLevels(message.asks),
                        LEVELS_OF_2_ABOVE_ZERO,
                    )
                book = OrderBookDeltas(
                    identity,
                    bids,
                    asks,
                    False,
                    message.final_update_id,
                    0,
                    (
                        message.transaction_time_ms * 1_000_000
                        if message.transaction_time_ms is not None
                        else message.event_time_ms * 1_000_000
                    ),
                    ts_init,
                    None,
                    level_form,
                )
                if synced:
                    out = []
                    try:
                        scope.machines["depth"].on_message(message.symbol, message, book, ts_init, out)
                    except FAULTS as error:
                        raise Settled(error) from error
                    return out
                return [book]
            return other.routed(frame, payload, ts_init)
        except Settled as settled:
            raise other.settled(settled, payload) from settled.error
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def stream_usdm(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    prices = POSITIVE.known
    amounts = NOT_NEGATIVE.known
    synced = scope.synced
    depth_topics = other.topics_of("depth")
    depth_kind = other.kind_of(DepthText)
    depth_is_read = depth_kind is not DepthText
    tagless = False

    def without_tags() -> None:
        nonlocal decode, tagless
        decode = other.told
        tagless = True

    other.on_tagless = without_tags

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        out: list[Event]
        bids: Any
        asks: Any
        try:
            if tagless and payload[8] != 34:  # the quote behind stream
                return other.untold(payload, ts_init)
            frame = decode(payload)
            message = frame.payload
            kind = type(message)
            if kind is FuturesTradeText:
                if message.origin is None or message.origin != "NA":
                    try:
                        price, quantity = prices[message.price], amounts[message.quantity]
                    except KeyError:
                        price, quantity = POSITIVE[message.price], NOT_NEGATIVE[message.quantity]
                    return [
                        TradeTick(
                            ids[message.symbol],
                            price,
                            quantity,
                            AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
                            str(message.trade_id),
                            message.trade_time_ms * 1_000_000,
                            ts_init,
                        )
                    ]
                return []
            if kind is AggTradeText:
                try:
                    price, quantity = prices[message.price], amounts[message.quantity]
                except KeyError:
                    price, quantity = POSITIVE[message.price], NOT_NEGATIVE[message.quantity]
                return [
                    TradeTick(
                        ids[message.symbol],
                        price,
                        quantity,
                        AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
                        str(message.aggregate_id),
                        message.trade_time_ms * 1_000_000,
                        ts_init,
                    )
                ]
            if kind is BookTickerText:
                try:
                    bid_price, ask_price, bid_qty, ask_qty = (
                        amounts[message.bid_price],
                        amounts[message.ask_price],
                        amounts[message.bid_qty],
                        amounts[message.ask_qty],
                    )
                except KeyError:
                    bid_price, ask_price, bid_qty, ask_qty = (
                        NOT_NEGATIVE[message.bid_price],
                        NOT_NEGATIVE[message.ask_price],
                        NOT_NEGATIVE[message.bid_qty],
                        NOT_NEGATIVE[message.ask_qty],
                    )
                return [
                    QuoteTick(
                        ids[message.symbol],
                        bid_price,
                        ask_price,
                        bid_qty,
                        ask_qty,
                        (
                            message.transaction_time_ms * 1_000_000
                            if message.transaction_time_ms is not None
                            else ts_init
                        ),
                        ts_init,
                    )
                ]
            if kind is depth_kind:
                try:
                    of_symbol, identity = depth_topics[frame.topic]
                except KeyError:
                    return other.routed(frame, payload, ts_init)
                if of_symbol != message.symbol:
                    _, identity = depth_topics[frame.topic] = message.symbol, ids[message.symbol]
                if depth_is_read:
                    if 1 in payload.partition(b"[")[2].translate(ODD):
                        return rest(payload, ts_init)
                    bids, asks, level_form = message.bids, message.asks, READ_LEVELS
                    at = -1
                    for price, size in bids:
                        at += 1
                        try:
                            bids[at] = prices[price], size
                        except KeyError:
                            bids[at] = POSITIVE[price], size
                    at = -1
                    for price, size in asks:
                        at += 1
                        try:
                            asks[at] = prices[price], size
                        except KeyError:
                            asks[at] = POSITIVE[price], size
                else:
                    bids, asks, level_form = (
                        JsonLevels(message.bids),
                        JsonLevels(message.asks),
                        LEVELS_OF_2_ABOVE_ZERO,
                    )
                book = OrderBookDeltas(
                    identity,
                    bids,
                    asks,
                    False,
                    message.final_update_id,
                    0,
                    (
                        message.transaction_time_ms * 1_000_000
                        if message.transaction_time_ms is not None
                        else message.event_time_ms * 1_000_000
                    ),
                    ts_init,
                    None,
                    level_form,
                )
                if synced:
                    out = []
                    try:
                        scope.machines["depth"].on_message(message.symbol, message, book, ts_init, out)
                    except FAULTS as error:
                        raise Settled(error) from error
                    return out
                return [book]
            return other.routed(frame, payload, ts_init)
        except Settled as settled:
            raise other.settled(settled, payload) from settled.error
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def stream_coinm(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    prices = POSITIVE.known
    amounts = NOT_NEGATIVE.known
    synced = scope.synced
    book_ticker_topics = other.topics_of("book_ticker")
    depth_topics = other.topics_of("depth")
    depth_kind = other.kind_of(DepthText)
    depth_is_read = depth_kind is not DepthText
    tagless = False

    def without_tags() -> None:
        nonlocal decode, tagless
        decode = other.told
        tagless = True

    other.on_tagless = without_tags

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        out: list[Event]
        bids: Any
        asks: Any
        try:
            if tagless and payload[8] != 34:  # the quote behind stream
                return other.untold(payload, ts_init)
            frame = decode(payload)
            message = frame.payload
            kind = type(message)
            if kind is FuturesTradeText:
                if message.origin is None or message.origin != "NA":
                    try:
                        price, quantity = prices[message.price], amounts[message.quantity]
                    except KeyError:
                        price, quantity = POSITIVE[message.price], NOT_NEGATIVE[message.quantity]
                    return [
                        TradeTick(
                            ids[message.symbol],
                            price,
                            quantity,
                            AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
                            str(message.trade_id),
                            message.trade_time_ms * 1_000_000,
                            ts_init,
                        )
                    ]
                return []
            if kind is AggTradeText:
                try:
                    price, quantity = prices[message.price], amounts[message.quantity]
                except KeyError:
                    price, quantity = POSITIVE[message.price], NOT_NEGATIVE[message.quantity]
                return [
                    TradeTick(
                        ids[message.symbol],
                        price,
                        quantity,
                        AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
                        str(message.aggregate_id),
                        message.trade_time_ms * 1_000_000,
                        ts_init,
                    )
                ]
            if kind is BookTickerText:
                try:
                    of_symbol, identity = book_ticker_topics[frame.topic]
                except KeyError:
                    return other.routed(frame, payload, ts_init)
                if of_symbol != message.symbol:
                    _, identity = book_ticker_topics[frame.topic] = message.symbol, ids[message.symbol]
                try:
                    bid_price, ask_price, bid_qty, ask_qty = (
                        amounts[message.bid_price],
                        amounts[message.ask_price],
                        amounts[message.bid_qty],
                        amounts[message.ask_qty],
                    )
                except KeyError:
                    bid_price, ask_price, bid_qty, ask_qty = (
                        NOT_NEGATIVE[message.bid_price],
                        NOT_NEGATIVE[message.ask_price],
                        NOT_NEGATIVE[message.bid_qty],
                        NOT_NEGATIVE[message.ask_qty],
                    )
                return [
                    QuoteTick(
                        identity,
                        bid_price,
                        ask_price,
                        bid_qty,
                        ask_qty,
                        (
                            message.transaction_time_ms * 1_000_000
                            if message.transaction_time_ms is not None
                            else ts_init
                        ),
                        ts_init,
                    )
                ]
            if kind is depth_kind:
                try:
                    of_symbol, identity = depth_topics[frame.topic]
                except KeyError:
                    return other.routed(frame, payload, ts_init)
                if of_symbol != message.symbol:
                    _, identity = depth_topics[frame.topic] = message.symbol, ids[message.symbol]
                if depth_is_read:
                    if 1 in payload.partition(b"[")[2].translate(ODD):
                        return rest(payload, ts_init)
                    bids, asks, level_form = message.bids, message.asks, READ_LEVELS
                    at = -1
                    for price, size in bids:
                        at += 1
                        try:
                            bids[at] = prices[price], size
                        except KeyError:
                            bids[at] = POSITIVE[price], size
                    at = -1
                    for price, size in asks:
                        at += 1
                        try:
                            asks[at] = prices[price], size
                        except KeyError:
                            asks[at] = POSITIVE[price], size
                else:
                    bids, asks, level_form = (
                        JsonLevels(message.bids),
                        JsonLevels(message.asks),
                        LEVELS_OF_2_ABOVE_ZERO,
                    )
                book = OrderBookDeltas(
                    identity,
                    bids,
                    asks,
                    False,
                    message.final_update_id,
                    0,
                    (
                        message.transaction_time_ms * 1_000_000
                        if message.transaction_time_ms is not None
                        else message.event_time_ms * 1_000_000
                    ),
                    ts_init,
                    None,
                    level_form,
                )
                if synced:
                    out = []
                    try:
                        scope.machines["depth"].on_message(message.symbol, message, book, ts_init, out)
                    except FAULTS as error:
                        raise Settled(error) from error
                    return out
                return [book]
            return other.routed(frame, payload, ts_init)
        except Settled as settled:
            raise other.settled(settled, payload) from settled.error
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def emit_partial_depth(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """PartialDepth to OrderBookDeltas, OrderBookDepth10."""
    bids, asks, level_form = scope.sides(LEVELS_OF_2_ABOVE_ZERO, message.bids, message.asks)
    out.append(
        OrderBookDeltas(
            scope.topic_id("symbol"),  # instrument_id
            bids,
            asks,
            True,  # is_snapshot
            message.last_update_id,  # sequence
            0,  # flags
            ts_init,  # ts_event
            ts_init,
            None,  # rows
            level_form,
        )
    )
    out.append(
        OrderBookDepth10(
            scope.topic_id("symbol"),  # instrument_id
            bids,
            asks,
            (),  # bid_counts
            (),  # ask_counts
            0,  # flags
            message.last_update_id,  # sequence
            ts_init,  # ts_event
            ts_init,
            level_form,
        )
    )


def emit_futures_partial_depth(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """FuturesPartialDepth to OrderBookDeltas, OrderBookDepth10."""
    bids, asks, level_form = scope.sides(LEVELS_OF_2_ABOVE_ZERO, message.bids, message.asks)
    instrument_id = scope.ids[message.symbol]
    transaction_time_ns = message.transaction_time_ms * 1_000_000
    out.append(
        OrderBookDeltas(
            instrument_id,
            bids,
            asks,
            True,  # is_snapshot
            message.final_update_id,  # sequence
            0,  # flags
            transaction_time_ns,  # ts_event
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
            message.final_update_id,  # sequence
            transaction_time_ns,  # ts_event
            ts_init,
            level_form,
        )
    )


def emit_all_book_tickers(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """AllBookTickers to QuoteTick."""
    out.append(
        QuoteTick(
            scope.ids[message.symbol],
            NOT_NEGATIVE[message.bid_price],
            NOT_NEGATIVE[message.ask_price],
            NOT_NEGATIVE[message.bid_qty],
            NOT_NEGATIVE[message.ask_qty],
            message.transaction_time_ms * 1_000_000 if message.transaction_time_ms is not None else ts_init,
            ts_init,
        )
    )


def emit_coinm_all_book_tickers(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """CoinmAllBookTickers to QuoteTick."""
    out.append(
        QuoteTick(
            scope.ids_of("coinm" if "USD_" in message.symbol else "usdm")[message.symbol],
            NOT_NEGATIVE[message.bid_price],
            NOT_NEGATIVE[message.ask_price],
            NOT_NEGATIVE[message.bid_qty],
            NOT_NEGATIVE[message.ask_qty],
            message.transaction_time_ms * 1_000_000 if message.transaction_time_ms is not None else ts_init,
            ts_init,
        )
    )


WAYS = Ways(
    shorts={
        ("stream", "spot"): Short(
            {
                Trade: TradeText,
                AggTrade: AggTradeText,
                BookTicker: BookTickerText,
                Depth: DepthText,
            },
            stream_spot,
        ),
        ("stream", "usdm"): Short(
            {
                FuturesTrade: FuturesTradeText,
                AggTrade: AggTradeText,
                BookTicker: BookTickerText,
                Depth: DepthText,
            },
            stream_usdm,
        ),
        ("stream", "coinm"): Short(
            {
                FuturesTrade: FuturesTradeText,
                AggTrade: AggTradeText,
                BookTicker: BookTickerText,
                Depth: DepthText,
            },
            stream_coinm,
        ),
    },
    lights={
        "partial_depth": Light(PartialDepthText, emit_partial_depth),
        "futures_partial_depth": Light(FuturesPartialDepthText, emit_futures_partial_depth),
        "all_book_tickers": Light(AllBookTickersText, emit_all_book_tickers),
        "coinm_all_book_tickers": Light(CoinmAllBookTickersText, emit_coinm_all_book_tickers),
    },
)
