"""The live adapter of the venue bitmex. Generated from specs/bitmex; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.bitmex.client import HttpClient
from dragoman_venues.bitmex.requests import Requests
from dragoman_venues.bitmex.translator import Translator


class Adapter(BaseAdapter):
    """BitMEX, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
