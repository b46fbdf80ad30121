"""The demonstration: a generated adapter against a venue on loopback, through real sockets, held to the venue's true books."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import dragoman
from dragoman.errors import DragomanError, InvalidParameter, NotSupported
from dragoman.model import OrderBookDeltas, QuoteTick, StreamGap, TradeTick
from dragoman.net.backend import Clock
from dragoman.net.clock import SystemClock
from dragoman.simulate.demo_trading import Traded, trade
from dragoman.simulate.replayed import ReplayedVenue
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue

KINDS: tuple[type, ...] = (TradeTick, QuoteTick, OrderBookDeltas)
_STEP_NS = 4_000_000
_TICK_NS = 250_000_000
_SETTLE_NS = 5_000_000_000
_SECOND = 1_000_000_000


@dataclass(slots=True)
class Watched:
    """What was seen of one instrument."""

    instrument_id: str
    counts: Counter[str] = field(default_factory=Counter)
    last_trade: TradeTick | None = None
    last_quote: QuoteTick | None = None
    holes: int = 0
    synced: bool = False
    """Whether a whole book came after the last hole in its updates, or at all where there was none."""


@dataclass(slots=True)
class Progress:
    """The state of a run: what a view shows, and what the summary is made of."""

    venue: str
    source: str
    seconds: int
    watched: dict[str, Watched] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    instruments: int = 0
    history: list[str] = field(default_factory=list)
    gaps: dict[tuple[str, int], StreamGap] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    elapsed_ns: int = 0
    stats: Any = None
    adapter: Any = None
    cut: int = 0
    skipped: str = ""
    equal: dict[str, bool] = field(default_factory=dict)
    told_levels: dict[str, int] = field(default_factory=dict)
    """Instrument -> levels a side that the venue tells of its book, where it does not tell all; no more can be compared."""
    resumes: bool = False
    """Whether streams go on where they were cut, so that a book needs not be built anew."""
    traded: list[Traded] = field(default_factory=list)
    told: dict[str, set[str]] = field(default_factory=dict)
    """Instrument -> event types that the venue sent."""

    def note(self, text: str) -> None:
        self.notes.append(text)

    def waiting(self) -> bool:
        """Whether a hole is still to be told or a book to be built anew, as on a machine that is slow."""
        return any(not (each.holes and each.synced) for each in self.watched.values())

    def failures(self) -> list[str]:
        """What had to happen and didn't."""
        found = [f"error: {text}" for text in self.errors[:5]]
        if not self.instruments:
            found.append("no instrument was loaded")
        for each in self.watched.values():
            missing = [
                name for name in sorted(self.told.get(each.instrument_id, ())) if not each.counts[name]
            ]
            if missing:
                found.append(f"{each.instrument_id}: {', '.join(missing)} was sent and did not come")
            if not each.holes:
                found.append(f"{each.instrument_id}: the cut connection was not told as a StreamGap")
            if not self.equal.get(each.instrument_id):
                found.append(f"{each.instrument_id}: the book is not the venue's")
        for done in self.traded:
            if not done.is_done:
                heard = f"{done.fills} fills and {done.cancels} cancels were told"
                found.append(f"{done.instrument_id}: {done}; {heard}")
        if not self.cut:
            found.append("no connection was cut")
        if not any(each.synced and each.holes for each in self.watched.values()):
            found.append("no book was built anew after a hole")
        return found


Show = Callable[[Progress], None]


