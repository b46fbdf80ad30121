"""The interface of the venue larch as it is: HTTP operations and streams. Generated from specs/larch; edit that and run `make generate`."""

from __future__ import annotations

from dragoman.requests.client import BaseClient

from dragoman_venues.larch.requests import Requests
from dragoman_venues.larch.units import GetInstrumentsResponse


class HttpClient(BaseClient):
    """HTTP operations of Larch Exchange, one method each, named as the specification does."""

    builder = Requests

    async def get_instruments(self) -> GetInstrumentsResponse:
        """Instruments with the units that they count in.

        `GET /instruments`

        Costs: calls 1.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.larch.example/rest#instruments
        """
        found: GetInstrumentsResponse = await self.call("get_instruments", GetInstrumentsResponse, "", {})
        return found
