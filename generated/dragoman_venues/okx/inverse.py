"""Events of the venue okx back to its payloads. Generated from specs/okx; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import At, Form, Inverse, Made, Replying, Source

from dragoman_venues.okx.bars import (
    CandleRow,
    Candles,
    GetCandlesResponse,
    GetHistoryCandlesResponse,
    MarkPriceCandles,
    PriceCandleRow,
)
from dragoman_venues.okx.instruments import STATE_MEANS, GetInstrumentsResponse, Instrument, Instruments
from dragoman_venues.okx.market_data import (
    SIDE_MEANS,
    Bbo,
    BestRow,
    BookImageRow,
    BookRow,
    Books,
    Books5,
    GetBooksResponse,
    GetHistoryTradesResponse,
    GetTradesResponse,
    TickerRow,
    Tickers,
    TradeRow,
    Trades,
)
from dragoman_venues.okx.prices import (
    FundingHistoryRow,
    FundingRate,
    FundingRow,
    GetFundingRateHistoryResponse,
    GetIndexTickersResponse,
    GetMarkPriceResponse,
    GetOptionSummaryResponse,
    IndexTickerRow,
    IndexTickers,
    MarkPrice,
    MarkPriceRow,
    OpenInterest,
    OpenInterestRow,
    OptionRow,
    OptionSummary,
    PriceLimit,
    PriceLimitRow,
)
from dragoman_venues.okx.venue import GetServerTimeResponse, StreamAcknowledged, StreamRefusedTopic, TimeRow

INVERSE = Inverse(
    channels={
        "candles": Source(
            Candles,
            (
                Made(
                    "Bar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "volume": "volume",
                        "ts_event": "open_time_ms",
                        "instrument": "message.arg.symbol",
                    },
                ),
            ),
            rows="rows",
            tries={"confirm": ("1", "0")},
        ),
        "mark_price_candles": Source(
            MarkPriceCandles,
            (
                Made(
                    "Bar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "ts_event": "open_time_ms",
                        "instrument": "message.arg.symbol",
                    },
                    {"price_type": "MARK", "volume": 0},
                ),
            ),
            rows="rows",
            tries={"confirm": ("1", "0")},
        ),
        "instruments": Source(
            Instruments,
            (
                Made(
                    "CurrencyPair",
                    {
                        "base_currency": "base_ccy",
                        "quote_currency": "quote_ccy",
                        "price_increment": "tick_size",
                        "size_increment": "lot_size",
                        "lot_size": "lot_size",
                        "min_quantity": "min_size",
                        "max_quantity": "max_market_size",
                        "info.list_time": "list_time_ms",
                        "info.max_limit_size": "max_limit_size",
                        "info.rule_type": "rule_type",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "CryptoPerpetual",
                    {
                        "base_currency": At("uly", ("before:-",)),
                        "quote_currency": At("uly", ("after:-",)),
                        "settlement_currency": "settle_ccy",
                        "price_increment": "tick_size",
                        "size_increment": "lot_size",
                        "lot_size": "lot_size",
                        "min_quantity": "min_size",
                        "max_quantity": "max_market_size",
                        "max_leverage": "leverage",
                        "info.contract_value": "contract_value",
                        "info.contract_multiplier": "contract_multiplier",
                        "info.contract_value_currency": "contract_value_ccy",
                        "info.inst_family": "inst_family",
                        "info.max_limit_size": "max_limit_size",
                        "info.rule_type": "rule_type",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "CryptoFuture",
                    {
                        "underlying": "uly",
                        "quote_currency": At("uly", ("after:-",)),
                        "settlement_currency": "settle_ccy",
                        "activation_ns": "list_time_ms",
                        "expiration_ns": "expire_time_ms",
                        "price_increment": "tick_size",
                        "size_increment": "lot_size",
                        "lot_size": "lot_size",
                        "min_quantity": "min_size",
                        "max_quantity": "max_market_size",
                        "info.contract_value": "contract_value",
                        "info.contract_multiplier": "contract_multiplier",
                        "info.contract_value_currency": "contract_value_ccy",
                        "info.inst_family": "inst_family",
                        "info.max_limit_size": "max_limit_size",
                        "info.rule_type": "rule_type",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "CryptoOption",
                    {
                        "underlying": At("uly", ("before:-",)),
                        "quote_currency": At("uly", ("after:-",)),
                        "settlement_currency": "settle_ccy",
                        "strike_price": "strike",
                        "activation_ns": "list_time_ms",
                        "expiration_ns": "expire_time_ms",
                        "price_increment": "tick_size",
                        "size_increment": "lot_size",
                        "lot_size": "lot_size",
                        "min_quantity": "min_size",
                        "max_quantity": "max_market_size",
                        "info.contract_value": "contract_value",
                        "info.contract_multiplier": "contract_multiplier",
                        "info.contract_value_currency": "contract_value_ccy",
                        "info.inst_family": "inst_family",
                        "info.max_limit_size": "max_limit_size",
                        "info.rule_type": "rule_type",
                        "instrument": "symbol",
                    },
                ),
                Made("InstrumentStatus", {"action": "state", "instrument": "symbol"}),
            ),
            rows="rows",
            tries={
                "inst_type": ("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION"),
                "contract_type": ("inverse", ""),
                "option_type": ("C", "", "P"),
            },
        ),
        "trades": Source(
            Trades,
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
        ),
        "books": Source(
            Books,
            (
                Made(
                    "OrderBookDeltas",
                    {
                        "bids": "bids",
                        "asks": "asks",
                        "sequence": "seq",
                        "ts_event": "time_ms",
                        "instrument": "message.arg.symbol",
                    },
                ),
            ),
            rows="rows",
            tries={"message.action": ("snapshot", "update")},
        ),
        "books5": Source(
            Books5,
            (
                Made(
                    "OrderBookDeltas",
                    {
                        "bids": "bids",
                        "asks": "asks",
                        "sequence": "seq",
                        "ts_event": "time_ms",
                        "instrument": "message.arg.symbol",
                    },
                    {"is_snapshot": True},
                ),
                Made(
                    "OrderBookDepth10",
                    {
                        "bids": "bids",
                        "asks": "asks",
                        "sequence": "seq",
                        "ts_event": "time_ms",
                        "instrument": "message.arg.symbol",
                    },
                ),
            ),
            rows="rows",
        ),
        "bbo": Source(
            Bbo,
            (Made("QuoteTick", {"ts_event": "time_ms", "instrument": "message.arg.symbol"}),),
            rows="rows",
        ),
        "tickers": Source(
            Tickers,
            (
                Made(
                    "QuoteTick",
                    {
                        "bid_price": "bid_price",
                        "bid_size": "bid_size",
                        "ask_price": "ask_price",
                        "ask_size": "ask_size",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "OkxTicker",
                    {
                        "last": "last",
                        "last_size": "last_size",
                        "open_24h": "open_24h",
                        "high_24h": "high_24h",
                        "low_24h": "low_24h",
                        "volume_24h": "volume_24h",
                        "volume_currency_24h": "volume_currency_24h",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="rows",
        ),
        "mark_price": Source(
            MarkPrice,
            (
                Made(
                    "MarkPriceUpdate", {"value": "mark_price", "ts_event": "time_ms", "instrument": "symbol"}
                ),
            ),
            rows="rows",
        ),
        "index_tickers": Source(
            IndexTickers,
            (
                Made(
                    "IndexPriceUpdate",
                    {"value": "index_price", "ts_event": "time_ms", "instrument": "symbol"},
                ),
            ),
            rows="rows",
        ),
        "funding_rate": Source(
            FundingRate,
            (
                Made(
                    "FundingRateUpdate",
                    {
                        "rate": "rate",
                        "next_funding_ns": "funding_time_ms",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="rows",
        ),
        "option_summary": Source(
            OptionSummary,
            (
                Made(
                    "OptionGreeks",
                    {
                        "delta": "delta_bs",
                        "gamma": "gamma_bs",
                        "vega": "vega_bs",
                        "theta": "theta_bs",
                        "mark_iv": "mark_iv",
                        "bid_iv": "bid_iv",
                        "ask_iv": "ask_iv",
                        "underlying_price": "forward_price",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                    {"convention": "BLACK_SCHOLES", "rho": 0},
                ),
                Made(
                    "OptionGreeks",
                    {
                        "delta": "delta",
                        "gamma": "gamma",
                        "vega": "vega",
                        "theta": "theta",
                        "mark_iv": "mark_iv",
                        "bid_iv": "bid_iv",
                        "ask_iv": "ask_iv",
                        "underlying_price": "forward_price",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                    {"convention": "PRICE_ADJUSTED", "rho": 0},
                ),
            ),
            rows="rows",
        ),
        "open_interest": Source(
            OpenInterest,
            (
                Made(
                    "OkxOpenInterest",
                    {
                        "contracts": "contracts",
                        "coins": "coins",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="rows",
        ),
        "price_limit": Source(
            PriceLimit,
            (
                Made(
                    "OkxPriceLimit",
                    {
                        "highest_bid": "highest_bid",
                        "lowest_ask": "lowest_ask",
                        "enabled": "enabled",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="rows",
        ),
    },
    calls={
        "get_server_time": Source(GetServerTimeResponse),
        "get_candles": Source(
            GetCandlesResponse,
            (
                Made(
                    "Bar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "volume": "volume",
                        "ts_event": "open_time_ms",
                    },
                ),
            ),
            rows="rows",
        ),
        "get_history_candles": Source(
            GetHistoryCandlesResponse,
            (
                Made(
                    "Bar",
                    {
                        "open": "open",
                        "high": "high",
                        "low": "low",
                        "close": "close",
                        "volume": "volume",
                        "ts_event": "open_time_ms",
                    },
                ),
            ),
            rows="rows",
        ),
        "get_instruments": Source(
            GetInstrumentsResponse,
            (
                Made(
                    "CurrencyPair",
                    {
                        "base_currency": "base_ccy",
                        "quote_currency": "quote_ccy",
                        "price_increment": "tick_size",
                        "size_increment": "lot_size",
                        "lot_size": "lot_size",
                        "min_quantity": "min_size",
                        "max_quantity": "max_market_size",
                        "info.list_time": "list_time_ms",
                        "info.max_limit_size": "max_limit_size",
                        "info.rule_type": "rule_type",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "CryptoPerpetual",
                    {
                        "base_currency": At("uly", ("before:-",)),
                        "quote_currency": At("uly", ("after:-",)),
                        "settlement_currency": "settle_ccy",
                        "price_increment": "tick_size",
                        "size_increment": "lot_size",
                        "lot_size": "lot_size",
                        "min_quantity": "min_size",
                        "max_quantity": "max_market_size",
                        "max_leverage": "leverage",
                        "info.contract_value": "contract_value",
                        "info.contract_multiplier": "contract_multiplier",
                        "info.contract_value_currency": "contract_value_ccy",
                        "info.inst_family": "inst_family",
                        "info.max_limit_size": "max_limit_size",
                        "info.rule_type": "rule_type",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "CryptoFuture",
                    {
                        "underlying": "uly",
                        "quote_currency": At("uly", ("after:-",)),
                        "settlement_currency": "settle_ccy",
                        "activation_ns": "list_time_ms",
                        "expiration_ns": "expire_time_ms",
                        "price_increment": "tick_size",
                        "size_increment": "lot_size",
                        "lot_size": "lot_size",
                        "min_quantity": "min_size",
                        "max_quantity": "max_market_size",
                        "info.contract_value": "contract_value",
                        "info.contract_multiplier": "contract_multiplier",
                        "info.contract_value_currency": "contract_value_ccy",
                        "info.inst_family": "inst_family",
                        "info.max_limit_size": "max_limit_size",
                        "info.rule_type": "rule_type",
                        "instrument": "symbol",
                    },
                ),
                Made(
                    "CryptoOption",
                    {
                        "underlying": At("uly", ("before:-",)),
                        "quote_currency": At("uly", ("after:-",)),
                        "settlement_currency": "settle_ccy",
                        "strike_price": "strike",
                        "activation_ns": "list_time_ms",
                        "expiration_ns": "expire_time_ms",
                        "price_increment": "tick_size",
                        "size_increment": "lot_size",
                        "lot_size": "lot_size",
                        "min_quantity": "min_size",
                        "max_quantity": "max_market_size",
                        "info.contract_value": "contract_value",
                        "info.contract_multiplier": "contract_multiplier",
                        "info.contract_value_currency": "contract_value_ccy",
                        "info.inst_family": "inst_family",
                        "info.max_limit_size": "max_limit_size",
                        "info.rule_type": "rule_type",
                        "instrument": "symbol",
                    },
                ),
            ),
            rows="rows",
            tries={
                "inst_type": ("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION"),
                "state": ("live", "suspend", "rebase", "post_only", "preopen", "settlement", "test"),
                "contract_type": ("inverse", ""),
                "option_type": ("C", "", "P"),
            },
        ),
        "get_trades": Source(
            GetTradesResponse,
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
        ),
        "get_history_trades": Source(
            GetHistoryTradesResponse,
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
        ),
        "get_books": Source(
            GetBooksResponse,
            (
                Made(
                    "OrderBookDeltas",
                    {"bids": "bids", "asks": "asks", "sequence": "seq", "ts_event": "time_ms"},
                    {"is_snapshot": True},
                ),
            ),
            rows="rows",
        ),
        "get_mark_price": Source(
            GetMarkPriceResponse,
            (
                Made(
                    "MarkPriceUpdate", {"value": "mark_price", "ts_event": "time_ms", "instrument": "symbol"}
                ),
            ),
            rows="rows",
        ),
        "get_index_tickers": Source(
            GetIndexTickersResponse,
            (
                Made(
                    "IndexPriceUpdate",
                    {"value": "index_price", "ts_event": "time_ms", "instrument": "symbol"},
                ),
            ),
            rows="rows",
        ),
        "get_funding_rate_history": Source(
            GetFundingRateHistoryResponse,
            (
                Made(
                    "FundingRateUpdate",
                    {"rate": "rate", "ts_event": "funding_time_ms", "instrument": "symbol"},
                ),
            ),
            rows="rows",
        ),
        "get_option_summary": Source(
            GetOptionSummaryResponse,
            (
                Made(
                    "OptionGreeks",
                    {
                        "delta": "delta_bs",
                        "gamma": "gamma_bs",
                        "vega": "vega_bs",
                        "theta": "theta_bs",
                        "mark_iv": "mark_iv",
                        "bid_iv": "bid_iv",
                        "ask_iv": "ask_iv",
                        "underlying_price": "forward_price",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                    {"convention": "BLACK_SCHOLES", "rho": 0},
                ),
                Made(
                    "OptionGreeks",
                    {
                        "delta": "delta",
                        "gamma": "gamma",
                        "vega": "vega",
                        "theta": "theta",
                        "mark_iv": "mark_iv",
                        "bid_iv": "bid_iv",
                        "ask_iv": "ask_iv",
                        "underlying_price": "forward_price",
                        "ts_event": "time_ms",
                        "instrument": "symbol",
                    },
                    {"convention": "PRICE_ADJUSTED", "rho": 0},
                ),
            ),
            rows="rows",
        ),
    },
    forms={
        BestRow: {"time_ms": Form("time_text", 1_000_000)},
        BookImageRow: {"time_ms": Form("time_text", 1_000_000)},
        BookRow: {"time_ms": Form("time_text", 1_000_000)},
        Books: {"action": Form("one_of", ("snapshot", "update"))},
        CandleRow: {"open_time_ms": Form("time_text", 1_000_000), "confirm": Form("flag", ("1", "0"))},
        FundingHistoryRow: {"funding_time_ms": Form("time_text", 1_000_000)},
        FundingRow: {
            "funding_time_ms": Form("time_text", 1_000_000),
            "next_funding_time_ms": Form("time_text", 1_000_000),
            "time_ms": Form("time_text", 1_000_000),
        },
        IndexTickerRow: {"time_ms": Form("time_text", 1_000_000)},
        Instrument: {
            "inst_type": Form("one_of", ("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION")),
            "list_time_ms": Form("time_text", 1_000_000),
            "expire_time_ms": Form("time_text", 1_000_000),
            "state": Form("means", STATE_MEANS.means),
        },
        MarkPriceRow: {"time_ms": Form("time_text", 1_000_000)},
        OpenInterestRow: {"time_ms": Form("time_text", 1_000_000)},
        OptionRow: {"time_ms": Form("time_text", 1_000_000)},
        PriceCandleRow: {"open_time_ms": Form("time_text", 1_000_000), "confirm": Form("flag", ("1", "0"))},
        PriceLimitRow: {"time_ms": Form("time_text", 1_000_000)},
        TickerRow: {"time_ms": Form("time_text", 1_000_000)},
        TimeRow: {"time_ms": Form("time_text", 1_000_000)},
        TradeRow: {"side": Form("means", SIDE_MEANS), "time_ms": Form("time_text", 1_000_000)},
    },
    replies={
        "stream": {
            "ack": Replying(StreamAcknowledged),
            "error": Replying(StreamRefusedTopic, code="code", message="msg"),
        },
    },
    sequences={
        "books": ("previous_seq",),
    },
    examples={
        "spot": ("BTC-USDT.OKX", "ETH-BTC.OKX"),
        "swap": ("BTC-USDT-SWAP.OKX", "BTC-USD-SWAP.OKX"),
        "futures": ("BTC-USD-241220.OKX", "ETH-USDT-261225.OKX"),
        "option": ("BTC-USD-241217-92000-C.OKX",),
    },
    closed={},
)
