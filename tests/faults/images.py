"""Schedules for venues that tell trees of ladders: books and traded volume through faults, against what truly happened."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

import dragoman
from dragoman.adapter.line import LineRunner
from dragoman.adapter.lines import Lines
from dragoman.books import OrderBook
from dragoman.errors import DragomanError, SlowConsumer, StreamError
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
from dragoman.model import InstrumentId, OrderBookDeltas, StreamGap, TradeTick
from dragoman.net.backend import Connection
from dragoman.requests.streaming import Line
from dragoman.session.facts import Subscription
from dragoman.simulate.line import Saved
from dragoman.simulate.venue import SimulatedVenue

from tests.faults.run import ACTIVE_NS, CALM_NS, CLOSING_NS, MOST_TASKS, PATIENCE_NS, STEP_NS, Outcome
from tests.faults.run import play as play_topics
from tests.faults.trading import TOKENS_VOID
from tests.faults.venues import WIRES
from tests.faults.witness import Broken, Ended, Reader, is_span
from tests.faults.world import SECOND, START_NS, keys, read_instruments, teach

MARKETS = 2
_SILENCE_NS = 20 * SECOND
"""In less than this a client notices that its venue is silent."""
_OVER = 3
"""One seed of so many has all tokens void in its middle."""
_APART = 4
"""One seed of so many has a connection for every topic."""
Levels = tuple[list[Any], list[Any]]


@dataclass(slots=True)
class Grove:
    """A venue whose market takes the same way in every run; `moments` are the true books of the present run."""

    core: SimulatedVenue
    product: str
    instruments: list[Any]
    ids: tuple[str, ...]
    before: dict[str, list[Saved]]
    seed: str
    moments: dict[str, list[tuple[int, Levels]]] = field(default_factory=dict)
    noted: dict[str, int] = field(default_factory=dict)
    forgotten: list[int] = field(default_factory=list)
    """When the venue forgot a subscription without a word."""
    known: dict[tuple[str, int], Levels] = field(default_factory=dict)

    def levels(self, identity: str) -> Levels:
        """The true book as it is now; the same in every run at the same number."""
        key = identity, self.core.markets[self.product].lines[InstrumentId(identity)].sequence
        if key not in self.known:
            self.known[key] = self.core.levels(identity)
        return self.known[key]

    def restart(self) -> None:
        """The market as it was at the start, and nobody connected."""
        self.core.restart(self.before, self.seed)
        self.forgotten.clear()
        self.noted = {
            str(each): line.sequence for each, line in self.core.markets[self.product].lines.items()
        }
        self.moments = {identity: [(START_NS, self.levels(identity))] for identity in self.ids}

    def note(self, now_ns: int) -> None:
        """Write down what the last step of the market has done."""
        for identity, line in self.core.markets[self.product].lines.items():
            if self.noted.get(identity) != line.sequence:
                self.noted[identity] = line.sequence
                self.moments[identity].append((now_ns, self.levels(identity)))

    def at(self, identity: str, ts_ns: int) -> Levels:
        """The book at a moment of the venue's clock."""
        moments = self.moments[identity]
        return moments[max(bisect_right(moments, ts_ns, key=lambda each: each[0]) - 1, 0)][1]


@cache
def grove(venue: str, market: int) -> Grove:
    """A venue with one of its markets; two instruments of one parent are followed, and one of another."""
    (product,) = WIRES[venue].products
    lines = list(SimulatedVenue(venue, now_ns=START_NS).markets[product].lines.values())
    listed = [line.instrument for line in (*lines[:2], lines[-1])]
    core = SimulatedVenue(venue, seed=market, now_ns=START_NS, instruments={product: listed})
    before: Any = core.saved()
    instruments = read_instruments(venue, product, core)
    return Grove(core, product, instruments, tuple(core.markets[product].lines), before, f"{venue} {market}")


