"""Ways to say the same otherwise: values that stand in one field put into another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.simulate.payloads import ABSENT
from dragoman.simulate.wire.trial import NOTHING, Origin, Trial

Change = tuple[tuple[str, Origin], ...]
"""Paths and what they are to say."""


def moves(trial: Trial, index: int, paths: Sequence[str]) -> list[Change]:
    """What a field says said by another one instead."""
    said = {path: origin for path in paths if (origin := trial.origins[index].get(path, NOTHING)) != NOTHING}
    return [
        ((path, NOTHING), (other, origin))
        for path, origin in said.items()
        for other in paths
        if other not in said and trial.value(index, other, origin) is not ABSENT
    ]


def twice(some: Sequence[Change]) -> Iterator[Change]:
    """Two fields said by two others."""
    for one, other in combinations(some, 2):
        if one[0][0] != other[0][0] and one[1][0] != other[1][0]:
            yield (*one, *other)
