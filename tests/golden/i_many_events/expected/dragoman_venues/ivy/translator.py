"""The translator of the venue ivy: which bytes are which message. Generated from specs/ivy; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Channel, Connection, Tables, Ways
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.ivy.orders import (
    Full,
    FullText,
    Orders,
    OrdersText,
    Prices,
    emit_full,
    emit_orders,
    emit_prices,
)
from dragoman_venues.ivy.symbology import PRODUCTS


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.ivy.short import WAYS

    return WAYS


TABLES = Tables(
    venue="IVY",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("spot",),
            tag_key="kind",
            unknown="count",
            channels=(
                Channel(
                    name="prices",
                    payload=Prices,
                    emit=emit_prices,
                    tag="prices",
                    gives=("MarkPriceUpdate", "IndexPriceUpdate", "FundingRateUpdate"),
                ),
                Channel(
                    name="orders",
                    payload=Orders,
                    emit=emit_orders,
                    text=OrdersText,
                    tag="orders",
                    rows=("$.rows",),
                    gives=("FillReport", "OrderStatusReport"),
                ),
                Channel(
                    name="full",
                    payload=Full,
                    emit=emit_full,
                    text=FullText,
                    tag="full",
                    rows=("$.fills",),
                    gives=("OrderStatusReport", "FillReport"),
                ),
            ),
            replies=(),
        ),
    ),
    calls=(),
    machines={},
    snapshots={},
    feeds={},
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Ivy Exchange to events of the model."""

    tables = TABLES
