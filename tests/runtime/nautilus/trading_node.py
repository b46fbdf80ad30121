"""A real node on a simulated venue on loopback, and a strategy that keeps what it is told."""

from __future__ import annotations

import asyncio
import functools
import importlib
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from dragoman.nautilus import DragomanExecClientConfig, DragomanLiveExecClientFactory
from dragoman.net.clock import SystemClock
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue
from dragoman.simulate.wire.keys import Key
from nautilus_trader.config import (
    LiveDataEngineConfig,
    LiveExecEngineConfig,
    LoggingConfig,
    TradingNodeConfig,
)
from nautilus_trader.live.node import TradingNode
from nautilus_trader.model.enums import OrderSide
from nautilus_trader.model.events import OrderEvent
from nautilus_trader.model.identifiers import InstrumentId
from nautilus_trader.model.objects import Price, Quantity
from nautilus_trader.trading.config import StrategyConfig
from nautilus_trader.trading.strategy import Strategy

from tests.runtime.simulate.wire.desk import INSTRUMENTS, small_venue

CLIENT = "TRADING"
SPOT = InstrumentId.from_str("AAABBB-SPOT.TRADING")
LINEAR = InstrumentId.from_str("AAABBB-LINEAR.TRADING")
LONGEST_S = 30.0
"""A simulated venue builds its first message of a kind by trying, which may take seconds on a busy machine."""


def live(test: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], None]:
    """A test in a loop of its own."""

    @functools.wraps(test)
    def run() -> None:
        asyncio.run(test())

    return run


class Trader(Strategy):  # type: ignore[misc, unused-ignore]
    """Keeps every event; tests trade through it."""

    def __init__(self, **said: Any) -> None:
        super().__init__(StrategyConfig(strategy_id="T-1", **said))
        self.told: list[Any] = []

    def on_event(self, event: Any) -> None:
        self.told.append(event)

    def kinds(self, order: Any) -> list[str]:
        """What was told of an order, in its order."""
        return [type(each).__name__ for each in self.of(order)]

    def of(self, order: Any) -> list[Any]:
        return [
            each
            for each in self.told
            if isinstance(each, OrderEvent) and each.client_order_id == order.client_order_id
        ]

    def limit(self, price: str, quantity: str = "1.00", instrument_id: Any = SPOT, **more: Any) -> Any:
        return self.order_factory.limit(
            instrument_id,
            OrderSide[more.pop("side", "BUY")],
            Quantity.from_str(quantity),
            Price.from_str(price),
            **more,
        )

    def market(self, quantity: str = "1.00", instrument_id: Any = SPOT, side: str = "BUY") -> Any:
        return self.order_factory.market(instrument_id, OrderSide[side], Quantity.from_str(quantity))


async def until(found: Callable[[], Any], what: str = "") -> None:
    """Wait until something is so; fails when it takes too long."""
    async with asyncio.timeout(LONGEST_S):
        while not found():
            await asyncio.sleep(0.005)
    assert found(), what


class Venue:
    """The venue on loopback, and nodes that trade on it one after another."""

    def __init__(self, core: SimulatedVenue, server: LoopbackVenue) -> None:
        self.core = core
        self.server = server

    def config(self, **more: Any) -> DragomanExecClientConfig:
        said = {
            "credentials": dict(self.core.trading.keyring.keys[0].credentials),
            "urls": self.server.urls,
            **more,
        }
        return DragomanExecClientConfig(venue=self.core.interface.venue, **said)

    def adapter(self, key: int) -> Any:
        """An adapter of somebody else's with one of the venue's keys, the first of which is the node's."""
        credentials = dict(self.core.trading.keyring.keys[key].credentials)
        return small_venue().adapter(credentials=credentials, urls=self.server.urls)

    def price(self, ticks: int, instrument: Any = SPOT) -> str:
        """A price so many ticks above the best bid."""
        line = self.line(instrument)
        return str(line.price(line.best[0] + ticks))

    def line(self, instrument: Any = SPOT) -> Any:
        product = "spot" if instrument == SPOT else "linear"
        return self.core.markets[product].lines[instrument.value]

    @asynccontextmanager
    async def node(
        self,
        config: Any = None,
        *,
        strategy: Trader | None = None,
        engine: Any = None,
        http: Any = None,
        **more: Any,
    ) -> AsyncIterator[tuple[TradingNode, Trader]]:
        """A running node and its strategy; afterwards it was stopped cleanly."""
        chosen = config or self.config()
        loop = asyncio.get_running_loop()
        node = TradingNode(config=node_config({CLIENT: chosen}, engine, **more), loop=loop)
        trader = strategy or Trader()
        node.trader.add_strategy(trader)
        node.add_exec_client_factory(CLIENT, DragomanLiveExecClientFactory)
        node.build()
        learn(node)
        if http is not None:
            (client,) = node.kernel.exec_engine._clients.values()
            client._account.link.settings["http"] = http
        running = asyncio.create_task(node.run_async())
        try:
            await until(lambda: trader.is_running, "the node starts")
            yield node, trader
        finally:
            await node.stop_async()
            await asyncio.wait_for(running, LONGEST_S)
            close(node)


def node_config(clients: dict[str, Any], engine: Any = None, **more: Any) -> TradingNodeConfig:
    said: dict[str, Any] = {
        "timeout_connection": 5.0,
        "timeout_reconciliation": 5.0,
        "timeout_portfolio": 2.0,
        "timeout_disconnection": 5.0,
        "timeout_post_stop": 0.05,
        **more,
    }
    return TradingNodeConfig(
        logging=LoggingConfig(log_level="OFF", print_config=False),
        data_engine=LiveDataEngineConfig(),
        exec_engine=engine or LiveExecEngineConfig(reconciliation_startup_delay_secs=0.01),
        exec_clients=clients,
        **said,
    )


def learn(node: TradingNode) -> None:
    """Let a node know the instruments; the small venue lists none."""
    from dragoman.nautilus.convert import instruments

    listed: Any
    for listed in INSTRUMENTS.values():
        for each in listed:
            node.kernel.cache.add_instrument(instruments.to_nautilus(each))


def close(node: TradingNode) -> None:
    """Dispose of a node and leave the loop, which is the test's."""
    node.kernel.dispose()
    if node.kernel.executor:
        node.kernel.executor.shutdown(wait=True, cancel_futures=True)


@asynccontextmanager
async def venue(**options: Any) -> AsyncIterator[Venue]:
    """The small venue on loopback, at no fixed port."""
    name = small_venue().module.__name__.rpartition(".")[2]
    importlib.import_module(f"dragoman_venues.{name}")
    clock = SystemClock()
    names = ("api_key", "api_secret")
    keys = [Key(owner, {each: f"{each}-of-{owner}" for each in names}) for owner in ("us", "them")]
    said = {"instruments": INSTRUMENTS, "keys": keys, **options}
    core = SimulatedVenue(name, now_ns=clock.now_ns(), **said)
    async with LoopbackVenue(core, tuple(core.markets), clock=clock) as server:
        yield Venue(core, server)
