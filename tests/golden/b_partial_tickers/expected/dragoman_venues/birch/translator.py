"""The translator of the venue birch: which bytes are which message. Generated from specs/birch; edit that and run `make generate`."""

from __future__ import annotations

import re
from typing import Any

from dragoman.machines import ABSENT, Merge
from dragoman.translate.facts import Channel, Connection, Tables, Ways
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.birch.symbology import PRODUCTS
from dragoman_venues.birch.tickers import (
    Best,
    BestRows,
    Brief,
    BriefData,
    Instrument,
    InstrumentRows,
    Ticker,
    TickerData,
    emit_best,
    emit_brief,
    emit_instrument,
    emit_ticker,
)


def _lay_ticker(record: Any, row: TickerData) -> None:
    """Put what a row says over what is kept."""
    if row.bid_price:
        record.bid_price = row.bid_price
    if row.bid_size:
        record.bid_size = row.bid_size
    if row.ask_price:
        record.ask_price = row.ask_price
    if row.ask_size:
        record.ask_size = row.ask_size
    if row.mark_price is not None:
        record.mark_price = row.mark_price
    if row.funding_rate is not ABSENT:
        record.funding_rate = row.funding_rate or None
    if row.next_funding_ms:
        record.next_funding_ms = row.next_funding_ms


def _make_ticker(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](
        max_keys=10_000, empty={"default": "keep", "funding_rate": "clear"}, as_none=True, lay=_lay_ticker
    )


def _lay_instrument(record: Any, row: InstrumentRows) -> None:
    """Put what a row says over what is kept."""
    if row.mark_price is not None:
        record.mark_price = row.mark_price
    if row.fair_price is not ABSENT:
        record.fair_price = row.fair_price
    if row.time:
        record.time = row.time


def _make_instrument(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](
        max_keys=10_000, empty={"default": "keep", "fair_price": "clear"}, as_none=True, lay=_lay_instrument
    )


def _lay_brief(record: Any, row: BriefData) -> None:
    """Put what a row says over what is kept."""
    if row.bid:
        record.bid = row.bid
    if row.bid_size:
        record.bid_size = row.bid_size
    if row.ask:
        record.ask = row.ask
    if row.ask_size:
        record.ask_size = row.ask_size
    if row.mark:
        record.mark = row.mark
    if row.index is not ABSENT:
        record.index = row.index or None


def _make_brief(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](
        max_keys=10_000, empty={"default": "keep", "index": "clear"}, as_none=True, lay=_lay_brief
    )


def _lay_best(record: Any, row: BestRows) -> None:
    """Put what a row says over what is kept."""
    if row.bid is not None:
        record.bid = row.bid
    if row.bid_size is not None:
        record.bid_size = row.bid_size
    if row.ask is not None:
        record.ask = row.ask
    if row.ask_size is not None:
        record.ask_size = row.ask_size
    if row.time:
        record.time = row.time


def _make_best(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=10_000, empty={"default": "keep"}, as_none=True, as_is=True, lay=_lay_best)


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.birch.short import WAYS

    return WAYS


TABLES = Tables(
    venue="BIRCH",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("swap",),
            topic_key="topic",
            unknown="count",
            channels=(
                Channel(
                    name="ticker",
                    payload=Ticker,
                    emit=emit_ticker,
                    topic=re.compile("tickers\\.(?P<symbol>.+?)"),
                    gives=("QuoteTick", "MarkPriceUpdate", "FundingRateUpdate"),
                ),
                Channel(
                    name="brief",
                    payload=Brief,
                    emit=emit_brief,
                    topic=re.compile("brief\\.(?P<symbol>.+?)"),
                    gives=("QuoteTick", "MarkPriceUpdate", "IndexPriceUpdate"),
                ),
            ),
            replies=(),
        ),
        Connection(
            name="table",
            source="ws:table",
            codec="json",
            products=("swap",),
            tag_key="table",
            unknown="count",
            channels=(
                Channel(
                    name="instrument",
                    payload=Instrument,
                    emit=emit_instrument,
                    tag="instrument",
                    rows=("$.data",),
                    gives=("MarkPriceUpdate", "IndexPriceUpdate"),
                ),
                Channel(
                    name="best",
                    payload=Best,
                    emit=emit_best,
                    tag="best",
                    rows=("$.data",),
                    gives=("QuoteTick",),
                ),
            ),
            replies=(),
        ),
    ),
    calls=(),
    machines={
        "ticker": _make_ticker,
        "instrument": _make_instrument,
        "brief": _make_brief,
        "best": _make_best,
    },
    snapshots={},
    feeds={},
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Birch Exchange to events of the model."""

    tables = TABLES
