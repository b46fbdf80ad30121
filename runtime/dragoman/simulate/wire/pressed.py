"""What has served to say reports of a kind, pressed into one function; it is looked at again from time to time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from typing import Any

from dragoman.model import AccountState, Money
from dragoman.simulate.facts import Fitted
from dragoman.simulate.moulds import Mould
from dragoman.simulate.payloads import ABSENT, Tree
from dragoman.simulate.wire.leaves import ROW
from dragoman.simulate.wire.trial import NOTHING, Getter, Origin, Trial

_SURE_AFTER = 3
_LOOK_AGAIN = 64
Kind = tuple[Any, ...]
_TYPES: set[type] = {int, str}
"""Types of values of which only the type decides."""
_FIELDS: dict[int, tuple[Fitted, Callable[[Any], tuple[Any, ...]]]] = {}
"""Fields of a report that a payload looks at."""
_MEANT = (
    "instrument_id",
    "venue_order_id",
    "client_order_id",
    "order_status",
    "order_type",
    "filled_qty",
    "avg_px",
)
"""And those that matter whether it does or not."""


def kind_of(slots: Sequence[tuple[Any, Fitted]]) -> tuple[Kind, Kind]:
    """What decides how reports are said: their words, flags and signs; and, finer, how their numbers compare with one another."""
    kind: list[Any] = []
    numbers: list[Any] = []
    times: list[int] = []
    finer: list[Any] = []
    for event, made in slots:
        cls = event.__class__
        fields = _FIELDS.get(id(made))
        if fields is None or fields[0] is not made:
            names = {name.partition(".")[0] for name in (*made.needs, *_MEANT)}
            known = [name for name in cls.__struct_fields__ if name in names]
            fields = _FIELDS[id(made)] = made, attrgetter(*known)
        kind.append(cls)
        for value in fields[1](event):
            of = value.__class__
            if of is Decimal:
                kind.append((value > 0) - (value < 0))
                numbers.append(value)
            elif of in _TYPES:
                kind.append(of)
                if of is int:
                    times.append(value)
            elif value is None or of is bool or isinstance(value, Enum):
                kind.append(value)
            else:
                kind.append(of)
                if of is Money:
                    finer.append(value.amount > 0)
                    numbers.append(value.amount)
                elif not isinstance(value, tuple):
                    _TYPES.add(of)
        if cls is AccountState:
            for row in (*event.balances, *event.margins):
                amounts = [
                    each
                    for name in row.__struct_fields__
                    if (each := getattr(row, name)).__class__ is Decimal
                ]
                finer += [(each > 0) - (each < 0) for each in amounts]
                finer.append(row.currency)
                numbers += amounts
    return tuple(kind), (*finer, None, *_ranks(numbers), None, *_ranks(times))


def _ranks(values: Sequence[Any]) -> list[int]:
    """The same for values that compare with one another alike."""
    before: Any = None
    found: list[int] = []
    for place in sorted(range(len(values)), key=values.__getitem__):
        value = values[place]
        found.append(-1 - place if value == before else place)
        before = value
    return found


class Pressed:
    """One way to say reports; `is_sure` once it was right often enough, but for now and then."""

    def __init__(self, trial: Trial) -> None:
        self.origins = [dict(each) for each in trial.origins]
        self.purses = {prefix: dict(plan) for prefix, plan in trial.target.purses.items()}
        self._right = 0
        self._used = 0
        self._is_solved = any(o[0] == "solve" for origins in self.origins for o in origins.values())
        self._said = [] if self._is_solved else _pressed(trial)
        self._mould: Mould | None = None
        self._getters = [get for _, rows in self._said for row in rows for _, get in row]
        if not any(isinstance(event, AccountState) for event, _ in trial.slots):
            self._mould = trial.target.leaves.mould(
                [(prefix, [[path for path, _ in row] for row in rows]) for prefix, rows in self._said]
            )

    def right(self) -> None:
        """It was looked at, and says what is meant."""
        self._right += 1

    @property
    def is_sure(self) -> bool:
        self._used += 1
        return self._right >= _SURE_AFTER and self._used % _LOOK_AGAIN != 0

    def tree(self, trial: Trial) -> Tree:
        """The payload's tree for other reports of the kind; None where one of its fields can't be said any more."""
        if self._is_solved:
            trial.origins = self.origins
            trial.target.purses = self.purses
            trial.solve()
            return trial.tree()
        target, events = trial.target, trial.events
        leaves, now_ns, asked = target.leaves, target.told.ts_init, trial.asked
        if self._mould is not None:
            values = [get(events) for get in self._getters]
            return None if ABSENT in values else self._mould(values, now_ns, asked, leaves.writer.numbers)
        said = {
            prefix: [{path: get(events) for path, get in row} for row in rows] for prefix, rows in self._said
        }
        for event, made in trial.slots:
            if isinstance(event, AccountState):
                trial.put_balances(said, event, made, self.purses)
        return leaves.tree(sorted(said.items(), key=lambda item: item[0].count(ROW)), now_ns, asked)


def _pressed(trial: Trial) -> list[tuple[str, list[list[tuple[str, Getter]]]]]:
    """(list, rows of (path, what takes its value out of the reports)), without balances and what stays out."""
    places: dict[tuple[int, str], Origin] = {}

    def noted(index: int, path: str, origin: Origin) -> Any:
        places[index, path] = origin if trial.value(index, path, origin) is not ABSENT else NOTHING
        return index, path

    found = []
    for prefix, rows in trial.said(noted, with_balances=False):
        said = []
        for row in rows:
            kept = [(index, path) for index, path in row.values() if places[index, path] != NOTHING]
            said.append([(path, trial.getter(index, path, places[index, path])) for index, path in kept])
        found.append((prefix, said))
    return found
