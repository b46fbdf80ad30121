"""Symbol rules of the venue bitmex, both ways. Generated from specs/bitmex; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.model import InstrumentId
from dragoman.translate.facts import Product

_SPOT_1 = re.compile("(?P<symbol>.+?)\\.BITMEX")
_PERPETUAL_1 = re.compile("(?P<symbol>.+?)\\.BITMEX")
_FUTURE_1 = re.compile("(?P<symbol>.+?)\\.BITMEX")
_FUTURES_SPREAD_1 = re.compile("(?P<symbol>.+?)\\.BITMEX")
_INDEX_1 = re.compile("(?P<symbol>.+?)\\.BITMEX")


def spot_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of spot."""
    return InstrumentId(f"{symbol}.BITMEX")


def spot_key(instrument_id: str) -> str | None:
    """The key of spot that an id was made from, or None."""
    found = _SPOT_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if spot_id(symbol) == instrument_id and (
            "_" in symbol and not symbol.startswith("P_") and not symbol.startswith(".")
        ):
            return symbol
    return None


def spot_raw(symbol: str) -> str:
    """The venue's own symbol of a key of spot."""
    return f"{symbol}"


def perpetual_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of perpetual."""
    return InstrumentId(f"{symbol}.BITMEX")


def perpetual_key(instrument_id: str) -> str | None:
    """The key of perpetual that an id was made from, or None."""
    found = _PERPETUAL_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if perpetual_id(symbol) == instrument_id and (
            "_" not in symbol
            and "-" not in symbol
            and not symbol.startswith(".")
            and not (
                symbol[-3:-2] in ("F", "G", "H", "J", "K", "M", "N", "Q", "U", "V", "X", "Z")
                and symbol[-2:-1] in ("1", "2", "3")
                and symbol[-1:] in ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
            )
        ):
            return symbol
    return None


def perpetual_raw(symbol: str) -> str:
    """The venue's own symbol of a key of perpetual."""
    return f"{symbol}"


def future_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of future."""
    return InstrumentId(f"{symbol}.BITMEX")


def future_key(instrument_id: str) -> str | None:
    """The key of future that an id was made from, or None."""
    found = _FUTURE_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if future_id(symbol) == instrument_id and (
            "-" not in symbol
            and not symbol.startswith(".")
            and (symbol.startswith("P_") or "_" not in symbol)
            and symbol[-3:-2] in ("F", "G", "H", "J", "K", "M", "N", "Q", "U", "V", "X", "Z")
            and symbol[-2:-1] in ("1", "2", "3")
            and symbol[-1:] in ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
        ):
            return symbol
    return None


def future_raw(symbol: str) -> str:
    """The venue's own symbol of a key of future."""
    return f"{symbol}"


def futures_spread_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of futures_spread."""
    return InstrumentId(f"{symbol}.BITMEX")


def futures_spread_key(instrument_id: str) -> str | None:
    """The key of futures_spread that an id was made from, or None."""
    found = _FUTURES_SPREAD_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if futures_spread_id(symbol) == instrument_id and ("-" in symbol and not symbol.startswith(".")):
            return symbol
    return None


def futures_spread_raw(symbol: str) -> str:
    """The venue's own symbol of a key of futures_spread."""
    return f"{symbol}"


def index_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of index."""
    return InstrumentId(f"{symbol}.BITMEX")


def index_key(instrument_id: str) -> str | None:
    """The key of index that an id was made from, or None."""
    found = _INDEX_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if index_id(symbol) == instrument_id and (symbol.startswith(".")):
            return symbol
    return None


def index_raw(symbol: str) -> str:
    """The venue's own symbol of a key of index."""
    return f"{symbol}"


PRODUCTS: dict[str, Product] = {
    "spot": Product("spot", ("symbol",), ("CurrencyPair",), spot_id, spot_key, spot_raw, apart=True),
    "perpetual": Product(
        "perpetual", ("symbol",), ("CryptoPerpetual",), perpetual_id, perpetual_key, perpetual_raw, apart=True
    ),
    "future": Product(
        "future", ("symbol",), ("CryptoFuture",), future_id, future_key, future_raw, apart=True
    ),
    "futures_spread": Product(
        "futures_spread",
        ("symbol",),
        ("CryptoFuturesSpread",),
        futures_spread_id,
        futures_spread_key,
        futures_spread_raw,
        apart=True,
    ),
    "index": Product("index", ("symbol",), ("IndexInstrument",), index_id, index_key, index_raw, apart=True),
}
