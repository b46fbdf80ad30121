"""Beginnings and ends of a session, and what the next one finds."""

from __future__ import annotations

from dragoman.model import OrderSide, OrderStatus, PositionSide

from tests.cards.data.lifecycle import unsubscribe
from tests.cards.execution.canceling import all_at_once
from tests.cards.execution.filling import closed, opened
from tests.cards.execution.orders import BUY, SELL, limit, margined, market, takes
from tests.cards.execution.trader import trading
from tests.cards.registry import card, holds
from tests.cards.scene import SECOND, Scene
from tests.cards.table import all_of, gives


@card("E80", "a position is opened before orders are put beside it", takes(market))
async def open_first(scene: Scene) -> None:
    async with trading(scene) as trader:
        await opened(trader, BUY)
        for side in (BUY, SELL):
            await trader.rest(limit(scene.line, side))


@card("E81", "at the end of a session no order is left open", takes(limit))
async def cancel_at_end(scene: Scene) -> None:
    await all_at_once(scene)


@card("E82", "at the end of a session no position is left open", all_of(takes(market), margined))
async def close_at_end(scene: Scene) -> None:
    async with trading(scene) as trader:
        await closed(trader, SELL)


@card(
    "E83",
    "at the end of a session no data come any more",
    all_of(gives("subscribe_quotes"), gives("subscribe_trades")),
)
async def unsubscribe_at_end(scene: Scene) -> None:
    await unsubscribe(scene)


@card("E84", "the next session finds the orders that are open", takes(limit))
async def find_orders(scene: Scene) -> None:
    async with trading(scene) as trader:
        order = limit(scene.line)
        identity = await trader.rest(order)
        known = trader.state(identity).venue_order_id
    after = scene.open()
    await after.load_instruments(scene.product)
    reports = await after.order_status_reports(open_only=True, product=scene.product)
    found = [each for each in reports if each.venue_order_id == known]
    holds(len(found) == 1, f"{len(found)} reports of the open order")
    report = found[0]
    holds(report.order_status is OrderStatus.ACCEPTED, f"it is {report.order_status}")
    for name in ("price", "quantity", "order_side", "order_type"):
        ours, theirs = getattr(order, name), getattr(report, name)
        holds(ours == theirs, f"{name} is {theirs}, {ours} was sent")


@card("E85", "the next session finds what was filled", takes(market))
async def find_fills(scene: Scene) -> None:
    since = scene.clock.now_ns() - SECOND
    async with trading(scene) as trader:
        identity = await trader.fill(market(scene.line))
        state = trader.state(identity)
    after = scene.open()
    await after.load_instruments(scene.product)
    fills = await after.fill_reports(instrument_id=scene.identity, since=since, product=scene.product)
    mine = [each for each in fills if each.venue_order_id == state.venue_order_id]
    holds(
        sum(each.last_qty for each in mine) == state.filled_qty, f"{len(mine)} fills, not all that was filled"
    )
    holds(all(each.last_px > 0 and each.trade_id for each in mine), "a fill has no price or number")


async def _finds_position(scene: Scene, side: OrderSide, expected: PositionSide) -> None:
    async with trading(scene) as trader:
        identity = await opened(trader, side)
        size = trader.state(identity).filled_qty
    after = scene.open()
    await after.load_instruments(scene.product)
    async with trading(scene, after) as again:
        found = await again.position()
        holds(found == (expected, size), f"the position is {found[0]} {found[1]}, {size} was filled")


@card("E86", "the next session finds a long position", all_of(takes(market), margined))
async def find_long(scene: Scene) -> None:
    await _finds_position(scene, BUY, PositionSide.LONG)


@card("E87", "the next session finds a short position", all_of(takes(market), margined))
async def find_short(scene: Scene) -> None:
    await _finds_position(scene, SELL, PositionSide.SHORT)
