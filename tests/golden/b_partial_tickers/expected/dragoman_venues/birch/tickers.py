"""tickers of the venue birch. Generated from specs/birch/tickers.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.machines import ABSENT, Merge
from dragoman.model import FundingRateUpdate, IndexPriceUpdate, MarkPriceUpdate, QuoteTick
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import parse_iso, subtract
from dragoman.translate.reads import finite, integer, not_negative
from dragoman.translate.scope import ROW_ERRORS, Scope
from msgspec import Struct, field

Action = Literal["snapshot", "delta"]


class TickerData(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Ticker."""

    symbol: str
    bid_price: str | None = field(name="bid1Price", default=None)
    bid_size: str | None = field(name="bid1Size", default=None)
    ask_price: str | None = field(name="ask1Price", default=None)
    ask_size: str | None = field(name="ask1Size", default=None)
    mark_price: Decimal | None = field(name="markPrice", default=None)
    funding_rate: str | None = field(name="fundingRate", default=ABSENT)
    next_funding_ms: str | None = field(name="nextFundingTime", default=None)


class Ticker(Struct, frozen=True, kw_only=True, gc=False):
    """A message of ticker: What changed in a ticker. https://docs.birch.example/stream#ticker"""

    topic: str
    type: Action
    time_ms: int = field(name="ts")
    data: TickerData


class InstrumentRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Instrument."""

    symbol: str
    mark_price: Decimal | None = field(name="markPrice", default=None)
    fair_price: Decimal | None = field(name="fairPrice", default=ABSENT)
    time: str = field(name="timestamp")


class Instrument(Struct, frozen=True, kw_only=True, tag_field="table", tag="instrument", gc=False):
    """A message of instrument: Rows of instruments that changed. https://docs.birch.example/table#instrument"""

    action: str
    rows: list[InstrumentRows] = field(name="data")


