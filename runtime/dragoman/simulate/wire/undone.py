"""What a request's parameter tells, found by the mark that came out in its place, and how it is undone."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from dragoman.simulate.wire.combinations import NUMBERS
from dragoman.simulate.wire.recipes import Undo
from dragoman.simulate.wire.requests import listed

MARK = Decimal("1.00000000000007")
TIME = 1_111_111_111_111_111_111
TEXTS = ("client_order_id", "venue_order_id", "order_list_id")


def way_back(made: Any, marked: Mapping[str, Any]) -> tuple[str, Undo] | None:
    """The term that a parameter tells, found by the mark that came out in its place, and how; None for a constant."""
    if isinstance(made, bool):
        return None
    if isinstance(made, list) and made:
        inner = way_back(made[0], marked)
        return None if inner is None else (inner[0], partial(_first_of, inner[1]))
    if isinstance(made, str):
        for name in TEXTS:
            before, mark, after = made.partition(str(marked[name]))
            if marked[name] and mark:
                return name, partial(_between, before, after)
    if isinstance(made, int) and made > 1_000_000_000:
        for unit in (1, 1_000, 1_000_000, 1_000_000_000):
            if TIME // unit == made:
                return "expire_time", partial(_in_ns, unit)
    number = _decimal(made)
    if not number:
        return None
    for name in NUMBERS:
        if marked[name] is not None and _is_plain(ratio := number / marked[name]):
            return name, _decimal if ratio == 1 else partial(_divided, ratio)
    return None


def _first_of(undo: Undo, given: Any) -> Any:
    values = given if isinstance(given, list) else listed(str(given))
    return undo(values[0]) if values else None


def _between(before: str, after: str, given: Any) -> str:
    return str(given).removeprefix(before).removesuffix(after)


def _in_ns(unit: int, given: Any) -> int:
    return int(given) * unit


def _divided(ratio: Decimal, given: Any) -> Decimal | None:
    number = _decimal(given)
    return None if number is None else number / ratio


def _is_plain(ratio: Decimal) -> bool:
    """Whether a number is a unit: only few digits, which no other mark's quotient has."""
    short = ratio.normalize()
    return len(short.as_tuple().digits) <= 6


def _decimal(value: Any) -> Decimal | None:
    if isinstance(value, bool):
        return None
    try:
        return Decimal(value) if isinstance(value, str | int | Decimal) else None
    except InvalidOperation:
        return None
