"""The translator of the venue okx: which bytes are which message. Generated from specs/okx; edit that and run `make generate`."""

from __future__ import annotations

import re
from typing import Any

from dragoman.books import ChecksumScheme
from dragoman.machines.book_facts import SyncFacts
from dragoman.machines.book_sync import BookSync
from dragoman.machines.checksums import Checked
from dragoman.translate.facts import Call, Channel, Connection, Fault, Part, Reply, Tables, Ways
from dragoman.translate.memories import Memory
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.okx.account import (
    AccountRow,
    GetAccountConfigResponse,
    GetFeeRatesResponse,
    GetLeverageResponse,
    GetPositionsHistoryResponse,
    GetPositionsResponse,
    SetLeverageResponse,
    SetPositionModeResponse,
    emit_get_account_config,
    emit_get_balance,
    emit_get_fee_rates,
    emit_get_leverage,
    emit_get_positions,
    emit_get_positions_history,
    emit_set_leverage,
    emit_set_position_mode,
)
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
from dragoman_venues.okx.commands import (
    emit_amend_algo_order,
    emit_amend_order,
    emit_amend_orders,
    emit_amend_spread_order,
    emit_cancel_advanced_algo_order,
    emit_cancel_algo_order,
    emit_cancel_orders,
    emit_cancel_single_order,
    emit_cancel_spread_order,
    emit_cancel_spread_orders,
    emit_mass_cancel,
    emit_place_algo_order,
    emit_place_order,
    emit_place_orders,
    emit_place_spread_order,
)
from dragoman_venues.okx.events import (
    EventMarkets,
    GetEventMarketsResponse,
    GetEventSeriesResponse,
    GetEventsResponse,
    emit_event_markets,
    emit_get_event_markets,
    emit_get_event_series,
    emit_get_events,
)
from dragoman_venues.okx.instruments import (
    GetInstrumentsResponse,
    Instruments,
    emit_get_instruments,
    emit_instruments,
)
from dragoman_venues.okx.market_data import (
    AllTrades,
    Bbo,
    BookRow,
    Books,
    Books5,
    Books50L2,
    BooksL2,
    GetBooksResponse,
    GetHistoryTradesResponse,
    GetTradesResponse,
    Tickers,
    Trades,
    emit_all_trades,
    emit_bbo,
    emit_books,
    emit_books5,
    emit_books50_l2,
    emit_books_l2,
    emit_get_books,
    emit_get_history_trades,
    emit_get_trades,
    emit_tickers,
    emit_trades,
)
from dragoman_venues.okx.orders import (
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
    ResultAnswer,
    emit_get_algo_order,
    emit_get_algo_orders_history,
    emit_get_fills,
    emit_get_fills_history,
    emit_get_open_algo_orders,
    emit_get_open_orders,
    emit_get_open_spread_orders,
    emit_get_order,
    emit_get_orders_archive,
    emit_get_orders_history,
    emit_get_spread_order,
    emit_get_spread_orders_history,
    emit_get_spread_trades,
)
from dragoman_venues.okx.prices import (
    EstimatedPrice,
    FundingRate,
    GetFundingRateHistoryResponse,
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
    emit_estimated_price,
    emit_funding_rate,
    emit_get_funding_rate_history,
    emit_get_index_tickers,
    emit_get_mark_price,
    emit_get_option_summary,
    emit_get_position_tiers,
    emit_index_tickers,
    emit_liquidations,
    emit_mark_price,
    emit_open_interest,
    emit_option_summary,
    emit_price_limit,
    emit_status,
)
from dragoman_venues.okx.private import (
    Account,
    AdvancedAlgoOrders,
    AlgoOrders,
    BalanceAndPosition,
    BusinessAcknowledged,
    BusinessConnections,
    BusinessLoggedIn,
    BusinessNotice,
    BusinessRefused,
    BusinessRefusedTopic,
    BusinessUnsubscribed,
    Fills,
    FillsText,
    Orders,
    Positions,
    PrivateAcknowledged,
    PrivateConnections,
    PrivateLoggedIn,
    PrivateNotice,
    PrivateRefused,
    PrivateRefusedTopic,
    PrivateUnsubscribed,
    SpreadOrders,
    SpreadOrdersText,
    emit_account,
    emit_advanced_algo_orders,
    emit_algo_orders,
    emit_balance_and_position,
    emit_fills,
    emit_orders,
    emit_positions,
    emit_spread_orders,
)
from dragoman_venues.okx.spreads import (
    GetSpreadsResponse,
    SpreadBooks,
    SpreadBooks5,
    SpreadBooksRow,
    SpreadQuotes,
    SpreadTrades,
    emit_get_spreads,
    emit_spread_books,
    emit_spread_books5,
    emit_spread_quotes,
    emit_spread_trades,
)
from dragoman_venues.okx.symbology import PRODUCTS
from dragoman_venues.okx.venue import (
    GetServerTimeResponse,
    StreamAcknowledged,
    StreamConnections,
    StreamNotice,
    StreamRefused,
    StreamRefusedTopic,
    StreamUnsubscribed,
    emit_get_server_time,
)


def _read_stream_notice(message: StreamNotice) -> tuple[object, str, str] | None:
    """(id, code, message) of a notice reply."""
    if message.event != "notice":
        return None
    return None, str(message.code), str(message.msg)


def _read_stream_acknowledged(message: StreamAcknowledged) -> tuple[object, str, str] | None:
    """(id, code, message) of a acknowledged reply."""
    if message.event != "subscribe":
        return None
    return (
        (
            message.arg.channel
            if (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type
                    )
                )
            )
            is None
            else message.arg.channel
            + ":"
            + (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type if message.arg.inst_type is not None else ""
                    )
                )
            )
        ),
        "",
        "",
    )


def _read_stream_unsubscribed(message: StreamUnsubscribed) -> tuple[object, str, str] | None:
    """(id, code, message) of a unsubscribed reply."""
    if message.event != "unsubscribe":
        return None
    return (
        (
            message.arg.channel
            if (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type
                    )
                )
            )
            is None
            else message.arg.channel
            + ":"
            + (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type if message.arg.inst_type is not None else ""
                    )
                )
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
        (
            message.arg.channel
            if (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type
                    )
                )
            )
            is None
            else message.arg.channel
            + ":"
            + (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type if message.arg.inst_type is not None else ""
                    )
                )
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


def _read_private_notice(message: PrivateNotice) -> tuple[object, str, str] | None:
    """(id, code, message) of a notice reply."""
    if message.event != "notice":
        return None
    return None, str(message.code), str(message.msg)


def _read_private_acknowledged(message: PrivateAcknowledged) -> tuple[object, str, str] | None:
    """(id, code, message) of a acknowledged reply."""
    if message.event != "subscribe":
        return None
    return (
        (
            message.arg.channel
            if (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type
                    )
                )
            )
            is None
            else message.arg.channel
            + ":"
            + (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type if message.arg.inst_type is not None else ""
                    )
                )
            )
        ),
        "",
        "",
    )


def _read_private_unsubscribed(message: PrivateUnsubscribed) -> tuple[object, str, str] | None:
    """(id, code, message) of a unsubscribed reply."""
    if message.event != "unsubscribe":
        return None
    return (
        (
            message.arg.channel
            if (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type
                    )
                )
            )
            is None
            else message.arg.channel
            + ":"
            + (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type if message.arg.inst_type is not None else ""
                    )
                )
            )
        ),
        "",
        "",
    )


def _read_private_refused_topic(message: PrivateRefusedTopic) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused_topic reply."""
    if message.event != "error":
        return None
    return (
        (
            message.arg.channel
            if (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type
                    )
                )
            )
            is None
            else message.arg.channel
            + ":"
            + (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type if message.arg.inst_type is not None else ""
                    )
                )
            )
        ),
        str(message.code),
        str(message.msg),
    )


def _read_private_refused(message: PrivateRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    if message.event != "error":
        return None
    return None, str(message.code), str(message.msg)


def _read_private_connections(message: PrivateConnections) -> tuple[object, str, str] | None:
    """(id, code, message) of a connections reply."""
    return None, "", ""


def _read_private_logged_in(message: PrivateLoggedIn) -> tuple[object, str, str] | None:
    """(id, code, message) of a logged_in reply."""
    if not (message.event == "login" and message.code == "0"):
        return None
    return None, "", ""


def _read_business_notice(message: BusinessNotice) -> tuple[object, str, str] | None:
    """(id, code, message) of a notice reply."""
    if message.event != "notice":
        return None
    return None, str(message.code), str(message.msg)


def _read_business_acknowledged(message: BusinessAcknowledged) -> tuple[object, str, str] | None:
    """(id, code, message) of a acknowledged reply."""
    if message.event != "subscribe":
        return None
    return (
        (
            message.arg.channel
            if (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type
                    )
                )
            )
            is None
            else message.arg.channel
            + ":"
            + (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type if message.arg.inst_type is not None else ""
                    )
                )
            )
        ),
        "",
        "",
    )


def _read_business_unsubscribed(message: BusinessUnsubscribed) -> tuple[object, str, str] | None:
    """(id, code, message) of a unsubscribed reply."""
    if message.event != "unsubscribe":
        return None
    return (
        (
            message.arg.channel
            if (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type
                    )
                )
            )
            is None
            else message.arg.channel
            + ":"
            + (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type if message.arg.inst_type is not None else ""
                    )
                )
            )
        ),
        "",
        "",
    )


def _read_business_refused_topic(message: BusinessRefusedTopic) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused_topic reply."""
    if message.event != "error":
        return None
    return (
        (
            message.arg.channel
            if (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type
                    )
                )
            )
            is None
            else message.arg.channel
            + ":"
            + (
                message.arg.inst_id
                if message.arg.inst_id is not None
                else (
                    message.arg.spread
                    if message.arg.spread is not None
                    else (
                        message.arg.inst_family
                        if message.arg.inst_family is not None
                        else message.arg.inst_type if message.arg.inst_type is not None else ""
                    )
                )
            )
        ),
        str(message.code),
        str(message.msg),
    )


