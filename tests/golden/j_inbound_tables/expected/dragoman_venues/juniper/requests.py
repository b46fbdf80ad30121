"""The request builder of the venue juniper. Generated from specs/juniper; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.juniper.facts import INTERFACE
from dragoman_venues.juniper.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Juniper Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
