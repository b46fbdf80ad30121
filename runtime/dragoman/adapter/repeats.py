"""Trades that a stream tells a second time, as some do after a reconnect."""

from __future__ import annotations

from collections import deque

from dragoman.model import TradeTick

_KEPT = 1024
"""Trades of an instrument that are remembered: more than venues send again."""

_Told = tuple[object, ...]


class Repeats:
    """Knows the last trades of each instrument; two that differ in anything but the time of arrival are two trades."""

    def __init__(self, kept: int = _KEPT) -> None:
        self._kept = kept
        self._known: dict[str, tuple[set[_Told], deque[_Told]]] = {}

    def seen(self, trade: TradeTick) -> bool:
        """Whether this trade was here before; remembers it. One without an id can't be told from another."""
        if not trade.trade_id:
            return False
        told = (trade.trade_id, trade.ts_event, trade.price, trade.size, trade.aggressor_side)
        found = self._known.get(trade.instrument_id)
        if found is None:
            found = self._known[trade.instrument_id] = (set(), deque())
        known, order = found
        if told in known:
            return True
        if len(order) >= self._kept:
            known.discard(order.popleft())
        known.add(told)
        order.append(told)
        return False
