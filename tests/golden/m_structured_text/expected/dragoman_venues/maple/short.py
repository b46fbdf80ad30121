"""Short ways of the venue maple: busy messages straight from bytes to events. Generated from specs/maple; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import QuoteTick
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event, Light, Ways
from dragoman.translate.scope import Scope
from msgspec import Struct

from dragoman_venues.maple.texts import BestMeta

DECIMAL_1 = Decimal("1")


class BestDataText(Struct, frozen=True, kw_only=True, gc=False):
    """BestData, what its events are made of still as it came."""

    symbol: str
    bid: str
    ask: str


class BestText(Struct, frozen=True, kw_only=True, gc=False):
    """Best, what its events are made of still as it came."""

    meta: BestMeta
    state: Literal["best"]
    data: BestDataText


def emit_best(scope: Scope, message: BestText, ts_init: int, out: list[Event]) -> None:
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
