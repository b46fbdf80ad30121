"""The interface of the venue okx as it is: HTTP operations and streams. Generated from specs/okx; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from decimal import Decimal
from typing import Literal

from dragoman.requests.client import BaseClient, Progress
from dragoman.requests.streams import BaseStreams

from dragoman_venues.okx.account import (
    AccountRow,
    GetAccountConfigResponse,
    GetFeeRatesResponse,
    GetLeverageResponse,
    GetPositionsHistoryResponse,
    GetPositionsHistoryResponseRows,
    GetPositionsResponse,
    SetLeverageResponse,
    SetPositionModeResponse,
)
from dragoman_venues.okx.bars import (
    CandleRow,
    Candles,
    GetCandlesResponse,
    GetHistoryCandlesResponse,
    Interval,
    MarkPriceCandles,
)
from dragoman_venues.okx.events import (
    EventMarkets,
    GetEventMarketsResponse,
    GetEventSeriesResponse,
    GetEventsResponse,
)
from dragoman_venues.okx.instruments import GetInstrumentsResponse, Instruments
from dragoman_venues.okx.market_data import (
    AllTrades,
    Bbo,
    Books,
    Books5,
    Books50L2,
    BooksL2,
    GetBooksResponse,
    GetHistoryTradesResponse,
    GetTradesResponse,
    Tickers,
    TradeRow,
    Trades,
)
from dragoman_venues.okx.orders import (
    AlgoRow,
    DoneAnswer,
    FillRow,
    GetAlgoOrderResponse,
    GetAlgoOrdersHistoryResponse,
    GetOpenAlgoOrdersResponse,
    GetOpenOrdersResponse,
    GetOpenSpreadOrdersResponse,
    GetOrderResponse,
    GetOrdersArchiveResponse,
    GetOrdersHistoryResponse,
    GetSpreadOrderResponse,
    GetSpreadOrdersHistoryResponse,
    GetSpreadTradesResponse,
    GetSpreadTradesRow,
    OrderRow,
    ResultAnswer,
    SpreadOrderRow,
)
from dragoman_venues.okx.prices import (
    EstimatedPrice,
    FundingRate,
    GetFundingRateHistoryResponse,
    GetFundingRateHistoryRow,
    GetIndexTickersResponse,
    GetMarkPriceResponse,
    GetOptionSummaryResponse,
    GetPositionTiersResponse,
    IndexTickers,
    Liquidations,
    MarkPrice,
    OpenInterest,
    OptionSummary,
    PriceLimit,
    Status,
)
from dragoman_venues.okx.private import (
    Account,
    AdvancedAlgoOrders,
    AlgoOrders,
    BalanceAndPosition,
    Fills,
    Orders,
    Positions,
    SpreadOrders,
)
from dragoman_venues.okx.requests import Requests
from dragoman_venues.okx.spreads import (
    GetSpreadsResponse,
    SpreadBooks,
    SpreadBooks5,
    SpreadQuotes,
    SpreadTrades,
)
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

    async def get_balance(self, *, ccy: Sequence[str] | None = None) -> AccountRow | list[AccountRow]:
        """Balances and margins of the account.

        `GET /api/v5/account/balance`

        ccy: at most 20 currencies.
        Costs: all_calls 1; account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-balance
        """
        found: AccountRow | list[AccountRow] = await self.call(
            "get_balance", AccountRow | list[AccountRow], "", {"ccy": ccy}
        )
        return found

    async def get_positions(
        self,
        *,
        instType: Literal["MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"] | None = None,
        instId: str | None = None,
        posId: str | None = None,
    ) -> GetPositionsResponse:
        """Positions.

        `GET /api/v5/account/positions`

        Costs: all_calls 1; account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-positions
        """
        found: GetPositionsResponse = await self.call(
            "get_positions",
            GetPositionsResponse,
            "",
            {"instType": instType, "instId": instId, "posId": posId},
        )
        return found

    async def get_positions_history(
        self,
        *,
        instType: Literal["MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"] | None = None,
        instId: str | None = None,
        mgnMode: Literal["cross", "isolated"] | None = None,
        posId: str | None = None,
        after_ms: int | None = None,
        before_ms: int | None = None,
        limit: int | None = None,
    ) -> GetPositionsHistoryResponse:
        """Positions of the last three months that are closed.

        `GET /api/v5/account/positions-history`

        after_ms: UNIX milliseconds.
        before_ms: UNIX milliseconds.
        limit: from 1 to 100.
        Costs: all_calls 1; account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-positions-history
        """
        found: GetPositionsHistoryResponse = await self.call(
            "get_positions_history",
            GetPositionsHistoryResponse,
            "",
            {
                "instType": instType,
                "instId": instId,
                "mgnMode": mgnMode,
                "posId": posId,
                "after_ms": after_ms,
                "before_ms": before_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_positions_history(
        self,
        *,
        instType: Literal["MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"] | None = None,
        instId: str | None = None,
        mgnMode: Literal["cross", "isolated"] | None = None,
        posId: str | None = None,
        after_ms: int | None = None,
        before_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[GetPositionsHistoryResponseRows, None]:
        """Every row of `get_positions_history`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_positions_history",
            GetPositionsHistoryResponse,
            "",
            {
                "instType": instType,
                "instId": instId,
                "mgnMode": mgnMode,
                "posId": posId,
                "after_ms": after_ms,
                "before_ms": before_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_fee_rates(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        instId: str | None = None,
        instFamily: str | None = None,
        groupId: str | None = None,
    ) -> GetFeeRatesResponse:
        """Fees of the account.

        `GET /api/v5/account/trade-fee`

        Costs: all_calls 1; settings 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-fee-rates
        """
        found: GetFeeRatesResponse = await self.call(
            "get_fee_rates",
            GetFeeRatesResponse,
            product,
            {"instId": instId, "instFamily": instFamily, "groupId": groupId},
        )
        return found

    async def get_account_config(self) -> GetAccountConfigResponse:
        """Mode of the account and of its positions.

        `GET /api/v5/account/config`

        Costs: all_calls 1; settings 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-account-configuration
        """
        found: GetAccountConfigResponse = await self.call(
            "get_account_config", GetAccountConfigResponse, "", {}
        )
        return found

    async def get_leverage(
        self, *, mgnMode: Literal["cross", "isolated"], instId: str | None = None, ccy: str | None = None
    ) -> GetLeverageResponse:
        """Leverage of an instrument.

        `GET /api/v5/account/leverage-info`

        Costs: all_calls 1; leverage 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#trading-account-rest-api-get-leverage
        """
        found: GetLeverageResponse = await self.call(
            "get_leverage", GetLeverageResponse, "", {"instId": instId, "ccy": ccy, "mgnMode": mgnMode}
        )
        return found

    async def set_position_mode(
        self, *, posMode: Literal["long_short_mode", "net_mode"]
    ) -> SetPositionModeResponse:
        """Let long and short positions stand beside each other, or net them.

        `POST /api/v5/account/set-position-mode`

        Costs: all_calls 1; settings 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#trading-account-rest-api-set-position-mode
        """
        found: SetPositionModeResponse = await self.call(
            "set_position_mode", SetPositionModeResponse, "", {"posMode": posMode}
        )
        return found

    async def set_leverage(
        self,
        *,
        lever: Decimal,
        mgnMode: Literal["cross", "isolated"],
        instId: str | None = None,
        ccy: str | None = None,
        posSide: Literal["net", "long", "short"] | None = None,
    ) -> SetLeverageResponse:
        """Choose the leverage of an instrument or of a currency.

        `POST /api/v5/account/set-leverage`

        Costs: all_calls 1; leverage 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#trading-account-rest-api-set-leverage
        """
        found: SetLeverageResponse = await self.call(
            "set_leverage",
            SetLeverageResponse,
            "",
            {"instId": instId, "ccy": ccy, "lever": lever, "mgnMode": mgnMode, "posSide": posSide},
        )
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

    async def place_order(
        self,
        *,
        instId: str,
        tdMode: Literal["cash", "cross", "isolated", "spot_isolated"],
        side: Literal["buy", "sell"],
        ordType: Literal[
            "market",
            "limit",
            "post_only",
            "fok",
            "ioc",
            "optimal_limit_ioc",
            "op_fok",
            "mmp",
            "mmp_and_post_only",
            "elp",
        ],
        sz: Decimal,
        instIdCode: int | None = None,
        px: Decimal | None = None,
        pxUsd: Decimal | None = None,
        pxVol: Decimal | None = None,
        clOrdId: str | None = None,
        posSide: Literal["net", "long", "short"] | None = None,
        reduceOnly: bool | None = None,
        tgtCcy: Literal["base_ccy", "quote_ccy"] | None = None,
        ccy: str | None = None,
        banAmend: bool | None = None,
        pxAmendType: str | None = None,
        tradeQuoteCcy: str | None = None,
        stpMode: Literal["cancel_maker", "cancel_taker", "cancel_both"] | None = None,
        tag: str | None = None,
        attachAlgoOrds: object | None = None,
        outcome: Literal["yes", "no"] | None = None,
        speedBump: Literal["1"] | None = None,
        slippagePct: Decimal | None = None,
        isElpTakerAccess: bool | None = None,
    ) -> DoneAnswer:
        """Send an order.

        `POST /api/v5/trade/order`

        instIdCode: the number of the instrument that orders over the stream are sent with.
        pxUsd: an option's price in USD.
        pxVol: an option's price as volatility.
        clOrdId: at most 32 letters and digits.
        posSide: wanted where long and short positions stand beside each other.
        ccy: the margin currency of margin orders.
        attachAlgoOrds: stop loss and take profit that wait for the order's fill.
        outcome: events only; what an event contract is bought or sold for.
        speedBump: events only.
        slippagePct: spot, margin only; how much worse a market order may get; 0.01 is one per cent.
        isElpTakerAccess: whether an IOC order takes those of the liquidity program.
        Costs: place 1; order_requests 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-place-order
        """
        found: DoneAnswer = await self.call(
            "place_order",
            DoneAnswer,
            "",
            {
                "instId": instId,
                "instIdCode": instIdCode,
                "tdMode": tdMode,
                "side": side,
                "ordType": ordType,
                "sz": sz,
                "px": px,
                "pxUsd": pxUsd,
                "pxVol": pxVol,
                "clOrdId": clOrdId,
                "posSide": posSide,
                "reduceOnly": reduceOnly,
                "tgtCcy": tgtCcy,
                "ccy": ccy,
                "banAmend": banAmend,
                "pxAmendType": pxAmendType,
                "tradeQuoteCcy": tradeQuoteCcy,
                "stpMode": stpMode,
                "tag": tag,
                "attachAlgoOrds": attachAlgoOrds,
                "outcome": outcome,
                "speedBump": speedBump,
                "slippagePct": slippagePct,
                "isElpTakerAccess": isElpTakerAccess,
            },
        )
        return found

    async def amend_order(
        self,
        *,
        instId: str,
        instIdCode: int | None = None,
        ordId: str | None = None,
        clOrdId: str | None = None,
        newSz: Decimal | None = None,
        newPx: Decimal | None = None,
        newPxUsd: Decimal | None = None,
        newPxVol: Decimal | None = None,
        cxlOnFail: bool | None = None,
        reqId: str | None = None,
        pxAmendType: str | None = None,
        speedBump: Literal["1"] | None = None,
        attachAlgoOrds: object | None = None,
    ) -> DoneAnswer:
        """Change an order.

        `POST /api/v5/trade/amend-order`

        speedBump: events only.
        Costs: amend 1; order_requests 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-amend-order
        """
        found: DoneAnswer = await self.call(
            "amend_order",
            DoneAnswer,
            "",
            {
                "instId": instId,
                "instIdCode": instIdCode,
                "ordId": ordId,
                "clOrdId": clOrdId,
                "newSz": newSz,
                "newPx": newPx,
                "newPxUsd": newPxUsd,
                "newPxVol": newPxVol,
                "cxlOnFail": cxlOnFail,
                "reqId": reqId,
                "pxAmendType": pxAmendType,
                "speedBump": speedBump,
                "attachAlgoOrds": attachAlgoOrds,
            },
        )
        return found

    async def cancel_single_order(
        self,
        *,
        instId: str,
        instIdCode: int | None = None,
        ordId: str | None = None,
        clOrdId: str | None = None,
    ) -> DoneAnswer:
        """Take back an order.

        `POST /api/v5/trade/cancel-order`

        Costs: cancel 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-cancel-order
        """
        found: DoneAnswer = await self.call(
            "cancel_single_order",
            DoneAnswer,
            "",
            {"instId": instId, "instIdCode": instIdCode, "ordId": ordId, "clOrdId": clOrdId},
        )
        return found

    async def place_algo_order(
        self,
        *,
        instId: str,
        tdMode: Literal["cash", "cross", "isolated", "spot_isolated"],
        side: Literal["buy", "sell"],
        ordType: Literal[
            "conditional", "oco", "trigger", "move_order_stop", "chase", "twap", "smart_iceberg"
        ],
        sz: Decimal | None = None,
        algoClOrdId: str | None = None,
        posSide: Literal["net", "long", "short"] | None = None,
        reduceOnly: bool | None = None,
        closeFraction: Literal["1"] | None = None,
        cxlOnClosePos: bool | None = None,
        tgtCcy: Literal["base_ccy", "quote_ccy"] | None = None,
        ccy: str | None = None,
        tag: str | None = None,
        triggerPx: Decimal | None = None,
        triggerPxType: Literal["last", "mark", "index"] | None = None,
        orderPx: Decimal | None = None,
        tpTriggerPx: Decimal | None = None,
        tpTriggerPxType: Literal["last", "mark", "index"] | None = None,
        tpOrdPx: Decimal | None = None,
        slTriggerPx: Decimal | None = None,
        slTriggerPxType: Literal["last", "mark", "index"] | None = None,
        slOrdPx: Decimal | None = None,
        callbackRatio: Decimal | None = None,
        callbackSpread: Decimal | None = None,
        activePx: Decimal | None = None,
        attachAlgoOrds: object | None = None,
        tradeQuoteCcy: str | None = None,
        tpOrdKind: Literal["condition", "limit"] | None = None,
        advanceOrdType: Literal["fok", "ioc"] | None = None,
        chaseType: Literal["distance", "ratio"] | None = None,
        chaseVal: Decimal | None = None,
        maxChaseType: Literal["distance", "ratio"] | None = None,
        maxChaseVal: Decimal | None = None,
        pxVar: Decimal | None = None,
        pxSpread: Decimal | None = None,
        szLimit: Decimal | None = None,
        pxLimit: Decimal | None = None,
        timeInterval: int | None = None,
        lmtOrderNumber: int | None = None,
        aggressiveness: str | None = None,
        triggerParams: object | None = None,
    ) -> DoneAnswer:
        """Send an order that waits for a price, trails it, or is one of a pair.

        `POST /api/v5/trade/order-algo`

        algoClOrdId: at most 32 letters and digits.
        closeFraction: the whole position is closed.
        orderPx: -1 is the market.
        tpOrdPx: -1 is the market.
        slOrdPx: -1 is the market.
        callbackRatio: 0.01 is one per cent.
        timeInterval: in seconds.
        Costs: all_calls 1; algo 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-post-place-algo-order
        """
        found: DoneAnswer = await self.call(
            "place_algo_order",
            DoneAnswer,
            "",
            {
                "instId": instId,
                "tdMode": tdMode,
                "side": side,
                "ordType": ordType,
                "sz": sz,
                "algoClOrdId": algoClOrdId,
                "posSide": posSide,
                "reduceOnly": reduceOnly,
                "closeFraction": closeFraction,
                "cxlOnClosePos": cxlOnClosePos,
                "tgtCcy": tgtCcy,
                "ccy": ccy,
                "tag": tag,
                "triggerPx": triggerPx,
                "triggerPxType": triggerPxType,
                "orderPx": orderPx,
                "tpTriggerPx": tpTriggerPx,
                "tpTriggerPxType": tpTriggerPxType,
                "tpOrdPx": tpOrdPx,
                "slTriggerPx": slTriggerPx,
                "slTriggerPxType": slTriggerPxType,
                "slOrdPx": slOrdPx,
                "callbackRatio": callbackRatio,
                "callbackSpread": callbackSpread,
                "activePx": activePx,
                "attachAlgoOrds": attachAlgoOrds,
                "tradeQuoteCcy": tradeQuoteCcy,
                "tpOrdKind": tpOrdKind,
                "advanceOrdType": advanceOrdType,
                "chaseType": chaseType,
                "chaseVal": chaseVal,
                "maxChaseType": maxChaseType,
                "maxChaseVal": maxChaseVal,
                "pxVar": pxVar,
                "pxSpread": pxSpread,
                "szLimit": szLimit,
                "pxLimit": pxLimit,
                "timeInterval": timeInterval,
                "lmtOrderNumber": lmtOrderNumber,
                "aggressiveness": aggressiveness,
                "triggerParams": triggerParams,
            },
        )
        return found

    async def amend_algo_order(
        self,
        *,
        instId: str,
        algoId: str | None = None,
        algoClOrdId: str | None = None,
        newSz: Decimal | None = None,
        newTriggerPx: Decimal | None = None,
        newTriggerPxType: Literal["last", "mark", "index"] | None = None,
        newOrdPx: Decimal | None = None,
        newTpTriggerPx: Decimal | None = None,
        newTpTriggerPxType: Literal["last", "mark", "index"] | None = None,
        newTpOrdPx: Decimal | None = None,
        newSlTriggerPx: Decimal | None = None,
        newSlTriggerPxType: Literal["last", "mark", "index"] | None = None,
        newSlOrdPx: Decimal | None = None,
        attachAlgoOrds: object | None = None,
        cxlOnFail: bool | None = None,
        reqId: str | None = None,
    ) -> DoneAnswer:
        """Change an order that waits for a price.

        `POST /api/v5/trade/amend-algos`

        newOrdPx: -1 is the market.
        Costs: all_calls 1; algo 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-post-amend-algo-order
        """
        found: DoneAnswer = await self.call(
            "amend_algo_order",
            DoneAnswer,
            "",
            {
                "instId": instId,
                "algoId": algoId,
                "algoClOrdId": algoClOrdId,
                "newSz": newSz,
                "newTriggerPx": newTriggerPx,
                "newTriggerPxType": newTriggerPxType,
                "newOrdPx": newOrdPx,
                "newTpTriggerPx": newTpTriggerPx,
                "newTpTriggerPxType": newTpTriggerPxType,
                "newTpOrdPx": newTpOrdPx,
                "newSlTriggerPx": newSlTriggerPx,
                "newSlTriggerPxType": newSlTriggerPxType,
                "newSlOrdPx": newSlOrdPx,
                "attachAlgoOrds": attachAlgoOrds,
                "cxlOnFail": cxlOnFail,
                "reqId": reqId,
            },
        )
        return found

    async def cancel_algo_order(
        self, *, instId: str, algoId: str | None = None, algoClOrdId: str | None = None
    ) -> DoneAnswer:
        """Take back an algo order.

        `POST /api/v5/trade/cancel-algos`

        Costs: all_calls 1; algo 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-post-cancel-algo-order
        """
        found: DoneAnswer = await self.call(
            "cancel_algo_order",
            DoneAnswer,
            "",
            {"instId": instId, "algoId": algoId, "algoClOrdId": algoClOrdId},
        )
        return found

    async def place_spread_order(
        self,
        *,
        sprdId: str,
        side: Literal["buy", "sell"],
        ordType: Literal["market", "limit", "post_only", "ioc"],
        sz: Decimal,
        px: Decimal | None = None,
        clOrdId: str | None = None,
        tag: str | None = None,
    ) -> DoneAnswer:
        """Send an order of a spread.

        spread: `POST /api/v5/sprd/order`

        clOrdId: at most 32 letters and digits.
        Costs: all_calls 1; spread_commands 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#spread-trading-rest-api-place-order
        """
        found: DoneAnswer = await self.call(
            "place_spread_order",
            DoneAnswer,
            "spread",
            {
                "sprdId": sprdId,
                "side": side,
                "ordType": ordType,
                "sz": sz,
                "px": px,
                "clOrdId": clOrdId,
                "tag": tag,
            },
        )
        return found

    async def amend_spread_order(
        self,
        *,
        ordId: str | None = None,
        clOrdId: str | None = None,
        newSz: Decimal | None = None,
        newPx: Decimal | None = None,
        reqId: str | None = None,
    ) -> DoneAnswer:
        """Change an order of a spread.

        spread: `POST /api/v5/sprd/amend-order`

        Costs: all_calls 1; spread_commands 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#spread-trading-rest-api-amend-order
        """
        found: DoneAnswer = await self.call(
            "amend_spread_order",
            DoneAnswer,
            "spread",
            {"ordId": ordId, "clOrdId": clOrdId, "newSz": newSz, "newPx": newPx, "reqId": reqId},
        )
        return found

    async def cancel_spread_order(
        self, *, ordId: str | None = None, clOrdId: str | None = None
    ) -> DoneAnswer:
        """Take back an order of a spread.

        spread: `POST /api/v5/sprd/cancel-order`

        Costs: all_calls 1; spread_commands 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#spread-trading-rest-api-cancel-order
        """
        found: DoneAnswer = await self.call(
            "cancel_spread_order", DoneAnswer, "spread", {"ordId": ordId, "clOrdId": clOrdId}
        )
        return found

    async def place_orders(self, *, orders: Sequence[object]) -> DoneAnswer:
        """Send up to twenty orders.

        `POST /api/v5/trade/batch-orders`

        Costs: batch (by its parameters); order_requests (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-place-multiple-orders
        """
        found: DoneAnswer = await self.call("place_orders", DoneAnswer, "", {"orders": orders})
        return found

    async def amend_orders(self, *, orders: Sequence[object]) -> DoneAnswer:
        """Change up to twenty orders.

        `POST /api/v5/trade/amend-batch-orders`

        Costs: batch (by its parameters); order_requests (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-amend-multiple-orders
        """
        found: DoneAnswer = await self.call("amend_orders", DoneAnswer, "", {"orders": orders})
        return found

    async def cancel_orders(self, *, orders: Sequence[object]) -> DoneAnswer:
        """Take back up to twenty orders.

        `POST /api/v5/trade/cancel-batch-orders`

        Costs: batch (by its parameters).
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-cancel-multiple-orders
        """
        found: DoneAnswer = await self.call("cancel_orders", DoneAnswer, "", {"orders": orders})
        return found

    async def mass_cancel(
        self, *, instFamily: str, instType: Literal["OPTION"] | None = None, lockInterval: int | None = None
    ) -> ResultAnswer:
        """Take back the market maker's orders of a family of options.

        option: `POST /api/v5/trade/mass-cancel`

        instType: "OPTION" where left out.
        Costs: all_calls 1; mass_cancel 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-post-mass-cancel-order
        """
        found: ResultAnswer = await self.call(
            "mass_cancel",
            ResultAnswer,
            "option",
            {"instType": instType, "instFamily": instFamily, "lockInterval": lockInterval},
        )
        return found

    async def cancel_spread_orders(self, *, sprdId: str | None = None) -> ResultAnswer:
        """Take back all orders of a spread.

        spread: `POST /api/v5/sprd/mass-cancel`

        Costs: all_calls 1; spread_mass_cancel 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#spread-trading-rest-api-cancel-all-orders
        """
        found: ResultAnswer = await self.call(
            "cancel_spread_orders", ResultAnswer, "spread", {"sprdId": sprdId}
        )
        return found

    async def cancel_advanced_algo_order(
        self, *, instId: str, algoId: str | None = None, algoClOrdId: str | None = None
    ) -> DoneAnswer:
        """Take back an iceberg, TWAP or trailing order, by the older address.

        `POST /api/v5/trade/cancel-advance-algos`

        Costs: all_calls 1; algo 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-post-cancel-algo-order
        """
        found: DoneAnswer = await self.call(
            "cancel_advanced_algo_order",
            DoneAnswer,
            "",
            {"instId": instId, "algoId": algoId, "algoClOrdId": algoClOrdId},
        )
        return found

    async def get_event_series(self, *, seriesId: str | None = None) -> GetEventSeriesResponse:
        """Series of events.

        `GET /api/v5/public/event-contract/series`

        Costs: all_calls 1; event_contracts 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#public-data-rest-api-get-series
        """
        found: GetEventSeriesResponse = await self.call(
            "get_event_series", GetEventSeriesResponse, "", {"seriesId": seriesId}
        )
        return found

    async def get_events(
        self,
        *,
        seriesId: str,
        eventId: str | None = None,
        eventState: Literal["preopen", "live", "settling", "expired"] | None = None,
        limit: int | None = None,
        before: int | None = None,
        after: int | None = None,
    ) -> GetEventsResponse:
        """Events of a series.

        `GET /api/v5/public/event-contract/events`

        limit: from 1 to 100.
        Costs: all_calls 1; event_contracts 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#public-data-rest-api-get-events
        """
        found: GetEventsResponse = await self.call(
            "get_events",
            GetEventsResponse,
            "",
            {
                "seriesId": seriesId,
                "eventId": eventId,
                "eventState": eventState,
                "limit": limit,
                "before": before,
                "after": after,
            },
        )
        return found

    async def get_event_markets(
        self,
        *,
        seriesId: str,
        eventId: str | None = None,
        instId: str | None = None,
        eventState: Literal["preopen", "live", "settling", "expired"] | None = None,
        limit: int | None = None,
        before: int | None = None,
        after: int | None = None,
    ) -> GetEventMarketsResponse:
        """Markets of the events of a series.

        `GET /api/v5/public/event-contract/markets`

        limit: from 1 to 100.
        Costs: all_calls 1; event_contracts 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#public-data-rest-api-get-markets
        """
        found: GetEventMarketsResponse = await self.call(
            "get_event_markets",
            GetEventMarketsResponse,
            "",
            {
                "seriesId": seriesId,
                "eventId": eventId,
                "instId": instId,
                "eventState": eventState,
                "limit": limit,
                "before": before,
                "after": after,
            },
        )
        return found

    async def get_instruments(
        self,
        *,
        inst_type: Literal["SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"],
        series_id: str | None = None,
        inst_family: str | None = None,
        inst_id: str | None = None,
    ) -> GetInstrumentsResponse:
        """Instruments of one kind.

        `GET /api/v5/public/instruments`

        series_id: wanted for event contracts.
        inst_family: wanted for options.
        Costs: all_calls 1; instruments 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#public-data-rest-api-get-instruments
        """
        found: GetInstrumentsResponse = await self.call(
            "get_instruments",
            GetInstrumentsResponse,
            "",
            {"inst_type": inst_type, "series_id": series_id, "inst_family": inst_family, "inst_id": inst_id},
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
        self,
        *,
        inst_id: str,
        type: Literal["1", "2"] | None = None,
        after: int | None = None,
        until_ms: int | None = None,
        since_ms: int | None = None,
        before: int | None = None,
        limit: int | None = None,
    ) -> GetHistoryTradesResponse:
        """Trades of the last three months.

        `GET /api/v5/market/history-trades`

        type: whether after is a number or a time; 1 where left out.
        after: trades before the one with this number.
        until_ms: UNIX milliseconds; trades before this time.
        since_ms: UNIX milliseconds.
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
            {
                "inst_id": inst_id,
                "type": type,
                "after": after,
                "until_ms": until_ms,
                "since_ms": since_ms,
                "before": before,
                "limit": limit,
            },
        )
        return found

    def iter_get_history_trades(
        self,
        *,
        inst_id: str,
        type: Literal["1", "2"] | None = None,
        after: int | None = None,
        until_ms: int | None = None,
        since_ms: int | None = None,
        before: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[TradeRow, None]:
        """Every row of `get_history_trades`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_history_trades",
            GetHistoryTradesResponse,
            "",
            {
                "inst_id": inst_id,
                "type": type,
                "after": after,
                "until_ms": until_ms,
                "since_ms": since_ms,
                "before": before,
                "limit": limit,
            },
            progress,
        )

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

    async def get_order(
        self, *, instId: str, ordId: str | None = None, clOrdId: str | None = None
    ) -> GetOrderResponse:
        """One order.

        `GET /api/v5/trade/order`

        Costs: all_calls 1; order_details 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-details
        """
        found: GetOrderResponse = await self.call(
            "get_order", GetOrderResponse, "", {"instId": instId, "ordId": ordId, "clOrdId": clOrdId}
        )
        return found

    async def get_open_orders(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        instFamily: str | None = None,
        instId: str | None = None,
        ordType: str | None = None,
        state: str | None = None,
        after: int | None = None,
        before: int | None = None,
        limit: int | None = None,
    ) -> GetOpenOrdersResponse:
        """Orders that are open.

        `GET /api/v5/trade/orders-pending`

        limit: from 1 to 100.
        Costs: all_calls 1; open_orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-list
        """
        found: GetOpenOrdersResponse = await self.call(
            "get_open_orders",
            GetOpenOrdersResponse,
            product,
            {
                "instFamily": instFamily,
                "instId": instId,
                "ordType": ordType,
                "state": state,
                "after": after,
                "before": before,
                "limit": limit,
            },
        )
        return found

    def iter_get_open_orders(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        instFamily: str | None = None,
        instId: str | None = None,
        ordType: str | None = None,
        state: str | None = None,
        after: int | None = None,
        before: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[OrderRow, None]:
        """Every row of `get_open_orders`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_open_orders",
            GetOpenOrdersResponse,
            product,
            {
                "instFamily": instFamily,
                "instId": instId,
                "ordType": ordType,
                "state": state,
                "after": after,
                "before": before,
                "limit": limit,
            },
            progress,
        )

    async def get_orders_history(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        instFamily: str | None = None,
        instId: str | None = None,
        ordId: str | None = None,
        ordType: str | None = None,
        state: str | None = None,
        category: str | None = None,
        after: int | None = None,
        before: int | None = None,
        begin_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
    ) -> GetOrdersHistoryResponse:
        """Orders of the last seven days that are done.

        `GET /api/v5/trade/orders-history`

        begin_ms: UNIX milliseconds.
        end_ms: UNIX milliseconds.
        limit: from 1 to 100.
        Costs: all_calls 1; orders_history 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-history-last-7-days
        """
        found: GetOrdersHistoryResponse = await self.call(
            "get_orders_history",
            GetOrdersHistoryResponse,
            product,
            {
                "instFamily": instFamily,
                "instId": instId,
                "ordId": ordId,
                "ordType": ordType,
                "state": state,
                "category": category,
                "after": after,
                "before": before,
                "begin_ms": begin_ms,
                "end_ms": end_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_orders_history(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        instFamily: str | None = None,
        instId: str | None = None,
        ordId: str | None = None,
        ordType: str | None = None,
        state: str | None = None,
        category: str | None = None,
        after: int | None = None,
        before: int | None = None,
        begin_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[OrderRow, None]:
        """Every row of `get_orders_history`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_orders_history",
            GetOrdersHistoryResponse,
            product,
            {
                "instFamily": instFamily,
                "instId": instId,
                "ordId": ordId,
                "ordType": ordType,
                "state": state,
                "category": category,
                "after": after,
                "before": before,
                "begin_ms": begin_ms,
                "end_ms": end_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_algo_order(
        self, *, algoId: str | None = None, algoClOrdId: str | None = None
    ) -> GetAlgoOrderResponse:
        """One algo order.

        `GET /api/v5/trade/order-algo`

        Costs: all_calls 1; algo_orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-get-algo-order-details
        """
        found: GetAlgoOrderResponse = await self.call(
            "get_algo_order", GetAlgoOrderResponse, "", {"algoId": algoId, "algoClOrdId": algoClOrdId}
        )
        return found

    async def get_open_algo_orders(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        ordType: str,
        algoId: str | None = None,
        instId: str | None = None,
        after: int | None = None,
        before: int | None = None,
        limit: int | None = None,
    ) -> GetOpenAlgoOrdersResponse:
        """Algo orders that are open.

        `GET /api/v5/trade/orders-algo-pending`

        ordType: conditional and oco may be asked for together.
        limit: from 1 to 100.
        Costs: all_calls 1; algo_orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-get-algo-order-list
        """
        found: GetOpenAlgoOrdersResponse = await self.call(
            "get_open_algo_orders",
            GetOpenAlgoOrdersResponse,
            product,
            {
                "ordType": ordType,
                "algoId": algoId,
                "instId": instId,
                "after": after,
                "before": before,
                "limit": limit,
            },
        )
        return found

    def iter_get_open_algo_orders(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        ordType: str,
        algoId: str | None = None,
        instId: str | None = None,
        after: int | None = None,
        before: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[AlgoRow, None]:
        """Every row of `get_open_algo_orders`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_open_algo_orders",
            GetOpenAlgoOrdersResponse,
            product,
            {
                "ordType": ordType,
                "algoId": algoId,
                "instId": instId,
                "after": after,
                "before": before,
                "limit": limit,
            },
            progress,
        )

    async def get_algo_orders_history(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        ordType: str,
        state: Literal["effective", "canceled", "order_failed"] | None = None,
        algoId: str | None = None,
        instId: str | None = None,
        after: int | None = None,
        before: int | None = None,
        limit: int | None = None,
    ) -> GetAlgoOrdersHistoryResponse:
        """Algo orders of the last three months that are done.

        `GET /api/v5/trade/orders-algo-history`

        ordType: conditional and oco may be asked for together.
        state: either the state or the order is asked for.
        limit: from 1 to 100.
        Costs: all_calls 1; algo_orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-get-algo-order-history
        """
        found: GetAlgoOrdersHistoryResponse = await self.call(
            "get_algo_orders_history",
            GetAlgoOrdersHistoryResponse,
            product,
            {
                "ordType": ordType,
                "state": state,
                "algoId": algoId,
                "instId": instId,
                "after": after,
                "before": before,
                "limit": limit,
            },
        )
        return found

    def iter_get_algo_orders_history(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        ordType: str,
        state: Literal["effective", "canceled", "order_failed"] | None = None,
        algoId: str | None = None,
        instId: str | None = None,
        after: int | None = None,
        before: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[AlgoRow, None]:
        """Every row of `get_algo_orders_history`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_algo_orders_history",
            GetAlgoOrdersHistoryResponse,
            product,
            {
                "ordType": ordType,
                "state": state,
                "algoId": algoId,
                "instId": instId,
                "after": after,
                "before": before,
                "limit": limit,
            },
            progress,
        )

    async def get_fills(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        instFamily: str | None = None,
        instId: str | None = None,
        ordId: str | None = None,
        subType: str | None = None,
        after: int | None = None,
        before: int | None = None,
        begin_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
    ) -> FillRow | list[FillRow]:
        """Fills of the last three days.

        `GET /api/v5/trade/fills`

        begin_ms: UNIX milliseconds.
        end_ms: UNIX milliseconds.
        limit: from 1 to 100.
        Costs: all_calls 1; fills 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-transaction-details-last-3-days
        """
        found: FillRow | list[FillRow] = await self.call(
            "get_fills",
            FillRow | list[FillRow],
            product,
            {
                "instFamily": instFamily,
                "instId": instId,
                "ordId": ordId,
                "subType": subType,
                "after": after,
                "before": before,
                "begin_ms": begin_ms,
                "end_ms": end_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_fills(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        instFamily: str | None = None,
        instId: str | None = None,
        ordId: str | None = None,
        subType: str | None = None,
        after: int | None = None,
        before: int | None = None,
        begin_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[FillRow, None]:
        """Every row of `get_fills`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_fills",
            FillRow | list[FillRow],
            product,
            {
                "instFamily": instFamily,
                "instId": instId,
                "ordId": ordId,
                "subType": subType,
                "after": after,
                "before": before,
                "begin_ms": begin_ms,
                "end_ms": end_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_fills_history(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        instFamily: str | None = None,
        instId: str | None = None,
        ordId: str | None = None,
        subType: str | None = None,
        after: int | None = None,
        before: int | None = None,
        begin_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
    ) -> FillRow | list[FillRow]:
        """Fills of the last three months.

        `GET /api/v5/trade/fills-history`

        begin_ms: UNIX milliseconds.
        end_ms: UNIX milliseconds.
        limit: from 1 to 100.
        Costs: all_calls 1; fills_history 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-transaction-details-last-3-months
        """
        found: FillRow | list[FillRow] = await self.call(
            "get_fills_history",
            FillRow | list[FillRow],
            product,
            {
                "instFamily": instFamily,
                "instId": instId,
                "ordId": ordId,
                "subType": subType,
                "after": after,
                "before": before,
                "begin_ms": begin_ms,
                "end_ms": end_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_fills_history(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        instFamily: str | None = None,
        instId: str | None = None,
        ordId: str | None = None,
        subType: str | None = None,
        after: int | None = None,
        before: int | None = None,
        begin_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[FillRow, None]:
        """Every row of `get_fills_history`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_fills_history",
            FillRow | list[FillRow],
            product,
            {
                "instFamily": instFamily,
                "instId": instId,
                "ordId": ordId,
                "subType": subType,
                "after": after,
                "before": before,
                "begin_ms": begin_ms,
                "end_ms": end_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_spread_order(
        self, *, ordId: str | None = None, clOrdId: str | None = None
    ) -> GetSpreadOrderResponse:
        """One order of a spread.

        spread: `GET /api/v5/sprd/order`

        Costs: all_calls 1; spread_orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-order-details
        """
        found: GetSpreadOrderResponse = await self.call(
            "get_spread_order", GetSpreadOrderResponse, "spread", {"ordId": ordId, "clOrdId": clOrdId}
        )
        return found

    async def get_open_spread_orders(
        self,
        *,
        sprdId: str | None = None,
        ordType: str | None = None,
        state: str | None = None,
        beginId: int | None = None,
        endId: int | None = None,
        limit: int | None = None,
    ) -> GetOpenSpreadOrdersResponse:
        """Orders of spreads that are open.

        spread: `GET /api/v5/sprd/orders-pending`

        limit: from 1 to 100.
        Costs: all_calls 1; spread_open_orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-active-orders
        """
        found: GetOpenSpreadOrdersResponse = await self.call(
            "get_open_spread_orders",
            GetOpenSpreadOrdersResponse,
            "spread",
            {
                "sprdId": sprdId,
                "ordType": ordType,
                "state": state,
                "beginId": beginId,
                "endId": endId,
                "limit": limit,
            },
        )
        return found

    def iter_get_open_spread_orders(
        self,
        *,
        sprdId: str | None = None,
        ordType: str | None = None,
        state: str | None = None,
        beginId: int | None = None,
        endId: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[SpreadOrderRow, None]:
        """Every row of `get_open_spread_orders`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_open_spread_orders",
            GetOpenSpreadOrdersResponse,
            "spread",
            {
                "sprdId": sprdId,
                "ordType": ordType,
                "state": state,
                "beginId": beginId,
                "endId": endId,
                "limit": limit,
            },
            progress,
        )

    async def get_spread_orders_history(
        self,
        *,
        sprdId: str | None = None,
        ordType: str | None = None,
        state: str | None = None,
        beginId: int | None = None,
        endId: int | None = None,
        begin_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
    ) -> GetSpreadOrdersHistoryResponse:
        """Orders of spreads of the last 21 days that are done.

        spread: `GET /api/v5/sprd/orders-history`

        begin_ms: UNIX milliseconds.
        end_ms: UNIX milliseconds.
        limit: from 1 to 100.
        Costs: all_calls 1; spread_orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-orders-last-21-days
        """
        found: GetSpreadOrdersHistoryResponse = await self.call(
            "get_spread_orders_history",
            GetSpreadOrdersHistoryResponse,
            "spread",
            {
                "sprdId": sprdId,
                "ordType": ordType,
                "state": state,
                "beginId": beginId,
                "endId": endId,
                "begin_ms": begin_ms,
                "end_ms": end_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_spread_orders_history(
        self,
        *,
        sprdId: str | None = None,
        ordType: str | None = None,
        state: str | None = None,
        beginId: int | None = None,
        endId: int | None = None,
        begin_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[SpreadOrderRow, None]:
        """Every row of `get_spread_orders_history`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_spread_orders_history",
            GetSpreadOrdersHistoryResponse,
            "spread",
            {
                "sprdId": sprdId,
                "ordType": ordType,
                "state": state,
                "beginId": beginId,
                "endId": endId,
                "begin_ms": begin_ms,
                "end_ms": end_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_spread_trades(
        self,
        *,
        sprdId: str | None = None,
        tradeId: str | None = None,
        ordId: str | None = None,
        beginId: int | None = None,
        endId: int | None = None,
        begin_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
    ) -> GetSpreadTradesResponse:
        """Fills of orders of spreads of the last seven days.

        spread: `GET /api/v5/sprd/trades`

        begin_ms: UNIX milliseconds.
        end_ms: UNIX milliseconds.
        limit: from 1 to 100.
        Costs: all_calls 1; spread_orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-trades-last-7-days
        """
        found: GetSpreadTradesResponse = await self.call(
            "get_spread_trades",
            GetSpreadTradesResponse,
            "spread",
            {
                "sprdId": sprdId,
                "tradeId": tradeId,
                "ordId": ordId,
                "beginId": beginId,
                "endId": endId,
                "begin_ms": begin_ms,
                "end_ms": end_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_spread_trades(
        self,
        *,
        sprdId: str | None = None,
        tradeId: str | None = None,
        ordId: str | None = None,
        beginId: int | None = None,
        endId: int | None = None,
        begin_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[GetSpreadTradesRow, None]:
        """Every row of `get_spread_trades`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_spread_trades",
            GetSpreadTradesResponse,
            "spread",
            {
                "sprdId": sprdId,
                "tradeId": tradeId,
                "ordId": ordId,
                "beginId": beginId,
                "endId": endId,
                "begin_ms": begin_ms,
                "end_ms": end_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_orders_archive(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        instFamily: str | None = None,
        instId: str | None = None,
        ordId: str | None = None,
        ordType: str | None = None,
        state: str | None = None,
        category: str | None = None,
        after: int | None = None,
        before: int | None = None,
        begin_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
    ) -> GetOrdersArchiveResponse:
        """Orders of the last three months that are done.

        `GET /api/v5/trade/orders-history-archive`

        begin_ms: UNIX milliseconds.
        end_ms: UNIX milliseconds.
        limit: from 1 to 100.
        Costs: all_calls 1; orders_archive 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#order-book-trading-trade-get-order-history-last-3-months
        """
        found: GetOrdersArchiveResponse = await self.call(
            "get_orders_archive",
            GetOrdersArchiveResponse,
            product,
            {
                "instFamily": instFamily,
                "instId": instId,
                "ordId": ordId,
                "ordType": ordType,
                "state": state,
                "category": category,
                "after": after,
                "before": before,
                "begin_ms": begin_ms,
                "end_ms": end_ms,
                "limit": limit,
            },
        )
        return found

    def iter_get_orders_archive(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        instFamily: str | None = None,
        instId: str | None = None,
        ordId: str | None = None,
        ordType: str | None = None,
        state: str | None = None,
        category: str | None = None,
        after: int | None = None,
        before: int | None = None,
        begin_ms: int | None = None,
        end_ms: int | None = None,
        limit: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[OrderRow, None]:
        """Every row of `get_orders_archive`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_orders_archive",
            GetOrdersArchiveResponse,
            product,
            {
                "instFamily": instFamily,
                "instId": instId,
                "ordId": ordId,
                "ordType": ordType,
                "state": state,
                "category": category,
                "after": after,
                "before": before,
                "begin_ms": begin_ms,
                "end_ms": end_ms,
                "limit": limit,
            },
            progress,
        )

    async def get_mark_price(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        inst_family: str | None = None,
        inst_id: str | None = None,
    ) -> GetMarkPriceResponse:
        """Mark prices of one kind of instruments.

        `GET /api/v5/public/mark-price`

        Costs: all_calls 1; mark_price 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#public-data-rest-api-get-mark-price
        """
        found: GetMarkPriceResponse = await self.call(
            "get_mark_price", GetMarkPriceResponse, product, {"inst_family": inst_family, "inst_id": inst_id}
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

        `GET /api/v5/public/funding-rate-history`

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
            "",
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
    ) -> AsyncGenerator[GetFundingRateHistoryRow, None]:
        """Every row of `get_funding_rate_history`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_funding_rate_history",
            GetFundingRateHistoryResponse,
            "",
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

    async def get_position_tiers(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"],
        tdMode: Literal["cross", "isolated"],
        instFamily: str | None = None,
        instId: str | None = None,
        ccy: str | None = None,
        tier: str | None = None,
    ) -> GetPositionTiersResponse:
        """Sizes that a leverage allows.

        `GET /api/v5/public/position-tiers`

        Costs: all_calls 1; position_tiers 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#public-data-rest-api-get-position-tiers
        """
        found: GetPositionTiersResponse = await self.call(
            "get_position_tiers",
            GetPositionTiersResponse,
            product,
            {"tdMode": tdMode, "instFamily": instFamily, "instId": instId, "ccy": ccy, "tier": tier},
        )
        return found

    async def get_spreads(
        self,
        *,
        baseCcy: str | None = None,
        instId: str | None = None,
        sprdId: str | None = None,
        state: Literal["live", "suspend", "expired"] | None = None,
    ) -> GetSpreadsResponse:
        """Spreads.

        spread: `GET /api/v5/sprd/spreads`

        instId: an instrument that is a leg.
        Costs: all_calls 1; spreads 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.okx.com/docs-v5/en/#spread-trading-rest-api-get-spreads-public
        """
        found: GetSpreadsResponse = await self.call(
            "get_spreads",
            GetSpreadsResponse,
            "spread",
            {"baseCcy": baseCcy, "instId": instId, "sprdId": sprdId, "state": state},
        )
        return found


class Streams(BaseStreams):
    """Streams of OKX, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def candles(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events"],
        instId: str,
        interval: Interval,
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

    def event_markets(
        self, *, instType: Literal["EVENTS"] | None = None
    ) -> AsyncGenerator[EventMarkets, None]:
        """Markets of events whose state or strike changed.

        instType: "EVENTS" where left out.
        Gives: OkxEventMarket. https://www.okx.com/docs-v5/en/#public-data-websocket-event-contract-markets-channel
        """
        return self.open("event_markets", EventMarkets, "events", {"instType": instType})

    def instruments(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events"]
    ) -> AsyncGenerator[Instruments, None]:
        """Instruments of one kind that were listed or changed.

        Gives: CurrencyPair, CryptoPerpetual, CryptoFuture, CryptoOption, BinaryOption, InstrumentStatus. https://www.okx.com/docs-v5/en/#public-data-websocket-instruments-channel
        """
        return self.open("instruments", Instruments, product, {})

    def trades(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events"], instId: str
    ) -> AsyncGenerator[Trades, None]:
        """Trades, joined where one taker order met several at a price.

        Gives: TradeTick. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-trades-channel
        """
        return self.open("trades", Trades, product, {"instId": instId})

    def books(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events"], instId: str
    ) -> AsyncGenerator[Books, None]:
        """The book of 400 levels, one image and then its changes.

        Gives: OrderBookDeltas. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel
        """
        return self.open("books", Books, product, {"instId": instId})

    def books5(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events"], instId: str
    ) -> AsyncGenerator[Books5, None]:
        """The best five levels, whole every time.

        Gives: OrderBookDeltas, OrderBookDepth10. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel
        """
        return self.open("books5", Books5, product, {"instId": instId})

    def bbo(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events"], instId: str
    ) -> AsyncGenerator[Bbo, None]:
        """The best bid and offer, every ten milliseconds where it changed.

        Gives: QuoteTick. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel
        """
        return self.open("bbo", Bbo, product, {"instId": instId})

    def tickers(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events"], instId: str
    ) -> AsyncGenerator[Tickers, None]:
        """The newest trade, the best bid and offer, and the last 24 hours.

        Gives: QuoteTick, OkxTicker. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-tickers-channel
        """
        return self.open("tickers", Tickers, product, {"instId": instId})

    def all_trades(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events"], instId: str
    ) -> AsyncGenerator[AllTrades, None]:
        """Trades, one by one.

        Gives: TradeTick. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-all-trades-channel
        """
        return self.open("all_trades", AllTrades, product, {"instId": instId})

    def books_l2(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option"], instId: str
    ) -> AsyncGenerator[BooksL2, None]:
        """The book of 400 levels, every ten milliseconds.

        Gives: OrderBookDeltas. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel
        """
        return self.open("books_l2", BooksL2, product, {"instId": instId})

    def books50_l2(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option"], instId: str
    ) -> AsyncGenerator[Books50L2, None]:
        """The book of 50 levels, every ten milliseconds.

        Gives: OrderBookDeltas. https://www.okx.com/docs-v5/en/#order-book-trading-market-data-ws-order-book-channel
        """
        return self.open("books50_l2", Books50L2, product, {"instId": instId})

    def liquidations(
        self, *, product: Literal["margin", "swap", "futures", "option"]
    ) -> AsyncGenerator[Liquidations, None]:
        """Liquidations, at most one a second of a contract.

        Gives: OkxLiquidation. https://www.okx.com/docs-v5/en/#public-data-websocket-liquidation-orders-channel
        """
        return self.open("liquidations", Liquidations, product, {})

    def mark_price(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events"], instId: str
    ) -> AsyncGenerator[MarkPrice, None]:
        """Mark price.

        Gives: MarkPriceUpdate. https://www.okx.com/docs-v5/en/#public-data-websocket-mark-price-channel
        """
        return self.open("mark_price", MarkPrice, product, {"instId": instId})

    def index_tickers(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events"], instId: str
    ) -> AsyncGenerator[IndexTickers, None]:
        """Index price.

        Gives: IndexPriceUpdate. https://www.okx.com/docs-v5/en/#public-data-websocket-index-tickers-channel
        """
        return self.open("index_tickers", IndexTickers, product, {"instId": instId})

    def funding_rate(
        self, *, product: Literal["swap", "futures"], instId: str
    ) -> AsyncGenerator[FundingRate, None]:
        """Funding rate.

        Gives: FundingRateUpdate. https://www.okx.com/docs-v5/en/#public-data-websocket-funding-rate-channel
        """
        return self.open("funding_rate", FundingRate, product, {"instId": instId})

    def option_summary(self, *, instFamily: str) -> AsyncGenerator[OptionSummary, None]:
        """Greeks of a family of options.

        Gives: OptionGreeks, OkxForwardPrice. https://www.okx.com/docs-v5/en/#public-data-websocket-option-summary-channel
        """
        return self.open("option_summary", OptionSummary, "option", {"instFamily": instFamily})

    def price_limit(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events"], instId: str
    ) -> AsyncGenerator[PriceLimit, None]:
        """Between which prices orders are taken.

        Gives: OkxPriceLimit. https://www.okx.com/docs-v5/en/#public-data-websocket-price-limit-channel
        """
        return self.open("price_limit", PriceLimit, product, {"instId": instId})

    def estimated_price(
        self,
        *,
        product: Literal["swap", "futures", "option"],
        instFamily: str | None = None,
        instId: str | None = None,
    ) -> AsyncGenerator[EstimatedPrice, None]:
        """The price that contracts would be delivered or settled at.

        Gives: OkxEstimatedPrice. https://www.okx.com/docs-v5/en/#public-data-websocket-estimated-delivery-exercise-settlement-price-channel
        """
        return self.open(
            "estimated_price", EstimatedPrice, product, {"instFamily": instFamily, "instId": instId}
        )

    def open_interest(
        self, *, product: Literal["swap", "futures", "option"], instId: str
    ) -> AsyncGenerator[OpenInterest, None]:
        """Open interest.

        Gives: OkxOpenInterest. https://www.okx.com/docs-v5/en/#public-data-websocket-open-interest-channel
        """
        return self.open("open_interest", OpenInterest, product, {"instId": instId})

    def status(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"]
    ) -> AsyncGenerator[Status, None]:
        """Maintenance of the venue.

        Gives: OkxStatus. https://www.okx.com/docs-v5/en/#status-ws-status-channel
        """
        return self.open("status", Status, product, {})

    def orders(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events"],
        instType: Literal["ANY", "SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"] | None = None,
    ) -> AsyncGenerator[Orders, None]:
        """Plain orders and their fills.

        instType: "ANY" where left out.
        Gives: OrderStatusReport, FillReport. https://www.okx.com/docs-v5/en/#order-book-trading-trade-ws-order-channel
        """
        return self.open("orders", Orders, product, {"instType": instType})

    def fills(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures", "option", "events"],
        instId: str | None = None,
    ) -> AsyncGenerator[Fills, None]:
        """Fills, sooner than orders tell them; for VIP accounts.

        Gives: FillReport. https://www.okx.com/docs-v5/en/#order-book-trading-trade-ws-fills-channel
        """
        return self.open("fills", Fills, product, {"instId": instId})

    def algo_orders(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures"],
        instType: Literal["ANY", "SPOT", "MARGIN", "SWAP", "FUTURES"] | None = None,
    ) -> AsyncGenerator[AlgoOrders, None]:
        """Triggered, paired and trailing orders.

        instType: "ANY" where left out.
        Gives: OrderStatusReport. https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-ws-algo-orders-channel
        """
        return self.open("algo_orders", AlgoOrders, product, {"instType": instType})

    def advanced_algo_orders(
        self,
        *,
        product: Literal["spot", "margin", "swap", "futures"],
        instType: Literal["ANY", "SPOT", "MARGIN", "SWAP", "FUTURES"] | None = None,
    ) -> AsyncGenerator[AdvancedAlgoOrders, None]:
        """Iceberg, TWAP, chasing and trailing orders.

        instType: "ANY" where left out.
        Gives: OrderStatusReport. https://www.okx.com/docs-v5/en/#order-book-trading-algo-trading-ws-advance-algo-orders-channel
        """
        return self.open("advanced_algo_orders", AdvancedAlgoOrders, product, {"instType": instType})

    def spread_orders(self, *, sprdId: str | None = None) -> AsyncGenerator[SpreadOrders, None]:
        """Orders of spreads and their fills.

        Gives: OrderStatusReport, FillReport. https://www.okx.com/docs-v5/en/#spread-trading-websocket-private-channel-order-channel
        """
        return self.open("spread_orders", SpreadOrders, "spread", {"sprdId": sprdId})

    def positions(
        self,
        *,
        product: Literal["margin", "swap", "futures", "option", "events"],
        instType: Literal["ANY", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"] | None = None,
    ) -> AsyncGenerator[Positions, None]:
        """Positions.

        instType: "ANY" where left out.
        Gives: PositionStatusReport. https://www.okx.com/docs-v5/en/#trading-account-websocket-positions-channel
        """
        return self.open("positions", Positions, product, {"instType": instType})

    def account(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"]
    ) -> AsyncGenerator[Account, None]:
        """Balances and margins of the account.

        Gives: AccountState. https://www.okx.com/docs-v5/en/#trading-account-websocket-account-channel
        """
        return self.open("account", Account, product, {})

    def balance_and_position(
        self, *, product: Literal["spot", "margin", "swap", "futures", "option", "events", "spread"]
    ) -> AsyncGenerator[BalanceAndPosition, None]:
        """Positions, and cash of the currencies that changed with them.

        Gives: OkxCash, PositionStatusReport. https://www.okx.com/docs-v5/en/#trading-account-websocket-balance-and-position-channel
        """
        return self.open("balance_and_position", BalanceAndPosition, product, {})

    def spread_quotes(self, *, sprdId: str) -> AsyncGenerator[SpreadQuotes, None]:
        """The best bid and offer of a spread.

        Gives: QuoteTick. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel
        """
        return self.open("spread_quotes", SpreadQuotes, "spread", {"sprdId": sprdId})

    def spread_books5(self, *, sprdId: str) -> AsyncGenerator[SpreadBooks5, None]:
        """The best five levels of a spread, whole every time.

        Gives: OrderBookDeltas, OrderBookDepth10. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel
        """
        return self.open("spread_books5", SpreadBooks5, "spread", {"sprdId": sprdId})

    def spread_books(self, *, sprdId: str) -> AsyncGenerator[SpreadBooks, None]:
        """The book of 400 levels of a spread, one image and then its changes.

        Gives: OrderBookDeltas. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-order-book-channel
        """
        return self.open("spread_books", SpreadBooks, "spread", {"sprdId": sprdId})

    def spread_trades(self, *, sprdId: str) -> AsyncGenerator[SpreadTrades, None]:
        """Trades of a spread.

        Gives: TradeTick. https://www.okx.com/docs-v5/en/#spread-trading-websocket-public-channel-public-trades-channel
        """
        return self.open("spread_trades", SpreadTrades, "spread", {"sprdId": sprdId})
