"""The live adapter of the venue larch. Generated from specs/larch; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.larch.client import HttpClient
from dragoman_venues.larch.requests import Requests
from dragoman_venues.larch.translator import Translator


class Adapter(BaseAdapter):
    """Larch Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
    client_type = HttpClient
