"""The interface of the venue betfair as it is: HTTP operations and streams. Generated from specs/betfair; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence

from dragoman.requests.client import BaseClient
from dragoman.requests.streams import BaseStreams

from dragoman_venues.betfair.catalogue import KeepAliveAnswer, LoginAnswer, MarketCatalogue, MarketFilter
from dragoman_venues.betfair.markets import MarketChanges
from dragoman_venues.betfair.requests import Requests
from dragoman_venues.betfair.translator import TABLES


class HttpClient(BaseClient):
    """HTTP operations of Betfair Exchange, one method each, named as the specification does."""

    builder = Requests

    async def listMarketCatalogue(
        self,
        *,
        filter: MarketFilter,
        marketProjection: Sequence[str] | None = None,
        sort: str | None = None,
        maxResults: int | None = None,
        locale: str | None = None,
    ) -> MarketCatalogue | list[MarketCatalogue]:
        """Markets and their runners.

        `POST /exchange/betting/json-rpc/v1`

        marketProjection: ["COMPETITION", "EVENT", "EVENT_TYPE", "MARKET_START_TIME", "MARKET_DESCRIPTION", "RUNNER_DESCRIPTION"] where left out; What to tell of each market; the venue weighs each kind, at most 200 points a request.
        maxResults: from 1 to 1000; 200 where left out; more than 200 only without MARKET_DESCRIPTION and RUNNER_METADATA, which weigh a point a market.
        Costs: general 1.
        Signed: session.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/listMarketCatalogue
        """
        found: MarketCatalogue | list[MarketCatalogue] = await self.call(
            "listMarketCatalogue",
            MarketCatalogue | list[MarketCatalogue],
            "",
            {
                "filter": filter,
                "marketProjection": marketProjection,
                "sort": sort,
                "maxResults": maxResults,
                "locale": locale,
            },
        )
        return found

    async def certlogin(self, *, username: str, password: str) -> LoginAnswer:
        """Log in with a client certificate.

        `POST /api/certlogin`

        Costs: logins 1.
        Signed: application.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Non-Interactive+%28bot%29+login
        """
        found: LoginAnswer = await self.call(
            "certlogin", LoginAnswer, "", {"username": username, "password": password}
        )
        return found

    async def keepAlive(self) -> KeepAliveAnswer:
        """Keep the session alive.

        `POST /api/keepAlive`

        Costs: logins 1.
        Signed: session.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Keep+Alive
        """
        found: KeepAliveAnswer = await self.call("keepAlive", KeepAliveAnswer, "", {})
        return found


class Streams(BaseStreams):
    """Streams of Betfair Exchange, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def market_changes(self, *, market_id: Sequence[str]) -> AsyncGenerator[MarketChanges, None]:
        """Books, trades, tickers and definitions of markets.

        Gives: BettingInstrument, InstrumentStatus, InstrumentClose, BetfairStartingPrice, OrderBookDeltas, TradeTick, BetfairTicker, BetfairBspBookDelta, BetfairSequenceCompleted. https://docs.developer.betfair.com/display/1smk3cen4v3lu3yomq5qye0ni/Exchange+Stream+API
        """
        return self.open("market_changes", MarketChanges, "exchange", {"market_id": market_id})
