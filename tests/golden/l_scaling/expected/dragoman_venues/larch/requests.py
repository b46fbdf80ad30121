"""The request builder of the venue larch. Generated from specs/larch; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.larch.facts import INTERFACE
from dragoman_venues.larch.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Larch Exchange to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
