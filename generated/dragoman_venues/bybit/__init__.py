"""Bybit: generated from specs/bybit; edit that and run `make generate`."""

from importlib import import_module
from typing import Any

from dragoman_venues.bybit.account import BybitAccountMode, BybitFeeRate, BybitLeverage
from dragoman_venues.bybit.trades import BybitBlockTrade, BybitLiquidation
from dragoman_venues.bybit.translator import Translator

NAME = "bybit"
_LATER = {"Adapter": "adapter", "Requests": "requests", "HttpClient": "client", "client": "client"}

__all__ = [
    "NAME",
    "BybitAccountMode",
    "BybitBlockTrade",
    "BybitFeeRate",
    "BybitLeverage",
    "BybitLiquidation",
    "Translator",
]


def __getattr__(name: str) -> Any:
    # Translating needs none of these, so they are loaded when first asked for.
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{_LATER[name]}")
    return module if name == _LATER[name] else getattr(module, name)
