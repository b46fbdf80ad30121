"""Every card, in the order of the catalogue."""

from __future__ import annotations

from importlib import import_module

from tests.cards.registry import CARDS, Card

_MODULES = (
    "data.instruments",
    "data.books",
    "data.ticks",
    "data.derivatives",
    "data.lifecycle",
    "execution.filling",
    "execution.resting",
    "execution.conditional",
    "execution.changing",
    "execution.canceling",
    "execution.flags",
    "execution.brackets",
    "execution.pairs",
    "execution.unclear",
    "execution.lifecycle",
    "execution.options",
)


def cards() -> list[Card]:
    """All cards by their names."""
    for name in _MODULES:
        import_module(f"tests.cards.{name}")
    return sorted(CARDS.values(), key=lambda each: (each.name[0], int(each.name[1:])))
