"""What a trader does: orders sent, changed and taken back, each by itself, in batches, and in lists that hang together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any

from dragoman.model import CancelOrder, LimitOrder, ModifyOrder, Order, OrderSide

from tests.faults.orders import Maker
from tests.faults.world import SECOND

if TYPE_CHECKING:
    from tests.faults.trader import Trader

_MOST_LISTS = 3
_LISTS = 0.6
"""The part of the seeds that have lists beside the orders that stand alone."""
_SIDES = (OrderSide.BUY, OrderSide.SELL)
Step = tuple[int, str, Sequence[Order], Callable[[], Any]]
"""(moment, what is done, orders that it is about, the command)"""


class Deals:
    """The deals of one trader by the name with which the ids of their orders begin."""

    def __init__(self, trader: Trader) -> None:
        self._trader = trader
        self._seed = trader.outcome.seed
        random = Random(f"lists {self._seed}")
        lists = random.randint(1, _MOST_LISTS) if random.random() < _LISTS else 0
        self.known: dict[str, Callable[[], Any]] = {
            f"{self._seed}T{number}": partial(self._alone, number) for number in range(trader.orders)
        }
        names = (f"{self._seed}T{chr(ord('A') + place)}" for place in range(lists))
        self.known |= {name: partial(self._together, name) for name in names}
        self._sent: set[str] = set()

    def begin(self) -> list[asyncio.Task[None]]:
        """Each deal of which nothing was sent, in a task of its own."""
        return [asyncio.create_task(play()) for name, play in self.known.items() if name not in self._sent]

    @property
    def _maker(self) -> Maker:
        return Maker(self._trader.line)

    # -- one order -------------------------------------------------------------------------------------------------------

    async def _alone(self, number: int) -> None:
        """One order: sent at some moment, then perhaps changed, perhaps taken back."""
        trader, random = self._trader, Random(f"order {self._seed} {number}")
        moments = self._moments(random, 0.4)
        taking, changing, leaving = random.random() < 0.3, random.random() < 0.6, random.random() < 0.6
        away, lots = random.randrange(-2, 6), int(10 ** (random.random() * 3))
        await trader.until(moments[0])
        name = f"{self._seed}T{number}"
        order = self._maker.alone(name, _SIDES[number % 2 == 0], taking, away, lots)
        others: list[Step] = []
        if changing and isinstance(order, LimitOrder):
            step = trader.instrument.price_increment * (1 if random.random() < 0.5 else -1)
            others.append((moments[1], "change", [order], self._changing([order], price=step)))
        if leaving:
            others.append((moments[2], "cancel", [order], self._leaving([order])))
        await self._play(name, [order], lambda: trader.adapter.submit_order(order), others)

    def _moments(self, random: Random, close: float) -> list[int]:
        moments = sorted(random.randrange(SECOND, self._trader.active_ns) for _ in range(3))
        if random.random() < close:
            # Close together: a change and a cancel race the fills, or the answer to the submission.
            moments = [
                moments[0],
                moments[0] + random.randrange(SECOND),
                moments[0] + random.randrange(2 * SECOND),
            ]
        return moments

    # -- several ---------------------------------------------------------------------------------------------------------

    async def _together(self, name: str) -> None:
        """Several orders at once: then perhaps some are changed, some or all taken back."""
        trader, random = self._trader, Random(f"list {name}")
        moments = self._moments(random, 0.3)
        changing, leaving, sweeping = (random.random() < part for part in (0.5, 0.5, 0.15))
        form = random.choice(trader.wire.forms(trader.product))
        await trader.until(moments[0])
        orders = self._orders(form, name, random)
        trader.outcome.counts[form] += 1
        some = [each for each in orders if random.random() < 0.7] or orders[:1]
        others: list[Step] = []
        if changing:
            step = trader.instrument.price_increment * random.choice((-2, -1, 1, 2))
            others.append((moments[1], "change", some, self._changing(some, price=step, trigger_price=step)))
        if sweeping:
            sweep = lambda: trader.adapter.cancel_all_orders(trader.identity)  # noqa: E731
            others.append((moments[2], "cancel all", [], sweep))
        elif leaving:
            chosen = orders if random.random() < 0.3 else [random.choice(orders)]
            others.append((moments[2], "cancel", chosen, self._leaving(chosen)))
        if form == "stop":
            await self._play(name, orders, lambda: trader.adapter.submit_order(orders[0]), others)
        else:
            await self._play(name, orders, lambda: trader.adapter.submit_order_list(orders), others)

    def _orders(self, form: str, name: str, random: Random) -> list[Order]:
        maker, side = self._maker, random.choice(_SIDES)
        if form in ("pair", "waiting pair"):
            return maker.pair(name, side, random, form == "pair")
        if form in ("entry", "bracket"):
            return maker.bracket(name, side, random, 1 if form == "entry" else 2)
        if form == "stop":
            kind = random.choice((maker.stop, maker.touched))
            limited, lots = random.random() < 0.5, int(10 ** (random.random() * 3))
            return [kind(f"{name}0", side, random.randrange(1, 8), lots, limited)]
        aways = [random.randrange(-2, 6) for _ in range(random.randint(2, 4))]
        # Some of a batch are refused, since they would take.
        return [maker.resting(f"{name}{place}", side, away, 3) for place, away in enumerate(aways)]

    # -- commands --------------------------------------------------------------------------------------------------------

    async def _play(
        self, name: str, orders: Sequence[Order], submit: Callable[[], Any], others: Sequence[Step]
    ) -> None:
        """Send orders, and do to them what there is to do, whether or not they are answered."""
        trader = self._trader
        self._sent.add(name)
        for order in orders:
            trader.sent[str(order.client_order_id)] = order
        sent = asyncio.create_task(trader.tried("submit", orders, submit()))
        for moment, what, concerned, command in sorted(others, key=lambda each: each[0]):
            await trader.until(moment)
            await trader.tried(what, concerned, command())
        for order, outcome in zip(orders, await sent, strict=True):
            trader.outcomes[str(order.client_order_id)] = outcome

    def _changing(self, orders: Sequence[Order], **steps: Any) -> Callable[[], Any]:
        """Prices of orders go some steps on, together where there are several."""
        changes = [
            ModifyOrder(
                instrument_id=order.instrument_id,
                client_order_id=order.client_order_id,
                **{
                    name: getattr(order, name) + step
                    for name, step in steps.items()
                    if getattr(order, name, None) is not None
                },
            )
            for order in orders
        ]
        venue = self._trader.adapter
        if len(changes) == 1:
            return lambda: venue.modify_order(changes[0])
        return lambda: venue.batch_modify_orders(changes)

    def _leaving(self, orders: Sequence[Order]) -> Callable[[], Any]:
        """Orders are taken back, together where there are several."""
        cancels = [
            CancelOrder(instrument_id=each.instrument_id, client_order_id=each.client_order_id)
            for each in orders
        ]
        venue = self._trader.adapter
        if len(cancels) == 1:
            return lambda: venue.cancel_order(cancels[0])
        return lambda: venue.batch_cancel_orders(cancels)
