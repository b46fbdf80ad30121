"""The translator of the venue kauri: which bytes are which message. Generated from specs/kauri; edit that and run `make generate`."""

from __future__ import annotations

from typing import Any

from dragoman.machines import ABSENT, Merge
from dragoman.translate.facts import Channel, Connection, Tables, Ways
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.kauri.account import (
    Marks,
    Orders,
    OrdersRows,
    Quote,
    Wallets,
    emit_marks,
    emit_orders,
    emit_quote,
    emit_wallets,
)
from dragoman_venues.kauri.symbology import PRODUCTS


def _lay_orders(record: Any, row: OrdersRows) -> None:
    """Put what a row says over what is kept."""
    if row.symbol:
        record.symbol = row.symbol
    if row.side is not None:
        record.side = row.side
    if row.order_type is not None:
        record.order_type = row.order_type
    if row.state is not None:
        record.state = row.state
    if row.quantity is not None:
        record.quantity = row.quantity
    if row.filled is not None:
        record.filled = row.filled
    if row.price is not ABSENT:
        record.price = row.price
    if row.time:
        record.time = row.time


def _make_orders(product: str) -> Any:
    """A fresh machine for one product."""
    return Merge[Any](
        max_keys=10_000, empty={"default": "keep", "price": "clear"}, as_none=True, lay=_lay_orders
    )


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.kauri.short import WAYS

    return WAYS


TABLES = Tables(
    venue="KAURI",
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
                    name="wallets",
                    payload=Wallets,
                    emit=emit_wallets,
                    tag="wallets",
                    gives=("AccountState",),
                    of_any=True,
                ),
                Channel(name="quote", payload=Quote, emit=emit_quote, tag="quote", gives=("QuoteTick",)),
                Channel(
                    name="marks",
                    payload=Marks,
                    emit=emit_marks,
                    tag="marks",
                    gives=("MarkPriceUpdate", "IndexPriceUpdate", "FundingRateUpdate"),
                ),
                Channel(
                    name="orders",
                    payload=Orders,
                    emit=emit_orders,
                    tag="orders",
                    rows=("$.rows",),
                    gives=("FillReport", "OrderStatusReport"),
                ),
            ),
            replies=(),
        ),
    ),
    calls=(),
    machines={"orders": _make_orders},
    snapshots={},
    feeds={},
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Kauri Exchange to events of the model."""

    tables = TABLES
