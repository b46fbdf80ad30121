"""The interface of the venue bybit as it is: HTTP operations and streams. Generated from specs/bybit; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Literal

from dragoman.requests.client import BaseClient
from dragoman.requests.streams import BaseStreams

from dragoman_venues.bybit.books import BestLevel, GetOrderbookResponse, OptionOrderbook, Orderbook
from dragoman_venues.bybit.instruments import (
    GetContractsResponse,
    GetOptionsResponse,
    GetSpotInstrumentsResponse,
)
from dragoman_venues.bybit.requests import Requests
from dragoman_venues.bybit.tickers import (
    GetFundingHistoryResponse,
    GetOptionTickersResponse,
    GetTickersResponse,
    OptionTicker,
    Ticker,
)
from dragoman_venues.bybit.trades import (
    GetKlinesResponse,
    GetRecentTradesResponse,
    Interval,
    Kline,
    OlderTrade,
    OptionTrade,
    PublicTrade,
)
from dragoman_venues.bybit.translator import TABLES
from dragoman_venues.bybit.venue import GetServerTimeResponse


class HttpClient(BaseClient):
    """HTTP operations of Bybit, one method each, named as the specification does."""

    builder = Requests

    async def get_server_time(self) -> GetServerTimeResponse:
        """Server time.

        `GET /v5/market/time`

        Costs: address 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/market/time
        """
        found: GetServerTimeResponse = await self.call("get_server_time", GetServerTimeResponse, "", {})
        return found

    async def get_orderbook(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str,
        limit: int | None = None,
    ) -> GetOrderbookResponse:
        """Order book.

        spot: `GET /v5/market/orderbook`
        linear: `GET /v5/market/orderbook`
        inverse: `GET /v5/market/orderbook`
        option: `GET /v5/market/orderbook`

        limit: from 1 to 1000; at most 200 for spot, 500 for contracts, 25 for options on older servers; 25, or 1 for spot and options, where left out.
        Costs: address 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/market/orderbook
        """
        found: GetOrderbookResponse = await self.call(
            "get_orderbook", GetOrderbookResponse, product, {"symbol": symbol, "limit": limit}
        )
        return found

    async def get_spot_instruments(self, *, symbol: str | None = None) -> GetSpotInstrumentsResponse:
        """Spot pairs and their trading rules.

        spot: `GET /v5/market/instruments-info`

        symbol: every pair where left out.
        Costs: address 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/market/instrument
        """
        found: GetSpotInstrumentsResponse = await self.call(
            "get_spot_instruments", GetSpotInstrumentsResponse, "spot", {"symbol": symbol}
        )
        return found

    async def get_contracts(
        self,
        *,
        product: Literal["linear", "inverse"],
        symbol: str | None = None,
        base_coin: str | None = None,
        status: Literal["PreLaunch", "Trading", "Delivering", "Closed"] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> GetContractsResponse:
        """Linear and inverse contracts and their trading rules.

        linear: `GET /v5/market/instruments-info`
        inverse: `GET /v5/market/instruments-info`

        symbol: every contract where left out.
        status: those that trade where left out.
        limit: from 1 to 1000; 1000 where left out.
        Costs: address 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/market/instrument
        """
        found: GetContractsResponse = await self.call(
            "get_contracts",
            GetContractsResponse,
            product,
            {"symbol": symbol, "base_coin": base_coin, "status": status, "limit": limit, "cursor": cursor},
        )
        return found

    async def get_options(
        self,
        *,
        symbol: str | None = None,
        base_coin: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> GetOptionsResponse:
        """Options and their trading rules.

        option: `GET /v5/market/instruments-info`

        base_coin: BTC where left out.
        limit: from 1 to 1000; 1000 where left out.
        Costs: address 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/market/instrument
        """
        found: GetOptionsResponse = await self.call(
            "get_options",
            GetOptionsResponse,
            "option",
            {"symbol": symbol, "base_coin": base_coin, "limit": limit, "cursor": cursor},
        )
        return found

    async def get_tickers(
        self, *, product: Literal["spot", "linear", "inverse"], symbol: str | None = None
    ) -> GetTickersResponse:
        """Tickers of pairs and contracts.

        spot: `GET /v5/market/tickers`
        linear: `GET /v5/market/tickers`
        inverse: `GET /v5/market/tickers`

        symbol: every symbol where left out.
        Costs: address 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/market/tickers
        """
        found: GetTickersResponse = await self.call(
            "get_tickers", GetTickersResponse, product, {"symbol": symbol}
        )
        return found

    async def get_option_tickers(
        self, *, symbol: str | None = None, base_coin: str | None = None
    ) -> GetOptionTickersResponse:
        """Tickers of options.

        option: `GET /v5/market/tickers`

        symbol: every option of the base coin where left out.
        Costs: address 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/market/tickers
        """
        found: GetOptionTickersResponse = await self.call(
            "get_option_tickers",
            GetOptionTickersResponse,
            "option",
            {"symbol": symbol, "base_coin": base_coin},
        )
        return found

    async def get_funding_history(
        self,
        *,
        product: Literal["linear", "inverse"],
        symbol: str,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
    ) -> GetFundingHistoryResponse:
        """Settled funding rates.

        linear: `GET /v5/market/funding/history`
        inverse: `GET /v5/market/funding/history`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 200; 200 where left out.
        Costs: address 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/market/history-fund-rate
        """
        found: GetFundingHistoryResponse = await self.call(
            "get_funding_history",
            GetFundingHistoryResponse,
            product,
            {"symbol": symbol, "start_time_ms": start_time_ms, "end_time_ms": end_time_ms, "limit": limit},
        )
        return found

    async def get_recent_trades(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str | None = None,
        base_coin: str | None = None,
        limit: int | None = None,
    ) -> GetRecentTradesResponse:
        """Recent trades.

        spot: `GET /v5/market/recent-trade`
        linear: `GET /v5/market/recent-trade`
        inverse: `GET /v5/market/recent-trade`
        option: `GET /v5/market/recent-trade`

        symbol: needed but for options.
        base_coin: option only; BTC where left out.
        limit: from 1 to 1000; spot at most 60; 500, or 60 for spot, where left out.
        Costs: address 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/market/recent-trade
        """
        found: GetRecentTradesResponse = await self.call(
            "get_recent_trades",
            GetRecentTradesResponse,
            product,
            {"symbol": symbol, "base_coin": base_coin, "limit": limit},
        )
        return found

    async def get_klines(
        self,
        *,
        product: Literal["spot", "linear", "inverse"],
        symbol: str,
        interval: Interval,
        start_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
    ) -> GetKlinesResponse:
        """Bars.

        spot: `GET /v5/market/kline`
        linear: `GET /v5/market/kline`
        inverse: `GET /v5/market/kline`

        start_ms: UNIX milliseconds.
        end_ms: UNIX milliseconds.
        limit: from 1 to 1000; 200 where left out.
        Costs: address 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/market/kline
        """
        found: GetKlinesResponse = await self.call(
            "get_klines",
            GetKlinesResponse,
            product,
            {"symbol": symbol, "interval": interval, "start_ms": start_ms, "end_ms": end_ms, "limit": limit},
        )
        return found


class Streams(BaseStreams):
    """Streams of Bybit, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def orderbook(
        self,
        *,
        product: Literal["spot", "linear", "inverse"],
        symbol: str,
        depth: Literal[50, 200, 500, 1000] | None = None,
    ) -> AsyncGenerator[Orderbook, None]:
        """Order book.

        depth: 50 where left out; 500 is an older depth of contracts.
        Gives: OrderBookDeltas. https://bybit-exchange.github.io/docs/v5/websocket/public/orderbook
        """
        return self.open("orderbook", Orderbook, product, {"symbol": symbol, "depth": depth})

    def best_level(
        self, *, product: Literal["spot", "linear", "inverse"], symbol: str
    ) -> AsyncGenerator[BestLevel, None]:
        """The best bid and offer.

        Gives: QuoteTick. https://bybit-exchange.github.io/docs/v5/websocket/public/orderbook
        """
        return self.open("best_level", BestLevel, product, {"symbol": symbol})

    def option_orderbook(
        self, *, symbol: str, depth: Literal[25, 100] | None = None
    ) -> AsyncGenerator[OptionOrderbook, None]:
        """Order book of an option.

        depth: 25 where left out.
        Gives: OrderBookDeltas. https://bybit-exchange.github.io/docs/v5/websocket/public/orderbook
        """
        return self.open("option_orderbook", OptionOrderbook, "option", {"symbol": symbol, "depth": depth})

    def ticker(self, *, product: Literal["linear", "inverse"], symbol: str) -> AsyncGenerator[Ticker, None]:
        """Ticker of a contract.

        Gives: QuoteTick, MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate. https://bybit-exchange.github.io/docs/v5/websocket/public/ticker
        """
        return self.open("ticker", Ticker, product, {"symbol": symbol})

    def option_ticker(self, *, symbol: str) -> AsyncGenerator[OptionTicker, None]:
        """Ticker and greeks of an option.

        Gives: QuoteTick, MarkPriceUpdate, IndexPriceUpdate, OptionGreeks. https://bybit-exchange.github.io/docs/v5/websocket/public/ticker
        """
        return self.open("option_ticker", OptionTicker, "option", {"symbol": symbol})

    def public_trade(
        self, *, product: Literal["spot", "linear", "inverse"], symbol: str
    ) -> AsyncGenerator[PublicTrade, None]:
        """Trades.

        Gives: TradeTick, BybitBlockTrade. https://bybit-exchange.github.io/docs/v5/websocket/public/trade
        """
        return self.open("public_trade", PublicTrade, product, {"symbol": symbol})

    def older_trade(
        self,
        *,
        product: Literal["spot", "linear", "inverse"],
        symbol: str,
        category: Literal["spot", "linear", "inverse"] | None = None,
    ) -> AsyncGenerator[OlderTrade, None]:
        """Trades under another form of the topic.

        category: "linear" where left out.
        Gives: TradeTick. https://bybit-exchange.github.io/docs/v5/websocket/public/trade
        """
        return self.open("older_trade", OlderTrade, product, {"symbol": symbol, "category": category})

    def option_trade(self, *, base_coin: str) -> AsyncGenerator[OptionTrade, None]:
        """Trades of every option of a base coin.

        Gives: TradeTick, BybitBlockTrade. https://bybit-exchange.github.io/docs/v5/websocket/public/trade
        """
        return self.open("option_trade", OptionTrade, "option", {"base_coin": base_coin})

    def kline(
        self, *, product: Literal["spot", "linear", "inverse"], symbol: str, interval: Interval
    ) -> AsyncGenerator[Kline, None]:
        """Bars.

        Gives: Bar. https://bybit-exchange.github.io/docs/v5/websocket/public/kline
        """
        return self.open("kline", Kline, product, {"symbol": symbol, "interval": interval})
