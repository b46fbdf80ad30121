"""Every generated venue that trades does so in a node: one order rests and is taken back, one is filled, a stop and a restart are clean."""

from __future__ import annotations

import asyncio
import importlib.util
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from dragoman.nautilus import (
    DragomanDataClientConfig,
    DragomanExecClientConfig,
    DragomanInstrumentProviderConfig,
    DragomanLiveDataClientFactory,
    DragomanLiveExecClientFactory,
)
from dragoman.nautilus.exec_config import tradable
from dragoman.net.clock import SystemClock
from dragoman.net.http import HttpxBackend
from dragoman.net.wire import Request, Response
from dragoman.simulate.errors import NotInvertible, NotSimulated
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue
from dragoman.venue import load, venues
from nautilus_trader.config import LoggingConfig
from nautilus_trader.live.node import TradingNode
from nautilus_trader.model.enums import OrderSide, OrderStatus
from nautilus_trader.model.identifiers import InstrumentId

from tests.runtime.nautilus.trading_node import LONGEST_S, Trader, close, node_config, until

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
TRADING = {name: tradable(load(name).module.Requests.interface) for name in venues()}
_MAKER = Path(__file__).parents[3] / "examples/nautilus/market_maker.py"
RICH = {code: Decimal(10**9) for code in ("USDT", "USDC", "USD", "BTC", "XBT", "ETH", "EUR", "GBP")}
_QUICK = {
    "timeout_connection": 20.0,
    "timeout_reconciliation": 20.0,
    "timeout_portfolio": 2.0,
    "timeout_disconnection": 5.0,
    "timeout_post_stop": 0.1,
}


