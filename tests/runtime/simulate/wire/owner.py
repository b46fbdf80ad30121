"""One account of a real venue's simulation, whose private topics are listened to."""

from __future__ import annotations

from typing import Any

import dragoman
import msgspec
from dragoman.model import CancelOrder, LimitOrder, OrderSide, StopMarketOrder
from dragoman.simulate.links import Link

from tests.runtime.simulate.wire.desk import NOW, Client, said


class Owner(Client):
    """One account of one product, whose private topics are listened to."""

    def __init__(self, venue: str, product: str, connection: str = "private", **options: Any) -> None:
        super().__init__(dragoman.load(venue), products=[product], partial=True, **options)
        self.product = product
        self.line = next(iter(self.core.markets[product].lines.values()))
        self.symbol = self.line.instrument.raw_symbol
        self.link = self.logged_on(connection)

    def logged_on(self, connection: str) -> Link:
        stream = self.interface.streams[connection]
        if stream.login_frame is None:
            token = self.core.trading.keyring.token(stream.login, "simulated", NOW)
            return self.core.connect(connection, self.product, f"/ws/{token}")
        link = self.core.connect(connection, self.product, "/private")
        requests = self.venue.requests(
            credentials=self.secrets, instruments=self.instruments, clock=lambda: NOW
        )
        self.core.receive(link, requests.login(connection=connection).data, NOW)
        return link

    def listens(self, frame: Any, link: Link | None = None) -> list[Any]:
        """What comes at once after a subscription."""
        told = self.core.receive(link or self.link, msgspec.json.encode(frame), NOW)
        return [msgspec.json.decode(each) for each in told]

    def sends(self, kind: Any = LimitOrder, away: int = -200, **terms: Any) -> Any:
        """The answer to an order; a limit lies so many ticks from the side that it trades with."""
        known: dict[str, Any] = {"instrument_id": self.line.instrument_id, "order_side": OrderSide.BUY}
        known["quantity"] = self.line.size(400)
        if kind is LimitOrder:
            known["price"] = self.line.price(self.line.best[1] + away)
        if kind is StopMarketOrder:
            known["trigger_price"] = self.line.price(self.line.best[1] + 500)
        return said(self.ask("submit_order", order=kind(**{**known, **terms})))

    def cancels(self, name: str) -> Any:
        wanted = CancelOrder(instrument_id=self.line.instrument_id, client_order_id=name)
        return said(self.ask("cancel_order", order=wanted))

    def rows(self, topic: str, *names: str) -> list[tuple[Any, ...]]:
        """Fields of the messages of a topic since, a tuple for each row."""
        found = []
        for _, message in self.heard():
            body = message.get("event", message)
            about = (body.get("topic"), body.get("table"), body.get("e"), body.get("arg", {}).get("channel"))
            if topic in about:
                for row in body.get("data") or [body]:
                    found.append(tuple({**body, **row}.get(name) for name in names))
        return found
