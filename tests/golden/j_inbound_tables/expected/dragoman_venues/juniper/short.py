"""Short ways of the venue juniper: busy messages straight from bytes to events. Generated from specs/juniper; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.translate.facts import Event, Feed, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.rows import decoder
from dragoman.translate.scope import Scope

from dragoman_venues.juniper.orders import OrdersText, emit_orders


def stream_swap(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    decode_orders = decoder(OrdersText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            # orders
            if payload[9] == 111:
                message = decode_orders(payload)
                out: list[Event] = []
                emit_orders(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


WAYS = Ways(
    shorts={
        ("stream", "swap"): Short({}, stream_swap),
    },
    lights={},
)
