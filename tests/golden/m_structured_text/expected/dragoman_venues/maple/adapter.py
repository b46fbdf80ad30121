"""The live adapter of the venue maple. Generated from specs/maple; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.maple.client import HttpClient
from dragoman_venues.maple.requests import Requests
from dragoman_venues.maple.translator import Translator


class Adapter(BaseAdapter):
    """Maple Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
