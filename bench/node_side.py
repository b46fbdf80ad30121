"""One node of the comparison, in an environment of its own: `python -m bench.node_side ours|theirs VENUE`, settings as JSON on standard input.

It says `{"ready": ...}` once it hears the market. A line `burst` makes it count until nothing comes any more, `orders COUNT PAUSE PRICE QUANTITY`
sends orders one after another, the end of the input stops it. Each answer is one line of JSON.
"""

import asyncio
import json
import os
import resource
import sys
import threading
import time
from importlib import import_module
from typing import Any

from nautilus_trader.config import (
    LiveDataEngineConfig,
    LiveExecEngineConfig,
    LiveRiskEngineConfig,
    LoggingConfig,
    StrategyConfig,
    TradingNodeConfig,
)
from nautilus_trader.live.node import TradingNode
from nautilus_trader.model.enums import BookType, OrderSide
from nautilus_trader.model.identifiers import InstrumentId
from nautilus_trader.trading.strategy import Strategy

_QUIET_S = 1.0
_TICK_S = 0.1
_ORDER_S = 5.0
_BETWEEN = 64


def say(**words: Any) -> None:
    print(json.dumps(words), flush=True)


def resident_mb() -> float:
    """Memory that the process holds at present."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20


class Meter(Strategy):  # type: ignore[misc]
    """Counts what it is handed, and takes the time from the submission of an order to its acceptance."""

    def __init__(self, identity: str, trades: bool) -> None:
        # Ids that every venue and every client takes: OKX no hyphen, NautilusTrader's own for BitMEX nothing but UUIDs.
        super().__init__(
            StrategyConfig(
                strategy_id="METER-1",
                use_uuid_client_order_ids=True,
                use_hyphens_in_client_order_ids=identity.endswith("BITMEX"),
            )
        )
        self.identity = InstrumentId.from_str(identity)
        self.trades = trades
        self.counts = {"trades": 0, "books": 0, "changes": 0}
        self.first = self.last = 0.0
        self.heard = 0
        self.cpu: list[tuple[int, float]] = []
        self.accepted: asyncio.Event = asyncio.Event()
        self.closed: asyncio.Event = asyncio.Event()
        self.moment = 0.0
        self.refusal = ""

    def on_start(self) -> None:
        if self.cache.instrument(self.identity) is None:
            say(absent=f"the node has not loaded {self.identity}")
            return
        if self.trades:
            self.subscribe_trade_ticks(self.identity)
        self.subscribe_order_book_deltas(self.identity, book_type=BookType.L2_MBP)

    def _heard(self, what: str) -> None:
        self.last = time.perf_counter()
        self.first = self.first or self.last
        self.counts[what] += 1
        self.heard += 1
        if (
            self.heard % _BETWEEN == 1
        ):  # asking costs a call of the system, which would be measured with the rest
            self.cpu.append((self.heard, time.process_time()))

    def on_trade_tick(self, tick: Any) -> None:
        self._heard("trades")

    def on_order_book_deltas(self, deltas: Any) -> None:
        self._heard("books")
        self.counts["changes"] += len(deltas.deltas)

    def on_order_accepted(self, event: Any) -> None:
        self.moment = time.perf_counter()
        self.accepted.set()

    def on_order_rejected(self, event: Any) -> None:
        self.refusal = event.reason
        self.accepted.set()
        self.closed.set()

    def on_order_denied(self, event: Any) -> None:
        self.on_order_rejected(event)

    def on_order_canceled(self, event: Any) -> None:
        self.closed.set()

    # -- what is measured ----------------------------------------------------------------------------------------------

    async def burst(self) -> None:
        """Counts from now on until it has been quiet for a while."""
        self.counts = dict.fromkeys(self.counts, 0)
        self.first = self.last = 0.0
        self.heard = 0
        self.cpu.clear()
        say(listening=True)
        while not self.last or time.perf_counter() - self.last < _QUIET_S:
            await asyncio.sleep(_TICK_S)
        (begun, cpu_begun), (done, cpu_done) = self.cpu[0], self.cpu[-1]
        say(
            **self.counts,
            seconds=self.last - self.first,
            cpu_us=(cpu_done - cpu_begun) / max(done - begun, 1) * 1e6,
            memory=resident_mb(),
        )

    async def orders(self, count: int, pause: float, price: str, quantity: str) -> None:
        """Orders that rest, one after another, each taken back before the next."""
        instrument = self.cache.instrument(self.identity)
        taken: list[float] = []
        for _ in range(count):
            self.accepted.clear()
            self.closed.clear()
            order = self.order_factory.limit(
                self.identity,
                OrderSide.BUY,
                instrument.make_qty(float(quantity)),
                instrument.make_price(float(price)),
            )
            began = time.perf_counter()
            self.submit_order(order)
            try:
                await asyncio.wait_for(self.accepted.wait(), _ORDER_S)
                if self.refusal:
                    break
                taken.append(self.moment - began)
                self.cancel_order(order)
                await asyncio.wait_for(self.closed.wait(), _ORDER_S)
                await asyncio.sleep(pause)
            except TimeoutError:
                self.refusal = f"no answer in {_ORDER_S:.0f} s to an order that is {order.status_string()}"
                break
        say(latencies=taken, refusal=self.refusal)


def configured(identity: str, name: str, data: Any, execution: Any) -> TradingNodeConfig:
    """The same settings for both."""
    return TradingNodeConfig(
        trader_id="BENCH-001",
        logging=LoggingConfig(
            log_level=os.environ.get("BENCH_LOG", "OFF"), print_config=False, log_colors=False
        ),
        data_engine=LiveDataEngineConfig(),
        risk_engine=LiveRiskEngineConfig(bypass=True),
        exec_engine=LiveExecEngineConfig(reconciliation=False),
        data_clients={name: data},
        exec_clients={} if execution is None else {name: execution},
        timeout_connection=20.0,
        timeout_portfolio=2.0,
        timeout_disconnection=3.0,
        timeout_post_stop=0.1,
    )


async def obey(meter: Meter, node: TradingNode, lines: "asyncio.Queue[str]") -> None:
    while not (meter.counts["books"] and (meter.counts["trades"] or not meter.trades)):
        await asyncio.sleep(_TICK_S)
    say(ready=True, memory=resident_mb())
    while line := await lines.get():
        word, *rest = line.split()
        if word == "burst":
            await meter.burst()
        else:
            await meter.orders(int(rest[0]), float(rest[1]), *rest[2:])
    await node.stop_async()


def main() -> None:
    who, venue = sys.argv[1:3]
    settings = json.loads(sys.stdin.readline())
    made: Any = import_module(f"bench.node_{who}").clients(venue, settings)
    asyncio.set_event_loop(asyncio.new_event_loop())
    node = TradingNode(configured(settings["identity"], made.name, made.data, made.execution))
    node.add_data_client_factory(made.name, made.data_factory)
    if made.execution is not None:
        node.add_exec_client_factory(made.name, made.execution_factory)
    meter = Meter(settings["identity"], settings["trades"])
    node.trader.add_strategy(meter)
    node.build()
    running: Any = node.get_event_loop()
    lines: asyncio.Queue[str] = asyncio.Queue()

    def read() -> None:
        for line in sys.stdin:
            running.call_soon_threadsafe(lines.put_nowait, line.strip())
        running.call_soon_threadsafe(lines.put_nowait, "")

    threading.Thread(target=read, daemon=True).start()
    running.create_task(obey(meter, node, lines))
    try:
        node.run()
    finally:
        node.dispose()


if __name__ == "__main__":
    main()
