"""Short ways of the venue ginkgo: busy messages straight from bytes to events. Generated from specs/ginkgo; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from dragoman.model import AggressorSide, QuoteTick, TradeTick
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event, Feed, Short, Ways
from dragoman.translate.feeds import FAULTS, JsonFeed
from dragoman.translate.frames import variant
from dragoman.translate.scope import Scope

from dragoman_venues.ginkgo.calls import Fills, Tops

AGGRESSOR_SIDE_BUYER = AggressorSide.BUYER
DECIMAL_1 = Decimal("1")

FillsText = variant(Fills, price=str, size=str)
TopsText = variant(Tops, bid=str, ask=str)


def user_spot(scope: Scope, decode: Callable[[bytes], Any], other: JsonFeed, rest: Feed) -> Feed:
    """Busy messages of user. Whatever else comes goes to `rest`."""
    ids = scope.ids.known

    def feed(payload: bytes, ts_init: int = 0) -> list[Event]:
        try:
            message = decode(payload)
            kind = type(message)
            if kind is FillsText:
                return [
                    TradeTick(
                        ids[message.symbol],
                        DECIMALS[message.price],
                        DECIMALS[message.size],
                        AGGRESSOR_SIDE_BUYER,
                        message.id,
                        ts_init,
                        ts_init,
                    )
                ]
            if kind is TopsText:
                return [
                    QuoteTick(
                        ids[message.symbol],
                        DECIMALS[message.bid],
                        DECIMALS[message.ask],
                        DECIMAL_1,
                        DECIMAL_1,
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
        ("user", "spot"): Short(
            {
                Fills: FillsText,
                Tops: TopsText,
            },
            user_spot,
        ),
    },
    lights={},
)
