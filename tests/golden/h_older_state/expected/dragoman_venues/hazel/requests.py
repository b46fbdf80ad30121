"""The request builder of the venue hazel. Generated from specs/hazel; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.hazel.facts import INTERFACE
from dragoman_venues.hazel.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Hazel Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
