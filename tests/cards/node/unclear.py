"""Commands whose answer never came: in flight until the venue was asked, and never called refused."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from dragoman.errors import RequestTimeout
from dragoman.net.wire import Request
from nautilus_trader.model.enums import OrderStatus

from tests.cards.execution.changing import NEARER
from tests.cards.execution.orders import BUY, SELL, limit
from tests.cards.node.orders import check_open, rested, trading
from tests.cards.node.plays import plays
from tests.cards.node.stage import Run, Stage
from tests.cards.registry import holds

_FAST = 20
_TIMEOUT_S = 5
_REFUSED = {"Rejected", "CancelRejected", "ModifyRejected", "Denied"}


@asynccontextmanager
async def unanswered(run: Run) -> AsyncIterator[None]:
    """The venue acts on the next command, and its answer is lost; the block ends when it is."""
    struck: list[Request] = []
    stage = run.stage

    async def strike(request: Request, pass_on: Callable[[], Any]) -> Any:
        response = await pass_on()
        if not struck and stage.is_command(request):
            struck.append(request)
            raise RequestTimeout(request.venue, request.operation, _TIMEOUT_S)
        return response

    stage.http.strike = strike
    try:
        yield
        await run.until(lambda: struck, "a command is sent")
    finally:
        stage.http.strike = None


async def _resolved(run: Run, order: Any, status: Any) -> None:
    with run.stage.clock.faster(_FAST):
        await run.until(lambda: order.status == status, f"it is known that the order is {status.name}")
    holds(not set(run.strategy.names(order)) & _REFUSED, f"events: {run.strategy.names(order)}")


@plays("E74")
async def submission(stage: Stage) -> None:
    async with trading(stage) as run:
        async with unanswered(run):
            order = run.strategy.send(limit(stage.line))
        await _resolved(run, order, OrderStatus.ACCEPTED)
        check_open(run, order)


@plays("E75")
async def cancel(stage: Stage) -> None:
    async with trading(stage, orders=(limit(stage.line),)) as run:
        (order,) = await run.orders()
        await rested(run, order)
        async with unanswered(run):
            run.strategy.cancel_order(order)
        await _resolved(run, order, OrderStatus.CANCELED)


@plays("E76")
async def change(stage: Stage) -> None:
    async with trading(stage, orders=(limit(stage.line),)) as run:
        (order,) = await run.orders()
        await rested(run, order)
        step = stage.line.instrument.price_increment * NEARER
        wanted = run.cache.instrument(stage.identity).make_price(order.price.as_decimal() - step)
        async with unanswered(run):
            run.strategy.modify_order(order, price=wanted)
        with stage.clock.faster(_FAST):
            await run.until(lambda: order.price == wanted, "the change is known")
        holds(not set(run.strategy.names(order)) & _REFUSED, f"events: {run.strategy.names(order)}")
        check_open(run, order)


@plays("E77")
async def batch(stage: Stage) -> None:
    async with trading(stage) as run:
        async with unanswered(run):
            sent = run.strategy.send_list((limit(stage.line, BUY), limit(stage.line, SELL)))
        for order in sent:
            await _resolved(run, order, OrderStatus.ACCEPTED)


@plays("E78")
async def mixed_batch(stage: Stage) -> None:
    async with trading(stage, orders=(limit(stage.line, BUY), limit(stage.line, SELL))) as run:
        first, second = await run.orders(2)
        await rested(run, first, second)
        found = stage.at_venue(first)
        assert found is not None
        # Gone at the venue, which the node has not heard when it takes back both.
        stage.still = True
        stage.core.markets[stage.product].exchange.floor.withdraw(found, "over")
        run.strategy.cancel_orders([first, second])
        await run.until(
            lambda: run.strategy.names(second)[-1] == "Canceled", "the one that is open is canceled"
        )
        stage.still = False
        await run.until(lambda: first.is_closed, "the other one is known to be gone")
        holds("Rejected" not in run.strategy.names(first), f"events: {run.strategy.names(first)}")
