"""The interface of the venue bybit as it is: HTTP operations and streams. Generated from specs/bybit; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from decimal import Decimal
from typing import Literal

from dragoman.requests.client import BaseClient, Progress
from dragoman.requests.streams import BaseStreams

from dragoman_venues.bybit.account import (
    Done,
    GetAccountInfoResponse,
    GetApiKeyResponse,
    GetFeeRatesResponse,
    GetLeverageResponse,
    GetPositionsResponse,
    GetSubMembersResponse,
    GetWalletBalanceResponse,
    MarginMode,
    PositionRow,
)
from dragoman_venues.bybit.books import BestLevel, GetOrderbookResponse, OptionOrderbook, Orderbook
from dragoman_venues.bybit.instruments import (
    Contract,
    GetContractsResponse,
    GetOptionsResponse,
    GetOptionStatesResponse,
    GetSpotInstrumentsResponse,
    GetStatesResponse,
    Option,
)
from dragoman_venues.bybit.orders import (
    Answer,
    Answers,
    BuySell,
    CancelledOrders,
    ExecutionRow,
    GetExecutionsResponse,
    OrderRow,
    Orders,
    OrderState,
)
from dragoman_venues.bybit.private import Execution, FastExecution, Order, Position, Wallet
from dragoman_venues.bybit.requests import Requests
from dragoman_venues.bybit.tickers import (
    FundingRow,
    GetFundingHistoryResponse,
    GetOptionTickersResponse,
    GetTickersResponse,
    OptionTicker,
    Ticker,
)
from dragoman_venues.bybit.trades import (
    AllLiquidation,
    GetKlinesResponse,
    GetRecentTradesResponse,
    Interval,
    Kline,
    KlineRow,
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

    async def get_wallet_balance(
        self,
        *,
        account_type: Literal["UNIFIED", "CONTRACT", "SPOT"] | None = None,
        coin: Sequence[str] | None = None,
    ) -> GetWalletBalanceResponse:
        """Balances of the account.

        `GET /v5/account/wallet-balance`

        account_type: "UNIFIED" where left out; CONTRACT and SPOT are of accounts of old.
        Costs: address 1; reads 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/account/wallet-balance
        """
        found: GetWalletBalanceResponse = await self.call(
            "get_wallet_balance", GetWalletBalanceResponse, "", {"account_type": account_type, "coin": coin}
        )
        return found

    async def get_positions(
        self,
        *,
        product: Literal["linear", "inverse", "option"],
        symbol: str | None = None,
        base_coin: str | None = None,
        settle_coin: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> GetPositionsResponse:
        """Positions.

        linear: `GET /v5/position/list`
        inverse: `GET /v5/position/list`
        option: `GET /v5/position/list`

        base_coin: option only.
        settle_coin: linear only; wanted where no symbol is.
        limit: from 1 to 200; 200 where left out.
        Costs: address 1; reads 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/position
        """
        found: GetPositionsResponse = await self.call(
            "get_positions",
            GetPositionsResponse,
            product,
            {
                "symbol": symbol,
                "base_coin": base_coin,
                "settle_coin": settle_coin,
                "limit": limit,
                "cursor": cursor,
            },
        )
        return found

    def iter_get_positions(
        self,
        *,
        product: Literal["linear", "inverse", "option"],
        symbol: str | None = None,
        base_coin: str | None = None,
        settle_coin: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[PositionRow, None]:
        """Every row of `get_positions`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_positions",
            GetPositionsResponse,
            product,
            {
                "symbol": symbol,
                "base_coin": base_coin,
                "settle_coin": settle_coin,
                "limit": limit,
                "cursor": cursor,
            },
            progress,
        )

    async def get_fee_rates(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str | None = None,
        base_coin: str | None = None,
    ) -> GetFeeRatesResponse:
        """Fees of the account.

        `GET /v5/account/fee-rate`

        symbol: spot, linear, inverse only.
        base_coin: option only.
        Costs: address 1; fees 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/account/fee-rate
        """
        found: GetFeeRatesResponse = await self.call(
            "get_fee_rates", GetFeeRatesResponse, product, {"symbol": symbol, "base_coin": base_coin}
        )
        return found

    async def get_account_info(self) -> GetAccountInfoResponse:
        """Margin mode and state of the account.

        `GET /v5/account/info`

        Costs: address 1; reads 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/account/account-info
        """
        found: GetAccountInfoResponse = await self.call("get_account_info", GetAccountInfoResponse, "", {})
        return found

    async def get_api_key(self) -> GetApiKeyResponse:
        """The key itself, its permissions and addresses.

        `GET /v5/user/query-api`

        Costs: address 1; users 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/user/apikey-info
        """
        found: GetApiKeyResponse = await self.call("get_api_key", GetApiKeyResponse, "", {})
        return found

    async def get_sub_members(self) -> GetSubMembersResponse:
        """The accounts below this one.

        `GET /v5/user/query-sub-members`

        Costs: address 1; users 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/user/subuid-list
        """
        found: GetSubMembersResponse = await self.call("get_sub_members", GetSubMembersResponse, "", {})
        return found

    async def get_leverage(
        self,
        *,
        product: Literal["linear", "inverse"],
        symbol: str | None = None,
        base_coin: str | None = None,
        settle_coin: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> GetLeverageResponse:
        """Leverage of symbols, one row for each side in hedge mode.

        linear: `GET /v5/position/list`
        inverse: `GET /v5/position/list`

        base_coin: option only.
        settle_coin: linear only; wanted where no symbol is.
        limit: from 1 to 200; 200 where left out.
        Costs: address 1; reads 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/position
        """
        found: GetLeverageResponse = await self.call(
            "get_leverage",
            GetLeverageResponse,
            product,
            {
                "symbol": symbol,
                "base_coin": base_coin,
                "settle_coin": settle_coin,
                "limit": limit,
                "cursor": cursor,
            },
        )
        return found

    def iter_get_leverage(
        self,
        *,
        product: Literal["linear", "inverse"],
        symbol: str | None = None,
        base_coin: str | None = None,
        settle_coin: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[PositionRow, None]:
        """Every row of `get_leverage`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_leverage",
            GetLeverageResponse,
            product,
            {
                "symbol": symbol,
                "base_coin": base_coin,
                "settle_coin": settle_coin,
                "limit": limit,
                "cursor": cursor,
            },
            progress,
        )

    async def set_leverage(
        self,
        *,
        product: Literal["linear", "inverse"],
        symbol: str,
        buy_leverage: Decimal,
        sell_leverage: Decimal,
    ) -> Done:
        """Set the leverage of a symbol.

        linear: `POST /v5/position/set-leverage`
        inverse: `POST /v5/position/set-leverage`

        sell_leverage: the same as the other one but in hedge mode with isolated margin.
        Costs: address 1; orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/position/leverage
        """
        found: Done = await self.call(
            "set_leverage",
            Done,
            product,
            {"symbol": symbol, "buy_leverage": buy_leverage, "sell_leverage": sell_leverage},
        )
        return found

    async def set_margin_mode(self, *, mode: MarginMode) -> Done:
        """Set the margin mode of the account.

        `POST /v5/account/set-margin-mode`

        Costs: address 1; fees 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/account/set-margin-mode
        """
        found: Done = await self.call("set_margin_mode", Done, "", {"mode": mode})
        return found

    async def set_position_mode(
        self, *, mode: Literal[0, 3], symbol: str | None = None, coin: str | None = None
    ) -> Done:
        """One position a symbol, or one for each side.

        linear: `POST /v5/position/switch-mode`

        mode: 0: one position, 3: one for each side.
        Costs: address 1; orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/position/position-mode
        """
        found: Done = await self.call(
            "set_position_mode", Done, "linear", {"symbol": symbol, "coin": coin, "mode": mode}
        )
        return found

    async def set_trading_stop(
        self,
        *,
        product: Literal["linear", "inverse", "option"],
        symbol: str,
        tpsl_mode: Literal["Full", "Partial"] | None = None,
        position_idx: Literal[0, 1, 2] | None = None,
        take_profit: Decimal | None = None,
        stop_loss: Decimal | None = None,
        trailing_stop: Decimal | None = None,
        active_price: Decimal | None = None,
        tp_trigger_by: Literal["LastPrice", "IndexPrice", "MarkPrice"] | None = None,
        sl_trigger_by: Literal["LastPrice", "IndexPrice", "MarkPrice"] | None = None,
        tp_size: Decimal | None = None,
        sl_size: Decimal | None = None,
        tp_limit_price: Decimal | None = None,
        sl_limit_price: Decimal | None = None,
        tp_order_type: Literal["Market", "Limit"] | None = None,
        sl_order_type: Literal["Market", "Limit"] | None = None,
    ) -> Answer:
        """Take profit, stop loss and trailing stop of a position.

        linear: `POST /v5/position/trading-stop`
        inverse: `POST /v5/position/trading-stop`
        option: `POST /v5/position/trading-stop`

        tpsl_mode: "Full" where left out.
        position_idx: 0 where left out.
        take_profit: 0 removes it.
        stop_loss: 0 removes it.
        trailing_stop: distance in price, 0 removes it.
        active_price: the stop trails from this price on.
        Costs: address 1; orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/position/trading-stop
        """
        found: Answer = await self.call(
            "set_trading_stop",
            Answer,
            product,
            {
                "symbol": symbol,
                "tpsl_mode": tpsl_mode,
                "position_idx": position_idx,
                "take_profit": take_profit,
                "stop_loss": stop_loss,
                "trailing_stop": trailing_stop,
                "active_price": active_price,
                "tp_trigger_by": tp_trigger_by,
                "sl_trigger_by": sl_trigger_by,
                "tp_size": tp_size,
                "sl_size": sl_size,
                "tp_limit_price": tp_limit_price,
                "sl_limit_price": sl_limit_price,
                "tp_order_type": tp_order_type,
                "sl_order_type": sl_order_type,
            },
        )
        return found

    async def borrow(self, *, coin: str, amount: Decimal) -> Done:
        """Borrow a coin.

        `POST /v5/account/borrow`

        Costs: address 1; loans 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/account/borrow
        """
        found: Done = await self.call("borrow", Done, "", {"coin": coin, "amount": amount})
        return found

    async def repay(
        self,
        *,
        coin: str,
        amount: Decimal | None = None,
        repayment_type: Literal["ALL", "FIXED", "FLEXIBLE"] | None = None,
    ) -> Done:
        """Repay a coin from what is held of it.

        `POST /v5/account/no-convert-repay`

        amount: everything where left out.
        Costs: address 1; loans 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/account/no-convert-repay
        """
        found: Done = await self.call(
            "repay", Done, "", {"coin": coin, "amount": amount, "repayment_type": repayment_type}
        )
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

    def iter_get_contracts(
        self,
        *,
        product: Literal["linear", "inverse"],
        symbol: str | None = None,
        base_coin: str | None = None,
        status: Literal["PreLaunch", "Trading", "Delivering", "Closed"] | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[Contract, None]:
        """Every row of `get_contracts`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_contracts",
            GetContractsResponse,
            product,
            {"symbol": symbol, "base_coin": base_coin, "status": status, "limit": limit, "cursor": cursor},
            progress,
        )

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

    def iter_get_options(
        self,
        *,
        symbol: str | None = None,
        base_coin: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[Option, None]:
        """Every row of `get_options`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_options",
            GetOptionsResponse,
            "option",
            {"symbol": symbol, "base_coin": base_coin, "limit": limit, "cursor": cursor},
            progress,
        )

    async def get_states(
        self, *, product: Literal["spot", "linear", "inverse"], limit: int | None = None
    ) -> GetStatesResponse:
        """States of pairs and contracts.

        spot: `GET /v5/market/instruments-info`
        linear: `GET /v5/market/instruments-info`
        inverse: `GET /v5/market/instruments-info`

        limit: from 1 to 1000; 1000 where left out.
        Costs: address 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/market/instrument
        """
        found: GetStatesResponse = await self.call("get_states", GetStatesResponse, product, {"limit": limit})
        return found

    async def get_option_states(
        self, *, limit: int | None = None, symbol: str | None = None, base_coin: str | None = None
    ) -> GetOptionStatesResponse:
        """States of options, of one or of all of a coin.

        option: `GET /v5/market/instruments-info`

        limit: from 1 to 1000; 1000 where left out.
        base_coin: BTC where left out.
        Costs: address 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/market/instrument
        """
        found: GetOptionStatesResponse = await self.call(
            "get_option_states",
            GetOptionStatesResponse,
            "option",
            {"limit": limit, "symbol": symbol, "base_coin": base_coin},
        )
        return found

    async def get_open_orders(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str | None = None,
        base_coin: str | None = None,
        settle_coin: str | None = None,
        order_id: str | None = None,
        order_link_id: str | None = None,
        open_only: Literal[0, 1] | None = None,
        order_filter: (
            Literal["Order", "StopOrder", "tpslOrder", "OcoOrder", "BidirectionalTpslOrder"] | None
        ) = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Orders:
        """Open orders, and the latest closed ones.

        `GET /v5/order/realtime`

        settle_coin: linear, option only; linear wants this, or baseCoin, or symbol.
        open_only: 1 adds the latest 500 closed ones.
        limit: from 1 to 50; 50 where left out.
        Costs: address 1; reads 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/order/open-order
        """
        found: Orders = await self.call(
            "get_open_orders",
            Orders,
            product,
            {
                "symbol": symbol,
                "base_coin": base_coin,
                "settle_coin": settle_coin,
                "order_id": order_id,
                "order_link_id": order_link_id,
                "open_only": open_only,
                "order_filter": order_filter,
                "limit": limit,
                "cursor": cursor,
            },
        )
        return found

    def iter_get_open_orders(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str | None = None,
        base_coin: str | None = None,
        settle_coin: str | None = None,
        order_id: str | None = None,
        order_link_id: str | None = None,
        open_only: Literal[0, 1] | None = None,
        order_filter: (
            Literal["Order", "StopOrder", "tpslOrder", "OcoOrder", "BidirectionalTpslOrder"] | None
        ) = None,
        limit: int | None = None,
        cursor: str | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[OrderRow, None]:
        """Every row of `get_open_orders`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_open_orders",
            Orders,
            product,
            {
                "symbol": symbol,
                "base_coin": base_coin,
                "settle_coin": settle_coin,
                "order_id": order_id,
                "order_link_id": order_link_id,
                "open_only": open_only,
                "order_filter": order_filter,
                "limit": limit,
                "cursor": cursor,
            },
            progress,
        )

    async def get_order_history(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str | None = None,
        base_coin: str | None = None,
        settle_coin: str | None = None,
        order_id: str | None = None,
        order_link_id: str | None = None,
        order_filter: (
            Literal["Order", "StopOrder", "tpslOrder", "OcoOrder", "BidirectionalTpslOrder"] | None
        ) = None,
        order_status: OrderState | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Orders:
        """Closed orders of the last two years, seven days at a time.

        `GET /v5/order/history`

        settle_coin: linear, inverse, option only.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 50; 50 where left out.
        Costs: address 1; reads 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/order/order-list
        """
        found: Orders = await self.call(
            "get_order_history",
            Orders,
            product,
            {
                "symbol": symbol,
                "base_coin": base_coin,
                "settle_coin": settle_coin,
                "order_id": order_id,
                "order_link_id": order_link_id,
                "order_filter": order_filter,
                "order_status": order_status,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
                "cursor": cursor,
            },
        )
        return found

    def iter_get_order_history(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str | None = None,
        base_coin: str | None = None,
        settle_coin: str | None = None,
        order_id: str | None = None,
        order_link_id: str | None = None,
        order_filter: (
            Literal["Order", "StopOrder", "tpslOrder", "OcoOrder", "BidirectionalTpslOrder"] | None
        ) = None,
        order_status: OrderState | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[OrderRow, None]:
        """Every row of `get_order_history`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_order_history",
            Orders,
            product,
            {
                "symbol": symbol,
                "base_coin": base_coin,
                "settle_coin": settle_coin,
                "order_id": order_id,
                "order_link_id": order_link_id,
                "order_filter": order_filter,
                "order_status": order_status,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
                "cursor": cursor,
            },
            progress,
        )

    async def get_executions(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str | None = None,
        order_id: str | None = None,
        order_link_id: str | None = None,
        base_coin: str | None = None,
        exec_type: str | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> GetExecutionsResponse:
        """Executions, seven days at a time.

        `GET /v5/execution/list`

        base_coin: option only; BTC where left out.
        start_time_ms: UNIX milliseconds.
        end_time_ms: UNIX milliseconds.
        limit: from 1 to 100; 100 where left out.
        Costs: address 1; reads 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/order/execution
        """
        found: GetExecutionsResponse = await self.call(
            "get_executions",
            GetExecutionsResponse,
            product,
            {
                "symbol": symbol,
                "order_id": order_id,
                "order_link_id": order_link_id,
                "base_coin": base_coin,
                "exec_type": exec_type,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
                "cursor": cursor,
            },
        )
        return found

    def iter_get_executions(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str | None = None,
        order_id: str | None = None,
        order_link_id: str | None = None,
        base_coin: str | None = None,
        exec_type: str | None = None,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[ExecutionRow, None]:
        """Every row of `get_executions`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_executions",
            GetExecutionsResponse,
            product,
            {
                "symbol": symbol,
                "order_id": order_id,
                "order_link_id": order_link_id,
                "base_coin": base_coin,
                "exec_type": exec_type,
                "start_time_ms": start_time_ms,
                "end_time_ms": end_time_ms,
                "limit": limit,
                "cursor": cursor,
            },
            progress,
        )

    async def create_order(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str,
        side: BuySell,
        order_type: Literal["Market", "Limit"],
        qty: Decimal,
        is_leverage: Literal[0, 1] | None = None,
        market_unit: Literal["baseCoin", "quoteCoin"] | None = None,
        rpi_taker_access: bool | None = None,
        slippage_tolerance_type: Literal["TickSize", "Percent"] | None = None,
        slippage_tolerance: Decimal | None = None,
        price: Decimal | None = None,
        trigger_direction: Literal[1, 2] | None = None,
        order_filter: Literal["Order", "tpslOrder", "StopOrder"] | None = None,
        trigger_price: Decimal | None = None,
        trigger_by: Literal["LastPrice", "IndexPrice", "MarkPrice"] | None = None,
        order_iv: Decimal | None = None,
        time_in_force: Literal["GTC", "IOC", "FOK", "PostOnly", "RPI"] | None = None,
        position_idx: Literal[0, 1, 2] | None = None,
        order_link_id: str | None = None,
        take_profit: Decimal | None = None,
        stop_loss: Decimal | None = None,
        tp_trigger_by: Literal["LastPrice", "IndexPrice", "MarkPrice"] | None = None,
        sl_trigger_by: Literal["LastPrice", "IndexPrice", "MarkPrice"] | None = None,
        reduce_only: bool | None = None,
        close_on_trigger: bool | None = None,
        smp_type: Literal["None", "CancelMaker", "CancelTaker", "CancelBoth"] | None = None,
        mmp: bool | None = None,
        tpsl_mode: Literal["Full", "Partial"] | None = None,
        tp_limit_price: Decimal | None = None,
        sl_limit_price: Decimal | None = None,
        tp_order_type: Literal["Market", "Limit"] | None = None,
        sl_order_type: Literal["Market", "Limit"] | None = None,
        bbo_side_type: Literal["Queue", "Counterparty"] | None = None,
        bbo_level: Literal["1", "2", "3", "4", "5"] | None = None,
    ) -> Answer:
        """Create an order.

        `POST /v5/order/create`

        is_leverage: spot only; 1 borrows.
        market_unit: spot only.
        trigger_direction: linear, inverse only; 1: the price rises to the trigger, 2: it falls to it.
        order_filter: spot only.
        trigger_by: linear, inverse only.
        order_iv: option only.
        time_in_force: market orders are IOC in any case.
        position_idx: hedge mode: 1 for the long position, 2 for the short one.
        reduce_only: linear, inverse, option only.
        close_on_trigger: linear, inverse only.
        mmp: option only.
        tpsl_mode: linear, inverse only.
        bbo_side_type: linear, inverse only.
        bbo_level: linear, inverse only.
        Costs: address 1; orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/order/create-order
        """
        found: Answer = await self.call(
            "create_order",
            Answer,
            product,
            {
                "symbol": symbol,
                "is_leverage": is_leverage,
                "side": side,
                "order_type": order_type,
                "qty": qty,
                "market_unit": market_unit,
                "rpi_taker_access": rpi_taker_access,
                "slippage_tolerance_type": slippage_tolerance_type,
                "slippage_tolerance": slippage_tolerance,
                "price": price,
                "trigger_direction": trigger_direction,
                "order_filter": order_filter,
                "trigger_price": trigger_price,
                "trigger_by": trigger_by,
                "order_iv": order_iv,
                "time_in_force": time_in_force,
                "position_idx": position_idx,
                "order_link_id": order_link_id,
                "take_profit": take_profit,
                "stop_loss": stop_loss,
                "tp_trigger_by": tp_trigger_by,
                "sl_trigger_by": sl_trigger_by,
                "reduce_only": reduce_only,
                "close_on_trigger": close_on_trigger,
                "smp_type": smp_type,
                "mmp": mmp,
                "tpsl_mode": tpsl_mode,
                "tp_limit_price": tp_limit_price,
                "sl_limit_price": sl_limit_price,
                "tp_order_type": tp_order_type,
                "sl_order_type": sl_order_type,
                "bbo_side_type": bbo_side_type,
                "bbo_level": bbo_level,
            },
        )
        return found

    async def amend_order(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str,
        order_id: str | None = None,
        order_link_id: str | None = None,
        order_iv: Decimal | None = None,
        trigger_price: Decimal | None = None,
        qty: Decimal | None = None,
        price: Decimal | None = None,
        tpsl_mode: Literal["Full", "Partial"] | None = None,
        take_profit: Decimal | None = None,
        stop_loss: Decimal | None = None,
        tp_trigger_by: Literal["LastPrice", "IndexPrice", "MarkPrice"] | None = None,
        sl_trigger_by: Literal["LastPrice", "IndexPrice", "MarkPrice"] | None = None,
        trigger_by: Literal["LastPrice", "IndexPrice", "MarkPrice"] | None = None,
        tp_limit_price: Decimal | None = None,
        sl_limit_price: Decimal | None = None,
    ) -> Answer:
        """Amend an open order.

        `POST /v5/order/amend`

        order_iv: option only.
        tpsl_mode: linear, inverse only.
        take_profit: 0 removes it.
        stop_loss: 0 removes it.
        Costs: address 1; orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/order/amend-order
        """
        found: Answer = await self.call(
            "amend_order",
            Answer,
            product,
            {
                "symbol": symbol,
                "order_id": order_id,
                "order_link_id": order_link_id,
                "order_iv": order_iv,
                "trigger_price": trigger_price,
                "qty": qty,
                "price": price,
                "tpsl_mode": tpsl_mode,
                "take_profit": take_profit,
                "stop_loss": stop_loss,
                "tp_trigger_by": tp_trigger_by,
                "sl_trigger_by": sl_trigger_by,
                "trigger_by": trigger_by,
                "tp_limit_price": tp_limit_price,
                "sl_limit_price": sl_limit_price,
            },
        )
        return found

    async def cancel_order(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str,
        order_id: str | None = None,
        order_link_id: str | None = None,
        order_filter: Literal["Order", "tpslOrder", "StopOrder"] | None = None,
    ) -> Answer:
        """Cancel an order.

        `POST /v5/order/cancel`

        order_filter: spot only.
        Costs: address 1; orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/order/cancel-order
        """
        found: Answer = await self.call(
            "cancel_order",
            Answer,
            product,
            {
                "symbol": symbol,
                "order_id": order_id,
                "order_link_id": order_link_id,
                "order_filter": order_filter,
            },
        )
        return found

    async def cancel_all_orders(
        self,
        *,
        product: Literal["spot", "linear", "inverse", "option"],
        symbol: str | None = None,
        base_coin: str | None = None,
        settle_coin: str | None = None,
        order_filter: (
            Literal["Order", "tpslOrder", "StopOrder", "OcoOrder", "BidirectionalTpslOrder", "OpenOrder"]
            | None
        ) = None,
        stop_order_type: Literal["Stop"] | None = None,
    ) -> CancelledOrders:
        """Cancel all orders of a symbol, a coin or a product.

        `POST /v5/order/cancel-all`

        symbol: linear and inverse want this, or baseCoin, or settleCoin.
        settle_coin: linear, inverse, option only.
        stop_order_type: linear, inverse only.
        Costs: address 1; sweeps (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/order/cancel-all
        """
        found: CancelledOrders = await self.call(
            "cancel_all_orders",
            CancelledOrders,
            product,
            {
                "symbol": symbol,
                "base_coin": base_coin,
                "settle_coin": settle_coin,
                "order_filter": order_filter,
                "stop_order_type": stop_order_type,
            },
        )
        return found

    async def create_orders(
        self, *, product: Literal["spot", "linear", "inverse", "option"], request: Sequence[object]
    ) -> Answers:
        """Create several orders at once.

        `POST /v5/order/create-batch`

        Costs: address 1; batches (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/order/batch-place
        """
        found: Answers = await self.call("create_orders", Answers, product, {"request": request})
        return found

    async def amend_orders(
        self, *, product: Literal["spot", "linear", "inverse", "option"], request: Sequence[object]
    ) -> Answers:
        """Amend several orders at once.

        `POST /v5/order/amend-batch`

        Costs: address 1; batches (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/order/batch-amend
        """
        found: Answers = await self.call("amend_orders", Answers, product, {"request": request})
        return found

    async def cancel_orders(
        self, *, product: Literal["spot", "linear", "inverse", "option"], request: Sequence[object]
    ) -> Answers:
        """Cancel several orders at once.

        `POST /v5/order/cancel-batch`

        Costs: address 1; batches (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://bybit-exchange.github.io/docs/v5/order/batch-cancel
        """
        found: Answers = await self.call("cancel_orders", Answers, product, {"request": request})
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

    def iter_get_funding_history(
        self,
        *,
        product: Literal["linear", "inverse"],
        symbol: str,
        start_time_ms: int | None = None,
        end_time_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[FundingRow, None]:
        """Every row of `get_funding_history`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_funding_history",
            GetFundingHistoryResponse,
            product,
            {"symbol": symbol, "start_time_ms": start_time_ms, "end_time_ms": end_time_ms, "limit": limit},
            progress,
        )

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

    def iter_get_klines(
        self,
        *,
        product: Literal["spot", "linear", "inverse"],
        symbol: str,
        interval: Interval,
        start_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[KlineRow, None]:
        """Every row of `get_klines`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_klines",
            GetKlinesResponse,
            product,
            {"symbol": symbol, "interval": interval, "start_ms": start_ms, "end_ms": end_ms, "limit": limit},
            progress,
        )


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

    def wallet(
        self, *, product: Literal["spot", "linear", "inverse", "option"]
    ) -> AsyncGenerator[Wallet, None]:
        """Balances of the account.

        Gives: AccountState. https://bybit-exchange.github.io/docs/v5/websocket/private/wallet
        """
        return self.open("wallet", Wallet, product, {})

    def order(
        self, *, product: Literal["spot", "linear", "inverse", "option"]
    ) -> AsyncGenerator[Order, None]:
        """Orders.

        Gives: OrderStatusReport. https://bybit-exchange.github.io/docs/v5/websocket/private/order
        """
        return self.open("order", Order, product, {})

    def execution(
        self, *, product: Literal["spot", "linear", "inverse", "option"]
    ) -> AsyncGenerator[Execution, None]:
        """Executions.

        Gives: FillReport. https://bybit-exchange.github.io/docs/v5/websocket/private/execution
        """
        return self.open("execution", Execution, product, {})

    def fast_execution(
        self, *, product: Literal["spot", "linear", "inverse", "option"]
    ) -> AsyncGenerator[FastExecution, None]:
        """Executions sooner, without their fee.

        Gives: FillReport. https://bybit-exchange.github.io/docs/v5/websocket/private/fast-execution
        """
        return self.open("fast_execution", FastExecution, product, {})

    def position(self, *, product: Literal["linear", "inverse", "option"]) -> AsyncGenerator[Position, None]:
        """Positions.

        Gives: PositionStatusReport. https://bybit-exchange.github.io/docs/v5/websocket/private/position
        """
        return self.open("position", Position, product, {})

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
        self, *, product: Literal["spot", "linear", "inverse"], symbol: str
    ) -> AsyncGenerator[OlderTrade, None]:
        """Trades under another form of the topic.

        Gives: TradeTick. https://bybit-exchange.github.io/docs/v5/websocket/public/trade
        """
        return self.open("older_trade", OlderTrade, product, {"symbol": symbol})

    def all_liquidation(
        self, *, product: Literal["linear", "inverse"], symbol: str
    ) -> AsyncGenerator[AllLiquidation, None]:
        """Liquidations.

        Gives: BybitLiquidation. https://bybit-exchange.github.io/docs/v5/websocket/public/all-liquidation
        """
        return self.open("all_liquidation", AllLiquidation, product, {"symbol": symbol})

    def kline(
        self, *, product: Literal["spot", "linear", "inverse"], symbol: str, interval: Interval
    ) -> AsyncGenerator[Kline, None]:
        """Bars.

        Gives: Bar. https://bybit-exchange.github.io/docs/v5/websocket/public/kline
        """
        return self.open("kline", Kline, product, {"symbol": symbol, "interval": interval})

    def option_trade(self, *, base_coin: str) -> AsyncGenerator[OptionTrade, None]:
        """Trades of every option of a base coin.

        Gives: TradeTick, BybitBlockTrade. https://bybit-exchange.github.io/docs/v5/websocket/public/trade
        """
        return self.open("option_trade", OptionTrade, "option", {"base_coin": base_coin})
