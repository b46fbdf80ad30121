"""The translator of the venue ginkgo: which bytes are which message. Generated from specs/ginkgo; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.translate.facts import Call, Channel, Connection, Reply, Tables, Ways
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.ginkgo.calls import (
    Fills,
    Marks,
    Opened,
    Session,
    Told,
    Tops,
    emit_fills,
    emit_keep_key,
    emit_log_in,
    emit_marks,
    emit_open_key,
    emit_tops,
    emit_with_curve,
    emit_with_header,
    emit_with_key,
    emit_with_name,
    emit_with_query,
    emit_with_session,
)
from dragoman_venues.ginkgo.symbology import PRODUCTS
from dragoman_venues.ginkgo.venue import GateIn, UserExpired


def _read_user_expired(message: UserExpired) -> tuple[object, str, str] | None:
    """(id, code, message) of a expired reply."""
    if message.kind != "keyExpired":
        return None
    return None, "", ""


def _read_gate_in(message: GateIn) -> tuple[object, str, str] | None:
    """(id, code, message) of a in reply."""
    if not message.ok:
        return None
    return None, "", ""


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.ginkgo.short import WAYS

    return WAYS


TABLES = Tables(
    venue="GINKGO",
    products=PRODUCTS,
    connections=(
        Connection(
            name="user",
            source="ws:user",
            codec="json",
            products=("spot",),
            tag_key="kind",
            unknown="count",
            channels=(
                Channel(
                    name="fills",
                    payload=Fills,
                    emit=emit_fills,
                    tag="fill",
                    topic=re.compile("fills"),
                    gives=("TradeTick",),
                ),
                Channel(
                    name="tops",
                    payload=Tops,
                    emit=emit_tops,
                    tag="top",
                    topic=re.compile("tops"),
                    gives=("QuoteTick",),
                ),
            ),
            replies=(
                Reply(
                    name="expired",
                    has=("kind", "key"),
                    payload=UserExpired,
                    means="expired",
                    read=_read_user_expired,
                ),
            ),
        ),
        Connection(
            name="gate",
            source="ws:gate",
            codec="json",
            products=("spot",),
            tag_key="kind",
            unknown="count",
            channels=(
                Channel(
                    name="marks",
                    payload=Marks,
                    emit=emit_marks,
                    tag="mark",
                    topic=re.compile("marks\\.(?P<symbol>.+?)"),
                    gives=("MarkPriceUpdate",),
                ),
            ),
            replies=(
                Reply(name="in", has=("login",), payload=GateIn, means="authenticated", read=_read_gate_in),
            ),
        ),
    ),
    calls=(
        Call(name="with_key", paths={"": "GET /key"}, payload=Told, emit=emit_with_key),
        Call(name="with_query", paths={"": "GET /query"}, payload=Told, emit=emit_with_query),
        Call(name="with_header", paths={"": "POST /header"}, payload=Told, emit=emit_with_header),
        Call(name="with_curve", paths={"": "POST /curve"}, payload=Told, emit=emit_with_curve),
        Call(name="with_name", paths={"": "GET /name"}, payload=Told, emit=emit_with_name),
        Call(name="open_key", paths={"": "POST /listen"}, payload=Opened, emit=emit_open_key),
        Call(name="keep_key", paths={"": "PUT /listen"}, payload=Told, emit=emit_keep_key),
        Call(name="log_in", paths={"": "POST /login"}, payload=Session, emit=emit_log_in),
        Call(name="with_session", paths={"": "GET /session"}, payload=Told, emit=emit_with_session),
    ),
    machines={},
    snapshots={},
    feeds={},
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Ginkgo Exchange to events of the model."""

    tables = TABLES
