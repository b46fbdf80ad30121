"""What the public knows of one instrument, each price with the number of the change that made it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from dragoman.model import InstrumentClose, InstrumentStatus, OrderBookDeltas, OrderSide, TradeTick
from dragoman.simulate.line import Line

Row = tuple[str, str]
"""(price, size), as texts."""
_MOST_GONE = 4_000


class Chronicle:
    """Whoever knows a change by its number is told what came after it; `floor` is the oldest number from which that is known."""

    def __init__(self, line: Line, number: int = 0) -> None:
        self.line = line
        self.begin(number)

    def begin(self, number: int) -> None:
        """Everything as the line has it now, as of one change."""
        image: Any = self.line.image(0)  # its levels are texts
        self.changed = self.floor = self.defined = number
        self._sides: dict[OrderSide, dict[str, tuple[str, int]]] = {
            OrderSide.BUY: {price: (size, number) for price, size in image.bids},
            OrderSide.SELL: {price: (size, number) for price, size in image.asks},
        }
        self._totals: dict[Decimal, tuple[Decimal, int]] = {}
        self.last: tuple[Decimal | None, int] = (None, number)
        self.volume = Decimal(0)
        self.closed: InstrumentClose | None = None
        for trade in self.line.trades:
            self._traded(trade, number)

    def heard(self, event: Any, number: int) -> bool:
        """Take in a public event; False for one that says nothing that is kept."""
        if isinstance(event, OrderBookDeltas):
            sides: tuple[tuple[OrderSide, Any], ...] = (
                (OrderSide.BUY, event.bids),
                (OrderSide.SELL, event.asks),
            )
            for side, rows in sides:
                self._sides[side].update({price: (size, number) for price, size in rows})
                self._bound(side)
        elif isinstance(event, TradeTick):
            self._traded(event, number)
        elif isinstance(event, InstrumentClose | InstrumentStatus):
            self.defined = number
            if isinstance(event, InstrumentClose):
                self.closed = event
        else:
            return False
        self.changed = number
        return True

    def rows(self, side: OrderSide, since: int | None) -> list[Row]:
        """Levels of a side that changed after a number, size zero where one is gone; None for all that there are."""
        known = self._sides[side].items()
        if since is None:
            return [(price, size) for price, (size, _) in known if _is_some(size)]
        return [(price, size) for price, (size, number) in known if number > since]

    def best(self, side: OrderSide, depth: int) -> list[Row]:
        """The best levels of a side, the best first."""
        found = sorted(self.rows(side, None), key=lambda row: Decimal(row[0]), reverse=side is OrderSide.BUY)
        return found[:depth]

    def totals(self, since: int | None) -> list[Row]:
        """How much was traded at each price in all, of those where there was a trade after a number."""
        return [
            (f"{price:f}", f"{total:f}")
            for price, (total, number) in self._totals.items()
            if since is None or number > since
        ]

    def by_price(self) -> dict[Decimal, Decimal]:
        """How much was traded in all, by price."""
        return {price: total for price, (total, _) in self._totals.items()}

    def traded(self, price: Decimal) -> Decimal:
        """How much was traded at one price in all."""
        return self._totals.get(price, (Decimal(0), 0))[0]

    def states(self, now_ns: int) -> Iterator[Any]:
        """What the instrument is and whether there is trading, and how it ended."""
        yield self.line.instrument
        yield self.line.status(now_ns)
        if self.closed is not None:
            yield self.closed

    def _traded(self, trade: TradeTick, number: int) -> None:
        self._totals[trade.price] = self.traded(trade.price) + trade.size, number
        self.last = trade.price, number
        self.volume += trade.size

    def _bound(self, side: OrderSide) -> None:
        """Prices that are gone are forgotten once there are many, and with them what they would be told for."""
        known = self._sides[side]
        if len(known) <= _MOST_GONE:
            return
        gone = [(price, number) for price, (size, number) in known.items() if not _is_some(size)]
        for price, number in _oldest(gone):
            del known[price]
            self.floor = max(self.floor, number)


def _oldest(gone: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The older half."""
    ordered = sorted(gone, key=lambda each: each[1])
    return ordered[: len(ordered) // 2]


def _is_some(size: str) -> bool:
    return size.strip("0.") != ""
