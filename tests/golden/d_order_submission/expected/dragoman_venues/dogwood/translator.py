"""The translator of the venue dogwood: which bytes are which message. Generated from specs/dogwood; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Call, Fault, Tables
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.dogwood.orders import Answer, emit_drop_order, emit_new_order, emit_new_pair
from dragoman_venues.dogwood.symbology import PRODUCTS


def _failed(body: object) -> bool:
    """Whether an answer with a good status tells an error."""
    from dragoman_venues.dogwood.facts import INTERFACE

    failed = INTERFACE.errors.failed
    return failed is not None and failed(body)


TABLES = Tables(
    venue="DOGWOOD",
    products=PRODUCTS,
    connections=(),
    calls=(
        Call(name="new_order", paths={"": "POST /orders"}, payload=Answer, emit=emit_new_order),
        Call(name="new_pair", paths={"": "POST /orders/pair"}, payload=Answer, emit=emit_new_pair),
        Call(name="drop_order", paths={"": "POST /orders/drop"}, payload=Answer, emit=emit_drop_order),
    ),
    machines={},
    snapshots={},
    feeds={},
    fault=Fault(("code",), ("text",), _failed),
)


class Translator(BaseTranslator):
    """Payloads of Dogwood Exchange to events of the model."""

    tables = TABLES
