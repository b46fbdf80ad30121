"""tickers of the venue binance. Generated from specs/binance/tickers.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import InstrumentId
from dragoman.translate.facts import Event
from dragoman.translate.functions import parse_int
from dragoman.translate.reads import as_list, finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

WindowTag = Literal["1hTicker", "4hTicker", "1dTicker"]
WINDOW_TAG_MEANS: dict[str, str] = {"1hTicker": "1h", "4hTicker": "4h", "1dTicker": "1d"}

DECIMAL_0 = Decimal("0")


class Ticker24h(Struct, frozen=True, kw_only=True, gc=False):
    """Statistics of 24 hours in a listing. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#24hr-ticker-price-change-statistics"""

    symbol: str
    price_change: Decimal | None = field(name="priceChange", default=None)
    price_change_percent: Decimal | None = field(name="priceChangePercent", default=None)
    weighted_avg_price: Decimal | None = field(name="weightedAvgPrice", default=None)
    prev_close_price: Decimal | None = field(name="prevClosePrice", default=None)
    last_price: Decimal = field(name="lastPrice")
    last_qty: Decimal | None = field(name="lastQty", default=None)
    bid_price: Decimal | None = field(name="bidPrice", default=None)
    bid_qty: Decimal | None = field(name="bidQty", default=None)
    ask_price: Decimal | None = field(name="askPrice", default=None)
    ask_qty: Decimal | None = field(name="askQty", default=None)
    open_price: Decimal = field(name="openPrice")
    high_price: Decimal = field(name="highPrice")
    low_price: Decimal = field(name="lowPrice")
    volume: Decimal
    quote_volume: Decimal | None = field(name="quoteVolume", default=None)
    base_volume: Decimal | None = field(name="baseVolume", default=None)
    open_time_ms: int = field(name="openTime")
    close_time_ms: int = field(name="closeTime")
    first_id: int = field(name="firstId")
    last_id: int = field(name="lastId")
    count: int


class WindowTickerRow(Struct, frozen=True, kw_only=True, gc=False):
    """Statistics of a window in a listing. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#rolling-window-price-change-statistics"""

    symbol: str
    price_change: Decimal | None = field(name="priceChange", default=None)
    price_change_percent: Decimal | None = field(name="priceChangePercent", default=None)
    weighted_avg_price: Decimal | None = field(name="weightedAvgPrice", default=None)
    open_price: Decimal = field(name="openPrice")
    high_price: Decimal = field(name="highPrice")
    low_price: Decimal = field(name="lowPrice")
    last_price: Decimal = field(name="lastPrice")
    volume: Decimal
    quote_volume: Decimal = field(name="quoteVolume")
    open_time_ms: int = field(name="openTime")
    close_time_ms: int = field(name="closeTime")
    first_id: int = field(name="firstId")
    last_id: int = field(name="lastId")
    count: int


class StreamTicker(Struct, frozen=True, kw_only=True, tag_field="e", tag="24hrTicker", gc=False):
    """Spot statistics of 24 hours in a stream. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-ticker-streams"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    price_change: Decimal = field(name="p")
    price_change_percent: Decimal = field(name="P")
    weighted_avg_price: Decimal = field(name="w")
    prev_close_price: Decimal = field(name="x")
    last_price: Decimal = field(name="c")
    last_qty: Decimal = field(name="Q")
    bid_price: Decimal = field(name="b")
    bid_qty: Decimal = field(name="B")
    ask_price: Decimal = field(name="a")
    ask_qty: Decimal = field(name="A")
    open_price: Decimal = field(name="o")
    high_price: Decimal = field(name="h")
    low_price: Decimal = field(name="l")
    volume: Decimal = field(name="v")
    quote_volume: Decimal = field(name="q")
    open_time_ms: int = field(name="O")
    close_time_ms: int = field(name="C")
    first_trade_id: int = field(name="F")
    last_trade_id: int = field(name="L")
    num_trades: int = field(name="n")


class StreamFuturesTicker(Struct, frozen=True, kw_only=True, tag_field="e", tag="24hrTicker", gc=False):
    """Futures statistics of 24 hours in a stream. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-rolling-window-statistics-streams"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    price_change: Decimal = field(name="p")
    price_change_percent: Decimal = field(name="P")
    weighted_avg_price: Decimal = field(name="w")
    last_price: Decimal = field(name="c")
    last_qty: Decimal = field(name="Q")
    open_price: Decimal = field(name="o")
    high_price: Decimal = field(name="h")
    low_price: Decimal = field(name="l")
    volume: Decimal = field(name="v")
    quote_volume: Decimal = field(name="q")
    open_time_ms: int = field(name="O")
    close_time_ms: int = field(name="C")
    first_trade_id: int = field(name="F")
    last_trade_id: int = field(name="L")
    num_trades: int = field(name="n")


