"""Which reports one row of a payload tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dragoman.model import AccountState
from dragoman.simulate.errors import NotInvertible
from dragoman.simulate.facts import Fitted
from dragoman.simulate.wire.leaves import ROW
from dragoman.simulate.wire.purses import Currencies, apart
from dragoman.simulate.wire.said import is_second

Group = list[tuple[Any, Fitted]]
"""Reports with how each is told."""


def groups(
    kinds: Mapping[str, Sequence[Fitted]], events: Sequence[Any], currencies: Currencies, venue: str
) -> Iterable[Group]:
    """An outer report with those of its inner list, or several of the same row; raises NotInvertible for one that isn't told there."""
    if len(events) == 1 and events[0].__class__ is not AccountState:
        made = kinds.get(events[0].__class__.__name__)
        if made is not None:
            return ([(events[0], made[0])],)
    return _several(kinds, events, currencies, venue)


def _several(
    kinds: Mapping[str, Sequence[Fitted]], events: Sequence[Any], currencies: Currencies, venue: str
) -> Iterator[Group]:
    group: Group = []
    for event in _apart(events, kinds, currencies):
        every = kinds.get(type(event).__name__)
        if every is None:
            why = "no such report comes from there"
            raise NotInvertible(venue, "", type(event).__name__, why)
        made = every[-1] if is_second(event) else every[0]
        if group and not _belongs(event, made, group):
            yield group
            group = []
        group.append((event, made))
    if group:
        yield group


def _apart(
    events: Sequence[Any], kinds: Mapping[str, Sequence[Fitted]], currencies: Currencies
) -> Iterator[Any]:
    """Events, of accounts the parts that one row can tell."""
    made = kinds.get("AccountState")
    for event in events:
        if isinstance(event, AccountState) and made is not None:
            yield from apart(event, made[0], currencies)
        else:
            yield event


def _belongs(event: Any, made: Fitted, group: Group) -> bool:
    """Whether a report is told by the row of the reports before it."""
    first, of_first = group[0]
    if is_second(event):
        return True
    if made.at.count(ROW) > of_first.at.count(ROW):
        return True
    if made.at != of_first.at or any(type(event) is type(other) for other, _ in group):
        return False
    return getattr(event, "venue_order_id", None) == getattr(first, "venue_order_id", None)
