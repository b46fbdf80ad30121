"""What a user saw of one run, held against what truly happened."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from dragoman.books import OrderBook
from dragoman.errors import DragomanError, SlowConsumer, StreamError
from dragoman.faults import LoopClock, Schedule
from dragoman.model import InstrumentId, OrderBookDeltas, StreamGap, TradeTick

from tests.faults.world import SECOND, World

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

    def __init__(self, error: DragomanError) -> None:
        self.error = error


class Witness:
    """One subscription of a user who reads as slowly as the schedule says and subscribes again after an error."""

    def __init__(self, world: World, adapter: Any, kind: type, schedule: Schedule, clock: LoopClock) -> None:
        self.world = world
        self.kind = kind
        self.log: list[Any] = []
        self.broken: list[str] = []
        self.reading = False
        self.leaving = False
        """No more is read than what is here."""
        self._adapter = adapter
        self._schedule = schedule
        self._clock = clock
        self._shadows: dict[str, OrderBook] = {}
        self.task = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        while not self.leaving:
            try:
                async with self._adapter.subscription(self.kind, *self.world.ids) as consumer:
                    self.log.append(Begun(self._clock.monotonic_ns()))
                    self.reading = True
                    async for event in consumer:
                        self.log.append(event)
                        self._see(event)
                        if self._schedule.pause_ns and not self.leaving:
                            await self._clock.sleep(self._schedule.pause_ns)
                return
            except StreamError as error:
                self.log.append(Ended(error))
                self._shadows.clear()
                if isinstance(error, SlowConsumer) and self._schedule.on_full != "fail":
                    self.broken.append(f"{error}, though the policy is {self._schedule.on_full}")
            finally:
                self.reading = False
            await self._clock.sleep(SECOND)

    def _see(self, event: Any) -> None:
        """Follow the book by the events alone: at every number it must be the book that the venue had at it."""
        if isinstance(event, StreamGap) and event.stream == "consumer":
            self._shadows.clear()
        if not isinstance(event, OrderBookDeltas):
            return
        if event.is_snapshot:
            self._shadows[event.instrument_id] = OrderBook(InstrumentId(event.instrument_id))
        shadow = self._shadows.get(event.instrument_id)
        if shadow is None:
            return
        shadow.apply(event)
        true = self.world.books.get((event.instrument_id, event.sequence))
        if true != self.world.in_ticks(event.instrument_id, shadow.bids(), shadow.asks()):
            self.broken.append(
                f"{event.instrument_id}: the book is wrong at {event.sequence}, and no gap was told"
            )
            self._shadows.pop(event.instrument_id)

    # -- properties ----------------------------------------------------------------------------------------------------

    def has_last_trades(self) -> bool:
        """Whether the last true trade of each instrument is here."""
        last = {(name, max(known)) for name, known in self.world.trades.items() if known}
        return last <= {(e.instrument_id, int(e.trade_id)) for e in self.log if isinstance(e, TradeTick)}

    def faults(self) -> Iterator[str]:
        """Every property that does not hold, as a sentence."""
        yield from self.broken
        if self.kind is TradeTick:
            for identity in self.world.ids:
                yield from self._of_trades(identity)

    def _of_trades(self, identity: str) -> Iterator[str]:
        log = [e for e in self.log if getattr(e, "instrument_id", None) in (None, identity)]
        seen = [(at, int(e.trade_id)) for at, e in enumerate(log) if isinstance(e, TradeTick)]
        numbers = {number for _, number in seen}
        if len(numbers) < len(seen):
            yield f"{identity}: a trade was delivered twice"
        if not numbers <= self.world.trades[identity].keys():
            yield f"{identity}: a trade was delivered that never was"
        if not any(isinstance(e, Begun) for e in log):
            return
        begun_ns = next(e.elapsed_ns for e in log if isinstance(e, Begun))
        for number, elapsed_ns in self.world.trades[identity].items():
            if number in numbers or elapsed_ns <= begun_ns:
                continue
            first = max((at for at, n in seen if n < number - SWAP), default=0)
            last = min((at for at, n in seen if n > number + SWAP), default=len(log))
            since_ns = getattr(log[first], "ts_init", 0)
            until_ns = log[last].ts_init if last < len(log) else 1 << 63
            between = (e for e in log[first:last] if isinstance(e, StreamGap | Ended))
            if not any(isinstance(e, Ended) or covers(e, since_ns, until_ns) for e in between):
                yield f"{identity}: trade {number} of {elapsed_ns / SECOND:.3f} s was lost without a gap"


def is_span(gap: StreamGap) -> bool:
    """Whether a gap is a span of time that ends no sooner than it begins."""
    return 0 < gap.from_ns <= gap.to_ns


def covers(gap: StreamGap, since_ns: int, until_ns: int) -> bool:
    """Whether a gap tells of the time between two events."""
    return gap.from_ns <= until_ns and gap.to_ns >= since_ns
