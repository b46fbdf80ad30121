"""What a venue says in a field whatever else would mean the same: by what happened, and to which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from msgspec import Raw, structs

from dragoman.model import (
    ContingencyType,
    Money,
    OrderStatus,
    OrderStatusReport,
    OrderType,
    TrailingOffsetType,
)
from dragoman.simulate.exchange.entry import CONDITIONAL
from dragoman.simulate.exchange.positions import Alone
from dragoman.simulate.payloads import digits
from dragoman.simulate.wire.further import Further

_FIELDS = {
    "status": "order_status",
    "type": "order_type",
    "tif": "time_in_force",
    "side": "order_side",
    "trigger": "trigger_type",
}
_BECOMES = {
    OrderType.STOP_MARKET: OrderType.MARKET,
    OrderType.MARKET_IF_TOUCHED: OrderType.MARKET,
    OrderType.TRAILING_STOP_MARKET: OrderType.MARKET,
    OrderType.STOP_LIMIT: OrderType.LIMIT,
    OrderType.LIMIT_IF_TOUCHED: OrderType.LIMIT,
    OrderType.TRAILING_STOP_LIMIT: OrderType.LIMIT,
}
_STANDS = {OrderStatus.TRIGGERED: OrderStatus.ACCEPTED}
_OPEN = frozenset({OrderStatus.ACCEPTED, OrderStatus.PARTIALLY_FILLED, OrderStatus.TRIGGERED})
OMIT = "omit"
_MOST_RAW = 4_096
_OCO = ContingencyType.OCO
_WORKED_OUT = frozenset({"leaves", "value", "margin_mode"})
Origins = Mapping[str, tuple[Any, ...]]
"""Path -> origin of what stands there."""


def waits(report: OrderStatusReport) -> bool:
    """Whether an order waits for a price, or did until it was taken off."""
    return (
        report.order_type in CONDITIONAL
        and report.ts_triggered is None
        and report.order_status is not OrderStatus.TRIGGERED
        and not report.filled_qty
    )


def is_over(orders: str, report: OrderStatusReport) -> bool:
    """Whether an order is over, for those who tell of it until it is triggered or to its end."""
    return report.order_status not in _OPEN or (orders == "waiting" and not waits(report))


def is_told(orders: str, report: OrderStatusReport, change: str = "asked") -> bool:
    """Whether a channel or list for `plain`, `conditional` or `waiting` orders tells one; that an order was triggered each may tell."""
    if orders == "plain":
        return not waits(report) and change != "stands"
    if orders == "conditional":
        return (
            report.order_type in CONDITIONAL and change != "stands" and (change != "asked" or waits(report))
        )
    if orders == "waiting":
        return report.order_type in CONDITIONAL and (change == "triggered" or waits(report))
    return True


def as_told(orders: str, report: OrderStatusReport) -> OrderStatusReport:
    """An order that was triggered, as those tell it who know it as it came, or as what it became."""
    if not orders or report.ts_triggered is None:
        return report
    if orders == "plain":
        return structs.replace(
            report,
            order_type=_BECOMES.get(report.order_type, report.order_type),
            order_status=_STANDS.get(report.order_status, report.order_status),
            trigger_price=None,
            trigger_type=None,
            trailing_offset=None,
            trailing_offset_type=TrailingOffsetType.NO_TRAILING_OFFSET,
        )
    if orders == "waiting" or report.order_status is OrderStatus.ACCEPTED:
        return structs.replace(report, order_status=OrderStatus.TRIGGERED)
    return report


def as_one(
    orders: str, events: Sequence[Any], further: Callable[[Any], Further | None], now_ns: int
) -> list[Any]:
    """Reports as a channel or list for such orders tells them; of two orders that are one to those who wait both, as they stand, without their client's id of the second."""
    found: list[Any] = []
    told: set[str] = set()
    for each in events:
        if not isinstance(each, OrderStatusReport):
            found.append(each)
            continue
        known = further(each) if orders == "waiting" and each.contingency_type is _OCO else None
        pair = None if known is None else known.pair
        if pair is None:
            found.append(as_told(orders, each))
        elif pair[0].first_id not in told:
            told.add(pair[0].first_id)
            first, second = (as_told(orders, one.report(now_ns)) for one in pair)
            linked = (str(second.client_order_id),)
            found += [first, structs.replace(second, client_order_id=None, linked_order_ids=linked)]
    return found


