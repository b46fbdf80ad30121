"""The death of an adapter in mid-trade, and the one that comes after it with what a user had kept."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError
from dragoman.execution.account import SETTLES_AFTER_NS
from dragoman.execution.fills import FillStore
from dragoman.execution.reports import ExecutionMassStatus
from dragoman.model import OrderStatusReport, Rejected
from dragoman.simulate.wire.keys import SIMULATED

from tests.faults.ledgers import LOSSES
from tests.faults.trading import ACTIVE_NS, DEATH
from tests.faults.world import SECOND, START_NS

if TYPE_CHECKING:
    from tests.faults.trader import Trader

MOST_ROUNDS = 20
_LOOK_NS = SECOND // 100
_MOST_LOOKS = 3000
PATIENCE_NS = 900 * SECOND
SINCE_NS = START_NS - 30 * SECOND
"""Before the first order by either clock."""


class Restart:
    """At a moment of the seed everything of the adapter stops where it is; a while later the next one begins.

    What is kept is what a user keeps: the orders that were sent, the fills that were worked on.
    """

    def __init__(self, trader: Trader) -> None:
        random = Random(f"restart {trader.outcome.seed}")
        self.trader = trader
        self.at_ns = random.randrange(2 * SECOND, ACTIVE_NS)
        self.pause_ns = random.randrange(15 * SECOND)
        self.meets_submission = random.random() < 0.5
        """Whether it waits for an order that the venue has and has not answered yet."""
        if self.meets_submission:
            self.at_ns //= 4  # while there are orders to come
        self.over: set[str] = set()
        """Orders that had ended when the next adapter asked."""

    async def play(
        self, orders: list[asyncio.Task[None]], around: Sequence[asyncio.Task[Any]]
    ) -> list[asyncio.Task[None]]:
        """Kill and begin anew; returns the tasks of the orders that are still to be sent."""
        trader = self.trader
        await trader.until(self.at_ns)
        for _ in range(_MOST_LOOKS if self.meets_submission else 0):
            if self._unanswered():
                break
            await trader.clock.sleep(_LOOK_NS)
        sent = set(trader.sent)
        trader.diary.killed = self._unanswered()
        await self._kill(around)
        trader.outcome.struck.append((trader.clock.monotonic_ns(), DEATH))
        await trader.clock.sleep(self.pause_ns)
        trader.reconnects += trader.adapter.stats.reconnects
        trader.adapter = trader.begun(FillStore.from_bytes(trader.done.to_bytes()))
        trader.tasks = [asyncio.create_task(trader.listen())]
        while not trader.listening:
            await self._wait("nobody listens")
        await self._go_on(sent)
        return trader.deals.begin() or [asyncio.create_task(asyncio.sleep(0))]

    def _unanswered(self) -> bool:
        """Whether the venue has an order whose submission is not answered."""
        trader = self.trader
        account = trader.core.trading.account(SIMULATED, trader.product)
        return bool(trader.under_way & account.by_client_id.keys())

    async def _kill(self, around: Sequence[asyncio.Task[Any]]) -> None:
        """Nothing of the process runs on, and the venue sees its connections go."""
        trader = self.trader
        told, fills, done = len(trader.told), len(trader.fills), trader.done.to_bytes()
        spared = {asyncio.current_task(), *around, *trader.held}
        for _ in range(MOST_ROUNDS):
            running = [task for task in asyncio.all_tasks() if task not in spared]
            if not running:
                break
            for task in running:
                task.cancel()
            await asyncio.wait(running)
        else:
            raise AssertionError("a dead adapter goes on")
        for connection in list(trader.memory.connections.values()):
            trader.memory.leave(connection)
        # What was worked on while the tasks were being stopped a dead process would not have worked on.
        del trader.told[told:], trader.fills[fills:]
        trader.done = FillStore.from_bytes(done)

    async def _go_on(self, sent: set[str]) -> None:
        """Ask how things stand, work on what was missed, and take the orders in."""
        trader = self.trader
        mass = await self._asked()
        found: dict[str, Any] = {}
        for key, report in mass.order_reports.items():
            fills = mass.fill_reports.get(key, [])
            for fill in fills:
                trader.filled(fill)
            name = self._name_of(report)
            if name in sent:
                found[name] = report
                if report.is_open:
                    trader.adapter.adopt_order(trader.sent[name], report, fills)
                else:
                    self.over.add(name)
        # What still hangs on another order is told by no report, and comes as a stranger.
        hanging = {name for name in sent - found.keys() if trader.sent[name].parent_order_id in found}
        for identity in sorted(sent - found.keys() - hanging):
            await self._look_for(identity)
        for identity in hanging:
            trader.outcomes.pop(identity, None)
        for identity in sent - hanging:
            trader.outcomes.setdefault(identity, f"sent before the restart: {found.get(identity)}")

    def _name_of(self, report: OrderStatusReport) -> str:
        """Our id of the order that a report is of: its own, or that of what hangs on the same order, or is one with the same."""
        if report.client_order_id is not None:
            return str(report.client_order_id)
        stops = report.order_type in LOSSES
        for name, order in self.trader.sent.items():
            # What has been set off is of another type than what it came of.
            is_second = bool(set(order.linked_order_ids) & set(report.linked_order_ids))
            hangs = report.parent_order_id is not None and order.parent_order_id == report.parent_order_id
            if is_second or (hangs and (order.order_type in LOSSES) is stops):
                return name
        return ""

    async def _wait(self, why: str) -> None:
        if self.trader.clock.monotonic_ns() > PATIENCE_NS:
            raise AssertionError(f"the restart does not come to its end: {why}")
        await self.trader.clock.sleep(2 * SECOND)

    async def _asked(self) -> ExecutionMassStatus:
        trader = self.trader
        while True:
            mass: ExecutionMassStatus = await trader.adapter.mass_status(
                SINCE_NS, instrument_ids=[trader.identity], products=[trader.product]
            )
            if not mass.failed:
                return mass
            trader.errors += mass.failed
            await self._wait(f"no mass status: {mass.failed}")

    async def _look_for(self, identity: str) -> None:
        """An order that no report names was never taken, or is over for so long that the venue has forgotten it."""
        trader = self.trader
        await trader.clock.sleep(SETTLES_AFTER_NS)
        while True:
            try:
                report = await trader.adapter.query_order(
                    instrument_id=trader.identity, client_order_id=identity
                )
                break
            except DragomanError as error:
                trader.errors.append(error)
                await self._wait(f"nobody tells of {identity}: {error}")
        if report is None:
            self.over.add(identity)
            trader.outcomes[identity] = Rejected(reason="the venue does not know the order")
        elif report.is_open:
            trader.adapter.adopt_order(trader.sent[identity], report)
        else:
            self.over.add(identity)
