"""feed of the venue fern. Generated from specs/fern/feed.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import AggressorSide, InstrumentStatus, MarketStatusAction, TradeTick
from dragoman.translate.facts import Event
from dragoman.translate.reads import OpenEnum, fixed
from dragoman.translate.scope import Scope
from msgspec import Struct

Aggressor = Literal["B", "S", "N"]
AGGRESSOR_MEANS: dict[str, AggressorSide] = {
    "B": AggressorSide.BUYER,
    "S": AggressorSide.SELLER,
    "N": AggressorSide.NO_AGGRESSOR,
}
HALT_MEANS: OpenEnum[MarketStatusAction] = OpenEnum(
    "Halt", {0: MarketStatusAction.TRADING, 1: MarketStatusAction.HALT}, MarketStatusAction.NONE
)


class Trade(Struct, frozen=True, gc=False):
    """A message of trade: Trades. https://fern.example/docs/feed#trade"""

    length: int
    rtype: int
    venue_number: int
    symbol: str
    price: int
    size: int
    side: Aggressor
    flags: int
    ts_recv: int
    ts_in_delta: int
    sequence: int
    checksum: int


class Status(Struct, frozen=True, gc=False):
    """A message of status: Halts and resumptions. https://fern.example/docs/feed#status"""

    length: int
    rtype: int
    venue_number: int
    symbol: str
    action: int
    time_ms: int


def emit_trade(scope: Scope, message: Trade, ts_init: int, out: list[Event]) -> None:
    """Trades to TradeTick."""
    if message.price not in (9223372036854775807,) and not message.flags >> 2 & 1:
        out.append(
            TradeTick(
                scope.ids[message.symbol],
                fixed(message.price, 9),
                Decimal(message.size),
                AGGRESSOR_MEANS[message.side],
                str(message.sequence),
                message.ts_recv,
                ts_init,
            )
        )


def emit_status(scope: Scope, message: Status, ts_init: int, out: list[Event]) -> None:
    """Halts and resumptions to InstrumentStatus."""
    out.append(
        InstrumentStatus(
            instrument_id=scope.ids[message.symbol],
            action=HALT_MEANS.read(message.action, scope),
            ts_event=message.time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )
