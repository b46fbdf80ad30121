"""Where a card is played: a simulated venue on loopback, an account of its own, and real nodes that trade on it."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from decimal import Decimal
from functools import cache
from typing import Any

from dragoman.nautilus import (
    DragomanDataClientConfig,
    DragomanExecClientConfig,
    DragomanInstrumentProviderConfig,
    DragomanLiveDataClientFactory,
    DragomanLiveExecClientFactory,
)
from dragoman.net.http import HttpxBackend
from dragoman.net.wire import Request
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.working import Working
from dragoman.simulate.line import Line
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue, tables_of
from dragoman.simulate.wire.keys import Key
from nautilus_trader.config import (
    LiveDataEngineConfig,
    LiveExecEngineConfig,
    LiveRiskEngineConfig,
    LoggingConfig,
    TradingNodeConfig,
)
from nautilus_trader.live.node import TradingNode
from nautilus_trader.model.enums import OrderType
from nautilus_trader.model.identifiers import ClientId, InstrumentId

from tests.cards.node.pace import PacedClock
from tests.cards.registry import Failed, holds
from tests.cards.scene import BETWEEN_NS, Watched, table_of

_OWNERS = 256
_STEP_S = 0.01
_LONGEST_S = 20.0
_AFTER_STOP_S = 0.05


class Core:
    """The simulation of one product and its clock, shared by all cards of a process; each of them has an account of its own."""

    def __init__(self, venue: str, product: str) -> None:
        credentials = tables_of(venue).interface.credentials
        named = [name for name, variable in credentials.items() if variable.isidentifier()]
        self.clock = PacedClock()
        self.keys = [Key(f"card{index}", dict.fromkeys(named, f"card{index}")) for index in range(_OWNERS)]
        self.owners = itertools.count()
        now_ns = self.clock.now_ns()
        self.venue = SimulatedVenue(
            venue, seed=7, now_ns=now_ns, products=[product], keys=self.keys, partial=True
        )


@cache
def core_of(venue: str, product: str) -> Core:
    return Core(venue, product)


class Run:
    """A node at work, and the strategy that the card is about."""

    def __init__(self, stage: Stage, node: TradingNode, strategy: Any) -> None:
        self.stage, self.node, self.strategy = stage, node, strategy
        self.cache = node.cache

    @property
    def client(self) -> Any:
        """The execution client."""
        return next(iter(self.node.kernel.exec_engine._clients.values()))

    async def until(self, found: Callable[[], Any], what: str, seconds: float = _LONGEST_S) -> None:
        """Wait until something is so; raises Failed with what the strategy was told where it never is."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not found():
                    await asyncio.sleep(_STEP_S / 2)
        holds(found(), f"never came: {what}{self._known()}")

    def busy(self) -> bool:
        """Whether the node waits for the end of an order."""
        engine = self.node.kernel.exec_engine
        if engine.cmd_qsize() or engine.evt_qsize() or any(not task.done() for task in self.client._tasks):
            return True
        return any(
            each.is_pending_cancel
            or each.is_inflight
            or (each.is_open and each.order_type == OrderType.MARKET)
            for each in self.cache.orders()
        )

    async def orders(self, count: int = 1) -> list[Any]:
        """The strategy's orders, once it has sent so many."""
        await self.until(lambda: len(self.strategy.sent) >= count, f"{count} orders are sent")
        return list(self.strategy.sent)

    def _known(self) -> str:
        sent = getattr(self.strategy, "sent", ())
        told = [
            f"{each.client_order_id} {' '.join(self.strategy.names(each))}{self.reason(each)}"
            for each in sent
        ]
        return f" ({'; '.join(told)})" if told else ""

    def reason(self, order: Any) -> str:
        reasons = [each.reason for each in self.strategy.of(order) if getattr(each, "reason", None)]
        return f": {reasons[-1]}" if reasons else ""


