"""Positions in derivatives: lots and what was paid for them, gains when they are closed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from dragoman.model import PositionSide, PositionStatusReport
from dragoman.simulate.exchange.amounts import Grid, Kind, rounded

BOTH = PositionSide.NO_POSITION_SIDE
"""The leg of an account that holds one position an instrument."""


class Alone(StrEnum):
    """A leg with margin of its own, beside those that share the margin of the account."""

    NET = "ISOLATED"
    LONG = "ISOLATED-LONG"
    SHORT = "ISOLATED-SHORT"


Leg: TypeAlias = PositionSide | Alone
ALONE: dict[PositionSide, Alone] = {
    BOTH: Alone.NET,
    PositionSide.LONG: Alone.LONG,
    PositionSide.SHORT: Alone.SHORT,
}
"""Leg -> the same with margin of its own."""


@dataclass(eq=False, slots=True)
class Position:
    """`lots` are below nought for a short one; `cost` is what its buyer has paid on balance, in units, and `realized` what it gained."""

    grid: Grid
    leg: Leg = BOTH
    lots: int = 0
    cost: int = 0
    realized: int = 0
    margin: int = 0
    last_ns: int = 0

    def trade(self, sign: int, lots: int, flow: int) -> int:
        """Takes part in a trade of that worth to a buyer; returns the gain of what it closes."""
        if self.lots * sign >= 0:
            self.lots += sign * lots
            self.cost += sign * flow
            return 0
        held = abs(self.lots)
        closed = min(lots, held)
        worth = flow if closed == lots else rounded(flow * closed, lots)
        part = self.cost if closed == held else rounded(self.cost * closed, held)
        self.lots += sign * closed
        self.cost -= part
        gain = -sign * worth - part
        self.realized += gain
        if closed < lots:
            self.lots = sign * (lots - closed)
            self.cost = sign * (flow - worth)
        return gain

    def closable(self, sign: int) -> int:
        """Lots that an order of that sign would close."""
        return abs(self.lots) if self.lots * sign < 0 else 0

    def unrealized(self, ticks: int) -> int:
        """What closing all of it at a price would gain."""
        return (
            self.grid.flow(ticks, abs(self.lots)) * (1 if self.lots > 0 else -1) - self.cost
            if self.lots
            else 0
        )

    def worth(self, ticks: int) -> int:
        """Its worth at a price, without sign."""
        return self.grid.value(ticks, abs(self.lots))

    def report(self, account_id: str, now_ns: int) -> PositionStatusReport:
        """Its state for whom it belongs to."""
        side = PositionSide.FLAT
        if self.lots:
            side = PositionSide.LONG if self.lots > 0 else PositionSide.SHORT
        return PositionStatusReport(
            account_id=account_id,
            instrument_id=self.grid.instrument_id,
            position_side=side,
            quantity=self.grid.size(abs(self.lots)),
            venue_position_id=None if self.leg is BOTH else f"{self.grid.instrument_id}-{self.leg}",
            avg_px_open=self.grid.mean(self.cost, abs(self.lots)),
            ts_last=self.last_ns,
            ts_init=now_ns,
        )


def is_margined(grid: Grid) -> bool:
    """Whether trades of the instrument make positions rather than change hands for the whole price."""
    return grid.kind in (Kind.LINEAR, Kind.INVERSE)
