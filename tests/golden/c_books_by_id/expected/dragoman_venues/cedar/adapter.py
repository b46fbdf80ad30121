"""The live adapter of the venue cedar. Generated from specs/cedar; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.cedar.requests import Requests
from dragoman_venues.cedar.translator import Translator


class Adapter(BaseAdapter):
    """Cedar Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
