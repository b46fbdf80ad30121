"""Terms of commands in the units of the wire, and objects of terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from dragoman.errors import InvalidOrder, UnknownInstrument
from dragoman.translate import functions


def divided(
    value: Decimal | None,
    terms: Mapping[str, Any],
    name: str,
    counts_ones: Callable[[str], bool] | None = None,
) -> Decimal | None:
    """A term counted in a decimal of its instrument; raises InvalidOrder where that leaves a rest.

    `counts_ones` tells of a symbol that its unit is 1 where the catalog lacks it; else UnknownInstrument is raised.
    """
    if value is None:
        return None
    factor = _factor(terms, name, counts_ones)
    try:
        return functions.divide(value, factor)
    except (ValueError, ArithmeticError):
        why = f"is no multiple of the venue's unit {factor:f}: {value:f}"
        raise InvalidOrder("quantity", why) from None


def multiplied(
    value: Decimal | None,
    terms: Mapping[str, Any],
    name: str,
    counts_ones: Callable[[str], bool] | None = None,
) -> Decimal | None:
    """A term times a decimal of its instrument."""
    return None if value is None else functions.multiply(value, _factor(terms, name, counts_ones))


def said(entries: Mapping[str, Any]) -> dict[str, Any] | None:
    """An object without the entries that have no value; None where none has one."""
    return {key: value for key, value in entries.items() if value is not None} or None


def _factor(terms: Mapping[str, Any], name: str, counts_ones: Callable[[str], bool] | None) -> Decimal:
    instrument = terms.get("instrument")
    if instrument is None:
        if counts_ones is not None and counts_ones(terms["instrument_id"].rpartition(".")[0]):
            return Decimal(1)
        raise UnknownInstrument(terms["instrument_id"].rpartition(".")[2], terms["instrument_id"])
    key = name.removeprefix("info.")
    found = getattr(instrument, name) if key == name else instrument.info.get(key)
    if found is None or isinstance(found, float):
        raise InvalidOrder("quantity", f"can't be counted: {terms['instrument_id']} has no exact {name}")
    return Decimal(found)
