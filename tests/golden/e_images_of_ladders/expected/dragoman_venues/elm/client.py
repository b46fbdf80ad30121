"""The interface of the venue elm as it is: HTTP operations and streams. Generated from specs/elm; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence

from dragoman.requests.streams import BaseStreams

from dragoman_venues.elm.books import Books
from dragoman_venues.elm.requests import Requests
from dragoman_venues.elm.translator import TABLES


class Streams(BaseStreams):
    """Streams of Elm Totes, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def books(self, *, market: Sequence[str]) -> AsyncGenerator[Books, None]:
        """Books and trades of markets.

        Gives: OrderBookDeltas, TradeTick. https://docs.elm.example/stream#book
        """
        return self.open("books", Books, "outcome", {"market": market})
