"""The interface of the venue ginkgo as it is: HTTP operations and streams. Generated from specs/ginkgo; edit that and run `make generate`."""

from __future__ import annotations

from decimal import Decimal

from dragoman.requests.client import BaseClient

from dragoman_venues.ginkgo.calls import Told
from dragoman_venues.ginkgo.requests import Requests


class HttpClient(BaseClient):
    """HTTP operations of Ginkgo Exchange, one method each, named as the specification does."""

    builder = Requests

    async def with_key(self, *, symbol: str | None = None, depth: int | None = None) -> Told:
        """A key alone.

        `GET /key`

        Costs: calls 1.
        Signed: key.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.ginkgo.example/auth#key
        """
        found: Told = await self.call("with_key", Told, "", {"symbol": symbol, "depth": depth})
        return found

    async def with_query(self, *, symbol: str | None = None, note: str | None = None) -> Told:
        """Signed query.

        `GET /query`

        Costs: calls 1.
        Signed: query.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.ginkgo.example/auth#query
        """
        found: Told = await self.call("with_query", Told, "", {"symbol": symbol, "note": note})
        return found

    async def with_header(
        self, *, symbol: str | None = None, size: Decimal | None = None, live: bool | None = None
    ) -> Told:
        """Signed header over a body.

        `POST /header`

        Costs: calls 1.
        Signed: header.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.ginkgo.example/auth#header
        """
        found: Told = await self.call("with_header", Told, "", {"symbol": symbol, "size": size, "live": live})
        return found

    async def with_curve(self, *, symbol: str | None = None) -> Told:
        """Signed by a key pair.

        `POST /curve`

        Costs: calls 1.
        Signed: curve.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.ginkgo.example/auth#curve
        """
        found: Told = await self.call("with_curve", Told, "", {"symbol": symbol})
        return found

    async def with_name(self) -> Told:
        """Name and password.

        `GET /name`

        Costs: calls 1.
        Signed: plain.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.ginkgo.example/auth#plain
        """
        found: Told = await self.call("with_name", Told, "", {})
        return found
