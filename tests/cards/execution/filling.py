"""Market orders: filled at what the book offers."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

from dragoman.model import OrderFilled, OrderSide, PositionSide, TimeInForce

from tests.cards.execution.orders import BUY, SELL, margined, market, takes
from tests.cards.execution.trader import Trader, other, trading
from tests.cards.registry import card, holds
from tests.cards.scene import Scene
from tests.cards.table import all_of

LIQUID = 5_000
"""Ticks around the market within which everything trades."""


async def opened(trader: Trader, side: OrderSide, **terms: Any) -> str:
    """A market order that opens a position, or moves a balance."""
    scene = trader.scene
    line = scene.line
    bid, ask = line.best
    order = market(line, side, **terms)
    identity = await trader.fill(order)
    fills = [each for each in trader.events(identity) if isinstance(each, OrderFilled)]
    low, high = line.price(bid - LIQUID), line.price(ask + LIQUID)
    holds(all(low <= each.last_px <= high for each in fills), "a fill is far from the market")
    states = trader.accounts() or await trader.adapter.account_states(product=scene.product)
    holds(any(each.balances or each.margins for each in states), "no balance was told")
    if not margined(scene.table, scene.product):
        expected = PositionSide.LONG if side is BUY else PositionSide.SHORT
        found, size = await trader.position()
        holds(found is expected and size > 0, f"the position is {found} {size}")
    return identity


@card("E01", "a market order to buy is filled", takes(market))
async def market_buy(scene: Scene) -> None:
    async with trading(scene) as trader:
        identity = await opened(trader, BUY)
        holds(trader.state(identity).filled_qty == market(scene.line).quantity, "it was not filled whole")


@card("E02", "a market order to sell is filled", takes(partial(market, side=SELL)))
async def market_sell(scene: Scene) -> None:
    async with trading(scene) as trader:
        await opened(trader, SELL)


@card(
    "E03", "a market order is filled that asks for IOC", takes(partial(market, time_in_force=TimeInForce.IOC))
)
async def market_ioc(scene: Scene) -> None:
    async with trading(scene) as trader:
        await opened(trader, BUY, time_in_force=TimeInForce.IOC)


@card(
    "E04", "a market order is filled that asks for FOK", takes(partial(market, time_in_force=TimeInForce.FOK))
)
async def market_fok(scene: Scene) -> None:
    async with trading(scene) as trader:
        await opened(trader, BUY, time_in_force=TimeInForce.FOK)


@card(
    "E05", "a market order takes an amount of the quote currency", takes(partial(market, quote_quantity=True))
)
async def market_quote(scene: Scene) -> None:
    async with trading(scene) as trader:
        line = scene.line
        _, ask = line.best
        worth = (line.price(ask) * line.instrument.size_increment * 100).quantize(Decimal("0.01"))
        identity = await trader.send(market(line, quantity=worth, quote_quantity=True))
        trader.expect_filled(identity)
        filled = trader.state(identity).filled_qty
        lots = filled / line.instrument.size_increment
        holds(90 <= lots <= 110, f"{lots} lots were filled for the price of 100")


@card("E06", "a position is closed by a market order", all_of(takes(market), margined))
async def close_position(scene: Scene) -> None:
    async with trading(scene) as trader:
        await closed(trader, BUY)


async def closed(trader: Trader, side: OrderSide, **terms: Any) -> None:
    """Opens a position and closes it again."""
    await opened(trader, side)
    await trader.fill(market(trader.scene.line, other(side), **terms))
    found, size = await trader.position()
    holds(found is PositionSide.FLAT, f"the position is {found} {size}")
    holds(not await trader.open_orders(), "orders are left open")
