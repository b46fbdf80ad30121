"""A venue made by hand, as small as a translator allows: tagged, tagless and topic-only channels in an envelope."""

from __future__ import annotations

import re
from decimal import Decimal

from dragoman.model import InstrumentId, OrderBookDeltas, TradeTick
from dragoman.model.enums import AggressorSide
from dragoman.translate.facts import Call, Channel, Connection, Event, Product, Reply, Tables
from dragoman.translate.scope import ROW_ERRORS, Scope
from dragoman.translate.translator import Translator
from msgspec import Raw, Struct, field


class Trade(Struct, frozen=True, tag_field="e", tag="trade"):
    symbol: str = field(name="s")
    price: Decimal = field(name="p")
    identity: int = field(name="i")


class Book(Struct, frozen=True, tag_field="e", tag="book"):
    symbol: str = field(name="s")
    bids: list[tuple[str, str]] = field(name="b")


class TopOfBook(Struct, frozen=True):
    bids: list[tuple[str, str]]


class Row(Struct, frozen=True):
    symbol: str
    price: Decimal


class Listing(Struct, frozen=True):
    rows: list[Row]


class Done(Struct, frozen=True):
    id: int
    result: Raw


class Refused(Struct, frozen=True):
    error: str


def trade(scope: Scope, symbol: str, price: Decimal, identity: str, ts_init: int) -> TradeTick:
    side = AggressorSide.NO_AGGRESSOR
    return TradeTick(scope.ids[symbol], price, Decimal(1), side, identity, ts_init, ts_init)


def emit_trade(scope: Scope, message: Trade, ts_init: int, out: list[Event]) -> None:
    out.append(trade(scope, message.symbol, message.price, str(message.identity), ts_init))


def emit_book(scope: Scope, message: Book, ts_init: int, out: list[Event]) -> None:
    out.append(OrderBookDeltas(scope.ids[message.symbol], message.bids, [], False, 0, 0, ts_init, ts_init))


def emit_top(scope: Scope, message: TopOfBook, ts_init: int, out: list[Event]) -> None:
    out.append(OrderBookDeltas(scope.topic_id("symbol"), message.bids, [], True, 0, 0, ts_init, ts_init))


def emit_listing(scope: Scope, message: Listing, ts_init: int, out: list[Event]) -> None:
    for row in message.rows:
        try:
            if row.price <= 0:
                raise ValueError("a price must be positive")
            out.append(trade(scope, row.symbol, row.price, "", ts_init))
        except ROW_ERRORS as error:
            scope.bad_row("$.rows", row, error)


def _key(instrument_id: str) -> str | None:
    symbol, _, venue = instrument_id.rpartition(".")
    return symbol.removesuffix("-X") if venue == "MINI" and symbol.endswith("-X") else None


TABLES = Tables(
    venue="MINI",
    products={
        "x": Product(
            "x", ("symbol",), ("CurrencyPair",), lambda s: InstrumentId(f"{s}-X.MINI"), _key, lambda s: s
        )
    },
    connections=(
        Connection(
            name="main",
            source="ws",
            codec="json",
            products=("x",),
            tag_key="e",
            wrapper_topic="stream",
            wrapper_payload="data",
            channels=(
                Channel("trade", Trade, emit_trade, tag="trade", topic=re.compile(r"(?P<symbol>.+?)@trade")),
                Channel("book", Book, emit_book, tag="book", topic=re.compile(r"(?P<symbol>.+?)@book")),
                Channel(
                    "top",
                    TopOfBook,
                    emit_top,
                    topic=re.compile(r"(?P<symbol>.+?)@top"),
                    upper=("symbol",),
                    has=("bids",),
                ),
            ),
            replies=(
                Reply("done", ("result", "id"), Done, "ack", lambda m: (m.id, "", "")),
                Reply("refused", ("error",), Refused, "error", lambda m: (None, m.error, "no")),
            ),
        ),
    ),
    calls=(Call("list_trades", {"x": "GET /trades"}, Listing, emit_listing, rows=("$.rows",)),),
)


class MiniTranslator(Translator):
    tables = TABLES
