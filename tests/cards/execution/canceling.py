"""Orders that are taken back: one, several, all, and one that is gone already."""

from __future__ import annotations

from dragoman.errors import DragomanError
from dragoman.model import Accepted, CancelAllOrders, CancelOrder, Rejected

from tests.cards.execution.orders import BUY, SELL, limit, takes
from tests.cards.execution.trader import ACCEPTED, SUBMITTED, Trader, accepted, trading
from tests.cards.registry import Need, card, holds
from tests.cards.scene import Scene
from tests.cards.table import Table, all_of


def cancels(action: str) -> Need:
    """The venue has that command for the product."""

    def need(table: Table, product: str) -> str:
        return table.why_not(action, product)

    return need


def cancels_all(table: Table, product: str) -> str:
    """The venue takes back all orders of an instrument by one command."""
    command = CancelAllOrders(instrument_id=table.identity(product))
    return table.refusal(product, "cancel_all_orders", command=command)


async def two(trader: Trader) -> list[str]:
    """Two orders at rest."""
    return [await trader.rest(limit(trader.scene.line, side)) for side in (BUY, SELL)]


async def check_gone(trader: Trader, identities: list[str]) -> None:
    for identity in identities:
        trader.expect(identity, SUBMITTED, ACCEPTED, "OrderCanceled")
    holds(not await trader.open_orders(), "orders are left open")


async def one_by_one(scene: Scene) -> None:
    async with trading(scene) as trader:
        identities = await two(trader)
        for identity in identities:
            accepted(await trader.cancel(identity))
        await check_gone(trader, identities)


async def all_at_once(scene: Scene) -> None:
    """Every order of the instrument, by the venue's own command or by canceling each that is open."""
    async with trading(scene) as trader:
        identities = await two(trader)
        if cancels_all(scene.table, scene.product):
            for identity in await trader.open_orders():
                accepted(await trader.cancel(identity))
        else:
            accepted(await scene.adapter.cancel_all_orders(scene.identity, product=scene.product))
        await trader.settle()
        await check_gone(trader, identities)


@card("E40", "an open order is canceled", takes(limit))
async def cancel_one(scene: Scene) -> None:
    async with trading(scene) as trader:
        identity = await trader.rest(limit(scene.line))
        known = trader.state(identity).venue_order_id
        accepted(await trader.cancel(identity))
        await check_gone(trader, [identity])
        holds(trader.last(identity).venue_order_id == known, "the event names another order")


@card("E41", "all open orders are canceled", takes(limit))
async def cancel_all(scene: Scene) -> None:
    await all_at_once(scene)


@card("E42", "open orders are canceled one by one", takes(limit))
async def cancel_each(scene: Scene) -> None:
    await one_by_one(scene)


@card("E43", "open orders are canceled by one call", all_of(takes(limit), cancels("batch_cancel_orders")))
async def cancel_batch(scene: Scene) -> None:
    async with trading(scene) as trader:
        identities = await two(trader)
        before = len(scene.http.sent)
        wanted = [CancelOrder(instrument_id=scene.identity, client_order_id=each) for each in identities]
        for outcome in await scene.adapter.batch_cancel_orders(wanted, product=scene.product):
            accepted(outcome)
        calls = len(scene.http.sent) - before
        await trader.settle()
        holds(calls == 1, f"it took {calls} calls")
        await check_gone(trader, identities)


@card("E44", "an order that is canceled already can't be canceled again", takes(limit))
async def cancel_again(scene: Scene) -> None:
    async with trading(scene) as trader:
        identity = await trader.rest(limit(scene.line))
        accepted(await trader.cancel(identity))
        try:
            outcome = await trader.cancel(identity)
            holds(isinstance(outcome, Rejected | Accepted), f"the outcome is {outcome}")
        except DragomanError as error:
            holds(str(error), "no reason is told")
        names = trader.names(identity)
        holds(names.count("OrderCanceled") == 1, f"events: {' '.join(names)}")
