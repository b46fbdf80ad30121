"""Whether events mean the same, and which of them one row of a payload can mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from msgspec import Struct

from dragoman.model import InstrumentId, OrderBookDeltas, OrderBookDepth10
from dragoman.simulate.facts import Made
from dragoman.simulate.payloads import fields_of
from dragoman.translate.facts import Event


def grouped(made: Sequence[Made], events: Iterable[Event]) -> Iterator[list[Event]]:
    """Events that one row means: of one instrument, one of a type."""
    group: list[Event] = []
    for event in events:
        again = any(type(event) is type(other) for other in group)
        if group and (again or len(made) == 1 or _about(event) != _about(group[0])):
            yield group
            group = []
        group.append(event)
    if group:
        yield group


def _about(event: Event) -> InstrumentId | None:
    return getattr(event, "instrument_id", None)


class Unlike(NamedTuple):
    """The first difference between what was meant and what comes out, after so many things that agreed."""

    agreed: int
    field: str
    text: str


def difference(meant: Sequence[Event], got: Sequence[Event]) -> Unlike | None:
    """The first field of the first event that is not as it was meant, None where all are."""
    if len(meant) != len(got):
        return Unlike(0, "", f"{len(meant)} events were meant, and {len(got)} come out")
    agreed = 1
    for one, other in zip(meant, got, strict=True):
        kind = type(one).__name__
        if type(one) is not type(other):
            return Unlike(agreed, kind, f"a {type(other).__name__} comes out")
        for item in fields_of(one.__class__):
            name = item.name
            if name == "info" and not one.info:
                continue  # nothing was meant beyond the model
            if name == "level_form":
                continue  # how levels are written is no part of what they mean
            if item.default is None and getattr(one, name) is None:
                continue  # nothing was meant that may be left out
            sides = [_compared(event, name) for event in (one, other)]
            if sides[0] != sides[1]:
                text = f"{sides[0]!r} was meant, and {sides[1]!r} comes out"
                return Unlike(agreed, f"{kind}.{name}", text)
            agreed += 1
    return None


def _compared(event: Struct, name: str) -> Any:
    """A field's value; levels as decimals, whatever they were written as."""
    if isinstance(event, OrderBookDeltas | OrderBookDepth10):
        if name == "bids":
            return event.bid_levels
        if name == "asks":
            return event.ask_levels
    return getattr(event, name)
