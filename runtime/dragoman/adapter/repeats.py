"""Trades that a stream tells a second time, as some do after a reconnect."""

from __future__ import annotations

from collections import deque

from dragoman.model import TradeTick

_KEPT = 1024
"""Trades of an instrument that are remembered: more than venues send again."""


class Repeats:
    """Knows the last trades of each instrument; two that differ in anything but the time of arrival are two trades."""

    def __init__(self, kept: int = _KEPT) -> None:
        self._kept = kept
        self._known: dict[str, tuple[dict[str, tuple[TradeTick, ...]], deque[TradeTick]]] = {}
        """Instrument -> the trades of each id, and all of them in the order that they came in."""

    def seen(self, trade: TradeTick) -> bool:
        """Whether this trade was here before; remembers it. One without an id can't be told from another."""
        identity = trade.trade_id
        if not identity:
            return False
        found = self._known.get(trade.instrument_id)
        if found is None:
            found = self._known[trade.instrument_id] = ({}, deque())
        known, order = found
        # Numbers are compared for equal ids alone: to hash them costs more than all the rest.
        before = known.get(identity, ())
        for each in before:
            if _is(trade, each):
                return True
        if len(order) >= self._kept:
            oldest = order.popleft()
            rest = tuple(each for each in known[oldest.trade_id] if each is not oldest)
            if rest:
                known[oldest.trade_id] = rest
            else:
                del known[oldest.trade_id]
            before = known.get(identity, ())
        known[identity] = (*before, trade)
        order.append(trade)
        return False


def _is(one: TradeTick, other: TradeTick) -> bool:
    return (one.ts_event, one.price, one.size, one.aggressor_side) == (
        other.ts_event,
        other.price,
        other.size,
        other.aggressor_side,
    )
