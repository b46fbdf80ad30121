"""A trader on a simulated venue with faults between: what the adapter told of its orders is what the venue did with them."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any, Literal

import dragoman
from dragoman.errors import DragomanError, SlowConsumer
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
from dragoman.model import LimitOrder, MarketOrder, OrderFilled, OrderRejected, OrderSide, Rejected, StreamGap
from dragoman.simulate.line import Saved
from dragoman.simulate.venue import SimulatedVenue
from dragoman.simulate.wire.keys import SIMULATED, usual_key

from tests.faults.ledgers import differences, wrongly_refused
from tests.faults.world import SECOND, START_NS

TRADED: Mapping[str, tuple[str, ...]] = {
    "binance": ("spot", "usdm", "coinm"),
    "bybit": ("spot", "linear", "inverse", "option"),
    "okx": ("spot", "swap", "futures"),
    "bitmex": ("perpetual", "future", "spot"),
}
ACTIVE_NS = 40 * SECOND
STEP_NS = SECOND // 5
CALM_NS = 10 * SECOND
PATIENCE_NS = 1800 * SECOND
CLOSING_NS = 60 * SECOND
ORDERS = 8
MOST_TASKS = 96
SPARE = 16
Over = Literal["http", "ws"]


@dataclass(slots=True)
class Traded:
    """What became of a run; `digest` is of everything that its user saw."""

    seed: int
    venue: str
    product: str
    over: Over
    schedule: Schedule
    struck: Sequence[tuple[int, str]] = ()
    counts: Counter[str] = field(default_factory=Counter)
    elapsed_ns: int = 0
    digest: str = ""
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        where = f"seed {self.seed} ({self.venue} {self.product}, orders over {self.over})"
        replay = f"python -m tests.faults {self.seed} --venue {self.venue} --over {self.over}"
        return f"{where}: {'; '.join(self.faults) or 'holds'}\n  replay: {replay}"


@dataclass(slots=True)
class Place:
    """One product's simulated venue, which is set back to its start for each run."""

    core: SimulatedVenue
    before: Mapping[str, Sequence[Saved]]
    instruments: list[Any]


@cache
def place(venue: str, product: str) -> Place:
    """The venue of a product, its instruments as an adapter reads them when nothing is wrong."""
    core = SimulatedVenue(venue, seed=7, now_ns=START_NS, products=[product], partial=True)
    loop = VirtualLoop()
    clock = LoopClock(loop, START_NS)
    memory = MemoryVenue(core, clock, [product])

    async def read() -> list[Any]:
        adapter: Any = dragoman.load(venue).adapter(
            urls=memory.urls, http=memory.http, connector=memory, clock=clock, credentials=_keys(core), seed=1
        )
        async with adapter:
            return list(await adapter.load_instruments(product))

    return Place(core, core.saved(), run_virtually(read(), loop))


def _keys(core: SimulatedVenue) -> dict[str, str]:
    return dict(usual_key(core.interface).credentials)


