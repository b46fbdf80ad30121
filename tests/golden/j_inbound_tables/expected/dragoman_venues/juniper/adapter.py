"""The live adapter of the venue juniper. Generated from specs/juniper; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.juniper.requests import Requests
from dragoman_venues.juniper.translator import Translator


class Adapter(BaseAdapter):
    """Juniper Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
