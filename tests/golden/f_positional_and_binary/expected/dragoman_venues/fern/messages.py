"""messages of the venue fern. Generated from specs/fern/messages.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import AggressorSide, OrderBookDeltas, QuoteTick, TradeTick
from dragoman.translate.facts import Event
from dragoman.translate.functions import add
from dragoman.translate.reads import OpenEnum, finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

TakerSide = Literal[0, 1]
TAKER_SIDE_MEANS: dict[int, AggressorSide] = {0: AggressorSide.BUYER, 1: AggressorSide.SELLER}
VENUE_MEANS: OpenEnum[str] = OpenEnum("Venue", {1: "FLOOR", 2: "DARK"}, "ELSEWHERE")

DECIMAL_0 = Decimal("0")


class Priced(Struct, frozen=True, gc=False):
    """A level of a book. https://fern.example/docs/messages#book"""

    price: Decimal
    size: Decimal


class TemplatesRefused(Struct, frozen=True, kw_only=True, gc=False):
    """A reply of templates: refused."""

    error: str


class TemplatesWelcome(Struct, frozen=True, gc=False):
    """A reply of templates: welcome."""

    code: int
    text: str


class TemplatesUnwelcome(Struct, frozen=True, gc=False):
    """A reply of templates: unwelcome."""

    code: int
    text: str


class DealMessageDealsParties(Struct, frozen=True, gc=False):
    """Part of DealMessageDeals."""

    role: int
    name: str


class DealMessageDeals(Struct, frozen=True, gc=False):
    """Part of DealMessage."""

    number: int
    price: Decimal
    fee: Decimal | None
    side: TakerSide
    is_cross: bool
    parties: list[DealMessageDealsParties]
    memo: str | None


class DealMessage(Struct, frozen=True, gc=False):
    """A message of deal_message: Deals with their parties. https://fern.example/docs/messages#deals"""

    time: int
    price_exponent: int
    venue: int | None
    deals: list[DealMessageDeals]
    symbol: str
    note: str | None


class BookMessage(Struct, frozen=True, gc=False):
    """A message of book_message: Whole image of the book. https://fern.example/docs/messages#book"""

    time: int | None
    price_exponent: int
    code: str
    bids: list[Priced]
    asks: list[Priced]
    symbol: str


class TextQuote(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quote", gc=False):
    """A message of text_quote: The best prices, as text. https://fern.example/docs/messages#texts"""

    symbol: str = field(name="s")
    bid: Decimal = field(name="b")
    ask: Decimal = field(name="a")


def emit_deal_message(scope: Scope, message: DealMessage, ts_init: int, out: list[Event]) -> None:
    """Deals with their parties to TradeTick."""
    for deal in message.deals:
        try:
            if deal.is_cross:
                continue
            out.append(
                TradeTick(
                    scope.ids[message.symbol],
                    finite(deal.price),
                    add(Decimal(len(deal.parties)), finite(deal.fee) if deal.fee is not None else DECIMAL_0),
                    TAKER_SIDE_MEANS[deal.side],
                    str(deal.number)
                    + "-"
                    + (deal.memo if deal.memo is not None else "")
                    + (message.note if message.note is not None else "none")
                    + (VENUE_MEANS.read(message.venue, scope) if message.venue is not None else "nowhere"),
                    message.time * 1_000,
                    ts_init,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.deals", deal, error)


def emit_book_message(scope: Scope, message: BookMessage, ts_init: int, out: list[Event]) -> None:
    """Whole image of the book to OrderBookDeltas."""
    out.append(
        OrderBookDeltas(
            scope.ids[message.symbol],
            [(finite(level.price), finite(level.size)) for level in message.bids],
            [(finite(level.price), finite(level.size)) for level in message.asks],
            True,
            0,
            0,
            message.time * 1_000 if message.time is not None else ts_init,
            ts_init,
        )
    )


def emit_text_quote(scope: Scope, message: TextQuote, ts_init: int, out: list[Event]) -> None:
    """The best prices, as text to QuoteTick."""
    out.append(
        QuoteTick(
            scope.ids[message.symbol],
            finite(message.bid),
            finite(message.ask),
            DECIMAL_0,
            DECIMAL_0,
            ts_init,
            ts_init,
        )
    )
