"""Where fitting begins, and what it may go on to: origins of a payload's fields."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.simulate.payloads import ABSENT
from dragoman.simulate.wire.trial import AS_IT_IS, Origin, Trial

LISTS = ("balances", "margins")
"""Fields of accounts that are rows."""


def begin(trial: Trial) -> None:
    """What plain paths say, of each field the first that can hold it."""
    trial.origins = [{} for _ in trial.slots]
    trial.origins[0].update(trial.pins)
    for index, (_, made) in enumerate(trial.slots):
        for target, paths in made.needs.items():
            if "." in target or target in LISTS:
                continue
            if target != "instrument_id":
                leaves = trial.target.leaves
                paths = tuple(sorted(paths, key=lambda e: (leaves.is_usual(e), not leaves.is_required(e))))
            truth = isinstance(getattr(trial.slots[index][0], target, None), bool)
            for number, path in enumerate(paths):
                if truth and trial.target.leaves.is_usual(path):
                    continue  # one word of several may mean it, and what is usual means no
                how = "product" if target == "instrument_id" and number else AS_IT_IS
                origin = ("value", target, how)
                if (
                    path in trial.origins[index]
                    or path in trial.pins
                    or trial.value(index, path, origin) is ABSENT
                ):
                    continue
                trial.origins[index][path] = origin
                if target != "instrument_id":
                    break


def every(trial: Trial, path: str) -> Iterator[Origin]:
    """Whatever a field may be, for any of the reports' fields that look at it."""
    found: dict[Origin, None] = {}
    for index, (_, made) in enumerate(trial.slots):
        for target, paths in made.needs.items():
            if path in paths and "." not in target and target not in LISTS:
                found.update(dict.fromkeys(trial.offers(path, index, target)))
    found.update(dict.fromkeys(trial.offers(path)))
    yield from found


def comes(trial: Trial) -> bool:
    return [type(event) for event in trial.got()] == [type(event) for event, _ in trial.slots]
