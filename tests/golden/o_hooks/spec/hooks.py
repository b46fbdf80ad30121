"""Prices of bonds, written in thirty-seconds of a point: 112'165 is 112 and 16.5 thirty-seconds."""

from __future__ import annotations

import re
from decimal import Decimal

from dragoman.model import AggressorSide

_PRICE = re.compile(r"(-?)(\d{1,9})'(\d\d)([0257]?)")
_QUARTERS = {"": Decimal(0), "0": Decimal(0), "2": Decimal("0.25"), "5": Decimal("0.5"), "7": Decimal("0.75")}


def from_thirty_seconds(price: str) -> Decimal:
    """The price in points; ValueError for what is not written so."""
    found = _PRICE.fullmatch(price)
    if found is None or int(found[3]) > 31:
        raise ValueError(f"{price[:40]!r} is no price in thirty-seconds")
    points = Decimal(found[2]) + (Decimal(found[3]) + _QUARTERS[found[4]]) / 32
    return -points if found[1] else points


def in_thirty_seconds(price: Decimal | None) -> str | None:
    """A price in points as the venue writes it; ValueError where quarters of a thirty-second do not hold it."""
    if price is None:
        return None
    quarters = abs(price) * 128
    if quarters != int(quarters):
        raise ValueError(f"{price} is not in quarters of a thirty-second")
    points, rest = divmod(int(quarters), 128)
    return f"{'-' if price < 0 else ''}{points}'{rest // 4:02}{_last(rest % 4)}"


def side_of_flags(flags: int, marks: list[str]) -> AggressorSide:
    """Told by the lowest flag, turned around by each mark of a correction."""
    turned = sum(mark == "corr" for mark in marks)
    return AggressorSide.BUYER if (flags + turned) % 2 else AggressorSide.SELLER


def _last(quarters: int) -> str:
    return "0257"[quarters]
