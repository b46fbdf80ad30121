"""The live adapter of the venue binance. Generated from specs/binance; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.binance.client import HttpClient
from dragoman_venues.binance.requests import Requests
from dragoman_venues.binance.translator import Translator


class Adapter(BaseAdapter):
    """Binance, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
