"""How a card is played in a node; which venue and product it is for is the card's own need."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from tests.cards.node.stage import Stage
from tests.cards.registry import Need

Play = Callable[[Stage], Awaitable[None]]
P = TypeVar("P", bound=Play)

PLAYS: dict[str, Play] = {}
"""Card -> how it is played in a node."""


NEEDS: dict[str, Need] = {}
"""Card -> what it needs in a node, where that is more than what it needs without one."""


def plays(*names: str, need: Need | None = None) -> Callable[[P], P]:
    """Registers the play of these cards."""

    def register(play: P) -> P:
        PLAYS.update(dict.fromkeys(names, play))
        if need is not None:
            NEEDS.update(dict.fromkeys(names, need))
        return play

    return register
