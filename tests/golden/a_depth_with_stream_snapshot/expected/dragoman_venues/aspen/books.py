"""books of the venue aspen. Generated from specs/aspen/books.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import OrderBookDeltas
from dragoman.model.book import LevelForm
from dragoman.translate.facts import Event
from dragoman.translate.reads import integer
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Action = Literal["snapshot", "update"]

LEVELS_OF_4 = LevelForm(positive=False, items=4)


class Level(Struct, frozen=True, array_like=True, gc=False):
    """Part of BookRow. https://docs.aspen.example/stream#books"""

    price: Decimal
    size: Decimal
    skipped_2: str
    orders: str


class FlatLevel(Struct, frozen=True, array_like=True, gc=False):
    """Part of FlatBookData. https://docs.aspen.example/flat#book"""

    price: Decimal
    size: Decimal


class BookRow(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Books. https://docs.aspen.example/stream#books"""

    asks: list[tuple[str, str, str, str]]
    bids: list[tuple[str, str, str, str]]
    time_ms: str = field(name="ts")
    previous_seq: int = field(name="prevSeqId")
    seq: int = field(name="seqId")


class BooksArg(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Books."""

    channel: str
    symbol: str = field(name="instId")


class Books(Struct, frozen=True, kw_only=True, gc=False):
    """A message of books: The book by rows of one message. https://docs.aspen.example/stream#books"""

    arg: BooksArg
    action: Action
    rows: list[BookRow] = field(name="data")


class FlatBookData(Struct, frozen=True, kw_only=True, gc=False):
    """Part of FlatBook."""

    symbol: str = field(name="s")
    bids: list[tuple[str, str]] = field(name="b")
    asks: list[tuple[str, str]] = field(name="a")
    update_id: int = field(name="u")


class FlatBook(Struct, frozen=True, kw_only=True, gc=False):
    """A message of flat_book: The book, one change a message. https://docs.aspen.example/flat#book"""

    topic: str
    type: Action
    time_ms: int = field(name="ts")
    data: FlatBookData


def emit_books(scope: Scope, message: Books, ts_init: int, out: list[Event]) -> None:
    """The book by rows of one message to OrderBookDeltas."""
    for row in message.rows:
        try:
            book = OrderBookDeltas(
                scope.ids[message.arg.symbol],  # instrument_id
                row.bids,
                row.asks,
                (message.action == "snapshot"),  # is_snapshot
                row.seq,  # sequence
                0,  # flags
                (integer(row.time_ms) * 1_000_000),  # ts_event
                ts_init,
                None,  # rows
                LEVELS_OF_4,  # level_form
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


def emit_flat_book(scope: Scope, message: FlatBook, ts_init: int, out: list[Event]) -> None:
    """The book, one change a message to OrderBookDeltas."""
    book = OrderBookDeltas(
        scope.ids[scope.topic["symbol"]],
        message.data.bids,
        message.data.asks,
        message.type == "snapshot",
        message.data.update_id,
        0,
        message.time_ms * 1_000_000,
        ts_init,
    )
    if not scope.synced:
        out.append(book)
    elif message.type == "snapshot":
        scope.machines["flat_book"].on_snapshot(
            message.topic, message.data.update_id, book, ts_init, out, message=message
        )
    else:
        scope.machines["flat_book"].on_message(message.topic, message, book, ts_init, out)
