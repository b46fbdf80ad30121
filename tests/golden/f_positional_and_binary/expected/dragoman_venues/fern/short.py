"""Short ways of the venue fern: busy messages straight from bytes to events. Generated from specs/fern; edit that and run `make generate`."""

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

from dragoman_venues.fern.messages import TextQuote

DECIMAL_0 = Decimal("0")

TextQuoteText = variant(TextQuote, bid=str, ask=str)


def texts_shares(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of texts. Whatever else comes goes to `rest`."""
    ids = scope.ids.known

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            message = decode(payload)
            kind = type(message)
            if kind is TextQuoteText:
                return [
                    QuoteTick(
                        ids[message.symbol],
                        DECIMALS[message.bid],
                        DECIMALS[message.ask],
                        DECIMAL_0,
                        DECIMAL_0,
                        ts_init,
                        ts_init,
                    )
                ]
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


WAYS = Ways(
    shorts={
        ("texts", "shares"): Short(
            {
                TextQuote: TextQuoteText,
            },
            texts_shares,
        ),
    },
    lights={},
)
