"""One schedule from its start to its end: an adapter against a simulated venue, with faults between, in virtual time."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from dataclasses import dataclass, field
from typing import Any

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
from dragoman.model import StreamGap
from dragoman.session.machine import State

from tests.faults.venues import WIRES
from tests.faults.witness import Broken, Caller, Witness, is_span
from tests.faults.world import KINDS, MARKETS, SECOND, START_NS, World, teach, world

STEP_NS = SECOND // 5
ACTIVE_NS = 20 * SECOND
CALM_NS = 2 * SECOND
LONG_NS = 100 * SECOND
SLOW_NS = 20 * SECOND
"""How often the market moves once only a silence that may last for minutes can still be waited for."""
PATIENCE_NS = 3600 * SECOND
CLOSING_NS = 60 * SECOND
MOST_TASKS = 64
EARLY = 256
"""Events that come between the first confirmation and the last, before anybody can read."""
SPARE = 16
"""Gaps find room in full queues."""


@dataclass(slots=True)
class Outcome:
    """What became of a run; `digest` is of everything that its users saw."""

    seed: int
    venue: str
    product: str
    schedule: Schedule
    struck: list[tuple[int, str]]
    events: int = 0
    gaps: int = 0
    elapsed_ns: int = 0
    most_tasks: int = 0
    reconnects: int = 0
    digest: str = ""
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        where = f"seed {self.seed} ({self.venue} {self.product})"
        replay = f"python -m tests.faults {self.seed} --venue {self.venue}"
        return f"{where}: {'; '.join(self.faults) or 'holds'}\n  replay: {replay}"


def play(seed: int, venue: str = "binance") -> Outcome:
    """Run the schedule of a seed; what does not hold is in `faults` of the outcome."""
    return follow(Schedule.draw(seed, ACTIVE_NS), Pace(), venue)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often the market moves, for how long before all has to settle, and whether somebody calls meanwhile."""

    step_ns: int = STEP_NS
    active_ns: int = ACTIVE_NS
    calls: bool = True


