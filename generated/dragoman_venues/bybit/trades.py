"""trades of the venue bybit. Generated from specs/bybit/trades.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import Bar, InstrumentId, PositionSide, TradeTick
from dragoman.translate.facts import Event
from dragoman.translate.functions import date_ns, iso, parse_int
from dragoman.translate.reads import finite, integer, not_negative, positive
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

from dragoman_venues.bybit.account import POSITION_SIDE_WORD_MEANS, PositionSideWord
from dragoman_venues.bybit.venue import SIDE_MEANS, Side

Interval = Literal["1", "3", "5", "15", "30", "60", "120", "240", "360", "720", "D", "W", "M"]
INTERVAL_MEANS: dict[str, str] = {
    "1": "1-MINUTE",
    "3": "3-MINUTE",
    "5": "5-MINUTE",
    "15": "15-MINUTE",
    "30": "30-MINUTE",
    "60": "1-HOUR",
    "120": "2-HOUR",
    "240": "4-HOUR",
    "360": "6-HOUR",
    "720": "12-HOUR",
    "D": "1-DAY",
    "W": "1-WEEK",
    "M": "1-MONTH",
}


class RecentTrade(Struct, frozen=True, kw_only=True, gc=False):
    """One trade of a listing. https://bybit-exchange.github.io/docs/v5/market/recent-trade"""

    trade_id: str = field(name="execId")
    symbol: str
    price: Decimal
    size: Decimal
    side: Side
    time_ms: str = field(name="time")
    is_block_trade: bool = field(name="isBlockTrade")


class StreamTrade(Struct, frozen=True, kw_only=True, gc=False):
    """One trade of a stream message. https://bybit-exchange.github.io/docs/v5/websocket/public/trade"""

    time_ms: int = field(name="T")
    symbol: str = field(name="s")
    side: Side = field(name="S")
    size: Decimal = field(name="v")
    price: Decimal = field(name="p")
    trade_id: str = field(name="i")
    is_block_trade: bool = field(name="BT")


class KlineRow(Struct, frozen=True, array_like=True, gc=False):
    """One bar of a listing. https://bybit-exchange.github.io/docs/v5/market/kline"""

    start_ms: str
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    volume: Decimal
    turnover: Decimal


class StreamKline(Struct, frozen=True, kw_only=True, gc=False):
    """One bar of a stream message. https://bybit-exchange.github.io/docs/v5/websocket/public/kline"""

    start_ms: int = field(name="start")
    end_ms: int = field(name="end")
    interval: Interval
    open: Decimal
    close: Decimal
    high: Decimal
    low: Decimal
    volume: Decimal
    turnover: Decimal
    is_closed: bool = field(name="confirm")


class AllLiquidationRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of all_liquidation: Liquidations. https://bybit-exchange.github.io/docs/v5/websocket/public/all-liquidation"""

    time_ms: int = field(name="T")
    symbol: str = field(name="s")
    side: PositionSideWord = field(name="S")
    size: Decimal = field(name="v")
    bankruptcy_price: Decimal = field(name="p")


class GetRecentTradesResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetRecentTradesResponse."""

    rows: list[RecentTrade] = field(name="list")


class GetRecentTradesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_recent_trades: Recent trades. https://bybit-exchange.github.io/docs/v5/market/recent-trade"""

    result: GetRecentTradesResponseResult


class GetKlinesResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetKlinesResponse."""

    rows: list[KlineRow] = field(name="list")


class GetKlinesResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_klines: Bars. https://bybit-exchange.github.io/docs/v5/market/kline"""

    result: GetKlinesResponseResult


class PublicTrade(Struct, frozen=True, kw_only=True, gc=False):
    """A message of public_trade: Trades. https://bybit-exchange.github.io/docs/v5/websocket/public/trade"""

    topic: str
    sent_ms: int = field(name="ts")
    rows: list[StreamTrade] = field(name="data")


