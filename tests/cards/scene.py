"""Where a card is played: a simulated venue in virtual time, and an adapter of an account that nobody used before."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import dragoman
from dragoman.errors import DragomanError
from dragoman.faults import LoopClock, MemoryVenue, VirtualLoop, run_virtually
from dragoman.model import InstrumentId, StreamGap
from dragoman.net.backend import HttpBackend
from dragoman.net.wire import Request, Response
from dragoman.simulate.line import Line
from dragoman.simulate.venue import SimulatedVenue, tables_of
from dragoman.simulate.wire.keys import Key

from tests.cards.registry import Card, Failed, Verdict
from tests.cards.table import Table

SECOND = 1_000_000_000
START_NS = 1_790_000_000 * SECOND
BETWEEN_NS = 600 * SECOND
STEP_NS = SECOND // 5
LONGEST_S = 7 * 24 * 3600
_OWNERS = 256


class Clocks:
    """The moment at which the next card begins on a simulation, which has seen all before it."""

    def __init__(self) -> None:
        self.now_ns = START_NS
        self.owners = itertools.count()


@cache
def core_of(venue: str, product: str) -> SimulatedVenue:
    """The simulation of one product, shared by all cards; each of them has an account of its own."""
    named = [
        name for name, variable in tables_of(venue).interface.credentials.items() if variable.isidentifier()
    ]
    keys = [Key(f"card{number}", dict.fromkeys(named, f"card{number}")) for number in range(_OWNERS)]
    return SimulatedVenue(venue, seed=7, now_ns=START_NS, products=[product], keys=keys, partial=True)


@cache
def clocks_of(venue: str, product: str) -> Clocks:
    return Clocks()


@cache
def table_of(venue: str) -> Table:
    return Table(venue)


class Watched:
    """An HTTP backend that keeps what was sent; `strike` may stand in for the next answers."""

    def __init__(self, inner: HttpBackend) -> None:
        self.inner = inner
        self.sent: list[Request] = []
        self.strike: Callable[[Request, Any], Any] | None = None

    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        self.sent.append(request)
        if self.strike is None:
            return await self.inner.send(request, timeout_ns=timeout_ns)
        found: Response = await self.strike(request, lambda: self.inner.send(request, timeout_ns=timeout_ns))
        return found

    async def close(self) -> None:
        await self.inner.close()


class Scene:
    """`adapter` is connected to `core`; instruments are loaded, and the market stands still until `run`."""

    def __init__(self, venue: str, product: str, loop: VirtualLoop) -> None:
        self.venue, self.product, self.table = venue, product, table_of(venue)
        self.core = core_of(venue, product)
        self._clocks = clocks_of(venue, product)
        self.clock = LoopClock(loop, self._clocks.now_ns)
        self.memory = MemoryVenue(self.core, self.clock, [product])
        self.errors: list[DragomanError] = []
        self.owner = f"card{next(self._clocks.owners)}"
        self._key = next(key for key in self.core.trading.keyring.keys if key.owner == self.owner)
        self._adapters: list[Any] = []
        self.http = Watched(self.memory.http)
        self.adapter = self.open()

    def open(self, **more: Any) -> Any:
        """A further adapter of the same account, as after a restart."""
        found = dragoman.load(self.venue).adapter(
            urls=self.memory.urls,
            http=self.http,
            connector=self.memory,
            clock=self.clock,
            credentials=dict(self._key.credentials),
            on_error=self.errors.append,
            seed=1,
            **more,
        )
        self._adapters.append(found)
        return found

    async def begin(self) -> None:
        await self.adapter.load_instruments(self.product)

    async def end(self) -> None:
        for each in self._adapters:
            await each.close()
        self._clocks.now_ns = max(self._clocks.now_ns, self.clock.now_ns()) + BETWEEN_NS
        exchange = self.core.markets[self.product].exchange
        for account in list(exchange.accounts.values()):
            if not account.boundless:
                for order in list(account.open.values()):
                    exchange.floor.withdraw(order, "over")
        exchange.drain()

    @property
    def identity(self) -> InstrumentId:
        return next(iter(self.lines))

    @property
    def lines(self) -> dict[InstrumentId, Line]:
        """The true market by instrument."""
        return self.core.markets[self.product].lines

    @property
    def line(self) -> Line:
        return self.lines[self.identity]

    @property
    def instrument(self) -> Any:
        """The instrument that the card is played with, as the adapter loaded it."""
        return self.adapter.instruments[self.identity]

    async def run(self, seconds: float) -> None:
        """The market moves for a while."""
        until = self.clock.monotonic_ns() + int(seconds * SECOND)
        while self.clock.monotonic_ns() < until:
            self.memory.publish()
            await self.clock.sleep(STEP_NS)

    async def pause(self, seconds: float = 1) -> None:
        """Time passes, and the market stands still."""
        await self.clock.sleep(int(seconds * SECOND))

    async def heard(
        self, kind: type, *identities: str, seconds: float = 30, enough: int = 3, **params: Any
    ) -> list[Any]:
        """Events of a type that a subscription brings while the market moves; raises Failed where there are none."""
        found: list[Any] = []
        async with self.adapter.subscription(kind, *(identities or (self.identity,)), **params) as events:
            reading = asyncio.ensure_future(_read(events, found))
            for _ in range(int(seconds)):
                await self.run(1)
                if sum(isinstance(each, kind) for each in found) >= enough:
                    break
            reading.cancel()
            await asyncio.wait({reading})
            if not reading.cancelled() and reading.exception() is not None:
                raise Failed(f"the subscription ended: {reading.exception()}")
        gaps = [each for each in found if isinstance(each, StreamGap)]
        if gaps:
            raise Failed(f"a hole in a stream that nothing disturbed: {gaps[0].reason}")
        if self.errors:
            raise Failed(f"set aside: {self.errors[0]}")
        if not any(isinstance(each, kind) for each in found):
            raise Failed(f"no {kind.__name__} in {seconds:g} s")
        return [each for each in found if isinstance(each, kind)]

    @asynccontextmanager
    async def moving(self) -> AsyncIterator[None]:
        """The market moves while the block runs."""
        task = asyncio.ensure_future(self.run(LONGEST_S))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait({task})


async def _read(events: Any, into: list[Any]) -> None:
    async for event in events:
        into.append(event)


def play(card: Card, venue: str) -> Verdict:
    """What a card says of a venue: played for the first product that its tables allow it for."""
    log = logging.getLogger("dragoman")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        return _verdict(card, venue)
    finally:
        log.setLevel(level)


def chosen_for(card: Card, venue: str) -> tuple[str | None, str]:
    """(first product that the venue's tables allow a card for, ""), or (None, why it is for none); (product, fault) where its simulation fails."""
    table = table_of(venue)
    reasons: dict[str, str] = {}
    for product in table.products:
        try:
            why = card.need(table, product)
        except DragomanError as error:
            return product, f"the simulation can't be set up: {error}"
        if not why:
            return product, ""
        reasons[product] = why
    return None, _joined(reasons)


def _verdict(card: Card, venue: str) -> Verdict:
    chosen, why = chosen_for(card, venue)
    if chosen is None or why:
        return Verdict("fail" if chosen else "not applicable", why, chosen or "")
    loop = VirtualLoop()
    try:
        run_virtually(_played(card, venue, chosen, loop), loop)
    except Failed as error:
        return Verdict("fail", str(error), chosen)
    except Exception as error:
        return Verdict("fail", f"{type(error).__name__}: {error}", chosen)
    if loop.failures:
        return Verdict("fail", f"reached the user's loop: {loop.failures[0]}", chosen)
    return Verdict("pass", product=chosen)


async def _played(card: Card, venue: str, product: str, loop: VirtualLoop) -> None:
    scene = Scene(venue, product, loop)
    try:
        async with asyncio.timeout(LONGEST_S):
            await scene.begin()
            await card.play(scene)
    finally:
        await scene.end()


def _joined(reasons: dict[str, str]) -> str:
    """Reasons with the products that they are for, those that all share said once."""
    by_reason: dict[str, list[str]] = {}
    for product, why in reasons.items():
        by_reason.setdefault(why, []).append(product)
    if len(by_reason) == 1:
        return next(iter(by_reason))
    return "; ".join(f"{', '.join(products)}: {why}" for why, products in by_reason.items())
