"""The live adapter of the venue okx. Generated from specs/okx; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.okx.client import HttpClient
from dragoman_venues.okx.requests import Requests
from dragoman_venues.okx.translator import Translator


class Adapter(BaseAdapter):
    """OKX, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
