"""The interface of the venue hazel as it is: HTTP operations and streams. Generated from specs/hazel; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.client import BaseClient

from dragoman_venues.hazel.requests import Requests
from dragoman_venues.hazel.state import ListMarketsResponse


class HttpClient(BaseClient):
    """HTTP operations of Hazel Exchange, one method each, named as the specification does."""

    builder = Requests

    async def list_markets(self, *, group: str | None = None) -> ListMarketsResponse:
        """Markets and their states.

        `GET /markets`

        Costs: calls 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.hazel.example/rest#markets
        """
        found: ListMarketsResponse = await self.call(
            "list_markets", ListMarketsResponse, "", {"group": group}
        )
        return found