class Stage:
    """`http` keeps what the nodes sent; the market moves unless `still` is set."""

    def __init__(self, venue: str, product: str) -> None:
        self.venue, self.product, self.table = venue, product, table_of(venue)
        self._core = core_of(venue, product)
        self.core, self.clock = self._core.venue, self._core.clock
        self.key = self._core.keys[next(self._core.owners)]
        self.still = False
        self.server = LoopbackVenue(self.core, tuple(self.core.markets), clock=self.clock)
        self._moving: asyncio.Task[None] | None = None
        self.http = Watched(HttpxBackend())

    @property
    def name(self) -> str:
        """The venue in a node, and the name of its clients."""
        return self.core.interface.name

    async def begin(self) -> None:
        await self.server.__aenter__()
        self._moving = asyncio.create_task(self._move())

    async def end(self) -> None:
        if self._moving is not None:
            self._moving.cancel()
            await asyncio.wait({self._moving})
        await self.server.__aexit__(None, None, None)
        await self.http.close()
        account = self.account()
        for order in list(account.open.values()):
            self.core.markets[self.product].exchange.floor.withdraw(order, "over")
        self.core.markets[self.product].exchange.drain()
        self.core.take()
        self.clock.skip(BETWEEN_NS)  # what the card has used of the venue's limits is given back

    async def _move(self) -> None:
        while True:
            if not self.still:
                await self.server.publish()
            await asyncio.sleep(_STEP_S)

    @asynccontextmanager
    async def node(self, strategy: Any) -> AsyncIterator[Run]:
        """A node with one strategy that runs; stopped when the block is left, which the strategy hears of."""
        node = TradingNode(self._config(), loop=asyncio.get_running_loop())
        node.trader.add_strategy(strategy)
        node.add_data_client_factory(self.name, DragomanLiveDataClientFactory)
        node.add_exec_client_factory(self.name, DragomanLiveExecClientFactory)
        node.build()
        run = Run(self, node, strategy)
        link = run.client._account.link
        link.settings |= {"clock": self.clock, "http": self.http}
        running = asyncio.create_task(node.run_async())
        try:
            await run.until(lambda: strategy.is_running or running.done(), "the node starts")
            holds(strategy.is_running, "the node did not start")
            yield run
            strategy.stop()
            await asyncio.sleep(_STEP_S)  # commands reach the node's queue with the next turn of the loop
            with suppress(Failed):
                await run.until(lambda: not run.busy(), "what the stop has set off")
        finally:
            await node.stop_async()
            await asyncio.wait_for(running, _LONGEST_S)
            node.kernel.dispose()
            if node.kernel.executor:
                node.kernel.executor.shutdown(wait=True, cancel_futures=True)

    def _config(self) -> TradingNodeConfig:
        said: dict[str, Any] = {
            "venue": self.core.interface.name,
            "urls": self.server.urls,
            "credentials": dict(self.key.credentials),
            "instrument_provider": DragomanInstrumentProviderConfig(
                load_all=True, products=frozenset({self.product})
            ),
        }
        return TradingNodeConfig(
            trader_id="CARDS-001",
            logging=LoggingConfig(log_level="OFF", print_config=False),
            data_engine=LiveDataEngineConfig(),
            risk_engine=LiveRiskEngineConfig(bypass=True),
            exec_engine=LiveExecEngineConfig(
                reconciliation_startup_delay_secs=0.01, convert_quote_qty_to_base=False
            ),
            data_clients={self.name: DragomanDataClientConfig(**said)},
            exec_clients={self.name: DragomanExecClientConfig(**said, products=(self.product,))},
            timeout_connection=_LONGEST_S,
            timeout_reconciliation=_LONGEST_S,
            timeout_portfolio=2.0,
            timeout_disconnection=5.0,
            timeout_post_stop=_AFTER_STOP_S,
        )

    # -- the truth -----------------------------------------------------------------------------------------------------

    @property
    def client_id(self) -> ClientId:
        return ClientId(self.name)

    @property
    def line(self) -> Line:
        """The true market of the instrument that the card is played with."""
        return next(iter(self.core.markets[self.product].lines.values()))

    @property
    def identity(self) -> InstrumentId:
        return InstrumentId.from_str(str(self.line.instrument_id))

    def account(self) -> Account:
        """The card's account at the venue."""
        accounts = self.core.markets[self.product].exchange.accounts.values()
        return next(each for each in accounts if each.account_id.endswith(f"-{self.key.owner}"))

    def at_venue(self, order: Any) -> Working | None:
        """One of the node's orders as the venue has it; None where it has it not, or not open."""
        if order.venue_order_id is None:
            return None
        found = self.account().orders.get(order.venue_order_id.value)
        return found if found is not None and found.is_open else None

    def position(self) -> Decimal:
        """The position in the card's instrument, below nought where it is short."""
        found = [each for each in self.account().positions.values() if each.grid is self.line.grid]
        return sum((each.lots for each in found), 0) * self.line.grid.lot

    def is_command(self, request: Request) -> bool:
        """Whether it changes something at the venue."""
        found = self.core.interface.operations.get(request.operation)
        return found is not None and found.kind == "command"

    def sent(self) -> list[str]:
        """Commands that went out, as they were written."""
        return [f"{each.target} {each.body.decode()}" for each in self.http.sent if self.is_command(each)]


@asynccontextmanager
async def staged(venue: str, product: str) -> AsyncIterator[Stage]:
    stage = Stage(venue, product)
    await stage.begin()
    try:
        yield stage
    finally:
        await stage.end()


__all__ = ["Failed", "Run", "Stage", "core_of", "staged"]
