"""OKX: generated from specs/okx; edit that and run `make generate`."""

from importlib import import_module
from typing import Any

from dragoman_venues.okx.account import OkxAccountConfig, OkxClosedPosition, OkxFees, OkxLeverage
from dragoman_venues.okx.events import OkxEvent, OkxEventMarket, OkxEventSeries
from dragoman_venues.okx.market_data import OkxTicker
from dragoman_venues.okx.prices import (
    OkxEstimatedPrice,
    OkxForwardPrice,
    OkxLiquidation,
    OkxOpenInterest,
    OkxPositionTier,
    OkxPriceLimit,
    OkxStatus,
)
from dragoman_venues.okx.private import OkxCash
from dragoman_venues.okx.translator import Translator

NAME = "okx"
_LATER = {"Adapter": "adapter", "Requests": "requests", "HttpClient": "client", "client": "client"}

__all__ = [
    "NAME",
    "OkxAccountConfig",
    "OkxCash",
    "OkxClosedPosition",
    "OkxEstimatedPrice",
    "OkxEvent",
    "OkxEventMarket",
    "OkxEventSeries",
    "OkxFees",
    "OkxForwardPrice",
    "OkxLeverage",
    "OkxLiquidation",
    "OkxOpenInterest",
    "OkxPositionTier",
    "OkxPriceLimit",
    "OkxStatus",
    "OkxTicker",
    "Translator",
]


def __getattr__(name: str) -> Any:
    # Translating needs none of these, so they are loaded when first asked for.
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{_LATER[name]}")
    return module if name == _LATER[name] else getattr(module, name)
