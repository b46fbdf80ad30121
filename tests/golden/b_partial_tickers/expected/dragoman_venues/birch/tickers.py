"""tickers of the venue birch. Generated from specs/birch/tickers.yaml; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.machines import ABSENT, Merge
from dragoman.model import FundingRateUpdate, IndexPriceUpdate, MarkPriceUpdate, QuoteTick
from dragoman.model.decimals import DECIMALS
from dragoman.translate.facts import Event
from dragoman.translate.functions import parse_iso, subtract
from dragoman.translate.reads import finite, integer
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
