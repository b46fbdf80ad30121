"""Short ways of the venue kauri: busy messages straight from bytes to events. Generated from specs/kauri; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dragoman.model import QuoteTick
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event, Feed, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.frames import variant
from dragoman.translate.scope import Scope

from dragoman_venues.kauri.account import Quote

DECIMAL_1 = Decimal("1")

QuoteText = variant(Quote, bid=str, ask=str)


def stream_swap(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
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
                        DECIMALS[message.bid],
                        DECIMALS[message.ask],
                        DECIMAL_1,
                        DECIMAL_1,
                        (
                            message.matched_time * 1_000
                            if message.matched_time is not None
                            else message.sent_ms * 1_000_000 if message.sent_ms is not None else ts_init
                        ),
                        ts_init,
                    )
                ]
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


WAYS = Ways(
    shorts={
        ("stream", "swap"): Short(
            {
                Quote: QuoteText,
            },
            stream_swap,
        ),
    },
    lights={},
)
