"""The live adapter of the venue dogwood. Generated from specs/dogwood; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.dogwood.client import HttpClient
from dragoman_venues.dogwood.requests import Requests
from dragoman_venues.dogwood.translator import Translator


class Adapter(BaseAdapter):
    """Dogwood Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
