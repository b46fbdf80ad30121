"""Prices and quantities that an instrument does not take, refused before they are sent."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import Any, TypeVar

import msgspec

from dragoman.errors import InvalidOrder
from dragoman.model import OrderType

T = TypeVar("T", bound=msgspec.Struct)

_STEPS = {
    "price": "price_increment",
    "trigger_price": "price_increment",
    "activation_price": "price_increment",
    "quantity": "size_increment",
    "display_qty": "size_increment",
}
_PRICED = frozenset(
    {OrderType.LIMIT, OrderType.STOP_LIMIT, OrderType.LIMIT_IF_TOUCHED, OrderType.TRAILING_STOP_LIMIT}
)
"""Orders that rest at a price, which some venues take larger than those that go to the market."""


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
    least, most = _sizes(instrument, terms)
    _bounded("quantity", terms.get("quantity"), least, most)
    bounds = getattr(instrument, "min_price", None), getattr(instrument, "max_price", None)
    _bounded("price", terms.get("price"), *bounds)


def _sizes(instrument: Any, terms: Mapping[str, Any]) -> tuple[Any, Any]:
    """The least and the most that may be ordered, each None where nothing is known that is counted as the order counts."""
    known = getattr(instrument, "info", {})
    least, most = getattr(instrument, "min_quantity", None), getattr(instrument, "max_quantity", None)
    value, kind = known.get("max_market_value"), terms.get("type")
    if terms.get("quote_quantity"):
        # What the venue counts in one currency says nothing of pairs with another.
        is_said = known.get("max_market_value_currency") == str(getattr(instrument, "quote_currency", ""))
        return None, value if is_said else None
    to_market = None if value is not None else most
    if kind is None:
        # A change by itself does not say of what type its order is.
        return least, None if to_market is None else max(to_market, known.get("max_limit_size") or to_market)
    return least, known.get("max_limit_size") or most if kind in _PRICED else to_market


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
