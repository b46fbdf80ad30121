"""state of the venue hazel. Generated from specs/hazel/state.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.model import AggressorSide, InstrumentStatus, MarketStatusAction, QuoteTick, TradeTick
from dragoman.translate.facts import Event
from dragoman.translate.functions import subtract
from dragoman.translate.memories import Memory, increase
from dragoman.translate.polls import Polls
from dragoman.translate.reads import finite
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Status = Literal["OPEN", "SHUT"]
STATUS_MEANS: dict[str, MarketStatusAction] = {
    "OPEN": MarketStatusAction.TRADING,
    "SHUT": MarketStatusAction.CLOSE,
}

AGGRESSOR_SIDE_NO_AGGRESSOR = AggressorSide.NO_AGGRESSOR
DECIMAL_0 = Decimal("0")
DECIMAL_1 = Decimal("1")
MARKET_STATUS_ACTION_NOT_AVAILABLE_FOR_TRADING = MarketStatusAction.NOT_AVAILABLE_FOR_TRADING
MARKET_STATUS_ACTION_TRADING = MarketStatusAction.TRADING


class Market(Struct, frozen=True, kw_only=True, gc=False):
    """Part of ListMarketsResponse. https://docs.hazel.example/rest#markets"""

    symbol: str
    status: Status
    reason: str | None = None


