"""The interface of the venue okx as it is: HTTP operations and streams. Generated from specs/okx; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Literal

from dragoman.requests.client import BaseClient, Progress
from dragoman.requests.streams import BaseStreams

from dragoman_venues.okx.bars import (
    CandleRow,
    Candles,
    GetCandlesResponse,
    GetHistoryCandlesResponse,
    Interval,
    MarkPriceCandles,
)
from dragoman_venues.okx.instruments import GetInstrumentsResponse, Instruments
from dragoman_venues.okx.market_data import (
    Bbo,
    Books,
    Books5,
    GetBooksResponse,
    GetHistoryTradesResponse,
    GetTradesResponse,
    Tickers,
    Trades,
)
from dragoman_venues.okx.prices import (
    FundingHistoryRow,
    FundingRate,
    GetFundingRateHistoryResponse,
    GetIndexTickersResponse,
    GetMarkPriceResponse,
    GetOptionSummaryResponse,
    IndexTickers,
    MarkPrice,
    OpenInterest,
    OptionSummary,
    PriceLimit,
)
from dragoman_venues.okx.requests import Requests
from dragoman_venues.okx.translator import TABLES
from dragoman_venues.okx.venue import GetServerTimeResponse


class HttpClient(BaseClient):
    """HTTP operations of OKX, one method each, named as the specification does."""

    builder = Requests

    async def get_server_time(self) -> GetServerTimeResponse:
        """Server time.

        `GET /api/v5/public/time`

        Costs: all_calls 1; time 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#public-data-rest-api-get-system-time
        """
        found: GetServerTimeResponse = await self.call("get_server_time", GetServerTimeResponse, "", {})
        return found

    async def get_candles(
        self,
        *,
        inst_id: str,
        bar: Interval,
        after_ms: int | None = None,
        before_ms: int | None = None,
        limit: int | None = None,
    ) -> GetCandlesResponse:
        """The newest bars.

        `GET /api/v5/market/candles`

        after_ms: UNIX milliseconds; bars before this moment.
        before_ms: UNIX milliseconds; bars after this moment.
        limit: from 1 to 300; 100 where left out.
        Costs: all_calls 1; candles 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-candlesticks
        """
        found: GetCandlesResponse = await self.call(
            "get_candles",
            GetCandlesResponse,
            "",
            {"inst_id": inst_id, "bar": bar, "after_ms": after_ms, "before_ms": before_ms, "limit": limit},
        )
        return found

    def iter_get_candles(
        self,
        *,
        inst_id: str,
        bar: Interval,
        after_ms: int | None = None,
        before_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[CandleRow, None]:
        """Every row of `get_candles`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_candles",
            GetCandlesResponse,
            "",
            {"inst_id": inst_id, "bar": bar, "after_ms": after_ms, "before_ms": before_ms, "limit": limit},
            progress,
        )

    async def get_history_candles(
        self,
        *,
        inst_id: str,
        bar: Interval,
        after_ms: int | None = None,
        before_ms: int | None = None,
        limit: int | None = None,
    ) -> GetHistoryCandlesResponse:
        """Bars of recent years.

        `GET /api/v5/market/history-candles`

        after_ms: UNIX milliseconds; bars before this moment.
        before_ms: UNIX milliseconds; bars after this moment.
        limit: from 1 to 100; 100 where left out.
        Costs: all_calls 1; history_candles 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-candlesticks-history
        """
        found: GetHistoryCandlesResponse = await self.call(
            "get_history_candles",
            GetHistoryCandlesResponse,
            "",
            {"inst_id": inst_id, "bar": bar, "after_ms": after_ms, "before_ms": before_ms, "limit": limit},
        )
        return found

    def iter_get_history_candles(
        self,
        *,
        inst_id: str,
        bar: Interval,
        after_ms: int | None = None,
        before_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[CandleRow, None]:
        """Every row of `get_history_candles`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_history_candles",
            GetHistoryCandlesResponse,
            "",
            {"inst_id": inst_id, "bar": bar, "after_ms": after_ms, "before_ms": before_ms, "limit": limit},
            progress,
        )

    async def get_instruments(
        self,
        *,
        inst_type: Literal["SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION"],
        inst_family: str | None = None,
        inst_id: str | None = None,
    ) -> GetInstrumentsResponse:
        """Instruments of one kind.

        `GET /api/v5/public/instruments`

        inst_family: wanted for options.
        Costs: all_calls 1; instruments 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#public-data-rest-api-get-instruments
        """
        found: GetInstrumentsResponse = await self.call(
            "get_instruments",
            GetInstrumentsResponse,
            "",
            {"inst_type": inst_type, "inst_family": inst_family, "inst_id": inst_id},
        )
        return found

    async def get_trades(self, *, inst_id: str, limit: int | None = None) -> GetTradesResponse:
        """The newest trades.

        `GET /api/v5/market/trades`

        limit: from 1 to 500; 100 where left out.
        Costs: all_calls 1; trades 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-trades
        """
        found: GetTradesResponse = await self.call(
            "get_trades", GetTradesResponse, "", {"inst_id": inst_id, "limit": limit}
        )
        return found

    async def get_history_trades(
        self, *, inst_id: str, after: int | None = None, before: int | None = None, limit: int | None = None
    ) -> GetHistoryTradesResponse:
        """Trades of the last three months.

        `GET /api/v5/market/history-trades`

        after: trades before the one with this number.
        before: trades after the one with this number.
        limit: from 1 to 100; 100 where left out.
        Costs: all_calls 1; history_trades 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-trades-history
        """
        found: GetHistoryTradesResponse = await self.call(
            "get_history_trades",
            GetHistoryTradesResponse,
            "",
            {"inst_id": inst_id, "after": after, "before": before, "limit": limit},
        )
        return found

    async def get_books(self, *, inst_id: str, sz: int | None = None) -> GetBooksResponse:
        """Order book.

        `GET /api/v5/market/books`

        sz: from 1 to 400; levels a side; 1 where left out.
        Costs: all_calls 1; books 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-market-data-get-order-book
        """
        found: GetBooksResponse = await self.call(
            "get_books", GetBooksResponse, "", {"inst_id": inst_id, "sz": sz}
        )
        return found

    async def get_mark_price(
        self,
        *,
        inst_type: Literal["SWAP"] | None = None,
        inst_family: str | None = None,
        inst_id: str | None = None,
    ) -> GetMarkPriceResponse:
        """Mark prices of swaps.

        swap: `GET /api/v5/public/mark-price`

        inst_type: "SWAP" where left out.
        Costs: all_calls 1; mark_price 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#public-data-rest-api-get-mark-price
        """
        found: GetMarkPriceResponse = await self.call(
            "get_mark_price",
            GetMarkPriceResponse,
            "swap",
            {"inst_type": inst_type, "inst_family": inst_family, "inst_id": inst_id},
        )
        return found

    async def get_index_tickers(
        self, *, inst_id: str | None = None, quote_ccy: str | None = None
    ) -> GetIndexTickersResponse:
        """Index prices.

        `GET /api/v5/market/index-tickers`

        inst_id: an index such as BTC-USD.
        Costs: all_calls 1; index_tickers 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#public-data-rest-api-get-index-tickers
        """
        found: GetIndexTickersResponse = await self.call(
            "get_index_tickers", GetIndexTickersResponse, "", {"inst_id": inst_id, "quote_ccy": quote_ccy}
        )
        return found

    async def get_funding_rate_history(
        self,
        *,
        inst_id: str,
        after_ms: int | None = None,
        before_ms: int | None = None,
        limit: int | None = None,
    ) -> GetFundingRateHistoryResponse:
        """Funding rates that were settled.

        swap: `GET /api/v5/public/funding-rate-history`

        after_ms: UNIX milliseconds; settlements before this moment.
        before_ms: UNIX milliseconds; settlements after this moment.
        limit: from 1 to 400; 400 where left out.
        Costs: all_calls 1; funding_history 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#public-data-rest-api-get-funding-rate-history
        """
        found: GetFundingRateHistoryResponse = await self.call(
            "get_funding_rate_history",
            GetFundingRateHistoryResponse,
            "swap",
            {"inst_id": inst_id, "after_ms": after_ms, "before_ms": before_ms, "limit": limit},
        )
        return found

    def iter_get_funding_rate_history(
        self,
        *,
        inst_id: str,
        after_ms: int | None = None,
        before_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[FundingHistoryRow, None]:
        """Every row of `get_funding_rate_history`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_funding_rate_history",
            GetFundingRateHistoryResponse,
            "swap",
            {"inst_id": inst_id, "after_ms": after_ms, "before_ms": before_ms, "limit": limit},
            progress,
        )

    async def get_option_summary(
        self, *, inst_family: str, exp_time: str | None = None
    ) -> GetOptionSummaryResponse:
        """Greeks and forward prices of a family of options.

        option: `GET /api/v5/public/opt-summary`

        exp_time: an expiry such as 261225.
        Costs: all_calls 1; option_summary 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#public-data-rest-api-get-option-market-data
        """
        found: GetOptionSummaryResponse = await self.call(
            "get_option_summary",
            GetOptionSummaryResponse,
            "option",
            {"inst_family": inst_family, "exp_time": exp_time},
        )
        return found


