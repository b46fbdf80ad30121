"""books of the venue alder. Generated from specs/alder/books.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import OrderBookDeltas
from dragoman.translate.facts import Event
from dragoman.translate.scope import Scope
from msgspec import Struct, field


class Level(Struct, frozen=True, array_like=True, gc=False):
    """Part of GetBookResponse, Book. https://docs.alder.example/rest#book"""

    price: Decimal
    size: Decimal


class GetBookResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of get_book: The whole book. https://docs.alder.example/rest#book"""

    seq: int
    bids: list[tuple[str, str]]
    asks: list[tuple[str, str]]


class Book(Struct, frozen=True, kw_only=True, tag_field="kind", tag="change", gc=False):
    """A message of book: Changes of the book. https://docs.alder.example/stream#book"""

    time_ms: int = field(name="t")
    symbol: str = field(name="s")
    first_seq: int = field(name="from")
    last_seq: int = field(name="to")
    bids: list[tuple[str, str]] = field(name="b")
    asks: list[tuple[str, str]] = field(name="a")


def emit_get_book(scope: Scope, message: GetBookResponse, ts_init: int, out: list[Event]) -> None:
    """The whole book to OrderBookDeltas."""
    out.append(
        OrderBookDeltas(
            scope.request_id("symbol"), message.bids, message.asks, True, message.seq, 0, ts_init, ts_init
        )
    )


def emit_book(scope: Scope, message: Book, ts_init: int, out: list[Event]) -> None:
    """Changes of the book to OrderBookDeltas."""
    book = OrderBookDeltas(
        scope.ids[message.symbol],
        message.bids,
        message.asks,
        False,
        message.last_seq,
        0,
        message.time_ms * 1_000_000,
        ts_init,
    )
    if scope.synced:
        scope.machines["book"].on_message(message.symbol, message, book, ts_init, out)
    else:
        out.append(book)