class Follower:
    """A user of one type, who reads as slowly as the schedule says and subscribes again after an error."""

    def __init__(self, place: Grove, adapter: Any, kind: type, schedule: Schedule, clock: LoopClock) -> None:
        self.place, self.kind = place, kind
        self.log: list[Any] = []
        self.broken: list[str] = []
        self.reading = self.leaving = False
        self._adapter, self._schedule, self._clock = adapter, schedule, clock
        self._shadows: dict[str, OrderBook] = {}
        self.task = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        while not self.leaving:
            try:
                async with self._adapter.subscription(self.kind, *self.place.ids) as consumer:
                    self.reading = True
                    async for event in consumer:
                        self.log.append(event)
                        self._see(event)
                        if self._schedule.pause_ns and not self.leaving:
                            await self._clock.sleep(self._schedule.pause_ns)
                return
            except DragomanError as error:
                if not isinstance(error, StreamError) and self.reading:
                    self.broken.append(f"a stream ended with {error!r}")
                self.log.append(Ended(error, self._clock.monotonic_ns()))
                self._shadows.clear()
                if isinstance(error, SlowConsumer) and self._schedule.on_full != "fail":
                    self.broken.append(f"{error}, though the policy is {self._schedule.on_full}")
            finally:
                self.reading = False
            await self._clock.sleep(SECOND)

    def _see(self, event: Any) -> None:
        """By the events alone the book must be the one that the venue had at their moment."""
        if isinstance(event, StreamGap) and event.stream == "consumer":
            self._shadows.clear()
        if not isinstance(event, OrderBookDeltas):
            return
        identity = event.instrument_id
        if event.is_snapshot:
            self._shadows[identity] = OrderBook(InstrumentId(identity))
        shadow = self._shadows.get(identity)
        if shadow is None:
            return
        shadow.apply(event)
        if (shadow.bids(), shadow.asks()) != self.place.at(identity, event.ts_event):
            self.broken.append(f"{identity}: the book is wrong at {event.ts_event}, and no gap was told")
            self._shadows.pop(identity)

    def faults(self) -> Iterator[str]:
        """Every property that does not hold, as a sentence."""
        yield from self.broken
        for identity in self.place.ids:
            yield from self.of_trades(identity) if self.kind is TradeTick else self._of_books(identity)

    def of_trades(self, identity: str) -> Iterator[str]:
        """Every pound that was traded at a price comes once; less where something was dropped with a gap or an error."""
        seen: dict[Decimal, Decimal] = defaultdict(Decimal)
        for event in self.log:
            if isinstance(event, TradeTick) and event.instrument_id == identity:
                seen[event.price] += event.size
        lossy = any(
            isinstance(e, Ended) or (isinstance(e, StreamGap) and e.stream == "consumer") for e in self.log
        )
        for price, total in self.place.core.images.totals(identity).items():
            if seen[price] > total:
                yield f"{identity}: {seen[price]} came at {price}, and {total} was traded"
            elif seen[price] < total and not lossy:
                yield f"{identity}: {total} was traded at {price}, and {seen[price]} came"

    def _of_books(self, identity: str) -> Iterator[str]:
        """A change that nobody was told of by itself lies in a hole that was told."""
        log = [e for e in self.log if getattr(e, "instrument_id", None) in (None, identity)]
        places = [(e.ts_event, at) for at, e in enumerate(log) if isinstance(e, OrderBookDeltas)]
        known = {moment for moment, _ in places}
        # What a slow reader has not come to yet is not lost; each of several connections has its own pace.
        read_ns = max((moment for moment, _ in places), default=0)
        for moment, _ in self.place.moments[identity][1:]:
            if moment in known or not places or not places[0][0] < moment < read_ns:
                continue
            before = max(at for when, at in places if when < moment)
            after = min((at for when, at in places if when > moment), default=len(log))
            told = any(isinstance(e, StreamGap | Ended) for e in log[before:after])
            if not told and not self._unheard(identity, moment):
                yield f"{identity}: the change at {(moment - START_NS) / SECOND:.3f} s was lost without a gap"

    def _unheard(self, identity: str, moment: int) -> bool:
        """Whether the venue had forgotten who listens, and an image came before anybody could notice the silence."""
        images = [
            e.ts_event
            for e in self.log
            if isinstance(e, OrderBookDeltas) and e.is_snapshot and e.instrument_id == identity
        ]
        for since in self.place.forgotten:
            healed = min((each for each in images if each > since), default=0)
            if since <= moment < healed < since + _SILENCE_NS:
                return True
        return False


