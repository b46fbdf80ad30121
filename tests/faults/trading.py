"""A trader on a simulated venue with faults between: what the adapter told of its orders is what the venue did with them."""

from __future__ import annotations

import asyncio
import logging
from decimal import Decimal
from random import Random
from typing import Any, Literal

import dragoman
from dragoman.errors import DragomanError
from dragoman.faults import (
    FaultyConnector,
    FaultyHttp,
    LoopClock,
    MemoryVenue,
    Schedule,
    VirtualLoop,
    Weather,
    run_virtually,
)
from dragoman.model import (
    LimitOrder,
    MarketOrder,
    OrderFilled,
    OrderRejected,
    OrderSide,
    OrderStatus,
    Rejected,
)
from dragoman.simulate.venue import SimulatedVenue

from tests.faults.world import SECOND, START_NS

ACTIVE_NS = 40 * SECOND
CALM_NS = 10 * SECOND
PATIENCE_NS = 1800 * SECOND
ORDERS = 8
OPEN = (OrderStatus.ACCEPTED, OrderStatus.TRIGGERED, OrderStatus.PARTIALLY_FILLED)
Over = Literal["http", "ws"]


class Trader:
    """One run; `faults` is what did not hold."""

    def __init__(self, venue: str, product: str, seed: int, over: Over) -> None:
        self.seed = seed
        self.loop = VirtualLoop()
        self.clock = LoopClock(self.loop, START_NS)
        self.schedule = Schedule.draw(seed, ACTIVE_NS)
        self.random = Random(f"trader {seed}")
        self.core = SimulatedVenue(venue, seed=seed, now_ns=self.clock.now_ns(), products=[product])
        self.memory = MemoryVenue(self.core, self.clock, [product])
        weather = Weather(self.schedule)
        self.product = product
        self.identity = sorted(self.core.markets[product].lines)[0]
        keys = dict.fromkeys(self.core.interface.credentials, "simulated")
        load = dragoman.load(venue).adapter
        common: dict[str, Any] = {"urls": self.memory.urls, "credentials": keys, "seed": seed}
        self.errors: list[Exception] = []
        self.adapter = load(
            http=FaultyHttp(self.memory.http, weather, self.clock),
            connector=FaultyConnector(self.memory, weather, self.clock),
            clock=self.clock,
            on_error=self.errors.append,
            orders_over=over,
            **common,
        )
        self.calm = load(http=self.memory.http, connector=self.memory, clock=self.clock, **common)
        """Another adapter of the same account, which no fault befalls."""
        self.told: list[Any] = []
        self.outcomes: dict[str, Any] = {}
        self.faults: list[str] = []

    async def play(self) -> None:
        async with self.calm:
            await self.calm.load_instruments(self.product)
            for instrument in self.calm.instruments.values():
                for learner in (self.adapter.translator, self.adapter._reader, self.adapter.requests):
                    learner.learn(instrument)
            tasks = [asyncio.ensure_future(each) for each in (self.listen(), self.market())]
            orders = [asyncio.ensure_future(self.trade(number)) for number in range(ORDERS)]
            await asyncio.wait(orders)
            for each in orders:
                each.result()
            await self.settle()
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            await self.adapter.close()
        left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        self.faults += [f"a task is left: {task!r}" for task in left]

    async def listen(self) -> None:
        while True:
            try:
                async for event in self.adapter.subscribe_account(self.product):
                    self.told.append(event)
            except DragomanError as error:
                self.errors.append(error)
            await self.clock.sleep(SECOND)

    async def market(self) -> None:
        while True:
            self.memory.publish()
            await self.clock.sleep(SECOND // 5)

    async def trade(self, number: int) -> None:
        """One order: sent at some moment, then perhaps changed, perhaps taken back."""
        random, venue = self.random, self.adapter
        moments = sorted(random.randrange(SECOND, ACTIVE_NS) for _ in range(3))
        kinds, wishes = random.random(), (random.random() < 0.5, random.random() < 0.5)
        away = random.randrange(0, 60)
        await self.clock.sleep(moments[0])
        line = self.core.markets[self.product].lines[self.identity]
        instrument = self.calm.instruments[self.identity]
        price = max(line.bids, default=1000) * instrument.price_increment - away * instrument.price_increment
        common: dict[str, Any] = {
            "instrument_id": instrument.instrument_id,
            "order_side": OrderSide.BUY if number % 2 else OrderSide.SELL,
            "quantity": max(instrument.size_increment * 20, instrument.min_quantity or Decimal(0)),
            "client_order_id": f"T{number}",
        }
        order = MarketOrder(**common) if kinds < 0.3 else LimitOrder(price=price, **common)
        self.outcomes[f"T{number}"] = await self.tried(venue.submit_order(order))
        if isinstance(order, LimitOrder) and wishes[0]:
            await self.until(moments[1])
            change = {"instrument_id": order.instrument_id, "client_order_id": f"T{number}"}
            await self.tried(venue.modify_order(**change, price=price - instrument.price_increment))
        if wishes[1]:
            await self.until(moments[2])
            await self.tried(
                venue.cancel_order(instrument_id=order.instrument_id, client_order_id=f"T{number}")
            )

    async def until(self, moment_ns: int) -> None:
        await self.clock.sleep(max(moment_ns - self.clock.monotonic_ns(), 0))

    async def tried(self, command: Any) -> Any:
        try:
            return await command
        except DragomanError as error:
            return error

    # -- the truth -----------------------------------------------------------------------------------------------------

    async def settle(self) -> None:
        while True:
            await self.clock.sleep(CALM_NS)
            wrong = await self.wrong()
            if not wrong:
                return
            if self.clock.monotonic_ns() > PATIENCE_NS:
                self.faults += wrong
                return

    async def wrong(self) -> list[str]:
        """Where what was told is not what the venue says of itself."""
        orders = {each.client_order_id: each for each in await self.calm.order_status_reports(self.identity)}
        fills = await self.calm.fill_reports(self.identity, since=START_NS)
        named = {each.venue_order_id: each.client_order_id for each in orders.values()}
        found: list[str] = []
        for identity, outcome in self.outcomes.items():
            ours, theirs = self.adapter.order(identity), orders.get(identity)
            if ours is None:
                found.append(f"{identity} is forgotten")
            elif theirs is None:
                if ours.status not in (OrderStatus.REJECTED, OrderStatus.DENIED):
                    found.append(f"{identity} is {ours.status}, and the venue has none: {outcome}")
            elif ours.filled_qty != theirs.filled_qty or not _same(ours.status, theirs.order_status):
                found.append(
                    f"{identity} is {ours.status} {ours.filled_qty}, and the venue says"
                    f" {theirs.order_status} {theirs.filled_qty}"
                )
            elif isinstance(outcome, Rejected) and theirs.order_status is not OrderStatus.REJECTED:
                found.append(f"{identity} was called rejected, and the venue has it")
        told = sorted(each.trade_id for each in self.told if isinstance(each, OrderFilled))
        known = sorted(each.trade_id for each in fills if named.get(each.venue_order_id) in self.outcomes)
        if told != known:
            found.append(f"fills {told} were told, and the venue made {known}")
        refused = {each.client_order_id for each in self.told if isinstance(each, OrderRejected)}
        wrongly = {
            each
            for each in refused
            if each in orders and orders[each].order_status is not OrderStatus.REJECTED
        }
        return found + [f"{each} was told rejected, and the venue has it" for each in sorted(wrongly)]


def _same(ours: OrderStatus, theirs: OrderStatus) -> bool:
    return ours is theirs or (
        ours in OPEN and theirs in OPEN and OrderStatus.PARTIALLY_FILLED not in (ours, theirs)
    )


def trade(seed: int, venue: str, product: str, over: Over = "http") -> list[str]:
    """What does not hold in the run of a seed."""
    trader = Trader(venue, product, seed, over)
    level = logging.getLogger("dragoman").level
    logging.getLogger("dragoman").setLevel(logging.CRITICAL)
    try:
        run_virtually(trader.play(), trader.loop)
    except Exception as error:
        trader.faults.append(f"{type(error).__name__}: {error}")
    finally:
        logging.getLogger("dragoman").setLevel(level)
    trader.faults += [f"reached the user's loop: {context}" for context in trader.loop.failures]
    trader.faults += [f"a task's error was lost: {error!r}" for error in trader.loop.forgotten()]
    return trader.faults
