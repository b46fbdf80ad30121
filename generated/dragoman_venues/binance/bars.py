"""bars of the venue binance. Generated from specs/binance/bars.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import Bar, InstrumentId
from dragoman.translate.facts import Event
from dragoman.translate.reads import as_rows, finite, not_negative
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Raw, Struct, field

Interval = Literal[
    "1s", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w", "1M"
]
INTERVAL_MEANS: dict[str, str] = {
    "1s": "1-SECOND",
    "1m": "1-MINUTE",
    "3m": "3-MINUTE",
    "5m": "5-MINUTE",
    "15m": "15-MINUTE",
    "30m": "30-MINUTE",
    "1h": "1-HOUR",
    "2h": "2-HOUR",
    "4h": "4-HOUR",
    "6h": "6-HOUR",
    "8h": "8-HOUR",
    "12h": "12-HOUR",
    "1d": "1-DAY",
    "3d": "3-DAY",
    "1w": "1-WEEK",
    "1M": "1-MONTH",
}

DECIMAL_0 = Decimal("0")


class KlineRow(Struct, frozen=True, array_like=True, gc=False):
    """One bar of a listing. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#klinecandlestick-data"""

    open_time_ms: int
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    volume: Decimal
    close_time_ms: int
    quote_volume: Decimal
    trades: int
    taker_buy_base_volume: Decimal
    taker_buy_quote_volume: Decimal


class PriceKlineRow(Struct, frozen=True, array_like=True, gc=False):
    """One bar of a price that isn't traded, or of a premium, which may be negative; the other positions hold nothing of use. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#index-price-kline-candlestick-data"""

    open_time_ms: int
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    skipped_5: Raw
    close_time_ms: int


class StreamPriceKline(Struct, frozen=True, kw_only=True, gc=False):
    """The bar of a price that isn't traded inside a message; the other keys hold nothing of use. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#mark-price-kline-candlestick-streams"""

    open_time_ms: int = field(name="t")
    close_time_ms: int = field(name="T")
    contract: str = field(name="s")
    interval: Interval = field(name="i")
    open: Decimal = field(name="o")
    close: Decimal = field(name="c")
    high: Decimal = field(name="h")
    low: Decimal = field(name="l")
    is_closed: bool = field(name="x")


class StreamKline(Struct, frozen=True, kw_only=True, gc=False):
    """The bar inside a kline message. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#klinecandlestick-streams-for-utc"""

    open_time_ms: int = field(name="t")
    close_time_ms: int = field(name="T")
    interval: Interval = field(name="i")
    open: Decimal = field(name="o")
    close: Decimal = field(name="c")
    high: Decimal = field(name="h")
    low: Decimal = field(name="l")
    volume: Decimal = field(name="v")
    trades: int = field(name="n")
    is_closed: bool = field(name="x")
    quote_volume: Decimal = field(name="q")
    taker_buy_base_volume: Decimal = field(name="V")
    taker_buy_quote_volume: Decimal = field(name="Q")


class Kline(Struct, frozen=True, kw_only=True, tag_field="e", tag="kline", gc=False):
    """A message of kline: Bars. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#klinecandlestick-streams-for-utc"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    kline: StreamKline = field(name="k")


class ContinuousKline(Struct, frozen=True, kw_only=True, tag_field="e", tag="continuous_kline", gc=False):
    """A message of continuous_kline: Bars of the current, next or perpetual contract of a pair. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#continuous-contract-kline-candlestick-streams"""

    event_time_ms: int = field(name="E")
    pair: str = field(name="ps")
    contract_type: str = field(name="ct")
    kline: StreamKline = field(name="k")


class MarkPriceKline(Struct, frozen=True, kw_only=True, tag_field="e", tag="markPrice_kline", gc=False):
    """A message of mark_price_kline: Bars of the mark price. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#mark-price-kline-candlestick-streams"""

    event_time_ms: int = field(name="E")
    kline: StreamPriceKline = field(name="k")


class IndexPriceKline(Struct, frozen=True, kw_only=True, tag_field="e", tag="indexPrice_kline", gc=False):
    """A message of index_price_kline: Bars of the index price of a pair. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#index-kline-candlestick-streams"""

    event_time_ms: int = field(name="E")
    pair: str = field(name="ps")
    kline: StreamPriceKline = field(name="k")


class BinanceBar(Struct, frozen=True, kw_only=True):
    """A closed bar with the volumes that a plain bar lacks. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#klinecandlestick-data"""

    instrument_id: InstrumentId
    interval: str | None  # such as 1-MINUTE; nothing where the caller of a history did not say it
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    volume: Decimal  # base asset; contracts on COIN-M
    quote_volume: Decimal  # quote asset; base asset on COIN-M
    trades: int
    taker_buy_base_volume: Decimal
    taker_buy_quote_volume: Decimal
    open_time: int
    ts_event: int
    ts_init: int


