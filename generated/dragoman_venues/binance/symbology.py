"""Symbol rules of the venue binance, both ways. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.model import InstrumentId
from dragoman.translate.facts import Product

_SPOT_1 = re.compile("(?P<symbol>.+?)\\.BINANCE")
_MARGIN_1 = re.compile("(?P<symbol>.+?)\\.BINANCE")
_USDM_1 = re.compile("(?P<symbol>.+?)\\.BINANCE")
_USDM_2 = re.compile("(?P<symbol>.+?)\\-PERP\\.BINANCE")
_COINM_1 = re.compile("(?P<symbol>.+?)\\.BINANCE")


def spot_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of spot."""
    return InstrumentId(f"{symbol}.BINANCE")


def spot_key(instrument_id: str) -> str | None:
    """The key of spot that an id was made from, or None."""
    found = _SPOT_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if spot_id(symbol) == instrument_id and ("_" not in symbol and not symbol.endswith("-PERP")):
            return symbol
    return None


def spot_raw(symbol: str) -> str:
    """The venue's own symbol of a key of spot."""
    return f"{symbol}"


def margin_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of margin."""
    return InstrumentId(f"{symbol}.BINANCE")


def margin_key(instrument_id: str) -> str | None:
    """The key of margin that an id was made from, or None."""
    found = _MARGIN_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if margin_id(symbol) == instrument_id:
            return symbol
    return None


def margin_raw(symbol: str) -> str:
    """The venue's own symbol of a key of margin."""
    return f"{symbol}"


def usdm_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of usdm."""
    if "_" in symbol:
        return InstrumentId(f"{symbol}.BINANCE")
    return InstrumentId(f"{symbol}-PERP.BINANCE")


def usdm_key(instrument_id: str) -> str | None:
    """The key of usdm that an id was made from, or None."""
    found = _USDM_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if usdm_id(symbol) == instrument_id and ("USD_" not in symbol):
            return symbol
    found = _USDM_2.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if usdm_id(symbol) == instrument_id and ("USD_" not in symbol):
            return symbol
    return None


def usdm_raw(symbol: str) -> str:
    """The venue's own symbol of a key of usdm."""
    return f"{symbol}"


def coinm_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of coinm."""
    return InstrumentId(f"{symbol}.BINANCE")


def coinm_key(instrument_id: str) -> str | None:
    """The key of coinm that an id was made from, or None."""
    found = _COINM_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if coinm_id(symbol) == instrument_id and ("USD_" in symbol):
            return symbol
    return None


def coinm_raw(symbol: str) -> str:
    """The venue's own symbol of a key of coinm."""
    return f"{symbol}"


PRODUCTS: dict[str, Product] = {
    "spot": Product(
        "spot", ("symbol",), ("CurrencyPair",), spot_id, spot_key, spot_raw, account="BINANCE-SPOT-001"
    ),
    "margin": Product(
        "margin",
        ("symbol",),
        ("CurrencyPair",),
        margin_id,
        margin_key,
        margin_raw,
        like="spot",
        account="BINANCE-MARGIN-001",
    ),
    "usdm": Product(
        "usdm",
        ("symbol",),
        ("CryptoPerpetual", "CryptoFuture"),
        usdm_id,
        usdm_key,
        usdm_raw,
        account="BINANCE-FUTURES-001",
    ),
    "coinm": Product(
        "coinm",
        ("symbol",),
        ("CryptoPerpetual", "CryptoFuture"),
        coinm_id,
        coinm_key,
        coinm_raw,
        apart=True,
        account="BINANCE-FUTURES-001",
    ),
}
