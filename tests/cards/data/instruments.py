"""What is listed, and how it is told."""

from __future__ import annotations

from typing import Any

from dragoman.model import InstrumentClose, InstrumentStatus, MarketStatusAction
from dragoman.requests.facts import Param

from tests.cards.data.sound import check_moments
from tests.cards.registry import card, holds
from tests.cards.scene import Scene
from tests.cards.table import gives, never_left_out, subscribes_to_listings


def check_instrument(scene: Scene, found: Any) -> None:
    """An instrument that can be traded by what it says."""
    holds(found.instrument_id in scene.lines, f"{found.instrument_id} is not listed")
    holds(found.raw_symbol, f"{found.instrument_id} has no symbol of the venue")
    holds(found.price_increment > 0 and found.size_increment > 0, f"{found.instrument_id} has no steps")
    exact = -found.price_increment.as_tuple().exponent <= found.price_precision
    holds(exact, f"the price step of {found.instrument_id} has more digits than its precision")
    check_moments(found)


@card(
    "D01", "all instruments of a product are loaded, each with its symbol, steps and digits", never_left_out
)
async def request_instruments(scene: Scene) -> None:
    found = await scene.adapter.load_instruments(scene.product)
    holds({each.instrument_id for each in found} == set(scene.lines), "others came than are listed")
    for each in found:
        check_instrument(scene, each)


@card("D02", "a subscription to an instrument brings its definition", subscribes_to_listings)
async def subscribe_instrument(scene: Scene) -> None:
    kind = type(scene.instrument)
    found = await scene.heard(kind, enough=1, **beyond(scene, kind))
    mine = [each for each in found if each.instrument_id == scene.identity]
    holds(mine, f"no definition of {scene.identity}")
    check_instrument(scene, mine[0])


@card("D03", "one instrument is known by its id, with all that its listing says", never_left_out)
async def load_one(scene: Scene) -> None:
    found = scene.adapter.instruments[scene.identity]
    check_instrument(scene, found)
    truth = scene.line.instrument
    for name in ("price_increment", "size_increment", "min_quantity", "max_quantity", "multiplier"):
        holds(getattr(found, name) == getattr(truth, name), f"{name} is {getattr(found, name)}")


@card("D60", "the state of an instrument is told", gives("subscribe_instrument_status"))
async def subscribe_status(scene: Scene) -> None:
    if scene.table.is_polled(InstrumentStatus, scene.product):
        await _polled_status(scene)
        return
    found = await scene.heard(InstrumentStatus, enough=1, **beyond(scene, InstrumentStatus))
    mine = [each for each in found if each.instrument_id == scene.identity]
    holds(mine and mine[-1].action is MarketStatusAction.TRADING, f"its state is {mine[-1:]}")
    check_moments(mine[-1])


async def _polled_status(scene: Scene) -> None:
    """Where calls at intervals tell states, only what changes is an event."""
    async with scene.adapter.subscription(InstrumentStatus, scene.identity) as events:
        await scene.pause(70)
        scene.line.listing.trading = False
        try:
            await scene.pause(180)
        finally:
            scene.line.listing.trading = True
        found = [await anext(aiter(events))]
    holds(found[-1].instrument_id == scene.identity, "another instrument's state came")
    check_moments(found[-1])


@card("D61", "the close of an instrument is told, with its price", gives("subscribe_instrument_close"))
async def subscribe_close(scene: Scene) -> None:
    identity = list(scene.lines)[-1]
    async with scene.adapter.subscription(InstrumentClose, identity) as events:
        scene.core.close(identity, scene.clock.now_ns())
        scene.memory.publish()
        found = await anext(aiter(events))
    holds(found.instrument_id == identity and found.close_price > 0, f"it says {found}")
    check_moments(found)


def beyond(scene: Scene, kind: type) -> dict[str, Any]:
    """What a channel has to be told beside the instrument: what the product's listing is asked for by."""
    channel = scene.table.channel(kind, scene.product)
    _, asked = scene.table.interface.catalogs[scene.product]
    known = {_letters(name): value for name, value in asked.items()}
    return {
        each.name: known[_letters(each.name)]
        for each in channel.params
        if _is_open(each) and _letters(each.name) in known
    }


def _is_open(param: Param) -> bool:
    return param.required and not param.fills and param.default is None


def _letters(name: str) -> str:
    return name.replace("_", "").lower()
