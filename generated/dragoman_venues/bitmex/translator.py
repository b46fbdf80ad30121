"""The translator of the venue bitmex: which bytes are which message. Generated from specs/bitmex; edit that and run `make generate`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from dragoman.machines import Merge
from dragoman.translate.facts import Call, Channel, Connection, Fault, Part, Reply, Tables, Ways
from dragoman.translate.lookups import Lookups
from dragoman.translate.translator import Translator as BaseTranslator
from msgspec import Raw

from dragoman_venues.bitmex.account import (
    MarginRow,
    PositionRow,
    WalletRow,
    emit_get_leverage,
    emit_get_margins,
    emit_get_positions,
    emit_get_wallets,
    emit_isolate_margin,
    emit_set_leverage,
    emit_set_position_mode,
)
from dragoman_venues.bitmex.bars import (
    BinMessage,
    BinRow,
    emit_get_trade_bins,
    emit_trade_bin,
    emit_trade_bin_1d,
    emit_trade_bin_1h,
    emit_trade_bin_5m,
)
from dragoman_venues.bitmex.instruments import (
    InstrumentRow,
    emit_get_active_instruments,
    emit_get_indices,
    emit_get_instruments,
)
from dragoman_venues.bitmex.live_instruments import Instrument, emit_instrument
from dragoman_venues.bitmex.market_data import (
    Book,
    Book25,
    BookRow,
    Funding,
    FundingRow,
    GetServerTimeResponse,
    Liquidation,
    LiquidationRow,
    Quote,
    QuoteRow,
    Settlement,
    TenLevels,
    Trade,
    TradeRow,
    emit_book,
    emit_book_25,
    emit_funding,
    emit_get_funding,
    emit_get_order_book,
    emit_get_quotes,
    emit_get_server_time,
    emit_get_trades,
    emit_liquidation,
    emit_quote,
    emit_settlement,
    emit_ten_levels,
    emit_trade,
)
from dragoman_venues.bitmex.orders import (
    CancelAllAfterResponse,
    ExecutionRow,
    OrderRow,
    emit_amend_order,
    emit_cancel_all,
    emit_cancel_all_after,
    emit_cancel_orders,
    emit_get_fills,
    emit_get_open_orders,
    emit_get_order,
    emit_get_orders,
    emit_new_order,
)
from dragoman_venues.bitmex.private import (
    Executions,
    Margins,
    Orders,
    Positions,
    PrivateLetIn,
    PrivateRefused,
    PrivateRefusedTopics,
    PrivateShutOut,
    PrivateSubscribed,
    PrivateUnsubscribed,
    PrivateWelcome,
    Wallets,
    emit_executions,
    emit_margins,
    emit_orders,
    emit_positions,
    emit_wallets,
)
from dragoman_venues.bitmex.symbology import PRODUCTS
from dragoman_venues.bitmex.venue import (
    StreamRefused,
    StreamRefusedTopics,
    StreamSubscribed,
    StreamUnsubscribed,
    StreamWelcome,
)


def _read_stream_welcome(message: StreamWelcome) -> tuple[object, str, str] | None:
    """(id, code, message) of a welcome reply."""
    return None, "", ""


def _read_stream_subscribed(message: StreamSubscribed) -> tuple[object, str, str] | None:
    """(id, code, message) of a subscribed reply."""
    if not message.success:
        return None
    return message.subscribe, "", ""


def _read_stream_unsubscribed(message: StreamUnsubscribed) -> tuple[object, str, str] | None:
    """(id, code, message) of a unsubscribed reply."""
    if not message.success:
        return None
    return message.unsubscribe, "", ""


def _read_stream_refused_topics(message: StreamRefusedTopics) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused_topics reply."""
    return message.request.args, str(message.status), str(message.error)


