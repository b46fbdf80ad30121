"""The live adapter of the venue ginkgo. Generated from specs/ginkgo; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.ginkgo.client import HttpClient
from dragoman_venues.ginkgo.requests import Requests
from dragoman_venues.ginkgo.translator import Translator


class Adapter(BaseAdapter):
    """Ginkgo Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
