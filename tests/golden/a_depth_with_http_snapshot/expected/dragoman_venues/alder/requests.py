"""The request builder of the venue alder. Generated from specs/alder; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.alder.facts import INTERFACE
from dragoman_venues.alder.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Alder Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
