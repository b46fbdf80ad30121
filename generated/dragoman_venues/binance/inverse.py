"""Events of the venue binance back to its payloads. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import At, Form, Inverse, Made, Replying, Source
from msgspec import Raw

from dragoman_venues.binance.bars import (
    INTERVAL_MEANS,
    ContinuousKline,
    IndexPriceKline,
    Kline,
    KlineRow,
    MarkPriceKline,
    PriceKlineRow,
    StreamKline,
    StreamPriceKline,
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
    SIDE_MEANS,
    AllForceOrders,
    Basis,
    ForceOrder,
    FundingInfo,
    FundingRate,
    GetOpenInterestResponse,
    IndexPrice,
    Liquidation,
    LongShortRatio,
    MarkPrice,
    OpenInterestStatistics,
    PremiumIndex,
)
from dragoman_venues.binance.instruments import (
    CONTRACT_STATUS_MEANS,
    Bracket,
    CoinmSymbol,
    ContractInfo,
    GetCoinmExchangeInfoResponse,
    GetSpotExchangeInfoResponse,
    GetUsdmExchangeInfoResponse,
    SpotSymbol,
    TradeFee,
    UsdmSymbol,
)
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
from dragoman_venues.binance.venue import (
    GetServerTimeResponse,
    ServerShutdown,
    StreamAcknowledged,
    StreamRefused,
)

INVERSE = Inverse(
    channels={
        "server_shutdown": Source(ServerShutdown),
        "kline": Source(
            Kline,
            (
                Made(
                    "Bar",
                    {
                        "interval": "kline.interval",
                        "open": "kline.open",
                        "high": "kline.high",
                        "low": "kline.low",
                        "close": "kline.close",
                        "volume": "kline.volume",
                        "ts_event": "kline.close_time_ms",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "BinanceBar",
                    {
                        "interval": "kline.interval",
                        "open": "kline.open",
                        "high": "kline.high",
                        "low": "kline.low",
                        "close": "kline.close",
                        "volume": "kline.volume",
                        "quote_volume": "kline.quote_volume",
                        "trades": "kline.trades",
                        "taker_buy_base_volume": "kline.taker_buy_base_volume",
                        "taker_buy_quote_volume": "kline.taker_buy_quote_volume",
                        "open_time": "kline.open_time_ms",
                        "ts_event": "kline.close_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            tries={"kline.is_closed": (True, False)},
        ),
        "continuous_kline": Source(
            ContinuousKline,
            (
                Made(
                    "BinanceContinuousBar",
                    {
                        "pair": "pair",
                        "contract_type": "contract_type",
                        "interval": "kline.interval",
                        "open": "kline.open",
                        "high": "kline.high",
                        "low": "kline.low",
                        "close": "kline.close",
                        "volume": "kline.volume",
                        "quote_volume": "kline.quote_volume",
                        "trades": "kline.trades",
                        "taker_buy_base_volume": "kline.taker_buy_base_volume",
                        "taker_buy_quote_volume": "kline.taker_buy_quote_volume",
                        "open_time": "kline.open_time_ms",
                        "ts_event": "kline.close_time_ms",
                    },
                ),
            ),
            tries={"kline.is_closed": (True, False)},
        ),
        "mark_price_kline": Source(
            MarkPriceKline,
            (
                Made(
                    "Bar",
                    {
                        "interval": "kline.interval",
                        "open": "kline.open",
                        "high": "kline.high",
                        "low": "kline.low",
                        "close": "kline.close",
                        "ts_event": "kline.close_time_ms",
                        "instrument": "kline.contract",
                    },
                    {"price_type": "MARK", "volume": 0},
                ),
            ),
            tries={"kline.is_closed": (True, False)},
        ),
        "index_price_kline": Source(
            IndexPriceKline,
            (
                Made(
                    "Bar",
                    {
                        "interval": "kline.interval",
                        "open": "kline.open",
                        "high": "kline.high",
                        "low": "kline.low",
                        "close": "kline.close",
                        "ts_event": "kline.close_time_ms",
                        "instrument": At("pair", ("suffix:_PERP",)),
                    },
                    {"price_type": "INDEX", "volume": 0},
                ),
            ),
            tries={"kline.is_closed": (True, False)},
        ),
        "depth": Source(
            Depth,
            (
                Made(
                    "OrderBookDeltas",
                    {
                        "bids": "bids",
                        "asks": "asks",
                        "sequence": "final_update_id",
                        "ts_event": "transaction_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "partial_depth": Source(
            PartialDepth,
            (
                Made(
                    "OrderBookDeltas",
                    {"bids": "bids", "asks": "asks", "sequence": "last_update_id"},
                    {"is_snapshot": True},
                ),
                Made("OrderBookDepth10", {"bids": "bids", "asks": "asks", "sequence": "last_update_id"}),
            ),
        ),
        "futures_partial_depth": Source(
            FuturesPartialDepth,
            (
                Made(
                    "OrderBookDeltas",
                    {
                        "bids": "bids",
                        "asks": "asks",
                        "sequence": "final_update_id",
                        "ts_event": "transaction_time_ms",
                        "instrument": "symbol",
                    },
                    {"is_snapshot": True},
                ),
                Made(
                    "OrderBookDepth10",
                    {
                        "bids": "bids",
                        "asks": "asks",
                        "sequence": "final_update_id",
                        "ts_event": "transaction_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "book_ticker": Source(
            BookTicker,
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_price": "bid_price",
                        "bid_size": "bid_qty",
                        "ask_price": "ask_price",
                        "ask_size": "ask_qty",
                        "ts_event": "transaction_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "all_book_tickers": Source(
            AllBookTickers,
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_price": "bid_price",
                        "bid_size": "bid_qty",
                        "ask_price": "ask_price",
                        "ask_size": "ask_qty",
                        "ts_event": "transaction_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "mark_price": Source(
            MarkPrice,
            (
                Made(
                    "MarkPriceUpdate",
                    {"value": "mark_price", "ts_event": "event_time_ms", "instrument": "symbol"},
                ),
                Made(
                    "IndexPriceUpdate",
                    {"value": "index_price", "ts_event": "event_time_ms", "instrument": "symbol"},
                ),
                Made(
                    "FundingRateUpdate",
                    {
                        "rate": "funding_rate",
                        "next_funding_ns": "next_funding_time_ms",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "BinanceFuturesMarkPriceUpdate",
                    {
                        "mark": "mark_price",
                        "index": "index_price",
                        "estimated_settle": "estimated_settle_price",
                        "funding_rate": "funding_rate",
                        "next_funding_ns": "next_funding_time_ms",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "all_mark_prices": Source(
            list[MarkPrice],
            (
                Made(
                    "MarkPriceUpdate",
                    {"value": "mark_price", "ts_event": "event_time_ms", "instrument": "symbol"},
                ),
                Made(
                    "IndexPriceUpdate",
                    {"value": "index_price", "ts_event": "event_time_ms", "instrument": "symbol"},
                ),
                Made(
                    "FundingRateUpdate",
                    {
                        "rate": "funding_rate",
                        "next_funding_ns": "next_funding_time_ms",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "BinanceFuturesMarkPriceUpdate",
                    {
                        "mark": "mark_price",
                        "index": "index_price",
                        "estimated_settle": "estimated_settle_price",
                        "funding_rate": "funding_rate",
                        "next_funding_ns": "next_funding_time_ms",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="$",
        ),
        "index_price": Source(
            IndexPrice,
            (
                Made(
                    "IndexPriceUpdate",
                    {
                        "value": "price",
                        "ts_event": "event_time_ms",
                        "instrument": At("pair", ("suffix:_PERP",)),
                    },
                ),
            ),
        ),
        "force_order": Source(
            ForceOrder,
            (
                Made(
                    "BinanceFuturesLiquidation",
                    {
                        "side": "order.side",
                        "order_type": "order.order_type",
                        "time_in_force": "order.time_in_force",
                        "original_qty": "order.original_qty",
                        "price": "order.price",
                        "average_price": "order.average_price",
                        "status": "order.status",
                        "last_filled_qty": "order.last_filled_qty",
                        "accumulated_qty": "order.accumulated_qty",
                        "ts_event": "order.trade_time_ms",
                        "instrument": "order.symbol",
                    },
                ),
            ),
        ),
        "all_force_orders": Source(
            AllForceOrders,
            (
                Made(
                    "BinanceFuturesLiquidation",
                    {
                        "side": "order.side",
                        "order_type": "order.order_type",
                        "time_in_force": "order.time_in_force",
                        "original_qty": "order.original_qty",
                        "price": "order.price",
                        "average_price": "order.average_price",
                        "status": "order.status",
                        "last_filled_qty": "order.last_filled_qty",
                        "accumulated_qty": "order.accumulated_qty",
                        "ts_event": "order.trade_time_ms",
                        "instrument": "order.symbol",
                    },
                ),
            ),
        ),
        "contract_info": Source(
            ContractInfo,
            (
                Made(
                    "InstrumentStatus",
                    {"action": "status", "ts_event": "event_time_ms", "instrument": "symbol"},
                ),
                Made(
                    "BinanceFuturesContractInfo",
                    {
                        "pair": "pair",
                        "contract_type": "contract_type",
                        "delivery_time": "delivery_time_ms",
                        "onboard_time": "onboard_time_ms",
                        "brackets": "brackets",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "ticker": Source(
            StreamTicker,
            (
                Made(
                    "BinanceTicker",
                    {
                        "price_change": "price_change",
                        "price_change_percent": "price_change_percent",
                        "weighted_avg_price": "weighted_avg_price",
                        "prev_close_price": "prev_close_price",
                        "last_price": "last_price",
                        "last_qty": "last_qty",
                        "bid_price": "bid_price",
                        "bid_qty": "bid_qty",
                        "ask_price": "ask_price",
                        "ask_qty": "ask_qty",
                        "open_price": "open_price",
                        "high_price": "high_price",
                        "low_price": "low_price",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "open_time": "open_time_ms",
                        "close_time": "close_time_ms",
                        "first_trade_id": "first_trade_id",
                        "last_trade_id": "last_trade_id",
                        "num_trades": "num_trades",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "futures_ticker": Source(
            StreamFuturesTicker,
            (
                Made(
                    "BinanceFuturesTicker",
                    {
                        "price_change": "price_change",
                        "price_change_percent": "price_change_percent",
                        "weighted_avg_price": "weighted_avg_price",
                        "last_price": "last_price",
                        "last_qty": "last_qty",
                        "open_price": "open_price",
                        "high_price": "high_price",
                        "low_price": "low_price",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "open_time": "open_time_ms",
                        "close_time": "close_time_ms",
                        "first_trade_id": "first_trade_id",
                        "last_trade_id": "last_trade_id",
                        "num_trades": "num_trades",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "all_tickers": Source(
            list[StreamFuturesTicker],
            (
                Made(
                    "BinanceFuturesTicker",
                    {
                        "price_change": "price_change",
                        "price_change_percent": "price_change_percent",
                        "weighted_avg_price": "weighted_avg_price",
                        "last_price": "last_price",
                        "last_qty": "last_qty",
                        "open_price": "open_price",
                        "high_price": "high_price",
                        "low_price": "low_price",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "open_time": "open_time_ms",
                        "close_time": "close_time_ms",
                        "first_trade_id": "first_trade_id",
                        "last_trade_id": "last_trade_id",
                        "num_trades": "num_trades",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="$",
        ),
        "mini_ticker": Source(
            StreamMiniTicker,
            (
                Made(
                    "BinanceMiniTicker",
                    {
                        "close_price": "close_price",
                        "open_price": "open_price",
                        "high_price": "high_price",
                        "low_price": "low_price",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "all_mini_tickers": Source(
            list[StreamMiniTicker],
            (
                Made(
                    "BinanceMiniTicker",
                    {
                        "close_price": "close_price",
                        "open_price": "open_price",
                        "high_price": "high_price",
                        "low_price": "low_price",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="$",
        ),
        "avg_price": Source(
            AvgPrice,
            (
                Made(
                    "BinanceAveragePrice",
                    {
                        "minutes": At("window", ("before:m",)),
                        "price": "price",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "window_ticker": Source(
            StreamWindowTicker,
            (
                Made(
                    "BinanceWindowTicker",
                    {
                        "price_change": "price_change",
                        "price_change_percent": "price_change_percent",
                        "weighted_avg_price": "weighted_avg_price",
                        "open_price": "open_price",
                        "high_price": "high_price",
                        "low_price": "low_price",
                        "last_price": "last_price",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "open_time": "open_time_ms",
                        "close_time": "close_time_ms",
                        "first_trade_id": "first_trade_id",
                        "last_trade_id": "last_trade_id",
                        "num_trades": "num_trades",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
        "all_window_tickers": Source(
            list[StreamWindowTicker],
            (
                Made(
                    "BinanceWindowTicker",
                    {
                        "price_change": "price_change",
                        "price_change_percent": "price_change_percent",
                        "weighted_avg_price": "weighted_avg_price",
                        "open_price": "open_price",
                        "high_price": "high_price",
                        "low_price": "low_price",
                        "last_price": "last_price",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "open_time": "open_time_ms",
                        "close_time": "close_time_ms",
                        "first_trade_id": "first_trade_id",
                        "last_trade_id": "last_trade_id",
                        "num_trades": "num_trades",
                        "ts_event": "event_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="$",
        ),
        "reference_price": Source(
            ReferencePrice,
            (
                Made(
                    "BinanceReferencePrice",
                    {"price": "reference_price", "ts_event": "timestamp_ms", "instrument": "symbol"},
                ),
            ),
        ),
        "trade": Source(
            Trade,
            (
                Made(
                    "TradeTick",
                    {
                        "price": "price",
                        "size": "quantity",
                        "trade_id": "trade_id",
                        "ts_event": "trade_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            tries={"buyer_is_maker": (True, False)},
        ),
        "futures_trade": Source(
            FuturesTrade,
            (
                Made(
                    "TradeTick",
                    {
                        "price": "price",
                        "size": "quantity",
                        "trade_id": "trade_id",
                        "ts_event": "trade_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            tries={"origin": (None, "NA", ""), "buyer_is_maker": (True, False)},
        ),
        "agg_trade": Source(
            AggTrade,
            (
                Made(
                    "TradeTick",
                    {
                        "price": "price",
                        "size": "quantity",
                        "trade_id": "aggregate_id",
                        "ts_event": "trade_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            tries={"buyer_is_maker": (True, False)},
        ),
        "block_trade": Source(
            BlockTrade,
            (
                Made(
                    "BinanceBlockTrade",
                    {
                        "block_trade_id": "block_trade_id",
                        "price": "price",
                        "size": "quantity",
                        "buyer_is_maker": "buyer_is_maker",
                        "ts_event": "trade_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
        ),
    },
    calls={
        "ping": Source(Raw),
        "get_server_time": Source(GetServerTimeResponse),
        "get_klines": Source(
            list[KlineRow],
            (
                Made(
                    "Bar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "volume": "volume",
                        "ts_event": "close_time_ms",
                    },
                ),
                Made(
                    "BinanceBar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "trades": "trades",
                        "taker_buy_base_volume": "taker_buy_base_volume",
                        "taker_buy_quote_volume": "taker_buy_quote_volume",
                        "open_time": "open_time_ms",
                        "ts_event": "close_time_ms",
                    },
                ),
            ),
            rows="$",
        ),
        "get_ui_klines": Source(list[KlineRow]),
        "get_mark_price_klines": Source(
            list[PriceKlineRow],
            (
                Made(
                    "Bar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "ts_event": "close_time_ms",
                    },
                    {"price_type": "MARK", "volume": 0},
                ),
            ),
            rows="$",
        ),
        "get_index_price_klines": Source(
            list[PriceKlineRow],
            (
                Made(
                    "Bar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "ts_event": "close_time_ms",
                    },
                    {"price_type": "INDEX", "volume": 0},
                ),
            ),
            rows="$",
        ),
        "get_coinm_index_price_klines": Source(
            list[PriceKlineRow],
            (
                Made(
                    "Bar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "ts_event": "close_time_ms",
                    },
                    {"price_type": "INDEX", "volume": 0},
                ),
            ),
            rows="$",
        ),
        "get_premium_index_klines": Source(
            list[PriceKlineRow],
            (
                Made(
                    "BinanceFuturesPremiumIndexBar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "open_time": "open_time_ms",
                        "ts_event": "close_time_ms",
                    },
                ),
            ),
            rows="$",
        ),
        "get_continuous_klines": Source(
            list[KlineRow],
            (
                Made(
                    "BinanceContinuousBar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "trades": "trades",
                        "taker_buy_base_volume": "taker_buy_base_volume",
                        "taker_buy_quote_volume": "taker_buy_quote_volume",
                        "open_time": "open_time_ms",
                        "ts_event": "close_time_ms",
                    },
                ),
            ),
            rows="$",
        ),
        "get_depth": Source(
            GetDepthResponse,
            (
                Made(
                    "OrderBookDeltas",
                    {
                        "bids": "bids",
                        "asks": "asks",
                        "sequence": "last_update_id",
                        "ts_event": "transaction_time_ms",
                    },
                    {"is_snapshot": True},
                ),
            ),
        ),
        "get_book_ticker": Source(
            BookTickerRow | list[BookTickerRow],
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_price": "bid_price",
                        "bid_size": "bid_qty",
                        "ask_price": "ask_price",
                        "ask_size": "ask_qty",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="$",
        ),
        "get_premium_index": Source(
            PremiumIndex | list[PremiumIndex],
            (
                Made(
                    "MarkPriceUpdate", {"value": "mark_price", "ts_event": "time_ms", "instrument": "symbol"}
                ),
                Made(
                    "IndexPriceUpdate",
                    {"value": "index_price", "ts_event": "time_ms", "instrument": "symbol"},
                ),
                Made(
                    "FundingRateUpdate",
                    {
                        "rate": "last_funding_rate",
                        "next_funding_ns": "next_funding_time_ms",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="$",
        ),
        "get_funding_rate": Source(
            list[FundingRate],
            (
                Made(
                    "FundingRateUpdate",
                    {"rate": "funding_rate", "ts_event": "funding_time_ms", "instrument": "symbol"},
                ),
            ),
            rows="$",
        ),
        "get_funding_info": Source(
            list[FundingInfo],
            (
                Made(
                    "BinanceFuturesFundingInfo",
                    {
                        "rate_cap": "adjusted_funding_rate_cap",
                        "rate_floor": "adjusted_funding_rate_floor",
                        "interval_hours": "funding_interval_hours",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="$",
        ),
        "get_open_interest": Source(
            GetOpenInterestResponse,
            (
                Made(
                    "BinanceFuturesOpenInterest",
                    {"open_interest": "open_interest", "ts_event": "time_ms", "instrument": "symbol"},
                ),
            ),
        ),
        "get_open_interest_hist": Source(
            list[OpenInterestStatistics],
            (
                Made(
                    "BinanceFuturesOpenInterestStatistics",
                    {
                        "pair": "symbol",
                        "contract_type": "contract_type",
                        "open_interest": "sum_open_interest",
                        "open_interest_value": "sum_open_interest_value",
                        "ts_event": "timestamp_ms",
                    },
                ),
            ),
            rows="$",
        ),
        "get_top_long_short_account_ratio": Source(list[LongShortRatio]),
        "get_top_long_short_position_ratio": Source(list[LongShortRatio]),
        "get_global_long_short_account_ratio": Source(list[LongShortRatio]),
        "get_basis": Source(list[Basis]),
        "get_spot_exchange_info": Source(
            GetSpotExchangeInfoResponse,
            (
                Made(
                    "CurrencyPair",
                    {
                        "base_currency": "base_asset",
                        "quote_currency": "quote_asset",
                        "price_increment": "filters[filter_type=PRICE_FILTER].tick_size",
                        "size_increment": "filters[filter_type=LOT_SIZE].step_size",
                        "lot_size": "filters[filter_type=LOT_SIZE].step_size",
                        "min_quantity": "filters[filter_type=LOT_SIZE].min_qty",
                        "max_quantity": "filters[filter_type=LOT_SIZE].max_qty",
                        "min_price": "filters[filter_type=PRICE_FILTER].min_price",
                        "max_price": "filters[filter_type=PRICE_FILTER].max_price",
                        "min_notional": At("filters[filter_type=NOTIONAL].min_notional", ("money",)),
                        "max_notional": At("filters[filter_type=NOTIONAL].max_notional", ("money",)),
                        "ts_event": "message.server_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="symbols",
            tries={
                "status": (
                    "TRADING",
                    "END_OF_DAY",
                    "HALT",
                    "BREAK",
                    "CANCEL_ONLY",
                    "PRE_TRADING",
                    "POST_TRADING",
                    "AUCTION_MATCH",
                )
            },
        ),
        "get_usdm_exchange_info": Source(
            GetUsdmExchangeInfoResponse,
            (
                Made(
                    "CryptoPerpetual",
                    {
                        "base_currency": "base_asset",
                        "quote_currency": "quote_asset",
                        "settlement_currency": "margin_asset",
                        "price_increment": "filters[filter_type=PRICE_FILTER].tick_size",
                        "size_increment": "filters[filter_type=LOT_SIZE].step_size",
                        "lot_size": "filters[filter_type=LOT_SIZE].step_size",
                        "min_quantity": "filters[filter_type=LOT_SIZE].min_qty",
                        "max_quantity": "filters[filter_type=LOT_SIZE].max_qty",
                        "min_price": "filters[filter_type=PRICE_FILTER].min_price",
                        "max_price": "filters[filter_type=PRICE_FILTER].max_price",
                        "min_notional": At("filters[filter_type=MIN_NOTIONAL].notional", ("money",)),
                        "ts_event": "message.server_time_ms",
                        "instrument": "symbol",
                    },
                    {"is_inverse": False},
                ),
                Made(
                    "CryptoFuture",
                    {
                        "underlying": "base_asset",
                        "quote_currency": "quote_asset",
                        "settlement_currency": "margin_asset",
                        "activation_ns": "onboard_date_ms",
                        "expiration_ns": "delivery_date_ms",
                        "price_increment": "filters[filter_type=PRICE_FILTER].tick_size",
                        "size_increment": "filters[filter_type=LOT_SIZE].step_size",
                        "lot_size": "filters[filter_type=LOT_SIZE].step_size",
                        "min_quantity": "filters[filter_type=LOT_SIZE].min_qty",
                        "max_quantity": "filters[filter_type=LOT_SIZE].max_qty",
                        "min_price": "filters[filter_type=PRICE_FILTER].min_price",
                        "max_price": "filters[filter_type=PRICE_FILTER].max_price",
                        "min_notional": At("filters[filter_type=MIN_NOTIONAL].notional", ("money",)),
                        "ts_event": "message.server_time_ms",
                        "instrument": "symbol",
                    },
                    {"is_inverse": False},
                ),
            ),
            rows="symbols",
            tries={
                "status": (
                    "TRADING",
                    "PENDING_TRADING",
                    "PRE_DELIVERING",
                    "PRE_DELISTING",
                    "PRE_SETTLE",
                    "DELIVERING",
                    "SETTLING",
                    "CANCEL_ONLY",
                    "DELIVERED",
                    "CLOSE",
                    "BREAK",
                    "HALT",
                )
            },
        ),
        "get_coinm_exchange_info": Source(
            GetCoinmExchangeInfoResponse,
            (
                Made(
                    "CryptoPerpetual",
                    {
                        "base_currency": "base_asset",
                        "quote_currency": "quote_asset",
                        "settlement_currency": "margin_asset",
                        "multiplier": "contract_size",
                        "price_increment": "filters[filter_type=PRICE_FILTER].tick_size",
                        "size_increment": "filters[filter_type=LOT_SIZE].step_size",
                        "lot_size": "filters[filter_type=LOT_SIZE].step_size",
                        "min_quantity": "filters[filter_type=LOT_SIZE].min_qty",
                        "max_quantity": "filters[filter_type=LOT_SIZE].max_qty",
                        "min_price": "filters[filter_type=PRICE_FILTER].min_price",
                        "max_price": "filters[filter_type=PRICE_FILTER].max_price",
                        "min_notional": At("filters[filter_type=MIN_NOTIONAL].notional", ("money",)),
                        "ts_event": "message.server_time_ms",
                        "instrument": "symbol",
                    },
                    {"is_inverse": True},
                ),
                Made(
                    "CryptoFuture",
                    {
                        "underlying": "base_asset",
                        "quote_currency": "quote_asset",
                        "settlement_currency": "margin_asset",
                        "multiplier": "contract_size",
                        "activation_ns": "onboard_date_ms",
                        "expiration_ns": "delivery_date_ms",
                        "price_increment": "filters[filter_type=PRICE_FILTER].tick_size",
                        "size_increment": "filters[filter_type=LOT_SIZE].step_size",
                        "lot_size": "filters[filter_type=LOT_SIZE].step_size",
                        "min_quantity": "filters[filter_type=LOT_SIZE].min_qty",
                        "max_quantity": "filters[filter_type=LOT_SIZE].max_qty",
                        "min_price": "filters[filter_type=PRICE_FILTER].min_price",
                        "max_price": "filters[filter_type=PRICE_FILTER].max_price",
                        "min_notional": At("filters[filter_type=MIN_NOTIONAL].notional", ("money",)),
                        "ts_event": "message.server_time_ms",
                        "instrument": "symbol",
                    },
                    {"is_inverse": True},
                ),
            ),
            rows="symbols",
            tries={
                "status": (
                    "TRADING",
                    "PENDING_TRADING",
                    "PRE_DELIVERING",
                    "PRE_DELISTING",
                    "PRE_SETTLE",
                    "DELIVERING",
                    "SETTLING",
                    "CANCEL_ONLY",
                    "DELIVERED",
                    "CLOSE",
                    "BREAK",
                    "HALT",
                )
            },
        ),
        "get_trade_fee": Source(list[TradeFee]),
        "get_ticker_24hr": Source(
            Ticker24h | list[Ticker24h],
            (
                Made(
                    "BinanceTicker",
                    {
                        "price_change": "price_change",
                        "price_change_percent": "price_change_percent",
                        "weighted_avg_price": "weighted_avg_price",
                        "prev_close_price": "prev_close_price",
                        "last_price": "last_price",
                        "last_qty": "last_qty",
                        "bid_price": "bid_price",
                        "bid_qty": "bid_qty",
                        "ask_price": "ask_price",
                        "ask_qty": "ask_qty",
                        "open_price": "open_price",
                        "high_price": "high_price",
                        "low_price": "low_price",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "open_time": "open_time_ms",
                        "close_time": "close_time_ms",
                        "first_trade_id": "first_id",
                        "last_trade_id": "last_id",
                        "num_trades": "count",
                        "ts_event": "close_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="$",
        ),
        "get_futures_ticker_24hr": Source(
            Ticker24h | list[Ticker24h],
            (
                Made(
                    "BinanceFuturesTicker",
                    {
                        "price_change": "price_change",
                        "price_change_percent": "price_change_percent",
                        "weighted_avg_price": "weighted_avg_price",
                        "last_price": "last_price",
                        "last_qty": "last_qty",
                        "open_price": "open_price",
                        "high_price": "high_price",
                        "low_price": "low_price",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "open_time": "open_time_ms",
                        "close_time": "close_time_ms",
                        "first_trade_id": "first_id",
                        "last_trade_id": "last_id",
                        "num_trades": "count",
                        "ts_event": "close_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="$",
        ),
        "get_ticker_price": Source(TickerPrice | list[TickerPrice]),
        "get_avg_price": Source(
            GetAvgPriceResponse,
            (
                Made(
                    "BinanceAveragePrice",
                    {"minutes": "minutes", "price": "price", "ts_event": "close_time_ms"},
                ),
            ),
        ),
        "get_window_ticker": Source(
            WindowTickerRow | list[WindowTickerRow],
            (
                Made(
                    "BinanceWindowTicker",
                    {
                        "price_change": "price_change",
                        "price_change_percent": "price_change_percent",
                        "weighted_avg_price": "weighted_avg_price",
                        "open_price": "open_price",
                        "high_price": "high_price",
                        "low_price": "low_price",
                        "last_price": "last_price",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "open_time": "open_time_ms",
                        "close_time": "close_time_ms",
                        "first_trade_id": "first_id",
                        "last_trade_id": "last_id",
                        "num_trades": "count",
                        "ts_event": "close_time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="$",
        ),
        "get_trading_day_ticker": Source(
            WindowTickerRow | list[WindowTickerRow],
            (
                Made(
                    "BinanceWindowTicker",
                    {
                        "price_change": "price_change",
                        "price_change_percent": "price_change_percent",
                        "weighted_avg_price": "weighted_avg_price",
                        "open_price": "open_price",
                        "high_price": "high_price",
                        "low_price": "low_price",
                        "last_price": "last_price",
                        "volume": "volume",
                        "quote_volume": "quote_volume",
                        "open_time": "open_time_ms",
                        "close_time": "close_time_ms",
                        "first_trade_id": "first_id",
                        "last_trade_id": "last_id",
                        "num_trades": "count",
                        "ts_event": "close_time_ms",
                        "instrument": "symbol",
                    },
                    {"window": "tradingDay"},
                ),
            ),
            rows="$",
        ),
        "get_reference_price": Source(
            GetReferencePriceResponse,
            (
                Made(
                    "BinanceReferencePrice",
                    {"price": "reference_price", "ts_event": "timestamp_ms", "instrument": "symbol"},
                ),
            ),
        ),
        "get_trades": Source(
            list[TradeRow],
            (Made("TradeTick", {"price": "price", "size": "qty", "trade_id": "id", "ts_event": "time_ms"}),),
            rows="$",
            tries={"is_buyer_maker": (True, False)},
        ),
        "get_historical_trades": Source(
            list[TradeRow],
            (Made("TradeTick", {"price": "price", "size": "qty", "trade_id": "id", "ts_event": "time_ms"}),),
            rows="$",
            tries={"is_buyer_maker": (True, False)},
        ),
        "get_futures_historical_trades": Source(
            list[TradeRow],
            (Made("TradeTick", {"price": "price", "size": "qty", "trade_id": "id", "ts_event": "time_ms"}),),
            rows="$",
            tries={"is_buyer_maker": (True, False)},
        ),
        "get_agg_trades": Source(
            list[AggTradeRow],
            (
                Made(
                    "TradeTick",
                    {
                        "price": "price",
                        "size": "quantity",
                        "trade_id": "aggregate_id",
                        "ts_event": "trade_time_ms",
                    },
                ),
            ),
            rows="$",
            tries={"buyer_is_maker": (True, False)},
        ),
        "get_historical_block_trades": Source(
            list[TradeRow],
            (
                Made(
                    "BinanceBlockTrade",
                    {
                        "block_trade_id": "id",
                        "price": "price",
                        "size": "qty",
                        "buyer_is_maker": "is_buyer_maker",
                        "ts_event": "time_ms",
                    },
                ),
            ),
            rows="$",
        ),
    },
    forms={
        AggTrade: {"event_time_ms": Form("time", 1_000_000), "trade_time_ms": Form("time", 1_000_000)},
        AggTradeRow: {"trade_time_ms": Form("time", 1_000_000)},
        AllBookTickers: {
            "transaction_time_ms": Form("time", 1_000_000),
            "event_time_ms": Form("time", 1_000_000),
        },
        AllForceOrders: {"event_time_ms": Form("time", 1_000_000)},
        AvgPrice: {"event_time_ms": Form("time", 1_000_000), "last_trade_time_ms": Form("time", 1_000_000)},
        Basis: {"timestamp_ms": Form("time", 1_000_000)},
        BlockTrade: {"event_time_ms": Form("time", 1_000_000), "trade_time_ms": Form("time", 1_000_000)},
        BookTicker: {
            "transaction_time_ms": Form("time", 1_000_000),
            "event_time_ms": Form("time", 1_000_000),
        },
        BookTickerRow: {"time_ms": Form("time", 1_000_000)},
        Bracket: {
            "floor_notional": Form("number"),
            "cap_notional": Form("number"),
            "maintenance_ratio": Form("number"),
            "auxiliary": Form("number"),
        },
        CoinmSymbol: {
            "contract_type": Form(
                "one_of",
                (
                    "",
                    "PERPETUAL",
                    "PERPETUAL_DELIVERING",
                    "TRADIFI_PERPETUAL",
                    "CURRENT_MONTH",
                    "NEXT_MONTH",
                    "CURRENT_QUARTER",
                    "NEXT_QUARTER",
                    "CURRENT_QUARTER_DELIVERING",
                    "CURRENT_QUARTER DELIVERING",
                    "NEXT_QUARTER DELIVERING",
                ),
            ),
            "delivery_date_ms": Form("time", 1_000_000),
            "onboard_date_ms": Form("time", 1_000_000),
            "status": Form("means", CONTRACT_STATUS_MEANS.means),
            "contract_size": Form("number"),
        },
        ContinuousKline: {"event_time_ms": Form("time", 1_000_000)},
        ContractInfo: {
            "event_time_ms": Form("time", 1_000_000),
            "contract_type": Form(
                "one_of",
                (
                    "",
                    "PERPETUAL",
                    "PERPETUAL_DELIVERING",
                    "TRADIFI_PERPETUAL",
                    "CURRENT_MONTH",
                    "NEXT_MONTH",
                    "CURRENT_QUARTER",
                    "NEXT_QUARTER",
                    "CURRENT_QUARTER_DELIVERING",
                    "CURRENT_QUARTER DELIVERING",
                    "NEXT_QUARTER DELIVERING",
                ),
            ),
            "delivery_time_ms": Form("time", 1_000_000),
            "onboard_time_ms": Form("time", 1_000_000),
            "status": Form("means", CONTRACT_STATUS_MEANS.means),
        },
        Depth: {"event_time_ms": Form("time", 1_000_000), "transaction_time_ms": Form("time", 1_000_000)},
        ForceOrder: {"event_time_ms": Form("time", 1_000_000)},
        FundingRate: {"funding_time_ms": Form("time", 1_000_000)},
        FuturesPartialDepth: {
            "event_time_ms": Form("time", 1_000_000),
            "transaction_time_ms": Form("time", 1_000_000),
        },
        FuturesTrade: {"event_time_ms": Form("time", 1_000_000), "trade_time_ms": Form("time", 1_000_000)},
        GetAvgPriceResponse: {"close_time_ms": Form("time", 1_000_000)},
        GetCoinmExchangeInfoResponse: {"server_time_ms": Form("time", 1_000_000)},
        GetDepthResponse: {
            "event_time_ms": Form("time", 1_000_000),
            "transaction_time_ms": Form("time", 1_000_000),
        },
        GetOpenInterestResponse: {"time_ms": Form("time", 1_000_000)},
        GetReferencePriceResponse: {"timestamp_ms": Form("time", 1_000_000)},
        GetServerTimeResponse: {"server_time_ms": Form("time", 1_000_000)},
        GetSpotExchangeInfoResponse: {"server_time_ms": Form("time", 1_000_000)},
        GetUsdmExchangeInfoResponse: {"server_time_ms": Form("time", 1_000_000)},
        IndexPrice: {"event_time_ms": Form("time", 1_000_000)},
        IndexPriceKline: {"event_time_ms": Form("time", 1_000_000)},
        Kline: {"event_time_ms": Form("time", 1_000_000)},
        KlineRow: {"open_time_ms": Form("time", 1_000_000), "close_time_ms": Form("time", 1_000_000)},
        Liquidation: {"side": Form("means", SIDE_MEANS), "trade_time_ms": Form("time", 1_000_000)},
        LongShortRatio: {"timestamp_ms": Form("time", 1_000_000)},
        MarkPrice: {
            "event_time_ms": Form("time", 1_000_000),
            "next_funding_time_ms": Form("time", 1_000_000),
        },
        MarkPriceKline: {"event_time_ms": Form("time", 1_000_000)},
        OpenInterestStatistics: {"timestamp_ms": Form("time", 1_000_000)},
        PremiumIndex: {"next_funding_time_ms": Form("time", 1_000_000), "time_ms": Form("time", 1_000_000)},
        PriceKlineRow: {"open_time_ms": Form("time", 1_000_000), "close_time_ms": Form("time", 1_000_000)},
        ReferencePrice: {"timestamp_ms": Form("time", 1_000_000)},
        ServerShutdown: {"event_time_ms": Form("time", 1_000_000)},
        SpotSymbol: {
            "status": Form(
                "one_of",
                (
                    "TRADING",
                    "END_OF_DAY",
                    "HALT",
                    "BREAK",
                    "CANCEL_ONLY",
                    "PRE_TRADING",
                    "POST_TRADING",
                    "AUCTION_MATCH",
                ),
            )
        },
        StreamFuturesTicker: {
            "event_time_ms": Form("time", 1_000_000),
            "open_time_ms": Form("time", 1_000_000),
            "close_time_ms": Form("time", 1_000_000),
        },
        StreamKline: {
            "open_time_ms": Form("time", 1_000_000),
            "close_time_ms": Form("time", 1_000_000),
            "interval": Form("means", INTERVAL_MEANS),
        },
        StreamMiniTicker: {"event_time_ms": Form("time", 1_000_000)},
        StreamPriceKline: {
            "open_time_ms": Form("time", 1_000_000),
            "close_time_ms": Form("time", 1_000_000),
            "interval": Form("means", INTERVAL_MEANS),
        },
        StreamTicker: {
            "event_time_ms": Form("time", 1_000_000),
            "open_time_ms": Form("time", 1_000_000),
            "close_time_ms": Form("time", 1_000_000),
        },
        StreamWindowTicker: {
            "event_time_ms": Form("time", 1_000_000),
            "open_time_ms": Form("time", 1_000_000),
            "close_time_ms": Form("time", 1_000_000),
        },
        Ticker24h: {"open_time_ms": Form("time", 1_000_000), "close_time_ms": Form("time", 1_000_000)},
        TickerPrice: {"time_ms": Form("time", 1_000_000)},
        Trade: {"event_time_ms": Form("time", 1_000_000), "trade_time_ms": Form("time", 1_000_000)},
        TradeRow: {"time_ms": Form("time", 1_000_000)},
        UsdmSymbol: {
            "contract_type": Form(
                "one_of",
                (
                    "",
                    "PERPETUAL",
                    "PERPETUAL_DELIVERING",
                    "TRADIFI_PERPETUAL",
                    "CURRENT_MONTH",
                    "NEXT_MONTH",
                    "CURRENT_QUARTER",
                    "NEXT_QUARTER",
                    "CURRENT_QUARTER_DELIVERING",
                    "CURRENT_QUARTER DELIVERING",
                    "NEXT_QUARTER DELIVERING",
                ),
            ),
            "delivery_date_ms": Form("time", 1_000_000),
            "onboard_date_ms": Form("time", 1_000_000),
            "status": Form("means", CONTRACT_STATUS_MEANS.means),
        },
        WindowTickerRow: {"open_time_ms": Form("time", 1_000_000), "close_time_ms": Form("time", 1_000_000)},
    },
    replies={
        "stream": {
            "ack": Replying(StreamAcknowledged, id="id"),
            "error": Replying(StreamRefused, id="id", code="error.code", message="error.msg"),
        },
    },
    sequences={
        "depth": ("first_update_id", "final_update_id", "previous_final_update_id"),
    },
    examples={
        "spot": ("BTCUSDT.BINANCE", "1000SATSUSDT.BINANCE"),
        "usdm": ("BTCUSDT-PERP.BINANCE", "ETHUSDC-PERP.BINANCE", "BTCUSDT_261225.BINANCE"),
        "coinm": ("BTCUSD_PERP.BINANCE", "ETHUSD_261225.BINANCE"),
    },
    closed={},
)
