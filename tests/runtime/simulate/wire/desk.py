"""A simulated venue of a small specification, and a client's requests to it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import urlencode, urlsplit

import dragoman
import msgspec
from dragoman.model import CryptoPerpetual, CurrencyPair, InstrumentId
from dragoman.simulate.answers import Answer
from dragoman.simulate.links import Link
from dragoman.simulate.venue import SimulatedVenue

from tests.generator.commands.mini import load

NOW = 1_790_000_000_000_000_000
SPOT, LINEAR = InstrumentId("AAABBB-SPOT.TRADING"), InstrumentId("AAABBB-LINEAR.TRADING")
_TERMS: dict[str, Any] = {
    "raw_symbol": "AAABBB",
    "price_precision": 1,
    "price_increment": Decimal("0.1"),
    "size_precision": 2,
    "size_increment": Decimal("0.01"),
    "base_currency": "AAA",
    "quote_currency": "BBB",
}
INSTRUMENTS = {
    "spot": [CurrencyPair(instrument_id=SPOT, **_TERMS)],
    "linear": [CryptoPerpetual(instrument_id=LINEAR, settlement_currency="BBB", **_TERMS)],
}


@cache
def small_venue() -> dragoman.Venue:
    return load("trading")


class Client:
    """Builds requests as the generated code does and hands them to the venue's core."""

    def __init__(self, venue: dragoman.Venue | None = None, **options: Any) -> None:
        found = venue or small_venue()
        name = found.module.__name__.rpartition(".")[2]
        self.core = SimulatedVenue(name, now_ns=NOW, **(options or {"instruments": INSTRUMENTS}))
        instruments = [
            line.instrument for market in self.core.markets.values() for line in market.lines.values()
        ]
        interface = self.core.interface
        self.secrets = dict(self.core.trading.keyring.keys[0].credentials)
        self.venue, self.instruments, self.interface = found, instruments, interface
        self.translator = import_module(f"{found.module.__name__}.translator").Translator(
            instruments=instruments
        )

    def ask(
        self, action: str, *, secrets: Mapping[str, str] | None = None, at_ns: int = NOW, **params: Any
    ) -> Answer:
        """The answer to a command or operation."""
        requests = self.venue.requests(
            credentials=dict(secrets or self.secrets), instruments=self.instruments, clock=lambda: NOW
        )
        built = requests.build(action, **params)
        query = built.encoded_query if built.encoded_query is not None else urlencode(built.query)
        path = urlsplit(built.url).path
        headers = {name.lower(): value for name, value in built.headers}
        target = f"{path}?{query}" if query else path
        return self.core.respond(built.server, built.method, target, built.body, at_ns, headers)

    def told(self, action: str, **params: Any) -> list[Any]:
        """The reports of an answer."""
        answer = self.ask(action, **params)
        assert answer.status == 200, answer.body
        name = (
            self.interface.commands[action].operations if action in self.interface.commands else {"": action}
        )
        product = params.get("product", "linear")
        operation = name.get(product) or name[""]
        found: list[Any] = self.translator.translate(operation, answer.body, product=product, ts_init=NOW)
        return found

    def heard(self) -> list[tuple[Link, Any]]:
        """(connection, message) of everything that was sent since."""
        return [(link, msgspec.json.decode(frame)) for link, frame in self.core.take()]


def said(answer: Answer) -> Any:
    return msgspec.json.decode(answer.body)
