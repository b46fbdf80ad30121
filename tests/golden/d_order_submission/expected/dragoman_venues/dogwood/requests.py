"""The request builder of the venue dogwood. Generated from specs/dogwood; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.dogwood.facts import INTERFACE
from dragoman_venues.dogwood.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Dogwood Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
