"""The translator of the venue maple: which bytes are which message. Generated from specs/maple; edit that and run `make generate`."""

from __future__ import annotations

import re

from dragoman.translate.facts import Call, Channel, Connection, Reply, Tables, Ways
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.maple.symbology import PRODUCTS
from dragoman_venues.maple.texts import (
    Best,
    Candles,
    GetAssetsResponse,
    GetLastResponse,
    GetOptionsResponse,
    Orders,
    OrdersText,
    PairRow,
    WholeBook,
    emit_best,
    emit_candles,
    emit_get_assets,
    emit_get_last,
    emit_get_options,
    emit_get_pairs,
    emit_orders,
    emit_whole_book,
)
from dragoman_venues.maple.venue import StreamTold


def _read_stream_told(message: StreamTold) -> tuple[object, str, str] | None:
    """(id, code, message) of a told reply."""
    return None, "", ""


def _ways() -> Ways:
    """Loaded with the first stream."""
    from dragoman_venues.maple.short import WAYS

    return WAYS


TABLES = Tables(
    venue="MAPLE",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="ws",
            codec="json",
            products=("spot", "option"),
            topic_key="arg.channel",
            unknown="count",
            channels=(
                Channel(
                    name="candles",
                    payload=Candles,
                    emit=emit_candles,
                    topic=re.compile("candle(?P<interval>1m|1H|1D)"),
                    rows=("$.data",),
                    gives=("Bar",),
                ),
            ),
            replies=(
                Reply(
                    name="told", has=("event",), payload=StreamTold, means="ignore", read=_read_stream_told
                ),
            ),
        ),
        Connection(
            name="options",
            source="ws:options",
            codec="json",
            products=("option",),
            tag_key="meta.kind",
            unknown="count",
            channels=(
                Channel(
                    name="orders",
                    payload=Orders,
                    emit=emit_orders,
                    text=OrdersText,
                    tag="order",
                    gives=("OrderStatusReport",),
                ),
                Channel(
                    name="whole_book",
                    payload=WholeBook,
                    emit=emit_whole_book,
                    tag="book",
                    consts=(("state", "whole"),),
                    gives=("OrderBookDeltas", "OrderBookDepth10"),
                ),
                Channel(
                    name="best",
                    payload=Best,
                    emit=emit_best,
                    tag="book",
                    consts=(("state", "best"),),
                    gives=("QuoteTick",),
                ),
            ),
            replies=(),
        ),
    ),
    calls=(
        Call(
            name="get_pairs",
            paths={"": "GET /pairs"},
            payload=PairRow | list[PairRow],
            emit=emit_get_pairs,
            rows=("$",),
        ),
        Call(
            name="get_options",
            paths={"": "GET /options"},
            payload=GetOptionsResponse,
            emit=emit_get_options,
            rows=("$.list",),
        ),
        Call(name="get_last", paths={"": "GET /last"}, payload=GetLastResponse, emit=emit_get_last),
        Call(
            name="get_assets",
            paths={"": "GET /assets"},
            payload=GetAssetsResponse,
            emit=emit_get_assets,
            rows=("$.assets",),
        ),
    ),
    machines={},
    snapshots={},
    feeds={},
    ways=_ways,
)


class Translator(BaseTranslator):
    """Payloads of Maple Exchange to events of the model."""

    tables = TABLES
