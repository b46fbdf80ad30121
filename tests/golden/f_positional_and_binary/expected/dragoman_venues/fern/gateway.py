"""gateway of the venue fern. Generated from specs/fern/gateway.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import AggressorSide, InstrumentId, OrderBookDeltas, TradeTick
from dragoman.translate.facts import Event
from dragoman.translate.reads import finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct

TickType = Literal[1, 2, 4]
TICK_TYPE_MEANS: dict[int, str] = {1: "BID", 2: "ASK", 4: "LAST"}

AGGRESSOR_SIDE_NO_AGGRESSOR = AggressorSide.NO_AGGRESSOR


class Deal(Struct, frozen=True, array_like=True, gc=False):
    """Part of Deals. https://fern.example/docs/gateway#deals"""

    time: int
    price: Decimal
    size: Decimal


class Level(Struct, frozen=True, array_like=True, gc=False):
    """Part of Book. https://fern.example/docs/gateway#book"""

    price: Decimal
    size: Decimal


class TickPrice(Struct, frozen=True, gc=False):
    """A message of tick_price: The price or the size of one side. https://fern.example/docs/gateway#tick-price"""

    version: int
    symbol: str
    tick_type: TickType
    price: Decimal
    size: Decimal | None
    attributes: int | None


class Deals(Struct, frozen=True, gc=False):
    """A message of deals: Deals of one instrument. https://fern.example/docs/gateway#deals"""

    symbol: str
    market: str | None
    deals: list[Deal]
    note: str | None
    is_open: bool


class Book(Struct, frozen=True, gc=False):
    """A message of book: Whole image of the book. https://fern.example/docs/gateway#book"""

    symbol: str
    bids: list[tuple[str, str]]
    asks: list[tuple[str, str]]


class PriceTick(Struct, frozen=True, kw_only=True):
    """The price or the size of one side. https://fern.example/docs/gateway#tick-price"""

    instrument_id: InstrumentId
    kind: str
    price: Decimal
    size: Decimal | None
    past_limit: bool | None
    ts_event: int
    ts_init: int


def emit_tick_price(scope: Scope, message: TickPrice, ts_init: int, out: list[Event]) -> None:
    """The price or the size of one side to PriceTick."""
    out.append(
        PriceTick(
            instrument_id=scope.ids[message.symbol],
            kind=TICK_TYPE_MEANS[message.tick_type],
            price=finite(message.price),
            size=finite(message.size) if message.size is not None else None,
            past_limit=bool(message.attributes >> 1 & 1) if message.attributes is not None else None,
            ts_event=ts_init,
            ts_init=ts_init,
        )
    )


def emit_deals(scope: Scope, message: Deals, ts_init: int, out: list[Event]) -> None:
    """Deals of one instrument to TradeTick."""
    for deal in message.deals:
        try:
            size = finite(deal.size)
            out.append(
                TradeTick(
                    scope.ids[message.symbol],
                    finite(deal.price),
                    size,
                    AGGRESSOR_SIDE_NO_AGGRESSOR,
                    format(size, "zf") + "-" + (message.market if message.market is not None else "none"),
                    deal.time * 1_000_000_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.deals", deal, error)


def emit_book(scope: Scope, message: Book, ts_init: int, out: list[Event]) -> None:
    """Whole image of the book to OrderBookDeltas."""
    out.append(
        OrderBookDeltas(scope.ids[message.symbol], message.bids, message.asks, True, 0, 0, ts_init, ts_init)
    )
