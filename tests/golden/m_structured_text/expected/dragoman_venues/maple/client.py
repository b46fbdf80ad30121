"""The interface of the venue maple as it is: HTTP operations and streams. Generated from specs/maple; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Literal

from dragoman.requests.client import BaseClient
from dragoman.requests.streams import BaseStreams

from dragoman_venues.maple.requests import Requests
from dragoman_venues.maple.texts import (
    Candles,
    GetAssetsResponse,
    GetLastResponse,
    GetOptionsResponse,
    Interval,
    PairRow,
)
from dragoman_venues.maple.translator import TABLES


class HttpClient(BaseClient):
    """HTTP operations of Maple Exchange, one method each, named as the specification does."""

    builder = Requests

    async def get_pairs(self) -> PairRow | list[PairRow]:
        """Pairs with their filters in a tagged list.

        `GET /pairs`

        Costs: calls 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.maple.example/rest#pairs
        """
        found: PairRow | list[PairRow] = await self.call("get_pairs", PairRow | list[PairRow], "", {})
        return found

    async def get_options(self) -> GetOptionsResponse:
        """Options, described by their symbols.

        `GET /options`

        Costs: calls 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.maple.example/rest#options
        """
        found: GetOptionsResponse = await self.call("get_options", GetOptionsResponse, "", {})
        return found

    async def get_last(self, *, symbol: str) -> GetLastResponse:
        """The last price, in a body that names no symbol.

        `GET /last`

        Costs: calls 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.maple.example/rest#last
        """
        found: GetLastResponse = await self.call("get_last", GetLastResponse, "", {"symbol": symbol})
        return found

    async def get_assets(self) -> GetAssetsResponse:
        """Assets by their names.

        `GET /assets`

        Costs: calls 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.maple.example/rest#assets
        """
        found: GetAssetsResponse = await self.call("get_assets", GetAssetsResponse, "", {})
        return found


class Streams(BaseStreams):
    """Streams of Maple Exchange, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def candles(
        self, *, product: Literal["spot", "option"], interval: Interval | None = None
    ) -> AsyncGenerator[Candles, None]:
        """Bars, whose interval is in the name of the channel.

        interval: "1m" where left out.
        Gives: Bar. https://docs.maple.example/stream#candles
        """
        return self.open("candles", Candles, product, {"interval": interval})
