"""One run of a trader: orders sent, changed and taken back in bad weather, sometimes through the death of its adapter."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from random import Random
from typing import Any

import dragoman
from dragoman.errors import DragomanError, SlowConsumer
from dragoman.execution.checks import EVERY_NS, STREAM
from dragoman.execution.fills import FillStore
from dragoman.faults import FaultyConnector, FaultyHttp, LoopClock, MemoryVenue, VirtualLoop, Weather
from dragoman.model import (
    FillReport,
    Order,
    OrderFilled,
    OrderRejected,
    Rejected,
    StreamGap,
)
from dragoman.simulate.exchange.working import Working
from dragoman.simulate.wire.keys import SIMULATED

from tests.faults.deals import Deals
from tests.faults.ledgers import differences, is_taken, of_lists, unbalanced, working, wrongly_refused
from tests.faults.overheard import Overheard
from tests.faults.restarts import Restart
from tests.faults.situations import Diary
from tests.faults.stories import untrue
from tests.faults.trading import ACTIVE_NS, BUDGETS_SPENT, TOKENS_VOID, Place, Traded
from tests.faults.venues import WIRES
from tests.faults.world import SECOND, START_NS, keys, teach

STEP_NS = SECOND // 5
CALM_NS = 10 * SECOND
PATIENCE_NS = 1800 * SECOND
HEALED_NS = EVERY_NS + 120 * SECOND
"""What shows in no way is found by the next check; calls, pauses between them and new connections take the rest."""
CLOSING_NS = 60 * SECOND
ORDERS = 8
MOST_TASKS = 96
SPARE = 16
_LONGER = 4
"""One seed of so many goes on for a while after the last command, so that nothing but the market fills what rests."""
_LONGER_NS = 60 * SECOND
_UNCHECKED = 3
"""One seed of so many has an adapter that asks for nothing unless something shows that it has to."""


class Trader:
    """One run; `faults` of its outcome is what did not hold."""

    def __init__(
        self,
        outcome: Traded,
        at: Place,
        loop: VirtualLoop,
        *,
        active_ns: int = ACTIVE_NS,
        step_ns: int = STEP_NS,
        orders: int = ORDERS,
    ) -> None:
        self.active_ns, self.step_ns, self.orders = active_ns, step_ns, orders
        seed, schedule = outcome.seed, outcome.schedule
        at.core.restart(at.before, f"{seed}")
        self.outcome = outcome
        self.at = at
        self.schedule = schedule
        self.random = Random(f"trader {seed}")
        self.names = Random(f"names {seed}")
        self.core = at.core
        self.product = outcome.product
        self.clock = LoopClock(loop, START_NS, schedule.skew_ns)
        self.memory = MemoryVenue(self.core, LoopClock(loop, START_NS), [self.product])
        self.weather = Weather(schedule)
        outcome.struck = self.weather.struck
        self.errors: list[BaseException] = []
        self.diary = Diary()
        self.http = FaultyHttp(self.memory.http, self.weather, self.clock, self._said)
        self.connectors: list[FaultyConnector] = []
        # What shows every loss has to suffice for those that show; who does not check loses nothing else.
        self.checks = seed % _UNCHECKED != 0
        self.adapter = self.begun(None)
        traded = sorted(self.core.markets[self.product].lines)
        self.identity = traded[seed // 7 % len(traded)]
        self.instrument = next(each for each in at.instruments if each.instrument_id == self.identity)
        self.told: list[Any] = []
        self.done = FillStore()
        """Fills that were worked on, which is what a user keeps over a death."""
        self.fills: list[tuple[Any, ...]] = []
        self.line = self.core.markets[self.product].lines[self.identity]
        self.wire = WIRES[outcome.venue]
        self.sent: dict[str, Order] = {}
        self.under_way: set[str] = set()
        """Orders whose submission is not answered."""
        self.outcomes: dict[str, Any] = {}
        self.listening = False
        self.missed = False
        """Whether the listener was too slow for the queue that it has, and was told so."""
        self.reconnects = 0
        self.deals = Deals(self)
        self.restart = Restart(self) if Random(f"death {seed}").random() < 0.25 else None
        self.tasks: list[asyncio.Task[None]] = []

    def begun(self, fills: FillStore | None) -> Any:
        """An adapter that knows the instruments, and the fills of its forerunner."""
        checks = self.checks
        faulty = FaultyConnector(
            self.memory,
            self.weather,
            self.clock,
            may_drop=lambda data: checks,
            may_hold=self.is_command,
            forget=self.memory.forget_topic if checks else None,
        )
        self.connectors.append(faulty)
        adapter = dragoman.load(self.outcome.venue).adapter(
            urls=self.memory.urls,
            http=self.http,
            connector=Overheard(faulty, self.clock, self.diary.frames),
            clock=self.clock,
            credentials=keys(self.core),
            on_error=self.errors.append,
            queue_size=self.schedule.queue_size,
            on_full=self.schedule.on_full,
            orders_over=self.outcome.over,
            check_every_ns=EVERY_NS if checks else None,
            seed=self.outcome.seed,
            fills=fills,
        )
        adapter.requests.nonce = lambda: f"{self.names.getrandbits(128):032x}"
        teach(adapter, self.at.instruments)
        return adapter

    def is_command(self, data: str | bytes) -> bool:
        """Whether a frame is about an order of this trader's."""
        text = data if isinstance(data, str) else data.decode(errors="replace")
        return f"{self.outcome.seed}T" in text

    @property
    def held(self) -> set[asyncio.Task[object]]:
        """What the venue is still to act on."""
        return self.http.held.union(*(each.held for each in self.connectors))

    def _said(self, status: int, text: str) -> bytes:
        return self.core.answers.error(status, text).body

    async def play(self) -> None:
        around = [asyncio.create_task(each) for each in (self.market(), self.void(), self.spend())]
        self.tasks = [asyncio.create_task(self.listen())]
        orders = self.deals.begin()
        if self.restart is not None:
            orders = await self.restart.play(orders, around)
        await asyncio.wait(orders)
        for each in orders:
            each.result()
        await self.settle()
        tasks = [*around, *self.tasks]
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
                    if self.diary.began_ns is None:
                        self.diary.began_ns = self.clock.monotonic_ns()
                    async for event in events:
                        self.heard(event)
                        if self.schedule.pause_ns and self.clock.monotonic_ns() < self.active_ns:
                            await self.clock.sleep(self.schedule.pause_ns)
            except DragomanError as error:
                self.errors.append(error)
                self.missed |= isinstance(error, SlowConsumer)
            finally:
                self.listening = False
            await self.clock.sleep(SECOND)

    def heard(self, event: Any) -> None:
        """Work on an event; a fill of an order that its adapter knows may only come once."""
        self.told.append(event)
        self.missed |= isinstance(event, StreamGap) and event.stream == "consumer"
        is_known = isinstance(event, OrderFilled | FillReport) and not self.filled(event)
        if is_known and isinstance(event, OrderFilled):
            self.outcome.faults.append(f"a fill was told twice: {event}")

    def filled(self, fill: OrderFilled | FillReport) -> bool:
        """Work on a fill; False for one that was worked on before."""
        if not self.done.add(fill):
            return False
        self.fills.append(_essence(fill))
        return True

    async def market(self) -> None:
        while True:
            if not self.adapter._private.is_live:
                self.diary.unconnected.append(self.clock.monotonic_ns())
            self.memory.publish()
            is_late = self.clock.monotonic_ns() > self.active_ns
            await self.clock.sleep(self.step_ns * (5 if is_late else 1))
            tasks = len(asyncio.all_tasks())
            if tasks > MOST_TASKS:
                raise AssertionError(f"{tasks} tasks at once")
            for line in self.adapter._lines.values():
                waiting = max(len(line.runner.inbox), line.runner._outbox.qsize())
                if waiting > self.schedule.queue_size + SPARE:
                    raise AssertionError(f"{waiting} wait in queues of {self.schedule.queue_size}")

    async def void(self) -> None:
        """In some runs the venue voids every token that it gave out, and says so."""
        if self.random.random() < 0.3:
            await self.clock.sleep(self.random.randrange(5 * SECOND, self.active_ns))
            self.memory.tell(self.core.void_tokens())
            self.outcome.struck.append((self.clock.monotonic_ns(), TOKENS_VOID))

    async def spend(self) -> None:
        """In some runs everything is too much for the venue for a while, which it says in its own words over calls and connections."""
        random = Random(f"spent {self.outcome.seed}")
        if random.random() < 0.25:
            await self.clock.sleep(random.randrange(2 * SECOND, self.active_ns // 2))
            now_ns = self.clock.monotonic_ns()
            self.core.trading.throttle.spend(START_NS + now_ns + random.randrange(SECOND, 8 * SECOND))
            self.outcome.struck.append((now_ns, BUDGETS_SPENT))

    async def until(self, moment_ns: int) -> None:
        await self.clock.sleep(max(moment_ns - self.clock.monotonic_ns(), 0))

    async def tried(self, what: str, orders: Sequence[Order], command: Any) -> list[Any]:
        """The outcomes of a command, or for each the typed error that says why nothing was sent."""
        began_ns = self.clock.monotonic_ns()
        names = [str(each.client_order_id) for each in orders]
        if what == "submit":
            self.under_way.update(names)
        try:
            told = await command
        except DragomanError as error:
            told = [error] * len(names)
        found = told if isinstance(told, list) else [told]
        self.under_way.difference_update(names)
        for name in names:
            self.diary.commands.append((what, name, began_ns, self.clock.monotonic_ns()))
        kinds = {f"{what} {type(each).__name__}" for each in found}
        self.outcome.counts.update(kinds)
        if len(kinds) > 1:
            self.diary.mixed = True
        return found

    # -- the truth -------------------------------------------------------------------------------------------------------

    async def settle(self) -> None:
        """Wait until nothing is wrong any more, no longer than it may take since the last command and the last fault."""
        worst = max((f.at_ns + f.lasts_ns for f in self.schedule.faults), default=0)
        if self.outcome.seed % _LONGER == 1:
            worst = max(worst, self.active_ns + _LONGER_NS)
        begun_ns = self.clock.monotonic_ns()
        patience_ns = HEALED_NS if self.checks else PATIENCE_NS
        while True:
            await self.clock.sleep(CALM_NS)
            if self.clock.monotonic_ns() <= worst:
                continue
            wrong = self.wrong()
            if not wrong:
                return
            # Some faults wait for what they can befall.
            calm_ns = max(worst, begun_ns, self.weather.struck[-1][0] if self.weather.struck else 0)
            if self.clock.monotonic_ns() > calm_ns + patience_ns:
                self.outcome.faults += wrong
                return

    def wrong(self) -> list[str]:
        """Where what was told is not what the venue has done."""
        found = [] if self.listening else ["nobody listens to the account"]
        if self.held:
            found.append("the venue is still to act on something")
        known = self.theirs()
        for identity, outcome in self.outcomes.items():
            ours, theirs = self.adapter.order(identity), known.get(identity)
            if ours is None and self.restart is not None and identity in self.restart.over:
                if theirs is not None and theirs.is_open:
                    found.append(f"{identity} was over before the restart, and the venue has it open")
            else:
                found += differences(identity, ours, theirs, outcome)
            if isinstance(outcome, Rejected) and is_taken(identity, known):
                found.append(f"{identity} was called rejected, and the venue has it")
        fills = self._true_fills()
        made, told = sorted(_essence(fill) for _, fill in fills), sorted(self.fills)
        if len(set(told)) < len(told):
            found.append(f"a fill was told twice: {told}")
        elif not set(told) <= set(made) or (told != made and not self.missed):
            found.append(f"fills {told} were told, and the venue made {made}")
        elif not self.missed:
            found += unbalanced(
                self.fills, self.core.trading.account(SIMULATED, self.product), self.line.grid
            )
        refused = {e.client_order_id for e in self.told if isinstance(e, OrderRejected)}
        self.outcome.counts["fills"] = len(fills)
        # A venue that cancels and replaces may have filled a part of the order before, beside all of the one in its place.
        filled = {
            name: sum((fill.last_qty for of, fill in fills if of == name), Decimal(0)) for name in self.sent
        }
        most = {name: max(order.quantity, filled[name]) for name, order in self.sent.items()}
        found += untrue(self.told, most)
        if not self.missed and self.restart is None:
            found += self.diary.untold(self.told, self.schedule.skew_ns, self.schedule.pause_ns > 0)
        found += of_lists(self.sent, known, self.outcomes)
        return found + wrongly_refused(refused, known) + list(self._unserved())

    def _unserved(self) -> Iterator[str]:
        """Connections that go on without what the venue has ended, though its loss was told since."""
        losses = [each.to_ns for each in self.told if isinstance(each, StreamGap) and each.stream == STREAM]
        ended = [moment for moment, kind in self.weather.struck if kind == "forget_topic"]
        if not losses or not ended or losses[-1] - START_NS - self.schedule.skew_ns <= ended[-1]:
            return
        asked = {line.connection: len(known.topics) for line, known in self.adapter._lines._open.items()}
        for link, connection in self.memory.connections.items():
            most = asked.get(link.connection, 0)
            if most and (connection.is_forgotten or 0 < len(link.topics) < most):
                yield f"{link.connection} serves {list(link.topics)} after a loss was told"

    def theirs(self) -> dict[str, Working]:
        """The venue's order of each of ours that it has."""
        account = self.core.trading.account(SIMULATED, self.product)
        found = {name: working(account, order) for name, order in self.sent.items()}
        return {name: each for name, each in found.items() if each is not None}

    def _true_fills(self) -> list[tuple[str, FillReport]]:
        """What the venue has filled of orders of ours, by our ids."""
        names = {each.venue_order_id: name for name, each in self.theirs().items()}
        names |= {each.first_id: name for name, each in self.theirs().items()}
        made = self.core.trading.fills(SIMULATED, self.product)
        named = [(names.get(fill.venue_order_id) or str(fill.client_order_id), fill) for fill in made]
        return [each for each in named if each[0] in self.sent]

    def _look_at_gaps(self) -> None:
        outcome = self.outcome
        gaps = [event for event in self.told if isinstance(event, StreamGap)]
        outcome.counts["gaps"] = len(gaps)
        met = set(self.diary.met(self._true_fills(), self.sent, self.theirs()))
        outcome.struck += [(self.clock.monotonic_ns(), each) for each in sorted(met)]
        outcome.counts["reconnects"] = self.adapter.stats.reconnects
        outcome.faults += [
            f"a gap that is no span of time: {gap}" for gap in gaps if not 0 < gap.from_ns <= gap.to_ns
        ]
        seen = hashlib.sha256()
        for event in self.told:
            seen.update(repr(event).encode())
        outcome.digest = seen.hexdigest()


def _essence(fill: OrderFilled | FillReport) -> tuple[Any, ...]:
    """What of a fill has to be told as it was."""
    return fill.trade_id, fill.venue_order_id, fill.order_side, fill.last_qty, fill.last_px
