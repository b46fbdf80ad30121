"""Events of the venue bybit back to its payloads. Generated from specs/bybit; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import At, Form, Inverse, Made, Replying, Source

from dragoman_venues.bybit.books import (
    BestLevel,
    GetOrderbookResponse,
    GetOrderbookResponseResult,
    OptionOrderbook,
    Orderbook,
)
from dragoman_venues.bybit.instruments import (
    OPTIONS_TYPE_MEANS,
    STATUS_MEANS,
    Contract,
    GetContractsResponse,
    GetOptionsResponse,
    GetSpotInstrumentsResponse,
    Option,
    SpotInstrument,
)
from dragoman_venues.bybit.tickers import (
    FundingRow,
    GetFundingHistoryResponse,
    GetOptionTickersResponse,
    GetTickersResponse,
    OptionTicker,
    TickerRow,
)
from dragoman_venues.bybit.trades import (
    INTERVAL_MEANS,
    GetKlinesResponse,
    GetRecentTradesResponse,
    Kline,
    KlineRow,
    OlderTrade,
    OptionTrade,
    PublicTrade,
    RecentTrade,
    StreamKline,
    StreamTrade,
)
from dragoman_venues.bybit.venue import (
    SIDE_MEANS,
    GetServerTimeResponse,
    OptionsPong,
    OptionsRefused,
    StreamAcknowledged,
    StreamPong,
    StreamRefused,
)

INVERSE = Inverse(
    channels={
        "orderbook": Source(
            Orderbook,
            (
                Made(
                    "OrderBookDeltas",
                    {
                        "bids": "data.bids",
                        "asks": "data.asks",
                        "sequence": "data.sequence",
                        "ts_event": "time_ms",
                        "instrument": "data.symbol",
                    },
                ),
            ),
            tries={"type": ("snapshot", "delta")},
        ),
        "best_level": Source(
            BestLevel, (Made("QuoteTick", {"ts_event": "time_ms", "instrument": "data.symbol"}),)
        ),
        "option_orderbook": Source(
            OptionOrderbook,
            (
                Made(
                    "OrderBookDeltas",
                    {
                        "bids": "data.bids",
                        "asks": "data.asks",
                        "sequence": "data.sequence",
                        "ts_event": "time_ms",
                        "instrument": "data.symbol",
                    },
                ),
            ),
            tries={"type": ("snapshot", "delta")},
        ),
        "option_ticker": Source(
            OptionTicker,
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_price": "data.bid_price",
                        "bid_size": "data.bid_size",
                        "ask_price": "data.ask_price",
                        "ask_size": "data.ask_size",
                        "ts_event": "time_ms",
                        "instrument": "data.symbol",
                    },
                ),
                Made(
                    "MarkPriceUpdate",
                    {"value": "data.mark_price", "ts_event": "time_ms", "instrument": "data.symbol"},
                ),
                Made(
                    "IndexPriceUpdate",
                    {"value": "data.index_price", "ts_event": "time_ms", "instrument": "data.symbol"},
                ),
                Made(
                    "OptionGreeks",
                    {
                        "delta": "data.delta_",
                        "gamma": "data.gamma",
                        "vega": "data.vega",
                        "theta": "data.theta",
                        "mark_iv": "data.mark_iv",
                        "bid_iv": "data.bid_iv",
                        "ask_iv": "data.ask_iv",
                        "underlying_price": "data.underlying_price",
                        "open_interest": "data.open_interest",
                        "ts_event": "time_ms",
                        "instrument": "data.symbol",
                    },
                ),
            ),
        ),
        "public_trade": Source(
            PublicTrade,
            (
                Made(
                    "TradeTick",
                    {
                        "price": "price",
                        "size": "size",
                        "aggressor_side": "side",
                        "trade_id": "trade_id",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "BybitBlockTrade",
                    {
                        "trade_id": "trade_id",
                        "price": "price",
                        "size": "size",
                        "side": "side",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="rows",
            tries={"is_block_trade": (True, False)},
        ),
        "older_trade": Source(
            OlderTrade,
            (
                Made(
                    "TradeTick",
                    {
                        "price": "price",
                        "size": "size",
                        "aggressor_side": "side",
                        "trade_id": "trade_id",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="rows",
            tries={"is_block_trade": (True, False)},
        ),
        "option_trade": Source(
            OptionTrade,
            (
                Made(
                    "TradeTick",
                    {
                        "price": "price",
                        "size": "size",
                        "aggressor_side": "side",
                        "trade_id": "trade_id",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "BybitBlockTrade",
                    {
                        "trade_id": "trade_id",
                        "price": "price",
                        "size": "size",
                        "side": "side",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="rows",
            tries={"is_block_trade": (True, False)},
        ),
        "kline": Source(
            Kline,
            (
                Made(
                    "Bar",
                    {
                        "interval": "interval",
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "volume": "volume",
                    },
                ),
            ),
            rows="rows",
            tries={"is_closed": (True, False)},
        ),
    },
    calls={
        "get_server_time": Source(GetServerTimeResponse),
        "get_orderbook": Source(
            GetOrderbookResponse,
            (
                Made(
                    "OrderBookDeltas",
                    {
                        "bids": "result.bids",
                        "asks": "result.asks",
                        "sequence": "result.sequence",
                        "ts_event": "result.time_ms",
                        "instrument": "result.symbol",
                    },
                    {"is_snapshot": True},
                ),
            ),
        ),
        "get_spot_instruments": Source(
            GetSpotInstrumentsResponse,
            (
                Made(
                    "CurrencyPair",
                    {
                        "base_currency": "base_coin",
                        "quote_currency": "quote_coin",
                        "price_increment": "price.tick",
                        "size_increment": "lot.step",
                        "lot_size": "lot.step",
                        "min_quantity": "lot.min_quantity",
                        "max_quantity": "lot.max_quantity",
                        "min_notional": At("lot.min_amount", ("money",)),
                        "info.margin_trading": "margin_trading",
                        "ts_event": "message.time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="result.rows",
            tries={"status": ("PreLaunch", "Trading", "Delivering", "Closed")},
        ),
        "get_contracts": Source(
            GetContractsResponse,
            (
                Made(
                    "CryptoPerpetual",
                    {
                        "base_currency": "base_coin",
                        "quote_currency": "quote_coin",
                        "settlement_currency": "settle_coin",
                        "price_increment": "price.tick",
                        "size_increment": "lot.step",
                        "lot_size": "lot.step",
                        "min_quantity": "lot.min_quantity",
                        "max_quantity": "lot.max_quantity",
                        "min_price": "price.least",
                        "max_price": "price.most",
                        "min_notional": At("lot.min_notional", ("money",)),
                        "info.contract_type": "contract_type",
                        "info.symbol_type": "symbol_type",
                        "info.funding_interval": "funding_interval",
                        "info.max_leverage": "leverage.most",
                        "ts_event": "message.time_ms",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "CryptoFuture",
                    {
                        "underlying": "base_coin",
                        "quote_currency": "quote_coin",
                        "settlement_currency": "settle_coin",
                        "activation_ns": "launch_time_ms",
                        "expiration_ns": "delivery_time_ms",
                        "price_increment": "price.tick",
                        "size_increment": "lot.step",
                        "lot_size": "lot.step",
                        "min_quantity": "lot.min_quantity",
                        "max_quantity": "lot.max_quantity",
                        "min_price": "price.least",
                        "max_price": "price.most",
                        "min_notional": At("lot.min_notional", ("money",)),
                        "info.contract_type": "contract_type",
                        "info.symbol_type": "symbol_type",
                        "info.max_leverage": "leverage.most",
                        "ts_event": "message.time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="result.rows",
            tries={"status": ("PreLaunch", "Trading", "Delivering", "Closed")},
        ),
        "get_options": Source(
            GetOptionsResponse,
            (
                Made(
                    "CryptoOption",
                    {
                        "underlying": "base_coin",
                        "quote_currency": "quote_coin",
                        "settlement_currency": "settle_coin",
                        "option_kind": "options_type",
                        "activation_ns": "launch_time_ms",
                        "expiration_ns": "delivery_time_ms",
                        "price_increment": "price.tick",
                        "size_increment": "lot.step",
                        "lot_size": "lot.step",
                        "min_quantity": "lot.min_quantity",
                        "max_quantity": "lot.max_quantity",
                        "min_price": "price.least",
                        "max_price": "price.most",
                        "ts_event": "message.time_ms",
                        "instrument": "symbol",
                    },
                    {"is_inverse": False},
                ),
            ),
            rows="result.rows",
            tries={"status": ("PreLaunch", "Trading", "Delivering", "Closed")},
        ),
        "get_tickers": Source(
            GetTickersResponse,
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_price": "bid_price",
                        "bid_size": "bid_size",
                        "ask_price": "ask_price",
                        "ask_size": "ask_size",
                        "ts_event": "message.time_ms",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "MarkPriceUpdate",
                    {"value": "mark_price", "ts_event": "message.time_ms", "instrument": "symbol"},
                ),
                Made(
                    "IndexPriceUpdate",
                    {"value": "index_price", "ts_event": "message.time_ms", "instrument": "symbol"},
                ),
                Made(
                    "FundingRateUpdate",
                    {
                        "rate": "funding_rate",
                        "next_funding_ns": "next_funding_ms",
                        "ts_event": "message.time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="result.rows",
        ),
        "get_option_tickers": Source(
            GetOptionTickersResponse,
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_price": "bid_price",
                        "bid_size": "bid_size",
                        "ask_price": "ask_price",
                        "ask_size": "ask_size",
                        "ts_event": "message.time_ms",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "MarkPriceUpdate",
                    {"value": "mark_price", "ts_event": "message.time_ms", "instrument": "symbol"},
                ),
                Made(
                    "IndexPriceUpdate",
                    {"value": "index_price", "ts_event": "message.time_ms", "instrument": "symbol"},
                ),
                Made(
                    "OptionGreeks",
                    {
                        "delta": "delta_",
                        "gamma": "gamma",
                        "vega": "vega",
                        "theta": "theta",
                        "mark_iv": "mark_iv",
                        "bid_iv": "bid_iv",
                        "ask_iv": "ask_iv",
                        "underlying_price": "underlying_price",
                        "open_interest": "open_interest",
                        "ts_event": "message.time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="result.rows",
        ),
        "get_funding_history": Source(
            GetFundingHistoryResponse,
            (
                Made(
                    "FundingRateUpdate",
                    {"rate": "funding_rate", "ts_event": "time_ms", "instrument": "symbol"},
                ),
            ),
            rows="result.rows",
        ),
        "get_recent_trades": Source(
            GetRecentTradesResponse,
            (
                Made(
                    "TradeTick",
                    {
                        "price": "price",
                        "size": "size",
                        "aggressor_side": "side",
                        "trade_id": "trade_id",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "BybitBlockTrade",
                    {
                        "trade_id": "trade_id",
                        "price": "price",
                        "size": "size",
                        "side": "side",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="result.rows",
            tries={"is_block_trade": (True, False)},
        ),
        "get_klines": Source(
            GetKlinesResponse,
            (
                Made(
                    "Bar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "volume": "volume",
                        "ts_event": "start_ms",
                    },
                ),
            ),
            rows="result.rows",
        ),
    },
    forms={
        BestLevel: {"type": Form("one_of", ("snapshot", "delta")), "time_ms": Form("time", 1_000_000)},
        Contract: {
            "contract_type": Form(
                "one_of", ("InversePerpetual", "LinearPerpetual", "LinearFutures", "InverseFutures")
            ),
            "status": Form("means", STATUS_MEANS.means),
            "launch_time_ms": Form("time_text", 1_000_000),
            "delivery_time_ms": Form("time_text", 1_000_000),
        },
        FundingRow: {"time_ms": Form("time_text", 1_000_000)},
        GetContractsResponse: {"time_ms": Form("time", 1_000_000)},
        GetOptionTickersResponse: {"time_ms": Form("time", 1_000_000)},
        GetOptionsResponse: {"time_ms": Form("time", 1_000_000)},
        GetOrderbookResponseResult: {"time_ms": Form("time", 1_000_000)},
        GetServerTimeResponse: {"time_ms": Form("time", 1_000_000)},
        GetSpotInstrumentsResponse: {"time_ms": Form("time", 1_000_000)},
        GetTickersResponse: {"time_ms": Form("time", 1_000_000)},
        KlineRow: {"start_ms": Form("time_text", 1_000_000)},
        OlderTrade: {"sent_ms": Form("time", 1_000_000)},
        Option: {
            "options_type": Form("means", OPTIONS_TYPE_MEANS),
            "status": Form("means", STATUS_MEANS.means),
            "launch_time_ms": Form("time_text", 1_000_000),
            "delivery_time_ms": Form("time_text", 1_000_000),
        },
        OptionOrderbook: {"type": Form("one_of", ("snapshot", "delta")), "time_ms": Form("time", 1_000_000)},
        OptionTicker: {"time_ms": Form("time", 1_000_000)},
        OptionTrade: {"sent_ms": Form("time", 1_000_000)},
        Orderbook: {"type": Form("one_of", ("snapshot", "delta")), "time_ms": Form("time", 1_000_000)},
        PublicTrade: {"sent_ms": Form("time", 1_000_000)},
        RecentTrade: {"side": Form("means", SIDE_MEANS), "time_ms": Form("time_text", 1_000_000)},
        SpotInstrument: {"status": Form("means", STATUS_MEANS.means)},
        StreamKline: {
            "start_ms": Form("time", 1_000_000),
            "end_ms": Form("time", 1_000_000),
            "interval": Form("means", INTERVAL_MEANS),
        },
        StreamTrade: {"time_ms": Form("time", 1_000_000), "side": Form("means", SIDE_MEANS)},
        TickerRow: {"next_funding_ms": Form("time_text", 1_000_000)},
    },
    replies={
        "stream": {
            "pong": Replying(StreamPong),
            "ack": Replying(StreamAcknowledged),
            "error": Replying(StreamRefused, message="ret_msg"),
        },
        "options": {
            "pong": Replying(OptionsPong),
            "error": Replying(OptionsRefused, message="ret_msg"),
        },
    },
    sequences={
        "orderbook": ("data.update_id",),
        "option_orderbook": ("data.update_id",),
    },
    examples={
        "spot": ("BTCUSDT-SPOT.BYBIT", "ETHBTC-SPOT.BYBIT"),
        "linear": ("BTCUSDT-LINEAR.BYBIT", "BTCPERP-LINEAR.BYBIT", "BTC-26DEC25-LINEAR.BYBIT"),
        "inverse": ("BTCUSD-INVERSE.BYBIT", "ETHUSDZ25-INVERSE.BYBIT"),
        "option": ("ETH-26JUN26-16000-P-OPTION.BYBIT", "BTC-27MAR26-70000-P-USDT-OPTION.BYBIT"),
    },
    closed={"ticker": "its machine, merge, goes by earlier messages"},
)
