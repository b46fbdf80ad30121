"""The live adapter of the venue kauri. Generated from specs/kauri; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.kauri.requests import Requests
from dragoman_venues.kauri.translator import Translator


class Adapter(BaseAdapter):
    """Kauri Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
