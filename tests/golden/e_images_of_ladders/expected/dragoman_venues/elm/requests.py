"""The request builder of the venue elm. Generated from specs/elm; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.builder import Requests as BaseRequests

from dragoman_venues.elm.facts import INTERFACE
from dragoman_venues.elm.symbology import PRODUCTS


class Requests(BaseRequests):
    """Actions of Elm Totes to signed requests and frames."""

    interface = INTERFACE
    products = PRODUCTS
