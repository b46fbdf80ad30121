"""What a request for history means beyond the parameters that a venue has for it: its range, its limit, its order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from dragoman.errors import InvalidParameter
from dragoman.log import Log
from dragoman.model import BarAggregation
from dragoman.requests.choose import Want
from dragoman.requests.facts import Operation

log = Log("dragoman.history")
_SECOND = 1_000_000_000
_LENGTHS = {
    BarAggregation.SECOND: _SECOND,
    BarAggregation.MINUTE: 60 * _SECOND,
    BarAggregation.HOUR: 3_600 * _SECOND,
    BarAggregation.DAY: 86_400 * _SECOND,
    BarAggregation.WEEK: 604_800 * _SECOND,
    BarAggregation.MONTH: 31 * 86_400 * _SECOND,
    BarAggregation.YEAR: 366 * 86_400 * _SECOND,
}
Enough = Callable[[list[Any]], bool]


def check(venue: str, action: str, want: Want) -> None:
    """Raises InvalidParameter for a range that ends before it begins, and for a limit that lets nothing through."""
    if want.start_ns is not None and want.end_ns is not None and want.end_ns < want.start_ns:
        raise InvalidParameter(
            venue, action, "end", f"lies before the start: {want.end_ns} < {want.start_ns}"
        )
    if want.limit is not None and want.limit < 1:
        raise InvalidParameter(venue, action, "limit", f"must be at least 1, not {want.limit}")


def bar_length_ns(specification: str | None) -> int:
    """How long a bar such as `1-MINUTE` lasts, a month at its longest; nothing for bars that time does not end."""
    step, _, aggregation = (specification or "").partition("-")
    return int(step) * _LENGTHS.get(BarAggregation(aggregation), 0) if step else 0


def asked(want: Want) -> Want:
    """What to ask a venue for: of bars one more before the start, since many venues ask by the opening of a bar that is known by its end."""
    length = bar_length_ns(want.specification)
    if not length or want.start_ns is None:
        return want
    limit = None if want.limit is None else want.limit + 1
    return replace(want, start_ns=max(0, want.start_ns - length), limit=limit)


def has_pages(operation: Operation, want: Want) -> bool:
    """Whether one call may not be all: a range, or more of the newest rows than one answer holds where pages go back."""
    page = operation.page
    if page is None:
        return False
    is_long = page.backward and want.limit is not None and bool(page.most) and want.limit > page.most
    return is_long or want.start_ns is not None or want.end_ns is not None


def paging(operation: Operation, want: Want, given: dict[str, Any]) -> Enough:
    """When pages have brought enough; where they come in another order than what is kept, not before the last of them.

    Takes the limit out of `given` where it would be no more than the size of a page.
    """
    page, limit = operation.page, want.limit
    assert page is not None
    is_in_order = page.backward is (want.start_ns is None)
    if limit is None or not is_in_order:
        if limit is not None:
            given.pop(page.limit, None)
        return lambda events: False
    return lambda events: len(_within(events, want)) >= limit


def kept(events: Iterable[Any], kind: type, instrument_id: str) -> list[Any]:
    """Events of the type that is asked for, and of the instrument where they name one: some answers tell of all."""
    return [
        event
        for event in events
        if isinstance(event, kind) and getattr(event, "instrument_id", instrument_id) == instrument_id
    ]


def cut(events: list[Any], venue: str, operation: Operation, want: Want) -> list[Any]:
    """Events oldest first, within the range also where the venue has no parameter for it, and no more than the limit."""
    events = _oldest_first(events, operation.page is not None and operation.page.backward)
    most = next((param.most for param in operation.params if param.fills == "limit"), None)
    if want.limit is not None and most is not None and want.limit > most and not has_pages(operation, want):
        log.warning(
            "the venue tells of no more at once",
            venue=venue,
            operation=operation.name,
            most=most,
            limit=want.limit,
        )
    taken = {param.fills for param in operation.params}
    is_latest = "start" not in taken and operation.page is None
    if is_latest and want.start_ns is not None and events and events[0].ts_event > want.start_ns:
        log.warning(
            "the venue tells of no more than the latest",
            venue=venue,
            operation=operation.name,
            from_ns=events[0].ts_event,
            asked_from_ns=want.start_ns,
        )
    events = _within(events, want)
    if want.limit is None or len(events) <= want.limit:
        return events
    return events[: want.limit] if want.start_ns is not None else events[-want.limit :]


def _within(events: list[Any], want: Want) -> list[Any]:
    """Events of the range, both its ends in it, by their own time, whatever the venue counts by."""
    start, end = want.start_ns or 0, want.end_ns
    return [event for event in events if start <= event.ts_event and (end is None or event.ts_event <= end)]


def _oldest_first(events: list[Any], goes_back: bool) -> list[Any]:
    """Events in the order of time, those of one moment in the order that they happened in: many venues tell the newest first."""
    if events and events[0].ts_event + goes_back > events[-1].ts_event:
        events = events[::-1]
    return sorted(events, key=lambda event: event.ts_event)
