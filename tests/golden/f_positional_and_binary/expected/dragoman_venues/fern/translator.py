"""The translator of the venue fern: which bytes are which message. Generated from specs/fern; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.codecs import (
    BinaryField,
    Block,
    BlockField,
    DataField,
    Group,
    Layout,
    MessageLayout,
    TextField,
    TextLayout,
)
from dragoman.translate.binary_feed import BinaryFeed, BinaryFile
from dragoman.translate.csv_feed import CsvFeed
from dragoman.translate.facts import Channel, Columns, Connection, Header, Reply, Tables, Ways
from dragoman.translate.sbe_feed import SbeFeed
from dragoman.translate.text_feed import TextFeed
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.fern.feed import Status, Trade, emit_status, emit_trade
from dragoman_venues.fern.files import QuoteFile, TradeFile, emit_quote_file, emit_trade_file
from dragoman_venues.fern.gateway import Book, Deal, Deals, TickPrice, emit_book, emit_deals, emit_tick_price
from dragoman_venues.fern.messages import (
    BookMessage,
    DealMessage,
    DealMessageDeals,
    DealMessageDealsParties,
    Priced,
    TemplatesRefused,
    TemplatesUnwelcome,
    TemplatesWelcome,
    TextQuote,
    emit_book_message,
    emit_deal_message,
    emit_text_quote,
)
from dragoman_venues.fern.symbology import PRODUCTS


def _read_templates_refused(message: TemplatesRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    return None, "", str(message.error)


def _read_templates_welcome(message: TemplatesWelcome) -> tuple[object, str, str] | None:
    """(id, code, message) of a welcome reply."""
    if message.code != 0:
        return None
    return None, "", ""


def _read_templates_unwelcome(message: TemplatesUnwelcome) -> tuple[object, str, str] | None:
    """(id, code, message) of a unwelcome reply."""
    return None, str(message.code), str(message.text)


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.fern.short import WAYS

    return WAYS


TABLES = Tables(
    venue="FERN",
    products=PRODUCTS,
    connections=(
        Connection(
            name="feed",
            source="feed",
            codec="binary",
            products=("shares",),
            unknown="skip_by_length",
            header=Header(1, 0, 4, "little"),
            channels=(
                Channel(
                    name="trade",
                    payload=Trade,
                    emit=emit_trade,
                    tag=84,
                    gives=("TradeTick",),
                    layout=Layout(
                        "Trade",
                        84,
                        48,
                        (
                            BinaryField("length", "u8"),
                            BinaryField("rtype", "u8"),
                            BinaryField("venue_number", "u16"),
                            BinaryField("symbol", "cstr", 8),
                            BinaryField("price", "i64"),
                            BinaryField("size", "u32"),
                            BinaryField("side", "char", one_of=("B", "S", "N")),
                            BinaryField("flags", "u8"),
                            BinaryField("filling", "pad", 2),
                            BinaryField("ts_recv", "u64"),
                            BinaryField("ts_in_delta", "i32"),
                            BinaryField("sequence", "u32"),
                            BinaryField("checksum", "u32"),
                        ),
                        Trade,
                    ),
                ),
                Channel(
                    name="status",
                    payload=Status,
                    emit=emit_status,
                    tag=72,
                    gives=("InstrumentStatus",),
                    layout=Layout(
                        "Status",
                        72,
                        24,
                        (
                            BinaryField("length", "u8"),
                            BinaryField("rtype", "u8"),
                            BinaryField("venue_number", "u16"),
                            BinaryField("symbol", "cstr", 8),
                            BinaryField("action", "u16"),
                            BinaryField("filling", "pad", 2),
                            BinaryField("time_ms", "u64"),
                        ),
                        Status,
                    ),
                ),
            ),
            replies=(),
        ),
        Connection(
            name="archive",
            source="archive",
            codec="binary_file",
            products=("shares",),
            unknown="skip_by_length",
            header=Header(1, 0, 4, "little"),
            channels=(
                Channel(
                    name="trade",
                    payload=Trade,
                    emit=emit_trade,
                    tag=84,
                    gives=("TradeTick",),
                    layout=Layout(
                        "Trade",
                        84,
                        48,
                        (
                            BinaryField("length", "u8"),
                            BinaryField("rtype", "u8"),
                            BinaryField("venue_number", "u16"),
                            BinaryField("symbol", "cstr", 8),
                            BinaryField("price", "i64"),
                            BinaryField("size", "u32"),
                            BinaryField("side", "char", one_of=("B", "S", "N")),
                            BinaryField("flags", "u8"),
                            BinaryField("filling", "pad", 2),
                            BinaryField("ts_recv", "u64"),
                            BinaryField("ts_in_delta", "i32"),
                            BinaryField("sequence", "u32"),
                            BinaryField("checksum", "u32"),
                        ),
                        Trade,
                    ),
                ),
                Channel(
                    name="status",
                    payload=Status,
                    emit=emit_status,
                    tag=72,
                    gives=("InstrumentStatus",),
                    layout=Layout(
                        "Status",
                        72,
                        24,
                        (
                            BinaryField("length", "u8"),
                            BinaryField("rtype", "u8"),
                            BinaryField("venue_number", "u16"),
                            BinaryField("symbol", "cstr", 8),
                            BinaryField("action", "u16"),
                            BinaryField("filling", "pad", 2),
                            BinaryField("time_ms", "u64"),
                        ),
                        Status,
                    ),
                ),
            ),
            replies=(),
        ),
        Connection(
            name="trade_files",
            source="csv:trades",
            codec="csv",
            products=("shares",),
            unknown="count",
            separator=",",
            channels=(
                Channel(
                    name="trade_file",
                    payload=TradeFile,
                    emit=emit_trade_file,
                    gives=("TradeTick",),
                    layout=Columns(
                        ("timestamp", "symbol", "id", "side", "price", "amount", "venue fee"),
                        ("venue fee", "comment"),
                    ),
                ),
            ),
            replies=(),
        ),
        Connection(
            name="quote_files",
            source="csv:quotes",
            codec="csv",
            products=("shares",),
            unknown="count",
            separator=";",
            columns=("symbol", "time", "bid", "ask"),
            channels=(
                Channel(
                    name="quote_file",
                    payload=QuoteFile,
                    emit=emit_quote_file,
                    gives=("QuoteTick",),
                    layout=Columns(("symbol", "time", "bid", "ask")),
                ),
            ),
            replies=(),
        ),
        Connection(
            name="gateway",
            source="gateway",
            codec="text_rows",
            products=("shares",),
            unknown="count",
            separator="\x00",
            channels=(
                Channel(
                    name="tick_price",
                    payload=TickPrice,
                    emit=emit_tick_price,
                    tag=1,
                    gives=("PriceTick",),
                    layout=TextLayout(
                        "TickPrice",
                        (
                            TextField("version", "integer"),
                            TextField("symbol", "text"),
                            TextField("tick_type", "integer", one_of=(1, 2, 4)),
                            TextField("price", "decimal"),
                            TextField("size", "decimal", since=2),
                            TextField("attributes", "integer", since=3),
                        ),
                        TickPrice,
                    ),
                ),
                Channel(
                    name="deals",
                    payload=Deals,
                    emit=emit_deals,
                    tag=2,
                    rows=("$.deals",),
                    gives=("TradeTick",),
                    layout=TextLayout(
                        "Deals",
                        (
                            TextField("symbol", "text"),
                            TextField("_", "skip"),
                            TextField("market", "text", since=100),
                            TextField(
                                "deals",
                                "group",
                                group=TextLayout(
                                    "Deal",
                                    (
                                        TextField("time", "integer"),
                                        TextField("price", "decimal"),
                                        TextField("size", "decimal"),
                                    ),
                                    Deal,
                                ),
                            ),
                            TextField("note", "text", optional=True),
                            TextField("is_open", "flag"),
                        ),
                        Deals,
                    ),
                ),
                Channel(
                    name="book",
                    payload=Book,
                    emit=emit_book,
                    tag=3,
                    gives=("OrderBookDeltas",),
                    layout=TextLayout(
                        "Book",
                        (
                            TextField("symbol", "text"),
                            TextField(
                                "bids",
                                "group",
                                group=TextLayout(
                                    "level",
                                    (
                                        TextField("price", "text"),
                                        TextField("size", "text"),
                                    ),
                                ),
                            ),
                            TextField(
                                "asks",
                                "group",
                                group=TextLayout(
                                    "level",
                                    (
                                        TextField("price", "text"),
                                        TextField("size", "text"),
                                    ),
                                ),
                            ),
                        ),
                        Book,
                    ),
                ),
            ),
            replies=(),
        ),
        Connection(
            name="templates",
            source="live",
            codec="sbe",
            products=("shares",),
            unknown="count",
            channels=(
                Channel(
                    name="deal_message",
                    payload=DealMessage,
                    emit=emit_deal_message,
                    tag=100,
                    rows=("$.deals",),
                    gives=("TradeTick",),
                    layout=MessageLayout(
                        "deal_message",
                        100,
                        7,
                        2,
                        Block(
                            10,
                            (
                                BlockField("time", "i64"),
                                BlockField("price_exponent", "i8"),
                                BlockField("venue", "u8", since=1),
                            ),
                            (
                                Group(
                                    "deals",
                                    Block(
                                        26,
                                        (
                                            BlockField("number", "u64"),
                                            BlockField("price", "i64", exponent="price_exponent"),
                                            BlockField(
                                                "fee", "i64", nulls=(-9223372036854775808,), exponent=-4
                                            ),
                                            BlockField("side", "u8", one_of=(0, 1)),
                                            BlockField("is_cross", "u8", one_of=(0, 1), truth=True),
                                        ),
                                        (
                                            Group(
                                                "parties",
                                                Block(
                                                    1,
                                                    (BlockField("role", "u8"),),
                                                    (),
                                                    (DataField("name", "u8"),),
                                                    DealMessageDealsParties,
                                                ),
                                                "u16",
                                                "u16",
                                            ),
                                        ),
                                        (DataField("memo", "u8", optional=True),),
                                        DealMessageDeals,
                                    ),
                                    "u16",
                                    "u32",
                                    between=2,
                                ),
                            ),
                            (
                                DataField("symbol", "u8"),
                                DataField("appendix", "u32", kept=False),
                                DataField("note", "u16", since=2, optional=True),
                            ),
                            DealMessage,
                        ),
                    ),
                ),
                Channel(
                    name="book_message",
                    payload=BookMessage,
                    emit=emit_book_message,
                    tag=101,
                    gives=("OrderBookDeltas",),
                    layout=MessageLayout(
                        "book_message",
                        101,
                        7,
                        2,
                        Block(
                            12,
                            (
                                BlockField("time", "u64", nulls=(18446744073709551615,)),
                                BlockField("price_exponent", "i8"),
                                BlockField("filling", "pad", size=1),
                                BlockField("code", "cstr", size=2),
                            ),
                            (
                                Group(
                                    "bids",
                                    Block(
                                        12,
                                        (
                                            BlockField("price", "i64", exponent="price_exponent"),
                                            BlockField("size", "u32", exponent=-2),
                                        ),
                                        (),
                                        (),
                                        Priced,
                                    ),
                                    "u16",
                                    "u16",
                                ),
                                Group(
                                    "asks",
                                    Block(
                                        12,
                                        (
                                            BlockField("price", "i64", exponent="price_exponent"),
                                            BlockField("size", "u32", exponent=-2),
                                        ),
                                        (),
                                        (),
                                        Priced,
                                    ),
                                    "u16",
                                    "u16",
                                ),
                            ),
                            (DataField("symbol", "u8"),),
                            BookMessage,
                        ),
                    ),
                ),
            ),
            replies=(
                Reply(
                    name="refused",
                    has=("error",),
                    payload=TemplatesRefused,
                    means="error",
                    read=_read_templates_refused,
                ),
                Reply(
                    name="welcome",
                    has=(),
                    payload=TemplatesWelcome,
                    means="connected",
                    read=_read_templates_welcome,
                    layout=MessageLayout(
                        "welcome",
                        1,
                        7,
                        2,
                        Block(
                            2, (BlockField("code", "u16"),), (), (DataField("text", "u8"),), TemplatesWelcome
                        ),
                    ),
                ),
                Reply(
                    name="unwelcome",
                    has=(),
                    payload=TemplatesUnwelcome,
                    means="error",
                    read=_read_templates_unwelcome,
                    layout=MessageLayout(
                        "unwelcome",
                        1,
                        7,
                        2,
                        Block(
                            2,
                            (BlockField("code", "u16"),),
                            (),
                            (DataField("text", "u8"),),
                            TemplatesUnwelcome,
                        ),
                    ),
                ),
            ),
        ),
        Connection(
            name="texts",
            source="live",
            codec="json",
            products=("shares",),
            tag_key="kind",
            unknown="count",
            channels=(
                Channel(
                    name="text_quote",
                    payload=TextQuote,
                    emit=emit_text_quote,
                    tag="quote",
                    gives=("QuoteTick",),
                ),
            ),
            replies=(),
        ),
    ),
    calls=(),
    machines={},
    snapshots={},
    feeds={
        "binary": BinaryFeed,
        "binary_file": BinaryFile,
        "csv": CsvFeed,
        "sbe": SbeFeed,
        "text_rows": TextFeed,
    },
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Fern to events of the model."""

    tables = TABLES
