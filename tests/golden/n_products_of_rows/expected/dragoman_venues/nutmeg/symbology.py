"""Symbol rules of the venue nutmeg, both ways. Generated from specs/nutmeg; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.model import InstrumentId
from dragoman.translate.facts import Product

_SPOT_1 = re.compile("(?P<symbol>.+?)\\-SPOT\\.NUTMEG")
_SWAP_1 = re.compile("(?P<symbol>.+?)\\-SWAP\\.NUTMEG")


def spot_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of spot."""
    return InstrumentId(f"{symbol}-SPOT.NUTMEG")


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


def swap_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of swap."""
    return InstrumentId(f"{symbol}-SWAP.NUTMEG")


def swap_key(instrument_id: str) -> str | None:
    """The key of swap that an id was made from, or None."""
    found = _SWAP_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if swap_id(symbol) == instrument_id:
            return symbol
    return None


def swap_raw(symbol: str) -> str:
    """The venue's own symbol of a key of swap."""
    return f"{symbol}"


PRODUCTS: dict[str, Product] = {
    "spot": Product("spot", ("symbol",), ("CurrencyPair",), spot_id, spot_key, spot_raw),
    "swap": Product("swap", ("symbol",), ("CryptoPerpetual",), swap_id, swap_key, swap_raw),
}
