"""Two orders of which one cancels the other: what takes a profit and what stops a loss."""

from __future__ import annotations

from dragoman.model import Accepted, ContingencyType, Order
from dragoman.simulate.line import Line
from msgspec.structs import replace

from tests.cards.execution.orders import AWAY, SELL, limit, price, stop_market, touched_market
from tests.cards.execution.trader import SUBMITTED, Trader, accepted, trading
from tests.cards.registry import Need, card, holds
from tests.cards.scene import Scene
from tests.cards.table import Table, all_of

NEAR = 2
LONGEST_S = 7_200
PROFIT, LOSS = "P", "L"


def pair(line: Line, touched: bool, profit: int = AWAY, loss: int = AWAY) -> list[Order]:
    """Two orders that sell, so many ticks away from the market; what takes the profit rests, or waits to be touched."""
    make = touched_market if touched else limit
    found = [
        make(line, SELL, profit, client_order_id=PROFIT),
        stop_market(line, SELL, loss, client_order_id=LOSS),
    ]
    linked = {PROFIT: (LOSS,), LOSS: (PROFIT,)}
    kind = ContingencyType.OCO
    return [
        replace(each, contingency_type=kind, linked_order_ids=linked[str(each.client_order_id)])
        for each in found
    ]


def _refusal(table: Table, product: str, touched: bool) -> str:
    orders = pair(table.line(product), touched)
    if "submit_oco" in table.interface.commands:
        return table.refusal(product, "submit_oco", orders=orders)
    if "contingency" in table.interface.commands["submit_order"].inputs:
        named = [replace(each, order_list_id="L") for each in orders]
        refusals = (table.refusal(product, "submit_order", order=each) for each in named)
        return next((each for each in refusals if each), "")
    return table.refusal(product, "submit_order_list", orders=orders)


def takes_pair() -> Need:
    """The venue takes such a pair, with what takes the profit at rest or waiting; else the words in which it refuses one."""
    return lambda table, product: (_refusal(table, product, False) and _refusal(table, product, True))


async def _sent(trader: Trader, profit: int = AWAY, loss: int = AWAY) -> None:
    scene = trader.scene
    touched = bool(_refusal(scene.table, scene.product, False))
    orders = pair(scene.line, touched, profit, loss)
    outcomes = await trader.adapter.submit_order_list(orders, product=scene.product)
    await trader.settle()
    for outcome in outcomes:
        holds(isinstance(outcome, Accepted), f"the outcome is {outcome}")


async def _fires(scene: Scene, name: str, other: str, profit: int = AWAY, loss: int = AWAY) -> None:
    async with trading(scene, silent=True) as trader:
        await _sent(trader, profit, loss)
        for _ in range(LONGEST_S // 60):
            if trader.state(name).is_closed:
                break
            await trader.settle(60)
        found = trader.names(name)
        holds(found[-1] == "OrderFilled", f"events of what fires: {' '.join(found)}")
        holds(trader.state(name).filled_qty == trader.state(name).quantity, "it is not filled whole")
        gone = trader.names(other)
        holds(gone[-1] == "OrderCanceled" and "OrderFilled" not in gone, f"of the other: {' '.join(gone)}")


@card("E54", "a pair is taken whole, and each of its orders is known", takes_pair())
async def pair_taken(scene: Scene) -> None:
    async with trading(scene) as trader:
        await _sent(trader)
        for name in (PROFIT, LOSS):
            holds(trader.names(name)[0] == SUBMITTED, f"events: {trader.names(name)}")
            report = await trader.adapter.query_order(instrument_id=scene.identity, client_order_id=name)
            holds(report is not None and report.is_open, f"asked for {name} it says {report}")


@card("E55", "what takes the profit of a pair fires, and the other is canceled", takes_pair())
async def pair_takes_profit(scene: Scene) -> None:
    await _fires(scene, PROFIT, LOSS, profit=NEAR)


@card("E56", "what stops the loss of a pair fires, and the other is canceled", takes_pair())
async def pair_stops_loss(scene: Scene) -> None:
    await _fires(scene, LOSS, PROFIT, loss=NEAR)


@card("E57", "one order of a pair is taken back, and the other goes with it", takes_pair())
async def pair_taken_back(scene: Scene) -> None:
    async with trading(scene) as trader:
        await _sent(trader)
        accepted(await trader.cancel(LOSS))
        for name in (PROFIT, LOSS):
            holds(trader.names(name)[-1] == "OrderCanceled", f"events: {' '.join(trader.names(name))}")


def changes_triggers(table: Table, product: str) -> str:
    order = stop_market(table.line(product), SELL, client_order_id=LOSS)
    return table.refusal(
        product,
        "modify_order",
        original=order,
        instrument_id=order.instrument_id,
        client_order_id=LOSS,
        trigger_price=price(table.line(product), SELL, AWAY),
    )


@card("E58", "the trigger of one order of a pair is changed", all_of(takes_pair(), changes_triggers))
async def pair_changed(scene: Scene) -> None:
    async with trading(scene) as trader:
        await _sent(trader)
        before = trader.state(PROFIT).trigger_price
        wanted = trader.state(LOSS).trigger_price - scene.line.instrument.price_increment
        accepted(await trader.modify(LOSS, trigger_price=wanted))
        holds(trader.state(LOSS).trigger_price == wanted, f"it is {trader.state(LOSS).trigger_price}")
        holds(trader.state(PROFIT).trigger_price == before, "the other one has changed too")
