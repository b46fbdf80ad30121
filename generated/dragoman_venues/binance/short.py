"""Short ways of the venue binance: busy messages straight from bytes to events. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.model import AggressorSide, OrderBookDeltas, QuoteTick, TradeTick
from dragoman.model.book import PositiveLevels
from dragoman.model.decimals import NOT_NEGATIVE, POSITIVE
from dragoman.translate.facts import Event, Feed, Short
from dragoman.translate.feeds import FAULTS, JsonFeed, Settled
from dragoman.translate.scope import Scope
from msgspec import Struct, field

from dragoman_venues.binance.books import BookTicker, Depth
from dragoman_venues.binance.trades import AggTrade, FuturesTrade, Trade

AGGRESSOR_SIDE_BUYER = AggressorSide.BUYER
AGGRESSOR_SIDE_SELLER = AggressorSide.SELLER


class BookTickerText(Struct, frozen=True, kw_only=True, tag_field="e", tag="bookTicker", gc=False):
    """BookTicker, the decimals that its event is made of still text."""

    update_id: int = field(name="u")
    symbol: str = field(name="s")
    bid_price: str = field(name="b")
    bid_qty: str = field(name="B")
    ask_price: str = field(name="a")
    ask_qty: str = field(name="A")
    transaction_time_ms: int | None = field(name="T", default=None)
    event_time_ms: int | None = field(name="E", default=None)


class TradeText(Struct, frozen=True, kw_only=True, tag_field="e", tag="trade", gc=False):
    """Trade, the decimals that its event is made of still text."""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    trade_id: int = field(name="t")
    price: str = field(name="p")
    quantity: str = field(name="q")
    trade_time_ms: int = field(name="T")
    buyer_is_maker: bool = field(name="m")


class FuturesTradeText(Struct, frozen=True, kw_only=True, tag_field="e", tag="trade", gc=False):
    """FuturesTrade, the decimals that its event is made of still text."""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    trade_id: int = field(name="t")
    price: str = field(name="p")
    quantity: str = field(name="q")
    trade_time_ms: int = field(name="T")
    buyer_is_maker: bool = field(name="m")
    origin: str | None = field(name="X", default=None)


class AggTradeText(Struct, frozen=True, kw_only=True, tag_field="e", tag="aggTrade", gc=False):
    """AggTrade, the decimals that its event is made of still text."""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    aggregate_id: int = field(name="a")
    price: str = field(name="p")
    quantity: str = field(name="q")
    first_trade_id: int = field(name="f")
    last_trade_id: int = field(name="l")
    trade_time_ms: int = field(name="T")
    buyer_is_maker: bool = field(name="m")


def stream_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids
    synced = scope.synced
    depth_topics = other.topics_of("depth")
    whole = other.whole

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        out: list[Event]
        try:
            if other.tagless:
                told = whole.get(payload[: payload.find(b'"', 11)])
                if told is None:
                    return rest(payload, ts_init)
                frame = told(payload)
            else:
                frame = decode(payload)
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
            if kind is Depth and frame.topic in depth_topics:
                book = OrderBookDeltas(
                    ids[message.symbol],
                    PositiveLevels(message.bids),
                    PositiveLevels(message.asks),
                    False,
                    message.final_update_id,
                    0,
                    (
                        message.transaction_time_ms * 1_000_000
                        if message.transaction_time_ms is not None
                        else message.event_time_ms * 1_000_000
                    ),
                    ts_init,
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
    whole = other.whole

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        out: list[Event]
        try:
            if other.tagless:
                told = whole.get(payload[: payload.find(b'"', 11)])
                if told is None:
                    return rest(payload, ts_init)
                frame = told(payload)
            else:
                frame = decode(payload)
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
            if kind is Depth and frame.topic in depth_topics:
                book = OrderBookDeltas(
                    ids[message.symbol],
                    PositiveLevels(message.bids),
                    PositiveLevels(message.asks),
                    False,
                    message.final_update_id,
                    0,
                    (
                        message.transaction_time_ms * 1_000_000
                        if message.transaction_time_ms is not None
                        else message.event_time_ms * 1_000_000
                    ),
                    ts_init,
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


SHORTS: dict[tuple[str, str], Short] = {
    ("stream", "spot"): Short(
        {
            Trade: TradeText,
            AggTrade: AggTradeText,
            BookTicker: BookTickerText,
            Depth: Depth,
        },
        stream_spot,
    ),
    ("stream", "usdm"): Short(
        {
            FuturesTrade: FuturesTradeText,
            AggTrade: AggTradeText,
            BookTicker: BookTickerText,
            Depth: Depth,
        },
        stream_usdm,
    ),
    ("stream", "coinm"): Short(
        {
            FuturesTrade: FuturesTradeText,
            AggTrade: AggTradeText,
            BookTicker: BookTickerText,
            Depth: Depth,
        },
        stream_usdm,
    ),
}
"""(connection, product) -> its short way."""
