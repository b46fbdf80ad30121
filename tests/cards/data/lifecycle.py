"""Ends of subscriptions, and what a caller says in the venue's own words."""

from __future__ import annotations

import asyncio
from typing import Any

from dragoman.model import Bar, FundingRateUpdate, OrderBookDeltas, OrderBookDepth10, QuoteTick, TradeTick
from dragoman.model.actions import action_name
from dragoman.requests.facts import Param

from tests.cards.data.ticks import bar_type
from tests.cards.registry import card, holds
from tests.cards.scene import Scene
from tests.cards.table import Table, all_of, gives

_KINDS: tuple[type, ...] = (OrderBookDeltas, OrderBookDepth10, TradeTick, QuoteTick, Bar, FundingRateUpdate)


@card(
    "D70",
    "after a subscription was left, nothing more comes and the venue sends nothing more",
    all_of(gives("subscribe_quotes"), gives("subscribe_trades")),
)
async def unsubscribe(scene: Scene) -> None:
    scene_events: list[Any] = []
    async with scene.adapter.subscription(QuoteTick, scene.identity) as events:
        reading = asyncio.ensure_future(_read(events, scene_events))
        await scene.run(10)
    await scene.pause(5)
    before = len(scene_events)
    holds(before, "nothing came before")
    await scene.run(10)
    reading.cancel()
    await asyncio.wait({reading})
    holds(len(scene_events) == before, "events came after the end")
    left = [topic for link in scene.core.desk.links for topic in link.topics]
    holds(not left, f"the venue still sends {', '.join(left)}")
    holds(not scene.errors, f"set aside: {scene.errors[:1]}")


@card(
    "D71",
    "a subscription takes parameters of the venue's own",
    lambda table, product: (
        "" if _own(table, product, "subscribe") else "no channel takes a parameter of its own"
    ),
)
async def subscribe_with_params(scene: Scene) -> None:
    found = _own(scene.table, scene.product, "subscribe")
    assert found is not None
    kind, param, value = found
    asked: list[str] = []
    inner = scene.core.desk.admit
    scene.core.desk.admit = lambda link, topic: asked.append(topic) or inner(link, topic)  # type: ignore[func-returns-value]
    try:
        await scene.heard(kind, **{param.name: value})
    finally:
        scene.core.desk.admit = inner
    holds(any(str(value) in topic for topic in asked), f"{param.name}={value} is in none of {asked}")


@card(
    "D72",
    "a request takes parameters of the venue's own",
    lambda table, product: (
        "" if _own(table, product, "request") else "no operation takes a parameter of its own"
    ),
)
async def request_with_params(scene: Scene) -> None:
    found = _own(scene.table, scene.product, "request")
    assert found is not None
    kind, param, value = found
    more = {"bar_type": bar_type(scene)} if kind is Bar else {}
    events = await scene.adapter.request(kind, scene.identity, **{param.name: value}, **more)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    sent = [each.target for each in scene.http.sent]
    holds(any(f"{param.wire}={text}" in each for each in sent), f"{param.wire}={text} was not sent")
    holds(events, "nothing came")


def _own(table: Table, product: str, verb: str) -> tuple[type, Param, Any] | None:
    """A type, and a parameter of what gives it that no normalized request fills, with a value that is not the usual one."""
    for kind in _KINDS:
        if table.why_not(action_name(verb, kind.__name__), product):
            continue
        owner = table.channel(kind, product) if verb == "subscribe" else table.operation(kind, product)
        for param in owner.params:
            value = _value(param)
            own = not param.fills or (param.fills == "limit" and param.name != "limit")
            own = own and (not param.products or product in param.products)
            if own and not param.required and value is not None:
                return kind, param, value
    return None


def _value(param: Param) -> Any:
    if param.allowed:
        others = [each for each in param.allowed if each != param.default]
        return others[-1] if others else None
    if param.kind == "bool":
        return True
    if param.kind == "int" and param.most is not None:
        return max(param.least or 1, 5)
    return None


async def _read(events: Any, into: list[Any]) -> None:
    async for event in events:
        into.append(event)
