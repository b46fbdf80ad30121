"""The interface of the venue sedge as it is: HTTP operations and streams. Generated from specs/sedge; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.requests.client import BaseClient

from dragoman_venues.sedge.market import Answer
from dragoman_venues.sedge.requests import Requests


class HttpClient(BaseClient):
    """HTTP operations of Sedge Bond Market, one method each, named as the specification does."""

    builder = Requests

    async def new_order(self, *, symbol: str, way: str, qty: Decimal, px: str | None = None) -> Answer:
        """Send an order.

        `POST /orders`

        Costs: orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.sedge.example/orders#new
        """
        found: Answer = await self.call(
            "new_order", Answer, "", {"symbol": symbol, "way": way, "qty": qty, "px": px}
        )
        return found
