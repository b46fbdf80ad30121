"""market of the venue sedge. Generated from specs/sedge/market.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.model import InstrumentId, QuoteTick, TradeTick
from dragoman.translate.facts import Event
from dragoman.translate.reads import finite, not_negative
from dragoman.translate.scope import Scope
from msgspec import Struct, field

from dragoman_venues.sedge import hooks


class Answer(Struct, frozen=True, kw_only=True, gc=False):
    """Part of the answer of new_order. https://docs.sedge.example/orders#new"""

    code: int
    told: str = field(name="text")
    order_id: str | None = field(name="order", default=None)


class Offer(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Quote. https://docs.sedge.example/stream#quote"""

    px: str
    size: Decimal = field(name="qty")


class Trade(Struct, frozen=True, kw_only=True, tag_field="kind", tag="trade", gc=False):
    """A message of trade: Trades. https://docs.sedge.example/stream#trade"""

    symbol: str
    px: str
    size: Decimal = field(name="qty")
    trade_id: str = field(name="id")
    flags: int
    marks: list[str]
    time_ms: int = field(name="at")


class Quote(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quote", gc=False):
    """A message of quote: Quotes. https://docs.sedge.example/stream#quote"""

    symbol: str
    bid: Offer
    ask: Offer
    time_ms: int = field(name="at")


class Label(Struct, frozen=True, kw_only=True, tag_field="kind", tag="label", gc=False):
    """A message of label: Labels. https://docs.sedge.example/stream#label"""

    symbol: str
    label: str
    time_ms: int = field(name="at")


class MarkedLabel(Struct, frozen=True, kw_only=True):
    """A label with a price in it. https://docs.sedge.example/stream#label"""

    instrument_id: InstrumentId
    label: str
    ts_event: int
    ts_init: int


def emit_new_order(scope: Scope, message: Answer, ts_init: int, out: list[Event]) -> None:
    """Send an order to no event."""


def emit_trade(scope: Scope, message: Trade, ts_init: int, out: list[Event]) -> None:
    """Trades to TradeTick."""
    price = hooks.from_thirty_seconds(message.px)
    if not (price > 0):
        raise ValueError("price > 0 does not hold")
    out.append(
        TradeTick(
            scope.ids[message.symbol],
            price,
            finite(message.size),
            hooks.side_of_flags(message.flags, message.marks),
            message.trade_id,
            message.time_ms * 1_000_000,
            ts_init,
        )
    )


def emit_quote(scope: Scope, message: Quote, ts_init: int, out: list[Event]) -> None:
    """Quotes to QuoteTick."""
    out.append(
        QuoteTick(
            scope.ids[message.symbol],
            hooks.from_thirty_seconds(message.bid.px),
            hooks.from_thirty_seconds(message.ask.px),
            not_negative(message.bid.size),
            not_negative(message.ask.size),
            message.time_ms * 1_000_000,
            ts_init,
        )
    )


def emit_label(scope: Scope, message: Label, ts_init: int, out: list[Event]) -> None:
    """Labels to MarkedLabel."""
    out.append(
        MarkedLabel(
            instrument_id=scope.ids[message.symbol],
            label=scope.codes["Mark"](message.label),
            ts_event=message.time_ms * 1_000_000,
            ts_init=ts_init,
        )
    )
