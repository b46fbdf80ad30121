"""Beginnings and ends of nodes, what the next one finds, and brackets."""

from __future__ import annotations

from typing import Any

from nautilus_trader.model.enums import ContingencyType, OrderSide, OrderType

from tests.cards.execution.brackets import FURTHER, takes_list
from tests.cards.execution.orders import ACROSS, AWAY, BUY, SELL, limit, market
from tests.cards.node.filling import opened
from tests.cards.node.orders import check_left, filled, positioned, rested, trading
from tests.cards.node.plays import plays
from tests.cards.node.stage import Run, Stage
from tests.cards.registry import holds


@plays("E80")
async def open_first(stage: Stage) -> None:
    resting = (limit(stage.line, BUY), limit(stage.line, SELL))
    async with trading(stage, opening=(market(stage.line),), orders=resting) as run:
        await opened(stage, run)
        _, *others = await run.orders(3)
        await rested(run, *others)


@plays("E84")
async def find_orders(stage: Stage) -> None:
    async with trading(stage, orders=(limit(stage.line),), cancels="") as run:
        (before,) = await run.orders()
        await rested(run, before)
    async with trading(stage, external_order_claims=[stage.identity]) as again:
        (after,) = again.cache.orders_open()
        for name in ("client_order_id", "venue_order_id", "price", "quantity", "side", "order_type"):
            ours, theirs = getattr(before, name), getattr(after, name)
            holds(ours == theirs, f"{name} is {theirs}, it was {ours}")
        holds(after.strategy_id == again.strategy.id, f"it is {after.strategy_id}'s")
    told = f"{' '.join(again.strategy.names(after))}{again.reason(after)}"
    holds(
        not stage.account().open,
        f"the next node did not take it back: it is {after.status_string()} ({told})",
    )


@plays("E85")
async def find_fills(stage: Stage) -> None:
    async with trading(stage, opening=(market(stage.line),), cancels="") as run:
        before = await opened(stage, run)
    async with trading(stage) as again:
        # The venue's clock is ahead of the node's by as much as the cards before have let pass.
        ahead = (stage.clock.now_ns() - again.node.kernel.clock.timestamp_ns()) // 60_000_000_000
        status = await again.client.generate_mass_status(max(60 - ahead, 5))
        fills = [each for found in status.fill_reports.values() for each in found]
        mine = [each for each in fills if each.venue_order_id == before.venue_order_id]
        total = sum(each.last_qty.as_decimal() for each in mine)
        holds(total == before.filled_qty.as_decimal(), f"{total} of {before.filled_qty} in {len(mine)} fills")


def _plays_position(make: Any, *names: str) -> None:
    async def play(stage: Stage) -> None:
        async with trading(stage, opening=(make(stage),), cancels="") as run:
            await opened(stage, run)
            size = await positioned(run)
            holds(size, "there is no position")
        async with trading(stage, closes=True) as again:
            holds(await positioned(again) == size, f"the position is {stage.position()}, it was {size}")

    plays(*names)(play)


_plays_position(lambda stage: market(stage.line), "E86")
_plays_position(lambda stage: market(stage.line, SELL), "E87")
_plays_position(lambda stage: limit(stage.line, BUY, -ACROSS), "E101")


# -- brackets ----------------------------------------------------------------------------------------------------------


async def _bracket(stage: Stage, run: Run, side: Any, away: int, **more: Any) -> list[Any]:
    """Sends an entry with the orders that take its profit and stop its loss."""
    line, instrument = stage.line, run.cache.instrument(stage.identity)
    bid, ask = line.best
    sign = 1 if side == OrderSide.BUY else -1
    inner, outer = (bid, ask) if sign > 0 else (ask, bid)
    orders = run.strategy.order_factory.bracket(
        stage.identity,
        side,
        instrument.make_qty(limit(line).quantity),
        entry_order_type=OrderType.LIMIT,
        contingency_type=ContingencyType.OCO,
        tp_post_only=False,
        entry_price=instrument.make_price(line.price(inner - sign * away)),
        tp_price=instrument.make_price(line.price(outer + sign * (AWAY + FURTHER))),
        sl_trigger_price=instrument.make_price(line.price(inner - sign * (AWAY + FURTHER))),
        **more,
    )
    run.strategy.sent += orders.orders
    run.strategy.submit_order_list(orders)
    await run.until(
        lambda: all("Accepted" in run.strategy.names(each) for each in orders.orders), "all are after"
    )
    return list(orders.orders)


def _plays_bracket(name: str, side: Any, away: int = AWAY, **more: Any) -> None:
    async def play(stage: Stage) -> None:
        async with trading(stage) as run:
            entry, *exits = await _bracket(stage, run, side, away, **more)
            if away > 0:
                await rested(run, entry)
            else:
                await filled(run, entry)
                held = [each.held for order in exits if (each := stage.at_venue(order)) is not None]
                holds(len(held) == len(exits) and not any(held), f"{len(held)} of {len(exits)} exits work")
        if away > 0:
            check_left(run)

    # The bracket of an order factory has exits that reduce only.
    plays(name, need=takes_list(side=BUY if side == OrderSide.BUY else SELL, reduce_only=True))(play)


_plays_bracket("E50", OrderSide.BUY)
_plays_bracket("E51", OrderSide.SELL)
_plays_bracket("E52", OrderSide.BUY, -ACROSS)
_plays_bracket("E53", OrderSide.BUY, entry_post_only=True)
