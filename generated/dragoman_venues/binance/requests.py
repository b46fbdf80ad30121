"""The request builder of the venue binance. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.binance.facts import INTERFACE
from dragoman_venues.binance.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Binance to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
