"""The translator of the venue okx: which bytes are which message. Generated from specs/okx; edit that and run `make generate`."""

from __future__ import annotations

import re
from typing import Any

from dragoman.machines.book_facts import SyncFacts
from dragoman.machines.book_sync import BookSync
from dragoman.translate.facts import Call, Channel, Connection, Fault, Reply, Tables
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.okx.bars import (
    Candles,
    GetCandlesResponse,
    GetHistoryCandlesResponse,
    MarkPriceCandles,
    emit_candles,
    emit_get_candles,
    emit_get_history_candles,
    emit_mark_price_candles,
)
from dragoman_venues.okx.instruments import (
    GetInstrumentsResponse,
    Instruments,
    emit_get_instruments,
    emit_instruments,
)
from dragoman_venues.okx.market_data import (
    Bbo,
    BookRow,
    Books,
    Books5,
    GetBooksResponse,
    GetHistoryTradesResponse,
    GetTradesResponse,
    Tickers,
    Trades,
    emit_bbo,
    emit_books,
    emit_books5,
    emit_get_books,
    emit_get_history_trades,
    emit_get_trades,
    emit_tickers,
    emit_trades,
)
from dragoman_venues.okx.prices import (
    FundingRate,
    GetFundingRateHistoryResponse,
    GetIndexTickersResponse,
    GetMarkPriceResponse,
    GetOptionSummaryResponse,
    IndexTickers,
    MarkPrice,
    OpenInterest,
    OptionSummary,
    PriceLimit,
    emit_funding_rate,
    emit_get_funding_rate_history,
    emit_get_index_tickers,
    emit_get_mark_price,
    emit_get_option_summary,
    emit_index_tickers,
    emit_mark_price,
    emit_open_interest,
    emit_option_summary,
    emit_price_limit,
)
from dragoman_venues.okx.symbology import PRODUCTS
from dragoman_venues.okx.venue import (
    GetServerTimeResponse,
    StreamAcknowledged,
    StreamConnections,
    StreamNotice,
    StreamRefused,
    StreamRefusedTopic,
    emit_get_server_time,
)


def _read_stream_notice(message: StreamNotice) -> tuple[object, str, str] | None:
    """(id, code, message) of a notice reply."""
    if message.event != "notice":
        return None
    return None, str(message.code), str(message.msg)


def _read_stream_acknowledged(message: StreamAcknowledged) -> tuple[object, str, str] | None:
    """(id, code, message) of a acknowledged reply."""
    if message.event not in ("subscribe", "unsubscribe"):
        return None
    return (
        message.arg.channel
        + ":"
        + (
            message.arg.inst_id
            if message.arg.inst_id is not None
            else (
                message.arg.inst_family
                if message.arg.inst_family is not None
                else message.arg.inst_type if message.arg.inst_type is not None else ""
            )
        ),
        "",
        "",
    )


