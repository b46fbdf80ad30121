"""The translator of the venue elm: which bytes are which message. Generated from specs/elm; edit that and run `make generate`."""

from __future__ import annotations

import re
from typing import Any

from dragoman.model import OrderSide
from dragoman.translate.facts import Channel, Connection, Part, Reply, Tables
from dragoman.translate.files import LineFile
from dragoman.translate.images import Images, Ladder
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.elm.books import Books, emit_books
from dragoman_venues.elm.symbology import PRODUCTS
from dragoman_venues.elm.venue import StreamAnswer, StreamRefusal


def _read_stream_answer(message: StreamAnswer) -> tuple[object, str, str] | None:
    """(id, code, message) of a answer reply."""
    if message.status_code != "OK":
        return None
    return message.id, "", ""


def _read_stream_refusal(message: StreamRefusal) -> tuple[object, str, str] | None:
    """(id, code, message) of a refusal reply."""
    return message.id, str(message.status_code), ""


def _make_books(product: str) -> Any:
    """A fresh machine for one product."""
    return Images(
        (
            Ladder("bids", OrderSide.BUY, "price"),
            Ladder("asks", OrderSide.SELL, "price"),
            Ladder("best", OrderSide.BUY, "level"),
        ),
        ("sold",),
        stream="books",
        max_keys=100_000,
    )


TABLES = Tables(
    venue="ELM",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="stream",
            codec="json_lines",
            products=("outcome",),
            tag_key="op",
            unknown="count",
            parts=(Part(("m", "runners"), ('{"op":"book","at":0,"markets":[', "]}"), ("part",)),),
            channels=(
                Channel(
                    name="books",
                    payload=Books,
                    emit=emit_books,
                    tag="book",
                    topic=re.compile("books"),
                    rows=("$.markets", "$.markets[].runners"),
                    keys={"$.markets[]": ("market",), "$.markets[].runners[]": ("runner", "line")},
                    gives=("OrderBookDeltas", "TradeTick"),
                ),
            ),
            replies=(
                Reply(
                    name="answer", has=("code",), payload=StreamAnswer, means="ack", read=_read_stream_answer
                ),
                Reply(
                    name="refusal",
                    has=("code",),
                    payload=StreamRefusal,
                    means="error",
                    read=_read_stream_refusal,
                ),
            ),
        ),
        Connection(
            name="recording",
            source="recording",
            codec="json_file",
            products=("outcome",),
            tag_key="op",
            unknown="count",
            parts=(Part(("m", "runners"), ('{"op":"book","at":0,"markets":[', "]}"), ("part",)),),
            channels=(
                Channel(
                    name="books",
                    payload=Books,
                    emit=emit_books,
                    tag="book",
                    topic=re.compile("books"),
                    rows=("$.markets", "$.markets[].runners"),
                    keys={"$.markets[]": ("market",), "$.markets[].runners[]": ("runner", "line")},
                    gives=("OrderBookDeltas", "TradeTick"),
                ),
            ),
            replies=(),
        ),
    ),
    calls=(),
    machines={"books": _make_books},
    snapshots={},
    feeds={"json_file": LineFile},
)


class Translator(BaseTranslator):
    """Payloads of Elm Totes to events of the model."""

    tables = TABLES
