"""The translator of the venue aspen: which bytes are which message. Generated from specs/aspen; edit that and run `make generate`."""

from __future__ import annotations

import re
from typing import Any

from dragoman.machines.book_facts import SyncFacts
from dragoman.machines.book_sync import BookSync
from dragoman.translate.facts import Channel, Connection, Reply, Tables, Ways
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.aspen.books import BookRow, Books, FlatBook, emit_books, emit_flat_book
from dragoman_venues.aspen.symbology import PRODUCTS
from dragoman_venues.aspen.venue import StreamSubscribed


def _read_stream_subscribed(message: StreamSubscribed) -> tuple[object, str, str] | None:
    """(id, code, message) of a subscribed reply."""
    return None, "", ""


def _books_next(message: BookRow, previous: BookRow) -> bool:
    """Nothing lies between the two."""
    return message.previous_seq == previous.seq


def _make_books(product: str) -> Any:
    """A fresh machine for one product."""
    facts = SyncFacts(
        stream="books",
        snapshot="stream",
        after="first_buffered_event",
        buffer_max=100,
        on_full="resync",
        backoff_first_ns=1_000_000_000,
        backoff_max_ns=30_000_000_000,
        budget=None,
        stale_after_ns=None,
        max_keys=10_000,
    )
    return BookSync(facts, next=_books_next)


def _flat_book_next(message: FlatBook, previous: FlatBook) -> bool:
    """Nothing lies between the two."""
    return message.data.update_id == previous.data.update_id + 1


def _make_flat_book(product: str) -> Any:
    """A fresh machine for one product."""
    facts = SyncFacts(
        stream="flat_book",
        snapshot="stream",
        after="first_buffered_event",
        buffer_max=100,
        on_full="resync",
        backoff_first_ns=1_000_000_000,
        backoff_max_ns=30_000_000_000,
        budget=None,
        stale_after_ns=None,
        max_keys=10_000,
    )
    return BookSync(facts, next=_flat_book_next)


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.aspen.short import WAYS

    return WAYS


TABLES = Tables(
    venue="ASPEN",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("swap",),
            topic_key="arg.channel",
            unknown="count",
            channels=(
                Channel(
                    name="books",
                    payload=Books,
                    emit=emit_books,
                    topic=re.compile("books"),
                    rows=("$.data",),
                    gives=("OrderBookDeltas",),
                ),
            ),
            replies=(
                Reply(
                    name="subscribed",
                    has=("event",),
                    payload=StreamSubscribed,
                    means="ignore",
                    read=_read_stream_subscribed,
                ),
            ),
        ),
        Connection(
            name="flat",
            source="ws:flat",
            codec="json",
            products=("swap",),
            topic_key="topic",
            unknown="count",
            channels=(
                Channel(
                    name="flat_book",
                    payload=FlatBook,
                    emit=emit_flat_book,
                    topic=re.compile("orderbook\\.(?P<depth>1|50)\\.(?P<symbol>.+?)"),
                    gives=("OrderBookDeltas",),
                ),
            ),
            replies=(),
        ),
    ),
    calls=(),
    machines={"books": _make_books, "flat_book": _make_flat_book},
    snapshots={},
    feeds={},
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Aspen Exchange to events of the model."""

    tables = TABLES
