"""What cards of orders have in common: a strategy that trades, and what became of what it sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from functools import partial
from typing import Any

from nautilus_trader.model.enums import OrderStatus

from tests.cards.execution.orders import margined
from tests.cards.node.exec_tester import ExecTester, ExecTesterConfig
from tests.cards.node.stage import Run, Stage
from tests.cards.registry import holds

RESTS = ["Submitted", "Accepted"]
_LIQUID = 5_000
"""Ticks around the market within which everything trades."""


@asynccontextmanager
async def trading(stage: Stage, **said: Any) -> AsyncIterator[Run]:
    """A node whose strategy trades as its configuration says; it takes back what is open when the block is left."""
    config = ExecTesterConfig(strategy_id="EXEC-1", instrument_id=stage.identity, **said)
    async with stage.node(ExecTester(config)) as run:
        yield run


def _told(run: Run, order: Any, names: list[str]) -> bool:
    return bool(run.strategy.names(order) == names)


def _is(order: Any, status: Any) -> bool:
    return bool(order.status == status)


async def rested(run: Run, *orders: Any) -> None:
    """Each is accepted and nothing more, and open at the venue with the terms that it was sent with."""
    for order in orders:
        await run.until(partial(_told, run, order, RESTS), "the order rests")
        check_open(run, order)


def check_open(run: Run, order: Any) -> None:
    """The venue has the order as the node has it."""
    found = run.stage.at_venue(order)
    holds(found is not None, "the venue has it not open")
    assert found is not None
    line = run.stage.line
    for name, ticks in (("price", found.limit), ("trigger_price", found.trigger)):
        ours = getattr(order, name, None)
        holds(
            ours is None or (ticks is not None and ours.as_decimal() == line.price(ticks)),
            f"{name} is {ticks} ticks, {ours} in the node",
        )
    holds(
        found.quantity * line.grid.lot == order.quantity.as_decimal(),
        f"its quantity is {found.quantity} lots",
    )
    holds((found.sign > 0) == order.is_buy, "it is on the other side")


async def filled(run: Run, *orders: Any) -> None:
    """Each is accepted, filled to the last lot at the market and nothing else, with a number for every fill."""
    for order in orders:
        await run.until(partial(_is, order, OrderStatus.FILLED), "the order is filled")
        names = run.strategy.names(order)
        # The venue may tell the size of what was an amount of money.
        right = names[:2] == RESTS and set(names[2:]) <= {"Filled", "Updated"}
        holds(right, f"events: {' '.join(names)}")
        fills = [each for each in run.strategy.of(order) if type(each).__name__ == "OrderFilled"]
        bid, ask = run.stage.line.best
        low, high = run.stage.line.price(bid - _LIQUID), run.stage.line.price(ask + _LIQUID)
        for each in fills:
            holds(low <= each.last_px.as_decimal() <= high and each.trade_id.value, f"{each}")
        holds(
            sum(each.last_qty.as_decimal() for each in fills) == order.filled_qty.as_decimal(),
            "fills do not add up",
        )


async def positioned(run: Run) -> Decimal:
    """The position of the node, which is the venue's; nought where the product knows none."""
    stage = run.stage
    if margined(stage.table, stage.product) or stage.identity.is_spread():
        return Decimal(0)
    await run.until(
        lambda: _net(run) == stage.position(), f"the position is {stage.position()}, {_net(run)} in the node"
    )
    return stage.position()


def _net(run: Run) -> Decimal:
    found = run.cache.positions_open(instrument_id=run.stage.identity)
    return sum((Decimal(each.signed_decimal_qty()) for each in found), Decimal(0))


async def gone(run: Run, *orders: Any) -> None:
    """Each is accepted, canceled and nothing else."""
    for order in orders:
        await run.until(partial(_told, run, order, [*RESTS, "Canceled"]), "the order is gone")
        holds(run.stage.at_venue(order) is None, "the venue has it open")


def check_left(run: Run) -> None:
    """After the node's end nothing of it is open, at the venue or in its memory."""
    holds(not run.stage.account().open, f"open at the venue: {list(run.stage.account().open.values())}")
    left = [each for each in run.strategy.sent if not each.is_closed]
    holds(not left, f"open in the node: {left}")
