"""The live adapter of the venue ivy. Generated from specs/ivy; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.ivy.requests import Requests
from dragoman_venues.ivy.translator import Translator


class Adapter(BaseAdapter):
    """Ivy Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
