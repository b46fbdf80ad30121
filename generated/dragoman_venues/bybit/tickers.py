"""tickers of the venue bybit. Generated from specs/bybit/tickers.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.machines import ABSENT, Merge
from dragoman.model import FundingRateUpdate, IndexPriceUpdate, MarkPriceUpdate, OptionGreeks, QuoteTick
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import known, pow10, round_to, whole
from dragoman.translate.reads import as_rows, finite, integer, not_negative
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

from dragoman_venues.bybit.venue import Update

DECIMAL_0 = Decimal("0")


class TickerRow(Struct, frozen=True, kw_only=True, gc=False):
    """Ticker of a pair or a contract in a listing. https://bybit-exchange.github.io/docs/v5/market/tickers"""

    symbol: str
    bid_price: str | None = field(name="bid1Price", default=None)
    bid_size: str | None = field(name="bid1Size", default=None)
    ask_price: str | None = field(name="ask1Price", default=None)
    ask_size: str | None = field(name="ask1Size", default=None)
    mark_price: str | None = field(name="markPrice", default=None)
    index_price: str | None = field(name="indexPrice", default=None)
    funding_rate: str | None = field(name="fundingRate", default=None)
    next_funding_ms: str | None = field(name="nextFundingTime", default=None)
    funding_hours: str | None = field(name="fundingIntervalHour", default=None)


class TickerRecord(Struct, frozen=True, kw_only=True, gc=False):
    """Ticker of a contract in a stream, whole or what changed of it. https://bybit-exchange.github.io/docs/v5/websocket/public/ticker"""

    symbol: str
    bid_price: str | None = field(name="bid1Price", default=None)
    bid_size: str | None = field(name="bid1Size", default=None)
    ask_price: str | None = field(name="ask1Price", default=None)
    ask_size: str | None = field(name="ask1Size", default=None)
    mark_price: str | None = field(name="markPrice", default=None)
    index_price: str | None = field(name="indexPrice", default=None)
    funding_rate: str | None = field(name="fundingRate", default=ABSENT)
    next_funding_ms: str | None = field(name="nextFundingTime", default=None)
    funding_hours: str | None = field(name="fundingIntervalHour", default=None)


class OptionTickerRow(Struct, frozen=True, kw_only=True, gc=False):
    """Ticker of an option in a listing. https://bybit-exchange.github.io/docs/v5/market/tickers"""

    symbol: str
    bid_price: Decimal = field(name="bid1Price")
    bid_size: Decimal = field(name="bid1Size")
    bid_iv: Decimal = field(name="bid1Iv")
    ask_price: Decimal = field(name="ask1Price")
    ask_size: Decimal = field(name="ask1Size")
    ask_iv: Decimal = field(name="ask1Iv")
    mark_price: Decimal = field(name="markPrice")
    index_price: Decimal = field(name="indexPrice")
    mark_iv: Decimal = field(name="markIv")
    underlying_price: Decimal = field(name="underlyingPrice")
    open_interest: Decimal = field(name="openInterest")
    delta_: Decimal = field(name="delta")
    gamma: Decimal
    vega: Decimal
    theta: Decimal


class OptionTickerUpdate(Struct, frozen=True, kw_only=True, gc=False):
    """Ticker of an option in a stream. https://bybit-exchange.github.io/docs/v5/websocket/public/ticker"""

    symbol: str
    bid_price: Decimal = field(name="bidPrice")
    bid_size: Decimal = field(name="bidSize")
    bid_iv: Decimal = field(name="bidIv")
    ask_price: Decimal = field(name="askPrice")
    ask_size: Decimal = field(name="askSize")
    ask_iv: Decimal = field(name="askIv")
    mark_price: Decimal = field(name="markPrice")
    index_price: Decimal = field(name="indexPrice")
    mark_iv: Decimal = field(name="markPriceIv")
    underlying_price: Decimal = field(name="underlyingPrice")
    open_interest: Decimal = field(name="openInterest")
    delta_: Decimal = field(name="delta")
    gamma: Decimal
    vega: Decimal
    theta: Decimal


class FundingRow(Struct, frozen=True, kw_only=True, gc=False):
    """One settled funding rate. https://bybit-exchange.github.io/docs/v5/market/history-fund-rate"""

    symbol: str
    funding_rate: Decimal = field(name="fundingRate")
    time_ms: str = field(name="fundingRateTimestamp")


class GetTickersResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetTickersResponse."""

    rows: list[TickerRow] = field(name="list")


class GetTickersResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_tickers: Tickers of pairs and contracts. https://bybit-exchange.github.io/docs/v5/market/tickers"""

    result: GetTickersResponseResult
    time_ms: int | None = field(name="time", default=None)


class GetOptionTickersResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetOptionTickersResponse."""

    rows: list[OptionTickerRow] = field(name="list")


class GetOptionTickersResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_option_tickers: Tickers of options. https://bybit-exchange.github.io/docs/v5/market/tickers"""

    result: GetOptionTickersResponseResult
    time_ms: int = field(name="time")


class GetFundingHistoryResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetFundingHistoryResponse."""

    rows: list[FundingRow] = field(name="list")


class GetFundingHistoryResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_funding_history: Settled funding rates. https://bybit-exchange.github.io/docs/v5/market/history-fund-rate"""

    result: GetFundingHistoryResponseResult


class Ticker(Struct, frozen=True, kw_only=True, gc=False):
    """A message of ticker: Ticker of a contract. https://bybit-exchange.github.io/docs/v5/websocket/public/ticker"""

    topic: str
    type: Update
    time_ms: int = field(name="ts")
    data: TickerRecord


class OptionTicker(Struct, frozen=True, kw_only=True, gc=False):
    """A message of option_ticker: Ticker and greeks of an option. https://bybit-exchange.github.io/docs/v5/websocket/public/ticker"""

    topic: str
    time_ms: int = field(name="ts")
    data: OptionTickerUpdate | None = None


def emit_get_tickers(scope: Scope, message: GetTickersResponse, ts_init: int, out: list[Event]) -> None:
    """Tickers of pairs and contracts to QuoteTick, MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate."""
    for row in message.result.rows:
        try:
            row_id = scope.ids[row.symbol]
            if row.bid_price and row.bid_size and row.ask_price and row.ask_size:
                out.append(
                    QuoteTick(
                        row_id,
                        not_negative(DECIMALS[row.bid_price]),
                        not_negative(DECIMALS[row.ask_price]),
                        not_negative(DECIMALS[row.bid_size]),
                        not_negative(DECIMALS[row.ask_size]),
                        message.time_ms * 1_000_000 if message.time_ms is not None else ts_init,
                        ts_init,
                    )
                )
            if row.mark_price:
                out.append(
                    MarkPriceUpdate(
                        row_id,
                        DECIMALS[row.mark_price],
                        message.time_ms * 1_000_000 if message.time_ms is not None else ts_init,
                        ts_init,
                    )
                )
            if row.index_price:
                out.append(
                    IndexPriceUpdate(
                        row_id,
                        DECIMALS[row.index_price],
                        message.time_ms * 1_000_000 if message.time_ms is not None else ts_init,
                        ts_init,
                    )
                )
            if row.funding_rate and row.next_funding_ms:
                out.append(
                    FundingRateUpdate(
                        row_id,
                        DECIMALS[row.funding_rate],
                        message.time_ms * 1_000_000 if message.time_ms is not None else ts_init,
                        ts_init,
                        ((60 * whole(DECIMALS[row.funding_hours])) if row.funding_hours else None),
                        integer(row.next_funding_ms) * 1_000_000,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_get_option_tickers(
    scope: Scope, message: GetOptionTickersResponse, ts_init: int, out: list[Event]
) -> None:
    """Tickers of options to QuoteTick, MarkPriceUpdate, IndexPriceUpdate, OptionGreeks."""
    for row in message.result.rows:
        try:
            row_id = scope.ids[row.symbol]
            time_ns = message.time_ms * 1_000_000
            out.append(
                QuoteTick(
                    row_id,
                    not_negative(row.bid_price),
                    not_negative(row.ask_price),
                    (
                        round_to(not_negative(row.bid_size), pow10(-known(scope.told_int("size_precision"))))
                        if scope.told_int("size_precision") is not None
                        else not_negative(row.bid_size)
                    ),
                    (
                        round_to(not_negative(row.ask_size), pow10(-known(scope.told_int("size_precision"))))
                        if scope.told_int("size_precision") is not None
                        else not_negative(row.ask_size)
                    ),
                    time_ns,
                    ts_init,
                )
            )
            out.append(
                MarkPriceUpdate(
                    row_id,
                    (
                        round_to(finite(row.mark_price), pow10(-known(scope.told_int("price_precision"))))
                        if scope.told_int("price_precision") is not None
                        else finite(row.mark_price)
                    ),
                    time_ns,
                    ts_init,
                )
            )
            out.append(
                IndexPriceUpdate(
                    row_id,
                    (
                        round_to(finite(row.index_price), pow10(-known(scope.told_int("price_precision"))))
                        if scope.told_int("price_precision") is not None
                        else finite(row.index_price)
                    ),
                    time_ns,
                    ts_init,
                )
            )
            out.append(
                OptionGreeks(
                    instrument_id=row_id,
                    delta=finite(row.delta_),
                    gamma=finite(row.gamma),
                    vega=finite(row.vega),
                    theta=finite(row.theta),
                    rho=DECIMAL_0,
                    mark_iv=finite(row.mark_iv),
                    bid_iv=finite(row.bid_iv),
                    ask_iv=finite(row.ask_iv),
                    underlying_price=finite(row.underlying_price),
                    open_interest=finite(row.open_interest),
                    ts_event=time_ns,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_get_funding_history(
    scope: Scope, message: GetFundingHistoryResponse, ts_init: int, out: list[Event]
) -> None:
    """Settled funding rates to FundingRateUpdate."""
    for row in message.result.rows:
        try:
            out.append(
                FundingRateUpdate(
                    scope.ids[row.symbol],
                    finite(row.funding_rate),
                    integer(row.time_ms) * 1_000_000,
                    ts_init,
                    (
                        ((got_2 if (got_2 := scope.told_int("interval_millis")) is not None else 0) // 60_000)
                        if scope.told_int("interval_millis") is not None
                        else None
                    ),
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.result.list", row, error)


def emit_ticker(scope: Scope, message: Ticker, ts_init: int, out: list[Event]) -> None:
    """Ticker of a contract to QuoteTick, MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate."""
    merge: Merge[TickerRecord] = scope.machines["ticker"]
    key = message.data.symbol
    merged = merge.update(key, message.data, message.type == "snapshot")
    if merged is None:
        return
    record = merged.record
    if (
        record.bid_price
        and record.bid_size
        and record.ask_price
        and record.ask_size
        and merged.any_present(("bid_price", "bid_size", "ask_price", "ask_size"))
    ):
        merge.put_new(
            key,
            "QuoteTick",
            QuoteTick(
                scope.ids[message.data.symbol],
                not_negative(DECIMALS[record.bid_price]),
                not_negative(DECIMALS[record.ask_price]),
                not_negative(DECIMALS[record.bid_size]),
                not_negative(DECIMALS[record.ask_size]),
                message.time_ms * 1_000_000,
                ts_init,
            ),
            out,
        )
    if record.mark_price and merged.any_present(("mark_price",)):
        out.append(
            MarkPriceUpdate(
                scope.ids[message.data.symbol],
                (
                    round_to(DECIMALS[record.mark_price], pow10(-known(scope.told_int("price_precision"))))
                    if scope.told_int("price_precision") is not None
                    else DECIMALS[record.mark_price]
                ),
                message.time_ms * 1_000_000,
                ts_init,
            )
        )
    if record.index_price and merged.any_present(("index_price",)):
        out.append(
            IndexPriceUpdate(
                scope.ids[message.data.symbol],
                (
                    round_to(DECIMALS[record.index_price], pow10(-known(scope.told_int("price_precision"))))
                    if scope.told_int("price_precision") is not None
                    else DECIMALS[record.index_price]
                ),
                message.time_ms * 1_000_000,
                ts_init,
            )
        )
    if (
        record.funding_rate
        and record.next_funding_ms
        and merged.any_present(("funding_rate", "next_funding_ms"))
    ):
        out.append(
            FundingRateUpdate(
                scope.ids[message.data.symbol],
                DECIMALS[record.funding_rate],
                message.time_ms * 1_000_000,
                ts_init,
                ((60 * whole(DECIMALS[record.funding_hours])) if record.funding_hours else None),
                integer(record.next_funding_ms) * 1_000_000,
            )
        )


def emit_option_ticker(scope: Scope, message: OptionTicker, ts_init: int, out: list[Event]) -> None:
    """Ticker and greeks of an option to QuoteTick, MarkPriceUpdate, IndexPriceUpdate, OptionGreeks."""
    for row in as_rows(message.data):
        try:
            row_id = scope.ids[row.symbol]
            time_ns = message.time_ms * 1_000_000
            out.append(
                QuoteTick(
                    row_id,
                    not_negative(row.bid_price),
                    not_negative(row.ask_price),
                    (
                        round_to(not_negative(row.bid_size), pow10(-known(scope.told_int("size_precision"))))
                        if scope.told_int("size_precision") is not None
                        else not_negative(row.bid_size)
                    ),
                    (
                        round_to(not_negative(row.ask_size), pow10(-known(scope.told_int("size_precision"))))
                        if scope.told_int("size_precision") is not None
                        else not_negative(row.ask_size)
                    ),
                    time_ns,
                    ts_init,
                )
            )
            out.append(
                MarkPriceUpdate(
                    row_id,
                    (
                        round_to(finite(row.mark_price), pow10(-known(scope.told_int("price_precision"))))
                        if scope.told_int("price_precision") is not None
                        else finite(row.mark_price)
                    ),
                    time_ns,
                    ts_init,
                )
            )
            out.append(
                IndexPriceUpdate(
                    row_id,
                    (
                        round_to(finite(row.index_price), pow10(-known(scope.told_int("price_precision"))))
                        if scope.told_int("price_precision") is not None
                        else finite(row.index_price)
                    ),
                    time_ns,
                    ts_init,
                )
            )
            out.append(
                OptionGreeks(
                    instrument_id=row_id,
                    delta=finite(row.delta_),
                    gamma=finite(row.gamma),
                    vega=finite(row.vega),
                    theta=finite(row.theta),
                    rho=DECIMAL_0,
                    mark_iv=finite(row.mark_iv),
                    bid_iv=finite(row.bid_iv),
                    ask_iv=finite(row.ask_iv),
                    underlying_price=finite(row.underlying_price),
                    open_interest=finite(row.open_interest),
                    ts_event=time_ns,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
