"""A real TradingNode and a simulated venue on loopback, in one event loop."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from dragoman.model import StreamGap
from dragoman.nautilus import (
    DragomanDataClientConfig,
    DragomanInstrumentProviderConfig,
    DragomanLiveDataClientFactory,
    custom_type,
)
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue
from nautilus_trader.common.config import LoggingConfig
from nautilus_trader.live.config import LiveExecEngineConfig, TradingNodeConfig
from nautilus_trader.live.node import TradingNode
from nautilus_trader.model.data import BarType, DataType
from nautilus_trader.model.identifiers import InstrumentId
from nautilus_trader.trading.strategy import Strategy

STEP_NS = 4_000_000
NAME = "BINANCE"


class Watcher(Strategy):  # type: ignore[misc]
    """Subscribes to what it is told and keeps what comes."""

    def __init__(self, begin: Callable[[Watcher], None]) -> None:
        super().__init__()
        self.begin = begin
        self.seen: Counter[str] = Counter()
        self.last: dict[str, Any] = {}
        self.bad_flags = 0
        self.backwards = 0
        self.images = 0
        self.past: list[Any] = []

    def on_start(self) -> None:
        self.begin(self)
        self.subscribe_data(DataType(custom_type(StreamGap)))

    def _take(self, data: Any) -> None:
        name = type(data).__name__
        self.seen[name] += 1
        before = self.last.get(name)
        if name == "OrderBookDeltas" and before is not None and before.instrument_id == data.instrument_id:
            self.backwards += data.ts_init < before.ts_init
        self.last[name] = data

    def on_trade_tick(self, tick: Any) -> None:
        self._take(tick)

    def on_quote_tick(self, tick: Any) -> None:
        self._take(tick)

    def on_order_book_deltas(self, deltas: Any) -> None:
        self.bad_flags += deltas.deltas[-1].flags != 128
        self.images += deltas.is_snapshot
        self._take(deltas)

    def on_order_book_depth(self, depth: Any) -> None:
        self._take(depth)

    def on_bar(self, bar: Any) -> None:
        self._take(bar)

    def on_mark_price(self, price: Any) -> None:
        self._take(price)

    def on_funding_rate(self, rate: Any) -> None:
        self._take(rate)

    def on_data(self, data: Any) -> None:
        self._take(data)

    def on_historical_data(self, data: Any) -> None:
        self.seen[f"historical {type(data).__name__}"] += 1
        self.past.append(data)


class Scene:
    """What a scenario sees: the node, its strategy, its client, and the venue."""

    def __init__(self, node: TradingNode, watcher: Watcher, core: Any, server: Any) -> None:
        self.node = node
        self.watcher = watcher
        self.core = core
        self.server = server

    @property
    def client(self) -> Any:
        """The node's only data client."""
        return next(iter(self.node.kernel.data_engine._clients.values()))

    async def until(self, condition: Callable[[], bool], seconds: float = 10.0) -> None:
        """Wait until something holds; the test fails where it never does."""
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, f"never came: {self.watcher.seen}"
            await asyncio.sleep(0.02)


def config(
    urls: Any,
    load: Any = True,
    timeout: float = 10.0,
    venue: str = NAME,
    products: Sequence[str] = (),
) -> TradingNodeConfig:
    provider = (
        DragomanInstrumentProviderConfig(load_all=True, products=frozenset(products) or None)
        if load is True
        else DragomanInstrumentProviderConfig(load_ids=load)
    )
    return TradingNodeConfig(
        trader_id="TESTER-001",
        logging=LoggingConfig(log_level="ERROR", log_colors=False),
        exec_engine=LiveExecEngineConfig(reconciliation=False),
        timeout_connection=timeout,
        timeout_disconnection=3.0,
        timeout_post_stop=0.1,
        data_clients={venue: DragomanDataClientConfig(venue=venue, urls=urls, instrument_provider=provider)},
    )


def run(
    begin: Callable[[Watcher], None],
    scenario: Callable[[Scene], Awaitable[None]],
    *,
    venue: str = NAME,
    products: Sequence[str] = (),
    load: Any = True,
    is_up: bool = True,
    timeout: float = 10.0,
    prepare: Callable[[Any], None] = lambda core: None,
) -> float:
    """Runs a node through a scenario, stops and disposes of it; returns how many seconds the stop took."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        core = SimulatedVenue(venue.lower(), seed=1, now_ns=time.time_ns(), products=products)
        prepare(core)
        urls = None if is_up else NOWHERE
        made = partial(config, load=load, timeout=timeout, venue=venue, products=products)
        node, took = loop.run_until_complete(
            _run(loop, core, begin, scenario, lambda known: made(urls or known))
        )
        node.dispose()
        return took
    finally:
        asyncio.set_event_loop(None)
        if not loop.is_closed():
            loop.close()


async def _run(
    loop: asyncio.AbstractEventLoop,
    core: Any,
    begin: Callable[[Watcher], None],
    scenario: Callable[[Scene], Awaitable[None]],
    configured: Callable[[Any], TradingNodeConfig],
) -> tuple[TradingNode, float]:
    async with LoopbackVenue(core, tuple(core.markets)) as server:
        settings = configured(server.urls)
        node = TradingNode(settings, loop=loop)
        for name in settings.data_clients:
            node.add_data_client_factory(name, DragomanLiveDataClientFactory)
        watcher = Watcher(begin)
        node.trader.add_strategy(watcher)
        node.build()
        running = loop.create_task(node.run_async())
        pump = loop.create_task(server.run(STEP_NS))
        try:
            await scenario(Scene(node, watcher, core, server))
        finally:
            began = time.monotonic()
            await node.stop_async()
            took = time.monotonic() - began
            pump.cancel()
            await asyncio.gather(pump, running, return_exceptions=True)
            assert not [each for each in asyncio.all_tasks() if "stream" in each.get_name().lower()]
    return node, took


# A port that nobody listens on: the discard service is not there on loopback.
NOWHERE = {
    "http": dict.fromkeys(("spot", "usdm", "coinm"), "http://127.0.0.1:9"),
    "connections": {"stream": dict.fromkeys(("spot", "usdm", "coinm"), "ws://127.0.0.1:9/stream")},
}


def bar_type(text: str) -> Any:
    return BarType.from_str(text)


def identity(text: str) -> Any:
    return InstrumentId.from_str(text)