def simulated(name: str) -> tuple[SimulatedVenue, str]:
    """A simulation of the venue's first product that can be simulated, of those with positions if there are any."""
    clock = SystemClock()
    kinds = load(name).module.Requests.interface.products
    for product in sorted(TRADING[name], key=lambda each: "CryptoPerpetual" not in kinds[each]):
        try:
            return (
                SimulatedVenue(name, products=[product], now_ns=clock.now_ns(), seed=3, balances=RICH),
                product,
            )
        except (NotInvertible, NotSimulated):
            continue
    pytest.skip(f"no product of {name} can be simulated")


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("market_maker", _MAKER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", [name for name, products in TRADING.items() if products])
def test_a_strategy_trades_on_the_venue(name: str) -> None:
    async def play() -> None:
        core, product = simulated(name)
        async with LoopbackVenue(core, (product,), clock=SystemClock()) as server:
            line = next(iter(core.markets[product].lines.values()))
            said: dict[str, Any] = {
                "products": (product,),
                "urls": server.urls,
                "credentials": dict(core.trading.keyring.keys[0].credentials),
            }
            module = maker()
            config = module.MarketMakerConfig(
                instrument_id=InstrumentId.from_str(str(line.instrument_id)), size=line.size(2000), ticks=200
            )
            node = module.node_for(
                core.interface.name,
                config,
                loop=asyncio.get_running_loop(),
                **said,
                **_QUICK | {"logging": LoggingConfig(log_level="OFF")},
            )
            trader = Trader()
            node.trader.add_strategy(trader)
            running = asyncio.create_task(node.run_async())
            publishing = asyncio.create_task(server.run(20_000_000))
            try:
                await until(lambda: trader.is_running)
                instrument = node.cache.instruments()[0]
                size = instrument.make_qty(line.size(2000))
                taking = trader.order_factory.limit(
                    instrument.id,
                    OrderSide.BUY,
                    size,
                    instrument.make_price(line.price(line.best[0] + 500)),
                )
                trader.submit_order(taking)
                await until(lambda: taking.status == OrderStatus.FILLED, f"{trader.kinds(taking)}")
                if not instrument.id.is_spread():  # by its symbol; those have no positions in a node
                    await until(node.cache.positions, "the fill makes a position")
                await until(lambda: quotes(node), "the market maker quotes both sides")
                (quoting,) = [
                    each for each in node.trader.strategies() if isinstance(each, module.MarketMaker)
                ]
                quoting.stop()
                await until(lambda: not under_way(node), "a stop takes every quote back")
                left = away(trader, instrument, line)
                trader.submit_order(left)
                await until(lambda: left.status == OrderStatus.ACCEPTED, f"{trader.kinds(left)}")
                held = {each.instrument_id: each.signed_qty for each in node.cache.positions_open()}
            finally:
                publishing.cancel()
                await node.stop_async()
                await asyncio.wait_for(running, LONGEST_S)
            close(node)
            # Time has passed: a process that begins at once would not know what this one has spent of the venue's budgets.
            core.trading.throttle.restart()
            await go_on(core.interface, said, left, held, line)

    asyncio.run(play())


async def go_on(interface: Any, said: dict[str, Any], left: Any, held: dict[Any, float], line: Any) -> None:
    """The next node has the order and the position of the one before, and commands go over a connection where the venue takes them so."""
    over: Any = "ws" if any(each.socket is not None for each in interface.operations.values()) else "http"
    listed = DragomanInstrumentProviderConfig(load_ids=frozenset({left.instrument_id}))
    config = DragomanExecClientConfig(
        venue=interface.name, orders_over=over, instrument_provider=listed, **said
    )
    # It shares the adapter, and is the first to open it.
    data = DragomanDataClientConfig(
        venue=interface.name,
        instrument_provider=listed,
        **{name: value for name, value in said.items() if name != "products"},
    )
    loop = asyncio.get_running_loop()
    clients = {interface.name: config}
    node = TradingNode(node_config(clients, data_clients={interface.name: data}, **_QUICK), loop=loop)
    node.add_data_client_factory(interface.name, DragomanLiveDataClientFactory)
    trader = Trader(external_order_claims=[left.instrument_id])
    node.trader.add_strategy(trader)
    node.add_exec_client_factory(interface.name, DragomanLiveExecClientFactory)
    node.build()
    http = Counted()
    (client,) = node.kernel.exec_engine._clients.values()
    client._account.link.settings["http"] = http
    running = asyncio.create_task(node.run_async())
    try:
        await until(lambda: trader.is_running)
        claimed = node.cache.orders_open()
        assert len(claimed) == 1, [(str(each), trader.kinds(each)) for each in claimed]
        (found,) = claimed
        for term in ("client_order_id", "venue_order_id", "price", "quantity", "side"):
            assert getattr(found, term) == getattr(left, term), term
        if not left.instrument_id.is_spread():
            assert {each.instrument_id: each.signed_qty for each in node.cache.positions_open()} == held
        order = away(trader, node.cache.instrument(left.instrument_id), line)
        trader.submit_order(order)
        await until(lambda: order.status == OrderStatus.ACCEPTED, f"{trader.kinds(order)}")
        for each in (found, order):
            trader.cancel_order(each)
        await until(lambda: not node.cache.orders_open(), f"{trader.kinds(order)} {trader.kinds(found)}")
        assert order.status == found.status == OrderStatus.CANCELED
        commands = {name for name in http.sent if interface.operations[name].kind == "command"}
        assert bool(commands) == (over == "http"), commands
    finally:
        await node.stop_async()
        await asyncio.wait_for(running, LONGEST_S)
    close(node)


def under_way(node: TradingNode) -> list[Any]:
    """Orders that are open, or may be so in a moment."""
    return [*node.cache.orders_open(), *node.cache.orders_inflight()]


def away(trader: Trader, instrument: Any, line: Any) -> Any:
    """An order that rests."""
    price = instrument.make_price(line.price(line.best[0] - 2000))
    return trader.order_factory.limit(
        instrument.id, OrderSide.BUY, instrument.make_qty(line.size(2000)), price
    )


class Counted(HttpxBackend):
    """Keeps which operations went by HTTP."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[str] = []

    async def send(self, request: Request, *, timeout_ns: int) -> Response:
        self.sent.append(request.operation)
        return await super().send(request, timeout_ns=timeout_ns)


def quotes(node: Any) -> list[Any]:
    """The market maker's open quotes, once there is one a side."""
    found = [each for each in node.cache.orders_open() if each.strategy_id.value.startswith("MarketMaker")]
    return found if {each.side for each in found} == {OrderSide.BUY, OrderSide.SELL} else []
