"""The live adapter of the venue databento. Generated from specs/databento; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.databento.client import HttpClient
from dragoman_venues.databento.requests import Requests
from dragoman_venues.databento.translator import Translator


class Adapter(BaseAdapter):
    """Databento, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
