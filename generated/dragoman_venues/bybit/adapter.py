"""The live adapter of the venue bybit. Generated from specs/bybit; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.bybit.client import HttpClient
from dragoman_venues.bybit.requests import Requests
from dragoman_venues.bybit.translator import Translator


class Adapter(BaseAdapter):
    """Bybit, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
