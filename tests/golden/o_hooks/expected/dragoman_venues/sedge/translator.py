"""The translator of the venue sedge: which bytes are which message. Generated from specs/sedge; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Call, Channel, Connection, Fault, Tables, Ways
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.sedge.codes import CODES
from dragoman_venues.sedge.market import (
    Answer,
    Label,
    Quote,
    Trade,
    emit_label,
    emit_new_order,
    emit_quote,
    emit_trade,
)
from dragoman_venues.sedge.symbology import PRODUCTS


def _failed(body: object) -> bool:
    """Whether an answer with a good status tells an error."""
    from dragoman_venues.sedge.facts import INTERFACE

    failed = INTERFACE.errors.failed
    return failed is not None and failed(body)


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.sedge.short import WAYS

    return WAYS


TABLES = Tables(
    venue="SEDGE",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("bond",),
            tag_key="kind",
            unknown="count",
            channels=(
                Channel(name="trade", payload=Trade, emit=emit_trade, tag="trade", gives=("TradeTick",)),
                Channel(name="quote", payload=Quote, emit=emit_quote, tag="quote", gives=("QuoteTick",)),
                Channel(name="label", payload=Label, emit=emit_label, tag="label", gives=("MarkedLabel",)),
            ),
            replies=(),
        ),
    ),
    calls=(Call(name="new_order", paths={"": "POST /orders"}, payload=Answer, emit=emit_new_order),),
    machines={},
    snapshots={},
    feeds={},
    codes=CODES,
    fault=Fault(("code",), ("text",), _failed),
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Sedge Bond Market to events of the model."""

    tables = TABLES
