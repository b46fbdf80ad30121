"""Short ways of the venue hazel: busy messages straight from bytes to events. Generated from specs/hazel; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dragoman.model import AggressorSide, TradeTick
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event, Feed, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.frames import variant
from dragoman.translate.scope import Scope

from dragoman_venues.hazel.state import Trade

AGGRESSOR_SIDE_NO_AGGRESSOR = AggressorSide.NO_AGGRESSOR

TradeText = variant(Trade, price=str, size=str)


def stream_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of stream. Whatever else comes goes to `rest`."""
    ids = scope.ids.known

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            message = decode(payload)
            kind = type(message)
            if kind is TradeText:
                return [
                    TradeTick(
                        ids[message.symbol],
                        DECIMALS[message.price],
                        DECIMALS[message.size],
                        AGGRESSOR_SIDE_NO_AGGRESSOR,
                        str(message.number),
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
        ("stream", "spot"): Short(
            {
                Trade: TradeText,
            },
            stream_spot,
        ),
    },
    lights={},
)
