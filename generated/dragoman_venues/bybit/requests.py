"""The request builder of the venue bybit. Generated from specs/bybit; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.bybit.facts import INTERFACE
from dragoman_venues.bybit.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Bybit to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