class StreamWindowTicker(Struct, frozen=True, kw_only=True, gc=False):
    """Spot statistics of a window in a stream. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-rolling-window-statistics-streams"""

    window_tag: WindowTag = field(name="e")
    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    price_change: Decimal = field(name="p")
    price_change_percent: Decimal = field(name="P")
    weighted_avg_price: Decimal = field(name="w")
    last_price: Decimal = field(name="c")
    open_price: Decimal = field(name="o")
    high_price: Decimal = field(name="h")
    low_price: Decimal = field(name="l")
    volume: Decimal = field(name="v")
    quote_volume: Decimal = field(name="q")
    open_time_ms: int = field(name="O")
    close_time_ms: int = field(name="C")
    first_trade_id: int = field(name="F")
    last_trade_id: int = field(name="L")
    num_trades: int = field(name="n")


class StreamMiniTicker(Struct, frozen=True, kw_only=True, tag_field="e", tag="24hrMiniTicker", gc=False):
    """Short statistics of 24 hours in a stream. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-mini-ticker-stream"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    close_price: Decimal = field(name="c")
    open_price: Decimal = field(name="o")
    high_price: Decimal = field(name="h")
    low_price: Decimal = field(name="l")
    volume: Decimal = field(name="v")
    quote_volume: Decimal = field(name="q")


class GetTickerPriceRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_ticker_price: Last price. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#symbol-price-ticker"""

    symbol: str
    price: Decimal
    time_ms: int | None = field(name="time", default=None)


class GetAvgPriceResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_avg_price: Average price of the last minutes. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#current-average-price"""

    minutes: int = field(name="mins")
    price: Decimal
    close_time_ms: int | None = field(name="closeTime", default=None)


class GetReferencePriceResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_reference_price: Reference price. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-reference-price"""

    symbol: str
    reference_price: Decimal | None = field(name="referencePrice")
    timestamp_ms: int = field(name="timestamp")


class AvgPrice(Struct, frozen=True, kw_only=True, tag_field="e", tag="avgPrice", gc=False):
    """A message of avg_price: Average price of the last minutes. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#average-price"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    window: str = field(name="i")
    price: Decimal = field(name="w")
    last_trade_time_ms: int = field(name="T")


class ReferencePrice(Struct, frozen=True, kw_only=True, tag_field="e", tag="referencePrice", gc=False):
    """A message of reference_price: Reference price. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#reference-price-streams"""

    symbol: str = field(name="s")
    reference_price: Decimal | None = field(name="r")
    timestamp_ms: int = field(name="t")


class BinanceTicker(Struct, frozen=True, kw_only=True):
    """Spot statistics of the last 24 hours. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#24hr-ticker-price-change-statistics"""

    instrument_id: InstrumentId
    price_change: Decimal
    price_change_percent: Decimal
    weighted_avg_price: Decimal
    prev_close_price: Decimal | None
    last_price: Decimal
    last_qty: Decimal
    bid_price: Decimal | None
    bid_qty: Decimal | None
    ask_price: Decimal | None
    ask_qty: Decimal | None
    open_price: Decimal
    high_price: Decimal
    low_price: Decimal
    volume: Decimal
    quote_volume: Decimal
    open_time: int
    close_time: int
    first_trade_id: int
    last_trade_id: int
    num_trades: int
    ts_event: int
    ts_init: int


