"""The interface of the venue aspen as it is: HTTP operations and streams. Generated from specs/aspen; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Literal

from dragoman.requests.streams import BaseStreams

from dragoman_venues.aspen.books import Books, FlatBook
from dragoman_venues.aspen.requests import Requests
from dragoman_venues.aspen.translator import TABLES


class Streams(BaseStreams):
    """Streams of Aspen Exchange, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def books(self) -> AsyncGenerator[Books, None]:
        """The book by rows of one message.

        Gives: OrderBookDeltas. https://docs.aspen.example/stream#books
        """
        return self.open("books", Books, "swap", {})

    def flat_book(
        self, *, symbol: str, depth: Literal[1, 50] | None = None
    ) -> AsyncGenerator[FlatBook, None]:
        """The book, one change a message.

        depth: 50 where left out.
        Gives: OrderBookDeltas. https://docs.aspen.example/flat#book
        """
        return self.open("flat_book", FlatBook, "swap", {"symbol": symbol, "depth": depth})
