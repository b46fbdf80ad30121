"""The cards: what each proves, what it needs of a venue, and the verdicts that it can come to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from tests.cards.scene import Scene
    from tests.cards.table import Table

Play = Callable[["Scene"], Awaitable[None]]
Need = Callable[["Table", str], str]
"""(the venue's tables, product) -> why a card does not apply to that product, "" where it does."""
P = TypeVar("P", bound=Play)


@dataclass(frozen=True, slots=True)
class Card:
    """`proves` is one line; `need` decides by the venue's own tables alone."""

    name: str
    proves: str
    need: Need
    play: Play


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a card says of a venue; `why` is the reason, or what failed, and `product` the one that it was played for."""

    kind: Literal["pass", "fail", "not applicable"]
    why: str = ""
    product: str = ""


class Failed(AssertionError):
    """What a card asks for does not hold."""


CARDS: dict[str, Card] = {}
"""Every card by its name, in the order of the catalogue."""


def card(name: str, proves: str, need: Need) -> Callable[[P], P]:
    """Registers a card."""

    def register(play: P) -> P:
        CARDS[name] = Card(name, proves, need, play)
        return play

    return register


def holds(condition: object, otherwise: str) -> None:
    """Raises Failed with a sentence where something does not hold."""
    if not condition:
        raise Failed(otherwise)
