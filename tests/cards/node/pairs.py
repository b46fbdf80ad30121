"""Two orders of which one cancels the other, sent as one list of the node's own."""

from __future__ import annotations

import asyncio
from typing import Any

from nautilus_trader.core.uuid import UUID4
from nautilus_trader.execution.messages import GenerateOrderStatusReport
from nautilus_trader.model.enums import OrderStatus

from tests.cards.execution.orders import AWAY
from tests.cards.execution.pairs import NEAR, _refusal, pair
from tests.cards.node.orders import RESTS, check_left, trading
from tests.cards.node.plays import plays
from tests.cards.node.stage import Run, Stage
from tests.cards.registry import holds

_MOST_MOVES, _MOVES = 40_000, 20
"""So often the market moves at most until it is where an order waits, and so often at once."""
_BETWEEN_S = 0.005


async def _paired(stage: Stage, run: Run, profit: int = AWAY, loss: int = AWAY) -> list[Any]:
    """Sends what takes a profit and what stops a loss; returns both, once the venue has taken them."""
    touched = bool(_refusal(stage.table, stage.product, False))
    sent: list[Any] = run.strategy.send_list(tuple(pair(stage.line, touched, profit, loss)))
    await run.until(
        lambda: all("Accepted" in run.strategy.names(order) for order in sent), "the pair is taken"
    )
    return sent


async def _fires(stage: Stage, index: int, **nearer: int) -> None:
    async with trading(stage) as run:
        sent = await _paired(stage, run, **nearer)
        fired, other = sent[index], sent[1 - index]
        for _ in range(_MOST_MOVES // _MOVES):
            if fired.is_closed or other.is_closed:
                break
            await stage.server.publish(_MOVES)
            await asyncio.sleep(_BETWEEN_S)
        await run.until(lambda: fired.status == OrderStatus.FILLED, "one is filled")
        await run.until(lambda: other.is_closed, "the other has ended")
        names = run.strategy.names(other)
        holds(names[-1] == "Canceled" and "Filled" not in names, f"of the other: {' '.join(names)}")
        fills = [each for each in run.strategy.of(fired) if type(each).__name__ == "OrderFilled"]
        total = sum(each.last_qty.as_decimal() for each in fills)
        holds(total == fired.quantity.as_decimal(), f"{total} of {fired.quantity} in {len(fills)} fills")
    check_left(run)


@plays("E54")
async def pair_taken(stage: Stage) -> None:
    async with trading(stage) as run:
        for order in await _paired(stage, run):
            holds(run.strategy.names(order) == RESTS, f"events: {run.strategy.names(order)}")
            report = await run.client.generate_order_status_report(_asked(order))
            holds(
                report is not None and report.is_open, f"asked for {order.client_order_id} it says {report}"
            )
            holds(report.client_order_id == order.client_order_id, f"it is {report.client_order_id}")
    check_left(run)


def _asked(order: Any) -> GenerateOrderStatusReport:
    return GenerateOrderStatusReport(
        instrument_id=order.instrument_id,
        client_order_id=order.client_order_id,
        venue_order_id=order.venue_order_id,
        command_id=UUID4(),
        ts_init=0,
    )


@plays("E55")
async def pair_takes_profit(stage: Stage) -> None:
    await _fires(stage, 0, profit=NEAR)


@plays("E56")
async def pair_stops_loss(stage: Stage) -> None:
    await _fires(stage, 1, loss=NEAR)


@plays("E57")
async def pair_taken_back(stage: Stage) -> None:
    async with trading(stage) as run:
        profit, loss = await _paired(stage, run)
        run.strategy.cancel_order(loss)
        await run.until(lambda: profit.is_closed and loss.is_closed, "both are gone")
        for order in (profit, loss):
            holds(run.strategy.names(order)[-1] == "Canceled", f"events: {run.strategy.names(order)}")
    check_left(run)


@plays("E58")
async def pair_changed(stage: Stage) -> None:
    async with trading(stage) as run:
        profit, loss = await _paired(stage, run)
        before = getattr(profit, "trigger_price", None), getattr(profit, "price", None)
        step = stage.line.instrument.price_increment
        wanted = run.cache.instrument(stage.identity).make_price(loss.trigger_price.as_decimal() - step)
        run.strategy.modify_order(loss, trigger_price=wanted)
        await run.until(lambda: loss.trigger_price == wanted, "its trigger is changed")
        await run.until(lambda: not loss.is_pending_update, "nothing is under way")
        after = getattr(profit, "trigger_price", None), getattr(profit, "price", None)
        holds(after == before, f"the other one has changed too: {after}, it was {before}")
    check_left(run)
