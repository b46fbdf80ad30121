"""trades of the venue binance. Generated from specs/binance/trades.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import AggressorSide, InstrumentId, TradeTick
from dragoman.translate.facts import Event
from dragoman.translate.reads import not_negative, positive
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

AGGRESSOR_SIDE_BUYER = AggressorSide.BUYER
AGGRESSOR_SIDE_SELLER = AggressorSide.SELLER


class TradeRow(Struct, frozen=True, kw_only=True, gc=False):
    """One trade of a listing. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#recent-trades-list"""

    id: int
    price: Decimal
    qty: Decimal
    quote_qty: Decimal | None = field(name="quoteQty", default=None)
    base_qty: Decimal | None = field(name="baseQty", default=None)
    time_ms: int = field(name="time")
    is_buyer_maker: bool = field(name="isBuyerMaker")
    is_best_match: bool | None = field(name="isBestMatch", default=None)


class GetAggTradesRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_agg_trades: Aggregate trades. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#compressedaggregate-trades-list"""

    aggregate_id: int = field(name="a")
    price: Decimal = field(name="p")
    quantity: Decimal = field(name="q")
    first_trade_id: int = field(name="f")
    last_trade_id: int = field(name="l")
    trade_time_ms: int = field(name="T")
    buyer_is_maker: bool = field(name="m")


class Trade(Struct, frozen=True, kw_only=True, tag_field="e", tag="trade", gc=False):
    """A message of trade: Spot trades. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#trade-streams"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    trade_id: int = field(name="t")
    price: Decimal = field(name="p")
    quantity: Decimal = field(name="q")
    trade_time_ms: int = field(name="T")
    buyer_is_maker: bool = field(name="m")


class BlockTrade(Struct, frozen=True, kw_only=True, tag_field="e", tag="blockTrade", gc=False):
    """A message of block_trade: Trades that were agreed outside of the book. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#block-trade-streams"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    block_trade_id: int = field(name="t")
    price: Decimal = field(name="p")
    quantity: Decimal = field(name="q")
    trade_time_ms: int = field(name="T")
    buyer_is_maker: bool = field(name="m")


class FuturesTrade(Struct, frozen=True, kw_only=True, tag_field="e", tag="trade", gc=False):
    """A message of futures_trade: Futures trades, not aggregated. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#trade-streams"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    trade_id: int = field(name="t")
    price: Decimal = field(name="p")
    quantity: Decimal = field(name="q")
    trade_time_ms: int = field(name="T")
    buyer_is_maker: bool = field(name="m")
    origin: str | None = field(name="X", default=None)


class AggTrade(Struct, frozen=True, kw_only=True, tag_field="e", tag="aggTrade", gc=False):
    """A message of agg_trade: Aggregate trades. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#aggregate-trade-streams"""

    event_time_ms: int = field(name="E")
    symbol: str = field(name="s")
    aggregate_id: int = field(name="a")
    price: Decimal = field(name="p")
    quantity: Decimal = field(name="q")
    first_trade_id: int = field(name="f")
    last_trade_id: int = field(name="l")
    trade_time_ms: int = field(name="T")
    buyer_is_maker: bool = field(name="m")


class BinanceBlockTrade(Struct, frozen=True, kw_only=True):
    """A trade that was agreed outside of the book. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#block-trade-streams"""

    instrument_id: InstrumentId
    block_trade_id: int
    price: Decimal
    size: Decimal
    buyer_is_maker: bool
    ts_event: int
    ts_init: int


def emit_get_trades(scope: Scope, message: list[TradeRow], ts_init: int, out: list[Event]) -> None:
    """Recent trades to TradeTick."""
    for row in message:
        try:
            out.append(
                TradeTick(
                    scope.request_id("symbol"),
                    positive(row.price),
                    not_negative(row.qty),
                    AGGRESSOR_SIDE_SELLER if row.is_buyer_maker else AGGRESSOR_SIDE_BUYER,
                    str(row.id),
                    row.time_ms * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_agg_trades(scope: Scope, message: list[GetAggTradesRow], ts_init: int, out: list[Event]) -> None:
    """Aggregate trades to TradeTick."""
    for row in message:
        try:
            out.append(
                TradeTick(
                    scope.request_id("symbol"),
                    positive(row.price),
                    not_negative(row.quantity),
                    AGGRESSOR_SIDE_SELLER if row.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
                    str(row.aggregate_id),
                    row.trade_time_ms * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_historical_block_trades(
    scope: Scope, message: list[TradeRow], ts_init: int, out: list[Event]
) -> None:
    """Trades that were agreed outside of the book to BinanceBlockTrade."""
    for row in message:
        try:
            out.append(
                BinanceBlockTrade(
                    instrument_id=scope.request_id("symbol"),
                    block_trade_id=row.id,
                    price=positive(row.price),
                    size=not_negative(row.qty),
                    buyer_is_maker=row.is_buyer_maker,
                    ts_event=row.time_ms * 1_000_000,
                    ts_init=ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_trade(scope: Scope, message: Trade, ts_init: int, out: list[Event]) -> None:
    """Spot trades to TradeTick."""
    event_ = TradeTick(
        scope.ids[message.symbol],
        positive(message.price),
        not_negative(message.quantity),
        AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
        str(message.trade_id),
        message.trade_time_ms * 1_000_000,
        ts_init,
    )
    if scope.synced:
        scope.machines["trade"].on_event(message.symbol, message.trade_id, event_, out)
    else:
        out.append(event_)


def emit_block_trade(scope: Scope, message: BlockTrade, ts_init: int, out: list[Event]) -> None:
    """Trades that were agreed outside of the book to BinanceBlockTrade."""
    out.append(
        BinanceBlockTrade(
            instrument_id=scope.ids[message.symbol],
            block_trade_id=message.block_trade_id,
            price=positive(message.price),
            size=not_negative(message.quantity),
            buyer_is_maker=message.buyer_is_maker,
            ts_event=message.trade_time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )


def emit_futures_trade(scope: Scope, message: FuturesTrade, ts_init: int, out: list[Event]) -> None:
    """Futures trades, not aggregated to TradeTick."""
    if (message.origin if message.origin is not None else "MARKET") != "NA":
        out.append(
            TradeTick(
                scope.ids[message.symbol],
                positive(message.price),
                not_negative(message.quantity),
                AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
                str(message.trade_id),
                message.trade_time_ms * 1_000_000,
                ts_init,
            )
        )


def emit_agg_trade(scope: Scope, message: AggTrade, ts_init: int, out: list[Event]) -> None:
    """Aggregate trades to TradeTick."""
    event_ = TradeTick(
        scope.ids[message.symbol],
        positive(message.price),
        not_negative(message.quantity),
        AGGRESSOR_SIDE_SELLER if message.buyer_is_maker else AGGRESSOR_SIDE_BUYER,
        str(message.aggregate_id),
        message.trade_time_ms * 1_000_000,
        ts_init,
    )
    if scope.synced:
        scope.machines["agg_trade"].on_event(message.symbol, message.aggregate_id, event_, out)
    else:
        out.append(event_)


emit_get_futures_historical_trades = emit_get_trades
emit_get_historical_trades = emit_get_trades
