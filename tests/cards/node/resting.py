"""Orders that stay open: at their price, or until the market touches it."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

from dragoman.model import TimeInForce

from tests.cards.execution.orders import (
    BUY,
    SELL,
    limit,
    stop_limit,
    stop_market,
    touched_limit,
    touched_market,
)
from tests.cards.execution.resting import HOUR_NS, SHORTEST_NS
from tests.cards.node.orders import check_left, rested, trading
from tests.cards.node.plays import plays
from tests.cards.node.stage import Stage
from tests.cards.registry import holds
from tests.cards.scene import SECOND

_FAST = 200


def _plays_rest(make: Any, *names: str) -> None:
    """The order rests with its terms at the venue, and the node's end takes it back."""

    async def play(stage: Stage) -> None:
        async with trading(stage, orders=(make(stage.line),)) as run:
            (order,) = await run.orders()
            await rested(run, order)
        check_left(run)

    plays(*names)(play)


_sell = partial(limit, side=SELL)
_plays_rest(limit, "E10", "E90")
_plays_rest(_sell, "E11", "E91")
_plays_rest(partial(limit, time_in_force=TimeInForce.DAY), "E19")
_plays_rest(partial(limit, post_only=True), "E60")
for _name, _make in (
    ("E20", stop_market),
    ("E22", stop_limit),
    ("E24", touched_market),
    ("E26", touched_limit),
):
    _plays_rest(_make, _name)
    _plays_rest(partial(_make, side=SELL), f"E{int(_name[1:]) + 1}")


@plays("E12")
async def both_sides(stage: Stage) -> None:
    async with trading(stage, orders=(limit(stage.line, BUY), limit(stage.line, SELL))) as run:
        await rested(run, *await run.orders(2))
    check_left(run)


def _ends(stage: Stage, after_ns: int) -> Any:
    moment = stage.clock.now_ns() + after_ns
    return limit(stage.line, time_in_force=TimeInForce.GTD, expire_time=moment - moment % SECOND)


@plays("E17")
async def rests_until(stage: Stage) -> None:
    async with trading(stage, orders=(_ends(stage, HOUR_NS),)) as run:
        await rested(run, *await run.orders())
    check_left(run)


@plays("E18")
async def ends_in_time(stage: Stage) -> None:
    async with trading(stage, orders=(_ends(stage, SHORTEST_NS),)) as run:
        (order,) = await run.orders()
        await rested(run, order)
        with stage.clock.faster(_FAST):
            await run.until(lambda: order.is_closed, "the order has ended", 20)
        ended = run.strategy.names(order)[-1]
        holds(ended in ("Expired", "Canceled"), f"its last event is {ended}")


@plays("E62")
async def iceberg(stage: Stage) -> None:
    shows = stage.line.instrument.size_increment * 10
    async with trading(stage, orders=(limit(stage.line, lots=100, display_qty=shows),)) as run:
        (order,) = await run.orders()
        await rested(run, order)
        await asyncio.sleep(0)
        bids, _ = stage.core.levels(stage.identity.value)
        seen = dict(bids).get(order.price.as_decimal())
        holds(seen == shows, f"the book shows {seen} of it")
