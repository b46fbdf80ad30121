"""The request builder of the venue cedar. Generated from specs/cedar; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.cedar.facts import INTERFACE
from dragoman_venues.cedar.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Cedar Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
