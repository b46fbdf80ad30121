"""Orders that are changed, put in the place of others, and taken back."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.cards.execution.changing import NEARER, changes
from tests.cards.execution.orders import BUY, SELL, limit, stop_limit, stop_market, takes
from tests.cards.node.orders import RESTS, check_left, check_open, gone, rested, trading
from tests.cards.node.plays import plays
from tests.cards.node.stage import Run, Stage
from tests.cards.registry import holds

_STOPS = (stop_market, stop_limit)


async def _moved(stage: Stage, make: Any, moves: str, term: str = "price") -> None:
    nearer = stage.line.instrument.price_increment * NEARER
    said = {"moves": moves, "term": term, "nearer": nearer}
    async with trading(stage, orders=(make(stage.line),), **said) as run:
        order, *_ = await run.orders()
        if moves == "modify":
            await run.until(lambda: run.strategy.names(order) == [*RESTS, "Updated"], "the order is changed")
            await run.until(lambda: not order.is_pending_update, "nothing is under way")
            sent = getattr(make(stage.line), term)
            holds(getattr(order, term).as_decimal() != sent or sent, "its term is as it was")
            check_open(run, order)
        else:
            first, second = await run.orders(2)
            await gone(run, first)
            await rested(run, second)
    check_left(run)


def _plays_moved(name: str, make: Any, moves: str) -> None:
    async def play(stage: Stage) -> None:
        await _moved(stage, make, moves)

    plays(name)(play)


_sell = partial(limit, side=SELL)
_plays_moved("E30", limit, "modify")
_plays_moved("E31", _sell, "modify")
_plays_moved("E32", limit, "replace")
_plays_moved("E33", _sell, "replace")


@plays("E34")
async def change_stop(stage: Stage) -> None:
    table, product = stage.table, stage.product
    make: Any = next(
        stop
        for stop in _STOPS
        if not (takes(stop)(table, product) or changes(stop, "trigger_price")(table, product))
    )
    await _moved(stage, make, "modify", "trigger_price")


@plays("E35")
async def replace_stop(stage: Stage) -> None:
    make: Any = next(stop for stop in _STOPS if not takes(stop)(stage.table, stage.product))
    await _moved(stage, make, "replace", "trigger_price")


@plays("E36")
async def change_refused(stage: Stage) -> None:
    async with trading(stage, orders=(limit(stage.line),)) as run:
        (order,) = await run.orders()
        await rested(run, order)
        run.strategy.modify_order(
            order, price=run.cache.instrument(stage.identity).make_price(order.price.as_decimal() * 2)
        )
        await run.until(lambda: run.strategy.names(order)[-1] == "ModifyRejected", "the change is refused")
        holds(run.strategy.of(order)[-1].reason, "no reason is told")
        check_open(run, order)


# -- taken back --------------------------------------------------------------------------------------------------------


async def two(stage: Stage, run: Run) -> list[Any]:
    found = await run.orders(2)
    await rested(run, *found)
    return found


@plays("E40", "E100")
async def cancel_one(stage: Stage) -> None:
    async with trading(stage, orders=(limit(stage.line),)) as run:
        (order,) = await run.orders()
        await rested(run, order)
        known = order.venue_order_id
        run.strategy.cancel_order(order)
        await gone(run, order)
        holds(run.strategy.of(order)[-1].venue_order_id == known, "the event names another order")


@plays("E44")
async def cancel_again(stage: Stage) -> None:
    async with trading(stage, orders=(limit(stage.line),)) as run:
        (order,) = await run.orders()
        await rested(run, order)
        run.strategy.cancel_order(order)
        await gone(run, order)
        run.strategy.cancel_order(order)
        await run.until(lambda: True, "")
        await gone(run, order)


def _plays_ends(cancels: str, *names: str) -> None:
    """The strategy's stop takes back what is open, in one way or another."""

    async def play(stage: Stage) -> None:
        resting = (limit(stage.line, BUY), limit(stage.line, SELL))
        async with trading(stage, orders=resting, cancels=cancels) as run:
            await two(stage, run)
            before = len(stage.sent())
        check_left(run)
        calls = len(stage.sent()) - before
        if cancels == "batch":
            holds(calls == 1, f"it took {calls} calls")

    plays(*names)(play)


_plays_ends("all", "E41", "E81")
_plays_ends("each", "E42")
_plays_ends("batch", "E43")
