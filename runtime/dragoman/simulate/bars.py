"""Bars of the simulated trades, of any length that a specification names."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from dragoman.model import Bar, BarType, InstrumentId, TradeTick

_SECOND = 1_000_000_000
_UNITS = {
    "SECOND": _SECOND, "MINUTE": 60 * _SECOND, "HOUR": 3_600 * _SECOND, "DAY": 86_400 * _SECOND, "WEEK": 604_800 * _SECOND,
    "MONTH": 30 * 86_400 * _SECOND,
}  # fmt: skip
_ZERO = Decimal(0)
MS = 1_000_000


def length_ns(specification: str) -> int:
    """Nanoseconds of `5-MINUTE`; a month counts thirty days."""
    step, _, unit = specification.partition("-")
    return int(step) * _UNITS[unit]


def bars_of(
    trades: Iterable[TradeTick], specification: str, price_type: str, start_ns: int, end_ns: int, now_ns: int
) -> list[Bar]:
    """Closed bars that opened in [start_ns, end_ns); one without trades stays at the close before it.

    `ts_event` is the last millisecond of the bar.
    """
    length = length_ns(specification)
    found: list[Bar] = []
    prices: dict[int, list[Any]] = {}
    identity: InstrumentId | None = None
    for trade in trades:
        identity = trade.instrument_id
        row = prices.setdefault(
            trade.ts_event // length, [trade.price, trade.price, trade.price, trade.price, _ZERO]
        )
        row[1:4] = max(row[1], trade.price), min(row[2], trade.price), trade.price
        row[4] += trade.size
    if identity is None:
        return found
    kind = BarType(f"{identity}-{specification}-{price_type}-EXTERNAL")
    last: Decimal | None = None
    for number in range(min(prices), min(now_ns, end_ns + length - 1) // length):
        row = prices.get(number, [last] * 4 + [_ZERO])
        last = row[3]
        if start_ns <= number * length < end_ns:
            close_ns = (number + 1) * length - MS
            found.append(Bar(kind, row[0], row[1], row[2], row[3], row[4], close_ns, now_ns))
    return found
