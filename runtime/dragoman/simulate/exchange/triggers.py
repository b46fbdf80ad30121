"""Orders that wait for a price: plain triggers sorted by price, trailing and repeated ones looked at one by one."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import TypeAlias

from dragoman.model import Order, OrderType, TrailingOffsetType, TriggerType
from dragoman.simulate.exchange.working import Working

_TRAILING = frozenset({OrderType.TRAILING_STOP_MARKET, OrderType.TRAILING_STOP_LIMIT})
_TOUCHED = frozenset({OrderType.MARKET_IF_TOUCHED, OrderType.LIMIT_IF_TOUCHED})
_DOUBLE = frozenset({TriggerType.DOUBLE_LAST, TriggerType.DOUBLE_BID_ASK})
_POINTS = 10_000


class Gauge(Enum):
    """A price that triggers look at."""

    LAST = auto()
    MARK = auto()
    INDEX = auto()
    BID = auto()
    ASK = auto()
    MID = auto()


Prices: TypeAlias = dict[Gauge, int]
"""In ticks; those that are not known are missing."""
_Row: TypeAlias = tuple[int, int, Working]


def gauges_of(order: Order, sign: int) -> tuple[Gauge, ...]:
    """The prices that an order looks at: buyers at asks, sellers at bids."""
    near = Gauge.ASK if sign > 0 else Gauge.BID
    match getattr(order, "trigger_type", TriggerType.DEFAULT):
        case TriggerType.MARK_PRICE:
            return (Gauge.MARK,)
        case TriggerType.INDEX_PRICE:
            return (Gauge.INDEX,)
        case TriggerType.BID_ASK | TriggerType.DOUBLE_BID_ASK:
            return (near,)
        case TriggerType.LAST_OR_BID_ASK:
            return Gauge.LAST, near
        case TriggerType.MID_POINT:
            return (Gauge.MID,)
    return (Gauge.LAST,)


def rises(order: Working) -> bool:
    """Whether a price at or above the trigger fires it: a buyer's stop and a seller's target."""
    return (order.sign > 0) != (order.type in _TOUCHED)


def is_due(order: Working, prices: Prices) -> bool:
    """Whether a plain trigger is reached already."""
    return order.trigger is not None and is_reached(order.order, order.sign, order.trigger, prices)


def is_reached(order: Order, sign: int, trigger: int, prices: Prices) -> bool:
    """Whether prices have come to a trigger in ticks; never to one that trails."""
    if order.order_type in _TRAILING:
        return False
    up = (sign > 0) != (order.order_type in _TOUCHED)
    known = [prices[gauge] for gauge in gauges_of(order, sign) if gauge in prices]
    return any(price >= trigger if up else price <= trigger for price in known)


@dataclass(slots=True)
class Trail:
    """What a trailing or repeated trigger has seen: the best price so far, and how often it was reached in a row."""

    order: Working
    gauges: tuple[Gauge, ...]
    activation: int | None = None
    extreme: int | None = None
    hits: int = 0


class Waiting:
    """The conditional orders of one instrument."""

    def __init__(self) -> None:
        self._sorted: dict[tuple[Gauge, bool], list[_Row]] = {}
        self._trails: dict[int, Trail] = {}

    def __bool__(self) -> bool:
        """Whether any order waits."""
        return bool(self._trails) or any(self._sorted.values())

    def add(self, order: Working, prices: Prices) -> None:
        """From now on it fires; a trailing one without a trigger starts from the market."""
        order.waiting = True
        kind = getattr(order.order, "trigger_type", TriggerType.DEFAULT)
        if order.type in _TRAILING or kind in _DOUBLE:
            activation = getattr(order.order, "activation_price", None)
            ticks = None if activation is None else order.grid.ticks(activation)
            trail = Trail(order, gauges_of(order.order, order.sign), ticks)
            self._trails[order.number] = trail
            if order.type in _TRAILING:
                for gauge in trail.gauges:
                    if gauge in prices:
                        self._follow(trail, prices[gauge])
            return
        for gauge in gauges_of(order.order, order.sign):
            insort(self._sorted.setdefault((gauge, rises(order)), []), self._row(order), key=_place)

    def remove(self, order: Working) -> None:
        order.waiting = False
        if self._trails.pop(order.number, None) is not None:
            return
        row = self._row(order)
        for gauge in gauges_of(order.order, order.sign):
            rows = self._sorted[gauge, rises(order)]
            del rows[bisect_left(rows, _place(row), key=_place)]

    def fired(self, gauge: Gauge, price: int) -> list[Working]:
        """Takes out the orders that a new price fires, those whose trigger it passed first before the others."""
        found: list[Working] = []
        for up in (True, False):
            rows = self._sorted.get((gauge, up))
            while rows:
                order = rows[-1][2]
                assert order.trigger is not None
                if (price < order.trigger) if up else (price > order.trigger):
                    break
                self.remove(order)
                found.append(order)
        for trail in list(self._trails.values()) if self._trails else ():
            if gauge in trail.gauges and self._reached(trail, price):
                self.remove(trail.order)
                found.append(trail.order)
        return found

    # -- inside --------------------------------------------------------------------------------------------------------

    @staticmethod
    def _row(order: Working) -> _Row:
        assert order.trigger is not None
        return (-order.trigger if rises(order) else order.trigger, -order.number, order)

    def _reached(self, trail: Trail, price: int) -> bool:
        order = trail.order
        if order.type in _TRAILING and not self._follow(trail, price):
            return False
        if order.trigger is None:
            return False
        reached = price >= order.trigger if rises(order) else price <= order.trigger
        trail.hits = trail.hits + 1 if reached else 0
        kind = getattr(order.order, "trigger_type", TriggerType.DEFAULT)
        return trail.hits >= (2 if kind in _DOUBLE else 1)

    def _follow(self, trail: Trail, price: int) -> bool:
        """Moves a trailing trigger after the price; False while it is not active."""
        order = trail.order
        if trail.activation is not None:
            if (price - trail.activation) * order.sign > 0:
                return False
            trail.activation = None
        if trail.extreme is None or (price - trail.extreme) * order.sign < 0:
            trail.extreme = price
            moved = price + order.sign * _offset(order, price)
            if order.trigger is None or (moved - order.trigger) * order.sign < 0:
                order.trigger = moved
        return True


def limit_after(order: Working) -> int | None:
    """The limit of an order whose trigger fired; a trailing one's lies its offset behind the trigger, where it says no price."""
    offset = getattr(order.order, "limit_offset", None)
    if order.type is not OrderType.TRAILING_STOP_LIMIT or order.limit is not None or order.trigger is None:
        return order.limit
    return order.trigger + order.sign * _in_ticks(order, offset or Decimal(0), order.trigger)


def _offset(order: Working, price: int) -> int:
    return _in_ticks(order, getattr(order.order, "trailing_offset", Decimal(0)), price)


def _in_ticks(order: Working, offset: Decimal, price: int) -> int:
    numerator, denominator = offset.as_integer_ratio()
    match getattr(order.order, "trailing_offset_type", TrailingOffsetType.PRICE):
        case TrailingOffsetType.TICKS:
            return int(numerator // denominator)
        case TrailingOffsetType.BASIS_POINTS:
            return int(price * numerator // (denominator * _POINTS))
    above, below = order.grid.tick.as_integer_ratio()
    return int(numerator * below // (denominator * above))


def _place(row: _Row) -> tuple[int, int]:
    return row[0], row[1]
