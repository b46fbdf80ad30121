"""The request builder of the venue nutmeg. Generated from specs/nutmeg; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.nutmeg.facts import INTERFACE
from dragoman_venues.nutmeg.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Nutmeg Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