def follow(schedule: Schedule, pace: Pace, venue: str = "binance") -> Outcome:
    """Run a schedule in the world that its seed picks."""
    seed, products = schedule.seed, WIRES[venue].products
    product = products[seed % len(products)]
    place = world(venue, product, seed // len(products) % MARKETS)
    outcome = Outcome(seed, venue, product, schedule, [])
    loop = VirtualLoop()
    level = logging.getLogger("dragoman").level
    logging.getLogger("dragoman").setLevel(logging.CRITICAL)
    try:
        run_virtually(_Run(venue, place, schedule, pace, loop, outcome).play(), loop)
    except Exception as error:
        outcome.faults.append(f"{type(error).__name__}: {error}")
    finally:
        logging.getLogger("dragoman").setLevel(level)
    outcome.faults += [f"reached the user's loop: {context}" for context in loop.failures]
    outcome.faults += [f"a task's error was lost: {error!r}" for error in loop.forgotten()]
    outcome.elapsed_ns = loop.elapsed_ns
    return outcome


class _Run:
    def __init__(
        self,
        venue: str,
        place: World,
        schedule: Schedule,
        pace: Pace,
        loop: VirtualLoop,
        outcome: Outcome,
    ) -> None:
        place.restart()
        self.place = place
        self.schedule = schedule
        self.pace = pace
        self.outcome = outcome
        self.clock = LoopClock(loop, START_NS, schedule.skew_ns)
        self.weather = Weather(schedule)
        outcome.struck = self.weather.struck
        self.errors: list[BaseException] = []
        self.memory = MemoryVenue(place.core, LoopClock(loop, START_NS), [place.product])
        self.http = FaultyHttp(self.memory.http, self.weather, self.clock, self._told)
        self.connector = FaultyConnector(
            self.memory,
            self.weather,
            self.clock,
            may_drop=self._may_drop,
            may_swap=place.wire.may_swap,
            forget=self.memory.forget_topic,
        )
        self.passed: set[tuple[int, bytes]] = set()
        """(connections so far, how the frame begins) of frames that were spared."""
        self.adapter: Any = dragoman.load(venue).adapter(
            urls=self.memory.urls,
            http=self.http,
            connector=self.connector,
            clock=self.clock,
            credentials={},
            on_error=self.errors.append,
            queue_size=schedule.queue_size,
            on_full=schedule.on_full,
            seed=schedule.seed,
        )
        teach(self.adapter, place.instruments)

    def _told(self, status: int, text: str) -> bytes:
        return self.place.core.answers.error(status, text).body

    def _may_drop(self, data: bytes) -> bool:
        wire, begins = self.place.wire, (self.connector.opened, data[:32])
        if wire.is_counted(data) and begins not in self.passed:
            self.passed.add(begins)
            return False
        return wire.is_counted(data) or wire.is_numbered(data)

    async def play(self) -> None:
        mine = asyncio.current_task()
        async with asyncio.timeout((self.pace.active_ns + 2 * PATIENCE_NS + 2 * CLOSING_NS) / SECOND):
            witnesses = [Witness(self.place, self.adapter, kind, self.schedule, self.clock) for kind in KINDS]
            callers = [Caller(self.place, self.adapter, self.clock)] if self.pace.calls else []
            await self._active()
            await self._calm(witnesses)
            for caller in callers:
                caller.task.cancel()
                await asyncio.wait({caller.task})
                self.outcome.faults += caller.broken
                if not caller.task.cancelled():
                    self.outcome.faults.append(f"a call ended with {caller.task.exception()!r}")
            for witness in witnesses:
                self.outcome.faults += witness.faults()
            await self._see_off(witnesses[self.schedule.seed // MARKETS % len(witnesses)])
            for witness in witnesses:
                witness.leaving = True
            async with asyncio.timeout(CLOSING_NS / SECOND):
                await self.adapter.close()
            for witness in witnesses:
                if not witness.task.done():
                    await asyncio.wait({witness.task}, timeout=CLOSING_NS / SECOND)
                if not witness.task.done() or (not witness.left and witness.task.exception() is not None):
                    self.outcome.faults.append(f"a reader did not come to its end: {witness.task!r}")
                    witness.task.cancel()
        self._look_at(witnesses)
        left = [task for task in asyncio.all_tasks() if task is not mine]
        self.outcome.faults += [f"a task is left: {task!r}" for task in left]
        if self.place.core.desk.links or self.memory.connections or self.http.under_way:
            self.outcome.faults.append("a connection or a call is left open")

    async def _active(self) -> None:
        while self.clock.monotonic_ns() < self.pace.active_ns:
            await self._step(self.pace.step_ns)

    async def _calm(self, witnesses: list[Witness]) -> None:
        """No new fault: go on until all that is owed is here."""
        worst = max((f.at_ns + f.lasts_ns for f in self.schedule.faults), default=0)
        while True:
            await self._step(CALM_NS if self.clock.monotonic_ns() < ACTIVE_NS + LONG_NS else SLOW_NS)
            now_ns = self.clock.monotonic_ns()
            if now_ns <= worst:
                continue
            wrong = list(self._unsettled(witnesses))
            if not wrong:
                return
            if now_ns > self.pace.active_ns + PATIENCE_NS:
                raise Broken(f"does not settle within an hour: {', '.join(wrong)}")

    async def _see_off(self, witness: Witness) -> None:
        """One leaves before the others: the venue is told, and serves what nobody follows any more no longer."""
        links, lines = self.place.core.desk.links, self.adapter._lines
        known = {topic for line in lines.values() for topic in line.topics}
        await witness.leave()
        begun_ns = self.clock.monotonic_ns()
        while True:
            given_up = known.difference(*(line.topics for line in lines.values()))
            left = sorted(given_up.intersection(each for link in links for each in link.topics))
            if not left:
                return
            # What is broken meanwhile comes back as ever.
            if self.clock.monotonic_ns() > begun_ns + PATIENCE_NS:
                self.outcome.faults.append(f"topics are served that nobody follows: {', '.join(left)}")
                return
            await self._step(CALM_NS)

    async def _step(self, step_ns: int) -> None:
        now_ns = self.clock.monotonic_ns()
        self.memory.publish()
        self.place.note(now_ns)
        # The grid keeps the market's moments the same in every run.
        await self.clock.sleep(now_ns - now_ns % step_ns + step_ns - now_ns)
        tasks = len(asyncio.all_tasks())
        self.outcome.most_tasks = max(self.outcome.most_tasks, tasks)
        if tasks > MOST_TASKS:
            raise Broken(f"{tasks} tasks at once")
        bound = self.schedule.queue_size + SPARE
        for runner in self.adapter._lines.values():
            if runner.runner.session.state is State.DISCONNECTED and not self.schedule.pause_ns:
                claimed = [each for each in runner.books_told.values() if self.adapter.books[each].is_current]
                if claimed:
                    raise Broken(f"{claimed} are taken for current while nobody is connected")
            waiting = [len(runner.runner.inbox), runner.runner._outbox.qsize()]
            waiting += [c._queue.qsize() - EARLY for c in runner.router._all if c._open]
            if max(waiting) > bound:
                raise Broken(f"{waiting} wait in queues of {self.schedule.queue_size}")
            for machine in runner._syncs.values():
                held = max((len(book.buffer) for book in machine._books.values()), default=0)
                if held > machine.facts.buffer_max or len(machine.effects) > SPARE:
                    raise Broken(f"a machine holds {held} updates and {len(machine.effects)} wishes")

    def _unsettled(self, witnesses: list[Witness]) -> Any:
        for identity in self.place.ids:
            line, book = self.place.line(identity), self.adapter.book(identity)
            if not book.is_current:
                yield f"the book of {identity} is not taken for current"
            elif self.place.in_ticks(identity, book.bids(), book.asks()) != (line.bids, line.asks):
                yield f"the book of {identity} is not the venue's"
        for witness in witnesses:
            if not witness.reading:
                yield f"{witness.kind.__name__} is not subscribed to"
        if not witnesses[0].has_last_trades():
            yield "the last trade is not here"

    def _look_at(self, witnesses: list[Witness]) -> None:
        outcome = self.outcome
        outcome.reconnects = self.adapter.stats.reconnects
        seen = hashlib.sha256()
        for witness in witnesses:
            outcome.events += len(witness.log)
            for event in witness.log:
                if isinstance(event, StreamGap):
                    outcome.gaps += 1
                    if not is_span(event):
                        outcome.faults.append(f"a gap that is no span of time: {event}")
                seen.update(
                    repr(dragoman.to_dict(event)).encode()
                    if hasattr(event, "ts_init")
                    else type(event).__name__.encode()
                )
        outcome.digest = seen.hexdigest()
        strange = [error for error in self.errors if not isinstance(error, DragomanError)]
        outcome.faults += [f"on_error got {error!r}" for error in strange]
