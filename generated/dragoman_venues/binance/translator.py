"""The translator of the venue binance: which bytes are which message. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

from dragoman.codecs import Block, BlockField, DataField, Group, MessageLayout
from dragoman.machines import Consecutive
from dragoman.machines.book_facts import SyncFacts
from dragoman.machines.book_sync import BookSync
from dragoman.translate.facts import Call, Channel, Connection, Fault, Reply, Snapshot, Tables, Ways
from dragoman.translate.polls import Polls
from dragoman.translate.sbe_feed import SbeFeed
from dragoman.translate.translator import Translator as BaseTranslator
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
    emit_borrow_or_repay,
    emit_change_position_margin,
    emit_get_account,
    emit_get_commission_rate,
    emit_get_futures_account,
    emit_get_futures_account_in_use,
    emit_get_futures_balance,
    emit_get_futures_balance_in_use,
    emit_get_income,
    emit_get_isolated_accounts,
    emit_get_leverage,
    emit_get_leverage_brackets,
    emit_get_margin_account,
    emit_get_open_positions,
    emit_get_position_mode,
    emit_get_positions,
    emit_get_symbol_config,
    emit_set_leverage,
    emit_set_margin_mode,
    emit_set_position_mode,
)
from dragoman_venues.binance.bars import (
    ContinuousKline,
    IndexPriceKline,
    Kline,
    KlineRow,
    MarkPriceKline,
    PriceKlineRow,
    emit_continuous_kline,
    emit_get_coinm_index_price_klines,
    emit_get_continuous_klines,
    emit_get_index_price_klines,
    emit_get_klines,
    emit_get_mark_price_klines,
    emit_get_premium_index_klines,
    emit_get_ui_klines,
    emit_index_price_kline,
    emit_kline,
    emit_mark_price_kline,
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
    emit_all_book_tickers,
    emit_book_ticker,
    emit_coinm_all_book_tickers,
    emit_depth,
    emit_futures_partial_depth,
    emit_get_book_ticker,
    emit_get_depth,
    emit_get_rpi_depth,
    emit_partial_depth,
)
from dragoman_venues.binance.codes import CODES
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
    emit_all_asset_indices,
    emit_all_force_orders,
    emit_all_mark_prices,
    emit_asset_index,
    emit_composite_index,
    emit_force_order,
    emit_get_basis,
    emit_get_funding_info,
    emit_get_funding_rate,
    emit_get_global_long_short_account_ratio,
    emit_get_open_interest,
    emit_get_open_interest_hist,
    emit_get_premium_index,
    emit_get_taker_volume,
    emit_get_top_long_short_account_ratio,
    emit_get_top_long_short_position_ratio,
    emit_index_price,
    emit_mark_price,
)
from dragoman_venues.binance.instruments import (
    ContractInfo,
    GetCoinmExchangeInfoResponse,
    GetSpotExchangeInfoResponse,
    GetSpotStatesResponse,
    GetTradeFeeRow,
    GetUsdmExchangeInfoResponse,
    SpotListed,
    emit_contract_info,
    emit_get_coinm_exchange_info,
    emit_get_spot_exchange_info,
    emit_get_spot_states,
    emit_get_trade_fee,
    emit_get_usdm_exchange_info,
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
    emit_amend_quantity,
    emit_cancel_algo_order,
    emit_cancel_all_algo_orders,
    emit_cancel_all_futures_orders,
    emit_cancel_all_spot_orders,
    emit_cancel_futures_order,
    emit_cancel_futures_orders,
    emit_cancel_order_by_id,
    emit_cancel_order_list,
    emit_get_algo_order,
    emit_get_all_algo_orders,
    emit_get_all_order_lists,
    emit_get_all_orders,
    emit_get_force_orders,
    emit_get_futures_all_orders,
    emit_get_futures_open_order,
    emit_get_futures_open_orders,
    emit_get_futures_order,
    emit_get_my_allocations,
    emit_get_my_trades,
    emit_get_open_algo_orders,
    emit_get_open_order_lists,
    emit_get_open_orders,
    emit_get_order,
    emit_get_order_list,
    emit_get_user_trades,
    emit_modify_futures_order,
    emit_modify_futures_orders,
    emit_place_algo_order,
    emit_place_futures_order,
    emit_place_futures_orders,
    emit_place_margin_oco,
    emit_place_oco,
    emit_place_opo,
    emit_place_opoco,
    emit_place_order,
    emit_place_oto,
    emit_place_otoco,
    emit_place_sor_order,
    emit_replace_order,
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
    ExecutionReportText,
    ExternalLock,
    KeepListenKeyResponse,
    Liability,
    ListStatus,
    MarginCall,
    MarginLevel,
    MarginRiskExpired,
    OrderUpdate,
    OrderUpdateText,
    TradeLite,
    TradeLiteText,
    TriggerRejected,
    UserFuturesExpired,
    UserMarginEnded,
    UserMarginRefused,
    UserMarginSubscribed,
    UserSpotEnded,
    UserSpotRefused,
    UserSpotSubscribed,
    emit_account_config,
    emit_account_position,
    emit_account_update,
    emit_algo_update,
    emit_balance_update,
    emit_close_listen_key,
    emit_create_listen_key,
    emit_create_listen_token,
    emit_create_risk_key,
    emit_execution_report,
    emit_external_lock,
    emit_keep_listen_key,
    emit_keep_risk_key,
    emit_liability,
    emit_list_status,
    emit_margin_call,
    emit_margin_level,
    emit_order_update,
    emit_trade_lite,
    emit_trigger_rejected,
)
from dragoman_venues.binance.sbe import (
    SbeAccountPosition,
    SbeAccountPositionBalances,
    SbeAcknowledged,
    SbeBalanceUpdate,
    SbeBestBidAsk,
    SbeBudget,
    SbeDepth,
    SbeDepth20,
    SbeExecutionReport,
    SbeLevel,
    SbeRefused,
    SbeShutdown,
    SbeTrade,
    SbeTradeTrades,
    UserSpotSbeEnded,
    UserSpotSbeRefused,
    UserSpotSbeSubscribed,
    emit_sbe_account_position,
    emit_sbe_balance_update,
    emit_sbe_best_bid_ask,
    emit_sbe_depth,
    emit_sbe_depth20,
    emit_sbe_execution_report,
    emit_sbe_trade,
)
from dragoman_venues.binance.symbology import PRODUCTS
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
    emit_all_mini_tickers,
    emit_all_tickers,
    emit_all_window_tickers,
    emit_avg_price,
    emit_futures_ticker,
    emit_get_avg_price,
    emit_get_futures_ticker_24hr,
    emit_get_reference_price,
    emit_get_ticker_24hr,
    emit_get_ticker_price,
    emit_get_trading_day_ticker,
    emit_get_window_ticker,
    emit_mini_ticker,
    emit_reference_price,
    emit_ticker,
    emit_window_ticker,
)
from dragoman_venues.binance.trades import (
    AggTrade,
    BlockTrade,
    FuturesTrade,
    GetAggTradesRow,
    Trade,
    TradeRow,
    emit_agg_trade,
    emit_block_trade,
    emit_futures_trade,
    emit_get_agg_trades,
    emit_get_futures_historical_trades,
    emit_get_historical_block_trades,
    emit_get_historical_trades,
    emit_get_trades,
    emit_trade,
)
from dragoman_venues.binance.venue import (
    GetServerTimeResponse,
    ServerShutdown,
    StreamAcknowledged,
    StreamMalformed,
    StreamRefused,
    emit_get_server_time,
    emit_ping,
    emit_server_shutdown,
)


def _read_stream_acknowledged(message: StreamAcknowledged) -> tuple[object, str, str] | None:
    """(id, code, message) of a acknowledged reply."""
    return message.id, "", ""


def _read_stream_refused(message: StreamRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    return message.id, str(message.error.code), str(message.error.msg)


def _read_stream_malformed(message: StreamMalformed) -> tuple[object, str, str] | None:
    """(id, code, message) of a malformed reply."""
    return message.id, str(message.code), str(message.msg)


def _read_user_futures_expired(message: UserFuturesExpired) -> tuple[object, str, str] | None:
    """(id, code, message) of a expired reply."""
    if message.e != "listenKeyExpired":
        return None
    return None, "", ""


def _read_margin_risk_expired(message: MarginRiskExpired) -> tuple[object, str, str] | None:
    """(id, code, message) of a expired reply."""
    if message.e != "listenKeyExpired":
        return None
    return None, "", ""


def _read_user_spot_subscribed(message: UserSpotSubscribed) -> tuple[object, str, str] | None:
    """(id, code, message) of a subscribed reply."""
    if message.status != 200:
        return None
    return None, "", ""


def _read_user_spot_refused(message: UserSpotRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    return None, str(message.error.code), str(message.error.msg)


def _read_user_spot_ended(message: UserSpotEnded) -> tuple[object, str, str] | None:
    """(id, code, message) of a ended reply."""
    if message.event.e != "eventStreamTerminated":
        return None
    return None, "", ""


def _read_user_margin_subscribed(message: UserMarginSubscribed) -> tuple[object, str, str] | None:
    """(id, code, message) of a subscribed reply."""
    if message.status != 200:
        return None
    return None, "", ""


def _read_user_margin_refused(message: UserMarginRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    return None, str(message.error.code), str(message.error.msg)


def _read_user_margin_ended(message: UserMarginEnded) -> tuple[object, str, str] | None:
    """(id, code, message) of a ended reply."""
    if message.event.e != "eventStreamTerminated":
        return None
    return None, "", ""


def _read_sbe_acknowledged(message: SbeAcknowledged) -> tuple[object, str, str] | None:
    """(id, code, message) of a acknowledged reply."""
    return message.id, "", ""


def _read_sbe_refused(message: SbeRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    return message.id, str(message.error.code), str(message.error.msg)


def _read_sbe_shutdown(message: SbeShutdown) -> tuple[object, str, str] | None:
    """(id, code, message) of a shutdown reply."""
    return None, "", str(message.e)


def _read_user_spot_sbe_subscribed(message: UserSpotSbeSubscribed) -> tuple[object, str, str] | None:
    """(id, code, message) of a subscribed reply."""
    if message.status != 200:
        return None
    return None, "", ""


def _read_user_spot_sbe_refused(message: UserSpotSbeRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    return None, str(message.status), ""


def _read_user_spot_sbe_ended(message: UserSpotSbeEnded) -> tuple[object, str, str] | None:
    """(id, code, message) of a ended reply."""
    return None, "", ""


def _depth_drop_spot(message: Depth, snapshot_id: int) -> bool:
    """The snapshot holds the message already."""
    return message.final_update_id <= snapshot_id


def _depth_drop_usdm(message: Depth, snapshot_id: int) -> bool:
    """The snapshot holds the message already."""
    return message.final_update_id < snapshot_id


def _depth_drop_coinm(message: Depth, snapshot_id: int) -> bool:
    """The snapshot holds the message already."""
    return message.final_update_id < snapshot_id


def _depth_first_spot(message: Depth, snapshot_id: int) -> bool:
    """The message joins the snapshot."""
    return message.first_update_id <= snapshot_id + 1 and message.final_update_id >= snapshot_id + 1


def _depth_first_usdm(message: Depth, snapshot_id: int) -> bool:
    """The message joins the snapshot."""
    return (message.first_update_id <= snapshot_id and message.final_update_id >= snapshot_id) or (
        message.previous_final_update_id if message.previous_final_update_id is not None else 0
    ) == snapshot_id


def _depth_first_coinm(message: Depth, snapshot_id: int) -> bool:
    """The message joins the snapshot."""
    return (message.first_update_id <= snapshot_id and message.final_update_id >= snapshot_id) or (
        message.previous_final_update_id if message.previous_final_update_id is not None else 0
    ) == snapshot_id


def _depth_next_spot(message: Depth, previous: Depth) -> bool:
    """Nothing lies between the two."""
    return message.first_update_id == previous.final_update_id + 1


def _depth_next_usdm(message: Depth, previous: Depth) -> bool:
    """Nothing lies between the two."""
    return (
        message.previous_final_update_id if message.previous_final_update_id is not None else 0
    ) == previous.final_update_id


def _depth_next_coinm(message: Depth, previous: Depth) -> bool:
    """Nothing lies between the two."""
    return (
        message.previous_final_update_id if message.previous_final_update_id is not None else 0
    ) == previous.final_update_id


def _make_depth(product: str) -> Any:
    """A fresh machine for one product."""
    facts = SyncFacts(
        stream="depth",
        snapshot="call",
        after="first_buffered_event",
        buffer_max=2000,
        on_full="resync",
        backoff_first_ns=1_000_000_000,
        backoff_max_ns=30_000_000_000,
        budget=None,
        stale_after_ns=60_000_000_000,
        max_keys=10_000,
    )
    if product == "coinm":
        return BookSync(facts, drop=_depth_drop_coinm, first=_depth_first_coinm, next=_depth_next_coinm)
    if product == "spot":
        return BookSync(facts, drop=_depth_drop_spot, first=_depth_first_spot, next=_depth_next_spot)
    if product == "usdm":
        return BookSync(facts, drop=_depth_drop_usdm, first=_depth_first_usdm, next=_depth_next_usdm)
    return BookSync(facts, drop=_depth_drop_coinm, first=_depth_first_coinm, next=_depth_next_coinm)


def _sbe_depth_drop(message: SbeDepth, snapshot_id: int) -> bool:
    """The snapshot holds the message already."""
    return message.final_update_id <= snapshot_id


def _sbe_depth_first(message: SbeDepth, snapshot_id: int) -> bool:
    """The message joins the snapshot."""
    return message.first_update_id <= snapshot_id + 1 and message.final_update_id >= snapshot_id + 1


def _sbe_depth_next(message: SbeDepth, previous: SbeDepth) -> bool:
    """Nothing lies between the two."""
    return message.first_update_id == previous.final_update_id + 1


def _make_sbe_depth(product: str) -> Any:
    """A fresh machine for one product."""
    facts = SyncFacts(
        stream="sbe_depth",
        snapshot="call",
        after="first_buffered_event",
        buffer_max=5000,
        on_full="resync",
        backoff_first_ns=1_000_000_000,
        backoff_max_ns=30_000_000_000,
        budget=None,
        stale_after_ns=60_000_000_000,
        max_keys=10_000,
    )
    return BookSync(facts, drop=_sbe_depth_drop, first=_sbe_depth_first, next=_sbe_depth_next)


def _make_trade(product: str) -> Any:
    """A fresh machine for one product."""
    return Consecutive(stream="trade", restart=100_000, max_keys=10_000, passes_older=True)


def _make_agg_trade(product: str) -> Any:
    """A fresh machine for one product."""
    return Consecutive(stream="agg_trade", restart=100_000, max_keys=10_000, passes_older=True)


def _get_spot_states_key(listed: SpotListed) -> Hashable:
    """What tells the rows apart."""
    return listed.symbol


def _make_get_spot_states(product: str) -> Any:
    """A fresh machine for one product."""
    return Polls(key=_get_spot_states_key, max_rows=100_000)


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.binance.short import WAYS

    return WAYS


TABLES = Tables(
    venue="BINANCE",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("spot", "usdm", "coinm"),
            tag_key="e",
            wrapper_topic="stream",
            wrapper_payload="data",
            bare_at="ws",
            unknown="count",
            channels=(
                Channel(
                    name="server_shutdown",
                    payload=ServerShutdown,
                    emit=emit_server_shutdown,
                    tag="serverShutdown",
                    topic=re.compile("!serverShutdown"),
                    products=("spot",),
                ),
                Channel(
                    name="kline",
                    payload=Kline,
                    emit=emit_kline,
                    tag="kline",
                    topic=re.compile("(?P<symbol>.+?)@kline_(?P<interval>.+?)"),
                    upper=("symbol",),
                    products=("spot", "usdm", "coinm"),
                    gives=("Bar", "BinanceBar"),
                ),
                Channel(
                    name="continuous_kline",
                    payload=ContinuousKline,
                    emit=emit_continuous_kline,
                    tag="continuous_kline",
                    topic=re.compile(
                        "(?P<pair>.+?)_(?P<contract_type>perpetual|current_quarter|next_quarter|tradifi_perpetual)@continuousKline_(?P<interval>.+?)"
                    ),
                    upper=("pair", "contract_type"),
                    products=("usdm", "coinm"),
                    gives=("BinanceContinuousBar",),
                    of_any=True,
                ),
                Channel(
                    name="mark_price_kline",
                    payload=MarkPriceKline,
                    emit=emit_mark_price_kline,
                    tag="markPrice_kline",
                    topic=re.compile("(?P<symbol>.+?)@markPriceKline_(?P<interval>.+?)"),
                    upper=("symbol",),
                    products=("coinm",),
                    gives=("Bar",),
                ),
                Channel(
                    name="index_price_kline",
                    payload=IndexPriceKline,
                    emit=emit_index_price_kline,
                    tag="indexPrice_kline",
                    topic=re.compile("(?P<pair>.+?)@indexPriceKline_(?P<interval>.+?)"),
                    upper=("pair",),
                    products=("coinm",),
                    gives=("Bar",),
                ),
                Channel(
                    name="depth",
                    payload=Depth,
                    emit=emit_depth,
                    tag="depthUpdate",
                    topic=re.compile("(?P<symbol>.+?)@depth(?P<speed>|@0ms|@100ms|@250ms|@500ms|@1000ms)"),
                    upper=("symbol",),
                    products=("spot", "usdm", "coinm"),
                    gives=("OrderBookDeltas",),
                ),
                Channel(
                    name="book_ticker",
                    payload=BookTicker,
                    emit=emit_book_ticker,
                    tag="bookTicker",
                    topic=re.compile("(?P<symbol>.+?)@bookTicker"),
                    upper=("symbol",),
                    has=("u", "s", "b", "B", "a", "A"),
                    products=("spot", "usdm", "coinm"),
                    gives=("QuoteTick",),
                ),
                Channel(
                    name="partial_depth",
                    payload=PartialDepth,
                    emit=emit_partial_depth,
                    topic=re.compile("(?P<symbol>.+?)@depth(?P<levels>5|10|20)(?P<speed>|@100ms|@1000ms)"),
                    upper=("symbol",),
                    has=("lastUpdateId", "bids", "asks"),
                    products=("spot",),
                    gives=("OrderBookDeltas", "OrderBookDepth10"),
                ),
                Channel(
                    name="futures_partial_depth",
                    payload=FuturesPartialDepth,
                    emit=emit_futures_partial_depth,
                    tag="depthUpdate",
                    topic=re.compile(
                        "(?P<symbol>.+?)@depth(?P<levels>5|10|20)(?P<speed>|@100ms|@250ms|@500ms)"
                    ),
                    upper=("symbol",),
                    products=("usdm", "coinm"),
                    gives=("OrderBookDeltas", "OrderBookDepth10"),
                ),
                Channel(
                    name="all_book_tickers",
                    payload=AllBookTickers,
                    emit=emit_all_book_tickers,
                    tag="bookTicker",
                    topic=re.compile("!bookTicker"),
                    products=("usdm",),
                    gives=("QuoteTick",),
                ),
                Channel(
                    name="coinm_all_book_tickers",
                    payload=CoinmAllBookTickers,
                    emit=emit_coinm_all_book_tickers,
                    tag="bookTicker",
                    topic=re.compile("!bookTicker"),
                    products=("coinm",),
                    gives=("QuoteTick",),
                    of_any=True,
                ),
                Channel(
                    name="mark_price",
                    payload=MarkPrice,
                    emit=emit_mark_price,
                    tag="markPriceUpdate",
                    topic=re.compile("(?P<symbol>.+?)@markPrice(?P<speed>|@1s)"),
                    upper=("symbol",),
                    products=("usdm", "coinm"),
                    gives=(
                        "MarkPriceUpdate",
                        "IndexPriceUpdate",
                        "FundingRateUpdate",
                        "BinanceFuturesMarkPriceUpdate",
                    ),
                    of_any=True,
                ),
                Channel(
                    name="all_mark_prices",
                    payload=list[MarkPrice],
                    emit=emit_all_mark_prices,
                    topic=re.compile("!markPrice@arr(?P<speed>|@1s)"),
                    products=("usdm", "coinm"),
                    rows=("$",),
                    gives=(
                        "MarkPriceUpdate",
                        "IndexPriceUpdate",
                        "FundingRateUpdate",
                        "BinanceFuturesMarkPriceUpdate",
                    ),
                    of_any=True,
                ),
                Channel(
                    name="force_order",
                    payload=ForceOrder,
                    emit=emit_force_order,
                    tag="forceOrder",
                    topic=re.compile("(?P<symbol>.+?)@forceOrder"),
                    upper=("symbol",),
                    products=("usdm", "coinm"),
                    gives=("BinanceFuturesLiquidation",),
                    of_any=True,
                ),
                Channel(
                    name="all_force_orders",
                    payload=AllForceOrders,
                    emit=emit_all_force_orders,
                    tag="forceOrder",
                    topic=re.compile("!forceOrder@arr"),
                    products=("usdm", "coinm"),
                    gives=("BinanceFuturesLiquidation",),
                    of_any=True,
                ),
                Channel(
                    name="index_price",
                    payload=IndexPrice,
                    emit=emit_index_price,
                    tag="indexPriceUpdate",
                    topic=re.compile("(?P<pair>.+?)@indexPrice(?P<speed>|@1s)"),
                    upper=("pair",),
                    products=("coinm",),
                    gives=("IndexPriceUpdate",),
                ),
                Channel(
                    name="composite_index",
                    payload=CompositeIndex,
                    emit=emit_composite_index,
                    tag="compositeIndex",
                    topic=re.compile("(?P<symbol>.+?)@compositeIndex"),
                    upper=("symbol",),
                    products=("usdm",),
                    gives=("IndexPriceUpdate", "BinanceFuturesCompositeIndex"),
                ),
                Channel(
                    name="asset_index",
                    payload=AssetIndex,
                    emit=emit_asset_index,
                    tag="assetIndexUpdate",
                    topic=re.compile("(?P<index>.+?)@assetIndex"),
                    upper=("index",),
                    products=("usdm",),
                    gives=("BinanceFuturesAssetIndex",),
                    of_any=True,
                ),
                Channel(
                    name="all_asset_indices",
                    payload=list[AssetIndex],
                    emit=emit_all_asset_indices,
                    topic=re.compile("!assetIndex@arr"),
                    products=("usdm",),
                    rows=("$",),
                    gives=("BinanceFuturesAssetIndex",),
                    of_any=True,
                ),
                Channel(
                    name="contract_info",
                    payload=ContractInfo,
                    emit=emit_contract_info,
                    tag="contractInfo",
                    topic=re.compile("!contractInfo"),
                    products=("usdm", "coinm"),
                    gives=("InstrumentStatus", "BinanceFuturesContractInfo"),
                    of_any=True,
                ),
                Channel(
                    name="ticker",
                    payload=StreamTicker,
                    emit=emit_ticker,
                    tag="24hrTicker",
                    topic=re.compile("(?P<symbol>.+?)@ticker"),
                    upper=("symbol",),
                    products=("spot",),
                    gives=("BinanceTicker",),
                ),
                Channel(
                    name="avg_price",
                    payload=AvgPrice,
                    emit=emit_avg_price,
                    tag="avgPrice",
                    topic=re.compile("(?P<symbol>.+?)@avgPrice"),
                    upper=("symbol",),
                    products=("spot",),
                    gives=("BinanceAveragePrice",),
                ),
                Channel(
                    name="window_ticker",
                    payload=StreamWindowTicker,
                    emit=emit_window_ticker,
                    topic=re.compile("(?P<symbol>.+?)@ticker_(?P<window>1h|4h|1d)"),
                    upper=("symbol",),
                    products=("spot",),
                    gives=("BinanceWindowTicker",),
                ),
                Channel(
                    name="all_window_tickers",
                    payload=list[StreamWindowTicker],
                    emit=emit_all_window_tickers,
                    topic=re.compile("!ticker_(?P<window>1h|4h|1d)@arr"),
                    products=("spot",),
                    rows=("$",),
                    gives=("BinanceWindowTicker",),
                ),
                Channel(
                    name="reference_price",
                    payload=ReferencePrice,
                    emit=emit_reference_price,
                    tag="referencePrice",
                    topic=re.compile("(?P<symbol>.+?)@referencePrice"),
                    upper=("symbol",),
                    products=("spot",),
                    gives=("BinanceReferencePrice",),
                ),
                Channel(
                    name="futures_ticker",
                    payload=StreamFuturesTicker,
                    emit=emit_futures_ticker,
                    tag="24hrTicker",
                    topic=re.compile("(?P<symbol>.+?)@ticker"),
                    upper=("symbol",),
                    products=("usdm", "coinm"),
                    gives=("BinanceFuturesTicker",),
                ),
                Channel(
                    name="all_tickers",
                    payload=list[StreamFuturesTicker],
                    emit=emit_all_tickers,
                    topic=re.compile("!ticker@arr"),
                    products=("usdm", "coinm"),
                    rows=("$",),
                    gives=("BinanceFuturesTicker",),
                    of_any=True,
                ),
                Channel(
                    name="mini_ticker",
                    payload=StreamMiniTicker,
                    emit=emit_mini_ticker,
                    tag="24hrMiniTicker",
                    topic=re.compile("(?P<symbol>.+?)@miniTicker"),
                    upper=("symbol",),
                    products=("spot", "usdm", "coinm"),
                    gives=("BinanceMiniTicker",),
                ),
                Channel(
                    name="all_mini_tickers",
                    payload=list[StreamMiniTicker],
                    emit=emit_all_mini_tickers,
                    topic=re.compile("!miniTicker@arr"),
                    products=("spot", "usdm", "coinm"),
                    rows=("$",),
                    gives=("BinanceMiniTicker",),
                ),
                Channel(
                    name="trade",
                    payload=Trade,
                    emit=emit_trade,
                    tag="trade",
                    topic=re.compile("(?P<symbol>.+?)@trade"),
                    upper=("symbol",),
                    products=("spot",),
                    gives=("TradeTick",),
                ),
                Channel(
                    name="block_trade",
                    payload=BlockTrade,
                    emit=emit_block_trade,
                    tag="blockTrade",
                    topic=re.compile("(?P<symbol>.+?)@blockTrade"),
                    upper=("symbol",),
                    products=("spot",),
                    gives=("BinanceBlockTrade",),
                ),
                Channel(
                    name="futures_trade",
                    payload=FuturesTrade,
                    emit=emit_futures_trade,
                    tag="trade",
                    topic=re.compile("(?P<symbol>.+?)@trade"),
                    upper=("symbol",),
                    products=("usdm", "coinm"),
                    gives=("TradeTick",),
                ),
                Channel(
                    name="agg_trade",
                    payload=AggTrade,
                    emit=emit_agg_trade,
                    tag="aggTrade",
                    topic=re.compile("(?P<symbol>.+?)@aggTrade"),
                    upper=("symbol",),
                    products=("spot", "usdm", "coinm"),
                    gives=("TradeTick",),
                ),
            ),
            replies=(
                Reply(
                    name="acknowledged",
                    has=("result", "id"),
                    payload=StreamAcknowledged,
                    means="ack",
                    read=_read_stream_acknowledged,
                ),
                Reply(
                    name="refused",
                    has=("error",),
                    payload=StreamRefused,
                    means="error",
                    read=_read_stream_refused,
                ),
                Reply(
                    name="malformed",
                    has=("code", "msg"),
                    payload=StreamMalformed,
                    means="error",
                    read=_read_stream_malformed,
                ),
            ),
        ),
        Connection(
            name="user_futures",
            source="ws",
            codec="json",
            products=("usdm", "coinm"),
            tag_key="e",
            wrapper_topic="stream",
            wrapper_payload="data",
            unknown="count",
            channels=(
                Channel(
                    name="order_update",
                    payload=OrderUpdate,
                    emit=emit_order_update,
                    text=OrderUpdateText,
                    tag="ORDER_TRADE_UPDATE",
                    topic=re.compile("ORDER_TRADE_UPDATE"),
                    gives=("OrderStatusReport", "FillReport"),
                ),
                Channel(
                    name="algo_update",
                    payload=AlgoUpdate,
                    emit=emit_algo_update,
                    tag="ALGO_UPDATE",
                    topic=re.compile("ALGO_UPDATE"),
                    gives=("OrderAccepted", "OrderTriggered", "OrderStatusReport"),
                ),
                Channel(
                    name="trade_lite",
                    payload=TradeLite,
                    emit=emit_trade_lite,
                    text=TradeLiteText,
                    tag="TRADE_LITE",
                    topic=re.compile("TRADE_LITE"),
                    products=("usdm",),
                    gives=("FillReport",),
                ),
                Channel(
                    name="account_update",
                    payload=AccountUpdate,
                    emit=emit_account_update,
                    tag="ACCOUNT_UPDATE",
                    topic=re.compile("ACCOUNT_UPDATE"),
                    rows=("$.a.P",),
                    gives=("AccountState", "PositionStatusReport"),
                ),
                Channel(
                    name="margin_call",
                    payload=MarginCall,
                    emit=emit_margin_call,
                    tag="MARGIN_CALL",
                    topic=re.compile("MARGIN_CALL"),
                    gives=("BinanceFuturesMarginCall",),
                    of_any=True,
                ),
                Channel(
                    name="account_config",
                    payload=AccountConfig,
                    emit=emit_account_config,
                    tag="ACCOUNT_CONFIG_UPDATE",
                    topic=re.compile("ACCOUNT_CONFIG_UPDATE"),
                    rows=("$.ac",),
                    gives=("BinanceFuturesAccountConfig",),
                ),
                Channel(
                    name="trigger_rejected",
                    payload=TriggerRejected,
                    emit=emit_trigger_rejected,
                    tag="CONDITIONAL_ORDER_TRIGGER_REJECT",
                    topic=re.compile("CONDITIONAL_ORDER_TRIGGER_REJECT"),
                    gives=("BinanceFuturesTriggerRejected",),
                ),
            ),
            replies=(
                Reply(
                    name="expired",
                    has=("e", "listenKey"),
                    payload=UserFuturesExpired,
                    means="expired",
                    read=_read_user_futures_expired,
                ),
            ),
        ),
        Connection(
            name="margin_risk",
            source="ws",
            codec="json",
            products=("margin",),
            tag_key="e",
            wrapper_topic="stream",
            wrapper_payload="data",
            unknown="count",
            channels=(
                Channel(
                    name="margin_level",
                    payload=MarginLevel,
                    emit=emit_margin_level,
                    tag="MARGIN_LEVEL_STATUS_CHANGE",
                    topic=re.compile("MARGIN_LEVEL_STATUS_CHANGE"),
                    gives=("BinanceMarginLevel",),
                    of_any=True,
                ),
                Channel(
                    name="liability",
                    payload=Liability,
                    emit=emit_liability,
                    tag="USER_LIABILITY_CHANGE",
                    topic=re.compile("USER_LIABILITY_CHANGE"),
                    gives=("BinanceMarginDebt",),
                    of_any=True,
                ),
            ),
            replies=(
                Reply(
                    name="expired",
                    has=("e", "listenKey"),
                    payload=MarginRiskExpired,
                    means="expired",
                    read=_read_margin_risk_expired,
                ),
            ),
        ),
        Connection(
            name="user_spot",
            source="ws",
            codec="json",
            products=("spot",),
            tag_key="e",
            wrapper_payload="event",
            unknown="count",
            channels=(
                Channel(
                    name="execution_report",
                    payload=ExecutionReport,
                    emit=emit_execution_report,
                    text=ExecutionReportText,
                    tag="executionReport",
                    topic=re.compile("executionReport"),
                    products=("spot", "margin"),
                    gives=("OrderStatusReport", "FillReport"),
                ),
                Channel(
                    name="account_position",
                    payload=AccountPosition,
                    emit=emit_account_position,
                    tag="outboundAccountPosition",
                    topic=re.compile("outboundAccountPosition"),
                    products=("spot", "margin"),
                    gives=("AccountState",),
                ),
                Channel(
                    name="balance_update",
                    payload=BalanceUpdate,
                    emit=emit_balance_update,
                    tag="balanceUpdate",
                    topic=re.compile("balanceUpdate"),
                    products=("spot", "margin"),
                    gives=("BinanceBalanceUpdate",),
                    of_any=True,
                ),
                Channel(
                    name="external_lock",
                    payload=ExternalLock,
                    emit=emit_external_lock,
                    tag="externalLockUpdate",
                    topic=re.compile("externalLockUpdate"),
                    products=("spot", "margin"),
                    gives=("BinanceExternalLock",),
                    of_any=True,
                ),
                Channel(
                    name="list_status",
                    payload=ListStatus,
                    emit=emit_list_status,
                    tag="listStatus",
                    topic=re.compile("listStatus"),
                    products=("spot", "margin"),
                    gives=("BinanceOrderList",),
                ),
            ),
            replies=(
                Reply(
                    name="subscribed",
                    has=("id", "status", "result"),
                    payload=UserSpotSubscribed,
                    means="authenticated",
                    read=_read_user_spot_subscribed,
                ),
                Reply(
                    name="refused",
                    has=("status", "error"),
                    payload=UserSpotRefused,
                    means="error",
                    read=_read_user_spot_refused,
                ),
                Reply(
                    name="ended",
                    has=("subscriptionId", "event"),
                    payload=UserSpotEnded,
                    means="expired",
                    read=_read_user_spot_ended,
                ),
            ),
        ),
        Connection(
            name="user_margin",
            source="ws",
            codec="json",
            products=("margin",),
            tag_key="e",
            wrapper_payload="event",
            unknown="count",
            channels=(
                Channel(
                    name="execution_report",
                    payload=ExecutionReport,
                    emit=emit_execution_report,
                    text=ExecutionReportText,
                    tag="executionReport",
                    topic=re.compile("executionReport"),
                    products=("spot", "margin"),
                    gives=("OrderStatusReport", "FillReport"),
                ),
                Channel(
                    name="account_position",
                    payload=AccountPosition,
                    emit=emit_account_position,
                    tag="outboundAccountPosition",
                    topic=re.compile("outboundAccountPosition"),
                    products=("spot", "margin"),
                    gives=("AccountState",),
                ),
                Channel(
                    name="balance_update",
                    payload=BalanceUpdate,
                    emit=emit_balance_update,
                    tag="balanceUpdate",
                    topic=re.compile("balanceUpdate"),
                    products=("spot", "margin"),
                    gives=("BinanceBalanceUpdate",),
                    of_any=True,
                ),
                Channel(
                    name="external_lock",
                    payload=ExternalLock,
                    emit=emit_external_lock,
                    tag="externalLockUpdate",
                    topic=re.compile("externalLockUpdate"),
                    products=("spot", "margin"),
                    gives=("BinanceExternalLock",),
                    of_any=True,
                ),
                Channel(
                    name="list_status",
                    payload=ListStatus,
                    emit=emit_list_status,
                    tag="listStatus",
                    topic=re.compile("listStatus"),
                    products=("spot", "margin"),
                    gives=("BinanceOrderList",),
                ),
            ),
            replies=(
                Reply(
                    name="subscribed",
                    has=("id", "status", "result"),
                    payload=UserMarginSubscribed,
                    means="authenticated",
                    read=_read_user_margin_subscribed,
                ),
                Reply(
                    name="refused",
                    has=("status", "error"),
                    payload=UserMarginRefused,
                    means="error",
                    read=_read_user_margin_refused,
                ),
                Reply(
                    name="ended",
                    has=("subscriptionId", "event"),
                    payload=UserMarginEnded,
                    means="expired",
                    read=_read_user_margin_ended,
                ),
            ),
        ),
        Connection(
            name="orders",
            source="ws:orders",
            codec="json",
            products=("spot", "usdm", "coinm"),
            unknown="count",
            channels=(),
            replies=(),
        ),
        Connection(
            name="sbe",
            source="sbe",
            codec="sbe",
            products=("spot",),
            unknown="count",
            channels=(
                Channel(
                    name="sbe_trade",
                    payload=SbeTrade,
                    emit=emit_sbe_trade,
                    tag=10000,
                    topic=re.compile("(?P<symbol>.+?)@trade"),
                    upper=("symbol",),
                    rows=("$.trades",),
                    gives=("TradeTick",),
                    layout=MessageLayout(
                        "sbe_trade",
                        10000,
                        1,
                        0,
                        Block(
                            18,
                            (
                                BlockField("event_time", "i64"),
                                BlockField("transact_time", "i64"),
                                BlockField("price_exponent", "i8"),
                                BlockField("qty_exponent", "i8"),
                            ),
                            (
                                Group(
                                    "trades",
                                    Block(
                                        25,
                                        (
                                            BlockField("id", "i64"),
                                            BlockField("price", "i64", exponent="price_exponent"),
                                            BlockField("qty", "i64", exponent="qty_exponent"),
                                            BlockField("is_buyer_maker", "u8", one_of=(0, 1), truth=True),
                                        ),
                                        (),
                                        (),
                                        SbeTradeTrades,
                                    ),
                                    "u16",
                                    "u32",
                                ),
                            ),
                            (DataField("symbol", "u8"),),
                            SbeTrade,
                        ),
                    ),
                ),
                Channel(
                    name="sbe_best_bid_ask",
                    payload=SbeBestBidAsk,
                    emit=emit_sbe_best_bid_ask,
                    tag=10001,
                    topic=re.compile("(?P<symbol>.+?)@bestBidAsk"),
                    upper=("symbol",),
                    gives=("QuoteTick",),
                    layout=MessageLayout(
                        "sbe_best_bid_ask",
                        10001,
                        1,
                        0,
                        Block(
                            50,
                            (
                                BlockField("event_time", "i64"),
                                BlockField("update_id", "i64"),
                                BlockField("price_exponent", "i8"),
                                BlockField("qty_exponent", "i8"),
                                BlockField("bid_price", "i64", exponent="price_exponent"),
                                BlockField("bid_qty", "i64", exponent="qty_exponent"),
                                BlockField("ask_price", "i64", exponent="price_exponent"),
                                BlockField("ask_qty", "i64", exponent="qty_exponent"),
                            ),
                            (),
                            (DataField("symbol", "u8"),),
                            SbeBestBidAsk,
                        ),
                    ),
                ),
                Channel(
                    name="sbe_depth20",
                    payload=SbeDepth20,
                    emit=emit_sbe_depth20,
                    tag=10002,
                    topic=re.compile("(?P<symbol>.+?)@depth20"),
                    upper=("symbol",),
                    gives=("OrderBookDeltas", "OrderBookDepth10"),
                    layout=MessageLayout(
                        "sbe_depth20",
                        10002,
                        1,
                        0,
                        Block(
                            18,
                            (
                                BlockField("event_time", "i64"),
                                BlockField("update_id", "i64"),
                                BlockField("price_exponent", "i8"),
                                BlockField("qty_exponent", "i8"),
                            ),
                            (
                                Group(
                                    "bids",
                                    Block(
                                        16,
                                        (
                                            BlockField("price", "i64", exponent="price_exponent"),
                                            BlockField("size", "i64", exponent="qty_exponent"),
                                        ),
                                        (),
                                        (),
                                        SbeLevel,
                                    ),
                                    "u16",
                                    "u16",
                                ),
                                Group(
                                    "asks",
                                    Block(
                                        16,
                                        (
                                            BlockField("price", "i64", exponent="price_exponent"),
                                            BlockField("size", "i64", exponent="qty_exponent"),
                                        ),
                                        (),
                                        (),
                                        SbeLevel,
                                    ),
                                    "u16",
                                    "u16",
                                ),
                            ),
                            (DataField("symbol", "u8"),),
                            SbeDepth20,
                        ),
                    ),
                ),
                Channel(
                    name="sbe_depth",
                    payload=SbeDepth,
                    emit=emit_sbe_depth,
                    tag=10003,
                    topic=re.compile("(?P<symbol>.+?)@depth"),
                    upper=("symbol",),
                    gives=("OrderBookDeltas",),
                    layout=MessageLayout(
                        "sbe_depth",
                        10003,
                        1,
                        0,
                        Block(
                            26,
                            (
                                BlockField("event_time", "i64"),
                                BlockField("first_update_id", "i64"),
                                BlockField("final_update_id", "i64"),
                                BlockField("price_exponent", "i8"),
                                BlockField("qty_exponent", "i8"),
                            ),
                            (
                                Group(
                                    "bids",
                                    Block(
                                        16,
                                        (
                                            BlockField("price", "i64", exponent="price_exponent"),
                                            BlockField("size", "i64", exponent="qty_exponent"),
                                        ),
                                        (),
                                        (),
                                        SbeLevel,
                                    ),
                                    "u16",
                                    "u16",
                                ),
                                Group(
                                    "asks",
                                    Block(
                                        16,
                                        (
                                            BlockField("price", "i64", exponent="price_exponent"),
                                            BlockField("size", "i64", exponent="qty_exponent"),
                                        ),
                                        (),
                                        (),
                                        SbeLevel,
                                    ),
                                    "u16",
                                    "u16",
                                ),
                            ),
                            (DataField("symbol", "u8"),),
                            SbeDepth,
                        ),
                    ),
                ),
            ),
            replies=(
                Reply(
                    name="acknowledged",
                    has=("result", "id"),
                    payload=SbeAcknowledged,
                    means="ack",
                    read=_read_sbe_acknowledged,
                ),
                Reply(
                    name="refused", has=("error",), payload=SbeRefused, means="error", read=_read_sbe_refused
                ),
                Reply(
                    name="shutdown",
                    has=("e", "E"),
                    payload=SbeShutdown,
                    means="status",
                    read=_read_sbe_shutdown,
                ),
            ),
        ),
        Connection(
            name="user_spot_sbe",
            source="ws",
            codec="sbe",
            products=("spot",),
            unknown="count",
            channels=(
                Channel(
                    name="sbe_execution_report",
                    payload=SbeExecutionReport,
                    emit=emit_sbe_execution_report,
                    tag=603,
                    topic=re.compile("executionReport"),
                    gives=("OrderStatusReport", "FillReport"),
                    layout=MessageLayout(
                        "sbe_execution_report",
                        603,
                        3,
                        5,
                        Block(
                            282,
                            (
                                BlockField("event_time", "i64"),
                                BlockField("transact_time", "i64"),
                                BlockField("price_exponent", "i8"),
                                BlockField("qty_exponent", "i8"),
                                BlockField("commission_exponent", "i8"),
                                BlockField("creation_time", "i64", nulls=(-9223372036854775808,)),
                                BlockField("working_time", "i64", nulls=(-9223372036854775808,)),
                                BlockField("order_id", "i64"),
                                BlockField("order_list_id", "i64", nulls=(-9223372036854775808,)),
                                BlockField("original_qty", "i64", exponent="qty_exponent"),
                                BlockField("price", "i64", exponent="price_exponent"),
                                BlockField("original_quote_qty", "i64", exponent="price_exponent"),
                                BlockField(
                                    "iceberg_qty",
                                    "i64",
                                    nulls=(-9223372036854775808,),
                                    exponent="qty_exponent",
                                ),
                                BlockField(
                                    "stop_price",
                                    "i64",
                                    nulls=(-9223372036854775808,),
                                    exponent="price_exponent",
                                ),
                                BlockField("type", "u8"),
                                BlockField("side", "u8", one_of=(0, 1)),
                                BlockField("life", "u8"),
                                BlockField("execution", "u8"),
                                BlockField("status", "u8", one_of=(0, 1, 2, 3, 4, 5, 6, 9, 11)),
                                BlockField("trade_id", "i64", nulls=(-9223372036854775808,)),
                                BlockField("execution_id", "i64"),
                                BlockField("executed_qty", "i64", exponent="qty_exponent"),
                                BlockField(
                                    "cumulative_quote_qty",
                                    "i64",
                                    nulls=(-9223372036854775808,),
                                    exponent="price_exponent",
                                ),
                                BlockField("last_qty", "i64", exponent="qty_exponent"),
                                BlockField("last_price", "i64", exponent="price_exponent"),
                                BlockField("quote_qty", "i64", exponent="price_exponent"),
                                BlockField(
                                    "commission",
                                    "i64",
                                    nulls=(-9223372036854775808,),
                                    exponent="commission_exponent",
                                ),
                                BlockField("is_working", "u8", one_of=(0, 1), truth=True),
                                BlockField("is_maker", "u8", one_of=(0, 1), truth=True),
                                BlockField("is_best_match", "u8", one_of=(0, 1), truth=True),
                                BlockField("match_type", "u8"),
                                BlockField("prevention_mode", "u8"),
                                BlockField("capacity", "u8"),
                                BlockField("working_floor", "u8"),
                                BlockField("used_sor", "u8", one_of=(0, 1), truth=True),
                                BlockField("allocation_id", "i64", nulls=(-9223372036854775808,)),
                                BlockField("trailing_delta", "u64", nulls=(18446744073709551615,)),
                                BlockField("trailing_time", "i64", nulls=(-9223372036854775808,)),
                                BlockField("trade_group_id", "i64", nulls=(-9223372036854775808,)),
                                BlockField("prevented_qty", "i64", exponent="qty_exponent"),
                                BlockField(
                                    "last_prevented_qty",
                                    "i64",
                                    nulls=(-9223372036854775808,),
                                    exponent="qty_exponent",
                                ),
                                BlockField("prevented_match_id", "i64", nulls=(-9223372036854775808,)),
                                BlockField(
                                    "prevented_execution_qty",
                                    "i64",
                                    nulls=(-9223372036854775808,),
                                    exponent="qty_exponent",
                                ),
                                BlockField(
                                    "prevented_execution_price",
                                    "i64",
                                    nulls=(-9223372036854775808,),
                                    exponent="price_exponent",
                                ),
                                BlockField(
                                    "prevented_execution_quote_qty",
                                    "i64",
                                    nulls=(-9223372036854775808,),
                                    exponent="price_exponent",
                                ),
                                BlockField("strategy_type", "i32", nulls=(-2147483648,)),
                                BlockField("strategy_id", "i64", nulls=(-9223372036854775808,)),
                                BlockField("counter_order_id", "i64", nulls=(-9223372036854775808,)),
                                BlockField("subscription_id", "u16", since=1, nulls=(65535,)),
                                BlockField("peg_price_type", "u8", since=1, nulls=(255,)),
                                BlockField("peg_offset_type", "u8", since=1, nulls=(255,)),
                                BlockField("peg_offset_value", "u8", since=1, nulls=(255,)),
                                BlockField(
                                    "pegged_price",
                                    "i64",
                                    since=1,
                                    nulls=(-9223372036854775808,),
                                    exponent="price_exponent",
                                ),
                                BlockField("expiry_reason", "u8", since=3, nulls=(255,)),
                            ),
                            (),
                            (
                                DataField("symbol", "u8"),
                                DataField("client_order_id", "u8", optional=True),
                                DataField("original_client_order_id", "u8", optional=True),
                                DataField("commission_asset", "u8", optional=True),
                                DataField("reject_reason", "u8", optional=True),
                                DataField("counter_symbol", "u8", optional=True),
                            ),
                            SbeExecutionReport,
                        ),
                    ),
                ),
                Channel(
                    name="sbe_account_position",
                    payload=SbeAccountPosition,
                    emit=emit_sbe_account_position,
                    tag=607,
                    topic=re.compile("outboundAccountPosition"),
                    gives=("AccountState",),
                    layout=MessageLayout(
                        "sbe_account_position",
                        607,
                        3,
                        5,
                        Block(
                            18,
                            (
                                BlockField("event_time", "i64"),
                                BlockField("update_time", "i64"),
                                BlockField("subscription_id", "u16", since=1, nulls=(65535,)),
                            ),
                            (
                                Group(
                                    "balances",
                                    Block(
                                        17,
                                        (
                                            BlockField("exponent", "i8"),
                                            BlockField("free", "i64", exponent="exponent"),
                                            BlockField("locked", "i64", exponent="exponent"),
                                        ),
                                        (),
                                        (DataField("asset", "u8"),),
                                        SbeAccountPositionBalances,
                                    ),
                                    "u16",
                                    "u32",
                                ),
                            ),
                            (),
                            SbeAccountPosition,
                        ),
                    ),
                    of_any=True,
                ),
                Channel(
                    name="sbe_balance_update",
                    payload=SbeBalanceUpdate,
                    emit=emit_sbe_balance_update,
                    tag=601,
                    topic=re.compile("balanceUpdate"),
                    gives=("BinanceBalanceUpdate",),
                    layout=MessageLayout(
                        "sbe_balance_update",
                        601,
                        3,
                        5,
                        Block(
                            27,
                            (
                                BlockField("event_time", "i64"),
                                BlockField("clear_time", "i64", nulls=(-9223372036854775808,)),
                                BlockField("qty_exponent", "i8"),
                                BlockField("delta", "i64", exponent="qty_exponent"),
                                BlockField("subscription_id", "u16", since=1, nulls=(65535,)),
                            ),
                            (),
                            (DataField("asset", "u8"),),
                            SbeBalanceUpdate,
                        ),
                    ),
                    of_any=True,
                ),
            ),
            replies=(
                Reply(
                    name="subscribed",
                    has=(),
                    payload=UserSpotSbeSubscribed,
                    means="authenticated",
                    read=_read_user_spot_sbe_subscribed,
                    layout=MessageLayout(
                        "subscribed",
                        50,
                        3,
                        5,
                        Block(
                            3,
                            (
                                BlockField("is_deprecated", "u8", one_of=(0, 1), truth=True),
                                BlockField("status", "u16"),
                            ),
                            (
                                Group(
                                    "budgets",
                                    Block(
                                        19,
                                        (
                                            BlockField("budget", "u8"),
                                            BlockField("interval", "u8"),
                                            BlockField("intervals", "u8"),
                                            BlockField("limit", "i64"),
                                            BlockField("used", "i64"),
                                        ),
                                        (),
                                        (),
                                        SbeBudget,
                                    ),
                                    "u16",
                                    "u16",
                                ),
                            ),
                            (
                                DataField("request_id", "u8", optional=True),
                                DataField("result", "u32", kept=False),
                            ),
                            UserSpotSbeSubscribed,
                        ),
                    ),
                ),
                Reply(
                    name="refused",
                    has=(),
                    payload=UserSpotSbeRefused,
                    means="error",
                    read=_read_user_spot_sbe_refused,
                    layout=MessageLayout(
                        "refused",
                        50,
                        3,
                        5,
                        Block(
                            3,
                            (
                                BlockField("is_deprecated", "u8", one_of=(0, 1), truth=True),
                                BlockField("status", "u16"),
                            ),
                            (
                                Group(
                                    "budgets",
                                    Block(
                                        19,
                                        (
                                            BlockField("budget", "u8"),
                                            BlockField("interval", "u8"),
                                            BlockField("intervals", "u8"),
                                            BlockField("limit", "i64"),
                                            BlockField("used", "i64"),
                                        ),
                                        (),
                                        (),
                                        SbeBudget,
                                    ),
                                    "u16",
                                    "u16",
                                ),
                            ),
                            (
                                DataField("request_id", "u8", optional=True),
                                DataField("result", "u32", kept=False),
                            ),
                            UserSpotSbeRefused,
                        ),
                    ),
                ),
                Reply(
                    name="ended",
                    has=(),
                    payload=UserSpotSbeEnded,
                    means="expired",
                    read=_read_user_spot_sbe_ended,
                    layout=MessageLayout(
                        "ended",
                        602,
                        3,
                        5,
                        Block(
                            10,
                            (
                                BlockField("event_time", "i64"),
                                BlockField("subscription_id", "u16", since=1, nulls=(65535,)),
                            ),
                            (),
                            (),
                            UserSpotSbeEnded,
                        ),
                    ),
                ),
            ),
        ),
    ),
    calls=(
        Call(
            name="ping",
            paths={"spot": "GET /api/v3/ping", "usdm": "GET /fapi/v1/ping", "coinm": "GET /dapi/v1/ping"},
            payload=Raw,
            emit=emit_ping,
        ),
        Call(
            name="get_server_time",
            paths={
                "spot": "GET /api/v3/time",
                "margin": "GET /api/v3/time",
                "usdm": "GET /fapi/v1/time",
                "coinm": "GET /dapi/v1/time",
            },
            payload=GetServerTimeResponse,
            emit=emit_get_server_time,
        ),
        Call(
            name="get_account",
            paths={"spot": "GET /api/v3/account"},
            payload=GetAccountResponse,
            emit=emit_get_account,
            called={"omitZeroBalances": ("omit_zero_balances",)},
        ),
        Call(
            name="get_margin_account",
            paths={"margin": "GET /sapi/v1/margin/account"},
            payload=GetMarginAccountResponse,
            emit=emit_get_margin_account,
        ),
        Call(
            name="get_isolated_accounts",
            paths={"margin": "GET /sapi/v1/margin/isolated/account"},
            payload=GetIsolatedAccountsResponse,
            emit=emit_get_isolated_accounts,
            rows=("$.assets",),
        ),
        Call(
            name="get_futures_account",
            paths={"usdm": "GET /fapi/v2/account", "coinm": "GET /dapi/v1/account"},
            payload=GetFuturesAccountResponse,
            emit=emit_get_futures_account,
        ),
        Call(
            name="get_futures_balance",
            paths={"usdm": "GET /fapi/v2/balance", "coinm": "GET /dapi/v1/balance"},
            payload=list[GetFuturesBalanceRow],
            emit=emit_get_futures_balance,
        ),
        Call(
            name="get_positions",
            paths={"usdm": "GET /fapi/v2/positionRisk", "coinm": "GET /dapi/v1/positionRisk"},
            payload=list[Position],
            emit=emit_get_positions,
            rows=("$",),
            called={"marginAsset": ("margin_asset",)},
        ),
        Call(
            name="get_open_positions",
            paths={"usdm": "GET /fapi/v3/positionRisk"},
            payload=list[Position],
            emit=emit_get_open_positions,
            rows=("$",),
        ),
        Call(
            name="get_commission_rate",
            paths={"usdm": "GET /fapi/v1/commissionRate", "coinm": "GET /dapi/v1/commissionRate"},
            payload=GetCommissionRateResponse,
            emit=emit_get_commission_rate,
        ),
        Call(
            name="get_symbol_config",
            paths={"usdm": "GET /fapi/v1/symbolConfig"},
            payload=list[GetSymbolConfigRow],
            emit=emit_get_symbol_config,
            rows=("$",),
        ),
        Call(
            name="get_leverage_brackets",
            paths={"usdm": "GET /fapi/v1/leverageBracket", "coinm": "GET /dapi/v2/leverageBracket"},
            payload=GetLeverageBracketsRow | list[GetLeverageBracketsRow],
            emit=emit_get_leverage_brackets,
        ),
        Call(
            name="get_position_mode",
            paths={"usdm": "GET /fapi/v1/positionSide/dual", "coinm": "GET /dapi/v1/positionSide/dual"},
            payload=GetPositionModeResponse,
            emit=emit_get_position_mode,
        ),
        Call(
            name="get_income",
            paths={"usdm": "GET /fapi/v1/income", "coinm": "GET /dapi/v1/income"},
            payload=list[GetIncomeRow],
            emit=emit_get_income,
            called={"incomeType": ("income_type",), "startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_leverage",
            paths={"usdm": "GET /fapi/v2/positionRisk", "coinm": "GET /dapi/v1/positionRisk"},
            payload=list[Position],
            emit=emit_get_leverage,
            rows=("$",),
            called={"marginAsset": ("margin_asset",)},
        ),
        Call(
            name="get_futures_account_in_use",
            paths={"usdm": "GET /fapi/v3/account"},
            payload=GetFuturesAccountInUseResponse,
            emit=emit_get_futures_account_in_use,
        ),
        Call(
            name="get_futures_balance_in_use",
            paths={"usdm": "GET /fapi/v3/balance"},
            payload=list[GetFuturesBalanceRow],
            emit=emit_get_futures_balance_in_use,
        ),
        Call(
            name="set_position_mode",
            paths={"usdm": "POST /fapi/v1/positionSide/dual", "coinm": "POST /dapi/v1/positionSide/dual"},
            payload=Done,
            emit=emit_set_position_mode,
            called={"dualSidePosition": ("hedge_mode",)},
        ),
        Call(
            name="set_leverage",
            paths={"usdm": "POST /fapi/v1/leverage", "coinm": "POST /dapi/v1/leverage"},
            payload=SetLeverageResponse,
            emit=emit_set_leverage,
        ),
        Call(
            name="set_margin_mode",
            paths={"usdm": "POST /fapi/v1/marginType", "coinm": "POST /dapi/v1/marginType"},
            payload=Done,
            emit=emit_set_margin_mode,
            called={"marginType": ("margin_mode",)},
        ),
        Call(
            name="change_position_margin",
            paths={"usdm": "POST /fapi/v1/positionMargin", "coinm": "POST /dapi/v1/positionMargin"},
            payload=Done,
            emit=emit_change_position_margin,
            called={"positionSide": ("position_side",), "type": ("kind",)},
        ),
        Call(
            name="borrow_or_repay",
            paths={"margin": "POST /sapi/v1/margin/borrow-repay"},
            payload=BorrowOrRepayResponse,
            emit=emit_borrow_or_repay,
            called={"isIsolated": ("is_isolated",), "type": ("kind",)},
        ),
        Call(
            name="get_klines",
            paths={
                "spot": "GET /api/v3/klines",
                "usdm": "GET /fapi/v1/klines",
                "coinm": "GET /dapi/v1/klines",
            },
            payload=list[KlineRow],
            emit=emit_get_klines,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",), "timeZone": ("time_zone",)},
        ),
        Call(
            name="get_ui_klines",
            paths={"spot": "GET /api/v3/uiKlines"},
            payload=list[KlineRow],
            emit=emit_get_ui_klines,
            called={"startTime": ("start_time",), "endTime": ("end_time",), "timeZone": ("time_zone",)},
        ),
        Call(
            name="get_index_price_klines",
            paths={"usdm": "GET /fapi/v1/indexPriceKlines"},
            payload=list[PriceKlineRow],
            emit=emit_get_index_price_klines,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_coinm_index_price_klines",
            paths={"coinm": "GET /dapi/v1/indexPriceKlines"},
            payload=list[PriceKlineRow],
            emit=emit_get_coinm_index_price_klines,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_mark_price_klines",
            paths={"usdm": "GET /fapi/v1/markPriceKlines", "coinm": "GET /dapi/v1/markPriceKlines"},
            payload=list[PriceKlineRow],
            emit=emit_get_mark_price_klines,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_continuous_klines",
            paths={"usdm": "GET /fapi/v1/continuousKlines", "coinm": "GET /dapi/v1/continuousKlines"},
            payload=list[KlineRow],
            emit=emit_get_continuous_klines,
            rows=("$",),
            called={
                "contractType": ("contract_type",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
            },
        ),
        Call(
            name="get_premium_index_klines",
            paths={"usdm": "GET /fapi/v1/premiumIndexKlines", "coinm": "GET /dapi/v1/premiumIndexKlines"},
            payload=list[PriceKlineRow],
            emit=emit_get_premium_index_klines,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_depth",
            paths={"spot": "GET /api/v3/depth", "usdm": "GET /fapi/v1/depth", "coinm": "GET /dapi/v1/depth"},
            payload=GetDepthResponse,
            emit=emit_get_depth,
        ),
        Call(
            name="get_book_ticker",
            paths={
                "spot": "GET /api/v3/ticker/bookTicker",
                "usdm": "GET /fapi/v1/ticker/bookTicker",
                "coinm": "GET /dapi/v1/ticker/bookTicker",
            },
            payload=GetBookTickerRow | list[GetBookTickerRow],
            emit=emit_get_book_ticker,
            rows=("$",),
            called={"symbolStatus": ("symbol_status",)},
        ),
        Call(
            name="get_rpi_depth",
            paths={"usdm": "GET /fapi/v1/rpiDepth"},
            payload=GetRpiDepthResponse,
            emit=emit_get_rpi_depth,
        ),
        Call(
            name="get_premium_index",
            paths={"usdm": "GET /fapi/v1/premiumIndex", "coinm": "GET /dapi/v1/premiumIndex"},
            payload=GetPremiumIndexRow | list[GetPremiumIndexRow],
            emit=emit_get_premium_index,
            rows=("$",),
        ),
        Call(
            name="get_funding_rate",
            paths={"usdm": "GET /fapi/v1/fundingRate", "coinm": "GET /dapi/v1/fundingRate"},
            payload=list[GetFundingRateRow],
            emit=emit_get_funding_rate,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_funding_info",
            paths={"usdm": "GET /fapi/v1/fundingInfo", "coinm": "GET /dapi/v1/fundingInfo"},
            payload=list[GetFundingInfoRow],
            emit=emit_get_funding_info,
            rows=("$",),
        ),
        Call(
            name="get_open_interest",
            paths={"usdm": "GET /fapi/v1/openInterest", "coinm": "GET /dapi/v1/openInterest"},
            payload=GetOpenInterestResponse,
            emit=emit_get_open_interest,
        ),
        Call(
            name="get_open_interest_hist",
            paths={
                "usdm": "GET /futures/data/openInterestHist",
                "coinm": "GET /futures/data/openInterestHist",
            },
            payload=list[GetOpenInterestHistRow],
            emit=emit_get_open_interest_hist,
            rows=("$",),
            called={
                "contractType": ("contract_type",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
            },
        ),
        Call(
            name="get_top_long_short_account_ratio",
            paths={
                "usdm": "GET /futures/data/topLongShortAccountRatio",
                "coinm": "GET /futures/data/topLongShortAccountRatio",
            },
            payload=list[GetTopLongShortAccountRatioRow],
            emit=emit_get_top_long_short_account_ratio,
            called={
                "contractType": ("contract_type",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
            },
        ),
        Call(
            name="get_top_long_short_position_ratio",
            paths={
                "usdm": "GET /futures/data/topLongShortPositionRatio",
                "coinm": "GET /futures/data/topLongShortPositionRatio",
            },
            payload=list[GetTopLongShortAccountRatioRow],
            emit=emit_get_top_long_short_position_ratio,
            called={
                "contractType": ("contract_type",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
            },
        ),
        Call(
            name="get_global_long_short_account_ratio",
            paths={
                "usdm": "GET /futures/data/globalLongShortAccountRatio",
                "coinm": "GET /futures/data/globalLongShortAccountRatio",
            },
            payload=list[GetTopLongShortAccountRatioRow],
            emit=emit_get_global_long_short_account_ratio,
            called={
                "contractType": ("contract_type",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
            },
        ),
        Call(
            name="get_taker_volume",
            paths={
                "usdm": "GET /futures/data/takerlongshortRatio",
                "coinm": "GET /futures/data/takerBuySellVol",
            },
            payload=list[GetTakerVolumeRow],
            emit=emit_get_taker_volume,
            called={
                "contractType": ("contract_type",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
            },
        ),
        Call(
            name="get_basis",
            paths={"usdm": "GET /futures/data/basis", "coinm": "GET /futures/data/basis"},
            payload=list[GetBasisRow],
            emit=emit_get_basis,
            called={
                "contractType": ("contract_type",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
            },
        ),
        Call(
            name="get_spot_exchange_info",
            paths={"spot": "GET /api/v3/exchangeInfo"},
            payload=GetSpotExchangeInfoResponse,
            emit=emit_get_spot_exchange_info,
            rows=("$.symbols",),
            called={"showPermissionSets": ("show_permission_sets",), "symbolStatus": ("symbol_status",)},
        ),
        Call(
            name="get_spot_states",
            paths={"spot": "GET /api/v3/exchangeInfo"},
            payload=GetSpotStatesResponse,
            emit=emit_get_spot_states,
            rows=("$.symbols",),
            called={"showPermissionSets": ("show_permission_sets",)},
        ),
        Call(
            name="get_usdm_exchange_info",
            paths={"usdm": "GET /fapi/v1/exchangeInfo"},
            payload=GetUsdmExchangeInfoResponse,
            emit=emit_get_usdm_exchange_info,
            rows=("$.symbols",),
        ),
        Call(
            name="get_coinm_exchange_info",
            paths={"coinm": "GET /dapi/v1/exchangeInfo"},
            payload=GetCoinmExchangeInfoResponse,
            emit=emit_get_coinm_exchange_info,
            rows=("$.symbols",),
        ),
        Call(
            name="get_trade_fee",
            paths={"spot": "GET /sapi/v1/asset/tradeFee"},
            payload=GetTradeFeeRow | list[GetTradeFeeRow],
            emit=emit_get_trade_fee,
        ),
        Call(
            name="place_order",
            paths={"spot": "POST /api/v3/order", "margin": "POST /sapi/v1/margin/order"},
            payload=SentOrder | list[SentOrder],
            emit=emit_place_order,
            rows=("$", "$[].fills"),
            called={
                "timeInForce": ("time_in_force",),
                "quoteOrderQty": ("quote_order_qty",),
                "stopPrice": ("stop_price",),
                "trailingDelta": ("trailing_delta",),
                "icebergQty": ("iceberg_qty",),
                "newClientOrderId": ("new_client_order_id",),
                "selfTradePreventionMode": ("self_trade_prevention_mode",),
                "strategyId": ("strategy_id",),
                "strategyType": ("strategy_type",),
                "pegPriceType": ("peg_price_type",),
                "pegOffsetValue": ("peg_offset_value",),
                "pegOffsetType": ("peg_offset_type",),
                "isIsolated": ("is_isolated",),
                "sideEffectType": ("side_effect_type",),
                "autoRepayAtCancel": ("auto_repay_at_cancel",),
                "newOrderRespType": ("new_order_resp_type",),
            },
        ),
        Call(
            name="cancel_order_by_id",
            paths={"spot": "DELETE /api/v3/order", "margin": "DELETE /sapi/v1/margin/order"},
            payload=SpotOrder | list[SpotOrder],
            emit=emit_cancel_order_by_id,
            rows=("$",),
            called={
                "orderId": ("order_id",),
                "origClientOrderId": ("orig_client_order_id",),
                "newClientOrderId": ("new_client_order_id",),
                "cancelRestrictions": ("cancel_restrictions",),
                "isIsolated": ("is_isolated",),
            },
        ),
        Call(
            name="cancel_all_spot_orders",
            paths={"spot": "DELETE /api/v3/openOrders", "margin": "DELETE /sapi/v1/margin/openOrders"},
            payload=list[CanceledOrder],
            emit=emit_cancel_all_spot_orders,
            rows=("$",),
            called={"isIsolated": ("is_isolated",)},
        ),
        Call(
            name="replace_order",
            paths={"spot": "POST /api/v3/order/cancelReplace"},
            payload=ReplacedOrder,
            emit=emit_replace_order,
            rows=("$.newOrderResponse", "$.newOrderResponse.fills", "$.cancelResponse"),
            called={
                "cancelReplaceMode": ("cancel_replace_mode",),
                "cancelOrderId": ("cancel_order_id",),
                "cancelOrigClientOrderId": ("cancel_orig_client_order_id",),
                "timeInForce": ("time_in_force",),
                "icebergQty": ("iceberg_qty",),
                "newClientOrderId": ("new_client_order_id",),
                "cancelRestrictions": ("cancel_restrictions",),
                "cancelNewClientOrderId": ("cancel_new_client_order_id",),
                "selfTradePreventionMode": ("self_trade_prevention_mode",),
                "orderRateLimitExceededMode": ("rate_exceeded",),
                "newOrderRespType": ("new_order_resp_type",),
            },
        ),
        Call(
            name="amend_quantity",
            paths={"spot": "PUT /api/v3/order/amend/keepPriority"},
            payload=AmendQuantityResponse,
            emit=emit_amend_quantity,
            called={
                "orderId": ("order_id",),
                "origClientOrderId": ("orig_client_order_id",),
                "newClientOrderId": ("new_client_order_id",),
                "newQty": ("new_qty",),
            },
        ),
        Call(
            name="place_sor_order",
            paths={"spot": "POST /api/v3/sor/order"},
            payload=SentOrder | list[SentOrder],
            emit=emit_place_sor_order,
            rows=("$", "$[].fills"),
            called={
                "timeInForce": ("time_in_force",),
                "icebergQty": ("iceberg_qty",),
                "newClientOrderId": ("new_client_order_id",),
                "selfTradePreventionMode": ("self_trade_prevention_mode",),
                "strategyId": ("strategy_id",),
                "strategyType": ("strategy_type",),
                "newOrderRespType": ("new_order_resp_type",),
            },
        ),
        Call(
            name="get_order",
            paths={"spot": "GET /api/v3/order", "margin": "GET /sapi/v1/margin/order"},
            payload=SpotOrder | list[SpotOrder],
            emit=emit_get_order,
            rows=("$",),
            called={
                "orderId": ("order_id",),
                "origClientOrderId": ("orig_client_order_id",),
                "isIsolated": ("is_isolated",),
            },
        ),
        Call(
            name="get_open_orders",
            paths={"spot": "GET /api/v3/openOrders", "margin": "GET /sapi/v1/margin/openOrders"},
            payload=SpotOrder | list[SpotOrder],
            emit=emit_get_open_orders,
            rows=("$",),
            called={"isIsolated": ("is_isolated",)},
        ),
        Call(
            name="get_all_orders",
            paths={"spot": "GET /api/v3/allOrders", "margin": "GET /sapi/v1/margin/allOrders"},
            payload=SpotOrder | list[SpotOrder],
            emit=emit_get_all_orders,
            rows=("$",),
            called={
                "orderId": ("order_id",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
                "isIsolated": ("is_isolated",),
            },
        ),
        Call(
            name="get_my_trades",
            paths={"spot": "GET /api/v3/myTrades", "margin": "GET /sapi/v1/margin/myTrades"},
            payload=GetMyTradesRow | list[GetMyTradesRow],
            emit=emit_get_my_trades,
            rows=("$",),
            called={
                "orderId": ("order_id",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
                "fromId": ("from_id",),
                "isIsolated": ("is_isolated",),
            },
        ),
        Call(
            name="get_my_allocations",
            paths={"spot": "GET /api/v3/myAllocations"},
            payload=list[GetMyAllocationsRow],
            emit=emit_get_my_allocations,
            rows=("$",),
            called={
                "orderId": ("order_id",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
                "fromAllocationId": ("from_allocation_id",),
            },
        ),
        Call(
            name="get_user_trades",
            paths={"usdm": "GET /fapi/v1/userTrades", "coinm": "GET /dapi/v1/userTrades"},
            payload=GetUserTradesRow | list[GetUserTradesRow],
            emit=emit_get_user_trades,
            rows=("$",),
            called={
                "orderId": ("order_id",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
                "fromId": ("from_id",),
            },
        ),
        Call(
            name="place_futures_order",
            paths={"usdm": "POST /fapi/v1/order", "coinm": "POST /dapi/v1/order"},
            payload=FuturesOrder | list[FuturesOrder],
            emit=emit_place_futures_order,
            rows=("$",),
            called={
                "positionSide": ("position_side",),
                "timeInForce": ("time_in_force",),
                "reduceOnly": ("reduce_only",),
                "priceMatch": ("price_match",),
                "newClientOrderId": ("new_client_order_id",),
                "selfTradePreventionMode": ("self_trade_prevention_mode",),
                "goodTillDate": ("good_till_date",),
                "newOrderRespType": ("new_order_resp_type",),
            },
        ),
        Call(
            name="modify_futures_order",
            paths={"usdm": "PUT /fapi/v1/order", "coinm": "PUT /dapi/v1/order"},
            payload=FuturesOrder | list[FuturesOrder],
            emit=emit_modify_futures_order,
            rows=("$",),
            called={
                "orderId": ("order_id",),
                "origClientOrderId": ("orig_client_order_id",),
                "priceMatch": ("price_match",),
                "modifyId": ("modify_id",),
            },
        ),
        Call(
            name="cancel_futures_order",
            paths={"usdm": "DELETE /fapi/v1/order", "coinm": "DELETE /dapi/v1/order"},
            payload=FuturesOrder | list[FuturesOrder],
            emit=emit_cancel_futures_order,
            rows=("$",),
            called={"orderId": ("order_id",), "origClientOrderId": ("orig_client_order_id",)},
        ),
        Call(
            name="get_futures_order",
            paths={"usdm": "GET /fapi/v1/order", "coinm": "GET /dapi/v1/order"},
            payload=FuturesOrder | list[FuturesOrder],
            emit=emit_get_futures_order,
            rows=("$",),
            called={"orderId": ("order_id",), "origClientOrderId": ("orig_client_order_id",)},
        ),
        Call(
            name="get_force_orders",
            paths={"usdm": "GET /fapi/v1/forceOrders", "coinm": "GET /dapi/v1/forceOrders"},
            payload=FuturesOrder | list[FuturesOrder],
            emit=emit_get_force_orders,
            rows=("$",),
            called={
                "autoCloseType": ("auto_close_type",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
            },
        ),
        Call(
            name="get_futures_open_orders",
            paths={"usdm": "GET /fapi/v1/openOrders", "coinm": "GET /dapi/v1/openOrders"},
            payload=FuturesOrder | list[FuturesOrder],
            emit=emit_get_futures_open_orders,
            rows=("$",),
        ),
        Call(
            name="get_futures_all_orders",
            paths={"usdm": "GET /fapi/v1/allOrders", "coinm": "GET /dapi/v1/allOrders"},
            payload=FuturesOrder | list[FuturesOrder],
            emit=emit_get_futures_all_orders,
            rows=("$",),
            called={"orderId": ("order_id",), "startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_futures_open_order",
            paths={"usdm": "GET /fapi/v1/openOrder", "coinm": "GET /dapi/v1/openOrder"},
            payload=FuturesOrder | list[FuturesOrder],
            emit=emit_get_futures_open_order,
            rows=("$",),
            called={"orderId": ("order_id",), "origClientOrderId": ("orig_client_order_id",)},
        ),
        Call(
            name="get_algo_order",
            paths={"usdm": "GET /fapi/v1/algoOrder", "coinm": "GET /dapi/v1/algoOrder"},
            payload=AlgoOrder | list[AlgoOrder],
            emit=emit_get_algo_order,
            rows=("$",),
            called={"algoId": ("algo_id",), "clientAlgoId": ("client_algo_id",)},
        ),
        Call(
            name="get_open_algo_orders",
            paths={"usdm": "GET /fapi/v1/openAlgoOrders", "coinm": "GET /dapi/v1/openAlgoOrders"},
            payload=AlgoOrder | list[AlgoOrder],
            emit=emit_get_open_algo_orders,
            rows=("$",),
            called={"algoType": ("algo_type",), "algoId": ("algo_id",)},
        ),
        Call(
            name="get_all_algo_orders",
            paths={"usdm": "GET /fapi/v1/allAlgoOrders", "coinm": "GET /dapi/v1/allAlgoOrders"},
            payload=AlgoOrder | list[AlgoOrder],
            emit=emit_get_all_algo_orders,
            rows=("$",),
            called={"algoId": ("algo_id",), "startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="place_algo_order",
            paths={"usdm": "POST /fapi/v1/algoOrder", "coinm": "POST /dapi/v1/algoOrder"},
            payload=AlgoOrder | list[AlgoOrder],
            emit=emit_place_algo_order,
            rows=("$",),
            called={
                "algoType": ("algo_type",),
                "positionSide": ("position_side",),
                "timeInForce": ("time_in_force",),
                "triggerPrice": ("trigger_price",),
                "workingType": ("working_type",),
                "priceMatch": ("price_match",),
                "closePosition": ("close_position",),
                "priceProtect": ("price_protect",),
                "reduceOnly": ("reduce_only",),
                "activatePrice": ("activate_price",),
                "callbackRate": ("callback_rate",),
                "clientAlgoId": ("client_algo_id",),
                "selfTradePreventionMode": ("self_trade_prevention_mode",),
                "goodTillDate": ("good_till_date",),
                "newOrderRespType": ("new_order_resp_type",),
            },
        ),
        Call(
            name="cancel_algo_order",
            paths={"usdm": "DELETE /fapi/v1/algoOrder", "coinm": "DELETE /dapi/v1/algoOrder"},
            payload=AlgoCanceled,
            emit=emit_cancel_algo_order,
            called={"algoId": ("algo_id",), "clientAlgoId": ("client_algo_id",)},
        ),
        Call(
            name="cancel_all_algo_orders",
            paths={"usdm": "DELETE /fapi/v1/algoOpenOrders", "coinm": "DELETE /dapi/v1/algoOpenOrders"},
            payload=Done,
            emit=emit_cancel_all_algo_orders,
        ),
        Call(
            name="cancel_all_futures_orders",
            paths={"usdm": "DELETE /fapi/v1/allOpenOrders", "coinm": "DELETE /dapi/v1/allOpenOrders"},
            payload=Done,
            emit=emit_cancel_all_futures_orders,
        ),
        Call(
            name="place_oco",
            paths={"spot": "POST /api/v3/orderList/oco"},
            payload=ListedReport,
            emit=emit_place_oco,
            rows=("$.orderReports", "$.orderReports[].fills"),
            called={
                "listClientOrderId": ("list_client_order_id",),
                "aboveType": ("above_type",),
                "aboveClientOrderId": ("above_client_order_id",),
                "abovePrice": ("above_price",),
                "aboveStopPrice": ("above_stop_price",),
                "aboveTrailingDelta": ("above_trailing_delta",),
                "aboveIcebergQty": ("above_iceberg_qty",),
                "aboveTimeInForce": ("above_time_in_force",),
                "belowType": ("below_type",),
                "belowClientOrderId": ("below_client_order_id",),
                "belowPrice": ("below_price",),
                "belowStopPrice": ("below_stop_price",),
                "belowTrailingDelta": ("below_trailing_delta",),
                "belowIcebergQty": ("below_iceberg_qty",),
                "belowTimeInForce": ("below_time_in_force",),
                "selfTradePreventionMode": ("self_trade_prevention_mode",),
                "newOrderRespType": ("new_order_resp_type",),
            },
        ),
        Call(
            name="place_margin_oco",
            paths={"margin": "POST /sapi/v1/margin/order/oco"},
            payload=ListedReport,
            emit=emit_place_margin_oco,
            rows=("$.orderReports", "$.orderReports[].fills"),
            called={
                "listClientOrderId": ("list_client_order_id",),
                "limitClientOrderId": ("limit_client_order_id",),
                "limitIcebergQty": ("limit_iceberg_qty",),
                "stopClientOrderId": ("stop_client_order_id",),
                "stopPrice": ("stop_price",),
                "stopLimitPrice": ("stop_limit_price",),
                "stopIcebergQty": ("stop_iceberg_qty",),
                "stopLimitTimeInForce": ("stop_limit_time_in_force",),
                "isIsolated": ("is_isolated",),
                "selfTradePreventionMode": ("self_trade_prevention_mode",),
                "autoRepayAtCancel": ("auto_repay_at_cancel",),
                "sideEffectType": ("side_effect_type",),
                "newOrderRespType": ("new_order_resp_type",),
            },
        ),
        Call(
            name="place_oto",
            paths={"spot": "POST /api/v3/orderList/oto", "margin": "POST /sapi/v1/margin/order/oto"},
            payload=ListedReport,
            emit=emit_place_oto,
            rows=("$.orderReports", "$.orderReports[].fills"),
            called={
                "listClientOrderId": ("list_client_order_id",),
                "workingType": ("working_type",),
                "workingSide": ("working_side",),
                "workingClientOrderId": ("working_client_order_id",),
                "workingPrice": ("working_price",),
                "workingQuantity": ("working_quantity",),
                "workingIcebergQty": ("working_iceberg_qty",),
                "workingTimeInForce": ("working_time_in_force",),
                "pendingSide": ("pending_side",),
                "pendingQuantity": ("pending_quantity",),
                "pendingType": ("pending_type",),
                "pendingClientOrderId": ("pending_client_order_id",),
                "pendingPrice": ("pending_price",),
                "pendingStopPrice": ("pending_stop_price",),
                "pendingTrailingDelta": ("pending_trailing_delta",),
                "pendingIcebergQty": ("pending_iceberg_qty",),
                "pendingTimeInForce": ("pending_time_in_force",),
                "isIsolated": ("is_isolated",),
                "sideEffectType": ("side_effect_type",),
                "selfTradePreventionMode": ("self_trade_prevention_mode",),
                "newOrderRespType": ("new_order_resp_type",),
            },
        ),
        Call(
            name="place_otoco",
            paths={"spot": "POST /api/v3/orderList/otoco", "margin": "POST /sapi/v1/margin/order/otoco"},
            payload=ListedReport,
            emit=emit_place_otoco,
            rows=("$.orderReports", "$.orderReports[].fills"),
            called={
                "listClientOrderId": ("list_client_order_id",),
                "workingType": ("working_type",),
                "workingSide": ("working_side",),
                "workingClientOrderId": ("working_client_order_id",),
                "workingPrice": ("working_price",),
                "workingQuantity": ("working_quantity",),
                "workingIcebergQty": ("working_iceberg_qty",),
                "workingTimeInForce": ("working_time_in_force",),
                "pendingSide": ("pending_side",),
                "pendingQuantity": ("pending_quantity",),
                "pendingAboveType": ("pending_above_type",),
                "pendingAboveClientOrderId": ("pending_above_client_order_id",),
                "pendingAbovePrice": ("pending_above_price",),
                "pendingAboveStopPrice": ("pending_above_stop_price",),
                "pendingAboveTrailingDelta": ("pending_above_trailing_delta",),
                "pendingAboveIcebergQty": ("pending_above_iceberg_qty",),
                "pendingAboveTimeInForce": ("pending_above_time_in_force",),
                "pendingBelowType": ("pending_below_type",),
                "pendingBelowClientOrderId": ("pending_below_client_order_id",),
                "pendingBelowPrice": ("pending_below_price",),
                "pendingBelowStopPrice": ("pending_below_stop_price",),
                "pendingBelowTrailingDelta": ("pending_below_trailing_delta",),
                "pendingBelowIcebergQty": ("pending_below_iceberg_qty",),
                "pendingBelowTimeInForce": ("pending_below_time_in_force",),
                "isIsolated": ("is_isolated",),
                "sideEffectType": ("side_effect_type",),
                "selfTradePreventionMode": ("self_trade_prevention_mode",),
                "newOrderRespType": ("new_order_resp_type",),
            },
        ),
        Call(
            name="cancel_order_list",
            paths={"spot": "DELETE /api/v3/orderList", "margin": "DELETE /sapi/v1/margin/orderList"},
            payload=ListedReport,
            emit=emit_cancel_order_list,
            rows=("$.orderReports", "$.orderReports[].fills"),
            called={
                "orderListId": ("order_list_id",),
                "listClientOrderId": ("list_client_order_id",),
                "newClientOrderId": ("new_client_order_id",),
                "isIsolated": ("is_isolated",),
            },
        ),
        Call(
            name="place_opo",
            paths={"spot": "POST /api/v3/orderList/opo"},
            payload=ListedReport,
            emit=emit_place_opo,
            rows=("$.orderReports", "$.orderReports[].fills"),
            called={
                "listClientOrderId": ("list_client_order_id",),
                "workingType": ("working_type",),
                "workingSide": ("working_side",),
                "workingClientOrderId": ("working_client_order_id",),
                "workingPrice": ("working_price",),
                "workingQuantity": ("working_quantity",),
                "workingIcebergQty": ("working_iceberg_qty",),
                "workingTimeInForce": ("working_time_in_force",),
                "pendingSide": ("pending_side",),
                "pendingType": ("pending_type",),
                "pendingClientOrderId": ("pending_client_order_id",),
                "pendingPrice": ("pending_price",),
                "pendingStopPrice": ("pending_stop_price",),
                "pendingTrailingDelta": ("pending_trailing_delta",),
                "pendingIcebergQty": ("pending_iceberg_qty",),
                "pendingTimeInForce": ("pending_time_in_force",),
                "selfTradePreventionMode": ("self_trade_prevention_mode",),
                "newOrderRespType": ("new_order_resp_type",),
            },
        ),
        Call(
            name="place_opoco",
            paths={"spot": "POST /api/v3/orderList/opoco"},
            payload=ListedReport,
            emit=emit_place_opoco,
            rows=("$.orderReports", "$.orderReports[].fills"),
            called={
                "listClientOrderId": ("list_client_order_id",),
                "workingType": ("working_type",),
                "workingSide": ("working_side",),
                "workingClientOrderId": ("working_client_order_id",),
                "workingPrice": ("working_price",),
                "workingQuantity": ("working_quantity",),
                "workingIcebergQty": ("working_iceberg_qty",),
                "workingTimeInForce": ("working_time_in_force",),
                "pendingSide": ("pending_side",),
                "pendingAboveType": ("pending_above_type",),
                "pendingAboveClientOrderId": ("pending_above_client_order_id",),
                "pendingAbovePrice": ("pending_above_price",),
                "pendingAboveStopPrice": ("pending_above_stop_price",),
                "pendingAboveTrailingDelta": ("pending_above_trailing_delta",),
                "pendingAboveIcebergQty": ("pending_above_iceberg_qty",),
                "pendingAboveTimeInForce": ("pending_above_time_in_force",),
                "pendingBelowType": ("pending_below_type",),
                "pendingBelowClientOrderId": ("pending_below_client_order_id",),
                "pendingBelowPrice": ("pending_below_price",),
                "pendingBelowStopPrice": ("pending_below_stop_price",),
                "pendingBelowTrailingDelta": ("pending_below_trailing_delta",),
                "pendingBelowIcebergQty": ("pending_below_iceberg_qty",),
                "pendingBelowTimeInForce": ("pending_below_time_in_force",),
                "selfTradePreventionMode": ("self_trade_prevention_mode",),
                "newOrderRespType": ("new_order_resp_type",),
            },
        ),
        Call(
            name="get_order_list",
            paths={"spot": "GET /api/v3/orderList", "margin": "GET /sapi/v1/margin/orderList"},
            payload=OrderList | list[OrderList],
            emit=emit_get_order_list,
            rows=("$",),
            called={
                "orderListId": ("order_list_id",),
                "origClientOrderId": ("orig_client_order_id",),
                "isIsolated": ("is_isolated",),
            },
        ),
        Call(
            name="get_all_order_lists",
            paths={"spot": "GET /api/v3/allOrderList", "margin": "GET /sapi/v1/margin/allOrderList"},
            payload=OrderList | list[OrderList],
            emit=emit_get_all_order_lists,
            rows=("$",),
            called={
                "fromId": ("from_id",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
                "isIsolated": ("is_isolated",),
            },
        ),
        Call(
            name="get_open_order_lists",
            paths={"spot": "GET /api/v3/openOrderList", "margin": "GET /sapi/v1/margin/openOrderList"},
            payload=OrderList | list[OrderList],
            emit=emit_get_open_order_lists,
            rows=("$",),
            called={"isIsolated": ("is_isolated",)},
        ),
        Call(
            name="place_futures_orders",
            paths={"usdm": "POST /fapi/v1/batchOrders", "coinm": "POST /dapi/v1/batchOrders"},
            payload=list[BatchRow],
            emit=emit_place_futures_orders,
            rows=("$",),
            called={"batchOrders": ("batch_orders",)},
        ),
        Call(
            name="cancel_futures_orders",
            paths={"usdm": "DELETE /fapi/v1/batchOrders", "coinm": "DELETE /dapi/v1/batchOrders"},
            payload=list[BatchRow],
            emit=emit_cancel_futures_orders,
            rows=("$",),
            called={
                "orderIdList": ("order_id_list",),
                "origClientOrderIdList": ("orig_client_order_id_list",),
            },
        ),
        Call(
            name="modify_futures_orders",
            paths={"usdm": "PUT /fapi/v1/batchOrders", "coinm": "PUT /dapi/v1/batchOrders"},
            payload=list[BatchRow],
            emit=emit_modify_futures_orders,
            rows=("$",),
            called={"batchOrders": ("batch_orders",)},
        ),
        Call(
            name="create_listen_key",
            paths={"usdm": "POST /fapi/v1/listenKey", "coinm": "POST /dapi/v1/listenKey"},
            payload=CreateListenKeyResponse,
            emit=emit_create_listen_key,
        ),
        Call(
            name="keep_listen_key",
            paths={"usdm": "PUT /fapi/v1/listenKey", "coinm": "PUT /dapi/v1/listenKey"},
            payload=KeepListenKeyResponse,
            emit=emit_keep_listen_key,
        ),
        Call(
            name="close_listen_key",
            paths={"usdm": "DELETE /fapi/v1/listenKey", "coinm": "DELETE /dapi/v1/listenKey"},
            payload=Done,
            emit=emit_close_listen_key,
        ),
        Call(
            name="create_risk_key",
            paths={"margin": "POST /sapi/v1/margin/listen-key"},
            payload=CreateRiskKeyResponse,
            emit=emit_create_risk_key,
        ),
        Call(
            name="keep_risk_key",
            paths={"margin": "PUT /sapi/v1/margin/listen-key"},
            payload=Done,
            emit=emit_keep_risk_key,
            called={"listenKey": ("listen_key",)},
        ),
        Call(
            name="create_listen_token",
            paths={"margin": "POST /sapi/v1/userListenToken"},
            payload=CreateListenTokenResponse,
            emit=emit_create_listen_token,
        ),
        Call(
            name="get_ticker_24hr",
            paths={"spot": "GET /api/v3/ticker/24hr"},
            payload=Ticker24h | list[Ticker24h],
            emit=emit_get_ticker_24hr,
            rows=("$",),
            called={"symbolStatus": ("symbol_status",)},
        ),
        Call(
            name="get_avg_price",
            paths={"spot": "GET /api/v3/avgPrice"},
            payload=GetAvgPriceResponse,
            emit=emit_get_avg_price,
        ),
        Call(
            name="get_window_ticker",
            paths={"spot": "GET /api/v3/ticker"},
            payload=WindowTickerRow | list[WindowTickerRow],
            emit=emit_get_window_ticker,
            rows=("$",),
            called={"windowSize": ("window_size",), "symbolStatus": ("symbol_status",)},
        ),
        Call(
            name="get_trading_day_ticker",
            paths={"spot": "GET /api/v3/ticker/tradingDay"},
            payload=WindowTickerRow | list[WindowTickerRow],
            emit=emit_get_trading_day_ticker,
            rows=("$",),
            called={"timeZone": ("time_zone",), "symbolStatus": ("symbol_status",)},
        ),
        Call(
            name="get_reference_price",
            paths={"spot": "GET /api/v3/referencePrice"},
            payload=GetReferencePriceResponse,
            emit=emit_get_reference_price,
        ),
        Call(
            name="get_futures_ticker_24hr",
            paths={"usdm": "GET /fapi/v1/ticker/24hr", "coinm": "GET /dapi/v1/ticker/24hr"},
            payload=Ticker24h | list[Ticker24h],
            emit=emit_get_futures_ticker_24hr,
            rows=("$",),
        ),
        Call(
            name="get_ticker_price",
            paths={
                "spot": "GET /api/v3/ticker/price",
                "usdm": "GET /fapi/v1/ticker/price",
                "coinm": "GET /dapi/v1/ticker/price",
            },
            payload=GetTickerPriceRow | list[GetTickerPriceRow],
            emit=emit_get_ticker_price,
            called={"symbolStatus": ("symbol_status",)},
        ),
        Call(
            name="get_trades",
            paths={
                "spot": "GET /api/v3/trades",
                "usdm": "GET /fapi/v1/trades",
                "coinm": "GET /dapi/v1/trades",
            },
            payload=list[TradeRow],
            emit=emit_get_trades,
            rows=("$",),
        ),
        Call(
            name="get_agg_trades",
            paths={
                "spot": "GET /api/v3/aggTrades",
                "usdm": "GET /fapi/v1/aggTrades",
                "coinm": "GET /dapi/v1/aggTrades",
            },
            payload=list[GetAggTradesRow],
            emit=emit_get_agg_trades,
            rows=("$",),
            called={"fromId": ("from_id",), "startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_futures_historical_trades",
            paths={"usdm": "GET /fapi/v1/historicalTrades", "coinm": "GET /dapi/v1/historicalTrades"},
            payload=list[TradeRow],
            emit=emit_get_futures_historical_trades,
            rows=("$",),
            called={"fromId": ("from_id",)},
        ),
        Call(
            name="get_historical_trades",
            paths={"spot": "GET /api/v3/historicalTrades"},
            payload=list[TradeRow],
            emit=emit_get_historical_trades,
            rows=("$",),
            called={"fromId": ("from_id",)},
        ),
        Call(
            name="get_historical_block_trades",
            paths={"spot": "GET /api/v3/historicalBlockTrades"},
            payload=list[TradeRow],
            emit=emit_get_historical_block_trades,
            rows=("$",),
            called={"fromId": ("from_id",)},
        ),
    ),
    machines={
        "depth": _make_depth,
        "sbe_depth": _make_sbe_depth,
        "trade": _make_trade,
        "agg_trade": _make_agg_trade,
        "get_spot_states": _make_get_spot_states,
    },
    snapshots={
        "get_depth": Snapshot(
            "depth", lambda message: message.last_update_id, "symbol", {"limit": 1000}, also=("sbe_depth",)
        )
    },
    feeds={"sbe": SbeFeed},
    codes=CODES,
    fault=Fault(("code",), ("msg",)),
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Binance to events of the model."""

    tables = TABLES
