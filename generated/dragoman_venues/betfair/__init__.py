"""Betfair Exchange: generated from specs/betfair; edit that and run `make generate`."""

from dragoman_venues.betfair.data_types import (
    BetfairBspBookDelta,
    BetfairSequenceCompleted,
    BetfairStartingPrice,
    BetfairTicker,
)
from dragoman_venues.betfair.races import BetfairRaceProgress, BetfairRaceRunnerData
from dragoman_venues.betfair.translator import Translator

NAME = "betfair"

__all__ = [
    "BetfairBspBookDelta",
    "BetfairRaceProgress",
    "BetfairRaceRunnerData",
    "BetfairSequenceCompleted",
    "BetfairStartingPrice",
    "BetfairTicker",
    "NAME",
    "Translator",
]