def _read_stream_refused(message: StreamRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    return None, str(message.status), str(message.error)


def _read_private_welcome(message: PrivateWelcome) -> tuple[object, str, str] | None:
    """(id, code, message) of a welcome reply."""
    return None, "", ""


def _read_private_subscribed(message: PrivateSubscribed) -> tuple[object, str, str] | None:
    """(id, code, message) of a subscribed reply."""
    if not message.success:
        return None
    return message.subscribe, "", ""


def _read_private_unsubscribed(message: PrivateUnsubscribed) -> tuple[object, str, str] | None:
    """(id, code, message) of a unsubscribed reply."""
    if not message.success:
        return None
    return message.unsubscribe, "", ""


def _read_private_let_in(message: PrivateLetIn) -> tuple[object, str, str] | None:
    """(id, code, message) of a let_in reply."""
    if not message.success:
        return None
    return None, "", ""


def _read_private_shut_out(message: PrivateShutOut) -> tuple[object, str, str] | None:
    """(id, code, message) of a shut_out reply."""
    if message.request.op != "authKeyExpires":
        return None
    return None, str(message.status), str(message.error)


def _read_private_refused_topics(message: PrivateRefusedTopics) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused_topics reply."""
    return message.request.args, str(message.status), str(message.error)


def _read_private_refused(message: PrivateRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    return None, str(message.status), str(message.error)


def _lay_instrument(record: Any, row: InstrumentRow) -> None:
    """Put what a row says over what is kept."""
    if row.typ:
        record.typ = row.typ
    if row.state:
        record.state = row.state
    if row.time:
        record.time = row.time
    if row.listing_time:
        record.listing_time = row.listing_time
    if row.expiry_time:
        record.expiry_time = row.expiry_time
    if row.root_symbol:
        record.root_symbol = row.root_symbol
    if row.underlying:
        record.underlying = row.underlying
    if row.quote_currency:
        record.quote_currency = row.quote_currency
    if row.settlement_currency:
        record.settlement_currency = row.settlement_currency
    if row.reference_symbol:
        record.reference_symbol = row.reference_symbol
    if row.tick_size is not None:
        record.tick_size = row.tick_size
    if row.lot_size is not None:
        record.lot_size = row.lot_size
    if row.max_order_qty is not None:
        record.max_order_qty = row.max_order_qty
    if row.max_price is not None:
        record.max_price = row.max_price
    if row.min_price is not None:
        record.min_price = row.min_price
    if row.multiplier is not None:
        record.multiplier = row.multiplier
    if row.position_multiplier is not None:
        record.position_multiplier = row.position_multiplier
    if row.is_inverse is not None:
        record.is_inverse = row.is_inverse
    if row.is_quanto is not None:
        record.is_quanto = row.is_quanto
    if row.init_margin is not None:
        record.init_margin = row.init_margin
    if row.maint_margin is not None:
        record.maint_margin = row.maint_margin
    if row.maker_fee is not None:
        record.maker_fee = row.maker_fee
    if row.taker_fee is not None:
        record.taker_fee = row.taker_fee
    if row.last_price is not None:
        record.last_price = row.last_price
    if row.mark_price is not None:
        record.mark_price = row.mark_price
    if row.fair_price is not None:
        record.fair_price = row.fair_price
    if row.index_price is not None:
        record.index_price = row.index_price
    if row.indicative_settle_price is not None:
        record.indicative_settle_price = row.indicative_settle_price


def _make_instrument(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=10_000, empty={"default": "keep"}, as_none=True, lay=_lay_instrument)


def _lay_quote(record: Any, row: QuoteRow) -> None:
    """Put what a row says over what is kept."""
    if row.time:
        record.time = row.time
    if row.bid_price is not None:
        record.bid_price = row.bid_price
    if row.bid_size is not None:
        record.bid_size = row.bid_size
    if row.ask_price is not None:
        record.ask_price = row.ask_price
    if row.ask_size is not None:
        record.ask_size = row.ask_size


def _make_quote(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=10_000, empty={"default": "keep"}, as_none=True, as_is=True, lay=_lay_quote)


def _make_book(product: str) -> Any:
    """A fresh machine for one product."""
    return Lookups(stream="book", max_size=500_000)


def _make_book_25(product: str) -> Any:
    """A fresh machine for one product."""
    return Lookups(stream="book_25", max_size=500_000)


def _lay_liquidation(record: Any, row: LiquidationRow) -> None:
    """Put what a row says over what is kept."""
    if row.symbol:
        record.symbol = row.symbol
    if row.side:
        record.side = row.side
    if row.price is not None:
        record.price = row.price
    if row.leaves is not None:
        record.leaves = row.leaves


def _make_liquidation(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](
        max_keys=10_000, empty={"default": "keep"}, as_none=True, as_is=True, lay=_lay_liquidation
    )


def _lay_orders(record: Any, row: OrderRow) -> None:
    """Put what a row says over what is kept."""
    if row.client_id:
        record.client_id = row.client_id
    if row.link_id:
        record.link_id = row.link_id
    if row.account is not None:
        record.account = row.account
    if row.symbol:
        record.symbol = row.symbol
    if row.strategy:
        record.strategy = row.strategy
    if row.side:
        record.side = row.side
    if row.quantity is not None:
        record.quantity = row.quantity
    if row.price is not None:
        record.price = row.price
    if row.display_qty is not None:
        record.display_qty = row.display_qty
    if row.stop_price is not None:
        record.stop_price = row.stop_price
    if row.peg_offset is not None:
        record.peg_offset = row.peg_offset
    if row.peg_type:
        record.peg_type = row.peg_type
    if row.order_type:
        record.order_type = row.order_type
    if row.life:
        record.life = row.life
    if row.instructions:
        record.instructions = row.instructions
    if row.contingency:
        record.contingency = row.contingency
    if row.status is not None:
        record.status = row.status
    if row.triggered:
        record.triggered = row.triggered
    if row.working is not None:
        record.working = row.working
    if row.reject_reason:
        record.reject_reason = row.reject_reason
    if row.leaves is not None:
        record.leaves = row.leaves
    if row.filled is not None:
        record.filled = row.filled
    if row.average is not None:
        record.average = row.average
    if row.note:
        record.note = row.note
    if row.fault:
        record.fault = row.fault
    if row.transact_time:
        record.transact_time = row.transact_time
    if row.time:
        record.time = row.time


def _make_orders(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=100_000, empty={"default": "keep"}, as_none=True, as_is=True, lay=_lay_orders)


def _lay_positions(record: Any, row: PositionRow) -> None:
    """Put what a row says over what is kept."""
    if row.account is not None:
        record.account = row.account
    if row.symbol:
        record.symbol = row.symbol
    if row.strategy:
        record.strategy = row.strategy
    if row.currency:
        record.currency = row.currency
    if row.leverage is not None:
        record.leverage = row.leverage
    if row.is_cross is not None:
        record.is_cross = row.is_cross
    if row.quantity is not None:
        record.quantity = row.quantity
    if row.entry_price is not None:
        record.entry_price = row.entry_price
    if row.time:
        record.time = row.time


def _make_positions(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=10_000, empty={"default": "keep"}, as_none=True, lay=_lay_positions)


def _lay_margins(record: Any, row: MarginRow) -> None:
    """Put what a row says over what is kept."""
    if row.account is not None:
        record.account = row.account
    if row.wallet_balance is not None:
        record.wallet_balance = row.wallet_balance
    if row.margin_balance is not None:
        record.margin_balance = row.margin_balance
    if row.available is not None:
        record.available = row.available
    if row.withdrawable is not None:
        record.withdrawable = row.withdrawable
    if row.initial is not None:
        record.initial = row.initial
    if row.maintenance is not None:
        record.maintenance = row.maintenance
    if row.time:
        record.time = row.time


def _make_margins(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=10_000, empty={"default": "keep"}, as_none=True, as_is=True, lay=_lay_margins)


def _lay_wallets(record: Any, row: WalletRow) -> None:
    """Put what a row says over what is kept."""
    if row.account is not None:
        record.account = row.account
    if row.amount is not None:
        record.amount = row.amount
    if row.time:
        record.time = row.time


def _make_wallets(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=10_000, empty={"default": "keep"}, as_none=True, as_is=True, lay=_lay_wallets)


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.bitmex.short import WAYS

    return WAYS


TABLES = Tables(
    venue="BITMEX",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("spot", "perpetual", "future", "futures_spread", "index"),
            tag_key="table",
            unknown="count",
            parts=(
                Part(
                    ("symbol", "id", "side", "transactTime"),
                    ('{"table":"orderBookL2","action":', ',"data":[', "]}"),
                    ("action", "part"),
                ),
                Part(
                    ("symbol", "bids", "asks", "timestamp"),
                    ('{"table":"orderBook10","action":"update","data":[', "]}"),
                    ("part",),
                ),
                Part(
                    ("symbol", "bidPrice", "bidSize", "askPrice", "askSize", "timestamp"),
                    ('{"table":"quote","action":"insert","data":[', "]}"),
                    ("part",),
                ),
                Part(
                    ("symbol", "side", "size", "price", "tickDirection", "timestamp"),
                    ('{"table":"trade","action":"insert","data":[', "]}"),
                    ("part",),
                ),
                Part(
                    ("symbol", "open", "close", "trades", "volume"),
                    ('{"table":', ',"action":"insert","data":[', "]}"),
                    ("table", "part"),
                ),
                Part(
                    ("symbol", "fundingRateDaily", "timestamp"),
                    ('{"table":"funding","action":"insert","data":[', "]}"),
                    ("part",),
                ),
                Part(
                    ("symbol", "markPrice", "fairPrice", "timestamp"),
                    ('{"table":"instrument","action":"partial","data":[', "]}"),
                    ("part",),
                ),
                Part(
                    ("symbol", "indicativeSettlePrice", "timestamp"),
                    ('{"table":"instrument","action":"update","data":[', "]}"),
                    ("part",),
                ),
            ),
            channels=(
                Channel(
                    name="trade_bin",
                    payload=BinMessage,
                    emit=emit_trade_bin,
                    tag="tradeBin1m",
                    topic=re.compile("tradeBin(?P<bin_size>.+?):(?P<symbol>.+?)"),
                    products=("spot", "perpetual", "future", "futures_spread"),
                    rows=("$.data",),
                    gives=("Bar",),
                ),
                Channel(
                    name="trade_bin_5m",
                    payload=BinMessage,
                    emit=emit_trade_bin_5m,
                    tag="tradeBin5m",
                    products=("spot", "perpetual", "future", "futures_spread"),
                    rows=("$.data",),
                ),
                Channel(
                    name="trade_bin_1h",
                    payload=BinMessage,
                    emit=emit_trade_bin_1h,
                    tag="tradeBin1h",
                    products=("spot", "perpetual", "future", "futures_spread"),
                    rows=("$.data",),
                ),
                Channel(
                    name="trade_bin_1d",
                    payload=BinMessage,
                    emit=emit_trade_bin_1d,
                    tag="tradeBin1d",
                    products=("spot", "perpetual", "future", "futures_spread"),
                    rows=("$.data",),
                ),
                Channel(
                    name="instrument",
                    payload=Instrument,
                    emit=emit_instrument,
                    tag="instrument",
                    topic=re.compile("instrument:(?P<symbol>.+?)"),
                    rows=("$.data",),
                    gives=(
                        "MarkPriceUpdate",
                        "IndexPriceUpdate",
                        "InstrumentStatus",
                        "CurrencyPair",
                        "CryptoPerpetual",
                        "CryptoFuture",
                        "CryptoFuturesSpread",
                    ),
                ),
                Channel(
                    name="trade",
                    payload=Trade,
                    emit=emit_trade,
                    tag="trade",
                    topic=re.compile("trade:(?P<symbol>.+?)"),
                    products=("spot", "perpetual", "future", "futures_spread"),
                    rows=("$.data",),
                    gives=("TradeTick",),
                ),
                Channel(
                    name="quote",
                    payload=Quote,
                    emit=emit_quote,
                    tag="quote",
                    topic=re.compile("quote:(?P<symbol>.+?)"),
                    products=("spot", "perpetual", "future", "futures_spread"),
                    rows=("$.data",),
                    gives=("QuoteTick",),
                ),
                Channel(
                    name="book",
                    payload=Book,
                    emit=emit_book,
                    tag="orderBookL2",
                    topic=re.compile("orderBookL2:(?P<symbol>.+?)"),
                    products=("spot", "perpetual", "future", "futures_spread"),
                    rows=("$.data",),
                    gives=("OrderBookDeltas",),
                ),
                Channel(
                    name="ten_levels",
                    payload=TenLevels,
                    emit=emit_ten_levels,
                    tag="orderBook10",
                    topic=re.compile("orderBook10:(?P<symbol>.+?)"),
                    products=("spot", "perpetual", "future", "futures_spread"),
                    rows=("$.data",),
                    gives=("OrderBookDepth10",),
                ),
                Channel(
                    name="book_25",
                    payload=Book25,
                    emit=emit_book_25,
                    tag="orderBookL2_25",
                    topic=re.compile("orderBookL2_25:(?P<symbol>.+?)"),
                    products=("spot", "perpetual", "future", "futures_spread"),
                    rows=("$.data",),
                    gives=("OrderBookDeltas",),
                ),
                Channel(
                    name="funding",
                    payload=Funding,
                    emit=emit_funding,
                    tag="funding",
                    topic=re.compile("funding:(?P<symbol>.+?)"),
                    products=("perpetual",),
                    rows=("$.data",),
                    gives=("FundingRateUpdate",),
                ),
                Channel(
                    name="settlement",
                    payload=Settlement,
                    emit=emit_settlement,
                    tag="settlement",
                    topic=re.compile("settlement:(?P<symbol>.+?)"),
                    products=("future", "futures_spread"),
                    rows=("$.data",),
                    gives=("InstrumentClose",),
                ),
                Channel(
                    name="liquidation",
                    payload=Liquidation,
                    emit=emit_liquidation,
                    tag="liquidation",
                    topic=re.compile("liquidation:(?P<symbol>.+?)"),
                    products=("perpetual", "future"),
                    rows=("$.data",),
                    gives=("BitmexLiquidation",),
                ),
            ),
            replies=(
                Reply(
                    name="welcome",
                    has=("info", "version"),
                    payload=StreamWelcome,
                    means="connected",
                    read=_read_stream_welcome,
                ),
                Reply(
                    name="subscribed",
                    has=("success", "subscribe"),
                    payload=StreamSubscribed,
                    means="ack",
                    read=_read_stream_subscribed,
                ),
                Reply(
                    name="unsubscribed",
                    has=("success", "unsubscribe"),
                    payload=StreamUnsubscribed,
                    means="unsubscribed",
                    read=_read_stream_unsubscribed,
                ),
                Reply(
                    name="refused_topics",
                    has=("error", "status", "request"),
                    payload=StreamRefusedTopics,
                    means="error",
                    read=_read_stream_refused_topics,
                ),
                Reply(
                    name="refused",
                    has=("error", "status"),
                    payload=StreamRefused,
                    means="error",
                    read=_read_stream_refused,
                ),
            ),
        ),
        Connection(
            name="private",
            source="ws",
            codec="json",
            products=("spot", "perpetual", "future", "futures_spread", "index"),
            tag_key="table",
            unknown="count",
            parts=(
                Part(
                    ("execID", "execType", "symbol"),
                    ('{"table":"execution","action":"insert","data":[', "]}"),
                    ("part",),
                ),
                Part(
                    ("orderID", "symbol", "workingIndicator"),
                    ('{"table":"order","action":"insert","data":[', "]}"),
                    ("part",),
                ),
                Part(
                    ("account", "symbol", "currentQty"),
                    ('{"table":"position","action":"insert","data":[', "]}"),
                    ("part",),
                ),
                Part(
                    ("account", "currency", "initMargin"),
                    ('{"table":"margin","action":"insert","data":[', "]}"),
                    ("part",),
                ),
                Part(
                    ("account", "currency", "deltaAmount"),
                    ('{"table":"wallet","action":"insert","data":[', "]}"),
                    ("part",),
                ),
            ),
            channels=(
                Channel(
                    name="orders",
                    payload=Orders,
                    emit=emit_orders,
                    tag="order",
                    topic=re.compile("order"),
                    rows=("$.data",),
                    gives=("OrderStatusReport",),
                ),
                Channel(
                    name="executions",
                    payload=Executions,
                    emit=emit_executions,
                    tag="execution",
                    topic=re.compile("execution"),
                    rows=("$.data",),
                    gives=("FillReport",),
                ),
                Channel(
                    name="positions",
                    payload=Positions,
                    emit=emit_positions,
                    tag="position",
                    topic=re.compile("position"),
                    rows=("$.data",),
                    gives=("PositionStatusReport",),
                ),
                Channel(
                    name="margins",
                    payload=Margins,
                    emit=emit_margins,
                    tag="margin",
                    topic=re.compile("margin"),
                    rows=("$.data",),
                    gives=("AccountState",),
                    of_any=True,
                ),
                Channel(
                    name="wallets",
                    payload=Wallets,
                    emit=emit_wallets,
                    tag="wallet",
                    topic=re.compile("wallet"),
                    rows=("$.data",),
                    of_any=True,
                ),
            ),
            replies=(
                Reply(
                    name="welcome",
                    has=("info", "version"),
                    payload=PrivateWelcome,
                    means="connected",
                    read=_read_private_welcome,
                ),
                Reply(
                    name="subscribed",
                    has=("success", "subscribe"),
                    payload=PrivateSubscribed,
                    means="ack",
                    read=_read_private_subscribed,
                ),
                Reply(
                    name="unsubscribed",
                    has=("success", "unsubscribe"),
                    payload=PrivateUnsubscribed,
                    means="unsubscribed",
                    read=_read_private_unsubscribed,
                ),
                Reply(
                    name="let_in",
                    has=("success", "request"),
                    payload=PrivateLetIn,
                    means="authenticated",
                    read=_read_private_let_in,
                ),
                Reply(
                    name="shut_out",
                    has=("error", "status", "request"),
                    payload=PrivateShutOut,
                    means="denied",
                    read=_read_private_shut_out,
                ),
                Reply(
                    name="refused_topics",
                    has=("error", "status", "request"),
                    payload=PrivateRefusedTopics,
                    means="error",
                    read=_read_private_refused_topics,
                ),
                Reply(
                    name="refused",
                    has=("error", "status"),
                    payload=PrivateRefused,
                    means="error",
                    read=_read_private_refused,
                ),
            ),
        ),
    ),
    calls=(
        Call(
            name="get_positions",
            paths={"": "GET /position"},
            payload=PositionRow | list[PositionRow],
            emit=emit_get_positions,
            rows=("$",),
        ),
        Call(
            name="get_margins",
            paths={"": "GET /user/margin"},
            payload=MarginRow | list[MarginRow],
            emit=emit_get_margins,
            rows=("$",),
        ),
        Call(
            name="get_wallets",
            paths={"": "GET /user/wallet"},
            payload=WalletRow | list[WalletRow],
            emit=emit_get_wallets,
            rows=("$",),
        ),
        Call(
            name="get_leverage",
            paths={"": "GET /position"},
            payload=PositionRow | list[PositionRow],
            emit=emit_get_leverage,
            rows=("$",),
        ),
        Call(
            name="set_leverage",
            paths={"": "POST /position/leverage"},
            payload=PositionRow,
            emit=emit_set_leverage,
        ),
        Call(
            name="set_position_mode",
            paths={"": "POST /user/positionMode"},
            payload=Raw,
            emit=emit_set_position_mode,
        ),
        Call(
            name="isolate_margin",
            paths={"": "POST /position/isolate"},
            payload=PositionRow,
            emit=emit_isolate_margin,
        ),
        Call(
            name="get_trade_bins",
            paths={
                "spot": "GET /trade/bucketed",
                "perpetual": "GET /trade/bucketed",
                "future": "GET /trade/bucketed",
                "futures_spread": "GET /trade/bucketed",
            },
            payload=BinRow | list[BinRow],
            emit=emit_get_trade_bins,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_active_instruments",
            paths={"": "GET /instrument/active"},
            payload=InstrumentRow | list[InstrumentRow],
            emit=emit_get_active_instruments,
            rows=("$",),
        ),
        Call(
            name="get_instruments",
            paths={"": "GET /instrument"},
            payload=InstrumentRow | list[InstrumentRow],
            emit=emit_get_instruments,
            rows=("$",),
        ),
        Call(
            name="get_indices",
            paths={"index": "GET /instrument/indices"},
            payload=InstrumentRow | list[InstrumentRow],
            emit=emit_get_indices,
            rows=("$",),
        ),
        Call(
            name="get_server_time",
            paths={"": "GET /"},
            payload=GetServerTimeResponse,
            emit=emit_get_server_time,
        ),
        Call(
            name="get_trades",
            paths={
                "spot": "GET /trade",
                "perpetual": "GET /trade",
                "future": "GET /trade",
                "futures_spread": "GET /trade",
            },
            payload=TradeRow | list[TradeRow],
            emit=emit_get_trades,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_quotes",
            paths={
                "spot": "GET /quote",
                "perpetual": "GET /quote",
                "future": "GET /quote",
                "futures_spread": "GET /quote",
            },
            payload=QuoteRow | list[QuoteRow],
            emit=emit_get_quotes,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_order_book",
            paths={
                "spot": "GET /orderBook/L2",
                "perpetual": "GET /orderBook/L2",
                "future": "GET /orderBook/L2",
                "futures_spread": "GET /orderBook/L2",
            },
            payload=list[BookRow],
            emit=emit_get_order_book,
        ),
        Call(
            name="get_funding",
            paths={"perpetual": "GET /funding"},
            payload=FundingRow | list[FundingRow],
            emit=emit_get_funding,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_orders",
            paths={"": "GET /order"},
            payload=OrderRow | list[OrderRow],
            emit=emit_get_orders,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_open_orders",
            paths={"": "GET /order"},
            payload=OrderRow | list[OrderRow],
            emit=emit_get_open_orders,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(
            name="get_order",
            paths={"": "GET /order"},
            payload=OrderRow | list[OrderRow],
            emit=emit_get_order,
            rows=("$",),
        ),
        Call(
            name="get_fills",
            paths={"": "GET /execution/tradeHistory"},
            payload=ExecutionRow | list[ExecutionRow],
            emit=emit_get_fills,
            rows=("$",),
            called={"startTime": ("start_time",), "endTime": ("end_time",)},
        ),
        Call(name="new_order", paths={"": "POST /order"}, payload=OrderRow, emit=emit_new_order),
        Call(name="amend_order", paths={"": "PUT /order"}, payload=OrderRow, emit=emit_amend_order),
        Call(
            name="cancel_orders",
            paths={"": "DELETE /order"},
            payload=OrderRow | list[OrderRow],
            emit=emit_cancel_orders,
            rows=("$",),
        ),
        Call(
            name="cancel_all",
            paths={"": "DELETE /order/all"},
            payload=OrderRow | list[OrderRow],
            emit=emit_cancel_all,
            rows=("$",),
        ),
        Call(
            name="cancel_all_after",
            paths={"": "POST /order/cancelAllAfter"},
            payload=CancelAllAfterResponse,
            emit=emit_cancel_all_after,
        ),
    ),
    machines={
        "instrument": _make_instrument,
        "quote": _make_quote,
        "book": _make_book,
        "book_25": _make_book_25,
        "liquidation": _make_liquidation,
        "orders": _make_orders,
        "positions": _make_positions,
        "margins": _make_margins,
        "wallets": _make_wallets,
    },
    snapshots={},
    feeds={},
    currencies={
        "XBt": ("XBT", Decimal("1E-8")),
        "XBT": ("XBT", Decimal("1E-8")),
        "Gwei": ("ETH", Decimal("1E-9")),
        "USDt": ("USDT", Decimal("0.000001")),
        "LAMp": ("USDT", Decimal("0.000001")),
        "RLUSd": ("RLUSD", Decimal("0.000001")),
        "MAMUSd": ("MAMUSD", Decimal("0.000001")),
        "USYc": ("USYC", Decimal("0.000001")),
    },
    fault=Fault(("error", "name"), ("error", "message")),
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of BitMEX to events of the model."""

    tables = TABLES