def play(seed: int, venue: str) -> Outcome:
    """Market data of any venue through the schedule of a seed; what does not hold is in `faults` of the outcome."""
    if not WIRES[venue].trees:
        return play_topics(seed, venue)
    return follow(Schedule.draw(seed, ACTIVE_NS), venue)


def follow(schedule: Schedule, venue: str, active_ns: int = ACTIVE_NS, step_ns: int = STEP_NS) -> Outcome:
    """Run a schedule in the market that its seed picks, which moves every `step_ns` for `active_ns` before all has to settle."""
    seed = schedule.seed
    place = grove(venue, seed % MARKETS)
    outcome = Outcome(seed, venue, place.product, schedule, [])
    loop = VirtualLoop()
    level = logging.getLogger("dragoman").level
    logging.getLogger("dragoman").setLevel(logging.CRITICAL)
    try:
        run = _Run(venue, place, schedule, loop, outcome)
        run.active_ns, run.step_ns = active_ns, step_ns
        run_virtually(run.play(), loop)
    except Exception as error:
        outcome.faults.append(f"{type(error).__name__}: {error}")
    finally:
        logging.getLogger("dragoman").setLevel(level)
    outcome.faults += [f"reached the user's loop: {context}" for context in loop.failures]
    outcome.faults += [f"a task's error was lost: {error!r}" for error in loop.forgotten()]
    outcome.elapsed_ns = loop.elapsed_ns
    return outcome


class Apart(Lines):
    """A connection for every topic, as where one may carry no more."""

    def _with_room(self, kin: Mapping[Line, LineRunner], subscription: Subscription) -> Line | None:
        return super()._with_room({line: each for line, each in kin.items() if not each.topics}, subscription)