class Trader:
    """One run; `faults` of its outcome is what did not hold."""

    def __init__(self, outcome: Traded, at: Place, loop: VirtualLoop) -> None:
        seed, schedule = outcome.seed, outcome.schedule
        at.core.restart(at.before, f"{seed}")
        self.outcome = outcome
        self.at = at
        self.schedule = schedule
        self.random = Random(f"trader {seed}")
        self.core = at.core
        self.product = outcome.product
        self.clock = LoopClock(loop, START_NS, schedule.skew_ns)
        self.memory = MemoryVenue(self.core, LoopClock(loop, START_NS), [self.product])
        self.weather = Weather(schedule)
        outcome.struck = self.weather.struck
        self.errors: list[BaseException] = []
        self.http = FaultyHttp(self.memory.http, self.weather, self.clock, self._said)
        # What nobody numbers could vanish without a trace.
        connector = FaultyConnector(self.memory, self.weather, self.clock, may_drop=lambda data: False)
        self.adapter: Any = dragoman.load(outcome.venue).adapter(
            urls=self.memory.urls,
            http=self.http,
            connector=connector,
            clock=self.clock,
            credentials=_keys(self.core),
            on_error=self.errors.append,
            queue_size=schedule.queue_size,
            on_full=schedule.on_full,
            orders_over=outcome.over,
            seed=seed,
        )
        for instrument in at.instruments:
            for learner in (self.adapter.translator, self.adapter._reader, self.adapter.requests):
                learner.learn(instrument)
        traded = sorted(self.core.markets[self.product].lines)
        self.identity = traded[seed // 7 % len(traded)]
        self.instrument = next(each for each in at.instruments if each.instrument_id == self.identity)
        self.told: list[Any] = []
        self.outcomes: dict[str, Any] = {}
        self.listening = False
        self.missed = False
        """Whether the listener was too slow for the queue that it has, and was told so."""

    def _said(self, status: int, text: str) -> bytes:
        return self.core.answers.error(status, text).body

    async def play(self) -> None:
        tasks = [asyncio.create_task(each) for each in (self.listen(), self.market(), self.void())]
        orders = [asyncio.create_task(self.trade(number)) for number in range(ORDERS)]
        await asyncio.wait(orders)
        for each in orders:
            each.result()
        await self.settle()
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        self.outcome.faults += [repr(t.exception()) for t in tasks if not t.cancelled() and t.exception()]
        self._look_at_gaps()
        async with asyncio.timeout(CLOSING_NS / SECOND):
            await self.adapter.close()
        left = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        self.outcome.faults += [f"a task is left: {task!r}" for task in left]
        if self.core.desk.links or self.memory.connections or self.http.under_way:
            self.outcome.faults.append("a connection or a call is left open")
        strange = [error for error in self.errors if not isinstance(error, DragomanError)]
        self.outcome.faults += [f"on_error got {error!r}" for error in strange]

    # -- what goes on ----------------------------------------------------------------------------------------------------

    async def listen(self) -> None:
        while True:
            try:
                async with self.adapter.account_subscription(self.product) as events:
                    self.listening = True
                    async for event in events:
                        self.told.append(event)
                        self.missed |= isinstance(event, StreamGap) and event.stream == "consumer"
                        if self.schedule.pause_ns and self.clock.monotonic_ns() < ACTIVE_NS:
                            await self.clock.sleep(self.schedule.pause_ns)
            except DragomanError as error:
                self.errors.append(error)
                self.missed |= isinstance(error, SlowConsumer)
            finally:
                self.listening = False
            await self.clock.sleep(SECOND)

    async def market(self) -> None:
        while True:
            self.memory.publish()
            await self.clock.sleep(STEP_NS)
            tasks = len(asyncio.all_tasks())
            if tasks > MOST_TASKS:
                raise AssertionError(f"{tasks} tasks at once")
            for line in self.adapter._lines.values():
                waiting = max(len(line.runner._inbox), line.runner._outbox.qsize())
                if waiting > self.schedule.queue_size + SPARE:
                    raise AssertionError(f"{waiting} wait in queues of {self.schedule.queue_size}")

    async def void(self) -> None:
        """In some runs the venue voids every token that it gave out, and says so."""
        if self.random.random() < 0.3:
            await self.clock.sleep(self.random.randrange(5 * SECOND, ACTIVE_NS))
            self.memory.tell(self.core.void_tokens())
            self.outcome.counts["tokens voided"] += 1

    async def trade(self, number: int) -> None:
        """One order: sent at some moment, then perhaps changed, perhaps taken back."""
        random, venue = self.random, self.adapter
        moments = sorted(random.randrange(SECOND, ACTIVE_NS) for _ in range(3))
        if random.random() < 0.4:
            # Close together: a change and a cancel race the fills, or the answer to the submission.
            moments = [
                moments[0],
                moments[0] + random.randrange(SECOND),
                moments[0] + random.randrange(2 * SECOND),
            ]
        taking, changing, leaving = random.random() < 0.3, random.random() < 0.6, random.random() < 0.6
        away, lots = random.randrange(-2, 6), int(10 ** (random.random() * 3))
        await self.clock.sleep(moments[0])
        order = self._order(number, taking, away, lots)
        identity = str(order.client_order_id)
        known = {"instrument_id": order.instrument_id, "client_order_id": identity}
        others: list[tuple[int, Callable[[], Any]]] = []
        if changing and isinstance(order, LimitOrder):
            step = self.instrument.price_increment * (1 if random.random() < 0.5 else -1)
            others.append((moments[1], lambda: venue.modify_order(**known, price=order.price + step)))
        if leaving:
            others.append((moments[2], lambda: venue.cancel_order(**known)))
        sent = asyncio.create_task(self.tried("submit", venue.submit_order(order)))
        for moment, command in sorted(others, key=lambda each: each[0]):
            await self.until(moment)
            await self.tried("change", command())
        self.outcomes[identity] = await sent

    def _order(self, number: int, taking: bool, away: int, lots: int) -> MarketOrder | LimitOrder:
        line, instrument = self.core.markets[self.product].lines[self.identity], self.instrument
        buys = number % 2 == 1
        best = line.best[0 if buys else 1]
        price = instrument.price_increment * (best - away if buys else best + away)
        least = instrument.min_quantity or Decimal(0)
        common: dict[str, Any] = {
            "instrument_id": instrument.instrument_id,
            "order_side": OrderSide.BUY if buys else OrderSide.SELL,
            "quantity": max(instrument.size_increment * (lots + 1), least),
            "client_order_id": f"{self.outcome.seed}T{number}",
        }
        return MarketOrder(**common) if taking else LimitOrder(price=price, **common)

    async def until(self, moment_ns: int) -> None:
        await self.clock.sleep(max(moment_ns - self.clock.monotonic_ns(), 0))

    async def tried(self, what: str, command: Any) -> Any:
        """The outcome of a command, or the typed error that says why nothing was sent."""
        try:
            found = await command
        except DragomanError as error:
            found = error
        self.outcome.counts[f"{what} {type(found).__name__}"] += 1
        return found

    # -- the truth -------------------------------------------------------------------------------------------------------

    async def settle(self) -> None:
        while True:
            await self.clock.sleep(CALM_NS)
            worst = max((f.at_ns + f.lasts_ns for f in self.schedule.faults), default=0)
            if self.clock.monotonic_ns() <= worst:
                continue
            wrong = self.wrong()
            if not wrong:
                return
            if self.clock.monotonic_ns() > PATIENCE_NS:
                self.outcome.faults += wrong
                return

    def wrong(self) -> list[str]:
        """Where what was told is not what the venue has done."""
        account = self.core.trading.account(SIMULATED, self.product)
        found = [] if self.listening else ["nobody listens to the account"]
        for identity, outcome in self.outcomes.items():
            theirs = account.by_client_id.get(identity)
            found += differences(identity, self.adapter.order(identity), theirs, outcome)
            if isinstance(outcome, Rejected) and theirs is not None:
                found.append(f"{identity} was called rejected, and the venue has it")
        fills = [
            f for f in self.core.trading.fills(SIMULATED, self.product) if f.client_order_id in self.outcomes
        ]
        known = sorted((f.trade_id, f.client_order_id, f.last_qty, f.last_px) for f in fills)
        events = [e for e in self.told if isinstance(e, OrderFilled)]
        told = sorted((e.trade_id, e.client_order_id, e.last_qty, e.last_px) for e in events)
        if len(set(told)) < len(told):
            found.append(f"a fill was told twice: {told}")
        elif not set(told) <= set(known) or (told != known and not self.missed):
            found.append(f"fills {told} were told, and the venue made {known}")
        refused = {e.client_order_id for e in self.told if isinstance(e, OrderRejected)}
        self.outcome.counts["fills"] = len(known)
        return found + wrongly_refused(refused, account.by_client_id)

    def _look_at_gaps(self) -> None:
        outcome = self.outcome
        gaps = [event for event in self.told if isinstance(event, StreamGap)]
        outcome.counts["gaps"] = len(gaps)
        outcome.counts["reconnects"] = self.adapter.stats.reconnects
        outcome.faults += [
            f"a gap that is no span of time: {gap}" for gap in gaps if not 0 < gap.from_ns <= gap.to_ns
        ]
        seen = hashlib.sha256()
        for event in self.told:
            seen.update(repr(event).encode())
        outcome.digest = seen.hexdigest()


def trade(seed: int, venue: str, over: Over = "http", product: str = "") -> Traded:
    """Run the schedule of a seed; the product is the seed's where none is named."""
    product = product or TRADED[venue][seed % len(TRADED[venue])]
    outcome = Traded(seed, venue, product, over, Schedule.draw(seed, ACTIVE_NS))
    level = logging.getLogger("dragoman").level
    logging.getLogger("dragoman").setLevel(logging.CRITICAL)
    loop = VirtualLoop()
    try:
        run_virtually(Trader(outcome, place(venue, product), loop).play(), loop)
    except Exception as error:
        outcome.faults.append(f"{type(error).__name__}: {error}")
    finally:
        logging.getLogger("dragoman").setLevel(level)
    outcome.faults += [f"reached the user's loop: {context}" for context in loop.failures]
    outcome.faults += [f"a task's error was lost: {error!r}" for error in loop.forgotten()]
    outcome.elapsed_ns = loop.elapsed_ns
    return outcome
