"""books of the venue cedar. Generated from specs/cedar/books.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import BookAction, OrderBookDelta, OrderSide
from dragoman.translate.facts import Event
from dragoman.translate.lookups import Lookups
from dragoman.translate.reads import finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Side = Literal["Buy", "Sell"]
SIDE_MEANS: dict[str, OrderSide] = {"Buy": OrderSide.BUY, "Sell": OrderSide.SELL}
Change = Literal["partial", "insert", "update", "delete"]

BOOK_ACTION_ADD = BookAction.ADD
BOOK_ACTION_DELETE = BookAction.DELETE
BOOK_ACTION_UPDATE = BookAction.UPDATE


class BookRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Book."""

    symbol: str
    id: int
    side: Side | None = None
    price: Decimal | None = None
    size: int | None = None


class Book(Struct, frozen=True, kw_only=True, tag_field="table", tag="levels", gc=False):
    """A message of book: Levels of the book by id. https://docs.cedar.example/stream#levels"""

    action: Change
    rows: list[BookRows] = field(name="data")


def emit_book(scope: Scope, message: Book, ts_init: int, out: list[Event]) -> None:
    """Levels of the book by id to OrderBookDeltas."""
    lookup: Lookups = scope.machines["book"]
    lookup.begin(message.action == "partial")
    for row in message.rows:
        try:
            instrument_id = scope.ids[row.symbol]
            kept = lookup.fill(
                instrument_id,
                row.id,
                (row.price, row.side),
                stores=message.action in ("partial", "insert"),
                drops=message.action == "delete",
                now_ns=ts_init,
                out=out,
            )
            if kept is None:
                continue
            lookup.add(
                OrderBookDelta(
                    instrument_id,
                    (
                        BOOK_ACTION_DELETE
                        if message.action == "delete"
                        else BOOK_ACTION_UPDATE if message.action == "update" else BOOK_ACTION_ADD
                    ),  # action
                    SIDE_MEANS[kept[1]],  # side
                    finite(kept[0]),  # price
                    Decimal(row.size if row.size is not None else 0),  # size
                    0,  # order_id
                    0,  # flags
                    0,  # sequence
                    ts_init,  # ts_event
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
    lookup.end(out)
