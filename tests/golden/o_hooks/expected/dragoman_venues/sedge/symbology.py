"""Symbol rules of the venue sedge, both ways. Generated from specs/sedge; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.model import InstrumentId
from dragoman.translate.facts import Product

_BOND_1 = re.compile("(?P<symbol>.+?)\\.SEDGE")


def bond_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of bond."""
    return InstrumentId(f"{symbol}.SEDGE")


def bond_key(instrument_id: str) -> str | None:
    """The key of bond that an id was made from, or None."""
    found = _BOND_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if bond_id(symbol) == instrument_id:
            return symbol
    return None


def bond_raw(symbol: str) -> str:
    """The venue's own symbol of a key of bond."""
    return f"{symbol}"


PRODUCTS: dict[str, Product] = {
    "bond": Product("bond", ("symbol",), ("Cfd",), bond_id, bond_key, bond_raw),
}
