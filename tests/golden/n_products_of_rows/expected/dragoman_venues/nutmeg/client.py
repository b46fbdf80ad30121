"""The interface of the venue nutmeg as it is: HTTP operations and streams. Generated from specs/nutmeg; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Literal

from dragoman.requests.client import BaseClient
from dragoman.requests.streams import BaseStreams

from dragoman_venues.nutmeg.live import Fills, Marks, Wallet
from dragoman_venues.nutmeg.requests import Requests
from dragoman_venues.nutmeg.translator import TABLES
from dragoman_venues.nutmeg.venue import Last, Mean


class HttpClient(BaseClient):
    """HTTP operations of Nutmeg Exchange, one method each, named as the specification does."""

    builder = Requests

    async def get_last(self, *, product: Literal["spot", "swap"], symbol: str | None = None) -> Last:
        """Last price, where each product has it.

        spot: `GET /spot/last`
        swap: `GET /swap/v2/last`

        Costs: calls 2.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.nutmeg.example/rest#last
        """
        found: Last = await self.call("get_last", Last, product, {"symbol": symbol})
        return found

    async def get_mean(self, *, product: Literal["spot", "swap"], symbol: str | None = None) -> Mean:
        """Mean price of a day, which counts more for a swap.

        spot: `GET /spot/mean`
        swap: `GET /swap/v1/mean`

        Costs: calls (by its parameters).
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.nutmeg.example/rest#mean
        """
        found: Mean = await self.call("get_mean", Mean, product, {"symbol": symbol})
        return found


class Streams(BaseStreams):
    """Streams of Nutmeg Exchange, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def marks(self, *, product: Literal["spot", "swap"], symbol: str) -> AsyncGenerator[Marks, None]:
        """Marks of one product, known by its socket.

        Gives: MarkPriceUpdate. https://docs.nutmeg.example/stream#marks
        """
        return self.open("marks", Marks, product, {"symbol": symbol})

    def fills(self, *, product: Literal["spot", "swap"]) -> AsyncGenerator[Fills, None]:
        """Fills of every product, each row says of which.

        Gives: FillReport. https://docs.nutmeg.example/own#fills
        """
        return self.open("fills", Fills, product, {})

    def wallet(self, *, product: Literal["spot", "swap"]) -> AsyncGenerator[Wallet, None]:
        """Balances, of no product.

        Gives: AccountState. https://docs.nutmeg.example/own#wallet
        """
        return self.open("wallet", Wallet, product, {})
