"""The interface of the venue dogwood as it is: HTTP operations and streams. Generated from specs/dogwood; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from dragoman.requests.client import BaseClient

from dragoman_venues.dogwood.orders import Answer
from dragoman_venues.dogwood.requests import Requests


class HttpClient(BaseClient):
    """HTTP operations of Dogwood Exchange, one method each, named as the specification does."""

    builder = Requests

    async def new_order(
        self,
        *,
        market: Literal["spot", "swap"],
        symbol: str,
        way: Literal["buy", "sell"],
        kind: Literal["limit", "market", "stop"],
        size: Decimal,
        life: Literal["day", "now", "all", "maker"] | None = None,
        limit: Decimal | None = None,
        trip: Decimal | None = None,
        above: bool | None = None,
        close: bool | None = None,
        tag: str | None = None,
    ) -> Answer:
        """Send an order.

        `POST /orders`

        Costs: orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.dogwood.example/orders#new
        """
        found: Answer = await self.call(
            "new_order",
            Answer,
            "",
            {
                "market": market,
                "symbol": symbol,
                "way": way,
                "kind": kind,
                "life": life,
                "size": size,
                "limit": limit,
                "trip": trip,
                "above": above,
                "close": close,
                "tag": tag,
            },
        )
        return found

    async def new_pair(
        self,
        *,
        market: Literal["spot", "swap"],
        symbol: str,
        way: Literal["buy", "sell"],
        kind: Literal["limit", "market", "stop"],
        size: Decimal,
        life: Literal["day", "now", "all", "maker"] | None = None,
        limit: Decimal | None = None,
        trip: Decimal | None = None,
        above: bool | None = None,
        close: bool | None = None,
        tag: str | None = None,
    ) -> Answer:
        """Send two orders of which one cancels the other, as one.

        `POST /orders/pair`

        Costs: orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.dogwood.example/orders#pair
        """
        found: Answer = await self.call(
            "new_pair",
            Answer,
            "",
            {
                "market": market,
                "symbol": symbol,
                "way": way,
                "kind": kind,
                "life": life,
                "size": size,
                "limit": limit,
                "trip": trip,
                "above": above,
                "close": close,
                "tag": tag,
            },
        )
        return found

    async def drop_order(
        self,
        *,
        product: Literal["spot", "swap"],
        symbol: str,
        order: str | None = None,
        tag: str | None = None,
    ) -> Answer:
        """Withdraw an order.

        `POST /orders/drop`

        Costs: orders 1.
        Signed: signed.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.dogwood.example/orders#drop
        """
        found: Answer = await self.call(
            "drop_order", Answer, product, {"symbol": symbol, "order": order, "tag": tag}
        )
        return found
