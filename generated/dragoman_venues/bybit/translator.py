"""The translator of the venue bybit: which bytes are which message. Generated from specs/bybit; edit that and run `make generate`."""

from __future__ import annotations

import re
from typing import Any

from dragoman.machines import Merge
from dragoman.machines.book_facts import SyncFacts
from dragoman.machines.book_sync import BookSync
from dragoman.translate.facts import Call, Channel, Connection, Fault, Reply, Tables
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.bybit.books import (
    BestLevel,
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
    GetSpotInstrumentsResponse,
    emit_get_contracts,
    emit_get_options,
    emit_get_spot_instruments,
)
from dragoman_venues.bybit.symbology import PRODUCTS
from dragoman_venues.bybit.tickers import (
    GetFundingHistoryResponse,
    GetOptionTickersResponse,
    GetTickersResponse,
    OptionTicker,
    Ticker,
    emit_get_funding_history,
    emit_get_option_tickers,
    emit_get_tickers,
    emit_option_ticker,
    emit_ticker,
)
from dragoman_venues.bybit.trades import (
    GetKlinesResponse,
    GetRecentTradesResponse,
    Kline,
    OlderTrade,
    OptionTrade,
    PublicTrade,
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
    if not message.success:
        return None
    return int(message.req_id) if message.req_id is not None else None, "", ""


def _read_stream_refused(message: StreamRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    return int(message.req_id) if message.req_id is not None else None, "", str(message.ret_msg)


def _read_options_pong(message: OptionsPong) -> tuple[object, str, str] | None:
    """(id, code, message) of a pong reply."""
    return None, "", ""


def _read_options_refused(message: OptionsRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    if not (not message.success or len(message.data.failed) > 0):
        return None
    return None, "", str(message.ret_msg)


def _read_options_acknowledged(message: OptionsAcknowledged) -> tuple[object, str, str] | None:
    """(id, code, message) of a acknowledged reply."""
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
        stale_after_ns=None,
        max_keys=10_000,
    )
    return BookSync(facts, next=_orderbook_next)


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
        stale_after_ns=None,
        max_keys=10_000,
    )
    return BookSync(facts, next=_option_orderbook_next)


def _make_ticker(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=10_000, empty={"default": "keep", "funding_rate": "clear"}, as_none=True)


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
                    topic=re.compile("trade\\.(?P<category>spot|linear|inverse)\\.(?P<symbol>.+?)"),
                    products=("spot", "linear", "inverse"),
                    rows=("$.data",),
                    gives=("TradeTick",),
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
            source="ws:option",
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
                    means="ignore",
                    read=_read_options_acknowledged,
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
        ),
        Call(
            name="get_options",
            paths={"option": "GET /v5/market/instruments-info"},
            payload=GetOptionsResponse,
            emit=emit_get_options,
            rows=("$.result.list",),
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
        ),
        Call(
            name="get_funding_history",
            paths={"linear": "GET /v5/market/funding/history", "inverse": "GET /v5/market/funding/history"},
            payload=GetFundingHistoryResponse,
            emit=emit_get_funding_history,
            rows=("$.result.list",),
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
        "option_orderbook": _make_option_orderbook,
        "ticker": _make_ticker,
    },
    snapshots={},
    feeds={},
    fault=Fault(("retCode",), ("retMsg",)),
)


class Translator(BaseTranslator):
    """Payloads of Bybit to events of the model."""

    tables = TABLES
