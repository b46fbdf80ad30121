"""A long and a short position of one instrument side by side, in a node and in the next one, on venues that say so each in its way."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from dragoman import model
from dragoman.nautilus import DragomanExecClientConfig, DragomanLiveExecClientFactory
from dragoman.nautilus.config import DragomanInstrumentProviderConfig
from dragoman.nautilus.convert import reports
from dragoman.net.clock import SystemClock
from dragoman.simulate.server import LoopbackVenue
from dragoman.simulate.venue import SimulatedVenue
from dragoman.venue import load
from nautilus_trader.config import LiveExecEngineConfig
from nautilus_trader.live.node import TradingNode
from nautilus_trader.model.enums import OrderSide
from nautilus_trader.model.identifiers import InstrumentId

from tests.runtime.nautilus.test_orders import ACCOUNT, NAME, SCALE
from tests.runtime.nautilus.trading_node import LONGEST_S, Trader, close, node_config, until

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
LOOKS_BACK = LiveExecEngineConfig(reconciliation_lookback_mins=60, reconciliation_startup_delay_secs=0.01)
VENUES: list[tuple[str, str, dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    ("binance", "usdm", {"hedge_mode": True}, {"positionSide": "LONG"}, {"positionSide": "SHORT"}),
    ("bybit", "linear", {"mode": 3}, {"positionIdx": 1}, {"positionIdx": 2}),
    ("okx", "swap", {"posMode": "long_short_mode"}, {"posSide": "long"}, {"posSide": "short"}),
    ("bitmex", "perpetual", {"positionMode": "MultiWay"}, {"strategy": "Long"}, {"strategy": "Short"}),
]


@pytest.mark.parametrize(
    ("venue", "product", "mode", "long", "short"), VENUES, ids=[each[0] for each in VENUES]
)
def test_fills_go_to_the_position_that_was_asked_for(
    venue: str, product: str, mode: dict[str, Any], long: dict[str, Any], short: dict[str, Any]
) -> None:
    async def play() -> None:
        clock = SystemClock()
        core = SimulatedVenue(venue, products=[product], now_ns=clock.now_ns(), seed=3)
        line = next(iter(core.markets[product].lines.values()))
        name = InstrumentId.from_str(str(line.instrument_id))
        size = Decimal(line.size(2000))
        async with LoopbackVenue(core, (product,), clock=clock) as server:
            said: dict[str, Any] = {
                "urls": server.urls,
                "credentials": dict(core.trading.keyring.keys[0].credentials),
            }
            async with load(venue).adapter(**said) as adapter:
                where = {"symbol": line.instrument.raw_symbol} if venue == "bybit" else {}
                await adapter.call("set_position_mode", product=product, **where, **mode)
            config = DragomanExecClientConfig(
                venue=core.interface.name,
                products=(product,),
                oms_type="HEDGING",
                instrument_provider=DragomanInstrumentProviderConfig(load_ids=frozenset({name})),
                **said,
            )
            held = await trades(config, name, size, long, short)
            assert held == {f"{name}-LONG": size, f"{name}-SHORT": -size}
            core.trading.throttle.restart()
            assert await trades(config, name, size) == held

    asyncio.run(play())


async def trades(
    config: DragomanExecClientConfig, name: InstrumentId, size: Decimal, *sides: dict[str, Any]
) -> dict[str, Decimal]:
    """A node opens both positions, twice the size of the long one, half of which it closes; the positions that it has."""
    loop = asyncio.get_running_loop()
    quick = {"timeout_connection": 20.0, "timeout_reconciliation": 20.0}
    node = TradingNode(node_config({config.venue: config}, LOOKS_BACK, **quick), loop=loop)
    trader = Trader()
    node.trader.add_strategy(trader)
    node.add_exec_client_factory(config.venue, DragomanLiveExecClientFactory)
    node.build()
    running = asyncio.create_task(node.run_async())
    try:
        await until(lambda: trader.is_running, "the node starts")
        if sides:
            long, short = sides
            instrument = node.cache.instrument(name)
            for params, side, times in (
                (long, OrderSide.BUY, 2),
                (short, OrderSide.SELL, 1),
                (long, OrderSide.SELL, 1),
            ):
                order = trader.order_factory.market(name, side, instrument.make_qty(size * times))
                trader.submit_order(order, params=params)
                await until(partial(getattr, order, "is_closed"), f"{params} {side}")
        return {
            each.id.value: Decimal(str(each.signed_decimal_qty())) for each in node.cache.positions_open()
        }
    finally:
        await node.stop_async()
        await asyncio.wait_for(running, LONGEST_S)
        close(node)


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ("6001-LONG", f"{NAME}-LONG"),
        (f"{NAME}-SHORT", f"{NAME}-SHORT"),
        (f"{NAME}-BOTH", f"{NAME}-BOTH"),
        ("P", "P"),
    ],
)
def test_of_two_positions_side_by_side_each_is_called_as_fills_call_it(told: str, known: str) -> None:
    report = model.PositionStatusReport(
        instrument_id=NAME,
        position_side=model.PositionSide.LONG,
        quantity=Decimal(1),
        venue_position_id=told,
        ts_last=1,
        ts_init=1,
    )
    assert reports.position_report_to(report, SCALE, ACCOUNT).venue_position_id.value == known
