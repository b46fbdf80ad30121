"""The request builder of the venue okx. Generated from specs/okx; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.okx.facts import INTERFACE
from dragoman_venues.okx.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of OKX to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