class Streams(BaseStreams):
    """Streams of OKX, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def candles(
        self, *, product: Literal["spot", "swap", "futures", "option"], instId: str, interval: Interval
    ) -> AsyncGenerator[Candles, None]:
        """Bars.

        Gives: Bar. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-candlesticks-channel
        """
        return self.open("candles", Candles, product, {"instId": instId, "interval": interval})

    def mark_price_candles(
        self, *, product: Literal["swap", "futures", "option"], instId: str, interval: Interval
    ) -> AsyncGenerator[MarkPriceCandles, None]:
        """Bars of the mark price.

        Gives: Bar. https://www.okx.com/docs-v5/en/#public-data-websocket-mark-price-candlesticks-channel
        """
        return self.open(
            "mark_price_candles", MarkPriceCandles, product, {"instId": instId, "interval": interval}
        )

    def instruments(
        self,
        *,
        product: Literal["spot", "swap", "futures", "option"],
        instType: Literal["SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION"],
    ) -> AsyncGenerator[Instruments, None]:
        """Instruments of one kind that were listed or changed.

        Gives: CurrencyPair, CryptoPerpetual, CryptoFuture, CryptoOption, InstrumentStatus. https://www.okx.com/docs-v5/en/#public-data-websocket-instruments-channel
        """
        return self.open("instruments", Instruments, product, {"instType": instType})

    def trades(
        self, *, product: Literal["spot", "swap", "futures", "option"], instId: str
    ) -> AsyncGenerator[Trades, None]:
        """Trades, joined where one taker order met several at a price.

        Gives: TradeTick. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-trades-channel
        """
        return self.open("trades", Trades, product, {"instId": instId})

    def books(
        self, *, product: Literal["spot", "swap", "futures", "option"], instId: str
    ) -> AsyncGenerator[Books, None]:
        """The book of 400 levels, one image and then its changes.

        Gives: OrderBookDeltas. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel
        """
        return self.open("books", Books, product, {"instId": instId})

    def books5(
        self, *, product: Literal["spot", "swap", "futures", "option"], instId: str
    ) -> AsyncGenerator[Books5, None]:
        """The best five levels, whole every time.

        Gives: OrderBookDeltas, OrderBookDepth10. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel
        """
        return self.open("books5", Books5, product, {"instId": instId})

    def bbo(
        self, *, product: Literal["spot", "swap", "futures", "option"], instId: str
    ) -> AsyncGenerator[Bbo, None]:
        """The best bid and offer, every ten milliseconds where it changed.

        Gives: QuoteTick. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel
        """
        return self.open("bbo", Bbo, product, {"instId": instId})

    def tickers(
        self, *, product: Literal["spot", "swap", "futures", "option"], instId: str
    ) -> AsyncGenerator[Tickers, None]:
        """The newest trade, the best bid and offer, and the last 24 hours.

        Gives: QuoteTick, OkxTicker. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-tickers-channel
        """
        return self.open("tickers", Tickers, product, {"instId": instId})

    def mark_price(
        self, *, product: Literal["spot", "swap", "futures", "option"], instId: str
    ) -> AsyncGenerator[MarkPrice, None]:
        """Mark price.

        Gives: MarkPriceUpdate. https://www.okx.com/docs-v5/en/#public-data-websocket-mark-price-channel
        """
        return self.open("mark_price", MarkPrice, product, {"instId": instId})

    def index_tickers(self, *, instId: str) -> AsyncGenerator[IndexTickers, None]:
        """Index price.

        Gives: IndexPriceUpdate. https://www.okx.com/docs-v5/en/#public-data-websocket-index-tickers-channel
        """
        return self.open("index_tickers", IndexTickers, "spot", {"instId": instId})

    def funding_rate(self, *, instId: str) -> AsyncGenerator[FundingRate, None]:
        """Funding rate.

        Gives: FundingRateUpdate. https://www.okx.com/docs-v5/en/#public-data-websocket-funding-rate-channel
        """
        return self.open("funding_rate", FundingRate, "swap", {"instId": instId})

    def option_summary(self, *, instFamily: str) -> AsyncGenerator[OptionSummary, None]:
        """Greeks of a family of options.

        Gives: OptionGreeks. https://www.okx.com/docs-v5/en/#public-data-websocket-option-summary-channel
        """
        return self.open("option_summary", OptionSummary, "option", {"instFamily": instFamily})

    def open_interest(
        self, *, product: Literal["swap", "futures", "option"], instId: str
    ) -> AsyncGenerator[OpenInterest, None]:
        """Open interest.

        Gives: OkxOpenInterest. https://www.okx.com/docs-v5/en/#public-data-websocket-open-interest-channel
        """
        return self.open("open_interest", OpenInterest, product, {"instId": instId})

    def price_limit(
        self, *, product: Literal["spot", "swap", "futures", "option"], instId: str
    ) -> AsyncGenerator[PriceLimit, None]:
        """Between which prices orders are taken.

        Gives: OkxPriceLimit. https://www.okx.com/docs-v5/en/#public-data-websocket-price-limit-channel
        """
        return self.open("price_limit", PriceLimit, product, {"instId": instId})