class OlderTrade(Struct, frozen=True, kw_only=True, gc=False):
    """A message of older_trade: Trades under another form of the topic. https://bybit-exchange.github.io/docs/v5/websocket/public/trade"""

    topic: str
    sent_ms: int = field(name="ts")
    rows: list[StreamTrade] = field(name="data")


class AllLiquidation(Struct, frozen=True, kw_only=True, gc=False):
    """A message of all_liquidation: Liquidations. https://bybit-exchange.github.io/docs/v5/websocket/public/all-liquidation"""

    topic: str
    sent_ms: int = field(name="ts")
    rows: list[AllLiquidationRow] = field(name="data")


class Kline(Struct, frozen=True, kw_only=True, gc=False):
    """A message of kline: Bars. https://bybit-exchange.github.io/docs/v5/websocket/public/kline"""

    topic: str
    rows: list[StreamKline] = field(name="data")


class OptionTrade(Struct, frozen=True, kw_only=True, gc=False):
    """A message of option_trade: Trades of every option of a base coin. https://bybit-exchange.github.io/docs/v5/websocket/public/trade"""

    topic: str
    sent_ms: int = field(name="ts")
    rows: list[StreamTrade] = field(name="data")


class BybitLiquidation(Struct, frozen=True, kw_only=True):
    """A position that was closed by force, with its side and its bankruptcy price. https://bybit-exchange.github.io/docs/v5/websocket/public/all-liquidation"""

    instrument_id: InstrumentId
    side: PositionSide
    size: Decimal
    bankruptcy_price: Decimal
    ts_event: int
    ts_init: int


class BybitBlockTrade(Struct, frozen=True, kw_only=True):
    """A trade that was agreed outside of the book. https://bybit-exchange.github.io/docs/v5/market/recent-trade"""

    instrument_id: InstrumentId
    trade_id: str
    price: Decimal
    size: Decimal
    side: str
    ts_event: int
    ts_init: int