def is_second(report: Any) -> bool:
    """Whether a report is the second of two orders that are told as one, which has no id of its own while it waits."""
    return (
        isinstance(report, OrderStatusReport)
        and report.client_order_id is None
        and report.contingency_type is _OCO
        and bool(report.linked_order_ids)
    )


def term(events: Sequence[Any], name: str) -> Any:
    """A field of the last report that has it, `leaves` that is not filled or `value` of what is; `-x` is its opposite, `x.currency` that of money."""
    name, _, part = name.partition(".")
    if name.startswith("-"):
        found = term(events, name[1:])
        found = found.amount if isinstance(found, Money) else found
        return -found if isinstance(found, Decimal) else None
    report = events[-1]
    if name in ("leaves", "value") and isinstance(report, OrderStatusReport):
        return _leaves(report) if name == "leaves" else (report.avg_px or Decimal(0)) * report.filled_qty
    if name == "margin_mode":
        place = term(events, "venue_position_id")
        return "isolated" if isinstance(place, str) and Alone.NET in place else "cross"
    field = _FIELDS.get(name, name)
    found = next((getattr(each, field) for each in reversed(events) if hasattr(each, field)), None)
    return getattr(found, part, None) if part else found


def place(events: Sequence[Any], name: str) -> tuple[int, str] | None:
    """(place of the report, its field) of a term that is one by itself, the same for all reports of these types; None for others."""
    field = _FIELDS.get(name, name)
    if name in _WORKED_OUT or not field.isidentifier():
        return None
    return next(((i, field) for i in reversed(range(len(events))) if hasattr(events[i], field)), None)


def _leaves(report: OrderStatusReport) -> Decimal:
    return report.quantity - report.filled_qty if report.order_status in _OPEN else Decimal(0)


_NOTHING: tuple[tuple[Any, ...], Origins] = ((), {})


class Repeating(dict[str, Any]):
    """What fields may repeat that nothing is said of: the call's parameters, and then terms of the order's report."""

    __slots__ = ("report",)

    def __init__(
        self, asked: Mapping[str, Any], report: Any, home: Callable[[Any], str] | None = None
    ) -> None:
        super().__init__(asked)
        self.report = report
        if home is not None and not self["product"]:
            name = home(report)
            self.update(product=name, PRODUCT=name.upper())

    def get(self, name: str, otherwise: Any = None) -> Any:
        """The parameter, else the term; `leaves_number` is `leaves` as a number of JSON."""
        if name in self:
            return self[name]
        text = None if name[:1].isupper() else term((self.report,), name.removesuffix("_number"))
        if not isinstance(text, Decimal):
            return text if name == "margin_mode" else otherwise
        return Raw(f"{text:f}".encode()) if name.endswith("_number") else digits(text)


class _Told(NamedTuple):
    """What is told, and what happened."""

    report: Any
    change: str
    product: str
    last: Any


