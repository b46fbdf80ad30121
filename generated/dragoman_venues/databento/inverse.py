"""Events of the venue databento back to its payloads. Generated from specs/databento; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.simulate.facts import Answered, Form, Inverse, Source

from dragoman_venues.databento.gateway import LiveChallenge, LiveGreeting, LiveResult
from dragoman_venues.databento.historical import (
    DatasetRange,
    ListFieldsRow,
    ListPublishersRow,
    ListUnitPricesRow,
    Resolution,
    ResolvedInterval,
)

INVERSE = Inverse(
    channels={},
    calls={
        "list_publishers": Source(list[ListPublishersRow]),
        "list_datasets": Source(list[str]),
        "list_schemas": Source(list[str]),
        "list_fields": Source(list[ListFieldsRow]),
        "list_unit_prices": Source(list[ListUnitPricesRow]),
        "get_dataset_range": Source(DatasetRange),
        "get_record_count": Source(int),
        "get_billable_size": Source(int),
        "get_cost": Source(Decimal),
        "resolve": Source(Resolution),
    },
    forms={
        DatasetRange: {"start": Form("iso"), "end": Form("iso")},
        ResolvedInterval: {"first_day": Form("date"), "end_day": Form("date")},
    },
    replies={},
    sequences={},
    greetings={
        "live": (
            ("connected", Answered(LiveGreeting, {})),
            ("challenge", Answered(LiveChallenge, {})),
            (
                "authenticated",
                Answered(LiveResult, {"message": ("reason",), "when": ("success",)}, tries=(1,)),
            ),
        ),
    },
    examples={"dataset": ("ESM4.GLBX", "MSFT.XNAS", "SPY   240119P00340000.OPRA", "UD:2E: SG 2500275.GLBX")},
    closed={
        "definition": "its codec is dbn",
        "trades": "its codec is dbn",
        "mbp_1": "its codec is dbn",
        "bbo": "its codec is dbn",
        "cbbo": "its codec is dbn",
        "cmbp_1": "its codec is dbn",
        "mbp_10": "its codec is dbn",
        "mbo": "its codec is dbn",
        "ohlcv": "its codec is dbn",
        "status": "its codec is dbn",
        "statistics": "its codec is dbn",
        "imbalance": "its codec is dbn",
    },
)