class BriefData(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Brief."""

    symbol: str
    bid: str | None = None
    bid_size: str | None = field(name="bidSize", default=None)
    ask: str | None = None
    ask_size: str | None = field(name="askSize", default=None)
    mark: str | None = None
    index: str | None = ABSENT


class Brief(Struct, frozen=True, kw_only=True, gc=False):
    """A message of brief: The best of a book, of which a message says what is new. https://docs.birch.example/stream#brief"""

    topic: str
    type: Action
    time_ms: int = field(name="ts")
    data: BriefData


class BestRows(Struct, frozen=True, kw_only=True, gc=False):
    """Part of Best."""

    symbol: str
    bid: Decimal | None = None
    bid_size: Decimal | None = field(name="bidSize", default=None)
    ask: Decimal | None = None
    ask_size: Decimal | None = field(name="askSize", default=None)
    time: str = field(name="timestamp")


class Best(Struct, frozen=True, kw_only=True, tag_field="table", tag="best", gc=False):
    """A message of best: Rows of the best of books, mostly whole. https://docs.birch.example/table#best"""

    action: str
    rows: list[BestRows] = field(name="data")


def emit_ticker(scope: Scope, message: Ticker, ts_init: int, out: list[Event]) -> None:
    """What changed in a ticker to QuoteTick, MarkPriceUpdate, FundingRateUpdate."""
    merge: Merge[TickerData] = scope.machines["ticker"]
    key = message.data.symbol
    merged = merge.update(key, message.data, message.type == "snapshot")
    if merged is None:
        return
    record = merged.record
    if (
        record.bid_price
        and record.bid_size
        and record.ask_price
        and record.ask_size
        and merged.any_present(("bid_price", "bid_size", "ask_price", "ask_size"))
    ):
        merge.put_new(
            key,
            "QuoteTick",
            QuoteTick(
                scope.ids[message.data.symbol],
                DECIMALS[record.bid_price],
                DECIMALS[record.ask_price],
                DECIMALS[record.bid_size],
                DECIMALS[record.ask_size],
                message.time_ms * 1_000_000,
                ts_init,
            ),
            out,
        )
    if record.mark_price is not None and merged.any_present(("mark_price",)):
        out.append(
            MarkPriceUpdate(
                scope.ids[message.data.symbol],
                finite(record.mark_price),
                message.time_ms * 1_000_000,
                ts_init,
            )
        )
    if (
        record.funding_rate
        and record.next_funding_ms is not None
        and merged.any_changed(("funding_rate", "next_funding_ms"))
    ):
        out.append(
            FundingRateUpdate(
                scope.ids[message.data.symbol],
                DECIMALS[record.funding_rate],
                message.time_ms * 1_000_000,
                ts_init,
                None,
                integer(record.next_funding_ms) * 1_000_000,
            )
        )


def emit_instrument(scope: Scope, message: Instrument, ts_init: int, out: list[Event]) -> None:
    """Rows of instruments that changed to MarkPriceUpdate, IndexPriceUpdate."""
    merge: Merge[InstrumentRows] = scope.machines["instrument"]
    for row in message.rows:
        try:
            key = row.symbol
            merged = merge.update(key, row, message.action == "partial")
            if merged is None:
                continue
            record = merged.record
            row_id = scope.ids[row.symbol]
            if record.mark_price is not None and merged.any_present(("mark_price",)):
                out.append(
                    MarkPriceUpdate(row_id, finite(record.mark_price), parse_iso(record.time), ts_init)
                )
            if (
                record.mark_price is not None
                and record.fair_price is not None
                and merged.any_changed(("mark_price", "fair_price"))
            ):
                out.append(
                    IndexPriceUpdate(
                        row_id,
                        subtract(finite(record.fair_price), finite(record.mark_price)),
                        parse_iso(record.time),
                        ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)


def emit_brief(scope: Scope, message: Brief, ts_init: int, out: list[Event]) -> None:
    """The best of a book, of which a message says what is new to QuoteTick, MarkPriceUpdate, IndexPriceUpdate."""
    merge: Merge[BriefData] = scope.machines["brief"]
    key = message.data.symbol
    merged = merge.update(key, message.data, message.type == "snapshot")
    if merged is None:
        return
    record = merged.record
    if (
        record.bid
        and record.bid_size
        and record.ask
        and record.ask_size
        and merged.any_present(("bid", "bid_size", "ask", "ask_size"))
    ):
        merge.put_new(
            key,
            "QuoteTick",
            QuoteTick(
                scope.ids[message.data.symbol],
                not_negative(DECIMALS[record.bid]),
                not_negative(DECIMALS[record.ask]),
                not_negative(DECIMALS[record.bid_size]),
                not_negative(DECIMALS[record.ask_size]),
                message.time_ms * 1_000_000,
                ts_init,
            ),
            out,
        )
    if record.mark and merged.any_present(("mark",)):
        out.append(
            MarkPriceUpdate(
                scope.ids[message.data.symbol], DECIMALS[record.mark], message.time_ms * 1_000_000, ts_init
            )
        )
    if record.index and merged.any_present(("index",)):
        out.append(
            IndexPriceUpdate(
                scope.ids[message.data.symbol], DECIMALS[record.index], message.time_ms * 1_000_000, ts_init
            )
        )


def emit_best(scope: Scope, message: Best, ts_init: int, out: list[Event]) -> None:
    """Rows of the best of books, mostly whole to QuoteTick."""
    merge: Merge[BestRows] = scope.machines["best"]
    for row in message.rows:
        try:
            key = row.symbol
            merged = merge.update(key, row)
            if merged is None:
                continue
            record = merged.record
            if (
                record.bid is not None
                and record.bid_size is not None
                and record.ask is not None
                and record.ask_size is not None
                and merged.any_present(("bid", "bid_size", "ask", "ask_size"))
            ):
                out.append(
                    QuoteTick(
                        scope.ids[row.symbol],
                        finite(record.bid),
                        finite(record.ask),
                        not_negative(record.bid_size),
                        not_negative(record.ask_size),
                        parse_iso(record.time),
                        ts_init,
                    )
                )
        except ROW_ERRORS as error:
            scope.bad_row("$.data", row, error)
