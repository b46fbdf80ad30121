"""Short ways of the venue maple: busy messages straight from bytes to events. Generated from specs/maple; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from dragoman.model import QuoteTick
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event, Light, Ways
from dragoman.translate.frames import variant
from dragoman.translate.scope import Scope

from dragoman_venues.maple.texts import Best, BestData

DECIMAL_1 = Decimal("1")

BestDataText = variant(BestData, bid=str, ask=str)
BestText = variant(Best, BestDataText)


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
    shorts={},
    lights={
        "best": Light(BestText, emit_best),
    },
)
