"""What decides how reports are said: their words, flags and signs; and, finer, how their numbers compare with one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any

from msgspec import inspect

from dragoman.model import AccountState, Money
from dragoman.simulate.facts import Fitted

Kind = tuple[Any, ...]
Taker = Callable[[Any], tuple[Any, ...]]
"""Report -> some of its fields."""
_MEANT = (
    "instrument_id",
    "venue_order_id",
    "client_order_id",
    "order_status",
    "order_type",
    "filled_qty",
    "avg_px",
)
"""Fields that matter whether a payload looks at them or not."""
_PLACE = "venue_position_id"
"""A text whose end is a word: which of an instrument's positions it names."""
_SORTS: dict[type[inspect.Type], str] = {
    inspect.DecimalType: "numbers",
    inspect.IntType: "times",
    inspect.EnumType: "words",
    inspect.BoolType: "words",
    inspect.StrType: "texts",
}


class Sorted:
    """The fields of one sort of report that matter to a payload, by what matters of them."""

    __slots__ = ("cls", "numbers", "others", "places", "texts", "times", "words")

    def __init__(self, cls: type, made: Fitted) -> None:
        self.cls = cls
        wanted = {name.partition(".")[0] for name in (*made.needs, *_MEANT)}
        sorts = ("words", "texts", "places", "numbers", "times", "others")
        found: dict[str, list[str]] = {name: [] for name in sorts}
        for field in _fields(cls):
            if field.name in wanted:
                found["places" if field.name == _PLACE else _sort(field.type)].append(field.name)
        self.words, self.texts, self.places, self.numbers, self.times, self.others = map(
            taker, found.values()
        )


def kind_of(slots: Sequence[tuple[Any, Fitted]]) -> tuple[Kind, Kind]:
    """The same kind for reports that are said alike, and the same finer one for those whose numbers compare alike."""
    kind: list[Any] = []
    numbers: list[Decimal] = []
    times: list[int] = []
    finer: list[Any] = []
    for event, made in slots:
        cls = event.__class__
        known = _KNOWN.get(id(made))
        if known is None or known[0] is not made or known[1].cls is not cls:
            known = _KNOWN[id(made)] = made, Sorted(cls, made)
        fields = known[1]
        said = fields.numbers(event)
        kind += (
            cls,
            fields.words(event),
            tuple([text is None for text in fields.texts(event)]),
            tuple([place and place.rpartition("-")[2] for place in fields.places(event)]),
            tuple([None if each is None else _sign(each) for each in said]),
        )
        numbers += [each for each in said if each is not None]
        moments = fields.times(event)
        kind.append(tuple([each is None for each in moments]))
        times += [each for each in moments if each is not None]
        for value in fields.others(event):
            kind.append(value.__class__)
            if value.__class__ is Money:
                finer.append(value.amount > 0)
                numbers.append(value.amount)
        if cls is AccountState:
            for row in event.balances:
                numbers += (row.total, row.locked, row.free)
                finer += (row.currency, _sign(row.total), _sign(row.locked), _sign(row.free))
            for row in event.margins:
                numbers += (row.initial, row.maintenance)
                finer += (row.currency, _sign(row.initial), _sign(row.maintenance))
    finer += (None, *_ranks(numbers), None, *_ranks(times))
    return tuple(kind), tuple(finer)


def taker(names: Sequence[str]) -> Taker:
    """What takes those fields out of a report."""
    if not names:
        return lambda event: ()
    get = attrgetter(*names)
    if len(names) > 1:
        return get
    return lambda event: (get(event),)


_KNOWN: dict[int, tuple[Fitted, Sorted]] = {}


def _fields(cls: type) -> tuple[inspect.Field, ...]:
    found = inspect.type_info(cls)
    assert isinstance(found, inspect.StructType)
    return found.fields


def _sort(kind: inspect.Type) -> str:
    if isinstance(kind, inspect.UnionType):
        kinds = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        kind = kinds[0] if len(kinds) == 1 else kind
    return _SORTS.get(type(kind), "others")


def _sign(number: Decimal) -> int:
    if not number:
        return 0
    return -1 if number.is_signed() else 1


def _ranks(values: list[Any]) -> list[int]:
    """The same for values that compare with one another alike."""
    if len(values) < 2:
        return []
    ordered = sorted(values)
    place = ordered.index
    return [place(value) for value in values]
