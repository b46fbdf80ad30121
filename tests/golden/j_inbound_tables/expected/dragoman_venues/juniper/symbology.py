"""Symbol rules of the venue juniper, both ways. Generated from specs/juniper; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.model import InstrumentId
from dragoman.translate.facts import Product

_SWAP_1 = re.compile("(?P<symbol>.+?)\\.JUNIPER")


def swap_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of swap."""
    return InstrumentId(f"{symbol}.JUNIPER")


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
    "swap": Product("swap", ("symbol",), ("CryptoPerpetual",), swap_id, swap_key, swap_raw),
}
