"""Symbol rules of the venue betfair, both ways. Generated from specs/betfair; edit that and run `make generate`."""

from __future__ import annotations

import re
from decimal import Decimal

from dragoman.model import InstrumentId
from dragoman.translate.facts import Product

_EXCHANGE_1 = re.compile(
    "(?P<market_id>.+?)\\-(?P<selection_id>-?\\d+)\\-(?P<handicap>-?\\d+(?:\\.\\d+)?)\\.BETFAIR"
)
_EXCHANGE_2 = re.compile("(?P<market_id>.+?)\\-(?P<selection_id>-?\\d+)\\.BETFAIR")


def exchange_id(key: tuple[str, int, Decimal]) -> InstrumentId:
    """The instrument id of a key of exchange."""
    market_id, selection_id, handicap = key
    if handicap != 0:
        return InstrumentId(f"{market_id}-{selection_id}-{handicap}.BETFAIR")
    return InstrumentId(f"{market_id}-{selection_id}.BETFAIR")


def exchange_key(instrument_id: str) -> tuple[str, int, Decimal] | None:
    """The key of exchange that an id was made from, or None."""
    found = _EXCHANGE_1.fullmatch(instrument_id)
    if found is not None:
        key = (found["market_id"], int(found["selection_id"]), Decimal(found["handicap"]))
        if exchange_id(key) == instrument_id:
            return key
    found = _EXCHANGE_2.fullmatch(instrument_id)
    if found is not None:
        key = (found["market_id"], int(found["selection_id"]), Decimal(0))
        if exchange_id(key) == instrument_id:
            return key
    return None


def exchange_raw(key: tuple[str, int, Decimal]) -> str:
    """The venue's own symbol of a key of exchange."""
    market_id, selection_id, _handicap = key
    return f"{market_id}-{selection_id}"


PRODUCTS: dict[str, Product] = {
    "exchange": Product(
        "exchange",
        ("market_id", "selection_id", "handicap"),
        ("BettingInstrument",),
        exchange_id,
        exchange_key,
        exchange_raw,
    ),
}
