"""The live adapter of the venue elm. Generated from specs/elm; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.adapter import Adapter as BaseAdapter

from dragoman_venues.elm.requests import Requests
from dragoman_venues.elm.translator import Translator


class Adapter(BaseAdapter):
    """Elm Totes, live: `async with Adapter() as venue: ...`."""

    translator_type = Translator
    requests_type = Requests
