"""The live adapter of the venue fern. Generated from specs/fern; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.fern.requests import Requests
from dragoman_venues.fern.translator import Translator


class Adapter(BaseAdapter):
    """Fern, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
