"""Markets of seeded random walks: a crowd that quotes and trades on the exchange, through the same books as everybody.

No clock and no sockets: the caller says what time it is, and the same seed and times give the same events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from random import Random
from typing import Any

from dragoman.model import FundingRateUpdate, InstrumentClose, InstrumentCloseType, InstrumentId
from dragoman.simulate.exchange.accounts import Account
from dragoman.simulate.exchange.amounts import Kind
from dragoman.simulate.exchange.exchange import Exchange
from dragoman.simulate.exchange.happened import AccountChange, OrderChange
from dragoman.simulate.exchange.rules import Rules
from dragoman.simulate.line import FUNDING_NS, Line, Saved

MS = 1_000_000
CROWD = "crowd"
_PAST_STEPS = 1_500
_PAST_NS = 20_000_000_000


class Market:
    """The lines of several instruments on one exchange; which one moves next is drawn."""

    def __init__(
        self, instruments: Iterable[Any], seed: int | str, now_ns: int, rules: Rules | None = None
    ) -> None:
        now_ns -= now_ns % MS
        listed = list(instruments)
        self.random = Random(f"{seed}")
        self.exchange = Exchange(listed, rules, seed=f"{seed}")
        crowd = self.exchange.add(Account(CROWD, boundless=True))
        self.lines = {
            each.instrument_id: Line(self.exchange, each.instrument_id, crowd, f"{seed}:{each.instrument_id}")
            for each in listed
        }
        self._order = list(self.lines)
        self.private: list[OrderChange | AccountChange] = []
        """What happened to accounts and was not told yet."""
        self._public: list[Any] = []
        self._began_ns = self._funded_ns = now_ns
        for past in range(_PAST_STEPS, 0, -1):
            self.exchange.advance(now_ns - past * _PAST_NS)
            for line in self.lines.values():
                line.move()
                line.listing.news(self.exchange.floor.now_ns)
        self.exchange.drain()

    def step(self, now_ns: int, *, accounts: bool = True, public: bool = True) -> list[Any]:
        """One thing happens to one instrument at this moment, to the millisecond; the public events of all that follows."""
        now_ns -= now_ns % MS
        self.exchange.advance(now_ns)
        self._fund(now_ns)
        line = self.lines[self._order[self.random.randrange(len(self._order))]]
        line.move()
        return self.news(accounts=accounts, public=public)

    def news(self, *, accounts: bool = True, public: bool = True) -> list[Any]:
        """What the public sees of everything that happened since; what accounts are told is put into `private`."""
        seen, self._public = self._public, []
        for each in self.exchange.drain(accounts=accounts, public=public):
            if isinstance(each, OrderChange | AccountChange):
                self.private.append(each)
            else:
                seen.append(each)
        return seen

    def close(self, instrument_id: InstrumentId, now_ns: int) -> None:
        """An instrument is settled at its last price, one that is bet on as withdrawn, and traded no more."""
        line = self.lines[instrument_id]
        price = line.price(line.best[0])
        if line.grid.kind is Kind.BET:
            price = Decimal(0)
        self.exchange.expire(instrument_id, price, now_ns)
        kind = InstrumentCloseType.CONTRACT_EXPIRED
        self._public += [InstrumentClose(instrument_id, price, kind, now_ns, now_ns), line.status(now_ns)]
        self._order.remove(instrument_id)

    def told(self) -> list[OrderChange | AccountChange]:
        """Takes what accounts are to be told."""
        found, self.private = self.private, []
        return found

    def _fund(self, now_ns: int) -> None:
        """Pays funding at its hours."""
        due = now_ns // FUNDING_NS * FUNDING_NS
        if due <= self._funded_ns:
            return
        self._funded_ns = due
        for line in self.lines.values():
            for rate in line.rates(now_ns):
                if isinstance(rate, FundingRateUpdate):
                    self.exchange.fund(line.instrument_id, rate.rate, now_ns)

    # -- again from the start ------------------------------------------------------------------------------------------

    def saved(self) -> Sequence[Saved]:
        """The lines as they are, as long as the crowd alone has orders."""
        return [line.saved() for line in self.lines.values()]

    def restore(self, saved: Sequence[Saved], seed: str) -> None:
        """The lines as they were, with dice of another seed; accounts other than the crowd's are gone with their orders."""
        self.random = Random(seed)
        self.private.clear()
        self.exchange.drain()
        self.exchange.floor.clear(self._began_ns)
        self._funded_ns = self._began_ns
        for line, state in zip(self.lines.values(), saved, strict=True):
            line.restore(state, f"{seed} {line.instrument_id}")
        self.exchange.drain()


__all__ = ["CROWD", "FUNDING_NS", "MS", "Line", "Market"]
