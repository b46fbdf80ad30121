"""Changes of open orders, and orders put in the place of others."""

from __future__ import annotations

from functools import partial
from typing import Any

from dragoman.errors import NotSupported
from dragoman.model import ModifyOrder

from tests.cards.execution.orders import AWAY, BUY, SELL, Maker, limit, stop_limit, stop_market, takes
from tests.cards.execution.resting import check_open
from tests.cards.execution.trader import ACCEPTED, SUBMITTED, accepted, trading
from tests.cards.registry import Need, card, holds
from tests.cards.scene import Scene
from tests.cards.table import Table, all_of, any_of

NEARER = 20
"""Ticks by which a change moves an order."""


def changes(maker: Maker, term: str) -> Need:
    """The venue takes a change of that term of such an order."""

    def need(table: Table, product: str) -> str:
        original = maker(table.line(product))
        new = getattr(original, term) + original_step(original, table.line(product))
        command = ModifyOrder(
            instrument_id=original.instrument_id, client_order_id="C1", venue_order_id="1", **{term: new}
        )
        return table.refusal(product, "modify_order", command=command, original=original)

    return need


def original_step(order: Any, line: Any) -> Any:
    return line.instrument.price_increment * NEARER * (-1 if order.order_side is BUY else 1)


async def _changed(scene: Scene, order: Any, term: str) -> None:
    async with trading(scene) as trader:
        identity = await trader.rest(order)
        new = getattr(order, term) + original_step(order, scene.line)
        accepted(await trader.modify(identity, **{term: new}))
        trader.expect(identity, SUBMITTED, ACCEPTED, "OrderUpdated")
        found = (await trader.open_orders()).get(identity)
        holds(found is not None and getattr(found, term) == new, f"at the venue it is {found}")


@card("E30", "the price of an open order to buy is changed", all_of(takes(limit), changes(limit, "price")))
async def change_buy(scene: Scene) -> None:
    await _changed(scene, limit(scene.line), "price")


_SELL = partial(limit, side=SELL)


@card("E31", "the price of an open order to sell is changed", all_of(takes(_SELL), changes(_SELL, "price")))
async def change_sell(scene: Scene) -> None:
    await _changed(scene, _SELL(scene.line), "price")


async def _replaced(scene: Scene, maker: Any) -> None:
    async with trading(scene) as trader:
        first = await trader.rest(maker(scene.line))
        accepted(await trader.cancel(first))
        trader.expect(first, SUBMITTED, ACCEPTED, "OrderCanceled")
        second = await trader.rest(partial(maker, away=AWAY + NEARER)(scene.line))
        holds(set(await trader.open_orders()) == {second}, "not the new one alone is open")


@card("E32", "an order to buy is canceled, and another put in its place", takes(limit))
async def replace_buy(scene: Scene) -> None:
    await _replaced(scene, limit)


@card("E33", "an order to sell is canceled, and another put in its place", takes(_SELL))
async def replace_sell(scene: Scene) -> None:
    await _replaced(scene, _SELL)


_STOPS = (stop_market, stop_limit)


@card(
    "E34",
    "the trigger of a waiting stop order is changed",
    any_of(*(all_of(takes(stop), changes(stop, "trigger_price")) for stop in _STOPS)),
)
async def change_stop(scene: Scene) -> None:
    table, product = scene.table, scene.product
    needs = {stop: all_of(takes(stop), changes(stop, "trigger_price")) for stop in _STOPS}
    maker: Maker = next(stop for stop, need in needs.items() if not need(table, product))
    await _changed(scene, maker(scene.line), "trigger_price")


@card("E35", "a stop order is canceled, and another put in its place", any_of(*map(takes, _STOPS)))
async def replace_stop(scene: Scene) -> None:
    await _replaced(scene, next(s for s in _STOPS if not takes(s)(scene.table, scene.product)))


def _cannot_change(table: Table, product: str) -> str:
    found = changes(limit, "price")(table, product)
    return "" if found else "the venue changes open orders"


@card(
    "E36",
    "a change is refused with the reason where the venue has none",
    all_of(takes(limit), _cannot_change),
)
async def change_refused(scene: Scene) -> None:
    async with trading(scene) as trader:
        order: Any = limit(scene.line)
        identity = await trader.rest(order)
        try:
            await trader.modify(identity, price=order.price)
        except NotSupported as error:
            holds(str(error), "no reason is told")
        else:
            holds(False, "the change was not refused")
        await check_open(trader, identity, order)
