"""What is the same of NautilusTrader's clients for all venues: instruments that are known, and what streams have told."""

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.peers.nautilus_core import core
from tests.peers.steps import Steps

SECONDS = 20
HEARTBEAT_S = 20


class Waiting:
    """Keeps what a callback is given, on whatever thread, and waits for what is wanted of it."""

    def __init__(self) -> None:
        self._came: list[Any] = []

    def take(self, message: Any) -> None:
        self._came.append(message)

    async def until(self, wanted: Callable[[list[Any]], Any]) -> Any:
        """What `wanted` finds in all that came."""
        for _ in range(SECONDS * 20):
            if found := wanted(self._came):
                return found
            await asyncio.sleep(0.05)
        raise TimeoutError(f"{len(self._came)} messages came, {self._came[-1:]}")


@dataclass
class Order:
    """One order by the client's id."""

    product: str
    instrument_id: Any
    client_order_id: Any
    quantity: Any


class Desk:
    """The clients of one venue; each kind of it says how they are asked."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.instruments: dict[str, list[Any]] = {}
        self.heard = Waiting()
        self._numbers = itertools.count(1)

    @property
    def known(self) -> list[Any]:
        """Every instrument that was asked for."""
        return [each for listed in self.instruments.values() for each in listed]

    @staticmethod
    def price(text: str) -> Any:
        return core.Price.from_str(f"{text}.00")

    def order(self, product: str, instrument_id: Any) -> Order:
        """A new order of a few lots, with an id of its own."""
        lot = next(each.size_increment for each in self.instruments[product] if each.id == instrument_id)
        quantity = core.Quantity(float(lot) * 20, lot.precision)
        return Order(
            product, instrument_id, core.ClientOrderId(f"N{next(self._numbers)}x{product}"), quantity
        )

    # -- what the private stream has told ------------------------------------------------------------------------------

    async def told(self, order: Order, status: str) -> str:
        """Waits for a report of an order in a state."""
        report = await self.heard.until(lambda came: self._reported(came, order, status))
        return f"order {report.venue_order_id} is {status}"

    async def changed(self, order: Order) -> str:
        """Waits for a report of an order at its new price."""
        await self.heard.until(
            lambda came: any(
                getattr(each, "client_order_id", None) == order.client_order_id
                and str(getattr(each, "price", "")).replace("_", "") == "1001.00"
                for each in came
            )
        )
        return "price 1001"

    async def filled(self, order: Order) -> str:
        """Waits for a fill of an order."""
        fill = await self.heard.until(
            lambda came: next(
                (
                    each
                    for each in came
                    if isinstance(each, core.FillReport) and each.client_order_id == order.client_order_id
                ),
                None,
            )
        )
        return f"{fill.last_qty} at {fill.last_px}"

    @staticmethod
    def _reported(came: list[Any], order: Order, status: str) -> Any:
        return next(
            (
                each
                for each in came
                if isinstance(each, core.OrderStatusReport)
                and each.client_order_id == order.client_order_id
                and each.order_status.name == status
            ),
            None,
        )
