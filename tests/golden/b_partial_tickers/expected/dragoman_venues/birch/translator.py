"""The translator of the venue birch: which bytes are which message. Generated from specs/birch; edit that and run `make generate`."""

from __future__ import annotations

import re
from typing import Any

from dragoman.machines import Merge
from dragoman.translate.facts import Channel, Connection, Tables, Ways
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.birch.symbology import PRODUCTS
from dragoman_venues.birch.tickers import (
    Best,
    Brief,
    Instrument,
    Ticker,
    emit_best,
    emit_brief,
    emit_instrument,
    emit_ticker,
)


def _make_ticker(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=10_000, empty={"default": "keep", "funding_rate": "clear"}, as_none=True)


def _make_instrument(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=10_000, empty={"default": "keep", "fair_price": "clear"}, as_none=True)


def _make_brief(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=10_000, empty={"default": "keep", "index": "clear"}, as_none=True)


def _make_best(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](max_keys=10_000, empty={"default": "keep"}, as_none=True, as_is=True)


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
