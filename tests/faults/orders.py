"""Orders for a market as it stands: alone, waiting for a price, and in lists that hang together."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from dragoman.model import (
    ContingencyType,
    LimitIfTouchedOrder,
    LimitOrder,
    MarketIfTouchedOrder,
    MarketOrder,
    Order,
    OrderSide,
    StopLimitOrder,
    StopMarketOrder,
    TimeInForce,
)
from dragoman.simulate.line import Line
from msgspec.structs import replace

MANY = 30
"""Lots of an order beyond which the book is likely to have less at a price."""
_SLACK = 4
"""Ticks from a trigger to the worst price of an order that it sets off."""
_OTHER = {OrderSide.BUY: OrderSide.SELL, OrderSide.SELL: OrderSide.BUY}


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes orders of one instrument."""

    line: Line

    def alone(self, name: str, side: OrderSide, taking: bool, away: int, lots: int) -> Order:
        """An order that rests so many ticks from the best price of its side, or takes."""
        common = self._common(name, side, lots)
        if taking and lots > MANY:
            # It takes what is there, and ends with the rest unfilled.
            return LimitOrder(price=self._best(_OTHER[side]), time_in_force=TimeInForce.IOC, **common)
        if taking:
            return MarketOrder(**common)
        return LimitOrder(price=self._behind(side, away), **common)

    def resting(self, name: str, side: OrderSide, away: int, lots: int) -> Order:
        """One that may only rest, and is refused where it would take."""
        return replace(self.alone(name, side, False, away, lots), post_only=True)

    def stop(self, name: str, side: OrderSide, away: int, lots: int, limited: bool) -> Order:
        """One that is set off when the price has gone so many ticks against it."""
        common, trigger = self._common(name, side, lots), self._beyond(side, away)
        if limited:
            return StopLimitOrder(trigger_price=trigger, price=self._beyond(side, away + _SLACK), **common)
        return StopMarketOrder(trigger_price=trigger, **common)

    def touched(self, name: str, side: OrderSide, away: int, lots: int, limited: bool) -> Order:
        """One that is set off when the price has gone so many ticks its way."""
        common, trigger = self._common(name, side, lots), self._behind(side, away)
        if limited:
            return LimitIfTouchedOrder(
                trigger_price=trigger, price=self._behind(side, away - _SLACK), **common
            )
        return MarketIfTouchedOrder(trigger_price=trigger, **common)

    def pair(self, name: str, side: OrderSide, random: Random, rests: bool) -> list[Order]:
        """What takes a profit, at rest or waiting, and what stops a loss; one cancels the other."""
        # What waits and buys has a price of its own: at the market some venues would count its money.
        limited, lots = side is OrderSide.BUY and not rests, _lots(random)
        near, far = random.randrange(1, 8), random.randrange(2, 12)
        names = [f"{name}P", f"{name}L"]
        profit = (
            self.alone(names[0], side, False, near, lots)
            if rests
            else self.touched(names[0], side, near, lots, limited)
        )
        loss = self.stop(names[1], side, far, lots, limited)
        return [
            replace(each, contingency_type=ContingencyType.OCO, linked_order_ids=(other,))
            for each, other in zip((profit, loss), reversed(names), strict=True)
        ]

    def bracket(self, name: str, side: OrderSide, random: Random, exits: int) -> list[Order]:
        """An entry, and one or two orders on the other side that it sets off."""
        away = random.randrange(-2, 6)
        pair = self.pair(name, _OTHER[side], random, True)
        chosen = pair if exits > 1 else [random.choice(pair)]
        if exits == 1:
            kind = ContingencyType.NO_CONTINGENCY
            chosen = [replace(each, contingency_type=kind, linked_order_ids=()) for each in chosen]
        entry = replace(
            self.alone(f"{name}E", side, False, away, 1),
            quantity=pair[0].quantity,
            contingency_type=ContingencyType.OTO,
            linked_order_ids=tuple(str(each.client_order_id) for each in chosen),
        )
        return [entry, *(replace(each, parent_order_id=entry.client_order_id) for each in chosen)]

    def _common(self, name: str, side: OrderSide, lots: int) -> dict[str, Any]:
        instrument = self.line.instrument
        least = instrument.min_quantity or Decimal(0)
        return {
            "instrument_id": instrument.instrument_id,
            "order_side": side,
            "quantity": max(instrument.size_increment * (lots + 1), least),
            "client_order_id": name,
        }

    def _best(self, side: OrderSide) -> Decimal:
        return self._price(self.line.best[0 if side is OrderSide.BUY else 1])

    def _behind(self, side: OrderSide, ticks: int) -> Decimal:
        """So many ticks from the best price of a side, away from the other one."""
        bid, ask = self.line.best
        return self._price(bid - ticks if side is OrderSide.BUY else ask + ticks)

    def _beyond(self, side: OrderSide, ticks: int) -> Decimal:
        """So many ticks beyond the best price of the other side."""
        bid, ask = self.line.best
        return self._price(ask + ticks if side is OrderSide.BUY else bid - ticks)

    def _price(self, ticks: int) -> Decimal:
        return Decimal(self.line.instrument.price_increment * ticks)


def _lots(random: Random) -> int:
    return int(10 ** (random.random() * 3))
