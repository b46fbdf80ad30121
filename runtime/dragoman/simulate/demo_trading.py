"""Trading in the demonstration: an order that rests and is taken back, an order that is filled, and what the account hears of both."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from dragoman.errors import DragomanError
from dragoman.model import (
    Accepted,
    CancelOrder,
    InstrumentId,
    LimitOrder,
    MarketOrder,
    OrderCanceled,
    OrderFilled,
    OrderSide,
)
from dragoman.net.backend import NS_PER_SECOND, Clock
from dragoman.simulate.line import Line
from dragoman.simulate.venue import SimulatedVenue

_AWAY = 200
_LOTS = 2_000
_DEAR = Decimal(50_000)
_WAIT_NS = 10 * NS_PER_SECOND
_TICK_NS = NS_PER_SECOND // 20


@dataclass(slots=True)
class Traded:
    """What was done on one instrument, and what came of it."""

    instrument_id: str
    steps: list[str] = field(default_factory=list)
    fills: int = 0
    cancels: int = 0
    is_done: bool = False

    def __str__(self) -> str:
        return ", ".join(self.steps)


def tradable(core: SimulatedVenue, product: str) -> str | None:
    """The first instrument of a product that can be traded; None where the venue has no orders for it."""
    submit = core.interface.commands.get("submit_order")
    if submit is None or not {product, ""} & submit.operations.keys():
        return None
    return str(next(iter(core.markets[product].lines)))


async def trade(
    core: SimulatedVenue, adapter: Any, product: str, note: Callable[[str], None], clock: Clock
) -> Traded | None:
    """Submits, fills and cancels on one instrument; None where the product has no orders."""
    identity = tradable(core, product)
    if identity is None:
        return None
    done = Traded(identity)
    rests, takes = (f"demo-{what}-{product[:12]}".replace("_", "-") for what in ("rests", "takes"))
    line = core.markets[product].lines[InstrumentId(identity)]
    bid, _ = line.best
    terms: dict[str, Any] = {
        "instrument_id": line.instrument_id,
        "order_side": OrderSide.BUY,
        "quantity": line.size(_lots(line)),
        "params": _chosen(core, product),
    }
    async with adapter.account_subscription(product) as consumer:
        heard = asyncio.create_task(_hear(consumer, done))
        try:
            resting = LimitOrder(price=line.price(line.within(bid - _AWAY)), client_order_id=rests, **terms)
            await _step(done, "submitted", adapter.submit_order(resting))
            taking = MarketOrder(client_order_id=takes, **terms)
            try:
                await _step(done, "bought", adapter.submit_order(taking), loud=True)
            except DragomanError:
                best = line.price(line.within(line.best[1] + _AWAY))
                crossing = LimitOrder(price=best, client_order_id=takes, **terms)
                await _step(done, "bought", adapter.submit_order(crossing))
            named = CancelOrder(instrument_id=line.instrument_id, client_order_id=rests)
            await _step(done, "canceled", adapter.cancel_order(named))
            deadline = clock.monotonic_ns() + _WAIT_NS
            while not (done.fills and done.cancels) and clock.monotonic_ns() < deadline:
                await clock.sleep(_TICK_NS)
        finally:
            heard.cancel()
    done.is_done = bool(done.fills and done.cancels)
    note(f"traded {identity}: {done}; {done.fills} fills and {done.cancels} cancels were told")
    return done


def _chosen(core: SimulatedVenue, product: str) -> dict[str, Any]:
    """What a caller has to choose himself for an order of the product: of several values the first."""
    operations = core.interface.commands["submit_order"].operations
    named = operations.get(product, operations.get("", ""))
    operation = core.interface.operations.get(named)
    return {
        param.name: param.allowed[0]
        for param in (operation.params if operation is not None else ())
        if param.required and param.allowed and product in param.products
    }


def _lots(line: Line) -> int:
    """A size that nobody misses: a power of ten below the usual one where a lot is dear."""
    lots = _LOTS
    while lots > 20 and line.price(line.best[1]) * line.size(lots) > _DEAR:
        lots //= 10
    return lots


async def _step(done: Traded, name: str, command: Any, *, loud: bool = False) -> None:
    """One command; `loud` raises what keeps it from being sent rather than noting it."""
    try:
        outcome = await command
    except DragomanError as error:
        if loud:
            raise
        done.steps.append(f"{name}: {error}")
        return
    done.steps.append(name if isinstance(outcome, Accepted) else f"{name}: {outcome}")


async def _hear(consumer: Any, done: Traded) -> None:
    async for event in consumer:
        done.fills += isinstance(event, OrderFilled)
        done.cancels += isinstance(event, OrderCanceled)
