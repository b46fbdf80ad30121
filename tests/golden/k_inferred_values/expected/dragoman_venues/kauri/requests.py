"""The request builder of the venue kauri. Generated from specs/kauri; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.kauri.facts import INTERFACE
from dragoman_venues.kauri.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Kauri Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
