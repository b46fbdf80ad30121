"""The live adapter of the venue nutmeg. Generated from specs/nutmeg; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.nutmeg.client import HttpClient
from dragoman_venues.nutmeg.requests import Requests
from dragoman_venues.nutmeg.translator import Translator


class Adapter(BaseAdapter):
    """Nutmeg Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
