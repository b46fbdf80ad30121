"""The request builder of the venue maple. Generated from specs/maple; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.maple.facts import INTERFACE
from dragoman_venues.maple.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Maple Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