class Deal(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Trades. https://docs.hazel.example/stream#trades"""

    price: Decimal
    size: Decimal
    number: int


class ListMarketsResponse(Struct, frozen=True, kw_only=True, gc=False):
    """The answer of list_markets: Markets and their states. https://docs.hazel.example/rest#markets"""

    markets: list[Market]


class Volume(Struct, frozen=True, kw_only=True, tag_field="kind", tag="volume", gc=False):
    """A message of volume: Running totals. https://docs.hazel.example/stream#volume"""

    time_ms: int = field(name="at")
    symbol: str
    total: Decimal
    price: Decimal | None = None
    trades: int
    status: str


class TotalsRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Totals."""

    symbol: str
    venue: str
    total: int


class Totals(Struct, frozen=True, kw_only=True, tag_field="kind", tag="totals", gc=False):
    """A message of totals: Running totals of several. https://docs.hazel.example/stream#totals"""

    rows: list[TotalsRows]


class Answer(Struct, frozen=True, kw_only=True, tag_field="kind", tag="quote", gc=False):
    """A message of answer: Quotes that were asked for. https://docs.hazel.example/stream#quote"""

    id: int
    bid: Decimal
    ask: Decimal
    more: bool


class Trade(Struct, frozen=True, kw_only=True, tag_field="kind", tag="trade", gc=False):
    """A message of trade: Trades whose numbers follow one another. https://docs.hazel.example/stream#trade"""

    time_ms: int = field(name="at")
    symbol: str
    price: Decimal
    size: Decimal
    number: int


class Trades(Struct, frozen=True, kw_only=True, tag_field="kind", tag="trades", gc=False):
    """A message of trades: Several trades, each with a number. https://docs.hazel.example/stream#trades"""

    symbol: str
    rows: list[Deal]


class VolumeBefore(Struct, frozen=True, gc=False):
    """What is kept of volume, for the next message of the same key."""

    total: Decimal
    trades: int
    status: str


class TotalsBefore(Struct, frozen=True, gc=False):
    """What is kept of totals, for the next message of the same key."""

    total: int


def emit_list_markets(scope: Scope, message: ListMarketsResponse, ts_init: int, out: list[Event]) -> None:
    """Markets and their states to InstrumentStatus."""
    polls: Polls[Market] = scope.machines["list_markets"]
    for market in polls.rows(message.markets, scope.request, differs=scope.synced):
        try:
            out.append(
                InstrumentStatus(
                    instrument_id=scope.ids[market.symbol],
                    action=(
                        MARKET_STATUS_ACTION_NOT_AVAILABLE_FOR_TRADING
                        if polls.change == "removed"
                        else STATUS_MEANS[market.status]
                    ),
                    ts_event=ts_init,
                    ts_init=ts_init,
                    reason=market.reason,
                )
            )
        except ROW_ERRORS as error:
            scope.bad_row("$.markets", market, error)


def emit_volume(scope: Scope, message: Volume, ts_init: int, out: list[Event]) -> None:
    """Running totals to TradeTick, InstrumentStatus."""
    memory: Memory[VolumeBefore] = scope.machines["volume"]
    before = memory.swap(message.symbol, VolumeBefore(message.total, message.trades, message.status))
    if (
        message.price is not None
        and (
            got_2
            if (
                got_2 := (
                    subtract(finite(message.total), (finite(before.total))) if before is not None else None
                )
            )
            is not None
            else DECIMAL_0
        )
        > 0
    ):
        out.append(
            TradeTick(
                scope.ids[message.symbol],
                finite(message.price),
                (got_3 if (got_3 := got_2) is not None else DECIMAL_0),
                AGGRESSOR_SIDE_NO_AGGRESSOR,
                str(before.trades if before is not None else 0),
                message.time_ms * 1_000_000,
                ts_init,
            )
        )
    if before is None or (message.status) != (before.status):
        out.append(
            InstrumentStatus(
                instrument_id=scope.ids[message.symbol],
                action=MARKET_STATUS_ACTION_TRADING,
                ts_event=message.time_ms * 1_000_000,
                ts_init=ts_init,
                reason=message.status,
            )
        )


def emit_totals(scope: Scope, message: Totals, ts_init: int, out: list[Event]) -> None:
    """Running totals of several to TradeTick."""
    memory: Memory[TotalsBefore] = scope.machines["totals"]
    for row in message.rows:
        try:
            before = memory.swap((row.symbol, row.venue), TotalsBefore(row.total))
            total = (
                got_2
                if (got_2 := increase(row.total, (before.total) if before is not None else None)) is not None
                else 0
            )
            if total != 0:
                out.append(
                    TradeTick(
                        scope.ids[row.symbol],
                        DECIMAL_1,
                        Decimal(total),
                        AGGRESSOR_SIDE_NO_AGGRESSOR,
                        row.venue,
                        ts_init,
                        ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.rows", row, error)


def emit_answer(scope: Scope, message: Answer, ts_init: int, out: list[Event]) -> None:
    """Quotes that were asked for to QuoteTick."""
    scope = scope.machines["answer"].scope(scope, message.id, is_last=not message.more, now_ns=ts_init)
    out.append(
        QuoteTick(
            scope.request_id("symbol"),
            finite(message.bid),
            finite(message.ask),
            DECIMAL_1,
            DECIMAL_1,
            ts_init,
            ts_init,
        )
    )


def emit_trade(scope: Scope, message: Trade, ts_init: int, out: list[Event]) -> None:
    """Trades whose numbers follow one another to TradeTick."""
    event_ = TradeTick(
        scope.ids[message.symbol],
        finite(message.price),
        finite(message.size),
        AGGRESSOR_SIDE_NO_AGGRESSOR,
        str(message.number),
        message.time_ms * 1_000_000,
        ts_init,
    )
    if scope.synced:
        scope.machines["trade"].on_event(message.symbol, message.number, event_, out)
    else:
        out.append(event_)


def emit_trades(scope: Scope, message: Trades, ts_init: int, out: list[Event]) -> None:
    """Several trades, each with a number to TradeTick."""
    for row in message.rows:
        try:
            event_ = TradeTick(
                scope.ids[message.symbol],
                finite(row.price),
                finite(row.size),
                AGGRESSOR_SIDE_NO_AGGRESSOR,
                str(row.number),
                ts_init,
                ts_init,
            )
            if scope.synced:
                scope.machines["trades"].on_event(message.symbol, row.number, event_, out)
            else:
                out.append(event_)
        except ROW_ERRORS as error:
            scope.bad_row("$.rows", row, error)
