"""The request builder of the venue ginkgo. Generated from specs/ginkgo; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.ginkgo.facts import INTERFACE
from dragoman_venues.ginkgo.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Ginkgo Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
