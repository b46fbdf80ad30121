"""Short ways of the venue nutmeg: busy messages straight from bytes to events. Generated from specs/nutmeg; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.translate.facts import Event, Feed, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.rows import decoder
from dragoman.translate.scope import Scope

from dragoman_venues.nutmeg.live import FillsText, emit_fills

TO_16 = slice(16)


def stream_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    decode_fills = decoder(FillsText).decode

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            if payload[15] == 34 and payload[TO_16] == b'{"topic":"fills"':
                message = decode_fills(payload)
                out: list[Event] = []
                emit_fills(scope, message, ts_init, out)
                return out
            return rest(payload, ts_init)
        except FAULTS:
            return rest(payload, ts_init)

    return feed


WAYS = Ways(
    shorts={
        ("stream", "spot"): Short({}, stream_spot),
        ("stream", "swap"): Short({}, stream_spot),
        ("own", "spot"): Short({}, stream_spot),
        ("own", "swap"): Short({}, stream_spot),
    },
    lights={},
)
