"""books of the venue bybit. Generated from specs/bybit/books.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.machines import Merge
from dragoman.model import OrderBookDeltas, QuoteTick
from dragoman.model.book import LevelForm
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.reads import not_negative, positive
from dragoman.translate.scope import Scope
from msgspec import Struct, field

from dragoman_venues.bybit.venue import Update

DECIMAL_0 = Decimal("0")
LEVELS_OF_2_ABOVE_ZERO = LevelForm(positive=True, items=2)


class Level(Struct, frozen=True, array_like=True, gc=False):
    """Part of Book, GetOrderbookResponseResult. https://bybit-exchange.github.io/docs/v5/market/orderbook"""

    price: Decimal
    size: Decimal


class Book(Struct, frozen=True, kw_only=True, gc=False):
    """The book of a stream message. https://bybit-exchange.github.io/docs/v5/websocket/public/orderbook"""

    symbol: str = field(name="s")
    bids: list[tuple[str, str]] = field(name="b")
    asks: list[tuple[str, str]] = field(name="a")
    update_id: int = field(name="u")
    sequence: int | None = field(name="seq", default=None)


class GetOrderbookResponseResult(Struct, frozen=True, kw_only=True, gc=False):
    """Part of GetOrderbookResponse."""

    symbol: str = field(name="s")
    bids: list[tuple[str, str]] = field(name="b")
    asks: list[tuple[str, str]] = field(name="a")
    time_ms: int = field(name="ts")
    update_id: int = field(name="u")
    sequence: int | None = field(name="seq", default=None)


class GetOrderbookResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_orderbook: Order book. https://bybit-exchange.github.io/docs/v5/market/orderbook"""

    result: GetOrderbookResponseResult


class Orderbook(Struct, frozen=True, kw_only=True, gc=False):
    """A message of orderbook: Order book. https://bybit-exchange.github.io/docs/v5/websocket/public/orderbook"""

    topic: str
    type: Update
    time_ms: int = field(name="ts")
    data: Book


class BestLevel(Struct, frozen=True, kw_only=True, gc=False):
    """A message of best_level: The best bid and offer. https://bybit-exchange.github.io/docs/v5/websocket/public/orderbook"""

    topic: str
    type: Update
    time_ms: int = field(name="ts")
    data: Book


class OptionOrderbook(Struct, frozen=True, kw_only=True, gc=False):
    """A message of option_orderbook: Order book of an option. https://bybit-exchange.github.io/docs/v5/websocket/public/orderbook"""

    type: Update
    time_ms: int = field(name="ts")
    data: Book
    topic: str


def emit_get_orderbook(scope: Scope, message: GetOrderbookResponse, ts_init: int, out: list[Event]) -> None:
    """Order book to OrderBookDeltas."""
    out.append(
        OrderBookDeltas(
            scope.ids[message.result.symbol],  # instrument_id
            message.result.bids,
            message.result.asks,
            True,  # is_snapshot
            (
                message.result.sequence if message.result.sequence is not None else message.result.update_id
            ),  # sequence
            0,  # flags
            (message.result.time_ms * 1_000_000),  # ts_event
            ts_init,
            None,  # rows
            LEVELS_OF_2_ABOVE_ZERO,  # level_form
        )
    )


def emit_orderbook_into(
    scope: Scope, message: Orderbook | OptionOrderbook, ts_init: int, out: list[Event], machine: str
) -> None:
    """What orderbook, option_orderbook have in common."""
    book = OrderBookDeltas(
        scope.ids[message.data.symbol],  # instrument_id
        message.data.bids,
        message.data.asks,
        (message.type == "snapshot"),  # is_snapshot
        (message.data.sequence if message.data.sequence is not None else message.data.update_id),  # sequence
        0,  # flags
        (message.time_ms * 1_000_000),  # ts_event
        ts_init,
        None,  # rows
        LEVELS_OF_2_ABOVE_ZERO,  # level_form
    )
    if not scope.synced:
        out.append(book)
    elif message.type == "snapshot":
        scope.machines[machine].on_snapshot(
            message.topic, message.data.update_id, book, ts_init, out, message=message
        )
    else:
        scope.machines[machine].on_message(message.topic, message, book, ts_init, out)


def emit_orderbook(scope: Scope, message: Orderbook, ts_init: int, out: list[Event]) -> None:
    """Order book to OrderBookDeltas."""
    emit_orderbook_into(scope, message, ts_init, out, "orderbook")


def emit_best_level(scope: Scope, message: BestLevel, ts_init: int, out: list[Event]) -> None:
    """The best bid and offer to QuoteTick."""
    merge: Merge[Book] = scope.machines["best_level"]
    key = message.data.symbol
    record = merge.record(key, message.data, message.type == "snapshot")
    if record is None:
        return
    if len(record.bids) > 0 and len(record.asks) > 0:
        merge.put_new(
            key,
            "QuoteTick",
            QuoteTick(
                scope.ids[message.data.symbol],
                (
                    got_2
                    if (
                        got_2 := next(
                            (
                                positive(DECIMALS[item[0]])
                                for item in record.bids
                                if not_negative(DECIMALS[item[1]]) > DECIMAL_0
                            ),
                            None,
                        )
                    )
                    is not None
                    else positive(DECIMALS[record.bids[0][0]]) if record.bids else DECIMAL_0
                ),
                (
                    got_3
                    if (
                        got_3 := next(
                            (
                                positive(DECIMALS[item[0]])
                                for item in record.asks
                                if not_negative(DECIMALS[item[1]]) > DECIMAL_0
                            ),
                            None,
                        )
                    )
                    is not None
                    else positive(DECIMALS[record.asks[0][0]]) if record.asks else DECIMAL_0
                ),
                (
                    got_4
                    if (
                        got_4 := next(
                            (
                                not_negative(DECIMALS[item[1]])
                                for item in record.bids
                                if not_negative(DECIMALS[item[1]]) > DECIMAL_0
                            ),
                            None,
                        )
                    )
                    is not None
                    else DECIMAL_0
                ),
                (
                    got_5
                    if (
                        got_5 := next(
                            (
                                not_negative(DECIMALS[item[1]])
                                for item in record.asks
                                if not_negative(DECIMALS[item[1]]) > DECIMAL_0
                            ),
                            None,
                        )
                    )
                    is not None
                    else DECIMAL_0
                ),
                message.time_ms * 1_000_000,
                ts_init,
            ),
            out,
        )
    if not scope.synced:
        out.append(
            OrderBookDeltas(
                scope.ids[message.data.symbol],  # instrument_id
                message.data.bids,
                message.data.asks,
                (message.type == "snapshot"),  # is_snapshot
                (
                    message.data.sequence if message.data.sequence is not None else message.data.update_id
                ),  # sequence
                0,  # flags
                (message.time_ms * 1_000_000),  # ts_event
                ts_init,
                None,  # rows
                LEVELS_OF_2_ABOVE_ZERO,  # level_form
            )
        )


def emit_option_orderbook(scope: Scope, message: OptionOrderbook, ts_init: int, out: list[Event]) -> None:
    """Order book of an option to OrderBookDeltas."""
    emit_orderbook_into(scope, message, ts_init, out, "option_orderbook")