class BinanceFuturesTicker(Struct, frozen=True, kw_only=True):
    """Futures statistics of the last 24 hours. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#ticker24hr-price-change-statistics"""

    instrument_id: InstrumentId
    price_change: Decimal
    price_change_percent: Decimal
    weighted_avg_price: Decimal
    last_price: Decimal
    last_qty: Decimal
    open_price: Decimal
    high_price: Decimal
    low_price: Decimal
    volume: Decimal  # base asset; contracts on COIN-M
    quote_volume: Decimal  # quote asset; base asset on COIN-M
    open_time: int
    close_time: int
    first_trade_id: int
    last_trade_id: int
    num_trades: int
    ts_event: int
    ts_init: int


class BinanceMiniTicker(Struct, frozen=True, kw_only=True):
    """Short statistics of the last 24 hours. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-mini-ticker-stream"""

    instrument_id: InstrumentId
    close_price: Decimal
    open_price: Decimal
    high_price: Decimal
    low_price: Decimal
    volume: Decimal
    quote_volume: Decimal
    ts_event: int
    ts_init: int


class BinanceWindowTicker(Struct, frozen=True, kw_only=True):
    """Spot statistics of a window such as 1h, or of the trading day. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#rolling-window-price-change-statistics"""

    instrument_id: InstrumentId
    window: str
    price_change: Decimal | None
    price_change_percent: Decimal | None
    weighted_avg_price: Decimal | None
    open_price: Decimal
    high_price: Decimal
    low_price: Decimal
    last_price: Decimal
    volume: Decimal
    quote_volume: Decimal
    open_time: int
    close_time: int
    first_trade_id: int
    last_trade_id: int
    num_trades: int
    ts_event: int
    ts_init: int


class BinanceReferencePrice(Struct, frozen=True, kw_only=True):
    """The price by which the venue bounds order prices. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-reference-price"""

    instrument_id: InstrumentId
    price: Decimal | None  # nothing while there is none
    ts_event: int
    ts_init: int


class BinanceAveragePrice(Struct, frozen=True, kw_only=True):
    """Average price of the last minutes. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#current-average-price"""

    instrument_id: InstrumentId
    minutes: int
    price: Decimal
    ts_event: int
    ts_init: int