def _read_business_refused(message: BusinessRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    if message.event != "error":
        return None
    return None, str(message.code), str(message.msg)


def _read_business_connections(message: BusinessConnections) -> tuple[object, str, str] | None:
    """(id, code, message) of a connections reply."""
    return None, "", ""


def _read_business_logged_in(message: BusinessLoggedIn) -> tuple[object, str, str] | None:
    """(id, code, message) of a logged_in reply."""
    if not (message.event == "login" and message.code == "0"):
        return None
    return None, "", ""


def _books_next(message: BookRow, previous: BookRow) -> bool:
    """Nothing lies between the two."""
    return (message.previous_seq if message.previous_seq is not None else -1) == (
        previous.seq if previous.seq is not None else -1
    )


def _books_sum(message: BookRow) -> int | None:
    """What the book comes to after the message."""
    value = message.checksum
    return None if value in (0,) else value


_BOOKS_SUM = Checked(
    ChecksumScheme(depth=25, separator=":", order="interleaved", text="wire", signed=True), _books_sum
)


def _make_books(product: str) -> Any:
    """A fresh machine for one product."""
    facts = SyncFacts(
        stream="books",
        snapshot="stream",
        after="first_buffered_event",
        buffer_max=20000,
        on_full="resync",
        backoff_first_ns=1_000_000_000,
        backoff_max_ns=30_000_000_000,
        budget=None,
        stale_after_ns=90_000_000_000,
        max_keys=10_000,
    )
    return BookSync(facts, next=_books_next, checksum=_BOOKS_SUM)


def _books_l2_next(message: BookRow, previous: BookRow) -> bool:
    """Nothing lies between the two."""
    return (message.previous_seq if message.previous_seq is not None else -1) == (
        previous.seq if previous.seq is not None else -1
    )


def _books_l2_sum(message: BookRow) -> int | None:
    """What the book comes to after the message."""
    value = message.checksum
    return None if value in (0,) else value


_BOOKS_L2_SUM = Checked(
    ChecksumScheme(depth=25, separator=":", order="interleaved", text="wire", signed=True), _books_l2_sum
)


def _make_books_l2(product: str) -> Any:
    """A fresh machine for one product."""
    facts = SyncFacts(
        stream="books_l2",
        snapshot="stream",
        after="first_buffered_event",
        buffer_max=20000,
        on_full="resync",
        backoff_first_ns=1_000_000_000,
        backoff_max_ns=30_000_000_000,
        budget=None,
        stale_after_ns=90_000_000_000,
        max_keys=10_000,
    )
    return BookSync(facts, next=_books_l2_next, checksum=_BOOKS_L2_SUM)


def _books50_l2_next(message: BookRow, previous: BookRow) -> bool:
    """Nothing lies between the two."""
    return (message.previous_seq if message.previous_seq is not None else -1) == (
        previous.seq if previous.seq is not None else -1
    )


def _books50_l2_sum(message: BookRow) -> int | None:
    """What the book comes to after the message."""
    value = message.checksum
    return None if value in (0,) else value


_BOOKS50_L2_SUM = Checked(
    ChecksumScheme(depth=25, separator=":", order="interleaved", text="wire", signed=True), _books50_l2_sum
)


def _make_books50_l2(product: str) -> Any:
    """A fresh machine for one product."""
    facts = SyncFacts(
        stream="books50_l2",
        snapshot="stream",
        after="first_buffered_event",
        buffer_max=20000,
        on_full="resync",
        backoff_first_ns=1_000_000_000,
        backoff_max_ns=30_000_000_000,
        budget=None,
        stale_after_ns=90_000_000_000,
        max_keys=10_000,
    )
    return BookSync(facts, next=_books50_l2_next, checksum=_BOOKS50_L2_SUM)


def _make_orders(product: str) -> Any:
    """A fresh machine for one product."""
    return Memory[Any](max_keys=100_000, keeps=True)


def _make_spread_orders(product: str) -> Any:
    """A fresh machine for one product."""
    return Memory[Any](max_keys=100_000, keeps=True)


def _spread_books_next(message: SpreadBooksRow, previous: SpreadBooksRow) -> bool:
    """Nothing lies between the two."""
    return (message.previous_seq if message.previous_seq is not None else -1) == (
        previous.seq if previous.seq is not None else -1
    )


def _spread_books_sum(message: SpreadBooksRow) -> int | None:
    """What the book comes to after the message."""
    value = message.checksum
    return None if value in (0,) else value


_SPREAD_BOOKS_SUM = Checked(
    ChecksumScheme(depth=25, separator=":", order="interleaved", text="wire", signed=True), _spread_books_sum
)


def _make_spread_books(product: str) -> Any:
    """A fresh machine for one product."""
    facts = SyncFacts(
        stream="spread_books",
        snapshot="stream",
        after="first_buffered_event",
        buffer_max=20000,
        on_full="resync",
        backoff_first_ns=1_000_000_000,
        backoff_max_ns=30_000_000_000,
        budget=None,
        stale_after_ns=90_000_000_000,
        max_keys=10_000,
    )
    return BookSync(facts, next=_spread_books_next, checksum=_SPREAD_BOOKS_SUM)


def _failed(body: object) -> bool:
    """Whether an answer with a good status tells an error."""
    from dragoman_venues.okx.facts import INTERFACE

    failed = INTERFACE.errors.failed
    return failed is not None and failed(body)


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.okx.short import WAYS

    return WAYS


TABLES = Tables(
    venue="OKX",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("spot", "margin", "swap", "futures", "option", "events", "spread"),
            topic_key="arg.channel",
            unknown="count",
            parts=(
                Part(
                    ("instId", "fwdPx", "markVol"),
                    ('{"arg":{"channel":"opt-summary"},"data":[', "]}"),
                    ("part",),
                ),
            ),
            channels=(
                Channel(
                    name="candles",
                    payload=Candles,
                    emit=emit_candles,
                    topic=re.compile("candle(?P<interval>.+?)"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
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
                    name="event_markets",
                    payload=EventMarkets,
                    emit=emit_event_markets,
                    topic=re.compile("event\\-contract\\-markets"),
                    products=("events",),
                    rows=("$.data",),
                    gives=("OkxEventMarket",),
                ),
                Channel(
                    name="instruments",
                    payload=Instruments,
                    emit=emit_instruments,
                    topic=re.compile("instruments"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=(
                        "CurrencyPair",
                        "CryptoPerpetual",
                        "CryptoFuture",
                        "CryptoOption",
                        "BinaryOption",
                        "InstrumentStatus",
                    ),
                ),
                Channel(
                    name="trades",
                    payload=Trades,
                    emit=emit_trades,
                    topic=re.compile("trades"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=("TradeTick",),
                ),
                Channel(
                    name="books",
                    payload=Books,
                    emit=emit_books,
                    topic=re.compile("books"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=("OrderBookDeltas",),
                ),
                Channel(
                    name="books5",
                    payload=Books5,
                    emit=emit_books5,
                    topic=re.compile("books5"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=("OrderBookDeltas", "OrderBookDepth10"),
                ),
                Channel(
                    name="bbo",
                    payload=Bbo,
                    emit=emit_bbo,
                    topic=re.compile("bbo\\-tbt"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=("QuoteTick",),
                ),
                Channel(
                    name="tickers",
                    payload=Tickers,
                    emit=emit_tickers,
                    topic=re.compile("tickers"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=("QuoteTick", "OkxTicker"),
                ),
                Channel(
                    name="all_trades",
                    payload=AllTrades,
                    emit=emit_all_trades,
                    topic=re.compile("trades\\-all"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=("TradeTick",),
                ),
                Channel(
                    name="liquidations",
                    payload=Liquidations,
                    emit=emit_liquidations,
                    topic=re.compile("liquidation\\-orders"),
                    products=("margin", "swap", "futures", "option"),
                    rows=("$.data", "$.data[].details"),
                    gives=("OkxLiquidation",),
                ),
                Channel(
                    name="mark_price",
                    payload=MarkPrice,
                    emit=emit_mark_price,
                    topic=re.compile("mark\\-price"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=("MarkPriceUpdate",),
                ),
                Channel(
                    name="index_tickers",
                    payload=IndexTickers,
                    emit=emit_index_tickers,
                    topic=re.compile("index\\-tickers"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=("IndexPriceUpdate",),
                ),
                Channel(
                    name="funding_rate",
                    payload=FundingRate,
                    emit=emit_funding_rate,
                    topic=re.compile("funding\\-rate"),
                    products=("swap", "futures"),
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
                    gives=("OptionGreeks", "OkxForwardPrice"),
                ),
                Channel(
                    name="price_limit",
                    payload=PriceLimit,
                    emit=emit_price_limit,
                    topic=re.compile("price\\-limit"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=("OkxPriceLimit",),
                ),
                Channel(
                    name="estimated_price",
                    payload=EstimatedPrice,
                    emit=emit_estimated_price,
                    topic=re.compile("estimated\\-price"),
                    products=("swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("OkxEstimatedPrice",),
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
                    name="status",
                    payload=Status,
                    emit=emit_status,
                    topic=re.compile("status"),
                    rows=("$.data",),
                    gives=("OkxStatus",),
                    of_any=True,
                ),
                Channel(
                    name="spread_quotes",
                    payload=SpreadQuotes,
                    emit=emit_spread_quotes,
                    topic=re.compile("sprd\\-bbo\\-tbt"),
                    products=("spread",),
                    rows=("$.data",),
                    gives=("QuoteTick",),
                ),
                Channel(
                    name="spread_books5",
                    payload=SpreadBooks5,
                    emit=emit_spread_books5,
                    topic=re.compile("sprd\\-books5"),
                    products=("spread",),
                    rows=("$.data",),
                    gives=("OrderBookDeltas", "OrderBookDepth10"),
                ),
                Channel(
                    name="spread_books",
                    payload=SpreadBooks,
                    emit=emit_spread_books,
                    topic=re.compile("sprd\\-books\\-l2\\-tbt"),
                    products=("spread",),
                    rows=("$.data",),
                    gives=("OrderBookDeltas",),
                ),
                Channel(
                    name="spread_trades",
                    payload=SpreadTrades,
                    emit=emit_spread_trades,
                    topic=re.compile("sprd\\-public\\-trades"),
                    products=("spread",),
                    rows=("$.data",),
                    gives=("TradeTick",),
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
                    name="unsubscribed",
                    has=("event", "arg"),
                    payload=StreamUnsubscribed,
                    means="unsubscribed",
                    read=_read_stream_unsubscribed,
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
        Connection(
            name="private",
            source="ws",
            codec="json",
            products=("spot", "margin", "swap", "futures", "option", "events", "spread"),
            topic_key="arg.channel",
            unknown="count",
            channels=(
                Channel(
                    name="books_l2",
                    payload=BooksL2,
                    emit=emit_books_l2,
                    topic=re.compile("books\\-l2\\-tbt"),
                    products=("spot", "margin", "swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("OrderBookDeltas",),
                ),
                Channel(
                    name="books50_l2",
                    payload=Books50L2,
                    emit=emit_books50_l2,
                    topic=re.compile("books50\\-l2\\-tbt"),
                    products=("spot", "margin", "swap", "futures", "option"),
                    rows=("$.data",),
                    gives=("OrderBookDeltas",),
                ),
                Channel(
                    name="orders",
                    payload=Orders,
                    emit=emit_orders,
                    topic=re.compile("orders"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=("OrderStatusReport", "FillReport"),
                ),
                Channel(
                    name="fills",
                    payload=Fills,
                    emit=emit_fills,
                    text=FillsText,
                    topic=re.compile("fills"),
                    products=("spot", "margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=("FillReport",),
                ),
                Channel(
                    name="algo_orders",
                    payload=AlgoOrders,
                    emit=emit_algo_orders,
                    topic=re.compile("orders\\-algo"),
                    products=("spot", "margin", "swap", "futures"),
                    rows=("$.data",),
                    gives=("OrderStatusReport",),
                ),
                Channel(
                    name="advanced_algo_orders",
                    payload=AdvancedAlgoOrders,
                    emit=emit_advanced_algo_orders,
                    topic=re.compile("algo\\-advance"),
                    products=("spot", "margin", "swap", "futures"),
                    rows=("$.data",),
                    gives=("OrderStatusReport",),
                ),
                Channel(
                    name="spread_orders",
                    payload=SpreadOrders,
                    emit=emit_spread_orders,
                    text=SpreadOrdersText,
                    topic=re.compile("sprd\\-orders"),
                    products=("spread",),
                    rows=("$.data",),
                    gives=("OrderStatusReport", "FillReport"),
                ),
                Channel(
                    name="positions",
                    payload=Positions,
                    emit=emit_positions,
                    topic=re.compile("positions"),
                    products=("margin", "swap", "futures", "option", "events"),
                    rows=("$.data",),
                    gives=("PositionStatusReport",),
                ),
                Channel(
                    name="account",
                    payload=Account,
                    emit=emit_account,
                    topic=re.compile("account"),
                    rows=("$.data",),
                    gives=("AccountState",),
                    of_any=True,
                ),
                Channel(
                    name="balance_and_position",
                    payload=BalanceAndPosition,
                    emit=emit_balance_and_position,
                    topic=re.compile("balance_and_position"),
                    rows=("$.data", "$.data[].balData", "$.data[].posData"),
                    gives=("OkxCash", "PositionStatusReport"),
                ),
            ),
            replies=(
                Reply(
                    name="notice",
                    has=("event", "connId", "code", "msg"),
                    payload=PrivateNotice,
                    means="status",
                    read=_read_private_notice,
                ),
                Reply(
                    name="acknowledged",
                    has=("event", "arg"),
                    payload=PrivateAcknowledged,
                    means="ack",
                    read=_read_private_acknowledged,
                ),
                Reply(
                    name="unsubscribed",
                    has=("event", "arg"),
                    payload=PrivateUnsubscribed,
                    means="unsubscribed",
                    read=_read_private_unsubscribed,
                ),
                Reply(
                    name="refused_topic",
                    has=("event", "arg", "code", "msg"),
                    payload=PrivateRefusedTopic,
                    means="error",
                    read=_read_private_refused_topic,
                ),
                Reply(
                    name="refused",
                    has=("event", "code", "msg"),
                    payload=PrivateRefused,
                    means="error",
                    read=_read_private_refused,
                ),
                Reply(
                    name="connections",
                    has=("event", "connCount"),
                    payload=PrivateConnections,
                    means="ignore",
                    read=_read_private_connections,
                ),
                Reply(
                    name="logged_in",
                    has=("event", "code"),
                    payload=PrivateLoggedIn,
                    means="authenticated",
                    read=_read_private_logged_in,
                ),
            ),
        ),
        Connection(
            name="business",
            source="ws",
            codec="json",
            products=("spread",),
            topic_key="arg.channel",
            unknown="count",
            channels=(),
            replies=(
                Reply(
                    name="notice",
                    has=("event", "connId", "code", "msg"),
                    payload=BusinessNotice,
                    means="status",
                    read=_read_business_notice,
                ),
                Reply(
                    name="acknowledged",
                    has=("event", "arg"),
                    payload=BusinessAcknowledged,
                    means="ack",
                    read=_read_business_acknowledged,
                ),
                Reply(
                    name="unsubscribed",
                    has=("event", "arg"),
                    payload=BusinessUnsubscribed,
                    means="unsubscribed",
                    read=_read_business_unsubscribed,
                ),
                Reply(
                    name="refused_topic",
                    has=("event", "arg", "code", "msg"),
                    payload=BusinessRefusedTopic,
                    means="error",
                    read=_read_business_refused_topic,
                ),
                Reply(
                    name="refused",
                    has=("event", "code", "msg"),
                    payload=BusinessRefused,
                    means="error",
                    read=_read_business_refused,
                ),
                Reply(
                    name="connections",
                    has=("event", "connCount"),
                    payload=BusinessConnections,
                    means="ignore",
                    read=_read_business_connections,
                ),
                Reply(
                    name="logged_in",
                    has=("event", "code"),
                    payload=BusinessLoggedIn,
                    means="authenticated",
                    read=_read_business_logged_in,
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
            name="get_balance",
            paths={"": "GET /api/v5/account/balance"},
            payload=AccountRow | list[AccountRow],
            emit=emit_get_balance,
            rows=("$",),
            unwrap="data",
        ),
        Call(
            name="get_positions",
            paths={"": "GET /api/v5/account/positions"},
            payload=GetPositionsResponse,
            emit=emit_get_positions,
            rows=("$.data",),
        ),
        Call(
            name="get_positions_history",
            paths={"": "GET /api/v5/account/positions-history"},
            payload=GetPositionsHistoryResponse,
            emit=emit_get_positions_history,
            rows=("$.data",),
        ),
        Call(
            name="get_fee_rates",
            paths={"": "GET /api/v5/account/trade-fee"},
            payload=GetFeeRatesResponse,
            emit=emit_get_fee_rates,
            rows=("$.data",),
        ),
        Call(
            name="get_account_config",
            paths={"": "GET /api/v5/account/config"},
            payload=GetAccountConfigResponse,
            emit=emit_get_account_config,
            rows=("$.data",),
        ),
        Call(
            name="get_leverage",
            paths={"": "GET /api/v5/account/leverage-info"},
            payload=GetLeverageResponse,
            emit=emit_get_leverage,
            rows=("$.data",),
        ),
        Call(
            name="set_position_mode",
            paths={"": "POST /api/v5/account/set-position-mode"},
            payload=SetPositionModeResponse,
            emit=emit_set_position_mode,
        ),
        Call(
            name="set_leverage",
            paths={"": "POST /api/v5/account/set-leverage"},
            payload=SetLeverageResponse,
            emit=emit_set_leverage,
        ),
        Call(
            name="get_candles",
            paths={"": "GET /api/v5/market/candles"},
            payload=GetCandlesResponse,
            emit=emit_get_candles,
            rows=("$.data",),
            called={"instId": ("inst_id",)},
        ),
        Call(
            name="get_history_candles",
            paths={"": "GET /api/v5/market/history-candles"},
            payload=GetHistoryCandlesResponse,
            emit=emit_get_history_candles,
            rows=("$.data",),
            called={"instId": ("inst_id",)},
        ),
        Call(
            name="place_order",
            paths={"": "POST /api/v5/trade/order"},
            payload=DoneAnswer,
            emit=emit_place_order,
        ),
        Call(
            name="amend_order",
            paths={"": "POST /api/v5/trade/amend-order"},
            payload=DoneAnswer,
            emit=emit_amend_order,
        ),
        Call(
            name="cancel_single_order",
            paths={"": "POST /api/v5/trade/cancel-order"},
            payload=DoneAnswer,
            emit=emit_cancel_single_order,
        ),
        Call(
            name="place_algo_order",
            paths={"": "POST /api/v5/trade/order-algo"},
            payload=DoneAnswer,
            emit=emit_place_algo_order,
        ),
        Call(
            name="amend_algo_order",
            paths={"": "POST /api/v5/trade/amend-algos"},
            payload=DoneAnswer,
            emit=emit_amend_algo_order,
        ),
        Call(
            name="cancel_algo_order",
            paths={"": "POST /api/v5/trade/cancel-algos"},
            payload=DoneAnswer,
            emit=emit_cancel_algo_order,
        ),
        Call(
            name="place_spread_order",
            paths={"spread": "POST /api/v5/sprd/order"},
            payload=DoneAnswer,
            emit=emit_place_spread_order,
        ),
        Call(
            name="amend_spread_order",
            paths={"spread": "POST /api/v5/sprd/amend-order"},
            payload=DoneAnswer,
            emit=emit_amend_spread_order,
        ),
        Call(
            name="cancel_spread_order",
            paths={"spread": "POST /api/v5/sprd/cancel-order"},
            payload=DoneAnswer,
            emit=emit_cancel_spread_order,
        ),
        Call(
            name="place_orders",
            paths={"": "POST /api/v5/trade/batch-orders"},
            payload=DoneAnswer,
            emit=emit_place_orders,
        ),
        Call(
            name="amend_orders",
            paths={"": "POST /api/v5/trade/amend-batch-orders"},
            payload=DoneAnswer,
            emit=emit_amend_orders,
        ),
        Call(
            name="cancel_orders",
            paths={"": "POST /api/v5/trade/cancel-batch-orders"},
            payload=DoneAnswer,
            emit=emit_cancel_orders,
        ),
        Call(
            name="mass_cancel",
            paths={"option": "POST /api/v5/trade/mass-cancel"},
            payload=ResultAnswer,
            emit=emit_mass_cancel,
        ),
        Call(
            name="cancel_spread_orders",
            paths={"spread": "POST /api/v5/sprd/mass-cancel"},
            payload=ResultAnswer,
            emit=emit_cancel_spread_orders,
        ),
        Call(
            name="cancel_advanced_algo_order",
            paths={"": "POST /api/v5/trade/cancel-advance-algos"},
            payload=DoneAnswer,
            emit=emit_cancel_advanced_algo_order,
        ),
        Call(
            name="get_event_series",
            paths={"": "GET /api/v5/public/event-contract/series"},
            payload=GetEventSeriesResponse,
            emit=emit_get_event_series,
            rows=("$.data",),
        ),
        Call(
            name="get_events",
            paths={"": "GET /api/v5/public/event-contract/events"},
            payload=GetEventsResponse,
            emit=emit_get_events,
            rows=("$.data",),
            called={"state": ("eventState",)},
        ),
        Call(
            name="get_event_markets",
            paths={"": "GET /api/v5/public/event-contract/markets"},
            payload=GetEventMarketsResponse,
            emit=emit_get_event_markets,
            rows=("$.data",),
            called={"state": ("eventState",)},
        ),
        Call(
            name="get_instruments",
            paths={"": "GET /api/v5/public/instruments"},
            payload=GetInstrumentsResponse,
            emit=emit_get_instruments,
            rows=("$.data",),
            called={
                "instType": ("inst_type",),
                "seriesId": ("series_id",),
                "instFamily": ("inst_family",),
                "instId": ("inst_id",),
            },
        ),
        Call(
            name="get_trades",
            paths={"": "GET /api/v5/market/trades"},
            payload=GetTradesResponse,
            emit=emit_get_trades,
            rows=("$.data",),
            called={"instId": ("inst_id",)},
        ),
        Call(
            name="get_history_trades",
            paths={"": "GET /api/v5/market/history-trades"},
            payload=GetHistoryTradesResponse,
            emit=emit_get_history_trades,
            rows=("$.data",),
            called={"instId": ("inst_id",), "after": ("until",)},
        ),
        Call(
            name="get_books",
            paths={"": "GET /api/v5/market/books"},
            payload=GetBooksResponse,
            emit=emit_get_books,
            rows=("$.data",),
            called={"instId": ("inst_id",)},
        ),
        Call(
            name="get_order",
            paths={"": "GET /api/v5/trade/order"},
            payload=GetOrderResponse,
            emit=emit_get_order,
            rows=("$.data",),
        ),
        Call(
            name="get_open_orders",
            paths={"": "GET /api/v5/trade/orders-pending"},
            payload=GetOpenOrdersResponse,
            emit=emit_get_open_orders,
            rows=("$.data",),
        ),
        Call(
            name="get_orders_history",
            paths={"": "GET /api/v5/trade/orders-history"},
            payload=GetOrdersHistoryResponse,
            emit=emit_get_orders_history,
            rows=("$.data",),
        ),
        Call(
            name="get_algo_order",
            paths={"": "GET /api/v5/trade/order-algo"},
            payload=GetAlgoOrderResponse,
            emit=emit_get_algo_order,
            rows=("$.data",),
        ),
        Call(
            name="get_open_algo_orders",
            paths={"": "GET /api/v5/trade/orders-algo-pending"},
            payload=GetOpenAlgoOrdersResponse,
            emit=emit_get_open_algo_orders,
            rows=("$.data",),
        ),
        Call(
            name="get_algo_orders_history",
            paths={"": "GET /api/v5/trade/orders-algo-history"},
            payload=GetAlgoOrdersHistoryResponse,
            emit=emit_get_algo_orders_history,
            rows=("$.data",),
        ),
        Call(
            name="get_fills",
            paths={"": "GET /api/v5/trade/fills"},
            payload=FillRow | list[FillRow],
            emit=emit_get_fills,
            rows=("$",),
            unwrap="data",
        ),
        Call(
            name="get_fills_history",
            paths={"": "GET /api/v5/trade/fills-history"},
            payload=FillRow | list[FillRow],
            emit=emit_get_fills_history,
            rows=("$",),
            unwrap="data",
        ),
        Call(
            name="get_spread_order",
            paths={"spread": "GET /api/v5/sprd/order"},
            payload=GetSpreadOrderResponse,
            emit=emit_get_spread_order,
            rows=("$.data",),
        ),
        Call(
            name="get_open_spread_orders",
            paths={"spread": "GET /api/v5/sprd/orders-pending"},
            payload=GetOpenSpreadOrdersResponse,
            emit=emit_get_open_spread_orders,
            rows=("$.data",),
        ),
        Call(
            name="get_spread_orders_history",
            paths={"spread": "GET /api/v5/sprd/orders-history"},
            payload=GetSpreadOrdersHistoryResponse,
            emit=emit_get_spread_orders_history,
            rows=("$.data",),
        ),
        Call(
            name="get_spread_trades",
            paths={"spread": "GET /api/v5/sprd/trades"},
            payload=GetSpreadTradesResponse,
            emit=emit_get_spread_trades,
            rows=("$.data",),
        ),
        Call(
            name="get_orders_archive",
            paths={"": "GET /api/v5/trade/orders-history-archive"},
            payload=GetOrdersArchiveResponse,
            emit=emit_get_orders_archive,
            rows=("$.data",),
        ),
        Call(
            name="get_mark_price",
            paths={"": "GET /api/v5/public/mark-price"},
            payload=GetMarkPriceResponse,
            emit=emit_get_mark_price,
            rows=("$.data",),
            called={"instType": ("inst_type",), "instFamily": ("inst_family",), "instId": ("inst_id",)},
        ),
        Call(
            name="get_index_tickers",
            paths={"": "GET /api/v5/market/index-tickers"},
            payload=GetIndexTickersResponse,
            emit=emit_get_index_tickers,
            rows=("$.data",),
            called={"instId": ("inst_id",), "quoteCcy": ("quote_ccy",)},
        ),
        Call(
            name="get_funding_rate_history",
            paths={"": "GET /api/v5/public/funding-rate-history"},
            payload=GetFundingRateHistoryResponse,
            emit=emit_get_funding_rate_history,
            rows=("$.data",),
            called={"instId": ("inst_id",)},
        ),
        Call(
            name="get_option_summary",
            paths={"option": "GET /api/v5/public/opt-summary"},
            payload=GetOptionSummaryResponse,
            emit=emit_get_option_summary,
            rows=("$.data",),
            called={"instFamily": ("inst_family",), "expTime": ("exp_time",)},
        ),
        Call(
            name="get_position_tiers",
            paths={"": "GET /api/v5/public/position-tiers"},
            payload=GetPositionTiersResponse,
            emit=emit_get_position_tiers,
            rows=("$.data",),
        ),
        Call(
            name="get_spreads",
            paths={"spread": "GET /api/v5/sprd/spreads"},
            payload=GetSpreadsResponse,
            emit=emit_get_spreads,
            rows=("$.data",),
        ),
    ),
    machines={
        "books": _make_books,
        "books_l2": _make_books_l2,
        "books50_l2": _make_books50_l2,
        "orders": _make_orders,
        "spread_orders": _make_spread_orders,
        "spread_books": _make_spread_books,
    },
    snapshots={},
    feeds={},
    fault=Fault(("code",), ("msg",), _failed),
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of OKX to events of the model."""

    tables = TABLES
