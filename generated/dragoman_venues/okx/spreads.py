"""spreads of the venue okx. Generated from specs/okx/spreads.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import (
    CryptoFuturesSpread,
    CryptoOptionSpread,
    OrderBookDeltas,
    OrderBookDepth10,
    OrderSide,
    QuoteTick,
    TradeTick,
)
from dragoman.model.book import LevelForm
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import decimals
from dragoman.translate.reads import finite, integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

from dragoman_venues.okx.market_data import SIDE_MEANS, BookMessage, Side
from dragoman_venues.okx.orders import ORDER_SIDE_WORD_MEANS, OrderSideWord

DECIMAL_0 = Decimal("0")
LEVELS_OF_3 = LevelForm(positive=False, items=3)
ORDER_SIDE_SELL = OrderSide.SELL


class SpreadLeg(Struct, frozen=True, kw_only=True, gc=False):
    """One leg. https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-spreads-public"""

    leg_id: str = field(name="instId")
    side: OrderSideWord


class Spread(Struct, frozen=True, kw_only=True, gc=False):
    """One spread. https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-spreads-public"""

    symbol: str = field(name="sprdId")
    kind: str = field(name="sprdType")
    state: str
    base_ccy: str = field(name="baseCcy")
    quote_ccy: str = field(name="quoteCcy")
    size_ccy: str = field(name="szCcy")
    tick_size: Decimal = field(name="tickSz")
    lot_size: Decimal = field(name="lotSz")
    min_size: str = field(name="minSz")
    list_time_ms: str | None = field(name="listTime", default=None)
    expire_time_ms: str | None = field(name="expTime", default=None)
    updated_ms: str | None = field(name="uTime", default=None)
    legs: list[SpreadLeg]


class SpreadLevel(Struct, frozen=True, array_like=True, gc=False):
    """Part of SpreadBooks5Row, SpreadBooksRow. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel"""

    price: Decimal
    size: Decimal
    orders: str


class SpreadBest(Struct, frozen=True, array_like=True, gc=False):
    """The best level of a side. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel"""

    px: Decimal
    sz: Decimal
    orders: str


class SpreadQuotesRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of spread_quotes: The best bid and offer of a spread. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel"""

    asks: list[SpreadBest]
    bids: list[SpreadBest]
    time_ms: str = field(name="ts")


class SpreadBooks5Row(Struct, frozen=True, kw_only=True, gc=False):
    """A row of spread_books5: The best five levels of a spread, whole every time. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel"""

    asks: list[tuple[str, str, str]]
    bids: list[tuple[str, str, str]]
    time_ms: str = field(name="ts")
    seq: int | None = field(name="seqId", default=None)


class SpreadBooksRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of spread_books: The book of 400 levels of a spread, one image and then its changes. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel"""

    asks: list[tuple[str, str, str]]
    bids: list[tuple[str, str, str]]
    time_ms: str = field(name="ts")
    previous_seq: int | None = field(name="prevSeqId", default=None)
    seq: int | None = field(name="seqId", default=None)
    checksum: int | None = None


class SpreadTradesRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of spread_trades: Trades of a spread. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-public-trades-channel"""

    symbol: str = field(name="sprdId")
    trade_id: str = field(name="tradeId")
    price: Decimal = field(name="px")
    size: Decimal = field(name="sz")
    side: Side
    time_ms: str = field(name="ts")


class GetSpreadsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_spreads: Spreads. https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-spreads-public"""

    code: str
    msg: str
    rows: list[Spread] = field(name="data")


class SpreadQuotesArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of SpreadQuotes."""

    channel: str
    symbol: str = field(name="sprdId")


class SpreadQuotes(Struct, frozen=True, kw_only=True, gc=False):
    """A message of spread_quotes: The best bid and offer of a spread. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel"""

    arg: SpreadQuotesArg
    rows: list[SpreadQuotesRow] = field(name="data")


