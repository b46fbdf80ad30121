"""The interface of the venue bitmex as it is: HTTP operations and streams. Generated from specs/bitmex; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from decimal import Decimal
from typing import Literal

from dragoman.requests.client import BaseClient, Progress
from dragoman.requests.streams import BaseStreams
from msgspec import Raw

from dragoman_venues.bitmex.account import MarginRow, PositionRow, WalletRow
from dragoman_venues.bitmex.bars import BinMessage, BinRow, BinSize
from dragoman_venues.bitmex.instruments import InstrumentRow
from dragoman_venues.bitmex.live_instruments import Instrument
from dragoman_venues.bitmex.market_data import (
    Book,
    Book25,
    BookRow,
    Funding,
    FundingRow,
    GetServerTimeResponse,
    Liquidation,
    Quote,
    QuoteRow,
    Settlement,
    TenLevels,
    Trade,
    TradeRow,
)
from dragoman_venues.bitmex.orders import CancelAllAfterResponse, ExecutionRow, OrderRow
from dragoman_venues.bitmex.private import Executions, Margins, Orders, Positions, Wallets
from dragoman_venues.bitmex.requests import Requests
from dragoman_venues.bitmex.translator import TABLES


class HttpClient(BaseClient):
    """HTTP operations of BitMEX, one method each, named as the specification does."""

    builder = Requests

    async def get_positions(
        self, *, filter: object | None = None, columns: Sequence[str] | None = None, count: int | None = None
    ) -> PositionRow | list[PositionRow]:
        """Positions of the account.

        `GET /position`

        filter: fields that the positions have to show, {"symbol": "XBTUSD"}.
        columns: the fields that are wanted; all where left out.
        count: from 1 to 500.
        Costs: account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Position/Position_get
        """
        found: PositionRow | list[PositionRow] = await self.call(
            "get_positions",
            PositionRow | list[PositionRow],
            "",
            {"filter": filter, "columns": columns, "count": count},
        )
        return found

    async def get_margins(self, *, currency: str | None = None) -> MarginRow | list[MarginRow]:
        """Margins of the account.

        `GET /user/margin`

        currency: "all" where left out; one currency, or all.
        Costs: account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/User/User_getMargin
        """
        found: MarginRow | list[MarginRow] = await self.call(
            "get_margins", MarginRow | list[MarginRow], "", {"currency": currency}
        )
        return found

    async def get_wallets(self, *, currency: str | None = None) -> WalletRow | list[WalletRow]:
        """Wallets of the account.

        `GET /user/wallet`

        currency: "all" where left out; one currency, or all.
        Costs: account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/User/User_getWallet
        """
        found: WalletRow | list[WalletRow] = await self.call(
            "get_wallets", WalletRow | list[WalletRow], "", {"currency": currency}
        )
        return found

    async def get_leverage(
        self, *, filter: object | None = None, columns: Sequence[str] | None = None, count: int | None = None
    ) -> PositionRow | list[PositionRow]:
        """Leverage and margin mode of the positions of the account.

        `GET /position`

        filter: fields that the positions have to show, {"symbol": "XBTUSD"}.
        columns: the fields that are wanted; all where left out.
        count: from 1 to 500.
        Costs: account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Position/Position_get
        """
        found: PositionRow | list[PositionRow] = await self.call(
            "get_leverage",
            PositionRow | list[PositionRow],
            "",
            {"filter": filter, "columns": columns, "count": count},
        )
        return found

    async def set_leverage(self, *, symbol: str, leverage: Decimal) -> PositionRow:
        """Set the leverage of a position, which is isolated then; 0 puts it on cross margin.

        `POST /position/leverage`

        leverage: 0.01 to 100, or 0 for cross margin.
        Costs: account 1; burst 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Position/Position_updateLeverage
        """
        found: PositionRow = await self.call(
            "set_leverage", PositionRow, "", {"symbol": symbol, "leverage": leverage}
        )
        return found

    async def set_position_mode(
        self, *, positionMode: Literal["MultiWay"] | None = None, targetAccountId: int | None = None
    ) -> Raw:
        """Hold a long and a short position of a contract apart, or one alone again.

        `POST /user/positionMode`

        positionMode: one position a contract where left out.
        Costs: account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://github.com/BitMEX/bitmex-cli
        """
        found: Raw = await self.call(
            "set_position_mode", Raw, "", {"positionMode": positionMode, "targetAccountId": targetAccountId}
        )
        return found

    async def isolate_margin(self, *, symbol: str, enabled: bool | None = None) -> PositionRow:
        """Put a position on isolated margin, or back on cross margin.

        `POST /position/isolate`

        enabled: isolated where left out.
        Costs: account 1; burst 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Position/Position_isolateMargin
        """
        found: PositionRow = await self.call(
            "isolate_margin", PositionRow, "", {"symbol": symbol, "enabled": enabled}
        )
        return found

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
        Costs: requests 1.
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

        Costs: requests 1.
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
        Costs: requests 1.
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

        Costs: requests 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Instrument/Instrument_getIndices
        """
        found: InstrumentRow | list[InstrumentRow] = await self.call(
            "get_indices", InstrumentRow | list[InstrumentRow], "index", {}
        )
        return found

    async def get_server_time(self) -> GetServerTimeResponse:
        """Name, version and time of the interface.

        `GET /`

        Costs: requests 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/v1
        """
        found: GetServerTimeResponse = await self.call("get_server_time", GetServerTimeResponse, "", {})
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
        Costs: requests 1.
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

    async def get_quotes(
        self,
        *,
        product: Literal["spot", "perpetual", "future", "futures_spread"],
        symbol: str,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
        start: int | None = None,
        reverse: bool | None = None,
    ) -> QuoteRow | list[QuoteRow]:
        """Best bids and offers of the past.

        spot: `GET /quote`
        perpetual: `GET /quote`
        future: `GET /quote`
        futures_spread: `GET /quote`

        count: from 1 to 1000; 100 where left out.
        start: from 0; the place of the first row.
        reverse: newest first.
        Costs: requests 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Quote/Quote_get
        """
        found: QuoteRow | list[QuoteRow] = await self.call(
            "get_quotes",
            QuoteRow | list[QuoteRow],
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

    def iter_get_quotes(
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
    ) -> AsyncGenerator[QuoteRow, None]:
        """Every row of `get_quotes`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_quotes",
            QuoteRow | list[QuoteRow],
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
        Costs: requests 1.
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
        Costs: requests 1.
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

    async def get_orders(
        self,
        *,
        symbol: str | None = None,
        filter: object | None = None,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
        reverse: bool | None = None,
    ) -> OrderRow | list[OrderRow]:
        """Orders, those that are over too.

        `GET /order`

        symbol: every instrument where left out.
        filter: fields that the orders have to show, {"open": true}.
        count: from 1 to 500; 100 where left out.
        reverse: newest first.
        Costs: account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Order/Order_getOrders
        """
        found: OrderRow | list[OrderRow] = await self.call(
            "get_orders",
            OrderRow | list[OrderRow],
            "",
            {
                "symbol": symbol,
                "filter": filter,
                "start_time": start_time,
                "end_time": end_time,
                "count": count,
                "reverse": reverse,
            },
        )
        return found

    def iter_get_orders(
        self,
        *,
        symbol: str | None = None,
        filter: object | None = None,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
        reverse: bool | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[OrderRow, None]:
        """Every row of `get_orders`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_orders",
            OrderRow | list[OrderRow],
            "",
            {
                "symbol": symbol,
                "filter": filter,
                "start_time": start_time,
                "end_time": end_time,
                "count": count,
                "reverse": reverse,
            },
            progress,
        )

    async def get_open_orders(
        self,
        *,
        symbol: str | None = None,
        filter: object | None = None,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
    ) -> OrderRow | list[OrderRow]:
        """Orders that are open.

        `GET /order`

        symbol: every instrument where left out.
        filter: {"open": True} where left out; fields that the orders have to show.
        count: from 1 to 500; 100 where left out.
        Costs: account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Order/Order_getOrders
        """
        found: OrderRow | list[OrderRow] = await self.call(
            "get_open_orders",
            OrderRow | list[OrderRow],
            "",
            {
                "symbol": symbol,
                "filter": filter,
                "start_time": start_time,
                "end_time": end_time,
                "count": count,
            },
        )
        return found

    def iter_get_open_orders(
        self,
        *,
        symbol: str | None = None,
        filter: object | None = None,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[OrderRow, None]:
        """Every row of `get_open_orders`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_open_orders",
            OrderRow | list[OrderRow],
            "",
            {
                "symbol": symbol,
                "filter": filter,
                "start_time": start_time,
                "end_time": end_time,
                "count": count,
            },
            progress,
        )

    async def get_order(self, *, symbol: str, filter: object) -> OrderRow | list[OrderRow]:
        """One order, by its id.

        `GET /order`

        filter: the id, {"clOrdID": "..."}.
        Costs: account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Order/Order_getOrders
        """
        found: OrderRow | list[OrderRow] = await self.call(
            "get_order", OrderRow | list[OrderRow], "", {"symbol": symbol, "filter": filter}
        )
        return found

    async def get_fills(
        self,
        *,
        symbol: str | None = None,
        filter: object | None = None,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
        start: int | None = None,
        reverse: bool | None = None,
    ) -> ExecutionRow | list[ExecutionRow]:
        """Fills of the account.

        `GET /execution/tradeHistory`

        symbol: every instrument where left out.
        filter: fields that the executions have to show, {"orderID": "..."}.
        count: from 1 to 500; 100 where left out.
        start: from 0; the place of the first row.
        reverse: newest first.
        Costs: account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Execution/Execution_getTradeHistory
        """
        found: ExecutionRow | list[ExecutionRow] = await self.call(
            "get_fills",
            ExecutionRow | list[ExecutionRow],
            "",
            {
                "symbol": symbol,
                "filter": filter,
                "start_time": start_time,
                "end_time": end_time,
                "count": count,
                "start": start,
                "reverse": reverse,
            },
        )
        return found

    def iter_get_fills(
        self,
        *,
        symbol: str | None = None,
        filter: object | None = None,
        start_time: str | None = None,
        end_time: str | None = None,
        count: int | None = None,
        start: int | None = None,
        reverse: bool | None = None,
        progress: Progress | None = None,
    ) -> AsyncGenerator[ExecutionRow, None]:
        """Every row of `get_fills`, page by page; `progress` is told rows so far and where it stands."""
        return self.pages(
            "get_fills",
            ExecutionRow | list[ExecutionRow],
            "",
            {
                "symbol": symbol,
                "filter": filter,
                "start_time": start_time,
                "end_time": end_time,
                "count": count,
                "start": start,
                "reverse": reverse,
            },
            progress,
        )

    async def new_order(
        self,
        *,
        symbol: str,
        side: Literal["Buy", "Sell"] | None = None,
        orderQty: Decimal | None = None,
        price: Decimal | None = None,
        displayQty: Decimal | None = None,
        stopPx: Decimal | None = None,
        clOrdID: str | None = None,
        clOrdLinkID: str | None = None,
        pegOffsetValue: Decimal | None = None,
        pegPriceType: (
            Literal["LastPeg", "MidPricePeg", "MarketPeg", "PrimaryPeg", "TrailingStopPeg"] | None
        ) = None,
        ordType: (
            Literal["Market", "Limit", "Stop", "StopLimit", "MarketIfTouched", "LimitIfTouched", "Pegged"]
            | None
        ) = None,
        timeInForce: Literal["Day", "GoodTillCancel", "ImmediateOrCancel", "FillOrKill"] | None = None,
        execInst: str | None = None,
        contingencyType: Literal["OneCancelsTheOther", "OneTriggersTheOther"] | None = None,
        strategy: Literal["OneWay", "Long", "Short"] | None = None,
        expiryTime: str | None = None,
        pool: str | None = None,
        text: str | None = None,
    ) -> OrderRow:
        """Send an order.

        `POST /order`

        orderQty: contracts; left out where the whole position is closed.
        displayQty: what the book shows; nothing with 0.
        clOrdID: at most 36 characters.
        clOrdLinkID: orders with the same link belong together.
        execInst: instructions parted by commas: ParticipateDoNotInitiate, ReduceOnly, Close, LastPrice, MarkPrice, IndexPrice, AllOrNone, Fixed.
        strategy: the position that is meant in hedge mode.
        expiryTime: when the venue no longer takes the request, to the millisecond.
        pool: the book that is meant: Primary, or another one that the account may use.
        text: a remark that comes back with the order.
        Costs: account 1; burst 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Order/Order_new
        """
        found: OrderRow = await self.call(
            "new_order",
            OrderRow,
            "",
            {
                "symbol": symbol,
                "side": side,
                "orderQty": orderQty,
                "price": price,
                "displayQty": displayQty,
                "stopPx": stopPx,
                "clOrdID": clOrdID,
                "clOrdLinkID": clOrdLinkID,
                "pegOffsetValue": pegOffsetValue,
                "pegPriceType": pegPriceType,
                "ordType": ordType,
                "timeInForce": timeInForce,
                "execInst": execInst,
                "contingencyType": contingencyType,
                "strategy": strategy,
                "expiryTime": expiryTime,
                "pool": pool,
                "text": text,
            },
        )
        return found

    async def amend_order(
        self,
        *,
        orderID: str | None = None,
        origClOrdID: str | None = None,
        clOrdID: str | None = None,
        orderQty: Decimal | None = None,
        leavesQty: Decimal | None = None,
        price: Decimal | None = None,
        stopPx: Decimal | None = None,
        pegOffsetValue: Decimal | None = None,
        text: str | None = None,
    ) -> OrderRow:
        """Change an order.

        `PUT /order`

        clOrdID: a new id, with origClOrdID.
        leavesQty: what is to remain open.
        Costs: account 1; burst 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Order/Order_amend
        """
        found: OrderRow = await self.call(
            "amend_order",
            OrderRow,
            "",
            {
                "orderID": orderID,
                "origClOrdID": origClOrdID,
                "clOrdID": clOrdID,
                "orderQty": orderQty,
                "leavesQty": leavesQty,
                "price": price,
                "stopPx": stopPx,
                "pegOffsetValue": pegOffsetValue,
                "text": text,
            },
        )
        return found

    async def cancel_orders(
        self,
        *,
        orderID: Sequence[str] | None = None,
        clOrdID: Sequence[str] | None = None,
        text: str | None = None,
    ) -> OrderRow | list[OrderRow]:
        """Withdraw orders by their ids.

        `DELETE /order`

        Costs: account 1; burst 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Order/Order_cancel
        """
        found: OrderRow | list[OrderRow] = await self.call(
            "cancel_orders",
            OrderRow | list[OrderRow],
            "",
            {"orderID": orderID, "clOrdID": clOrdID, "text": text},
        )
        return found

    async def cancel_all(
        self, *, symbol: str | None = None, filter: object | None = None, text: str | None = None
    ) -> OrderRow | list[OrderRow]:
        """Withdraw every order, of one instrument or of all.

        `DELETE /order/all`

        filter: fields that the orders have to show, {"side": "Buy"}.
        Costs: account 1; burst 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Order/Order_cancelAll
        """
        found: OrderRow | list[OrderRow] = await self.call(
            "cancel_all", OrderRow | list[OrderRow], "", {"symbol": symbol, "filter": filter, "text": text}
        )
        return found

    async def cancel_all_after(self, *, timeout: int) -> CancelAllAfterResponse:
        """Have all orders withdrawn unless this is called again in time.

        `POST /order/cancelAllAfter`

        timeout: from 0; milliseconds; 0 stops the clock.
        Costs: account 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://www.bitmex.com/api/explorer/#!/Order/Order_cancelAllAfter
        """
        found: CancelAllAfterResponse = await self.call(
            "cancel_all_after", CancelAllAfterResponse, "", {"timeout": timeout}
        )
        return found


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

    def ten_levels(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread"], symbol: str
    ) -> AsyncGenerator[TenLevels, None]:
        """The ten best levels at every change.

        Gives: OrderBookDepth10. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("ten_levels", TenLevels, product, {"symbol": symbol})

    def book_25(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread"], symbol: str
    ) -> AsyncGenerator[Book25, None]:
        """Changes of the best 25 levels, published now and then.

        Gives: OrderBookDeltas. https://www.bitmex.com/app/wsAPI#OrderBookL2
        """
        return self.open("book_25", Book25, product, {"symbol": symbol})

    def funding(self, *, symbol: str) -> AsyncGenerator[Funding, None]:
        """Funding when it is paid.

        Gives: FundingRateUpdate. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("funding", Funding, "perpetual", {"symbol": symbol})

    def settlement(
        self, *, product: Literal["future", "futures_spread"], symbol: str
    ) -> AsyncGenerator[Settlement, None]:
        """What contracts are settled at.

        Gives: InstrumentClose. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("settlement", Settlement, product, {"symbol": symbol})

    def liquidation(
        self, *, product: Literal["perpetual", "future"], symbol: str
    ) -> AsyncGenerator[Liquidation, None]:
        """Orders by which positions are liquidated.

        Gives: BitmexLiquidation. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("liquidation", Liquidation, product, {"symbol": symbol})

    def orders(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread", "index"]
    ) -> AsyncGenerator[Orders, None]:
        """Orders of the account.

        Gives: OrderStatusReport. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("orders", Orders, product, {})

    def executions(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread", "index"]
    ) -> AsyncGenerator[Executions, None]:
        """Executions of the account.

        Gives: FillReport. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("executions", Executions, product, {})

    def positions(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread", "index"]
    ) -> AsyncGenerator[Positions, None]:
        """Positions of the account.

        Gives: PositionStatusReport. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("positions", Positions, product, {})

    def margins(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread", "index"]
    ) -> AsyncGenerator[Margins, None]:
        """Margins of the account.

        Gives: AccountState. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("margins", Margins, product, {})

    def wallets(
        self, *, product: Literal["spot", "perpetual", "future", "futures_spread", "index"]
    ) -> AsyncGenerator[Wallets, None]:
        """Wallets of the account.

        Gives: its payload alone. https://www.bitmex.com/app/wsAPI#Subscriptions
        """
        return self.open("wallets", Wallets, product, {})
