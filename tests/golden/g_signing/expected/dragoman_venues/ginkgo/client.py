"""The interface of the venue ginkgo as it is: HTTP operations and streams. Generated from specs/ginkgo; edit that and run `make generate`."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from decimal import Decimal

from dragoman.requests.client import BaseClient
from dragoman.requests.streams import BaseStreams

from dragoman_venues.ginkgo.calls import Fills, Marks, Opened, Session, Told, Tops
from dragoman_venues.ginkgo.requests import Requests
from dragoman_venues.ginkgo.translator import TABLES


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

    async def open_key(self) -> Opened:
        """Open a listen key.

        `POST /listen`

        Costs: calls 1.
        Signed: key.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.ginkgo.example/listen
        """
        found: Opened = await self.call("open_key", Opened, "", {})
        return found

    async def keep_key(self, *, listenKey: str | None = None) -> Told:
        """Keep a listen key.

        `PUT /listen`

        Costs: calls 1.
        Signed: key.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.ginkgo.example/listen
        """
        found: Told = await self.call("keep_key", Told, "", {"listenKey": listenKey})
        return found

    async def log_in(self, *, code: str) -> Session:
        """Log in.

        `POST /login`

        Costs: calls 1.
        Signed: plain.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.ginkgo.example/login
        """
        found: Session = await self.call("log_in", Session, "", {"code": code})
        return found

    async def with_session(self) -> Told:
        """With a session.

        `GET /session`

        Costs: calls 1.
        Signed: session.
        Raises the errors of `dragoman.errors.HttpError`, and InvalidParameter before anything is sent.
        https://docs.ginkgo.example/session
        """
        found: Told = await self.call("with_session", Told, "", {})
        return found


class Streams(BaseStreams):
    """Streams of Ginkgo Exchange, one subscription a channel; each iteration is a connection of its own."""

    builder = Requests
    tables = TABLES

    def fills(self) -> AsyncGenerator[Fills, None]:
        """fills.

        Gives: TradeTick. https://docs.ginkgo.example/user#fills
        """
        return self.open("fills", Fills, "spot", {})

    def tops(self) -> AsyncGenerator[Tops, None]:
        """tops.

        Gives: QuoteTick. https://docs.ginkgo.example/user#tops
        """
        return self.open("tops", Tops, "spot", {})

    def marks(self, *, symbol: str) -> AsyncGenerator[Marks, None]:
        """marks.

        Gives: MarkPriceUpdate. https://docs.ginkgo.example/gate#marks
        """
        return self.open("marks", Marks, "spot", {"symbol": symbol})
