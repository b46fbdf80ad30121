"""Databento: generated from specs/databento; edit that and run `make generate`."""

from dragoman_venues.databento.statistics import DatabentoImbalance, DatabentoStatistics
from dragoman_venues.databento.translator import Translator

NAME = "databento"

__all__ = ["DatabentoImbalance", "DatabentoStatistics", "NAME", "Translator"]
