"""The translator of the venue nutmeg: which bytes are which message. Generated from specs/nutmeg; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.translate.facts import Call, Channel, Connection, Reply, Tables, Ways
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.nutmeg.live import Fills, FillsText, Marks, Wallet, emit_fills, emit_marks, emit_wallet
from dragoman_venues.nutmeg.symbology import PRODUCTS
from dragoman_venues.nutmeg.venue import (
    Last,
    Mean,
    OwnGranted,
    OwnRefused,
    StreamEnded,
    StreamGranted,
    StreamRefused,
    emit_get_last,
    emit_get_mean,
)


def _read_stream_granted(message: StreamGranted) -> tuple[object, str, str] | None:
    """(id, code, message) of a granted reply."""
    if not message.ok:
        return None
    return message.topics, "", ""


def _read_stream_ended(message: StreamEnded) -> tuple[object, str, str] | None:
    """(id, code, message) of a ended reply."""
    if not message.ok:
        return None
    return message.topics, "", ""


def _read_stream_refused(message: StreamRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    return None, "", str(message.told)


def _read_own_granted(message: OwnGranted) -> tuple[object, str, str] | None:
    """(id, code, message) of a granted reply."""
    if not message.done:
        return None
    return message.request_id, "", ""


def _read_own_refused(message: OwnRefused) -> tuple[object, str, str] | None:
    """(id, code, message) of a refused reply."""
    return message.request_id, "", str(message.told)


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.nutmeg.short import WAYS

    return WAYS


TABLES = Tables(
    venue="NUTMEG",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("spot", "swap"),
            topic_key="topic",
            unknown="count",
            channels=(
                Channel(
                    name="marks",
                    payload=Marks,
                    emit=emit_marks,
                    topic=re.compile("marks\\.(?P<symbol>.+?)"),
                    gives=("MarkPriceUpdate",),
                ),
            ),
            replies=(
                Reply(
                    name="granted",
                    has=("ok", "ids"),
                    payload=StreamGranted,
                    means="ack",
                    read=_read_stream_granted,
                ),
                Reply(
                    name="ended",
                    has=("ok", "off"),
                    payload=StreamEnded,
                    means="unsubscribed",
                    read=_read_stream_ended,
                ),
                Reply(
                    name="refused",
                    has=("ok", "told"),
                    payload=StreamRefused,
                    means="error",
                    read=_read_stream_refused,
                ),
            ),
        ),
        Connection(
            name="own",
            source="ws",
            codec="json",
            products=("spot", "swap"),
            topic_key="topic",
            unknown="count",
            channels=(
                Channel(
                    name="fills",
                    payload=Fills,
                    emit=emit_fills,
                    text=FillsText,
                    topic=re.compile("fills"),
                    rows=("$.rows",),
                    gives=("FillReport",),
                    of_any=True,
                ),
                Channel(
                    name="wallet",
                    payload=Wallet,
                    emit=emit_wallet,
                    topic=re.compile("wallet"),
                    gives=("AccountState",),
                    of_any=True,
                ),
            ),
            replies=(
                Reply(
                    name="granted",
                    has=("done", "id"),
                    payload=OwnGranted,
                    means="ack",
                    read=_read_own_granted,
                ),
                Reply(
                    name="refused",
                    has=("done", "id"),
                    payload=OwnRefused,
                    means="error",
                    read=_read_own_refused,
                ),
            ),
        ),
    ),
    calls=(
        Call(
            name="get_last",
            paths={"spot": "GET /spot/last", "swap": "GET /swap/v2/last"},
            payload=Last,
            emit=emit_get_last,
        ),
        Call(
            name="get_mean",
            paths={"spot": "GET /spot/mean", "swap": "GET /swap/v1/mean"},
            payload=Mean,
            emit=emit_get_mean,
        ),
    ),
    machines={},
    snapshots={},
    feeds={},
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Nutmeg Exchange to events of the model."""

    tables = TABLES
