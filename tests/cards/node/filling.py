"""Orders that are filled at once."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

from dragoman.model import Order, TimeInForce

from tests.cards.execution.orders import ACROSS, BUY, SELL, limit, market
from tests.cards.node.orders import check_left, filled, positioned, trading
from tests.cards.node.plays import plays
from tests.cards.node.stage import Run, Stage
from tests.cards.registry import holds


async def opened(stage: Stage, run: Run) -> Any:
    """The first order is filled and makes a position, and the account hears of it."""
    order, *_ = await run.orders()
    await filled(run, order)
    holds(run.cache.account(run.client.account_id).balances(), "the account has no balance")
    size = await positioned(run)
    holds(not size or (size > 0) == order.is_buy, f"the position is {size}")
    return order


def _plays_market(name: str, **terms: Any) -> None:
    async def play(stage: Stage) -> None:
        async with trading(stage, opening=(market(stage.line, **terms),)) as run:
            await opened(stage, run)

    plays(name)(play)


_plays_market("E01")
_plays_market("E02", side=SELL)
_plays_market("E03", time_in_force=TimeInForce.IOC)
_plays_market("E04", time_in_force=TimeInForce.FOK)


@plays("E05")
async def market_of_money(stage: Stage) -> None:
    line = stage.line
    lot = line.instrument.size_increment
    worth = (line.price(line.best[1]) * lot * 100).quantize(Decimal("0.01"))
    async with trading(stage, opening=(market(line, quantity=worth, quote_quantity=True),)) as run:
        order = await opened(stage, run)
        lots = order.filled_qty.as_decimal() / lot
        holds(90 <= lots <= 110, f"{lots} lots were filled for the price of 100")


def _plays_closed(name: str, side: Any) -> None:
    """Opens a position; the node's end closes it."""

    async def play(stage: Stage) -> None:
        async with trading(stage, opening=(market(stage.line, side),), closes=True) as run:
            await opened(stage, run)
        holds(not stage.position(), f"the position is {stage.position()} at the end")
        check_left(run)

    plays(name)(play)


_plays_closed("E06", BUY)
_plays_closed("E61", BUY)
_plays_closed("E82", SELL)


def _plays_taking(name: str, make: Any) -> None:
    async def play(stage: Stage) -> None:
        async with trading(stage, orders=(make(stage.line),)) as run:
            await opened(stage, run)

    plays(name)(play)


_across = partial(limit, side=BUY, away=-ACROSS)
_plays_taking("E13", partial(_across, time_in_force=TimeInForce.IOC))
_plays_taking("E15", partial(_across, time_in_force=TimeInForce.FOK))


def _plays_gone(name: str, **terms: Any) -> None:
    """Away from the market, such an order is canceled without a fill."""

    async def play(stage: Stage) -> None:
        async with trading(stage, orders=(limit(stage.line, **terms),)) as run:
            (order,) = await run.orders()
            await run.until(lambda: order.is_closed, "the order is gone")
            names = run.strategy.names(order)
            ended = names[-1] in ("Canceled", "Expired")  # each venue has its word for it
            holds(ended and "Filled" not in names, f"events: {' '.join(names)}")

    plays(name)(play)


_plays_gone("E14", time_in_force=TimeInForce.IOC)
_plays_gone("E16", time_in_force=TimeInForce.FOK)


@plays("E99")
async def option_whole_or_not(stage: Stage) -> None:
    def fok(away: int) -> Order:
        return limit(stage.line, BUY, away, time_in_force=TimeInForce.FOK)

    async with trading(stage, orders=(fok(-ACROSS),)) as run:
        await opened(stage, run)
        order = run.strategy.send(fok(500))
        await run.until(lambda: order.is_closed, "the order is gone")
        holds(not order.filled_qty.as_decimal(), f"{order.filled_qty} were filled")
