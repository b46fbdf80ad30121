"""The request builder of the venue databento. Generated from specs/databento; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.databento.facts import INTERFACE
from dragoman_venues.databento.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Databento to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
