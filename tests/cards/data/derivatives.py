"""What only derivatives have: marks, index prices, funding, and the sensitivities of options."""

from __future__ import annotations

from typing import Any

from dragoman.model import FundingRateUpdate, IndexPriceUpdate, MarkPriceUpdate, OptionGreeks, QuoteTick

from tests.cards.data.sound import check_about, check_moments
from tests.cards.registry import card, holds
from tests.cards.scene import SECOND, Scene
from tests.cards.table import all_of, gives, lists

WEEK_NS = 7 * 24 * 3_600 * SECOND
_SENSITIVE = ("delta", "gamma", "vega", "theta")


@card("D50", "mark prices come", gives("subscribe_mark_prices"))
async def subscribe_marks(scene: Scene) -> None:
    found = await scene.heard(MarkPriceUpdate)
    check_about(scene, found)
    holds(all(each.value > 0 for each in found), "a mark price is nought")


@card("D51", "index prices come", gives("subscribe_index_prices"))
async def subscribe_index(scene: Scene) -> None:
    found = await scene.heard(IndexPriceUpdate)
    check_about(scene, found)
    holds(all(each.value > 0 for each in found), "an index price is nought")


@card("D52", "funding rates come", gives("subscribe_funding_rates"))
async def subscribe_funding(scene: Scene) -> None:
    found = await scene.heard(FundingRateUpdate)
    check_about(scene, found)
    holds(all(abs(each.rate) < 1 for each in found), "a rate is no fraction")


@card("D53", "past funding rates are told on request", gives("request_funding_rates"))
async def request_funding(scene: Scene) -> None:
    now = scene.clock.now_ns()
    found = await scene.adapter.request(FundingRateUpdate, scene.identity, start=now - WEEK_NS, end=now)
    holds(found, "no rate of a week came")
    check_about(scene, found)
    holds(all(abs(each.rate) < 1 for each in found), "a rate is no fraction")


@card(
    "D62",
    "sensitivities of an option come",
    all_of(lists("CryptoOption", "OptionContract"), gives("subscribe_option_greeks")),
)
async def subscribe_greeks(scene: Scene) -> None:
    found = await scene.heard(OptionGreeks, **family(scene))
    check_about(scene, [each for each in found if each.instrument_id == scene.identity])
    for each in found:
        holds(all(getattr(each, name) is not None for name in _SENSITIVE), f"it says {each}")
        holds(-1 <= each.delta <= 1, f"delta is {each.delta}")


@card(
    "D63",
    "the options of a series come together, with quotes and sensitivities",
    all_of(
        lists("CryptoOption", "OptionContract"), gives("subscribe_option_greeks"), gives("subscribe_quotes")
    ),
)
async def subscribe_chain(scene: Scene) -> None:
    head = scene.instrument
    series = [
        each.instrument_id
        for each in scene.adapter.instruments.values()
        if (each.underlying, each.expiration_ns) == (head.underlying, head.expiration_ns)
    ]
    quotes = {each.instrument_id for each in await scene.heard(QuoteTick, *series)}
    greeks = await scene.heard(OptionGreeks, *series, **family(scene))
    check_moments(*greeks)
    for identity in series:
        holds(identity in quotes, f"no quote of {identity}")
        holds(any(each.instrument_id == identity for each in greeks), f"no sensitivities of {identity}")


def family(scene: Scene) -> dict[str, Any]:
    """What a channel of a whole family has to be told: what the product's listing is asked for by."""
    from tests.cards.data.instruments import beyond

    return beyond(scene, OptionGreeks)
