"""What comes nearest to an instrument that no payload can say as it is meant, and in which order that is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from dragoman.translate.facts import Event


class Nearest(NamedTuple):
    """The instrument that comes out, and the values of what decides that it takes; none of those where nothing is tried."""

    event: Event
    decided: tuple[Any, ...]


def nearing(
    tries: Iterable[tuple[Any, ...]], fields: Sequence[Sequence[Any]], reached: Sequence[int]
) -> Iterator[tuple[Any, ...]]:
    """Tries until `reached` says that one came to something, then one field after the other, each keeping its best value."""
    for at in tries:
        yield at
        if reached[0] >= 0:
            break
    else:
        return
    moved = True
    while moved:
        moved = False
        for index, values in enumerate(fields):
            for value in values:
                before, tried = reached[0], (*at[:index], value, *at[index + 1 :])
                if value == at[index]:
                    continue
                yield tried
                if reached[0] > before:
                    at, moved = tried, True


def alike(one: Event, other: Event) -> int:
    """How many fields of two events of a type are the same."""
    return sum(getattr(one, name) == getattr(other, name) for name in other.__struct_fields__)
