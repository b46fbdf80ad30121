"""The request builder of the venue sedge. Generated from specs/sedge; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.sedge.facts import INTERFACE
from dragoman_venues.sedge.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Sedge Bond Market to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
