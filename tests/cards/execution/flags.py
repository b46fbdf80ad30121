"""What orders say beside their terms, and what is refused for it."""

from __future__ import annotations

from functools import partial
from itertools import product as pairs
from typing import Any

from dragoman.errors import Denied, NotSupported
from dragoman.model import OrderDenied, OrderRejected, PositionSide, TimeInForce

from tests.cards.execution.filling import opened
from tests.cards.execution.orders import (
    ACROSS,
    BUY,
    SELL,
    limit,
    margined,
    market,
    stop_limit,
    stop_market,
    takes,
    touched_limit,
    touched_market,
)
from tests.cards.execution.resting import check_open
from tests.cards.execution.trader import SUBMITTED, Trader, trading
from tests.cards.registry import Need, card, holds
from tests.cards.scene import Scene
from tests.cards.table import Table, all_of

_PASSIVE = partial(limit, post_only=True)
_REDUCING = partial(market, side=SELL, reduce_only=True)


@card("E60", "an order that only rests is taken away from the market", takes(_PASSIVE))
async def post_only(scene: Scene) -> None:
    async with trading(scene) as trader:
        order = _PASSIVE(scene.line)
        identity = await trader.rest(order)
        await check_open(trader, identity, order)
        found = (await trader.open_orders())[identity]
        holds(found.post_only, "the venue does not say that it only rests")


@card("E61", "a position is closed by an order that only reduces", all_of(takes(_REDUCING), margined))
async def reduce_only(scene: Scene) -> None:
    async with trading(scene) as trader:
        await opened(trader, BUY)
        await trader.fill(_REDUCING(scene.line))
        found, size = await trader.position()
        holds(found is PositionSide.FLAT, f"the position is {found} {size}")


def _iceberg(line: Any) -> Any:
    return limit(line, lots=100, display_qty=line.instrument.size_increment * 10)


@card("E62", "an order shows a part of itself alone", takes(_iceberg))
async def iceberg(scene: Scene) -> None:
    async with trading(scene) as trader:
        order = _iceberg(scene.line)
        await trader.rest(order)
        bids, _ = scene.core.levels(scene.identity)
        shown = dict(bids).get(order.price)
        holds(shown == order.display_qty, f"the book shows {shown} of it")


def _own_field(table: Table, product: str) -> tuple[str, Any] | str:
    """A parameter of the call that carries orders which no term of an order goes into, with a value that it takes."""
    command = table.interface.commands.get("submit_order")
    if command is None:
        return "the venue takes no orders"
    line = table.line(product)
    sent = table.sample(product).build("submit_order", product=product, order=limit(line))
    name = command.operations.get(product) or command.operations.get("") or ""
    text = f"{sent.target} {sent.body.decode()}"
    for param in table.interface.operations[name].params:
        if (
            param.required
            or param.wire in text
            or param.kind != "text"
            or (param.products and product not in param.products)
        ):
            continue
        value = param.allowed[0] if param.allowed else "card"
        order = limit(line, params={param.name: value})
        if not table.refusal(product, "submit_order", order=order):
            return param.wire, (param.name, value)
    return "the call that carries orders has no parameter that no term goes into"


def _takes_params(table: Table, product: str) -> str:
    found = _own_field(table, product)
    return found if isinstance(found, str) else ""


@card("E63", "an order carries fields of the venue's own", all_of(takes(limit), _takes_params))
async def own_params(scene: Scene) -> None:
    found = _own_field(scene.table, scene.product)
    assert not isinstance(found, str)
    wire, (name, value) = found
    async with trading(scene) as trader:
        await trader.adapter.submit_order(limit(scene.line, params={name: value}), product=scene.product)
        sent = scene.http.sent[-1]
        holds(f"{wire}" in f"{sent.target}{sent.body.decode()}", f"{wire} was not sent")


# -- what is refused ---------------------------------------------------------------------------------------------------


async def _refused(trader: Trader, order: Any) -> OrderRejected:
    """The venue says no, and the account hears of it."""
    outcome = await trader.adapter.submit_order(order, product=trader.scene.product)
    await trader.settle()
    identity = str(outcome.client_order_id)
    names = trader.names(identity)
    holds(names[:1] == [SUBMITTED] and "OrderRejected" in names, f"events: {' '.join(names)}; {outcome}")
    found = next(each for each in trader.events(identity) if isinstance(each, OrderRejected))
    holds(found.reason, "no reason is told")
    holds("OrderFilled" not in names, "something was filled")
    return found


@card("E70", "an order that only rests is refused where it would take", takes(_PASSIVE))
async def post_only_refused(scene: Scene) -> None:
    async with trading(scene) as trader:
        found = await _refused(trader, _PASSIVE(scene.line, away=-ACROSS))
        holds(found.due_post_only, f"it is not known that it was for that: {found.reason}")


@card(
    "E71",
    "an order that only reduces is refused where there is nothing to reduce",
    all_of(takes(_REDUCING), margined),
)
async def reduce_only_refused(scene: Scene) -> None:
    async with trading(scene) as trader:
        found, _ = await trader.position()
        holds(found is PositionSide.FLAT, "there is a position")
        await _refused(trader, _REDUCING(scene.line))


_KINDS = (market, limit, stop_market, stop_limit, touched_market, touched_limit)


def _unsupported(makers: Any) -> Need:
    """There is an order that the venue's table denies."""

    def need(table: Table, product: str) -> str:
        if any(takes(maker)(table, product) for maker in makers):
            return ""
        return "the venue takes every order of the model that is tried"

    return need


async def denied(scene: Scene, makers: Any) -> None:
    """Denied before anything is sent, with the reason, and told as that."""
    maker = next(each for each in makers if takes(each)(scene.table, scene.product))
    async with trading(scene) as trader:
        before = len(scene.http.sent)
        try:
            await trader.adapter.submit_order(maker(scene.line), product=scene.product)
        except (Denied, NotSupported) as error:
            holds(str(error), "no reason is told")
        else:
            holds(False, "it was not denied")
        await scene.pause()
        holds(len(scene.http.sent) == before, "something was sent")
        told = [each for each in trader.told if isinstance(each, OrderDenied)]
        holds(len(told) == 1 and told[0].reason, f"the account heard {told}")


def _market_to_limit(line: Any, **terms: Any) -> Any:
    from dragoman.model import MarketToLimitOrder

    from tests.cards.execution.orders import common

    return MarketToLimitOrder(**common(line, BUY, 10, terms))


def _trailing_limit(line: Any, **terms: Any) -> Any:
    from dragoman.model import TrailingStopLimitOrder

    from tests.cards.execution.orders import common

    step = line.instrument.price_increment
    more = {"trailing_offset": step * 100, "limit_offset": step * 10}
    return TrailingStopLimitOrder(**common(line, BUY, 10, {**more, **terms}))


_EVERY_KIND = (*_KINDS, _market_to_limit, _trailing_limit)


@card("E72", "an order of a type that the venue lacks is denied before it is sent", _unsupported(_EVERY_KIND))
async def unsupported_type(scene: Scene) -> None:
    await denied(scene, _EVERY_KIND)


_TIFS = (TimeInForce.DAY, TimeInForce.AT_THE_OPEN, TimeInForce.AT_THE_CLOSE, TimeInForce.FOK, TimeInForce.IOC)
_TIMED = tuple(partial(maker, time_in_force=tif) for maker, tif in pairs((limit, market), _TIFS))


@card(
    "E73",
    "an order with a time in force that the venue lacks is denied before it is sent",
    _unsupported(_TIMED),
)
async def unsupported_tif(scene: Scene) -> None:
    await denied(scene, _TIMED)
