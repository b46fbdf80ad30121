"""Short ways of the venue binance: busy messages straight from bytes to events. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.model import AggressorSide, OrderBookDeltas, OrderBookDepth10, QuoteTick, TradeTick
from dragoman.model.book import LevelForm
from dragoman.model.decimals import NOT_NEGATIVE, POSITIVE
from dragoman.translate.facts import Event, Feed, Light, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed, Settled
from dragoman.translate.reads import positive
from dragoman.translate.scope import Scope
from msgspec import Raw, Struct, field

from dragoman_venues.binance.books import BookTicker, Depth
from dragoman_venues.binance.trades import AggTrade, FuturesTrade, Trade

AGGRESSOR_SIDE_BUYER = AggressorSide.BUYER
AGGRESSOR_SIDE_SELLER = AggressorSide.SELLER
LEVELS_OF_2_ABOVE_ZERO = LevelForm(positive=True, items=2)


class DepthText(Struct, frozen=True, kw_only=True, tag_field="e", tag="depthUpdate", gc=False):
    """Depth, what its events are made of still as it came."""

    event_time_ms: int = field(name="E")
    transaction_time_ms: int | None = field(name="T", default=None)
    symbol: str = field(name="s")
    first_update_id: int = field(name="U")
    final_update_id: int = field(name="u")
    previous_final_update_id: int | None = field(name="pu", default=None)
    bids: Raw = field(name="b")
    asks: Raw = field(name="a")


class BookTickerText(Struct, frozen=True, kw_only=True, tag_field="e", tag="bookTicker", gc=False):
    """BookTicker, what its events are made of still as it came."""

    update_id: int = field(name="u")
    symbol: str = field(name="s")
    bid_price: str = field(name="b")
    bid_qty: str = field(name="B")
    ask_price: str = field(name="a")
    ask_qty: str = field(name="A")
    transaction_time_ms: int | None = field(name="T", default=None)
    event_time_ms: int | None = field(name="E", default=None)


class TradeText(Struct, frozen=True, kw_only=True, tag_field="e", tag="trade", gc=False):
    """Trade, what its events are made of still as it came."""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    trade_id: int = field(name="t")
    price: str = field(name="p")
    quantity: str = field(name="q")
    trade_time_ms: int = field(name="T")
    buyer_is_maker: bool = field(name="m")


class FuturesTradeText(Struct, frozen=True, kw_only=True, tag_field="e", tag="trade", gc=False):
    """FuturesTrade, what its events are made of still as it came."""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    trade_id: int = field(name="t")
    price: str = field(name="p")
    quantity: str = field(name="q")
    trade_time_ms: int = field(name="T")
    buyer_is_maker: bool = field(name="m")
    origin: str | None = field(name="X", default=None)


class AggTradeText(Struct, frozen=True, kw_only=True, tag_field="e", tag="aggTrade", gc=False):
    """AggTrade, what its events are made of still as it came."""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    aggregate_id: int = field(name="a")
    price: str = field(name="p")
    quantity: str = field(name="q")
    first_trade_id: int = field(name="f")
    last_trade_id: int = field(name="l")
    trade_time_ms: int = field(name="T")
    buyer_is_maker: bool = field(name="m")


class PartialDepthText(Struct, frozen=True, kw_only=True, gc=False):
    """PartialDepth, what its events are made of still as it came."""

    last_update_id: int = field(name="lastUpdateId")
    bids: Raw
    asks: Raw


class FuturesPartialDepthText(Struct, frozen=True, kw_only=True, tag_field="e", tag="depthUpdate", gc=False):
    """FuturesPartialDepth, what its events are made of still as it came."""

    event_time_ms: int = field(name="E")
    transaction_time_ms: int = field(name="T")
    symbol: str = field(name="s")
    first_update_id: int = field(name="U")
    final_update_id: int = field(name="u")
    previous_final_update_id: int = field(name="pu")
    bids: Raw = field(name="b")
    asks: Raw = field(name="a")


class AllBookTickersText(Struct, frozen=True, kw_only=True, tag_field="e", tag="bookTicker", gc=False):
    """AllBookTickers, what its events are made of still as it came."""

    update_id: int = field(name="u")
    symbol: str = field(name="s")
    bid_price: str = field(name="b")
    bid_qty: str = field(name="B")
    ask_price: str = field(name="a")
    ask_qty: str = field(name="A")
    transaction_time_ms: int | None = field(name="T", default=None)
    event_time_ms: int | None = field(name="E", default=None)


def stream_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids
    synced = scope.synced
    depth_topics = other.topics_of("depth")

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        out: list[Event]
        try:
            frame = other.told(payload) if other.tagless else decode(payload)
            if frame is None:
                return rest(payload, ts_init)
            message = frame.payload
            kind = type(message)
            if kind is TradeText:
                return [
                    TradeTick(
                        ids[message.symbol],
                        POSITIVE[message.price],
                        NOT_NEGATIVE[message.quantity],
                        AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
                        str(message.trade_id),
                        message.trade_time_ms * 1_000_000,
                        ts_init,
                    )
                ]
            if kind is AggTradeText:
                return [
                    TradeTick(
                        ids[message.symbol],
                        POSITIVE[message.price],
                        NOT_NEGATIVE[message.quantity],
                        AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
                        str(message.aggregate_id),
                        message.trade_time_ms * 1_000_000,
                        ts_init,
                    )
                ]
            if kind is BookTickerText:
                return [
                    QuoteTick(
                        ids[message.symbol],
                        NOT_NEGATIVE[message.bid_price],
                        NOT_NEGATIVE[message.ask_price],
                        NOT_NEGATIVE[message.bid_qty],
                        NOT_NEGATIVE[message.ask_qty],
                        (
                            message.transaction_time_ms * 1_000_000
                            if message.transaction_time_ms is not None
                            else ts_init
                        ),
                        ts_init,
                    )
                ]
            if kind is DepthText and frame.topic in depth_topics:
                book = OrderBookDeltas(
                    ids[message.symbol],
                    message.bids,
                    message.asks,
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
                    LEVELS_OF_2_ABOVE_ZERO,
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
    ids = scope.ids
    synced = scope.synced
    depth_topics = other.topics_of("depth")

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        out: list[Event]
        try:
            frame = other.told(payload) if other.tagless else decode(payload)
            if frame is None:
                return rest(payload, ts_init)
            message = frame.payload
            kind = type(message)
            if kind is FuturesTradeText:
                if message.origin != "NA":
                    return [
                        TradeTick(
                            ids[message.symbol],
                            POSITIVE[message.price],
                            NOT_NEGATIVE[message.quantity],
                            AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
                            str(message.trade_id),
                            message.trade_time_ms * 1_000_000,
                            ts_init,
                        )
                    ]
                return []
            if kind is AggTradeText:
                return [
                    TradeTick(
                        ids[message.symbol],
                        POSITIVE[message.price],
                        NOT_NEGATIVE[message.quantity],
                        AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
                        str(message.aggregate_id),
                        message.trade_time_ms * 1_000_000,
                        ts_init,
                    )
                ]
            if kind is BookTickerText:
                return [
                    QuoteTick(
                        ids[message.symbol],
                        NOT_NEGATIVE[message.bid_price],
                        NOT_NEGATIVE[message.ask_price],
                        NOT_NEGATIVE[message.bid_qty],
                        NOT_NEGATIVE[message.ask_qty],
                        (
                            message.transaction_time_ms * 1_000_000
                            if message.transaction_time_ms is not None
                            else ts_init
                        ),
                        ts_init,
                    )
                ]
            if kind is DepthText and frame.topic in depth_topics:
                book = OrderBookDeltas(
                    ids[message.symbol],
                    message.bids,
                    message.asks,
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
                    LEVELS_OF_2_ABOVE_ZERO,
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


def emit_partial_depth(scope: Scope, message: PartialDepthText, ts_init: int, out: list[Event]) -> None:
    """PartialDepth to OrderBookDeltas, OrderBookDepth10."""
    out.append(
        OrderBookDeltas(
            scope.topic_id("symbol"),  # instrument_id
            message.bids,
            message.asks,
            True,  # is_snapshot
            message.last_update_id,  # sequence
            0,  # flags
            ts_init,  # ts_event
            ts_init,
            None,  # rows
            LEVELS_OF_2_ABOVE_ZERO,  # level_form
        )
    )
    out.append(
        OrderBookDepth10(
            scope.topic_id("symbol"),  # instrument_id
            message.bids,
            message.asks,
            (),  # bid_counts
            (),  # ask_counts
            0,  # flags
            message.last_update_id,  # sequence
            ts_init,  # ts_event
            ts_init,
            LEVELS_OF_2_ABOVE_ZERO,  # level_form
        )
    )


def emit_futures_partial_depth(
    scope: Scope, message: FuturesPartialDepthText, ts_init: int, out: list[Event]
) -> None:
    """FuturesPartialDepth to OrderBookDeltas, OrderBookDepth10."""
    instrument_id = scope.ids[message.symbol]
    transaction_time_ns = message.transaction_time_ms * 1_000_000
    out.append(
        OrderBookDeltas(
            instrument_id,
            message.bids,
            message.asks,
            True,  # is_snapshot
            message.final_update_id,  # sequence
            0,  # flags
            transaction_time_ns,  # ts_event
            ts_init,
            None,  # rows
            LEVELS_OF_2_ABOVE_ZERO,  # level_form
        )
    )
    out.append(
        OrderBookDepth10(
            instrument_id,
            message.bids,
            message.asks,
            (),  # bid_counts
            (),  # ask_counts
            0,  # flags
            message.final_update_id,  # sequence
            transaction_time_ns,  # ts_event
            ts_init,
            LEVELS_OF_2_ABOVE_ZERO,  # level_form
        )
    )


def emit_all_book_tickers(scope: Scope, message: AllBookTickersText, ts_init: int, out: list[Event]) -> None:
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
            stream_usdm,
        ),
    },
    lights={
        "partial_depth": Light(PartialDepthText, emit_partial_depth),
        "futures_partial_depth": Light(FuturesPartialDepthText, emit_futures_partial_depth),
        "all_book_tickers": Light(AllBookTickersText, emit_all_book_tickers),
    },
)
