"""The events of a block of `emit`, whatever they stand in."""

from __future__ import annotations

from dragoman_generator.ir.venue import EachOut, EventOut, Out


def given(item: EventOut) -> str:
    """The type that comes out; machines gather single changes of a book."""
    gathered = item.type_name == "OrderBookDelta" and (item.put or item.machine == "gather")
    return "OrderBookDeltas" if gathered else item.type_name


def flat(out: tuple[Out, ...]) -> list[EventOut]:
    """Every event of a block, fan-outs opened."""
    found: list[EventOut] = []
    for item in out:
        found.extend(flat(item.body) if isinstance(item, EachOut) else [item])
    return found
