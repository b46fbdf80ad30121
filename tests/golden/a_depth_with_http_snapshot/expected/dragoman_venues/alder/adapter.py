"""The live adapter of the venue alder. Generated from specs/alder; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.alder.client import HttpClient
from dragoman_venues.alder.requests import Requests
from dragoman_venues.alder.translator import Translator


class Adapter(BaseAdapter):
    """Alder Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
