"""The interface of the venue alder as it is: HTTP operations and streams. Generated from specs/alder; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Literal

from dragoman.requests.client import BaseClient
from dragoman.requests.streams import BaseStreams

from dragoman_venues.alder.books import Book, GetBookResponse
from dragoman_venues.alder.requests import Requests
from dragoman_venues.alder.translator import TABLES


class HttpClient(BaseClient):
    """HTTP operations of Alder Exchange, one method each, named as the specification does."""

    builder = Requests

    async def get_book(self, *, symbol: str, depth: int | None = None) -> GetBookResponse:
        """The whole book.

        `GET /book`

        depth: 500 where left out.
        Costs: calls 5.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.alder.example/rest#book
        """
        found: GetBookResponse = await self.call(
            "get_book", GetBookResponse, "", {"symbol": symbol, "depth": depth}
        )
        return found


class Streams(BaseStreams):
    """Streams of Alder Exchange, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def book(
        self, *, symbol: str, speed: Literal["fast", "slow"] | None = None
    ) -> AsyncGenerator[Book, None]:
        """Changes of the book.

        speed: "fast" where left out.
        Gives: OrderBookDeltas. https://docs.alder.example/stream#book
        """
        return self.open("book", Book, "spot", {"symbol": symbol, "speed": speed})
