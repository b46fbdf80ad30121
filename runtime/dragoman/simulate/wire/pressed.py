"""What has served to say reports of a kind, pressed into one function; it is looked at again from time to time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from typing import Any

from dragoman.model import AccountState, Money
from dragoman.simulate.payloads import ABSENT, Tree
from dragoman.simulate.wire.trial import NOTHING, Origin, Trial

_SURE_AFTER = 3
_LOOK_AGAIN = 64
_PLAIN = (str, int, Decimal)
Kind = tuple[Any, ...]
_FIELDS: dict[type, Callable[[Any], tuple[Any, ...]]] = {}


def kind_of(events: Sequence[Any]) -> tuple[Kind, Kind]:
    """What decides how reports are said: their words, flags and signs; and, finer, how their numbers compare with one another."""
    kind: list[Any] = []
    numbers: list[Any] = []
    times: list[int] = []
    for event in events:
        cls = event.__class__
        fields = _FIELDS.get(cls)
        if fields is None:
            fields = _FIELDS[cls] = attrgetter(*cls.__struct_fields__)
        kind.append(cls.__name__)
        for value in fields(event):
            if value is None or value.__class__ is bool:
                kind.append(value)
            elif value.__class__ is Decimal:
                kind.append((value > 0) - (value < 0))
                numbers.append(value)
            elif value.__class__ is int:
                kind.append(int)
                times.append(value)
            elif isinstance(value, Enum):
                kind.append(value)
            else:
                kind.append(value.__class__)
                if value.__class__ is Money:
                    numbers.append(value.amount)
        if cls is AccountState:
            for row in (*event.balances, *event.margins):
                amounts = [getattr(row, name) for name in row.__struct_fields__]
                numbers += [each for each in amounts if each.__class__ is Decimal]
                times.append(len(amounts))
    return tuple(kind), (_ranks(numbers), _ranks(times))


def _ranks(values: Sequence[Any]) -> Kind:
    """The same for values that compare with one another, and with nought, alike."""
    order = sorted(range(len(values)), key=values.__getitem__)
    before: Any = None
    found: list[int] = []
    for place in order:
        value = values[place]
        found.append(-1 - place if value == before else place)
        before = value
    return (sum(value < 0 for value in values), sum(value == 0 for value in values), *found)


class Pressed:
    """One way to say reports; `is_sure` once it was right often enough, but for now and then."""

    def __init__(self, trial: Trial) -> None:
        self.origins = [dict(each) for each in trial.origins]
        self.purses = {prefix: dict(plan) for prefix, plan in trial.target.purses.items()}
        self._right = 0
        self._used = 0
        self._tree = None if _is_dynamic(trial) else _pressed(trial)

    def right(self) -> None:
        """It was looked at, and says what is meant."""
        self._right += 1

    @property
    def is_sure(self) -> bool:
        self._used += 1
        return self._right >= _SURE_AFTER and self._used % _LOOK_AGAIN != 0

    def tree(self, trial: Trial) -> Tree:
        """The payload's tree for other reports of the kind."""
        found = None if self._tree is None else self._tree(trial)
        if found is not None:
            return found
        trial.origins = self.origins
        trial.target.purses = self.purses
        trial.solve()
        return trial.tree()


def _is_dynamic(trial: Trial) -> bool:
    """Whether what is said depends on more than single fields of the reports."""
    return any(isinstance(event, AccountState) for event, _ in trial.slots) or any(
        origin[0] == "solve" for origins in trial.origins for origin in origins.values()
    )


def _pressed(trial: Trial) -> Callable[[Trial], Tree]:
    """The tree straight from the fields of the reports; None from it where one of them can't be said."""
    places: dict[tuple[int, str], Origin] = {}

    def noted(index: int, path: str, origin: Origin) -> Any:
        places[index, path] = origin
        return ABSENT if origin == NOTHING else (index, path)

    leaves = trial.target.leaves
    shape, getters = [], []
    for prefix, rows in trial.said(noted):
        names = []
        for row in rows:
            said = {path: place for path, place in row.items() if place is not ABSENT}
            names.append(tuple(said))
            getters += [trial.getter(index, path, places[index, path]) for index, path in said.values()]
        shape.append((prefix, tuple(names)))
    build, numbers = leaves.mould(shape), leaves.writer.numbers

    def tree(other: Trial) -> Tree:
        events = other.events
        values = [get(events) for get in getters]
        if ABSENT in values:
            return None
        told = other.target
        return build(values, told.told.ts_init, told.asked, numbers)

    return tree
