"""The live adapter of the venue aspen. Generated from specs/aspen; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.aspen.requests import Requests
from dragoman_venues.aspen.translator import Translator


class Adapter(BaseAdapter):
    """Aspen Exchange, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
