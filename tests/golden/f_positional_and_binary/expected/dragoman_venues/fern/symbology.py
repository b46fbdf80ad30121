"""Symbol rules of the venue fern, both ways. Generated from specs/fern; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.model import InstrumentId
from dragoman.translate.facts import Product

_SHARES_1 = re.compile("(?P<symbol>.+?)\\.FERN")


def shares_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of shares."""
    return InstrumentId(f"{symbol}.FERN")


def shares_key(instrument_id: str) -> str | None:
    """The key of shares that an id was made from, or None."""
    found = _SHARES_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if shares_id(symbol) == instrument_id:
            return symbol
    return None


def shares_raw(symbol: str) -> str:
    """The venue's own symbol of a key of shares."""
    return f"{symbol}"


PRODUCTS: dict[str, Product] = {
    "shares": Product("shares", ("symbol",), ("Equity",), shares_id, shares_key, shares_raw),
}