def emit_get_recent_trades(
    scope: Scope, message: GetRecentTradesResponse, ts_init: int, out: list[Event]
) -> None:
    """Recent trades to TradeTick, BybitBlockTrade."""
    for row in message.result.rows:
        try:
            row_id = scope.ids[row.symbol]
            if not row.is_block_trade:
                out.append(
                    TradeTick(
                        row_id,
                        positive(row.price),
                        not_negative(row.size),
                        SIDE_MEANS[row.side],
                        row.trade_id,
                        integer(row.time_ms) * 1_000_000,
                        ts_init,
                    )
                )
            if row.is_block_trade:
                out.append(
                    BybitBlockTrade(
                        instrument_id=row_id,
                        trade_id=row.trade_id,
                        price=positive(row.price),
                        size=not_negative(row.size),
                        side=SIDE_MEANS[row.side].name,
                        ts_event=integer(row.time_ms) * 1_000_000,
                        ts_init=ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_get_klines(scope: Scope, message: GetKlinesResponse, ts_init: int, out: list[Event]) -> None:
    """Bars to Bar."""
    for row in message.result.rows:
        try:
            out.append(
                Bar(
                    scope.bar_type(scope.request_id("symbol"), scope.told_as(INTERVAL_MEANS, "interval")),
                    not_negative(row.open),
                    not_negative(row.high),
                    not_negative(row.low),
                    not_negative(row.close),
                    not_negative(row.volume),
                    (
                        integer(row.start_ms) * 1_000_000
                        if not (
                            got_8 if (got_8 := scope.told_bool("timestamp_on_close")) is not None else True
                        )
                        else (
                            integer(row.start_ms) * 1_000_000
                            + 60
                            * parse_int(
                                (
                                    got_10
                                    if (got_10 := scope.told_as(INTERVAL_MEANS, "interval")) is not None
                                    else ""
                                ).partition("-")[0]
                            )
                            * 1_000_000_000
                            if (
                                got_9
                                if (got_9 := scope.told_as(INTERVAL_MEANS, "interval")) is not None
                                else ""
                            ).endswith("-MINUTE")
                            else (
                                integer(row.start_ms) * 1_000_000
                                + 3600
                                * parse_int(
                                    (
                                        got_12
                                        if (got_12 := scope.told_as(INTERVAL_MEANS, "interval")) is not None
                                        else ""
                                    ).partition("-")[0]
                                )
                                * 1_000_000_000
                                if (
                                    got_11
                                    if (got_11 := scope.told_as(INTERVAL_MEANS, "interval")) is not None
                                    else ""
                                ).endswith("-HOUR")
                                else (
                                    integer(row.start_ms) * 1_000_000 + 86_400_000_000_000
                                    if (
                                        got_13
                                        if (got_13 := scope.told_as(INTERVAL_MEANS, "interval")) is not None
                                        else ""
                                    ).endswith("-DAY")
                                    else (
                                        integer(row.start_ms) * 1_000_000 + 604_800_000_000_000
                                        if (
                                            got_14
                                            if (got_14 := scope.told_as(INTERVAL_MEANS, "interval"))
                                            is not None
                                            else ""
                                        ).endswith("-WEEK")
                                        else date_ns(
                                            iso(integer(row.start_ms) * 1_000_000 + 2_764_800_000_000_000)[
                                                0:7
                                            ]
                                            + "-01"
                                        )
                                    )
                                )
                            )
                        )
                    ),
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_public_trade_row(scope: Scope, row: StreamTrade, ts_init: int, out: list[Event]) -> None:
    """One row of public_trade, older_trade, option_trade."""
    row_id = scope.ids[row.symbol]
    if not row.is_block_trade:
        out.append(
            TradeTick(
                row_id,
                positive(row.price),
                not_negative(row.size),
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
                price=positive(row.price),
                size=not_negative(row.size),
                side=SIDE_MEANS[row.side].name,
                ts_event=row.time_ms * 1_000_000,
                ts_init=ts_init,
            )
        )


def emit_public_trade(scope: Scope, message: PublicTrade, ts_init: int, out: list[Event]) -> None:
    """Trades to TradeTick, BybitBlockTrade."""
    for row in message.rows:
        try:
            emit_public_trade_row(scope, row, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_older_trade(scope: Scope, message: OlderTrade, ts_init: int, out: list[Event]) -> None:
    """Trades under another form of the topic to TradeTick."""
    for row in message.rows:
        try:
            emit_public_trade_row(scope, row, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_all_liquidation(scope: Scope, message: AllLiquidation, ts_init: int, out: list[Event]) -> None:
    """Liquidations to BybitLiquidation."""
    for row in message.rows:
        try:
            out.append(
                BybitLiquidation(
                    instrument_id=scope.ids[row.symbol],
                    side=POSITION_SIDE_WORD_MEANS[row.side],
                    size=not_negative(row.size),
                    bankruptcy_price=finite(row.bankruptcy_price),
                    ts_event=row.time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_kline(scope: Scope, message: Kline, ts_init: int, out: list[Event]) -> None:
    """Bars to Bar."""
    for row in message.rows:
        try:
            if not (row.is_closed or scope.told_bool("timestamp_on_close") is not None):
                continue
            out.append(
                Bar(
                    scope.bar_type(scope.ids[scope.topic["symbol"]], INTERVAL_MEANS[row.interval]),
                    not_negative(row.open),
                    not_negative(row.high),
                    not_negative(row.low),
                    not_negative(row.close),
                    not_negative(row.volume),
                    (
                        row.end_ms * 1_000_000 + 1_000_000
                        if (got_2 if (got_2 := scope.told_bool("timestamp_on_close")) is not None else True)
                        else row.start_ms * 1_000_000
                    ),
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_option_trade(scope: Scope, message: OptionTrade, ts_init: int, out: list[Event]) -> None:
    """Trades of every option of a base coin to TradeTick, BybitBlockTrade."""
    for row in message.rows:
        try:
            emit_public_trade_row(scope, row, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
