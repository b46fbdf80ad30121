"""The translator of the venue juniper: which bytes are which message. Generated from specs/juniper; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Channel, Connection, Tables, Ways
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.juniper.orders import Orders, OrdersText, emit_orders
from dragoman_venues.juniper.symbology import PRODUCTS


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.juniper.short import WAYS

    return WAYS


TABLES = Tables(
    venue="JUNIPER",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("swap",),
            tag_key="kind",
            unknown="count",
            channels=(
                Channel(
                    name="orders",
                    payload=Orders,
                    emit=emit_orders,
                    text=OrdersText,
                    tag="orders",
                    rows=("$.rows",),
                    gives=("OrderStatusReport",),
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
    """Payloads of Juniper Exchange to events of the model."""

    tables = TABLES
