"""The translator of the venue larch: which bytes are which message. Generated from specs/larch; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.translate.facts import Call, Channel, Connection, Tables, Ways
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.larch.symbology import PRODUCTS
from dragoman_venues.larch.units import (
    Balance,
    Book,
    GetInstrumentsResponse,
    Trades,
    emit_balance,
    emit_book,
    emit_get_instruments,
    emit_trades,
)


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.larch.short import WAYS

    return WAYS


TABLES = Tables(
    venue="LARCH",
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
                    name="trades",
                    payload=Trades,
                    emit=emit_trades,
                    tag="trades",
                    rows=("$.rows",),
                    gives=("TradeTick", "MarkPriceUpdate"),
                ),
                Channel(name="book", payload=Book, emit=emit_book, tag="book", gives=("OrderBookDeltas",)),
                Channel(
                    name="balance",
                    payload=Balance,
                    emit=emit_balance,
                    tag="balance",
                    gives=("AccountState",),
                    of_any=True,
                ),
            ),
            replies=(),
        ),
    ),
    calls=(
        Call(
            name="get_instruments",
            paths={"": "GET /instruments"},
            payload=GetInstrumentsResponse,
            emit=emit_get_instruments,
            rows=("$.rows",),
        ),
    ),
    machines={},
    snapshots={},
    feeds={},
    currencies={"XBt": ("XBT", Decimal("1E-8")), "USDt": ("USDT", Decimal("0.000001"))},
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Larch Exchange to events of the model."""

    tables = TABLES
