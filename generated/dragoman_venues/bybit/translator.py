"""The translator of the venue bybit: which bytes are which message. Generated from specs/bybit; edit that and run `make generate`."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

from dragoman.machines import ABSENT, Merge
from dragoman.machines.book_facts import SyncFacts
from dragoman.machines.book_sync import BookSync
from dragoman.translate.facts import Call, Channel, Connection, Fault, Reply, Tables, Ways
from dragoman.translate.polls import Polls
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.bybit.account import (
    Done,
    GetAccountInfoResponse,
    GetApiKeyResponse,
    GetFeeRatesResponse,
    GetLeverageResponse,
    GetPositionsResponse,
    GetSubMembersResponse,
    GetWalletBalanceResponse,
    emit_borrow,
    emit_get_account_info,
    emit_get_api_key,
    emit_get_fee_rates,
    emit_get_leverage,
    emit_get_positions,
    emit_get_sub_members,
    emit_get_wallet_balance,
    emit_repay,
    emit_set_leverage,
    emit_set_margin_mode,
    emit_set_position_mode,
    emit_set_trading_stop,
)
from dragoman_venues.bybit.books import (
    BestLevel,
    Book,
    GetOrderbookResponse,
    OptionOrderbook,
    Orderbook,
    emit_best_level,
    emit_get_orderbook,
    emit_option_orderbook,
    emit_orderbook,
)
from dragoman_venues.bybit.instruments import (
    GetContractsResponse,
    GetOptionsResponse,
    GetOptionStatesResponse,
    GetSpotInstrumentsResponse,
    GetStatesResponse,
    Listed,
    emit_get_contracts,
    emit_get_option_states,
    emit_get_options,
    emit_get_spot_instruments,
    emit_get_states,
)
from dragoman_venues.bybit.orders import (
    Answer,
    Answers,
    CancelledOrders,
    GetExecutionsResponse,
    Orders,
    emit_amend_order,
    emit_amend_orders,
    emit_cancel_all_orders,
    emit_cancel_order,
    emit_cancel_orders,
    emit_create_order,
    emit_create_orders,
    emit_get_executions,
    emit_get_open_orders,
    emit_get_order_history,
)
from dragoman_venues.bybit.private import (
    Execution,
    ExecutionText,
    FastExecution,
    FastExecutionText,
    Order,
    Position,
    PrivateAcknowledged,
    PrivateLetIn,
    PrivatePong,
    PrivateRefused,
    TradeLetIn,
    TradePong,
    Wallet,
    emit_execution,
    emit_fast_execution,
    emit_order,
    emit_position,
    emit_wallet,
)
from dragoman_venues.bybit.symbology import PRODUCTS
from dragoman_venues.bybit.tickers import (
    GetFundingHistoryResponse,
    GetOptionTickersResponse,
    GetTickersResponse,
    OptionTicker,
    Ticker,
    TickerRecord,
    emit_get_funding_history,
    emit_get_option_tickers,
    emit_get_tickers,
    emit_option_ticker,
    emit_ticker,
)
from dragoman_venues.bybit.trades import (
    AllLiquidation,
    GetKlinesResponse,
    GetRecentTradesResponse,
    Kline,
    OlderTrade,
    OptionTrade,
    PublicTrade,
    emit_all_liquidation,
    emit_get_klines,
    emit_get_recent_trades,
    emit_kline,
    emit_older_trade,
    emit_option_trade,
    emit_public_trade,
)
from dragoman_venues.bybit.venue import (
    GetServerTimeResponse,
    OptionsAcknowledged,
    OptionsPong,
    OptionsRefused,
    StreamAcknowledged,
    StreamPong,
    StreamRefused,
    emit_get_server_time,
)


def _read_stream_pong(message: StreamPong) -> tuple[object, str, str] | None:
    """(id, code, message) of a pong reply."""
    if message.op not in ("ping", "pong"):
        return None
    return None, "", ""


def _read_stream_acknowledged(message: StreamAcknowledged) -> tuple[object, str, str] | None:
    """(id, code, message) of a acknowledged reply."""
    if not (message.success and message.op != "auth"):
        return None
    return message.request_id, "", ""


def _read_stream_refused(message: StreamRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    if not (not message.success and message.op != "auth"):
        return None
    return message.request_id, "", str(message.told if message.told is not None else "")


def _read_options_pong(message: OptionsPong) -> tuple[object, str, str] | None:
    """(id, code, message) of a pong reply."""
    if message.op != "pong":
        return None
    return None, "", ""


def _read_options_refused(message: OptionsRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    if not (len(message.data.failed) > 0 or not message.success):
        return None
    return message.data.failed, "", str(message.told if message.told is not None else "")


def _read_options_acknowledged(message: OptionsAcknowledged) -> tuple[object, str, str] | None:
    """(id, code, message) of a acknowledged reply."""
    return message.data.granted, "", ""


def _read_private_pong(message: PrivatePong) -> tuple[object, str, str] | None:
    """(id, code, message) of a pong reply."""
    if message.op != "pong":
        return None
    return None, "", ""


def _read_private_acknowledged(message: PrivateAcknowledged) -> tuple[object, str, str] | None:
    """(id, code, message) of a acknowledged reply."""
    if not (message.success and message.op != "auth"):
        return None
    return message.request_id, "", ""


def _read_private_refused(message: PrivateRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    if not (not message.success and message.op != "auth"):
        return None
    return message.request_id, "", str(message.told if message.told is not None else "")


def _read_private_let_in(message: PrivateLetIn) -> tuple[object, str, str] | None:
    """(id, code, message) of a let_in reply."""
    if not message.success:
        return None
    return None, "", ""


def _read_trade_pong(message: TradePong) -> tuple[object, str, str] | None:
    """(id, code, message) of a pong reply."""
    if message.op != "pong":
        return None
    return None, "", ""


def _read_trade_let_in(message: TradeLetIn) -> tuple[object, str, str] | None:
    """(id, code, message) of a let_in reply."""
    if not (message.op == "auth" and message.code in (0, 20_001)):
        return None
    return None, "", ""


def _orderbook_next(message: Orderbook, previous: Orderbook) -> bool:
    """Nothing lies between the two."""
    return message.data.update_id == previous.data.update_id + 1


def _make_orderbook(product: str) -> Any:
    """A fresh machine for one product."""
    facts = SyncFacts(
        stream="orderbook",
        snapshot="stream",
        after="first_buffered_event",
        buffer_max=1000,
        on_full="resync",
        backoff_first_ns=1_000_000_000,
        backoff_max_ns=30_000_000_000,
        budget=None,
        stale_after_ns=60_000_000_000,
        max_keys=10_000,
    )
    return BookSync(facts, next=_orderbook_next)


def _lay_best_level(record: Any, row: Book) -> None:
    """Put what a row says over what is kept."""
    if row.bids:
        record.bids = row.bids
    if row.asks:
        record.asks = row.asks
    record.update_id = row.update_id
    if row.sequence is not None:
        record.sequence = row.sequence


def _make_best_level(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=10_000, empty={"default": "keep"}, as_none=True, lay=_lay_best_level)


def _option_orderbook_next(message: OptionOrderbook, previous: OptionOrderbook) -> bool:
    """Nothing lies between the two."""
    return message.data.update_id == previous.data.update_id + 1


def _make_option_orderbook(product: str) -> Any:
    """A fresh machine for one product."""
    facts = SyncFacts(
        stream="option_orderbook",
        snapshot="stream",
        after="first_buffered_event",
        buffer_max=1000,
        on_full="resync",
        backoff_first_ns=1_000_000_000,
        backoff_max_ns=30_000_000_000,
        budget=None,
        stale_after_ns=60_000_000_000,
        max_keys=10_000,
    )
    return BookSync(facts, next=_option_orderbook_next)


def _lay_ticker(record: Any, row: TickerRecord) -> None:
    """Put what a row says over what is kept."""
    if row.bid_price:
        record.bid_price = row.bid_price
    if row.bid_size:
        record.bid_size = row.bid_size
    if row.ask_price:
        record.ask_price = row.ask_price
    if row.ask_size:
        record.ask_size = row.ask_size
    if row.mark_price:
        record.mark_price = row.mark_price
    if row.index_price:
        record.index_price = row.index_price
    if row.funding_rate is not ABSENT:
        record.funding_rate = row.funding_rate or None
    if row.next_funding_ms:
        record.next_funding_ms = row.next_funding_ms
    if row.funding_hours:
        record.funding_hours = row.funding_hours


def _make_ticker(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](
        max_keys=10_000, empty={"default": "keep", "funding_rate": "clear"}, as_none=True, lay=_lay_ticker
    )


def _get_states_key(row: Listed) -> Hashable:
    """What tells the rows apart."""
    return row.symbol


def _make_get_states(product: str) -> Any:
    """A fresh machine for one product."""
    return Polls(key=_get_states_key, max_rows=100_000)


def _get_option_states_key(row: Listed) -> Hashable:
    """What tells the rows apart."""
    return row.symbol


def _make_get_option_states(product: str) -> Any:
    """A fresh machine for one product."""
    return Polls(key=_get_option_states_key, max_rows=100_000)


def _failed(body: object) -> bool:
    """Whether an answer with a good status tells an error."""
    from dragoman_venues.bybit.facts import INTERFACE

    failed = INTERFACE.errors.failed
    return failed is not None and failed(body)


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.bybit.short import WAYS

    return WAYS


TABLES = Tables(
    venue="BYBIT",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("spot", "linear", "inverse"),
            topic_key="topic",
            unknown="count",
            channels=(
                Channel(
                    name="orderbook",
                    payload=Orderbook,
                    emit=emit_orderbook,
                    topic=re.compile("orderbook\\.(?P<depth>50|200|500|1000)\\.(?P<symbol>.+?)"),
                    products=("spot", "linear", "inverse"),
                    gives=("OrderBookDeltas",),
                ),
                Channel(
                    name="best_level",
                    payload=BestLevel,
                    emit=emit_best_level,
                    topic=re.compile("orderbook\\.1\\.(?P<symbol>.+?)"),
                    products=("spot", "linear", "inverse"),
                    gives=("QuoteTick",),
                ),
                Channel(
                    name="ticker",
                    payload=Ticker,
                    emit=emit_ticker,
                    topic=re.compile("tickers\\.(?P<symbol>.+?)"),
                    products=("linear", "inverse"),
                    gives=("QuoteTick", "MarkPriceUpdate", "IndexPriceUpdate", "FundingRateUpdate"),
                ),
                Channel(
                    name="public_trade",
                    payload=PublicTrade,
                    emit=emit_public_trade,
                    topic=re.compile("publicTrade\\.(?P<symbol>.+?)"),
                    products=("spot", "linear", "inverse"),
                    rows=("$.data",),
                    gives=("TradeTick", "BybitBlockTrade"),
                ),
                Channel(
                    name="older_trade",
                    payload=OlderTrade,
                    emit=emit_older_trade,
                    topic=re.compile("trade\\.(?P<symbol>.+?)"),
                    products=("spot", "linear", "inverse"),
                    rows=("$.data",),
                    gives=("TradeTick",),
                ),
                Channel(
                    name="all_liquidation",
                    payload=AllLiquidation,
                    emit=emit_all_liquidation,
                    topic=re.compile("allLiquidation\\.(?P<symbol>.+?)"),
                    products=("linear", "inverse"),
                    rows=("$.data",),
                    gives=("BybitLiquidation",),
                ),
                Channel(
                    name="kline",
                    payload=Kline,
                    emit=emit_kline,
                    topic=re.compile("kline\\.(?P<interval>.+?)\\.(?P<symbol>.+?)"),
                    products=("spot", "linear", "inverse"),
                    rows=("$.data",),
                    gives=("Bar",),
                ),
            ),
            replies=(
                Reply(
                    name="pong",
                    has=("success", "op"),
                    payload=StreamPong,
                    means="pong",
                    read=_read_stream_pong,
                ),
                Reply(
                    name="acknowledged",
                    has=("success", "op"),
                    payload=StreamAcknowledged,
                    means="ack",
                    read=_read_stream_acknowledged,
                ),
                Reply(
                    name="refused",
                    has=("success", "op"),
                    payload=StreamRefused,
                    means="error",
                    read=_read_stream_refused,
                ),
            ),
        ),
        Connection(
            name="options",
            source="ws",
            codec="json",
            products=("option",),
            topic_key="topic",
            unknown="count",
            channels=(
                Channel(
                    name="option_orderbook",
                    payload=OptionOrderbook,
                    emit=emit_option_orderbook,
                    topic=re.compile("orderbook\\.(?P<depth>25|100)\\.(?P<symbol>.+?)"),
                    products=("option",),
                    gives=("OrderBookDeltas",),
                ),
                Channel(
                    name="option_ticker",
                    payload=OptionTicker,
                    emit=emit_option_ticker,
                    topic=re.compile("tickers\\.(?P<symbol>.+?)"),
                    products=("option",),
                    rows=("$.data",),
                    gives=("QuoteTick", "MarkPriceUpdate", "IndexPriceUpdate", "OptionGreeks"),
                ),
                Channel(
                    name="option_trade",
                    payload=OptionTrade,
                    emit=emit_option_trade,
                    topic=re.compile("publicTrade\\.(?P<base_coin>.+?)"),
                    products=("option",),
                    rows=("$.data",),
                    gives=("TradeTick", "BybitBlockTrade"),
                ),
            ),
            replies=(
                Reply(
                    name="pong",
                    has=("op", "args"),
                    payload=OptionsPong,
                    means="pong",
                    read=_read_options_pong,
                ),
                Reply(
                    name="refused",
                    has=("success", "data"),
                    payload=OptionsRefused,
                    means="error",
                    read=_read_options_refused,
                ),
                Reply(
                    name="acknowledged",
                    has=("success", "data"),
                    payload=OptionsAcknowledged,
                    means="ack",
                    read=_read_options_acknowledged,
                ),
            ),
        ),
        Connection(
            name="private",
            source="ws",
            codec="json",
            products=("spot", "linear", "inverse", "option"),
            topic_key="topic",
            unknown="count",
            channels=(
                Channel(
                    name="wallet",
                    payload=Wallet,
                    emit=emit_wallet,
                    topic=re.compile("wallet"),
                    rows=("$.data",),
                    gives=("AccountState",),
                    of_any=True,
                ),
                Channel(
                    name="order",
                    payload=Order,
                    emit=emit_order,
                    topic=re.compile("order"),
                    rows=("$.data",),
                    gives=("OrderStatusReport",),
                    of_any=True,
                ),
                Channel(
                    name="execution",
                    payload=Execution,
                    emit=emit_execution,
                    text=ExecutionText,
                    topic=re.compile("execution"),
                    rows=("$.data",),
                    gives=("FillReport",),
                    of_any=True,
                ),
                Channel(
                    name="fast_execution",
                    payload=FastExecution,
                    emit=emit_fast_execution,
                    text=FastExecutionText,
                    topic=re.compile("execution\\.fast"),
                    rows=("$.data",),
                    gives=("FillReport",),
                    of_any=True,
                ),
                Channel(
                    name="position",
                    payload=Position,
                    emit=emit_position,
                    topic=re.compile("position"),
                    products=("linear", "inverse", "option"),
                    rows=("$.data",),
                    gives=("PositionStatusReport",),
                    of_any=True,
                ),
            ),
            replies=(
                Reply(
                    name="pong",
                    has=("op", "args"),
                    payload=PrivatePong,
                    means="pong",
                    read=_read_private_pong,
                ),
                Reply(
                    name="acknowledged",
                    has=("success", "op"),
                    payload=PrivateAcknowledged,
                    means="ack",
                    read=_read_private_acknowledged,
                ),
                Reply(
                    name="refused",
                    has=("success", "op"),
                    payload=PrivateRefused,
                    means="error",
                    read=_read_private_refused,
                ),
                Reply(
                    name="let_in",
                    has=("success", "op"),
                    payload=PrivateLetIn,
                    means="authenticated",
                    read=_read_private_let_in,
                ),
            ),
        ),
        Connection(
            name="trade",
            source="ws:trade",
            codec="json",
            products=("spot", "linear", "inverse", "option"),
            unknown="count",
            channels=(),
            replies=(
                Reply(
                    name="pong",
                    has=("op", "retCode", "data"),
                    payload=TradePong,
                    means="pong",
                    read=_read_trade_pong,
                ),
                Reply(
                    name="let_in",
                    has=("op", "retCode"),
                    payload=TradeLetIn,
                    means="authenticated",
                    read=_read_trade_let_in,
                ),
            ),
        ),
    ),
    calls=(
        Call(
            name="get_server_time",
            paths={"": "GET /v5/market/time"},
            payload=GetServerTimeResponse,
            emit=emit_get_server_time,
        ),
        Call(
            name="get_wallet_balance",
            paths={"": "GET /v5/account/wallet-balance"},
            payload=GetWalletBalanceResponse,
            emit=emit_get_wallet_balance,
            rows=("$.result.list",),
            called={"accountType": ("account_type",)},
        ),
        Call(
            name="get_positions",
            paths={
                "linear": "GET /v5/position/list",
                "inverse": "GET /v5/position/list",
                "option": "GET /v5/position/list",
            },
            payload=GetPositionsResponse,
            emit=emit_get_positions,
            rows=("$.result.list",),
            called={"baseCoin": ("base_coin",), "settleCoin": ("settle_coin",)},
        ),
        Call(
            name="get_fee_rates",
            paths={"": "GET /v5/account/fee-rate"},
            payload=GetFeeRatesResponse,
            emit=emit_get_fee_rates,
            rows=("$.result.list",),
            called={"baseCoin": ("base_coin",)},
        ),
        Call(
            name="get_account_info",
            paths={"": "GET /v5/account/info"},
            payload=GetAccountInfoResponse,
            emit=emit_get_account_info,
        ),
        Call(
            name="get_api_key",
            paths={"": "GET /v5/user/query-api"},
            payload=GetApiKeyResponse,
            emit=emit_get_api_key,
        ),
        Call(
            name="get_sub_members",
            paths={"": "GET /v5/user/query-sub-members"},
            payload=GetSubMembersResponse,
            emit=emit_get_sub_members,
        ),
        Call(
            name="get_leverage",
            paths={"linear": "GET /v5/position/list", "inverse": "GET /v5/position/list"},
            payload=GetLeverageResponse,
            emit=emit_get_leverage,
            rows=("$.result.list",),
            called={"baseCoin": ("base_coin",), "settleCoin": ("settle_coin",)},
        ),
        Call(
            name="set_leverage",
            paths={"linear": "POST /v5/position/set-leverage", "inverse": "POST /v5/position/set-leverage"},
            payload=Done,
            emit=emit_set_leverage,
            called={"buyLeverage": ("buy_leverage",), "sellLeverage": ("sell_leverage",)},
        ),
        Call(
            name="set_margin_mode",
            paths={"": "POST /v5/account/set-margin-mode"},
            payload=Done,
            emit=emit_set_margin_mode,
            called={"setMarginMode": ("mode",)},
        ),
        Call(
            name="set_position_mode",
            paths={"linear": "POST /v5/position/switch-mode"},
            payload=Done,
            emit=emit_set_position_mode,
        ),
        Call(
            name="set_trading_stop",
            paths={
                "linear": "POST /v5/position/trading-stop",
                "inverse": "POST /v5/position/trading-stop",
                "option": "POST /v5/position/trading-stop",
            },
            payload=Answer,
            emit=emit_set_trading_stop,
            called={
                "tpslMode": ("tpsl_mode",),
                "positionIdx": ("position_idx",),
                "takeProfit": ("take_profit",),
                "stopLoss": ("stop_loss",),
                "trailingStop": ("trailing_stop",),
                "activePrice": ("active_price",),
                "tpTriggerBy": ("tp_trigger_by",),
                "slTriggerBy": ("sl_trigger_by",),
                "tpSize": ("tp_size",),
                "slSize": ("sl_size",),
                "tpLimitPrice": ("tp_limit_price",),
                "slLimitPrice": ("sl_limit_price",),
                "tpOrderType": ("tp_order_type",),
                "slOrderType": ("sl_order_type",),
            },
        ),
        Call(name="borrow", paths={"": "POST /v5/account/borrow"}, payload=Done, emit=emit_borrow),
        Call(
            name="repay",
            paths={"": "POST /v5/account/no-convert-repay"},
            payload=Done,
            emit=emit_repay,
            called={"repaymentType": ("repayment_type",)},
        ),
        Call(
            name="get_orderbook",
            paths={
                "spot": "GET /v5/market/orderbook",
                "linear": "GET /v5/market/orderbook",
                "inverse": "GET /v5/market/orderbook",
                "option": "GET /v5/market/orderbook",
            },
            payload=GetOrderbookResponse,
            emit=emit_get_orderbook,
        ),
        Call(
            name="get_spot_instruments",
            paths={"spot": "GET /v5/market/instruments-info"},
            payload=GetSpotInstrumentsResponse,
            emit=emit_get_spot_instruments,
            rows=("$.result.list",),
        ),
        Call(
            name="get_contracts",
            paths={"linear": "GET /v5/market/instruments-info", "inverse": "GET /v5/market/instruments-info"},
            payload=GetContractsResponse,
            emit=emit_get_contracts,
            rows=("$.result.list",),
            called={"baseCoin": ("base_coin",)},
        ),
        Call(
            name="get_options",
            paths={"option": "GET /v5/market/instruments-info"},
            payload=GetOptionsResponse,
            emit=emit_get_options,
            rows=("$.result.list",),
            called={"baseCoin": ("base_coin",)},
        ),
        Call(
            name="get_states",
            paths={
                "spot": "GET /v5/market/instruments-info",
                "linear": "GET /v5/market/instruments-info",
                "inverse": "GET /v5/market/instruments-info",
            },
            payload=GetStatesResponse,
            emit=emit_get_states,
            rows=("$.result.list",),
        ),
        Call(
            name="get_option_states",
            paths={"option": "GET /v5/market/instruments-info"},
            payload=GetOptionStatesResponse,
            emit=emit_get_option_states,
            rows=("$.result.list",),
            called={"baseCoin": ("base_coin",)},
        ),
        Call(
            name="get_open_orders",
            paths={"": "GET /v5/order/realtime"},
            payload=Orders,
            emit=emit_get_open_orders,
            rows=("$.result.list",),
            called={
                "baseCoin": ("base_coin",),
                "settleCoin": ("settle_coin",),
                "orderId": ("order_id",),
                "orderLinkId": ("order_link_id",),
                "openOnly": ("open_only",),
                "orderFilter": ("order_filter",),
            },
        ),
        Call(
            name="get_order_history",
            paths={"": "GET /v5/order/history"},
            payload=Orders,
            emit=emit_get_order_history,
            rows=("$.result.list",),
            called={
                "baseCoin": ("base_coin",),
                "settleCoin": ("settle_coin",),
                "orderId": ("order_id",),
                "orderLinkId": ("order_link_id",),
                "orderFilter": ("order_filter",),
                "orderStatus": ("order_status",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
            },
        ),
        Call(
            name="get_executions",
            paths={"": "GET /v5/execution/list"},
            payload=GetExecutionsResponse,
            emit=emit_get_executions,
            rows=("$.result.list",),
            called={
                "orderId": ("order_id",),
                "orderLinkId": ("order_link_id",),
                "baseCoin": ("base_coin",),
                "execType": ("exec_type",),
                "startTime": ("start_time",),
                "endTime": ("end_time",),
            },
        ),
        Call(
            name="create_order",
            paths={"": "POST /v5/order/create"},
            payload=Answer,
            emit=emit_create_order,
            called={
                "isLeverage": ("is_leverage",),
                "orderType": ("order_type",),
                "marketUnit": ("market_unit",),
                "rpiTakerAccess": ("rpi_taker_access",),
                "slippageToleranceType": ("slippage_tolerance_type",),
                "slippageTolerance": ("slippage_tolerance",),
                "triggerDirection": ("trigger_direction",),
                "orderFilter": ("order_filter",),
                "triggerPrice": ("trigger_price",),
                "triggerBy": ("trigger_by",),
                "orderIv": ("order_iv",),
                "timeInForce": ("time_in_force",),
                "positionIdx": ("position_idx",),
                "orderLinkId": ("order_link_id",),
                "takeProfit": ("take_profit",),
                "stopLoss": ("stop_loss",),
                "tpTriggerBy": ("tp_trigger_by",),
                "slTriggerBy": ("sl_trigger_by",),
                "reduceOnly": ("reduce_only",),
                "closeOnTrigger": ("close_on_trigger",),
                "smpType": ("smp_type",),
                "tpslMode": ("tpsl_mode",),
                "tpLimitPrice": ("tp_limit_price",),
                "slLimitPrice": ("sl_limit_price",),
                "tpOrderType": ("tp_order_type",),
                "slOrderType": ("sl_order_type",),
                "bboSideType": ("bbo_side_type",),
                "bboLevel": ("bbo_level",),
            },
        ),
        Call(
            name="amend_order",
            paths={"": "POST /v5/order/amend"},
            payload=Answer,
            emit=emit_amend_order,
            called={
                "orderId": ("order_id",),
                "orderLinkId": ("order_link_id",),
                "orderIv": ("order_iv",),
                "triggerPrice": ("trigger_price",),
                "tpslMode": ("tpsl_mode",),
                "takeProfit": ("take_profit",),
                "stopLoss": ("stop_loss",),
                "tpTriggerBy": ("tp_trigger_by",),
                "slTriggerBy": ("sl_trigger_by",),
                "triggerBy": ("trigger_by",),
                "tpLimitPrice": ("tp_limit_price",),
                "slLimitPrice": ("sl_limit_price",),
            },
        ),
        Call(
            name="cancel_order",
            paths={"": "POST /v5/order/cancel"},
            payload=Answer,
            emit=emit_cancel_order,
            called={
                "orderId": ("order_id",),
                "orderLinkId": ("order_link_id",),
                "orderFilter": ("order_filter",),
            },
        ),
        Call(
            name="cancel_all_orders",
            paths={"": "POST /v5/order/cancel-all"},
            payload=CancelledOrders,
            emit=emit_cancel_all_orders,
            called={
                "baseCoin": ("base_coin",),
                "settleCoin": ("settle_coin",),
                "orderFilter": ("order_filter",),
                "stopOrderType": ("stop_order_type",),
            },
        ),
        Call(
            name="create_orders",
            paths={"": "POST /v5/order/create-batch"},
            payload=Answers,
            emit=emit_create_orders,
        ),
        Call(
            name="amend_orders",
            paths={"": "POST /v5/order/amend-batch"},
            payload=Answers,
            emit=emit_amend_orders,
        ),
        Call(
            name="cancel_orders",
            paths={"": "POST /v5/order/cancel-batch"},
            payload=Answers,
            emit=emit_cancel_orders,
        ),
        Call(
            name="get_tickers",
            paths={
                "spot": "GET /v5/market/tickers",
                "linear": "GET /v5/market/tickers",
                "inverse": "GET /v5/market/tickers",
            },
            payload=GetTickersResponse,
            emit=emit_get_tickers,
            rows=("$.result.list",),
        ),
        Call(
            name="get_option_tickers",
            paths={"option": "GET /v5/market/tickers"},
            payload=GetOptionTickersResponse,
            emit=emit_get_option_tickers,
            rows=("$.result.list",),
            called={"baseCoin": ("base_coin",)},
        ),
        Call(
            name="get_funding_history",
            paths={"linear": "GET /v5/market/funding/history", "inverse": "GET /v5/market/funding/history"},
            payload=GetFundingHistoryResponse,
            emit=emit_get_funding_history,
            rows=("$.result.list",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_recent_trades",
            paths={
                "spot": "GET /v5/market/recent-trade",
                "linear": "GET /v5/market/recent-trade",
                "inverse": "GET /v5/market/recent-trade",
                "option": "GET /v5/market/recent-trade",
            },
            payload=GetRecentTradesResponse,
            emit=emit_get_recent_trades,
            rows=("$.result.list",),
            called={"baseCoin": ("base_coin",)},
        ),
        Call(
            name="get_klines",
            paths={
                "spot": "GET /v5/market/kline",
                "linear": "GET /v5/market/kline",
                "inverse": "GET /v5/market/kline",
            },
            payload=GetKlinesResponse,
            emit=emit_get_klines,
            rows=("$.result.list",),
        ),
    ),
    machines={
        "orderbook": _make_orderbook,
        "best_level": _make_best_level,
        "option_orderbook": _make_option_orderbook,
        "ticker": _make_ticker,
        "get_states": _make_get_states,
        "get_option_states": _make_get_option_states,
    },
    snapshots={},
    feeds={},
    fault=Fault(("retCode",), ("retMsg",), _failed),
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Bybit to events of the model."""

    tables = TABLES
