"""Symbol rules of the venue okx, both ways. Generated from specs/okx; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.model import InstrumentId
from dragoman.translate.facts import Product

_SPOT_1 = re.compile("(?P<symbol>.+?)\\.OKX")
_MARGIN_1 = re.compile("(?P<symbol>.+?)\\.OKX")
_SWAP_1 = re.compile("(?P<symbol>.+?)\\.OKX")
_FUTURES_1 = re.compile("(?P<symbol>.+?)\\.OKX")
_OPTION_1 = re.compile("(?P<symbol>.+?)\\.OKX")
_EVENTS_1 = re.compile("(?P<symbol>.+?)\\.OKX")
_SPREAD_1 = re.compile("(?P<symbol>.+?)\\.OKX")


def spot_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of spot."""
    return InstrumentId(f"{symbol}.OKX")


def spot_key(instrument_id: str) -> str | None:
    """The key of spot that an id was made from, or None."""
    found = _SPOT_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if spot_id(symbol) == instrument_id and (
            "_" + symbol.partition("-")[0] + "-" not in symbol and len(symbol.split("-")) == 2
        ):
            return symbol
    return None


def spot_raw(symbol: str) -> str:
    """The venue's own symbol of a key of spot."""
    return f"{symbol}"


def margin_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of margin."""
    return InstrumentId(f"{symbol}.OKX")


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


def swap_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of swap."""
    return InstrumentId(f"{symbol}.OKX")


def swap_key(instrument_id: str) -> str | None:
    """The key of swap that an id was made from, or None."""
    found = _SWAP_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if swap_id(symbol) == instrument_id and (
            "_" + symbol.partition("-")[0] + "-" not in symbol
            and symbol.endswith("-SWAP")
            and len(symbol.split("-")) == 3
        ):
            return symbol
    return None


def swap_raw(symbol: str) -> str:
    """The venue's own symbol of a key of swap."""
    return f"{symbol}"


def futures_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of futures."""
    return InstrumentId(f"{symbol}.OKX")


def futures_key(instrument_id: str) -> str | None:
    """The key of futures that an id was made from, or None."""
    found = _FUTURES_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if futures_id(symbol) == instrument_id and (
            "_" + symbol.partition("-")[0] + "-" not in symbol
            and not symbol.endswith("-SWAP")
            and len(symbol.split("-")) == 3
        ):
            return symbol
    return None


def futures_raw(symbol: str) -> str:
    """The venue's own symbol of a key of futures."""
    return f"{symbol}"


def option_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of option."""
    return InstrumentId(f"{symbol}.OKX")


def option_key(instrument_id: str) -> str | None:
    """The key of option that an id was made from, or None."""
    found = _OPTION_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if option_id(symbol) == instrument_id and (
            "_" + symbol.partition("-")[0] + "-" not in symbol
            and len(symbol.split("-")) == 5
            and symbol.endswith(("-C", "-P"))
        ):
            return symbol
    return None


def option_raw(symbol: str) -> str:
    """The venue's own symbol of a key of option."""
    return f"{symbol}"


def events_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of events."""
    return InstrumentId(f"{symbol}.OKX")


def events_key(instrument_id: str) -> str | None:
    """The key of events that an id was made from, or None."""
    found = _EVENTS_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if events_id(symbol) == instrument_id and (
            "_" + symbol.partition("-")[0] + "-" not in symbol
            and len(symbol.split("-")) >= 5
            and not (len(symbol.split("-")) == 5 and symbol.endswith(("-C", "-P")))
        ):
            return symbol
    return None


def events_raw(symbol: str) -> str:
    """The venue's own symbol of a key of events."""
    return f"{symbol}"


def spread_id(symbol: str) -> InstrumentId:
    """The instrument id of a key of spread."""
    return InstrumentId(f"{symbol}.OKX")


def spread_key(instrument_id: str) -> str | None:
    """The key of spread that an id was made from, or None."""
    found = _SPREAD_1.fullmatch(instrument_id)
    if found is not None:
        symbol = found["symbol"]
        if spread_id(symbol) == instrument_id and ("_" + symbol.partition("-")[0] + "-" in symbol):
            return symbol
    return None


def spread_raw(symbol: str) -> str:
    """The venue's own symbol of a key of spread."""
    return f"{symbol}"


PRODUCTS: dict[str, Product] = {
    "spot": Product(
        "spot", ("symbol",), ("CurrencyPair",), spot_id, spot_key, spot_raw, apart=True, account="OKX-001"
    ),
    "margin": Product(
        "margin",
        ("symbol",),
        ("CurrencyPair",),
        margin_id,
        margin_key,
        margin_raw,
        like="spot",
        account="OKX-001",
    ),
    "swap": Product(
        "swap", ("symbol",), ("CryptoPerpetual",), swap_id, swap_key, swap_raw, apart=True, account="OKX-001"
    ),
    "futures": Product(
        "futures",
        ("symbol",),
        ("CryptoFuture",),
        futures_id,
        futures_key,
        futures_raw,
        apart=True,
        account="OKX-001",
    ),
    "option": Product(
        "option",
        ("symbol",),
        ("CryptoOption",),
        option_id,
        option_key,
        option_raw,
        apart=True,
        account="OKX-001",
    ),
    "events": Product(
        "events",
        ("symbol",),
        ("BinaryOption",),
        events_id,
        events_key,
        events_raw,
        apart=True,
        account="OKX-001",
    ),
    "spread": Product(
        "spread",
        ("symbol",),
        ("CryptoFuturesSpread", "CryptoOptionSpread"),
        spread_id,
        spread_key,
        spread_raw,
        apart=True,
        account="OKX-001",
    ),
}
