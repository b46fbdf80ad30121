"""The interface of the venue bitmex as it is: HTTP operations and streams. Generated from specs/bitmex; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Literal

from dragoman.requests.client import BaseClient, Progress
from dragoman.requests.streams import BaseStreams

from dragoman_venues.bitmex.bars import BinMessage, BinRow, BinSize
from dragoman_venues.bitmex.instruments import InstrumentRow
from dragoman_venues.bitmex.live_instruments import Instrument
from dragoman_venues.bitmex.market_data import (
    Book,
    Book25,
    BookRow,
    Funding,
    FundingRow,
    Quote,
    TenLevels,
    Trade,
    TradeRow,
)
from dragoman_venues.bitmex.requests import Requests
from dragoman_venues.bitmex.translator import TABLES


class HttpClient(BaseClient):
    """HTTP operations of BitMEX, one method each, named as the specification does."""

    builder = Requests

    async def get_trade_bins(
        self,
        *,
        product: Literal["spot", "perpetual", "future", "futures_spread"],
        symbol: str,
        binSize: BinSize,
        partial: bool | None = None,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
        reverse: bool | None = None,
    ) -> BinRow | list[BinRow]:
        """Bars of trades.

        spot: `GET /trade/bucketed`
        perpetual: `GET /trade/bucketed`
        future: `GET /trade/bucketed`
        futures_spread: `GET /trade/bucketed`

        partial: with the bin that has not ended yet.
        count: from 1 to 1000; 100 where left out.
        reverse: newest first.
        Costs: requests 1; burst 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Trade/Trade_getBucketed
        """
        found: BinRow | list[BinRow] = await self.call(
            "get_trade_bins",
            BinRow | list[BinRow],
            product,
            {
                "symbol": symbol,
                "binSize": binSize,
                "partial": partial,
                "start_time": start_time,
                "end_time": end_time,
                "count": count,
                "reverse": reverse,
            },
        )
        return found

    def iter_get_trade_bins(
        self,
        *,
        product: Literal["spot", "perpetual", "future", "futures_spread"],
        symbol: str,
        binSize: BinSize,
        partial: bool | None = None,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
        reverse: bool | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[BinRow, None]:
        """Every row of `get_trade_bins`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_trade_bins",
            BinRow | list[BinRow],
            product,
            {
                "symbol": symbol,
                "binSize": binSize,
                "partial": partial,
                "start_time": start_time,
                "end_time": end_time,
                "count": count,
                "reverse": reverse,
            },
            progress,
        )

    async def get_active_instruments(self) -> InstrumentRow | list[InstrumentRow]:
        """Instruments that are traded.

        `GET /instrument/active`

        Costs: requests 1; burst 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Instrument/Instrument_getActive
        """
        found: InstrumentRow | list[InstrumentRow] = await self.call(
            "get_active_instruments", InstrumentRow | list[InstrumentRow], "", {}
        )
        return found

    async def get_instruments(
        self, *, symbol: str | None = None, count: int | None = None, start: int | None = None
    ) -> InstrumentRow | list[InstrumentRow]:
        """Instruments, those that are settled too.

        `GET /instrument`

        symbol: all where left out.
        count: from 1 to 500; 100 where left out.
        start: from 0; the place of the first row.
        Costs: requests 1; burst 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Instrument/Instrument_get
        """
        found: InstrumentRow | list[InstrumentRow] = await self.call(
            "get_instruments",
            InstrumentRow | list[InstrumentRow],
            "",
            {"symbol": symbol, "count": count, "start": start},
        )
        return found

    async def get_indices(self) -> InstrumentRow | list[InstrumentRow]:
        """Indices with their values.

        index: `GET /instrument/indices`

        Costs: requests 1; burst 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Instrument/Instrument_getIndices
        """
        found: InstrumentRow | list[InstrumentRow] = await self.call(
            "get_indices", InstrumentRow | list[InstrumentRow], "index", {}
        )
        return found

    async def get_trades(
        self,
        *,
        product: Literal["spot", "perpetual", "future", "futures_spread"],
        symbol: str,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
        start: int | None = None,
        reverse: bool | None = None,
    ) -> TradeRow | list[TradeRow]:
        """Trades.

        spot: `GET /trade`
        perpetual: `GET /trade`
        future: `GET /trade`
        futures_spread: `GET /trade`

        count: from 1 to 1000; 100 where left out.
        start: from 0; the place of the first row.
        reverse: newest first.
        Costs: requests 1; burst 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Trade/Trade_get
        """
        found: TradeRow | list[TradeRow] = await self.call(
            "get_trades",
            TradeRow | list[TradeRow],
            product,
            {
                "symbol": symbol,
                "start_time": start_time,
                "end_time": end_time,
                "count": count,
                "start": start,
                "reverse": reverse,
            },
        )
        return found

    def iter_get_trades(
        self,
        *,
        product: Literal["spot", "perpetual", "future", "futures_spread"],
        symbol: str,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
        start: int | None = None,
        reverse: bool | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[TradeRow, None]:
        """Every row of `get_trades`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_trades",
            TradeRow | list[TradeRow],
            product,
            {
                "symbol": symbol,
                "start_time": start_time,
                "end_time": end_time,
                "count": count,
                "start": start,
                "reverse": reverse,
            },
            progress,
        )

    async def get_order_book(
        self,
        *,
        product: Literal["spot", "perpetual", "future", "futures_spread"],
        symbol: str,
        depth: int | None = None,
    ) -> list[BookRow]:
        """Order book.

        spot: `GET /orderBook/L2`
        perpetual: `GET /orderBook/L2`
        future: `GET /orderBook/L2`
        futures_spread: `GET /orderBook/L2`

        depth: from 0; levels of each side; 25 where left out, all with 0.
        Costs: requests 1; burst 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/OrderBook/OrderBook_getL2
        """
        found: list[BookRow] = await self.call(
            "get_order_book", list[BookRow], product, {"symbol": symbol, "depth": depth}
        )
        return found

    async def get_funding(
        self,
        *,
        symbol: str | None = None,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
        reverse: bool | None = None,
    ) -> FundingRow | list[FundingRow]:
        """Funding that was paid.

        perpetual: `GET /funding`

        symbol: every swap where left out.
        count: from 1 to 500; 100 where left out.
        reverse: newest first.
        Costs: requests 1; burst 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Funding/Funding_get
        """
        found: FundingRow | list[FundingRow] = await self.call(
            "get_funding",
            FundingRow | list[FundingRow],
            "perpetual",
            {
                "symbol": symbol,
                "start_time": start_time,
                "end_time": end_time,
                "count": count,
                "reverse": reverse,
            },
        )
        return found

    def iter_get_funding(
        self,
        *,
        symbol: str | None = None,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
        reverse: bool | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[FundingRow, None]:
        """Every row of `get_funding`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_funding",
            FundingRow | list[FundingRow],
            "perpetual",
            {
                "symbol": symbol,
                "start_time": start_time,
                "end_time": end_time,
                "count": count,
                "reverse": reverse,
            },
            progress,
        )


