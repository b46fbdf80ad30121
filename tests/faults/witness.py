"""What a user saw of one run, held against what truly happened."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import msgspec
from dragoman.books import OrderBook
from dragoman.errors import DragomanError, SlowConsumer, StreamError
from dragoman.faults import LoopClock, Schedule
from dragoman.model import InstrumentId, OrderBookDeltas, StreamGap, TradeTick

from tests.faults.world import SECOND, START_NS, Levels, World

CALL_EVERY_NS = 3 * SECOND
MOST_CALL_NS = 300 * SECOND
SWAP = 2
"""How far from its place a frame can come where frames are swapped."""


class Broken(AssertionError):
    """A property does not hold."""


class Begun:
    """The venue confirmed a subscription: from here on everything is owed."""

    def __init__(self, elapsed_ns: int) -> None:
        self.elapsed_ns = elapsed_ns


class Ended:
    """The subscription ended with an error, which its user has seen."""

    def __init__(self, error: DragomanError, elapsed_ns: int) -> None:
        self.error = error
        self.elapsed_ns = elapsed_ns


class Witness:
    """One subscription of a user who reads as slowly as the schedule says and subscribes again after an error."""

    def __init__(self, world: World, adapter: Any, kind: type, schedule: Schedule, clock: LoopClock) -> None:
        self.world = world
        self.kind = kind
        self.log: list[Any] = []
        self.broken: list[str] = []
        self.reading = self.left = False
        self.leaving = False
        """No more is read than what is here."""
        self._adapter = adapter
        self._schedule = schedule
        self._clock = clock
        self._shadows: dict[str, OrderBook] = {}
        self._moments: dict[str, int] = {}
        """Instrument -> moment of the last event of a book whose events have no numbers."""
        self._holes: set[str] = set()
        """Instruments whose book has a hole that no image has mended."""
        self._excused: set[str] = set()
        """Instruments whose book may begin anew, since a hole was told of everything."""
        self._beside = world.wire.beside.get(world.product, {}) if kind is TradeTick else {}
        self.task = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        while not self.leaving:
            try:
                async with self._adapter.subscription(self.kind, *self.world.ids, **self._beside) as consumer:
                    self.log.append(Begun(self._clock.monotonic_ns()))
                    self.reading = True
                    async for event in consumer:
                        self.log.append(event)
                        self._see(event)
                        if self._schedule.pause_ns and not self.leaving:
                            await self._clock.sleep(self._schedule.pause_ns)
                return
            except StreamError as error:
                self.log.append(Ended(error, self._clock.monotonic_ns()))
                self._shadows.clear()
                if isinstance(error, SlowConsumer) and self._schedule.on_full != "fail":
                    self.broken.append(f"{error}, though the policy is {self._schedule.on_full}")
            finally:
                self.reading = False
            await self._clock.sleep(SECOND)

    def _see(self, event: Any) -> None:
        """Follow the book by the events alone: at every number it must be the book that the venue had at it."""
        if isinstance(event, StreamGap):
            self._moments.clear()
            if event.stream == "consumer":
                self._shadows.clear()
                self._holes.clear()
            elif event.instrument_id is not None:
                self._holes.add(event.instrument_id)
            else:
                self._excused.update(self.world.ids)
        if not isinstance(event, OrderBookDeltas):
            return
        identity = event.instrument_id
        if identity in self._holes and not event.is_snapshot:
            self.broken.append(f"{identity}: a change came after a hole, and no image before it")
        excused = identity in self._holes | self._excused
        self._holes.discard(identity)
        self._excused.discard(identity)
        if not event.sequence:
            self._see_moment(event)
        shadow = before = self._shadows.get(identity)
        if event.is_snapshot:
            shadow = self._shadows[identity] = OrderBook(InstrumentId(identity))
        if shadow is None:
            return
        shadow.apply(event)
        if before is not None and not excused and event.is_snapshot and _levels(before) != _levels(shadow):
            self.broken.append(f"{identity}: changes were lost before an image, and no gap was told")
        if event.sequence:
            self._compare(shadow, self.world.books.get((identity, event.sequence)), f"{event.sequence}")

    def _see_moment(self, event: OrderBookDeltas) -> None:
        """Without numbers a moment may take several events: with the first of the next one the last has to be right."""
        identity = event.instrument_id
        last, self._moments[identity] = self._moments.get(identity), event.ts_event
        shadow = self._shadows.get(identity)
        if last is not None and last != event.ts_event and shadow is not None:
            self._compare(shadow, self.world.at(identity, last), f"{(last - START_NS) / SECOND:.3f} s")

    def _compare(self, shadow: OrderBook, true: Levels | None, when: str) -> None:
        identity = shadow.instrument_id
        if true != self.world.in_ticks(identity, shadow.bids(), shadow.asks()):
            self.broken.append(f"{identity}: the book is wrong at {when}, and no gap was told")
            self._shadows.pop(identity)

    async def leave(self) -> None:
        """Want no more, before the adapter is closed."""
        self.left = True
        self.task.cancel()
        await asyncio.wait({self.task})

    # -- properties ----------------------------------------------------------------------------------------------------

    def has_last_trades(self) -> bool:
        """Whether the last true trade of each instrument is here."""
        last = {(name, max(known)) for name, known in self.world.trades.items() if known}
        return last <= {(e.instrument_id, self._number(e)) for e in self.log if isinstance(e, TradeTick)}

    def _number(self, trade: TradeTick) -> int:
        """Which one of its instrument's trades it is; -1 for one that never was."""
        return self.world.numbers[trade.instrument_id].get(trade.trade_id, -1)

    def faults(self) -> Iterator[str]:
        """Every property that does not hold, as a sentence."""
        yield from self.broken
        if self.kind is TradeTick:
            for identity in self.world.ids:
                yield from self._of_trades(identity)

    def _of_trades(self, identity: str) -> Iterator[str]:
        log = [e for e in self.log if getattr(e, "instrument_id", None) in (None, identity)]
        seen = [(at, self._number(e)) for at, e in enumerate(log) if isinstance(e, TradeTick)]
        numbers = {number for _, number in seen}
        if len(numbers) < len(seen):
            yield f"{identity}: a trade was delivered twice"
        if not numbers <= self.world.trades[identity].keys():
            yield f"{identity}: a trade was delivered that never was"
        # Owed is what happened while a subscription was confirmed; what comes early is a present.
        turns = [e for e in log if isinstance(e, Begun | Ended)]
        for number, elapsed_ns in self.world.trades[identity].items():
            before = next((e for e in reversed(turns) if e.elapsed_ns < elapsed_ns), None)
            if number in numbers or not isinstance(before, Begun):
                continue
            first = max((at for at, n in seen if n < number - SWAP), default=0)
            last = min((at for at, n in seen if n > number + SWAP), default=len(log))
            since_ns = getattr(log[first], "ts_init", 0)
            until_ns = log[last].ts_init if last < len(log) else 1 << 63
            between = (e for e in log[first:last] if isinstance(e, StreamGap | Ended))
            if not any(isinstance(e, Ended) or covers(e, since_ns, until_ns) for e in between):
                yield f"{identity}: trade {number} of {elapsed_ns / SECOND:.3f} s was lost without a gap"


