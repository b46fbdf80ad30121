"""Symbol rules of the venue bybit, both ways. Generated from specs/bybit; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.model import InstrumentId
from dragoman.translate.facts import Product

_SPOT_1 = re.compile("(?P<symbol>.+?)\\-SPOT\\.BYBIT")
_LINEAR_1 = re.compile("(?P<symbol>.+?)\\-LINEAR\\.BYBIT")
_INVERSE_1 = re.compile("(?P<symbol>.+?)\\-INVERSE\\.BYBIT")
_OPTION_1 = re.compile("(?P<symbol>.+?)\\-OPTION\\.BYBIT")


def spot_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of spot."""
    return InstrumentId(f"{symbol}-SPOT.BYBIT")


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


def linear_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of linear."""
    return InstrumentId(f"{symbol}-LINEAR.BYBIT")


def linear_key(instrument_id: str) -> str | None:
    """The key of linear that an id was made from, or None."""
    found = _LINEAR_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if linear_id(symbol) == instrument_id:
            return symbol
    return None


def linear_raw(symbol: str) -> str:
    """The venue's own symbol of a key of linear."""
    return f"{symbol}"


def inverse_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of inverse."""
    return InstrumentId(f"{symbol}-INVERSE.BYBIT")


def inverse_key(instrument_id: str) -> str | None:
    """The key of inverse that an id was made from, or None."""
    found = _INVERSE_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if inverse_id(symbol) == instrument_id:
            return symbol
    return None


def inverse_raw(symbol: str) -> str:
    """The venue's own symbol of a key of inverse."""
    return f"{symbol}"


def option_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of option."""
    return InstrumentId(f"{symbol}-OPTION.BYBIT")


def option_key(instrument_id: str) -> str | None:
    """The key of option that an id was made from, or None."""
    found = _OPTION_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if option_id(symbol) == instrument_id:
            return symbol
    return None


def option_raw(symbol: str) -> str:
    """The venue's own symbol of a key of option."""
    return f"{symbol}"


PRODUCTS: dict[str, Product] = {
    "spot": Product("spot", ("symbol",), ("CurrencyPair",), spot_id, spot_key, spot_raw, account="BYBIT-001"),
    "linear": Product(
        "linear",
        ("symbol",),
        ("CryptoPerpetual", "CryptoFuture"),
        linear_id,
        linear_key,
        linear_raw,
        account="BYBIT-001",
    ),
    "inverse": Product(
        "inverse",
        ("symbol",),
        ("CryptoPerpetual", "CryptoFuture"),
        inverse_id,
        inverse_key,
        inverse_raw,
        account="BYBIT-001",
    ),
    "option": Product(
        "option", ("symbol",), ("CryptoOption",), option_id, option_key, option_raw, account="BYBIT-001"
    ),
}
