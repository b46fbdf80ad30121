"""Short ways of the venue maple: busy messages straight from bytes to events. Generated from specs/maple; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dragoman.model import QuoteTick
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event, Feed, Light, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.frames import variant
from dragoman.translate.rows import decoder
from dragoman.translate.scope import Scope

from dragoman_venues.maple.texts import Best, BestData, OrdersText, emit_orders

DECIMAL_1 = Decimal("1")
TO_23 = slice(23)

BestDataText = variant(BestData, bid=str, ask=str)
BestText = variant(Best, BestDataText)


def options_option(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of options. Whatever else comes goes to `rest`."""
    decode_orders = decoder(OrdersText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            if payload[17] == 111 and payload[TO_23] == b'{"meta":{"kind":"order"':
                message = decode_orders(payload)
                out: list[Event] = []
                emit_orders(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


def emit_best(scope: Scope, message: Any, ts_init: int, out: list[Event]) -> None:
    """Best to QuoteTick."""
    out.append(
        QuoteTick(
            scope.ids[message.data.symbol],
            DECIMALS[message.data.bid],
            DECIMALS[message.data.ask],
            DECIMAL_1,
            DECIMAL_1,
            ts_init,
            ts_init,
        )
    )


WAYS = Ways(
    shorts={
        ("options", "option"): Short({}, options_option),
    },
    lights={
        "best": Light(BestText, emit_best),
    },
)
