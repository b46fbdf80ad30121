"""The translator of the venue cedar: which bytes are which message. Generated from specs/cedar; edit that and run `make generate`."""

from __future__ import annotations

from typing import Any

from dragoman.translate.facts import Channel, Connection, Tables
from dragoman.translate.lookups import Lookups
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.cedar.books import Book, emit_book
from dragoman_venues.cedar.symbology import PRODUCTS


def _make_book(product: str) -> Any:
    """A fresh machine for one product."""
    return Lookups(stream="book", max_size=200_000)


TABLES = Tables(
    venue="CEDAR",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("swap",),
            tag_key="table",
            unknown="count",
            channels=(
                Channel(
                    name="book",
                    payload=Book,
                    emit=emit_book,
                    tag="levels",
                    rows=("$.data",),
                    gives=("OrderBookDeltas",),
                ),
            ),
            replies=(),
        ),
    ),
    calls=(),
    machines={"book": _make_book},
    snapshots={},
    feeds={},
)


class Translator(BaseTranslator):
    """Payloads of Cedar Exchange to events of the model."""

    tables = TABLES
