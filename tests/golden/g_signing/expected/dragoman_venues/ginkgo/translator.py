"""The translator of the venue ginkgo: which bytes are which message. Generated from specs/ginkgo; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.translate.facts import Call, Tables
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.ginkgo.calls import (
    Told,
    emit_with_curve,
    emit_with_header,
    emit_with_key,
    emit_with_name,
    emit_with_query,
)
from dragoman_venues.ginkgo.symbology import PRODUCTS

TABLES = Tables(
    venue="GINKGO",
    products=PRODUCTS,
    connections=(),
    calls=(
        Call(name="with_key", paths={"": "GET /key"}, payload=Told, emit=emit_with_key),
        Call(name="with_query", paths={"": "GET /query"}, payload=Told, emit=emit_with_query),
        Call(name="with_header", paths={"": "POST /header"}, payload=Told, emit=emit_with_header),
        Call(name="with_curve", paths={"": "POST /curve"}, payload=Told, emit=emit_with_curve),
        Call(name="with_name", paths={"": "GET /name"}, payload=Told, emit=emit_with_name),
    ),
    machines={},
    snapshots={},
    feeds={},
)


class Translator(BaseTranslator):
    """Payloads of Ginkgo Exchange to events of the model."""

    tables = TABLES
