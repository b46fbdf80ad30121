"""Binance: generated from specs/binance; edit that and run `make generate`."""

from importlib import import_module
from typing import Any

from dragoman_venues.binance.account import (
    BinanceFeeRate,
    BinanceIsolatedMargin,
    BinanceLeverage,
    BinancePositionMode,
)
from dragoman_venues.binance.bars import BinanceBar, BinanceContinuousBar, BinanceFuturesPremiumIndexBar
from dragoman_venues.binance.derivatives import (
    BinanceFuturesAssetIndex,
    BinanceFuturesCompositeIndex,
    BinanceFuturesFundingInfo,
    BinanceFuturesLiquidation,
    BinanceFuturesMarkPriceUpdate,
    BinanceFuturesOpenInterest,
    BinanceFuturesOpenInterestStatistics,
)
from dragoman_venues.binance.instruments import BinanceFuturesContractInfo
from dragoman_venues.binance.orders import BinanceOrderListReport
from dragoman_venues.binance.private import (
    BinanceBalanceUpdate,
    BinanceExternalLock,
    BinanceFuturesAccountConfig,
    BinanceFuturesMarginCall,
    BinanceFuturesTriggerRejected,
    BinanceMarginDebt,
    BinanceMarginLevel,
    BinanceOrderList,
)
from dragoman_venues.binance.tickers import (
    BinanceAveragePrice,
    BinanceFuturesTicker,
    BinanceMiniTicker,
    BinanceReferencePrice,
    BinanceTicker,
    BinanceWindowTicker,
)
from dragoman_venues.binance.trades import BinanceBlockTrade
from dragoman_venues.binance.translator import Translator

NAME = "binance"
_LATER = {"Adapter": "adapter", "Requests": "requests", "HttpClient": "client", "client": "client"}

__all__ = [
    "NAME",
    "BinanceAveragePrice",
    "BinanceBalanceUpdate",
    "BinanceBar",
    "BinanceBlockTrade",
    "BinanceContinuousBar",
    "BinanceExternalLock",
    "BinanceFeeRate",
    "BinanceFuturesAccountConfig",
    "BinanceFuturesAssetIndex",
    "BinanceFuturesCompositeIndex",
    "BinanceFuturesContractInfo",
    "BinanceFuturesFundingInfo",
    "BinanceFuturesLiquidation",
    "BinanceFuturesMarginCall",
    "BinanceFuturesMarkPriceUpdate",
    "BinanceFuturesOpenInterest",
    "BinanceFuturesOpenInterestStatistics",
    "BinanceFuturesPremiumIndexBar",
    "BinanceFuturesTicker",
    "BinanceFuturesTriggerRejected",
    "BinanceIsolatedMargin",
    "BinanceLeverage",
    "BinanceMarginDebt",
    "BinanceMarginLevel",
    "BinanceMiniTicker",
    "BinanceOrderList",
    "BinanceOrderListReport",
    "BinancePositionMode",
    "BinanceReferencePrice",
    "BinanceTicker",
    "BinanceWindowTicker",
    "Translator",
]


def __getattr__(name: str) -> Any:
    # Translating needs none of these, so they are loaded when first asked for.
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{_LATER[name]}")
    return module if name == _LATER[name] else getattr(module, name)
