"""The translator of the venue alder: which bytes are which message. Generated from specs/alder; edit that and run `make generate`."""

from __future__ import annotations

import re
from typing import Any

from dragoman.machines.book_facts import SyncFacts
from dragoman.machines.book_sync import BookSync
from dragoman.translate.facts import Call, Channel, Connection, Snapshot, Tables, Ways
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.alder.books import Book, GetBookResponse, emit_book, emit_get_book
from dragoman_venues.alder.symbology import PRODUCTS


def _book_drop(message: Book, snapshot_id: int) -> bool:
    """The snapshot holds the message already."""
    return message.last_seq <= snapshot_id


def _book_first(message: Book, snapshot_id: int) -> bool:
    """The message joins the snapshot."""
    return message.first_seq <= snapshot_id + 1 and message.last_seq > snapshot_id


def _book_next(message: Book, previous: Book) -> bool:
    """Nothing lies between the two."""
    return message.first_seq == previous.last_seq + 1


def _make_book(product: str) -> Any:
    """A fresh machine for one product."""
    facts = SyncFacts(
        stream="book",
        snapshot="call",
        after="first_buffered_event",
        buffer_max=100,
        on_full="resync",
        backoff_first_ns=1_000_000_000,
        backoff_max_ns=30_000_000_000,
        budget="calls",
        stale_after_ns=10_000_000_000,
        max_keys=10_000,
    )
    return BookSync(facts, drop=_book_drop, first=_book_first, next=_book_next)


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.alder.short import WAYS

    return WAYS


TABLES = Tables(
    venue="ALDER",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("spot",),
            tag_key="kind",
            wrapper_topic="at",
            wrapper_payload="body",
            unknown="count",
            channels=(
                Channel(
                    name="book",
                    payload=Book,
                    emit=emit_book,
                    tag="change",
                    topic=re.compile("(?P<symbol>.+?)\\.book\\.(?P<speed>fast|slow)"),
                    upper=("symbol",),
                    gives=("OrderBookDeltas",),
                ),
            ),
            replies=(),
        ),
    ),
    calls=(Call(name="get_book", paths={"": "GET /book"}, payload=GetBookResponse, emit=emit_get_book),),
    machines={"book": _make_book},
    snapshots={"get_book": Snapshot("book", lambda message: message.seq, "symbol", {"depth": 500})},
    feeds={},
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Alder Exchange to events of the model."""

    tables = TABLES
