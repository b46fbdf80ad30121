"""Symbol rules of the venue databento, both ways. Generated from specs/databento; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.model import InstrumentId
from dragoman.translate.facts import Product

_DATASET_1 = re.compile("(?P<symbol>.+?)\\.(?P<venue>[^.]+)")


def dataset_id(key: tuple[str, str]) -> InstrumentId:
    """The instrument id of a key of dataset."""
    symbol, venue = key
    return InstrumentId(f"{symbol}.{venue}")


def dataset_key(instrument_id: str) -> tuple[str, str] | None:
    """The key of dataset that an id was made from, or None."""
    found = _DATASET_1.fullmatch(instrument_id)
    if found is not None:
        key = (found["symbol"], found["venue"])
        if dataset_id(key) == instrument_id:
            return key
    return None


def dataset_raw(key: tuple[str, str]) -> str:
    """The venue's own symbol of a key of dataset."""
    symbol, _venue = key
    return f"{symbol}"


PRODUCTS: dict[str, Product] = {
    "dataset": Product(
        "dataset",
        ("symbol", "venue"),
        ("CurrencyPair", "Equity", "FuturesContract", "FuturesSpread", "OptionContract", "OptionSpread"),
        dataset_id,
        dataset_key,
        dataset_raw,
        options=("exchange_as_venue",),
    ),
}
