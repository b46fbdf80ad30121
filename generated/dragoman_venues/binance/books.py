"""books of the venue binance. Generated from specs/binance/books.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import OrderBookDeltas, OrderBookDepth10, QuoteTick
from dragoman.model.book import LevelForm
from dragoman.translate.facts import Event
from dragoman.translate.reads import as_list, not_negative
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

LEVELS_OF_2_ABOVE_ZERO = LevelForm(positive=True, items=2)


class Level(Struct, frozen=True, array_like=True, gc=False):
    """Part of GetDepthResponse, GetRpiDepthResponse, Depth, PartialDepth, FuturesPartialDepth. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#order-book"""

    price: Decimal
    size: Decimal


class GetBookTickerRow(Struct, frozen=True, kw_only=True, gc=False):
    """A row of get_book_ticker: Best bid and offer. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#symbol-order-book-ticker"""

    symbol: str
    bid_price: Decimal = field(name="bidPrice")
    bid_qty: Decimal = field(name="bidQty")
    ask_price: Decimal = field(name="askPrice")
    ask_qty: Decimal = field(name="askQty")
    time_ms: int | None = field(name="time", default=None)
    last_update_id: int | None = field(name="lastUpdateId", default=None)


class GetDepthResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_depth: Order book. https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#order-book"""

    last_update_id: int = field(name="lastUpdateId")
    event_time_ms: int | None = field(name="E", default=None)
    transaction_time_ms: int | None = field(name="T", default=None)
    bids: list[tuple[str, str]]
    asks: list[tuple[str, str]]


class GetRpiDepthResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_rpi_depth: Order book of a USD-M contract with the orders that are there for retail flow. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#rpi-order-book"""

    last_update_id: int = field(name="lastUpdateId")
    event_time_ms: int | None = field(name="E", default=None)
    transaction_time_ms: int | None = field(name="T", default=None)
    bids: list[tuple[str, str]]
    asks: list[tuple[str, str]]


class Depth(Struct, frozen=True, kw_only=True, tag_field="e", tag="depthUpdate", gc=False):
    """A message of depth: Changes of the order book. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#how-to-manage-a-local-order-book-correctly"""

    event_time_ms: int = field(name="E")
    transaction_time_ms: int | None = field(name="T", default=None)
    symbol: str = field(name="s")
    first_update_id: int = field(name="U")
    final_update_id: int = field(name="u")
    previous_final_update_id: int | None = field(name="pu", default=None)
    bids: list[tuple[str, str]] = field(name="b")
    asks: list[tuple[str, str]] = field(name="a")


class BookTicker(Struct, frozen=True, kw_only=True, tag_field="e", tag="bookTicker", gc=False):
    """A message of book_ticker: Best bid and offer. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-book-ticker-streams"""

    update_id: int = field(name="u")
    symbol: str = field(name="s")
    bid_price: Decimal = field(name="b")
    bid_qty: Decimal = field(name="B")
    ask_price: Decimal = field(name="a")
    ask_qty: Decimal = field(name="A")
    transaction_time_ms: int | None = field(name="T", default=None)
    event_time_ms: int | None = field(name="E", default=None)


class PartialDepth(Struct, frozen=True, kw_only=True, gc=False):
    """A message of partial_depth: The best 5, 10 or 20 spot levels. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#partial-book-depth-streams"""

    last_update_id: int = field(name="lastUpdateId")
    bids: list[tuple[str, str]]
    asks: list[tuple[str, str]]


class FuturesPartialDepth(Struct, frozen=True, kw_only=True, tag_field="e", tag="depthUpdate", gc=False):
    """A message of futures_partial_depth: The best 5, 10 or 20 futures levels. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/public#partial-book-depth-streams"""

    event_time_ms: int = field(name="E")
    transaction_time_ms: int = field(name="T")
    symbol: str = field(name="s")
    first_update_id: int = field(name="U")
    final_update_id: int = field(name="u")
    previous_final_update_id: int = field(name="pu")
    bids: list[tuple[str, str]] = field(name="b")
    asks: list[tuple[str, str]] = field(name="a")


class AllBookTickers(Struct, frozen=True, kw_only=True, tag_field="e", tag="bookTicker", gc=False):
    """A message of all_book_tickers: Best bid and offer of every contract. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/public#all-book-tickers-stream"""

    update_id: int = field(name="u")
    symbol: str = field(name="s")
    bid_price: Decimal = field(name="b")
    bid_qty: Decimal = field(name="B")
    ask_price: Decimal = field(name="a")
    ask_qty: Decimal = field(name="A")
    transaction_time_ms: int | None = field(name="T", default=None)
    event_time_ms: int | None = field(name="E", default=None)


class CoinmAllBookTickers(Struct, frozen=True, kw_only=True, tag_field="e", tag="bookTicker", gc=False):
    """A message of coinm_all_book_tickers: Best bid and offer of every contract. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#all-book-tickers-stream"""

    update_id: int = field(name="u")
    symbol: str = field(name="s")
    bid_price: Decimal = field(name="b")
    bid_qty: Decimal = field(name="B")
    ask_price: Decimal = field(name="a")
    ask_qty: Decimal = field(name="A")
    transaction_time_ms: int | None = field(name="T", default=None)
    event_time_ms: int | None = field(name="E", default=None)


