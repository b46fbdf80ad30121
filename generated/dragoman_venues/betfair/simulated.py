"""What only a simulation of the venue betfair has to know. Generated from specs/betfair; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.simulate.facts import At, Form, Made
from dragoman.simulate.images.facts import Nested, Selected, Simulated, Tree, Understood

from dragoman_venues.betfair.catalogue import CatalogueRunner, MarketCatalogue, MarketDescription, SportEvent
from dragoman_venues.betfair.markets import (
    DefinedRunner,
    MarketChanges,
    MarketDefinition,
    RunnerChange,
    StartingPriceLevel,
)

SIMULATED = Simulated(
    trees={
        "market_changes": Tree(
            payload=MarketChanges,
            connection="stream",
            parents="markets",
            children="runner_changes",
            image=("image", (True, False)),
            ladders=(
                ("atb", "BUY", "price"),
                ("atl", "SELL", "price"),
                ("batb", "BUY", "level"),
                ("batl", "SELL", "level"),
                ("bdatb", "BUY", "level"),
                ("bdatl", "SELL", "level"),
            ),
            totals=("trd",),
            numbers=True,
            tokens={"initialClk": "initial_clock", "clk": "clock"},
            time="published_ms",
            keys={
                "instrument.0": "markets[].market_id",
                "instrument.1": "markets[].runner_changes[].selection_id",
                "instrument.2": "markets[].runner_changes[].handicap",
            },
            defined=Nested(
                MarketChanges,
                (
                    Made(
                        "BettingInstrument",
                        {
                            "market_id": "markets[].market_id",
                            "market_name": "markets[].definition.market_name",
                            "market_type": "markets[].definition.market_type",
                            "market_start_time": "markets[].definition.market_time",
                            "betting_type": "markets[].definition.betting_type",
                            "event_id": "markets[].definition.event_id",
                            "event_name": "markets[].definition.event_name",
                            "event_type_id": "markets[].definition.event_type_id",
                            "event_country_code": "markets[].definition.country_code",
                            "event_open_date": "markets[].definition.open_date",
                            "selection_id": "markets[].definition.runners[].selection_id",
                            "selection_name": "markets[].definition.runners[].runner_name",
                            "selection_handicap": "markets[].definition.runners[].handicap",
                            "maker_fee": At("markets[].definition.base_rate", ("div:100",)),
                            "taker_fee": At("markets[].definition.base_rate", ("div:100",)),
                            "ts_event": "published_ms",
                            "instrument.0": "markets[].market_id",
                            "instrument.1": "markets[].definition.runners[].selection_id",
                            "instrument.2": "markets[].definition.runners[].handicap",
                        },
                        consts={
                            "price_precision": 2,
                            "size_precision": 2,
                            "margin_init": 1,
                            "margin_maint": 1,
                        },
                    ),
                    Made(
                        "InstrumentStatus",
                        {
                            "ts_event": "published_ms",
                            "instrument.0": "markets[].market_id",
                            "instrument.1": "markets[].definition.runners[].selection_id",
                            "instrument.2": "markets[].definition.runners[].handicap",
                        },
                    ),
                    Made(
                        "InstrumentClose",
                        {
                            "ts_event": "published_ms",
                            "instrument.0": "markets[].market_id",
                            "instrument.1": "markets[].definition.runners[].selection_id",
                            "instrument.2": "markets[].definition.runners[].handicap",
                        },
                        consts={"close_type": "CONTRACT_EXPIRED"},
                    ),
                ),
                "markets[].definition.runners[].",
                tries={
                    "markets[].definition.status": ("INACTIVE", "OPEN", "SUSPENDED", "CLOSED"),
                    "markets[].definition.runners[].runner_status": (
                        "ACTIVE",
                        "WINNER",
                        "LOSER",
                        "PLACED",
                        "REMOVED_VACANT",
                        "REMOVED",
                        "HIDDEN",
                    ),
                    "markets[].definition.in_play": (True, False),
                },
            ),
            about="request_id",
            begins=("initialClk",),
            last="last_price",
            volume="volume",
            says={
                "image": {"change_type": "SUB_IMAGE"},
                "resumed": {"change_type": "RESUB_DELTA"},
                "heartbeat": {"change_type": "HEARTBEAT"},
                "first": {"segment": "SEG_START"},
                "middle": {"segment": "SEG"},
                "last": {"segment": "SEG_END"},
            },
        )
    },
    nested={
        "listMarketCatalogue": Nested(
            MarketCatalogue | list[MarketCatalogue],
            (
                Made(
                    "BettingInstrument",
                    {
                        "market_id": "[].market_id",
                        "market_name": "[].market_name",
                        "market_type": "[].description.market_type",
                        "market_start_time": "[].start_time",
                        "betting_type": "[].description.betting_type",
                        "event_id": "[].event.event_id",
                        "event_name": "[].event.event_name",
                        "event_country_code": "[].event.country_code",
                        "event_open_date": "[].event.open_date",
                        "event_type_id": "[].event_type.event_type_id",
                        "event_type_name": "[].event_type.event_type_name",
                        "competition_id": "[].competition.competition_id",
                        "competition_name": "[].competition.competition_name",
                        "selection_id": "[].runners[].selection_id",
                        "selection_name": "[].runners[].runner_name",
                        "selection_handicap": "[].runners[].handicap",
                        "maker_fee": At("[].description.base_rate", ("div:100",)),
                        "taker_fee": At("[].description.base_rate", ("div:100",)),
                        "instrument.0": "[].market_id",
                        "instrument.1": "[].runners[].selection_id",
                        "instrument.2": "[].runners[].handicap",
                    },
                    consts={"price_precision": 2, "size_precision": 2, "margin_init": 1, "margin_maint": 1},
                ),
            ),
            "[].runners[].",
        )
    },
    understood={
        "stream": Understood(
            criteria={
                "marketFilter.marketIds": "market_id",
                "marketFilter.eventIds": "event_id",
                "marketFilter.eventTypeIds": "event_type_id",
                "marketFilter.countryCodes": "event_country_code",
                "marketFilter.bettingTypes": "betting_type",
                "marketFilter.marketTypes": "market_type",
            },
            fields=Selected(
                "marketDataFilter.fields",
                {
                    "EX_BEST_OFFERS": ("batb", "batl"),
                    "EX_BEST_OFFERS_DISP": ("bdatb", "bdatl"),
                    "EX_ALL_OFFERS": ("atb", "atl"),
                    "EX_TRADED": ("trd",),
                    "EX_TRADED_VOL": ("tv",),
                    "EX_LTP": ("ltp",),
                    "EX_MARKET_DEF": ("marketDefinition",),
                    "SP_TRADED": ("spb", "spl"),
                    "SP_PROJECTED": ("spn", "spf"),
                },
            ),
            levels="marketDataFilter.ladderLevels",
            heartbeat_ms="heartbeatMs",
            conflate_ms="conflateMs",
            segmented="segmentationEnabled",
            closes="connectionClosed",
        )
    },
    queries={
        "listMarketCatalogue": {
            "filter.marketIds": "market_id",
            "filter.eventIds": "event_id",
            "filter.eventTypeIds": "event_type_id",
            "filter.marketCountries": "event_country_code",
            "filter.marketBettingTypes": "betting_type",
            "filter.marketTypeCodes": "market_type",
        }
    },
    logins={
        "session": ({"loginStatus": "SUCCESS"}, {"loginStatus": "INVALID_USERNAME_OR_PASSWORD"}, "token")
    },
    ladders={
        "exchange": (
            ("1.01", "2", "0.01"),
            ("2", "3", "0.02"),
            ("3", "4", "0.05"),
            ("4", "6", "0.1"),
            ("6", "10", "0.2"),
            ("10", "20", "0.5"),
            ("20", "30", "1"),
            ("30", "50", "2"),
            ("50", "100", "5"),
            ("100", "1000", "10"),
        )
    },
    forms={
        CatalogueRunner: {"handicap": Form("number")},
        DefinedRunner: {
            "handicap": Form("number"),
            "runner_status": Form(
                "one_of", ("ACTIVE", "WINNER", "LOSER", "PLACED", "REMOVED_VACANT", "REMOVED", "HIDDEN")
            ),
        },
        MarketCatalogue: {"start_time": Form("iso"), "total_matched": Form("number")},
        MarketChanges: {
            "published_ms": Form("time", 1_000_000),
            "change_type": Form("one_of", ("SUB_IMAGE", "RESUB_DELTA", "HEARTBEAT")),
            "segment": Form("one_of", ("SEG_START", "SEG", "SEG_END")),
        },
        MarketDefinition: {
            "market_time": Form("iso"),
            "open_date": Form("iso"),
            "base_rate": Form("number"),
            "status": Form("one_of", ("INACTIVE", "OPEN", "SUSPENDED", "CLOSED")),
        },
        MarketDescription: {"market_time": Form("iso"), "base_rate": Form("number")},
        RunnerChange: {"handicap": Form("number")},
        SportEvent: {"open_date": Form("iso")},
        StartingPriceLevel: {"level_price": Form("number"), "level_size": Form("number")},
    },
    usual={
        CatalogueRunner: {"sortPriority": 1},
        DefinedRunner: {"sortPriority": 1},
        MarketCatalogue: {"totalMatched": 0},
        MarketDefinition: {
            "betDelay": 5,
            "bspMarket": False,
            "bspReconciled": False,
            "complete": True,
            "crossMatching": True,
            "discountAllowed": True,
            "numberOfActiveRunners": 2,
            "numberOfWinners": 1,
            "persistenceEnabled": True,
            "regulators": ["MR_INT"],
            "runnersVoidable": False,
            "suspendTime": "$marketTime",
            "timezone": "Europe/London",
            "turnInPlayEnabled": True,
            "version": 1,
        },
        MarketDescription: {
            "persistenceEnabled": True,
            "bspMarket": False,
            "suspendTime": "$marketTime",
            "turnInPlayEnabled": True,
            "regulator": "MR_INT",
            "discountAllowed": True,
            "wallet": "UK wallet",
            "rules": "",
            "rulesHasDate": True,
        },
        SportEvent: {"timezone": "Europe/London"},
    },
)
