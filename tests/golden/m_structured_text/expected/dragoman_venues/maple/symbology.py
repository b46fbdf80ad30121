"""Symbol rules of the venue maple, both ways. Generated from specs/maple; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.model import InstrumentId
from dragoman.translate.facts import Product

_SPOT_1 = re.compile("(?P<symbol>.+?)\\-SPOT\\.MAPLE")
_OPTION_1 = re.compile("(?P<symbol>.+?)\\.MAPLE")


def spot_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of spot."""
    return InstrumentId(f"{symbol}-SPOT.MAPLE")


def spot_key(instrument_id: str) -> str | None:
    """The key of spot that an id was made from, or None."""
    found = _SPOT_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if spot_id(symbol) == instrument_id:
            return symbol
    return None


def spot_raw(symbol: str) -> str:
    """The venue's own symbol of a key of spot."""
    return f"{symbol}"


def option_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of option."""
    return InstrumentId(f"{symbol}.MAPLE")


def option_key(instrument_id: str) -> str | None:
    """The key of option that an id was made from, or None."""
    found = _OPTION_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if option_id(symbol) == instrument_id and (not symbol.endswith("-SPOT")):
            return symbol
    return None


def option_raw(symbol: str) -> str:
    """The venue's own symbol of a key of option."""
    return f"{symbol}"


PRODUCTS: dict[str, Product] = {
    "spot": Product("spot", ("symbol",), ("CurrencyPair",), spot_id, spot_key, spot_raw),
    "option": Product("option", ("symbol",), ("CryptoOption",), option_id, option_key, option_raw),
}