class Caller:
    """A user who calls for history and books all the while: each call ends, with what is true or with a typed error."""

    def __init__(self, world: World, adapter: Any, clock: LoopClock) -> None:
        self.world = world
        self.answered = 0
        self.refused: list[DragomanError] = []
        self.broken: list[str] = []
        self._adapter = adapter
        self._clock = clock
        self.task = asyncio.create_task(self._call())

    async def _call(self) -> None:
        for turn in itertools.count():
            identity = self.world.ids[turn // 2 % len(self.world.ids)]
            began_ns = self._clock.monotonic_ns()
            try:
                if turn % 2:
                    book = await self._adapter.request_book(identity)
                    got = self.world.in_ticks(identity, book.bid_levels, book.ask_levels)
                    if got not in self._possible(identity, book.sequence, began_ns):
                        self.broken.append(
                            f"{identity}: the book that was asked for is wrong at {book.sequence}"
                        )
                else:
                    trades = await self._adapter.request_trades(identity, limit=20)
                    known = self.world.numbers[identity]
                    numbers = [known.get(trade.trade_id, -1) for trade in trades]
                    if numbers != list(range(numbers[0], numbers[0] + 20)):
                        self.broken.append(f"{identity}: trades {numbers} are no row")
                self.answered += 1
            except DragomanError as error:
                self.refused.append(error)
            spent_ns = self._clock.monotonic_ns() - began_ns
            if spent_ns > MOST_CALL_NS:
                self.broken.append(f"a call took {spent_ns} ns")
            await self._clock.sleep(CALL_EVERY_NS)

    def _possible(self, identity: str, sequence: int, began_ns: int) -> list[Levels | None]:
        """What the book may be: what it was at its number, else what it was at some time during the call."""
        if sequence:
            return [self.world.books.get((identity, sequence))]
        return list(self.world.between(identity, began_ns, self._clock.monotonic_ns()))


class Reader:
    """A user who reads the catalog over and over: each call ends, with the instruments as they are or with a typed error."""

    def __init__(self, product: str, instruments: list[Any], adapter: Any, clock: LoopClock) -> None:
        self.broken: list[str] = []
        self._product, self._instruments = product, _timeless(instruments)
        self._adapter, self._clock = adapter, clock
        self.task = asyncio.create_task(self._read())

    async def _read(self) -> None:
        while True:
            began_ns = self._clock.monotonic_ns()
            with suppress(DragomanError):
                if _timeless(await self._adapter.load_instruments(self._product)) != self._instruments:
                    self.broken.append("the catalog is wrong")
            if self._clock.monotonic_ns() - began_ns > MOST_CALL_NS:
                self.broken.append("a call for the catalog took too long")
            await self._clock.sleep(CALL_EVERY_NS)


def _timeless(instruments: list[Any]) -> list[Any]:
    """The instruments as they are at any time."""
    return [msgspec.structs.replace(each, ts_init=0, ts_event=0) for each in instruments]


def _levels(book: OrderBook) -> tuple[Any, Any]:
    return book.bids(), book.asks()


def is_span(gap: StreamGap) -> bool:
    """Whether a gap is a span of time that ends no sooner than it begins."""
    return 0 < gap.from_ns <= gap.to_ns


def covers(gap: StreamGap, since_ns: int, until_ns: int) -> bool:
    """Whether a gap tells of the time between two events."""
    return gap.from_ns <= until_ns and gap.to_ns >= since_ns
