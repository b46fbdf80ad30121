"""Short ways of the venue alder: busy messages straight from bytes to events. Generated from specs/alder; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.model import OrderBookDeltas
from dragoman.model.book import ANY_LEVELS, READ_LEVELS, JsonLevels
from dragoman.model.decimals import POSITIVE
from dragoman.translate.facts import Event, Feed, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed, Settled
from dragoman.translate.frames import variant
from dragoman.translate.levels import ODD
from dragoman.translate.scope import Scope
from msgspec import Raw

from dragoman_venues.alder.books import Book

BookText = variant(Book, bids=Raw, asks=Raw)


def stream_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known
    prices = POSITIVE.known
    synced = scope.synced
    book_topics = other.topics_of("book")
    book_kind = other.kind_of(BookText)
    book_is_read = book_kind is not BookText
    tagless = False

    def without_tags() -> None:
        nonlocal decode, tagless
        decode = other.told
        tagless = True

    other.on_tagless = without_tags

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        out: list[Event]
        bids: Any
        asks: Any
        try:
            if tagless and payload[4] != 34:  # the quote behind at
                return other.untold(payload, ts_init)
            frame = decode(payload)
            message = frame.payload
            kind = type(message)
            if kind is book_kind:
                try:
                    of_symbol, identity = book_topics[frame.topic]
                except KeyError:
                    return other.routed(frame, payload, ts_init)
                if of_symbol != message.symbol:
                    _, identity = book_topics[frame.topic] = message.symbol, ids[message.symbol]
                if book_is_read:
                    if 1 in payload.partition(b"[")[2].translate(ODD):
                        return rest(payload, ts_init)
                    bids, asks, level_form = message.bids, message.asks, READ_LEVELS
                    at = -1
                    for price, size in bids:
                        at += 1
                        try:
                            bids[at] = prices[price], size
                        except KeyError:
                            bids[at] = POSITIVE[price], size
                    at = -1
                    for price, size in asks:
                        at += 1
                        try:
                            asks[at] = prices[price], size
                        except KeyError:
                            asks[at] = POSITIVE[price], size
                else:
                    bids, asks, level_form = JsonLevels(message.bids), JsonLevels(message.asks), ANY_LEVELS
                book = OrderBookDeltas(
                    identity,
                    bids,
                    asks,
                    False,
                    message.last_seq,
                    0,
                    message.time_ms * 1_000_000,
                    ts_init,
                    None,
                    level_form,
                )
                if synced:
                    out = []
                    try:
                        scope.machines["book"].on_message(message.symbol, message, book, ts_init, out)
                    except FAULTS as error:
                        raise Settled(error) from error
                    return out
                return [book]
            return other.routed(frame, payload, ts_init)
        except Settled as settled:
            raise other.settled(settled, payload) from settled.error
        except FAULTS:
            return rest(payload, ts_init)

    return feed


WAYS = Ways(
    shorts={
        ("stream", "spot"): Short(
            {
                Book: BookText,
            },
            stream_spot,
        ),
    },
    lights={},
)