def _read_stream_refused_topic(message: StreamRefusedTopic) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused_topic reply."""
    if message.event != "error":
        return None
    return (
        message.arg.channel
        + ":"
        + (
            message.arg.inst_id
            if message.arg.inst_id is not None
            else (
                message.arg.inst_family
                if message.arg.inst_family is not None
                else message.arg.inst_type if message.arg.inst_type is not None else ""
            )
        ),
        str(message.code),
        str(message.msg),
    )


def _read_stream_refused(message: StreamRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    if message.event != "error":
        return None
    return None, str(message.code), str(message.msg)


def _read_stream_connections(message: StreamConnections) -> tuple[object, str, str] | None:
    """(id, code, message) of a connections reply."""
    return None, "", ""


def _books_next(message: BookRow, previous: BookRow) -> bool:
    """Nothing lies between the two."""
    return message.previous_seq == previous.seq


def _make_books(product: str) -> Any:
    """A fresh machine for one product."""
    facts = SyncFacts(
        stream="books",
        snapshot="stream",
        after="first_buffered_event",
        buffer_max=2000,
        on_full="resync",
        backoff_first_ns=1_000_000_000,
        backoff_max_ns=30_000_000_000,
        budget=None,
        stale_after_ns=None,
        max_keys=10_000,
    )
    return BookSync(facts, next=_books_next)


TABLES = Tables(
    venue="OKX",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("spot", "swap", "futures", "option"),
            topic_key="arg.channel",
            unknown="count",
            channels=(
                Channel(
                    name="candles",
                    payload=Candles,
                    emit=emit_candles,
                    topic=re.compile("candle(?P<interval>.+?)"),
                    products=("spot", "swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("Bar",),
                ),
                Channel(
                    name="mark_price_candles",
                    payload=MarkPriceCandles,
                    emit=emit_mark_price_candles,
                    topic=re.compile("mark\\-price\\-candle(?P<interval>.+?)"),
                    products=("swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("Bar",),
                ),
                Channel(
                    name="instruments",
                    payload=Instruments,
                    emit=emit_instruments,
                    topic=re.compile("instruments"),
                    products=("spot", "swap", "futures", "option"),
                    rows=("$.data",),
                    gives=(
                        "CurrencyPair",
                        "CryptoPerpetual",
                        "CryptoFuture",
                        "CryptoOption",
                        "InstrumentStatus",
                    ),
                ),
                Channel(
                    name="trades",
                    payload=Trades,
                    emit=emit_trades,
                    topic=re.compile("trades"),
                    products=("spot", "swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("TradeTick",),
                ),
                Channel(
                    name="books",
                    payload=Books,
                    emit=emit_books,
                    topic=re.compile("books"),
                    products=("spot", "swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("OrderBookDeltas",),
                ),
                Channel(
                    name="books5",
                    payload=Books5,
                    emit=emit_books5,
                    topic=re.compile("books5"),
                    products=("spot", "swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("OrderBookDeltas", "OrderBookDepth10"),
                ),
                Channel(
                    name="bbo",
                    payload=Bbo,
                    emit=emit_bbo,
                    topic=re.compile("bbo\\-tbt"),
                    products=("spot", "swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("QuoteTick",),
                ),
                Channel(
                    name="tickers",
                    payload=Tickers,
                    emit=emit_tickers,
                    topic=re.compile("tickers"),
                    products=("spot", "swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("QuoteTick", "OkxTicker"),
                ),
                Channel(
                    name="mark_price",
                    payload=MarkPrice,
                    emit=emit_mark_price,
                    topic=re.compile("mark\\-price"),
                    products=("spot", "swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("MarkPriceUpdate",),
                ),
                Channel(
                    name="index_tickers",
                    payload=IndexTickers,
                    emit=emit_index_tickers,
                    topic=re.compile("index\\-tickers"),
                    products=("spot",),
                    rows=("$.data",),
                    gives=("IndexPriceUpdate",),
                ),
                Channel(
                    name="funding_rate",
                    payload=FundingRate,
                    emit=emit_funding_rate,
                    topic=re.compile("funding\\-rate"),
                    products=("swap",),
                    rows=("$.data",),
                    gives=("FundingRateUpdate",),
                ),
                Channel(
                    name="option_summary",
                    payload=OptionSummary,
                    emit=emit_option_summary,
                    topic=re.compile("opt\\-summary"),
                    products=("option",),
                    rows=("$.data",),
                    gives=("OptionGreeks",),
                ),
                Channel(
                    name="open_interest",
                    payload=OpenInterest,
                    emit=emit_open_interest,
                    topic=re.compile("open\\-interest"),
                    products=("swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("OkxOpenInterest",),
                ),
                Channel(
                    name="price_limit",
                    payload=PriceLimit,
                    emit=emit_price_limit,
                    topic=re.compile("price\\-limit"),
                    products=("spot", "swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("OkxPriceLimit",),
                ),
            ),
            replies=(
                Reply(
                    name="notice",
                    has=("event", "connId", "code", "msg"),
                    payload=StreamNotice,
                    means="status",
                    read=_read_stream_notice,
                ),
                Reply(
                    name="acknowledged",
                    has=("event", "arg"),
                    payload=StreamAcknowledged,
                    means="ack",
                    read=_read_stream_acknowledged,
                ),
                Reply(
                    name="refused_topic",
                    has=("event", "arg", "code", "msg"),
                    payload=StreamRefusedTopic,
                    means="error",
                    read=_read_stream_refused_topic,
                ),
                Reply(
                    name="refused",
                    has=("event", "code", "msg"),
                    payload=StreamRefused,
                    means="error",
                    read=_read_stream_refused,
                ),
                Reply(
                    name="connections",
                    has=("event", "connCount"),
                    payload=StreamConnections,
                    means="ignore",
                    read=_read_stream_connections,
                ),
            ),
        ),
    ),
    calls=(
        Call(
            name="get_server_time",
            paths={"": "GET /api/v5/public/time"},
            payload=GetServerTimeResponse,
            emit=emit_get_server_time,
        ),
        Call(
            name="get_candles",
            paths={"": "GET /api/v5/market/candles"},
            payload=GetCandlesResponse,
            emit=emit_get_candles,
            rows=("$.data",),
        ),
        Call(
            name="get_history_candles",
            paths={"": "GET /api/v5/market/history-candles"},
            payload=GetHistoryCandlesResponse,
            emit=emit_get_history_candles,
            rows=("$.data",),
        ),
        Call(
            name="get_instruments",
            paths={"": "GET /api/v5/public/instruments"},
            payload=GetInstrumentsResponse,
            emit=emit_get_instruments,
            rows=("$.data",),
        ),
        Call(
            name="get_trades",
            paths={"": "GET /api/v5/market/trades"},
            payload=GetTradesResponse,
            emit=emit_get_trades,
            rows=("$.data",),
        ),
        Call(
            name="get_history_trades",
            paths={"": "GET /api/v5/market/history-trades"},
            payload=GetHistoryTradesResponse,
            emit=emit_get_history_trades,
            rows=("$.data",),
        ),
        Call(
            name="get_books",
            paths={"": "GET /api/v5/market/books"},
            payload=GetBooksResponse,
            emit=emit_get_books,
            rows=("$.data",),
        ),
        Call(
            name="get_mark_price",
            paths={"swap": "GET /api/v5/public/mark-price"},
            payload=GetMarkPriceResponse,
            emit=emit_get_mark_price,
            rows=("$.data",),
        ),
        Call(
            name="get_index_tickers",
            paths={"": "GET /api/v5/market/index-tickers"},
            payload=GetIndexTickersResponse,
            emit=emit_get_index_tickers,
            rows=("$.data",),
        ),
        Call(
            name="get_funding_rate_history",
            paths={"swap": "GET /api/v5/public/funding-rate-history"},
            payload=GetFundingRateHistoryResponse,
            emit=emit_get_funding_rate_history,
            rows=("$.data",),
        ),
        Call(
            name="get_option_summary",
            paths={"option": "GET /api/v5/public/opt-summary"},
            payload=GetOptionSummaryResponse,
            emit=emit_get_option_summary,
            rows=("$.data",),
        ),
    ),
    machines={"books": _make_books},
    snapshots={},
    feeds={},
    fault=Fault(("code",), ("msg",)),
)


class Translator(BaseTranslator):
    """Payloads of OKX to events of the model."""

    tables = TABLES
