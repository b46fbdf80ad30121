"""The interface of the venue binance as it is: HTTP operations and streams. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Literal

from dragoman.requests.client import BaseClient, Progress
from dragoman.requests.streams import BaseStreams
from msgspec import Raw

from dragoman_venues.binance.bars import (
    ContinuousKline,
    IndexPriceKline,
    Interval,
    Kline,
    KlineRow,
    MarkPriceKline,
    PriceKlineRow,
)
from dragoman_venues.binance.books import (
    AllBookTickers,
    BookTicker,
    BookTickerRow,
    Depth,
    FuturesPartialDepth,
    GetDepthResponse,
    PartialDepth,
)
from dragoman_venues.binance.derivatives import (
    AllForceOrders,
    Basis,
    ForceOrder,
    FundingInfo,
    FundingRate,
    GetOpenInterestResponse,
    IndexPrice,
    LongShortRatio,
    MarkPrice,
    OpenInterestStatistics,
    PremiumIndex,
)
from dragoman_venues.binance.instruments import (
    ContractInfo,
    GetCoinmExchangeInfoResponse,
    GetSpotExchangeInfoResponse,
    GetUsdmExchangeInfoResponse,
    TradeFee,
)
from dragoman_venues.binance.requests import Requests
from dragoman_venues.binance.tickers import (
    AvgPrice,
    GetAvgPriceResponse,
    GetReferencePriceResponse,
    ReferencePrice,
    StreamFuturesTicker,
    StreamMiniTicker,
    StreamTicker,
    StreamWindowTicker,
    Ticker24h,
    TickerPrice,
    WindowTickerRow,
)
from dragoman_venues.binance.trades import AggTrade, AggTradeRow, BlockTrade, FuturesTrade, Trade, TradeRow
from dragoman_venues.binance.translator import TABLES
from dragoman_venues.binance.venue import GetServerTimeResponse, ServerShutdown


class HttpClient(BaseClient):
    """HTTP operations of Binance, one method each, named as the specification does."""

    builder = Requests

    async def ping(self, *, product: Literal["spot", "usdm", "coinm"]) -> Raw:
        """Test connectivity.

        spot: `GET /api/v3/ping`
        usdm: `GET /fapi/v1/ping`
        coinm: `GET /dapi/v1/ping`

        Costs: spot_weight 1; usdm_weight 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#test-connectivity
        """
        found: Raw = await self.call("ping", Raw, product, {})
        return found

    async def get_server_time(self, *, product: Literal["spot", "usdm", "coinm"]) -> GetServerTimeResponse:
        """Server time.

        spot: `GET /api/v3/time`
        usdm: `GET /fapi/v1/time`
        coinm: `GET /dapi/v1/time`

        Costs: spot_weight 1; usdm_weight 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#check-server-time
        """
        found: GetServerTimeResponse = await self.call("get_server_time", GetServerTimeResponse, product, {})
        return found

    async def get_klines(
        self,
        *,
        product: Literal["spot", "usdm", "coinm"],
        symbol: str,
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        time_zone: str | None = None,
        limit: int | None = None,
    ) -> list[KlineRow]:
        """Bars.

        spot: `GET /api/v3/klines`
        usdm: `GET /fapi/v1/klines`
        coinm: `GET /dapi/v1/klines`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        time_zone: spot only; offset from UTC in which the bars open, 0 where left out.
        limit: from 1 to 1500; spot at most 1000; 500 where left out.
        Costs: spot_weight 2; usdm_weight (by its parameters); coinm_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#klinecandlestick-data
        """
        found: list[KlineRow] = await self.call(
            "get_klines",
            list[KlineRow],
            product,
            {
                "symbol": symbol,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "time_zone": time_zone,
                "limit": limit,
            },
        )
        return found

    def iter_get_klines(
        self,
        *,
        product: Literal["spot", "usdm", "coinm"],
        symbol: str,
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        time_zone: str | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[KlineRow, None]:
        """Every row of `get_klines`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_klines",
            list[KlineRow],
            product,
            {
                "symbol": symbol,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "time_zone": time_zone,
                "limit": limit,
            },
            progress,
        )

    async def get_ui_klines(
        self,
        *,
        symbol: str,
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        time_zone: str | None = None,
        limit: int | None = None,
    ) -> list[KlineRow]:
        """Bars for charts, adjusted by the venue for presentation.

        spot: `GET /api/v3/uiKlines`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 1000.
        Costs: spot_weight 2.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#uiklines
        """
        found: list[KlineRow] = await self.call(
            "get_ui_klines",
            list[KlineRow],
            "spot",
            {
                "symbol": symbol,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "time_zone": time_zone,
                "limit": limit,
            },
        )
        return found

    def iter_get_ui_klines(
        self,
        *,
        symbol: str,
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        time_zone: str | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[KlineRow, None]:
        """Every row of `get_ui_klines`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_ui_klines",
            list[KlineRow],
            "spot",
            {
                "symbol": symbol,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "time_zone": time_zone,
                "limit": limit,
            },
            progress,
        )

    async def get_mark_price_klines(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
    ) -> list[PriceKlineRow]:
        """Bars of the mark price.

        usdm: `GET /fapi/v1/markPriceKlines`
        coinm: `GET /dapi/v1/markPriceKlines`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 1500; 500 where left out.
        Costs: usdm_weight (by its parameters); coinm_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Mark-Price-Kline-Candlestick-Data
        """
        found: list[PriceKlineRow] = await self.call(
            "get_mark_price_klines",
            list[PriceKlineRow],
            product,
            {
                "symbol": symbol,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_mark_price_klines(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[PriceKlineRow, None]:
        """Every row of `get_mark_price_klines`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_mark_price_klines",
            list[PriceKlineRow],
            product,
            {
                "symbol": symbol,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_index_price_klines(
        self,
        *,
        pair: str,
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
    ) -> list[PriceKlineRow]:
        """Bars of the index price of a USD-M pair.

        usdm: `GET /fapi/v1/indexPriceKlines`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 1500; 500 where left out.
        Costs: usdm_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Index-Price-Kline-Candlestick-Data
        """
        found: list[PriceKlineRow] = await self.call(
            "get_index_price_klines",
            list[PriceKlineRow],
            "usdm",
            {
                "pair": pair,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_index_price_klines(
        self,
        *,
        pair: str,
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[PriceKlineRow, None]:
        """Every row of `get_index_price_klines`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_index_price_klines",
            list[PriceKlineRow],
            "usdm",
            {
                "pair": pair,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_coinm_index_price_klines(
        self,
        *,
        pair: str,
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
    ) -> list[PriceKlineRow]:
        """Bars of the index price of a COIN-M pair.

        coinm: `GET /dapi/v1/indexPriceKlines`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 1500; 500 where left out.
        Costs: coinm_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/coin-margined-futures/market-data/rest-api/Index-Price-Kline-Candlestick-Data
        """
        found: list[PriceKlineRow] = await self.call(
            "get_coinm_index_price_klines",
            list[PriceKlineRow],
            "coinm",
            {
                "pair": pair,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_coinm_index_price_klines(
        self,
        *,
        pair: str,
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[PriceKlineRow, None]:
        """Every row of `get_coinm_index_price_klines`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_coinm_index_price_klines",
            list[PriceKlineRow],
            "coinm",
            {
                "pair": pair,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_premium_index_klines(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
    ) -> list[PriceKlineRow]:
        """Bars of the premium index.

        usdm: `GET /fapi/v1/premiumIndexKlines`
        coinm: `GET /dapi/v1/premiumIndexKlines`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 1500; 500 where left out.
        Costs: usdm_weight (by its parameters); coinm_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Premium-Index-Kline-Data
        """
        found: list[PriceKlineRow] = await self.call(
            "get_premium_index_klines",
            list[PriceKlineRow],
            product,
            {
                "symbol": symbol,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_premium_index_klines(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[PriceKlineRow, None]:
        """Every row of `get_premium_index_klines`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_premium_index_klines",
            list[PriceKlineRow],
            product,
            {
                "symbol": symbol,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_continuous_klines(
        self,
        *,
        product: Literal["usdm", "coinm"],
        pair: str,
        contract_type: Literal["PERPETUAL", "CURRENT_QUARTER", "NEXT_QUARTER", "TRADIFI_PERPETUAL"],
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
    ) -> list[KlineRow]:
        """Bars of the current, next or perpetual contract of a pair.

        usdm: `GET /fapi/v1/continuousKlines`
        coinm: `GET /dapi/v1/continuousKlines`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 1500; 500 where left out.
        Costs: usdm_weight (by its parameters); coinm_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Continuous-Contract-Kline-Candlestick-Data
        """
        found: list[KlineRow] = await self.call(
            "get_continuous_klines",
            list[KlineRow],
            product,
            {
                "pair": pair,
                "contract_type": contract_type,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_continuous_klines(
        self,
        *,
        product: Literal["usdm", "coinm"],
        pair: str,
        contract_type: Literal["PERPETUAL", "CURRENT_QUARTER", "NEXT_QUARTER", "TRADIFI_PERPETUAL"],
        interval: Interval,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[KlineRow, None]:
        """Every row of `get_continuous_klines`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_continuous_klines",
            list[KlineRow],
            product,
            {
                "pair": pair,
                "contract_type": contract_type,
                "interval": interval,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_depth(
        self, *, product: Literal["spot", "usdm", "coinm"], symbol: str, limit: int | None = None
    ) -> GetDepthResponse:
        """Order book.

        spot: `GET /api/v3/depth`
        usdm: `GET /fapi/v1/depth`
        coinm: `GET /dapi/v1/depth`

        limit: from 1 to 5000; spot 1 to 5000 (100 where left out); futures 5, 10, 20, 50, 100, 500 (where left out) or 1000.
        Costs: spot_weight (by its parameters); usdm_weight (by its parameters); coinm_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#order-book
        """
        found: GetDepthResponse = await self.call(
            "get_depth", GetDepthResponse, product, {"symbol": symbol, "limit": limit}
        )
        return found

    async def get_book_ticker(
        self,
        *,
        product: Literal["spot", "usdm", "coinm"],
        symbol: str | None = None,
        symbols: str | None = None,
        pair: str | None = None,
    ) -> BookTickerRow | list[BookTickerRow]:
        """Best bid and offer.

        spot: `GET /api/v3/ticker/bookTicker`
        usdm: `GET /fapi/v1/ticker/bookTicker`
        coinm: `GET /dapi/v1/ticker/bookTicker`

        symbol: every symbol where left out.
        symbols: spot only; a JSON array of raw symbols.
        pair: coinm only.
        Costs: spot_weight (by its parameters); usdm_weight (by its parameters); coinm_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#symbol-order-book-ticker
        """
        found: BookTickerRow | list[BookTickerRow] = await self.call(
            "get_book_ticker",
            BookTickerRow | list[BookTickerRow],
            product,
            {"symbol": symbol, "symbols": symbols, "pair": pair},
        )
        return found

    async def get_premium_index(
        self, *, product: Literal["usdm", "coinm"], symbol: str | None = None, pair: str | None = None
    ) -> PremiumIndex | list[PremiumIndex]:
        """Mark price, index price and funding.

        usdm: `GET /fapi/v1/premiumIndex`
        coinm: `GET /dapi/v1/premiumIndex`

        symbol: every contract where left out.
        pair: coinm only.
        Costs: usdm_weight (by its parameters); coinm_weight 10.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Mark-Price
        """
        found: PremiumIndex | list[PremiumIndex] = await self.call(
            "get_premium_index", PremiumIndex | list[PremiumIndex], product, {"symbol": symbol, "pair": pair}
        )
        return found

    async def get_funding_rate(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
    ) -> list[FundingRate]:
        """Funding that was paid.

        usdm: `GET /fapi/v1/fundingRate`
        coinm: `GET /dapi/v1/fundingRate`

        symbol: every contract where left out; COIN-M needs it.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 1000; 100 where left out.
        Costs: usdm_funding 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Get-Funding-Rate-History
        """
        found: list[FundingRate] = await self.call(
            "get_funding_rate",
            list[FundingRate],
            product,
            {"symbol": symbol, "start_time_ms": start_time_ms, "end_time_ms": end_time_ms, "limit": limit},
        )
        return found

    def iter_get_funding_rate(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[FundingRate, None]:
        """Every row of `get_funding_rate`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_funding_rate",
            list[FundingRate],
            product,
            {"symbol": symbol, "start_time_ms": start_time_ms, "end_time_ms": end_time_ms, "limit": limit},
            progress,
        )

    async def get_funding_info(self, *, product: Literal["usdm", "coinm"]) -> list[FundingInfo]:
        """Funding intervals and bounds that differ from the usual.

        usdm: `GET /fapi/v1/fundingInfo`
        coinm: `GET /dapi/v1/fundingInfo`

        Costs: usdm_funding 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Get-Funding-Rate-Info
        """
        found: list[FundingInfo] = await self.call("get_funding_info", list[FundingInfo], product, {})
        return found

    async def get_open_interest(
        self, *, product: Literal["usdm", "coinm"], symbol: str
    ) -> GetOpenInterestResponse:
        """Open interest now.

        usdm: `GET /fapi/v1/openInterest`
        coinm: `GET /dapi/v1/openInterest`

        Costs: usdm_weight 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Open-Interest
        """
        found: GetOpenInterestResponse = await self.call(
            "get_open_interest", GetOpenInterestResponse, product, {"symbol": symbol}
        )
        return found

    async def get_open_interest_hist(
        self,
        *,
        product: Literal["usdm", "coinm"],
        period: Literal["5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"],
        symbol: str | None = None,
        pair: str | None = None,
        contract_type: Literal["ALL", "CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL"] | None = None,
        limit: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
    ) -> list[OpenInterestStatistics]:
        """Open interest by period.

        usdm: `GET /futures/data/openInterestHist`
        coinm: `GET /futures/data/openInterestHist`

        symbol: usdm only; needed on USD-M.
        pair: coinm only; needed on COIN-M.
        contract_type: coinm only.
        limit: from 1 to 500; 30 where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        Costs: usdm_statistics 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Open-Interest-Statistics
        """
        found: list[OpenInterestStatistics] = await self.call(
            "get_open_interest_hist",
            list[OpenInterestStatistics],
            product,
            {
                "symbol": symbol,
                "pair": pair,
                "contract_type": contract_type,
                "period": period,
                "limit": limit,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
            },
        )
        return found

    def iter_get_open_interest_hist(
        self,
        *,
        product: Literal["usdm", "coinm"],
        period: Literal["5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"],
        symbol: str | None = None,
        pair: str | None = None,
        contract_type: Literal["ALL", "CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL"] | None = None,
        limit: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[OpenInterestStatistics, None]:
        """Every row of `get_open_interest_hist`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_open_interest_hist",
            list[OpenInterestStatistics],
            product,
            {
                "symbol": symbol,
                "pair": pair,
                "contract_type": contract_type,
                "period": period,
                "limit": limit,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
            },
            progress,
        )

    async def get_top_long_short_account_ratio(
        self,
        *,
        product: Literal["usdm", "coinm"],
        period: Literal["5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"],
        symbol: str | None = None,
        pair: str | None = None,
        limit: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
    ) -> list[LongShortRatio]:
        """Long and short accounts of top traders.

        usdm: `GET /futures/data/topLongShortAccountRatio`
        coinm: `GET /futures/data/topLongShortAccountRatio`

        symbol: usdm only; needed on USD-M.
        pair: coinm only; needed on COIN-M.
        limit: from 1 to 500; 30 where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        Costs: usdm_statistics 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Top-Long-Short-Account-Ratio
        """
        found: list[LongShortRatio] = await self.call(
            "get_top_long_short_account_ratio",
            list[LongShortRatio],
            product,
            {
                "symbol": symbol,
                "pair": pair,
                "period": period,
                "limit": limit,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
            },
        )
        return found

    async def get_top_long_short_position_ratio(
        self,
        *,
        product: Literal["usdm", "coinm"],
        period: Literal["5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"],
        symbol: str | None = None,
        pair: str | None = None,
        limit: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
    ) -> list[LongShortRatio]:
        """Long and short positions of top traders.

        usdm: `GET /futures/data/topLongShortPositionRatio`
        coinm: `GET /futures/data/topLongShortPositionRatio`

        symbol: usdm only; needed on USD-M.
        pair: coinm only; needed on COIN-M.
        limit: from 1 to 500; 30 where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        Costs: usdm_statistics 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Top-Trader-Long-Short-Ratio
        """
        found: list[LongShortRatio] = await self.call(
            "get_top_long_short_position_ratio",
            list[LongShortRatio],
            product,
            {
                "symbol": symbol,
                "pair": pair,
                "period": period,
                "limit": limit,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
            },
        )
        return found

    async def get_global_long_short_account_ratio(
        self,
        *,
        product: Literal["usdm", "coinm"],
        period: Literal["5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"],
        symbol: str | None = None,
        pair: str | None = None,
        limit: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
    ) -> list[LongShortRatio]:
        """Long and short accounts of all traders.

        usdm: `GET /futures/data/globalLongShortAccountRatio`
        coinm: `GET /futures/data/globalLongShortAccountRatio`

        symbol: usdm only; needed on USD-M.
        pair: coinm only; needed on COIN-M.
        limit: from 1 to 500; 30 where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        Costs: usdm_statistics 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Long-Short-Ratio
        """
        found: list[LongShortRatio] = await self.call(
            "get_global_long_short_account_ratio",
            list[LongShortRatio],
            product,
            {
                "symbol": symbol,
                "pair": pair,
                "period": period,
                "limit": limit,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
            },
        )
        return found

    async def get_basis(
        self,
        *,
        product: Literal["usdm", "coinm"],
        pair: str,
        contract_type: Literal["CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL"],
        period: Literal["5m", "15m", "30m", "1h", "2h", "4h", "6h", "12h", "1d"],
        limit: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
    ) -> list[Basis]:
        """Difference between the futures and the index price.

        usdm: `GET /futures/data/basis`
        coinm: `GET /futures/data/basis`

        limit: from 1 to 500; 30 where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        Costs: usdm_statistics 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Basis
        """
        found: list[Basis] = await self.call(
            "get_basis",
            list[Basis],
            product,
            {
                "pair": pair,
                "contract_type": contract_type,
                "period": period,
                "limit": limit,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
            },
        )
        return found

    async def get_spot_exchange_info(
        self,
        *,
        symbol: str | None = None,
        symbols: str | None = None,
        permissions: str | None = None,
        show_permission_sets: bool | None = None,
        symbol_status: Literal["TRADING", "HALT", "BREAK"] | None = None,
    ) -> GetSpotExchangeInfoResponse:
        """Spot symbols and their trading rules.

        spot: `GET /api/v3/exchangeInfo`

        symbols: a JSON array of raw symbols, ["BTCUSDT","BNBBTC"].
        Costs: spot_weight 20.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#exchange-information
        """
        found: GetSpotExchangeInfoResponse = await self.call(
            "get_spot_exchange_info",
            GetSpotExchangeInfoResponse,
            "spot",
            {
                "symbol": symbol,
                "symbols": symbols,
                "permissions": permissions,
                "show_permission_sets": show_permission_sets,
                "symbol_status": symbol_status,
            },
        )
        return found

    async def get_usdm_exchange_info(self) -> GetUsdmExchangeInfoResponse:
        """USD-M contracts and their trading rules.

        usdm: `GET /fapi/v1/exchangeInfo`

        Costs: usdm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Exchange-Information
        """
        found: GetUsdmExchangeInfoResponse = await self.call(
            "get_usdm_exchange_info", GetUsdmExchangeInfoResponse, "usdm", {}
        )
        return found

    async def get_coinm_exchange_info(self) -> GetCoinmExchangeInfoResponse:
        """COIN-M contracts and their trading rules.

        coinm: `GET /dapi/v1/exchangeInfo`

        Costs: coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/coin-margined-futures/market-data/rest-api/Exchange-Information
        """
        found: GetCoinmExchangeInfoResponse = await self.call(
            "get_coinm_exchange_info", GetCoinmExchangeInfoResponse, "coinm", {}
        )
        return found

    async def get_trade_fee(self, *, symbol: str | None = None) -> list[TradeFee]:
        """Maker and taker fees of this account, by spot symbol.

        spot: `GET /sapi/v1/asset/tradeFee`

        Costs: account_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/wallet/asset/trade-fee
        """
        found: list[TradeFee] = await self.call("get_trade_fee", list[TradeFee], "spot", {"symbol": symbol})
        return found

    async def get_ticker_24hr(
        self,
        *,
        symbol: str | None = None,
        symbols: str | None = None,
        type: Literal["FULL", "MINI"] | None = None,
    ) -> Ticker24h | list[Ticker24h]:
        """Spot statistics of the last 24 hours.

        spot: `GET /api/v3/ticker/24hr`

        symbol: every symbol where left out.
        symbols: a JSON array of raw symbols.
        Costs: spot_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#24hr-ticker-price-change-statistics
        """
        found: Ticker24h | list[Ticker24h] = await self.call(
            "get_ticker_24hr",
            Ticker24h | list[Ticker24h],
            "spot",
            {"symbol": symbol, "symbols": symbols, "type": type},
        )
        return found

    async def get_futures_ticker_24hr(
        self, *, product: Literal["usdm", "coinm"], symbol: str | None = None, pair: str | None = None
    ) -> Ticker24h | list[Ticker24h]:
        """Futures statistics of the last 24 hours.

        usdm: `GET /fapi/v1/ticker/24hr`
        coinm: `GET /dapi/v1/ticker/24hr`

        symbol: every symbol where left out.
        pair: coinm only.
        Costs: usdm_weight (by its parameters); coinm_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/24hr-Ticker-Price-Change-Statistics
        """
        found: Ticker24h | list[Ticker24h] = await self.call(
            "get_futures_ticker_24hr", Ticker24h | list[Ticker24h], product, {"symbol": symbol, "pair": pair}
        )
        return found

    async def get_ticker_price(
        self,
        *,
        product: Literal["spot", "usdm", "coinm"],
        symbol: str | None = None,
        symbols: str | None = None,
        pair: str | None = None,
    ) -> TickerPrice | list[TickerPrice]:
        """Last price.

        spot: `GET /api/v3/ticker/price`
        usdm: `GET /fapi/v1/ticker/price`
        coinm: `GET /dapi/v1/ticker/price`

        symbol: every symbol where left out.
        symbols: spot only; a JSON array of raw symbols.
        pair: coinm only.
        Costs: spot_weight (by its parameters); usdm_weight (by its parameters); coinm_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#symbol-price-ticker
        """
        found: TickerPrice | list[TickerPrice] = await self.call(
            "get_ticker_price",
            TickerPrice | list[TickerPrice],
            product,
            {"symbol": symbol, "symbols": symbols, "pair": pair},
        )
        return found

    async def get_avg_price(self, *, symbol: str) -> GetAvgPriceResponse:
        """Average price of the last minutes.

        spot: `GET /api/v3/avgPrice`

        Costs: spot_weight 2.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#current-average-price
        """
        found: GetAvgPriceResponse = await self.call(
            "get_avg_price", GetAvgPriceResponse, "spot", {"symbol": symbol}
        )
        return found

    async def get_window_ticker(
        self,
        *,
        symbol: str | None = None,
        symbols: str | None = None,
        window_size: str | None = None,
        type: Literal["FULL", "MINI"] | None = None,
    ) -> WindowTickerRow | list[WindowTickerRow]:
        """Spot statistics of a window.

        spot: `GET /api/v3/ticker`

        symbols: a JSON array of at most 100 raw symbols.
        window_size: 1m to 59m, 1h to 23h, 1d to 7d; 1d where left out.
        Costs: spot_weight 4.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#rolling-window-price-change-statistics
        """
        found: WindowTickerRow | list[WindowTickerRow] = await self.call(
            "get_window_ticker",
            WindowTickerRow | list[WindowTickerRow],
            "spot",
            {"symbol": symbol, "symbols": symbols, "window_size": window_size, "type": type},
        )
        return found

    async def get_trading_day_ticker(
        self,
        *,
        symbol: str | None = None,
        symbols: str | None = None,
        time_zone: str | None = None,
        type: Literal["FULL", "MINI"] | None = None,
    ) -> WindowTickerRow | list[WindowTickerRow]:
        """Spot statistics of the trading day.

        spot: `GET /api/v3/ticker/tradingDay`

        symbols: a JSON array of at most 100 raw symbols.
        Costs: spot_weight 4.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#trading-day-ticker
        """
        found: WindowTickerRow | list[WindowTickerRow] = await self.call(
            "get_trading_day_ticker",
            WindowTickerRow | list[WindowTickerRow],
            "spot",
            {"symbol": symbol, "symbols": symbols, "time_zone": time_zone, "type": type},
        )
        return found

    async def get_reference_price(self, *, symbol: str) -> GetReferencePriceResponse:
        """Reference price.

        spot: `GET /api/v3/referencePrice`

        Costs: spot_weight 2.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-reference-price
        """
        found: GetReferencePriceResponse = await self.call(
            "get_reference_price", GetReferencePriceResponse, "spot", {"symbol": symbol}
        )
        return found

    async def get_trades(
        self, *, product: Literal["spot", "usdm", "coinm"], symbol: str, limit: int | None = None
    ) -> list[TradeRow]:
        """Recent trades.

        spot: `GET /api/v3/trades`
        usdm: `GET /fapi/v1/trades`
        coinm: `GET /dapi/v1/trades`

        limit: from 1 to 1000; 500 where left out.
        Costs: spot_weight 25; usdm_weight 5; coinm_weight 5.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#recent-trades-list
        """
        found: list[TradeRow] = await self.call(
            "get_trades", list[TradeRow], product, {"symbol": symbol, "limit": limit}
        )
        return found

    async def get_historical_trades(
        self, *, symbol: str, from_id: int | None = None, limit: int | None = None
    ) -> list[TradeRow]:
        """Older spot trades.

        spot: `GET /api/v3/historicalTrades`

        limit: from 1 to 1000; 500 where left out.
        Costs: spot_weight 25.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#old-trade-lookup
        """
        found: list[TradeRow] = await self.call(
            "get_historical_trades",
            list[TradeRow],
            "spot",
            {"symbol": symbol, "from_id": from_id, "limit": limit},
        )
        return found

    def iter_get_historical_trades(
        self,
        *,
        symbol: str,
        from_id: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[TradeRow, None]:
        """Every row of `get_historical_trades`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_historical_trades",
            list[TradeRow],
            "spot",
            {"symbol": symbol, "from_id": from_id, "limit": limit},
            progress,
        )

    async def get_futures_historical_trades(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        from_id: int | None = None,
        limit: int | None = None,
    ) -> list[TradeRow]:
        """Older futures trades.

        usdm: `GET /fapi/v1/historicalTrades`
        coinm: `GET /dapi/v1/historicalTrades`

        limit: from 1 to 500; 100 where left out.
        Costs: usdm_weight 200; coinm_weight 200.
        Signed: key.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/derivatives/usds-margined-futures/market-data/rest-api/Old-Trades-Lookup
        """
        found: list[TradeRow] = await self.call(
            "get_futures_historical_trades",
            list[TradeRow],
            product,
            {"symbol": symbol, "from_id": from_id, "limit": limit},
        )
        return found

    def iter_get_futures_historical_trades(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        from_id: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[TradeRow, None]:
        """Every row of `get_futures_historical_trades`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_futures_historical_trades",
            list[TradeRow],
            product,
            {"symbol": symbol, "from_id": from_id, "limit": limit},
            progress,
        )

    async def get_agg_trades(
        self,
        *,
        product: Literal["spot", "usdm", "coinm"],
        symbol: str,
        from_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
    ) -> list[AggTradeRow]:
        """Aggregate trades.

        spot: `GET /api/v3/aggTrades`
        usdm: `GET /fapi/v1/aggTrades`
        coinm: `GET /dapi/v1/aggTrades`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 1000; 500 where left out.
        Costs: spot_weight 4; usdm_weight 20; coinm_weight 20.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#compressedaggregate-trades-list
        """
        found: list[AggTradeRow] = await self.call(
            "get_agg_trades",
            list[AggTradeRow],
            product,
            {
                "symbol": symbol,
                "from_id": from_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_agg_trades(
        self,
        *,
        product: Literal["spot", "usdm", "coinm"],
        symbol: str,
        from_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[AggTradeRow, None]:
        """Every row of `get_agg_trades`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_agg_trades",
            list[AggTradeRow],
            product,
            {
                "symbol": symbol,
                "from_id": from_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_historical_block_trades(
        self, *, symbol: str, from_id: int, limit: int | None = None
    ) -> list[TradeRow]:
        """Trades that were agreed outside of the book.

        spot: `GET /api/v3/historicalBlockTrades`

        limit: from 1 to 1000; 500 where left out.
        Costs: spot_weight 25.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#historical-block-trades
        """
        found: list[TradeRow] = await self.call(
            "get_historical_block_trades",
            list[TradeRow],
            "spot",
            {"symbol": symbol, "from_id": from_id, "limit": limit},
        )
        return found

    def iter_get_historical_block_trades(
        self, *, symbol: str, from_id: int, limit: int | None = None, progress: Progress | None = None
    ) -> AsyncGenerator[TradeRow, None]:
        """Every row of `get_historical_block_trades`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_historical_block_trades",
            list[TradeRow],
            "spot",
            {"symbol": symbol, "from_id": from_id, "limit": limit},
            progress,
        )


class Streams(BaseStreams):
    """Streams of Binance, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def server_shutdown(self) -> AsyncGenerator[ServerShutdown, None]:
        """The server is about to close the connection.

        Gives: its payload alone. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#server-shutdown
        """
        return self.open("server_shutdown", ServerShutdown, "spot", {})

    def kline(
        self, *, product: Literal["spot", "usdm", "coinm"], symbol: str, interval: Interval
    ) -> AsyncGenerator[Kline, None]:
        """Bars.

        Gives: Bar, BinanceBar. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#klinecandlestick-streams-for-utc
        """
        return self.open("kline", Kline, product, {"symbol": symbol, "interval": interval})

    def continuous_kline(
        self,
        *,
        product: Literal["usdm", "coinm"],
        pair: str,
        contract_type: Literal["PERPETUAL", "CURRENT_QUARTER", "NEXT_QUARTER", "TRADIFI_PERPETUAL"],
        interval: Interval,
    ) -> AsyncGenerator[ContinuousKline, None]:
        """Bars of the current, next or perpetual contract of a pair.

        Gives: BinanceContinuousBar. https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Continuous-Contract-Kline-Candlestick-Streams
        """
        return self.open(
            "continuous_kline",
            ContinuousKline,
            product,
            {"pair": pair, "contract_type": contract_type, "interval": interval},
        )

    def mark_price_kline(self, *, symbol: str, interval: Interval) -> AsyncGenerator[MarkPriceKline, None]:
        """Bars of the mark price.

        Gives: Bar. https://developers.binance.com/docs/derivatives/coin-margined-futures/websocket-market-streams/Mark-Price-Kline-Candlestick-Streams
        """
        return self.open(
            "mark_price_kline", MarkPriceKline, "coinm", {"symbol": symbol, "interval": interval}
        )

    def index_price_kline(self, *, pair: str, interval: Interval) -> AsyncGenerator[IndexPriceKline, None]:
        """Bars of the index price of a pair.

        Gives: Bar. https://developers.binance.com/docs/derivatives/coin-margined-futures/websocket-market-streams/Index-Kline-Candlestick-Streams
        """
        return self.open("index_price_kline", IndexPriceKline, "coinm", {"pair": pair, "interval": interval})

    def depth(
        self,
        *,
        product: Literal["spot", "usdm", "coinm"],
        symbol: str,
        speed: Literal["", "@0ms", "@100ms", "@250ms", "@500ms", "@1000ms"] | None = None,
    ) -> AsyncGenerator[Depth, None]:
        """Changes of the order book.

        speed: "@100ms" where left out; spot 1000ms or 100ms, futures 0ms, 100ms, 250ms or 500ms; empty for the usual one.
        Gives: OrderBookDeltas. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#how-to-manage-a-local-order-book-correctly
        """
        return self.open("depth", Depth, product, {"symbol": symbol, "speed": speed})

    def partial_depth(
        self,
        *,
        symbol: str,
        levels: Literal[5, 10, 20] | None = None,
        speed: Literal["", "@100ms", "@1000ms"] | None = None,
    ) -> AsyncGenerator[PartialDepth, None]:
        """The best 5, 10 or 20 spot levels.

        levels: 10 where left out.
        speed: "@100ms" where left out.
        Gives: OrderBookDeltas, OrderBookDepth10. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#partial-book-depth-streams
        """
        return self.open(
            "partial_depth", PartialDepth, "spot", {"symbol": symbol, "levels": levels, "speed": speed}
        )

    def futures_partial_depth(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        levels: Literal[5, 10, 20] | None = None,
        speed: Literal["", "@100ms", "@250ms", "@500ms"] | None = None,
    ) -> AsyncGenerator[FuturesPartialDepth, None]:
        """The best 5, 10 or 20 futures levels.

        levels: 10 where left out.
        speed: "@100ms" where left out.
        Gives: OrderBookDeltas, OrderBookDepth10. https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Partial-Book-Depth-Streams
        """
        return self.open(
            "futures_partial_depth",
            FuturesPartialDepth,
            product,
            {"symbol": symbol, "levels": levels, "speed": speed},
        )

    def book_ticker(
        self, *, product: Literal["spot", "usdm", "coinm"], symbol: str
    ) -> AsyncGenerator[BookTicker, None]:
        """Best bid and offer.

        Gives: QuoteTick. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-book-ticker-streams
        """
        return self.open("book_ticker", BookTicker, product, {"symbol": symbol})

    def all_book_tickers(self, *, product: Literal["usdm", "coinm"]) -> AsyncGenerator[AllBookTickers, None]:
        """Best bid and offer of every contract.

        Gives: QuoteTick. https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/All-Book-Tickers-Stream
        """
        return self.open("all_book_tickers", AllBookTickers, product, {})

    def mark_price(
        self, *, product: Literal["usdm", "coinm"], symbol: str, speed: Literal["", "@1s"] | None = None
    ) -> AsyncGenerator[MarkPrice, None]:
        """Mark price, index price and funding.

        speed: "@1s" where left out; every three seconds where empty.
        Gives: MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate, BinanceFuturesMarkPriceUpdate. https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Mark-Price-Stream
        """
        return self.open("mark_price", MarkPrice, product, {"symbol": symbol, "speed": speed})

    def all_mark_prices(
        self, *, product: Literal["usdm", "coinm"], speed: Literal["", "@1s"] | None = None
    ) -> AsyncGenerator[list[MarkPrice], None]:
        """Mark price, index price and funding of every contract.

        speed: "@1s" where left out; every three seconds where empty.
        Gives: MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate, BinanceFuturesMarkPriceUpdate. https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Mark-Price-Stream-for-All-market
        """
        return self.open("all_mark_prices", list[MarkPrice], product, {"speed": speed})

    def index_price(
        self, *, pair: str, speed: Literal["", "@1s"] | None = None
    ) -> AsyncGenerator[IndexPrice, None]:
        """Index price of a pair.

        speed: "@1s" where left out; every three seconds where empty.
        Gives: IndexPriceUpdate. https://developers.binance.com/docs/derivatives/coin-margined-futures/websocket-market-streams/Index-Price-Stream
        """
        return self.open("index_price", IndexPrice, "coinm", {"pair": pair, "speed": speed})

    def force_order(
        self, *, product: Literal["usdm", "coinm"], symbol: str
    ) -> AsyncGenerator[ForceOrder, None]:
        """Liquidations.

        Gives: BinanceFuturesLiquidation. https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Liquidation-Order-Streams
        """
        return self.open("force_order", ForceOrder, product, {"symbol": symbol})

    def all_force_orders(self, *, product: Literal["usdm", "coinm"]) -> AsyncGenerator[AllForceOrders, None]:
        """Liquidations of every contract.

        Gives: BinanceFuturesLiquidation. https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/All-Market-Liquidation-Order-Streams
        """
        return self.open("all_force_orders", AllForceOrders, product, {})

    def contract_info(self, *, product: Literal["usdm", "coinm"]) -> AsyncGenerator[ContractInfo, None]:
        """Listings, settlements and leverage brackets of contracts.

        Gives: InstrumentStatus, BinanceFuturesContractInfo. https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Contract-Info-Stream
        """
        return self.open("contract_info", ContractInfo, product, {})

    def ticker(self, *, symbol: str) -> AsyncGenerator[StreamTicker, None]:
        """Spot statistics of the last 24 hours.

        Gives: BinanceTicker. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-ticker-streams
        """
        return self.open("ticker", StreamTicker, "spot", {"symbol": symbol})

    def futures_ticker(
        self, *, product: Literal["usdm", "coinm"], symbol: str
    ) -> AsyncGenerator[StreamFuturesTicker, None]:
        """Futures statistics of the last 24 hours.

        Gives: BinanceFuturesTicker. https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/Individual-Symbol-Ticker-Streams
        """
        return self.open("futures_ticker", StreamFuturesTicker, product, {"symbol": symbol})

    def all_tickers(
        self, *, product: Literal["usdm", "coinm"]
    ) -> AsyncGenerator[list[StreamFuturesTicker], None]:
        """Statistics of the last 24 hours of every contract that changed.

        Gives: BinanceFuturesTicker. https://developers.binance.com/docs/derivatives/usds-margined-futures/websocket-market-streams/All-Market-Tickers-Streams
        """
        return self.open("all_tickers", list[StreamFuturesTicker], product, {})

    def mini_ticker(
        self, *, product: Literal["spot", "usdm", "coinm"], symbol: str
    ) -> AsyncGenerator[StreamMiniTicker, None]:
        """Short statistics of the last 24 hours.

        Gives: BinanceMiniTicker. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-mini-ticker-stream
        """
        return self.open("mini_ticker", StreamMiniTicker, product, {"symbol": symbol})

    def all_mini_tickers(
        self, *, product: Literal["spot", "usdm", "coinm"]
    ) -> AsyncGenerator[list[StreamMiniTicker], None]:
        """Short statistics of the last 24 hours of every symbol that changed.

        Gives: BinanceMiniTicker. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#all-market-mini-tickers-stream
        """
        return self.open("all_mini_tickers", list[StreamMiniTicker], product, {})

    def avg_price(self, *, symbol: str) -> AsyncGenerator[AvgPrice, None]:
        """Average price of the last minutes.

        Gives: BinanceAveragePrice. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#average-price
        """
        return self.open("avg_price", AvgPrice, "spot", {"symbol": symbol})

    def window_ticker(
        self, *, symbol: str, window: Literal["1h", "4h", "1d"]
    ) -> AsyncGenerator[StreamWindowTicker, None]:
        """Spot statistics of a window.

        Gives: BinanceWindowTicker. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-rolling-window-statistics-streams
        """
        return self.open("window_ticker", StreamWindowTicker, "spot", {"symbol": symbol, "window": window})

    def all_window_tickers(
        self, *, window: Literal["1h", "4h", "1d"]
    ) -> AsyncGenerator[list[StreamWindowTicker], None]:
        """Spot statistics of a window of every symbol that changed.

        Gives: BinanceWindowTicker. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#all-market-rolling-window-statistics-streams
        """
        return self.open("all_window_tickers", list[StreamWindowTicker], "spot", {"window": window})

    def reference_price(self, *, symbol: str) -> AsyncGenerator[ReferencePrice, None]:
        """Reference price.

        Gives: BinanceReferencePrice. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#reference-price-streams
        """
        return self.open("reference_price", ReferencePrice, "spot", {"symbol": symbol})

    def trade(self, *, symbol: str) -> AsyncGenerator[Trade, None]:
        """Spot trades.

        Gives: TradeTick. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#trade-streams
        """
        return self.open("trade", Trade, "spot", {"symbol": symbol})

    def futures_trade(
        self, *, product: Literal["usdm", "coinm"], symbol: str
    ) -> AsyncGenerator[FuturesTrade, None]:
        """Futures trades, not aggregated.

        Gives: TradeTick. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#trade-streams
        """
        return self.open("futures_trade", FuturesTrade, product, {"symbol": symbol})

    def agg_trade(
        self, *, product: Literal["spot", "usdm", "coinm"], symbol: str
    ) -> AsyncGenerator[AggTrade, None]:
        """Aggregate trades.

        Gives: TradeTick. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#aggregate-trade-streams
        """
        return self.open("agg_trade", AggTrade, product, {"symbol": symbol})

    def block_trade(self, *, symbol: str) -> AsyncGenerator[BlockTrade, None]:
        """Trades that were agreed outside of the book.

        Gives: BinanceBlockTrade. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#block-trade-streams
        """
        return self.open("block_trade", BlockTrade, "spot", {"symbol": symbol})