class BinanceContinuousBar(Struct, frozen=True, kw_only=True):
    """A closed bar of the contract that is at the moment the current, next or perpetual one of a pair. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#continuous-contract-kline-candlestick-data"""

    pair: str
    contract_type: str
    interval: str
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    volume: Decimal
    quote_volume: Decimal
    trades: int
    taker_buy_base_volume: Decimal
    taker_buy_quote_volume: Decimal
    open_time: int
    ts_event: int
    ts_init: int


class BinanceFuturesPremiumIndexBar(Struct, frozen=True, kw_only=True):
    """A bar of the premium of a perpetual over its index, a fraction that may be negative. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#premium-index-kline-data"""

    instrument_id: InstrumentId
    interval: str
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    open_time: int
    ts_event: int
    ts_init: int


def emit_get_klines(scope: Scope, message: list[KlineRow], ts_init: int, out: list[Event]) -> None:
    """Bars to Bar, BinanceBar."""
    for row in message:
        try:
            open_ = not_negative(row.open)
            high = not_negative(row.high)
            low = not_negative(row.low)
            close = not_negative(row.close)
            volume = not_negative(row.volume)
            close_time_ns = row.close_time_ms * 1_000_000
            out.append(
                Bar(
                    scope.bar_type(scope.request_id("symbol"), scope.told_as(INTERVAL_MEANS, "interval")),
                    open_,
                    high,
                    low,
                    close,
                    volume,
                    close_time_ns,
                    ts_init,
                )
            )
            out.append(
                BinanceBar(
                    instrument_id=scope.request_id("symbol"),
                    interval=scope.told_as(INTERVAL_MEANS, "interval"),
                    open=open_,
                    high=high,
                    low=low,
                    close=close,
                    volume=volume,
                    quote_volume=not_negative(row.quote_volume),
                    trades=row.trades,
                    taker_buy_base_volume=finite(row.taker_buy_base_volume),
                    taker_buy_quote_volume=finite(row.taker_buy_quote_volume),
                    open_time=row.open_time_ms * 1_000_000,
                    ts_event=close_time_ns,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_ui_klines(scope: Scope, message: list[KlineRow], ts_init: int, out: list[Event]) -> None:
    """Bars for charts, adjusted by the venue for presentation to no event."""


def emit_get_index_price_klines(
    scope: Scope, message: list[PriceKlineRow], ts_init: int, out: list[Event]
) -> None:
    """Bars of the index price of a USD-M pair to Bar."""
    for row in message:
        try:
            out.append(
                Bar(
                    scope.bar_type(
                        scope.request_id("pair"), scope.told_as(INTERVAL_MEANS, "interval"), "INDEX"
                    ),
                    finite(row.open),
                    finite(row.high),
                    finite(row.low),
                    finite(row.close),
                    DECIMAL_0,
                    row.close_time_ms * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_coinm_index_price_klines(
    scope: Scope, message: list[PriceKlineRow], ts_init: int, out: list[Event]
) -> None:
    """Bars of the index price of a COIN-M pair to Bar."""
    for row in message:
        try:
            out.append(
                Bar(
                    scope.bar_type(
                        scope.ids[(got_2 if (got_2 := scope.told("pair")) is not None else "") + "_PERP"],
                        scope.told_as(INTERVAL_MEANS, "interval"),
                        "INDEX",
                    ),
                    finite(row.open),
                    finite(row.high),
                    finite(row.low),
                    finite(row.close),
                    DECIMAL_0,
                    row.close_time_ms * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_mark_price_klines(
    scope: Scope, message: list[PriceKlineRow], ts_init: int, out: list[Event]
) -> None:
    """Bars of the mark price to Bar."""
    for row in message:
        try:
            out.append(
                Bar(
                    scope.bar_type(
                        scope.request_id("symbol"), scope.told_as(INTERVAL_MEANS, "interval"), "MARK"
                    ),
                    finite(row.open),
                    finite(row.high),
                    finite(row.low),
                    finite(row.close),
                    DECIMAL_0,
                    row.close_time_ms * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_continuous_klines(scope: Scope, message: list[KlineRow], ts_init: int, out: list[Event]) -> None:
    """Bars of the current, next or perpetual contract of a pair to BinanceContinuousBar."""
    for row in message:
        try:
            out.append(
                BinanceContinuousBar(
                    pair=(got_2 if (got_2 := scope.told("pair")) is not None else ""),
                    contract_type=(got_3 if (got_3 := scope.told("contract_type")) is not None else ""),
                    interval=(
                        got_4 if (got_4 := scope.told_as(INTERVAL_MEANS, "interval")) is not None else ""
                    ),
                    open=not_negative(row.open),
                    high=not_negative(row.high),
                    low=not_negative(row.low),
                    close=not_negative(row.close),
                    volume=not_negative(row.volume),
                    quote_volume=not_negative(row.quote_volume),
                    trades=row.trades,
                    taker_buy_base_volume=finite(row.taker_buy_base_volume),
                    taker_buy_quote_volume=finite(row.taker_buy_quote_volume),
                    open_time=row.open_time_ms * 1_000_000,
                    ts_event=row.close_time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_premium_index_klines(
    scope: Scope, message: list[PriceKlineRow], ts_init: int, out: list[Event]
) -> None:
    """Bars of the premium index to BinanceFuturesPremiumIndexBar."""
    for row in message:
        try:
            out.append(
                BinanceFuturesPremiumIndexBar(
                    instrument_id=scope.request_id("symbol"),
                    interval=(
                        got_2 if (got_2 := scope.told_as(INTERVAL_MEANS, "interval")) is not None else ""
                    ),
                    open=finite(row.open),
                    high=finite(row.high),
                    low=finite(row.low),
                    close=finite(row.close),
                    open_time=row.open_time_ms * 1_000_000,
                    ts_event=row.close_time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_kline(scope: Scope, message: Kline, ts_init: int, out: list[Event]) -> None:
    """Bars to Bar, BinanceBar."""
    if message.kline.is_closed:
        out.append(
            Bar(
                scope.bar_type(scope.ids[message.symbol], INTERVAL_MEANS[message.kline.interval]),
                not_negative(message.kline.open),
                not_negative(message.kline.high),
                not_negative(message.kline.low),
                not_negative(message.kline.close),
                not_negative(message.kline.volume),
                message.kline.close_time_ms * 1_000_000,
                ts_init,
            )
        )
    if message.kline.is_closed:
        out.append(
            BinanceBar(
                instrument_id=scope.ids[message.symbol],
                interval=INTERVAL_MEANS[message.kline.interval],
                open=not_negative(message.kline.open),
                high=not_negative(message.kline.high),
                low=not_negative(message.kline.low),
                close=not_negative(message.kline.close),
                volume=not_negative(message.kline.volume),
                quote_volume=finite(message.kline.quote_volume),
                trades=message.kline.trades,
                taker_buy_base_volume=finite(message.kline.taker_buy_base_volume),
                taker_buy_quote_volume=finite(message.kline.taker_buy_quote_volume),
                open_time=message.kline.open_time_ms * 1_000_000,
                ts_event=message.kline.close_time_ms * 1_000_000,
                ts_init=ts_init,
            )
        )


def emit_continuous_kline(scope: Scope, message: ContinuousKline, ts_init: int, out: list[Event]) -> None:
    """Bars of the current, next or perpetual contract of a pair to BinanceContinuousBar."""
    for row in as_rows(message.kline):
        try:
            if row.is_closed:
                out.append(
                    BinanceContinuousBar(
                        pair=message.pair,
                        contract_type=message.contract_type,
                        interval=INTERVAL_MEANS[row.interval],
                        open=not_negative(row.open),
                        high=not_negative(row.high),
                        low=not_negative(row.low),
                        close=not_negative(row.close),
                        volume=not_negative(row.volume),
                        quote_volume=finite(row.quote_volume),
                        trades=row.trades,
                        taker_buy_base_volume=finite(row.taker_buy_base_volume),
                        taker_buy_quote_volume=finite(row.taker_buy_quote_volume),
                        open_time=row.open_time_ms * 1_000_000,
                        ts_event=row.close_time_ms * 1_000_000,
                        ts_init=ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_mark_price_kline(scope: Scope, message: MarkPriceKline, ts_init: int, out: list[Event]) -> None:
    """Bars of the mark price to Bar."""
    for row in as_rows(message.kline):
        try:
            if row.is_closed:
                out.append(
                    Bar(
                        scope.bar_type(scope.ids[row.contract], INTERVAL_MEANS[row.interval], "MARK"),
                        not_negative(row.open),
                        not_negative(row.high),
                        not_negative(row.low),
                        not_negative(row.close),
                        DECIMAL_0,
                        row.close_time_ms * 1_000_000,
                        ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_index_price_kline(scope: Scope, message: IndexPriceKline, ts_init: int, out: list[Event]) -> None:
    """Bars of the index price of a pair to Bar."""
    for row in as_rows(message.kline):
        try:
            if row.is_closed:
                out.append(
                    Bar(
                        scope.bar_type(
                            scope.ids[message.pair + "_PERP"], INTERVAL_MEANS[row.interval], "INDEX"
                        ),
                        not_negative(row.open),
                        not_negative(row.high),
                        not_negative(row.low),
                        not_negative(row.close),
                        DECIMAL_0,
                        row.close_time_ms * 1_000_000,
                        ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)
