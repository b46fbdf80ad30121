"""The live adapter of the venue hazel. Generated from specs/hazel; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.hazel.client import HttpClient
from dragoman_venues.hazel.requests import Requests
from dragoman_venues.hazel.translator import Translator


class Adapter(BaseAdapter):
    """Hazel Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
