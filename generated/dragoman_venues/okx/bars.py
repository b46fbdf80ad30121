"""bars of the venue okx. Generated from specs/okx/bars.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import Bar
from dragoman.translate.facts import Event
from dragoman.translate.reads import integer, not_negative
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Interval = Literal[
    "1s",
    "1m",
    "3m",
    "5m",
    "15m",
    "30m",
    "1H",
    "2H",
    "4H",
    "6H",
    "12H",
    "1D",
    "2D",
    "3D",
    "5D",
    "1W",
    "1M",
    "3M",
    "6M",
    "1Y",
    "6Hutc",
    "12Hutc",
    "1Dutc",
    "2Dutc",
    "3Dutc",
    "5Dutc",
    "1Wutc",
    "1Mutc",
    "3Mutc",
]
INTERVAL_MEANS: dict[str, str] = {
    "1s": "1-SECOND",
    "1m": "1-MINUTE",
    "3m": "3-MINUTE",
    "5m": "5-MINUTE",
    "15m": "15-MINUTE",
    "30m": "30-MINUTE",
    "1H": "1-HOUR",
    "2H": "2-HOUR",
    "4H": "4-HOUR",
    "6H": "6-HOUR",
    "12H": "12-HOUR",
    "1D": "1-DAY",
    "2D": "2-DAY",
    "3D": "3-DAY",
    "5D": "5-DAY",
    "1W": "1-WEEK",
    "1M": "1-MONTH",
    "3M": "3-MONTH",
    "6M": "6-MONTH",
    "1Y": "1-YEAR",
    "6Hutc": "6-HOUR",
    "12Hutc": "12-HOUR",
    "1Dutc": "1-DAY",
    "2Dutc": "2-DAY",
    "3Dutc": "3-DAY",
    "5Dutc": "5-DAY",
    "1Wutc": "1-WEEK",
    "1Mutc": "1-MONTH",
    "3Mutc": "3-MONTH",
}

DECIMAL_0 = Decimal("0")


class CandleRow(Struct, frozen=True, array_like=True, gc=False):
    """One bar of a listing or a message. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-candlesticks-channel"""

    open_time_ms: str
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    volume: Decimal
    volume_currency: Decimal
    volume_quote: Decimal | None = None
    confirm: str | None = None


class PriceCandleRow(Struct, frozen=True, array_like=True, gc=False):
    """One bar of a price that isn't traded. https://www.okx.com/docs-v5/en/#public-data-websocket-mark-price-candlesticks-channel"""

    open_time_ms: str
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    confirm: str


class GetCandlesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_candles: The newest bars. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-candlesticks"""

    code: str
    msg: str
    rows: list[CandleRow] = field(name="data")


class GetHistoryCandlesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_history_candles: Bars of recent years. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-candlesticks-history"""

    code: str
    msg: str
    rows: list[CandleRow] = field(name="data")


class CandlesArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Candles."""

    channel: str
    symbol: str = field(name="instId")


class Candles(Struct, frozen=True, kw_only=True, gc=False):
    """A message of candles: Bars. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-candlesticks-channel"""

    arg: CandlesArg
    rows: list[CandleRow] = field(name="data")


class MarkPriceCandlesArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of MarkPriceCandles."""

    channel: str
    symbol: str = field(name="instId")


class MarkPriceCandles(Struct, frozen=True, kw_only=True, gc=False):
    """A message of mark_price_candles: Bars of the mark price. https://www.okx.com/docs-v5/en/#public-data-websocket-mark-price-candlesticks-channel"""

    arg: MarkPriceCandlesArg
    rows: list[PriceCandleRow] = field(name="data")


def emit_get_candles(scope: Scope, message: GetCandlesResponse, ts_init: int, out: list[Event]) -> None:
    """The newest bars to Bar."""
    for row in message.rows:
        try:
            out.append(
                Bar(
                    scope.bar_type(scope.request_id("inst_id"), scope.told_as(INTERVAL_MEANS, "bar")),
                    not_negative(row.open),
                    not_negative(row.high),
                    not_negative(row.low),
                    not_negative(row.close),
                    not_negative(row.volume),
                    integer(row.open_time_ms) * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_get_history_candles(
    scope: Scope, message: GetHistoryCandlesResponse, ts_init: int, out: list[Event]
) -> None:
    """Bars of recent years to Bar."""
    for row in message.rows:
        try:
            out.append(
                Bar(
                    scope.bar_type(scope.request_id("inst_id"), scope.told_as(INTERVAL_MEANS, "bar")),
                    not_negative(row.open),
                    not_negative(row.high),
                    not_negative(row.low),
                    not_negative(row.close),
                    not_negative(row.volume),
                    integer(row.open_time_ms) * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_candles(scope: Scope, message: Candles, ts_init: int, out: list[Event]) -> None:
    """Bars to Bar."""
    for row in message.rows:
        try:
            if not ((row.confirm == "1") if row.confirm is not None else False):
                continue
            out.append(
                Bar(
                    scope.bar_type(scope.ids[message.arg.symbol], INTERVAL_MEANS[scope.topic["interval"]]),
                    not_negative(row.open),
                    not_negative(row.high),
                    not_negative(row.low),
                    not_negative(row.close),
                    not_negative(row.volume),
                    integer(row.open_time_ms) * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_mark_price_candles(scope: Scope, message: MarkPriceCandles, ts_init: int, out: list[Event]) -> None:
    """Bars of the mark price to Bar."""
    for row in message.rows:
        try:
            if row.confirm != "1":
                continue
            out.append(
                Bar(
                    scope.bar_type(
                        scope.ids[message.arg.symbol], INTERVAL_MEANS[scope.topic["interval"]], "MARK"
                    ),
                    not_negative(row.open),
                    not_negative(row.high),
                    not_negative(row.low),
                    not_negative(row.close),
                    DECIMAL_0,
                    integer(row.open_time_ms) * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
