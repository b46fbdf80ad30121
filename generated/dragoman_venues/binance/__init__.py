"""Binance: generated from specs/binance; edit that and run `make generate`."""

from dragoman_venues.binance.bars import BinanceBar, BinanceContinuousBar, BinanceFuturesPremiumIndexBar
from dragoman_venues.binance.derivatives import (
    BinanceFuturesFundingInfo,
    BinanceFuturesLiquidation,
    BinanceFuturesMarkPriceUpdate,
    BinanceFuturesOpenInterest,
    BinanceFuturesOpenInterestStatistics,
)
from dragoman_venues.binance.instruments import BinanceFuturesContractInfo
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

__all__ = [
    "BinanceAveragePrice",
    "BinanceBar",
    "BinanceBlockTrade",
    "BinanceContinuousBar",
    "BinanceFuturesContractInfo",
    "BinanceFuturesFundingInfo",
    "BinanceFuturesLiquidation",
    "BinanceFuturesMarkPriceUpdate",
    "BinanceFuturesOpenInterest",
    "BinanceFuturesOpenInterestStatistics",
    "BinanceFuturesPremiumIndexBar",
    "BinanceFuturesTicker",
    "BinanceMiniTicker",
    "BinanceReferencePrice",
    "BinanceTicker",
    "BinanceWindowTicker",
    "NAME",
    "Translator",
]
