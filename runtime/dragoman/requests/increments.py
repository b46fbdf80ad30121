"""Prices and quantities that an instrument does not take, refused before they are sent."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import Any, TypeVar

import msgspec

from dragoman.errors import InvalidOrder

T = TypeVar("T", bound=msgspec.Struct)

_STEPS = {
    "price": "price_increment",
    "trigger_price": "price_increment",
    "activation_price": "price_increment",
    "quantity": "size_increment",
    "display_qty": "size_increment",
}


def check_increments(instrument: Any, terms: Mapping[str, Any]) -> None:
    """Raises InvalidOrder for a value off its increment, naming the nearest valid ones, or outside the instrument's bounds."""
    for name, step_name in _STEPS.items():
        value, step = terms.get(name), getattr(instrument, step_name, None)
        if value is None or not step or (step_name == "size_increment" and terms.get("quote_quantity")):
            continue
        below = (value / step).to_integral_value(ROUND_FLOOR) * step
        if below != value:
            raise InvalidOrder(
                name, f"must be a multiple of {step:f}: {value:f} lies between {below:f} and {below + step:f}"
            )
    for name, low, high in (
        ("quantity", "min_quantity", "max_quantity"),
        ("price", "min_price", "max_price"),
    ):
        if name == "quantity" and terms.get("quote_quantity"):
            continue
        _bounded(name, terms.get(name), getattr(instrument, low, None), getattr(instrument, high, None))


def rounded(instrument: Any, order: T) -> T:
    """The order or change with its prices at the nearest step and its quantities at the step below."""
    changes = {}
    for name, step_name in _STEPS.items():
        value, step = getattr(order, name, None), getattr(instrument, step_name, None)
        if value is None or not step:
            continue
        if step_name == "size_increment" and getattr(order, "quote_quantity", False):
            continue
        way = ROUND_FLOOR if step_name == "size_increment" else ROUND_HALF_EVEN
        changes[name] = (value / step).to_integral_value(way) * step
    return msgspec.structs.replace(order, **changes)


def _bounded(name: str, value: Decimal | None, low: Any, high: Any) -> None:
    if value is None:
        return
    least, most = (getattr(bound, "amount", bound) for bound in (low, high))
    if isinstance(least, Decimal) and value < least:
        raise InvalidOrder(name, f"must be at least {least:f}, not {value:f}")
    if isinstance(most, Decimal) and value > most:
        raise InvalidOrder(name, f"must be at most {most:f}, not {value:f}")
