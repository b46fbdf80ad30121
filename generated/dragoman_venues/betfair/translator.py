"""The translator of the venue betfair: which bytes are which message. Generated from specs/betfair; edit that and run `make generate`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from dragoman.model import OrderSide
from dragoman.translate.facts import Call, Channel, Connection, Fault, Part, Reply, Tables
from dragoman.translate.files import LineFile
from dragoman.translate.images import Images, Ladder
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.betfair.catalogue import (
    KeepAliveAnswer,
    LoginAnswer,
    MarketCatalogue,
    emit_certlogin,
    emit_keepAlive,
    emit_listMarketCatalogue,
)
from dragoman_venues.betfair.markets import MarketChanges, emit_market_changes
from dragoman_venues.betfair.races import RaceChanges, emit_race_changes
from dragoman_venues.betfair.stream import (
    StreamAuthentication,
    StreamConnection,
    StreamDenial,
    StreamFailure,
    StreamStatus,
)
from dragoman_venues.betfair.symbology import PRODUCTS


def _read_stream_connection(message: StreamConnection) -> tuple[object, str, str] | None:
    """(id, code, message) of a connection reply."""
    return None, "", ""


def _read_stream_status(message: StreamStatus) -> tuple[object, str, str] | None:
    """(id, code, message) of a status reply."""
    if not (
        message.status_code == "SUCCESS"
        and (message.request_id if message.request_id is not None else 0) != 0
    ):
        return None
    return message.request_id, "", ""


def _read_stream_failure(message: StreamFailure) -> tuple[object, str, str] | None:
    """(id, code, message) of a failure reply."""
    if not (
        message.status_code == "FAILURE"
        and (message.request_id if message.request_id is not None else 1) != 0
    ):
        return None
    return message.request_id, str(message.error_code), str(message.error_message)


def _read_stream_denial(message: StreamDenial) -> tuple[object, str, str] | None:
    """(id, code, message) of a denial reply."""
    if not (
        message.status_code == "FAILURE"
        and (message.request_id if message.request_id is not None else 1) == 0
    ):
        return None
    return message.request_id, str(message.error_code), str(message.error_message)


def _read_stream_authentication(message: StreamAuthentication) -> tuple[object, str, str] | None:
    """(id, code, message) of a authentication reply."""
    if message.status_code != "SUCCESS":
        return None
    return message.request_id, "", str(message.reason if message.reason is not None else "")


def _make_market_changes(product: str) -> Any:
    """A fresh machine for one product."""
    return Images(
        (
            Ladder("atb", OrderSide.BUY, "price"),
            Ladder("atl", OrderSide.SELL, "price"),
            Ladder("batb", OrderSide.BUY, "level"),
            Ladder("batl", OrderSide.SELL, "level"),
            Ladder("bdatb", OrderSide.BUY, "level"),
            Ladder("bdatl", OrderSide.SELL, "level"),
        ),
        ("trd",),
        stream="market_changes",
        max_keys=100_000,
        prices=(Decimal("0.01"), Decimal("10000")),
    )


def _failed(body: object) -> bool:
    """Whether an answer with a good status tells an error."""
    from dragoman_venues.betfair.facts import INTERFACE

    failed = INTERFACE.errors.failed
    return failed is not None and failed(body)


TABLES = Tables(
    venue="BETFAIR",
    products=PRODUCTS,
    connections=(
        Connection(
            name="stream",
            source="stream",
            codec="json_lines",
            products=("exchange",),
            tag_key="op",
            unknown="count",
            parts=(
                Part(("id", "rc"), ('{"op":"mcm","pt":0,"mc":[', "]}"), ("part",)),
                Part(
                    ("bettingType", "runners"),
                    ('{"op":"mcm","pt":0,"mc":[{"id":', ',"marketDefinition":', "}]}"),
                    ("market_id", "part"),
                ),
            ),
            channels=(
                Channel(
                    name="market_changes",
                    payload=MarketChanges,
                    emit=emit_market_changes,
                    tag="mcm",
                    topic=re.compile("markets"),
                    rows=(
                        "$.mc",
                        "$.mc[].marketDefinition",
                        "$.mc[].marketDefinition.runners",
                        "$.mc[].rc",
                        "$.mc[].rc[].spb",
                        "$.mc[].rc[].spl",
                    ),
                    keys={"$.mc[]": ("market_id",), "$.mc[].rc[]": ("selection_id", "handicap")},
                    gives=(
                        "BettingInstrument",
                        "InstrumentStatus",
                        "InstrumentClose",
                        "BetfairStartingPrice",
                        "OrderBookDeltas",
                        "TradeTick",
                        "BetfairTicker",
                        "BetfairBspBookDelta",
                        "BetfairSequenceCompleted",
                    ),
                ),
                Channel(
                    name="race_changes",
                    payload=RaceChanges,
                    emit=emit_race_changes,
                    tag="rcm",
                    rows=("$.rc", "$.rc[].rrc", "$.rc[].rpc"),
                    gives=("BetfairRaceProgress", "BetfairRaceRunnerData"),
                    of_any=True,
                ),
            ),
            replies=(
                Reply(
                    name="connection",
                    has=("connectionId",),
                    payload=StreamConnection,
                    means="connected",
                    read=_read_stream_connection,
                ),
                Reply(
                    name="status",
                    has=("statusCode",),
                    payload=StreamStatus,
                    means="ack",
                    read=_read_stream_status,
                ),
                Reply(
                    name="failure",
                    has=("errorCode",),
                    payload=StreamFailure,
                    means="error",
                    read=_read_stream_failure,
                ),
                Reply(
                    name="denial",
                    has=("errorCode",),
                    payload=StreamDenial,
                    means="denied",
                    read=_read_stream_denial,
                ),
                Reply(
                    name="authentication",
                    has=("statusCode",),
                    payload=StreamAuthentication,
                    means="authenticated",
                    read=_read_stream_authentication,
                ),
            ),
        ),
        Connection(
            name="historic",
            source="historic",
            codec="json_file",
            products=("exchange",),
            tag_key="op",
            unknown="count",
            parts=(
                Part(("id", "rc"), ('{"op":"mcm","pt":0,"mc":[', "]}"), ("part",)),
                Part(
                    ("bettingType", "runners"),
                    ('{"op":"mcm","pt":0,"mc":[{"id":', ',"marketDefinition":', "}]}"),
                    ("market_id", "part"),
                ),
            ),
            channels=(
                Channel(
                    name="market_changes",
                    payload=MarketChanges,
                    emit=emit_market_changes,
                    tag="mcm",
                    topic=re.compile("markets"),
                    rows=(
                        "$.mc",
                        "$.mc[].marketDefinition",
                        "$.mc[].marketDefinition.runners",
                        "$.mc[].rc",
                        "$.mc[].rc[].spb",
                        "$.mc[].rc[].spl",
                    ),
                    keys={"$.mc[]": ("market_id",), "$.mc[].rc[]": ("selection_id", "handicap")},
                    gives=(
                        "BettingInstrument",
                        "InstrumentStatus",
                        "InstrumentClose",
                        "BetfairStartingPrice",
                        "OrderBookDeltas",
                        "TradeTick",
                        "BetfairTicker",
                        "BetfairBspBookDelta",
                        "BetfairSequenceCompleted",
                    ),
                ),
                Channel(
                    name="race_changes",
                    payload=RaceChanges,
                    emit=emit_race_changes,
                    tag="rcm",
                    rows=("$.rc", "$.rc[].rrc", "$.rc[].rpc"),
                    gives=("BetfairRaceProgress", "BetfairRaceRunnerData"),
                    of_any=True,
                ),
            ),
            replies=(),
        ),
        Connection(
            name="races",
            source="races",
            codec="json_lines",
            products=("exchange",),
            tag_key="op",
            unknown="count",
            parts=(
                Part(("id", "rc"), ('{"op":"mcm","pt":0,"mc":[', "]}"), ("part",)),
                Part(
                    ("bettingType", "runners"),
                    ('{"op":"mcm","pt":0,"mc":[{"id":', ',"marketDefinition":', "}]}"),
                    ("market_id", "part"),
                ),
            ),
            channels=(
                Channel(
                    name="market_changes",
                    payload=MarketChanges,
                    emit=emit_market_changes,
                    tag="mcm",
                    topic=re.compile("markets"),
                    rows=(
                        "$.mc",
                        "$.mc[].marketDefinition",
                        "$.mc[].marketDefinition.runners",
                        "$.mc[].rc",
                        "$.mc[].rc[].spb",
                        "$.mc[].rc[].spl",
                    ),
                    keys={"$.mc[]": ("market_id",), "$.mc[].rc[]": ("selection_id", "handicap")},
                    gives=(
                        "BettingInstrument",
                        "InstrumentStatus",
                        "InstrumentClose",
                        "BetfairStartingPrice",
                        "OrderBookDeltas",
                        "TradeTick",
                        "BetfairTicker",
                        "BetfairBspBookDelta",
                        "BetfairSequenceCompleted",
                    ),
                ),
                Channel(
                    name="race_changes",
                    payload=RaceChanges,
                    emit=emit_race_changes,
                    tag="rcm",
                    rows=("$.rc", "$.rc[].rrc", "$.rc[].rpc"),
                    gives=("BetfairRaceProgress", "BetfairRaceRunnerData"),
                    of_any=True,
                ),
            ),
            replies=(),
        ),
    ),
    calls=(
        Call(
            name="listMarketCatalogue",
            paths={"": "POST /exchange/betting/json-rpc/v1"},
            payload=MarketCatalogue | list[MarketCatalogue],
            emit=emit_listMarketCatalogue,
            rows=("$", "$[].runners"),
            unwrap="result",
        ),
        Call(name="certlogin", paths={"": "POST /api/certlogin"}, payload=LoginAnswer, emit=emit_certlogin),
        Call(
            name="keepAlive", paths={"": "POST /api/keepAlive"}, payload=KeepAliveAnswer, emit=emit_keepAlive
        ),
    ),
    machines={"market_changes": _make_market_changes},
    snapshots={},
    feeds={"json_file": LineFile},
    fault=Fault(("error", "data", "APINGException", "errorCode"), ("error", "message"), _failed),
)


class Translator(BaseTranslator):
    """Payloads of Betfair Exchange to events of the model."""

    tables = TABLES