def emit_get_depth(scope: Scope, message: GetDepthResponse, ts_init: int, out: list[Event]) -> None:
    """Order book to OrderBookDeltas."""
    out.append(
        OrderBookDeltas(
            scope.request_id("symbol"),  # instrument_id
            message.bids,
            message.asks,
            True,  # is_snapshot
            message.last_update_id,  # sequence
            0,  # flags
            (
                message.transaction_time_ms * 1_000_000
                if message.transaction_time_ms is not None
                else ts_init
            ),  # ts_event
            ts_init,
            None,  # rows
            LEVELS_OF_2_ABOVE_ZERO,  # level_form
        )
    )


def emit_get_book_ticker(
    scope: Scope, message: GetBookTickerRow | list[GetBookTickerRow], ts_init: int, out: list[Event]
) -> None:
    """Best bid and offer to QuoteTick."""
    for row in as_list(message):
        try:
            out.append(
                QuoteTick(
                    scope.ids[row.symbol],
                    not_negative(row.bid_price),
                    not_negative(row.ask_price),
                    not_negative(row.bid_qty),
                    not_negative(row.ask_qty),
                    row.time_ms * 1_000_000 if row.time_ms is not None else ts_init,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$", row, error)


def emit_get_rpi_depth(scope: Scope, message: GetRpiDepthResponse, ts_init: int, out: list[Event]) -> None:
    """Order book of a USD-M contract with the orders that are there for retail flow to OrderBookDeltas."""
    out.append(
        OrderBookDeltas(
            scope.request_id("symbol"),  # instrument_id
            message.bids,
            message.asks,
            True,  # is_snapshot
            message.last_update_id,  # sequence
            0,  # flags
            (
                message.transaction_time_ms * 1_000_000
                if message.transaction_time_ms is not None
                else ts_init
            ),  # ts_event
            ts_init,
            None,  # rows
            LEVELS_OF_2_ABOVE_ZERO,  # level_form
        )
    )


def emit_depth(scope: Scope, message: Depth, ts_init: int, out: list[Event]) -> None:
    """Changes of the order book to OrderBookDeltas."""
    book = OrderBookDeltas(
        scope.ids[message.symbol],  # instrument_id
        message.bids,
        message.asks,
        False,  # is_snapshot
        message.final_update_id,  # sequence
        0,  # flags
        (
            message.transaction_time_ms * 1_000_000
            if message.transaction_time_ms is not None
            else message.event_time_ms * 1_000_000
        ),  # ts_event
        ts_init,
        None,  # rows
        LEVELS_OF_2_ABOVE_ZERO,  # level_form
    )
    if scope.synced:
        scope.machines["depth"].on_message(message.symbol, message, book, ts_init, out)
    else:
        out.append(book)


def emit_book_ticker(scope: Scope, message: BookTicker, ts_init: int, out: list[Event]) -> None:
    """Best bid and offer to QuoteTick."""
    out.append(
        QuoteTick(
            scope.ids[message.symbol],
            not_negative(message.bid_price),
            not_negative(message.ask_price),
            not_negative(message.bid_qty),
            not_negative(message.ask_qty),
            message.transaction_time_ms * 1_000_000 if message.transaction_time_ms is not None else ts_init,
            ts_init,
        )
    )


def emit_partial_depth(scope: Scope, message: PartialDepth, ts_init: int, out: list[Event]) -> None:
    """The best 5, 10 or 20 spot levels to OrderBookDeltas, OrderBookDepth10."""
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
    scope: Scope, message: FuturesPartialDepth, ts_init: int, out: list[Event]
) -> None:
    """The best 5, 10 or 20 futures levels to OrderBookDeltas, OrderBookDepth10."""
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


def emit_all_book_tickers(scope: Scope, message: AllBookTickers, ts_init: int, out: list[Event]) -> None:
    """Best bid and offer of every contract to QuoteTick."""
    out.append(
        QuoteTick(
            scope.ids[message.symbol],
            not_negative(message.bid_price),
            not_negative(message.ask_price),
            not_negative(message.bid_qty),
            not_negative(message.ask_qty),
            message.transaction_time_ms * 1_000_000 if message.transaction_time_ms is not None else ts_init,
            ts_init,
        )
    )


def emit_coinm_all_book_tickers(
    scope: Scope, message: CoinmAllBookTickers, ts_init: int, out: list[Event]
) -> None:
    """Best bid and offer of every contract to QuoteTick."""
    out.append(
        QuoteTick(
            scope.ids_of("coinm" if "USD_" in message.symbol else "usdm")[message.symbol],
            not_negative(message.bid_price),
            not_negative(message.ask_price),
            not_negative(message.bid_qty),
            not_negative(message.ask_qty),
            message.transaction_time_ms * 1_000_000 if message.transaction_time_ms is not None else ts_init,
            ts_init,
        )
    )