class SpreadBooks5Arg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of SpreadBooks5."""

    channel: str
    symbol: str = field(name="sprdId")


class SpreadBooks5(Struct, frozen=True, kw_only=True, gc=False):
    """A message of spread_books5: The best five levels of a spread, whole every time. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel"""

    arg: SpreadBooks5Arg
    rows: list[SpreadBooks5Row] = field(name="data")


class SpreadBooksArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of SpreadBooks."""

    channel: str
    symbol: str = field(name="sprdId")


class SpreadBooks(Struct, frozen=True, kw_only=True, gc=False):
    """A message of spread_books: The book of 400 levels of a spread, one image and then its changes. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel"""

    arg: SpreadBooksArg
    rows: list[SpreadBooksRow] = field(name="data")
    action: BookMessage


class SpreadTradesArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of SpreadTrades."""

    channel: str
    symbol: str = field(name="sprdId")


class SpreadTrades(Struct, frozen=True, kw_only=True, gc=False):
    """A message of spread_trades: Trades of a spread. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-public-trades-channel"""

    arg: SpreadTradesArg
    rows: list[SpreadTradesRow] = field(name="data")


def emit_get_spreads(scope: Scope, message: GetSpreadsResponse, ts_init: int, out: list[Event]) -> None:
    """Spreads to CryptoFuturesSpread, CryptoOptionSpread."""
    for row in message.rows:
        try:
            row_key = row.symbol
            leg_id = any(item.leg_id.endswith(("-C", "-P")) for item in row.legs)
            if not leg_id:
                tick_size = finite(row.tick_size)
                lot_size = finite(row.lot_size)
                out.append(
                    CryptoFuturesSpread(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size),
                        price_increment=tick_size,
                        size_precision=decimals(lot_size),
                        size_increment=lot_size,
                        lot_size=lot_size,
                        min_quantity=DECIMALS[row.min_size] if row.min_size else None,
                        is_active=row.state == "live",
                        info={
                            "size_currency": row.size_ccy,
                            "legs": [
                                {
                                    "inst_id": each.leg_id,
                                    "side": (
                                        "sell"
                                        if ORDER_SIDE_WORD_MEANS[each.side] is ORDER_SIDE_SELL
                                        else "buy"
                                    ),
                                    "ratio": -1 if ORDER_SIDE_WORD_MEANS[each.side] is ORDER_SIDE_SELL else 1,
                                }
                                for each in row.legs
                            ],
                        },
                        ts_event=integer(row.updated_ms) * 1_000_000 if row.updated_ms else ts_init,
                        ts_init=ts_init,
                        quote_currency=row.quote_ccy,
                        settlement_currency=row.base_ccy if row.kind == "inverse" else row.quote_ccy,
                        is_inverse=row.kind == "inverse",
                        underlying=row.base_ccy,
                        strategy_type=row.kind,
                        activation_ns=integer(row.list_time_ms) * 1_000_000 if row.list_time_ms else 0,
                        expiration_ns=integer(row.expire_time_ms) * 1_000_000 if row.expire_time_ms else 0,
                    )
                )
            if leg_id:
                tick_size_ = finite(row.tick_size)
                lot_size_ = finite(row.lot_size)
                out.append(
                    CryptoOptionSpread(
                        instrument_id=scope.ids.define(row_key),
                        raw_symbol=scope.raw_symbol(row_key),
                        price_precision=decimals(tick_size_),
                        price_increment=tick_size_,
                        size_precision=decimals(lot_size_),
                        size_increment=lot_size_,
                        lot_size=lot_size_,
                        min_quantity=DECIMALS[row.min_size] if row.min_size else None,
                        is_active=row.state == "live",
                        info={
                            "size_currency": row.size_ccy,
                            "legs": [
                                {
                                    "inst_id": each.leg_id,
                                    "side": (
                                        "sell"
                                        if ORDER_SIDE_WORD_MEANS[each.side] is ORDER_SIDE_SELL
                                        else "buy"
                                    ),
                                    "ratio": -1 if ORDER_SIDE_WORD_MEANS[each.side] is ORDER_SIDE_SELL else 1,
                                }
                                for each in row.legs
                            ],
                        },
                        ts_event=integer(row.updated_ms) * 1_000_000 if row.updated_ms else ts_init,
                        ts_init=ts_init,
                        quote_currency=row.quote_ccy,
                        settlement_currency=row.base_ccy if row.kind == "inverse" else row.quote_ccy,
                        is_inverse=row.kind == "inverse",
                        underlying=row.base_ccy,
                        strategy_type=row.kind,
                        activation_ns=integer(row.list_time_ms) * 1_000_000 if row.list_time_ms else 0,
                        expiration_ns=integer(row.expire_time_ms) * 1_000_000 if row.expire_time_ms else 0,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_spread_quotes(scope: Scope, message: SpreadQuotes, ts_init: int, out: list[Event]) -> None:
    """The best bid and offer of a spread to QuoteTick."""
    for row in message.rows:
        try:
            if not (len(row.bids) > 0 and len(row.asks) > 0):
                continue
            out.append(
                QuoteTick(
                    scope.ids[message.arg.symbol],
                    finite(row.bids[0].px) if row.bids else DECIMAL_0,
                    finite(row.asks[0].px) if row.asks else DECIMAL_0,
                    finite(row.bids[0].sz) if row.bids else DECIMAL_0,
                    finite(row.asks[0].sz) if row.asks else DECIMAL_0,
                    integer(row.time_ms) * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_spread_books5(scope: Scope, message: SpreadBooks5, ts_init: int, out: list[Event]) -> None:
    """The best five levels of a spread, whole every time to OrderBookDeltas, OrderBookDepth10."""
    for row in message.rows:
        try:
            instrument_id = scope.ids[message.arg.symbol]
            seq = row.seq if row.seq is not None else 0
            time_ns = integer(row.time_ms) * 1_000_000
            out.append(
                OrderBookDeltas(
                    instrument_id,
                    row.bids,
                    row.asks,
                    True,  # is_snapshot
                    seq,  # sequence
                    0,  # flags
                    time_ns,  # ts_event
                    ts_init,
                    None,  # rows
                    LEVELS_OF_3,  # level_form
                )
            )
            out.append(
                OrderBookDepth10(
                    instrument_id,
                    row.bids,
                    row.asks,
                    (),  # bid_counts
                    (),  # ask_counts
                    0,  # flags
                    seq,  # sequence
                    time_ns,  # ts_event
                    ts_init,
                    LEVELS_OF_3,  # level_form
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_spread_books(scope: Scope, message: SpreadBooks, ts_init: int, out: list[Event]) -> None:
    """The book of 400 levels of a spread, one image and then its changes to OrderBookDeltas."""
    for row in message.rows:
        try:
            seq = row.seq if row.seq is not None else 0
            book = OrderBookDeltas(
                scope.ids[message.arg.symbol],  # instrument_id
                row.bids,
                row.asks,
                (message.action == "snapshot"),  # is_snapshot
                seq,  # sequence
                0,  # flags
                (integer(row.time_ms) * 1_000_000),  # ts_event
                ts_init,
                None,  # rows
                LEVELS_OF_3,  # level_form
            )
            if not scope.synced:
                out.append(book)
            elif message.action == "snapshot":
                scope.machines["spread_books"].on_snapshot(
                    message.arg.symbol, seq, book, ts_init, out, message=row
                )
            else:
                scope.machines["spread_books"].on_message(message.arg.symbol, row, book, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_spread_trades(scope: Scope, message: SpreadTrades, ts_init: int, out: list[Event]) -> None:
    """Trades of a spread to TradeTick."""
    for row in message.rows:
        try:
            out.append(
                TradeTick(
                    scope.ids[row.symbol],
                    finite(row.price),
                    finite(row.size),
                    SIDE_MEANS[row.side],
                    row.trade_id,
                    integer(row.time_ms) * 1_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
