"""The request builder of the venue betfair. Generated from specs/betfair; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.betfair.facts import INTERFACE
from dragoman_venues.betfair.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Betfair Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
