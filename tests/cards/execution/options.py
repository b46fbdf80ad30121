"""What is different with options."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from dragoman.model import OrderStatus, PositionSide, TimeInForce

from tests.cards.execution.canceling import check_gone
from tests.cards.execution.flags import denied
from tests.cards.execution.orders import (
    ACROSS,
    BUY,
    SELL,
    limit,
    market,
    stop_limit,
    stop_market,
    takes,
    touched_limit,
    touched_market,
)
from tests.cards.execution.resting import check_open
from tests.cards.execution.trader import accepted, trading
from tests.cards.registry import Need, card, holds
from tests.cards.scene import Scene
from tests.cards.table import Table, all_of, lists

_OPTION = lists("CryptoOption", "OptionContract")
_CONDITIONAL = (stop_market, stop_limit, touched_market, touched_limit)
_FOK = partial(limit, time_in_force=TimeInForce.FOK)


async def _rests(scene: Scene, side: Any) -> None:
    async with trading(scene) as trader:
        order = limit(scene.line, side)
        await check_open(trader, await trader.rest(order), order)


@card("E90", "an order to buy an option rests", all_of(_OPTION, takes(limit)))
async def buy_option(scene: Scene) -> None:
    await _rests(scene, BUY)


@card("E91", "an order to sell an option rests", all_of(_OPTION, takes(partial(limit, side=SELL))))
async def sell_option(scene: Scene) -> None:
    await _rests(scene, SELL)


def _other_prices(table: Table, product: str) -> list[str]:
    """Parameters of the call that carries orders that are prices of another kind: decimals whose names begin as the price's does."""
    command = table.interface.commands["submit_order"]
    name = command.operations.get(product) or command.operations.get("") or ""
    params = table.interface.operations[name].params
    line = table.line(product)
    order: Any = limit(line)
    sent = table.sample(product).build("submit_order", product=product, order=order)
    body = f"{sent.target} {sent.body.decode()}"
    priced = [
        p.wire
        for p in params
        if p.kind in ("dec", "dec_num") and f'"{p.wire}"' in body and _says(body, p.wire, order.price)
    ]
    return [
        p.name
        for p in params
        if p.kind in ("dec", "dec_num") and any(p.wire != wire and p.wire.startswith(wire) for wire in priced)
    ]


def _says(body: str, wire: str, price: Any) -> bool:
    return f'"{wire}":"{price:f}"' in body or f'"{wire}":{price:f}' in body


def _priced_otherwise(table: Table, product: str) -> str:
    return "" if _other_prices(table, product) else "the call that carries orders knows one kind of price"


@card("E92", "an option is priced in another way", all_of(_OPTION, takes(limit), _priced_otherwise))
async def priced_otherwise(scene: Scene) -> None:
    name = _other_prices(scene.table, scene.product)[0]
    wire = name
    async with trading(scene) as trader:
        await trader.adapter.submit_order(limit(scene.line, params={name: "100.5"}), product=scene.product)
        sent = next(each for each in reversed(scene.http.sent) if each.method == "POST")
        holds(wire in sent.body.decode() and "100.5" in sent.body.decode(), f"{wire} was not sent")


def _denies(*makers: Callable[..., Any]) -> Need:
    def need(table: Table, product: str) -> str:
        reasons = [takes(maker)(table, product) for maker in makers]
        return "" if any(reasons) else f"{product} takes every one of these orders"

    return need


@card("E94", "a type of order that options lack is denied", all_of(_OPTION, _denies(market, *_CONDITIONAL)))
async def unsupported_option(scene: Scene) -> None:
    await denied(scene, (market, *_CONDITIONAL))


@card(
    "E96", "an order that waits for a price is denied for an option", all_of(_OPTION, _denies(*_CONDITIONAL))
)
async def conditional_option(scene: Scene) -> None:
    await denied(scene, _CONDITIONAL)


@card(
    "E99",
    "an order for an option that asks for FOK is filled whole or canceled",
    all_of(_OPTION, takes(_FOK)),
)
async def fok_option(scene: Scene) -> None:
    async with trading(scene) as trader:
        await trader.fill(_FOK(scene.line, away=-ACROSS))
        identity = await trader.send(_FOK(scene.line))
        state = trader.state(identity)
        holds(state.status is OrderStatus.CANCELED and not state.filled_qty, f"it is {state.status}")


@card("E100", "an open order for an option is canceled", all_of(_OPTION, takes(limit)))
async def cancel_option(scene: Scene) -> None:
    async with trading(scene) as trader:
        identity = await trader.rest(limit(scene.line))
        accepted(await trader.cancel(identity))
        await check_gone(trader, [identity])


@card("E101", "the next session finds a position in an option", all_of(_OPTION, takes(limit)))
async def find_option(scene: Scene) -> None:
    async with trading(scene) as trader:
        identity = await trader.fill(limit(scene.line, BUY, -ACROSS))
        size = trader.state(identity).filled_qty
    after = scene.open()
    await after.load_instruments(scene.product)
    async with trading(scene, after) as again:
        found = await again.position()
        holds(found == (PositionSide.LONG, size), f"the position is {found[0]} {found[1]}, {size} was filled")
