"""Which orders and fills of an account a list tells: those that are over, of a range of time, as many as one answer holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dragoman.errors import DragomanError
from dragoman.model import FillReport, OrderStatusReport
from dragoman.requests.facts import Operation, Param
from dragoman.simulate.exchange.reasons import Reason, Refused
from dragoman.simulate.wire.said import is_over
from dragoman.translate.functions import parse_iso

_FOREVER = 1 << 62


def over(orders: str, events: Sequence[Any]) -> list[Any]:
    """Without orders that are not over yet; of those that wait for a price one is over once it was triggered."""
    return [each for each in events if not isinstance(each, OrderStatusReport) or is_over(orders, each)]


def within(operation: Operation, given: Mapping[str, Any], events: Sequence[Any]) -> list[Any]:
    """Those of the range that a call names; raises Refused for a bound that is no time."""
    start, end = 0, _FOREVER
    for param in operation.params:
        if param.fills not in ("start", "end") or given.get(param.wire) in (None, ""):
            continue
        bound, aside = _moment(param, given[param.wire]), int(param.exclusive)
        if param.fills == "start":
            start = max(start, bound + aside)
        else:
            # A bound is as fine as its unit, and in the range with all of that.
            end = min(end, bound - 1 if aside else bound + (param.unit_ns or 1) - 1)
    return [each for each in events if start <= _time(each) <= end]


def page(
    operation: Operation, given: Mapping[str, Any], events: Sequence[Any], by_rows: Callable[[], bool]
) -> list[Any]:
    """As many as one answer holds, the latest last, from the place that is asked for; `by_rows`: cursors are ids of rows."""
    facts = operation.page
    asked = next((given[p.wire] for p in operation.params if p.fills == "limit" and given.get(p.wire)), None)
    if facts is None or (facts.kind == "id" and not facts.backward):
        return list(events)
    wire = next((param.wire for param in operation.params if param.name == facts.from_), "")
    if facts.kind != "time" and not (events and by_rows()):
        # Of ids that no row tells whatever is known was told before the first of them.
        return [] if facts.kind == "id" and given.get(wire) else list(events)
    most = int(str(asked)) if str(asked).isdecimal() else facts.most or len(events)
    most = min(most, facts.most or most)
    if facts.kind != "time":
        found = list(events) if not given.get(wire) else _before(str(given[wire]), events)
        found = found[-most:]
        return found if facts.backward else found[::-1]
    starts = any(p.fills == "start" and given.get(p.wire) for p in operation.params)
    return list(events[:most] if starts and not facts.backward else events[-most:])


def _before(identity: str, events: Sequence[Any]) -> list[Any]:
    """What is older than the order or trade of that id; of ids that are not there any more, smaller ones."""
    ids = [{each.venue_order_id, getattr(each, "trade_id", None)} for each in events]
    at = next((index for index, known in enumerate(ids) if identity in known), None)
    if at is not None or not identity.isdecimal():
        return list(events[: at or 0])
    return [e for e in events if str(e.venue_order_id).isdecimal() and int(e.venue_order_id) < int(identity)]


def _time(event: Any) -> int:
    if isinstance(event, OrderStatusReport):
        return event.ts_last
    return event.ts_event if isinstance(event, FillReport) else 0


def _moment(param: Param, value: Any) -> int:
    try:
        text = str(value)
        return int(text) * (param.unit_ns or 1) if text.isdecimal() else parse_iso(text)
    except (ValueError, DragomanError):
        raise Refused(Reason.NOT_SUPPORTED, f"{param.wire} is no time: {str(value)[:80]}") from None