def emit_get_ticker_24hr(
    scope: Scope, message: Ticker24h | list[Ticker24h], ts_init: int, out: list[Event]
) -> None:
    """Spot statistics of the last 24 hours to BinanceTicker."""
    for row in as_list(message):
        try:
            if row.price_change is not None:
                close_time_ns = row.close_time_ms * 1_000_000
                out.append(
                    BinanceTicker(
                        instrument_id=scope.ids[row.symbol],
                        price_change=finite(row.price_change),
                        price_change_percent=(
                            finite(row.price_change_percent)
                            if row.price_change_percent is not None
                            else DECIMAL_0
                        ),
                        weighted_avg_price=(
                            finite(row.weighted_avg_price)
                            if row.weighted_avg_price is not None
                            else DECIMAL_0
                        ),
                        prev_close_price=(
                            finite(row.prev_close_price) if row.prev_close_price is not None else None
                        ),
                        last_price=finite(row.last_price),
                        last_qty=finite(row.last_qty) if row.last_qty is not None else DECIMAL_0,
                        bid_price=finite(row.bid_price) if row.bid_price is not None else None,
                        bid_qty=finite(row.bid_qty) if row.bid_qty is not None else None,
                        ask_price=finite(row.ask_price) if row.ask_price is not None else None,
                        ask_qty=finite(row.ask_qty) if row.ask_qty is not None else None,
                        open_price=finite(row.open_price),
                        high_price=finite(row.high_price),
                        low_price=finite(row.low_price),
                        volume=finite(row.volume),
                        quote_volume=finite(row.quote_volume) if row.quote_volume is not None else DECIMAL_0,
                        open_time=row.open_time_ms * 1_000_000,
                        close_time=close_time_ns,
                        first_trade_id=row.first_id,
                        last_trade_id=row.last_id,
                        num_trades=row.count,
                        ts_event=close_time_ns,
                        ts_init=ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_avg_price(scope: Scope, message: GetAvgPriceResponse, ts_init: int, out: list[Event]) -> None:
    """Average price of the last minutes to BinanceAveragePrice."""
    out.append(
        BinanceAveragePrice(
            instrument_id=scope.request_id("symbol"),
            minutes=message.minutes,
            price=finite(message.price),
            ts_event=message.close_time_ms * 1_000_000 if message.close_time_ms is not None else ts_init,
            ts_init=ts_init,
        )
    )


def emit_get_window_ticker(
    scope: Scope, message: WindowTickerRow | list[WindowTickerRow], ts_init: int, out: list[Event]
) -> None:
    """Spot statistics of a window to BinanceWindowTicker."""
    for row in as_list(message):
        try:
            close_time_ns = row.close_time_ms * 1_000_000
            out.append(
                BinanceWindowTicker(
                    instrument_id=scope.ids[row.symbol],
                    window=(got_2 if (got_2 := scope.told("window_size")) is not None else "1d"),
                    price_change=finite(row.price_change) if row.price_change is not None else None,
                    price_change_percent=(
                        finite(row.price_change_percent) if row.price_change_percent is not None else None
                    ),
                    weighted_avg_price=(
                        finite(row.weighted_avg_price) if row.weighted_avg_price is not None else None
                    ),
                    open_price=finite(row.open_price),
                    high_price=finite(row.high_price),
                    low_price=finite(row.low_price),
                    last_price=finite(row.last_price),
                    volume=finite(row.volume),
                    quote_volume=finite(row.quote_volume),
                    open_time=row.open_time_ms * 1_000_000,
                    close_time=close_time_ns,
                    first_trade_id=row.first_id,
                    last_trade_id=row.last_id,
                    num_trades=row.count,
                    ts_event=close_time_ns,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_trading_day_ticker(
    scope: Scope, message: WindowTickerRow | list[WindowTickerRow], ts_init: int, out: list[Event]
) -> None:
    """Spot statistics of the trading day to BinanceWindowTicker."""
    for row in as_list(message):
        try:
            close_time_ns = row.close_time_ms * 1_000_000
            out.append(
                BinanceWindowTicker(
                    instrument_id=scope.ids[row.symbol],
                    window="tradingDay",
                    price_change=finite(row.price_change) if row.price_change is not None else None,
                    price_change_percent=(
                        finite(row.price_change_percent) if row.price_change_percent is not None else None
                    ),
                    weighted_avg_price=(
                        finite(row.weighted_avg_price) if row.weighted_avg_price is not None else None
                    ),
                    open_price=finite(row.open_price),
                    high_price=finite(row.high_price),
                    low_price=finite(row.low_price),
                    last_price=finite(row.last_price),
                    volume=finite(row.volume),
                    quote_volume=finite(row.quote_volume),
                    open_time=row.open_time_ms * 1_000_000,
                    close_time=close_time_ns,
                    first_trade_id=row.first_id,
                    last_trade_id=row.last_id,
                    num_trades=row.count,
                    ts_event=close_time_ns,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_reference_price(
    scope: Scope, message: GetReferencePriceResponse, ts_init: int, out: list[Event]
) -> None:
    """Reference price to BinanceReferencePrice."""
    out.append(
        BinanceReferencePrice(
            instrument_id=scope.ids[message.symbol],
            price=finite(message.reference_price) if message.reference_price is not None else None,
            ts_event=message.timestamp_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_get_futures_ticker_24hr(
    scope: Scope, message: Ticker24h | list[Ticker24h], ts_init: int, out: list[Event]
) -> None:
    """Futures statistics of the last 24 hours to BinanceFuturesTicker."""
    for row in as_list(message):
        try:
            close_time_ns = row.close_time_ms * 1_000_000
            out.append(
                BinanceFuturesTicker(
                    instrument_id=scope.ids[row.symbol],
                    price_change=finite(row.price_change) if row.price_change is not None else DECIMAL_0,
                    price_change_percent=(
                        finite(row.price_change_percent)
                        if row.price_change_percent is not None
                        else DECIMAL_0
                    ),
                    weighted_avg_price=(
                        finite(row.weighted_avg_price) if row.weighted_avg_price is not None else DECIMAL_0
                    ),
                    last_price=finite(row.last_price),
                    last_qty=finite(row.last_qty) if row.last_qty is not None else DECIMAL_0,
                    open_price=finite(row.open_price),
                    high_price=finite(row.high_price),
                    low_price=finite(row.low_price),
                    volume=finite(row.volume),
                    quote_volume=(
                        finite(row.quote_volume)
                        if row.quote_volume is not None
                        else finite(row.base_volume) if row.base_volume is not None else DECIMAL_0
                    ),
                    open_time=row.open_time_ms * 1_000_000,
                    close_time=close_time_ns,
                    first_trade_id=row.first_id,
                    last_trade_id=row.last_id,
                    num_trades=row.count,
                    ts_event=close_time_ns,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_ticker_price(
    scope: Scope, message: GetTickerPriceRow | list[GetTickerPriceRow], ts_init: int, out: list[Event]
) -> None:
    """Last price to no event."""


def emit_ticker(scope: Scope, message: StreamTicker, ts_init: int, out: list[Event]) -> None:
    """Spot statistics of the last 24 hours to BinanceTicker."""
    out.append(
        BinanceTicker(
            instrument_id=scope.ids[message.symbol],
            price_change=finite(message.price_change),
            price_change_percent=finite(message.price_change_percent),
            weighted_avg_price=finite(message.weighted_avg_price),
            prev_close_price=finite(message.prev_close_price),
            last_price=finite(message.last_price),
            last_qty=finite(message.last_qty),
            bid_price=finite(message.bid_price),
            bid_qty=finite(message.bid_qty),
            ask_price=finite(message.ask_price),
            ask_qty=finite(message.ask_qty),
            open_price=finite(message.open_price),
            high_price=finite(message.high_price),
            low_price=finite(message.low_price),
            volume=finite(message.volume),
            quote_volume=finite(message.quote_volume),
            open_time=message.open_time_ms * 1_000_000,
            close_time=message.close_time_ms * 1_000_000,
            first_trade_id=message.first_trade_id,
            last_trade_id=message.last_trade_id,
            num_trades=message.num_trades,
            ts_event=message.event_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_avg_price(scope: Scope, message: AvgPrice, ts_init: int, out: list[Event]) -> None:
    """Average price of the last minutes to BinanceAveragePrice."""
    out.append(
        BinanceAveragePrice(
            instrument_id=scope.ids[message.symbol],
            minutes=parse_int(message.window.partition("m")[0]),
            price=finite(message.price),
            ts_event=message.event_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_window_ticker(scope: Scope, message: StreamWindowTicker, ts_init: int, out: list[Event]) -> None:
    """Spot statistics of a window to BinanceWindowTicker."""
    out.append(
        BinanceWindowTicker(
            instrument_id=scope.ids[message.symbol],
            window=WINDOW_TAG_MEANS[message.window_tag],
            price_change=finite(message.price_change),
            price_change_percent=finite(message.price_change_percent),
            weighted_avg_price=finite(message.weighted_avg_price),
            open_price=finite(message.open_price),
            high_price=finite(message.high_price),
            low_price=finite(message.low_price),
            last_price=finite(message.last_price),
            volume=finite(message.volume),
            quote_volume=finite(message.quote_volume),
            open_time=message.open_time_ms * 1_000_000,
            close_time=message.close_time_ms * 1_000_000,
            first_trade_id=message.first_trade_id,
            last_trade_id=message.last_trade_id,
            num_trades=message.num_trades,
            ts_event=message.event_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_all_window_tickers(
    scope: Scope, message: list[StreamWindowTicker], ts_init: int, out: list[Event]
) -> None:
    """Spot statistics of a window of every symbol that changed to BinanceWindowTicker."""
    for row in message:
        try:
            out.append(
                BinanceWindowTicker(
                    instrument_id=scope.ids[row.symbol],
                    window=WINDOW_TAG_MEANS[row.window_tag],
                    price_change=finite(row.price_change),
                    price_change_percent=finite(row.price_change_percent),
                    weighted_avg_price=finite(row.weighted_avg_price),
                    open_price=finite(row.open_price),
                    high_price=finite(row.high_price),
                    low_price=finite(row.low_price),
                    last_price=finite(row.last_price),
                    volume=finite(row.volume),
                    quote_volume=finite(row.quote_volume),
                    open_time=row.open_time_ms * 1_000_000,
                    close_time=row.close_time_ms * 1_000_000,
                    first_trade_id=row.first_trade_id,
                    last_trade_id=row.last_trade_id,
                    num_trades=row.num_trades,
                    ts_event=row.event_time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_reference_price(scope: Scope, message: ReferencePrice, ts_init: int, out: list[Event]) -> None:
    """Reference price to BinanceReferencePrice."""
    out.append(
        BinanceReferencePrice(
            instrument_id=scope.ids[message.symbol],
            price=finite(message.reference_price) if message.reference_price is not None else None,
            ts_event=message.timestamp_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_futures_ticker(scope: Scope, message: StreamFuturesTicker, ts_init: int, out: list[Event]) -> None:
    """Futures statistics of the last 24 hours to BinanceFuturesTicker."""
    out.append(
        BinanceFuturesTicker(
            instrument_id=scope.ids[message.symbol],
            price_change=finite(message.price_change),
            price_change_percent=finite(message.price_change_percent),
            weighted_avg_price=finite(message.weighted_avg_price),
            last_price=finite(message.last_price),
            last_qty=finite(message.last_qty),
            open_price=finite(message.open_price),
            high_price=finite(message.high_price),
            low_price=finite(message.low_price),
            volume=finite(message.volume),
            quote_volume=finite(message.quote_volume),
            open_time=message.open_time_ms * 1_000_000,
            close_time=message.close_time_ms * 1_000_000,
            first_trade_id=message.first_trade_id,
            last_trade_id=message.last_trade_id,
            num_trades=message.num_trades,
            ts_event=message.event_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_all_tickers(
    scope: Scope, message: list[StreamFuturesTicker], ts_init: int, out: list[Event]
) -> None:
    """Statistics of the last 24 hours of every contract that changed to BinanceFuturesTicker."""
    for row in message:
        try:
            out.append(
                BinanceFuturesTicker(
                    instrument_id=scope.ids_of("coinm" if "USD_" in row.symbol else "usdm")[row.symbol],
                    price_change=finite(row.price_change),
                    price_change_percent=finite(row.price_change_percent),
                    weighted_avg_price=finite(row.weighted_avg_price),
                    last_price=finite(row.last_price),
                    last_qty=finite(row.last_qty),
                    open_price=finite(row.open_price),
                    high_price=finite(row.high_price),
                    low_price=finite(row.low_price),
                    volume=finite(row.volume),
                    quote_volume=finite(row.quote_volume),
                    open_time=row.open_time_ms * 1_000_000,
                    close_time=row.close_time_ms * 1_000_000,
                    first_trade_id=row.first_trade_id,
                    last_trade_id=row.last_trade_id,
                    num_trades=row.num_trades,
                    ts_event=row.event_time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_mini_ticker(scope: Scope, message: StreamMiniTicker, ts_init: int, out: list[Event]) -> None:
    """Short statistics of the last 24 hours to BinanceMiniTicker."""
    out.append(
        BinanceMiniTicker(
            instrument_id=scope.ids[message.symbol],
            close_price=finite(message.close_price),
            open_price=finite(message.open_price),
            high_price=finite(message.high_price),
            low_price=finite(message.low_price),
            volume=finite(message.volume),
            quote_volume=finite(message.quote_volume),
            ts_event=message.event_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_all_mini_tickers(
    scope: Scope, message: list[StreamMiniTicker], ts_init: int, out: list[Event]
) -> None:
    """Short statistics of the last 24 hours of every symbol that changed to BinanceMiniTicker."""
    for row in message:
        try:
            out.append(
                BinanceMiniTicker(
                    instrument_id=scope.ids_of(
                        "spot" if scope.product == "spot" else "coinm" if "USD_" in row.symbol else "usdm"
                    )[row.symbol],
                    close_price=finite(row.close_price),
                    open_price=finite(row.open_price),
                    high_price=finite(row.high_price),
                    low_price=finite(row.low_price),
                    volume=finite(row.volume),
                    quote_volume=finite(row.quote_volume),
                    ts_event=row.event_time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)
