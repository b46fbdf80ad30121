"""The interface of the venue binance as it is: HTTP operations and streams. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from decimal import Decimal
from typing import Literal

from dragoman.requests.client import BaseClient, Progress
from dragoman.requests.streams import BaseStreams
from msgspec import Raw

from dragoman_venues.binance.account import (
    BorrowOrRepayResponse,
    GetAccountResponse,
    GetCommissionRateResponse,
    GetFuturesAccountInUseResponse,
    GetFuturesAccountResponse,
    GetFuturesBalanceRow,
    GetIncomeRow,
    GetIsolatedAccountsResponse,
    GetLeverageBracketsRow,
    GetMarginAccountResponse,
    GetPositionModeResponse,
    GetSymbolConfigRow,
    Position,
    SetLeverageResponse,
)
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
    CoinmAllBookTickers,
    Depth,
    FuturesPartialDepth,
    GetBookTickerRow,
    GetDepthResponse,
    GetRpiDepthResponse,
    PartialDepth,
)
from dragoman_venues.binance.derivatives import (
    AllForceOrders,
    AssetIndex,
    CompositeIndex,
    ForceOrder,
    GetBasisRow,
    GetFundingInfoRow,
    GetFundingRateRow,
    GetOpenInterestHistRow,
    GetOpenInterestResponse,
    GetPremiumIndexRow,
    GetTakerVolumeRow,
    GetTopLongShortAccountRatioRow,
    IndexPrice,
    MarkPrice,
)
from dragoman_venues.binance.instruments import (
    ContractInfo,
    GetCoinmExchangeInfoResponse,
    GetSpotExchangeInfoResponse,
    GetSpotStatesResponse,
    GetTradeFeeRow,
    GetUsdmExchangeInfoResponse,
)
from dragoman_venues.binance.orders import (
    AlgoCanceled,
    AlgoOrder,
    AmendQuantityResponse,
    BatchRow,
    CanceledOrder,
    Done,
    FuturesOrder,
    GetMyAllocationsRow,
    GetMyTradesRow,
    GetUserTradesRow,
    ListedReport,
    OrderList,
    ReplacedOrder,
    SentOrder,
    SpotOrder,
)
from dragoman_venues.binance.private import (
    AccountConfig,
    AccountPosition,
    AccountUpdate,
    AlgoUpdate,
    BalanceUpdate,
    CreateListenKeyResponse,
    CreateListenTokenResponse,
    CreateRiskKeyResponse,
    ExecutionReport,
    ExternalLock,
    KeepListenKeyResponse,
    Liability,
    ListStatus,
    MarginCall,
    MarginLevel,
    OrderUpdate,
    TradeLite,
    TriggerRejected,
)
from dragoman_venues.binance.requests import Requests
from dragoman_venues.binance.sbe import (
    SbeAccountPosition,
    SbeBalanceUpdate,
    SbeBestBidAsk,
    SbeDepth,
    SbeDepth20,
    SbeExecutionReport,
    SbeTrade,
)
from dragoman_venues.binance.tickers import (
    AvgPrice,
    GetAvgPriceResponse,
    GetReferencePriceResponse,
    GetTickerPriceRow,
    ReferencePrice,
    StreamFuturesTicker,
    StreamMiniTicker,
    StreamTicker,
    StreamWindowTicker,
    Ticker24h,
    WindowTickerRow,
)
from dragoman_venues.binance.trades import (
    AggTrade,
    BlockTrade,
    FuturesTrade,
    GetAggTradesRow,
    Trade,
    TradeRow,
)
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

    async def get_server_time(
        self, *, product: Literal["spot", "margin", "usdm", "coinm"]
    ) -> GetServerTimeResponse:
        """Server time.

        spot: `GET /api/v3/time`
        margin: `GET /api/v3/time`
        usdm: `GET /fapi/v1/time`
        coinm: `GET /dapi/v1/time`

        Costs: spot_weight 1; margin_weight 1; usdm_weight 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#check-server-time
        """
        found: GetServerTimeResponse = await self.call("get_server_time", GetServerTimeResponse, product, {})
        return found

    async def get_account(self, *, omit_zero_balances: bool | None = None) -> GetAccountResponse:
        """Balances of the spot account.

        spot: `GET /api/v3/account`

        Costs: spot_weight 20.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#account-information-user_data
        """
        found: GetAccountResponse = await self.call(
            "get_account", GetAccountResponse, "spot", {"omit_zero_balances": omit_zero_balances}
        )
        return found

    async def get_margin_account(self) -> GetMarginAccountResponse:
        """Balances and debts of the cross-margin account.

        margin: `GET /sapi/v1/margin/account`

        Costs: margin_weight 10.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/account#query-cross-margin-account-details
        """
        found: GetMarginAccountResponse = await self.call(
            "get_margin_account", GetMarginAccountResponse, "margin", {}
        )
        return found

    async def get_isolated_accounts(self, *, symbols: str | None = None) -> GetIsolatedAccountsResponse:
        """Balances and debts of the isolated-margin accounts, one a pair.

        margin: `GET /sapi/v1/margin/isolated/account`

        symbols: at most five pairs, "BTCUSDT,BNBUSDT\".
        Costs: margin_weight 10.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/account#query-isolated-margin-account-info
        """
        found: GetIsolatedAccountsResponse = await self.call(
            "get_isolated_accounts", GetIsolatedAccountsResponse, "margin", {"symbols": symbols}
        )
        return found

    async def get_futures_account(self, *, product: Literal["usdm", "coinm"]) -> GetFuturesAccountResponse:
        """Balances and margins of a futures account.

        usdm: `GET /fapi/v2/account`
        coinm: `GET /dapi/v1/account`

        Costs: usdm_weight 5; coinm_weight 5.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#account-information-v2
        """
        found: GetFuturesAccountResponse = await self.call(
            "get_futures_account", GetFuturesAccountResponse, product, {}
        )
        return found

    async def get_futures_balance(self, *, product: Literal["usdm", "coinm"]) -> list[GetFuturesBalanceRow]:
        """Balances of a futures account.

        usdm: `GET /fapi/v2/balance`
        coinm: `GET /dapi/v1/balance`

        Costs: usdm_weight 5; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#futures-account-balance-v2
        """
        found: list[GetFuturesBalanceRow] = await self.call(
            "get_futures_balance", list[GetFuturesBalanceRow], product, {}
        )
        return found

    async def get_positions(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str | None = None,
        pair: str | None = None,
        margin_asset: str | None = None,
    ) -> list[Position]:
        """Futures positions.

        usdm: `GET /fapi/v2/positionRisk`
        coinm: `GET /dapi/v1/positionRisk`

        symbol: usdm only; every contract where left out.
        pair: coinm only.
        margin_asset: coinm only.
        Costs: usdm_weight 5; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#position-information-v2
        """
        found: list[Position] = await self.call(
            "get_positions",
            list[Position],
            product,
            {"symbol": symbol, "pair": pair, "margin_asset": margin_asset},
        )
        return found

    async def get_open_positions(self, *, symbol: str | None = None) -> list[Position]:
        """Futures positions that are open or have orders.

        usdm: `GET /fapi/v3/positionRisk`

        symbol: every contract where left out.
        Costs: usdm_weight 5.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#position-information-v3
        """
        found: list[Position] = await self.call(
            "get_open_positions", list[Position], "usdm", {"symbol": symbol}
        )
        return found

    async def get_commission_rate(
        self, *, product: Literal["usdm", "coinm"], symbol: str
    ) -> GetCommissionRateResponse:
        """Maker and taker fee of this account for a contract.

        usdm: `GET /fapi/v1/commissionRate`
        coinm: `GET /dapi/v1/commissionRate`

        Costs: usdm_weight 20; coinm_weight 20.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#user-commission-rate
        """
        found: GetCommissionRateResponse = await self.call(
            "get_commission_rate", GetCommissionRateResponse, product, {"symbol": symbol}
        )
        return found

    async def get_symbol_config(self, *, symbol: str | None = None) -> list[GetSymbolConfigRow]:
        """Leverage and margin mode, by contract.

        usdm: `GET /fapi/v1/symbolConfig`

        Costs: usdm_weight 5.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#symbol-configuration
        """
        found: list[GetSymbolConfigRow] = await self.call(
            "get_symbol_config", list[GetSymbolConfigRow], "usdm", {"symbol": symbol}
        )
        return found

    async def get_leverage_brackets(
        self, *, product: Literal["usdm", "coinm"], symbol: str | None = None
    ) -> GetLeverageBracketsRow | list[GetLeverageBracketsRow]:
        """Bounds of leverage by notional.

        usdm: `GET /fapi/v1/leverageBracket`
        coinm: `GET /dapi/v2/leverageBracket`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#notional-and-leverage-brackets
        """
        found: GetLeverageBracketsRow | list[GetLeverageBracketsRow] = await self.call(
            "get_leverage_brackets",
            GetLeverageBracketsRow | list[GetLeverageBracketsRow],
            product,
            {"symbol": symbol},
        )
        return found

    async def get_position_mode(self, *, product: Literal["usdm", "coinm"]) -> GetPositionModeResponse:
        """Whether the account is in hedge mode.

        usdm: `GET /fapi/v1/positionSide/dual`
        coinm: `GET /dapi/v1/positionSide/dual`

        Costs: usdm_weight 30; coinm_weight 30.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#get-current-position-mode
        """
        found: GetPositionModeResponse = await self.call(
            "get_position_mode", GetPositionModeResponse, product, {}
        )
        return found

    async def get_income(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str | None = None,
        income_type: str | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        page: int | None = None,
        limit: int | None = None,
    ) -> list[GetIncomeRow]:
        """Profits, fees, funding and transfers of a futures account.

        usdm: `GET /fapi/v1/income`
        coinm: `GET /dapi/v1/income`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 1000; 100 where left out.
        Costs: usdm_weight 30; coinm_weight 20.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#get-income-history
        """
        found: list[GetIncomeRow] = await self.call(
            "get_income",
            list[GetIncomeRow],
            product,
            {
                "symbol": symbol,
                "income_type": income_type,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "page": page,
                "limit": limit,
            },
        )
        return found

    def iter_get_income(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str | None = None,
        income_type: str | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        page: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[GetIncomeRow, None]:
        """Every row of `get_income`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_income",
            list[GetIncomeRow],
            product,
            {
                "symbol": symbol,
                "income_type": income_type,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "page": page,
                "limit": limit,
            },
            progress,
        )

    async def get_leverage(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str | None = None,
        pair: str | None = None,
        margin_asset: str | None = None,
    ) -> list[Position]:
        """Leverage and margin mode, by contract, as positions tell them.

        usdm: `GET /fapi/v2/positionRisk`
        coinm: `GET /dapi/v1/positionRisk`

        symbol: usdm only; every contract where left out.
        pair: coinm only.
        margin_asset: coinm only.
        Costs: usdm_weight 5; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#position-information-v2
        """
        found: list[Position] = await self.call(
            "get_leverage",
            list[Position],
            product,
            {"symbol": symbol, "pair": pair, "margin_asset": margin_asset},
        )
        return found

    async def get_futures_account_in_use(self) -> GetFuturesAccountInUseResponse:
        """Balances and margins of a USD-M account, of assets in use alone.

        usdm: `GET /fapi/v3/account`

        Costs: usdm_weight 5.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#account-information-v3
        """
        found: GetFuturesAccountInUseResponse = await self.call(
            "get_futures_account_in_use", GetFuturesAccountInUseResponse, "usdm", {}
        )
        return found

    async def get_futures_balance_in_use(self) -> list[GetFuturesBalanceRow]:
        """Balances of a USD-M account, of assets in use alone.

        usdm: `GET /fapi/v3/balance`

        Costs: usdm_weight 5; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/account#futures-account-balance-v3
        """
        found: list[GetFuturesBalanceRow] = await self.call(
            "get_futures_balance_in_use", list[GetFuturesBalanceRow], "usdm", {}
        )
        return found

    async def set_position_mode(self, *, product: Literal["usdm", "coinm"], hedge_mode: bool) -> Done:
        """Change to hedge or one-way mode.

        usdm: `POST /fapi/v1/positionSide/dual`
        coinm: `POST /dapi/v1/positionSide/dual`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#change-position-mode
        """
        found: Done = await self.call("set_position_mode", Done, product, {"hedge_mode": hedge_mode})
        return found

    async def set_leverage(
        self, *, product: Literal["usdm", "coinm"], symbol: str, leverage: int
    ) -> SetLeverageResponse:
        """Change the leverage of a contract.

        usdm: `POST /fapi/v1/leverage`
        coinm: `POST /dapi/v1/leverage`

        leverage: from 1 to 150.
        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#change-initial-leverage
        """
        found: SetLeverageResponse = await self.call(
            "set_leverage", SetLeverageResponse, product, {"symbol": symbol, "leverage": leverage}
        )
        return found

    async def set_margin_mode(
        self, *, product: Literal["usdm", "coinm"], symbol: str, margin_mode: Literal["CROSSED", "ISOLATED"]
    ) -> Done:
        """Change the margin mode of a contract.

        usdm: `POST /fapi/v1/marginType`
        coinm: `POST /dapi/v1/marginType`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#change-margin-type
        """
        found: Done = await self.call(
            "set_margin_mode", Done, product, {"symbol": symbol, "margin_mode": margin_mode}
        )
        return found

    async def change_position_margin(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        amount: Decimal,
        kind: Literal[1, 2],
        position_side: Literal["BOTH", "LONG", "SHORT"] | None = None,
    ) -> Done:
        """Add or take margin of an isolated position.

        usdm: `POST /fapi/v1/positionMargin`
        coinm: `POST /dapi/v1/positionMargin`

        kind: 1 adds, 2 takes.
        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#modify-isolated-position-margin
        """
        found: Done = await self.call(
            "change_position_margin",
            Done,
            product,
            {"symbol": symbol, "position_side": position_side, "amount": amount, "kind": kind},
        )
        return found

    async def borrow_or_repay(
        self,
        *,
        asset: str,
        amount: Decimal,
        kind: Literal["BORROW", "REPAY"],
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
        symbol: str | None = None,
    ) -> BorrowOrRepayResponse:
        """Borrow an asset on margin, or pay it back.

        margin: `POST /sapi/v1/margin/borrow-repay`

        is_isolated: "FALSE" where left out.
        symbol: isolated margin alone.
        Costs: margin_weight 1500.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/borrow-repay#margin-account-borrow-repay
        """
        found: BorrowOrRepayResponse = await self.call(
            "borrow_or_repay",
            BorrowOrRepayResponse,
            "margin",
            {"asset": asset, "is_isolated": is_isolated, "symbol": symbol, "amount": amount, "kind": kind},
        )
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
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#index-price-kline-candlestick-data
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
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/rest-api/market-data#index-price-kline-candlestick-data
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
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#mark-price-kline-candlestick-data
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
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#continuous-contract-kline-candlestick-data
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
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#premium-index-kline-data
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
        symbol_status: Literal["TRADING", "HALT", "BREAK"] | None = None,
        pair: str | None = None,
    ) -> GetBookTickerRow | list[GetBookTickerRow]:
        """Best bid and offer.

        spot: `GET /api/v3/ticker/bookTicker`
        usdm: `GET /fapi/v1/ticker/bookTicker`
        coinm: `GET /dapi/v1/ticker/bookTicker`

        symbol: every symbol where left out.
        symbols: spot only; a JSON array of raw symbols.
        symbol_status: spot only; symbols in that state alone.
        pair: coinm only.
        Costs: spot_weight (by its parameters); usdm_weight (by its parameters); coinm_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#symbol-order-book-ticker
        """
        found: GetBookTickerRow | list[GetBookTickerRow] = await self.call(
            "get_book_ticker",
            GetBookTickerRow | list[GetBookTickerRow],
            product,
            {"symbol": symbol, "symbols": symbols, "symbol_status": symbol_status, "pair": pair},
        )
        return found

    async def get_rpi_depth(self, *, symbol: str, limit: int | None = None) -> GetRpiDepthResponse:
        """Order book of a USD-M contract with the orders that are there for retail flow.

        usdm: `GET /fapi/v1/rpiDepth`

        limit: from 1 to 5000; spot 1 to 5000 (100 where left out); futures 5, 10, 20, 50, 100, 500 (where left out) or 1000.
        Costs: usdm_weight 20.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#rpi-order-book
        """
        found: GetRpiDepthResponse = await self.call(
            "get_rpi_depth", GetRpiDepthResponse, "usdm", {"symbol": symbol, "limit": limit}
        )
        return found

    async def get_premium_index(
        self, *, product: Literal["usdm", "coinm"], symbol: str | None = None, pair: str | None = None
    ) -> GetPremiumIndexRow | list[GetPremiumIndexRow]:
        """Mark price, index price and funding.

        usdm: `GET /fapi/v1/premiumIndex`
        coinm: `GET /dapi/v1/premiumIndex`

        symbol: every contract where left out.
        pair: coinm only.
        Costs: usdm_weight (by its parameters); coinm_weight 10.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#mark-price
        """
        found: GetPremiumIndexRow | list[GetPremiumIndexRow] = await self.call(
            "get_premium_index",
            GetPremiumIndexRow | list[GetPremiumIndexRow],
            product,
            {"symbol": symbol, "pair": pair},
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
    ) -> list[GetFundingRateRow]:
        """Funding that was paid.

        usdm: `GET /fapi/v1/fundingRate`
        coinm: `GET /dapi/v1/fundingRate`

        symbol: every contract where left out; COIN-M needs it.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 1000; 100 where left out.
        Costs: usdm_funding 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#get-funding-rate-history
        """
        found: list[GetFundingRateRow] = await self.call(
            "get_funding_rate",
            list[GetFundingRateRow],
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
    ) -> AsyncGenerator[GetFundingRateRow, None]:
        """Every row of `get_funding_rate`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_funding_rate",
            list[GetFundingRateRow],
            product,
            {"symbol": symbol, "start_time_ms": start_time_ms, "end_time_ms": end_time_ms, "limit": limit},
            progress,
        )

    async def get_funding_info(self, *, product: Literal["usdm", "coinm"]) -> list[GetFundingInfoRow]:
        """Funding intervals and bounds that differ from the usual.

        usdm: `GET /fapi/v1/fundingInfo`
        coinm: `GET /dapi/v1/fundingInfo`

        Costs: usdm_funding 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#get-funding-rate-info
        """
        found: list[GetFundingInfoRow] = await self.call(
            "get_funding_info", list[GetFundingInfoRow], product, {}
        )
        return found

    async def get_open_interest(
        self, *, product: Literal["usdm", "coinm"], symbol: str
    ) -> GetOpenInterestResponse:
        """Open interest now.

        usdm: `GET /fapi/v1/openInterest`
        coinm: `GET /dapi/v1/openInterest`

        Costs: usdm_weight 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#open-interest
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
    ) -> list[GetOpenInterestHistRow]:
        """Open interest by period.

        usdm: `GET /futures/data/openInterestHist`
        coinm: `GET /futures/data/openInterestHist`

        symbol: usdm only; needed on USD-M.
        pair: coinm only; needed on COIN-M.
        contract_type: coinm only; taker volumes need it.
        limit: from 1 to 500; 30 where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        Costs: usdm_statistics 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#open-interest-statistics
        """
        found: list[GetOpenInterestHistRow] = await self.call(
            "get_open_interest_hist",
            list[GetOpenInterestHistRow],
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
    ) -> AsyncGenerator[GetOpenInterestHistRow, None]:
        """Every row of `get_open_interest_hist`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_open_interest_hist",
            list[GetOpenInterestHistRow],
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
        contract_type: Literal["ALL", "CURRENT_QUARTER", "NEXT_QUARTER", "PERPETUAL"] | None = None,
        limit: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
    ) -> list[GetTopLongShortAccountRatioRow]:
        """Long and short accounts of top traders.

        usdm: `GET /futures/data/topLongShortAccountRatio`
        coinm: `GET /futures/data/topLongShortAccountRatio`

        symbol: usdm only; needed on USD-M.
        pair: coinm only; needed on COIN-M.
        contract_type: coinm only; taker volumes need it.
        limit: from 1 to 500; 30 where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        Costs: usdm_statistics 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#top-trader-long-short-ratio-accounts
        """
        found: list[GetTopLongShortAccountRatioRow] = await self.call(
            "get_top_long_short_account_ratio",
            list[GetTopLongShortAccountRatioRow],
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

    async def get_top_long_short_position_ratio(
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
    ) -> list[GetTopLongShortAccountRatioRow]:
        """Long and short positions of top traders.

        usdm: `GET /futures/data/topLongShortPositionRatio`
        coinm: `GET /futures/data/topLongShortPositionRatio`

        symbol: usdm only; needed on USD-M.
        pair: coinm only; needed on COIN-M.
        contract_type: coinm only; taker volumes need it.
        limit: from 1 to 500; 30 where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        Costs: usdm_statistics 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#top-trader-long-short-ratio-positions
        """
        found: list[GetTopLongShortAccountRatioRow] = await self.call(
            "get_top_long_short_position_ratio",
            list[GetTopLongShortAccountRatioRow],
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

    async def get_global_long_short_account_ratio(
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
    ) -> list[GetTopLongShortAccountRatioRow]:
        """Long and short accounts of all traders.

        usdm: `GET /futures/data/globalLongShortAccountRatio`
        coinm: `GET /futures/data/globalLongShortAccountRatio`

        symbol: usdm only; needed on USD-M.
        pair: coinm only; needed on COIN-M.
        contract_type: coinm only; taker volumes need it.
        limit: from 1 to 500; 30 where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        Costs: usdm_statistics 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#long-short-ratio
        """
        found: list[GetTopLongShortAccountRatioRow] = await self.call(
            "get_global_long_short_account_ratio",
            list[GetTopLongShortAccountRatioRow],
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

    async def get_taker_volume(
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
    ) -> list[GetTakerVolumeRow]:
        """What takers bought and sold, by period.

        usdm: `GET /futures/data/takerlongshortRatio`
        coinm: `GET /futures/data/takerBuySellVol`

        symbol: usdm only; needed on USD-M.
        pair: coinm only; needed on COIN-M.
        contract_type: coinm only; taker volumes need it.
        limit: from 1 to 500; 30 where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        Costs: usdm_statistics 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#taker-buy-sell-volume
        """
        found: list[GetTakerVolumeRow] = await self.call(
            "get_taker_volume",
            list[GetTakerVolumeRow],
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
    ) -> list[GetBasisRow]:
        """Difference between the futures and the index price.

        usdm: `GET /futures/data/basis`
        coinm: `GET /futures/data/basis`

        limit: from 1 to 500; 30 where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        Costs: usdm_statistics 1; coinm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#basis
        """
        found: list[GetBasisRow] = await self.call(
            "get_basis",
            list[GetBasisRow],
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

    async def get_spot_states(self, *, show_permission_sets: bool | None = None) -> GetSpotStatesResponse:
        """Spot symbols with their states.

        spot: `GET /api/v3/exchangeInfo`

        show_permission_sets: False where left out.
        Costs: spot_weight 20.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#exchange-information
        """
        found: GetSpotStatesResponse = await self.call(
            "get_spot_states", GetSpotStatesResponse, "spot", {"show_permission_sets": show_permission_sets}
        )
        return found

    async def get_usdm_exchange_info(self) -> GetUsdmExchangeInfoResponse:
        """USD-M contracts and their trading rules.

        usdm: `GET /fapi/v1/exchangeInfo`

        Costs: usdm_weight 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#exchange-information
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
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/rest-api/market-data#exchange-information
        """
        found: GetCoinmExchangeInfoResponse = await self.call(
            "get_coinm_exchange_info", GetCoinmExchangeInfoResponse, "coinm", {}
        )
        return found

    async def get_trade_fee(self, *, symbol: str | None = None) -> GetTradeFeeRow | list[GetTradeFeeRow]:
        """Maker and taker fees of this account, by spot symbol.

        spot: `GET /sapi/v1/asset/tradeFee`

        Costs: account_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/wallet/asset/trade-fee
        """
        found: GetTradeFeeRow | list[GetTradeFeeRow] = await self.call(
            "get_trade_fee", GetTradeFeeRow | list[GetTradeFeeRow], "spot", {"symbol": symbol}
        )
        return found

    async def place_order(
        self,
        *,
        product: Literal["spot", "margin"],
        symbol: str,
        side: Literal["BUY", "SELL"],
        type: Literal[
            "LIMIT",
            "LIMIT_MAKER",
            "MARKET",
            "STOP_LOSS",
            "STOP_LOSS_LIMIT",
            "TAKE_PROFIT",
            "TAKE_PROFIT_LIMIT",
        ],
        time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        quantity: Decimal | None = None,
        quote_order_qty: Decimal | None = None,
        price: Decimal | None = None,
        stop_price: Decimal | None = None,
        trailing_delta: Decimal | None = None,
        iceberg_qty: Decimal | None = None,
        new_client_order_id: str | None = None,
        self_trade_prevention_mode: (
            Literal["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"] | None
        ) = None,
        strategy_id: int | None = None,
        strategy_type: int | None = None,
        peg_price_type: Literal["PRIMARY_PEG", "MARKET_PEG"] | None = None,
        peg_offset_value: int | None = None,
        peg_offset_type: Literal["PRICE_LEVEL"] | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
        side_effect_type: (
            Literal["NO_SIDE_EFFECT", "MARGIN_BUY", "AUTO_REPAY", "AUTO_BORROW_REPAY"] | None
        ) = None,
        auto_repay_at_cancel: bool | None = None,
        new_order_resp_type: Literal["ACK", "RESULT", "FULL"] | None = None,
    ) -> SentOrder | list[SentOrder]:
        """A new spot or margin order.

        spot: `POST /api/v3/order`
        margin: `POST /sapi/v1/margin/order`

        quote_order_qty: a market order for so much of the quote currency.
        trailing_delta: basis points.
        strategy_id: spot only.
        strategy_type: from 1000000; spot only.
        peg_price_type: spot only.
        peg_offset_value: to 100; spot only.
        peg_offset_type: spot only.
        is_isolated: margin only; cross margin where left out.
        side_effect_type: margin only.
        auto_repay_at_cancel: margin only.
        new_order_resp_type: "FULL" where left out.
        Costs: spot_weight 1; spot_orders 1; spot_orders_day 1; margin_weight (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-trade
        """
        found: SentOrder | list[SentOrder] = await self.call(
            "place_order",
            SentOrder | list[SentOrder],
            product,
            {
                "symbol": symbol,
                "side": side,
                "type": type,
                "time_in_force": time_in_force,
                "quantity": quantity,
                "quote_order_qty": quote_order_qty,
                "price": price,
                "stop_price": stop_price,
                "trailing_delta": trailing_delta,
                "iceberg_qty": iceberg_qty,
                "new_client_order_id": new_client_order_id,
                "self_trade_prevention_mode": self_trade_prevention_mode,
                "strategy_id": strategy_id,
                "strategy_type": strategy_type,
                "peg_price_type": peg_price_type,
                "peg_offset_value": peg_offset_value,
                "peg_offset_type": peg_offset_type,
                "is_isolated": is_isolated,
                "side_effect_type": side_effect_type,
                "auto_repay_at_cancel": auto_repay_at_cancel,
                "new_order_resp_type": new_order_resp_type,
            },
        )
        return found

    async def cancel_order_by_id(
        self,
        *,
        product: Literal["spot", "margin"],
        symbol: str,
        order_id: int | None = None,
        orig_client_order_id: str | None = None,
        new_client_order_id: str | None = None,
        cancel_restrictions: Literal["ONLY_NEW", "ONLY_PARTIALLY_FILLED"] | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
    ) -> SpotOrder | list[SpotOrder]:
        """Cancel a spot or margin order.

        spot: `DELETE /api/v3/order`
        margin: `DELETE /sapi/v1/margin/order`

        new_client_order_id: what the cancel itself is called.
        cancel_restrictions: spot only.
        is_isolated: margin only.
        Costs: spot_weight 1; margin_weight 10.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-order-trade
        """
        found: SpotOrder | list[SpotOrder] = await self.call(
            "cancel_order_by_id",
            SpotOrder | list[SpotOrder],
            product,
            {
                "symbol": symbol,
                "order_id": order_id,
                "orig_client_order_id": orig_client_order_id,
                "new_client_order_id": new_client_order_id,
                "cancel_restrictions": cancel_restrictions,
                "is_isolated": is_isolated,
            },
        )
        return found

    async def cancel_all_spot_orders(
        self,
        *,
        product: Literal["spot", "margin"],
        symbol: str,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
    ) -> list[CanceledOrder]:
        """Cancel the orders of a spot symbol, order lists too.

        spot: `DELETE /api/v3/openOrders`
        margin: `DELETE /sapi/v1/margin/openOrders`

        is_isolated: margin only.
        Costs: spot_weight 1; margin_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-all-open-orders-on-a-symbol-trade
        """
        found: list[CanceledOrder] = await self.call(
            "cancel_all_spot_orders",
            list[CanceledOrder],
            product,
            {"symbol": symbol, "is_isolated": is_isolated},
        )
        return found

    async def replace_order(
        self,
        *,
        symbol: str,
        side: Literal["BUY", "SELL"],
        type: Literal["LIMIT", "LIMIT_MAKER"],
        quantity: Decimal,
        price: Decimal,
        cancel_replace_mode: Literal["STOP_ON_FAILURE", "ALLOW_FAILURE"] | None = None,
        cancel_order_id: int | None = None,
        cancel_orig_client_order_id: str | None = None,
        time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        iceberg_qty: Decimal | None = None,
        new_client_order_id: str | None = None,
        cancel_restrictions: Literal["ONLY_NEW", "ONLY_PARTIALLY_FILLED"] | None = None,
        cancel_new_client_order_id: str | None = None,
        self_trade_prevention_mode: (
            Literal["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"] | None
        ) = None,
        rate_exceeded: Literal["DO_NOTHING", "CANCEL_ONLY"] | None = None,
        new_order_resp_type: Literal["ACK", "RESULT", "FULL"] | None = None,
    ) -> ReplacedOrder:
        """Cancel a spot order and send another in its place.

        spot: `POST /api/v3/order/cancelReplace`

        cancel_replace_mode: "STOP_ON_FAILURE" where left out.
        cancel_new_client_order_id: what the cancel itself is called.
        new_order_resp_type: "FULL" where left out.
        Costs: spot_weight 1; spot_orders 1; spot_orders_day 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-an-existing-order-and-send-a-new-order-trade
        """
        found: ReplacedOrder = await self.call(
            "replace_order",
            ReplacedOrder,
            "spot",
            {
                "symbol": symbol,
                "side": side,
                "type": type,
                "cancel_replace_mode": cancel_replace_mode,
                "cancel_order_id": cancel_order_id,
                "cancel_orig_client_order_id": cancel_orig_client_order_id,
                "time_in_force": time_in_force,
                "quantity": quantity,
                "price": price,
                "iceberg_qty": iceberg_qty,
                "new_client_order_id": new_client_order_id,
                "cancel_restrictions": cancel_restrictions,
                "cancel_new_client_order_id": cancel_new_client_order_id,
                "self_trade_prevention_mode": self_trade_prevention_mode,
                "rate_exceeded": rate_exceeded,
                "new_order_resp_type": new_order_resp_type,
            },
        )
        return found

    async def amend_quantity(
        self,
        *,
        symbol: str,
        new_qty: Decimal,
        order_id: int | None = None,
        orig_client_order_id: str | None = None,
        new_client_order_id: str | None = None,
    ) -> AmendQuantityResponse:
        """Lower the quantity of a spot order, which keeps its place in the queue.

        spot: `PUT /api/v3/order/amend/keepPriority`

        Costs: spot_weight 4.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#order-amend-keep-priority-trade
        """
        found: AmendQuantityResponse = await self.call(
            "amend_quantity",
            AmendQuantityResponse,
            "spot",
            {
                "symbol": symbol,
                "order_id": order_id,
                "orig_client_order_id": orig_client_order_id,
                "new_client_order_id": new_client_order_id,
                "new_qty": new_qty,
            },
        )
        return found

    async def place_sor_order(
        self,
        *,
        symbol: str,
        side: Literal["BUY", "SELL"],
        type: Literal["LIMIT", "MARKET"],
        quantity: Decimal,
        time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        price: Decimal | None = None,
        iceberg_qty: Decimal | None = None,
        new_client_order_id: str | None = None,
        self_trade_prevention_mode: (
            Literal["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"] | None
        ) = None,
        strategy_id: int | None = None,
        strategy_type: int | None = None,
        new_order_resp_type: Literal["ACK", "RESULT", "FULL"] | None = None,
    ) -> SentOrder | list[SentOrder]:
        """A spot order that is filled from several books.

        spot: `POST /api/v3/sor/order`

        strategy_type: from 1000000.
        new_order_resp_type: "FULL" where left out.
        Costs: spot_weight 1; spot_orders 1; spot_orders_day 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-using-sor-trade
        """
        found: SentOrder | list[SentOrder] = await self.call(
            "place_sor_order",
            SentOrder | list[SentOrder],
            "spot",
            {
                "symbol": symbol,
                "side": side,
                "type": type,
                "time_in_force": time_in_force,
                "quantity": quantity,
                "price": price,
                "iceberg_qty": iceberg_qty,
                "new_client_order_id": new_client_order_id,
                "self_trade_prevention_mode": self_trade_prevention_mode,
                "strategy_id": strategy_id,
                "strategy_type": strategy_type,
                "new_order_resp_type": new_order_resp_type,
            },
        )
        return found

    async def get_order(
        self,
        *,
        product: Literal["spot", "margin"],
        symbol: str,
        order_id: int | None = None,
        orig_client_order_id: str | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
    ) -> SpotOrder | list[SpotOrder]:
        """One spot or margin order.

        spot: `GET /api/v3/order`
        margin: `GET /sapi/v1/margin/order`

        is_isolated: margin only.
        Costs: spot_weight 4; margin_weight 10.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-order-user_data
        """
        found: SpotOrder | list[SpotOrder] = await self.call(
            "get_order",
            SpotOrder | list[SpotOrder],
            product,
            {
                "symbol": symbol,
                "order_id": order_id,
                "orig_client_order_id": orig_client_order_id,
                "is_isolated": is_isolated,
            },
        )
        return found

    async def get_open_orders(
        self,
        *,
        product: Literal["spot", "margin"],
        symbol: str | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
    ) -> SpotOrder | list[SpotOrder]:
        """Spot or margin orders that stand.

        spot: `GET /api/v3/openOrders`
        margin: `GET /sapi/v1/margin/openOrders`

        symbol: every symbol where left out.
        is_isolated: margin only.
        Costs: spot_weight (by its parameters); margin_weight 10.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#current-open-orders-user_data
        """
        found: SpotOrder | list[SpotOrder] = await self.call(
            "get_open_orders",
            SpotOrder | list[SpotOrder],
            product,
            {"symbol": symbol, "is_isolated": is_isolated},
        )
        return found

    async def get_all_orders(
        self,
        *,
        product: Literal["spot", "margin"],
        symbol: str,
        order_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
    ) -> SpotOrder | list[SpotOrder]:
        """Spot or margin orders of the past, by symbol.

        spot: `GET /api/v3/allOrders`
        margin: `GET /sapi/v1/margin/allOrders`

        order_id: orders from this id on.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds; at most a day after the start.
        limit: from 1 to 1000; 500 where left out; margin has at most 500.
        is_isolated: margin only.
        Costs: spot_weight 20; margin_weight 200.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#all-orders-user_data
        """
        found: SpotOrder | list[SpotOrder] = await self.call(
            "get_all_orders",
            SpotOrder | list[SpotOrder],
            product,
            {
                "symbol": symbol,
                "order_id": order_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
                "is_isolated": is_isolated,
            },
        )
        return found

    def iter_get_all_orders(
        self,
        *,
        product: Literal["spot", "margin"],
        symbol: str,
        order_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[SpotOrder, None]:
        """Every row of `get_all_orders`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_all_orders",
            SpotOrder | list[SpotOrder],
            product,
            {
                "symbol": symbol,
                "order_id": order_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
                "is_isolated": is_isolated,
            },
            progress,
        )

    async def get_my_trades(
        self,
        *,
        product: Literal["spot", "margin"],
        symbol: str,
        order_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        from_id: int | None = None,
        limit: int | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
    ) -> GetMyTradesRow | list[GetMyTradesRow]:
        """Spot or margin fills of this account, by symbol.

        spot: `GET /api/v3/myTrades`
        margin: `GET /sapi/v1/margin/myTrades`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds; at most a day after the start.
        limit: from 1 to 1000; 500 where left out.
        is_isolated: margin only.
        Costs: spot_weight (by its parameters); margin_weight 10.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#account-trade-list-user_data
        """
        found: GetMyTradesRow | list[GetMyTradesRow] = await self.call(
            "get_my_trades",
            GetMyTradesRow | list[GetMyTradesRow],
            product,
            {
                "symbol": symbol,
                "order_id": order_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "from_id": from_id,
                "limit": limit,
                "is_isolated": is_isolated,
            },
        )
        return found

    def iter_get_my_trades(
        self,
        *,
        product: Literal["spot", "margin"],
        symbol: str,
        order_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        from_id: int | None = None,
        limit: int | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[GetMyTradesRow, None]:
        """Every row of `get_my_trades`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_my_trades",
            GetMyTradesRow | list[GetMyTradesRow],
            product,
            {
                "symbol": symbol,
                "order_id": order_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "from_id": from_id,
                "limit": limit,
                "is_isolated": is_isolated,
            },
            progress,
        )

    async def get_my_allocations(
        self,
        *,
        symbol: str,
        order_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        from_allocation_id: int | None = None,
        limit: int | None = None,
    ) -> list[GetMyAllocationsRow]:
        """Fills of spot orders that were filled from several books, by symbol.

        spot: `GET /api/v3/myAllocations`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds; at most a day after the start.
        limit: from 1 to 1000; 500 where left out.
        Costs: spot_weight 20.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-allocations-user_data
        """
        found: list[GetMyAllocationsRow] = await self.call(
            "get_my_allocations",
            list[GetMyAllocationsRow],
            "spot",
            {
                "symbol": symbol,
                "order_id": order_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "from_allocation_id": from_allocation_id,
                "limit": limit,
            },
        )
        return found

    def iter_get_my_allocations(
        self,
        *,
        symbol: str,
        order_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        from_allocation_id: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[GetMyAllocationsRow, None]:
        """Every row of `get_my_allocations`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_my_allocations",
            list[GetMyAllocationsRow],
            "spot",
            {
                "symbol": symbol,
                "order_id": order_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "from_allocation_id": from_allocation_id,
                "limit": limit,
            },
            progress,
        )

    async def get_user_trades(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str | None = None,
        pair: str | None = None,
        order_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        from_id: int | None = None,
        limit: int | None = None,
    ) -> GetUserTradesRow | list[GetUserTradesRow]:
        """Futures fills of this account, by contract.

        usdm: `GET /fapi/v1/userTrades`
        coinm: `GET /dapi/v1/userTrades`

        pair: coinm only; in place of a symbol, all contracts of a pair.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds; at most seven days after the start.
        limit: from 1 to 1000; 500 where left out.
        Costs: usdm_weight 5; coinm_weight 20.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#account-trade-list
        """
        found: GetUserTradesRow | list[GetUserTradesRow] = await self.call(
            "get_user_trades",
            GetUserTradesRow | list[GetUserTradesRow],
            product,
            {
                "symbol": symbol,
                "pair": pair,
                "order_id": order_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "from_id": from_id,
                "limit": limit,
            },
        )
        return found

    def iter_get_user_trades(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str | None = None,
        pair: str | None = None,
        order_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        from_id: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[GetUserTradesRow, None]:
        """Every row of `get_user_trades`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_user_trades",
            GetUserTradesRow | list[GetUserTradesRow],
            product,
            {
                "symbol": symbol,
                "pair": pair,
                "order_id": order_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "from_id": from_id,
                "limit": limit,
            },
            progress,
        )

    async def place_futures_order(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        side: Literal["BUY", "SELL"],
        type: Literal["LIMIT", "MARKET"],
        position_side: Literal["BOTH", "LONG", "SHORT"] | None = None,
        time_in_force: Literal["GTC", "IOC", "FOK", "GTX", "GTD", "RPI"] | None = None,
        quantity: Decimal | None = None,
        reduce_only: bool | None = None,
        price: Decimal | None = None,
        price_match: (
            Literal[
                "NONE",
                "OPPONENT",
                "OPPONENT_5",
                "OPPONENT_10",
                "OPPONENT_20",
                "QUEUE",
                "QUEUE_5",
                "QUEUE_10",
                "QUEUE_20",
            ]
            | None
        ) = None,
        new_client_order_id: str | None = None,
        self_trade_prevention_mode: (
            Literal["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH"] | None
        ) = None,
        good_till_date_ms: int | None = None,
        new_order_resp_type: Literal["ACK", "RESULT"] | None = None,
    ) -> FuturesOrder | list[FuturesOrder]:
        """A new limit or market order of futures.

        usdm: `POST /fapi/v1/order`
        coinm: `POST /dapi/v1/order`

        position_side: needed in hedge mode.
        quantity: base asset; contracts on COIN-M.
        reduce_only: not in hedge mode.
        good_till_date_ms: UNIX milliseconds.
        new_order_resp_type: "RESULT" where left out.
        Costs: usdm_orders 1; usdm_orders_minute 1; coinm_weight 1; coinm_orders_minute 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#new-order
        """
        found: FuturesOrder | list[FuturesOrder] = await self.call(
            "place_futures_order",
            FuturesOrder | list[FuturesOrder],
            product,
            {
                "symbol": symbol,
                "side": side,
                "position_side": position_side,
                "type": type,
                "time_in_force": time_in_force,
                "quantity": quantity,
                "reduce_only": reduce_only,
                "price": price,
                "price_match": price_match,
                "new_client_order_id": new_client_order_id,
                "self_trade_prevention_mode": self_trade_prevention_mode,
                "good_till_date_ms": good_till_date_ms,
                "new_order_resp_type": new_order_resp_type,
            },
        )
        return found

    async def modify_futures_order(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        side: Literal["BUY", "SELL"],
        quantity: Decimal,
        order_id: int | None = None,
        orig_client_order_id: str | None = None,
        price: Decimal | None = None,
        price_match: (
            Literal[
                "OPPONENT",
                "OPPONENT_5",
                "OPPONENT_10",
                "OPPONENT_20",
                "QUEUE",
                "QUEUE_5",
                "QUEUE_10",
                "QUEUE_20",
            ]
            | None
        ) = None,
        modify_id: int | None = None,
    ) -> FuturesOrder | list[FuturesOrder]:
        """Change price and quantity of a futures limit order.

        usdm: `PUT /fapi/v1/order`
        coinm: `PUT /dapi/v1/order`

        quantity: what it is to be with what is filled.
        modify_id: usdm only; a number that comes back with the order and its changes.
        Costs: usdm_orders 1; usdm_orders_minute 1; coinm_weight 1; coinm_orders_minute 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#modify-order
        """
        found: FuturesOrder | list[FuturesOrder] = await self.call(
            "modify_futures_order",
            FuturesOrder | list[FuturesOrder],
            product,
            {
                "symbol": symbol,
                "order_id": order_id,
                "orig_client_order_id": orig_client_order_id,
                "side": side,
                "quantity": quantity,
                "price": price,
                "price_match": price_match,
                "modify_id": modify_id,
            },
        )
        return found

    async def cancel_futures_order(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        order_id: int | None = None,
        orig_client_order_id: str | None = None,
    ) -> FuturesOrder | list[FuturesOrder]:
        """Cancel a futures order.

        usdm: `DELETE /fapi/v1/order`
        coinm: `DELETE /dapi/v1/order`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-order
        """
        found: FuturesOrder | list[FuturesOrder] = await self.call(
            "cancel_futures_order",
            FuturesOrder | list[FuturesOrder],
            product,
            {"symbol": symbol, "order_id": order_id, "orig_client_order_id": orig_client_order_id},
        )
        return found

    async def get_futures_order(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        order_id: int | None = None,
        orig_client_order_id: str | None = None,
    ) -> FuturesOrder | list[FuturesOrder]:
        """One futures order.

        usdm: `GET /fapi/v1/order`
        coinm: `GET /dapi/v1/order`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#query-order
        """
        found: FuturesOrder | list[FuturesOrder] = await self.call(
            "get_futures_order",
            FuturesOrder | list[FuturesOrder],
            product,
            {"symbol": symbol, "order_id": order_id, "orig_client_order_id": orig_client_order_id},
        )
        return found

    async def get_force_orders(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str | None = None,
        auto_close_type: Literal["LIQUIDATION", "ADL"] | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
    ) -> FuturesOrder | list[FuturesOrder]:
        """Futures orders of this account by which positions were closed by force.

        usdm: `GET /fapi/v1/forceOrders`
        coinm: `GET /dapi/v1/forceOrders`

        symbol: every contract where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 100; 50 where left out.
        Costs: usdm_weight (by its parameters); coinm_weight (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#users-force-orders
        """
        found: FuturesOrder | list[FuturesOrder] = await self.call(
            "get_force_orders",
            FuturesOrder | list[FuturesOrder],
            product,
            {
                "symbol": symbol,
                "auto_close_type": auto_close_type,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
        )
        return found

    async def get_futures_open_orders(
        self, *, product: Literal["usdm", "coinm"], symbol: str | None = None, pair: str | None = None
    ) -> FuturesOrder | list[FuturesOrder]:
        """Futures orders that stand.

        usdm: `GET /fapi/v1/openOrders`
        coinm: `GET /dapi/v1/openOrders`

        symbol: every contract where left out.
        pair: coinm only.
        Costs: usdm_weight (by its parameters); coinm_weight (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#current-all-open-orders
        """
        found: FuturesOrder | list[FuturesOrder] = await self.call(
            "get_futures_open_orders",
            FuturesOrder | list[FuturesOrder],
            product,
            {"symbol": symbol, "pair": pair},
        )
        return found

    async def get_futures_all_orders(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str | None = None,
        pair: str | None = None,
        order_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
    ) -> FuturesOrder | list[FuturesOrder]:
        """Futures orders of the past, by contract.

        usdm: `GET /fapi/v1/allOrders`
        coinm: `GET /dapi/v1/allOrders`

        pair: coinm only; in place of a symbol, all contracts of a pair.
        order_id: orders from this id on.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds; at most seven days after the start.
        limit: from 1 to 1000; 500 where left out; COIN-M has at most 100.
        Costs: usdm_weight 5; coinm_weight 20.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#all-orders
        """
        found: FuturesOrder | list[FuturesOrder] = await self.call(
            "get_futures_all_orders",
            FuturesOrder | list[FuturesOrder],
            product,
            {
                "symbol": symbol,
                "pair": pair,
                "order_id": order_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_futures_all_orders(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str | None = None,
        pair: str | None = None,
        order_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[FuturesOrder, None]:
        """Every row of `get_futures_all_orders`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_futures_all_orders",
            FuturesOrder | list[FuturesOrder],
            product,
            {
                "symbol": symbol,
                "pair": pair,
                "order_id": order_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_futures_open_order(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        order_id: int | None = None,
        orig_client_order_id: str | None = None,
    ) -> FuturesOrder | list[FuturesOrder]:
        """One futures order that stands.

        usdm: `GET /fapi/v1/openOrder`
        coinm: `GET /dapi/v1/openOrder`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#query-current-open-order
        """
        found: FuturesOrder | list[FuturesOrder] = await self.call(
            "get_futures_open_order",
            FuturesOrder | list[FuturesOrder],
            product,
            {"symbol": symbol, "order_id": order_id, "orig_client_order_id": orig_client_order_id},
        )
        return found

    async def get_algo_order(
        self,
        *,
        product: Literal["usdm", "coinm"],
        algo_id: int | None = None,
        client_algo_id: str | None = None,
    ) -> AlgoOrder | list[AlgoOrder]:
        """One conditional order of futures.

        usdm: `GET /fapi/v1/algoOrder`
        coinm: `GET /dapi/v1/algoOrder`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#query-algo-order
        """
        found: AlgoOrder | list[AlgoOrder] = await self.call(
            "get_algo_order",
            AlgoOrder | list[AlgoOrder],
            product,
            {"algo_id": algo_id, "client_algo_id": client_algo_id},
        )
        return found

    async def get_open_algo_orders(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str | None = None,
        algo_type: Literal["CONDITIONAL"] | None = None,
        algo_id: int | None = None,
    ) -> AlgoOrder | list[AlgoOrder]:
        """Conditional orders of futures that wait.

        usdm: `GET /fapi/v1/openAlgoOrders`
        coinm: `GET /dapi/v1/openAlgoOrders`

        symbol: every contract where left out.
        Costs: usdm_weight (by its parameters); coinm_weight (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#current-all-algo-open-orders
        """
        found: AlgoOrder | list[AlgoOrder] = await self.call(
            "get_open_algo_orders",
            AlgoOrder | list[AlgoOrder],
            product,
            {"symbol": symbol, "algo_type": algo_type, "algo_id": algo_id},
        )
        return found

    async def get_all_algo_orders(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        algo_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        page: int | None = None,
        limit: int | None = None,
    ) -> AlgoOrder | list[AlgoOrder]:
        """Conditional orders of the past, by contract.

        usdm: `GET /fapi/v1/allAlgoOrders`
        coinm: `GET /dapi/v1/allAlgoOrders`

        algo_id: orders from this id on.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds; at most seven days after the start.
        limit: from 1 to 1000; 500 where left out.
        Costs: usdm_weight 5; coinm_weight 5.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#query-all-algo-orders
        """
        found: AlgoOrder | list[AlgoOrder] = await self.call(
            "get_all_algo_orders",
            AlgoOrder | list[AlgoOrder],
            product,
            {
                "symbol": symbol,
                "algo_id": algo_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "page": page,
                "limit": limit,
            },
        )
        return found

    def iter_get_all_algo_orders(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        algo_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        page: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[AlgoOrder, None]:
        """Every row of `get_all_algo_orders`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_all_algo_orders",
            AlgoOrder | list[AlgoOrder],
            product,
            {
                "symbol": symbol,
                "algo_id": algo_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "page": page,
                "limit": limit,
            },
            progress,
        )

    async def place_algo_order(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        side: Literal["BUY", "SELL"],
        type: Literal["STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET"],
        algo_type: Literal["CONDITIONAL"] | None = None,
        position_side: Literal["BOTH", "LONG", "SHORT"] | None = None,
        time_in_force: Literal["GTC", "IOC", "FOK", "GTX", "GTD"] | None = None,
        quantity: Decimal | None = None,
        price: Decimal | None = None,
        trigger_price: Decimal | None = None,
        working_type: Literal["MARK_PRICE", "CONTRACT_PRICE"] | None = None,
        price_match: (
            Literal[
                "NONE",
                "OPPONENT",
                "OPPONENT_5",
                "OPPONENT_10",
                "OPPONENT_20",
                "QUEUE",
                "QUEUE_5",
                "QUEUE_10",
                "QUEUE_20",
            ]
            | None
        ) = None,
        close_position: bool | None = None,
        price_protect: bool | None = None,
        reduce_only: bool | None = None,
        activate_price: Decimal | None = None,
        callback_rate: Decimal | None = None,
        client_algo_id: str | None = None,
        self_trade_prevention_mode: (
            Literal["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH"] | None
        ) = None,
        good_till_date_ms: int | None = None,
        new_order_resp_type: Literal["ACK", "RESULT"] | None = None,
    ) -> AlgoOrder | list[AlgoOrder]:
        """A new conditional order of futures.

        usdm: `POST /fapi/v1/algoOrder`
        coinm: `POST /dapi/v1/algoOrder`

        algo_type: "CONDITIONAL" where left out.
        position_side: needed in hedge mode.
        quantity: base asset; contracts on COIN-M; left out with closePosition.
        close_position: closes the whole position, with STOP_MARKET and TAKE_PROFIT_MARKET.
        reduce_only: not in hedge mode and not with closePosition.
        callback_rate: percent, 0.1 to 20.
        good_till_date_ms: UNIX milliseconds.
        new_order_resp_type: "RESULT" where left out.
        Costs: usdm_orders 1; usdm_orders_minute 1; coinm_weight 1; coinm_orders_minute 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#new-algo-order
        """
        found: AlgoOrder | list[AlgoOrder] = await self.call(
            "place_algo_order",
            AlgoOrder | list[AlgoOrder],
            product,
            {
                "algo_type": algo_type,
                "symbol": symbol,
                "side": side,
                "position_side": position_side,
                "type": type,
                "time_in_force": time_in_force,
                "quantity": quantity,
                "price": price,
                "trigger_price": trigger_price,
                "working_type": working_type,
                "price_match": price_match,
                "close_position": close_position,
                "price_protect": price_protect,
                "reduce_only": reduce_only,
                "activate_price": activate_price,
                "callback_rate": callback_rate,
                "client_algo_id": client_algo_id,
                "self_trade_prevention_mode": self_trade_prevention_mode,
                "good_till_date_ms": good_till_date_ms,
                "new_order_resp_type": new_order_resp_type,
            },
        )
        return found

    async def cancel_algo_order(
        self,
        *,
        product: Literal["usdm", "coinm"],
        algo_id: int | None = None,
        client_algo_id: str | None = None,
    ) -> AlgoCanceled:
        """Cancel a conditional order of futures.

        usdm: `DELETE /fapi/v1/algoOrder`
        coinm: `DELETE /dapi/v1/algoOrder`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-algo-order
        """
        found: AlgoCanceled = await self.call(
            "cancel_algo_order", AlgoCanceled, product, {"algo_id": algo_id, "client_algo_id": client_algo_id}
        )
        return found

    async def cancel_all_algo_orders(self, *, product: Literal["usdm", "coinm"], symbol: str) -> Done:
        """Cancel the conditional orders of a contract.

        usdm: `DELETE /fapi/v1/algoOpenOrders`
        coinm: `DELETE /dapi/v1/algoOpenOrders`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-all-algo-open-orders
        """
        found: Done = await self.call("cancel_all_algo_orders", Done, product, {"symbol": symbol})
        return found

    async def cancel_all_futures_orders(self, *, product: Literal["usdm", "coinm"], symbol: str) -> Done:
        """Cancel the plain orders of a contract.

        usdm: `DELETE /fapi/v1/allOpenOrders`
        coinm: `DELETE /dapi/v1/allOpenOrders`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-all-open-orders
        """
        found: Done = await self.call("cancel_all_futures_orders", Done, product, {"symbol": symbol})
        return found

    async def place_oco(
        self,
        *,
        symbol: str,
        side: Literal["BUY", "SELL"],
        quantity: Decimal,
        above_type: Literal[
            "STOP_LOSS_LIMIT", "STOP_LOSS", "LIMIT_MAKER", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT"
        ],
        below_type: Literal[
            "STOP_LOSS_LIMIT", "STOP_LOSS", "LIMIT_MAKER", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT"
        ],
        list_client_order_id: str | None = None,
        above_client_order_id: str | None = None,
        above_price: Decimal | None = None,
        above_stop_price: Decimal | None = None,
        above_trailing_delta: int | None = None,
        above_iceberg_qty: Decimal | None = None,
        above_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        below_client_order_id: str | None = None,
        below_price: Decimal | None = None,
        below_stop_price: Decimal | None = None,
        below_trailing_delta: int | None = None,
        below_iceberg_qty: Decimal | None = None,
        below_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        self_trade_prevention_mode: (
            Literal["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"] | None
        ) = None,
        new_order_resp_type: Literal["ACK", "RESULT", "FULL"] | None = None,
    ) -> ListedReport:
        """A pair of spot orders of which one cancels the other.

        spot: `POST /api/v3/orderList/oco`

        new_order_resp_type: "FULL" where left out.
        Costs: spot_weight 1; spot_orders 2; spot_orders_day 2.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---oco-trade
        """
        found: ListedReport = await self.call(
            "place_oco",
            ListedReport,
            "spot",
            {
                "symbol": symbol,
                "list_client_order_id": list_client_order_id,
                "side": side,
                "quantity": quantity,
                "above_type": above_type,
                "above_client_order_id": above_client_order_id,
                "above_price": above_price,
                "above_stop_price": above_stop_price,
                "above_trailing_delta": above_trailing_delta,
                "above_iceberg_qty": above_iceberg_qty,
                "above_time_in_force": above_time_in_force,
                "below_type": below_type,
                "below_client_order_id": below_client_order_id,
                "below_price": below_price,
                "below_stop_price": below_stop_price,
                "below_trailing_delta": below_trailing_delta,
                "below_iceberg_qty": below_iceberg_qty,
                "below_time_in_force": below_time_in_force,
                "self_trade_prevention_mode": self_trade_prevention_mode,
                "new_order_resp_type": new_order_resp_type,
            },
        )
        return found

    async def place_margin_oco(
        self,
        *,
        symbol: str,
        side: Literal["BUY", "SELL"],
        quantity: Decimal,
        price: Decimal,
        stop_price: Decimal,
        list_client_order_id: str | None = None,
        limit_client_order_id: str | None = None,
        limit_iceberg_qty: Decimal | None = None,
        stop_client_order_id: str | None = None,
        stop_limit_price: Decimal | None = None,
        stop_iceberg_qty: Decimal | None = None,
        stop_limit_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
        self_trade_prevention_mode: (
            Literal["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH"] | None
        ) = None,
        auto_repay_at_cancel: bool | None = None,
        side_effect_type: (
            Literal["NO_SIDE_EFFECT", "MARGIN_BUY", "AUTO_REPAY", "AUTO_BORROW_REPAY"] | None
        ) = None,
        new_order_resp_type: Literal["ACK", "RESULT", "FULL"] | None = None,
    ) -> ListedReport:
        """A pair of margin orders of which one cancels the other.

        margin: `POST /sapi/v1/margin/order/oco`

        is_isolated: margin only.
        side_effect_type: margin only.
        new_order_resp_type: "FULL" where left out.
        Costs: margin_weight (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/trade#margin-account-new-oco
        """
        found: ListedReport = await self.call(
            "place_margin_oco",
            ListedReport,
            "margin",
            {
                "symbol": symbol,
                "list_client_order_id": list_client_order_id,
                "side": side,
                "quantity": quantity,
                "limit_client_order_id": limit_client_order_id,
                "limit_iceberg_qty": limit_iceberg_qty,
                "price": price,
                "stop_client_order_id": stop_client_order_id,
                "stop_price": stop_price,
                "stop_limit_price": stop_limit_price,
                "stop_iceberg_qty": stop_iceberg_qty,
                "stop_limit_time_in_force": stop_limit_time_in_force,
                "is_isolated": is_isolated,
                "self_trade_prevention_mode": self_trade_prevention_mode,
                "auto_repay_at_cancel": auto_repay_at_cancel,
                "side_effect_type": side_effect_type,
                "new_order_resp_type": new_order_resp_type,
            },
        )
        return found

    async def place_oto(
        self,
        *,
        product: Literal["spot", "margin"],
        symbol: str,
        working_type: Literal["LIMIT", "LIMIT_MAKER"],
        working_side: Literal["BUY", "SELL"],
        working_price: Decimal,
        working_quantity: Decimal,
        pending_side: Literal["BUY", "SELL"],
        pending_quantity: Decimal,
        pending_type: Literal[
            "LIMIT",
            "MARKET",
            "STOP_LOSS",
            "STOP_LOSS_LIMIT",
            "TAKE_PROFIT",
            "TAKE_PROFIT_LIMIT",
            "LIMIT_MAKER",
        ],
        list_client_order_id: str | None = None,
        working_client_order_id: str | None = None,
        working_iceberg_qty: Decimal | None = None,
        working_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        pending_client_order_id: str | None = None,
        pending_price: Decimal | None = None,
        pending_stop_price: Decimal | None = None,
        pending_trailing_delta: int | None = None,
        pending_iceberg_qty: Decimal | None = None,
        pending_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
        side_effect_type: (
            Literal["NO_SIDE_EFFECT", "MARGIN_BUY", "AUTO_REPAY", "AUTO_BORROW_REPAY"] | None
        ) = None,
        self_trade_prevention_mode: (
            Literal["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"] | None
        ) = None,
        new_order_resp_type: Literal["ACK", "RESULT", "FULL"] | None = None,
    ) -> ListedReport:
        """A spot order that sets off another one once it is filled.

        spot: `POST /api/v3/orderList/oto`
        margin: `POST /sapi/v1/margin/order/oto`

        is_isolated: margin only.
        side_effect_type: margin only.
        new_order_resp_type: "FULL" where left out.
        Costs: spot_weight 1; spot_orders 2; spot_orders_day 2; margin_weight (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---oto-trade
        """
        found: ListedReport = await self.call(
            "place_oto",
            ListedReport,
            product,
            {
                "symbol": symbol,
                "list_client_order_id": list_client_order_id,
                "working_type": working_type,
                "working_side": working_side,
                "working_client_order_id": working_client_order_id,
                "working_price": working_price,
                "working_quantity": working_quantity,
                "working_iceberg_qty": working_iceberg_qty,
                "working_time_in_force": working_time_in_force,
                "pending_side": pending_side,
                "pending_quantity": pending_quantity,
                "pending_type": pending_type,
                "pending_client_order_id": pending_client_order_id,
                "pending_price": pending_price,
                "pending_stop_price": pending_stop_price,
                "pending_trailing_delta": pending_trailing_delta,
                "pending_iceberg_qty": pending_iceberg_qty,
                "pending_time_in_force": pending_time_in_force,
                "is_isolated": is_isolated,
                "side_effect_type": side_effect_type,
                "self_trade_prevention_mode": self_trade_prevention_mode,
                "new_order_resp_type": new_order_resp_type,
            },
        )
        return found

    async def place_otoco(
        self,
        *,
        product: Literal["spot", "margin"],
        symbol: str,
        working_type: Literal["LIMIT", "LIMIT_MAKER"],
        working_side: Literal["BUY", "SELL"],
        working_price: Decimal,
        working_quantity: Decimal,
        pending_side: Literal["BUY", "SELL"],
        pending_quantity: Decimal,
        pending_above_type: Literal[
            "STOP_LOSS_LIMIT", "STOP_LOSS", "LIMIT_MAKER", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT"
        ],
        list_client_order_id: str | None = None,
        working_client_order_id: str | None = None,
        working_iceberg_qty: Decimal | None = None,
        working_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        pending_above_client_order_id: str | None = None,
        pending_above_price: Decimal | None = None,
        pending_above_stop_price: Decimal | None = None,
        pending_above_trailing_delta: int | None = None,
        pending_above_iceberg_qty: Decimal | None = None,
        pending_above_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        pending_below_type: (
            Literal["STOP_LOSS_LIMIT", "STOP_LOSS", "LIMIT_MAKER", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT"] | None
        ) = None,
        pending_below_client_order_id: str | None = None,
        pending_below_price: Decimal | None = None,
        pending_below_stop_price: Decimal | None = None,
        pending_below_trailing_delta: int | None = None,
        pending_below_iceberg_qty: Decimal | None = None,
        pending_below_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
        side_effect_type: (
            Literal["NO_SIDE_EFFECT", "MARGIN_BUY", "AUTO_REPAY", "AUTO_BORROW_REPAY"] | None
        ) = None,
        self_trade_prevention_mode: (
            Literal["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"] | None
        ) = None,
        new_order_resp_type: Literal["ACK", "RESULT", "FULL"] | None = None,
    ) -> ListedReport:
        """A spot order that sets off a pair of which one cancels the other.

        spot: `POST /api/v3/orderList/otoco`
        margin: `POST /sapi/v1/margin/order/otoco`

        is_isolated: margin only.
        side_effect_type: margin only.
        new_order_resp_type: "FULL" where left out.
        Costs: spot_weight 1; spot_orders 3; spot_orders_day 3; margin_weight (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---otoco-trade
        """
        found: ListedReport = await self.call(
            "place_otoco",
            ListedReport,
            product,
            {
                "symbol": symbol,
                "list_client_order_id": list_client_order_id,
                "working_type": working_type,
                "working_side": working_side,
                "working_client_order_id": working_client_order_id,
                "working_price": working_price,
                "working_quantity": working_quantity,
                "working_iceberg_qty": working_iceberg_qty,
                "working_time_in_force": working_time_in_force,
                "pending_side": pending_side,
                "pending_quantity": pending_quantity,
                "pending_above_type": pending_above_type,
                "pending_above_client_order_id": pending_above_client_order_id,
                "pending_above_price": pending_above_price,
                "pending_above_stop_price": pending_above_stop_price,
                "pending_above_trailing_delta": pending_above_trailing_delta,
                "pending_above_iceberg_qty": pending_above_iceberg_qty,
                "pending_above_time_in_force": pending_above_time_in_force,
                "pending_below_type": pending_below_type,
                "pending_below_client_order_id": pending_below_client_order_id,
                "pending_below_price": pending_below_price,
                "pending_below_stop_price": pending_below_stop_price,
                "pending_below_trailing_delta": pending_below_trailing_delta,
                "pending_below_iceberg_qty": pending_below_iceberg_qty,
                "pending_below_time_in_force": pending_below_time_in_force,
                "is_isolated": is_isolated,
                "side_effect_type": side_effect_type,
                "self_trade_prevention_mode": self_trade_prevention_mode,
                "new_order_resp_type": new_order_resp_type,
            },
        )
        return found

    async def cancel_order_list(
        self,
        *,
        product: Literal["spot", "margin"],
        symbol: str,
        order_list_id: int | None = None,
        list_client_order_id: str | None = None,
        new_client_order_id: str | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
    ) -> ListedReport:
        """Cancel all orders of a list.

        spot: `DELETE /api/v3/orderList`
        margin: `DELETE /sapi/v1/margin/orderList`

        new_client_order_id: what the cancel itself is called.
        is_isolated: margin only.
        Costs: spot_weight 1; margin_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#cancel-order-list-trade
        """
        found: ListedReport = await self.call(
            "cancel_order_list",
            ListedReport,
            product,
            {
                "symbol": symbol,
                "order_list_id": order_list_id,
                "list_client_order_id": list_client_order_id,
                "new_client_order_id": new_client_order_id,
                "is_isolated": is_isolated,
            },
        )
        return found

    async def place_opo(
        self,
        *,
        symbol: str,
        working_type: Literal["LIMIT", "LIMIT_MAKER"],
        working_side: Literal["BUY", "SELL"],
        working_price: Decimal,
        working_quantity: Decimal,
        pending_side: Literal["BUY", "SELL"],
        pending_type: Literal[
            "LIMIT",
            "MARKET",
            "STOP_LOSS",
            "STOP_LOSS_LIMIT",
            "TAKE_PROFIT",
            "TAKE_PROFIT_LIMIT",
            "LIMIT_MAKER",
        ],
        list_client_order_id: str | None = None,
        working_client_order_id: str | None = None,
        working_iceberg_qty: Decimal | None = None,
        working_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        pending_client_order_id: str | None = None,
        pending_price: Decimal | None = None,
        pending_stop_price: Decimal | None = None,
        pending_trailing_delta: int | None = None,
        pending_iceberg_qty: Decimal | None = None,
        pending_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        self_trade_prevention_mode: (
            Literal["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"] | None
        ) = None,
        new_order_resp_type: Literal["ACK", "RESULT", "FULL"] | None = None,
    ) -> ListedReport:
        """A spot order whose fill pays for another one.

        spot: `POST /api/v3/orderList/opo`

        new_order_resp_type: "FULL" where left out.
        Costs: spot_weight 1; spot_orders 2; spot_orders_day 2.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---opo-trade
        """
        found: ListedReport = await self.call(
            "place_opo",
            ListedReport,
            "spot",
            {
                "symbol": symbol,
                "list_client_order_id": list_client_order_id,
                "working_type": working_type,
                "working_side": working_side,
                "working_client_order_id": working_client_order_id,
                "working_price": working_price,
                "working_quantity": working_quantity,
                "working_iceberg_qty": working_iceberg_qty,
                "working_time_in_force": working_time_in_force,
                "pending_side": pending_side,
                "pending_type": pending_type,
                "pending_client_order_id": pending_client_order_id,
                "pending_price": pending_price,
                "pending_stop_price": pending_stop_price,
                "pending_trailing_delta": pending_trailing_delta,
                "pending_iceberg_qty": pending_iceberg_qty,
                "pending_time_in_force": pending_time_in_force,
                "self_trade_prevention_mode": self_trade_prevention_mode,
                "new_order_resp_type": new_order_resp_type,
            },
        )
        return found

    async def place_opoco(
        self,
        *,
        symbol: str,
        working_type: Literal["LIMIT", "LIMIT_MAKER"],
        working_side: Literal["BUY", "SELL"],
        working_price: Decimal,
        working_quantity: Decimal,
        pending_side: Literal["BUY", "SELL"],
        pending_above_type: Literal[
            "STOP_LOSS_LIMIT", "STOP_LOSS", "LIMIT_MAKER", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT"
        ],
        list_client_order_id: str | None = None,
        working_client_order_id: str | None = None,
        working_iceberg_qty: Decimal | None = None,
        working_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        pending_above_client_order_id: str | None = None,
        pending_above_price: Decimal | None = None,
        pending_above_stop_price: Decimal | None = None,
        pending_above_trailing_delta: int | None = None,
        pending_above_iceberg_qty: Decimal | None = None,
        pending_above_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        pending_below_type: (
            Literal["STOP_LOSS_LIMIT", "STOP_LOSS", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT"] | None
        ) = None,
        pending_below_client_order_id: str | None = None,
        pending_below_price: Decimal | None = None,
        pending_below_stop_price: Decimal | None = None,
        pending_below_trailing_delta: int | None = None,
        pending_below_iceberg_qty: Decimal | None = None,
        pending_below_time_in_force: Literal["GTC", "IOC", "FOK"] | None = None,
        self_trade_prevention_mode: (
            Literal["NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH", "DECREMENT", "TRANSFER"] | None
        ) = None,
        new_order_resp_type: Literal["ACK", "RESULT", "FULL"] | None = None,
    ) -> ListedReport:
        """A spot order whose fill pays for a pair of which one cancels the other.

        spot: `POST /api/v3/orderList/opoco`

        new_order_resp_type: "FULL" where left out.
        Costs: spot_weight 1; spot_orders 3; spot_orders_day 3.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#new-order-list---opoco-trade
        """
        found: ListedReport = await self.call(
            "place_opoco",
            ListedReport,
            "spot",
            {
                "symbol": symbol,
                "list_client_order_id": list_client_order_id,
                "working_type": working_type,
                "working_side": working_side,
                "working_client_order_id": working_client_order_id,
                "working_price": working_price,
                "working_quantity": working_quantity,
                "working_iceberg_qty": working_iceberg_qty,
                "working_time_in_force": working_time_in_force,
                "pending_side": pending_side,
                "pending_above_type": pending_above_type,
                "pending_above_client_order_id": pending_above_client_order_id,
                "pending_above_price": pending_above_price,
                "pending_above_stop_price": pending_above_stop_price,
                "pending_above_trailing_delta": pending_above_trailing_delta,
                "pending_above_iceberg_qty": pending_above_iceberg_qty,
                "pending_above_time_in_force": pending_above_time_in_force,
                "pending_below_type": pending_below_type,
                "pending_below_client_order_id": pending_below_client_order_id,
                "pending_below_price": pending_below_price,
                "pending_below_stop_price": pending_below_stop_price,
                "pending_below_trailing_delta": pending_below_trailing_delta,
                "pending_below_iceberg_qty": pending_below_iceberg_qty,
                "pending_below_time_in_force": pending_below_time_in_force,
                "self_trade_prevention_mode": self_trade_prevention_mode,
                "new_order_resp_type": new_order_resp_type,
            },
        )
        return found

    async def get_order_list(
        self,
        *,
        product: Literal["spot", "margin"],
        order_list_id: int | None = None,
        orig_client_order_id: str | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
        symbol: str | None = None,
    ) -> OrderList | list[OrderList]:
        """One list of spot or margin orders.

        spot: `GET /api/v3/orderList`
        margin: `GET /sapi/v1/margin/orderList`

        orig_client_order_id: what the list is called.
        is_isolated: margin only.
        symbol: margin only; of isolated margin.
        Costs: spot_weight 4; margin_weight 10.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-order-list-user_data
        """
        found: OrderList | list[OrderList] = await self.call(
            "get_order_list",
            OrderList | list[OrderList],
            product,
            {
                "order_list_id": order_list_id,
                "orig_client_order_id": orig_client_order_id,
                "is_isolated": is_isolated,
                "symbol": symbol,
            },
        )
        return found

    async def get_all_order_lists(
        self,
        *,
        product: Literal["spot", "margin"],
        from_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
        symbol: str | None = None,
    ) -> OrderList | list[OrderList]:
        """Lists of spot or margin orders, those that are over too.

        spot: `GET /api/v3/allOrderList`
        margin: `GET /sapi/v1/margin/allOrderList`

        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds; at most a day after the start.
        limit: from 1 to 1000; 500 where left out.
        is_isolated: margin only.
        symbol: margin only; of isolated margin.
        Costs: spot_weight 20; margin_weight 200.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-all-order-lists-user_data
        """
        found: OrderList | list[OrderList] = await self.call(
            "get_all_order_lists",
            OrderList | list[OrderList],
            product,
            {
                "from_id": from_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
                "is_isolated": is_isolated,
                "symbol": symbol,
            },
        )
        return found

    def iter_get_all_order_lists(
        self,
        *,
        product: Literal["spot", "margin"],
        from_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
        symbol: str | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[OrderList, None]:
        """Every row of `get_all_order_lists`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_all_order_lists",
            OrderList | list[OrderList],
            product,
            {
                "from_id": from_id,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
                "is_isolated": is_isolated,
                "symbol": symbol,
            },
            progress,
        )

    async def get_open_order_lists(
        self,
        *,
        product: Literal["spot", "margin"],
        is_isolated: Literal["TRUE", "FALSE"] | None = None,
        symbol: str | None = None,
    ) -> OrderList | list[OrderList]:
        """Lists of spot or margin orders that are open.

        spot: `GET /api/v3/openOrderList`
        margin: `GET /sapi/v1/margin/openOrderList`

        is_isolated: margin only.
        symbol: margin only; of isolated margin.
        Costs: spot_weight 6; margin_weight 10.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#query-open-order-lists-user_data
        """
        found: OrderList | list[OrderList] = await self.call(
            "get_open_order_lists",
            OrderList | list[OrderList],
            product,
            {"is_isolated": is_isolated, "symbol": symbol},
        )
        return found

    async def place_futures_orders(
        self, *, product: Literal["usdm", "coinm"], batch_orders: Sequence[object]
    ) -> list[BatchRow]:
        """Up to five limit or market orders of futures.

        usdm: `POST /fapi/v1/batchOrders`
        coinm: `POST /dapi/v1/batchOrders`

        Costs: usdm_weight 5; usdm_orders 5; usdm_orders_minute 1; coinm_weight 5; coinm_orders_minute 5.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#place-multiple-orders
        """
        found: list[BatchRow] = await self.call(
            "place_futures_orders", list[BatchRow], product, {"batch_orders": batch_orders}
        )
        return found

    async def cancel_futures_orders(
        self,
        *,
        product: Literal["usdm", "coinm"],
        symbol: str,
        order_id_list: Sequence[int] | None = None,
        orig_client_order_id_list: Sequence[str] | None = None,
    ) -> list[BatchRow]:
        """Cancel up to ten futures orders of a contract.

        usdm: `DELETE /fapi/v1/batchOrders`
        coinm: `DELETE /dapi/v1/batchOrders`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#cancel-multiple-orders
        """
        found: list[BatchRow] = await self.call(
            "cancel_futures_orders",
            list[BatchRow],
            product,
            {
                "symbol": symbol,
                "order_id_list": order_id_list,
                "orig_client_order_id_list": orig_client_order_id_list,
            },
        )
        return found

    async def modify_futures_orders(
        self, *, product: Literal["usdm", "coinm"], batch_orders: Sequence[object]
    ) -> list[BatchRow]:
        """Change up to five limit orders of futures.

        usdm: `PUT /fapi/v1/batchOrders`
        coinm: `PUT /dapi/v1/batchOrders`

        Costs: usdm_weight 5; usdm_orders 5; usdm_orders_minute 1; coinm_weight 5; coinm_orders_minute 5.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/trade#modify-multiple-orders
        """
        found: list[BatchRow] = await self.call(
            "modify_futures_orders", list[BatchRow], product, {"batch_orders": batch_orders}
        )
        return found

    async def create_listen_key(self, *, product: Literal["usdm", "coinm"]) -> CreateListenKeyResponse:
        """A key for the stream of a futures account.

        usdm: `POST /fapi/v1/listenKey`
        coinm: `POST /dapi/v1/listenKey`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: key.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/user-data-streams#start-user-data-stream
        """
        found: CreateListenKeyResponse = await self.call(
            "create_listen_key", CreateListenKeyResponse, product, {}
        )
        return found

    async def keep_listen_key(self, *, product: Literal["usdm", "coinm"]) -> KeepListenKeyResponse:
        """Keep the key of a stream alive for another hour.

        usdm: `PUT /fapi/v1/listenKey`
        coinm: `PUT /dapi/v1/listenKey`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: key.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/user-data-streams#keepalive-user-data-stream
        """
        found: KeepListenKeyResponse = await self.call("keep_listen_key", KeepListenKeyResponse, product, {})
        return found

    async def close_listen_key(self, *, product: Literal["usdm", "coinm"]) -> Done:
        """Void the key of a stream.

        usdm: `DELETE /fapi/v1/listenKey`
        coinm: `DELETE /dapi/v1/listenKey`

        Costs: usdm_weight 1; coinm_weight 1.
        Signed: key.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/user-data-streams#close-user-data-stream
        """
        found: Done = await self.call("close_listen_key", Done, product, {})
        return found

    async def create_risk_key(self) -> CreateRiskKeyResponse:
        """A key for the stream that tells how near a margin account is to its liquidation.

        margin: `POST /sapi/v1/margin/listen-key`

        Costs: margin_weight 1.
        Signed: key.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/user-data-stream#start-user-data-stream
        """
        found: CreateRiskKeyResponse = await self.call("create_risk_key", CreateRiskKeyResponse, "margin", {})
        return found

    async def keep_risk_key(self, *, listen_key: str) -> Done:
        """Keep that key alive for another hour.

        margin: `PUT /sapi/v1/margin/listen-key`

        Costs: margin_weight 1.
        Signed: key.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/en/docs/catalog/core-trading-margin-trading/api/rest-api/user-data-stream#keepalive-user-data-stream
        """
        found: Done = await self.call("keep_risk_key", Done, "margin", {"listen_key": listen_key})
        return found

    async def create_listen_token(self) -> CreateListenTokenResponse:
        """A token for the stream of a margin account.

        margin: `POST /sapi/v1/userListenToken`

        Costs: margin_weight 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://developers.binance.com/docs/margin_trading/trade-data-stream
        """
        found: CreateListenTokenResponse = await self.call(
            "create_listen_token", CreateListenTokenResponse, "margin", {}
        )
        return found

    async def get_ticker_24hr(
        self,
        *,
        symbol: str | None = None,
        symbols: str | None = None,
        type: Literal["FULL", "MINI"] | None = None,
        symbol_status: Literal["TRADING", "HALT", "BREAK"] | None = None,
    ) -> Ticker24h | list[Ticker24h]:
        """Spot statistics of the last 24 hours.

        spot: `GET /api/v3/ticker/24hr`

        symbol: every symbol where left out.
        symbols: a JSON array of raw symbols.
        symbol_status: spot only; symbols in that state alone.
        Costs: spot_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#24hr-ticker-price-change-statistics
        """
        found: Ticker24h | list[Ticker24h] = await self.call(
            "get_ticker_24hr",
            Ticker24h | list[Ticker24h],
            "spot",
            {"symbol": symbol, "symbols": symbols, "type": type, "symbol_status": symbol_status},
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
        symbol_status: Literal["TRADING", "HALT", "BREAK"] | None = None,
    ) -> WindowTickerRow | list[WindowTickerRow]:
        """Spot statistics of a window.

        spot: `GET /api/v3/ticker`

        symbols: a JSON array of at most 100 raw symbols.
        window_size: 1m to 59m, 1h to 23h, 1d to 7d; 1d where left out.
        symbol_status: spot only; symbols in that state alone.
        Costs: spot_weight 4.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#rolling-window-price-change-statistics
        """
        found: WindowTickerRow | list[WindowTickerRow] = await self.call(
            "get_window_ticker",
            WindowTickerRow | list[WindowTickerRow],
            "spot",
            {
                "symbol": symbol,
                "symbols": symbols,
                "window_size": window_size,
                "type": type,
                "symbol_status": symbol_status,
            },
        )
        return found

    async def get_trading_day_ticker(
        self,
        *,
        symbol: str | None = None,
        symbols: str | None = None,
        time_zone: str | None = None,
        type: Literal["FULL", "MINI"] | None = None,
        symbol_status: Literal["TRADING", "HALT", "BREAK"] | None = None,
    ) -> WindowTickerRow | list[WindowTickerRow]:
        """Spot statistics of the trading day.

        spot: `GET /api/v3/ticker/tradingDay`

        symbols: a JSON array of at most 100 raw symbols.
        symbol_status: spot only; symbols in that state alone.
        Costs: spot_weight 4.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#trading-day-ticker
        """
        found: WindowTickerRow | list[WindowTickerRow] = await self.call(
            "get_trading_day_ticker",
            WindowTickerRow | list[WindowTickerRow],
            "spot",
            {
                "symbol": symbol,
                "symbols": symbols,
                "time_zone": time_zone,
                "type": type,
                "symbol_status": symbol_status,
            },
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
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#ticker24hr-price-change-statistics
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
        symbol_status: Literal["TRADING", "HALT", "BREAK"] | None = None,
        pair: str | None = None,
    ) -> GetTickerPriceRow | list[GetTickerPriceRow]:
        """Last price.

        spot: `GET /api/v3/ticker/price`
        usdm: `GET /fapi/v1/ticker/price`
        coinm: `GET /dapi/v1/ticker/price`

        symbol: every symbol where left out.
        symbols: spot only; a JSON array of raw symbols.
        symbol_status: spot only; symbols in that state alone.
        pair: coinm only.
        Costs: spot_weight (by its parameters); usdm_weight (by its parameters); coinm_weight (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#symbol-price-ticker
        """
        found: GetTickerPriceRow | list[GetTickerPriceRow] = await self.call(
            "get_ticker_price",
            GetTickerPriceRow | list[GetTickerPriceRow],
            product,
            {"symbol": symbol, "symbols": symbols, "symbol_status": symbol_status, "pair": pair},
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

    async def get_agg_trades(
        self,
        *,
        product: Literal["spot", "usdm", "coinm"],
        symbol: str,
        from_id: int | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
    ) -> list[GetAggTradesRow]:
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
        found: list[GetAggTradesRow] = await self.call(
            "get_agg_trades",
            list[GetAggTradesRow],
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
    ) -> AsyncGenerator[GetAggTradesRow, None]:
        """Every row of `get_agg_trades`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_agg_trades",
            list[GetAggTradesRow],
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
        https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/rest-api/market-data#old-trades-lookup
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

        Gives: BinanceContinuousBar. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#continuous-contract-kline-candlestick-streams
        """
        return self.open(
            "continuous_kline",
            ContinuousKline,
            product,
            {"pair": pair, "contract_type": contract_type, "interval": interval},
        )

    def mark_price_kline(self, *, symbol: str, interval: Interval) -> AsyncGenerator[MarkPriceKline, None]:
        """Bars of the mark price.

        Gives: Bar. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#mark-price-kline-candlestick-streams
        """
        return self.open(
            "mark_price_kline", MarkPriceKline, "coinm", {"symbol": symbol, "interval": interval}
        )

    def index_price_kline(self, *, pair: str, interval: Interval) -> AsyncGenerator[IndexPriceKline, None]:
        """Bars of the index price of a pair.

        Gives: Bar. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#index-kline-candlestick-streams
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

    def book_ticker(
        self, *, product: Literal["spot", "usdm", "coinm"], symbol: str
    ) -> AsyncGenerator[BookTicker, None]:
        """Best bid and offer.

        Gives: QuoteTick. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-book-ticker-streams
        """
        return self.open("book_ticker", BookTicker, product, {"symbol": symbol})

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
        Gives: OrderBookDeltas, OrderBookDepth10. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/public#partial-book-depth-streams
        """
        return self.open(
            "futures_partial_depth",
            FuturesPartialDepth,
            product,
            {"symbol": symbol, "levels": levels, "speed": speed},
        )

    def all_book_tickers(self) -> AsyncGenerator[AllBookTickers, None]:
        """Best bid and offer of every contract.

        Gives: QuoteTick. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/public#all-book-tickers-stream
        """
        return self.open("all_book_tickers", AllBookTickers, "usdm", {})

    def coinm_all_book_tickers(self) -> AsyncGenerator[CoinmAllBookTickers, None]:
        """Best bid and offer of every contract.

        Gives: QuoteTick. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#all-book-tickers-stream
        """
        return self.open("coinm_all_book_tickers", CoinmAllBookTickers, "coinm", {})

    def mark_price(
        self, *, product: Literal["usdm", "coinm"], symbol: str, speed: Literal["", "@1s"] | None = None
    ) -> AsyncGenerator[MarkPrice, None]:
        """Mark price, index price and funding.

        speed: "@1s" where left out; every three seconds where empty.
        Gives: MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate, BinanceFuturesMarkPriceUpdate. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#mark-price-stream
        """
        return self.open("mark_price", MarkPrice, product, {"symbol": symbol, "speed": speed})

    def all_mark_prices(
        self, *, product: Literal["usdm", "coinm"], speed: Literal["", "@1s"] | None = None
    ) -> AsyncGenerator[list[MarkPrice], None]:
        """Mark price, index price and funding of every contract.

        speed: "@1s" where left out; every three seconds where empty.
        Gives: MarkPriceUpdate, IndexPriceUpdate, FundingRateUpdate, BinanceFuturesMarkPriceUpdate. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#mark-price-stream-for-all-market
        """
        return self.open("all_mark_prices", list[MarkPrice], product, {"speed": speed})

    def force_order(
        self, *, product: Literal["usdm", "coinm"], symbol: str
    ) -> AsyncGenerator[ForceOrder, None]:
        """Liquidations.

        Gives: BinanceFuturesLiquidation. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#liquidation-order-streams
        """
        return self.open("force_order", ForceOrder, product, {"symbol": symbol})

    def all_force_orders(self, *, product: Literal["usdm", "coinm"]) -> AsyncGenerator[AllForceOrders, None]:
        """Liquidations of every contract.

        Gives: BinanceFuturesLiquidation. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#all-market-liquidation-order-streams
        """
        return self.open("all_force_orders", AllForceOrders, product, {})

    def index_price(
        self, *, pair: str, speed: Literal["", "@1s"] | None = None
    ) -> AsyncGenerator[IndexPrice, None]:
        """Index price of a pair.

        speed: "@1s" where left out; every three seconds where empty.
        Gives: IndexPriceUpdate. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-coin-m-futures/api/ws-streams/~#index-price-stream
        """
        return self.open("index_price", IndexPrice, "coinm", {"pair": pair, "speed": speed})

    def composite_index(self, *, symbol: str) -> AsyncGenerator[CompositeIndex, None]:
        """An index of several assets, and what it is made of.

        Gives: IndexPriceUpdate, BinanceFuturesCompositeIndex. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#composite-index-symbol-information-streams
        """
        return self.open("composite_index", CompositeIndex, "usdm", {"symbol": symbol})

    def asset_index(self, *, index: str) -> AsyncGenerator[AssetIndex, None]:
        """What one margin asset is worth in USD.

        index: of an asset, ADAUSD.
        Gives: BinanceFuturesAssetIndex. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#multi-assets-mode-asset-index
        """
        return self.open("asset_index", AssetIndex, "usdm", {"index": index})

    def all_asset_indices(self) -> AsyncGenerator[list[AssetIndex], None]:
        """What every margin asset is worth in USD.

        Gives: BinanceFuturesAssetIndex. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#multi-assets-mode-asset-index
        """
        return self.open("all_asset_indices", list[AssetIndex], "usdm", {})

    def contract_info(self, *, product: Literal["usdm", "coinm"]) -> AsyncGenerator[ContractInfo, None]:
        """Listings, settlements and leverage brackets of contracts.

        Gives: InstrumentStatus, BinanceFuturesContractInfo. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#contract-info-stream
        """
        return self.open("contract_info", ContractInfo, product, {})

    def order_update(self, *, product: Literal["usdm", "coinm"]) -> AsyncGenerator[OrderUpdate, None]:
        """Futures orders and their fills.

        Gives: OrderStatusReport, FillReport. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Order-Update
        """
        return self.open("order_update", OrderUpdate, product, {})

    def algo_update(self, *, product: Literal["usdm", "coinm"]) -> AsyncGenerator[AlgoUpdate, None]:
        """Conditional futures orders.

        Gives: OrderAccepted, OrderTriggered, OrderStatusReport. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Algo-Order-Update
        """
        return self.open("algo_update", AlgoUpdate, product, {})

    def trade_lite(self) -> AsyncGenerator[TradeLite, None]:
        """Futures fills, earlier and without fees.

        Gives: FillReport. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Trade-Lite
        """
        return self.open("trade_lite", TradeLite, "usdm", {})

    def account_update(self, *, product: Literal["usdm", "coinm"]) -> AsyncGenerator[AccountUpdate, None]:
        """Balances and positions of futures that changed.

        Gives: AccountState, PositionStatusReport. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Balance-and-Position-Update
        """
        return self.open("account_update", AccountUpdate, product, {})

    def margin_call(self, *, product: Literal["usdm", "coinm"]) -> AsyncGenerator[MarginCall, None]:
        """The margin of positions is too low.

        Gives: BinanceFuturesMarginCall. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Margin-Call
        """
        return self.open("margin_call", MarginCall, product, {})

    def account_config(self, *, product: Literal["usdm", "coinm"]) -> AsyncGenerator[AccountConfig, None]:
        """Leverage of a contract was changed.

        Gives: BinanceFuturesAccountConfig. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Account-Configuration-Update-previous-Leverage-Update
        """
        return self.open("account_config", AccountConfig, product, {})

    def trigger_rejected(self, *, product: Literal["usdm", "coinm"]) -> AsyncGenerator[TriggerRejected, None]:
        """A conditional order was triggered and then refused.

        Gives: BinanceFuturesTriggerRejected. https://developers.binance.com/docs/derivatives/usds-margined-futures/user-data-streams/Event-Conditional-Order-Trigger-Reject
        """
        return self.open("trigger_rejected", TriggerRejected, product, {})

    def execution_report(
        self, *, product: Literal["spot", "margin"]
    ) -> AsyncGenerator[ExecutionReport, None]:
        """Spot and margin orders and their fills.

        Gives: OrderStatusReport, FillReport. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#order-update
        """
        return self.open("execution_report", ExecutionReport, product, {})

    def account_position(
        self, *, product: Literal["spot", "margin"]
    ) -> AsyncGenerator[AccountPosition, None]:
        """Balances of spot and margin that may have changed.

        Gives: AccountState. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#account-update
        """
        return self.open("account_position", AccountPosition, product, {})

    def balance_update(self, *, product: Literal["spot", "margin"]) -> AsyncGenerator[BalanceUpdate, None]:
        """Deposits, withdrawals and transfers.

        Gives: BinanceBalanceUpdate. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#balance-update
        """
        return self.open("balance_update", BalanceUpdate, product, {})

    def external_lock(self, *, product: Literal["spot", "margin"]) -> AsyncGenerator[ExternalLock, None]:
        """Part of a spot balance was locked or freed from outside, as collateral.

        Gives: BinanceExternalLock. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#external-lock-update
        """
        return self.open("external_lock", ExternalLock, product, {})

    def list_status(self, *, product: Literal["spot", "margin"]) -> AsyncGenerator[ListStatus, None]:
        """Lists of orders.

        Gives: BinanceOrderList. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#order-update
        """
        return self.open("list_status", ListStatus, product, {})

    def margin_level(self) -> AsyncGenerator[MarginLevel, None]:
        """How near a margin account is to its liquidation.

        Gives: BinanceMarginLevel. https://developers.binance.com/docs/margin_trading/risk-data-stream/Event-Margin-Call
        """
        return self.open("margin_level", MarginLevel, "margin", {})

    def liability(self) -> AsyncGenerator[Liability, None]:
        """Debts of a margin account that grew or were paid back.

        Gives: BinanceMarginDebt. https://developers.binance.com/docs/margin_trading/risk-data-stream/Event-Liability-Update
        """
        return self.open("liability", Liability, "margin", {})

    def sbe_trade(self, *, symbol: str) -> AsyncGenerator[SbeTrade, None]:
        """Trades, in binary.

        Gives: TradeTick. https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#trades-streams
        """
        return self.open_messages("sbe_trade", SbeTrade, "spot", {"symbol": symbol})

    def sbe_best_bid_ask(self, *, symbol: str) -> AsyncGenerator[SbeBestBidAsk, None]:
        """Best bid and offer, in binary.

        Gives: QuoteTick. https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#best-bidask-streams
        """
        return self.open_messages("sbe_best_bid_ask", SbeBestBidAsk, "spot", {"symbol": symbol})

    def sbe_depth20(self, *, symbol: str) -> AsyncGenerator[SbeDepth20, None]:
        """The best 20 levels, in binary.

        Gives: OrderBookDeltas, OrderBookDepth10. https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#partial-book-depth-streams
        """
        return self.open_messages("sbe_depth20", SbeDepth20, "spot", {"symbol": symbol})

    def sbe_depth(self, *, symbol: str) -> AsyncGenerator[SbeDepth, None]:
        """Changes of the order book, in binary.

        Gives: OrderBookDeltas. https://github.com/binance/binance-spot-api-docs/blob/master/sbe-market-data-streams.md#diff-depth-streams
        """
        return self.open_messages("sbe_depth", SbeDepth, "spot", {"symbol": symbol})

    def sbe_execution_report(self) -> AsyncGenerator[SbeExecutionReport, None]:
        """Spot orders and their fills, in binary.

        Gives: OrderStatusReport, FillReport. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#order-update
        """
        return self.open_messages("sbe_execution_report", SbeExecutionReport, "spot", {})

    def sbe_account_position(self) -> AsyncGenerator[SbeAccountPosition, None]:
        """Spot balances that may have changed, in binary.

        Gives: AccountState. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#account-update
        """
        return self.open_messages("sbe_account_position", SbeAccountPosition, "spot", {})

    def sbe_balance_update(self) -> AsyncGenerator[SbeBalanceUpdate, None]:
        """Deposits, withdrawals and transfers, in binary.

        Gives: BinanceBalanceUpdate. https://github.com/binance/binance-spot-api-docs/blob/master/user-data-stream.md#balance-update
        """
        return self.open_messages("sbe_balance_update", SbeBalanceUpdate, "spot", {})

    def ticker(self, *, symbol: str) -> AsyncGenerator[StreamTicker, None]:
        """Spot statistics of the last 24 hours.

        Gives: BinanceTicker. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#individual-symbol-ticker-streams
        """
        return self.open("ticker", StreamTicker, "spot", {"symbol": symbol})

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

    def futures_ticker(
        self, *, product: Literal["usdm", "coinm"], symbol: str
    ) -> AsyncGenerator[StreamFuturesTicker, None]:
        """Futures statistics of the last 24 hours.

        Gives: BinanceFuturesTicker. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#individual-symbol-ticker-streams
        """
        return self.open("futures_ticker", StreamFuturesTicker, product, {"symbol": symbol})

    def all_tickers(
        self, *, product: Literal["usdm", "coinm"]
    ) -> AsyncGenerator[list[StreamFuturesTicker], None]:
        """Statistics of the last 24 hours of every contract that changed.

        Gives: BinanceFuturesTicker. https://developers.binance.com/en/docs/catalog/core-trading-derivatives-trading-usd-s-m-futures/api/ws-streams/market#all-market-tickers-streams
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

    def trade(self, *, symbol: str) -> AsyncGenerator[Trade, None]:
        """Spot trades.

        Gives: TradeTick. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#trade-streams
        """
        return self.open("trade", Trade, "spot", {"symbol": symbol})

    def block_trade(self, *, symbol: str) -> AsyncGenerator[BlockTrade, None]:
        """Trades that were agreed outside of the book.

        Gives: BinanceBlockTrade. https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md#block-trade-streams
        """
        return self.open("block_trade", BlockTrade, "spot", {"symbol": symbol})

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
