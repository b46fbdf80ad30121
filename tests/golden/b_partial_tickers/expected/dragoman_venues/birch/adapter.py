"""The live adapter of the venue birch. Generated from specs/birch; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.birch.requests import Requests
from dragoman_venues.birch.translator import Translator


class Adapter(BaseAdapter):
    """Birch Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
