"""The translator of the venue databento: which bytes are which message. Generated from specs/databento; edit that and run `make generate`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from dragoman.machines import Gather
from dragoman.translate.dbn_feed import DbnFiles, DbnLive
from dragoman.translate.facts import Call, Channel, Connection, Fault, Reply, Tables
from dragoman.translate.reads import integer
from dragoman.translate.translator import Translator as BaseTranslator

from dragoman_venues.databento.definitions import emit_definition
from dragoman_venues.databento.gateway import LiveChallenge, LiveGreeting, LiveResult
from dragoman_venues.databento.historical import (
    DatasetRange,
    ListFieldsRow,
    ListPublishersRow,
    ListUnitPricesRow,
    Resolution,
    emit_get_billable_size,
    emit_get_cost,
    emit_get_dataset_range,
    emit_get_record_count,
    emit_list_datasets,
    emit_list_fields,
    emit_list_publishers,
    emit_list_schemas,
    emit_list_unit_prices,
    emit_resolve,
)
from dragoman_venues.databento.market_data import (
    emit_bbo,
    emit_cbbo,
    emit_cmbp_1,
    emit_mbo,
    emit_mbp_1,
    emit_mbp_10,
    emit_ohlcv,
    emit_status,
    emit_trades,
)
from dragoman_venues.databento.statistics import emit_imbalance, emit_statistics
from dragoman_venues.databento.symbology import PRODUCTS


def _read_live_greeting(message: LiveGreeting) -> tuple[object, str, str] | None:
    """(id, code, message) of a greeting reply."""
    return None, "", ""


def _read_live_challenge(message: LiveChallenge) -> tuple[object, str, str] | None:
    """(id, code, message) of a challenge reply."""
    return None, "", ""


def _read_live_result(message: LiveResult) -> tuple[object, str, str] | None:
    """(id, code, message) of a result reply."""
    if integer(message.success) != 1:
        return None
    return None, "", str(message.reason)


def _make_mbo(product: str) -> Any:
    """A fresh machine for one product."""
    return Gather(stream="mbo", max_rows=1_000_000)


TABLES = Tables(
    venue="DATABENTO",
    products=PRODUCTS,
    connections=(
        Connection(
            name="dbn",
            source="dbn",
            codec="dbn",
            products=("dataset",),
            unknown="count",
            channels=(
                Channel(
                    name="definition",
                    payload=Any,
                    emit=emit_definition,
                    record="InstrumentDefMsg",
                    topic=re.compile("definition"),
                    gives=(
                        "CurrencyPair",
                        "Equity",
                        "FuturesContract",
                        "FuturesSpread",
                        "OptionContract",
                        "OptionSpread",
                    ),
                ),
                Channel(
                    name="trades",
                    payload=Any,
                    emit=emit_trades,
                    record="TradeMsg",
                    topic=re.compile("trades"),
                    gives=("TradeTick",),
                ),
                Channel(
                    name="mbp_1",
                    payload=Any,
                    emit=emit_mbp_1,
                    record="MBP1Msg",
                    topic=re.compile("(?P<schema>mbp\\-1|tbbo)"),
                    gives=("QuoteTick", "TradeTick"),
                ),
                Channel(
                    name="bbo",
                    payload=Any,
                    emit=emit_bbo,
                    record="BBOMsg",
                    topic=re.compile("bbo\\-(?P<interval>1s|1m)"),
                    gives=("QuoteTick",),
                ),
                Channel(
                    name="cbbo",
                    payload=Any,
                    emit=emit_cbbo,
                    record="CBBOMsg",
                    topic=re.compile("cbbo\\-(?P<interval>1s|1m)"),
                    gives=("QuoteTick",),
                ),
                Channel(
                    name="cmbp_1",
                    payload=Any,
                    emit=emit_cmbp_1,
                    record="CMBP1Msg",
                    topic=re.compile("(?P<schema>cmbp\\-1|tcbbo)"),
                    gives=("QuoteTick", "TradeTick"),
                ),
                Channel(
                    name="mbp_10",
                    payload=Any,
                    emit=emit_mbp_10,
                    record="MBP10Msg",
                    topic=re.compile("mbp\\-10"),
                    gives=("OrderBookDepth10",),
                ),
                Channel(
                    name="mbo",
                    payload=Any,
                    emit=emit_mbo,
                    record="MBOMsg",
                    topic=re.compile("mbo"),
                    gives=("OrderBookDeltas", "TradeTick"),
                ),
                Channel(
                    name="ohlcv",
                    payload=Any,
                    emit=emit_ohlcv,
                    record="OHLCVMsg",
                    topic=re.compile("ohlcv\\-(?P<interval>.+?)"),
                    gives=("Bar",),
                ),
                Channel(
                    name="status",
                    payload=Any,
                    emit=emit_status,
                    record="StatusMsg",
                    topic=re.compile("status"),
                    gives=("InstrumentStatus",),
                ),
                Channel(
                    name="statistics",
                    payload=Any,
                    emit=emit_statistics,
                    record="StatMsg",
                    topic=re.compile("statistics"),
                    gives=("DatabentoStatistics",),
                ),
                Channel(
                    name="imbalance",
                    payload=Any,
                    emit=emit_imbalance,
                    record="ImbalanceMsg",
                    topic=re.compile("imbalance"),
                    gives=("DatabentoImbalance",),
                ),
            ),
            replies=(),
        ),
        Connection(
            name="live",
            source="live",
            codec="dbn_live",
            products=("dataset",),
            unknown="count",
            channels=(
                Channel(
                    name="definition",
                    payload=Any,
                    emit=emit_definition,
                    record="InstrumentDefMsg",
                    topic=re.compile("definition"),
                    gives=(
                        "CurrencyPair",
                        "Equity",
                        "FuturesContract",
                        "FuturesSpread",
                        "OptionContract",
                        "OptionSpread",
                    ),
                ),
                Channel(
                    name="trades",
                    payload=Any,
                    emit=emit_trades,
                    record="TradeMsg",
                    topic=re.compile("trades"),
                    gives=("TradeTick",),
                ),
                Channel(
                    name="mbp_1",
                    payload=Any,
                    emit=emit_mbp_1,
                    record="MBP1Msg",
                    topic=re.compile("(?P<schema>mbp\\-1|tbbo)"),
                    gives=("QuoteTick", "TradeTick"),
                ),
                Channel(
                    name="bbo",
                    payload=Any,
                    emit=emit_bbo,
                    record="BBOMsg",
                    topic=re.compile("bbo\\-(?P<interval>1s|1m)"),
                    gives=("QuoteTick",),
                ),
                Channel(
                    name="cbbo",
                    payload=Any,
                    emit=emit_cbbo,
                    record="CBBOMsg",
                    topic=re.compile("cbbo\\-(?P<interval>1s|1m)"),
                    gives=("QuoteTick",),
                ),
                Channel(
                    name="cmbp_1",
                    payload=Any,
                    emit=emit_cmbp_1,
                    record="CMBP1Msg",
                    topic=re.compile("(?P<schema>cmbp\\-1|tcbbo)"),
                    gives=("QuoteTick", "TradeTick"),
                ),
                Channel(
                    name="mbp_10",
                    payload=Any,
                    emit=emit_mbp_10,
                    record="MBP10Msg",
                    topic=re.compile("mbp\\-10"),
                    gives=("OrderBookDepth10",),
                ),
                Channel(
                    name="mbo",
                    payload=Any,
                    emit=emit_mbo,
                    record="MBOMsg",
                    topic=re.compile("mbo"),
                    gives=("OrderBookDeltas", "TradeTick"),
                ),
                Channel(
                    name="ohlcv",
                    payload=Any,
                    emit=emit_ohlcv,
                    record="OHLCVMsg",
                    topic=re.compile("ohlcv\\-(?P<interval>.+?)"),
                    gives=("Bar",),
                ),
                Channel(
                    name="status",
                    payload=Any,
                    emit=emit_status,
                    record="StatusMsg",
                    topic=re.compile("status"),
                    gives=("InstrumentStatus",),
                ),
                Channel(
                    name="statistics",
                    payload=Any,
                    emit=emit_statistics,
                    record="StatMsg",
                    topic=re.compile("statistics"),
                    gives=("DatabentoStatistics",),
                ),
                Channel(
                    name="imbalance",
                    payload=Any,
                    emit=emit_imbalance,
                    record="ImbalanceMsg",
                    topic=re.compile("imbalance"),
                    gives=("DatabentoImbalance",),
                ),
            ),
            replies=(
                Reply(
                    name="greeting",
                    has=("lsg_version",),
                    payload=LiveGreeting,
                    means="connected",
                    read=_read_live_greeting,
                ),
                Reply(
                    name="challenge",
                    has=("cram",),
                    payload=LiveChallenge,
                    means="challenge",
                    read=_read_live_challenge,
                ),
                Reply(
                    name="result",
                    has=("success",),
                    payload=LiveResult,
                    means="authenticated",
                    read=_read_live_result,
                ),
            ),
        ),
    ),
    calls=(
        Call(
            name="list_publishers",
            paths={"": "GET /v0/metadata.list_publishers"},
            payload=list[ListPublishersRow],
            emit=emit_list_publishers,
        ),
        Call(
            name="list_datasets",
            paths={"": "GET /v0/metadata.list_datasets"},
            payload=list[str],
            emit=emit_list_datasets,
        ),
        Call(
            name="list_schemas",
            paths={"": "GET /v0/metadata.list_schemas"},
            payload=list[str],
            emit=emit_list_schemas,
        ),
        Call(
            name="list_fields",
            paths={"": "GET /v0/metadata.list_fields"},
            payload=list[ListFieldsRow],
            emit=emit_list_fields,
        ),
        Call(
            name="list_unit_prices",
            paths={"": "GET /v0/metadata.list_unit_prices"},
            payload=list[ListUnitPricesRow],
            emit=emit_list_unit_prices,
        ),
        Call(
            name="get_dataset_range",
            paths={"": "GET /v0/metadata.get_dataset_range"},
            payload=DatasetRange,
            emit=emit_get_dataset_range,
        ),
        Call(
            name="get_record_count",
            paths={"": "POST /v0/metadata.get_record_count"},
            payload=int,
            emit=emit_get_record_count,
        ),
        Call(
            name="get_billable_size",
            paths={"": "POST /v0/metadata.get_billable_size"},
            payload=int,
            emit=emit_get_billable_size,
        ),
        Call(name="get_cost", paths={"": "POST /v0/metadata.get_cost"}, payload=Decimal, emit=emit_get_cost),
        Call(name="resolve", paths={"": "POST /v0/symbology.resolve"}, payload=Resolution, emit=emit_resolve),
        Call(name="get_range", paths={"": "POST /v0/timeseries.get_range"}, answer="dbn"),
        Call(name="get_trades", paths={"": "POST /v0/timeseries.get_range"}, answer="dbn"),
        Call(name="get_quotes", paths={"": "POST /v0/timeseries.get_range"}, answer="dbn"),
        Call(name="get_depths", paths={"": "POST /v0/timeseries.get_range"}, answer="dbn"),
        Call(name="get_orders", paths={"": "POST /v0/timeseries.get_range"}, answer="dbn"),
        Call(name="get_bars", paths={"": "POST /v0/timeseries.get_range"}, answer="dbn"),
        Call(name="get_statuses", paths={"": "POST /v0/timeseries.get_range"}, answer="dbn"),
        Call(name="get_definitions", paths={"": "POST /v0/timeseries.get_range"}, answer="dbn"),
    ),
    machines={"mbo": _make_mbo},
    snapshots={},
    feeds={"dbn": DbnFiles, "dbn_live": DbnLive},
    fault=Fault(("detail", "case"), ("detail", "message")),
)


class Translator(BaseTranslator):
    """Payloads of Databento to events of the model."""

    tables = TABLES
