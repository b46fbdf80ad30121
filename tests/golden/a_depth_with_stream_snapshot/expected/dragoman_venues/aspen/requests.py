"""The request builder of the venue aspen. Generated from specs/aspen; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.aspen.facts import INTERFACE
from dragoman_venues.aspen.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Aspen Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
