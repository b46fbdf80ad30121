"""The request builder of the venue ivy. Generated from specs/ivy; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.ivy.facts import INTERFACE
from dragoman_venues.ivy.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Ivy Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