async def demonstrate(
    venue: str,
    *,
    seconds: int = 10,
    seed: int = 1,
    recording: Path | None = None,
    show: Show = lambda progress: None,
    clock: Clock | None = None,
) -> Progress:
    """Runs the demonstration for so many seconds; `show` is called several times a second."""
    clock = clock or SystemClock()
    if recording is None:
        core: Any = SimulatedVenue(venue, seed=seed, now_ns=clock.now_ns())
        products = core.listed
        source = f"simulated market, seed {seed}"
        ids = [str(identity) for product in products for identity in list(core.markets[product].lines)[:2]]
    else:
        core = ReplayedVenue(venue, recording)
        core.speed = max(1, -(-core.recording.span_ns // (seconds * _SECOND)))
        products = (core.product,)
        source = f"recording {recording}, {core.speed} times as fast"
        ids = [str(identity) for identity in core.instruments]
    progress = Progress(venue, source, seconds, {each: Watched(each) for each in ids})
    progress.resumes = any(
        core.interface.streams[each.connection].resume for each in core.interface.channels.values()
    )
    async with LoopbackVenue(core, getattr(core, "markets", products), clock=clock) as server:
        told = [
            *server.urls["http"].values(),
            *(url for by in server.urls["connections"].values() for url in by.values()),
        ]
        progress.note(f"listening on {len(told)} addresses of loopback, such as {told[0]} and {told[-1]}")
        adapter = dragoman.load(venue).adapter(
            urls=server.urls,
            credentials=core.trading.keyring.keys[0].credentials if recording is None else None,
            seed=seed,
            clock=clock,
            on_error=lambda error: progress.errors.append(f"{type(error).__name__}: {error}"),
        )
        async with adapter:
            progress.adapter, progress.stats = adapter, adapter.stats
            await _prepare(adapter, products, progress, recording is None)
            show(progress)
            if isinstance(core, SimulatedVenue):
                for product in products:
                    traded = await trade(core, adapter, product, progress.note, clock)
                    progress.traded += [traded] if traded is not None else []
                show(progress)
            await _stream(core, server, adapter, progress, show, clock)
    return progress


async def _prepare(adapter: Any, products: Sequence[str], progress: Progress, has_history: bool) -> None:
    """Instruments, and the history that the venue has."""
    progress.instruments = len(await adapter.load_instruments(*products))
    progress.note(f"{progress.instruments} instruments loaded")
    if not has_history:
        progress.note("history: the recording holds none")
        return
    for identity in progress.watched:
        bar_type = f"{identity}-1-MINUTE-LAST-EXTERNAL"
        asked: dict[str, Callable[[], Any]] = {
            "trades": partial(adapter.request_trades, identity, limit=100),
            "bars": partial(adapter.request_bars, bar_type, limit=60),
        }
        found = []
        for name, ask in asked.items():
            try:
                rows = await ask()
            except NotSupported:
                found.append(f"no {name} kept")
                continue
            if not rows:
                progress.errors.append(f"{identity}: no {name} of its history came")
            found.append(f"{len(rows)} {name}")
        progress.history.append(f"{identity}: {', '.join(found)}")
    progress.note(f"history: {progress.history[0]}, and of {len(progress.history) - 1} more")


async def _stream(
    core: Any, server: LoopbackVenue, adapter: Any, progress: Progress, show: Show, clock: Clock
) -> None:
    """Subscriptions, confirmed before the market moves; the run; the comparison at the end."""
    async with AsyncExitStack() as stack:
        followers = []
        for kind in KINDS:
            for identity in progress.watched:
                try:
                    consumer = await stack.enter_async_context(adapter.subscription(kind, identity))
                except (NotSupported, InvalidParameter) as error:
                    progress.note(f"no {kind.__name__} of {identity}: {error}")
                    continue
                followers.append(asyncio.create_task(_follow(consumer, kind, progress, identity)))
        progress.note(
            f"subscribed to {', '.join(kind.__name__ for kind in KINDS)} of {len(progress.watched)} instruments"
        )
        await _play(core, server, progress, show, clock)
        await _settle(core, adapter, progress, clock)
    show(progress)
    for outcome in await asyncio.gather(*followers, return_exceptions=True):
        if isinstance(outcome, Exception):
            progress.errors.append(f"{type(outcome).__name__}: {outcome}")


async def _play(core: Any, server: LoopbackVenue, progress: Progress, show: Show, clock: Clock) -> None:
    """Lets the market run for the time that was asked for, with its two faults."""
    pump = asyncio.create_task(server.run(_STEP_NS))
    began = clock.monotonic_ns()
    length = progress.seconds * _SECOND
    try:
        while not pump.done():
            waiting = progress.waiting() and not core.finished
            if progress.elapsed_ns >= length + (_SETTLE_NS if waiting else 0):
                break
            await clock.sleep(_TICK_NS)
            progress.elapsed_ns = clock.monotonic_ns() - began
            if not progress.cut and progress.elapsed_ns > length // 2:
                progress.cut = server.force_disconnect()
                progress.note(f"cut {progress.cut} connections")
            elif (
                not progress.skipped
                and progress.elapsed_ns > length * 3 // 4
                and isinstance(core, SimulatedVenue)
                and not progress.resumes
            ):
                progress.skipped = next(reversed(progress.watched))
                core.skip_next(progress.skipped)
                progress.note(f"left out one update of {progress.skipped}")
            show(progress)
    finally:
        pump.cancel()
        with suppress(asyncio.CancelledError):
            await pump


async def _follow(consumer: Any, kind: type, progress: Progress, identity: str | None = None) -> None:
    """Counts the events of a subscription and what holes there were; those of a topic of several instruments are the identity's."""
    async for event in consumer:
        if isinstance(event, StreamGap):
            known = (event.stream, event.from_ns) in progress.gaps
            progress.gaps[event.stream, event.from_ns] = event
            name = event.instrument_id or identity
            if name in progress.watched and (not known or event.instrument_id is None):
                watched = progress.watched[name]
                if watched.synced or not watched.holes:
                    progress.note(f"gap: {name}, {event.stream}: {event.reason}")
                watched.holes += 1
                # A hole among the trades, told whenever the next trade comes, leaves the book as it is.
                if kind is OrderBookDeltas:
                    watched.synced = progress.resumes
            continue
        watched = progress.watched[event.instrument_id]
        watched.counts[type(event).__name__] += 1
        if isinstance(event, TradeTick):
            watched.last_trade = event
        elif isinstance(event, QuoteTick):
            watched.last_quote = event
        elif event.is_snapshot:
            if watched.holes and not watched.synced:
                progress.note(
                    f"the book of {event.instrument_id} is built anew, from update {event.sequence} on"
                )
            watched.synced = True


async def _settle(core: Any, adapter: Any, progress: Progress, clock: Clock) -> None:
    """Waits until what is under way has arrived, at most a few seconds; then compares the books."""
    names = {kind.__name__ for kind in KINDS}
    progress.told = {each: core.told[each] & names for each in progress.watched if each in core.told}
    deadline = clock.monotonic_ns() + _SETTLE_NS
    while True:
        for identity in progress.watched:
            progress.equal[identity] = _equal(core, adapter, identity, progress.told_levels)
        if all(progress.equal.values()) or clock.monotonic_ns() > deadline:
            return
        await clock.sleep(_TICK_NS // 5)


def _equal(core: Any, adapter: Any, identity: str, told_levels: dict[str, int]) -> bool:
    """Whether both sides hold the same levels, to the last digit; of a book that the venue tells in part, the best ones, and how many."""
    book = adapter.book(identity)
    try:
        bids, asks = book.bids(), book.asks()
        true_bids, true_asks = core.levels(identity)
        most = core.told_levels(identity) if isinstance(core, SimulatedVenue) else None
        if most is not None:
            told_levels[identity] = most
            true_bids, true_asks = true_bids[:most], true_asks[:most]
        return bool((bids, asks) == (true_bids, true_asks))
    except (DragomanError, LookupError):
        return False
