"""The interface of the venue birch as it is: HTTP operations and streams. Generated from specs/birch; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from dragoman.requests.streams import BaseStreams

from dragoman_venues.birch.requests import Requests
from dragoman_venues.birch.tickers import Brief, Ticker
from dragoman_venues.birch.translator import TABLES


class Streams(BaseStreams):
    """Streams of Birch Exchange, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def ticker(self, *, symbol: str) -> AsyncGenerator[Ticker, None]:
        """What changed in a ticker.

        Gives: QuoteTick, MarkPriceUpdate, FundingRateUpdate. https://docs.birch.example/stream#ticker
        """
        return self.open("ticker", Ticker, "swap", {"symbol": symbol})

    def brief(self, *, symbol: str) -> AsyncGenerator[Brief, None]:
        """The best of a book, of which a message says what is new.

        Gives: QuoteTick, MarkPriceUpdate, IndexPriceUpdate. https://docs.birch.example/stream#brief
        """
        return self.open("brief", Brief, "swap", {"symbol": symbol})
