"""Limit orders: at rest, or gone at once, by their time in force."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

from dragoman.model import OrderSide, OrderStatus, TimeInForce

from tests.cards.execution.orders import ACROSS, BUY, SELL, limit, takes
from tests.cards.execution.trader import ACCEPTED, SUBMITTED, Trader, trading
from tests.cards.registry import card, holds
from tests.cards.scene import SECOND, Scene

HOUR_NS = 3_600 * SECOND
SHORTEST_NS = 660 * SECOND
"""Some venues take no order that ends within ten minutes."""


def lasting(scene_ns: int, **terms: Any) -> Any:
    """A limit order with an end."""
    return partial(limit, time_in_force=TimeInForce.GTD, expire_time=scene_ns + HOUR_NS, **terms)


async def check_open(trader: Trader, identity: str, order: Any) -> None:
    """The venue has the order open with the terms that it was sent with."""
    found = (await trader.open_orders()).get(identity)
    holds(found is not None, "the venue does not list it as open")
    assert found is not None
    for name in ("price", "quantity", "order_side"):
        ours, theirs = getattr(order, name), getattr(found, name)
        holds(ours == theirs, f"{name} is {theirs} at the venue, {ours} was sent")


async def _rests(scene: Scene, side: OrderSide) -> None:
    async with trading(scene) as trader:
        order = limit(scene.line, side)
        identity = await trader.rest(order)
        await check_open(trader, identity, order)


@card("E10", "a limit order to buy rests below the market", takes(limit))
async def limit_buy(scene: Scene) -> None:
    await _rests(scene, BUY)


@card("E11", "a limit order to sell rests above the market", takes(partial(limit, side=SELL)))
async def limit_sell(scene: Scene) -> None:
    await _rests(scene, SELL)


@card("E12", "orders of both sides rest beside each other", takes(limit))
async def limit_pair(scene: Scene) -> None:
    async with trading(scene) as trader:
        orders = [limit(scene.line, side) for side in (BUY, SELL)]
        for order in orders:
            await check_open(trader, await trader.rest(order), order)
        holds(len(await trader.open_orders()) == 2, "two orders are not open")


async def _taking(scene: Scene, tif: TimeInForce) -> None:
    async with trading(scene) as trader:
        await trader.fill(limit(scene.line, BUY, -ACROSS, time_in_force=tif))


async def _gone(scene: Scene, tif: TimeInForce) -> None:
    async with trading(scene) as trader:
        identity = await trader.send(limit(scene.line, BUY, time_in_force=tif))
        names = trader.names(identity)
        gone = (OrderStatus.CANCELED, OrderStatus.EXPIRED)
        ended = names[-1:] in (["OrderCanceled"], ["OrderExpired"]) or trader.state(identity).status in gone
        holds(ended and "OrderFilled" not in names, f"events: {' '.join(names)}")
        holds(trader.state(identity).filled_qty == Decimal(0), "something was filled")
        holds(identity not in await trader.open_orders(), "it is open")


IOC, FOK = TimeInForce.IOC, TimeInForce.FOK


@card(
    "E13",
    "a limit order that asks for IOC is filled across the market",
    takes(partial(limit, time_in_force=IOC)),
)
async def ioc_fill(scene: Scene) -> None:
    await _taking(scene, IOC)


@card(
    "E14",
    "a limit order that asks for IOC is gone at once away from the market",
    takes(partial(limit, time_in_force=IOC)),
)
async def ioc_gone(scene: Scene) -> None:
    await _gone(scene, IOC)


@card(
    "E15",
    "a limit order that asks for FOK is filled whole across the market",
    takes(partial(limit, time_in_force=FOK)),
)
async def fok_fill(scene: Scene) -> None:
    await _taking(scene, FOK)


@card(
    "E16",
    "a limit order that asks for FOK is gone at once away from the market",
    takes(partial(limit, time_in_force=FOK)),
)
async def fok_gone(scene: Scene) -> None:
    await _gone(scene, FOK)


def _ends(line: Any, **terms: Any) -> Any:
    moment = line.exchange.floor.now_ns + HOUR_NS
    return limit(line, time_in_force=TimeInForce.GTD, expire_time=moment - moment % SECOND, **terms)


@card("E17", "a limit order with an end rests", takes(_ends))
async def gtd_rests(scene: Scene) -> None:
    async with trading(scene) as trader:
        order = _ends(scene.line)
        identity = await trader.rest(order)
        found = (await trader.open_orders())[identity]
        holds(found.expire_time in (None, order.expire_time), f"it ends at {found.expire_time}")


@card("E18", "a limit order ends at its time", takes(_ends))
async def gtd_ends(scene: Scene) -> None:
    async with trading(scene, silent=True) as trader:
        moment = scene.clock.now_ns() + SHORTEST_NS
        order = limit(scene.line, time_in_force=TimeInForce.GTD, expire_time=moment - moment % SECOND)
        identity = await trader.rest(order)
        await scene.pause(SHORTEST_NS // SECOND)
        await trader.settle()
        ended = trader.names(identity)[-1]
        holds(ended in ("OrderExpired", "OrderCanceled"), f"its last event is {ended}")
        holds(identity not in await trader.open_orders(), "it is open")


@card("E19", "a limit order for the day rests", takes(partial(limit, time_in_force=TimeInForce.DAY)))
async def day_rests(scene: Scene) -> None:
    async with trading(scene) as trader:
        identity = await trader.send(limit(scene.line, time_in_force=TimeInForce.DAY))
        trader.expect(identity, SUBMITTED, ACCEPTED)