class _Run:
    def __init__(
        self, venue: str, place: Grove, schedule: Schedule, loop: VirtualLoop, outcome: Outcome
    ) -> None:
        place.restart()
        self.active_ns, self.step_ns = ACTIVE_NS, STEP_NS
        self.place, self.schedule, self.outcome = place, schedule, outcome
        self.clock = LoopClock(loop, START_NS, schedule.skew_ns)
        self.weather = Weather(schedule)
        outcome.struck = self.weather.struck
        self.errors: list[BaseException] = []
        self.memory = MemoryVenue(place.core, LoopClock(loop, START_NS), [place.product])
        told = place.core.answers
        self.http = FaultyHttp(
            self.memory.http, self.weather, self.clock, lambda status, text: told.error(status, text).body
        )
        self.adapter: Any = dragoman.load(venue).adapter(
            urls=self.memory.urls,
            http=self.http,
            connector=FaultyConnector(
                self.memory,
                self.weather,
                self.clock,
                may_drop=lambda data: False,
                may_swap=lambda data: False,
                forget=self._forget,
            ),
            clock=self.clock,
            credentials=keys(place.core),
            on_error=self.errors.append,
            queue_size=schedule.queue_size,
            on_full=schedule.on_full,
            seed=schedule.seed,
        )
        if schedule.seed % _APART == 2:
            self.adapter._lines.__class__ = Apart
        teach(self.adapter, place.instruments)

    def _forget(self, connection: Connection, choice: int) -> None:
        self.place.forgotten.append(START_NS + self.clock.monotonic_ns())
        self.memory.forget_topic(connection, choice)

    async def play(self) -> None:
        mine = asyncio.current_task()
        async with asyncio.timeout((self.active_ns + PATIENCE_NS + 2 * CLOSING_NS) / SECOND):
            followers = [
                Follower(self.place, self.adapter, kind, self.schedule, self.clock)
                for kind in (TradeTick, OrderBookDeltas)
            ]
            reader = Reader(self.place.product, self.place.instruments, self.adapter, self.clock)
            while self.clock.monotonic_ns() < self.active_ns:
                await self._step(self.step_ns)
                if self.schedule.seed % _OVER == 0 and self.clock.monotonic_ns() == self.active_ns // 2:
                    self.memory.tell(self.place.core.void_tokens())
                    self.outcome.struck.append((self.active_ns // 2, TOKENS_VOID))
            await self._calm(followers)
            reader.task.cancel()
            await asyncio.wait({reader.task})
            self.outcome.faults += reader.broken
            if not reader.task.cancelled():
                self.outcome.faults.append(f"a call ended with {reader.task.exception()!r}")
            for follower in followers:
                self.outcome.faults += follower.faults()
                follower.leaving = True
            async with asyncio.timeout(CLOSING_NS / SECOND):
                await self.adapter.close()
            for follower in followers:
                await asyncio.wait({follower.task}, timeout=CLOSING_NS / SECOND)
                if not follower.task.done() or follower.task.exception() is not None:
                    self.outcome.faults.append(f"a reader did not come to its end: {follower.task!r}")
                    follower.task.cancel()
                self.outcome.events += len(follower.log)
                gaps = [event for event in follower.log if isinstance(event, StreamGap)]
                self.outcome.gaps += len(gaps)
                self.outcome.faults += [f"a gap that is no span of time: {g}" for g in gaps if not is_span(g)]
        self.outcome.reconnects = self.adapter.stats.reconnects
        said = "\n".join(
            repr(event) if hasattr(event, "ts_init") else type(event).__name__
            for follower in followers
            for event in follower.log
        )
        self.outcome.digest = hashlib.sha256(said.encode()).hexdigest()
        strange = [error for error in self.errors if not isinstance(error, DragomanError)]
        self.outcome.faults += [f"on_error got {error!r}" for error in strange]
        left = [task for task in asyncio.all_tasks() if task is not mine]
        self.outcome.faults += [f"a task is left: {task!r}" for task in left]
        if self.place.core.desk.links or self.memory.connections or self.http.under_way:
            self.outcome.faults.append("a connection or a call is left open")

    async def _calm(self, followers: list[Follower]) -> None:
        """No new fault: go on until all that is owed is here."""
        worst = max((f.at_ns + f.lasts_ns for f in self.schedule.faults), default=0)
        while True:
            await self._step(CALM_NS)
            wrong = list(self._unsettled(followers))
            now_ns = self.clock.monotonic_ns()
            if now_ns > worst and not wrong:
                return
            if now_ns > self.active_ns + PATIENCE_NS:
                raise Broken(f"does not settle within an hour: {', '.join(wrong)}")

    async def _step(self, step_ns: int) -> None:
        now_ns = self.clock.monotonic_ns()
        self.memory.publish()
        self.place.note(START_NS + now_ns)
        await self.clock.sleep(now_ns - now_ns % step_ns + step_ns - now_ns)
        tasks = len(asyncio.all_tasks())
        self.outcome.most_tasks = max(self.outcome.most_tasks, tasks)
        if tasks > MOST_TASKS:
            raise Broken(f"{tasks} tasks at once")

    def _unsettled(self, followers: list[Follower]) -> Iterator[str]:
        for identity in self.place.ids:
            book = self.adapter.book(identity)
            if not book.is_current:
                yield f"the book of {identity} is not taken for current"
            elif (book.bids(), book.asks()) != self.place.levels(identity):
                yield f"the book of {identity} is not the venue's"
        for follower in followers:
            if not follower.reading:
                yield f"{follower.kind.__name__} is not subscribed to"
            if follower.kind is TradeTick and any(any(follower.of_trades(each)) for each in self.place.ids):
                yield "a trade is not here"
