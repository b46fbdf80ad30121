"""An entry with the orders that take its profit and stop its loss."""

from __future__ import annotations

from typing import Any

from dragoman.model import Accepted, ContingencyType, Order, OrderSide
from dragoman.simulate.exchange.positions import is_margined
from dragoman.simulate.line import Line
from msgspec.structs import replace

from tests.cards.execution.orders import ACROSS, AWAY, BUY, SELL, limit, stop_market
from tests.cards.execution.trader import Trader, other, trading
from tests.cards.registry import Need, card, holds
from tests.cards.scene import Scene
from tests.cards.table import Table, all_of

FURTHER = 400


def bracket(
    line: Line,
    side: OrderSide = BUY,
    away: int = AWAY,
    name: str = "B",
    reduce_only: bool | None = None,
    **terms: Any,
) -> list[Order]:
    """Entry, profit, loss: the last two wait for the first, and for one another; they reduce where that can be unless said."""
    names = [f"{name}{index}" for index in range(3)]
    closing = {"reduce_only": is_margined(line.grid) if reduce_only is None else reduce_only}
    entry = limit(line, side, away, client_order_id=names[0], **terms)
    profit = limit(line, other(side), AWAY + FURTHER, client_order_id=names[1], **closing)
    loss = stop_market(line, other(side), AWAY + FURTHER, client_order_id=names[2], **closing)
    entry = replace(entry, contingency_type=ContingencyType.OTO, linked_order_ids=tuple(names[1:]))
    exits = [
        replace(
            each,
            contingency_type=ContingencyType.OCO,
            parent_order_id=names[0],
            linked_order_ids=tuple(n for n in names[1:] if n != each.client_order_id),
        )
        for each in (profit, loss)
    ]
    return [entry, *exits]


def takes_list(**terms: Any) -> Need:
    """The venue takes such a bracket in one call; else the words in which it refuses one."""

    def need(table: Table, product: str) -> str:
        orders = bracket(table.line(product), **terms)
        if "submit_bracket" in table.interface.commands:
            return table.refusal(product, "submit_bracket", orders=orders)
        if "contingency" in table.interface.commands["submit_order"].inputs:
            named = [replace(each, order_list_id="L") for each in orders]
            refusals = (table.refusal(product, "submit_order", order=each) for each in named)
            return next((each for each in refusals if each), "")
        return table.refusal(product, "submit_order_list", orders=orders)

    return need


async def _sent(trader: Trader, orders: list[Order]) -> list[str]:
    scene = trader.scene
    outcomes = await trader.adapter.submit_order_list(orders, product=scene.product)
    await trader.settle()
    for outcome in outcomes:
        holds(isinstance(outcome, Accepted), f"the outcome is {outcome}")
    return [str(each.client_order_id) for each in orders]


async def _taken(scene: Scene, side: OrderSide, **terms: Any) -> None:
    async with trading(scene) as trader:
        orders = bracket(scene.line, side, **terms)
        entry, *_ = await _sent(trader, orders)
        holds(
            trader.names(entry)[:2] == ["OrderSubmitted", "OrderAccepted"], f"events: {trader.names(entry)}"
        )
        holds(entry in await trader.open_orders(), "the entry is not open")


@card("E50", "a bracket that buys is taken whole", takes_list())
async def bracket_buy(scene: Scene) -> None:
    await _taken(scene, BUY)


@card("E51", "a bracket that sells is taken whole", takes_list(side=SELL))
async def bracket_sell(scene: Scene) -> None:
    await _taken(scene, SELL)


@card("E52", "the exits of a bracket work once its entry is filled", takes_list(away=-ACROSS))
async def bracket_works(scene: Scene) -> None:
    async with trading(scene) as trader:
        entry, *exits = await _sent(trader, bracket(scene.line, away=-ACROSS))
        trader.expect_filled(entry)
        exchange = scene.core.markets[scene.product].exchange
        account = next(
            each for each in exchange.accounts.values() if each.account_id.endswith(f"-{scene.owner}")
        )
        working = [each for each in account.open.values() if not each.held]
        holds(len(working) == len(exits), f"{len(working)} of {len(exits)} exits work at the venue")


@card("E53", "the entry of a bracket may only rest", all_of(takes_list(post_only=True)))
async def bracket_passive(scene: Scene) -> None:
    await _taken(scene, BUY, post_only=True)
