"""How a card is played in a node; which venue and product it is for is the card's own need."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from tests.cards.node.stage import Stage

Play = Callable[[Stage], Awaitable[None]]
P = TypeVar("P", bound=Play)

PLAYS: dict[str, Play] = {}
"""Card -> how it is played in a node."""


def plays(*names: str) -> Callable[[P], P]:
    """Registers the play of these cards."""

    def register(play: P) -> P:
        PLAYS.update(dict.fromkeys(names, play))
        return play

    return register
