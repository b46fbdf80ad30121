"""An account at work: commands, and what its stream told of each order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import Any

from dragoman.model import (
    Accepted,
    AccountState,
    Order,
    OrderFilled,
    OrderSide,
    OrderStatus,
    OrderStatusReport,
    Outcome,
    PositionSide,
    Rejected,
    StreamGap,
)

from tests.cards.registry import holds
from tests.cards.scene import Scene

SUBMITTED, ACCEPTED = "OrderSubmitted", "OrderAccepted"
_BEGINNING = [SUBMITTED, ACCEPTED]
_SETTLE_S = 3


class Trader:
    """`told` is everything that the account's stream brought."""

    def __init__(self, scene: Scene, adapter: Any) -> None:
        self.scene, self.adapter = scene, adapter
        self.told: list[Any] = []

    async def settle(self, seconds: float = _SETTLE_S) -> None:
        """The market goes on, and what was set off arrives."""
        await self.scene.run(seconds)

    async def send(self, order: Order, **params: Any) -> str:
        """Send an order; its id, once what follows has arrived."""
        outcome = await self.adapter.submit_order(order, product=self.scene.product, **params)
        await self.settle()
        identity = outcome.client_order_id
        holds(identity, f"the outcome names no order: {outcome}")
        return str(identity)

    async def rest(self, order: Order, **params: Any) -> str:
        """Send an order that stays open; its id."""
        identity = await self.send(order, **params)
        self.expect(identity, *_BEGINNING)
        state = self.state(identity)
        holds(state.status is OrderStatus.ACCEPTED, f"it is {state.status}")
        return identity

    async def fill(self, order: Order, **params: Any) -> str:
        """Send an order that is filled at once; its id."""
        identity = await self.send(order, **params)
        self.expect_filled(identity)
        return identity

    # -- what was told -------------------------------------------------------------------------------------------------

    def events(self, identity: str) -> list[Any]:
        return [each for each in self.told if getattr(each, "client_order_id", None) == identity]

    def names(self, identity: str) -> list[str]:
        """The order's events by their types."""
        return [name for each in self.events(identity) if (name := type(each).__name__).startswith("Order")]

    def last(self, identity: str) -> Any:
        return self.events(identity)[-1]

    def expect(self, identity: str, *names: str) -> None:
        """The order's events are these, in this order."""
        found = self.names(identity)
        holds(
            found == list(names),
            f"events: {' '.join(found) or 'none'}; expected: {' '.join(names)}{self._why(identity)}",
        )

    def expect_filled(self, identity: str) -> None:
        """Accepted, then filled to the last lot and nothing else."""
        found = self.names(identity)
        fills = [each for each in self.events(identity) if isinstance(each, OrderFilled)]
        # The venue may tell the size of what was an amount of money.
        right = found[:2] == _BEGINNING and fills and set(found[2:]) <= {"OrderFilled", "OrderUpdated"}
        holds(right, f"events: {' '.join(found) or 'none'}; expected fills{self._why(identity)}")
        state = self.state(identity)
        holds(state.status is OrderStatus.FILLED, f"it is {state.status}")
        holds(state.filled_qty == sum(each.last_qty for each in fills), "fills do not add up")

    def _why(self, identity: str) -> str:
        reasons = [each.reason for each in self.events(identity) if getattr(each, "reason", None)]
        return f" ({reasons[-1]})" if reasons else ""

    def state(self, identity: str) -> Any:
        """The order as the adapter knows it."""
        return self.adapter.order(identity)

    def accounts(self) -> list[AccountState]:
        return [each for each in self.told if isinstance(each, AccountState)]

    # -- the venue's word ----------------------------------------------------------------------------------------------

    async def open_orders(self) -> dict[str, OrderStatusReport]:
        """What the venue says is open, by our ids."""
        reports = await self.adapter.order_status_reports(
            instrument_id=self.scene.identity, open_only=True, product=self.scene.product
        )
        return {str(each.client_order_id): each for each in reports}

    async def position(self) -> tuple[PositionSide, Decimal]:
        """The side and size that the venue says of the instrument."""
        reports = await self.adapter.position_status_reports(
            instrument_id=self.scene.identity, product=self.scene.product
        )
        mine = [each for each in reports if each.instrument_id == self.scene.identity and each.quantity]
        if not mine:
            return PositionSide.FLAT, Decimal(0)
        return mine[0].position_side, mine[0].quantity

    async def cancel(self, identity: str) -> Outcome:
        found: Outcome = await self.adapter.cancel_order(
            instrument_id=self.scene.identity, client_order_id=identity
        )
        await self.settle()
        return found

    async def modify(self, identity: str, **terms: Any) -> Outcome:
        found: Outcome = await self.adapter.modify_order(
            instrument_id=self.scene.identity, client_order_id=identity, **terms
        )
        await self.settle()
        return found


@asynccontextmanager
async def trading(scene: Scene, adapter: Any = None, *, silent: bool = False) -> AsyncIterator[Trader]:
    """An account that hears of its orders while the block runs; `silent` where it waits for longer than a connection may be silent."""
    trader = Trader(scene, adapter or scene.adapter)
    async with trader.adapter.account_subscription(scene.product) as events:
        reading = asyncio.ensure_future(_read(events, trader.told))
        try:
            yield trader
        finally:
            reading.cancel()
            await asyncio.wait({reading})
    gaps = [each for each in trader.told if isinstance(each, StreamGap)]
    holds(silent or not gaps, f"a hole in a stream that nothing disturbed: {gaps[0].reason if gaps else ''}")


async def _read(events: Any, into: list[Any]) -> None:
    async for event in events:
        into.append(event)


def accepted(outcome: Outcome) -> None:
    holds(isinstance(outcome, Accepted), f"the outcome is {outcome}")


def rejected(outcome: Outcome) -> None:
    holds(isinstance(outcome, Rejected), f"the outcome is {outcome}")


def other(side: OrderSide) -> OrderSide:
    return OrderSide.SELL if side is OrderSide.BUY else OrderSide.BUY
