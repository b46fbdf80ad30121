"""The request builder of the venue birch. Generated from specs/birch; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.birch.facts import INTERFACE
from dragoman_venues.birch.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Birch Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
