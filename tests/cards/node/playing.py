"""What each card says of a venue when it is played in a node."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from importlib import import_module

from tests.cards.node.plays import NEEDS, PLAYS
from tests.cards.node.stage import Failed, staged
from tests.cards.registry import Card, Verdict
from tests.cards.scene import chosen_for

_MODULES = (
    "data",
    "subscriptions",
    "filling",
    "resting",
    "changing",
    "flags",
    "unclear",
    "lifecycle",
    "pairs",
)
_LONGEST_S = 60


def play_in_node(card: Card, venue: str) -> Verdict:
    """Played for the first product that the venue's tables allow it for."""
    for name in _MODULES:
        import_module(f"tests.cards.node.{name}")
    logging.getLogger("dragoman").setLevel(logging.CRITICAL)
    product, why = chosen_for(replace(card, need=NEEDS.get(card.name, card.need)), venue)
    if product is None or why:
        return Verdict("fail" if product else "not applicable", why, product or "")
    try:
        asyncio.run(_played(card, venue, product))
    except Failed as error:
        return Verdict("fail", str(error), product)
    except Exception as error:
        return Verdict("fail", f"{type(error).__name__}: {error}", product)
    return Verdict("pass", product=product)


async def _played(card: Card, venue: str, product: str) -> None:
    async with asyncio.timeout(_LONGEST_S), staged(venue, product) as stage:
        await PLAYS[card.name](stage)
