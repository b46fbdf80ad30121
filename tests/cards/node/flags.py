"""What orders say beside their terms, and what is refused or denied for it."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.cards.execution.flags import _EVERY_KIND, _TIMED, _own_field
from tests.cards.execution.options import _CONDITIONAL, _other_prices
from tests.cards.execution.orders import ACROSS, BUY, SELL, limit, market, takes
from tests.cards.node.orders import trading
from tests.cards.node.plays import plays
from tests.cards.node.stage import Run, Stage
from tests.cards.registry import holds


async def _said(stage: Stage, name: str, value: Any, wire: str) -> None:
    """A field of the venue's own goes out with the order."""
    async with trading(stage, orders=(limit(stage.line),), params={name: value}) as run:
        await run.orders()
        await run.until(
            lambda: any(wire in each and str(value) in each for each in stage.sent()), f"{wire} is sent"
        )


@plays("E63")
async def own_params(stage: Stage) -> None:
    found = _own_field(stage.table, stage.product)
    assert not isinstance(found, str)
    wire, (name, value) = found
    await _said(stage, name, value, wire)


@plays("E92")
async def priced_otherwise(stage: Stage) -> None:
    name = _other_prices(stage.table, stage.product)[0]
    await _said(stage, name, "100.5", name)


async def refused(run: Run) -> Any:
    """The venue says no, and the strategy hears why."""
    (order,) = await run.orders()
    await run.until(lambda: order.is_closed, "the order is refused")
    names = run.strategy.names(order)
    # Some venues take an order first, and tell on the stream that it would have traded.
    holds(names in (["Submitted", "Rejected"], ["Submitted", "Accepted", "Rejected"]), f"events: {names}")
    found = run.strategy.of(order)[-1]
    holds(found.reason, "no reason is told")
    return found


@plays("E70")
async def passive_refused(stage: Stage) -> None:
    async with trading(stage, orders=(limit(stage.line, BUY, -ACROSS, post_only=True),)) as run:
        found = await refused(run)
        holds(found.due_post_only, f"it is not known that it was for that: {found.reason}")


@plays("E71")
async def reducing_refused(stage: Stage) -> None:
    async with trading(stage, orders=(market(stage.line, SELL, reduce_only=True),)) as run:
        await refused(run)


def _plays_denied(makers: Any, *names: str) -> None:
    """Denied before anything is sent, with the reason."""

    async def play(stage: Stage) -> None:
        make = next(each for each in makers if takes(each)(stage.table, stage.product))
        async with trading(stage, orders=(make(stage.line),)) as run:
            (order,) = await run.orders()
            await run.until(lambda: order.is_closed, "the order is denied")
            holds(run.strategy.names(order) == ["Denied"], f"events: {run.strategy.names(order)}")
            holds(run.strategy.of(order)[-1].reason, "no reason is told")
            await asyncio.sleep(0.05)
            holds(not stage.sent(), f"something was sent: {stage.sent()}")

    plays(*names)(play)


_plays_denied(_EVERY_KIND, "E72")
_plays_denied(_TIMED, "E73")
_plays_denied((market, *_CONDITIONAL), "E94")
_plays_denied(_CONDITIONAL, "E96")
