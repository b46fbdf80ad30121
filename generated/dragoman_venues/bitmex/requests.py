"""The request builder of the venue bitmex. Generated from specs/bitmex; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.bitmex.facts import INTERFACE
from dragoman_venues.bitmex.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of BitMEX to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
