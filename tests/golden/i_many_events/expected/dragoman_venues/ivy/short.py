"""Short ways of the venue ivy: busy messages straight from bytes to events. Generated from specs/ivy; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.translate.facts import Event, Feed, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.rows import decoder
from dragoman.translate.scope import Scope

from dragoman_venues.ivy.orders import FullText, OrdersText, emit_full, emit_orders


def stream_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    decode_orders = decoder(OrdersText).decode
    decode_full = decoder(FullText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            byte = payload[9]
            # orders
            if byte == 111:
                message = decode_orders(payload)
                out: list[Event] = []
                emit_orders(scope, message, ts_init, out)
                return out
            # full
            if byte == 102:
                message = decode_full(payload)
                out = []
                emit_full(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


WAYS = Ways(
    shorts={
        ("stream", "spot"): Short({}, stream_spot),
    },
    lights={},
)