class Pins:
    """What one payload says by tables; the same inputs give the same origins."""

    __slots__ = ("_inputs", "_known", "_raw", "_said", "_takers")

    def __init__(self, said: Mapping[str, Any]) -> None:
        self._said = said
        self._inputs = tuple(dict.fromkeys(name for value in said.values() for name in _by(value)))
        self._takers = [_taker(name) for name in self._inputs]
        self._known: dict[tuple[Any, ...], Origins] = {}
        self._raw: dict[tuple[Any, ...], tuple[tuple[Any, ...], Origins]] = {}
        """What decides, before it is put into words -> in words, and what stands there."""

    def of(self, report: Any, change: str, product: str, last: Any = None) -> tuple[tuple[Any, ...], Origins]:
        """(what decided, path -> origin); `last` is what is told behind the report, as a fill behind its order."""
        if not self._said:
            return _NOTHING
        told = _Told(report, change, product, report if last is None else last)
        raw = tuple([take(told) for take in self._takers])
        found = self._raw.get(raw)
        if found is None:
            if len(self._raw) >= _MOST_RAW:
                self._raw.clear()
            found = self._raw[raw] = self._worded(told)
        return found

    def _worded(self, told: _Told) -> tuple[tuple[Any, ...], Origins]:
        key = tuple([_input(name, told) for name in self._inputs])
        known = self._known.get(key)
        if known is None:
            inputs = dict(zip(self._inputs, key, strict=True))
            found = {path: word(value, inputs) for path, value in self._said.items()}
            known = self._known[key] = {
                path: _origin(each) for path, each in found.items() if each is not None
            }
        return key, known


def _by(value: Any) -> tuple[str, ...]:
    if not isinstance(value, Mapping):
        return ()
    by = value["by"]
    return (by,) if isinstance(by, str) else tuple(by)


def _taker(name: str) -> Callable[[_Told], Any]:
    """What takes out all that matters of an input."""
    if name == "change":
        return lambda told: told.change
    if name == "product":
        return lambda told: told.product
    if name == "waits":
        return lambda told: isinstance(told.report, OrderStatusReport) and waits(told.report)
    if name == "triggered":
        return lambda told: getattr(told.report, "ts_triggered", None) is not None
    if name == "named":
        return lambda told: getattr(told.report, "client_order_id", None) is not None
    if name == "paired":
        return lambda told: _is_first(told.report)
    if name == "other":
        return lambda told: getattr(told.last, "order_status", None) if told.last is not told.report else None
    if name == "margin_mode":
        return lambda told: term((told.report,), name)
    if "." in name:
        return lambda told: term((told.last,), name)
    field = _FIELDS.get(name, name)

    def taken(told: _Told) -> Any:
        value = getattr(told.report, field, None)
        return bool(value) if value.__class__ is Decimal else value

    return taken


def _input(name: str, told: _Told) -> str:
    report = told.report
    if name == "change":
        return told.change
    if name == "product":
        return told.product
    if name == "waits":
        return "true" if isinstance(report, OrderStatusReport) and waits(report) else "false"
    if name == "triggered":
        return "true" if getattr(report, "ts_triggered", None) is not None else "false"
    if name == "named":
        return "true" if getattr(report, "client_order_id", None) is not None else "false"
    if name == "paired":
        return "true" if _is_first(report) else "false"
    if name == "other":
        status = None if told.last is report else getattr(told.last, "order_status", None)
        return "none" if status is None else str(status)
    if name == "margin_mode":
        return str(term((report,), name))
    if "." in name:
        return str(term((told.last,), name) or "none")
    value = getattr(report, _FIELDS.get(name, name), None)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return "some" if value else "none"
    if value is None:
        return "none"
    return value.name if isinstance(value, Enum) and name != "cancel_reason" else str(value)


def _is_first(report: Any) -> bool:
    """Whether a report is the first of two orders that are told as one."""
    linked = getattr(report, "linked_order_ids", ()) or getattr(report, "parent_order_id", None)
    return getattr(report, "contingency_type", None) is _OCO and not linked


def word(value: Any, inputs: Mapping[str, str]) -> Any:
    """The word of a table, None where it has none for the inputs."""
    for name in _by(value):
        if not isinstance(value, Mapping):
            return value
        fitting = (each for pattern, each in value.items() if fnmatchcase(inputs[name], str(pattern)))
        value = next(fitting, None)
    return value


def _origin(word: Any) -> tuple[Any, ...]:
    if word == OMIT:
        return ("absent",)
    if isinstance(word, str) and word.startswith("$"):
        return ("report", word[1:])
    return ("try", word)
