"""Commands whose answer never came: open until the venue is asked, and never called refused."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from dragoman.errors import RequestTimeout
from dragoman.model import Accepted, CancelOrder, Rejected, Unknown
from dragoman.net.wire import Request

from tests.cards.execution.canceling import cancels
from tests.cards.execution.changing import changes, original_step
from tests.cards.execution.orders import limit, takes
from tests.cards.execution.trader import Trader, trading
from tests.cards.registry import card, holds
from tests.cards.scene import Scene
from tests.cards.table import Table, all_of

_REFUSALS = ("OrderRejected", "OrderCancelRejected", "OrderModifyRejected")
_TIMEOUT_S = 5
Told = Callable[[], Any]


@asynccontextmanager
async def unanswered(scene: Scene) -> AsyncIterator[None]:
    """The venue acts on the next command, and its answer is lost."""
    struck: list[Request] = []

    async def strike(request: Request, pass_on: Told) -> Any:
        response = await pass_on()
        operation = scene.core.interface.operations.get(request.operation)
        if not struck and operation is not None and operation.kind == "command":
            struck.append(request)
            raise RequestTimeout(request.venue, request.operation, _TIMEOUT_S)
        return response

    scene.http.strike = strike
    try:
        yield
    finally:
        scene.http.strike = None
    holds(struck, "no command was sent")


async def resolved(trader: Trader, identity: str, outcome: Any) -> None:
    """Nobody calls it refused, and in the end it is known what became of it."""
    holds(isinstance(outcome, Unknown | Accepted), f"the outcome is {outcome}")
    await trader.settle(40)
    names = trader.names(identity)
    holds(not set(names) & set(_REFUSALS), f"events: {' '.join(names)}")


@card("E74", "a submission that is not answered is found out", takes(limit))
async def unclear_submit(scene: Scene) -> None:
    async with trading(scene) as trader:
        async with unanswered(scene):
            outcome = await trader.adapter.submit_order(limit(scene.line), product=scene.product)
        identity = str(outcome.client_order_id)
        await resolved(trader, identity, outcome)
        holds("OrderAccepted" in trader.names(identity), f"events: {' '.join(trader.names(identity))}")
        holds(identity in await trader.open_orders(), "the venue has it not")


@card("E75", "a cancel that is not answered is found out", takes(limit))
async def unclear_cancel(scene: Scene) -> None:
    async with trading(scene) as trader:
        identity = await trader.rest(limit(scene.line))
        async with unanswered(scene):
            outcome = await trader.cancel(identity)
        await resolved(trader, identity, outcome)
        holds(trader.names(identity)[-1] == "OrderCanceled", f"events: {' '.join(trader.names(identity))}")


@card("E76", "a change that is not answered is found out", all_of(takes(limit), changes(limit, "price")))
async def unclear_change(scene: Scene) -> None:
    async with trading(scene) as trader:
        order: Any = limit(scene.line)
        identity = await trader.rest(order)
        new = order.price + original_step(order, scene.line)
        async with unanswered(scene):
            outcome = await trader.modify(identity, price=new)
        await resolved(trader, identity, outcome)
        holds(trader.state(identity).price == new, f"its price is {trader.state(identity).price}")


@card(
    "E77",
    "a batch that is not answered is called refused in no part",
    all_of(takes(limit), cancels("submit_order_list")),
)
async def unclear_batch(scene: Scene) -> None:
    async with trading(scene) as trader:
        async with unanswered(scene):
            orders = [limit(scene.line), limit(scene.line)]
            outcomes = await trader.adapter.submit_order_list(orders, product=scene.product)
        for outcome in outcomes:
            await resolved(trader, str(outcome.client_order_id), outcome)


def _batches_cancels(table: Table, product: str) -> str:
    return cancels("batch_cancel_orders")(table, product)


@card("E78", "each entry of a batch has an outcome of its own", all_of(takes(limit), _batches_cancels))
async def mixed_batch(scene: Scene) -> None:
    async with trading(scene) as trader:
        first = await trader.rest(limit(scene.line))
        second = await trader.rest(limit(scene.line))
        await trader.cancel(first)
        wanted = [CancelOrder(instrument_id=scene.identity, client_order_id=each) for each in (first, second)]
        outcomes = await trader.adapter.batch_cancel_orders(wanted, product=scene.product)
        await trader.settle()
        holds(isinstance(outcomes[0], Rejected), f"of the one that is gone: {outcomes[0]}")
        holds(isinstance(outcomes[1], Accepted), f"of the one that is open: {outcomes[1]}")
        holds(trader.names(second)[-1] == "OrderCanceled", f"events: {' '.join(trader.names(second))}")
