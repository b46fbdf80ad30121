"""The request builder of the venue fern. Generated from specs/fern; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.fern.facts import INTERFACE
from dragoman_venues.fern.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Fern to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
