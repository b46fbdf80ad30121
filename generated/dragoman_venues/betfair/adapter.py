"""The live adapter of the venue betfair. Generated from specs/betfair; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.betfair.client import HttpClient
from dragoman_venues.betfair.requests import Requests
from dragoman_venues.betfair.translator import Translator


class Adapter(BaseAdapter):
    """Betfair Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