class Streams(BaseStreams):
    """Streams of BitMEX, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def trade_bin(
        self,
        *,
        product: Literal["spot", "perpetual", "future", "futures_spread"],
        symbol: str,
        bin_size: BinSize,
    ) -> AsyncGenerator[BinMessage, None]:
        """Bars of trades, when they end.

        Gives: Bar. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("trade_bin", BinMessage, product, {"symbol": symbol, "bin_size": bin_size})

    def instrument(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread", "index"], symbol: str
    ) -> AsyncGenerator[Instrument, None]:
        """Instruments and what changes in them.

        Gives: MarkPriceUpdate, IndexPriceUpdate, InstrumentStatus, CurrencyPair, CryptoPerpetual, CryptoFuture, CryptoFuturesSpread. https://www.bitmex.com/app/wsAPI
        """
        return self.open("instrument", Instrument, product, {"symbol": symbol})

    def trade(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread"], symbol: str
    ) -> AsyncGenerator[Trade, None]:
        """Trades.

        Gives: TradeTick. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("trade", Trade, product, {"symbol": symbol})

    def quote(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread"], symbol: str
    ) -> AsyncGenerator[Quote, None]:
        """Best bid and offer.

        Gives: QuoteTick. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("quote", Quote, product, {"symbol": symbol})

    def book(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread"], symbol: str
    ) -> AsyncGenerator[Book, None]:
        """Changes of the whole order book, by level.

        Gives: OrderBookDeltas. https://www.bitmex.com/app/wsAPI#OrderBookL2
        """
        return self.open("book", Book, product, {"symbol": symbol})

    def book_25(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread"], symbol: str
    ) -> AsyncGenerator[Book25, None]:
        """Changes of the best 25 levels, published now and then.

        Gives: OrderBookDeltas. https://www.bitmex.com/app/wsAPI#OrderBookL2
        """
        return self.open("book_25", Book25, product, {"symbol": symbol})

    def ten_levels(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread"], symbol: str
    ) -> AsyncGenerator[TenLevels, None]:
        """The ten best levels at every change.

        Gives: OrderBookDepth10. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("ten_levels", TenLevels, product, {"symbol": symbol})

    def funding(self, *, symbol: str) -> AsyncGenerator[Funding, None]:
        """Funding when it is paid.

        Gives: FundingRateUpdate. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("funding", Funding, "perpetual", {"symbol": symbol})
