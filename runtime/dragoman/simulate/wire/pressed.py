"""What has served to say reports of a kind, pressed into one function; it is looked at again from time to time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from dragoman.model import AccountState, OrderStatusReport
from dragoman.simulate.drafts import Told
from dragoman.simulate.facts import Fitted
from dragoman.simulate.moulds import Hole, Mould, mould_of, repeats
from dragoman.simulate.payloads import ABSENT, Tree
from dragoman.simulate.wire.kinds import Taker, taker
from dragoman.simulate.wire.leaves import ROW, prefix_of
from dragoman.simulate.wire.pens import Pen
from dragoman.simulate.wire.purses import Amounts, amounts_taker, cells_of
from dragoman.simulate.wire.said import Repeating
from dragoman.simulate.wire.trial import NOTHING, Getter, Trial

_SURE_AFTER = 3
_LOOK_AGAIN = 64
_SELDOM = 1_024
Slots = Sequence[tuple[Any, Fitted]]
Shape = dict[str, list[dict[str, Any]]]
"""List -> what its rows say: path -> constant or place."""


class Pressed:
    """One way to say reports; `is_sure` once it was right often enough, but for now and then."""

    __slots__ = (
        "_amounts",
        "_every",
        "_further",
        "_left",
        "_mould",
        "_numbers",
        "_puts",
        "_repeats",
        "_right",
        "_special",
        "_takers",
        "is_solved",
        "origins",
        "purses",
    )

    def __init__(self, trial: Trial) -> None:
        self.origins = [dict(each) for each in trial.origins]
        self.purses = {prefix: dict(plan) for prefix, plan in trial.target.purses.items()}
        self.is_solved = any(o[0] == "solve" for origins in self.origins for o in origins.values())
        """Whether a number has to be worked out, which nothing but trying does."""
        self._right = 0
        self._every = self._left = _LOOK_AGAIN
        self._takers: list[tuple[int, Taker]] = []
        """(place of a report, what takes the fields out of it that are said by themselves)."""
        self._puts: list[Pen] = []
        """What writes them."""
        self._special: list[Getter] = []
        self._amounts: list[Amounts] = []
        self._repeats = False
        self._further = False
        self._numbers: Iterator[int] = trial.target.leaves.writer.numbers
        self._mould: Mould | None = None if self.is_solved else self._pressed(trial)

    def right(self) -> None:
        """It was looked at, and says what is meant."""
        self._right += 1
        if self._right > _SURE_AFTER:
            self._every = min(2 * self._every, _SELDOM)
        self._left = self._every

    @property
    def is_sure(self) -> bool:
        """Whether it need not be looked at; the more often it was right, the more seldom."""
        self._left -= 1
        return self._right >= _SURE_AFTER and self._left > 0

    def tree(self, slots: Slots, report: OrderStatusReport | None, told: Told) -> Tree:
        """The payload's tree for other reports of the kind; None where one of its fields can't be said any more."""
        if self._mould is None:
            return None
        events = [event for event, _ in slots]
        about = report or events[0]
        events.append(told.further(about) if self._further and told.further is not None else None)
        events.append(report)
        raw: list[Any] = []
        for index, take in self._takers:
            raw += take(events[index])
        values = [put(value) for put, value in zip(self._puts, raw, strict=True)]
        for get in self._special:
            values.append(get(events))
        for amounts in self._amounts:
            values += amounts(events)
        if ABSENT in values:
            return None
        asked: Mapping[str, Any] = {}
        if self._repeats:
            asked = Repeating(told.asked, report or events[0], told.home)
        return self._mould(values, told.ts_init, asked, self._numbers)

    # -- pressing ------------------------------------------------------------------------------------------------------

    def _pressed(self, trial: Trial) -> Mould:
        """What makes the payload; along the way it is settled what takes each value out of the reports."""
        leaves, shape = trial.target.leaves, self._shape(trial)
        numbers = count(len(self._puts) + len(self._special))
        for index, (event, made) in enumerate(trial.slots):
            if isinstance(event, AccountState):
                for prefix, plan in self.purses.items():
                    pinned = {path: name for path, name in trial.in_rows.items() if prefix_of(path) == prefix}
                    cells = cells_of(event, {**plan, **pinned}, leaves, trial.target.units)
                    inside = prefix == made.at and made.at != ""
                    self._amounts.append(amounts_taker(index, cells[:1] if inside else cells))
                    rows = [
                        {cell.path: Hole(next(numbers)) if cell.amount else cell.word for cell in row}
                        for row in cells
                    ]
                    if inside:
                        shape[prefix][-1].update(*rows[:1])
                    else:
                        shape[prefix] = rows
        traced = leaves.traced(sorted(shape.items(), key=lambda item: item[0].count(ROW)))
        self._repeats = repeats(traced)
        return mould_of(traced)

    def _shape(self, trial: Trial) -> Shape:
        """What the rows say, without balances and what stays out."""
        shape: Shape = {}

        def noted(index: int, path: str, origin: Any) -> Any:
            return index, path, origin if trial.value(index, path, origin) is not ABSENT else NOTHING

        plain: dict[int, list[tuple[str, Pen, dict[str, Any], str]]] = {}
        special: list[tuple[Getter, dict[str, Any], str]] = []
        for prefix, rows in trial.said(noted, with_balances=False):
            shape[prefix] = []
            for row in rows:
                said: dict[str, Any] = {}
                shape[prefix].append(said)
                for index, path, origin in row.values():
                    if origin == NOTHING:
                        continue
                    said[path] = origin[1]
                    if origin[0] == "try":
                        continue
                    field = trial.plain(index, path, origin)
                    if field is None:
                        special.append((trial.getter(index, path, origin), said, path))
                    else:
                        of, name, put = field
                        plain.setdefault(of, []).append((name, put, said, path))
        numbers = count()
        self._further = len(trial.slots) in plain
        for of, fields in plain.items():
            self._takers.append((of, taker([name for name, _, _, _ in fields])))
            for _, put, said, path in fields:
                self._puts.append(put)
                said[path] = Hole(next(numbers))
        for get, said, path in special:
            self._special.append(get)
            said[path] = Hole(next(numbers))
        return shape
