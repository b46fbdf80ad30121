"""Short ways of the venue aspen: busy messages straight from bytes to events. Generated from specs/aspen; edit that and run `make generate`."""

from __future__ import annotations

from typing import Any

from dragoman.model import OrderBookDeltas
from dragoman.model.book import ANY_LEVELS, LevelForm
from dragoman.translate.facts import Event, Light, Ways
from dragoman.translate.frames import variant
from dragoman.translate.reads import integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Raw

from dragoman_venues.aspen.books import BookRow, Books, FlatBook, FlatBookData

LEVELS_OF_4 = LevelForm(positive=False, items=4)

BookRowText = variant(BookRow, asks=Raw, bids=Raw)
BooksText = variant(Books, BookRowText)
FlatBookDataText = variant(FlatBookData, bids=Raw, asks=Raw)
FlatBookText = variant(FlatBook, FlatBookDataText)


def emit_books(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Books to OrderBookDeltas."""
    for row in message.rows:
        try:
            bids, asks, level_form = scope.sides(LEVELS_OF_4, row.bids, row.asks)
            book = OrderBookDeltas(
                scope.ids[message.arg.symbol],  # instrument_id
                bids,
                asks,
                (message.action == "snapshot"),  # is_snapshot
                row.seq,  # sequence
                0,  # flags
                (integer(row.time_ms) * 1_000_000),  # ts_event
                ts_init,
                None,  # rows
                level_form,
            )
            if not scope.synced:
                out.append(book)
            elif message.action == "snapshot":
                scope.machines["books"].on_snapshot(
                    message.arg.symbol, row.seq, book, ts_init, out, message=row
                )
            else:
                scope.machines["books"].on_message(message.arg.symbol, row, book, ts_init, out)
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_flat_book(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """FlatBook to OrderBookDeltas."""
    bids, asks, level_form = scope.sides(ANY_LEVELS, message.data.bids, message.data.asks)
    book = OrderBookDeltas(
        scope.ids[scope.topic["symbol"]],  # instrument_id
        bids,
        asks,
        (message.type == "snapshot"),  # is_snapshot
        message.data.update_id,  # sequence
        0,  # flags
        (message.time_ms * 1_000_000),  # ts_event
        ts_init,
        None,  # rows
        level_form,
    )
    if not scope.synced:
        out.append(book)
    elif message.type == "snapshot":
        scope.machines["flat_book"].on_snapshot(
            message.topic, message.data.update_id, book, ts_init, out, message=message
        )
    else:
        scope.machines["flat_book"].on_message(message.topic, message, book, ts_init, out)


WAYS = Ways(
    shorts={},
    lights={
        "books": Light(BooksText, emit_books),
        "flat_book": Light(FlatBookText, emit_flat_book),
    },
)
