"""Short ways of the venue sedge: busy messages straight from bytes to events. Generated from specs/sedge; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.model import QuoteTick
from dragoman.model.decimals import NOT_NEGATIVE
from dragoman.translate.facts import Event, Feed, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.frames import variant
from dragoman.translate.scope import Scope

from dragoman_venues.sedge import hooks
from dragoman_venues.sedge.market import Offer, Quote

OfferText = variant(Offer, size=str)
QuoteText = variant(Quote, OfferText)


def stream_bond(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            message = decode(payload)
            kind = type(message)
            if kind is QuoteText:
                return [
                    QuoteTick(
                        ids[message.symbol],
                        hooks.from_thirty_seconds(message.bid.px),
                        hooks.from_thirty_seconds(message.ask.px),
                        NOT_NEGATIVE[message.bid.size],
                        NOT_NEGATIVE[message.ask.size],
                        message.time_ms * 1_000_000,
                        ts_init,
                    )
                ]
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


WAYS = Ways(
    shorts={
        ("stream", "bond"): Short(
            {
                Quote: QuoteText,
            },
            stream_bond,
        ),
    },
    lights={},
)
