"""The live adapter of the venue sedge. Generated from specs/sedge; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.sedge.client import HttpClient
from dragoman_venues.sedge.requests import Requests
from dragoman_venues.sedge.translator import Translator


class Adapter(BaseAdapter):
    """Sedge Bond Market, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
